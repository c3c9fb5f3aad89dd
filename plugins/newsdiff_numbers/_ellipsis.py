"""What a number leaves out because the one before has said it: "up from 2.4 million", "296 hp (224 kW)"."""

from __future__ import annotations

from newsdiff_numbers._numbers import Number
from newsdiff_numbers._reading import Reading
from newsdiff_numbers._sentence import Sentence

_REFERRING = frozenset("from than with including to at by and or".split())


def inherit(sentence: Sentence, index: int, read: Reading, previous: Reading | None) -> None:
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
        and number.unit.dimension == earlier.unit.dimension
    ):
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


def _point_ahead(sentence: Sentence, index: int, read: Reading) -> None:
    if (
        sentence.word(index + 1) in ("up", "down")
        and (other := sentence.numbers.get(index + 2)) is not None
        and other.unit_name == "point"
    ):
        read.unit = "point"


def _comparable(a: Number, b: Number) -> bool:
    return bool(a.low and b.low) and 1 / 12 <= abs(a.low / b.low) <= 12
