"""Titles of works and names in quotation marks, which are no speech."""

from __future__ import annotations

import regex

from newsdiff.language import english

_SMALL = english.lexicon.words("title-word")
_WORD = regex.compile(r"[^\W_][\w’'-]*")
_LONGEST = 12  # words of a title (guess)


def is_title(content: str) -> bool:
    """Tell whether all words but the small ones are capitalised.

    >>> is_title("A Winter by the Sea"), is_title("We will wait"), is_title("Never!")
    (True, False, False)
    """
    words = _WORD.findall(content[:200])
    if not words or len(words) > _LONGEST or content[-1] in "!?":
        return False
    return not words[0][0].islower() and all(not word[0].islower() or word.lower() in _SMALL for word in words)
