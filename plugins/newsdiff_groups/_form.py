"""Organisations by the form of their name: head nouns, acronyms, legal forms, and names known without a form."""

from __future__ import annotations

import re
from functools import lru_cache

from newsdiff.language import places
from newsdiff.language.letters import LOWER, UPPER
from newsdiff_groups._scan import OPENERS, TITLES, Name, Word
from newsdiff_groups._words import heads, names, not_acronyms, peoples, role

# One word alone names a body where the article has no longer name for it.
_ALONE = role("alone")
# "West Bank", "Soviet Union", "Old City": places, not bodies.
_PLACE_HEADS = role("place head")
_PLACE_FIRST = role("place first")
LEGAL = role("legal")
# Bodies of a state that are common nouns with a capital: "German Foreign Ministry" is a nationality and a ministry.
_STATE_BODY = role("state body")
_NATIONAL_BODY = role("national body")
# First words that make a name: "Radio Karsa", "Jabhat al-Karsa".
_FIRST = role("first")
_SHOUTED = role("shouted")
_NUMBERED = frozenset({"G7", "G8", "G20", "G77", "M23", "MS13", "P5", "E3", "C40"})
_U = f"[{UPPER}]"
_ACRONYM = re.compile(
    rf"(?:{_U}\.){{2,6}}{_U}?|{_U}[{UPPER}\d&]{{1,6}}s?|{_U}{{2,5}}[-/]{_U}{{1,6}}|{_U}{{2,6}}[{LOWER}]{{1,2}}{_U}{{1,4}}"
)


def by_form(text: str, name: Name) -> tuple[Word, ...] | None:
    """Return the words of *name* that are an organisation by their form, or None."""
    words = name.words
    if len(words) == 1:
        word = words[0].text
        return words if word in names() or word in _ALONE or acronym(word) else None
    whole = text[words[0].start : words[-1].end]
    if whole in names():
        return words
    last = words[-1].text
    if whole in places.known() or (last in _PLACE_HEADS and words[-2].text in _PLACE_FIRST):
        return None
    kinds = heads()
    if last in kinds:
        return None if name.opened and len(words) < 3 else _without_nationality(words)
    if name.opened:
        return None
    if any(word.small in ("of", "for", "on") and kinds.get(words[i].text) for i, word in enumerate(words[1:])):
        return words
    if words[0].text in _FIRST and (not name.first or words[1].small):
        return words
    if len(words) == 2 and words[0].text in peoples() and acronym(last):
        return words[1:]
    return _opening(text, words)


def _opening(text: str, words: tuple[Word, ...]) -> tuple[Word, ...] | None:
    """Return the organisation that opens a longer sequence: "State Department Spokesman Ana Ruiz"."""
    kinds = heads()
    for size in range(len(words) - 1, 0, -1):
        follower = words[size]
        known = text[words[0].start : words[size - 1].end] in names()
        if known and follower.small in ("of", "in"):
            return words
        if size > 1 and kinds.get(words[size - 1].text) == "both" and not follower.small:
            return _without_nationality(words[:size])
        if known and (size > 1 or follower.text in TITLES):
            return words[:size]
    if acronym(words[0].text):
        return words if len(words) == 2 and words[1].text.isdigit() else words[:1]
    return None


def _without_nationality(words: tuple[Word, ...]) -> tuple[Word, ...]:
    if words[-1].text in _STATE_BODY and not (len(words) == 2 and words[-1].text in _NATIONAL_BODY):
        while len(words) > 2 and words[0].text in peoples():
            words = words[1:]
    return words


@lru_cache(maxsize=8192)
def acronym(word: str) -> bool:
    """Whether *word* has the shape of an acronym and is not known to be something else."""
    if len(word) < 2 or word[1].islower() or not _ACRONYM.fullmatch(word):
        return False
    if word in not_acronyms() or word.rstrip("s") in not_acronyms():
        return False
    if word[-1].isdigit() and word not in _NUMBERED:  # products and vehicles: "IE6", "F16"
        return False
    if "." in word and len(word) < 5 and word not in ("U.N.", "E.U."):
        return False
    return word.title() not in places.known() and word not in _SHOUTED


def short_forms(text: str, words: tuple[Word, ...]) -> list[str]:
    """Return the full name and, for companies, what is left without legal form and line of business."""
    forms = [" ".join(text[words[0].start : words[-1].end].split())]
    if words[-1].text not in LEGAL:
        return forms
    kinds = heads()
    for size in range(len(words) - 1, 0, -1):
        if words[size].small in ("&", "and"):
            break
        short = text[words[0].start : words[size - 1].end].rstrip(" &,")
        common = short in peoples() or short in places.known() or short in OPENERS or len(short) < 3
        if size > 1 or not common:
            forms.append(short)
        if words[size - 1].text not in kinds:
            break
    return forms
