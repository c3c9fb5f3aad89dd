"""Predicates that contradict each other (resume, halt), from the project's own lexicon."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from newsdiff.language.lexicon import ENGLISH, table
from newsdiff.language.words import lemma

Class = Literal["status", "rivals", "event", "state"]
"""status: where a process stands; rivals: what two opponents did; event: what happened; state: how things are."""

DATA = ENGLISH / "opposites.tsv"


class Row(NamedTuple):
    """Where a predicate stands in the lexicon."""

    number: int
    side: int
    kind: Class


@cache
def rows_of() -> dict[str, frozenset[Row]]:
    """Return predicate lemma ("halt", "call_off") to the rows it stands in, and on which side.

    >>> sorted(row.kind for row in rows_of()["halt"])[0]
    'status'
    """
    found: dict[str, set[Row]] = {}
    for number, (kind, *sides) in enumerate(table(DATA)):
        for side, words in enumerate(sides):
            for word in words.split():
                head, _, particle = word.partition("_")
                key = f"{lemma(head)}_{particle}" if particle else lemma(word)
                found.setdefault(key, set()).add(Row(number, side, kind))  # type: ignore[arg-type]
    return {key: frozenset(rows) for key, rows in found.items()}


@cache
def phrase_heads() -> frozenset[str]:
    """Return the verbs of the lexicon that stand there with a particle ("call" of "call_off")."""
    return frozenset(key.partition("_")[0] for key in rows_of() if "_" in key)


@lru_cache(maxsize=4096)
def opposite(one: str, two: str) -> Class | None:
    """Return the class of the row that has the two predicates on different sides.

    >>> opposite("resume", "halt"), opposite("resume", "restart")
    ('status', None)
    """
    others = rows_of().get(two, frozenset())
    for row in sorted(rows_of().get(one, ())):
        if any(row.number == other.number and row.side != other.side for other in others):
            return row.kind
    return None


@lru_cache(maxsize=4096)
def same_predicate(one: str, two: str) -> bool:
    """Tell whether two predicates say the same: one lemma, or one side of a row about a process."""
    others = rows_of().get(two, frozenset())
    return one == two or any(row in others and row.kind in ("status", "rivals") for row in rows_of().get(one, ()))


@lru_cache(maxsize=4096)
def answers(predicate: str) -> tuple[str, ...]:
    """Return the predicates that share a row of the lexicon with this one, itself included."""
    return tuple(sorted({other for row in rows_of()[predicate] for other in _by_row()[row.number]}))


@cache
def _by_row() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for word, rows in rows_of().items():
        for row in rows:
            found.setdefault(row.number, []).append(word)
    return found
