"""Rules for quarters and halves of years, of which business news is made."""

from __future__ import annotations

import re

from newsdiff.language import english
from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._partial import year_in

_STEPS = {"last": -1, "this": 0, "next": 1}
_RESULTS = english.lexicon.words("result-word")
# What may be awaited of the quarter that has just ended: its figures.
_FIGURES = re.compile(rf"\b(?:{english.lexicon.pattern('result-noun')})\b", re.IGNORECASE)
_WITHIN = ("in", "by", "during")


def _year_of(hit: Hit, words: str) -> int | None:
    """Return the year that "last year", "this year" or "next year" is."""
    if not words or not hit.frame.day or "year" not in words:
        return None
    return hit.frame.day.year + _STEPS[words.split()[0]]


def quarter_value(hit: Hit, number: int, year: int | None) -> str:
    """Return a quarter's value; without a year it is the last one that has begun, or the next one that is awaited."""
    day = hit.frame.day
    if year is None and day is not None:
        now = (day.month + 2) // 3
        year = day.year if number <= now else day.year - 1
        if number != now and hit.frame.future(hit.at) and _to_come(hit, just_ended=number == (now - 2) % 4 + 1):
            year += 1
    value = f"{year:04d}-Q{number}" if year else f"XXXX-Q{number}"
    hit.frame.speak_of(value, hit.at)
    return value


def _to_come(hit: Hit, *, just_ended: bool) -> bool:
    """Tell "is to close in the third quarter" from "is to report a third-quarter loss": that may have just ended."""
    within = hit.text.split(" ")[0] == "the" and hit.before() in _WITHIN
    return within and not (just_ended and _FIGURES.search(hit.frame.before(hit.at)))


def _a_year_before(quarter: str) -> str:
    return f"{int(quarter[:4]) - 1:04d}{quarter[4:]}"


@rule(
    "(the )?(<l:this|last|next> unit apos sfx_s )?(comparable )?(<back:unit ?hyphen? ?(earlier|ago)> )?"
    "(fiscal ?hyphen? ?)?<o:anyord> ?hyphen? ?quarter( (of )?(fiscal )?(<y:yearlike>|<rel:(last|this|next) unit>))?",
    "the third quarter of 1998 = 1998-Q3",
    "first-quarter = XXXX-Q1",
)
@rule("(the )?(<y:yearlike> )?(fiscal )?<o:anyord> ?hyphen? ?quarter", "the 1998 third quarter = 1998-Q3")
def _quarter(hit: Hit) -> list[Piece]:
    number = hit.number("o")
    if number > 4:
        return []
    value = quarter_value(hit, number, year_in(hit) or _year_of(hit, hit["rel"] or (hit["l"] and f"{hit['l']} year")))
    return hit.date(_a_year_before(value) if hit["back"] and value[0] != "X" else value)


@rule("qletter <q:digit>( of)?( fiscal)? <y:yearlike>|<y2:yearlike> ?qletter <q2:digit>", "Q3 2011 = 2011-Q3")
@rule("qletter <q3:digit>", "Q3 = XXXX-Q3")
def _short_quarter(hit: Hit) -> list[Piece]:
    number = int(hit["q"] or hit["q2"] or hit["q3"])
    if not 1 <= number <= 4:
        return []
    return hit.date(quarter_value(hit, number, year_in(hit) or year_in(hit, "y2")))


@rule(
    "(the |its )?(comparable )?unit ?hyphen? ?(earlier|ago) (comparable )?(quarter|vague)",
    "the year-earlier quarter = XXXX-QX",
)
@rule(
    "(the )?quarter a unit (ago|earlier)|last unit apos sfx_s (comparable )?quarter", "the quarter a year ago = XXXX-QX"
)
@rule(
    "(the )?(same|comparable) (quarter|vague) (last unit|(of )?<y:yearlike>|(a )?unit (ago|earlier))",
    "the same quarter of 1998 = 1998-QX",
)
@rule("(the )?<y:yearlike> (quarter|<period:vague>)", "the 1998 quarter = 1998-QX")
def _quarter_of_another_year(hit: Hit) -> list[Piece]:
    """Return the quarter the article speaks of, a year before or in the year that is named."""
    if hit["period"] and hit["period"] != "period":
        return []
    quarter, year = hit.frame.quarter or hit.frame.last_quarter(), year_in(hit)
    if hit["period"] and hit.frame.quarter is None:
        return hit.date(f"{year:04d}")
    if quarter is None:
        return hit.date(f"{year:04d}-QX" if year else "XXXX-QX")
    return hit.date(f"{year:04d}{quarter[4:]}" if year else _a_year_before(quarter))


@rule(
    "(the )?<w:(this|last|next|latest|current|previous|coming|following|past|that|the same)> (comparable )?quarter"
    "|the quarter|(the )?<w2:latest> vague",
    "the latest quarter = XXXX-QX",
)
def _that_quarter(hit: Hit) -> list[Piece]:
    day, which, spoken, last = hit.frame.day, hit["w"] or hit["w2"], hit.frame.quarter, hit.frame.last_quarter()
    if day is None or last is None:
        return hit.date(spoken or "XXXX-QX")
    current = int(last[:4]) * 4 + int(last[6])  # quarters since the year 0: the one after the last
    index = int(spoken[:4]) * 4 + int(spoken[6]) - 1 if spoken else current - 1
    if which in ("this", "current"):
        index = current
    elif which in ("next", "coming"):
        index = current + 1
    elif which in ("last", "past") or (which == "latest" and index >= current):
        index = current - 1
    elif which in ("previous", "following"):
        index += 1 if which == "following" else -1
    value = f"{index // 4:04d}-Q{index % 4 + 1}"
    hit.frame.speak_of(value, hit.at)
    return hit.date(value)


@rule("hletter <h:digit> (of )?<y:yearlike>", "H1 2011 = 2011-H1")
def _short_half(hit: Hit) -> list[Piece]:
    return hit.date(f"{year_in(hit)}-H{hit['h']}") if hit["h"] in ("1", "2") else []


@rule(
    "(the )?<o:ordinal|second|last> ?hyphen? ?half"
    "( (of )?((the )?fiscal )?(<y:yearlike>|<rel:(last|this|next) unit>|<the:the unit>))?",
    "the first half of 1998 = 1998-H1",
)
def _half(hit: Hit) -> list[Piece]:
    number = 2 if hit["o"] == "last" else hit.number("o")
    day, year, which = hit.frame.day, year_in(hit), hit["rel"] or hit["the"]
    if number > 2 or (which and not which.endswith("year")):
        return []
    if not year and not which and hit.after() not in _RESULTS:
        return []  # of a match, of a book
    if year is None and day is not None:
        year = _year_of(hit, hit["rel"]) or (day.year - 1 if not which and number == 2 and day.month < 7 else day.year)
    return hit.date(f"{year:04d}-H{number}" if year else f"XXXX-H{number}")
