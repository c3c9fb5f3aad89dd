"""Same event: look-alikes are told apart, reports of one event are brought together, and too little text is said."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import Article, extract, same_event
from newsdiff.event.fingerprint import fingerprint
from newsdiff.event.fit import NAMES
from newsdiff.event.same_event import same_days
from newsdiff.page.layout import paragraphs

FERRY_ONE = Article(
    "Ferry sinks off Larnvik, nine dead\n\n"
    "Nine people died when the ferry Solveig Dahl sank off the port of Larnvik on Tuesday evening, the coastguard said."
    " Captain Anders Brekkestad, 58, was among the dead. The vessel left the quay at 7:42 p.m. with 63 people"
    " on board.",
    outlet="Larnvik Post",
    published="2026-02-11",
)
FERRY_TWO = Article(
    "Captain dies as Solveig Dahl goes down\n\n"
    "A ferry with 63 passengers and crew went down near Larnvik late on Tuesday. Rescuers found nine bodies,"
    " among them "
    "that of Anders Brekkestad, 58, who had sailed the Solveig Dahl for a decade. It had cast off at 7:42 p.m.",
    outlet="Coast Radio",
    published="2026-02-11",
)
OTHER_FERRY = Article(
    "Ferry capsizes in Tamarosa bay\n\n"
    "Eleven people died when the ferry Estrela capsized in the bay of Tamarosa on Thursday morning, the"
    " coastguard said."
    " Skipper Joana Meireles, 44, survived. The vessel had left the harbour at 6:15 a.m. with 80 people on board.",
    outlet="Bay Herald",
    published="2026-02-13",
)
FERRY_TRIAL = Article(
    "Shipping line fined over Solveig Dahl\n\n"
    "A court fined the owner of the Solveig Dahl on Monday. Judge Ragna Ulvang said the company had ignored three"
    " warnings about the ramp. Lawyers for the families of Larnvik said they would appeal to the high court in spring.",
    outlet="Larnvik Post",
    published="2026-09-22",
)


def test_two_reports_of_one_event_match_whatever_their_wording():
    match = same_event(FERRY_ONE, FERRY_TWO)

    assert (match.same, match.decided) == (True, True)
    assert match.score > 0.9
    reasons = " ".join(match.reasons)
    for evidence in ("Solveig", "Larnvik", "10 February", "7:42", "58"):
        assert evidence in reasons


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(OTHER_FERRY, id="same kind of event, other place and people"),
        pytest.param(FERRY_TRIAL, id="same affair, seven months on"),
    ],
)
def test_look_alike_events_are_told_apart(other):
    match = same_event(FERRY_ONE, other)

    assert (match.same, match.decided) == (False, True)
    assert match.score < 0.4


FIRST_VERDICT = Article(
    "Okonvale to pay 31 million crowns for cracked boiler\n\n"
    "A jury in Larnvik ordered the boiler maker Okonvale on Wednesday to pay 31 million crowns to a baker,"
    " Joana Meireles, who was scalded when her Okonvale Ember cracked. Okonvale said it would appeal. It faces some"
    " 400 lawsuits over the Ember in Norvania.",
    outlet="Larnvik Post",
    published="2026-05-06",
)
SECOND_VERDICT = Article(
    "Okonvale must pay again over the Ember\n\n"
    "A jury in Tamarosa found on Friday that the boiler maker Okonvale had not warned its customers and awarded a"
    " hotel owner, Ragna Ulvang, 44, after a trial of 12 days, 9 million crowns. Okonvale, which faces hundreds of"
    " lawsuits over the Ember in Norvania, said it would appeal.",
    outlet="Bay Herald",
    published="2026-05-15",
)
FOLLOW_UP = Article(
    "Captain of the Solveig Dahl buried\n\n"
    "Hundreds followed the coffin of Captain Anders Brekkestad in Larnvik on Saturday. Brekkestad, 58, died with eight"
    " others when the ferry Solveig Dahl sank on Tuesday. She had left at 7:42 p.m. with 63 people on board.",
    outlet="Coast Radio",
    published="2026-02-14",
)


def test_two_like_events_of_one_affair_are_told_apart_by_the_days_of_their_leads():
    match = same_event(FIRST_VERDICT, SECOND_VERDICT)

    assert (match.same, match.decided) == (False, True)
    assert "One tells at once of 15 May, the other of 6 May." in match.reasons


def test_a_later_report_that_knows_the_day_of_the_event_is_of_that_event():
    assert same_event(FERRY_ONE, FOLLOW_UP).same


def test_what_speaks_against_is_said_in_words():
    reasons = " ".join(same_event(FERRY_ONE, FERRY_TRIAL).reasons)

    assert "223 days apart" in reasons


@pytest.mark.parametrize(
    "text",
    [
        "",
        "!!!",
        "Nine died.",
        "They said that it had been a long day and that there was nothing left to do but to wait for news there.",
    ],
)
def test_too_little_text_is_not_decided(text):
    match = same_event(Article(text, id="short"), FERRY_ONE)

    assert (match.same, match.decided) == (False, False)
    assert match.score <= 0.5
    assert match.reasons


def test_a_text_is_of_its_own_event_however_short():
    assert same_event(Article("Nine died.", id="a"), Article("Nine died.", id="b")).same
    assert not same_event(Article("", id="a"), Article("", id="b")).decided


def test_swapping_changes_nothing_that_counts():
    for other in (FERRY_TWO, OTHER_FERRY, FERRY_TRIAL):
        one, two = same_event(FERRY_ONE, other), same_event(other, FERRY_ONE)

        assert one == two


def test_articles_and_extractions_give_one_answer():
    left, right = extract(FERRY_ONE, kinds={"date"}), extract(FERRY_TWO, kinds={"date"})

    assert same_event(left, right) == same_event(FERRY_ONE, FERRY_TWO)
    assert same_event(left, FERRY_TWO) == same_event(FERRY_ONE, FERRY_TWO)
    assert same_event(pickle.loads(pickle.dumps(left)), right) == same_event(FERRY_ONE, FERRY_TWO)


def test_publication_on_one_day_alone_is_no_evidence():
    markets = Article(
        "Shares of Okonvale Mining fell by a fifth after its chief executive, Petra Lindqvist, said that the Harrow pit"
        " would stay closed until summer. Analysts at Brandt Meyer had expected it to reopen before the end"
        " of the quarter.",
        published="2026-02-11",
    )

    assert not same_event(FERRY_ONE, markets).same


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_gives_an_answer_that_is_symmetric(a, b):
    left, right = Article(a, id="a"), Article(b, id="b")

    assert same_event(left, right) == same_event(right, left)


@pytest.mark.parametrize(
    "text",
    [
        "9:99 25:61 3:1" * 50,
        "9" * 5000,
        "1:" + "2" * 5000,
        "Feb 31 Feb 0 0 May ½ May ٣ May",
        "\ud800" * 40,
        "aged ² old",
    ],
)
def test_odd_numbers_do_no_harm(text):
    same_event(Article(text, id="odd"), FERRY_ONE)


def _fingerprint(text, published=None):
    return fingerprint(text, [row.span for row in paragraphs(text)], published)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Dana Voss, 41, said so.", {41}),
        ("The 41-year-old said so.", {41}),
        ("A three-year-old boy was found.", {3}),
        ("A woman aged 82 was found.", {82}),
        ("It sold 41, 42, and 43 units.", {42}),  # a list reads like an apposition: tolerated, two must agree
        ("The 41st edition.", set()),
        ("In 2019, 300 years old", set()),
    ],
)
def test_ages(text, ages):
    assert _fingerprint(text).ages == ages


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("It struck at 9:27 a.m. there.", {(9, 27)}),
        ("It struck at 21:27.", {(9, 27)}),
        ("It struck at 9.27 pm.", {(9, 27)}),
        ("It struck at 9 pm.", set()),
        ("It rose by 9.27.", set()),
        ("They won 3:0.", set()),
    ],
)
def test_clock_times_are_exact_to_the_minute(text, clock):
    assert _fingerprint(text).clock == clock


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On 12 March it rained.", {(3, 12)}),
        ("On March 12, 2024, it rained.", {(3, 12)}),
        ("On Sept. 3 it rained.", {(9, 3)}),
        ("In March 2024 it rained.", set()),
        ("It may 12 times.", {(5, 12)}),  # lower-case "may" before a small number is rare enough
    ],
)
def test_days_written_out(text, days):
    assert _fingerprint(text).days == days


def test_weekdays_are_resolved_against_the_publication_date():
    published = FERRY_ONE.published  # a Wednesday

    assert _fingerprint("It happened on Tuesday.", published).days == {(2, 10)}
    assert _fingerprint("It happened yesterday.", published).days == {(2, 10)}
    assert _fingerprint("It happened on Thursday.", published).days == {(2, 5)}
    assert _fingerprint("It happened on Tuesday.").days == set()


def test_a_word_that_only_opens_sentences_is_no_name():
    names = _fingerprint("Mortar fell on Quarrendon. Mortar rounds and mortar shells hit Quarrendon.").names

    assert "quarrendon" in names
    assert "mortar" not in names


def test_models_and_flights_are_names_and_years_are_not():
    names = _fingerprint("Flight 742 of Okonvale Air left late. In May 2019 and June 300 people waited.").names

    assert "742" in names
    assert not {"2019", "300"} & set(names)


def test_reasons_name_people_by_their_whole_names_and_shout_no_datelines():
    left = Article("LARNVIK, Feb 10 - " + FERRY_ONE.text, published="2026-02-11", id="shouting")

    reasons = " ".join(same_event(left, FERRY_TWO).reasons)

    assert "Anders Brekkestad" in reasons
    assert "Solveig Dahl" in reasons
    assert "LARNVIK" not in reasons


def test_a_follow_up_that_names_its_own_day_is_of_the_same_event():
    first = Article(
        "A gunman opened fire on Saturday at a summer fair in Harrow Fell, killing two people and injuring five, the "
        "sheriff of Carrick County, Lena Voss, said. The man fled in a van and was caught near Tarn Hill.",
        published="2026-06-14",
    )
    second = Article(
        "A 31-year-old man was charged on Monday with the murder of two people at the summer fair in Harrow Fell. "
        "Prosecutors said that Joel Marsh had bought the rifle in May. Sheriff Lena Voss of Carrick thanked the town.",
        published="2026-06-15",
    )

    assert same_event(first, second).same
    later = Article(second.text, published="2026-06-29")
    assert same_event(first, later).score < same_event(first, second).score


TULIPS_ONE = Article(
    "Tulip prices tumble below forty crowns as growers panic\n\n"
    "Tulip prices tumbled below forty crowns on Tuesday, as growers dumped bulbs after a banker called them a swindle. "
    "A bulb cost ninety crowns at the start of winter. Traders in Norvania spoke of panic, and an analyst, "
    "Petra Lindqvist, saw no bottom for bulbs.",
    published="2026-02-03",
)
TULIPS_TWO = Article(
    "Tulips fall to lowest in three months, below forty crowns\n\n"
    "Bulbs of tulips were sold for less than forty crowns for the first time since autumn, exchanges showed. Growers "
    "panic and dump their bulbs while prices tumble, said Joel Marsh, a broker. The swindle, as critics call it, has "
    "lost half of what a bulb cost in winter.",
    published="2026-02-04",
)


def test_reports_of_one_day_that_share_a_topic_and_hardly_a_name_pass_with_a_note():
    match = same_event(TULIPS_ONE, TULIPS_TWO)

    assert match.same
    notes = [reason for reason in match.reasons if reason.startswith("By names and numbers they could be two events")]
    assert len(notes) == 1
    assert "tulip" in notes[0].lower()
    months = Article(TULIPS_TWO.text, published="2026-06-04")
    assert not same_event(TULIPS_ONE, months).same


def test_weights_for_articles_of_the_same_days_are_sound():
    weights = same_days()

    assert set(weights) == {*NAMES, "bias"}
    assert weights["strangers"] < 0 < weights["names"]
