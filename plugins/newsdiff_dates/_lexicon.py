"""The words of the grammar: each has one class (a private-use character) and a meaning.

``data/words.tsv`` is the list; a text becomes a string of class characters, in which the rules are ordinary patterns.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from newsdiff.language.lexicon import table

WORDS = Path(__file__).parent / "data" / "words.tsv"
OTHER = "w"
SPACE = " "
_FIRST = 0xE000  # first of the private-use characters (Unicode)


@cache
def classes() -> dict[str, str]:
    """Return the class character of every class name."""
    names = dict.fromkeys(
        (*(row[1] for row in table(WORDS)), "digit", "digits", "hundreds", "yearlike", "number", "hhmm")
    )
    return {name: chr(_FIRST + index) for index, name in enumerate(names)} | {"unknown": OTHER}


@cache
def meanings() -> dict[str, str]:
    """Return what a word, in lower case, stands for: "tuesday" is "2"."""
    return {row[0]: row[2] for row in table(WORDS)}


@cache
def codes() -> dict[str, str]:
    """Return the class character of every token the grammar knows, with and without the space that may follow it."""
    of = classes()
    found: dict[str, str] = {}
    for word, name, _, *case in table(WORDS):
        forms = {"": (word, word.capitalize(), word.upper()), "cap": (word.capitalize(), word.upper())}
        for form in forms.get(case[0] if case else "", (word.upper(),)):
            found[form] = of[name]
    found |= {digits: of[name] for digits, name in _digits()}
    found |= {f"{token} ": code for token, code in found.items()}
    return found | dict.fromkeys((" ", "\n", "\r", "\t", "\xa0", "\u2009", "\u202f"), SPACE)


def _digits() -> list[tuple[str, str]]:
    found = [(str(number), "digit") for number in range(10)]
    found += [(f"{number:02d}", "digits") for number in range(100)]
    found += [(f"{number:03d}", "hundreds") for number in range(1000)]
    found += [(str(number), "yearlike") for number in range(1000, 2200)]
    found += [(f"{number:04d}", "hhmm") for number in range(1000)]
    return found + [(str(number), "number") for number in range(2200, 10_000)]
