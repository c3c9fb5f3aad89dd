"""Which capitalised names are organisations: form first, then role context, then every repeat of an accepted name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsdiff import Document
from newsdiff.text.letters import LOWER
from newsdiff_groups._context import by_context, people_of
from newsdiff_groups._form import by_form, short_forms
from newsdiff_groups._scan import Name, sequences, split
from newsdiff_groups._words import heads

_COMPOUND = re.compile(rf"[-‐‑][{LOWER}]")  # "KDF-held", "counter-KDF": about the group, not the group


class Mention(NamedTuple):
    """An organisation where it stands."""

    start: int
    end: int
    name: str
    long: str | None = None
    """The longer name that a short form stands for ("Karsa Mining" of "Karsa Mining Ltd")."""


def find(document: Document) -> tuple[list[Name], list[Mention]]:
    """Return all capitalised names of *document* and its organisations, in order."""
    text = document.text
    found: list[Name] = []
    for paragraph in document.body:
        if not text[paragraph.start : paragraph.end].isupper():
            for start, end in sequences(text, paragraph.start, paragraph.end):
                found += split(text, start, end)
    accepted: dict[str, str | None] = {}
    mentions: list[Mention] = []
    undecided: list[Name] = []
    people = people_of(found)
    for name in found:
        cut = by_form(text, name)
        if cut is None and by_context(text, name, people):
            cut = name.words
        if cut is None:
            undecided.append(name)
            continue
        start, end = cut[0].start, cut[-1].end
        if (start and text[start - 1] in "-‐‑") or _COMPOUND.match(text, end):
            continue
        printed = text[start:end]
        mentions.append(Mention(start, end, printed))
        for short in short_forms(text, cut):
            accepted.setdefault(short, printed if short != printed else None)
    if "Islamic State" in text:  # "IS" is a word of English everywhere else
        accepted.setdefault("IS", None)
    heads_of = {word: printed for printed in accepted for word in printed.split() if " " in printed and word in heads()}
    for name in undecided:
        mentions += _repeated(text, name, accepted)
        mentions += _short(text, name, heads_of)
    mentions.sort()
    return found, mentions


def _repeated(text: str, name: Name, accepted: dict[str, str | None]) -> Iterator[Mention]:
    """Return the accepted name that an undecided one is or starts with."""
    words = name.words
    for size in range(len(words), 0, -1):
        start, end = words[0].start, words[size - 1].end
        printed = text[start:end]
        if printed in accepted and not _COMPOUND.match(text, end):
            yield Mention(start, end, printed, accepted[printed])
            return


def _short(text: str, name: Name, heads_of: dict[str, str]) -> Iterator[Mention]:
    """Return "the Observatory" as what an accepted longer name is called for short."""
    word = name.words[0]
    defined = text[max(word.start - 4, 0) : word.start].lower() == "the "
    if len(name.words) == 1 and word.text in heads_of and defined and not _COMPOUND.match(text, word.end):
        yield Mention(word.start, word.end, word.text, heads_of[word.text])
