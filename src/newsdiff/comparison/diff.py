"""The engine: two articles in, one report out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from newsdiff.alignment.alignment import CUTOFF, Aligned, Alignment, words_decide
from newsdiff.alignment.candidates import names_of
from newsdiff.alignment.opinions import Opinions
from newsdiff.alignment.profile import FactCluster, Profile
from newsdiff.alignment.weights import ANY_KIND, Weights, load
from newsdiff.comparison.comparison import Comparison
from newsdiff.event.same_event import same_event as match_events
from newsdiff.extraction.extract import extract
from newsdiff.language.rarity import rarity
from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.errors import ArticleError, WeightsError
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.kinds import ClaimKind, Judged, Verdict
from newsdiff.nouns.problems import Problem
from newsdiff.nouns.reports import Agreement, Discrepancy, EventMatch, Finding, HeldBack, Report
from newsdiff.nouns.spans import Span
from newsdiff.nouns.values import Quantity, Timex
from newsdiff.page.excerpt import excerpt
from newsdiff.plugins import Plugins, resolve
from newsdiff.statements.candidates import candidates, crowded
from newsdiff.statements.central import lacking
from newsdiff.statements.evidence import LEAST
from newsdiff.statements.omission import split

# An article this much shorter cannot be blamed for what it leaves out (a guess).
_MUCH_SHORTER = 0.5
# Relations that make a discrepancy.
_TOLD = ("variation", "conflict")
# A name of few words is known by its rarest one: "Halvorsen" for "Halvorsen Foods" (guesses).
_SHORT_NAME, _RARE_NAME = 5, 0.9


def diff(
    left: Article | Extraction,
    right: Article | Extraction,
    *,
    same_event: bool | None = None,
    plugins: Plugins | Iterable[str] | None = None,
    weights: Weights | str | os.PathLike[str] | None = None,
    min_confidence: float | None = None,
) -> Report:
    """Report how two articles on one event disagree; swapping them flips the report.

    Takes articles or extractions (extract once, diff often). ``same_event=True`` skips the gate; without it, articles
    that do not surely report one event are not compared. Kinds that only one side was searched for are a problem.
    *weights* is a file that ``newsdiff calibrate`` made (default: that of ``NEWSDIFF_WEIGHTS``, or the shipped one).
    Differences below *min_confidence* are held back (default: what the weights say of each kind of finding).
    Raises what ``extract`` raises, and WeightsError.

    >>> left = Article("Police said 43 people were killed in Port Lisse.", outlet="Harbour Times")
    >>> right = Article("Police said 35 people were killed in Port Lisse.", outlet="Coast Herald")
    >>> [str(found) for found in diff(left, right, same_event=True).discrepancies]
    ["number-conflict: '43' vs '35'"]
    """
    chosen, fitted, least = resolve(plugins), load(weights), probability(min_confidence)
    sides = [_extracted(side, chosen) for side in (left, right)]
    swap = _order(sides[1].article) < _order(sides[0].article)
    report = _Diff(sides[swap], sides[not swap], chosen, fitted, same_event, least).report()
    return report.flipped() if swap else report


def probability(least: float | None) -> float | None:
    """Return what a caller gives as the least confidence; raises ValueError where that is no probability."""
    if least is not None and not 0 <= least <= 1:
        raise ValueError(f"min_confidence must be between 0 and 1, not {least}")
    return least


def compared_pair(
    left: Extraction, right: Extraction, plugins: Plugins, weights: Weights
) -> list[tuple[Finding, Mapping[str, float]]]:
    """Return what a comparison of two extractions finds, shown or not, each with what was measured of it."""
    swap = _order(right.article) < _order(left.article)
    sides = (right, left) if swap else (left, right)
    run = _Diff(*sides, plugins, weights, True, None)
    found = run.measured(list(run.kinds()))
    return [(it.flipped(), measures) for it, measures in found] if swap else found


def _extracted(side: Article | Extraction, plugins: Plugins) -> Extraction:
    if isinstance(side, Extraction):
        return side
    if isinstance(side, Article):
        return extract(side, plugins=plugins)
    raise ArticleError(None, f"diff() takes Articles or Extractions, not {type(side).__name__}")


def _order(article: Article) -> tuple[str, ...]:
    """A canonical order of two articles, so that a swap cannot change what is found."""
    return (str(article.published or ""), article.outlet or "", article.url or "", article.text, article.id)


class _Diff:
    """One comparison of two extractions in canonical order."""

    def __init__(
        self,
        left: Extraction,
        right: Extraction,
        plugins: Plugins,
        weights: Weights,
        forced: bool | None,
        least: float | None,
    ) -> None:
        self.left, self.right, self.plugins, self.weights, self.least = left, right, plugins, weights, least
        self.forced = bool(forced)
        self.unpaired: dict[str, tuple[int, int]] = {}
        self.problems: list[Problem] = [*left.problems, *(p for p in right.problems if p not in left.problems)]

    def report(self) -> Report:
        event = self._event()
        kinds = list(self.kinds())
        findings: list[Finding] = []
        if event.same or self.forced:
            findings = list(_folded(_central([finding for finding, _ in self.measured(kinds)])))
            if crowded(self.left, self.right):
                message = "the articles have so many statements that not each was held against each"
                self.problems.append(Problem("too-many-claims", "incomplete", message))
        return Report(
            self.left.article,
            self.right.article,
            event,
            _ranked([item for item in findings if isinstance(item, Discrepancy)]),
            _placed([item for item in findings if isinstance(item, Agreement)]),
            _held([item for item in findings if isinstance(item, HeldBack)]),
            self.problems,
            self.forced,
            (self.weights.name, self.weights.hash),
            self.least,
            self.unpaired,
        )

    def measured(self, kinds: Iterable[ClaimKind]) -> list[tuple[Finding, Mapping[str, float]]]:
        """Return all findings, each with what was measured of it."""
        opinions = Opinions(self.plugins, self.problems)
        alignment = Alignment(Profile.of(self.left), Profile.of(self.right), self.weights, opinions)
        comparison = Comparison(alignment, self.weights, self.least)
        findings: list[Finding] = []
        for kind in kinds:
            if all(side.of(kind.name) for side in (self.left, self.right)):
                self._check_weights(kind)
            findings += self._of_kind(kind, comparison)
        findings += _stated(comparison)
        return [(finding, comparison.measures.get(id(finding), {})) for finding in findings]

    def _check_weights(self, kind: ClaimKind) -> None:
        """Note a kind whose evidence is weighed by what was fitted on claims of other kinds."""
        if words_decide(kind):
            return
        if other := self.weights.lacking(ANY_KIND, names_of()):
            message = f"were fitted with other features ({', '.join(other[:3])}); make them anew: newsdiff calibrate"
            raise WeightsError(self.weights.name, message)
        name = f"the weights {self.weights.name} ({self.weights.hash})"
        if not self.weights.knows(kind.name):
            said = f"{name} have none for the kind {kind.name}"
        elif other := self.weights.lacking(kind.name, names_of(kind)):
            said = f"{name} were fitted with other features of the kind {kind.name} ({', '.join(other[:3])})"
        else:
            return
        message = f"{said}: those for any kind were used; newsdiff calibrate fits its own"
        self.problems.append(Problem("weights-of-any-kind", "note", message))

    def _event(self) -> EventMatch:
        return match_events(self.left, self.right)

    def kinds(self) -> Iterator[ClaimKind]:
        """The kinds that both sides were searched for; what only one side has is a problem."""
        for name in sorted(self.left.kinds ^ self.right.kinds):
            lacking = self.right if name in self.left.kinds else self.left
            message = f"{name} was not compared: {lacking.article.name} was not searched for it"
            self.problems.append(Problem("kind-not-compared", "incomplete", message, None, lacking.article.id))
        for name in sorted(self.left.kinds & self.right.kinds):
            if name in self.plugins.kinds:
                yield self.plugins.kinds[name]
            else:
                message = f"{name} was not compared: the plugin that declares it is not loaded"
                self.problems.append(Problem("kind-not-compared", "incomplete", message))

    def _of_kind(self, kind: ClaimKind, comparison: Comparison) -> list[Finding]:
        try:
            findings = list(_compared(kind, comparison))
        except Exception as error:  # a kind's own logic is a plugin's: it costs its own findings only
            message = f"{kind.name} was not compared: its plugin failed: {type(error).__name__}: {error}"
            self.problems.append(Problem("comparison-failed", "incomplete", message))
            return []
        if kind.name in comparison.alignment.crowded:
            message = (
                f"the articles have so many claims of the kind {kind.name} that not each was held against each: of most"
                " only those whose sentences share a rare word"
            )
            self.problems.append(Problem("too-many-claims", "incomplete", message))
        self.unpaired[kind.name] = (
            _unpaired(comparison.left.facts(kind), (item.left for item in findings if _paired(item))),
            _unpaired(comparison.right.facts(kind), (item.right for item in findings if _paired(item))),
        )
        for profile in (comparison.left, comparison.right):
            for a, b in profile.contradictions(kind):
                message = (
                    f"{profile.article.name} contradicts itself: “{excerpt(a.surface)}” and “{excerpt(b.surface)}”"
                )
                self.problems.append(Problem("self-contradiction", "note", message, None, profile.article.id))
            if profile.crowded(kind):
                message = (
                    f"{profile.article.name} has so many claims of the kind {kind.name} that repeats and contradictions"
                    " were looked for only among neighbours"
                )
                self.problems.append(Problem("too-many-claims", "note", message, None, profile.article.id))
        return findings


def _paired(item: Finding) -> bool:
    """Whether a finding is more than a candidate: shown, or held back though both facts are likely of one thing."""
    return not isinstance(item, HeldBack) or item.alignment >= CUTOFF


def _unpaired(facts: Sequence[FactCluster], claims: Iterable[Claim | None]) -> int:
    """Count the facts of which no finding speaks."""
    said = {claim.span for claim in claims if claim is not None}
    return sum(said.isdisjoint(claim.span for claim in fact.claims) for fact in facts)


def _folded(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings without those that only say once more, as dates, that two numbers differ: "for nine years"."""
    judged = (item for item in findings if not isinstance(item, HeldBack))
    numbers = {_spans(item) for item in judged if isinstance(item.left and item.left.value, Quantity)}
    for item in findings:
        if not (isinstance(item.left and item.left.value, Timex) and _spans(item) in numbers):
            yield item


def _central(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with most omissions held back: only what is central is told."""
    omitted = [item for item in findings if isinstance(item, Discrepancy) and item.relation == "unmatched"]
    told = [item for item in findings if item.relation != "unmatched"]
    shown, rest = split(omitted)
    return [*told, *shown, *rest]


def _spans(item: Finding) -> tuple[Span | None, Span | None]:
    return item.left.span if item.left else None, item.right.span if item.right else None


def _compared(kind: ClaimKind, comparison: Comparison) -> Iterator[Finding]:
    alignment = comparison.alignment
    pairs = alignment.pairs(kind)
    taken = {id(fact) for pair in pairs for fact in (pair.left, pair.right)}
    for pair in pairs:
        # That both name a group, or a day, does not mean that both tell what happened.
        if kind.scoped and kind.context < 1 and pair.score >= CUTOFF:
            for told, fact in zip(comparison.told, (pair.left, pair.right), strict=True):
                told.extend(claim.span for claim in fact.claims)
    judged: list[_Settled] = [((*comparison.settled(kind, it), it.score), it) for it in pairs]
    for found, aligned in _once(judged, comparison.overall(kind)):
        yield comparison.judged(kind, found, aligned)
    for veto in alignment.vetoed(kind, taken):
        yield comparison.held(kind, veto.a, veto.b, veto.reason)
    if kind.omission:
        yield from _omissions(kind, comparison, taken)


_Settled = tuple[Judged, Aligned | None]


def _once(pairs: Iterable[_Settled], overall: Iterable[Judged]) -> Iterator[_Settled]:
    """Yield what aligned facts and the articles as a whole say, each topic once: the gravest and surest."""
    topics: dict[str, _Settled] = {}
    held: dict[str, Verdict] = {}
    for found in overall:
        topic, told = found[2].topic, found[2].relation in _TOLD
        if topic is None and told:
            yield found, None
        elif topic is not None and told:
            _keep(topics, topic, (found, None))
        elif topic is not None:
            held[topic] = found[2]
    for found, aligned in pairs:
        a, b, verdict, sure = found
        if verdict.topic is None or verdict.relation not in _TOLD:
            yield found, aligned
        elif verdict.topic in held:
            yield (a, b, held[verdict.topic], sure), aligned
        else:
            _keep(topics, verdict.topic, (found, aligned))
    yield from topics.values()


def _keep(topics: dict[str, _Settled], topic: str, found: _Settled) -> None:
    """Keep what is found on a topic unless something graver or surer is known of it."""
    if topic not in topics or _gravity(found[0]) > _gravity(topics[topic][0]):
        topics[topic] = found


def _gravity(found: Judged) -> tuple[int, float]:
    return found[2].importance or 0, found[3]


def _omissions(kind: ClaimKind, comparison: Comparison, taken: set[int]) -> Iterator[Finding]:
    assert kind.omission is not None
    sides = (comparison.left, comparison.right)
    for here, there in (sides, sides[::-1]):
        if there.length < _MUCH_SHORTER * here.length:
            continue
        others = [fact.claim for fact in there.facts(kind)]
        facts = [
            fact
            for fact in here.facts(kind)
            if id(fact) not in taken and kind.omission(fact.claim) and not _mentioned(fact.claim, there)
        ]
        facts.sort(key=lambda fact: (not here.leads(fact.claims[0]), -len(fact.claims), fact.claim.span))
        lacked = (fact for fact in facts if not _has(kind, fact.claim, others))
        for fact in lacked:
            yield comparison.omitted(kind.name, fact.claim, here, there, 2 if here.leads(fact.claims[0]) else 1)


def _mentioned(claim: Claim, there: Profile) -> bool:
    """Tell whether the other article has the words of a claim, or the rarest name in a short one, outside any claim."""
    if claim.surface in there.article.text:
        return True
    named = [word for word in claim.surface.split() if word[:1].isupper() and word not in there.places]
    if len(claim.surface.split()) > _SHORT_NAME or len(named) < 2:
        return False
    rarest = max(named, key=lambda word: rarity(word.lower()).name)
    return (
        rarity(rarest.lower()).name >= _RARE_NAME
        and re.search(rf"\b{re.escape(rarest)}\b", there.article.text) is not None
    )


def _stated(comparison: Comparison) -> Iterator[Finding]:
    """What the articles' sentences oppose, and the central ones that one article lacks."""
    left, right = comparison.left, comparison.right
    opposed: tuple[list[Span], list[Span]] = ([], [])
    for found in candidates(left.extraction, right.extraction):
        a, b = found.left, found.right
        likely = (found.confidence, LEAST[found.model])
        item = comparison.stated("statement", a, b, found.verdict, found.confidence, {}, likely=likely)
        if not isinstance(item, Discrepancy):
            yield item
            continue
        for spans, claim in zip(opposed, (a, b), strict=True):
            spans.append(claim.span)
        yield item
    for side, (here, there) in enumerate(((left, right), (right, left))):
        if there.length < _MUCH_SHORTER * here.length:
            continue
        lacked = lacking(here.extraction, there.extraction, comparison.told[side])
        rests = (_rest(claim, opposed[side]) for claim in lacked)
        for claim in (it for it in rests if it and it.surface not in there.article.text):
            yield comparison.omitted("statement", claim, here, there, 2 if here.leads(claim) else 1)


def _rest(claim: Claim, opposed: Iterable[Span]) -> Claim | None:
    """Return what a sentence says behind a clause that the other article opposes; None where that is less than half."""
    for span in opposed:
        if claim.span.contains(span):
            after = claim.surface[span.end - claim.span.start :]
            said = after.lstrip(" ,;:.–—-\"“”'’\n")
            if len(said) < len(claim.surface) / 2:
                return None
            return evolve(claim, span=Span(claim.span.end - len(said), claim.span.end), surface=said)
    return claim


def _has(kind: ClaimKind, claim: Claim, others: list[Claim]) -> bool:
    """Tell whether the other side has a like claim after all, one that was aligned with something else."""
    similarity = kind.similarity
    return similarity is not None and kind.context < CUTOFF and any(similarity(claim, it) >= CUTOFF for it in others)


def _ranked(found: list[Discrepancy]) -> list[Discrepancy]:
    """Gravest first; omissions after what both sides speak of; then by place."""
    return sorted(found, key=lambda item: (-item.importance, item.relation == "unmatched", -item.confidence, _at(item)))


def _placed(found: list[Finding]) -> list[Finding]:
    return sorted(found, key=_at)


def _held(found: list[HeldBack]) -> list[HeldBack]:
    """Differences first, the surest of them first; then the rest by place."""
    return sorted(found, key=lambda item: (-item.confidence if item.differs else 1.0, _at(item)))


def _at(item: Finding) -> tuple[int, int, str]:
    return _start(item.left), _start(item.right), item.kind


def _start(claim: Claim | None) -> int:
    return claim.span.start if claim else -1
