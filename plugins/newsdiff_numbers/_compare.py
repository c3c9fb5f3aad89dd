"""What two quantities about one thing say of each other: agreement, precision or a difference, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from newsdiff import Claim, Quantity, Verdict
from newsdiff_numbers import _events, _figures, _moving, _rules, _topic
from newsdiff_numbers._figures import Figure
from newsdiff_numbers._intervals import Bounds, is_share


def compare(a: Claim, b: Claim) -> Verdict:
    """Return what two aligned number claims say of each other; swapping them mirrors the verdict."""
    return verdict(a.value, b.value)


def verdict(x: Quantity, y: Quantity) -> Verdict:
    """Compare two quantities.

    >>> verdict(Quantity(43, ">="), Quantity(58)).reason
    'both could hold: 43 or more, and 58'
    """
    if (x.change is None) != (y.change is None):
        return Verdict("incomparable", reason="one is a change, the other a level")
    if x.change != y.change:
        return Verdict("conflict", reason="one moves up, the other down", apart=1.0)
    pair = _figures.aligned(x, y)
    if pair is None:
        return Verdict("incomparable", reason=f"{_named(x.unit)} cannot be compared with {_named(y.unit)}")
    one, two = pair
    rule = _rules.decided(one, two)
    if rule.outcome == "one":
        return Verdict("agree", reason="the same number")
    if rule.outcome == "precision":
        reason, apart = _precision(one, two), _figures.apart(one, two)
        return Verdict("variation", "number-precision", reason, importance=1, apart=apart)
    return Verdict("conflict", reason=_told(x, y, one, two), moves=_moving.moves(x, y), apart=_figures.apart(one, two))


def _precision(one: Figure, two: Figure) -> str:
    """Say which of two compatible figures is the more precise one."""
    if _figures.equal(one, two):
        return "compatible; the same number, hedged in one or otherwise"
    left, right = _looseness(one), _looseness(two)
    if left == right:
        return "compatible; one figure, rounded or hedged"
    precise, loose = ("{left}", "{right}") if left < right else ("{right}", "{left}")
    return f"compatible; {precise} is more precise than {loose}"


def _looseness(x: Figure) -> tuple[bool, bool, float]:
    """Return how little a figure says: a range less than a bound, a bound less than a figure, and the coarser less."""
    return x.ranged, x.floor or x.ceiling, x.step


def _told(x: Quantity, y: Quantity, one: Figure, two: Figure) -> str:
    """Say what stands against what, and whether both could hold."""
    first, second = (_per_cent(x), _per_cent(y)) if is_share(x) and is_share(y) else (spelled(x), spelled(y))
    (low, high), (least, most) = one.bounds, two.bounds
    if (one.floor or one.ceiling or two.floor or two.ceiling) and max(low, least) <= min(high, most):
        return f"both could hold: {first}, and {second}"
    return f"{first} against {second}"


_WORDS = {
    "=": "{}",
    "~": "about {}",
    "near": "just under {}",
    "<": "fewer than {}",
    "<=": "at most {}",
    ">": "more than {}",
    ">=": "{} or more",
}


def _closed(bounds: Bounds) -> tuple[float, float]:
    low, high = bounds
    return (-_figures.INFINITE if low is None else low, _figures.INFINITE if high is None else high)


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
        value = evolve(best.value, unit=nouns[0])
        return evolve(best, value=value, topic=_topic.counted(value))
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
