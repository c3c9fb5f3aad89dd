import newsdiff_bylines
import pytest
from newsdiff_bylines import Byline

import newsdiff
from newsdiff.plugins import default_plugins
from newsdiff.testing import assert_mirrors, check_extractor

TEXT = "Dam bursts above Upper Skarn\n\nBy {}\n\nA dam burst above Upper Skarn on Tuesday, the police said."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Hanne Vik", Byline("Hanne Vik")),
        ("Hanne Vik in Upper Skarn", Byline("Hanne Vik", "Upper Skarn")),
        ("Ana María Ruiz-O’Dell in Lima", Byline("Ana María Ruiz-O’Dell", "Lima")),
    ],
)
def test_keeps_the_contract_and_finds_the_byline(line, expected):
    claims = check_extractor(newsdiff_bylines, TEXT.format(line))

    assert [expected] == [claim.value for claim in claims]


@pytest.mark.parametrize("line", ["Tuesday", "the river, two farms were lost", "Hanne Vik, who saw it"])
def test_running_text_is_no_byline(line):
    assert check_extractor(newsdiff_bylines, TEXT.format(line), awkward=False, timing=False) == []


def test_one_reporter_in_two_places_is_a_conflict(newsdiff_plugins):
    left, right = TEXT.format("Hanne Vik in Oslo"), TEXT.format("Hanne Vik in Bergen")
    plugins = newsdiff_plugins("numbers", newsdiff_bylines)

    report = newsdiff.diff(
        newsdiff.Article(left, outlet="A"), newsdiff.Article(right, outlet="B"), same_event=True, plugins=plugins
    )

    assert [found.kind for found in report.discrepancies if found.kind.startswith("byline")] == ["byline-conflict"]
    assert "byline-conflict  ***  Hanne Vik, reporter" in report.to_text()
    assert_mirrors(left, right, plugins=plugins)


def test_the_installed_plugin_registers_itself():
    assert "bylines" in default_plugins().names
