"""The dates of an article as claims."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from newsdiff import Claim, Document, Span, Timex
from newsdiff_dates._calendar import interval
from newsdiff_dates._frame import Frame
from newsdiff_dates._hit import Kind
from newsdiff_dates._relative import resolved
from newsdiff_dates._search import pieces
from newsdiff_dates._tokens import Tokens

# Confidence of the day in the dateline: it says when the report was filed, so it is never compared.
FILED = 0.25


def claims(document: Document) -> Iterator[Claim]:
    """Yield every date of *document* in order."""
    article, dateline = document.article, document.dateline
    text = article.text
    frame = Frame(text, article.published or _filed(document))
    for paragraph in document.body:
        tokens = Tokens(text, paragraph.start, paragraph.end)
        for piece in pieces(tokens, frame, article.language):
            begin, end = tokens.begin(piece.begin), tokens.end(piece.stop)
            frame.note(piece.value, begin)
            filed = dateline is not None and dateline.span.start <= begin < dateline.span.end
            sure = FILED if filed else piece.sure
            value = resolved(timex(*piece[2:7]), text[begin:end], article.published)
            yield Claim("date", Span(begin, end), text[begin:end], value, confidence=sure)


def _filed(document: Document) -> date | None:
    """Return the day in the dateline, where it is complete: the anchor of an article without a publication date."""
    there = document.dateline.date if document.dateline else None
    if there is None:
        return None
    tokens = Tokens(document.text, there.start, there.end)
    for piece in pieces(tokens, Frame(document.text, None), document.article.language):
        if len(piece.value) == 10 and piece.value.replace("-", "").isdigit():
            return date.fromisoformat(piece.value)
    return None


@lru_cache(maxsize=2048)
def timex(kind: Kind, value: str, mod: str | None = None, offset: int | None = None, other: str | None = None) -> Timex:
    """Return a value with the stretch of time it denotes; *other* is a second reading, which widens it."""
    if kind not in ("DATE", "TIME"):
        return Timex(kind, value, mod)
    earliest, latest = interval(value, mod)
    if other:
        ends = [end for reading in (value, other) for end in interval(reading) if end is not None]
        earliest, latest = min(ends), max(ends)
        value = "".join(x if x == y else "X" for x, y in zip(value, other, strict=True))
    return Timex(kind, value, mod, earliest, latest, offset)
