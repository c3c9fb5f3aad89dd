"""Whose government, whose army: the state behind "the regime" and "the troops"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsdiff.text import places
from newsdiff_groups._labels import Generic
from newsdiff_groups._words import labels

_FAMILIES = ("state", "force")


def country(name: str) -> str | None:
    """Return the country that a nationality, a country or a capital stands for."""
    return places.demonyms().get(name) or places.countries().get(name) or places.capitals().get(name)


def holders(text: str, found: Sequence[Generic]) -> list[str | None]:
    """Return for each generic mention the country whose government or forces it is.

    A bare "regime" is that of the only country whose government or forces the article names, or of one that it names at
    least three times as often as any other.
    """
    named = [_named(text, generic) for generic in found]
    counts = Counter(name for name in named if name is not None).most_common(2)
    only = counts[0][0] if counts and (len(counts) == 1 or counts[0][1] >= 3 * counts[1][1]) else None
    return [
        name or (only if generic.name is None and labels()[generic.head].family in _FAMILIES else None)
        for name, generic in zip(named, found, strict=True)
    ]


def _named(text: str, generic: Generic) -> str | None:
    if generic.name is None or labels()[generic.head].family not in _FAMILIES:
        return None
    return country(text[slice(*generic.name)])
