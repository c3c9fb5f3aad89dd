"""A paragraph as tokens and as a string of class characters, one for each token.

Every character belongs to a token and a token may end with one plain space, so offsets are running sums. All loops run
inside the interpreter's C code: this is what makes the grammar fast.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import accumulate, repeat

from newsdiff_dates._lexicon import OTHER, codes

_TOKEN = re.compile(r"(?:[AaPp]\.[Mm]\b\.?|[A-Za-z]+|[0-9]+|[^\w\s]|[^\W\d_]+|\d|_) ?|\s")


class Tokens:
    """Tokens of one paragraph."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start = start
        self.words: list[str] = _TOKEN.findall(text, start, end)
        self.codes = "".join(map(codes().get, self.words, repeat(OTHER)))

    @cached_property
    def prose(self) -> bool:
        """Whether this is a sentence rather than a headline: it ends with a mark."""
        return bool(self.words) and any(word[:1] in ".?!\"”'’:" for word in self.words[-3:])

    @cached_property
    def _offsets(self) -> list[int]:
        return list(accumulate(map(len, self.words), initial=self.start))

    def begin(self, index: int) -> int:
        """Return the offset in the text at which a token starts."""
        return self._offsets[index]

    def end(self, index: int) -> int:
        """Return the offset at which the token before *index* ends, without the space after it."""
        return self._offsets[index - 1] + len(self.words[index - 1].rstrip())

    def join(self, start: int, end: int) -> str:
        """Return the words of some tokens in lower case, one space between them."""
        if end - start == 1 and start < len(self.words):
            return self.words[start].strip().lower()
        return " ".join("".join(self.words[start:end]).lower().split())
