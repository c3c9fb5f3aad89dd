"""What the pages of the HTML report show, as plain values for the templates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.reports import EventMatch, EventReport, Fact, Finding, HeldBack, Report
from newsdiff.render import _marks, _pictures, _wording
from newsdiff.render import _view as view

MOST_FACTS = 400
"""Rows of the matrix; facts beyond it are counted, and stand in the JSON."""

MOST_CARDS = 2000
"""Discrepancies shown pair by pair; further pairs are counted, and stand in the JSON."""

Sides = dict[tuple[int, int], dict[str, Any]]
"""What a claim shows, by article and claim: in a report on many articles a claim is in many pairs."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_NAMES = {
    "number": "numbers",
    "quote": "quotes",
    "date": "dates",
    "group": "groups",
    "statement": "statements",
    "event": "event status",
}


def report(report: Report) -> dict[str, Any]:
    """Return the values of the page on two articles."""
    articles, names = (report.left, report.right), view.names((report.left, report.right))
    indexes = (0, 1)
    incomplete, notes = view.problems(report.problems)
    marks = [dict(_marks.strongest(_marks_of(report, side, "d"))) for side in ("left", "right")]
    audited = [
        (_audit(f, f"h{n}", articles, names, indexes), "unsure" if f.differs else f.relation)
        for n, f in enumerate(report.held_back, 1)
    ]
    findings = [_card(f, f"d{n}", f"{n}. ", articles, names, indexes) for n, f in enumerate(report.discrepancies, 1)]
    return {
        "title": f"{names[0]} × {names[1]}",
        "heading": f"{names[0]} × {names[1]}",
        "verdict": _verdict(report.event, report.forced),
        "articles": [_article(a, i, names[i], marks[i]) for i, a in enumerate(articles)],
        "incomplete": incomplete,
        "notes": notes,
        "summary": view.summary(report),
        "caution": view.caution(report),
        "weights": view.rests_on([report]),
        "alone": view.unpaired(report, names),
        "compared": report.compared,
        "overview": _pictures.overview(report, names),
        "findings": findings,
        "families": _families(report.discrepancies),
        "outlets": names,
        "agreements": [_audit(f, f"a{n}", articles, names, indexes) for n, f in enumerate(report.agreements, 1)],
        "unsure": [card for card, sort in audited if sort == "unsure"],
        "incomparable": [card for card, sort in audited if sort not in ("unsure", "unmatched")],
        "lone": [card for card, sort in audited if sort == "unmatched"],
    }


def event(report: EventReport) -> dict[str, Any]:
    """Return the values of the page on many articles."""
    names = view.names(report.articles)
    places = {id(article): index for index, article in enumerate(report.articles)}
    incomplete, notes = view.problems(report.problems)
    marks: list[list[_marks.Mark]] = [[] for _ in report.articles]
    pairs: list[dict[str, Any]] = []
    known: Sides = {}
    cards = 0
    for number, pair in enumerate(report.reports):
        cards += len(pair.discrepancies) + len(pair.held_back)
        if cards > MOST_CARDS and pairs:
            break
        indexes = tuple(_place(report, places, side) for side in (pair.left, pair.right))
        for side, index in zip(("left", "right"), indexes):
            marks[index] += _marks_of(pair, side, f"p{number}-d")
        pairs.append(_pair(pair, number, names, indexes, known))
    for fact in report.facts:
        for index, claim in enumerate(fact.claims):
            if claim is not None:
                marks[index].append(_marks.Mark(claim.span, "agrees", _marks.family(claim.kind)))
    shown = sorted(report.facts, key=lambda fact: not fact.disputed)[:MOST_FACTS]
    return {
        "title": f"{len(names)} articles: {', '.join(names[:4])}",
        "heading": _event_heading(report),
        "columns": [names[index] for index in view.related(report)],
        "verdict": _event_verdict(report, names),
        "weights": view.rests_on(report.reports),
        "articles": [
            _article(article, index, names[index], _marks.strongest(marks[index]), _flag(report, index, names))
            for index, article in enumerate(report.articles)
        ],
        "incomplete": incomplete,
        "notes": notes,
        "summary": view.event_summary(report),
        "rows": [_row(report, fact, names) for fact in shown],
        "more": _more(len(report.facts) - len(shown), "more fact", "which the JSON has."),
        "timeline": _pictures.timeline(report.articles, names, view.related(report)),
        "heat": _heat(report, names, places),
        "pairs": pairs,
        "more_pairs": _more(len(report.reports) - len(pairs), "more pair", "which the JSON has."),
        "families": _families(finding for pair in report.reports for finding in pair.discrepancies),
        "outlets": names,
    }


def _more(number: int, noun: str, where: str) -> str:
    return f"{view.count(number, noun)}, {where}" if number else ""


def extraction(extraction: Extraction) -> dict[str, Any]:
    """Return the values of the page on one article's claims."""
    article, name = extraction.article, view.line(extraction.article.name)
    incomplete, notes = view.problems(extraction.problems)
    marks = (_marks.Mark(claim.span, "agrees", _marks.family(claim.kind)) for claim in extraction.claims)
    return {
        "title": name,
        "heading": f"{name}: {view.count(len(extraction.claims), 'claim')}",
        "articles": [_article(article, 0, name, _marks.strongest(marks))],
        "weights": "",  # nothing is compared, so nothing is weighed
        "incomplete": incomplete,
        "notes": notes,
        "summary": view.said(extraction),
        "rows": [
            {
                "kind": claim.kind,
                "family": _marks.family(claim.kind),
                "words": _marks.words(article, claim),
                "topic": view.topic((claim,)),
                "place": view.place(article, claim),
                "anchor": _marks.anchor(0, claim.span),
            }
            for claim in extraction.claims
        ],
    }


def _place(report: EventReport, places: dict[int, int], article: Article) -> int:
    known = places.get(id(article))
    if known is None:
        known = places[id(article)] = report.articles.index(article)
    return known


def _marks_of(report: Report, side: str, prefix: str) -> Iterator[_marks.Mark]:
    for state, findings in (
        ("differs", report.discrepancies),
        ("held", report.held_back),
        ("agrees", report.agreements),
    ):
        for number, finding in enumerate(findings, 1):
            claim: Claim | None = getattr(finding, side)
            if claim is not None:
                family, target = _marks.family(finding.kind), f"{prefix}{number}"
                yield _marks.Mark(claim.span, state, family, target)
                if state == "differs":
                    for span in _wording.marks(finding, side):
                        yield _marks.Mark(span, state, family, target, edit=True)


def _article(article: Article, index: int, name: str, marks: Any, flag: str = "") -> dict[str, Any]:
    return {
        "anchor": f"t{index}",
        "name": name,
        "heading": view.heading(article),
        "published": view.day(article.published),
        "url": view.line(article.url or ""),
        "link": view.safe_link(article.url),
        "flag": flag,
        "language": article.language if _LANGUAGE.fullmatch(article.language or "") else "",
        "body": _marks.body(article, index, marks),
    }


def _card(
    finding: Finding,
    id_: str,
    number: str,
    articles: Sequence[Article],
    names: Sequence[str],
    indexes: Sequence[int],
    filtered: bool = True,
    known: Sides | None = None,
) -> dict[str, Any]:
    about = view.topic((finding.left, finding.right))
    claims = (finding.left, finding.right)
    known = {} if known is None else known
    return {
        "id": id_,
        "number": number,
        "kind": finding.kind,
        "family": _marks.family(finding.kind),
        "importance": finding.importance,
        "filtered": filtered,
        "outlets": " ".join(str(index) for index, claim in zip(indexes, claims) if claim is not None),
        "topic": about,
        "relation": "update" if finding.relation == "update" else "" if filtered else finding.relation,
        "reason": view.clause(finding, articles[0], articles[1]),
        "sides": [
            _side(article, claim, index, name, _wording.marks(finding, side), about, known)
            for article, claim, index, name, side in zip(articles, claims, indexes, names, ("left", "right"))
        ],
    }


def _audit(
    finding: Finding,
    id_: str,
    articles: Sequence[Article],
    names: Sequence[str],
    indexes: Sequence[int],
    known: Sides | None = None,
) -> dict[str, Any]:
    card = _card(finding, id_, "", articles, names, indexes, filtered=False, known=known)
    if isinstance(finding, HeldBack) and finding.differs:
        card["relation"] = f"{finding.relation}, {finding.confidence:.0%}"
    return card


def _side(
    article: Article, claim: Claim | None, index: int, name: str, edits: Sequence[Any], about: str, known: Sides
) -> dict[str, Any]:
    if claim is None:
        return {"name": name, "words": None}
    side = known.get((index, id(claim))) if not edits else None
    if side is None:
        side = {
            "name": name,
            "words": _marks.words(article, claim, edits),
            "anchor": _marks.anchor(index, claim.span),
            "place": view.place(article, claim),
            "source": view.source(claim),
        }
        if not edits:
            known[index, id(claim)] = side
    return side if not about or side["source"] != about else {**side, "source": ""}


def _families(findings: Iterable[Finding]) -> list[dict[str, str]]:
    found = Counter(_marks.family(finding.kind) for finding in findings)
    return [{"class": name, "name": f"{_NAMES.get(name, name)} ({number})"} for name, number in found.most_common()]


def _verdict(match: EventMatch, forced: bool) -> dict[str, Any]:
    class_ = "yes" if match.same and match.decided else "forced" if forced else "no"
    return {
        "class": class_,
        "text": view.verdict(match, forced),
        "reasons": [view.line(reason) for reason in match.reasons],
    }


def _event_heading(report: EventReport) -> str:
    total, related = len(report.articles), len(view.related(report))
    return f"{total} articles on one event" if related == total else f"{total} articles, {related} of them on one event"


def _event_verdict(report: EventReport, names: Sequence[str]) -> dict[str, Any]:
    strangers = [names[index] for index in report.unrelated]
    if strangers:
        return {"class": "no", "text": f"NOT THE SAME EVENT as the others: {', '.join(strangers)}; not compared"}
    unsure = [pair for pair in report.reports if not pair.compared]
    if unsure:
        return {"class": "no", "text": f"{view.count(len(unsure), 'pair')} not compared: not clearly one event"}
    return {"class": "yes", "text": "Same event: all articles"}


def _flag(report: EventReport, index: int, names: Sequence[str]) -> str:
    if index in report.unrelated:
        return "another event"
    return f"= {names[report.copies[index]]}" if index in report.copies else ""


def _pair(pair: Report, number: int, names: Sequence[str], indexes: Sequence[int], known: Sides) -> dict[str, Any]:
    articles, pair_names = (pair.left, pair.right), [names[index] for index in indexes]
    return {
        "name": " × ".join(pair_names),
        "summary": view.summary(pair),
        "verdict": view.verdict(pair.event, pair.forced),
        "open": number == 0,
        "findings": [
            _card(finding, f"p{number}-d{n}", f"{n}. ", articles, pair_names, indexes, known=known)
            for n, finding in enumerate(pair.discrepancies, 1)
        ],
        "held_back": [
            _audit(finding, f"p{number}-h{n}", articles, pair_names, indexes, known)
            for n, finding in enumerate(pair.held_back, 1)
        ],
        "audit": view.audit(pair),
    }


def _row(report: EventReport, fact: Fact, names: Sequence[str]) -> dict[str, Any]:
    cells = []
    for index in view.related(report):
        claim, state = fact.claims[index], view.marker(report, fact, index)
        flag = {"outlier": "(!)", "copy": f"= {names[report.copies[index]]}" if index in report.copies else ""}
        cells.append(
            {
                "state": state or "plain",
                "flag": flag.get(state, ""),
                "words": view.short(claim.surface) if claim is not None else "",
                "anchor": _marks.anchor(index, claim.span) if claim is not None else "",
            }
        )
    return {
        "topic": view.about(report, fact),
        "kind": fact.kind,
        "family": _marks.family(fact.kind),
        "disputed": fact.disputed,
        "cells": cells,
    }


def _heat(report: EventReport, names: Sequence[str], places: dict[int, int]) -> list[dict[str, Any]]:
    shares: dict[tuple[int, int], tuple[int, int]] = {}
    for pair in report.reports:
        left, right = (_place(report, places, side) for side in (pair.left, pair.right))
        agreed = len(pair.agreements)
        against = sum(finding.relation in ("conflict", "update", "variation") for finding in pair.discrepancies)
        if pair.compared:
            shares[left, right] = shares[right, left] = (agreed, agreed + against)
    if not shares:
        return []
    shown = view.related(report)
    return [{"name": names[row], "cells": [_heat_cell(shares.get((row, column))) for column in shown]} for row in shown]


def _heat_cell(share: tuple[int, int] | None) -> dict[str, str]:
    if share is None or not share[1]:
        return {"class": "none", "text": "–"}
    return {"class": f"h{min(4, 5 * share[0] // share[1])}", "text": f"{share[0]} of {share[1]}"}
