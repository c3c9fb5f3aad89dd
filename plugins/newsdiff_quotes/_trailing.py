"""Attributions behind or before a sentence: "…, the ministry said on Friday", "…, said Ruiz", "according to Ruiz".

The sentence without its attribution is the reported clause, so what is left must be a statement of its own.
"""

from __future__ import annotations

import re

from newsdiff import Span
from newsdiff.language import english
from newsdiff.language.idioms import Idiom
from newsdiff.language.names import runs
from newsdiff.language.times import WEEKDAYS

_SHORTEST, _LONGEST = 16, 400
FINITE = Idiom(
    "a finite verb",
    rf"\b(?:{english.lexicon.pattern('finite-auxiliary')}|\w{{3,}}ed)\b",
    examples=("the mill was shut", "the mill closed"),
    others=("the mill by the river", "a red mill"),
)
_PLACE_OR_TIME = (
    r"(?:late |early )?"
    r"(?:on|in|at|after|during|to|by|from|before|via|through|when|while|without|adding|citing|according)"
)
# What may follow the attribution: nothing, or where, when and to whom; a comma that goes on with the clause may not.
_END = re.compile(
    rf"(?: (?:late |early )?[A-Z][a-z]+day)?(?:,? {_PLACE_OR_TIME}\b[^,;:]{{0,80}}){{0,2}}[.!?]?\s*$",
)
_HEARER = re.compile(
    r" (?:(?:the|a|an) )?[A-Za-z][\w’'&.-]*(?: [\w’'&-]+){0,3}?(?=[.,!?]|$| on | in | at | by | late )"
)
# A role between the comma and the name: "the aviation authority Skywatch", "its commander, Tariq al-Masri".
_ROLE = re.compile(
    r",? (?:(?:the|an?|its|his|her|their|one) )?"
    r"(?:(?!and |or |but |who |which |that |as |when )[a-z][\w’'-]* ){0,4}(?:[a-z][\w’'-]*, )?$"
)
_LEADING = re.compile(r"(?:(?:the|an?|its|his|her|their) )?(?:[a-z][\w’'-]* ){0,4}(?:[a-z][\w’'-]*, )?(?=[A-Z])")
_LINK = re.compile(r" (?:to|for|of|from|in|at|with) ")
_DAYS = frozenset(WEEKDAYS)
_APPOSITION = re.compile(r"(?:,[^,;:]{3,90},?)?$|, (?:who|which|an?|the) [^;:]{3,160}$")
_SUBORDINATE = Idiom(
    "a subordinate clause alone",
    r"(?:When|If|After|As|Although|Though|While|Because|Since|Before|Until|[A-Z]\w+ing)\b(?![^,]*,)",
    examples=("When the mill closed", "Closing the mill"),
    others=("When the mill closed, they left", "The mill closed"),
)
_OPENER = re.compile(r"(?:But|And|So|Yet) ")


def clause(text: str, start: int, end: int) -> Span | None:
    """Return ``text[start:end]`` as a reported clause where it is a statement of its own."""
    if opener := _OPENER.match(text, start, end):
        start = opener.end()
    if not _SHORTEST <= end - start <= _LONGEST or _SUBORDINATE.match(text, start, end):
        return None
    return Span(start, end) if FINITE.search(text, start, end) else None


def behind(text: str, sentence: Span, mention: Span, after: int, *, told: bool) -> Span | None:
    """Return the clause before "…, the ministry said on Friday.": *mention* is the ministry, *after* the end of "said".

    Behind "told" somebody may be named who was told.
    """
    comma = text.rfind(", ", sentence.start, mention.start)
    if comma < 0 or not _ROLE.fullmatch(text, comma, mention.start):
        return None
    earlier = text.rfind(", ", sentence.start, comma)
    if earlier > 0 and _ROLE.fullmatch(text, earlier, mention.start) and not FINITE.search(text, earlier, comma):
        comma = earlier  # "…, its commander, Tariq al-Masri, said"
    if told and (hearer := _HEARER.match(text, after, sentence.end)):
        after = hearer.end()
    return clause(text, sentence.start, comma) if _END.match(text, after, sentence.end) else None


def inverted(text: str, sentence: Span, comma: int, after: int) -> tuple[Span, Span] | None:
    """Return mention and clause of "…, said Tom Bray, the engineer.", where *after* is the end of the verb."""
    mention = named(text, after + 1, sentence.end)
    found = mention and clause(text, sentence.start, comma)
    return (mention, found) if mention and found and _closes(text, mention.end, sentence.end) else None


def according(text: str, sentence: Span, at: int, after: int) -> tuple[Span, Span] | None:
    """Return mention and clause of "…, according to Ruiz." and "According to Ruiz, …"."""
    mention = named(text, after, sentence.end)
    if mention is None:
        return None
    if at == sentence.start:
        if not text.startswith(", ", mention.end):
            return None
        start, comma = mention.end + 2, text.find(", ", mention.end + 2, sentence.end)
        if comma > 0 and not FINITE.search(text, start, comma):
            start = comma + 2  # an apposition: "the mayor of Belport"
        found = clause(text, start, sentence.end - (text[sentence.end - 1] in ".!?"))
        return (mention, found) if found else None
    end = at - 1 - (text[at - 2] == ",")
    found = clause(text, sentence.start, end)
    return (mention, found) if found and _closes(text, mention.end, sentence.end) else None


def named(text: str, at: int, end: int) -> Span | None:
    """Return the name that stands at *at*, behind an article and words of a role."""
    role = _LEADING.match(text, at, min(end, at + 120))
    if role is None:
        return None
    if _LINK.search(text, at, role.end()):
        return None  # "an aide to Ruiz", "sources in Belport"
    match = next(runs(text, role.end(), min(end, role.end() + 120)), None)
    if match is None or match.start() != role.end() or match.group().lower() in _DAYS:
        return None
    return Span(*match.span())


def _closes(text: str, at: int, end: int) -> bool:
    """Tell whether nothing of the clause comes behind the name: an apposition, a time or a place at most."""
    stop = end - (text[end - 1] in ".!?")
    return bool(_END.match(text, at, end) or _APPOSITION.match(text, at, stop))
