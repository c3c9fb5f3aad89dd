"""Finds numerals in running text and drops those that are no quantities: dates, ordinals, names, references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsdiff.language import english, numerals
from newsdiff.language.masks import Mask, covering
from newsdiff_numbers import _units


class Number:
    """One number while it is being understood: where it stands, its value, its unit.

    What few numbers have is a default of the class: thousands of these are made, and most fields never change.
    """

    high: float | None = None
    unit: _units.Unit | None = None
    unit_name: str | None = None
    currency = False  # the unit is a sign or code in front
    fraction = vague = word = maybe_year = False
    scale = 1.0  # what a scale word multiplies the written digits by

    def __init__(self, start: int, end: int, low: float, grain: float) -> None:
        self.start = self.left = start  # left and right: with currency sign and unit of measure
        self.end = self.right = end
        self.low, self.grain = low, grain


_DIGITS = re.compile(numerals.DIGIT_NUMERAL)
_VULGAR = re.compile(numerals.VULGAR_NUMERAL)
_WORDS = re.compile(numerals.word_start("scores", "tens", "no", "nobody"))
_WORD_NUMERAL = re.compile(numerals.WORD_NUMERAL)
_VAGUE = re.compile(
    r"(?i:(?:tens|dozens|scores|hundreds)"
    r"(?:\s(?:and\s(?:hundreds|thousands)\s)?of\s(?:hundreds\sof\s)?(?:thousands|millions|billions))?"
    r"|thousands(?:\sof\s(?:millions|billions))?|millions|billions|trillions)(?![^\W_])"
)
_OF_SCALE = re.compile(r"\sof\sa\s(million|billion|trillion)(?![^\W_])")
_HALF_A = re.compile(r"\sa\s{1,3}(hundred|thousand|million|billion|trillion|dozen)(?![^\W_])", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")
_SHORT_END = re.compile(r"(?<=[0-9\s½])(bn|bln|mn|mln|mil|mm|tn|trn|tln|k|m|b|t|g)$", re.IGNORECASE)
_COUNTED = re.compile(r"\s(?:[a-z]+\s){0,2}?(?:people|men|women|children|users|[a-z]{3,}s)\b")
_THEY = re.compile(r"\s(?:were|are|have|had)\b")  # "3.1m were left without power": people, not metres
_PREFIXES = english.lexicon.words("number-prefix")
_SINGULAR_PARTS = frozenset(word for word in numerals.PARTS if word not in ("half", "halves", "quarter"))


def scan(text: str, start: int, end: int, masks: Sequence[Mask], mask_starts: Sequence[int]) -> list[Number]:
    """Return the numbers of ``text[start:end]`` in order, without those that a mask covers."""
    found: list[Number] = []
    for match in _DIGITS.finditer(text, start, end):
        number = _from_digits(text, match, masks, mask_starts)
        if number is not None:
            found.append(number)
    if not text.isascii():
        for match in _VULGAR.finditer(text, start, end):
            if not text[match.start() - 1 : match.start()].isdigit():
                found += _from_surface(match.group(), match.start())
    words = list(_from_words(text, start, end, masks, mask_starts))
    if not words:
        return found
    kept: list[Number] = []
    for number in sorted((*found, *words), key=lambda number: (number.start, -number.end)):
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


def _from_surface(surface: str, start: int) -> list[Number]:
    value = numerals.read_digits(surface)
    if value is None:
        return []
    number = Number(start, start + len(surface), value.value, value.grain)
    number.fraction = value.fraction
    return [number]


def _from_digits(text: str, match: re.Match[str], masks: Sequence[Mask], starts: Sequence[int]) -> Number | None:
    start = match.start()
    if covering(masks, starts, start, start + 1) is not None:
        return None
    surface = match.group()
    currency = None
    before = text[start - 1] if start else " "
    if before == "." and surface[0].isdigit() and (start < 2 or text[start - 2] in " \t\n\xa0(+-−$~<>="):
        start -= 1
        surface, before = "." + surface, text[start - 1] if start else " "
    if before in "-−" and start > 1 and not text[start - 2].isalnum():
        currency = _units.before(text, start - 1)
    if currency is None and before not in " \n\t(":
        currency = _units.before(text, start)
        if currency is None and not _free(text, start, before):
            return None
    elif currency is None and start > 1:
        currency = _units.before(text, start)
    number = _read(text, surface, start, currency is not None)
    if number is None:
        return None
    if currency is not None:
        number.unit, number.left = currency
        number.unit_name, number.currency = number.unit.name, True
    _sign(text, number)
    return number


# The first half of "£3-4m": then the m is millions, not metres.
_MONEY_RANGE = re.compile(r"[$£€¥₹][0-9.,]{1,9}(?:\s?[-–]\s?|\sto\s)$")


def _free(text: str, start: int, before: str) -> bool:
    """Tell whether the character in front lets a number begin here."""
    if before.isalnum() or before in "_#'’@&":
        return before == "\u00d7"
    ahead = text[start - 2] if start > 1 else " "
    if before in "-–—‑":
        if ahead.isalpha():
            word = text[max(0, start - 12) : start - 1].split()[-1:]
            return bool(word) and (word[0].lower() in (_PREFIXES | numerals.ONES.keys()) or before in "–—")
        return True
    if before in "./:,":
        return not ahead.isalnum() or (before == "," and not ahead.isdigit())
    return True


def _read(text: str, surface: str, start: int, money: bool) -> Number | None:
    """Read the surface, deciding what a single letter after the digits means."""
    surface = surface.rstrip()
    scale = 1.0
    short = _SHORT_END.search(surface) if surface[-1].isalpha() else None
    if short is not None:
        letters = short.group(1)
        money = money or _MONEY_RANGE.search(text, max(0, start - 20), start) is not None
        if _is_scale(text, letters, start + len(surface), money):
            scale = numerals.SHORT_SCALES[letters.lower()]
        else:
            surface = surface[: short.start()].rstrip()
    written = _written(surface)
    if written is None:
        return None
    end = start + len(surface)
    following = text[end : end + 1]
    if following == "," and text[end + 1 : end + 2].isdigit():
        return None  # 1.234,5 or 22,24,26: nobody can tell
    if (following.isalnum() or following == "_") and _units.after(text, end, end + 40) is None:
        return None
    value, grain, fraction, spelled, year = written
    number = Number(start, end, value, grain)
    if fraction:
        number.fraction = True
    if year:
        number.maybe_year = True
    if scale != 1:
        number.scale = scale
    elif short is None and spelled != 1:
        number.scale = spelled
    return number


@lru_cache(maxsize=4096)
def _written(surface: str) -> tuple[float, float, bool, float, bool] | None:
    """Return value, grain, whether it is a share, the scale word's size and whether it may be a year."""
    if len(surface) > 1 and surface[0] == "0" and surface.isdigit():
        return None  # 007, 0800
    value = numerals.read_digits(surface)
    if value is None:
        return None
    words = _WORD.findall(surface)
    scale = numerals.SCALES.get(words[-1].lower(), 1.0) if words else 1.0
    year = len(surface) == 4 and surface.isdigit() and surface[0] in "12" and 1400 <= value.value < 2100
    return value.value, value.grain, value.fraction, scale, year


def _is_scale(text: str, letters: str, stop: int, money: bool) -> bool:
    low = letters.lower()
    if len(letters) > 1:
        return low != "mm" or money
    if low == "k":
        return True
    if low == "g":
        return False
    if money:
        return True
    unit = _units.after(text, stop, stop + 30)
    if unit is not None and unit.unit.dimension.startswith("money"):
        return True
    if letters == "M" or low == "b":
        return letters != "b" or bool(_COUNTED.match(text, stop))
    return low == "m" and bool(_COUNTED.match(text, stop) or _THEY.match(text, stop))


def _sign(text: str, number: Number) -> None:
    """Read a minus in front, unless it joins or lists."""
    at = number.left
    mark = text[at - 1] if at else " "
    ahead = text[at - 2] if at > 1 else " "
    if number.currency and at != number.start and text[number.start - 1] in "-−":
        number.low = -number.low  # $-50.8bn
    elif mark in "-−" and ahead in " \n(\t\xa0:;,/≤≥<>=" and not number.word:
        number.low = -number.low or 0.0
        number.left = at - 1
    elif mark in " -" and ahead in "sSeE":
        lead = _MINUS.search(text, max(0, at - 12), at)
        if lead is not None and number.low > 0:
            number.low = -number.low or 0.0
            number.left = lead.start()


_MINUS = re.compile(r"(?<![^\W_])(?:minus|negative)[\s-]$", re.IGNORECASE)


def _from_words(text: str, start: int, end: int, masks: Sequence[Mask], starts: Sequence[int]) -> Iterator[Number]:
    stop = start
    places = [match.start() + 1 for match in _WORDS.finditer(text, start, end)]
    for at in (start, *places):
        if at < stop:
            continue
        first = text[at]
        if first in "tTsS" and (vague := _VAGUE_OF.match(text, at, end) or _scores(text, at, end)) is not None:
            yield from _vague(vague)
            stop = vague.end()
        elif first in "nN" and _NONE.match(text, at, end) and (none := _NONE_WORD.match(text, at, end)):
            stop = none.end()
            number = Number(at, stop, 0.0, 1.0)
            number.word = True
            yield number
        elif (match := _WORD_NUMERAL.match(text, at, end)) is not None:
            stop = match.end()
            surface = match.group().lower()
            value = _PLAIN.get(surface)
            if value is None:
                if surface not in _SINGULAR_PARTS or text[at - 2 : at - 1] in "anAN":  # a third, not the third
                    yield from _split(text, at, stop, end, masks, starts)
            elif not masks or covering(masks, starts, at, at + 1) is None:
                yield _plain(text, at, stop, value)


_PLAIN = {word: float(value) for word, value in (numerals.ONES | numerals.TENS).items()}


def _plain(text: str, at: int, stop: int, value: float) -> Number:
    """Return the number of a single word, by far the most frequent case."""
    number = Number(at, stop, value, numerals.grain(value))
    number.word = True
    _sign(text, number)
    return number


# None at all: "no survivors", "nobody died". What was not reported is not denied.
_NONE = re.compile(
    r"(?i:no(?:\s(?:other|further|more|serious|major))?"
    rf"\s(?:{english.lexicon.pattern('harm-noun', 'harmed-noun')})(?![^\W_])"
    r"(?!\s(?:were|was|have|had|has)(?:\sbeen)?\s(?:immediately\s)?(?:reported|confirmed|announced|expected|known))"
    r"|(?:no\sone|nobody)(?:\selse)?\s(?:(?:was|were|(?:had|has)\sbeen)"
    rf"\s(?:{english.lexicon.pattern('harm-state', 'befallen-state')})|died|survived)(?![^\W_]))"
)
_NONE_WORD = re.compile(r"(?i:no\sone|nobody|no)(?![^\W_])")


# "Tens" and "scores" count only in "tens of thousands", "scores of people", "scores were injured", "injured scores".
_BEFALLEN = english.lexicon.pattern("harm-state", "befallen-state", "fear-participle")
_VAGUE_OF = re.compile(
    r"(?i:tens\sof\s(?:thousands|millions|billions)"
    r"|scores(?=\sof\s|\s(?:more\s|others\s)?(?:(?:were|are|have\sbeen)\s(?:also\s|[a-z]+ly\s)?)?"
    rf"(?:{_BEFALLEN})))(?![^\W_])"
)
_SCORES = re.compile(r"scores(?![^\W_])")
_BEFALLING = english.lexicon.words("harm-state", "befallen-state", "fear-participle", "harming-participle")


def _scores(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return "scores" behind what befell them: "injured scores"."""
    before = text[max(0, at - _VERB) : at].lower().split()[-1:]
    return _SCORES.match(text, at, end) if before and before[0] in _BEFALLING else None


_VERB = 14  # code points that hold the longest of those verbs


def _vague(match: re.Match[str]) -> Iterator[Number]:
    words = match.group().lower().split()
    plurals = [word for word in words if word not in ("of", "and")]
    if plurals == ["tens"]:
        return
    low, high = (10.0, 99.0) if plurals[0] == "tens" else numerals.VAGUE[plurals[0]]
    for word in plurals[1:]:
        if word == "hundreds" or (word == "thousands" and "and" in words and plurals.index(word) == 1):
            low, high = low, numerals.VAGUE[word][1]
            continue
        scale = numerals.PLURAL_SCALES.get(word, 1.0)
        low, high = low * scale if plurals[0] != "tens" else 2 * 10 * scale, (high + 1) * scale - 1
    number = Number(match.start(), match.end(), low, low)
    number.high, number.vague, number.word = high, True, True
    yield number


def _split(
    text: str, start: int, stop: int, end: int, masks: Sequence[Mask], starts: Sequence[int]
) -> Iterator[Number]:
    """Read a run of number words, which may be several numbers."""
    if covering(masks, starts, start, start + 1) is not None:
        return
    parts = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text, start, stop)]
    index = 0
    while index < len(parts):
        word, at, _ = parts[index]
        if word in ("and", "a", "an", "point"):
            index += 1
            continue
        if (word in numerals.PLURAL_SCALES or word in ("hundreds", "dozens")) and (
            vague := _VAGUE.match(text, at, end)
        ) is not None:
            yield from _vague(vague)
            index += 1
            continue
        for upto in range(len(parts), index, -1):
            value = _spelled(tuple([part[0] for part in parts[index:upto]]))
            if value is not None:
                break
        else:
            index += 1
            continue
        number = _word_number(text, parts, index, upto, value, end)
        if number is not None:
            yield number
        index = upto


@lru_cache(maxsize=4096)
def _spelled(words: tuple[str, ...]) -> numerals.Numeral | None:
    return numerals.read_words(list(words))


def _word_number(
    text: str, parts: list[tuple[str, int, int]], index: int, upto: int, value: numerals.Numeral, end: int
) -> Number | None:
    words = [part[0] for part in parts[index:upto]]
    if (
        len(words) == 1
        and words[0] in _SEVERAL_OF
        and (many := _SEVERAL.search(text[max(0, parts[index][1] - 16) : parts[index][1]]))
    ):
        return _several(parts[index][1] - len(many.group()), parts[index][2], words[0])
    at, stop = parts[index][1], parts[upto - 1][2]
    lead = text[max(0, at - 14) : at].lower()
    article = _ARTICLE.search(lead)
    if len(words) == 1 and not _is_share(text, words[0], stop, bool(article), lead):
        return None
    scale = _HALF_A.match(text, stop) if words == ["half"] else None
    if scale is not None:
        word = scale.group(1).lower()
        size = numerals.SCALES.get(word, 100.0 if word == "hundred" else 12.0)
        value, stop = numerals.Numeral(size / 2, size / 10), scale.end()
    elif value.fraction and (scale := _OF_SCALE.match(text, stop)) is not None:
        size = numerals.SCALES[scale.group(1)]
        value, stop = numerals.Numeral(value.value * size, size / 10), scale.end()
    if article and (words[0] in _AFTER_ARTICLE or words[0] in numerals.PARTS):
        at -= len(article.group())
    number = Number(at, stop, value.value, value.grain)
    number.word, number.fraction = True, value.fraction
    number.scale = next((numerals.SCALES[word] for word in reversed(words) if word in numerals.SCALES), 1.0)
    _sign(text, number)
    return number


_SEVERAL_OF = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12.0}
_SEVERAL = re.compile(r"(?<![^\W_])(?:several|many|a\sfew|few|a\scouple(?:\sof)?)\s$", re.IGNORECASE)


def _several(start: int, stop: int, word: str) -> Number:
    """Return the vague number of "several hundred", "a few dozen"."""
    size = _SEVERAL_OF[word]
    number = Number(start, stop, 2 * size, size)
    number.high, number.vague, number.word = 99.0 if word == "dozen" else 10 * size - 1, True, True
    return number


_ARTICLE = re.compile(r"(?<![^\W_])(?:a|an)\s$")
_AFTER_ARTICLE = english.lexicon.words("scale-noun")
_SHARE_FOLLOWS = re.compile(r"\s(?:of|as|more|less)(?![^\W_])|\s?(?:[,.;]|$)")
_OF_WHOLE = re.compile(r"\sof(?:\sa|\sthe|\sall|\sits|\stheir|\s[a-z]+s\b)")
_NAMED_HALF = re.compile(r"(?:first|second|other|1st|2nd|latter|later|opening|early|top|bottom|final|last)[\s-]$")


def _is_share(text: str, word: str, stop: int, article: bool, lead: str) -> bool:
    """Tell a share ("a third of", "half the town") from an ordinal, a quarter of the year or a half of a match."""
    if word in _SINGULAR_PARTS:
        return article and not lead.endswith("and a ") and _SHARE_FOLLOWS.match(text, stop) is not None
    if word in numerals.PLURAL_PARTS:
        return False
    if word == "quarter":
        return _OF_WHOLE.match(text, stop) is not None or _HALF_A.match(text, stop) is not None
    if word == "half":
        return text[stop : stop + 1] != "-" and _NAMED_HALF.search(lead) is None
    return word != "dozen" or not lead.endswith(("baker's ", "baker’s "))
