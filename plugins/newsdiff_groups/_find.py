"""The claims of the kind "group" in one document."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from newsdiff import Claim, Document, NamedGroup, Span
from newsdiff_groups import _labels, _organisations, _peoples
from newsdiff_groups._resolve import groups
from newsdiff_groups._words import labels

_SO_CALLED = regex.compile(r"(?:so-called|self-styled|self-proclaimed|alleged|purported|dubbed|described as) [\"“‘']?$", regex.I)
_SCARE = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"))


def claims(document: Document) -> Iterator[Claim]:
    """Return the groups of *document*."""
    names, mentions = _organisations.find(document)
    taken = _Taken(mention.span for mention in mentions)
    named = groups(document.text, mentions)
    generics = [
        found
        for found in _labels.find(document, names)
        if not taken.crosses(found.span) and not (found.head in _labels.SPEAKERS and found.name and taken.touches(found.name))
    ]
    outer = _Taken(found.span for found in generics)
    for mention in mentions:
        if not outer.covers(mention.span):
            group = named[mention.name]
            yield _claim(document, mention.span, NamedGroup(group.name, "ORG", group.aliases))
    for found in generics:
        yield _claim(document, found.span, _generic(document, found))
    for span in _peoples.find(document):
        if not taken.touches(span):
            yield _claim(document, span, NamedGroup(span.of(document.text), "NORP"))
    for span, name in _peoples.actors(document):
        if not taken.touches(span) and not outer.touches(span):
            yield _claim(document, span, NamedGroup(name, "GPE"))


class _Taken:
    """Spans that are taken, by place."""

    def __init__(self, spans: object) -> None:
        self.spans: list[Span] = sorted(spans)  # type: ignore[call-overload]
        self.starts = [span.start for span in self.spans]

    def _near(self, span: Span) -> list[Span]:
        from bisect import bisect_left

        index = bisect_left(self.starts, span.end)
        return [other for other in self.spans[max(index - 4, 0) : index] if other.end > span.start]

    def touches(self, span: Span) -> bool:
        """Whether a taken span overlaps *span*."""
        return bool(self._near(span))

    def covers(self, span: Span) -> bool:
        """Whether a taken span contains *span*."""
        return any(other.contains(span) for other in self._near(span))

    def crosses(self, span: Span) -> bool:
        """Whether a taken span overlaps *span* and sticks out of it."""
        return any(not span.contains(other) for other in self._near(span))


def _generic(document: Document, found: _labels.Generic) -> NamedGroup:
    label = labels()[found.head]
    surface = found.span.of(document.text)
    return NamedGroup(" ".join(surface.split()), "LABEL" if found.name is None else "DESC", label=label.kind)


def _claim(document: Document, span: Span, value: NamedGroup) -> Claim:
    from attrs import evolve

    voice = "quoted" if document.is_quoted(span.start) else "outlet"
    stance = _stance(document.text, span)
    if stance == "scare":
        voice = "outlet"
    if voice != "outlet" or stance:
        value = evolve(value, voice=voice, stance=stance)
    return Claim.at(document, span, kind="group", value=value)


def _stance(text: str, span: Span) -> str | None:
    """Return the distance that the outlet marks: "so-called", or quotation marks around the label alone."""
    if _SO_CALLED.search(text, max(span.start - 20, 0), span.start):
        return "so-called"
    before, after = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
    return "scare" if (before, after) in _SCARE else None
