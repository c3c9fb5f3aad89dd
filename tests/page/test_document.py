"""Views of a document: lazy, cached, exact, and cheap enough for every plugin to ask."""

import pytest

import newsdiff
from newsdiff import Article, Document, Span

TEXT = (
    "Shaft collapses near Port Lisse\n\nBy Ana Ruiz\n\n"
    "PORT LISSE, 12 March (Lisse Press) - Two miners died on Tuesday. Nobody else was missing.\n\n"
    "“Nobody warned us,” said Ida Lunde. “We ran.”\n\nShare this article\n"
)


@pytest.fixture
def document():
    return Document(Article(TEXT, outlet="The Ledger"))


def test_views_point_into_the_text(document):
    assert document.text is document.article.text
    assert [row.of(TEXT)[:12] for row in document.body] == ["Shaft collap", "PORT LISSE, ", "“Nobody warn"]
    assert [row.of(TEXT) for row in document.sentences] == [
        "Shaft collapses near Port Lisse",
        "PORT LISSE, 12 March (Lisse Press) - Two miners died on Tuesday.",
        "Nobody else was missing.",
        "“Nobody warned us,” said Ida Lunde.",
        "“We ran.”",
    ]
    assert [region.inner.of(TEXT) for region in document.quoted] == ["Nobody warned us,", "We ran."]
    assert [paragraph.role for paragraph in document.paragraphs] == ["headline", "byline", "body", "body", "furniture"]


def test_the_dateline(document):
    found = document.dateline

    assert found is not None
    assert [part.of(TEXT) for part in (found.span, found.place, found.date, found.agency)] == [
        "PORT LISSE, 12 March (Lisse Press) -",
        "PORT LISSE",
        "12 March",
        "Lisse Press",
    ]


@pytest.mark.parametrize(
    ("text", "place", "date", "agency"),
    [
        ("OBAN (Lisse Press) — Two died.", "OBAN", None, "Lisse Press"),
        ("OBAN — Two died.", "OBAN", None, None),
        ("NEW LISSE — Two died.", "NEW LISSE", None, None),
        ("OBAN, May 3. /LPA/. Two died.", "OBAN", "May 3", "LPA"),
        ("Oban, 3 May – Two died.", "Oban", "3 May", None),
        ("Oban, Upper Skarn (LPA) -- Two died.", "Oban, Upper Skarn", None, "LPA"),
        ("PORT LISSE 2026-05-03\nTwo died on Sunday, the mayor said.", "PORT LISSE", "2026-05-03", None),
        ("Shaft collapses\n\nPublished: 3 May 2026\n\nTwo died in the shaft, she said.", None, "3 May 2026", None),
        ("Shaft collapses\n\n3 May 2026\n\nOBAN (LPA) - Two died in the shaft.", "OBAN", None, "LPA"),
    ],
)
def test_datelines(text, place, date, agency):
    found = Document(Article(text)).dateline

    assert found is not None
    assert tuple(part and part.of(text) for part in (found.place, found.date, found.agency)) == (place, date, agency)


@pytest.mark.parametrize(
    "text",
    [
        "Two died.",
        "Oban - she said - is shut.",
        "BREAKING — Two died.",
        "U.S. - backed forces left.",
        "MARO: Nobody knows.",
        "OBAN-based miners left.",
        "Oban (pop. 4000) is shut.",
        "OBAN (LPA)",
        "On 3 May - a Sunday - two died.",
        "",
    ],
)
def test_no_dateline(text):
    assert Document(Article(text)).dateline is None


def test_places_within_the_text(document):
    in_headline, in_byline = TEXT.index("Shaft"), TEXT.index("Ana Ruiz")
    in_quote, between = TEXT.index("warned"), TEXT.index(" Nobody else")

    assert document.in_body(in_headline)
    assert not document.in_body(in_byline)
    assert document.paragraph_at(in_byline) is None
    assert document.paragraph_at(in_quote) == document.body[2]
    assert document.is_quoted(in_quote)
    assert not document.is_quoted(in_headline)
    assert document.sentence_at(in_quote).of(TEXT).startswith("“Nobody")
    assert document.sentence_at(between).of(TEXT).endswith("Tuesday.")


def test_asking_outside_the_text(document):
    assert not document.in_body(10**9)
    assert not document.is_quoted(10**9)
    assert document.paragraph_at(10**9) is None
    assert Document(Article("")).sentence_at(0) is None


def test_every_view_is_computed_once(document):
    for name in ("paragraphs", "body", "sentences", "quoted", "dateline"):
        assert getattr(document, name) is getattr(document, name)


def test_a_document_shows_its_article_and_not_its_text(document):
    assert repr(document).startswith("Document(Article(")
    assert len(repr(document)) < 200


@pytest.mark.parametrize("text", ["", " ", "\n", "\ufeff", "x", "\ud800", "\x00"])
def test_every_view_of_almost_nothing(text):
    document = Document(Article(text))
    names = [name for name in dir(Document) if not name.startswith("_")]

    for name in names:
        getattr(document, name)
    assert document.body == ((Span(0, 1),) if text in ("x", "\ud800", "\x00") else ())


def test_documents_take_articles_of_any_kind_of_text():
    assert newsdiff.Document(Article("x" * 10)).text == "x" * 10
