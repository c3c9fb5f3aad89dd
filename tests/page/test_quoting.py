"""Quotation marks of every style, and of none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import Article, Document
from newsdiff.page.quoting import regions, style_of
from newsdiff.testing import assert_linear


def inner(text):
    return [region.inner.of(text) for region in Document(Article(text)).quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Go," he said. "Now."', ["Go,", "Now."]),
        ("“Go,” he said. “Now.”", ["Go,", "Now."]),
        ("''Go,'' he said. ''Now.''", ["Go,", "Now."]),
        ("``Go,'' he said.", ["Go,"]),
        ("«Go», he said. »Now«", ["Go", "Now"]),
        ("„Go“, he said.", ["Go"]),
        ("“Go,“ he said. “Now.“", ["Go,", "Now."]),  # an opening mark that closes
        ('“Go," he said. "Now.”', ["Go,", "Now."]),  # mixed
        ("“He said “go” to me,” she said.", ["He said “go” to me,"]),  # nested in the same marks
        ('"He said "go" to me," she said.', ['He said "go" to me,']),
        ("“He said ‘go’ to me,” she said.", ["He said ‘go’ to me,"]),
        ("‘He said “go” to me,’ she said.", ["He said “go” to me,"]),
        ("'Go,' he said. 'Don't wait.'", ["Go,", "Don't wait."]),
        ("‘The boys’ club is ours,’ he said.", ["The boys’ club is ours,"]),
        ("He's won the '90s vote, it's said.", []),
        ("The workers' pay and the owners' greed", []),
        ("A 5'10\" man and a 6'2\" woman came.", []),
        ("“It is the end, he said.", ["It is the end, he said."]),  # the end of the paragraph closes it
        ("“One.\n\n“Two.”", ["One.", "Two."]),  # opened again in every paragraph
        ("“One.\n\nTwo.”\n\nThree.", ["One.", "Two."]),  # closed in the next paragraph without opening
        ('She said" no one came.', []),  # a stray closing mark
        ("“” and \"\" and ''''", []),
        ('("Go," he said.)', ["Go,"]),
        ("He said—“Go!”—and went.", ["Go!"]),
        ("’Go,’ he said.", []),
    ],
)
def test_regions_of_all_styles(text, expected):
    assert expected == inner(text)


def test_an_unclosed_region_says_so():
    (region,) = regions("“It is the end.", 0, 15)

    assert not region.closed


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("‘Go,’ he said.", "single"),
        ("'Go,' he said. 'The “new” plan.'", "single"),
        ("“Go,” he said. It's ‘odd’.", "double"),
        ("It's the dogs' bowl.", "double"),
        ("", "double"),
    ],
)
def test_style(text, style):
    assert style == style_of(text)


@pytest.mark.parametrize(
    "mark", ['"', "“", "”", "'", "‘", "’", "''", "«", "„", " '", " “", '" ', "' ", "s' ", "“'", "‘a "]
)
def test_unbalanced_marks_take_linear_time(mark):
    assert_linear(
        lambda document: document.quoted,
        prepare=lambda size: Document(Article(mark * (size // len(mark)))),
        size=2_000,
    )


@given(st.text(alphabet="a s.,\n\"'“”‘’«»„(—", max_size=200))
def test_any_text_has_ordered_disjoint_regions(text):
    found = Document(Article(text)).quoted

    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))
    assert all(region.outer.contains(region.inner) for region in found)
    assert all("\n" not in region.inner.of(text) for region in found)
