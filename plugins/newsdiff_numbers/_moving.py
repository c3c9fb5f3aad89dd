"""Which quantities move with time, so that a later article's other figure is news and no contradiction.

Tolls, the missing, what is evacuated, burnt, contained, owed: counts of events say so in data/events.tsv, measures by
the rows of data/moving.tsv.
"""

from __future__ import annotations

from functools import cache

from newsdiff import Quantity
from newsdiff.language.lexicon import table
from newsdiff_numbers import _events, _units
from newsdiff_numbers._likeness import dimension
from newsdiff_numbers._nouns import singular


def moves(x: Quantity, y: Quantity) -> bool:
    """Tell whether what two quantities are of moves; one of them may leave out what it is of."""
    return _moves(x.unit, x.concept) or _moves(y.unit, y.concept)


@cache
def _moves(unit: str | None, concept: str | None) -> bool:
    if concept in _events.moving():
        return True
    kind = "count" if unit is None else dimension(unit)
    words = _words(concept)
    counted = _words(unit) if kind.startswith("count") else frozenset()
    for row in _rows():
        dimensions, nouns, unless = row
        if dimensions and kind.partition(":")[0] not in dimensions:
            continue
        if (not nouns or not nouns.isdisjoint(words | counted)) and unless.isdisjoint(words | counted):
            return True
    return False


def _words(phrase: str | None) -> frozenset[str]:
    return frozenset(singular(word) for word in (phrase or "").lower().replace(",", " ").replace("-", " ").split())


@cache
def _rows() -> tuple[tuple[frozenset[str], frozenset[str], frozenset[str]], ...]:
    """Return the dimensions, the words and the excluded words of each row; "-" is any, or none."""
    return tuple(
        (_set(dimensions), _set(nouns), _set(unless))
        for dimensions, nouns, unless, *_ in table(_units.DATA / "moving.tsv")
    )


def _set(cell: str) -> frozenset[str]:
    return frozenset() if cell == "-" else frozenset(cell.split("|"))
