"""Cue verbs: what introduces somebody's words, in every inflected form, with the stance that the verb adds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from attrs import frozen

from newsdiff.language.english import lexicon
from newsdiff.language.lexicon import ENGLISH, table
from newsdiff.nouns.values import CueStance

Frame = Literal["say", "call", "think", "act"]
Form = Literal["base", "third", "past", "participle", "ing"]

_DATA = ENGLISH / "cue_verbs.tsv"
_VOWELS = frozenset("aeiou")
# Verbs of two and more syllables double the last consonant only where the stress is on it ("referred", not "openned").
_DOUBLING = lexicon.words("doubling-verb")
_NO_DOUBLING_ENDS = frozenset("wxyh")


@frozen
class Cue:
    """One inflected form of a cue verb."""

    verb: str
    stance: CueStance
    frame: Frame
    """say: takes reported words; call: characterises; think: reports a belief; act: also has many other uses."""
    forms: frozenset[Form]


@cache
def cue_verbs() -> dict[str, Cue]:
    """Return every inflected form of every cue verb, in lower case.

    >>> cue_verbs()["admitted"].verb, cue_verbs()["admitted"].stance
    ('admit', 'conceding')
    """
    found: dict[str, Cue] = {}
    for verb, stance, frame, *rest in table(_DATA):
        irregular = rest[0].split() if rest else []
        for word, form in _inflect(verb, irregular):
            known = found.get(word)
            if known is None:
                found[word] = Cue(verb, stance, frame, frozenset({form}))  # type: ignore[arg-type]
            elif known.verb == verb:
                found[word] = Cue(verb, known.stance, known.frame, known.forms | {form})
    return found


def _inflect(verb: str, irregular: list[str]) -> Iterator[tuple[str, Form]]:
    yield verb, "base"
    last, before = verb[-1], verb[-2]
    if last == "y" and before not in _VOWELS:
        stem = verb[:-1] + "i"
        third, past, ing = stem + "es", stem + "ed", verb + "ing"
    elif last == "e":
        third, past = verb + "s", verb + "d"
        ing = verb + "ing" if before in "eoy" else verb[:-2] + "ying" if before == "i" else verb[:-1] + "ing"
    else:
        third = verb + ("es" if last in "sxz" or verb.endswith(("ch", "sh", "go")) else "s")
        doubled = verb + last if _doubles(verb) else verb
        past, ing = doubled + "ed", doubled + "ing"
    yield third, "third"
    yield ing, "ing"
    yield (irregular[0] if irregular else past), "past"
    yield (irregular[-1] if irregular else past), "participle"
    # British spelling of a final l after an unstressed vowel: "signalled", "counselling".
    if last == "l" and before in _VOWELS and verb[-3] not in _VOWELS and not _doubles(verb):
        yield verb + "led", "past"
        yield verb + "ling", "ing"


def _doubles(verb: str) -> bool:
    if verb in _DOUBLING:
        return True
    short = sum(char in _VOWELS for char in verb) == 1
    ends = verb[-1] not in _VOWELS and verb[-1] not in _NO_DOUBLING_ENDS and verb[-2] in _VOWELS
    return short and ends and len(verb) > 2
