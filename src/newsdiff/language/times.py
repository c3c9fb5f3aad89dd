"""Days as the core reads them: names of days and months, and the day that they mean beside a day of publication.

Date claims come from an extractor of dates, and say more. These are for what must do without one: what tells two events
apart, and what is no quantity and no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from newsdiff.language.lexicon import ENGLISH, table, trie


@cache
def _sort(name: str) -> dict[str, int]:
    return {word: int(number) for word, sort, number in table(ENGLISH / "calendar.tsv") if sort == name}


MONTHS = _sort("month")
"""Month in lower case, also shortened, to its number."""
WEEKDAYS = _sort("weekday")
"""Weekday in lower case to its number; Monday is 0."""
DAYS = _sort("day")
"""Name of a day beside the day of publication to how many days it is away: "yesterday" is -1."""
_MONTH = trie(map(str.capitalize, MONTHS))
_NAMED = trie((*map(str.capitalize, WEEKDAYS), *DAYS, *map(str.capitalize, DAYS)))
_DAY = re.compile(
    rf"{_NAMED}\b"
    rf"|(?P<month>{_MONTH})\.? (?P<day>[12][0-9]|3[01]|[1-9])\b(?!,? [12][0-9]{{3}})"
    r"|(?P<first>(?:[12][0-9]|3[01])(?<![0-9.,][0-9]{2})|[1-9](?<![0-9.,][0-9]))"
    rf" (?P<later>{_MONTH})\b(?! [12][0-9]{{3}})"
)


def days(text: str, start: int, end: int, published: date) -> Iterator[date]:
    """Yield the days that a stretch of text names without a year, as an article of *published* means them.

    >>> text = "Trains stopped on Monday. The strike began on 28 February."
    >>> [str(day) for day in days(text, 0, len(text), date(2026, 3, 4))]
    ['2026-03-02', '2026-02-28']
    """
    for match in _DAY.finditer(text, start, end):
        word = match[0].lower()
        if word in DAYS:
            yield published + timedelta(days=DAYS[word])
        elif word in WEEKDAYS:
            yield last_weekday(WEEKDAYS[word], published)
        else:
            month, number = match["month"] or match["later"], match["day"] or match["first"]
            near = [_date(year, MONTHS[month.lower()], int(number)) for year in (published.year - 1, published.year)]
            yield from sorted((day for day in near if day), key=lambda day: abs(day - published))[:1]


def last_weekday(number: int, published: date) -> date:
    """Return the last day up to *published* that is a weekday."""
    return published - timedelta(days=(published.weekday() - number) % 7)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 29 February
        return None
