"""Stretches of text whose numbers are no quantities: dates, times, years, ordinals, scores, references, addresses.

Measured on news, dates and years taken for quantities are the largest class of false positives of every quantity
extractor; masking them first is worth eight points of F1. The masks are shape only: what a date *means* is the
business of a date extractor. Everything starts from a run of digits, so a text without digits costs one scan.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

from attrs import frozen

from newsdiff.language.english import lexicon
from newsdiff.language.lexicon import ENGLISH, table, trie
from newsdiff.language.times import MONTHS
from newsdiff.nouns.spans import Span

MaskKind = Literal["date", "time", "year", "ordinal", "score", "reference", "address", "phone"]

_MONTH = f"(?i:{trie(MONTHS)})(?![^\\W_])\\.?"
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?![0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[4-9]|20)[0-9]{2}(?![0-9])"
_DASH = r"\s?(?:[-–—/]|to|and|or|through)\s?"
_CLOCK = r"(?i:\s?[ap](?:m\b|\.\s?m\b)\.?)"
_ZONE = rf"\s?(?:{trie(map(str.upper, lexicon.words('time-zone')))}|local\stime|o['’]clock)(?![^\W_])"


@frozen
class Mask:
    """A stretch of text with the reason why its numbers are no quantities."""

    start: int
    end: int
    kind: MaskKind

    @property
    def span(self) -> Span:
        """The stretch as a span."""
        return Span(self.start, self.end)


_RUN = re.compile(r"[0-9]+")
# Tried at the first digit of a number; the first branch that matches wins, so the longest shapes come first.
_SHAPE = re.compile(
    r"(?P<date>[0-3]?[0-9](?:st|nd|rd|th)?"
    rf"(?:{_DASH}{_DAY})?(?:\s|-|\sof\s){_MONTH}(?:,?\s?{_YEAR})?"
    r"|[0-9]{4}-[01]?[0-9]-[0-3]?[0-9](?![0-9])(?:T[0-9:]{5,8}Z?)?"
    r"|9/11(?![0-9])|24/7(?![0-9])|[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9/])"
    r"|[0-9]{1,2}\.[01]?[0-9]\.(?:19|20)[0-9]{2}(?![0-9]))"
    rf"|(?P<time>[0-9]{{1,2}}(?:[:.][0-5][0-9])?{_CLOCK}"
    rf"|[0-9]{{1,2}}:[0-5][0-9](?::[0-5][0-9])?(?:\.[0-9]{{1,3}})?(?![0-9])(?:{_ZONE})?"
    rf"|[0-9]{{1,2}}[:.]?(?:[0-5][0-9])?{_ZONE}|[012][0-9][0-5][0-9]\s?(?:hours|hrs)(?![^\W_]))"
    r"|(?P<ordinal>[0-9]{1,4}(?:st|nd|rd|th)(?![^\W_]))"
    r"|(?P<phone>0[0-9]{2,4}(?:[ -][0-9]{3,4}){1,3}(?![0-9])|[0-9]{1,4}(?:[-.][0-9]{3,4}){2,3}(?![0-9,])"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9]))"
    r"|(?P<year>(?:1[4-9]|20)[0-9]{2}(?:s(?![^\W_])|['’]s(?![^\W_])"
    rf"|[-–/](?:[0-9]{{2}}(?![0-9%]|[.,][0-9])|{_YEAR}))|[1-9]0s(?![^\W_]))"
    r"|(?P<score>50/50(?![0-9])|[0-9]{1,3}[-–][0-9]{1,3}(?![\w%/–-])(?![.,][0-9])"
    r"(?:,?\s[0-9]{1,2}-[0-9]{1,2}(?![0-9%])(?:\s?\([0-9]{1,2}-[0-9]{1,2}\))?){0,8})"
)
# After a month: "5", "5-7, 2020", "5, 2020", "2012"; not "May 300 people", "March 5 million".
_AFTER_MONTH = re.compile(
    rf"(?:{_YEAR}|{_DAY}(?:{_DASH}(?:{_MONTH}\s)?{_DAY})?(?:,?\s{_YEAR})?)"
    r"(?!\s?%|[,.][0-9]|[0-9]|\s(?:per\s?cent|million|billion|people))"
)
_AFTER_HEAD = re.compile(
    r"[0-9]{1,5}(?:[.-][0-9]{1,4}){0,3}[A-Za-z]?(?![\w%])(?![,.][0-9])"
    r"(?:(?:,\s|\sand\s|\s?[-–]\s?|\sto\s)[0-9]{1,5}[A-Za-z]?(?![\w%]|[,.][0-9]|\s[a-z]+s\b))?"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”]{1,2000}")
_SCORE_CUE = re.compile(
    rf"\b{lexicon.pattern('score-word')}\b",
    re.IGNORECASE,
)
_AFTER_SCORE = re.compile(
    rf"\s{lexicon.pattern('score-follower')}(?![^\W_])",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s(?!thanks|goals|sets|games)[a-z]+s\b")


@cache
def _heads() -> tuple[frozenset[str], frozenset[str]]:
    """Return reference heads: those of any case, and those that must be written as they are."""
    words = [row[0] for row in table(ENGLISH / "reference_heads.tsv")]
    return frozenset(word for word in words if word.islower()), frozenset(word for word in words if not word.islower())


def is_reference_head(word: str) -> bool:
    """Tell whether a number after *word* is a label, not a count.

    >>> is_reference_head("page"), is_reference_head("Section"), is_reference_head("police")
    (True, True, False)
    """
    lower, exact = _heads()
    return word in exact or word.lower() in lower


def find(text: str, rows: Iterable[Span]) -> tuple[Mask, ...]:
    """Return the masks inside *rows*, in order, none inside another.

    >>> text = "On 12 March 2019, at 5:30 pm, Flight 212 fell 3,000 feet."
    >>> [(text[m.start:m.end], m.kind) for m in find(text, [Span(0, len(text))])]
    [('12 March 2019', 'date'), ('5:30 pm', 'time'), ('Flight 212', 'reference')]
    """
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if "://" in text or "www." in text else []
    found: list[Mask] = []
    for row in rows:
        if addresses:
            found += [Mask(a, b, "address") for a, b in addresses if row.start <= a < row.end]
        found += _in_row(text, row.start, row.end)
    if addresses:
        found.sort(key=lambda mask: (mask.start, -mask.end))
        found = [mask for i, mask in enumerate(found) if not any(m.end > mask.start for m in found[max(0, i - 3) : i])]
    return tuple(found)


def _in_row(text: str, start: int, end: int) -> Iterator[Mask]:
    stop = start
    for run in _RUN.finditer(text, start, end):
        at, last = run.span()
        if at < stop:
            continue
        before = text[at - 1] if at > start else " "
        if before in ".," and at - 1 > start and text[at - 2].isdigit():
            continue  # inside 1,234.5
        mask = None
        if before in " \xa0\u202f-#":
            mask = _labelled(text, max(start, stop), at, last, end)
        if mask is None and not before.isalpha() and last - at < 5:
            mask = _shaped(text, start, at, end)
        if mask is not None:
            yield mask
            stop = mask.end


def _labelled(text: str, start: int, at: int, last: int, end: int) -> Mask | None:
    """Return the mask of a number that the word in front labels: a month or a reference."""
    word = text[max(start, at - 16) : at - 1].rstrip(" -").rpartition(" ")[2].strip(".,(“\"'‘[\n\r\t ")
    if not word or not word[-1].isalpha():
        return None
    begin = text.rfind(word, start, at)
    if begin < 0:
        return None
    if word.lower() in MONTHS and (word[0].isupper() or (word.lower() != "may" and word.lower() != "march")):
        match = _AFTER_MONTH.match(text, at, end)
        return Mask(begin, match.end(), "date") if match else None
    if word == "of" and last - at == 4 and (month := text[max(start, at - 16) : at - 4].rpartition(" ")[2]):
        return Mask(at, last, "date") if month.lower() in MONTHS else None
    if (is_reference_head(word) and (word.lower() != "no" or text[at - 2] == ".")) or (
        text[at - 1] == "-" and word.upper() == "COVID"
    ):
        match = _AFTER_HEAD.match(text, at, end)
        return Mask(begin, match.end(), "reference") if match else None
    return None


def _shaped(text: str, start: int, at: int, end: int) -> Mask | None:
    match = _SHAPE.match(text, at, end)
    if match is None:
        return None
    kind: MaskKind = match.lastgroup  # type: ignore[assignment]
    if kind == "score" and not _is_score(text, start, match, end):
        return None
    return Mask(at, match.end(), kind)


def _is_score(text: str, start: int, match: re.Match[str], end: int) -> bool:
    if _AFTER_SCORE.match(text, match.end(), end) or "," in match.group():
        return True
    left, _, right = match.group().replace("/", "-").partition("-")
    if left == right:
        return True  # 50-50
    if _COUNTED.match(text, match.end(), end) or text[match.start() - 1 : match.start()] in ("$", "£", "€"):
        return False
    return _SCORE_CUE.search(text, max(start, match.start() - 40), match.start()) is not None


def covering(masks: Sequence[Mask], starts: Sequence[int], start: int, end: int) -> Mask | None:
    """Return the mask that shares a character with ``start:end``; *starts* are the starts of *masks*."""
    index = bisect_right(starts, end - 1) - 1
    return masks[index] if index >= 0 and masks[index].end > start else None
