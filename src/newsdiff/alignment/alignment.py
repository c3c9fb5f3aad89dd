"""Alignment: which facts of two articles are about the same thing, and how sure that is.

Comparing values is easy; knowing that two values are values of one thing is not. For most kinds the evidence is what
stands around the claims (``alignment.features``), weighed by fitted weights. A kind whose words decide, as those of a
quotation do, says itself how alike two of its claims are. Facts are assigned one to one, for the best total.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cached_property
from itertools import product

from attrs import frozen

from newsdiff.alignment.assignment import assigned
from newsdiff.alignment.candidates import Candidate, candidates, names_of
from newsdiff.alignment.crowds import Crowd, by_key
from newsdiff.alignment.evidence import Context, Pair
from newsdiff.alignment.likeness import Likeness
from newsdiff.alignment.opinions import Opinions, Table
from newsdiff.alignment.profile import FactCluster, Profile, compared, score
from newsdiff.alignment.views import Views
from newsdiff.alignment.weights import Weights, chance
from newsdiff.extraction.scope import clash
from newsdiff.language.words import content_lemmas
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.kinds import ClaimKind, Verdict

AGREEING = ("agree", "compatible")
CUTOFF = 0.5
"""How alike two claims must be, where the kind itself says how alike they are."""
# Evidence below which a pair is not worth a look: one in fifty is of one thing.
_LEAST = math.log(0.02 / 0.98)
# What values that agree, or differ in precision only, add to the log-odds of a pair when facts are assigned; of 0, 1, 2
# and 3, tried in folds by event, 1 and 2 ranked real differences alike; 2 takes the other value of an article that
# contradicts itself (decision 44).
_EQUAL = 2.0
# What each factor of e between two values takes away: figures that really differ lie a factor of 1.5 to 1.8 apart on
# average, others one of 5 (differences that readers judged). Of .5 and 1, .5 ranked better in folds; the cap, twenty,
# is a guess.
_DISTANCE, _FARTHEST = 0.5, 3.0
# From which log-odds on values that agree are called an agreement. A guess.
_AGREED = -2.0
# What equal values, and two leads, add where the kind says how alike claims are.
_SAME_WORDS, _LEADS = 0.2, 0.1
# Mentions of a fact that are tried against each other: the first say it all, and a cap keeps long articles linear.
_MENTIONS = 6
# The same for names and labels, which articles repeat most, and of which any mention may be the telling one.
_NAMINGS = 12
# Cosine from which a reader may take two sentences for reports of one thing, so that a veto is worth an entry.
_LOOKS_ALIKE = 0.25
_LIKE_CLAUSES = 0.3
# How far the words around a mention reach, in code points.
_AROUND = 60
# A kind that takes no more of its evidence from the context is one whose words decide.
WORDS_DECIDE = 0.2


def words_decide(kind: ClaimKind) -> bool:
    """Tell whether a kind says itself how alike two claims are, so that nothing is weighed: quotations, groups."""
    return not kind.scoped or (kind.similarity is not None and kind.context <= WORDS_DECIDE) or kind.context == 0


@frozen(eq=False)
class Aligned:
    """Two facts that may be one thing, the two mentions that show it best, and what was measured of them."""

    left: FactCluster
    right: FactCluster
    a: Claim
    b: Claim
    logit: float
    """Log-odds that both are of one thing."""
    verdict: Verdict
    """What the kind says of the claims that stand for the two facts."""
    candidate: Candidate | None = None
    """What was measured, where evidence was weighed."""

    @property
    def score(self) -> float:
        """The probability that both are of one thing."""
        return chance(self.logit)

    @property
    def agree(self) -> bool:
        """Whether the facts agree."""
        return self.verdict.relation in AGREEING


@frozen(eq=False)
class Vetoed:
    """Two claims that look alike and are not about one thing, with the reason in words."""

    a: Claim
    b: Claim
    reason: str


class Alignment:
    """The aligned facts of two articles."""

    def __init__(self, left: Profile, right: Profile, weights: Weights, opinions: Opinions | None = None) -> None:
        self.left, self.right, self.weights, self.opinions = left, right, weights, opinions or None
        counts = left.counts.copy()
        counts.update(right.counts)
        self.likeness = Likeness(left.sentences, right.sentences, counts, left.names | right.names)
        self.context = Context(left, right, self._alike)
        self.crowd = Crowd()

    @property
    def crowded(self) -> set[str]:
        """Kinds with so many facts that not each was held against each."""
        return self.crowd.kinds

    def like(self, a: Claim, b: Claim) -> float:
        """Return how alike the sentences of two claims are."""
        return self._alike(self.left.homes[a.span.start], self.right.homes[b.span.start])

    def _alike(self, left: int, right: int) -> float:
        own = self.likeness.of(left, right)
        return max(own, self._sentences[left][right]) if self._sentences and left >= 0 and right >= 0 else own

    @cached_property
    def _sentences(self) -> Table | None:
        """What plugins say of the sentences of the two articles."""
        if self.opinions is None:
            return None
        texts = [
            tuple(sentence.span.of(side.article.text) for sentence in side.sentences)
            for side in (self.left, self.right)
        ]
        return self.opinions.table(*texts)

    def pair(self, kind: ClaimKind, a: Claim, b: Claim) -> Pair:
        """Return two claims side by side, as features and doubts see them."""
        return Pair(self.context, Views.of(self.left).view(kind, a), Views.of(self.right).view(kind, b))

    def pairs(self, kind: ClaimKind) -> list[Aligned]:
        """Return the aligned facts of one kind, one to one, for the best total, surest first."""
        found = self._by_words(kind) if words_decide(kind) else self._by_evidence(kind)
        return sorted(found, key=lambda it: (-it.logit, it.a.span, it.b.span))

    def _by_evidence(self, kind: ClaimKind) -> list[Aligned]:
        best: dict[tuple[int, int], Candidate] = {}
        for found in candidates(kind, self.context, self.weights.model(kind.name, names_of(kind)), self.crowd):
            key = id(found.left), id(found.right)
            if found.logit >= _LEAST and (key not in best or found.logit > best[key].logit):
                best[key] = found
        verdicts = {key: compared(kind, it.left.claim, it.right.claim) for key, it in best.items()}
        if kind.context >= 1:  # what the kind says is about the values: whether two datings can be of one thing at all
            for key in [key for key, verdict in verdicts.items() if verdict.relation == "conflict"]:
                if kind.similarity and kind.similarity(best[key].left.claim, best[key].right.claim) <= 0:
                    del best[key], verdicts[key]
        worth = {key: it.logit - _LEAST + _plausible(verdicts[key]) for key, it in best.items()}
        taken = []
        for key in assigned(worth):
            it, verdict = best[key], verdicts[key]
            if verdict.relation in AGREEING and it.logit < _AGREED:
                continue
            a, b = it.pair.left.claim, it.pair.right.claim
            taken.append(Aligned(it.left, it.right, a, b, it.logit, verdict, it))
        return taken

    def _by_words(self, kind: ClaimKind) -> list[Aligned]:
        wordings = self._wordings(kind)
        best: dict[tuple[int, int], Aligned] = {}
        worth: dict[tuple[int, int], float] = {}
        for left, right in self.crowd.pairs(kind, self.left, self.right):
            shown = self._most_alike(kind, left, right, wordings)
            if shown is None:
                continue
            sure, a, b = shown
            verdict = compared(kind, left.claim, right.claim)
            key = id(left), id(right)
            best[key] = Aligned(left, right, a, b, _logit(sure), verdict)
            equal = verdict.relation in AGREEING and a.scope.part == b.scope.part
            worth[key] = sure + _SAME_WORDS * equal + _LEADS * (self.left.leads(a) and self.right.leads(b))
        found = [best[key] for key in assigned(worth)]
        return found if kind.scoped else [*found, *self._anew(kind, found)]

    def _most_alike(
        self, kind: ClaimKind, left: FactCluster, right: FactCluster, wordings: dict[tuple[int, int], float]
    ) -> tuple[float, Claim, Claim] | None:
        """Return the two mentions that are most alike, if that is enough, and how alike they are."""
        best: tuple[float, Claim, Claim] | None = None
        least = CUTOFF
        for a, b in product(left.claims[:_MENTIONS], right.claims[:_MENTIONS]):
            similarity = kind.similarity(a, b) if kind.similarity else None
            if similarity is not None and wordings:
                similarity = max(similarity, wordings[id(a), id(b)])
            sure = min(1.0, score(kind, a, b, self.like(a, b), similarity=similarity, least=least))
            if sure >= least and (best is None or sure > best[0]):
                best, least = (sure, a, b), sure
        return best

    def _wordings(self, kind: ClaimKind) -> dict[tuple[int, int], float]:
        """What plugins say of the words of two claims (by identity)."""
        if self.opinions is None:
            return {}
        sides = [[claim for fact in side.facts(kind) for claim in fact.claims] for side in (self.left, self.right)]
        left, right = (tuple(claim.surface for claim in side) for side in sides)
        table = self.opinions.table(left, right)
        if table is None:
            return {}
        return {(id(a), id(b)): table[i][j] for i, a in enumerate(sides[0]) for j, b in enumerate(sides[1])}

    def _anew(self, kind: ClaimKind, found: list[Aligned]) -> Iterator[Aligned]:
        """Yield further pairs of facts: those with mentions that stand for each other in sentences that are alike."""
        taken = {(id(it.left), id(it.right)) for it in found}
        used: set[int] = set()
        for sure, left, right, a, b in self._mentions(kind):
            if id(a) in used or id(b) in used:
                continue
            used.update((id(a), id(b)))
            if (id(left), id(right)) not in taken:
                taken.add((id(left), id(right)))
                yield Aligned(left, right, a, b, _logit(sure), compared(kind, left.claim, right.claim))

    def _mentions(self, kind: ClaimKind) -> list[tuple[float, FactCluster, FactCluster, Claim, Claim]]:
        """Return pairs of mentions in like sentences and like clauses, those in the most alike sentences first."""
        found = []
        for left, right in product(*self.crowd.few(kind, self.left, self.right)):
            if left.key != right.key:
                continue
            for a, b in product(left.claims[:_NAMINGS], right.claims[:_NAMINGS]):
                likeness = self.like(a, b)
                if likeness < _LOOKS_ALIKE:
                    continue
                sure = score(kind, a, b, likeness, least=CUTOFF)
                if sure >= CUTOFF and self._one_clause(a, b):
                    found.append((likeness, sure, left, right, a, b))
        found.sort(key=lambda row: (-row[0], row[4].span, row[5].span))
        return [row[1:] for row in found]

    def _one_clause(self, a: Claim, b: Claim) -> bool:
        """Whether two claims stand among words that are alike enough, besides their own, to say one thing."""
        own = {*content_lemmas(a.surface), *content_lemmas(b.surface)}
        one, two = (
            {*content_lemmas(side.article.text[max(0, claim.span.start - _AROUND) : claim.span.end + _AROUND])} - own
            for side, claim in ((self.left, a), (self.right, b))
        )
        return len(one & two) >= max(2.0, _LIKE_CLAUSES * min(len(one), len(two)))

    def vetoed(self, kind: ClaimKind, taken: set[int]) -> Iterator[Vetoed]:
        """Yield pairs that a scope keeps apart though their words are alike, for audit: one a fact."""
        if not kind.scoped or not words_decide(kind):
            return
        lefts, rights = self.crowd.few(kind, self.left, self.right)
        theirs, seen = by_key(fact for fact in rights if id(fact) not in taken), set[int]()
        for left in lefts:
            for right in theirs.get(left.key, ()) if id(left) not in taken else ():
                if not seen.isdisjoint((id(left), id(right))) or self.like(left.claim, right.claim) < _LOOKS_ALIKE:
                    continue
                reason = clash(left.claim.scope, right.claim.scope)
                if reason and (kind.similarity is None or kind.similarity(left.claim, right.claim) >= CUTOFF):
                    yield Vetoed(left.claim, right.claim, reason)


def _plausible(verdict: Verdict) -> float:
    """Return what two values add to the log-odds that they are of one thing, for the assignment alone."""
    if verdict.relation in (*AGREEING, "variation"):
        return _EQUAL
    apart = verdict.apart if verdict.apart is not None else 0.0
    return _DISTANCE * max(-_FARTHEST, math.log(max(1e-9, 1.0 - apart)))


def _logit(sure: float) -> float:
    sure = min(0.9999, max(0.0001, sure))
    return math.log(sure / (1 - sure))
