"""Put rows of the lexicon in order, and add words: ``python -m newsdiff.language.rows [CLASS WORD…]``.

Without arguments, rows are sorted and rows of one word become one: do this after a merge of two branches, whose rows
git keeps both. With a class and words, these get the class; a class that is not declared yet needs a line in
``en/classes.tsv`` first. A word may have blanks: put it in quotes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from newsdiff.language.lexicon import BY_RULE, ENGLISH


def ordered(lines: Iterable[str]) -> list[str]:
    r"""Return the lines of a table with comments first, then rows by word, each word once with all its classes.

    >>> ordered(["were\tbe\tauxiliary", "# source: us", "may\t-\tmodal", "were\t-\tcopula"])
    ['# source: us', 'may\t-\tmodal', 'were\tbe\tauxiliary copula']
    """
    comments: list[str] = []
    rows: dict[str, tuple[str, set[str]]] = {}
    for line in lines:
        if line.startswith("#"):
            comments.append(line)
        elif line.strip():
            word, lemma, *classes = line.split("\t")
            stated, known = rows.get(word, (BY_RULE, set()))
            rows[word] = (stated if lemma == BY_RULE else lemma, known.union(*map(str.split, classes)))
    made = ((word, lemma, " ".join(sorted(names))) for word, (lemma, names) in sorted(rows.items()))
    return comments + ["\t".join(filter(None, row)) for row in made]


def add(folder: Path, name: str, words: Sequence[str]) -> None:
    """Give *words* the class *name*; with neither, only put rows and classes in order."""
    classes = folder / "classes.tsv"
    lines = classes.read_text(encoding="utf-8").splitlines()
    declared = sorted({line for line in lines if line.strip() and not line.startswith("#")})
    if words and name not in {line.split("\t")[0] for line in declared}:
        raise SystemExit(f"declare the class {name!r} in {classes} first: its name, a tab, what it is")
    classes.write_text("\n".join([*(line for line in lines if line.startswith("#")), *declared, ""]), encoding="utf-8")
    path = folder / "lexicon.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() + [f"{word.lower()}\t{BY_RULE}\t{name}" for word in words]
    path.write_text("\n".join([*ordered(lines), ""]), encoding="utf-8")


if __name__ == "__main__":
    add(ENGLISH, "".join(sys.argv[1:2]), sys.argv[2:])
