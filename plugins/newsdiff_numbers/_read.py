"""Reads one number in its sentence: frame, noun, unit, what it leaves out, and what it is of; or rejects it."""

from __future__ import annotations

from attrs import evolve

from newsdiff.language import english
from newsdiff_numbers import _context, _events, _meaning, _parts, _reject
from newsdiff_numbers._ages import age
from newsdiff_numbers._context import Noun
from newsdiff_numbers._ellipsis import inherit
from newsdiff_numbers._likeness import class_of
from newsdiff_numbers._nouns import singular, stops, verbs
from newsdiff_numbers._reading import Reading
from newsdiff_numbers._sentence import Sentence

# A sentence of fewer tokens may be a headline, which has a capital on every word (guess).
_HEADLINE = 16
_AGE = 5  # tokens in "15-year-old", hyphens too


def read_number(sentence: Sentence, index: int, previous: Reading | None, whole: bool) -> Reading | None:
    """Return what the number at token *index* says, or None where it is no quantity; *previous* is the one before."""
    number = sentence.numbers[index]
    around = previous.noun if previous is not None and number.unit is None else None
    if around is not None and around.first < index < around.stop:
        return None  # the model number in "two new 737 Max jets"
    read = _framed(sentence, index)
    hyphen = sentence.text[number.right : number.right + 1] == "-" and sentence.word(index + 1) == "-"
    hyphen = hyphen and read.last == index
    of = _counted(sentence, read, hyphen)
    read.unit = age(sentence, index)
    if read.unit:
        _close_age(sentence, read)
    if _reject.is_rejected(_reject.Candidate(sentence, read, hyphen, whole and len(sentence) < _HEADLINE)):
        return None
    _unit(sentence, index, read, of)
    if number.low == 1 and number.high is None and number.word and not _is_one(sentence, read, of):
        return None
    read.part = read.part or _parts.stated(sentence, read)
    inherit(sentence, index, read, previous)
    _meaning.find(sentence, index, read, previous)
    if read.beside and read.event is not None and previous is not None and previous.event == read.event:
        # "killed 300 in the province and thousands more elsewhere": neither is the whole toll
        read.part = "part"
        previous.part = previous.part or "part"
    read.part = read.part or _parts.understood(sentence, read)
    return read


def _framed(sentence: Sentence, index: int) -> Reading:
    read, number = Reading(index), sentence.numbers[index]
    read.modifier, read.change, read.first, read.last = _context.framing(sentence, index)
    if number.low < 0 and read.change is None and number.unit_name == "percentage":
        read.change = "down"
    return read


def _counted(sentence: Sentence, read: Reading, hyphen: bool) -> bool:
    """Find the counted noun, and tell whether it stands behind "of" ("six of the soldiers")."""
    number = sentence.numbers[read.index]
    one = number.low == 1 and number.high is None
    start, of = _noun_start(sentence, read.last + 1 + hyphen, one or number.unit is None)
    word = sentence.word(start)
    if of and word in ("them", "whom", "those"):
        read.part = "part"
        start += word != "those"
    elif of and start in sentence.numbers:  # two of the 12 wounded
        read.part = "part"
        start += 1
    elif of and (one or word in _WHOLES):  # one of the bombs, nine of the dead
        read.part = "part"
    read.beside = number.unit is None and word in _BESIDE
    if read.beside and word in ("more", "others"):
        start += 1
    if number.unit is None:
        read.noun = _context.noun(sentence, start, one=(one and not of) or number.fraction, hyphen=hyphen)
    elif not of:
        read.noun = _context.noun(sentence, start, one=True, hyphen=True)
    if read.noun is not None:
        if sentence.word(read.noun.stop) == "and":
            read.noun = _joined(sentence, read, read.noun)
        read.stop = read.noun.stop
    else:
        read.stop = start if of and word in ("them", "whom") else read.last + 1
    return of


def _joined(sentence: Sentence, read: Reading, first: Noun) -> Noun:
    """Return "passenger and crew" for "420 passengers and crew": two known nouns that are counted together."""
    if class_of(first.name) is None:
        return first
    start = first.stop + 1
    for stop in (start + 2, start + 1):
        words = sentence.raw[start:stop]
        if len(words) < stop - start or stop in sentence.numbers or not all(word[0].isalpha() for word in words):
            continue
        if not verbs().isdisjoint(sentence.low[start:stop]) or _events.opens(sentence.low[stop - 1]):
            continue  # killed nine people and wounded others
        name = " ".join([*words[:-1], singular(words[-1])])
        if class_of(name) is None:
            continue
        after = sentence.word(stop)
        if after[:1].isalpha() and after not in stops() and not _events.opens(after):
            continue
        # "killed 12 soldiers and civilians fled": another clause begins there.
        if _events.opens(after) and _events.before(sentence, read.first) is not None:
            return first
        return evolve(first, name=f"{first.name} and {name}", stop=stop)
    return first


_BESIDE = english.lexicon.words("other-word", "further-word")


_IDLE_ONES = english.lexicon.words("idle-one-noun")


def _is_one(sentence: Sentence, read: Reading, of: bool) -> bool:
    """Tell the number one from the pronoun, and from "one day they left", "at one point"."""
    index = read.index
    if not of and _reject.is_pronoun(sentence, index):
        return False
    if sentence.numbers[index].unit_name in _IDLE_ONES and sentence.word(index - 1) in ("", "at", "on", ",", "for"):
        return False
    if read.unit is not None:
        return True
    return bool(_events.before(sentence, read.first) or _events.after(sentence, read.stop, read.stop + 2))


def _close_age(sentence: Sentence, read: Reading) -> None:
    """An age has no counted noun; its words go as far as "old"."""
    index = read.index
    read.noun, read.stop = None, max(read.stop, index + 1)
    for at in range(index + 1, min(index + _AGE, len(sentence))):
        if at in sentence.numbers:
            break
        if sentence.low[at] in ("old", "olds", "age"):
            read.last = max(read.last, at)
            break


def _noun_start(sentence: Sentence, start: int, may: bool) -> tuple[int, bool]:
    """Step over "of the ..." in "six of the soldiers"."""
    if not may or sentence.word(start) != "of":
        return start, False
    start += 1
    while sentence.word(start) in _DEFINITE:
        start += 1
    owner = start + 1 if sentence.word(start + 1).endswith(_OWNS) else start  # the country's, the old town's
    if sentence.word(owner).endswith(_OWNS) and owner + 1 in sentence.numbers:
        return owner + 1, True
    return start, True


_OWNS = ("'s", "’s", "s'", "s’")


_DEFINITE = english.lexicon.words("definite-opener")


def _unit(sentence: Sentence, index: int, read: Reading, of: bool) -> None:
    number = sentence.numbers[index]
    if read.unit is not None:
        return
    if number.unit is not None:
        read.unit = number.unit_name
        return
    if number.fraction:
        read.unit = f"% {read.noun.name}" if read.noun else "%"
        return
    if read.noun is not None and read.noun.name != "other":
        read.unit = read.noun.name
        at = read.noun.stop
        if not of and sentence.word(at) in _PER and (per := sentence.word(at + 1)) in _RATES:
            later = sentence.word(at + 2) in ("ago", "earlier", "later", "before", "after")
            read.unit += "" if later else f" per {per}"


_WHOLES = english.lexicon.words("harm-state", "harmed-noun")
_PER = english.lexicon.words("rate-word")
_RATES = english.lexicon.words("rate-noun")
