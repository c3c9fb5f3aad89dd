"""The kind "date": how its claims are keyed, weighed, merged and compared."""

from newsdiff import ClaimKind, Timex
from newsdiff_dates import _compare, _doubts, _features

KIND = ClaimKind(
    "date",
    Timex,
    key=_compare.key,
    similarity=_compare.similarity,
    merge=_compare.merge,
    compare=_compare.compare,
    context=1.0,
    unusual=_features.unusual,
    features=_features.FEATURES,
    doubts=_doubts.DOUBTS,
)
