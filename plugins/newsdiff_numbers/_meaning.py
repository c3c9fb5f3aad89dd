"""What a quantity is of: a counted event, a magnitude, the role of a length, or the measured thing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from newsdiff.language import english
from newsdiff.language.lexicon import table
from newsdiff_numbers import _events, _magnitude, _subject
from newsdiff_numbers._reading import Reading
from newsdiff_numbers._rule import Rule
from newsdiff_numbers._sentence import Sentence
from newsdiff_numbers._units import DATA

# Reads what a number is of into the reading; whether it could.
Read = Callable[[Sentence, Reading, "Reading | None"], bool]


def find(sentence: Sentence, index: int, read: Reading, previous: Reading | None) -> None:
    """Find the event or, failing that, the measured thing."""
    if read.unit is not None and read.unit.startswith("time") and read.unit[4:5] in ("", " "):
        read.unit = f"count{read.unit[4:]}"
    if not any(rule.fits(sentence, read, previous) for rule in MEANINGS):
        measured = sentence.numbers[index].unit is not None
        read.concept = _subject.concept(sentence, index, read.first, read.noun, measured=measured)


def _quake(sentence: Sentence, read: Reading, previous: Reading | None) -> bool:
    if not _magnitude.is_magnitude(sentence, read.index):
        return False
    read.event = read.concept = _magnitude.concept(sentence, read.index)
    read.unit = "magnitude"
    return True


def _kin(sentence: Sentence, read: Reading, previous: Reading | None) -> bool:
    kin = _kinship().get(sentence.word(read.index - 2)) if sentence.word(read.index - 1) == "of" else None
    if kin is None:
        return False
    read.unit, read.concept = kin, None
    return True


@cache
def _kinship() -> dict[str, str]:
    """Return whom somebody has by the word for who has them: a grandmother of 7 has grandchildren."""
    return dict(row[:2] for row in table(DATA / "kin.tsv"))  # type: ignore[misc]


def _befell(sentence: Sentence, read: Reading, previous: Reading | None) -> bool:
    number = sentence.numbers[read.index]
    if number.unit is None and (read.unit is None or " of age" not in read.unit):
        read.event = _event(sentence, read.index, read, previous)
        if read.event is None and read.unit is not None:
            read.event = _events.roles()["p"].get(read.unit)  # "left hundreds more injured"
    if read.event is None:
        return False
    read.concept = read.event
    if read.event == "dropped":
        read.change = None  # bombs, not prices
    if read.event == "injured" and not _STILL.isdisjoint(sentence.low[read.last + 1 : read.stop + _AFTER]):
        read.part = read.part or "part"  # "nine are still in hospital"
    if sentence.word(read.last + 1) in _BESIDES and (previous is None or previous.event != read.event):
        read.part = None  # "killing five and injuring 250 others": besides the dead, and all of the injured
    return True


def _length(sentence: Sentence, read: Reading, previous: Reading | None) -> bool:
    unit = sentence.numbers[read.index].unit
    role = _roles().get((unit.dimension, sentence.word(read.last + 1))) if unit is not None else None
    if role is None or unit is None or unit.dimension != "length":
        return False
    read.concept = " ".join([role, *_landmark(sentence, read.last + 1)]) if role == "distance" else role
    return True


def _state(sentence: Sentence, read: Reading, previous: Reading | None) -> bool:
    role = _roles().get(("share", sentence.word(read.last + 1))) if read.unit == "percentage" else None
    read.concept = role
    return role is not None


_STILL = english.lexicon.words("still-word")
_AFTER = 3  # words behind the counted noun (guess)
# Tokens in which the names of a landmark, and "toll" in front of a figure, are sought (guesses).
_LANDMARK, _TOLL = 8, 10
_BESIDES = english.lexicon.words("other-word")


@cache
def _roles() -> dict[tuple[str, str], str]:
    """Return what a measure is of by its dimension and the word behind it; two lengths of two roles are two claims."""
    return {(dimension, word): role for word, dimension, role in table(DATA / "roles.tsv")}


def _landmark(sentence: Sentence, start: int) -> list[str]:
    """Return the names that a distance is measured from: "12 km north of Port Lisse"."""
    names: list[str] = []
    for place in range(start, min(start + _LANDMARK, len(sentence))):
        if sentence.raw[place][:1].isupper():
            names.append(sentence.raw[place])
        elif names or sentence.low[place] in (",", ".", ";", "and"):
            break
    return names


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


_GROUP = 4  # words in "of the group of"


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
        if "toll" in sentence.low[max(0, read.first - _TOLL) : read.first]:
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


# In order: the first that fits decides. Where none does, the words around say what is measured.
MEANINGS: tuple[Rule[Read], ...] = (
    Rule(
        "magnitude",
        "A small number beside an earthquake is its magnitude.",
        _quake,
        ("A quake of magnitude [7.1] struck on Monday.", "A [5.6] tremor shook the town."),
        ("The quake destroyed [7] houses.",),
    ),
    Rule(
        "kin",
        "Who is called by their kin has so many of them.",
        _kin,
        ("She is a mother of [7].", "The grandfather of [12] was rescued."),
        ("She is a member of [7] clubs.",),
    ),
    Rule(
        "event",
        "A count is of what befell the people or things that are counted.",
        _befell,
        ("[12] people were killed.", "The storm displaced [400] families."),
        ("The town has [400] families.",),
    ),
    Rule(
        "length",
        "The word behind a length says whether it is a depth, a width, a height or a distance.",
        _length,
        ("The lake is [40] metres deep.", "The village lies [12] km north of Tarvin."),
        ("They laid [40] metres of cable.",),
    ),
    Rule(
        "state",
        "The word behind a percentage may name a state.",
        _state,
        ("The fire was [40] percent contained.",),
        ("The fire burnt [40] percent of the wood.",),
    ),
)
