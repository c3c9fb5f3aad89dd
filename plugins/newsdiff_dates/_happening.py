"""Whether two times are of one happening, from the words of their clauses."""

from __future__ import annotations

import re

from newsdiff import Claim
from newsdiff.language import english, times

# What each sign says, the strongest counts; guesses in this order, to be weighed by a model of evidence.
_ONE_VERB, _ONE_WORD, _IN_CLAUSE, _UNKNOWN, _NOTHING = 1.0, 0.8, 0.6, 0.5, 0.2
# How many lemmas of two clauses, and what share of the shorter, make up for two verbs ("won", "was elected").
_FEW, _SHARE = 2, 0.3


def one_happening(a: Claim, b: Claim) -> float:
    """Return how readily two times are of one happening: 1 for one verb, .2 where the clauses have nothing in common.

    Times whose clauses tell too little are in the middle, .5.
    """
    one, two = a.scope.happening, b.scope.happening
    left, right = frozenset(a.scope.event), frozenset(b.scope.event)
    if one is None or two is None or not (one.words and two.words):
        return _UNKNOWN
    if one.words[0] == two.words[0]:
        return _ONE_VERB
    if not set(one.words).isdisjoint(two.words):
        return _ONE_WORD
    shared = len(left & right)
    if one.words[0] in right or two.words[0] in left:
        return _IN_CLAUSE
    return _IN_CLAUSE if shared >= max(_FEW, _SHARE * min(len(left), len(right))) else _NOTHING


_COUNTED_ON = re.compile(r"\b(?:later|earlier|before|after|following|next day|same|that|those)\b")
RELATIVE_DAY = 0.5


def is_counted_on(claim: Claim) -> bool:
    """Tell whether a time is counted from another one in the text: "two days later", "that afternoon"."""
    words = claim.surface.lower()
    return (
        not any(name in words for name in _NAMES)
        and _COUNTED_ON.search(words) is not None
        and not (words.startswith(("earlier", "later")))
    )


def explicit(claim: Claim) -> float:
    """Return how explicitly a time is told: 1 for a date or the name of a day, .5 for "yesterday", .25 for "recently".

    What is told in relation to the day of writing may be off by a day: articles are written at night, far away, and
    reprinted.
    """
    words = claim.surface.lower()
    if any(char.isdigit() for char in words) and "ago" not in words:
        return 1.0
    if any(name in words for name in _NAMES):
        return 1.0
    value = claim.value
    long = value.earliest is None or value.latest is None or (value.latest - value.earliest).days > 1
    return 0.25 if long else RELATIVE_DAY


# Names that stand in a surface: shortened ones stand in other words, and so does "may".
_NAMES = (
    *english.lexicon.words("holiday-name"),
    *times.WEEKDAYS,
    *(name for name in times.MONTHS if len(name) > len("may")),
)
