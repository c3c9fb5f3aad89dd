"""What tells one event from another in a text: names, rare words, numbers with their nouns, ages, clock times, days."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from attrs import frozen

from newsdiff.language import numerals
from newsdiff.language.rarity import rarity
from newsdiff.language.times import DAYS, MONTHS, WEEKDAYS, days, last_weekday
from newsdiff.nouns.spans import Span

# The event is told at the top; what follows is detail, and in long pieces history and other events.
_READ = 12_000
_NAME_LEAD = 400  # guess: a name before this place stands early
_LEAD_CHARACTERS = 350  # guess: headline and first sentence
_EARLY_NAME, _EARLY_WORD = 1.5, 1.4  # guess: what early words count for
_HEADLINE = 160  # guess: a longer first paragraph is no headline
_ACRONYM = 5  # a longer word in capitals is a dateline or a headline that shouts

# Plain ``re``: this is the one pass over every word, and a class in front lets it skip ahead.
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W\d_]+|[.,:]\d+)*")
_SENTENCE_START = frozenset(".!?:;\n\r\u2028\u2029")
_OPENERS = frozenset(" \t\xa0\"“'‘(")
_OLDEST_IN_WORDS = 16
"""Ages above this are written in digits (a guess)."""
_PM = re.compile(r"\s?[ap]\.?m\b", re.IGNORECASE)

_WORDS = {word: number for word, number in numerals.ONES.items() if 1 <= number <= _OLDEST_IN_WORDS}
_CUES = frozenset({*MONTHS, *WEEKDAYS, *DAYS, "old"})

# Sorts of tokens. Most are plain, and only counted.
_PLAIN, _CUE, _CAPITAL, _NUMBER = "plain", "cue", "capital", "number"


@frozen(eq=False)
class Fingerprint:
    """The features of one text by which it can be told from reports of other events."""

    size: int
    """Words read, without numbers."""
    names: Mapping[str, float]
    """Lower-case name token to its weight: rarity, how often, how early."""
    salience: Mapping[str, float]
    """The same with less weight on rarity alone: what the text is about. A unit vector."""
    shown: Mapping[str, str]
    """How the text writes a name token."""
    follows: Mapping[str, str]
    """Name token to the one that stands right behind it where it first stands before one ("dana": "voss")."""
    capitals: frozenset[str]
    words: Mapping[str, float]
    """Stem to weight. A unit vector."""
    lead: Mapping[str, float]
    """Stems of the first lines."""
    headline: Mapping[str, tuple[float, str]]
    """Stem to weight and printed word of the first paragraph, as far as a headline goes."""
    numbers: frozenset[str]
    """Numbers of two and more digits that are no years."""
    counted: Mapping[str, tuple[str, ...]]
    """Stem of the word after a number, to those numbers, sorted."""
    decimals: frozenset[str]
    ages: frozenset[int]
    clock: frozenset[tuple[int, int]]
    """Hour (mod 12) and minute of times that are exact to the minute."""
    days: frozenset[tuple[int, int]]
    """(month, day), written out or resolved against the publication date."""
    weekdays: frozenset[int]
    opening: tuple[date, ...]
    """The days that the first lines name, in order, resolved against the publication date."""
    published: date | None


def fingerprint(text: str, rows: Sequence[Span], published: date | datetime | None) -> Fingerprint:
    """Return the fingerprint of the *rows* (paragraphs) of a text, read up to some 12,000 characters."""
    reader = _Reader(text)
    if rows:
        reader.read_headline(rows[0].start, min(rows[0].end, rows[0].start + _HEADLINE))
    left = _READ
    for row in rows:
        if left <= 0:
            break
        reader.read(row.start, min(row.end, row.start + left), _READ - left)
        left -= row.end - row.start
    day = published.date() if isinstance(published, datetime) else published
    return reader.fingerprint(day, _opening(text, rows, day) if day else ())


def _opening(text: str, rows: Sequence[Span], published: date) -> tuple[date, ...]:
    start = rows[0].start if rows else 0
    return tuple(days(text, start, start + _LEAD_CHARACTERS, published))


class _Reader:
    """Counts over one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower: dict[str, int] = {}
        self.upper: dict[str, int] = {}
        self.inside: set[str] = set()
        self.first: dict[str, int] = {}
        self.shown: dict[str, str] = {}
        self.follows: dict[str, str] = {}
        self.lead: dict[str, float] = {}
        self.headline: dict[str, tuple[float, str]] = {}
        self.numbers: set[str] = set()
        self.counted: dict[str, set[str]] = {}
        self.ages: set[int] = set()
        self.clock: set[tuple[int, int]] = set()
        self.days: set[tuple[int, int]] = set()
        self.weekdays: set[int] = set()
        self.near: set[int] = set()

    def read(self, start: int, end: int, before: int) -> None:
        """Read one paragraph, which has *before* characters of text in front of it."""
        text, shift = self.text, before - start
        plain: list[str] = []
        last, last_sort, previous = "", _PLAIN, ""
        for match in _TOKEN.finditer(text, start, end):
            word, sort = _form(match[0])
            if sort is _PLAIN:
                plain.append(word)
            elif sort is _NUMBER:
                self._number(word, last, match.start(), match.end())
                if last_sort is _CAPITAL and last not in _CUES:
                    self._model(word, match.start(), shift)
            else:
                if sort is _CAPITAL:
                    self._capital(word, match, start, shift)
                    if last_sort is _CAPITAL and text[match.start() - 1] == " " and text[match.start() - 2].isalnum():
                        self.follows.setdefault(last, word)
                else:
                    plain.append(word)
                if word in _CUES:
                    self._cue(word, last, previous)
            if last_sort is _NUMBER and sort is not _NUMBER:
                self.counted.setdefault(rarity(word).stem, set()).add(last)
            previous, last, last_sort = last, word, sort
        for word, count in Counter(plain).items():
            self.lower[word] = self.lower.get(word, 0) + count
        if before < _LEAD_CHARACTERS:
            for token in _TOKEN.findall(text, start, min(end, _LEAD_CHARACTERS - shift)):
                info = rarity(token.lower())
                if not info.stem[0].isdecimal():
                    self.lead[info.stem] = info.word

    def read_headline(self, start: int, end: int) -> None:
        """Read the first paragraph, which is the headline where there is one."""
        for token in _TOKEN.findall(self.text, start, end):
            word = _form(token)[0]
            stem, _, weight = rarity(word)
            if weight and len(word) > 2 and not word[0].isdecimal():
                self.headline.setdefault(stem, (weight, word))

    def _capital(self, word: str, match: re.Match[str], start: int, shift: int) -> None:
        count = self.upper.get(word, 0)
        if not count:
            self.first[word] = match.start() + shift
            printed = match[0][: len(word)]
            self.shown[word] = printed.title() if len(printed) > _ACRONYM and printed.isupper() else printed
        self.upper[word] = count + 1
        if word not in self.inside and self._is_inside(match.start(), start):
            self.inside.add(word)

    def _model(self, token: str, at: int, shift: int) -> None:
        """Take "Flight 370" and "Curve 8900" as names: models and flights are told apart by nothing else."""
        if len(token) < 3 or not token.isdecimal() or is_year(token):
            return
        if self.text[at - 1] in " -" and self.text[at - 2].isalnum():
            self.upper[token] = self.upper.get(token, 0) + 1
            self.inside.add(token)
            self.first.setdefault(token, at + shift)
            self.shown.setdefault(token, token)

    def _number(self, token: str, before: str, start: int, end: int) -> None:
        if len(token) > 1 and not is_year(token):
            self.numbers.add(token)
        if len(token) > 5 or not token.replace(":", "0").replace(".", "0").isdecimal():
            return
        if ":" in token or "." in token:
            # "9.27" without a.m. or p.m. is a number; "8 p.m." is too coarse to tell two events apart.
            hour, _, minute = token.replace(".", ":").partition(":")
            if (
                len(minute) == 2
                and minute.isdecimal()
                and int(hour) < 24
                and int(minute) < 60
                and (":" in token or _PM.match(self.text, end))
            ):
                self.clock.add((int(hour) % 12, int(minute)))
        elif len(token) <= 2:
            if before in MONTHS and 1 <= int(token) <= 31:
                self.days.add((MONTHS[before], int(token)))
            # "Dana Voss, 41, said"
            apposed = self.text[end : end + 1] == "," and self.text[start - 2 : start] == ", " and int(token) > 9
            if apposed or before in ("aged", "age"):
                self.ages.add(int(token))

    def _cue(self, word: str, last: str, previous: str) -> None:
        if word == "old":
            # "41-year-old", "three years old"
            if last in ("year", "years") and (previous in _WORDS or (previous.isdecimal() and len(previous) <= 2)):
                self.ages.add(_WORDS.get(previous) or int(previous))
        elif word in MONTHS:
            if len(last) <= 2 and last.isdecimal() and 1 <= int(last) <= 31:
                self.days.add((MONTHS[word], int(last)))
        elif word in WEEKDAYS:
            self.weekdays.add(WEEKDAYS[word])
        else:
            self.near.add(DAYS[word])

    def _is_inside(self, at: int, start: int) -> bool:
        """Tell whether a capital letter is more than the start of a sentence."""
        at -= 1
        while at >= start and self.text[at] in _OPENERS:
            at -= 1
        return at >= start and self.text[at] not in _SENTENCE_START

    def fingerprint(self, published: date | None, opening: tuple[date, ...]) -> Fingerprint:
        names, salience = self._names()
        stems: dict[str, int] = {}
        weights: dict[str, float] = {}
        for counts in (self.lower, self.upper):
            for word, count in counts.items():
                stem, _, weight = rarity(word)
                if weight and len(word) > 2:
                    stems[stem] = stems.get(stem, 0) + count
                    weights[stem] = weight
        weekdays, days = set(self.weekdays), set(self.days)
        if published:
            moved = [published + timedelta(days=step) for step in self.near]
            weekdays |= {day.weekday() for day in moved}
            moved += [last_weekday(number, published) for number in weekdays]
            days |= {(day.month, day.day) for day in moved}
        return Fingerprint(
            sum(self.lower.values()) + sum(self.upper.values()),
            names,
            _unit(salience),
            self.shown,
            self.follows,
            frozenset(self.upper),
            _unit({stem: weights[stem] * (1 + math.log(count)) for stem, count in stems.items()}),
            self.lead,
            self.headline,
            frozenset(self.numbers),
            {stem: tuple(sorted(found)) for stem, found in self.counted.items()},
            frozenset(number for number in self.numbers if "." in number and len(number) <= 4),
            frozenset(self.ages),
            frozenset(self.clock),
            frozenset(days),
            frozenset(weekdays),
            opening,
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
            names[word] = weight * (1 + math.log(count + lower)) * (_EARLY_NAME if early else 1.0)
            salience[word] = weight * math.sqrt(count) * (_EARLY_WORD if early else 1.0)
        return names, salience


@lru_cache(maxsize=1 << 16)
def _form(token: str) -> tuple[str, str]:
    """Return a token in lower case without a possessive ending, and its sort; a number as it is."""
    if token[0].isdecimal():
        return token, _NUMBER
    word = token.lower()
    if word[-2:] in ("'s", "’s"):
        word = word[:-2]
    return word, _CAPITAL if token[0].isupper() else _CUE if word in _CUES else _PLAIN


def is_year(number: str) -> bool:
    """Tell whether a number token reads as a year."""
    return len(number) == 4 and number[:2] in ("19", "20")


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = max(math.sqrt(sum([weight * weight for weight in vector.values()])), 0.5)
    return {key: weight / length for key, weight in vector.items()}
