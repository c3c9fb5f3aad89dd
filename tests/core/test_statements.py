"""Statements: who did or did not do what, when two of them oppose each other, and what an article should not lack."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import Article, Extraction
from newsdiff.central import central, lacking
from newsdiff.document import Document
from newsdiff.statements import opposition, oppositions, statements
from newsdiff.text.lexicon import header, table
from newsdiff.text.opposites import DATA, rows_of


def _extraction(text, **fields):
    return Extraction(Article(text, **fields), (), frozenset())


def _found(left, right):
    return [(verdict.kind, verdict.reason) for _, _, verdict in oppositions(_extraction(left), _extraction(right))]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        pytest.param(
            "The army resumed shelling of Tarvik on Monday.",
            "The army halted shelling of Tarvik.",
            "event-status",
            id="a process goes on, or has stopped",
        ),
        pytest.param(
            "Troops of General Okoro seized the Belmar crossing.",
            "Militia fighters repelled an assault on the Belmar crossing.",
            "event-status",
            id="rivals: one side's gain is the other's loss",
        ),
        pytest.param(
            "Fighters seized the Belmar crossing near Tarvik.",
            "Fighters moved on posts near Tarvik on Monday. The attack was repelled.",
            "event-status",
            id="an attack that is only pointed at",
        ),
        pytest.param(
            "The minister confirmed the transfer of the Quarrendon files.",
            "The minister denied the transfer of the Quarrendon files.",
            "statement-conflict",
            id="confirmed, denied",
        ),
        pytest.param(
            "Ferries sailed from Larnvik harbour overnight.",
            "Ferries did not sail from Larnvik harbour overnight.",
            "statement-conflict",
            id="negation of one predicate",
        ),
        pytest.param(
            "The council approved the Harrow tunnel.",
            "The council refused to approve the Harrow tunnel.",
            "event-status",
            id="a verb of refusing negates",
        ),
        pytest.param(
            "Parliament accepts the Velden passport.",
            "Parliament will not accept the Velden passport.",
            "event-status",
            id="a refusal is about the present too",
        ),
        pytest.param(
            "The Okonvale mine was open on Tuesday.",
            "The Okonvale mine was closed on Tuesday.",
            "event-status",
            id="states of a copula",
        ),
        pytest.param(
            "Brandt Meyer sued Okonvale over the Harrow pit.",
            "Okonvale sued Meyer over the Harrow pit.",
            "statement-conflict",
            id="doer and target reversed",
        ),
        pytest.param(
            "Visitors to the Velden reserve need no permit.",
            "A permit is compulsory for visitors to the Velden reserve.",
            "statement-conflict",
            id="no permit, a permit",
        ),
        pytest.param(
            "Captain Brekkestad survived the sinking off Larnvik.",
            "Captain Brekkestad died in the sinking off Larnvik.",
            "statement-conflict",
            id="survived, died",
        ),
    ],
)
def test_opposed_statements_are_found(left, right, kind):
    assert [found for found, _ in _found(left, right)] == [kind]
    assert [found for found, _ in _found(right, left)] == [kind]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "The army resumed shelling of Tarvik.", "The army may halt shelling of Tarvik.", id="what may happen"
        ),
        pytest.param(
            "The army resumed shelling of Tarvik.",
            "The envoy wants to halt shelling of Tarvik.",
            id="what somebody wants",
        ),
        pytest.param("The army resumed shelling of Tarvik.", "The union halted trams in Ostrava.", id="another matter"),
        pytest.param("Lindqvist won the Harrow seat.", "Meireles lost the Harrow seat.", id="two doers, one outcome"),
        pytest.param(
            "The council did not approve the Harrow tunnel.", "The council rejected the Harrow tunnel.", id="not p is q"
        ),
        pytest.param(
            "The court cleared the way for Harrow.", "The Harrow tunnel not only opened but filled.", id="not only"
        ),
        pytest.param(
            "Curbs that were imposed in Velden in spring were lifted.",
            "Velden imposed curbs.",
            id="one tells a sequence",
        ),
        pytest.param(
            "Troops of General Okoro seized the Belmar crossing.",
            "Troops of General Okoro repelled an assault on the Belmar crossing.",
            id="rivals with one doer",
        ),
        pytest.param(
            "A second ferry of the Okonvale line sank in the fjord.",
            "The ferry of the Okonvale line survived in the fjord.",
            id="another one",
        ),
        pytest.param(
            "The army did not shell Tarvik, Colonel Denis Okoro said.",
            "Its spokesman, Colonel Denis Okoro, said it was late.",
            id="who says it is no matter of dispute",
        ),
        pytest.param(
            "Whoever breaks a truce has no place at the table.",
            "Whoever breaks a truce has no place at the table.",
            id="the same words",
        ),
        pytest.param(
            "The envoy warned against seizing Belmar, to keep it from being seized.",
            "Fighters moved on Belmar. The attack was repelled.",
            id="kept from being seized",
        ),
        pytest.param(
            "It was not clear who shelled Tarvik.", "Gunners shelled Tarvik at dawn.", id="what nobody knows may be so"
        ),
        pytest.param(
            "Velden is a town in Harrow.", "They should not stay inside Harrow.", id="a name alone is no matter"
        ),
        pytest.param("Lindqvist met Meireles in Velden.", "Meireles met Lindqvist in Velden.", id="both do it"),
        pytest.param(
            "The council may approve the Harrow tunnel.", "The council did not approve it.", id="may, did not"
        ),
        pytest.param("The strike in Velden began.", "Nothing else is known.", id="nothing shared"),
    ],
)
def test_what_is_no_opposition_is_left_alone(left, right):
    assert _found(left, right) == []
    assert _found(right, left) == []


def test_the_reason_names_both_predicates():
    reason = _found("The army resumed shelling of Tarvik.", "The army halted shelling of Tarvik.")[0][1]

    assert reason == "{left} says “resume”, {right} says “halt”"


def test_an_article_does_not_oppose_itself():
    text = "The army resumed shelling of Tarvik. The council did not approve the Harrow tunnel."

    assert _found(text, text) == []


@pytest.mark.parametrize(
    ("text", "predicate", "polarity", "status"),
    [
        ("The envoy never confirmed the deal.", "confirm", False, "asserted"),
        ("The envoy failed to confirm the deal.", "confirm", False, "asserted"),
        ("The envoy would confirm the deal.", "confirm", True, "hypothetical"),
        ("The envoy asked that talks be resumed.", "resume", True, "hypothetical"),
        ("The envoy confirmed the deal.", "confirm", True, "asserted"),
        ("Talks have not yet resumed.", "resume", False, "asserted"),
    ],
)
def test_predicate_polarity_and_status(text, predicate, polarity, status):
    found = {claim.value.predicate: claim for claim in statements(Document(Article(text)))}

    claim = found[predicate]
    assert (claim.value.polarity, claim.scope.status) == (polarity, status)


@pytest.mark.parametrize(
    "text",
    [
        "Air strikes hit the town.",
        "Hopes of support grew.",
        "The hold of the ship was empty.",
        "The opening of the show was loud.",
    ],
)
def test_nouns_that_look_like_verbs_are_no_predicates_of_the_lexicon(text):
    predicates = {claim.value.predicate for claim in statements(Document(Article(text)))}

    assert not predicates & {"strike", "support", "hold", "open"}


@given(st.text(alphabet='ab A.,"“”;—\n not no resumed halted İ\ud800', max_size=200))
def test_statements_stand_where_they_say(text):
    document = Document(Article(text))

    for claim in statements(document):
        assert claim.surface == text[claim.span.start : claim.span.end]
        assert claim.kind == "statement"


@given(
    st.lists(st.sampled_from("The army resumed did not halt may seize Tarvik Belmar town . , and".split()), max_size=30)
)
def test_opposition_is_symmetric_but_for_the_sides(words):
    claims = statements(Document(Article(" ".join(words))))

    for a in claims:
        for b in claims:
            one, two = opposition(a, b), opposition(b, a)
            assert (one is None) == (two is None)
            if one and two:
                assert (one.kind, one.relation) == (two.kind, two.relation)


TOLL = (
    "Storm batters Larnvik\n\nA storm tore roofs off houses in Larnvik on Friday. Schools closed early. Shops shut.\n\n"
    "Elsewhere the rain brought relief to farmers.\n\n"
    "Two dozen people were injured when the Solveig Dahl ferry rammed the quay at Tamarosa, rescuers said."
)


def _lacking(text, other):
    return [claim.surface for claim in lacking(_extraction(text), _extraction(other))]


def test_central_are_lead_and_people_harmed_with_numbers_first():
    surfaces = _lacking(TOLL, "Nothing is known.")

    assert surfaces[0].startswith("Two dozen people were injured")
    assert any(surface.startswith("A storm tore roofs") for surface in surfaces)
    assert not any("farmers" in surface for surface in surfaces)
    assert len(central(_extraction(TOLL))) >= len(surfaces)


@pytest.mark.parametrize(
    ("other", "lacks"),
    [
        ("At Tamarosa the ferry Solveig Dahl hit the quay and injured 24 people, rescuers said.", False),
        ("A storm tore roofs off houses in Larnvik on Friday and schools closed early.", True),
    ],
)
def test_what_another_article_lacks(other, lacks):
    assert any("Two dozen people" in surface for surface in _lacking(TOLL, other)) is lacks


def test_the_lexicon_is_sound():
    classes = {row[0] for row in table(DATA)}

    assert "licence: MIT" in header(DATA)
    assert classes == {"status", "rivals", "event", "state"}
    for row in table(DATA):
        left, right = (set(side.split()) for side in row[1:])
        assert left
        assert right
        assert not left & right
    assert {"resume", "halt", "call_off", "repel"} <= set(rows_of())
