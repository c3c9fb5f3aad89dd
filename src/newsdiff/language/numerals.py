"""Numerals as written: digits, number words, scales, fractions and their mixtures.

``NUMERAL`` finds them, ``read`` gives value and written precision. What the grammar cannot read for certain ("1,3",
"1.111,11", a digit run of more than 30) yields None, never a guess.
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from newsdiff.language.lexicon import ENGLISH, table, trie


@cache
def _values(sort: str) -> dict[str, float]:
    return {word: float(value) for kind, word, value in table(ENGLISH / "numerals.tsv") if kind == sort}


ONES = {word: int(value) for word, value in _values("ones").items()}
TENS = {word: int(value) for word, value in _values("tens").items()}
ORDINALS = {word: int(value) for word, value in _values("ordinal").items()}
SCALES = _values("scale")
PLURAL_SCALES = {f"{word}s": value for word, value in SCALES.items()}
DOZENS = _values("dozen")
PARTS = _values("part")
PLURAL_PARTS = {f"{word}s": value for word, value in PARTS.items() if word not in ("half", "halves")} | {"halves": 2.0}
# Scales that are written short; the single letters are ambiguous and left to the caller (5m: metres or million?).
SHORT_SCALES = _values("short")
VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
# How a bare plural is read: the lowest and highest number a careful writer would still call so.
VAGUE = {
    word: (float(low), float(high))
    for sort, word, values in table(ENGLISH / "numerals.tsv")
    if sort == "vague"
    for low, high in [values.split()]
}
MAX_DIGITS = 30  # guess: longer runs of digits are no figures of news

_SPACE = "[ \u00a0\u202f\u2009]"
_VULGARS = "".join(VULGAR)
_COUNT_WORDS = [*ONES, *TENS, "hundred", *SCALES, *PLURAL_SCALES, "hundreds", *DOZENS]
_CORE_WORDS = [word for word in _COUNT_WORDS if word not in ("dzs", "dozs")]
_PART_WORDS = [*PARTS, *PLURAL_PARTS]
_ANY = trie([*_COUNT_WORDS, *_PART_WORDS])
_SCALE_WORD = trie(["hundred", "dozen", *SCALES, *PLURAL_SCALES, "hundreds", *DOZENS])
_SHORT_FORMS = trie([*SHORT_SCALES, "K", "M", "B", "T", "G", "MM", "Bn", "BN", "Mn", "MN", "Tn", "TN", "MLN", "BLN"])

# Starts with a plain class, so that the scanner can skip ahead.
DIGITS = (
    r"[0-9](?:[0-9]{0,2}(?:,[0-9]{2,3}){0,9},[0-9]{3}(?![0-9])(?:\.[0-9]{1,30})?"
    rf"|[0-9]{{0,2}}(?:{_SPACE}[0-9]{{3}}){{1,9}}(?![0-9]|,[0-9])(?:\.[0-9]{{1,30}})?"
    r"|[0-9]*(?:\.[0-9]+)?)"
)
_EXPONENT = r"(?:\s?[×x]\s?10\s?\^?\s?[-−–+]?[0-9]{1,3}(?![0-9])|[eE][-+]?[0-9]{1,3}(?![\w.]))"
_RATIO = rf"(?:{_SPACE}?[{_VULGARS}]|(?:(?: {{1,3}}|-)[0-9]{{1,3}})?\s?[/⁄]\s?[0-9]{{1,4}}(?![\w/]))"
_LINK = (
    r"(?:-and-(?:a-)?|\s{1,3}|\s?-\s?"
    r"|\s{1,3}(?:and|&)\s{1,3}(?:(?:a|an|one)\s{1,3}(?=half|quarter|third|fourth|fifth|tenth))?)"
)
_TAIL = rf"(?:{_LINK}(?i:{_ANY})(?![^\W_]))"
_POINT = rf"(?:\spoint(?:[ -](?i:{trie([*ONES, *TENS, 'o'])})(?![^\W_])){{1,6}})"

# The boundary on the left is for the caller: what may touch a digit (US$50, EUR50m, -5) is no matter of numerals.
_AFTER_DIGITS = (
    rf"(?:\s{{0,2}}-?(?i:{_SCALE_WORD})(?![^\W_])(?:{_LINK}(?:(?i:{_ANY})(?![^\W_])|[0-9]{{1,3}}(?![\w.,]))){{0,6}}"
    rf"|\s?(?:{_SHORT_FORMS})(?![^\W_]))?"
)
DIGIT_NUMERAL = rf"{DIGITS}(?:{_EXPONENT}|{_RATIO})?{_AFTER_DIGITS}"
VULGAR_NUMERAL = rf"[{_VULGARS}]{_AFTER_DIGITS}"
_FIRST = "".join(sorted({word[0] for word in (*_CORE_WORDS, *_PART_WORDS)}))


# Where a numeral in words may begin; a scan for these starts with a plain class and finds few places.
def word_start(*more: str) -> str:
    """Return a pattern for the first word of a numeral in words, and *more* words, after a space or an opening mark."""
    words = [*_CORE_WORDS, *_PART_WORDS, *more]
    forms = [form for word in words for form in (word, word.capitalize(), word.upper())]
    return rf"[ \n\t\xa0\"'“”‘(\[—–/~>+]{trie(forms)}(?![^\W_])"


def _first_letters() -> str:
    """Return a pattern for a numeral's first word that begins with a plain class: (?<=[oO])(?i:ne) and so on."""
    words = [*_CORE_WORDS, *_PART_WORDS]
    branches = [
        rf"(?<=[{letter}{letter.upper()}])(?i:{trie([word[1:] for word in words if word[0] == letter])})"
        for letter in _FIRST
    ]
    return rf"[{_FIRST}{_FIRST.upper()}](?<![^\W_].)(?:{'|'.join(branches)})"


WORD_NUMERAL = rf"{_first_letters()}(?![^\W_]){_TAIL}{{0,14}}{_POINT}?"


@frozen
class Numeral:
    """A numeral's value and the size of its last written, non-zero digit."""

    value: float
    grain: float
    fraction: bool = False
    """A share of something: a third, 1/2, half."""
    length: int = -1
    """How many characters of the surface it uses up; -1: all of them."""


def grain(value: float, decimals: int = 0) -> float:
    """Return the place of the last non-zero digit, or of the last decimal written.

    >>> grain(400), grain(43), grain(1.20, 2)
    (100.0, 1.0, 0.01)
    """
    if decimals:
        return 10.0**-decimals
    whole = int(abs(value))
    if not whole or whole != abs(value):
        return 1.0 if whole == abs(value) else 10.0 ** -max(1, len(f"{value:.12g}".partition(".")[2]))
    size = 1
    while whole % (size * 10) == 0:
        size *= 10
    return float(size)


_DIGIT_SPLIT = re.compile(
    rf"(?P<number>{DIGITS}|\.[0-9]+)?(?P<rest>{_EXPONENT}|{_RATIO}|[{_VULGARS}])?(?P<tail>.*)", re.DOTALL
)
_NUMBERS = re.compile(r"[0-9]+")
_WORD = re.compile(r"[A-Za-z]+|[0-9]+|&")


def read_digits(surface: str) -> Numeral | None:
    """Read a numeral that begins with digits, without a short scale ("1.2 million", "3 ½", "2×10^5")."""
    match = _DIGIT_SPLIT.match(surface)
    if match is None:
        return None
    number, rest, tail = match.group("number"), match.group("rest") or "", match.group("tail").strip(" -\t\n\xa0")
    if number and sum(map(str.isdigit, number)) > MAX_DIGITS:
        return None
    base = _base(number or "0", rest)
    if base is None:
        return None
    if not tail:
        return base
    if tail.lower() in SHORT_SCALES:
        scale = SHORT_SCALES[tail.lower()]
        return Numeral(base.value * scale, base.grain * scale)
    words = _WORD.findall(tail.lower())
    value = _scaled(base.value, words)
    if value is None:
        return None
    return Numeral(value, base.grain * value / base.value if len(words) == 1 and base.value else grain(value))


def _base(number: str, rest: str) -> Numeral | None:
    plain = "".join(char for char in number if char in "0123456789.")
    value, decimals = float(plain), len(plain.partition(".")[2])
    if not rest:
        return Numeral(value, grain(value, decimals))
    if rest[-1] in VULGAR:
        return Numeral(value + VULGAR[rest[-1]], 0.05, number == "0")
    if "/" in rest or "⁄" in rest:
        parts = [int(part) for part in _NUMBERS.findall(rest)]
        if not parts[-1] or decimals:
            return None
        if len(parts) == 1:
            return Numeral(value / parts[0], 0.05, fraction=value < parts[0])
        return Numeral(value + parts[0] / parts[1], 0.05) if parts[0] < parts[1] else None
    negative = any(sign in rest for sign in "-−–")
    power = int(_NUMBERS.findall(rest)[-1]) * (-1 if negative else 1)
    if abs(power) > MAX_DIGITS:
        return None  # out of any reach of news, and of a float's
    return Numeral(float(f"{plain}e{power}"), grain(value, decimals) * 10.0**power)


def _scaled(value: float, words: list[str]) -> float | None:
    """Apply scale words to a value in digits: 4 | hundred million, 3 | million and a half."""
    total, last = value, 1.0
    for index, word in enumerate(words):
        scale = _scale(word)
        if scale is not None:
            total, last = total * scale, scale
            continue
        if word in ("and", "a", "an", "&") or (word == "one" and index + 1 < len(words) and words[index + 1] in PARTS):
            continue
        if word in PARTS:
            return total + last / PARTS[word]
        below = read_words([*words[index:]])
        return total + below.value if below and 0 <= below.value < last else None
    return total


def _scale(word: str) -> float | None:
    if word in ("hundred", "hundreds"):
        return 100.0
    return SCALES.get(word) or PLURAL_SCALES.get(word) or DOZENS.get(word)


def words_of(surface: str) -> list[str]:
    """Return the number words of a surface, lower-case, hyphens split."""
    return _WORD.findall(surface.lower())


def read_words(words: list[str]) -> Numeral | None:
    """Read number words as one number, or None when they are several or none.

    >>> read_words(["two", "hundred", "and", "six"])
    Numeral(value=206.0, grain=1.0, fraction=False, length=-1)
    >>> read_words(["one", "two"]) is None
    True
    """
    if not words:
        return None
    if "point" in words:
        return _decimal(words)
    plain = _fraction(words)
    if plain is not None:
        return plain
    value = _cardinal(words)
    return None if value is None else Numeral(value, 12.0 if words[-1] in DOZENS else grain(value))


def _decimal(words: list[str]) -> Numeral | None:
    at = words.index("point")
    head = _cardinal(words[:at]) if at else 0.0
    if head is None:
        return None
    digits = ""
    for word in words[at + 1 :]:
        part = 0 if word == "o" else ONES.get(word, TENS.get(word))
        if part is None:
            return None
        # "point ninety-nine": the tens and the ones are one group of digits.
        digits = (
            digits[:-1] + str(part)
            if digits and digits[-1] == "0" and part and _tens_before(digits)
            else digits + str(part)
        )
    return Numeral(float(f"{int(head)}.{digits}"), 10.0 ** -len(digits)) if digits else None


def _tens_before(digits: str) -> bool:
    return len(digits) >= 2 and digits[-2] in "23456789"


def _fraction(words: list[str]) -> Numeral | None:
    """Half, a third, two thirds, two and a half, half a million, a quarter million."""
    last = words[-1]
    if words[0] in ("half", "quarter") or (words[:1] == ["a"] and words[1:2] in (["half"], ["quarter"])):
        rest = words[1:] if words[0] != "a" else words[2:]
        share = 1 / PARTS[words[0] if words[0] != "a" else words[1]]
        rest = rest[1:] if rest[:1] == ["a"] else rest
        if not rest:
            return Numeral(share, 0.1, fraction=True)
        scale = _cardinal(rest) if _scale(rest[0]) else None
        return None if scale is None else Numeral(share * scale, share * scale / 5)
    part = PARTS.get(last) or PLURAL_PARTS.get(last)
    if part is None:
        at = next((i for i, word in enumerate(words) if word in ("half", "quarter")), 0)
        if at and _scale(words[-1]) and at == len(words) - 2:
            head = _fraction(words[: at + 1])
            scale = _scale(words[-1])
            return Numeral(head.value * scale, scale / 10) if head and scale else None
        return None
    head_words = words[:-1]
    if "and" in head_words:
        at = len(head_words) - 1 - head_words[::-1].index("and")
        whole, top = (
            _cardinal(head_words[:at]),
            _cardinal([w for w in head_words[at + 1 :] if w not in ("a", "an")] or ["one"]),
        )
        if (
            whole is None
            or top is None
            or top >= part
            or (whole > 20 and whole % 10 and top == 1 and part not in (2, 4))
        ):
            return None  # "forty two and a third": the third may be an ordinal
        unit = _scale(head_words[at - 1]) or 1.0  # three million and a half is 3.5 million
        return Numeral(whole + unit * top / part, unit / 10)
    top = _cardinal([w for w in head_words if w not in ("a", "an")] or ["one"])
    if top is None or (last in PARTS and top != 1 and last != "half"):
        return None
    return Numeral(top / part, 0.1, fraction=top < part)


def _cardinal(words: list[str]) -> float | None:
    total, current, last = 0.0, None, float("inf")
    index = 0
    while index < len(words):
        word = words[index]
        small, tens, scale = ONES.get(word), TENS.get(word), _scale(word)
        if word.isdigit():
            small = int(word)
        if small is not None:
            if current is None:
                current = float(small)
            elif (small and small < 10 and current % 100 >= 20 and current % 10 == 0) or (
                small < 100 and current >= 100 and current % 100 == 0
            ):
                current += small
            elif current == 0:
                current = float(small)
            else:
                return None
        elif tens is not None:
            if current is None:
                current = float(tens)
            elif current >= 100 and current % 100 == 0:
                current += tens
            else:
                return None
        elif word in ("hundred", "hundreds"):
            if current is not None and current >= 100:
                return None
            current = (1.0 if current is None else current) * 100
        elif scale is not None:
            if current is None and total:
                total *= scale  # three lakh crore
            elif scale < last:
                total += (1.0 if current is None else current) * scale
                last = scale
            elif total:
                return None
            current = None
        elif word in ("and", "&"):
            before = words[index - 1] if index else ""
            if not _scale(before) and current is None:
                return None
            if current is not None and current % 100:
                return None
            if index + 1 == len(words):
                return None
        elif word in ("a", "an") and index == 0 and len(words) > 1:
            current = 1.0
        else:
            return None
        index += 1
    return total + (current or 0.0)
