"""Fit the weights by which articles of the same days are told to be of one event.

    python -m newsdiff.event.fit FILE.jsonl… > src/newsdiff/event/same_days.tsv

A line of a file is a cluster of articles on one event, ``{"id": …, "articles": [{"text", "published", "title"}, …]}``,
or a pair of look-alikes that somebody judged, ``{"group": …, "a": {"text"}, "b": {"text"}, "same": true}``. Pairs
inside a cluster are examples; pairs of two clusters within days of each other are counter-examples. Such days have
hardly any look-alikes (two quakes, two ferries), so judged pairs count as if they were of the same days, for less. The
weights start from those set by hand and are drawn back to them. No numpy; some seconds for a few hundred articles.
"""

from __future__ import annotations

import json
import math
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from attrs import frozen

from newsdiff.event.fingerprint import Fingerprint
from newsdiff.event.same_event import BIAS, WEIGHTS, are_near, features_of, fingerprint_of, hand_set
from newsdiff.nouns.article import Article

# How strongly a weight is drawn to the one set by hand; how much counter-examples and judged pairs weigh together
# against the examples: of .003 to .03, 1 to 4 and 0 to 1, tried in folds by event (decision 13).
PULL, AGAINST, JUDGED = 0.005, 1.0, 0.1
_STEPS, _RATE = 400, 0.5  # guess: gradient steps, until the weights stand still
_FOLDS = 5  # guess
_FIXED = frozenset({"near", "weeks apart", "months apart", "other day"})  # constant for articles of the same days
NAMES = (*(name for name in WEIGHTS if name not in _FIXED), "headline", "strangers")
_AGAINST = ("other counts", "other decimals", "strangers")
_START = {**{name: WEIGHTS.get(name, 0.0) for name in NAMES}, "bias": BIAS + WEIGHTS["near"]}


@frozen
class Example:
    """A pair of articles of the same days: its features, whether it is of one event, how much it counts."""

    features: tuple[float, ...]
    same: bool
    weight: float
    clusters: frozenset[str]
    judged: bool = False


Cluster = tuple[str, list[Fingerprint]]
Judged = tuple[str, Fingerprint, Fingerprint, bool]


def read(paths: Iterable[Path]) -> tuple[list[Cluster], list[Judged]]:
    """Return the clusters and the judged pairs of some files, with fingerprints for articles."""
    clusters: list[Cluster] = []
    judged: list[Judged] = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if "articles" in row:
                clusters.append((row["id"], [fingerprint_of(_article(article)) for article in row["articles"]]))
            else:
                one, two = (fingerprint_of(_article(row[side])) for side in "ab")
                judged.append((row["group"], one, two, row["same"]))
    return clusters, judged


def _article(row: dict[str, str | None]) -> Article:
    title, text = row.get("title"), row["text"] or ""
    return Article(
        text if not title or text.startswith(title) else f"{title}\n\n{text}", published=row.get("published")
    )


def examples(given: Sequence[Cluster], judged: Sequence[Judged]) -> list[Example]:
    """Return the pairs of the same days, those of one cluster and those of two, and the judged ones as if they were.

    Each cluster weighs as the root of its number of pairs. Two clusters whose articles mostly look like one event may
    be one, collected twice: they are left out.
    """
    same, other = [], []
    for name, prints in given:
        pairs = [_features(a, b) for a, b in combinations(prints, 2) if are_near(a, b)]
        same += [Example(pair, True, 1 / math.sqrt(len(pairs)), frozenset({name})) for pair in pairs]
    for (left, first), (right, second) in combinations(given, 2):
        found = [features_of(a, b) for a in first for b in second if are_near(a, b)]
        if sum(hand_set(pair) >= 0 for pair in found) * 2 > len(found):
            continue
        other += [Example(_values(pair), False, 1.0, frozenset({left, right})) for pair in found]
    total = sum(row.weight for row in same)
    scale = AGAINST * total / max(len(other), 1)
    told = JUDGED * total / max(len(judged), 1)
    return [
        *same,
        *(Example(row.features, False, scale, row.clusters) for row in other),
        *(
            Example(_features(one, two), is_same, told, frozenset({name}), judged=True)
            for name, one, two, is_same in judged
        ),
    ]


def _features(one: Fingerprint, two: Fingerprint) -> tuple[float, ...]:
    return _values(features_of(one, two))


def _values(features: dict[str, float]) -> tuple[float, ...]:
    return tuple(features[name] for name in NAMES)


def fit(rows: Sequence[Example]) -> dict[str, float]:
    """Return weights and "bias" of a logistic model that is drawn to the weights set by hand and keeps their signs."""
    columns = list(zip(*(row.features for row in rows), strict=True))
    spread = [_spread(column) for column in columns]
    start = [_START[name] for name in NAMES]
    signs = [-1.0 if name in _AGAINST else 1.0 for name in NAMES]
    weights, bias, total = list(start), _START["bias"], sum(row.weight for row in rows)
    for _ in range(_STEPS):
        slopes, slope = [0.0] * len(NAMES), 0.0
        for row in rows:
            odds = bias + sum(weight * value for weight, value in zip(weights, row.features, strict=True))
            error = row.weight * (1 / (1 + math.exp(-max(-50.0, min(50.0, odds)))) - row.same) / total
            slope += error
            for place, value in enumerate(row.features):
                if value:
                    slopes[place] += error * value
        bias -= 2 * _RATE * slope
        for place, width in enumerate(spread):
            pull = 2 * PULL * width * width * (weights[place] - start[place])
            moved = weights[place] - _RATE / (width * width + 0.01) * (slopes[place] + pull)
            weights[place] = moved if moved * signs[place] > 0 else 0.0
    return {**dict(zip(NAMES, weights, strict=True)), "bias": bias}


def _spread(column: Sequence[float]) -> float:
    mean = sum(column) / len(column)
    return math.sqrt(sum((value - mean) ** 2 for value in column) / len(column)) + 0.001


def in_folds(rows: Sequence[Example]) -> Iterator[tuple[Example, float, float]]:
    """Yield each pair with its log-odds by weights fitted without its clusters, and by those set by hand.

    A pair of clusters of two folds comes twice.
    """
    for fold in range(_FOLDS):
        inside = [any(zlib.crc32(name.encode()) % _FOLDS == fold for name in row.clusters) for row in rows]
        weights = fit([row for row, held in zip(rows, inside, strict=True) if not held])
        for row, held in zip(rows, inside, strict=True):
            if held:
                yield row, _odds(weights, row), _odds(_START, row)


def _odds(weights: dict[str, float], row: Example) -> float:
    return weights["bias"] + sum(weights[name] * value for name, value in zip(NAMES, row.features, strict=True))


def main(paths: Sequence[str]) -> None:
    """Print the weights as a data file, and to standard error what they are worth on clusters left out."""
    rows = examples(*read(map(Path, paths)))
    if not {row.same for row in rows} >= {True, False}:
        sys.exit("no pairs of the same days, of one event and of two: more clusters with publication dates are needed")
    answers = list(in_folds(rows))
    for kind, title in ((False, "clusters"), (True, "judged pairs")):
        own = [answer for answer in answers if answer[0].judged is kind]
        print(_told(f"{title}, fitted, in folds", [(row.same, fitted >= 0) for row, fitted, _ in own]), file=sys.stderr)
        print(_told(f"{title}, set by hand", [(row.same, hand >= 0) for row, _, hand in own]), file=sys.stderr)
    print(
        "# source: fitted by python -m newsdiff.event.fit on clusters of news articles; licence: MIT. "
        "Weight of each feature for two articles of the same days."
    )
    for name, weight in fit(rows).items():
        print(f"{name}\t{weight:.2f}")


def _told(label: str, answers: Sequence[tuple[bool, bool]]) -> str:
    passed = [[told for same, told in answers if same is kind] for kind in (True, False)]
    one, two = (f"{sum(told)} of {len(told)}" for told in passed)
    return f"{label}: {one} pairs of one event passed, {two} pairs of two events"


if __name__ == "__main__":
    main(sys.argv[1:])
