"""Statements: what a clause says happened, and when two aligned ones oppose each other.

A statement has a predicate, a polarity and the words around it. Two of them oppose where one negates the other's
predicate, or where the project's own lexicon has the predicates as opposites (resumed, halted). What may happen, what
somebody else was told to do, and what two parties say of each other is no opposition between outlets.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from newsdiff.document import Document
from newsdiff.models import Claim, Extraction, Scope, Verdict
from newsdiff.profile import Profile
from newsdiff.spans import Span
from newsdiff.text.clauses import Clause, clauses
from newsdiff.text.opposites import Class, answers, opposite, rows_of, same_predicate
from newsdiff.text.predicates import Predicate, agent, main_predicate, negated_words, polarity, predicates, status, told
from newsdiff.text.rarity import rarity
from newsdiff.text.words import lemma
from newsdiff.values import Quotation, Statement, Timex

_WORD = re.compile(r"[\w'’]+")
_COMMON, _PART = 0.6, 0.5
_PLACE = 1.0
"""What an attack that is only pointed at ("the offensive") must share with what the others tell: one rare name."""
_ANAPHORIC = re.compile(
    r"(?:But |Later |Still )?[Tt]h(?:e|eir|is) (?:[a-z]+ )?(?:offensive|attack|assault|advance|raid|push|incursion)\b"
    r"[^.;]{0,25}\b(?:was|were|is|has been|had been)\b"
)
_DENIED, _DENIED_WITHOUT_VERB = 0.5, 0.6
_REFUSAL = re.compile(
    r"\b(?:(?:[Ww]ill|[Ww]ould|[Cc]an|[Cc]ould) not|(?:[Ww]o|[Ww]ould|[Cc]a|[Cc]ould)n['’]t|[Cc]annot)\b"
)
_LIGHT = frozenset("be have do get make go".split())
_NO = re.compile(r"\b(?:[Nn]o|[Ww]ithout)\b")
_NEGATION = re.compile(r"\b(?:[Nn](?:o|ot|ever|either|or|one|obody|othing)|[Ww]ithout|[Cc]annot)\b|n['’]t\b")
_OTHER = re.compile(r"\b(?:second|third|another|other|neighbou?ring|separate)\b")
_SUBJECT = 30
# What more clauses of an article share than this cannot tell them apart; a cap keeps long texts linear.
_CROWD = 100
# What stands beside the news as its history.
_PAST = frozenset("ago anniversary formerly previously".split())
_OLD = timedelta(days=45)


def statements(source: Document | Extraction) -> tuple[Claim, ...]:
    """Return what the clauses of the body say happened, as claims of kind "statement", by place."""
    if isinstance(source, Extraction):
        kept: tuple[Claim, ...] | None = source.memo.get("statements")
        if kept is None:
            profile = Profile.of(source)
            kept = source.memo["statements"] = tuple(_made(profile.document, source.claims, profile.clauses))
        return kept
    return tuple(_made(source, (), [tuple(clauses(source.text, sentence)) for sentence in source.sentences]))


def _made(document: Document, claims: Sequence[Claim], parts: Sequence[tuple[Clause, ...]]) -> Iterator[Claim]:
    times = _Placed([claim for claim in claims if isinstance(claim.value, Timex) and claim.value.earliest])
    quotations = _Placed([claim for claim in claims if isinstance(claim.value, Quotation) and claim.value.speaker])
    before: list[tuple[str, ...]] = []
    for sentence, found in zip(document.sentences, parts, strict=True):
        dates = times.inside(sentence)
        quoted = quotations.inside(sentence)
        for clause in found:
            yield from _of_clause(document, clause, dates, quoted, before)
        before = [*before[-1:], tuple(word.lemma for clause in found for word in clause.words if word.content)]


class _Placed:
    """Claims by place, to be found around a sentence."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = sorted(claims, key=lambda claim: claim.span)
        self._starts = [claim.span.start for claim in self._claims]

    def inside(self, sentence: Span) -> list[Claim]:
        """Return the claims that overlap a sentence; a quotation may have begun before it."""
        first = max(0, bisect_left(self._starts, sentence.start) - 2)
        last = bisect_left(self._starts, sentence.end, first)
        return [claim for claim in self._claims[first:last] if claim.span.end > sentence.start]


def _of_clause(
    document: Document,
    clause: Clause,
    dates: Sequence[Claim],
    quoted: Sequence[Claim],
    before: Sequence[tuple[str, ...]],
) -> Iterator[Claim]:
    words = clause.words
    found = predicates(words)
    if not found:
        return
    time = next((date.value for date in dates if clause.span.overlaps(date.span)), None)
    if time is None and len(dates) == 1:
        time = dates[0].value
    lemmas = tuple(dict.fromkeys(word.lemma for word in told(words) if word.content))
    if _ANAPHORIC.match(document.text, clause.span.start, clause.span.end):
        # "The offensive was thwarted": which one, the sentences before say.
        lemmas = tuple(dict.fromkeys((*lemmas, *(word for row in before for word in row))))
    source = next((claim.value.speaker for claim in quoted if claim.span.overlaps(clause.span)), None)
    background = (time is not None and _is_old(document, time)) or any(word.lower in _PAST for word in words)
    for predicate in found:
        at = predicate.at
        value = Statement(predicate.lemma, polarity(words, at), agent(words, at), lemmas, time)
        event = lemmas if value.polarity else negated_words(words, at)
        scope = Scope(time=time, event=event, background=background, status=status(words, at))
        yield Claim.at(document, clause.span, kind="statement", value=value, scope=scope, attribution=source)


def _is_old(document: Document, time: Timex) -> bool:
    published = document.article.published
    return bool(published and time.latest and time.latest.date() < date(*published.timetuple()[:3]) - _OLD)


def oppositions(left: Extraction, right: Extraction) -> list[tuple[Claim, Claim, Verdict]]:
    """Return every pair of statements of two extractions that oppose each other, by place.

    Looks only at pairs that can: opposite or equal predicates, or a negation and what shares words with it.
    """
    mine, yours = _Index.of(left), _Index.of(right)
    found = []
    for at, place in {*mine.candidates(yours), *((a, b) for b, a in yours.candidates(mine))}:
        a, b = mine.claims[at], yours.claims[place]
        verdict = opposition(a, b)
        if verdict:
            found.append((-_shared(a.value, b.value)[0], at, place, verdict))
    # A denial answers one statement, not every sentence that repeats it.
    used: set[tuple[int, int]] = set()
    chosen = []
    for _, at, place, verdict in sorted(found, key=lambda item: item[:3]):
        if not used & {(0, at), (1, place)}:
            used |= {(0, at), (1, place)}
            chosen.append((mine.claims[at], yours.claims[place], verdict))
    return sorted(chosen, key=lambda item: (item[0].span, item[1].span))


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
            if claim.value.predicate in rows_of():
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
            for answer in answers(predicate):
                for place in other.by_predicate.get(answer, ())[:_CROWD]:
                    yield at, place
        for at, claim in self.negated:
            postings = (other.by_lemma.get(word, ()) for word in claim.scope.event)
            shared = Counter(place for posting in postings if len(posting) <= _CROWD for place in posting)
            for place, count in shared.items():
                value = other.claims[place].value
                heads = (value.agent or "").split()[-1:]
                if count >= 2 or value.predicate == claim.value.predicate or heads == [*claim.scope.event[:1]]:
                    yield at, place
        for at, claim in enumerate(self.claims):
            if claim.value.agent and claim.value.predicate in _one_way():
                for place in other.by_predicate.get(claim.value.predicate, ())[:_CROWD]:
                    heads = (other.claims[place].value.agent or "").split()[-1:]
                    if heads and heads[0] in claim.value.lemmas:
                        yield at, place


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
        if x.predicate in _LIGHT or not same_predicate(x.predicate, y.predicate):
            return "event" if _denied_matter(a, b) or _denied_matter(b, a) else None
        # "will not accept" is as good as "does not accept"; "may accept" is no acceptance.
        asserted = a if x.polarity else b
        settled = asserted.scope.status == "asserted" and _settled(b if x.polarity else a)
        process = any(row.kind in ("status", "rivals") for row in rows_of().get(x.predicate, ()))
        return None if not settled else "status" if process else "event"
    if not x.polarity or a.scope.status != "asserted" or b.scope.status != "asserted":
        return None
    if _reversed(a, b):
        return "event"
    # A clause that has both predicates tells a sequence: "the restrictions that were imposed will be lifted".
    sequence = x.predicate in y.lemmas or y.predicate in x.lemmas
    return None if sequence else opposite(x.predicate, y.predicate)


def _settled(denial: Claim) -> bool:
    """Tell whether a negative statement is one about the facts: "did not", "will not", but no "should not"."""
    return denial.scope.status == "asserted" or bool(_REFUSAL.search(denial.surface))


def _reversed(a: Claim, b: Claim) -> bool:
    """Tell whether two statements with one predicate have doer and target the other way round: who sued whom."""
    x, y = a.value, b.value
    if x.predicate != y.predicate or not x.agent or not y.agent or x.agent == y.agent or x.predicate not in _one_way():
        return False
    one, two = x.agent.split()[-1], y.agent.split()[-1]
    return one != two and one in y.lemmas and two in x.lemmas and _named(a, one) and _named(b, two)


@cache
def _one_way() -> frozenset[str]:
    """Predicates in which it matters who did it to whom."""
    verbs = "attack hit beat defeat sue accuse shoot kill stab invade arrest fire hire buy acquire succeed replace bomb"
    return frozenset(
        map(lemma, f"{verbs} strike ambush shell overtake outbid follow pay owe threaten warn rescue".split())
    )


def _named(claim: Claim, word: str) -> bool:
    return any(piece[0].isupper() and lemma(piece) == word for piece in _WORD.findall(claim.surface))


def _denied_matter(a: Claim, b: Claim) -> bool:
    """Tell whether what *a* negates is what *b* asserts, though their predicates differ."""
    x, y = a.value, b.value
    if x.polarity or b.scope.status != "asserted" or not _settled(a) or _NEGATION.search(b.surface):
        return False
    if opposite(x.predicate, y.predicate):
        return False  # "did not approve" and "rejected" say the same
    denied = a.scope.event
    if y.agent and denied[:1] == (y.agent.split()[-1],):
        return bool(_NO.search(a.surface))  # "without quarantine", "quarantine is compulsory"
    asserted = _theme(y, ())
    shared = [word for word in asserted if word in denied]
    part = sum(asserted[word] for word in shared) / max(sum(asserted.values()), 0.1)
    # Sharing names alone says little: what is denied must be what is said to happen.
    if y.predicate in denied or x.predicate in asserted:
        return len(shared) >= 2 and part >= _DENIED
    return len(shared) >= 3 and part >= _DENIED_WITHOUT_VERB


def _reason(a: Claim, b: Claim) -> str:
    x, y = a.value, b.value
    if _reversed(a, b):
        return f"{{left}} has “{x.agent}” as the one who did it, {{right}} has “{y.agent}”"
    if x.polarity != y.polarity and not same_predicate(x.predicate, y.predicate):
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
    one_of_several = [bool(_OTHER.search(claim.surface, 0, _SUBJECT)) for claim in (a, b)]
    if one_of_several[0] != one_of_several[1]:
        return False  # "a second dam", "another convoy"
    shared, least = _shared(x, y)
    if kind == "rivals" and (_ANAPHORIC.match(a.surface) or _ANAPHORIC.match(b.surface)):
        return shared >= _PLACE
    strangers = x.agent and y.agent and not _meet(x.agent, y) and not _meet(y.agent, x)
    # One side's gain is the other side's loss only where two sides act; any other statement needs one doer.
    if bool(strangers) != (kind == "rivals" and x.polarity == y.polarity):
        return False
    return shared >= _COMMON and shared >= _PART * least


def _shared(x: Statement, y: Statement) -> tuple[float, float]:
    """Return the weight of the words that two statements share besides their predicates, and of the shorter one's."""
    one, two = (_theme(value, (x.predicate, y.predicate)) for value in (x, y))
    shared = sum(weight for word, weight in one.items() if word in two)
    return shared, min(sum(one.values()), sum(two.values()))


def _meet(agent: str, value: Statement) -> bool:
    return any(word in value.lemmas for word in agent.split())


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
_CENTRAL = 20
# A sentence that shares this much of its telling words says it. Leads are paraphrased most, so little is enough there.
_COVERED = 0.5
_COVERED_LEAD = 0.25


def central(source: Extraction) -> tuple[Claim, ...]:
    """Return the sentences that other articles should not lack, gravest first.

    People harmed, headline and lead, what named speakers are reported to have said.

    Each is a claim of kind "statement" on the whole sentence.
    """
    kept: tuple[Claim, ...] | None = source.memo.get("central")
    if kept is None:
        ranked = sorted(_weighed(Profile.of(source)), key=lambda item: (-item[0], item[1].span))
        kept = source.memo["central"] = tuple(claim for _, claim in ranked[:_CENTRAL])
    return kept


def _weighed(profile: Profile) -> Iterator[tuple[int, Claim]]:
    document = profile.document
    spoken = [
        claim.span.start
        for claim in profile.extraction.claims
        if isinstance(claim.value, Quotation) and claim.value.form == "indirect" and claim.value.speaker
    ]
    for index, parts in enumerate(profile.clauses):
        words = [word for part in parts for word in part.words]
        counted = any(word.lower[0].isdigit() or word.lemma in _MANY for word in words)
        if counted and any(word.lemma in _HARM for word in words):
            weight = 3
        elif index < _LEAD_SENTENCES:
            weight = 2
        elif parts and any(parts[0].span.start <= start < parts[-1].span.end for start in spoken):
            weight = 1
        else:
            continue
        if len(words) < 5:
            continue
        lemmas = tuple(dict.fromkeys(word.lemma for word in words if word.content))
        main = main_predicate(words) or Predicate(words[0].lemma, 0)
        value = Statement(main.lemma, polarity(words, main.at), agent(words, main.at), lemmas)
        span = Span(parts[0].span.start, parts[-1].span.end)
        scope = Scope(event=lemmas, status="reported" if weight == 1 else "asserted")
        yield weight, Claim.at(document, span, kind="statement", value=value, scope=scope)


def lacks(other: Extraction, claim: Claim) -> bool:
    """Tell whether nothing in *other* says what a central claim says: no sentence with most of its telling words."""
    theme = _theme(claim.value, ())
    total = sum(theme.values())
    if total < 1.5:
        return False
    told_apart = claim.scope.status == "reported" or _HARM.intersection(claim.value.lemmas)
    least = (_COVERED if told_apart else _COVERED_LEAD) * total
    places = _places_of_words(other)
    covered: dict[int, float] = {}
    for word, weight in theme.items():
        for at in places.get(word, ()):
            covered[at] = covered.get(at, 0.0) + weight
    return max(covered.values(), default=0.0) < least


def _places_of_words(source: Extraction) -> dict[str, list[int]]:
    """Return lemma to the sentences it stands in, made on first use."""
    kept: dict[str, list[int]] | None = source.memo.get("places of words")
    if kept is None:
        kept = source.memo["places of words"] = {}
        for sentence in Profile.of(source).sentences:
            for word in sentence.lemmas:
                kept.setdefault(word, []).append(sentence.index)
    return kept
