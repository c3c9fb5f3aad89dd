"""Sentence boundaries: abbreviations, initials, closing quotes, "No. 5", "U.S.", ellipses."""

from __future__ import annotations

import re
from functools import cache

from newsdiff.language.english import lexicon
from newsdiff.language.lexicon import ENGLISH, table
from newsdiff.language.times import WEEKDAYS
from newsdiff.nouns.spans import Span

# Marks, closing quotes and brackets (a straight one may stand apart), then white space; or nothing, where the page lost
# it. A plain class comes first, so that the scanner skips ahead; every repetition within the sentence is bounded.
_END = re.compile(r"""[.!?…][.!?…]{0,9}["”’'»)\]]{0,4}(?:\s["”»](?=\s))?(?:\s+|(?=["”’»)\]“‘(]?[A-Z][a-z]{0,12}\s))""")
_OPENING = frozenset("\"“‘'«([„¿¡")
_CURRENCY = frozenset("$£€¥₹")
_LOWER_NAME = re.compile(r"(?:al|el|an|ad|as|ar)[-’'][A-Z]|[a-z][A-Z]")
_WORD_BEFORE = re.compile(r"[\w.&'’-]*\Z")
_ATTRIBUTED = re.compile(
    rf"(?:[A-Z][\w.'’-]{{0,30}}\s){{1,5}}{lexicon.pattern('reporting-verb', 'manner-of-saying')}\b"
)
_AFTER_HOUR = lexicon.words("time-zone", "clock-word") | frozenset(WEEKDAYS)
_LONGEST_ABBREVIATION = 24  # characters looked at before a full stop; no abbreviation is longer


def split(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences of ``text[start:end]``, one paragraph.

    >>> [s.of("Gen. Diaz left. He was 5.") for s in split("Gen. Diaz left. He was 5.", 0, 25)]
    ['Gen. Diaz left.', 'He was 5.']
    """
    found, begin = [], start
    lower: bool | None = None
    counted, marks = start, 0
    usual = _endings()
    for match in _END.finditer(text, start, end):
        at, after = match.span()
        if after >= end:
            break
        first = text[after]
        # The usual case first: a plain word, a full stop, maybe a closing mark, a blank, a capital.
        if after - at <= 3 and text[at] == "." and text[after - 1] == " " and first.isupper():
            word = text[at - 3 : at]
            if word.islower() and word.isalpha() and word not in usual:
                found.append(Span(begin, after - 1))
                begin = after
                continue
        if first.islower() and lower is None:
            lower = text[start:end].islower()  # a broadcast transcript or the like, without any capital
        if not _opens(text, after, end, bool(lower)) or not _closes(text, begin, at, after, end, bool(lower)):
            continue
        stop = at + len(text[at:after].rstrip())
        if text[stop - 1] == '"' and text[stop - 2].isspace():
            # A straight mark between blanks closes after an odd number of others, and opens after an even one.
            marks += text.count('"', counted, at)
            counted = at
            if marks % 2 == 0:
                after, stop = stop - 1, at + len(text[at : stop - 1].rstrip())
        found.append(Span(begin, stop))
        begin = after
    if begin < end:
        found.append(Span(begin, end))
    return found


def _opens(text: str, at: int, end: int, lower: bool) -> bool:
    """Whether a sentence can begin at *at*: a capital, number or letter without case, maybe behind an opening mark."""
    first = at
    while first < end and first < at + 3 and text[first] in _OPENING:
        first += 1
    char = text[first] if first < end else ""
    if char.islower():
        return lower or _LOWER_NAME.match(text, first, end) is not None
    return char.isalnum() or char in _CURRENCY


def _closes(text: str, begin: int, at: int, after: int, end: int, lower: bool) -> bool:
    """Whether the mark at *at* ends the sentence that began at *begin*."""
    marks = text[at:after].rstrip()
    spaced = len(marks) < after - at
    edge = at - 1 if at > begin and text[at - 1] == " " else at  # "Mr . Diaz", as tokenizers write it
    word = _WORD_BEFORE.search(text, max(begin, edge - _LONGEST_ABBREVIATION), edge)
    before = word.group() if word else ""
    if not before and not text[begin:at].strip("\"“‘'«([ \n.…"):
        return False  # "...and so on" at the very beginning
    if text[at] != "." or marks[1:2] in (".", "…"):
        if before.lower() in ("yahoo", "jeopardy") and marks == "!":
            return False
        quoted = len(marks) > 1 and marks[-1] in "\"”’'»"
        return (spaced or _opener(text, after, end)) and not (quoted and _ATTRIBUTED.match(text, after, end))
    if len(marks) > 1:  # a closing quote or bracket: no abbreviation but a name's initials ends there
        return (spaced and not (marks[-1] == ")" and _dotted(before))) or _opener(text, after, end)
    if not spaced:
        return len(before) > 1 and before.isalpha() and before[-1].islower() and _opener(text, after, end)
    return _full_stop(text, begin, at, after, end, before.title() if lower and before.isalpha() else before)


def _full_stop(text: str, begin: int, at: int, after: int, end: int, before: str) -> bool:
    """Whether a lone full stop behind *before* ends a sentence, and not an abbreviation, initial or list number."""
    # Initials ("J. Smith") and dotted acronyms ("U.S. Army", "Ph.D. student").
    letter = len(before) == 1 and before.isalpha() and before != "I"
    if letter and before.isupper():
        return _opener(text, after, end)
    plain = before.lower().strip(".-'’&")
    follows, case = _abbreviations().get(plain, ("", ""))
    if follows and (case == "any" or before[:1].isupper()):
        if follows == "name":
            return False
        return not text[after].isdigit() and (follows == "number" or _opener(text, after, end))
    if before.isdigit():
        return len(before) > 2 or bool(text[begin : at - len(before)].strip("\"“‘'«(["))
    if plain in ("a.m", "p.m"):
        return _next(text, after, end) not in _AFTER_HOUR
    if (letter and text[after].isdigit()) or _dotted(before):
        return _opener(text, after, end)
    return True


def _dotted(word: str) -> bool:
    """Whether a word is letters with dots between them; 62.75 is not."""
    return "." in word and not word[-1].isdigit() and all(len(part) <= 2 for part in word.split("."))


def _next(text: str, at: int, end: int) -> str:
    stop = at
    while at < end and text[at] in _OPENING:
        at += 1
        stop = at
    while stop < end and stop < at + 16 and text[stop].isalpha():
        stop += 1
    return text[at:stop].lower()


def _opener(text: str, at: int, end: int) -> bool:
    return _next(text, at, end) in _openers()


@cache
def _abbreviations() -> dict[str, tuple[str, str]]:
    return {word: (follows, case) for word, follows, case in table(ENGLISH / "abbreviations.tsv")}


@cache
def _endings() -> frozenset[str]:
    """The last three letters of every abbreviation that could be written so in small letters."""
    return frozenset(word[-3:] for word in _abbreviations())


def _openers() -> frozenset[str]:
    return lexicon.words("sentence-opener")
