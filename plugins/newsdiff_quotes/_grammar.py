"""Subject and verb around a quotation, read from tag strings (see _tokens)."""

from __future__ import annotations

import regex
from attrs import frozen

# A noun phrase, with what may be tied to it: "the chairman of the panel", "Ana Ruiz and her son".
_CORE = r"(?:P|[DOG]?(?:[nN#Gg]|(?<=[DOnG])[via])*[NnG#])"
_PHRASE = rf"{_CORE}(?:p{_CORE}){{0,3}}(?:c{_CORE})?"
# Between a subject and its verb: an apposition, a relative clause, a parenthesis, an aside between dashes.
_ASIDE = r"(?:,[^.;:?Q]{1,28}?,|\([^()]{1,15}\)|-[^-.?;]{1,24}-|w[^.;?Q]{1,24}?,)"
_ASIDES = rf"{_ASIDE}{{0,2}},?"
_CHAIN = r"[aX]{0,5}(?:[vHn]oa?)?"
_FINITE = r"[SKHAvX]"

EVENT = regex.compile(rf"({_PHRASE})(?:{_ASIDES}){_CHAIN}({_FINITE})")
PHRASE = regex.compile(_PHRASE)

# After a quotation: "..., she said", "..., said Ana Ruiz", "..., according to the ministry".
AFTER_SUBJECT_VERB = regex.compile(rf"[?]?[,-]?({_PHRASE})(?:{_ASIDES}){_CHAIN}(?:[aX]*)([SAKH])")
AFTER_ANY_VERB = regex.compile(rf"[?]?[,-]?({_PHRASE})(?:{_ASIDES})({_CHAIN}[vX])")
AFTER_VERB_SUBJECT = regex.compile(rf"[?]?[,-]?X?([SA])a?({_PHRASE})")
LATER = regex.compile(rf"[,-]({_PHRASE})(?:{_ASIDES})[aX]{{0,3}}([S])(?=[.,;:anptpisc?-]|$)")


@frozen
class Event:
    """A subject and its verb, as token indices."""

    subject: tuple[int, int]
    verb: int


def events(tags: str, start: int, end: int) -> list[Event]:
    """Return the subject-verb pairs of ``tags[start:end]``, from left to right."""
    found = []
    at = start
    while match := EVENT.search(tags, at, end):
        found.append(Event(match.span(1), match.start(2)))
        at = match.start(2) + 1
    return found


def bounds(tags: str, at: int) -> tuple[int, int]:
    """Return the sentence around the token *at*; a soft end ("?" behind a quotation) is no boundary for it."""
    start = max(tags.rfind(".", 0, at), tags.rfind(";", 0, at)) + 1
    ends = [i for i in (tags.find(".", at), tags.find(";", at)) if i >= 0]
    return start, min(ends) if ends else len(tags)
