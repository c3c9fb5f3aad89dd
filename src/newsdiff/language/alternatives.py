"""Words that exclude each other: fillers of one slot (brother, husband), and steps of one ladder (sought, arrested).

Two articles that say one thing and fill one slot of it differently disagree; where the slot is a ladder, the thing may
have moved on between them.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from newsdiff.language.lexicon import ENGLISH, table
from newsdiff.language.words import lemma

SLOTS, LADDERS = ENGLISH / "exclusive.tsv", ENGLISH / "ladders.tsv"


Sort = Literal["thing", "title", "part", "ladder"]
"""What a slot is of: a person's title, a part of a noun phrase, a step of a ladder, or any other thing."""


class Filler(NamedTuple):
    """One alternative of a slot, or one step of a ladder."""

    slot: str
    number: int
    sort: Sort


@cache
def fillers() -> dict[str, tuple[Filler, ...]]:
    """Return lemma, or two joined by "_", to the slots and ladders that it fills.

    >>> [filler.slot for filler in fillers()["brother"]], fillers()["arrest"][0].number
    (['family'], 2)
    """
    found: dict[str, dict[tuple[str, Sort], Filler]] = {}
    rows = [(slot, "ladder", cells) for slot, *cells in table(LADDERS)]
    rows += [(slot, sort, cells) for slot, sort, *cells in table(SLOTS)]
    for slot, sort, cells in rows:
        for number, cell in enumerate(cells):
            for word in cell.split():
                key = "_".join(map(lemma, word.split("_")))
                filler = Filler(slot, number, sort)  # type: ignore[arg-type]
                found.setdefault(key, {}).setdefault((slot, filler.sort), filler)
    return {key: tuple(known.values()) for key, known in found.items()}


@cache
def openers() -> dict[str, frozenset[str]]:
    """Return the lemmas with which fillers begin, with their slots: what a sentence must have to have one.

    >>> sorted(openers()["brother"])
    ['family']
    """
    found: dict[str, set[str]] = {}
    for key, known in fillers().items():
        found.setdefault(key.partition("_")[0], set()).update(filler.slot for filler in known)
    return {head: frozenset(slots) for head, slots in found.items()}
