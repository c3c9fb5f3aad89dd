"""From results to documents: each is a view of one list of findings, and says first what was not compared."""

from __future__ import annotations

from typing import Any

from newsdiff.formats import Renderer
from newsdiff.render._choose import select
from newsdiff.render.data import to_json, to_jsonl

__all__ = ["RENDERERS", "select", "to_html", "to_json", "to_jsonl", "to_text"]


def to_text(result: Any, *, width: int = 100, colour: bool = False, held_back: bool = False) -> str:
    """Return the terminal report of a Report, an EventReport or an Extraction."""
    from newsdiff.render import text

    return text.render(result, width=width, colour=colour, held_back=held_back)


def to_html(result: Any) -> str:
    """Return a Report, an EventReport or an Extraction as one self-contained HTML page."""
    from newsdiff.render import html

    return html.render(result)


RENDERERS = (
    Renderer("text", to_text, (".txt",)),
    Renderer("html", to_html, (".html", ".htm")),
    Renderer("json", to_json, (".json",)),
    Renderer("jsonl", to_jsonl, (".jsonl", ".ndjson")),
)
