"""A sentence as tokens, with its numbers as single tokens."""

from __future__ import annotations

import re

from newsdiff_numbers._numbers import Number

_TOKEN = re.compile(r"[^\W\d_]+(?:(?:['’&-]|\.(?=[^\W\d_]))[^\W_]+)*|[0-9][0-9.,]*[^\W_]*|[^\w\s]")


class Sentence:
    """Parallel lists: raw words, lower-case words, starts, ends, and the number a token is (or None)."""

    __slots__ = ("ends", "low", "numbers", "places", "raw", "starts", "text")

    def __init__(self, text: str, start: int, end: int, numbers: list[Number]) -> None:
        self.text = text
        self.raw: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.numbers: dict[int, Number] = {}
        self.places: list[int] = []
        at = start
        for number in numbers:
            self._add(at, number.left)
            self.numbers[len(self.raw)] = number
            self.places.append(len(self.raw))
            self.raw.append("0")
            self.starts.append(number.left)
            self.ends.append(number.right)
            at = max(number.right, at)
        self._add(at, end)
        self.low = [word.lower() for word in self.raw]

    def _add(self, start: int, end: int) -> None:
        if start >= end:
            return
        for match in _TOKEN.finditer(self.text, start, end):
            self.raw.append(match.group())
            self.starts.append(match.start())
            self.ends.append(match.end())

    def __len__(self) -> int:
        return len(self.raw)

    def word(self, index: int) -> str:
        """Return the lower-case word at *index*, or an empty string outside the sentence."""
        return self.low[index] if 0 <= index < len(self.low) else ""
