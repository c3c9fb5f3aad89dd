"""Statements: what a clause says happened, and when two aligned ones oppose each other.

A statement has a predicate, a polarity and the words around it. Two of them oppose where one negates the other's
predicate, or where the project's own lexicon has the predicates as opposites (resumed, halted). What may happen, what
somebody else was told to do, and what two parties say of each other is no opposition between outlets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from newsdiff.document import Document
from newsdiff.models import Claim, Extraction, Scope, Status, Verdict
from newsdiff.spans import Span
from newsdiff.text.clauses import Clause, Word, clauses, lemma
from newsdiff.text.cues import cue_verbs
from newsdiff.text.lexicon import table
from newsdiff.text.rarity import rarity
from newsdiff.text.words import stop_words
from newsdiff.values import Quotation, Statement, Timex

Class = Literal["status", "rivals", "event", "state"]

_DATA = Path(__file__).parent / "data" / "opposites.tsv"
_NEGATIONS = frozenset("not n't never cannot neither nor without nobody none no".split())
_FAILING = frozenset("fail refuse decline unable yet reject deny stop prevent avoid halt".split())
_FAILING_ONLY_TO = frozenset("fail refuse decline unable yet deny reject".split())
_MODALS = frozenset("would could may might should must if unless whether can will shall 'll to".split())
_AUXILIARIES = frozenset("be is are was were been being am have has had having do does did get got 's 're 've".split())
_COPULAS = frozenset("is are was were be been being remain remained remains stay stayed seem seemed found plead".split())
_COPULAS |= frozenset("pleaded declared became become kept still".split())
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your of in on at by for from with into over under no"
    " some any each every another both all several many few more less most first second last next new recent".split()
)
_PRONOUNS = frozenset("he she it they we i you who which that there".split())
_REACH = 4


class _Predicate(NamedTuple):
    lemma: str
    at: int
    """Index of the word in its clause."""
    size: int = 1


def statements(source: Document | Extraction) -> tuple[Claim, ...]:
    """Return what the clauses of the body say happened, as claims of kind "statement", by place."""
    if isinstance(source, Extraction):
        kept: tuple[Claim, ...] | None = source.memo.get("statements")
        if kept is None:
            document = Document(source.article)
            kept = source.memo["statements"] = tuple(_made(document, source.claims))
        return kept
    return tuple(_made(source, ()))


def _made(document: Document, claims: Sequence[Claim]) -> Iterator[Claim]:
    times = [claim for claim in claims if isinstance(claim.value, Timex) and claim.value.earliest]
    quotations = [claim for claim in claims if isinstance(claim.value, Quotation) and claim.value.speaker]
    for sentence in document.sentences:
        dates = _inside(times, sentence)
        quoted = _inside(quotations, sentence)
        for clause in clauses(document.text, sentence):
            for predicate in _predicates(clause.words):
                yield _statement(document, clause, predicate, dates, quoted)


def _inside(claims: Iterable[Claim], sentence: Span) -> list[Claim]:
    return [claim for claim in claims if sentence.overlaps(claim.span)]


def _statement(
    document: Document, clause: Clause, predicate: _Predicate, dates: Sequence[Claim], quoted: Sequence[Claim]
) -> Claim:
    words, at = clause.words, predicate.at
    time = next((date.value for date in dates if clause.span.overlaps(date.span)), None)
    if time is None and len(dates) == 1:
        time = dates[0].value
    lemmas = tuple(dict.fromkeys(word.lemma for word in words if _carries(word)))
    value = Statement(predicate.lemma, _polarity(words, at), _agent(words, at), lemmas, time)
    source = next((claim.value.speaker for claim in quoted if claim.span.overlaps(clause.span)), None)
    scope = Scope(time=time, event=lemmas, status=_status(words, at))
    return Claim.at(document, clause.span, kind="statement", value=value, scope=scope, attribution=source)


def _carries(word: Word) -> bool:
    return word.lower not in stop_words() and word.lemma not in stop_words() and word.lower[0].isalpha()


def _predicates(words: Sequence[Word]) -> list[_Predicate]:
    """Return the predicates of a clause that can be opposed, or else its main one."""
    found = []
    known = _sides()
    for at, word in enumerate(words):
        if at + 1 < len(words) and (phrase := f"{word.lemma}_{words[at + 1].lower}") in known:
            found.append(_Predicate(phrase, at, 2))
        elif word.lemma in known and _is_predicate(words, at):
            found.append(_Predicate(word.lemma, at))
        elif _negated_here(words, at):
            found.append(_Predicate(word.lemma, at))
    return found or [_main(words)]


def _is_predicate(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word of the lexicon is used as a verb, or as the adjective of a copula."""
    word = words[at]
    before = words[at - 1].lower if at else ""
    if any(row.kind == "state" for row in _sides()[word.lemma]) and word.lower == word.lemma:
        return any(other.lower in _COPULAS for other in words[max(0, at - 3) : at])
    if word.capital and at:
        return False
    if before in _DETERMINERS or before.endswith(("'s", "’s")):
        return False
    if word.lower.endswith("ing"):
        return before in _AUXILIARIES or before == "not"
    if word.lower == word.lemma or word.lower.endswith("s"):
        # "hopes of support", "air strikes": a bare form is a verb after a modal, "to", a pronoun or a name.
        return before in _MODALS or before in _PRONOUNS or before in ("did", "do", "does", "not", "n't") or _finite(words, at)
    return True


def _finite(words: Sequence[Word], at: int) -> bool:
    """Tell whether a bare or -s form follows something that reads as its subject and nothing else is the verb."""
    if not at:
        return False
    before = words[at - 1]
    if words[at].lower.endswith("s") and words[at].lower != words[at].lemma:
        return before.capital or at == 1 or (at + 1 < len(words) and words[at + 1].lower in _DETERMINERS)
    return before.lower.endswith("s") and at + 1 < len(words) and words[at + 1].lower in _DETERMINERS


def _negated_here(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word is what a "not" right before it negates."""
    if not at or not _carries(words[at]):
        return False
    before = words[at - 1].lower
    return (before in ("not", "never", "cannot") or before.endswith(("n't", "n’t"))) and words[at].lower != "only"


def _main(words: Sequence[Word]) -> _Predicate:
    """Return the likely main predicate: what follows an auxiliary, else the first past form, else the first word."""
    cues = cue_verbs()
    for at, word in enumerate(words[1:], 1):
        if words[at - 1].lower in _AUXILIARIES and _carries(word):
            return _Predicate(word.lemma, at)
    for at, word in enumerate(words):
        if word.lower != word.lemma and not word.capital and not word.lower.endswith(("s", "ing")):
            return _Predicate(word.lemma, at)
    for at, word in enumerate(words):
        if word.lower in cues:
            return _Predicate(word.lemma, at)
    return _Predicate(words[0].lemma, 0)


def _polarity(words: Sequence[Word], at: int) -> bool:
    """Return False where the predicate is negated, in words or by a verb of failing before it."""
    before = words[max(0, at - _REACH) : at]
    negative = False
    for index, word in enumerate(before):
        if word.lower in _NEGATIONS or word.lower.endswith(("n't", "n’t")):
            following = before[index + 1].lower if index + 1 < len(before) else ""
            negative ^= following not in ("only", "just", "doubt")
        elif word.lemma in _FAILING_ONLY_TO and any(other.lower in ("to", "having") for other in before[index + 1 :]):
            negative = not negative
    if words[0].lower in ("no", "nobody", "none", "neither") and at > _REACH:
        negative = not negative
    return not negative


def _status(words: Sequence[Word], at: int) -> Status:
    before = words[max(0, at - _REACH) : at]
    failing = any(word.lemma in _FAILING_ONLY_TO for word in before)
    for word in before:
        if word.lower in _MODALS and not (word.lower == "to" and failing):
            return "hypothetical"
    if words[0].lower in ("if", "unless", "whether"):
        return "hypothetical"
    return "asserted"


def _agent(words: Sequence[Word], at: int) -> str | None:
    """Return the lemma of the subject's last word; None for a pronoun, a passive, or nothing in front."""
    passive = at and words[at - 1].lower in ("be", "is", "are", "was", "were", "been", "being")
    if passive:
        by = next((index for index in range(at + 1, len(words)) if words[index].lower == "by"), None)
        following = [word for word in words[by + 1 : by + 5] if _carries(word)] if by is not None else []
        return following[-1].lemma if following else None
    for word in reversed(words[:at]):
        if word.lower in _PRONOUNS:
            return None
        if _carries(word) and not word.lower.endswith("ly") and word.lower not in _MODALS:
            return word.lemma
    return None


class _Row(NamedTuple):
    number: int
    side: int
    kind: Class


@cache
def _sides() -> dict[str, frozenset[_Row]]:
    """Predicate lemma to the rows of the lexicon it stands in, and on which side."""
    found: dict[str, set[_Row]] = {}
    for number, (kind, *sides) in enumerate(table(_DATA)):
        for side, words in enumerate(sides):
            for word in words.split():
                head, _, particle = word.partition("_")
                key = f"{lemma(head)}_{particle}" if particle else lemma(word)
                found.setdefault(key, set()).add(_Row(number, side, kind))  # type: ignore[arg-type]
    return {key: frozenset(rows) for key, rows in found.items()}


@lru_cache(maxsize=4096)
def _opposites(one: str, two: str) -> Class | None:
    """Return the class of the row that has the two predicates on different sides."""
    sides = _sides()
    for row in sorted(sides.get(one, ())):
        if any(row.number == other.number and row.side != other.side for other in sides.get(two, ())):
            return row.kind
    return None


@lru_cache(maxsize=4096)
def _same(one: str, two: str) -> bool:
    """Tell whether two predicates say the same: one lemma, or one side of a status row."""
    if one == two:
        return True
    sides = _sides()
    return any(row in sides.get(two, ()) and row.kind in ("status", "rivals") for row in sides.get(one, ()))


def opposition(a: Claim, b: Claim) -> Verdict | None:
    """Return the verdict on two aligned statements that oppose each other, or None.

    Kind "event-status" where a process stands differently (resumed, halted), else "statement-conflict".
    """
    x, y = a.value, b.value
    kind = _opposites(x.predicate, y.predicate)
    if kind and x.polarity and y.polarity:
        if a.scope.status != "asserted" or b.scope.status != "asserted":
            return None
        how = "one says “{}”, the other “{}”"
    elif x.polarity != y.polarity and _same(x.predicate, y.predicate):
        kind = "status" if any(row.kind in ("status", "rivals") for row in _sides().get(x.predicate, ())) else "event"
        how = "one says “{}”, the other denies it" if a.scope.status == b.scope.status else ""
    else:
        return None
    if not how or not _one_matter(a, b, kind):
        return None
    name = "event-status" if kind in ("status", "rivals") else "statement-conflict"
    reason = _reason(x, y)
    return Verdict("conflict", name, reason)


def _reason(x: Statement, y: Statement) -> str:
    one, two = (f"{'' if value.polarity else 'not '}“{value.predicate.replace('_', ' ')}”" for value in (x, y))
    return f"{{left}} says {one}, {{right}} says {two}"


def _one_matter(a: Claim, b: Claim, kind: Class) -> bool:
    """Tell whether two statements speak of one thing: time, source, doer and the words around the predicate."""
    x, y = a.value, b.value
    if a.scope.background != b.scope.background or _apart(x.time, y.time):
        return False
    if a.attribution and b.attribution and a.attribution.split()[-1] != b.attribution.split()[-1]:
        return False
    if kind != "rivals" and x.agent and y.agent and x.agent not in y.lemmas and y.agent not in x.lemmas:
        return False
    one, two = (_theme(value, x, y) for value in (x, y))
    shared = sum(weight for word, weight in one.items() if word in two)
    least = min(sum(one.values()), sum(two.values()))
    return shared >= 0.6 and shared >= 0.5 * least


def _theme(value: Statement, x: Statement, y: Statement) -> dict[str, float]:
    predicates = {*x.predicate.split("_"), *y.predicate.split("_")}
    return {word: max(rarity(word).word, 0.1) for word in value.lemmas if word not in predicates}


def _apart(a: Timex | None, b: Timex | None) -> bool:
    if not (a and b and a.earliest and a.latest and b.earliest and b.latest):
        return False
    return a.latest <= b.earliest or b.latest <= a.earliest
