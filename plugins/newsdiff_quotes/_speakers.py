"""From the mention beside the cue to a full name: surnames, roles and pronouns resolved inside the article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

import regex
from attrs import frozen

from newsdiff import Document, Span
from newsdiff.language.names import Gender, NameIndex, PersonName, first_names, gender, person, runs, titles

_HE: dict[str, Gender] = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_OTHER_PRONOUNS = frozenset(
    "they it we i you who which their its our my your them us me this that these those others another some many one"
    " both several each someone everyone nobody everybody most all few whose what".split()
)
_DETERMINER = re.compile(r"^(?:the|a|an|this|that|these|those|his|her|its|their|our|my)\s+", re.IGNORECASE)
# Words of titles that name a body when they stand alone.
_BODIES = frozenset(
    "house senate campaign state press national foreign interior defense defence finance home health education trade"
    " energy culture labour labor security affairs communications policy majority minority staff".split()
)
_POSSESSIVE = re.compile(r"['’‘]s?$")
# "Ruiz’s statement", "a statement from the commission": the words are those of Ruiz and of the commission.
_WORDS_OF = regex.compile(
    r"(?:(.{2,60}?)['’]s? (?:\w+ )?|(?:an?|the) (?:\w+ )?)"
    r"(?:statement|tweet|letter|post|message|speech|remarks?|comments?|words|email|memo|testimony|ruling|order|book"
    r"|memoir|column|article)(?: (?:by|from|of) (.{2,60}))?$"
)
# "a spokesman for the Pell Estate": the body speaks.
_SPOKES = regex.compile(
    r"(?:(?:an?|the|one|another) )?((?:\w+ )?(?:spokes\w+|officials?|representatives?|sources?|diplomats?"
    r"|lawyers?|aides?))"
    r" (?:for|at|from|of|in|with) ((?:the )?\p{Lu}.{1,60})$",
    regex.IGNORECASE,
)
# What an antecedent's place counts, in characters.
_SUBJECT, _GENDER, _SAME_PARAGRAPH = 300, 150, 400
_RECENT = 40  # people that a paragraph may name before a pronoun
_WINDOW = 3  # paragraphs in which a pronoun is looked up


@frozen
class Speaker:
    """Who a mention stands for."""

    name: str | None = None
    title: str | None = None
    gender: Gender | None = None
    person: bool = False


NOBODY = Speaker()


def _score(item: tuple[float, Speaker]) -> float:
    return item[0]


def _place(item: tuple[int, Speaker, bool]) -> int:
    return item[0]


class Speakers:
    """Resolves the mentions of one document, in the order of the text."""

    def __init__(self, document: Document) -> None:
        self.document, self.text = document, document.text
        self.index = NameIndex(document.text)
        self._starts = [row.start for row in document.body]
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
        return self._other(words, mention.start)

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

    def _with_role(self, role: str, at: int) -> Speaker | None:
        """The last person named with that title in the paragraphs before."""
        for back in range(self._row(at), max(-1, self._row(at) - _WINDOW), -1):
            for place, who, _ in reversed(self._people(back)[-_RECENT:]):
                if place < at and role in (who.title or "").lower().split():
                    return who
        return None

    def _row(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def _other(self, words: str, at: int) -> Speaker:
        """An organisation or a description: "the Interior Ministry", "police", "the spokesman"."""
        if owned := _WORDS_OF.match(words):
            owner = person(owned.group(1)) if owned.group(1) else None
            return (
                self._known_as(owner)
                if owner
                else self._other(owned.group(1) or owned.group(2) or owned.group(0).split()[-1], at)
            )
        if spokes := _SPOKES.match(words):
            return Speaker(_DETERMINER.sub("", spokes.group(2)), spokes.group(1))
        bare = _POSSESSIVE.sub("", _DETERMINER.sub("", words, count=1)).strip(" ,")
        last = bare.split(" of ")[0].split(" for ")[0].split()[-1:] or [""]
        role = last[0].lower()
        if role in titles() and last[0].islower() and role not in _BODIES:
            # "the spokesman", "the Vermont senator": the person who was named with that role.
            if words[:2].lower() != "a " and (known := self._roles.get(role) or self._with_role(role, at)):
                return known
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
        number = self._row(at)
        for back in range(number, max(-1, number - _WINDOW - 1), -1):
            people = self._people(back)
            near = people[max(0, (upto := bisect_left(people, at, key=_place)) - _RECENT) : upto]
            candidates += near
            if any(opens and who.gender == wanted for _, who, opens in near):
                break  # nobody further away can be nearer
        begin = self._starts[number] if number >= 0 else 0
        best: tuple[float, Speaker] = (float("-inf"), NOBODY)
        for place, who, subject in candidates:
            if who.gender in (wanted, None) and (subject or who.gender or who.title):
                score = place + (_SUBJECT if subject else 0) + (_GENDER if who.gender else 0)
                score += _SAME_PARAGRAPH if place >= begin else 0
                best = max(best, (score, who), key=_score)
        return best[1]

    def _people(self, number: int) -> list[tuple[int, Speaker, bool]]:
        """People named in a paragraph outside quotation marks, and whether they open a sentence."""
        if number not in self._rows:
            row = self.document.body[number]
            self._rows[number] = [
                (match.start(), self._known_as(found), self._opens(match.start(), row.start))
                for match in runs(self.text, row.start, row.end)
                if (self._likely(run := match.group()) or (" " in run and self._opens(match.start(), row.start)))
                and not self.document.is_quoted(match.start())
                and (found := person(run)) is not None
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
        before = self.text[max(start, at - 24) : at].rstrip()
        return not before or before[-1] in ".!?”\"'’" or before.split()[-1].lower() in titles()
