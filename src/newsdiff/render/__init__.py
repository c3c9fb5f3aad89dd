"""From results to documents: each is a view of one list of findings, and says first what was not compared.

Every function takes a Report, an EventReport or an Extraction; what a format needs is imported when it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from newsdiff.nouns.formats import Renderer
from newsdiff.render._choose import select

__all__ = [
    "RENDERERS",
    "select",
    "summary",
    "to_annotations",
    "to_arrow",
    "to_claims",
    "to_csv",
    "to_html",
    "to_json",
    "to_jsonl",
    "to_markdown",
    "to_notebook",
    "to_pandas",
    "to_text",
]


def summary(result: Any) -> str:
    """Return one line: how many discrepancies or claims, and what an empty result rests on."""
    return str(_module("_view").said(result))


def to_text(result: Any, *, width: int = 100, colour: bool = False, held_back: bool = False) -> str:
    """Return the terminal report."""
    return str(_module("text").render(result, width=width, colour=colour, held_back=held_back))


def to_html(result: Any) -> str:
    """Return one self-contained HTML page."""
    return str(_module("html").render(result))


def to_notebook(result: Any) -> str:
    """Return the HTML fragment that notebooks show; takes an Article too."""
    return str(_module("notebook").render(result))


def to_markdown(result: Any) -> str:
    """Return Markdown with tables."""
    return str(_module("markdown").render(result))


def to_json(result: Any) -> str:
    """Return one ``newsdiff/1`` JSON document, which ``newsdiff.readers.read_report`` reads back."""
    return str(_module("data").to_json(result))


def to_jsonl(result: Any) -> str:
    """Return JSON lines: a head that says what was compared, then a line a discrepancy or claim."""
    return str(_module("data").to_jsonl(result))


def to_csv(result: Any) -> str:
    """Return CSV, a row a finding or claim."""
    return str(_module("tables").to_csv(result))


def to_annotations(result: Any) -> str:
    """Return W3C Web Annotations with quote and position selectors, in code points."""
    return str(_module("linked").to_annotations(result))


def to_claims(result: Any) -> str:
    """Return schema.org Claims with the articles in which they appear; never a verdict."""
    return str(_module("linked").to_claims(result))


def to_pandas(result: Any) -> Any:
    """Return a pandas data frame; needs ``newsdiff[pandas]``."""
    return _module("tables").to_pandas(result)


def to_arrow(result: Any) -> Any:
    """Return an Arrow table; needs ``newsdiff[arrow]``."""
    return _module("tables").to_arrow(result)


def _module(name: str) -> Any:
    return import_module(f"newsdiff.render.{name}")


RENDERERS = (
    Renderer("text", to_text, (".txt",)),
    Renderer("html", to_html, (".html", ".htm")),
    Renderer("md", to_markdown, (".md", ".markdown")),
    Renderer("json", to_json, (".json",)),
    Renderer("jsonl", to_jsonl, (".jsonl", ".ndjson")),
    Renderer("csv", to_csv, (".csv",)),
    Renderer("annotation", to_annotations, (".jsonld",)),
    Renderer("claims", to_claims),
)
"""newsdiff's own formats, by the names that ``--format`` takes."""
