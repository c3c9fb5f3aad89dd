"""Reported speech inside a clause: its words, and its speaker: "..., the envoy said", "according to the ministry"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsdiff.language.clauses import Word
from newsdiff.language.cues import cue_verbs
from newsdiff.language.english import lexicon
from newsdiff.language.grammar import PREPOSITIONS, is_auxiliary
from newsdiff.language.rarity import rarity

_SAYING = lexicon.words("saying-verb")
# What begins the words that a verb of saying introduces: "said she would", "said no trains ran".
_CONTENT = lexicon.words("subject-pronoun", "relative-pronoun", "negation", "negative-object")
_SPEAKER = 4  # guess: words behind a verb of saying among which its "that" stands
_TITLE = 0.1  # guess: a capitalised word of less rarity is a title and names nobody
# Speakers that only pass facts on, such as police and witnesses: no party to a dispute.
_VOICES = lexicon.words("source-noun")
_TOLD = 3  # guess: content words that make reported speech, and no mere aside


def told(words: Sequence[Word], at: int | None = None) -> Sequence[Word]:
    """Return the words of a clause without the attribution: "..., the envoy said", "doctors told the paper that ...".

    Of two things that somebody said, the later one belongs to the predicate at *at* only where this is in it.
    """
    start, end = reported(words)
    if at is not None and not start <= at < end:
        return words
    for index in range(start + 1, end - 1):
        if words[index].lower == "and" and words[index + 1].lower == "that" and at is not None and at < index:
            return words[start:index]
    return words[start:end]


def reported(words: Sequence[Word]) -> tuple[int, int]:
    """Return the stretch of a clause that is reported speech; the whole clause where it has no speaker."""
    first, end = _without_source(words)
    cues = _saying()
    for at in range(first, end):
        word = words[at]
        if word.lower not in cues or not (word.lemma in _SAYING or has_that(words, at)):
            continue
        after = words[at + 1 : end]
        inverted = bool(at) and words[at - 1].comma
        if (
            after
            and any(other.content for other in after)
            and (after[0].lower in _CONTENT or has_that(words, at) or (not inverted and any(map(is_auxiliary, after))))
        ):
            that = next((index for index, other in enumerate(after[:_SPEAKER]) if other.lower == "that"), -1)
            return at + 2 + that, end
        if inverted and any(map(is_auxiliary, words[first:at])):
            return first, at
        if sum(other.content for other in after) >= _TOLD:
            return at + 1, end
        comma = next((index for index in range(at, first - 1, -1) if words[index].comma), None)
        before = words[first : comma + 1] if comma is not None else ()
        if sum(other.content for other in before) >= _TOLD or any(map(is_auxiliary, before)):
            return first, first + len(before)
    return first, end


def speaker(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return the stretch of words that names the speaker of the predicate at *at*.

    A name, or the noun for a party: "the rebels". Sources that are no party (police, witnesses) are None.
    """
    start, end = reported(words)
    if not start <= at < end:
        return None
    first, last = (0, start) if start else (end, len(words))
    if any(words[index].lower == "according" for index in range(first, last)):
        return None
    frame = [index for index in range(first, last) if words[index].content and words[index].lower not in _saying()]
    named = [index for index in frame if words[index].capital and rarity(words[index].lower).name > _TITLE]
    named = [index for index in named if not (index and words[index - 1].lower in PREPOSITIONS)]
    if named:
        # "Ana Weil, a lawyer for Harrow Mills": the first run of names, but for a possessive: "Dorn's lawyer, Ana Weil"
        runs = [named[:1]]
        for index in named[1:]:
            if index == runs[-1][-1] + 1 and not words[index - 1].comma and not _is_possessive(words[index - 1]):
                runs[-1].append(index)
            else:
                runs.append([index])
        run = next((run for run in runs if not _is_possessive(words[run[-1]])), runs[0])
        return run[0], run[-1] + 1
    if not frame or any(words[index].lemma in _VOICES for index in frame):
        return None
    return frame[-1], frame[-1] + 1


def _is_possessive(word: Word) -> bool:
    return word.lower.endswith(("'s", "s'"))


def _without_source(words: Sequence[Word]) -> tuple[int, int]:
    """Return the stretch of a clause that "according to ..." leaves."""
    for at, word in enumerate(words):
        if word.lower == "according":
            if at > 1:
                return 0, at
            return next((index + 1 for index in range(at, len(words) - 1) if words[index].comma), 0), len(words)
    return 0, len(words)


def has_that(words: Sequence[Word], at: int) -> bool:
    """Tell whether a "that" follows the word *at* soon, as after a verb of saying."""
    return any(word.lower == "that" for word in words[at + 1 : at + _SPEAKER])


@cache
def _saying() -> frozenset[str]:
    """Return the finite forms of the verbs that introduce what somebody says or thinks."""
    known = {form for form, cue in cue_verbs().items() if cue.frame in ("say", "think") and cue.forms != {"ing"}}
    return frozenset(known | {"emerge", "emerges", "emerged"})
