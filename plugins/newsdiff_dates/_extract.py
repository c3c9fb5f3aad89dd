"""Finds the expressions of an article and turns them into claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from newsdiff import Claim, Document, Timex
from newsdiff.text.language import detect  # noqa: F401
from newsdiff_dates import _rules_calendar, _rules_clock, _rules_reference, _rules_unit, _rules_year  # noqa: F401
from newsdiff_dates._calendar import interval
from newsdiff_dates._frame import Frame
from newsdiff_dates._grammar import Candidate, candidates, capital, triggers
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._lexicon import OTHER
from newsdiff_dates._tokens import Tokens

_LEFT, _RIGHT = 14, 16
FILED = 0.25


def claims(document: Document) -> Iterator[Claim]:
    """Yield every date of *document* in order; the day in the dateline is one of little confidence: it dates the report."""
    article = document.article
    filed = document.dateline.span if document.dateline else None
    frame = Frame(article.text, article.published or _filed(document))
    for paragraph in document.body:
        tokens = Tokens(article.text, paragraph.start, paragraph.end)
        for piece in _pieces(tokens, frame, article.language):
            begin, end = tokens.begin(piece.begin), tokens.end(piece.stop)
            frame.note(piece.value, begin)
            sure = FILED if filed and filed.start <= begin < filed.end else 1.0
            yield Claim.at(document, (begin, end), kind="date", value=timex(piece), confidence=sure)


def _filed(document: Document) -> date | None:
    """Return the day in the dateline, where it is complete."""
    there = document.dateline.date if document.dateline else None
    if there is None:
        return None
    tokens = Tokens(document.text, there.start, there.end)
    for piece in _pieces(tokens, Frame(document.text, None), document.article.language):
        if piece.value[:4].isdigit() and len(piece.value) == 10 and "X" not in piece.value:
            return date.fromisoformat(piece.value)
    return None


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
        if codes[at] in capital() and _is_name(tokens, at):
            continue
        for begin in range(start, at + 1):
            if (rules := candidates(codes[begin], codes[at])) and (
                found := _built(rules, tokens, begin, at, frame, locale)
            ):
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


def _is_name(tokens: Tokens, at: int) -> bool:
    """Tell whether a capital in the middle of a sentence makes a common word part of a title ("High Noon")."""
    word = tokens.words[at]
    if not word[0].isupper() or at == 0 or word.rstrip().isupper() or not tokens.prose:
        return False
    before = tokens.words[at - 1]
    return before[0].isupper() or before[0].isdigit() and tokens.words[at - 2 : at - 1] not in ([". "],)
