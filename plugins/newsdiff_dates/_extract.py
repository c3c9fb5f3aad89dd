"""Finds the expressions of an article and turns them into claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newsdiff import Claim, Document, Timex
from newsdiff.text.language import detect  # noqa: F401
from newsdiff_dates import _rules_calendar, _rules_clock, _rules_reference, _rules_unit, _rules_year  # noqa: F401
from newsdiff_dates._calendar import interval
from newsdiff_dates._frame import Frame
from newsdiff_dates._grammar import Rule, family_of, matcher, single, triggers
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
        while (match := pattern.search(codes, start, at + _RIGHT)) is not None and match.start() <= at:
            found = _built(match, rules, Hit.of(tokens, frame, locale))
            if found:
                yield from found
                position = max(piece.stop for piece in found)
                break
            start = match.start() + 1


def _built(match: re.Match[str], rules: dict[str, Rule], see: Callable[[str, re.Match[str]], Hit]) -> list[Piece]:
    """Return what the matching rule makes of its words, or the next rule that has something to say about them."""
    name = match.lastgroup or ""
    if found := rules[name].build(see(name, match)):
        return found
    later = iter(rules)
    for other in later:
        if other == name:
            break
    for other in later:
        again = single(int(other[1:])).match(match.string, match.start(), match.endpos)
        if again and (found := rules[other].build(see(other, again))):
            return found
    return []
