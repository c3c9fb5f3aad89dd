"""The nouns of formats: what a reader is given and gives back, and what a renderer is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Any

from attrs import field, frozen, validators

from newsdiff.nouns.article import Article
from newsdiff.nouns.converters import as_tuple
from newsdiff.nouns.problems import Problem


@frozen
class Source:
    """A file, or standard input, as a reader sees it: decoded, with its name."""

    name: str
    """Path as the user wrote it, or "<stdin>"."""
    text: str = field(repr=False)
    """Decoded by its byte order mark, its declared encoding, UTF-8 or at last windows-1252; line ends untouched."""
    data: bytes = field(default=b"", repr=False)
    """The bytes as they were, for formats that are no text."""
    problems: tuple[Problem, ...] = field(default=(), converter=as_tuple)
    """What went wrong while decoding."""

    @property
    def suffix(self) -> str:
        """File name extension in lower case (".html"), or ""."""
        return PurePath(self.name).suffix.lower()


@frozen
class ReadResult:
    """One article of a file, and what its reader could not find; no article for a record that cannot be used."""

    article: Article | None
    problems: tuple[Problem, ...] = field(default=(), converter=as_tuple)


@frozen
class Reader:
    """How one file format becomes articles; a plugin returns some from ``newsdiff_readers``."""

    name: str = field(validator=validators.matches_re(r"[a-z][a-z0-9_-]*"))
    """What ``--input-format`` calls it."""
    detects: Callable[[Source], bool]
    """Whether the content is of this format; looks at the head of the text only, never raises."""
    read: Callable[[Source], Iterable[ReadResult]]
    """Every article of the file, in order; raises ReadError when the file as a whole cannot be used."""


@frozen
class Renderer:
    """How a result becomes a document; a plugin returns some from ``newsdiff_renderers``."""

    name: str = field(validator=validators.matches_re(r"[a-z][a-z0-9_-]*"))
    """What ``--format`` calls it."""
    render: Callable[[Any], str]
    """Takes a Report, an EventReport or an Extraction; not the same event must be said first."""
    suffixes: tuple[str, ...] = field(default=(), converter=as_tuple)
    """File name extensions for which ``-o FILE`` chooses it (".html")."""
