"""What a claim of a built-in kind says: one value class per kind.

The names follow the field: TIMEX3 (ISO-TimeML) for dates, source/cue/content for quotations (PARC, PolNeAR),
value/modifier/unit/concept for quantities (CQE).
"""

from datetime import datetime, timedelta
from typing import Literal, get_args

from attrs import field, frozen, validators

from newsdiff.nouns.converters import as_tuple
from newsdiff.nouns.spans import Span

QuotationForm = Literal["direct", "mixed", "indirect", "scare"]
CueStance = Literal["neutral", "claiming", "conceding", "denying"]
Modifier = Literal["=", "~", "near", "<", "<=", ">", ">="]
Change = Literal["up", "down"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
GroupType = Literal["ORG", "NORP", "GPE", "DESC", "LABEL"]
Voice = Literal["outlet", "quoted"]
Modality = Literal["fact", "future", "ability", "open"]
Bounds = tuple[float | None, float | None]
_MODIFIERS, _TIMEX_TYPES, _GROUP_TYPES, _VOICES = map(get_args, (Modifier, TimexType, GroupType, Voice))


@frozen
class Quantity:
    """A number with what it counts or measures.

    ``interval`` is the usual reading (core), ``outer`` the most generous one; None is an open bound.
    """

    amount: float | tuple[float, float]
    modifier: Modifier = "="
    change: Change | None = None
    unit: str | None = None
    """Unit of measure spelled out ("kilometre"), or the counted noun phrase in the singular ("person")."""
    concept: str | None = None
    """What the quantity is of: an event, a measured thing, a holder ("killed", "net profit")."""
    interval: Bounds = (None, None)
    outer: Bounds = field(default=(None, None))

    @outer.validator  # of all fields in one: values are made by the thousand
    def _check(self, _: object, __: object) -> None:
        if isinstance(self.amount, tuple) and not self.amount[0] <= self.amount[1]:
            raise ValueError(f"a stated range must run upwards: {self.amount}")
        if self.modifier not in _MODIFIERS:
            raise ValueError(f"modifier must be one of {' '.join(_MODIFIERS)}: {self.modifier!r}")
        if self.change not in (None, "up", "down"):
            raise ValueError(f"change must be 'up', 'down' or None: {self.change!r}")


@frozen
class Timex:
    """A temporal expression as TIMEX3 (ISO-TimeML), with the stretch of time it denotes.

    ``earliest`` and ``latest`` are half-open, naive wall-clock datetimes; ``offset`` is minutes from UTC where known.
    """

    type: TimexType
    value: str
    mod: str | None = None
    earliest: datetime | None = None
    latest: datetime | None = None
    offset: int | None = field(default=None)

    def overlaps(self, other: "Timex") -> bool:
        """Tell whether two stretches of time share a moment; one that is not known shares none."""
        gap = self.gap(other)
        return gap is not None and gap < timedelta()

    def gap(self, other: "Timex") -> timedelta | None:
        """Return how far two stretches of time lie apart, None where one is not known; below zero they overlap.

        >>> from datetime import datetime as at
        >>> monday = Timex("DATE", "2026-03-02", None, at(2026, 3, 2), at(2026, 3, 3))
        >>> friday = Timex("DATE", "2026-03-06", None, at(2026, 3, 6), at(2026, 3, 7))
        >>> monday.gap(friday).days, monday.overlaps(friday)
        (3, False)
        """
        if not (self.earliest and self.latest and other.earliest and other.latest):
            return None
        return max(self.earliest, other.earliest) - min(self.latest, other.latest)

    @offset.validator  # of all fields in one: values are made by the thousand
    def _check(self, _: object, __: object) -> None:
        if self.type not in _TIMEX_TYPES:
            raise ValueError(f"type must be one of {', '.join(_TIMEX_TYPES)}: {self.type!r}")
        if not self.value:
            raise ValueError("a timex needs a value")


TimeRole = Literal["day", "announcement", "speech", "deadline", "start", "end", "counted", "noun", "filed"]


@frozen
class Happening:
    """What a time dates: its role in the clause, and the lemmas of what happened then."""

    role: TimeRole
    """day: of a deed or a state, "was shot on Monday"; announcement, speech: of telling of it, "unveiled on Monday",
    "said on Monday"; deadline: "by Monday"; start, end: of a stretch, "since", "until Monday"; counted: from something
    else, "four days before the vote"; noun: part of a name, "the 2019 nomination", "Monday's vote"; filed: when a
    picture was taken or a page written."""
    words: tuple[str, ...] = field(default=(), converter=as_tuple)
    """Lemmas of the predicate and of the noun that stands beside the time, as far as there are such."""


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
    occasion: Timex | None = None
    """When the words were said, where the article dates them back ("said in March 2014"); PAST_REF: it only says that
    they are older ("once said"). None: nothing of the kind, so they read as said now."""
    speaker_id: int | None = field(default=None, eq=False)
    """Where the article first names the speaker: one number for a person, however each mention is worded."""
    speaker_reading: str | None = field(default=None, eq=False)
    """How the speaker was read: where the mention stands and what it is ("behind, pronoun")."""
    speaker_certainty: float | None = field(default=None, eq=False)
    """Probability that the speaker is read right, as measured for that way of reading; None without a speaker."""
    context: str | None = field(default=None, eq=False, repr=False)
    """Words around the content, some hundred characters at most: the rest of an utterance in several pieces or
    sentences, or the outlet's own sentence around a fragment."""


@frozen
class NamedGroup:
    """An organisation, people, government or generic label that acts in the article."""

    name: str
    """Canonical name in this article."""
    type: GroupType
    aliases: tuple[str, ...] = field(default=(), converter=as_tuple)
    """Other names that this article itself gives ("formerly ...", an acronym, a short form)."""
    label: str | None = None
    """Class of a framing label ("rebel", "terrorist", "regime"); None never yields a group-label discrepancy."""
    voice: Voice = "outlet"
    stance: str | None = field(default=None)
    """Distance the outlet marks: "so-called" or "scare" (quotation marks)."""

    @stance.validator  # of all fields in one: values are made by the thousand
    def _check(self, _: object, __: object) -> None:
        if not self.name:
            raise ValueError("a group needs a name")
        if self.type not in _GROUP_TYPES:
            raise ValueError(f"type must be one of {', '.join(_GROUP_TYPES)}: {self.type!r}")
        if self.voice not in _VOICES:
            raise ValueError(f"voice must be one of {', '.join(_VOICES)}: {self.voice!r}")


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
    modality: Modality = field(default="fact", validator=validators.in_(("fact", "future", "ability", "open")))
    """Whether it is said of what is, of what will be, of what can be, or of what may be."""
    patient: str | None = None
    """Lemmas of who or what it is done to, as far as that is the subject: "Keller was cleared"."""
