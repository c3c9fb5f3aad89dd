"""A document: lazy, cached, linear-time views of one article, shared by all plugins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from newsdiff.language import english, masks, places
from newsdiff.nouns.article import Article
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.spans import Span
from newsdiff.page import dateline, layout, quoting, sentences

_TOP = 12  # paragraphs in which a dateline is looked for


# Views that the engine reads again after extraction.
_KEPT_VIEWS = ("paragraphs", "body", "sentences", "places", "_body_starts", "_sentence_starts")


class Document:
    """Views of an article's text; every view is computed on first use and kept.

    Offsets of every view point into ``text``, which is never rewritten.

    >>> document = Document(Article('Two died. "I saw it," said Ana Ruiz.'))
    >>> [sentence.of(document.text) for sentence in document.sentences]
    ['Two died.', '"I saw it," said Ana Ruiz.']
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text

    @classmethod
    def of(cls, extraction: Extraction) -> Document:
        """Return the document of an extraction's article, made on first use and kept with the extraction."""
        return extraction.derived(document_of)

    def lean(self) -> Document:
        """Return a document with the same text that keeps only the views that comparing needs; the rest is freed."""
        kept = Document(self.article)
        kept.__dict__.update((name, view) for name, view in self.__dict__.items() if name in _KEPT_VIEWS)
        return kept

    def __repr__(self) -> str:
        return f"Document({self.article!r})"

    @cached_property
    def paragraphs(self) -> tuple[layout.Paragraph, ...]:
        """Paragraphs in order, each with the part it plays on the page."""
        return layout.paragraphs(self.text)

    @cached_property
    def body(self) -> tuple[Span, ...]:
        """Paragraphs of running text and headlines: what extractors should read."""
        return tuple(paragraph.span for paragraph in self.paragraphs if paragraph.role in ("headline", "body"))

    @cached_property
    def dateline(self) -> dateline.Dateline | None:
        """Where and when the article says it was filed ("PORT LISSE, 12 March (Agency) -"), if it does."""
        return dateline.of(self.text, [(paragraph.span, paragraph.role) for paragraph in self.paragraphs[:_TOP]])

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences of the body, in order."""
        return tuple(span for row in self.body for span in sentences.split(self.text, row.start, row.end))

    @cached_property
    def tokens(self) -> english.Tokens:
        """Words, numerals and marks of the whole text, with offsets and tags; see docs/reference/language.md."""
        return english.tokens(self.text)

    @cached_property
    def quoted(self) -> tuple[quoting.QuotedRegion, ...]:
        """Quoted regions of the body, in order, outermost only."""
        return quoting.document_regions(self.text, self.body)

    @cached_property
    def number_masks(self) -> tuple[masks.Mask, ...]:
        """Dates, clock times, years, ordinals, scores, references and addresses: numbers that count nothing."""
        return masks.find(self.text, self.body)

    @cached_property
    def number_mask_starts(self) -> list[int]:
        """Where the masks start, for bisection."""
        return [mask.start for mask in self.number_masks]

    @cached_property
    def _body_starts(self) -> list[int]:
        return [span.start for span in self.body]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    @cached_property
    def _quoted_starts(self) -> list[int]:
        return [region.outer.start for region in self.quoted]

    def in_body(self, at: int) -> bool:
        """Tell whether the character at *at* is running text or headline."""
        index = bisect_right(self._body_starts, at) - 1
        return index >= 0 and at < self.body[index].end

    def paragraph_at(self, at: int) -> Span | None:
        """Return the body paragraph around *at*, if any."""
        index = bisect_right(self._body_starts, at) - 1
        return self.body[index] if index >= 0 and at < self.body[index].end else None

    def sentence_at(self, at: int) -> Span | None:
        """Return the sentence around *at*, or the one before it when *at* lies between two."""
        index = bisect_right(self._sentence_starts, at) - 1
        return self.sentences[index] if index >= 0 else None

    @cached_property
    def places(self) -> tuple[tuple[Span, str], ...]:
        """Places that the body names, in order, each with the name it is filed under ("Britain": United Kingdom)."""
        found = places.find(self.text)
        return tuple(item for item in found if self.in_body(item[0].start))

    def places_beside(self, spots: Iterable[int]) -> tuple[tuple[Span, str], ...]:
        """Places that the paragraphs around the characters *spots* name, or all: a few claims need no search of all."""
        rows = sorted({bisect_right(self._body_starts, at) - 1 for at in spots} - {-1})
        if "places" in self.__dict__ or 2 * sum(self.body[row].end - self.body[row].start for row in rows) > len(
            self.text
        ):
            return self.places
        return tuple(item for row in rows for item in places.find(self.text, self.body[row].start, self.body[row].end))

    def is_quoted(self, at: int) -> bool:
        """Tell whether the character at *at* stands inside quotation marks."""
        index = bisect_right(self._quoted_starts, at) - 1
        return index >= 0 and at < self.quoted[index].outer.end


def document_of(extraction: Extraction) -> Document:
    """Return a new document of an extraction's article; ``Document.of`` keeps it."""
    return Document(extraction.article)
