"""The predicates of a clause: what is said to happen, whether it is negated or only possible, and who does it.

No parser: a short look at the words around a verb. It is tuned to miss rather than to guess. Long for a module, because
negation, mood, subject and speaker all read the same few words and the same lists of function words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsdiff.models import Status
from newsdiff.text.clauses import Word
from newsdiff.text.cues import cue_verbs
from newsdiff.text.numerals import ONES, TENS
from newsdiff.text.opposites import phrase_heads, rows_of
from newsdiff.text.rarity import rarity
from newsdiff.values import Modality

_NEGATIONS = frozenset("not n't never cannot neither nor without nobody none no".split())
_NOMINAL = frozenset("no none without neither nobody".split())
# "failed to", "refused to", "denied having"
_FAILING = frozenset("fail refuse decline unable yet deny reject".split())
_FUTURE = frozenset("will would shall 'll ll won't wouldn't won’t wouldn’t".split())
_ABLE = frozenset("can cannot can't can’t".split())
# "plans to close", "is to close", "agreed to close": what will be done, as far as anybody can say.
_INTENDS = frozenset(
    "plan intend prepare promise pledge vow agree decide set due schedule go ready about resolve undertake".split()
)
# What is asked for, or put as a question, is not said to happen: "demanded that she resign", "asked whether he paid".
_ASKING = frozenset("demand ask urge call want request recommend propose suggest require order insist beg".split())
_DENYING = frozenset("deny reject dismiss refute doubt".split())
_MODALS = frozenset("would could may might should must if unless whether can will shall 'll to".split())
_AUXILIARIES = frozenset("be is are was were been being am have has had having do does did get got 's 're 've".split())
_BE = frozenset("be is are was were been being".split())
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
_SAYING = frozenset("say tell add state write note explain insist claim argue warn allege emerge".split())
# What begins the words that a verb of saying introduces: "said she would", "said no trains ran".
_CONTENT = frozenset("that he she it they there we i no nobody not nothing neither none".split())
_SPEAKER = 4
_TITLE = 0.1
# Who says what everybody would: no party to a dispute.
_VOICES = frozenset(
    "police official officials authority source witness resident report spokesman spokeswoman spokesperson statement"
    " agency media newspaper reporter relative medic doctor expert analyst observer person people man"
    " woman rescuer".split()
)
_TOLD = 3
# Negating these negates no fact: "it was not clear who fired", "nobody wanted to leave".
_KNOWING = frozenset(
    "clear know say comment reveal disclose specify identify sure certain guarantee elaborate immediately immediate"
    " want need expect think believe like wish hope".split()
)
_ENDS_SCOPE = frozenset("and until unless if who how whether what which why when".split())
_DURING = frozenset("through throughout until till despite for after into while all during overnight".split())
# Whose past is their base form: "the bank cut its rate".
_INVARIANT = frozenset("cut hit hurt shut quit split set put beat cost".split())
_PLURALS = frozenset("people men women children feet teeth policemen firemen businessmen".split())
_IN_LY = frozenset("family july italy assembly ally rally supply reply bully monopoly anomaly elderly jelly".split())
_PREPOSITIONS = frozenset("on in at for against with over about between from near inside outside after".split())
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
    known, heads = rows_of(), phrase_heads()
    lowers = {word.lower for word in words}
    nominal = not _NOMINAL.isdisjoint(lowers)
    negated = nominal or not _NEGATIONS.isdisjoint(lowers) or any(lower[-2:] in ("'t", "’t") for lower in lowers)
    negated = negated or any(word.lemma in _FAILING for word in words)
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
        copula = _kept(words, at) < at or any(other.lower in _COPULAS for other in words[max(0, at - 3) : at])
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
    if word.lemma in _FAILING and at + 1 < len(words) and words[at + 1].lower in ("to", "having"):
        return False
    if before in _DETERMINERS or before.endswith(("'s", "’s")):
        return False
    if word.lower.endswith("ing"):
        return before in _AUXILIARIES or before == "not"
    if word.lower in _INVARIANT and before in _AUXILIARIES:
        return True
    if word.lower == word.lemma or word.lower.endswith("s"):
        # "hopes of support", "air strikes": a bare form is a verb after a modal, "to", a pronoun or a name.
        return (
            before in _MODALS
            or before in _PRONOUNS
            or before in ("did", "do", "does", "not", "n't")
            or _finite(words, at)
        )
    return True


def _kept(words: Sequence[Word], at: int) -> int:
    """Return where the verb stands that says of the state at *at* that it lasts, "keep the plant open", else *at*."""
    return next((index for index in range(max(0, at - 6), at) if words[index].lemma in ("keep", "leave")), at)


def _finite(words: Sequence[Word], at: int) -> bool:
    """Tell whether a bare or -s form follows something that reads as its subject and nothing else is the verb."""
    if not at:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    objects = (
        after is None
        or after.capital
        or after.lower[0].isdigit()
        or after.lower in _DETERMINERS
        or after.lower in ("to", "it", "them", "him")
    )
    if words[at].lower.endswith("s") and words[at].lower != words[at].lemma:
        return objects
    if words[at].lower in _INVARIANT:
        counted = after is not None and (after.lower in ONES or after.lower in TENS or objects)
        return counted and after is not None and (words[at - 1].content or words[at - 1].capital)
    adverb = at > 1 and (words[at - 1].lower in ("still", "also", "now") or _is_adverb(words[at - 1].lower))
    return words[at - 1 - adverb].lower.endswith("s") and after is not None and after.lower in _DETERMINERS


def _negated_here(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word is the first content word after a negation: "has not yet been released", "no plans"."""
    word = words[at]
    if not word.content or word.capital:
        return False
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if _negates_at(words, index) or _fails(words, index, at):
            return True
        if words[index].content and not _is_adverb(words[index].lower):
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
        before = words[at - 1].lower
        if word.content and (before in _AUXILIARIES or before in _FUTURE or before in _ABLE):
            if _is_adverb(word.lower) and at + 1 < len(words) and words[at + 1].content:
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
    first = max(0, at - _REACH)
    negative = False
    for index in range(first, at):
        negative ^= _negates_at(words, index) or _fails(words, index, at)
    if at + 1 < len(words) and words[at + 1].lower in ("no", "nothing", "nobody", "none"):
        negative = not negative  # "found no evidence"
    if first and words[0].lower in ("no", "nobody", "none", "neither"):
        negative = negative or all(word.lower not in _ENDS_SCOPE for word in words[:at])
    return not negative


def _fails(words: Sequence[Word], at: int, before: int) -> bool:
    """Tell whether the verb at *at* says that what follows did not happen: "refused to", "denied having"."""
    return words[at].lemma in _FAILING and any(word.lower in ("to", "having") for word in words[at + 1 : before])


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
    first = max(0, at - _REACH)
    before = words[first:at]
    # "asked that the strikes be resumed", "prevent it from being seized"
    last = [word.lower for word in before[-2:]]
    subjunctive = last[-1:] == ["be"] or last in (["from", "being"], ["without", "being"]) or last[-1:] == ["from"]
    failing = any(word.lemma in _FAILING for word in before)
    found: Modality = "fact"
    for index, word in enumerate(before, first):
        if word.lower in _ABLE:
            found, subjunctive = "ability", False
        elif word.lower in _FUTURE:
            # "would have": what never came about
            have = any(other.lower == "have" for other in words[index + 1 : at])
            found, subjunctive = ("open" if have and word.lower[0] == "w" and "ould" in word.lower else "future"), False
        elif word.lower == "to":
            if not failing:
                found, subjunctive = ("future" if _intends(words, index) else "open"), False
        elif word.lower in _MODALS and not word.capital:  # "in May"
            return "open"
    if subjunctive or words[0].lower in ("if", "unless", "whether"):
        return "open"
    if found != "fact":
        return found
    asked = words[at].lower == words[at].lemma and any(word.lemma in _ASKING for word in words[:at])
    denied = any(word.lemma in _DENYING and _has_that(words, index) for index, word in enumerate(words[:at]))
    return "open" if asked or denied else "fact"


def _intends(words: Sequence[Word], to: int) -> bool:
    """Tell whether a "to" puts what follows into the future: "is to", "plans to", "is due to"."""
    before = words[to - 1] if to else None
    return before is not None and (before.lemma in _INTENDS or before.lower in ("is", "are", "was", "were"))


def told(words: Sequence[Word], at: int | None = None) -> Sequence[Word]:
    """Return the words of a clause without who said it: "..., the envoy said", "doctors told the paper that ...".

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
    """Return where in a clause stands what somebody is reported to have said; all of it where nobody is."""
    first, end = _without_source(words)
    cues = _saying()
    for at in range(first, end):
        word = words[at]
        if word.lower not in cues or not (word.lemma in _SAYING or _has_that(words, at)):
            continue
        after = words[at + 1 : end]
        inverted = bool(at) and words[at - 1].comma
        if (
            after
            and any(other.content for other in after)
            and (
                after[0].lower in _CONTENT or _has_that(words, at) or (not inverted and any(map(_is_auxiliary, after)))
            )
        ):
            that = next((index for index, other in enumerate(after[:_SPEAKER]) if other.lower == "that"), -1)
            return at + 2 + that, end
        if inverted and any(map(_is_auxiliary, words[first:at])):
            return first, at
        if sum(other.content for other in after) >= _TOLD:
            return at + 1, end
        comma = next((index for index in range(at, first - 1, -1) if words[index].comma), None)
        before = words[first : comma + 1] if comma is not None else ()
        if sum(other.content for other in before) >= _TOLD or any(map(_is_auxiliary, before)):
            return first, first + len(before)
    return first, end


def speaker(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return where the words stand for who is reported to have said the predicate at *at*.

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
    named = [index for index in named if not (index and words[index - 1].lower in _PREPOSITIONS)]
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
    return word.lower.endswith(("'s", "’s", "s'", "s’"))


def _without_source(words: Sequence[Word]) -> tuple[int, int]:
    """Return the stretch of a clause that "according to ..." leaves."""
    for at, word in enumerate(words):
        if word.lower == "according":
            if at > 1:
                return 0, at
            return next((index + 1 for index in range(at, len(words) - 1) if words[index].comma), 0), len(words)
    return 0, len(words)


def _has_that(words: Sequence[Word], at: int) -> bool:
    return any(word.lower == "that" for word in words[at + 1 : at + _SPEAKER])


@cache
def _saying() -> frozenset[str]:
    """Return the finite forms of the verbs that introduce what somebody says or thinks."""
    known = {form for form, cue in cue_verbs().items() if cue.frame in ("say", "think") and cue.forms != {"ing"}}
    return frozenset(known | {"emerge", "emerges", "emerged"})


def _is_auxiliary(word: Word) -> bool:
    return word.lower in _AUXILIARIES or (word.lower in _MODALS and word.lower != "to") or _negates(word)


def agent(words: Sequence[Word], at: int) -> str | None:
    """Return the lemmas of the subject's noun phrase; None for a pronoun, a second verb, or nothing in front.

    In a passive it is what follows "by".
    """
    if is_passive(words, at):
        by = next((index for index in range(at + 1, len(words)) if words[index].lower == "by"), len(words))
        return " ".join(word.lemma for word in words[by + 1 : by + 6] if word.content) or None
    return subject(words, at)


def is_passive(words: Sequence[Word], at: int) -> bool:
    """Tell whether the verb at *at* is a participle behind a form of "be"."""
    before = words[at - 1].lower if at else ""
    if _is_adverb(before) and at > 1:
        before = words[at - 2].lower
    participle = words[at].lower != words[at].lemma and not words[at].lower.endswith("ing")
    return (participle or words[at].lower in _INVARIANT) and before in _BE


def subject(words: Sequence[Word], at: int) -> str | None:
    """Return the lemmas of the noun phrase before a verb; None for a pronoun, a second verb, or nothing in front."""
    phrase: list[str] = []
    end = _before_apposition(words, at)
    for index in range(end - 1, -1, -1):
        word = words[index]
        if word.lower in _PRONOUNS or (not phrase and word.lower in ("and", "or")):
            break
        if not phrase and (word.lemma in _FAILING or word.lemma in _INTENDS) and words[index + 1].lower == "to":
            continue
        if word.content and not _is_adverb(word.lower) and word.lower not in _MODALS | _COPULAS:
            phrase.append(word.lemma)
        elif phrase and index and word.lower in _PREPOSITIONS:
            phrase.clear()  # "the vote on Oct 20": the vote
        elif phrase and not _goes_back(words, index):
            break
        if len(phrase) == _PHRASE or (phrase and word.comma):
            break
    return " ".join(reversed(phrase)) or None


def _goes_back(words: Sequence[Word], at: int) -> bool:
    """Tell whether a noun phrase goes on before a function word of it: "the head of the board", "between A and B"."""
    if words[at].lower == "and":
        return any(word.lower == "between" for word in words[max(0, at - _PHRASE) : at])
    linked = at > 1 and (words[at - 1].lower == "of" or words[at - 1].lower in _PREPOSITIONS)
    return words[at].lower == "of" or (linked and words[at].lower in _DETERMINERS)


def _is_adverb(lower: str) -> bool:
    return lower.endswith("ly") and lower not in _IN_LY


def _before_apposition(words: Sequence[Word], at: int) -> int:
    """Return where the subject ends that stands before *at*: "Keller, the trader at the heart of it, was cleared"."""
    last = at - 1
    while last >= 0 and (_is_auxiliary(words[last]) or _is_adverb(words[last].lower)):
        last -= 1
    if last < 1 or not words[last].comma:
        return at
    return next((index + 1 for index in range(last - 1, -1, -1) if words[index].comma), at)
