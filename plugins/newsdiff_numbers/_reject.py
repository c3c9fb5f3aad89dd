"""Numbers that count nothing although no mask covers them: names, models, years, pronouns."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from newsdiff.language import english
from newsdiff_numbers import _context, _events
from newsdiff_numbers._nouns import is_plural, stops, verbs
from newsdiff_numbers._reading import Reading
from newsdiff_numbers._rule import Rule
from newsdiff_numbers._sentence import Sentence

_YEAR_AFTER = english.lexicon.words("year-opener")
_NOT_ONE = english.lexicon.words("one-pronoun-opener")
# "an average of 1500": a measure, so that four digits after "of" are no year.
_MEASURED = english.lexicon.words("measure-noun")
_ORDINAL_TAIL = english.lexicon.words("ordinal-tail")


class Candidate(NamedTuple):
    """A number of which is asked whether it counts anything."""

    sentence: Sentence
    read: Reading
    hyphen: bool
    """Whether a hyphen joins it to the next word."""
    headline: bool


def is_rejected(candidate: Candidate) -> bool:
    """Tell whether a number is no quantity."""
    return any(rule.fits(candidate) for rule in REJECTIONS)


def _is_name(sentence: Sentence, index: int, *, plural: bool, hyphen: bool, headline: bool) -> bool:
    """Tell a number that is part of a name ("Apollo 11", "737 Max", "Kick Six") from a count."""
    number = sentence.numbers[index]
    if number.unit is not None or number.high is not None or number.scale != 1:
        return False
    before = sentence.raw[index - 1] if index else ""
    capital = (
        before[:1].isalpha()
        and not before.islower()
        and any(char.isupper() for char in before)
        and _adjacent(sentence, index)
    )
    acronym = before.isupper() and len(before) > 1 and not sentence.text[number.right : number.right + 40].isupper()
    if capital and (_verbal(before.lower()) or (index == 1 and headline and not acronym)):
        capital = False
    if number.word:
        surface = sentence.text[number.start]
        return capital and surface.isupper() and not plural and not headline and before.lower() not in stops()
    following = sentence.raw[index + 1] if index + 1 < len(sentence) else ""
    if (
        not plural
        and following[:1].isupper()
        and number.low >= 100
        and not is_plural(following.lower())
        and following.lower() not in stops() | verbs()
    ):
        return sentence.ends[index] + 1 == sentence.starts[index + 1]
    return capital and not plural and not hyphen and number.low < 10000


def _verbal(word: str) -> bool:
    return (
        word in verbs()
        or word in stops()
        or word in _events.roles()["t"]
        or word in _events.roles()["h"]
        or word in _context.changes()
    )


def _adjacent(sentence: Sentence, index: int) -> bool:
    return sentence.text[sentence.ends[index - 1] : sentence.starts[index]] in (" ", "-", "\xa0")


def _is_year(sentence: Sentence, index: int, *, first: int, modifier: str, plural: bool) -> bool:
    """Tell a year in four digits from a count."""
    number = sentence.numbers[index]
    if not number.maybe_year or number.unit is not None:
        return False
    if number.high is not None:
        return True
    before, ahead = sentence.word(index - 1), sentence.word(index - 2)
    if before in _YEAR_AFTER:
        return not (before in ("by", "from") and plural)
    if (before == "." and ahead in ("a.d", "b.c")) or before in ("ad", "a.d", "bc"):
        return True
    if modifier != "=" and sentence.word(first) not in ("around", "about", "over", "near", "circa"):
        return False
    if before == "of" and ahead in _MEASURED:
        return False
    if before in _events.roles()["t"] or (before in verbs() and plural):
        return False
    return not plural or (1900 <= number.low < 2040 and number.low % 100 != 0) or before in ("the", "in")


def is_pronoun(sentence: Sentence, index: int) -> bool:
    """Tell "no one", "the big one", "one another" from the number one."""
    return sentence.word(index - 1) in _NOT_ONE or sentence.word(index + 1) in ("another", "day")


def _is_ordinal(sentence: Sentence, index: int) -> bool:
    """Tell "twenty second" (22nd) and "three trillionth" from a count."""
    number = sentence.numbers[index]
    at = index + 1 + (sentence.word(index + 1) == "-")
    word = sentence.word(at)
    if not number.word or word not in _ORDINAL_TAIL:
        return False
    return word != "second" or (number.low % 10 == 0 and 20 <= number.low % 100 <= 90 and at == index + 1)


def _is_attributive(sentence: Sentence, index: int, *, hyphen: bool, aged: bool, measure: bool) -> bool:
    """Tell "a five-year plan", "a six-speed gearbox" (a property in words) from a count ("an 8-inch screen")."""
    number = sentence.numbers[index]
    if not number.word or aged or number.high is not None:
        return False
    glued = hyphen or "-" in sentence.text[number.end : number.end + 1]
    if not glued:
        return False
    return not measure or (number.unit is not None and number.unit.dimension == "duration")


def _property(candidate: Candidate) -> bool:
    sentence, read, hyphen, _ = candidate
    number = sentence.numbers[read.index]
    return _is_attributive(sentence, read.index, hyphen=hyphen, aged=bool(read.unit), measure=number.unit is not None)


def _ordinal(candidate: Candidate) -> bool:
    return _is_ordinal(candidate.sentence, candidate.read.index)


def _year(candidate: Candidate) -> bool:
    sentence, read, *_ = candidate
    return _is_year(sentence, read.index, first=read.first, modifier=read.modifier, plural=read.noun is not None)


def _name(candidate: Candidate) -> bool:
    sentence, read, hyphen, headline = candidate
    plural = read.noun is not None
    return read.modifier == "=" and _is_name(sentence, read.index, plural=plural, hyphen=hyphen, headline=headline)


REJECTIONS: tuple[Rule[Callable[[Candidate], bool]], ...] = (
    Rule(
        "property",
        "A number in words that a hyphen joins to a noun is a property, and counts nothing.",
        _property,
        ("They built a [six]-speed gearbox.", "It is a [five]-year plan."),
        ("They built [six] gearboxes.", "She has an [8]-inch screen."),
    ),
    Rule(
        "ordinal",
        "A number in front of the end of an ordinal is a part of the ordinal.",
        _ordinal,
        ("It was her [twenty] second title.",),
        ("She has [twenty] titles.",),
    ),
    Rule(
        "year",
        "Four digits that may be a year count nothing where the words beside them speak of time.",
        _year,
        ("The bridge was built in [1987].", "He studied there until [1962] and left."),
        ("The bridge cost a total of [1987] coins.", "A storm killed [1987] people."),
    ),
    Rule(
        "name",
        "A number beside a name, that counts no plural, is a part of the name.",
        _name,
        ("The rocket Meridian [11] landed.",),
        ("The crew of Meridian saw [11] boats.",),
    ),
)
