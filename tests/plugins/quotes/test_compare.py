"""Pairs of renderings written for the project: what must be reported, how gravely, and what must not be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdiff
from newsdiff import Article, Claim, Quotation, Span, Timex
from newsdiff_quotes._alike import same_speaker, similarity
from newsdiff_quotes._compare import compare, merge, omission
from newsdiff_quotes._parts import parts

CUTOFF = 0.5


def claim(words, form="direct", speaker="Ana Ruiz", utterance=None, before="He said: ", **fields):
    text = before + words
    span = Span(len(before), len(text))
    value = Quotation(form, words, speaker=speaker, utterance=utterance, **fields)
    return Claim.at(Article(text), span, kind="quote", value=value)


def found(left, right):
    """What a comparison of two articles reports of quotations: kind, relation and importance."""
    articles = Article(left, outlet="Herald"), Article(right, outlet="Gazette")
    report = newsdiff.diff(*articles, same_event=True, min_confidence=0)
    back = newsdiff.diff(*articles[::-1], same_event=True, min_confidence=0)

    assert report.discrepancies == back.flipped().discrepancies
    return [(it.kind, it.relation, it.importance) for it in report.discrepancies if it.kind.startswith("quote-")]


SAME = [  # nothing that a reader would call a difference
    ("We will not leave.", "“We will not leave”"),
    ("We will not leave", "we will not leave,"),
    ("It’s over.", "It's over!"),
    ("We don't know who did it", "We do not know who did it"),
    ("They cannot win this war", "They can't win this war"),
    ("The programme cost 5,000 crowns", "The program cost 5000 crowns"),
    ("Five men came to the door", "5 men came to the door"),
    ("We organised the defence of the town", "We organized the defense of the town"),
    ("Unemployment fell to 4 percent last year", "Unemployment fell to 4% last year"),
    ("I’m gonna fight this in court", "I’m going to fight this in court"),
    ("He were [sic] never in the building", "He were never in the building"),
    ("He [the mayor] never came to the harbour", "He never came to the harbour"),
    ("[Bell] never came to the harbour", "He never came to the harbour"),
    ("Uh, we lost the boat in the storm", "We lost the boat in the storm"),
    ("The so-called ‘peace’ is a war by other means", "The so-called peace is a war by other means"),
    ("We wait … and we hope", "We wait ... and we hope"),
    ("The ceasefire, which we signed, holds.", "The ceasefire which we signed holds"),
    ("The well-known writer was arrested at home", "The well known writer was arrested at home"),
    ("MPs must vote now", "MPs must vote now…"),
    ("I mean, look, we lost the boat in the storm", "We lost the boat in the storm"),
    ("We lost, you know, the whole boat that night", "We lost the whole boat that night"),
    ("We will, we will rebuild the old bridge", "We will rebuild the old bridge"),
    ("Nobody told us about the leak, nobody", "Nobody told us about the leak — nobody"),
]

PART = [  # a faithful piece, printed as a piece: (fragment, its form, whole)
    ("leave the harbour tonight", "mixed", "The fleet will leave the harbour tonight whatever the weather"),
    ("a gift to smugglers", "mixed", "This law is a gift to smugglers and to nobody else"),
    ("whatever the weather", "mixed", "The fleet will leave the harbour tonight whatever the weather"),
    ("We checked the bridge twice.", "direct", "We checked the bridge twice. It was safe on both days."),
    ("It was safe on both days.", "direct", "We checked the bridge twice. It was safe on both days."),
    ("never forget this night", "mixed", "We will never forget this night on the river"),
    ("not negotiable", "mixed", "The border is not negotiable and will stay where it is"),
    ("unless the shelling stops", "mixed", "We will not talk unless the shelling stops"),
]

GRAVE = [  # a cut that turns the sense: importance 3
    ("We will leave the harbour", "direct", "We will leave the harbour unless the storm passes"),
    ("We accept the plan", "direct", "We accept the plan if the prisoners are freed"),
    ("leave the harbour", "mixed", "We will not leave the harbour"),
    ("a threat to our neighbours", "mixed", "We were never a threat to our neighbours"),
    ("The army will withdraw its troops", "direct", "The army will withdraw its troops only when the talks begin"),
    ("He is guilty of treason", "direct", "Nobody says he is guilty of treason"),
    ("We shall reopen the school", "direct", "If the inspectors agree we shall reopen the school"),
    ("The dam is safe for the village", "direct", "The dam is safe for the village until the spring floods"),
    ("We support the treaty with Vesland", "direct", "We support the treaty with Vesland, but not its secret annex"),
    ("Every prisoner will come home", "direct", "Every prisoner will come home except the officers"),
]

CUT = [  # a cut inside a sentence that leaves the sense: a variation, less grave
    ("The mine was closed", "The mine was closed because the owners refused to repair the old ventilation shafts"),
    (
        "The minister lied to the inquiry about the tanker",
        "The minister lied to the inquiry about the tanker and about the poisoned river",
    ),
    ("We lost our houses in the flood", "We lost our houses, our animals and all our winter stores in the flood"),
    ("The rebels shelled the market", "Yesterday at dawn the rebels shelled the market"),
]

WORDING = [  # altered words: (one, other, importance)
    ("We lost 14 men that night on the ridge", "We lost 40 men that night on the ridge", 3),
    ("We will attack the port", "We will not attack the port", 3),
    ("The strike on the port was necessary", "The strike on the port was illegal", 3),
    ("The governor considers it unwise to reopen the pass", "The governor considers it untimely to reopen the pass", 3),
    ("We met the envoy from Vesland at the border", "We met the envoy from Norrland at the border", 3),
    ("All the hostages were freed at the crossing", "Most of the hostages were freed at the crossing", 3),
    ("unwise to resume the talks at this moment", "untimely to resume the talks at this moment", 3),
    ("The regime attacked the village with rockets", "The government attacked the village with rockets", 2),
    ("They must answer for the sunken ferry", "They may answer for the sunken ferry", 2),
    ("We stopped the gunmen near the old mill", "We repelled the gunmen near the old mill", 2),
    ("The company will compensate the families of the miners", "The company will help the families of the miners", 2),
    ("We demand the release of the crew", "We request the release of the crew", 2),
]

TRANSLATED = [  # one statement, two translators
    (
        "In case of dire need the fleet keeps the right to use every means to defend the convoy",
        "in an emergency the fleet retains the right to employ every means for the defence of the convoy",
    ),
    (
        "unadvisable at the present stage to reopen the northern pass",
        "The governor considers it inopportune at the present stage to reopen the northern pass",
    ),
    (
        "The wounded and the fighters who wish to leave the island must be let through",
        "The wounded and those fighters wanting to leave the island have to be allowed through",
    ),
    (
        "Our partners promised to separate the moderate clans from the smugglers and failed",
        "Our partners took on the obligation to separate the moderate clans from the smugglers but did not fulfil it",
    ),
]

OTHERS = [  # different utterances, also by one speaker on one topic: never aligned
    ("The talks failed because nobody wanted peace", "We want schools and roads for our children"),
    ("The strike was a crime", "The strike will end on Monday if wages rise"),
    ("We will rebuild the bridge before winter", "The bridge fell because the steel was rotten"),
    ("I am grateful to the firefighters of Belport", "The firefighters were never told about the gas"),
    ("Our army is ready", "Our schools are closed"),
    ("Yes", "No"),
    ("The court has spoken", "The president has spoken to the nation about the court"),
    ("He was a good man and a good father", "She is a good doctor and works hard"),
    ("This budget helps farmers", "Farmers pay for this government’s mistakes with their lives"),
    ("The border stays closed until further notice", "We found nine people hiding at the border"),
    ("a disgrace", "a triumph"),
    ("The ministry denies every word of the report", "The report names four officials of the ministry"),
]


def verdicts(a, b):
    there, back = compare(a, b), compare(b, a)
    assert (there.relation, there.kind, there.importance) == (back.relation, back.kind, back.importance)
    assert tuple(edit.flipped() for edit in back.edits) == there.edits
    return there


@pytest.mark.parametrize(("one", "other"), SAME)
def test_typography_spelling_and_glosses_are_no_difference(one, other):
    assert "agree" == verdicts(claim(one), claim(other)).relation


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_words_align(one, other):
    assert similarity(claim(one), claim(other)) >= CUTOFF


@pytest.mark.parametrize(("piece", "form", "whole"), PART)
def test_a_faithful_piece_is_an_agreement(piece, form, whole):
    verdict = verdicts(claim(piece, form, utterance=3 if form == "direct" else None), claim(whole))

    assert "compatible" == verdict.relation


@pytest.mark.parametrize(("piece", "form", "whole"), GRAVE)
def test_a_cut_condition_or_negation_is_grave(piece, form, whole):
    verdict = verdicts(claim(piece, form), claim(whole))

    assert ("variation", "quote-truncation", 3) == (verdict.relation, verdict.kind, verdict.importance)


@pytest.mark.parametrize(("piece", "whole"), CUT)
def test_a_cut_inside_a_sentence_is_a_truncation(piece, whole):
    verdict = verdicts(claim(piece), claim(whole))

    assert ("variation", "quote-truncation") == (verdict.relation, verdict.kind)
    assert verdict.importance < 3


@pytest.mark.parametrize(("one", "other", "importance"), WORDING)
def test_altered_words(one, other, importance):
    verdict = verdicts(claim(one), claim(other))

    assert ("variation", "quote-wording", importance) == (verdict.relation, verdict.kind, verdict.importance)
    assert similarity(claim(one), claim(other)) >= CUTOFF


@pytest.mark.parametrize(("one", "other"), TRANSLATED)
def test_translations_of_one_statement_align_and_are_worded_differently(one, other):
    verdict = verdicts(claim(one), claim(other))

    assert similarity(claim(one), claim(other)) >= CUTOFF
    assert ("variation", "quote-wording") == (verdict.relation, verdict.kind)
    assert "worded differently" in verdict.reason
    assert "misquoted" not in verdict.reason


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_different_utterances_never_align(one, other):
    assert similarity(claim(one), claim(other)) < CUTOFF


WORDS = "The bridge was closed for two years because of the rotten steel"

SPEAKERS = [
    ("Dmitry Orlov", "Orlov", True),
    ("Dmitry Orlov", "Dmitri Orlov", True),
    ("Sergei Rudin", "Sergey Rudin", True),
    ("Li Tao", "LI Tao", True),
    ("Ana Ruiz", "Jon Bell", False),
    ("Ana Ruiz", "police", None),
    ("Ana Ruiz", None, None),
    ("Interior Ministry", "Ana Ruiz", None),
    ("Anna Ruiz", "Ana Ruiz", True),
    ("John Bell", "J. Bell", True),
]


@pytest.mark.parametrize(("one", "other", "same"), SPEAKERS)
def test_one_speaker(one, other, same):
    assert same is same_speaker(one, other)
    assert same is same_speaker(other, one)


@pytest.mark.parametrize(("one", "other", "same"), SPEAKERS)
def test_the_same_words_of_two_people_are_a_conflict_and_of_two_names_none(one, other, same):
    verdict = verdicts(claim(WORDS, speaker=one), claim(WORDS, speaker=other))

    assert ("conflict" if same is False else "agree") == verdict.relation
    assert similarity(claim(WORDS, speaker=one), claim(WORDS, speaker=other)) >= CUTOFF


def test_like_words_of_two_people_are_two_utterances():
    one = claim("We will rebuild the bridge before winter", speaker="Ana Ruiz")
    other = claim("We will rebuild the school before spring", speaker="Jon Bell")

    assert 0 == similarity(one, other)


REPORTED = [  # a quotation here, a paraphrase there
    ("We will rebuild the bridge before winter", "the bridge would be rebuilt before winter", "compatible"),
    ("We will not rebuild the bridge before winter", "the bridge would be rebuilt before winter", "variation"),
    ("The talks are over", "negotiations with the rebels had ended", "compatible"),
]


@pytest.mark.parametrize(("quoted", "reported", "relation"), REPORTED)
def test_a_paraphrase_differs_only_where_it_turns_the_sense(quoted, reported, relation):
    assert relation == verdicts(claim(quoted), claim(reported, "indirect")).relation


SPLICED = [  # parts that stood apart, joined without a mark: (rendering, utterance, importance)
    ("The bridge is closed to lorries", "The bridge is safe and the tunnel is closed to lorries", 3),
    (
        "The minister lied about the poisoned river",
        "The minister warned the inquiry in time and the company lied about the poisoned river",
        3,
    ),
    (
        "Our farmers stole the seed corn",
        "Our farmers worked through the night while the smugglers stole the seed corn",
        3,
    ),
    (
        "I take full responsibility for the flood",
        "I take full part in the rescue and he has responsibility for the flood",
        3,
    ),
    (
        "The governor opened the sluices and found the valley dry",
        "The governor opened the sluices in May when nobody was there and in June he came and found the valley dry",
        3,
    ),
    (
        "We checked the old pier and closed the harbour",
        "We checked the old pier in the spring, we repaired what was rotten and closed the harbour",
        2,
    ),
]

NOT_SPLICED = [  # marked, or no more than what an editor may leave out: (rendering, utterance)
    ("The bridge is … closed to lorries", "The bridge is safe and the tunnel is closed to lorries"),
    ("The bridge is [...] closed to lorries", "The bridge is safe and the tunnel is closed to lorries"),
    ("The ceasefire holds along the whole river", "The ceasefire, which we signed in May, holds along the whole river"),
    ("We will rebuild the bridge before winter", "We will, we will rebuild the bridge before winter"),
    ("We lost the whole boat that night", "We lost, you know, the whole boat that night"),
    ("The wall came down in the night", "The wall, which nobody had checked for years, came down in the night"),
    ("The mayor lied to the inquiry", "The mayor, who has led the town since the war, lied to the inquiry"),
    ("We lost our houses in the flood", "We lost our houses, our animals and all our winter stores in the flood"),
    ("The dam held and the valley was safe", "The dam held, as everybody could see, and the valley was safe"),
    ("We rebuilt the old bridge with our own hands", "We rebuilt the old wooden bridge with our own two hands"),
    ("The talks begin on Monday", "The talks begin in Port Lisse on Monday"),
]

REORDERED = [  # the same words in another order: (one, other, importance)
    ("If the council pays we will rebuild the bridge", "We will rebuild the bridge if the council pays", 1),
    ("Yesterday at dawn the rebels shelled the market", "The rebels shelled the market yesterday at dawn", 1),
    ("In Belport nobody believes the company", "Nobody believes the company in Belport", 1),
    ("The army attacked the rebels near the old mill", "The rebels attacked the army near the old mill", 3),
    ("Only the army fired at the crowd", "The army fired only at the crowd", 3),
    ("The firm owes the town an answer", "The town owes the firm an answer", 3),
]

REPORTED_OTHERWISE = [  # a paraphrase that is no faithful one: (quoted, reported, kind, importance)
    (
        "We lost 14 boats in the storm on Monday",
        "the town had lost 40 boats in the storm on Monday",
        "quote-wording",
        3,
    ),
    (
        "The order came from Governor Hale that very night",
        "the order had come from Governor Brandt that very night",
        "quote-wording",
        3,
    ),
    (
        "The pause will allow the wounded and the fighters to leave the city",
        "the pause would allow civilians to leave the city",
        "quote-wording",
        3,
    ),
    (
        "We may close the harbour before the winter",
        "they would close the harbour before the winter",
        "quote-wording",
        2,
    ),
    ("We must pay the miners by Friday", "they might pay the miners by Friday", "quote-wording", 2),
    (
        "We will close the harbour before winter if the storms go on",
        "they would close the harbour before winter",
        "quote-truncation",
        2,
    ),
    (
        "The prisoners will go home unless the shelling begins again",
        "the prisoners would go home",
        "quote-truncation",
        2,
    ),
    ("We will not rebuild the bridge before winter", "the bridge would be rebuilt before winter", "quote-wording", 2),
]

REPORTED_FAITHFULLY = [  # (quoted, reported)
    ("We lost 43 boats in the storm on Monday", "the town had lost more than 40 boats in the storm on Monday"),
    ("We lost 43 boats in the storm on Monday", "the town had lost dozens of boats in the storm on Monday"),
    ("We lost 14 boats and 3 cars in the storm", "the town had lost 14 boats in the storm"),
    ("The order came from Governor Hale that very night", "the order had come from the governor that very night"),
    ("The order came from Moscow that very night", "the order had come from Russia that very night"),
    ("The order came from Peter Hale that very night", "the order had come from Mr Hale that very night"),
    ("The pause will allow civilians to leave the city", "the pause would allow residents to leave the city"),
    ("The pause will allow women and children to leave the city", "the pause would allow civilians to leave the city"),
    ("We will close the harbour before the winter", "they would close the harbour before the winter"),
    ("We may close the harbour before the winter", "they might close the harbour before the winter"),
    ("We must pay the miners by Friday", "they had to pay the miners by Friday"),
    ("We can pay the miners by Friday", "they could pay the miners by Friday"),
    (
        "We will close the harbour before winter if the storms go on",
        "they would close the harbour before winter should the storms go on",
    ),
    (
        "We will free the prisoners if the shelling ends",
        "they would free the prisoners on condition that the shelling ended",
    ),
    ("If you ask me the harbour will be closed before winter", "the harbour would be closed before winter"),
    ("We will rebuild the school and the bridge", "the harbour would be dredged and the school rebuilt"),
]


@pytest.mark.parametrize(("rendering", "utterance", "importance"), SPLICED)
def test_a_splice_is_told_from_a_cut(rendering, utterance, importance):
    verdict = verdicts(claim(rendering), claim(utterance))

    assert ("variation", "quote-truncation", importance) == (verdict.relation, verdict.kind, verdict.importance)
    assert "joins" in verdict.reason
    assert verdict.edits


@pytest.mark.parametrize(("rendering", "utterance"), NOT_SPLICED)
def test_marked_omissions_and_clean_up_are_no_splice(rendering, utterance):
    verdict = verdicts(claim(rendering), claim(utterance))

    assert "joins" not in verdict.reason
    assert verdict.importance in (None, 1, 2)


@pytest.mark.parametrize(("one", "other", "importance"), REORDERED)
def test_another_order_is_said_to_be_another_order(one, other, importance):
    verdict = verdicts(claim(one), claim(other))

    assert ("variation", "quote-wording", importance) == (verdict.relation, verdict.kind, verdict.importance)
    assert "another order" in verdict.reason
    assert verdict.edits


@pytest.mark.parametrize(("quoted", "reported", "kind", "importance"), REPORTED_OTHERWISE)
def test_a_paraphrase_that_says_something_else(quoted, reported, kind, importance):
    verdict = verdicts(claim(quoted), claim(reported, "indirect"))

    assert ("variation", kind, importance) == (verdict.relation, verdict.kind, verdict.importance)
    assert verdict.edits
    assert "misquoted" not in verdict.reason


@pytest.mark.parametrize(("quoted", "reported"), REPORTED_FAITHFULLY)
def test_a_faithful_paraphrase_is_no_discrepancy(quoted, reported):
    assert "compatible" == verdicts(claim(quoted), claim(reported, "indirect")).relation


@pytest.mark.parametrize("speaker", ["Jon Bell", "police", None])
def test_a_paraphrase_is_only_held_against_the_same_speaker(speaker):
    quoted, reported = "We lost 14 boats in the storm on Monday", "the town had lost 40 boats in the storm on Monday"

    assert "compatible" == verdicts(claim(quoted), claim(reported, "indirect", speaker)).relation


REPORTED_BEFORE_A_FRAGMENT = "Ruiz said the evening ferry should keep running “to allow the {} to leave the harbour.”"
FERRY = (
    "The evening ferry should be used for {} to leave the harbour and for “our partners to keep their word,” Ruiz said."
)
FERRY_PEOPLE = [  # of whom the paraphrase speaks, of whom the fragment does, whether that differs
    ("families", "wounded and the soldiers", True),
    ("residents", "militants who wish", True),
    ("families", "residents", False),
    ("soldiers", "wounded and the soldiers", False),
    ("trucks", "soldiers", False),
]


@pytest.mark.parametrize(("told", "quoted", "differs"), FERRY_PEOPLE)
def test_a_paraphrase_is_held_against_a_fragment_with_the_words_before_it(told, quoted, differs):
    left = Article(f"Ana Ruiz is mayor. {FERRY.format(told)}", outlet="Harbour Times", language="en")
    right = Article(
        f"Ana Ruiz is mayor. {REPORTED_BEFORE_A_FRAGMENT.format(quoted)}", outlet="Coast Herald", language="en"
    )

    report = newsdiff.diff(left, right, same_event=True, min_confidence=0)
    others = [it for it in report.discrepancies if "different people" in it.reason]
    assert [("quote-wording", 3)] * differs == [(it.kind, it.importance) for it in others]


def test_a_fragment_about_another_matter_is_not_held_against_the_paraphrase():
    left = Article(f"Ana Ruiz is mayor. {FERRY.format('families')}", outlet="Harbour Times", language="en")
    right = Article(
        "Ana Ruiz is mayor. Ruiz said the morning market should move “to allow the soldiers to leave the barracks.”",
        outlet="Coast Herald",
        language="en",
    )

    assert not [it for it in newsdiff.diff(left, right, same_event=True).discrepancies if it.left and it.right]


@pytest.mark.parametrize(
    ("one", "stance", "other", "relation"),
    [
        (
            "the firm had been warned about the cracks",
            "neutral",
            "the firm had not been warned about the cracks",
            "variation",
        ),
        (
            "the firm had been warned about the cracks",
            "denying",
            "the firm had not been warned about the cracks",
            "compatible",
        ),
        (
            "the firm had been warned about the cracks",
            "denying",
            "the firm had been warned about the cracks",
            "variation",
        ),
        (
            "the firm had been warned about the cracks",
            "neutral",
            "the firm had been warned about the cracks",
            "compatible",
        ),
        ("the firm had never been warned", "neutral", "nobody had warned the firm", "compatible"),
        (
            "the firm had been warned about the cracks",
            "neutral",
            "the firm had been warned about the cracks but nobody knew by whom",
            "compatible",
        ),
    ],
)
def test_two_paraphrases_with_a_negation_between_them(one, stance, other, relation):
    verdict = verdicts(claim(one, "indirect", stance=stance), claim(other, "indirect"))

    assert relation == verdict.relation
    assert verdict.importance == (3 if relation == "variation" else None)


def test_a_denied_clause_stands_for_the_negated_quotation():
    quoted = claim("The firm was not warned about the cracks")

    assert (
        "compatible"
        == verdicts(quoted, claim("the firm was warned about the cracks", "indirect", stance="denying")).relation
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("claiming", "conceding", ("variation", "quote-attribution", 1)),
        ("claiming", "neutral", ("agree", "quote-wording", None)),
        ("conceding", "neutral", ("agree", "quote-wording", None)),
        ("denying", "neutral", ("agree", "quote-wording", None)),  # “We did not know,” she denied
        ("claiming", "claiming", ("agree", "quote-wording", None)),
    ],
)
def test_only_opposed_stances_are_reported(one, other, expected):
    verdict = verdicts(claim(WORDS, stance=one), claim(WORDS, stance=other))

    assert expected == (verdict.relation, verdict.kind, verdict.importance)


@pytest.mark.parametrize("channels", [("Reuters", "TASS"), ("Reuters", None)])
def test_another_channel_is_compatible(channels):
    one, other = (claim(WORDS, channel=channel) for channel in channels)

    assert "agree" == verdicts(one, other).relation


PROMOTED = [  # a fragment in the outlet's sentence here, the whole sentence in marks there: (mixed, direct)
    (
        "Ana Ruiz said the town would “never forgive” the firm that poisoned the river.",
        "“The town would never forgive the firm that poisoned the river,” Ana Ruiz said.",
    ),
    (
        "Jon Bell said he had “no regrets” about closing the mine.",
        "“He had no regrets about closing the mine,” Jon Bell said.",
    ),
    (
        "Ana Ruiz said her council was “ready to pay” every family in the valley.",
        "“Her council was ready to pay every family in the valley,” said Ana Ruiz.",
    ),
]

FULLER = [  # a fragment here, a fuller rendering there, and nothing that shows where its other words come from
    (
        "Ana Ruiz said the town would “never forgive” the firm that poisoned the river.",
        "“The town will never forgive the firm that poisoned the river,” Ana Ruiz said.",
    ),
    (
        "Ana Ruiz said the town would “never forgive” the firm.",
        "“We will never forgive them. They poisoned our river and lied about it,” Ana Ruiz said.",
    ),
    (
        "Jon Bell said he had “no regrets” about closing the mine.",
        "“I have no regrets about closing the mine,” Jon Bell said.",
    ),
    (
        "Ana Ruiz called the plan for the harbour “a gift to smugglers”.",
        "“This plan for the harbour is a gift to smugglers,” Ana Ruiz said.",
    ),
    (
        "The bridge would be “closed for good”, Ana Ruiz said.",
        "“If nothing is done the bridge will be closed for good,” Ana Ruiz said.",
    ),
]


@pytest.mark.parametrize(("mixed", "direct"), PROMOTED)
def test_a_fragment_and_the_outlets_own_words_in_one_pair_of_marks(mixed, direct):
    assert [("quote-wording", "variation", 2)] == found(mixed, direct)


@pytest.mark.parametrize(("mixed", "direct"), FULLER)
def test_a_fuller_quotation_is_no_promotion(mixed, direct):
    assert [] == [it for it in found(mixed, direct) if it[0] == "quote-wording"]


SENTENCES = (
    "The steel in the old bridge was rotten. Nobody in the ministry read our report. "
    "We wrote to them in May and again in June"
)


def test_a_splice_over_sentences():
    spliced = "Nobody in the ministry wrote to them in May and again in June"

    reported = found(f"“{SENTENCES},” Ana Ruiz said in Belport.", f"Ana Ruiz said in Belport: “{spliced}.”")

    assert [("quote-truncation", "variation", 3)] == [it for it in reported if it[1] != "unmatched"]


def test_a_splice_that_gives_one_the_deed_of_another():
    told, done = (
        "The minister was told in April",
        "His deputy, who ran the office, ignored three letters from the mayor",
    )
    full = f"“{told}. {done},” Ana Ruiz said."
    reported = found(full, "“The minister ignored three letters from the mayor,” Ana Ruiz said.")

    assert [("quote-truncation", "variation", 3)] == [it for it in reported if it[1] != "unmatched"]


def test_sentences_left_out_between_whole_ones_are_no_splice():
    first, _, last = SENTENCES.split(". ")

    assert [] == found(f"“{SENTENCES},” Ana Ruiz said.", f"Ana Ruiz said: “{first}. {last}.”")
    assert [] == found(f"“{SENTENCES},” Ana Ruiz said.", f"“{first},” Ana Ruiz said. “{last}.”")


def test_sentences_in_another_order_in_one_pair_of_marks():
    first, second, third = SENTENCES.split(". ")

    assert [("quote-wording", "variation", 1)] == found(
        f"“{SENTENCES},” Ana Ruiz said.", f"Ana Ruiz said: “{second}. {first}. {third}.”"
    )


def test_sentences_quoted_apart_in_another_order_are_no_discrepancy():
    first, second, third = SENTENCES.split(". ")

    assert [] == found(
        f"“{SENTENCES},” Ana Ruiz said.", f"“{second},” Ana Ruiz said. “{third},” Ruiz said. “{first},” she added."
    )


def test_a_cut_is_not_forgiven_because_something_else_follows():
    full = "“The old mine was closed in May because the owners refused to repair the shafts,” Ana Ruiz said."
    other = "“The old mine was closed in May. Nobody told the families of the men,” Ana Ruiz said."

    assert ("quote-truncation", "variation", 2) in found(full, other)


def test_a_cut_is_forgiven_where_the_missing_words_follow_in_a_piece_of_their_own():
    full = "“The old mine was closed in May because the owners refused to repair the shafts,” Ana Ruiz said."
    split = "“The old mine was closed in May,” Ana Ruiz said, “because the owners refused to repair the shafts.”"

    assert [] == found(full, split)


def test_a_concession_that_is_cut_off_is_grave():
    full = "“I carry the moral responsibility, but I was never told of any danger,” Ana Ruiz said."

    assert [("quote-truncation", "variation", 3)] == found(full, "“I was never told of any danger,” Ana Ruiz said.")


def test_one_statement_from_two_spokesmen_is_a_conflict_of_attribution():
    one = "“The enemy was thrown back with heavy losses,” spokesman Karl Abt said."
    other = "“The aggressor was thrown back with heavy losses,” spokesman Jon Bell said."

    assert [("quote-attribution", "conflict", 3)] == found(one, other)


STATEMENT = "The dam is safe and will stand for another hundred years"
OLD = [  # who says, in the one article, that the words are old
    "“{},” Ana Ruiz said in March 2014.",
    "“{},” Ana Ruiz said last year.",
    "“{},” Ana Ruiz told reporters in 2014.",
    "“{},” Ana Ruiz said in a 2014 interview.",
    "“{},” Ana Ruiz told the Harrow Gazette in an interview in March.",
    "“{},” said Ana Ruiz two years ago.",
    "In 2014, Ana Ruiz said: “{}.”",
    "Last spring Ana Ruiz told the council: “{}.”",
    "Ana Ruiz said in March last year: “{}.”",
    "“{},” Ana Ruiz said back in March.",
    "“{},” Ana Ruiz said on 4 March 2014.",
    "“{},” Ana Ruiz wrote in her 2009 memoir.",
]
NEW = [  # who says nothing of the kind
    "“{},” Ana Ruiz said.",
    "“{},” Ana Ruiz said on Monday.",
    "“{},” Ana Ruiz told reporters after the meeting.",
    "“{},” said Ana Ruiz, who was elected in 2014.",
    "“{},” Ana Ruiz said of the plan made in March 2014.",
    "Ana Ruiz, mayor since 2014, said: “{}.”",
    "Ana Ruiz said the dam had been repaired last year. “{},” she said.",
    "“{},” Ana Ruiz said on 28 August 2016.",
]


def dated(left, right):
    articles = [
        Article(text.format(STATEMENT), outlet=outlet, published="2016-08-30")
        for text, outlet in ((left, "Herald"), (right, "Gazette"))
    ]
    report = newsdiff.diff(*articles, same_event=True)
    return [(it.kind, it.relation, it.importance) for it in report.discrepancies if it.kind.startswith("quote-")]


@pytest.mark.parametrize("old", OLD)
def test_old_words_presented_as_new(old):
    assert [("quote-attribution", "variation", 3)] == dated(old, NEW[0])
    assert [("quote-attribution", "variation", 3)] == dated(NEW[1], old)


@pytest.mark.parametrize("new", NEW)
def test_words_that_nobody_dates_back_are_of_one_occasion(new):
    assert [] == dated(new, NEW[0])
    assert [("quote-attribution", "variation", 3)] == dated(new, OLD[0])


@pytest.mark.parametrize(
    "vague", ["“{},” Ana Ruiz once said.", "“{},” Ana Ruiz had said earlier.", "Ana Ruiz previously said: “{}.”"]
)
def test_words_that_both_sides_call_old_are_of_one_occasion(vague):
    assert [] == dated(vague, OLD[0])
    assert [] == dated(vague, NEW[0])


def test_two_dates_of_one_quotation():
    assert [("quote-attribution", "variation", 2)] == dated(
        "“{},” Ana Ruiz said in 2012.", "“{},” Ana Ruiz said in March 2014."
    )
    assert [] == dated("“{},” Ana Ruiz said in 2014.", "“{},” Ana Ruiz said in March 2014.")


def test_without_a_publication_date_the_words_decide():
    left, right = (text.format(STATEMENT) for text in (OLD[0], NEW[0]))

    assert [("quote-attribution", "variation", 3)] == found(left, right)


def test_edits_point_at_the_words_in_both_articles():
    one, other = claim("We lost 14 men on the ridge"), claim("We lost 40 men on the ridge", before="Ruiz told us that ")
    (edit,) = compare(one, other).edits

    assert ("replace", "14", "40") == (
        edit.op,
        ("He said: We lost 14 men on the ridge")[edit.left.start : edit.left.end],
        ("Ruiz told us that We lost 40 men on the ridge")[edit.right.start : edit.right.end],
    )


def test_a_fragment_never_stands_for_the_whole_inside_an_article():
    whole = claim("We will rebuild the bridge before winter, whatever it costs")

    assert CUTOFF <= similarity(claim("before winter, whatever it costs", "mixed"), whole) < 0.8


def test_merge_keeps_the_fullest_direct_rendering():
    short, long = claim("We will rebuild"), claim("We will rebuild the bridge")

    assert long is merge([short, claim("that they would rebuild the old bridge soon", "indirect"), long])


@pytest.mark.parametrize(
    ("candidate", "expected"),
    [
        (claim("The governor ordered the dam opened while people slept below it"), True),
        (claim("The governor ordered the dam opened while people slept below it", speaker=None), False),
        (claim("The governor ordered the dam opened while people slept below it", speaker="officials"), False),
        (claim("a gift to smugglers", "mixed"), False),
        (claim("Thank you all very much"), False),
        (claim("the dam had been opened while people slept below it", "indirect"), False),
    ],
)
def test_only_named_direct_statements_of_some_length_can_be_missed(candidate, expected):
    assert expected is omission(candidate)


def test_long_quotations_are_compared_sentence_by_sentence():
    long = claim("We checked the bridge twice. The steel was rotten and nobody listened to us. Yes.")

    assert ["We checked the bridge twice.", "The steel was rotten and nobody listened to us. Yes."] == [
        part.surface for part in parts(long)
    ]
    assert all(part.value.utterance == long.span.start for part in parts(long))
    assert all(long.span.contains(part.span) for part in parts(long))


def test_one_sentence_is_its_own_part():
    (part,) = parts(claim("We checked the bridge twice."))

    assert None is part.value.utterance


def test_the_tables_are_as_long_as_promised():
    categories = (SPLICED, REORDERED, PROMOTED, REPORTED_OTHERWISE, OLD)
    look_alikes = (NOT_SPLICED, FULLER, REPORTED_FAITHFULLY, NEW)
    tables = (SAME, PART, GRAVE, CUT, WORDING, TRANSLATED, OTHERS, SPEAKERS, REPORTED)

    assert sum(map(len, (*tables, *categories, *look_alikes))) >= 150


PHRASES = (
    "we may not pay, the army attacked the rebels . only if 14 40 boats had left and he said that … [..] never"
    " civilians fighters to leave Hale Brandt will would, but I no"
).split()


@st.composite
def renderings(draw):
    """A claim of any form, with words that the comparison has rules for."""
    words = " ".join(draw(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=14)))
    return claim(
        words,
        draw(st.sampled_from(("direct", "mixed", "indirect"))),
        draw(st.sampled_from(("Ana Ruiz", "Ruiz", "Jon Bell", None))),
        draw(st.none() | st.just(3)),
        cue="said",
        stance=draw(st.sampled_from(("neutral", "claiming", "conceding", "denying"))),
        occasion=draw(st.sampled_from((None, Timex("DATE", "PAST_REF"), Timex("DATE", "XXXX-03")))),
        context=draw(st.none() | st.just(f"Ruiz said he had {words}. Only the army left.")),
        speaker_title=draw(st.sampled_from((None, "spokesman"))),
    )


@given(renderings(), renderings())
def test_any_two_renderings_are_compared_symmetrically(a, b):
    verdicts(a, b)

    assert similarity(a, b) == similarity(b, a)


@given(renderings())
def test_a_rendering_never_differs_from_itself(one):
    assert compare(one, one).relation in ("agree", "compatible")


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_are_compared_symmetrically(one, other):
    if one and other:
        a, b = claim(one), claim(other)

        verdicts(a, b)
        assert similarity(a, b) == similarity(b, a)
        assert 0 <= similarity(a, b) <= 1


@given(st.text(min_size=1, max_size=120))
def test_a_quotation_agrees_with_itself_and_its_parts_lie_inside_it(words):
    one = claim(words)

    assert "agree" == compare(one, one).relation
    assert all(one.span.contains(part.span) for part in parts(one))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("We cannot leave at the moment", "We cannot leave at the present time", True),
        ("At this stage we cannot leave the bridge", "At present we cannot leave the bridge", True),
        ("We saw Ana at the moment of the fire", "We saw Ana at the present time", False),
        ("In time we will leave the bridge", "At present we will leave the bridge", False),
    ],
)
def test_there_are_many_ways_to_say_now(one, other, agree):
    assert agree == ("agree" == verdicts(claim(one), claim(other)).relation)
