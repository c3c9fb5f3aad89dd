"""assert_linear: what it accepts, what it refuses and what it says; on a made-up clock, so that no machine matters."""

import ast
import gc
import re
from math import log2
from pathlib import Path

import pytest

from newsdiff.testing import assert_linear
from newsdiff.testing.growth import LIMIT, Growth


class Machine:
    """A clock that moves when work is done, by the *cost* of the size; *slow* says how much slower the nth run is."""

    def __init__(self, cost, slow=lambda run: 1.0):
        self.cost, self.slow = cost, slow
        self.now, self.runs = 0.0, 0

    def clock(self):
        return self.now

    def work(self, size):
        self.now += self.cost(size) * self.slow(self.runs)
        self.runs += 1

    def growth(self, size=1_000):
        return assert_linear(self.work, size=size, clock=self.clock)


@pytest.mark.parametrize(
    ("exponent", "cost"),
    [
        (1.0, lambda size: size * 1e-5),
        (1.0, lambda size: size * 1e-12 + size * 1e-5),
        (0.0, lambda size: 0.5),
        (0.5, lambda size: size**0.5),
        (1.1, lambda size: size * log2(size) * 1e-6),
        (1.24, lambda size: size * 1e-5 + size**2 * 1e-9),  # at the largest size the square is still the smaller part
    ],
)
def test_growth_up_to_n_log_n_is_accepted(exponent, cost):
    assert exponent == pytest.approx(Machine(cost).growth().exponent, abs=0.05)


@pytest.mark.parametrize(
    ("exponent", "cost"),
    [
        (2.0, lambda size: size**2 * 1e-8),
        (3.0, lambda size: size**3 * 1e-9),
        (1.6, lambda size: size**1.6 * 1e-7),
        (1.83, lambda size: size * 1e-5 + size**2 * 3e-8),
    ],
)
def test_growth_with_the_square_is_refused_and_the_exponent_is_named(exponent, cost):
    with pytest.raises(AssertionError) as caught:
        Machine(cost).growth()

    said = re.match(r"time grows with the size to the power of ([0-9.]+): ", str(caught.value))
    assert exponent == pytest.approx(float(said[1]), abs=0.05)


def test_the_message_has_every_size_and_its_time():
    with pytest.raises(AssertionError) as caught:
        Machine(lambda size: size**2 * 1e-8).growth()

    assert str(caught.value) == (
        "time grows with the size to the power of 2.00: 10 ms for 1,000, 40 ms for 2,000, 160 ms for 4,000, "
        "640 ms for 8,000; quickest of 7 runs each; below 1.4 counts as linear"
    )


@pytest.mark.parametrize("every", [2, 3])
def test_a_machine_that_is_slow_now_and_then_is_no_quadratic_function(every):
    machine = Machine(lambda size: size * 1e-5, slow=lambda run: 50.0 if run % every else 1.0)

    assert machine.growth().exponent < LIMIT


def test_a_machine_that_is_slow_for_a_while_is_measured_again():
    """The first run of the largest size falls into the slow time, and one of the next."""
    machine = Machine(lambda size: size * 1e-5, slow=lambda run: 20.0 if run in (2, 9) else 1.0)

    assert 1.0 == pytest.approx(machine.growth().exponent)
    assert machine.runs == 2 + 4 * (1 + 2)


def test_a_linear_function_is_looked_at_once():
    machine = Machine(lambda size: size * 1e-5)
    machine.growth()

    assert machine.runs == 2 + 4


@pytest.mark.parametrize("speed", [1e-3, 1.0, 1e6])
def test_the_verdict_does_not_depend_on_how_fast_the_machine_is(speed):
    assert 1.0 == pytest.approx(Machine(lambda size: size * 1e-5 * speed).growth(1 << 20).exponent)
    with pytest.raises(AssertionError):
        Machine(lambda size: size**2 * 1e-8 * speed).growth(1 << 20)


def test_sizes_grow_until_the_clock_can_measure_them():
    quick = Machine(lambda size: size * 1e-7).growth(1_000)

    assert (16_000, 32_000, 64_000, 128_000) == quick.sizes
    assert min(quick.seconds) >= 0.001


def test_what_takes_no_measurable_time_passes():
    growth = Machine(lambda size: 1e-7).growth(10)

    assert (320,) == growth.sizes
    assert 0.0 == growth.exponent


def test_making_the_input_is_not_measured():
    machine = Machine(lambda size: size * 1e-5)

    def prepare(size):
        machine.now += size**2
        return size

    assert 1.0 == pytest.approx(assert_linear(machine.work, prepare=prepare, size=1_000, clock=machine.clock).exponent)


def test_every_run_gets_an_input_of_its_own():
    machine = Machine(lambda size: size * 1e-5)
    given = []

    def work(made):
        given.append(made)
        machine.work(len(made))

    assert_linear(work, prepare=lambda size: [0] * size, size=1_000, clock=machine.clock)
    assert len(given) == len({id(made) for made in given})


@pytest.mark.parametrize("collecting", [True, False])
def test_garbage_is_not_collected_during_a_run_and_the_setting_comes_back(collecting):
    machine, before, seen = Machine(lambda size: size * 1e-5), gc.isenabled(), set()

    def work(size):
        seen.add(gc.isenabled())
        machine.work(size)

    try:
        (gc.enable if collecting else gc.disable)()
        assert_linear(work, size=1_000, clock=machine.clock)
        assert collecting == gc.isenabled()
    finally:
        (gc.enable if before else gc.disable)()
    assert {False} == seen


def test_an_error_in_the_function_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        assert_linear(lambda size: size / 0, size=10)
    assert gc.isenabled()


def test_growth_is_a_value():
    assert Growth((1, 2), (1.0, 2.0)) == Growth((1, 2), (1.0, 2.0))
    assert 1.0 == pytest.approx(Growth((1, 2), (1.0, 2.0)).exponent)


def test_real_functions_on_the_real_clock():
    def pairs(rows):
        return sum(a == b for a in rows for b in rows)

    assert_linear(sum, prepare=range, size=10_000)
    assert_linear(sorted, prepare=lambda size: [row * 7919 % 10_007 for row in range(size)], size=2_000)
    with pytest.raises(AssertionError, match=r"to the power of (1\.[4-9]|2\.)"):
        assert_linear(pairs, prepare=range, size=100)


CLOCKS = {"perf_counter", "perf_counter_ns", "process_time", "process_time_ns", "thread_time", "thread_time_ns"}
CLOCKS |= {"monotonic", "monotonic_ns", "timeit"}
TESTS = Path(__file__).parents[1]


@pytest.mark.parametrize("path", sorted(TESTS.rglob("*.py")), ids=lambda path: str(path.relative_to(TESTS)))
def test_no_test_reads_a_clock_or_has_a_deadline_of_its_own(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        name
        for node in ast.walk(tree)
        for name in (getattr(node, "id", ""), getattr(node, "attr", ""), getattr(node, "name", ""))
    }
    deadlines = [node for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "deadline"]

    assert not CLOCKS & names
    assert not deadlines or path == TESTS / "conftest.py"
