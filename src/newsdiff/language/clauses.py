"""Clauses of a sentence, and the words in them: enough grammar to see who did or did not do what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from attrs import frozen

from newsdiff.language.english import lexicon, tokens
from newsdiff.language.tokens import APOSTROPHE, SOLID
from newsdiff.language.words import lemma, stop_words
from newsdiff.nouns.spans import Span

# A clause ends at a strong mark, or where a conjunction or a relative opens another one.
_OPENED = (
    rf",? {lexicon.pattern('subordinator', 'clause-joiner')}(?= )|, {lexicon.pattern('comma-joiner', 'relative')}(?= )"
)
_CUT = re.compile(rf"[;—–()]|:(?![0-9])|{_OPENED}")
_CUT_AT_QUOTES = re.compile(rf"[;—–()\"“”]|''|:(?![0-9])|{_OPENED}")
_RELATIVE = re.compile(rf", {lexicon.pattern('relative')}(?= )")
# What says that the main clause goes on behind a relative one: "The trust, which owns a third, has agreed".
_FINITE = lexicon.words("be", "have", "do", "modal", "negated-auxiliary", "reporting-verb")
_MIDDLE = lexicon.words("middle-adverb")
_DETERMINER = lexicon.words("article", "possessive", "demonstrative")
_ANTECEDENT = 5  # guess: words of the noun phrase before a relative clause
_LONGEST_WORD = 40  # guess: no English word is longer
_CLAUSE_READ = 600
"""Code points of a clause that are read; a "sentence" of a megabyte is a hostile one."""
_SENTENCE_READ = 4 * _CLAUSE_READ
"""Code points of a sentence that are read."""


class Word(NamedTuple):
    """One word of a clause: in lower case, its lemma, whether it carries content and a capital.

    A form is made into a word once; where each of its uses starts stands in the clause.
    """

    lower: str
    lemma: str
    content: bool
    """Whether it is more than a function word or a number."""
    capital: bool
    comma: bool
    """Whether a comma follows."""


class _Run(NamedTuple):
    """Words in a row, and where each starts."""

    words: tuple[Word, ...]
    starts: tuple[int, ...]

    def cut(self, first: int, stop: int | None = None) -> _Run:
        return _Run(self.words[first:stop], self.starts[first:stop])

    def between(self, start: int, end: int) -> _Run:
        """Return the words that start in a stretch of the text."""
        first = bisect_left(self.starts, start)
        return self.cut(first, bisect_left(self.starts, end, first))

    def then(self, other: _Run) -> _Run:
        return _Run(self.words + other.words, self.starts + other.starts)

    @property
    def span(self) -> Span:
        return Span(self.starts[0], self.starts[-1] + len(self.words[-1].lower))


@frozen(eq=False)
class Clause:
    """A stretch of a sentence around one finite verb."""

    words: tuple[Word, ...]
    starts: tuple[int, ...]
    """Where each word starts."""
    aside: Span | None = None
    """The relative clause inside, whose words are a clause of their own."""

    @property
    def span(self) -> Span:
        """Where the clause stands."""
        return Span(self.starts[0], self.end(-1))

    def end(self, at: int) -> int:
        """Return where the word *at* ends."""
        return self.starts[at] + len(self.words[at].lower)

    def has(self, span: Span) -> bool:
        """Tell whether something at *span* belongs to the clause and not only to the relative one inside."""
        return self.span.overlaps(span) and not (self.aside and self.aside.contains(span))


def clauses(text: str, sentence: Span) -> Iterator[Clause]:
    """Yield the clauses of a sentence, without their punctuation.

    >>> sentence = "The bridge reopened, but the ferry did not sail."
    >>> [clause.span.of(sentence) for clause in clauses(sentence, Span(0, len(sentence)))]
    ['The bridge reopened', 'but the ferry did not sail']
    """
    end = min(sentence.end, sentence.start + _SENTENCE_READ)
    found = _words(text, sentence.start, end)
    ends = [match.start() for match in cuts(text, sentence, quotes=True)]
    main: _Run | None = None
    for start, stop in zip((sentence.start, *ends), (*ends, end), strict=True):
        run = found.between(start, min(stop, start + _CLAUSE_READ))
        if not run.words:
            continue
        if main is None or not _RELATIVE.match(text, start):
            if main is not None:
                yield _clause(main)
            main = run
            continue
        after = _resumed(run.words)
        aside = run.cut(0, after) if after else run
        yield _clause(main.then(run.cut(after)), aside.span) if after else _clause(main)
        yield _clause(main.cut(_antecedent(main.words)).then(aside.cut(1)) if _is_subject(aside.words) else aside)
        main = None
    if main is not None:
        yield _clause(main)


def whole(text: str, sentence: Span) -> Clause:
    """Return all words of a sentence as one clause."""
    return _clause(_words(text, sentence.start, min(sentence.end, sentence.start + _SENTENCE_READ)))


def _clause(run: _Run, aside: Span | None = None) -> Clause:
    return Clause(run.words, run.starts, aside)


def _resumed(words: Sequence[Word]) -> int:
    """Return where the main clause goes on behind a relative one: at the verb after a comma; 0 where it does not."""
    for at in range(2, len(words)):
        if words[at - 1].comma and _is_verb(words, at):
            return at
    return 0


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word reads as a finite verb, from its form and the word after it."""
    word = words[at]
    if word.lower.endswith("ing"):
        return False
    if word.lower in _FINITE:
        return True
    if word.capital or word.lower == word.lemma:
        return False
    if not word.lower.endswith("s"):
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or after.lower in _DETERMINER or after.capital or not after.lower.isalpha()


def _is_subject(words: Sequence[Word]) -> bool:
    """Tell whether a relative pronoun is its clause's subject ("who paid"), so that its antecedent can be it."""
    if words[0].lower not in ("who", "which") or len(words) < 2:
        return False
    adverb = words[1].lower in _MIDDLE or words[1].lower.endswith("ly")
    return _is_verb(words, 1) or (adverb and len(words) > 2 and _is_verb(words, 2))


def _antecedent(words: Sequence[Word]) -> int:
    """Return where the noun phrase begins that a clause ends with: what a relative clause is about."""
    first = len(words) - 1
    while first and len(words) - first < _ANTECEDENT:
        word = words[first - 1]
        if word.comma or not (word.content or word.capital) or _is_verb(words, first - 1):
            break
        first -= 1
    return first


def cuts(text: str, sentence: Span, *, quotes: bool) -> Iterator[re.Match[str]]:
    """Yield where clauses of a sentence end: at marks, and at words with which another one begins.

    With *quotes*, quotation marks are among the marks: what somebody said is no clause of who said it. For the frame
    around a claim they are not, as quoted words are mostly a part of the clause: could be "a serious mistake".
    """
    pattern = _CUT_AT_QUOTES if quotes else _CUT
    return pattern.finditer(text, sentence.start + 1, min(sentence.end, sentence.start + _SENTENCE_READ))


def forms(text: str, sentence: Span) -> list[str]:
    """Return the words of a sentence as they stand there: all that its clauses are made of."""
    return [form for form, _ in _forms(text, sentence.start, min(sentence.end, sentence.start + _SENTENCE_READ))]


def _forms(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield words and numerals with the place of each; the apostrophe of "the voters' choice" belongs to its word."""
    found = tokens(text, start, end).joined()
    tags, places = found.tags, found.starts
    for at, form in enumerate(found.forms):
        if tags[at] in SOLID:
            owner = form[-1] == "s" and tags[at + 1 : at + 2] == APOSTROPHE and found.touches(at)
            yield (form + found.forms[at + 1] if owner else form), places[at]


def _words(text: str, start: int, end: int) -> _Run:
    words, starts = [], []
    for form, at in _forms(text, start, end):
        after = at + len(form)
        word = _word(form, text[after : after + 1] == ",")
        if word:
            words.append(word)
            starts.append(at)
    return _Run(tuple(words), tuple(starts))


@lru_cache(maxsize=1 << 16)
def _word(form: str, comma: bool) -> Word | None:
    known = described(form)
    return Word(*known, comma) if known else None


@lru_cache(maxsize=1 << 16)
def described(word: str) -> tuple[str, str, bool, bool] | None:
    """Return the first four fields of a Word for a form; None for a form that no clause has."""
    # Lower-casing may change the length of a few letters ("İ"), and offsets must stay right; such a word is left out.
    lower = word.lower().replace("’", "'")
    if len(lower) != len(word) or len(word) > _LONGEST_WORD:
        return None
    base = lemma(lower)
    content = len(base) > 1 and lower not in stop_words() and base not in stop_words() and lower[0].isalpha()
    return lower, base, content, word[0].isupper()
