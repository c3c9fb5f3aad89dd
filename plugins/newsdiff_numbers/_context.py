"""What the words around a number say: modifier, direction of change, counted noun, event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import frozen

from newsdiff.language import english
from newsdiff.language.lexicon import table
from newsdiff_numbers._nouns import is_attributive, is_plural, positive, singular, stops, verbs
from newsdiff_numbers._sentence import Sentence
from newsdiff_numbers._units import DATA


@cache
def _modifiers() -> dict[str, str]:
    return dict(row[:2] for row in table(DATA / "modifiers.tsv"))  # type: ignore[misc]


@cache
def _modifier_ends() -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in _modifiers())


@cache
def changes() -> dict[str, str]:
    """Return the words that move a quantity, each with its direction."""
    return dict(row[:2] for row in table(DATA / "change_verbs.tsv"))  # type: ignore[misc]


@cache
def _modifiers_behind() -> dict[tuple[str, str], str]:
    rows = table(DATA / "modifiers_behind.tsv")
    return {(first, second): modifier for phrase, modifier in rows for first, second in (phrase.split(),)}


_SKIP_BEFORE_CHANGE = english.lexicon.words("change-hedge")


def framing(sentence: Sentence, index: int) -> tuple[str, str | None, int, int]:
    """Read modifier and change directly before and after the number token at *index*, and the tokens they reach."""
    low = sentence.low
    modifier, first = _before(sentence, index)
    last = index
    after = low[index + 1] if index + 1 < len(low) else ""
    if after in _AFTER_FIRST and (modifier == "=" or modifier == "~"):
        follow = sentence.word(index + 2)
        behind = _modifiers_behind().get((after, follow))
        if behind is not None and index + 3 not in sentence.numbers:
            modifier, last = behind, index + 2
        elif after == "-" and follow == "plus":
            modifier, last = ">=", index + 2
        elif after in ("+", "plus") and sentence.starts[index + 1] - sentence.ends[index] < 2 and follow != "0":
            modifier, last = ">=", index + 1
    return modifier, _change(sentence, first), first, last


_AFTER_FIRST = frozenset(("or", "and", "-", "+", "plus"))


def _before(sentence: Sentence, index: int) -> tuple[str, int]:
    low = sentence.low
    at = index
    if at and low[at - 1] in ("a", "-"):
        at -= 1
    if not at or low[at - 1] not in _modifier_ends():
        return "=", index
    phrases = _modifiers()
    for length in range(min(5, at), 0, -1):
        found = phrases.get(" ".join(low[at - length : at]))
        if found is not None:
            first = at - length
            if found in (">", "<") and low[first - 1 : first] in (["no"], ["not"]):
                return ("<=" if found == ">" else ">="), first - 1
            if found == "~" and first and (outer := _before(sentence, first))[0] != "=":
                return outer
            if low[first] == "over" and not _quantifies(sentence, first, index):
                return "=", index
            return found, first
    return "=", index


def _quantifies(sentence: Sentence, first: int, index: int) -> bool:
    """Tell a hedge ("over 40 people") from a preposition ("over three days")."""
    number = sentence.numbers.get(index)
    if number is not None and number.unit is not None and number.unit.dimension == "duration":
        return sentence.word(first - 1) in _BEFORE_OVER
    return True


_BEFORE_OVER = english.lexicon.words("over-opener").union([""])


def _change(sentence: Sentence, first: int) -> str | None:
    low = sentence.low
    if not first:
        return None
    ahead = low[first - 1]
    if ahead == "+":
        return "up"
    if ahead in "-−" and sentence.starts[first] == sentence.ends[first - 1]:
        return None
    at = first - 1
    while at >= 0 and first - at < _CHANGE_REACH and low[at] in _SKIP_BEFORE_CHANGE:
        at -= 1
    if at < 0:
        return None
    word = low[at]
    change = changes().get(word)
    if change is not None and word in _COUNT_OR_LEVEL and not _moves(sentence, at):
        return None
    return change


# Tokens between a verb of change and its figure, and of the longest counted noun (guesses).
_CHANGE_REACH, _NOUN = 5, 7
_COUNT_OR_LEVEL = english.lexicon.words("count-or-level-change")


def _moves(sentence: Sentence, at: int) -> bool:
    """Tell a level or price that moves ("shares added 3%") from a count that is added or lost ("lost six tanks")."""
    follow = at + 1
    while follow < len(sentence) and follow not in sentence.numbers:
        follow += 1
    number = sentence.numbers.get(follow)
    if number is None or number.unit is None:
        return False
    return number.unit.name in _LEVELS or number.unit.dimension.startswith("money")


_LEVELS = frozenset(("percentage", "point", "basis point", "cent", "sen", "penny", "percentage point"))


@frozen
class Noun:
    """A counted noun phrase: its singular, where it starts and the token after it."""

    name: str
    head: str
    """Lower-case head noun in the singular."""
    first: int
    stop: int


_DEAD = english.lexicon.words("harm-state")


def noun(sentence: Sentence, start: int, *, one: bool, hyphen: bool = False) -> Noun | None:
    """Return the noun phrase that begins at token *start*."""
    low, numbers = sentence.low, sentence.numbers
    ends, acts = stops(), verbs()
    stop, limit = start, min(len(low), start + _NOUN)
    while stop < limit:
        word = low[stop]
        if stop in numbers and _inside(sentence, stop, start):
            stop += 1
            continue
        if word == "and" and _coordinates(sentence, stop, start):
            stop += 1
            continue
        if word in ends or not word[0].isalpha():
            if not (word[0].isdigit() and stop > start and sentence.raw[stop - 1][:1].isupper()):
                break
            stop += 1
            continue
        verb = (word in acts or word in _DEAD) and not _as_adjective(sentence, stop, start)
        if verb and (one or not _is_counted(low, start, stop)):
            break
        if stop == start and len(word) > 4 and word.endswith("ly") and "-" not in word and word not in _LY_NOUNS:
            stop += 1
            continue
        if one and stop > start and is_plural(word) and not is_plural(low[stop - 1]):
            break
        stop += 1
        if not one and is_plural(word) and not _goes_on(sentence, stop, word):
            break
    if stop == start:
        return None
    words = sentence.raw[start:stop]
    head = low[stop - 1]
    if not one and not is_plural(head):
        plural = next((i for i in range(stop - 1, start - 1, -1) if is_plural(low[i])), None)
        if plural is None:
            if not hyphen:
                return _shared_head(sentence, start, stop)
            stop, head = start + 1, low[start]  # a 15-member council: fifteen members
            words = sentence.raw[start:stop]
        else:
            stop = plural + 1
            words, head = sentence.raw[start:stop], low[plural]
    cleaned: list[str] = []
    for place in range(start, stop - 1):
        if place in numbers:
            if place > start:  # a model: "12 AK 47 rifles" are AK-47 rifles
                number = sentence.numbers[place]
                model = sentence.text[number.start : number.end]
                if cleaned and cleaned[-1].isupper():
                    cleaned[-1] += f"-{model}"
                else:
                    cleaned.append(model)
        elif not _adverb(sentence.low[place]):
            word = positive(bare(sentence.raw[place]))
            if word and word.lower() not in _EMPTY:
                cleaned.append(word)
    last = singular(bare(words[-1]))
    return Noun(" ".join([*cleaned, last]), last.lower().rpartition("-")[2], start, stop)


_EMPTY = ("of", "and")


def _is_counted(low: Sequence[str], start: int, stop: int) -> bool:
    """Tell a plural from the verb of that form: in "300 secret files" nothing else is counted, and no verb has an s."""
    word = low[stop]
    return stop > start and word.endswith("s") and is_plural(word) and not any(map(is_plural, low[start:stop]))


def _shared_head(sentence: Sentence, start: int, stop: int) -> Noun | None:
    """Return "Lissan sailor" for "12 Lissan and 11 Oran sailors": the head stands behind the next number."""
    if (
        stop != start + 1
        or not sentence.raw[start][:1].isupper()
        or sentence.word(stop) not in ("and", ",")
        or stop + 1 not in sentence.numbers
    ):
        return None
    other = noun(sentence, stop + 2, one=False)
    if other is None or other.stop - other.first < 2 or not sentence.raw[other.first][:1].isupper():
        return None
    return Noun(f"{sentence.raw[start]} {other.head}", other.head, start, stop)


_LY_NOUNS = english.lexicon.words("ly-modifier")
_NO_ADVERBS = english.lexicon.words("ly-modifier", "ly-noun", "ly-calendar")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")


def bare(word: str) -> str:
    """Return the word without a possessive ending."""
    return word if word.isalpha() else _POSSESSIVE.sub("", word)


def _adverb(word: str) -> bool:
    return word.endswith("ly") and "-" not in word and word not in _NO_ADVERBS


def _coordinates(sentence: Sentence, at: int, start: int) -> bool:
    """Tell whether "and" joins two modifiers of one head: "digital and physical sales", "Kia and Hyundai cars"."""
    if at == start or at + 2 >= len(sentence) or is_plural(sentence.low[at - 1]) or at + 1 in sentence.numbers:
        return False
    if sentence.raw[at - 1][:1].isupper() and sentence.raw[at + 1][:1].isupper():
        return True
    following = sentence.low[at + 1]
    return following[0].isalpha() and following not in stops() and is_plural(sentence.low[at + 2])


def _inside(sentence: Sentence, at: int, start: int) -> bool:
    """Tell a number that belongs to a noun phrase: a model ("new 737 Max jets") or a measure ("250ml bottles")."""
    number = sentence.numbers[at]
    if number.word or at + 1 >= len(sentence):
        return False
    if number.unit is not None:
        return (
            at == start
            and not number.currency
            and number.unit.dimension not in ("share", "duration")
            and sentence.word(at + 1)[:1].isalpha()
            and sentence.word(at + 1) not in stops()
        )
    return at > start and (sentence.raw[at - 1][:1].isupper() or sentence.raw[at + 1][:1].isupper())


def _goes_on(sentence: Sentence, at: int, word: str) -> bool:
    """Tell whether a plural is followed by its head ("sports fans") rather than by a verb."""
    following = sentence.word(at)
    if not following or not following[0].isalpha() or following in stops() or following in verbs():
        return False
    return is_attributive(word) and is_plural(following)


def _as_adjective(sentence: Sentence, at: int, start: int) -> bool:
    """Tell a participle in front of a noun ("armed men", "displaced families") from a verb."""
    word, following = sentence.low[at], sentence.word(at + 1)
    opens_noun = is_plural(following) and following not in stops() and following not in verbs()
    if word in _DEAD and at == start:
        return opens_noun and following not in _DEAD
    if word not in _NOUN_OR_VERB:
        return False
    if is_plural(word) and at == start:
        return following not in _DETERMINERS and at + 1 not in sentence.numbers
    return opens_noun or (is_plural(word) and at > start and word not in _RATHER_VERB)


_DETERMINERS = english.lexicon.words("article", "possessive")
_RATHER_VERB = english.lexicon.words("rather-verb")
# Forms in the verb list that are also nouns or adjectives before a noun.
_NOUN_OR_VERB = english.lexicon.words("noun-or-verb")
