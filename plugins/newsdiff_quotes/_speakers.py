"""From the mention beside the cue to a full name: surnames, roles and pronouns resolved inside the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

import regex
from attrs import evolve, frozen

from newsdiff import Document, Span
from newsdiff.language import english
from newsdiff.language.cues import cue_verbs
from newsdiff.language.names import Gender, NameIndex, PersonName, first_names, gender, person, runs, titles
from newsdiff.language.places import countries
from newsdiff.language.times import MONTHS, WEEKDAYS
from newsdiff_quotes._antecedents import Mention, features, weighed
from newsdiff_quotes._channels import DOCUMENT, OWNED
from newsdiff_quotes._tokens import closed_tag, finite_forms

_HE: dict[str, Gender] = {
    **dict.fromkeys(english.lexicon.words("male-pronoun"), "m"),
    **dict.fromkeys(english.lexicon.words("female-pronoun"), "f"),
}
_OTHER_PRONOUNS = english.lexicon.words(
    "subject-pronoun", "object-pronoun", "possessive", "demonstrative", "quantifier", "relative", "indefinite-pronoun"
)
_DETERMINER = re.compile(rf"^{english.lexicon.pattern('article', 'demonstrative', 'possessive')}\s+", re.IGNORECASE)
# Words of titles that name a body when they stand alone.
_BODIES = english.lexicon.words("portfolio-word")
_POSSESSIVE = re.compile(r"['’‘]s?$")
# "a spokesman for the Pell Estate": the body speaks.
_SPOKES = regex.compile(
    r"(?:(?:an?|the|one|another) )?((?:\w+ )?(?:spokes\w+|officials?|representatives?|sources?|diplomats?"
    r"|lawyers?|aides?))"
    r" (?:for|at|from|of|with) ((?:the )?\p{Lu}.{1,60})$",
    regex.IGNORECASE,
)
_RECENT = 40  # people that a paragraph may name before a pronoun: a cap for lists of names (guess)
_WINDOW = 3  # paragraphs in which a pronoun is looked up (guess)
# "Speaking Sunday", "June": capitalised, and nobody.
_DAYS = frozenset(WEEKDAYS)
_MONTHS = frozenset(MONTHS)
_LONGEST_NAME = 5  # words; a longer run of capitals is a headline (guess)
# Tags of words that govern a name: prepositions, "to".
_GOVERNS = frozenset("po")
_MODALS = english.lexicon.words("modal")
_NEXT = re.compile(r"(?: \([^()]{1,20}\))?,? (?:also |later |then |first |now |repeatedly )?([a-z]+)")
_PRONOUN = re.compile(r"\b[HhSs]h?e\b")
_REACH = 40  # code points behind a name in which its verb is looked for (guess)


@frozen
class Speaker:
    """Who a mention stands for."""

    name: str | None = None
    title: str | None = None
    gender: Gender | None = None
    person: bool = False
    share: float | None = None
    """How likely a pronoun's person is meant among all who could be."""


NOBODY = Speaker()


def _place(mention: Mention) -> int:
    return mention.at


def _first_named(name: str | None) -> bool:
    return (name or "").partition(" ")[0] in first_names()


def _is_name(name: str) -> bool:
    words = name.lower().split()
    if name in countries():
        return False
    return len(words) <= _LONGEST_NAME and _DAYS.isdisjoint(words) and not (len(words) == 1 and words[0] in _MONTHS)


class Speakers:
    """Resolves the mentions of one document, in the order of the text."""

    def __init__(self, document: Document) -> None:
        self.document, self.text = document, document.text
        self.index = NameIndex(document.text)
        self._starts = [row.start for row in document.body]
        self._known: dict[str, Speaker] = {}
        self._rows: dict[int, list[Mention]] = {}
        self._by_name: dict[str, Speaker] = {}
        self._meant: dict[int, Mention] = {}
        """Whom speakers and pronouns stand for, by their place, in the order in which they were looked up."""
        self._swept = 0
        self._numbers: dict[str, int] = {}
        self._spans: dict[Span, Speaker] = {}
        self._roles: dict[str, Speaker] = {}

    def resolve(self, mention: Span) -> Speaker:
        """Return who speaks; call it in the order of the text, since pronouns look back."""
        if mention not in self._spans:
            found = self._resolve(mention)
            self._spans[mention] = found
            if found.person:
                name = found.name or ""
                self._by_name.setdefault(name, found)
                self._meant[mention.start] = Mention(
                    name, mention.start, *self.place(mention.start), subject=True, speaks=True, titled=bool(found.title)
                )
                for word in (found.title or "").lower().split():
                    self._roles[word] = found
        return self._spans[mention]

    def number(self, who: Speaker) -> int | None:
        """Return where the article first names a speaker."""
        if who.name is None:
            return None
        if who.name not in self._numbers:
            self._numbers[who.name] = self.text.find(who.name)
        at = self._numbers[who.name]
        return at if at >= 0 else None

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
        if (
            found is not None
            and found.name not in countries()
            and (" " in found.name or found.title or self._surname_like(found.name))
        ):
            return self._known_as(found)
        return self._other(words, mention.start)

    def _surname_like(self, name: str) -> bool:
        return name[0].isupper() and not name.isupper()

    def _known_as(self, found: PersonName) -> Speaker:
        surname = found.surname
        full = self._known.get(surname)
        if full is None and " " not in found.name and (looked := self.index.full(surname)):
            full = self._as_speaker(looked)
        if full is not None and " " in found.name and _first_named(found.name) and not _first_named(full.name):
            full = self._known[surname] = self._as_speaker(found)  # "Prizewinner Ruiz" of the headline is Ana Ruiz
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
            for mention in reversed(self._people(back)[-_RECENT:]):
                who = self._by_name[mention.name]
                if mention.at < at and role in (who.title or "").lower().split():
                    return who
        return None

    def _row(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def _other(self, words: str, at: int) -> Speaker:
        """An organisation or a description: "the Interior Ministry", "police", "the spokesman"."""
        if owned := OWNED.match(words):
            # A statement or a tweet is the way that words took, and never who said them.
            name = owned.group(1) or owned.group(2)
            owner = person(name) if name else None
            if name is None:
                return NOBODY if DOCUMENT.fullmatch(words) else Speaker(words.split()[-1])
            return self._known_as(owner) if owner else self._other(name, at)
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
        """The person before a pronoun who is most likely meant; pronouns on the way are looked up first."""
        begin = self._starts[max(0, self._row(at) - 2 * _WINDOW)] if self._starts else 0
        for match in _PRONOUN.finditer(self.text, max(begin, self._swept), at):
            place = match.start()
            self._swept = match.end()
            if place not in self._meant and not self.document.is_quoted(place):
                who = self._likeliest(place, _HE[match.group().lower()])
                if who.name is not None:
                    self._meant[place] = Mention(who.name, place, *self.place(place), subject=True)
        return self._likeliest(at, wanted)

    def _likeliest(self, at: int, wanted: Gender) -> Speaker:
        mentions = self.people_before(at, wanted)
        if not mentions:
            return NOBODY
        shares = weighed(features(mentions, *self.place(at), self.gendered()))
        name = max((it.name for it in reversed(mentions)), key=lambda it: shares[it])
        return evolve(self._by_name[name], share=shares[name])

    def gendered(self) -> frozenset[str]:
        """Return the names of whose gender something is known."""
        return frozenset(name for name, who in self._by_name.items() if who.gender)

    def place(self, at: int) -> tuple[int, int]:
        """Return the numbers of the sentence and of the paragraph at *at*."""
        return bisect_right(self._sentences, at) - 1, self._row(at)

    @cached_property
    def _sentences(self) -> list[int]:
        """Where the article's own sentences start; those inside quotation marks belong to the one around them."""
        starts = (sentence.start for sentence in self.document.sentences)
        return [at for at in starts if at == 0 or not self.document.is_quoted(at - 1)]

    def people_before(self, at: int, wanted: Gender) -> list[Mention]:
        """Return the people named or speaking in the paragraphs before *at* whom a pronoun of that gender can mean."""
        number = self._row(at)
        first = max(0, number - _WINDOW)
        begin = self._starts[first] if self._starts else 0
        found = [it for back in range(first, number + 1) for it in self._people(back)[-_RECENT:] if it.at < at]
        found += [it for it in islice(reversed(self._meant.values()), _RECENT) if begin <= it.at < at]
        found.sort(key=_place)
        return [it for it in found if self._by_name[it.name].gender in (wanted, None)]

    def _people(self, number: int) -> list[Mention]:
        """People named in a paragraph outside quotation marks."""
        if number not in self._rows:
            row = self.document.body[number]
            self._rows[number] = list(self._named(row))
        return self._rows[number]

    def _named(self, row: Span) -> Iterator[Mention]:
        for match in runs(self.text, row.start, row.end):
            at, run = match.start(), match.group()
            alone = " " not in run
            if (alone and closed_tag(run.lower()) is not None) or self.document.is_quoted(at):
                continue
            opens = self._opens(at, row.start)
            if not (self._likely(run) or (opens and not alone) or self._speaks(match.end())):
                continue
            if opens and alone and f" {run.lower()}" in self.text:
                continue  # "Investigators" opens a sentence, and stands small elsewhere
            found = person(run)
            if found is None or not _is_name(found.name):
                continue
            who = self._known_as(found)
            if who.name is None:
                continue
            known = self._by_name.get(who.name)
            if known is None or (known.gender is None and who.gender):
                self._by_name[who.name] = who
            owner = _POSSESSIVE.search(run) is not None
            yield Mention(
                who.name,
                at,
                *self.place(at),
                subject=not owner and (opens or self._acts(at, match.end(), row)),
                opens=opens and not owner,
                owner=owner,
                titled=who.title is not None,
            )

    def _acts(self, start: int, end: int, row: Span) -> bool:
        """Tell whether a name stands before a finite verb, and behind no preposition."""
        before = self.text[max(row.start, start - 24) : start].split()[-1:]
        if before and (closed_tag(before[0].lower()) or "") in _GOVERNS:
            return False
        following = _NEXT.match(self.text, end, min(row.end, end + _REACH))
        if following is None:
            return False
        word = following.group(1)
        return word in finite_forms() or word in cue_verbs() or word.endswith("ed") or word in _MODALS

    def _speaks(self, end: int) -> bool:
        """Tell whether a verb of speech stands right behind a name that ends at *end*."""
        following = _NEXT.match(self.text, end, end + _REACH)
        cue = cue_verbs().get(following.group(1)) if following else None
        return cue is not None and cue.frame == "say"

    def _likely(self, run: str) -> bool:
        words = run.split()
        return (
            words[0] in first_names()
            or _POSSESSIVE.sub("", words[-1]) in self._known
            or words[0].lower().strip(".") in titles()
            or any(word in first_names() for word in words[1:])
            or (len(words) == 1 and self.index.full(_POSSESSIVE.sub("", run)) is not None)
        )

    def _opens(self, at: int, start: int) -> bool:
        before = self.text[max(start, at - 24) : at].rstrip()
        return not before or before[-1] in ".!?”\"'’" or before.split()[-1].lower() in titles()
