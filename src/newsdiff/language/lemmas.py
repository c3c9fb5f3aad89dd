"""Rules of English inflection: from a form to its dictionary form, where no row of the lexicon states it.

The decisions depend on the bare stem alone, so that even a wrong guess is the same guess for every form of a word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_VOWEL = re.compile(r"[aeiouy]")
# Bare stems of several syllables that end so once had an "e": creat-ed, includ-ing, manag-ed, announc-ing.
_MUTE_E = re.compile(
    r"(?<=[^aeiou])(?:[aeiou][kg]|[uoe]d|[uo]t|[aiou]r|[aio]p(?<=ap)|i[bln]|[uo][lb]|um|[aiou]z)$"
    r"|(?<![eo])a[td]$|(?<![aeo])id$|uir$|[aeiou]s$|[cuvz]$|ieg$|creat$|[dlr]g$|(?:ch|r)ang$|[eu]ng$|[lnpr]s$|[bcdfgkptz]l$"
)
_SHORT_VOWEL = re.compile(r"[^aeiouy]*(?:qu)?[aeiouy][^aeiouywx]")  # one syllable with a short vowel: hop-ing, us-ed
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")


class Lemmas:
    """The rules, with their exceptions: form to lemma; a word that is its own lemma is kept, and may be a stem."""

    def __init__(self, exceptions: Mapping[str, str]) -> None:
        self._known = {lemma: lemma for lemma in exceptions.values()} | dict(exceptions)
        self._kept = frozenset(word for word, lemma in exceptions.items() if word == lemma)

    def of(self, plain: str) -> str:
        """Return the lemma of a form in lower case, without a possessive ending.

        >>> [Lemmas({"died": "die"}).of(word) for word in ("killing", "cities", "organisations", "died")]
        ['kill', 'city', 'organization', 'die']
        """
        known = self._known
        if plain in known:
            return known[plain]
        if len(plain) < 4 or not plain.isascii():
            return plain
        bare = self._bare(plain)
        return known.get(bare, self._american(bare))

    def _bare(self, word: str) -> str:
        if word.endswith("s"):
            one = self._without_s(word)
            return self._bare(one) if one.endswith("ing") and one not in self._known else one
        if word.endswith("ied"):
            return word[:-3] + "y"
        if word.endswith("eed"):
            return word[:-1] if word[:-1] in self._kept else word
        if word.endswith("ed") and _VOWEL.search(word, 0, len(word) - 2):
            return self._restored(word[:-2])
        if word.endswith("ing") and len(word) > 4 and _VOWEL.search(word, 0, len(word) - 3):
            return self._restored(word[:-3])
        return word

    def _without_s(self, word: str) -> str:
        if word.endswith(("ss", "us", "is")):
            return word
        if word.endswith("ies"):
            return word[:-3] + "y"
        if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
            return word[:-2]
        if word.endswith("uses") and word[:-2] in self._kept:  # viruses, but houses
            return word[:-2]
        return word[:-1]

    def _restored(self, stem: str) -> str:
        """Give a stem that lost -ed or -ing its last letter back, or take a doubled one off."""
        if stem in self._kept or len(stem) < 2:
            return stem
        if stem + "e" in self._kept:
            return stem + "e"
        if _DOUBLED.search(stem):
            # One syllable keeps "ll" (kill, call); more do not (cancel, control).
            return stem if stem.endswith("ll") and len(_VOWEL.findall(stem)) == 1 else stem[:-1]
        return stem + "e" if _SHORT_VOWEL.fullmatch(stem) or _MUTE_E.search(stem) else stem

    def _american(self, word: str) -> str:
        """One spelling for both sides of the ocean; words that only look British are kept by the exceptions."""
        if word.endswith("ise") and len(word) > 6 and word not in self._kept:
            return word[:-3] + "ize"
        return word[:-7] + "ization" if word.endswith("isation") else word
