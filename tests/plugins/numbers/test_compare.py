"""What two quantities say of each other: the worked verdicts, and properties that must always hold."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import newsdiff
from newsdiff import Article, Claim, Quantity, Span, extract
from newsdiff_numbers import _compare, _likeness
from newsdiff_numbers._intervals import intervals

VERDICTS = [
    ("at least 43 people died", "41 people died", "conflict"),
    ("at least 43 people died", "45 people died", "conflict"),
    ("at least 43 people died", "43 people died", "variation"),
    ("about 400 people died", "412 people died", "variation"),
    ("about 400 people died", "about 400 people died", "agree"),
    ("about 400 people died", "600 people died", "conflict"),
    ("two dozen people died", "24 people died", "agree"),
    ("dozens died", "35 people died", "variation"),
    ("dozens died", "12 people died", "conflict"),
    ("dozens died", "120 people died", "variation"),
    ("dozens died", "150 people died", "conflict"),
    ("dozens died", "hundreds died", "conflict"),
    ("dozens died", "400 people died", "conflict"),
    ("40 people died", "41 people died", "conflict"),
    ("40 people died", "forty people died", "agree"),
    ("more than 300,000 people fled", "about 300,000 people fled", "variation"),
    ("more than 300,000 people fled", "350,000 people fled", "variation"),
    ("about 300,000 people fled", "350,000 people fled", "conflict"),
    ("more than 300,000 people fled", "450,000 people fled", "conflict"),
    ("more than 300,000 people fled", "1.2m people fled", "conflict"),
    ("more than 9,000 people fled", "around 9,800 people fled", "variation"),
    ("more than 9,000 people fled", "around 15,000 people fled", "conflict"),
    ("more than 43 people fled", "46 people fled", "variation"),
    ("more than 43 people fled", "50 people fled", "conflict"),
    ("more than half of voters", "two-thirds of voters", "variation"),
    ("at least 9,000 people fled", "9,400 people fled", "variation"),
    ("at least 9,000 people fled", "around 15,000 people fled", "conflict"),
    ("more than 300,000 people fled", "280,000 people fled", "conflict"),
    ("nearly 300 people died", "296 people died", "variation"),
    ("nearly 300 people died", "312 people died", "variation"),
    ("nearly 300 people died", "330 people died", "conflict"),
    ("up to 60 people died", "45 people died", "variation"),
    ("up to 60 people died", "64 people died", "conflict"),
    ("up to 60 people died", "70 people died", "conflict"),
    ("fewer than 100 people died", "120 people died", "conflict"),
    ("between 20 and 30 people died", "25 people died", "variation"),
    ("between 20 and 30 people died", "between 25 and 35 people died", "variation"),
    ("between 20 and 30 people died", "40 people died", "conflict"),
    ("nobody died", "3 people died", "conflict"),
    ("7 miles away", "11 km away", "variation"),
    ("7 miles away", "20 km away", "conflict"),
    ("a third of voters", "33% of voters", "variation"),
    ("half of voters", "33% of voters", "conflict"),
    ("a $5m fine", "a fine of 5m euros", "incomparable"),
    ("a $5m fine", "a $5 million fine", "agree"),
    ("a $1.2bn loss", "a $1.21bn loss", "variation"),
    ("a $1.2bn loss", "a $1.3bn loss", "conflict"),
    ("a $1.7bn loss", "a $1.9bn loss", "conflict"),
    ("a $1.2bn loss", "a $2.3bn loss", "conflict"),
    ("a 7.6-magnitude quake", "a magnitude 7.6 quake", "agree"),
    ("a 7.6-magnitude quake", "a magnitude 7.5 quake", "conflict"),
    ("shares rose 5%", "shares fell 5%", "conflict"),
    ("shares rose 5%", "shares at 5%", "incomparable"),
    ("a high of 38 degrees Celsius", "a high of 100 degrees Fahrenheit", "variation"),
    ("a high of 38 degrees Celsius", "a high of 80 degrees Fahrenheit", "conflict"),
    ("a fire of 10 acres", "a speed of 10 mph", "incomparable"),
    ("he had 11,000 hours of flying experience", "he had 7,000 flying hours", "conflict"),
    ("he had 11,000 flying hours", "he had 11,000 hours of flying", "agree"),
    ("five working days", "two weeks", "conflict"),
    ("annual savings of $250 million", "they save $350m a year", "conflict"),
    ("annual savings of $250 million", "they save $250m annually", "agree"),
    ("a yearly output of 10,000 tonnes", "10,000 tonnes a year", "agree"),
    ("savings of $250 million", "they save $350m a year", "incomparable"),
    ("annual savings of $250 million", "savings of $250 million", "agree"),
    ("annual savings of $250 million", "they save $25m a month", "incomparable"),
]


def first(text: str) -> Claim:
    return extract(Article(text), kinds={"number"}, plugins=["numbers"]).claims[0]


@pytest.mark.parametrize(("left", "right", "relation"), VERDICTS)
def test_worked_verdicts(left, right, relation):
    verdict = _compare.compare(first(left), first(right))

    assert (relation, "number-precision" if relation == "variation" else None) == (verdict.relation, verdict.kind)
    assert verdict.reason


@pytest.mark.parametrize(("left", "right", "relation"), VERDICTS)
def test_a_verdict_is_mirrored_when_the_claims_are_swapped(left, right, relation):
    one, two = _compare.compare(first(left), first(right)), _compare.compare(first(right), first(left))

    assert (one.relation, one.kind, one.moves, one.apart) == (two.relation, two.kind, two.moves, two.apart)


SAME_THING = [
    ("Orlo's revenue was 18.4 billion euros", "Orlo made sales of 16.4 billion euros", 0.6),
    ("sixty people were rescued", "46 survivors were brought ashore", 0.8),
    ("the fire burnt 8,000 acres", "it has destroyed 3,200 hectares of pine", 0.5),
    ("a fine of $5m", "a fine of 5m euros", 0.4),
    ("gunmen freed 23 passengers", "the rebels took 21 passengers to the border", 0.5),
    ("Orlo holders get $38.50 per share", "the owners were offered $36.50 a share", 0.7),
    ("Orlo crude cost $38.50 per barrel", "traders paid $36.50 a barrel", 0.5),
    ("the express was going at 110 mph", "a tree was hit at 125 mph", 0.5),
    ("the bank raised the rate by half a percentage point", "a rise of a quarter of a percentage point", 0.5),
    ("the union won 104 seats", "it has 98 mandates", 0.5),
    ("28 people were detained", "45 hooligans were detained", 0.5),
    ("28 people were detained", "45 pickpockets were detained", 0.5),
    ("three carriages left the rails", "four coaches left the rails", 0.5),
    ("420 passengers and crew were aboard", "carrying 431 people", 1.0),
    ("420 passengers and crew were aboard", "431 crew and passengers were aboard", 1.0),
    ("35 dead", "killed 43 people", 1.0),
    ("43 civilians were killed", "35 people were killed", 0.8),
    ("a 7.6-magnitude quake", "a magnitude 7.5 quake", 0.8),
    ("20 tanks", "15 tanks", 0.6),
    ("12 AK-47 rifles were seized", "seven AK-47s were seized", 0.5),
]
OTHER_THING = [
    ("Orlo made an operating profit of 1.7 billion euros", "a profit of 310 million euros is expected", 0.4),
    ("Orlo's revenue was 18.4 billion euros", "Orlo's debt was 16.4 billion euros", 0.65),
    ("sixty people were rescued", "46 dead were brought ashore", 0.0),
    ("a fine of $5m", "sales of 5m euros", 0.2),
    ("gunmen freed 23 people", "the rebels took 21 passengers to the border", 0.4),
    ("gunmen freed 23 people", "the rebels took 21 people to the border", 0.4),
    ("Orlo had earnings of $2.10 a share", "Orlo paid a dividend of $1.10 a share", 0.65),
    ("Orlo made $2.1m a year", "traders paid $1.1m a year", 0.3),
    ("28 people were killed", "45 sheep were killed", 0.3),
    ("a march through 12 towns", "12 villages were burnt", 0.3),
    ("420 passengers and crew were aboard", "246 passengers were aboard", 0.0),
    ("12 soldiers and civilians were killed", "seven civilians were killed", 0.0),
    ("43 people were killed", "76 people were injured", 0.0),
    ("6 children were killed", "43 people were killed", 0.2),
    ("6 children were killed", "two police officers were killed", 0.1),
    ("30 houses were destroyed", "12 cars were destroyed", 0.0),
    ("20 tanks", "15 ships", 0.0),
    ("three people were killed", "170,000 people were killed", 0.3),
    ("a depth of 10 km", "10 km north of the town", 0.3),
    ("a magnitude 7.6 quake", "a 5.1-magnitude aftershock", 0.0),
]


@pytest.mark.parametrize(("left", "right", "least"), SAME_THING)
def test_words_for_one_thing_are_alike(left, right, least):
    assert _likeness.similarity(first(left), first(right)) >= least


@pytest.mark.parametrize(("left", "right", "most"), OTHER_THING)
def test_words_for_other_things_are_not_alike(left, right, most):
    assert _likeness.similarity(first(left), first(right)) <= most


KEYS = [
    ("7,000 flying hours", "duration"),
    ("7,000 rush-hour trains", "count"),
    ("43 people died", "count"),
    ("20 tanks", "count"),
    ("a $5 fine", "money"),
    ("a fine of 5 euros", "money"),
    ("a third of voters", "share"),
    ("5 km away", "length"),
    ("Ana Ruiz, 35, said", "age"),
    ("a 6.1-magnitude quake", "magnitude"),
    ("120 mph winds", "speed"),
    ("$80 a barrel", "money per barrel"),
    ("$80m a year", "money"),
    ("$80m a month", "money per month"),
    ("80 people a year", "count per year"),
    ("x = 5.5", None),
    ("at least 88 have been confirmed", "count"),
    ("100,000 secret files", "count"),
]


@pytest.mark.parametrize(("text", "key"), KEYS)
def test_the_key_is_the_dimension(text, key):
    assert key == _likeness.key(first(text))


def diffed(left: str, right: str) -> newsdiff.Report:
    articles = (newsdiff.Article(text, outlet=name) for name, text in (("Ledger", left), ("Courier", right)))
    return newsdiff.diff(*articles, same_event=True)


def test_two_currencies_are_held_back_and_not_passed_over():
    report = diffed("Orlo was fined $5m by the court in Lisse.", "The court in Lisse fined Orlo 5m euros.")

    assert () == report.discrepancies
    assert [("$5m", "5m euros")] == [(d.left.surface, d.right.surface) for d in report.held_back]


def test_a_sum_in_brackets_in_another_currency_is_compared_too():
    report = diffed(
        "Orlo was fined $5m (4.6m euros) by the court in Lisse.", "The court in Lisse fined Orlo 4.1m euros."
    )

    assert [("4.6m euros", "4.1m euros")] == [(d.left.surface, d.right.surface) for d in report.discrepancies]


def test_the_exact_total_stands_for_its_repeats():
    text = "Dozens died. At least 43 people died. The death toll is 45. Among the dead were 12 miners."
    claims = [
        c for c in extract(Article(text), kinds={"number"}, plugins=["numbers"]).claims if c.value.unit != "miner"
    ]

    best = _compare.merge(claims)

    assert (45.0, "killed", "people") == (best.value.amount, best.value.concept, best.value.unit)


amounts = st.one_of(
    st.integers(0, 2_000_000).map(float),
    st.tuples(st.integers(0, 900), st.integers(0, 900)).map(lambda pair: tuple(map(float, sorted(pair)))),
)
modifiers = st.sampled_from(["=", "~", "near", "<", "<=", ">", ">="])
units = st.sampled_from(
    [None, "person", "tank", "kilometre", "mile", "dollar", "euro", "percentage", "% voter", "celsius", "fahrenheit"]
)
changes = st.sampled_from([None, None, "up", "down"])
concepts = st.sampled_from([None, "killed", "injured", "fine"])


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    amount, modifier = draw(amounts), draw(modifiers)
    core, outer = intervals(amount, modifier, draw(st.sampled_from([1.0, 10.0, 100.0, 0.1])))
    return Quantity(amount, modifier, draw(changes), draw(units), draw(concepts), core, outer)


def claimed(quantity: Quantity) -> Claim:
    return Claim("number", Span(0, 1), "x", quantity)


@given(quantities(), quantities())
def test_comparing_is_symmetric(x, y):
    one, two = _compare.verdict(x, y), _compare.verdict(y, x)

    assert (one.relation, one.kind, one.moves, one.apart) == (two.relation, two.kind, two.moves, two.apart)
    assert _likeness.similarity(claimed(x), claimed(y)) == _likeness.similarity(claimed(y), claimed(x))


@given(quantities())
def test_a_quantity_never_conflicts_with_itself(x):
    assert "agree" == _compare.verdict(x, x).relation
    assert 0 <= _likeness.similarity(claimed(x), claimed(x)) <= 1


@given(amounts, modifiers, st.sampled_from([0.1, 1.0, 10.0, 100.0, 1e6]), st.booleans())
def test_the_core_lies_inside_the_outer_interval(amount, modifier, grain, vague):
    assume(not vague or isinstance(amount, tuple))
    (low, high), (outer_low, outer_high) = intervals(amount, modifier, grain, vague=vague)

    assert outer_low is None or (low is not None and outer_low <= low)
    assert outer_high is None or (high is not None and outer_high >= high)


def test_a_merged_number_is_of_what_any_mention_says():
    text = "At least 17 dead in Lisse\n\nAt least 17 people were killed in Lisse on Tuesday, the police said."
    mentions = [claim for claim in newsdiff.extract(newsdiff.Article(text)).claims if claim.surface == "At least 17"]

    assert [claim.topic for claim in mentions] == ["killed", "people killed"]
    assert _compare.merge(mentions).topic == "people killed"
