"""Comparison: from two aligned facts to one finding, with its importance and its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from attrs import evolve

from newsdiff.alignment.alignment import Alignment
from newsdiff.alignment.pairs import AGREEING, Pair
from newsdiff.alignment.profile import Profile, compared
from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.kinds import ClaimKind, Judged, Verdict
from newsdiff.nouns.reports import Agreement, Discrepancy, Finding, HeldBack
from newsdiff.nouns.spans import Span
from newsdiff.page.excerpt import excerpt

_NOUN: dict[str, type[Finding]] = {
    "agree": Agreement,
    "compatible": Agreement,
    "tension": HeldBack,
    "incomparable": HeldBack,
}


class Comparison:
    """Turns aligned pairs into findings."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.left, self.right = alignment.left, alignment.right
        self.told: tuple[list[Span], list[Span]] = ([], [])
        """Where each article tells something that the other tells too."""

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
        if relation == "conflict" and self._moved(verdict):
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
            reason=self._reason(a, b, verdict, relation),
            alignment=round(alignment, 4),
            extraction=round(extraction, 4),
            edits=verdict.edits,
        )

    def _moved(self, verdict: Verdict) -> bool:
        """Whether the later article has the larger value of something that only grows."""
        later = _later(self.left.article, self.right.article)
        return verdict.moves and later != 0

    def _importance(self, relation: str, a: Claim, b: Claim, verdict: Verdict) -> int:
        if verdict.importance:
            return verdict.importance
        lead = self.left.leads(a) or self.right.leads(b)
        grave = {"conflict": 2, "update": 2, "variation": 1}.get(relation, 1)
        return min(3, grave + lead)

    def _reason(self, a: Claim, b: Claim, verdict: Verdict, relation: str) -> str:
        left, right = self.left.article.name, self.right.article.name
        words = f"{left} has “{excerpt(a.surface)}”, {right} “{excerpt(b.surface)}”"
        why = verdict.reason.replace("{left}", left).replace("{right}", right).strip().rstrip(".")
        if relation == "update":
            later = self.right if _later(self.left.article, self.right.article) > 0 else self.left
            why = f"{why}; {later.article.name} is the later article" if why else f"{later.article.name} is later"
        return f"{words}: {why}." if why else f"{words}."

    def omitted(self, kind: str, claim: Claim, here: Profile, there: Profile, importance: int) -> Discrepancy:
        """Return the omission of *claim*, which only *here* makes."""
        left, right = (claim, None) if here is self.left else (None, claim)
        reason = f"Only {here.article.name} has “{excerpt(claim.surface)}”; {there.article.name} does not mention it."
        return Discrepancy(
            kind=f"{kind}-omission",
            relation="unmatched",
            left=left,
            right=right,
            importance=importance,
            confidence=claim.confidence,
            reason=reason,
            extraction=claim.confidence,
        )

    def held(self, kind: ClaimKind, a: Claim, b: Claim, reason: str) -> HeldBack:
        """Return a pair that a scope keeps apart, for audit."""
        verdict = Verdict("incomparable", f"{kind.name}-conflict", reason)
        found = self.stated(kind.name, a, b, verdict, self.alignment.like(a, b))
        assert isinstance(found, HeldBack)
        return evolve(found, importance=1)


def _later(left: Article, right: Article) -> Literal[-1, 0, 1]:
    """1 where the right article is the later one, -1 where the left one is, 0 where nobody can tell."""
    a, b = left.published, right.published
    if a is None or b is None:
        return 0
    if isinstance(a, datetime) and isinstance(b, datetime) and (a.tzinfo is None) == (b.tzinfo is None):
        return 0 if a == b else 1 if b > a else -1
    x, y = _day(a), _day(b)
    return 0 if x == y else 1 if y > x else -1


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
