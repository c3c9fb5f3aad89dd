"""Quotations of an article as claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from newsdiff import Claim, Document, Quotation, Span, Timex
from newsdiff.language.cues import cue_verbs
from newsdiff_quotes import _occasion as occasion
from newsdiff_quotes._certainty import certainty, reading
from newsdiff_quotes._channels import is_channel
from newsdiff_quotes._indirect import REPORTED_CONFIDENCE, indirect
from newsdiff_quotes._reader import Quoted, Reader
from newsdiff_quotes._speakers import NOBODY, Speakers
from newsdiff_quotes._trailing import clause

# Unattributed marks around fewer characters hold a term, not speech (guess).
_SHORT = 40
# Attributions behind the marks, and what links the marked words to the clause before them.
_BEHIND = ("Q S V", "Q V S")
_LINK = re.compile(
    r"(?:,|,? (?:and|but|or|that|for|to|of|the|an?|as|with|in|on|by|his|her|their|its|so|is|are|was|were|be))$"
)
_LINK_REACH = 8
_AROUND = 300  # code points of context on each side (guess)


def extract(document: Document) -> Iterator[Claim]:
    """Yield every quotation of *document*: those in marks, then the reported clauses."""
    speakers = Speakers(document)
    if document.quoted:
        yield from direct(document, speakers)
    yield from indirect(document, speakers)


def direct(document: Document, speakers: Speakers) -> Iterator[Claim]:
    """Yield the quotations in marks."""
    quotations = list(Reader(document).read())
    begun = {quoted.utterance for quoted in quotations}
    around = _contexts(document, quotations)
    for quoted in quotations:
        inner = quoted.region.inner
        content = inner.of(document.text)
        if quoted.mention is None and (quoted.how == "scare" or len(content) <= _SHORT):
            yield Claim.at(document, inner, kind="quote", value=Quotation("scare", content))
            continue
        own = inner.start if inner.start in begun else None
        utterance = quoted.utterance if quoted.utterance is not None else own
        value = _quotation(document, quoted, speakers, utterance, around.get(inner.start))
        yield Claim.at(document, inner, kind="quote", value=value, attribution=value.speaker or value.channel)
        if quoted.fragment and quoted.how in _BEHIND and value.speaker and (said := _before(document, quoted)):
            told = evolve(value, form="indirect", content=said.of(document.text), utterance=None, context=None)
            yield Claim.at(
                document, said, kind="quote", value=told, attribution=value.speaker, confidence=REPORTED_CONFIDENCE
            )


def _before(document: Document, quoted: Quoted) -> Span | None:
    """Return the clause that a sentence reports before its marked words, where the attribution stands behind them.

    "The pause should go on for families to leave and for “our partners to keep their word,” Ruiz said."
    """
    text, marks = document.text, quoted.region.outer
    sentence = document.sentence_at(marks.start)
    if sentence is None or sentence.start >= marks.start or text[marks.start - 1] != " ":
        return None
    end = marks.start - 1
    if any(document.is_quoted(at) for at in (sentence.start, end - 1)) or '"' in text[sentence.start : end]:
        return None
    while (link := _LINK.search(text, max(sentence.start, end - _LINK_REACH), end)) is not None:
        end = link.start()
    return clause(text, sentence.start, end)


def _contexts(document: Document, quotations: Sequence[Quoted]) -> dict[int, str]:
    """Return the words around each piece of an utterance in several pieces, and around each fragment."""
    text, found = document.text, {}
    pieces: dict[int, list[Span]] = {}
    for quoted in quotations:
        inner = quoted.region.inner
        if quoted.fragment:
            first = document.sentence_at(inner.start)
            last = first if first and inner.end <= first.end else document.sentence_at(inner.end)
            start = max(first.start if first else 0, inner.start - _AROUND)
            found[inner.start] = text[start : min(last.end if last else inner.end, inner.end + _AROUND)]
        elif quoted.how != "scare":
            utterance = inner.start if quoted.utterance is None else quoted.utterance
            pieces.setdefault(utterance, []).append(inner)
    for spans in pieces.values():
        for i, span in enumerate(spans if len(spans) > 1 else ()):
            words = [span.of(text)]
            if i:
                words.insert(0, spans[i - 1].of(text)[-_AROUND:])
            if i + 1 < len(spans):
                words.append(spans[i + 1].of(text)[:_AROUND])
            found[span.start] = " … ".join(words)
    return found


def _quotation(
    document: Document, quoted: Quoted, speakers: Speakers, utterance: int | None, context: str | None
) -> Quotation:
    who = speakers.resolve(quoted.mention) if quoted.mention else NOBODY
    through = is_channel(who.name) if who.name and not (who.person and " " in who.name) else None
    if through is not None:
        who = NOBODY  # an agency passes words on
    verb = cue_verbs().get((quoted.cue or "").lower())
    way = reading(quoted.how, who)
    return Quotation(
        "mixed" if quoted.fragment else "direct",
        quoted.region.inner.of(document.text),
        speaker=who.name,
        speaker_span=quoted.mention,
        cue=quoted.cue,
        channel=quoted.channel or through,
        utterance=utterance,
        stance=verb.stance if verb else "neutral",
        speaker_title=who.title,
        occasion=_occasion(document, quoted),
        speaker_id=speakers.number(who),
        speaker_reading=way,
        speaker_certainty=certainty(way),
        context=context,
    )


def _occasion(document: Document, quoted: Quoted) -> Timex | None:
    mention, marks = quoted.mention, quoted.region.outer
    if mention is None or quoted.cue is None:
        return None
    return occasion.of(document, mention, quoted.cue, marks)
