"""Coreference of people inside one article: surnames and pronouns are resolved to names.

A view of a document, in linear time: a sentence after another, the people it names, and whom its pronouns can mean. It
knows people only, and misses rather than guesses: a pronoun is taken for the last person named before, within two
sentences, if the first names do not contradict.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from newsdiff.language.names import PersonName, gender, person, runs
from newsdiff.nouns.spans import Span

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")
_PRONOUN_REACH = 2
"""Sentences back to which a pronoun can point (a guess)."""


class Coreference:
    """The people of an article by sentence.

    >>> text = "Ana Weil bought the mill. She will reopen it in May, Weil said."
    >>> found = Coreference(text, [Span(0, 25), Span(26, 63)])
    >>> [sorted(people) for people in found.people]
    [['weil'], ['weil']]
    """

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self._text, self._sentences = text, sentences

    @cached_property
    def people(self) -> list[frozenset[str]]:
        """Sentence to the surnames, in lower case, of the people it names or means by a pronoun."""
        known: dict[str, PersonName] = {}
        found: list[frozenset[str]] = []
        last: tuple[int, PersonName] | None = None
        for at, sentence in enumerate(self._sentences):
            named = {}
            for match in runs(self._text, sentence.start, sentence.end):
                name = person(match[0])
                surname = name.surname.lower() if name else match[0].lower()
                if name and gender(name):
                    known.setdefault(surname, name)
                if surname in known:
                    named[surname] = known[surname]
            pronoun = _PRONOUN.search(self._text, sentence.start, sentence.end)
            if pronoun and last and at - last[0] <= _PRONOUN_REACH and _fits(pronoun[0], last[1]):
                found.append(frozenset({*named, last[1].surname.lower()}))
            else:
                found.append(frozenset(named))
            if named:
                last = at, next(reversed(named.values()))
        return found


def _fits(pronoun: str, name: PersonName) -> bool:
    """Tell whether a pronoun is of the gender that a first name or a title shows, if any does."""
    shown = gender(name)
    return shown is None or (shown == "f") == (pronoun.lower() in ("she", "her"))
