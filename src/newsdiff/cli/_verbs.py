"""The other verbs: ``extract``, ``plugins``, ``show``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from newsdiff.cli import _output
from newsdiff.cli._diff import check_kinds, exit_code, extracted, shared
from newsdiff.cli._inputs import chosen_plugins, read_articles
from newsdiff.nouns.extraction import Extraction
from newsdiff.plugins import Plugins
from newsdiff.render import select


@click.command(short_help="List every claim that articles make.")
@click.argument("articles", nargs=-1, metavar="ARTICLE [ARTICLE ...]")
@shared
@click.pass_context
def extract(ctx: click.Context, /, articles: Sequence[str], **options: Any) -> int:
    """List every claim that articles make. Exit code 2 when something was not looked at."""
    if not articles:
        raise click.UsageError("give an article; see newsdiff extract --help", ctx)
    plugins = chosen_plugins(options["only"], options["blocked"])
    format_ = _output.format_for(options["format_"], options["output"], plugins)
    check_kinds(options["kinds"], plugins)
    read = read_articles(articles, options["published"], options["outlets"], plugins, options["input_format"])
    results = [select(item, kinds=options["kinds"]) for item in extracted(read, plugins)]
    if len(results) == 1:
        _output.write(results[0], format_, options["output"], plugins)
    else:
        _output.emit(_joined(results, format_, options["output"], plugins), options["output"])
    for problem in read.failed:
        click.echo(f"newsdiff: {problem}", err=True)
    incomplete = any(problem.severity == "incomplete" for item in results for problem in item.problems)
    return 2 if read.failed or incomplete else 0


def _joined(results: Sequence[Extraction], format_: str, output: str | None, plugins: Plugins) -> str:
    """Several extractions in one document, for the formats that can hold them."""
    pages = [_output.page(result, format_, output, plugins) for result in results]
    if format_ == "json":
        return f"[{', '.join(pages)}]\n"
    if format_ == "csv":
        return pages[0] + "".join(page.partition("\r\n")[2] for page in pages[1:])
    if format_ not in ("text", "md", "jsonl"):
        raise click.UsageError(f"--format {format_} holds one article; give one")
    return "\n".join(pages) if format_ == "text" else "".join(pages)


@click.command(short_help="List the installed plugins.")
@click.option("--plugin", "only", multiple=True, metavar="NAME", help="Load only this plugin; repeatable.")
@click.option("--no-plugin", "blocked", multiple=True, metavar="NAME", help="Do not load this plugin; repeatable.")
def plugins(only: Sequence[str], blocked: Sequence[str]) -> int:
    """List the installed plugins with their versions, kinds of claim, and formats. Exit code 2 when there is none."""
    loaded = chosen_plugins(only, blocked)
    for plugin in loaded:
        brings = [f"kind {kind.name} ({', '.join(sorted(kind.languages)) or 'any language'})" for kind in plugin.kinds]
        brings += [f"reads {reader.name}" for reader in plugin.readers]
        brings += [f"writes {renderer.name}" for renderer in plugin.renderers]
        click.echo(f"{plugin.name} {plugin.version}  {'; '.join(brings)}".rstrip())
    if not len(loaded):
        click.echo(
            "newsdiff: no plugin is installed, so nothing would be looked for; try: pip install newsdiff", err=True
        )
        return 2
    return 0


@click.command(short_help="Show a result that was saved as JSON, in any format.")
@click.argument("result", metavar="RESULT.json")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind; repeatable.")
@click.option(
    "--min-importance", type=click.IntRange(1, 3), default=1, help="Only discrepancies of at least this importance."
)
@click.option("--held-back", is_flag=True, help="Also list what was held back, with reasons.")
@click.option("--format", "format_", metavar="NAME", help="As for comparing.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE; its extension chooses the format.")
def show(
    result: str, kinds: Sequence[str], min_importance: int, held_back: bool, format_: str | None, output: str | None
) -> int:
    """Show a result that was saved with --json, in any format; exit codes as for comparing."""
    from newsdiff.plugins import default_plugins
    from newsdiff.readers import read_report

    loaded = read_report(result)
    plugins = default_plugins()
    shown = select(loaded, kinds=kinds, min_importance=min_importance)
    _output.write(shown, _output.format_for(format_, output, plugins), output, plugins, held_back=held_back)
    return 0 if isinstance(shown, Extraction) else exit_code(shown)
