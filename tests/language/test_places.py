"""Places by list and by form, and the demonyms that go with countries."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import Article, Document, Span
from newsdiff.language import places
from newsdiff.language.lexicon import ENGLISH, header

SENTENCES = [
    ("Shells hit the town of Karsa.", [("Karsa", "Karsa")]),
    ("Police in northern Orlo said so.", [("Orlo", "Orlo")]),
    ("It sank near Port Lisse.", [("Port Lisse", "Port Lisse")]),
    ("Tarana province was quiet.", [("Tarana", "Tarana")]),
    ("Britain's ports closed.", [("Britain", "United Kingdom")]),
    ("The UK and the U.S. agreed.", [("UK", "United Kingdom"), ("U.S.", "United States")]),
    ("They met in Moscow and Rabat.", [("Moscow", "Moscow"), ("Rabat", "Rabat")]),
    ("Guinea-Bissau, not Guinea.", [("Guinea-Bissau", "Guinea-Bissau"), ("Guinea", "Guinea")]),
    ("Deir ez-Zor was shelled.", [("Deir ez-Zor", "Deir ez-Zor")]),
    ("In March they met.", []),
    ("The Iranian said nothing.", []),
    ("Chadwick and Malina met.", []),
    ("He began in earnest.", []),
    ("Near Karsa's market", [("Karsa", "Karsa")]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_places_are_found_by_list_and_by_form(text, expected):
    assert expected == [(span.of(text), name) for span, name in places.find(text)]


def test_a_document_keeps_its_places_and_leaves_furniture_alone():
    document = Document(Article("Police in Karsa said so.\n\nBritain agreed.", language="en"))

    assert [("Karsa", "Karsa"), ("Britain", "United Kingdom")] == [
        (span.of(document.text), name) for span, name in document.places
    ]
    assert document.places is document.places


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Syrian", "Syria"),
        ("Syrians", "Syria"),
        ("French", "France"),
        ("Frenchmen", "France"),
        ("Danes", "Denmark"),
        ("Swiss", "Switzerland"),
        ("Filipinos", "Philippines"),
        ("Chinese", "China"),
        ("Germans", "Germany"),
        ("Iraqis", "Iraq"),
    ],
)
def test_demonyms_are_known_in_singular_and_plural(word, country):
    assert country == places.demonyms()[word]


def test_no_plural_is_made_where_english_has_none():
    assert not {"Chineses", "Frenchs", "Britishs", "Swisss", "Frenchmans"} & places.demonyms().keys()


def test_every_country_demonym_and_capital_stands_once():
    rows = places.table(ENGLISH / "countries.tsv")
    names = [name for row in rows for index in (1, 2, 3) for name in places._cell(row, index)]
    countries = [row[0] for row in rows]

    assert len(countries) == len(set(countries))
    assert [] == sorted({name for name in names if names.count(name) > 1})


@pytest.mark.parametrize("file", ["countries.tsv", "places.tsv"])
def test_lists_say_where_they_are_from(file):
    assert "source: " in header(ENGLISH / file)
    assert "licence: MIT" in header(ENGLISH / file)


@given(st.text(alphabet="In Karsa’s Moscow-,\n\ud800UK."))
def test_spans_lie_in_order_and_never_overlap(text):
    found = [span for span, _ in places.find(text)]

    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("It hit the town of Karsa in Velmark.", {("Karsa", "Velmark")}),
        ("It hit Karsa, on the northern tip of Velmark.", {("Karsa", "Velmark")}),
        ("It hit Velmark’s Karsa province.", {("Karsa", "Velmark")}),
        ("It hit Velmark's port of Karsa.", {("Karsa", "Velmark")}),
        ("It was felt from Karsa to Velmark.", set()),
        ("It hit Karsa and Velmark.", set()),
        ("It hit Karsa. In Velmark nobody was hurt.", set()),
        ("It hit Karsa, Velmark's twin city, on Monday.", set()),
    ],
)
def test_a_place_lies_in_another_where_the_text_says_so(text: str, pairs: set[tuple[str, str]]) -> None:
    found = sorted((Span(text.index(name), text.index(name) + len(name)), name) for name in ("Karsa", "Velmark"))

    assert pairs == places.nested(text, found)
