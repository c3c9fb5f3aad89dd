"""Which capitalised names are organisations: form first, then role context, then every repeat of an accepted name."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from attrs import frozen

from newsdiff import Document, Span
from newsdiff_groups._scan import OPENERS, TITLES, Name, Word, sequences, split
from newsdiff_groups._words import as_set, heads, names, not_acronyms, peoples
from newsdiff.text import places

# One word alone names a body where the article has no longer name for it.
_ALONE = as_set(
    [
        "Parliament Treasury Congress Senate Coalition Bundestag Bundesbank Knesset Duma Politburo Cabinet Fed Treasuries",
        "Government Observatory Politburo Bundesrat Sejm Pentagon Kremlin",
    ]
)
_PLACE_HEADS = as_set(["Bank Union Federation City House Centre Center Guard"])
_PLACE_FIRST = as_set(["West East Soviet Russian Old Holy Left Right South North White"])
_LEGAL = as_set(["Inc Inc. Ltd Ltd. Limited PLC Plc plc Corp Corp. Co Co. LLC LLP SA S.A. AG NV N.V. SpA S.p.A. AB A/S GmbH Bhd Pty BV KK Oy ASA Group Company Corporation"])
_STATE_BODY = as_set(["Ministry Minister Embassy Treasury Cabinet Consulate"])
_FIRST = as_set(["Radio Bank Banco Banque Banca Grupo Groupe PT Credit Caisse Cie Compagnie Air Partido Parti Hizb Jabhat Jaish Jaysh Harakat Liwa Ansar Kataib Ahrar Lashkar Jamaat Tehrik"])
_SHOUTED = as_set(["UNITED STATES NATIONS PRESS DIGEST BRITAIN WEST EAST NORTH SOUTH"])
_ACRONYM = regex.compile(r"(?:\p{Lu}\.){2,6}\p{Lu}?|\p{Lu}[\p{Lu}\p{N}&]{1,6}s?|\p{Lu}{2,5}[-/]\p{Lu}{1,6}|\p{Lu}{2,6}\p{Ll}{1,2}\p{Lu}{1,4}")
_AFTER = regex.compile(
    r"(?:['’]s)?[ ](?:(?:senior|chief|military|political|top|official|state-run|local|foreign|news|net|annual|first-half)[ ])?"
    r"(?:spokes(?:man|woman|person|people)|shares?\b|stocks?\b|officials?\b|fighters\b|militants\b|militiamen\b|guerrillas\b"
    r"|rebels\b|gunmen\b|troops\b|commanders?\b|members?\b|headquarters\b|chairman|executives?\b|analysts?\b|economists?\b"
    r"|subsidiary|unit\b|newspaper|news agency|agency|television\b|radio\b|daily\b|magazine\b|party\b|plc\b|workers\b"
    r"|employees\b|terrorists\b|extremists\b|insurgents\b|operatives\b|movement\b|group\b|militia\b|cells?\b|bank\b|bonds\b"
    r"|profits?\b|sales\b|earnings\b|dealers?\b|traders?\b|correspondent|reporters?\b|airline|brokerage|faction\b|leadership\b"
    r"|lawmakers\b|MPs?\b|sources\b|director\b|editor\b|board\b|management\b|delegates\b|supporters\b|jets\b|planes\b)"
)
_ITS = regex.compile(
    r" (?:said|announced|reported) (?:(?:on \w+|late|early|that) )?(?:it (?:had|has|would|will|was|is|expect|plan|agree|did|does|bought|sold)|its )"
)
_COMPANY = regex.compile(r", (?:a|an|one of) (?:[\p{Ll}-]+ ){0,4}(?:company|firm|group|maker|producer|bank|unit|subsidiary|agency|organi[sz]ation|party|retailer|manufacturer|supplier|airline|newspaper|charity|movement|militia|operator|insurer|broker|chain)\b")
_BEFORE = (
    " shares of ", " shares in ", " stake in ", " members of ", " member of ", " spokesman for ", " spokeswoman for ", " company ",
    " group ", " newspaper ", " daily ", " agency ", " weekly ", " magazine ", " fighters from ", " chairman of ", " militants of ",
    " analyst at ", " analysts at ", " economist at ", " trader at ", " dealer at ", " broker ", " subsidiary of ", " unit of ",
    " firm ", " retailer ", " airline ", " carrier ", " movement ", " faction ", " militia ", " known as ", " told ",
    " maker ", " giant ", " conglomerate ", " manager at ", " works for ", " worked for ", " director of ", " leader of ", " bank ",
    " television station ", " broadcaster ", " party ", " operator ", " insurer ", " charity ", " watchdog ", " supplier ",
)
_BEFORE_WEAK = (" told ", " known as ", " leader of ", " group ", " director of ", " party ")


@frozen
class Mention:
    """An organisation where it stands."""

    span: Span
    name: str
    long: str | None = None
    """The longer name that a short form stands for ("the Observatory")."""


_COMPOUND = regex.compile(r"[-‐‑]\p{Ll}")


def find(document: Document) -> tuple[list[Name], list[Mention]]:
    """Return all capitalised names of *document* and its organisations, in order."""
    text = document.text
    found: list[Name] = []
    for paragraph in document.body:
        shouting = text[paragraph.start : paragraph.end].isupper()
        if shouting:
            continue
        for start, end in sequences(text, paragraph.start, paragraph.end):
            found += split(text, start, end)
    accepted: dict[str, str | None] = {}
    mentions: list[Mention] = []
    open_names: list[Name] = []
    for name in found:
        cut = by_form(text, name)
        if cut is None and not name.opened and by_context(text, name):
            cut = name.words
        if cut is None:
            open_names.append(name)
            continue
        span = Span(cut[0].start, cut[-1].end)
        if _COMPOUND.match(text, span.end) or text[max(span.start - 1, 0)] in "-‐‑":
            continue
        mentions.append(Mention(span, span.of(text)))
        for short in short_forms(text, cut):
            accepted.setdefault(short, span.of(text) if short != span.of(text) else None)
    if "Islamic State" in text:
        accepted.setdefault("IS", None)
    for name in open_names:
        mentions += propagated(text, name, accepted)
    return found, sorted(mentions, key=lambda mention: mention.span)


def by_form(text: str, name: Name) -> tuple[Word, ...] | None:
    """Return the words of *name* that are an organisation by their form, or None."""
    words = name.words
    kinds = heads()
    last = words[-1].text
    if len(words) == 1:
        return words if _single(last, name.first) else None
    whole = text[words[0].start : words[-1].end]
    if whole in names():
        return words
    if whole in places.known() or (last in _PLACE_HEADS and words[-2].text in _PLACE_FIRST):
        return None
    if name.opened and not (last in kinds and len(words) > 2):
        return None
    if last in kinds or any(word.small in ("of", "for", "on") and kinds.get(words[i].text) for i, word in enumerate(words[1:])):
        return _without_nationality(words) if last in kinds else words
    if words[0].text in _FIRST and not name.first:
        return words
    if words[0].text in peoples() and len(words) == 2 and _acronym(last):
        return words[1:]
    for size in range(len(words) - 1, 0, -1):  # a known name or an acronym opens or closes the sequence
        head = text[words[0].start : words[size - 1].end]
        follower, kind = words[size].text, kinds.get(words[size - 1].text)
        if head in names() and words[size].small in ("of", "in"):
            return words
        if size > 1 and kind == "both" and not words[size].small:
            return _without_nationality(words[:size])
        if size == 1 and len(words) == 2 and follower.isdigit() and _acronym(words[0].text):
            return words
        if (head in names() and (follower in TITLES or size > 1)) or (size == 1 and _acronym(words[0].text)):
            return words[:size]
    return None


def _without_nationality(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """"German Foreign Ministry": the nationality is a claim of its own."""
    cut = 0
    while cut < len(words) - 2 and words[cut].text in peoples() and words[-1].text in _STATE_BODY:
        cut += 1
    if len(words) - cut == 2 and words[cut].text in peoples() and words[-1].text in ("Government", "Parliament", "Embassy"):
        return words
    return words[cut:]


def _single(word: str, first: bool) -> bool:
    if word in names() or word in _ALONE:
        return True
    return _acronym(word)


def _acronym(word: str) -> bool:
    if not _ACRONYM.fullmatch(word) or word in not_acronyms() or word.rstrip("s") in not_acronyms():
        return False
    if "." in word and (len(word) < 5 and word not in ("U.N.", "E.U.")):
        return False
    return word.title() not in places.known() and word not in _SHOUTED


def by_context(text: str, name: Name) -> bool:
    """Whether the words around *name* give it a role that only a group has."""
    start, end = name.start, name.end
    whole = text[start:end]
    if whole in places.known() or whole in peoples() or (len(name.words) == 1 and whole in OPENERS):
        return False
    if name.words[-1].text in peoples() or name.words[-1].text in places.known():
        return False
    before = text[max(start - 24, 0) : start].lower().replace(" the ", " ", 1)
    if before.endswith(_BEFORE) and not before.endswith(_BEFORE_WEAK):
        return True
    if name.first and len(name.words) == 1:
        return bool(_ITS.match(text, end))
    return bool(_AFTER.match(text, end) or _ITS.match(text, end) or _COMPANY.match(text, end))


def short_forms(text: str, words: tuple[Word, ...]) -> set[str]:
    """Return the full name and, for companies, what is left without legal form and line of business."""
    kinds = heads()
    forms = {text[words[0].start : words[-1].end]}
    if words[-1].text in _LEGAL:
        size = len(words) - 1
        while size:
            if words[size - 1].text in ("&", "and"):
                break
            short = text[words[0].start : words[size - 1].end].rstrip(" &,")
            if size > 1 or (short not in peoples() and short not in places.known() and short not in OPENERS and len(short) > 2):
                forms.add(short)
            if words[size - 1].text not in kinds:
                break
            size -= 1
    return forms


def propagated(text: str, name: Name, accepted: dict[str, str | None]) -> Iterator[Mention]:
    """Return the accepted names inside an undecided one."""
    words = name.words
    for size in range(len(words), 0, -1):
        for begin in range(len(words) - size + 1):
            span = Span(words[begin].start, words[begin + size - 1].end)
            if span.of(text) in accepted and (size == len(words) or begin == 0) and not _COMPOUND.match(text, span.end):
                yield Mention(span, span.of(text), accepted[span.of(text)])
                return
