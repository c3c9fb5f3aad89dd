"""The sentences of a long quotation, which are compared one by one."""

from __future__ import annotations

from attrs import evolve

from newsdiff import Claim, Span
from newsdiff.text import sentences
from newsdiff_quotes._wording import wording

# A shorter piece ("Yes.", "We did. Twice.") says too little to be compared alone.
_FEWEST_WORDS = 5


def parts(claim: Claim) -> tuple[Claim, ...]:
    """Return the sentences of a quotation as claims of one utterance, or the claim itself where it is one sentence.

    One article may print in one piece what the other prints in three, or in another order.
    """
    content = claim.value.content
    found = sentences.split(content, 0, len(content)) if claim.value.form in ("direct", "mixed") else []
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
    return tuple(
        evolve(
            claim,
            span=Span(start + piece.start, start + piece.end),
            surface=piece.of(content),
            value=evolve(claim.value, content=piece.of(content), utterance=utterance),
        )
        for piece in joined
    )
