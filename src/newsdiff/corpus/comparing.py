"""``compare``: extract once, find who reports the event, diff the pairs, and gather what each says of every fact."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from newsdiff.alignment.weights import Weights, load
from newsdiff.comparison.diff import diff, probability
from newsdiff.corpus.candidates import candidate_pairs
from newsdiff.corpus.copies import copied, sharing
from newsdiff.corpus.facts import Facts, facts
from newsdiff.event.same_event import same_event as match_events
from newsdiff.extraction.extract import extract
from newsdiff.nouns.article import Article
from newsdiff.nouns.errors import ArticleError
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.problems import Problem
from newsdiff.nouns.reports import EventReport, Report
from newsdiff.page.reprints import Wording
from newsdiff.plugins import Plugins, resolve

Progress = Callable[[str, int, int], None]
"""Called with the stage ("extract", "compare"), what is done and what there is to do."""

# An article linked to fewer of its cluster than this came in by one look-alike.
_LOOSE = 1 / 3


def compare(
    articles: Iterable[Article | Extraction],
    *,
    same_event: bool | None = None,
    plugins: Plugins | Iterable[str] | None = None,
    weights: Weights | str | os.PathLike[str] | None = None,
    min_confidence: float | None = None,
    progress: Progress | None = None,
) -> EventReport:
    """Report how several articles on one event disagree: facts by outlets, and a report on every pair.

    Articles that report another event are named in ``unrelated`` and left out; ``same_event=True`` skips that gate.
    Reprints, and sentences that outlets share word for word, count as one source. *weights* and *min_confidence* are
    those of ``diff``. Raises what ``diff`` raises, and ArticleError for fewer than two articles.

    >>> texts = "43 people were killed in Port Lisse.", "35 people were killed in Port Lisse."
    >>> report = compare([Article(text) for text in texts], same_event=True)
    >>> [(fact.kind, sorted(fact.groups), fact.disputed) for fact in report.facts if fact.kind == "number"]
    [('number', [(0,), (1,)], True)]
    """
    chosen, fitted, least = resolve(plugins), load(weights), probability(min_confidence)
    given = list(articles)
    if len(given) < 2:
        raise ArticleError(None, f"compare() takes two or more articles, not {len(given)}")
    extractions = _extracted(given, chosen, progress)
    return _Comparing(extractions, chosen, bool(same_event), fitted, least, progress).report()


def _extracted(given: Sequence[Article | Extraction], plugins: Plugins, progress: Progress | None) -> list[Extraction]:
    found = []
    for done, source in enumerate(given, 1):
        found.append(source if isinstance(source, Extraction) else extract(source, plugins=plugins))
        if progress:
            progress("extract", done, len(given))
    return found


class _Comparing:
    """One comparison of many extractions."""

    def __init__(
        self,
        extractions: Sequence[Extraction],
        plugins: Plugins,
        forced: bool,
        weights: Weights,
        least: float | None,
        progress: Progress | None,
    ) -> None:
        self.extractions, self.plugins, self.forced, self.progress = extractions, plugins, forced, progress
        self.weights, self.least = weights, least
        # Everything that could depend on the order of the articles follows this one instead.
        self.order = sorted(range(len(extractions)), key=lambda at: _canonical(extractions[at].article))
        self.rank = [0] * len(extractions)
        for place, at in enumerate(self.order):
            self.rank[at] = place
        self.decided: set[int] = set()
        self.problems: list[Problem] = []
        for extraction in extractions:
            self._note(*extraction.problems)

    def report(self) -> EventReport:
        pairs = candidate_pairs(self.extractions)
        linked = [pair for pair in pairs if self.forced or self._same(*pair)]
        related = set(range(len(self.extractions))) if self.forced else self._related(linked)
        unrelated = [at for at in range(len(self.extractions)) if at not in related]
        # Who reports the event of the others is compared with each of them, even where two pieces alone look apart.
        alone = [pair for pair in pairs if related.issuperset(pair) and pair not in linked]
        linked = [pair for pair in pairs if related.issuperset(pair)]
        self._flag(unrelated)
        wordings = [Wording.of(extraction.article) for extraction in self.extractions]
        copies = copied(wordings, linked, self.order)
        self._flag_copies(copies, sharing(wordings, linked, copies))
        gathered = Facts(self.extractions, self.plugins, self.rank)
        reports = self._reports(linked, set(alone), gathered)
        return EventReport(
            [extraction.article for extraction in self.extractions],
            facts(gathered, wordings, copies, sorted(related)),
            reports,
            self.problems,
            copies,
            unrelated,
        )

    def _same(self, one: int, two: int) -> bool:
        match = match_events(self.extractions[one], self.extractions[two])
        if match.decided:
            self.decided |= {one, two}
        return match.same

    def _reports(
        self, pairs: Sequence[tuple[int, int]], alone: Collection[tuple[int, int]], gathered: Facts
    ) -> list[Report]:
        found = []
        for done, (one, two) in enumerate(pairs, 1):
            report = diff(
                self.extractions[one],
                self.extractions[two],
                same_event=True if self.forced or (one, two) in alone else None,
                plugins=self.plugins,
                weights=self.weights,
                min_confidence=self.least,
            )
            gathered.add(one, two, report)
            self._note(*report.problems)
            found.append(report)
            if self.progress:
                self.progress("compare", done, len(pairs))
        return found

    def _note(self, *problems: Problem) -> None:
        self.problems += (problem for problem in problems if problem not in self.problems)

    def _related(self, linked: Sequence[tuple[int, int]]) -> set[int]:
        """Return the articles on the event that most of them report; ties go to the earliest article."""
        links: dict[int, set[int]] = {at: set() for at in range(len(self.extractions))}
        for one, two in linked:
            links[one].add(two)
            links[two].add(one)
        best: set[int] = set()
        seen: set[int] = set()
        for at in self.order:
            if at in seen:
                continue
            cluster = _reached(at, links)
            seen |= cluster
            cluster = self._tight(cluster, links)
            if len(cluster) > len(best):
                best = cluster
        return best if len(best) > 1 else set()

    def _tight(self, cluster: set[int], links: dict[int, set[int]]) -> set[int]:
        """Drop articles, one by one, that are linked to too few of the others; links stand among the nearest only."""
        kept = set(cluster)
        while len(kept) > 3:
            degrees = Counter({at: len(links[at] & kept) for at in kept})
            loosest = min(kept, key=lambda at: (degrees[at], -self.rank[at]))
            if degrees[loosest] >= _LOOSE * min(len(kept) - 1, 20):
                break
            kept.discard(loosest)
        return kept

    def _flag(self, unrelated: Sequence[int]) -> None:
        for at in unrelated:
            article = self.extractions[at].article
            said = (
                "does not surely report the event of the others"
                if at in self.decided
                else "has too little text to tell"
            )
            message = f"{article.name} {said} and was left out"
            self._note(Problem("unrelated", "note", message, None, article.id))

    def _flag_copies(self, copies: dict[int, int], shared: Sequence[tuple[int, int, int]]) -> None:
        names = [extraction.article.name for extraction in self.extractions]
        for at, original in sorted(copies.items()):
            message = f"{names[at]} reprints {names[original]}; both count as one source"
            self._note(Problem("copy", "note", message, None, self.extractions[at].article.id))
        for one, two, count in shared:
            message = (
                f"{names[one]} and {names[two]} share {count} sentences word for word;"
                " where they state a fact, both count as one source"
            )
            self._note(Problem("shared-text", "note", message, None, self.extractions[one].article.id))


def _reached(at: int, links: dict[int, set[int]]) -> set[int]:
    found, waiting = {at}, [at]
    while waiting:
        new = links[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def _canonical(article: Article) -> tuple[str, ...]:
    return (str(article.published or ""), article.outlet or "", article.url or "", article.text, article.id)
