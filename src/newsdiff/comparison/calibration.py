"""Calibration of findings: from an archive, and differences that readers judged, to a file of weights.

``calibrate`` does it all. What sameness looks like is learned from the archive alone (``alignment.calibration``), and
so is the base rate of real differences. Where there are judged differences (``comparison.judgements``), weights are
fitted for each kind of finding with enough of them, and thresholds are where those above are right often enough, all
in folds by event. Needs scikit-learn: the extra ``calibrate``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from newsdiff.alignment.calibration import (
    FOLDS,
    LEAST_EXAMPLES,
    Cluster,
    Progress,
    Quality,
    Rows,
    any_kind,
    extracted,
    fitted,
    folds,
    gathered,
    learnable,
    logistic,
    rate,
    validated,
)
from newsdiff.alignment.weights import ANY_KIND, Model, Weights, chance
from newsdiff.comparison.judgements import GoldRow, Judgement, judged, judged_pairs, read_gold
from newsdiff.comparison.posterior import WORDS
from newsdiff.nouns.errors import WeightsError
from newsdiff.plugins import Plugins, default_plugins

if TYPE_CHECKING:
    import numpy as np

PLAIN = Model(0.0, {"one-thing": 1.0, "extraction": 1.0}, {"one-thing": 0.0, "extraction": 0.0})
"""Nothing fitted: as sure as both claims are of one thing and read right."""
LIKELY = 0.2
"""The threshold of differences of precision and of names, of which readers do not write down every one: a guess between
what is found and what is told in vain."""
PRECISION = 0.6
"""How many of the shown differences of a kind should be right, in folds by event."""
# Right examples below which a kind of finding gets no weights of its own, and below which no threshold is trusted.
_LEAST_RIGHT, _LEAST_SHOWN = 8, 5
_NEW = "(new)"  # how errors call the file that is not there yet
# Strength of the penalty; of .1, .3 and 1 the one that ranked best in folds (decision 44).
_PENALTY = 1.0
COMPLETE = (
    "number-conflict",
    "date-conflict",
    "quote-",
    "statement-conflict",
    "event-status",
    "person-",
    "place-conflict",
)
"""Kinds of finding of which readers write down every one; of the others what is not in the gold may be right."""


@frozen
class Curve:
    """How well the confidence of one kind of finding holds, each event by weights that were fitted without it."""

    kind: str
    found: int
    right: int
    threshold: float
    shown: int
    shown_right: int
    brier: float
    bins: tuple[tuple[float, float, int], ...] = ()
    """Mean confidence, share that is right, count."""


@frozen
class Calibration:
    """New weights, and what is known of how good they are."""

    weights: Weights
    learned: Mapping[str, Quality]
    """Kind of claim, and "*" for any, to how well its weights rank in folds by event."""
    rates: Mapping[str, float]
    """Kind of claim to the base rate: the share of differences among claims that are surely of one thing."""
    lacking: Mapping[str, int]
    """Kind of claim to its examples, where these are too few: the weights for any kind are used for it."""
    curves: tuple[Curve, ...] = ()
    """How well the confidence of each judged kind of finding holds."""


def calibrate(
    clusters: Sequence[Cluster],
    *,
    gold: Iterable[str | Path] = (),
    pairs: Iterable[str | Path] = (),
    plugins: Plugins | None = None,
    made: str = "newsdiff.comparison.calibration.calibrate",
    progress: Progress | None = None,
) -> Calibration:
    """Fit weights to an archive: *clusters* of articles on one event each (``alignment.calibration.read_clusters``).

    *gold* are files with differences that readers wrote down of some of these clusters, *pairs* files with judged pairs
    of articles; without both, the base-rate formula says how likely a difference is real. *made* goes into the file.
    Raises WeightsError where scikit-learn is missing, a file cannot be read, or the archive has too few examples.
    """
    if find_spec("sklearn") is None:
        raise WeightsError(_NEW, "fitting them needs scikit-learn: pip install 'newsdiff[calibrate]'")
    chosen = plugins or default_plugins()
    rows_of_gold = [row for path in gold for row in read_gold(path)]
    _check_events(rows_of_gold, clusters)
    with _one_thread():
        return _Calibrating(clusters, chosen, made, progress).done(rows_of_gold, list(pairs))


def _check_events(gold: Sequence[GoldRow], clusters: Sequence[Cluster]) -> None:
    known = {cluster.id for cluster in clusters}
    if gold and known.isdisjoint(row.event for row in gold):
        raise WeightsError(_NEW, f"no event of the gold is in the clusters: {gold[0].event!r} is unknown")


def _one_thread() -> AbstractContextManager[Any]:
    """Keep linear algebra from starting threads: the tables are small, and on few cores threads fight."""
    from threadpoolctl import threadpool_limits  # comes with scikit-learn

    limits: AbstractContextManager[Any] = threadpool_limits(1)
    return limits


class _Calibrating:
    """One run over an archive."""

    def __init__(self, clusters: Sequence[Cluster], plugins: Plugins, made: str, progress: Progress | None) -> None:
        self.clusters, self.plugins, self.made, self.progress = clusters, plugins, made, progress
        self.sources = extracted(clusters, plugins, progress)
        self.fold = folds(cluster.id for cluster in clusters)
        kinds = learnable(plugins)
        every: list[Rows] = []
        for done, kind in enumerate(kinds, 1):
            every.append(gathered(kind, self.sources))
            self._say("measure", done, len(kinds))
        if not every:
            raise WeightsError(_NEW, "no installed kind of claim says which values are unusual (ClaimKind.unusual)")
        self.any = any_kind(every)
        if self.any.examples < LEAST_EXAMPLES:
            raise WeightsError(
                _NEW,
                f"too few examples in {len(clusters)} clusters: {self.any.examples} pairs of claims share an unusual"
                f" value; at least {LEAST_EXAMPLES} are needed",
            )
        self.rows = [rows for rows in every if rows.examples >= LEAST_EXAMPLES]
        self.lacking = {rows.kind: rows.examples for rows in every if rows.examples < LEAST_EXAMPLES}

    def done(self, gold: Sequence[GoldRow], pairs: Sequence[str | Path]) -> Calibration:
        """Return the weights and their figures."""
        learned, same, by_fold = self._learned()
        rates = {rows.kind: rate(rows, same[rows.kind]) for rows in self.rows}
        weights = starting(same, rates, self.made)
        judgements = self._judged(gold, by_fold)
        for done, path in enumerate(pairs, 1):
            judgements += judged_pairs(path, self.plugins, weights)
            self._say("judged pairs", done, len(pairs))
        weights, curves = calibrated(weights, judgements) if judgements else (weights, [])
        return Calibration(weights, learned, rates, self.lacking, tuple(curves))

    def _learned(self) -> tuple[dict[str, Quality], dict[str, Model], dict[int, dict[str, Model]]]:
        """Return how well each kind's weights rank, its weights, and those of each fold."""
        learned, same = {}, {}
        by_fold: dict[int, dict[str, Model]] = {number: {} for number in range(FOLDS)}
        for rows in (*self.rows, self.any):
            learned[rows.kind], models = validated(rows, self.fold, self.progress)
            for number, model in models.items():
                by_fold[number][rows.kind] = model
            same[rows.kind] = fitted(rows)
        return learned, same, by_fold

    def _judged(self, gold: Sequence[GoldRow], by_fold: Mapping[int, dict[str, Model]]) -> list[Judgement]:
        """Return what is found in the pairs of the gold, each event with weights that were fitted without it."""
        if not gold:
            return []
        models = {}
        for number, same in by_fold.items():
            rates = {rows.kind: rate(rows, same[rows.kind]) for rows in self.rows}
            models[number] = starting(same, rates, self.made)
        self._say("judge", 0, 1)
        found = judged(self.clusters, dict(self.sources), gold, self.plugins, lambda event: models[self.fold[event]])
        self._say("judge", 1, 1)
        return found

    def _say(self, stage: str, done: int, total: int) -> None:
        if self.progress:
            self.progress(stage, done, total)


def calibrated(
    weights: Weights, judgements: Sequence[Judgement], precision: float = PRECISION
) -> tuple[Weights, list[Curve]]:
    """Return *weights* with models and thresholds for the judged kinds of finding, and how well these hold.

    A kind of finding with too few right examples keeps the base-rate formula where evidence says how surely two claims
    are of one thing; else it shares the slopes of all others and has only its base rate for its own.
    """
    models, thresholds, curves = dict(weights.findings), dict(weights.thresholds), []
    told = [it for it in judgements if it.finding.kind.startswith(COMPLETE)]
    shared = _Sample(ANY_KIND, told, sorted(WORDS))
    thresholds[ANY_KIND] = precision
    for kind in sorted({it.finding.kind for it in judgements} - {it.finding.kind for it in told}):
        models[kind], thresholds[kind] = PLAIN, LIKELY
    for kind in sorted({it.finding.kind for it in told}):
        own = [it for it in told if it.finding.kind == kind]
        sample = _Sample(kind, own, sorted(own[0].measures))
        few = sum(it.right for it in own) < _LEAST_RIGHT
        if few and kind in weights.findings:
            curve = _curve(kind, sample, weights.findings[kind], precision)
        else:
            models[kind] = shared.based(sample) if few else sample.model()
            curve = _curve(kind, sample, shared if few else None, precision)
        thresholds[kind] = curve.threshold
        curves.append(curve)
    return evolve(weights, findings=models, thresholds=thresholds), curves


class _Sample:
    """Judged findings as a table, for one model."""

    def __init__(self, kind: str, own: Sequence[Judgement], names: Sequence[str]) -> None:
        import numpy as np  # the extra ``calibrate``

        self.kind, self.names = kind, names
        self.table = np.array([[it.measures[name] for name in names] for it in own], dtype=float)
        self.right = np.array([float(it.right) for it in own])
        self.weights = np.array([it.weight for it in own])
        self.events = [it.event for it in own]

    def among(self, chosen: np.ndarray) -> _Sample:
        """Return the part of the sample that *chosen* marks."""
        part = _Sample(self.kind, (), self.names)
        part.table, part.right, part.weights = self.table[chosen], self.right[chosen], self.weights[chosen]
        part.events = [event for event, inside in zip(self.events, chosen) if inside]
        return part

    def model(self) -> Model:
        """Return the logistic model of the sample."""
        return _model(self.names, self.table, self.right, self.weights)

    def based(self, other: _Sample) -> Model:
        """Return this sample's slopes with the base rate of *other*: as many right as there were, on average."""
        model = self.model()
        table = other.table[:, [other.names.index(name) for name in self.names]]
        wanted = (other.right.sum() + 0.5) / (len(other.right) + 1)
        low, high = -_FAR, _FAR
        for _ in range(60):  # bisection: the mean probability grows with the intercept
            shift = (low + high) / 2
            moved = evolve(model, intercept=model.intercept + shift)
            found = _chances(moved, self.names, table)
            low, high = (shift, high) if sum(found) / len(found) < wanted else (low, shift)
        return evolve(model, intercept=model.intercept + (low + high) / 2)


_FAR = 20.0  # log-odds that no base rate needs to be moved by


def _curve(kind: str, sample: _Sample, shared: _Sample | Model | None, precision: float) -> Curve:
    """Return how well a kind's confidence holds, each event judged by a model that was fitted without it."""
    import numpy as np  # the extra ``calibrate``

    pool = shared if isinstance(shared, _Sample) else sample
    fold = folds([*sample.events, *pool.events])
    which = np.array([fold[event] for event in sample.events])
    others = np.array([fold[event] for event in pool.events])
    kept = np.zeros(len(which))
    for number in range(FOLDS):
        inside = which == number
        if not inside.any():
            continue
        rest = sample.among(~inside)
        if isinstance(shared, Model):
            model = shared  # nothing of it was fitted on what readers judged
        elif shared is not None:
            model = shared.among(others != number).based(rest)
        else:
            model = rest.model()
        columns = [sample.names.index(name) for name in model.weights]
        kept[inside] = _chances(model, list(model.weights), sample.table[inside][:, columns])
    full = sample.weights >= 1
    kept, right = kept[full], sample.right[full]
    threshold, shown = _threshold(kept, right, precision)
    return Curve(
        kind, len(right), int(right.sum()), threshold, int(shown.sum()), int(right[shown].sum()),
        float(((kept - right) ** 2).mean()), _bins(kept, right),
    )  # fmt: skip


def _model(names: Sequence[str], table: np.ndarray, right: np.ndarray, weights: np.ndarray) -> Model:
    import numpy as np  # the extra ``calibrate``

    if right.sum() < _LEAST_RIGHT or right.sum() == len(right):
        share = (right.sum() + 0.5) / (len(right) + 1)  # nothing to learn but how often it is right
        return Model(float(np.log(share / (1 - share))), dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0))
    means, spread = table.mean(axis=0), table.std(axis=0)
    spread[spread == 0] = 1.0
    slopes, intercept = logistic((table - means) / spread, right, weights, _PENALTY)
    slopes = slopes / spread
    return Model(
        float(intercept - slopes @ means),
        dict(zip(names, map(float, slopes))),
        dict(zip(names, map(float, means))),
    )


def _chances(model: Model, names: Sequence[str], table: np.ndarray) -> list[float]:
    return [chance(model.logit(dict(zip(names, row)))) for row in table]


def _threshold(kept: np.ndarray, right: np.ndarray, precision: float) -> tuple[float, np.ndarray]:
    """Return the confidence from which findings are shown, and which ones reach it.

    It is the lowest from which findings are right often enough, by what readers judged and by the probabilities
    themselves: few judged findings make a noisy share.
    """
    import numpy as np  # the extra ``calibrate``

    order = np.argsort(-kept, kind="stable")
    counts = np.arange(1, len(order) + 1)
    share, expected = np.cumsum(right[order]) / counts, np.cumsum(kept[order]) / counts
    good = [at for at in range(_LEAST_SHOWN - 1, len(order)) if min(share[at], expected[at]) >= precision]
    if not good:  # too few to count: trust the probability itself
        return precision, kept >= precision
    threshold = float(np.floor(kept[order[good[-1]]] * 20) / 20)  # so few findings say no more than a twentieth
    return threshold, kept >= threshold


def _bins(kept: np.ndarray, right: np.ndarray, count: int = 5) -> tuple[tuple[float, float, int], ...]:
    import numpy as np  # the extra ``calibrate``

    which = np.minimum(count - 1, (kept * count).astype(int))
    return tuple(
        (float(kept[which == at].mean()), float(right[which == at].mean()), int((which == at).sum()))
        for at in range(count)
        if (which == at).any()
    )


def starting(sameness: Mapping[str, Model], rates: Mapping[str, float], made: str) -> Weights:
    """Return weights for which no difference was judged: the base-rate formula says how likely one is real.

    *rates* is, for each kind, the share of differences among claims of one thing.
    """
    findings = {f"{kind}-conflict": based_on(rate) for kind, rate in rates.items()}
    findings[ANY_KIND] = based_on(sum(rates.values()) / max(1, len(rates)))
    return Weights("", "", made, sameness, findings, {ANY_KIND: PRECISION})


def based_on(rate: float) -> Model:
    """Return the base-rate formula as a model.

    With s for the probability that two claims are of one thing and d for the share of such claims that differ, a
    difference is real with P = s d / (s d + (1 - s) u), where u is the share that differ of claims of two things. Its
    log-odds are those of s plus log(d / u).
    """
    return evolve(PLAIN, intercept=math.log(rate / _UNLIKE))


_UNLIKE = 0.97  # measured on real pairs: of claims about two things nearly all differ
