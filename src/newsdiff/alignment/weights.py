"""Fitted weights: how much each feature says, read from a file that ``newsdiff calibrate`` writes.

A model is a logistic one: the sum of its measures, each times its weight, is the logarithm of the odds. The file names
the command that made it. Nothing here needs numpy.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from newsdiff.nouns.errors import WeightsError

FORMAT = "newsdiff-weights/1"
SHIPPED = Path(__file__).parent / "weights.json"
VARIABLE = "NEWSDIFF_WEIGHTS"
"""Environment variable with the path of a weights file to use in place of the shipped one."""
ANY_KIND = "*"
"""Stands for every kind, or kind of finding, that the file does not name."""
_MOST = 30.0  # log-odds beyond which a float tells no difference


def chance(logit: float) -> float:
    """Return the probability whose log-odds are *logit*.

    >>> chance(0.0)
    0.5
    """
    return 1.0 / (1.0 + math.exp(-max(-_MOST, min(_MOST, logit))))


@frozen
class Model:
    """A logistic model over named features."""

    intercept: float
    weights: Mapping[str, float] = field(hash=False)
    means: Mapping[str, float] = field(factory=dict, hash=False)
    """The mean of each feature where the model was fitted: what a measure says is said against it."""

    def logit(self, measures: Mapping[str, float]) -> float:
        """Return the log-odds for the measures of one pair; every feature of the model must be measured."""
        return self.intercept + math.fsum(weight * measures[name] for name, weight in self.weights.items())

    def strongest(self, measures: Mapping[str, float], count: int = 3) -> list[tuple[str, float]]:
        """Return the features that move the log-odds most, each with how much, the strongest first."""
        moved = ((name, weight * (measures[name] - self.means.get(name, 0.0))) for name, weight in self.weights.items())
        return sorted((row for row in moved if row[1]), key=lambda row: (-abs(row[1]), row[0]))[:count]


@frozen
class Weights:
    """All models of one file."""

    name: str
    """The file's name."""
    hash: str
    """Of the file's bytes, so that a report says exactly what it rests on."""
    made: str
    """The command that fitted them."""
    sameness: Mapping[str, Model] = field(hash=False)
    """Kind of claim to the model that tells whether two claims are of one thing."""
    findings: Mapping[str, Model] = field(hash=False)
    """Kind of finding to the model that tells whether a difference is real."""
    thresholds: Mapping[str, float] = field(hash=False)
    """Kind of finding to the confidence from which it is shown."""

    def knows(self, kind: str) -> bool:
        """Tell whether the weights of this kind were fitted on claims of its own."""
        return kind in self.sameness

    def model(self, kind: str, features: Iterable[str]) -> Model:
        """Return the model of a kind of claim with these features; where there is none, the one for any kind."""
        own = self.sameness.get(kind)
        return own if own and not self.lacking(kind, features) else self.sameness[ANY_KIND]

    def finding(self, kind: str, measured: Container[str]) -> Model:
        """Return the model of a kind of finding if all that it needs is measured, else the one for any."""
        own = self.findings.get(kind)
        return own if own and all(name in measured for name in own.weights) else self.findings[ANY_KIND]

    def threshold(self, kind: str) -> float:
        """Return the confidence from which a kind of finding is shown."""
        return self.thresholds.get(kind, self.thresholds[ANY_KIND])

    def lacking(self, kind: str, features: Iterable[str]) -> list[str]:
        """Return the features of a kind that its own model was not fitted with, and those that it needs in vain."""
        return sorted(set(features) ^ self.sameness[kind].weights.keys()) if kind in self.sameness else []


def load(source: str | os.PathLike[str] | Weights | None = None) -> Weights:
    """Return weights: those given, those of a file, those of ``NEWSDIFF_WEIGHTS``, or the shipped ones.

    Raises WeightsError when a file cannot be read or is no weights file of this version.
    """
    if isinstance(source, Weights):
        return source
    path = Path(source) if source is not None else Path(os.environ.get(VARIABLE) or SHIPPED)
    try:
        changed = path.stat().st_mtime_ns
    except OSError as error:
        raise WeightsError(str(path), f"cannot be read: {error.strerror or error}") from error
    return _read(path, changed)


@cache
def _read(path: Path, _: int) -> Weights:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WeightsError(str(path), f"cannot be read: {error.strerror or error}") from error
    try:
        return decoded(path.name, data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise WeightsError(str(path), f"is no weights file: {error}; make one with newsdiff calibrate") from error


def decoded(name: str, data: bytes) -> Weights:
    """Return the weights that the bytes of a file hold."""
    found = json.loads(data)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        version = found.get("format") if isinstance(found, dict) else None
        raise ValueError(f"its format is {version!r}, not {FORMAT!r}")
    weights = Weights(
        name,
        hashlib.blake2b(data, digest_size=8).hexdigest(),
        str(found["made"]),
        {kind: _model(row) for kind, row in found["sameness"].items()},
        {kind: _model(row) for kind, row in found["findings"].items()},
        {kind: _share(row) for kind, row in found["thresholds"].items()},
    )
    for part in (weights.sameness, weights.findings, weights.thresholds):
        if ANY_KIND not in part:
            raise ValueError(f"it has no weights for kinds that it does not name ({ANY_KIND!r})")
    return weights


def encoded(weights: Weights) -> bytes:
    """Return weights as the bytes of a file."""
    rows: dict[str, Any] = {
        "format": FORMAT,
        "made": weights.made,
        "sameness": {kind: _row(model) for kind, model in sorted(weights.sameness.items())},
        "findings": {kind: _row(model) for kind, model in sorted(weights.findings.items())},
        "thresholds": dict(sorted(weights.thresholds.items())),
    }
    return json.dumps(rows, indent=1, sort_keys=True).encode() + b"\n"


def _row(model: Model) -> dict[str, Any]:
    features = {
        name: [round(weight, 4), round(model.means.get(name, 0.0), 4)] for name, weight in model.weights.items()
    }
    return {"intercept": round(model.intercept, 4), "features": features}


def _model(row: Any) -> Model:
    features: dict[str, Sequence[float]] = row["features"]
    return Model(
        _number(row["intercept"]),
        {name: _number(pair[0]) for name, pair in features.items()},
        {name: _number(pair[1]) for name, pair in features.items()},
    )


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"{value!r} is no finite number")
    return float(value)


def _share(value: Any) -> float:
    share = _number(value)
    if not 0 <= share <= 1:
        raise ValueError(f"a threshold must be between 0 and 1: {value!r}")
    return share
