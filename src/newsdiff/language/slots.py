"""Slots: what two clauses have in one place, so that they can be seen to speak of two things.

"The vote in Velden" and "the vote in Harrow" share their words but for the names, and the names stand in one slot:
after one preposition, before one noun. "Backs the merger", "opposes the dam" have two objects.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsdiff.language import english
from newsdiff.language.clauses import described
from newsdiff.language.english import lexicon
from newsdiff.language.rarity import rarity
from newsdiff.language.tokens import SOLID
from newsdiff.language.words import stop_words

_ARTICLES = lexicon.words("article", "possessive", "demonstrative")
_NO_SLOT = lexicon.words("slot-break")
# "of" and "for" lead to what a verdict, a ban, a vote is about.
_LINKS = lexicon.words("preposition") - {"by"}
_PRONOUNS = lexicon.words("subject-pronoun", "object-pronoun", "demonstrative", "reflexive")
# What points at the matter of the whole article instead of naming another one: "opposes the sale", "of all charges".
_POINTING = lexicon.words("matter-noun")
# Nouns that are nothing without what follows them: "evidence of arson", "a ban on imports".
_OF_WHAT = lexicon.words("incomplete-noun")
# What says nothing of which one of its sort a thing is.
_ANY_SORT = lexicon.words("plain-adjective")
_OBJECT = 5  # guess: content words of an object that are read
_NAMED = 0.1  # guess: a capitalised word of less rarity is no name (a title, a month)
_COUNTRY = 0.3  # defined by language/rarity.py: the rarity of a country's name
_ACRONYM = 5  # guess: letters of the longest acronym


class Token(NamedTuple):
    """A word or a comma of a clause."""

    lower: str
    lemma: str
    content: bool
    capital: bool
    form: str


@lru_cache(maxsize=1024)
def tokens(surface: str) -> tuple[Token, ...]:
    """Return the words and commas of a clause."""
    found = []
    fine = english.tokens(surface).joined()
    for form, tag in zip(fine.forms, fine.tags, strict=True):
        known = described(form) if tag in SOLID or form in ",;" else None
        if known:
            found.append(Token(*known, form))
    return tuple(found)


def two_names(one: str, two: str) -> bool:
    """Tell whether two clauses have different names in one slot.

    >>> two_names("Varga won the vote in Velden", "Varga lost the vote in Harrow")
    True
    >>> two_names("Varga won the vote in Velden", "Varga lost in Velden after a recount in Harrow")
    False
    """
    mine, yours = _slots(one), _slots(two)
    if not mine or not yours:
        return False
    words = [{token.lemma for token in tokens(surface)} for surface in (one, two)]
    for key in mine.keys() & yours.keys():
        a, b = mine[key], yours[key]
        if (
            a
            and b
            and a.isdisjoint(words[1])
            and b.isdisjoint(words[0])
            and (key[0] == "what" or _local(a) == _local(b))
        ):
            return True
    return False


def two_kinds(one: str, mine: str, two: str, yours: str) -> bool:
    """Tell whether two clauses, with the predicates *mine* and *yours*, have other words before, or other places
    behind, one noun: two things of one sort.

    >>> two_kinds("Petrol prices rose in July", "rise", "House prices fell in July", "fall")
    True
    >>> two_kinds("The firm will close the Brodno plant", "close", "The firm will open a plant in Harrow", "open")
    True
    >>> two_kinds("The council approved the new stadium", "approve", "The council rejected the stadium", "reject")
    False
    """
    a, b = _sorts(one, mine), _sorts(two, yours)
    words = [{token.lemma for token in tokens(surface)} for surface in (one, two)]
    return any(
        a[noun] != b[noun] and a[noun] not in words[1] and b[noun] not in words[0] for noun in a.keys() & b.keys()
    )


@lru_cache(maxsize=1024)
def _sorts(surface: str, predicate: str) -> dict[str, str]:
    """Noun to what tells it from others of its sort: the word before it, or the name of a place behind it."""
    words = tokens(surface)
    acts = set(predicate.split("_"))
    found: dict[str, str] = {}
    for at, token in enumerate(words):
        if not token.content or token.lemma in acts:
            continue
        before = words[at - 1] if at else None
        if before and before.content and before.lemma not in acts and not before.lower.endswith(("ed", "ing", "ly")):
            found.setdefault(token.lemma, before.lemma)
        elif at + 2 < len(words) and words[at + 1].lower in ("in", "at", "near") and words[at + 2].capital:
            found.setdefault(token.lemma, words[at + 2].lemma)
        elif at + 2 < len(words) and words[at + 1].lower == "of" and words[at + 2].content and token.lemma in _OF_WHAT:
            found.setdefault(token.lemma, words[at + 2].lemma)  # "prices of wheat"
    return {noun: sort for noun, sort in found.items() if sort not in _ANY_SORT}


def _local(name: frozenset[str]) -> bool:
    """Whether a name is of something smaller than a country, which may lie in one."""
    return max((rarity(word).name for word in name), default=0.0) > _COUNTRY


@lru_cache(maxsize=1024)
def _slots(surface: str) -> dict[tuple[str, str], frozenset[str]]:
    """Slot, by the word before or after it, to the lemmas of the names in it."""
    words = tokens(surface)
    found: dict[tuple[str, str], set[str]] = {}
    for at, token in enumerate(words[:-2]):
        if token.lemma in _OF_WHAT and words[at + 1].lower in ("of", "for", "on", "against"):
            what = [other.lemma for other in words[at + 2 : at + 5] if other.content][:1]
            found.setdefault(("what", token.lemma), set()).update(what)
    for start, end in _names(words):
        name = {token.lemma for token in words[start:end] if token.content and rarity(token.lower).name > _NAMED}
        if not name or any(token.form.isupper() and len(token.form) <= _ACRONYM for token in words[start:end]):
            continue
        if end - start > 1:
            # "Jan Oll", "Marek Oll": one surname, two people
            given = {token.lemma for token in words[start : end - 1] if token.lemma in name}
            if given:
                found.setdefault(("given", words[end - 1].lemma), set()).update(given)
        before = next((index for index in range(start - 1, -1, -1) if words[index].lower not in _ARTICLES), None)
        if before is not None and words[before].lower not in _NO_SLOT and words[before].lower not in ",;":
            found.setdefault(("after", words[before].lemma), set()).update(name)
        after = words[end] if end < len(words) else None
        if after and after.content and start and not after.lower.endswith("ed"):
            found.setdefault(("before", after.lemma), set()).update(name)
    return {key: frozenset(names) for key, names in found.items()}


def _names(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised words; the first word of all is one only where others follow."""
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and words[end].capital:
            end += 1
        first = start or int(words[0].lower in stop_words())
        if end > first and (first or end > 1):
            yield first, end
        start = max(end, start) + 1


def two_objects(one: str, mine: str, two: str, yours: str) -> bool:
    """Tell whether the predicates *mine* of *one* and *yours* of *two* have different things as their objects.

    >>> two_objects("The union backs the merger with Ferrin", "back", "The union opposes the dam", "oppose")
    True
    >>> two_objects("The union backs the dam", "back", "The union opposes it", "oppose")
    False
    """
    a, b = _object(one, mine), _object(two, yours)
    if a is None or b is None or a[0] != b[0]:
        return False
    words = [{token.lemma for token in tokens(surface)} for surface in (one, two)]
    return bool(a[1] and b[1]) and a[1].isdisjoint(words[1]) and b[1].isdisjoint(words[0])


def other_object(surface: str, predicate: str, patient: str, lemmas: Sequence[str]) -> bool:
    """Tell whether the object of a predicate is neither *patient* nor among *lemmas*, what is said of that patient.

    >>> other_object("The court convicted Holt of fraud", "convict", "keller", ("keller", "clear", "fraud"))
    True
    """
    found = _object(surface, predicate)
    if found is None or found[0] or not found[1] or not found[1].isdisjoint(lemmas):
        return False
    return not {token.lemma for token in tokens(surface)} & set(patient.split())


@lru_cache(maxsize=1024)
def _object(surface: str, predicate: str) -> tuple[str, frozenset[str]] | None:
    """The preposition and the content lemmas of what follows a predicate; None where nothing that has a name does."""
    words = tokens(surface)
    head, _, particle = predicate.partition("_")
    at = next((index for index, token in enumerate(words) if token.lemma == head), len(words)) + 1
    at += bool(particle)
    if at >= len(words) or words[at].lower in _PRONOUNS or words[at].lower in (",", ";", "that", "to", "not"):
        return None
    link = words[at].lower if words[at].lower in _LINKS else ""
    found: list[str] = []
    for token in words[at:]:
        if token.lower in (",", ";") or len(found) == _OBJECT:
            break
        if found and token.lower in _LINKS:
            break
        if token.content and token.lemma not in _POINTING and rarity(token.lower).word > 0:
            found.append(token.lemma)
    return link, frozenset(found)
