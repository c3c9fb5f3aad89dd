"""Place names: countries, capitals, well-known cities and regions, and places known by the words around them.

Shared by the scope of claims and by extractors that must not take a place for a group. Names with a form ("in Port
Lisse", "the town of Karsa", "Karsa province") need no list; the list is for names that news prints without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from newsdiff.language.english import lexicon
from newsdiff.language.letters import UPPER
from newsdiff.language.lexicon import ENGLISH, table, trie
from newsdiff.language.times import MONTHS, WEEKDAYS
from newsdiff.nouns.spans import Span

# Words that follow a place name and make it one ("Karsa province").
_AFTER = lexicon.words("place-follower") | lexicon.capitalised("place-name-end")
_KINDS = lexicon.pattern("place-noun")
_CAPITALISED = rf"[{UPPER}]\w*+(?:['’](?!s\b)\w++){{0,2}}"
_NAME = rf"{_CAPITALISED}(?:[ -](?:(?:al|el|de|del|la|ez|ed|es|sur)[ -])?{_CAPITALISED}){{0,3}}"
# The scanner leaps from one literal to the next, so each of these starts with one; what stands before it is asked last.
_DIRECTION = rf"(?:{lexicon.pattern('direction')} )?"
_IN = tuple(
    re.compile(rf"{rest} (?<=[{first}]{rest} )(?<!\w.{rest} ){_DIRECTION}(?P<place>{_NAME})")
    for first, rest in (("Ii", "n"), ("Nn", "ear"), ("Oo", "utside"), ("Aa", "round"), ("Aa", "cross"))
)
_OF = re.compile(rf" of (?P<place>{_NAME})")
_KIND = re.compile(rf"(?<!\w){_KINDS}\Z")
_LONGEST_KIND = 14  # defined by _KINDS: code points of the longest one and its blank
_BEFORE = re.compile(rf"(?P<place>{_NAME}) {trie(_AFTER)}\b")
_BEHIND = re.compile(rf" {trie(_AFTER)}\b")
_NAME_REACH = 160  # characters around such a word in which its name stands
_NEVER = frozenset(map(str.capitalize, {**MONTHS, **WEEKDAYS})) | lexicon.capitalised(
    "no-place", "article", "demonstrative", "possessive", "subject-pronoun"
)


@cache
def countries() -> dict[str, str]:
    """Return every name of a country with the name it is filed under ("Britain": "United Kingdom")."""
    names: dict[str, str] = {}
    for row in table(ENGLISH / "countries.tsv"):
        others = _cell(row, 3)
        for name in (row[0], *others):
            names[name.removeprefix("the ")] = row[0]
    return names


@cache
def capitals() -> dict[str, str]:
    """Return every capital with its country ("Moscow": "Russia")."""
    return {name: row[0] for row in table(ENGLISH / "countries.tsv") for name in _cell(row, 2)}


@cache
def demonyms() -> dict[str, str]:
    """Return adjectives and nouns of nationality, singular and plural, with their country ("Syrians": "Syria")."""
    found: dict[str, str] = {}
    for row in table(ENGLISH / "countries.tsv"):
        for word in _cell(row, 1):
            found.setdefault(word, row[0])
            if (plural := _plural(word)) is not None:
                found.setdefault(plural, row[0])
    return found


def _plural(word: str) -> str | None:
    if word.endswith(("ese", "ish", "ch", "ss", "men", "sh", "s")):
        return None
    return f"{word[:-3]}men" if word.endswith("man") and word[-4:] not in ("rman", "oman") else f"{word}s"


def _cell(row: tuple[str, ...], index: int) -> tuple[str, ...]:
    return tuple(word for word in row[index].split("|") if word) if len(row) > index else ()


@cache
def known() -> dict[str, str]:
    """Return every listed place with the name it is filed under."""
    return {row[0]: row[0] for row in table(ENGLISH / "places.tsv")} | {name: name for name in capitals()} | countries()


@cache
def _known_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{trie(known())})(?!\w)")


def _formed(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield places that the words around them make known."""
    for match in _OF.finditer(text, start, end):
        at = match.start()
        if _KIND.search(text, max(start, at - _LONGEST_KIND), at):
            yield match
    for pattern in _IN:
        yield from pattern.finditer(text, start, end)
    floor = start
    for behind in _BEHIND.finditer(text, start, end):
        at = behind.start()
        if at >= floor and (found := _BEFORE.search(text, max(floor, at - _NAME_REACH), min(end, at + _NAME_REACH))):
            floor = found.end()
            yield found


# "Velmark's Karsa province", "Karsa, on the northern tip of Velmark", "the town of Karsa in Velmark".
_WITHIN = re.compile(
    rf"(?: {trie(_AFTER)})?,? (?:in|on|of|off|near)"
    rf"(?: {lexicon.pattern('location-word', 'place-noun', 'direction')}(?!\w))*+ "
)
_OWNED = re.compile(rf"['’]s (?:{lexicon.pattern('owned-place-word', 'direction')} ){{0,3}}")
_NESTED_REACH = 70  # guess: code points between a place and the larger one it lies in


def nested(text: str, found: Sequence[tuple[Span, str]]) -> frozenset[tuple[str, str]]:
    """Return the pairs (smaller, larger) of places of which *text* says that one lies in the other.

    >>> t = "A quake hit Karsa, on the northern tip of Velmark."
    >>> sorted(nested(t, [(Span(12, 17), "Karsa"), (Span(42, 49), "Velmark")]))
    [('Karsa', 'Velmark')]
    """
    pairs = set()
    for (first, a), (second, b) in pairwise(found):
        if a == b or not 0 < second.start - first.end <= _NESTED_REACH:
            continue
        if _OWNED.fullmatch(text, first.end, second.start):
            pairs.add((b, a))
        elif _WITHIN.fullmatch(text, first.end, second.start):
            pairs.add((a, b))
    return frozenset(pairs)


def find(text: str, start: int = 0, end: int | None = None) -> list[tuple[Span, str]]:
    """Return the places that ``text[start:end]`` names, in order, with the name each is filed under.

    >>> [(span.of(t), name) for t in ["Shells hit the town of Karsa in Britain."] for span, name in find(t)]
    [('Karsa', 'Karsa'), ('Britain', 'United Kingdom')]
    """
    end = len(text) if end is None else end
    names, spans = known(), {}
    for match in _formed(text, start, end):
        at, stop = match.span("place")
        place = text[at:stop]
        if place.split(None, 1)[0] not in _NEVER:
            spans[at] = (stop, names.get(place, place))
    for match in _known_pattern().finditer(text, start, end):
        at, stop = match.span()
        if at and (text[at - 1].isalnum() or text[at - 1] in "-’'"):
            continue
        if at not in spans or spans[at][0] <= stop:
            spans[at] = (stop, names[match.group()])
    found: list[tuple[Span, str]] = []
    for at in sorted(spans):
        if not found or at >= found[-1][0].end:
            found.append((Span(at, spans[at][0]), spans[at][1]))
    return found
