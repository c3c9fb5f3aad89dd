"""Rules for how long something lasts and how often it happens."""

from __future__ import annotations

from newsdiff.language import english
from newsdiff_dates._grammar import rule
from newsdiff_dates._hit import Hit, Piece
from newsdiff_dates._lexicon import classes
from newsdiff_dates._units import length, modifier, unit_of

_OLD = english.lexicon.words("age-adjective")
_DURING = english.lexicon.words("during-word")
_BEFORE_BARE = english.lexicon.words("bare-duration-opener")
_AFTER_BARE = english.lexicon.words("bare-duration-end")
_NOT_RATE = english.lexicon.words("rate-stop").union(",-")
_RATED = english.lexicon.words("rated-word").union("%")


def _mod(hit: Hit) -> str | None:
    roughly = hit["so"] == "so" or "couple" in hit["n"]
    return modifier(hit["p"] or hit["p2"]) or ("APPROX" if roughly else None)


@rule(
    "(<p:hedge> )?(the )?"
    "<w:(last|past|next|coming|previous|following|latest|ordinal|recent|this past|unit ?hyphen ?(ago|earlier))>"
    " (<p2:approximator> )?<n:num> (more )?(unitadj )?(and )?<u:units|unit|quarters|second>( or <so:so>)?",
    "the past three months = P3M",
    "the next few days = PXD",
)
def _span_of(hit: Hit) -> list[Piece]:
    unit, count, which = unit_of(hit["u"]), hit.amount("n"), hit["w"]
    value = length(count, unit)
    if unit == "3M" and count is not None and which in ("next", "coming"):
        value = length(count * 3, "M")
    if unit == "TH" and count in (24, 48) and which in ("last", "past", "next"):
        value = length(count / 24, "D")  # "the last 24 hours" is a day, "24 hours" is not
    return hit.piece("DURATION", value, _mod(hit))


@rule("(the )?<w:recent|past|coming> <u:units|quarters>( and units)?", "recent weeks = PXW", "recent years = PAST_REF")
@rule("(the )?<future:future> <u:units|quarters>", "future years = FUTURE_REF")
@rule("the <u:units> ahead", "the weeks ahead = PXW")
def _vague_span(hit: Hit) -> list[Piece]:
    if hit["future"]:
        return hit.date("FUTURE_REF")
    if unit_of(hit["u"]) == "Y" and hit["w"] in ("recent", "past"):
        return hit.date("PAST_REF")
    return hit.piece("DURATION", length(None, unit_of(hit["u"])))


@rule("<u:unit|units> ?hyphen <long:unitadj>", "decades-long = PXE", "day-long = P1D")
def _long(hit: Hit) -> list[Piece]:
    if hit["long"] != "long":
        return []
    return hit.piece("DURATION", length(1.0 if hit.is_class("u", "unit") else None, unit_of(hit["u"])))


@rule("<w:these> <u:units>", "these days = PRESENT_REF")
def _these_days(hit: Hit) -> list[Piece]:
    return hit.date("PRESENT_REF") if hit["u"] == "days" else []


@rule("every (<n:num> |<other:other> )?<u:unit|units|quarter|daypart>", "every day = P1D", "every two weeks = P2W")
@rule("(once|<times:times>) (a|every|per) <u:unit|quarter>", "twice a week = P1W")
def _every(hit: Hit) -> list[Piece]:
    if hit.is_class("u", "daypart"):
        return hit.piece("SET", f"XXXX-XX-XXT{hit.meaning('u')}")
    count = hit.amount("n") if hit["n"] else 2.0 if hit["other"] else 1.0
    begin = hit.begin + bool(hit["times"])
    return [Piece(begin, hit.stop, "SET", length(count, unit_of(hit["u"])))]


@rule("<w:freq>(?! (apos|hyphen))", "daily = P1D")
def _frequency(hit: Hit) -> list[Piece]:
    tokens = hit.tokens
    if hit["w"] in ("annually", "yearly") and hit.before() in ("%", "percent", "cent"):
        return []  # a rate
    if hit.before() == "average" or (hit["w"] == "quarterly" and hit.after()[:1].isalpha()):
        return []  # "the average daily volume", "its quarterly dividend"
    if tokens.words[hit.begin][0].isupper():
        opens = hit.begin == 0 or tokens.codes[hit.begin - 1] in (classes()["dot"], classes()["comma"])
        if not opens or (tokens.words[hit.stop : hit.stop + 1] and tokens.words[hit.stop][0].isupper()):
            return []  # "the Daily Ledger"
    return hit.piece("SET", hit.meaning("w"))


@rule(
    "(<p:approximator> )?<n:num|several> ?hyphen ?(to ?hyphen ?[ones digit digits] ?hyphen ?)?"
    "<u:unit|units|quarter|second>( ?hyphen ?unitadj)?(?! ?hyphen? ?(old|ago|earlier))",
    "three-year = P3Y",
    "30-day = P30D",
)
def _hyphenated(hit: Hit) -> list[Piece]:
    return hit.piece("DURATION", length(hit.amount("n"), unit_of(hit["u"])), _mod(hit))


@rule(
    "<n:num> (or|to) num (more )?<u:units|quarters>|<one:one|a> <u2:unit> or exact"
    "|<n2:[digit digits]>hyphen[digit digits] <u3:units>",
    "two to three weeks = P2W APPROX",
)
def _duration_range(hit: Hit) -> list[Piece]:
    count = 1.0 if hit["one"] else hit.amount("n" if hit["n"] else "n2")
    return hit.piece("DURATION", length(count, unit_of(hit["u"] or hit["u2"] or hit["u3"])), "APPROX")


@rule(
    "((the (ordinal|last|same)|the|a unitadj|its ordinal) )?(<p:approximator> )?(the )?<n:num> (more )?(unitadj )?"
    "<u:units|unit|quarters|second>( and (a )?<half:half>)?( or <so:so|more|less>)?(?! ?hyphen? ?old)",
    "about two years = P2Y APPROX",
    "more than four hours = PT4H MORE_THAN",
)
def _duration(hit: Hit) -> list[Piece]:
    if hit.after() in _OLD or hit.after(2).replace(" ", "") in ("-old", "ofage"):
        return []  # ages of people are no dates
    if hit["u"] == "second" or (hit.is_class("u", "unit") and hit.before() == "-") or hit.text == "one day":
        return []  # "one day they will return"
    count = hit.amount("n")
    if count is not None and hit["half"]:
        count += 0.5
    return hit.piece("DURATION", length(count, unit_of(hit["u"])), _mod(hit))


@rule(
    "(<p:approximator> )?(a|<half:half a>|<one:one>) (unitadj )?<u:unit>"
    "( and (a )?<more:half>)?( or <so:so>)?(?! ?hyphen)",
    "nearly an hour = PT1H LESS_THAN",
    "a decade = P10Y",
)
def _one_unit(hit: Hit) -> list[Piece]:
    if hit.text == "one day" and hit.before() not in _DURING:
        return []
    if not hit["p"] and _is_rate(hit):
        return []
    count = 1.5 if hit["more"] else 0.5 if hit["half"] else 1.0
    return hit.piece("DURATION", length(count, unit_of(hit["u"])), _mod(hit))


def _is_rate(hit: Hit) -> bool:
    """ "Two million barrels a day" is a rate; "for a day" and "lasted a day" are lengths."""
    front = hit.before()
    if hit.stop - hit.begin > 2 or front in _NOT_RATE:
        return False
    return front.endswith("s") or front in _RATED or front[-1:].isdigit()


@rule("<u:units> or units", "weeks or months = PXW")
@rule("dozens of <u:units>", "dozens of years = PXY")
@rule("<bare:units>", "years = PXY")
def _bare_units(hit: Hit) -> list[Piece]:
    words, after = hit["u"] or hit["bare"], hit.after()
    if words == "seconds" or (words == "minutes" and after == "of"):
        return []  # "the minutes of the meeting"
    if hit["bare"] and hit.before() not in _BEFORE_BARE and after not in _AFTER_BARE:
        return []
    return hit.piece("DURATION", length(None, unit_of(words)))


@rule("(a |approx )vague", "some time = PXX")
def _while(hit: Hit) -> list[Piece]:
    return hit.piece("DURATION", "PXX") if hit.text in ("a while", "some time") else []
