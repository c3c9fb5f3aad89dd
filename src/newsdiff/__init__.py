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

from newsdiff.plugins.hookspecs import hookimpl

if TYPE_CHECKING:
    from newsdiff.comparison.diff import diff
    from newsdiff.corpus import compare
    from newsdiff.event.same_event import same_event
    from newsdiff.extraction.extract import extract
    from newsdiff.nouns.article import Article
    from newsdiff.nouns.claims import Claim, Scope
    from newsdiff.nouns.errors import (
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
        WeightsError,
    )
    from newsdiff.nouns.evidence import ClaimView, Doubt, Feature, PairView, doubt, feature
    from newsdiff.nouns.extraction import Extraction
    from newsdiff.nouns.formats import Reader, ReadResult, Renderer, Source
    from newsdiff.nouns.kinds import ClaimKind, Edit, Verdict
    from newsdiff.nouns.problems import Problem
    from newsdiff.nouns.reports import Agreement, Discrepancy, EventMatch, EventReport, Fact, Finding, HeldBack, Report
    from newsdiff.nouns.spans import Span
    from newsdiff.nouns.values import NamedGroup, Quantity, Quotation, Statement, Timex
    from newsdiff.page.document import Document
    from newsdiff.plugins import Plugins
    from newsdiff.readers import read

__version__ = "0.1.0"
logging.getLogger(__name__).addHandler(logging.NullHandler())

# A public name is imported on first use: import newsdiff costs a fifth of importing everything.
_PLACES = {
    "comparison.diff": ("diff",),
    "corpus": ("compare",),
    "event.same_event": ("same_event",),
    "extraction.extract": ("extract",),
    "nouns.article": ("Article",),
    "nouns.claims": ("Claim", "Scope"),
    "nouns.errors": (
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
        "WeightsError",
    ),
    "nouns.evidence": ("ClaimView", "Doubt", "Feature", "PairView", "doubt", "feature"),
    "nouns.extraction": ("Extraction",),
    "nouns.formats": ("ReadResult", "Reader", "Renderer", "Source"),
    "nouns.kinds": ("ClaimKind", "Edit", "Verdict"),
    "nouns.problems": ("Problem",),
    "nouns.reports": ("Agreement", "Discrepancy", "EventMatch", "EventReport", "Fact", "Finding", "HeldBack", "Report"),
    "nouns.spans": ("Span",),
    "nouns.values": ("NamedGroup", "Quantity", "Quotation", "Statement", "Timex"),
    "page.document": ("Document",),
    "plugins": ("Plugins",),
    "readers": ("read",),
}
_HOME = {name: place for place, names in _PLACES.items() for name in names}
__all__ = [
    "Agreement",
    "Article",
    "ArticleError",
    "Claim",
    "ClaimError",
    "ClaimKind",
    "ClaimView",
    "Discrepancy",
    "Document",
    "Doubt",
    "Edit",
    "EventMatch",
    "EventReport",
    "Extraction",
    "Fact",
    "Feature",
    "Finding",
    "HeldBack",
    "NamedGroup",
    "NewsdiffError",
    "NoExtractorsError",
    "PairView",
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
    "WeightsError",
    "compare",
    "diff",
    "doubt",
    "extract",
    "feature",
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
