"""What speaks for and against two claims being about one thing: features, doubts, and the pair that they look at.

A feature measures a pair; fitted weights turn the measures of all features into a probability. A doubt is a reason, in
words, to keep silent about a pair whose values differ. The core has its own; a kind of claim adds others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, Protocol

from attrs import field, frozen, validators

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim

About = Literal["sameness", "difference"]
Example = tuple[str, str]
"""Two sentences of two articles, each with its claim in square brackets: "[17] people were killed"."""


class ClaimView(Protocol):
    """One claim and what stands around it; read only."""

    @property
    def claim(self) -> Claim:
        """The claim itself."""

    @property
    def article(self) -> Article:
        """The article that makes it."""

    @property
    def sentence(self) -> str:
        """The sentence around it, "" outside the running text."""

    @property
    def before(self) -> Sequence[str]:
        """Lemmas of the content words in front of it, the nearest first, twelve at most."""

    @property
    def after(self) -> Sequence[str]:
        """Lemmas of the content words behind it, the nearest first, twelve at most."""

    @property
    def lemmas(self) -> frozenset[str]:
        """Lemmas of the content words of its sentence."""

    @property
    def row(self) -> Sequence[Claim]:
        """The claims of its kind in its sentence, itself among them, by place."""

    @property
    def fellows(self) -> Sequence[Claim]:
        """The claims of its kind in the article, itself among them, by place."""

    @property
    def leads(self) -> bool:
        """Whether it stands in the headline or one of the first sentences."""


class PairView(Protocol):
    """Two claims of one kind in two articles; what looks at it must not depend on which one is on the left."""

    @property
    def left(self) -> ClaimView:
        """The claim of the one article."""

    @property
    def right(self) -> ClaimView:
        """The claim of the other article."""

    @property
    def likeness(self) -> float:
        """How alike the two sentences are, 0 to 1."""


def _examples(value: Any) -> tuple[Example, ...]:
    return tuple((left, right) for left, right in value)


@frozen
class Feature:
    """One measure of a pair, with the words in which a report gives it as a reason, and examples.

    The measure of every *higher* example is above that of every *lower* one; a test holds it to that.
    """

    name: str = field(validator=validators.matches_re(r"[a-z][a-z0-9-]*"))
    measure: Callable[[PairView], float]
    purpose: str
    """In one line, what it measures."""
    high: str = ""
    """What a high measure says, in words that go on from "because": "the same noun is counted"."""
    low: str = ""
    """What a low measure says; "" where it says nothing."""
    about: About = "sameness"
    """Whether it tells if two claims are of one thing (then it must not look at what the values are worth), or if a
    difference between two claims of one thing is real."""
    higher: tuple[Example, ...] = field(default=(), converter=_examples)
    lower: tuple[Example, ...] = field(default=(), converter=_examples)


@frozen
class Doubt:
    """A named reason to hold back a difference, with examples on which it holds and on which it must not."""

    name: str = field(validator=validators.matches_re(r"[a-z][a-z0-9-]*"))
    says: Callable[[PairView], str | None]
    """The reason in words, or None where there is no doubt."""
    purpose: str
    holds: tuple[Example, ...] = field(default=(), converter=_examples)
    not_on: tuple[Example, ...] = field(default=(), converter=_examples)


def feature(
    name: str,
    *,
    high: str = "",
    low: str = "",
    about: About = "sameness",
    higher: Sequence[Example] = (),
    lower: Sequence[Example] = (),
) -> Callable[[Callable[[Any], float]], Feature]:
    """Make a Feature of the function below, whose docstring says what it measures: ``@feature("same-noun", ...)``."""
    return lambda measure: Feature(name, measure, _purpose(measure), high, low, about, tuple(higher), tuple(lower))


def doubt(
    name: str, *, holds: Sequence[Example], not_on: Sequence[Example]
) -> Callable[[Callable[[PairView], str | None]], Doubt]:
    """Make a Doubt of the function below it, whose docstring says what it is for: ``@doubt("adds-up", holds=...)``."""
    return lambda says: Doubt(name, says, _purpose(says), tuple(holds), tuple(not_on))


def _purpose(function: Callable[..., object]) -> str:
    return (function.__doc__ or "").strip().partition("\n")[0]
