"""What a quantity is of: a counted event, a magnitude, the role of a length, or the measured thing."""

from __future__ import annotations

from functools import cache

from newsdiff.language import english
from newsdiff.language.lexicon import table
from newsdiff_numbers import _events, _subject
from newsdiff_numbers._reading import Reading
from newsdiff_numbers._sentence import Sentence
from newsdiff_numbers._units import DATA


def find(sentence: Sentence, index: int, read: Reading, previous: Reading | None) -> None:
    """Find the event or, failing that, the measured thing."""
    number = sentence.numbers[index]
    if read.unit is not None and read.unit.startswith("time") and read.unit[4:5] in ("", " "):
        read.unit = f"count{read.unit[4:]}"
    if _magnitude(sentence, index):
        aftershock = any(word.startswith("aftershock") for word in sentence.low[max(0, index - 4) : index + 5])
        read.event = read.concept = "aftershock magnitude" if aftershock else "magnitude"
        read.unit = "magnitude"
        return
    if index > 1 and sentence.low[index - 1] == "of" and sentence.low[index - 2] in _PARENTS:
        read.unit, read.concept = "child", None
        return
    if number.unit is None and (read.unit is None or " of age" not in read.unit):
        read.event = _event(sentence, index, read, previous)
        if read.event is None and read.unit is not None and number.unit is None:
            read.event = _events.roles()["p"].get(read.unit)  # "left hundreds more injured"
    if read.event is not None:
        read.concept = read.event
        if read.event == "dropped":
            read.change = None  # bombs, not prices
        if read.event == "injured" and not _STILL.isdisjoint(sentence.low[read.last + 1 : read.stop + _AFTER]):
            read.part = read.part or "part"  # "nine are still in hospital"
        if sentence.word(read.last + 1) in _BESIDES and (previous is None or previous.event != read.event):
            read.part = None  # "killing five and injuring 250 others": besides the dead, and all of the injured
        return
    if (
        number.unit is not None
        and number.unit.dimension == "length"
        and (role := _roles().get(("length", sentence.word(read.last + 1))))
    ):
        read.concept = " ".join([role, *_landmark(sentence, read.last + 1)]) if role == "distance" else role
        return
    if read.unit == "percentage" and (state := _roles().get(("share", sentence.word(read.last + 1)))):
        read.concept = state
        return
    read.concept = _subject.concept(sentence, index, read.first, read.noun, measured=number.unit is not None)


_STILL = english.lexicon.words("still-word")
_AFTER = 3  # words behind the counted noun
_BESIDES = english.lexicon.words("other-word")
_PARENTS = english.lexicon.words("parent-noun")


@cache
def _roles() -> dict[tuple[str, str], str]:
    """Return what a measure is of by its dimension and the word behind it; two lengths of two roles are two claims."""
    return {(dimension, word): role for word, dimension, role in table(DATA / "roles.tsv")}


def _landmark(sentence: Sentence, start: int) -> list[str]:
    """Return the names that a distance is measured from: "12 km north of Port Lisse"."""
    names: list[str] = []
    for place in range(start, min(start + 8, len(sentence))):
        if sentence.raw[place][:1].isupper():
            names.append(sentence.raw[place])
        elif names or sentence.low[place] in (",", ".", ";", "and"):
            break
    return names


_QUAKES = english.lexicon.words("quake-noun")
_QUAKE_WORDS = english.lexicon.words("quake-noun", "magnitude-word")


_LISTING = ("and", "or", ",")
_MEASURED = english.lexicon.words("measuring-word")


def _magnitude(sentence: Sentence, index: int) -> bool:
    low, number = sentence.low, sentence.numbers[index]
    if number.unit is not None or not 0 < number.low < 10:
        return False
    if number.low != int(number.low):  # "the 7.6 and 7.5 magnitude quakes", "quakes measuring 7.6 and 7.4"
        if sentence.word(index + 1) in _LISTING and index + 2 in sentence.numbers and _magnitude(sentence, index + 2):
            return True
        if sentence.word(index - 1) in _LISTING and sentence.word(index - 3) in _MEASURED:
            return index - 2 in sentence.numbers
    ahead = low[max(0, index - 4) : index]
    behind = low[index + 1 : index + 5]
    if _QUAKE_WORDS.isdisjoint(ahead) and _QUAKE_WORDS.isdisjoint(behind):
        return False
    return (
        (number.low != int(number.low) and behind[:1] and behind[0] in _QUAKES)
        or behind[:1] == ["magnitude"]
        or behind[:2] == ["-", "magnitude"]
        or "richter" in behind
        or ahead[-1:] == ["magnitude"]
        or ahead[-2:] == ["magnitude", "of"]
        or ahead[-2:] == ["magnitude", "-"]
        or (bool(ahead) and ahead[-1] in _MEASURED and number.low != int(number.low))
    )


def _is_vote(sentence: Sentence, index: int, read: Reading, previous: Reading | None) -> bool:
    """Tell whether a count is a side of a vote: "by 151 votes to 140"."""
    if read.noun is not None and read.noun.head == "vote":
        return sentence.word(read.stop) in _SIDES and read.stop + 1 in sentence.numbers
    if previous is None or previous.noun is None or previous.noun.head != "vote":
        return False
    return index == previous.stop + 1 and sentence.word(previous.stop) in _SIDES


_SIDES = ("to", "against")


def _event(sentence: Sentence, index: int, read: Reading, previous: Reading | None) -> str | None:
    own = _events.counted(read.noun.head, read.noun.name) if read.noun is not None else None
    if own is not None and read.noun is not None and not _events.is_actor(read.noun.head):
        return own
    return _told(sentence, index, read, previous) or own  # "20 protesters were arrested"


def _is_group(between: list[str]) -> bool:
    """Tell whether the words between two counts make the second one the whole: "two of the group of 15"."""
    return len(between) == _GROUP and between[0] == between[-1] == "of"


_GROUP = 4


def _told(sentence: Sentence, index: int, read: Reading, previous: Reading | None) -> str | None:
    """Return the event that the words around a count tell of it."""
    front = _events.before(sentence, read.first)
    if front is not None:
        return front
    if _is_vote(sentence, index, read, previous):
        return "voted"
    # In "two of the 12 wounded died" the verb is said of the two; only what touches the twelve is theirs.
    between = sentence.low[previous.last + 1 : index] if previous is not None else []
    whole_of = previous is not None and previous.part == "part" and between in (["of"], ["of", "the"])
    behind = _events.after(sentence, read.stop, min(len(sentence), read.stop + 1) if whole_of else len(sentence))
    if behind is not None and previous is not None and previous.event is None and _is_group(between):
        previous.event = previous.concept = behind  # "two of the group of 15 were missing"
        previous.part = "part"
        return None
    if behind is not None:
        return behind
    whole = _events.among(sentence, read.last + 1) or _events.among(sentence, read.stop)
    if whole is not None:
        read.part = "part"
        return whole
    if (event := _events.heading(sentence, read.first)) is not None:
        if "toll" in sentence.low[max(0, read.first - 10) : read.first]:
            read.part = read.part or "total"
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
        if read.beside and gap[-1:] == ["and"] and len(gap) < 10:
            return previous.event  # killed 300 in the province and thousands more elsewhere
        if read.part == "part" and gap[:1] == [","] and len(gap) < 6 and sentence.word(read.last + 1) == "of":
            return previous.event
        if read.part == "part" and read.unit is None and sentence.word(read.last + 1) == "of":
            read.unit = previous.unit
    return None
