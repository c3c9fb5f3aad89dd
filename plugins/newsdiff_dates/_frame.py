"""What an article has said so far about time, and how an incomplete date is completed from it."""

from __future__ import annotations

import re
from datetime import date, datetime

from newsdiff_dates._calendar import shifted, valid

# What decides whether an incomplete date is the next one or the last one: the last of these in front of it. The group
# holds the words that look ahead, with the participle they govern ("will be sentenced"); the others look back.
_TENSE = re.compile(
    r"\b(?:(will|won't|shall|plans? to|is planning|are planning|(?<!had been )due|expects?|expected|scheduled|slated"
    r"|intends?|hopes?|aims?|going to|upcoming|as (?:early|soon|late) as"
    r"|(?:might|may)(?! have )|could(?! have | not |n['’]t)"
    r"|would(?= be )|is to|are to|deadline of|(?<!previously )(?<!as )plann(?:ed|ing)"
    r"|takes? effect|payable|matures?|resumes?|supposed"
    r"|(?:postponed|delayed|adjourned|extended|moved)(?: \w{1,12})? (?:un)?til|(?<!not )(?<!up )until)"
    r"(?:(?: not)?(?: to)? be(?: [a-z]{2,20}ly)? [a-z]{2,20}ed)?+"
    r"|(?:did|could)(?: not|n['’]t) [a-z]{2,20}"  # "did not resume" looks back
    r"|was|were|had|did|said|[Aa]fter|[Ss]ince|last|ago|[a-z]{2,20}ed|became|began|rose|fell)\b"
)
# A month or day told in the past tense is at most so many months ahead: "stepped down in March" is past (guess).
_NEAR = 3
# Years that leave the calendar of Python (1 to 9999) room on both sides.
_FIRST, _LAST = 1000, 9000
_SENTENCE = re.compile(r"[.!?]['\"”’)]{0,2}\s{1,3}(?=[A-Z\"“‘'])")


class Frame:
    """The anchors of one article: publication date, last date mentioned, last quarter and year mentioned."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        day = published.date() if isinstance(published, datetime) else published
        # Sums of days and years must not run over the ends of the calendar.
        self.day = day if day is not None and _FIRST <= day.year <= _LAST else None
        self.mentioned: date | None = None
        self.mentioned_at = 0
        self.quarter: str | None = None
        self.quarter_at = -1
        self.span_at = -1
        self.stated: dict[str, int] = {}
        self.year: int | None = None
        self.month: date | None = None

    def note(self, value: str, at: int) -> None:
        """Remember a value that was just found, as an anchor for what follows."""
        if value in ("P9M", "P6M", "P1Y"):
            self.span_at = at
        if value[:4].isdigit():
            self.year = int(value[:4])
        if len(value) >= 7 and value[:4].isdigit() and value[4] == "-" and value[5:7].isdigit():
            self.month = valid(int(value[:4]), int(value[5:7]), 1)
        if len(value) >= 10 and value[:4].isdigit() and value[5:7].isdigit() and value[8:10].isdigit():
            self.mentioned, self.mentioned_at = valid(int(value[:4]), int(value[5:7]), int(value[8:10])), at

    def speak_of(self, quarter: str, at: int) -> None:
        """Remember the quarter the article is about; what it is compared with a year before is not that."""
        day = self.day
        if day and quarter[:4].isdigit() and (int(quarter[:4]), int(quarter[6])) > (day.year, (day.month + 2) // 3):
            return  # still to come: nobody reports on it
        if quarter[:4].isdigit() and (self.quarter is None or quarter[:4] >= self.quarter[:4]):
            self.quarter, self.quarter_at = quarter, at

    def state(self, value: str) -> None:
        """Remember a month or day that the article gives with its year."""
        self.stated.setdefault(value[5:], int(value[:4]))
        self.stated.setdefault(value[5:7], int(value[:4]))

    def before(self, at: int) -> str:
        """Return what stands before a place in its sentence, at most 90 characters."""
        text = self.text[max(0, at - 90) : at]
        cut = 0
        for match in _SENTENCE.finditer(text):
            cut = match.end()
        return text[cut:]

    def future(self, at: int) -> bool:
        """Tell whether the words before a place speak of what is still to come."""
        return self.tense(at) > 0

    def tense(self, at: int) -> int:
        """Return 1 when the last verb or cue before a place looks ahead, -1 when it looks back, 0 without one."""
        sign = 0
        for match in _TENSE.finditer(self.before(at)):
            sign = 1 if match[1] else -1
        return sign

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
        known = self.stated.get(f"{month:02d}-{day:02d}" if day else f"{month:02d}")
        if known:
            return known
        years = [self.day.year + step for step in (-1, 0, 1)]
        options = [(self._distance(year, month, day), year) for year in years]
        tense = self.tense(at)
        if tense > 0:
            options = [option for option in options if (option[1], month) >= (self.day.year, self.day.month)]
        if tense < 0:
            options = [option for option in options if self._months_ahead(option[1], month) <= _NEAR] or options
        if self.text[max(0, at - 6) : at - 1].lower() == "ended":
            options = [option for option in options if self._months_ahead(option[1], month) <= 0] or options
        return min(options)[1]

    def _months_ahead(self, year: int, month: int) -> int:
        assert self.day is not None
        return (year - self.day.year) * 12 + month - self.day.month

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

    def reference(self, unit: str = "D") -> date | None:
        """Return the last day mentioned, or else the publication day; for a month or year, the last such mentioned."""
        if unit == "Y" and self.year is not None:
            return date(self.year, 1, 1) if 1 <= self.year <= 9999 else None
        if unit == "M" and self.month is not None:
            return self.month
        return self.mentioned or self.day

    def same_sentence(self, at: int) -> bool:
        """Tell whether the last day was mentioned in the sentence of a place."""
        return 0 <= at - self.mentioned_at <= 120 and not _SENTENCE.search(self.text, self.mentioned_at, at)
