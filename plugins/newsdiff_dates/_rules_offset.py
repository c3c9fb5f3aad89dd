"""Rules for what lies so long before or after something: "two years ago", "a week later"."""

from __future__ import annotations

from datetime import date

from newsdiff_dates._calendar import shifted, week
from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._partial import day_value, year_in
from newsdiff_dates._units import UNKNOWN, length, modifier, moved, unit_of

_BUT_ONE = {("before", "yesterday"): -2, ("after", "tomorrow"): 2, ("before", "today"): -1, ("after", "today"): 1}


@rule("(the )?<u:unit> <w:before|after> <d:today>", "the day before yesterday = XXXX-XX-XX")
def _day_but_one(hit: Hit) -> list[Piece]:
    step, day = _BUT_ONE.get((hit["w"], hit["d"])), hit.frame.day
    if step is None or hit["u"] != "day":
        return []
    there = shifted(day, step) if day else None
    return hit.date(there.isoformat() if there else "XXXX-XX-XX")


@rule(
    "(the )?<u:unit> of (<wd:wday> ?comma? )?<m:month> <d:mday>( ?comma? ?<y:yr>)?",
    "the week of March 9, 1998 = 1998-W11",
)
def _week_of(hit: Hit) -> list[Piece]:
    value = day_value(hit, int(hit.meaning("m")), hit.number("d"), year_in(hit))
    if value is None or hit["u"] != "week":
        return []
    return hit.date(week(date.fromisoformat(value)) if value[0] != "X" else "XXXX-WXX")


@rule(
    "(<p:approximator> )?(<n:num> ((or|to) <m:num> )?|<one:a> |<half:half a> )?(unitadj )?"
    "<u:unit|units|second|quarter|quarters>"
    "( or <so:so>)? ?hyphen? ?ago(?! ?hyphen? ?(quarter|vague))",
    "two years ago = XXXX",
    "10 days ago = XXXX-XX-XX",
)
def _ago(hit: Hit) -> list[Piece]:
    return _offset(hit, -1, hit.frame.day)


@rule(
    "(<p:approximator> )?(<n:num> |<one:a> )?(unitadj )?<u:unit|units|quarter|quarters>( or <so:so>)? ?hyphen? ?"
    "<w:(earlier|later|before|after that|previously|hence|from now|from today|from then)>",
    "two days earlier = XXXX-XX-XX",
    "a year earlier = XXXX",
)
def _earlier_later(hit: Hit) -> list[Piece]:
    which, unit = hit["w"], unit_of(hit["u"])
    if which == "before" and hit.after() not in (".", ",", "", ";", "in"):
        return []  # "two days before the vote": only the length is told
    if which in ("hence", "from now", "from today"):
        return _offset(hit, 1, hit.frame.day)
    if which in ("earlier", "before", "previously"):
        # "From 3 million a year earlier" goes back from the reported time, not from the last year in the text.
        return _offset(hit, -1, hit.frame.reference())
    if hit.frame.reference(unit) is hit.frame.day:  # later than what?
        return [Piece(hit.begin, hit.span("u")[1], "DURATION", length(_count(hit), unit), modifier(hit["p"]))]
    return _offset(hit, 1, hit.frame.reference(unit))


def _count(hit: Hit) -> float | None:
    """Return how many units; one in the plural without a numeral is not stated."""
    if hit["n"]:
        return hit.amount("n")
    return 0.5 if hit["half"] else None if hit["u"].endswith("s") and not hit["one"] else 1.0


def _offset(hit: Hit, sign: int, base: date | None) -> list[Piece]:
    unit, count = unit_of(hit["u"]), _count(hit)
    mod = modifier(hit["p"]) or ("APPROX" if hit["so"] or hit["m"] else None)
    if count is None:
        return hit.piece("DURATION", length(None, unit)) if hit["w"] else hit.date("PAST_REF")
    quarter = hit.frame.quarter
    if unit == "Y" and sign < 0 and count == 1 and quarter and hit.frame.quarter_at >= hit.frame.span_at:
        # In a report on a quarter, a year back means the same quarter of it.
        return hit.date(f"{int(quarter[:4]) - 1:04d}{quarter[4:]}", mod)
    if base is None:
        return hit.date(UNKNOWN.get(unit[-1], "XXXX-XX-XX"), mod)
    if unit.startswith("T"):
        return hit.piece("DURATION", length(count, unit), mod)
    value = moved(base, sign * count, unit)
    return hit.date(value, mod) if value else []


@rule("<u:unit> ?hyphen (earlier|ago)", "year-earlier = XXXX")
def _year_earlier(hit: Hit) -> list[Piece]:
    if hit["u"] != "year":
        return []
    if hit.frame.quarter:
        return hit.date(f"{int(hit.frame.quarter[:4]) - 1:04d}{hit.frame.quarter[4:]}")
    return hit.date(f"{hit.frame.day.year - 1:04d}" if hit.frame.day else "XXXX")
