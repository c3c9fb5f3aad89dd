"""The day on which each article says that the event took place: the first day of the news that its lead names.

Two leads may report one event in words that have nothing in common, and then their days are still days of one event,
where neither article knows the other's day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from newsdiff.alignment.profile import FactCluster, Profile
from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.kinds import ClaimKind
from newsdiff.nouns.values import Timex

# News is told within days; articles that lie further apart tell of two stages of an affair.
_FRESH = timedelta(days=4)
_DAY = timedelta(days=1)


def main_dates(kind: ClaimKind, left: Profile, right: Profile) -> tuple[FactCluster, FactCluster] | None:
    """Return the facts that date the event in both articles, where these are two days that only one side knows each."""
    one, two = _first(kind, left), _first(kind, right)
    if one is None or two is None or not _one_time(left.article, right.article):
        return None
    if _known(one.claim.value, right.extraction.of(kind.name)) or _known(
        two.claim.value, left.extraction.of(kind.name)
    ):
        return None
    return one, two


def _first(kind: ClaimKind, side: Profile) -> FactCluster | None:
    """Return the first fact of the lead that dates something to a day around the publication."""
    published = _moment(side.article)
    if published is None:
        return None
    for fact in side.facts(kind):
        if (
            side.leads(fact.claims[0])
            and not fact.claims[0].scope.background
            and _is_fresh(fact.claim.value, published)
        ):
            return fact
    return None


def _is_fresh(value: object, published: datetime) -> bool:
    if not (isinstance(value, Timex) and value.earliest and value.latest) or value.type not in ("DATE", "TIME"):
        return False
    return value.latest - value.earliest <= _DAY and published - _FRESH <= value.earliest <= published + _DAY


def _known(day: Timex, claims: Iterable[Claim]) -> bool:
    """Tell whether any date of an article meets a day."""
    return any(_meet(day, claim.value) for claim in claims if isinstance(claim.value, Timex))


def _meet(a: Timex, b: Timex) -> bool:
    if not (a.earliest and a.latest and b.earliest and b.latest) or b.type == "DURATION":
        return False
    return a.earliest < b.latest and b.earliest < a.latest


def of_one_day(a: object, left: Article, b: object, right: Article) -> bool:
    """Tell whether two articles of one day both tell of the days around it: then the days of their leads are one.

    The lead of a later article tells of a later stage ("buried on Thursday, a day after the blast").
    """
    one, two = _moment(left), _moment(right)
    return one is not None and one == two and _is_fresh(a, one) and _is_fresh(b, two)


def not_yet(a: Claim, left: Article, b: Claim, right: Article, *, alike: bool) -> bool:
    """Tell whether one claim is of a day that had not come, or not ended, when the other's article was published.

    "Searchers gave up on Friday" does not contradict a report of Thursday. What both expect is compared, and so is the
    day of publication itself where the sentences are *alike*.
    """
    return _came_between(a.value, left, right, alike=alike) or _came_between(b.value, right, left, alike=alike)


def _came_between(value: object, own: Article, other: Article, *, alike: bool) -> bool:
    told, before = _moment(own), _moment(other)
    if not isinstance(value, Timex) or value.earliest is None or told is None or before is None:
        return False
    first = before + _DAY if alike else before
    return before < told and first <= value.earliest < told + _DAY


def _one_time(left: Article, right: Article) -> bool:
    a, b = _moment(left), _moment(right)
    return a is not None and b is not None and abs(a - b) <= 2 * _DAY


def _moment(article: Article) -> datetime | None:
    published: date | None = article.published
    return None if published is None else datetime.combine(published, time())
