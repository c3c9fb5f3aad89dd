"""The predicates of a clause: what is said to happen, whether it is negated or only possible, and who does it.

No parser: a short look at the words around a verb. It is tuned to miss rather than to guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdiff.models import Status
from newsdiff.text.clauses import Word
from newsdiff.text.cues import cue_verbs
from newsdiff.text.opposites import phrase_heads, rows_of

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
_POSSESSIVES = frozenset("its their his her our my your".split())
_PRONOUNS = frozenset("he she it they we i you who which that there".split())
_SAYING = frozenset("say tell add state write note explain insist claim argue warn allege".split())
_TOLD = 3
# Negating these negates no fact: "it was not clear who fired", "nobody wanted to leave".
_KNOWING = frozenset(
    "clear know say comment reveal disclose specify identify sure certain guarantee elaborate immediately immediate"
    " want need expect think believe like wish hope".split()
)
_ENDS_SCOPE = frozenset("and until unless if who how whether what which why when".split())
_REACH = 4
_NEGATED = 12
_PHRASE = 4


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
    heads = phrase_heads()
    for at, word in enumerate(words):
        if word.lemma in heads and at + 1 < len(words) and (phrase := f"{word.lemma}_{words[at + 1].lower}") in known:
            found.append(Predicate(phrase, at, 2))
        elif (word.lemma in known and _is_predicate(words, at)) or (negated and _negated_here(words, at)):
            found.append(Predicate(word.lemma, at))
    # "plans to stop": what is only planned does not say what happens now.
    if all(status(words, predicate.at) == "hypothetical" for predicate in found):
        main = main_predicate(words)
        if main and all(main.at != predicate.at for predicate in found):
            found.append(main)
    return found


def _is_predicate(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word of the lexicon is used as a verb, or as the adjective of a copula."""
    word = words[at]
    before = words[at - 1].lower if at else ""
    if any(row.kind == "state" for row in rows_of()[word.lemma]) and word.lower == word.lemma:
        return before not in _POSSESSIVES and any(other.lower in _COPULAS for other in words[max(0, at - 3) : at])
    # "the killer", "the loser": who does it as a rule.
    if (word.capital and at) or (word.lower.endswith(("er", "ers", "or", "ors")) and word.lower != word.lemma):
        return False
    if word.lemma in _FAILING and at + 1 < len(words) and words[at + 1].lower in ("to", "having"):
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
        if _negates_at(words, index):
            return True
        if words[index].content and not words[index].lower.endswith("ly"):
            return False
    return False


def negated_words(words: Sequence[Word], at: int) -> tuple[str, ...]:
    """Return the lemmas of what is negated: the rest of the clause, or the noun phrase after "no" and "without"."""
    if words[at].lemma in _KNOWING or words[at].lower in _KNOWING:
        return (words[at].lemma,)
    nominal = any(word.lower in _NOMINAL for word in words[max(0, at - _REACH) : at])
    end = next((index for index in range(at, len(words)) if words[index].comma), len(words) - 1)
    end = next((index - 1 for index in range(at, end + 1) if words[index].lower in _ENDS_SCOPE), end)
    told = [word.lemma for word in words[at : end + 1] if word.content]
    return tuple(dict.fromkeys(told[: 3 if nominal else _NEGATED]))


def negates(lower: str, base: str) -> bool:
    """Tell whether a word can make a predicate of its clause negative: a negation, or a verb of failing."""
    return lower in _NEGATIONS or lower[-2:] in ("'t", "’t") or base in _FAILING


def _negates(word: Word) -> bool:
    return word.lower in _NEGATIONS or word.lower[-2:] in ("'t", "’t")


def _negates_at(words: Sequence[Word], at: int) -> bool:
    """Tell whether a negation negates the verb after it, and no part: "a not guilty plea", "not all", "not only"."""
    if not _negates(words[at]):
        return False
    after = words[at + 1].lower if at + 1 < len(words) else ""
    if after in ("only", "just", "doubt"):
        return False
    if words[at].lower != "not":
        return True
    before = words[at - 1].lower if at else ""
    return before in _AUXILIARIES or before in _MODALS or before in ("did", "do", "does") or after == "to"


def main_predicate(words: Sequence[Word]) -> Predicate | None:
    """Return the likely main predicate: what follows an auxiliary, else the first past or -s form, else None."""
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
    return None


def polarity(words: Sequence[Word], at: int) -> bool:
    """Return False where the predicate is negated, in words or by a verb of failing before it."""
    first = max(0, at - _REACH)
    negative = False
    for index in range(first, at):
        negative ^= _negates_at(words, index) or _fails(words, index, at)
    if first and words[0].lower in ("no", "nobody", "none", "neither"):
        negative = negative or all(word.lower != "and" for word in words[:at])
    return not negative


def _fails(words: Sequence[Word], at: int, before: int) -> bool:
    """Tell whether the verb at *at* says that what follows did not happen: "refused to", "denied having"."""
    return words[at].lemma in _FAILING and any(word.lower in ("to", "having") for word in words[at + 1 : before])


def status(words: Sequence[Word], at: int) -> Status:
    """Tell whether the predicate is asserted, or only possible, planned, demanded."""
    before = words[max(0, at - _REACH) : at]
    failing = any(word.lemma in _FAILING for word in before)
    for word in before:
        if word.lower in _MODALS and not (word.lower == "to" and failing):
            return "hypothetical"
    # "asked that the strikes be resumed", "prevent it from being seized"
    last = [word.lower for word in before[-2:]]
    subjunctive = last[-1:] == ["be"] or last in (["from", "being"], ["without", "being"]) or last[-1:] == ["from"]
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
    """Return the lemmas of the subject's noun phrase; None for a pronoun, a second verb, or nothing in front.

    In a passive it is what follows "by".
    """
    participle = words[at].lower != words[at].lemma and not words[at].lower.endswith("ing")
    if at and participle and words[at - 1].lower in ("be", "is", "are", "was", "were", "been", "being"):
        by = next((index for index in range(at + 1, len(words)) if words[index].lower == "by"), len(words))
        return " ".join(word.lemma for word in words[by + 1 : by + 6] if word.content) or None
    phrase: list[str] = []
    for word in reversed(words[:at]):
        if word.lower in _PRONOUNS or (not phrase and word.lower in ("and", "or")):
            return None
        if word.content and not word.lower.endswith("ly") and word.lower not in _MODALS | _COPULAS:
            phrase.append(word.lemma)
        elif phrase and word.lower not in ("of", "the"):
            break
        if len(phrase) == _PHRASE or (phrase and word.comma):
            break
    return " ".join(reversed(phrase)) or None
