"""The words of a quotation, normalised for comparison, with their places."""

from __future__ import annotations

from functools import cached_property, lru_cache

import regex
from anyascii import anyascii

from newsdiff.language.rarity import rarity
from newsdiff.language.words import lemma, stop_words

# A word, an elision (". . .", "…"), an editor's bracket, or the end of a sentence.
_PIECE = regex.compile(
    r"\[[^\[\]]{0,80}\]|[^\W_]+(?:[.,'’‘-][^\W_]+)*(?:['’](?=s?\b))?|%|(?:\.[ \xa0]?){3,4}|…|[.!?](?=[\s\"”’')]|$)"
)
# "At the moment" and "at the present time" are two renderings of "now".
_NOW = regex.compile(
    r"(?:(?:at|in) (?:the |this )?(?:present|current) (?:time|moment|stage|juncture)|(?:at|in) (?:the|this) moment"
    r"|at this (?:time|stage|juncture|point)(?: in time)?|at present|right now|for now|currently"
    r"|for the (?:moment|time being))(?![\w'’-]| of\b)",
    regex.IGNORECASE,
)
_NOW_OPENS = frozenset("at in right for currently".split())
_EDITOR = frozenset("[sic] [...] […] [. . .]".split(" ")) | {"[. . .]"}
_MARKS = frozenset(",;:—–.!?()")
_FILLERS = frozenset("uh um er ah eh".split())
_SPELLINGS = {
    "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to"), "cannot": ("can", "not"),
    "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"), "ain't": ("is", "not"),
    "let's": ("let", "us"), "ok": ("okay",), "'em": ("them",), "cause": ("because",),
    "grey": ("gray",), "whilst": ("while",), "amongst": ("among",), "towards": ("toward",), "programme": ("program",),
    "defence": ("defense",), "centre": ("center",), "labour": ("labor",), "colour": ("color",), "honour": ("honor",),
    "favour": ("favor",), "behaviour": ("behavior",), "neighbour": ("neighbor",), "neighbours": ("neighbor",),
}  # fmt: skip
_ENDINGS = {"n't": ("not",), "'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'m": ("am",), "'d": ("would",)}
_DIGITS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
}
NEGATIONS = frozenset("not never no none nobody nothing neither nor nowhere without hardly cannot".split())
CONDITIONS = frozenset("if unless until provided providing except only unlike otherwise assuming lest".split())
TURNS = frozenset("but however although though yet still nevertheless unless except only provided".split())
# What opens a clause of its own: a negation before it belongs elsewhere.
CLAUSES = CONDITIONS | TURNS | frozenset("because when while who which that and or so since where whatever".split())
MODALS = frozenset("will would shall should may might must can could".split())
DEGREES = frozenset(
    "most least only all every always entirely fully completely partly almost merely just first".split()
)


class Word:
    """One normalised word at ``start:end`` of the content."""

    __slots__ = ("capital", "content", "end", "norm", "start", "weight")

    def __init__(self, norm: str, start: int, end: int, capital: bool) -> None:
        self.norm, self.start, self.end, self.capital = norm, start, end, capital
        self.content = (
            norm not in stop_words()
            and norm not in MODALS
            and norm not in NEGATIONS
            and (len(norm) > 2 or norm[0].isdigit())
        )
        # A name inside ("South Vesland") is the topic more than the statement.
        self.weight = (0.15 + rarity(norm).word) * (0.6 if capital else 1.0) if self.content else 0.0

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
        for match in _PIECE.finditer(content):
            piece = match.group()
            if match.start() < told:
                continue
            if piece.lower() in _NOW_OPENS and (now := _NOW.match(content, match.start())) is not None:
                told = now.end()
                self.words.append(Word("now", match.start(), told, False))
                opened = False
                continue
            if piece in ".!?":
                self.ends.add(len(self.words) - 1)
                opened = True
            elif piece[0] in ".…":
                self.gaps.add(len(self.words) - 1)
            elif piece[0] == "[":
                self._bracket(piece, match.start())
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
        for norm in _normal(piece):
            self.words.append(Word(norm, start, end, capital))

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


@lru_cache(maxsize=16384)
def _normal(piece: str) -> tuple[str, ...]:
    word = piece.lower().replace("’", "'").replace("‘", "'")
    if not word.isascii():
        word = anyascii(word).lower() or word
    if word in _FILLERS:
        return ()
    if word in _SPELLINGS:
        return tuple(lemma(part) for part in _SPELLINGS[word])
    if word in ("percent", "%"):
        return ("%",)
    if word in _DIGITS:
        return (_DIGITS[word],)
    for ending, added in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return (lemma(word[: -len(ending)]), *added)
    if word[0].isdigit():
        return (word.replace(",", ""),)
    parts = word.strip("'").split("-")
    if len(parts) > 1 and all(len(part) > 2 for part in parts):
        return tuple(lemma(part) for part in parts)
    return (lemma(word.strip("'")) or word,)
