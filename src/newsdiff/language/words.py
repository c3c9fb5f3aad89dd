"""Words and their lemmas: what two wordings of one thing have in common.

The engine aligns sentences with these, so what counts is that inflections, British and American spellings and close
word families meet (killed, kills, killing; defence, defense; died, dead, death). Exceptions are data; the rest is rules
whose decisions depend on the bare stem alone, so that even a wrong guess is the same guess for every form of a word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from newsdiff.language.lexicon import ENGLISH, table

_TOKEN = re.compile(r"[\w'’]+")  # one plain class: the scanner never backtracks; the edges are cleaned later
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,6}")
_CAPITALS = {"US": "america", "USA": "america", "IS": "isis"}
_LONGEST = 64  # code points; anything longer without white space is cut first, so that the cache stays small

_VOWEL = re.compile(r"[aeiouy]")
# Bare stems of several syllables that end so once had an "e": creat-ed, includ-ing, manag-ed, announc-ing.
_MUTE_E = re.compile(
    r"(?<=[^aeiou])(?:[aeiou][kg]|[uoe]d|[uo]t|[aiou]r|[aio]p(?<=ap)|i[bln]|[uo][lb]|um|[aiou]z)$"
    r"|(?<![eo])a[td]$|(?<![aeo])id$|uir$|[aeiou]s$|[cuvz]$|ieg$|creat$|[dlr]g$|(?:ch|r)ang$|[eu]ng$|[lnpr]s$|[bcdfgkptz]l$"
)
_SHORT = re.compile(r"[^aeiouy]*(?:qu)?[aeiouy][^aeiouywx]")  # one syllable with a short vowel: hop-ing, us-ed
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")


def tokens(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the places of the words and numerals in ``text[start:end]``, apostrophes included.

    >>> tokens("Nobody's hurt.")
    [(0, 8), (9, 13)]
    """
    return [match.span() for match in _TOKEN.finditer(text, start, len(text) if end is None else end)]


def content_lemmas(text: str) -> tuple[str, ...]:
    """Return the lemmas of the content words of *text*, in order; stop words and numbers are left out.

    >>> content_lemmas("The strikes killed three people in two cities, the U.S. said.")
    ('strike', 'kill', 'person', 'city', 'america')
    """
    pieces = text.split()
    if max(map(len, pieces), default=0) > _LONGEST:
        pieces = [word for word in _TOKEN.findall(text) if len(word) <= _LONGEST]
    # A piece may hold several lemmas (anti-war; airstrike, air strike) or none: joining and splitting sorts that out.
    return tuple(" ".join(map(_lemmas, pieces)).split())


@lru_cache(maxsize=1 << 16)
def _lemmas(piece: str) -> str:
    """The content lemmas of text without white space, joined by blanks."""
    if "." in piece:
        piece = _DOTTED.sub(lambda match: match.group().replace(".", ""), piece)
    return " ".join(filter(None, map(_content, _TOKEN.findall(piece))))


def _content(word: str) -> str:
    """The lemma, or "" for a stop word, a lone letter or a number."""
    if word in _CAPITALS:
        return _CAPITALS[word]
    plain = _folded(word)
    if len(plain) < 2 or plain in stop_words() or not plain[0].isalpha():
        return ""
    found = _plain_lemma(plain) if len(plain) <= _LONGEST else plain
    return "" if found in stop_words() else found


def lemma(word: str) -> str:
    """Return the dictionary form of one English word in lower case, as the rules see it.

    >>> [lemma(word) for word in ("killing", "cities", "organisations", "died")]
    ['kill', 'city', 'organization', 'die']
    """
    return _lemma(word) if len(word) <= _LONGEST else _folded(word)


@lru_cache(maxsize=1 << 16)
def _lemma(word: str) -> str:
    return _plain_lemma(_folded(word))


def _plain_lemma(plain: str) -> str:
    known = _exceptions()
    if plain in known:
        return known[plain]
    if len(plain) < 4 or not plain.isascii():
        return plain
    bare = _bare(plain)
    return known.get(bare, _american(bare))


def _folded(word: str) -> str:
    """Lower case, no accents, no possessive ending, no marks around."""
    word = word.lower().replace("’", "'").strip("'_")
    if not word.isascii():
        word = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return word.removesuffix("'s")


def _bare(word: str) -> str:
    if word.endswith("s"):
        one = _without_s(word)
        return _bare(one) if one.endswith("ing") and one not in _exceptions() else one
    if word.endswith("ied"):
        return word[:-3] + "y"
    if word.endswith("eed"):
        return word[:-1] if word[:-1] in _keepers() else word
    if word.endswith("ed") and _VOWEL.search(word, 0, len(word) - 2):
        return _restored(word[:-2])
    if word.endswith("ing") and len(word) > 4 and _VOWEL.search(word, 0, len(word) - 3):
        return _restored(word[:-3])
    return word


def _without_s(word: str) -> str:
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    if word.endswith("uses") and word[:-2] in _keepers():  # viruses, but houses
        return word[:-2]
    return word[:-1]


def _restored(stem: str) -> str:
    """Give a stem that lost -ed or -ing its last letter back, or take a doubled one off."""
    if stem in _keepers() or len(stem) < 2:
        return stem
    if stem + "e" in _keepers():
        return stem + "e"
    if _DOUBLED.search(stem):
        # One syllable keeps "ll" (kill, call); more do not (cancel, control).
        return stem if stem.endswith("ll") and len(_VOWEL.findall(stem)) == 1 else stem[:-1]
    return stem + "e" if _SHORT.fullmatch(stem) or _MUTE_E.search(stem) else stem


def _american(word: str) -> str:
    """One spelling for both sides of the ocean; words that only look British are kept by the exceptions."""
    if word.endswith("ise") and len(word) > 6 and word not in _keepers():
        return word[:-3] + "ize"
    return word[:-7] + "ization" if word.endswith("isation") else word


@cache
def stop_words() -> frozenset[str]:
    """Return the words that carry no content, in lower case."""
    return frozenset(word for row in table(ENGLISH / "stop_words.tsv") for word in row)


@cache
def _exceptions() -> dict[str, str]:
    """Irregular form to lemma; a lemma stands for itself."""
    known = {}
    for base, forms in table(ENGLISH / "lemmas.tsv"):
        known[base] = base
        known.update(dict.fromkeys(forms.split(), base))
    return {**{word: word for word in _keepers()}, **known}


@cache
def _keepers() -> frozenset[str]:
    """Words that the rules would change or build wrongly."""
    return frozenset(row[0] for row in table(ENGLISH / "keepers.tsv"))
