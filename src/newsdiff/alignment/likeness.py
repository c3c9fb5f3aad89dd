"""How alike two sentences are: shared content words, weighted by how rare they are in the texts at hand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from newsdiff.nouns.spans import Span

# A lead is what an editor put first: the headline and the first sentences.
LEAD_SENTENCES = 4
# Pseudo-sentences that keep the weights sane for two short texts, where every shared word would count as common.
_PRIOR = 30
# A shared name says more than a shared noun.
_NAME_BOOST = 1.3


@frozen(eq=False)
class Sentence:
    """A sentence as alignment sees it."""

    index: int
    span: Span
    lemmas: frozenset[str]

    @property
    def lead(self) -> bool:
        """Whether the sentence is among the first of the article."""
        return self.index < LEAD_SENTENCES


def counted(sentences: Sequence[Sentence]) -> Counter[str]:
    """Return in how many of *sentences* each lemma stands."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        counts.update(sentence.lemmas)
    return counts


class Likeness:
    """Likeness of the sentences of two articles (or of one with itself), computed where asked for."""

    def __init__(
        self, left: Sequence[Sentence], right: Sequence[Sentence], counts: Counter[str], names: frozenset[str]
    ) -> None:
        self._left, self._right = left, right
        total = len(left) + (len(right) if right is not left else 0) + _PRIOR + 1
        logs = [math.log(total / count) for count in range(1, max(counts.values(), default=1) + 1)]
        plain, boosted = [log**2 for log in logs], [(_NAME_BOOST * log) ** 2 for log in logs]
        self._squares = {lemma: (boosted if lemma in names else plain)[count - 1] for lemma, count in counts.items()}
        self._norms: tuple[dict[int, float], dict[int, float]] = ({}, {})
        self._known: dict[tuple[int, int], float] = {}

    def of(self, left: int, right: int) -> float:
        """Return the cosine of two sentences' rarity-weighted words, 0 to 1; 0 outside the running text."""
        if left < 0 or right < 0:
            return 0.0
        known = self._known.get((left, right))
        if known is None:
            known = self._known[left, right] = self._cosine(left, right)
        return known

    def _cosine(self, left: int, right: int) -> float:
        shared = self._left[left].lemmas & self._right[right].lemmas
        if not shared:
            return 0.0
        dot = math.fsum(map(self._squares.__getitem__, shared))
        return min(1.0, dot / (self._norm(0, left) * self._norm(1, right)))

    def _norm(self, side: int, index: int) -> float:
        norms = self._norms[side]
        if index not in norms:
            sentence = (self._left, self._right)[side][index]
            norms[index] = math.sqrt(math.fsum(map(self._squares.__getitem__, sentence.lemmas))) or 1.0
        return norms[index]
