"""Evidence: how likely are two claims of two articles about one thing?

Every reason for or against it is a named feature. The core measures what stands around the claims, whatever their kind
is; a kind adds what it knows. Fitted weights (``alignment.weights``) turn the measures into a probability. None of them
looks at what the values are worth, so that the weights can be learned from values that agree.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from newsdiff.alignment.likeness import Likeness
from newsdiff.alignment.profile import Profile
from newsdiff.alignment.views import View
from newsdiff.language.rarity import rarity

# Pseudo-sentences that keep the weights sane for two short texts, as in ``likeness``.
_PRIOR = 30
# What even the most common content word weighs.
_LEAST = 0.1


class Pair:
    """Two claims of two articles side by side, as features and doubts see them."""

    __slots__ = ("context", "left", "right")

    def __init__(self, context: Context, left: View, right: View) -> None:
        self.context, self.left, self.right = context, left, right

    @property
    def likeness(self) -> float:
        """How alike the two sentences are, 0 to 1."""
        return self.context.like(self.left.home, self.right.home)


class Context:
    """What the features of all pairs of two articles share: how rare words are, how alike sentences are."""

    def __init__(self, left: Profile, right: Profile, like: Callable[[int, int], float] | None = None) -> None:
        self.left, self.right = left, right
        counts = left.counts.copy()
        counts.update(right.counts)
        self._counts = counts
        self._total = len(left.sentences) + len(right.sentences) + _PRIOR
        self._weights: dict[str, float] = {}
        self._masses: dict[tuple[int, str], float] = {}
        self.like = like or Likeness(left.sentences, right.sentences, counts, left.names | right.names).of

    def weight(self, lemma: str) -> float:
        """Return how much a shared lemma says: rare words in the language and in the two articles say more."""
        found = self._weights.get(lemma)
        if found is None:
            rare = max(_LEAST, rarity(lemma).word)
            found = self._weights[lemma] = rare * math.log(self._total / (1 + self._counts.get(lemma, 0)))
        return found

    def overlap(self, name: str, left: View, right: View) -> float:
        """Return the share of weight that two sets of lemmas of two views have in common, 0 to 1."""
        one, two = getattr(left, name), getattr(right, name)
        shared = one & two
        if not shared:
            return 0.0
        weight = self.weight
        mass = self._mass(name, left, one) * self._mass(name, right, two)
        return math.fsum(map(weight, shared)) / math.sqrt(mass) if mass > 0 else 0.0

    def _mass(self, name: str, view: View, lemmas: frozenset[str]) -> float:
        found = self._masses.get((id(view), name))
        if found is None:
            found = self._masses[id(view), name] = math.fsum(map(self.weight, lemmas))
        return found

    def decayed(self, name: str, left: View, right: View) -> float:
        """Return the cosine of what stands near by, the nearer the heavier, 0 to 1."""
        one, two = getattr(left, name), getattr(right, name)
        shared = one.keys() & two.keys()
        if not shared:
            return 0.0
        weight = self.weight
        norms = self._norm(name, left, one) * self._norm(name, right, two)
        return math.fsum(weight(it) * one[it] * two[it] for it in shared) / math.sqrt(norms) if norms > 0 else 0.0

    def _norm(self, name: str, view: View, near: dict[str, float]) -> float:
        found = self._masses.get((id(view), name))
        if found is None:
            found = self._masses[id(view), name] = math.fsum(self.weight(it) * much * much for it, much in near.items())
        return found

    def met(self, left: View, right: View) -> float:
        """Return the share of the four nearest words on each side that the other sentence has anywhere."""
        weight = self.weight
        one, two = (*left.before[:4], *left.after[:4]), (*right.before[:4], *right.after[:4])
        total = math.fsum(map(weight, one)) + math.fsum(map(weight, two))
        if total <= 0:
            return 0.0
        found = math.fsum(weight(it) for it in one if it in right.reach) + math.fsum(
            weight(it) for it in two if it in left.reach
        )
        return found / total
