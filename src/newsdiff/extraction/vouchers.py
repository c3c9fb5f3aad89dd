"""Who a sentence says vouches for it: "according to the ministry", "police in Lisse said"."""

from __future__ import annotations

import re

import regex

from newsdiff.language.english import lexicon
from newsdiff.language.words import lemma
from newsdiff.nouns.spans import Span

# "according to the ministry", "police said": who vouches, where no quotation claim says it.
_ACCORDING = regex.compile(r"ccording to (?:the |a |an )?((?:[\p{L}\p{N}'’.-]{1,30} ?){1,5})")
_NO_SOURCE = re.compile(rf" {lexicon.pattern('source-end')}\b")
_SAID = re.compile(rf"{lexicon.pattern('reporting-verb')}\b")
_SOURCES = lexicon.words("source-noun", "institution-noun")
_SENTENCE_READ = 800  # code points of a sentence that are read


def voucher(text: str, sentence: Span) -> str | None:
    """Return the source that a sentence names, or None.

    >>> text = "Nine people died, police in Port Lisse said."
    >>> voucher(text, Span(0, len(text)))
    'police in Port Lisse'
    """
    words = text[sentence.start : min(sentence.end, sentence.start + _SENTENCE_READ)]
    if "ccording to" in words and (match := _ACCORDING.search(words)):
        return _NO_SOURCE.split(str(match.group(1)), 1)[0].strip(" .'’-")
    said = _SAID.search(words)
    return _subject(words[: said.start()]) if said else None


def _subject(before: str) -> str | None:
    """Return the source that ends *before*: a name, or a noun for one with the words that go with it."""
    words = before[-80:].split()
    if not words:
        return None
    count = 0
    while count < min(4, len(words)) and words[-1 - count][0].isupper():
        count += 1
    if count and len(words) > count + 1 and words[-1 - count] in ("in", "of", "for") and words[-2 - count].islower():
        count += 2  # "police in Lisse", "the mayor of Lisse": not the town speaks
    if count:
        return " ".join(words[-count:]).strip(" ,")
    return words[-1] if lemma(words[-1].lower()) in _SOURCES else None
