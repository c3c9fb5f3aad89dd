"""Calibration: learn from an archive of articles, without annotation, what two claims about one thing look like.

Where two articles on one event share an unusual value (214 here, 214 there, once each), the two claims are almost
surely of one thing, and every other pair of the dimension is not. Hide the value, and that is a labelled example. All
other pairs teach, too: that two values agree speaks for one thing as far as chance does not explain it, which
expectation and maximisation settles (Dempster, Laird and Rubin, 1977). Needs scikit-learn: the extra ``calibrate``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from newsdiff.alignment.candidates import measured, names_of
from newsdiff.alignment.crowds import Crowd
from newsdiff.alignment.evidence import Context
from newsdiff.alignment.profile import Profile, compared
from newsdiff.alignment.views import at_a_glance
from newsdiff.alignment.weights import ANY_KIND, Model
from newsdiff.extraction.extract import extract
from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.errors import WeightsError
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.kinds import ClaimKind
from newsdiff.plugins import Plugins

if TYPE_CHECKING:
    import numpy as np

Progress = Callable[[str, int, int], None]
"""Called with the stage ("extract", "measure", "fit"), what is done and what there is to do."""

# Examples below which weights would be noise: 40 leave some five to each fold.
LEAST_EXAMPLES = 40
FOLDS = 8
# How much the examples with an unusual value weigh against all pairs, the strength of the penalty, the share of real
# differences that is assumed while learning, and rounds of expectation and maximisation. The first is a compromise: 60
# and more put the true partner first more often, less ranked real differences better (decision 44); the last two are
# guesses.
_EXAMPLES_WEIGH, _PENALTY, _DIFFER, _ROUNDS = 20.0, 0.01, 0.02, 4
# Bounds of the chance that two claims of different things have one value.
_RARE, _COMMON = 0.003, 0.5


@frozen
class Cluster:
    """Articles on one event."""

    id: str
    articles: tuple[Article, ...]


@frozen(eq=False)
class Rows:
    """Every pair of claims of one kind in the clusters, one row a pair."""

    kind: str
    names: list[str]
    events: list[str]
    measures: np.ndarray
    agrees: np.ndarray
    """1 where the values agree, 0 where they differ, -1 where neither is sure."""
    chance: np.ndarray
    """How likely the values would agree if the claims were of two things."""
    queries: list[tuple[int, ...]] = field(factory=list)
    """Rows among which one is an example, that one first: all partners of a claim with an unusual value."""

    @property
    def examples(self) -> int:
        """How many pairs share an unusual value."""
        return len({query[0] for query in self.queries})


@frozen
class Quality:
    """How well weights rank, each cluster by weights that were fitted without it."""

    examples: int
    hits: float
    """Share of claims with an unusual value whose true partner comes first."""
    auc: float
    """Area under the ROC curve of true partners against others."""


def read_clusters(paths: Iterable[str | Path]) -> list[Cluster]:
    """Read clusters from JSON lines: ``{"id": …, "articles": [{"text", "outlet", "published", "title"}, …]}``.

    Raises WeightsError, which names file and line, for anything else.
    """
    found = []
    for path in map(Path, paths):
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise WeightsError(str(path), f"cannot be read as clusters: {error}") from error
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    found.append(_cluster(json.loads(line)))
                except (ValueError, KeyError, TypeError) as error:
                    raise WeightsError(str(path), f"line {number} is no cluster of articles: {error!r}") from error
    return found


def _cluster(row: Mapping[str, Any]) -> Cluster:
    articles = tuple(
        Article(it["text"], title=it.get("title"), outlet=it.get("outlet"), published=it.get("published") or None)
        for it in row["articles"]
    )
    return Cluster(str(row["id"]), articles)


def extracted(
    clusters: Sequence[Cluster], plugins: Plugins, progress: Progress | None = None
) -> list[tuple[str, list[Extraction]]]:
    """Extract every article once."""
    found = []
    for done, cluster in enumerate(clusters, 1):
        found.append((cluster.id, [extract(article, plugins=plugins) for article in cluster.articles]))
        if progress:
            progress("extract", done, len(clusters))
    return found


def learnable(plugins: Plugins) -> list[ClaimKind]:
    """Return the kinds that say which values are unusual."""
    return [kind for _, kind in sorted(plugins.kinds.items()) if kind.unusual is not None]


def gathered(kind: ClaimKind, events: Sequence[tuple[str, Sequence[Extraction]]]) -> Rows:
    """Return every pair of claims of one kind inside the events."""
    import numpy as np  # the extra ``calibrate``

    known = _spread(kind, events)
    names = names_of(kind)
    owners: list[str] = []
    table: list[list[float]] = []
    agrees: list[int] = []
    chance: list[float] = []
    queries: list[tuple[int, ...]] = []
    for event, sources in events:
        for left, right in combinations(map(Profile.of, sources), 2):
            if left.article.text == right.article.text:
                continue
            rows = measured(kind, Context(left, right), Crowd())
            first = len(table)
            for _, _, pair, found in rows:
                a, b = pair.left.claim, pair.right.claim
                owners.append(event)
                table.append([found[name] for name in names])
                agrees.append(_OUTCOMES.get(compared(kind, a, b).relation, -1))
                common = max(known.get(_value(kind, a), 1), known.get(_value(kind, b), 1)) - 1
                chance.append(min(_COMMON, max(_RARE, common / max(1, len(events)) * 2)))
            queries += _queries(kind, [(pair.left.claim, pair.right.claim) for _, _, pair, _ in rows], first)
    measures = np.array(table, dtype=float).reshape(len(table), len(names))  # a kind may have no pair at all
    return Rows(kind.name, names, owners, measures, np.array(agrees), np.array(chance), queries)


_OUTCOMES = {"agree": 1, "conflict": 0}


def _value(kind: ClaimKind, claim: Claim) -> Hashable:
    key = kind.key(claim) if kind.key else ""
    return key, at_a_glance(claim) or claim.surface.casefold()


def _spread(kind: ClaimKind, events: Sequence[tuple[str, Sequence[Extraction]]]) -> dict[Hashable, int]:
    """Return in how many events each value is given."""
    found: dict[Hashable, set[str]] = defaultdict(set)
    for event, sources in events:
        for source in sources:
            for claim in source.of(kind.name):
                found[_value(kind, claim)].add(event)
    return {value: len(where) for value, where in found.items()}


def _queries(kind: ClaimKind, pairs: Sequence[tuple[Claim, Claim]], first: int) -> Iterator[tuple[int, ...]]:
    """Yield, for each pair of claims that alone share an unusual value, its row and the rows of its rivals."""
    assert kind.unusual is not None
    sides: tuple[dict[int, list[int]], ...] = (defaultdict(list), defaultdict(list))
    givers: tuple[dict[Hashable, set[int]], ...] = (defaultdict(set), defaultdict(set))
    for at, pair in enumerate(pairs):
        for side, claim in enumerate(pair):
            sides[side][id(claim)].append(at)
            if (value := kind.unusual(claim)) is not None:
                givers[side][value].add(id(claim))
    for at, (a, b) in enumerate(pairs):
        value = kind.unusual(a)
        if value is None or value != kind.unusual(b) or len(givers[0][value]) > 1 or len(givers[1][value]) > 1:
            continue
        for side, claim in enumerate((a, b)):
            others = [other for other in sides[side][id(claim)] if other != at]
            if others:
                yield tuple(first + row for row in (at, *others))


def any_kind(rows: Sequence[Rows]) -> Rows:
    """Return the rows of all kinds with the measures that every kind has: what to use where a kind was not learned."""
    import numpy as np  # the extra ``calibrate``

    names = names_of()
    shift, queries = 0, []
    for part in rows:
        queries += [tuple(row + shift for row in query) for query in part.queries]
        shift += len(part.events)
    return Rows(
        ANY_KIND,
        names,
        [event for part in rows for event in part.events],
        np.concatenate([part.measures[:, [part.names.index(name) for name in names]] for part in rows]),
        np.concatenate([part.agrees for part in rows]),
        np.concatenate([part.chance for part in rows]),
        queries,
    )


def fitted(rows: Rows, among: Callable[[str], bool] = lambda _: True, least: int = LEAST_EXAMPLES) -> Model:
    """Return the model of the events that *among* chooses.

    Raises WeightsError where they hold fewer than *least* examples.
    """
    import numpy as np  # the extra ``calibrate``

    chosen = np.array([among(event) for event in rows.events], dtype=bool)
    queries = [query for query in rows.queries if chosen[query[0]]]
    count = len({query[0] for query in queries})
    if count < least:
        raise WeightsError(rows.kind, f"{count} pairs of claims share an unusual value; at least {least} are needed")
    sure = chosen & (rows.agrees >= 0)
    taught = [row for query in queries for row in query]
    labels = np.array([float(at == 0) for query in queries for at, _ in enumerate(query)])
    return _expected(rows, sure, taught, labels)


def _expected(rows: Rows, sure: np.ndarray, taught: Sequence[int], labels: np.ndarray) -> Model:
    """Return the model to which expectation and maximisation converge."""
    import numpy as np  # the extra ``calibrate``

    everything, agrees, chance = rows.measures[sure], rows.agrees[sure], rows.chance[sure]
    means, spread = everything.mean(axis=0), everything.std(axis=0)
    spread[spread == 0] = 1.0
    table, examples = (everything - means) / spread, (rows.measures[list(taught)] - means) / spread
    stacked = np.vstack([table, table, examples])
    targets = np.concatenate([np.ones(len(table)), np.zeros(len(table)), labels])
    fixed = np.full(len(labels), _EXAMPLES_WEIGH)
    same = np.full(len(table), 0.1)  # where the rounds begin; they forget it
    slopes, intercept = np.zeros(table.shape[1]), 0.0
    for _ in range(_ROUNDS):
        likely = same * np.where(agrees == 1, 1 - _DIFFER, _DIFFER)
        unlikely = (1 - same) * np.where(agrees == 1, chance, 1 - chance)
        share = likely / (likely + unlikely)
        slopes, intercept = logistic(stacked, targets, np.concatenate([share, 1 - share, fixed]), _PENALTY)
        same = 1 / (1 + np.exp(-(table @ slopes + intercept)))
    weights = slopes / spread
    return Model(
        float(intercept - weights @ means),
        dict(zip(rows.names, map(float, weights))),
        dict(zip(rows.names, map(float, means))),
    )


def logistic(table: np.ndarray, targets: np.ndarray, weights: np.ndarray, penalty: float) -> tuple[np.ndarray, float]:
    """Return slopes and intercept of a logistic regression; a small *penalty* draws the slopes hard to zero."""
    from sklearn.linear_model import LogisticRegression  # the extra ``calibrate``

    model = LogisticRegression(C=penalty, solver="newton-cholesky", max_iter=200)
    model.fit(table, targets, sample_weight=weights)
    slopes: np.ndarray = model.coef_[0]
    return slopes, float(model.intercept_[0])


def folds(events: Iterable[str], count: int = FOLDS) -> dict[str, int]:
    """Return the fold of each event: by order of name, so that the same events always fall together."""
    return {event: at % count for at, event in enumerate(sorted(set(events)))}


def logits(model: Model, rows: Rows) -> np.ndarray:
    """Return the log-odds of every row."""
    import numpy as np  # the extra ``calibrate``

    slopes = np.array([model.weights[name] for name in rows.names])
    found: np.ndarray = rows.measures @ slopes + model.intercept
    return found


def rate(rows: Rows, model: Model) -> float:
    """Return the share of values that differ among the claims that are surely of one thing, by a model of the rest.

    An archive with a hundred such pairs or so is needed for a figure to rely on; bounds keep fewer from saying never
    or always.
    """
    sure = (logits(model, rows) >= _SURELY) & (rows.agrees >= 0)
    differ = float((rows.agrees[sure] == 0).sum())
    return min(_MOST_DIFFER, max(_LEAST_DIFFER, (differ + 1) / (float(sure.sum()) + 10)))


_SURELY = 2.2  # log-odds of nine to one
_LEAST_DIFFER, _MOST_DIFFER = 0.02, 0.3


def validated(
    rows: Rows, fold: Mapping[str, int], progress: Progress | None = None
) -> tuple[Quality, dict[int, Model]]:
    """Return how well weights rank in folds by event, and the weights of each fold, fitted without it.

    Raises WeightsError where all examples are of one event or two, so that without them hardly any are left.
    """
    import numpy as np  # the extra ``calibrate``
    from sklearn.metrics import roc_auc_score  # the extra ``calibrate``

    own = np.array([fold[event] for event in rows.events])
    found = np.zeros(len(own))
    models = {}
    for number in range(FOLDS):
        models[number] = fitted(rows, lambda event, number=number: fold[event] != number, _LEAST_LEFT)  # type: ignore[misc]
        found = np.where(own == number, logits(models[number], rows), found)
        if progress:
            progress(f"fit {rows.kind}", number + 1, FOLDS)
    hits = [float(found[query[0]] >= max(found[row] for row in query)) for query in rows.queries]
    labels = [float(at == 0) for query in rows.queries for at, _ in enumerate(query)]
    scores = [found[row] for query in rows.queries for row in query]
    return Quality(rows.examples, sum(hits) / len(hits), float(roc_auc_score(labels, scores))), models


# Examples without those of one fold that are enough to say how well the rest ranks: half of what a kind needs. A guess.
_LEAST_LEFT = LEAST_EXAMPLES // 2
