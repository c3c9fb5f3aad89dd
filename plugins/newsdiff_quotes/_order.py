"""The same words in another order: inside a sentence, or the sentences of one quotation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsdiff import Claim
from newsdiff_quotes._changes import Change
from newsdiff_quotes._tokens import closed_tag
from newsdiff_quotes._wording import DEGREES, NEGATIONS, Wording, wording

_TURNING = NEGATIONS | DEGREES | {"only"}
# Tags of words that a phrase of time, place or condition begins with: it may stand anywhere in its sentence.
_ADVERBIAL = frozenset("psuaTc")
# A shorter sentence ("Yes.") says nothing about the order.
_FEWEST = 4


def moved(left: Wording, right: Wording, changes: Sequence[Change]) -> int | None:
    """Return how gravely the words are set in another order, 1 to 3, or None where they are not just moved."""
    a = [left.words[i] for change in changes for i in range(*change.a)]
    b = [right.words[i] for change in changes for i in range(*change.b)]
    one, other = [word.norm for word in a], [word.norm for word in b]
    if not one or sorted(one) != sorted(other):
        return None
    if not _TURNING.isdisjoint(one):
        return 3
    if not any(word.content for word in a):
        return None  # "also" may stand here or there
    if one != other or any(change.replaces for change in changes):
        return 3  # who does it to whom
    return 1 if all(_adverbial(left, change.a) and _adverbial(right, change.b) for change in changes) else 2


def _adverbial(words: Wording, part: tuple[int, int]) -> bool:
    return part[0] >= part[1] or closed_tag(words.raw(part[0])) in _ADVERBIAL


def sentences_moved(a: Claim, b: Claim) -> bool:
    """Tell whether two quotations have the same sentences in another order, and this one is to report it.

    Of all sentences that changed places the one that comes first in the alphabet reports it, whoever stands left.
    """
    one, other = _sentences(a), _sentences(b)
    if one is None or other is None:
        return False
    common = [it for it in one if it in other]
    places = [other.index(it) for it in common]
    crossed = {
        it for i, it in enumerate(common) for j, place in enumerate(places) if (i < j) != (places[i] < place) and i != j
    }
    return bool(crossed) and tuple(wording(a.value.content).norms) == min(crossed)


def _sentences(claim: Claim) -> list[tuple[str, ...]] | None:
    """Return the sentences of a quotation in one pair of marks."""
    if claim.value.context is None or "…" in claim.value.context:
        return None
    words = wording(claim.value.context)
    ends = [-1, *sorted(words.ends | {len(words.norms) - 1})]
    found = [tuple(words.norms[start + 1 : end + 1]) for start, end in pairwise(ends)]
    return [sentence for sentence in found if len(sentence) >= _FEWEST]
