"""Quoted regions: where quotation marks open and close.

Marks are typed and paired by what stands beside them, never by counting: a mark with white space before it and a word
behind it opens, one behind a word closes. Wire feeds write two apostrophes for a double mark, mix straight and curly
ones, and forget some; the end of a paragraph closes whatever is open.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import regex
from attrs import frozen

from newsdiff.spans import Span

Style = Literal["double", "single"]

_DOUBLE = regex.compile(r"[\"“”„‟«»]|''|‘‘|’’|``")
# Single marks that can open or close; a mark between two letters is an apostrophe ("don't") and never seen.
_SINGLE = regex.compile(r"[‘'](?<![\w’'].)(?=[\w“\"£$€…\[(])|['’](?<![\s(\[‘'’].)(?!\w)(?!['’])|[‹›`](?!`)")
_LEFT = frozenset("“„‟«‘‘``")
_BEFORE_OPENER = frozenset(" \t\n\r\xa0\u2009\u202f\u200b([{—–-/:;,>…\u2028\u2029|\ufeff")
_AFTER_CLOSER = frozenset(" \t\n\r\xa0\u2009\u202f\u200b)]}—–-/:;,.!?…<\u2028\u2029|'’”\"")
_ELISION = regex.compile(r"['’](?:em|til|tis|twas|cause|bout|round|n|[0-9]0s|[0-9]{2})\b", regex.IGNORECASE)


@frozen
class QuotedRegion:
    """Text between two quotation marks; ``inner`` leaves the marks out."""

    inner: Span
    outer: Span
    closed: bool = True
    """False where the paragraph ended before a closing mark."""


def document_regions(text: str, rows: Iterable[Span]) -> tuple[QuotedRegion, ...]:
    """Return the quoted regions of a document's paragraphs, in the style of marks that it uses."""
    paragraphs = tuple(rows)
    style = style_of(text)
    found: list[QuotedRegion] = []
    carried = False
    for row in paragraphs:
        here = regions(text, row.start, row.end, style=style, carried=carried)
        found += here
        carried = bool(here) and not here[-1].closed
    return tuple(found)


def style_of(text: str) -> Style:
    """Tell whether *text* marks speech with single marks, as many British papers do.

    >>> style_of("'We will not go,' she said. 'Not now.'")
    'single'
    """
    doubles = len(_DOUBLE.findall(text))
    if doubles > 60 or ("'" not in text and "‘" not in text and "‹" not in text):
        return "double"
    return "single" if 2 * len(_pairs(text, 0, len(text))) > doubles else "double"


def regions(
    text: str, start: int, end: int, *, style: Style | None = None, carried: bool = False
) -> list[QuotedRegion]:
    """Return the quoted regions of one paragraph, outermost only; an unclosed one ends with the paragraph.

    *carried* says that the paragraph before left a quotation open: a closing mark then ends one that starts here.

    >>> [region.inner.of('"Go," he said.') for region in regions('"Go," he said.', 0, 14)]
    ['Go,']
    """
    if style == "single" or (style is None and style_of(text[start:end]) == "single"):
        return _pairs(text, start, end)
    marks = [(match.start(), match.end(), match.group()) for match in _DOUBLE.finditer(text, start, end)]
    if not marks:
        return []
    found, balanced = _pair(text, marks, start, end, nested=True, carried=carried)
    return found if balanced else _pair(text, marks, start, end, nested=False, carried=carried)[0]


def _pair(
    text: str, marks: list[tuple[int, int, str]], start: int, end: int, *, nested: bool, carried: bool
) -> tuple[list[QuotedRegion], bool]:
    """Pair typed marks with a stack; the second result is False where nesting did not come out even."""
    found: list[QuotedRegion] = []
    opened: list[tuple[int, int]] = []
    for number, (at, stop, mark) in enumerate(marks):
        before = text[at - 1] if at > start else " "
        after = text[stop] if stop < end else " "
        if not opened:
            if _opens(mark, before, after):
                opened.append((at, stop))
            elif carried and number == 0 and at > start:
                found.append(QuotedRegion(Span(start, at), Span(start, stop)))
        elif nested and before in _BEFORE_OPENER and after not in _AFTER_CLOSER and mark not in "”»’’":
            opened.append((at, stop))
        elif mark in _LEFT and (after not in _AFTER_CLOSER or before.isspace()):
            continue
        else:
            first = opened.pop()
            if not opened and at > first[1]:
                found.append(QuotedRegion(Span(first[1], at), Span(first[0], stop)))
    if opened and end > opened[0][1]:
        found.append(QuotedRegion(Span(opened[0][1], end), Span(opened[0][0], end), closed=False))
    return found, len(opened) < 2


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in _LEFT:
        return not (after.isspace() and not before.isspace())
    if after.isspace():
        return False
    return before in _BEFORE_OPENER or before.isspace() or (not before.isalnum() and before not in ".,!?'’")


def _pairs(text: str, start: int, end: int) -> list[QuotedRegion]:
    """Return the regions of a text in single-quote style; the last closing mark before the next opener wins.

    A plural possessive ("the voters’ choice") looks like a closing mark, so a mark behind a plain "s" closes only
    where no better one follows before the next opener or the end of the paragraph.
    """
    found: list[QuotedRegion] = []
    opened: tuple[int, int] | None = None
    doubtful: tuple[int, int] | None = None
    for match in _SINGLE.finditer(text, start, end):
        at, stop = match.span()
        if text[at] in "‘'‹`" and (at == start or text[at - 1] in _BEFORE_OPENER or text[at - 1] in "“\""):
            if _ELISION.match(text, at) and opened is None and text[at] != "‘":
                continue
            if opened is not None and "\n" not in text[opened[1] : at]:
                if doubtful is None:
                    continue
                found.append(QuotedRegion(Span(opened[1], doubtful[0]), Span(opened[0], doubtful[1])))
            opened, doubtful = (at, stop), None
        elif opened is not None and at > opened[1] and "\n" not in text[opened[1] : at]:
            if text[at - 1] == "s" and text[stop : stop + 1] == " ":
                doubtful = doubtful or (at, stop)
                continue
            found.append(QuotedRegion(Span(opened[1], at), Span(opened[0], stop)))
            opened = doubtful = None
    if opened is not None and doubtful is not None:
        found.append(QuotedRegion(Span(opened[1], doubtful[0]), Span(opened[0], doubtful[1])))
    elif opened is not None and end > opened[1] and "\n" not in text[opened[1] : end]:
        if opened[0] == start:  # only a paragraph that begins with a mark can be an unclosed quotation here
            found.append(QuotedRegion(Span(opened[1], end), Span(opened[0], end), closed=False))
    return found
