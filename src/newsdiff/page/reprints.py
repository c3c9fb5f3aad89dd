"""Whether one text is a reprint or another version of another one, by the runs of words that both have."""

from __future__ import annotations

import re

from attrs import frozen

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.page.document import Document

_WORD = re.compile(r"[^\W_]+")
_SHINGLE = 5  # guess: words of a run; common phrases are shorter
_COPY = 0.7
"""Share of the shorter text's five-word runs that the other has too: above it, one is a reprint of the other."""
_SENTENCE = 8
"""A sentence of fewer words may be the same by chance."""


@frozen(eq=False)
class Wording:
    """The word runs and whole sentences of one article."""

    shingles: frozenset[tuple[str, ...]]
    sentences: dict[int, tuple[str, ...]]
    """Where a sentence starts, to its words in lower case; short sentences are left out."""
    whole: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, article: Article) -> Wording:
        """Read the wording of an article's body."""
        document = Document(article)
        words: list[str] = []
        sentences = {}
        for span in document.sentences:
            own = tuple(word.lower() for word in _WORD.findall(article.text, span.start, span.end))
            words += own
            if len(own) >= _SENTENCE:
                sentences[span.start] = own
        shingles = frozenset(zip(*(words[at:] for at in range(_SHINGLE)), strict=False))
        return cls(shingles, sentences, frozenset(sentences.values()))

    def copies(self, other: Wording) -> bool:
        """Tell whether one of two texts is a reprint of the other, shortened or not."""
        least = min(len(self.shingles), len(other.shingles))
        return bool(least) and len(self.shingles & other.shingles) >= _COPY * least

    def shares(self, other: Wording) -> int:
        """Return how many whole sentences two texts have in common."""
        return len(self.whole & other.whole)

    def sentence(self, claim: Claim) -> tuple[str, ...] | None:
        """Return the words of the sentence that holds *claim*, unless it is short."""
        starts = [start for start in self.sentences if start <= claim.span.start]
        return self.sentences[max(starts)] if starts else None


def versions(left: Article, right: Article) -> bool:
    """Tell whether two articles are versions of one: of one outlet, under one address or nearly word for word.

    >>> versions(Article("Nine died.", outlet="Ledger", url="a"), Article("Ten died.", outlet="Ledger", url="a"))
    True
    """
    if left.outlet is None or left.outlet != right.outlet:
        return False
    if left.url is not None and left.url == right.url:
        return True
    return Wording.of(left).copies(Wording.of(right))
