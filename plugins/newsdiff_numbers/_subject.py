"""The measured thing or holder of a quantity that is no counted event ("net profit", "shares", "the plant")."""

from __future__ import annotations

from newsdiff.language import english
from newsdiff_numbers._context import Noun, bare
from newsdiff_numbers._nouns import stops, verbs
from newsdiff_numbers._sentence import Sentence

_DROP = english.lexicon.words("bare-subject-word")
_SUBORDINATE = english.lexicon.words("subject-stop")
_PREPOSITIONS = english.lexicon.words("measure-preposition")
_PRONOUNS = english.lexicon.words("subject-pro-form")

_CLAUSE_ENDS = frozenset((";", ".", ":", "(", ")", "—", "–"))
_SUBJECT_ENDS = _SUBORDINATE | frozenset((",", ";", ".", ":", "—", "–", "and", "but", "or", '"', "“", "”"))
_PHRASE_ENDS = _SUBORDINATE | (_PREPOSITIONS - {"of"}) | {"and", "or", "but"}
_LEADS = english.lexicon.words("lead-preposition")
# Tokens in front of a number among which its subject is sought; of a phrase behind it, before it, and of a subject; and
# words that name what is measured (guesses).
_FAR = 40
_BEHIND, _BEFORE, _SUBJECT, _WORDS = 9, 6, 12, 10


def concept(sentence: Sentence, index: int, first: int, noun: Noun | None, *, measured: bool) -> str | None:
    """Return the words that say what the quantity at token *index* is of, or None."""
    parts: list[str] = []
    if measured:
        local = _attached(sentence, index, first, noun)
        if local:
            parts.append(local)
    subject = _subject(sentence, first)
    if subject and not (parts and subject in parts[0]):
        parts.append(subject)
    return ", ".join(parts[:2]) or None


def _attached(sentence: Sentence, index: int, first: int, noun: Noun | None) -> str | None:
    """The noun that the measure belongs to: behind ("a $5 fee", "24% of adults") or in front ("a fine of $5")."""
    if sentence.word(index + 1) == "of":
        return _phrase(sentence, index + 2)
    if sentence.numbers[index].currency and _is_thing_in(sentence, index + 1):
        return _phrase(sentence, index + 2)
    if noun is not None:
        return _content(sentence, noun.first, noun.stop)
    if first and sentence.low[first - 1] in ("of", "at", "to") and first > 1:
        return _phrase_before(sentence, first - 1)
    return None


def _is_thing_in(sentence: Sentence, at: int) -> bool:
    """Tell "$250 million in annual savings" from "$250 million in Lisse" and "in the spring"."""
    word = sentence.word(at + 1)
    if sentence.word(at) != "in" or not word.isalpha() or word in stops() or sentence.raw[at + 1][:1].isupper():
        return False
    return word not in _MOMENTS


_MOMENTS = english.lexicon.words("no-measured-thing")


def _phrase(sentence: Sentence, start: int) -> str | None:
    stop = start
    while stop < len(sentence) and stop - start < _BEHIND:
        word = sentence.low[stop]
        if stop in sentence.numbers or not (word[0].isalpha() or word in "&'’"):
            break
        if word in _PHRASE_ENDS or word in verbs():
            break
        stop += 1
    return _content(sentence, start, stop)


def _phrase_before(sentence: Sentence, stop: int) -> str | None:
    start = stop
    while start and stop - start < _BEFORE:
        word = sentence.low[start - 1]
        if start - 1 in sentence.numbers or not word[0].isalpha() or word in verbs() or word in stops():
            break
        start -= 1
    return _content(sentence, start, stop)


def _subject(sentence: Sentence, first: int) -> str | None:
    """The noun phrase in front of the clause's verb."""
    low, acts = sentence.low, verbs()
    verb = None
    for at in range(first - 1, max(-1, first - _FAR), -1):
        word = low[at]
        if word in acts:
            verb = at
            if at and low[at - 1] not in acts:
                break
        elif word in _CLAUSE_ENDS:
            break
    if verb is None:
        return None
    start = stop = verb
    while start and stop - start < _SUBJECT:
        word = low[start - 1]
        if word in _SUBJECT_ENDS or word in acts:
            break
        start -= 1
    while start < stop and low[start] in _LEADS:
        start += 1
    if stop - start == 1 and low[start] in _PRONOUNS:
        return None
    return _content(sentence, start, stop)


def _content(sentence: Sentence, start: int, stop: int) -> str | None:
    numbers, low = sentence.numbers, sentence.low
    words = [
        bare(word)
        for i, word in enumerate(sentence.raw[start:stop], start)
        if low[i] not in _DROP and i not in numbers and word[0].isalnum()
    ]
    return " ".join(words[:_WORDS]) or None
