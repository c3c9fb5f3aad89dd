"""Capitalised sequences and the names inside them.

A sequence runs over capitalised words and the small words that may stand inside a name ("Rally for the Return of
Refugees"). It is then cut where the small word does not belong to a name: "of" and "for" need a head noun before
them, "and" joins only inside an open construction ("Ministry of Culture and Sport") or before a head ("Food and Drug
Agency").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsdiff.language import english, places
from newsdiff.language.letters import UPPER
from newsdiff_groups._words import heads, names, peoples, role

_U = f"[{UPPER}]"
_ARTICLE = r"(?:[Aa]l|[Ee]l|[Uu][ldr]|[Aa][snrdtz]h?|e|i|ez|us|de)"
# One capital first, so that the scanner can skip to it; then dotted letters, abbreviations, an initial, or a word.
_WORD = (
    rf"{_U}(?:[a-z]{{2,}}+(?![\w.'’/‐‑-])"  # most words: none of what follows can go on from here
    rf"|\.(?:{_U}\.){{1,5}}(?:{_U}(?!\w))?"
    r"|(?:o|nc|orp|td|ros|os)\.(?=[,;:)]|['’]s|[ \u00a0]{1,2}[a-z&])"
    rf"|(?:t|en|ol|r|rs|s|ep|ov|ev|gt|apt|dm|aj|mdr)\.(?=[ ]{_U})"
    rf"|\.(?=[ ]{_U})"
    rf"|\w*+(?:['’](?![Ss]\b)[^\W\d_]\w*+|[-‐‑/](?:{_ARTICLE}[-‐‑ ])?(?=[{UPPER}\d])\w++){{0,4}}"
    rf"(?:(?<=s)['’](?=\s{_U}))?)"
)
_PARTICLE = r"(?:(?:al|el|as|ash|an|ad|ar|at|ul|us|de)[-‐‑])"
_SMALL = (
    r"(?:(?:of|for|and|&|in|on|against|de|del|der|des|du|di|la|y|et|e|und|ul|ud|bin|ibn)[ \u00a0\n]"
    r"(?:the[ \u00a0\n]|la[ \u00a0\n])?)"
)
_SMALL_WORDS = english.lexicon.words("name-link")
# A line end inside a paragraph is that of hard-wrapped text: a name goes on after it.
_JOIN = rf"(?:['’]s)?[ \u00a0\n]{_SMALL}?{_PARTICLE}?"
SEQUENCE = re.compile(rf"{_WORD}(?:{_JOIN}(?:{_WORD}|\d{{1,4}}(?:st|nd|rd|th)?\b)){{0,14}}")
_PIECE = re.compile(rf"(?P<small>{_SMALL})|(?P<word>{_PARTICLE}?{_WORD}|\d\w*)")

# Capitalised because they open a sentence or a headline, or are names of times: never the start of a group.
OPENERS = role("opener")
# Kept as the first word when a head noun follows: "National Bank", "New Alliance", "Army Command", "Police Service".
_SOFT = role("soft")
_MONTHS = role("month")
TITLES = role("title")
_OPEN_AND = english.lexicon.words("naming-and")
_ABBREVIATED = role("abbreviated")
_ON = role("on")
_IN_NAMES = role("in")
_JOINED_BY_AND = role("and")
# Owners that are part of the name: "People's Army", "Lord's Resistance Army".
_OWNERS = role("owner")


class Word(NamedTuple):
    """One word of a sequence; ``small`` are the words between it and the one before."""

    text: str
    start: int
    end: int
    small: str


class Name(NamedTuple):
    """A capitalised name, cut out of its sequence."""

    words: tuple[Word, ...]
    opened: bool
    """Whether a title stood directly before it: a person."""
    first: bool
    """Whether it opens its sentence."""

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end


_new = tuple.__new__  # words and names are made by the thousand


def scan(text: str, start: int, end: int) -> list[Name]:
    """Return the capitalised names of ``text[start:end]``."""
    found: list[Name] = []
    for match in SEQUENCE.finditer(text, start, end):
        at, stop = match.span()
        before = text[at - 1] if at else " "
        if before in "-‐‑":
            at = _with_article(text, at)
        elif before.isalnum():
            continue
        whole = text[at:stop]
        if "\u00a0" in whole or "\n" in whole:
            found += split(text, at, stop)
        elif " " in whole:
            parts = whole.split(" ")
            if "'s " not in whole and "’s " not in whole:
                words = _spaced(parts, at)
                if len(words) < len(parts) or not TITLES.isdisjoint(parts):
                    found += _cut(words, opens(text, at))
                elif parts[0] in OPENERS or parts[0] in _MONTHS:
                    found += _trimmed(words, opens(text, at))
                else:  # by far the most frequent case: nothing to cut or to drop
                    found.append(_new(Name, (tuple(words), False, opens(text, at))))
            else:
                found += split(text, at, stop)
        elif whole not in OPENERS and whole not in TITLES:
            found.append(_new(Name, ((_new(Word, (whole, at, stop, "")),), False, opens(text, at))))
    return found


def _spaced(parts: list[str], at: int) -> list[Word]:
    """Return the words of a sequence in which one space stands between any two: what ``split`` finds, sooner."""
    words: list[Word] = []
    small = ""
    for part in parts:
        end = at + len(part)
        if part in _SMALL_WORDS:
            small = small or part
        else:
            words.append(_new(Word, (part, at, end, small)))
            small = ""
        at = end + 1
    return words


def _with_article(text: str, at: int) -> int:
    """Take the particle of "al-Nusra" into the name."""
    for width in (3, 4):
        head = text[max(at - width, 0) : at - 1]
        if head in ("al", "el", "as", "an", "ash", "ad", "ar", "at", "ul") and (
            at - width == 0 or not text[at - width - 1].isalnum()
        ):
            return at - width
    return at


def split(text: str, start: int, end: int) -> Iterator[Name]:
    """Return the names inside one sequence of several words."""
    pieces: list[Word] = []
    small = ""
    for match in _PIECE.finditer(text, start):  # no end: a full stop is judged by what follows
        at, stop = match.span()
        if at >= end:
            break
        if match.lastgroup == "small":
            small = text[at:stop].split()[0]
            continue
        if pieces and not small and at - pieces[-1].end > 2:
            small = "'s"
        pieces.append(Word(text[at:stop], at, stop, small))
        small = ""
    yield from _cut(pieces, opens(text, start))


def opens(text: str, start: int) -> bool:
    """Whether *start* opens a sentence or a line."""
    at = start - 1
    if at > 0 and text[at] == " " and text[at - 1].isalnum():  # most names
        return False
    while at >= 0 and text[at] in " \u00a0\"'“”‘’([«":
        at -= 1
    return at < 0 or text[at] in ".!?:\n\r\u2028\u2029•–—…-"


def _cut(pieces: list[Word], opens: bool) -> Iterator[Name]:
    group: list[Word] = []
    first = opens
    kinds = heads()
    for index, word in enumerate(pieces):
        speaker = group and word.text in TITLES and group[-1].text in kinds and index + 1 < len(pieces)
        if group and (speaker or (word.small and not _joins(group, word, pieces[index + 1 :]))):
            yield from _trimmed(group, first)
            group, first = [], False
        group.append(word)
    if group:
        yield from _trimmed(group, first)


def _joins(group: list[Word], word: Word, rest: list[Word]) -> bool:
    """Whether the small words before *word* belong to the name so far."""
    kinds, last, small = heads(), group[-1].text, word.small
    if small == "&":
        return True
    if small == "'s":
        return _owner_joins(group, word, rest)
    if small in _OPEN_AND:
        return _and_joins(group, word, rest)
    if last in _ABBREVIATED or last in TITLES:
        return False
    is_head = kinds.get(last) == "both" or (last in kinds and small == "of")
    if small == "to":
        return False
    if small in ("of", "for"):
        return (
            is_head
            or _is_open(group)
            or (small == "of" and (last in ("Times", "State", "Nation", "Members") or _land(word, rest)))
        )
    if small == "in":
        return not word.text[0].isdigit() and (last in _IN_NAMES or _is_open(group, ("for",)))
    if small == "on":
        return last in _ON and word.text not in OPENERS
    if small == "against":
        return is_head
    return True  # particles of foreign names


def _is_open(group: list[Word], after: tuple[str, ...] = ("of", "for")) -> bool:
    """Whether the name has a head with "of" or "for", so that more may follow: "Rally for the Return of ..."."""
    kinds = heads()
    return any(
        word.small in after and (kinds.get(group[i].text) == "both" or group[i].text == "State")
        for i, word in enumerate(group[1:])
    )


def _run(word: Word, rest: list[Word]) -> list[Word]:
    """Return *word* and the words that follow it without a small word between."""
    tail = [word]
    for other in rest:
        if other.small:
            break
        tail.append(other)
    return tail


def _land(word: Word, rest: list[Word]) -> bool:
    """Whether a place with a legal form follows: "Tin Mines of Karsa Ltd"."""
    tail = _run(word, rest)
    return len(tail) > 1 and tail[-1].text in _ABBREVIATED and " ".join(w.text for w in tail[:-1]) in places.known()


def _owner_joins(group: list[Word], word: Word, rest: list[Word]) -> bool:
    tail = _run(word, rest)
    if group[-1].text in _OWNERS:
        return tail[-1].text in heads()
    owner = group[-1].text
    plain = len(group) == 1 and owner not in places.known() and owner not in peoples() and owner not in names()
    return plain and len(tail) > 1 and tail[-1].text in _ABBREVIATED


def _and_joins(group: list[Word], word: Word, rest: list[Word]) -> bool:
    kinds = heads()
    tail = _run(word, rest)
    right = tail[-1].text
    if _is_open(group):
        return not (right in kinds and len(tail) > 1) and word.text not in names() and not word.text.isupper()
    if right not in _JOINED_BY_AND or len(tail) < 2 or len(group) > 4:
        return False
    known = any(
        text in names() or text in peoples() or text in places.known()
        for text in (group[-1].text, group[0].text, word.text)
    )
    return not known and kinds.get(group[-1].text) != "both" and not group[0].text.isupper() and not word.text.isupper()


def _trimmed(group: list[Word], first: bool) -> Iterator[Name]:
    """Drop openers and titles in front; what follows a title is a person."""
    kinds = heads()
    has_head = group[-1].text in kinds
    person = False
    begin = 0
    while begin < len(group):
        text = group[begin].text
        owner = begin + 1 < len(group) and group[begin + 1].small == "'s"
        if (
            text in TITLES
            and not owner
            and not (has_head and begin + 2 >= len(group))
            and not (text == "General" and has_head)
        ):
            person = True
        elif text in OPENERS and not (text in _SOFT and _goes_on(group[begin:], has_head)):
            person = person and text not in ("The", "A", "An")
        else:
            break
        begin += 1
    while begin < len(group) - 1 and group[begin].text in _MONTHS and not group[begin + 1].text[0].isdigit():
        begin += 1
    while begin < len(group) and group[begin].text[0].isdigit():
        begin += 1
    if begin < len(group):
        yield Name(tuple(group[begin:]), person, first and begin == 0)


def _goes_on(rest: list[Word], has_head: bool) -> bool:
    """Whether an opener may be the first word of a name: "National Bank", not "National" alone."""
    if len(rest) > 1 and rest[1].small == "'s":
        return True
    return len(rest) > 1 and (has_head or rest[0].text not in ("One", "Members", "Soldiers", "People"))
