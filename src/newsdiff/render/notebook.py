"""What a notebook shows of a result: a small table without styles or scripts that could leak into the page."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from markupsafe import Markup, escape

from newsdiff.nouns.article import Article
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.reports import EventReport, Report
from newsdiff.render import _marks, _wording
from newsdiff.render import _view as view

MOST = 50
"""Rows shown; a notebook is no place for thousands."""


def render(result: Report | EventReport | Extraction | Article) -> str:
    """Return *result* as an HTML fragment; everything from an article is escaped."""
    match result:
        case Report():
            found = _report(result)
        case EventReport():
            found = _event(result)
        case Extraction():
            found = _extraction(result)
        case _:
            found = _article(result)
    return str(Markup('<div class="newsdiff">{}</div>').format(found)).encode("utf-8", "replace").decode()


def _table(head: Iterable[str], rows: Iterable[Iterable[object]], total: int) -> Markup:
    cells = Markup("").join(Markup("<th scope='col'>{}</th>").format(name) for name in head)
    body = Markup("").join(
        Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(cell) for cell in row))
        for row in islice(rows, MOST)
    )
    more = Markup("<p>{} more</p>").format(total - MOST) if total > MOST else ""
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}").format(cells, body, more)


def _problems(result: Report | EventReport | Extraction) -> Markup:
    incomplete, _ = view.problems(result.problems)
    return Markup("").join(Markup("<p><strong>INCOMPLETE:</strong> {}</p>").format(message) for message in incomplete)


def _report(report: Report) -> Markup:
    articles, names = (report.left, report.right), view.names((report.left, report.right))
    rows = (
        [
            Markup("{} {}").format(finding.kind, "★" * finding.importance),
            *(
                _marks.words(article, claim, _wording.marks(finding, side)) if claim else "–"
                for article, claim, side in zip(articles, (finding.left, finding.right), ("left", "right"))
            ),
            view.line(finding.reason),
        ]
        for finding in report.discrepancies
    )
    table = _table(["", *names, ""], rows, len(report.discrepancies)) if report.discrepancies else ""
    said = " ".join(part for part in (view.summary(report), view.caution(report)) if part)
    return Markup("<p><strong>{}</strong></p>{}{}<p>{}</p>").format(
        view.verdict(report.event, report.forced), _problems(report), table, said
    )


def _event(report: EventReport) -> Markup:
    names = view.names(report.articles)
    strangers = ", ".join(names[index] for index in report.unrelated)
    said = Markup("<p><strong>NOT THE SAME EVENT as the others: {}</strong></p>").format(strangers) if strangers else ""
    shown = view.related(report)
    facts = sorted(report.facts, key=lambda fact: not fact.disputed)
    rows = (
        [
            f"{fact.kind}: {view.about(report, fact)}",
            *(
                f"{view.short(claim.surface)}{' (!)' if view.marker(report, fact, index) == 'outlier' else ''}"
                if claim
                else "–"
                for index in shown
                for claim in (fact.claims[index],)
            ),
        ]
        for fact in facts
    )
    table = _table(["fact", *(names[index] for index in shown)], rows, len(facts)) if facts else ""
    return Markup("{}{}{}<p>{}</p>").format(said, _problems(report), table, view.event_summary(report))


def _extraction(extraction: Extraction) -> Markup:
    article = extraction.article
    rows = (
        [claim.kind, _marks.words(article, claim), view.topic((claim,)), view.place(article, claim)]
        for claim in extraction.claims
    )
    table = _table(["kind", "words", "about", "place"], rows, len(extraction.claims)) if extraction.claims else ""
    said = f"{view.line(article.name)}: {view.count(len(extraction.claims), 'claim')}"
    return Markup("<p><strong>{}</strong></p>{}{}").format(said, _problems(extraction), table)


def _article(article: Article) -> Markup:
    start = view.short(article.text[:1200], 600)
    name = article.outlet or article.id
    said = Markup("<p><strong>{}</strong>, {}</p>").format(view.line(name), view.day(article.published))
    return said + Markup("<p><em>{}</em></p><p>{}</p>").format(view.heading(article), escape(start))
