"""Days that a text names, beside the day of its publication."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language.times import DAYS, MONTHS, WEEKDAYS, days, last_weekday
from newsdiff.testing.strategies import texts

WEDNESDAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday the ferry sank.", "2026-03-03"),
        ("The ferry sank on Monday.", "2026-03-02"),
        ("The ferry sank on Wednesday.", "2026-03-04"),
        ("It sank on 28 February, or on Feb. 27.", "2026-02-28 2026-02-27"),
        ("It sank on 30 December.", "2025-12-30"),
        ("It sank on March 9, 2019.", ""),
        ("It sank on 9 March 2019, 12,5 March miles or 12.15 May ones out.", ""),
        ("Nobody may swim; they march on. Feb. 29 never came.", ""),
        ("A 29 February sank it.", ""),
    ],
)
def test_days_of_an_article(text, expected):
    assert " ".join(map(str, days(text, 0, len(text), WEDNESDAY))) == expected


def test_names_and_numbers():
    assert (MONTHS["sept"], MONTHS["may"], WEEKDAYS["sunday"], DAYS["tomorrow"]) == (9, 5, 6, 1)
    assert set(MONTHS.values()) == set(range(1, 13))
    assert last_weekday(6, WEDNESDAY) == date(2026, 3, 1)


@given(texts(), st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_any_text_has_days_near_its_publication(text, published):
    assert all(abs((day - published).days) <= 366 * 2 for day in days(text, 0, len(text), published))
