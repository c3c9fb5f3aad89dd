"""A profile: what the engine needs to know of one article to compare it, derived once and kept with the extraction."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Sequence
from functools import cached_property

import regex
from attrs import frozen

from newsdiff.alignment.likeness import Likeness, Sentence, counted
from newsdiff.extraction.scope import clash, elsewhere
from newsdiff.language import places
from newsdiff.language.words import content_lemmas
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.kinds import ClaimKind, Verdict
from newsdiff.page.document import Document

_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}’'-]*\p{L}")
# Repeats of one fact inside an article are surely about the same thing; alignment across articles asks for less.
_SAME_FACT = 0.8
# Cosine at which two sentences certainly report one thing; paraphrases in news seldom share more.
_FULL_LIKENESS = 0.5
_ELSEWHERE = 0.7
_ONE_FACT = ("agree", "compatible", "variation")
# Mentions that a further one is checked against; later ones only repeat them.
_ENOUGH = 4
# Facts of one key that a claim is held against, the last ones first: only tables have more, and they must not cost n².
_NEAR = 100
# Likeness at which two sentences of one article with two values contradict each other; below, they speak of two things.
_SAME_SENTENCE = 0.5
_PART = 0.8


def score(
    kind: ClaimKind,
    a: Claim,
    b: Claim,
    likeness: float,
    *,
    apart: bool = False,
    similarity: float | None = None,
    least: float = 0.0,
) -> float:
    """Return how sure it is that *a* and *b* are about one thing, 0 to 1; 0 where the kind or the scopes veto.

    *apart* says that they are of two places; *similarity* is what the kind says of the two, where that is known.
    Where less than *least* must come out, the rest is not asked for and the answer may be 0.
    """
    share = context_share(kind)
    context = share * min(1.0, likeness / _FULL_LIKENESS)
    if (1 - share) + context < least:
        return 0.0
    if similarity is None:
        similarity = kind.similarity(a, b) if kind.similarity else 1.0
    found = (1 - share) * similarity + context
    if similarity <= 0 or found < least or (kind.scoped and clash(a.scope, b.scope)):
        return 0.0
    if kind.scoped and apart:
        found *= _ELSEWHERE
    if (a.scope.part == "part") != (b.scope.part == "part"):
        found *= _PART
    return found


def context_share(kind: ClaimKind) -> float:
    """Return how much the context decides: all of it where the kind cannot say what its claims are of."""
    return kind.context if kind.similarity else 1.0


@frozen(eq=False)
class FactCluster:
    """One fact of an article: the claims that repeat it, and the one that stands for them."""

    kind: ClaimKind
    key: Hashable
    claims: tuple[Claim, ...]
    claim: Claim


class _Homes(dict[int, int]):
    """Sentences by place, found on first use: asked for so often that a look-up must do."""

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile

    def __missing__(self, at: int) -> int:
        found = self[at] = bisect_right(self._profile.starts, at) - 1
        return found


class Profile:
    """Sentences and facts of one extraction."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.article = extraction.article
        self.document = Document.of(extraction)
        self._facts: dict[str, tuple[FactCluster, ...]] = {}
        self.homes = _Homes(self)
        """Where a claim starts, to the index of its sentence; -1 outside the running text."""
        self._rows: dict[str, dict[int, list[Claim]]] = {}
        self._disputes: dict[str, list[tuple[Claim, Claim]]] = {}

    @classmethod
    def of(cls, extraction: Extraction) -> Profile:
        """Return the extraction's profile, made on first use."""
        return extraction.derived(cls)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The article's sentences, headline first."""
        text = self.article.text
        return tuple(
            Sentence(index, span, frozenset(content_lemmas(span.of(text))))
            for index, span in enumerate(self.document.sentences)
        )

    @cached_property
    def starts(self) -> list[int]:
        """Where each sentence starts."""
        return [sentence.span.start for sentence in self.sentences]

    def home(self, claim: Claim) -> int:
        """Return the index of the sentence that holds *claim*; -1 outside the running text."""
        return self.homes[claim.span.start]

    def leads(self, claim: Claim) -> bool:
        """Tell whether *claim* stands in the headline or the first sentences."""
        index = self.home(claim)
        return index >= 0 and self.sentences[index].lead

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many sentences each lemma stands."""
        return counted(self.sentences)

    @cached_property
    def names(self) -> frozenset[str]:
        """Lemmas of capitalised words inside sentences."""
        text, spans = self.article.text, self.document.sentences
        words = {name for span in spans for name in _NAME.findall(text, span.start + 1, span.end)}
        return frozenset(content_lemmas(" ".join(words)))

    @cached_property
    def places(self) -> frozenset[str]:
        """Places that the article names."""
        return frozenset(name for _, name in self.document.places)

    @cached_property
    def nested(self) -> frozenset[tuple[str, str]]:
        """Pairs of places of which the article says that the first lies in the second."""
        return places.nested(self.article.text, self.document.places)

    @cached_property
    def length(self) -> int:
        """Length of the running text in content words."""
        return sum(len(sentence.lemmas) for sentence in self.sentences)

    @cached_property
    def likeness(self) -> Likeness:
        """How alike the article's own sentences are."""
        return Likeness(self.sentences, self.sentences, self.counts, self.names)

    def facts(self, kind: ClaimKind) -> tuple[FactCluster, ...]:
        """Return the article's facts of one kind, repeats merged, by place."""
        if kind.name not in self._facts:
            self._facts[kind.name] = tuple(self._merged(kind))
        return self._facts[kind.name]

    def _merged(self, kind: ClaimKind) -> list[FactCluster]:
        clusters: dict[Hashable, list[list[Claim]]] = {}
        found_claims = self.extraction.of(kind.name)
        last: Claim | None = None
        last_key: Hashable = None
        for claim in (part for whole in found_claims for part in kind.parts(whole)) if kind.parts else found_claims:
            key = kind.key(claim) if kind.key else ""
            if claim.scope.status == "reported" or key is None or self._restates(kind, last, claim, last_key == key):
                continue
            last, last_key = claim, key
            rows = clusters.setdefault(key, [])
            near = rows[-_NEAR:]
            home = next((row for row in near if self._repeats(kind, row[0], claim) and _fits(kind, row, claim)), None)
            if home is None:
                rows.append([claim])
            else:
                home.append(claim)
        found = [
            FactCluster(kind, key, tuple(row), representative(kind, row))
            for key, rows in clusters.items()
            for row in rows
        ]
        return sorted(found, key=lambda cluster: _by_place(cluster.claims[0]))

    def row(self, kind: ClaimKind, sentence: int) -> list[Claim]:
        """Return the claims of one kind that stand in a sentence, by place."""
        if kind.name not in self._rows:
            rows = self._rows[kind.name] = {}
            for claim in sorted((claim for fact in self.facts(kind) for claim in fact.claims), key=_by_place):
                rows.setdefault(self.home(claim), []).append(claim)
        return self._rows[kind.name].get(sentence, [])

    def contradictions(self, kind: ClaimKind) -> list[tuple[Claim, Claim]]:
        """Return pairs of facts about one thing with two values: there the article contradicts itself."""
        if kind.name not in self._disputes:
            self._disputes[kind.name] = self._contradictions(kind)
        return self._disputes[kind.name]

    def crowded(self, kind: ClaimKind) -> bool:
        """Tell whether there are more facts of one sort than are held against each other inside the article."""
        return max(Counter(fact.key for fact in self.facts(kind)).values(), default=0) > _NEAR

    def _contradictions(self, kind: ClaimKind) -> list[tuple[Claim, Claim]]:
        firsts = [(fact.key, fact.claims[0], self.home(fact.claims[0])) for fact in self.facts(kind)]
        return [
            (a, b)
            for index, (key, a, one) in enumerate(firsts)
            for other, b, two in firsts[index + 1 : index + 1 + _NEAR]
            if key == other
            and one != two
            and self.likeness.of(one, two) >= _SAME_SENTENCE
            and self._repeats(kind, a, b)
        ]

    def _restates(self, kind: ClaimKind, before: Claim | None, claim: Claim, same_key: bool) -> bool:
        """Whether *claim* says in brackets again what stands before it: "10 kilometres (six miles)".

        What cannot be compared with it, as another currency, is a fact of its own.
        """
        if before is None or not same_key or not 0 <= claim.span.start - before.span.end <= 2:
            return False
        if self.article.text[before.span.end : claim.span.start].strip() != "(":
            return False
        return compared(kind, before, claim).relation != "incomparable"

    def _repeats(self, kind: ClaimKind, first: Claim, claim: Claim) -> bool:
        if first.scope.part != claim.scope.part:
            return False
        likeness, similarity = 1.0, None
        if kind.similarity is None or kind.context >= 1:
            likeness = self.likeness.of(self.home(first), self.home(claim))
        else:
            similarity = kind.similarity(first, claim)
            if similarity < _SAME_FACT:
                return False
        # Two places may still make two facts of it.
        apart = elsewhere(first.scope, claim.scope)
        found = score(kind, first, claim, likeness, apart=apart, similarity=similarity, least=_SAME_FACT)
        return found >= _SAME_FACT


def _by_place(claim: Claim) -> tuple[int, int]:
    return claim.span.start, claim.span.end  # spans themselves compare four times slower


def compared(kind: ClaimKind, a: Claim, b: Claim) -> Verdict:
    """Return the kind's verdict on two claims; by default equal values agree and others conflict."""
    if kind.compare:
        return kind.compare(a, b)
    return Verdict("agree" if a.value == b.value else "conflict")


def _fits(kind: ClaimKind, row: Sequence[Claim], claim: Claim) -> bool:
    """Whether *claim* can be one more mention of a fact: another value is another fact, or a contradiction."""
    return all(compared(kind, other, claim).relation in _ONE_FACT for other in row[:_ENOUGH])


def representative(kind: ClaimKind, claims: Sequence[Claim]) -> Claim:
    """Return the claim that stands for repeats of one fact."""
    return kind.merge(claims) if kind.merge and len(claims) > 1 else claims[0]
