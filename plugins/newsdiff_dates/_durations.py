"""How long a TIMEX3 duration is, as a range of days."""

from __future__ import annotations

import re
from functools import lru_cache

_DURATION = re.compile(
    r"P(?:(?P<L>[0-9.]+)L)?(?:(?P<C>[0-9.]+)C)?(?:(?P<E>[0-9.]+)E)?(?:(?P<Y>[0-9.]+)Y)?(?:(?P<Q>[0-9.]+)Q)?"
    r"(?:(?P<M>[0-9.]+)M)?(?:(?P<W>[0-9.]+)W)?(?:(?P<D>[0-9.]+)D)?"
    r"(?:T(?:(?P<h>[0-9.]+)H)?(?:(?P<m>[0-9.]+)M)?(?:(?P<s>[0-9.]+)S)?)?"
)
_DAYS = {
    "L": 365_250.0, "C": 36_525.0, "E": 3652.5, "Y": 365.25, "Q": 91.3125, "M": 30.4375, "W": 7.0, "D": 1.0,
    "h": 1 / 24, "m": 1 / 1440, "s": 1 / 86_400,
}  # fmt: skip
# How far "about" and "some" let a duration give way (guess).
_ROUGHLY = 0.25

Range = tuple[float, float]


@lru_cache(maxsize=1024)
def days(value: str) -> tuple[float, float] | None:
    """Return the length of a duration in days and that of its smallest unit; None when it is not stated.

    >>> days("P2W"), days("PT36H"), days("PXY")
    ((14.0, 7.0), (1.5, 0.041666666666666664), None)
    """
    match = _DURATION.fullmatch(value)
    found = {name: float(number) for name, number in match.groupdict().items() if number} if match else {}
    if not found:
        return None
    return sum(number * _DAYS[name] for name, number in found.items()), min(_DAYS[name] for name in found)


def outer(value: str, mod: str | None) -> Range | None:
    """Return the lengths that a duration and its modifier admit.

    >>> outer("P4D", "MORE_THAN")
    (4.0, inf)
    """
    known = days(value)
    if known is None:
        return None
    length, unit = known
    match mod:
        case "MORE_THAN" | "EQUAL_OR_MORE":
            return length, float("inf")
        case "LESS_THAN" | "EQUAL_OR_LESS":
            return 0.0, length
        case "APPROX":
            slack = max(unit / 2, _ROUGHLY * length)
            return length - slack, length + slack
        case _:
            return length, length
