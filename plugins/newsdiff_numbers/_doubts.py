"""Reasons why two quantities that differ need not be two values of one thing."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from newsdiff import Claim, ClaimView, PairView, Quantity, doubt
from newsdiff.language import english
from newsdiff.language.stages import two_stages
from newsdiff_numbers import _events
from newsdiff_numbers._intervals import is_share
from newsdiff_numbers._likeness import is_person, key

# Figures of one sentence, on either side of a claim, that may be its fellow parts; a table is no sum.
_FELLOWS = 4
_ATTACKER = re.compile(
    r"\b(?:including|among them|as well as|besides|apart from) (?:the |an? |its |his |her )?(?:[a-z-]+ )?"
    rf"(?:{english.lexicon.pattern('attacker-noun')})\b"
    r"|\b(?:killing|shooting|(?:turned|turning) the (?:gun|weapon) on|and then|then|before) (?:himself|herself)\b"
    r"|\b(?:taking|took) (?:his|her) own life\b"
)
# Words between a part and what it is a part of.
_OF_THE = 2
# Code points within which two figures stand side by side: two sentences. A guess.
_BESIDE = 200
# TIMEX3 of a day, or of a part of one.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@doubt(
    "adds-up",
    holds=[("The blast killed [14] soldiers and 7 civilians.", "The blast killed [21] people.")],
    not_on=[
        ("The blast killed [14] soldiers and 6 civilians.", "The blast killed [21] people."),
        ("Two of the [9] members left.", "All [11] members stayed."),
    ],
)
def adds_up(pair: PairView) -> str | None:
    """Find a value that is the sum of the figures beside the other one."""
    return _sum(pair.left, pair.right.claim) or _sum(pair.right, pair.left.claim)


@doubt(
    "counts-the-attacker",
    holds=[
        ("[Five] people died, including the gunman.", "A gunman killed [four] people."),
        ("He killed [four] people before taking his own life.", "[Five] people died in the shooting."),
    ],
    not_on=[("[Five] people died.", "A gunman killed [four] people, police said.")],
)
def counts_the_attacker(pair: PairView) -> str | None:
    """Find two counts that differ by the attacker, whom one of them counts in."""
    one, two = _figure(pair.left.claim), _figure(pair.right.claim)
    if one is None or two is None or abs(one - two) != 1:
        return None
    told = _ATTACKER.search(pair.left.sentence) or _ATTACKER.search(pair.right.sentence)
    return "one may count the attacker in" if told else None


@doubt(
    "two-stages",
    holds=[("She scored [six] goals this season.", "She scored [11] goals last season.")],
    not_on=[("She scored [six] goals this season.", "She scored [seven] goals this season.")],
)
def of_two_stages(pair: PairView) -> str | None:
    """Find figures of two seasons, rounds or ranges."""
    return two_stages(pair.left.sentence, pair.right.sentence)


@doubt(
    "two-days",
    holds=[
        (
            "On 3 May 2024 [17] people died. On 4 May 2024 9 people died.",
            "On 4 May 2024 [21] people died.",
        )
    ],
    not_on=[("On 3 May 2024 [17] people died.", "On 4 May 2024 [21] people died.")],
)
def of_two_days(pair: PairView) -> str | None:
    """Find figures of two days where one article has figures of both, side by side."""
    one, two = pair.left.claim.scope.time, pair.right.claim.scope.time
    if one is None or two is None or one.value == two.value or not (_DAY.match(one.value) and _DAY.match(two.value)):
        return None
    for side, time in ((pair.left, two), (pair.right, one)):
        near = (it for it in side.fellows if abs(it.span.start - side.claim.span.start) <= _BESIDE)
        if any(claim.scope.time == time for claim in near):
            return "one article has figures of both days"
    return None


@doubt(
    "figure-known",
    holds=[
        ("Some [300] houses stood in Orlo; 40 of these burned down.", "A fire in Orlo destroyed [40] houses."),
        ("The union was left with [41] seats.", "The union lost [25] seats and now has 41."),
    ],
    not_on=[("The union was left with [41] seats.", "The union lost [25] seats and now has 40.")],
)
def figure_known(pair: PairView) -> str | None:
    """Find a figure that the other's sentence has, too, for something else or by somebody else."""
    for side, other in ((pair.left, pair.right), (pair.right, pair.left)):
        amount = _figure(other.claim)
        if amount is None or amount < _SMALL:
            continue
        for claim in side.row:
            if claim is not side.claim and _figure(claim) == amount:
                return f"the sentence with “{side.claim.surface}” has “{claim.surface}”, too"
    return None


# Figures below meet by chance.
_SMALL = 20


@doubt(
    "purpose-missing",
    holds=[("[17] people were in the hall.", "[21] people were killed in the hall.")],
    not_on=[
        ("[17] people were killed.", "[21] people were killed."),
        ("There were [17] victims.", "[21] people were killed."),
    ],
)
def purpose_missing(pair: PairView) -> str | None:
    """Find people who are counted without a word on what became of them, beside people who suffered something.

    (Of the differences that readers judged 1 of 37 with this doubt was real.)
    """
    one, two = pair.left.claim.value, pair.right.claim.value
    if _counts_anybody(one, two) or _counts_anybody(two, one):
        return "one does not say for what it counts people"
    return None


@doubt(
    "may-be-part",
    holds=[
        ("[Twelve] of them were children.", "The flood killed [21] people."),
    ],
    not_on=[("The flood killed [17] people.", "The flood killed [21] people.")],
)
def may_be_part(pair: PairView) -> str | None:
    """Find a figure that is said to be a part beside a larger one that is not, or the share of a part.

    (Of the differences that readers judged none of 33 with this doubt was real.)
    """
    for claim, other in ((pair.left.claim, pair.right.claim), (pair.right.claim, pair.left.claim)):
        smaller = is_share(claim.value) or _least(claim.value) <= _least(other.value)
        if claim.scope.part == "part" != other.scope.part and smaller:
            return "one may be a part of what the other counts"
    return None


@doubt(
    "two-parts",
    holds=[("[Nine] of the dead were children.", "[Six] of the dead worked at the mine.")],
    not_on=[("[Nine] of the dead were children.", "[Eleven] of the dead were children.")],
)
def of_two_parts(pair: PairView) -> str | None:
    """Find two parts of a whole in sentences that are not alike: the parts of one whole differ."""
    both = pair.left.claim.scope.part == pair.right.claim.scope.part == "part"
    return "they may be two parts of one whole" if both and pair.likeness < _ALIKE_PARTS else None


# Cosine from which two sentences about parts are about one part. A guess.
_ALIKE_PARTS = 0.4


# Nouns that say themselves that something befell those whom they count.
_SUFFERERS = ("victim", "victims")


def _counts_anybody(x: Quantity, y: Quantity) -> bool:
    suffered = x.unit is not None and x.unit.endswith(_SUFFERERS)
    return is_person(x.unit) and not suffered and not _events.is_event(x.concept) and _events.is_event(y.concept)


def _least(x: Quantity) -> float:
    return x.amount[0] if isinstance(x.amount, tuple) else x.amount


DOUBTS = (
    adds_up,
    counts_the_attacker,
    of_two_stages,
    of_two_days,
    figure_known,
    purpose_missing,
    may_be_part,
    of_two_parts,
)


def _sum(side: ClaimView, other: Claim) -> str | None:
    """Return in words that the figures around a claim add up to *other*, or None.

    They stand in one row in the claim's sentence and count the same thing, as far as they say what they count.
    """
    total = _figure(other)
    if total is None or _figure(side.claim) is None:
        return None
    row = _row(side)
    for first, last in combinations(range(len(row) + 1), 2):
        run = row[first:last]
        whole = len(run) > 1 and side.claim in run and not _nested(side, run)
        if whole and sum(_figure(part) or 0.0 for part in run) == total:
            return f"{' and '.join(part.surface for part in run)} add up to {other.surface}"
    return None


def _row(side: ClaimView) -> list[Claim]:
    """Return the figures around a claim that may be parts of one total with it, by place."""
    row = [it for it in side.row if key(it) == key(side.claim) and _one_sort(it, side.claim)]
    at = row.index(side.claim) if side.claim in row else 0
    return row[max(0, at - _FELLOWS) : at + _FELLOWS + 1]


def _nested(side: ClaimView, run: list[Claim]) -> bool:
    """Tell whether one figure is a part of the next: "two of the nine members"."""
    between = (side.article.text[a.span.end : b.span.start].split() for a, b in pairwise(run))
    return any(words[:1] == ["of"] and len(words) <= _OF_THE for words in between)


def _one_sort(a: Claim, b: Claim) -> bool:
    return _figure(a) is not None and (a.value.concept is None or b.value.concept in (None, a.value.concept))


def _figure(claim: Claim) -> float | None:
    value = claim.value
    whole = isinstance(value.amount, float | int) and value.amount >= 1
    return float(value.amount) if whole and value.change is None else None
