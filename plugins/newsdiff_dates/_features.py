"""What dates say of themselves for and against being of one happening, and of how real a difference is."""

from __future__ import annotations

from datetime import timedelta

from newsdiff import Claim, PairView, Timex, feature
from newsdiff_dates._happening import explicit, one_happening

_ARREST = ("Police arrested the captain on [3 May 2024].", "The captain was arrested on [4 May 2024].")
_SAILED = ("Police arrested the captain on [3 May 2024].", "The ferry left Oslo on [4 May 2024].")
_MONTH = timedelta(days=31)


def unusual(claim: Claim) -> str | None:
    """Return the TIMEX3 value of a day, an hour or a month, which two articles seldom name by chance; of years None."""
    value: Timex = claim.value
    if value.type not in ("DATE", "TIME") or value.earliest is None or value.latest is None:
        return None
    return value.value if value.latest - value.earliest <= _MONTH else None


@feature(
    "one-happening",
    high="both clauses tell of one happening",
    low="the clauses tell of two happenings",
    higher=[_ARREST],
    lower=[_SAILED],
)
def of_one_happening(pair: PairView) -> float:
    """Measure how readily the two times are of one happening, by the verbs that they go with."""
    return one_happening(pair.left.claim, pair.right.claim)


@feature(
    "one-length",
    low="one is a day and the other a longer time",
    higher=[_ARREST],
    lower=[("Police arrested him on [3 May 2024].", "Police arrested him in [2024].")],
)
def one_length(pair: PairView) -> float:
    """Tell whether both times are about as long: two days, two months, two hours."""
    one, two = _length(pair.left.claim.value), _length(pair.right.claim.value)
    return -float(one != two)


@feature("same-form", high="both times are named in the same form")
def same_form(pair: PairView) -> float:
    """Tell whether both are dates, both clock times, or both lengths."""
    return float(pair.left.claim.value.type == pair.right.claim.value.type)


@feature(
    "explicit",
    about="difference",
    low="one of the times is only told in relation to the day of writing",
    higher=[_ARREST],
    lower=[("Police arrested him [yesterday].", "Police arrested him on [4 May 2024].")],
)
def both_explicit(pair: PairView) -> float:
    """Measure how explicitly the less explicit of the two times is told."""
    return min(explicit(pair.left.claim), explicit(pair.right.claim))


@feature("one-verb", about="difference", high="both go with one verb", higher=[_ARREST], lower=[_SAILED])
def one_verb(pair: PairView) -> float:
    """Measure how readily two times that differ are of one happening."""
    return one_happening(pair.left.claim, pair.right.claim)


FEATURES = (of_one_happening, one_length, same_form, both_explicit, one_verb)


def _length(value: Timex) -> str:
    if value.earliest is None or value.latest is None:
        return "unknown"
    length = value.latest - value.earliest
    return "hours" if length < timedelta(days=1) else "a day" if length <= timedelta(days=2) else "longer"
