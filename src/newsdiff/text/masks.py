"""Stretches of text whose numbers are no quantities: dates, clock times, years, ordinals, scores, references, addresses.

Measured on news, dates and years taken for quantities are the largest class of false positives of every quantity
extractor; masking them first is worth eight points of F1. The masks are shape only: what a date *means* is the
business of a date extractor.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from attrs import frozen

from newsdiff.spans import Span
from newsdiff.text.lexicon import table, trie

MaskKind = Literal["date", "time", "year", "ordinal", "score", "reference", "address", "phone"]

MONTHS = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
).split()
_MONTH = f"(?i:{trie(MONTHS)})(?![^\\W_])\\.?"
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?![0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[4-9]|20)[0-9]{2}(?![0-9])"
_DASH = r"\s?(?:[-–—/]|to|and|or|through)\s?"
_CLOCK = r"(?i:\s?[ap]\.?\s?m\b\.?)"
_ZONE = r"\s?(?:GMT|UTC|[ECMP][SD]?T|BST|CET|CEST|IST|local time|hours|hrs|o['’]clock)(?![^\W_])"


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


# One alternation tried at every first digit; the first branch that matches wins, so the longest shapes come first.
_FROM_DIGIT = re.compile(
    r"[0-9](?<![0-9].)(?:(?<=[0-9])"
    r"(?:"
    rf"(?P<date>(?<=(?<![.,][0-9])[0-9])(?:(?<=[0-9]))(?:[0-9]?(?:st|nd|rd|th)?(?:{_DASH}{_DAY})?(?:\s|-|\sof\s){_MONTH}(?:,?\s?{_YEAR})?)"
    r"|[0-9]{3}-[01]?[0-9]-[0-3]?[0-9](?![0-9])(?:T[0-9:]{5,8}Z?)?"
    r"|[0-9]?/[0-3]?[0-9]/(?:[0-9]{4}|[0-9]{2})(?![0-9/])"
    r"|[0-9]?\.[01]?[0-9]\.(?:19|20)[0-9]{2}(?![0-9]))"
    rf"|(?P<time>[0-9]?(?:[:.][0-5][0-9])?{_CLOCK}|[0-9]?:[0-5][0-9](?::[0-5][0-9])?(?:\.[0-9]{{1,3}})?(?![0-9])(?:{_ZONE})?|[0-9]?(?:[:.]?[0-5][0-9])?{_ZONE}(?<!\shours)(?<!\shrs)|(?<=(?<=\s)[012])[0-9][0-5][0-9]\s?(?:hours|hrs)(?![^\W_]))"
    r"|(?P<ordinal>[0-9]{0,4}(?:st|nd|rd|th)(?![^\W_]))"
    r"|(?P<phone>[0-9]{0,3}(?:[-. ][0-9]{3,4}){2,3}(?<![0-9]\s000)(?<!\s[0-9]{3})(?![0-9,])|[0-9]{0,3}(?:\.[0-9]{1,3}){3}(?![0-9]))"
    rf"|(?P<year>(?<=[12])(?<=(?:1|2))[0-9]{{3}}(?:s(?![^\W_])|['’]s(?![^\W_])|[-–/](?:[0-9]{{2}}(?![0-9.,%])|{_YEAR}))|[0-9]0s(?![^\W_]))"
    r"))"
)
_FROM_MONTH = re.compile(
    rf"[JFMASONDjfmasond](?<![^\W_].)(?<=.)(?:(?<=[JFMASOND]))(?:{'|'.join(sorted({m[1:] for m in MONTHS}, key=len, reverse=True))})"
    rf"(?![^\W_])\.?,?\s(?:{_DAY}(?:{_DASH}(?:{_MONTH}\s)?{_DAY}(?![0-9]))?(?!\s?%|[,.][0-9]|\s(?:per|million|billion|people))(?:,?\s{_YEAR})?|(?:of\s)?{_YEAR})"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”]{1,2000}|[@#][\w]{1,60}")
_SCORE = re.compile(
    r"[0-9](?<![\w.,$£€].)[0-9]{0,2}[-–][0-9]{1,3}(?![\w%/–-])(?![.,][0-9])"
    r"(?:,?\s[0-9]{1,2}-[0-9]{1,2}(?:\s?\([0-9]{1,2}-[0-9]{1,2}\))?)*"
)
_SCORE_CUE = re.compile(
    r"(?i:\b(?:won|win|wins|beat|beats|lost|lose|loss|drew|draw|draws|tied|tie|defeat|defeated|defeats|victory|ended|finished|lead|led|leads|leading"
    r"|trail|trailed|score|scored|aggregate|vote|voted|votes|ruling|ruled|decision|passed|approved|rejected|thrashed|edged|down|up|ahead)\b)"
)
_AFTER_SCORE = re.compile(
    r"\s(?:(?i:on\saggregate|win|wins|victory|defeat|loss|draw|lead|vote|votes|ruling|decision|against|over|record|to|in\sfavou?r|away|home)(?![^\W_]))"
)


@cache
def _reference() -> re.Pattern[str]:
    heads = [word for word, *_ in table(Path(__file__).parent / "data" / "reference_heads.tsv")]
    low = trie([word for word in heads if word.islower()])
    high = trie([word for word in heads if not word.islower()])
    return re.compile(
        rf"[\s(\[“\"'‘](?:{low}|{high}|{trie([w.capitalize() for w in heads if w.islower()])}|{trie([w.upper() for w in heads if w.islower()])})"
        r"\.?[\s\xa0#](?:#\s?)?(?P<n>[0-9]{1,5}(?:[.-][0-9]{1,4}){0,3}[A-Za-z]?(?![\w%])(?![,.][0-9])"
        r"|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\w-]))"
        r"(?:(?:,\s|\sand\s|\s?[-–]\s?|\sto\s)(?P<more>[0-9]{1,5}[A-Za-z]?(?![\w%,.][0-9])(?![\w%])))?"
    )


def find(text: str, rows: Iterable[Span]) -> tuple[Mask, ...]:
    """Return the masks inside *rows*, in order, none inside another.

    >>> text = "On 12 March 2019, at 5:30 pm, Flight 212 fell 3,000 feet."
    >>> [(text[m.start:m.end], m.kind) for m in find(text, [Span(0, len(text))])]
    [('12 March 2019', 'date'), ('5:30 pm', 'time'), ('Flight 212', 'reference')]
    """
    found: list[Mask] = []
    for row in rows:
        found += _in_row(text, row.start, row.end)
    return _outermost(found)


def _in_row(text: str, start: int, end: int) -> list[Mask]:
    found = [Mask(m.start(), m.end(), m.lastgroup) for m in _FROM_DIGIT.finditer(text, start, end)]  # type: ignore[arg-type]
    found += [Mask(m.start(), m.end(), "date") for m in _FROM_MONTH.finditer(text, start, end)]
    found += [Mask(m.start() + 1, m.end(), "reference") for m in _reference().finditer(text, start, end)]
    if (at := _reference().match(f" {text[start : start + 40]}")) is not None:
        found.append(Mask(start, start + at.end() - 1, "reference"))
    found += [Mask(m.start(), m.end(), "address") for m in _ADDRESS.finditer(text, start, end)]
    for match in _SCORE.finditer(text, start, end):
        before = text[max(start, match.start() - 60) : match.start()]
        if _AFTER_SCORE.match(text, match.end(), end) or _SCORE_CUE.search(before) or "," in match.group():
            found.append(Mask(match.start(), match.end(), "score"))
    return found


def _outermost(found: list[Mask]) -> tuple[Mask, ...]:
    found.sort(key=lambda mask: (mask.start, -mask.end))
    kept: list[Mask] = []
    for mask in found:
        if not kept or mask.start >= kept[-1].end:
            kept.append(mask)
    return tuple(kept)


def covering(masks: Sequence[Mask], starts: Sequence[int], start: int, end: int) -> Mask | None:
    """Return the mask that shares a character with ``start:end``; *starts* are the starts of *masks*."""
    index = bisect_right(starts, end - 1) - 1
    return masks[index] if index >= 0 and masks[index].end > start else None
