"""Crowds: articles with so many facts of one sort that each cannot be held against each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

from newsdiff.alignment.profile import FactCluster, Profile
from newsdiff.nouns.kinds import ClaimKind

# Pairs of facts up to which each is held against each, and the facts of a crowd that are gone through pair by pair:
# where a table of results begins. A guess that keeps two such tables under some seconds.
_MANY, _MOST = 60_000, 250
# Facts of a crowd that may share a word which still counts as rare.
_RARE = 24


class Crowd:
    """Which facts of two articles are held against each other; remembers where that were not all."""

    def __init__(self) -> None:
        self.kinds: set[str] = set()
        """Kinds with so many facts that not each was held against each."""

    def pairs(self, kind: ClaimKind, left: Profile, right: Profile) -> Iterator[tuple[FactCluster, FactCluster]]:
        """Yield the facts of one key: each with each, or of a crowd those whose sentences share a rare word."""
        theirs = by_key(right.facts(kind))
        for key, lefts in by_key(left.facts(kind)).items():
            rights = theirs.get(key, [])
            if len(lefts) * len(rights) <= _MANY:
                yield from ((one, two) for one in lefts for two in rights)
                continue
            self.kinds.add(kind.name)
            rivals = _Rivals(left, lefts, right, rights)
            yield from ((one, two) for one in lefts for two in rivals.of(one))

    def few(
        self, kind: ClaimKind, left: Profile, right: Profile
    ) -> tuple[Sequence[FactCluster], Sequence[FactCluster]]:
        """Return the facts of both sides, of two crowds the first ones."""
        lefts, rights = left.facts(kind), right.facts(kind)
        if len(lefts) * len(rights) <= _MANY:
            return lefts, rights
        self.kinds.add(kind.name)
        return lefts[:_MOST], rights[:_MOST]


def by_key(facts: Iterable[FactCluster]) -> dict[Hashable, list[FactCluster]]:
    """Return facts by what they can be compared with."""
    keyed: dict[Hashable, list[FactCluster]] = {}
    for fact in facts:
        keyed.setdefault(fact.key, []).append(fact)
    return keyed


class _Rivals:
    """The facts of two crowds that are worth a look beside each other: those whose sentences share a rare word."""

    def __init__(
        self, left: Profile, lefts: Sequence[FactCluster], right: Profile, rights: Sequence[FactCluster]
    ) -> None:
        self._left, self._rights = left, rights
        index: dict[str, list[int]] = {}
        for at, fact in enumerate(rights):
            for lemma in _lemmas(right, fact):
                index.setdefault(lemma, []).append(at)
        counts = Counter(lemma for fact in lefts for lemma in _lemmas(left, fact))
        # Rare in both, so that the swapped comparison looks at the same pairs.
        self._index = {lemma: own for lemma, own in index.items() if max(len(own), counts[lemma]) <= _RARE}

    def of(self, fact: FactCluster) -> list[FactCluster]:
        """Return the right facts whose sentences share a rare word with that of a left one, in order."""
        found = {at for lemma in _lemmas(self._left, fact) for at in self._index.get(lemma, ())}
        return [self._rights[at] for at in sorted(found)]


def _lemmas(side: Profile, fact: FactCluster) -> frozenset[str]:
    home = side.home(fact.claims[0])
    return side.sentences[home].lemmas if home >= 0 else frozenset()
