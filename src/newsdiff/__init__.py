"""newsdiff reports how news articles on one event disagree, with the exact words on both sides.

>>> import newsdiff
>>> left = newsdiff.Article("Police said 43 people were killed in Port Lisse on Friday.", outlet="Harbour Times")
>>> right = newsdiff.Article("Police said 35 people were killed in Port Lisse on Friday.", outlet="Coast Herald")
>>> for found in newsdiff.diff(left, right, same_event=True).discrepancies:
...     print(found)
number-conflict: '43' vs '35'
"""

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsdiff.hookspecs import hookimpl

if TYPE_CHECKING:
    from newsdiff.corpus import compare
    from newsdiff.document import Document
    from newsdiff.engine import diff
    from newsdiff.errors import (
        ArticleError,
        ClaimError,
        NewsdiffError,
        NoExtractorsError,
        PluginConflictError,
        PluginContractError,
        PluginError,
        PluginHookError,
        PluginLoadError,
        ReadError,
        SchemaError,
        UnknownKindError,
    )
    from newsdiff.event import same_event
    from newsdiff.extraction import extract
    from newsdiff.formats import Reader, ReadResult, Renderer, Source
    from newsdiff.models import Article, Claim, ClaimKind, Edit, Extraction, Problem, Scope, Verdict
    from newsdiff.plugins import Plugins
    from newsdiff.readers import read
    from newsdiff.reports import Agreement, Discrepancy, EventMatch, EventReport, Fact, Finding, HeldBack, Report
    from newsdiff.spans import Span
    from newsdiff.values import NamedGroup, Quantity, Quotation, Statement, Timex

__version__ = "0.1.0"
logging.getLogger(__name__).addHandler(logging.NullHandler())

# A public name is imported on first use: import newsdiff costs a fifth of importing everything.
_HOME = {
    "compare": "corpus",
    "Document": "document",
    "diff": "engine",
    "same_event": "event",
    "extract": "extraction",
    "Plugins": "plugins",
    "read": "readers",
    "Span": "spans",
    **dict.fromkeys(
        (
            "ArticleError",
            "ClaimError",
            "NewsdiffError",
            "NoExtractorsError",
            "PluginConflictError",
            "PluginContractError",
            "PluginError",
            "PluginHookError",
            "PluginLoadError",
            "ReadError",
            "SchemaError",
            "UnknownKindError",
        ),
        "errors",
    ),
    **dict.fromkeys(("ReadResult", "Reader", "Renderer", "Source"), "formats"),
    **dict.fromkeys(("Article", "Claim", "ClaimKind", "Edit", "Extraction", "Problem", "Scope", "Verdict"), "models"),
    **dict.fromkeys(
        ("Agreement", "Discrepancy", "EventMatch", "EventReport", "Fact", "Finding", "HeldBack", "Report"), "reports"
    ),
    **dict.fromkeys(("NamedGroup", "Quantity", "Quotation", "Statement", "Timex"), "values"),
}
__all__ = [
    "Agreement",
    "Article",
    "ArticleError",
    "Claim",
    "ClaimError",
    "ClaimKind",
    "Discrepancy",
    "Document",
    "Edit",
    "EventMatch",
    "EventReport",
    "Extraction",
    "Fact",
    "Finding",
    "HeldBack",
    "NamedGroup",
    "NewsdiffError",
    "NoExtractorsError",
    "PluginConflictError",
    "PluginContractError",
    "PluginError",
    "PluginHookError",
    "PluginLoadError",
    "Plugins",
    "Problem",
    "Quantity",
    "Quotation",
    "ReadError",
    "ReadResult",
    "Reader",
    "Renderer",
    "Report",
    "SchemaError",
    "Scope",
    "Source",
    "Span",
    "Statement",
    "Timex",
    "UnknownKindError",
    "Verdict",
    "compare",
    "diff",
    "extract",
    "hookimpl",
    "read",
    "same_event",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'newsdiff' has no attribute {name!r}")
    value = getattr(import_module(f"newsdiff.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
