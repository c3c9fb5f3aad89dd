"""Do two names, without context, stand for one group? Each answer carries its evidence.

Evidence in this order: the same letters, the alias table, initials, legal forms, the same words in another language,
spelling or order. A word on one side that has no counterpart on the other vetoes: a faction is not its parent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product
from math import prod
from pathlib import Path

import regex

from newsdiff.language import places
from newsdiff.language.lexicon import table
from newsdiff_groups._words import role

_DATA = Path(__file__).parent / "data"
_WORD = regex.compile(r"[a-z0-9]+")
_PARTS = regex.compile(r"\s+[-–—:]+\s*|\s*[-–—:]\s+|(?<=[A-Z]{2,6})[-–—](?=\w)|[-–—](?=[\x22“])|\s*[/(),]\s*")
_STOP = role("small")
_ELISION = regex.compile(r"\b[dl]['’](?=\p{L})", regex.I)
_ARTICLE = regex.compile(r"\b(?:al|el|ul|ur|ud|as|ash|ad|ar|az|an|at)[-‐‑ '’](?=\w)", regex.I)
_ACRONYM = regex.compile(
    r"[A-Z][A-Z0-9&]{1,7}|(?:[A-Z]\.){2,6}|[A-Z][A-Z]+/[A-Z]|[A-Z]{2,5}-[A-Z]{1,5}|[A-Z]?[a-z]?[A-Z]{2,7}"
)
# Kinds of body that news and lists put after a name or leave out; they never tell two groups apart on their own.
_DROPPABLE = role("droppable")
LANGUAGES = 6
_READINGS = 2000  # initials that the words of one name may have in one language; more prove nothing (guess)


def same_group(a: str, b: str) -> bool:
    """Tell whether two names, without context, stand for one group.

    >>> same_group("Karsa Liberation Front", "KLF")
    True
    >>> same_group("Karsa Liberation Front", "Karsa Liberation Front - North")
    False
    """
    return evidence(a, b) is not None


@lru_cache(maxsize=8192)
def evidence(a: str, b: str) -> str | None:
    """Return why two names are one group's, or None."""
    left, right = plain(a), plain(b)
    if not left or not right:
        return None
    if left.replace(" ", "") == right.replace(" ", "") or _letters(a) == _letters(b) != "":
        return "spelling"
    if aliases(left) & aliases(right):
        return "table"
    if initials(a, b) or initials(b, a):
        return "initials"
    if _ACRONYM.fullmatch(a.strip()) and _ACRONYM.fullmatch(b.strip()):
        return None
    return _tails(a, b) or _parts(a, b) or _words(a, b)


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    from anyascii import anyascii  # 80 ms of import that English names never need

    return anyascii(text)


_ARMY = regex.compile(r"/A\b")
_SEPARATORS = regex.compile(r"[\s–—-]+")
_OWNED = regex.compile(r"(?<=\w)['`’]s\b")
_DOTTED = regex.compile(r"\b(?:[a-z]\.){2,}")


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """Return *name* in lower-case ASCII words, without article, apostrophes and dots."""
    text = name.replace("&", " and ")
    if "/" in text:
        text = _ARMY.sub(" army", text)
    text = _ELISION.sub("", text)
    text = _ascii(_ARTICLE.sub("", text)).lower()
    text = _OWNED.sub("", text).replace("'", "").replace("`", "")
    if "." in text:
        text = _DOTTED.sub(lambda match: match.group().replace(".", ""), text)
    return " ".join(_WORD.findall(text)).removeprefix("the ")


@lru_cache(maxsize=8192)
def _letters(name: str) -> str:
    return regex.sub(r"[^a-z0-9]", "", _ascii(name).lower())


@cache
def _table() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for index, row in enumerate(table(_DATA / "aliases.tsv")):
        for name in row[0].split("|"):
            found.setdefault(plain(name), set()).add(index)
    return {name: frozenset(rows) for name, rows in found.items()}


def aliases(name: str) -> frozenset[int]:
    """Return the rows of the alias table that hold the plain name *name*."""
    return _table().get(name, frozenset())


@cache
def _legal() -> frozenset[str]:
    return frozenset(row[0] for row in table(_DATA / "legal.tsv"))


@cache
def _concepts() -> tuple[dict[str, frozenset[str]], dict[str, tuple[frozenset[str], ...]]]:
    """Return word -> concepts, and concept -> its initials per language."""
    by_word: dict[str, set[str]] = {}
    letters: dict[str, list[set[str]]] = {}
    for row in table(_DATA / "translations.tsv"):
        concept = row[0].split("|")[0]
        cells = letters.setdefault(concept, [set() for _ in range(LANGUAGES)])
        for language, cell in enumerate(row):
            for form in cell.split("|"):
                if form := plain(form):
                    by_word.setdefault(form, set()).add(concept)
                    cells[language].add(form[0])
    for demonym, country in places.demonyms().items():
        if " " not in demonym and " " not in country:
            by_word.setdefault(demonym.lower(), set()).add(country.lower())
            by_word.setdefault(country.lower(), set()).add(country.lower())
    return {w: frozenset(c) for w, c in by_word.items()}, {
        c: tuple(map(frozenset, cells)) for c, cells in letters.items()
    }


@lru_cache(maxsize=8192)
def _content(name: str) -> list[str]:
    return [word for word in plain(name).split() if word not in _STOP]


def initials(short: str, long: str) -> bool:
    """Whether *short* is made of the initials of *long*, in its language or in a translation."""
    if not _ACRONYM.fullmatch(short.strip()) or " " in short.strip():
        return False
    letters = regex.sub(r"[^a-z0-9]", "", _ascii(short).lower())
    words = plain(long).removesuffix(" faction").split()
    content = [w for w in words if w not in _STOP]
    if len(letters) < 2 or len(words) < 2:
        return False
    every = "".join(w[0] for w in words)
    plain_letters = "".join(w[0] for w in content)
    if letters in (every, plain_letters) and len(letters) >= 2:
        return len(letters) > 2 or len(content) == 2
    if len(letters) >= 3 and (_in_order(letters, words) or _in_order(letters, _spoken(long))):
        return True
    return len(letters) >= 3 and _translated_initials(letters, content)


def _spoken(name: str) -> list[str]:
    """Return the words of *name* with its Arabic articles, which some acronyms count ("AQ")."""
    return _WORD.findall(regex.sub(r"['`]", "", _ascii(name).lower()))


def _in_order(letters: str, words: list[str]) -> bool:
    """Whether *letters* are initials in order, leaving out only small words."""
    at = 0
    for word in words:
        if at < len(letters) and word[0] == letters[at]:
            at += 1
        elif word not in _STOP and word not in _legal():
            return False
    return at == len(letters)


def _translated_initials(letters: str, content: list[str]) -> bool:
    """Whether *letters* are the initials of the words of a translation, whose order may differ."""
    if len(content) != len(letters):
        return False
    by_word, per_language = _concepts()
    for language in range(LANGUAGES):
        options, known = [], 0
        for word in content:
            choices: set[str] = set()
            for concept in by_word.get(word, ()):
                cells = per_language.get(concept)
                if cells and cells[language]:
                    choices |= cells[language]
            known += bool(choices)
            options.append(choices or {word[0]})
        few = prod(map(len, options)) <= _READINGS
        if (
            known * 2 >= len(content)
            and few
            and any(sorted(letters) == sorted(pick) for pick in product(*(sorted(option) for option in options)))
        ):
            return True
    return False


@lru_cache(maxsize=8192)
def _split(name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _PARTS.split(name) if part and part.strip())


def _parts(a: str, b: str) -> str | None:
    """Compare names of several parts part by part: "PVA - north faction" and "People's Valley Army - north faction"."""
    left, right = _split(a), _split(b)
    if len(left) != len(right) or len(left) < 2:
        return None
    reasons = [evidence(x, y) for x, y in zip(left, right, strict=True)]
    return "parts" if all(reasons) else None


@lru_cache(maxsize=8192)
def _pieces(name: str) -> list[str]:
    return _SEPARATORS.split(name.strip())


def _tails(a: str, b: str) -> str | None:
    """Compare what stands before a shared ending: "KPA-Tessin" and "Karsa People's Army-Tessin"."""
    left, right = _pieces(a), _pieces(b)
    least, shared = min(len(left), len(right)), 0
    while shared < least - 1 and plain(left[-1 - shared]) == plain(right[-1 - shared]) != "":
        shared += 1
    if not shared:
        return None
    x, y = (" ".join(side[: len(side) - shared]) for side in (left, right))
    return "initials" if initials(x, y) or initials(y, x) else None


def _words(a: str, b: str) -> str | None:
    left, right = _content(a), _content(b)
    if not left or not right:
        return None
    if matched(left, right) and (len(left) > 1 or soft(left[0]) == soft(right[0]) or len(skeleton(left[0])) > 3):
        return "words"
    bones = _bones(a)
    if len(bones) > 5 and bones == _bones(b):
        return "spelling"
    for drop, why in ((_legal(), "legal form"), (_legal() | _DROPPABLE, "generic words")):
        x, y = ([w for w in words if w not in drop] for words in (left, right))
        if x and y and (_distinct(x) or (why == "legal form" and len(x) > 1)) and matched(x, y):
            return why
    return None


def respelled(a: str, b: str) -> bool:
    """Whether two names differ in spelling alone."""
    return _bones(a) == _bones(b)


@lru_cache(maxsize=8192)
def _bones(name: str) -> str:
    """Return the skeleton of the whole name: transliterations differ in where they put spaces."""
    return skeleton("".join(word for word in _spoken(name) if word not in ("and", "of", "the")) or "-")


def _distinct(words: Iterable[str]) -> bool:
    by_word, _ = _concepts()
    return any(word not in by_word and len(word) > 2 for word in words)


def matched(left: list[str], right: list[str]) -> bool:
    """Whether every word has its counterpart: the same word, another language's, or another spelling."""
    if len(left) != len(right):
        return False
    rest = Counter(right)
    open_words = []
    for word in left:
        if rest[word]:
            rest[word] -= 1
        else:
            open_words.append(word)
    others = list(rest.elements())
    for word in open_words:
        for index, other in enumerate(others):
            if _same_word(word, other):
                del others[index]
                break
        else:
            return False
    return not others


@lru_cache(maxsize=16384)
def _same_word(a: str, b: str) -> bool:
    by_word, _ = _concepts()
    x, y = by_word.get(a), by_word.get(b)
    if x and y:
        return bool(x & y)
    if min(len(a), len(b)) < 3:
        return False
    if a in (f"{b}s", f"{b}es") or b in (f"{a}s", f"{a}es"):
        return True
    bones = skeleton(a)
    return bones == skeleton(b) and (len(bones) >= 3 or soft(a) == soft(b))


def soft(word: str) -> str:
    """Return *word* with the vowels that stand for one sound made one: too little is left of short words without."""
    for old, new in (("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("w", "u")):
        word = word.replace(old, new)
    return regex.sub(r"(.)\1+", r"\1", word)


_LETTERS = (
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "s"),
    ("ph", "f"),
    ("ch", "s"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("q", "k"),
    ("c", "k"),
    ("w", "u"),
    ("y", "i"),
    ("j", "g"),
    ("z", "s"),
    ("v", "b"),
    ("x", "ks"),
)


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """Return the consonants of *word*, with letters that transliterations confuse made one."""
    if len(word) > 4 and word.endswith(("at", "ah")):  # the ending -a of Arabic, spelled out before a genitive
        word = word[:-1]
    for old, new in _LETTERS:
        word = word.replace(old, new)
    first = "a" if word[0] in "aeiou" else word[0]
    body = regex.sub(r"[aeiouh]", "", word[1:])
    return first + regex.sub(r"(.)\1+", r"\1", body)
