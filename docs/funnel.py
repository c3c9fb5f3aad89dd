"""Where do the differences of figures that readers found get lost? One stage a row, for each relation.

Usage: python docs/funnel.py ARTICLES.jsonl GOLD.jsonl [--rows]   (--rows lists every row with the stage it reached)

ARTICLES has ``{"event", "outlet", "published", "text"}`` a line. GOLD has ``{"event", "a", "b", "kind", "relation",
"importance", "a_span", "b_span", "why"}`` a line, the spans as offsets into the two texts; lines with a "record" are
passed over. Only rows of the kind "number" are followed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import newsdiff
from newsdiff import Article, Claim, ClaimKind, Extraction, Report
from newsdiff.plugins import resolve

Row = dict[str, Any]
TOLD = ("conflict", "update")
STAGES = (
    "refused: not one event",
    "not extracted on both sides",
    "another dimension",
    "compared as no such difference",
    "of different things, says the kind",
    "held back",
    "not paired with each other",
    "reported",
)
REFUSED, UNREAD, DIMENSION, VALUE, UNLIKE, HELD, UNPAIRED, REPORTED = range(len(STAGES))


class Followed(NamedTuple):
    """One gold row, the stage that it reached, and the two claims that came farthest."""

    row: Row
    stage: int
    pair: tuple[Claim, Claim] | None
    why: str = ""
    single: bool = False
    """Whether each of the two spans holds one number claim alone, so that the verdict on the two can be judged."""
    right: bool = False
    """Whether the verdict on some pair of claims is the gold's: told, or a difference of precision."""


def touching(extraction: Extraction, span: list[int]) -> list[Claim]:
    """Return the number claims that overlap a gold span."""
    return [claim for claim in extraction.of("number") if claim.span.start < span[1] and span[0] < claim.span.end]


def follow(row: Row, kind: ClaimKind, sides: tuple[Extraction, Extraction], report: Report) -> Followed:
    """Return how far one gold row came."""
    left, right = touching(sides[0], row["a_span"]), touching(sides[1], row["b_span"])
    if not left or not right:
        return Followed(row, UNREAD, None)
    verdicts = [(a, b, _verdict(kind, a, b)) for a, b in product(left, right)]
    agreed = any(_fits(row, relation) for _, _, relation in verdicts)
    single = len(left) == len(right) == 1
    stages = (_stage(row, kind, a, b, relation, report) for a, b, relation in verdicts)
    stage, why, pair = max(stages, key=lambda found: found[0])
    if not report.event.same and stage > REFUSED:
        stage, why = REFUSED, STAGES[stage]
    return Followed(row, stage, pair, why, single, agreed)


def _verdict(kind: ClaimKind, a: Claim, b: Claim) -> str:
    assert kind.compare is not None
    verdict = kind.compare(a, b)
    return verdict.relation


def _fits(row: Row, relation: str) -> bool:
    return relation == "conflict" if row["relation"] in TOLD else relation in ("variation", "compatible", "agree")


def _stage(
    row: Row, kind: ClaimKind, a: Claim, b: Claim, relation: str, report: Report
) -> tuple[int, str, tuple[Claim, Claim]]:
    assert kind.key is not None
    assert kind.similarity is not None
    for found in (*report.discrepancies, *report.held_back):
        if (found.left, found.right) == (a, b):
            if found not in report.discrepancies:
                return HELD, found.reason, (a, b)
            if (found.relation in TOLD) == (row["relation"] in TOLD):
                return REPORTED, found.relation, (a, b)
    if kind.key(a) is None or kind.key(a) != kind.key(b):
        return DIMENSION, f"{kind.key(a)} / {kind.key(b)}", (a, b)
    if not _fits(row, relation):
        return VALUE, relation, (a, b)
    if kind.similarity(a, b) <= 0:
        return UNLIKE, f"{a.value.unit} {a.value.concept} / {b.value.unit} {b.value.concept}", (a, b)
    return UNPAIRED, f"kind's similarity {kind.similarity(a, b):.2f}", (a, b)


def read(path: str) -> list[Row]:
    """Return the lines of a JSONL file."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def followed(articles: Iterable[Row], gold: Iterable[Row]) -> Iterator[Followed]:
    """Follow the gold rows of the kind "number"; each pair of articles is compared once."""
    known = {(row["event"], row["outlet"]): row for row in articles}
    extractions: dict[tuple[str, str], Extraction] = {}
    reports: dict[tuple[str, str, str], Report] = {}
    kind = resolve(None).kinds["number"]
    for row in gold:
        if row.get("kind") != "number" or "record" in row:
            continue
        keys = (row["event"], row["a"]), (row["event"], row["b"])
        for key in keys:
            if key not in extractions:
                source = known[key]
                article = Article(source["text"], outlet=source["outlet"], published=source["published"])
                extractions[key] = newsdiff.extract(article)
        sides = extractions[keys[0]], extractions[keys[1]]
        pair = (row["event"], row["a"], row["b"])
        if pair not in reports:
            reports[pair] = newsdiff.diff(*sides)
        yield follow(row, kind, sides, reports[pair])


def main() -> None:
    """Print the table."""
    paths = [word for word in sys.argv[1:] if not word.startswith("--")]
    rows = list(followed(read(paths[0]), read(paths[1])))
    counts = Counter((found.stage, found.row["relation"]) for found in rows)
    relations = ("conflict", "update", "precision")
    print(f"{'':38}", *(f"{name:>10}" for name in relations))
    for stage, name in enumerate(STAGES):
        print(f"{name:38}", *(f"{counts[stage, relation]:10}" for relation in relations))
    judged = [found for found in rows if found.single]
    told = [found for found in judged if found.row["relation"] in TOLD]
    right, right_told = (sum(found.right for found in part) for part in (judged, told))
    print(f"\none claim in each span: {len(judged)} rows, the verdict on the two is right for {right}", end="")
    print(f" ({100 * right / max(1, len(judged)):.0f}%); told: {right_told} of {len(told)}")
    if "--rows" in sys.argv:
        for found in sorted(rows, key=lambda it: it.stage):
            row, surfaces = found.row, [claim.surface for claim in found.pair or ()]
            mark = "" if found.right or not found.single else "WRONG "
            print(f"{STAGES[found.stage]} | {row['relation']} {row['importance']} | {mark}{surfaces} | {found.why}")
            print(f"    {row['event']} {row['a']} / {row['b']}: {row['why']}")


if __name__ == "__main__":
    main()
