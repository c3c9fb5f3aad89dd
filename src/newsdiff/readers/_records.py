"""Articles in other projects' JSON: schema.org NewsArticle (JSON-LD) and IPTC ninjs, 1.x and 2.x."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any

from newsdiff.nouns.formats import ReadResult
from newsdiff.nouns.problems import Problem
from newsdiff.readers import _fields
from newsdiff.readers._markup import is_markup, to_text

# What schema.org calls an article; a page's other nodes (breadcrumbs, the organisation) are none.
_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle "
    "AskPublicNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting SocialMediaPosting Report".split()
)
_DEEPEST = 12
"""Levels of JSON-LD that are searched for an article."""


def articles_in(data: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Return every schema.org article in JSON-LD, outermost first, wherever ``@graph`` or ``mainEntity`` puts it."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from articles_in(item, depth + 1)
    elif isinstance(data, Mapping):
        if _ARTICLES & {str(name).rsplit("/", 1)[-1] for name in _listed(data.get("@type"))}:
            yield data
            return
        for key in ("@graph", "mainEntity", "itemListElement", "item", "hasPart"):
            if key in data:
                yield from articles_in(data[key], depth + 1)


def is_linked(record: Any) -> bool:
    """Tell whether *record* is JSON-LD."""
    return isinstance(record, Mapping) and ("@type" in record or "@graph" in record)


def linked_fields(node: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a schema.org article says of itself, in newsdiff's names."""
    page = node.get("mainEntityOfPage")
    fields = {
        "title": unescape(title) if isinstance(title := node.get("headline") or node.get("name"), str) else None,
        "outlet": _name(node.get("publisher")) or _name(node.get("sourceOrganization")) or _name(node.get("isPartOf")),
        "url": node.get("url") or (page.get("@id") if isinstance(page, Mapping) else page),
        "published": node.get("datePublished") or node.get("dateCreated"),
        "language": _name(node.get("inLanguage")),
        "authors": [name for item in _listed(node.get("author")) if (name := _name(item))],
    }
    return {name: value for name, value in fields.items() if value}


def linked_text(node: Mapping[str, Any]) -> str:
    """Return the text that a schema.org article states, or ""."""
    return _plain(node.get("articleBody") or node.get("text"))


def from_linked(record: Mapping[str, Any], name: str) -> Iterator[ReadResult]:
    """Return the articles of a JSON-LD document."""
    found = False
    for node in articles_in(record):
        found = True
        if text := linked_text(node):
            yield _fields.result(text, linked_fields(node))
        else:
            yield _fields.unusable(f'{name}: the {node.get("@type")} has no "articleBody", so there is no text to read')
    if not found:
        yield _fields.unusable(f"{name}: no schema.org article in this JSON-LD ({record.get('@type')!r})")


def is_ninjs(record: Any) -> bool:
    """Tell whether *record* is a ninjs document."""
    if not isinstance(record, Mapping) or "text" in record:
        return False
    standard = record.get("standard")
    if isinstance(standard, Mapping) and standard.get("name") == "ninjs":
        return True
    return "uri" in record and any(key in record for key in ("bodies", "headlines", "versioncreated", *_BODIES))


_BODIES = ("body_text", "body_html", "body_xhtml")


def from_ninjs(record: Mapping[str, Any], name: str) -> ReadResult:
    """Return the article of a ninjs document; a picture or a package is none."""
    text: str | None = next((_plain(record[key]) for key in _BODIES if record.get(key)), None)
    text = text or _of_role(record.get("bodies"))
    if not text:
        return _fields.unusable(
            f"{name}: the ninjs document ({record.get('type', 'no type')}) has no body, so there is no text"
        )
    by = record.get("byline") or record.get("by")
    sources = record.get("infosources") or []
    fields = {
        "title": record.get("headline") or _of_role(record.get("headlines")),
        "outlet": _name(record.get("provider"))
        or record.get("source")
        or _first_name(sources)
        or record.get("copyrightholder"),
        "url": next((record[key] for key in ("url", "uri") if str(record.get(key)).startswith("http")), None),
        "published": record.get("versioncreated") or record.get("contentcreated") or record.get("firstcreated"),
        "language": record.get("language"),
        "authors": by or [who for item in _listed(record.get("people")) if (who := _creator(item))],
    }
    result = _fields.result(text, {key: value for key, value in fields.items() if value})
    status = record.get("pubstatus")
    if status in ("canceled", "withheld"):
        warning = Problem("ninjs-status", "note", f"{name} is marked {status} by its provider")
        return ReadResult(result.article, (*result.problems, warning))
    return result


def _creator(item: Any) -> str | None:
    return _name(item) if isinstance(item, Mapping) and item.get("rel") in ("author", "creator") else None


def _of_role(items: Any) -> str:
    """The text of the main item of a ninjs 2 list; plain text is preferred to markup."""
    known = [item for item in _listed(items) if isinstance(item, Mapping) and isinstance(item.get("value"), str)]
    known.sort(
        key=lambda item: (
            item.get("role") not in (None, "main", "http://cv.iptc.org/newscodes/bodyrole/main"),
            _markup(item),
        )
    )
    return _plain(known[0]["value"]) if known else ""


def _markup(item: Mapping[str, Any]) -> bool:
    return "html" in str(item.get("contenttype", item.get("contentType", "")))


def _plain(value: Any) -> str:
    text = _fields.clean("\n\n".join(map(str, value)) if isinstance(value, list) else value) or ""
    return to_text(text) if is_markup(text) else text.strip()


def _name(item: Any) -> str | None:
    for found in _listed(item):
        name = found.get("name") or found.get("alternateName") if isinstance(found, Mapping) else found
        if isinstance(name, str) and name.strip():
            return name
    return None


def _first_name(items: Any) -> str | None:
    return next((name for item in _listed(items) if (name := _name(item))), None)


def _listed(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else () if value is None else (value,)
