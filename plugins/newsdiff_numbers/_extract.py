"""From a document to its number claims."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from newsdiff import Claim, Document, Quantity, Scope, Span

from newsdiff_numbers import _context, _events, _link, _subject, _units
from newsdiff_numbers._intervals import intervals
from newsdiff_numbers._numbers import Number, scan
from newsdiff_numbers._sentence import Sentence

_REACH = 260  # characters of a sentence that are read on each side of its numbers


def extract(document: Document) -> Iterator[Claim]:
    """Yield a claim for every quantity in the body of *document*."""
    text, masks = document.text, document.number_masks
    mask_starts = document.number_mask_starts
    starts = [span.start for span in document.sentences]
    sentences = document.sentences
    for row in document.body:
        found = scan(text, row.start, row.end, masks, mask_starts)
        if not found:
            continue
        _link.attach_units(text, found, row.end)
        numbers = _link.join(text, found)
        groups: dict[int, list[Number]] = {}
        for number in numbers:
            groups.setdefault(bisect_right(starts, number.start) - 1, []).append(number)
        for index, group in groups.items():
            span = sentences[index]
            begin = max(span.start, group[0].left - _REACH)
            end = min(span.end, group[-1].right + _REACH)
            yield from _claims(document, Sentence(text, begin, max(end, group[-1].right), group), span.start == begin)


def _claims(document: Document, sentence: Sentence, whole: bool) -> Iterator[Claim]:
    previous: _Read | None = None
    for index in sentence.places:
        read = _read(sentence, index, previous, whole)
        if read is None:
            continue
        previous = read
        yield _claim(document, sentence, index, read)


class _Read:
    """What was understood of one number."""

    __slots__ = ("change", "concept", "event", "first", "index", "last", "modifier", "noun", "part", "stop", "unit")

    def __init__(self, index: int) -> None:
        self.index = index
        self.first = self.last = index
        self.stop = index + 1
        self.modifier = "="
        self.change: str | None = None
        self.noun: _context.Noun | None = None
        self.unit: str | None = None
        self.concept: str | None = None
        self.event: str | None = None
        self.part: str | None = None


_PRONOUN_ONE = frozenset("no any some every each this that which the another other last next first second only right wrong big small new old good bad best".split())


def _read(sentence: Sentence, index: int, previous: _Read | None, whole: bool) -> _Read | None:
    number = sentence.numbers[index]
    read = _Read(index)
    frame = _context.framing(sentence, index)
    read.modifier, read.change, read.first, read.last = frame.modifier, frame.change, frame.first, frame.last
    if number.low < 0 and read.change is None and number.unit_name == "percentage":
        read.change = "down"
    hyphen = sentence.word(index + 1) == "-" and sentence.starts[index + 1] == number.right
    start = read.last + 1 + hyphen
    one = number.low == 1 and number.high is None
    of = False
    if sentence.word(start) == "of" and (one or not number.unit):
        of = True
        start += 1
        while sentence.word(start) in ("the", "his", "her", "its", "their", "these", "those", "our", "all", "every", "my", "your"):
            start += 1
    if sentence.word(start) in ("other", "more", "additional", "further") and number.unit is None:
        read.part = "part"
    if number.unit is None or number.unit.dimension in ("share",) and number.fraction:
        read.noun = _context.noun(sentence, start, one=one and not of, hyphen=hyphen)
    elif not of:
        read.noun = _context.noun(sentence, start, one=True, hyphen=True)
    read.stop = read.noun.stop if read.noun else read.last + 1
    if _is_name(sentence, index, read, hyphen, whole) or _is_year(sentence, index, read):
        return None
    _age(sentence, index, read, hyphen)
    _unit(sentence, index, read, of)
    if one and number.word and read.unit is None:
        return None
    if one and number.word and not of and sentence.word(index - 1) in _PRONOUN_ONE and sentence.word(index - 1) not in ("the", "only", "another", "some"):
        return None
    _what(sentence, index, read, previous)
    return read


def _is_name(sentence: Sentence, index: int, read: _Read, hyphen: bool, whole: bool) -> bool:
    """Tell a number that is part of a name ("Apollo 11", "Planet 9") from a count."""
    number = sentence.numbers[index]
    if number.unit is not None or number.word or number.high is not None or number.scale != 1 or number.low >= 10000 or index == 0 or number.left != number.start:
        return False
    if hyphen:
        return False
    before = sentence.raw[index - 1]
    if not before[:1].isalpha() or not (before[:1].isupper() or any(char.isupper() for char in before)):
        return False
    low = before.lower()
    if low in _context.verbs() or low in _context.stops() or low in _events.roles()["t"] or read.modifier != "=" or low in _context._changes():
        return False
    if read.noun is not None:
        return bool(index == 1 and False)
    if index == 1 and whole:
        return False
    return sentence.text[sentence.ends[index - 1] : sentence.starts[index]] in (" ", "-", "\xa0")


_YEAR_BEFORE = frozenset("in since until till by from of before after early late mid during through to the and a year fiscal between spring summer autumn fall winter"
                         " , ( january february march april may june july august september october november december q1 q2 q3 q4 season circa for".split())  # fmt: skip
_YEAR_SURE = frozenset("in since until till during early late mid year fiscal spring summer autumn winter by from before after".split())


def _is_year(sentence: Sentence, index: int, read: _Read) -> bool:
    number = sentence.numbers[index]
    if not number.maybe_year or number.unit is not None:
        return False
    if number.high is not None:
        return True
    before = sentence.word(index - 1)
    if before in _YEAR_SURE:
        return not (before in ("by", "from") and read.noun is not None)
    if read.modifier not in ("=",) and sentence.low[read.first] not in ("around", "about", "over", "after", "near"):
        return read.modifier == "~" and read.noun is None
    if before in _events.roles()["t"]:
        return False
    if read.noun is not None:
        return 1900 <= number.low < 2040 and before in ("the", ",", "of", "a", "and", "for", "(")
    return True


_AGED = frozenset("old young".split())


def _age(sentence: Sentence, index: int, read: _Read, hyphen: bool) -> None:
    """Read ages: "15-year-old", "60 years old", "aged 7", "Rivera, 35,"."""
    number = sentence.numbers[index]
    word = sentence.word(index + 1)
    if number.unit is not None and number.unit.dimension == "duration":
        tail = sentence.low[index + 1 : index + 4]
        if tail[:1] == ["old"] or tail[:2] == ["-", "old"] or tail[:2] == ["of", "age"] or tail[:3] == ["-", "old", "-"] or tail[:2] == ["-", "olds"] or word in ("olds",):
            read.unit = f"{number.unit.name} of age"
            read.stop = index + 2
        return
    if number.unit is not None or number.high and number.high > 120 or not 0 <= number.low <= 120 or number.low != int(number.low):
        return
    before = sentence.word(index - 1)
    if before in ("aged", "age") or (before == "ages"):
        read.unit = "year of age"
    elif (
        before == "," and index > 1 and sentence.raw[index - 2][:1].isupper() and word in (",", ".", "") and not number.word
        and sentence.raw[index - 2].lower() not in _MONTHS and sentence.ends[index - 1] < number.left
        and 1 <= number.low
    ):
        read.unit = "year of age"
    if read.unit:
        read.noun = None


_MONTHS = frozenset("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split())


def _unit(sentence: Sentence, index: int, read: _Read, of: bool) -> None:
    number = sentence.numbers[index]
    if read.unit is not None:
        return
    if number.unit is not None:
        read.unit = number.unit_name
        return
    if number.fraction:
        read.unit = f"% {read.noun.name}" if read.noun else "%"
        return
    if read.noun is not None:
        read.unit = read.noun.name
        rate = _PER.match(sentence.text, sentence.ends[read.noun.stop - 1])
        if rate is not None and not of:
            read.unit += f" per {rate.group(1).lower()}"


_PER = re.compile(r"\s(?:per|an?|every|each)\s(day|hour|minute|second|week|month|year|night|season|game|person|household)(?![^\W_])")


def _what(sentence: Sentence, index: int, read: _Read, previous: _Read | None) -> None:
    """Find the event or, failing that, the measured thing."""
    number = sentence.numbers[index]
    if _magnitude(sentence, index):
        read.unit, read.event, read.concept = "magnitude", "magnitude", "magnitude"
        return
    if number.unit is None and (read.unit is None or " of age" not in read.unit):
        read.event = _event(sentence, index, read, previous)
    if read.event is not None:
        read.concept = read.event
        return
    read.concept = _subject.concept(sentence, index, read.first, read.noun, measured=number.unit is not None)


def _magnitude(sentence: Sentence, index: int) -> bool:
    low, number = sentence.low, sentence.numbers[index]
    if number.unit is not None or not 0 < number.low < 10:
        return False
    behind = low[index + 1 : index + 5]
    ahead = low[max(0, index - 4) : index]
    return (
        behind[:1] == ["magnitude"] or behind[:2] == ["-", "magnitude"] or "richter" in behind or ahead[-1:] == ["magnitude"]
        or ahead[-1:] == ["magnitude-"] or ahead[-2:] == ["magnitude", "of"] or ahead[-2:] == ["magnitude", "-"]
        or (ahead[-1:] in (["measuring"], ["measured"]) and number.low != int(number.low))
    )


def _event(sentence: Sentence, index: int, read: _Read, previous: _Read | None) -> str | None:
    nearest = min((place for place in sentence.places if place > index), default=len(sentence))
    if read.noun is not None and (event := _events.counted(read.noun.head, read.noun.name)) is not None:
        return event
    front = _events.before(sentence, read.first)
    if front is not None:
        return front
    behind = _events.after(sentence, read.stop, len(sentence))
    if behind is not None:
        return behind
    if (event := _events.heading(sentence, read.first)) is not None:
        return event
    if previous is not None and previous.event is not None:
        gap = sentence.low[previous.stop : read.first]
        if gap in ([","], ["and"], [",", "and"], [",", "including"], ["including"], [",", "among", "them"], ["("], ["or"]) or (
            gap and gap[0] == "," and len(gap) < 4 and gap[-1] in ("including", "them", "least", "them,")
        ):
            return previous.event
        if sentence.low[read.last + 1 : read.last + 3] in (["of", "them"], ["of", "whom"], ["of", "the"]) and len(gap) < 6:
            read.part = "part"
            return previous.event
    del nearest
    return None


def _claim(document: Document, sentence: Sentence, index: int, read: _Read) -> Claim:
    number = sentence.numbers[index]
    amount: float | tuple[float, float] = number.low if number.high is None else (number.low, number.high)
    core, outer = intervals(amount, read.modifier, number.grain, vague=number.vague)
    start = min(number.left, sentence.starts[read.first])
    end = max(number.right, sentence.ends[read.last])
    if number.vague:
        start, end = number.start, number.end
    value = Quantity(amount, read.modifier, read.change, read.unit, read.concept, core, outer)  # type: ignore[arg-type]
    if read.part is not None:
        return Claim.at(document, Span(start, end), kind="number", value=value, scope=Scope(part=read.part))  # type: ignore[arg-type]
    return Claim("number", Span(start, end), document.text[start:end], value)
