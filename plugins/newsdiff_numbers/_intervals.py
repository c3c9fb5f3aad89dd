"""Core and outer interval of a quantity: how it is usually read, and the most that careful writers still admit.

Widths follow from modifier, rounding and written precision; the reasons are in docs/reference/numbers.md.
"""

from __future__ import annotations

from functools import lru_cache

from newsdiff import Quantity
from newsdiff.language import numerals

Bounds = tuple[float | None, float | None]


# Just less than half a step, so that 7.5 and 7.6 do not meet at 7.55.
_ROUNDING = 0.49
# A step that was rounded up here and down there; two steps apart are two figures.
_COARSE = 0.74  # guess


# "Thousands" is said of up to ten times as many as its next plural would be (guess).
_THOUSANDS, _CROWDS = 1000, 10


@lru_cache(maxsize=4096)
def intervals(
    amount: float | tuple[float, float], modifier: str, grain: float, *, vague: bool = False
) -> tuple[Bounds, Bounds]:
    """Return (core, outer) for an amount with its modifier and the place of its last written digit.

    >>> intervals(43.0, "=", 1.0)
    ((43.0, 43.0), (43.0, 43.0))
    >>> intervals(400.0, "~", 100.0)
    ((360.0, 440.0), (320.0, 480.0))
    >>> intervals(43.0, ">=", 1.0)
    ((43.0, None), (43.0, None))
    """
    if isinstance(amount, tuple):
        low, high = amount
        core: Bounds = (low, high)
        # "Dozens" may still be said of 150, hardly of 250; "thousands" is said of 50,000 as well.
        most = (_CROWDS if low >= _THOUSANDS else 2) * high + 1
        outer: Bounds = (low, most) if vague else (low - 0.1 * abs(low), high + 0.1 * abs(high))
        if modifier in (">", ">="):
            return (low, high), (low, None)
        if modifier in ("<", "<="):
            return (low, high), (min(0.0, low), high)
        return core, outer
    return _single(float(amount), modifier, grain)


def _single(value: float, modifier: str, grain: float) -> tuple[Bounds, Bounds]:
    size = abs(value)
    if modifier == "~":
        width = max(min(grain / 2, size * 0.1), _least(size, grain))
        return (value - width, value + width), (value - 2 * width, value + 2 * width)
    if modifier == "near":
        width = max(min(grain / 2, size * 0.1), _least(size, grain))
        return (value - width, value), (value - 2 * width, value)
    step = max(min(grain, size * 0.5), _least(size, grain))
    if modifier == ">":
        # Who writes "more than 9,000" of 15,000 leaves something out: two steps are the most, or a quarter of it.
        return (value, value + step), (value, value + max(2 * step, size * (0.25 if grain >= 1 else 0.5)))
    if modifier == ">=":
        return (value, None), (value, None)
    if modifier == "<":
        return (max(value - step, min(0.0, value)), value), (min(0.0, value), value)
    if modifier == "<=":
        return (min(0.0, value), value), (min(0.0, value), value * 1.1 if value > 0 else value)
    return _bare(value, size, grain)


def _least(size: float, grain: float) -> float:
    return 1.0 if size >= 2 and grain >= 1 else grain / 2


def _bare(value: float, size: float, grain: float) -> tuple[Bounds, Bounds]:
    if grain < 1:  # written decimals: rounding to the last one
        core_width = outer_width = grain * _ROUNDING
        return (value - core_width, value + core_width), (value - outer_width, value + outer_width)
    if size < 100 or grain <= 1:
        return (value, value), (value, value)
    core_width, outer_width = min(grain * _ROUNDING, size * 0.05), min(grain * _COARSE, size * 0.1)
    return (value - core_width, value + core_width), (value - outer_width, value + outer_width)


def is_share(quantity: Quantity) -> bool:
    """Tell whether a quantity is a share of something, in per cent or as a fraction."""
    return quantity.unit is not None and (quantity.unit == "percentage" or quantity.unit.startswith("%"))


def written_step(quantity: Quantity) -> float:
    """Return the place of the last digit that was written, or is not zero: 100 for "400", 0.1 for "6.0".

    A trailing zero behind the point shows in the core interval alone.
    """
    amount = quantity.amount[1] if isinstance(quantity.amount, tuple) else quantity.amount
    place = numerals.grain(amount)
    low, high = quantity.interval
    if quantity.modifier == "=" and low is not None and high is not None and not isinstance(quantity.amount, tuple):
        decimal = (high - low) / (2 * _ROUNDING)
        if 0 < decimal < place <= 1:
            return decimal
    return place
