"""What a time is the time of: the words before it bound it, the nearest verb says what happened then."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language.happening import happening
from newsdiff.nouns.spans import Span


@pytest.mark.parametrize(
    ("sentence", "role", "words"),
    [
        ("A man was arrested <on Monday>, police said.", "day", ("arrest",)),
        ("The plant lost power <Saturday> amid the storm.", "day", ("lose", "power")),
        ("<On Monday> the harbour froze.", "day", ("freeze",)),
        ("He paid a fine and on <Monday> left town.", "day", ("leave", "fine")),
        ("The attack on <Saturday> killed four.", "day", ("kill", "attack")),
        ("She won the seat after the vote on <Sunday>.", "day", ("vote",)),
        ("The morning of <March 3> was cold.", "day", ("morning",)),
        ("The agency said that its inspectors had last visited the dam on <24 February>.", "day", ("visit", "dam")),
        ("The wall gave way shortly before <8 pm>.", "day", ("give",)),
        ("The firm announced on <Thursday> that it had shut the mine.", "announcement", ("announce",)),
        ("On <Monday>, the governor unveiled the plan.", "announcement", ("unveil",)),
        ("The mayor said on <Monday> that the bridge would open.", "speech", ("say", "mayor")),
        ("He told reporters <Wednesday> that he would quit.", "speech", ("tell", "reporter")),
        ("In a statement on <Friday>, the union rejected it.", "speech", ("reject", "statement")),
        ("The bridge must open by <Friday>.", "deadline", ("open",)),
        ("The strike goes on until <Friday>.", "end", None),
        ("The mine has been shut since <2014>.", "start", ("shut",)),
        ("It was the lowest level in <seven years>.", "start", None),
        ("The talks began <four days> before the vote.", "counted", ("begin",)),
        ("The <2019> nomination went to Lena Voss.", "noun", ("nomination",)),
        ("<Monday>'s vote was close.", "noun", ("vote",)),
        ("The floods of <2019> were worse.", "noun", ("flood",)),
        ("Voss's <2016> election bid failed.", "noun", ("elect",)),
        ("In this <2 January 2026> file photo, a ship leaves.", "filed", ()),
        ("As of <Monday>, nine were missing.", "filed", ()),
        ("Updated: <12 March 2026>", "filed", ()),
    ],
)
def test_a_time_belongs_to_the_happening_of_its_clause(sentence: str, role: str, words: tuple[str, ...] | None) -> None:
    start = sentence.index("<")
    end = sentence.index(">") - 1
    text = sentence.replace("<", "").replace(">", "")

    found = happening(text, Span(0, len(text)), Span(start, end))

    assert found.role == role
    assert words is None or found.words == words


@given(st.text(min_size=3, max_size=80), st.data())
def test_any_place_in_any_text_has_an_answer(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))

    happening(text, Span(0, len(text)), Span(start, end))
