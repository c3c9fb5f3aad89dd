"""Quoted regions: where quotation marks open and close.

Marks are typed and paired by what stands beside them, never by counting: a mark with white space before it and a word
behind it opens, one behind a word closes. Wire feeds write two apostrophes for a double mark, mix straight and curly
ones, and forget some; the end of a paragraph closes whatever is open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Literal

import regex
from attrs import frozen

from newsdiff.language.english import lexicon
from newsdiff.nouns.spans import Span

Style = Literal["double", "single"]

# One class first, so that the scanner skips ahead; a mark made of two is told by its first half.
_DOUBLE = re.compile(r"[\"“”„‟«»'‘’`](?:(?<=[\"“”„‟«»])|(?<=')'|(?<=‘)‘|(?<=’)’|(?<=`)`)")
# Single marks that can open or close; a mark between two letters is an apostrophe ("don't") and never seen.
_SINGLE = regex.compile(r"[‘'](?<![\w’'].)(?=[\w“\"£$€…\[(])|['’](?<![\s(\[‘'’].)(?!\w)(?!['’]\S)")
_SINGLE_OPENER = regex.compile(r"[‘'](?<=(?:[\s(\[“\"—–]|^).)(?=[\w“\"£$€…\[(])")
# What follows a closing mark whose opening one was forgotten: "We will wait," Ruiz said.
_ATTRIBUTED = regex.compile(
    r"\s+(?:(?:said|says)\s+\p{Lu}|(?:he|she|they|\p{Lu}[\w.’'-]+(?: \p{Lu}[\w.’'-]+){0,3})"
    r" (?:said|says|told|wrote|tweeted|added|asked)\b)"
)
_LEFT = frozenset("“„‟«‘‘``")
_BEFORE_SINGLE = frozenset('([{“"—–-/')
_BEFORE_OPENER = frozenset(" \t\n\r\xa0\u2009\u202f\u200b([{—–-/:;,>…\u2028\u2029|\ufeff")
_AFTER_CLOSER = frozenset(" \t\n\r\xa0\u2009\u202f\u200b)]}—–-/:;,.!?…<\u2028\u2029|'’”\"")
_HEADLINE = 160  # code points
# "The Long Winter": a title, or a headline in which every word is written large.
_TITLE_CASE = regex.compile(r"(?:\p{Lu}\S*+(?:\s++(?:\p{Ll}{1,3}+\s++)*+|$))++")
_ELISION = regex.compile(rf"['’](?:{lexicon.pattern('elision')}|[0-9]0s|[0-9]{{2}})\b", regex.IGNORECASE)


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
    marks = [match.start() for match in _DOUBLE.finditer(text)] if style == "double" else []
    if style == "double" and marks and paragraphs and _is_headline(text, paragraphs[0], marks[0]):
        found += [it for it in _pairs(text, *_ends(paragraphs[0])) if not _TITLE_CASE.fullmatch(text, *_ends(it.inner))]
    for row in paragraphs:
        if style == "double":  # most paragraphs hold no mark at all
            at = bisect_left(marks, row.start)
            if at == len(marks) or marks[at] >= row.end:
                carried = False
                continue
        here = regions(text, row.start, row.end, style=style, carried=carried)
        found += here
        carried = bool(here) and not here[-1].closed
    return tuple(found)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_headline(text: str, row: Span, mark: int) -> bool:
    """Tell whether the first paragraph is a headline, where papers with double marks in the text print single ones."""
    return mark >= row.end and row.end - row.start <= _HEADLINE and text[row.end - 1] not in ".:;,"


def style_of(text: str) -> Style:
    """Tell whether *text* marks speech with single marks, as many British papers do.

    What counts is which marks stand outermost: "‘He said “no”,’ she said" is single style.

    >>> style_of("'We will not go,' she said. 'Not now.'")
    'single'
    """
    if not _SINGLE_OPENER.search(text):
        return "double"
    singles = _pairs(text, 0, len(text))
    if not singles:
        return "double"
    doubles = [match.start() for match in _DOUBLE.finditer(text)]
    if not doubles:
        return "single"
    outer = sum(_outside(doubles, region.outer) for region in singles)
    inside = sum(bisect_left(doubles, r.outer.end) - bisect_left(doubles, r.outer.start) for r in singles)
    return "single" if 2 * outer > len(doubles) - inside else "double"


def _outside(doubles: list[int], span: Span) -> bool:
    """Tell whether a pair of single marks stands outside every pair of double ones, going by their number."""
    return bisect_left(doubles, span.start) % 2 == 0


def regions(
    text: str, start: int, end: int, *, style: Style | None = None, carried: bool = False
) -> list[QuotedRegion]:
    """Return the quoted regions of one paragraph, outermost only; an unclosed one ends with the paragraph.

    *carried* says that the paragraph before left a quotation open: a closing mark then ends one that starts here.

    >>> [region.inner.of('"Go," he said.') for region in regions('"Go," he said.', 0, 14)]
    ['Go,']
    """
    single = style == "single" or (style is None and style_of(text[start:end]) == "single")
    singles = _pairs(text, start, end) if single else []
    marks = [(match.start(), match.end(), match.group()) for match in _DOUBLE.finditer(text, start, end)]
    if not marks:
        return singles
    found, balanced = _pair(text, marks, start, end, nested=True, carried=carried)
    if not balanced:
        found = _pair(text, marks, start, end, nested=False, carried=carried)[0]
    return _outermost([*found, *singles]) if singles else found


def _outermost(found: list[QuotedRegion]) -> list[QuotedRegion]:
    """Return the regions that lie in no other, in order; of two that cross, the first."""
    kept: list[QuotedRegion] = []
    for region in sorted(found, key=lambda region: (region.outer.start, -region.outer.end)):
        if not kept or region.outer.start >= kept[-1].outer.end:
            kept.append(region)
    return kept


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
            elif number == 0 and at > start and (carried or (before in ",?!" and _ATTRIBUTED.match(text, stop, end))):
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
    line = start - 1
    for match in _SINGLE.finditer(text, start, end):
        at, stop = match.span()
        if at > line:  # a new line: nothing stays open over its end
            _close(found, opened, doubtful)
            opened = doubtful = None
            line = text.find("\n", at, end)
            line = end if line < 0 else line
        before = text[at - 1] if at > start else " "
        after = text[stop] if stop < end else " "
        if text[at] in "‘'" and (before in _BEFORE_SINGLE or before.isspace()) and after not in _AFTER_CLOSER:
            if opened is None and text[at] == "'" and _ELISION.match(text, at):
                continue
            if opened is not None and doubtful is None:
                continue
            _close(found, opened, doubtful)
            opened, doubtful = (at, stop), None
        elif opened is not None and at > opened[1]:
            if text[at - 1] == "s" and after == " ":
                doubtful = doubtful or (at, stop)
                continue
            _close(found, opened, (at, stop))
            opened = doubtful = None
    _close(found, opened, doubtful)
    if opened is not None and doubtful is None and opened[0] == start and line == end > opened[1]:
        # Only a paragraph that begins with a mark can be an unclosed quotation: single marks are apostrophes as well.
        found.append(QuotedRegion(Span(opened[1], end), Span(opened[0], end), closed=False))
    return found


def _close(found: list[QuotedRegion], opened: tuple[int, int] | None, closer: tuple[int, int] | None) -> None:
    if opened is not None and closer is not None and closer[0] > opened[1]:
        found.append(QuotedRegion(Span(opened[1], closer[0]), Span(opened[0], closer[1])))
