"""How much a word says about which event a text reports.

There is no corpus at run time, so rarity is a prior: a word list by class (``data/rarity.tsv``), and every word that is
not in it counts as rare. Countries, months, titles and given names are capitalised like Woodhaven or Okonjo, but half
of a day's news shares them.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsdiff.language.lexicon import ENGLISH, table

# As part of a name. A city says more than a country, and a surname that is in no list says most.
_NAME = {
    "everyday": 0.0,
    "calendar": 0.0,
    "media": 0.0,
    "title": 0.05,
    "frequent": 0.1,
    "body": 0.25,
    "country": 0.3,
    "given": 0.35,
    "region": 0.4,
    "city": 0.6,
}
# As a word, squared where two vectors meet.
_WORD = {"everyday": 0.0, "calendar": 0.0, "media": 0.1, "frequent": 0.25, "title": 0.25}
_LISTED = 0.6  # guess, like the weights above
_KEPT_WORDS = 200_000  # guess: a stream of articles must not fill the memory

_ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s", "ly", "ers", "er", "ions", "ion")
_known: dict[str, Rarity] = {}


class Rarity(NamedTuple):
    """What a lower-case word weighs (0 to 1) as a name and as a word, and its stem."""

    stem: str
    name: float
    word: float


def rarity(word: str) -> Rarity:
    """Return the weights of a lower-case *word*.

    >>> rarity("france").name < rarity("lyon").name, rarity("said").word, rarity("earthquakes").stem
    (True, 0.0, 'earthquak')
    """
    found = _known.get(word)
    if found is None:
        if len(_known) > _KEPT_WORDS:  # a stream of articles must not fill the memory
            _known.clear()
        found = _known[word] = _measure(word)
    return found


def stem(word: str) -> str:
    """Return a crude stem: good enough to see that "quakes" and "quake" are one word, not a lemma."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def _measure(word: str) -> Rarity:
    names, stems = _weights()
    own = stem(word)
    return Rarity(own, names.get(word, 1.0), stems.get(own, 1.0))


@cache
def _weights() -> tuple[dict[str, float], dict[str, float]]:
    """Word to its weight in a name, and stem to its weight as a word; the lowest counts."""
    names: dict[str, float] = {}
    stems: dict[str, float] = {}
    for label, words in table(ENGLISH / "rarity.tsv"):
        name, plain = _NAME[label], _WORD.get(label, _LISTED)
        for word in words.split():
            names[word] = min(names.get(word, 1.0), name)
            own = stem(word)
            stems[own] = min(stems.get(own, 1.0), plain)
    return names, stems
