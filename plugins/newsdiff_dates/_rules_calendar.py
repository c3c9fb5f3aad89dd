"""Rules for days, weekdays, months, weekends and parts of day."""

from __future__ import annotations

from datetime import date, timedelta

from newsdiff_dates._calendar import holiday, holidays, months_away, valid, week
from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._numerals import year as spelled_year

_PHASES = {"early": "START", "late": "END", "mid": "MID", "middle": "MID", "end": "END", "beginning": "START"}


def phase(words: str) -> str | None:
    """Return the TIMEX3 mod of "early", "the end of" and the like."""
    for word in words.replace("-", " ").split():
        if word in _PHASES or word in ("close", "start", "outset", "latter"):
            return _PHASES.get(word, "END" if word in ("close", "latter") else "START")
    return None


def year_in(hit: Hit, name: str = "y") -> int | None:
    """Return the year a group states, in four figures or two ("'98")."""
    words = "".join(char for char in hit[name] if char.isdigit())
    if not words:
        return None
    if len(words) > 2:
        return int(words)
    century = 1900 if int(words) > 50 else 2000
    return century + int(words)


def month_value(hit: Hit, month: int, year: int | None) -> str:
    """Return a month's value; a year that is not stated is the one the article implies."""
    year = year or hit.frame.year_of(month, None, hit.at)
    return f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"


def day_value(hit: Hit, month: int, day: int, year: int | None) -> str | None:
    """Return a day's value, or None when the calendar does not have it."""
    if not year:
        if valid(2000, month, day) is None:
            return None
        year = hit.frame.year_of(month, day, hit.at)
    if not year:
        return f"XXXX-{month:02d}-{day:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if valid(year, month, day) else None


def single(pieces: list[Piece], hit: Hit, value: str | None) -> list[Piece]:
    """Return *pieces*, or nothing when there is no value."""
    return pieces if value else []


NOT_COUNT = r"(?! ?(ampm|colon ?digits|percentsign|dot[digit digits]|comma(digits|hundreds)|hyphen[unit units]|units|unit|month|counted|slash))"


@rule(
    "(<wd:wday> ?comma? )?<m:month> <d:mday> ?(hyphen|to|through|and|or) ?<e:mday>( ?comma? <y:yr>)?" + NOT_COUNT,
    "Oct. 17-19 = XXXX-10-17 XXXX-10-19",
)
@rule(
    "(the )?<d:mday> ?(hyphen|to|through|and|or) ?<e:mday> (of )?<m:month>( ?comma? <y:yr>)?" + NOT_COUNT,
    "22-24 September 2011 = 2011-09-22 2011-09-24",
)
def _days_of_month(hit: Hit) -> list[Piece]:
    """Two days of one month are two dates; the second is only its number or carries the month."""
    month, year = int(hit.meaning("m")), year_in(hit)
    values = [day_value(hit, month, hit.number(name), year) for name in ("d", "e")]
    if not values[0] or not values[1]:
        return []
    _, first = hit.span("d")
    second, last = hit.span("e")
    if hit.span("m")[0] > second:  # "22-24 September"
        last = hit.stop
    elif hit.has("y"):
        last = hit.stop
    return [Piece(hit.begin, first, "DATE", values[0]), Piece(second, last, "DATE", values[1])]


@rule(
    "(<wd:wday> ?comma? (the )?)?(<p:approx> )?<m:month> <d:mday>( ?comma? ?<y:yr>| ?comma?( (of )?)?<rel:(this|last|next) unit>)?"
    + NOT_COUNT,
    "Friday, Oct. 18, 2011 = 2011-10-18",
    "May 3rd, 1994 = 1994-05-03",
)
@rule(
    "(<wd:wday> ?comma? )?(the )?<d:[digit digits]suffix?> (of )?<m:month>( ?comma? ?<y:yr>| ?comma?( (of )?)?<rel:(this|last|next) unit>)?",
    "Tuesday 18 October 2011 = 2011-10-18",
    "the 5th of May 1945 = 1945-05-05",
)
@rule(
    "(<wd:wday> ?comma? )?<m:month> (the )?<d:ordday>( ?comma? ?<y:yr>)?(?! quarter)",
    "March the eighth = XXXX-03-08",
)
@rule("(<wd:wday> ?comma? )?(the )?<d:ordday> of <m:month>( ?comma? ?<y:yr>)?", "the fourth of July 1776 = 1776-07-04")
def _day(hit: Hit) -> list[Piece] | None:
    year = year_in(hit)
    if year is None and hit["rel"]:
        if not hit["rel"].endswith("year"):
            return []
        if hit.frame.day:
            year = hit.frame.day.year + {"this": 0, "last": -1, "next": 1}[hit["rel"].split()[0]]
    value = day_value(hit, int(hit.meaning("m")), hit.number("d"), year)
    if value is None and hit.number("d") <= 31:
        return None  # 31 February
    if value and year:
        hit.frame.state(value)
    return hit.date(value, "APPROX" if hit["p"] else None) if value else []


@rule(
    "((the )?<p:phase> ?hyphen? ?)?<m:month> ?comma? ?(of )?(<y:yr>|<y2:shortyear>|<sy:spelledyear>)",
    "early March 1996 = 1996-03 START",
    "July 1997 = 1997-07",
)
def _month_year(hit: Hit) -> list[Piece]:
    year = year_in(hit) or year_in(hit, "y2")
    if hit["sy"]:
        year = spelled_year(hit["sy"].replace("-", " "))
        if year is None:
            return []
    value = month_value(hit, int(hit.meaning("m")), year)
    hit.frame.state(value)
    return hit.date(value, phase(hit["p"]))


@rule("(<p:phase> ?hyphen? ?)?<m:month> (of )?<which:(last|this|next|that|the same) unit>", "July last year = XXXX-07")
def _month_of_year(hit: Hit) -> list[Piece]:
    if not hit["which"].endswith("year"):
        return []
    step = {"last": -1, "this": 0, "next": 1}.get(hit["which"].split()[0])
    base = hit.frame.day
    year = None if base is None or step is None else base.year + step
    if step is None:
        year = hit.frame.year
    return hit.date(month_value(hit, int(hit.meaning("m")), year), phase(hit["p"]))


@rule("every <m:month>", "every July = XXXX-07")
def _every_month(hit: Hit) -> list[Piece]:
    month = int(hit.meaning("m"))
    return hit.piece("SET", f"XXXX-{month:02d}")


@rule(
    "(<p:phase> ?hyphen? ?)?(<w:last|next|this|this past|this coming|the following|the previous|that|the past> )<p2:phase ?hyphen? ?>?<m:(fullmonth|march|may)>",
    "last December = XXXX-12",
)
def _which_month(hit: Hit) -> list[Piece]:
    month, day = int(hit.meaning("m")), hit.frame.day
    which, mod = hit["w"], phase(hit["p"] or hit["p2"])
    if day is None:
        return hit.date(f"XXXX-{month:02d}", mod)
    year = day.year
    if which in ("last", "this past", "the past", "the previous"):
        year -= month >= day.month
    elif which in ("next", "this coming", "the following"):
        year += month <= day.month
    elif which == "that":
        year = hit.frame.year or year
    return hit.date(f"{year:04d}-{month:02d}", mod)


@rule("(the )?<p:phase> ?hyphen? ?<m:month>", "mid-November = XXXX-11 MID", "late September = XXXX-09 END")
def _phase_month(hit: Hit) -> list[Piece]:
    return hit.date(month_value(hit, int(hit.meaning("m")), None), phase(hit["p"]))


@rule("<m:(fullmonth|monthabbr dot?)>")
@rule("<m:may|march>")
def _month(hit: Hit) -> list[Piece]:
    word = hit["m"].rstrip(". ")
    following = hit.tokens.words[hit.stop : hit.stop + 1]
    front = hit.before()
    if word in ("may", "march", "august", "april", "june") or len(word) == 3:
        named = bool(following) and following[0][:1].isupper() and hit.tokens.codes[hit.stop] == "w"
        if named or (word in ("may", "march") and front not in _BEFORE_MONTH):
            return []
    if len(word) < 5 and word not in ("may", "june", "july") and not hit["m"].endswith(".") and front not in _PLAIN:
        return []  # "Jan and Mar"
    stop = hit.stop
    return [Piece(hit.begin, stop, "DATE", month_value(hit, int(hit.meaning("m")), None))]


_PLAIN = frozenset("in since until till by from late early mid last next".split())
_BEFORE_MONTH = frozenset(
    "the in since until till by from to of through during for between and or last next this before after that early late"
    " mid - – or , ( each every".split()
)


def part_of(word: str) -> str:
    """Return the TIMEX3 part of day of "morning", "nights"."""
    from newsdiff_dates._lexicon import meanings

    return meanings().get(word.split()[-1] if word else "", "")


@rule(
    "every (other )?<wd:weekday>( <dp:daypart>)?|<wd2:weekday> <dp2:dayparts>|<wd3:weekdays>( <dp3:dayparts|daypart>)?",
    "every Monday = XXXX-WXX-1",
    "Tuesday nights = XXXX-WXX-2TNI",
)
def _weekday_set(hit: Hit) -> list[Piece]:
    number = hit.meaning("wd") or hit.meaning("wd2") or hit.meaning("wd3")
    part = part_of(hit["dp"] or hit["dp2"] or hit["dp3"])
    return hit.piece("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))


def which_weekday(hit: Hit, number: int, which: str) -> date | None:
    """Return the day that "last Friday", "next Monday", "this Sunday", "the following Tuesday" mean."""
    day, frame = hit.frame.day, hit.frame
    if day is None:
        return None
    if which in ("last", "this past", "past", "the past"):
        back = (day.isoweekday() - number) % 7 or 7
        return day - timedelta(days=back)
    if which in ("next", "this coming", "coming"):
        ahead = (number - day.isoweekday()) % 7 or 7
        return day + timedelta(days=ahead)
    if which == "this":
        return day + timedelta(days=(number - day.isoweekday()) % 7)
    base = frame.reference() or day
    if which.endswith("following") or which in ("the next",):
        return base + timedelta(days=(number - base.isoweekday()) % 7 or 7)
    if which.endswith("previous"):
        return base - timedelta(days=(base.isoweekday() - number) % 7 or 7)
    return frame.weekday(number, hit.at)


@rule(
    "(<p:(early|late|mid)> (on )?)?(<w:(last|next|this past|this coming|this|the following|the previous|the next|the past|that|past|coming)> )"
    "<wd:weekday>( ?<dp:daypart>)?",
    "last Friday = XXXX-WXX-5",
)
@rule(
    "(<p:(early|late|mid)> (on )?)?<wd:wday>( ?(early |late )?<dp:daypart>)?",
    "Friday = XXXX-WXX-5",
    "Wednesday night = XXXX-WXX-3TNI",
)
def _weekday(hit: Hit) -> list[Piece]:
    if not hit.tokens.words[hit.span("wd")[0]][:1].isupper() and not hit["w"]:
        if hit.before() not in ("on", "by", "since", "until", "and", "or", ",", "late", "early"):
            return []
    name = hit["wd"].rstrip(". ")
    if len(name) < 6 and hit.before() not in ("on", "by", "until", "since", "from", "to", "(", "late", "early"):
        return []  # "The Sun", "he sat", "MON"
    part = part_of(hit["dp"])
    day = which_weekday(hit, int(hit.meaning("wd")), hit["w"])
    value = day.isoformat() if day else f"XXXX-WXX-{hit.meaning('wd')}"
    if part:
        return hit.piece("TIME", f"{value}T{part}", phase(hit["p"]))
    return hit.date(value, phase(hit["p"]))


@rule(
    "(<p:(early|late|earlier|later|mid)> ?hyphen? ?)?<d:today>( ?<dp:daypart>| at <n:(noon|midnight)>)?",
    "yesterday = XXXX-XX-XX",
    "tomorrow night = XXXX-XX-XXTNI",
)
def _today(hit: Hit) -> list[Piece]:
    day = hit.frame.day
    value = (day + timedelta(days=int(hit.meaning("d")))).isoformat() if day else "XXXX-XX-XX"
    if hit.has("dp"):
        return hit.piece("TIME", f"{value}T{hit.meaning('dp')}", phase(hit["p"]))
    if hit.has("n"):
        return hit.piece("TIME", f"{value}T{hit.meaning('n')}")
    return hit.date(value, phase(hit["p"]))


@rule("(<p:(early|late|earlier|later)> )?tonight", "tonight = XXXX-XX-XXTNI")
@rule(
    "(<p:(early|late|earlier|later|mid)> ?hyphen? ?)?<w:(this|last|that|the same|the next|the following|the previous|today)> <dp:daypart>",
    "this morning = XXXX-XX-XXTMO",
    "last night = XXXX-XX-XXTNI",
)
def _part_of_day(hit: Hit) -> list[Piece]:
    day, part, which = hit.frame.day, part_of(hit["dp"]) or "NI", hit["w"]
    if which == "last":
        day = day - timedelta(days=1) if day else None
    elif which in ("that", "the same"):
        day = hit.frame.reference()
    elif which in ("the next", "the following"):
        base = hit.frame.reference()
        day = base + timedelta(days=1) if base else None
    elif which == "the previous":
        base = hit.frame.reference()
        day = base - timedelta(days=1) if base else None
    value = day.isoformat() if day else "XXXX-XX-XX"
    return hit.piece("TIME", f"{value}T{part}", phase(hit["p"]))


@rule("(<p:early|late|mid> (in )?)?(the <dp:daypart>)(?! of)", "the morning = XXXX-XX-XXTMO")
@rule("<p:(mid|early|late)> ?hyphen? ?<dp:daypart>( <d:today>)?")
def _bare_part_of_day(hit: Hit) -> list[Piece]:
    day = hit.frame.reference()
    if hit["d"] and hit.frame.day:
        day = hit.frame.day + timedelta(days=int(hit.meaning("d")))
    value = day.isoformat() if day else "XXXX-XX-XX"
    return hit.piece("TIME", f"{value}T{part_of(hit['dp'])}", phase(hit["p"]))


@rule(
    "(<p:early|late> )?(<w:(last|next|this past|this coming|this|the past|the last|the next|the coming|the following|the previous|that|the)> )weekend",
    "the weekend = XXXX-WXX-WE",
)
def _weekend(hit: Hit) -> list[Piece]:
    day, which = hit.frame.day, hit["w"]
    if day is None:
        return hit.date("XXXX-WXX-WE", phase(hit["p"]))
    saturday = day - timedelta(days=(day.isoweekday() - 6) % 7)  # the last one that has begun
    if (
        which in ("next", "this coming", "the next", "the coming", "the following")
        or (which == "this" and day.isoweekday() < 6)
        or (which == "the" and day.isoweekday() < 6 and (hit.frame.future(hit.at) or hit.before(2) == "ahead of"))
    ):
        saturday += timedelta(days=7)
    elif which in ("last", "the last") and day.isoweekday() >= 6:
        saturday -= timedelta(days=7)
    return hit.date(f"{week(saturday)}-WE", phase(hit["p"]))


@rule("(every weekend|(on )?weekends)", "every weekend = XXXX-WXX-WE")
def _weekends(hit: Hit) -> list[Piece]:
    begin = hit.begin + (hit.text.startswith("on "))
    return [Piece(begin, hit.stop, "SET", "XXXX-WXX-WE")]


@rule(
    "(<w:(last|this|next|this past|this coming)> )?<n:(holidayname unit apos sfx_s?( unit| eve)?|holidayname( apos sfx_s?| sfx_s apos)?( unit| weekday| daypart)|holiday( unit| eve| weekday)?)>( ?comma? ?<y:yr>)?",
    "Christmas Eve 1999 = 1999-12-24",
    "Thanksgiving Day 1999 = 1999-11-25",
)
def _holiday(hit: Hit) -> list[Piece]:
    name = hit["n"].replace("’", "'").replace(" '", "'")
    if name not in holidays():
        if name.replace("'s", "") in holidays():
            name = name.replace("'s", "")
        else:
            return []
    day, year, which = hit.frame.day, year_in(hit), hit["w"]
    if year:
        found = holiday(name, year)
        return hit.date(found.isoformat()) if found else []
    if day is None:
        found = holiday(name, 2001)
        fixed = holidays()[name][0].isdigit() and found
        return hit.date(f"XXXX-{found:%m-%d}" if fixed and found else "XXXX-XX-XX")
    options = [there for step in (-1, 0, 1) if (there := holiday(name, day.year + step))]
    past = [there for there in options if there <= day]
    future = [there for there in options if there >= day]
    if which in ("last", "this past"):
        chosen = max(there for there in options if there < day)
    elif which in ("next", "this coming"):
        chosen = min(there for there in options if there > day)
    elif which == "this":
        chosen = next(there for there in options if there.year == day.year)
    elif hit.frame.future(hit.at) and future:
        chosen = min(future)
    else:
        chosen = min((abs((there - day).days), there) for there in (*past, *future))[1]
    return hit.date(chosen.isoformat())
