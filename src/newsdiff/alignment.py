"""Alignment: which facts of two articles are about the same thing.

Comparing values is easy; knowing that two values are values of one thing is not. The evidence is the kind's own
similarity, the likeness of the sentences around the claims, and the scopes, which can veto. Facts are assigned one to
one, best first.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import product

from attrs import frozen

from newsdiff.likeness import Likeness
from newsdiff.models import Claim, ClaimKind
from newsdiff.profile import FactCluster, Profile, score
from newsdiff.scope import clash

CUTOFF = 0.5
# Mentions of a fact that are tried against each other: the first say it all, and a cap keeps long articles linear.
_MENTIONS = 6
# Cosine from which a reader may take two sentences for reports of one thing, so that a veto is worth an entry.
_LOOKS_ALIKE = 0.25


@frozen(eq=False)
class Pair:
    """Two facts about one thing, and the two mentions that are most alike."""

    left: FactCluster
    right: FactCluster
    score: float
    a: Claim
    b: Claim


@frozen(eq=False)
class Vetoed:
    """Two claims that look alike and are not about one thing, with the reason in words."""

    a: Claim
    b: Claim
    reason: str


class Alignment:
    """The aligned facts of two articles."""

    def __init__(self, left: Profile, right: Profile) -> None:
        self.left, self.right = left, right
        self.likeness = Likeness(left.sentences, right.sentences, left.counts + right.counts, left.names | right.names)

    def like(self, a: Claim, b: Claim) -> float:
        """Return how alike the sentences of two claims are."""
        return self.likeness.of(self.left.home(a), self.right.home(b))

    def pairs(self, kind: ClaimKind) -> list[Pair]:
        """Return the aligned facts of one kind, one to one, surest first."""
        candidates = sorted(self._candidates(kind), key=lambda pair: (-pair.score, pair.a.span, pair.b.span))
        used: set[int] = set()
        found = []
        for pair in candidates:
            if id(pair.left) not in used and id(pair.right) not in used:
                used |= {id(pair.left), id(pair.right)}
                found.append(pair)
        return found

    def _candidates(self, kind: ClaimKind) -> Iterator[Pair]:
        by_key: dict[Hashable, list[FactCluster]] = {}
        for fact in self.right.facts(kind):
            by_key.setdefault(fact.key, []).append(fact)
        for left in self.left.facts(kind):
            for right in by_key.get(left.key, ()):
                pair = self._best(kind, left, right)
                if pair and pair.score >= CUTOFF:
                    yield pair

    def _best(self, kind: ClaimKind, left: FactCluster, right: FactCluster) -> Pair | None:
        best: Pair | None = None
        for a, b in product(left.claims[:_MENTIONS], right.claims[:_MENTIONS]):
            found = score(kind, a, b, self.like(a, b))
            if found > 0 and (best is None or found > best.score):
                best = Pair(left, right, min(1.0, found), a, b)
        return best

    def vetoed(self, kind: ClaimKind, taken: set[int]) -> Iterator[Vetoed]:
        """Yield pairs of left-over facts that a scope alone keeps apart, for audit."""
        rights = [fact for fact in self.right.facts(kind) if id(fact) not in taken]
        for left in self.left.facts(kind):
            if id(left) in taken:
                continue
            for right in rights:
                if left.key != right.key or self.like(left.claim, right.claim) < _LOOKS_ALIKE:
                    continue
                reason = clash(left.claim.scope, right.claim.scope)
                if reason and (kind.similarity is None or kind.similarity(left.claim, right.claim) >= CUTOFF):
                    yield Vetoed(left.claim, right.claim, reason)
