"""Magnitudes of earthquakes."""

from __future__ import annotations

from newsdiff.language import english
from newsdiff_numbers._sentence import Sentence

_QUAKES = english.lexicon.words("quake-noun")
_QUAKE_WORDS = english.lexicon.words("quake-noun", "magnitude-word")
# Words on each side of a number among which one tells of an earthquake (guess).
_NEAR = 4
# No earthquake that was measured had more (the strongest was 9.5, in 1960).
_STRONGEST = 10
_LISTING = ("and", "or", ",")
_MEASURED = english.lexicon.words("measuring-word")


def is_magnitude(sentence: Sentence, index: int) -> bool:
    """Tell the magnitude of an earthquake from other small numbers: "magnitude 7.1", "a 5.6 quake"."""
    low, number = sentence.low, sentence.numbers[index]
    if number.unit is not None or not 0 < number.low < _STRONGEST:
        return False
    if number.low != int(number.low):  # "the 7.6 and 7.5 magnitude quakes", "quakes measuring 7.6 and 7.4"
        if sentence.word(index + 1) in _LISTING and index + 2 in sentence.numbers and is_magnitude(sentence, index + 2):
            return True
        if sentence.word(index - 1) in _LISTING and sentence.word(index - 3) in _MEASURED:
            return index - 2 in sentence.numbers
    ahead = low[max(0, index - _NEAR) : index]
    behind = low[index + 1 : index + 1 + _NEAR]
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


def concept(sentence: Sentence, index: int) -> str:
    """Return whether a magnitude is that of an aftershock."""
    near = sentence.low[max(0, index - _NEAR) : index + 1 + _NEAR]
    return "aftershock magnitude" if any(word.startswith("aftershock") for word in near) else "magnitude"
