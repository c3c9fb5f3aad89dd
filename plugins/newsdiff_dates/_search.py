"""Finds the expressions of a paragraph: around every telling word the leftmost, then the longest match with a value."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

# Importing a module of rules registers them.
from newsdiff_dates import (  # noqa: F401
    _rules_clock,
    _rules_day,
    _rules_duration,
    _rules_holiday,
    _rules_month,
    _rules_offset,
    _rules_quarter,
    _rules_reference,
    _rules_season,
    _rules_unit,
    _rules_year,
)
from newsdiff_dates._frame import Frame
from newsdiff_dates._grammar import RULES, Rule, candidates, capital, compiled, triggers
from newsdiff_dates._hit import Hit, Match, Piece
from newsdiff_dates._lexicon import OTHER
from newsdiff_dates._tokens import Tokens

# How many tokens an expression may have in front of its first telling word, and from there on
# (guess: the longest examples of rules have fewer).
_LEFT, _RIGHT = 14, 16


def pieces(tokens: Tokens, frame: Frame, locale: str | None) -> Iterator[Piece]:
    """Yield the expressions of a paragraph in order; none overlaps another."""
    codes, position, names = tokens.codes, 0, capital()
    for trigger in triggers().finditer(codes):
        at = trigger.start()
        if at < position or (codes[at] in names and _is_name(tokens, at)):
            continue
        left = max(position, at - _LEFT)
        left = max(left, codes.rfind(OTHER, left, at) + 1)
        # No rule reaches over an unknown word: what can match depends on this stretch alone, and stretches repeat.
        right = codes.find(OTHER, at, at + _RIGHT) + 1 or at + _RIGHT
        for match, rule in _matches(codes[left:right], at - left):
            found = rule.build(Hit(match, left, tokens, frame, locale))
            if found:
                yield from found
                position = max(piece.stop for piece in found)
                break
            if found is None:  # an impossible date: no part of it is one either
                position = left + match.stop
                break


@lru_cache(maxsize=8192)
def _matches(codes: str, at: int) -> tuple[tuple[Match, Rule], ...]:
    """Return the matches that reach over the telling word at *at*, leftmost first and the longest of these first."""
    found: list[tuple[Match, Rule]] = []
    rules, there = candidates(codes[at]), set(codes)
    for begin in range(at + 1):
        here = []
        for needs, index in rules.get(codes[begin], ()):
            if needs <= there and (match := compiled(index).match(codes, begin)) is not None and match.end() > at:
                groups = {name: match.span(name) for name in match.re.groupindex if match.start(name) >= 0}
                here.append((Match(begin, match.end(), groups), RULES[index]))
        found += sorted(here, key=lambda pair: -pair[0].stop)
    return tuple(found)


def _is_name(tokens: Tokens, at: int) -> bool:
    """Tell whether a capital in the middle of a sentence makes a common word part of a title ("High Noon")."""
    word = tokens.words[at]
    if not word[0].isupper() or at == 0 or word.rstrip().isupper() or not tokens.prose:
        return False
    before, after = tokens.words[at - 1], tokens.words[at + 1 : at + 2]
    if after and after[0][0].isupper() and tokens.codes[at + 1] == OTHER:
        return True
    return before[0].isupper() or (before[0].isdigit() and tokens.words[at - 2 : at - 1] != [". "])
