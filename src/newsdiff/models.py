"""The nouns: article, claim, scope, kind of claim, and what an extraction holds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from attrs import evolve, field, frozen, validators

from newsdiff.converters import as_frozenset, as_tuple
from newsdiff.display import Rendered, Shown
from newsdiff.errors import ArticleError, ClaimError
from newsdiff.spans import HasText, Span
from newsdiff.values import Timex

Severity = Literal["incomplete", "note"]
Status = Literal["asserted", "reported", "hypothetical", "denied"]
Part = Literal["part", "total"]


def shorten(text: str, width: int = 40) -> str:
    """Return *text* on one line, cut to *width* characters for a ``repr``."""
    start = " ".join(text[: 4 * width].split())
    return repr(start if len(start) <= width and len(text) <= 4 * width else start[: width - 1] + "…")


def _published(value: date | datetime | str | None) -> date | datetime | None:
    if not isinstance(value, str):
        return value
    text = value.strip()
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError as error:
        raise ArticleError(None, f"published is not an ISO date: {value!r}; write 2026-03-12") from error


@frozen
class Article(Shown):
    """One outlet's text on an event; only ``text`` is read, and it is never rewritten.

    Raises ArticleError when a field has the wrong type or *published* is not an ISO date.

    >>> Article("At least 42 people were killed.", outlet="BBC", published="2026-03-12").published
    datetime.date(2026, 3, 12)
    """

    text: str = field(repr=shorten)
    title: str | None = field(default=None, kw_only=True, repr=False)
    outlet: str | None = field(default=None, kw_only=True)
    url: str | None = field(default=None, kw_only=True, repr=False)
    published: date | datetime | None = field(default=None, kw_only=True, converter=_published)
    language: str | None = field(default=None, kw_only=True, repr=False)
    """BCP 47 tag ("en", "en-GB"); None: checked from the text."""
    authors: tuple[str, ...] = field(default=(), kw_only=True, converter=as_tuple, repr=False)
    id: str = field(kw_only=True, repr=False)

    @id.default
    def _content_hash(self) -> str:
        parts = (str(part or "") for part in (self.text, self.outlet, self.url, self.published))
        data = "\x00".join(parts).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(data, digest_size=8).hexdigest()

    @id.validator
    def _check(self, _: object, id_: object) -> None:
        for name in ("text", "id"):
            if not isinstance(getattr(self, name), str):
                raise ArticleError(str(id_), f"{name} must be a string, not {type(getattr(self, name)).__name__}")
        for name in ("title", "outlet", "url", "language"):
            if not isinstance(getattr(self, name), str | None):
                raise ArticleError(str(id_), f"{name} must be a string or None")
        if not isinstance(self.published, date | None):
            raise ArticleError(str(id_), f"published must be a date, not {type(self.published).__name__}")

    @classmethod
    def from_parts(cls, title: str | None, body: str, **fields: Any) -> Article:
        """Return an article whose headline is its first paragraph, as readers make it."""
        head = (title or "").strip()
        text = f"{head}\n\n{body}" if head and not body.lstrip().startswith(head) else body
        return cls(text, title=head or None, **fields)

    @property
    def name(self) -> str:
        """How reports call the article: its outlet, or else its id."""
        return self.outlet or self.id


class _Later:
    """Where a scope keeps how to find its event until somebody asks for it: few ever do."""

    __slots__ = ("_later",)
    _later: Callable[[], tuple[str, ...]]

    def __getattr__(self, name: str) -> Any:
        if name != "event":
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        event = self._later()
        object.__setattr__(self, name, event)
        return event


@frozen
class Scope(_Later):
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


NO_SCOPE = Scope()


def with_event(scope: Scope, event: Callable[[], tuple[str, ...]]) -> Scope:
    """Let a scope that was just made find its event when it is first asked for, and return it.

    As in ``signed``, nobody has seen the scope yet. Whoever reads it, compares it or pickles it sees the event.
    """
    object.__setattr__(scope, "_later", event)
    object.__delattr__(scope, "event")
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
    )


def signed(claim: Claim, plugin: str) -> Claim:
    """Write the plugin's name on a claim that the plugin has just made, and return it.

    The one place where a claim is written to after its birth: nobody but the plugin has seen it, and a copy of every
    claim would cost as much as finding some of them does.
    """
    object.__setattr__(claim, "plugin", plugin)
    return claim


@frozen
class Problem:
    """Something a reader of the result must know.

    Severity "incomplete": something was not looked at, so an empty result proves nothing; "note": everything was.
    """

    code: str
    severity: Severity = field(validator=validators.in_(("incomplete", "note")))
    message: str
    plugin: str | None = None
    article_id: str | None = None

    def __str__(self) -> str:
        return self.message


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


@frozen
class Extraction(Rendered):
    """Every claim found in one article, and what was looked for."""

    article: Article
    claims: tuple[Claim, ...] = field(converter=as_tuple)
    kinds: frozenset[str] = field(converter=as_frozenset)
    """Kinds that were looked for and could be; an absent kind was not, so silence about it means nothing."""
    plugins: Mapping[str, str] = field(factory=dict, hash=False)
    """Entry-point name to version of every plugin that ran."""
    problems: tuple[Problem, ...] = field(default=(), converter=as_tuple)
    memo: dict[str, Any] = field(factory=dict, init=False, eq=False, repr=False)
    """Derived views that the engine keeps with an extraction; no part of its value, never pickled."""

    def __getstate__(self) -> tuple[Any, ...]:
        return (self.article, self.claims, self.kinds, dict(self.plugins), self.problems)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        for name, value in zip(
            ("article", "claims", "kinds", "plugins", "problems", "memo"), (*state, {}), strict=True
        ):
            object.__setattr__(self, name, value)

    def of(self, kind: str) -> tuple[Claim, ...]:
        """Return the claims of one kind, sorted by place."""
        kinds: dict[str, tuple[Claim, ...]] = self.memo.setdefault("claims", {})
        if kind not in kinds:
            kinds[kind] = tuple(claim for claim in self.claims if claim.kind == kind)
        return kinds[kind]

    def with_problems(self, *problems: Problem) -> Extraction:
        """Return the same extraction with more problems."""
        return evolve(self, problems=(*self.problems, *problems))
