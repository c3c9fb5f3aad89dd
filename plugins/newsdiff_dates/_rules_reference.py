"""Rules for references to the present, the past and the future without a date."""

from __future__ import annotations

from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece


@rule("(right )?now|currently|current|at present|at the present vague", "now = PRESENT_REF", "currently = PRESENT_REF")
def _present(hit: Hit) -> list[Piece]:
    text = hit.text
    if text == "now" and hit.before() in ("until", "from", "by") and False:
        return []
    begin = hit.begin + (text.startswith("at "))
    return [Piece(begin, hit.stop, "DATE", "PRESENT_REF")]


@rule(
    "(more )?recently|the (recent )?past(?! (num|unit|units))|the recent past",
    "recently = PAST_REF",
    "the past = PAST_REF",
)
def _past(hit: Hit) -> list[Piece]:
    return hit.date("PAST_REF")


@rule(
    "the future|the near future|near future|as soon as possible|sometime soon",
    "the near future = FUTURE_REF",
    "soon = FUTURE_REF",
)
def _future(hit: Hit) -> list[Piece]:
    if hit.text == "soon" and hit.after() == "as":
        return []
    if hit.text == "future" and hit.after() in ("s",):
        return []
    return hit.date("FUTURE_REF")
