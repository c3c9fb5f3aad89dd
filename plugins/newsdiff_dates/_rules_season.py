"""Rules for seasons and centuries."""

from __future__ import annotations

from datetime import date

from newsdiff.language import english
from newsdiff_dates import _numerals
from newsdiff_dates._calendar import SEASONS
from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._partial import phase, year_in

_IN = english.lexicon.words("time-preposition", "span-preposition")
_IN_THE_FALL = english.lexicon.words("time-preposition")
_LAST = frozenset(("last", "this past", "past", "previous"))
_NEXT = frozenset(("next", "this coming", "coming", "following"))


@rule(
    "(the )?(<p:phase> ?hyphen? ?)?(the )?"
    "<w:(last|this|next|this past|this coming|past|coming|previous|following|that|same)>"
    " (<p2:early|late|mid> ?hyphen? ?)?<s:anyseason>",
    "last fall = XXXX-FA",
)
@rule(
    "(the )?(<p:phase> ?hyphen? ?)?(the )?<s:anyseason> ?comma? (of )?"
    "(<y:yearlike|shortyear>|<sy:spelledyear>|<rel:(last|this|next|that) unit>)",
    "the summer of 1998 = 1998-SU",
)
@rule("the (<p:early|late> )?<s:season>(?! of)", "the summer = XXXX-SU")
@rule("<p:early|late|mid> ?hyphen? ?<s:anyseason>", "early spring = XXXX-SP START")
@rule("the <fall:fall>(?! (of|in))|<bare:anyseason>", "spring = XXXX-SP")
def _season(hit: Hit) -> list[Piece]:
    words = hit["s"] or hit["fall"] or hit["bare"]
    if (hit["fall"] or hit["bare"]) and hit.before() not in (_IN_THE_FALL if words == "fall" else _IN):
        return []  # "the fall hurt", "prices fall", "winter storms"
    name, day, year = hit.meaning_of(words), hit.frame.day, year_in(hit)
    if hit["sy"]:
        year = _numerals.year(hit["sy"].replace("-", " "))
    if hit["rel"]:
        if not hit["rel"].endswith("year"):
            return []
        year = day.year + {"last": -1, "next": 1}.get(hit["rel"].split()[0], 0) if day else None
    if year is None and day is not None:
        year = _season_year(name, hit["w"], day)
    return hit.date(f"{year:04d}-{name}" if year else f"XXXX-{name}", phase(hit["p"] or hit["p2"]))


def _season_year(name: str, which: str, day: date) -> int:
    """Return the year of a season: the last that ended, the next that begins, this year's, or the nearest."""
    begins = SEASONS[name]
    if which == "this":
        return day.year
    if which in _LAST:
        return day.year if day.month >= begins + 3 else day.year - 1
    if which in _NEXT:
        return day.year if day.month < begins else day.year + 1
    # Months from the middle of the season to the middle of this month.
    return min(
        (abs((year - day.year) * 12 + begins + 1 - day.month), year) for year in range(day.year - 1, day.year + 2)
    )[1]


@rule("(the )?(last|past|previous|next|coming) <n:exact|vaguenum> <s:seasons>", "the past three summers = XXXX-SU")
@rule("every <s:anyseason>", "every winter = XXXX-WI")
def _seasons(hit: Hit) -> list[Piece]:
    return hit.piece("SET", f"XXXX-{hit.meaning('s')}")


@rule(
    "(the )?(<p:phase> ?hyphen? ?)?(the )?<o:(ordday|digit suffix|digits suffix)> ?hyphen? ?<c:unit>( ad)?",
    "the 20th century = 19",
)
@rule("(the )?<w:(this|last|next|the turn of the|current|past|previous)> <c:unit>", "this century = XX")
def _century(hit: Hit) -> list[Piece]:
    if hit["c"] != "century":
        return []
    if hit["o"]:
        return hit.date(f"{hit.number('o') - 1:02d}", phase(hit["p"]))
    step = -1 if hit["w"] in ("last", "past", "previous") else 1 if hit["w"] == "next" else 0
    return hit.date(f"{hit.frame.day.year // 100 + step:02d}" if hit.frame.day else "XX")
