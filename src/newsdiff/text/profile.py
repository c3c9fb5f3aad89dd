"""What tells one event from another in a text: names, rare words, numbers with their nouns, ages, clock times, days."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

import regex
from attrs import frozen

from newsdiff.spans import Span
from newsdiff.text.rarity import rarity

# The event is told at the top; what follows is detail, and in long pieces history and other events.
_READ = 12_000
_NAME_LEAD = 400
_LEAD = 350

_TOKEN = regex.compile(r"[\p{L}\p{N}]+(?:['’]\p{L}+|[.,:]\p{N}+)*+")
_SENTENCE_START = frozenset(".!?:;\n\r\u2028\u2029")
_OPENERS = frozenset(" \t\xa0\"“'‘(")

_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_WEEKDAYS = {name: number for number, name in enumerate("mon tues wednes thurs fri satur sun".split())}
_SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_WORDS = {word: number for number, word in enumerate(_SMALL, 1)}
_MONTH = r"(?:J(?:an|un|ul)|Feb|Ma[ry]|A(?:pr|ug)|Sep|Oct|Nov|Dec)"
_MONTH_DAY = regex.compile(rf"({_MONTH})\p{{Ll}}{{0,6}}\.? (3[01]|[12][0-9]|0?[1-9])(?![0-9,.:]*[0-9])")
_DAY_MONTH = regex.compile(rf"(3[01]|[12][0-9]|0?[1-9])(?<![0-9.,:].{{1,2}})(?:st|nd|rd|th)? ({_MONTH})\p{{Ll}}{{0,6}}\b")
_DAY = regex.compile(r"[MTWFS](?<!\w.)(?:on|ues|ednes|hurs|ri|atur|un)day\b|(?:yesterday|today|tonight)\b")
_AGE = regex.compile(
    rf"([0-9]{{1,2}}|{'|'.join(_SMALL)})[ -]{{1,3}}years?[ -]{{1,3}}old\b|\baged? ([0-9]{{1,2}})\b|, ([1-9][0-9]),",
    regex.IGNORECASE,
)
_CLOCK = regex.compile(r"([0-2]?[0-9])(?<![0-9.:,].{1,2})(?:[:.]([0-5][0-9])(?![0-9.:]))?(?:\s?([ap])\.?m\b)?", regex.I)


@frozen(eq=False)
class Profile:
    """The features of one text by which it can be told from reports of other events."""

    size: int
    """Words read."""
    names: Mapping[str, float]
    """Lower-case name token to its weight: rarity, how often, how early."""
    salience: Mapping[str, float]
    """The same with less weight on rarity alone: what the text is about. A unit vector."""
    shown: Mapping[str, str]
    """How the text writes a name token."""
    capitals: frozenset[str]
    words: Mapping[str, float]
    """Stem to weight. A unit vector."""
    lead: Mapping[str, float]
    """Stems of the first lines."""
    numbers: frozenset[str]
    """Numbers of two and more digits that are no years."""
    counted: Mapping[str, frozenset[str]]
    """Stem of the word after a number, to those numbers."""
    decimals: frozenset[str]
    ages: frozenset[int]
    clock: frozenset[tuple[int, int]]
    """Hour (mod 12) and minute of times that are exact to the minute."""
    days: frozenset[tuple[int, int]]
    """(month, day), written out or resolved against the publication date."""
    weekdays: frozenset[int]
    published: date | None


def profile(text: str, rows: Sequence[Span], published: date | datetime | None) -> Profile:
    """Return the profile of the *rows* (paragraphs) of a text, read up to some 12,000 characters."""
    reader = _Reader(text)
    left = _READ
    for row in rows:
        if left <= 0:
            break
        reader.read(row.start, min(row.end, row.start + left), _READ - left)
        left -= row.end - row.start
    day = published.date() if isinstance(published, datetime) else published
    return reader.profile(day)


class _Reader:
    """Counts over one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.size = 0
        self.lower: dict[str, int] = {}
        self.upper: dict[str, int] = {}
        self.inside: set[str] = set()
        self.first: dict[str, int] = {}
        self.shown: dict[str, str] = {}
        self.lead: dict[str, float] = {}
        self.numbers: set[str] = set()
        self.counted: dict[str, set[str]] = {}
        self.ages: set[int] = set()
        self.clock: set[tuple[int, int]] = set()
        self.dates: set[tuple[int, int]] = set()
        self.day_words: set[str] = set()

    def read(self, start: int, end: int, before: int) -> None:
        """Read one paragraph, which has *before* characters of text in front of it."""
        self._tokens(start, end, before - start)
        text = self.text
        for match in _MONTH_DAY.finditer(text, start, end):
            self.dates.add((_MONTHS[match[1].lower()], int(match[2])))
        for match in _DAY_MONTH.finditer(text, start, end):
            self.dates.add((_MONTHS[match[2].lower()], int(match[1])))
        self.day_words.update(match.group() for match in _DAY.finditer(text, start, end))
        for match in _AGE.finditer(text, start, end):
            word = (match[1] or match[2] or match[3]).lower()
            self.ages.add(_WORDS.get(word) or int(word))
        for match in _CLOCK.finditer(text, start, end):
            self._time(match[1], match[2], match[3], match.group())

    def _tokens(self, start: int, end: int, shift: int) -> None:
        text, lower, upper, first = self.text, self.lower, self.upper, self.first
        number = ""
        for match in _TOKEN.finditer(text, start, end):
            token, at = match.group(), match.start()
            self.size += 1
            if token[0].isdigit():
                number = token
                if len(token) > 1 and not _year(token):
                    self.numbers.add(token)
                continue
            word = token.lower()
            if word[-2:] in ("'s", "’s"):
                word = word[:-2]
            if number:
                self.counted.setdefault(rarity(word).stem, set()).add(number)
                number = ""
            first.setdefault(word, at + shift)
            if token[0].isupper():
                upper[word] = upper.get(word, 0) + 1
                if self._is_inside(at, start):
                    self.inside.add(word)
                self.shown.setdefault(word, token[: len(word)])
            else:
                lower[word] = lower.get(word, 0) + 1
            if at + shift < _LEAD:
                info = rarity(word)
                self.lead[info.stem] = info.word

    def _is_inside(self, at: int, start: int) -> bool:
        """Tell whether a capital letter is more than the start of a sentence."""
        at -= 1
        while at >= start and self.text[at] in _OPENERS:
            at -= 1
        return at >= start and self.text[at] not in _SENTENCE_START

    def _time(self, hour: str, minute: str | None, half: str | None, surface: str) -> None:
        # "9.27" without a.m. or p.m. is a number; "8 p.m." is too coarse to tell two events apart.
        if minute and int(hour) < 24 and (half or ":" in surface):
            self.clock.add((int(hour) % 12, int(minute)))

    def profile(self, published: date | None) -> Profile:
        names, salience = self._names()
        stems: dict[str, int] = {}
        weights: dict[str, float] = {}
        for counts in (self.lower, self.upper):
            for word, count in counts.items():
                info = rarity(word)
                if info.word and len(word) > 2:
                    stems[info.stem] = stems.get(info.stem, 0) + count
                    weights[info.stem] = info.word
        days = {name for name in self.day_words if name[-3:] == "day" and name[0].isupper()}
        weekdays = {_WEEKDAYS[name[:-3].lower()] for name in days}
        near = {"yesterday": -1, "today": 0, "tonight": 0}
        resolved = set(self.dates)
        if published:
            moved = [published + timedelta(days=near[name]) for name in self.day_words - days]
            weekdays |= {day.weekday() for day in moved}
            moved += [published - timedelta(days=(published.weekday() - number) % 7) for number in weekdays]
            resolved |= {(day.month, day.day) for day in moved}
        return Profile(
            self.size,
            names,
            _unit(salience),
            self.shown,
            frozenset(self.upper),
            _unit({stem: weights[stem] * (1 + math.log(count)) for stem, count in stems.items()}),
            self.lead,
            frozenset(self.numbers),
            {stem: frozenset(found) for stem, found in self.counted.items()},
            frozenset(number for number in self.numbers if "." in number and len(number) <= 4),
            frozenset(self.ages),
            frozenset(self.clock),
            frozenset(resolved),
            frozenset(weekdays),
            published,
        )

    def _names(self) -> tuple[dict[str, float], dict[str, float]]:
        names, salience = {}, {}
        for word, count in self.upper.items():
            lower = self.lower.get(word, 0)
            weight = rarity(word).name
            # A word that also stands in lower case is no name, unless a capital inside a sentence says so more often.
            if not weight or len(word) < 2 or lower >= count or (lower and word not in self.inside):
                continue
            early = self.first[word] < _NAME_LEAD
            names[word] = weight * (1 + math.log(count + lower)) * (1.5 if early else 1.0)
            salience[word] = weight * math.sqrt(count) * (1.4 if early else 1.0)
        return names, salience


def _year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("19", "20")


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {key: weight / max(length, 0.5) for key, weight in vector.items()}
