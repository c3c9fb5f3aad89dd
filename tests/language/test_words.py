"""Words and lemmas: what must meet, what must not, how fast."""

import pytest
from hypothesis import given

from newsdiff.language import words
from newsdiff.testing import assert_linear
from newsdiff.testing import strategies as news

# Every row: forms of one word (or one word family), which must share a lemma.
FAMILIES = """
kill kills killed killing
strike strikes struck striking
city cities
make makes made making
hope hopes hoped hoping
stop stops stopped stopping
plan plans planned planning
create creates created creating
include includes included including
announce announces announced announcing announcement
visit visits visited visiting
monitor monitors monitored monitoring
agree agrees agreed agreeing agreement
occur occurs occurred occurring
cancel cancels cancelled canceled cancelling
control controlled controlling
die dies died dying dead death deaths
carry carries carried carrying
require requires required requiring
accuse accuses accused accusing
charge charges charged charging
continue continues continued continuing
issue issues issued issuing
receive received receiving
evacuate evacuated evacuating evacuation
injure injured injuring injury injuries
release releases released releasing
realise realize realised realized realizing
organisation organization organisations
pass passes passed passing
shell shells shelled shelling
seize seized seizing
use uses used using
force forces forced forcing
postpone postponed postponing
fire fires fired firing
close closed closing
treat treated treating
repeat repeated repeating
hour hours
virus viruses
bus buses
box boxes
church churches
hero heroes
involve involved involving
leave left leaving
rise rose risen rising
settle settled settling
handle handled handling
invite invited inviting
vote voted voting
decide decided deciding decision
avoid avoided avoiding
flood flooded flooding
need needed needing
concede conceded conceding
propose proposed proposing proposal
exercise exercised exercising
schedule scheduled scheduling
install installed installing
travel travelled traveled travelling
remain remained remaining
determine determined determining
sign signed signing
warn warned warning
confirm confirmed confirming
admit admitted admitting
limit limited limiting
declare declared declaring
appear appeared appearing
secure secured securing
restore restored restoring
ignore ignored ignoring
sanction sanctions sanctioned
provoke provoked provoking
allow allowed allowing
develop developed developing development
trap trapped trapping
publish published publishing
happen happened happening
offer offers offered offering offerings
consider considered considering
describe described describing
besiege besieged besieging
plunge plunged plunging
arrange arranged arranging
rescue rescued rescuing rescuers
free freed freeing
person people persons
man men
child children
crisis crises
gunman gunmen
defence defense defences
centre center centres
metre meter metres meters
colour color coloured
neighbour neighbor neighbouring
programme program programmes
explode exploded explosion explosions explosives
Russia Russian Russians
strike's strike strikes’
café cafe cafés
Müller Muller
""".strip().split("\n")


@pytest.mark.parametrize("row", FAMILIES)
def test_forms_of_one_word_meet(row):
    assert len({words.lemma(form) for form in row.split()}) == 1


# Forms that rules tend to throw together.
STRANGERS = [
    ("hope", "hop"),
    ("plan", "plane"),
    ("planned", "plane"),
    ("star", "stare"),
    ("bomb", "tomb"),
    ("thing", "th"),
    ("king", "k"),
    ("evening", "even"),
    ("wedding", "wed"),
    ("hundred", "hund"),
    ("needs", "nee"),
    ("news", "new"),
    ("gas", "ga"),
    ("virus", "viru"),
    ("crisis", "crisi"),
    ("added", "ad"),
    ("left", "lift"),
    ("species", "specy"),
    ("Texas", "Texa"),
    ("bus", "bu"),
    ("glass", "glas"),
    ("promise", "promize"),
    ("rise", "rize"),
    ("indeed", "inde"),
    ("Hamas", "Hama"),
]


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_different_words_stay_apart(one, other):
    assert words.lemma(one) != words.lemma(other)


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("The miners were killed, the mayor said.", "miner kill mayor"),
        ("Police said on Tuesday that 43 of them died", "police tuesday die"),
        ("", ""),
        ("the of and 12 2,000 3.5%", ""),
        ("An airstrike; an air strike; two air-strikes", "air strike air strike air strike"),
        ("a ceasefire, a cease-fire", "cease fire cease fire"),
        ("The U.S. and us; the US told us", "america america"),
        ("U.S.-backed forces", "america back force"),
        ("anti-government protesters", "anti government protest".replace("government", "govern")),
        ("‘Nobody’ “warned” (them)", "nobody warn"),
        ("Lunde's and Aas’ plan", "lunde aas plan"),
        ("don't won’t can't", ""),
        ("F-16 jets", "jet"),
    ],
)
def test_content_lemmas(text, lemmas):
    assert words.content_lemmas(text) == tuple(lemmas.split())


@given(news.texts())
def test_any_text_is_fine_and_every_lemma_is_one_word(text):
    found = words.content_lemmas(text)

    assert found == words.content_lemmas(text)
    assert not any(set(lemma) & set(" \n.,") or lemma in words.stop_words() for lemma in found)


def test_a_word_without_end_costs_no_memory():
    before = words._lemmas.cache_info().currsize
    words.content_lemmas("x" * 100_000)

    assert words._lemmas.cache_info().currsize == before


def test_time_grows_with_the_text_only():
    text = "Rescuers said the strikes had wounded dozens of miners in three neighbouring cities on Tuesday. "

    assert_linear(words.content_lemmas, prepare=lambda size: text * (size // len(text)), size=60_000)


def test_a_word_is_looked_up_once_however_often_it_stands_in_the_text():
    """What makes running text quick: newspapers repeat their words."""
    words._lemmas.cache_clear()
    words.content_lemmas("Miners were wounded in three cities. " * 1_000)

    assert words._lemmas.cache_info().misses < 10
