"""From the mention beside the cue to a full name: surnames, roles and pronouns resolved inside the article."""

from __future__ import annotations

import regex
from attrs import frozen

from newsdiff import Document, Span
from newsdiff.text.names import Gender, NameIndex, PersonName, first_names, gender, person, runs, titles

_HE: dict[str, Gender] = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_OTHER_PRONOUNS = frozenset(
    "they it we i you who which their its our my your them us me this that these those others another some many one"
    " both several each someone everyone nobody everybody most all few whose what".split()
)
_DETERMINER = regex.compile(r"^(?:the|a|an|this|that|these|those|his|her|its|their|our|my)\s+", regex.IGNORECASE)
# Words of titles that name a body when they stand alone.
_BODIES = frozenset(
    "house senate campaign state press national foreign interior defense defence finance home health education trade"
    " energy culture labour labor security affairs communications policy majority minority staff".split()
)
_POSSESSIVE = regex.compile(r"['’‘]s?$")
_WINDOW = 3  # paragraphs in which a pronoun is looked up


@frozen
class Speaker:
    """Who a mention stands for."""

    name: str | None = None
    title: str | None = None
    gender: Gender | None = None
    person: bool = False


NOBODY = Speaker()


class Speakers:
    """Resolves the mentions of one document, in the order of the text."""

    def __init__(self, document: Document) -> None:
        self.document, self.text = document, document.text
        self.index = NameIndex(document.text)
        self._known: dict[str, Speaker] = {}
        self._said: list[tuple[int, Speaker]] = []
        self._rows: dict[int, list[tuple[int, Speaker, bool]]] = {}
        self._spans: dict[Span, Speaker] = {}
        self._roles: dict[str, Speaker] = {}

    def resolve(self, mention: Span) -> Speaker:
        """Return who speaks; call it in the order of the text, since pronouns look back."""
        if mention not in self._spans:
            found = self._resolve(mention)
            self._spans[mention] = found
            if found.person:
                self._said.append((mention.start, found))
                for word in (found.title or "").lower().split():
                    self._roles[word] = found
        return self._spans[mention]

    def _resolve(self, mention: Span) -> Speaker:
        words = mention.of(self.text)
        lower = _POSSESSIVE.sub("", words.lower())
        if lower in _HE:
            return self._antecedent(mention.start, _HE[lower])
        if lower == "who":
            return self._before(mention.start)
        if lower in _OTHER_PRONOUNS:
            return NOBODY
        if words.isupper() and " " not in words and (full := self.index.full(words.title())):
            return self._as_speaker(full)
        found = person(words)
        if found is not None and (" " in found.name or found.title or self._surname_like(found.name)):
            return self._known_as(found)
        return self._other(words)

    def _surname_like(self, name: str) -> bool:
        return name[0].isupper() and not name.isupper()

    def _known_as(self, found: PersonName) -> Speaker:
        surname = found.surname
        full = self._known.get(surname)
        if full is None and " " not in found.name and (looked := self.index.full(surname)):
            full = self._as_speaker(looked)
        if full is not None and (" " not in found.name or full.name == found.name):
            return Speaker(full.name, found.title or full.title, full.gender or gender(found), True)
        speaker = self._as_speaker(found)
        if " " in found.name:
            self._known.setdefault(surname, speaker)
        return speaker

    def _as_speaker(self, found: PersonName) -> Speaker:
        return Speaker(found.name, found.title, gender(found), True)

    def _other(self, words: str) -> Speaker:
        """An organisation or a description: "the Interior Ministry", "police", "the spokesman"."""
        bare = _POSSESSIVE.sub("", _DETERMINER.sub("", words, count=1)).strip(" ,")
        last = bare.split(" of ")[0].split(" for ")[0].split()[-1:] or [""]
        role = last[0].lower()
        if role in titles() and last[0].islower() and role not in _BODIES:
            # "the spokesman", "the Vermont senator": the person who was named with that role.
            if role in self._roles and words[:2].lower() != "a ":
                return self._roles[role]
            return Speaker(None, bare or None) if bare.islower() else Speaker(bare or None)
        return Speaker(bare or None)

    def _before(self, at: int) -> Speaker:
        """The person named right before a relative "who"."""
        begin = max(self.text.rfind("\n", 0, at) + 1, at - 160)
        last = None
        for match in runs(self.text, begin, at):
            last = match
        if last is None:
            return NOBODY
        found = person(last.group())
        return self._known_as(found) if found else NOBODY

    def _antecedent(self, at: int, wanted: Gender) -> Speaker:
        """The nearest speaker or subject before the pronoun who can be meant."""
        candidates = [(place, who, True) for place, who in self._said[-6:] if place < at]
        row = self.document.paragraph_at(at)
        rows = self.document.body
        if row is not None:
            number = rows.index(row) if row in rows else 0
            for back in range(max(0, number - _WINDOW), number + 1):
                candidates += [item for item in self._people(back) if item[0] < at]
        strong = [item for item in candidates if item[1].gender in (wanted, None)]
        strong.sort(key=lambda item: (item[2], item[1].gender == wanted, item[0]))
        best: tuple[float, Speaker] = (float("-inf"), NOBODY)
        for place, who, subject in strong:
            score = place + (300 if subject else 0) + (150 if who.gender == wanted else 0)
            if score >= best[0]:
                best = (score, who)
        return best[1]

    def _people(self, number: int) -> list[tuple[int, Speaker, bool]]:
        """People named in a paragraph outside quotation marks, and whether they open a sentence."""
        if number not in self._rows:
            row = self.document.body[number]
            self._rows[number] = [
                (match.start(), self._known_as(found), self._opens(match.start(), row.start))
                for match in runs(self.text, row.start, row.end)
                if self._likely(match.group()) and not self.document.is_quoted(match.start())
                and (found := person(match.group())) is not None
            ]
        return self._rows[number]

    def _likely(self, run: str) -> bool:
        words = run.split()
        return (
            words[0] in first_names()
            or _POSSESSIVE.sub("", words[-1]) in self._known
            or words[0].lower().strip(".") in titles()
            or any(word in first_names() for word in words[1:])
        )

    def _opens(self, at: int, start: int) -> bool:
        before = self.text[max(start, at - 2) : at].rstrip()
        return not before or before[-1] in ".!?”\"'’"
