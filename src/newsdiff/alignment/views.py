"""What stands around a claim, as evidence looks at it: words on each side, names, neighbours, place in the article."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from functools import cached_property

from newsdiff.alignment.profile import Profile
from newsdiff.language.words import content_lemmas
from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.kinds import ClaimKind
from newsdiff.nouns.spans import Span

# Content words on each side that are looked at: a guess, a sentence or so.
REACH = 12
# Range of the two decays, in content words: what stands next to a claim, and what stands near it. Guesses; alone, 3
# puts the true partner of a number first for .64 and 8 for .61 of the claims that share an unusual value (201 events).
NARROW, WIDE = 3.0, 8.0
_DECAY = {scale: [math.exp(-at / scale) for at in range(REACH)] for scale in (NARROW, WIDE)}
ONE_SORT = 0.7
"""How alike two claims of one article must be, by what their kind says, to count as of one sort. A guess."""
CLOSE = 5
"""Content words on one side that stand close to a claim."""
_WORD_REACH = 30  # code points in which the next word is sought
_OPENING = 2
_PIECE = re.compile(r"\S{1,64}")
# Words that qualify a figure or a time: which total, which stage, of how many.
_QUALIFIERS = {
    word: name
    for name, words in {
        "total": "total altogether overall combined",
        "so far": "far already yet now currently",
        "first": "first initial initially originally",
        "since": "since",
        "more": "another additional further extra",
        "each": "each every per apiece",
        "of": "including among of",
    }.items()
    for word in words.split()
}
_WORD = re.compile(r"\w+")
_AROUND = 60  # code points on each side in which a qualifier is looked for


class Words:
    """The content words of an article, by place."""

    def __init__(self, article: Article) -> None:
        self.lemmas: list[str] = []
        self.starts: list[int] = []
        for piece in _PIECE.finditer(article.text):
            for lemma in content_lemmas(piece.group()):
                self.lemmas.append(lemma)
                self.starts.append(piece.start())

    def around(self, span: Span) -> tuple[list[str], list[str], list[str]]:
        """Return the lemmas before (nearest first), inside and after a span."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return (
            self.lemmas[max(0, first - REACH) : first][::-1],
            self.lemmas[first:last],
            self.lemmas[last : last + REACH],
        )


class View:
    """One claim of an article and what stands around it."""

    def __init__(self, views: Views, kind: ClaimKind, claim: Claim, fact: int) -> None:
        self._views, self.kind, self.claim, self.fact = views, kind, claim, fact
        profile = views.profile
        self.article = profile.article
        self.home = profile.home(claim)
        self.before, self.inside, self.after = views.words.around(claim.span)
        self.near = frozenset((*self.before, *self.inside, *self.after))
        self.left, self.right = frozenset(self.before[:CLOSE]), frozenset(self.after[:CLOSE])
        text, span = self.article.text, claim.span
        self.word_before = _WORD.findall(text[max(0, span.start - _WORD_REACH) : span.start].lower())[-1:]
        self.word_after = _WORD.findall(text[span.end : span.end + _WORD_REACH].lower())[:1]
        self.leads = 0 <= self.home < 4
        self.opens = 0 <= self.home < _OPENING
        self.place = self.home / max(1, len(profile.sentences) - 1) if self.home >= 0 else 0.5

    @property
    def key(self) -> Hashable:
        """What the kind says it can be compared with."""
        return self.kind.key(self.claim) if self.kind.key else ""

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Lemmas of the content words of its sentence."""
        return self._views.profile.sentences[self.home].lemmas if self.home >= 0 else frozenset()

    @cached_property
    def context(self) -> frozenset[str]:
        """Lemmas of its sentence and the ones before and behind it."""
        sentences = self._views.profile.sentences
        near = sentences[max(0, self.home - 1) : self.home + 2] if self.home >= 0 else ()
        return frozenset().union(*(sentence.lemmas for sentence in near))

    @cached_property
    def reach(self) -> frozenset[str]:
        """Lemmas of its sentence and of the words near by."""
        return self.lemmas | self.near

    @cached_property
    def names(self) -> frozenset[str]:
        """Lemmas of the capitalised words of its sentence."""
        return self.lemmas & self._views.profile.names

    @cached_property
    def event(self) -> frozenset[str]:
        """Lemmas of its clause."""
        return frozenset(self.claim.scope.event)

    @cached_property
    def sentence(self) -> str:
        """The sentence around it, "" outside the running text."""
        if self.home < 0:
            return ""
        return self._views.profile.sentences[self.home].span.of(self.article.text)

    @cached_property
    def row(self) -> Sequence[Claim]:
        """The claims of its kind in its sentence, by place."""
        return self._views.profile.row(self.kind, self.home)

    @property
    def fellows(self) -> Sequence[Claim]:
        """The claims of its kind in the article, by place."""
        return self._views.profile.extraction.of(self.kind.name)

    @cached_property
    def first(self) -> bool:
        """Whether it is the first claim of its sort in the article: the main figure mostly is."""
        for other in self.fellows:
            if other.span.start >= self.claim.span.start:
                return True
            if self._of_one_sort(other):
                return False
        return True

    def _of_one_sort(self, other: Claim) -> bool:
        kind = self.kind
        if kind.key and kind.key(other) != self.key:
            return False
        return kind.similarity is None or kind.context >= 1 or kind.similarity(self.claim, other) >= ONE_SORT

    @cached_property
    def beside(self) -> frozenset[Hashable]:
        """The values of the other claims in its sentence, of any kind that says which values are told apart."""
        return frozenset(value for claim, value in self._views.values(self.home) if not claim.overlaps(self.claim.span))

    @cached_property
    def qualifiers(self) -> frozenset[str]:
        """What qualifies it near by: "total", "so far", "first"."""
        text, span = self.article.text, self.claim.span
        low = max(0, span.start - _AROUND)
        found = (_QUALIFIERS.get(word) for word in _WORD.findall(text[low : span.end + _AROUND].lower()))
        return frozenset(name for name in found if name)

    @cached_property
    def narrow(self) -> dict[str, float]:
        """Lemmas near by, each with how near: 1 beside the claim, less with every word between."""
        return self._decayed(NARROW)

    @cached_property
    def wide(self) -> dict[str, float]:
        """The same, falling off more slowly."""
        return self._decayed(WIDE)

    def _decayed(self, scale: float) -> dict[str, float]:
        decay, found = _DECAY[scale], dict.fromkeys(self.inside, 1.0)
        for side in (self.before, self.after):
            for lemma, much in zip(side, decay):
                if much > found.get(lemma, 0.0):
                    found[lemma] = much
        return found


class Views:
    """The views of one article's claims, made on first use and kept with its profile."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self._known: dict[int, View] = {}
        self._values: dict[int, list[tuple[Span, Hashable]]] | None = None

    @classmethod
    def of(cls, profile: Profile) -> Views:
        """Return the views of an article, made on first use."""
        return profile.extraction.derived(_views)

    @cached_property
    def words(self) -> Words:
        """The content words of the article."""
        return Words(self.profile.article)

    def view(self, kind: ClaimKind, claim: Claim, fact: int = -1) -> View:
        """Return what stands around a claim; *fact* numbers the fact of its article that it repeats."""
        found = self._known.get(id(claim))
        if found is None:
            found = self._known[id(claim)] = View(self, kind, claim, fact)
        return found

    def values(self, home: int) -> list[tuple[Span, Hashable]]:
        """Return the claims of one sentence whose values can be compared at a glance, with these values."""
        if self._values is None:
            self._values = {}
            for claim in self.profile.extraction.claims:
                value = at_a_glance(claim)
                if value is not None:
                    self._values.setdefault(self.profile.home(claim), []).append((claim.span, value))
        return self._values.get(home, []) if home >= 0 else []


def _views(extraction: Extraction) -> Views:
    return Views(Profile.of(extraction))


def at_a_glance(claim: Claim) -> Hashable | None:
    """Return what of a value may stand in two articles in one form: its amount, or its TIMEX3 value."""
    for name in ("amount", "value"):
        found = getattr(claim.value, name, None)
        if isinstance(found, str | float | tuple):
            return claim.kind, found
    return None


def views(profile: Profile, kind: ClaimKind) -> Iterator[View]:
    """Yield the views of all claims of the facts of one kind."""
    own = Views.of(profile)
    for number, fact in enumerate(profile.facts(kind)):
        for claim in fact.claims:
            yield own.view(kind, claim, number)
