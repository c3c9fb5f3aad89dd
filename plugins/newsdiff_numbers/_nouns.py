"""The counted noun phrase after a number, without a part-of-speech tagger."""

from __future__ import annotations

from functools import cache, lru_cache

from newsdiff.language import english
from newsdiff.language.lexicon import table
from newsdiff_numbers._units import DATA


def _set(name: str) -> frozenset[str]:
    return frozenset(word for row in table(DATA / name) for cell in row for word in cell.split())


@cache
def verbs() -> frozenset[str]:
    """Return verb forms that end a noun phrase."""
    return _set("verbs.tsv")


@cache
def stops() -> frozenset[str]:
    """Return function words that end a noun phrase."""
    return _set("stops.tsv")


@cache
def irregular() -> dict[str, str]:
    """Return plurals and collective nouns with a singular that no rule gives."""
    return dict(row[:2] for row in table(DATA / "irregular_plurals.tsv"))  # type: ignore[misc]


# Plurals that stand in front of another noun ("sports fans"), so that the phrase goes on after them.
_ATTRIBUTIVE = english.lexicon.words("attributive-plural")
_NOT_PLURAL = english.lexicon.words("singular-in-s")
_POSITIVE = {"best": "good", "better": "good", "worst": "bad", "worse": "bad", "most": "", "more": "", "least": ""}
_KEEP_EST = english.lexicon.words("noun-in-est")


@lru_cache(maxsize=8192)
def is_plural(word: str) -> bool:
    """Tell whether a lower-case word looks like a plural noun.

    >>> is_plural("soldiers"), is_plural("people"), is_plural("congress")
    (True, True, False)
    """
    if word in irregular():
        return True
    word = word.rpartition("-")[2]
    if word in irregular():
        return True
    if word.endswith(("men", "women")) and len(word) > 4:
        return not word.endswith(("specimen", "regimen", "abdomen"))
    return (
        len(word) > 2
        and word[-1] == "s"
        and word[-2:] not in ("ss", "us", "is", "'s", "’s")
        and word not in _NOT_PLURAL
    )


def is_attributive(word: str) -> bool:
    """Tell whether a plural may stand before another noun."""
    return word in _ATTRIBUTIVE


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """Return the singular of a noun, keeping the case of proper names.

    >>> singular("casualties"), singular("Americans"), singular("fishermen")
    ('casualty', 'American', 'fisherman')
    """
    low = word.lower()
    if low in irregular():
        return irregular()[low]
    head, dash, last = word.rpartition("-")
    if dash:
        return f"{head}-{singular(last)}" if last else word
    if not is_plural(low):
        return word
    if low.endswith("women"):
        return word[:-5] + "woman"
    if low.endswith("men"):
        return word[:-2] + "an"
    if low.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=4096)
def positive(word: str) -> str:
    """Return the plain form of a superlative ("largest": large), as units are written in CQE."""
    low = word.lower()
    if low in _POSITIVE:
        return _POSITIVE[low]
    if not low.endswith("est") or len(low) < 6 or low in _KEEP_EST:
        return word
    stem = word[:-3]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsf":
        return stem[:-1]
    return stem + "e" if stem.lower() + "e" in _E_STEMS else stem


_E_STEMS = english.lexicon.words("adjective-in-e")
