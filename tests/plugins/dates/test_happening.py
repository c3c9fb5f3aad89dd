"""A date stands against a date of the same happening, told as explicitly."""

from __future__ import annotations

import pytest

import newsdiff
from newsdiff import Article, Claim
from newsdiff_dates import _compare
from newsdiff_dates._happening import explicit, is_counted_on, one_happening


def dates(text: str, published: str = "2026-03-12") -> list[Claim]:
    return list(newsdiff.extract(Article(text, published=published), kinds={"date"}).claims)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The dam burst on Tuesday.", "time"),
        ("The firm announced on Tuesday that it would close.", "announcement"),
        ("The mayor said on Tuesday that he would stay.", None),
        ("It must be paid by 20 March.", "deadline"),
        ("The mine has been shut since 2014.", "start"),
        ("The strike goes on until 18 March.", "end"),
        ("The siege lasted three days.", "duration"),
        ("The talks began two days before the vote.", None),
        ("The 2019 nomination went to Voss.", None),
        ("Monday's vote was close.", "time"),
        ("In this 2 January 2026 file photo, a ship leaves.", None),
        ("As of Monday, nine were missing.", None),
    ],
)
def test_what_a_date_can_stand_against(text: str, key: str | None) -> None:
    (claim,) = dates(text)

    assert _compare.key(claim) == key


@pytest.mark.parametrize(
    ("left", "right", "least", "most"),
    [
        ("The dam burst on Tuesday.", "On Monday the dam burst.", 1.0, 1.0),
        ("The attack on Monday killed four.", "Four died in an attack on Sunday.", 0.8, 0.8),
        ("Voss won the vote in Tarn on Monday.", "On Sunday Tarn elected Voss by a narrow vote.", 0.6, 0.8),
        ("The dam burst on Tuesday.", "The minister resigned on Monday.", 0.2, 0.2),
    ],
)
def test_how_readily_two_times_are_of_one_happening(left: str, right: str, least: float, most: float) -> None:
    (a,), (b,) = dates(left), dates(right)

    assert least <= one_happening(a, b) == one_happening(b, a) <= most


def test_days_of_two_happenings_are_told_from_days_of_one() -> None:
    (a,), (b,) = dates("The dam burst on Tuesday."), dates("The minister resigned on Monday.")
    (c,) = dates("The dam burst on Monday.")

    assert one_happening(a, b) < one_happening(a, c)
    assert _compare.similarity(a, c) > 0


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("The dam burst on 3 March.", 1.0),
        ("The dam burst on Tuesday.", 1.0),
        ("The dam burst yesterday.", 0.5),
        ("The dam burst last week.", 0.25),
    ],
)
def test_how_explicitly_a_time_is_told(text: str, sure: float) -> None:
    assert explicit(dates(text)[0]) == sure


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("On 2 March it rained, and two days later the dam burst.", True),
        ("The dam burst that afternoon.", True),
        ("The dam burst late on Tuesday.", False),
        ("The law was signed earlier this month.", False),
    ],
)
def test_what_is_counted_on_from_another_time(text: str, counted: bool) -> None:
    assert is_counted_on(dates(text)[-1]) is counted


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (
            "The dam burst on 9 March.",
            "Two days later, on 12 March, men came. Two days later the dam burst.",
            "tension",
        ),
        ("The dam burst yesterday.", "The dam burst on Tuesday.", "tension"),
        ("The dam burst yesterday.", "The dam burst on Monday.", "conflict"),
        ("The dam burst this week.", "The dam burst last week.", "tension"),
        ("The dam burst on Tuesday at 11:20 p.m.", "The dam burst early on Wednesday.", "tension"),
        ("The law was signed earlier this month.", "The law was signed on 3 March.", "variation"),
        ("The law was signed earlier this month.", "The law was signed on 27 March.", "conflict"),
        ("The firm was founded 42 years ago.", "The firm was founded in 1983.", "variation"),
        ("The firm was founded 42 years ago.", "The firm was founded in 1975.", "conflict"),
    ],
)
def test_times_told_from_the_day_of_writing_conflict_only_if_they_cannot_meet(
    left: str, right: str, relation: str
) -> None:
    a, b = dates(left)[-1], dates(right)[-1]

    assert relation == _compare.compare(a, b).relation == _compare.compare(b, a).relation


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("less than 36 hours ago", "2026-03-11 03:00:00", "2026-03-12 15:00:00"),
        ("six hours ago", "2026-03-12 08:00:00", "2026-03-12 10:00:00"),
        ("two days ago", "2026-03-10 00:00:00", "2026-03-11 00:00:00"),
        ("earlier this week", "2026-03-09 00:00:00", "2026-03-13 00:00:00"),
        ("later this month", "2026-03-12 00:00:00", "2026-04-01 00:00:00"),
        ("in recent days", "2026-03-05 15:00:00", "2026-03-12 15:00:00"),
        ("in the past 12 hours", "2026-03-12 03:00:00", "2026-03-12 15:00:00"),
    ],
)
def test_relative_times_have_the_stretch_that_their_words_admit(words: str, earliest: str, latest: str) -> None:
    (claim,) = dates(f"The shells fell {words}.", "2026-03-12T15:00")

    assert [earliest, latest] == [str(claim.value.earliest), str(claim.value.latest)]
