"""Paragraphs, and which of them are running text.

Web pages come with subscribe blocks, disclaimers, share bars, comment widgets, captions, "related posts", bylines and
datelines. They stay where they are (offsets are sacred), but a claim found there is not a claim of the article.
"""

from __future__ import annotations

from typing import Literal

import regex
from attrs import frozen

from newsdiff.spans import Span

Role = Literal["headline", "body", "byline", "caption", "furniture"]

# A line ends at LF, CR, CRLF, LS or PS only: str.splitlines() would also split at VT, FF and NEL.
_LINE = regex.compile(r"[^\n\r\u2028\u2029]+")
_TERMINAL = frozenset(".!?…:;\"”’'»)")
_WRAPPED = range(50, 101)


@frozen
class Paragraph:
    """A paragraph without its surrounding white space, and the part it plays on the page."""

    span: Span
    role: Role = "body"


def lines(text: str) -> list[Span]:
    """Return the non-empty lines of *text*, trimmed of white space.

    >>> [str(line) for line in lines("One.\\r\\n\\r\\n Two.")]
    ['0:4', '9:13']
    """
    found = []
    for match in _LINE.finditer(text):
        raw = match.group()
        body = raw.strip(" \t\xa0\ufeff\u200b\x0b\x0c\x1c\x1d\x1e\x1f\x85")
        if body and not body.isspace():
            start = match.start() + raw.index(body[0]) if body[0] != raw[0] else match.start()
            found.append(Span(start, start + len(body)))
    return found


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of *text* in order.

    A line is a paragraph unless the text is hard-wrapped: then lines are joined up to a blank one.
    """
    rows = lines(text)
    joined: list[Span] = []
    for row in rows:
        if joined and _continues(text, joined[-1], row):
            joined[-1] = Span(joined[-1].start, row.end)
        else:
            joined.append(row)
    return tuple(Paragraph(span) for span in joined)


def _continues(text: str, before: Span, row: Span) -> bool:
    gap = text[before.end : row.start]
    if gap.count("\n") > 1 or gap.count("\r") > 1 + ("\r\n" in gap):
        return False
    tail = before.end - max(text.rfind("\n", before.start, before.end), before.start)
    return tail in _WRAPPED and text[before.end - 1] not in _TERMINAL
