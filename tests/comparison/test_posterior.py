"""Confidence is the probability that a difference is real; thresholds decide what is shown."""

import pytest
from attrs import evolve

from newsdiff import Article, diff
from newsdiff.alignment.weights import ANY_KIND, Model, load
from newsdiff.comparison.calibration import PLAIN, based_on
from newsdiff.comparison.posterior import WORDS

LEFT = Article("Police said 43 people were killed in Port Lisse when a ferry sank.", outlet="Harbour Times")
RIGHT = Article("Police said 35 people were killed in Port Lisse when a ferry sank.", outlet="Coast Herald")
APART = Article("The harbour of Port Lisse has 35 cranes and was built in 1931.", outlet="Coast Herald")


def number(report):
    found = [it for it in (*report.discrepancies, *report.held_back) if it.kind == "number-conflict"]
    return found[0] if found else None


def test_the_base_rate_formula_is_a_model():
    # s = 1/2 and d = .1: P = s d / (s d + (1 - s) u) with u = .97
    model = based_on(0.1)
    measures = {"one-thing": 0.0, "extraction": 0.0}

    from newsdiff.alignment.weights import chance

    assert chance(model.logit(measures)) == pytest.approx(0.05 / (0.05 + 0.5 * 0.97))


def test_a_certain_alignment_that_is_misread_is_less_likely_real():
    sure = {"one-thing": 2.0, "extraction": 0.0}

    assert PLAIN.logit({**sure, "extraction": -1.0}) < PLAIN.logit(sure)


def test_confidence_ranks_what_is_of_one_thing_before_what_is_not():
    alike, other = (number(diff(LEFT, it, same_event=True)) for it in (RIGHT, APART))

    assert alike is not None
    assert 0 < alike.confidence < 1
    assert other is None or other.confidence < alike.confidence


@pytest.mark.parametrize("least", [0.0, 0.25, 0.5, 0.75, 1.0])
def test_min_confidence_decides_what_is_shown(least):
    report = diff(LEFT, RIGHT, same_event=True, min_confidence=least)
    told = [it for it in report.discrepancies if it.relation in ("conflict", "update")]

    assert all(it.confidence >= least for it in told)
    assert all(it.confidence < least for it in report.held_back if it.differs)
    assert report.threshold == least


@pytest.mark.parametrize("least", [-0.1, 1.1, float("nan")])
def test_min_confidence_is_a_probability(least):
    with pytest.raises(ValueError, match="between 0 and 1"):
        diff(LEFT, RIGHT, min_confidence=least)


def test_a_difference_below_the_threshold_keeps_kind_and_relation_and_says_why():
    shown = number(diff(LEFT, RIGHT, same_event=True, min_confidence=0.0))
    held = number(diff(LEFT, RIGHT, same_event=True, min_confidence=1.0))

    assert (held.kind, held.relation, held.confidence) == (shown.kind, shown.relation, shown.confidence)
    assert f"not sure enough to be shown ({held.confidence:.0%})" in held.reason


def test_thresholds_of_the_weights_count_where_the_caller_sets_none():
    weights = load()
    strict = evolve(weights, thresholds={**weights.thresholds, "number-conflict": 1.0})

    assert number(diff(LEFT, RIGHT, same_event=True, weights=strict)).differs
    assert weights.threshold("no such kind") == weights.thresholds[ANY_KIND]


def test_held_back_differences_come_first_the_surest_of_them_first():
    left = Article(f"{LEFT.text} The ferry had 12 cabins and carried 85 cars. It was 31 years old.", outlet="A")
    right = Article(f"{RIGHT.text} The ferry had 14 cabins and carried 58 cars. It was 13 years old.", outlet="B")
    held = diff(left, right, same_event=True, min_confidence=1.0).held_back

    sure = [it.confidence for it in held if it.differs]
    assert len(sure) > 1
    assert sure == sorted(sure, reverse=True)
    assert [it.differs for it in held] == sorted((it.differs for it in held), reverse=True)


def test_a_finding_whose_model_asks_for_what_is_not_measured_gets_the_model_of_any():
    weights = load()
    odd = evolve(weights, findings={**weights.findings, "number-conflict": Model(9.0, {"shoe-size": 1.0})})

    bare = evolve(weights, findings={ANY_KIND: weights.findings[ANY_KIND]})

    one, other = (number(diff(LEFT, RIGHT, same_event=True, weights=it)) for it in (odd, bare))

    assert one.confidence == other.confidence


def test_every_measure_has_words():
    assert all(len(pair) == 2 for pair in WORDS.values())
