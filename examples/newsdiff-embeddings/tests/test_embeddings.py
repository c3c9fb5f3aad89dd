"""With a tiny encoder that knows a few synonyms; the real library only under the mark "model"."""

import os

import pytest
from newsdiff_embeddings import VARIABLE, Embeddings, plugin

import newsdiff
from newsdiff.plugins import default_plugins
from newsdiff.testing import assert_mirrors

TOPICS = (
    {"killed", "dead", "perished", "victims"},
    {"mud", "flood", "water"},
    {"minister", "government"},
    {"mine", "dam"},
)
LEFT = "Mine dam bursts\n\nAt least 43 victims lay in the mud of the valley on Friday."
RIGHT = "Mine dam bursts\n\nThe flood left 35 souls dead, rescuers reckon."


class Tiny:
    """One dimension a topic: how many of its words a text has."""

    def encode(self, sentences):
        return [[float(len(topic & set(text.lower().strip(".").split()))) for topic in TOPICS] for text in sentences]


def numbers(left, right, plugins):
    report = newsdiff.diff(
        newsdiff.Article(left, outlet="A", language="en"),
        newsdiff.Article(right, outlet="B", language="en"),
        same_event=True,
        plugins=plugins,
    )
    return [found.kind for found in report.discrepancies if found.kind.startswith("number")]


def test_sentences_that_mean_the_same_are_aligned(newsdiff_plugins):
    assert numbers(LEFT, RIGHT, newsdiff_plugins("numbers")) == []
    assert numbers(LEFT, RIGHT, newsdiff_plugins("numbers", Embeddings(Tiny()))) == ["number-conflict"]


def test_without_an_encoder_nothing_changes(newsdiff_plugins, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)

    assert numbers(LEFT, RIGHT, newsdiff_plugins("numbers", Embeddings())) == []


def test_likeness_is_one_for_equal_texts_and_nothing_for_unrelated_ones():
    table = Embeddings(Tiny(), floor=0.5).newsdiff_likeness(("the mud", "the minister", "x"), ("the mud",))

    assert table == [[1.0], [0.0], [0.0]]


def test_a_report_mirrors(newsdiff_plugins):
    assert_mirrors(LEFT, RIGHT, plugins=newsdiff_plugins("numbers", "quotes", Embeddings(Tiny())))


@pytest.mark.parametrize("floor", [-0.1, 1.0])
def test_a_floor_outside_its_range_is_refused(floor):
    with pytest.raises(ValueError, match="floor"):
        Embeddings(Tiny(), floor=floor)


def test_the_installed_plugin_registers_itself():
    assert "embeddings" in default_plugins().names
    assert next(iter(default_plugins().choose(["embeddings"]))).module is plugin


@pytest.mark.model
def test_the_real_library_fits_the_protocol(newsdiff_plugins):
    library = pytest.importorskip("sentence_transformers", reason="needs the package sentence-transformers")
    encoder = library.SentenceTransformer(os.environ.get(VARIABLE, "all-MiniLM-L6-v2"))

    assert numbers(LEFT, RIGHT, newsdiff_plugins("numbers", Embeddings(encoder, floor=0.2))) == ["number-conflict"]
