"""Reasons not to hold two statements against each other, each with a name, a purpose and sentences that show it.

Two clauses with opposite predicates, or with different fillers of one slot, are most often about two things. A doubt
says why: another time, another speaker, another of its sort. ``holds`` are pairs of sentences on which it acts,
``not_on`` pairs on which it must not; one test runs them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile
from typing import Literal

from attrs import frozen

from newsdiff.language.alternatives import fillers
from newsdiff.language.opposites import Class
from newsdiff.language.slots import other_object, tokens, two_kinds, two_names, two_objects
from newsdiff.language.stages import two_stages
from newsdiff.language.words import lemma
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.values import Statement, Timex
from newsdiff.statements.telling import anaphoric

Matter = Class | Literal["slot", "ladder", "place"]
"""How two statements differ: by the class of their predicates, or by what fills a slot, a ladder, a place."""
Pairs = tuple[tuple[str, str], ...]
_FILLED = ("slot", "ladder", "place")

# What holds until a day may be otherwise from then on.
_UNTIL = re.compile(r"\b(?:until|till|before|unless)\b")
_EARLIER = re.compile(r"\b(?:an earlier|a previous|an initial|the earlier|the previous)\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:second|third|another|other|neighbou?ring|separate|deputy|vice)\b")
_SUBJECT = 30  # guess: code points of a clause in which its subject stands
# TIMEX3 of a day of the week in an unknown week.
_WEEKDAY = "XXXX-WXX-"


@frozen
class Doubt:
    """One reason why two statements may be of two matters."""

    name: str
    purpose: str
    """What a report prints."""
    test: Callable[[Claim, Claim, Matter], bool]
    holds: Pairs
    not_on: Pairs
    matter: Matter = "event"
    """The matter of the examples."""


DOUBTS: list[Doubt] = []


def doubt(
    name: str, purpose: str, *, holds: Pairs, not_on: Pairs, matter: Matter = "event"
) -> Callable[[Callable[[Claim, Claim, Matter], bool]], Callable[[Claim, Claim, Matter], bool]]:
    """Register a test of two statements as a doubt."""

    def register(test: Callable[[Claim, Claim, Matter], bool]) -> Callable[[Claim, Claim, Matter], bool]:
        DOUBTS.append(Doubt(name, purpose, test, holds, not_on, matter))
        return test

    return register


def doubtful(a: Claim, b: Claim, matter: Matter) -> Doubt | None:
    """Return the first reason why two statements may be of two matters, if any."""
    return next((it for it in DOUBTS if it.test(a, b, matter)), None)


@doubt(
    "history",
    "one tells what was before",
    holds=(("The Dorn bridge was closed two years ago.", "The Dorn bridge was open."),),
    not_on=(("The Dorn bridge was closed.", "The Dorn bridge was open."),),
)
def _history(a: Claim, b: Claim, _: Matter) -> bool:
    return a.scope.background != b.scope.background


@doubt(
    "two-times",
    "they are of two times",
    holds=(("The Karsa truce held on Monday.", "The Karsa truce collapsed on Tuesday."),),
    not_on=(("The Karsa truce held on Monday.", "The Karsa truce collapsed on Monday."),),
)
def _two_times(a: Claim, b: Claim, _: Matter) -> bool:
    return _apart(a.value.time, b.value.time)


@doubt(
    "negated-other",
    "what one denies is not what the other has",
    holds=(("The inspectors of Brodno received no complaint.", "The inspectors of Brodno received a prize."),),
    not_on=(("The inspectors of Brodno received no prize.", "The inspectors of Brodno received a prize."),),
)
def _negated_other(a: Claim, b: Claim, _: Matter) -> bool:
    denial, other = (b, a) if a.value.polarity else (a, b)
    return a.value.polarity != b.value.polarity and not _same_nothing(denial, other)


@doubt(
    "until",
    "one is true only until a time",
    holds=(("The Dorn bridge did not reopen until Monday.", "The Dorn bridge reopened on Monday."),),
    not_on=(("The Dorn bridge did not reopen on Monday.", "The Dorn bridge reopened on Monday."),),
)
def _until(a: Claim, b: Claim, _: Matter) -> bool:
    return a.value.polarity != b.value.polarity and _UNTIL.search((b if a.value.polarity else a).surface) is not None


@doubt(
    "two-voices",
    "two people or parties say it",
    holds=(("Ana Weil said the vote in Velden was rigged.", "Jon Bell said the vote in Velden was not rigged."),),
    not_on=(("Ana Weil said the vote in Velden was rigged.", "Ana Weil said the vote in Velden was not rigged."),),
)
def _two_voices(a: Claim, b: Claim, _: Matter) -> bool:
    return _two_speakers(a, b)


@doubt(
    "one-of-several",
    "one is of another thing of its sort",
    holds=(("A second dam at Orlo broke.", "The dam at Orlo did not break."),),
    not_on=(("The dam at Orlo broke.", "The dam at Orlo did not break."),),
)
def _one_of_several(a: Claim, b: Claim, matter: Matter) -> bool:
    if matter in _FILLED:
        return False  # a filler may be such a word: "deputy mayor"
    one, two = (_OTHER.search(claim.surface, 0, _SUBJECT) for claim in (a, b))
    return (one is None) != (two is None)


@doubt(
    "earlier-one",
    "one is of an earlier thing of its sort",
    holds=(("An earlier vote in Velden failed.", "The vote in Velden succeeded."),),
    not_on=(("The vote in Velden failed.", "The vote in Velden succeeded."),),
)
def _earlier_one(a: Claim, b: Claim, _: Matter) -> bool:
    return (_EARLIER.search(a.surface) is None) != (_EARLIER.search(b.surface) is None)


@doubt(
    "two-stages",
    "they are of two periods or stages",
    holds=(("Varga won the first round in Velden.", "Varga lost the run-off in Velden."),),
    not_on=(("Varga won the run-off in Velden.", "Varga lost the run-off in Velden."),),
)
def _two_stages(a: Claim, b: Claim, _: Matter) -> bool:
    return two_stages(a.surface, b.surface) is not None


@doubt(
    "two-patients",
    "it was done to two",
    holds=(("The mayor of Brodno was convicted of fraud.", "The banker Holt was acquitted of fraud."),),
    not_on=(("The mayor of Brodno was convicted of fraud.", "The mayor of Brodno was acquitted of fraud."),),
)
def _two_patients(a: Claim, b: Claim, matter: Matter) -> bool:
    x, y = a.value, b.value
    if matter in ("rivals", *_FILLED):
        return False
    return strangers(x.patient, x, y.patient, y)


@doubt(
    "two-doers",
    "two do it, or one of two rivals alone",
    holds=(("The union of Harrow backs the dam.", "The mayor of Dorn opposes the dam."),),
    not_on=(("The union of Harrow backs the dam.", "The union of Harrow opposes the dam."),),
)
def _two_doers(a: Claim, b: Claim, matter: Matter) -> bool:
    x, y = a.value, b.value
    if matter in _FILLED or (matter == "rivals" and pointing(a, b)):
        return False
    # One side's gain is the other side's loss only where two sides act; any other statement needs one doer.
    return strangers(x.agent, x, y.agent, y) != (matter == "rivals" and x.polarity == y.polarity)


@doubt(
    "two-names",
    "they have two names in one slot",
    holds=(("Varga won the vote in Velden.", "Varga lost the vote in Harrow."),),
    not_on=(("Varga won the vote in Velden.", "Varga lost the vote in Velden."),),
)
def _two_names(a: Claim, b: Claim, matter: Matter) -> bool:
    return matter not in _FILLED and not _points(a, b, matter) and two_names(a.surface, b.surface)


@doubt(
    "two-kinds",
    "they are of two things of one sort",
    holds=(("Petrol prices rose in July.", "House prices fell in July."),),
    not_on=(("Petrol prices rose in July.", "Petrol prices fell in July."),),
)
def _two_kinds(a: Claim, b: Claim, matter: Matter) -> bool:
    if matter in _FILLED or _points(a, b, matter):
        return False
    return two_kinds(a.surface, a.value.predicate, b.surface, b.value.predicate)


@doubt(
    "done-to-another",
    "what one is done to is not what the other is done to",
    holds=(("Keller was cleared of fraud.", "The court in Velden convicted Holt of fraud."),),
    not_on=(("Holt was cleared of fraud.", "The court in Velden convicted Holt of fraud."),),
)
def _done_to_another(a: Claim, b: Claim, matter: Matter) -> bool:
    if matter in _FILLED or _points(a, b, matter):
        return False
    return _other_target(a, b) or _other_target(b, a)


@doubt(
    "two-objects",
    "they have two objects",
    holds=(("The union backs the merger with Ferrin.", "The union opposes the dam."),),
    not_on=(("The union backs the dam.", "The union opposes the dam."),),
)
def _two_objects(a: Claim, b: Claim, matter: Matter) -> bool:
    if matter in ("rivals", *_FILLED):
        return False
    return two_objects(a.surface, a.value.predicate, b.surface, b.value.predicate)


@doubt(
    "two-quarters",
    "they are of two quarters of one thing",
    holds=(("The army captured the north of Dorn.", "The rebels held the south of Dorn."),),
    not_on=(("The army captured the north of Dorn.", "The rebels held the north of Dorn."),),
    matter="rivals",
)
def _two_quarters(a: Claim, b: Claim, matter: Matter) -> bool:
    if matter in _FILLED:
        return False
    one, two = _quarters(a), _quarters(b)
    return bool(one and two and one.isdisjoint(two))


@doubt(
    "not-said-to-be",
    "one of them is not said to be so",
    holds=(
        ("Police may question the brothers.", "Police arrested the brothers."),
        ("Did police question the brothers?", "Police arrested the brothers."),
        ("Police did not question the brothers.", "Police arrested the brothers."),
    ),
    not_on=(("Police questioned the brothers.", "Police arrested the brothers."),),
    matter="ladder",
)
def _not_said(a: Claim, b: Claim, matter: Matter) -> bool:
    if matter not in _FILLED:
        return False
    x, y = a.value, b.value
    return x.modality != y.modality or x.modality == "open" or not x.polarity or not y.polarity


@doubt(
    "other-word-class",
    "a word is used in two ways",
    holds=(("Police arrested the brothers.", "The arrest of the brothers was a surprise."),),
    not_on=(("Police arrested the brothers.", "Police questioned the brothers."),),
    matter="ladder",
)
def _other_word_class(a: Claim, b: Claim, matter: Matter) -> bool:
    return matter == "ladder" and _is_verb(a) != _is_verb(b)


def _quarters(claim: Claim) -> set[int]:
    """Return the quarters of the compass that a statement names."""
    found = (filler for token in tokens(claim.surface) for filler in fillers().get(token.lemma, ()))
    return {filler.number for filler in found if filler.slot == "compass"}


def pointing(a: Claim, b: Claim) -> bool:
    """Tell whether one of two statements is about an attack that it only points at."""
    return anaphoric(a.surface) or anaphoric(b.surface)


def _points(a: Claim, b: Claim, matter: Matter) -> bool:
    return matter == "rivals" and pointing(a, b)


def _is_verb(claim: Claim) -> bool:
    """Tell whether the word that a statement is about stands there as a past form or behind an auxiliary."""
    head = claim.value.predicate.partition("_")[0]
    forms = [token.lower for token in tokens(claim.surface) if token.lemma == head]
    return any(form != head and not form.endswith("s") for form in forms)


def two_things(a: Claim, b: Claim, matter: Matter) -> bool:
    """Tell whether the clauses have different names in one slot, or the predicates different objects."""
    tests = (_two_names, _two_kinds, _done_to_another, _two_objects)
    return any(test(a, b, matter) for test in tests)


def _same_nothing(denial: Claim, asserted: Claim) -> bool:
    """Tell whether a "no" behind the predicate is about what the other one has: "received no complaint", "a prize"."""
    words = tokens(denial.surface)
    for at, token in enumerate(words[:-2]):
        if token.lemma == denial.value.predicate and words[at + 1].lower == "no":
            nouns = [other.lemma for other in takewhile(lambda other: other.content, words[at + 2 :])]
            return not nouns or nouns[-1] in asserted.value.lemmas
    return True


def _other_target(passive: Claim, active: Claim) -> bool:
    """Tell whether a passive's patient differs from the other's object: "Keller was cleared", "cleared Holt"."""
    x, y = passive.value, active.value
    return bool(x.patient and not y.patient) and other_object(active.surface, y.predicate, x.patient, x.lemmas)


def _two_speakers(a: Claim, b: Claim) -> bool:
    """Tell whether two people, or two parties, say it; a person may speak for a party."""
    one, two = a.attribution, b.attribution
    if not (one and two) or surname(one) == surname(two):
        return False
    if one[0].isupper() != two[0].isupper() or (one[0].isupper() and (" " in one) != (" " in two)):
        return False
    return not (_introduces(b, surname(one)) or _introduces(a, surname(two)))


def _introduces(claim: Claim, name: str) -> bool:
    """Tell whether a name is part of how the speaker is introduced: "Varga, the head of Solvane, said"."""
    return name not in claim.value.lemmas and any(token.lemma == name for token in tokens(claim.surface))


def surname(name: str) -> str:
    """Return the lemma of the last word of a name."""
    return lemma(name.split()[-1])


def strangers(one: str | None, x: Statement, two: str | None, y: Statement) -> bool:
    """Tell whether two noun phrases name two things: neither statement has the head of the other's."""
    return bool(one and two and not _meet(one, y) and not _meet(two, x))


def _meet(agent: str, value: Statement) -> bool:
    """Tell whether a statement has the head of a noun phrase: the board and the workers of a firm are two."""
    return agent in value.lemmas or agent.split()[-1] in value.lemmas


def _apart(a: Timex | None, b: Timex | None) -> bool:
    if not (a and b and a.earliest and a.latest and b.earliest and b.latest):
        before = (a and a.mod == "BEFORE") or (b and b.mod == "BEFORE")
        return bool(before or (a and b and _other_times(a.value, b.value)))
    if a.mod == "BEFORE" or b.mod == "BEFORE":
        # "not before 11 p.m." answers "at 9.30 p.m."; the days are seldom told
        deadline, other = (a, b) if a.mod == "BEFORE" else (b, a)
        clock = other.mod != "BEFORE" and other.value[-3:-2] == ":"
        return not clock or other.earliest.time() >= deadline.earliest.time()  # type: ignore[union-attr]
    return a.latest <= b.earliest or b.latest <= a.earliest


def _other_times(one: str, two: str) -> bool:
    """Tell whether two values that nobody can place in time are of two weekdays, or of two parts of a day."""
    (day, _, clock), (other_day, _, other_clock) = one.partition("T"), two.partition("T")
    if day != other_day:
        return day.startswith(_WEEKDAY) and other_day.startswith(_WEEKDAY)
    return bool(clock and other_clock) and clock != other_clock
