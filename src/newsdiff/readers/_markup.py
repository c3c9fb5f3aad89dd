"""From a piece of HTML inside a feed or a JSON document to text; whole pages go to trafilatura instead."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "p div br li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote section article header footer figure pre hr dt dd".split()
)
_HIDDEN = frozenset("script style template noscript iframe object svg head form button nav figcaption".split())
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
LONGEST = 4 * 2**20
"""Characters of markup that are read; html.parser is not linear on all input."""


class _Words(HTMLParser):
    """Collects the words, a paragraph a block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = [[]]
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self.hidden += 1
        elif tag in _BLOCKS:
            self.rows.append([])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.rows.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in _BLOCKS:
            self.rows.append([])

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.rows[-1].append(data)


def to_text(markup: str) -> str:
    """Return the words of *markup*, with an empty line between paragraphs.

    >>> to_text("<p>Seven <b>dead</b>.</p><script>x()</script><p>Two &amp; more</p>")
    'Seven dead.\\n\\nTwo & more'
    """
    parser = _Words()
    parser.feed(markup[:LONGEST])
    parser.close()
    rows = (_SPACES.sub(" ", "".join(row)).strip() for row in parser.rows)
    return "\n\n".join(row for row in rows if row)


def is_markup(text: str) -> bool:
    """Tell whether *text* is HTML rather than plain text."""
    return bool(_TAG.search(text[:20_000]))


_TAG = re.compile(
    r"</?(?:p|div|br|span|a|b|i|em|strong|h[1-6]|ul|li|blockquote|figure|img)\b[^<>]{0,2000}>", re.IGNORECASE
)
