"""``newsdiff A B [C ...]``: the main job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click
from attrs import evolve

from newsdiff.alignment.weights import Weights, load
from newsdiff.cli import _output
from newsdiff.cli._inputs import Read, chosen_plugins, pairs_watched, read_articles, watched
from newsdiff.nouns.errors import UnknownKindError
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.reports import EventReport, Report
from newsdiff.plugins import Plugins
from newsdiff.render import select

# Kinds that the core makes, beside those of plugins.
CORE_KINDS = ("event", "statement")


def shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that every verb on articles has."""
    for option in reversed(
        (
            click.option(
                "--kind",
                "kinds",
                multiple=True,
                metavar="KIND",
                help='Only this kind ("number", "quote-wording"); repeatable.',
            ),
            click.option(
                "--published",
                multiple=True,
                metavar="DATE",
                help='Publication date, in the order of the articles; repeatable, "" skips one.',
            ),
            click.option(
                "--outlet",
                "outlets",
                multiple=True,
                metavar="NAME",
                help='Outlet, in the order of the articles; repeatable, "" skips one.',
            ),
            click.option(
                "--input-format",
                metavar="NAME",
                help="Read every file in this format instead of telling it from the content.",
            ),
            click.option("--plugin", "only", multiple=True, metavar="NAME", help="Load only this plugin; repeatable."),
            click.option(
                "--no-plugin", "blocked", multiple=True, metavar="NAME", help="Do not load this plugin; repeatable."
            ),
            click.option(
                "--format",
                "format_",
                metavar="NAME",
                help="text (default), html, md, json, jsonl, csv, annotation, claims, or a plugin's.",
            ),
            click.option("--json", "format_", flag_value="json", help="Same as --format json."),
            click.option("--jsonl", "format_", flag_value="jsonl", help="Same as --format jsonl."),
            click.option("-o", "--output", metavar="FILE", help="Write to FILE; its extension chooses the format."),
        )
    ):
        command = option(command)
    return command


@click.command(short_help="Compare two or more articles (the verb may be left out).")
@click.argument("articles", nargs=-1, metavar="ARTICLE ARTICLE [ARTICLE ...]")
@shared
@click.option(
    "--min-importance",
    type=click.IntRange(1, 3),
    default=1,
    help="Only discrepancies of at least this importance (1 to 3).",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    metavar="P",
    help="Hold back differences that are less likely real than P (0 to 1; default: by kind, as the weights say).",
)
@click.option(
    "--weights", metavar="FILE", help="Fitted weights to use (newsdiff calibrate); default: NEWSDIFF_WEIGHTS, or ours."
)
@click.option("--force", is_flag=True, help="Compare even what does not seem to be one event.")
@click.option(
    "--held-back", is_flag=True, help="Also list the pairs that were looked at and not reported, with reasons."
)
@click.pass_context
def diff(ctx: click.Context, /, articles: Sequence[str], **options: Any) -> int:
    """Compare two or more articles on one event."""
    if not articles:
        raise click.UsageError("give two articles or more; see newsdiff --help", ctx)
    plugins = chosen_plugins(options["only"], options["blocked"])
    format_ = _output.format_for(options["format_"], options["output"], plugins)
    check_kinds(options["kinds"], plugins)
    weights = load(options["weights"])
    read = read_articles(articles, options["published"], options["outlets"], plugins, options["input_format"], least=2)
    result = compared(read, plugins, options["force"], weights, options["min_confidence"])
    shown = select(result, kinds=options["kinds"], min_importance=options["min_importance"])
    _output.write(shown, format_, options["output"], plugins, held_back=options["held_back"])
    return exit_code(shown, failed=bool(read.failed))


def check_kinds(kinds: Sequence[str], plugins: Plugins) -> None:
    """Raise UnknownKindError for a kind that neither a plugin nor the core has ("quote-wording" is a quote)."""
    for kind in kinds:
        if not any(kind == known or kind.startswith(f"{known}-") for known in (*plugins.kinds, *CORE_KINDS)):
            raise UnknownKindError(kind, (*plugins.kinds, *CORE_KINDS))


def extracted(read: Read, plugins: Plugins, kinds: Sequence[str] | None = None) -> list[Extraction]:
    """Extract from every article; what its reader could not find goes along."""
    from newsdiff.extraction.extract import extract

    return [
        extract(result.article, kinds=kinds, plugins=plugins).with_problems(*result.problems)
        for result in watched(read.results, "Reading")
        if result.article is not None
    ]


def compared(
    read: Read, plugins: Plugins, force: bool, weights: Weights | None = None, least: float | None = None
) -> Report | EventReport:
    """Compare two articles, or any number of them."""
    extractions = extracted(read, plugins)
    result: Report | EventReport
    same = True if force else None
    if len(extractions) == 2:
        from newsdiff.comparison.diff import diff as compare_two

        result = compare_two(*extractions, same_event=same, plugins=plugins, weights=weights, min_confidence=least)
    else:
        from newsdiff.corpus import compare

        with pairs_watched(len(extractions)) as progress:
            result = compare(
                extractions,
                same_event=same,
                plugins=plugins,
                weights=weights,
                min_confidence=least,
                progress=progress,
            )
    return evolve(result, problems=(*result.problems, *read.failed)) if read.failed else result


def exit_code(result: Report | EventReport, failed: bool = False) -> int:
    """Return what the shell is told: 0 no discrepancy shown, 1 discrepancies, 2 trouble."""
    if failed:
        return 2
    if isinstance(result, Report):
        if not result.compared:
            return 2
        return 1 if result.discrepancies else 2 if result.incomplete else 0
    if result.unrelated or any(not report.compared for report in result.reports):
        return 2
    found = any(report.discrepancies for report in result.reports)
    unsure = result.incomplete or any(report.incomplete for report in result.reports)
    return 1 if found else 2 if unsure else 0
