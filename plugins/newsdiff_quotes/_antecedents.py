"""Who a pronoun stands for: the people named before it, weighed by where and how they are named.

A log-linear model: every person has a few features, their weights are fitted on annotated news by
``docs/fit_speakers.py``, and what comes out is a probability. Of one candidate alone nobody can say how sure he is, so
nobody at all is a candidate too.
"""

from __future__ import annotations

import math
from collections.abc import Container, Mapping, Sequence
from functools import cache
from pathlib import Path

from attrs import frozen

from newsdiff.language.lexicon import table

WEIGHTS = Path(__file__).parent / "data" / "antecedents.tsv"
NOBODY = "nobody"


@frozen
class Mention:
    """A person named before a pronoun, outside quotation marks."""

    name: str
    at: int
    sentence: int
    """Number of the sentence."""
    row: int
    """Number of the paragraph."""
    subject: bool = False
    opens: bool = False
    """Whether the sentence begins with the name."""
    owner: bool = False
    """Whether the name has a possessive ending."""
    speaks: bool = False
    """Whether words were ascribed to this mention, which may be a pronoun itself."""
    titled: bool = False


@cache
def _weights() -> Mapping[str, float]:
    return {name: float(weight) for name, weight in table(WEIGHTS)}


def features(
    mentions: Sequence[Mention], sentence: int, row: int, gendered: Container[str]
) -> dict[str, dict[str, float]]:
    """Return the features of every person among *mentions*, for a pronoun in *sentence* of paragraph *row*.

    *gendered* are those whose title or first name shows their gender, which then is that of the pronoun.
    """
    found: dict[str, dict[str, float]] = {}
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_name.setdefault(mention.name, []).append(mention)
    last = max((mention.at for mention in mentions), default=-1)
    spoke = max((mention.at for mention in mentions if mention.speaks), default=-1)
    subjects = [mention.at for mention in mentions if mention.subject]
    acted = max(subjects, default=-1)
    for name, known in by_name.items():
        near = known[-1]
        subjects_of = [it for it in known if it.subject]
        acting = subjects_of or known
        previous = sentence - 1
        back = min(row - near.row, 4)
        found[name] = {
            "same sentence": float(near.sentence == sentence),
            "sentence before": float(previous in [it.sentence for it in known]),
            "same paragraph": float(back == 0),
            "paragraph before": float(back == 1),
            "further back": float(back > 1),
            "subject": float(bool(subjects_of)),
            "last subject": float(acting[-1].at == acted),
            "subject of the sentence before": float(previous in [it.sentence for it in subjects_of]),
            "opens a sentence": float(True in [it.opens for it in known]),
            "named last": float(near.at == last),
            "owner": float(False not in [it.owner for it in known]),
            "last speaker": float(spoke in [it.at for it in known if it.speaks]),
            "gender": float(name in gendered),
            "title": float(True in [it.titled for it in known]),
        }
    return found


def weighed(people: Mapping[str, Mapping[str, float]], weights: Mapping[str, float] | None = None) -> dict[str, float]:
    """Return the probability of every person, and of nobody."""
    weights = _weights() if weights is None else weights
    scores = {
        name: math.fsum(weights.get(feature, 0.0) * value for feature, value in found.items())
        for name, found in people.items()
    }
    scores[NOBODY] = weights.get(NOBODY, 0.0)
    most = max(scores.values())
    powers = {name: math.exp(score - most) for name, score in scores.items()}
    total = math.fsum(powers.values())
    return {name: power / total for name, power in powers.items()}
