"""Statements: what a clause says happened, and when two aligned ones oppose each other.

A statement has a predicate, a polarity and the words around it. Two of them oppose where one negates the other's
predicate, or where the project's own lexicon has the predicates as opposites (resumed, halted). What may happen, what
somebody else was told to do, and what two parties say of each other is no opposition between outlets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from newsdiff.document import Document
from newsdiff.models import Claim, Extraction, Scope, Status, Verdict
from newsdiff.spans import Span
from newsdiff.text.clauses import Clause, Word, clauses
from newsdiff.text.cues import cue_verbs
from newsdiff.text.lexicon import table
from newsdiff.text.rarity import rarity
from newsdiff.text.words import content_lemmas, lemma
from newsdiff.values import Quotation, Statement, Timex

Class = Literal["status", "rivals", "event", "state"]

_DATA = Path(__file__).parent / "data" / "opposites.tsv"
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
_REACH = 4
_NEGATED = 12


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
    lemmas = tuple(dict.fromkeys(word.lemma for word in words if word.content))
    value = Statement(predicate.lemma, _polarity(words, at), _agent(words, at), lemmas, time)
    source = next((claim.value.speaker for claim in quoted if claim.span.overlaps(clause.span)), None)
    told = lemmas if value.polarity else _scope_of_negation(words, at)
    scope = Scope(time=time, event=told, status=_status(words, at))
    return Claim.at(document, clause.span, kind="statement", value=value, scope=scope, attribution=source)


def _predicates(words: Sequence[Word]) -> list[_Predicate]:
    """Return the predicates of a clause that can be opposed, or else its main one."""
    found = []
    known = _sides()
    negated = any(_negates(word) for word in words)
    for at, word in enumerate(words):
        if at + 1 < len(words) and (phrase := f"{word.lemma}_{words[at + 1].lower}") in known:
            found.append(_Predicate(phrase, at, 2))
        elif (word.lemma in known and _is_predicate(words, at)) or (negated and _negated_here(words, at)):
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
    objects = after is None or after.lower in _DETERMINERS or after.capital or after.lower[0].isdigit()
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


def _scope_of_negation(words: Sequence[Word], at: int) -> tuple[str, ...]:
    """Return the lemmas of what is negated: the rest of the clause, or the noun phrase after "no" and "without"."""
    nominal = any(word.lower in _NOMINAL for word in words[max(0, at - _REACH) : at])
    end = next((index for index in range(at, len(words)) if words[index].lower == "and"), len(words))
    told = [word.lemma for word in words[at:end] if word.content]
    return tuple(dict.fromkeys(told[: 3 if nominal else _NEGATED]))


def _negates(word: Word) -> bool:
    return word.lower in _NEGATIONS or word.lower[-2:] in ("'t", "’t")


def _main(words: Sequence[Word]) -> _Predicate:
    """Return the likely main predicate: what follows an auxiliary, else the first past form, else the first word."""
    cues = cue_verbs()
    for at, word in enumerate(words[1:], 1):
        if words[at - 1].lower in _AUXILIARIES and word.content:
            return _Predicate(word.lemma, at)
    for at, word in enumerate(words):
        if word.lower != word.lemma and not word.capital and not word.lower.endswith(("s", "ing")):
            return _Predicate(word.lemma, at)
    for at, word in enumerate(words):
        if word.lower in cues:
            return _Predicate(word.lemma, at)
    at = next((at for at, word in enumerate(words) if word.content), 0)
    return _Predicate(words[at].lemma, at)


def _polarity(words: Sequence[Word], at: int) -> bool:
    """Return False where the predicate is negated, in words or by a verb of failing before it."""
    before = words[max(0, at - _REACH) : at]
    negative = False
    for index, word in enumerate(before):
        if _negates(word):
            following = before[index + 1].lower if index + 1 < len(before) else ""
            negative ^= following not in ("only", "just", "doubt")
        elif word.lemma in _FAILING and any(other.lower in ("to", "having") for other in before[index + 1 :]):
            negative = not negative
    if words[0].lower in ("no", "nobody", "none", "neither") and at > _REACH:
        negative = not negative
    return not negative


def _status(words: Sequence[Word], at: int) -> Status:
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


def _agent(words: Sequence[Word], at: int) -> str | None:
    """Return the lemma of the subject's last word; None for a pronoun, a passive, or nothing in front."""
    passive = at and words[at - 1].lower in ("be", "is", "are", "was", "were", "been", "being")
    if passive:
        by = next((index for index in range(at + 1, len(words)) if words[index].lower == "by"), None)
        following = [word for word in words[by + 1 : by + 5] if word.content] if by is not None else []
        return following[-1].lemma if following else None
    for word in reversed(words[:at]):
        if word.lower in _PRONOUNS:
            return None
        if word.content and not word.lower.endswith("ly") and word.lower not in _MODALS:
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


def oppositions(left: Extraction, right: Extraction) -> list[tuple[Claim, Claim, Verdict]]:
    """Return every pair of statements of two extractions that oppose each other, by place.

    Looks only at pairs that can: opposite or equal predicates, or a negation and what shares words with it.
    """
    mine, yours = _Index.of(left), _Index.of(right)
    found = {}
    for a, b in {*mine.candidates(yours), *((a, b) for b, a in yours.candidates(mine))}:
        verdict = opposition(mine.claims[a], yours.claims[b])
        if verdict:
            found[a, b] = verdict
    return [(mine.claims[a], yours.claims[b], verdict) for (a, b), verdict in sorted(found.items())]


class _Index:
    """The statements of one extraction by predicate and by word."""

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        self.claims = claims
        self.by_predicate: dict[str, list[int]] = {}
        self.by_lemma: dict[str, list[int]] = {}
        self.listed: list[tuple[int, str]] = []
        self.negated: list[tuple[int, Claim]] = []
        for at, claim in enumerate(claims):
            self.by_predicate.setdefault(claim.value.predicate, []).append(at)
            for word in claim.value.lemmas:
                self.by_lemma.setdefault(word, []).append(at)
            if claim.value.predicate in _sides():
                self.listed.append((at, claim.value.predicate))
            if not claim.value.polarity:
                self.negated.append((at, claim))

    @classmethod
    def of(cls, extraction: Extraction) -> _Index:
        """Return the index of an extraction's statements, made on first use."""
        kept: _Index | None = extraction.memo.get("statement index")
        if kept is None:
            kept = extraction.memo["statement index"] = cls(statements(extraction))
        return kept

    def candidates(self, other: _Index) -> Iterator[tuple[int, int]]:
        """Yield pairs of places in which the first is in the lexicon, or negates something of the second."""
        for at, predicate in self.listed:
            for answer in _answers(predicate):
                for place in other.by_predicate.get(answer, ()):
                    yield at, place
        for at, claim in self.negated:
            shared = Counter(place for word in claim.scope.event for place in other.by_lemma.get(word, ()))
            for place, count in shared.items():
                if count >= 2 or other.claims[place].value.predicate == claim.value.predicate:
                    yield at, place


@lru_cache(maxsize=4096)
def _answers(predicate: str) -> tuple[str, ...]:
    """Return the predicates that share a row of the lexicon with this one."""
    rows = {row.number for row in _sides()[predicate]}
    return tuple(other for other, found in _sides().items() if any(row.number in rows for row in found))


def opposition(a: Claim, b: Claim) -> Verdict | None:
    """Return the verdict on two aligned statements that oppose each other, or None.

    Kind "event-status" where a process stands differently (resumed, halted), else "statement-conflict".
    """
    kind = _opposed(a, b)
    if kind is None or not _one_matter(a, b, kind):
        return None
    name = "event-status" if kind in ("status", "rivals") else "statement-conflict"
    return Verdict("conflict", name, _reason(a, b))


def _opposed(a: Claim, b: Claim) -> Class | None:
    x, y = a.value, b.value
    if x.polarity != y.polarity:
        if _same(x.predicate, y.predicate):
            rows = _sides().get(x.predicate, frozenset())
            settled = a.scope.status == b.scope.status or _refused(a) or _refused(b)
            return (
                None if not settled else "status" if any(row.kind in ("status", "rivals") for row in rows) else "event"
            )
        return "event" if _denied_matter(a, b) or _denied_matter(b, a) else None
    if x.polarity and a.scope.status == b.scope.status == "asserted":
        # A clause that has both predicates tells a sequence: "the restrictions that were imposed will be lifted".
        sequence = x.predicate in y.lemmas or y.predicate in x.lemmas
        return None if sequence else _opposites(x.predicate, y.predicate)
    return None


def _refused(a: Claim) -> bool:
    """Whether a statement about the future is as good as one about the present: "will not accept"."""
    return not a.value.polarity


def _denied_matter(a: Claim, b: Claim) -> bool:
    """Tell whether what *a* negates is most of what *b* asserts, whatever the predicates."""
    if a.value.polarity or b.scope.status != "asserted" or _opposites(a.value.predicate, b.value.predicate):
        return False  # "did not approve" and "rejected" say the same
    asserted = _theme(b.value, ())
    shared = [word for word in asserted if word in a.scope.event]
    if len(shared) < 2:
        return False
    total = sum(asserted.values())
    if a.value.agent is None and b.value.agent in asserted:
        total -= asserted[b.value.agent]  # "he did not plan to" says nothing of who he is
    return sum(asserted[word] for word in shared) >= 0.5 * total


def _reason(a: Claim, b: Claim) -> str:
    x, y = a.value, b.value
    if x.polarity != y.polarity and not _same(x.predicate, y.predicate):
        return "{left} negates what {right} asserts" if y.polarity else "{right} negates what {left} asserts"
    one, two = (f"{'' if value.polarity else 'not '}“{value.predicate.replace('_', ' ')}”" for value in (x, y))
    return f"{{left}} says {one}, {{right}} says {two}"


def _one_matter(a: Claim, b: Claim, kind: Class) -> bool:
    """Tell whether two statements speak of one thing: time, source, doer and the words around the predicate."""
    x, y = a.value, b.value
    if a.scope.background != b.scope.background or _apart(x.time, y.time):
        return False
    if a.attribution and b.attribution and a.attribution.split()[-1] != b.attribution.split()[-1]:
        return False
    strangers = x.agent and y.agent and x.agent not in y.lemmas and y.agent not in x.lemmas
    # One side's gain is the other side's loss only where two sides act; any other statement needs one doer.
    if bool(strangers) != (kind == "rivals" and x.polarity == y.polarity):
        return False
    one, two = (_theme(value, (x.predicate, y.predicate)) for value in (x, y))
    shared = sum(weight for word, weight in one.items() if word in two)
    least = min(sum(one.values()), sum(two.values()))
    return shared >= 0.6 and shared >= 0.5 * least


def _theme(value: Statement, predicates: Sequence[str]) -> dict[str, float]:
    """Return what a statement speaks of besides its predicate, weighted by rarity."""
    own = {part for predicate in predicates for part in predicate.split("_")}
    return {word: max(rarity(word).word, 0.1) for word in value.lemmas if word not in own}


def _apart(a: Timex | None, b: Timex | None) -> bool:
    if not (a and b and a.earliest and a.latest and b.earliest and b.latest):
        return False
    return a.latest <= b.earliest or b.latest <= a.earliest


# What a reader would miss most: the dead and the hurt, the missing and the displaced, each with a number.
_HARM = frozenset(
    "kill die dead injure wound hurt perish drown miss displace besiege siege starve casualty toll".split()
)
_MANY = frozenset("dozen hundred thousand million score".split())
_LEAD_SENTENCES = 3
# A sentence that shares this much of its telling words says it. Leads are paraphrased most, so little is enough there.
_COVERED = 0.5
_COVERED_LEAD = 0.25


def central(source: Extraction) -> tuple[Claim, ...]:
    """Return the sentences that other articles should not lack: headline and lead, and people harmed, gravest first.

    Each is a claim of kind "statement" on the whole sentence.
    """
    kept: tuple[Claim, ...] | None = source.memo.get("central")
    if kept is None:
        document = Document(source.article)
        ranked = sorted(_weighed(document), key=lambda item: (-item[0], item[1].span))
        kept = source.memo["central"] = tuple(claim for _, claim in ranked)
    return kept


def _weighed(document: Document) -> Iterator[tuple[int, Claim]]:
    for index, sentence in enumerate(document.sentences):
        parts = list(clauses(document.text, sentence))
        words = [word for part in parts for word in part.words]
        counted = any(word.lower[0].isdigit() or word.lemma in _MANY for word in words)
        weight = 2 if counted and any(word.lemma in _HARM for word in words) else int(index < _LEAD_SENTENCES)
        if not weight or len(words) < 5:
            continue
        lemmas = tuple(dict.fromkeys(word.lemma for word in words if word.content))
        main = _main(words)
        value = Statement(main.lemma, _polarity(words, main.at), _agent(words, main.at), lemmas)
        span = Span(parts[0].span.start, parts[-1].span.end)
        yield weight, Claim.at(document, span, kind="statement", value=value, scope=Scope(event=lemmas))


def lacks(other: Extraction, claim: Claim) -> bool:
    """Tell whether nothing in *other* says what a central claim says: no sentence with most of its telling words."""
    theme = _theme(claim.value, ())
    total = sum(theme.values())
    if total < 1.5:
        return False
    least = (_COVERED if _HARM.intersection(claim.value.lemmas) else _COVERED_LEAD) * total
    return all(
        sum(weight for word, weight in theme.items() if word in words) < least for words in _sentence_lemmas(other)
    )


def _sentence_lemmas(source: Extraction) -> list[frozenset[str]]:
    kept: list[frozenset[str]] | None = source.memo.get("statement lemmas")
    if kept is None:
        document = Document(source.article)
        kept = [frozenset(content_lemmas(sentence.of(document.text))) for sentence in document.sentences]
        source.memo["statement lemmas"] = kept
    return kept
