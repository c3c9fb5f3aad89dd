"""What a number leaves out because the one before has said it: "up from 2.4 million", "296 hp (224 kW)"."""

from __future__ import annotations

from newsdiff.language import english
from newsdiff_numbers._likeness import is_money
from newsdiff_numbers._numbers import Number
from newsdiff_numbers._reading import Reading
from newsdiff_numbers._sentence import Sentence

# Figures of one thing that are compared lie within so many times each other (guess: a year and its months).
_TIMES = 12
_REFERRING = english.lexicon.words("figure-link")


def inherit(sentence: Sentence, index: int, read: Reading, previous: Reading | None) -> None:
    """Take over what an elliptic number leaves out: "up from 2.4 million", "190 points, or 0.6%", "296 hp (224 kW)"."""
    number = sentence.numbers[index]
    if number.unit is None and read.unit is None and number.scale >= _LARGE:
        read.unit = _money_beside(sentence, index)
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


# From here on a bare figure beside a sum of money is a sum, too (guess).
_LARGE = 1e6


def _money_beside(sentence: Sentence, index: int) -> str | None:
    """Return the currency of the large sum it is compared with: "1.7 billion, after 1.2 billion euros"."""
    at = sentence.places.index(index)
    for place in (*sentence.places[max(0, at - 1) : at], *sentence.places[at + 1 : at + 2]):
        other, between = sentence.numbers[place], sentence.low[min(place, index) + 1 : max(place, index)]
        if other.unit is None or other.scale < _LARGE or other.unit.dimension != f"money:{other.unit_name}":
            continue
        if len(between) <= _NEAR and not _COMPARING.isdisjoint(between):
            return other.unit_name
    return None


_NEAR = 7  # tokens (guess)
_COMPARING = english.lexicon.words("comparing-preposition")


def _point_ahead(sentence: Sentence, index: int, read: Reading) -> None:
    if (
        sentence.word(index + 1) in ("up", "down")
        and (other := sentence.numbers.get(index + 2)) is not None
        and other.unit_name == "point"
    ):
        read.unit = "point"


def _comparable(a: Number, b: Number) -> bool:
    return bool(a.low and b.low) and 1 / _TIMES <= abs(a.low / b.low) <= _TIMES


class Before:
    """What the numbers of a paragraph have said so far that a later one may leave out."""

    def __init__(self) -> None:
        self.at = -2
        self.count: Reading | None = None
        self.currency: str | None = None

    def turn_to(self, sentence: int) -> None:
        """Go on to a sentence; a count is only taken up in the next one."""
        if sentence > self.at + 1:
            self.count = None
        self.at = sentence

    def complete(self, sentence: Sentence, index: int, read: Reading) -> None:
        """Give a bare number the count or the currency before it, or remember its own.

        "Police said 35,000 people marched; the union spoke of 90,000"; "Revenue was 3 billion euros. Net profit rose to
        1.2 billion".
        """
        number = sentence.numbers[index]
        if number.unit is not None:
            if number.scale >= _LARGE and number.unit.dimension[:6] == "money:" and " per " not in number.unit.name:
                self.currency = number.unit.name
        elif read.event is not None:
            self.count = read
        elif read.unit is None and self.count is not None and _says(sentence.low[max(0, read.first - 6) : read.first]):
            read.event = read.concept = self.count.event
            read.unit = self.count.unit
        elif read.unit is None and self.currency is not None and number.scale >= _LARGE and is_money(read.concept):
            read.unit = self.currency


def _says(ahead: list[str]) -> bool:
    """Tell whether a figure is what somebody gives: "spoke of", "put the number at", "claimed"."""
    if ahead[-1:] == ["of"]:
        return ahead[-2:-1] in (["spoke"], ["spoken"], ["talked"])
    if ahead[-1:] == ["at"]:
        at = next((place for place in range(len(ahead) - 2, -1, -1) if ahead[place] in _PUTS), None)
        return at is not None and at < len(ahead) - 2 and _FIGURE.issuperset(ahead[at + 1 : -1])
    return ahead[-1:] in (["said"], ["claimed"], ["estimated"])


_PUTS = english.lexicon.words("putting-verb")
_FIGURE = english.lexicon.words("figure-reference")
