"""Rules for one unit of time that is pointed at: "last month", "this year", "the end of the week"."""

from __future__ import annotations

from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._partial import phase
from newsdiff_dates._units import UNKNOWN, length, moved, unit_of

_STEPS = {
    "last": -1, "past": -1, "this past": -1, "previous": -1,
    "next": 1, "coming": 1, "this coming": 1, "following": 1,
}  # fmt: skip
_FROM_TEXT = frozenset(("same", "that", "that same", "previous", "following"))


@rule(
    "((<p:(early|late|earlier|later|sometime|mid|(the )?(end|beginning|middle) of|part of)>"
    "|(<p3:earlier|later|late|early> in)) ?hyphen? ?)?(the )?"
    "<w:(this past|this coming|last|past|previous|this|current|next|coming|following|that same|that|same)>"
    " (unitadj )?(fiscal )?<u:unit>( or so)?",
    "last month = XXXX-XX",
    "early next year = XXXX START",
)
def _which_unit(hit: Hit) -> list[Piece]:
    unit, which, day, mod = unit_of(hit["u"]), hit["w"], hit.frame.day, phase(hit["p"] or hit["p3"])
    step = _STEPS.get(which, 0)
    if (
        unit == "100Y"
        or (unit.startswith("T") and not step)
        or (unit == "D" and which not in ("last", "next", *_FROM_TEXT))
    ):
        return []
    if unit.startswith("T") or (unit == "10Y" and which in ("past", "this past")):
        return hit.piece("DURATION", length(1, unit))
    if unit == "10Y":
        return hit.date(f"{day.year // 10 + step}" if day else "XXX", mod)
    base = hit.frame.reference() if which in _FROM_TEXT else day
    if unit == "Y" and which in _FROM_TEXT and hit.frame.year:
        return hit.date(f"{hit.frame.year + step:04d}", mod)
    if base is None:
        return hit.date(UNKNOWN.get(unit, "XXXX-XX-XX"), mod)
    value = moved(base, step, unit)
    return hit.date(value, mod) if value else []


@rule(
    "(<p:(the )?(end|beginning|middle) of|(earlier|later|late|early) in> )the <u:unit>",
    "the end of the year = XXXX END",
)
@rule("the <u:unit>(?! ?hyphen)", "the year = XXXX")
def _the_unit(hit: Hit) -> list[Piece]:
    unit, day, mod = unit_of(hit["u"]), hit.frame.day, phase(hit["p"])
    if unit == "Y" and not mod and hit.after() in ("ended", "ending", "to", "ends"):
        return hit.piece("DURATION", "P1Y")
    if unit == "10Y" and mod:
        return hit.date(f"{day.year // 10}" if day else "XXX", mod)
    if unit not in ("Y", "M", "W"):
        return []
    value = moved(day, 0, unit) if day else UNKNOWN[unit]
    return hit.date(value, mod) if value else []


@rule("the unitadj (fiscal )?<u:unit>(?! ?hyphen)", "the full year = XXXX")
def _the_whole_unit(hit: Hit) -> list[Piece]:
    if hit["u"] != "year":
        return []
    if hit.after() in ("ended", "ending", "to"):
        return hit.piece("DURATION", "P1Y")
    return hit.date(f"{hit.frame.day.year:04d}" if hit.frame.day else "XXXX")


@rule(
    "(<p:approx> )?(the )?(fiscal )?<u:unit>( ?apos sfx_s)? ?hyphen? ?end",
    "year-end = XXXX END",
    "year's end = XXXX END",
)
def _unit_end(hit: Hit) -> list[Piece]:
    unit, day = unit_of(hit["u"]), hit.frame.day
    if unit not in ("Y", "M"):
        return []
    value = moved(day, 0, unit) if day else UNKNOWN[unit]
    return hit.date(value, "END") if value else []
