"""How much a word tells about an event: names more than common words, and the list behind it is sound."""

from newsdiff.language.lexicon import ENGLISH, header, table
from newsdiff.language.rarity import _NAME, rarity


def test_rarity_ranks_names_by_what_they_tell():
    weights = [rarity(word).name for word in ("monday", "france", "chicago", "quarrendon")]

    assert weights == sorted(weights)
    assert len(set(weights)) == 4
    assert rarity("said").word == 0 < rarity("police").word < rarity("hovercraft").word


def test_the_rarity_list_is_sound():
    path = ENGLISH / "rarity.tsv"
    rows = table(path)

    assert "licence: MIT" in header(path)
    assert {label for label, _ in rows} == set(_NAME)
    for _, words in rows:
        assert words == words.lower()
