"""Words and their lemmas: what two wordings of one thing have in common.

The engine aligns sentences with these, so what counts is that inflections, British and American spellings and close
word families meet (killed, kills, killing; defence, defense; died, dead, death). Exceptions are data; the rest is rules
whose decisions depend on the bare stem alone, so that even a wrong guess is the same guess for every form of a word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from newsdiff.language.english import lexicon, tokens
from newsdiff.language.tokens import SOLID

_EDGES = " .,;:!?…\"“”'‘’()-—"
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,6}")
_CAPITALS = {"US": "america", "USA": "america", "IS": "isis"}
_LONGEST_FORM = 64  # code points; anything longer without white space is cut first, so that the cache stays small


def content_lemmas(text: str) -> tuple[str, ...]:
    """Return the lemmas of the content words of *text*, in order; stop words and numbers are left out.

    >>> content_lemmas("The strikes killed three people in two cities, the U.S. said.")
    ('strike', 'kill', 'person', 'city', 'america')
    """
    pieces = text.split()
    if max(map(len, pieces), default=0) > _LONGEST_FORM:
        pieces = [word for word in _forms(text) if len(word) <= _LONGEST_FORM]
    # A piece may hold several lemmas (anti-war; airstrike, air strike) or none: joining and splitting sorts that out.
    return tuple(" ".join(map(_lemmas, pieces)).split())


def _forms(text: str) -> list[str]:
    """Return the words and numerals of a text as written."""
    bare = text.strip(_EDGES)
    if bare.isalnum():  # by far the most frequent case
        return [bare]
    found = tokens(text).joined()
    return [form for form, tag in zip(found.forms, found.tags, strict=True) if tag in SOLID]


@lru_cache(maxsize=1 << 16)
def _lemmas(piece: str) -> str:
    """The content lemmas of text without white space, joined by blanks."""
    if "." in piece:
        piece = _DOTTED.sub(lambda match: match.group().replace(".", ""), piece)
    return " ".join(filter(None, map(_content, _forms(piece))))


def _content(word: str) -> str:
    """The lemma, or "" for a stop word, a lone letter or a number."""
    if word in _CAPITALS:
        return _CAPITALS[word]
    plain = _folded(word)
    if len(plain) < 2 or plain in stop_words() or not plain[0].isalpha():
        return ""
    found = lexicon.lemma(plain) if len(plain) <= _LONGEST_FORM else plain
    return "" if found in stop_words() else found


def lemma(word: str) -> str:
    """Return the dictionary form of one English word in lower case, as the rules see it.

    >>> [lemma(word) for word in ("killing", "cities", "organisations", "died")]
    ['kill', 'city', 'organization', 'die']
    """
    return _lemma(word) if len(word) <= _LONGEST_FORM else _folded(word)


@lru_cache(maxsize=1 << 16)
def _lemma(word: str) -> str:
    return lexicon.lemma(_folded(word))


def _folded(word: str) -> str:
    """Lower case, no accents, no possessive ending, no marks around."""
    word = word.lower().replace("’", "'").strip("'_")
    if not word.isascii():
        word = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return word.removesuffix("'s")


@cache
def stop_words() -> frozenset[str]:
    """Return the words that carry no content, in lower case."""
    return lexicon.words("stop-word")
