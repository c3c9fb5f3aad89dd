"""``assert_linear``: time grows with the size of the input, not with its square.

Seconds tell more about the machine than about the code, so no bound here is in seconds. The size is doubled three
times and the slope of log time over log size is measured: 1 when time grows with the size, 2 when it grows with its
square. Where the slope is too steep, each size is run again, in turn with the others, and the quickest run counts:
whatever else a machine does makes a run slower, never faster.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import log
from statistics import linear_regression
from time import thread_time
from typing import Any, TypeVar

from attrs import frozen

DOUBLINGS = 3  # guess: over eight times the size, a linear function must lose 2.3 times its time to look too steep
# Guess: n log n has a slope of 1.1 to 1.2; a function that spends two thirds of its time at the largest size in
# a quadratic step, and the rest in a linear one, has 1.42.
LIMIT = 1.4
_RUNS = (1, 2, 4)  # of each size; more only while the slope is too steep. Guess: seven runs outlast a busy moment
_TICKS = 1000  # guess: a run must take so many steps of the clock, each about a microsecond, to be measured to 1 %
_STEP = 1e-6  # measured: two calls of thread_time on Linux differ by 0.2 to 1 microseconds; it claims a nanosecond
# Doublings before a run counts as too quick to measure. Measured: with 7, texts of 6 million characters outgrew the
# caches of the processor, and linear functions had a slope of up to 1.34.
_GROWN = 5

T = TypeVar("T")


@frozen
class Growth:
    """What was measured: the quickest CPU time in ``seconds`` for each of the ``sizes``."""

    sizes: tuple[int, ...]
    seconds: tuple[float, ...]

    @property
    def exponent(self) -> float:
        """The slope of log time over log size, by least squares; 0 when no size took long enough to be measured."""
        if len(self.sizes) < 2:
            return 0.0
        return linear_regression([log(size) for size in self.sizes], [log(took) for took in self.seconds]).slope

    def __str__(self) -> str:
        times = (f"{took * 1000:.3g} ms for {size:,}" for size, took in zip(self.sizes, self.seconds, strict=True))
        return f"time grows with the size to the power of {self.exponent:.2f}: {', '.join(times)}"


def assert_linear(
    run: Callable[[Any], object],
    *,
    size: int,
    prepare: Callable[[int], Any] | None = None,
    clock: Callable[[], float] = thread_time,
) -> Growth:
    """Assert that the time of *run* grows about linearly with the size of its input; return what was measured.

    *prepare* makes the input of a size, anew for each run and outside the measured time; without it, *run* gets the
    size itself. *size* is the smallest that is measured, 2, 4 and 8 times *size* are the others; all are doubled until
    the smallest can be measured. What takes no measurable time at 32 times *size* passes. *clock* counts the
    CPU time of this thread: work in other threads or processes is not seen.

    >>> from newsdiff.testing import assert_linear
    >>> growth = assert_linear(str.split, prepare=lambda size: "two died " * size, size=2_000)
    >>> len(growth.sizes)
    4
    """
    watch = _Watch(run, prepare or _same, clock)
    if not (sizes := watch.sizes(size)):
        return Growth((size << _GROWN,), (watch.best[size << _GROWN],))
    for runs in _RUNS:
        for turn in range(runs):
            for one in (
                sizes if turn % 2 else reversed(sizes)
            ):  # to and fro: no rhythm of the machine hits one size only
                watch.take(one)
        growth = Growth(sizes, tuple(watch.best[one] for one in sizes))
        if growth.exponent < LIMIT:
            return growth
    raise AssertionError(f"{growth}; quickest of {sum(_RUNS)} runs each; below {LIMIT} counts as linear")


def _same(size: int) -> int:
    return size


class _Watch:
    """Runs of one function, and the quickest for each size."""

    def __init__(self, run: Callable[[T], object], prepare: Callable[[int], T], clock: Callable[[], float]) -> None:
        self._run, self._prepare, self._clock = run, prepare, clock
        self.best: dict[int, float] = {}

    def sizes(self, size: int) -> tuple[int, ...]:
        """*size* and its doubles, all doubled until the smallest can be measured; empty where that never happens."""
        for grown in range(_GROWN + 1):
            smallest = size << grown
            if min(self.take(smallest), self.take(smallest)) >= _TICKS * _STEP:  # the first fills caches
                return tuple(smallest << more for more in range(DOUBLINGS + 1))
        return ()

    def take(self, size: int) -> float:
        """Run once and return the CPU time; without garbage collection, whose cost depends on the whole process."""
        given = self._prepare(size)
        with _no_collection():
            begin = self._clock()
            self._run(given)
            took = self._clock() - begin
        self.best[size] = min(took, self.best.get(size, took))
        return took


@contextmanager
def _no_collection() -> Iterator[None]:
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
