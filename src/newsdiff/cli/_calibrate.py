"""``newsdiff calibrate``: fit the weights to somebody's own archive."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli._inputs import chosen_plugins

if TYPE_CHECKING:
    from newsdiff.comparison.calibration import Calibration, Curve

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("calibrate")
@click.argument("clusters", nargs=-1, required=True, type=_FILE, metavar="CLUSTERS.jsonl [...]")
@click.option(
    "--gold", multiple=True, type=_FILE, metavar="FILE", help="Differences that readers wrote down; repeatable."
)
@click.option(
    "--pairs", multiple=True, type=_FILE, metavar="FILE", help="Pairs of articles with judged figures; repeatable."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the weights to FILE; without it, only the figures are shown.",
)
@click.option("--plugin", "only", multiple=True, metavar="NAME", help="Load only this plugin; repeatable.")
@click.option("--no-plugin", "blocked", multiple=True, metavar="NAME", help="Do not load this plugin; repeatable.")
def calibrate(
    clusters: tuple[Path, ...],
    gold: tuple[Path, ...],
    pairs: tuple[Path, ...],
    output: Path | None,
    only: tuple[str, ...],
    blocked: tuple[str, ...],
) -> None:
    """Fit the weights of newsdiff to an archive, one cluster of articles on one event a line.

    No annotation is needed. Needs scikit-learn: pip install 'newsdiff[calibrate]'. Use the file with --weights, or with
    the environment variable NEWSDIFF_WEIGHTS.
    """
    from newsdiff.alignment.calibration import read_clusters  # only for this verb
    from newsdiff.alignment.weights import encoded
    from newsdiff.comparison import calibration

    plugins, read = chosen_plugins(only, blocked), read_clusters(clusters)
    with _watched() as progress:
        made = _command(clusters, gold, pairs, output)
        found = calibration.calibrate(read, gold=gold, pairs=pairs, plugins=plugins, made=made, progress=progress)
    click.echo("\n".join(_table(found)))
    if output is not None:
        try:
            output.write_bytes(encoded(found.weights))
        except OSError as error:
            raise click.ClickException(f"cannot write {output}: {error.strerror or error}") from error
        click.echo(f"newsdiff: wrote {output}; use it with --weights {shlex.quote(str(output))}", err=True)


def _command(clusters: Sequence[Path], gold: Sequence[Path], pairs: Sequence[Path], output: Path | None) -> str:
    """Return the command line as the weights file has it, without folders: they say whose the files are."""
    words = ["newsdiff", "calibrate", *(path.name for path in clusters)]
    for option, paths in (("--gold", gold), ("--pairs", pairs), ("-o", [output] if output else [])):
        for path in paths:
            words += [option, path.name]
    return shlex.join(words)


@contextmanager
def _watched() -> Iterator[Callable[[str, int, int], None] | None]:
    """Show progress on standard error when a person watches."""
    if not sys.stderr.isatty():
        yield None
        return

    def show(stage: str, done: int, total: int) -> None:
        click.echo(f"\r{stage}: {done} of {total}".ljust(40), nl=False, err=True)

    yield show
    click.echo("\r" + " " * 40 + "\r", nl=False, err=True)


def _table(found: Calibration) -> Iterator[str]:
    """Yield the figures, each in folds by event."""
    from newsdiff.alignment.calibration import FOLDS, LEAST_EXAMPLES
    from newsdiff.alignment.weights import ANY_KIND

    yield f"In {FOLDS} folds by event (every event by weights that were fitted without it):"
    yield ""
    yield f"{'kind':<12}{'examples':>9}{'hits@1':>8}{'AUC':>7}{'differ':>8}"
    for kind, quality in found.learned.items():
        name = "any kind" if kind == ANY_KIND else kind
        differ = f"{found.rates[kind]:.0%}" if kind in found.rates else ""
        yield f"{name:<12}{quality.examples:>9}{quality.hits:>8.2f}{quality.auc:>7.2f}{differ:>8}".rstrip()
    for kind, examples in found.lacking.items():
        yield f"{kind:<12}{examples:>9}  too few ({LEAST_EXAMPLES} are needed): the weights for any kind are used"
    yield ""
    yield "hits@1: of two claims that share an unusual value, how often the true partner comes first, the value hidden;"
    yield "differ: the share of values that differ among claims that are surely of one thing."
    if found.curves:
        yield ""
        yield from _reliability(found.curves)


def _reliability(curves: Sequence[Curve]) -> Iterator[str]:
    yield "Differences against what readers wrote down, in the same folds:"
    yield ""
    for curve in curves:
        share = f" ({curve.shown_right / curve.shown:.0%})" if curve.shown else ""
        yield (
            f"{curve.kind}: {curve.found} found, {curve.right} right; threshold {curve.threshold:.2f}:"
            f" {curve.shown} shown, {curve.shown_right} right{share}; Brier score {curve.brier:.3f}"
        )
        for mean, right, count in curve.bins:
            yield f"    confidence {mean:>4.0%}: {right:>4.0%} of {count} right"
