"""The numbers of an article, as claims of the kind "number"."""

from collections.abc import Iterable

from newsdiff import Claim, ClaimKind, Document, hookimpl
from newsdiff_numbers import _extract, _kind


@hookimpl
def newsdiff_claim_kinds() -> Iterable[ClaimKind]:
    """Declare the kind "number"."""
    return (_kind.KIND,)


@hookimpl
def newsdiff_extract(document: Document) -> Iterable[Claim]:
    """Return every number in *document*."""
    return list(_extract.extract(document))
