"""The HTML report: one self-contained file that opens no connection and runs no foreign script.

The content security policy allows exactly our style sheet and our script, by hash; everything from an article is
escaped, link targets are http or https, and direction controls are spelled out.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.reports import EventReport, Report
from newsdiff.render import _page

if TYPE_CHECKING:
    from jinja2 import Environment


def render(result: Report | EventReport | Extraction) -> str:
    """Return *result* as an HTML page."""
    if isinstance(result, Report):
        name, values = "report.html.j2", _page.report(result)
    elif isinstance(result, EventReport):
        name, values = "event.html.j2", _page.event(result)
    else:
        name, values = "extraction.html.j2", _page.extraction(result)
    page = environment().get_template(name).render(**_frame(), **values)
    return page.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate has no place in a file


@cache
def environment() -> Environment:
    """Return the templates, with autoescape on and an error for a missing name."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # 60 ms that only this format needs

    return Environment(
        loader=PackageLoader("newsdiff.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@cache
def _frame() -> Mapping[str, Any]:
    style, script = (_static(name) for name in ("style.css", "script.js"))
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return {"style": Markup(style), "script": Markup(script), "csp": policy, "version": _version()}


def _static(name: str) -> str:
    return "\n" + files("newsdiff.render").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("newsdiff")
    except PackageNotFoundError:
        return "(not installed)"
