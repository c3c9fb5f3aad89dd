"""Who said it: the mention beside the cue, for every quoted region of a paragraph."""

from __future__ import annotations

import regex
from attrs import frozen

from newsdiff_quotes import _grammar as grammar
from newsdiff_quotes._grammar import Chunks, Event
from newsdiff_quotes._tokens import Tokens

# What may stand between a cue verb and the subject of the clause that it introduces: "told reporters on Friday that".
_COMPLEMENT = regex.compile(r"(?:[YPMTapt]|pY)*")
_CUES = frozenset("SKH")


@frozen
class Found:
    """A source for one quotation: token ranges in the paragraph."""

    subject: tuple[int, int]
    verb: int | None
    how: str


class Sentence:
    """One quotation in its sentence."""

    def __init__(self, tokens: Tokens, chunks: Chunks, at: int, tail: str) -> None:
        self.tokens, self.chunks, self.at = tokens, chunks, at
        self.tags = chunks.tags
        self.tail = tail
        """Last character inside the marks."""
        self.start, self.end = grammar.bounds(self.tags, at)

    def source(self) -> Found | None:
        """Return the source of the quotation, looked for in its own sentence only."""
        events = grammar.events(self.tags, self.start, self.at)
        return self._after(events) or self._before(events) or self._later() or self._weak(events)

    def _found(self, start: int, end: int, verb: int, how: str) -> Found:
        first = self.chunks.first
        return Found((first[start], first[end]), first[verb], how)

    def _after(self, events: list[Event]) -> Found | None:
        tags, at = self.tags, self.at + 1
        following = tags[at : at + 1]
        ended = self.tail in ",?!…—-" or following in (",", "-") and following
        initial = self.at == self.start
        if not ended and not (initial and self.tail != "."):
            return None
        if match := grammar._AFTER_INVERTED.match(tags, at, self.end):
            return self._found(*match.span("subject"), match.start("verb"), "Q V S")
        if match := grammar._AFTER.match(tags, at, self.end):
            behind = tags[match.end() : match.end() + 1]
            if initial or not events or behind not in "tYPM" or self.tags[self.at - 1] in ",:-":
                return self._found(*match.span("subject"), match.end("verb") - 1, "Q S V")
        return None

    def _later(self) -> Found | None:
        if match := grammar._LATER.search(self.tags, self.at + 1, self.end):
            return self._found(*match.span("subject"), match.start("verb"), "later")
        return self._according(self.at + 1, self.end)

    def _according(self, start: int, end: int) -> Found | None:
        for i in range(start, end - 2):
            if self.tags[i + 1] == "o" and self.tags[i + 2] in "YP":
                if self.tokens.words[self.chunks.first[i + 1] - 1].lower() == "according":
                    return self._found(i + 2, i + 3, i, "according")
        return None

    def _before(self, events: list[Event]) -> Found | None:
        tags = self.tags
        cue = max(tags.rfind(char, self.start, self.at) for char in "SKHg")
        while cue >= self.start:
            owner = None
            for event in events:
                if event.verb <= cue:
                    owner = event
            if owner is not None and (owner.verb != cue or owner.kind in "SKHg"):
                if owner.verb == cue or tags[cue] == "g" or tags[cue - 1] in "oac":
                    return self._climb(events, owner, "cue" if owner.verb == cue else "shared")
            cue = max(tags.rfind(char, self.start, cue) for char in "SKHg")
        return self._according(self.start, self.at)

    def _climb(self, events: list[Event], event: Event, how: str) -> Found:
        """Go up to the outermost cue whose reported clause holds the event: "Ruiz said he called it" is Ruiz's."""
        for parent in reversed(events[: events.index(event)]):
            if parent.kind in "SHg" and _COMPLEMENT.fullmatch(self.tags, parent.verb + 1, event.subject):
                event = parent
        return self._found(event.subject, event.end, event.verb, how)

    def _weak(self, events: list[Event]) -> Found | None:
        return self._climb(events, events[-1], "weak") if events else None


def attribute(tokens: Tokens, chunks: Chunks, at: int, tail: str) -> Found | None:
    """Return the source of the quotation at token *at*, looked for in its own sentence."""
    return Sentence(tokens, chunks, chunks.index(at), tail).source()
