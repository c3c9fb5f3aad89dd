"""From the file names on the command line to extractions."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click
from attrs import evolve, frozen

from newsdiff.nouns.article import Article
from newsdiff.nouns.errors import ReadError
from newsdiff.nouns.formats import ReadResult
from newsdiff.nouns.problems import Problem
from newsdiff.plugins import Plugins, default_plugins
from newsdiff.readers import overridden, read_all

MANY = 4
"""From this many articles on, progress is shown on standard error (when somebody watches)."""


@frozen
class Read:
    """The articles that could be read, what their readers say, and what could not be read."""

    results: tuple[ReadResult, ...]
    failed: tuple[Problem, ...] = ()


def chosen_plugins(only: Sequence[str], blocked: Sequence[str]) -> Plugins:
    """Return the plugins that ``--plugin`` and ``--no-plugin`` leave; a blocked one is not even imported."""
    from newsdiff.plugins import load

    names = [*only, *(f"-{name}" for name in blocked)]
    return load(names) if names else default_plugins()


def read_articles(
    files: Sequence[str],
    published: Sequence[str],
    outlets: Sequence[str],
    plugins: Plugins,
    format_: str | None = None,
    least: int = 1,
) -> Read:
    """Read every file; one that cannot be used costs only itself while *least* articles are left."""
    if files.count("-") > 1:
        raise click.UsageError('"-" (standard input) can be given once')
    results: list[ReadResult] = []
    failed: list[Problem] = []
    errors: list[ReadError] = []
    for name in files:
        try:
            for result in read_all(_opened(name), format=format_, plugins=plugins):
                results += [result] if result.article is not None else []
                failed += result.problems if result.article is None else ()
        except ReadError as error:
            errors.append(error)
            failed.append(Problem("unreadable", "incomplete", f"{error.path} was left out: {error}"))
    if len(results) < least:
        if errors:
            raise errors[0]
        if failed:
            raise click.ClickException(str(failed[0]))
        raise click.UsageError(f"give at least {least} articles; {len(results)} found in {len(files)} file(s)")
    if (published or outlets) and failed:
        raise (
            errors[0] if errors else click.ClickException(str(failed[0]))
        )  # the order would no longer tell which is whose
    return Read(tuple(_completed(results, published, outlets, files)), tuple(failed))


def _opened(name: str) -> str | io.BytesIO:
    if name != "-":
        return name
    data = io.BytesIO(sys.stdin.buffer.read())
    data.name = "<stdin>"
    return data


def _completed(
    results: Sequence[ReadResult], published: Sequence[str], outlets: Sequence[str], files: Sequence[str]
) -> Iterator[ReadResult]:
    for option, values in (("--published", published), ("--outlet", outlets)):
        if len(values) > len(results):
            raise click.UsageError(f"{option} is given {len(values)} times for {len(results)} articles")
    stems = [Path(name).stem if name != "-" else "stdin" for name in files]
    named = len(set(stems)) == len(stems) == len(results)
    for index, result in enumerate(results):
        given = {
            "published": _date(published[index]) if index < len(published) and published[index] else None,
            "outlet": outlets[index] if index < len(outlets) and outlets[index] else None,
        }
        result = overridden(result, given)
        if result.article is not None and result.article.outlet is None and named:
            # Without an outlet a report calls an article by its id: the file's name says more than a hash.
            result = _renamed(result, result.article, stems[index])
        yield result


def _renamed(result: ReadResult, article: Article, name: str) -> ReadResult:
    return ReadResult(evolve(article, id=name), [evolve(problem, article_id=name) for problem in result.problems])


def _date(text: str) -> date:
    from newsdiff.readers._fields import day

    found = day(text)
    if found is None:
        raise click.BadParameter(f"{text!r} is not an ISO date; write 2026-03-12", param_hint="--published")
    return found


def watched(items: Sequence[ReadResult], label: str) -> Iterable[ReadResult]:
    """Go through *items* with a progress bar on standard error, when there are many and a person watches."""
    if len(items) < MANY or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar


@contextmanager
def pairs_watched(articles: int) -> Iterator[Callable[[str, int, int], None] | None]:
    """Give ``compare`` something to report its progress to, under the same conditions."""
    if articles < MANY or not sys.stderr.isatty():
        yield None
        return

    def show(stage: str, done: int, total: int) -> None:
        if stage == "compare":
            click.echo(f"\rComparing pair {done} of {total}", nl=False, err=True)

    yield show
    click.echo("\r" + " " * 40 + "\r", nl=False, err=True)
