"""The article: one outlet's text on an event."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Any

from attrs import field, frozen

from newsdiff.nouns.converters import as_tuple
from newsdiff.nouns.display import Shown
from newsdiff.nouns.errors import ArticleError


def shorten(text: str, width: int = 40) -> str:
    """Return *text* on one line, cut to *width* characters for a ``repr``."""
    start = " ".join(text[: 4 * width].split())
    return repr(start if len(start) <= width and len(text) <= 4 * width else start[: width - 1] + "…")


def _published(value: date | datetime | str | None) -> date | datetime | None:
    if not isinstance(value, str):
        return value
    text = value.strip()
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError as error:
        raise ArticleError(None, f"published is not an ISO date: {value!r}; write 2026-03-12") from error


@frozen
class Article(Shown):
    """One outlet's text on an event; only ``text`` is read, and it is never rewritten.

    Raises ArticleError when a field has the wrong type or *published* is not an ISO date.

    >>> Article("At least 42 people were killed.", outlet="BBC", published="2026-03-12").published
    datetime.date(2026, 3, 12)
    """

    text: str = field(repr=shorten)
    title: str | None = field(default=None, kw_only=True, repr=False)
    outlet: str | None = field(default=None, kw_only=True)
    url: str | None = field(default=None, kw_only=True, repr=False)
    published: date | datetime | None = field(default=None, kw_only=True, converter=_published)
    language: str | None = field(default=None, kw_only=True, repr=False)
    """BCP 47 tag ("en", "en-GB"); None: checked from the text."""
    authors: tuple[str, ...] = field(default=(), kw_only=True, converter=as_tuple, repr=False)
    id: str = field(kw_only=True, repr=False)

    @id.default
    def _content_hash(self) -> str:
        parts = (str(part or "") for part in (self.text, self.outlet, self.url, self.published))
        data = "\x00".join(parts).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(data, digest_size=8).hexdigest()

    @id.validator
    def _check(self, _: object, id_: object) -> None:
        for name in ("text", "id"):
            if not isinstance(getattr(self, name), str):
                raise ArticleError(str(id_), f"{name} must be a string, not {type(getattr(self, name)).__name__}")
        for name in ("title", "outlet", "url", "language"):
            if not isinstance(getattr(self, name), str | None):
                raise ArticleError(str(id_), f"{name} must be a string or None")
        if not isinstance(self.published, date | None):
            raise ArticleError(str(id_), f"published must be a date, not {type(self.published).__name__}")

    @classmethod
    def from_parts(cls, title: str | None, body: str, **fields: Any) -> Article:
        """Return an article whose headline is its first paragraph, as readers make it."""
        head = (title or "").strip()
        text = f"{head}\n\n{body}" if head and not body.lstrip().startswith(head) else body
        return cls(text, title=head or None, **fields)

    @property
    def name(self) -> str:
        """How reports call the article: its outlet, or else its id."""
        return self.outlet or self.id
