"""Assignment: which pairs to take so that each side is in one pair at most and the total is the best there is."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

Numbers = tuple[int, int]
Edges = Mapping[Numbers, float]


def assigned(worth: Edges) -> list[Numbers]:
    """Return the pairs of the one-to-one assignment with the highest total worth, each a left and a right number.

    Pairs worth nothing are left out. Ties go to the pairs that *worth* names first. Works part by part: what shares no
    side cannot compete.

    >>> assigned({(1, 7): 3.0, (1, 8): 2.5, (2, 7): 2.8})
    [(1, 8), (2, 7)]
    """
    order = {pair: at for at, pair in enumerate(worth)}
    taken: list[Numbers] = []
    for part in _parts(pair for pair, much in worth.items() if much > 0):
        taken += _best(part, worth)
    return sorted(taken, key=order.__getitem__)


def _parts(pairs: Iterable[Numbers]) -> list[list[Numbers]]:
    """Split pairs into groups that have no side in common."""
    beside: dict[Numbers, list[Numbers]] = {}
    for pair in pairs:
        beside.setdefault((0, pair[0]), []).append(pair)
        beside.setdefault((1, pair[1]), []).append(pair)
    seen: set[Numbers] = set()
    found = []
    for start in beside:
        if start in seen:
            continue
        seen.add(start)
        queue, part = deque([start]), dict[Numbers, None]()
        while queue:
            for pair in beside[queue.popleft()]:
                part[pair] = None
                for side in ((0, pair[0]), (1, pair[1])):
                    if side not in seen:
                        seen.add(side)
                        queue.append(side)
        found.append(list(part))
    return found


def _best(part: list[Numbers], worth: Edges) -> list[Numbers]:
    """Return the best assignment of one part by augmenting paths, each the one that adds most.

    Taking the most profitable path each time keeps the matching of every size the best of that size (Edmonds and Karp,
    1972), so it may stop when no path adds anything.
    """
    if len(part) == 1:
        return part
    edges: dict[int, list[tuple[int, float]]] = {}
    for one, two in part:
        edges.setdefault(one, []).append((two, worth[one, two]))
    mate: dict[int, int] = {}  # right side to its left one
    own: dict[int, int] = {}  # left side to its right one
    while True:
        gain, back = _gains(edges, mate, own, worth)
        free = [(much, two) for two, much in gain.items() if two not in mate]
        best = max(free, key=lambda row: row[0], default=None)
        if best is None or best[0] <= _NOTHING:
            return list(own.items())
        ends = [best[1]]
        while ends:
            end = ends.pop()
            one = back[end]
            ends += [own[one]] if one in own else []
            own[one], mate[end] = end, one


_NOTHING = 1e-9  # a gain that rounding can make


def _gains(
    edges: Mapping[int, list[tuple[int, float]]],
    mate: Mapping[int, int],
    own: Mapping[int, int],
    worth: Edges,
) -> tuple[dict[int, float], dict[int, int]]:
    """Return, for every right side, the most that a path of exchanges to it adds, and from which left one it comes."""
    start = {one: 0.0 for one in edges if one not in own}
    gain: dict[int, float] = {}
    back: dict[int, int] = {}
    queue = deque(start)
    waiting = set(start)
    reached = dict(start)
    while queue:  # Bellman and Ford by a queue; no cycle can add anything to the best matching of its size
        one = queue.popleft()
        waiting.discard(one)
        for two, much in edges[one]:
            if own.get(one) == two:
                continue
            total = reached[one] + much
            if total <= gain.get(two, float("-inf")) + _NOTHING:
                continue
            gain[two], back[two] = total, one
            if two in mate:
                next_ = mate[two]
                reached[next_] = total - worth[next_, two]
                if next_ not in waiting:
                    waiting.add(next_)
                    queue.append(next_)
    return gain, back
