"""A quantity as the comparison sees it: its ends, what bounds it, and how far its writer rounded, in one unit for both.

Widths are those of the written figure: of "7 miles" and "11 kilometres" the coarser is the mile.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from newsdiff import Quantity
from newsdiff_numbers import _units
from newsdiff_numbers._convert import converted
from newsdiff_numbers._intervals import is_share, written_step
from newsdiff_numbers._likeness import dimension, yearly

INFINITE = float("inf")
_NEAR = 1e-9  # floating point

# Up to which size nobody rounds a count, and up to which nobody rounds it to tens: "40 people" are not 41, "150
# passengers" not 152, but "400" may be 412 (guess; the notes of editors tell such differences).
_EXACT_COUNT, _EXACT_TENS = 100, 1_000
# How finely what is measured is told, whatever zeros it ends in: "40 per cent" is not 41, a quake of 7.0 not 6.8.
_TOLD_TO = {"percentage": 1.0, "magnitude": 0.1}
_AGE = "age"
# The step of a share in words ("a third", "half"), in percentage points: guess.
_FRACTION_STEP = 10.0
# Favourite round numbers, by their leading digits: who writes "more than 100" has no better figure below 150
# (Jansen and Pollmann 2001 on roundness: 10, 20, 50; 25). Others are round to their last digit.
_FAVOURITES = {1.0: 2, 2.0: 2, 5.0: 2, 25.0: 5}
# From where "at least" is said of a round figure rather than of a count so far: guess.
_ROUND_FLOOR = 50
_ROUND = 10
# How far "more than 43" reaches, which is not round: guess.
_UNROUND_REACH = 0.1


@frozen
class Figure:
    """One quantity in the unit of a comparison."""

    low: float
    high: float
    modifier: str
    step: float
    """Place of the last digit that was written, or of the last one that is told of such a thing."""
    reach: float
    """How far above a floor a plain figure may lie: 0 for a count so far ("at least 37")."""
    digits: int
    """Significant digits as written."""
    vague: bool = False
    exact: bool = False
    """A count that nobody rounds."""

    @property
    def ranged(self) -> bool:
        """Whether it has two ends: "20 to 30", "dozens"."""
        return self.low < self.high

    @property
    def floor(self) -> bool:
        """Whether it is the least that it may be: "at least", "more than"."""
        return self.modifier in (">", ">=")

    @property
    def ceiling(self) -> bool:
        """Whether it is the most that it may be: "up to", "fewer than"."""
        return self.modifier in ("<", "<=")

    @property
    def below(self) -> bool:
        """Whether the figure is said not to be reached: "nearly", "up to", "under"."""
        return self.modifier in ("near", "<", "<=")

    @property
    def hedged(self) -> bool:
        """Whether it is said to be approximate: "about", "nearly"."""
        return self.modifier in ("~", "near")

    @property
    def bounds(self) -> tuple[float, float]:
        """What it admits if it is taken at its word."""
        if self.floor:
            return self.low, INFINITE
        if self.ceiling:
            return -INFINITE, self.high
        return self.low - self.tolerance, self.high + self.tolerance

    @property
    def tolerance(self) -> float:
        """How far off a hedged figure may be: 5%, or half of its last digit up to 10%; a fine figure by its digit."""
        if not self.hedged:
            return 0.0
        size = abs(self.high)
        least = 1.0 if self.exact and size >= _ROUND else 0.0  # "about a dozen" may be 11
        if self.digits > _COARSE_DIGITS:
            return max(least, min(_TWENTIETH * size, self.step))
        return max(least, _TWENTIETH * size, min(self.step / 2, _TENTH * size))


_TWENTIETH, _TENTH = 0.05, 0.1  # notes on 425 pairs that were read: what editors let pass as rounding
_COARSE_DIGITS = 2


def aligned(x: Quantity, y: Quantity) -> tuple[Figure, Figure] | None:
    """Return both in one unit; None where that cannot be done."""
    if is_share(x) and is_share(y):
        return _figure(x, _per_cent(x)), _figure(y, _per_cent(y))
    if _one_unit(x, y):
        return _figure(x), _figure(y)
    # The unit that is first by name is converted, so that swapping the two changes nothing.
    first, second = sorted((x.unit or "", y.unit or ""))
    source, target = _pint(first), _pint(second)
    if source is None or target is None or converted(1.0, source, target) is None:
        return None

    def into(value: float) -> float:
        found = converted(value, source, target)
        assert found is not None
        return found

    return tuple(_figure(q, into if (q.unit or "") == first else None) for q in (x, y))  # type: ignore[return-value]


def _one_unit(x: Quantity, y: Quantity) -> bool:
    if x.unit == y.unit or (x.unit and y.unit and _units.measure(x.unit) is _units.measure(y.unit) is not None):
        return True
    if x.unit and y.unit and dimension(x.unit) != dimension(y.unit) and yearly(x) == yearly(y):
        return True
    kinds = [None if unit is None else dimension(unit) for unit in (x.unit, y.unit)]
    return all(kind in (None, "count") for kind in kinds)


def _per_cent(x: Quantity) -> Callable[[float], float] | None:
    return None if x.unit == "percentage" else (lambda value: round(100 * value, 6))


def _pint(unit: str) -> str | None:
    known = _units.measure(unit.removesuffix(" of age"))
    return known.pint if known else None


def _figure(x: Quantity, into: Callable[[float], float] | None = None) -> Figure:
    low, high = x.amount if isinstance(x.amount, tuple) else (x.amount, x.amount)
    step = written_step(x)
    kind = "count" if x.unit is None else dimension(x.unit)
    exact = kind == _AGE or (kind == "count" and high < (_EXACT_TENS if step <= _ROUND else _EXACT_COUNT))
    told = _TOLD_TO.get(x.unit or "", 1.0 if exact else INFINITE)
    reach = max(_reach(high, step, x.modifier, counted=kind == "count"), _above(x))
    digits = len(f"{abs(high):.10g}".replace(".", "").strip("0"))
    step = min(step, told) if x.modifier == "=" else step
    if into is not None:
        origin = into(0.0)
        low, high, step, reach = into(low), into(high), abs(into(step) - origin), abs(into(reach) - origin)
        if x.unit and x.unit.startswith("%"):
            step = reach = max(_FRACTION_STEP, step)
            reach = max(reach, _reach(high, step, x.modifier, counted=False))
    return Figure(low, high, x.modifier, step, reach, digits, _is_vague(x), exact)


def _is_vague(x: Quantity) -> bool:
    """Tell "dozens" from a stated range: its outer interval begins where its core does."""
    return isinstance(x.amount, tuple) and x.modifier == "=" and x.outer[0] == x.amount[0] > 0


def _reach(value: float, step: float, modifier: str, *, counted: bool) -> float:
    """Return how far above a floor of *value* plain figures are still what the writer may have had in mind."""
    if modifier not in (">", ">="):
        return 0.0
    size = abs(value)
    if step >= _ROUND or not counted:
        if modifier == ">=" and counted and size < _ROUND_FLOOR:
            return 0.0
        parts = _FAVOURITES.get(round(size / step, 6)) if step >= _ROUND else None
        return size / parts if parts else min(step, size / 2)
    return max(1.0, _UNROUND_REACH * size) if modifier == ">" else 0.0


def _above(x: Quantity) -> float:
    """Return how far the usual reading of "more than" reaches: it knows a dozen from twelve."""
    low, high = x.interval
    return high - low if x.modifier == ">" and low is not None and high is not None else 0.0


def equal(x: Figure, y: Figure) -> bool:
    """Tell whether two figures have the same ends."""
    slack = _NEAR * max(1.0, abs(x.high), abs(y.high))
    return abs(x.low - y.low) <= slack and abs(x.high - y.high) <= slack


def apart(x: Figure, y: Figure) -> float:
    """Return how far two figures are from each other at most, as a share of the larger one: 0 to 1."""
    gap = max(abs(x.high - y.low), abs(y.high - x.low))
    size = max(abs(x.high), abs(y.high), abs(x.low), abs(y.low))
    return min(1.0, gap / size) if size else 0.0
