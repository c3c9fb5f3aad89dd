"""Alignment: which facts of two articles are about the same thing.

Comparing values is easy; knowing that two values are values of one thing is not. The evidence is the kind's own
similarity, the likeness of the sentences around the claims, and the scopes, which can veto. Facts are assigned one to
one, best first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import product

from newsdiff.alignment.likeness import Likeness
from newsdiff.alignment.maindate import main_dates, not_yet, of_one_day
from newsdiff.alignment.opinions import Opinions, Table
from newsdiff.alignment.pairs import Pair, Rivals, Vetoed, best_first, differ, of_one_past, rivals
from newsdiff.alignment.profile import FactCluster, Profile, compared, context_share, score
from newsdiff.alignment.sums import added_up, exact_figure, one_more, same_figure
from newsdiff.extraction.scope import clash, elsewhere
from newsdiff.language.stages import two_stages
from newsdiff.language.words import content_lemmas
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.kinds import ClaimKind
from newsdiff.nouns.values import Timex
from newsdiff.page.excerpt import excerpt

CUTOFF = 0.5
# What two leads add to the rank of a pair (not to its score).
_LEADS = 0.1
# Mentions of a fact that are tried against each other: the first say it all, and a cap keeps long articles linear.
_MENTIONS = 6
# The same for names and labels, which articles repeat most, and of which any mention may be the telling one.
_NAMINGS = 12
# Cosine from which a reader may take two sentences for reports of one thing, so that a veto is worth an entry.
_LOOKS_ALIKE = 0.25
_ALIKE_AT_ALL = 0.1
# How much more alike sentences must be where the values leave it open what they are of.
_DOUBT = 0.35
_LIKE_CLAUSES = 0.3
# How far the words around a mention reach, in code points.
_AROUND = 60
_OPENING = 2
# TIMEX3 of a day, or of a part of one.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Cosine from which two sentences surely tell one thing.
_ONE_SENTENCE = 0.5
_ALIKE_BACKGROUND = 0.6
_ALIKE_HISTORY = 0.2
_ALIKE_PARTS = 0.4
_TOO_LITTLE = "the sentences around them have too little in common to say that both are of one thing"
_TWO_DAYS = "each lead names a day that the other article does not know, and they may tell of two things"
# Pairs of facts up to which each is held against each, and the facts of a crowd that are gone through pair by pair.
_MANY, _MOST = 60_000, 250
# Kinds whose similarity alone says little.
_NEEDS_CONTEXT = 0.3
# A kind that takes no more of its evidence from the context is one whose wordings a language model can judge.
_WORDS_DECIDE = 0.2


def _same(kind: ClaimKind, a: Claim, b: Claim) -> bool:
    """Whether two claims give one value of what may be one thing."""
    if kind.similarity is None or a.scope.background != b.scope.background or kind.similarity(a, b) < CUTOFF:
        return False
    return compared(kind, a, b).relation == "agree"


Reversed = Callable[[Profile, Claim, Profile, Claim], bool]


class Alignment:
    """The aligned facts of two articles.

    *reversed_between* tells whether the clauses around two claims say opposite things, as ``newsdiff.statements`` does.
    """

    def __init__(
        self, left: Profile, right: Profile, opinions: Opinions | None = None, *, reversed_between: Reversed
    ) -> None:
        self.left, self.right, self.opinions = left, right, opinions or None
        self._reversed = reversed_between
        counts = left.counts.copy()
        counts.update(right.counts)
        self.likeness = Likeness(left.sentences, right.sentences, counts, left.names | right.names)
        self._held: dict[str, list[tuple[Pair, str]]] = {}
        self.crowded: set[str] = set()
        """Kinds with so many facts that not each was held against each."""

    def like(self, a: Claim, b: Claim) -> float:
        """Return how alike the sentences of two claims are."""
        left, right = self.left.homes[a.span.start], self.right.homes[b.span.start]
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

    def _wordings(self, kind: ClaimKind) -> dict[tuple[int, int], float]:
        """What plugins say of the words of two claims (by identity), for a kind whose words decide."""
        if self.opinions is None or context_share(kind) > _WORDS_DECIDE:
            return {}
        sides = [[claim for fact in side.facts(kind) for claim in fact.claims] for side in (self.left, self.right)]
        left, right = (tuple(claim.surface for claim in side) for side in sides)
        table = self.opinions.table(left, right)
        if table is None:
            return {}
        return {(id(a), id(b)): table[i][j] for i, a in enumerate(sides[0]) for j, b in enumerate(sides[1])}

    def pairs(self, kind: ClaimKind) -> list[Pair]:
        """Return the aligned facts of one kind, one to one, surest first.

        Values that differ need more evidence than values that agree: most alarms about facts without any context in
        common, about background, or about a second fact of a sort that is settled already, are false.
        """
        used: set[int] = set()
        found: list[Pair] = []
        for pair in best_first(self._candidates(kind), lambda it: id(it.left) in used or id(it.right) in used):
            if not pair.agree and (reason := self._explained(kind, pair)):
                self._held.setdefault(kind.name, []).append((pair, reason))
                continue
            if not pair.agree and context_share(kind) >= _NEEDS_CONTEXT and not self._alike(pair, found):
                self._held.setdefault(kind.name, []).append((pair, _TOO_LITTLE))
                continue
            used.update((id(pair.left), id(pair.right)))
            found.append(pair)
        if kind.type is Timex and (days := main_dates(kind, self.left, self.right)) is not None:
            one, two = days
            self._held.setdefault(kind.name, []).append((Pair(one, two, CUTOFF, one.claim, two.claim), _TWO_DAYS))
        return found if kind.scoped else [*found, *self._anew(kind, found)]

    def _anew(self, kind: ClaimKind, found: list[Pair]) -> Iterator[Pair]:
        """Yield further pairs of facts: those with mentions that stand for each other in sentences that are alike."""
        taken = {(id(pair.left), id(pair.right)) for pair in found}
        used: set[int] = set()
        for pair in best_first(self._mentions(kind), lambda it: id(it.a) in used or id(it.b) in used):
            used.update((id(pair.a), id(pair.b)))
            if (id(pair.left), id(pair.right)) not in taken:
                taken.add((id(pair.left), id(pair.right)))
                yield pair

    def _crowds(self, kind: ClaimKind, by_key: dict[Hashable, list[FactCluster]]) -> dict[Hashable, Rivals]:
        """Return what to compare where there are too many facts of one key to hold each against each."""
        crowds = {}
        for key, lefts in _by_key(self.left.facts(kind)).items():
            rights = by_key.get(key, [])
            if len(lefts) * len(rights) > _MANY:
                self.crowded.add(kind.name)
                crowds[key] = Rivals(self.left, lefts, self.right, rights)
        return crowds

    def _few(self, kind: ClaimKind) -> tuple[Sequence[FactCluster], Sequence[FactCluster]]:
        """Return the facts of both sides, of two crowds the first ones."""
        lefts, rights = self.left.facts(kind), self.right.facts(kind)
        if len(lefts) * len(rights) <= _MANY:
            return lefts, rights
        self.crowded.add(kind.name)
        return lefts[:_MOST], rights[:_MOST]

    def _mentions(self, kind: ClaimKind) -> Iterator[Pair]:
        """Yield pairs of mentions in like sentences and like clauses."""
        for left, right in product(*self._few(kind)):
            if left.key != right.key:
                continue
            for a, b in product(left.claims[:_NAMINGS], right.claims[:_NAMINGS]):
                likeness = self.like(a, b)
                if likeness < _LOOKS_ALIKE:
                    continue
                found = score(kind, a, b, likeness, least=CUTOFF)
                if found >= CUTOFF and self._one_clause(a, b):
                    yield Pair(left, right, found, a, b, likeness)

    def _alike(self, pair: Pair, settled: list[Pair]) -> bool:
        """Whether the sentences of a pair are alike enough to speak of a difference."""
        kind, a, b = pair.left.kind, pair.a, pair.b
        likeness = self.like(a, b)
        if "part" in (a.scope.part, b.scope.part) and likeness < _ALIKE_PARTS:
            return False  # a part does not contradict its whole, and the parts of a whole differ
        if a.scope.background:
            return likeness >= (_ALIKE_HISTORY if of_one_past(a, b) else _ALIKE_BACKGROUND)
        leading = kind.type is not Timex or of_one_day(a.value, self.left.article, b.value, self.right.article)
        if leading and self._opens(self.left, pair.left) and self._opens(self.right, pair.right):  # the main figure
            first = (it for it in settled if self._opens(self.left, it.left) and self._opens(self.right, it.right))
            if not any(rivals(pair, it) for it in first):
                return True
        if leading and self.left.leads(a) and self.right.leads(b):  # the main figure, unless that is settled
            leads = (it for it in settled if self.left.leads(it.a) or self.right.leads(it.b))
            if not any(rivals(pair, it) for it in leads):
                return True
        beside = [self._beside(pair, it) for it in settled if rivals(pair, it)]
        if beside and all(listed == (True, True) for listed in beside):
            return True  # the next figures of two lists
        doubt = _DOUBT * (1 - kind.similarity(a, b)) if kind.similarity else 0.0
        if likeness < (_LOOKS_ALIKE if beside else _ALIKE_AT_ALL + doubt):
            return False
        return all(listed in ((True, True), (False, False)) for listed in beside)

    def _explained(self, kind: ClaimKind, pair: Pair) -> str | None:
        """Say in words why two values that differ need not be two values of one thing."""
        alike = self.like(pair.a, pair.b) >= _ONE_SENTENCE
        if kind.type is Timex and not_yet(pair.a, self.left.article, pair.b, self.right.article, alike=alike):
            return "one article was published before the day of which the other tells"
        if kind.type is Timex and self._reversed(self.left, pair.a, self.right, pair.b):
            return "the one dates what the other says has been turned round"
        reason = self._sum(kind, pair) or self._both_known(kind, pair)
        if reason is None and kind.similarity and context_share(kind) >= _NEEDS_CONTEXT:
            left, right = _sentence(self.left, pair.a), _sentence(self.right, pair.b)
            return self._days(kind, pair) or two_stages(left, right) or one_more(left, pair.a, right, pair.b)
        return reason

    def _days(self, kind: ClaimKind, pair: Pair) -> str | None:
        """Say in words that two values are of two days, where one article has figures of both."""
        one, two = pair.a.scope.time, pair.b.scope.time
        if (
            one is None
            or two is None
            or one.value == two.value
            or not (_DAY.match(one.value) and _DAY.match(two.value))
        ):
            return None
        for side, time in ((self.left, two), (self.right, one)):
            if any(claim.scope.time == time for claim in side.extraction.of(kind.name)):
                return f"{side.article.name} has figures of both days"
        return None

    def _both_known(self, kind: ClaimKind, pair: Pair) -> str | None:
        """Say in words that one article gives both values, side by side: 35,000 by the police, 120,000 by the union."""
        for claim, other, side in ((pair.a, pair.b, self.right), (pair.b, pair.a, self.left)):
            home = side.home(other)
            for near in (*side.row(kind, home), *side.row(kind, home + 1)):
                if near is not other and _same(kind, claim, near):
                    return f"{side.article.name} has “{excerpt(near.surface)}”, too"
            claims = side.extraction.of(kind.name)
            beside = (it for it in claims if it is not other and side.home(it) == home)
            if (same := exact_figure(claim, claims) or same_figure(claim, beside)) is not None:
                return f"{side.article.name} has “{excerpt(same.surface)}”, too"
        return None

    def _sum(self, kind: ClaimKind, pair: Pair) -> str | None:
        """Say in words that one value is the sum of the figures beside the other."""
        a, b = pair.a, pair.b
        return added_up(kind, self.left, a, b) or added_up(kind, self.right, b, a)

    @staticmethod
    def _opens(side: Profile, fact: FactCluster) -> bool:
        """Whether a fact stands in the headline or the first sentence."""
        return any(0 <= side.home(claim) < _OPENING for claim in fact.claims)

    def _beside(self, pair: Pair, settled: Pair) -> tuple[bool, bool]:
        """Whether each side of a pair stands in one sentence with a settled pair of its sort.

        "7.6 and 7.4" against "7.6 and 7.5" differ in the second quake; "7.6 and 7.4" against "7.6" do not differ.
        """
        left, right = self.left.home, self.right.home
        return left(pair.a) == left(settled.a), right(pair.b) == right(settled.b)

    def _one_clause(self, a: Claim, b: Claim) -> bool:
        """Whether two claims stand among words that are alike enough, besides their own, to say one thing."""
        own = {*content_lemmas(a.surface), *content_lemmas(b.surface)}
        one, two = (
            {*content_lemmas(side.article.text[max(0, claim.span.start - _AROUND) : claim.span.end + _AROUND])} - own
            for side, claim in ((self.left, a), (self.right, b))
        )
        return len(one & two) >= max(2.0, _LIKE_CLAUSES * min(len(one), len(two)))

    def _candidates(self, kind: ClaimKind) -> Iterator[Pair]:
        by_key = _by_key(self.right.facts(kind))
        wordings = self._wordings(kind)
        # Whatever rules out more is asked first: the values, or the sentences where these decide alone.
        values_first = kind.similarity if not wordings and context_share(kind) < 1 else None
        crowds = self._crowds(kind, by_key)
        for left in self.left.facts(kind):
            crowd = crowds.get(left.key)
            for right in crowd.of(left) if crowd else by_key.get(left.key, ()):
                similarity = values_first(left.claim, right.claim) if values_first else None
                if similarity is not None and similarity <= 0:
                    continue
                pair = self._best(kind, left, right, wordings, similarity)
                if pair and (wordings or values_first or not differ(kind, left, right)):
                    yield pair

    def _best(
        self,
        kind: ClaimKind,
        left: FactCluster,
        right: FactCluster,
        wordings: dict[tuple[int, int], float],
        standing: float | None,
    ) -> Pair | None:
        """Return the two mentions that are most surely of one thing, if that is sure enough.

        *standing* is how alike the two claims are that stand for the facts, where that is known.
        """
        best: tuple[float, Claim, Claim] | None = None
        least = CUTOFF
        for a, b in product(left.claims[:_MENTIONS], right.claims[:_MENTIONS]):
            similarity = standing if a is left.claim and b is right.claim else None
            if wordings and kind.similarity:
                similarity = max(kind.similarity(a, b), wordings[id(a), id(b)])
            likeness = self.like(a, b)
            found = score(kind, a, b, likeness, similarity=similarity, least=least)
            if found >= least and self._apart(a, b):
                found = score(kind, a, b, likeness, apart=True, similarity=similarity)
            found = min(1.0, found)
            if found >= least and (best is None or found > best[0]):
                best, least = (found, a, b), found
        if best is None:
            return None
        found, a, b = best
        return Pair(left, right, found, a, b, found + _LEADS * (self.left.leads(a) and self.right.leads(b)))

    def _apart(self, a: Claim, b: Claim) -> bool:
        """Whether two claims are of two places, and not of one that the articles name at two levels.

        Two places tell claims apart where both articles name both and neither says that one lies in the other, or
        where the articles have no place in common.
        """
        if not elsewhere(a.scope, b.scope):
            return False
        x, y = a.scope.place, b.scope.place
        if x in self.right.places and y in self.left.places:
            return {(x, y), (y, x)}.isdisjoint(self.left.nested | self.right.nested)
        return not self.left.places & self.right.places

    def vetoed(self, kind: ClaimKind, taken: set[int]) -> Iterator[Vetoed]:
        """Yield pairs that a scope, a sum or a lack of evidence keeps apart, for audit: one a fact."""
        if not kind.scoped:
            return
        seen: set[int] = set()
        for pair, why in self._held.get(kind.name, ()):
            ids = {id(pair.left), id(pair.right)}
            if ids.isdisjoint(seen | taken):
                seen |= ids
                yield Vetoed(pair.a, pair.b, why)
        lefts, rights = self._few(kind)
        rights = [fact for fact in rights if id(fact) not in taken]
        for left in lefts:
            if id(left) in taken:
                continue
            for right in rights:
                if (
                    left.key != right.key
                    or self.like(left.claim, right.claim) < _LOOKS_ALIKE
                    or not seen.isdisjoint((id(left), id(right)))
                ):
                    continue
                reason = clash(left.claim.scope, right.claim.scope)
                if reason and (kind.similarity is None or kind.similarity(left.claim, right.claim) >= CUTOFF):
                    yield Vetoed(left.claim, right.claim, reason)


def _sentence(side: Profile, claim: Claim) -> str:
    at = side.home(claim)
    return side.sentences[at].span.of(side.article.text) if at >= 0 else ""


def _by_key(facts: Iterable[FactCluster]) -> dict[Hashable, list[FactCluster]]:
    keyed: dict[Hashable, list[FactCluster]] = {}
    for fact in facts:
        keyed.setdefault(fact.key, []).append(fact)
    return keyed
