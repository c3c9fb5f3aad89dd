"""Rules for times of the clock, with their day and zone where stated."""

from __future__ import annotations

import re
from functools import partial

from newsdiff.language import english
from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import ASSUMED, Hit, Piece
from newsdiff_dates._lexicon import meanings
from newsdiff_dates._partial import day_value, shifted, year_in

_CLOCK = re.compile(r"([0-9]{1,2})(?: ?[:.] ?([0-9]{2}))?(?: ?[:.] ?([0-9]{2}))?")
_FOUR = re.compile(r"([0-9]{2})([0-9]{2})")
_HALF = re.compile(r"([ap])\.? ?m")
_SHIFT = re.compile(r"([+-]) ?([0-9]{1,2})$")
# A zone, and the same moment by another clock: "10:35 a.m. (0735 GMT)".
_ZONE = "( ?<z:timezone>| ?lpar<z2:timezone>rpar)?( ?lpar<other:clocktime> ?<z3:timezone>rpar)?"
_HALF_DAY = 12 * 60
_DAY = (
    "((wday ?comma? ?)?<m:month> <d:mday>( ?comma? ?<y:yr>)?|(wday ?comma? ?)?(the )?<d2:mday> (of )?<m2:month>"
    "( ?comma? ?<y2:yr>)?|<rel:today>|<wd:wday>( <dp:daypart>)?|(this|that|<last:last>|in the) <dp2:daypart>"
    "|<dp3:tonight>)"
)
_NEARLY = frozenset(f"{near} {side}" for near in ("shortly", "just", "soon") for side in ("before", "after"))
_BEFORE_BARE = english.lexicon.words("clock-preposition")


def clock(words: str) -> str | None:
    """Return "T17:00" for a time of the clock, or None when no clock shows it.

    >>> clock("5 p.m."), clock("12:30 a.m."), clock("13 p.m."), clock("noon"), clock("25:00"), clock("0815")
    ('T17:00', 'T00:30', None, 'T12:00', None, 'T08:15')
    """
    for name in ("noon", "midday", "midnight"):
        if name in words:
            return f"T{meanings()[name]}"
    match = _FOUR.match(words) or _CLOCK.search(words)
    if match is None:
        hours = [int(meanings()[word]) for word in words.split() if meanings().get(word, "").isdigit()]
        return f"T{hours[0]:02d}:{30 if 'half' in words else 0:02d}" if hours and hours[0] <= 24 else None
    hour, minute, *seconds = (int(part or 0) for part in match.groups())
    if minute > 59 or hour > 24 or (hour == 24 and minute) or sum(seconds) > 59:
        return None
    half = _HALF.search(words, match.end())
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[1] == "p" else 0)
    return f"T{hour:02d}:{30 if 'half' in words else minute:02d}" + (f":{seconds[0]:02d}" if any(seconds) else "")


def zone(words: str) -> int | None:
    """Return the minutes from UTC of a zone, where it is known.

    >>> zone("est"), zone("gmt+2"), zone("local time")
    (-300, 120, None)
    """
    base = meanings().get(re.split(r"[^a-z]", words, maxsplit=1)[0], "?")
    if not base.lstrip("-").isdigit():
        return None
    shift = _SHIFT.search(words)
    return int(base) + (60 * int(shift[1] + shift[2]) if shift else 0)


def _offset(hit: Hit, time: str) -> int | None:
    """Return the minutes from UTC: of the zone that is named, or those between the two clocks."""
    known = zone(hit["z"] or hit["z2"])
    other, elsewhere = clock(hit["other"]), zone(hit["z3"])
    if known is not None or other is None or elsewhere is None:
        return known
    apart = _minutes(time) - _minutes(other) + elsewhere
    return (apart + _HALF_DAY) % (2 * _HALF_DAY) - _HALF_DAY


def _minutes(time: str) -> int:
    return 60 * int(time[1:3]) + int(time[4:6])


def _day_of(hit: Hit) -> str | None:
    for month, day, year in (("m", "d", "y"), ("m2", "d2", "y2")):
        if hit[month]:
            return day_value(hit, int(hit.meaning(month)), hit.number(day), year_in(hit, year))
    if hit["wd"]:
        there = hit.frame.weekday(int(hit.meaning("wd")), hit.at)
        return there.isoformat() if there else f"XXXX-WXX-{hit.meaning('wd')}"
    return shifted(hit.frame.day, int(hit.meaning("rel") or -bool(hit["last"])))


def _twelve(hit: Hit, time: str) -> str:
    """Put an hour without a.m. or p.m. into the part of day that is named beside it."""
    part = "NI" if hit["dp3"] else hit.meaning("dp") or hit.meaning("dp2")
    if part in ("AF", "EV", "NI") and "m" not in hit["t"] and 1 <= int(time[1:3]) <= 11:
        return f"T{int(time[1:3]) + 12:02d}{time[3:]}"
    return time


@rule(f"{_DAY} ?comma? (at )?(<p:approx> )?<t:clocktime>{_ZONE}", "Friday at 5 p.m. = XXXX-WXX-5T17:00")
@rule(
    f"(<p:approx> )?<t:clocktime>{_ZONE} ?comma? ?(on |of )?{_DAY}",
    "5 p.m. EST, Nov. 6, 1989 = 1989-11-06T17:00",
)
@rule("(<p:approx> )?<t:[digit digits ones one]> in the <dp2:daypart>", "4 in the morning = XXXX-XX-XXT04:00")
def _time_of_day(hit: Hit) -> list[Piece] | None:
    time, day = clock(hit["t"]), _day_of(hit)
    if time is None or day is None:
        return None
    return hit.piece("TIME", day + _twelve(hit, time), _about(hit), _offset(hit, time))


def _about(hit: Hit) -> str | None:
    """Return the mod of "about 2.20 p.m.", and of 2.30 in "shortly before 2.30"."""
    return "APPROX" if hit["p"] or hit.before(2) in _NEARLY else None


@rule(
    "<first:[digit digits]((colon|dot)digits)?> ?(hyphen|to|and) ?<t:[digit digits]((colon|dot)digits)? ?ampm>"
    "( <z:timezone>)?",
    "1-3 p.m. = XXXX-XX-XXT13:00 XXXX-XX-XXT15:00",
)
def _times(hit: Hit) -> list[Piece]:
    """Two times, the half of the day behind the second: from one to three in the afternoon."""
    half = "p.m." if "p" in hit["t"] else "a.m."
    first, second = clock(f"{hit['first']} {half}"), clock(hit["t"])
    if first is None or second is None:
        return []
    if first > second:  # "11-1 p.m." begins before noon
        first = clock(f"{hit['first']} a.m.") or first
    day, offset = shifted(hit.frame.day, 0), zone(hit["z"])
    begin, stop = hit.span("first")[1], hit.span("t")[0]
    return [
        Piece(hit.begin, begin, "TIME", day + first, None, offset, None, ASSUMED),
        Piece(stop, hit.stop, "TIME", day + second, None, offset, None, ASSUMED),
    ]


@rule(f"(<p:approx> )?<t:clocktime>{_ZONE}", "9:30 a.m. GMT = XXXX-XX-XXT09:30")
def _time(hit: Hit) -> list[Piece] | None:
    time, words = clock(hit["t"]), hit["t"]
    if time is None:
        return None
    if hit.before() in (":", ".", "/", "$", "-") or hit.after() in (":", "/", "%"):
        return []
    bare = words.replace(":", "").replace(" ", "").isdigit()
    if bare and not hit["z"] and not hit["z2"] and hit.before() not in _BEFORE_BARE:
        return []  # "10:35" alone may be a score or a ratio
    day = hit.frame.reference() if hit.frame.same_sentence(hit.at) else hit.frame.day
    told = hit.frame.mentioned is not None and day is hit.frame.mentioned
    build = hit.assumed if not told else partial(hit.piece, "TIME")
    return build(shifted(day, 0) + time, _about(hit), _offset(hit, time))
