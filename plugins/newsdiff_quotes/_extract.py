"""Quotations of an article as claims."""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff import Claim, Document, Quotation, Span
from newsdiff_quotes._attribution import Found, attribute
from newsdiff_quotes._grammar import Chunks
from newsdiff_quotes._tokens import Tokens, tokenize


TRACE: dict[int, str] | None = None


def extract(document: Document) -> Iterator[Claim]:
    """Yield every quotation of *document*."""
    text = document.text
    last: tuple[Span, Found, Tokens] | None = None
    by_row: dict[Span, list] = {}
    for region in document.quoted:
        row = document.paragraph_at(region.outer.start)
        by_row.setdefault(row, []).append(region)
    carry = None
    for row, regions in by_row.items():
        tokens = tokenize(text, row.start, row.end, regions)
        chunks = Chunks(tokens.tags)
        for at, number in tokens.regions.items():
            region = regions[number]
            found = attribute(tokens, chunks, at, text[region.inner.end - 1])
            if found is None:
                mention = carry
            else:
                a, b = found.subject
                mention = Span(tokens.starts[a], tokens.ends[b - 1])
            if TRACE is not None:
                TRACE[region.inner.start] = found.how if found else "carry"
            carry = mention
            inner = region.inner
            yield Claim.at(document, inner, kind="quote", value=Quotation("direct" if mention else "scare", inner.of(text), mention.of(text) if mention else None, mention))
