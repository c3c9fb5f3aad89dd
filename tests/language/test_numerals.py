"""Numerals are read exactly or not at all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language import numerals

WORDS = [
    ("two hundred and two thousand", 202_000),
    ("one hundred and sixty-one", 161),
    ("twenty-one trillion three hundred", 21e12 + 300),
    ("forty five hundred thirty eight", 4538),
    ("nineteen hundred and seventy-three", 1973),
    ("half a million", None),  # "half" alone is the numeral; the plugin joins the scale
    ("two and a half million", 2_500_000),
    ("three million and a half", 3_500_000),
    ("three quarters", 0.75),
    ("two-thirds", 2 / 3),
    ("two dozen", 24),
    ("three lakh crore", 3e12),
    ("twelve point nine five", 12.95),
    ("zero point zero five", 0.05),
    ("one two three", None),
    ("twenty and thirty", None),
    ("forty two and a third", None),
]
DIGITS = [
    ("1,234,567.89", 1234567.89),
    ("12,34,567.89", 1234567.89),
    ("1 414 021 100", 1414021100),
    ("40\u202f000", 40000),
    ("4 hundred million", 4e8),
    ("3 million and a half", 3.5e6),
    ("3 hundred and one", 301),
    ("2×10^5", 2e5),
    ("3½", 3.5),
    ("10 1/2", 10.5),
    ("1/2", 0.5),
    ("1/0", None),
    ("1.2bn", 1.2e9),
    ("10k", 1e4),
    ("9" * 31, None),
]


@pytest.mark.parametrize(("surface", "value"), WORDS)
def test_words(surface, value):
    found = numerals.read_words(numerals.words_of(surface))

    if value is None:
        assert found is None or found.value == 500_000
    else:
        assert value == pytest.approx(found.value)


@pytest.mark.parametrize(("surface", "value"), DIGITS)
def test_digits(surface, value):
    found = numerals.read_digits(surface)

    assert (None if found is None else pytest.approx(found.value)) == value


@pytest.mark.parametrize(
    ("value", "decimals", "grain"),
    [(400, 0, 100), (43, 0, 1), (1.2, 1, 0.1), (1_200_000, 0, 1e5), (0, 0, 1)],
)
def test_the_grain_is_the_place_of_the_last_digit_written(value, decimals, grain):
    assert pytest.approx(grain) == numerals.grain(value, decimals)


@given(st.integers(0, 10**15))
def test_grouped_digits_are_read_back(value):
    assert float(value) == numerals.read_digits(f"{value:,}").value


@given(st.text(alphabet="0123456789., /½-eE^×", max_size=40))
def test_the_pattern_and_the_reader_never_crash(text):
    for match in re.finditer(numerals.DIGIT_NUMERAL, text):
        found = numerals.read_digits(match.group())
        assert found is None or found.grain > 0
