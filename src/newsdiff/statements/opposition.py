"""Do two statements oppose each other?

A statement has a predicate, a polarity and the words around it. Two of them oppose where one negates the other's
predicate, or where the project's own lexicon has the predicates as opposites (resumed, halted). What may happen, what
somebody else was told to do, and what two parties say of each other is no opposition between outlets. The reasons to
keep silent stand in ``doubts``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdiff.language.opposites import Class, opposite, rows_of, same_predicate
from newsdiff.language.words import lemma
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.kinds import Verdict
from newsdiff.nouns.values import Statement
from newsdiff.statements.doubts import doubtful, pointing, surname
from newsdiff.statements.telling import LEAST_WEIGHT, one_way, weight

# What two statements must share in weight, which part of the shorter one, and how little will do for short ones.
COMMON, PART, WHOLE = 0.6, 0.5, 0.2
EPSILON = 1e-6
PLACE = 1.0
"""What an attack that is only pointed at ("the offensive") must share with what the others tell: one rare name."""
_WORD = re.compile(r"[\w'’]+")
_LONG = 0.14
"""What two opposite predicates share of the longer clause: a long one has room for another matter."""
_DENIED, _DENIED_WITHOUT_VERB = 0.5, 0.6
"""The part of the negated words that the other statement must have, with and without the verb (a guess)."""
_REFUSAL = re.compile(
    r"\b(?:(?:[Ww]ill|[Ww]ould|[Cc]an|[Cc]ould) not|(?:[Ww]o|[Ww]ould|[Cc]a|[Cc]ould)n['’]t|[Cc]annot)\b"
)
_LIGHT = frozenset("be have do get make go".split())
_NO = re.compile(r"\b(?:[Nn]o|[Ww]ithout)\b")
_NEGATION = re.compile(
    r"\b(?:[Nn](?:o|ot|ever|either|or|one|obody|othing)|[Ww]ithout|[Cc]annot|rather than|instead of)\b|n['’]t\b"
)
# What will go on has not ended; what will begin again may have.
_GOING_ON = frozenset("continue proceed go_ahead go_on carry_on remain stay take_place persist keep attend".split())
# Who looks for something, or asks for it, does not say that it is there.
_SEEKING = frozenset("look search seek ask hunt demand want need request call hope expect wait promise fear".split())
# "Would not rule out a cut" denies no cut.
_UNDOING = frozenset("rule_out exclude deny fail refuse prevent stop doubt cancel reject block".split())
_IDIOMS = frozenset({("incident",), ("doubt",), ("exception",), ("delay",), ("avail",)})
"""What a "without" or "no" negates without saying that anything is not so."""
_TALKING = frozenset("comment say speak talk respond answer reply".split())


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
        asserted, denial = (a, b) if x.polarity else (b, a)
        settled = _answered(asserted, denial)
        process = any(row.kind in ("status", "rivals") for row in rows_of().get(x.predicate, ()))
        return None if not settled else "status" if process else "event"
    if not x.polarity or not _alike(x, y):
        return None
    if turned_round(a, b):
        return "event"
    # A clause that has both predicates tells a sequence: "the restrictions that were imposed will be lifted".
    sequence = x.predicate in y.lemmas or y.predicate in x.lemmas
    return None if sequence else opposite(x.predicate, y.predicate)


def _answered(asserted: Claim, denial: Claim) -> bool:
    """Tell whether a denial is of what is asserted: "will not close" of "closes" and of "will close"."""
    mood = asserted.value.modality
    if mood == "fact":
        return _settled(denial)
    return mood in ("future", "ability") and mood == denial.value.modality


def _alike(x: Statement, y: Statement) -> bool:
    """Tell whether two statements are both about facts, both about the future, or one says that what ended goes on."""
    if x.modality == y.modality:
        return x.modality in ("fact", "future")
    goes_on, other = (x, y) if x.modality == "future" else (y, x)
    return goes_on.modality == "future" and other.modality == "fact" and goes_on.predicate in _GOING_ON


def _settled(denial: Claim) -> bool:
    """Tell whether a negative statement is one about the facts: "did not", "will not", but no "should not"."""
    return denial.scope.status == "asserted" or bool(_REFUSAL.search(denial.surface))


def turned_round(a: Claim, b: Claim) -> bool:
    """Tell whether two statements with one predicate have agent and patient exchanged: who sued whom."""
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
    # "It is not easy to get a visa" answers "Engineers can easily get visas".
    able = y.modality == "ability" and any(row.kind == "state" for row in rows_of().get(x.predicate, ()))
    future = x.modality == y.modality == "future"
    if x.polarity or not (future or (_settled(a) and (able or y.modality == "fact"))) or _NEGATION.search(b.surface):
        return False
    if opposite(x.predicate, y.predicate):
        return False  # "did not approve" and "rejected" say the same
    denied = a.scope.event
    if {x.predicate, y.predicate} & _UNDOING or y.predicate in _SEEKING or x.predicate in _TALKING:
        return False
    if denied[:1] in _IDIOMS:
        return False
    if y.agent and denied[:1] == (y.agent.split()[-1],):
        return bool(_NO.search(a.surface))  # "without quarantine", "quarantine is compulsory"
    asserted = theme(y, ())
    shared = [word for word in asserted if word in denied]
    # What is said beside the denial tells where and when: "the stand was checked and no cracks were found".
    part = sum(much for word, much in asserted.items() if word in denied or word in x.lemmas)
    part /= max(sum(asserted.values()), LEAST_WEIGHT)
    # Sharing names alone says little: what is denied must be what is said to happen.
    if y.predicate in denied or x.predicate in asserted:
        return len(shared) >= 2 and part >= _DENIED
    return len(shared) >= 3 and part >= _DENIED_WITHOUT_VERB


def _reason(a: Claim, b: Claim) -> str:
    x, y = a.value, b.value
    if turned_round(a, b):
        return f"{{left}} has “{x.agent}” as the one who did it, {{right}} has “{y.agent}”"
    if x.polarity != y.polarity and not same_predicate(x.predicate, y.predicate):
        return "{left} negates what {right} asserts" if y.polarity else "{right} negates what {left} asserts"
    one, two = (f"{'' if value.polarity else 'not '}“{value.predicate.replace('_', ' ')}”" for value in (x, y))
    return f"{{left}} says {one}, {{right}} says {two}"


def _one_matter(a: Claim, b: Claim, kind: Class) -> bool:
    """Tell whether two statements speak of one thing: nothing casts a doubt on it, and they share enough words."""
    return doubtful(a, b, kind) is None and _enough(a, b, kind)


def _enough(a: Claim, b: Claim, kind: Class) -> bool:
    """Tell whether two statements share enough of their words."""
    x, y = a.value, b.value
    shared, least = shared_weight(x, y)
    if kind == "rivals" and pointing(a, b):
        return shared >= PLACE
    if shared < PART * least or (shared + _voiced(a, b) < COMMON and not _whole(a, b)):
        return False
    return not (x.polarity and y.polarity and shared < _LONG * max(_total(x), _total(y)))


def _total(value: Statement) -> float:
    return sum(theme(value, (value.predicate,)).values())


def _voiced(a: Claim, b: Claim) -> float:
    """Return the weight that is added where one speaker said both: "he would appeal", "he would not appeal"."""
    one, two = a.attribution, b.attribution
    return weight(surname(one)) if one and two and surname(one) == surname(two) else 0.0


def shared_weight(x: Statement, y: Statement) -> tuple[float, float]:
    """Return the weight of the words that two statements share besides their predicates, and of the shorter one's."""
    # Where one negates in other words what the other asserts, the predicates are part of what they share.
    own = (x.predicate, y.predicate) if x.polarity == y.polarity or same_predicate(x.predicate, y.predicate) else ()
    one, two = (theme(value, own) for value in (x, y))
    shared = sum(weight for word, weight in one.items() if word in two)
    return shared, min(sum(one.values()), sum(two.values()))


def _whole(a: Claim, b: Claim) -> bool:
    """Tell whether two short statements share all but the predicates: "the driver survived", "the driver was killed".

    Of one subject, or said by one speaker.
    """
    x, y = a.value, b.value
    subject, other = x.patient or x.agent, y.patient or y.agent
    voice = _voiced(a, b)
    if not voice and not (subject and other and subject.split()[-1] == other.split()[-1]):
        return False
    one, two = (theme(value, (x.predicate, y.predicate)) for value in (x, y))
    shared = sum(much for word, much in one.items() if word in two) + EPSILON
    less, more = sorted((sum(one.values()), sum(two.values())))
    return shared + voice >= WHOLE and shared >= less and shared >= PART * more


def theme(value: Statement, predicates: Sequence[str]) -> dict[str, float]:
    """Return what a statement speaks of besides its predicate, weighted by rarity."""
    own = {part for predicate in predicates for part in predicate.split("_")}
    return {word: weight(word) for word in value.lemmas if word not in own}
