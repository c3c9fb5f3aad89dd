"""Clauses of a sentence, and the words in them: enough grammar to see who did or did not do what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from attrs import frozen

from newsdiff.spans import Span
from newsdiff.text.words import lemma, stop_words

# A clause ends at a strong mark, or where a conjunction or a relative opens another one.
_CUT = re.compile(
    r"[;:—–()\"“”]|,? (?:while|whereas|although|though|but|after|before|when|because|since|as well as)(?= )"
    r"|, (?:and|who|which|where|adding|saying)(?= )"
)
_WORD = re.compile(r"[\w'’]+")
_LONGEST_WORD = 40
_LONGEST = 600
"""Code points of a clause that are read; a "sentence" of a megabyte is a hostile one."""
_READ = 4 * _LONGEST
"""Code points of a sentence that are read."""


class Word(NamedTuple):
    """One word of a clause: in lower case, its lemma, whether it carries content and a capital, where it starts."""

    lower: str
    lemma: str
    content: bool
    """Whether it is more than a function word or a number."""
    capital: bool
    start: int
    comma: bool
    """Whether a comma follows."""


@frozen(eq=False)
class Clause:
    """A stretch of a sentence with one finite verb or so."""

    span: Span
    words: tuple[Word, ...]


def clauses(text: str, sentence: Span) -> Iterator[Clause]:
    """Yield the clauses of a sentence, without their punctuation.

    >>> sentence = "The bridge reopened, but the ferry did not sail."
    >>> [clause.span.of(sentence) for clause in clauses(sentence, Span(0, len(sentence)))]
    ['The bridge reopened', 'but the ferry did not sail']
    """
    end = min(sentence.end, sentence.start + _READ)
    cuts = [match.start() for match in _CUT.finditer(text, sentence.start + 1, end)]
    for start, stop in zip((sentence.start, *cuts), (*cuts, end), strict=True):
        words = _words(text, start, min(stop, start + _LONGEST))
        if words:
            last = words[-1]
            yield Clause(Span(words[0].start, last.start + len(last.lower)), words)


def forms(text: str, sentence: Span) -> list[str]:
    """Return the words of a sentence as they stand there: all that its clauses are made of."""
    return _WORD.findall(text, sentence.start, min(sentence.end, sentence.start + _READ))


_new = tuple.__new__  # words are made by the thousand


def _words(text: str, start: int, end: int) -> tuple[Word, ...]:
    found = []
    for match in _WORD.finditer(text, start, end):
        known = described(match[0])
        if known:
            at, after = match.span()
            found.append(_new(Word, (*known, at, text[after : after + 1] == ",")))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def described(word: str) -> tuple[str, str, bool, bool] | None:
    """Return the first four fields of a Word for a form; None for a form that no clause has."""
    # Lower-casing may change the length of a few letters ("İ"), and offsets must stay right; such a word is left out.
    lower = word.lower()
    if len(lower) != len(word) or len(word) > _LONGEST_WORD:
        return None
    base = lemma(lower)
    content = lower not in stop_words() and base not in stop_words() and lower[0].isalpha()
    return lower, base, content, word[0].isupper()
