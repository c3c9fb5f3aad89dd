"""The quotations of an article, as claims of the kind "quote"."""

from collections.abc import Iterable

from newsdiff import Claim, ClaimKind, Document, Quotation, hookimpl
from newsdiff_quotes import _alike, _compare, _extract, _parts


@hookimpl
def newsdiff_claim_kinds() -> Iterable[ClaimKind]:
    """Declare the kind "quote"."""
    kind = ClaimKind(
        "quote",
        Quotation,
        key=_alike.key,
        similarity=_alike.similarity,
        merge=_compare.merge,
        compare=_compare.compare,
        topic=_compare.topic,
        context=0.15,
        omission=_compare.omission,
        parts=_parts.parts,
    )
    return (kind,)


@hookimpl
def newsdiff_extract(document: Document) -> Iterable[Claim]:
    """Return every quotation in *document*."""
    return _extract.extract(document)
