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
_CLAUSE_ENDS = frozenset((".", ",", ";", "", "!", "?", ")"))
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
    base = hit.frame.reference(unit) if which in _FROM_TEXT else day
    if base is None:
        return hit.date(UNKNOWN.get(unit, "XXXX-XX-XX"), mod)
    value = moved(base, step, unit)
    return hit.date(value, mod) if value else []


@rule(
    "(<p:(the )?(end|beginning|middle) of|(earlier|later|late|early) in> )the <u:unit>",
    "the end of the year = XXXX END",
)
@rule("the <u:unit>(?! ?(hyphen|before|after))", "the year = XXXX")
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


@rule("the <u:unit|daypart> <w:before last|before|after>", "the week before last = XXXX-WXX")
def _unit_beside(hit: Hit) -> list[Piece]:
    """The day before, the year after: of the last date told; "the week before last" is two weeks back."""
    which, unit, part = hit["w"], unit_of(hit["u"]), hit.meaning("u") if hit.is_class("u", "daypart") else ""
    if which != "before last" and hit.after() not in _CLAUSE_ENDS:
        return []  # "the day before the vote"
    base = hit.frame.day if which == "before last" else hit.frame.reference(unit)
    step = {"before": -1, "after": 1}.get(which, -2)
    if not part and unit not in ("D", "W", "M", "Y"):
        return []
    if base is None:
        value: str | None = UNKNOWN.get("" if part else unit, "XXXX-XX-XX")
    else:
        value = moved(base, step, "D" if part else unit)
    if value is None:
        return []
    return hit.piece("TIME", f"{value}T{part}") if part else hit.date(value)


@rule("the unitadj (fiscal )?<u:unit>(?! ?hyphen)", "the full year = XXXX")
def _the_whole_unit(hit: Hit) -> list[Piece]:
    if hit["u"] != "year":
        return []
    if hit.after() in ("ended", "ending", "to"):
        return hit.piece("DURATION", "P1Y")
    return hit.date(f"{hit.frame.day.year:04d}" if hit.frame.day else "XXXX")


@rule("(<p:approx> )?(the )?<u:unit> ?hyphen? ?end", "year-end = XXXX-12-31")
@rule("(the )?(fiscal )?<u:unit> ?apos sfx_s <own:end>", "year's end = XXXX END")
def _unit_end(hit: Hit) -> list[Piece]:
    """ "Year-end" is the last day of business, "the year's end" a stretch; after "since" it is the last one."""
    unit, day = unit_of(hit["u"]), hit.frame.day
    if unit not in ("Y", "M"):
        return []
    value = moved(day, -1 if hit.before() == "since" else 0, unit) if day else UNKNOWN[unit]
    if value and unit == "Y" and not hit["own"]:
        return hit.date(f"{value}-12-31", "APPROX" if hit["p"] else None)
    return hit.date(value, "END") if value else []
