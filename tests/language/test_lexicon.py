"""Word lists and the tries built from them."""

import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language import lexicon

WORDS = st.lists(st.text(st.characters(min_codepoint=33, max_codepoint=0x24F), min_size=1, max_size=8), min_size=1)


def test_a_table_has_rows_of_cells_and_no_comments(tmp_path):
    path = tmp_path / "words.tsv"
    path.write_text("# source: us; licence: MIT\n\none\ta b \n# two\tc\nthree\n", encoding="utf-8")

    assert lexicon.table(path) == (("one", "a b"), ("three",))
    assert lexicon.header(path) == "# source: us; licence: MIT"


def test_an_empty_file_has_neither(tmp_path):
    path = tmp_path / "empty.tsv"
    path.write_text("")

    assert lexicon.table(path) == ()
    assert lexicon.header(path) == ""


@pytest.mark.parametrize(
    ("words", "pattern"),
    [
        (["may"], "may"),
        (["may", "march"], "ma(?:rch|y)"),
        (["a", "ab"], "a(?:b)?"),
        (["a", "abc", "abd"], "a(?:b(?:c|d))?"),
        (["3.5", "x y"], r"(?:3\.5|x y)"),
    ],
)
def test_tries(words, pattern):
    assert lexicon.trie(words) == pattern


@given(WORDS, st.sampled_from([re, regex]))
def test_a_trie_matches_its_words_and_nothing_else(words, engine):
    pattern = engine.compile(lexicon.trie(words))

    assert all(pattern.fullmatch(word) for word in words)
    for word in words:
        for other in (word + "~", word[:-1], "~" + word):
            assert (pattern.fullmatch(other) is not None) == (other in words)


@given(WORDS, st.text(st.characters(min_codepoint=33, max_codepoint=0x24F), max_size=12))
def test_a_trie_takes_the_longest_word(words, rest):
    text = max(words, key=len) + rest
    longest = max((word for word in words if text.startswith(word)), key=len)

    assert regex.match(lexicon.trie(words), text).group() == longest
