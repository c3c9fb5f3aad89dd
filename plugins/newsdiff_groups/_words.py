"""The word lists of the group plugin, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from attrs import frozen

from newsdiff.language import places
from newsdiff.language.lexicon import table

_DATA = Path(__file__).parent / "data"


@frozen
class Label:
    """A generic noun for people who act together."""

    kind: str | None
    """Framing class ("rebel"); None for plain words ("residents")."""
    load: int
    bare: bool
    family: str | None = None
    """Labels of one family can name one referent."""

    @property
    def of_state(self) -> bool:
        """Whether the label is for a state, or for those who act for it."""
        return self.family in ("state", "force")


def words(name: str) -> tuple[str, ...]:
    """Return the first column of a word list."""
    return tuple(row[0] for row in table(_DATA / f"{name}.tsv"))


@cache
def heads() -> dict[str, str]:
    """Return the nouns that make a name an organisation, as "both" or "final"."""
    return {row[0]: row[1] for row in table(_DATA / "heads.tsv")}


@cache
def labels() -> dict[str, Label]:
    """Return framing labels and plain people nouns."""
    plain = {word: Label(None, 0, True) for word in words("people_nouns")}
    heads_ = role("attributed head")
    attributed = {f"{word} {head}": label for word, label in _attributes(acting=False).items() for head in heads_}
    return (
        plain
        | attributed
        | {row[0]: Label(row[1], int(row[2]), row[3] == "1", row[4]) for row in table(_DATA / "labels.tsv")}
    )


@cache
def classes() -> frozenset[str]:
    """Return the framing classes: "rebel", "terrorist"."""
    return frozenset(label.kind for label in labels().values() if label.kind)


@cache
def acting() -> dict[str, str]:
    """Return the attributes that label whoever acts or holds ("the rebel offensive"), with a label of that class."""
    return {word: f"{word} forces" for word in _attributes(acting=True)}


def _attributes(*, acting: bool) -> dict[str, Label]:
    rows = (row for row in table(_DATA / "attributes.tsv") if row[4] == "1" or not acting)
    return {word: Label(kind, int(load), True, family) for word, kind, load, family, _ in rows}


@cache
def names() -> frozenset[str]:
    """Return names of groups that have no form of their own."""
    return frozenset(words("names"))


@cache
def not_acronyms() -> frozenset[str]:
    """Return runs of capitals that name no group."""
    return frozenset(words("not_acronyms")) | frozenset(row for row in places.known() if row.isupper())


@cache
def peoples() -> frozenset[str]:
    """Return demonyms and the names of peoples, faiths and political families."""
    return frozenset((*places.demonyms(), *words("peoples")))


@cache
def media() -> frozenset[str]:
    """Return agencies and outlets that articles name as sources rather than as actors."""
    return frozenset(words("media"))


def role(name: str) -> frozenset[str]:
    """Return the words that play one role in names."""
    return frozenset(row[0] for row in table(_DATA / "roles.tsv") if row[1] == name)
