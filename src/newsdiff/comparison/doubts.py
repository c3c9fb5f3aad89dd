"""Doubts: named reasons to hold back a difference between two claims that look like one thing."""

from __future__ import annotations

from newsdiff.alignment.evidence import Pair
from newsdiff.alignment.profile import Profile
from newsdiff.extraction.scope import clash
from newsdiff.nouns.kinds import ClaimKind
from newsdiff.statements.reversal import reversed_between

REVERSED = "the one tells of what the other says has been turned round"


def doubted(kind: ClaimKind, pair: Pair, left: Profile, right: Profile) -> str | None:
    """Return the first reason to hold back a difference between two claims, in words with the doubt's name, or None.

    The doubts are the kind's own, and two of the core's: scopes that rule each other out (of the different figures that
    readers judged, 2 of 204 whose scopes clash were real, and 87 of 530 others), and clauses that tell opposite things
    (halted, resumed), which are of two happenings.
    """
    if (apart := clash(pair.left.claim.scope, pair.right.claim.scope)) is not None:
        return f"{apart} (scope)"
    for doubt in kind.doubts:
        if (reason := doubt.says(pair)) is not None:
            return f"{reason} ({doubt.name})"
    if reversed_between(left, pair.left.claim, right, pair.right.claim):
        return f"{REVERSED} (reversed)"
    return None
