"""The predicates of a clause: what is said to happen, whether it is negated or only possible, and who does it.

No parser: a short look at the words around a verb. It is tuned to miss rather than to guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdiff.models import Status
from newsdiff.text.clauses import Word
from newsdiff.text.cues import cue_verbs
from newsdiff.text.opposites import rows_of

_NEGATIONS = frozenset("not n't never cannot neither nor without nobody none no".split())
_NOMINAL = frozenset("no none without neither nobody".split())
# "failed to", "refused to", "denied having"
_FAILING = frozenset("fail refuse decline unable yet deny reject".split())
_MODALS = frozenset("would could may might should must if unless whether can will shall 'll to".split())
_AUXILIARIES = frozenset("be is are was were been being am have has had having do does did get got 's 're 've".split())
_COPULAS = frozenset(
    "is are was were be been being remain remained remains stay stayed seem seemed found plead".split()
)
_COPULAS |= frozenset("pleaded declared became become kept still".split())
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your of in on at by for from with into over under no"
    " some any each every another both all several many few more less most first second last next new recent".split()
)
_PRONOUNS = frozenset("he she it they we i you who which that there".split())
_SAYING = frozenset("say tell add state write note explain insist claim argue warn".split())
_TOLD = 3
_REACH = 4
_NEGATED = 12


class Predicate(NamedTuple):
    """A predicate and its place in a clause."""

    lemma: str
    at: int
    """Index of the word in its clause."""
    size: int = 1


def predicates(words: Sequence[Word]) -> list[Predicate]:
    """Return the predicates of a clause that can be opposed, or else its main one."""
    found = []
    known = rows_of()
    negated = any(_negates(word) for word in words)
    for at, word in enumerate(words):
        if at + 1 < len(words) and (phrase := f"{word.lemma}_{words[at + 1].lower}") in known:
            found.append(Predicate(phrase, at, 2))
        elif (word.lemma in known and _is_predicate(words, at)) or (negated and _negated_here(words, at)):
            found.append(Predicate(word.lemma, at))
    # "plans to stop": what is only planned does not say what happens now.
    if all(status(words, predicate.at) == "hypothetical" for predicate in found):
        main = main_predicate(words)
        if all(main.at != predicate.at for predicate in found):
            found.append(main)
    return found


def _is_predicate(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word of the lexicon is used as a verb, or as the adjective of a copula."""
    word = words[at]
    before = words[at - 1].lower if at else ""
    if any(row.kind == "state" for row in rows_of()[word.lemma]) and word.lower == word.lemma:
        return any(other.lower in _COPULAS for other in words[max(0, at - 3) : at])
    if word.capital and at:
        return False
    if before in _DETERMINERS or before.endswith(("'s", "’s")):
        return False
    if word.lower.endswith("ing"):
        return before in _AUXILIARIES or before == "not"
    if word.lower == word.lemma or word.lower.endswith("s"):
        # "hopes of support", "air strikes": a bare form is a verb after a modal, "to", a pronoun or a name.
        return (
            before in _MODALS
            or before in _PRONOUNS
            or before in ("did", "do", "does", "not", "n't")
            or _finite(words, at)
        )
    return True


def _finite(words: Sequence[Word], at: int) -> bool:
    """Tell whether a bare or -s form follows something that reads as its subject and nothing else is the verb."""
    if not at:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    objects = (
        after is None or after.lower in _DETERMINERS or after.lower == "to" or after.capital or after.lower[0].isdigit()
    )
    if words[at].lower.endswith("s") and words[at].lower != words[at].lemma:
        return objects
    return words[at - 1].lower.endswith("s") and after is not None and after.lower in _DETERMINERS


def _negated_here(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word is the first content word after a negation: "has not yet been released", "no plans"."""
    word = words[at]
    if not word.content or word.capital:
        return False
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        before = words[index]
        if _negates(before):
            if before.lower == "not" and not index:  # "Not all", "Not counting"
                return False
            return word.lower not in ("only", "just", "doubt")
        if before.content and not before.lower.endswith("ly"):
            return False
    return False


def negated_words(words: Sequence[Word], at: int) -> tuple[str, ...]:
    """Return the lemmas of what is negated: the rest of the clause, or the noun phrase after "no" and "without"."""
    nominal = any(word.lower in _NOMINAL for word in words[max(0, at - _REACH) : at])
    end = next((index for index in range(at, len(words)) if words[index].comma), len(words) - 1)
    end = next((index - 1 for index in range(at, end + 1) if words[index].lower == "and"), end)
    told = [word.lemma for word in words[at : end + 1] if word.content]
    return tuple(dict.fromkeys(told[: 3 if nominal else _NEGATED]))


def _negates(word: Word) -> bool:
    return word.lower in _NEGATIONS or word.lower[-2:] in ("'t", "’t")


def main_predicate(words: Sequence[Word]) -> Predicate:
    """Return the likely main predicate: what follows an auxiliary, else the first past form, else the first word."""
    cues = cue_verbs()
    for at, word in enumerate(words[1:], 1):
        if words[at - 1].lower in _AUXILIARIES and word.content:
            return Predicate(word.lemma, at)
    for at, word in enumerate(words):
        if word.lower != word.lemma and not word.capital and not word.lower.endswith(("s", "ing")):
            return Predicate(word.lemma, at)
    for at, word in enumerate(words):
        if word.lower in cues or (word.lower != word.lemma and not word.capital and _finite(words, at)):
            return Predicate(word.lemma, at)
    at = next((at for at, word in enumerate(words) if word.content), 0)
    return Predicate(words[at].lemma, at)


def polarity(words: Sequence[Word], at: int) -> bool:
    """Return False where the predicate is negated, in words or by a verb of failing before it."""
    before = words[max(0, at - _REACH) : at]
    negative = False
    for index, word in enumerate(before):
        if _negates(word):
            following = before[index + 1].lower if index + 1 < len(before) else ""
            opening = word.lower == "not" and word.start == words[0].start  # "Not all", "Not counting"
            negative ^= not opening and following not in ("only", "just", "doubt")
        elif word.lemma in _FAILING and any(other.lower in ("to", "having") for other in before[index + 1 :]):
            negative = not negative
    if words[0].lower in ("no", "nobody", "none", "neither") and at > _REACH:
        negative = not negative
    return not negative


def status(words: Sequence[Word], at: int) -> Status:
    """Tell whether the predicate is asserted, or only possible, planned, demanded."""
    before = words[max(0, at - _REACH) : at]
    failing = any(word.lemma in _FAILING for word in before)
    for word in before:
        if word.lower in _MODALS and not (word.lower == "to" and failing):
            return "hypothetical"
    # "asked that the strikes be resumed"
    subjunctive = bool(before) and before[-1].lower == "be"
    if subjunctive or words[0].lower in ("if", "unless", "whether"):
        return "hypothetical"
    return "asserted"


def told(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words of a clause without who said it: "..., the envoy said", "doctors told the paper that ..."."""
    for at, word in enumerate(words):
        if word.lemma not in _SAYING or word.lower.endswith("ing"):
            continue
        if sum(other.content for other in words[at + 1 :]) >= _TOLD:
            return words[at + 1 :]
        comma = next((index for index in range(at, -1, -1) if words[index].comma), None)
        if comma is not None and sum(other.content for other in words[: comma + 1]) >= _TOLD:
            return words[: comma + 1]
    return words


def agent(words: Sequence[Word], at: int) -> str | None:
    """Return the lemma of the subject's last word; None for a pronoun, a passive, or nothing in front."""
    participle = words[at].lower != words[at].lemma and not words[at].lower.endswith("ing")
    if at and participle and words[at - 1].lower in ("be", "is", "are", "was", "were", "been", "being"):
        by = next((index for index in range(at + 1, len(words)) if words[index].lower == "by"), None)
        following = [word for word in words[by + 1 : by + 5] if word.content] if by is not None else []
        return following[-1].lemma if following else None
    for word in reversed(words[:at]):
        if word.lower in _PRONOUNS:
            return None
        if word.content and not word.lower.endswith("ly") and word.lower not in _MODALS | _COPULAS:
            return word.lemma
    return None
