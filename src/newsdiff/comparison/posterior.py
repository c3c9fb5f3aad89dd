"""The posterior: how likely an editor would call a difference right.

In two reports of one event most facts that both have agree, so an alignment that is nine times in ten right still makes
more false differences than true ones (docs/explanation/calibration.md). What is weighed here is therefore not only how
surely two claims are of one thing, but what tells real differences from false ones: whether one article knows the
other's value, too, how far the values lie apart, how many things of the sort an article has. The weights of each kind
of finding are fitted on differences that were judged by readers.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from newsdiff.alignment.alignment import Aligned, Alignment, words_decide
from newsdiff.alignment.profile import FactCluster, Profile
from newsdiff.alignment.views import ONE_SORT, at_a_glance
from newsdiff.alignment.weights import Weights, chance
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.kinds import ClaimKind, Verdict

# Log-odds of one thing beyond which more evidence changes nothing.
_SURE = 6.0
# Distance of values at which one is twenty times the other.
_FARTHEST = 3.0

WORDS: Mapping[str, tuple[str, str]] = {
    "one-thing": ("both are surely of one thing", "it is not sure that both are of one thing"),
    "known-elsewhere": ("", "one article has the value of the other, too"),
    "crowd": ("", "an article has several of the sort"),
    "claims": ("", ""),
    "far-apart": ("", "the values lie far apart"),
    "both-lead": ("both stand in the lead", ""),
    "alike": ("the sentences are alike", "the sentences have little in common"),
    "repeated": ("the articles repeat them", ""),
    "later": ("one article is of a later day", ""),
    "extraction": ("", "one of them may be misread"),
}
"""What each measure says in a reason, where it speaks for a real difference and where against."""


class Posterior:
    """Measures differences of two articles and says how likely each is real."""

    def __init__(self, alignment: Alignment, weights: Weights, *, later: bool) -> None:
        self.alignment, self.weights, self.later = alignment, weights, later
        self._crowds: dict[int, int] = {}

    def measured(
        self, kind: ClaimKind | None, aligned: Aligned | None, a: Claim, b: Claim, verdict: Verdict, sure: float
    ) -> dict[str, float]:
        """Return what tells whether a difference between *a* and *b* is real.

        *sure* is the probability that both are of one thing; *aligned* holds the facts, where there are any.
        """
        left, right = self.alignment.left, self.alignment.right
        logit = aligned.logit if aligned else math.log(max(1e-4, sure) / max(1e-4, 1 - sure))
        apart = verdict.apart if verdict.apart is not None else 0.5
        found = {
            "one-thing": max(-_SURE, min(_SURE, logit)),
            "known-elsewhere": -float(kind is not None and self._known(kind, a, b)),
            "crowd": 0.0,
            "claims": 0.0,
            "far-apart": -min(_FARTHEST, -math.log(max(1e-9, 1.0 - apart))),
            "both-lead": float(left.leads(a) and right.leads(b)),
            "alike": self.alignment.like(a, b),
            "repeated": 0.0,
            "later": float(self.later),
            "extraction": math.log(max(1e-3, a.confidence * b.confidence)),
        }
        if aligned is not None and kind is not None:
            found["crowd"] = -math.log1p(self._crowd(kind, left, aligned.left)) - math.log1p(
                self._crowd(kind, right, aligned.right)
            )
            found["claims"] = -sum(math.log1p(len(side.extraction.of(kind.name))) for side in (left, right))
            found["repeated"] = math.log(len(aligned.left.claims) * len(aligned.right.claims))
            if not words_decide(kind):
                pair = self.alignment.pair(kind, a, b)
                found |= {it.name: it.measure(pair) for it in kind.features if it.about == "difference"}
        return found

    def confidence(self, name: str, measures: Mapping[str, float]) -> float:
        """Return the probability that a difference of the kind of finding *name* is real."""
        return chance(self.weights.finding(name, measures).logit(measures))

    def reasons(self, name: str, measures: Mapping[str, float], kind: ClaimKind | None) -> list[str]:
        """Return the strongest reasons against a difference, in words."""
        model = self.weights.finding(name, measures)
        words = dict(WORDS) | {it.name: (it.high, it.low) for it in (kind.features if kind else ())}
        against = (words.get(feature, ("", ""))[1] for feature, moved in model.strongest(measures, 6) if moved < 0)
        return list(dict.fromkeys(word for word in against if word))[:3]

    def _known(self, kind: ClaimKind, a: Claim, b: Claim) -> bool:
        """Tell whether one article has the other's value, too, where chance hardly explains that."""
        if kind.unusual is None:
            return False
        for side, own, other in ((self.alignment.left, a, b), (self.alignment.right, b, a)):
            value = kind.unusual(other)
            if value is not None and any(
                it is not own and kind.unusual(it) == value and _comparable(kind, it, own)
                for it in side.extraction.of(kind.name)
            ):
                return True
        return False

    def _crowd(self, kind: ClaimKind, side: Profile, fact: FactCluster) -> int:
        """Count the values that an article gives to other things of a fact's sort."""
        found = self._crowds.get(id(fact))
        if found is None:
            by_sort = kind.similarity if kind.similarity and kind.context < 1 else None
            own = at_a_glance(fact.claim)
            found = self._crowds[id(fact)] = len(
                {
                    at_a_glance(other.claim)
                    for other in side.facts(kind)
                    if other is not fact
                    and other.key == fact.key
                    and at_a_glance(other.claim) != own
                    and (by_sort is None or by_sort(fact.claim, other.claim) >= ONE_SORT)
                }
            )
        return found


def _comparable(kind: ClaimKind, a: Claim, b: Claim) -> bool:
    return kind.key is None or kind.key(a) == kind.key(b)
