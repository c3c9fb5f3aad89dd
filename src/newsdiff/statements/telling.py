"""What one article tells, sentence by sentence, parsed only where another article may oppose it.

Parsing every clause costs more than all the rest of a comparison, and few clauses can oppose anything. So one scan
notes the words of each sentence, and which sentences have a predicate of the lexicon, a negation, or a verb in which
it matters who did it to whom; the clauses of the others wait until somebody asks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from attrs import evolve

from newsdiff.language.clauses import Clause, clauses, described, forms
from newsdiff.language.coreference import Coreference
from newsdiff.language.opposites import phrase_heads, rows_of
from newsdiff.language.predicates import Predicate, modality, negated_words, negates, polarity, predicates
from newsdiff.language.rarity import rarity
from newsdiff.language.reporting import speaker, told
from newsdiff.language.subjects import agent, is_passive, subject
from newsdiff.language.words import lemma, stop_words
from newsdiff.nouns.claims import Claim, Scope
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.spans import Span
from newsdiff.nouns.values import Quotation, Statement, Timex
from newsdiff.page.document import Document

_ANAPHORIC = re.compile(
    r"(?:But |Later |Still )?[Tt]h(?:e|eir|is) (?:[a-z]+ )?(?:offensive|attack|assault|advance|raid|push|incursion)\b"
    r"[^.;]{0,25}\b(?:was|were|is|has been|had been)\b"
)
_UNTIL = re.compile(r",? (?:before|until|unless) (?!\w+ing\b)")
# What stands beside the news as its history.
_PAST = frozenset("ago anniversary formerly previously".split())
_NEXT = 12  # guess: code points between "before" and the hour it names
_LEAD_SENTENCES = 4  # guess
# What a word must weigh to tell one matter from another; words that half of all news has weigh less.
_TELLING = 0.6
LEAST_WEIGHT = 0.1  # guess: what the commonest content word weighs
_EXCERPT = 80  # guess: code points of a clause that an excerpt of 90 surely shows
_OPENERS = frozenset("and but that who which why how whether as when while".split())
_OLD, _WEEK = timedelta(days=45), timedelta(days=7)  # guess: a time that long before publication is history


class Cue(NamedTuple):
    """What a word form signals of its sentence: a predicate of the lexicon, a negation, an asymmetric verb."""

    lemma: str
    listed: bool
    """A predicate of the lexicon."""
    head: bool
    """The verb of a predicate with a particle, such as "call" of "call off"."""
    one_way: bool
    """A verb in which it matters who did it to whom."""
    negating: bool


class Said(NamedTuple):
    """A statement before it is a claim; its first two fields are its place."""

    sentence: int
    order: int
    clause: Clause
    predicate: Predicate


class Telling:
    """The statements of one article, by the sentences that they stand in."""

    def __init__(self, document: Document, claims: Sequence[Claim] = ()) -> None:
        self.document = document
        self.sentences = document.sentences
        self.negating: dict[int, None] = {}
        self.words: list[set[str]] = []
        """The lemmas of each sentence, function words and all."""
        self._claims = claims
        self._parts: dict[int, tuple[Clause, ...]] = {}
        self._names: dict[int, set[str]] = {}
        self._lemmas: dict[tuple[int, int], tuple[str, ...]] = {}
        self._said: dict[int, tuple[Said, ...]] = {}
        self._made: dict[tuple[int, int], Claim] = {}
        keys: dict[str, list[int]] = {}
        one_way: dict[str, list[int]] = {}
        for at, sentence in enumerate(self.sentences):
            self._scan(at, forms(document.text, sentence), keys, one_way)
        self.keys = _tuples(keys)
        """Predicate of the lexicon to the sentences that have its words."""
        self.one_way = _tuples(one_way)

    @classmethod
    def of(cls, extraction: Extraction) -> Telling:
        """Return what an extraction's article tells, made on first use."""
        return extraction.derived(_telling)

    def _scan(self, at: int, words: list[str], keys: dict[str, list[int]], one_way: dict[str, list[int]]) -> None:
        found = list(map(_base, words))
        self.words.append(set(found))
        cues = {cue for cue in map(_cue, words) if cue}
        for cue in cues:
            if cue.listed:
                keys.setdefault(cue.lemma, []).append(at)
            if cue.one_way:
                one_way.setdefault(cue.lemma, []).append(at)
            if cue.negating:
                self.negating[at] = None
        if any(cue.head for cue in cues):
            known = rows_of()
            pairs = {f"{base}_{after.lower()}" for base, after in zip(found, words[1:], strict=False)}
            for key in pairs & known.keys():
                keys.setdefault(key, []).append(at)

    def sentence(self, claim: Claim) -> int:
        """Return the index of the sentence in which a claim begins; -1 in front of all."""
        return bisect_right(self._starts, claim.span.start) - 1

    @cached_property
    def people(self) -> list[frozenset[str]]:
        """The surnames of the people that each sentence names or means by a pronoun."""
        return Coreference(self.document.text, self.sentences).people

    def is_past(self, at: int) -> bool:
        """Tell whether a sentence is of a day more than a week before its article."""
        published = self.document.article.published
        dates = self._dates.inside(self.sentences[at]) if published else []
        return any(
            claim.value.latest and claim.value.latest.date() < date(*published.timetuple()[:3]) - _WEEK
            for claim in dates
            if published
        )

    @cached_property
    def lead(self) -> frozenset[str]:
        """The lemmas of the content words of headline and lead."""
        first = self.words[:_LEAD_SENTENCES]
        return frozenset(word for word in set().union(*first) if weight(word) >= _TELLING)

    @cached_property
    def listed(self) -> dict[int, list[str]]:
        """Sentence to the predicates of the lexicon whose words it has."""
        found: dict[int, list[str]] = {}
        for key, sentences in self.keys.items():
            for at in sentences:
                found.setdefault(at, []).append(key)
        return found

    def parts(self, at: int) -> tuple[Clause, ...]:
        """Return the clauses of a sentence."""
        found = self._parts.get(at)
        if found is None:
            found = self._parts[at] = tuple(clauses(self.document.text, self.sentences[at]))
        return found

    def said(self, at: int) -> tuple[Said, ...]:
        """Return the statements of a sentence."""
        found = self._said.get(at)
        if found is None:
            pairs = [(clause, predicate) for clause in self.parts(at) for predicate in predicates(clause.words)]
            found = self._said[at] = tuple(Said(at, order, *pair) for order, pair in enumerate(pairs))
        return found

    def names(self, at: int) -> set[str]:
        """Return the lemmas of the capitalised words of a sentence."""
        found = self._names.get(at)
        if found is None:
            words = forms(self.document.text, self.sentences[at])
            found = self._names[at] = {_base(word) for word in words if word[0].isupper()}
        return found

    @cached_property
    def reach(self) -> list[set[str]]:
        """The lemmas that a sentence's statements can be about: its own, its speaker's, those of what it points at."""
        text = self.document.text
        found = list(self.words)
        for claim in self._quotations:
            if claim.value.form == "indirect":
                at = bisect_right(self._starts, claim.span.start) - 1
                found[at] = found[at] | set(map(_base, claim.value.speaker.split()))
        for at, sentence in enumerate(self.sentences):
            if at and not self.words[at].isdisjoint(_POINTED) and _ANAPHORIC.search(text, sentence.start, sentence.end):
                found[at] = set().union(*self.words[max(0, at - 2) : at + 1])
        return found

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """Lemma of a content word to the sentences whose statements can have it."""
        found: dict[str, list[int]] = {}
        for at, words in enumerate(self.reach):
            for word in words:
                found.setdefault(word, []).append(at)
        return _tuples({word: sentences for word, sentences in found.items() if word not in stop_words()})

    @cached_property
    def reported(self) -> frozenset[int]:
        """The sentences in which a named speaker's words are reported."""
        spoken = (claim for claim in self._quotations if claim.value.form == "indirect")
        return frozenset(bisect_right(self._starts, claim.span.start) - 1 for claim in spoken)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def claim(self, said: Said) -> Claim:
        """Return a statement as a claim."""
        found = self._made.get(said[:2])
        if found is None:
            found = self._made[said[:2]] = self._claimed(said)
        return found

    def claims(self) -> Iterator[Claim]:
        """Yield all statements as claims, by place."""
        for at in range(len(self.sentences)):
            yield from map(self.claim, self.said(at))

    def _claimed(self, said: Said) -> Claim:
        document, clause = self.document, said.clause
        words, at = clause.words, said.predicate.at
        time = self._time(said.sentence, clause)
        lemmas = self.lemmas(said)
        quoted = self._quotations.inside(self.sentences[said.sentence])
        mood, positive = modality(words, at), polarity(words, at)
        if self.sentences[said.sentence].of(document.text).rstrip("\"'”’ ").endswith("?"):
            mood = "open"  # what is asked is not said
        until = None if positive else _UNTIL.match(document.text, clause.span.end)
        if until:
            deadline = self._deadline(said.sentence, until.end())
            time, mood = deadline or time, mood if deadline else "open"  # "not before May" leaves June open
        patient = subject(words, at) if is_passive(words, at) else None
        value = Statement(said.predicate.lemma, positive, agent(words, at), lemmas, time, mood, patient)
        scope = Scope(
            time=time,
            event=lemmas if value.polarity else negated_words(words, at),
            background=(time is not None and self._is_old(time)) or any(word.lower in _PAST for word in words),
            status="asserted" if mood == "fact" else "hypothetical",
        )
        source = next((claim.value.speaker for claim in quoted if clause.has(claim.span)), None)
        if source is None and (voice := speaker(words, at)):
            source = document.text[clause.starts[voice[0]] : clause.end(voice[1] - 1)]
        span = _shown(clause, at)
        return Claim.at(document, span, kind="statement", value=value, scope=scope, attribution=source)

    def lemmas(self, said: Said) -> tuple[str, ...]:
        """Return the lemmas of what a statement tells."""
        found = self._lemmas.get(said[:2])
        if found is None:
            words = [word.lemma for word in told(said.clause.words, said.predicate.at) if word.content]
            if anaphoric(said.clause.span.of(self.document.text)):
                # "The offensive was thwarted": which one, the sentences before say.
                before = (part for at in range(max(0, said.sentence - 2), said.sentence) for part in self.parts(at))
                words += (word.lemma for part in before for word in part.words if word.content)
            found = self._lemmas[said[:2]] = tuple(dict.fromkeys(words))
        return found

    def _time(self, sentence: int, clause: Clause) -> Timex | None:
        dates = self._dates.inside(self.sentences[sentence])
        inside: Timex | None = next((date.value for date in dates if clause.has(date.span)), None)
        return dates[0].value if inside is None and len(dates) == 1 else inside

    def _deadline(self, sentence: int, at: int) -> Timex | None:
        """Return the hour that a clause is true before: "was not opened before 11 p.m."."""
        dates = self._dates.inside(self.sentences[sentence])
        hour = next((date.value for date in dates if 0 <= date.span.start - at < _NEXT), None)
        return evolve(hour, mod="BEFORE") if hour and hour.type == "TIME" and hour.value[-3:-2] == ":" else None

    def _is_old(self, time: Timex) -> bool:
        published = self.document.article.published
        return bool(published and time.latest and time.latest.date() < date(*published.timetuple()[:3]) - _OLD)

    @cached_property
    def _dates(self) -> _Placed:
        return _Placed([claim for claim in self._claims if isinstance(claim.value, Timex) and _places(claim.value)])

    @cached_property
    def _quotations(self) -> _Placed:
        return _Placed([claim for claim in self._claims if isinstance(claim.value, Quotation) and claim.value.speaker])


def _tuples(found: dict[str, list[int]]) -> dict[str, tuple[int, ...]]:
    """Return lists as tuples: most have one number, and the garbage collector need not look into tuples of numbers."""
    return {word: tuple(sentences) for word, sentences in found.items()}


def _places(time: Timex) -> bool:
    """Tell whether a time says when something was, if only on which day of the week or at which hour."""
    return time.earliest is not None or (time.type in ("DATE", "TIME") and time.value.startswith("XXXX-"))


class _Placed:
    """Claims by place, to be found around a sentence."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = sorted(claims, key=lambda claim: (claim.span.start, claim.span.end))
        self._starts = [claim.span.start for claim in self._claims]

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._claims)

    def inside(self, sentence: Span) -> list[Claim]:
        """Return the claims that overlap a sentence; a quotation may have begun before it."""
        first = max(0, bisect_left(self._starts, sentence.start) - 2)
        last = bisect_left(self._starts, sentence.end, first)
        return [claim for claim in self._claims[first:last] if claim.span.end > sentence.start]


def _shown(clause: Clause, at: int) -> Span:
    """Return the span of a clause without so much of a long run-up that an excerpt would not reach the predicate."""
    words, starts, end = clause.words, clause.starts, clause.end(at)
    if end - clause.span.start <= _EXCERPT:
        return clause.span
    near = [index for index in range(1, at) if end - starts[index] <= _EXCERPT]
    opens = [index for index in near if words[index - 1].comma]
    opens += [index for index in near if words[index].lower in _OPENERS] + near + [at]
    return Span(starts[opens[0]], clause.span.end)


def anaphoric(words: str) -> bool:
    """Tell whether a clause is about an attack that it only points at: "The offensive was thwarted"."""
    return _ANAPHORIC.match(words) is not None


@lru_cache(maxsize=1 << 16)
def weight(word: str) -> float:
    """Return how much a lemma that two sentences share says about their matter: by rarity, for function words 0."""
    return 0.0 if not word or word in stop_words() else max(rarity(word).word, LEAST_WEIGHT)


@lru_cache(maxsize=1 << 16)
def _base(word: str) -> str:
    known = described(word)
    return known[1] if known else ""


@lru_cache(maxsize=1 << 16)
def _cue(word: str) -> Cue | None:
    known = described(word)
    if known is None:
        return None
    lower, base, *_ = known
    found = Cue(base, base in rows_of(), base in phrase_heads(), base in one_way(), negates(lower, base))
    return found if any(found[1:]) else None


@cache
def one_way() -> frozenset[str]:
    """Return the asymmetric predicates: those in which it matters who did it to whom."""
    verbs = "attack hit beat defeat sue accuse shoot kill stab invade arrest fire hire buy acquire succeed replace bomb"
    return frozenset(
        map(lemma, f"{verbs} strike ambush shell overtake outbid follow pay owe threaten warn rescue".split())
    )


_POINTED = frozenset(map(lemma, "offensive attack assault advance raid push incursion".split()))


def _telling(extraction: Extraction) -> Telling:
    return Telling(Document.of(extraction), extraction.claims)
