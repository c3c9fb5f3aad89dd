"""Whether a figure is all that is counted or a part of it: "including 3 officers", "a total of 17", "17 in all"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from newsdiff.language import english
from newsdiff_numbers._nouns import is_plural
from newsdiff_numbers._reading import Reading
from newsdiff_numbers._rule import Rule
from newsdiff_numbers._sentence import Sentence

Part = Literal["part", "total"]
Fits = Callable[[Sentence, Reading], bool]

_PART_WORDS = english.lexicon.words("part-word")
_PART_PAIRS = frozenset((("among", "them"), ("including", "the"), ("of", "which"), ("of", "whom"), ("of", "them")))
_TOTAL_WORDS = english.lexicon.words("total-word")
_OF_ALL = english.lexicon.words("article", "possessive", "demonstrative")
_SOME = english.lexicon.words("people-part")
_REGIONS = english.lexicon.words("region-noun", "direction")
# Words on both sides of a share among which a group or region limits it (guess).
_AROUND_SHARE = 10
# How far in front of a figure "toll" heads it: "a toll of 12", "the toll stands at 12" (guess).
_HEADED = 3
# A pair is picked out of many; from three on, a definite count says how many there are ("the three attackers"), read
# on eight of the pool, and articles that disagree in it must be told.
_PAIR = 2


def stated(sentence: Sentence, read: Reading) -> Part | None:
    """Return what the words beside a figure say of it."""
    return _first(STATED, sentence, read)


def understood(sentence: Sentence, read: Reading) -> Part | None:
    """Return what follows from the unit and event of a figure of which nothing is stated."""
    return _first(UNDERSTOOD, sentence, read)


def _first(rules: tuple[tuple[Part, Rule[Fits]], ...], sentence: Sentence, read: Reading) -> Part | None:
    return next((part for part, rule in rules if rule.fits(sentence, read)), None)


def _included(sentence: Sentence, read: Reading) -> bool:
    last = sentence.word(read.first - 1)
    if last not in _PART_WORDS and (sentence.word(read.first - 2), last) not in _PART_PAIRS:
        return False
    # "a cache of arms, including seven rifles": a part needs a whole that is counted.
    return last != "including" or sentence.places[0] < read.index


def _bracketed(sentence: Sentence, read: Reading) -> bool:
    if read.noun is None or sentence.word(read.first - 1) != "(" or sentence.places[0] >= read.index:
        return False
    return sentence.word(read.first - 2) not in ("", "0")  # "0" is a number: "40 (12 miles)" says it again


def _headed(sentence: Sentence, read: Reading) -> bool:
    last, second = sentence.word(read.first - 1), sentence.word(read.first - 2)
    if last in _TOTAL_WORDS or (second == "total" and last == "of"):
        return True
    return "toll" in (second, sentence.word(read.first - _HEADED))


def _body(sentence: Sentence, read: Reading) -> bool:
    return _is_member(read) and sentence.word(read.index + 1) == "-"


def _of_a_body(sentence: Sentence, read: Reading) -> bool:
    behind = sentence.low[read.stop : read.stop + 2]
    return _is_member(read) and sentence.word(read.first - 1) != "the" and behind == ["of", "the"]


def _is_member(read: Reading) -> bool:
    return read.noun is not None and read.noun.head == "member"


def _in_all(sentence: Sentence, read: Reading) -> bool:
    behind = sentence.low[read.stop : read.stop + 2]
    if behind not in (["in", "all"], ["in", "total"]):
        return behind[:1] == ["altogether"]
    after = sentence.word(read.stop + 2)
    return after not in _OF_ALL and not is_plural(after)  # "in all the valleys", "in all cases"


def _of_some(sentence: Sentence, read: Reading) -> bool:
    if read.unit is None or not read.unit.startswith(("percent", "%")):
        return False
    low = sentence.low[max(0, read.first - _AROUND_SHARE) : read.last + 1 + _AROUND_SHARE]
    if "among" in low or not _SOME.isdisjoint(low):
        return True
    return any(
        word in ("in", "across") and not _REGIONS.isdisjoint(low[at + 1 : at + 3]) for at, word in enumerate(low)
    )


def _named_before(sentence: Sentence, read: Reading) -> bool:
    two = sentence.numbers[read.index].low == _PAIR
    return two and read.event is None and sentence.word(read.first - 1) == "the"


STATED: tuple[tuple[Part, Rule[Fits]], ...] = (
    (
        "part",
        Rule(
            "included",
            "What is included, or comes on top, is not all.",
            _included,
            ("Flooding killed 40 people, including [3] officers.", "Police arrested another [10] people on Sunday."),
            ("They found a cache of arms, including [7] rifles.", "Flooding killed [40] people."),
        ),
    ),
    (
        "part",
        Rule(
            "bracketed",
            "A count in brackets behind another is one of its parts.",
            _bracketed,
            ("Voters chose 200 deputies for the house ([80] women) on Sunday.",),
            ("Voters chose deputies for the house ([80] women) on Sunday.",),
        ),
    ),
    (
        "total",
        Rule(
            "headed",
            "What a toll or total comes to is all.",
            _headed,
            ("A total of [17] people were killed.", "The storm left damage totalling [17] million euros."),
            ("[17] people were killed.",),
        ),
    ),
    (
        "total",
        Rule(
            "body",
            "The members that a body has are all of them.",
            _body,
            ("The [25]-member council met on Monday.",),
            ("The [25] members met on Monday.",),
        ),
    ),
    (
        "part",
        Rule(
            "of a body",
            "Members of a body are some of its members.",
            _of_a_body,
            ("Some [12] members of the union pay by card.",),
            ("The [12] members of the union pay by card.",),
        ),
    ),
    (
        "total",
        Rule(
            "in all",
            'A figure with "in all" behind it is all.',
            _in_all,
            ("Storms killed [17] people in all.", "They sank [9] boats altogether."),
            ("Storms killed [17] people in all the valleys.", "Storms killed [17] people in one valley."),
        ),
    ),
)
UNDERSTOOD: tuple[tuple[Part, Rule[Fits]], ...] = (
    (
        "part",
        Rule(
            "of some",
            "A share among a group or in a region is no share of all.",
            _of_some,
            ("Turnout was [40]% in the north.", "Among nurses, [12]% smoke.", "Sales rose by [3]% in Europe."),
            ("Turnout was [40]% on Sunday.",),
        ),
    ),
    (
        "part",
        Rule(
            "named before",
            "A pair with a definite article was named before, and is not all there are.",
            _named_before,
            ("The [two] countries signed the treaty.",),
            (
                "They said [two] countries signed the treaty.",
                "The [two] people were killed.",
                "The [four] countries met.",
            ),
        ),
    ),
)
