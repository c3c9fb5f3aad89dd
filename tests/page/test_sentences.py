"""Sentence boundaries: every row is one paragraph, cut by hand."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from newsdiff.nouns.spans import Span
from newsdiff.page import sentences
from newsdiff.testing import assert_linear
from newsdiff.testing import strategies as news

# "|" stands where one sentence ends and the next begins.
ROWS = {
    "two plain ones": "The dam broke at dawn.| Nobody was hurt.",
    "one without full stop": "Dam breaks near Port Lisse",
    "exclamation and question": "Run!| Who opened the gates?| We did not.",
    "title before a name": "Gen. Ruiz met Dr. Aas and Mrs. Tolan on the quay.",
    "titles in the plural": "Sens. Maro and Tolan objected, as did Govs. Lunde and Aas.",
    "saint and mount": "The road from St. Oban to Mt. Skarn is shut.",
    "initials of a name": "J. K. Maro and Vera T. Lunde signed.| Both left.",
    "initial that is also an abbreviation": "His son is George P. Maro.| V. Lunde is not.",
    "initials without blanks": "A.B. Maro signed the paper.",
    "number of a thing": "Shaft No. 5 collapsed.| No. 6 is safe.",
    "no as an answer": "Was he asked?| He said no.| Police left.",
    "figures and pages": "See fig. 3 and p. 12 of the report.| It is long.",
    "version and section": "Art. 12 of the treaty bans it.| Others disagree.",
    "country with dots": "The U.S. Army and the U.N. Mission agreed.",
    "country with dots at the end": "He fled to the U.S. He never came back.".replace(" He never", "| He never"),
    "dots before an adjective": "The U.S.-led force left.| It was small.",
    "dotted degree": "Ida Lunde, Ph.D., wrote it.| She teaches.",
    "company": "Halden Copper Inc. Chairman Denis Maro resigned.",
    "company at the end": "He runs Halden Copper Inc.| The firm is small.",
    "company before a number": "Skarn Corp. 2026 bonds fell.",
    "month before a day": "It began on Jan. 5 and ended on Feb. 9.| Snow fell.",
    "month at the end": "It began in Jan.| The rest came later.",
    "state": "He lives in Lisse, Calif. Gov. Maro does not.",
    "weekday as a word": "That is where he sat.| Rain fell.",
    "afternoon at the end": "The shift began at 4 p.m.| Miners went down.",
    "afternoon and a day": "The shift began at 4 p.m. Friday in Oban.",
    "afternoon and a zone": "It fell at 9 a.m. GMT on Monday.",
    "decimal": "Output fell 3.5 percent.| Prices rose 0.2 points.",
    "decimal at the end": "The index closed at 62.75.| Traders went home.",
    "bracketed initials": "The book by Ida Lunde (I.K.L.) Maro is out.",
    "money": "It cost $4.2 million.| $3 million is left.",
    "year at the end": "The pit opened in 1987.| 43 men died there.",
    "digit at the end": "The boy was 5.| He lived.",
    "list number": "1. Close the gates.",
    "list number after a sentence": "Do this.| 2. Open the gates.",
    "versus": "The case is Maro v. Halden Copper.| It is old.",
    "and so on": "They took boots, ropes, etc.| The rest stayed.",
    "for instance": "Take, e.g. Oban.| Or take Skarn.",
    "and others": "Lunde et al. Wrote nothing of the sort.",
    "junior": "Denis Maro Jr. Spoke first.",
    "junior at the end": "The first was Denis Maro Jr.| He spoke.",
    "ellipsis before a capital": "We waited...| Nobody came.",
    "ellipsis within": "We waited ... and nobody came.",
    "ellipsis sign": "We waited…| Nobody came.",
    "ellipsis at the start": "...and then the roof fell.",
    "quoted sentences": "“We left. We ran,” said Ana Ruiz.".replace(" We ran", "| We ran"),
    "closing quote": "“We left.”| Nobody asked why.",
    "closing quote and attribution": "“Who opened the gates?” Ana Ruiz asked.",
    "closing quote and lower case": "“Run!” she shouted.| They ran.",
    "straight closing quote": '"We left."| Nobody asked why.',
    "closing quote, opening quote": "“We left.”| “And we ran.”",
    "single quotes": "'We left.'| Nobody asked why.",
    "guillemets": "«We left.»| Nobody asked why.",
    "brackets": "(The gates were shut.)| Nobody asked why.",
    "name that begins small": "The army shelled Skarn.| al-Maro denied it.",
    "product that begins small": "They sell phones.| iCopper is one.",
    "no blank behind the full stop": "The gates were shut.The river rose.",
    "web address": "See www.oban.example.Lisse for more.",
    "brand with a mark": "Yahoo! Maps showed the road.",
    "mixed marks": "You did what?!| We did.",
    "line break within": "The gates were shut.|\nThe river rose.",
    "no-break space": "The gates were shut.|\u00a0The river rose.",
    "tokenised": "The gates were shut .| The river rose .",
    "tokenised title": "Then Mr . Maro left .",
    "tokenised closing quote": 'He said , " we left . "| Nobody came .',
    "tokenised opening quote": 'Nobody came .| " We left , " he said .',
    "all in small letters": "police closed the road.| three people were hurt.",
    "small letters and a title": "the mayor thanked gen. maro.| he left.",
    "small letter behind a full stop": "The site approx. doubled. and then shrank.",
    "all capitals": "THE ROAD IS SHUT.| THREE PEOPLE WERE HURT.",
    "another script": "43人が死亡した.| 警察が発表した.",
    "colon": "Lunde said: the road is shut.| It rained.",
    "pronoun I": "So did I.| We ran.",
    "plan with a letter": "They went for Plan B.| The mayor agreed.",
}
ROWS["no blank behind the full stop"] = "The gates were shut.|The river rose."


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_boundaries(row):
    text = row.replace("|", "")
    wanted = [piece.strip() for piece in row.split("|")]

    assert [span.of(text) for span in sentences.split(text, 0, len(text))] == wanted


def test_offsets_are_those_of_the_whole_text():
    text = "Skip this. The dam broke. Nobody was hurt. Skip that."

    found = sentences.split(text, 11, 42)

    assert found == [Span(11, 25), Span(26, 42)]


@settings(max_examples=200)
@given(news.texts())
def test_sentences_cover_the_paragraph_in_order(text):
    text = text.strip() or "x"
    found = sentences.split(text, 0, len(text))

    assert found[0].start == 0
    assert found[-1].end == len(text)
    for before, after in pairwise(found):
        assert before.end <= after.start
        assert not text[before.end : after.start].strip()


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        ". ",
        "a. ",
        'a. " ',
        "U.S. ",
        ".”",
        "“. ",
        "!? ",
        "… ",
        " ",
        "Mr. ",
        "a.A",
        ".\n",
        "A. B",
        '" ',
        "1. ",
        "al-. ",
    ],
)
def test_time_grows_with_the_text_only(unit):
    assert_linear(
        lambda text: sentences.split(text, 0, len(text)),
        prepare=lambda size: unit * (size // len(unit)),
        size=12_000,
    )
