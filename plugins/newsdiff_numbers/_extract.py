"""From a document to its number claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from newsdiff import Claim, Document, Quantity, Scope, Span
from newsdiff_numbers import _context, _events, _link, _reject, _subject
from newsdiff_numbers._intervals import intervals
from newsdiff_numbers._nouns import is_plural, stops, verbs
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


def _read(sentence: Sentence, index: int, previous: _Read | None, whole: bool) -> _Read | None:
    number = sentence.numbers[index]
    if (
        previous is not None
        and previous.noun is not None
        and previous.noun.first < index < previous.noun.stop
        and number.unit is None
    ):
        return None  # the model number in "two new 737 Max jets"
    read = _Read(index)
    frame = _context.framing(sentence, index)
    read.modifier, read.change, read.first, read.last = frame.modifier, frame.change, frame.first, frame.last
    if number.low < 0 and read.change is None and number.unit_name == "percentage":
        read.change = "down"
    hyphen = (
        sentence.text[number.right : number.right + 1] == "-" and sentence.word(index + 1) == "-" and read.last == index
    )
    one = number.low == 1 and number.high is None
    start, of = _noun_start(sentence, read.last + 1 + hyphen, one or number.unit is None)
    if of and sentence.word(start) in ("them", "whom", "those"):
        read.part = "part"
        start += sentence.word(start) != "those"
    if sentence.word(start) in ("other", "others", "more", "additional", "further") and number.unit is None:
        read.part = "part"
    if of and start in sentence.numbers:  # two of the 12 wounded
        read.part = "part"
        start += 1
    if number.unit is None:
        read.noun = _context.noun(sentence, start, one=(one and not of) or number.fraction, hyphen=hyphen)
    elif not of:
        read.noun = _context.noun(sentence, start, one=True, hyphen=True)
    read.stop = read.noun.stop if read.noun else read.last + 1
    read.unit = _age(sentence, index)
    if read.unit:
        read.noun, read.stop = None, max(read.stop, index + 1)
        last = next(
            (
                at
                for at in range(index + 1, min(index + 5, len(sentence)))
                if sentence.low[at] in ("old", "olds", "age")
            ),
            None,
        )
        read.last = max(read.last, last or 0)
    plural = read.noun is not None and number.unit is None
    if (
        _reject.is_name(
            sentence,
            index,
            modified=read.modifier != "=",
            plural=plural,
            hyphen=hyphen,
            headline=whole and len(sentence) < 16,
        )
        or _reject.is_year(sentence, index, first=read.first, modifier=read.modifier, plural=plural)
        or _reject.is_attributive(
            sentence, index, hyphen=hyphen, aged=read.unit is not None, measure=number.unit is not None
        )
        or _reject.is_ordinal(sentence, index)
    ):
        return None
    _unit(sentence, index, read, of)
    if one and number.word:
        if not of and _reject.is_pronoun(sentence, index):
            return None
        if number.unit_name in ("day", "point", "second", "minute") and sentence.word(index - 1) in (
            "",
            "at",
            "on",
            ",",
            "for",
        ):
            return None  # "one day they left", "at one point"
        if read.unit is None and not (
            _events.before(sentence, read.first) or _events.after(sentence, read.stop, read.stop + 2)
        ):
            return None
    read.part = read.part or _part(sentence, index, read)
    _inherit(sentence, index, read, previous)
    _what(sentence, index, read, previous)
    return read


def _part(sentence: Sentence, index: int, read: _Read) -> str | None:
    """Tell a part ("including 3 officers", "another 10") from a total ("a total of 17", "17 in all")."""
    before = sentence.low[max(0, read.first - 3) : read.first]
    if before[-1:] in (["including"], ["another"], ["additional"]) or before[-2:] in (
        ["among", "them"],
        ["including", "the"],
        ["including", "another"],
    ):
        return "part"
    if (
        before[-1:] == ["("]
        and read.noun is not None
        and read.first - 1 > 1
        and sentence.low[read.first - 2] != "0"
        and any(place < index for place in sentence.places)
    ):
        return "part"
    if (
        before[-2:] == ["total", "of"]
        or before[-1:] == ["totalling"]
        or before[-1:] == ["totaling"]
        or "toll" in before
    ):
        return "total"
    after = sentence.low[read.stop : read.stop + 2]
    return "total" if after in (["in", "all"], ["in", "total"], ["altogether"]) else None


def _noun_start(sentence: Sentence, start: int, may: bool) -> tuple[int, bool]:
    """Step over "of the ..." in "six of the soldiers"."""
    if not may or sentence.word(start) != "of":
        return start, False
    start += 1
    while sentence.word(start) in (
        "the",
        "his",
        "her",
        "its",
        "their",
        "these",
        "those",
        "our",
        "all",
        "every",
        "my",
        "your",
        "most",
    ):
        start += 1
    return start, True


def _age(sentence: Sentence, index: int) -> str | None:
    """Read ages: "15-year-old", "60 years old", "aged 7", "Rivera, 35,", "he turned 40"."""
    number, word, before = sentence.numbers[index], sentence.word(index + 1), sentence.word(index - 1)
    if number.unit is not None and number.unit.dimension == "duration":
        tail = [part for part in sentence.low[index + 1 : index + 4] if part != "-"]
        aged = (
            tail[:1] in (["old"], ["olds"])
            or tail[:2] == ["of", "age"]
            or sentence.low[max(0, index - 2) : index] == ["age", "of"]
        )
        return f"{number.unit.name} of age" if aged else None
    if number.unit is not None or not 0 < number.low <= 120 or number.low != int(number.low) or number.scale != 1:
        return None
    if before in ("aged", "age", "ages") or sentence.low[max(0, index - 2) : index] == ["age", "of"]:
        return "year of age"
    subject = sentence.low[max(0, index - 3) : index]
    if (
        subject
        and subject[-1] in ("turned", "turns", "was", "is", "be", "turn")
        and any(word in ("he", "she") for word in subject)
        and word in (".", ",", "when", "at", "by", "and", "on", "in", "")
    ):
        return "year of age"
    if (
        before == "," and index > 1 and word in (",", ".", "") and not number.word
        and (sentence.raw[index - 2][:1].isupper() or (word == "," and _may_have_age(sentence, index - 2)))
        and sentence.raw[index - 2].lower() not in _MONTHS and sentence.ends[index - 1] < number.left
    ):  # fmt: skip
        return "year of age"
    return None


def _may_have_age(sentence: Sentence, at: int) -> bool:
    """Tell whether the word at *at* is a singular noun that may be somebody ("his sister, 12, was safe")."""
    word = sentence.low[at]
    return word.isalpha() and not is_plural(word) and word not in stops() and word not in verbs() and word != "toll"


_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb"
    " mar apr jun jul aug sep sept oct nov dec".split()
)
_REFERRING = frozenset("from than with including to at by from and or".split())


def _inherit(sentence: Sentence, index: int, read: _Read, previous: _Read | None) -> None:
    """Take over what an elliptic number leaves out: "up from 2.4 million", "190 points, or 0.6%", "296 hp (224 kW)"."""
    number = sentence.numbers[index]
    if previous is None:
        if read.unit is None and number.unit is None:
            _point_ahead(sentence, index, read)
        return
    earlier = sentence.numbers[previous.index]
    gap = sentence.low[previous.stop : read.first]
    if (
        read.change is None
        and previous.change is not None
        and gap in (["or"], [",", "or"])
        and read.unit != previous.unit
    ):
        read.change = previous.change
    if (
        read.modifier == "="
        and gap in (["("], ["/"])
        and read.unit != previous.unit
        and number.unit is not None
        and earlier.unit is not None
    ):
        if number.unit.dimension == earlier.unit.dimension:
            read.modifier = previous.modifier
    if read.unit is None and number.unit is None and not number.vague and previous.unit is not None:
        before = sentence.word(read.first - 1)
        if (
            before in _REFERRING
            and _comparable(number, earlier)
            and not previous.unit.startswith(("percent", "year of age"))
        ):
            read.unit = previous.unit
        elif previous.unit == "point" and before in ("to", "at"):
            read.unit = "point"


def _point_ahead(sentence: Sentence, index: int, read: _Read) -> None:
    if (
        sentence.word(index + 1) in ("up", "down")
        and (other := sentence.numbers.get(index + 2)) is not None
        and other.unit_name == "point"
    ):
        read.unit = "point"


def _comparable(a: Number, b: Number) -> bool:
    return bool(a.low and b.low) and 1 / 12 <= abs(a.low / b.low) <= 12


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
        at = read.noun.stop
        if not of and sentence.word(at) in _PER and (per := sentence.word(at + 1)) in _RATES:
            later = sentence.word(at + 2) in ("ago", "earlier", "later", "before", "after")
            read.unit += "" if later else f" per {per}"


_PER = frozenset("per a an every each".split())
_RATES = frozenset("day hour minute second week month year night season game person household".split())


def _what(sentence: Sentence, index: int, read: _Read, previous: _Read | None) -> None:
    """Find the event or, failing that, the measured thing."""
    number = sentence.numbers[index]
    if read.unit is not None and read.unit.startswith("time") and read.unit[4:5] in ("", " "):
        read.unit = f"count{read.unit[4:]}"
    if _magnitude(sentence, index):
        aftershock = any(word.startswith("aftershock") for word in sentence.low[max(0, index - 4) : index + 5])
        read.event = read.concept = "aftershock magnitude" if aftershock else "magnitude"
        read.unit = "magnitude"
        return
    if number.unit is None and (read.unit is None or " of age" not in read.unit):
        read.event = _event(sentence, index, read, previous)
    if read.event is not None:
        read.concept = read.event
        return
    if (
        number.unit is not None
        and number.unit.dimension == "length"
        and (role := _ROLES.get(sentence.word(read.last + 1)))
    ):
        read.concept = role
        return
    read.concept = _subject.concept(sentence, index, read.first, read.noun, measured=number.unit is not None)


# What a length is of: two lengths of different roles are never one claim.
_ROLES = {
    word: role
    for role, words in {
        "distance": "away from north south east west off northeast northwest southeast southwest northwards offshore"
" inland north-west north-east south-east south-west outside up down",
        "depth": "deep beneath underground below", "length": "long", "width": "wide across",
        "height": "high tall above",
    }.items()
    for word in words.split()
}  # fmt: skip


_QUAKES = frozenset("quake earthquake tremor temblor".split())


def _magnitude(sentence: Sentence, index: int) -> bool:
    low, number = sentence.low, sentence.numbers[index]
    if number.unit is not None or not 0 < number.low < 10:
        return False
    behind = low[index + 1 : index + 5]
    ahead = low[max(0, index - 4) : index]
    return (
        (number.low != int(number.low) and behind[:1] and behind[0] in _QUAKES)
        or behind[:1] == ["magnitude"]
        or behind[:2] == ["-", "magnitude"]
        or "richter" in behind
        or ahead[-1:] == ["magnitude"]
        or ahead[-1:] == ["magnitude-"]
        or ahead[-2:] == ["magnitude", "of"]
        or ahead[-2:] == ["magnitude", "-"]
        or (ahead[-1:] in (["measuring"], ["measured"]) and number.low != int(number.low))
    )


def _event(sentence: Sentence, index: int, read: _Read, previous: _Read | None) -> str | None:
    if read.noun is not None and (event := _events.counted(read.noun.head, read.noun.name)) is not None:
        return event
    front = _events.before(sentence, read.first)
    if front is not None:
        return front
    # In "two of the 12 wounded died" the verb is said of the two; only what touches the twelve is theirs.
    whole_of = (
        previous is not None and previous.part == "part" and sentence.low[previous.last + 1 : index] == ["of", "the"]
    )
    behind = _events.after(sentence, read.stop, min(len(sentence), read.stop + 1) if whole_of else len(sentence))
    if behind is not None:
        return behind
    whole = _events.among(sentence, read.last + 1) or _events.among(sentence, read.stop)
    if whole is not None:
        read.part = "part"
        return whole
    if (event := _events.heading(sentence, read.first)) is not None:
        return event
    if previous is not None and previous.event is not None:
        gap = sentence.low[previous.stop : read.first]
        if gap in (
            [","],
            ["and"],
            [",", "and"],
            [",", "including"],
            ["including"],
            [",", "among", "them"],
            ["("],
            ["or"],
        ) or (gap and gap[0] == "," and len(gap) < 4 and gap[-1] in ("including", "them", "least", "them,")):
            read.part = read.part or (previous.part if gap == ["and"] else None)
            return previous.event
        if read.part == "part" and gap[:1] == [","] and len(gap) < 6 and sentence.word(read.last + 1) == "of":
            return previous.event
        if read.part == "part" and read.unit is None and sentence.word(read.last + 1) == "of":
            read.unit = previous.unit
    return None


def _claim(document: Document, sentence: Sentence, index: int, read: _Read) -> Claim:
    number = sentence.numbers[index]
    amount: float | tuple[float, float] = number.low if number.high is None else (number.low, number.high)
    core, outer = intervals(amount, read.modifier, number.grain, vague=number.vague)
    start, end = number.left, number.right
    if not number.vague:
        if read.first < index:
            start = min(start, sentence.starts[read.first])
        if read.last > index:
            end = max(end, sentence.ends[read.last])
    value = Quantity(amount, read.modifier, read.change, read.unit, read.concept, core, outer)  # type: ignore[arg-type]
    if read.part is not None:
        return Claim.at(document, Span(start, end), kind="number", value=value, scope=Scope(part=read.part))  # type: ignore[arg-type]
    return Claim("number", Span(start, end), document.text[start:end], value)
