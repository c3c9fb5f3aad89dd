"""The event that a count is of, as one canonical word: killed, injured, arrested, missing, displaced ..."""

from __future__ import annotations

from functools import cache

from newsdiff.language import english
from newsdiff.language.lexicon import table
from newsdiff_numbers._nouns import is_plural
from newsdiff_numbers._sentence import Sentence
from newsdiff_numbers._units import DATA

# Tokens of the longest phrase in data/events.tsv.
_LONGEST = 5
# How many tokens are read for each of these; guesses, all of them: the object of a verb in front, words between a count
# and its verb, a second count, the whole that a part is of, a phrase or parenthesis in between, a heading in front.
_OBJECT, _SKIPPED, _SECOND_COUNT, _WHOLE, _PHRASE, _PARENTHESIS, _HEADING = 6, 7, 5, 6, 8, 16, 12
_STRANGE = 2  # words that may stand between a heading and its figure and are no bridge (guess)


@cache
def roles() -> dict[str, dict[str, str]]:
    """Return role (t, p, n, h) to phrase to concept."""
    found: dict[str, dict[str, str]] = {"t": {}, "p": {}, "n": {}, "h": {}}
    for concept, phrases, stands, *_ in table(DATA / "events.tsv"):
        for role in stands:
            for phrase in phrases.split("|"):
                found[role].setdefault(phrase, concept)
    return found


@cache
def events() -> frozenset[str]:
    """Return every canonical event."""
    return frozenset(row[0] for row in table(DATA / "events.tsv")) | {"magnitude", "aftershock magnitude"}


@cache
def _edges() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Last words of verbs in front, first words of predicates behind, last words of headings: cheap first tests."""
    found = roles()
    return (
        frozenset(phrase.rpartition(" ")[2] for phrase in found["t"]),
        frozenset(phrase.partition(" ")[0] for phrase in found["p"]),
        frozenset(phrase.rpartition(" ")[2] for phrase in found["h"]),
    )


def is_event(concept: str | None) -> bool:
    """Tell whether a concept is a canonical event."""
    return concept in events()


@cache
def moving() -> frozenset[str]:
    """Return the events whose count moves as they go on: tolls rise and are corrected, the missing are found."""
    return frozenset(row[0] for row in table(DATA / "events.tsv") if row[3:4] == ("moves",))


def before(sentence: Sentence, first: int) -> str | None:
    """Return the event whose verb stands directly before the number ("killing 4", "claimed the lives of 4")."""
    low, at = sentence.low, first
    while at:
        if low[at - 1] in _edges()[0] and (phrase := _verb(low, at)):
            needed = _ONLY_WITH.get(phrase)
            if needed is not None and needed.isdisjoint(low[first : first + _OBJECT]):
                return None
            if phrase in _SEARCH and not _SOUGHT.isdisjoint(low[first : first + _OBJECT]):
                return None
            return roles()["t"][phrase]
        at -= 1
        if low[at] not in _BETWEEN or low[at] == "by":
            return None
    return None


def _verb(low: list[str], at: int) -> str | None:
    """Return the longest verb in front of an event that ends before *at*: "laying off" 1,800."""
    phrases = (" ".join(low[at - length : at]) for length in range(min(_LONGEST, at), 0, -1))
    return next((phrase for phrase in phrases if phrase in roles()["t"]), None)


_BETWEEN = english.lexicon.words("count-opener")


# Verbs in front that name their event only with a word behind the number: "claimed 40 lives", "let 12 of them go".
_LIVES = english.lexicon.words("life-noun")
_GO = english.lexicon.words("go-word")
_ONLY_WITH = {"claimed": _LIVES, "claims": _LIVES} | dict.fromkeys(("let", "lets", "letting"), _GO)
_SEARCH = english.lexicon.words("searching-phrase")
_SOUGHT = english.lexicon.words("sought-noun")


_AUXILIARIES = english.lexicon.words("event-auxiliary").union(",-–—")


def after(sentence: Sentence, stop: int, last: int) -> str | None:
    """Return the event that is said of what is counted: "4 people were killed", "35 dead", "4 men, one old, died".

    *stop* is the token after the noun phrase; *last* the end of the stretch that may be searched.
    """
    phrases, low, firsts = roles()["p"], sentence.low, _edges()[1]
    at, skipped, last = stop, 0, min(last, len(low))
    while at < last and skipped < _SKIPPED:
        for length in range(min(_LONGEST, last - at), 0, -1) if low[at] in firsts and _may(low, at) else ():
            concept = phrases.get(" ".join(low[at : at + length]))
            if concept is not None:
                if low[at] == "critical" and sentence.word(at + length) in ("of", "to", "for"):
                    return None  # of a plan, to its success
                if skipped == 0 and concept != "aboard" and _active(sentence, at + length):
                    return None
                if concept == "aboard":  # the 12 passengers aboard survived, the four inside the house were hurt
                    moved = _past_phrase(sentence, at, last)
                    return after(sentence, at + length, last) or (moved and after(sentence, moved, last)) or concept
                return concept
        if low[at] in ("(", ")", ";", ":"):
            return None
        if low[at] == ",":
            jump = _parenthesis(sentence, at, last)
            if jump is None:
                return None
            at, skipped = jump, skipped + 1
            continue
        if low[at] == "and" and at + 1 in sentence.numbers:
            jump = _other_count(sentence, at + 2, last)
            if jump is None:
                return None
            at, skipped = jump, skipped + 1
            continue
        if low[at] not in _AUXILIARIES and not low[at].endswith("ly"):
            if skipped == 0 and low[at] in ("in", "at", "from", "on", "aboard", "of", "near", "with"):
                moved = _past_phrase(sentence, at, last)
                if moved is not None:
                    at, skipped = moved, skipped + 2
                    continue
            return None
        at, skipped = at + 1, skipped + 1
    return None


def _other_count(sentence: Sentence, at: int, last: int) -> int | None:
    """Return where the verb stands after a coordinated count ("12 soldiers and 3 civilians were killed")."""
    for place in range(at, min(at + _SECOND_COUNT, last)):
        word = sentence.low[place]
        if word in _FINITE or (word in _edges()[1] and place > at):
            return place
        if not word[0].isalpha() or place in sentence.numbers:
            return None
    return None


@cache
def _seconds() -> dict[str, frozenset[str]]:
    """Return the second words of the phrases that open with a preposition, of which most open something else."""
    rows = [phrase.split() for phrase in roles()["p"]]
    return {first: frozenset(row[1] for row in rows if row[0] == first) for first in ("in", "on")}


def _may(low: list[str], at: int) -> bool:
    seconds = _seconds().get(low[at])
    return seconds is None or (at + 1 < len(low) and low[at + 1] in seconds)


_FINITE = english.lexicon.words("count-verb")
_SUFFERED = english.lexicon.words("fate-verb")


def opens(word: str) -> bool:
    """Tell whether a word may open what is said of a count: "were", "died", "aboard"."""
    return word in _FINITE or word in _SUFFERED or word in _edges()[1]


def among(sentence: Sentence, stop: int) -> str | None:
    """Return the event of the whole that a part belongs to: "were among the 12 dead", "of those killed"."""
    low, at = sentence.low, stop
    while at < stop + 3 and sentence.word(at) in _BEING:
        at += 1
    if sentence.word(at) not in _AMONG:
        return None
    defined = False
    for place in range(at + 1, min(at + _WHOLE, len(low))):
        if low[place] in ("the", "those", "these", "all"):
            defined = True
            continue
        if not defined and place not in sentence.numbers and at >= stop and low[at] == "of":
            return None
        if place in sentence.numbers or low[place] in _PEOPLE:
            continue
        return roles()["p"].get(low[place]) or roles()["n"].get(low[place])
    return None


_BEING = english.lexicon.words("being-verb")
_AMONG = frozenset(("among", "of"))
_PEOPLE = english.lexicon.words("people-plural")


def _past_phrase(sentence: Sentence, at: int, last: int) -> int | None:
    """Return where the verb stands after one prepositional phrase ("12 people in the market were killed")."""
    for place in range(at + 1, min(at + _PHRASE, last)):
        word = sentence.low[place]
        if word in _FINITE or word in _SUFFERED:
            return place
        if not word[0].isalpha() or place in sentence.numbers or word in ("who", "that", "which", "and", "but"):
            return None
    return None


def _active(sentence: Sentence, at: int) -> bool:
    """Tell whether the verb that ends before token *at* has an object ("4 gunmen killed the mayor")."""
    word = sentence.word(at)
    return at in sentence.numbers or word in _OPENS_OBJECT


_OPENS_OBJECT = english.lexicon.words("object-opener")


def _parenthesis(sentence: Sentence, at: int, last: int) -> int | None:
    """Return the token after a phrase between commas at *at* ("8 people, including 3 officers, were held")."""
    low = sentence.low
    if (
        low[at + 1 : at + 2]
        and low[at + 1] not in ("including", "among", "most", "mostly", "all", "some", "many", "mainly", "both", "at")
        and at + 1 not in sentence.numbers
        and low[at + 1] not in ("two", "one")
    ):
        return None
    for place in range(at + 1, min(at + _PARENTHESIS, last)):
        if low[place] == ",":
            return place + 1
    return None


def heading(sentence: Sentence, first: int) -> str | None:
    """Return the event of a heading in front: "the death toll rose to 12", "Deaths: 12", "number of injured at 40"."""
    low, lasts = sentence.low, _edges()[2]
    floor = max(0, first - _HEADING)
    if lasts.isdisjoint(low[floor:first]):
        return None
    heads = roles()["h"]
    for at in range(first - 1, floor - 1, -1):
        if at in sentence.numbers and low[at - 1 : at] != ["from"] and low[first - 1] not in ("to", "from"):
            return None
        if low[at] in (";", "."):
            return None
        if low[at] not in lasts:
            continue
        for length in range(min(4, at + 1), 0, -1):
            concept = heads.get(" ".join(low[at + 1 - length : at + 1]))
            if concept is not None and _leads_to(sentence, at + 1, first):
                return concept
    return None


_BRIDGE = english.lexicon.words("toll-bridge").union("(,-:–—")


def _leads_to(sentence: Sentence, start: int, first: int) -> bool:
    """Tell whether only verbs of level, places and dates stand between a heading and its number."""
    between = sentence.low[start:first]
    bridging = [word for word in between if word in _BRIDGE]
    if not between:
        return False
    strange = [
        index
        for index in range(start, first)
        if sentence.low[index] not in _BRIDGE
        and not sentence.raw[index][:1].isupper()
        and index not in sentence.numbers
    ]
    return (
        bool(bridging)
        and between[-1] in _BRIDGE
        and len(strange) <= _STRANGE
        and not any(word in ("said", "says", "who", "which") for word in between)
    )


def is_actor(head: str) -> bool:
    """Tell whether a counted noun that is an event itself names people to whom something else may happen."""
    return head.removesuffix("s") in _ACTORS


_ACTORS = english.lexicon.words("actor-noun")


def counted(head: str, name: str) -> str | None:
    """Return the event that a counted noun is itself ("12 deaths", "40 arrests")."""
    nouns = roles()["n"]
    return nouns.get(head) or nouns.get(f"{head}s") or (nouns.get(name) if is_plural(name) else None)
