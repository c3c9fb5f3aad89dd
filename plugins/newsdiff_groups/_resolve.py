"""Which mentions of an article name one organisation: definitions, acronyms, repeats and short forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import frozen

from newsdiff.language.idioms import Idiom
from newsdiff_groups._alias import initials, plain
from newsdiff_groups._organisations import Mention
from newsdiff_groups._words import heads

_FORMERLY = (
    r"(?:which (?:is|was) |now |then )?"
    r"(?:(?:formerly|previously)(?: known as| called| named)?"
    r"|(?:also|better|sometimes|once|now) (?:known as|called|named)"
    r"|known (?:formerly |previously |also )?as|aka|a\.k\.a\.|an? [^.,;]{1,40} (?:formerly|previously|also) known as)"
)
_STATED = Idiom(
    "another name is stated",
    rf",? [(\[]?{_FORMERLY},? (?:the |as )?[\"“‘']?",
    examples=(", formerly known as the ", " (also called ", ", which is now known as ", " aka "),
    others=(", known for the ", " (also seen in "),
    flags=re.IGNORECASE,
)
_PAREN = re.compile(r"\s?[(\[](?:the |or |then |now )?")
_DISTANCE = 60  # code points between a name and another name for it (guess)


@frozen
class Group:
    """One organisation of an article."""

    name: str
    """The fullest name that the article prints."""
    aliases: tuple[str, ...]
    """Its other names in this article."""


def groups(text: str, mentions: Sequence[Mention]) -> dict[str, Group]:
    """Return the organisation of every printed name."""
    parent = {mention.name: mention.name for mention in mentions}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    for a, b in _links(text, mentions):
        parent[root(a)] = root(b)
    members: dict[str, list[str]] = {}
    for name in parent:
        members.setdefault(root(name), []).append(name)
    found: dict[str, Group] = {}
    for names in members.values():
        best = max(names, key=lambda name: (not _acronym(name), len(name.split()), len(name)))
        group = Group(best, tuple(sorted(set(names) - {best})))
        found.update(dict.fromkeys(names, group))
    return found


def _links(text: str, mentions: Sequence[Mention]) -> Iterable[tuple[str, str]]:
    yield from stated(text, mentions)
    by_plain: dict[str, str] = {}
    by_initials: dict[str, str] = {}
    names = list(dict.fromkeys(mention.name for mention in mentions))
    for name in names:
        key = plain(name)
        if key in by_plain:
            yield name, by_plain[key]
        by_plain.setdefault(key, name)
        words = key.split()
        if len(words) > 1:
            by_initials.setdefault("".join(word[0] for word in words), name)
            by_initials.setdefault("".join(word[0] for word in words if len(word) > 3 or word[0].isdigit()), name)
            by_initials.setdefault(
                "".join(word[0] for word in words if word not in ("of", "the", "and", "for", "in")), name
            )
    for name in names:
        if _acronym(name) and (long := by_initials.get(plain(name).replace(" ", ""))) and long != name:
            yield name, long
    last_with: dict[str, str] = {}
    for mention in mentions:  # "the Observatory" is the latest longer name with that head
        if " " in mention.name:
            last_with.update((word, mention.name) for word in mention.name.split() if word in heads())
        elif mention.name in last_with:
            yield mention.name, last_with[mention.name]
    known = set(names)
    for mention in mentions:
        if mention.long is not None and mention.long in known:
            yield mention.name, mention.long


def stated(text: str, mentions: Sequence[Mention]) -> Iterable[tuple[str, str]]:
    """Return pairs that the article itself calls one group."""
    for a, b in pairwise(mentions):
        gap = text[a.end : b.start]
        if len(gap) > _DISTANCE or a.name == b.name:
            continue
        in_brackets = _PAREN.fullmatch(gap) and text[b.end : b.end + 1] in (")", "]")
        if _STATED.pattern.fullmatch(gap) or (in_brackets and _defines(a.name, b.name)):
            yield a.name, b.name


def _defines(a: str, b: str) -> bool:
    """Whether one is the acronym of the other; list of senators with party and state are not."""
    if initials(b, a) or initials(a, b):
        return True
    short, long = (b, a) if _acronym(b) else (a, b)
    return _acronym(short) and len(short) > 2 and not _acronym(long) and plain(long)[:1] == plain(short)[:1]


def _acronym(name: str) -> bool:
    return " " not in name and sum(char.isupper() for char in name) > 1 and len(name) <= 9
