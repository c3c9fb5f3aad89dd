"""Reported speech without marks: "Ruiz said that the bridge was safe", "..., the ministry said", "vowed to stay".

Only clear cases: a named source right beside the verb, and a whole reported clause in the same sentence. The claim's
span is that clause, so that one outlet's quotation can be set against another's paraphrase.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from newsdiff import Claim, Document, Quotation, Span
from newsdiff.text.cues import cue_verbs
from newsdiff.text.lexicon import trie
from newsdiff.text.names import runs
from newsdiff_quotes._channels import channel, is_channel
from newsdiff_quotes._speakers import Speaker, Speakers

_SAY = frozenset(
    "said says told announced confirmed warned claimed insisted argued added stressed explained declared acknowledged"
    " admitted conceded alleged maintained suggested predicted complained replied reiterated emphasised emphasized"
    " noted stated revealed recalled testified promised vowed pledged threatened denied accused".split()
)
_VERB = re.compile(rf" ({trie(sorted(_SAY))})\b")
# "has also", "on Friday", an apposition: what may stand between the name and its verb.
_GAP = re.compile(
    r"(?:,[^,;:.?!“”\"]{3,70},)?"
    r"(?: (?:has|had|also|then|later|again|repeatedly|previously|earlier|(?:on )?[A-Z][a-z]+day)){0,3}"
)
_HEARER = (
    r"(?: (?:reporters|journalists|lawmakers|parliament|state television|a (?:news|press) (?:conference|briefing)"
    r"|(?:the )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}))?"
)
_WHEN = r"(?: (?:on )?[A-Z][a-z]+day| in a statement){0,2}"
_THAT = re.compile(rf"{_HEARER}{_WHEN} that (?=\w)")
# Without "that" the clause must show its subject: "said the talks", "said he", "said Moscow would".
_BARE = re.compile(
    rf"{_WHEN} (?=(?:the|a|an|his|her|its|their|he|she|it|they|there|this|these|more|at least|[A-Z0-9][\w’'-]*)\b)"
)
_OF = re.compile(r" [^.,;:?!]{3,60}? of (?=\w+ing\b)")
_TO = re.compile(r" (?=(?:not |never )?to [a-z])")
_ANY = re.compile(r" (?:that )?(?=[a-z])")
_TRAILING = re.compile(
    r"[.!?]?\s*$|,? (?:on [A-Z][a-z]+day|[A-Z][a-z]+day|in a statement|at a |after |during |to reporters)"
)
# A cheap look before the real one: a capitalised word, or one that may stand between a name and its verb.
_NEAR = re.compile(r"(?:[A-Z][^\s,;:.]*\.?|\b(?:has|had|also|then|later|again|repeatedly|previously|earlier))\Z")
_OPENER = re.compile(r"(?:But|And|The|So|Yet|Then|Meanwhile|While|In|On|At|As|For|When|Neither|Nor|Also) (?=[A-Z])")
# Groups that nobody could tell apart in another article.
_ANYBODY = frozenset(
    "officials police authorities witnesses residents experts traders analysts economists critics"
    " activists protesters scientists researchers doctors prosecutors lawyers investigators rebels"
    " militants soldiers troops neighbours neighbors sources diplomats reporters journalists observers"
    " supporters opponents workers locals villagers".split()
)
_SHORTEST, _LONGEST = 20, 400
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|\w{3,}ed)\b"
)
_BARE_VERBS = frozenset("said says added claimed insisted".split())
_OWN_FRAME = {
    "accused": _OF, "vowed": _TO, "promised": _TO, "pledged": _TO, "threatened": _TO, "denied": _ANY,
}  # fmt: skip


def indirect(document: Document, speakers: Speakers) -> Iterator[Claim]:
    """Yield the reported clauses of *document* in sentences without quotations."""
    text = document.text
    starts = [region.outer.start for region in document.quoted]
    done = -1
    for row in document.body:
        for match in _VERB.finditer(text, row.start, row.end):
            at = match.start()
            if at < done or not (text[at - 1] == "," or _NEAR.search(text, max(row.start, at - 24), at)):
                continue
            sentence = document.sentence_at(match.start())
            if sentence is None or match.start() >= sentence.end or _has_quotation(document, starts, sentence):
                continue
            found = _reported(text, sentence, match.start(1), match.group(1))
            if found is None:
                continue
            mention, clause = found
            who = speakers.resolve(mention)
            if who.name is None or not (who.person or who.name[0].isupper()):
                continue
            if who.name.lower() in _ANYBODY:
                continue
            if not who.person and clause.start > mention.start and text[mention.start - 2 : mention.start] == ", ":
                continue  # "…, who travelled to Columbus, Ohio, said"
            done = sentence.end
            yield _claim(document, sentence, mention, clause, who, match.group(1))


def _has_quotation(document: Document, starts: list[int], sentence: Span) -> bool:
    index = bisect_left(starts, sentence.end)
    return index > 0 and document.quoted[index - 1].outer.end > sentence.start


def _reported(text: str, sentence: Span, at: int, verb: str) -> tuple[Span, Span] | None:
    """Return the mention of the source and the clause it reports, where both are plain."""
    mention = _mention(text, sentence, at)
    if mention is None:
        return None
    after = at + len(verb)
    trailing = text[mention.start - 2 : mention.start] == ", " and _TRAILING.match(text, after, sentence.end)
    if trailing and mention.start - 2 - sentence.start >= _SHORTEST:
        clause = Span(sentence.start, mention.start - 2)
        return (mention, clause) if _FINITE.search(clause.of(text)) and len(clause.of(text)) <= _LONGEST else None
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
    if not _SHORTEST <= size <= _LONGEST or (frame is None and not _FINITE.search(text, begun.end(), end)):
        return None
    return mention, Span(begun.end(), end)


def _mention(text: str, sentence: Span, at: int) -> Span | None:
    """Return the name that ends right before the verb at *at*, an apposition and an auxiliary left out."""
    begin = max(sentence.start, at - 160)
    for match in reversed(list(runs(text, begin, at - 1))):
        if _GAP.fullmatch(text, match.end(), at - 1):
            start = match.start()
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
    )
    return Claim.at(document, clause, kind="quote", value=value, attribution=who.name, confidence=0.8)
