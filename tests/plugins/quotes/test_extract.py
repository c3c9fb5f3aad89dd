"""Forms, channels, stances, utterances and reported clauses; and texts that must not hurt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdiff
from newsdiff import Article, Document
from newsdiff.testing import assert_linear
from newsdiff_quotes._extract import extract


def claims(text):
    return list(extract(Document(Article(text))))


def only(text):
    (claim,) = claims(text)
    return claim


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“We will stay,” Ana Ruiz said.", "direct"),
        ("Ana Ruiz said: “We will stay.”", "direct"),
        ("Ana Ruiz said, “We will stay.”", "direct"),
        ("Ana Ruiz said they would “stay for good”.", "mixed"),
        ("Ana Ruiz called it “a disaster”.", "mixed"),
        ("Ana Ruiz said that they would stay for good.", "indirect"),
        ("The so-called “safe zone” was shelled.", "scare"),
    ],
)
def test_form(text, form):
    assert form == only(text).value.form


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("“We will stay,” Ana Ruiz told Reuters.", "Reuters"),
        ("“We will stay,” Ana Ruiz said, according to the state news agency TASS.", "TASS"),
        ("Interfax quoted Ana Ruiz as saying: “We will stay.”", "Interfax"),
        ("“We will stay,” Ana Ruiz was quoted as saying by Xinhua.", "Xinhua"),
        ("“We will stay,” Ana Ruiz said in an interview with Al Jazeera.", "Al Jazeera"),
        ("“We will stay,” Ana Ruiz said on Monday.", None),
        ("“We will sue Reuters,” Ana Ruiz said.", None),
    ],
)
def test_channel(text, channel):
    claim = only(text)

    assert (channel, "Ana Ruiz") == (claim.value.channel, claim.value.speaker)


@pytest.mark.parametrize(
    ("cue", "stance"), [("said", "neutral"), ("claimed", "claiming"), ("admitted", "conceding"), ("denied", "denying")]
)
def test_stance(cue, stance):
    assert (cue, stance) == (lambda value: (value.cue, value.stance))(only(f"Ana Ruiz {cue}: “It was us.”").value)


def test_title_and_name_are_apart():
    value = only("“We will stay,” Foreign Minister Ana Ruiz said.").value

    assert ("Ana Ruiz", "Foreign Minister") == (value.speaker, value.speaker_title)


def test_the_mention_stays_the_mention():
    text = "Ana Ruiz came. “We will stay,” she said."
    claim = next(claim for claim in claims(text) if claim.value.form == "direct")

    assert ("she", "Ana Ruiz") == (claim.value.speaker_span.of(text), claim.value.speaker)
    assert "Ana Ruiz" == claim.attribution


def test_pieces_of_a_split_quotation_are_one_utterance():
    first, second = claims("“We will stay,” Ana Ruiz said, “and we will win.”")

    assert first.value.utterance == second.value.utterance == first.span.start


def test_paragraphs_of_one_quotation_are_one_utterance():
    found = claims("“We will stay,” Ana Ruiz said.\n\n“We have bread.\n\n“We have water.”")

    assert {found[0].span.start} == {claim.value.utterance for claim in found}


def test_two_quotations_are_two_utterances():
    first, second = claims("“We will stay,” Ana Ruiz said. Jon Bell said: “We will go.”")

    assert first.value.utterance is None
    assert second.value.utterance is None


REPORTED = [
    ("Ana Ruiz said that the bridge had been closed for years.", "the bridge had been closed for years"),
    ("Ana Ruiz said the bridge had been closed for years.", "the bridge had been closed for years"),
    ("Ana Ruiz, the mayor of Belport, said the bridge was closed.", "the bridge was closed"),
    ("The bridge had been closed for years, Ana Ruiz said on Monday.", "The bridge had been closed for years"),
    ("Ana Ruiz told reporters on Friday that the bridge was closed.", "the bridge was closed"),
    ("Ana Ruiz accused the firm of hiding the broken steel.", "hiding the broken steel"),
    ("Ana Ruiz vowed to rebuild the bridge before winter.", "to rebuild the bridge before winter"),
    ("Ana Ruiz has denied that the firm was ever warned.", "the firm was ever warned"),
    ("The Interior Ministry said the bridge had been closed.", "the bridge had been closed"),
]

NOT_REPORTED = [
    "Officials said the bridge had been closed.",  # nobody named
    "Ana Ruiz said nothing about the bridge.",
    "Ana Ruiz said goodbye to the people of Belport.",
    "The head of the Interior Ministry said the bridge was closed.",
    "Ana Ruiz added two goals after the break in Belport.",
    "What Ana Ruiz said was of no interest to the court at all.",
]


@pytest.mark.parametrize(("text", "clause"), REPORTED)
def test_a_reported_clause_with_a_named_source(text, clause):
    claim = only(text)

    assert ("indirect", clause) == (claim.value.form, claim.surface)
    assert claim.value.speaker in ("Ana Ruiz", "Interior Ministry")


@pytest.mark.parametrize("text", NOT_REPORTED)
def test_no_reported_clause(text):
    assert [] == claims(text)


@pytest.mark.parametrize(
    "piece",
    [
        "“He said ", "‘s ", "really ", "and say ", "Ana Ruiz said “a” ", "said Jon Bell, ", "“a”, ", "who said ",
        ", of ",        "he said “x” ", "Jon told ", "A. ", "according to ", ", said Ana ", ", the ministry said ",
        "According to Ana, was ", ", his spokesman said on Friday. ", "Ana said that she was here, Ruiz said. ",
        "“a,” Ana said in March 2014. ", ", its commander, Ana, said ",
    ],
)  # fmt: skip
def test_a_hostile_text_takes_linear_time(piece):
    assert_linear(claims, prepare=lambda size: "“Go,” she said. " + piece * (size // len(piece)), size=1_500)


@pytest.mark.parametrize("mark", ['"', "“", "”", "„", "«", "»", "'", "‘", "’", "''", "``", "„“", "“'"])
@pytest.mark.parametrize("form", ["{}a", "{} a", " {}s ", "{}said He ", "a{}. "])
def test_unbalanced_marks_of_every_style_take_linear_time(mark, form):
    piece = form.format(mark)

    assert_linear(claims, prepare=lambda size: piece * (size // len(piece)), size=7_000)


@given(st.text(alphabet="aAs .,:;\n\"'“”‘’-—said hetold", max_size=150))
def test_any_text_gives_claims_inside_it(text):
    for claim in claims(text):
        assert claim.span.of(text) == claim.surface
        assert claim.value.speaker_span is None or claim.value.speaker_span.end <= len(text)


def test_a_quotation_that_lost_its_condition_is_reported():
    left = Article("“We will sign the treaty if the prisoners are freed,” Ana Ruiz said in Belport.", outlet="Herald")
    right = Article("Ana Ruiz said in Belport: “We will sign the treaty.”", outlet="Times")
    (found,) = newsdiff.diff(left, right, same_event=True).discrepancies

    assert ("quote-truncation", "variation", 3) == (found.kind, found.relation, found.importance)


def test_a_piece_of_a_long_quotation_is_no_discrepancy():
    long = "“We will rebuild the bridge before winter. The harbour stays open for the fishing fleet,” Ana Ruiz said."
    left = Article(f"Belport debates. {long}", outlet="Herald")
    right = Article("Belport debates. Ana Ruiz said the harbour “stays open for the fishing fleet”.", outlet="Times")
    report = newsdiff.diff(left, right, same_event=True)

    assert [] == [item for item in report.discrepancies if item.kind in ("quote-wording", "quote-truncation")]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (
            "The pause should go on for families to leave and for “our partners to keep their word,” Ana Ruiz said.",
            ["The pause should go on for families to leave"],
        ),
        ("The ferry was late and its crew was “dead tired,” said Ana Ruiz.", ["The ferry was late and its crew"]),
        ("He called it “a mess,” Ana Ruiz said.", []),
        ("Ana Ruiz said the ferry was late and its crew was “dead tired”.", []),
        ("“It was late,” Ana Ruiz said. The ferry was late and its crew was “dead tired”.", []),
    ],
)
def test_the_clause_before_marked_words_is_reported_speech_too(text, reported):
    found = [claim for claim in claims(text) if claim.value.form == "indirect"]

    assert reported == [claim.surface for claim in found]
    assert all("Ana Ruiz" == claim.value.speaker for claim in found)
