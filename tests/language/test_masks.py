"""Numbers that count nothing are masked; numbers that count something are not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import Article, Document
from newsdiff.language import masks
from newsdiff.nouns.spans import Span

MASKED = [
    ("It was on 12 March 2019 that", [("12 March 2019", "date")]),
    ("By 1 September some 20 people left", [("1 September", "date")]),
    ("From March 5-7, 2020, it", [("March 5-7, 2020", "date")]),
    ("On Jan. 5 it", [("Jan. 5", "date")]),
    ("In May 2012 it", [("May 2012", "date")]),
    ("In May 300 people left", []),
    ("It may 5 times be so", []),
    ("The 14th man on 15 August", [("14th", "ordinal"), ("15 August", "date")]),
    ("On 14 and 15 August it", [("14 and 15 August", "date")]),
    ("On 12 March 5 men met", [("12 March", "date")]),
    ("Filed 2024-03-12 here", [("2024-03-12", "date")]),
    ("Filed 28.10.2016 here", [("28.10.2016", "date")]),
    ("Filed 10/28/2016 here", [("10/28/2016", "date")]),
    ("The 9/11 attacks", [("9/11", "date")]),
    ("At 5:30 pm and 11 a.m. and 0401 GMT", [("5:30 pm", "time"), ("11 a.m.", "time"), ("0401 GMT", "time")]),
    ("At 1230 hours it", [("1230 hours", "time")]),
    ("In the 1990s and in 2014-15, it", [("1990s", "year"), ("2014-15", "year")]),
    ("The 22nd of them", [("22nd", "ordinal")]),
    ("They won 2-1 at home", [("2-1", "score")]),
    ("They beat them 6-4, 7-5 there", [("6-4, 7-5", "score")]),
    ("It is 50-50 now", [("50-50", "score")]),
    ("Some 20-30 people came", []),
    ("See Section 12 and page 4", [("Section 12", "reference"), ("page 4", "reference")]),
    ("No. 5 was lost", [("No. 5", "reference")]),
    ("There were no 5 of them", []),
    ("Covid-19 spread", [("Covid-19", "reference")]),
    ("The S&P 500 fell", [("S&P 500", "reference")]),
    ("Call 0800 555 123 now", [("0800 555 123", "phone")]),
    ("At https://a.example/2024/05/1 it", [("https://a.example/2024/05/1", "address")]),
    ("Some 1,234.5 tonnes and 3,000 men", []),
    ("12 of 40 people", []),
]


@pytest.mark.parametrize(("text", "expected"), MASKED, ids=[row[0] for row in MASKED])
def test_masks(text, expected):
    found = masks.find(text, [Span(0, len(text))])

    assert expected == [(text[mask.start : mask.end], mask.kind) for mask in found]
    assert all(mask.span.of(text) for mask in found)


def test_a_document_keeps_its_masks():
    document = Document(Article("On 12 March, 5 people met at 5 pm."))

    assert document.number_masks is document.number_masks
    assert [mask.start for mask in document.number_masks] == document.number_mask_starts


def test_a_covering_mask_is_found_by_place():
    text = "On 12 March 5 met."
    found = masks.find(text, [Span(0, len(text))])
    starts = [mask.start for mask in found]

    assert "date" == masks.covering(found, starts, 3, 4).kind
    assert masks.covering(found, starts, 12, 13) is None


def test_a_score_has_no_more_sets_than_any_match():
    text = "They won " + "6-4 " * 3_000
    found = masks.find(text, [Span(0, len(text))])

    assert found[0].kind == "score"
    assert max(mask.end - mask.start for mask in found) < 100  # else a table of results is read once for every row


@given(st.text(alphabet="0159 -/.:,apmMar$–Nosthd%\n", max_size=80))
def test_masks_are_ordered_and_never_overlap(text):
    found = masks.find(text, [Span(0, len(text))]) if text else ()

    assert all(0 <= mask.start < mask.end <= len(text) for mask in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
