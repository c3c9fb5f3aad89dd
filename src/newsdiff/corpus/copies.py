"""Reprints and shared agency text: forty copies of one wire story are one source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.page.document import Document

_WORD = re.compile(r"[^\W_]+")
_SHINGLE = 5
_COPY = 0.7
"""Share of the shorter text's five-word runs that the other has too: above it, one is a reprint of the other."""
_SENTENCE = 8
"""A sentence of fewer words may be the same by chance."""
_SHARED = 3
"""Sentences in common from which on articles are said to share text."""


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


def copied(wordings: Sequence[Wording], pairs: Iterable[tuple[int, int]], order: Sequence[int]) -> dict[int, int]:
    """Return index of a reprint to index of what it reprints; *order* says who comes first. Looks at *pairs* only."""
    rank = {at: place for place, at in enumerate(order)}
    ordered = sorted(tuple(sorted(pair, key=rank.__getitem__, reverse=True)) for pair in pairs)
    found: dict[int, int] = {}
    for at, earlier in sorted(ordered, key=lambda pair: (rank[pair[0]], rank[pair[1]])):
        if at not in found and earlier not in found and wordings[at].copies(wordings[earlier]):
            found[at] = earlier
    return found


def sharing(
    wordings: Sequence[Wording], pairs: Iterable[tuple[int, int]], copies: Mapping[int, int]
) -> list[tuple[int, int, int]]:
    """Return (index, index, sentences) of *pairs* that are no reprints and share sentences word for word."""
    found = []
    for one, two in sorted(pairs):
        count = wordings[one].shares(wordings[two])
        if count >= _SHARED and copies.get(one, one) != copies.get(two, two):
            found.append((one, two, count))
    return found
