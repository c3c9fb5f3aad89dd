"""What a claim of a built-in kind says: one value class per kind.

The names follow the field: TIMEX3 (ISO-TimeML) for dates, source/cue/content for quotations (PARC, PolNeAR),
value/modifier/unit/concept for quantities (CQE).
"""

from datetime import datetime
from typing import Literal

from attrs import field, frozen, validators

from newsdiff.converters import as_tuple
from newsdiff.spans import Span

QuotationForm = Literal["direct", "mixed", "indirect", "scare"]
CueStance = Literal["neutral", "claiming", "conceding", "denying"]
Modifier = Literal["=", "~", "near", "<", "<=", ">", ">="]
Change = Literal["up", "down"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
GroupType = Literal["ORG", "NORP", "GPE", "DESC", "LABEL"]
Voice = Literal["outlet", "quoted"]
Bounds = tuple[float | None, float | None]


@frozen
class Quotation:
    """Words ascribed to a source; the claim's span is the content without its marks."""

    form: QuotationForm = field(validator=validators.in_(("direct", "mixed", "indirect", "scare")))
    content: str
    speaker: str | None = None
    """Full name as resolved inside the article, without title."""
    speaker_span: Span | None = None
    """The mention beside the cue; may be a pronoun or a nominal."""
    cue: str | None = None
    channel: str | None = None
    """The agency or outlet the words came through ("TASS")."""
    utterance: int | None = None
    """Start of the first piece: one id for all pieces of a split or multi-paragraph quotation."""
    stance: CueStance = "neutral"
    """What the cue adds: "admitted" is conceding, "claimed" claiming."""
    speaker_title: str | None = None
    """Title or role beside the name ("Foreign Minister")."""


def _amount(_: object, __: object, amount: float | tuple[float, float]) -> None:
    if isinstance(amount, tuple):
        low, high = amount
        if not low <= high:
            raise ValueError(f"a stated range must run upwards: {amount}")


@frozen
class Quantity:
    """A number with what it counts or measures.

    ``interval`` is the usual reading (core), ``outer`` the most generous one; None is an open bound.
    """

    amount: float | tuple[float, float] = field(validator=_amount)
    modifier: Modifier = field(default="=", validator=validators.in_(("=", "~", "near", "<", "<=", ">", ">=")))
    change: Change | None = field(default=None, validator=validators.in_((None, "up", "down")))
    unit: str | None = None
    """Unit of measure spelled out ("kilometre"), or the counted noun phrase in the singular ("person")."""
    concept: str | None = None
    """What the quantity is of: an event, a measured thing, a holder ("killed", "net profit")."""
    interval: Bounds = (None, None)
    outer: Bounds = (None, None)


@frozen
class Timex:
    """A temporal expression as TIMEX3 (ISO-TimeML), with the stretch of time it denotes.

    ``earliest`` and ``latest`` are half-open, naive wall-clock datetimes; ``offset`` is minutes from UTC where known.
    """

    type: TimexType = field(validator=validators.in_(("DATE", "TIME", "DURATION", "SET")))
    value: str = field(validator=validators.min_len(1))
    mod: str | None = None
    earliest: datetime | None = None
    latest: datetime | None = None
    offset: int | None = None


@frozen
class NamedGroup:
    """An organisation, people, government or generic label that acts in the article."""

    name: str = field(validator=validators.min_len(1))
    """Canonical name in this article."""
    type: GroupType = field(validator=validators.in_(("ORG", "NORP", "GPE", "DESC", "LABEL")))
    aliases: tuple[str, ...] = field(default=(), converter=as_tuple)
    """Other names that this article itself gives ("formerly ...", an acronym, a short form)."""
    label: str | None = None
    """Class of a framing label ("rebel", "terrorist", "regime"); None never yields a group-label discrepancy."""
    voice: Voice = field(default="outlet", validator=validators.in_(("outlet", "quoted")))
    stance: str | None = None
    """Distance the outlet marks: "so-called" or "scare" (quotation marks)."""


@frozen
class Statement:
    """What a sentence says happened, as far as it can be compared; made by the core, never by a plugin."""

    predicate: str
    """Lemma of the main predicate, or of the status noun ("ceasefire" + "hold")."""
    polarity: bool = True
    agent: str | None = None
    lemmas: tuple[str, ...] = field(default=(), converter=as_tuple)
    """Content lemmas of the sentence."""
    time: Timex | None = None
