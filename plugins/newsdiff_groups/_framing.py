"""What two articles choose to call one group: labels that only one of them has, and groups that one counts in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from attrs import evolve

from newsdiff import Claim, Verdict
from newsdiff.language import english
from newsdiff_groups._compare import compare, label_of, topic
from newsdiff_groups._words import Label, classes

# A label that takes a side is an outlet's choice where it comes back; one that condemns is one at once.
_TAKES_A_SIDE, _CONDEMNS = 2, 3
_ONE_STATE = 0.9  # likeness of two labels of one state (guess)
# "The occupation" happens; who occupies is another label. A junta is another actor than the government beside it.
_EVENT = ("state", "occupier")
_INSTEAD = english.lexicon.words("ruling-noun")
# Likeness of two sentences from which a label without a name may mean one group in both (guess).
_ALIKE = 0.2
# The same where neither article has the other's label and each mostly has its own; that is never as sure as one
# owner (guess).
_ALIKE_AT_ALL, _MOSTLY, _AT_MOST = 0.14, 0.4, 0.65

_BOTH = "one article has both labels in its own words, so they may be of two groups"
# Who fights for a cause, for whichever side; criminals are others, and so are parties.
_COMBATANTS = english.lexicon.words("combatant")
_OTHER_ACTORS = ("crowd", "migrant", "settler")
# Mentions that are looked at: articles say most at the top, and a cap keeps long ones linear (guess).
_MENTIONS = 12

_Labelled = tuple[Claim, Label]
_Judged = tuple[Claim, Claim, Verdict, float]
_Like = Callable[[Claim, Claim], float]


def overall(left: Sequence[Claim], right: Sequence[Claim], like: _Like) -> Iterator[_Judged]:
    """Yield pairs of mentions that show how two articles label one group, and labels that may be of two groups."""
    mine, yours = _labelled(left), _labelled(right)
    pairs = [*_states(mine, yours), *((a, b) for b, a in _states(yours, mine))]
    found = [(a, b, compare(a, b), _ONE_STATE) for a, b in pairs]
    found += ((a, b, compare(a, b), min(_AT_MOST, _MOSTLY + alike)) for a, b, alike in _main_actors(mine, yours, like))
    found += ((a, b, _counted(a, b, "{left}", "{right}"), alike) for a, b, alike in _counted_in(mine, yours, like))
    turned = _counted_in(yours, mine, lambda b, a: like(a, b))
    found += ((a, b, _counted(b, a, "{right}", "{left}"), alike) for b, a, alike in turned)
    yield from (it for it in found if it[2].relation == "variation")
    yield from _both_known(mine, yours)


def _both_known(mine: Sequence[_Labelled], yours: Sequence[_Labelled]) -> Iterator[_Judged]:
    """Yield the pairs of labels of which one article has both in its very own words: they may be of two groups.

    Unless an organisation or a state is said to be one and the other.
    """
    left, right = _firsts(mine), _firsts(yours)
    owners, others = _holders(mine), _holders(yours)
    for (x, a), (y, b) in product(left.values(), right.values()):
        if x.kind == y.kind or x.family != y.family or not (y.kind in left or x.kind in right):
            continue
        if not owners.get(x.kind, set()).isdisjoint(others.get(y.kind, set())):
            continue
        yield a, b, Verdict("incomparable", reason=_BOTH, topic=topic(a, x, b, y)), 1.0


def _firsts(labelled: Iterable[_Labelled]) -> dict[str, tuple[Label, Claim]]:
    """Return the first mention of each class in the outlet's very own words."""
    found: dict[str, tuple[Label, Claim]] = {}
    for claim, label in labelled:
        if label.kind and not label.of_state and _own(claim) and not counts_in(claim):
            found.setdefault(label.kind, (label, claim))
    return found


def _holders(labelled: Iterable[_Labelled]) -> dict[str | None, set[str]]:
    """Return whose the labels of each class are said to be."""
    found: dict[str | None, set[str]] = {}
    for claim, label in labelled:
        if claim.scope.holder:
            found.setdefault(label.kind, set()).add(claim.scope.holder)
    return found


def counts_in(claim: Claim) -> bool:
    """Whether a claim labels a group by counting it in: "the opposition and other terrorists"."""
    return claim.scope.holder in classes()


def _labelled(claims: Iterable[Claim]) -> list[_Labelled]:
    return [(claim, label) for claim in claims if (label := label_of(claim.value)) is not None]


def _own(claim: Claim) -> bool:
    """Whether a mention is in the outlet's very own words: neither quoted nor reported."""
    return _printed(claim) and claim.attribution is None


def _printed(claim: Claim) -> bool:
    """Whether a mention is in no marks; it may be in reported speech."""
    return claim.value.voice == "outlet" and claim.value.stance is None


def _by_voice(claim: Claim) -> tuple[bool, int]:
    """The outlet's very own words before those that it only reports, then the first."""
    return claim.attribution is not None, claim.span.start


def _states(mine: Sequence[_Labelled], yours: Sequence[_Labelled]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the loaded labels of *mine* for a state that *yours* only calls by plain ones."""
    loaded: dict[tuple[str, str | None], list[_Labelled]] = {}
    for claim, label in mine:
        holder = claim.scope.holder
        loads = label.of_state and label.load >= _TAKES_A_SIDE and (label.family, label.kind) != _EVENT
        if holder and loads and _own(claim):
            loaded.setdefault((holder, label.kind), []).append((claim, label))
    for (holder, kind), mentions in loaded.items():
        first, label = mentions[0]
        if len(mentions) < 2 and label.load < _CONDEMNS:
            continue
        if any(_took_over(claim) for claim, _ in mentions) and _governed(mine, holder):
            continue
        others = [it for it in yours if it[1].of_state and it[0].scope.holder in (holder, None)]
        if any(other.kind == kind and _own(claim) for claim, other in others):
            continue
        plain = [it for it in others if it[0].scope.holder == holder and it[1].load < label.load and _printed(it[0])]
        if plain:
            yield first, min(plain, key=lambda it: (it[1].family != label.family, _by_voice(it[0])))[0]


def _took_over(claim: Claim) -> bool:
    """Whether a label is for who rules instead of a government: a junta."""
    return claim.value.name.lower().split()[-1] in _INSTEAD


def _governed(labelled: Iterable[_Labelled], holder: str) -> bool:
    """Whether an article has a government of a state as well."""
    return any(label.kind == "government" and claim.scope.holder == holder for claim, label in labelled)


def _main_actors(
    mine: Sequence[_Labelled], yours: Sequence[_Labelled], like: _Like
) -> Iterator[tuple[Claim, Claim, float]]:
    """Yield the labels that each article mostly has for one sort of actors, where the other never has it.

    Labels without a name are those of one group only where both articles tell one thing of them.
    """
    left, right = _by_class(mine), _by_class(yours)
    known = [{label.kind for claim, label in side if _printed(claim)} for side in (mine, yours)]
    for family in sorted(left.keys() & right.keys()):
        one, two = _mostly(left[family]), _mostly(right[family])
        if one is None or two is None or one in known[1] or two in known[0]:
            continue
        pairs = product(left[family][one][:_MENTIONS], right[family][two][:_MENTIONS])
        a, b = max(pairs, key=lambda it: (like(*it), -it[0].span.start, -it[1].span.start))
        if (likeness := like(a, b)) >= _ALIKE_AT_ALL:
            if likeness < _ALIKE:  # no sentence shows both: the first mention is what a reader meets
                a, b = min(left[family][one], key=_by_voice), min(right[family][two], key=_by_voice)
            yield a, b, likeness


def _by_class(labelled: Iterable[_Labelled]) -> dict[str, dict[str, list[Claim]]]:
    """Return the mentions of actors without a name that are in no marks, by family and class."""
    found: dict[str, dict[str, list[Claim]]] = {}
    for claim, label in labelled:
        acts = label.kind in _COMBATANTS or label.family in _OTHER_ACTORS
        if acts and label.kind and label.family and claim.scope.holder is None and _printed(claim):
            found.setdefault(label.family, {}).setdefault(label.kind, []).append(claim)
    return found


def _mostly(classes_: Mapping[str, Sequence[Claim]]) -> str | None:
    """Return the class of more than half of the mentions, if at least two have it."""
    kind, mentions = max(classes_.items(), key=lambda it: len(it[1]))
    return kind if len(mentions) > max(1, sum(map(len, classes_.values())) / 2) else None


def _counted_in(
    mine: Sequence[_Labelled], yours: Sequence[_Labelled], like: _Like
) -> Iterator[tuple[Claim, Claim, float]]:
    """Yield what *mine* counts among others ("the opposition and other terrorists") with how *yours* calls it."""
    known = {(claim.scope.holder, label.kind) for claim, label in yours if counts_in(claim)}
    counted = (it for it, label in mine if counts_in(it) and _own(it) and (it.scope.holder, label.kind) not in known)
    for claim in islice(counted, _MENTIONS):
        others = [it for it, label in yours if label.kind == claim.scope.holder and not counts_in(it)][:_MENTIONS]
        other = max(others, key=lambda it: (like(claim, it), -it.span.start), default=None)
        if other is not None and (likeness := like(claim, other)) >= _ALIKE:
            yield claim, other, likeness


def _counted(claim: Claim, other: Claim, here: str, there: str) -> Verdict:
    """Return the verdict on a label that one article counts a group under and the other does not."""
    kind = claim.scope.holder
    reason = f"{here} counts the “{kind}” among the “{claim.value.name}”, {there} does not"
    return evolve(compare(claim, other), reason=reason, topic=f"{kind} in {claim.value.label}, {here}")
