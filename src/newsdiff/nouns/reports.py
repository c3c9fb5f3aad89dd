"""The nouns of a result: event match, findings, report on two articles, report on many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Self

from attrs import evolve, field, frozen, validators

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.converters import as_tuple
from newsdiff.nouns.display import Rendered
from newsdiff.nouns.kinds import Edit
from newsdiff.nouns.problems import Problem


@frozen
class EventMatch:
    """Whether two articles report one event; ``decided`` is False where there was too little text to tell."""

    same: bool
    decided: bool
    score: float = field(validator=[validators.ge(0), validators.le(1)])
    reasons: tuple[str, ...] = field(default=(), converter=as_tuple)


@frozen
class Finding:
    """Two aligned claims (or one without counterpart) and what was found; base of what a report lists."""

    RELATIONS: ClassVar[tuple[str, ...]] = ()

    kind: str
    relation: str = field()
    left: Claim | None
    right: Claim | None
    importance: int = field(default=1, validator=[validators.ge(1), validators.le(3)])
    confidence: float = 1.0
    """The probability that an editor would call it right: fitted on differences that readers judged (a difference), or
    how surely both claims are of one thing and read right (an agreement)."""
    reason: str = ""
    """One plain sentence with both outlets' names and wordings."""
    alignment: float = 1.0
    """How sure the engine is that both claims are about one thing."""
    extraction: float = 1.0
    """How sure the extractors are of the two claims."""
    edits: tuple[Edit, ...] = field(default=(), converter=as_tuple)
    """Word-level differences, for quotations."""

    @relation.validator
    def _known(self, _: object, relation: str) -> None:
        if relation not in self.RELATIONS:
            raise ValueError(f"relation of {type(self).__name__} must be one of {self.RELATIONS}, not {relation!r}")

    def flipped(self) -> Self:
        """Return the finding as seen from the other article; the reason stays."""
        return evolve(self, left=self.right, right=self.left, edits=tuple(edit.flipped() for edit in self.edits))


@frozen
class Discrepancy(Finding):
    """A disagreement between two articles, each with its exact words; never a judgement of who is right."""

    RELATIONS: ClassVar = ("conflict", "update", "variation", "unmatched")

    def __str__(self) -> str:
        left, right = (repr(claim.surface) if claim else "—" for claim in (self.left, self.right))
        return f"{self.kind}: {left} vs {right}"


@frozen
class Agreement(Finding):
    """Two aligned claims that agree or are compatible."""

    RELATIONS: ClassVar = ("agree", "compatible")


@frozen
class HeldBack(Finding):
    """What was looked at and not reported, with the reason.

    "tension", "incomparable": no difference of one thing; "conflict", "update", "variation": a difference that is less
    likely real than what a report shows; "unmatched": what one article alone tells, and few readers would miss.
    """

    RELATIONS: ClassVar = ("tension", "incomparable", "conflict", "update", "variation", "unmatched")

    @property
    def differs(self) -> bool:
        """Whether it is a difference that is not likely enough: no omission, and no pair that cannot be compared."""
        return self.relation in ("conflict", "update", "variation")


@frozen
class Report(Rendered):
    """How two articles disagree."""

    left: Article
    right: Article
    event: EventMatch
    discrepancies: tuple[Discrepancy, ...] = field(default=(), converter=as_tuple)
    """Gravest first."""
    agreements: tuple[Agreement, ...] = field(default=(), converter=as_tuple)
    held_back: tuple[HeldBack, ...] = field(default=(), converter=as_tuple)
    """Differences first, the surest of them first."""
    problems: tuple[Problem, ...] = field(default=(), converter=as_tuple)
    forced: bool = False
    """The caller said that both report one event, so the gate did not decide."""
    weights: tuple[str, str] | None = None
    """Name and hash of the file of fitted weights that the probabilities rest on."""
    threshold: float | None = None
    """The confidence from which differences are shown, where the caller set one for all kinds."""
    unpaired: Mapping[str, tuple[int, int]] = field(factory=dict, hash=False)
    """Kind to how many facts of the left and of the right article found no partner: no verdict rests on them."""

    @property
    def incomplete(self) -> tuple[Problem, ...]:
        """Problems because of which an empty result proves nothing."""
        return tuple(problem for problem in self.problems if problem.severity == "incomplete")

    @property
    def compared(self) -> bool:
        """Whether the claims were compared at all: one event, or the caller insisted."""
        return self.event.same or self.forced

    def flipped(self) -> Report:
        """Return the report with the articles swapped."""
        return evolve(
            self,
            left=self.right,
            right=self.left,
            discrepancies=tuple(item.flipped() for item in self.discrepancies),
            agreements=tuple(item.flipped() for item in self.agreements),
            held_back=tuple(item.flipped() for item in self.held_back),
            unpaired={kind: (right, left) for kind, (left, right) in self.unpaired.items()},
        )


@frozen
class Fact:
    """One thing that several articles speak about: a row of the matrix facts x outlets."""

    key: str
    kind: str
    claims: tuple[Claim | None, ...] = field(converter=as_tuple)
    """One per article, in the order of the articles; None is silence."""
    groups: tuple[tuple[int, ...], ...] = field(default=(), converter=as_tuple)
    """Indexes of the articles whose values are compatible, largest group first."""
    disputed: bool = False
    independent: int = 0
    """Count of independent sources: copies and shared agency text count once."""
    outliers: tuple[int, ...] = field(default=(), converter=as_tuple)
    """Indexes of the articles outside the largest group."""


@frozen
class EventReport(Rendered):
    """How many articles on one event disagree."""

    articles: tuple[Article, ...] = field(converter=as_tuple)
    facts: tuple[Fact, ...] = field(default=(), converter=as_tuple)
    reports: tuple[Report, ...] = field(default=(), converter=as_tuple)
    """One per compared pair, in the order of the articles."""
    problems: tuple[Problem, ...] = field(default=(), converter=as_tuple)
    copies: Mapping[int, int] = field(factory=dict, hash=False)
    """Index of an article that reprints another one, to the index of that one."""
    unrelated: tuple[int, ...] = field(default=(), converter=as_tuple)
    """Indexes of articles that report another event."""

    @property
    def incomplete(self) -> tuple[Problem, ...]:
        """Problems because of which an empty result proves nothing."""
        return tuple(problem for problem in self.problems if problem.severity == "incomplete")
