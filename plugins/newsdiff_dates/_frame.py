"""What an article has said so far about time, and how an incomplete date is completed from it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from newsdiff_dates._calendar import shifted, valid

# Words that put what they govern into the future: an incomplete date near them is the next one, not the last one.
_FUTURE = re.compile(
    r"\b(?:will|won't|shall|plans?|planned|planning|due|expects?|expected|scheduled?|slated|set|intends?|hopes?|aims?"
    r"|going|upcoming|deadline|starting|beginning|until|by|takes? effect|matures?|payable|would|to be)\b"
)
_PAST = re.compile(r"\b(?:was|were|had|did|said|after|since|last|ago)\b|[a-z]{3}ed\b")
_SENTENCE = re.compile(r"[.!?]['\"”’)]{0,2}\s+(?=[A-Z\"“‘'])")


class Frame:
    """The anchors of one article: publication date, last date mentioned, last quarter and year mentioned."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        self.day = published.date() if isinstance(published, datetime) else published
        self.mentioned: date | None = None
        self.mentioned_at = 0
        self.quarter: str | None = None
        self.quarter_at = -1
        self.year: int | None = None
        self.year_at = -1

    def note(self, value: str, at: int) -> None:
        """Remember a value that was just found, as an anchor for what follows."""
        if len(value) >= 7 and value[4:6] == "-Q" and value[:4].isdigit():
            self.quarter, self.quarter_at = value[:7], at
        if value[:4].isdigit():
            self.year, self.year_at = int(value[:4]), at
        if len(value) >= 10 and value[:4].isdigit() and value[5:7].isdigit() and value[8:10].isdigit():
            self.mentioned, self.mentioned_at = valid(int(value[:4]), int(value[5:7]), int(value[8:10])), at

    def sentence(self, at: int) -> tuple[str, str]:
        """Return what stands before and after a place in its sentence, at most 200 characters each."""
        before = self.text[max(0, at - 200) : at]
        for match in _SENTENCE.finditer(before):
            last = match.end()
            before = before[last:] if False else before
        cut = max((match.end() for match in _SENTENCE.finditer(before)), default=0)
        after = self.text[at : at + 200]
        stop = _SENTENCE.search(after)
        return before[cut:], after[: stop.start()] if stop else after

    def future(self, at: int) -> bool:
        """Tell whether the words before a place speak of what is still to come."""
        before, _ = self.sentence(at)
        cues = list(_FUTURE.finditer(before[-90:]))
        if not cues:
            return False
        return _PAST.search(before[-90:], cues[-1].end()) is None

    def weekday(self, number: int, at: int) -> date | None:
        """Return the day a bare weekday means: the last one up to the publication day, or the next on a future cue."""
        if self.day is None:
            return None
        back = (self.day.isoweekday() - number) % 7
        if self.future(at) and back:
            return shifted(self.day, 7 - back)
        return shifted(self.day, -back)

    def year_of(self, month: int, day: int | None, at: int) -> int | None:
        """Return the year of a month, or of a day of a month, that is given without one."""
        if self.day is None:
            return None
        years = [self.day.year + step for step in (-1, 0, 1)]
        options = [(self._distance(year, month, day), year) for year in years]
        if day is None and self.future(at):
            options = [option for option in options if (option[1], month) >= (self.day.year, self.day.month)]
        return min(options)[1]

    def _distance(self, year: int, month: int, day: int | None) -> int:
        assert self.day is not None
        there = valid(year, month, day or 15)
        return abs((there - (self.day if day else self.day.replace(day=15))).days) if there else 10_000

    def last_quarter(self) -> str | None:
        """Return the quarter before the publication day's."""
        if self.day is None:
            return None
        year, quarter = self.day.year, (self.day.month - 1) // 3
        return f"{year:04d}-Q{quarter}" if quarter else f"{year - 1:04d}-Q4"

    def reference(self) -> date | None:
        """Return the last day mentioned, or else the publication day."""
        return self.mentioned or self.day

    def days_back(self, days: float) -> date | None:
        """Return the day so many days before publication."""
        return self.day - timedelta(days=days) if self.day else None
