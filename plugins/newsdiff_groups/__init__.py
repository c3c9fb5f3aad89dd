"""The groups of an article, as claims of the kind "group"."""

from collections.abc import Iterable

from newsdiff import Claim, ClaimKind, Document, hookimpl
from newsdiff_groups._alias import same_group as same_group
from newsdiff_groups._find import claims
from newsdiff_groups._kind import kind


@hookimpl
def newsdiff_claim_kinds() -> Iterable[ClaimKind]:
    """Declare the kind "group"."""
    return (kind(),)


@hookimpl
def newsdiff_extract(document: Document) -> Iterable[Claim]:
    """Return every group in *document*."""
    return claims(document)
