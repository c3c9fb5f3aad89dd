"""RSS and Atom with full content, by feedparser; one article an entry."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from newsdiff.nouns.errors import ReadError
from newsdiff.nouns.formats import Reader, ReadResult, Source
from newsdiff.nouns.problems import Problem
from newsdiff.readers import _fields
from newsdiff.readers._markup import is_markup, to_text

_ROOT = re.compile(
    r"\s{0,99}(?:<\?xml[^<>]{0,200}\?>|<\?xml-stylesheet[^<>]{0,400}\?>|<!--(?:[^-]|-(?!->)){0,2000}-->|"
    r"<!DOCTYPE[^<>\[]{0,300}>|\s){0,9}<(?:rss|feed|rdf:RDF|atom:feed)\b",
    re.IGNORECASE,
)
_DECLARED = re.compile(r"^\s{0,99}<\?xml[^<>]{0,200}\?>")
# Expat expands entities; a feed has no need for its own, and a few lines of them become gigabytes.
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)


def _detects(source: Source) -> bool:
    return bool(_ROOT.match(source.text[:8000]))


def _read(source: Source) -> Iterator[ReadResult]:
    try:
        import feedparser  # an extra
    except ImportError as error:
        raise ReadError(
            source.name, f"is a feed, and reading one needs feedparser: pip install 'newsdiff[feeds]' ({error})"
        ) from error
    if _ENTITY.search(source.text):
        raise ReadError(source.name, "declares XML entities, which no feed needs; refused")
    # A string could be taken for an address: only a stream is never fetched. The encoding is ours by now.
    text = _DECLARED.sub('<?xml version="1.0" encoding="utf-8"?>', source.text)
    feed = feedparser.parse(io.BytesIO(text.encode("utf-8", "replace")), sanitize_html=False)
    if not feed.entries:
        broken = feed.get("bozo_exception")
        raise ReadError(source.name, f"is a feed without entries{f' ({broken})' if broken else ''}")
    for number, entry in enumerate(feed.entries, 1):
        yield _entry(entry, feed.feed, f"{source.name}, entry {number}")


def _entry(entry: Any, feed: Any, name: str) -> ReadResult:
    contents = sorted((item.get("value") or "" for item in entry.get("content", ())), key=len)
    summary = entry.get("summary") or ""
    full = contents[-1] if contents else ""
    text = _plain(full if len(full) >= len(summary) else summary)
    if not text:
        return _fields.unusable(f"{name} has no text")
    source = entry.get("source") or {}
    authors = [author.get("name") for author in entry.get("authors", ()) if author.get("name")]
    fields = {
        "title": _plain(entry.get("title") or ""),
        "outlet": source.get("title") or feed.get("title"),
        "url": entry.get("link"),
        "published": entry.get("published") or entry.get("updated"),
        "language": feed.get("language"),
        "authors": authors or entry.get("author"),
    }
    result = _fields.result(text, {key: value for key, value in fields.items() if value})
    if full:
        return result
    note = Problem("summary-only", "incomplete", f"{name} is only a summary: the feed does not have the article's text")
    return ReadResult(result.article, (*result.problems, note))


def _plain(value: str) -> str:
    return to_text(value) if is_markup(value) or "&" in value else value.strip()


FEED = Reader("feed", _detects, _read)
