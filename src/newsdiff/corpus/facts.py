"""From the findings of many pairs to facts by outlets: what each article says of one thing, grouped by value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from attrs import evolve, frozen

from newsdiff.alignment.alignment import words_decide
from newsdiff.alignment.profile import Profile, compared
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.kinds import ClaimKind, Verdict
from newsdiff.nouns.reports import Fact, Finding, Report
from newsdiff.page.excerpt import excerpt
from newsdiff.page.reprints import Wording
from newsdiff.plugins import Plugins
from newsdiff.statements.opposition import opposition

# Discord Questions: a question counts where 30 % of the articles answer it, and is settled where one answer has more
# than half of them.
SPOKEN = 0.3
SETTLED = 0.5
_AGREEING = ("agree", "compatible")
# Variations that are values of their own; others (less precise, another name) are the same value.
_SPLITS = ("group-label", "quote-wording", "quote-truncation", "quote-attribution")

Node = tuple[int, str, int]
"""Article, kind, and which of its facts of that kind."""


@frozen(eq=False)
class _Link:
    one: Node
    two: Node
    strength: float


class Facts:
    """Clusters the claims of many articles over the findings of their pairs."""

    def __init__(self, extractions: Sequence[Extraction], plugins: Plugins, rank: Sequence[int]) -> None:
        self.extractions, self.plugins, self.rank = extractions, plugins, rank
        self.links: list[_Link] = []
        self.claims: dict[Node, Claim] = {}
        self.found: dict[frozenset[Node], tuple[str, str | None]] = {}
        """What the engine found on two facts, as relation and kind."""
        self._numbers: dict[tuple[int, str], dict[Claim, int]] = {}

    def add(self, left: int, right: int, report: Report) -> None:
        """Take the findings on one pair of articles."""
        for item in (*report.discrepancies, *report.agreements, *report.held_back):
            if item.left and item.right and item.relation != "incomparable":
                self._link(left, right, item)

    def _link(self, left: int, right: int, item: Finding) -> None:
        assert item.left
        assert item.right
        one, two = self._node(left, item.left), self._node(right, item.right)
        self.claims.setdefault(one, item.left)
        self.claims.setdefault(two, item.right)
        self.links.append(_Link(one, two, item.alignment))
        self.found[frozenset((one, two))] = (item.relation, item.kind)

    def _node(self, article: int, claim: Claim) -> Node:
        """Return which fact of its article a claim belongs to: repeats inside the article are one."""
        key = (article, claim.kind)
        if key not in self._numbers:
            self._numbers[key] = {}
            kind = self.plugins.kinds.get(claim.kind)
            if kind:
                for number, fact in enumerate(Profile.of(self.extractions[article]).facts(kind)):
                    self._numbers[key].update(dict.fromkeys(fact.claims, number))
                    self.claims[article, claim.kind, number] = fact.claim
        known = self._numbers[key]
        return article, claim.kind, known.setdefault(claim, len(known))

    def clusters(self) -> list[dict[int, Node]]:
        """Return article to its node for every fact, surest links first; an article has one claim in a fact."""
        home: dict[Node, dict[int, Node]] = {}

        def place(node: Node) -> tuple[int, int, int]:
            return self.rank[node[0]], self.claims[node].span.start, self.claims[node].span.end

        def order(link: _Link) -> tuple[object, ...]:
            return (-link.strength, link.one[1], *sorted((place(link.one), place(link.two))))

        for link in sorted(self.links, key=order):
            one = home.setdefault(link.one, {link.one[0]: link.one})
            two = home.setdefault(link.two, {link.two[0]: link.two})
            if one is two or set(one) & set(two):
                continue
            one.update(two)
            for node in two.values():
                home[node] = one
        found = {id(cluster): cluster for cluster in home.values() if len(cluster) > 1}
        return sorted(found.values(), key=lambda cluster: min(place(node) for node in cluster.values()))

    def verdict(self, one: Node, two: Node) -> tuple[str, str | None]:
        """Return relation and kind for two claims of one fact: what the engine found, else what their kind says."""
        known = self.found.get(frozenset((one, two)))
        if known:
            return known
        a, b = self.claims[one], self.claims[two]
        kind = self.plugins.kinds.get(a.kind)
        said = compared(kind, a, b) if kind else opposition(a, b) or Verdict("agree")
        return ("update" if said.moves and said.relation == "conflict" else said.relation), said.kind


def facts(
    found: Facts, wordings: Sequence[Wording], copies: Mapping[int, int], related: Sequence[int]
) -> Iterator[Fact]:
    """Yield the facts that several articles speak about, disputed ones first, then the most spoken of."""
    total = len({copies.get(at, at) for at in related})
    made = [_fact(found, cluster, wordings, copies, total) for cluster in found.clusters()]
    made.sort(key=lambda fact: (not fact.disputed, -fact.independent))
    seen: Counter[str] = Counter()
    for fact in made:
        seen[fact.key] += 1
        yield evolve(fact, key=f"{fact.key} #{seen[fact.key]}") if seen[fact.key] > 1 else fact


def _fact(
    found: Facts, cluster: Mapping[int, Node], wordings: Sequence[Wording], copies: Mapping[int, int], total: int
) -> Fact:
    claims = {at: found.claims[node] for at, node in cluster.items()}
    speakers = sorted(claims, key=found.rank.__getitem__)
    verdicts = {(a, b): found.verdict(cluster[a], cluster[b]) for a, b in combinations(speakers, 2)}
    together = {pair for pair, verdict in verdicts.items() if _one_value(*verdict)}
    together |= {(b, a) for a, b in together}
    source = _sources(claims, wordings, copies, speakers)

    def independent(group: Sequence[int]) -> int:
        return len({source[at] for at in group})

    groups = _grouped(speakers, together)
    groups.sort(key=lambda group: (-independent(group), -len(group), found.rank[group[0]]))
    spoken = independent(speakers)
    largest = independent(groups[0])
    # A value that a later article moved, and another wording, are differences; a dispute is a conflict.
    conflict = any(relation == "conflict" for relation, _ in verdicts.values())
    settled = largest > SETTLED * spoken
    sole = len(groups) > 1 and largest > independent(groups[1])
    first = claims[groups[0][0]]
    return Fact(
        key=_key(first, found.plugins.kinds.get(first.kind)),
        kind=first.kind,
        claims=tuple(claims.get(at) for at in range(len(found.extractions))),
        groups=tuple(tuple(sorted(group)) for group in groups),
        disputed=conflict and len(groups) > 1 and spoken > 1 and not settled and spoken >= SPOKEN * total,
        independent=spoken,
        outliers=tuple(sorted(at for group in groups[1:] for at in group)) if sole else (),
    )


def _one_value(relation: str, kind: str | None) -> bool:
    return relation in _AGREEING or (relation == "variation" and kind not in _SPLITS)


def _grouped(speakers: Sequence[int], together: set[tuple[int, int]]) -> list[list[int]]:
    """Group articles whose values are all compatible; who agrees with most is placed first."""
    degree = Counter(a for a, _ in together)
    groups: list[list[int]] = []
    for at in sorted(speakers, key=lambda speaker: -degree[speaker]):
        fitting = [group for group in groups if all((at, other) in together for other in group)]
        if fitting:
            max(fitting, key=len).append(at)
        else:
            groups.append([at])
    return groups


def _sources(
    claims: Mapping[int, Claim], wordings: Sequence[Wording], copies: Mapping[int, int], speakers: Sequence[int]
) -> dict[int, int]:
    """Return article to the one that stands for its source: reprints, and one sentence in the same words, are one."""
    by_sentence: dict[tuple[str, ...], int] = {}
    source: dict[int, int] = {}
    for at in speakers:
        own = copies.get(at, at)
        words = wordings[at].sentence(claims[at])
        if own not in speakers:
            own = at  # the original is silent on this, so the reprint speaks for itself
        source[at] = source.get(own, own)
        if words:
            source[at] = by_sentence.setdefault(words, source[at])
    return source


def _key(claim: Claim, kind: ClaimKind | None) -> str:
    """Return a name for a fact: its topic, with the words where a topic has many facts, as a speaker has statements."""
    words = excerpt(claim.surface)
    if claim.topic is None:
        return f"{claim.kind} {words}"
    many = kind is not None and kind.scoped and words_decide(kind) and claim.topic != claim.surface
    return f"{claim.kind} {claim.topic}: {words}" if many else f"{claim.kind} {claim.topic}"
