"""Rules for times of the clock, with their day and zone where stated."""

from __future__ import annotations

import re

from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._lexicon import meanings
from newsdiff_dates._rules_calendar import day_value, part_of, year_in

_CLOCK = re.compile(r"([0-9]{1,2})(?: ?[:.] ?([0-9]{2}))?(?: ?[:.] ?([0-9]{2}))?")
_ZONE = "( ?lpar?<z:timezone>rpar?)?"
_DAY = (
    "((<wd:wday> ?comma? ?)?<m:month> <d:mday>( ?comma? ?<y:yr>)?|(<wd2:wday> ?comma? ?)?(the )?<d2:mday> (of )?<m2:month>( ?comma? ?<y2:yr>)?"
    "|<rel:today>|<wd3:wday>( <dp3:daypart>)?|<dp:((this|that|last|in the) daypart|tonight)>)"
)


def clock(words: str) -> str | None:
    """Return "T17:00" for a time of the clock, or None when no clock shows it.

    >>> clock("5 p.m."), clock("12:30 a.m."), clock("13 p.m."), clock("noon"), clock("25:00")
    ('T17:00', 'T00:30', None, 'T12:00', None)
    """
    for name in ("noon", "midday", "midnight"):
        if name in words:
            return f"T{meanings()[name]}"
    match = _CLOCK.search(words)
    if match is None:
        spelled = [int(meanings()[word]) for word in words.split() if meanings().get(word, "x").isdigit()]
        return f"T{spelled[0]:02d}:{30 if 'half' in words else 0:02d}" if spelled else None
    hour, minute, second = int(match[1]), int(match[2] or 0), match[3]
    if minute > 59 or hour > 24 or (hour == 24 and minute) or (second and int(second) > 59):
        return None
    half = re.search(r"([ap])\.? ?m", words[match.end() :])
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[1] == "p" else 0)
    return f"T{hour:02d}:{30 if 'half' in words else minute:02d}" + (f":{second}" if second else "")


def zone(words: str) -> int | None:
    """Return the minutes from UTC of a zone, where it is known."""
    base = meanings().get(words.split()[0] if words else "", "?")
    if not base.lstrip("-").isdigit():
        return None
    shift = re.search(r"([+-]) ?([0-9]{1,2})$", words)
    return int(base) + (60 * int(shift[1] + shift[2]) if shift else 0)


def _day_of(hit: Hit) -> str | None:
    if hit.has("m") or hit.has("m2"):
        month, day, year = ("m", "d", "y") if hit.has("m") else ("m2", "d2", "y2")
        return day_value(hit, int(hit.meaning(month)), hit.number(day), year_in(hit, year))
    base = hit.frame.day
    if hit.has("rel"):
        from datetime import timedelta

        return (base + timedelta(days=int(hit.meaning("rel")))).isoformat() if base else "XXXX-XX-XX"
    if hit.has("wd3"):
        there = hit.frame.weekday(int(hit.meaning("wd3")), hit.at)
        return there.isoformat() if there else f"XXXX-WXX-{hit.meaning('wd3')}"
    return base.isoformat() if base else "XXXX-XX-XX"


def _twelve(hit: Hit, time: str) -> str:
    """Put an hour without a.m. or p.m. into the part of day that is named beside it."""
    part = part_of(hit["dp3"] or hit["dp"]) if hit["dp"] != "tonight" else "NI"
    if part in ("AF", "EV", "NI") and "m" not in hit["t"] and int(time[1:3]) in range(1, 12):
        return f"T{int(time[1:3]) + 12:02d}{time[3:]}"
    return time


@rule(
    _DAY + " ?comma? (at )?(<p:approx> )?<t:clocktime>" + _ZONE,
    "Friday at 5 p.m. = XXXX-WXX-5T17:00",
)
@rule(
    "(<p:approx> )?<t:clocktime>" + _ZONE + " ?comma? ?(on |of )?" + _DAY,
    "5 p.m. EST, Nov. 6, 1989 = 1989-11-06T17:00",
)
@rule("(<p:approx> )?<t:clocktime>" + _ZONE + " ?comma? ?(on |of )?" + _DAY)
def _time_of_day(hit: Hit) -> list[Piece]:
    time, day = clock(hit["t"]), _day_of(hit)
    if time is None or day is None:
        return []
    return hit.piece("TIME", day + _twelve(hit, time), "APPROX" if hit["p"] else None, zone(hit["z"]))


@rule("(<p:approx> )?<t:clocktime>" + _ZONE, "9:30 a.m. GMT = XXXX-XX-XXT09:30")
@rule("(<p:approx> )?<t:clocktime>" + _ZONE)
def _time(hit: Hit) -> list[Piece]:
    time = clock(hit["t"])
    words = hit["t"]
    if time is None or (hit.before() in (":", ".", "/", "$", "-") or hit.after() in (":", "/", "%")):
        return []
    if words.replace(":", "").isdigit() or ":" in words and "m" not in words:
        # "10:35" alone may be a score or a ratio: it needs "at", a zone or two figures of hours
        if not hit["z"] and hit.before() not in (
            "at",
            "by",
            "until",
            "from",
            "to",
            "around",
            "about",
            "before",
            "after",
            "since",
            "between",
            "and",
        ):
            return []
    day = hit.frame.day
    near = hit.frame.mentioned
    if (
        near
        and "." not in hit.frame.text[hit.frame.mentioned_at : hit.at].replace(". ", "", 0)
        and hit.at - hit.frame.mentioned_at < 120
    ):
        day = near
    value = day.isoformat() if day else "XXXX-XX-XX"
    return hit.piece("TIME", value + time, "APPROX" if hit["p"] else None, zone(hit["z"]))
