"""From loose fields, as files give them, to an Article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from newsdiff.nouns.article import Article
from newsdiff.nouns.formats import ReadResult
from newsdiff.nouns.problems import Problem

# What files call the fields of an Article.
ALIASES = {
    "headline": "title",
    "source": "outlet",
    "publisher": "outlet",
    "link": "url",
    "date": "published",
    "published_at": "published",
    "datepublished": "published",
    "lang": "language",
    "author": "authors",
    "byline": "authors",
}
KNOWN = ("title", "outlet", "url", "published", "language", "authors", "id")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(value: Any) -> str | None:
    """Return *value* as a string without lone surrogates (one for one), or None when there is nothing in it."""
    if value is None or isinstance(value, bool | dict | list):
        return None
    text = _SURROGATE.sub("\ufffd", str(value))
    return text if text.strip() else None


def day(value: Any) -> date | datetime | None:
    """Return the date that an ISO 8601, RFC 2822 or plain English string gives, or None.

    Figures alone ("03/04/2026") are read by nobody the same way, so they are no date.

    >>> day("March 13, 2026"), day("03/04/2026")
    (datetime.date(2026, 3, 13), None)
    """
    text = (clean(value) or "").strip()
    if not text or len(text) > 80:
        return None
    for parse in (_iso, _spelled, _mail):
        try:
            return parse(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _iso(text: str) -> date | datetime:
    return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)


def _spelled(text: str) -> date:
    words = text.replace(",", " ").split()
    if len(words) != 3:
        raise ValueError(text)
    day_, month, year = (words[1], words[0], words[2]) if words[0][0].isalpha() else words
    if month[:3].lower() not in _MONTHS or not _MONTHS[month[:3].lower()].startswith(month.lower().rstrip(".")):
        raise ValueError(text)
    return date(int(year), list(_MONTHS).index(month[:3].lower()) + 1, int(day_))


_MONTHS = {
    name[:3]: name
    for name in "january february march april may june july august september october november december".split()
}


def _mail(text: str) -> datetime:
    from email.utils import parsedate_to_datetime  # only feeds and old pages write dates like this

    return parsedate_to_datetime(text)


def result(text: str, fields: Mapping[str, Any], *, headline: bool = True) -> ReadResult:
    """Build an article; the headline becomes its first paragraph unless the text has it already."""
    known: dict[str, Any] = {}
    problems = []
    for name, value in fields.items():
        field = ALIASES.get(name.lower(), name.lower())
        if field == "authors":
            known[field] = _authors(value)
        elif field == "published":
            known[field] = day(value)
            if known[field] is None and clean(value):
                problems.append(
                    Problem(
                        "bad-published",
                        "note",
                        f"the publication date {str(value)[:40]!r} is not an ISO date and was left out",
                    )
                )
        elif field in KNOWN:
            known[field] = " ".join((clean(value) or "").split()) or None
    if known.get("id") is None:
        known.pop("id", None)
    title = known.pop("title", None)
    text = clean(text) or ""
    article = Article.from_parts(title, text, **known) if headline else Article(text, title=title, **known)
    return ReadResult(article, problems)


def _authors(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = re.split(r",|;| and ", value)
    if isinstance(value, Mapping):
        value = [value]
    if not isinstance(value, Iterable):
        return ()
    names = (clean(item.get("name") if isinstance(item, Mapping) else item) for item in value)
    return tuple(name.strip() for name in names if name)


def unusable(message: str) -> ReadResult:
    """Return the result of a record that is no article."""
    return ReadResult(None, (Problem("unusable-record", "incomplete", message),))
