"""Reprints and shared agency text: forty copies of one wire story are one source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newsdiff.page.reprints import Wording

_SHARED = 3
"""Sentences in common from which on articles are said to share text."""


def copied(wordings: Sequence[Wording], pairs: Iterable[tuple[int, int]], order: Sequence[int]) -> dict[int, int]:
    """Map the index of each reprint among *pairs* to that of its original, which is the one that *order* puts first."""
    rank = {at: place for place, at in enumerate(order)}
    ordered = sorted(tuple(sorted(pair, key=rank.__getitem__, reverse=True)) for pair in pairs)
    found: dict[int, int] = {}
    for at, earlier in sorted(ordered, key=lambda pair: (rank[pair[0]], rank[pair[1]])):
        if at not in found and earlier not in found and wordings[at].copies(wordings[earlier]):
            found[at] = earlier
    return found


def sharing(
    wordings: Sequence[Wording], pairs: Iterable[tuple[int, int]], copies: Mapping[int, int]
) -> list[tuple[int, int, int]]:
    """Return (index, index, sentences) of *pairs* that are no reprints and share sentences word for word."""
    found = []
    for one, two in sorted(pairs):
        count = wordings[one].shares(wordings[two])
        if count >= _SHARED and copies.get(one, one) != copies.get(two, two):
            found.append((one, two, count))
    return found
