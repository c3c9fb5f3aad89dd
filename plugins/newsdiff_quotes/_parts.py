"""The sentences of a long quotation, which are compared one by one."""

from __future__ import annotations

import regex
from attrs import evolve

from newsdiff import Claim, Scope, Span
from newsdiff.page import sentences
from newsdiff_quotes._wording import wording

# Where a long sentence falls into statements of its own.
_JOINT = regex.compile(r"(?:;|\s[—–]|,)\s+(?=(?:and|but|while|whereas)\s)|\s(?=as well as\s)|;\s")
_NO_SCOPE = Scope()
_LONG = 30
_AROUND = 600  # code points of context on each side (guess)
_CLAUSE = 8
# A shorter piece ("Yes.", "We did. Twice.") says too little to be compared alone.
_FEWEST_WORDS = 5


def parts(claim: Claim) -> tuple[Claim, ...]:
    """Return the sentences of a quotation as claims of one utterance, or the claim itself where it is one sentence.

    One article may print in one piece what the other prints in three, or in another order. The scope is left out:
    place, time and "if" inside the marks are the speaker's words, which are compared themselves.
    """
    claim = evolve(claim, scope=_NO_SCOPE)
    content = claim.value.content
    if claim.value.form not in ("direct", "mixed"):
        return (claim,)
    found = [piece for whole in sentences.split(content, 0, len(content)) for piece in _clauses(content, whole)]
    if len(found) < 2:
        return (claim,)
    joined: list[Span] = []
    for piece in found:
        small = len(wording(piece.of(content)).words) < _FEWEST_WORDS
        if joined and (small or len(wording(joined[-1].of(content)).words) < _FEWEST_WORDS):
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    if len(joined) < 2:
        return (claim,)
    start = claim.span.start
    utterance = start if claim.value.utterance is None else claim.value.utterance
    around = claim.value.context or content
    at = max(0, around.find(content))
    return tuple(
        evolve(
            claim,
            span=Span(start + piece.start, start + piece.end),
            surface=piece.of(content),
            value=evolve(
                claim.value,
                content=piece.of(content),
                utterance=utterance,
                context=around[max(0, at + piece.start - _AROUND) : at + piece.end + _AROUND],
            ),
        )
        for piece in joined
    )


def _clauses(content: str, sentence: Span) -> list[Span]:
    """Return the statements that a very long sentence strings together, or the sentence."""
    found, start = [], sentence.start
    if content.count(" ", sentence.start, sentence.end) < _LONG:
        return [sentence]
    for joint in _JOINT.finditer(content, sentence.start, sentence.end):
        before, after = content.count(" ", start, joint.start()), content.count(" ", joint.end(), sentence.end)
        if before >= _CLAUSE and after >= _CLAUSE:
            found.append(Span(start, joint.start()))
            start = joint.end()
    return [*found, Span(start, sentence.end)]
