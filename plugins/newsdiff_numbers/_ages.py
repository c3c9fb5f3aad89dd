"""Ages: "15-year-old", "60 years old", "aged 7", "Rivera, 35,", "he turned 40"."""

from __future__ import annotations

from newsdiff.language import english, times
from newsdiff_numbers._nouns import is_plural, stops, verbs
from newsdiff_numbers._sentence import Sentence


def age(sentence: Sentence, index: int) -> str | None:
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
    if before in ("aged", "age", "ages") or (before == "of" and sentence.word(index - 2) == "age"):
        return "year of age"
    if before == "of" and word in _AFTER_AGE and _is_somebody(sentence, index - 2):
        return "year of age"
    if before in _TURNS and word in _AFTER_TURN and not _WHO.isdisjoint(sentence.low[max(0, index - 3) : index]):
        return "year of age"
    if (
        before == "," and index > 1 and word in (",", ".", "") and not number.word
        and (sentence.raw[index - 2][:1].isupper() or (word == "," and _may_have_age(sentence, index - 2)))
        and sentence.low[index - 2] not in times.MONTHS and sentence.ends[index - 1] < number.left
    ):  # fmt: skip
        return "year of age"
    return None


_TURNS = english.lexicon.words("age-verb")
_AFTER_TURN = frozenset((".", ",", "when", "at", "by", "and", "on", "in", ""))
_WHO = frozenset(("he", "she"))
_SOMEBODY = english.lexicon.words("grown-up-noun")
_AFTER_AGE = frozenset((".", ",", "was", "is", "has", "had", "died", "from", "who", "and", ""))


def _is_somebody(sentence: Sentence, at: int) -> bool:
    """Tell whether the word at *at* is somebody whose age follows: "a woman of 40"."""
    return sentence.word(at) in _SOMEBODY and sentence.word(at - 1) in ("a", "the")


def _may_have_age(sentence: Sentence, at: int) -> bool:
    """Tell whether the word at *at* is a singular noun that may be somebody ("his sister, 12, was safe")."""
    word = sentence.low[at]
    return word.isalpha() and not is_plural(word) and word not in stops() and word not in verbs() and word != "toll"
