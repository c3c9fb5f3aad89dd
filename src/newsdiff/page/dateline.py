"""Datelines: "PORT LISSE, 12 March (Agency) -" before the first sentence, or alone on a line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

import regex
from attrs import frozen

from newsdiff.language.english import lexicon
from newsdiff.language.lexicon import trie
from newsdiff.language.times import MONTHS, WEEKDAYS
from newsdiff.nouns.spans import Span

_MONTH = rf"{trie(MONTHS)}\b\.?"
_DAY = rf"{trie({*WEEKDAYS, *lexicon.words('short-weekday')})}\b\.?,?"
_DATE = (
    rf"(?:{_DAY}\s{{1,3}})?(?:[0-9]{{1,2}}(?:st|nd|rd|th)?\s{{1,3}}{_MONTH}|{_MONTH}\s{{1,3}}[0-9]{{1,2}}(?:st|nd|rd|th)?\b"
    rf"|[12][0-9]{{3}}-[01][0-9]-[0-3][0-9]\b|[0-3]?[0-9][/.][01]?[0-9][/.][12][0-9]{{3}}\b|{_DAY})"
    r"(?:,?\s{1,3}[12][0-9]{3}\b)?"
)
_NAME = rf"(?!(?i:{_MONTH}|{_DAY})[\s,]{{1,3}}[0-9])\p{{Lu}}[\p{{L}}.'’-]{{0,24}}"
_INLINE = regex.compile(
    rf"(?P<place>{_NAME}(?:(?:,?[ \xa0]|/)(?:(?:of|and|de|al|el|the)[ \xa0])?{_NAME}){{0,5}})"
    rf"(?:[,.]?\s{{1,3}}(?P<date>(?i:{_DATE})))?"
    r"(?:[,.]?\s{0,3}(?:\((?P<agency>[^()\n]{2,40})\)|/(?P<agency>[^/\n]{2,40})/|\[(?P<agency>[^\[\]\n]{2,40})\]))?"
    r"(?P<end>\.?\s{0,3}(?:--?|[–—_])(?:\s{1,3}|\Z)|\.?:\s{1,3}|\.\s{1,3}|\s{1,3})"
)
# Most paragraphs are told from these by their second word: a small one that belongs to no name and begins no date.
_NO_PLACE = re.compile(
    r"[^\s()\[\]/:_–—-]{1,30} "
    rf"(?!of|and|de|al|el|the|{trie({word[:3] for word in (*MONTHS, *WEEKDAYS)})})[a-z]"
)
# What a line with nothing but place, date and time may hold besides.
_STAMP = re.compile(
    rf"(?P<date>(?i:{_DATE}))|(?i:\b(?:(?:first|last)\s)?"
    rf"{lexicon.pattern('stamp-verb', 'stamp-noun')}(?:\s(?:on|at))?\b:?"
    r"|\b[0-2]?[0-9][:.h][0-5][0-9](?::[0-5][0-9])?(?:\s?[ap]\.?m\b\.?)?|\b[0-9]{1,2}\s?[ap]\.?m\b\.?|\b[0-9]{1,2}\s(?:minutes?|hours?|days?)\sago\b"
    rf"|\b(?:{lexicon.pattern('time-zone')}|local\stime)\b(?:[+-][0-9:]{{1,5}})?)"
)
_MARKS = " \t\xa0,;.|·•()/–—-:+"
_STAMPED = re.compile(rf"(?i)\b{lexicon.pattern('stamp-verb')}\b")
_NOT_PLACES = frozenset(map(str.upper, lexicon.words("kicker")))
_NOT_FIRST = lexicon.words("dateline-stop")
_LONGEST_DATELINE = 90  # guess, in code points


@frozen
class Dateline:
    """Where and when an article says it was filed; ``span`` covers all of it, up to the dash."""

    span: Span
    place: Span | None = None
    date: Span | None = None
    agency: Span | None = None


def of(text: str, top: Iterable[tuple[Span, str]]) -> Dateline | None:
    """Return the dateline of an article whose first paragraphs, with their roles, are *top*.

    One with a place is preferred to a line that only says when the page was published.
    """
    found: Dateline | None = None
    read = 0
    for row, role in top:
        if role == "dateline":
            line = alone(text, row.start, row.end)
        elif role == "body" and read < 3:
            read += 1
            line = opening(text, row.start, row.end)
        else:
            continue
        if line and line.place:
            return line
        found = found or line
    return found


def opening(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline that the paragraph ``text[start:end]`` begins with, if any.

    A place in ordinary letters alone is not one ("London - she said - ..."): capitals, a date or an agency must help.

    >>> text = "PORT LISSE, 12 March (Agency) - Two people died."
    >>> found = opening(text, 0, len(text))
    >>> found.place.of(text), found.date.of(text), found.agency.of(text)
    ('PORT LISSE', '12 March', 'Agency')
    """
    if not text[start].isupper() or _NO_PLACE.match(text, start, end):
        return None
    found = _INLINE.match(text, start, min(end, start + 2 * _LONGEST_DATELINE))
    if not found or found["place"].split()[0].lower() in _NOT_FIRST:
        return None
    place, date, agency = (_span(found, name) for name in ("place", "date", "agency"))
    close = found["end"].strip()
    dash = bool(close) and close[-1] in "-–—_"
    helped = date is not None or agency is not None
    slashed = agency is not None and text[agency.end] == "/"
    capitals = found["place"].split(",")[0].isupper() and found["place"] not in _NOT_PLACES
    if not ((dash and (helped or (capitals and close != "-"))) or slashed or (close == ":" and helped and capitals)):
        return None
    return Dateline(Span(start, found.end() - len(found["end"]) + len(found["end"].rstrip())), place, date, agency)


def alone(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline that fills the short paragraph ``text[start:end]``, if it says nothing else.

    >>> alone("PORT LISSE 2026-03-12", 0, 21).place
    Span(start=0, end=10)
    """
    if end - start > _LONGEST_DATELINE:
        return None
    stamps = list(_STAMP.finditer(text, start, end))
    dates = [_span(stamp, "date") for stamp in stamps if stamp["date"]]
    if not dates:
        return None
    left = text[start : stamps[0].start()].strip(_MARKS)
    gaps = [text[before.end() : after.start()] for before, after in itertools.pairwise(stamps)] + [
        text[stamps[-1].end() : end]
    ]
    if any(gap.strip(_MARKS) for gap in gaps):
        return None
    if not left:
        return Dateline(Span(start, end), None, dates[0])
    named = len(left.split()) <= 4 and all(word[0].isupper() for word in left.replace(",", " ").split())
    if not named or not (left.isupper() or text[start + len(left) : stamps[0].start()].startswith(",")):
        return None
    return Dateline(Span(start, end), Span(start, start + len(left)), dates[0])


def stamped(line: str) -> bool:
    """Tell whether a line says that its date is the one of publication."""
    return _STAMPED.search(line) is not None


def _span(found: re.Match[str] | regex.Match[str], name: str) -> Span | None:
    return Span(*found.span(name)) if found[name] else None
