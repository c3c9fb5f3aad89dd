"""Quotations of an article as claims."""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff import Claim, Document, Quotation
from newsdiff.text.cues import cue_verbs
from newsdiff_quotes._channels import is_channel
from newsdiff_quotes._indirect import indirect
from newsdiff_quotes._reader import Quoted, Reader
from newsdiff_quotes._speakers import NOBODY, Speakers

# Unattributed marks around fewer characters hold a term, not speech.
_SHORT = 40


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
    for quoted in quotations:
        inner = quoted.region.inner
        content = inner.of(document.text)
        if quoted.mention is None and (quoted.how == "scare" or len(content) <= _SHORT):
            yield Claim.at(document, inner, kind="quote", value=Quotation("scare", content))
            continue
        own = inner.start if inner.start in begun else None
        value = _quotation(quoted, content, speakers, quoted.utterance if quoted.utterance is not None else own)
        yield Claim.at(document, inner, kind="quote", value=value, attribution=value.speaker or value.channel)


def _quotation(quoted: Quoted, content: str, speakers: Speakers, utterance: int | None) -> Quotation:
    who = speakers.resolve(quoted.mention) if quoted.mention else NOBODY
    verb = cue_verbs().get((quoted.cue or "").lower())
    return Quotation(
        "mixed" if quoted.fragment else "direct",
        content,
        speaker=who.name,
        speaker_span=quoted.mention,
        cue=quoted.cue,
        channel=quoted.channel or (is_channel(who.name) if who.name and not who.person else None),
        utterance=utterance,
        stance=verb.stance if verb else "neutral",
        speaker_title=who.title,
    )
