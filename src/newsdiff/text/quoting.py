"""Quoted regions: where quotation marks open and close."""

from __future__ import annotations

import regex
from attrs import frozen

from newsdiff.spans import Span

_OPEN = {"“": '”“"', "«": "»", "„": '“”"', '"': '"”', "''": "''"}
_MARK = regex.compile(r"[“”„«»\"]|''")


@frozen
class QuotedRegion:
    """Text between two quotation marks; ``inner`` leaves the marks out."""

    inner: Span
    outer: Span
    closed: bool = True
    """False where the paragraph ended before a closing mark."""


def regions(text: str, start: int, end: int) -> list[QuotedRegion]:
    """Return the quoted regions of one paragraph, outermost only; an unclosed one ends with the paragraph."""
    found: list[QuotedRegion] = []
    opened: tuple[int, int, str] | None = None
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        if opened is None:
            if mark in _OPEN:
                opened = (match.start(), match.end(), _OPEN[mark])
        elif mark in opened[2]:
            if match.start() > opened[1]:
                found.append(QuotedRegion(Span(opened[1], match.start()), Span(opened[0], match.end())))
            opened = None
    if opened and end > opened[1]:
        found.append(QuotedRegion(Span(opened[1], end), Span(opened[0], end), closed=False))
    return found
