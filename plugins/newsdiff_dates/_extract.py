"""Finds the expressions of an article and turns them into claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdiff import Claim, Document, Timex
from newsdiff.text.language import detect  # noqa: F401
from newsdiff_dates import _rules_calendar, _rules_clock, _rules_reference, _rules_unit, _rules_year  # noqa: F401
from newsdiff_dates._calendar import interval
from newsdiff_dates._frame import Frame
from newsdiff_dates._grammar import Candidate, candidates, triggers
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._lexicon import OTHER
from newsdiff_dates._tokens import Tokens

_LEFT, _RIGHT = 14, 16


def claims(document: Document) -> Iterator[Claim]:
    """Yield every date of *document* in order."""
    article = document.article
    frame = Frame(article.text, article.published)
    for paragraph in document.body:
        tokens = Tokens(article.text, paragraph.start, paragraph.end)
        for piece in _pieces(tokens, frame, article.language):
            begin, end = tokens.begin(piece.begin), tokens.end(piece.stop)
            frame.note(piece.value, begin)
            yield Claim.at(document, (begin, end), kind="date", value=timex(piece))


def timex(piece: Piece) -> Timex:
    """Return the value of an expression with the stretch of time it denotes."""
    earliest, latest = interval(piece.value, piece.mod) if piece.type in ("DATE", "TIME") else (None, None)
    return Timex(piece.type, piece.value, piece.mod, earliest, latest, piece.offset)  # type: ignore[arg-type]


def _pieces(tokens: Tokens, frame: Frame, locale: str | None) -> Iterator[Piece]:
    """Yield the expressions of a paragraph: around every telling word the leftmost, then longest match with a value."""
    codes, position = tokens.codes, 0
    for trigger in triggers().finditer(codes):
        at = trigger.start()
        if at < position:
            continue
        start = max(position, codes.rfind(OTHER, max(0, at - _LEFT), at) + 1, at - _LEFT)
        for begin in range(start, at + 1):
            if (rules := candidates(codes[begin], codes[at])) and (found := _built(rules, tokens, begin, at, frame, locale)):
                yield from found
                position = max(piece.stop for piece in found)
                break


def _built(
    rules: tuple[Candidate, ...], tokens: Tokens, begin: int, at: int, frame: Frame, locale: str | None
) -> list[Piece]:
    """Return what the rule with the longest match makes of it, or the next one when it declines."""
    matches = []
    there = set(tokens.codes[begin : at + _RIGHT])
    for needs, pattern, rule in rules:
        if not needs <= there:
            continue
        match = pattern.match(tokens.codes, begin, at + _RIGHT)
        if match is not None and match.end() > at:
            matches.append((-match.end(), len(matches), match, rule))
    for _, _, match, rule in sorted(matches):
        if found := rule.build(Hit(match, tokens, frame, locale)):
            return found
    return []
