"""A paragraph as a string of tags, one character a token, so that its grammar can be read by regular expressions.

Only the words outside quotation marks are looked at; a whole quotation is one token, "Q".

    N name, title or other capitalised word   G the same with a possessive ending   n other word   # number   T time
    P subject pronoun   O possessive   M object pronoun   D determiner   X auxiliary   B form of "be"   a adverb
    p preposition   o "to"   b bare infinitive   w relative   t "that"   c conjunction   s subordinator
    u subordinator of time or contrast   v other finite verb   i other -ing form   g cue verb in -ing
    S K H A finite cue verb (say, call, think, act)   . , ; : - ( ) punctuation   ? end of a Q in ?!…
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from newsdiff.language import english
from newsdiff.language.cues import Cue, cue_verbs
from newsdiff.language.lexicon import table
from newsdiff.page.quoting import QuotedRegion

_TOKEN = re.compile(r"[^\W_]+(?:[.&’'‑-][^\W_]+)*[’']?|[.,;:()\[\]!?…—–]|-+|@\w+")
_PUNCTUATION = {
    ".": ".", "!": ".", "?": ".", "…": "a", ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")",
    "—": "-", "–": "-", "-": "-",
}  # fmt: skip
_FRAME = {"say": "S", "call": "K", "think": "H", "act": "A"}
_ABBREVIATIONS = english.lexicon.words("abbreviation")
# "The Times" and "The Hour" are papers; "Monday" and "May" are not.
_TIME_NOUNS = english.lexicon.words("paper-time-noun")
_CLITICS = english.lexicon.words("clitic-verb")
_QUOTE_END = frozenset("?!…")
# Plurals without "s": a bare verb may follow.
_PLURALS = english.lexicon.words("bare-verb-subject")


_KEPT = 10_000
_TAGS: defaultdict[str, dict[str, str]] = defaultdict(dict)
"""The tag of a word behind a tag, remembered: most words of an article have been seen before."""


class Tokens:
    """The tokens of one paragraph; ``tags[i]`` is the tag of the token ``starts[i]:ends[i]``."""

    __slots__ = ("ends", "regions", "starts", "tags", "words")

    def __init__(self) -> None:
        self.tags = ""
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.regions: dict[int, int] = {}
        """Token index of each Q to the number of its region in the paragraph."""


@cache
def _lexicon() -> tuple[dict[str, str], dict[str, str]]:
    """Closed-class words to their tag, and every form of a cue verb to its tag."""
    closed: dict[str, str] = dict(table(Path(__file__).parent / "data" / "words.tsv"))  # type: ignore[arg-type]
    return closed, {word: _cue_tag(cue) for word, cue in cue_verbs().items() if word not in closed}


@cache
def finite_forms() -> frozenset[str]:
    """Return the closed-class and irregular forms that are finite verbs: "was", "has", "stole"."""
    return frozenset(word for word, tag in _lexicon()[0].items() if tag in "vXB" and "'" not in word)


def closed_tag(word: str) -> str | None:
    """Return the tag of a word of a closed class, in lower case."""
    return _lexicon()[0].get(word)


@cache
def _nominal() -> frozenset[str]:
    """Forms of cue verbs that may be nouns as well: bare and third forms ("a claim", "the claims")."""
    return frozenset(word for word, cue in cue_verbs().items() if cue.forms & {"base", "third", "ing"})


def _cue_tag(cue: Cue) -> str:
    if cue.forms == {"ing"}:
        return "g"
    return _FRAME[cue.frame]


@cache
def _third() -> frozenset[str]:
    """Third forms of common verbs that may be plural nouns as well: verbs only behind a name."""
    return frozenset(word for (word,) in table(Path(__file__).parent / "data" / "third_forms.tsv"))


def tokenize(text: str, start: int, end: int, regions: Sequence[QuotedRegion]) -> Tokens:
    """Return the tokens of a paragraph, each of its quoted *regions* as one."""
    found = Tokens()
    tags: list[str] = []
    at = start
    for number, region in enumerate(regions):
        _words(text, at, region.outer.start, found, tags)
        found.regions[len(tags)] = number
        _add(found, tags, "Q", region.outer.start, region.outer.end, "")
        at = region.outer.end
        last = text[region.inner.end - 1]
        if last in "’'" and region.inner.end - 1 > region.inner.start:
            last = text[region.inner.end - 2]
        following = text[at : at + 2].strip()[:1]
        if last in _QUOTE_END:
            _add(found, tags, "?", at, at, last)
        elif last == "." and (not following or (following not in ",;" and not following.islower())):
            _add(found, tags, ".", at, at, last)
    _words(text, at, end, found, tags)
    found.tags = "".join(tags)
    return found


def _add(found: Tokens, tags: list[str], tag: str, start: int, end: int, word: str) -> None:
    tags.append(tag)
    found.starts.append(start)
    found.ends.append(end)
    found.words.append(word)


def _words(text: str, start: int, end: int, found: Tokens, tags: list[str]) -> None:
    matches = list(_TOKEN.finditer(text, start, end))
    words = [match.group() for match in matches]
    before = tags[-1] if tags else "."
    row = _TAGS[before]
    dropped: list[int] = []
    for number, word in enumerate(words):
        tag = row.get(word)
        if tag is None:
            if word == ".":
                if before in "NnGST" and number and not _ends_sentence(text, matches, words, number):
                    dropped.append(number)
                    continue
                tag = "."
            else:
                tag = _PUNCTUATION.get(word[0]) or _tag(word, before, *_lexicon())
                if len(row) > _KEPT:  # a stream of articles must not fill the memory
                    row.clear()
                row[word] = tag
        tags.append(tag)
        before = tag
        row = _TAGS[tag]
    first = len(tags) - len(words) + len(dropped)
    for number in reversed(dropped):
        del matches[number], words[number]
    for at in range(max(1, first), len(tags)):
        if tags[at] in "SKHA" and tags[at - 1] == "n" and _is_noun(words, at - first):
            tags[at] = "n"
    found.starts += [match.start() for match in matches]
    found.ends += [match.end() for match in matches]
    found.words += words


def _is_noun(words: list[str], number: int) -> bool:
    """Tell whether a form that may be noun or verb is a noun: "a new phrase", "fine words like these".

    A bare form is no verb behind a singular; "like" goes with the noun before it.
    """
    word = words[number].lower()
    if number == 0 or word not in _nominal():
        return False
    forms = cue_verbs()[word].forms
    if "third" in forms:
        return words[number + 1 : number + 2] == ["like"]
    before = words[number - 1].lower()
    return "base" in forms and "past" not in forms and not before.endswith("s") and before not in _PLURALS


def _ends_sentence(text: str, matches: list[re.Match[str]], words: list[str], number: int) -> bool:
    at = matches[number]
    return _sentence_ends(text, at.end(), words[number - 1], at.start() - matches[number - 1].end())


def _tag(word: str, before: str, closed: dict[str, str], cues: dict[str, str]) -> str:
    lower = word.lower().replace("’", "'")
    tag = closed.get(lower)
    initial = word[0].isupper() or word[0] == "@"
    if tag is not None:
        # "US", "IT" and "May" are names; "The" and "He" are not.
        return (
            "N"
            if initial
            and (
                (before not in ".?Q:(-" and tag in "XvB")
                or (tag == "T" and lower in _TIME_NOUNS)
                or (len(word) > 1 and word.isupper() and tag in "PM")
            )
            else tag
        )
    stem, apostrophe, ending = lower.rpartition("'")
    if apostrophe and (not ending or ending == "t" or f"'{ending}" in _CLITICS):
        if (tag := closed.get(stem)) is not None and ending:
            return tag
        return "G" if ending in ("s", "") else "n"
    if initial and before not in ".?:" and before != "Q":
        return "N"
    if (tag := cues.get(lower)) is not None:
        if initial and tag != "g" and lower in _nominal():
            return "N"
        # "that concerns were", "of claims": a bare or third form is a noun where no subject can stand before it.
        return "n" if (before in "DOG" or (before in "tsupAK" and tag != "g")) and lower in _nominal() else tag
    if initial:
        return "a" if lower.endswith("ly") and len(lower) > 5 else "N"
    if word[0].isdigit():
        return "#"
    if before == "o" or (before in "Pw" and not lower.endswith("ing")):
        return "b" if before == "o" else "v"
    if lower.endswith("ly"):
        return "a"
    if before in "NP" and lower in _third():
        return "v"
    if lower.endswith("ed") and len(lower) > 4:
        return "n" if before in "DOG" else "v"
    return "i" if lower.endswith("ing") and len(lower) > 5 and before not in "DOG" else "n"


def _sentence_ends(text: str, at: int, word: str, gap: int) -> bool:
    """Tell whether the full stop before *at* ends a sentence or belongs to an abbreviation or initial."""
    if gap:
        return True
    following = text[at : at + 1]
    if following and not following.isspace():
        return following in "”\"’'"
    plain = word.lower()
    if plain in _ABBREVIATIONS or (len(word) == 1 and word.isupper() and word != "I"):
        return False
    if "." in word or plain in ("d.c", "u.s"):
        after = text[at : at + 8].split()
        return not after or (after[0][0].isupper() and after[0].lower() in _lexicon()[0])
    return True
