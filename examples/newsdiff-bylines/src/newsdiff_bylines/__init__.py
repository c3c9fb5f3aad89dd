"""Who wrote an article, and from where: a whole plugin in one module."""

import re
from collections.abc import Iterable

from attrs import frozen

from newsdiff import Claim, ClaimKind, Document, Verdict, hookimpl

_NAME = r"[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){1,3}"
_BYLINE = re.compile(rf"By ({_NAME})(?: in ({_NAME}|[A-Z][\w'’-]{{1,30}}))?[ \t]*$", re.MULTILINE)


@frozen
class Byline:
    """A reporter, and the place the report was sent from."""

    author: str
    place: str | None = None


def compare(left: Claim, right: Claim) -> Verdict:
    """One reporter in two places is a conflict; two reporters are nobody's disagreement."""
    one, other = left.value, right.value
    if one.author != other.author:
        return Verdict("incomparable", reason="two reporters")
    if one.place and other.place and one.place != other.place:
        return Verdict("conflict", reason="{left} and {right} place the reporter differently")
    return Verdict("agree" if one == other else "compatible")


def topic(claim: Claim) -> str:
    """A byline is about its reporter: reports print this beside the words, as "Hanne Vik, reporter"."""
    return f"{claim.value.author}, reporter"


@hookimpl
def newsdiff_claim_kinds() -> Iterable[ClaimKind]:
    """Declare the kind "byline"; bylines need no common words around them, so context counts for nothing."""
    return (
        ClaimKind("byline", Byline, compare=compare, topic=topic, key=lambda claim: claim.value.author, context=0.0),
    )


@hookimpl
def newsdiff_extract(document: Document) -> Iterable[Claim]:
    """Return the byline of *document*: a line of its own among its first paragraphs."""
    rows = (paragraph.span for paragraph in document.paragraphs[:4])
    return [
        Claim.at(
            document,
            (row.start + match.start(1), row.start + match.end(1)),
            kind="byline",
            value=Byline(match[1], match[2]),
        )
        for row in rows
        if row.end - row.start < 120 and (match := _BYLINE.match(row.of(document.text)))
    ]
