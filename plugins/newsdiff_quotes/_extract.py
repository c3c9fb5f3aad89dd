"""Quotations of an article as claims."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from newsdiff import Claim, Document, Quotation, Span
from newsdiff.text.quoting import QuotedRegion
from newsdiff_quotes._attribution import Found, Paragraph
from newsdiff_quotes._speakers import NOBODY, Speakers

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
        result: list[tuple[QuotedRegion, Span | None, str]] = []
        for i, region in enumerate(regions):
            mention, how = self._source(number, paragraph, i, result)
            if mention is None and how != "scare":
                mention, how = result[-1][1:] if result else (None, how)
            result.append((region, mention, how))
        self.sources[number] = result
        return result

    def _source(
        self, number: int, paragraph: Paragraph, i: int, before: list[tuple[QuotedRegion, Span | None, str]]
    ) -> tuple[Span | None, str]:
        """Return the mention of who said the quotation *i*, and how it was found."""
        inner = paragraph.regions[i].inner
        if label := _TRANSCRIPT.match(self.text, inner.start, inner.end):
            return Span(*label.span(1)), "transcript"
        found = paragraph.source(i)
        if found is not None:
            words = inner.of(self.text).count(" ") + 1
            if (found.how == "weak" and words < 4) or (found.how != "Q S V" and self._title(paragraph, i, inner, found)):
                return None, "scare"
            return paragraph.span(found), found.how
        if (lead := paragraph.lead(i)) is not None and (lead.how == "cue" or paragraph.alone(i)):
            return paragraph.span(lead), "lead"
        if not paragraph.alone(i):
            return None, "carry"
        if before:
            return before[-1][1], "continued"
        return self._inherited(number), "inherited"

    def _title(self, paragraph: Paragraph, i: int, inner: Span, found: Found) -> bool:
        """Tell whether the marks hold the title of a work, or a name, and no speech."""
        if not is_title(inner.of(self.text)):
            return False
        return not paragraph.is_object(i)

    def _inherited(self, number: int) -> Span | None:
        """Return the source of the paragraph before, which a paragraph of mere quotation continues."""
        if number + 1 < len(self.rows) and self.text[self.rows[number + 1].start] in "-–—―":
            after = Paragraph(self.text, self.rows[number + 1], [])
            if signed := after.label():
                return after.span(signed)
        before = number - 1
        if before < 0:
            return None
        row = self.rows[before]
        known = self.sources.get(before, [])
        if known and self.text[row.end - 1] != ":":
            return known[-1][1]
        paragraph = Paragraph(self.text, row, [region for region, _, _ in known])
        found = paragraph.last()
        return paragraph.span(found) if found else None


_TRANSCRIPT = regex.compile(r"([A-Z][A-Z.'’ -]{2,30}+):(?=\s)")
_SMALL = frozenset("a an the of in on at to for and or but with from by is vs as your my our it de la el nor".split())
_WORD = regex.compile(r"[^\W_][\w’'-]*")


def is_title(content: str) -> bool:
    """Tell whether all words but the small ones are capitalised: "A Time for Truth"."""
    words = _WORD.findall(content)
    if not words or len(words) > 12 or content[-1] in "!?" :
        return False
    return not words[0][0].islower() and all(not word[0].islower() or word.lower() in _SMALL for word in words)


def extract(document: Document) -> Iterator[Claim]:
    """Yield every quotation of *document*."""
    text = document.text
    if not document.quoted:
        return
    speakers = Speakers(document)
    for region, mention, how in Reader(document).read():
        inner = region.inner
        if TRACE is not None:
            TRACE[inner.start] = how
        content = inner.of(text)
        if mention is None and (how == "scare" or len(content) <= 40):
            yield Claim.at(document, inner, kind="quote", value=Quotation("scare", content))
            continue
        who = speakers.resolve(mention) if mention else NOBODY
        value = Quotation("direct", content, who.name, mention, speaker_title=who.title)
        yield Claim.at(document, inner, kind="quote", value=value, attribution=who.name)
