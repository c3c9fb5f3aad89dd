"""Claims: something an article says, its exact words, and the scope that tells what it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from attrs import field, frozen

from newsdiff.nouns.converters import as_tuple
from newsdiff.nouns.errors import ClaimError
from newsdiff.nouns.spans import HasText, Span
from newsdiff.nouns.values import Happening, Timex

Status = Literal["asserted", "reported", "hypothetical", "denied"]
Part = Literal["part", "total"]


class _FoundOnDemand:
    """Base of Scope: a field that costs much to find is found when it is first read, which most never are."""

    __slots__ = ("_finders",)
    _finders: dict[str, Callable[[], Any]]

    def __getattr__(self, name: str) -> Any:
        if name == "_finders" or name not in self._finders:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        found = self._finders[name]()
        object.__setattr__(self, name, found)
        return found


@frozen
class Scope(_FoundOnDemand):
    """What a claim is about; two claims whose scopes clash are never compared."""

    place: str | None = None
    time: Timex | None = None
    event: tuple[str, ...] = field(default=(), converter=as_tuple)
    """Content lemmas of the clause."""
    holder: str | None = None
    """Of whom or what ("of the rebels")."""
    part: Part | None = None
    background: bool = False
    status: Status = "asserted"
    happening: Happening | None = None
    """Of a time: what it dates."""


NO_SCOPE = Scope()


def found_on_demand(scope: Scope, **fields: Callable[[], Any]) -> Scope:
    """Let a scope that was just made find these fields when they are first read, and return it.

    As in ``signed``, nobody has seen the scope yet. Whoever reads it, compares it or pickles it sees the fields.
    """
    object.__setattr__(scope, "_finders", fields)
    for name in fields:
        object.__delattr__(scope, name)
    return scope


@frozen
class Claim:
    """Something an article says, with the exact words: ``surface == text[span.start:span.end]``."""

    kind: str
    span: Span
    surface: str
    value: Any = None
    scope: Scope = field(default=NO_SCOPE, repr=False)
    attribution: str | None = None
    """Who vouches for the claim inside the article, or None for the outlet itself."""
    confidence: float = field(default=1.0)
    """How sure the extractor is, 0 to 1."""
    plugin: str = field(default="", repr=False)
    """Entry-point name of the plugin that found it; written by the core."""
    topic: str | None = field(default=None, repr=False)
    """What it is about, in words for a reader, as its kind says; written by the core."""

    @confidence.validator  # of all fields in one: claims are made by the thousand
    def _check(self, _: object, confidence: float) -> None:
        if not self.kind:
            raise ClaimError("a claim needs a kind", (self.span.start, self.span.end))
        if not 0 <= confidence <= 1:
            raise ClaimError(f"confidence must be between 0 and 1: {confidence}", (self.span.start, self.span.end))

    @classmethod
    def at(cls, source: HasText, span: Span | tuple[int, int], *, kind: str, value: Any = None, **fields: Any) -> Claim:
        """Build a claim on *source* (anything with ``text``); the surface is read, not passed.

        Raises ClaimError when the span does not lie inside the text.

        >>> from newsdiff import Article
        >>> Claim.at(Article("At least 42 died."), Span(9, 11), kind="number", value=42).surface
        '42'
        """
        if not isinstance(span, Span):
            span = Span(*span)
        if span.end > len(source.text):
            raise ClaimError(
                f"span {span} ends after the text, which has {len(source.text)} characters", (span.start, span.end)
            )
        return cls(kind, span, source.text[span.start : span.end], value, **fields)


def replaced(
    claim: Claim, *, scope: Scope | None = None, attribution: str | None = None, plugin: str | None = None
) -> Claim:
    """Return *claim* with these fields set where given; ``attrs.evolve`` in a third of the time, for every claim."""
    return Claim(
        claim.kind,
        claim.span,
        claim.surface,
        claim.value,
        claim.scope if scope is None else scope,
        claim.attribution if attribution is None else attribution,
        claim.confidence,
        claim.plugin if plugin is None else plugin,
        claim.topic,
    )


def signed(claim: Claim, plugin: str, topic: str | None) -> Claim:
    """Write the plugin's name and the topic on a claim that the plugin has just made, and return it.

    The one place where a claim is written to after its birth: nobody but the plugin has seen it, and a copy of every
    claim would cost as much as finding some of them does.
    """
    object.__setattr__(claim, "plugin", plugin)
    object.__setattr__(claim, "topic", topic)
    return claim
