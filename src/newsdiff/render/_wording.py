"""The words of a claim as a rendering shows them: in their context, with what differs marked, cut where too long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.reports import Finding
from newsdiff.nouns.spans import Span
from newsdiff.render import _view as view


@frozen
class Piece:
    """A stretch of an article's text; marked where the two sides differ or where the claim stands in its context."""

    text: str
    marked: bool = False


def wording(article: Article, claim: Claim, edits: Iterable[Span] = (), width: int = 120) -> list[Piece]:
    """Return the claim's words: with the spans *edits* marked, or else in their context with the claim marked."""
    spans = sorted(span for span in edits if claim.span.contains(span))
    if spans:
        window = _window(article.text, claim.span, spans[0], spans[-1], width)
    elif len(claim.surface) < 50 and not view.is_verbatim(claim):
        window = _context(article.text, claim.span)
        spans = [claim.span] if window != claim.span else []
        return _open_ended(_pieces(article.text, window, spans), article.text, window)
    else:
        window = claim.span
    return _cut(_pieces(article.text, window, spans), window, claim.span, width if not edits else 4 * width)


def marks(finding: Finding, side: str) -> list[Span]:
    """Return the spans that the finding's edits touch on one side."""
    return [span for edit in finding.edits if (span := getattr(edit, side)) is not None]


def _pieces(text: str, window: Span, spans: Sequence[Span]) -> list[Piece]:
    pieces, at = [], window.start
    for span in spans:
        start, end = max(span.start, at), min(span.end, window.end)
        if start >= end:
            continue
        pieces += [Piece(view.line(text[at:start])), Piece(view.line(text[start:end]), marked=True)]
        at = end
    pieces.append(Piece(view.line(text[at : window.end])))
    return [piece for piece in pieces if piece.text]


def _context(text: str, span: Span, before: int = 34, after: int = 46) -> Span:
    """Return the words around *span*, inside its line and, as far as a full stop tells, its sentence."""
    left = text[max(0, span.start - before) : span.start]
    right = text[span.end : span.end + after]
    cut = max((match.end() for match in _STOP.finditer(left)), default=0)
    if not cut and len(left) == before:
        cut = left.find(" ") + 1
    stop = _STOP.search(right)
    end = stop.start() + (1 if stop and right[stop.start()] in ".!?" else 0) if stop else len(right)
    if not stop and len(right) == after and " " in right:
        end = right.rfind(" ")
    start, end = span.start - len(left) + cut, span.end + end
    while start < span.start and text[start].isspace():
        start += 1
    return Span(start, max(end, span.end))


_STOP = re.compile(r"[\n\r\u2028\u2029]|[.!?](?=\s|[\"”’»])[\"”’»]?")


def _open_ended(pieces: list[Piece], text: str, window: Span) -> list[Piece]:
    """Add dots where the context was cut out of a longer sentence."""
    before = text[max(0, window.start - 4) : window.start].rstrip(" \t\xa0")
    after = text[window.end : window.end + 4].lstrip(" \t\xa0")
    if before and before[-1] not in '\n\r\u2028\u2029.!?…:”"’»':
        pieces.insert(0, Piece("… "))
    if after and after[0] not in "\n\r\u2028\u2029" and pieces[-1].text[-1:] not in '.!?”"’»':
        pieces.append(Piece(" …"))
    return pieces


def _window(text: str, claim: Span, first: Span, last: Span, width: int) -> Span:
    """Return the part of a long quotation that holds its differences."""
    if len(claim.of(text)) <= width:
        return claim
    start = max(claim.start, first.start - 40)
    end = min(claim.end, last.end + 40)
    if start > claim.start:
        start = min(first.start, (text.find(" ", start, first.start) + 1) or start)
    if end < claim.end:
        end = max(last.end, text.rfind(" ", last.end, end))
    return Span(start, end)


def _cut(pieces: list[Piece], window: Span, claim: Span, width: int) -> list[Piece]:
    found, room = [], width
    for piece in pieces:
        if len(piece.text) > room:
            found.append(Piece(piece.text[: max(room - 1, 0)].rstrip() + "…", piece.marked))
            break
        found.append(piece)
        room -= len(piece.text)
    if window.start > claim.start:
        found.insert(0, Piece("… "))
    if window.end < claim.end and not found[-1].text.endswith("…"):
        found.append(Piece(" …"))
    return found
