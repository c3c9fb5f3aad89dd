"""Rules for years, decades and fiscal years, and for dates in figures."""

from __future__ import annotations

from newsdiff_dates._calendar import valid
from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._lexicon import classes
from newsdiff_dates._numerals import year as spelled_year
from newsdiff_dates._partial import phase, year_in
from newsdiff_dates._rules_clock import clock

_BEFORE_YEAR = frozenset(
    "in since until till by from to of through during for between and before after early late circa around about"
    " year spring summer autumn fall winter ( mid end".split()
)


@rule(
    "<y:yearlike>hyphen<m:digits>hyphen<d:digits>isotime?( ?<t:digits colon digits( ?colon digits)?>)?",
    "2011-10-18 = 2011-10-18",
)
@rule("<y:yearlike>slash<m:[digit digits]>slash<d:[digit digits]>", "2011/10/18 = 2011-10-18")
def _iso(hit: Hit) -> list[Piece]:
    year, month, day = hit.number("y"), hit.number("m"), hit.number("d")
    if valid(year, month, day) is None or hit.after() in ("-", "/") or hit.before() in ("-", "/"):
        return []
    value = f"{year:04d}-{month:02d}-{day:02d}"
    time = clock(hit["t"].replace(" ", "")) if hit["t"] else None
    return hit.piece("TIME", value + time) if time else hit.date(value)


@rule("<a:[digit digits]>(slash|dot|hyphen)<b:[digit digits]>(slash|dot|hyphen)<y:yearlike>", "23/10/2011 = 2011-10-23")
@rule("<a:[digit digits]>slash<b:[digit digits]>slash<y2:digits>")
def _numeric(hit: Hit) -> list[Piece]:
    """18/10/2011: which of the two is the month depends on where the article is from."""
    if hit.before() in ("/", "-", ".", "$") or hit.after() in ("/", "-", "%"):
        return []
    first, second, year = hit.number("a"), hit.number("b"), year_in(hit) or year_in(hit, "y2")
    readings = {
        name: f"{year:04d}-{month:02d}-{day:02d}"
        for name, month, day in (("en-US", first, second), ("en-GB", second, first))
        if year and valid(year, month, day)
    }
    if "." in hit.text:
        readings.pop("en-US", None)  # dots are European
    values = sorted(set(readings.values()))
    if not values:
        return []
    if len(values) == 1:
        return hit.date(values[0])
    if hit.locale in readings:
        return hit.date(readings[hit.locale])
    return [Piece(hit.begin, hit.stop, "DATE", values[0], None, None, values[1])]


@rule("(the )?(<p:phase> ?hyphen? ?)?<y:yearlike>( ?apos)?sfx_s", "the mid-1990s = 199 MID", "1980s = 198")
@rule("(the )?(<p:phase> ?hyphen? ?)?<y2:shortyear> ?sfx_s", "the '80s = 198")
def _decade(hit: Hit) -> list[Piece]:
    digits = "".join(char for char in hit["y"] + hit["y2"] if char.isdigit())
    if hit["y"] and hit.tokens.words[hit.stop - 2].strip() in ("'", "’"):
        if not hit.text.startswith("the") and int(digits) % 10:
            return [Piece(hit.begin, hit.stop - 2, "DATE", digits)]  # "1998's" is a possessive
    if not digits.endswith("0"):
        return []
    if len(digits) == 2:
        digits = "19" + digits
    return hit.date(digits[:3], phase(hit["p"]))


@rule("(the )?(<p:phase> ?hyphen? ?)?<d:decadeword>", "the early eighties = 198 START")
def _decade_word(hit: Hit) -> list[Piece]:
    if not hit.text.startswith("the") and not hit["p"]:
        return []
    if hit.before() in ("his", "her", "their", "my", "our", "your", "in his", "in her"):
        return []
    return hit.date(hit.meaning("d"), phase(hit["p"]))


@rule("(the )?(<p:phase> )?(the )?fiscal (unit )?<y:yearlike>( ?(hyphen|slash) ?digits)?", "fiscal 1989 = 1989")
@rule("(the )?(<p:phase> )?fiscal unit <y:yearlike>")
def _fiscal_year(hit: Hit) -> list[Piece]:
    return hit.date(hit["y"], phase(hit["p"]))


@rule(
    "(the |this |last |next )?(<w:(current|latest|last|next|this|previous|coming|unitadj)> )?fiscal <u:unit|quarter>",
    "the current fiscal year = XXXX",
)
def _the_fiscal_year(hit: Hit) -> list[Piece]:
    day, words = hit.frame.day, hit.text
    if not words.endswith("year") or words.split()[0] in ("fiscal", "financial", "calendar", "tax"):
        return []
    if hit.after() in ("ended", "ending"):
        return hit.piece("DURATION", "P1Y")
    if day is None:
        return hit.date("XXXX")
    step = -1 if "last" in words or "previous" in words else 1 if "next" in words or "coming" in words else 0
    return hit.date(f"{day.year + step:04d}")


@rule(
    "<y:yearlike> ?(hyphen|slash) ?<z:yearlike|digits>(?! ?(hyphen|slash|sfx_s|counted|percentsign))",
    "2009-2010 = 2009 2010",
    "1998-99 = 1998 1999",
)
def _year_range(hit: Hit) -> list[Piece]:
    first, second = int(hit["y"]), hit["z"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if last < first or hit.before() in ("-", "/", "$"):
        return []
    return [
        Piece(hit.begin, hit.span("y")[1], "DATE", hit["y"]),
        Piece(hit.span("z")[0], hit.stop, "DATE", f"{last:04d}"),
    ]


@rule(
    "(the unit |the end of |the <b:(beginning|middle)> of )?(the )?(<p:phase> ?hyphen? ?)?<y:yearlike>( ad)?",
    "mid-2012 = 2012 MID",
    "1998 = 1998",
)
@rule("(<p:phase> ?hyphen? ?)?<s:shortyear>(?! ?(hyphen|sfx_s|unit|units|percentsign))", "'98 = 1998")
def _year(hit: Hit) -> list[Piece]:
    tokens, at = hit.tokens, hit.span("y")[0]
    mod = phase(hit["p"]) or phase(hit["b"]) or ("END" if hit.text.startswith("the end") else None)
    if at < 0:
        year = year_in(hit, "s")
        loose = hit.before() not in _BEFORE_YEAR and not mod
        return [] if loose else hit.date(f"{year:04d}", mod)
    glued = tokens.words[hit.begin - 1 : hit.begin]
    if glued and glued[0] in ("$", "£", "€", "-", "/", ".", ",", "#", "+", ":", "–", "—") and hit.begin and mod is None:
        if glued[0] != "—":
            return []
    if hit.after() in ("%", "percent", "°") or tokens.codes[hit.stop : hit.stop + 1] in _counts():
        return []
    following = "".join(tokens.words[hit.stop - 1 : hit.stop + 2])
    year = int(hit["y"])
    if following[4:5] in (".", ",", ":", "/", "-", "–") and following[5:6].isdigit():
        return []
    known = hit.before() in _BEFORE_YEAR or mod is not None or hit.text.startswith("the year")
    if following[4:5].isalpha() or (year < 1900 and not known) or (year < 1000):
        return []
    if year > 2050 and not known:
        return []
    if (
        hit.before() in ("no.", "no", "about", "around", "some", "than", "nearly", "over", "least")
        and not 1950 <= year <= 2030
    ):
        return []
    begin = hit.begin
    if hit.text.startswith("the ") and not hit.text.startswith(
        ("the year", "the end", "the beg", "the mid", "the start", "the early", "the late", "the close")
    ):
        begin = at
    return [Piece(begin, hit.stop, "DATE", f"{year:04d}", mod)]


def _counts() -> str:
    from newsdiff_dates._lexicon import classes

    return "".join(classes()[name] for name in ("counted", "units", "percentsign", "unitadj", "big"))


@rule(
    "(the unit )?<y:spelledyear>|the unit <y2:(ones|one) big( and)?( ones| tens hyphen? ones| tens)?>",
    "nineteen ninety-seven = 1997",
    "the year two thousand = 2000",
)
def _spelled_year(hit: Hit) -> list[Piece]:
    if hit.after() in ("years", "year", "days", "percent", "people") or hit.before() in ("-",):
        return []
    year = spelled_year((hit["y"] or hit["y2"]).replace("-", " "))
    return hit.date(f"{year:04d}") if year is not None and 1500 <= year <= 2100 else []
