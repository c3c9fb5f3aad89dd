"""Reasons why two dates that differ need not be two datings of one happening."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from newsdiff import Article, ClaimView, PairView, doubt

_DAY = timedelta(days=1)
# Cosine from which two sentences surely tell one thing (guess).
_ONE_SENTENCE = 0.5


@doubt(
    "not-yet",
    holds=[("Searchers gave up on [9 May 2024].", "Searchers looked for survivors on [5 May 2024].")],
    not_on=[("Police arrested him on [3 May 2024].", "He was arrested on [4 May 2024].")],
)
def not_yet(pair: PairView) -> str | None:
    """Find a day that had not come, or not ended, when the other article was published.

    What both expect is compared, and so is the day of publication itself where the sentences are alike. (The examples
    are published on the day that follows their own dates, where the article gives none.)
    """
    alike = pair.likeness >= _ONE_SENTENCE
    if _came_between(pair.left, pair.right, alike=alike) or _came_between(pair.right, pair.left, alike=alike):
        return "one article was published before the day of which the other tells"
    return None


DOUBTS = (not_yet,)


def _came_between(side: ClaimView, other: ClaimView, *, alike: bool) -> bool:
    told, before = _moment(side.article), _moment(other.article)
    value = side.claim.value
    if value.earliest is None or told is None or before is None:
        return False
    first = before + _DAY if alike else before
    return before < told and bool(first <= value.earliest < told + _DAY)


def _moment(article: Article) -> datetime | None:
    return None if article.published is None else datetime.combine(article.published, time())
