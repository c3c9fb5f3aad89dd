"""Parts and their total are no conflict, whichever article gives which."""

import pytest

from newsdiff import Article, diff

TOTAL = "Rebels killed 21 people in an attack on the Karsa bridge on Monday, officials said."
PARTS = [
    "Rebels killed 14 soldiers and seven civilians in an attack on the Karsa bridge on Monday, officials said.",
    "Rebels attacked the Karsa bridge on Monday and killed nine men, eight women and four children, officials said.",
]
NO_PARTS = [
    "Rebels killed 14 soldiers and five civilians in an attack on the Karsa bridge on Monday, officials said.",
    "Rebels killed 14 soldiers and wounded seven in an attack on the Karsa bridge on Monday, officials said.",
]


@pytest.mark.parametrize("parts", PARTS)
def test_figures_that_add_up_to_the_other_side_are_held_back_and_say_so(parts: str) -> None:
    report = diff(Article(TOTAL, outlet="Harbour"), Article(parts, outlet="Herald"), same_event=True)

    assert [] == [found for found in report.discrepancies if found.kind == "number-conflict"]
    assert any("add up to 21" in found.reason for found in report.held_back)


@pytest.mark.parametrize("parts", NO_PARTS)
def test_figures_that_do_not_add_up_or_count_something_else_are_a_conflict(parts: str) -> None:
    report = diff(Article(TOTAL, outlet="Harbour"), Article(parts, outlet="Herald"), same_event=True)

    assert ["number-conflict"] == [found.kind for found in report.discrepancies if found.kind.startswith("number")]
    assert not any("add up" in found.reason for found in report.held_back)
