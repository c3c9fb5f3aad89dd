"""JSON and JSON lines: results for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newsdiff.nouns.article import Article
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.reports import EventReport, Report
from newsdiff.render import schema


def to_json(result: Report | EventReport | Extraction) -> str:
    """Return *result* as one ``newsdiff/1`` JSON document, which ``newsdiff.readers.read_report`` reads back."""
    return schema.dumps(result, indent=2) + "\n"


def to_jsonl(result: Report | EventReport | Extraction) -> str:
    """Return *result* as JSON lines: first a head that says what was compared, then a line a finding or claim."""
    return "".join(json.dumps(line, ensure_ascii=True, default=str) + "\n" for line in _lines(result))


def _lines(result: Report | EventReport | Extraction) -> Iterator[dict[str, Any]]:
    if isinstance(result, Extraction):
        yield _head("extraction-head", result) | {
            "article": _named(result.article),
            "kinds": sorted(result.kinds),
            "plugins": dict(result.plugins),
        }
        for claim in result.claims:
            yield {"type": "claim", "article": result.article.id, **(schema.claim_to_plain(claim) or {})}
        return
    reports = result.reports if isinstance(result, EventReport) else (result,)
    if isinstance(result, EventReport):
        articles = [_named(article) for article in result.articles]
        yield _head("event-report-head", result) | {
            "articles": articles,
            "unrelated": [result.articles[index].id for index in result.unrelated],
        }
    for report in reports:
        event = report.event
        yield _head("report-head", report) | {
            "same_event": event.same,
            "decided": event.decided,
            "score": event.score,
            "forced": report.forced,
            "reasons": list(event.reasons),
            "left": _named(report.left),
            "right": _named(report.right),
        }
        for finding in report.discrepancies:
            yield {
                "type": "discrepancy",
                "left_article": report.left.id,
                "right_article": report.right.id,
                **schema.finding_to_plain(finding),
            }


def _head(name: str, result: Report | EventReport | Extraction) -> dict[str, Any]:
    problems = [
        {"severity": problem.severity, "code": problem.code, "message": problem.message} for problem in result.problems
    ]
    return {"schema": schema.SCHEMA, "type": name, "problems": problems}


def _named(article: Article) -> dict[str, Any]:
    """An article without its text: lines are for streams, and the reader has the text."""
    plain = schema.article_to_plain(article)
    del plain["text"]
    return plain
