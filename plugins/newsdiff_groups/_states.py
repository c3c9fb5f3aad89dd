"""Whose government, whose rebels: the state behind "the regime", the organisation behind "a rebel group"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import regex

from newsdiff.language import english, places
from newsdiff.language.idioms import Idiom
from newsdiff.language.lexicon import trie
from newsdiff_groups._labels import Generic
from newsdiff_groups._organisations import Mention
from newsdiff_groups._words import labels

_RULERS = ("government", "regime")
_BEHIND = re.compile(r"(?: of|,) (?:the )?")
_BEFORE = re.compile(r"(?:,| is| are) (?:an?|the) $|,? $")
# "the regime in Tehran", "the regime of Diaz"
_SEAT = regex.compile(r" (?:of|in) (?:the )?(\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+){0,2})")
# Rulers of the past are not those of whom the other article speaks.
_PAST = Idiom(
    "rulers of the past",
    rf"\b(?:{english.lexicon.pattern('past-marker')}|{trie(english.lexicon.capitalised('past-marker'))})\b",
    examples=("the ousted government", "Former rulers"),
    others=("the government", "an older government"),
)
_JUST_BEFORE = 18  # code points (guess)


def country(name: str) -> str | None:
    """Return the country that a nationality, a country or a capital stands for."""
    return places.demonyms().get(name) or places.countries().get(name) or places.capitals().get(name)


def holders(text: str, found: Sequence[Generic], mentions: Sequence[Mention]) -> list[str | None]:
    """Return for each generic mention whose it is: a country for governments and forces, an organisation for others.

    A bare "government" is that of the only country whose government the article names, or else, as a bare "army" always
    is, of the only one whose government or forces it names; one that it names at least three times as often as any
    other counts as the only one. A bare "regime" is that too, unless the article has a regime by name. Whose occupiers
    somebody is, only a name says. "Rebels of the KLF" and "the KLF, a rebel group" are the KLF's.
    """
    states = _States(text, found)
    starts = {mention.start: mention.name for mention in mentions}
    ends = {mention.end: mention.name for mention in mentions}
    return [states.of(generic) or _owner(text, generic, starts, ends) for generic in found]


class _States:
    """The states that one article names, and those that its labels without a name are of."""

    def __init__(self, text: str, found: Sequence[Generic]) -> None:
        self._text = text
        self._named = {id(generic): self._by_name(generic) for generic in found if _of_state(generic)}
        lands = [(name, generic) for generic in found if (name := self._named.get(id(generic), (None, ""))[0])]
        self._only = _prevailing(name for name, _ in lands)
        self._ruled = _prevailing(name for name, generic in lands if _rules(generic)) or self._only
        regimes = {self._named[id(it)] for it in found if _of_state(it) and labels()[it.head].kind == "regime"}
        regimes.discard((None, ""))
        self._regime = self._ruled if not regimes else regimes.pop()[0] if len(regimes) == 1 else None

    def of(self, generic: Generic) -> str | None:
        """Return the country that a label for a state or its forces is of."""
        if not _of_state(generic) or _PAST.search(self._text, max(0, generic.start - _JUST_BEFORE), generic.end):
            return None
        land, name = self._named[id(generic)]
        kind = labels()[generic.head].kind
        if name or kind == "occupier":
            return land
        return self._regime if kind == "regime" else self._ruled if _rules(generic) else self._only

    def _by_name(self, generic: Generic) -> tuple[str | None, str]:
        """Return the country and the name that stands with a label; a name may be of no country ("Diaz's regime")."""
        if generic.name is not None:
            name = self._text[slice(*generic.name)]
            return country(name), name
        seat = _SEAT.match(self._text, generic.end)
        if seat is None or not _rules(generic):
            return None, ""
        words = seat[1].split()
        names = (" ".join(words[:size]) for size in range(len(words), 0, -1))
        return next((land for name in names if (land := country(name))), None), seat[1]


def _prevailing(names: Iterable[str]) -> str | None:
    """Return the only name, or the one named at least three times as often as any other."""
    named = Counter(names).most_common(2)
    if len(named) < 2:
        return named[0][0] if named else None
    (first, most), (_, second) = named
    return first if most >= 3 * second else None


def _rules(generic: Generic) -> bool:
    """Whether a label is for who rules, or says that forces are theirs: "regime", "government forces"."""
    label = labels()[generic.head]
    return label.family == "state" or (_of_state(generic) and label.kind in _RULERS)


def _of_state(generic: Generic) -> bool:
    """Whether a label is for a state, or for those who act for it."""
    return labels()[generic.head].of_state


def _owner(text: str, generic: Generic, starts: dict[int, str], ends: dict[int, str]) -> str | None:
    """Return the organisation that a bare label is said to be."""
    if generic.name is not None or labels()[generic.head].kind is None:
        return None
    behind = _BEHIND.match(text, generic.end)
    if behind is not None and behind.end() in starts:
        return starts[behind.end()]
    before = _BEFORE.search(text, max(generic.start - 8, 0), generic.start)
    return ends.get(before.start()) if before is not None else None
