"""Clauses alike in two articles but for what fills one slot: arrested and questioned, a brother and a husband.

Slots and their fillers are data (``language/en/exclusive.tsv``, ``ladders.tsv``); places are a slot of their own. Most
pairs of fillers that this finds are of two things, so each comes with features that tell how alike the clauses are
around the two, from which ``evidence`` makes a probability.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from newsdiff.language.alternatives import Sort, fillers, openers
from newsdiff.language.clauses import Clause, Word, whole
from newsdiff.language.names import titles
from newsdiff.language.predicates import Predicate
from newsdiff.language.rarity import rarity
from newsdiff.nouns.extraction import Extraction
from newsdiff.statements.telling import LEAST_WEIGHT, Said, Telling, weight

_CROWD = 25
"""Sentences of a word that tells none of them apart (a guess)."""
_SHARED, _SHORT_SENTENCE = 1.0, 8
"""The weight that two sentences must share; in sentences as short as that, most of what the shorter has will do."""
_LIKEST = 6
"""Sentences of the other article that a sentence is held against, the likest first."""
_WORDS_AROUND, _BESIDE = 10, 4
"""Words around a filler that tell what it fills, and those right beside it."""
_COUNTRY = 0.3
"""The rarity of a country's name: a surname is rarer."""
_LOCATING = frozenset("in at near outside inside around off to for".split())
PLACE_SLOT = "place"
_ORDER = 1000
"""Orders of statements that are made around a filler, behind those around predicates."""


class Filling(NamedTuple):
    """A word or name that fills a slot, and where."""

    slot: str
    value: int | str
    sort: Sort
    sentence: int
    first: int
    """Index of its first word in the sentence."""
    end: int


class Fillings:
    """What fills slots in one article, read sentence by sentence, only where another article has a like one."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self._known: dict[int, tuple[Clause, list[Filling]]] = {}
        known = openers()
        self.slots: dict[int, set[str]] = {}
        """Sentence to the slots that its words may fill, as far as a look at each word alone can tell."""
        for at, words in enumerate(telling.words):
            slots = set().union(*(known[word] for word in words & known.keys()))
            if not words.isdisjoint(_LOCATING):
                slots.add(PLACE_SLOT)
            if slots:
                self.slots[at] = slots

    def at(self, sentence: int) -> tuple[Clause, list[Filling]]:
        """Return the words of a sentence, and what fills slots in it."""
        found = self._known.get(sentence)
        if found is None:
            clause = whole(self.telling.document.text, self.telling.sentences[sentence])
            filled = [*_listed(sentence, clause.words), *_places(sentence, clause.words)]
            found = self._known[sentence] = clause, filled
        return found

    def has(self, clause: Clause, filling: Filling) -> bool:
        """Tell whether the words of another article's filling stand anywhere here."""
        words = [word.lemma for word in clause.words[filling.first : filling.end]]
        return all(word in self.telling.places for word in words)

    @classmethod
    def of(cls, extraction: Extraction) -> Fillings:
        """Return the fillings of an extraction's article, made on first use."""
        return extraction.derived(_fillings)

    def surface(self, filling: Filling) -> str:
        """Return the words of a filling."""
        clause = self.at(filling.sentence)[0]
        return self.telling.document.text[clause.starts[filling.first] : clause.end(filling.end - 1)]

    def said(self, filling: Filling) -> Said | None:
        """Return the statement around a filling, whose predicate is the filling itself."""
        start = self.at(filling.sentence)[0].starts[filling.first]
        for clause in self.telling.parts(filling.sentence):
            if start in clause.starts:
                at = clause.starts.index(start)
                predicate = Predicate(clause.words[at].lemma, at, filling.end - filling.first)
                return Said(filling.sentence, _ORDER + filling.first, clause, predicate)
        return None


def _fillings(extraction: Extraction) -> Fillings:
    return Fillings(Telling.of(extraction))


def parallel(mine: Fillings, yours: Fillings) -> Iterator[tuple[Filling, Filling, dict[str, float]]]:
    """Yield fillings of one slot that differ, in sentences that share words, with what tells how alike these are."""
    for (at, place), shared in sorted(_likest(mine, yours).items()):
        if mine.slots[at].isdisjoint(yours.slots[place]):
            continue
        (clause, found), (other, theirs) = mine.at(at), yours.at(place)
        values = {filling[:2] for filling in found}, {filling[:2] for filling in theirs}
        for a in found:
            for b in theirs:
                if a.slot != b.slot or a[:2] in values[1] or b[:2] in values[0]:
                    continue
                if _fit(a, b, clause.words, other.words):
                    known = yours.has(clause, a) + mine.has(other, b)
                    yield a, b, _features(a, b, clause.words, other.words, shared, known, mine, yours)


def _likest(mine: Fillings, yours: Fillings) -> dict[tuple[int, int], float]:
    """Return the pairs of sentences of which one is among the likest of the other, and how much they share."""
    one, two = mine.telling, yours.telling
    found = {(at, place): much for at in mine.slots for place, much in _like(at, one, two) if place in yours.slots}
    found |= {(at, place): much for place in yours.slots for at, much in _like(place, two, one) if at in mine.slots}
    return {pair: round(much, 6) for pair, much in found.items()}  # whichever side the words were added up from


def _like(at: int, mine: Telling, yours: Telling) -> list[tuple[int, float]]:
    """Return the sentences of the other article that share most with one, and how much."""
    found: dict[int, float] = {}
    for word in dict.fromkeys(mine.words[at]):
        much, places = weight(word), yours.places.get(word, ())
        if much and len(places) <= _CROWD:
            for place in places:
                found[place] = found.get(place, 0.0) + much
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_LIKEST]
    short = len(mine.words[at]) <= _SHORT_SENTENCE
    return [(place, much) for place, much in ranked if much >= (_SHARED / 2 if short else _SHARED) - 1e-9]


def _listed(at: int, words: Sequence[Word]) -> Iterator[Filling]:
    known = fillers()
    for index, word in enumerate(words):
        two = f"{word.lemma}_{words[index + 1].lemma}" if index + 1 < len(words) else ""
        size = 2 if two in known else 1
        found = known.get(two) or known.get(word.lemma)
        if found and not _in_a_name(words, index):
            for filler in found:
                yield Filling(filler.slot, filler.number, filler.sort, at, index, index + size)


def _in_a_name(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word is a part of a name, and no title in front of one: "North Karsa", "Hunt said"."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if not word.capital or word.lower in titles():
        return False
    if after is not None and after.capital and not word.comma:
        return after.lower not in titles()
    return at > 0 and words[at - 1].capital and words[at - 1].lower not in titles()


def _places(at: int, words: Sequence[Word]) -> Iterator[Filling]:
    for index, word in enumerate(words[:-1]):
        if word.lower in _LOCATING:
            first = index + 1
            near = range(first, min(first + _BESIDE, len(words)))
            # "near the port city of Dorn"
            first = next((it + 1 for it in near if words[it].lower == "of"), first + (words[first].lower == "the"))
            end = first
            while end < len(words) and words[end].capital and end - first < _BESIDE:
                end += 1
                if words[end - 1].comma:
                    break
            if end > first:
                name = " ".join(other.lemma for other in words[first:end])
                yield Filling(PLACE_SLOT, name, "thing", at, first, end)


def _fit(a: Filling, b: Filling, one: Sequence[Word], two: Sequence[Word]) -> bool:
    """Tell whether two fillings can be of one slot: titles of one person, parts of one noun, places apart."""
    figures = _measured(one, a), _measured(two, b)
    if figures[0] and figures[1] and figures[0].isdisjoint(figures[1]):
        return False
    if a.slot == PLACE_SLOT:
        return _apart(a, b, one, two)
    if a.sort == "title":
        return not _bearers(one, a).isdisjoint(_bearers(two, b))
    if a.sort == "part":
        noun = _noun(one, a.end)
        return noun is not None and noun == _noun(two, b.end)
    names = [{word.lemma for word in words[it.end : it.end + 2] if word.capital} for it, words in ((a, one), (b, two))]
    return not names[0] or not names[1] or not names[0].isdisjoint(names[1])


def _governor(words: Sequence[Word], at: int) -> str | None:
    """Return the content word before the preposition of a place: "a forest near the port city of Dorn"."""
    before = range(at - 1, max(-1, at - 2 * _BESIDE), -1)
    link = next((it for it in before if words[it].lower in _LOCATING), 0)
    return words[link - 1].lemma if link and words[link - 1].content else None


def _measured(words: Sequence[Word], filling: Filling) -> set[str]:
    """Return the figures beside a filling: "20 miles north of Dorn"."""
    near = words[max(0, filling.first - _BESIDE) : filling.end + _BESIDE]
    return {word.lower for word in near if word.lower[0].isdigit()}


def _bearers(words: Sequence[Word], filling: Filling) -> set[str]:
    """Return the words of the name that bears a title: right behind it, or in front: "Ana Roth, the minister"."""
    behind = list(takewhile(lambda word: word.capital or word.lower in titles(), words[filling.end :]))
    found = _name(behind[:_BESIDE])
    if found:
        return found
    before = words[max(0, filling.first - _BESIDE) : filling.first]
    return _name(before) if any(word.comma for word in before) else set()


def _name(words: Sequence[Word]) -> set[str]:
    """Return the words of names that are rarer than those of countries."""
    names = (word for word in words if word.capital and word.lower not in titles() and not _owns(word))
    return {word.lemma for word in names if rarity(word.lower).name > _COUNTRY}


def _owns(word: Word) -> bool:
    """Tell whether a name is only a possessor: "Roth's spokesman" is not Roth."""
    return word.lower.endswith(("'s", "’s", "s'", "s’"))


def _noun(words: Sequence[Word], at: int) -> str | None:
    """Return the first content word behind a part of a noun phrase."""
    return next((word.lemma for word in words[at : at + 3] if word.content), None)


def _apart(a: Filling, b: Filling, one: Sequence[Word], two: Sequence[Word]) -> bool:
    """Tell whether neither sentence has a word of the other's place."""
    names = [{word.lemma for word in words[it.first : it.end]} for it, words in ((a, one), (b, two))]
    if any(
        rarity(word.lower).name <= _COUNTRY for it, words in ((a, one), (b, two)) for word in words[it.first : it.end]
    ):
        return False  # a town is in a country
    governors = [_governor(words, it.first) for it, words in ((a, one), (b, two))]
    if governors[0] is None or governors[0] != governors[1]:
        return False  # "a fire in Dorn", "a man in Harrow"
    return names[0].isdisjoint(word.lemma for word in two) and names[1].isdisjoint(word.lemma for word in one)


def _features(
    a: Filling,
    b: Filling,
    one: Sequence[Word],
    two: Sequence[Word],
    shared: float,
    known: int,
    mine: Fillings,
    yours: Fillings,
) -> dict[str, float]:
    """Return what tells how alike two sentences are around two fillings, each 0 to 1; the same for either order."""
    near = [
        [word for word in words[max(0, it.first - _WORDS_AROUND) : it.end + _WORDS_AROUND] if word.content]
        for it, words in ((a, one), (b, two))
    ]
    lemmas = [{word.lemma for word in words} for words in near]
    common = math.fsum(map(weight, lemmas[0] & lemmas[1]))
    less = min(math.fsum(map(weight, side)) for side in lemmas)
    names = [{word.lemma for word in words if word.capital} for words in near]
    bags = [{word.lemma for word in words} for words in (one, two)]
    left = [words[it.first - 1] if it.first else None for it, words in ((a, one), (b, two))]
    right = [words[it.end] if it.end < len(words) else None for it, words in ((a, one), (b, two))]
    before = _same(*left)
    behind = _same(*right)
    sentences = len(mine.telling.sentences) * len(yours.telling.sentences)
    return {
        "shared": min(shared / 6, 1.0),
        "alike": 2 * len(bags[0] & bags[1]) / (len(bags[0]) + len(bags[1])),
        "before": float(before),
        "behind": float(behind),
        "both": float(before and behind),
        "beside": min(_beside(one, a.end, two, b.end) / 2, 1.0),
        "near": min(common / 4, 1.0),
        "part": common / max(less, LEAST_WEIGHT),
        "names": float(not names[0].isdisjoint(names[1])),
        "elsewhere": known / 2,
        "place": float(a.slot == PLACE_SLOT),
        "ladder": float(a.sort == "ladder"),
        "form": float(_form(one[a.end - 1]) == _form(two[b.end - 1])),
        "size": min(math.log10(1 + sentences) / 4, 1.0),
    }


def _same(one: Word | None, two: Word | None) -> bool:
    return one is not None and two is not None and one.lemma == two.lemma


def _beside(one: Sequence[Word], end: int, two: Sequence[Word], stop: int) -> float:
    """Return the weight of the words that follow both fillings."""
    mine, yours = ({word.lemma for word in words[at : at + _BESIDE]} for words, at in ((one, end), (two, stop)))
    return math.fsum(max(weight(lemma), LEAST_WEIGHT) for lemma in mine & yours)


def _form(word: Word) -> str:
    """Return the ending that tells a verb's form from a noun's."""
    return next(
        (ending for ending in ("ing", "ed", "s") if word.lower.endswith(ending) and word.lower != word.lemma), ""
    )
