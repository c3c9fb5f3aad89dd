"""What the rules share: reading years, phases and shifts off a hit, and completing a date that leaves something out."""

from __future__ import annotations

from datetime import date, timedelta

from newsdiff_dates._calendar import valid
from newsdiff_dates._hit import Hit

_PHASES = {
    "early": "START", "beginning": "START", "start": "START", "outset": "START",
    "mid": "MID", "middle": "MID",
    "late": "END", "latter": "END", "end": "END", "close": "END",
}  # fmt: skip
_STEPS = {"last": -1, "this": 0, "next": 1}
# Two-figure years above this are of the twentieth century (guess; POSIX draws the line at 69).
_PIVOT = 50
NO_DAY = "XXXX-XX-XX"


def phase(words: str) -> str | None:
    """Return the TIMEX3 mod of "early", "the end of" and the like.

    >>> phase("the latter part of"), phase("later")
    ('END', None)
    """
    return next((_PHASES[word] for word in words.replace("-", " ").split() if word in _PHASES), None)


def year_in(hit: Hit, name: str = "y") -> int | None:
    """Return the year a group states, in four figures or two ("'98")."""
    figures = "".join(char for char in hit[name] if char.isdigit())
    if len(figures) != 2:
        return int(figures) if figures else None
    return int(figures) + (1900 if int(figures) > _PIVOT else 2000)


def year_pointed_at(hit: Hit, name: str) -> int | None:
    """Return the year that "last year", "this year" or "next year" in a group is; "that year" is the last named."""
    words = hit[name].split()
    if not words or words[-1] != "year":
        return None
    if words[0] not in _STEPS:
        return hit.frame.year
    return hit.frame.day.year + _STEPS[words[0]] if hit.frame.day else None


def month_value(hit: Hit, month: int, year: int | None = None) -> str:
    """Return a month's value; a year that is not stated is the one the article implies."""
    year = year or hit.frame.year_of(month, None, hit.at)
    return f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"


def day_value(hit: Hit, month: int, day: int, year: int | None) -> str | None:
    """Return a day's value, or None when the calendar does not have it."""
    if valid(year or 2000, month, day) is None:
        return None
    year = year or hit.frame.year_of(month, day, hit.at)
    if not year:
        return f"XXXX-{month:02d}-{day:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if valid(year, month, day) else None


def shifted(day: date | None, days: int) -> str:
    """Return the day so many days after one that may be unknown."""
    return (day + timedelta(days=days)).isoformat() if day else NO_DAY
