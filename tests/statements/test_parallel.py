"""Clauses that two articles tell alike but for one slot, how likely that is a disagreement, and what is held back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdiff
from newsdiff import Article
from newsdiff.language.alternatives import LADDERS, SLOTS, fillers
from newsdiff.language.lexicon import header, table
from newsdiff.statements.candidates import candidates
from newsdiff.statements.evidence import LEAST, WEIGHTS, confidence
from newsdiff.testing import assert_linear

PAIRS = [line.split("\t") for line in (Path(__file__).parent / "pairs.tsv").read_text("utf-8").splitlines()[1:]]


def _report(left, right, **published):
    return newsdiff.diff(
        Article(left, outlet="A", language="en", published=published.get("a")),
        Article(right, outlet="B", language="en", published=published.get("b")),
        same_event=True,
    )


def _told(left, right):
    found = _report(left, right).discrepancies
    return [it.kind for it in found if it.kind in ("statement-conflict", "event-status")]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("Marek Oll was stabbed in the neck in Dorn.", "Marek Oll was stabbed in the leg in Dorn.", ("neck", "leg")),
        (
            "Deputy finance minister Ana Roth denied it in Velden.",
            "Deputy foreign minister Ana Roth denied it in Velden.",
            ("finance minister", "foreign minister"),
        ),
        (
            "The freighter Solveig was bound for Karsholm.",
            "The freighter Solveig was bound for Port Lisse.",
            ("Karsholm", "Port Lisse"),
        ),
    ],
)
def test_what_fills_one_slot_differently_is_told_with_both_fillers(left, right, words):
    (found,) = (it for it in _report(left, right).discrepancies if it.kind == "statement-conflict")

    assert all(f"“{word}”" in found.reason for word in words)


def test_steps_of_a_ladder_are_an_update_where_the_times_differ_and_name_both_stages():
    left, right = "Police questioned the two Orlo brothers.", "Police arrested the two Orlo brothers."

    (same,) = _report(left, right, a="2026-03-12", b="2026-03-12").discrepancies
    (later,) = _report(left, right, a="2026-03-12", b="2026-03-13").discrepancies
    assert ("event-status", "conflict") == (same.kind, same.relation)
    assert ("event-status", "update") == (later.kind, later.relation)
    assert "questioned" in later.reason
    assert "arrested" in later.reason


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ana Roth met foreign minister Jon Bell.", "Finance minister Ana Roth met Jon Bell."),
        ("Police may arrest the two Orlo brothers.", "Police questioned the two Orlo brothers."),
        ("Did police arrest the two Orlo brothers?", "Police questioned the two Orlo brothers."),
        ("The depot 20 miles north of Dorn burned.", "The depot 65 miles south of Dorn burned."),
        ("A fire in Velden killed a nurse.", "A man in Harrow saw a nurse."),
        ("The gunman shot a guard and a policeman in Dorn.", "The gunman shot a policeman in Dorn."),
    ],
)
def test_two_things_do_not_fill_one_slot(left, right):
    assert [] == _told(left, right)


def test_what_is_less_likely_is_held_back_with_kind_relation_and_probability():
    filler = " ".join(
        f"Witness {name} spoke of smoke over the harbour." for name in ("Oll", "Weil", "Bell", "Roth") * 9
    )
    left = f"{filler} The mayor of Dorn met a nurse from Velden at the harbour."
    right = f"{filler} The mayor of Dorn later thanked a teacher who is from Velden and saw smoke."

    report = _report(left, right)
    held = [it for it in report.held_back if it.relation == "conflict"]
    assert all(it.confidence < max(LEAST.values()) for it in held)
    assert all(it.left and it.right and it.reason for it in held)


def test_pairs_that_were_invented_before_looking_are_told_as_often_as_then():
    told = {sort: [bool(_told(left, right)) for it, left, right in PAIRS if it == sort] for sort in ("real", "trap")}

    assert (30, 30) == (len(told["real"]), len(told["trap"]))
    assert sum(told["real"]) >= 23
    assert sum(told["trap"]) <= 6


@pytest.mark.parametrize("path", [SLOTS, LADDERS, WEIGHTS])
def test_the_data_say_where_they_come_from(path):
    assert "licence: MIT" in header(path)


def test_no_word_stands_on_two_sides_of_one_slot():
    for path, first in ((SLOTS, 2), (LADDERS, 1)):
        names = [row[0] for row in table(path)]
        assert len(names) == len(set(names))
        for row in table(path):
            words = [word for cell in row[first:] for word in cell.split()]
            assert len(row) > first + 1
            assert len(words) == len(set(words))
    assert {"title", "part", "thing"} == {row[1] for row in table(SLOTS)}
    assert "arrest" in fillers()


@given(st.dictionaries(st.sampled_from(["alike", "near", "size", "unknown"]), st.floats(0, 1)))
def test_a_confidence_is_a_probability(features):
    assert 0 <= confidence("slot", features) <= 1
    assert 0 <= confidence("opposed", features) <= 1


WORDS = st.lists(
    st.sampled_from("police arrested questioned the two brothers in Dorn Velden neck leg not may . ?".split()),
    max_size=30,
)


@given(WORDS, WORDS)
def test_candidates_are_the_same_from_either_side(one, two):
    left, right = (newsdiff.extract(Article(" ".join(it), language="en")) for it in (one, two))
    there, back = candidates(left, right), candidates(right, left)

    assert sorted((it.left.span, it.right.span, it.confidence) for it in there) == sorted(
        (it.right.span, it.left.span, it.confidence) for it in back
    )
    assert [] == candidates(left, left)


def test_candidates_take_time_that_grows_with_the_text():
    def sides(size):
        text = " ".join(f"Police arrested a brother of Oll {n} in the town of Dorn." for n in range(size))
        other = " ".join(f"Police questioned a husband of Oll {n} in the town of Velden." for n in range(size))
        return [newsdiff.extract(Article(it, language="en")) for it in (text, other)]

    assert_linear(lambda pair: candidates(*pair), prepare=sides, size=20)
