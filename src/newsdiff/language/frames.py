"""One sentence as scope sees it: its clauses, what status each has, where it names history, what is an aside."""

from __future__ import annotations

import re
from bisect import bisect_right

from newsdiff.language.clauses import cuts
from newsdiff.language.english import lexicon
from newsdiff.language.letters import GAPS
from newsdiff.language.lexicon import trie
from newsdiff.language.words import content_lemmas
from newsdiff.nouns.claims import Status
from newsdiff.nouns.spans import Span

# "The outbreak, which was declared in May, has reached ..." goes on behind the comma that closes the relative clause.
_RELATIVES = tuple(f" {word}" for word in lexicon.words("relative"))
_CLOSED = re.compile(r"[^,;:.()—–]{3,90},(?= [a-z])")
_ASIDE = re.compile(
    rf",[^,;:.()—–]{{3,90}},(?= {lexicon.pattern('lasting-verb')}\b)"
    rf"|, [a-z]+ed {lexicon.pattern('preposition')}\b[^,;:.()—–]{{3,90}},(?= [a-z])"
)
# Words that may change a clause's status or put it in the past; one scan finds them.
_HYPOTHETICAL = lexicon.words("hypothetical", "foreboding")
# Of these, what is foreseen stands behind the word: "killed 12 and raised fears of a flood".
_FOREBODING = lexicon.words("foreboding")
_DENIED = lexicon.words("denial")
_HISTORY = lexicon.words("history-word")
_PAST_OPENERS = tuple(lexicon.capitalised("history-opener"))
_PAST = _HISTORY | {str(year) for year in range(1500, 2100)}
# The character in front is matched, not looked back at: the scanner leaps from one word to the next.
_CUE = re.compile(
    rf"[{GAPS}]({trie(sorted(_HYPOTHETICAL | _DENIED | _HISTORY | {'evidence'}))}\b|(?:1[5-9]|20)[0-9][0-9]\b)"
)
# What stands beside news as its history: comparisons, earlier events, running totals since another year.
_TIMES = lexicon.pattern("long-period")
# Every branch starts with a letter: the scanner leaps to these, and sees at once which branch it may be.
_BACKGROUND = re.compile(
    "|".join(
        form
        for words in (
            rf"last {_TIMES}s?\b",
            rf"past {_TIMES}s?\b",
            rf"previous {_TIMES}s?\b",
            rf"same (?:period|month|time) (?:last|of last) {_TIMES}s?\b",
            *(
                rf"{word} (?:the )?(?:early |late |mid-)?(?:1[5-9]|20)[0-9][0-9]\b"
                for word in ("in", "since", "during")
            ),
            r"similar\b",
            r"previously",
            r"formerly",
            r"compared (?:with|to)\b",
        )
        for form in (words, words[0].upper() + words[1:])
    )
    + r"|years? (?:ago|earlier|before)\b|decades? (?:ago|earlier|before)\b"
    + r"|anniversary|recall(?:s|ed|ing)?\b|dating back"
)
# "The highest since 1994", "up 8% from a year earlier": what stands before the comparison is news, what follows is not.
_COMPARISON = re.compile(
    r"compared (?:with|to)\b|(?:against|versus|from) (?=(?!(?:1[5-9]|20)[0-9][0-9]\b)[0-9])"
    r"|(?:than|from) (?=in\b|last\b|during\b|the (?:previous|same|last|year)\b|an? (?:year|decade)\b|one year\b)"
    r"|(?:first|only|most|least|worst|best|[a-z]{2,8}est)\b[^,;.]{0,40}? since\b"
)
# How far behind such words their time stands, in code points.
COMPARED = 60
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}(?<![0-9.,][0-9]{4})(?![0-9.,][0-9]|[0-9%])")
# What somebody only estimated would be is no more certain for it.
_REPORTING = re.compile(rf"{trie(lexicon.words('reporting-verb', 'committing-verb') - {'estimated'})}\b")
# How far into a clause its cues are sought, in code points: a "sentence" of a megabyte is a hostile one.
_CUE_REACH = 800


class Clause:
    """What one clause gives to every claim in it."""

    __slots__ = ("_event", "_words", "history", "since", "span", "status")

    def __init__(
        self, span: Span, words: str, status: Status, since: int, history: tuple[tuple[int, bool], ...]
    ) -> None:
        self.span, self._words, self.status = span, words, status
        self.since = since
        """From where on the status holds."""
        self.history = history
        """Where it names history, and whether only to compare the news with it."""
        self._event: tuple[str, ...] | None = None

    def event(self) -> tuple[str, ...]:
        """Return the content lemmas of the clause."""
        if self._event is None:
            self._event = content_lemmas(self._words)
        return self._event


def _place(words: str, cue: str) -> int:
    """Return where a cue first stands as a word of its own."""
    found = re.finditer(rf"{cue}\b", words)
    return next((match.start() for match in found if not words[: match.start()][-1:].isalnum()), 0)


class Frame:
    """One sentence, described once for all its claims."""

    def __init__(self, sentence: Span, text: str, published_year: int | None) -> None:
        self.sentence = sentence
        self._text, self._year = text, published_year
        starts = {sentence.start}
        self.asides: list[Span] = []
        """Relative clauses, and what is inserted between a subject and its verb: their times are only their own."""
        for match in cuts(text, sentence, quotes=False):
            starts.add(match.start())
            if match.group().endswith(_RELATIVES):
                closed = _CLOSED.match(text, match.end(), sentence.end)
                self.asides.append(Span(match.start(), closed.end() if closed else sentence.end))
        self.asides += [Span(*match.span()) for match in _ASIDE.finditer(text, sentence.start + 1, sentence.end)]
        self._starts = sorted(starts.union(*((aside.start, aside.end - 1) for aside in self.asides)))
        self._clauses: dict[int, Clause] = {}

    def clause(self, at: int) -> Clause:
        """Return the clause around *at*."""
        index = max(0, bisect_right(self._starts, at) - 1)
        found = self._clauses.get(index)
        if found is None:
            end = self._starts[index + 1] if index + 1 < len(self._starts) else self.sentence.end
            found = self._clauses[index] = self._described(Span(self._starts[index], end))
        return found

    def _described(self, span: Span) -> Clause:
        words = self._text[span.start : min(span.end, span.start + _CUE_REACH)]
        cues = set(_CUE.findall(f" {words}"))
        status: Status = "asserted"
        since = span.start
        if cues & _DENIED or ("evidence" in cues and "no evidence" in words):
            status = "denied"
        elif self._conditional() or self._foreseen(cues, span, words):
            status = "hypothetical"
            if not self._conditional() and cues & _HYPOTHETICAL <= _FOREBODING:
                since += min(_place(words, cue) for cue in cues & _FOREBODING)
        past = not cues.isdisjoint(_PAST) or any(word in words for word in _PAST_OPENERS) if cues else False
        history = tuple((span.start + at, compared) for at, compared in self._history(words)) if past else ()
        return Clause(span, words, status, since, history)

    def _foreseen(self, cues: set[str], span: Span, words: str) -> bool:
        found = cues & _HYPOTHETICAL
        return bool(found) and (found != {"would"} or not self._reports(span.start + words.find("would")))

    def _reports(self, at: int) -> bool:
        """Whether a verb of saying stands before *at*: "said it would send" is the future of indirect speech."""
        return _REPORTING.search(self._text, self.sentence.start, max(self.sentence.start, at)) is not None

    def _conditional(self) -> bool:
        """Whether the sentence opens with a condition, which then governs all of it."""
        return self._text.startswith(("If ", "Unless ", "Should "), self.sentence.start)

    def _history(self, words: str) -> list[tuple[int, bool]]:
        """Return where the words of a clause name history; a clause about this year has none."""
        found = [match.start() for match in _BACKGROUND.finditer(words)]
        years = [int(year) for year in _YEAR.findall(words)] if found else []
        if not found or (years and self._year is not None and min(years) >= self._year):
            return []
        compared = [match.start() for match in _COMPARISON.finditer(words)]
        openers = [max((start for start in compared if 0 <= at - start <= COMPARED), default=None) for at in found]
        return [(at, False) if opener is None else (opener, True) for at, opener in zip(found, openers, strict=True)]


def compares(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` only compares the news with what follows: "the highest since"."""
    return _COMPARISON.search(text, start, end) is not None
