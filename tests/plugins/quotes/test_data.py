"""The word lists: where they are from, no row twice, classes that exist."""

from pathlib import Path

import pytest

import newsdiff_quotes
from newsdiff.language.lexicon import header, table

DATA = Path(newsdiff_quotes.__file__).parent / "data"


@pytest.mark.parametrize("file", sorted(DATA.glob("*.tsv")), ids=lambda file: file.stem)
def test_every_list_says_where_it_is_from_and_has_no_row_twice(file):
    rows = table(file)

    assert "source: " in header(file)
    assert "licence: " in header(file)
    assert len(rows) == len(set(rows)) > 0


def test_classes_that_exclude_each_other_are_classes_of_people():
    known = {kind for _, kind in table(DATA / "actors.tsv")}

    for one, other in table(DATA / "exclusive.tsv"):
        assert one != other
        assert {one, other} <= known
