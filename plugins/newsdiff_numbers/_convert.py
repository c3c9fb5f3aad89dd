"""Conversion between units of measure: Pint's definitions in a table, since Pint takes 0.4 s and 20 MB to load.

A test compares the table with Pint, unit by unit.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsdiff.language.lexicon import table
from newsdiff_numbers import _units


class _Measure(NamedTuple):
    """A unit in base units of its dimension: a value times *factor* plus *offset*."""

    dimension: str
    factor: float
    offset: float


def converted(value: float, source: str, target: str) -> float | None:
    """Return *value* in the unit *target*, both by Pint's names; None where no such conversion exists.

    >>> converted(2.0, "mile", "meter"), converted(2.0, "mile", "acre")
    (3218.688, None)
    """
    one, two = _measures().get(source), _measures().get(target)
    if one is None or two is None or one.dimension != two.dimension:
        return None
    return (value * one.factor + one.offset - two.offset) / two.factor


@cache
def _measures() -> dict[str, _Measure]:
    return {
        name: _Measure(dimension, float(factor), float(*offset))
        for name, dimension, factor, *offset in table(_units.DATA / "conversions.tsv")
    }
