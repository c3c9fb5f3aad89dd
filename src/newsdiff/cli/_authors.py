"""The verbs for plugin authors: ``new-plugin`` and ``evaluate``."""

from __future__ import annotations

from pathlib import Path

import click

from newsdiff.cli._inputs import chosen_plugins
from newsdiff.nouns.errors import SchemaError

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("new-plugin")
@click.argument("name")
@click.argument("folder", type=click.Path(path_type=Path))
def new_plugin(name: str, folder: Path) -> None:
    """Write a plugin project for claims of the kind NAME into FOLDER, ready to install and test."""
    from newsdiff.plugins.scaffold import new_plugin as write  # only for this verb

    for path in write(name, folder):
        click.echo(path)
    click.echo(f"next: pip install -e '{folder}[test]' && pytest {folder}", err=True)


@click.command("evaluate")
@click.argument("gold", type=_FILE)
@click.option("--baseline", type=_FILE, help="An earlier run (--save): shows every gain and loss against it.")
@click.option("--save", type=click.Path(dir_okay=False, path_type=Path), help="Write the run to a file, as JSON.")
@click.option("--json", "as_json", is_flag=True, help="Print the run as JSON.")
@click.option("--plugin", "only", multiple=True, metavar="NAME", help="Load only this plugin; repeatable.")
@click.option("--no-plugin", "blocked", multiple=True, metavar="NAME", help="Do not load this plugin; repeatable.")
def evaluate(
    gold: Path,
    baseline: Path | None,
    save: Path | None,
    as_json: bool,
    only: tuple[str, ...],
    blocked: tuple[str, ...],
) -> int:
    """Score the installed extractors against the annotated articles in GOLD (JSON lines).

    Exit code: 0, or 2 when some article could not be searched for everything that was annotated.
    """
    from newsdiff.testing import evaluation  # only for this verb

    before = None
    if baseline is not None:
        try:
            before = evaluation.Evaluation.from_json(baseline.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, SchemaError) as error:
            raise click.BadParameter(f"{baseline}: {error}", param_hint="--baseline") from error
    run = evaluation.evaluate(gold, plugins=chosen_plugins(only, blocked))
    if save is not None:
        save.write_text(run.to_json() + "\n", encoding="utf-8")
    click.echo(run.to_json() if as_json else evaluation.as_text(run, before))
    return 2 if run.problems else 0
