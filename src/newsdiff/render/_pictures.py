"""Pictures as inline SVG: where two texts agree, differ and are silent; when articles were published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from markupsafe import Markup, escape

from newsdiff.nouns.article import Article
from newsdiff.nouns.reports import Finding, Report
from newsdiff.render import _view as view

WIDTH = 1000  # units of the picture, which scales to its column


def overview(report: Report, names: Sequence[str]) -> Markup:
    """Return two bars, one a text, with the claims that were compared and lines between them."""
    lengths = [max(len(report.left.text), 1), max(len(report.right.text), 1)]
    shapes: list[str] = []
    for state, findings in (("agrees", report.agreements), ("differs", report.discrepancies)):
        shapes += _ties(state, findings, lengths)
    for state, findings in (("agrees", report.agreements), ("differs", report.discrepancies)):
        shapes += _blocks(state, findings, lengths)
    said = (
        f"{names[0]} and {names[1]}: {view.count(len(report.discrepancies), 'discrepancy')} and "
        f"{view.count(len(report.agreements), 'agreement')} along the two texts."
    )
    return Markup(
        f'<span class="end"><bdi>{escape(names[0])}</bdi></span>'
        f'<svg class="overview" viewBox="0 0 {WIDTH} 100" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(said)}" xmlns="http://www.w3.org/2000/svg">'
        f'<rect class="bar" x="0" y="0" width="{WIDTH}" height="20"/>'
        f'<rect class="bar" x="0" y="80" width="{WIDTH}" height="20"/>'
        f"{''.join(shapes)}</svg>"
        f'<span class="end"><bdi>{escape(names[1])}</bdi></span>'
    )


def _ties(state: str, findings: Iterable[Finding], lengths: Sequence[int]) -> Iterable[str]:
    for finding in findings:
        if finding.left is not None and finding.right is not None:
            left, right = (
                WIDTH * (claim.span.start + claim.span.end) / 2 / length
                for claim, length in zip((finding.left, finding.right), lengths)
            )
            yield f'<path class="tie {state}" d="M{left:.1f} 20L{right:.1f} 80" vector-effect="non-scaling-stroke"/>'


def _blocks(state: str, findings: Iterable[Finding], lengths: Sequence[int]) -> Iterable[str]:
    for finding in findings:
        for claim, length, top in zip((finding.left, finding.right), lengths, (0, 80)):
            if claim is not None:
                width = max(WIDTH * (claim.span.end - claim.span.start) / length, 4)
                start = min(WIDTH * claim.span.start / length, WIDTH - width)
                yield f'<rect class="{state}" x="{start:.1f}" y="{top}" width="{width:.1f}" height="20"/>'


def timeline(articles: Sequence[Article], names: Sequence[str], shown: Sequence[int]) -> Markup | None:
    """Return a list, a row an article, each with its place in time; None when fewer than two say when."""
    dated = sorted((_moment(articles[index]), index) for index in shown if articles[index].published is not None)
    if len(dated) < 2:
        return None
    first, last = dated[0][0], dated[-1][0]
    reach = (last - first).total_seconds() or 1.0
    rows = []
    for moment, index in dated:
        x = 8 + 584 * (moment - first).total_seconds() / reach
        rows.append(
            f"<li><span><bdi>{escape(names[index])}</bdi> "
            f'<span class="where">{escape(_when(articles[index]))}</span></span>'
            f'<svg viewBox="0 0 600 16" preserveAspectRatio="xMinYMid" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">'
            f'<line class="axis" x1="0" y1="8" x2="600" y2="8"/>'
            f'<circle class="dot" cx="{x:.1f}" cy="8" r="6"/></svg></li>'
        )
    return Markup(f'<ol class="timeline">{"".join(rows)}</ol>')


def _moment(article: Article) -> datetime:
    published = article.published
    assert published is not None
    moment = published if isinstance(published, datetime) else datetime.combine(published, time())
    return moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta())


def _when(article: Article) -> str:
    published = article.published
    return view.day(published) + (f" {published:%H:%M}" if isinstance(published, datetime) else "")
