"""How a speaker is read, how sure that is, and what may be told of two speakers; sentences written for the project."""

import pytest

import newsdiff
from newsdiff import Article, extract
from newsdiff_quotes._antecedents import NOBODY, Mention, features, weighed
from newsdiff_quotes._certainty import READINGS, certainty
from newsdiff_quotes._compare import compare

# text, and of each quotation its speaker and how that was read
READ = [
    ("“We will wait,” Ana Ruiz said.", [("Ana Ruiz", "behind, person")]),
    ("“We will wait,” said Ana Ruiz, the mayor.", [("Ana Ruiz", "behind, person")]),
    ("Ana Ruiz said: “We will wait.”", [("Ana Ruiz", "before, person")]),
    ("Ana Ruiz was there. “We will wait,” she said.", [("Ana Ruiz", "behind, pronoun")]),
    (
        "“We will wait,” Ana Ruiz said. “It takes time.”",
        [("Ana Ruiz", "behind, person"), ("Ana Ruiz", "continued, person")],
    ),
    (
        "“We will wait,” Ana Ruiz said Thursday, “until the boats are back.”",
        [("Ana Ruiz", "behind, person"), ("Ana Ruiz", "before, person")],
    ),
    ("“We will wait, and we know what for.” -Commissioner Ana Ruiz", [("Ana Ruiz", "signature, person")]),
    ("From Chairwoman Ana Ruiz:\n\n“We will wait, and we know what for.”", [("Ana Ruiz", "header, person")]),
    (
        "And from the desk of Ana Ruiz, analyst at Belport Capital:\n\n“Prices will fall for a year.”",
        [("Ana Ruiz", "header, person")],
    ),
    ("The bridge will be shut 'for a month or so', according to Ana Ruiz.", [("Ana Ruiz", "according to, person")]),
    ("Rep. Ana Ruiz (R-Vt.): “We will not have this here.”", [("Ana Ruiz", "label, person")]),
    (
        "“It is over,” Ana Ruiz said on “Belport Today.” “We will all go home.”",
        [("Ana Ruiz", "behind, person"), (None, None), ("Ana Ruiz", "continued, person")],
    ),
    # appositions and relative clauses whose verbs look like nouns
    (
        "Ms. Acton, who manages courses for the firm Cole & Wake, said prices were “quite absurd”.",
        [("Acton", "before, person")],
    ),
    (
        "Alan Stiff, a Democrat of Ohio and a member of the Panel on Ports, said it was “a mess”.",
        [("Alan Stiff", "before, person")],
    ),
    (
        "Sam Lowe, the press officer of the Harbour Party said it was “no big deal” to them.",
        [("Sam Lowe", "before, person")],
    ),
    (
        "Rep. Elias Cumming (D-Md.), chair of the Port Panel, said it was “fully open”.",
        [("Elias Cumming", "before, person")],
    ),
    (
        "Lt. Pete Pagan, a spokesman for the fleet overseeing the Midlands, said they were “aware of it”.",
        [("Pete Pagan", "before, person")],
    ),
    # the way that words took is nobody
    ("“We are sorry for the noise of last night,” the statement said.", [(None, None)]),
    ("“We are sorry for the noise of last night,” Reuters reported.", [(None, None)]),
    ("“We are sorry for the noise of last night,” read a tweet by Ana Ruiz.", [("Ana Ruiz", "behind, person")]),
    ("Ana Ruiz released a statement saying: “We are sorry for the noise.”", [("Ana Ruiz", "shared verb, person")]),
    ("Ana Ruiz posted a message on Chirper reading “Thank you Belport”.", [("Ana Ruiz", "shared verb, person")]),
    (
        "Guild leader Zab Orme said they were sent “to break the strike,” Reuters reported.",
        [("Zab Orme", "before, person")],
    ),
    # nouns that look like verbs of speech, days that look like names
    (
        "Ana Ruiz led a chant. At one point the crowd took up the old chant “Shut the port down!”",
        [("crowd", "no verb of speech, description")],
    ),
    ("On Monday, Ana Ruiz was asked about it. “Of course,” she said.", [("Ana Ruiz", "behind, pronoun")]),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_how_a_speaker_was_read(text, expected):
    found = [claim.value for claim in extract(Article(text), kinds=["quote"]).claims if claim.value.form != "indirect"]

    assert expected == [(value.speaker, value.speaker_reading) for value in found]
    assert all((value.speaker is None) == (value.speaker_certainty is None) for value in found)


def test_so_called_is_nobodys_speech():
    (claim,) = extract(Article("The so called “Harbour Plan” was called off."), kinds=["quote"]).claims

    assert "scare" == claim.value.form


def test_every_mention_of_a_speaker_has_one_number():
    text = "“We wait,” Ana Ruiz said. Ruiz added: “It is late.” “Go home,” she said. “No,” said Jon Bell."
    numbers = [claim.value.speaker_id for claim in extract(Article(text), kinds=["quote"]).claims]

    assert [text.index("Ana Ruiz")] * 3 + [text.index("Jon Bell")] == numbers


# text with one pronoun beside a quotation, and who is meant
PRONOUNS = [
    ("Jon Bell met Tom Ost in Belport. “I told him to leave,” he said.", "Jon Bell"),
    ("Ana Ruiz met Tom Ost in Belport. “I told her to leave,” he said.", "Tom Ost"),
    ("“No,” said Tom Ost.\n\nPresident Jon Bell was told of the fire.\n\n“I am with the town,” he wrote.", "Jon Bell"),
    ("Jon Bell spoke in May. In June, he called the plan “a mess”.", "Jon Bell"),
    ("Jon Bell runs the port. He praised Tom Ost on Friday. “We owe him much,” he said.", "Jon Bell"),
    (
        "Ana Ruiz runs the port. Investigators came on Friday. “They found the investigators’ list,” she said.",
        "Ana Ruiz",
    ),
]


@pytest.mark.parametrize(("text", "meant"), PRONOUNS)
def test_who_a_pronoun_stands_for(text, meant):
    found = [claim.value for claim in extract(Article(text), kinds=["quote"]).claims]

    assert meant == found[-1].speaker


def test_the_shares_of_all_who_can_be_meant_and_of_nobody_add_up_to_one():
    mentions = [Mention("Ruiz", 0, 0, 0, subject=True, opens=True), Mention("Orme", 20, 0, 0)]
    found = weighed(features(mentions, 1, 0, ()))

    assert {"Ruiz", "Orme", NOBODY} == found.keys()
    assert 1.0 == pytest.approx(sum(found.values()))
    assert found["Ruiz"] > found["Orme"]


def test_a_way_that_was_never_measured_is_as_sure_as_its_place():
    assert certainty("behind") == certainty("behind, in a mirror")
    assert certainty("any") == certainty("in a mirror")
    assert certainty(None) is None
    assert "docs/fit_speakers.py" in READINGS.read_text(encoding="utf-8").splitlines()[0]


WORDS = "The gate was shut before the water came in"
SURE = f"“{WORDS},” Ana Ruiz said."

# the other article, and what is told: the words of two people are a conflict only where both are surely read
ASCRIBED = [
    (f"“{WORDS},” said Tom Ost, an engineer.", "conflict"),
    (f"Tom Ost said: “{WORDS}.”", "conflict"),
    (f"Tom Ost and Jon Bell met the crew. “{WORDS},” he said.", "incomparable"),  # a pronoun
    (f"“{WORDS},” the statement said.", "agree"),
    (f"“{WORDS},” Reuters reported.", "agree"),
    (f"“{WORDS},” Ruiz said.", "agree"),
    (f"“{WORDS},” the mayor said.", "agree"),
    (f"“{WORDS},” a spokesman for the port said.", "agree"),
    (f"“{WORDS},” the Harbour Ministry said.", "agree"),
]


@pytest.mark.parametrize(("text", "relation"), ASCRIBED)
def test_two_speakers_are_told_only_where_both_are_surely_read(text, relation):
    left, right = (
        next(claim for claim in extract(Article(it), kinds=["quote"]).claims if claim.value.form == "direct")
        for it in (SURE, text)
    )
    verdict = compare(left, right)

    assert relation == verdict.relation
    assert ("{right}" in verdict.reason) == (relation == "incomparable")


def test_an_unsure_speaker_is_held_back_and_named():
    left = Article(f"The inquiry met in Belport. {SURE}", outlet="Herald")
    right = Article(
        f"The inquiry met in Belport. Tom Ost and Jon Bell met the crew. “{WORDS},” he said.", outlet="Gazette"
    )
    report = newsdiff.diff(left, right, same_event=True)

    assert [] == [it for it in report.discrepancies if it.kind == "quote-attribution"]
    assert ["unsure who says them in Gazette" in it.reason for it in report.held_back if it.kind == "quote-attribution"]
