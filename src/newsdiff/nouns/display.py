"""How results turn into documents by a method: ``report.to_html()``, and the tables that notebooks show.

The nouns know nothing of renderings; this is the one place where they reach up to ``newsdiff.render``, by name and only
when a method is called.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def _rendered(name: str, result: object) -> Any:
    return getattr(import_module("newsdiff.render"), name)(result)


class Shown:
    """Something that a notebook can show."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(_rendered("to_notebook", self))


class Rendered(Shown):
    """A result that can be written in every format; ``newsdiff.render`` has the same as functions."""

    __slots__ = ()

    def to_text(self) -> str:
        """Return the terminal report."""
        return str(_rendered("to_text", self))

    def to_html(self) -> str:
        """Return one self-contained HTML page."""
        return str(_rendered("to_html", self))

    def to_markdown(self) -> str:
        """Return Markdown with tables."""
        return str(_rendered("to_markdown", self))

    def to_json(self) -> str:
        """Return one ``newsdiff/1`` JSON document, which ``newsdiff.readers.read_report`` reads back."""
        return str(_rendered("to_json", self))

    def to_csv(self) -> str:
        """Return CSV, a row a finding or claim."""
        return str(_rendered("to_csv", self))

    def to_pandas(self) -> Any:
        """Return a pandas data frame; needs ``newsdiff[pandas]``."""
        return _rendered("to_pandas", self)

    def to_arrow(self) -> Any:
        """Return an Arrow table; needs ``newsdiff[arrow]``."""
        return _rendered("to_arrow", self)
