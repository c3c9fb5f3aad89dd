"""Fit how likely a difference of statements is real, in folds by event, and write the weights.

Usage: python docs/fit_statements.py ARTICLES.jsonl GOLD.jsonl [PAIRS.jsonl] [--write] [--rows N]

ARTICLES and GOLD are as docs/funnel.py has them; a line of GOLD with "record": "event" names the pairs that were read,
one with "record": "debatable" counts neither way. PAIRS has ``{"id", "a", "b", "label"}`` a line, two short texts and
"contradiction" or another label: real pairs have too few opposite predicates to fit on. --rows lists the likeliest N.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss
from sklearn.model_selection import GroupKFold

import newsdiff
from newsdiff import Article
from newsdiff.statements.candidates import Candidate, every
from newsdiff.statements.evidence import WEIGHTS

FITS = ("statement", "status", "number", "date")
TOLD = ("conflict", "update")
FOLDS = 10
GUESSED = {"rivals": 2.0}
"""Weights of what no pair to fit on has: one side seized what the other held off."""
FEW = 5
"""Right candidates below which nothing is calibrated."""
STRENGTH = {"opposed": 1.0, "slot": 0.3}
"""Inverse of the regularization: the best of 0.1, 0.3, 1 and 3 in folds."""


class Row(NamedTuple):
    """A candidate, the event it is of, and which gold row it is, "" for none."""

    event: str
    pair: tuple[str, ...]
    found: Candidate
    gold: str


def main(argv: Sequence[str]) -> None:
    """Fit both models and print what they reach in folds."""
    paths = [Path(it) for it in argv if it.endswith(".jsonl")]
    rows = [*read_pairs(*paths[:2]), *(short(paths[2]) if len(paths) > 2 else ())]
    listed = int(argv[argv.index("--rows") + 1]) if "--rows" in argv else 0
    lines = []
    for model, strength in STRENGTH.items():
        lines += fitted(model, [row for row in rows if row.found.model == model], strength, listed)
    if "--write" in argv:
        head = "# source: fitted by docs/fit_statements.py; licence: MIT. Model, feature, weight."
        WEIGHTS.write_text("\n".join([head, *lines, ""]), encoding="utf-8")


def fitted(model: str, rows: list[Row], strength: float, listed: int) -> Iterator[str]:
    """Yield the weights of a model as lines of the data file."""
    names = sorted(rows[0].found.features)
    features = np.array([[row.found.features[name] for name in names] for row in rows])
    right = np.array([bool(row.gold) for row in rows])
    events = np.array([row.event for row in rows])
    guess = np.zeros(len(rows))
    for train, test in GroupKFold(min(FOLDS, len(set(events)))).split(features, right, events):
        guess[test] = learned(features[train], right[train], strength).predict_proba(features[test])[:, 1]
    news = np.array([len(row.pair) > 1 for row in rows])
    kept = told(model, [row for row in rows if len(row.pair) > 1], guess[news], right[news], listed)
    final = learned(features, right, strength)
    scale, shift = 1.0, 0.0
    if model == "slot":  # the other has too few on news to calibrate it
        stretched = _stretch(guess[news][kept], right[news][kept])
        scale, shift = stretched.coef_[0][0], stretched.intercept_[0]
    yield f"{model}\tbias\t{scale * final.intercept_[0] + shift:.4f}"
    for name, weight in zip(names, final.coef_[0], strict=True):
        if name in GUESSED:
            yield f"{model}\t{name}\t{GUESSED[name]:.4f}"
            continue
        yield f"{model}\t{name}\t{scale * weight:.4f}"


def learned(features: Any, right: Any, strength: float) -> Any:
    """Return the model that these candidates teach."""
    return LogisticRegression(C=strength, max_iter=5000).fit(features, right)


def told(model: str, rows: list[Row], guess: Any, right: Any, listed: int) -> list[int]:
    """Print what a model reaches on the articles, and return its candidates, each matter once."""
    order = np.argsort(-guess)
    kept, seen, spans = [], set(), []
    for index in order:
        row = rows[index]
        a, b = row.found.left, row.found.right
        matter = (row.pair, a.value.predicate, b.value.predicate)
        if matter in seen or any(
            row.pair == pair and (a.span.overlaps(one) or b.span.overlaps(two)) for pair, one, two in spans
        ):
            continue
        seen.add(matter)
        spans.append((row.pair, a.span, b.span))
        kept.append(index)
    average = average_precision_score(right, guess) if right.any() else math.nan
    calibrated = dict(zip(kept, _calibrated(rows, kept, guess, right), strict=True))
    print(
        f"{model}: {len(rows)} candidates, {right.sum()} right, {len({row.gold for row in rows}) - 1} gold rows;",
        end="",
    )
    print(f" average precision {average:.3f}, Brier {brier_score_loss(right, guess):.4f}; of matters told once:")
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        chosen = [index for index in kept if calibrated[index] >= least]
        hits = len({(rows[index].pair, rows[index].gold) for index in chosen if right[index]})
        print(f"  at {least}: {hits} right of {len(chosen)}")
    for index in kept[:listed]:
        row = rows[index]
        print(f"  {'+' if right[index] else ' '} {calibrated[index]:.2f} {row.found.verdict.reason}")
        print(f"       {row.found.left.surface[:110]!r} | {row.found.right.surface[:110]!r}")
    return kept


def _stretch(guess: Any, right: Any) -> Any:
    """Return the model that turns log odds of candidates into log odds of matters told once (Platt)."""
    return LogisticRegression(C=10.0).fit(_odds(guess), right)


def _odds(guess: Any) -> Any:
    bounded = np.clip(guess, 1e-6, 1 - 1e-6)
    return np.log(bounded / (1 - bounded)).reshape(-1, 1)


def _calibrated(rows: list[Row], kept: list[int], guess: Any, right: Any) -> Any:
    """Return the calibrated probabilities of the matters told once, in folds by event."""
    mine, hits = guess[kept], right[kept]
    if hits.sum() < FEW:
        return mine
    events = np.array([rows[index].event for index in kept])
    found = np.zeros(len(kept))
    for train, test in GroupKFold(min(FOLDS, len(set(events)))).split(mine, hits, events):
        found[test] = _stretch(mine[train], hits[train]).predict_proba(_odds(mine[test]))[:, 1]
    return found


def read_pairs(articles: Path, gold: Path) -> Iterator[Row]:
    """Yield the candidates of all pairs of articles that were read."""
    texts = {(row["event"], row["outlet"]): row for row in _lines(articles)}
    rows = _lines(gold)
    known: dict[tuple[str, str], newsdiff.Extraction] = {}

    def extracted(event: str, outlet: str) -> newsdiff.Extraction:
        if (event, outlet) not in known:
            row = texts[event, outlet]
            known[event, outlet] = newsdiff.extract(Article(row["text"], outlet=outlet, published=row["published"]))
        return known[event, outlet]

    for event in (row for row in rows if row.get("record") == "event"):
        for a, b in event["pairs"]:
            here = [
                (number, row)
                for number, row in enumerate(rows)
                if (row["event"], row.get("a"), row.get("b")) == (event["event"], a, b)
            ]
            for found in every(extracted(event["event"], a), extracted(event["event"], b), 0.0):
                label = _label(found, here)
                if label is not None:
                    yield Row(event["event"], (event["event"], a, b), found, label)


def short(pairs: Path) -> Iterator[Row]:
    """Yield the candidates of pairs of short texts."""
    for row in _lines(pairs):
        sides = [newsdiff.extract(Article(row[side], language="en")) for side in "ab"]
        for found in every(*sides, 0.0):
            yield Row(row["id"], (row["id"],), found, row["id"] if row["label"] == "contradiction" else "")


def _label(found: Candidate, gold: list[tuple[int, dict[str, Any]]]) -> str | None:
    """Return which gold row a candidate is, "" for none; None where readers may differ."""
    touched = [
        (number, row)
        for number, row in gold
        if all(
            span[0] < claim.span.end and claim.span.start < span[1]
            for span, claim in ((row["a_span"], found.left), (row["b_span"], found.right))
        )
    ]
    for number, row in touched:
        if row.get("record") != "debatable" and row["relation"] in TOLD and row["kind"] in FITS:
            return str(number)
    return None if touched and any(row.get("record") == "debatable" for _, row in touched) else ""


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main(sys.argv[1:])
