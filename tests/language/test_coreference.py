"""Surnames and pronouns of people are put back to their names."""

import pytest

from newsdiff import Article
from newsdiff.language.coreference import Coreference
from newsdiff.page.document import Document


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ana Weil left. She flew to Dorn.", [{"weil"}, {"weil"}]),
        ("Mr Jon Bell left. She flew to Dorn.", [{"bell"}, set()]),
        ("Ana Weil left. The mill burned. Weil flew to Dorn.", [{"weil"}, set(), {"weil"}]),
        ("Ana Weil left. One. Two. Three. She flew.", [{"weil"}, set(), set(), set(), set()]),
        ("The mill burned. It fell.", [set(), set()]),
    ],
)
def test_who_is_meant_in_each_sentence(text, people):
    document = Document(Article(text, language="en"))

    assert people == [set(found) for found in Coreference(text, document.sentences).people]
