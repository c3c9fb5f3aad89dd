"""assert_reports and assert_mirrors: what they accept, and what their failure shows."""

import pytest

from newsdiff import Claim, ClaimKind, hookimpl
from newsdiff.testing import assert_mirrors, assert_reports

LEFT = "Police said 43 people were killed in Port Lisse on Friday."
RIGHT = "Police said 35 people were killed in Port Lisse on Friday."


class Opening:
    """One claim about the first word; ``value`` makes its value."""

    def __init__(self, value=str):
        self.value = value

    @hookimpl
    def newsdiff_claim_kinds(self):
        return (ClaimKind("opening", object, context=0.0),)

    @hookimpl
    def newsdiff_extract(self, document):
        word = document.text.split(" ")[0]
        return [Claim.at(document, (0, len(word)), kind="opening", value=self.value(word))]


def test_what_is_reported_passes_and_the_report_comes_back():
    report = assert_reports(LEFT, RIGHT, ["number-conflict: '43' vs '35'"])

    assert 1 == len(report.discrepancies)


def test_a_missing_and_an_unexpected_discrepancy_are_both_shown():
    with pytest.raises(AssertionError) as caught:
        assert_reports(LEFT, RIGHT, ["number-conflict: '43' vs '36'"])

    assert "missing: number-conflict: '43' vs '36'" in str(caught.value)
    assert "unexpected: number-conflict: '43' vs '35'" in str(caught.value)


def test_kinds_narrow_what_is_looked_at():
    assert_reports(LEFT, RIGHT, [], kinds={"quote-omission"})


def test_swapping_is_checked():
    assert_mirrors(LEFT, RIGHT)


def test_a_report_that_changes_when_swapped_is_caught(newsdiff_plugins):
    calls = iter([1, 2, 3, 3])  # the same article says something else when it is read again
    plugins = newsdiff_plugins(Opening(lambda word: next(calls)))

    with pytest.raises(AssertionError, match="swapping the articles changes the discrepancies"):
        assert_mirrors(LEFT, RIGHT, plugins=plugins)


def test_the_fixture_mixes_installed_and_own_plugins(newsdiff_plugins):
    plugins = newsdiff_plugins("numbers", Opening())

    assert {"number", "opening"} == set(plugins.kinds)
