"""Finds the expressions of a paragraph: around every telling word the leftmost, then the longest match with a value."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Importing a module of rules registers them.
from newsdiff_dates import (
    _rules_calendar,  # noqa: F401
    _rules_clock,  # noqa: F401
    _rules_reference,  # noqa: F401
    _rules_unit,  # noqa: F401
    _rules_year,  # noqa: F401
)
from newsdiff_dates._frame import Frame
from newsdiff_dates._grammar import Candidate, Rule, candidates, capital, triggers
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._lexicon import OTHER
from newsdiff_dates._tokens import Tokens

# How many tokens an expression may have in front of its first telling word, and from there on.
_LEFT, _RIGHT = 14, 16


def pieces(tokens: Tokens, frame: Frame, locale: str | None) -> Iterator[Piece]:
    """Yield the expressions of a paragraph in order; none overlaps another."""
    codes, position = tokens.codes, 0
    for trigger in triggers().finditer(codes):
        at = trigger.start()
        if at < position or (codes[at] in capital() and _is_name(tokens, at)):
            continue
        rules = candidates(codes[at])
        left = max(position, at - _LEFT)
        there = set(codes[left : at + _RIGHT])
        for begin in range(max(left, codes.rfind(OTHER, left, at) + 1), at + 1):
            possible = rules.get(codes[begin])
            if possible is None or not (matches := _matches(possible, there, codes, begin, at)):
                continue
            found, stop = _built(matches, tokens, frame, locale)
            if stop:
                yield from found
                position = stop
                break


def _matches(
    rules: tuple[Candidate, ...], there: set[str], codes: str, begin: int, at: int
) -> list[tuple[re.Match[str], Rule]]:
    """Return the matches from one token that reach over the telling word, the longest first."""
    found = []
    for needs, pattern, rule in rules:
        if needs <= there and (match := pattern.match(codes, begin, at + _RIGHT)) is not None and match.end() > at:
            found.append((match, rule))
    if len(found) > 1:
        found.sort(key=lambda pair: -pair[0].end())
    return found


def _built(
    matches: list[tuple[re.Match[str], Rule]], tokens: Tokens, frame: Frame, locale: str | None
) -> tuple[list[Piece], int]:
    """Return what the first rule that does not decline makes of its match, and the token after it.

    A rule that returns None refuses for all: the words are an impossible date, and no part of them is one.
    """
    for match, rule in matches:
        found = rule.build(Hit(match, tokens, frame, locale))
        if found is None:
            return [], match.end()
        if found:
            return found, max(piece.stop for piece in found)
    return [], 0


def _is_name(tokens: Tokens, at: int) -> bool:
    """Tell whether a capital in the middle of a sentence makes a common word part of a title ("High Noon")."""
    word = tokens.words[at]
    if not word[0].isupper() or at == 0 or word.rstrip().isupper() or not tokens.prose:
        return False
    before = tokens.words[at - 1]
    return before[0].isupper() or (before[0].isdigit() and tokens.words[at - 2 : at - 1] != [". "])
