"""Reads the quotations of a document, paragraph by paragraph: which are speech, and whose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import field, frozen

from newsdiff import Document, Span
from newsdiff.language.idioms import Idiom
from newsdiff.page.quoting import QuotedRegion
from newsdiff_quotes._attribution import Found, Paragraph
from newsdiff_quotes._channels import channel
from newsdiff_quotes._titles import is_title

# "WALTERS: I was there." inside the marks: a printed transcript.
_TRANSCRIPT = re.compile(r"([A-Z][A-Z.'’ -]{2,30}+):(?=\s)")
# Ways of a quotation without a source of its own that goes on with the one before.
_GOING_ON = frozenset(("continued", "inherited"))
_SO_CALLED = Idiom(
    "what follows is a name",
    r"\b(?:so[ -]called|nicknamed) ?[^\w\s]{0,2}$",
    examples=("the so-called ", "a mill nicknamed “"),
    others=("who so called for ", "she called it "),
)
# Shorter fragments beside a verb that is no cue are scare quotes and terms more often than speech.
_FEWEST_WORDS = 4
_NEAR = 12  # quotations that one sentence may hold: a cap that keeps long ones linear (guess)
_DASHES = "-–—―"


@frozen
class Quoted:
    """A quoted region with what the article says about it."""

    region: QuotedRegion
    mention: Span | None = None
    how: str = ""
    """How the mention was found; "scare" where the marks hold no speech."""
    cue: str | None = None
    fragment: bool = False
    """Whether the words are a part of the article's own sentence."""
    channel: str | None = None
    utterance: int | None = field(default=None)
    """Start of the quotation that this one goes on with, where there is one."""


def _speech(quotations: list[Quoted]) -> Quoted | None:
    return next((quoted for quoted in reversed(quotations) if quoted.how != "scare"), None)


class Reader:
    """Reads the quotations of one document."""

    def __init__(self, document: Document) -> None:
        self.document, self.text = document, document.text
        self.rows = document.body
        self._number = {row.start: i for i, row in enumerate(self.rows)}
        self._read: dict[int, list[Quoted]] = {}

    def read(self) -> Iterator[Quoted]:
        """Yield every quoted region in order."""
        by_row: dict[int, list[QuotedRegion]] = {}
        for region in self.document.quoted:
            row = self.document.paragraph_at(region.outer.start)
            if row is not None:
                by_row.setdefault(self._number[row.start], []).append(region)
        for number, regions in by_row.items():
            yield from self._row(number, regions)

    def _row(self, number: int, regions: list[QuotedRegion]) -> list[Quoted]:
        paragraph = Paragraph(self.text, self.rows[number], regions)
        result: list[Quoted] = []
        verbs: dict[int, int] = {}
        for i, region in enumerate(regions):
            mention, how, found = self._source(number, paragraph, i, result)
            if mention is None and how == "carry" and result:
                mention = result[-1].mention
            fragment = paragraph.fragment(i, how)
            goes_on = self._goes_on(number, how, result)
            if found is not None and found.verb is not None and not fragment and how != "lead":
                first = verbs.setdefault(found.verb, region.inner.start)
                goes_on = first if first != region.inner.start else goes_on
            start, end = paragraph.extent(i)
            through = self._channel(regions, i, start, end) if mention is not None else None
            cue = paragraph.cue(found) if found else None
            if how in _GOING_ON and cue is None and (spoken := _speech(result)):
                cue, through = spoken.cue, through or spoken.channel
            result.append(Quoted(region, mention, how, cue, fragment, through, goes_on))
        self._read[number] = result
        return result

    def _channel(self, regions: list[QuotedRegion], i: int, start: int, end: int) -> str | None:
        near = regions[max(0, i - _NEAR) : i + _NEAR]
        return channel(self.text, start, end, [(region.outer.start, region.outer.end) for region in near])

    def _goes_on(self, number: int, how: str, before: list[Quoted]) -> int | None:
        """Return the start of the utterance that a quotation without a source of its own goes on with."""
        if how not in _GOING_ON:
            return None
        last = _speech(before or self._read.get(number - 1, []))
        if last is None or last.fragment:
            return None
        return last.region.inner.start if last.utterance is None else last.utterance

    def _source(
        self, number: int, paragraph: Paragraph, i: int, before: list[Quoted]
    ) -> tuple[Span | None, str, Found | None]:
        """Return the mention of who said the quotation *i*, and how it was found."""
        inner = paragraph.regions[i].inner
        if label := _TRANSCRIPT.match(self.text, inner.start, inner.end):
            return Span(*label.span(1)), "transcript", None
        if _SO_CALLED.search(self.text, max(paragraph.row.start, inner.start - 16), inner.start):
            return None, "scare", None
        if signed := paragraph.signature(i):
            return paragraph.span(signed), "signature", signed
        found = paragraph.source(i)
        if found is not None:
            words = self.text.count(" ", inner.start, inner.end) + 1
            if found.how == "weak" and words < _FEWEST_WORDS and not paragraph.is_named_speech(i):
                return None, "scare", None
            if (
                found.how != "Q S V"
                and (words > 1 or found.how == "weak")
                and is_title(inner.of(self.text))
                and not paragraph.is_object(i)
            ):
                return None, "scare", None
            return paragraph.span(found), found.how, found
        alone = paragraph.alone(i)
        if (lead := paragraph.lead(i)) is not None and (lead.how == "cue" or alone):
            return paragraph.span(lead), "lead", lead
        if not alone:
            return None, "carry", None
        # “…,” Ruiz said on “Belport Today.” “We will …”: a title is no speech.
        if (spoken := _speech(before)) is not None:
            return spoken.mention, "continued", None
        if before:
            return before[-1].mention, "continued", None
        return *self._inherited(number), None

    def _inherited(self, number: int) -> tuple[Span | None, str]:
        """Return the source of a paragraph of mere quotation: signed below it, or that of the paragraph before."""
        if number + 1 < len(self.rows) and self.text[self.rows[number + 1].start] in _DASHES:
            after = Paragraph(self.text, self.rows[number + 1], [])
            if signed := after.signature():
                return after.span(signed), "signature"
        if number == 0:
            return None, "inherited"
        row = self.rows[number - 1]
        known = self._read.get(number - 1, [])
        if known and self.text[row.end - 1] != ":":
            return known[-1].mention, "inherited"
        paragraph = Paragraph(self.text, row, [quoted.region for quoted in known])
        if named := paragraph.header():
            return paragraph.span(named), "header"
        found = paragraph.last()
        return paragraph.span(found) if found else None, "paragraph before"
