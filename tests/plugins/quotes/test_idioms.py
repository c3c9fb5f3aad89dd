"""Every idiom is found in its examples, and not in its counter-examples."""

import pytest

import newsdiff_quotes
from newsdiff.language.idioms import idioms


@pytest.mark.parametrize("idiom", list(idioms(newsdiff_quotes)), ids=lambda idiom: idiom.name)
def test_an_idiom_is_found_in_its_examples_and_not_in_the_others(idiom):
    assert [text for text in idiom.examples if not idiom.search(text)] == []
    assert [text for text in idiom.others if idiom.search(text)] == []
    assert idiom.examples
    assert idiom.others
