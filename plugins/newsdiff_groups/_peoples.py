"""Nationalities and peoples, and countries that act ("Moscow said")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsdiff import Document
from newsdiff.language import english, places
from newsdiff.language.idioms import Idiom
from newsdiff.language.letters import UPPER
from newsdiff.language.lexicon import trie
from newsdiff_groups._words import peoples, words

_COMPASS = (
    "North ",
    "South ",
    "East ",
    "West ",
    "Southeast ",
    "Latin ",
    "Central ",
    "Northern ",
    "Southern ",
    "Eastern ",
    "S. ",
    "N. ",
)
_SHOUTED = re.compile(f"[{UPPER}][{UPPER}'’]+")
_ACTS = Idiom(
    "a verb behind an actor",
    rf"[ ](?:{english.lexicon.pattern('act-adverb')}[ ]){{0,2}}(?P<verb>[a-z]{{4,13}})\b",
    examples=("Karsa has repeatedly warned", "Karsa warned"),
    others=("Karsa’s Orlov", "Karsa, Orlov"),
)
_INSIDE = (" in ", " from ", " near ", " of ", " at ", "(", " to ")  # the place of something, not who acts


@cache
def _pattern() -> re.Pattern[str]:
    word = rf"(?:{trie(peoples())})(?!\w)"
    return re.compile(rf"{word}(?:-{word})?+(?![‐‑-])")


@cache
def _ethnic() -> frozenset[str]:
    """Peoples that go after a nationality: "Iraqi Kurds", "Bosnian Serb"."""
    return frozenset(words("peoples")) | {"Serb", "Serbs", "Croat", "Croats", "Turks", "Greeks", "Albanians"}


@cache
def _shouted() -> dict[str, str]:
    return {word.upper(): word for word in peoples()}


@cache
def _lands() -> dict[str, str]:
    return places.countries() | places.capitals()


@cache
def _actors() -> re.Pattern[str]:
    return re.compile(rf"(?:{trie(_lands())})(?!\w)(?= [a-z])")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words("actor_verbs"))


def find(document: Document) -> list[tuple[int, int]]:
    """Return nationalities and peoples, in order."""
    text, found, pattern = document.text, list[tuple[int, int]](), _pattern()
    for paragraph in document.body:
        for match in pattern.finditer(text, paragraph.start, paragraph.end):
            start, end = match.span()
            if start and (text[start - 1].isalnum() or text[start - 1] in "-‐‑'’"):
                continue
            word = match.group()
            start = _with_compass(text, start)
            if (
                found
                and found[-1][1] == start - 1
                and word in _ethnic()
                and text[slice(*found[-1])] in places.demonyms()
            ):
                found[-1] = (found[-1][0], end)
            elif found and found[-1][1] > start:  # "Latin" of "Latin American"
                found[-1] = (start, end)
            else:
                found.append((start, end))
    return found


def _with_compass(text: str, start: int) -> int:
    """Take the first word of "Latin American" into the name."""
    if start > 2 and text[start - 1] == " " and text[start - 2] in "htnl.":
        for word in _COMPASS:
            at = start - len(word)
            if at >= 0 and text.startswith(word, at) and (at == 0 or not text[at - 1].isalnum()):
                return at
    return start


def shouted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Return the peoples in a headline in capitals."""
    for match in _SHOUTED.finditer(text, start, end):
        if match.group() in _shouted():
            yield match.span()


def actors(document: Document) -> Iterator[tuple[int, int, str]]:
    """Return countries and capitals that act, with the country."""
    text = document.text
    names, pattern, verbs = _lands(), _actors(), _verbs()
    for paragraph in document.body:
        for match in pattern.finditer(text, paragraph.start, paragraph.end):
            start, end = match.span()
            if start and (text[start - 1].isalnum() or text[start - 1] in "-‐‑'’"):
                continue
            acts = _ACTS.match(text, end)
            if acts is None or acts["verb"] not in verbs:
                continue
            if not text[max(start - 6, 0) : start].lower().endswith(_INSIDE):
                yield start, end, names[match.group()]
