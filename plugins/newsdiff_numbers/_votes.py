"""Votes as pairs: "passed by 61-16", "a 47-12 vote", "voted 52 to 48", which the masks hide as scores.

Each side is a count of its own, so that "61-16" and "56-15" differ in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsdiff import Span
from newsdiff.language import english

_PAIR = re.compile(r"[0-9]{1,3}(?:[-\u2013]|\sto\s)[0-9]{1,3}(?![\w%/])(?![-\u2013.,:][0-9])")
# Sports have wins and defeats, courts and parliaments these.
_AHEAD = re.compile(
    rf"\b(?:{english.lexicon.pattern('voting-word')})\b[^.;:]{{0,30}}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"\s(?:{english.lexicon.pattern('vote-noun')})(?![^\W_])", re.IGNORECASE)
_NEAR = 45  # code points that hold the longest word of a vote and the 30 that may follow it


class Side(NamedTuple):
    """One side of a vote."""

    span: Span
    amount: float
    concept: str


def find(text: str, start: int, end: int) -> Iterator[Side]:
    """Yield the sides of the votes in ``text[start:end]``.

    >>> [(side.amount, side.concept) for side in find("The bill passed by 61-16.", 0, 25)]
    [(61.0, 'voted'), (16.0, 'voted against')]
    """
    for match in _PAIR.finditer(text, start, end):
        at = match.start()
        if at and (text[at - 1].isalnum() or text[at - 1] in "-\u2013.,/$\u00a3\u20ac:"):
            continue
        if not _BEHIND.match(text, match.end(), end) and not _AHEAD.search(text, max(start, at - _NEAR), at):
            continue
        one, two = re.split(r"[-\u2013]|\sto\s", match.group())
        yield Side(Span(at, at + len(one)), float(one), "voted")
        yield Side(Span(match.end() - len(two), match.end()), float(two), "voted against")
