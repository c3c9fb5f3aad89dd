"""Pairs: two facts that may be about one thing, and what two pairs or their claims are to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from heapq import heapify, heappop, heapreplace
from typing import Any

from attrs import frozen

from newsdiff.alignment.profile import FactCluster, Profile, compared
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.kinds import ClaimKind, Verdict

AGREEING = ("agree", "compatible")
# What equal values add to the rank of a pair (not to its score).
_EQUAL = 0.2
_SAME_SORT = 0.8
# Facts of a crowd that may share a word which still counts as rare.
_RARE = 24


@frozen(eq=False)
class Pair:
    """Two facts about one thing, and the two mentions that are most alike."""

    left: FactCluster
    right: FactCluster
    score: float
    a: Claim
    b: Claim
    rank: float = 0.0
    """How soon a one-to-one assignment should take the pair, values apart."""

    @cached_property
    def verdict(self) -> Verdict:
        """What the kind says of the claims that stand for the two facts."""
        return compared(self.left.kind, self.left.claim, self.right.claim)

    @property
    def agree(self) -> bool:
        """Whether the facts agree."""
        return self.verdict.agrees


def best_first(pairs: Iterable[Pair], gone: Callable[[Pair], bool]) -> Iterator[Pair]:
    """Yield pairs by rank, those of one rank by place: all but those that are *gone* by then.

    Equal values count for a pair. Comparing is dear, so a pair is ranked as if its values were equal until it is first.
    """
    heap: list[tuple[Any, ...]] = []
    for index, pair in enumerate(pairs):
        a, b = pair.a.span, pair.b.span
        heap.append((-pair.rank - _EQUAL, a.start, a.end, b.start, b.end, index, False, pair))
    heapify(heap)
    while heap:
        _, *place, sure, pair = heap[0]
        if gone(pair):
            heappop(heap)
        elif sure or (pair.agree and pair.a.scope.part == pair.b.scope.part):
            heappop(heap)
            yield pair
        else:
            heapreplace(heap, (-pair.rank, *place, True, pair))


def differ(kind: ClaimKind, left: FactCluster, right: FactCluster) -> bool:
    """Whether the values of two facts rule out that they are one."""
    return kind.similarity is not None and kind.similarity(left.claim, right.claim) <= 0


def rivals(pair: Pair, settled: Pair) -> bool:
    """Whether a pair is about the same sort of thing as one that is settled."""
    kind, a, b = pair.left.kind, pair.left.claim, settled.left.claim
    return pair.left.key == settled.left.key and (kind.similarity is None or kind.similarity(a, b) >= _SAME_SORT)


def of_one_past(a: Claim, b: Claim) -> bool:
    """Whether two pieces of background are of one year, and of one place as far as they name one."""
    x, y = a.scope, b.scope
    if x.time is None or y.time is None or x.time.value[:4] != y.time.value[:4]:
        return False
    return x.place == y.place or not (x.place and y.place)


@frozen(eq=False)
class Vetoed:
    """Two claims that look alike and are not about one thing, with the reason in words."""

    a: Claim
    b: Claim
    reason: str


class Rivals:
    """The facts of two crowds that are worth a look beside each other: those whose sentences share a rare word."""

    def __init__(
        self, left: Profile, lefts: Sequence[FactCluster], right: Profile, rights: Sequence[FactCluster]
    ) -> None:
        self._left = left
        self._index: dict[str, list[int]] = {}
        self._rights = rights
        for index, fact in enumerate(rights):
            for lemma in _lemmas(right, fact):
                self._index.setdefault(lemma, []).append(index)
        counts = Counter(lemma for fact in lefts for lemma in _lemmas(left, fact))
        # Rare in both, so that the swapped comparison looks at the same pairs.
        self._index = {lemma: own for lemma, own in self._index.items() if max(len(own), counts[lemma]) <= _RARE}

    def of(self, fact: FactCluster) -> list[FactCluster]:
        """Return the right facts whose sentences share a rare word with that of a left one, in order."""
        found = {index for lemma in _lemmas(self._left, fact) for index in self._index.get(lemma, ())}
        return [self._rights[index] for index in sorted(found)]


def _lemmas(side: Profile, fact: FactCluster) -> frozenset[str]:
    home = side.home(fact.claims[0])
    return side.sentences[home].lemmas if home >= 0 else frozenset()
