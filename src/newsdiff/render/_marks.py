"""An article as HTML paragraphs, with the spans of claims highlighted; spans may overlap, so each piece is flat."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from attrs import frozen
from markupsafe import Markup, escape

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.spans import Span
from newsdiff.render import _view as view
from newsdiff.render import _wording

_RANK = {"differs": 0, "held": 1, "agrees": 2}
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
FAMILIES = ("number", "quote", "date", "group", "statement", "event")


def family(kind: str) -> str:
    """Return the kind of claim that a kind of finding is about, as style sheets and filters call it.

    >>> family("quote-wording"), family("byline-conflict")
    ('quote', 'other')
    """
    first = kind.split("-")[0]
    return first if first in FAMILIES else "other"


@frozen
class Mark:
    """One highlighted span: how the two sides relate, the kind, and the finding that it links to."""

    span: Span
    state: str
    family: str
    target: str | None = None
    edit: bool = False
    """Whether these are words that the other side has not, inside a claim that is marked too."""


def anchor(index: int, span: Span) -> str:
    """Return the id of a highlight: article *index*, place."""
    return f"t{index}-{span.start}-{span.end}"


def strongest(marks: Iterable[Mark]) -> dict[Span, Mark]:
    """Keep one mark a span: what differs wins over what was held back, and that over what agrees."""
    kept: dict[Span, Mark] = {}
    for mark in marks:
        known = kept.get(mark.span)
        if known is None or _RANK[mark.state] < _RANK[known.state]:
            kept[mark.span] = mark
    return kept


def body(article: Article, index: int, marks: Mapping[Span, Mark]) -> Markup:
    """Return the text as paragraphs; the pieces of a mark carry its place in ``data-c``."""
    text = article.text
    waiting = sorted(marks.values(), key=lambda mark: (mark.span.start, -mark.span.end))
    title = (article.title or "").strip()
    out: list[str] = []
    open_marks: list[Mark] = []
    taken: set[Span] = set()
    at = 0
    for row in _LINE.finditer(text):
        if row.group().isspace():
            continue
        start, end = row.span()
        while at < len(waiting) and waiting[at].span.start < end:
            open_marks.append(waiting[at])
            at += 1
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        headline = ' class="headline"' if title and not out and row.group().strip() == title else ""
        out.append(f'<p{headline} dir="auto">{_row(text, start, end, open_marks, index, taken)}</p>')
    return Markup("\n".join(out))


def _row(text: str, start: int, end: int, marks: list[Mark], index: int, taken: set[Span]) -> str:
    if not marks:
        return _plain(text[start:end])
    edges = {start, end}
    for mark in marks:
        edges.update(edge for edge in (mark.span.start, mark.span.end) if start < edge < end)
    cuts = sorted(edges)
    return "".join(
        _piece(text[left:right], [m for m in marks if m.span.start <= left and m.span.end >= right], index, taken)
        for left, right in pairwise(cuts)
    )


def _piece(words: str, marks: list[Mark], index: int, taken: set[Span]) -> str:
    if not marks:
        return _plain(words)
    inner = min(marks, key=lambda mark: (_RANK[mark.state], mark.span.end - mark.span.start))
    fresh = [mark.span for mark in marks if mark.span not in taken]
    taken.update(fresh)
    anchors = "".join(f'<span id="{anchor(index, span)}"></span>' for span in fresh[1:])
    ids = f' id="{anchor(index, fresh[0])}"' if fresh else ""
    edit = " edit" if any(mark.edit for mark in marks) else ""
    places = " ".join(f"{mark.span.start}-{mark.span.end}" for mark in marks)
    tag, link = ("a", f' href="#{inner.target}"') if inner.target and inner.state == "differs" else ("span", "")
    opened = f'<{tag} class="m k-{inner.family} {inner.state}{edit}"{ids}{link} data-c="{places}">'
    return f"{anchors}{opened}{_plain(words)}</{tag}>"


def _plain(words: str) -> str:
    return str(escape(view.visible(words)))


def words(article: Article, claim: Claim, edits: Iterable[Span] = ()) -> Markup:
    """Return a claim's words as a card shows them: marked where the sides differ, or where it stands in its context."""
    pieces = _wording.wording(article, claim, edits, width=400)
    return Markup("".join(f"<mark>{escape(p.text)}</mark>" if p.marked else escape(p.text) for p in pieces))
