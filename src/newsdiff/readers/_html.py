"""Web pages as browsers save them: the text by trafilatura, the rest from JSON-LD, OpenGraph and meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsdiff.nouns.errors import ReadError
from newsdiff.nouns.formats import Reader, ReadResult, Source
from newsdiff.readers import _fields, _records

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEAD = re.compile(
    r"(?:\s|<!--(?:[^-]|-(?!->)){0,2000}-->|<\?xml[^<>]{0,200}\?>){0,9}"
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|article|main|section|div|p|h1)\b",
    re.IGNORECASE,
)
_SAVED = re.compile(r"<!-- saved from url=\(\d{1,5}\)(https?://[^\s<>]{1,2000}) -->")
# meta names and properties, the more telling first
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "parsely-title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
    "url": ("og:url",),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "parsely-pub-date",
        "dc.date.issued",
        "dc.date",
        "dcterms.created",
        "pubdate",
        "publish-date",
        "date",
        "sailthru.date",
    ),
    "authors": ("author", "article:author", "dc.creator", "parsely-author"),
    "language": ("og:locale", "content-language", "dc.language"),
}
_DEEPEST = 2000
"""Levels of nested elements; deeper pages are attacks or accidents."""


def _detects(source: Source) -> bool:
    return source.suffix in {".html", ".htm", ".xhtml"} or bool(_HEAD.match(source.text[:8000]))


def _read(source: Source) -> Iterator[ReadResult]:
    try:
        import lxml.html  # an extra, and 160 ms with trafilatura
        import trafilatura
    except ImportError as error:
        raise ReadError(
            source.name, f"is a web page, and reading one needs trafilatura: pip install 'newsdiff[html]' ({error})"
        ) from error
    if _too_deep(source.text):
        raise ReadError(source.name, f"nests elements more than {_DEEPEST} deep; that is no article")
    try:
        tree = lxml.html.document_fromstring(_without_declaration(source.text))
        fields = _described(tree, source.text)
        node = _own_node(list(_linked(tree)), fields)
        text = trafilatura.extract(tree, include_comments=False, include_tables=False, fast=True) or ""
    except Exception as error:  # pages are broken in more ways than parsers have errors
        raise ReadError(source.name, f"is no page that can be parsed: {type(error).__name__}: {error}") from error
    if node is not None:
        fields |= _records.linked_fields(node)
        stated = _records.linked_text(node)
        # A page that a script builds, or that shows a teaser, may still state its whole text; trafilatura then gives
        # it without its paragraphs.
        text = stated if len(stated) > 2 * len(text) or stated.split() == text.split() else text
    if not text.strip():
        raise ReadError(
            source.name,
            "has no article text; if a script builds the page, save it after it has loaded (Ctrl+S, complete)",
        )
    if not str(fields.get("url")).startswith(("http://", "https://")):
        fields["url"] = None
    yield _fields.result(_LINES.sub("\n\n", text), {name: value for name, value in fields.items() if value})


_LINES = re.compile(r"\n+")


def _own_node(nodes: list[Any], fields: dict[str, Any]) -> Any:
    """The JSON-LD node of this page: the one with its headline or address, or else the only one."""
    for node in nodes:
        linked = _records.linked_fields(node)
        if _same(linked.get("title"), fields.get("title")) or (
            linked.get("url") and linked["url"] == fields.get("url")
        ):
            return node
    return nodes[0] if len(nodes) == 1 else None


def _same(title: Any, other: Any) -> bool:
    first, second = (" ".join(str(text or "").casefold().split()) for text in (title, other))
    return bool(first) and bool(second) and (first in second or second in first)


def _without_declaration(text: str) -> str:
    # lxml refuses a str that declares an encoding
    return re.sub(r"^\s{0,99}<\?xml[^<>]{0,200}\?>", "", text)


def _too_deep(text: str) -> bool:
    """Whether opening tags outnumber closing ones at any place by more than a page ever does."""
    depth = 0
    for match in _NESTING.finditer(text):
        depth += -1 if match.group().startswith("</") else 1
        if depth > _DEEPEST:
            return True
    return False


_NESTING = re.compile(
    r"</?(?:div|span|section|article|ul|ol|table|tr|td|b|i|em|strong|font|blockquote|a)\b", re.IGNORECASE
)


def _linked(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                data = json.loads(script.text_content(), strict=False)
            except (ValueError, RecursionError):
                continue  # pages in the wild have broken JSON-LD; the meta elements remain
            yield from _records.articles_in(data)


def _described(tree: HtmlElement, text: str) -> dict[str, Any]:
    """What the page's head says, in newsdiff's names."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content and content.strip():
            meta.setdefault(name.strip().lower(), content.strip())
    fields: dict[str, Any] = {
        field: next((meta[name] for name in names if name in meta), None) for field, names in _META.items()
    }
    fields["url"] = (
        _canonical(tree) or fields["url"] or (found.group(1) if (found := _SAVED.search(text[:2000])) else None)
    )
    fields["language"] = tree.get("lang") or (fields["language"] or "").replace("_", "-") or None
    fields["title"] = _heading(tree) or fields["title"] or _first(tree, "title")
    fields["published"] = fields["published"] or _time(tree)
    if str(fields["authors"] or "").startswith("http"):
        fields["authors"] = None
    return fields


def _canonical(tree: HtmlElement) -> str | None:
    return next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)


def _heading(tree: HtmlElement) -> str | None:
    """The h1, when the page has exactly one: then it is the headline."""
    found = [head.text_content() for head in tree.iter("h1") if head.text_content().strip()]
    return found[0] if len(found) == 1 else None


def _first(tree: HtmlElement, tag: str) -> str | None:
    return next((element.text_content() for element in tree.iter(tag)), None)


def _time(tree: HtmlElement) -> str | None:
    """The one time element of the page; with several (related articles) nobody knows which is ours."""
    found = {element.get("datetime") for element in tree.iter("time") if element.get("datetime")}
    return found.pop() if len(found) == 1 else None


HTML = Reader("html", _detects, _read)
