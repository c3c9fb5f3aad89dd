"""Nationalities and peoples, and countries that act ("Moscow said")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from newsdiff import Document, Span
from newsdiff_groups._words import peoples, words
from newsdiff.text import places
from newsdiff.text.lexicon import trie

_COMPASS = r"(?:North|South|East|West|Southeast|Latin|Central|Northern|Southern|Eastern|S\.|N\.)"
_ACTS = regex.compile(
    r"[ ](?:(?:has|have|had|will|would|is|was|also|later|once|again|repeatedly|strongly|initially)[ ]){0,2}(?P<verb>[a-z]{4,13})\b"
)


@cache
def _pattern() -> regex.Pattern[str]:
    word = rf"(?:{trie(peoples())})(?!\w)"
    return regex.compile(rf"(?:{_COMPASS} )?+{word}(?:-{word})?")


@cache
def _ethnic() -> frozenset[str]:
    """Peoples that go after a nationality: "Iraqi Kurds", "Bosnian Serb"."""
    return frozenset(words("peoples")) | {"Serb", "Serbs", "Croat", "Croats", "Turks", "Greeks", "Albanians"}


@cache
def _shouted() -> dict[str, str]:
    return {word.upper(): word for word in peoples()}


@cache
def _actors() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{trie({*places.countries(), *places.capitals()})})(?!\w)(?= [a-z])")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words("actor_verbs"))


def find(document: Document) -> list[Span]:
    """Return nationalities and peoples, in order."""
    text, found = document.text, list[Span]()
    for paragraph in document.body:
        for match in _pattern().finditer(text, paragraph.start, paragraph.end):
            start, end = match.span()
            if (start and (text[start - 1].isalnum() or text[start - 1] in "-‐‑'’")) or text[end : end + 1] in "-‐‑" and end < len(text):
                continue
            word = match.group()
            if found and found[-1].end == start - 1 and word in _ethnic() and found[-1].of(text) in places.demonyms():
                found[-1] = Span(found[-1].start, end)
            else:
                found.append(Span(start, end))
    return found


def shouted(text: str, span: Span) -> Iterator[Span]:
    """Return the peoples in a headline in capitals."""
    for match in regex.finditer(r"\p{Lu}[\p{Lu}'’]+", text, pos=span.start, endpos=span.end):
        if match.group() in _shouted():
            yield Span(*match.span())


def actors(document: Document) -> Iterator[tuple[Span, str]]:
    """Return countries and capitals that act, with the country."""
    text = document.text
    names = places.countries() | places.capitals()
    for paragraph in document.body:
        for match in _actors().finditer(text, paragraph.start, paragraph.end):
            start, end = match.span()
            if start and (text[start - 1].isalnum() or text[start - 1] in "-‐‑'’"):
                continue
            if text[max(start - 6, 0) : start].lower().endswith((" in ", " from ", " near ", " of ", " at ", "(", " to ")):
                continue
            acts = _ACTS.match(text, end)
            if acts is not None and acts["verb"] in _verbs():
                yield Span(start, end), names[match.group()]
