"""From a document to its number claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from newsdiff import Claim, Document, Quantity, Scope, Span
from newsdiff_numbers import _link, _votes
from newsdiff_numbers._ellipsis import Before
from newsdiff_numbers._intervals import intervals
from newsdiff_numbers._numbers import Number, scan
from newsdiff_numbers._read import read_number
from newsdiff_numbers._reading import Reading
from newsdiff_numbers._sentence import Sentence

_MOST = 40  # numbers that are read together (guess: prose has fewer in a sentence)
_REACH = 260  # characters of a sentence that are read on each side of its numbers (guess: two lines of print)


def extract(document: Document) -> Iterator[Claim]:
    """Yield a claim for every quantity in the body of *document*."""
    text, masks = document.text, document.number_masks
    mask_starts = document.number_mask_starts
    starts = [span.start for span in document.sentences]
    sentences, filed = document.sentences, document.dateline
    after_dateline = filed.span.end if filed is not None else -1
    for row in document.body:
        sides = list(_votes.find(text, row.start, row.end))
        for side in sides:
            yield _vote(text, side)
        found = scan(text, row.start, row.end, masks, mask_starts)
        if sides:
            found = [
                number for number in found if not any(side.span.start <= number.start < side.span.end for side in sides)
            ]
        if not found:
            continue
        _link.attach_units(text, found, row.end)
        numbers = _link.join(text, found)
        groups: dict[int, list[Number]] = {}
        for number in numbers:
            groups.setdefault(bisect_right(starts, number.start) - 1, []).append(number)
        before = Before()
        for index, group in _chunks(groups):
            span = sentences[index]
            opening = after_dateline if span.start < after_dateline <= group[0].left else span.start
            begin = max(opening, group[0].left - _REACH)
            end = min(span.end, group[-1].right + _REACH)
            sentence = Sentence(text, begin, max(end, group[-1].right), group)
            before.turn_to(index)
            yield from _claims(text, sentence, opening == begin, before)


def _chunks(groups: dict[int, list[Number]]) -> Iterator[tuple[int, list[Number]]]:
    """Split the numbers of a monstrous sentence (a table, a list of results), so that each is read in bounded time."""
    for index, group in groups.items():
        if len(group) <= _MOST:
            yield index, group
            continue
        for start in range(0, len(group), _MOST):
            yield index, group[start : start + _MOST]


def _claims(text: str, sentence: Sentence, whole: bool, before: Before) -> list[Claim]:
    found: list[Reading] = []
    previous: Reading | None = None
    for index in sentence.places:
        read = read_number(sentence, index, previous, whole)
        if read is None:
            continue
        before.complete(sentence, index, read)
        previous = read
        found.append(read)
    return [_claim(text, sentence, read.index, read) for read in found]


def _claim(text: str, sentence: Sentence, index: int, read: Reading) -> Claim:
    number = sentence.numbers[index]
    amount: float | tuple[float, float] = number.low if number.high is None else (number.low, number.high)
    core, outer = intervals(amount, read.modifier, number.grain, vague=number.vague)
    start, end = number.left, number.right
    if not number.vague:
        if read.first < index:
            start = sentence.reach_back(read.first, index)
        if read.last > index:
            end = max(end, sentence.reach_on(index, read.last))
    value = Quantity(amount, read.modifier, read.change, read.unit, read.concept, core, outer)  # type: ignore[arg-type]
    if read.part is not None:
        return Claim("number", Span(start, end), text[start:end], value, _part_of(read.part))
    return Claim("number", Span(start, end), text[start:end], value)


def _vote(text: str, side: _votes.Side) -> Claim:
    core, outer = intervals(side.amount, "=", 1.0)
    value = Quantity(side.amount, "=", None, "vote", side.concept, core, outer)
    return Claim("number", side.span, side.span.of(text), value)


@cache
def _part_of(part: str) -> Scope:
    return Scope(part=part)  # type: ignore[arg-type]
