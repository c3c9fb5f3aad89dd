"""Organisations by the words around their name: a role that only a group has, or a person's name that rules it out."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from newsdiff.language import english, places
from newsdiff.language.idioms import Idiom
from newsdiff.language.lexicon import table
from newsdiff.language.names import first_names
from newsdiff_groups._scan import Name
from newsdiff_groups._words import peoples

_DATA = Path(__file__).parent / "data"
_NEXT = re.compile(r"(?:['’]s)? ([A-Za-z-]+)(?: ([A-Za-z-]+))?")
_OWNS = ("'s ", "’s ")  # "members of Ruiz's league": the owner is no group
_ITS = Idiom(
    "a group speaks of itself as it",
    r" (?:said|announced|reported) (?:(?:on \w+|late|early|that) )?"
    rf"(?:it (?:almost |also |now )?{english.lexicon.pattern('group-act')}|its )",
    examples=("Velmark said it had sold two mills", "The front announced on Sunday its new chief"),
    others=("Velmark said he had sold two mills", "Velmark said the mill had it"),
)
_COMPANY = Idiom(
    "an apposition says what body it is",
    rf", (?:a|an|one of) (?:[a-z-]+ ){{0,4}}{english.lexicon.pattern('organisation-noun')}\b",
    examples=("Velmark, a small family firm", "Orrin, one of the oldest newspaper"),
    others=("Velmark, a small harbour town", "Velmark, the firm"),
)


@cache
def _cues(where: str) -> frozenset[str]:
    return frozenset(row[0] for row in table(_DATA / "context.tsv") if row[1] == where)


@cache
def _last_of_cues() -> frozenset[str]:
    """Return the words that may stand right before a name in a role."""
    return frozenset(cue.split()[-1] for cue in _cues("before")) | {"the"}


def people_of(found: list[Name]) -> frozenset[str]:
    """Return the words of names that titles or first names show to be people's."""
    known = first_names()
    return frozenset(
        word.text
        for name in found
        if name.opened or (1 < len(name.words) < 4 and name.words[0].text in known)
        for word in name.words
    )


def by_context(text: str, name: Name, people: frozenset[str]) -> bool:
    """Whether the words around *name* give it a role that only a group has."""
    words, start, end = name.words, name.words[0].start, name.words[-1].end
    last = words[-1].text
    if name.opened or last in people or last in peoples() or last in places.known():
        return False
    whole = text[start:end]
    if len(whole) < 2 or whole in places.known() or whole in peoples():
        return False
    last_before = text[max(start - 24, 0) : start].rsplit(None, 1)[-1:]
    ahead = last_before[0].lower() if last_before else ""
    if ahead in _last_of_cues() and text[start - 1] in " \u00a0" and not text.startswith(_OWNS, end):
        before = text[max(start - 24, 0) : start].lower().split()[-3:]
        if before[-1] == "the" and len(before) > 1:
            before.pop()
            ahead = before[-1]
        cues = _cues("before")
        if before[-1] in cues or (len(before) > 1 and f"{before[-2]} {before[-1]}" in cues):
            return True
    following = text[end : end + 1]
    if following == ",":
        return not name.first and bool(_COMPANY.match(text, end))
    if following not in (" ", "'", "’"):
        return False
    if _ITS.match(text, end) and ahead != "of":
        return True
    return not (name.first and len(words) == 1) and _has_role(text, end)


def _has_role(text: str, end: int) -> bool:
    match = _NEXT.match(text, end)
    if match is None:
        return False
    one, two = match.groups()
    after = _cues("after")
    return one in after or (two in after and one in _cues("bridge"))
