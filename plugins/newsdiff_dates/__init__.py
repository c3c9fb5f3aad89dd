"""The dates of an article, as claims of the kind "date"."""

from collections.abc import Iterable

from newsdiff import Claim, ClaimKind, Document, hookimpl
from newsdiff_dates import _extract, _kind


@hookimpl
def newsdiff_claim_kinds() -> Iterable[ClaimKind]:
    """Declare the kind "date"."""
    return (_kind.KIND,)


@hookimpl
def newsdiff_extract(document: Document) -> Iterable[Claim]:
    """Return every date in *document*."""
    return _extract.claims(document)
