"""A plugin's opinion on likeness can only find more, is checked, and costs nothing but itself when it fails."""

import pytest

from newsdiff import Article, diff, hookimpl
from newsdiff.testing import assert_mirrors

LEFT = Article("Mine dam bursts\n\nThe police counted 43 victims by Friday evening.", outlet="A", language="en")
RIGHT = Article("Mine dam bursts\n\nSome 35 folk perished, officers reckon.", outlet="B", language="en")
QUOTES = (
    Article('Mine dam bursts\n\n"The water took everything we had," said Ida Lunde.', outlet="A", language="en"),
    Article('Mine dam bursts\n\n"Nothing of ours was left by the flood," said Ida Lunde.', outlet="B", language="en"),
)


class Opinion:
    """Says that all texts are as alike as *table* says."""

    def __init__(self, table):
        self.table, self.asked = table, []

    @hookimpl
    def newsdiff_claim_kinds(self):
        return ()

    @hookimpl
    def newsdiff_likeness(self, left, right):
        self.asked.append((left, right))
        return self.table(left, right)


def alike(value):
    return lambda left, right: [[value] * len(right) for _ in left]


def kinds(report):
    return [found.kind for found in report.discrepancies]


def test_sentences_that_share_no_word_are_aligned_by_an_opinion(newsdiff_plugins):
    without = diff(LEFT, RIGHT, same_event=True, plugins=newsdiff_plugins("numbers"))
    with_it = diff(LEFT, RIGHT, same_event=True, plugins=newsdiff_plugins("numbers", Opinion(alike(1.0))))

    assert "number-conflict" not in kinds(without)
    assert "number-conflict" in kinds(with_it)


def test_wordings_that_share_no_word_are_aligned_by_an_opinion(newsdiff_plugins):
    with_it = diff(*QUOTES, same_event=True, plugins=newsdiff_plugins("quotes", Opinion(alike(1.0))))

    paired = [item for item in (*with_it.discrepancies, *with_it.held_back) if item.left and item.right]
    assert ["quote"] == sorted({item.kind.split("-")[0] for item in paired})


def test_a_low_opinion_takes_nothing_away(newsdiff_plugins):
    left, right = (Article(f"Police said {n} people were killed in Oban.", language="en") for n in (43, 35))

    with_it = diff(left, right, same_event=True, plugins=newsdiff_plugins("numbers", Opinion(alike(0.0))))

    assert ["number-conflict"] == kinds(with_it)


def test_no_opinion_is_an_answer(newsdiff_plugins):
    report = diff(LEFT, RIGHT, same_event=True, plugins=newsdiff_plugins("numbers", Opinion(lambda left, right: None)))

    assert not [problem for problem in report.problems if problem.code == "likeness-failed"]


@pytest.mark.parametrize(
    "table",
    [lambda left, right: [[1.0]], alike(2.0), alike(-0.1), alike(float("nan")), alike("x"), lambda left, right: 1 / 0],
)
def test_an_opinion_that_cannot_be_used_is_one_note(table, newsdiff_plugins):
    report = diff(LEFT, RIGHT, same_event=True, plugins=newsdiff_plugins("numbers", "quotes", Opinion(table)))

    (problem,) = [problem for problem in report.problems if problem.code == "likeness-failed"]
    assert ("note", "Opinion") == (problem.severity, problem.plugin)


def test_opinions_mirror(newsdiff_plugins):
    uneven = Opinion(lambda left, right: [[1 / (1 + abs(len(a) - len(b))) for b in right] for a in left])

    assert_mirrors(LEFT, RIGHT, plugins=newsdiff_plugins("numbers", "quotes", uneven))
