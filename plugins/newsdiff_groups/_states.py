"""Whose government, whose rebels: the state behind "the regime", the organisation behind "a rebel group"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from newsdiff.text import places
from newsdiff_groups._labels import Generic
from newsdiff_groups._organisations import Mention
from newsdiff_groups._words import labels

_FAMILIES = ("state", "force")
_RULERS = ("government", "regime")
_BEHIND = re.compile(r"(?: of|,) (?:the )?")
_BEFORE = re.compile(r"(?:,| is| are) (?:an?|the) $|,? $")


def country(name: str) -> str | None:
    """Return the country that a nationality, a country or a capital stands for."""
    return places.demonyms().get(name) or places.countries().get(name) or places.capitals().get(name)


def holders(text: str, found: Sequence[Generic], mentions: Sequence[Mention]) -> list[str | None]:
    """Return for each generic mention whose it is: a country for governments and forces, an organisation for others.

    A bare "regime" is that of the only country whose government the article names, or else, as a bare "army" always
    is, of the only one whose government or forces it names; one that it names at least three times as often as any
    other counts as the only one. "Rebels of the KLF" and "the KLF, a rebel group" are the KLF's.
    """
    named = [_land(text, generic) for generic in found]
    lands = [(name, generic) for name, generic in zip(named, found, strict=True) if name]
    only = _prevailing([name for name, _ in lands])
    ruled = _prevailing([name for name, generic in lands if _rules(generic)]) or only
    starts = {mention.start: mention.name for mention in mentions}
    ends = {mention.end: mention.name for mention in mentions}
    return [
        name or _owner(text, generic, starts, ends) or (_bare(generic, ruled, only) if generic.name is None else None)
        for name, generic in zip(named, found, strict=True)
    ]


_OTHER = re.compile(r"[\"”’]?,?\s(?:and|or|from|than|as well as)\s$")


def members(text: str, found: Sequence[Generic], mentions: Sequence[Mention]) -> Iterator[tuple[int, Generic, str]]:
    """Yield what is counted among others, as Hearst (1992) reads "A and other B": A is a B.

    Each with the place where it starts, the label, and whose it is: an organisation's name, or the class of another
    label ("the opposition and other terrorists").
    """
    ends = {mention.end: (mention.start, mention.name) for mention in mentions}
    ends |= {it.end: (it.start, kind) for it in found if (kind := labels()[it.head].kind)}
    for generic in found:
        kind = labels()[generic.head].kind
        if kind is None or not text.startswith("other ", generic.start):
            continue
        link = _OTHER.search(text, max(generic.start - 14, 0), generic.start)
        start, whose = ends.get(link.start(), (0, kind)) if link else (0, kind)
        if whose != kind:
            yield start, generic, whose


def _prevailing(named: Sequence[str]) -> str | None:
    """Return the only name, or the one named at least three times as often as any other."""
    if len(set(named)) < 2:
        return named[0] if named else None
    (first, most), (_, second) = Counter(named).most_common(2)
    return first if most >= 3 * second else None


def _bare(generic: Generic, ruled: str | None, only: str | None) -> str | None:
    """Return whose a label without a name is."""
    return ruled if _rules(generic) else only if _of_state(generic) else None


def _rules(generic: Generic) -> bool:
    """Whether a label is for who rules, or says that forces are theirs: "regime", "government forces"."""
    label = labels()[generic.head]
    return label.family == "state" or (_of_state(generic) and label.kind in _RULERS)


def _of_state(generic: Generic) -> bool:
    return labels()[generic.head].family in _FAMILIES


def _land(text: str, generic: Generic) -> str | None:
    return country(text[slice(*generic.name)]) if generic.name is not None and _of_state(generic) else None


def _owner(text: str, generic: Generic, starts: dict[int, str], ends: dict[int, str]) -> str | None:
    """Return the organisation that a bare label is said to be."""
    if generic.name is not None or labels()[generic.head].kind is None:
        return None
    behind = _BEHIND.match(text, generic.end)
    if behind is not None and behind.end() in starts:
        return starts[behind.end()]
    before = _BEFORE.search(text, max(generic.start - 8, 0), generic.start)
    return ends.get(before.start()) if before is not None else None
