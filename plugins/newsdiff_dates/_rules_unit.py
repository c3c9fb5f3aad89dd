"""Rules for expressions built on a unit of time: offsets, durations, sets, quarters, seasons, "last month"."""

from __future__ import annotations

from datetime import date, timedelta

from newsdiff_dates._calendar import interval, months_away, shifted, week
from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._lexicon import meanings
from newsdiff_dates._rules_calendar import phase, year_in
from newsdiff_dates._rules_year import quarter_value

_MODS = (
    ("no more than", "EQUAL_OR_LESS"),
    ("no less than", "EQUAL_OR_MORE"),
    ("no fewer than", "EQUAL_OR_MORE"),
    ("not more than", "EQUAL_OR_LESS"),
    ("not less than", "EQUAL_OR_MORE"),
    ("more than", "MORE_THAN"),
    ("less than", "LESS_THAN"),
    ("fewer than", "LESS_THAN"),
    ("at least", "EQUAL_OR_MORE"),
    ("at most", "EQUAL_OR_LESS"),
    ("up to", "EQUAL_OR_LESS"),
    ("as much as", "EQUAL_OR_LESS"),
    ("as more as", "EQUAL_OR_LESS"),
)


def modifier(words: str) -> str | None:
    """Return the TIMEX3 mod of an approximator in front of a numeral."""
    for text, mod in _MODS:
        if text in words:
            return mod
    for word in reversed(words.split()):
        if (found := meanings().get(word, "")) in ("APPROX", "LESS_THAN", "MORE_THAN"):
            return found
    return None


def unit_of(words: str) -> str:
    """Return the meaning of a unit of time: "Y", "TH", "10Y"."""
    return meanings().get(words.split()[-1] if words.split() else "", "") if words != "second" else "TS"


_LONG = {"10Y": "E", "100Y": "C", "1000Y": "L"}


def length(count: float | None, unit: str) -> str | None:
    """Return the TIMEX3 value of so many units; an amount that is not stated is X.

    >>> length(2.5, "Y"), length(None, "M"), length(4, "10Y"), length(36, "TH"), length(2, "3M")
    ('P2Y6M', 'PXM', 'P40Y', 'PT36H', 'P2Q')
    """
    clock, base = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    times = int("".join(char for char in base if char.isdigit()) or 1)
    letter = base.lstrip("0123456789")
    if unit == "3M":
        times, letter = 1, "Q"
    if count is None:
        return f"P{clock}X{_LONG.get(unit, letter)}"
    total = count * times
    if total > 1e9:
        return None
    whole, rest = int(total), total - int(total)
    if not rest:
        return f"P{clock}{whole}{letter}"
    smaller = {
        "Y": (12, "M"),
        "W": (7, "D"),
        "D": (24, "H"),
        "H": (60, "M"),
        "M": (30, "D") if not clock else (60, "S"),
    }
    if letter not in smaller:
        return f"P{clock}{total:g}{letter}"
    per, name = smaller[letter]
    part = round(rest * per)
    if letter == "D":
        return f"P{whole}DT{part}H" if whole else f"PT{part}H"
    head = f"{whole}{letter}" if whole else ""
    return f"P{clock}{head}{part}{name}" if part else f"P{clock}{total:g}{letter}"


def moved(day: date, count: float, unit: str) -> str | None:
    """Return the value of the day, week, month or year that lies so many units away, as precise as the unit."""
    letter = unit.lstrip("0123456789")
    times = int("".join(char for char in unit if char.isdigit()) or 1) if not unit.startswith("T") else 1
    steps = count * times
    if unit.startswith("T"):
        hours = steps * {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}[unit]
        there = shifted(day, round(hours / 24)) if abs(hours) >= 24 else day
        return there.isoformat() if there else None
    if letter == "Y":
        year = day.year + int(steps)
        return f"{year:04d}" if 1 <= year <= 9999 else None
    if letter == "M":
        year, month = months_away(day.year, day.month, int(steps))
        if unit == "3M":
            return f"{year:04d}-Q{(month + 2) // 3}"
        return f"{year:04d}-{month:02d}" if 1 <= year <= 9999 else None
    there = shifted(day, round(steps * (7 if letter == "W" else 1)))
    if there is None:
        return None
    return week(there) if letter == "W" else there.isoformat()


_AP = "(<p:approximator> )?"
_UNITADJ = "(<adj:unitadj> )?"
_N = "<n:num>"

# --- quarters and halves ---------------------------------------------------------------------------------------------

_AGO = "(<back:(year|unit) ?hyphen? ?(earlier|ago)> )"


@rule(
    "(the )?(<l:this|last|next> unit apos sfx_s )?(comparable )?(<back:unit ?hyphen? ?(earlier|ago)> )?(fiscal ?hyphen? ?)?<o:anyord> ?hyphen? ?quarter( (of )?(fiscal )?(<y:yearlike>|<rel:(last|this|next) unit>))?",
    "the third quarter of 1998 = 1998-Q3",
    "first-quarter = XXXX-Q1",
)
def _quarter(hit: Hit) -> list[Piece]:
    number, day = hit.number("o"), hit.frame.day
    if number > 4:
        return []
    year, rel = year_in(hit), hit["rel"] or hit["l"]
    if rel and day:
        year = day.year + {"last": -1, "this": 0, "next": 1}[rel.split()[0]]
    if hit["back"]:
        value = quarter_value(hit, number, None)
        year = int(value[:4]) - 1 if value[:4].isdigit() else None
    return hit.date(quarter_value(hit, number, year))


@rule(
    "(the |its )?(comparable )?(<back:unit ?hyphen? ?(earlier|ago)> )(comparable )?(quarter|vague)",
    "the year-earlier quarter = XXXX-QX",
)
@rule(
    "(the )?quarter a unit (ago|earlier)|last unit apos sfx_s (comparable )?quarter", "the quarter a year ago = XXXX-QX"
)
@rule("(the )?(same|comparable) (quarter|vague) (<l:last> unit|(of )?<y:yearlike>|(a )?unit (ago|earlier))")
def _earlier_quarter(hit: Hit) -> list[Piece]:
    quarter = hit.frame.quarter or hit.frame.last_quarter()
    if quarter is None:
        return hit.date("XXXX-QX")
    year = year_in(hit) or int(quarter[:4]) - 1
    return hit.date(f"{year:04d}-{quarter[5:]}")


@rule(
    "(the )?<w:(this|last|next|latest|current|previous|coming|following|past|that|the same)> (comparable )?quarter|the quarter",
    "the latest quarter = XXXX-QX",
)
@rule("(the )?latest vague")
def _that_quarter(hit: Hit) -> list[Piece]:
    day, words = hit.frame.day, hit["w"] or "the"
    if day is None:
        return hit.date(hit.frame.quarter or "XXXX-QX")
    last = hit.frame.last_quarter()
    year, number = day.year, (day.month + 2) // 3
    value = hit.frame.quarter or last
    if words in ("this", "current"):
        value = f"{year:04d}-Q{number}"
    elif words in ("next", "coming"):
        value = f"{year:04d}-Q{number + 1}" if number < 4 else f"{year + 1:04d}-Q1"
    elif words in ("last", "past") or (words == "latest" and value and last and value > last):
        value = last
    elif words in ("previous", "following") and value:
        index = int(value[:4]) * 4 + int(value[6]) - 1 + (1 if words == "following" else -1)
        value = f"{index // 4:04d}-Q{index % 4 + 1}"
    if value:
        hit.frame.speak_of(value, hit.at)
    return hit.date(value or "XXXX-QX")


@rule(
    "(the )?<o:ordinal|second|last> ?hyphen? ?half( (of )?((the )?fiscal )?(<y:yearlike>|<rel:(last|this|next) unit>|<the:the unit>))?",
    "the first half of 1998 = 1998-H1",
)
def _half(hit: Hit) -> list[Piece]:
    word = hit["o"]
    number = 2 if word in ("last", "second") else hit.number("o")
    day, year = hit.frame.day, year_in(hit)
    if number > 2 or (hit["rel"] and not hit["rel"].endswith("year")) or (hit["the"] and hit["the"] != "the year"):
        return []
    if (
        not (year or hit["rel"] or hit["the"])
        and "-" in hit.text
        and hit.after()
        not in ("profit", "net", "earnings", "results", "loss", "sales", "revenue", "pretax", "operating")
    ):
        return []
    if (
        not (year or hit["rel"] or hit["the"])
        and "-" not in hit.text
        and not hit.after()
        in ("profit", "net", "earnings", "results", "loss", "sales", "revenue", "pretax", "operating")
    ):
        return []
    if year is None and day:
        year = day.year + {"last": -1, "this": 0, "next": 1}.get(hit["rel"].split()[0] if hit["rel"] else "this", 0)
        if not hit["rel"] and not hit["the"] and number == 2 and day.month < 7:
            year -= 1
    return hit.date(f"{year:04d}-H{number}" if year else f"XXXX-H{number}")


# --- seasons ---------------------------------------------------------------------------------------------------------


@rule(
    "(the )?(<p:phase> ?hyphen? ?)?(the )?<w:(last|this|next|this past|this coming|past|coming|previous|following|that|same)> (<p2:early|late|mid> ?hyphen? ?)?<s:anyseason>",
    "last fall = XXXX-FA",
)
@rule(
    "(the )?(<p:phase> ?hyphen? ?)?(the )?<s:anyseason> ?comma? (of )?(<y:yearlike|shortyear>|<sy:spelledyear>|<rel:(last|this|next|that) unit>)",
    "the summer of 1998 = 1998-SU",
)
@rule("the (<p:early|late> )?<s:season>(?! of)", "the summer = XXXX-SU")
@rule(
    "(<p3:early|late|mid> ?hyphen? ?)<s3:anyseason>|the <s5:fall>(?! (of|in))|<s4:anyseason>",
    "early spring = XXXX-SP START",
)
def _season(hit: Hit) -> list[Piece]:
    name = hit.meaning("s") or hit.meaning("s3") or hit.meaning("s4") or hit.meaning("s5")
    mod, day, which = phase(hit["p"] or hit["p2"] or hit["p3"]), hit.frame.day, hit["w"]
    if hit["s5"] and hit.before() not in _IN:
        return []  # "the fall hurt"
    if hit["s4"] and hit.before() not in (_IN - {"to", "of", "for", "from"} if hit["s4"] == "fall" else _IN):
        return []  # "prices fall", "winter storms"
    year = year_in(hit)
    if hit["sy"]:
        from newsdiff_dates._numerals import year as spelled

        year = spelled(hit["sy"].replace("-", " "))
    if hit["rel"] and day:
        year = day.year + {"last": -1, "this": 0, "next": 1, "that": 0}[hit["rel"].split()[0]]
        if not hit["rel"].endswith("year"):
            return []
    if year is None and day is not None:
        year = _season_year(hit, name, which, day)
    return hit.date(f"{year:04d}-{name}" if year else f"XXXX-{name}", mod)


_IN = frozenset("in by since until till during for of over from to".split())


def _season_year(hit: Hit, name: str, which: str, day: date) -> int:
    def distance(year: int) -> int:
        begin, end = interval(f"{year:04d}-{name}")
        assert begin is not None and end is not None
        return abs(((begin + (end - begin) / 2).date() - day).days)

    years = (day.year - 1, day.year, day.year + 1)
    ended = [
        year
        for year in years
        if (interval(f"{year:04d}-{name}")[1] or day) and interval(f"{year:04d}-{name}")[1].date() <= day
    ]  # type: ignore[union-attr]
    ahead = [year for year in years if interval(f"{year:04d}-{name}")[0].date() > day]  # type: ignore[union-attr]
    if which in ("last", "this past", "past", "previous"):
        return max(ended)
    if which in ("next", "this coming", "coming", "following"):
        return min(ahead)
    if which == "this":
        return day.year
    return min((distance(year), year) for year in years)[1]


@rule("(the )?(last|past|previous|next|coming) <n:exact|vaguenum> <s:seasons>|every <s2:anyseason>|<s3:seasons>")
def _season_set(hit: Hit) -> list[Piece]:
    name = hit.meaning("s") or hit.meaning("s2")
    return hit.piece("SET", f"XXXX-{name}") if name else []


# --- centuries -------------------------------------------------------------------------------------------------------


@rule(
    "(the )?(<p:phase> ?hyphen? ?)?(the )?<o:(ordday|digit suffix|digits suffix)> ?hyphen? ?<c:unit>( ad)?",
    "the 20th century = 19",
)
@rule("(the )?<w:(this|last|next|the turn of the|current|past|previous)> <c:unit>")
def _century(hit: Hit) -> list[Piece]:
    if hit["c"] != "century":
        return []
    day = hit.frame.day
    if hit["o"]:
        return hit.date(f"{hit.number('o') - 1:02d}", phase(hit["p"]))
    step = -1 if hit["w"] in ("last", "past", "previous") else 1 if hit["w"] == "next" else 0
    return hit.date(f"{day.year // 100 + step:02d}" if day else "XX")


# --- days by number and the eve of things ----------------------------------------------------------------------------


@rule("(the )?unit <w:before|after> <d:today>", "the day before yesterday = XXXX-XX-XX")
def _next_but_one(hit: Hit) -> list[Piece]:
    pairs = {("before", "yesterday"): -2, ("after", "tomorrow"): 2, ("before", "today"): -1, ("after", "today"): 1}
    step, day = pairs.get((hit["w"], hit["d"])), hit.frame.day
    if step is None or "day" not in hit.text.split():
        return []
    there = shifted(day, step) if day else None
    return hit.date(there.isoformat() if there else "XXXX-XX-XX")


@rule(
    "(the )?unit of (<wd:wday> ?comma? )?<m:month> <d:mday>( ?comma? ?<y:yr>)?", "the week of March 9, 1998 = 1998-W11"
)
def _week_of(hit: Hit) -> list[Piece]:
    from newsdiff_dates._rules_calendar import day_value

    value = day_value(hit, int(hit.meaning("m")), hit.number("d"), year_in(hit))
    if value is None or "week" not in hit.text:
        return []
    return hit.date(week(date.fromisoformat(value)) if value[0] != "X" else "XXXX-WXX")


# --- offsets: "two years ago", "a week later" ------------------------------------------------------------------------


@rule(
    "(<p:approximator> )?(<n:num> |<one:a> |<half:half a> )?(unitadj )?<u:unit|units|second|quarter|quarters>( or so)? ?hyphen? ?ago(?! ?hyphen? ?(quarter|vague))( <tail:(today|weekday|this unit)>)?",
    "two years ago = XXXX",
    "10 days ago = XXXX-XX-XX",
)
@rule("<long:vague|unitadj> ago")
def _ago(hit: Hit) -> list[Piece]:
    if hit["long"]:
        return []
    return _offset(hit, -1, hit.frame.day)


@rule(
    "(<p:approximator> )?(<n:num> |<one:a> )?(unitadj )?<u:unit|units|quarter|quarters>( or so)? ?hyphen? ?<w:(earlier|later|before|after that|previously|hence|from now|from today|from then)>",
    "two days later = XXXX-XX-XX",
    "a year earlier = XXXX",
)
def _earlier_later(hit: Hit) -> list[Piece]:
    which = hit["w"]
    if which == "before" and hit.after() not in (".", ",", "", ";", "in"):
        return []
    back = which in ("earlier", "before", "previously")
    if which in ("hence", "from now", "from today"):
        return _offset(hit, 1, hit.frame.day)
    if not back and hit.frame.mentioned is None and unit_of(hit["u"]) != "Y":
        value = length(hit.amount("n") if hit["n"] else 1.0, unit_of(hit["u"]))
        return [Piece(hit.begin, hit.span("u")[1], "DURATION", value)] if value else []
    return _offset(hit, -1 if back else 1, hit.frame.reference())


def _offset(hit: Hit, sign: int, base: date | None) -> list[Piece]:
    unit, vague = (
        unit_of(hit["u"]),
        not (hit["n"] or hit["one"] or hit["half"] or hit["u"] in meanings() and not hit["u"].endswith("s")),
    )
    count = None if vague else hit.amount("n") if hit["n"] else 0.5 if hit["half"] else 1.0
    mod = modifier(hit["p"]) if hit["p"] else "APPROX" if "or so" in hit.text else None
    if count is None:
        if hit["w"]:
            return hit.piece("DURATION", length(None, unit) or "PX")
        return hit.date("PAST_REF")
    if unit == "Y" and sign < 0 and hit.frame.quarter and count == 1 and _speaks_of_quarter(hit):
        quarter = hit.frame.quarter
        return hit.date(f"{int(quarter[:4]) - 1:04d}{quarter[4:]}", mod)
    if base is None:
        return hit.date({"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX"}.get(unit[-1], "XXXX-XX-XX"), mod)
    if unit.startswith("T"):
        value = length(count, unit)
        return hit.piece("DURATION", value, mod) if value else []
    value = (
        moved(base, sign * count, unit)
        if count == int(count) or unit != "Y"
        else moved(base, sign * round(count * 12), "M")
    )
    return hit.date(value, mod) if value else []


def _speaks_of_quarter(hit: Hit) -> bool:
    """Tell whether a year back means the same quarter of it: no longer span was spoken of since."""
    return hit.frame.quarter_at >= hit.frame.span_at


@rule("unit ?hyphen earlier|unit hyphen ago", "year-earlier = XXXX")
def _year_earlier(hit: Hit) -> list[Piece]:
    return _offset_year(hit)


def _offset_year(hit: Hit) -> list[Piece]:
    if not hit.text.startswith("year"):
        return []
    if hit.frame.quarter:
        return hit.date(f"{int(hit.frame.quarter[:4]) - 1:04d}{hit.frame.quarter[4:]}")
    return hit.date(f"{hit.frame.day.year - 1:04d}" if hit.frame.day else "XXXX")


# --- last, this, next and one unit -----------------------------------------------------------------------------------

_PART_OF = "((<p:(early|late|earlier|later|sometime|mid|(the )?(end|beginning|middle) of|part of)>|(<p3:earlier|later|late|early> in)) ?hyphen? ?)?"


@rule(
    _PART_OF
    + "(the )?<w:(this past|this coming|last|past|previous|this|current|next|coming|following|that same|that|same)> (unitadj )?(fiscal )?<u:unit>( or so)?",
    "last month = XXXX-XX",
    "early next year = XXXX START",
)
def _which_unit(hit: Hit) -> list[Piece]:
    unit, which, day = unit_of(hit["u"]), hit["w"], hit.frame.day
    mod = phase(hit["p"] or hit["p3"])
    if unit == "10Y" or unit == "100Y" or unit.startswith("T"):
        if unit.startswith("T") and which in ("last", "past", "next", "this past", "coming"):
            return hit.piece("DURATION", length(1, unit) or "PX")
        if unit == "10Y" and day:
            step = -1 if which in ("last", "previous") else 1 if which in ("next", "coming", "following") else 0
            if which in ("past", "this past"):
                return hit.piece("DURATION", "P10Y")
            return hit.date(f"{day.year // 10 + step}", mod)
        return []
    if which in ("same", "that", "that same", "previous", "following"):
        base = hit.frame.reference()
        if unit == "Y" and hit.frame.year and which in ("that", "same", "that same"):
            return hit.date(f"{hit.frame.year:04d}", mod)
        if unit == "Y" and hit.frame.year and base:
            base = base.replace(year=hit.frame.year, day=1)
    else:
        base = day
    step = {
        "last": -1,
        "past": -1,
        "this past": -1,
        "previous": -1,
        "next": 1,
        "coming": 1,
        "this coming": 1,
        "following": 1,
    }.get(which, 0)
    if unit == "D" and which in ("this", "current", "coming", "past", "this past"):
        return []
    if base is None:
        return hit.date({"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX"}.get(unit, "XXXX-XX-XX"), mod)
    value = moved(base, step, unit)
    return hit.date(value, mod) if value else []


@rule("(approx )?(the )?(fiscal )?unit( ?apos sfx_s)? ?hyphen? ?end", "year-end = XXXX END", "year's end = XXXX END")
def _year_end(hit: Hit) -> list[Piece]:
    word = hit.text.replace("the ", "").split("-")[0].split()[0]
    day = hit.frame.day
    if "year" in hit.text:
        return hit.date(f"{day.year:04d}" if day else "XXXX", "END")
    if "month" in hit.text:
        return hit.date(f"{day:%Y-%m}" if day else "XXXX-XX", "END")
    return [] if word else []


@rule(
    "(<p:(the )?(end|beginning|middle) of|(earlier|later|late|early) in> )the <u:unit>",
    "the end of the year = XXXX END",
)
def _phase_of_unit(hit: Hit) -> list[Piece]:
    unit, day = unit_of(hit["u"]), hit.frame.day
    if unit not in ("Y", "M", "W", "10Y"):
        return []
    mod = phase(hit["p"])
    if day is None:
        return hit.date({"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX"}.get(unit, "XXXX-XX-XX"), mod)
    value = f"{day.year // 10}" if unit == "10Y" else moved(day, 0, unit)
    return hit.date(value, mod) if value else []


# --- durations -------------------------------------------------------------------------------------------------------


@rule(
    "(<p:hedge> )?(the )?<w:(last|past|next|coming|previous|following|latest|ordinal|recent|this past|unit ?hyphen ?(ago|earlier))> (<p2:approximator> )?<n:num> (more )?(unitadj )?(and )?<u:units|unit|quarters|second>( or so)?",
    "the past three months = P3M",
    "the next few days = PXD",
)
def _span_of(hit: Hit) -> list[Piece]:
    unit, count = unit_of(hit["u"]), hit.amount("n")
    if hit["w"] in ("third", "fourth") and hit.text.endswith("quarters"):
        return []
    value = length(count, unit)
    if unit == "3M" and count is not None and hit["w"] in ("next", "coming"):
        value = length(count * 3, "M")
    if unit == "TH" and count and count % 24 == 0 and count <= 48 and hit["w"] in ("last", "past", "next"):
        value = f"P{int(count) // 24}D"
    mod = modifier(hit["p"] or hit["p2"]) or ("APPROX" if "or so" in hit.text or "couple" in hit.text else None)
    return hit.piece("DURATION", value, mod) if value else []


@rule(
    "(the )?<w:recent|past|coming|last|next|previous|latest> <u:units|quarters>( and units)?|(the )?<w2:future> <u2:units|quarters>",
    "recent weeks = PXW",
)
def _vague_span(hit: Hit) -> list[Piece]:
    if hit["w2"]:
        return hit.date("FUTURE_REF")
    if hit["w"] in ("last", "next", "previous", "latest"):
        return []
    if unit_of(hit["u"]) == "Y" and hit["w"] in ("recent", "past"):
        return hit.date("PAST_REF")
    return hit.piece("DURATION", length(None, unit_of(hit["u"])) or "PX")


@rule("the <u:units> ahead", "the weeks ahead = PXW")
@rule("<u:unit|units> ?hyphen unitadj", "decades-long = PXE")
def _units_ahead(hit: Hit) -> list[Piece]:
    if hit["u"] == hit.text.split("-")[0].strip() and not hit.text.endswith("long") and "ahead" not in hit.text:
        return []
    unit = unit_of(hit["u"])
    return hit.piece(
        "DURATION",
        length(None if hit["u"].endswith("s") or hit["u"] in ("centuries", "millennia") else 1.0, unit) or "PX",
    )


@rule("<w:these|those> <u:units>", "these days = PRESENT_REF")
def _these_days(hit: Hit) -> list[Piece]:
    if hit["w"] == "these" and hit["u"] == "days":
        return hit.date("PRESENT_REF")
    return []


@rule("every (<n:num> |<other:other> )?<u:unit|units|quarter|daypart>", "every day = P1D", "every two weeks = P2W")
@rule("(once|times) (a|every|per) <u:unit|quarter>")
def _every(hit: Hit) -> list[Piece]:
    unit = unit_of(hit["u"])
    count = hit.amount("n") if hit["n"] else 2.0 if hit["other"] else 1.0
    if hit["u"] in ("morning", "afternoon", "evening", "night"):
        return hit.piece("SET", f"XXXX-XX-XXT{unit}")
    value = length(count, unit)
    begin = hit.begin + hit.text.startswith("times")
    return [Piece(begin, hit.stop, "SET", value)] if value else []


@rule("<w:freq>(?! (apos|hyphen))", "daily = P1D")
def _frequency(hit: Hit) -> list[Piece]:
    words = hit.tokens.words
    if hit["w"] in ("annually", "yearly") and hit.before() in ("%", "percent", "cent"):
        return []  # a rate
    if hit["w"] == "quarterly" and hit.after()[:1].isalpha():
        return []  # "its quarterly dividend"
    if words[hit.begin][:1].isupper() and hit.begin and hit.tokens.codes[hit.begin - 1] not in _stops():
        return []  # "the Daily Telegraph"
    if words[hit.begin][:1].isupper() and words[hit.stop : hit.stop + 1] and words[hit.stop][:1].isupper():
        return []
    return hit.piece("SET", hit.meaning("w"))


def _stops() -> str:
    from newsdiff_dates._lexicon import classes

    return "".join(classes()[name] for name in ("dot", "comma", "colon"))


@rule(
    "(<p:approximator> )?(<n:num>|<one:a>) ?hyphen ?(to ?hyphen ?[ones digit digits] ?hyphen ?)?<u:unit|units|quarter|second>( ?hyphen ?unitadj)?(?! ?hyphen? ?(old|ago|earlier))",
    "three-year = P3Y",
    "30-day = P30D",
)
@rule("<n:several> ?hyphen ?<u:unit>")
def _hyphenated(hit: Hit) -> list[Piece]:
    if hit.after() == "-" and hit.after(2).replace(" ", "") in ("-old", "-olds"):
        return []
    count = hit.amount("n") if hit["n"] else 1.0
    value = length(count, unit_of(hit["u"]))
    return hit.piece("DURATION", value, modifier(hit["p"]) if hit["p"] else None) if value else []


@rule("(<n:num>|a) ?hyphen? ?(units|unit) ?hyphen? ?old|<n2:num> units? of age|age vague")
def _age(hit: Hit) -> list[Piece]:
    """Ages of people are no dates."""
    return []


@rule(
    "<n:num> (or|to) <n2:num> (more )?<u:units|quarters>|(<one:one|a>) (<u2:unit>) or <n3:exact>|<n4:[digit digits]>hyphen<n5:[digit digits]> <u3:units>",
    "two to three weeks = P2W",
)
def _duration_range(hit: Hit) -> list[Piece]:
    count = hit.amount("n") if hit["n"] else hit.amount("n4") if hit["n4"] else 1.0
    value = length(count, unit_of(hit["u"] or hit["u2"] or hit["u3"]))
    return hit.piece("DURATION", value, "APPROX") if value else []


@rule(
    "(<w:the ordinal|the last|the same|the|a unitadj|its ordinal> )?(<p:approximator> )?(the )?<n:num> (<more:more> )?(unitadj )?<u:units|unit|quarters|second>( and (a )?<half:half>)?( or <so:so|more|less>)?(?! ?hyphen? ?old)",
    "about two years = P2Y APPROX",
    "more than four hours = PT4H MORE_THAN",
)
def _duration(hit: Hit) -> list[Piece]:
    unit, count = unit_of(hit["u"]), hit.amount("n")
    if hit.after(2).replace(" ", "") in ("old", "-old", "ofage", "older", "younger"):
        return []
    if hit.after() in ("old", "olds", "younger", "older"):
        return []
    if hit["u"] == "second" or (hit["u"] in ("year", "month", "week", "day", "hour") and hit.before() == "-"):
        return []
    if hit.text == "one day":
        return []  # "one day they will return"
    if count is not None and hit["half"]:
        count += 0.5
    value = length(count, unit)
    mod = modifier(hit["p"]) or ("APPROX" if hit["so"] == "so" or "couple" in hit.text else None)
    return hit.piece("DURATION", value, mod) if value else []


@rule(
    "(<p:approximator> )?(<one:a>|half a|<one2:one>) (unitadj )?<u:unit>( and (a )?<half:half>)?( or <so:so>)?(?! ?hyphen)",
    "nearly an hour = PT1H LESS_THAN",
    "a decade = P10Y",
)
def _one_unit(hit: Hit) -> list[Piece]:
    unit = unit_of(hit["u"])
    count = 1.5 if hit["half"] else 0.5 if "half a" in hit.text else 1.0
    value = length(count, unit)
    if value is None or (hit.text == "one day" and hit.before() not in ("in", "for", "than", "by", "within", "after", "lasted")):
        return []
    if hit.text in ("a day", "an hour", "a week", "a month", "a year", "a minute") and _is_rate(hit):
        return []
    return hit.piece("DURATION", value, modifier(hit["p"]) if hit["p"] else "APPROX" if hit["so"] else None)


_NOT_RATE = frozenset(
    "in for within after of than nearly about over to least before by until every during last is was took takes take"
    " and or , with as under up around lasted - spend spent into just only at on per such not be been from".split()
)


def _is_rate(hit: Hit) -> bool:
    """ "Two million barrels a day" is a rate; "for a day" and "lasted a day" are lengths."""
    front = hit.before()
    return front not in _NOT_RATE and (
        front.endswith("s")
        or front in ("million", "billion", "%", "percent", "trillion", "cents")
        or front[-1:].isdigit()
    )


@rule("(the )(unitadj )?(fiscal )?unit", "the year ended = P1Y")
def _year_ended(hit: Hit) -> list[Piece]:
    if not hit.text.endswith("year") or hit.after() not in ("ended", "ending", "to", "ends"):
        return []
    return hit.piece("DURATION", "P1Y")


@rule("(the )?(<adj:unitadj> )?<u:unit>(?! ?hyphen)", "the year = XXXX")
def _the_unit(hit: Hit) -> list[Piece]:
    if not hit.text.startswith("the "):
        return []
    unit, day = unit_of(hit["u"]), hit.frame.day
    if unit == "W":
        return hit.date(week(day) if day else "XXXX-WXX")
    if unit == "Y":
        year = hit.frame.day.year if day else None
        return hit.date(f"{year:04d}" if year else "XXXX")
    if unit == "M":
        return hit.date(f"{day:%Y-%m}" if day else "XXXX-XX")
    return []


@rule("<u2:units> or units", "weeks or months = PXW")
@rule("<u2:dozens of units>|<u:units>", "years = PXY")
def _bare_units(hit: Hit) -> list[Piece]:
    words = hit["u"] or hit["u2"]
    before, after = hit.before(), hit.after()
    if hit["u"] in ("minutes", "seconds") and after == "of":
        return []  # "the minutes of the meeting"
    if hit["u"] and before not in ("for", "in", "after", "within", "over", "of") and after not in _AFTER_UNITS:
        return []
    value = length(None, unit_of(words))
    return hit.piece("DURATION", value) if value and not words.endswith("seconds") else []


_AFTER_UNITS = frozenset("of before after later or and since ago".split())


@rule("(a |approx )vague", "some time = PXX")
def _while(hit: Hit) -> list[Piece]:
    if hit.text in ("a while", "some time"):
        return hit.piece("DURATION", "PXX")
    return []
