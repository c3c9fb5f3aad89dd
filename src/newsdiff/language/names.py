"""Names of people: title and name apart, full names for surnames, and who a pronoun can mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

import regex
from attrs import frozen

from newsdiff.language.english import lexicon
from newsdiff.language.letters import ALL_UPPER, MARKS
from newsdiff.language.lexicon import ENGLISH, table

Gender = Literal["m", "f"]

_PARTICLES = lexicon.words("name-particle")
# A full stop inside a name stands behind an initial or a title only: "said Ana Ruiz. Jon Bell left" names two people.
_SHORTENED = lexicon.capitalised("shortened-title")
_CUT = regex.compile(r"(?<=\w)(?:,| of | from | at | for | and | in | who | with | ?\()")
_ARTICLE = re.compile(rf"^{lexicon.pattern('article', 'possessive')}\s+", re.IGNORECASE)
# "the Rove ad": a noun behind the name is what speaks.
_OTHER_HEAD = regex.compile(rf"[ \xa0](?!{lexicon.pattern('name-end')}\b)\p{{Ll}}")
_POSSESSIVE = re.compile(r"['’‘]s?$")
_SUFFIX = lexicon.words("name-suffix")
# A capitalised run that ends in one of these names a body, not a person.
_BODIES = lexicon.words("body-noun")
# Words that open a sentence with a capital and belong to no name.
_OPENERS = lexicon.words("name-opener")
_AGENTS = ("er", "or", "man", "woman", "ist", "ian", "ant", "ent", "ier", "eer")
_CHARACTERS_READ = 300_000  # code points in which a full name is looked for
_MALE_TITLES = lexicon.words("male-title")
_FEMALE_TITLES = lexicon.words("female-title")


@frozen
class PersonName:
    """A mention taken apart: "Putin’s spokesman Dmitry Peskov" has the title "Putin’s spokesman"."""

    name: str
    title: str | None = None

    @property
    def surname(self) -> str:
        """Last word that is no suffix ("Jr")."""
        words = [word for word in self.name.split() if word.lower().strip(".,") not in _SUFFIX]
        return words[-1] if words else self.name


def titles() -> frozenset[str]:
    """Return the words of titles and roles, in lower case."""
    return lexicon.words("title")


@cache
def first_names() -> dict[str, Gender]:
    """Return common first names and whose they usually are."""
    return dict(table(ENGLISH / "first_names.tsv"))  # type: ignore[arg-type]


@lru_cache(maxsize=8192)
def person(mention: str) -> PersonName | None:
    """Take a mention apart, or return None where it names no person.

    >>> person("Foreign Minister Ana Ruiz")
    PersonName(name='Ana Ruiz', title='Foreign Minister')
    >>> person("the Interior Ministry") is None
    True
    """
    mention = mention.strip()
    for match in _runs(mention):
        words = match.group().split()
        title = 0
        while len(words) > 1 and words[0].lower() in _OPENERS:
            words = words[1:]
        while title < len(words) and words[title].lower().strip(".,'’") in titles():
            title += 1
        name = words[title:]
        owner = next((i for i, word in enumerate(name[:-1]) if _POSSESSIVE.search(word) and len(word) > 2), -1) + 1
        if owner:  # "President Diaz’s Press Secretary Ana Ruiz"
            title += owner
            while title < len(words) and words[title].lower().strip(".,'’") in titles():
                title += 1
            name = words[title:]
        if name and name[0] not in first_names():  # "United Nations Secretary General Ban Ki-moon"
            last = max((i for i, word in enumerate(name[:-1]) if word.lower().strip(".,") in titles()), default=-1)
            if last >= 0 and name[last + 1].lower().strip(".,") not in _SUFFIX:
                title, name = title + last + 1, name[last + 1 :]
        given = next((i for i, word in enumerate(name[:-1]) if word in first_names()), 0)
        if given and name[given - 1].lower().endswith(_AGENTS):  # "Harbour Master Joan Tully", "Striker Leo Fava"
            title, name = title + given, name[given:]
        if _OTHER_HEAD.match(mention, match.end()):
            continue
        if len(name) == 1 and name[0].lower() in _OPENERS:
            continue
        if not name or (_POSSESSIVE.search(name[-1]) and match.end() < len(mention)):
            continue
        name[-1] = _POSSESSIVE.sub("", name[-1]).rstrip(".") if len(name[-1]) > 3 else name[-1]
        if name[-1].lower() in _BODIES or any(word.lower() in _BODIES for word in name) or _acronym(name):
            continue
        before = mention[: match.start()] + " ".join(words[:title])
        before = _ARTICLE.sub("", before.strip())
        return PersonName(" ".join(name), before.strip(" ,") or None)
    return None


def runs(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the capitalised runs of a stretch of text."""
    yield from _run().finditer(text, start, end)


@cache
def _run() -> re.Pattern[str]:
    """Return the pattern of a capitalised run; it starts with a plain class, so that the scanner leaps to it."""
    letters = rf"(?:[^\W\d_²³¹¼½¾]++|[{MARKS}'’‑-]++)*+"
    titles_ = "|".join(f"(?<={word[0]}){word[1:]}" for word in sorted(_SHORTENED))
    rest = rf"(?:(?=[a-z]{{1,4}}\.)(?:{titles_})\.|(?:\.[{ALL_UPPER}])*\.|{letters})"
    particle = rf"(?:(?<=[aeu])(?:(?<=a)[lsdrnt]|(?<=[eu])l)-|(?<=[dl])['’])[{ALL_UPPER}]{letters}"
    word = rf"[{ALL_UPPER}adelu](?:(?<![adelu]){rest}|{particle})"
    small = rf"(?:{lexicon.pattern('inner-particle')}[ \xa0]){{0,2}}"
    return re.compile(rf"{word}(?:[ \xa0]{small}{word})*")


def _runs(mention: str) -> Iterator[re.Match[str]]:
    """Capitalised runs that can name the one who is meant, the surest first.

    "Sen. Diaz of Peru" names Diaz; "the mayor of Belport, Jo Amin" names Amin; "a spokesman for Belport" nobody.
    """
    cut = _CUT.search(mention)
    limit = cut.start() if cut else len(mention)
    found = list(runs(mention, 0, len(mention)))
    yield from reversed([match for match in found if match.start() < limit])
    yield from (match for match in found if match.start() >= limit and mention[: match.start()].endswith((", ", "(")))


def _acronym(name: list[str]) -> bool:
    return len(name) == 1 and len(name[0]) > 1 and name[0].isupper()


def gender(found: PersonName) -> Gender | None:
    """Tell a person's gender from title or first name, where they show it."""
    words = {word.lower().strip(".,") for word in (found.title or "").split()}
    if words & _MALE_TITLES:
        return "m"
    if words & _FEMALE_TITLES:
        return "f"
    parts = found.name.split()
    return first_names().get(parts[0]) if len(parts) > 1 else None


class NameIndex:
    """Full names of a text, looked up by surname where they are asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._full: dict[str, PersonName | None] = {}

    def full(self, surname: str) -> PersonName | None:
        """Return the first full name with that surname in the text, with the title beside it.

        A name with a common first name goes before one without: "Prizewinner Ruiz" of a headline is Ana Ruiz.
        """
        if surname not in self._full:
            self._full[surname] = self._look(surname)
        return self._full[surname]

    def _look(self, surname: str) -> PersonName | None:
        if len(surname) < 2:
            return None
        at, first = -1, None
        headline = self.text.find("\n")
        for _ in range(16):
            at = self.text.find(surname, at + 1, _CHARACTERS_READ)
            if at < 0:
                break
            end = at + len(surname)
            if self.text[end : end + 1].isalnum() or at == 0 or self.text[at - 1] not in " \xa0-":
                continue
            before = self.text[max(0, at - 40) : at].split()[-1:]
            if not before or (not before[0][0].isupper() and before[0].lower() not in _PARTICLES):
                if first is None and at > headline >= 0:
                    return None  # nobody is called by the surname before the full name: "Melania Vell" comes later
                continue
            begin = max(0, at - 60)
            line = max(self.text.rfind("\n", begin, at) + 1, begin)
            ending = [m for m in runs(self.text, line, end) if m.end() == end]
            if not ending:
                continue
            # A cut window may have cut a word: the run must not start inside one.
            found = person(ending[0].group())
            if found is not None and " " in found.name.replace("\xa0", " ") and found.name.split()[-1] == surname:
                words = found.name.split()
                if words[0].rstrip(".").lower() not in _PARTICLES or len(words) > 2:
                    if words[0] in first_names():
                        return found
                    first = first or found
        return first
