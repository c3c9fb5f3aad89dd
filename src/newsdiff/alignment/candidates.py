"""Candidates: the pairs of claims of two articles that may be about one thing, each with its measures and its odds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from attrs import frozen

from newsdiff.alignment.crowds import Crowd
from newsdiff.alignment.evidence import Context, Pair
from newsdiff.alignment.features import RIVALLED, SAMENESS
from newsdiff.alignment.profile import FactCluster
from newsdiff.alignment.views import View, Views
from newsdiff.alignment.weights import Model
from newsdiff.nouns.kinds import ClaimKind

# Mentions of a fact that are tried against each other: the first say it all, and a cap keeps long articles linear.
_MENTIONS = 6


@frozen(eq=False)
class Candidate:
    """Two mentions of two facts, what was measured of them, and the log-odds that both are of one thing."""

    left: FactCluster
    right: FactCluster
    pair: Pair
    measures: dict[str, float]
    logit: float


def names_of(kind: ClaimKind | None = None) -> list[str]:
    """Return the names of everything that is measured of a pair of claims of one kind, or of any."""
    own = [feature.name for feature in (kind.features if kind else ()) if feature.about == "sameness"]
    rivalled = [f"{feature.name}-{which}" for feature in RIVALLED for which in ("best", "better")]
    return [*(feature.name for feature in SAMENESS), *own, *rivalled]


def candidates(kind: ClaimKind, context: Context, model: Model, crowd: Crowd) -> list[Candidate]:
    """Return the pairs of mentions of one kind that have anything in common, with the odds that *model* gives them."""
    rows = list(measured(kind, context, crowd))
    return [Candidate(left, right, pair, found, model.logit(found)) for left, right, pair, found in rows]


Measured = tuple[FactCluster, FactCluster, Pair, dict[str, float]]


def measured(kind: ClaimKind, context: Context, crowd: Crowd) -> Sequence[Measured]:
    """Return the pairs of mentions of one kind that have anything in common, each with its measures."""
    features = (*SAMENESS, *(feature for feature in kind.features if feature.about == "sameness"))
    rows = []
    for left, right, a, b in _pairs(kind, context, crowd):
        pair = Pair(context, a, b)
        rows.append((left, right, pair, {feature.name: feature.measure(pair) for feature in features}))
    _rival(rows)
    return rows


def _pairs(kind: ClaimKind, context: Context, crowd: Crowd) -> Iterator[tuple[FactCluster, FactCluster, View, View]]:
    lefts, rights = (_mentions(kind, Views.of(side), side.facts(kind)) for side in (context.left, context.right))
    for left, right in crowd.pairs(kind, context.left, context.right):
        for a, b in product(lefts[id(left)], rights[id(right)]):
            if (a.leads and b.leads) or not (a.reach.isdisjoint(b.near) and b.reach.isdisjoint(a.near)):
                yield left, right, a, b


def _mentions(kind: ClaimKind, views: Views, facts: Iterable[FactCluster]) -> dict[int, list[View]]:
    return {
        id(fact): [views.view(kind, claim, number) for claim in fact.claims[:_MENTIONS]]
        for number, fact in enumerate(facts)
    }


def _rival(rows: Sequence[Measured]) -> None:
    """Add, for some measures, by how much a pair beats the best other pair of each of its claims.

    "-best" is the smaller of the two margins (the pair is the best one for both claims), "-better" the larger.
    """
    for feature in RIVALLED:
        name = feature.name
        tops: tuple[dict[int, list[tuple[float, int]]], ...] = (defaultdict(list), defaultdict(list))
        for left, right, pair, found in rows:
            _keep(tops[0][id(pair.left)], found[name], id(right))
            _keep(tops[1][id(pair.right)], found[name], id(left))
        for left, right, pair, found in rows:
            own = found[name]
            one = own - _other(tops[0][id(pair.left)], id(right))
            two = own - _other(tops[1][id(pair.right)], id(left))
            found[f"{name}-best"], found[f"{name}-better"] = min(one, two), max(one, two)


def _keep(top: list[tuple[float, int]], value: float, fact: int) -> None:
    """Keep the highest values of two different facts, which is all that a margin needs."""
    for at, (known, other) in enumerate(top):
        if other == fact:
            if value > known:
                top[at] = (value, fact)
                top.sort(key=lambda row: -row[0])
            return
    top.append((value, fact))
    top.sort(key=lambda row: -row[0])
    del top[2:]


def _other(top: Sequence[tuple[float, int]], fact: int) -> float:
    """Return the highest value of another fact, 0 where there is none."""
    return next((max(0.0, value) for value, other in top if other != fact), 0.0)
