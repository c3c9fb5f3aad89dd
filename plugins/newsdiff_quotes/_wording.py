"""The words of a quotation, normalised for comparison, with their places."""

from __future__ import annotations

from functools import cached_property, lru_cache

import regex

from newsdiff.language import english
from newsdiff.language.rarity import rarity
from newsdiff.language.times import MONTHS
from newsdiff.language.words import lemma, stop_words
from newsdiff_quotes._style import forms

# An editor's bracket, an acronym, a word, an elision (". . .", "…"), or the end of a sentence.
_PIECE = regex.compile(
    r"\[[^\[\]]{0,80}\]|\([^()]{1,40}\)|(?:\p{Lu}\.){2,}(?:['’]s\b)?"
    r"|[^\W_]+(?:[.,'’‘-][^\W_]+)*(?:['’](?=s?\b))?|%|(?:\.[ \xa0]?){3,4}|…|[.!?](?=[\s\"”’')]|$)"
)
# "At the moment" and "at the present time" are two renderings of "now".
_NOW = regex.compile(
    r"(?:(?:at|in) (?:the |this )?(?:present|current) (?:time|moment|stage|juncture)|(?:at|in) (?:the|this) moment"
    r"|at this (?:time|stage|juncture|point)(?: in time)?|at present|right now|for now|currently"
    r"|for the (?:moment|time being))(?![\w'’-]| of\b)",
    regex.IGNORECASE,
)
_NOW_OPENS = english.lexicon.words("now-opener")
_PER_CENT = regex.compile(r"per[ -]?cent\b", regex.IGNORECASE)
_MONEY, _APOSTROPHES = frozenset("$£€¥₹"), frozenset("'’")
_SHOUT = 12  # letters from which a text in capitals is no acronym (guess)
# Weight of a content word besides its rarity, and the share of it that a name has (guess).
_EVERY, _NAME = 0.15, 0.6
_EDITOR = frozenset(("[sic]", "[...]", "[…]", "[. . .]"))
_MARKS = frozenset(",;:—–.!?()")
_FILLERS = english.lexicon.words("hesitation")
NEGATIONS = english.lexicon.words("negation", "negative-word")
CONDITIONS = english.lexicon.words("condition-opener", "exception-opener")
TURNS = english.lexicon.words("concession", "turning-word")
# What opens a clause of its own: a negation before it belongs elsewhere.
CLAUSES = english.lexicon.words("condition-opener", "exception-opener", "concession", "turning-word", "clause-opener")
MODALS = english.lexicon.words("modal")
DEGREES = english.lexicon.words("degree-word")


class Word:
    """One normalised word at ``start:end`` of the content: ``form`` without house style, ``norm`` its lemma."""

    __slots__ = ("capital", "content", "end", "form", "norm", "start", "weight")

    def __init__(self, form: str, start: int, end: int, capital: bool) -> None:
        norm = form if form[-1] in ".%" or form[0].isdigit() else lemma(form) or form
        self.form, self.norm, self.start, self.end, self.capital = form, norm, start, end, capital
        self.content = (
            norm not in stop_words()
            and norm not in MODALS
            and norm not in NEGATIONS
            and (len(norm) > 2 or norm[0].isdigit())
        )
        # A name inside ("South Vesland") is the topic more than the statement.
        self.weight = (_EVERY + rarity(norm).word) * (_NAME if capital else 1.0) if self.content else 0.0

    def __repr__(self) -> str:
        return f"Word({self.norm!r}, {self.start}:{self.end})"


class Wording:
    """The words of one quotation, its sentence ends and its elisions."""

    def __init__(self, content: str) -> None:
        self.text = content
        self.words: list[Word] = []
        self.ends: set[int] = set()
        """Indices of words after which a sentence ends."""
        self.gaps: set[int] = set()
        """Indices of words after which the outlet marked an omission."""
        self.glosses: set[int] = set()
        """Indices of words that the outlet put in brackets."""
        opened = True
        told = 0
        self._shouted = len(content) > _SHOUT and content.isupper()
        for match in _PIECE.finditer(content):
            piece = match.group()
            if match.start() < told:
                continue
            if piece.lower() in _NOW_OPENS and (now := _NOW.match(content, match.start())) is not None:
                told = now.end()
                self.words.append(Word("now", match.start(), told, False))
                opened = False
                continue
            if piece[0] in "pP" and (share := _PER_CENT.match(content, match.start())) is not None:
                told = share.end()
                self.words.append(Word("%", match.start(), told, False))
            elif piece in ".!?":
                self.ends.add(len(self.words) - 1)
                opened = True
            elif piece[0] in ".…":
                self.gaps.add(len(self.words) - 1)
            elif piece[0] == "[":
                self._bracket(piece, match.start())
            elif piece[0] == "(":
                self._bracket(f"[{piece[1:-1]}]", match.start())
            else:
                self._add(piece, match.start(), match.end(), piece[0].isupper() and not opened)
                opened = False

    def _bracket(self, piece: str, start: int) -> None:
        if piece.lower() in _EDITOR or "." in piece[1:3] or "…" in piece:
            if "sic" not in piece.lower():
                self.gaps.add(len(self.words) - 1)
            return
        for match in regex.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", piece):
            self.glosses.add(len(self.words))
            self._add(match.group(), start + match.start(), start + match.end(), False)

    def _add(self, piece: str, start: int, end: int, capital: bool) -> None:
        money = start > 0 and self.text[start - 1] in _MONEY
        if piece[-1] == "." and (end == len(self.text) or self.text[end : end + 2].strip()[:1].isupper()):
            self.ends.add(len(self.words))
        if piece[-2:] == "in" and self.text[end : end + 1] in _APOSTROPHES:
            piece += "'"  # "askin'"
        if piece[-2:] == "th" and piece[0].isdigit() and self.words and self.words[-1].form in MONTHS:
            piece = piece[:-2]
        for form in forms(piece, self._shouted, money) if piece.lower() not in _FILLERS else ():
            self.words.append(Word(form, start, end, capital))

    def raw(self, at: int) -> str:
        """Return the word at an index as it is printed, in lower case."""
        word = self.words[at]
        return self.text[word.start : word.end].lower()

    def opens(self, at: int) -> bool:
        """Tell whether a clause begins at the word *at*: behind a mark, or with a word that opens one."""
        if at <= 0 or at >= len(self.words) or self.words[at].norm in CLAUSES:
            return True
        between = self.text[self.words[at - 1].end : self.words[at].start]
        return not _MARKS.isdisjoint(between)

    @cached_property
    def norms(self) -> list[str]:
        """Normalised words in order."""
        return [word.norm for word in self.words]

    @cached_property
    def forms(self) -> list[str]:
        """Words in order, each in the form that all house styles share."""
        return [word.form for word in self.words]

    @cached_property
    def line(self) -> str:
        """The same as one string, in which a run of whole words is found at once."""
        return "\n".join(("", *self.norms, ""))

    @cached_property
    def contents(self) -> dict[str, float]:
        """Content words and their weights."""
        return {word.norm: word.weight for word in self.words if word.content}

    @cached_property
    def mass(self) -> float:
        """Weight of all different content words."""
        return sum(self.contents.values())


@lru_cache(maxsize=4096)
def wording(content: str) -> Wording:
    """Return the words of *content*; kept, since a quotation is compared with many."""
    return Wording(content)
