"""Who said it: the mention beside the cue, for every quoted region of a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from attrs import frozen

from newsdiff import Span
from newsdiff.language import english
from newsdiff.language.idioms import Idiom
from newsdiff.page.quoting import QuotedRegion
from newsdiff_quotes import _grammar as grammar
from newsdiff_quotes._channels import passes_on
from newsdiff_quotes._grammar import Chunks, Event
from newsdiff_quotes._tokens import Tokens, tokenize

# What may stand between a cue verb and the subject of the clause that it introduces: "told reporters on Friday that".
_COMPLEMENT = re.compile(r"[^,;:()Qcu-]*")
# Things that carry words.
_SPEAKING = english.lexicon.words("text-carrier")
# Of these the words are those of whoever gave them out.
_ISSUED = english.lexicon.words("issued-text")
# What follows a name and tells no more than where or when somebody spoke.
_WHERE = english.lexicon.words("scene-preposition")
_SPEECH = Idiom(
    "a noun of speech before the words",
    rf" {english.lexicon.pattern('utterance-noun')}(?: of)? $",
    examples=("to chants of ", "under the slogan "),
    others=("to chants and ", "the sloganeers "),
)
# "according to Ruiz", "in the words of Ruiz": the word before the preposition, by the tag of the preposition.
_BEFORE_SOURCE = {"o": "according", "p": "words"}
_SECOND_HAND = re.compile(r"S([YP](?:p[YT])*)[ps]g")
_RELAYS = english.lexicon.words("relaying-verb")
# Ways of reading a source beside which a quotation is a sentence of its own.
_WHOLE = frozenset(("continued", "inherited", "paragraph before", "header", "signature", "transcript"))
_FROM = english.lexicon.words("source-preposition")
_PARTY = re.compile(r"Y\([^()]{1,8}\):$")
_CUE = re.compile("[SKHg]|A(?=[YPMT]{0,3}t)")


@frozen
class Found:
    """A source for one quotation: token ranges in the paragraph."""

    subject: tuple[int, int]
    verb: int | None
    how: str


def _verb(event: Event) -> int:
    return event.verb


class Sentence:
    """One quotation in its sentence."""

    def __init__(self, tokens: Tokens, chunks: Chunks, at: int, tail: str) -> None:
        self.tokens, self.chunks, self.at = tokens, chunks, at
        self.tags = chunks.tags
        self.tail = tail
        """Last character inside the marks."""
        self.start, self.end = grammar.bounds(self.tags, at)

    def source(self) -> Found | None:
        """Return the source of the quotation, looked for in its own sentence only."""
        events = grammar.events(self.tags, self.start, self.at)
        found = self._after(events)
        if found and not (self.at > self.start and passes_on(self._words(found))):
            return found
        before = self._before(events)
        if found:
            # "Ruiz said that it was Q, the agency reported": the words are Ruiz's.
            return before or found
        if before is None or self.tags[self.chunks.index(before.verb or 0)] in "HK":
            # "Orlov believes it is Q, his spokesman said": the one who says it is the source.
            before = self._later() or before
        return before or self._weak(events)

    def before(self, start: int) -> Found | None:
        """Return who acts between *start* and this place."""
        self.start = start
        events = grammar.events(self.tags, start, self.at)
        return self._before(events) or self._weak(events)

    def _found(self, start: int, end: int, verb: int, how: str) -> Found:
        first = self.chunks.first
        if (match := _SECOND_HAND.match(self.tags, verb)) and self.tokens.words[first[verb]].lower() in _RELAYS:
            # "Interfax quoted Sorin as saying": the words are Sorin's.
            start, end = match.span(1)
        return Found((first[start], first[end]), first[verb], how)

    def _words(self, found: Found) -> str:
        start, end = found.subject
        return " ".join(self.tokens.words[start:end])

    def _after(self, events: list[Event]) -> Found | None:
        tags, at = self.tags, self.at + 1
        following = tags[at : at + 1]
        ended = self.tail in ",?!…—-" or (following in (",", "-") and following)
        initial = self.at == self.start
        if not ended and not (initial and self.tail != "."):
            return None
        if match := grammar.AFTER_INVERTED.match(tags, at, self.end):
            return self._found(*match.span("subject"), match.start("verb"), "Q V S")
        if match := grammar.AFTER.match(tags, at, self.end):
            return self._found(*match.span("subject"), match.end("verb") - 1, "Q S V")
        return None

    def _later(self) -> Found | None:
        if match := grammar.LATER.search(self.tags, self.at + 1, self.end):
            return self._found(*match.span("subject"), match.start("verb"), "later")
        if match := grammar.LATER_INVERTED.search(self.tags, self.at + 1, self.end):
            return self._found(*match.span("subject"), match.start(), "later")
        return self._according(self.at + 1, self.end)

    def _according(self, start: int, end: int) -> Found | None:
        for match in grammar.ACCORDING.finditer(self.tags, start, end):
            before = self.chunks.first[match.start()] - 1
            if before >= 0 and self.tokens.words[before].lower() == _BEFORE_SOURCE[match.group()[0]]:
                first = self.chunks.first
                return Found((first[match.start("subject")], first[match.end("subject")]), before, "according")
        return None

    def _before(self, events: list[Event]) -> Found | None:
        if match := grammar.INVERTED_LEAD.match(self.tags, self.start, self.at):
            return self._found(*match.span("subject"), match.start("verb"), "cue")
        for cue in reversed(self._cues()):
            if (owner := self._owner(events, cue)) is not None:
                return self._climb(events, owner, cue)
        return self._according(self.start, self.at)

    def _cues(self) -> list[int]:
        return [match.start() for match in _CUE.finditer(self.tags, self.start, self.at)]

    def _owner(self, events: list[Event], cue: int) -> Event | None:
        """Return the subject of a cue: its own, or for "adding", "to call", "and said" the one before."""
        before = events[: bisect_right(events, cue, key=_verb)]
        if self.tags[cue] == "g" and self._participle_of(cue, before):
            return Event(cue - 1, cue, cue, "g")
        if not before:
            near = self.start + len(self.tags[self.start : cue].rstrip("aXT")) - 1
            if near >= self.start and self.tags[near] in "YP":
                return Event(near, near + 1, cue, self.tags[cue])
            return None
        if before[-1].verb == cue:
            return before[-1] if before[-1].kind in "SKHgA" else None
        if self.tags[cue] == "g" or self.tags[cue - 1] in "oac":
            return before[-1]
        if self.tags[cue - 1] in "YP" and cue - 1 > before[-1].verb:
            if self.tags[cue - 2] == "p" and before[-1].verb == cue - 3:
                # "a letter obtained by The Wire warns": a participle, and the letter warns.
                return Event(before[-1].subject, before[-1].end, cue, self.tags[cue])
            return Event(cue - 1, cue, cue, self.tags[cue])
        return None

    def _participle_of(self, cue: int, before: list[Event]) -> bool:
        """Tell whether the noun phrase before a participle speaks: "with the union calling", "a sign saying"."""
        if cue <= self.start or self.tags[cue - 1] not in "YP" or (before and before[-1].verb == cue):
            return False
        if not before:
            return True
        if self.tags[cue - 2 : cue - 1] == "p":
            # "posted a message on Chirper reading": the one who posted it speaks.
            return self.tokens.words[self.chunks.first[cue - 2] - 1].lower() not in _SPEAKING
        thing = self.tokens.words[self.chunks.first[cue] - 1].lower()
        if thing in _ISSUED and before[-1].kind in "vAS" and before[-1].verb == cue - 2:
            return False  # "Ruiz released a statement saying"
        return thing in _SPEAKING

    def _climb(self, events: list[Event], event: Event, cue: int) -> Found:
        """Go up to the outermost cue whose reported clause holds the event: "Ruiz said he called it" is Ruiz's."""
        how = "cue" if event.verb == cue else "shared" if cue < self.at else "weak"
        for parent in reversed(self._cues()):
            if parent >= event.subject or self.tags[parent] == "K":
                continue
            if _COMPLEMENT.fullmatch(self.tags, parent + 1, event.subject):
                event = self._owner(events, parent) or event
        return self._found(event.subject, event.end, event.verb, how)

    def _weak(self, events: list[Event]) -> Found | None:
        label = self.at - 2
        if (aside := _PARTY.search(self.tags, self.start, self.at)) is not None:
            label = aside.start()  # "Rep. Ana Ruiz (R-Vt.): Q"
        labelled = label >= self.start and self.tags[self.at - 1] == ":" and self.tags[label] in "YP"
        if labelled and (label == self.start or self.tags[label - 1] in "-,pa"):
            return self._found(label, label + 1, label + 1, "label")
        return self._climb(events, events[-1], self.at) if events else None


class Paragraph:
    """A paragraph with its quotations."""

    def __init__(self, text: str, row: Span, regions: Sequence[QuotedRegion]) -> None:
        self.text, self.row, self.regions = text, row, regions
        self.tokens = tokenize(text, row.start, row.end, regions)
        self.chunks = Chunks(self.tokens.tags)
        self._sentences: dict[int, Sentence] = {}
        self.places = [self.chunks.index(token) for token in self.tokens.regions]

    def span(self, found: Found) -> Span:
        """Return where the mention of a source stands."""
        start, end = found.subject
        tags = self.tokens.tags
        for i in range(start + 1, end):
            if tags[i] == "p" and tags[i - 1] == "N" and self.tokens.words[i] in _WHERE:
                end = i  # "wept Halima Bakri outside the barracks"
                break
        named = tags.find("N", start, end)
        # "Mr Holt's lawyer, Emil Vance": what is named first is whose lawyer he is.
        owned = tags[end - 1] == "n" and "G" in tags[start:end]
        if tags[end : end + 2] == ",N" and (named < 0 or owned or "p" in tags[max(start, named - 2) : named]):
            # "the head of the press centre, Yuri Danko": the name that follows is who is meant.
            last = end + 1
            while tags[last : last + 1] == "N" or (tags[last : last + 1] == "n" and self._particle(last)):
                last += 1
            if last - end > 2 and tags[last : last + 1] != "G":
                end = last
        return Span(self.tokens.starts[start], self.tokens.ends[end - 1])

    def _particle(self, token: int) -> bool:
        """Tell whether a word is a name that begins small: "al-Masri"."""
        word = self.tokens.words[token]
        return "-" in word and word.rpartition("-")[2][:1].isupper()

    def source(self, number: int) -> Found | None:
        """Return the source of a quotation, looked for in its own sentence only."""
        return self._sentence(number).source()

    def _sentence(self, number: int) -> Sentence:
        if number in self._sentences:
            return self._sentences[number]
        tail = self.text[self.regions[number].inner.end - 1]
        found = self._sentences[number] = Sentence(self.tokens, self.chunks, self.places[number], tail)
        return found

    def cue(self, found: Found) -> str | None:
        """Return the word that introduces the quotation."""
        word = self.tokens.words[found.verb] if found.verb is not None else ""
        return word if word[:1].isalpha() else None

    def extent(self, number: int) -> tuple[int, int]:
        """Return where the sentence around a quotation starts and ends in the text."""
        sentence = self._sentence(number)
        first = self.chunks.first
        return self.tokens.starts[first[sentence.start]], self.tokens.ends[
            min(first[sentence.end], len(self.tokens.ends)) - 1
        ]

    def is_named_speech(self, number: int) -> bool:
        """Tell whether a noun of speech leads to the quotation: "chants of “Go!”", "his promise of “free milk”"."""
        at = self.regions[number].outer.start
        return _SPEECH.search(self.text, max(self.row.start, at - 20), at) is not None

    def fragment(self, number: int, how: str) -> bool:
        """Tell whether a quotation is a part of the article's own sentence: "he called it “a mess”"."""
        if how in _WHOLE:
            return False
        at = self.places[number]
        before = self.chunks.tags[at - 1] if at else "."
        if before in ".,:-?;(Q":
            content = self.text[self.regions[number].inner.start]
            after = self.chunks.tags[at + 1 : at + 2]
            return before in ",(Q-" and content.islower() and after not in ("", ".", ",")
        inner = self.regions[number].inner
        long = self.text.count(" ", inner.start, inner.end) >= 6
        if before in "Sg" and long:
            # "saying “such attacks may …”" is none, whatever its first letter; "should go on “to allow …”" is one.
            return self.text.startswith("to ", inner.start)
        return not (self.text[inner.start].isupper() and (before in "SAKgYPMaT" or (before == "t" and long)))

    def alone(self, number: int) -> bool:
        """Tell whether a quotation is a sentence of its own."""
        sentence = self._sentence(number)
        return not sentence.tags[sentence.start : sentence.end].strip("Q?,-()")

    def is_object(self, number: int) -> bool:
        """Tell whether a cue verb takes the quotation directly: "called him Q", "said: Q", "Q, she said"."""
        at = self.places[number]
        return bool(grammar.OBJECT.search(self.chunks.tags[max(0, at - 6) : at]))

    def lead(self, number: int) -> Found | None:
        """Return who acts in the sentence before, where it has no quotation: "Ruiz was cautious. “We will see.”"""
        start = self._sentence(number).start
        if start == 0:
            return None
        begin = grammar.bounds(self.chunks.tags, start - 1)[0]
        if "Q" in self.chunks.tags[begin:start]:
            return None
        return Sentence(self.tokens, self.chunks, start, "").before(begin)

    def signature(self, number: int | None = None) -> Found | None:
        """Return the name behind the dash that opens the paragraph, or follows a quotation: "— Ana Ruiz, a teacher"."""
        if number is None:
            match = grammar.SIGNATURE.match(self.chunks.tags)
        else:
            match = grammar.SIGNED.match(self.chunks.tags, self.places[number] + 1)
        return self._at(*match.span(1), "signature") if match else None

    def header(self) -> Found | None:
        """Return who is named by a paragraph that only leads to the next: "From Chairwoman Ana Ruiz:", "Ana Ruiz:"."""
        if match := grammar.HEADER.fullmatch(self.chunks.tags):
            begin = self.chunks.first[match.start(1)]
            if begin == 0 or self.tokens.words[begin - 1].lower() in _FROM:
                return self._at(*match.span(1), "header")
        return None

    def _at(self, start: int, end: int, how: str) -> Found:
        return Found((self.chunks.first[start], self.chunks.first[end]), None, how)

    def last(self) -> Found | None:
        """Return who acts in the last sentence of a paragraph without quotations."""
        tags = self.chunks.tags.rstrip(".?")
        begin = grammar.bounds(tags, len(tags))[0]
        return Sentence(self.tokens, self.chunks, len(tags), "").before(begin)
