"""Comparison: from two aligned facts to one finding, with its importance and its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from attrs import evolve

from newsdiff.alignment.alignment import Alignment
from newsdiff.alignment.pairs import AGREEING, Pair
from newsdiff.alignment.profile import Profile, compared
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
_FAR = 0.2


class Comparison:
    """Turns aligned pairs into findings."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.left, self.right = alignment.left, alignment.right
        self.told: tuple[list[Span], list[Span]] = ([], [])
        """Where each article tells something that the other tells too."""
        self._omissions: dict[int, Missed] = {}

    def overall(self, kind: ClaimKind) -> Iterable[Judged]:
        """Return what all claims of one kind on both sides show together."""
        left, right = (side.extraction.of(kind.name) for side in (self.left, self.right))
        return kind.overall(left, right, self.alignment.like) if kind.overall else ()

    def settled(self, kind: ClaimKind, pair: Pair) -> tuple[Claim, Claim, Verdict]:
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

    def stated(self, kind: str, a: Claim, b: Claim, verdict: Verdict, alignment: float) -> Finding:
        """Return *verdict* on two claims as a finding with importance, confidence and a sentence."""
        relation: str = verdict.relation
        order = self._order(a, b, verdict)
        if (relation in _TOLD and self.versions) or (relation == "conflict" and verdict.moves and order):
            relation = "update"
        extraction = a.confidence * b.confidence
        name = verdict.kind or f"{kind}-conflict"
        return _NOUN.get(relation, Discrepancy)(
            kind=name,
            relation=relation,
            left=a,
            right=b,
            importance=self._importance(relation, a, b, verdict),
            confidence=round(alignment * extraction, 4),
            reason=self._reason(a, b, verdict, relation, order),
            alignment=round(alignment, 4),
            extraction=round(extraction, 4),
            edits=verdict.edits,
        )

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
        hardly = verdict.apart is not None and verdict.apart < _FAR
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

    def held(self, kind: ClaimKind, a: Claim, b: Claim, reason: str) -> HeldBack:
        """Return a pair that a scope keeps apart, for audit."""
        verdict = Verdict("incomparable", f"{kind.name}-conflict", reason)
        found = self.stated(kind.name, a, b, verdict, self.alignment.like(a, b))
        assert isinstance(found, HeldBack)
        return evolve(found, importance=1)
