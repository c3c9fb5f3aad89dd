"""Whatever the text, claims point at their words, in linear time, and say the same thing twice."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import Article, Document, Quantity, extract
from newsdiff.testing import assert_linear
from newsdiff_numbers import _extract

WORDS = st.sampled_from(
    "12 1,200 3.5 half a third two dozen dozens of hundreds thousand million bn % $ € £ km m mph killed people dead and"
    " , . ( ) - – to from between at least about up over years old 7-year-old 2019 May 5 pm quake magnitude one no"
    " nobody survivors the toll rose \n \n\n \u00a0 \u202f ½ × \ud800 İ 😀 \u202e ' \" “".split(" ")
)


def claims(text):
    return list(_extract.extract(Document(Article(text))))


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_claims_point_at_their_words(text):
    found = claims(text)

    for claim in found:
        assert claim.surface == claim.span.of(text)
        assert isinstance(claim.value, Quantity)
        assert all(math.isfinite(part) for part in _parts(claim.value.amount))
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    assert found == claims(text)


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    claims(text)


def _parts(amount):
    return amount if isinstance(amount, tuple) else (amount,)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1 ",
        "1,",
        "1.",
        "one ",
        "one hundred and ",
        "1-",
        "a half ",
        "$",
        "12 people and ",
        "between 1 and ",
        "1 000 ",
        "(1 ",
        "killed 1, ",
        "May 1 ",
        "1 of the ",
        "½",
        "1:2",
    ],
)
def test_time_grows_with_the_text_not_faster(unit):
    assert_linear(
        lambda document: list(_extract.extract(document)),
        prepare=lambda size: Document(Article(unit * (size // len(unit)))),
        size=500,
    )


def test_a_run_of_digits_longer_than_thirty_is_no_claim():
    assert ["12 days"] == [claim.surface for claim in claims("The key 1234567890123456789012345678901 took 12 days.")]
    assert [] == claims("The key 1234567890123456789012345678901 was lost.")


def test_only_the_body_is_read():
    text = "Port Lisse fire kills 12\n\nTwelve people died, police said."
    found = extract(Article(text), kinds={"number"}, plugins=["numbers"]).claims

    assert [12.0, 12.0] == [claim.value.amount for claim in found]


def test_spans_hold_modifier_sign_and_unit_but_no_noun():
    text = "At least 43 civilians fled 12 km; damage is about $1.2bn, and a 7-year-old boy is missing."
    found = [claim.surface for claim in claims(text)]

    assert ["At least 43", "12 km", "about $1.2bn", "7-year-old"] == found
