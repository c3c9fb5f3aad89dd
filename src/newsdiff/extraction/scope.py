"""Scope: what each claim is about. Filled by the core from the words around a claim and the other claims in reach.

Most false alarms come from comparing claims about different things: the toll of this quake and of the one in 2004, the
dead in one town and in the region, what happened and what may happen. A scope can veto such a pair.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import cached_property, partial
from typing import Generic, TypeVar

import regex

from newsdiff.extraction.vouchers import voucher
from newsdiff.language.english import lexicon
from newsdiff.language.frames import COMPARED, Clause, Frame, compares
from newsdiff.language.happening import happening
from newsdiff.language.places import countries
from newsdiff.nouns.claims import Claim, Scope, Status, found_on_demand, replaced
from newsdiff.nouns.spans import Span
from newsdiff.nouns.values import Quotation, Timex
from newsdiff.page.document import Document

_NAME_BEFORE = regex.compile(r"((?:\p{Lu}[\p{L}'’.-]+ ){1,4}\p{Lu}[\p{L}'’-]+), (?:aged |age )?$")
_NAME_AFTER = regex.compile(
    r"(?:-| )years?(?:-| )old,? (?:[\p{Ll}-]+ ){0,3}((?:\p{Lu}[\p{L}'’.-]+ ){0,3}\p{Lu}[\p{L}'’-]+)"
)
# "police said on Wednesday", "told reporters late on Friday": the time of speaking, not of what is told.
_SPOKE_ON = re.compile(
    rf"\b{lexicon.pattern('utterance-verb')}"
    r"(?: [a-z]{2,12}){0,2}(?: (?:late|early|on|in|at|by))?(?: (?:the|a))? ?$"
)
_SPOKE = 50  # guess: code points before a time in which a verb of speaking stands
# A noun right behind a bare year: the year is its name.
_NOUN_BEHIND = re.compile(rf"(?<=[0-9]{{4}}) (?!{lexicon.pattern('phrase-opener')} )[a-z]{{4,}}")
_WAYS = tuple(f" {word} " for word in lexicon.words("way-preposition"))
_ADVERBIAL = re.compile(
    r"(?:i(?<!\w.)n|I(?<!\w.)n|a(?<!\w.)t|d(?<!\w.)uring|s(?<!\w.)ince)"
    r" (?:(?:the|an?) (?:(?!by |that |which |who )[\w'’-]+ ){0,4}(?:of )?)?$"
)
_OLD_NEWS = timedelta(days=45)  # guess: what ended that long before publication is background
_DAYS = timedelta(days=2)  # guess: a longer time is no day of the news
_QUARTER = timedelta(days=92)  # defined by the calendar: the longest quarter
_T = TypeVar("_T")


# How far around a claim its scope is sought, in code points: a "sentence" of a megabyte is a hostile one.
_SCOPE_REACH = 400
# How many sentences a piece of history runs on without naming its time again, and how early a time must stand to open
# one, in code points.
_CARRY = 3  # guess
_OPENING = 40  # guess
_SCENE = re.compile(
    r"(?:[IO]n|[Ss]ince|[Dd]uring|[Bb]ack in|[Bb]y|[Ll]ast|[A-Z][a-z]+ (?:years?|decades?) (?:ago|earlier|before))\b"
)
_TAIL = 15  # guess: code points; a time nearer to the end of its sentence sets no scene
# History is told in the past: "The government has sent 600 troops" is news again.
_PRESENT = re.compile(r" (?:has|have|is|are|will) ")


class _Placed(Generic[_T]):
    """Things with a place in the text, to be found around a claim."""

    def __init__(self, items: Sequence[tuple[Span, _T]]) -> None:
        self._items = items
        self._starts = [span.start for span, _ in items]

    def __bool__(self) -> bool:
        return bool(self._items)

    def first_in(self, span: Span) -> _T | None:
        """Return the first thing that starts in *span*."""
        low = bisect_left(self._starts, span.start)
        return self._items[low][1] if low < len(self._starts) and self._starts[low] < span.end else None

    def place_in(self, span: Span) -> Span | None:
        """Return where the first thing that starts in *span* stands."""
        low = bisect_left(self._starts, span.start)
        return self._items[low][0] if low < len(self._starts) and self._starts[low] < span.end else None

    def any_in(self, span: Span) -> bool:
        """Tell whether anything starts in *span*."""
        return self.first_in(span) is not None

    def nearest(self, claim: Span, clause: Span, sentence: Span, asides: Sequence[Span] = ()) -> _T | None:
        """Return what stands nearest to the claim, in its clause or else in its sentence, but not in an aside."""
        if not self._items:
            return None
        low = bisect_left(self._starts, max(sentence.start, claim.start - _SCOPE_REACH))
        high = bisect_left(self._starts, min(sentence.end, claim.end + _SCOPE_REACH), low)
        if low == high:
            return None
        near = [item for item in self._items[low:high] if not item[0].overlaps(claim)]
        for aside in asides:
            if not aside.contains(claim):
                near = [item for item in near if not aside.contains(item[0])]
        if not near:
            return None
        return min(near, key=lambda item: (not clause.contains(item[0]), abs(item[0].start - claim.start)))[1]


class _Scoper:
    """Fills the scopes of one document's claims; everything found for a sentence is found once."""

    def __init__(self, document: Document, claims: Sequence[Claim], unscoped: Collection[str]) -> None:
        self.document, self._unscoped = document, unscoped
        self.text = document.text
        self.claims = sorted(claims, key=lambda claim: claim.span.start)
        self._frames: dict[int, Frame] = {}
        self._history: dict[int, bool] = {}
        self._vouchers: dict[int, str | None] = {}
        published = document.article.published
        self._year = published.year if published else None

    @cached_property
    def times(self) -> _Placed[Timex]:
        """Date claims that denote a stretch of time."""
        values = ((claim.span, claim.value) for claim in self.claims)
        timed = ((span, value) for span, value in values if isinstance(value, Timex) and value.earliest)
        return _Placed(
            [
                (span, value)
                for span, value in timed
                if not self._of_a_noun(span) and not (self._is_old(value) and self._is_compared(span))
            ]
        )

    def _is_compared(self, span: Span) -> bool:
        """Whether the news is only compared with a time: "the highest since 1994"."""
        return compares(self.text, max(0, span.start - COMPARED), span.start)

    def _of_a_noun(self, span: Span) -> bool:
        """Whether a time belongs to a noun and not to the clause: "hit by the tsunami of 2004", "the 2004 tsunami".

        "Killed in the derailment of 2020" and "in 2020" tell when.
        """
        if _ADVERBIAL.search(self.text, max(0, span.start - COMPARED), span.start):
            return False
        if self.text.endswith((" of ", " of the "), max(0, span.start - 8), span.start):
            return True
        return _NOUN_BEHIND.match(self.text, span.end, span.end + 40) is not None

    @cached_property
    def places(self) -> _Placed[str]:
        """Places that the paragraphs with claims name, without those that somebody only comes from or goes to."""
        scoped = (claim.span.start for claim in self.claims if claim.kind not in self._unscoped)
        return _Placed([item for item in self.document.places_beside(scoped) if not self._passing(item[0].start)])

    def _passing(self, at: int) -> bool:
        return self.text.endswith(_WAYS, max(0, at - 10), at)

    @cached_property
    def quotations(self) -> list[Claim]:
        """Attributed quotations, by place."""
        return [claim for claim in self.claims if isinstance(claim.value, Quotation) and claim.value.form != "scare"]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [claim.span.start for claim in self.quotations]

    @cached_property
    def _old(self) -> datetime | None:
        published = self.document.article.published
        if published is None:
            return None
        day = published if isinstance(published, datetime) else datetime.combine(published, datetime.min.time())
        return day.replace(tzinfo=None) - _OLD_NEWS

    def scoped(self, claim: Claim) -> Claim:
        """Return *claim* with scope and attribution; what its plugin set is kept."""
        sentence = self.document.sentence_at(claim.span.start)
        if sentence is None or sentence.end <= claim.span.start:
            return claim
        if claim.kind in self._unscoped:
            return self._vouched(claim, sentence)
        frame = self._frames.get(sentence.start)
        if frame is None:
            frame = self._frames[sentence.start] = Frame(sentence, self.text, self._year)
        clause, given = frame.clause(claim.span.start), claim.scope
        time = given.time or self._time(claim, clause.span, frame)
        # By position, which is faster; the fields stand in the order of the class.
        scope = Scope(
            given.place or self.places.nearest(claim.span, clause.span, sentence),
            time,
            given.event,
            given.holder or self._holder(claim, sentence),
            given.part,
            given.background or self._is_history(claim, clause) or self._is_old(time) or self._carried(sentence),
            given.status if given.status != "asserted" else self._status(claim, clause, sentence),
            given.happening,
        )
        if isinstance(claim.value, Timex) and given.happening is None:
            dated = partial(happening, self.text, sentence, claim.span)
            found_on_demand(scope, happening=dated) if given.event else found_on_demand(
                scope, event=clause.event, happening=dated
            )
        elif not given.event:
            found_on_demand(scope, event=clause.event)
        return replaced(claim, scope=scope, attribution=claim.attribution or self._voucher(claim, sentence))

    def _vouched(self, claim: Claim, sentence: Span) -> Claim:
        """Return *claim* with its attribution alone."""
        source = None if claim.attribution else self._voucher(claim, sentence)
        return claim if source is None else replaced(claim, attribution=source)

    def _is_history(self, claim: Claim, clause: Clause) -> bool:
        """Whether the clause puts a claim in the past, and no time of the news stands nearer.

        "Killed three on Sunday in a region still recovering from the floods of 2004."
        """
        if not clause.history:
            return False
        at = claim.span.start
        past = [abs(start - at) for start, compared in clause.history if not compared or start < at]
        news = (abs(start - at) for start in self._news if clause.span.start <= start < clause.span.end)
        return bool(past) and min(past) < min(news, default=_SCOPE_REACH)

    @cached_property
    def _news(self) -> list[int]:
        """Where days of the news are named; a bare weekday is one even where nobody knows which."""
        days = [
            claim for claim in self.claims if isinstance(claim.value, Timex) and claim.value.type in ("DATE", "TIME")
        ]
        return [claim.span.start for claim in days if self._is_current(claim.value)]

    def _is_current(self, time: Timex) -> bool:
        if time.value.startswith("XXXX-WXX-"):
            return True
        if not (time.earliest and time.latest and self._old):
            return False
        return self._old < time.latest and time.latest - time.earliest <= _DAYS

    def _carried(self, sentence: Span) -> bool:
        """Whether the sentence goes on with history that one before it opened: "In 2004 ... Five people died." """
        known = self._history.get(sentence.start)
        if known is None:
            known = self._history[sentence.start] = self._goes_on(sentence)
        return known

    def _goes_on(self, sentence: Span) -> bool:
        if self._old is None or not self.times or self.times.any_in(sentence):
            return False
        if _PRESENT.search(self.text, sentence.start, min(sentence.end, sentence.start + _SCOPE_REACH)):
            return False
        index = bisect_left(self._sentence_starts, sentence.start)
        for before in reversed(self.document.sentences[max(0, index - _CARRY) : index]):
            if before.start < self._lead_end:
                return False
            if self._opens_history(before, sentence):
                return True
            if self.times.any_in(before):
                return False
        return False

    def _opens_history(self, before: Span, sentence: Span) -> bool:
        """Whether a sentence sets an old scene for those behind it: "In 2004 a storm hit the coast."

        A time at its end sets none ("He was arrested in 2023."), and one scene seldom outlasts its paragraph.
        """
        opening = Span(before.start, min(before.end, before.start + _OPENING))
        first = self.times.first_in(opening)
        if not (first and first.latest and self._old and first.latest < self._old - _QUARTER):
            return False  # "In March the minister resigned" sets no scene of its own
        if _SCENE.match(self.text, before.start):
            return True
        place = self.times.place_in(opening)
        return (
            place is not None and before.end - place.end > _TAIL and "\n" not in self.text[before.end : sentence.start]
        )

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.document.sentences]

    @cached_property
    def _lead_end(self) -> int:
        """Where the lead ends: history that opens there is the subject of the article."""
        sentences = self.document.sentences
        return sentences[min(len(sentences), 3) - 1].end if sentences else 0

    def _time(self, claim: Claim, clause: Span, frame: Frame) -> Timex | None:
        if isinstance(claim.value, Timex):
            return None  # its value says it
        return self.times.nearest(claim.span, clause, frame.sentence, frame.asides)

    def _status(self, claim: Claim, clause: Clause, sentence: Span) -> Status:
        """The clause's status; a time that tells when somebody spoke is "reported": it dates no event."""
        if isinstance(claim.value, Timex):
            before = self.text[max(sentence.start, claim.span.start - _SPOKE) : claim.span.start]
            if _SPOKE_ON.search(before):
                return "reported"
        return clause.status if claim.span.start >= clause.since else "asserted"

    def _holder(self, claim: Claim, sentence: Span) -> str | None:
        """Whose age it is: "Ana Ruiz, 23," or "the 23-year-old Ana Ruiz"."""
        if not claim.surface[:1].isdigit():
            return None
        if self.text.endswith((", ", ", aged ", ", age "), sentence.start, claim.span.start):
            before = _NAME_BEFORE.search(self.text[max(sentence.start, claim.span.start - 60) : claim.span.start])
            if before:
                return str(before.group(1))
        digits = claim.span.start + len(claim.surface[:40]) - len(claim.surface[:40].lstrip("0123456789"))
        if not self.text.startswith(("-year", " year"), digits):
            return None
        after = _NAME_AFTER.match(self.text[digits : min(sentence.end, digits + 90)])
        return str(after.group(1)) if after else None

    def _voucher(self, claim: Claim, sentence: Span) -> str | None:
        """Who vouches for a claim: its speaker, that of the quotation around it, or whom the sentence names."""
        if isinstance(claim.value, Quotation):
            return _source(claim.value)
        index = bisect_right(self._quotation_starts, claim.span.start) - 1
        if index >= 0 and (quotation := self.quotations[index]).span.contains(claim.span):
            return _source(quotation.value)
        if sentence.start not in self._vouchers:
            self._vouchers[sentence.start] = voucher(self.text, sentence)
        return self._vouchers[sentence.start]

    def _is_old(self, time: Timex | None) -> bool:
        if not (time and time.latest and self._old):
            return False
        # A quarter's figures are news for longer than what happened on a day.
        return time.latest < (self._old - _QUARTER if "-Q" in time.value else self._old)


def _source(quotation: Quotation) -> str | None:
    return quotation.speaker or quotation.channel


def scoped(document: Document, claims: Sequence[Claim], unscoped: Collection[str] = frozenset()) -> list[Claim]:
    """Return *claims* with their scope and attribution filled in; what a plugin set is kept.

    Claims of the kinds *unscoped* are about no time, place or status: they only get their attribution.
    """
    scoper = _Scoper(document, claims, unscoped)
    return [scoper.scoped(claim) for claim in claims]


# Times of one event may differ by some days between outlets (zones, "late on Thursday"); more is another event.
_SAME_TIME = timedelta(days=3)


def clash(a: Scope, b: Scope) -> str | None:
    """Return in words why claims of these two scopes are not about one thing, or None."""
    if a.background != b.background and not _one_time(a.time, b.time):
        return "one is news, the other background"
    if a.status != b.status and "asserted" in (a.status, b.status) and "reported" not in (a.status, b.status):
        return f"one is said to be so, the other is {a.status if b.status == 'asserted' else b.status}"
    if a.holder and b.holder and a.holder.split()[-1].casefold() != b.holder.split()[-1].casefold():
        return f"one is of {a.holder}, the other of {b.holder}"
    if {a.part, b.part} == {"part", "total"}:
        return "one is a part, the other the total"
    if a.time and b.time and (gap := a.time.gap(b.time)) is not None and gap > _SAME_TIME:
        return f"one is of {a.time.value}, the other of {b.time.value}"
    return None


def _one_time(a: Timex | None, b: Timex | None) -> bool:
    """Tell whether two times meet: whatever the one calls history is then what the other calls news."""
    return a is not None and b is not None and a.overlaps(b)


def elsewhere(a: Scope, b: Scope) -> bool:
    """Tell whether both scopes name a place below a country, and not the same one."""
    if not a.place or not b.place:
        return False
    left, right = a.place.casefold(), b.place.casefold()
    if left in right or right in left:
        return False
    return a.place not in countries() and b.place not in countries()
