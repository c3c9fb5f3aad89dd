"""The rules by which one number is read: every rule decides on its examples, and on none of the others."""

import re

import pytest

from newsdiff import Article, extract
from newsdiff_numbers import _meaning, _parts, _reject

TABLES = [(_reject, "REJECTIONS"), (_meaning, "MEANINGS"), (_parts, "STATED"), (_parts, "UNDERSTOOD")]


def rules(table):
    return [row[1] if isinstance(row, tuple) else row for row in table]


ROWS = [
    (module, name, rule, text, decides)
    for module, name in TABLES
    for rule in rules(getattr(module, name))
    for sentences, decides in ((rule.examples, True), (rule.others, False))
    for text in sentences
]


def read(text):
    """Return the value and part of the claims over what stands in square brackets."""
    start, end = text.index("["), text.index("]") - 1
    claims = extract(Article(re.sub(r"[][]", "", text)), kinds={"number"}, plugins=["numbers"]).claims
    return [(claim.value, claim.scope.part) for claim in claims if claim.span.start < end and start < claim.span.end]


@pytest.mark.parametrize(
    ("module", "name", "rule", "text", "decides"), ROWS, ids=[f"{row[2].name}: {row[3]}" for row in ROWS]
)
def test_a_rule_decides_on_its_examples_and_on_none_of_the_others(monkeypatch, module, name, rule, text, decides):
    with_rule = read(text)
    rest = tuple(
        row for row in getattr(module, name) if row is not rule and not (isinstance(row, tuple) and row[1] is rule)
    )
    monkeypatch.setattr(module, name, rest)

    assert decides == (read(text) != with_rule)


def test_rules_have_names_of_their_own_say_what_they_are_for_and_have_sentences():
    found = [rule for module, name in TABLES for rule in rules(getattr(module, name))]

    assert len({rule.name for rule in found}) == len(found)
    assert all(rule.purpose.endswith(".") and rule.examples and rule.others for rule in found)
