"""Who said it: the mention beside the cue, for every quoted region of a paragraph."""

from __future__ import annotations

from attrs import frozen

from newsdiff_quotes import _grammar as grammar
from newsdiff_quotes._tokens import Tokens


@frozen
class Found:
    """A source for one quotation: token ranges in the paragraph."""

    subject: tuple[int, int]
    verb: int | None
    how: str


def attribute(tokens: Tokens, at: int) -> Found | None:
    """Return the source of the quotation at token *at*, looked for in its own sentence."""
    tags = tokens.tags
    start, end = grammar.bounds(tags, at)
    return _after(tokens, at, end) or _before(tokens, start, at) or _later(tokens, at, end) or _weak(tokens, start, at)


def _according(tokens: Tokens, start: int, end: int) -> Found | None:
    for i in range(start, end - 1):
        if tokens.words[i] in ("according", "According") and tokens.words[i + 1] == "to":
            if match := grammar.PHRASE.match(tokens.tags, i + 2, end):
                return Found(match.span(), i, "according")
    return None


def _after(tokens: Tokens, at: int, end: int) -> Found | None:
    tags = tokens.tags
    if match := grammar.AFTER_VERB_SUBJECT.match(tags, at + 1, end):
        return Found(match.span(2), match.start(1), "Q V S")
    if match := grammar.AFTER_SUBJECT_VERB.match(tags, at + 1, end):
        return Found(match.span(1), match.start(2), "Q S V")
    return None


def _later(tokens: Tokens, at: int, end: int) -> Found | None:
    if match := grammar.LATER.search(tokens.tags, at + 1, end):
        return Found(match.span(1), match.start(2), "later")
    return _according(tokens, at + 1, end)


def _before(tokens: Tokens, start: int, at: int) -> Found | None:
    tags = tokens.tags
    found = grammar.events(tags, start, at)
    cued = [event for event in found if tags[event.verb] in "SKH"]
    if cued:
        return Found(cued[-1].subject, cued[-1].verb, "cue")
    if found and ("g" in tags[start:at]):
        return Found(found[-1].subject, tags.rfind("g", start, at), "ing")
    return _according(tokens, start, at)


def _weak(tokens: Tokens, start: int, at: int) -> Found | None:
    found = grammar.events(tokens.tags, start, at)
    return Found(found[-1].subject, found[-1].verb, "weak") if found else None
