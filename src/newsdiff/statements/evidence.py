"""How likely it is that two statements which differ are a disagreement that an editor would call right.

Each candidate has features, all 0 to 1; a logistic model for each way of differing turns them into a probability. The
weights are data (``weights.tsv``), fitted by ``docs/fit_statements.py``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from newsdiff.language.lexicon import table

WEIGHTS = Path(__file__).parent / "weights.tsv"
Model = Literal["opposed", "slot"]
LEAST: dict[Model, float] = {"opposed": 0.45, "slot": 0.5}
"""How likely a difference must be to be shown: where six of ten of fillers were right on real pairs, in folds by event
(8 of 13); of opposite predicates one of two, the others on short texts. docs/decisions/0043."""


def confidence(model: Model, features: Mapping[str, float]) -> float:
    """Return the probability that a candidate is a real disagreement."""
    weights = _weights()[model]
    total = math.fsum(weights.get(name, 0.0) * value for name, value in features.items()) + weights.get("bias", 0.0)
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


@cache
def _weights() -> dict[str, dict[str, float]]:
    """Return model and feature to weight."""
    found: dict[str, dict[str, float]] = {"opposed": {}, "slot": {}}
    for model, name, weight in table(WEIGHTS):
        found[model][name] = float(weight)
    return found
