"""Units of measure and currencies beside a number: which, how long, and what dimension."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from attrs import frozen

from newsdiff.language import english
from newsdiff.language.lexicon import table, trie

DATA = Path(__file__).parent / "data"


@frozen
class Unit:
    """A unit of measure by its spelled-out name."""

    name: str
    dimension: str
    pint: str | None = None
    """What pint calls it; None: never converted."""


@frozen
class Found:
    """A unit in the text: from the end of the number to *end*."""

    unit: Unit
    name: str
    end: int


# Letters that are a unit only when glued to the digits or clearly set off; as words they mean something else.
_GLUED_ONLY = frozenset(("s", "h", "p", "c", "C", "F", "K", "J", "A", "b", "pc", "st", "mo", "ac", "ly", "kt", "AU"))
_PER_A = english.lexicon.pattern("rate-noun", "rate-measure")
_RATE = re.compile(
    r"(?:\s?(?:/|-?\bper\b|\bp/)[\s-]?|-an?-|\sp(?=a\b)"
    r"|\s(?:an?|each|every)[\s-](?=\w+\b(?!\s(?:earlier|ago|later|before|after)\b)))"
    rf"(?P<what>(?i:{_PER_A})\b|(?<=per\s)[A-Za-z]{{2,20}}\b(?<!cent)(?<!capita)"
    r"|(?<=per\scapita)|(?<=/)(?:[A-Za-z]{1,8}[²³23]?)\b|(?<=p)a\b)"
)


@cache
def _measures() -> tuple[dict[str, Unit], dict[str, Unit]]:
    words: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    for name, dimension, pint, spelled, symbols, *_ in ((*row, "-", "-") for row in table(DATA / "units.tsv")):
        unit = Unit(name, dimension, None if pint == "-" else pint)
        words |= {form: unit for word in spelled.split("|") if word != "-" for form in (word, f"{word}s")}
        signs |= {sign: unit for sign in symbols.split("|") if sign != "-"}
    for name, codes, spelled, symbols, *_ in ((*row, "-") for row in table(DATA / "currencies.tsv")):
        unit = Unit(name, f"money:{name}")
        words |= {
            form: unit for word in spelled.split("|") if word != "-" for form in (word, f"{word}s") if form not in words
        }
        signs |= {code: unit for code in codes.split("|") if code != "-"}
        signs |= {sign: unit for sign in symbols.split("|") if sign not in ("-", "PS") and sign not in signs}
    sterling = Unit("pound sterling", "money:pound sterling")
    words |= {"pound": signs["lb"], "pounds": signs["lb"]}
    words |= {f"{kind}pounds": sterling for kind in ("uk ", "british ")}
    return words, signs


@cache
def _before_table() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for name, codes, _, symbols, *_ in ((*row, "-") for row in table(DATA / "currencies.tsv")):
        unit = Unit(name, f"money:{name}")
        found |= {
            sign: unit for sign in (*symbols.split("|"), *codes.split("|")) if sign not in ("-", "p", "c", "¢", "元")
        }
        found |= {code.lower(): unit for code in codes.split("|") if code in ("USD", "EUR", "GBP", "AUD", "RMB")}
    return found


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words, signs = _measures()
    after_word = re.compile(rf"(?:\s|-|\s-\s?|-\s)?((?i:{trie(words)}))(?![^\W_])")
    after_sign = re.compile(rf"(\s?-?[\[{{<(]?|-)({trie(signs)})(?!\w|(?<=[A-Za-z])\^)")
    return after_word, after_sign


_ANNUALLY = (" annually", " yearly")


def unit_of(name: str) -> Unit | None:
    """Return the unit of measure with a canonical name."""
    return _by_name().get(name)


def measure(name: str) -> Unit | None:
    """Return the unit that a name measures in: of "flying hour" and "working day" the hour and the day."""
    known = unit_of(name)
    if known is None and " " in name and " per " not in name:
        head = unit_of(name.rpartition(" ")[2])
        known = head if head is not None and head.dimension == "duration" else None
    return known


@cache
def _by_name() -> dict[str, Unit]:
    words, signs = _measures()
    return {unit.name: unit for unit in (*words.values(), *signs.values())}


def before(text: str, start: int) -> tuple[Unit, int] | None:
    """Return the currency written in front of a number and where it begins ("US$1", "EUR 50", "RM2")."""
    at = start
    while at and start - at < 2 and text[at - 1] in " \xa0":
        at -= 1
    if not at:
        return None
    widths, signs = _before_widths().get(text[at - 1], ()), _before_table()
    for width in widths:
        begin = at - width
        unit = signs.get(sign := text[begin:at]) if begin >= 0 else None
        if unit is None:
            continue
        if sign[0].isalpha() and begin and (text[begin - 1].isalnum() or text[begin - 1] in "-–&/."):
            continue
        if at != start and width < 2 and sign in ("R", "A", "C", "S"):
            continue
        return unit, begin
    return None


@cache
def _before_widths() -> dict[str, tuple[int, ...]]:
    """Return how long the signs in front of a number are by their last character, the longest first."""
    found: dict[str, set[int]] = {}
    for sign in _before_table():
        last = sign[-1:]
        if len(sign) <= 5 and last and (not last.isalnum() or last.isupper() or last in "rsdpn"):
            found.setdefault(last, set()).add(len(sign))
    return {last: tuple(sorted(widths, reverse=True)) for last, widths in found.items()}


def after(text: str, pos: int, end: int) -> Found | None:
    """Return the unit that follows a number ending at *pos*, with a rate ("per hour", "a month", "/s")."""
    word, sign = _patterns()
    match = word.match(text, pos, end)
    found: Unit | None = None
    stop = pos
    if match is not None:
        found, stop = _measures()[0][match.group(1).lower()], match.end()
    mark = sign.match(text, pos, end)
    if mark is not None and mark.end() > stop and _plausible(text, mark, pos):
        found, stop = _measures()[1][mark.group(2)], mark.end()
    if found is None:
        return None
    return rated(found, text, stop, end)


def _plausible(text: str, mark: re.Match[str], pos: int) -> bool:
    symbol, spaced = mark.group(2), mark.end() - len(mark.group(2)) > pos
    if symbol == "″" or symbol == '"':
        return not spaced and False
    if spaced and symbol in _GLUED_ONLY:
        return text[mark.end() : mark.end() + 1] == "/"
    if symbol in ("m", "g", "t", "l", "L", "V", "N", "R", "in") and spaced:
        return not text[mark.end() : mark.end() + 2].strip().isalnum() or symbol in "mg"
    return True


def rated(unit: Unit, text: str, stop: int, end: int) -> Found:
    """Extend a unit by a rate that follows it: dollar | per barrel."""
    rate = _RATE.match(text, stop, end)
    if rate is None and text.startswith(_ANNUALLY, stop, end):
        name = f"{unit.name} per year"
        return Found(
            Unit(name, f"{unit.dimension} per year"),
            name,
            stop + len(" yearly" if text[stop + 1] == "y" else " annually"),
        )
    if rate is None:
        return Found(unit, unit.name, stop)
    what = rate.group("what")
    if not what:
        return Found(unit, unit.name, stop)
    per = "year" if what == "a" else _denominator(what)
    if per is None:
        return Found(unit, unit.name, stop)
    name = f"{unit.name} per {per}"
    return Found(_by_name().get(name) or Unit(name, f"{unit.dimension} per {per}"), name, rate.end())


def _denominator(what: str) -> str | None:
    words, signs = _measures()
    unit = signs.get(what) or words.get(what.lower())
    if unit is not None:
        return "pound" if unit.name == "pound-mass" else unit.name
    return what.lower() if len(what) > 2 else None
