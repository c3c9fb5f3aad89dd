"""The dates of an article, as claims of the kind "date"."""

from collections.abc import Iterable

from newsdiff import Claim, ClaimKind, Document, Timex, hookimpl
from newsdiff_dates import _compare, _extract


@hookimpl
def newsdiff_claim_kinds() -> Iterable[ClaimKind]:
    """Declare the kind "date"."""
    return (
        ClaimKind(
            "date",
            Timex,
            key=_compare.key,
            similarity=_compare.similarity,
            merge=_compare.merge,
            compare=_compare.compare,
            context=1.0,
        ),
    )


@hookimpl
def newsdiff_extract(document: Document) -> Iterable[Claim]:
    """Return every date in *document*."""
    return _extract.claims(document)
