"""What a builder sees: the words a rule matched, and the anchors of the article."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newsdiff_dates._frame import Frame
from newsdiff_dates._lexicon import classes, meanings
from newsdiff_dates._numerals import amount
from newsdiff_dates._tokens import Tokens

Kind = Literal["DATE", "TIME", "DURATION", "SET"]


# Confidence of a time whose day the words do not tell ("at 9 p.m.", "the night"): its day is an assumption.
ASSUMED = 0.6


class Piece(NamedTuple):
    """One expression as it leaves a builder; *begin* and *stop* are tokens."""

    begin: int
    stop: int
    type: Kind
    value: str
    mod: str | None = None
    offset: int | None = None
    other: str | None = None
    """Another reading of the value ("5/6/2026")."""
    sure: float = 1.0


class Match(NamedTuple):
    """Where a rule matched a string of classes, and the groups that took part: what all hits on such words share."""

    begin: int
    stop: int
    groups: dict[str, tuple[int, int]]


class Hit:
    """A match of one rule."""

    def __init__(self, match: Match, left: int, tokens: Tokens, frame: Frame, locale: str | None) -> None:
        self._groups, self._left = match.groups, left
        self.tokens, self.frame, self.locale = tokens, frame, locale
        self.begin, self.stop = match.begin + left, match.stop + left

    @property
    def at(self) -> int:
        """Offset of the first character."""
        return self.tokens.begin(self.begin)

    @property
    def text(self) -> str:
        """The words, in lower case."""
        return self.tokens.join(self.begin, self.stop)

    def span(self, name: str) -> tuple[int, int]:
        """Return the tokens of a group, (-1, -1) when it took no part or this pattern does not have it."""
        there = self._groups.get(name)
        return (there[0] + self._left, there[1] + self._left) if there else (-1, -1)

    def has(self, name: str) -> bool:
        """Tell whether a group took part in the match."""
        return name in self._groups

    def __getitem__(self, name: str) -> str:
        there = self._groups.get(name)
        return self.tokens.join(there[0] + self._left, there[1] + self._left) if there else ""

    def meaning(self, name: str) -> str:
        """Return what the word of a group stands for."""
        return self.meaning_of(self[name])

    def meaning_of(self, words: str) -> str:
        """Return what a word stands for; an abbreviation without its dot."""
        word = words.rstrip(". ")
        return meanings().get(word, word)

    def is_class(self, name: str, wanted: str) -> bool:
        """Tell whether the first word of a group is of a class."""
        begin, _ = self.span(name)
        return begin >= 0 and self.tokens.codes[begin] == classes()[wanted]

    def next_is(self, wanted: str) -> bool:
        """Tell whether the word after the match is of a class."""
        return self.tokens.codes[self.stop : self.stop + 1] == classes()[wanted]

    def number(self, name: str) -> int:
        """Return a group as a whole number: digits, "3rd", a month, an ordinal in words."""
        word = self[name]
        figures = "".join(char for char in word if "0" <= char <= "9")
        if figures:
            return int(figures)
        return sum(int(meanings()[part]) for part in word.replace("-", " ").replace(".", " ").split())

    def amount(self, name: str) -> float | None:
        """Return a group as a numeral; None is not stated."""
        return amount(self[name])

    def piece(self, kind: Kind, value: str, mod: str | None = None, offset: int | None = None) -> list[Piece]:
        """Return the whole match as one expression."""
        return [Piece(self.begin, self.stop, kind, value, mod, offset)]

    def assumed(self, value: str, mod: str | None = None, offset: int | None = None) -> list[Piece]:
        """Return the whole match as a time of a day that is not stated."""
        return [Piece(self.begin, self.stop, "TIME", value, mod, offset, None, ASSUMED)]

    def date(self, value: str, mod: str | None = None) -> list[Piece]:
        """Return the whole match as a date."""
        return self.piece("DATE", value, mod)

    def after(self, count: int = 1) -> str:
        """Return the words that follow, in lower case."""
        return self.tokens.join(self.stop, self.stop + count)

    def before(self, count: int = 1) -> str:
        """Return the words in front, in lower case."""
        return self.tokens.join(max(0, self.begin - count), self.begin)
