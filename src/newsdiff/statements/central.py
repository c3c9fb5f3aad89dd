"""Central sentences: those that tell a reader most, and whether another article tells them, too."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsdiff.alignment.profile import Profile
from newsdiff.language.clauses import described, forms
from newsdiff.language.lexicon import ENGLISH, table
from newsdiff.language.predicates import Predicate, main_predicate, polarity
from newsdiff.language.subjects import agent
from newsdiff.nouns.claims import Claim, Scope
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.spans import Span
from newsdiff.nouns.values import Statement
from newsdiff.statements.telling import Telling, weight

_FATES = ENGLISH / "fates.tsv"
_MANY = frozenset("dozen hundred thousand million score".split())
# The numbers below are guesses, tried on open pairs.
_LEAD_SENTENCES = 3
_CENTRAL = 20
"""Central sentences of an article that are looked for in the other one."""
_SHORTEST = 5
"""Words of a sentence that tells anything."""
# A sentence that shares this much of its telling words says it. Leads are paraphrased most, so little is enough there.
_COVERED = 0.5
_COVERED_LEAD = 0.25
_TELLING = 1.5
"""The weight of a sentence that tells enough to be lacking."""
_REPEATED = 0.3
"""The part of a headline's weight that a lead repeats."""
# A word in more sentences of an article than this is its topic, and tells none of them apart.
_TOPIC = 2
_RARE = 1.0
"""The weight of a rare word."""
_PARAPHRASE, _SAME_FATE = 0.4, 0.5
"""The part of the rare words that tells that two sentences tell one thing, and where it is one fate of people."""


class Point(NamedTuple):
    """A central sentence: people harmed (3), lead (2) or speech (1), its place, the lemmas of its content words."""

    gravity: int
    sentence: int
    lemmas: tuple[str, ...]
    figures: frozenset[str]
    """Its years and larger numbers."""


def central(source: Extraction) -> tuple[Point, ...]:
    """Return the sentences that other articles should not lack, gravest first.

    People harmed, headline and lead, what named speakers are reported to have said.
    """
    return source.derived(_central)


def _central(source: Extraction) -> tuple[Point, ...]:
    ranked = sorted(_points(Telling.of(source)), key=lambda point: (-point.gravity, point.sentence))
    return tuple(ranked[:_CENTRAL])


def _points(telling: Telling) -> Iterator[Point]:
    text, spoken = telling.document.text, telling.reported
    for index, lemmas in enumerate(telling.words):
        harm = not harmed().isdisjoint(lemmas)
        if index >= _LEAD_SENTENCES and not harm and index not in spoken:
            continue
        if not index and _repeated(telling):
            continue
        words = [known for known in map(described, forms(text, telling.sentences[index])) if known]
        counted = harm and (not _MANY.isdisjoint(lemmas) or any(lower[0].isdigit() for lower, *_ in words))
        gravity = 3 if counted else 2 if index < _LEAD_SENTENCES else int(index in spoken)
        if gravity and len(words) >= _SHORTEST:
            content = dict.fromkeys(base for _, base, is_content, _ in words if is_content and len(base) > 1)
            figures = frozenset(lower for lower, *_ in words if lower.isdigit() and len(lower) > 1 and lower != "000")
            yield Point(gravity, index, tuple(content), figures)


def _repeated(telling: Telling) -> bool:
    """Tell whether an article begins with a headline that its lead says again: then the lead is what may be lacking."""
    text, headline = telling.document.text, telling.sentences[0]
    if headline.of(text).rstrip("\"'”’ ").endswith((".", "!", "?")):
        return False
    lead = set().union(*telling.words[1 : 1 + _LEAD_SENTENCES])
    weights = {word: weight(word) for word in telling.words[0]}
    return sum(much for word, much in weights.items() if word in lead) >= _REPEATED * sum(weights.values())


def lacking(here: Extraction, there: Extraction, told: Sequence[Span] = ()) -> Iterator[Claim]:
    """Yield what is central *here* and told by no sentence *there*, as claims on whole sentences.

    *told* are the places of what both tell: a sentence that has one is not lacking.
    """
    for point in central(here):
        if _lacks(there, point):
            claim = _claim(Telling.of(here), point)
            if not any(claim.span.overlaps(span) for span in told):
                yield claim


def _claim(telling: Telling, point: Point) -> Claim:
    parts = telling.parts(point.sentence)
    words = [word for part in parts for word in part.words]
    main = main_predicate(words) or Predicate(words[0].lemma, 0)
    value = Statement(main.lemma, polarity(words, main.at), agent(words, main.at), point.lemmas)
    span = Span(parts[0].span.start, max(part.span.end for part in parts))
    scope = Scope(event=point.lemmas, status="reported" if point.gravity == 1 else "asserted")
    return Claim.at(telling.document, span, kind="statement", value=value, scope=scope)


def _lacks(other: Extraction, point: Point) -> bool:
    """Tell whether no sentence of *other* has most of the telling words of a point, or tells it in other words."""
    weights = list(map(weight, point.lemmas))
    total = sum(weights)
    if total < _TELLING:
        return False
    told_apart = point.gravity == 1 or not harmed().isdisjoint(point.lemmas)
    least = (_COVERED if told_apart else _COVERED_LEAD) * total
    known = dict(zip(point.lemmas, weights, strict=True))
    words = known.keys()
    sentences = Profile.of(other).sentences
    if any(math.fsum(map(known.__getitem__, words & it.lemmas)) >= least for it in sentences):
        return False
    return not _same_figure(other, point) and not _paraphrased(other, point)


def _same_figure(other: Extraction, point: Point) -> bool:
    """Tell whether a sentence of both leads has a figure in common, and another word: "110 light years away"."""
    if point.sentence >= _LEAD_SENTENCES or not point.figures:
        return False
    telling = Telling.of(other).words[: _LEAD_SENTENCES + 1]
    return any(not words.isdisjoint(point.figures) and not words.isdisjoint(point.lemmas) for words in telling)


def _paraphrased(other: Extraction, point: Point) -> bool:
    """Tell whether a sentence shares rare words with a point, and the fate of the people that it tells of."""
    rare = [word for word in point.lemmas if weight(word) >= _RARE]
    fate_of = _fates()
    fates = {fate_of[word] for word in point.lemmas if word in fate_of}
    places_of = Telling.of(other).places
    shared: dict[int, int] = {}
    for word in rare:
        places = places_of.get(word, ())
        if len(places) <= _TOPIC:
            for at in places:
                shared[at] = shared.get(at, 0) + 1
    if not fates:
        return any(count >= 2 and count >= _PARAPHRASE * len(rare) for count in shared.values())
    for at, words in other.derived(_harmed):
        if any(fate_of[word] in fates for word in words & fate_of.keys()):
            alike = shared.get(at, 0) >= max(1, _SAME_FATE * len(rare))
            lead = at <= _LEAD_SENTENCES and point.sentence < _LEAD_SENTENCES
            if alike or lead or not point.figures.isdisjoint(words):
                return True
    return False


@cache
def _fates() -> dict[str, str]:
    """Return what befell people by word, so that "perished" tells of the dead and "searching" of the missing."""
    return {word: fate for fate, sure, other in table(_FATES) for word in f"{sure}|{other}".split("|") if word}


@cache
def harmed() -> frozenset[str]:
    """Return the words that by themselves tell of the harmed: what a reader would miss most."""
    return frozenset(word for _, sure, _ in table(_FATES) for word in sure.split("|"))


def _harmed(source: Extraction) -> list[tuple[int, set[str]]]:
    """Return the sentences that tell what was done to people, with their words."""
    words, known = enumerate(Telling.of(source).words), _fates().keys()
    return [(at, found) for at, found in words if not known.isdisjoint(found)]
