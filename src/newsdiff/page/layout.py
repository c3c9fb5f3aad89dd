"""Paragraphs, and which of them are running text.

Web pages come with subscribe blocks, disclaimers, share bars, comment widgets, captions, "related posts", bylines and
datelines. They stay where they are (offsets are sacred), but a claim found there is not a claim of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from newsdiff.nouns.spans import Span
from newsdiff.page.furniture import Role, roles

__all__ = ["Paragraph", "Role", "lines", "paragraphs"]

# A line ends at LF, CR, CRLF, LS or PS only: str.splitlines() would also split at VT, FF and NEL.
_LINE = re.compile(r"([^\n\r\u2028\u2029]*)(?:\r\n|[\n\r\u2028\u2029]|\Z)")
_UNSEEN = frozenset("\ufeff\u200b\u200c\u200d\u200e\u200f\u2060")  # not white space, and not words either
_BLANK = "".join(_UNSEEN) + " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2002\u2003\u2009\u202f\u3000"
_WRAP = range(40, 121)  # widths at which plain text is wrapped by hand or by mail programs
_FULL = 0.75  # share of lines that must be filled up to the width


@frozen
class Paragraph:
    """A paragraph without its surrounding white space, and the part it plays on the page."""

    span: Span
    role: Role = "body"


def lines(text: str) -> list[Span]:
    """Return the non-empty lines of *text*, trimmed of white space.

    >>> [str(line) for line in lines("One.\\r\\n\\r\\n Two.")]
    ['0:4', '9:13']
    """
    return [Span(start, end) for start, end in _lines(text)]


def _lines(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for line, width in _raw_lines(text):
        body = line.strip()
        if body:
            start = at if body[0] == line[0] else at + line.index(body)
            if body[0] in _UNSEEN or body[-1] in _UNSEEN:
                start += len(body) - len(body.lstrip(_BLANK))
                body = body.strip(_BLANK)
            if body:
                found.append((start, start + len(body)))
        at += width
    return found


def _raw_lines(text: str) -> Iterable[tuple[str, int]]:
    """Lines with their widths, which include the line end."""
    if text.count("\r") == text.count("\r\n") and "\u2028" not in text and "\u2029" not in text:
        return ((line, len(line) + 1) for line in text.split("\n"))  # a CR before the LF goes with the white space
    return ((match[1], len(match[0])) for match in _LINE.finditer(text))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of *text* in order.

    A line is a paragraph unless the text is hard-wrapped: then lines are joined up to a blank one.
    """
    rows = [Span(start, end) for start, end in _joined(text, _lines(text))]
    return tuple(map(Paragraph, rows, roles(text, rows)))


def _joined(text: str, rows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of paragraphs that were wrapped to a fixed width."""
    adjacent = [_adjacent(text[rows[i][1] : rows[i + 1][0]]) for i in range(len(rows) - 1)]
    width = _width(text, rows, adjacent)
    if not width:
        return rows
    joined = rows[:1]
    for index, row in enumerate(rows[1:]):
        before = rows[index]
        if adjacent[index] and _full(text, before, row, width):
            joined[-1] = (joined[-1][0], row[1])
        else:
            joined.append(row)
    return joined


def _adjacent(gap: str) -> bool:
    """Whether two lines stand on consecutive lines, the second one not indented."""
    if len(gap) == 1:
        return gap in "\n\r"
    return gap.replace("\r\n", "\n").rstrip(" \xa0").lstrip(" \t\xa0") in ("\n", "\r") and not gap.endswith(
        ("  ", "\t")
    )


def _full(text: str, row: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    room = width - (row[1] - row[0])
    return room <= 1 or (not text[after[0] : min(after[1], after[0] + room)].count(" ") and after[1] - after[0] >= room)


def _width(text: str, rows: list[tuple[int, int]], adjacent: Sequence[bool]) -> int:
    """The width that a hard-wrapped text is wrapped to, or 0 for a text that is not."""
    pairs = [(rows[i], rows[i + 1]) for i, near in enumerate(adjacent) if near]
    if (
        not pairs
        or max(end - start for start, end in rows[:1] + [row for pair in pairs for row in pair]) > 4 * _WRAP.stop
    ):
        return 0
    sizes = sorted(row[1] - row[0] for row, _ in pairs)
    width = sizes[min(len(sizes) - 1, len(sizes) * 97 // 100)]
    if width not in _WRAP:
        return 0
    full = [pair for pair in pairs if _full(text, *pair, width)]
    # Sentences that run over the ends of lines tell wrapped text from a list of short lines.
    running = sum(
        (text[row[1] - 1].isalnum() and text[after[0]].islower()) or text[row[1] - 1] == "," for row, after in full
    )
    return width if len(full) >= _FULL * len(pairs) and running * 3 >= len(full) else 0
