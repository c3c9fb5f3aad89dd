"""Names and titles apart, and full names for surnames."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language.lexicon import ENGLISH, header, table
from newsdiff.language.names import NameIndex, first_names, gender, person, runs, titles


@pytest.mark.parametrize(
    ("mention", "name", "title"),
    [
        ("Ana Ruiz", "Ana Ruiz", None),
        ("Ms Ruiz", "Ruiz", "Ms"),
        ("Foreign Minister Ana Ruiz", "Ana Ruiz", "Foreign Minister"),
        ("the mayor of Belport, Jo Amin", "Jo Amin", "mayor of Belport"),
        ("Brenn’s spokesman Tomas Vell", "Tomas Vell", "Brenn’s spokesman"),
        ("Gov. Phil Marsh of Norrland", "Phil Marsh", "Gov."),
        ("Sheikh Khalid al-Dosari", "Khalid al-Dosari", "Sheikh"),
        ("Staffan de Roos", "Staffan de Roos", None),
        ("Lt Gen Yuri Danko", "Yuri Danko", "Lt Gen"),
        ("Harbour Master Joan Tully", "Joan Tully", "Harbour Master"),
        ("United Nations Secretary General Park Min-su", "Park Min-su", "United Nations Secretary General"),
        ("President J. T. Holm Jr.", "J. T. Holm Jr.", "President"),
        ("But Ana Ruiz", "Ana Ruiz", None),
    ],
)
def test_title_and_name(mention, name, title):
    found = person(mention)

    assert (name, title) == (found.name, found.title)


@pytest.mark.parametrize(
    "mention",
    [
        "the Interior Ministry",
        "NATO",
        "officials",
        "the Ruiz campaign",
        "Ruiz’s lawyers",
        "a spokesman for the Pell Estate",
        "Belport Police",
        "the Harrow Times",
        "",
        "…",
    ],
)
def test_bodies_and_descriptions_are_no_people(mention):
    assert person(mention) is None


def test_two_sentences_are_two_names():
    assert "Jon Bell" == NameIndex("said Ana Ruiz. Jon Bell left.").full("Bell").name


def test_full_name_for_a_surname():
    index = NameIndex("The mayor, Jo Amin, left. Mr Amin is ill. Amin’s deputy, Rosa Lind, spoke.")

    assert "Jo Amin" == index.full("Amin").name
    assert "Rosa Lind" == index.full("Lind").name
    assert index.full("Ruiz") is None


@pytest.mark.parametrize(
    ("mention", "expected"), [("Mr Ruiz", "m"), ("Ana Ruiz", "f"), ("spokeswoman K. Vell", "f"), ("Ruiz", None)]
)
def test_gender_by_title_or_first_name(mention, expected):
    assert expected == gender(person(mention))


@given(st.text(max_size=80))
def test_any_text_is_taken_apart_without_an_error(text):
    found = person(text)

    assert found is None or found.name


@pytest.mark.parametrize("file", ["first_names.tsv", "cue_verbs.tsv", "fates.tsv"])
def test_word_lists_say_where_they_are_from(file):
    assert header(ENGLISH / file).startswith("# source: written for newsdiff; licence: MIT")


def test_lists_are_clean():
    assert all(name[0].isupper() and sex in "mf" for name, sex in first_names().items())
    assert all(title == title.lower() for title in titles())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said Dr. Ana Ruiz. Jon Bell left", ["Dr. Ana Ruiz", "Jon Bell"]),
        ("near U.K. Vell and al-Hadi bin Omar", ["U.K. Vell", "al-Hadi bin Omar"]),
        ("d’Arno met Xt. Lind", ["d’Arno", "Xt", "Lind"]),
        ("by Jose\u0301 Ruiz, Ấn Trinh", ["Jose\u0301 Ruiz", "Ấn Trinh"]),
    ],
)
def test_runs_of_capitalised_words(text, expected):
    assert expected == [match.group() for match in runs(text, 0, len(text))]


def test_every_word_tells_of_one_fate():
    cells = [(row[0], words) for row in table(ENGLISH / "fates.tsv") for words in row[1:] if words]
    rows = [(fate, word) for fate, words in cells for word in words.split("|")]

    assert len({word for _, word in rows}) == len(rows) > 0
    assert all(word == word.strip().lower() != "" for _, word in rows)
