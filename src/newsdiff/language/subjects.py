"""Agent and patient of a clause: the noun phrase before the verb, and the one after "by"."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.language.clauses import Word
from newsdiff.language.grammar import (
    BE,
    COPULAS,
    DETERMINERS,
    FAILING,
    INTENDS,
    INVARIANT,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
    is_auxiliary,
)

_LINKING = MODALS | COPULAS
_BY_PHRASE = 5  # guess: words behind "by" that are read
_PHRASE = 4  # guess: words of a noun phrase that are read


def agent(words: Sequence[Word], at: int) -> str | None:
    """Return the lemmas of the subject's noun phrase, its head last; None for a pronoun, a second verb, or nothing.

    In a passive it is what follows "by".
    """
    if is_passive(words, at):
        by = next((index for index in range(at + 1, len(words)) if words[index].lower == "by"), len(words))
        named = words[by + 1 : by + 1 + _BY_PHRASE]
        of = next((index for index, word in enumerate(named) if word.lower == "of"), len(named))
        return " ".join(word.lemma for word in (*named[of:], *named[:of]) if word.content) or None
    return subject(words, at)


def is_passive(words: Sequence[Word], at: int) -> bool:
    """Tell whether the verb at *at* is a participle behind a form of "be"."""
    before = words[at - 1].lower if at else ""
    if is_adverb(before) and at > 1:
        before = words[at - 2].lower
    participle = words[at].lower != words[at].lemma and not words[at].lower.endswith("ing")
    return (participle or words[at].lower in INVARIANT) and before in BE


def subject(words: Sequence[Word], at: int) -> str | None:
    """Return the lemmas of the noun phrase before a verb, its head last: "ferry captain" for "captain of the ferry".

    None for a pronoun, a second verb, or nothing in front.
    """
    phrase: list[str] = []
    parts = [phrase]
    end = _before_apposition(words, at)
    for index in range(end - 1, -1, -1):
        word = words[index]
        if word.lower in PRONOUNS or (not phrase and word.lower in ("and", "or")):
            break
        if not phrase and (word.lemma in FAILING or word.lemma in INTENDS) and words[index + 1].lower == "to":
            continue
        if word.content and not is_adverb(word.lower) and word.lower not in _LINKING:
            phrase.append(word.lemma)
        elif phrase and index and (word.lower in PREPOSITIONS or word.lower == "to"):
            phrase.clear()  # "the vote on Oct 20": the vote
            parts = [phrase]
        elif phrase and word.lower == "of":
            phrase = []
            parts.append(phrase)
        elif phrase and not _goes_back(words, index):
            break
        if sum(map(len, parts)) == _PHRASE or (phrase and word.comma):
            break
    return " ".join(lemma for part in parts for lemma in reversed(part)) or None


def _goes_back(words: Sequence[Word], at: int) -> bool:
    """Tell whether a noun phrase goes on before a function word of it: "the head of the board", "between A and B"."""
    if words[at].lower == "and":
        return any(word.lower == "between" for word in words[max(0, at - _PHRASE) : at])
    linked = at > 1 and (words[at - 1].lower == "of" or words[at - 1].lower in PREPOSITIONS)
    return words[at].lower == "of" or (linked and words[at].lower in DETERMINERS)


def _before_apposition(words: Sequence[Word], at: int) -> int:
    """Return where the subject ends that stands before *at*: "Keller, the trader at the heart of it, was cleared"."""
    last = at - 1
    while last >= 0 and (is_auxiliary(words[last]) or is_adverb(words[last].lower)):
        last -= 1
    if last < 1 or not words[last].comma:
        return at
    return next((index + 1 for index in range(last - 1, -1, -1) if words[index].comma), at)
