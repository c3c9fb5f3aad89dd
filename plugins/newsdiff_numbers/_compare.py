"""Do two quantities about one thing contradict each other? Interval logic, conversion, and the reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import evolve, frozen

from newsdiff import Claim, Quantity, Verdict
from newsdiff.text.numerals import grain
from newsdiff_numbers import _events, _units
from newsdiff_numbers._convert import converted
from newsdiff_numbers._intervals import Bounds, is_share
from newsdiff_numbers._likeness import ANYBODY, class_of, dimension, is_person, yearly

_INFINITE = float("inf")
# Nouns that say themselves that something befell those whom they count.
_SUFFERERS = ("victim", "victims")
_NEAR = 1e-9


@frozen
class Reading:
    """A quantity in the unit of the comparison, open bounds as infinities."""

    core: tuple[float, float]
    outer: tuple[float, float]


def compare(a: Claim, b: Claim) -> Verdict:
    """Return what two aligned number claims say of each other; swapping them mirrors the verdict."""
    found = verdict(a.value, b.value)
    if found.relation == "conflict" and (_may_be_part_of(a, b) or _may_be_part_of(b, a)):
        return Verdict("incomparable", reason="one may be a part of what the other counts")
    if found.relation == "conflict" and (_counts_anybody(a.value, b.value) or _counts_anybody(b.value, a.value)):
        return Verdict("incomparable", reason="one does not say for what it counts people")
    if found.relation == "conflict" and is_share(a.value) and (a.scope.part == "part") != (b.scope.part == "part"):
        return Verdict("incomparable", reason="one is of a part, the other of all")
    return found


def _counts_anybody(x: Quantity, y: Quantity) -> bool:
    """Tell whether *x* counts people without saying what became of them, and *y* does: "hundreds", "16 dead"."""
    suffered = x.unit is not None and x.unit.endswith(_SUFFERERS)
    return is_person(x.unit) and not suffered and not _events.is_event(x.concept) and _events.is_event(y.concept)


def _may_be_part_of(a: Claim, b: Claim) -> bool:
    """Tell whether some people of *a* may be among those of *b*: "170,000 in the province and thousands elsewhere"."""
    if (
        a.scope.part != "part"
        or b.scope.part == "part"
        or not class_of(a.value.unit) == class_of(b.value.unit) == ANYBODY
    ):
        return False
    return _closed(a.value.interval)[1] <= _closed(b.value.interval)[0]


def verdict(x: Quantity, y: Quantity) -> Verdict:
    """Compare two quantities.

    >>> fewer = Quantity(41, interval=(41, 41), outer=(41, 41))
    >>> verdict(Quantity(43, ">=", interval=(43, None), outer=(43, None)), fewer).relation
    'conflict'
    """
    if (x.change is None) != (y.change is None):
        return Verdict("incomparable", reason="one is a change, the other a level")
    if x.change != y.change:
        return Verdict("conflict", reason="one moves up, the other down")
    pair = _aligned(x, y)
    if pair is None:
        return Verdict("incomparable", reason=f"{_named(x.unit)} cannot be compared with {_named(y.unit)}")
    return _judged(x, y, *pair)


def _judged(x: Quantity, y: Quantity, one: Reading, two: Reading) -> Verdict:
    same_unit = x.unit == y.unit or dimension(x.unit or "") == "count"
    if same_unit and x.amount == y.amount:
        if x.modifier == y.modifier:
            return Verdict("agree", reason="the same number")
        if _meet(one.core, two.core) or {x.modifier, y.modifier} <= {"=", "~", ">=", "<="}:
            return Verdict("agree", reason="the same number, one of them hedged")
        if _meet(one.outer, two.outer):
            return Verdict("compatible", reason="the same number from both sides")
    if _close(one.core, two.core):
        return Verdict("agree", reason="the same range of values")
    if (precise := _rounds(x, y)) is not None:
        return Verdict("variation", "number-precision", f"compatible; {precise} gives a decimal more", importance=1)
    if _inside(one.core, two.core) or _inside(two.core, one.core):
        precise, loose = ("{left}", "{right}") if _inside(one.core, two.core) else ("{right}", "{left}")
        return Verdict(
            "variation", "number-precision", f"compatible; {precise} is more precise than {loose}", importance=1
        )
    if _meet(one.core, two.core):
        return Verdict("compatible", reason="both may be true: their usual readings overlap")
    if _meet(one.outer, two.outer):
        return Verdict("tension", reason="compatible only if both are read generously")
    return Verdict("conflict", reason=_against(x, y), growth=_growth(x, y, one, two))


def _rounds(x: Quantity, y: Quantity) -> str | None:
    """Tell which of two shares or measures the other one rounds to a whole: "5.1 per cent" and "five per cent"."""
    if x.unit != y.unit or isinstance(x.amount, tuple) or isinstance(y.amount, tuple):
        return None
    if x.unit != "percentage" and not (dimension(x.unit or "") in _ROUNDED and min(x.amount, y.amount) >= _LONG):
        return None
    whole = [amount == int(amount) for amount in (x.amount, y.amount)]
    finer = y.amount if whole[0] else x.amount
    if whole[0] == whole[1] or abs(x.amount - y.amount) >= _HALF or round(finer, 1) != finer:
        return None  # nobody rounds 3.25 to 3
    return "{right}" if whole[0] else "{left}"


_HALF = 0.5
# What is told in whole units from some size on: "the 12 km road" is one of 12.4 km, but a quake of 7 is not one of 6.8.
_ROUNDED, _LONG = frozenset("length area mass volume speed temperature".split()), 10


def _growth(x: Quantity, y: Quantity, one: Reading, two: Reading) -> Literal[-1, 0, 1]:
    if x.concept != y.concept or x.concept not in _events.growing():
        return 0
    return 1 if two.core[0] > one.core[0] else -1


def _aligned(x: Quantity, y: Quantity) -> tuple[Reading, Reading] | None:
    """Bring both into one unit; None where that cannot be done."""
    one, two = _reading(x), _reading(y)
    if x.unit == y.unit or (x.unit and y.unit and _units.measure(x.unit) is _units.measure(y.unit) is not None):
        return one, two
    if x.unit and y.unit and dimension(x.unit) != dimension(y.unit) and yearly(x) == yearly(y):
        return one, two
    kinds = dimension(x.unit or ""), dimension(y.unit or "")
    counts = [unit is None or kind == "count" for unit, kind in zip((x.unit, y.unit), kinds)]
    if all(counts):
        return one, two
    if kinds[0] != kinds[1] or kinds[0].startswith("money"):
        return None
    if is_share(x) and is_share(y):
        return (_scaled(one, 100) if x.unit != "percentage" else one), (
            _scaled(two, 100) if y.unit != "percentage" else two
        )
    # Convert the written unit that is larger by name order, so that swapping the two changes nothing.
    converted = _converted(_rounded(y), y.unit, x.unit) if (x.unit or "") < (y.unit or "") else None
    if converted is not None:
        return _rounded(x), converted
    if (x.unit or "") < (y.unit or ""):
        return None
    mirrored = _converted(_rounded(x), x.unit, y.unit)
    return None if mirrored is None else (mirrored, _rounded(y))


def _reading(x: Quantity) -> Reading:
    return Reading(_closed(x.interval), _closed(x.outer))


def _closed(bounds: Bounds) -> tuple[float, float]:
    low, high = bounds
    return (-_INFINITE if low is None else low, _INFINITE if high is None else high)


def _rounded(x: Quantity) -> Reading:
    """Widen a measure by its written precision: 7 miles and 11 kilometres are one claim."""
    reading = _reading(x)
    if reading.core[0] < reading.core[1]:
        return reading  # its intervals know of rounding already
    amounts = x.amount if isinstance(x.amount, tuple) else (x.amount,)
    slack = max(_slack(amount) for amount in amounts)
    return Reading(_widened(reading.core, slack), _widened(reading.outer, 2 * slack))


def _slack(amount: float) -> float:
    place = grain(amount)
    return min(place / 2, max(0.5, abs(amount) * 0.05)) if place >= 1 else place / 2


def _widened(bounds: tuple[float, float], slack: float) -> tuple[float, float]:
    return bounds[0] - slack, bounds[1] + slack


def _scaled(reading: Reading, factor: float) -> Reading:
    return Reading(
        (reading.core[0] * factor, reading.core[1] * factor), (reading.outer[0] * factor, reading.outer[1] * factor)
    )


def _converted(reading: Reading, unit: str | None, into: str | None) -> Reading | None:
    source, target = _pint(unit), _pint(into)
    if source is None or target is None:
        return None
    low, high, least, most = (converted(value, source, target) for value in (*reading.core, *reading.outer))
    if low is None or high is None or least is None or most is None:
        return None
    return Reading((low, high), (least, most))


def _pint(unit: str | None) -> str | None:
    known = _units.measure((unit or "").removesuffix(" of age"))
    return known.pint if known else None


def _meet(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Tell whether two closed intervals share a value."""
    return max(a[0], b[0]) <= min(a[1], b[1])


def _inside(a: tuple[float, float], b: tuple[float, float]) -> bool:
    slack = _NEAR * max(1.0, *(abs(value) for value in (*a, *b) if abs(value) != _INFINITE), 1.0)
    return b[0] - slack <= a[0] and a[1] <= b[1] + slack


def _close(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return _inside(a, b) and _inside(b, a)


_WORDS = {
    "=": "{}",
    "~": "about {}",
    "near": "just under {}",
    "<": "fewer than {}",
    "<=": "at most {}",
    ">": "more than {}",
    ">=": "{} or more",
}


def _against(x: Quantity, y: Quantity) -> str:
    if is_share(x) and is_share(y) and x.unit != y.unit:
        return f"{_per_cent(x)} against {_per_cent(y)}"
    return f"{spelled(x)} against {spelled(y)}"


def _per_cent(x: Quantity) -> str:
    if x.unit == "percentage":
        return f"{spelled(x)} per cent"
    low, high = x.amount if isinstance(x.amount, tuple) else (x.amount, x.amount)
    return f"{spelled(evolve(x, amount=100 * low if low == high else (100 * low, 100 * high)))} per cent"


def spelled(x: Quantity) -> str:
    """Return a quantity in words for a reason: "43 or more", "about 400"."""
    if isinstance(x.amount, tuple):
        number = f"{_figure(x.amount[0])} to {_figure(x.amount[1])}"
    else:
        number = _figure(x.amount)
    return _WORDS[x.modifier].format(number)


def _figure(value: float) -> str:
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.4g} {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4g}"


def _named(unit: str | None) -> str:
    return "a share" if unit and unit.startswith("%") else f"a number in {unit}" if unit else "a bare number"


def merge(claims: Sequence[Claim]) -> Claim:
    """Return the claim that stands for repeats: a total before a part, a figure before a vague word, an exact number
    before a hedge, then the first.
    """
    best = min(
        claims,
        key=lambda claim: (_PARTS.get(claim.scope.part, 1), _is_vague(claim.value), _width(claim.value), claim.span),
    )
    nouns = [claim.value.unit for claim in claims if claim.value.unit]
    if best.value.unit is None and nouns and _events.is_event(best.value.concept):
        return evolve(best, value=evolve(best.value, unit=nouns[0]))
    return best


_PARTS: dict[str | None, int] = {"total": 0, None: 1, "part": 2}


def _is_vague(x: Quantity) -> bool:
    """Tell "dozens" and "several hundred" from a figure or a stated range; even "at least 50" says more."""
    return isinstance(x.amount, tuple) and x.amount[1] > _VAGUE * x.amount[0] > 0


_VAGUE = 4
"""No one states a range with such ends."""


def _width(x: Quantity) -> float:
    low, high = _closed(x.interval)
    middle = abs(x.amount[0] if isinstance(x.amount, tuple) else x.amount)
    return (high - low) / max(1.0, middle)
