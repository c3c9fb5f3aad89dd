"""Comparison: from two aligned facts to one finding, with its importance and its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import evolve

from newsdiff.alignment.alignment import AGREEING, Aligned, Alignment, words_decide
from newsdiff.alignment.profile import Profile, compared
from newsdiff.alignment.weights import Weights
from newsdiff.comparison.doubts import doubted
from newsdiff.comparison.posterior import Posterior
from newsdiff.comparison.recency import Order, later, later_article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.kinds import ClaimKind, Judged, Verdict
from newsdiff.nouns.reports import Agreement, Discrepancy, Finding, HeldBack
from newsdiff.nouns.spans import Span
from newsdiff.page.excerpt import excerpt
from newsdiff.page.reprints import versions
from newsdiff.statements.omission import Missed

_NOUN: dict[str, type[Finding]] = {
    "agree": Agreement,
    "compatible": Agreement,
    "tension": HeldBack,
    "incomparable": HeldBack,
}

# Relations of a difference.
_TOLD = ("conflict", "variation")
# From how far apart a value that stands in one lead alone is a main one (importances of the open pairs that were read:
# of nine such figures that differ by a fifth or more six are of importance 3, of two that differ by less one).
_FAR_APART = 0.2


class Comparison:
    """Turns aligned pairs into findings."""

    def __init__(self, alignment: Alignment, weights: Weights, least: float | None = None) -> None:
        self.alignment, self.weights, self.least = alignment, weights, least
        self.left, self.right = alignment.left, alignment.right
        later_day = later_article(self.left.article, self.right.article) != 0
        self.posterior = Posterior(alignment, weights, later=later_day)
        self.measures: dict[int, Mapping[str, float]] = {}
        """What was measured of each finding, by its identity."""
        self.told: tuple[list[Span], list[Span]] = ([], [])
        """Where each article tells something that the other tells too."""
        self._omissions: dict[int, Missed] = {}

    def overall(self, kind: ClaimKind) -> Iterable[Judged]:
        """Return what all claims of one kind on both sides show together."""
        left, right = (side.extraction.of(kind.name) for side in (self.left, self.right))
        return kind.overall(left, right, self.alignment.like) if kind.overall else ()

    def settled(self, kind: ClaimKind, pair: Aligned) -> tuple[Claim, Claim, Verdict]:
        """Return the verdict on two facts and the mentions that decide: agreement of any two wins.

        These are the most precise ones, or the best aligned ones where they say the same.
        """
        precise = pair.verdict
        standing = pair.a is pair.left.claim and pair.b is pair.right.claim
        verdict = precise if standing else compared(kind, pair.a, pair.b)
        if verdict.relation in AGREEING:
            return pair.a, pair.b, verdict
        if verdict.relation == precise.relation and kind.scoped:
            return pair.a, pair.b, verdict
        return pair.left.claim, pair.right.claim, precise

    def judged(self, kind: ClaimKind, found: Judged, aligned: Aligned | None = None) -> Finding:
        """Return a verdict on two claims of one kind as a finding; doubts and too little evidence hold it back."""
        a, b, verdict, sure = found
        if verdict.relation in _TOLD and not words_decide(kind):
            reason = doubted(kind, self.alignment.pair(kind, a, b), self.left, self.right)
            if reason is not None:
                verdict = Verdict("incomparable", verdict.kind or f"{kind.name}-conflict", reason)
        measures = self.posterior.measured(kind, aligned, a, b, verdict, sure)
        return self.stated(kind.name, a, b, verdict, sure, measures, kind)

    def stated(
        self,
        kind: str,
        a: Claim,
        b: Claim,
        verdict: Verdict,
        alignment: float,
        measures: Mapping[str, float],
        known: ClaimKind | None = None,
        *,
        likely: tuple[float, float] | None = None,
    ) -> Finding:
        """Return *verdict* on two claims as a finding with importance, confidence and a sentence.

        *measures* tell whether a difference is real, or *likely* says it: the probability, and that from which it is
        shown. What is not sure enough is held back.
        """
        relation: str = verdict.relation
        order = self._order(a, b, verdict)
        if (relation in _TOLD and self.versions) or (relation == "conflict" and verdict.moves and order):
            relation = "update"
        name = kind if relation in AGREEING else verdict.kind or f"{kind}-conflict"
        confidence = alignment * a.confidence * b.confidence
        least = self.weights.threshold(name)
        if likely is not None:
            confidence, least = likely
        elif relation not in AGREEING:
            confidence = self.posterior.confidence(name, measures)
        least = least if self.least is None else self.least
        reason = self._reason(a, b, verdict, relation, order)
        noun = _NOUN.get(relation, Discrepancy)
        if noun is Discrepancy and confidence < least:
            noun = HeldBack
            why = ", ".join(self.posterior.reasons(name, measures, known)) if measures else ""
            reason = f"{reason[:-1]} – but not sure enough to be shown ({confidence:.0%}){': ' if why else ''}{why}."
        found = noun(
            kind=name,
            relation=relation,
            left=a,
            right=b,
            importance=self._importance(relation, a, b, verdict),
            confidence=round(confidence, 4),
            reason=reason,
            alignment=round(alignment, 4),
            extraction=round(a.confidence * b.confidence, 4),
            edits=verdict.edits,
        )
        self.measures[id(found)] = measures
        return found

    @cached_property
    def versions(self) -> bool:
        """Whether the articles are two versions of one: then every change is an update."""
        return versions(self.left.article, self.right.article)

    def _order(self, a: Claim, b: Claim, verdict: Verdict) -> Order:
        """Tell which side is the later one, as far as that matters for a verdict."""
        if verdict.relation == "conflict" and verdict.moves:
            return later(self.left, a, self.right, b)
        return later_article(self.left.article, self.right.article) if self.versions else 0

    def _importance(self, relation: str, a: Claim, b: Claim, verdict: Verdict) -> int:
        if verdict.importance:
            return verdict.importance
        grave = {"conflict": 2, "update": 2, "variation": 1}.get(relation, 1)
        leads = self.left.leads(a) + self.right.leads(b)
        hardly = verdict.apart is not None and verdict.apart < _FAR_APART
        return min(3, grave + (leads > hardly))  # what hardly differs must stand in both leads to be the main figure

    def _names(self, order: Order) -> tuple[str, str]:
        """Return how reasons call the two articles."""
        if not self.versions:
            return self.left.article.name, self.right.article.name
        names = {1: ("the earlier version", "the later one"), -1: ("the later version", "the earlier one")}
        return names.get(order, ("one version", "the other one"))

    def _reason(self, a: Claim, b: Claim, verdict: Verdict, relation: str, order: Order) -> str:
        left, right = self._names(order)
        words = f"{left} has “{excerpt(a.surface)}”, {right} “{excerpt(b.surface)}”"
        why = verdict.reason.replace("{left}", left).replace("{right}", right).strip().rstrip(".")
        if relation == "update" and not self.versions:
            name = right if order > 0 else left
            why = f"{why}; {name} is later" if why else f"{name} is later"
        words = words[0].upper() + words[1:] if self.versions else words
        return f"{words}: {why}." if why else f"{words}."

    def omitted(self, kind: str, claim: Claim, here: Profile, there: Profile, importance: int) -> Discrepancy:
        """Return the omission of *claim*, which only *here* makes."""
        left, right = (claim, None) if here is self.left else (None, claim)
        names = self._names(later_article(self.left.article, self.right.article))
        one, other = names if here is self.left else names[::-1]
        reason = f"Only {one} has “{excerpt(claim.surface)}”; {other} does not mention it."
        return Discrepancy(
            kind=f"{kind}-omission",
            relation="unmatched",
            left=left,
            right=right,
            importance=importance,
            confidence=self._missed(here, there).worth(claim),
            reason=reason,
            extraction=claim.confidence,
        )

    def _missed(self, here: Profile, there: Profile) -> Missed:
        at = int(here is not self.left)
        if at not in self._omissions:
            self._omissions[at] = Missed(here.extraction, there.extraction)
        return self._omissions[at]

    def held(self, kind: ClaimKind, a: Claim, b: Claim, reason: str) -> Finding:
        """Return a pair that a scope keeps apart, for audit."""
        verdict = Verdict("incomparable", f"{kind.name}-conflict", reason)
        return evolve(self.judged(kind, (a, b, verdict, self.alignment.like(a, b))), importance=1)
