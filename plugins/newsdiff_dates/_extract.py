"""Finds the expressions of an article and turns them into claims."""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff import Claim, Document, Timex
from newsdiff.text.language import detect  # noqa: F401
from newsdiff_dates import _rules_calendar, _rules_clock, _rules_reference, _rules_unit, _rules_year  # noqa: F401
from newsdiff_dates._calendar import interval
from newsdiff_dates._frame import Frame
from newsdiff_dates._grammar import family_of, matcher, triggers
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
    codes, families, position = tokens.codes, family_of(), 0
    for trigger in triggers().finditer(codes):
        at = trigger.start()
        if at < position:
            continue
        start = max(position, codes.rfind(OTHER, max(0, at - _LEFT), at) + 1, at - _LEFT)
        pattern, rules = matcher(families[codes[at]])
        match = pattern.search(codes, start, at + _RIGHT)
        while match is not None and match.start() <= at:
            name = match.lastgroup or ""
            found = rules[name].build(Hit(name, match, tokens, frame, locale))
            if found:
                yield from found
                position = max(piece.stop for piece in found)
                break
            match = pattern.search(codes, match.start() + 1, at + _RIGHT) if match.start() < at else None
