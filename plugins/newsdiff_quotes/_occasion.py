"""When words were said, where the article dates them back: "said in March 2014", "told the court last year".

Only the attribution counts: the words right behind the cue verb, or the opening of its sentence. A time further away
dates something else ("Ruiz, mayor since 2014, said"). What was said in the last days is this news, and has no occasion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from newsdiff import Document, Span, Timex
from newsdiff.language import english
from newsdiff.language.idioms import Idiom
from newsdiff.language.lexicon import trie
from newsdiff.language.numerals import ONES, TENS
from newsdiff.language.times import MONTHS

_NEWS = timedelta(days=14)
_MONTH = rf"(?P<month>{'|'.join(sorted((name.title() for name in MONTHS), key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>(?:1[89]|20)[0-9]{2})(?![0-9])"
_COUNT = r"(?P<count>an?|[0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|several|many|some|a few)"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
# Each begins with a word that has no other use in an attribution.
_TIMES = (
    Idiom(
        "day and month",
        rf"\b(?:on |in )?(?:(?:early|late|mid)[ -])?{_DAY} {_MONTH}(?:,? {_YEAR}| (?P<last>last year))?",
        examples=("on 3 March 2014", "9th June last year"),
        others=("in March", "on 3 marches"),
    ),
    Idiom(
        "month, with a day or a year",
        rf"\b(?P<in>(?:in|from|[Ll]ast) )?(?:(?:early|late|mid)[ -])?{_MONTH}(?![a-z])"
        rf"(?: {_DAY}\b(?!:))?(?:(?:,| of)? {_YEAR}| (?P<last>last year))?",
        examples=("in early March 2014", "last June", "June 9, 2014"),
        others=("in marches", "in 2014"),
    ),
    Idiom(
        "year",
        rf"\b(?:[Ii]n|of|from|her|his|their|an?|the|its) (?:(?:early|late|mid)[ -])?{_YEAR}(?! [A-Z])",
        examples=("in 2014", "a late 2014 interview"),
        others=("in 20145", "some 2014", "the 2014 Games"),
    ),
    Idiom(
        "last year, month or season",
        r"\b[Ll]ast (?P<unit>year|month|spring|summer|autumn|fall|winter)\b",
        examples=("last spring", "Last year"),
        others=("last week", "the last yearling"),
    ),
    Idiom(
        "a number of years ago",
        rf"\b{_COUNT} (?P<ago>year|month|week|decade)s? (?:ago|earlier|before)\b",
        examples=("two years ago", "a decade earlier", "12 weeks before"),
        others=("years ago", "two days ago"),
    ),
    Idiom(
        "years ago, or earlier this year",
        r"\bearlier (?P<this>this year)\b|\b(?P<vague>decades|years|months|weeks) (?:ago|earlier|before)\b",
        examples=("earlier this year", "decades ago"),
        others=("this year", "days ago"),
    ),
)
_SOME_TIME = rf"(?:{english.lexicon.pattern('past-adverb')}|at the time|back then|in the past)\b"
_VAGUE = Idiom(
    "at some time in the past",
    rf"\b{_SOME_TIME}",
    examples=("has previously", "had", "back then"),
    others=("hadn", "longer", "passed"),
)
_COUNTS = ONES | TENS | {"a": 1, "an": 1}
_DAYS = {"year": 365, "month": 30, "week": 7, "decade": 3650}
_PAST = Timex("DATE", "PAST_REF")
# A cheap look before the real one.
_TIME = (
    r"[0-9]|[Ll]ast [a-zA-Z]|ago\b|earlier |before\b"
    rf"|(?:{trie(sorted(name.title() for name in MONTHS))})\b"
)
_TIME_HINT = re.compile(_TIME)
_HINT = re.compile(rf"{_TIME}| {_SOME_TIME}")
# What an attribution may hold between the verb and its time, in code points (guess), and where the next clause begins.
_BEHIND, _OPENING, _VERB = 70, 45, 20
_STOP = re.compile(
    r"[.;:?!“”\"«»‘(]|,(?! (?:[0-9]{4}|back in|in (?:a|an) )\b)| (?:that|when|of|about|who|whose|which|as|and) "
)


def occasion(before: str, behind: str, opening: str, published: date | None) -> Timex | None:
    """Return when words were said, or None where their attribution does not date them back.

    *before* stands between speaker and verb, *behind* follows the verb, *opening* is what its sentence begins with.

    >>> occasion("", " reporters in March 2014.", "", None).value
    '2014-03'
    >>> occasion("", " on Monday.", "", None) is None
    True
    """
    for words in (_clause(behind[:_BEHIND]), opening[:_OPENING]):
        for match in _first(words) if _TIME_HINT.search(words) else ():
            if (found := _timex(match, published)) is not None:
                return found if not _recent(found, published) else None
    return _PAST if _VAGUE.search(before) or _VAGUE.match(_clause(behind[:_BEHIND]).lstrip()) else None


def of(document: Document, mention: Span, cue: str, words: Span) -> Timex | None:
    """Return when *words* were said, as far as the attribution at *mention* with the verb *cue* tells."""
    text = document.text
    if mention.start >= words.end:
        if not _HINT.search(text, words.end, mention.end + _BEHIND + _VERB):
            return None
        at = text.find(cue, mention.end, mention.end + _BEHIND)
        if text.find(cue, words.end, mention.start) >= 0 or at < 0:  # "…, said Ruiz in March"
            return occasion("", _line(text, mention.end), "", _published(document))
        return occasion(text[mention.end : at], _line(text, at + len(cue)), "", _published(document))
    opening = _opening(document, mention)
    end = min(words.start, mention.end + 2 * _BEHIND)
    if not (_HINT.search(text, mention.end, end) or (opening and _TIME_HINT.search(opening))):
        return None
    at = text.find(cue, mention.end, end)
    if at < 0:
        return occasion("", "", opening, _published(document))
    behind = text[at + len(cue) : min(words.start, at + len(cue) + _BEHIND)]
    return occasion(text[mention.end : at], behind, opening, _published(document))


def _opening(document: Document, mention: Span) -> str:
    """Return what the sentence of a mention begins with: "Last spring Ruiz" may have been read as one phrase."""
    text, start = document.text, mention.start
    if start == 0 or text[start - 1] == "\n" or text[start - 2] in ".?!":
        return text[start : min(mention.end, start + _OPENING)] if text.startswith("Last ", start) else ""
    sentence = document.sentence_at(start)
    return text[sentence.start : min(start, sentence.start + _OPENING)] if sentence else ""


def _published(document: Document) -> date | None:
    published = document.article.published
    return published.date() if isinstance(published, datetime) else published


def _line(text: str, at: int) -> str:
    return text[at : at + _BEHIND].partition("\n")[0]


def _clause(words: str) -> str:
    stop = _STOP.search(words)
    return words[: stop.start()] if stop else words


def _first(words: str) -> Iterator[re.Match[str]]:
    found = [match for pattern in _TIMES if (match := pattern.search(words))]
    yield from sorted(found, key=lambda match: (match.start(), -match.end()))


def _timex(match: re.Match[str], published: date | None) -> Timex | None:
    parts = match.groupdict()
    if parts.get("month"):
        sure = parts.get("in", "") or parts["day"] or parts["year"] or parts["last"]
        return _month(parts, published) if sure else None  # "said May would win"
    if year := parts.get("year"):
        return _stretch(year, date(int(year), 1, 1), date(int(year) + 1, 1, 1))
    if parts.get("vague"):
        return _PAST
    if parts.get("this"):
        return _stretch(str(published.year), date(published.year, 1, 1), published) if published else _PAST
    if (unit := parts.get("unit")) is not None:
        return _last(unit, published)
    count = _COUNTS.get(parts["count"]) or (int(parts["count"]) if parts["count"].isdigit() else None)
    if published is None or count is None or count > 200:
        return _PAST if published is None or count is None else None
    back = timedelta(days=count * _DAYS[parts["ago"]])
    if published.toordinal() <= 2 * back.days:
        return _PAST
    day, doubt = published - back, back / 4
    return Timex("DATE", f"{day.year}", "APPROX", _at(day - doubt), _at(day + doubt))


def _last(unit: str, published: date | None) -> Timex:
    if published is None:
        return _PAST
    if unit == "month":
        first = (published.replace(day=1) - timedelta(days=1)).replace(day=1)
        return _stretch(f"{first:%Y-%m}", first, published.replace(day=1))
    if unit == "year":
        return _stretch(str(published.year - 1), date(published.year - 1, 1, 1), date(published.year, 1, 1))
    return _stretch(str(published.year - 1), published - timedelta(days=540), published - timedelta(days=30))


def _month(parts: dict[str, str | None], published: date | None) -> Timex | None:
    month, day = MONTHS[(parts["month"] or "").lower()], int(parts.get("day") or 0)
    year = int(parts.get("year") or 0)
    if not year and published is not None:
        year = published.year - (month > published.month or bool(parts.get("last")))
    if day > 28 or not year:  # the last days of a month need no calendar here
        day = min(day, 28)
    if not year:
        return Timex("DATE", f"XXXX-{month:02}") if not day else None
    first = date(year, month, day or 1)
    end = first + timedelta(days=1) if day else (first + timedelta(days=31)).replace(day=1)
    return _stretch(f"{first:%Y-%m-%d}" if day else f"{first:%Y-%m}", first, end)


def _stretch(value: str, first: date, end: date) -> Timex:
    return Timex("DATE", value, None, _at(first), _at(max(end, first + timedelta(days=1))))


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _recent(found: Timex, published: date | None) -> bool:
    if published is None or found.latest is None:
        return False
    return found.latest > _at(published) - _NEWS


def apart(one: Timex, other: Timex) -> bool:
    """Tell whether two occasions cannot be one."""
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return max(one.earliest, other.earliest) - min(one.latest, other.latest) > timedelta(days=31)
