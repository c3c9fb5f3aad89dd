"""Times that are told from the moment of publication: "less than 36 hours ago", "earlier this month", "in recent days".

TIMEX3 has no stretch for them: "six hours ago" is a length, "earlier this month" the whole month. The value stays as
the convention has it; the stretch of time says what can be meant.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from attrs import evolve

from newsdiff import Timex
from newsdiff_dates._durations import days

_DAY = timedelta(days=1)
# "Two years ago" is a unit off at most; of up to three days people know the number (guess).
_EXACT = 3.5
# What "recent days", "weeks", "months" can reach back to, in days: a guess.
_RECENT = {"PXD": 7, "PXW": 45, "PXM": 300}
_PAST = re.compile(r"(?:the |these )?(?:past|last)\b")
_RECENTLY = re.compile(r"(?:the |these )?(?:recent|past|last) ")


def resolved(value: Timex, surface: str, published: date | datetime | None) -> Timex:
    """Return a time with the stretch that its words admit, seen from the day or the hour of publication.

    >>> timex = Timex("DURATION", "PT36H", "LESS_THAN")
    >>> there = resolved(timex, "less than 36 hours ago", datetime(2026, 3, 12, 15))
    >>> str(there.earliest), str(there.latest)
    ('2026-03-11 03:00:00', '2026-03-12 15:00:00')
    """
    if published is None or value.type == "SET" or not 1000 <= published.year <= 9000:
        return value
    words = surface.lower()
    now = _moment(published)
    if words.startswith(("earlier ", "later ")) and value.earliest and value.latest:
        return _cut(value, now, earlier=words.startswith("earlier"))
    if words.endswith(("ago", "ago.")):
        return _ago(value, words, now)
    if value.type == "DURATION" and (length := _recent(value, words)) is not None:
        return evolve(value, earliest=now[0] - length, latest=now[1])
    return value


def _moment(published: date | datetime) -> tuple[datetime, datetime]:
    """Return between which hours an article was written: a day where only that is known."""
    if isinstance(published, datetime):
        plain = published.replace(tzinfo=None)
        return plain, plain
    start = datetime.combine(published, time())
    return start, start + _DAY


def _cut(value: Timex, now: tuple[datetime, datetime], *, earlier: bool) -> Timex:
    assert value.earliest is not None
    assert value.latest is not None
    start = datetime.combine(now[0].date(), time())
    if earlier and value.earliest < start + _DAY < value.latest:
        return evolve(value, latest=start + _DAY)
    if not earlier and value.earliest < start < value.latest:
        return evolve(value, earliest=start)
    return value


def _ago(value: Timex, words: str, now: tuple[datetime, datetime]) -> Timex:
    if value.type == "DURATION":
        known = days(value.value)
        if known is None:
            return value
        length, unit = (timedelta(days=number) for number in known)
        if value.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
            return evolve(value, earliest=now[0] - length, latest=now[1])
        if value.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
            return evolve(value, earliest=now[0] - 2 * length, latest=now[1] - length)
        return evolve(value, earliest=now[0] - length - unit, latest=now[1] - length + unit)
    if value.earliest is None or value.latest is None:
        return value
    apart = now[0] - value.earliest
    slack = value.latest - value.earliest
    if slack <= _DAY:
        slack = timedelta() if apart <= _EXACT * _DAY else _DAY
    elif "year" in words or "decade" in words:
        slack = slack if slack > timedelta(days=300) else timedelta(days=183)
    return evolve(value, earliest=value.earliest - slack, latest=value.latest + slack)


def _recent(value: Timex, words: str) -> timedelta | None:
    if value.value in _RECENT and _RECENTLY.match(words):
        return timedelta(days=_RECENT[value.value])
    known = days(value.value)
    return timedelta(days=known[0]) if known and _PAST.match(words) and known[0] <= 31 else None
