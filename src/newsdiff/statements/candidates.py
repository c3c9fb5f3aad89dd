"""Statements of two articles that may oppose each other: found by their predicates, their negations, shared words.

Whether two of them do is judged in ``opposition``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from newsdiff.language.opposites import answers, opposite, same_predicate
from newsdiff.language.predicates import negated_words, polarity
from newsdiff.language.subjects import agent
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.kinds import Verdict
from newsdiff.nouns.spans import Span
from newsdiff.nouns.values import Statement
from newsdiff.page.document import Document
from newsdiff.statements.doubts import Matter, doubtful, two_things
from newsdiff.statements.evidence import Model, confidence
from newsdiff.statements.opposition import (
    COMMON,
    EPSILON,
    PART,
    PLACE,
    WHOLE,
    opposition,
    shared_weight,
    theme,
    turned_round,
)
from newsdiff.statements.parallel import PLACE_SLOT, Filling, Fillings, parallel
from newsdiff.statements.telling import LEAST_WEIGHT, Said, Telling, weight

_SAME = 0.75  # guess: the part of a statement's weight that another of the same article repeats
_SHORT_SENTENCE = 8
"""Words of a sentence that may be all about one common noun: "The driver survived"."""
_LEAST_SHARED = COMMON - EPSILON
"""The weight that is asked for, but for what rounding takes away."""
# What more clauses of an article share than this cannot tell them apart; a cap keeps long texts linear.
_CROWD = 100
_HOPELESS = 0.02
"""A probability below which a candidate is not even kept for audit (a guess)."""


def statements(source: Document | Extraction) -> tuple[Claim, ...]:
    """Return what the clauses of the body say happened, as claims of kind "statement", by place."""
    telling = Telling.of(source) if isinstance(source, Extraction) else Telling(source)
    return tuple(telling.claims())


def oppositions(left: Extraction, right: Extraction) -> list[tuple[Claim, Claim, Verdict]]:
    """Return every pair of statements of two extractions that oppose each other, by place.

    Looks only at pairs that can: opposite or equal predicates, or a negation and what shares words with it.
    """
    mine, yours = Telling.of(left), Telling.of(right)
    found = []
    for said, other in dict.fromkeys(_candidates(mine, yours)):
        if not _may_meet(mine.lemmas(said), yours.lemmas(other), said.predicate.lemma, other.predicate.lemma):
            continue
        a, b = mine.claim(said), yours.claim(other)
        verdict = opposition(a, b)
        if verdict:
            found.append((*_rank(a.value, b.value), _place(said), _place(other), a, b, verdict))
    # A denial answers one statement, not every sentence that repeats it, and a clause is at odds with one.
    used: set[tuple[int, tuple[int, int, int]]] = set()
    chosen = []
    for *_, at, place, a, b, verdict in sorted(found, key=lambda item: item[:4]):
        if used & {(0, at), (1, place)} or _goes_on(mine, at, b) or _goes_on(yours, place, a):
            continue
        if not _told_too(mine, b) and not _told_too(yours, a):
            used |= {(0, at), (1, place)}
            chosen.append((a, b, verdict))
    return sorted(chosen, key=lambda item: (item[0].span, item[1].span))


class Candidate(NamedTuple):
    """Two statements that differ, what the difference would be, and what speaks for it."""

    left: Claim
    right: Claim
    verdict: Verdict
    features: dict[str, float]
    model: Model

    @property
    def confidence(self) -> float:
        """How likely the difference is real."""
        return confidence(self.model, self.features)


def candidates(left: Extraction, right: Extraction) -> list[Candidate]:
    """Return the statements of two articles that may be a disagreement, by place, each pair of matters once.

    Opposite or negated predicates, and clauses told alike but for what fills one slot.
    """
    ranked = sorted(every(left, right), key=lambda it: (-it.confidence, *sorted((it.left.span, it.right.span))))
    chosen: list[Candidate] = []
    spans: tuple[list[Span], list[Span]] = ([], [])
    told: set[tuple[str, ...]] = set()
    for it in ranked:
        matter = (it.verdict.kind or "", *sorted((it.left.value.predicate, it.right.value.predicate)))
        taken = any(it.left.span.overlaps(span) for span in spans[0]) or any(
            it.right.span.overlaps(span) for span in spans[1]
        )
        if not taken and matter not in told:
            chosen.append(it)
            spans[0].append(it.left.span)
            spans[1].append(it.right.span)
            told.add(matter)
    return sorted(chosen, key=lambda it: (it.left.span, it.right.span))


def every(left: Extraction, right: Extraction, least: float = _HOPELESS) -> Iterator[Candidate]:
    """Yield all candidates that are at least so likely, several of one matter too: what the weights are fitted on."""
    found = [
        Candidate(a, b, verdict, opposed(a, b, left, right), "opposed") for a, b, verdict in oppositions(left, right)
    ]
    for it in (*found, *_filled(left, right, least)):
        # Who prints the other's words, too, does not disagree with them.
        if it.left.surface not in right.article.text and it.right.surface not in left.article.text:
            yield it


def _filled(left: Extraction, right: Extraction, least: float) -> Iterator[Candidate]:
    """Yield the clauses of two articles that differ by what fills one slot of them."""
    mine, yours = Fillings.of(left), Fillings.of(right)
    for one, two, features in parallel(mine, yours):
        if confidence("slot", features) < least:
            continue
        said, other = mine.said(one), yours.said(two)
        if said is None or other is None:
            continue
        a, b = mine.telling.claim(said), yours.telling.claim(other)
        matter: Matter = "ladder" if one.sort == "ladder" else "place" if one.slot == PLACE_SLOT else "slot"
        if doubtful(a, b, matter) is None:
            yield Candidate(a, b, _verdict(one, two, mine, yours), features, "slot")


def _verdict(one: Filling, two: Filling, mine: Fillings, yours: Fillings) -> Verdict:
    words = mine.surface(one), yours.surface(two)
    if one.sort == "ladder":
        reason = f"{one.slot}: {{left}} has it at “{words[0]}”, {{right}} at “{words[1]}”"
        return Verdict("conflict", "event-status", reason, moves=True)
    what = "the place" if one.slot == PLACE_SLOT else "one slot of what both say"
    return Verdict("conflict", "statement-conflict", f"{what} is “{words[0]}” in {{left}}, “{words[1]}” in {{right}}")


def opposed(a: Claim, b: Claim, left: Extraction, right: Extraction) -> dict[str, float]:
    """Return the features by which two opposite statements may be of one matter, each 0 to 1; the same either way."""
    x, y = a.value, b.value
    one, two = theme(x, (x.predicate,)), theme(y, (y.predicate,))
    shared = math.fsum(much for word, much in one.items() if word in two)
    less, more = sorted((math.fsum(one.values()), math.fsum(two.values())))
    mine, yours = Telling.of(left), Telling.of(right)
    people = [it.people[it.sentence(claim)] for it, claim in ((mine, a), (yours, b))]
    return {
        "shared": min(shared / 4, 1.0),
        "part": min(shared / max(less, LEAST_WEIGHT), 1.0),
        "whole": min(shared / max(more, LEAST_WEIGHT), 1.0),
        "doer": float(_head(x.agent) == _head(y.agent) != ""),
        "patient": float(_head(x.patient) == _head(y.patient) != ""),
        "people": float(not people[0].isdisjoint(people[1])),
        "strangers": float(bool(people[0] and people[1]) and people[0].isdisjoint(people[1])),
        "voice": float(bool(a.attribution and b.attribution)),
        "answer": float(not same_predicate(x.predicate, y.predicate) and x.polarity != y.polarity),
        "negated": float(x.polarity != y.polarity and same_predicate(x.predicate, y.predicate)),
        "status": float(x.polarity == y.polarity and opposite(x.predicate, y.predicate) == "status"),
        "rivals": float(x.polarity == y.polarity and opposite(x.predicate, y.predicate) == "rivals"),
        "turned": float(turned_round(a, b)),
        "size": min(math.log10(1 + len(mine.sentences) * len(yours.sentences)) / 4, 1.0),
    }


def _head(phrase: str | None) -> str:
    return phrase.split()[-1] if phrase else ""


def crowded(*sources: Extraction) -> bool:
    """Tell whether a word stands in so many sentences of an article that not each was held against each."""
    tellings = [it for it in map(Telling.of, sources) if len(it.sentences) > _CROWD]
    return any(
        len(at) > _CROWD for it in tellings for at in (*it.keys.values(), *it.one_way.values(), *it.places.values())
    )


def _place(said: Said) -> tuple[int, int, int]:
    """Return sentence and clause of a statement."""
    return said.sentence, said.clause.starts[0], said.clause.end(-1)


def _may_meet(one: Sequence[str], two: Sequence[str], *predicates: str) -> bool:
    """Tell whether what two statements share may be enough: cheaper than to make claims of them."""
    own = {part for predicate in predicates for part in predicate.split("_")}
    whole, rest = [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]
    for index, words in enumerate((set(one) & set(two), one, two)):
        for word in words:
            much = weight(word)
            whole[index] += much
            if word not in own:
                rest[index] += much
    return any(shared >= min(PLACE, PART * min(left, right)) - EPSILON for shared, left, right in (whole, rest))


def _rank(x: Statement, y: Statement) -> tuple[float, float]:
    """Return what two statements share, and what else they say: the best answer shares most, then says least else."""
    shared, _ = shared_weight(x, y)
    return -shared, math.fsum(map(weight, {*x.lemmas, *y.lemmas})) - shared


def _candidates(mine: Telling, yours: Telling) -> Iterator[tuple[Said, Said]]:
    """Yield statements that can oppose each other by their predicates, or of which one is negated."""
    near = _Sharing(mine, yours)
    for key, sentences in mine.keys.items():
        for answer in answers(key):
            if answer in yours.keys:
                opposed = opposite(key, answer) is not None
                for at, place in product(sentences, yours.keys[answer][:_CROWD]):
                    # Predicates that say the same oppose each other where one of them is negated.
                    if (opposed or at in mine.negating or place in yours.negating) and near(at, place, key, answer):
                        yield from _with(mine, at, key, yours, place, answer)
    for key in mine.one_way.keys() & yours.one_way.keys():
        for at, place in product(mine.one_way[key], yours.one_way[key][:_CROWD]):
            # Who did it to whom: two names that both have.
            denied = at in mine.negating or place in yours.negating
            if (denied or len(mine.names(at) & yours.names(place)) > 1) and near(at, place, key, key):
                yield from _with(mine, at, key, yours, place, key)
    yield from _denied(mine, yours)
    yield from ((b, a) for a, b in _denied(yours, mine))


class _Sharing:
    """Whether two sentences share enough besides two predicates for statements of theirs to be about one matter."""

    def __init__(self, mine: Telling, yours: Telling) -> None:
        self._mine, self._yours = mine.reach, yours.reach
        self._known: dict[tuple[int, int], tuple[set[str], float]] = {}

    def __call__(self, at: int, place: int, *keys: str) -> bool:
        known = self._known.get((at, place))
        if known is None:
            words = self._mine[at] & self._yours[place]
            known = self._known[at, place] = (words, math.fsum(map(weight, words)))
        words, shared = known
        if shared < WHOLE:
            return False
        own = {part for key in keys for part in key.split("_")}
        shared -= math.fsum(map(weight, words & own))
        return shared >= _LEAST_SHARED or _is_all(self._mine[at], self._yours[place], shared, own)


def _is_all(one: set[str], two: set[str], shared: float, own: Iterable[str] = ()) -> bool:
    """Tell whether two sentences share all that a short one of them says besides the predicates."""
    shorter = min(one, two, key=len)
    if shared < WHOLE or len(shorter) > _SHORT_SENTENCE:
        return False
    return shared >= sum(weight(word) for word in shorter if word not in own) * PART


def _with(mine: Telling, at: int, key: str, yours: Telling, place: int, answer: str) -> Iterable[tuple[Said, Said]]:
    """Return the statements of two sentences with these predicates; the second is read only where the first has one."""
    left = [said for said in mine.said(at) if said.predicate.lemma == key]
    return product(left, [said for said in yours.said(place) if said.predicate.lemma == answer]) if left else ()


def _denied(mine: Telling, yours: Telling) -> Iterator[tuple[Said, Said]]:
    """Yield the negated statements of *mine* with those of *yours* that share words with what is negated."""
    for at in mine.negating:
        shared: dict[int, float] = {}
        for word in mine.reach[at]:
            for place in yours.places.get(word, ())[:_CROWD]:
                shared[place] = shared.get(place, 0.0) + weight(word)
        near = [
            place
            for place, much in shared.items()
            if much >= _LEAST_SHARED or _is_all(mine.reach[at], yours.reach[place], much)
        ]
        for said in mine.said(at) if near else ():
            words, where = said.clause.words, said.predicate.at
            if not polarity(words, where):
                event = negated_words(words, where)
                yield from ((said, other) for other in _answering(said.predicate.lemma, event, yours, near))


def _answering(predicate: str, event: Sequence[str], yours: Telling, near: Iterable[int]) -> Iterator[Said]:
    """Yield the statements of *yours* that share words with what a negated predicate negates."""
    denied = {word for word in event if len(yours.places.get(word, ())) <= _CROWD}
    for place in near:
        shared = denied & yours.reach[place]
        if not shared or (len(shared) < 2 and not {predicate.partition("_")[0], *event[:1]} & yours.words[place]):
            continue
        for other in yours.said(place):
            count = len(denied.intersection(yours.lemmas(other)))
            if count >= 2 or (count and (other.predicate.lemma == predicate or _does(other, event[0]))):
                yield other


def _told_too(telling: Telling, claim: Claim) -> bool:
    """Tell whether an article says itself what contradicts a statement of it: then the outlets do not disagree."""
    value = claim.value
    words = theme(value, (value.predicate,))
    total = sum(words.values())
    near: dict[int, float] = {}
    for word, much in words.items():
        for at in telling.places.get(word, ()):
            near[at] = near.get(at, 0.0) + much
    for at, shared in near.items():
        if shared < _SAME * total or (not value.polarity and at not in telling.negating):
            continue
        for said in telling.said(at):
            if not same_predicate(said.predicate.lemma, value.predicate):
                continue
            other = telling.claim(said)
            same = (value.polarity, value.modality) == (other.value.polarity, other.value.modality)
            if turned_round(claim, other):
                continue
            if same and shared_weight(value, other.value)[0] >= _SAME * total and not two_things(claim, other, "event"):
                return True
    return False


def _goes_on(telling: Telling, place: tuple[int, int, int], claim: Claim) -> bool:
    """Tell whether an article says at once what contradicts a statement at *place*: of the same subject, or of another.

    "The match was suspended. It resumed at nine.", "The lorry driver survived. The car driver died."
    """
    sentence, start, _ = place
    value = claim.value
    for at in range(sentence, min(sentence + 2, len(telling.sentences))):
        for said in telling.said(at):
            words, where = said.clause.words, said.predicate.at
            later = (at, said.clause.starts[where]) > (sentence, start)
            same = same_predicate(said.predicate.lemma, value.predicate) and polarity(words, where) == value.polarity
            if later and same and agent(words, where) in (None, value.agent, value.patient):
                return True
    return False


def _does(said: Said, word: str) -> bool:
    """Tell whether *word* is the head of the agent."""
    return (agent(said.clause.words, said.predicate.at) or "").split()[-1:] == [word]
