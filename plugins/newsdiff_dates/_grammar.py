"""The language the rules are written in.

A rule is a pattern over classes of words: ``(the )?(last|past) <n:num> units``. A bare word is a class of
``data/words.tsv`` or a macro below; ``<n:num>`` is a class or macro that the builder can read as ``hit["n"]``; a space
allows white space; all the rest is the notation of ``re``. A rule belongs to a family, the rules tried when the first
telling word of an expression ("trigger") is one of the family's; the first rule that matches leftmost wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from attrs import field, frozen

from newsdiff_dates._lexicon import SPACE, classes

if TYPE_CHECKING:
    from newsdiff_dates._hit import Hit, Piece

Builder = Callable[["Hit"], "list[Piece]"]

MACROS = {
    "fig": "[digit digits]",
    "figs": "[digit digits hundreds yearlike number]",
    "wordnum": "[one ones tens big]( ?hyphen?[one ones tens big]| and [one ones tens]){0,5}",
    "decimal": "figs((dot|comma)figs)?( ?hyphen? ?(figs slash figs|fraction))?( big)?",
    "exact": "(decimal|fraction|figs slash figs|wordnum( and (a )?half)?|a big|a couple of|a couple|a dozen|half a dozen"
    "|wordnum dozen)",
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
    "ord": "(ordinal|second|digit suffix|last|one)",
    "hy": "(hyphen| )",
    "timezone": "(zone|localtime vague|zone [plus hyphen] ?[digit digits])",
    "clocktime": "([digit digits]((colon|dot)digits((colon|dot)digits)?)? ?ampm|digits colon digits|digit colon digits"
    "|[digit digits] o apos clock|[ones one] o apos clock|noon|midnight|half past [ones one digit])",
    "anyseason": "(season|fall)",
    "hedge": "(approx|(more|less) than|at (least|most))",
    "spelledyear": "ones ?hyphen?( )?(tens ?hyphen? ?ones|tens|ones)",
    "anyord": "[ordinal second]",
}
# Telling words and the family they open: the first of them in an expression decides which rules are tried.
TRIGGERS = {
    "calendar": "fullmonth may march monthabbr today tonight weekday weekdays wdabbr daypart dayparts overnight weekend weekends",
    "year": "yearlike decadeword fiscal qname hname",
    "holiday": "holiday holidayname eve",
    "clock": "ampm clock noon midnight",
    "unit": "unit units second quarter quarters half halves season seasons fall freq ago vague"
    " tens big now currently recently recent soon future present current past coming earlier later",
}


@frozen
class Rule:
    """One kind of expression: its pattern, what it comes to, and examples ("words = value")."""

    name: str
    family: str
    pattern: str
    build: Builder = field(repr=False)
    examples: tuple[str, ...] = ()


RULES: list[Rule] = []


def rule(family: str, pattern: str, *examples: str) -> Callable[[Builder], Builder]:
    """Register a builder for *pattern*; the place in the module is its rank within the family."""

    def register(build: Builder) -> Builder:
        RULES.append(Rule(build.__name__.strip("_"), family, pattern, build, examples))
        return build

    return register


_NAME = re.compile(r"<(\w+):|[a-z_]+|>|\[([a-z_ ]+)\]| ")


def compiled(pattern: str, suffix: str) -> str:
    """Return *pattern* over class characters; names of its groups get *suffix*, so that rules can be joined."""

    def replace(match: re.Match[str]) -> str:
        token = match.group()
        if token == SPACE:
            return " {0,2}"
        if token == ">":
            return ")"
        if match[1]:
            return f"(?P<{match[1]}_{suffix}>"
        if match[2]:
            return "[" + "".join(classes()[name] for name in match[2].split()) + "]"
        if token in MACROS:
            return f"(?:{compiled(MACROS[token], suffix)})"
        return classes()[token]

    return _NAME.sub(replace, pattern.replace("(?", "\0").replace("(", "(?:").replace("\0", "(?"))


@cache
def single(index: int) -> re.Pattern[str]:
    """Return the pattern of one rule, for the second try where an earlier rule matched and said no."""
    return re.compile(compiled(RULES[index].pattern, f"r{index}"))


@cache
def triggers() -> re.Pattern[str]:
    """Return the pattern that finds the telling words."""
    names = {name: classes()[name] for name in ("apos", "colon", "slash", "digit", "digits")}
    figures = "[{apos}{colon}{slash}](?=[{digit}{digits}])".format(**names)
    return re.compile("[" + "".join(set(family_of()) - {names["apos"], names["colon"], names["slash"]}) + "]|" + figures)


@cache
def family_of() -> dict[str, str]:
    """Return the family of every telling class character."""
    found = {classes()[name]: family for family, names in TRIGGERS.items() for name in names.split()}
    return found | {classes()["apos"]: "figures", classes()["colon"]: "clock", classes()["slash"]: "figures"}


@cache
def matcher(family: str) -> tuple[re.Pattern[str], dict[str, Rule]]:
    """Return the joined pattern of a family and its rules by the name of their outer group."""
    rules = {f"r{index}": rule for index, rule in enumerate(RULES) if rule.family == family}
    joined = "|".join(f"(?P<{name}>{compiled(rule.pattern, name)})" for name, rule in rules.items())
    return re.compile(joined), rules


def examples() -> Iterator[tuple[str, str]]:
    """Yield every example as the rule's name and "words = value"."""
    for each in RULES:
        for example in each.examples:
            yield each.name, example
