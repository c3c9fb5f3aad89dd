"""Arithmetic on the calendar: TIMEX3 values of days, weeks and months, holidays, and the time that a value denotes."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from pathlib import Path

from newsdiff.language.lexicon import table

HOLIDAYS = Path(__file__).parent / "data" / "holidays.tsv"
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Parts of day, as hours after midnight; a night runs into the next morning.
PARTS = {"MO": (4, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 24), "NI": (18, 30), "DT": (6, 18)}

Interval = tuple[datetime | None, datetime | None]


def valid(year: int, month: int, day: int) -> date | None:
    """Return the date, or None when the calendar does not have it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week(day: date) -> str:
    """Return the ISO week of *day* as a TIMEX3 value.

    >>> week(date(2026, 1, 1))
    '2026-W01'
    """
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def shifted(day: date, days: int) -> date | None:
    """Return the date so many days away, or None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def months_away(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the year and month so many months away."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (anonymous algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays() -> dict[str, str]:
    """Return the rule of every holiday by its name in lower case."""
    return {row[0]: row[1] for row in table(HOLIDAYS)}


def holiday(name: str, year: int) -> date | None:
    """Return the day of a holiday in a year, or None when there is none by that name.

    >>> holiday("thanksgiving", 2026), holiday("good friday", 2026)
    (datetime.date(2026, 11, 26), datetime.date(2026, 4, 3))
    """
    rule = holidays().get(name)
    if rule is None or not 1 <= year <= 9998:
        return None
    kind, *rest = rule.split()
    if kind == "easter":
        return easter(year) + timedelta(days=int(rest[0]))
    if kind == "nth":
        month, weekday, nth, *more = map(int, rest)
        return nth_weekday(year, month, weekday, nth) + timedelta(days=sum(more))
    return date(year, *map(int, rule.split("-")))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the first, second ... or (-1) last of a weekday in a month.

    >>> nth_weekday(2026, 3, 7, -1)
    datetime.date(2026, 3, 29)
    """
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    after = date(*months_away(year, month, 1), 1)
    return after - timedelta(days=(after.isoweekday() - weekday - 1) % 7 + 1)


_VALUE = re.compile(
    r"(?P<y>[0-9]{4})(?:-(?:W(?P<w>[0-9]{2})(?P<we>-WE)?|Q(?P<q>[1-4])|H(?P<h>[12])|(?P<s>SP|SU|FA|WI)"
    r"|(?P<m>[0-9]{2})(?:-(?P<d>[0-9]{2}))?))?(?:T(?:(?P<p>MO|MI|AF|EV|NI|DT)|(?P<H>[0-9]{2})(?::(?P<M>[0-9]{2})"
    r"(?::(?P<S>[0-9]{2}))?)?))?"
)


@lru_cache(maxsize=4096)
def interval(value: str, mod: str | None = None) -> Interval:
    """Return the half-open stretch of time that a TIMEX3 value denotes; (None, None) when it is not one.

    >>> [str(end) for end in interval("2026-Q1")]
    ['2026-01-01 00:00:00', '2026-04-01 00:00:00']
    """
    try:
        begin, end = _bounds(value)
    except (ValueError, OverflowError):
        return None, None
    if begin is None or end is None or mod is None:
        return begin, end
    length = end - begin
    match mod:  # "early March" reaches to the middle: generous, so that only clear contradictions are conflicts
        case "START":
            return begin, begin + length / 2
        case "MID":
            return begin + length / 4, end - length / 4
        case "END":
            return begin + length / 2, end
        case "BEFORE" | "ON_OR_BEFORE":
            return None, (begin if mod == "BEFORE" else end)
        case "AFTER" | "ON_OR_AFTER":
            return (end if mod == "AFTER" else begin), None
        case _:
            return begin, end


def _bounds(value: str) -> Interval:
    if re.fullmatch(r"[0-9]{2,3}X{0,2}", value):
        digits = value.rstrip("X")
        unit = 10 ** (4 - len(digits))
        first = int(digits) * unit
        return datetime(first, 1, 1), datetime(first + unit, 1, 1)
    match = _VALUE.fullmatch(value)
    if match is None:
        return None, None
    year = int(match["y"])
    if match["w"]:
        monday = datetime.fromisocalendar(year, int(match["w"]), 1)
        return (monday + timedelta(days=5 if match["we"] else 0)), monday + timedelta(days=7)
    if match["d"]:
        return _within_day(match, datetime(year, int(match["m"]), int(match["d"])))
    month, count = 1, 12
    if match["q"]:
        month, count = 3 * int(match["q"]) - 2, 3
    elif match["h"]:
        month, count = 6 * int(match["h"]) - 5, 6
    elif match["s"]:
        month, count = SEASONS[match["s"]], 3
    elif match["m"]:
        month, count = int(match["m"]), 1
    later, after = months_away(year, month, count)
    return datetime(year, month, 1), datetime(later, after, 1)


def _within_day(match: re.Match[str], day: datetime) -> Interval:
    if match["p"]:
        begin, end = PARTS[match["p"]]
        return day + timedelta(hours=begin), day + timedelta(hours=end)
    if match["H"]:
        begins = day + timedelta(hours=int(match["H"]), minutes=int(match["M"] or 0), seconds=int(match["S"] or 0))
        length = timedelta(seconds=1) if match["S"] else timedelta(minutes=1) if match["M"] else timedelta(hours=1)
        return begins, begins + length
    return day, day + timedelta(days=1)
