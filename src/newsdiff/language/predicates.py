"""The predicates of a clause: what is said to happen, whether it is negated or only possible.

No parser: a short look at the words around a verb. It is tuned to miss rather than to guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdiff.language.clauses import Word
from newsdiff.language.cues import cue_verbs
from newsdiff.language.english import lexicon
from newsdiff.language.grammar import (
    ABLE,
    AUXILIARIES,
    BARE,
    BE,
    COPULAS,
    DETERMINERS,
    FAILING,
    FUTURE,
    INTENDS,
    INVARIANT,
    MODALS,
    PRONOUNS,
    is_adverb,
    is_negation,
)
from newsdiff.language.numerals import ONES, TENS
from newsdiff.language.opposites import phrase_heads, rows_of
from newsdiff.language.reporting import has_that, reported
from newsdiff.nouns.claims import Status
from newsdiff.nouns.values import Modality

_NOMINAL = lexicon.words("nominal-negation")
_NO_SUBJECT = _NOMINAL - {"without"}
_NO_OBJECT = lexicon.words("negative-object")
# What is asked for, or put as a question, is not said to happen: "demanded that she resign", "asked whether he paid".
_ASKING = lexicon.words("asking-verb")
_DENYING = lexicon.words("denying-verb")
_POSSESSIVES = lexicon.words("possessive")
_KNOWING = lexicon.words("knowing-word")
_ENDS_SCOPE = lexicon.words("negation-end")
_DURING = lexicon.words("duration-opener")
_PLURALS = lexicon.words("irregular-plural")
_MIDDLE = lexicon.words("middle-adverb")
_CONDITIONAL = lexicon.words("conditional")
_OBJECTS = lexicon.words("object-pronoun")
_UNREAL = lexicon.words("unreal-modal")
_NEGATION_REACH = 4  # guess: words before a verb among which what negates or weakens it stands
_KEEPING = 6  # guess: words between "keep" and the state that it keeps
_NEGATED = 12  # guess: words behind a negation that are negated


class Predicate(NamedTuple):
    """A predicate and its place in a clause."""

    lemma: str
    at: int
    """Index of the word in its clause."""
    size: int = 1


def predicates(words: Sequence[Word]) -> list[Predicate]:
    """Return the predicates of a clause that can be opposed, or else its main one."""
    found = []
    known, heads = rows_of(), phrase_heads()
    lowers = {word.lower for word in words}
    nominal = not _NOMINAL.isdisjoint(lowers)
    negated = nominal or any(map(is_negation, lowers))
    negated = negated or any(word.lemma in FAILING for word in words)
    for at, word in enumerate(words):
        if word.lemma in heads and (phrase := _phrase(words, at)) in known:
            found.append(Predicate(phrase, at, 2))
        elif found and found[-1].size > 1 and at == found[-1].at + 1:
            continue  # "pleaded guilty" is a plea and no guilt
        elif (word.lemma in known and _is_predicate(words, at)) or (negated and _negated_here(words, at)):
            found.append(Predicate(word.lemma, at))
    if nominal:
        # "no shifts will be cut": neither shifts nor the cut
        main = main_predicate(words)
        if main and all(main.at != predicate.at for predicate in found) and not polarity(words, main.at):
            found.append(main)
    # "plans to stop": what is only planned does not say what happens now.
    if all(status(words, predicate.at) == "hypothetical" for predicate in found):
        start, end = reported(words)
        main = main_predicate(words[start:end])
        main = Predicate(main.lemma, main.at + start) if main else main_predicate(words)
        if main and all(main.at != predicate.at for predicate in found):
            found.append(main)
    return found


def _phrase(words: Sequence[Word], at: int) -> str:
    """Return a verb with the word after it, as the lexicon has verbs with particles; "" for "went on strike"."""
    if at + 1 == len(words):
        return ""
    particle = words[at + 1]
    if particle.lower == "on" and not particle.comma and at + 2 < len(words) and words[at + 2].lower not in _DURING:
        return ""
    return f"{words[at].lemma}_{particle.lower}"


def _is_predicate(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word of the lexicon is used as a verb, or as the adjective of a copula."""
    word = words[at]
    before = words[at - 1].lower if at else ""
    if any(row.kind == "state" for row in rows_of()[word.lemma]) and word.lower == word.lemma:
        copula = _kept(words, at) < at or any(other.lower in COPULAS for other in words[max(0, at - 3) : at])
        return before not in _POSSESSIVES and copula
    if word.lower.endswith("ly") and word.lower != word.lemma:
        return False
    if word.lemma == "end" and at + 1 < len(words) and words[at + 1].lower == "up":
        return False
    if word.lower == "dead" and [other.lower for other in words[max(0, at - 2) : at]] == ["among", "the"]:
        return True
    # "the killer", "the loser": who does it as a rule.
    if (word.capital and at) or (word.lower.endswith(("er", "ers", "or", "ors")) and word.lower != word.lemma):
        return False
    if word.lemma in FAILING and at + 1 < len(words) and words[at + 1].lower in ("to", "having"):
        return False
    if before in DETERMINERS or before.endswith(("'s", "’s")):
        return False
    if word.lower.endswith("ing"):
        return before in AUXILIARIES or before == "not"
    if word.lower in INVARIANT and before in AUXILIARIES:
        return True
    if word.lower == word.lemma or word.lower.endswith("s"):
        # "hopes of support", "air strikes": a bare form is a verb after a modal, "to", a pronoun or a name.
        return before in MODALS or before in BARE or before in PRONOUNS or _finite(words, at)
    return True


def _kept(words: Sequence[Word], at: int) -> int:
    """Return where the verb stands that says of the state at *at* that it lasts, "keep the plant open", else *at*."""
    return next((index for index in range(max(0, at - _KEEPING), at) if words[index].lemma in ("keep", "leave")), at)


def _finite(words: Sequence[Word], at: int) -> bool:
    """Tell whether a bare or -s form follows something that reads as its subject and nothing else is the verb."""
    if not at:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    objects = (
        after is None
        or after.capital
        or after.lower[0].isdigit()
        or after.lower in DETERMINERS
        or after.lower == "to"
        or after.lower in _OBJECTS
    )
    if words[at].lower.endswith("s") and words[at].lower != words[at].lemma:
        return objects
    if words[at].lower in INVARIANT:
        counted = after is not None and (after.lower in ONES or after.lower in TENS or objects)
        return counted and after is not None and (words[at - 1].content or words[at - 1].capital)
    adverb = at > 1 and (words[at - 1].lower in _MIDDLE or is_adverb(words[at - 1].lower))
    return words[at - 1 - adverb].lower.endswith("s") and after is not None and after.lower in DETERMINERS


def _negated_here(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word is the first content word after a negation: "has not yet been released", "no plans"."""
    word = words[at]
    if not word.content or word.capital:
        return False
    for index in range(at - 1, max(-1, at - 1 - _NEGATION_REACH), -1):
        if _negates_at(words, index) or _fails(words, index, at):
            return True
        if words[index].content and not is_adverb(words[index].lower):
            return False
    return False


def negated_words(words: Sequence[Word], at: int) -> tuple[str, ...]:
    """Return the lemmas of what is negated: the rest of the clause, or the noun phrase after "no" and "without"."""
    if words[at].lemma in _KNOWING or words[at].lower in _KNOWING:
        return (words[at].lemma,)
    nominal = any(word.lower in _NOMINAL for word in words[max(0, at - _NEGATION_REACH) : at])
    end = next((index for index in range(at, len(words)) if words[index].comma), len(words) - 1)
    end = next((index - 1 for index in range(at, end + 1) if words[index].lower in _ENDS_SCOPE), end)
    told = [word.lemma for word in words[at : end + 1] if word.content]
    return tuple(dict.fromkeys(told[: 3 if nominal else _NEGATED]))


def negates(lower: str, base: str) -> bool:
    """Tell whether a word can make a predicate of its clause negative: a negation, or a verb of failing."""
    return is_negation(lower) or base in FAILING


def _negates_at(words: Sequence[Word], at: int) -> bool:
    """Tell whether a negation negates the verb after it, and no part: "a not guilty plea", "not all", "not only"."""
    if not is_negation(words[at].lower):
        return False
    after = words[at + 1].lower if at + 1 < len(words) else ""
    if words[at].lower == "no" and words[at].comma:
        return False  # "No, it will open"
    if after in ("only", "just", "doubt"):
        return False
    if words[at].lower != "not":
        return True
    before = words[at - 1].lower if at else ""
    return before in AUXILIARIES or before in MODALS or before in BARE or after == "to"


def main_predicate(words: Sequence[Word]) -> Predicate | None:
    """Return the likely main predicate: what follows an auxiliary, else the first past or -s form, else None."""
    cues = cue_verbs()
    for at, word in enumerate(words[1:], 1):
        before = words[at - 1].lower
        if word.content and (before in AUXILIARIES or before in FUTURE or before in ABLE):
            if is_adverb(word.lower) and at + 1 < len(words) and words[at + 1].content:
                return Predicate(words[at + 1].lemma, at + 1)
            return Predicate(word.lemma, at)
    for at, word in enumerate(words):
        form = word.lower
        if form != word.lemma and not word.capital and not form.endswith(("s", "ing")) and form not in _PLURALS:
            return Predicate(word.lemma, at)
    for at, word in enumerate(words):
        if word.lower in cues or (word.lower != word.lemma and not word.capital and _finite(words, at)):
            return Predicate(word.lemma, at)
    return None


def polarity(words: Sequence[Word], at: int) -> bool:
    """Return False where the predicate is negated, in words or by a verb of failing before it."""
    first = max(0, at - _NEGATION_REACH)
    negative = False
    for index in range(first, at):
        negative ^= _negates_at(words, index) or _fails(words, index, at)
    if at + 1 < len(words) and words[at + 1].lower in _NO_OBJECT:
        negative = not negative  # "found no evidence"
    if first and words[0].lower in _NO_SUBJECT and not words[0].comma:
        negative = negative or all(word.lower not in _ENDS_SCOPE for word in words[:at])
    return not negative


def _fails(words: Sequence[Word], at: int, before: int) -> bool:
    """Tell whether the verb at *at* says that what follows did not happen: "refused to", "denied having"."""
    return words[at].lemma in FAILING and any(word.lower in ("to", "having") for word in words[at + 1 : before])


def status(words: Sequence[Word], at: int) -> Status:
    """Tell whether the predicate is asserted, or only possible, planned, demanded."""
    return "asserted" if modality(words, at) == "fact" else "hypothetical"


def modality(words: Sequence[Word], at: int) -> Modality:
    """Tell whether the predicate is said of what is, of what will be or can be, or of what may be."""
    at = _kept(words, at) if words[at].lower == words[at].lemma else at
    if at and words[at - 1].lower in _NOMINAL:
        # "no shifts will be cut": what will not be is the cut
        verb = main_predicate(words[at:])
        at += verb.at if verb else 0
    first = max(0, at - _NEGATION_REACH)
    before = words[first:at]
    # "asked that the strikes be resumed", "prevent it from being seized"
    last = [word.lower for word in before[-2:]]
    subjunctive = last[-1:] == ["be"] or last in (["from", "being"], ["without", "being"]) or last[-1:] == ["from"]
    failing = any(word.lemma in FAILING for word in before)
    found: Modality = "fact"
    for index, word in enumerate(before, first):
        if word.lower in ABLE:
            found, subjunctive = "ability", False
        elif word.lower in FUTURE:
            # "would have": what never came about
            have = any(other.lower == "have" for other in words[index + 1 : at])
            found, subjunctive = ("open" if have and word.lower in _UNREAL else "future"), False
        elif word.lower == "to":
            after = words[index + 1]
            if not failing and not (after.capital or after.lower in DETERMINERS):  # "flights to Velden"
                found, subjunctive = ("future" if _intends(words, index) else "open"), False
        elif word.lower in MODALS and not word.capital:  # "in May"
            return "open"
    if subjunctive or words[0].lower in _CONDITIONAL:
        return "open"
    if found != "fact":
        return found
    asked = words[at].lower == words[at].lemma and any(word.lemma in _ASKING for word in words[:at])
    denied = any(word.lemma in _DENYING and has_that(words, index) for index, word in enumerate(words[:at]))
    return "open" if asked or denied else "fact"


def _intends(words: Sequence[Word], to: int) -> bool:
    """Tell whether a "to" puts what follows into the future: "is to", "plans to", "is due to"."""
    before = words[to - 1] if to else None
    return before is not None and (before.lemma in INTENDS or before.lower in BE)
