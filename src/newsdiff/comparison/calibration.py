"""Calibration of findings: from differences that readers judged to the probability that a difference is real.

The gold is the format of ``newsdiff evaluate``: one row a real difference, {"event", "a", "b", "kind", "relation",
"a_span", "b_span"}, where "a" and "b" name the outlets of two articles of the cluster "event". What newsdiff finds in
these articles is right where it touches a row on both sides and says the same sort of thing. Weights are fitted for
each kind of finding with enough judged examples; thresholds are where those above are right often enough, all in folds
by event. Needs scikit-learn: the extra ``calibrate``.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from newsdiff.alignment.calibration import FOLDS, Cluster, folds, logistic
from newsdiff.alignment.weights import ANY_KIND, Model, Weights, chance
from newsdiff.comparison.diff import compared_pair
from newsdiff.comparison.posterior import WORDS
from newsdiff.extraction.extract import extract
from newsdiff.nouns.article import Article
from newsdiff.nouns.errors import WeightsError
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.reports import Finding
from newsdiff.nouns.spans import Span
from newsdiff.plugins import Plugins

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
# Strength of the penalty; of .1, .3, 1 and 3 the one that ranked best in folds (decision 44).
_PENALTY = 1.0
_CHANGED = ("conflict", "update")
_TOLD = (*_CHANGED, "variation")
PAIRS_WEIGH = 0.3
"""How much judged pairs count against pairs as they come; of 0, .03, .1, .3 and 1, the most that did not cost precision
on these in folds (decision 44)."""
# What a reader may have called a change that newsdiff tells of one family of claims.
FITS: Mapping[str, frozenset[str]] = {
    "number": frozenset(("number", "statement", "status")),
    "date": frozenset(("date", "statement", "status")),
    "statement": frozenset(("statement", "status", "number", "date")),
    "event": frozenset(("status", "statement")),
    "quote": frozenset(("quote-attribution", "statement")),
    "person": frozenset(("statement", "status", "number", "date", "quote-attribution")),
    "place": frozenset(("statement", "status", "number")),
    "group": frozenset(("statement",)),
}
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
class GoldRow:
    """One real difference, as a reader wrote it down."""

    event: str
    a: str
    b: str
    kind: str
    relation: str
    left: Span
    right: Span
    importance: int = 1
    debatable: bool = False


@frozen(eq=False)
class Judgement:
    """One finding of newsdiff, what was measured of it, and whether a reader wrote it down, too."""

    event: str
    finding: Finding
    measures: Mapping[str, float] = field(repr=False)
    right: bool
    weight: float = 1.0
    """How much it counts when weights are fitted; thresholds and curves rest on those that count in full."""


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


def read_gold(path: str | Path) -> list[GoldRow]:
    """Read judged differences from JSON lines; rows without a kind (lists of pairs) are passed over.

    Raises WeightsError, which names file and line, for anything else.
    """
    found = []
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise WeightsError(str(path), f"cannot be read as gold: {error}") from error
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line) if line.strip() else {}
            if "kind" in row and row.get("a_span") and row.get("b_span"):
                found.append(_gold(row))
        except (ValueError, KeyError, TypeError) as error:
            raise WeightsError(str(path), f"line {number} is no judged difference: {error!r}") from error
    return found


def _gold(row: Mapping[str, Any]) -> GoldRow:
    spans = (Span(*row["a_span"]), Span(*row["b_span"]))
    debatable = row.get("record") == "debatable"
    return GoldRow(
        row["event"], row["a"], row["b"], row["kind"], row["relation"], *spans, row.get("importance", 1), debatable
    )


def judged(
    clusters: Sequence[Cluster],
    sources: Mapping[str, Sequence[Extraction]],
    gold: Iterable[GoldRow],
    plugins: Plugins,
    weights: Callable[[str], Weights],
) -> list[Judgement]:
    """Return what newsdiff finds in all pairs that readers read, each finding with the reader's judgement.

    *weights* are those to use for an event: fitted without it.
    """
    read: dict[tuple[str, str, str], list[GoldRow]] = defaultdict(list)
    for row in gold:
        read[row.event, row.a, row.b].append(row)
    found: list[Judgement] = []
    for cluster in clusters:
        own = {article.outlet: source for article, source in zip(cluster.articles, sources.get(cluster.id, ()))}
        for (event, a, b), rows in read.items():
            if event == cluster.id and a in own and b in own:
                pairs = compared_pair(own[a], own[b], plugins, weights(event))
                found += _judgements(event, pairs, rows)
    return found


def _judgements(
    event: str, found: Sequence[tuple[Finding, Mapping[str, float]]], rows: Sequence[GoldRow]
) -> list[Judgement]:
    told = (it for it in found if it[0].relation in _TOLD and it[1])  # statements have a model of their own
    sure = sorted(told, key=lambda it: -it[0].alignment)
    free = [row for row in rows if not row.debatable]
    judgements = []
    for finding, measures in sure:
        hit = next((row for row in free if finds(finding, row)), None)
        if hit is not None:
            free.remove(hit)
        elif any(row.debatable and _touch(finding, row) for row in rows):
            continue
        judgements.append(Judgement(event, finding, measures, hit is not None))
    return judgements


def judged_pairs(path: str | Path, plugins: Plugins, weights: Weights) -> list[Judgement]:
    """Return what newsdiff finds in pairs of articles that stand in a file with their judged figures.

    A line is ``{"group": …, "a": {"text", "published"}, "b": …, "mentions": {"a": [{"start", "end", "key"}], "b": …},
    "gold": [{"key", "relation"}]}``: which figures of the two articles are of one thing, and whether they agree. Such
    pairs were chosen for their figures, so they count less than pairs as they come (``PAIRS_WEIGH``).
    """
    found: list[Judgement] = []
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            sides = [
                extract(Article(it["text"], id=name, published=it.get("published")), plugins=plugins)
                for name, it in (("a", row["a"]), ("b", row["b"]))
            ]
            conflicts = {it["key"] for it in row["gold"] if it["relation"] == "conflict"}
            mentions = [[(Span(it["start"], it["end"]), it["key"]) for it in row["mentions"][side]] for side in "ab"]
        except (ValueError, KeyError, TypeError) as error:
            raise WeightsError(str(path), f"line {number} is no judged pair: {error!r}") from error
        for finding, measures in compared_pair(sides[0], sides[1], plugins, weights):
            if finding.relation in _CHANGED and finding.kind == "number-conflict" and finding.left and finding.right:
                one, two = (
                    {key for span, key in known if span.overlaps(claim.span)}
                    for known, claim in zip(mentions, (finding.left, finding.right))
                )
                if one and two:
                    right = not conflicts.isdisjoint(one & two)
                    found.append(Judgement(str(row["group"]), finding, measures, right, PAIRS_WEIGH))
    return found


def finds(finding: Finding, row: GoldRow) -> bool:
    """Tell whether a finding says what a reader wrote down: both sides touch, and the kinds fit."""
    if not _touch(finding, row):
        return False
    family = finding.kind.partition("-")[0]
    changed = finding.relation in _CHANGED
    if changed != (row.relation in _CHANGED):
        return False
    return row.kind in FITS.get(family, ()) if changed else family == row.kind.partition("-")[0]


def _touch(finding: Finding, row: GoldRow) -> bool:
    if finding.left is None or finding.right is None:
        return False
    return finding.left.span.overlaps(row.left) and finding.right.span.overlaps(row.right)


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

    Of the thresholds above which findings are right often enough it is the one with the most right findings less wrong
    ones: a false alarm costs as much as a miss.
    """
    import numpy as np  # the extra ``calibrate``

    order = np.argsort(-kept, kind="stable")
    hits, shown = np.cumsum(right[order]), np.arange(1, len(order) + 1)
    good = [at for at in range(_LEAST_SHOWN - 1, len(order)) if hits[at] >= precision * shown[at]]
    if not good:  # too few to count: trust the probability itself
        return precision, kept >= precision
    best = max(good, key=lambda at: (2 * hits[at] - shown[at], at))
    threshold = float(np.floor(kept[order[best]] * 20) / 20)  # so few findings say no more than a twentieth
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
