"""Parts and their total: the 14 soldiers and 7 civilians of one article are the 21 people of the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations, pairwise

from newsdiff.alignment.profile import Profile
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.kinds import ClaimKind
from newsdiff.nouns.values import Quantity

# Figures of one sentence, on either side of a claim, that may be its fellow parts; a table is no sum.
_FELLOWS = 4
_DIGITS = 3
_SMALL = 20
_ATTACKER = re.compile(
    r"\b(?:including|among them|as well as|besides|apart from) (?:the |an? |its |his |her )?(?:[a-z-]+ )?"
    r"(?:gunman|attacker|bomber|shooter|assailant|suspect|hijacker|perpetrator|killer|driver|pilot)\b"
    r"|\b(?:killing|shooting|(?:turned|turning) the (?:gun|weapon) on|and then|then|before) (?:himself|herself)\b"
    r"|\b(?:taking|took) (?:his|her) own life\b"
)
# Words between a part and what it is a part of.
_OF_THE = 2


def added_up(kind: ClaimKind, side: Profile, claim: Claim, other: Claim) -> str | None:
    """Return in words that *claim* and its neighbours on *side* add up to *other*, or None.

    Neighbours stand in one row in the claim's sentence and count the same thing, as far as they say what they count.
    """
    total = _figure(other)
    if total is None or _figure(claim) is None:
        return None
    row = _row(kind, side, claim)
    for first, last in combinations(range(len(row) + 1), 2):
        run = row[first:last]
        if (
            len(run) > 1
            and claim in run
            and not _nested(side, run)
            and sum(_figure(part) or 0.0 for part in run) == total
        ):
            return f"{' and '.join(part.surface for part in run)} add up to {other.surface}"
    return None


def one_more(left: str, a: Claim, right: str, b: Claim) -> str | None:
    """Return in words that two counts differ by the attacker, whom one sentence counts in or tells apart, or None.

    *left* and *right* are the sentences: "five died, including the gunman", "killed four before taking his own life".
    """
    one, two = _figure(a), _figure(b)
    if one is None or two is None or abs(one - two) != 1:
        return None
    return "one may count the attacker in" if _ATTACKER.search(left) or _ATTACKER.search(right) else None


def exact_figure(claim: Claim, others: Iterable[Claim]) -> Claim | None:
    """Return a claim of the other article that gives the same figure, where chance does not repeat it: 4.2, 318,400."""
    amount = _figure(claim)
    if amount is None or not _is_telling(amount):
        return None
    return next((other for other in others if _figure(other) == amount), None)


def same_figure(claim: Claim, others: Iterable[Claim]) -> Claim | None:
    """Return a claim that gives the same figure, whatever it counts: "lost 25 seats and now has 41".

    Small figures meet by chance.
    """
    amount = _figure(claim)
    if amount is None or amount < _SMALL:
        return None
    return next((other for other in others if _figure(other) == amount), None)


def _is_telling(amount: float) -> bool:
    """Tell whether a figure has a decimal, or three digits that are no zeros behind."""
    digits = f"{amount:.10g}".replace(".", "").rstrip("0") if amount == int(amount) else "decimal"
    return len(digits) >= _DIGITS


def _row(kind: ClaimKind, side: Profile, claim: Claim) -> list[Claim]:
    """Return the figures around *claim* that may be parts of one total with it, by place."""
    key = kind.key or (lambda it: "")
    row = [it for it in side.row(kind, side.home(claim)) if key(it) == key(claim) and _one_sort(it, claim)]
    at = row.index(claim)
    return row[max(0, at - _FELLOWS) : at + _FELLOWS + 1]


def _nested(side: Profile, run: list[Claim]) -> bool:
    """Tell whether one figure is a part of the next: "two of the nine members"."""
    between = (side.article.text[a.span.end : b.span.start].split() for a, b in pairwise(run))
    return any(words[:1] == ["of"] and len(words) <= _OF_THE for words in between)


def _one_sort(a: Claim, b: Claim) -> bool:
    return _figure(a) is not None and (a.value.concept is None or b.value.concept in (None, a.value.concept))


def _figure(claim: Claim) -> float | None:
    value = claim.value
    whole = isinstance(value, Quantity) and isinstance(value.amount, float) and value.amount >= 1
    return value.amount if whole and value.change is None else None
