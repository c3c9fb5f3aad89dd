"""Statements: what a clause says happened, and when two aligned ones oppose each other.

A statement has a predicate, a polarity and the words around it. Two of them oppose where one negates the other's
predicate, or where the project's own lexicon has the predicates as opposites (resumed, halted). What may happen, what
somebody else was told to do, and what two parties say of each other is no opposition between outlets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from newsdiff.document import Document
from newsdiff.models import Claim, Extraction, Verdict
from newsdiff.telling import Said, Telling, anaphoric, one_way, weight
from newsdiff.text.opposites import Class, answers, opposite, rows_of, same_predicate
from newsdiff.text.predicates import agent, negated_words, polarity
from newsdiff.text.words import lemma
from newsdiff.values import Statement, Timex

_WORD = re.compile(r"[\w'’]+")
_COMMON, _PART = 0.6, 0.5
_LEAST = _COMMON - 1e-6
"""The weight that is asked for, but for what rounding takes away."""
_PLACE = 1.0
"""What an attack that is only pointed at ("the offensive") must share with what the others tell: one rare name."""
_DENIED, _DENIED_WITHOUT_VERB = 0.5, 0.6
_REFUSAL = re.compile(
    r"\b(?:(?:[Ww]ill|[Ww]ould|[Cc]an|[Cc]ould) not|(?:[Ww]o|[Ww]ould|[Cc]a|[Cc]ould)n['’]t|[Cc]annot)\b"
)
_LIGHT = frozenset("be have do get make go".split())
_NO = re.compile(r"\b(?:[Nn]o|[Ww]ithout)\b")
_NEGATION = re.compile(r"\b(?:[Nn](?:o|ot|ever|either|or|one|obody|othing)|[Ww]ithout|[Cc]annot)\b|n['’]t\b")
_OTHER = re.compile(r"\b(?:second|third|another|other|neighbou?ring|separate)\b")
_SUBJECT = 30
# What more clauses of an article share than this cannot tell them apart; a cap keeps long texts linear.
_CROWD = 100


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
        a, b = mine.claim(said), yours.claim(other)
        verdict = opposition(a, b)
        if verdict:
            found.append((-_shared(a.value, b.value)[0], said[:2], other[:2], a, b, verdict))
    # A denial answers one statement, not every sentence that repeats it.
    used: set[tuple[int, tuple[int, int]]] = set()
    chosen = []
    for _, at, place, a, b, verdict in sorted(found, key=lambda item: item[:3]):
        if not used & {(0, at), (1, place)}:
            used |= {(0, at), (1, place)}
            chosen.append((a, b, verdict))
    return sorted(chosen, key=lambda item: (item[0].span, item[1].span))


def _candidates(mine: Telling, yours: Telling) -> Iterator[tuple[Said, Said]]:
    """Yield statements that can oppose each other by their predicates, or of which one is negated."""
    near = _Near(mine, yours)
    for key, sentences in mine.keys.items():
        for answer in answers(key):
            if answer in yours.keys:
                opposed = opposite(key, answer) is not None
                for at, place in product(sentences, yours.keys[answer][:_CROWD]):
                    # Predicates that say the same oppose each other where one of them is negated.
                    if (opposed or at in mine.negating or place in yours.negating) and near(at, place, key, answer):
                        yield from _with(mine.said(at), key, yours.said(place), answer)
    for key in mine.one_way.keys() & yours.one_way.keys():
        for at, place in product(mine.one_way[key], yours.one_way[key][:_CROWD]):
            # Who did it to whom: two names that both have.
            denied = at in mine.negating or place in yours.negating
            if (denied or len(mine.names(at) & yours.names(place)) > 1) and near(at, place, key, key):
                yield from _with(mine.said(at), key, yours.said(place), key)
    yield from _denied(mine, yours)
    yield from ((b, a) for a, b in _denied(yours, mine))


class _Near:
    """Whether two sentences share enough besides two predicates for statements of theirs to be about one matter."""

    def __init__(self, mine: Telling, yours: Telling) -> None:
        self._mine, self._yours = mine.reach, yours.reach
        self._known: dict[tuple[int, int], tuple[set[str], float]] = {}

    def __call__(self, at: int, place: int, *keys: str) -> bool:
        known = self._known.get((at, place))
        if known is None:
            words = self._mine[at] & self._yours[place]
            known = self._known[at, place] = (words, sum(map(weight, words)))
        words, shared = known
        if shared < _LEAST:
            return False
        own = words.intersection(part for key in keys for part in key.split("_"))
        return shared - sum(map(weight, own)) >= _LEAST


def _with(some: Iterable[Said], key: str, others: Iterable[Said], answer: str) -> Iterator[tuple[Said, Said]]:
    right = [said for said in others if said.predicate.lemma == answer]
    return product([said for said in some if said.predicate.lemma == key], right)


def _denied(mine: Telling, yours: Telling) -> Iterator[tuple[Said, Said]]:
    """Yield the negated statements of *mine* with those of *yours* that share words with what is negated."""
    for at in mine.negating:
        shared: dict[int, float] = {}
        for word in mine.reach[at]:
            for place in yours.places.get(word, ()):
                shared[place] = shared.get(place, 0.0) + weight(word)
        near = [place for place, much in shared.items() if much >= _LEAST]
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


def _does(said: Said, word: str) -> bool:
    """Tell whether *word* is the head of who does it."""
    return (agent(said.clause.words, said.predicate.at) or "").split()[-1:] == [word]


def opposition(a: Claim, b: Claim) -> Verdict | None:
    """Return the verdict on two aligned statements that oppose each other, or None.

    Kind "event-status" where a process stands differently (resumed, halted), else "statement-conflict".
    """
    kind = _opposed(a, b)
    if kind is None or not _one_matter(a, b, kind):
        return None
    name = "event-status" if kind in ("status", "rivals") else "statement-conflict"
    return Verdict("conflict", name, _reason(a, b))


def _opposed(a: Claim, b: Claim) -> Class | None:
    x, y = a.value, b.value
    if x.polarity != y.polarity:
        if x.predicate in _LIGHT or not same_predicate(x.predicate, y.predicate):
            return "event" if _denied_matter(a, b) or _denied_matter(b, a) else None
        # "will not accept" is as good as "does not accept"; "may accept" is no acceptance.
        asserted = a if x.polarity else b
        settled = asserted.scope.status == "asserted" and _settled(b if x.polarity else a)
        process = any(row.kind in ("status", "rivals") for row in rows_of().get(x.predicate, ()))
        return None if not settled else "status" if process else "event"
    if not x.polarity or a.scope.status != "asserted" or b.scope.status != "asserted":
        return None
    if _reversed(a, b):
        return "event"
    # A clause that has both predicates tells a sequence: "the restrictions that were imposed will be lifted".
    sequence = x.predicate in y.lemmas or y.predicate in x.lemmas
    return None if sequence else opposite(x.predicate, y.predicate)


def _settled(denial: Claim) -> bool:
    """Tell whether a negative statement is one about the facts: "did not", "will not", but no "should not"."""
    return denial.scope.status == "asserted" or bool(_REFUSAL.search(denial.surface))


def _reversed(a: Claim, b: Claim) -> bool:
    """Tell whether two statements with one predicate have doer and target the other way round: who sued whom."""
    x, y = a.value, b.value
    if x.predicate != y.predicate or not x.agent or not y.agent or x.agent == y.agent or x.predicate not in one_way():
        return False
    one, two = x.agent.split()[-1], y.agent.split()[-1]
    return one != two and one in y.lemmas and two in x.lemmas and _named(a, one) and _named(b, two)


def _named(claim: Claim, word: str) -> bool:
    return any(piece[0].isupper() and lemma(piece) == word for piece in _WORD.findall(claim.surface))


def _denied_matter(a: Claim, b: Claim) -> bool:
    """Tell whether what *a* negates is what *b* asserts, though their predicates differ."""
    x, y = a.value, b.value
    if x.polarity or b.scope.status != "asserted" or not _settled(a) or _NEGATION.search(b.surface):
        return False
    if opposite(x.predicate, y.predicate):
        return False  # "did not approve" and "rejected" say the same
    denied = a.scope.event
    if y.agent and denied[:1] == (y.agent.split()[-1],):
        return bool(_NO.search(a.surface))  # "without quarantine", "quarantine is compulsory"
    asserted = _theme(y, ())
    shared = [word for word in asserted if word in denied]
    part = sum(asserted[word] for word in shared) / max(sum(asserted.values()), 0.1)
    # Sharing names alone says little: what is denied must be what is said to happen.
    if y.predicate in denied or x.predicate in asserted:
        return len(shared) >= 2 and part >= _DENIED
    return len(shared) >= 3 and part >= _DENIED_WITHOUT_VERB


def _reason(a: Claim, b: Claim) -> str:
    x, y = a.value, b.value
    if _reversed(a, b):
        return f"{{left}} has “{x.agent}” as the one who did it, {{right}} has “{y.agent}”"
    if x.polarity != y.polarity and not same_predicate(x.predicate, y.predicate):
        return "{left} negates what {right} asserts" if y.polarity else "{right} negates what {left} asserts"
    one, two = (f"{'' if value.polarity else 'not '}“{value.predicate.replace('_', ' ')}”" for value in (x, y))
    return f"{{left}} says {one}, {{right}} says {two}"


def _one_matter(a: Claim, b: Claim, kind: Class) -> bool:
    """Tell whether two statements speak of one thing: time, source, doer and the words around the predicate."""
    x, y = a.value, b.value
    if a.scope.background != b.scope.background or _apart(x.time, y.time):
        return False
    if a.attribution and b.attribution and a.attribution.split()[-1] != b.attribution.split()[-1]:
        return False
    one_of_several = [bool(_OTHER.search(claim.surface, 0, _SUBJECT)) for claim in (a, b)]
    if one_of_several[0] != one_of_several[1]:
        return False  # "a second dam", "another convoy"
    shared, least = _shared(x, y)
    if kind == "rivals" and (anaphoric(a.surface) or anaphoric(b.surface)):
        return shared >= _PLACE
    strangers = x.agent and y.agent and not _meet(x.agent, y) and not _meet(y.agent, x)
    # One side's gain is the other side's loss only where two sides act; any other statement needs one doer.
    if bool(strangers) != (kind == "rivals" and x.polarity == y.polarity):
        return False
    return shared >= _COMMON and shared >= _PART * least


def _shared(x: Statement, y: Statement) -> tuple[float, float]:
    """Return the weight of the words that two statements share besides their predicates, and of the shorter one's."""
    one, two = (_theme(value, (x.predicate, y.predicate)) for value in (x, y))
    shared = sum(weight for word, weight in one.items() if word in two)
    return shared, min(sum(one.values()), sum(two.values()))


def _meet(agent: str, value: Statement) -> bool:
    return any(word in value.lemmas for word in agent.split())


def _theme(value: Statement, predicates: Sequence[str]) -> dict[str, float]:
    """Return what a statement speaks of besides its predicate, weighted by rarity."""
    own = {part for predicate in predicates for part in predicate.split("_")}
    return {word: weight(word) for word in value.lemmas if word not in own}


def _apart(a: Timex | None, b: Timex | None) -> bool:
    if not (a and b and a.earliest and a.latest and b.earliest and b.latest):
        return False
    return a.latest <= b.earliest or b.latest <= a.earliest
