"""The notation of the rules, and every rule's own examples."""

from __future__ import annotations

import re

import pytest

from newsdiff import Article, Document
from newsdiff.language.lexicon import header
from newsdiff_dates import _calendar, _extract, _grammar, _lexicon, _pattern

EXAMPLES = [(rule.name, example) for rule in _grammar.RULES for example in rule.examples]
NO_MACRO = dict[str, _pattern.Node]().get


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{name}: {example}" for name, example in EXAMPLES])
def test_every_example_of_a_rule_is_what_the_rule_finds(name: str, example: str) -> None:
    words, _, wanted = example.rpartition(" = ")
    values = [
        part for part in wanted.split() if part not in ("START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN")
    ]
    for front in ("The harbour was closed in ", "The harbour was closed for ", "The harbour was closed "):
        found = list(_extract.claims(Document(Article(f"{front}{words}, the master of the port wrote."))))
        if [claim.value.value for claim in found] == values:
            break

    assert values == [claim.value.value for claim in found]


def test_every_rule_has_an_example() -> None:
    assert [] == [rule.pattern for rule in _grammar.RULES if not rule.examples]


def test_every_class_of_words_and_every_macro_is_used() -> None:
    names = {
        name
        for pattern in [rule.pattern for rule in _grammar.RULES] + list(_grammar.MACROS.values()) + [_grammar.TRIGGERS]
        for name in re.findall(r"[a-z_]+", re.sub(r"<[a-z0-9_]+:", "<", pattern))
    }

    assert set() == (set(_lexicon.classes()) | set(_grammar.MACROS)) - names - {"unknown", "since"}


def test_a_pattern_knows_what_it_can_start_with_and_must_contain() -> None:
    of = _lexicon.classes()
    node = _pattern.parse("(the )?[last past] <n:unit>", NO_MACRO)

    assert {of["the"], of["last"], of["past"]} == node.first
    assert {of["unit"]} == node.needs
    assert {of["the"], of["last"], of["past"], of["unit"]} == node.members
    assert not node.empty
    assert re.fullmatch(node.source, of["the"] + of["last"] + of["unit"])


@pytest.mark.parametrize("broken", ["(the unit", "the )unit", "unit & unit", "no_such_class", "<n:unit", "[the unit"])
def test_a_broken_pattern_is_an_error(broken: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        _pattern.parse(broken, NO_MACRO)


def test_words_have_one_class_and_the_lists_name_their_licence() -> None:
    words = [line.split("\t")[0] for line in _lexicon.WORDS.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]

    assert len(words) == len(set(words))
    assert words == [word.lower() for word in words]
    assert "licence" in header(_lexicon.WORDS)
    assert "licence" in header(_calendar.HOLIDAYS)


def test_every_holiday_has_a_day_in_every_year() -> None:
    assert [] == [
        (name, year)
        for name in _calendar.holidays()
        for year in (1900, 2000, 2026)
        if not _calendar.holiday(name, year)
    ]
