"""The assignment is the best there is, the same on every run, and mirrored when the sides are swapped."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.alignment.assignment import assigned

SIDES = st.integers(0, 4)
# Worths are whole numbers, so that a best total is no matter of rounding.
WORTH = st.dictionaries(st.tuples(SIDES, SIDES), st.integers(-3, 9).map(float), max_size=14)


def best_total(worth):
    """The highest total of all one-to-one assignments, tried one by one."""
    lefts, rights = sorted({one for one, _ in worth}), sorted({two for _, two in worth})
    slots = [*rights, *([None] * len(lefts))]
    return max(
        sum(max(0.0, worth.get(pair, 0.0)) for pair in zip(lefts, chosen))
        for chosen in set(permutations(slots, len(lefts)))
    )


@given(WORTH)
def test_no_assignment_has_a_higher_total(worth):
    taken = assigned(worth)

    assert len({one for one, _ in taken}) == len({two for _, two in taken}) == len(taken)
    assert all(worth[pair] > 0 for pair in taken)
    assert sum(worth[pair] for pair in taken) == pytest.approx(best_total(worth))


@given(WORTH)
def test_swapping_the_sides_gives_the_same_total(worth):
    mirrored = {(two, one): much for (one, two), much in worth.items()}

    assert sum(worth[pair] for pair in assigned(worth)) == pytest.approx(
        sum(mirrored[pair] for pair in assigned(mirrored))
    )


@given(WORTH)
def test_a_second_run_takes_the_same_pairs_in_the_same_order(worth):
    taken = assigned(worth)

    assert taken == assigned(dict(worth))
    assert taken == sorted(taken, key=list(worth).index)


def test_the_best_total_beats_the_best_pair():
    assert assigned({(1, 1): 9.0, (1, 2): 8.0, (2, 1): 8.0}) == [(1, 2), (2, 1)]


def test_what_is_worth_nothing_is_left_out():
    assert assigned({(1, 1): 0.0, (2, 2): -1.0, (3, 3): 1.0}) == [(3, 3)]
    assert assigned({}) == []
