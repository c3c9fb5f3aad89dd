"""Every doubt acts on the sentences that it is for, and not on those that it must leave alone."""

import pytest

import newsdiff
from newsdiff import Article
from newsdiff.language.alternatives import fillers
from newsdiff.language.predicates import Predicate
from newsdiff.statements.doubts import DOUBTS, doubtful
from newsdiff.statements.telling import Said, Telling

CASES = [(doubt, pair, True) for doubt in DOUBTS for pair in doubt.holds]
CASES += [(doubt, pair, False) for doubt in DOUBTS for pair in doubt.not_on]


def _statement(text, matter):
    telling = Telling.of(newsdiff.extract(Article(text, language="en", published="2026-03-12")))
    if matter != "ladder":
        return telling.claim(telling.said(0)[0])
    (clause,) = telling.parts(0)
    steps = (at for at, word in enumerate(clause.words) if word.lemma in fillers())
    at = next(at for at in steps if any(filler.sort == "ladder" for filler in fillers()[clause.words[at].lemma]))
    return telling.claim(Said(0, 0, clause, Predicate(clause.words[at].lemma, at)))


@pytest.mark.parametrize(("doubt", "pair", "acts"), CASES, ids=[f"{it.name}-{acts}" for it, _, acts in CASES])
def test_a_doubt_acts_where_it_should_in_either_order(doubt, pair, acts):
    a, b = (_statement(text, doubt.matter) for text in pair)

    assert acts is doubt.test(a, b, doubt.matter)
    assert acts is doubt.test(b, a, doubt.matter)


def test_the_names_of_doubts_are_unique_and_each_has_examples_of_both_sorts():
    assert len(DOUBTS) == len({doubt.name for doubt in DOUBTS})
    assert all(doubt.purpose and doubt.holds and doubt.not_on for doubt in DOUBTS)


def test_a_pair_without_a_doubt_has_none():
    a, b = (_statement(text, "event") for text in ("The Dorn bridge was closed.", "The Dorn bridge was open."))

    assert doubtful(a, b, "event") is None
