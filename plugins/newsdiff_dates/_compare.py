"""When two dates say the same, when one is only more precise, and when they cannot both be right."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime, timedelta

from newsdiff import Claim, Timex, Verdict
from newsdiff.language import times
from newsdiff_dates import _durations
from newsdiff_dates._happening import RELATIVE_DAY, explicit, is_counted_on
from newsdiff_dates._hit import ASSUMED

_DAY = timedelta(days=1)
# The widest distance between two wall clocks on Earth; how far the clocks of an event and of a newsroom usually differ.
_ZONES, _NEWSROOMS = timedelta(hours=14), timedelta(hours=9)
_HOUR = timedelta(hours=1)
_WEEK = timedelta(days=7)
# What "about 2.20 p.m." and "shortly before 2.20 p.m." leave open.
_ABOUT = timedelta(minutes=15)
# How alike times are that overlap, at least; how sure it must be that two that do not are of one happening. Guesses.
_NESTED, _ONE, _LEAST, _ONE_WORD = 0.6, 0.5, 0.1, 0.8
# How far apart two datings of one thing can be, in steps of the coarser of the two (three days at least); guess.
_STEPS = 10


def key(claim: Claim) -> Hashable | None:
    """Return what a date can stand against: "time" (of a deed), "announcement", "deadline", "start", "end", "duration".

    None for what is never compared: repeats, vague references, the day of filing, days on which somebody spoke, of
    whose many words nobody knows which are meant, years that are part of a name ("the 2019 nomination"), lengths that
    are counted from something else ("two days before the vote").
    """
    value: Timex = claim.value
    if claim.confidence < 0.5 or value.type == "SET" or value.value.endswith("_REF"):
        return None
    role = claim.scope.happening.role if claim.scope.happening else "day"
    if role in ("speech", "filed"):
        return None
    if value.type == "DURATION" and value.earliest is None and value.latest is None:
        return None if role in ("counted", "start", "deadline") else "duration"
    if role == "noun":
        return "time" if _is_day(value) else None
    return "time" if role in ("day", "counted") else role


def _is_day(value: Timex) -> bool:
    return value.earliest is not None and value.latest is not None and value.latest - value.earliest <= 2 * _DAY


def similarity(a: Claim, b: Claim) -> float:
    """Return how readily two dates are datings of one thing: equal, nested, near, or far apart (0).

    Of what happening they are is evidence of its own (``_features``).
    """
    first, second = a.value, b.value
    if first.type == "DURATION" or second.type == "DURATION":
        return _like_lengths(first, second)
    if first.value == second.value:
        return 1.0
    left, right = _stretch(first), _stretch(second)
    if left is None or right is None:
        return 0.5 if _fits(first.value, second.value) else 0.0
    if left[0] < right[1] and right[0] < left[1]:
        shared = min(left[1], right[1]) - max(left[0], right[0])
        return _NESTED + (1 - _NESTED) * (shared / max(left[1] - left[0], right[1] - right[0]))
    gap = max(left[0], right[0]) - min(left[1], right[1])
    step = max(left[1] - left[0], right[1] - right[0], 3 * _DAY)
    steps = gap / step
    return 0.5 * (1 - steps / _STEPS) if steps < _STEPS else 0.0


def _like_lengths(a: Timex, b: Timex) -> float:
    if a.value == b.value:
        return 1.0
    left, right = _durations.days(a.value), _durations.days(b.value)
    if left is None or right is None:
        return 0.5
    low, high = sorted((left[0], right[0]))
    return 0.9 * low / high if high else 1.0


def merge(claims: Sequence[Claim]) -> Claim:
    """Return the most precise of several claims: the shortest stretch of time, the first of equals.

    A time whose day is an assumption comes last.
    """
    return min(claims, key=lambda claim: (claim.confidence <= ASSUMED, _width(claim.value), claim.span))


def _width(value: Timex) -> float:
    stretch = _stretch(value)
    if stretch is not None:
        return (stretch[1] - stretch[0]).total_seconds()
    known = _durations.days(value.value) if value.type == "DURATION" else None
    return known[1] if known else float("inf")


def _stretch(value: Timex) -> tuple[datetime, datetime] | None:
    """Return the ends of a time, open ends far away; None when it is unresolved."""
    if value.earliest is None and value.latest is None:
        return None
    return value.earliest or datetime.min, value.latest or datetime.max


def _fits(a: str, b: str) -> bool:
    """Tell whether two values agree where both are resolved: XXXX-03 and 2026-03-12 do."""
    return a[4:5] == b[4:5] and all(x == y or "X" in (x, y) for x, y in zip(a, b, strict=False))


def compare(a: Claim, b: Claim) -> Verdict:
    """Return the verdict on two dates of one thing."""
    first, second = a.value, b.value
    if (first.value, first.mod) == (second.value, second.mod) and first.offset == second.offset:
        return Verdict("agree")
    if first.type == "DURATION" and second.type == "DURATION":
        return _lengths(first, second)
    left, right = _stretch(first), _stretch(second)
    if first.value[:10] != second.value[:10]:
        unsure = [claim.confidence <= ASSUMED for claim in (a, b)]
        if all(unsure) and left is not None and right is not None and _clocks(first, second):
            shift = datetime.fromisoformat(first.value[:10]) - datetime.fromisoformat(second.value[:10])
            return _times(first, second, left, (right[0] + shift, right[1] + shift))
        if any(unsure):
            return Verdict("incomparable", "date-conflict", "one of the two times does not say of which day")
        if (open_ := _same_words(a, b)) is not None:
            return open_
    if left is None or right is None:
        if first.value == second.value:
            return Verdict("agree")
        return Verdict("incomparable", "date-conflict", "one of the two dates depends on a day that is not known")
    if first.offset is not None and second.offset is not None and first.offset != second.offset:
        left, right = _to_utc(left, first.offset), _to_utc(right, second.offset)
    verdict = _times(first, second, left, right)
    if verdict.relation == "conflict" and (doubt := _loose(a, b, max(left[0], right[0]) - min(left[1], right[1]))):
        return Verdict("tension", "date-conflict", doubt)
    return verdict


def _loose(a: Claim, b: Claim, gap: timedelta) -> str | None:
    """Say in words why two times that lie apart need not be two, where one of them is not told as a day of its own."""
    if is_counted_on(a) or is_counted_on(b):
        return "one of them counts on from a day told before it"
    least, most = sorted((explicit(a), explicit(b)))
    if least < RELATIVE_DAY and gap <= _WEEK:
        return "one of them is told too loosely"
    if gap < _DAY and _one_night(*sorted((a.value, b.value), key=lambda value: value.value)):
        return "both can be of one night"
    if least < most and gap < _DAY:
        return "one of them is told from the day of writing, which may have been another"
    return None


def _same_words(a: Claim, b: Claim) -> Verdict | None:
    """Hold back two days that both articles call by one relative word, where it need not have been another day."""
    words = a.surface.lower()
    if words != b.surface.lower() or any(char.isdigit() for char in words):
        return None
    apart = _day(a.value) - _day(b.value) if _day(a.value) and _day(b.value) else None  # type: ignore[operator]
    if apart is not None and abs(apart) == 7 * _DAY and words.startswith(_WEEKDAYS):
        return Verdict("tension", "date-conflict", "the same weekday; of which week, the verbs around it tell")
    if apart is None or abs(apart) > 2 * _DAY:
        return None
    if a.scope.event and a.scope.event == b.scope.event:
        return Verdict("tension", "date-conflict", "the same sentence on another day, perhaps a reprint")
    if words.startswith(_SPOKEN):
        return Verdict("tension", "date-conflict", "the same words; who spoke them may have meant another day")
    return None


def _one_night(before: Timex, after: Timex) -> bool:
    """Tell whether the one is late on a day and the other early on the next."""
    late = before.mod == "END" or before.value[10:] == "TNI" or before.value[10:13] in ("T22", "T23")
    early = after.mod == "START" or after.value[10:13] in _SMALL_HOURS
    day, next_ = _day(before), _day(after)
    return late and early and day is not None and next_ is not None and next_ - day == _DAY


_SMALL_HOURS = tuple(f"T{hour:02d}" for hour in range(6))
# What is said of the day itself stands in quotations, which are printed the next day too.
_SPOKEN = ("today", "tonight", "tomorrow", "this ", "last night")
_WEEKDAYS = tuple(times.WEEKDAYS)


def _day(value: Timex) -> datetime | None:
    return value.earliest.replace(hour=0, minute=0) if value.earliest else None


def _clocks(first: Timex, second: Timex) -> bool:
    return ":" in first.value and ":" in second.value


def _to_utc(stretch: tuple[datetime, datetime], offset: int) -> tuple[datetime, datetime]:
    shift = timedelta(minutes=offset)
    return tuple(end if end in (datetime.min, datetime.max) else end - shift for end in stretch)  # type: ignore[return-value]


def _times(first: Timex, second: Timex, left: tuple[datetime, datetime], right: tuple[datetime, datetime]) -> Verdict:
    if left == right:
        return Verdict("agree")
    # The night of a day runs into the next one and is still a part of that day.
    if (left[0] <= right[0] and right[1] <= left[1]) or second.value.startswith(f"{first.value}T"):
        return Verdict("variation", "date-precision", "{right} is more precise", 1)
    if (right[0] <= left[0] and left[1] <= right[1]) or first.value.startswith(f"{second.value}T"):
        return Verdict("variation", "date-precision", "{left} is more precise", 1)
    if left[0] < right[1] and right[0] < left[1]:
        return Verdict("compatible")
    distance = f"{_apart(left, right)} apart"
    if "TIME" not in (first.type, second.type):
        return Verdict("conflict", "date-conflict", distance)
    gap = max(left[0], right[0]) - min(left[1], right[1])
    if _clocks(first, second) and "APPROX" in (first.mod, second.mod) and abs(left[0] - right[0]) <= _ABOUT:
        return Verdict("compatible")
    return _two_times(first, second, left[0] - right[0], gap, distance)


def _two_times(first: Timex, second: Timex, apart: timedelta, gap: timedelta, distance: str) -> Verdict:
    """Judge times of day that lie apart: where a zone is named on one side only, clocks may explain it.

    Where no zone is named, both articles tell the time of the place; two that name a part of day or whole hours may
    still have looked at two clocks, which makes the conflict a small one. A plain day may be that of the newsroom.
    """
    known = (first.offset is not None) + (second.offset is not None)
    halves = not _clocks(first, second) or apart % (_HOUR / 2) == timedelta(0)
    if known == 1 and gap < _ZONES and halves:
        return Verdict("tension", "date-conflict", "a difference of time zones could explain it")
    if known == 0 and gap < _NEWSROOMS and not _one_part(first, second):
        if first.type != second.type:
            return Verdict("tension", "date-conflict", "the day could be that of another time zone")
        if not _clocks(first, second) or apart % _HOUR == timedelta(0):
            return Verdict("conflict", "date-conflict", f"{distance}; two time zones could explain it", importance=1)
    return Verdict("conflict", "date-conflict", distance)


def _one_part(first: Timex, second: Timex) -> bool:
    """Tell whether both name the same part of day: then they are whole days apart."""
    return first.type == second.type == "TIME" and first.value[10:] == second.value[10:]


def _apart(left: tuple[datetime, datetime], right: tuple[datetime, datetime]) -> str:
    distance = abs(left[0] - right[0])
    if distance < _DAY:
        minutes = round(distance.total_seconds() / 60)
        return f"{minutes} minutes" if minutes < 120 else f"{round(minutes / 60)} hours"
    number = distance.days
    if number < 60:
        return "a day" if number == 1 else f"{number} days"
    return f"about {round(number / 30.4)} months" if number < 700 else f"about {round(number / 365.25)} years"


def _lengths(first: Timex, second: Timex) -> Verdict:
    left, right = _durations.outer(first.value, first.mod), _durations.outer(second.value, second.mod)
    one, two = _durations.days(first.value), _durations.days(second.value)
    if left is None or right is None or one is None or two is None:
        return Verdict("compatible")
    if abs(one[0] - two[0]) <= 0.02 * max(one[0], two[0]):
        return Verdict("agree" if first.mod == second.mod else "compatible")
    if left[0] <= right[1] and right[0] <= left[1]:
        return Verdict("compatible")
    coarse = max(one[1], two[1])
    if one[1] != two[1] and first.mod is second.mod is None and abs(one[0] - two[0]) < coarse / 2:
        finer = "{left}" if one[1] < two[1] else "{right}"
        return Verdict("variation", "date-precision", f"{finer} counts in smaller units", 1)
    return Verdict("conflict", "date-conflict", "the two lengths differ")
