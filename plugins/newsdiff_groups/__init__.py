"""The groups of an article, as claims of the kind "group"."""

from collections.abc import Iterable

from newsdiff import Claim, ClaimKind, Document, NamedGroup, hookimpl
from newsdiff_groups._alias import same_group
from newsdiff_groups._find import claims


@hookimpl
def newsdiff_claim_kinds() -> Iterable[ClaimKind]:
    """Declare the kind "group"."""
    return (ClaimKind("group", NamedGroup),)


@hookimpl
def newsdiff_extract(document: Document) -> Iterable[Claim]:
    """Return every group in *document*."""
    return claims(document)


