"""The quotes of an article, as claims of the kind "quote"."""

from collections.abc import Iterable

from newsdiff import Claim, ClaimKind, Document, Quotation, hookimpl


@hookimpl
def newsdiff_claim_kinds() -> Iterable[ClaimKind]:
    """Declare the kind "quote"."""
    return (ClaimKind("quote", Quotation),)


@hookimpl
def newsdiff_extract(document: Document) -> Iterable[Claim]:
    """Return every quote in *document*."""
    return ()
