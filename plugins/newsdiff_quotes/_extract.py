"""Quotations of an article as claims."""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff import Claim, Document, Quotation, Span
from newsdiff.text.quoting import QuotedRegion
from newsdiff_quotes._attribution import Found, Paragraph

TRACE: dict[int, str] | None = None


class Reader:
    """Reads the quotations of one document, paragraph by paragraph."""

    def __init__(self, document: Document) -> None:
        self.document, self.text = document, document.text
        self.rows = list(document.body)
        self.number = {row.start: i for i, row in enumerate(self.rows)}
        self.sources: dict[int, list[tuple[QuotedRegion, Span | None, str]]] = {}

    def read(self) -> Iterator[tuple[QuotedRegion, Span | None, str]]:
        """Yield every quoted region with the mention of its source."""
        by_row: dict[int, list[QuotedRegion]] = {}
        for region in self.document.quoted:
            row = self.document.paragraph_at(region.outer.start)
            if row is not None:
                by_row.setdefault(self.number[row.start], []).append(region)
        for number, regions in by_row.items():
            yield from self._row(number, regions)

    def _row(self, number: int, regions: list[QuotedRegion]) -> list[tuple[QuotedRegion, Span | None, str]]:
        paragraph = Paragraph(self.text, self.rows[number], regions)
        mentions: list[Span | None] = []
        hows: list[str] = []
        waiting = 0
        for i in range(len(regions)):
            found = paragraph.source(i)
            mention = paragraph.span(found) if found else None
            how = found.how if found else ""
            if found is None and paragraph.alone(i):
                if (lead := paragraph.lead(i)) is not None:
                    mention, how = paragraph.span(lead), "lead"
                elif mentions:
                    mention, how = mentions[-1], "continued"
                else:
                    mention, how = self._inherited(number), "inherited"
                    if mention is None:
                        waiting += 1
            elif found is None and mentions:
                mention, how = mentions[-1], "carry"
            mentions.append(mention)
            hows.append(how)
        result = list(zip(regions, mentions, hows))
        self.sources[number] = result
        return result

    def _inherited(self, number: int) -> Span | None:
        """Return the source of the paragraph before, which a paragraph of mere quotation continues."""
        before = number - 1
        if before < 0:
            return None
        if before in self.sources:
            return self.sources[before][-1][1]
        paragraph = Paragraph(self.text, self.rows[before], [])
        found = paragraph.last()
        return paragraph.span(found) if found else None


def extract(document: Document) -> Iterator[Claim]:
    """Yield every quotation of *document*."""
    text = document.text
    for region, mention, how in Reader(document).read():
        inner = region.inner
        if TRACE is not None:
            TRACE[inner.start] = how
        form = "direct" if mention else "scare"
        value = Quotation(form, inner.of(text), mention.of(text) if mention else None, mention)
        yield Claim.at(document, inner, kind="quote", value=value)
