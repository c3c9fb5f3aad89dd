"""The one tokenizer: exact places, tags, and coarser tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language import tokens as module
from newsdiff.language.english import tokens
from newsdiff.testing import assert_linear
from newsdiff.testing.strategies import texts

TEXTS = st.one_of(texts(), st.text(max_size=80), st.text("aB9.'’- \n,$é\"“", max_size=60))


@pytest.mark.parametrize(
    ("text", "forms", "tags"),
    [
        ("The U.S. said 3rd.", "The U . S . said 3 rd .", "CC.C.w#w."),
        ("“Don’t,” he said", "“ Don ’ t , ” he said", '"C\'w,"ww'),
        ("NATO-led force—1,200 (30%)", "NATO - led force — 1 , 200 ( 30 % )", "A-ww–#,#(#$)"),
        ("$5m; €6: £7!", "$ 5 m ; € 6 : £ 7 !", "$#w;$#;$#."),
        ("Łódź Ålesund Київ a_b", "Łódź Ålesund Київ a _ b", "CCCw_w"),
        (" \n ", "", ""),
        ("", "", ""),
    ],
)
def test_forms_and_tags(text, forms, tags):
    found = tokens(text)

    assert found.forms == forms.split()
    assert found.tags == tags


@pytest.mark.parametrize(
    ("text", "marks", "digits", "forms"),
    [
        ("Nobody's hurt, don’t run", "'’", "", "Nobody's|hurt|,|don’t|run"),
        ("the two-day-old AT&T ban", "-&", "", "the|two-day-old|AT&T|ban"),
        ("'quoted' words - apart", "'-", "", "'|quoted|'|words|-|apart"),
        ("1,200.5 or 3, 4", "", ".,", "1,200.5|or|3|,|4"),
        ("the U.S. and the 20th MH17", ".", "", "the|U.S|.|and|the|20th|MH17"),
        ("a 9/11 plan", "", "/", "a|9/11|plan"),
        ("", "'", "", ""),
    ],
)
def test_coarser_tokens(text, marks, digits, forms):
    found = tokens(text).joined(marks, digits)

    assert "|".join(found.forms) == forms
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == found.forms
    assert len(found.tags) == len(found.forms)


def test_spans_become_tokens_with_the_tag_one_gives_them():
    text = "Some 3.5 million people fled on 4 May."
    found = tokens(text).merged([(5, 16), (32, 37)], "#")

    assert found.forms == ["Some", "3.5 million", "people", "fled", "on", "4 May", "."]
    assert found.tags == "C#www#."


def test_slices_are_found_by_place():
    text = "One died. Two fled."
    found = tokens(text)

    assert [found.forms[index] for index in found.within(10, 19)] == ["Two", "fled", "."]
    assert found.part(10, 19).starts == [10, 14, 18]
    assert tokens(text, 10, 19).starts == [10, 14, 18]
    assert found.span(0, 2).of(text) == "One died"
    assert found.span(4).of(text) == "fled"
    assert [found.touches(index) for index in range(len(found))] == [False, True, False, False, True, False]


@given(TEXTS)
def test_nothing_but_white_space_is_lost_and_offsets_are_exact(text):
    found = tokens(text)

    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == found.forms
    assert "".join(found.forms) == "".join(text.split())
    assert len(found) == len(found.tags) == len(found.lower)


@given(TEXTS, st.sampled_from(["'’", "'-", ".&'’‑-"]), st.sampled_from(["", ".,"]))
def test_coarser_tokens_lose_nothing_and_hold_no_white_space(text, marks, digits):
    found = tokens(text).joined(marks, digits)

    assert "".join(found.forms) == "".join(text.split())
    assert not any(form.split() != [form] for form in found.forms)


def test_what_is_remembered_of_forms_is_bounded(monkeypatch):
    monkeypatch.setattr(module, "_REMEMBERED", 3)
    for text in ("a b c d e", "f g h i j", "k"):
        assert tokens(text).tags == "w" * len(text.split())

    assert len(module._tags) <= 6


@pytest.mark.parametrize("piece", ["a", "a-", "1,", "It's 1,200 a-b. ", " ", "'"])
def test_time_grows_with_the_text(piece):
    assert_linear(lambda text: tokens(text).joined("'-", ".,").lower, prepare=lambda size: piece * size, size=2_000)
