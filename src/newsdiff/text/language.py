"""Is this English? A check cheap enough for every article."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import regex

from newsdiff.text.lexicon import table

_WORD = regex.compile(r"\p{L}+")
_SAMPLE = 4000  # code points; enough words to decide, few enough to cost nothing
_MIN_WORDS = 12
# Running English has 35 to 50 % function words; tables, headlines and lists of names fall below 10 %, so a low share
# alone says nothing: function words of another language must outnumber the English ones.
_MIN_SHARE = 0.15


def detect(text: str) -> str | None:
    """Return "en", "und" (surely not English), or None where there is too little text to tell.

    >>> detect("The police said that at least three people were killed in the blast on Friday night.")
    'en'
    >>> detect("Die Polizei teilte mit, dass am Freitag mindestens drei Menschen ums Leben gekommen sind.")
    'und'
    """
    words = _WORD.findall(text[:_SAMPLE])
    if not words:
        return None
    latin = sum(word[0] < "\u0250" or "\u1e00" <= word[0] < "\u1f00" for word in words)
    if latin * 2 < len(words):
        return "und"
    if len(words) < _MIN_WORDS:
        return None
    english, foreign = _function_words()
    lowered = [word.lower() for word in words]
    share = sum(word in english for word in lowered) / len(words)
    if share >= _MIN_SHARE:
        return "en"
    return "und" if sum(word in foreign for word in lowered) / len(words) > max(share, _MIN_SHARE / 2) else None


@cache
def _function_words() -> tuple[frozenset[str], frozenset[str]]:
    rows = table(Path(__file__).parent / "data" / "function_words.tsv")
    return tuple(frozenset(word for word, tag in rows if (tag == "en") is wanted) for wanted in (True, False))  # type: ignore[return-value]
