"""Numerals in front of units of time: digits, words, fractions and vague amounts."""

from __future__ import annotations

import re

from newsdiff.language import english
from newsdiff_dates._lexicon import meanings

_PART = re.compile(r"[0-9]+|[a-z]+|[./½¼¾]")
_VAGUE = english.lexicon.words("vague-number")


def amount(words: str) -> float | None:
    """Return what a numeral amounts to; None is an amount that is not stated ("several").

    >>> amount("2 1/2"), amount("twenty-four"), amount("a couple of"), amount("several"), amount("1,500")
    (2.5, 24.0, 2.0, None, 1500.0)
    """
    words = words.replace(",", "")
    parts = _PART.findall(words)
    if _VAGUE.intersection(parts):
        return None
    if "couple" in parts:
        return 2.0
    if "dozen" in parts:
        rest = [part for part in parts if part not in ("dozen", "a", "half")]
        return 12.0 * (_spelled(rest) if rest else 0.5 if "half" in parts else 1.0)
    if any(char.isdigit() for char in words):
        return _figures(words, parts)
    half = 0.5 if "half" in parts else 0.25 if "quarter" in parts else 0.0
    return _spelled([part for part in parts if part not in ("half", "quarter", "and", "a", "an")] or ["one"]) + half


def _figures(words: str, parts: list[str]) -> float:
    total = 0.0
    if "/" in parts:
        at = parts.index("/")
        below = float(parts[at + 1])
        total = float(parts[at - 1]) / below if below else 0.0
        return total + (float(parts[at - 2]) if at >= 2 and parts[at - 2].isdigit() else 0.0)
    number = re.search(r"[0-9]+(?:\.[0-9]+)?", words)
    total = float(number.group()) if number else 0.0
    for part in parts:
        total += {"½": 0.5, "¼": 0.25, "¾": 0.75, "half": 0.5}.get(part, 0.0)
        total *= {"hundred": 100.0, "thousand": 1000.0, "million": 1_000_000.0}.get(part, 1.0)
    return total


def _number(word: str) -> float:
    """Return the value of a numeral; 0 for "and", and for a word that means no number, such as "much"."""
    meaning = meanings().get(word, "") if word != "and" else ""
    return float(meaning) if meaning.replace(".", "", 1).isdigit() else 0.0


def _spelled(parts: list[str]) -> float:
    total, current = 0.0, 0.0
    for part in parts:
        value = 1.0 if part in ("a", "an") else _number(part)
        if value >= 1000:
            total, current = total + max(current, 1.0) * value, 0.0
        elif value == 100:
            current = max(current, 1.0) * 100
        else:
            current += value
    return total + current


def year(words: str) -> int | None:
    """Return the year that is spelled out ("nineteen ninety-seven", "two thousand and one").

    >>> year("nineteen ninety-seven"), year("two thousand and one"), year("twenty twelve")
    (1997, 2001, 2012)
    """
    parts = [part for part in _PART.findall(words) if part != "and"]
    if "thousand" in parts or "hundred" in parts:
        return int(_spelled(parts))
    values = [int(meanings().get(part, "0")) for part in parts]
    if len(values) < 2 or values[0] not in range(13, 21) or values[1] < 10:
        return None
    rest = sum(values[1:])
    return values[0] * 100 + rest if 0 < rest < 100 else None
