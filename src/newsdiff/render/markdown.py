"""Markdown for issues and newsrooms' wikis: the order and words of the terminal report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsdiff.nouns.article import Article
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.reports import EventReport, Fact, Finding, Report
from newsdiff.render import _view as view
from newsdiff.render import _wording

# Whatever Markdown, or HTML inside it, would read as markup; "!" so that no picture is fetched by a viewer.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~!&$@]|:(?=//|\w{1,30}:)|^(?=[-+=]|\d{1,9}[.)])|(?<=www)\.")
STARS = {1: "★", 2: "★★", 3: "★★★"}


def render(result: Report | EventReport | Extraction) -> str:
    """Return *result* as Markdown (CommonMark with tables)."""
    if isinstance(result, Report):
        lines = _report(result, view.names((result.left, result.right)), "#")
    elif isinstance(result, EventReport):
        lines = _event(result)
    else:
        lines = _extraction(result)
    return "\n".join(lines).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    r"""Return *text* so that Markdown shows it as it is, and links nothing.

    >>> print(escaped("<b>5 * 7</b>"))
    \<b\>5 \* 7\</b\>
    """
    return _MARKUP.sub(lambda match: "\\" + match.group(), view.line(text))


def _report(report: Report, names: Sequence[str], level: str) -> Iterator[str]:
    articles = (report.left, report.right)
    yield f"{level} {' × '.join(map(escaped, names))}"
    yield ""
    for name, article in zip(names, articles):
        yield f"- **{escaped(name)}**, {view.day(article.published)}: {escaped(view.heading(article))}"
    yield ""
    yield from _verdict(report)
    yield from _problems(report, "incomplete")
    for number, finding in enumerate(report.discrepancies, 1):
        yield from _finding(number, finding, articles, names, level + "#")
    if report.compared:
        alone = escaped(view.unpaired(report, names))
        yield f"{view.agreed(report)} {view.audit(report)}. {alone}".rstrip()
        yield ""
    yield from _problems(report, "note")
    for said in filter(None, (view.caution(report), view.rests_on([report]))):
        yield escaped(said)
        yield ""
    yield f"**{escaped(view.summary(report))}**"
    yield ""


def _verdict(report: Report) -> Iterator[str]:
    yield f"**{escaped(view.verdict(report.event, report.forced))}**"
    yield ""
    if report.event.reasons:
        yield from (f"- {escaped(reason)}" for reason in report.event.reasons)
        yield ""


def _problems(result: Report | EventReport | Extraction, severity: str) -> Iterator[str]:
    incomplete, notes = view.problems(result.problems)
    found, title = (incomplete, "INCOMPLETE") if severity == "incomplete" else (notes, "Note")
    for message in found:
        yield f"> **{title}:** {escaped(message)}"
        yield ""


def _finding(
    number: int, finding: Finding, articles: Sequence[Article], names: Sequence[str], level: str
) -> Iterator[str]:
    about = view.topic((finding.left, finding.right))
    update = " (update)" if finding.relation == "update" else ""
    yield f"{level} {number}. {finding.kind} {STARS[finding.importance]}{update}" + (
        f" {escaped(about)}" if about else ""
    )
    yield ""
    for side, article, name in zip(("left", "right"), articles, names):
        claim = getattr(finding, side)
        if claim is None:
            yield f"- **{escaped(name)}**: _does not say_"
            continue
        pieces = _wording.wording(article, claim, _wording.marks(finding, side), width=400)
        where = [part for part in (view.place(article, claim), view.source(claim)) if part not in ("", about)]
        yield f"- **{escaped(name)}**: “{_words(pieces)}” ({escaped(', '.join(where))})"
    yield ""
    if why := view.clause(finding, articles[0], articles[1]):
        yield escaped(why)
        yield ""


def _words(pieces: Sequence[_wording.Piece]) -> str:
    # Emphasis must not begin or end with a space, or Markdown shows the asterisks.
    out = []
    for piece in pieces:
        bare = piece.text.strip()
        if piece.marked and bare:
            before, after = piece.text.split(bare, 1)
            out.append(f"{before}**{escaped(bare)}**{after}")
        else:
            out.append(escaped(piece.text))
    return "".join(out)


def _event(report: EventReport) -> Iterator[str]:
    names = view.names(report.articles)
    yield f"# {view.count(len(names), 'article')}"
    yield ""
    for index, (name, article) in enumerate(zip(names, report.articles)):
        flag = " **NOT THE SAME EVENT as the others: not compared**" if index in report.unrelated else ""
        flag = flag or (f" = {escaped(names[report.copies[index]])}" if index in report.copies else "")
        yield f"- **{escaped(name)}**, {view.day(article.published)}: {escaped(view.heading(article))}{flag}"
    yield ""
    yield from _problems(report, "incomplete")
    if report.facts:
        compared = [escaped(names[index]) for index in view.related(report)]
        yield "| fact | " + " | ".join(compared) + " |"
        yield "|---" * (len(compared) + 1) + "|"
        yield from (_row(report, fact, names) for fact in sorted(report.facts, key=lambda fact: not fact.disputed))
        yield ""
    places = {id(article): index for index, article in enumerate(report.articles)}
    for pair in report.reports:
        if pair.discrepancies or not pair.compared:
            ends = [
                names[places[id(side)]] if id(side) in places else view.line(side.name)
                for side in (pair.left, pair.right)
            ]
            yield from _report(pair, ends, "##")
    yield from _problems(report, "note")
    yield f"**{escaped(view.event_summary(report))}**"


def _row(report: EventReport, fact: Fact, names: Sequence[str]) -> str:
    cells = [escaped(f"{fact.kind}, {view.about(report, fact)}")]
    for index in view.related(report):
        claim = fact.claims[index]
        words = escaped(view.short(claim.surface)) if claim is not None else view.SILENCE
        state = view.marker(report, fact, index)
        if state == "outlier":
            words = f"**{words} (!)**"
        elif state == "copy":
            words += f" = {escaped(names[report.copies[index]])}"
        cells.append(words)
    return "| " + " | ".join(cells) + " |"


def _extraction(extraction: Extraction) -> Iterator[str]:
    yield f"# {escaped(extraction.article.name)}: {view.count(len(extraction.claims), 'claim')}"
    yield ""
    yield from _problems(extraction, "incomplete")
    if extraction.claims:
        yield "| place | kind | words | about |"
        yield "|---|---|---|---|"
    for claim in extraction.claims:
        about = dict.fromkeys(part for part in (view.topic((claim,)), view.source(claim)) if part)
        words = _words(_wording.wording(extraction.article, claim))
        yield f"| {claim.span} | {claim.kind} | {words} | {escaped(', '.join(about))} |"
    yield ""
    yield from _problems(extraction, "note")
