"""Opening and decoding: bytes in, text out, with limits and with errors that say what to do."""

from __future__ import annotations

import codecs
import os
import re
from pathlib import Path
from typing import IO, Any

from newsdiff.nouns.errors import ReadError
from newsdiff.nouns.formats import Source
from newsdiff.nouns.problems import Problem

MAX_BYTES = 64 * 2**20
"""Largest file that is read whole; a corpus belongs into several."""

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Either is near the start of the file: <meta charset="...">, <?xml encoding="...">.
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^<>]{0,200}?(?:charset|encoding)\s{0,4}=\s{0,4}["']?([A-Za-z0-9_.:-]{2,40})"""
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def open_source(source: str | os.PathLike[str] | IO[str] | IO[bytes]) -> Source:
    """Return the decoded content of a path or an open file; raises ReadError."""
    if hasattr(source, "read"):
        name = str(getattr(source, "name", None) or "<file>")
        content: Any = source.read(MAX_BYTES + 1)
        return decoded(name, content)
    name = os.fspath(source)
    if not isinstance(name, str):
        raise ReadError(repr(source), "is neither a path nor an open file")
    if _URL.match(name):
        raise ReadError(
            name,
            "is a URL, and newsdiff never opens a network connection; save the page in your browser "
            f"(Ctrl+S) or with: curl -L -o page.html {name!r}, then pass the file and --url",
        )
    try:
        with Path(name).open("rb") as file:
            return decoded(name, file.read(MAX_BYTES + 1))
    except FileNotFoundError:
        raise ReadError(name, "does not exist") from None
    except IsADirectoryError:
        raise ReadError(name, f"is a directory; name its files: {name.rstrip('/')}/*") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise ReadError(name, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error


def decoded(name: str, content: bytes | str) -> Source:
    """Return *content* as text without lone surrogates; offsets count from the first character after a BOM."""
    if len(content) > MAX_BYTES:
        raise ReadError(name, f"is larger than {MAX_BYTES >> 20} MB; split it")
    if isinstance(content, str):
        return Source(name, _SURROGATE.sub("\ufffd", content.removeprefix("\ufeff")))
    text, problems = _decode(name, content)
    return Source(name, text, content, problems)


def _decode(name: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        _refuse_binary(name, text)
        return text, ()
    declared = _DECLARED.search(data, 0, 4096)
    encoding = declared.group(1).decode("ascii") if declared else "windows-1252"
    try:
        text = data.decode(
            "windows-1252" if encoding.lower() in {"iso-8859-1", "latin1", "ascii"} else encoding, "replace"
        )
    except (LookupError, ValueError):  # an encoding that nobody knows, or one that is no text ("hex")
        encoding, text = "windows-1252", data.decode("windows-1252", "replace")
    _refuse_binary(name, text)
    note = Problem("encoding", "note", f"{name} is not UTF-8 and was read as {encoding}; accents may be wrong")
    return text, () if declared else (note,)


def _refuse_binary(name: str, text: str) -> None:
    head = text[:4096]
    if "\x00" in head:
        raise ReadError(name, "is a binary file, not an article; save it as text or HTML")
