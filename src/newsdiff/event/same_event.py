"""Do two articles report one event?

Look-alike events share words (two quakes in one country, two shootings), not names, days, ages and clock times. So the
score is a small sum of named features; no corpus is needed. Articles of the same days are likelier to be of one event,
and what they have in common weighs otherwise: "today" is shared by all of them, a word of both headlines is not. They
have weights of their own, fitted on clusters of articles (``newsdiff.event.fit``); the others' are set by hand.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from threading import Lock

from newsdiff.event.fingerprint import Fingerprint, fingerprint, is_year
from newsdiff.language.lexicon import table
from newsdiff.language.rarity import rarity
from newsdiff.language.times import MONTHS
from newsdiff.nouns.article import Article
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.reports import EventMatch
from newsdiff.page.document import Document

# Weight of each feature in the log-odds of "same"; features_of says what each one is. Set by hand and checked on
# annotated pairs whose events were left out (decision 13); for pairs that are not known to be of the same days.
WEIGHTS: Mapping[str, float] = {
    "names": 2.5,
    "focus": 4.0,
    "words": 2.0,
    "lead": 2.5,
    "days": 3.0,
    "weekdays": 0.8,
    "clock": 3.0,
    "ages": 2.6,
    "numbers": 2.2,
    "counted": 1.9,
    "other counts": -0.9,
    "other decimals": -1.4,
    "near": 0.9,
    "weeks apart": -0.8,
    "months apart": -2.0,
    "other day": -4.0,
}
# Set by hand with the weights above.
BIAS = -4.4
# The same for articles of the same days.
SAME_DAYS = Path(__file__).parent / "same_days.tsv"

_MIN_WORDS = 20  # guess: a text of fewer words says too little to decide
_MIN_NAMES = 0.5  # guess: so does one whose names weigh less, half a rare one
_KEPT_FINGERPRINTS = 512  # guess: bounds the memory that articles without extraction take
_SAME_DAYS, _WEEKS, _MONTHS = 3, 10, 45  # guess: days between two publications
_LINE = 0.5  # defined by the logistic model: likelier than not
_LITTLE_FOCUS = 0.35  # guess: so little of what one is about is in the other that a reason says it
_TELLING = 0.6  # guess: the weight of a name that a reason lists
_SHOWN = 6  # guess: names that a reason lists
_FRESH = timedelta(days=1)
# A headline of less than this (two and a half listed words) is not wholly told by one shared word: a guess.
_FULL_HEADLINE = 1.5

_kept_prints: OrderedDict[Article, Fingerprint] = OrderedDict()
_lock = Lock()


def same_event(left: Article | Extraction, right: Article | Extraction) -> EventMatch:
    """Tell whether *left* and *right* report one event.

    Names count by their rarity, then days, clock times, ages, numbers with their nouns, and the words of the lead; a
    distance in publication time speaks against. Where there is too little text to tell, ``decided`` is False. The
    score can be thresholded: 0.5 is the line.
    """
    one, two = _article(left), _article(right)
    if one.text == two.text and one.text.strip():
        return EventMatch(True, True, 1.0, ("Both have the same text.",))
    first, second = fingerprint_of(left), fingerprint_of(right)
    if (two.text, two.id) < (one.text, one.id):  # sums of floats depend on the order; the answer must not
        first, second = second, first
    thin = _too_thin(first, second)
    features = features_of(first, second)
    odds = _odds(features, are_near(first, second))
    score = round(1 / (1 + math.exp(-max(-50.0, min(50.0, odds)))), 4)
    if thin:
        return EventMatch(False, False, min(score, _LINE), (thin,))
    return EventMatch(score >= _LINE, True, score, tuple(_reasons(first, second, features)))


def hand_set(features: Mapping[str, float]) -> float:
    """Return the log-odds by the weights that are set by hand."""
    return BIAS + sum(weight * features[name] for name, weight in WEIGHTS.items())


def _odds(features: Mapping[str, float], near: bool) -> float:
    if not near:
        return hand_set(features)
    weights = same_days()
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())


@cache
def same_days() -> Mapping[str, float]:
    """Return the weights for articles of the same days, with the "bias"."""
    return {name: float(weight) for name, weight in table(SAME_DAYS)}


def _article(source: Article | Extraction) -> Article:
    return source.article if isinstance(source, Extraction) else source


def fingerprint_of(source: Article | Extraction) -> Fingerprint:
    """Return the fingerprint of an article, kept with its extraction, or for some time where there is none."""
    if isinstance(source, Extraction):
        return source.derived(_fingerprint_of)
    with _lock:
        found = _kept_prints.get(source)
        if found is not None:
            _kept_prints.move_to_end(source)
            return found
    found = _taken(Document(source))
    with _lock:
        _kept_prints[source] = found
        while len(_kept_prints) > _KEPT_FINGERPRINTS:
            _kept_prints.popitem(last=False)
    return found


def _fingerprint_of(extraction: Extraction) -> Fingerprint:
    return _taken(Document.of(extraction))


def _taken(document: Document) -> Fingerprint:
    return fingerprint(document.text, document.body, document.article.published)


def _too_thin(one: Fingerprint, two: Fingerprint) -> str | None:
    least = min(one.size, two.size)
    if least < _MIN_WORDS:
        words = "word" if least == 1 else "words"
        return f"One of the articles has only {least} {words}: too little text to tell whether both report one event."
    if min(sum(one.names.values()), sum(two.names.values())) < _MIN_NAMES and not (one.ages & two.ages):
        return "One of the articles names nobody and no place: too little to tell whether both report one event."
    return None


def features_of(one: Fingerprint, two: Fingerprint) -> dict[str, float]:
    """Return the evidence, each symmetric and mostly between 0 and 1."""
    apart = _days_apart(one, two)
    numbers = one.numbers & two.numbers
    return {
        # Share of the rarity-weighted names of the text with fewer of them that the other has too.
        "names": _overlap(one.names, two.names, 0.5),
        # Cosine of what the texts are about: names that are rare, repeated and early.
        "focus": _dot(one.salience, two.salience),
        "words": _dot(one.words, two.words),
        "lead": _overlap(one.lead, two.lead, 1.0),
        # How much of each headline the other article has in its text.
        "headline": (_covered(one, two) + _covered(two, one)) / 2,
        # Whether each headline has names that are nowhere in the other article.
        "strangers": min(_unknown(one, two), _unknown(two, one)),
        "days": min(len(one.days & two.days), 2) / 2,
        "weekdays": max(_match(one.weekdays, two.weekdays), 0.0 if are_near(one, two) else -1.0),
        "clock": float(bool(one.clock & two.clock)),
        "ages": min(len(one.ages & two.ages), 2) / 2,
        "numbers": len(numbers) / max(1, min(len(one.numbers), len(two.numbers))),
        "counted": math.log1p(len(_counted(one, two, same=True))),
        "other counts": float(min(len(_counted(one, two, same=False)), 4)),
        "other decimals": float(bool(one.decimals and two.decimals and not one.decimals & two.decimals)),
        "near": float(are_near(one, two)),
        "weeks apart": float(apart is not None and apart > _WEEKS),
        "months apart": float(apart is not None and apart > _MONTHS),
        # Each tells at once of a fresh event, days from the other's, and the later one does not know the earlier day.
        "other day": float(_other_days(one, two) is not None),
    }


def _overlap(one: Mapping[str, float], two: Mapping[str, float], floor: float) -> float:
    shared = sum(min(weight, two[key]) for key, weight in one.items() if key in two)
    return shared / max(min(sum(one.values()), sum(two.values())), floor)


def _dot(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    if len(one) > len(two):
        one, two = two, one
    return sum(weight * two[key] for key, weight in one.items() if key in two)


def _covered(one: Fingerprint, two: Fingerprint) -> float:
    told = sum(weight for stem, (weight, _) in one.headline.items() if stem in two.words)
    return told / max(sum(weight for weight, _ in one.headline.values()), _FULL_HEADLINE)


def _unknown(one: Fingerprint, two: Fingerprint) -> float:
    """Return the share of the names in one's headline, by rarity, that the other article does not have in any case."""
    names = {word: rarity(word).name for _, word in one.headline.values() if word in one.names}
    absent = sum(
        weight for word, weight in names.items() if word not in two.capitals and rarity(word).stem not in two.words
    )
    return absent / max(sum(names.values()), 1.0)


def _match(one: frozenset[int], two: frozenset[int]) -> float:
    return 0.0 if not one or not two else 1.0 if one & two else -1.0


def _counted(one: Fingerprint, two: Fingerprint, *, same: bool) -> list[tuple[str, str]]:
    """Return (number, stem of what it counts) that both give, or stems for which they give other numbers."""
    found = []
    for stem, numbers in one.counted.items():
        others = two.counted.get(stem)
        if not others or not rarity(stem).word:
            continue
        shared = [number for number in numbers if number in others]
        if same:
            found += [(number, stem) for number in shared if not is_year(number)]
        elif not shared:
            found.append((numbers[0], stem))
    return found


def are_near(one: Fingerprint, two: Fingerprint) -> bool:
    """Tell whether two articles are of the same days."""
    apart = _days_apart(one, two)
    return apart is not None and apart <= _SAME_DAYS


def _days_apart(one: Fingerprint, two: Fingerprint) -> int | None:
    return abs((one.published - two.published).days) if one.published and two.published else None


def _other_days(one: Fingerprint, two: Fingerprint) -> tuple[date, date] | None:
    """Return the days of two fresh events, where the leads tell of two: a verdict in May and one nine days later.

    Articles of the same days may tell of one event and of what came of it: "was shot on Saturday", "charged on Monday".
    """
    if are_near(one, two):
        return None
    if not (one.opening and two.opening and one.published and two.published):
        return None
    first, second = one.opening[0], two.opening[0]
    fresh = abs(one.published - first) <= _FRESH and abs(two.published - second) <= _FRESH
    if not fresh or abs(first - second) <= _FRESH:
        return None
    early, later = min(first, second), two if first < second else one
    return None if (early.month, early.day) in later.days else (first, second)


def _reasons(one: Fingerprint, two: Fingerprint, features: Mapping[str, float]) -> Iterator[str]:
    shared = {key: min(weight, two.names[key]) for key, weight in one.names.items() if key in two.names}
    telling = sorted((key for key, much in shared.items() if much >= _TELLING), key=lambda key: (-shared[key], key))
    if telling:
        yield f"Both name {_and(_whole(telling[:_SHOWN], one))}."
    else:
        yield "They share no name that is rare enough to tell events apart."
    near = are_near(one, two)
    if near and _odds(features, near) >= 0 > hand_set(features):
        words = _told_in_headlines(one, two)
        about = f" Both are about {_and(words)}." if words else ""
        yield f"By names and numbers they could be two events of the same days.{about}"
    if features["focus"] < _LITTLE_FOCUS:
        mine, yours = _missing(one, two), _missing(two, one)
        if mine and yours:
            yield f"One is about {_and(mine)}, the other about {_and(yours)}."
    if one.days & two.days:
        yield f"Both speak of {_and([_day(day) for day in sorted(one.days & two.days)[:2]])}."
    elif other := _other_days(one, two):
        first, second = (_day((day.month, day.day)) for day in other)
        yield f"One tells at once of {first}, the other of {second}."
    elif features["weekdays"] < 0:
        yield "They speak of different days of the week."
    if one.clock & two.clock:
        hour, minute = min(one.clock & two.clock)
        yield f"Both give the time {hour or 12}:{minute:02d}."
    if one.ages & two.ages:
        yield f"Both give the age {_and([str(age) for age in sorted(one.ages & two.ages)[:3]])}."
    if one.decimals and two.decimals and not one.decimals & two.decimals:
        mine, yours = sorted(one.decimals)[:2], sorted(two.decimals)[:2]
        yield f"They share no measured figure: {_and(mine)} in one, {_and(yours)} in the other."
    apart = _days_apart(one, two)
    if apart is not None and (apart <= _SAME_DAYS or apart > _WEEKS):
        yield "They were published on the same day." if not apart else f"They were published {_days(apart)} apart."


def _whole(keys: list[str], one: Fingerprint) -> list[str]:
    """Return name tokens as printed, those that follow each other as one name: "Dana Voss"."""
    behind = {key: after for key in keys if (after := one.follows.get(key)) in keys and after != key}
    found = []
    for key in keys:
        if key in behind.values():
            continue
        run = [key]
        while (after := behind.get(run[-1])) and after not in run:
            run.append(after)
        found.append(" ".join(one.shown[token] for token in run))
    return found or [one.shown[key] for key in keys]


def _missing(one: Fingerprint, two: Fingerprint) -> list[str]:
    """Return what *one* is most about among the names that *two* does not have."""
    absent = [key for key in one.salience if key not in two.capitals and one.names[key] >= _TELLING]
    return [one.shown[key] for key in sorted(absent, key=lambda key: (-one.salience[key], key))[:2]]


def _told_in_headlines(one: Fingerprint, two: Fingerprint) -> list[str]:
    """Return three words of the headlines that the other article has too: those of both first, then the rarest."""
    found = {stem: row for stem, row in one.headline.items() if stem in two.words}
    found |= {stem: row for stem, row in two.headline.items() if stem in one.words and stem not in found}
    both = one.headline.keys() & two.headline.keys()
    ranked = sorted(found, key=lambda stem: (stem not in both, -found[stem][0], stem))
    return [found[stem][1] for stem in ranked[:3]]


def _and(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _day(day: tuple[int, int]) -> str:
    month = next(name for name, number in MONTHS.items() if number == day[0])
    return f"{day[1]} {month.capitalize()}"


def _days(count: int) -> str:
    return "one day" if count == 1 else f"{count} days"
