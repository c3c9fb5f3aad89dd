"""Which paragraphs of a page are the article, and which are what stands around it.

Every rule is a narrow one: a lost paragraph of the article is worse than a kept share bar. Nothing is furniture when
nothing would be left.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Literal

import regex

from newsdiff.language.english import lexicon
from newsdiff.language.lexicon import ENGLISH, table, trie
from newsdiff.language.times import DAYS, MONTHS, WEEKDAYS
from newsdiff.nouns.spans import Span
from newsdiff.page import dateline

Role = Literal["headline", "body", "byline", "dateline", "caption", "furniture"]

_SHORT_LINE = 90  # code points; longer lines are not titles, buttons or names
_MEDIUM = 400  # guess: code points of a paragraph of ordinary size
_CLOSERS = "\"”’'»)]"
_TERMINAL = frozenset(".!?…")
_EDGES = " \t\xa0.:…!?|»›→←>«*-–—•·[]()"

_ADDRESS = regex.compile(
    r"(?:https?://|www\.)\S{3,500}|@\w{2,40}|\S{1,80}@\S{1,80}\.\w{2,10}|#\w{2,60}(?:\s{1,3}#\w{2,60}){0,20}"
)
_CRUMB = regex.compile(r"\p{Lu}[\p{L}&'’ -]{0,30}(?:[\s\xa0]{0,6}[/>»›|][\s\xa0]{0,6}\p{Lu}[\p{L}&'’ -]{0,30}){1,6}")
_COPYRIGHT = re.compile(r"(?:©|\(c\)\s?(?:19|20)[0-9]{2}|(?i:copyright)\b.{0,12}(?:19|20)[0-9]{2})")
_COUNTED = regex.compile(
    r"[0-9,.]{1,9}[KkMm]?\s(?:comments?|shares?|views?|likes?|retweets?|replies|reads?)|[0-9]{1,3}\smin(?:ute)?s?\sread",
    regex.I,
)
_FOLLOW = regex.compile(r"(?i)follow\s.{2,60}\son\s(?:twitter|facebook|instagram|telegram|youtube|whatsapp|google|x\b)")
_APPEAL = regex.compile(r"(?i)\b(?:support|fund|donat|subscri|patron|member|newsletter|whatsapp)")
_OURS = regex.compile(
    r"(?i)\bour\s(?:readers|journalism|newsletter|work|channels?|website|team|inbox)|\b(?:honest|independent|quality)\sjournalism\b"
    r"|\b(?:patreon|paypal|inbox|updates\son\sour|fund\sraising\scampaign)\b"
)
_ELSEWHERE = regex.compile(
    r"(?i)\b(?:website|site|page)\s(?:can|may)\s(?:also\s)?be\s(?:accessed|reached|viewed)\b|\[email\xa0?\s?protected\]"
)
_MAIL = regex.compile(r"\[email[\s\xa0]protected\]|\b[\w.+-]{1,40}@[\w-]{1,40}(?:\.[a-z]{2,12}){1,3}\.?\Z")

_BY = regex.compile(r"(?:By|BY|by|Written\sby|Reported\sby|Story\sby|Author:|Words\sby|From)[\s\xa0:]{1,3}(?=\p{Lu})")
_DESK = regex.compile(
    r"\(?(?:(?:Additional\s|Further\s)?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Ww]ritten|[Ee]dited)\s(?:by|and\s\w{4,12}\sby)\b"
    r"|--?\s?(?:With\s\w+\sby|\p{Lu}\p{L}+\s(?:[Nn]ewsroom|[Bb]ureau|[Dd]esk))|[Ss]ource:\s\p{Lu}[^.]{0,60}\.?\Z|With\s(?:files|reporting|inputs)\sfrom\b|©?\s?(?:AFP|AP|Reuters|dpa)\s?$)"
)
_PARTICLES = lexicon.words("name-particle", "credit-link")
_WHEN = lexicon.words("holiday-opener") | {*MONTHS, *WEEKDAYS, *DAYS}

_CREDIT = re.compile(
    r"[(\[|/–—-]?\s?(?:(?:AP|AFP|Reuters|File|Handout|Courtesy|Stock)\s)?(?:[Pp]hoto(?:graph)?|PHOTO|[Ii]mages?|IMAGE|[Pp]icture|[Ii]llustration|[Cc]redit|CREDIT|[Gg]raphic)"
    r"(?:\s(?:by|from|courtesy\sof|credit)\s|\s?[:/©]\s?|/)[^\n]{2,80}$|[/(]\s?(?:AFP|Getty(?:\sImages)?|Reuters|REUTERS|EPA|AP|Shutterstock|Xinhua)(?:[/\s][^\n()]{0,40})?\)?$"
)
_CAPTION = re.compile(
    r"(?:FILE(?:\sPHOTO|\s?[-–—:])|File\s(?:photo|picture|image)\b|(?:Photo|Image|Picture|Caption|Photograph|Photos?\sby|Image\scaption|Media\scaption)\s?[:/©]|(?:Image|Media)\scaption\b)"
)


# Most paragraphs are told from furniture by their first letters alone.
_HEAD = 5
_RULED = {f"{word} "[:_HEAD] for word in lexicon.words("desk-opener")} | {"file-"}
_MARKED = frozenset("©(-–—[")
_RARE = ("@", "[email", "be accessed", "be viewed", "journalism", "ewsletter", "our readers", "atreon")
_TITLED = re.compile(r"\s?(?:[|•·»:–—-]\s|\Z)")
_WORDS = re.compile(r"[^\s,;|/()]+")
_CRAFTS = lexicon.words("desk-word")
_DIGIT, _TRAIL = re.compile("[0-9]"), re.compile("[/>»›|]")
_TWO = regex.compile(r"[.?!]\s\p{Lu}")


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return table(ENGLISH / "furniture.tsv")


@cache
def _phrases() -> dict[str, str]:
    return {phrase: place for phrase, place in _rows() if place != "start"}


@cache
def _starts() -> tuple[frozenset[str], regex.Pattern[str]]:
    phrases = [phrase for phrase, place in _rows() if place == "start"]
    # Every row ends where a word does: "watch:" needs nothing behind it, "join our" no letter.
    return frozenset(phrase[:_HEAD] for phrase in phrases), regex.compile(
        rf"(?:{trie(phrases)})(?<=\W|(?=\W|\Z))", regex.I
    )


def roles(text: str, rows: Sequence[Span]) -> list[Role]:
    """Return the part that each of the paragraphs *rows* plays on the page."""
    if len(rows) < 2:
        return ["body"] * len(rows)
    rare = _rare(text, rows)
    heads, starts = _starts()
    found: list[Role] = []
    for index, row in enumerate(rows):
        start, end = row.start, row.end
        role: Role = "body"
        head = text[start : start + _HEAD].lower()
        if head in heads and starts.match(text, start, end):
            role = "furniture" if end - start <= 3 * _MEDIUM else "body"
        elif end - start <= _MEDIUM:
            if head in _RULED or head[0] in _MARKED or text[end - 1] in ")]" or text[end - 1].isalnum():
                role = _ruled(text, start, end)
            if role == "body" and index in rare and _asks(text, start, end, late=index * 3 > len(rows)):
                role = "furniture"
            if role == "body" and end - start <= _SHORT_LINE:
                role = _line(text, row, index)
        found.append(role)
    _sections(text, rows, found)
    _between(text, rows, found)
    _captions(text, rows, found)
    if "body" not in found:
        return ["body"] * len(rows)
    _headline(text, rows, found)
    return found


def _rare(text: str, rows: Sequence[Span]) -> set[int]:
    """Indexes of the paragraphs that hold one of the rare words; the words are looked for in the whole text at once."""
    starts: list[int] = []
    found = set()
    for word in _RARE:
        at = text.find(word)
        while at >= 0:
            starts = starts or [row.start for row in rows]
            index = bisect_right(starts, at) - 1
            found.add(index)
            # One hit a paragraph is enough.
            at = text.find(word, max(at + 1, rows[index].end)) if index >= 0 else text.find(word, at + 1)
    return found


def _ruled(text: str, start: int, end: int) -> Role:
    """The role of a paragraph of some size by how it begins or ends."""
    if _COPYRIGHT.match(text, start, end):
        return "furniture"
    if _CAPTION.match(text, start, end) or (
        text[end - 1] not in ".!?" and _CREDIT.search(text, max(start, end - 120), end)
    ):
        return "caption"
    desk = _DESK.match(text, start, end)
    return "byline" if desk and (text[start] in "(-–—" or _credits(text[desk.end() : end])) else "body"


def _credits(rest: str) -> bool:
    """Whether what follows "Reporting by" is names, and not the rest of a sentence ("Written by hand, it ...")."""
    return all(word in _PARTICLES or not word[0].islower() or word in _CRAFTS for word in _WORDS.findall(rest))


def _asks(text: str, start: int, end: int, *, late: bool) -> bool:
    """Whether a paragraph asks for support, points to another site, or gives an address at the end of the page."""
    if _ELSEWHERE.search(text, start, end) or (late and _MAIL.search(text, start, end)):
        return True
    return bool(_APPEAL.search(text, start, end) and _OURS.search(text, start, end)) and "“" not in text[start:end]


def _line(text: str, row: Span, index: int) -> Role:
    """The role of a short line."""
    line = " ".join(text[row.start : row.end].split())
    if _button(line):
        return "furniture"
    first = line[0]
    if first in "BbWRSAF" and _BY.match(line) and _names(_BY.sub("", line, count=1)):
        return "byline"
    numbered = line[-1] not in ".!?" and _DIGIT.search(line)
    if numbered and (index < 6 or dateline.stamped(line)) and dateline.alone(text, row.start, row.end):
        return "dateline"
    return "body"


def _button(line: str) -> bool:
    """Whether a line is a button, an address, a counter, a trail of sections, or nothing at all."""
    low = line.lower()
    if low.strip(_EDGES) in _phrases():
        return True
    # No words at all, or what is left of a byline whose names were links: "in ,".
    if len(line) <= 10 and (not any(map(str.isalnum, line)) or (line[-1] == "," and line.islower())):
        return True
    if ("@" in line or line[0] in "hw#") and _ADDRESS.fullmatch(line):
        return True
    if (line[0].isdigit() and _COUNTED.fullmatch(line)) or (low.startswith("follow") and _FOLLOW.match(line)):
        return True
    return _TRAIL.search(line) is not None and _CRUMB.fullmatch(line) is not None and _crumbs(line)


def _crumbs(line: str) -> bool:
    parts = [part.split() for part in regex.split(r"[/>»›|]", line)]
    return all(len(part) <= 4 for part in parts) and (
        len(parts) > 2 or " ".join(parts[0]).lower() in ("home", "news", "world", "start", "front page")
    )


def _names(rest: str) -> bool:
    words = _WORDS.findall(rest)
    return (
        0 < len(words) <= 14
        and rest[-1] not in "?!:"
        and words[0].lower() not in _WHEN
        and all(word in _PARTICLES or not word[0].islower() for word in words)
        and not (rest[-1] == "." and len(words) > 6)
    )


def _sections(text: str, rows: Sequence[Span], found: list[Role]) -> None:
    """Take off what stands under a heading such as "Related posts" or "Leave a comment"."""
    phrases = _phrases()
    total = rows[-1].end if rows else 0
    under = ""
    for index, row in enumerate(rows):
        if row.end - row.start <= _SHORT_LINE and found[index] == "furniture":
            place = phrases.get(" ".join(text[row.start : row.end].split()).lower().strip(_EDGES))
            # "What do you think?" and the like end an article only where most of it has been read.
            if place == "comments" and row.start * 10 > total * 6:
                found[index:] = ["furniture"] * (len(rows) - index)
                return
            if place == "section":
                under = place
        elif under and found[index] == "body":
            if _running(text, row):
                under = ""
            else:
                found[index] = "furniture"


def _running(text: str, row: Span) -> bool:
    """Whether a paragraph reads like part of an article, not like a title or a teaser."""
    line = text[row.start : row.end].rstrip(_CLOSERS)
    return (
        line[-1:] in (".", "!", "?")
        and not line.endswith("...")
        and (row.end - row.start > 120 or (row.end - row.start > 40 and line[-1] == "."))
    )


def _untitled(text: str, row: Span) -> bool:
    """Whether a line could be a button, a menu entry or the title of another article."""
    return row.end - row.start <= _SHORT_LINE and text[row.start : row.end].rstrip(_CLOSERS)[-1:] not in _TERMINAL


def _between(text: str, rows: Sequence[Span], found: list[Role]) -> None:
    """Take off short lines between two furniture paragraphs, and those around furniture at the end of the page."""
    for index in range(1, len(rows) - 1):
        if (
            found[index] == "body"
            and found[index - 1] == found[index + 1] == "furniture"
            and _untitled(text, rows[index])
            and "body" in found[:index]
        ):
            found[index] = "furniture"
    first = len(rows)
    while first and (found[first - 1] != "body" or _untitled(text, rows[first - 1])):
        first -= 1
    marks = [index for index in range(first, len(rows)) if found[index] == "furniture"]
    if marks and "body" in found[:first]:
        for index in range(max(first, marks[0] - 2), len(rows)):
            if found[index] == "body" and not any(map(str.isdigit, text[rows[index].start : rows[index].end])):
                found[index] = "furniture"


def _captions(text: str, rows: Sequence[Span], found: list[Role]) -> None:
    """A short line that the next paragraph repeats at its start names who is in a picture."""
    for index in range(1, len(rows) - 1):
        row, after = rows[index], rows[index + 1]
        size = row.end - row.start
        if (
            found[index] == found[index + 1] == "body"
            and 4 < size <= _SHORT_LINE
            and after.end - after.start > 2 * size
            and text.startswith(text[row.start : row.end], after.start)
        ):
            found[index] = "caption"


def _headline(text: str, rows: Sequence[Span], found: list[Role]) -> None:
    first = found.index("body")
    head = " ".join(text[rows[first].start : rows[first].end].split())
    if len(head) > 2 * _MEDIUM:
        return
    for index in range(first + 1, min(first + 6, len(rows))):
        if found[index] != "body" or rows[index].end - rows[index].start > 2 * _SHORT_LINE:
            continue
        again = " ".join(text[rows[index].start : rows[index].end].split())
        # The page's title, "Headline • Outlet", stands above the headline itself; the outlet may stand below it.
        if len(again) > 20 and head.startswith(again) and _TITLED.match(head, len(again)):
            found[first], found[index] = "furniture", "headline"
            return
        if head.endswith(again) and head[: len(head) - len(again)].rstrip()[-1:] in tuple("|•·»–—-"):
            found[index] = "furniture"
    if _heads(text, rows, found, first, head):
        found[first] = "headline"


def _heads(text: str, rows: Sequence[Span], found: list[Role], first: int, head: str) -> bool:
    if (
        len(head) > 220
        or "body" not in found[first + 1 :]
        or dateline.opening(text, rows[first].start, rows[first].end)
    ):
        return False
    bare = head.rstrip(_CLOSERS)
    if bare[-1:] not in (".", "!", "?", "…", ":", ";", ","):
        return True
    after = found.index("body", first + 1)
    # A full stop behind a headline is rare: it must be short, one sentence, and above a longer paragraph.
    return (
        bare[-1] in ".?!"
        and len(head.split()) <= (14 if bare[-1] == "." else 18)
        and _TWO.search(head) is None
        and head[0] not in "\"“‘'«"
        and rows[after].end - rows[after].start > 1.5 * len(head)
    )
