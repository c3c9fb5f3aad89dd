"""Is this English? A check cheap enough for every article."""

from __future__ import annotations

import re
from functools import cache

from newsdiff.language.lexicon import ENGLISH, table

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 2000  # code points; enough words to decide, few enough to cost nothing
_MIN_WORDS = 12  # guess: fewer words tell no language
_GLANCE, _SURE_SHARE = 600, 0.22  # most articles show at once that they are English
# Running English has 35 to 50 % function words; tables, headlines and lists of names fall below 10 %, so a low share
# alone says nothing: function words of another language must outnumber the English ones.
_MIN_SHARE = 0.15
_MIN_FOREIGN = 3  # in a short text without one English function word


def detect(text: str) -> str | None:
    """Return "en", "und" (surely not English), or None where there is too little text to tell.

    >>> detect("The police said that at least three people were killed in the blast on Friday night.")
    'en'
    >>> detect("Die Polizei teilte mit, dass am Freitag mindestens drei Menschen ums Leben gekommen sind.")
    'und'
    """
    english, foreign = _function_words()
    words = text[:_GLANCE].lower().split()
    if len(words) > 4 * _MIN_WORDS:
        known = sum(map(english.__contains__, words))
        if known > _SURE_SHARE * len(words) and (
            foreign.isdisjoint(words) or 4 * sum(map(foreign.__contains__, words)) <= known
        ):
            return "en"
    sample = text[:_SAMPLE].lower()
    words = _WORD.findall(sample)
    if not words:
        return None
    if not sample.isascii() and 2 * sum(map(_latin, words)) < len(words):
        return "und"
    known, strange = sum(map(english.__contains__, words)), sum(map(foreign.__contains__, words))
    if len(words) < _MIN_WORDS:
        return "und" if strange >= _MIN_FOREIGN and not known else None
    share = known / len(words)
    if share >= _MIN_SHARE:
        return "en"
    return "und" if strange / len(words) > max(share, _MIN_SHARE / 2) else None


def _latin(word: str) -> bool:
    return word[0] < "\u0250" or "\u1e00" <= word[0] < "\u1f00"


@cache
def _function_words() -> tuple[frozenset[str], frozenset[str]]:
    rows = table(ENGLISH / "function_words.tsv")
    english = frozenset(word for word, language in rows if language == "en")
    return english, frozenset(word for word, language in rows if language != "en") - english
