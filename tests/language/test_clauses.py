"""Clauses: where they end, and what a relative clause inside one belongs to."""

import pytest

from newsdiff.language.clauses import clauses, cuts
from newsdiff.nouns.spans import Span


def _words(text):
    return [" ".join(word.lower for word in clause.words) for clause in clauses(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The trust, which owns a third, backs the sale.",
            ["the trust backs the sale", "the trust owns a third"],
            id="the main clause goes on behind the relative one",
        ),
        pytest.param(
            "Oll, who prosecutors said paid, was cleared.",
            ["oll was cleared", "who prosecutors said paid"],
            id="the pronoun is not the subject",
        ),
        pytest.param(
            "They asked for new talks, which are set for May.",
            ["they asked for new talks", "new talks are set for may"],
            id="it does not go on",
        ),
        pytest.param(
            "Police held Oll, who paid bribes, officials said.",
            ["police held oll", "oll paid bribes officials said"],
            id="a comma that no verb follows",
        ),
        pytest.param(
            "Aid came late, as villagers said.", ["aid came late", "as villagers said"], id="as opens a clause"
        ),
        pytest.param("It was to end at 12:00 on Friday.", ["it was to end at 12 00 on friday"], id="a clock time"),
        pytest.param("The house, whose owner fled, burned.", ["the house burned", "whose owner fled"], id="whose"),
        pytest.param(
            "The owners won’t pay.", ["the owners won't pay"], id="curly apostrophes are read like straight ones"
        ),
        pytest.param("The owners' 3rd ferry left.", ["the owners' 3rd ferry left"], id="a plural owner, an ordinal"),
        pytest.param(
            "He called it 'total failure' of nerve.", ["he called it total failure of nerve"], id="single marks"
        ),
        pytest.param("''It sank,'' he said.", ["it sank", "he said"], id="a mark made of two is no word"),
        pytest.param(
            "The bridge, which now has a rail, shook.",
            ["the bridge shook", "the bridge now has a rail"],
            id="an adverb before the verb of the relative clause",
        ),
        pytest.param("Boats, ferries and rafts sank.", ["boats ferries and rafts sank"], id="a list is one clause"),
    ],
)
def test_clauses(text, expected):
    assert _words(text) == expected


def test_what_stands_in_the_relative_clause_is_not_of_the_main_one():
    text = "The truce, which began at noon, was broken."
    main, aside = clauses(text, Span(0, len(text)))
    noon = Span(text.index("noon"), text.index("noon") + 4)

    assert not main.has(noon)
    assert aside.has(noon)


@pytest.mark.parametrize(
    ("text", "quotes", "expected"),
    [
        ('It could be "a mistake" to go.', False, []),
        ('It could be "a mistake" to go.', True, ['"', '"']),
        ("Ruiz left, adding that trains ran; buses did not.", False, [", adding", ";"]),
        ("It left at 10:30, as well as at noon: late.", False, [", as well as", ":"]),
        ("The dam held although it rained.", False, [" although"]),
    ],
)
def test_where_clauses_end(text, quotes, expected):
    assert [match.group() for match in cuts(text, Span(0, len(text)), quotes=quotes)] == expected
