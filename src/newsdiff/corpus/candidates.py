"""Which pairs of many articles are worth comparing: an index over rare names and words, not every pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta

from newsdiff.event.fingerprint import Fingerprint
from newsdiff.event.same_event import fingerprint_of
from newsdiff.nouns.article import Article
from newsdiff.nouns.extraction import Extraction

_KEYS = 25
"""Names and words an article is filed under: its most telling ones."""
_CROWD = 400
"""A key that more articles than this share is looked up no further: it tells nothing and makes the work quadratic."""


def candidate_pairs(
    articles: Sequence[Article | Extraction], *, limit: int = 20, window: timedelta | None = None
) -> list[tuple[int, int]]:
    """Return pairs of indexes, smaller first, that may report one event: up to *limit* partners an article.

    *window* leaves out pairs published further apart. Few articles give every pair.

    >>> candidate_pairs([Article("One."), Article("Two."), Article("Three.")])
    [(0, 1), (0, 2), (1, 2)]
    """
    prints = [fingerprint_of(article) for article in articles]
    if len(prints) <= limit + 1:
        pairs = {(i, j) for i in range(len(prints)) for j in range(i + 1, len(prints))}
    else:
        pairs = set(_indexed(prints, limit))
    return sorted(pair for pair in pairs if window is None or _near(prints[pair[0]], prints[pair[1]], window))


def _near(one: Fingerprint, two: Fingerprint, window: timedelta) -> bool:
    return not (one.published and two.published) or abs(one.published - two.published) <= window


def _indexed(prints: Sequence[Fingerprint], limit: int) -> Iterator[tuple[int, int]]:
    vectors = [_keys(found) for found in prints]
    index: dict[str, list[int]] = {}
    for at, vector in enumerate(vectors):
        for key in vector:
            index.setdefault(key, []).append(at)
    for at, vector in enumerate(vectors):
        scores: Counter[int] = Counter()
        for key, weight in vector.items():
            if len(index[key]) <= _CROWD:
                for other in index[key]:
                    scores[other] += weight * vectors[other][key]  # type: ignore[assignment]
        del scores[at]
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        for other, _ in best[:limit]:
            yield min(at, other), max(at, other)


def _keys(found: Fingerprint) -> dict[str, float]:
    weights = {f"name:{key}": 2 * weight for key, weight in found.salience.items()}
    weights |= {f"word:{key}": weight for key, weight in found.words.items()}
    best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return dict(best[:_KEYS])
