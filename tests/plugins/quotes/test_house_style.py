"""What is house style, what is another wording, and which statements are not one; pairs written for the project."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import Article, Claim, Quotation, Span
from newsdiff_quotes._alike import similarity
from newsdiff_quotes._compare import compare
from newsdiff_quotes._style import forms
from newsdiff_quotes._wording import wording

CUTOFF = 0.5


def claim(words, form="direct", speaker="Ana Ruiz", **fields):
    value = Quotation(form, words, speaker=speaker, **fields)
    return Claim.at(Article(f"She said: {words}"), Span(10, 10 + len(words)), kind="quote", value=value)


STYLE = [
    # acronyms, titles, months, clock
    ("The U.N. must act now on this", "The UN must act now on this"),
    ("The U.S. and the E.U. agree on the port", "The US and the EU agree on the port"),
    ("The A.G.'s office was hostile from the start", "The AG's office was hostile from the start"),
    ("Gov. Marsh was there all night long", "Governor Marsh was there all night long"),
    ("Mr. Ruiz said it to Sen. Bell in person", "Mr Ruiz said it to Senator Bell in person"),
    ("We met on Dec. 3 in the town hall", "We met on December 3 in the town hall"),
    ("The Aug. 12 meeting was a disaster", "The August 12th meeting was a disaster"),
    ("It was 9 a.m. when the siren started", "It was 9am when the siren started"),
    # numbers, shares, money
    ("We lost 3 boats in the storm", "We lost three boats in the storm"),
    ("Some 42 of them came to the hall", "Some forty-two of them came to the hall"),
    ("It hits 1-in-4 of our homes", "It hits one-in-four of our homes"),
    ("It was the 1st site visit of the team", "It was the first site visit of the team"),
    ("The 21st century belongs to the ports", "The twenty-first century belongs to the ports"),
    ("It is up by five per cent this year", "It is up by 5% this year"),
    ("It is up by five percent this year", "It is up by 5 per cent this year"),
    ("It costs $3.2 billion a year to run", "It costs $3.2bn a year to run"),
    ("Some 20,000 people came to see the ship", "Some 20 000 people came to see the ship"),
    # spelling, hyphens, contractions, speech
    ("We will organise the defence of the harbour", "We will organize the defense of the harbor"),
    ("He travelled far and was cancelled twice", "He traveled far and was canceled twice"),
    ("An e-mail came late that night from the port", "An email came late that night from the port"),
    ("They called in air strikes on the pier", "They called in airstrikes on the pier"),
    ("It was a well-known long-term plan", "It was a well known long term plan"),
    ("We're not going to let it happen", "We are not going to let it happen"),
    ("I'm gonna win it for all of you", "I am going to win it for all of you"),
    ("Every kid is askin' me about the boat", "Every kid is asking me about the boat"),
    # names from other alphabets
    ("Captain Muhammad Yusef stayed to the end", "Captain Mohammed Youssef stayed to the end"),
    # marks, brackets, elisions, case
    ("The barge [the Albatross] hit the pier hard", "The barge hit the pier hard"),
    ("The barge (sic) was empty when it hit the pier", "The barge was empty when it hit the pier"),
    ("We saw flames – and then the pier was gone", "We saw flames -- and then the pier was gone"),
    ("THE PORT IS SHUT UNTIL FURTHER NOTICE", "The port is shut until further notice"),
]

# What changes words: verb, number, tense, person, modality, quantity; and how gravely.
WORDING = [
    ("We stay in the port tonight", "We stayed in the port tonight", 1),
    ("The boats were lost in the storm", "The boat was lost in the storm", 1),
    ("I stay with the port and its people", "We stay with the port and its people", 2),
    ("The talks will fail before the week is out", "The talks may fail before the week is out", 2),
    ("The port must be shut at once", "The port should be shut at once", 2),
    ("It got into this fierce fight last night", "It got into a fierce fight last night", 1),
    ("It was denied to our crews twice", "It was promised to our crews twice", 2),
    ("We can do it in five days from now", "We can do it in six days from now", 3),
    ("Many boats in the bay are insured", "Few boats in the bay are insured", 3),
]

# Statements on one topic, by one speaker, that are not one statement.
NEIGHBOURS = [
    ("The owners never asked the harbour for permission to sail", "The harbour never had enough pilots for such ships"),
    ("Vesland's leaders deny that they ever wanted the bomb", "Vesland must never have the bomb in its hands"),
    (
        "The court said that the council must respect my beliefs about marriage",
        "It is hard to believe that the council punished me for living by my beliefs about marriage",
    ),
    ("I do not see any reason for the athletes to stay at home", "The board has let in all clean athletes"),
    ("I have a friend down there who has been hurt", "The fire took his life while he gave our friends time"),
]


@pytest.mark.parametrize(("left", "right"), STYLE)
def test_house_style_is_no_wording(left, right):
    verdict = compare(claim(left), claim(right))

    assert "agree" == verdict.relation
    assert verdict.reason in ("house style", "the same words")


@pytest.mark.parametrize(("left", "right", "importance"), WORDING)
def test_another_form_or_word_is_told(left, right, importance):
    verdict = compare(claim(left), claim(right))

    assert ("variation", "quote-wording") == (verdict.relation, verdict.kind)
    assert importance <= verdict.importance
    assert verdict.edits


@pytest.mark.parametrize(("left", "right"), NEIGHBOURS)
def test_statements_on_one_topic_are_not_one(left, right):
    assert similarity(claim(left), claim(right)) < CUTOFF


def test_brief_statements_of_one_thing_are_one():
    assert similarity(claim("The gate must be shut now"), claim("The gate should be shut down")) >= CUTOFF
    assert similarity(claim("The gate must be shut now"), claim("The road should be cleared now")) < CUTOFF


def test_a_fragment_lets_another_rendering_of_the_whole_go_first():
    whole = "The council will rebuild the pier and the market hall before the winter comes"
    other = "The council will rebuild the pier and the fish market before the winter comes"

    assert similarity(claim(whole), claim(other)) > similarity(claim("rebuild the pier", "mixed"), claim(other))


@pytest.mark.parametrize(
    ("fragment", "context", "whole", "importance"),
    [
        ("ransom to the pirates", "He paid a “ransom to the pirates”.", "a $2.5 million ransom to the pirates", 2),
        ("reckless acts", "He spoke of “reckless acts”.", "This is one of many reckless acts", 2),
        ("reckless acts", "He spoke of many “reckless acts”.", "This is one of many reckless acts", None),
        ("a safe port", "It is “a safe port”.", "We all want the safe port", None),
        ("pay for the wall", "He would “pay for the wall” if asked.", "If I am asked I will pay for the wall", None),
    ],
)
def test_what_a_fragment_may_leave_out(fragment, context, whole, importance):
    verdict = compare(claim(fragment, "mixed", context=context), claim(whole))

    assert importance == (verdict.importance if verdict.relation == "variation" else None)


def test_no_is_a_negation_only_where_something_is_denied():
    plain = compare(claim("So no, the child was not hurt at all"), claim("The child was not hurt at all"))
    turned = compare(claim("There is no risk that the wall will fall"), claim("The wall will fall"))

    assert plain.importance is None or plain.importance < 3
    assert 3 == turned.importance


def test_two_people_who_are_both_named_do_not_word_one_statement():
    left = claim("It is a black day for the town", speaker="Jon Bell")
    right = claim("It is a great day for the town", speaker="Mira Quill")

    assert "incomparable" == compare(left, right).relation


@given(st.text(max_size=30))
def test_every_piece_has_the_same_forms_every_time_and_none_is_empty(piece):
    found = wording(piece)

    assert all(word.form and word.norm for word in found.words)
    assert [forms(it) for it in piece.split()] == [forms(it) for it in piece.split()]
