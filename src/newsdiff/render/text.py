"""The terminal report: the gravest first, wordings under each other, one line at the end that sums up."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from newsdiff.nouns.article import Article
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.reports import EventReport, Fact, Finding, HeldBack, Report
from newsdiff.render import _view as view
from newsdiff.render import _wording

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

STARS = {1: "*", 2: "**", 3: "***"}
NARROW = 60
"""Columns below which three columns of text would be slivers."""
_STYLE = {1: "dim", 2: "yellow", 3: "bold red"}


def render(
    result: Report | EventReport | Extraction, *, width: int = 100, colour: bool = False, held_back: bool = False
) -> str:
    """Return *result* as text for a terminal of *width* columns."""
    from rich.console import Console  # 15 ms that only people at a terminal need

    out = io.StringIO()
    console = Console(
        file=out,
        width=max(width, 40),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    page = _Page(console, colour)
    if isinstance(result, Report):
        page.report(result, view.names((result.left, result.right)), held_back)
    elif isinstance(result, EventReport):
        page.event(result, held_back)
    else:
        page.extraction(result)
    page.flush()
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


class _Page:
    """Writes the parts of a report, in their order.

    Lines are wrapped and aligned here and printed at once: a rich table for every finding would take most of the time.
    """

    def __init__(self, console: Console, colour: bool) -> None:
        self.console, self.colour = console, colour
        self.lines: list[Text] = []

    def say(self, text: str | Text = "", style: str = "", indent: int = 0) -> None:
        from rich.text import Text

        styled = Text(text, style) if isinstance(text, str) else text
        margin = Text(" " * indent)
        self.lines += (margin + row for row in self.wrapped(styled, self.console.width - indent))

    def wrapped(self, text: Text, width: int) -> Sequence[Text]:
        return [text] if text.cell_len <= width else list(text.wrap(self.console, width))

    def flush(self) -> None:
        from rich.text import Text

        if self.lines:
            self.console.print(Text("\n").join(self.lines), soft_wrap=True)
            self.lines.clear()

    def table(self, table: Table) -> None:
        self.flush()
        self.console.print(table)

    def report(self, report: Report, names: Sequence[str], held_back: bool) -> None:
        articles = (report.left, report.right)
        heads = [
            f"{name} ({view.day(article.published)})" if "(" not in name else name
            for name, article in zip(names, articles)
        ]
        self.say("  ×  ".join(heads), "bold")
        self.verdict(report)
        incomplete, notes = view.problems(report.problems)
        for message in incomplete:
            self.say(f"INCOMPLETE: {message}", "bold red")
        self.say()
        for number, finding in enumerate(report.discrepancies, 1):
            self.finding(number, finding, articles, names)
        if report.compared:
            hint = "" if held_back or not report.held_back else " (shown with --held-back)"
            alone = view.unpaired(report, names)
            self.say(f"{view.agreed(report)} {view.audit(report)}{hint}.")
            if alone:
                self.say(alone)
        if held_back:
            self.held_back(report.held_back, articles, names)
        for message in notes:
            self.say(f"Note: {message}", "dim")
        if caution := view.caution(report):
            self.say(caution, "dim")
        if weights := view.rests_on([report]):
            self.say(weights, "dim")
        self.say(view.summary(report), "bold")

    def verdict(self, report: Report) -> None:
        reasons = "; ".join(view.line(reason).rstrip(".") for reason in report.event.reasons)
        said = view.verdict(report.event, report.forced)
        self.say(f"{said} – {reasons}" if reasons else said, "green" if report.event.same else "bold red")

    def finding(self, number: int, finding: Finding, articles: Sequence[Article], names: Sequence[str]) -> None:
        from rich.text import Text

        head = Text(f"{number:>2}  ")
        head.append(finding.kind, "bold")
        head.append(f"  {STARS[finding.importance]}", _STYLE[finding.importance])
        about = view.topic((finding.left, finding.right))
        only = view.only(finding, names)
        if shown := "  ".join(part for part in (about, only and f"in {only} only") if part):
            head.append(f"  {shown}")
        if finding.relation == "update":
            head.append("  (update)", "dim")
        self.say(head)
        self.wordings(finding, articles, names, about)
        if (why := view.clause(finding, *articles)) and not only:
            self.say(why, indent=4)
        self.say()

    def wordings(self, finding: Finding, articles: Sequence[Article], names: Sequence[str], about: str = "") -> None:
        from rich.text import Text

        rows: list[tuple[Text, Text, Text]] = []
        for side, article, name in zip(("left", "right"), articles, names):
            claim = getattr(finding, side)
            if claim is None:
                continue
            words = self.words(_wording.wording(article, claim, _wording.marks(finding, side)))
            parts = (view.place(article, claim), view.source(claim))
            where = ", ".join(part for part in parts if part not in ("", about))
            rows.append((Text(name, "cyan"), words, Text(where, "dim")))
        self.columns(rows)

    def columns(self, rows: Sequence[tuple[Text, Text, Text]]) -> None:
        """Set outlet, words and place side by side, or under each other where the terminal is narrow."""
        from rich.text import Text

        if self.console.width < NARROW:
            for name, *rest in rows:
                self.say(name, indent=4)
                for text in filter(None, rest):
                    self.say(text, indent=6)
            return
        natural = [max(row[column].cell_len for row in rows) for column in range(3)]
        width = self.console.width
        first, last = min(natural[0], max(12, width // 4)), min(natural[2], max(10, width // 4))
        middle = min(natural[1], width - 4 - first - 2 - (last + 2 if last else 0))
        for row in rows:
            cells = [self.wrapped(text, size) for text, size in zip(row, (first, middle, last))]
            for name, words, where in zip_longest(*cells, fillvalue=Text()):
                name_gap = Text(" " * (first - name.cell_len + 2))
                words_gap = Text(" " * (middle - words.cell_len + 2))
                self.lines.append(Text("    ") + name + name_gap + words + words_gap + where)

    def words(self, pieces: Sequence[_wording.Piece]) -> Text:
        from rich.text import Text

        text = Text("“")
        for piece in pieces:
            if not piece.marked:
                text.append(piece.text)
            elif self.colour:
                text.append(piece.text, "bold underline")
            else:
                text.append(f"[{piece.text}]")
        return text.append("”")

    def held_back(self, findings: Sequence[HeldBack], articles: Sequence[Article], names: Sequence[str]) -> None:
        self.say()
        for finding in findings:
            self.say(f"{view.label(finding)}: {finding.kind}  {view.topic((finding.left, finding.right))}", "dim")
            self.wordings(finding, articles, names)
            if why := view.clause(finding, *articles):
                self.say(why, "dim", indent=4)
        self.say()

    def event(self, report: EventReport, held_back: bool) -> None:
        names = view.names(report.articles)
        for index, (name, article) in enumerate(zip(names, report.articles)):
            extra = ""
            if index in report.unrelated:
                extra = "  NOT THE SAME EVENT as the others: not compared"
            elif index in report.copies:
                extra = f"  = {names[report.copies[index]]}"
            shown = name if "(" in name else f"{name} ({view.day(article.published)})"
            self.say(f"{shown}: {view.heading(article)}{extra}", "bold red" if index in report.unrelated else "bold")
        incomplete, notes = view.problems(report.problems)
        for message in incomplete:
            self.say(f"INCOMPLETE: {message}", "bold red")
        self.say()
        self.matrix(report, names)
        self.pairs(report, names, held_back)
        for message in notes:
            self.say(f"Note: {message}", "dim")
        if weights := view.rests_on(report.reports):
            self.say(weights, "dim")
        self.say(view.event_summary(report), "bold")

    def matrix(self, report: EventReport, names: Sequence[str]) -> None:
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        shown = [fact for fact in report.facts if fact.disputed or len(fact.groups) > 1]
        if not shown:
            return
        table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
        table.add_column("fact", ratio=2)
        for index in view.related(report):
            table.add_column(names[index], ratio=3)
        for fact in shown:
            cells = [self.cell(report, fact, index, names) for index in view.related(report)]
            about = view.about(report, fact)
            table.add_row(Text(f"{fact.kind}: {about}"), *cells)
        self.table(table)
        if rest := len(report.facts) - len(shown):
            self.say(f"and {view.count(rest, 'fact')} on which all agree who speak of them", "dim")
        self.say()

    def cell(self, report: EventReport, fact: Fact, index: int, names: Sequence[str]) -> Text:
        from rich.text import Text

        state, claim = view.marker(report, fact, index), fact.claims[index]
        if claim is None:
            return Text(view.SILENCE, "dim")
        words = view.short(claim.surface)
        if state == "outlier":
            return Text(f"{words} (!)", "bold red")
        return Text(f"{words} = {names[report.copies[index]]}", "dim") if state == "copy" else Text(words)

    def pairs(self, report: EventReport, names: Sequence[str], held_back: bool) -> None:
        for pair in report.reports:
            ends = [_index(report, side) for side in (pair.left, pair.right)]
            pair_names = [names[index] for index in ends]
            if pair.compared and not (pair.discrepancies or pair.incomplete or (held_back and pair.held_back)):
                continue
            self.say("  ×  ".join(pair_names), "bold")
            self.verdict(pair)
            self.say()
            for number, finding in enumerate(pair.discrepancies, 1):
                self.finding(number, finding, (pair.left, pair.right), pair_names)
            if held_back:
                self.held_back(pair.held_back, (pair.left, pair.right), pair_names)

    def extraction(self, extraction: Extraction) -> None:
        from rich.table import Table
        from rich.text import Text

        self.say(f"{view.line(extraction.article.name)}: {view.heading(extraction.article)}", "bold")
        incomplete, notes = view.problems(extraction.problems)
        for message in incomplete:
            self.say(f"INCOMPLETE: {message}", "bold red")
        table = Table.grid(padding=(0, 2))
        for claim in extraction.claims:
            pieces = _wording.wording(extraction.article, claim)
            where = ", ".join(dict.fromkeys(part for part in (view.topic((claim,)), view.source(claim)) if part))
            table.add_row(
                Text(str(claim.span), "dim"), Text(claim.kind, "cyan"), self.words(pieces), Text(where, "dim")
            )
        self.table(table)
        for message in notes:
            self.say(f"Note: {message}", "dim")
        self.say(view.said(extraction), "bold")


def _index(report: EventReport, article: Article) -> int:
    return next((n for n, known in enumerate(report.articles) if known is article or known == article), 0)
