"""When two figures of one thing are a difference: the rules that editors go by, in order; the first that fits decides.

Two figures are "one" (said the same way), a difference of "precision" (rounding, a hedge, a vague plural), or "told".
A rule looks at two figures in one unit, whichever comes first; ``examples`` are pairs of phrases on which it decides,
``others`` pairs on which it does not. Where the limits come from: docs/decisions/0039.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from attrs import frozen

from newsdiff_numbers._figures import INFINITE, Figure, equal

Outcome = Literal["one", "precision", "told"]
Phrases = tuple[tuple[str, str], ...]

# How far the two ends of "dozens" or "20 to 30" give way (notes on 425 pairs that were read).
_BELOW, _ABOVE = 0.8, 1.25
# "Thousands" is said of tens of thousands as well; the other plurals have a next one that would be said instead.
_OPEN_FROM, _OPEN_TIMES = 1_000, 10
# A round floor beside a vague plural: "more than 100" and "hundreds" (guess).
_FLOOR_BESIDE_VAGUE = 2.0
# Two floors of which one is round, so far apart: "more than 100", "at least 123" (notes on 425 pairs).
_FLOORS = 1.25
# A plain figure that a ceiling admits: "up to 60" and 35, not "up to 400" and 40 (notes on 425 pairs).
_CEILING = 0.5
_TWENTIETH = 0.05  # what editors let pass as rounding (notes on 425 pairs)
_SLACK = 1e-9  # floating point


@frozen
class Rule:
    """One way in which two figures of one thing are, or are not, a difference."""

    name: str
    purpose: str
    outcome: Outcome
    fits: Callable[[Figure, Figure], bool]
    examples: Phrases
    others: Phrases


def decided(x: Figure, y: Figure) -> Rule:
    """Return the first rule that fits two figures, in either order."""
    return next(rule for rule in RULES if rule.fits(x, y) or rule.fits(y, x))


def _same(x: Figure, y: Figure) -> bool:
    return equal(x, y) and x.modifier == y.modifier


def _opposed(x: Figure, y: Figure) -> bool:
    return equal(x, y) and x.floor and y.below


def _floor_beyond(x: Figure, y: Figure) -> bool:
    """Whether a floor begins where a range ends: "more than 100" and "dozens"."""
    if not x.floor or not y.ranged or y.floor:
        return False
    return x.low > y.high or (x.modifier == ">" and x.low >= y.high)


def _ranges_meet(x: Figure, y: Figure) -> bool:
    if not (x.ranged or y.ranged):
        return False
    (low, high), (least, most) = _stretch(x), _stretch(y)
    return max(low, least) <= min(high, most)


def _stretch(x: Figure) -> tuple[float, float]:
    """Return what a figure covers beside a range."""
    if x.ranged:
        low, high = sorted((x.low * (_BELOW if x.low > 0 else 1 / _BELOW), x.high * _ABOVE))
        if x.vague and _OPEN_FROM <= x.low < 10 * _OPEN_FROM:
            high *= _OPEN_TIMES
        return (-INFINITE if x.ceiling else low), (INFINITE if x.floor else high)
    if x.floor:
        return x.low, x.low * (_FLOOR_BESIDE_VAGUE if x.reach else 1.0)
    if x.ceiling:
        return x.high * _CEILING, x.high
    return x.bounds


def _ranges_apart(x: Figure, y: Figure) -> bool:
    return x.ranged or y.ranged


def _rounded(x: Figure, y: Figure) -> bool:
    """Whether one is the other as its writer would round it: half of the coarser last digit, and 5%."""
    gap = abs(x.low - y.low)
    small = min(abs(x.low), abs(y.low))
    return gap <= min(max(x.step, y.step) / 2, _TWENTIETH * small) + _SLACK * max(1.0, small)


def _rounding(x: Figure, y: Figure) -> bool:
    """Whether two figures are one rounded, and neither is a bound that the other breaks."""
    if x.exact and y.exact and not (x.hedged or y.hedged):
        return False
    return not _breaks(x, y) and not _breaks(y, x) and _rounded(x, y)


def _breaks(x: Figure, y: Figure) -> bool:
    """Whether *y* is too low for the floor *x*, and not because it is the coarser figure."""
    return x.floor and not y.floor and y.low < x.low and not y.hedged and y.step <= x.step


def _hedged(x: Figure, y: Figure) -> bool:
    """Whether two figures are as near each other as the hedge on *x* allows."""
    if not x.hedged:
        return False
    if x.modifier == "near" and y.low > x.low and not y.hedged:
        return False
    return abs(x.low - y.low) <= max(x.tolerance, y.tolerance) * (1 + _SLACK)


def _floor_admits(x: Figure, y: Figure) -> bool:
    """Whether *x* is a floor on a round figure, and *y* a figure below the next one."""
    if not x.floor or y.floor or y.ceiling:
        return False
    return x.low <= y.low and (y.low < x.low + x.reach or (x.modifier == ">" and y.low == x.low + x.reach == x.low + 1))


def _floors_near(x: Figure, y: Figure) -> bool:
    """Whether *x* is the lower of two floors, round, and the other one within a quarter."""
    return x.floor and y.floor and x.reach > 0 and x.low <= y.low <= _FLOORS * x.low


def _ceiling_admits(x: Figure, y: Figure) -> bool:
    return x.ceiling and not y.ceiling and _CEILING * x.high <= y.low <= x.high


def _anything(x: Figure, y: Figure) -> bool:
    return True


RULES = (
    Rule(
        "the same figure",
        "One figure, said in one way.",
        "one",
        _same,
        (("43 people died", "forty-three people died"), ("about 400 people died", "some 400 people died")),
        (("43 people died", "at least 43 people died"), ("43 people died", "44 people died")),
    ),
    Rule(
        "one figure from both sides",
        "One says that a figure is passed, the other that it is not reached.",
        "told",
        _opposed,
        (
            ("more than a million people fled", "nearly a million people fled"),
            ("a sentence of at least six years", "a sentence of up to six years"),
        ),
        (("about 400 people died", "at least 400 people died"), ("over 300 people fled", "nearly 400 people fled")),
    ),
    Rule(
        "one figure, hedged",
        "One figure, and one outlet or both hedge it.",
        "precision",
        equal,
        (("43 people died", "at least 43 people died"), ("more than 5,000 people fled", "about 5,000 people fled")),
        (("more than 5,000 people fled", "nearly 5,000 people fled"), ("40 people died", "43 people died")),
    ),
    Rule(
        "a floor beyond a range",
        "A floor that begins where a range or a vague plural ends.",
        "told",
        _floor_beyond,
        (("dozens were hurt", "more than 100 people were hurt"), ("20 to 30 were hurt", "at least 31 were hurt")),
        (("dozens were hurt", "more than 80 people were hurt"), ("dozens were hurt", "about 100 people were hurt")),
    ),
    Rule(
        "a range that takes it in",
        "A range or a vague plural and what it covers, its ends stretched by a fifth and a quarter.",
        "precision",
        _ranges_meet,
        (
            ("dozens were hurt", "35 people were hurt"),
            ("between 20 and 30 were hurt", "25 to 35 people were hurt"),
            ("hundreds were hurt", "almost 1,200 people were hurt"),
            ("thousands of people marched", "60,000 people marched"),
            ("hundreds were hurt", "up to 350 people were hurt"),
        ),
        (
            ("dozens were hurt", "at least 12 people were hurt"),
            ("dozens were hurt", "400 people were hurt"),
            ("hundreds were hurt", "dozens were hurt"),
        ),
    ),
    Rule(
        "a range and what is outside",
        "A range or a vague plural and something else.",
        "told",
        _ranges_apart,
        (("dozens were hurt", "12 people were hurt"), ("hundreds were hurt", "dozens were hurt")),
        (("dozens were hurt", "60 people were hurt"), ("12 people were hurt", "400 people were hurt")),
    ),
    Rule(
        "rounding",
        "One figure as the other outlet would round it; small counts, ages and percentages are not rounded to tens.",
        "precision",
        _rounding,
        (
            ("1,187 people fled", "1,200 people fled"),
            ("7 miles of road", "11 km of road"),
            ("12.4 per cent of voters", "12 per cent of voters"),
            ("at least 1,196 people fled", "1,200 people fled"),
        ),
        (
            ("40 people died", "41 people died"),
            ("1.2bn dollars", "1.3bn dollars"),
            ("40 per cent of voters", "41 per cent of voters"),
            ("a magnitude 7.0 quake", "a 6.8-magnitude quake"),
        ),
    ),
    Rule(
        "a hedge that covers it",
        "About, around, nearly: within 5%, or half of the last digit up to 10%.",
        "precision",
        _hedged,
        (("about 400 people fled", "432 people fled"), ("nearly 300 people died", "280 people died")),
        (
            ("around 80 people died", "58 people died"),
            ("nearly 300 people died", "320 people died"),
            ("about 300,000 people fled", "350,000 people fled"),
        ),
    ),
    Rule(
        "a round floor and the figure",
        "More than 60, at least 100: figures below the next round one are what was meant.",
        "precision",
        _floor_admits,
        (
            ("more than 60 people were hurt", "63 people were hurt"),
            ("at least 100 people were hurt", "146 people were hurt"),
            ("over 20 people were hurt", "25 people were hurt"),
            ("more than 50 people were hurt", "63 people were hurt"),
            ("at least $5m in damage", "$5.4m in damage"),
        ),
        (
            ("at least 37 people died", "58 people died"),
            ("more than 60 people were hurt", "95 people were hurt"),
            ("at least 43 people died", "41 people died"),
        ),
    ),
    Rule(
        "two floors, the lower one round",
        "Two floors within a quarter, of which the lower one is round.",
        "precision",
        _floors_near,
        (("more than 100 people were hurt", "at least 123 people were hurt"),),
        (
            ("at least 37 people died", "at least 58 people died"),
            ("at least 17 people died", "at least 20 people died"),
        ),
    ),
    Rule(
        "a ceiling and the figure",
        "Up to 60, fewer than 100: a figure of at least half of it.",
        "precision",
        _ceiling_admits,
        (("up to 60 people died", "45 people died"), ("fewer than 100 people died", "at least 88 people died")),
        (
            ("up to 400 people died", "40 people died"),
            ("up to 40 people died", "up to 400 people died"),
            ("up to 60 people died", "70 people died"),
        ),
    ),
    Rule(
        "two figures",
        "Whatever nothing above explains: counts are counts, also where both could hold.",
        "told",
        _anything,
        (
            ("at least 37 people died", "58 people died"),
            ("at least 37 people died", "at least 58 people died"),
            ("around 80 people died", "58 people died"),
            ("40 people died", "41 people died"),
            ("up to 40 people died", "up to 400 people died"),
        ),
        (("at least 37 people died", "37 people died"), ("about 80 people died", "78 people died")),
    ),
)
