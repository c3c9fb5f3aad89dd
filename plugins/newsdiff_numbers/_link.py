"""Joins numbers that belong together: units behind them, ranges, shared scales and shared units."""

from __future__ import annotations

import re
from functools import cache

from newsdiff.language import english
from newsdiff.language.lexicon import trie
from newsdiff_numbers import _units
from newsdiff_numbers._context import changes
from newsdiff_numbers._numbers import Number

_HYPHEN = re.compile(r"\s?[-–—~‑]\s?|-to-", re.IGNORECASE)
_TO = re.compile(
    r"-?\s(?:up\s|down\s|combined\s)?(?:to|through)\s"
    r"(?:(?:about|around|nearly|almost|roughly|some|as\smuch\sas|more\sthan|over)\s)?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_OR = re.compile(r"\s(?:or|to)\s|-or-", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:between|anywhere\sfrom)\s(?:about\s|around\s|roughly\s|some\s)?$", re.IGNORECASE)
_FROM = re.compile(
    r"(?:from|of|at)\s(?:about\s|around\s|up\sto\s|roughly\s|nearly\s|some\s|just\s|as\slow\sas\s)?$", re.IGNORECASE
)


@cache
def _moves() -> re.Pattern[str]:
    """Return a pattern for a verb of change directly before a number: after it, "6.5% to 164p" are two quantities."""
    words = {*english.lexicon.words("mover"), *(phrase.partition(" ")[0] for phrase in changes())}
    return re.compile(
        rf"\b(?:{trie(words)})(?:\s(?:by|about|around|nearly|almost|roughly|some|another|a|as\smuch\sas|more\sthan"
        r"|less\sthan|over|an\sadditional)){0,3}\s$",
        re.IGNORECASE,
    )


def attach_units(text: str, numbers: list[Number], end: int) -> None:
    """Read the unit of measure behind every number."""
    for index, number in enumerate(numbers):
        limit = numbers[index + 1].left if index + 1 < len(numbers) else end
        _attach(text, number, min(limit, number.end + _UNIT_REACH))


# Code points in which a unit, a verb of paying and the opening of a range are sought (guesses: some words each).
_UNIT_REACH, _PAID_REACH, _LEAD = 60, 30, 40
_SUM = 1e6  # with a unit that may be money, a sum rather than a measure (guess)
_PARTITIVE = re.compile(r"(?:\sof)?\san?(?=\s)")
_PAID = re.compile(rf"\b(?:{english.lexicon.pattern('price-word')})\s[a-z\s]{{0,20}}$")
_ORDINAL_SECOND = re.compile(r"\ssecond(?![^\W_])")


def _attach(text: str, number: Number, limit: int) -> None:
    if number.end >= limit:
        return
    if number.word and number.low % 100 in _TENS and _ORDINAL_SECOND.match(text, number.end):
        return  # twenty second: the 22nd
    if number.currency:
        _money(text, number, limit)
        return
    following = text[number.end]
    if following in ".,;:)!?" or following == "\n":
        return
    found = _units.after(text, number.end, limit)
    if found is None and number.fraction and (article := _PARTITIVE.match(text, number.end, limit)):
        found = _units.after(text, article.end(), limit)  # half a mile, a quarter of an hour
        number.fraction = found is None
    if found is None:
        return
    number.unit, number.unit_name, number.right = found.unit, found.name, found.end
    if found.unit.name == "pound-mass" and (
        number.scale >= _SUM or _PAID.search(text, max(0, number.left - _PAID_REACH), number.left)
    ):
        number.unit, number.unit_name = _units.unit_of("pound sterling"), "pound sterling"
    if found.unit.dimension.startswith("money") and " per " not in found.name:
        _cents(text, number)


_MONEY_WORD = re.compile(
    r"\s(?:(?:US|U\.S\.|Australian|Canadian|Hong Kong|New Zealand|Singapore)\s)?"
    r"(?:dollars?|euros?|pounds?|yuan|yen)(?![^\W_])|\s?(?:US|U\.S\.|USD|AUD|CAD)(?![^\W_])",
    re.IGNORECASE,
)


def _money(text: str, number: Number, limit: int) -> None:
    assert number.unit is not None
    stop = number.end
    word = _MONEY_WORD.match(text, stop, limit)
    if word is not None:
        stop = word.end()
        found = _units.after(text, number.end, limit)
        if found is not None and found.unit.dimension.startswith("money") and number.unit.name == "dollar":
            number.unit, number.unit_name = found.unit, found.name
            stop = found.end
    rated = _units.rated(number.unit, text, stop, limit)
    number.unit, number.unit_name, number.right = rated.unit, rated.name, rated.end


_CENTS = re.compile(r"\s(?:and\s)?([0-9]{1,2})\s(?:cents?|pence)(?![^\W_])", re.IGNORECASE)


def _cents(text: str, number: Number) -> None:
    match = _CENTS.match(text, number.right)
    if match is not None:
        number.low += int(match.group(1)) / 100
        number.right, number.grain = match.end(), 0.01


def join(text: str, numbers: list[Number]) -> list[Number]:
    """Merge ranges, feet with inches, dollars with cents; let later units and scales reach back."""
    joined: list[Number] = []
    index = 0
    while index < len(numbers):
        number = numbers[index]
        if joined and number.start < joined[-1].right:
            pass  # the cents of "3 dollars 50 cents"
        elif joined and _is_share(text, joined[-1], number):
            joined[-1].low /= number.low
            joined[-1].end = joined[-1].right = number.end
            joined[-1].grain, joined[-1].fraction, joined[-1].maybe_year = 0.05, True, False
        elif joined and _is_range(text, joined, number):
            _merge(joined[-1], number)
        elif joined and (parts := _compound(text, joined[-1], number)):
            joined[-1].low += number.low / parts
            joined[-1].grain = 1 / parts
            joined[-1].right = joined[-1].end = number.right
        else:
            joined.append(number)
        index += 1
    _reach_back(text, joined)
    return joined


_IN = re.compile(r"\s(?:in|over|out\sof|in\severy|out\sof\severy|of\severy)\s", re.IGNORECASE)


def _is_share(text: str, a: Number, b: Number) -> bool:
    """Tell "one in five", "nine out of 10" from "killed 3 in 5 days"."""
    if a.unit is not None or b.unit is not None or a.high is not None or b.high is not None or b.maybe_year:
        return False
    gap = text[a.right : b.left]
    if len(gap) > 16 or not 0 < a.low < b.low <= 100_000 or a.fraction or b.fraction or not _IN.fullmatch(gap):
        return False
    if gap.strip() == "over":
        return a.low == 1 and a.word
    return gap.strip() != "in" or a.low == 1 or (a.word and b.word and b.low <= 10) or b.low in (5, 10, 20, 100, 1000)


# How many of the smaller unit make one of the larger: "5 ft 2 in", "1 hour 20 minutes".
_SMALLER = {
    ("foot", "inch"): 12, ("metre", "centimetre"): 100, ("kilometre", "metre"): 1000, ("kilogram", "gram"): 1000,
    ("pound-mass", "ounce"): 16, ("hour", "minute"): 60, ("minute", "second"): 60,
}  # fmt: skip


# "growth in 2026 to 0.9%", "5% for 2026 and 3% next year"; but "for 2000 and 2100 metres".
_YEAR_AHEAD = re.compile(r"(?:(?P<sure>\b(?:in|since|during|until|early|late))|\b(?:for|by|through))\s$", re.IGNORECASE)


def _is_year(text: str, a: Number, b: Number) -> bool:
    """Tell a year in front of a measure from the first of two measures."""
    if not a.maybe_year or a.unit is not None or b.unit is None:
        return False
    ahead = _YEAR_AHEAD.search(text, max(0, a.left - 8), a.left)
    return ahead is not None and (ahead["sure"] is not None or b.unit.dimension == "share" or b.currency)


def _compound(text: str, a: Number, b: Number) -> int:
    """Return how many of b's unit make one of a's where both are one measure; 0 where they are two."""
    if b.high is not None or a.high is not None or text[a.right : b.left] not in (" ", " and ", "-"):
        return 0
    if a.unit_name == "foot" and b.unit is None and b.low < 12 and text[b.end : b.end + 3] in (" in", "in ", " in."):
        return 12
    parts = _SMALLER.get((a.unit_name or "", b.unit_name or ""), 0)
    return parts if b.low < parts and a.low == int(a.low) else 0


def _is_range(text: str, joined: list[Number], b: Number) -> bool:
    a = joined[-1]
    if (
        a.high is not None
        or b.high is not None
        or a.vague
        or b.vague
        or (a.maybe_year and not b.maybe_year and a.unit is None and b.unit is None and b.scale > 1)
        or _is_year(text, a, b)
    ):
        return False
    gap = text[a.right : b.left]
    if not gap or len(gap) > 24:
        return False
    one, two = a.unit_name or "", b.unit_name or ""
    same = one == two or bool(one and two and (two.startswith(f"{one} per ") or one.startswith(f"{two} per ")))
    lead = text[max(0, a.left - _LEAD) : a.left]
    if _AND.fullmatch(gap):
        return bool(_BETWEEN.search(lead)) and (same or a.unit is None or b.unit is None)
    if not same and a.unit is not None and not (b.unit is None and (a.currency or _FROM.search(lead))):
        return False
    if _TO.fullmatch(gap):
        if _FROM.search(lead) or _BETWEEN.search(lead):
            return True
        if not _moves().search(lead):
            return True
        bare = a.unit is None and b.unit is None and a.low < b.low <= 3 * a.low  # lost 15 to 20 men
        return bare or (a.unit is None and b.unit is not None and not b.currency)
    if _OR.fullmatch(gap):
        return a.unit is None and not gap.startswith("-") and b.low == a.low + 1 and a.word == b.word and b.low < 20
    if _HYPHEN.fullmatch(gap):
        if _moves().search(lead) and "to" in gap:
            return False
        return a.low < b.low or b.scale > 1
    return False


def _merge(a: Number, b: Number) -> None:
    low, high = a.low, b.low
    if b.scale > 1 and a.scale == 1 and low < b.scale and low <= high / b.scale and not (a.unit and not a.currency):
        low *= b.scale
        a.grain *= b.scale
    a.low, a.high = min(low, high), max(low, high)
    a.grain = min(a.grain, b.grain)
    a.end = b.end
    if b.unit is not None and (a.unit is None or (a.unit_name or "") in (b.unit_name or "")):
        a.unit, a.unit_name = b.unit, b.unit_name
    a.right = b.right
    a.maybe_year = a.maybe_year and b.maybe_year


_TENS = frozenset((20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0))
_LISTED = re.compile(r"(?:-|\s?)(?:,\s|\sor\s|\sand\s|,\sand\s|,\sor\s|/)|-\s(?:or|and|to)\s|-,\s", re.IGNORECASE)


def _reach_back(text: str, numbers: list[Number]) -> None:
    """Give a number the unit of the next one in a list: "a 7- or 8-inch screen", "45 and 50 mg"."""
    for a, b in zip(reversed(numbers[:-1]), reversed(numbers[1:])):
        if (
            a.unit is None
            and b.unit is not None
            and not b.currency
            and not a.fraction
            and a.right == a.end
            and not _is_year(text, a, b)
        ):
            gap = text[a.right : b.left]
            if _LISTED.fullmatch(gap) and (
                gap.startswith("-") or (b.unit.dimension != "duration" and " and " in gap) or " or " in gap
            ):
                a.unit, a.unit_name = b.unit, b.unit_name
