"""The one tokenizer: a text as words, numerals and marks, with offsets and tags.

Tokens are as fine as any reader of English needs them: letters, digits and marks stand apart ("don't" is three, "3rd"
is two). A reader that needs coarser ones asks for ``joined`` or ``merged`` tokens and never scans the text again. All
work on single tokens is done by functions of the interpreter itself: 490 KB of news take 30 ms.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import accumulate
from unicodedata import category

from newsdiff.nouns.spans import Span

# A token and the white space behind it, so that offsets are running sums. Latin letters first: a plain set is quick.
_PIECE = re.compile(r"(?:[A-Za-zÀ-ÖØ-öø-ɏ]+[^\W\d_]*|[0-9]+|[^\w\s]|[^\W\d_]+|\d|_)\s*")

WORD, CAPITAL, CAPITALS, NUMBER = "wCA#"
"""Tags of words and numerals: lower case first, one capital first ("A"), several letters all capital, digits."""
STOP, COMMA, SEMICOLON, APOSTROPHE, QUOTE, HYPHEN, DASH, OPEN, CLOSE, SYMBOL, OTHER = ".,;'\"-–()$_"
"""Tags of marks: ``. ! ? …``, ``,``, ``; :``, single quotes and apostrophes, double quotes, hyphens, dashes, brackets,
signs of currencies and of arithmetic, and the rest."""
_MARKS = {
    mark: tag
    for tag, marks in (
        (STOP, ".!?…"), (COMMA, ","), (SEMICOLON, ";:"), (APOSTROPHE, "'’‘‚‛`´′"), (QUOTE, "\"“”„‟«»‹›″"),
        (HYPHEN, "-‐‑"), (DASH, "–—―‒−"), (OPEN, "([{"), (CLOSE, ")]}"), (SYMBOL, "%‰"),
    )
    for mark in marks
}  # fmt: skip
_LETTERS = frozenset((WORD, CAPITAL, CAPITALS))
SOLID = _LETTERS | {NUMBER}
"""Tags of words and numerals."""
_REMEMBERED = 50_000
"""Forms whose tag is remembered: more than a day's news has, and a bound for a stream of nonsense (guess)."""


class Tokens:
    """Tokens in order: token *i* is ``forms[i]``, stands at ``starts[i]:ends[i]`` and is tagged ``tags[i]``.

    >>> found = tokens('The "two-day" strike.')
    >>> found.forms
    ['The', '"', 'two', '-', 'day', '"', 'strike', '.']
    >>> found.tags
    'C"w-w"w.'
    """

    def __init__(self, text: str, forms: list[str], starts: list[int], ends: list[int], tags: str) -> None:
        self.text = text
        self.forms = forms
        """Tokens as written."""
        self.starts = starts
        self.ends = ends
        self.tags = tags
        """One character a token, so that patterns can be run over them; the constants of this module name them."""
        self._coarser: dict[tuple[str, str], Tokens] = {}

    def __len__(self) -> int:
        return len(self.forms)

    def __repr__(self) -> str:
        return f"Tokens({len(self)}: {self.forms[:8]}…)"

    @cached_property
    def lower(self) -> list[str]:
        """Tokens in lower case, with a straight apostrophe."""
        # One call for all; a letter may grow in lower case ("İ"), the number of tokens stays.
        return " ".join(self.forms).lower().replace("’", "'").split(" ") if self.forms else []

    def span(self, first: int, stop: int | None = None) -> Span:
        """Return where the token *first* stands, or the tokens from *first* to before *stop*."""
        return Span(self.starts[first], self.ends[first if stop is None else stop - 1])

    def within(self, start: int, end: int) -> range:
        """Return the indexes of the tokens that start in ``text[start:end]``: of a sentence, a paragraph, a claim."""
        first = bisect_left(self.starts, start)
        return range(first, bisect_left(self.starts, end, first))

    def part(self, start: int, end: int) -> Tokens:
        """Return the tokens that start in ``text[start:end]``, with offsets in the whole text."""
        at = self.within(start, end)
        cut = slice(at.start, at.stop)
        return Tokens(self.text, self.forms[cut], self.starts[cut], self.ends[cut], self.tags[cut])

    def touches(self, index: int) -> bool:
        """Tell whether nothing stands between a token and the next one."""
        return index + 1 < len(self.starts) and self.ends[index] == self.starts[index + 1]

    def joined(self, marks: str = "'’", digits: str = "") -> Tokens:
        """Return coarser tokens, kept for the next who asks: words with what sticks to them.

        Letters and digits that touch are one token; so are words on both sides of one of *marks*, and digits on both
        sides of one of *digits*. The tag is that of the first part.

        >>> tokens("Nobody's hurt in the 3rd two-day strike at 6.5").joined("'’-", digits=".,").forms
        ["Nobody's", 'hurt', 'in', 'the', '3rd', 'two-day', 'strike', 'at', '6.5']
        """
        found = self._coarser.get((marks, digits))
        if found is None:
            found = self._coarser[marks, digits] = self.merged(_compounds(self.text, self, marks, digits))
        return found

    def merged(self, spans: Iterable[tuple[int, int]], tag: str = "") -> Tokens:
        """Return tokens of which each of *spans*, in order and apart, is one: a number, a quotation, a name.

        A token that a span cuts belongs to it whole. Give *tag* for theirs; else it is that of the first token.
        """
        forms: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        tags: list[str] = []
        at = 0
        for start, end in spans:
            first = bisect_right(self.ends, start, at)
            stop = bisect_left(self.starts, end, first)
            if stop == first:
                continue
            forms += self.forms[at:first]
            starts += self.starts[at : first + 1]
            ends += self.ends[at:first]
            tags.append(self.tags[at:first])
            ends.append(self.ends[stop - 1])
            forms.append(self.text[starts[-1] : ends[-1]])
            tags.append(tag or self.tags[first])
            at = stop
        if not at:
            return self
        tags.append(self.tags[at:])
        return Tokens(
            self.text, forms + self.forms[at:], starts + self.starts[at:], ends + self.ends[at:], "".join(tags)
        )


def tokens(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Return the tokens of ``text[start:end]``; offsets are those of the whole text.

    >>> found = tokens("The U.S. said 3rd.")
    >>> list(zip(found.forms, found.starts, found.tags))[-3:]
    [('3', 14, '#'), ('rd', 15, 'w'), ('.', 17, '.')]
    """
    end = len(text) if end is None else end
    while start < end and text[start].isspace():
        start += 1
    pieces: list[str] = _PIECE.findall(text, start, end)
    forms = list(map(str.rstrip, pieces))
    starts = list(accumulate(map(len, pieces), initial=start))
    starts.pop()
    ends = list(map(int.__add__, starts, map(len, forms)))
    if len(_tags) > _REMEMBERED:
        _tags.clear()
    return Tokens(text, forms, starts, ends, "".join(map(_tags.__getitem__, forms)))


class _Tags(dict[str, str]):
    """Form to tag, found when first asked for."""

    def __missing__(self, form: str) -> str:
        found = self[form] = _tag(form)
        return found


_tags = _Tags()


def _tag(form: str) -> str:
    first = form[0]
    if first.isalpha():
        if not first.isupper():
            return WORD
        return CAPITALS if len(form) > 1 and form.isupper() else CAPITAL
    if first.isnumeric():
        return NUMBER
    return _MARKS.get(first) or (SYMBOL if category(first) in ("Sc", "Sm") else OTHER)


def _compounds(text: str, fine: Tokens, marks: str, digits: str) -> Iterator[tuple[int, int]]:
    """Yield where several tokens are one."""
    start = end = -1
    for left, right in sorted(_joints(text, fine, marks, digits)):
        if left == end:
            end = right
            continue
        if start >= 0:
            yield fine.starts[start], fine.ends[end]
        start, end = left, right
    if start >= 0:
        yield fine.starts[start], fine.ends[end]


def _joints(text: str, fine: Tokens, marks: str, digits: str) -> Iterator[tuple[int, int]]:
    """Yield the indexes of two tokens that are joined: neighbours, or with one mark between."""
    tags, starts, ends = fine.tags, fine.starts, fine.ends
    at = tags.find(NUMBER)
    while at >= 0:  # only beside digits do tokens touch that are no marks
        if at and tags[at - 1] in _LETTERS and ends[at - 1] == starts[at]:
            yield at - 1, at
        if tags[at + 1 : at + 2] in SOLID and fine.touches(at):
            yield at, at + 1
        at = tags.find(NUMBER, at + 1)
    for found in _joiner(marks, digits).finditer(text, *((starts[0], ends[-1]) if starts else (0, 0))):
        at = bisect_left(starts, found.start())
        yield at - 1, at + 1


@lru_cache(maxsize=64)
def _joiner(marks: str, digits: str) -> re.Pattern[str]:
    """A mark between letters or digits; the set stands first, so that the scanner leaps from one to the next."""
    between = [rf"[{re.escape(marks)}](?<=[^\W_].)(?=[^\W_])"] * bool(marks)
    between += [rf"[{re.escape(digits)}](?<=\d.)(?=\d)"] * bool(digits)
    return re.compile("|".join(between) or r"(?!)", re.DOTALL)
