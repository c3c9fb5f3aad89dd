"""Which of two claims or articles is the later one: by a time that a sentence states ("as of 6 pm"), or publication."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Literal

from newsdiff.alignment.profile import Profile
from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim

Order = Literal[-1, 0, 1]
"""1 where the right one is later, -1 where the left one is, 0 where nobody can tell."""

_AS_OF = re.compile(r"\b(?:[Aa]s of|[Bb]y)\s(?:the\s|late\s|early\s)?$")
_CUE = 20  # code points in front of a time that may hold the cue: the longest is "as of the early"
_HOUR = timedelta(hours=1)


def later(left: Profile, a: Claim, right: Profile, b: Claim) -> Order:
    """Tell which of two claims is of a later time: by the hours or days that both state, else by publication.

    Where both are as of one hour, neither is later.
    """
    one, two = as_of(left, a), as_of(right, b)
    if one is not None and two is not None:
        (start, end), (begin, stop) = one, two
        if end <= begin:
            return 1
        if stop <= start:
            return -1
        if (start, end) == (begin, stop) and end - start <= _HOUR:
            return 0
    return later_article(left.article, right.article)


def later_article(left: Article, right: Article) -> Order:
    """Tell which of two articles was published later; of two on one day, one of them without an hour, nobody can."""
    a, b = left.published, right.published
    if a is None or b is None:
        return 0
    if isinstance(a, datetime) and isinstance(b, datetime) and (a.tzinfo is None) == (b.tzinfo is None):
        return 0 if a == b else 1 if b > a else -1
    x, y = _day(a), _day(b)
    return 0 if x == y else 1 if y > x else -1


def as_of(side: Profile, claim: Claim) -> tuple[datetime, datetime] | None:
    """Return the time as of which a claim's sentence gives its figures, from and until: "as of 6 pm", "by Friday".

    A time is a claim of any kind whose value has an ``earliest`` and a ``latest`` moment.
    """
    home = side.home(claim)
    if home < 0:
        return None
    sentence, text = side.sentences[home].span, side.article.text
    for other in side.extraction.claims:
        begin, end = getattr(other.value, "earliest", None), getattr(other.value, "latest", None)
        if begin is None or end is None or not sentence.contains(other.span):
            continue
        if _AS_OF.search(text, max(sentence.start, other.span.start - _CUE), other.span.start):
            shift = timedelta(minutes=getattr(other.value, "offset", None) or 0)
            return begin - shift, end - shift
    return None


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
