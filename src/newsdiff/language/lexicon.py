"""The lexicon: every English word that code asks for by class, one row a word; and readers of other data files.

``en/lexicon.tsv`` has the rows (word, lemma, classes; the last may be missing), ``en/classes.tsv`` says what each class
is. A data file starts with ``# source: ...; licence: ...``; other lines that start with ``#`` are comments; every other
line is a row of tab-separated cells. docs/reference/language.md tells how to add a word or a class.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path

import regex

from newsdiff.language.lemmas import Lemmas

ENGLISH = Path(__file__).parent / "en"
"""The folder of the English word lists."""


class Lexicon:
    """Words, their lemmas and their classes; the file is read on first use.

    >>> lexicon = Lexicon(ENGLISH)
    >>> lexicon.has("the", "article"), lexicon.lemma("were")
    (True, 'be')
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sets: dict[tuple[str, ...], frozenset[str]] = {}

    @cached_property
    def _rows(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        """Word to the lemma that its row states, or "", and its classes."""
        return {
            word: ("" if lemma == BY_RULE else lemma, tuple(" ".join(classes).split()))
            for word, lemma, *classes in table(self._folder / "lexicon.tsv")
        }

    @cached_property
    def _members(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {name: set() for name in self.descriptions()}
        for word, (_, classes) in self._rows.items():
            for name in classes:
                found[name].add(word)
        return {name: frozenset(words) for name, words in found.items()}

    def words(self, *classes: str) -> frozenset[str]:
        """Return the words of one class, or of any of several; an unknown class is an error.

        Bind the set to a name: ``word in AUXILIARIES`` costs no more than any other set.
        """
        found = self._sets.get(classes)
        if found is None:
            members = self._members
            unknown = [name for name in classes if name not in members]
            if unknown:
                raise KeyError(f"no class {unknown[0]!r}: en/classes.tsv declares them")
            found = self._sets[classes] = frozenset().union(*(members[name] for name in classes))
        return found

    def has(self, word: str, name: str) -> bool:
        """Tell whether a word, in lower case, is of a class."""
        return word in self.words(name)

    def classes(self, word: str) -> tuple[str, ...]:
        """Return the classes of a word, in lower case; none for a word that has no row."""
        return self._rows.get(word, ("", ()))[1]

    def capitalised(self, *classes: str) -> frozenset[str]:
        """Return the words of some classes with a capital first letter: for names, and words that open a sentence."""
        return frozenset(word[0].upper() + word[1:] for word in self.words(*classes))

    def pattern(self, *classes: str) -> str:
        """Return a regular expression that matches the words of some classes, longest first; see ``trie``.

        >>> Lexicon(ENGLISH).pattern("article")
        '(?:a(?:n)?|the)'
        """
        return trie(self.words(*classes))

    def descriptions(self) -> dict[str, str]:
        """Return what each class is, in one line."""
        return dict(table(self._folder / "classes.tsv"))  # type: ignore[arg-type]

    @cached_property
    def lemmas(self) -> Lemmas:
        """The rules of inflection, with the exceptions that rows state."""
        return Lemmas({word: lemma for word, (lemma, _) in self._rows.items() if lemma})

    def lemma(self, word: str) -> str:
        """Return the lemma of a word in lower case: what its row says, or else what the rules of inflection make."""
        return self.lemmas.of(word)


BY_RULE = "-"
"""The lemma cell of a word whose lemma the rules of inflection get right."""


@cache
def table(path: Path) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a data file; read once per process."""
    with path.open(encoding="utf-8") as lines:
        return tuple(
            tuple(cell.strip() for cell in line.rstrip("\n").split("\t"))
            for line in lines
            if line.strip() and not line.startswith("#")
        )


def header(path: Path) -> str:
    """Return the header line, which names source and licence."""
    with path.open(encoding="utf-8") as lines:
        return next(lines, "").strip()


def trie(words: Iterable[str]) -> str:
    """Return a pattern that matches exactly *words*, longest first, as a prefix trie.

    A trie scans at 20 to 60 MB/s where a plain alternation of many names does 0.3. Put boundary tests after the first
    character, never in front: a leading look-behind switches off the scanner's skip-ahead.

    >>> trie(["may", "march"])
    'ma(?:rch|y)'
    """
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern(root)


def _pattern(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ends = "" in node
    branches = [
        regex.escape(char, literal_spaces=True) + _pattern(child) for char, child in sorted(node.items()) if char
    ]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{body}?" if ends else body
