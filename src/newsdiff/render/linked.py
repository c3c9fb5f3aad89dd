"""Linked data: W3C Web Annotations on the words, and schema.org Claims with where they appear.

Offsets count code points, as everywhere in newsdiff (the W3C note on "character position" leaves that open). A
disagreement is no verdict: nothing here is ever a schema.org ClaimReview.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.reports import EventReport, Finding, Report
from newsdiff.render import _view as view
from newsdiff.render import schema

CONTEXT = 32
"""Characters of the text before and after the words, by which an annotation is found again on a changed page."""


def to_annotations(result: Report | EventReport | Extraction) -> str:
    """Return *result* as a W3C annotation collection: a page of annotations, each with quote and position selectors."""
    items = list(_annotations(result))
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    label = f"newsdiff: {_judged(result)}"
    return _dumped(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "AnnotationCollection",
            "label": label,
            "total": len(items),
            "first": page,
        }
    )


def to_claims(result: Report | EventReport | Extraction) -> str:
    """Return *result* as schema.org Claims, each with the articles in which it appears."""
    graph = list(_claims(result))
    return _dumped({"@context": "https://schema.org", "description": f"newsdiff: {_judged(result)}", "@graph": graph})


def _judged(result: Report | EventReport | Extraction) -> str:
    """Whether the articles report one event; it is said first, here too."""
    if isinstance(result, Report):
        return view.verdict(result.event, result.forced)
    if isinstance(result, EventReport):
        return view.event_summary(result)
    return f"{view.count(len(result.claims), 'claim')} of {view.line(result.article.name)}"


def _dumped(data: dict[str, Any]) -> str:
    return json.dumps(data, indent=2, ensure_ascii=True) + "\n"


def _source(article: Article) -> str:
    return view.safe_link(article.url) or f"urn:newsdiff:article:{article.id}"


def _target(article: Article, claim: Claim) -> dict[str, Any]:
    start, end = claim.span.start, claim.span.end
    return {
        "source": _source(article),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": claim.surface,
                "prefix": article.text[max(0, start - CONTEXT) : start],
                "suffix": article.text[end : end + CONTEXT],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def _annotations(result: Report | EventReport | Extraction) -> Iterator[dict[str, Any]]:
    if isinstance(result, Extraction):
        for claim in result.claims:
            body = {"type": "TextualBody", "purpose": "tagging", "value": claim.kind}
            yield _annotation(result.article, claim, "tagging", [body])
        return
    for report in result.reports if isinstance(result, EventReport) else (result,):
        for finding in report.discrepancies:
            yield from _of_finding(report, finding)


def _of_finding(report: Report, finding: Finding) -> Iterator[dict[str, Any]]:
    bodies = [
        {"type": "TextualBody", "purpose": "tagging", "value": finding.kind},
        {"type": "TextualBody", "purpose": "commenting", "value": finding.reason, "format": "text/plain"},
    ]
    sides = ((report.left, finding.left), (report.right, finding.right))
    for (article, claim), (other, counterpart) in (sides, sides[::-1]):
        if claim is not None:
            linked = (
                [{"type": "SpecificResource", "purpose": "linking", **_target(other, counterpart)}]
                if counterpart
                else []
            )
            yield _annotation(article, claim, "commenting", [*bodies, *linked])


def _annotation(article: Article, claim: Claim, why: str, bodies: list[dict[str, Any]]) -> dict[str, Any]:
    number = f"{article.id}:{claim.kind}:{claim.span.start}-{claim.span.end}"
    return {
        "id": f"urn:newsdiff:{number}",
        "type": "Annotation",
        "motivation": why,
        "body": bodies,
        "target": _target(article, claim),
    }


def _claims(result: Report | EventReport | Extraction) -> Iterator[dict[str, Any]]:
    if isinstance(result, Extraction):
        for claim in result.claims:
            yield _claim(claim, [(result.article, claim)])
    elif isinstance(result, EventReport):
        for fact in result.facts:
            for group in fact.groups:
                said = [(result.articles[index], made) for index in group if (made := fact.claims[index]) is not None]
                if said:
                    yield _claim(said[0][1], said)
    else:
        for finding in result.agreements:
            sides = ((result.left, finding.left), (result.right, finding.right))
            pairs = [(article, side) for article, side in sides if side is not None]
            yield _claim(pairs[0][1], pairs)
        for discrepancy in result.discrepancies:
            for article, found in ((result.left, discrepancy.left), (result.right, discrepancy.right)):
                if found is not None:
                    yield _claim(found, [(article, found)])


def _claim(claim: Claim, said: list[tuple[Article, Claim]]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": "Claim",
        "text": claim.surface,
        "about": view.topic((claim,)) or claim.kind,
        "additionalType": claim.kind,
        "disambiguatingDescription": schema.value_text(claim.value),
        "appearance": [_appearance(article, part) for article, part in said],
    }
    if claim.attribution:
        found["claimInterpreter"] = {"@type": "Thing", "name": claim.attribution}
    return {name: value for name, value in found.items() if value}


def _appearance(article: Article, claim: Claim) -> dict[str, Any]:
    found = {
        "@type": "NewsArticle",
        "@id": _source(article),
        "headline": view.heading(article),
        "url": view.safe_link(article.url),
        "datePublished": article.published.isoformat() if article.published else None,
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        "text": claim.surface,
    }
    return {name: value for name, value in found.items() if value}
