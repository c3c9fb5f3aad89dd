"""Which capitalised names are organisations: form first, then role context, then every repeat of an accepted name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsdiff import Document
from newsdiff.language.letters import LOWER
from newsdiff.language.words import stop_words
from newsdiff_groups._context import by_context, people_of
from newsdiff_groups._form import by_form, short_forms
from newsdiff_groups._scan import Name, Word, opens, scan
from newsdiff_groups._words import heads, names

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
            found += scan(text, paragraph.start, paragraph.end)
    accepted: dict[str, str | None] = {}
    mentions: list[Mention] = []
    undecided: list[Name] = []
    people = people_of(found)
    printed_words = {word.text for name in found for word in name.words}
    for name in found:
        cut = by_form(text, name)
        if cut is not None and len(cut) == 1 and _emphasis(text, cut[0], printed_words):
            cut = None
        if cut is None and by_context(text, name, people):
            cut = name.words
        if cut is None:
            undecided.append(name)
            continue
        start, end = cut[0].start, cut[-1].end
        if (start and text[start - 1] in "-‐‑") or _COMPOUND.match(text, end):
            continue
        printed = " ".join(text[start:end].split())
        mentions.append(Mention(start, end, printed))
        for short in short_forms(text, cut):
            accepted.setdefault(short, printed if short != printed else None)
    if "Islamic State" in text:  # "IS" is a word of English everywhere else
        accepted.setdefault("IS", None)
    heads_of = {word: printed for printed in accepted for word in printed.split() if " " in printed and word in heads()}
    firsts = _first_words(accepted)
    for name in undecided:
        first = name.words[0].text
        known = first in firsts or first.title() in firsts or " " in first or "\u00a0" in first
        mention = (_repeated(text, name, accepted) if known else None) or _short(text, name, heads_of)
        if mention is not None:
            mentions.append(mention)
    mentions.sort()
    return found, mentions


def _emphasis(text: str, word: Word, printed: set[str]) -> bool:
    """Whether capitals only shout: a speaker of a transcript ("RUIZ:"), or a word that stands in small letters too."""
    if not (word.text.isalpha() and word.text.isupper()) or len(word.text) < 3 or word.text in names():
        return False
    speaks = text[word.end : word.end + 1] == ":" and (word.start == 0 or text[word.start - 1] in "\n\r ")
    dateline = text[word.end : word.end + 1] == "," and len(word.text) > 4 and opens(text, word.start)
    return speaks or dateline or word.text.title() in printed or word.text.lower() in stop_words()


def _first_words(printed: Iterable[str]) -> frozenset[str]:
    """Return the words that names start with, without the ending of an owner."""
    firsts = {name.split(" ", 1)[0] for name in printed}
    return frozenset(firsts | {first[:-2] for first in firsts if first.endswith(("'s", "’s"))})


def _repeated(text: str, name: Name, accepted: dict[str, str | None]) -> Mention | None:
    """Return the accepted name that an undecided one is or starts with."""
    words = name.words
    if len(words) == 1 and words[0].text not in accepted and not words[0].text.isupper():
        return None
    start = words[0].start
    for size in range(len(words), 0, -1):
        end = words[size - 1].end
        printed = " ".join(text[start:end].split())
        known = printed in accepted or (printed.isupper() and printed.title() in accepted)
        if known and not _COMPOUND.match(text, end):
            return Mention(start, end, printed, accepted.get(printed))
    return None


def _short(text: str, name: Name, heads_of: dict[str, str]) -> Mention | None:
    """Return "the Observatory" as what an accepted longer name is called for short."""
    word = name.words[0]
    if len(name.words) > 1 or word.text not in heads_of or _COMPOUND.match(text, word.end):
        return None
    if text[max(word.start - 4, 0) : word.start].lower() != "the ":
        return None
    return Mention(word.start, word.end, word.text, heads_of[word.text])
