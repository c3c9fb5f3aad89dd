"""The rules for two figures of one thing: every row on its own examples, and properties that must always hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import Article, Quantity, extract
from newsdiff_numbers import _compare, _figures, _rules
from newsdiff_numbers._intervals import intervals


def first(text: str) -> Quantity:
    return extract(Article(text), kinds={"number"}, plugins=["numbers"]).claims[0].value


def rule_for(left: str, right: str) -> _rules.Rule:
    pair = _figures.aligned(first(left), first(right))
    assert pair is not None
    return _rules.decided(*pair)


ROWS = [(rule, *pair, True) for rule in _rules.RULES for pair in rule.examples]
ROWS += [(rule, *pair, False) for rule in _rules.RULES for pair in rule.others]


@pytest.mark.parametrize(("rule", "left", "right", "fits"), ROWS, ids=[f"{row[0].name}: {row[1:]}" for row in ROWS])
def test_a_rule_decides_on_its_examples_and_on_none_of_the_others(rule, left, right, fits):
    assert fits == (rule_for(left, right) is rule)
    assert rule_for(left, right) is rule_for(right, left)


def test_rules_have_names_of_their_own_and_say_what_they_are_for():
    names = [rule.name for rule in _rules.RULES]

    assert len(names) == len(set(names))
    assert all(rule.purpose.endswith(".") and rule.examples and rule.others for rule in _rules.RULES)


BOTH_COULD_HOLD = [
    ("at least 37 people died", "58 people died", "both could hold: 37 or more, and 58"),
    ("at least 37 people died", "at least 58 people died", "both could hold: 37 or more, and 58 or more"),
    ("up to 400 people died", "40 people died", "both could hold: at most 400, and 40"),
    ("at least 43 people died", "41 people died", "43 or more against 41"),
    ("43 people died", "41 people died", "43 against 41"),
    ("around 80 people died", "58 people died", "about 80 against 58"),
]


@pytest.mark.parametrize(("left", "right", "reason"), BOTH_COULD_HOLD)
def test_a_reason_says_whether_both_could_hold(left, right, reason):
    verdict = _compare.verdict(first(left), first(right))

    assert ("conflict", reason) == (verdict.relation, verdict.reason)


MODIFIERS = st.sampled_from(["=", "~", "near", "<", "<=", ">", ">="])


def quantity(amount: float, modifier: str, unit: str | None = "person") -> Quantity:
    core, outer = intervals(amount, modifier, 1.0)
    return Quantity(amount, modifier, None, unit, None, core, outer)


@given(st.integers(1, 10**7), MODIFIERS, MODIFIERS)
def test_one_figure_is_told_only_where_its_hedges_oppose(amount, one, two):
    verdict = _compare.verdict(quantity(float(amount), one), quantity(float(amount), two))

    opposed = {one, two} & {">", ">="} and {one, two} & {"<", "<=", "near"}
    assert bool(opposed) == (verdict.relation == "conflict")


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.integers(0, 10**6), MODIFIERS, MODIFIERS)
def test_figures_of_one_roundness_do_not_come_together_by_moving_apart(amount, gap, more, one, two):
    x, near, far = (10 * value + 1 for value in (amount, amount + gap, amount + gap + more))  # none is round
    closer = _compare.verdict(quantity(float(x), one), quantity(float(near), two))
    farther = _compare.verdict(quantity(float(x), one), quantity(float(far), two))

    if closer.relation == "conflict" and gap:
        assert farther.relation == "conflict"
    assert (farther.apart or 0) >= (closer.apart or 0) or farther.relation != "conflict"


@given(st.floats(1, 10**6), st.floats(1, 10**6), MODIFIERS, MODIFIERS)
def test_how_far_two_figures_are_apart_is_a_share(x, y, one, two):
    verdict = _compare.verdict(quantity(x, one), quantity(y, two))

    assert verdict.apart is None or 0 <= verdict.apart <= 1
    assert (verdict.apart is None) == (verdict.relation == "agree")


MOVES = [
    ("12 people died", "15 people died", True),
    ("15 people are missing", "12 people are missing", True),
    ("a fire of 6,000 acres", "a fire of 7,500 acres", True),
    ("the blaze was 5 percent contained", "it was 25 percent contained", True),
    ("a fine of $12", "a fine of $15", False),
    ("the road is 12 km long", "the road is 15 km long", False),
    ("Ana Ruiz, 35, said", "Ana Ruiz, 36, said", False),
    ("a farm of 500 acres", "a farm of 700 acres", False),
]


@pytest.mark.parametrize(("left", "right", "moves"), MOVES)
def test_what_moves_with_time_is_known(left, right, moves):
    assert moves == _compare.verdict(first(left), first(right)).moves
