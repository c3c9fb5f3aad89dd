"""The numbers of an article, as claims of the kind "number"."""

from collections.abc import Iterable

from newsdiff import Claim, ClaimKind, Document, Quantity, hookimpl
from newsdiff_numbers import _compare, _extract, _likeness


@hookimpl
def newsdiff_claim_kinds() -> Iterable[ClaimKind]:
    """Declare the kind "number"."""
    return (
        ClaimKind(
            "number",
            Quantity,
            key=_likeness.key,
            similarity=_likeness.similarity,
            merge=_compare.merge,
            compare=_compare.compare,
            context=0.5,
        ),
    )


@hookimpl
def newsdiff_extract(document: Document) -> Iterable[Claim]:
    """Return every number in *document*."""
    return list(_extract.extract(document))
