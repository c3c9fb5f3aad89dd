"""The kind "number": how its claims are keyed, weighed, merged and compared."""

from newsdiff import ClaimKind, Quantity
from newsdiff_numbers import _compare, _doubts, _features, _likeness, _topic

KIND = ClaimKind(
    "number",
    Quantity,
    key=_likeness.key,
    similarity=_likeness.similarity,
    merge=_compare.merge,
    compare=_compare.compare,
    topic=_topic.topic,
    context=0.5,
    unusual=_features.unusual,
    features=_features.FEATURES,
    doubts=_doubts.DOUBTS,
)
