"""Anchors, intervals and hostile text."""

from __future__ import annotations

import random
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff import Article, Claim, Document
from newsdiff.testing import assert_linear
from newsdiff_dates import _calendar, _durations, _extract, _lexicon, _search

THURSDAY = "2026-03-12"


def claims(text: str, published: date | str | None = THURSDAY) -> list[Claim]:
    """Return the dates of a text."""
    return list(_extract.claims(Document(Article(text, published=published))))


def values(text: str, published: date | str | None = THURSDAY) -> list[str]:
    """Return the values of the dates of a text."""
    return [claim.value.value for claim in claims(text, published)]


def test_a_complete_dateline_stands_in_for_an_unknown_publication_date() -> None:
    text = "PORT LISSE, 11 March 2026 (Agency) - A fire broke out on Tuesday, the harbour master said."

    assert ["2026-03-11", "2026-03-10"] == values(text, None)


def test_the_publication_date_goes_before_the_dateline() -> None:
    text = "PORT LISSE, 11 March 2026 (Agency) - A fire broke out on Thursday, the harbour master said."

    assert ["2026-03-11", "2026-03-12"] == values(text, THURSDAY)


def test_a_year_that_was_stated_holds_for_the_same_day_later() -> None:
    text = "The mill burned on 23 October 2024. Nobody was charged. The fire of 23 October killed two people."

    assert ["2024-10-23", "2024-10-23"] == values(text)


def test_nothing_depends_on_the_day_the_program_runs() -> None:
    text = "It began yesterday, will end next week and was planned two years ago, in May, on Friday at noon."

    assert all("X" in value for value in values(text, None))
    assert not any(
        char.isdigit() and char not in "05T12:" for value in values(text, None) for char in value if "W" not in value
    )


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("on Tuesday", "2026-03-10 00:00", "2026-03-11 00:00"),
        ("in May 2019", "2019-05-01 00:00", "2019-06-01 00:00"),
        ("in 2019", "2019-01-01 00:00", "2020-01-01 00:00"),
        ("in the third quarter of 2019", "2019-07-01 00:00", "2019-10-01 00:00"),
        ("in the second half of 2019", "2019-07-01 00:00", "2020-01-01 00:00"),
        ("last week", "2026-03-02 00:00", "2026-03-09 00:00"),
        ("over the weekend", "2026-03-07 00:00", "2026-03-09 00:00"),
        ("in the winter of 2019", "2019-12-01 00:00", "2020-03-01 00:00"),
        ("in the 1980s", "1980-01-01 00:00", "1990-01-01 00:00"),
        ("in the 19th century", "1800-01-01 00:00", "1900-01-01 00:00"),
        ("on Tuesday night", "2026-03-10 18:00", "2026-03-11 06:00"),
        ("at 9:40 p.m. on Tuesday", "2026-03-10 21:40", "2026-03-10 21:41"),
        ("at midnight on Tuesday", "2026-03-11 00:00", "2026-03-11 00:01"),
        ("on 5/6/2019", "2019-05-06 00:00", "2019-06-06 00:00"),
    ],
)
def test_a_time_has_the_stretch_it_denotes(words: str, earliest: str, latest: str) -> None:
    (claim,) = claims(f"The mill burned {words}, the chief said.")

    assert datetime.fromisoformat(earliest) == claim.value.earliest
    assert datetime.fromisoformat(latest) == claim.value.latest


def test_early_late_and_mid_narrow_the_stretch() -> None:
    (early,), (late,) = claims("It fell in early March 2026."), claims("It fell in late March 2026.")

    assert early.value.latest == late.value.earliest == datetime(2026, 3, 16, 12)


def test_a_zone_becomes_an_offset_and_is_not_part_of_the_value() -> None:
    (claim,) = claims("The blast came at 10:35 p.m. EST on Tuesday.")

    assert ("2026-03-10T22:35", -300) == (claim.value.value, claim.value.offset)


@pytest.mark.parametrize(
    ("words", "offset"),
    [
        ("10:35 a.m. (0735 GMT)", 180),
        ("1 a.m. (2000 GMT)", 300),
        ("6 p.m. (2300 GMT)", -300),
        ("6 p.m. local time", None),
    ],
)
def test_two_clocks_side_by_side_give_the_offset(words: str, offset: int | None) -> None:
    (claim,) = claims(f"The blast came at {words} on Tuesday.")

    assert offset == claim.value.offset


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "1000-01-01", "9000-12-31"])
def test_no_publication_date_is_too_far_away(published: str) -> None:
    text = "Last week, next year, two centuries ago, on Friday, in May, on 29 February, over the weekend, tomorrow."

    assert claims(text, published)


_WORDS = [*_lexicon.meanings(), "Oct. 17", "2019", "2,011", "31", "9:40", "p.m.", "’98", "fire", "\n", "\n\n"]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join), st.sampled_from([None, THURSDAY]))
def test_any_words_give_claims_that_are_in_order_and_apart(text: str, published: str | None) -> None:
    found = claims(text, published)

    assert all(claim.surface == text[claim.span.start : claim.span.end] != "" for claim in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    assert all(claim.surface.strip() == claim.surface for claim in claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "on\xa0Tuesday,\r\nMarch\xa010",
        "\ud800 on Tuesday \udfff",
        "\u202eon Tuesday\u202c 🔥",
        "on Tuesday" + "\ufeff" * 9,
    ],
)
def test_odd_characters_do_not_hide_a_date(text: str) -> None:
    assert values(text)[:1] == ["2026-03-10"]


def test_digit_runs_of_any_length_are_no_dates() -> None:
    assert [] == values(f"{'20190312' * 10} and {'9' * 5000}/{'1' * 5000}/2019000 and 1{'0' * 400} days")


_HOSTILE = {
    "the": "the ", "numbers": "2 ", "hundreds": "hundred ", "commas": "1,", "slashes": "1/", "quotes": "'9",
    "dots": "Oct.", "hyphens": "two-", "ands": "and a half ", "years": "2019 ", "units": "years ", "months": "May ",
    "colons": "1:", "ago": "ago ", "brackets": "(", "weekdays": "Friday, ", "newlines": "last\n", "letters": "a",
    "dozens": "dozens of ", "early": "early ",
}  # fmt: skip


@pytest.mark.parametrize("piece", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    def document(size: int) -> Document:
        made = Document(Article(piece * (size // len(piece)), published=THURSDAY))
        _ = made.body, made.dateline  # other people's views
        _search._matches.cache_clear()
        return made

    assert_linear(lambda made: list(_extract.claims(made)), prepare=document, size=2_000)


def test_holidays_fall_on_the_days_that_almanacs_print() -> None:
    assert date(2026, 4, 5) == _calendar.easter(2026)
    assert date(2024, 3, 31) == _calendar.easter(2024)
    assert date(2025, 11, 27) == _calendar.holiday("thanksgiving", 2025)
    assert date(2026, 5, 25) == _calendar.holiday("memorial day", 2026)
    assert _calendar.holiday("the feast of nothing", 2026) is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_week_holds_its_days(day: date) -> None:
    earliest, latest = _calendar.interval(_calendar.week(day))

    assert earliest is not None
    assert latest is not None
    assert earliest.date() <= day < latest.date()


@pytest.mark.parametrize(
    "value", ["XXXX-03", "2011-13", "2011-02-31", "PAST_REF", "P3D", "nonsense", "9999-W60", "2011-0X-0X"]
)
def test_what_is_no_time_has_no_stretch(value: str) -> None:
    assert (None, None) == _calendar.interval(value)


def test_lengths_in_days_know_their_units() -> None:
    assert _durations.days("P1M") != _durations.days("PT1M")
    assert _durations.days("P10Y") == pytest.approx((3652.5, 365.25))
    assert _durations.days("PXM") is None
    assert _durations.outer("P2W", "APPROX") == pytest.approx((10.5, 17.5))


def test_the_search_remembers_only_so_much() -> None:
    random.seed(1)
    words = "the last two years ago in early May 2019 and on Friday night".split()
    claims(" fire ".join(" ".join(random.choices(words, k=8)) for _ in range(200)))

    assert _search._matches.cache_info().maxsize is not None
