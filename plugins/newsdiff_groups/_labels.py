"""Generic labels, bare ("the rebels") and with a name ("Syrian rebels", "people of Syria", "US-led coalition")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

import regex

from newsdiff import Document
from newsdiff.language import english
from newsdiff.language.lexicon import trie
from newsdiff_groups._scan import Name, opens
from newsdiff_groups._words import acting, labels, role, words

_LEFT = 80  # code points before a noun in which its modifiers and name must stand (guess)
_NUMBER = re.compile(
    r"\d(?:[\d,.]*\d)?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)",
    re.IGNORECASE,
)
# What may stand before a label: whatever is no letter, digit, hyphen or apostrophe. A plain set of characters is
# looked up at once; up to here reach the marks and symbols of every script that news in English prints.
_BREAKS = re.escape("".join(re.findall(r"[^\w‐‑'’-]", "".join(map(chr, range(0x3040))))))
# "rebel-held areas", "militant-controlled east": the label is the framing.
_HELD = re.compile(rf"[-‐‑](?:{english.lexicon.pattern('holding-participle')})\b")
# Left out before a name: "all Karsan leaders", "three KDF units".
_COUNTED = role("counted")
_LINK = re.compile(rf"[-‐‑](?:{english.lexicon.pattern('tie-participle')})")
_GOES_ON = regex.compile(r"\s+\p{Lu}|\s+of \p{Lu}")
_OF = re.compile(r" of (?:the )?")
# "in opposition to the plan", "years in opposition.": what somebody is in, and nobody who acts.
_IN_A_ROLE = re.compile(r" (?:to|since|for|and)\b|[.,;]")
_HYPHENS = frozenset("-‐‑")
# What shows that an attribute labels who acts or holds: "the rebel offensive", "rebel held districts".
_AREA = rf"{english.lexicon.pattern('area-noun')}\b"
_ACTING = (
    rf"(?:(?:{trie(role('attributed deed'))})(?![\w-])"
    rf"|(?:held|controlled|occupied) (?:[a-z]{{1,12}} ){{0,2}}{_AREA})"
)
_PREFIX = re.compile(r"(?:(?:pro|non|ex)[-‐‑]|\b(?:pro|anti)[-‐‑ ])$", re.IGNORECASE)
_PREFIX_LENGTH = 6  # with the character before
_ANTI = re.compile(r"\banti[-‐‑ ]$", re.IGNORECASE)
# What they are whose enemy is named: "anti-Karsa forces" are not Karsa's.
_AGAINST = "anti-government forces"
# Labels that are a set of rules behind a noun for what is ruled: "the tax regime".
_RULES = frozenset(("regime", "regimes"))
_DOMAINS = role("domain")
_OF_RULES = re.compile(r" (?:of|for) (?!the )[a-z]")
_LONGEST_WORD = 24  # code points in which the word before a label is looked for (guess)
# "Opposition to the bill" is no group.
_STANCES = frozenset(("opposition", "resistance"))
# A word for a way of ruling is a label only with an article: "the dictatorship", and no "slide into dictatorship".
_WAYS = frozenset(("dictatorship",))
_ARTICLES = ("the ", "The ", "this ", "This ", "that ", "his ", "her ", "their ", "its ", "’s ", "'s ")
# Nouns that go with "of" and a name: "people of Mali", "regime of Diaz".
_WITH_OF = role("with of")
# With an organisation in front these stand beside it or speak for it: "Karsa Press news agency", "KDF officials".
SPEAKERS = role("speaker")


class Generic(NamedTuple):
    """A generic noun with its modifiers, and the name it carries, if any."""

    start: int
    end: int
    head: str
    name: tuple[int, int] | None
    attribute: bool = False
    """Whether the words are no name: "rebel-held", "rebel" of "the rebel offensive", "anti-Karsa forces"."""


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of one label or two in a row, with the character before; the trie is compiled once.

    That character is matched, not looked back at, so that the scanner leaps from one space to the next.
    """
    return re.compile(rf"[{_BREAKS}]{_row()}")


@cache
def _first() -> re.Pattern[str]:
    """Return the same for the very start of a text, where no character stands before."""
    return re.compile(_row())


@cache
def _row() -> str:
    label = rf"(?:{_printed_forms(labels())})(?![\w-])(?!['’](?!s\b))"
    attribute = rf"(?:{_printed_forms(acting())})(?= {_ACTING})"
    return rf"({label}(?: {label})?+|{attribute})"


def _printed_forms(words_: Iterable[str]) -> str:
    return trie(form for word in words_ for form in (word, word[0].upper() + word[1:]))


@cache
def _holders() -> dict[str, str]:
    """Return "rebel" of "rebel-held" with the label that it stands for."""
    found = {}
    for label, about in labels().items():
        if about.kind is not None and " " not in label and "-" not in label:
            found[label.removesuffix("s") if about.family != "state" else label] = label
    return found


def held(document: Document) -> Iterator[Generic]:
    """Return the holders in "rebel-held areas"."""
    text, holders = document.text, _holders()
    for match in _HELD.finditer(text):
        start = match.start()
        while start and match.start() - start < 16 and text[start - 1].isalpha():
            start -= 1
        word = text[start : match.start()]
        label = holders.get(word) or holders.get(word.lower())
        if label is not None and (start == 0 or text[start - 1] not in "-‐‑'’") and document.in_body(start):
            yield Generic(start, match.end(), label, None, True)


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(words("modifiers"))


def find(document: Document, found: Sequence[Name]) -> Iterator[Generic]:
    """Return the generic mentions of *document*, in order; *found* are all capitalised names."""
    text = document.text
    ends: dict[int, Name] = {}
    starts: dict[int, Name] = {}
    for name in found:
        words_ = name.words
        starts[words_[0].start] = ends[words_[-1].end] = name
    last, rules = 0, False
    pattern = _pattern()
    for paragraph in document.body:
        found_here = pattern.finditer(text, max(paragraph.start - 1, 0), paragraph.end)
        if paragraph.start == 0 and (opening := _first().match(text, 0, paragraph.end)):
            found_here = chain((opening,), found_here)
        for match in found_here:
            start, end = match.span(1)
            if start < last:
                continue
            if text[start].isupper() and not (_printed(match[1]) or _sentence_word(text, start, end)):
                continue
            generic = _generic(text, max(paragraph.start, last), start, end, ends, starts)
            if generic is not None and generic.name is None and generic.head in _RULES:
                rules = rules or _is_rule(text, generic)
                if rules:
                    continue
            if generic is not None:
                last = generic.end
                yield generic


def _is_rule(text: str, generic: Generic) -> bool:
    """Whether a "regime" is a set of rules: "the tax regime", "a regime of cap and trade"; later ones are that too."""
    before = text[max(0, generic.start - _LONGEST_WORD) : generic.start].split()
    return bool(before and before[-1].lower() in _DOMAINS) or _OF_RULES.match(text, generic.end) is not None


def _printed(words_: str) -> bool:
    """Whether a label is always printed with a capital: "Islamists"."""
    return words_ in labels() or words_ in acting()


def _sentence_word(text: str, start: int, end: int) -> bool:
    """Whether a capital only marks the start of a sentence: "Rebels said", not "United States"."""
    return opens(text, start) and not _GOES_ON.match(text, end, end + 12)


def _generic(
    text: str, floor: int, start: int, end: int, ends: dict[int, Name], starts: dict[int, Name]
) -> Generic | None:
    head, known = text[start:end], labels()
    if label := acting().get(head) or acting().get(head.lower()):
        return Generic(_leftwards(text, max(floor, start - _LEFT), start, {})[0], end, label, None, True)
    if head not in known:
        head = head.lower() if head.lower() in known else _last_noun(head)
    at, name = _leftwards(text, max(floor, start - _LEFT), start, ends)
    enemy = name[0] if name else start
    # The prefix stands before the name, or is taken for a part of it where a sentence starts.
    if against := _ANTI.search(text, max(floor, enemy - _PREFIX_LENGTH), enemy) or _ANTI.search(text, enemy, enemy + 5):
        head = _AGAINST if known[head].of_state else head
        return Generic(min(at, against.start()), end, head, None, head == _AGAINST)
    if name is not None:
        return Generic(at, end, head, name)
    if head in _WITH_OF and (link := _OF.match(text, end)):
        follower = starts.get(link.end())
        if follower is not None:
            return Generic(at, follower.end, head, (follower.start, follower.end))
    if text.endswith((" in ", "In "), 0, start) and _IN_A_ROLE.match(text, end):
        return None
    if head in _STANCES and text.startswith(" to ", end):
        return None
    if head in _WAYS and not text.endswith(_ARTICLES, 0, at):
        return None
    return Generic(at, end, head, None) if known[head].bare else None


def _last_noun(words_: str) -> str:
    """Return the label that "security force personnel" ends in."""
    parts = words_.split()
    for size in range(len(parts) - 1, 0, -1):
        tail = " ".join(parts[-size:])
        if tail in labels() or tail.lower() in labels():
            return tail if tail in labels() else tail.lower()
    return words_


def _leftwards(text: str, floor: int, start: int, ends: dict[int, Name]) -> tuple[int, tuple[int, int] | None]:
    """Return where the noun phrase starts and the name in it."""
    at, name = start, None
    modifiers = _modifiers()
    for _ in range(6):
        edge = at - 1
        if edge < floor or text[edge] not in " \u00a0":
            break
        owner = edge
        if text[edge - 2 : edge] in ("'s", "’s"):
            owner = edge - 2
        elif text[edge - 1 : edge] in "'’" and edge:
            owner = edge - 1
        begin = max(text.rfind(" ", floor, edge), text.rfind("\u00a0", floor, edge), floor - 1) + 1
        word = text[begin:edge]
        if not word or len(word) > 30:
            break
        if name is None and (found := ends.get(owner) or (ends.get(edge) if owner != edge else None)):
            at, name = max(found.start, floor), (found.start, found.end)
            prefix = _PREFIX.search(text, max(floor, at - _PREFIX_LENGTH), at)
            at = prefix.start() if prefix else at
            continue
        if name is None and not _HYPHENS.isdisjoint(word) and (link := _linked(text, begin, edge, ends)) is not None:
            at, name = link.start, (link.start, link.end)
            continue
        if word.lower() in modifiers or _NUMBER.fullmatch(word):
            if name is not None and word.lower() in _COUNTED:
                break
            at = begin
            continue
        break
    return at, name


def _linked(text: str, start: int, end: int, ends: dict[int, Name]) -> Name | None:
    """Return the name in "US-led"."""
    for at in range(start + 1, end):
        if text[at] in "-‐‑" and at in ends and _LINK.fullmatch(text, at, end):
            return ends[at]
    return None
