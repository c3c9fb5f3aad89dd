"""What a time dates: a deed, its announcement, a deadline, the start of a stretch, or nothing that happened.

"The mayor said on Monday that the bridge, closed since 2014, would open by Friday" has three times and no day on which
anything happened to the bridge. A short look at the words around a time tells: those right before it say what it
bounds, the nearest verb says what happened then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdiff.language.clauses import Word, clauses
from newsdiff.language.english import lexicon
from newsdiff.language.grammar import AUXILIARIES, BARE, DETERMINERS, INVARIANT, MODALS, PRONOUNS, is_auxiliary
from newsdiff.language.words import lemma
from newsdiff.nouns.spans import Span
from newsdiff.nouns.values import Happening, TimeRole

ANNOUNCING, SPEAKING = lexicon.words("announcing-verb"), lexicon.words("speaking-verb")
SPEECHES, PARTS = lexicon.words("speech-noun"), lexicon.words("time-part")
PAST_AS_BASE, NOUN_OPENERS = lexicon.words("past-as-base"), lexicon.words("noun-opener")
# How far to each side of a time the words stand that bound it or name what it is part of, in code points.
_BEFORE, _AFTER = 40, 40
_MODIFIER = r"(?: (?:at least|about|around|early|late|mid|the|this|next|last|as|soon))*[ -]?$"
_CLOSE = r"(?<!shortly )(?<!just )(?<!soon )(?<!right )"
_BOUNDS: tuple[tuple[TimeRole, re.Pattern[str]], ...] = (
    # "shortly before 8 p.m." is a time of its own
    ("deadline", re.compile(rf"{_CLOSE}\b(?:by|before|no later than|ahead of){_MODIFIER}", re.IGNORECASE)),
    ("end", re.compile(rf"\b(?:until|till|through(?! the)|to){_MODIFIER}", re.IGNORECASE)),
    ("start", re.compile(rf"{_CLOSE}\b(?:since|from|after|starting|beginning){_MODIFIER}", re.IGNORECASE)),
    # "the highest level in seven years", "its first loss for a decade"
    ("start", re.compile(r"\b(?:\w{2,8}est|first|most|least|only|worst|best)\b[^,;.]{0,20} (?:in|for) (?:the )?$")),
)
_FILED = re.compile(
    r"(?:\b[Aa]s of|^\W?(?:Updated|Published|Posted|Modified|Last (?:updated|modified)):?(?: on| at)?)[: ]{0,2}$"
)
# "four days before the vote": counted from something else, whenever that was.
_UNIT = re.compile(r"\b(?:second|minute|hour|day|week|month|year|decade)s?$")
_COUNTED = re.compile(r" (?:before|after|later|earlier|ahead of|into|prior to)\b")
_PICTURE = re.compile(
    r"[^.;]{0,24}?\b(?:file|handout|pool) (?:photo|image|picture|footage)|,? (?:photo|picture|frame grab)\b"
)
_POSSESSIVE = re.compile(r"['’]s? ")
# "the Jan. 6 attack", "a Tuesday vote", "the 2019 nomination": a determiner, the time, a noun.
_DETERMINER = re.compile(r"(?:\b(?:the|an?|its|his|her|their|this|that)|['’]s?) $", re.IGNORECASE)
_OF = re.compile(r"([\w-]+) of (?:the )?$")
_NAMED = re.compile(r"(?:[A-Z][\w.]* )?[0-9]{1,4}(?:, [0-9]{4})?|[A-Z][a-z]+day(?: [a-z]+)?")
_LOWER = re.compile(r" ([a-z][a-z-]{2,})")
_NO_NOUN = lexicon.words("phrase-opener")
_CONJUNCTIONS = lexicon.words("coordinator")
_SUBJECT = 3  # guess: words beside a time among which its noun or its subject stands


def happening(text: str, sentence: Span, time: Span) -> Happening:
    """Return what the time at *time* dates.

    >>> text = "The mayor said on Monday that the bridge would open by Friday."
    >>> [happening(text, Span(0, len(text)), Span(at, at + 6)).role for at in (18, 55)]
    ['speech', 'deadline']
    """
    before = text[max(sentence.start, time.start - _BEFORE) : time.start]
    after = text[time.end : min(sentence.end, time.end + _AFTER)]
    if _PICTURE.match(after) or _FILED.search(before):
        return Happening("filed")
    noun = _noun(before, text[time.start : time.end], after)
    if noun:
        return Happening("noun", (noun,))
    words = _told(text, sentence, time)
    if _COUNTED.match(after) and _UNIT.search(text, time.start, time.end):
        return Happening("counted", words)
    for role, pattern in _BOUNDS:
        if pattern.search(before):
            return Happening(role, words)
    return Happening(_role(words), words)


def _role(words: Sequence[str]) -> TimeRole:
    if not ANNOUNCING.isdisjoint(words[:1]):
        return "announcement"
    if not SPEECHES.isdisjoint(words):
        return "speech"
    return "speech" if not SPEAKING.isdisjoint(words[:1]) else "day"


def _noun(before: str, time: str, after: str) -> str | None:
    """Return the noun that a time belongs to, where it is no adverb of the clause."""
    if (match := _POSSESSIVE.match(after)) is not None:
        following = [word for word in re.findall(r"[\w-]+", after[match.end() :])[:_SUBJECT] if word not in _NO_NOUN]
        return lemma(following[0].lower()) if following else None
    if (of := _OF.search(before)) is not None:
        return None if of[1].lower() in PARTS else lemma(of[1].lower())
    following_noun = _LOWER.match(after)
    if following_noun and _NAMED.fullmatch(time) and following_noun[1] not in _NO_NOUN and _DETERMINER.search(before):
        return lemma(following_noun[1])
    return None


def _told(text: str, sentence: Span, time: Span) -> tuple[str, ...]:
    """Return the lemmas of the predicate that a time goes with and of the noun before the time."""
    found = list(clauses(text, sentence))
    own = next((index for index, clause in enumerate(found) if clause.has(time)), None)
    if own is None:
        return ()
    words, starts = found[own].words, found[own].starts
    at = sum(start < time.start for start in starts)
    stop = sum(start < time.end for start in starts)
    verb = _last_verb(words, 0 if _opens(words, at) else at) or _first_verb(words, stop)
    near = range(at - 1, max(-1, at - 1 - _SUBJECT), -1)
    noun = next((words[index].lemma for index in near if words[index].content), None)
    if verb is None and noun is None and own:  # "has been shut | since 2014"
        verb = _last_verb(found[own - 1].words, len(found[own - 1].words))
    return tuple(dict.fromkeys(word for word in (verb, noun) if word))


def _last_verb(words: Sequence[Word], before: int) -> str | None:
    return next((words[at].lemma for at in range(before - 1, -1, -1) if _is_verb(words, at)), None)


def _first_verb(words: Sequence[Word], start: int) -> str | None:
    return next((words[at].lemma for at in range(start, len(words)) if _is_verb(words, at)), None)


def _opens(words: Sequence[Word], at: int) -> bool:
    """Tell whether a time opens a second clause: "paid a fine and on Monday left"."""
    first = next((index for index in range(at - 1, -1, -1) if words[index].lower not in DETERMINERS), None)
    return first is not None and words[first].lower in _CONJUNCTIONS


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word reads as a verb in the place it has."""
    word = words[at]
    if (word.capital and at) or is_auxiliary(word):
        return False
    if not word.content:
        return word.lower in ("said", "says", "told", "tells")  # too common to carry content
    before = words[at - 1].lower if at else ""
    if word.lower.endswith("ing"):
        return before in AUXILIARIES or before == "not"
    if before in MODALS or before in BARE:
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    open_ = after is None or after.lower in DETERMINERS or after.capital or not after.lower.isalpha()
    if word.lower == word.lemma:
        invariant = word.lower in INVARIANT or word.lower in PAST_AS_BASE
        return (invariant and bool(at) and open_) or before in PRONOUNS
    if word.lower.endswith("s"):
        return bool(at) and open_ and (words[at - 1].content or words[at - 1].capital)
    return before not in NOUN_OPENERS
