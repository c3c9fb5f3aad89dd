"""Updates: which claim is the later one, what two versions of an article are called, which figure is the main one."""

import pytest

from newsdiff import Article, Report, diff

TOLL = "The ferry fire in Port Lisse killed {} people{}, officials said."
MORE = (
    " Rescuers searched the burnt hull in the harbour of Port Lisse all day. Divers said that the stern had sunk."
    " The owner, Orlo Lines, said that it would help the families. The mayor, Ana Ruiz, closed the quay."
)


def report(left: str, right: str, **fields: dict[str, str]) -> Report:
    articles = (
        Article(text, **{"outlet": name, **fields.get(name, {})})
        for text, name in ((left, "Harbour"), (right, "Herald"))
    )
    return diff(*articles, same_event=True, plugins=["numbers", "dates"])


def told(found: Report) -> list[tuple[str, str]]:
    return [(d.kind, d.relation) for d in found.discrepancies if d.kind == "number-conflict"]


TIMES = [
    ("", "", "2026-03-11", "2026-03-12", "update"),
    ("", "", "2026-03-12", "2026-03-11", "update"),
    ("", "", "2026-03-11", "2026-03-11", "conflict"),
    (" as of 10 am on 11 March", " as of 6 pm on 11 March", "2026-03-11", "2026-03-11", "update"),
    (" as of 6 pm on 11 March", " as of 6 pm on 11 March", "2026-03-11", "2026-03-12", "conflict"),
    (" by 10 March 2026", " by 11 March 2026", None, None, "update"),
]


@pytest.mark.parametrize(("one", "two", "first", "second", "relation"), TIMES)
def test_another_toll_is_an_update_where_times_tell_the_two_apart(one, two, first, second, relation):
    left, right = TOLL.format(37, one), TOLL.format(31, two)
    found = report(left, right, Harbour={"published": first}, Herald={"published": second})

    assert [("number-conflict", relation)] == told(found)


def test_what_does_not_move_is_a_conflict_whenever_it_is_said():
    left, right = (f"The road to Port Lisse is {length} km long, the ministry said." for length in (12, 19))
    found = report(left, right, Harbour={"published": "2026-03-11"}, Herald={"published": "2026-03-12"})

    assert [("number-conflict", "conflict")] == told(found)


def test_two_versions_of_one_article_differ_by_updates_and_are_called_earlier_and_later():
    early, late = TOLL.format("at least 37", "") + MORE, TOLL.format(58, "") + MORE
    versions = [
        Article(text, outlet="Harbour", published=f"2026-03-11T{hour}:00")
        for text, hour in ((early, "10"), (late, "18"))
    ]
    (found,) = diff(*versions, plugins=["numbers"]).discrepancies

    assert "update" == found.relation
    assert found.reason == (
        "The earlier version has “at least 37”, the later one “58”: both could hold: 37 or more, and 58."
    )
    assert ["update"] == [d.relation for d in diff(*versions[::-1], plugins=["numbers"]).discrepancies]


def test_versions_whose_times_nobody_knows_are_versions_all_the_same():
    texts = TOLL.format(37, "") + MORE, TOLL.format(58, "") + MORE
    (found,) = diff(*(Article(text, outlet="Harbour") for text in texts), plugins=["numbers"]).discrepancies

    assert ("update", "One version has") == (found.relation, found.reason[:15])


def test_other_texts_of_one_outlet_are_no_versions():
    left = Article("A bus crash in Karsa killed nine people on Monday.", outlet="Harbour")
    right = Article("Nine people were killed in Karsa, and 12 buses burnt. A bus crash killed 11.", outlet="Harbour")

    assert all("version" not in d.reason for d in diff(left, right, same_event=True).discrepancies)


def test_the_main_toll_is_graver_than_a_figure_further_down():
    body = "The harbour was closed. Ferries stayed away. Divers came. Police spoke. "
    left = TOLL.format(37, "") + f" {body}Repairs of the quay of Port Lisse will cost {{}} million euros."
    right = TOLL.format(58, "") + f" {body}Repairs of the quay of Port Lisse will cost {{}} million euros."
    found = [d for d in report(left.format(40), right.format(60)).discrepancies if d.kind == "number-conflict"]

    assert [("37", 3), ("40 million euros", 2)] == [(d.left.surface, d.importance) for d in found]


def test_a_vague_word_does_not_hide_that_the_exact_figures_differ():
    left = "Dozens died in the ferry fire in Port Lisse. Officials said that 43 people died."
    right = "The ferry fire in Port Lisse killed 57 people, officials said."

    assert [("number-conflict", "conflict")] == told(report(left, right))


def test_a_rounded_figure_counts_as_the_same_one_where_there_is_a_choice():
    left = "The fire drove about 1,200 people from Port Lisse and 800 from Karsa."
    right = "The fire drove 1,187 people from Port Lisse, officials said."
    found = report(left, right)

    assert [("number-precision", "about 1,200", "1,187")] == [
        (d.kind, d.left.surface, d.right.surface) for d in found.discrepancies if d.left and d.right
    ]
