"""How much a reader of one article misses of what only the other tells: which omissions a report shows, and which not.

Every article leaves out most of what others have, and a list of all of it hides the few things that matter. What
matters stands early, is about the matter that both articles report, is new to the other one, and is not history: whom
it hit, what the main actors say, what follows from it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from newsdiff.language.cues import cue_verbs
from newsdiff.language.numerals import ONES, TENS
from newsdiff.language.words import lemma
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.reports import Discrepancy, HeldBack
from newsdiff.statements.central import harmed
from newsdiff.statements.telling import Telling, weight

SHOWN = 3
"""Omissions that a report shows, over all kinds: what an editor reads of a list that is no news (a guess)."""
LEAST = 0.6
"""How likely it must be that an editor finds an omission worth telling."""
# Weights of a logistic model, set by hand after reading 150 omissions of 26 open pairs; a guess, not a fit.
_WEIGHTS = {
    "bias": -3.2,
    "early": 2.2,
    "matter": 1.6,
    "new": 1.6,
    "harm": 1.6,
    "answer": 0.9,
    "actor": 1.0,
    "stranger": -0.9,
    "history": -2.5,
    "retold": -1.5,
    "bare": -0.8,
    "fragment": -0.8,
    "off": -0.8,
    "long": -0.8,
}
# The numbers below are guesses of the same reading.
_LEAD_SENTENCES = 4
_MATTER_FULL = 2.0
"""The weight of shared words from which a sentence is wholly about the matter of both."""
_LONG_SENTENCE = 45
"""Words of a sentence that tells several things."""
_MENTIONS = 3
"""Mentions that make a speaker a main actor."""
_RETOLD, _OFF = 0.45, 0.1
"""Below this part of new words a sentence retells the lead; below this part of the matter it is off it."""
_SENTENCE, _SHORTEST = 4, 7
"""Words of a sentence with its full stop, and of one that lost it."""
_BARE = 5
"""Words below which a claim is a name or a figure, and no sentence."""
_NAMES = 0.7
"""Words of prose with a capital; more have lists and bylines."""
_WORD = re.compile(r"[A-Za-z]+")
_NUMERALS = frozenset({*ONES, *TENS, *"dozen dozens hundred hundreds thousand thousands".split()}) - {"one"}
# What stands beside the news: how things came about, what was before.
_HISTORY = re.compile(
    r"\b(?:ago|earlier (?:this|last) \w+|last (?:year|month|week|decade|century|summer|winter|spring|fall|autumn)"
    r"|in recent (?:years|months)|globally|worldwide|since (?:[A-Z]\w+ )?(?:19|20)\d\d|in (?:19|20)\d\d|previously"
    r"|formerly|historically|anniversary|used to)\b"
)
# What pages put around and into an article's text.
_FURNITURE = re.compile(
    r"(?i)\b(?:(?:image|media|video) (?:caption|toggle|playback)|toggle caption|getty images|sign up|subscribe"
    r"|newsletter|click here|photo by|read more|follow us|file photo|has (?:that|the|this) story|listen to article"
    r"|share this)\b"
)
# Who claims it, who answers for it, what follows, and that it never happened before.
_ANSWERING = re.compile(
    r"\b(?:claimed? responsibility|no one has claimed|appeal(?:ed)?|apologi[sz]e[ds]?|resign(?:ed|s)?|motive"
    r"|charged with|face[sd]? (?:up to|charges)|declined to comment|did not (?:immediately )?respond|first time)\b"
)


class Missed:
    """Weighs what only one of two articles tells."""

    def __init__(self, here: Extraction, there: Extraction) -> None:
        self._mine, self._yours = mine, yours = Telling.of(here), Telling.of(there)
        # The words of the matter that both articles report: what stands in a lead, and in the other article.
        self._matter = (mine.lead & yours.places.keys()) | (yours.lead & mine.places.keys())
        self._known: dict[int, dict[str, float]] = {}

    def worth(self, claim: Claim) -> float:
        """Return how likely an editor finds it worth telling that only one article makes *claim*."""
        found = self.features(claim)
        if not found:
            return 0.0
        total = _WEIGHTS["bias"] + math.fsum(_WEIGHTS[name] * value for name, value in found.items())
        return round(1 / (1 + math.exp(-total)), 4)

    def features(self, claim: Claim) -> dict[str, float]:
        """Return what speaks for and against telling an omission, each 0 to 1; nothing for what is no sentence.

        early: it stands in the lead; matter: it shares words with the matter of both; off: it shares none; new: the
        other article lacks its words; harm: people hit, counted; answer: a denial, an appeal, who claims it; actor,
        stranger: a main actor says it, somebody the other does not name; history: what was before; retold: the lead in
        other words; bare: no more than a name; fragment: words torn out of a sentence; long: several things at once.
        """
        at = self._mine.sentence(claim)
        found = self._known.get(at)
        if found is None:
            found = self._known[at] = self._sentence(at) if at >= 0 else {}
        if not found:
            return found
        bare, speaker = len(claim.surface.split()) < _BARE, claim.attribution
        own = {
            "actor": float(self._acts(speaker)),
            "stranger": float(speaker is not None and _surname(speaker) not in self._yours.places),
            "history": max(found["history"], float(claim.scope.background)),
            "bare": float(bare),
            "fragment": float(not bare and claim.surface[:1].islower()),
        }
        named = {"new": 1.0, "harm": 0.0, "retold": 0.0} if bare else {}
        return {**found, **own, **named}

    def _sentence(self, at: int) -> dict[str, float]:
        """Return the features of a sentence."""
        mine, yours = self._mine, self._yours
        words = {word for word in mine.words[at] if weight(word) > 0}
        total = math.fsum(map(weight, words))
        surface = mine.sentences[at].of(mine.document.text)
        if not total or not _is_prose(surface):
            return {}
        matter = min(1.0, math.fsum(map(weight, words & self._matter)) / _MATTER_FULL)
        new = math.fsum(weight(word) for word in words if word not in yours.places) / total
        return {
            "early": _early(at, len(mine.sentences)),
            "matter": matter,
            "off": float(matter < _OFF),
            "new": new,
            "harm": float(not harmed().isdisjoint(words) and _counts(surface)),
            "answer": float(_ANSWERING.search(surface) is not None or _denies(surface)),
            "history": float(mine.is_past(at) or _HISTORY.search(surface) is not None),
            "retold": float(at < _LEAD_SENTENCES and new < _RETOLD),
            "long": float(len(surface.split()) > _LONG_SENTENCE),
        }

    def _acts(self, speaker: str | None) -> bool:
        """Tell whether a speaker is a main actor: named again and again here, and there too."""
        name = _surname(speaker)
        return len(self._mine.places.get(name, ())) >= _MENTIONS and name in self._yours.places


def split(omissions: Sequence[Discrepancy]) -> tuple[list[Discrepancy], list[HeldBack]]:
    """Return the omissions that a report shows, and the rest as held back; of one sentence only the likeliest."""
    ranked = sorted(omissions, key=lambda item: (-item.confidence, -item.importance, _place(item), item.kind))
    chosen: list[Discrepancy] = []
    for item in ranked:
        if len(chosen) < SHOWN and item.confidence >= LEAST and not any(_repeats(item, other) for other in chosen):
            chosen.append(item)
    return chosen, [held_back(item) for item in omissions if item not in chosen]


def held_back(item: Discrepancy) -> HeldBack:
    """Return a difference as one that is not shown."""
    return HeldBack(
        kind=item.kind,
        relation=item.relation,
        left=item.left,
        right=item.right,
        importance=item.importance,
        confidence=item.confidence,
        reason=item.reason,
        alignment=item.alignment,
        extraction=item.extraction,
    )


def _place(item: Discrepancy) -> tuple[int, int]:
    return (item.left.span.start if item.left else -1), (item.right.span.start if item.right else -1)


def _repeats(one: Discrepancy, two: Discrepancy) -> bool:
    """Tell whether two omissions are of one stretch of an article, or two things that one speaker says."""
    pairs: Iterable[tuple[Claim | None, Claim | None]] = ((one.left, two.left), (one.right, two.right))
    for a, b in pairs:
        if a is not None and b is not None and (a.span.overlaps(b.span) or _speaker(a) == _speaker(b) != ""):
            return True
    return False


def _speaker(claim: Claim) -> str:
    return _surname(claim.attribution)


def _surname(speaker: str | None) -> str:
    return lemma(speaker.split()[-1]) if speaker else ""


def _early(at: int, sentences: int) -> float:
    """Return 1 for a lead, and less the later in its article a sentence stands: 0 at the end."""
    return 1.0 if at < _LEAD_SENTENCES else max(0.0, 0.9 - at / max(sentences, 2 * _LEAD_SENTENCES))


def _counts(surface: str) -> bool:
    """Tell whether a sentence has a number, in figures or in words."""
    return any(char.isdigit() for char in surface) or not _NUMERALS.isdisjoint(_WORD.findall(surface.lower()))


def _denies(surface: str) -> bool:
    """Tell whether a sentence reports that somebody denies or concedes something."""
    cues = cue_verbs()
    found = (cues.get(word.lower()) for word in _WORD.findall(surface))
    return any(cue is not None and cue.stance in ("denying", "conceding") and cue.frame != "act" for cue in found)


def _is_prose(surface: str) -> bool:
    """Tell whether a sentence is one, and no caption, button or byline that was left in the text."""
    words = surface.split()
    capitals = sum(word[:1].isupper() for word in words)
    shouted = sum(word.isupper() and len(word) > 2 for word in words[:3])
    least = _SENTENCE if surface.endswith((".", "!", "?")) else _SHORTEST
    return len(words) >= least and capitals < _NAMES * len(words) and shouted < 2 and not _FURNITURE.search(surface)
