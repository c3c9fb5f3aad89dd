"""What quantities say of themselves for and against being of one thing, and of how real a difference is."""

from __future__ import annotations

from newsdiff import Claim, PairView, Quantity, feature
from newsdiff.language.words import content_lemmas
from newsdiff_numbers import _events

_TOLL = ("At least [17] people were killed.", "[21] people were killed, police said.")
_INJURED = ("At least [17] people were killed.", "[40] soldiers were injured, police said.")
_LORRIES = ("The mine has [17] lorries.", "The mine has [40] shafts.")
# From what size on a figure is seldom the same by chance, and its digits before the zeros at its end: small
# figures and round ones are given to many things. Guesses.
_TELLING = 13
_DIGITS = 2


def unusual(claim: Claim) -> float | None:
    """Return an amount that two articles would hardly give by chance: 4.2, 214, 17; not 3, 100 or "dozens"."""
    amount = claim.value.amount
    if isinstance(amount, tuple):
        return None
    if amount != int(amount):
        return float(amount)
    digits = f"{int(abs(amount))}".rstrip("0")
    return float(amount) if abs(amount) >= _TELLING and len(digits) >= _DIGITS else None


def _flag(value: object) -> float:
    return 1.0 if value else 0.0


def _values(pair: PairView) -> tuple[Quantity, Quantity]:
    return pair.left.claim.value, pair.right.claim.value


def _heads(pair: PairView) -> tuple[str, str]:
    one, two = _values(pair)
    return ((one.unit or "").lower().split() or [""])[-1], ((two.unit or "").lower().split() or [""])[-1]


def _concepts(pair: PairView) -> tuple[set[str], set[str]]:
    one, two = _values(pair)
    return set((one.concept or "").split()), set((two.concept or "").split())


@feature("same-unit", high="both are in one unit", higher=[_TOLL], lower=[_LORRIES])
def same_unit(pair: PairView) -> float:
    """Tell whether the whole unit or counted noun phrase is the same."""
    one, two = _values(pair)
    return _flag(one.unit and one.unit == two.unit)


@feature("same-noun", high="the same noun is counted", higher=[_TOLL], lower=[_LORRIES])
def same_noun(pair: PairView) -> float:
    """Tell whether the head noun of what is counted or measured is the same."""
    one, two = _heads(pair)
    return _flag(one and one == two)


@feature("other-noun", low="other nouns are counted", higher=[_TOLL], lower=[_LORRIES])
def other_noun(pair: PairView) -> float:
    """Tell whether two nouns are counted."""
    one, two = _heads(pair)
    return -_flag(one and two and one != two)


@feature("noun-missing", low="only one says what it counts", higher=[_TOLL], lower=[("The toll is [17].", _TOLL[1])])
def noun_missing(pair: PairView) -> float:
    """Tell whether only one says what it counts."""
    one, two = _values(pair)
    return -_flag((one.unit is None) != (two.unit is None))


@feature(
    "noun-met",
    high="the other sentence has the counted noun",
    higher=[("[17] pupils were missing.", "The school misses [21] of its pupils.")],
    lower=[("[17] pupils were missing.", "The bus had [21] seats.")],
)
def noun_met(pair: PairView) -> float:
    """Count on how many sides the words of the unit stand in the other's sentence."""
    found = 0.0
    for side, other in ((pair.left, pair.right), (pair.right, pair.left)):
        own = content_lemmas(side.claim.value.unit or "")
        found += _flag(not other.lemmas.isdisjoint(own))
    return found


@feature("same-concept", high="both are of the same event or measured thing", higher=[_TOLL], lower=[_INJURED])
def same_concept(pair: PairView) -> float:
    """Tell whether both are of the same event or measured thing."""
    one, two = _values(pair)
    return _flag(one.concept and one.concept == two.concept)


@feature("shared-concept", high="what they are of has a word in common", higher=[_TOLL], lower=[_INJURED])
def shared_concept(pair: PairView) -> float:
    """Tell whether what they are of has a word in common."""
    one, two = _concepts(pair)
    return _flag(one & two)


@feature("other-concept", low="they are of different things", higher=[_TOLL], lower=[_INJURED])
def other_concept(pair: PairView) -> float:
    """Tell whether both say what they are of, without a word in common."""
    one, two = _concepts(pair)
    return -_flag(one and two and one.isdisjoint(two))


@feature("concept-missing", low="only one says what it is of")
def concept_missing(pair: PairView) -> float:
    """Tell whether only one says what it is of."""
    one, two = _concepts(pair)
    return -_flag(bool(one) != bool(two))


@feature(
    "direction",
    low="they move in different ways, or only one is a change",
    higher=[("Shares rose [4] per cent.", "Shares rose [5] per cent.")],
    lower=[("Shares rose [4] per cent.", "Shares fell [5] per cent.")],
)
def direction(pair: PairView) -> float:
    """Tell whether one is a change upwards and the other a change downwards, or a level."""
    one, two = _values(pair)
    return -_flag(one.change != two.change)


@feature(
    "one-event",
    about="difference",
    high="both count what one event did",
    higher=[_TOLL],
    lower=[_LORRIES],
)
def one_event(pair: PairView) -> float:
    """Tell whether both count what one event did to people or things: tolls differ between outlets more than most."""
    one, two = _values(pair)
    return _flag(_events.is_event(one.concept) and one.concept == two.concept)


@feature(
    "small-figures",
    about="difference",
    low="figures below five are of many things",
    higher=[_TOLL],
    lower=[("The mine has [two] shafts.", "The mine has [three] lorries.")],
)
def small_figures(pair: PairView) -> float:
    """Count the figures below five and the vague ones: articles have many of them, of as many things."""
    return -float(sum(isinstance(it.amount, tuple) or abs(it.amount) < _FEW for it in _values(pair)))


_FEW = 5


FEATURES = (
    same_unit, same_noun, other_noun, noun_missing, noun_met, same_concept, shared_concept, other_concept,
    concept_missing, direction, one_event, small_figures,
)  # fmt: skip
