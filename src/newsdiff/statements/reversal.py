"""Do the clauses around two claims tell opposite things? What was halted on Thursday resumed on Friday."""

from __future__ import annotations

from itertools import product

from newsdiff.alignment.profile import Profile
from newsdiff.language.opposites import opposite
from newsdiff.nouns.claims import Claim
from newsdiff.statements.telling import Telling


def reversed_between(left: Profile, a: Claim, right: Profile, b: Claim) -> bool:
    """Tell whether the clauses of two claims have opposite predicates: "halted on Thursday", "resumed on Friday"."""
    listed = [Telling.of(side.extraction).listed.get(side.home(claim), ()) for side, claim in ((left, a), (right, b))]
    if not any(opposite(x, y) for x, y in product(*listed)):  # as most sentences show at a glance
        return False
    return any(opposite(x, y) for x, y in product(_predicates(left, a), _predicates(right, b)))


def _predicates(side: Profile, claim: Claim) -> list[str]:
    """Return the predicates of the clause that holds a claim."""
    told = Telling.of(side.extraction).said(side.home(claim))
    return [said.predicate.lemma for said in told if said.clause.has(claim.span)]
