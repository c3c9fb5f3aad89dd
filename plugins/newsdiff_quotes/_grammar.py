"""Noun phrases, subjects and verbs around a quotation, read from tag strings (see _tokens).

Noun phrases are folded first: a chunk string has one character for a whole phrase ("Y", or "P" for a pronoun) and the
tags of all other tokens, so that "the chairman of the panel, Ana Ruiz, has repeatedly called" reads YpY,Y,XaK.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from attrs import evolve, frozen

# No sentence is longer; a text without full stops must not make every quotation look through all of it.
REACH = 100
# "Ana Ruiz", "the ruling party's first 3 candidates", "Another" in "Another notes"; a participle inside a phrase only.
_PHRASE = re.compile(
    r"(?P<Y>(?:[DOG]{1,2}a?|(?<=[Q?.,])v(?=[nN]))?(?:[nN#GT]|v(?=[nNG])|i(?=[nNG])|-(?=[nN])(?<=[nN].))*[nNG](?:[#])?"
    r"|D(?=a?[aXB]?[SKHAvXB]|p)|@)"
    r"|(?P<T>[Dp]?(?:[Dn#a]){0,6}T[T#]*|[Dp]?#+)"
)

_ASIDE = (
    r"(?:,w[^.;:?Q]{1,18}?,|,Y(?:p[YT])*w[^.;:?Q]{1,18}?,|,[^.;:?QSKHwPXB]{1,16}?,|\([^()]{1,12}\)|-[^-.?;]{1,16}-|,?w[^.;?Q]{1,16}?,?"
    r"|[ig](?:[aT]|[po]?[YM]){1,5},?)"
)
_SUBJECT = r"(?<![pob])([YP]|(?<=[YT,])w)((?:p[YT])*)"
_ADVERBIAL = r"(?:[aXT]|pT)*"
_EVENT = re.compile(
    rf"{_SUBJECT}(?:{_ASIDE}{{0,2}},?|,Y(?:p[YT])*)({_ADVERBIAL})(?:(?P<passive>B[aT]*[KSHAv])|(?P<verb>B[aT]*[gi]|[SKHAv]|X|B))"
)
_RELATIVE = re.compile(r",w[^,.;?QYP]*[SKHAvXB][^,.;?Q]*")
# "Ana Ruiz, a doctor and a member of the council, said": an apposition in two parts.
_APPOSED = re.compile(r"(?:\([^()]{1,12}\))?(?:,|(?=[ig]))(?:[YpaTG#cig]*[cig])?")
# "the Front, also known as the Army": a participle.
_PARTICIPLE = re.compile(r",a*")
# "Ana Ruiz, a doctor who also sits on the board of the port, said", where "sits" was read as a noun.
_INSIDE = re.compile(r",(?:Y(?:p[YT])*)?w")
AFTER = re.compile(
    rf"\??[,-]?(?P<lead>[aT,]{{0,3}})(?P<subject>[YP](?:p[YT])*)(?:{_ASIDE}{{0,2}},?|,Y){_ADVERBIAL}(?P<verb>B[aT]*[SKHAv](?:p[YPT])?[ps]?g|[SAKHv]|B[aT]*g)(?!t|[YP][aXT]*[SKHAvXB])"
)
AFTER_INVERTED = re.compile(r"\??[,-]?a?X?(?P<verb>[SAH])a?(?P<subject>Y(?:pY){0,2})")
LATER = re.compile(
    rf"(?<=[Q,-])(?P<subject>[YP](?:p[YT])*)(?:{_ASIDE}{{0,2}},?){_ADVERBIAL}(?P<verb>S)(?=[.,;:aTpiscu)?-]|$)"
)
OBJECT = re.compile(r"(?:[SKg]|[SKg][YM]|K(?:[YM]p|p)?[aT]*|[SKg][YM]?[,:]|Qc?,?c?)$")
# "to the mayor of Belport"; behind "to" a noun has the tag of an infinitive: "to police", "to resident Maud Perrin".
ACCORDING = re.compile(r"(?:o|(?<=Y)p)(?P<subject>b?[YP](?:pY){0,3}|b)")
INVERTED_LEAD = re.compile(r"[a,]*(?P<verb>[SA])(?P<subject>Y(?:pY){0,2}),?.{0,6}?[:,]$")
SIGNATURE = re.compile(r"-(Y)(?:[,p(.]|$)")
# The same behind a quotation that ends its sentence: “We will wait.” -Commissioner Ana Ruiz
SIGNED = re.compile(r"[.?]?-(Y)(?:[,p(][^.QSKHA]{0,16})?\.?$")
# "From Chairwoman Ana Ruiz:", "And from the desk of Ana Ruiz, analyst at Belport Capital:", "Ana Ruiz, analyst:"
HEADER = re.compile(r"c?(?:p(?:Yp)?)?(Y)(?:\([^()]{1,8}\))?(?:,Y(?:p[YT]){0,2})?:")
LATER_INVERTED = re.compile(r"(?<=[Q,])S(?P<subject>Y(?:pY){0,2})")


@frozen
class Event:
    """A subject and its verb, as chunk indices."""

    subject: int
    end: int
    verb: int
    kind: str
    """Tag of the verb; lower case where it is passive."""


class Chunks:
    """A tag string with its noun phrases folded; ``first[i]`` is the token where chunk i begins."""

    __slots__ = ("first", "tags")

    def __init__(self, tags: str) -> None:
        out: list[str] = []
        first: list[int] = []
        at = 0
        for match in _PHRASE.finditer(tags):
            start, end = match.span()
            out.append(tags[at:start])
            first.extend(range(at, start))
            out.append(match.lastgroup or "")
            first.append(start)
            at = end
        out.append(tags[at:])
        first.extend(range(at, len(tags) + 1))
        self.tags = "".join(out)
        self.first = first

    def index(self, token: int) -> int:
        """Return the chunk that starts at *token*."""
        return bisect_left(self.first, token)


def events(tags: str, start: int, end: int) -> list[Event]:
    """Return the subject-verb pairs of ``tags[start:end]``, from left to right."""
    found = []
    at = start
    while match := _EVENT.search(tags, at, end):
        passive = match.start("passive") >= 0
        verb = match.end() - 1
        passive = passive or _PARTICIPLE.fullmatch(tags, match.end(2), verb) is not None
        kind = tags[verb].lower() if passive else tags[verb]
        found.append(Event(match.start(1), match.end(2), verb, kind))
        at = max(match.end(1), match.end(2))
    # A relative clause comes inside ("Vell, who led it, vowed"), so by verb; a name and its apposition are one subject.
    found.sort(key=lambda event: (event.verb, event.subject))
    kept: list[Event] = []
    for event in found:
        if kept and kept[-1].verb == event.verb:
            last = kept.pop()
            if _RELATIVE.fullmatch(tags, last.end, event.subject) and tags[event.end] == ",":
                event = last  # "Orrin, who chairs the trust, told": the trust told nothing
            elif _INSIDE.match(tags, last.end) and "," in tags[event.end : event.verb]:
                event = last  # the relative clause's verb was read as a noun
            elif _APPOSED.fullmatch(tags, last.end, event.subject):
                event = Event(last.subject, event.end, event.verb, last.kind)
            else:
                event = evolve(event, kind=last.kind)
        kept.append(event)
    return kept


def bounds(tags: str, at: int) -> tuple[int, int]:
    """Return the sentence around the chunk *at*; a soft end ("?" behind a quotation) is no boundary for it."""
    low, high = max(0, at - REACH), min(len(tags), at + REACH)
    start = max(tags.rfind(".", low, at), tags.rfind(";", low, at), low - 1) + 1
    ends = [i for i in (tags.find(".", at, high), tags.find(";", at, high)) if i >= 0]
    return start, min(ends) if ends else high
