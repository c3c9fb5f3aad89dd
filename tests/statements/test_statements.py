"""Statements: who did or did not do what, when two of them oppose each other, and what an article should not lack."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import Article, Extraction, diff
from newsdiff.language.lexicon import header, table
from newsdiff.language.opposites import DATA, rows_of
from newsdiff.page.document import Document
from newsdiff.statements.candidates import oppositions, statements
from newsdiff.statements.central import central, lacking
from newsdiff.statements.opposition import opposition


def _extraction(text, **fields):
    return Extraction(Article(text, **fields), (), frozenset())


def _found(left, right):
    return [(verdict.kind, verdict.reason) for _, _, verdict in oppositions(_extraction(left), _extraction(right))]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        pytest.param(
            "The north bridge was closed on Monday.",
            "The north bridge was open on Monday.",
            "event-status",
            id="one bridge",
        ),
        pytest.param(
            "Petrol prices rose in July, the statistics office said.",
            "Petrol prices fell in July, the statistics office said.",
            "statement-conflict",
            id="one price",
        ),
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
        pytest.param(
            "Ida Varga, chief executive of Solvane, said that shifts would be cut at the Brodno mill.",
            "Ida Varga, chief executive of Solvane, said that no shifts would be cut at the Brodno mill.",
            "statement-conflict",
            id="reported speech of one speaker, however short",
        ),
        pytest.param(
            "Ana Weil, a solicitor, said he would appeal.",
            "Ana Weil said that her client would not appeal.",
            "statement-conflict",
            id="one speaker, nothing but the verb shared",
        ),
        pytest.param(
            "Greta Lind said the black boxes had been recovered and that a first report was due within weeks.",
            "Divers have not recovered the black boxes, according to the marine board.",
            "statement-conflict",
            id="the second thing that was said, and the source, do not dilute the first",
        ),
        pytest.param(
            "The Dallow trust, which holds a third of the votes, backs the merger with Ferrin.",
            "The Dallow trust, which still holds a third, opposes the merger with Ferrin.",
            "statement-conflict",
            id="the main clause goes on behind a relative one",
        ),
        pytest.param(
            "Marek Oll, the broker at the heart of the case, was convicted of fraud.",
            "The broker Marek Oll, who prosecutors said ran the scheme, was acquitted of all charges.",
            "statement-conflict",
            id="an apposition, and a charge that is only pointed at",
        ),
        pytest.param(
            "The tram driver, who survived, was taken to hospital.",
            "The tram driver was among the dead.",
            "statement-conflict",
            id="a relative clause is about the noun before it",
        ),
        pytest.param(
            "Fares in Velden will rise in autumn.",
            "Fares in Velden will not rise in autumn.",
            "statement-conflict",
            id="will, will not",
        ),
        pytest.param(
            "Solvane will close the Brodno plant.",
            "Solvane will keep the Brodno plant open.",
            "event-status",
            id="two opposite plans",
        ),
        pytest.param(
            "The vote on the Karst bill would go ahead, the minister said.",
            "The minister said that the vote on the Karst bill had been called off.",
            "event-status",
            id="what will go on, and what has ended",
        ),
        pytest.param(
            "In May the ferry quay at Brodno was not closed.",
            "In May the ferry quay at Brodno was closed.",
            "event-status",
            id="the month of May is no modal",
        ),
        pytest.param(
            "The stand in Brodno had been checked in May and no cracks had been found.",
            "Engineers found deep cracks in the stand in Brodno in May.",
            "statement-conflict",
            id="no cracks were found, cracks were found",
        ),
        pytest.param(
            "Police found no evidence of arson in Brodno.",
            "Police found evidence of arson in Brodno.",
            "statement-conflict",
            id="a no behind the verb",
        ),
        pytest.param(
            "The driver survived.",
            "The driver was killed.",
            "statement-conflict",
            id="common words that are all there is",
        ),
        pytest.param(
            "The truce in Brodno was holding, monitors said.",
            "The truce in Brodno was violated within an hour.",
            "event-status",
            id="a truce holds, or is violated",
        ),
        pytest.param(
            "The bank of Velden raised its lending rate.",
            "The bank of Velden left its lending rate unchanged.",
            "statement-conflict",
            id="raised, unchanged",
        ),
        pytest.param(
            "The bank of Velden cut its lending rate.",
            "The bank of Velden raised its lending rate.",
            "statement-conflict",
            id="a past tense without an ending",
        ),
        pytest.param(
            "Marek Oll was found guilty of fraud.",
            "Marek Oll was acquitted of fraud.",
            "statement-conflict",
            id="guilty, acquitted",
        ),
        pytest.param(
            "Marek Oll pleaded guilty to fraud.",
            "Marek Oll pleaded not guilty to fraud.",
            "statement-conflict",
            id="pleaded guilty, not guilty",
        ),
        pytest.param(
            "The Brodno rally took place.",
            "The Brodno rally was cancelled.",
            "event-status",
            id="took place, cancelled",
        ),
        pytest.param(
            "Sanctions on Karst were lifted.",
            "Sanctions on Karst were extended.",
            "event-status",
            id="lifted, extended",
        ),
        pytest.param(
            "The governor ruled out a further increase in rents.",
            "A further increase in rents was likely, the governor said.",
            "statement-conflict",
            id="ruled out, likely",
        ),
        pytest.param(
            "No fresh talks are planned in Brodno.",
            "Brodno asked for fresh talks, which are scheduled for Wednesday.",
            "event-status",
            id="none planned, some scheduled",
        ),
        pytest.param(
            "Troops withdrew from Brodno.",
            "Troops remained in Brodno.",
            "event-status",
            id="withdrew, remained",
        ),
        pytest.param(
            "The pilot of the Solvane jet ignored the warning.",
            "The pilot of the Solvane jet heeded the warning.",
            "event-status",
            id="ignored, heeded",
        ),
        pytest.param(
            "The opposition boycotted the Karst vote.",
            "The opposition took part in the Karst vote.",
            "event-status",
            id="boycotted, took part",
        ),
        pytest.param(
            "The army does not intend to shell the Brodno barracks.",
            "The army plans to shell the Brodno barracks.",
            "statement-conflict",
            id="plans, does not intend",
        ),
        pytest.param(
            "The road to Karsa was shut on Monday.",
            "The road to Karsa stayed open on Monday.",
            "event-status",
            id="to before a place is no infinitive",
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
            "Norvik Foods will close the Brodno plant in spring.",
            "Norvik Foods will open a plant in Harrow in spring.",
            id="two plants, told apart by their towns",
        ),
        pytest.param(
            "Petrol prices rose in July, the statistics office said.",
            "House prices fell in July, the statistics office said.",
            id="two prices",
        ),
        pytest.param(
            "The north bridge was closed on Monday.", "The south bridge was open on Monday.", id="two bridges"
        ),
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
        pytest.param(
            "The court convicted Dorn of bribery.",
            "Oll was cleared of bribery by the court.",
            id="done to another",
        ),
        pytest.param(
            "The storm did not damage the quay of Brodno.", "The storm damaged roofs in Brodno.", id="quay, roofs"
        ),
        pytest.param(
            "The mayor of Brodno has not resigned.", "The deputy mayor of Brodno resigned.", id="mayor and deputy"
        ),
        pytest.param(
            "Varga noted that Karst had not crossed the Brodno border.",
            "Karst denies that its troops crossed the Brodno border.",
            id="both deny it",
        ),
        pytest.param(
            "Ida Varga said that shifts would be cut at the Brodno mill.",
            "Ida Varga said that no shifts would be cut at the Harrow foundry.",
            id="one speaker, two places",
        ),
        pytest.param(
            "Ana Weil said she would attend the summit.",
            "Ana Weil said that she would not attend the funeral.",
            id="one speaker, two occasions",
        ),
        pytest.param(
            "Ana Weil said he would appeal.",
            "Piet Roos said that his client would not appeal.",
            id="two speakers",
        ),
        pytest.param(
            "The army said it had not hit the Brodno hospital.",
            "The rebels said the army had hit the Brodno hospital.",
            id="two parties dispute",
        ),
        pytest.param(
            "The Dallow trust, which opposes the dam, backs the merger with Ferrin.",
            "The Dallow trust backs the merger with Ferrin.",
            id="the relative clause has an object of its own",
        ),
        pytest.param(
            "Marek Oll, whose brother Piet was convicted of fraud, was acquitted in Velden.",
            "Marek Oll lives in Velden.",
            id="convicted is the brother",
        ),
        pytest.param(
            "Marek Oll was convicted of bribery.",
            "Marek Oll was acquitted of abuse of office.",
            id="two counts",
        ),
        pytest.param(
            "Marek Oll was convicted of fraud.",
            "Piet Oll was acquitted of fraud.",
            id="one surname, two people",
        ),
        pytest.param(
            "Oll was cleared of fraud. Dorn was convicted of fraud.",
            "Dorn was convicted of fraud. Oll was cleared of fraud.",
            id="two patients, in another order",
        ),
        pytest.param(
            "Fares in Velden will rise in autumn.",
            "Fares in Velden did not rise in spring.",
            id="what will be, what was not",
        ),
        pytest.param(
            "Fares in Velden will rise.",
            "Fares in Velden may not rise.",
            id="will, may",
        ),
        pytest.param(
            "If the board agrees, fares in Velden will rise.",
            "Fares in Velden will not rise, unless wages do.",
            id="on a condition",
        ),
        pytest.param(
            "Karst did not sign the Brodno treaty until May.",
            "Karst signed the Brodno treaty in May.",
            id="not until",
        ),
        pytest.param(
            "Karst will not sign the Brodno treaty before May.",
            "Karst will sign the Brodno treaty in June.",
            id="not before",
        ),
        pytest.param(
            "Solvane said it had received no complaint about the Brodno dyke.",
            "Solvane received a prize for the Brodno dyke.",
            id="no complaint, a prize",
        ),
        pytest.param(
            "Police found no evidence of arson in Brodno.",
            "Police found evidence of theft in Brodno.",
            id="evidence of something else",
        ),
        pytest.param(
            "Police found no evidence of arson in Brodno.",
            "Police looked for evidence of arson in Brodno.",
            id="who looks has not found",
        ),
        pytest.param(
            "Nobody knows why the Solvane barge, under Marek Oll, sank.",
            "It sank when the Solvane barge of Marek Oll was full.",
            id="what nobody knows is the reason",
        ),
        pytest.param(
            "The driver survived.",
            "The passenger was killed.",
            id="two subjects",
        ),
        pytest.param(
            "The driver of the tram survived.",
            "The driver of the lorry was killed.",
            id="two drivers",
        ),
        pytest.param(
            "The Brodno rally was called off.",
            "The Harrow rally went ahead.",
            id="two rallies",
        ),
        pytest.param(
            "Varga won the vote in Velden.",
            "Varga lost the vote in Harrow.",
            id="two votes",
        ),
        pytest.param(
            "Varga never visited the Brodno mine.",
            "Varga visited the Harrow mine.",
            id="two mines",
        ),
        pytest.param(
            "The union accepted the pay offer from Solvane.",
            "The union rejected an earlier pay offer from Solvane.",
            id="an earlier one",
        ),
        pytest.param(
            "The prime minister said that she would not resign over the Brodno leak.",
            "The opposition demanded that the prime minister resign over the Brodno leak.",
            id="what is demanded does not happen",
        ),
        pytest.param(
            "Solvane did not comment on the Brodno plant.",
            "Solvane commented on its results.",
            id="two objects",
        ),
        pytest.param(
            "Crews in Brodno went on strike.",
            "The strike of crews in Brodno was halted.",
            id="on strike is not on and on",
        ),
        pytest.param(
            "Raids by pirates off Brodno have become increasingly bold.",
            "The raids of the pirates off Brodno fell.",
            id="an adverb is no verb",
        ),
        pytest.param(
            "The jet left Brodno without incident.",
            "The incident in Brodno worried the jet's owner.",
            id="without incident says nothing of an incident",
        ),
        pytest.param(
            "Karst would not rule out casting an older singer in Brodno.",
            "Karst cast an older singer in Brodno.",
            id="would not rule out",
        ),
        pytest.param(
            "Marek Oll pleaded guilty to fraud.",
            "Marek Oll was acquitted of fraud.",
            id="a plea is no verdict",
        ),
        pytest.param(
            "The captain of the tug survived when it sank off Harrow.",
            "The cook of the tug died when it sank off Harrow.",
            id="two people of one ship",
        ),
        pytest.param(
            "Solvane's imports rose in Lindland in July.",
            "Solvane's exports fell in Lindland in July.",
            id="two figures of one firm",
        ),
        pytest.param(
            "The race at Velden was suspended for an hour because of fog. It resumed at nine.",
            "The race at Velden resumed at nine after an hour of fog.",
            id="two stages, told at once",
        ),
        pytest.param(
            "The pilot survived the crash near Brodno but died of burns two days later.",
            "The pilot of the crash near Brodno died of burns.",
            id="a second verb without a subject",
        ),
        pytest.param(
            "Ana Varga won the first round in Brodno.", "Ana Varga lost the run-off in Brodno.", id="two rounds"
        ),
        pytest.param(
            "The cyclist survived the crash near Brodno. The driver died.",
            "The driver died in the crash near Brodno.",
            id="of another, told at once",
        ),
    ],
)
def test_what_is_no_opposition_is_left_alone(left, right):
    assert _found(left, right) == []
    assert _found(right, left) == []


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("The envoy will confirm the deal.", "confirm", "future"),
        ("The envoy plans to confirm the deal.", "confirm", "future"),
        ("The envoy can confirm the deal.", "confirm", "ability"),
        ("The envoy wants to confirm the deal.", "confirm", "open"),
        ("The envoy would have confirmed the deal.", "confirm", "open"),
        ("They asked that the envoy confirm the deal.", "confirm", "open"),
        ("The envoy confirmed the deal.", "confirm", "fact"),
    ],
)
def test_modality(text, predicate, modality):
    found = {claim.value.predicate: claim.value.modality for claim in statements(Document(Article(text)))}

    assert found[predicate] == modality


def test_an_article_that_says_both_does_not_disagree_with_one_that_says_one():
    both = "The Brodno quay was closed, the mayor said. The owner said the Brodno quay was open."

    assert _found(both, "The Brodno quay was open.") == []


def test_a_long_run_up_is_left_out_of_what_is_shown():
    text = (
        "Solvane, the company in Brodno which the state owns and which runs the dam and both of the locks there,"
        " admitted that one lock had been opened at night."
    )
    found = next(claim for claim in statements(Document(Article(text))) if claim.value.predicate == "open")

    assert "been opened" in found.surface[:90]


def test_the_statement_that_says_least_else_is_the_one_denied():
    denied = "No lock was opened."
    other = "Villagers asked the mayor in the dark why both locks were opened. One lock was opened."
    pairs = oppositions(_extraction(denied), _extraction(other))

    assert [b.surface for _, b, _ in pairs] == ["One lock was opened"]


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
        ("The envoy said that he would confirm the deal.", "confirm", True, "hypothetical"),
        ("The envoy denied that he had confirmed the deal.", "confirm", True, "hypothetical"),
        ("Last May the envoy confirmed the deal.", "confirm", True, "asserted"),
        ("The envoy received no letter.", "receive", False, "asserted"),
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
        (
            "It was a hard week for sailors. Some 30 hurt after the Solveig Dahl hit a pier in Tamarosa on Friday.",
            False,
        ),
        ("The Solveig Dahl was built in Velden. The storm in Larnvik injured five people who were asleep.", True),
        ("The Solveig Dahl reached Tamarosa late. Its owner is to sell it to a firm in Harrow next spring.", True),
    ],
)
def test_what_another_article_lacks(other, lacks):
    assert any("Two dozen people" in surface for surface in _lacking(TOLL, other)) is lacks


@pytest.mark.parametrize(
    ("text", "other", "lacks"),
    [
        pytest.param(
            "Officials met in Velden all week. The rain is over. Nothing else was new. In all some 6,000 people died in"
            " the border war for the Hessel ridge in 1987.",
            "Guns fell silent for the first time since 1987, when at least 8,000 perished there in the fighting.",
            False,
            id="another verb and figure, one year",
        ),
        pytest.param(
            "Officials met in Velden all week. The rain is over. Nothing else was new. In all some 6,000 people died in"
            " the border war for the Hessel ridge in 1987.",
            "Guns fell silent for the first time in weeks. Three shepherds were killed on the pass on Monday.",
            True,
            id="other dead",
        ),
        pytest.param(
            "Skiff capsizes off Brodno, 22 drown\n\nA skiff capsized off Brodno on Sunday and 22 people drowned.",
            "Toll of Brodno disaster stands at 22\n\nA skipper was held in Brodno after 22 people died on a skiff.",
            False,
            id="headlines word it differently",
        ),
    ],
)
def test_what_is_told_in_other_words_is_not_lacking(text, other, lacks):
    assert bool(_lacking(text, other)) is lacks


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


def test_a_sentence_of_which_the_other_article_opposes_a_clause_lacks_only_the_rest():
    left = Article(
        "Fighting around Dorn\n\nRebels seized the suburb of Dorn on Friday, a monitor said. The army shelled the "
        "suburb at night. The bakery of Dorn stayed open, and its owner, Ana Weil, gave bread to all who asked for it.",
        outlet="Harbour Times",
        language="en",
    )
    right = Article(
        "Fighting around Dorn\n\nThe army repelled the assault on the suburb of Dorn on Friday, a colonel said, adding "
        "that 43 people were killed and 70 injured when shells hit the grain market of Karlo in the days before.",
        outlet="Coast Herald",
        language="en",
    )

    found = diff(left, right, same_event=True).discrepancies
    assert ["event-status"] == [it.kind for it in found if it.left and it.right]
    (lacked,) = (it.right for it in found if it.kind == "statement-omission" and it.right)
    assert lacked.surface.startswith("adding that 43 people were killed")
    assert lacked.surface == right.text[lacked.span.start : lacked.span.end]


@pytest.mark.parametrize(
    ("left", "right", "opposed"),
    [
        ("The ceasefire in Karsa held during the morning.", "The ceasefire in Karsa collapsed in the evening.", False),
        ("The ceasefire in Karsa held on Monday.", "The ceasefire in Karsa collapsed on Tuesday.", False),
        ("The ceasefire in Karsa held on Monday.", "The ceasefire in Karsa collapsed on Monday.", True),
        ("The ceasefire in Karsa held during the morning.", "The ceasefire in Karsa collapsed in the morning.", True),
    ],
)
@pytest.mark.parametrize("published", [None, "2026-03-12"])
def test_days_of_the_week_and_parts_of_a_day_tell_statements_apart(left, right, opposed, published):
    one, two = (Article(text, language="en", published=published) for text in (left, right))

    found = diff(one, two, same_event=True).discrepancies
    assert opposed == any(it.kind == "event-status" for it in found)
