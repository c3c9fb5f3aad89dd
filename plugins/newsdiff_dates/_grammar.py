"""The language the rules are written in.

A rule is a pattern over classes of words: ``(the )?(last|past) <n:num> units``. A bare word is a class of
``data/words.tsv`` or a macro below; ``<n:num>`` is a class or macro that the builder can read as ``hit["n"]``; a space
allows white space; all the rest is the notation of ``re`` (``_pattern`` says more). Around a telling word the leftmost
match wins, then the longest, then the earlier rule; a rule that returns nothing leaves the words to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from attrs import field, frozen

from newsdiff_dates._lexicon import classes
from newsdiff_dates._pattern import Node, parse

if TYPE_CHECKING:
    from newsdiff_dates._hit import Hit, Piece

Builder = Callable[["Hit"], "list[Piece] | None"]

MACROS = {
    "figs": "[digit digits hundreds yearlike number]",
    "wordnum": "[one ones tens big]( ?hyphen?[one ones tens big]| and [one ones tens]){0,5}",
    "decimal": "figs((dot|comma)figs)?( ?hyphen? ?(figs slash figs|fraction))?( big)?",
    "exact": "(decimal|fraction|figs slash figs|wordnum( ?hyphen?and ?hyphen?(a ?hyphen?)?half)?"
    "|a big|a couple of|a couple"
    "|couple of|a dozen|half a dozen|wordnum dozen)",
    "vaguenum": "(a few|several|few|dozens of|much)",
    "num": "(exact|vaguenum)",
    "approximator": "(exactly )?(approx|over|(no )?(more|less) than|at (least|most)|up to|as (much|more) as)",
    "month": "(fullmonth|may|march|monthabbr dot?)",
    "wday": "(weekday|wdabbr dot?)",
    "mday": "[digit digits]suffix?",
    "ordday": "(ordinal|second|tens ?hyphen?( )?(ordinal|second))",
    "yr": "yearlike",
    "shortyear": "apos digits",
    "phase": "(early|late|mid|middle|(the )?(very )?(end|beginning|middle|early part|late part|latter part) of)",
    "timezone": "(zone|localtime vague|zone [plus hyphen] ?[digit digits])",
    "clocktime": "([digit digits]((colon|dot)digits((colon|dot)digits)?)? ?ampm|digits colon digits|digit colon digits"
    "|[hhmm yearlike number] (?=zone)|[digit digits] o apos clock|[ones one] o apos clock|noon|midnight"
    "|half past [ones one digit])",
    "anyseason": "(season|fall)",
    "hedge": "(approx|(more|less) than|at (least|most))",
    "spelledyear": "[ones tens] ?hyphen?( )?(tens ?hyphen? ?[ones one]|tens|ones)",
    "anyord": "[ordinal second]",
}
# Telling words: an expression has at least one. Apostrophes, colons and slashes tell only in front of figures.
TRIGGERS = (
    "today tonight weekday weekdays wdabbr daypart dayparts weekend weekends fullmonth may march monthabbr"
    " yearlike decadeword fiscal qletter hletter holiday holidayname ampm clock noon midnight unit units second quarter"
    " quarters half season seasons fall freq ago vague tens big now currently recently recent soon future"
    " present current past coming zone hhmm"
)


@frozen
class Rule:
    """One kind of expression: its pattern, what it comes to, and examples ("words = value")."""

    name: str
    pattern: str
    build: Builder = field(repr=False)
    examples: tuple[str, ...] = ()


RULES: list[Rule] = []


def rule(pattern: str, *examples: str) -> Callable[[Builder], Builder]:
    """Register a builder for *pattern*, with examples ("words = value") that the tests check."""

    def register(build: Builder) -> Builder:
        RULES.append(Rule(build.__name__.strip("_"), pattern, build, examples))
        return build

    return register


@cache
def _macro(name: str) -> Node | None:
    return parse(MACROS[name], _macro) if name in MACROS else None


@cache
def _nodes() -> tuple[Node, ...]:
    return tuple(parse(each.pattern, _macro) for each in RULES)


@cache
def compiled(index: int) -> re.Pattern[str]:
    """Return the expression of a rule; compiling all of them would cost a tenth of a second."""
    return re.compile(_nodes()[index].source)


# What a rule must contain besides the telling word, and its place in RULES.
Candidate = tuple[frozenset[str], int]


@cache
def candidates(trigger: str) -> dict[str, tuple[Candidate, ...]]:
    """Return the rules that can contain a telling word, by the class they can start with."""
    found: dict[str, list[Candidate]] = {}
    for index, node in enumerate(_nodes()):
        if trigger in node.members:
            for first in node.first:
                found.setdefault(first, []).append((node.needs - {first, trigger}, index))
    return {first: tuple(rules) for first, rules in found.items()}


@cache
def capital() -> frozenset[str]:
    """Return the classes of common words that a capital turns into a name."""
    return frozenset(classes()[name] for name in "today tonight unit units noon midnight daypart freq weekend".split())


@cache
def triggers() -> re.Pattern[str]:
    """Return the pattern that finds the telling words."""
    of = classes()
    words = "".join(of[name] for name in TRIGGERS.split())
    marks = "".join(of[name] for name in ("apos", "colon", "slash"))
    # One class in front of all else lets the scanner leap.
    return re.compile(f"[{words}{marks}](?:(?<![{marks}])|(?=[{of['digit']}{of['digits']}]))")
