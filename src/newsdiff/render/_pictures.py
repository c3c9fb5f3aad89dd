"""Pictures as inline SVG: where two texts agree, differ and are silent; when articles were published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from markupsafe import Markup, escape

from newsdiff.models import Article
from newsdiff.render import _view as view
from newsdiff.reports import Finding, Report

WIDTH = 1000


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
        f'<svg viewBox="0 0 {WIDTH} 150" role="img" aria-label="{escape(said)}" xmlns="http://www.w3.org/2000/svg">'
        f'<text x="0" y="16">{escape(names[0])}</text><text x="0" y="142">{escape(names[1])}</text>'
        f'<rect class="bar" x="0" y="24" width="{WIDTH}" height="18" rx="3"/>'
        f'<rect class="bar" x="0" y="104" width="{WIDTH}" height="18" rx="3"/>'
        f"{''.join(shapes)}</svg>"
    )


def _ties(state: str, findings: Iterable[Finding], lengths: Sequence[int]) -> Iterable[str]:
    for finding in findings:
        if finding.left is not None and finding.right is not None:
            left, right = (
                WIDTH * (claim.span.start + claim.span.end) / 2 / length
                for claim, length in zip((finding.left, finding.right), lengths)
            )
            yield f'<path class="tie {state}" d="M{left:.1f} 42L{right:.1f} 104"/>'


def _blocks(state: str, findings: Iterable[Finding], lengths: Sequence[int]) -> Iterable[str]:
    for finding in findings:
        for claim, length, top in zip((finding.left, finding.right), lengths, (24, 104)):
            if claim is not None:
                width = max(WIDTH * (claim.span.end - claim.span.start) / length, 4)
                start = min(WIDTH * claim.span.start / length, WIDTH - width)
                yield f'<rect class="{state}" x="{start:.1f}" y="{top}" width="{width:.1f}" height="18" rx="2"/>'


def timeline(articles: Sequence[Article], names: Sequence[str]) -> Markup | None:
    """Return a row an article at its time of publication; None when fewer than two say when."""
    dated = sorted((_moment(article), index) for index, article in enumerate(articles) if article.published is not None)
    if len(dated) < 2:
        return None
    first, last = dated[0][0], dated[-1][0]
    reach = (last - first).total_seconds() or 1.0
    rows = []
    for row, (moment, index) in enumerate(dated):
        x = 20 + 480 * (moment - first).total_seconds() / reach
        y = 18 + 26 * row
        label = f"{names[index]}, {_when(articles[index])}"
        rows.append(
            f'<line class="axis" x1="20" y1="{y}" x2="500" y2="{y}"/><circle class="dot" cx="{x:.1f}" cy="{y}" r="7"/>'
            f'<text x="520" y="{y + 5}">{escape(label)}</text>'
        )
    said = "; ".join(f"{names[index]} {_when(articles[index])}" for _, index in dated)
    height = 26 * len(dated) + 10
    return Markup(
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(said)}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(rows)}</svg>'
    )


def _moment(article: Article) -> datetime:
    published = article.published
    assert published is not None
    moment = published if isinstance(published, datetime) else datetime.combine(published, time())
    return moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta())


def _when(article: Article) -> str:
    published = article.published
    return view.day(published) + (f" {published:%H:%M}" if isinstance(published, datetime) else "")
