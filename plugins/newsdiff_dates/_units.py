"""Units of time: what a word for one means, how many of them make a TIMEX3 value, and what lies so many away."""

from __future__ import annotations

from datetime import date

from newsdiff_dates._calendar import months_away, shifted, week
from newsdiff_dates._lexicon import meanings

_MODS = (
    ("no more than", "EQUAL_OR_LESS"),
    ("not more than", "EQUAL_OR_LESS"),
    ("no less than", "EQUAL_OR_MORE"),
    ("no fewer than", "EQUAL_OR_MORE"),
    ("not less than", "EQUAL_OR_MORE"),
    ("more than", "MORE_THAN"),
    ("less than", "LESS_THAN"),
    ("fewer than", "LESS_THAN"),
    ("at least", "EQUAL_OR_MORE"),
    ("at most", "EQUAL_OR_LESS"),
    ("up to", "EQUAL_OR_LESS"),
)
_LONG = {"10Y": "E", "100Y": "C", "1000Y": "L"}
# A part of a unit is told in the next smaller one: two and a half years are two years and six months.
_SMALLER = {"Y": (12, "M"), "W": (7, "D"), "M": (30, "D"), "TH": (60, "M"), "TM": (60, "S")}
_MOST = 1e9  # units; more are no length that anybody means (guess)
UNKNOWN = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX"}


def modifier(words: str) -> str | None:
    """Return the TIMEX3 mod of an approximator in front of a numeral.

    >>> modifier("nearly"), modifier("no more than"), modifier("three")
    ('LESS_THAN', 'EQUAL_OR_LESS', None)
    """
    for text, mod in _MODS:
        if text in words:
            return mod
    for word in reversed(words.split()):
        if (found := meanings().get(word, "")) in ("APPROX", "LESS_THAN", "MORE_THAN"):
            return found
    return None


def unit_of(words: str) -> str:
    """Return the meaning of a unit of time: "Y", "TH" (hours), "10Y"."""
    if words == "second":
        return "TS"
    return meanings().get(words.split()[-1], "") if words else ""


def _times(unit: str) -> tuple[int, str]:
    letter = unit.lstrip("0123456789")
    return int(unit[: len(unit) - len(letter)] or 1), letter


def length(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of so many units; an amount that is not stated, or is beyond all measure, is X.

    >>> length(2.5, "Y"), length(None, "M"), length(4, "10Y"), length(36, "TH"), length(2, "3M"), length(0.5, "TH")
    ('P2Y6M', 'PXM', 'P40Y', 'PT36H', 'P2Q', 'PT30M')
    """
    times, letter = (1, "Q") if unit == "3M" else _times(unit)
    clock, name = ("T", letter[1:]) if letter.startswith("T") else ("", letter)
    if count is None or count * times > _MOST:
        return f"P{clock}X{_LONG.get(unit, name)}"
    whole, part = divmod(count * times, 1)
    if not part:
        return f"P{clock}{whole:.0f}{name}"
    if letter == "D":
        return f"P{whole:.0f}DT{part * 24:.0f}H" if whole else f"PT{part * 24:.0f}H"
    per, smaller = _SMALLER.get(letter, (0, ""))
    if not round(part * per):
        return f"P{clock}{count * times:g}{name}"
    return f"P{clock}{f'{whole:.0f}{name}' if whole else ''}{round(part * per)}{smaller}"


def moved(day: date, count: float, unit: str) -> str | None:
    """Return the value of the day, week, month or year that lies so many units away, as precise as the unit.

    >>> moved(date(2026, 3, 12), -2, "Y"), moved(date(2026, 3, 12), 3, "W"), moved(date(2026, 3, 12), -10, "D")
    ('2024', '2026-W14', '2026-03-02')
    """
    times, letter = _times(unit)
    if abs(count * times) > _MOST:
        return None
    if letter.startswith("T"):
        return _shifted(day, count * {"TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86_400}[letter])
    if letter == "Y" and count == int(count):
        year = day.year + int(count * times)
        return f"{year:04d}" if 1 <= year <= 9999 else None
    if letter in ("M", "Y"):
        year, month = months_away(day.year, day.month, round(count * times * (12 if letter == "Y" else 1)))
        if not 1 <= year <= 9999:
            return None
        return f"{year:04d}-Q{(month + 2) // 3}" if unit == "3M" else f"{year:04d}-{month:02d}"
    if letter == "W":
        there = shifted(day, round(count * times * 7))
        return week(there) if there else None
    return _shifted(day, count * times)


def _shifted(day: date, days: float) -> str | None:
    there = shifted(day, round(days))
    return there.isoformat() if there else None
