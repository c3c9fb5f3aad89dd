"""Plain text and Markdown, with optional front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdiff.nouns.errors import ReadError
from newsdiff.nouns.formats import Reader, ReadResult, Source
from newsdiff.nouns.problems import Problem
from newsdiff.readers import _fields

_FRONT = re.compile(r"---[ \t]*\r?\n((?:[^\r\n]{0,2000}\r?\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n(?:[ \t]*\r?\n)?|\Z)")
_ENTRY = re.compile(r"([A-Za-z][\w-]{0,30})[ \t]*:[ \t]*(.*)", re.DOTALL)

# What Markdown adds to the words; an article's claims are about the words.
_MARKDOWN = (
    (re.compile(r"^!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)[ \t]*\n?", re.MULTILINE), ""),  # a picture on its own line
    (re.compile(r"!?\[([^\]\[\n]{1,300})\]\([^()\n]{0,2000}\)"), r"\1"),
    (re.compile(r"^#{1,6}[ \t]+(.{0,500}?)[ \t]*#*$", re.MULTILINE), r"\1"),
    (re.compile(r"^>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]{1,500}?)(?<=\S)_(?![\w_])"), r"\1"),
)


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the fields at the head of *text* and the rest; without front matter, no fields and all of the text.

    >>> split_front_matter("---\\noutlet: 'Coast Herald'\\n---\\nSeven died.")
    ({'outlet': 'Coast Herald'}, 'Seven died.')
    """
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    fields = {}
    for line in match.group(1).splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        entry = _ENTRY.match(line)
        if entry is None:
            return {}, text  # a rule above running text, not front matter
        value = entry.group(2).strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        fields[entry.group(1)] = value.strip("[]") if entry.group(1).lower().startswith("author") else value
    return (fields, text[match.end() :]) if fields else ({}, text)


def plain(markdown: str) -> str:
    """Return the words of *markdown* without its marks.

    >>> plain("# Fire\\n\\nThe **crew** of the [Selene](https://example.org) left.")
    'Fire\\n\\nThe crew of the Selene left.'
    """
    for pattern, words in _MARKDOWN:
        markdown = pattern.sub(words, markdown)
    return markdown


# What would be read as words though it is none.
_NO_TEXT = {
    "%PDF-": "is a PDF; save its text (pdftotext) or the page it was made from",
    "{\\rtf": "is RTF; save it as plain text",
    "<?xml": "is XML of a kind that newsdiff does not read (it reads RSS, Atom and XHTML)",
    "From: <Saved by ": "is a web archive (MHTML); save the page as HTML",
    "PK\x03\x04": "is a zip archive or an office document; save it as text or HTML",
}


def _read(source: Source) -> Iterator[ReadResult]:
    for start, what in _NO_TEXT.items():
        if source.text.startswith(start):
            raise ReadError(source.name, what)
    fields, body = split_front_matter(source.text)
    unknown = [name for name in fields if _fields.ALIASES.get(name.lower(), name.lower()) not in _fields.KNOWN]
    if source.suffix in {".md", ".markdown"}:
        body = plain(body)
    result = _fields.result(body, fields)
    note = f"front matter of {source.name}: unknown {', '.join(unknown)}; known: {', '.join(_fields.KNOWN)}"
    yield ReadResult(result.article, (*result.problems, *([Problem("front-matter", "note", note)] if unknown else [])))


TEXT = Reader("text", lambda source: True, _read)
