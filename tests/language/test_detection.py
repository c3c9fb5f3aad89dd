"""The language check: sure of English, sure of others, silent on scraps."""

import pytest
from hypothesis import given

from newsdiff.language.detection import detect
from newsdiff.testing import strategies as news


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that two miners had died in the shaft and that nobody else was missing.",
        "THE MAYOR SAID THAT TWO MINERS HAD DIED IN THE SHAFT AND THAT NOBODY WAS MISSING.",
        "two miners died when the shaft fell in and the mayor said it was the worst day of her life",
        "“The gates,” she said, “were shut by the men who had to keep them open,” and left the room.",
        "Señor Peña of São Lisse said in Óbidos that he was at the café with Jürgen when it fell down.",
    ],
)
def test_english(text):
    assert detect(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Die Rettung sagte, dass zwei Bergleute am Dienstag ums Leben gekommen sind und niemand mehr fehlt.",
        "La alcaldesa dijo que dos mineros murieron en el pozo y que no faltaba nadie más en la mina.",
        "La maire a dit que deux mineurs sont morts dans le puits et que personne ne manque dans la mine.",
        "Il sindaco ha detto che due minatori sono morti nel pozzo e che non manca nessuno della miniera.",
        "De burgemeester zei dat twee mijnwerkers zijn omgekomen in de schacht en dat er niemand wordt vermist.",
        "A prefeita disse que dois mineiros morreram no poço e que não falta mais ninguém na mina do vale.",
        "Мэр сообщила, что в шахте погибли два человека.",
        "市長は坑内で2人が死亡したと述べた。",
        "قالت رئيسة البلدية إن عاملين لقيا حتفهما",
        "La alcaldesa dijo que los mineros murieron",
    ],
)
def test_not_english(text):
    assert detect(text) == "und"


@pytest.mark.parametrize(
    "text",
    ["", " \n", "12 3.5 %", "!!!", "Shaft collapses", "Oban 3 Lisse 1", "Real Lisse win La Copa", "Halden Copper Inc."],
)
def test_too_little_to_tell(text):
    assert detect(text) is None


@given(news.texts())
def test_any_text_gets_one_of_three_answers(text):
    assert detect(text) in ("en", "und", None)


def test_only_the_beginning_is_read():
    english = "The mayor said that two of the miners had died in the shaft. " * 40

    assert detect(english + "Мэр сообщила, что в шахте погибли два человека. " * 1000) == "en"
