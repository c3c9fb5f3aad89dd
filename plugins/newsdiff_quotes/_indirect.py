"""Reported speech without marks: "Ruiz said that the bridge was safe", "..., the ministry said", "vowed to stay".

Only clear cases: a named source right beside the verb, and a whole reported clause in the same sentence. The claim's
span is that clause, so that one outlet's quotation can be set against another's paraphrase.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from attrs import evolve

from newsdiff import Claim, Document, Quotation, Span
from newsdiff.language import english
from newsdiff.language.cues import cue_verbs
from newsdiff.language.idioms import Idiom
from newsdiff.language.lexicon import trie
from newsdiff.language.names import runs
from newsdiff_quotes import _occasion as occasion
from newsdiff_quotes import _trailing as trailing
from newsdiff_quotes._channels import channel, is_channel
from newsdiff_quotes._speakers import Speaker, Speakers

_SAY = english.lexicon.words("clause-reporting-verb")
_VERB = re.compile(rf" ({trie(sorted(_SAY))})\b")
# What an article names in full once and calls by its last word afterwards: "the Interior Ministry", "the ministry".
_BODIES = english.lexicon.words("bare-body-noun")
# "has also", "on Friday", an apposition: what may stand between the name and its verb.
_GAP = re.compile(
    r"(?:,[^,;:.?!“”\"]{3,70},)?"
    rf"(?: (?:{english.lexicon.pattern('verb-adverb')}|(?:on )?[A-Z][a-z]+day)){{0,3}}"
)
_HEARER = (
    rf"(?: (?:{english.lexicon.pattern('hearer-noun')}|(?:state|local) (?:television|radio|media)"
    rf"|a (?:news|press) (?:conference|briefing)|the {english.lexicon.pattern('forum-noun')}"
    r"|(?:the )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}))?"
)
_WHEN = r"(?: (?:on )?[A-Z][a-z]+day| in a statement){0,2}"
_THAT = Idiom(
    "a reported clause with that",
    rf"{_HEARER}{_WHEN} that (?=\w)",
    examples=(" reporters on Friday that the mill", " the Orrin Herald that it", " that nobody"),
    others=(" reporters the mill", " thatched"),
)
# Without "that" the clause must show its subject: "said the talks", "said he", "said Moscow would", "said pupils were".
_BARE = Idiom(
    "a reported clause that shows its subject",
    rf"{_WHEN} (?=(?:{english.lexicon.pattern('speech-subject')}|at least|[A-Z0-9][\w’'-]*)\b"
    rf"|[a-z]{{3,}}s {english.lexicon.pattern('plural-auxiliary')}\b)",
    examples=(" the mill was shut", " on Friday pupils were safe", " in a statement at least"),
    others=(" sorry", " pupils came"),
)
_OF = Idiom(
    "what somebody is accused of",
    r" [^.,;:?!]{3,60}? of (?=\w+ing\b)",
    examples=(" the owners of hiding leaks",),
    others=(" the owners of arson", ", of hiding leaks"),
)
_TO = Idiom(
    "what somebody binds themselves to do",
    r" (?=(?:not |never )?to [a-z])",
    examples=(" to stay", " never to return"),
    others=(" total calm", " never too late"),
)
_ANY = Idiom(
    "what somebody denies",
    r" (?:that )?(?=[a-z])",
    examples=(" that it leaked", " hiding leaks"),
    others=(" Ruiz", " 12"),
)
# A cheap look before the real one: what may stand right before the verb, besides a capitalised word or a comma.
_BESIDE = english.lexicon.words("bare-body-noun", "verb-neighbour")
# "Mayor Ruiz’s spokesman", "his spokeswoman": the words are given for somebody who is named.
_SPOKESMAN = Idiom(
    "somebody speaks for a person who is named",
    r"(?:, (his|her)|([A-Z][^,;:.]{1,60}?)['’]s?) (?:[a-z]+ )?(spokes(?:man|woman|person))\Z",
    examples=("Mayor Ruiz’s spokesman", "Ruiz, his chief spokeswoman"),
    others=("the mayor’s spokesman", "a spokesman"),
)
_OPENER = re.compile(r"(?:But|And|The|So|Yet|Then|Meanwhile|While|In|On|At|As|For|When|Neither|Nor|Also) (?=[A-Z])")
# Groups that nobody could tell apart in another article.
_ANYBODY = english.lexicon.words("nameless-group")
_SHORTEST, _LONGEST = 20, 400
# Where a reported clause begins and ends is less sure than where marks do (guess).
REPORTED_CONFIDENCE = 0.8
_BACK = 20_000  # code points in which a body is looked for: a cap that keeps long texts linear (guess)
_ACCORDING = re.compile(r"ccording to (?=\S)")
# Verbs that may stand before their subject: "…, said Tom Bray".
_SPOKEN = english.lexicon.words("inverting-verb")
_BARE_VERBS = english.lexicon.words("bare-reporting-verb")
_OWN_FRAME = {
    "accused": _OF, "vowed": _TO, "promised": _TO, "pledged": _TO, "threatened": _TO, "denied": _ANY,
}  # fmt: skip


def indirect(document: Document, speakers: Speakers) -> Iterator[Claim]:
    """Yield the reported clauses of *document* in sentences without quotations."""
    starts = [region.outer.start for region in document.quoted]
    sources = Sources(document, speakers)
    done = -1
    for match in _cues(document):
        at = match.start()
        if at < done:
            continue
        sentence = document.sentence_at(at)
        if sentence is None or at >= sentence.end or _has_quotation(document, starts, sentence):
            continue
        found = sources.reported(sentence, match)
        if found is not None:
            done = sentence.end
            yield _claim(document, sentence, *found)


def _cues(document: Document) -> Iterator[re.Match[str]]:
    """Yield the verbs and "according to" behind or before which a source may stand, in order."""
    text = document.text
    sourced = "ccording to " in text
    for row in document.body:
        found = [match for match in _VERB.finditer(text, row.start, row.end) if _near(text, match.start())]
        if sourced and text.find("ccording to ", row.start, row.end) >= 0:
            found += _ACCORDING.finditer(text, row.start, row.end)
            found.sort(key=re.Match.start)
        yield from found


def _near(text: str, at: int) -> bool:
    """Tell whether a name or a word that stands beside one comes right before the verb at *at*."""
    if text[at - 1] == ",":
        return True
    first = text.rfind(" ", max(0, at - 24), at) + 1 or max(0, at - 24)
    word = text[first:at]
    return not word.islower() or word in _BESIDE  # "al-Masri" is a name too


class Sources:
    """Finds the sources of reported clauses in one document."""

    def __init__(self, document: Document, speakers: Speakers) -> None:
        self.text, self.speakers = document.text, speakers

    def reported(self, sentence: Span, cue: re.Match[str]) -> tuple[Span, Span, Speaker, str] | None:
        """Return mention, clause, speaker and cue of a sentence, where all of them are plain."""
        text, verb = self.text, cue.group(cue.lastindex or 0)
        if cue.lastindex is None:
            return self._sourced(trailing.according(text, sentence, cue.start() - 1, cue.end()), "according")
        if text[cue.start() - 1] == "," and verb in _SPOKEN:
            found = self._sourced(trailing.inverted(text, sentence, cue.start() - 1, cue.end()), verb)
            if found is not None:
                return found
        mention, who = self._source(sentence, cue.start())
        if mention is None:
            return None
        clause = None
        if verb not in _OWN_FRAME:  # "…, a charge that Ruiz denied"
            clause = trailing.behind(text, sentence, mention, cue.end(), told=verb == "told")
        if clause is None and who is None:
            clause = _introduced(text, sentence, mention, cue.start(1), verb)
        return self._sourced((mention, clause), verb, who) if clause else None

    def _sourced(
        self, found: tuple[Span, Span] | None, verb: str, who: Speaker | None = None
    ) -> tuple[Span, Span, Speaker, str] | None:
        """Add the speaker, if it is somebody whom another article could name too."""
        if found is None:
            return None
        mention, clause = found
        who = who or self.speakers.resolve(mention)
        if who.name is None or not (who.person or who.name[0].isupper()) or who.name.lower() in _ANYBODY:
            return None
        if not who.person and is_channel(who.name):
            return None  # "…, according to TASS": a report passed on, and nobody's words
        if not who.person and clause.start > mention.start and self.text[mention.start - 2 : mention.start] == ", ":
            return None  # "…, who travelled to Columbus, Ohio, said"
        return mention, clause, who, verb

    def _source(self, sentence: Span, at: int) -> tuple[Span | None, Speaker | None]:
        """Return the mention of whoever speaks before the verb at *at*, and who that is where no name says it."""
        text = self.text
        begin = max(sentence.start, at - 90)
        if text.endswith((", he", ", she"), begin, at):
            mention = Span(text.rfind(" ", begin, at) + 1, at)
            who = self.speakers.resolve(mention)
            return (mention, who) if who.gender else (None, None)  # nobody is guessed
        if spoken := _SPOKESMAN.search(text, begin, at):
            owner = Span(*spoken.span(1 if spoken[1] else 2))
            return Span(owner.start, at), evolve(self.speakers.resolve(owner), title=spoken[3])
        start = max(begin, text.rfind(" ", begin, at) + 1)
        if text[start:at] in _BODIES:
            name = self._body(text[start:at], start)
            return (Span(start, at), Speaker(name)) if name else (None, None)
        return _mention(text, sentence, at + 1), None

    def _body(self, noun: str, at: int) -> str | None:
        """Return the name of the body that was last named in full before *at*: "Interior Ministry" for "ministry"."""
        text, word = self.text, noun.capitalize()
        place = text.rfind(word, max(0, at - _BACK), at)
        if place <= 0:
            return None
        end, first = place + len(word), max(0, place - 60)
        full = next((match for match in runs(text, first, end) if match.end() == end), None)
        return full.group().removeprefix("The ") if full and " " in full.group().removeprefix("The ") else None


def _has_quotation(document: Document, starts: list[int], sentence: Span) -> bool:
    index = bisect_left(starts, sentence.end)
    return index > 0 and document.quoted[index - 1].outer.end > sentence.start


def _introduced(text: str, sentence: Span, mention: Span, at: int, verb: str) -> Span | None:
    """Return the clause behind the verb: "Ruiz said that the bridge was safe"."""
    after = at + len(verb)
    if "," in text[sentence.start : mention.start] and mention.start - sentence.start > 90:
        return None
    frame = _OWN_FRAME.get(verb)
    begun = frame.match(text, after, sentence.end) if frame else None
    begun = begun or _THAT.match(text, after, sentence.end)
    if begun is None and verb in _BARE_VERBS:
        begun = _BARE.match(text, after, sentence.end)
    if begun is None:
        return None
    end = sentence.end - (text[sentence.end - 1] in ".!?")
    size = end - begun.end()
    if not _SHORTEST <= size <= _LONGEST or (frame is None and not trailing.FINITE.search(text, begun.end(), end)):
        return None
    return Span(begun.end(), end)


def _mention(text: str, sentence: Span, at: int) -> Span | None:
    """Return the name that ends right before the verb at *at*, an apposition and an auxiliary left out."""
    begin = max(sentence.start, at - 160)
    for match in reversed(list(runs(text, begin, at - 1))):
        start = match.start()
        # "Mr Holt's lawyer, Emil Vance, said": a name between two commas is an apposition itself.
        apposed = text[match.end() : at - 1] == "," and text[max(0, start - 2) : start] == ", "
        if apposed or _GAP.fullmatch(text, match.end(), at - 1):
            near = text[max(sentence.start, start - 4) : start].lower()
            if near.endswith(("the ", "of ", "for ", "by ", "and ")) and not _plain_article(text, sentence, start):
                # "the head of the Interior Ministry said": somebody else may speak.
                return None
            opener = _OPENER.match(text, start, match.end())
            return Span(opener.end() if opener else start, match.end())
    return None


def _plain_article(text: str, sentence: Span, start: int) -> bool:
    before = text[sentence.start : start]
    return before.lower() in ("the ", "but the ", "and the ") or before.endswith((", the ", "; the "))


def _claim(document: Document, sentence: Span, mention: Span, clause: Span, who: Speaker, verb: str) -> Claim:
    text = document.text
    cue = cue_verbs().get(verb)
    through = channel(text, sentence.start, sentence.end, [(clause.start, clause.end)])
    value = Quotation(
        "indirect",
        clause.of(text),
        speaker=who.name,
        speaker_span=mention,
        cue=verb,
        channel=through or (is_channel(who.name) if who.name and not who.person else None),
        stance=cue.stance if cue else "neutral",
        speaker_title=who.title,
        occasion=occasion.of(document, mention, verb, clause),
    )
    return Claim.at(document, clause, kind="quote", value=value, attribution=who.name, confidence=REPORTED_CONFIDENCE)
