"""What independent reports of one event say differently without disagreeing: never a conflict."""

import pytest

from newsdiff import Article, Report, diff


def compared(left: str, right: str, first: str = "2026-05-14", second: str = "2026-05-14") -> Report:
    return diff(
        Article(left, outlet="Harbour", published=first),
        Article(right, outlet="Herald", published=second),
        same_event=True,
    )


def conflicts(report: Report) -> list[str]:
    return [str(item) for item in report.discrepancies if item.relation in ("conflict", "update")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sales rose 6 per cent.", "Sales in Europe rose 3 per cent."),
        ("The pass rate was 97 per cent.", "Girls had a pass rate of 98 per cent."),
        ("Of those polled, 68 per cent backed the bill.", "Among women, 74 per cent backed the bill."),
        ("Shares of Norvik fell 5.1 per cent.", "Shares of Norvik lost five per cent."),
        ("The road to Karsa is 12.4 km long.", "The road to Karsa is 12 km long."),
        (
            "The clinic in Orlo counted 12 deaths on Wednesday.",
            "The clinic in Orlo counted 310 cases on Wednesday. On Tuesday it had counted nine deaths.",
        ),
        ("Some 40 of 300 houses in Orlo burned down.", "A fire in Orlo destroyed 40 houses."),
        (
            "Five people died in the school of Orlo, including the gunman.",
            "A gunman killed four people in the school of Orlo before taking his own life.",
        ),
        ("Ana Voss scored 11 goals last season for Orlo.", "Ana Voss has scored six goals this season for Orlo."),
        ("Orlo shares rose 2.4 percent in early trading.", "Orlo shares rose 5.1 percent at the close."),
        ("Some 20,000 people marched in the capital.", "About 110,000 people marched across the country."),
        ("Of 52 passengers of the coach, many slept.", "Seventeen passengers of the coach were killed."),
        ("Thousands of people marched in Orlo on Friday.", "Some 50,000 people marched in Orlo on Friday."),
        ("The union was left with 41 seats.", "The union lost 25 seats and now has 41."),
        ("Robbers stole 6.2 million crowns from the bank.", "Police found 900,000 of the 6.2 million crowns."),
        (
            "The jet left the runway and 38 people were hurt.",
            "The jet left the runway; nine people are still in hospital.",
        ),
    ],
)
def test_parts_roundings_and_figures_that_both_have_are_no_conflict(left: str, right: str) -> None:
    assert [] == conflicts(compared(left, right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sales rose 6 per cent.", "Sales rose 3 per cent."),
        ("Sales in Europe rose 6 per cent.", "Sales in Europe rose 3 per cent."),
        ("Shares of Norvik fell 5.1 per cent.", "Shares of Norvik lost four per cent."),
        ("The road to Karsa is 12.6 km long.", "The road to Karsa is 12 km long."),
        ("About 20 per cent of the houses in Karsa were flooded.", "A third of the houses in Karsa were flooded."),
        (
            "Two of the nine members of the Karsa council voted no.",
            "Two of the 11 members of the Karsa council voted no.",
        ),
        ("The union was left with 41 seats.", "The union was left with 25 seats."),
        ("An avalanche killed seven climbers on Mount Orsk.", "Nine people were killed by an avalanche on Mount Orsk."),
        ("The bank in Orlo will cut 2,300 jobs.", "The bank in Orlo will cut 1,800 posts."),
        ("Twenty protesters were detained in Orlo.", "Police in Orlo made 46 arrests."),
    ],
)
def test_the_same_of_one_thing_is_a_conflict(left: str, right: str) -> None:
    assert 1 == len(conflicts(compared(left, right)))


def test_figures_with_other_words_for_one_thing_come_with_how_likely_they_differ() -> None:
    found = compared(
        "The gale left 60,000 households in Orlo without power.", "Some 95,000 homes in Orlo had no electricity."
    )

    (item,) = (it for it in (*found.discrepancies, *found.held_back) if it.kind == "number-conflict")
    assert ("conflict", "60,000", "Some 95,000") == (item.relation, item.left.surface, item.right.surface)
    assert 0.1 < item.confidence < 0.9


def test_shares_are_named_in_one_unit() -> None:
    flooded = "of the houses in Karsa were flooded."
    (found,) = compared(f"About 20 per cent {flooded}", f"A third {flooded}").discrepancies

    assert "about 20 per cent against 33.33 per cent" in found.reason


def test_a_follow_up_tells_of_its_own_day() -> None:
    first = "A bomb went off at the market of Qadra on Wednesday and 16 people died."
    later = "Hundreds of people in Qadra followed 11 coffins on Thursday, a day after the bombing of the market."

    assert [] == conflicts(compared(first, later, "2026-11-12", "2026-11-13"))


def test_two_articles_of_one_day_date_one_event() -> None:
    first = "A bomb went off at the market of Qadra on Wednesday and 16 people died."
    other = "A bomb exploded on Tuesday at the market of Qadra and 16 people died."

    assert ["date-conflict: 'Wednesday' vs 'Tuesday'"] == conflicts(compared(first, other, "2026-11-12", "2026-11-12"))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Talks in Geneva were halted on Thursday.", "Talks in Geneva resumed on Friday.", []),
        ("The north bridge of Karsa was closed on Monday.", "The north bridge of Karsa reopened on Wednesday.", []),
        (
            "Talks in Geneva resumed on Thursday.",
            "Talks in Geneva resumed on Friday.",
            ["date-conflict: 'Thursday' vs 'Friday'"],
        ),
    ],
)
def test_days_of_opposite_things_are_no_conflict(left: str, right: str, expected: list[str]) -> None:
    report = compared(left, right, "2026-05-16", "2026-05-16")

    assert expected == conflicts(report)
    assert expected or any("turned round" in item.reason for item in report.held_back)
