"""Rules for weekdays, weekends, parts of day, and today, yesterday and tomorrow."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from newsdiff.language import english
from newsdiff.language.lexicon import table, trie
from newsdiff_dates._calendar import HOLIDAYS, week
from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._partial import phase, shifted

HAPPENED = HOLIDAYS.with_name("happened.tsv")
_BEFORE_LOWER = english.lexicon.words("day-opener", "coordinator").union(",")
_BEFORE_SHORT = english.lexicon.words("day-opener", "way-preposition").union("(")
# "Super Tuesday" and "Bloody Sunday" are some other day's names, and Sunday papers have theirs.
_EPITHETS = english.lexicon.words("day-epithet")
_PAPERS = english.lexicon.words("newspaper-noun")
_NEXT_WORDS = re.compile(r"'?[a-z]+")
_AGAINST = ("above", "below", "than")
_COMPARED = frozenset(("compared with", "compared to", "down from", "up from"))
_WHICH = "(last|next|this past|this coming|this|the following|the previous|the next|the past|that|past|coming)"


@rule("every (other )?<wd:weekday>( <dp:daypart>)?", "every Monday = XXXX-WXX-1")
@rule("<wd:weekday> <dp:dayparts>|<wd2:weekdays>( <dp2:dayparts|daypart>)?", "Tuesday nights = XXXX-WXX-2TNI")
def _weekdays(hit: Hit) -> list[Piece]:
    part = hit.meaning("dp") or hit.meaning("dp2")
    return hit.piece("SET", f"XXXX-WXX-{hit.meaning('wd') or hit.meaning('wd2')}" + (f"T{part}" if part else ""))


def _which_weekday(hit: Hit, number: int, which: str) -> date | None:
    """Return the day that "Friday", "last Friday", "next Monday" or "the following Tuesday" means."""
    day, frame = hit.frame.day, hit.frame
    if day is None:
        return None
    told = frame.reference() or day
    match which:
        case "last" | "past":
            return day - timedelta(days=(day.isoweekday() - number) % 7 or 7)
        case "next" | "coming":
            return day + timedelta(days=(number - day.isoweekday()) % 7 or 7)
        case "this":
            return day + timedelta(days=(number - day.isoweekday()) % 7)
        case "following":
            return told + timedelta(days=(number - told.isoweekday()) % 7 or 7)
        case "previous":
            return told - timedelta(days=(told.isoweekday() - number) % 7 or 7)
        case _:
            found = frame.weekday(number, hit.at)
            return found - timedelta(days=7) if found and found > day and _happened(hit) else found


@cache
def _nouns() -> frozenset[str]:
    """Return the nouns of what has happened when its day is named: "Friday's attack", "Friday's close"."""
    return frozenset(row[0] for row in table(HAPPENED))


@cache
def _the_noun_on() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:the|its|their)|['’]s) (?:[a-z]{{1,12}} )?(?:{trie(_nouns())})(?: price)? (?:on|of|late) $"
    )


def _happened(hit: Hit) -> bool:
    """Tell whether the day is that of something past: "above Friday's close", "over the attack on Friday"."""
    words = _NEXT_WORDS.findall(hit.after(5).replace("’", "'"))
    own = words[:1] == ["'s"]
    if own and (hit.before() in _AGAINST or hit.before(2) in _COMPARED):
        return True
    if (own or hit.before() == "the") and any(word in _nouns() for word in words[own : own + 2]):
        return True
    return _the_noun_on().search(hit.frame.before(hit.at)) is not None


@rule(f"(<p:(early|late|mid)> (on )?)?<w:{_WHICH}> <wd:weekday>( ?<dp:daypart>)?", "last Friday = XXXX-WXX-5")
@rule(
    "(<p:(early|late|mid)> (on )?)?<wd:wday>( ?(early |late )?<dp:daypart>)?",
    "Friday = XXXX-WXX-5",
    "Wednesday night = XXXX-WXX-3TNI",
)
def _weekday(hit: Hit) -> list[Piece]:
    name, which = hit["wd"].rstrip(". "), "following" if hit["w"] == "the next" else hit["w"].split(" ")[-1]
    if not which and hit.tokens.words[hit.span("wd")[0]][0].islower() and hit.before() not in _BEFORE_LOWER:
        return []
    if len(name) < 6 and hit.before() not in _BEFORE_SHORT:
        return []  # "the Sun", "he sat", "MON"
    if hit.before() in _EPITHETS or (hit.after() in _PAPERS and hit.tokens.words[hit.stop][0].isupper()):
        return []
    number = hit.meaning("wd")
    day = _which_weekday(hit, int(number), which)
    value, mod = day.isoformat() if day else f"XXXX-WXX-{number}", phase(hit["p"])
    return hit.piece("TIME", f"{value}T{hit.meaning('dp')}", mod) if hit["dp"] else hit.date(value, mod)


@rule(
    "(<p:(early|late|earlier|later|mid)> ?hyphen? ?)?<d:today>( ?<dp:daypart>| at <n:(noon|midnight)>)?",
    "yesterday = XXXX-XX-XX",
    "tomorrow night = XXXX-XX-XXTNI",
)
def _today(hit: Hit) -> list[Piece]:
    value, mod = shifted(hit.frame.day, int(hit.meaning("d"))), phase(hit["p"])
    clock = hit.meaning("dp") or hit.meaning("n")
    return hit.piece("TIME", f"{value}T{clock}", mod) if clock else hit.date(value, mod)


@rule(
    "(<p:(early|late|earlier|later|mid)> ?hyphen? ?)?"
    "<w:(this|last|that|the same|the next|the following|the previous)> <dp:daypart>",
    "this morning = XXXX-XX-XXTMO",
    "last night = XXXX-XX-XXTNI",
)
@rule("(<p:(early|late|earlier|later)> )?<w:tonight>", "tonight = XXXX-XX-XXTNI")
@rule("(<p:early|late|mid> (in )?)?<w:the> <dp:daypart>(?! (of|before|after))", "the morning = XXXX-XX-XXTMO")
@rule("<p:(mid|early|late)> ?hyphen? ?<dp:daypart>( <d:today>)?", "mid-afternoon yesterday = XXXX-XX-XXTAF MID")
def _part_of_day(hit: Hit) -> list[Piece]:
    which, told = hit["w"].split(" ")[-1], hit.frame.reference()
    if hit["d"] or which in ("this", "tonight", "last"):
        value = shifted(hit.frame.day, int(hit.meaning("d") or -(which == "last")))
    else:
        value = shifted(told, {"next": 1, "following": 1, "previous": -1}.get(which, 0))
    value += f"T{hit.meaning('dp') or 'NI'}"
    if which in ("", "the") and not hit["d"]:
        return hit.assumed(value, phase(hit["p"]))
    return hit.piece("TIME", value, phase(hit["p"]))


@rule(
    "(<p:early|late> )?<w:last|next|this past|this coming|this|the past|the last|the next|the coming|the following"
    "|the previous|that|the> weekend",
    "the weekend = XXXX-WXX-WE",
)
def _weekend(hit: Hit) -> list[Piece]:
    day, which = hit.frame.day, hit["w"].split()[-1]
    if day is None:
        return hit.date("XXXX-WXX-WE", phase(hit["p"]))
    saturday, inside = day - timedelta(days=(day.isoweekday() - 6) % 7), day.isoweekday() >= 6  # the last one begun
    ahead = which == "the" and (hit.frame.future(hit.at) or hit.before(2) == "ahead of")
    if which in ("next", "coming", "following") or (not inside and (which == "this" or ahead)):
        saturday += timedelta(days=7)
    elif which == "last" and inside:
        saturday -= timedelta(days=7)
    return hit.date(f"{week(saturday)}-WE", phase(hit["p"]))


@rule("every weekend|weekends", "every weekend = XXXX-WXX-WE")
def _weekends(hit: Hit) -> list[Piece]:
    return hit.piece("SET", "XXXX-WXX-WE")
