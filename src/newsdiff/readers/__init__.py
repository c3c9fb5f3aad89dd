"""From files to articles: the format is told by the content, nothing is ever fetched, and a problem is never silent.

``read`` returns one article. ``read_all`` returns every article of a file with what its reader could not find (no
publication date, no outlet): an Article has no place for that, so whoever goes on with a result passes it along with
``Extraction.with_problems``, as the command line does.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from typing import IO, Any

from attrs import evolve

from newsdiff.nouns.article import Article
from newsdiff.nouns.errors import ArticleError, ReadError
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.formats import Reader, ReadResult, Source
from newsdiff.nouns.problems import Problem
from newsdiff.nouns.reports import EventReport, Report
from newsdiff.plugins import Plugins, default_plugins, resolve
from newsdiff.readers._source import MAX_BYTES, open_source

__all__ = ["MAX_BYTES", "ReadResult", "Reader", "Source", "read", "read_all", "read_report", "readers"]

PathOrFile = str | os.PathLike[str] | IO[str] | IO[bytes]
_FIELDS = ("title", "outlet", "url", "published", "language", "authors", "id")


def read(
    source: PathOrFile,
    *,
    format: str | None = None,  # noqa: A002 - the name that the command line and pandas use too
    outlet: str | None = None,
    published: date | str | None = None,
    url: str | None = None,
    language: str | None = None,
    plugins: Plugins | Iterable[str] | None = None,
) -> Article:
    """Return the one article that a file holds; *outlet* and the rest override what the file says.

    *source* is a path or an open file. The format is told by the content (``format`` forces one: see ``readers``).
    Raises ReadError for a URL, a missing or unusable file, and a file with several articles (see ``read_all``).

    >>> import io
    >>> article = read(io.StringIO("---\\noutlet: Coast Herald\\n---\\nSeven people died.\\n"))
    >>> article.outlet, article.text
    ('Coast Herald', 'Seven people died.\\n')
    """
    given = {"outlet": outlet, "published": published, "url": url, "language": language}
    name, results = _results(source, format, plugins)
    found = [result for result in results if result.article is not None]
    if not found:
        raise ReadError(
            name, "; ".join(str(problem) for result in results for problem in result.problems) or "no article"
        )
    if len(found) > 1:
        raise ReadError(name, f"holds {len(found)} articles; use newsdiff.readers.read_all to get all of them")
    article = overridden(found[0], given).article
    assert article is not None
    return article


def read_all(
    source: PathOrFile,
    *,
    format: str | None = None,  # noqa: A002 - as in read
    plugins: Plugins | Iterable[str] | None = None,
) -> list[ReadResult]:
    """Return every article of a file, each with what its reader could not find.

    A record that cannot be used costs only itself: its result has no article and an "incomplete" problem. Raises
    ReadError when the file as a whole cannot be used.
    """
    return _results(source, format, plugins)[1]


def read_report(source: PathOrFile) -> Report | EventReport | Extraction:
    """Return the result that a ``newsdiff/1`` JSON file holds; raises ReadError and SchemaError."""
    from newsdiff.render import schema  # only saved results need it

    opened = open_source(source)
    types = {name: kind.type for name, kind in default_plugins().kinds.items()}
    result = schema.loads(opened.text, types=types)
    if isinstance(result, Article):
        raise ReadError(opened.name, "holds an article, not a report; use newsdiff.read")
    return result


def readers(plugins: Plugins | Iterable[str] | None = None) -> dict[str, Reader]:
    """Return the known readers by name: those of plugins, then newsdiff's own, in the order they are asked."""
    from newsdiff.readers._builtin import READERS

    return {reader.name: reader for reader in (*resolve(plugins).readers, *READERS)}


def overridden(result: ReadResult, given: Mapping[str, Any]) -> ReadResult:
    """Return *result* with the fields that the caller knows better, and without the problems that this solves."""
    known = {name: value for name, value in given.items() if value is not None}
    if result.article is None or not known:
        return result
    fields = {name: getattr(result.article, name) for name in _FIELDS if name != "id"} | known
    problems = tuple(problem for problem in result.problems if problem.code.removeprefix("no-") not in known)
    return ReadResult(Article(result.article.text, **fields), problems)


def _results(
    source: PathOrFile, format_: str | None, plugins: Plugins | Iterable[str] | None
) -> tuple[str, list[ReadResult]]:
    opened = open_source(source)
    reader = _reader_for(opened, format_, plugins)
    try:
        results = [_finished(result, opened) for result in reader.read(opened)]
    except ReadError:
        raise
    except ArticleError as error:
        raise ReadError(opened.name, str(error)) from error
    except RecursionError as error:
        raise ReadError(opened.name, "is nested too deeply to be an article") from error
    return opened.name, results


def _reader_for(source: Source, format_: str | None, plugins: Plugins | Iterable[str] | None) -> Reader:
    if not source.text.strip() and not source.data.strip():
        raise ReadError(source.name, "is empty")
    known = readers(plugins)
    if format_ is not None:
        if format_ not in known:
            raise ReadError(source.name, f"no reader is called {format_!r}; known: {', '.join(known)}")
        return known[format_]
    for reader in known.values():
        if reader.detects(source):
            return reader
    raise ReadError(source.name, f"is in no format that newsdiff reads ({', '.join(known)})")


def _finished(result: ReadResult, source: Source) -> ReadResult:
    """Add what was wrong with the file, and what every article should say and this one does not."""
    if result.article is None:
        return result
    missing = [
        Problem(f"no-{name}", "note", f"{source.name} does not say {what}; pass --{name}", None, result.article.id)
        for name, what in (("published", "when it was published"), ("outlet", "which outlet it is from"))
        if getattr(result.article, name) is None
    ]
    decoding = (evolve(problem, article_id=result.article.id) for problem in source.problems)
    return ReadResult(result.article, (*decoding, *result.problems, *missing))
