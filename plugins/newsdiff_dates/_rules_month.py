"""Rules for days of months and for months."""

from __future__ import annotations

from newsdiff.language import english
from newsdiff_dates import _numerals
from newsdiff_dates._calendar import nth_weekday
from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._lexicon import OTHER
from newsdiff_dates._partial import day_value, month_value, phase, year_in, year_pointed_at

# A number behind a month that counts something else: "in March 20 people", "May 5:3".
_NO_COUNT = (
    "(?! ?(ampm|colon ?digits|percentsign|dot[digit digits]|comma(digits|hundreds)|hyphen[unit units]|units|unit|month"
    "|counted|slash))"
)
_YEAR = "( ?comma? ?<y:yr>)?"
_YEAR_OR_LAST = "( ?comma? ?<y:yr>| ?comma? (of )?<rel:(this|last|next) unit>)?"
_NAMES = english.lexicon.words("month-or-word")
_SHORT = english.lexicon.words("short-month")
_BEFORE_SHORT = english.lexicon.words("short-month-opener")
_BEFORE_MONTH = english.lexicon.words("short-month-opener", "month-opener").union("(,-–")


@rule(
    f"(<wd:wday> ?comma? )?<m:month> <d:mday> ?(hyphen|to|through|and|or) ?<e:mday>{_YEAR}{_NO_COUNT}",
    "Oct. 17-19 = XXXX-10-17 XXXX-10-19",
)
@rule(
    f"(the )?<d:mday> ?(hyphen|to|through|and|or) ?<e:mday> (of )?<m:month>{_YEAR}{_NO_COUNT}",
    "22-24 September 2011 = 2011-09-22 2011-09-24",
)
def _days_of_month(hit: Hit) -> list[Piece]:
    """Two days of one month are two dates; one is only a number, the other carries month and year."""
    month, year = int(hit.meaning("m")), year_in(hit)
    first, second = (day_value(hit, month, hit.number(name), year) for name in ("d", "e"))
    if not first or not second:
        return []
    return [Piece(hit.begin, hit.span("d")[1], "DATE", first), Piece(hit.span("e")[0], hit.stop, "DATE", second)]


@rule(
    f"(<wd:wday> ?comma? (the )?)?(<p:approx> )?<m:month> <d:mday>{_YEAR_OR_LAST}{_NO_COUNT}",
    "Friday, Oct. 18, 2011 = 2011-10-18",
    "May 3rd, 1994 = 1994-05-03",
)
@rule(
    f"(<wd:wday> ?comma? )?(the )?<d:mday> (of )?<m:month>{_YEAR_OR_LAST}",
    "Tuesday 18 October 2011 = 2011-10-18",
    "the 5th of May 1945 = 1945-05-05",
)
@rule(f"(<wd:wday> ?comma? )?<m:month> (the )?<d:ordday>{_YEAR}(?! quarter)", "March the eighth = XXXX-03-08")
@rule(f"(<wd:wday> ?comma? )?(the )?<d:ordday> of <m:month>{_YEAR}", "the fourth of July 1776 = 1776-07-04")
def _day(hit: Hit) -> list[Piece] | None:
    if hit["rel"] and not hit["rel"].endswith("year"):
        return []
    year, day = year_in(hit) or year_pointed_at(hit, "rel"), hit.number("d")
    value = day_value(hit, int(hit.meaning("m")), day, year)
    if value is None:
        return None if day <= 31 else []  # 31 February is refused, "in March 45" is March
    if year:
        hit.frame.state(value)
    return hit.date(value, "APPROX" if hit["p"] else None)


@rule(
    "<d:mday> (of )?<m:month> ?(hyphen|to|and|until|through) ?<e:mday> (of )?<m2:month> ?comma? ?<y:yr>",
    "28 April to 2 May 2011 = 2011-04-28 2011-05-02",
)
@rule(
    "<m:month> <d:mday> ?(hyphen|to|and|until|through) ?<m2:month> <e:mday> ?comma? ?<y:yr>",
    "Dec. 30 to Jan. 2, 2011 = 2010-12-30 2011-01-02",
)
@rule(
    "<m:month> ?(hyphen|to|and|or|until|through) ?<m2:month> ?comma? (of )?<y:yr>",
    "May and June 2011 = 2011-05 2011-06",
)
def _of_one_year(hit: Hit) -> list[Piece]:
    """Two dates, the year behind the second: the first is before it, so perhaps of the year before."""
    year, first, second = year_in(hit) or 0, int(hit.meaning("m")), int(hit.meaning("m2"))
    earlier = year - (first > second)
    if hit["d"]:
        values = [day_value(hit, first, hit.number("d"), earlier), day_value(hit, second, hit.number("e"), year)]
    else:
        values = [f"{earlier:04d}-{first:02d}", f"{year:04d}-{second:02d}"]
    if not values[0] or not values[1]:
        return []
    stop = max(hit.span("m")[1], hit.span("d")[1])
    start = min(begin for begin, _ in (hit.span("m2"), hit.span("e")) if begin >= stop)
    return [Piece(hit.begin, stop, "DATE", values[0]), Piece(start, hit.stop, "DATE", values[1])]


@rule(
    "(the )?<o:ordinal|second|last> <wd:weekday> (of|in) <m:month>( ?comma? (of )?<y:yr>)?",
    "the last Sunday of March 2026 = 2026-03-29",
)
def _nth_weekday(hit: Hit) -> list[Piece]:
    month, nth = int(hit.meaning("m")), -1 if hit["o"] == "last" else hit.number("o")
    year = year_in(hit) or hit.frame.year_of(month, None, hit.at)
    if nth > 4:
        return []
    return hit.date(
        nth_weekday(year, month, int(hit.meaning("wd")), nth).isoformat() if year else f"XXXX-{month:02d}-XX"
    )


@rule(
    "((the )?<p:phase> ?hyphen? ?)?<m:month> ?comma? ?(of )?(<y:yr>|<y2:shortyear>|<sy:spelledyear>)",
    "early March 1996 = 1996-03 START",
    "July 1997 = 1997-07",
)
def _month_and_year(hit: Hit) -> list[Piece]:
    year = _numerals.year(hit["sy"]) if hit["sy"] else year_in(hit) or year_in(hit, "y2")
    if year is None:
        return []
    value = month_value(hit, int(hit.meaning("m")), year)
    hit.frame.state(value)
    return hit.date(value, phase(hit["p"]))


@rule("(<p:phase> ?hyphen? ?)?<m:month> (of )?<rel:(last|this|next|that|the same) unit>", "July last year = XXXX-07")
def _month_of_year(hit: Hit) -> list[Piece]:
    if not hit["rel"].endswith("year"):
        return []
    return hit.date(month_value(hit, int(hit.meaning("m")), year_pointed_at(hit, "rel")), phase(hit["p"]))


@rule("every <m:month>", "every July = XXXX-07")
def _every_month(hit: Hit) -> list[Piece]:
    return hit.piece("SET", f"XXXX-{int(hit.meaning('m')):02d}")


@rule(
    "(<p:phase> ?hyphen? ?)?<w:last|next|this|this past|this coming|the following|the previous|that|the past>"
    " (<p2:phase> ?hyphen? ?)?<m:(fullmonth|march|may)>",
    "last December = XXXX-12",
)
def _which_month(hit: Hit) -> list[Piece]:
    month, day, which = int(hit.meaning("m")), hit.frame.day, hit["w"].split()[-1]
    mod = phase(hit["p"] or hit["p2"])
    if day is None:
        return hit.date(f"XXXX-{month:02d}", mod)
    year = day.year
    if which in ("last", "past", "previous"):
        year -= month >= day.month
    elif which in ("next", "coming", "following"):
        year += month <= day.month
    elif which == "that":
        year = hit.frame.year or year
    return hit.date(f"{year:04d}-{month:02d}", mod)


@rule("(the )?<p:phase> ?hyphen? ?<m:month>", "mid-November = XXXX-11 MID", "late September = XXXX-09 END")
def _phase_of_month(hit: Hit) -> list[Piece]:
    return hit.date(month_value(hit, int(hit.meaning("m"))), phase(hit["p"]))


@rule("<m:month>", "September = XXXX-09")
def _month(hit: Hit) -> list[Piece]:
    word, front = hit["m"].rstrip(". "), hit.before()
    if word in _NAMES or len(word) == 3:
        named = hit.tokens.words[hit.stop : hit.stop + 1]
        if named and named[0][0].isupper() and hit.tokens.codes[hit.stop] == OTHER:
            return []  # "April Smith"
        if word in ("may", "march") and front not in _BEFORE_MONTH:
            return []
    if len(word) < 5 and word not in _SHORT and not hit["m"].endswith(".") and front not in _BEFORE_SHORT:
        return []  # "Jan and Mar"
    return hit.date(month_value(hit, int(hit.meaning("m"))))
