"""The word lists: where they are from, no row twice, every cell of a known kind."""

from collections import Counter
from pathlib import Path

import pytest

import newsdiff_groups
from newsdiff.language.lexicon import header, table
from newsdiff_groups import _words

DATA = Path(newsdiff_groups.__file__).parent / "data"
FILES = sorted(DATA.glob("*.tsv"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_list_says_where_it_is_from_and_has_no_row_twice(file):
    rows = table(file)
    keyed = Counter((row[0], row[1]) if file.stem in ("roles", "context") else row[0] for row in rows)

    assert "source: " in header(file)
    assert "licence: MIT" in header(file)
    assert [] == [key for key, count in keyed.items() if count > 1]


def test_labels_have_class_load_and_family():
    for row in table(DATA / "labels.tsv"):
        assert len(row) == 5, row
        assert row[2] in "0123"
        assert row[3] in "01"
        assert row[4] in {"armed", "state", "force", "crowd", "settler", "migrant", "captive", "police", "coalition"}


def test_attributes_have_the_class_load_and_family_of_labels():
    known = {(row[1], row[4]) for row in table(DATA / "labels.tsv")}
    for word, kind, load, family, acting in table(DATA / "attributes.tsv"):
        assert (kind, family) in known, word
        assert load in "0123"
        assert acting in "01"


def test_a_class_belongs_to_one_family_unless_it_has_an_army():
    families = {}
    for row in table(DATA / "labels.tsv"):
        families.setdefault(row[1], set()).add(row[4])

    assert {"government", "regime", "occupier"} == {kind for kind, found in families.items() if len(found) > 1}


def test_heads_context_and_roles_use_known_words_only():
    assert {"both", "final"} == {row[1] for row in table(DATA / "heads.tsv")}
    assert {"before", "after", "bridge"} == {row[1] for row in table(DATA / "context.tsv")}
    assert all(_words.role(row[1]) for row in table(DATA / "roles.tsv"))


def test_translations_have_a_column_for_every_language():
    from newsdiff_groups._alias import LANGUAGES

    assert all(len(row) <= LANGUAGES for row in table(DATA / "translations.tsv"))


def test_no_word_is_both_a_plain_noun_and_a_framing_label():
    assert not set(_words.words("people_nouns")) & set(_words.words("labels"))
