"""Rules for years, decades and fiscal years, and for dates in figures."""

from __future__ import annotations

from newsdiff.language import english
from newsdiff_dates import _numerals
from newsdiff_dates._calendar import valid
from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._lexicon import OTHER
from newsdiff_dates._partial import phase, year_in
from newsdiff_dates._rules_clock import clock

_BEFORE_YEAR = english.lexicon.words("bare-year-opener").union("(")
_DAY_FIRST = frozenset("GB IE AU NZ IN ZA NG KE PK SG MT".split())
_GLUE = frozenset("$£€-/.,#+:–")
_ABOUT = english.lexicon.words("count-hedge")
_COUNTED = ("counted", "unit", "units", "percentsign", "unitadj", "big")
_THEIRS = english.lexicon.words("possessive")
# Years that are taken for years without a word in front that says so; what is old, recent and may be spelled (guesses).
_MODERN = range(1900, 2051)
_OLD = 1600
_RANGED = english.lexicon.words("range-word")
_RECENT = range(1950, 2031)
_SPELLED = range(1500, 2101)


@rule(
    "<y:yearlike>hyphen<m:digits>hyphen<d:digits>isotime?( ?<t:digits colon digits( ?colon digits)?>)?",
    "2011-10-18 = 2011-10-18",
)
@rule("<y:yearlike>slash<m:[digit digits]>slash<d:[digit digits]>", "2011/10/18 = 2011-10-18")
def _iso(hit: Hit) -> list[Piece] | None:
    year, month, day = hit.number("y"), hit.number("m"), hit.number("d")
    if hit.after() in ("-", "/") or hit.before() in ("-", "/"):
        return []
    if valid(year, month, day) is None:
        return None
    value = f"{year:04d}-{month:02d}-{day:02d}"
    time = clock(hit["t"].replace(" ", "")) if hit["t"] else None
    return hit.piece("TIME", value + time) if time else hit.date(value)


@rule("<a:[digit digits]>[slash dot hyphen]<b:[digit digits]>[slash dot hyphen]<y:yearlike>", "23/10/2011 = 2011-10-23")
@rule("<a:[digit digits]>slash<b:[digit digits]>slash<y:digits>", "23/10/11 = 2011-10-23")
def _numeric(hit: Hit) -> list[Piece] | None:
    """18/10/2011: which of the two is the month depends on where the article is from."""
    if hit.before() in ("/", "-", ".", "$") or hit.after() in ("/", "-", "%"):
        return []
    first, second, year = hit.number("a"), hit.number("b"), year_in(hit)
    readings = {
        name: f"{year:04d}-{month:02d}-{day:02d}"
        for name, month, day in (("en-US", first, second), ("en-GB", second, first))
        if year and valid(year, month, day) and not (name == "en-US" and "." in hit.text)  # dots are European
    }
    values = sorted(set(readings.values()))
    order = _order(hit.locale)
    if order in readings or len(values) == 1:
        return hit.date(readings.get(order, values[0]))
    return [Piece(hit.begin, hit.stop, "DATE", values[0], None, None, values[1])] if values else None


def _order(language: str | None) -> str:
    """Return how an article's language writes dates: only Americans and Filipinos put the month first."""
    region = (language or "").replace("_", "-").upper().rpartition("-")[2]
    return "en-US" if region in ("US", "PH") else "en-GB" if region in _DAY_FIRST else ""


@rule("(the )?(<p:phase> ?hyphen? ?)?(<y:yearlike>( ?apos)?|<y2:shortyear> ?)sfx_s", "the mid-1990s = 199 MID")
def _decade(hit: Hit) -> list[Piece]:
    figures = "".join(char for char in hit["y"] + hit["y2"] if char.isdigit())
    if not figures.endswith("0") or (hit["y"] and "'" in hit.text.replace("’", "'") and not hit.text.startswith("the")):
        return []  # "1998's" is a possessive
    return hit.date(figures[:3] if len(figures) == 4 else f"19{figures[0]}", phase(hit["p"]))


@rule(
    "the (<p:phase> ?hyphen? ?)?<d:decadeword>|<p2:phase> ?hyphen? ?<d2:decadeword>", "the early eighties = 198 START"
)
def _decade_word(hit: Hit) -> list[Piece]:
    if hit.before() in _THEIRS:
        return []  # a person's age
    return hit.date(hit.meaning("d") or hit.meaning("d2"), phase(hit["p"] or hit["p2"]))


@rule("(the )?(<p:phase> )?(the )?fiscal (unit )?<y:yearlike>( ?(hyphen|slash) ?digits)?", "fiscal 1989 = 1989")
def _fiscal_year(hit: Hit) -> list[Piece]:
    return hit.date(hit["y"], phase(hit["p"]))


@rule(
    "(the |this |last |next )(<w:current|latest|last|next|this|previous|coming|unitadj> )?fiscal <u:unit>"
    "|current fiscal <u2:unit>",
    "the current fiscal year = XXXX",
)
def _the_fiscal_year(hit: Hit) -> list[Piece]:
    day, words = hit.frame.day, hit.text.split()
    if words[-1] != "year":
        return []
    if hit.after() in ("ended", "ending"):
        return hit.piece("DURATION", "P1Y")
    step = -1 if {"last", "previous"} & set(words) else 1 if {"next", "coming"} & set(words) else 0
    return hit.date(f"{day.year + step:04d}" if day else "XXXX")


@rule(
    "<y:yearlike> ?(hyphen|slash) ?<z:yearlike|digits>(?! ?(hyphen|slash|sfx_s|counted|percentsign))",
    "2009-2010 = 2009 2010",
    "1998-99 = 1998 1999",
)
def _years(hit: Hit) -> list[Piece]:
    first = int(hit["y"])
    last = int(hit["z"]) if len(hit["z"]) == 4 else first // 100 * 100 + int(hit["z"])
    if last < first or hit.before() in ("-", "/", "$"):
        return []
    return [
        Piece(hit.begin, hit.span("y")[1], "DATE", hit["y"]),
        Piece(hit.span("z")[0], hit.stop, "DATE", f"{last:04d}"),
    ]


@rule("<the:the unit >?<y:yearlike>( ad)?", "1998 = 1998", "the year 1998 = 1998")
@rule("<p:phase> ?hyphen? ?<y:yearlike>", "mid-2012 = 2012 MID", "the end of 1998 = 1998 END")
@rule("the <p:early|late|mid> ?hyphen? ?<y:yearlike>", "the early 1998 = 1998 START")
def _year(hit: Hit) -> list[Piece]:
    known = bool(hit["p"]) or hit["the"] == "the year " or hit["the"] == "the year" or hit.before() in _BEFORE_YEAR
    year = int(hit["y"])
    if (year not in _MODERN and not known) or (hit.before() in _ABOUT and year not in _RECENT):
        return []
    if year not in _MODERN and (hit.after().endswith("s") or (year < _OLD and hit.before() in _RANGED)):
        return []  # "in 1500 villages", "from 1200 to 1500 people"
    if not hit["p"] and _named(hit):
        return []
    if (not hit["p"] and _glued(hit)) or _counts(hit):
        return []
    return hit.date(f"{year:04d}", phase(hit["p"]))


@rule("(<p:phase> ?hyphen? ?)?<y:shortyear>(?! ?(hyphen|sfx_s|unit|units|percentsign))", "in '98 = 1998")
def _short_year(hit: Hit) -> list[Piece]:
    if not hit["p"] and hit.before() not in _BEFORE_YEAR:
        return []
    begin = hit.begin
    return [Piece(begin, hit.stop, "DATE", f"{year_in(hit):04d}", phase(hit["p"]))]


def _glued(hit: Hit) -> bool:
    """Tell whether a number is part of a longer sign: a price, a flight, a decimal."""
    words = hit.tokens.words
    if hit.begin and words[hit.begin - 1] in _GLUE:
        return True
    following = "".join(words[hit.stop - 1 : hit.stop + 2])[4:]
    return following[:1].isalpha() or (following[:1] in tuple(".,:/-–") and following[1:2].isdigit())


def _named(hit: Hit) -> bool:
    """Tell whether a name goes before a number directly: "Vision 2030", "Windows 2000"."""
    at = hit.begin - 1
    return (
        at > 0
        and hit.before() not in _BEFORE_YEAR
        and hit.tokens.codes[at] == OTHER
        and hit.tokens.words[at][0].isupper()
    )


def _counts(hit: Hit) -> bool:
    """Tell whether a number counts what follows: 2,000 people, 1998 shares."""
    return hit.after() in ("%", "percent", "°") or any(hit.next_is(name) for name in _COUNTED)


@rule(
    "(the unit )?<y:spelledyear>|the unit <y2:[one ones] big( and)?( ones| tens hyphen? ones| tens)?>",
    "nineteen ninety-seven = 1997",
    "the year two thousand = 2000",
)
def _spelled_year(hit: Hit) -> list[Piece]:
    if hit.after() in ("years", "year", "days", "percent", "people") or hit.before() == "-":
        return []
    year = _numerals.year(hit["y"] or hit["y2"])
    return hit.date(f"{year:04d}") if year in _SPELLED else []
