"""A sentence as tokens, with its numbers as single tokens."""

from __future__ import annotations

import re
from functools import cached_property

from newsdiff_numbers._numbers import Number

_TOKEN = re.compile(r"[^\W\d_]+(?:(?:['’&-]|\.(?=[^\W\d_]))[^\W_]+)*|[0-9][0-9.,]*[^\W_]*|[^\w\s]")
# The same on ASCII, where plain classes do the work in two thirds of the time.
_ASCII_TOKEN = re.compile(r"[A-Za-z]+(?:(?:['&-]|\.(?=[A-Za-z]))[A-Za-z0-9]+)*|[0-9][0-9.,]*[A-Za-z0-9]*|[^\w\s]")


class Sentence:
    """Tokens as written and in lower case; a number is one token, written "0".

    Offsets are worked out only when asked for: most questions are about words.
    """

    def __init__(self, text: str, start: int, end: int, numbers: list[Number]) -> None:
        self.text = text
        self.start = start
        self.raw: list[str] = []
        self.numbers: dict[int, Number] = {}
        """Token index to number."""
        raw = self.raw
        find = (_ASCII_TOKEN if text[start:end].isascii() else _TOKEN).findall
        at = start
        for number in numbers:
            if at < number.left:
                raw += find(text, at, number.left)
            self.numbers[len(raw)] = number
            raw.append("0")
            at = max(number.right, at)
        if at < end:
            raw += find(text, at, end)
        self.places = list(self.numbers)
        # One call for all words; a lone surrogate or "İ" may change length in lower case, never the number of tokens.
        self.low = " ".join(raw).lower().split(" ")  # no token holds white space, but a text may hold NUL
        self._end = end

    @cached_property
    def _offsets(self) -> tuple[list[int], list[int]]:
        starts: list[int] = []
        ends: list[int] = []
        at = self.start
        for number in self.numbers.values():
            for match in _TOKEN.finditer(self.text, at, max(at, number.left)):
                starts.append(match.start())
                ends.append(match.end())
            starts.append(number.left)
            ends.append(number.right)
            at = max(number.right, at)
        for match in _TOKEN.finditer(self.text, at, max(at, self._end)):
            starts.append(match.start())
            ends.append(match.end())
        return starts, ends

    @property
    def starts(self) -> list[int]:
        """Where every token starts."""
        return self._offsets[0]

    @property
    def ends(self) -> list[int]:
        """Where every token ends."""
        return self._offsets[1]

    def reach_back(self, first: int, index: int) -> int:
        """Return where token *first* starts, walking back from the number at *index*."""
        at = self.numbers[index].left
        for word in reversed(self.raw[first:index]):
            at = max(self.text.rfind(word, self.start, at), self.start)
        return at

    def reach_on(self, index: int, last: int) -> int:
        """Return where token *last* ends, walking on from the number at *index*."""
        at = self.numbers[index].right
        for word in self.raw[index + 1 : last + 1]:
            found = self.text.find(word, at, self._end)
            at = at if found < 0 else found + len(word)
        return at

    def __len__(self) -> int:
        return len(self.raw)

    def word(self, index: int) -> str:
        """Return the lower-case word at *index*, or an empty string outside the sentence."""
        return self.low[index] if 0 <= index < len(self.low) else ""
