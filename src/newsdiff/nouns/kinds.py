"""Kinds of claims: how claims of one kind are keyed, aligned, merged and compared, and the verdict on two of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Literal

from attrs import field, frozen, validators

from newsdiff.nouns.claims import Claim
from newsdiff.nouns.converters import as_frozenset, as_tuple
from newsdiff.nouns.evidence import Doubt, Feature
from newsdiff.nouns.spans import Span


@frozen
class Edit:
    """One difference between two wordings; spans point into the two articles, None where a side lacks the words."""

    op: Literal["replace", "delete", "insert"]
    left: Span | None
    right: Span | None

    def flipped(self) -> Edit:
        """Return the edit as seen from the other article."""
        op: dict[str, Literal["replace", "delete", "insert"]] = {"delete": "insert", "insert": "delete"}
        return Edit(op.get(self.op, self.op), self.right, self.left)


VerdictRelation = Literal["agree", "compatible", "tension", "variation", "conflict", "incomparable"]


_NEARLY_EQUAL = 0.25  # guess: "up to 60" and 45 are that far apart


@frozen
class Verdict:
    """What a kind's own logic says of two aligned claims.

    "agree", "compatible": an agreement; "variation", "conflict": a discrepancy; "tension", "incomparable": held back.
    """

    relation: VerdictRelation = field(
        validator=validators.in_(("agree", "compatible", "tension", "variation", "conflict", "incomparable"))
    )
    kind: str | None = None
    """Kind of discrepancy ("number-precision"); None: ``<kind>-conflict``."""
    reason: str = ""
    """A clause in plain words that names neither outlet; {left} and {right} stand for the two outlets."""
    importance: int | None = None
    """1 to 3 where the kind knows better than the engine's rule."""
    moves: bool = False
    """Whether the value is of something that moves or gets corrected with time (a toll, the missing, a price): then a
    later article's other value is an update, up or down."""
    apart: float | None = field(default=None, validator=validators.optional([validators.ge(0), validators.le(1)]))
    """How far the two values are from each other, 0 to 1, where the kind can say: what moves much is graver."""
    edits: tuple[Edit, ...] = ()
    topic: str | None = None
    """What the verdict is on, where several pairs of claims may show one thing: the gravest pair tells it."""

    @property
    def agrees(self) -> bool:
        """Whether both values can stand for one: they agree, are compatible, or differ in precision, and not by much.

        "Dozens" says too little of 57 to speak for one thing.
        """
        near = self.apart is None or self.apart <= _NEARLY_EQUAL
        return self.relation in ("agree", "compatible") or (near and (self.kind or "").endswith("-precision"))


Judged = tuple[Claim, Claim, Verdict, float]
"""A pair of claims, the verdict on them, and how sure it is that both are about one thing."""
Overall = Callable[[Sequence[Claim], Sequence[Claim], Callable[[Claim, Claim], float]], Iterable[Judged]]


@frozen
class ClaimKind:
    """A kind of claim and how its claims are keyed, aligned, merged and compared.

    Every callable is optional and must be pure and, where it takes two claims, symmetric (``compare`` mirrored).
    """

    name: str = field(validator=validators.matches_re(r"[a-z][a-z0-9_-]*"))
    type: type = object
    """Class of ``Claim.value``; checked on every claim."""
    languages: frozenset[str] = field(default=frozenset({"en"}), converter=as_frozenset)
    """Primary language subtags that the extractor reads; empty: any language."""
    key: Callable[[Claim], Hashable | None] | None = None
    """Claims with different keys are never compared; None as a key: never compared at all. Default: one key for all."""
    similarity: Callable[[Claim, Claim], float] | None = None
    """0 (about different things: veto) to 1; the engine weighs it with the contexts. Default: the contexts decide."""
    merge: Callable[[Sequence[Claim]], Claim] | None = None
    """The claim that stands for repeats of one fact inside an article. Default: the first."""
    compare: Callable[[Claim, Claim], Verdict] | None = None
    """Default: equal values agree, others conflict."""
    topic: Callable[[Claim], str | None] | None = None
    """What a claim is about, in a few words for a reader: "people killed", a speaker, a group. Asked when the claim has
    been extracted, before its scope is found; kept as ``Claim.topic``. Default: no claim says it."""
    context: float = field(default=0.5, validator=[validators.ge(0), validators.le(1)])
    """How much of the evidence that two claims are about one thing must come from the words around them: 0 (similarity
    decides alone, as for quotations) to 1 (the value says nothing about what it is of, as for dates)."""
    scoped: bool = True
    """Whether the claims are about a time, a place, a status. A group is there before and after the news: its scope
    never vetoes, and as it may be named anew at every mention, one of its names may be paired with several."""
    omission: Callable[[Claim], bool] | None = None
    """Whether a claim that only one article makes may be reported as ``<kind>-omission``. Default: never."""
    parts: Callable[[Claim], Sequence[Claim]] | None = None
    """The claims that are aligned and compared one by one in place of a long one: the sentences of a quotation, each
    with a span inside the claim's. Default: the claim itself."""
    overall: Overall | None = None
    """What the claims of two articles show only together, such as the words that each chooses for one group. Takes all
    claims of the kind on both sides and a function that tells how alike the sentences of two claims are (0 to 1);
    returns pairs of claims, each with a verdict and how sure it is that both are about one thing. A verdict that is no
    discrepancy holds back what aligned claims say of its topic. Default: nothing."""
    unusual: Callable[[Claim], Hashable | None] | None = None
    """The value of a claim where two articles would hardly give it both by chance (214, not 2), else None: claims that
    share one are almost surely of one thing, and from these ``newsdiff calibrate`` learns what sameness looks like."""
    features: tuple[Feature, ...] = field(default=(), converter=as_tuple)
    """What the kind itself knows for and against two claims being of one thing, beside what the core measures."""
    doubts: tuple[Doubt, ...] = field(default=(), converter=as_tuple)
    """Reasons of the kind's own to hold back a difference between two claims that look like one thing."""
