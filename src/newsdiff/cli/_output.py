"""From a result to standard output or a file."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.formats import Renderer
from newsdiff.nouns.reports import EventReport, Report
from newsdiff.plugins import Plugins
from newsdiff.render import RENDERERS, summary, text

Result = Report | EventReport | Extraction


def renderers(plugins: Plugins | None) -> dict[str, Renderer]:
    """Return every renderer by name; a plugin's wins over newsdiff's own."""
    return {renderer.name: renderer for renderer in (*RENDERERS, *(plugins.renderers if plugins else ()))}


def format_for(name: str | None, output: str | None, plugins: Plugins | None) -> str:
    """Return the format asked for, or the one that the output file's name says, or the terminal report."""
    known = renderers(plugins)
    if name is not None:
        if name not in known:
            raise click.BadParameter(f"{name!r} is not one of {', '.join(known)}", param_hint="--format")
        return name
    suffix = Path(output or "").suffix.lower()
    return next(
        (known_name for known_name, renderer in known.items() if suffix and suffix in renderer.suffixes), "text"
    )


def page(result: Result, format_: str, output: str | None, plugins: Plugins | None, *, held_back: bool = False) -> str:
    """Render *result*; the terminal report takes the width and colours of where it goes."""
    if format_ == "text" and "text" not in {renderer.name for renderer in (plugins.renderers if plugins else ())}:
        width = shutil.get_terminal_size((100, 24)).columns
        return text.render(result, width=width, colour=output is None and _coloured(), held_back=held_back)
    return renderers(plugins)[format_].render(result)


def write(
    result: Result, format_: str, output: str | None, plugins: Plugins | None, *, held_back: bool = False
) -> None:
    """Render *result* and write it; what went to a file is summed up on standard error."""
    emit(page(result, format_, output, plugins, held_back=held_back), output)
    if output is not None and output != "-":
        click.echo(f"newsdiff: wrote {output}. {summary(result)}", err=True)


def emit(page: str, output: str | None) -> None:
    """Write *page* as UTF-8 to *output*, or to standard output whatever its encoding is."""
    data = page.encode("utf-8", "replace")
    if output is None or output == "-":
        stream = sys.stdout
        encoding = (stream.encoding or "utf-8").lower().replace("-", "")
        if encoding != "utf8":
            data = page.encode(stream.encoding, "replace")
        stream.flush()
        stream.buffer.write(data)
        stream.flush()
        return
    try:
        Path(output).write_bytes(data)
    except OSError as error:
        raise click.ClickException(f"cannot write {output}: {error.strerror or error}") from error


def _coloured() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
