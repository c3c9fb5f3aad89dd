"""Judged differences: what readers wrote down of pairs of articles, and which findings of newsdiff say the same.

The gold is the format of docs/how-to/calibrate.md: one row a real difference, {"event", "a", "b", "kind", "relation",
"a_span", "b_span"}, where "a" and "b" name the outlets of two articles of the cluster "event". What newsdiff finds in
these articles is right where it touches a row on both sides and says the same sort of thing.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import field, frozen

from newsdiff.alignment.calibration import Cluster
from newsdiff.alignment.weights import Weights
from newsdiff.comparison.diff import compared_pair
from newsdiff.extraction.extract import extract
from newsdiff.nouns.article import Article
from newsdiff.nouns.errors import WeightsError
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.reports import Finding
from newsdiff.nouns.spans import Span
from newsdiff.plugins import Plugins

_CHANGED = ("conflict", "update")
_TOLD = (*_CHANGED, "variation")
PAIRS_WEIGH = 0.3
"""How much judged pairs count against pairs as they come; of 0, .03, .1, .3 and 1, the most that did not cost precision
on these in folds (decision 44)."""
# What a reader may have called a change that newsdiff tells of one family of claims.
FITS: Mapping[str, frozenset[str]] = {
    "number": frozenset(("number", "statement", "status")),
    "date": frozenset(("date", "statement", "status")),
    "statement": frozenset(("statement", "status", "number", "date")),
    "event": frozenset(("status", "statement")),
    "quote": frozenset(("quote-attribution", "statement")),
    "person": frozenset(("statement", "status", "number", "date", "quote-attribution")),
    "place": frozenset(("statement", "status", "number")),
    "group": frozenset(("statement",)),
}


@frozen
class GoldRow:
    """One real difference, as a reader wrote it down."""

    event: str
    a: str
    b: str
    kind: str
    relation: str
    left: Span | None
    right: Span | None
    importance: int = 1
    debatable: bool = False


@frozen(eq=False)
class Judgement:
    """One finding of newsdiff, what was measured of it, and whether a reader wrote it down, too."""

    event: str
    finding: Finding
    measures: Mapping[str, float] = field(repr=False)
    right: bool
    weight: float = 1.0
    """How much it counts when weights are fitted; thresholds and curves rest on those that count in full."""


READ = "read"
"""Kind of a row that names a pair of articles which readers read in full, whether or not they found anything."""


def read_gold(path: str | Path) -> list[GoldRow]:
    """Read judged differences from JSON lines, and the pairs that were read: {"event": …, "pairs": [[a, b], …]}.

    A pair without any difference counts as well: what newsdiff finds there is wrong.

    Raises WeightsError, which names file and line, for anything else.
    """
    found = []
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise WeightsError(str(path), f"cannot be read as gold: {error}") from error
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line) if line.strip() else {}
            if "kind" in row and row.get("a_span") and row.get("b_span"):
                found.append(_gold(row))
            found += [GoldRow(row["event"], a, b, READ, READ, None, None) for a, b in row.get("pairs", ())]
        except (ValueError, KeyError, TypeError) as error:
            raise WeightsError(str(path), f"line {number} is no judged difference: {error!r}") from error
    return found


def _gold(row: Mapping[str, Any]) -> GoldRow:
    spans = (Span(*row["a_span"]), Span(*row["b_span"]))
    debatable = row.get("record") == "debatable"
    return GoldRow(
        row["event"], row["a"], row["b"], row["kind"], row["relation"], *spans, row.get("importance", 1), debatable
    )


def judged(
    clusters: Sequence[Cluster],
    sources: Mapping[str, Sequence[Extraction]],
    gold: Iterable[GoldRow],
    plugins: Plugins,
    weights: Callable[[str], Weights],
) -> list[Judgement]:
    """Return what newsdiff finds in all pairs that readers read, each finding with the reader's judgement.

    *weights* are those to use for an event: fitted without it.
    """
    read: dict[tuple[str, str, str], list[GoldRow]] = defaultdict(list)
    for row in gold:
        read[row.event, row.a, row.b].append(row)
    found: list[Judgement] = []
    for cluster in clusters:
        own = {article.outlet: source for article, source in zip(cluster.articles, sources.get(cluster.id, ()))}
        for (event, a, b), rows in read.items():
            if event == cluster.id and a in own and b in own:
                pairs = compared_pair(own[a], own[b], plugins, weights(event))
                found += _judgements(event, pairs, rows)
    return found


def _judgements(
    event: str, found: Sequence[tuple[Finding, Mapping[str, float]]], rows: Sequence[GoldRow]
) -> list[Judgement]:
    told = (it for it in found if it[0].relation in _TOLD and it[1])  # statements have a model of their own
    sure = sorted(told, key=lambda it: -it[0].alignment)
    free = [row for row in rows if not row.debatable]
    judgements = []
    for finding, measures in sure:
        hit = next((row for row in free if finds(finding, row)), None)
        if hit is not None:
            free.remove(hit)
        elif any(row.debatable and _touch(finding, row) for row in rows):
            continue
        judgements.append(Judgement(event, finding, measures, hit is not None))
    return judgements


def judged_pairs(path: str | Path, plugins: Plugins, weights: Weights) -> list[Judgement]:
    """Return what newsdiff finds in pairs of articles that stand in a file with their judged figures.

    A line is ``{"group": …, "a": {"text", "published"}, "b": …, "mentions": {"a": [{"start", "end", "key"}], "b": …},
    "gold": [{"key", "relation"}]}``: which figures of the two articles are of one thing, and whether they agree. Such
    pairs were chosen for their figures, so they count less than pairs as they come (``PAIRS_WEIGH``).
    """
    found: list[Judgement] = []
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            sides = [
                extract(Article(it["text"], id=name, published=it.get("published")), plugins=plugins)
                for name, it in (("a", row["a"]), ("b", row["b"]))
            ]
            conflicts = {it["key"] for it in row["gold"] if it["relation"] == "conflict"}
            mentions = [[(Span(it["start"], it["end"]), it["key"]) for it in row["mentions"][side]] for side in "ab"]
        except (ValueError, KeyError, TypeError) as error:
            raise WeightsError(str(path), f"line {number} is no judged pair: {error!r}") from error
        for finding, measures in compared_pair(sides[0], sides[1], plugins, weights):
            if finding.relation in _CHANGED and finding.kind == "number-conflict" and finding.left and finding.right:
                one, two = (
                    {key for span, key in known if span.overlaps(claim.span)}
                    for known, claim in zip(mentions, (finding.left, finding.right))
                )
                if one and two:
                    right = not conflicts.isdisjoint(one & two)
                    found.append(Judgement(str(row["group"]), finding, measures, right, PAIRS_WEIGH))
    return found


def finds(finding: Finding, row: GoldRow) -> bool:
    """Tell whether a finding says what a reader wrote down: both sides touch, and the kinds fit."""
    if not _touch(finding, row):
        return False
    family = finding.kind.partition("-")[0]
    changed = finding.relation in _CHANGED
    if changed != (row.relation in _CHANGED):
        return False
    return row.kind in FITS.get(family, ()) if changed else family == row.kind.partition("-")[0]


def _touch(finding: Finding, row: GoldRow) -> bool:
    if finding.left is None or finding.right is None or row.left is None or row.right is None:
        return False
    return finding.left.span.overlaps(row.left) and finding.right.span.overlaps(row.right)
