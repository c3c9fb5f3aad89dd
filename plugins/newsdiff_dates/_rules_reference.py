"""Rules for references to the present, the past and the future without a date."""

from __future__ import annotations

from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece


@rule("(right )?now|currently|current|present vague", "now = PRESENT_REF", "currently = PRESENT_REF")
def _present(hit: Hit) -> list[Piece]:
    return hit.date("PRESENT_REF")


@rule("(more )?recently|the (recent )?past(?! (num|unit|units))", "recently = PAST_REF", "the past = PAST_REF")
def _past(hit: Hit) -> list[Piece]:
    return hit.date("PAST_REF")


@rule("the (near )?future|near future|as soon as possible|sometime soon", "the near future = FUTURE_REF")
def _future(hit: Hit) -> list[Piece]:
    return hit.date("FUTURE_REF")
