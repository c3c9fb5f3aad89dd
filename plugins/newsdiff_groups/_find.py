"""The claims of the kind "group" in one document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Literal

from newsdiff import Claim, Document, NamedGroup, Scope, Span
from newsdiff_groups import _labels, _organisations, _peoples
from newsdiff_groups._members import members
from newsdiff_groups._resolve import groups
from newsdiff_groups._states import holders
from newsdiff_groups._words import labels

_Type = Literal["ORG", "NORP", "GPE", "DESC", "LABEL"]
_ANY = Scope()
_DISTANCED = (
    "so-called ",
    "self-styled ",
    "self-proclaimed ",
    "so-called “",
    'so-called "',
    "so-called '",
    "so-called ‘",
)
# A name or label found once; measured, nine of ten stand where they should. Repeats are surer (see the kind's merge).
_SURE = 0.9
_SCARE = frozenset(("“”", '""', "‘’", "''"))


def claims(document: Document) -> Iterator[Claim]:
    """Return the groups of *document*."""
    names, mentions = _organisations.find(document)
    organisations = _Taken((mention.start, mention.end) for mention in mentions)
    generics = [found for found in _labels.find(document, names) if _stands(found, organisations)]
    outer = _Taken((found.start, found.end) for found in generics)
    named = groups(document.text, mentions)
    for mention in mentions:
        if not outer.covers(mention.start, mention.end):
            group = named[mention.name]
            yield _claim(document, mention.start, mention.end, group.name, "ORG", group.aliases)
    generics += [
        found
        for found in _labels.held(document)
        if not organisations.touches(found.start, found.end) and not outer.touches(found.start, found.end)
    ]
    for found, holder in zip(generics, holders(document.text, generics, mentions), strict=True):
        yield _generic(document, found, holder)
    for start, found, whose in members(document.text, generics, mentions):
        yield _counted_in(document, start, found, named[whose].name if whose in named else whose)
    for start, end in _peoples.find(document):
        if not organisations.touches(start, end):
            yield _claim(document, start, end, document.text[start:end], "NORP")
    for start, end, name in _peoples.actors(document):
        if not organisations.touches(start, end) and not outer.touches(start, end):
            yield _claim(document, start, end, name, "GPE")


def _generic(document: Document, found: _labels.Generic, holder: str | None) -> Claim:
    surface = " ".join(document.text[found.start : found.end].split())
    name = found.head if found.attribute else surface
    scope = Scope(holder=holder) if holder else _ANY
    type_: _Type = "LABEL" if found.name is None else "DESC"
    return _claim(document, found.start, found.end, name, type_, (), labels()[found.head].kind, scope)


def _counted_in(document: Document, start: int, found: _labels.Generic, whose: str) -> Claim:
    """Return the claim that a group is one of those that a label names: "the KLF and other terrorist groups"."""
    kind = labels()[found.head].kind
    return _claim(document, start, found.end, found.head, "LABEL", (), kind, Scope(holder=whose))


def _stands(found: _labels.Generic, organisations: _Taken) -> bool:
    """Whether a generic mention is one beside the organisations found."""
    if organisations.crosses(found.start, found.end):
        return False
    return not (found.head in _labels.SPEAKERS and found.name and organisations.touches(*found.name))


class _Taken:
    """Stretches of text that are taken, by place."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans = sorted(spans)
        self.starts = [start for start, _ in self.spans]

    def _near(self, start: int, end: int) -> list[tuple[int, int]]:
        index = bisect_left(self.starts, end)
        return [other for other in self.spans[max(index - 4, 0) : index] if other[1] > start]

    def touches(self, start: int, end: int) -> bool:
        """Whether a taken stretch overlaps this one."""
        index = bisect_left(self.starts, end)
        return any(self.spans[i][1] > start for i in range(max(index - 4, 0), index)) if index else False

    def covers(self, start: int, end: int) -> bool:
        """Whether a taken stretch contains this one."""
        return any(other[0] <= start and end <= other[1] for other in self._near(start, end))

    def crosses(self, start: int, end: int) -> bool:
        """Whether a taken stretch overlaps this one and sticks out of it."""
        return any(not (start <= other[0] and other[1] <= end) for other in self._near(start, end))


def _claim(
    document: Document,
    start: int,
    end: int,
    name: str,
    type_: _Type,
    aliases: tuple[str, ...] = (),
    label: str | None = None,
    scope: Scope = _ANY,
) -> Claim:
    stance = _stance(document.text, start, end)
    quoted = stance != "scare" and document.is_quoted(start)
    value = NamedGroup(name, type_, aliases, label, "quoted" if quoted else "outlet", stance)
    return Claim("group", Span(start, end), document.text[start:end], value, scope, None, _SURE)


def _stance(text: str, start: int, end: int) -> str | None:
    """Return the distance that the outlet marks: "so-called", or quotation marks around the words alone."""
    if not start:
        return None
    if text[max(start - 20, 0) : start].endswith(_DISTANCED):
        return "so-called"
    return "scare" if text[start - 1] + text[end : end + 1] in _SCARE else None
