"""The claims of the kind "group" in one document."""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff import Claim, Document, NamedGroup, Span
from newsdiff_groups import _labels, _organisations, _peoples
from newsdiff_groups._words import labels


def claims(document: Document) -> Iterator[Claim]:
    """Return the groups of *document*."""
    text = document.text
    names, mentions = _organisations.find(document)
    organisations = {mention.span: mention for mention in mentions}
    taken: list[Span] = []
    for generic in _labels.find(document, names):
        if any(generic.span.start < span.end and span.end > generic.span.end for span in ()):
            continue
        label = labels()[generic.head]
        inside = [span for span in organisations if generic.span.contains(span)]
        if any(span.overlaps(generic.span) and not generic.span.contains(span) for span in organisations):
            continue
        if generic.name is not None:
            for span in inside:
                del organisations[span]
            type_ = "DESC"
        else:
            type_ = "LABEL"
        taken.append(generic.span)
        yield _claim(document, generic.span, NamedGroup(generic.span.of(text), type_, label=label.kind))
    for span, mention in organisations.items():
        yield _claim(document, span, NamedGroup(mention.name, "ORG"))
    for span in _peoples.find(document):
        if not any(span.overlaps(other) for other in organisations):
            yield _claim(document, span, NamedGroup(span.of(text), "NORP"))
    for span, name in _peoples.actors(document):
        if not any(span.overlaps(other) for other in (*organisations, *taken)):
            yield _claim(document, span, NamedGroup(name, "GPE"))


def _claim(document: Document, span: Span, value: NamedGroup) -> Claim:
    return Claim.at(document, span, kind="group", value=value)
