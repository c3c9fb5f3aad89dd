"""Nouns: frozen, slotted, validated where they are born, picklable, honest about equality."""

import copy
import pickle
from datetime import date, datetime, timedelta

import attrs
import pytest

import newsdiff
from newsdiff import (
    Agreement,
    Article,
    Claim,
    ClaimKind,
    Discrepancy,
    Edit,
    EventMatch,
    EventReport,
    Extraction,
    Fact,
    HeldBack,
    NamedGroup,
    Problem,
    Quantity,
    Quotation,
    Report,
    Scope,
    Span,
    Timex,
    Verdict,
)
from newsdiff.nouns.errors import ArticleError, ClaimError, NewsdiffError

ARTICLE = Article("Two miners died near Port Lisse.", outlet="The Ledger", published="2026-03-12")
CLAIM = Claim.at(ARTICLE, (0, 3), kind="number", value=Quantity(2.0, unit="person", interval=(2.0, 2.0)))
TIMEX = Timex("DATE", "2026-03-10", None, datetime(2026, 3, 10), datetime(2026, 3, 11))
NOUNS = [
    ARTICLE,
    CLAIM,
    TIMEX,
    Span(0, 3),
    Scope(place="Port Lisse", time=TIMEX, event=["mine", "die"]),
    Quotation("direct", "We ran", "Ida Lunde", Span(3, 9), "said"),
    NamedGroup("Halden Copper", "ORG", ("Halden",)),
    Problem("language", "incomplete", "not read"),
    Edit("delete", Span(0, 3), None),
    Verdict("conflict", reason="two counts", moves=True, apart=0.5),
    EventMatch(True, True, 0.9, ["both name Port Lisse"]),
    Discrepancy("number-conflict", "conflict", CLAIM, CLAIM, 3),
    Agreement("number", "agree", CLAIM, CLAIM),
    HeldBack("number", "incomparable", CLAIM, CLAIM),
    Fact("toll", "number", [CLAIM, None]),
    Extraction(ARTICLE, [CLAIM], {"number"}, {"numbers": "1"}),
    Report(ARTICLE, ARTICLE, EventMatch(True, True, 1.0)),
    EventReport([ARTICLE]),
]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: type(noun).__name__)
def test_nouns_are_frozen_slotted_picklable_and_equal_to_their_copies(noun):
    assert not hasattr(noun, "__dict__")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(noun, attrs.fields(type(noun))[0].name, "changed")
    assert pickle.loads(pickle.dumps(noun)) == noun
    assert copy.deepcopy(noun) == noun
    assert hash(pickle.loads(pickle.dumps(noun))) == hash(noun)
    assert len(repr(noun)) < 1500


@pytest.mark.parametrize(
    ("start", "end", "error"), [(-1, 3, ValueError), (3, 3, ValueError), (5, 3, ValueError), ("a", 3, TypeError)]
)
def test_spans_run_forwards_and_are_never_empty(start, end, error):
    with pytest.raises(error):
        Span(start, end)


def test_spans_know_their_neighbours():
    one, inside, after, across = Span(0, 5), Span(1, 3), Span(5, 8), Span(4, 6)

    assert one.contains(inside)
    assert not inside.contains(one)
    assert one.contains(one)
    assert one.overlaps(across)
    assert across.overlaps(after)
    assert not one.overlaps(after)
    assert sorted([after, across, one, inside]) == [one, inside, across, after]
    assert str(one) == "0:5"


def test_a_claim_reads_its_surface():
    assert CLAIM.surface == "Two"
    assert Claim.at(ARTICLE, Span(4, 10), kind="who").surface == "miners"


@pytest.mark.parametrize("span", [(30, 99), (0, 33)])
def test_a_claim_stays_inside_its_text(span):
    with pytest.raises(ClaimError, match="ends after the text, which has 32 characters") as caught:
        Claim.at(ARTICLE, span, kind="number")
    assert caught.value.span == span


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_confidence_is_a_probability(confidence):
    with pytest.raises(ClaimError, match="between 0 and 1"):
        Claim.at(ARTICLE, (0, 3), kind="number", confidence=confidence)


def test_articles_take_dates_in_every_form():
    assert Article("x", published="2026-03-12").published == date(2026, 3, 12)
    assert Article("x", published="2026-03-12T10:30:00+02:00").published.hour == 10
    assert Article("x", published=datetime(2026, 3, 12)).published == datetime(2026, 3, 12)
    assert Article("x", published=None).published is None


@pytest.mark.parametrize(
    "fields",
    [
        {"published": "yesterday"},
        {"published": ""},
        {"published": 20260312},
        {"title": 5},
        {"outlet": b"Ledger"},
        {"url": object()},
        {"language": 1},
        {"id": 7},
    ],
)
def test_articles_refuse_what_they_cannot_use(fields):
    with pytest.raises(ArticleError):
        Article("Two miners died.", **fields)


@pytest.mark.parametrize("text", [None, b"Two", 5, ["Two"]])
def test_articles_refuse_what_is_no_text(text):
    with pytest.raises(ArticleError, match="text must be a string"):
        Article(text)


def test_the_id_tells_reprints_apart_and_copies_not():
    one = Article("Two died.", outlet="A")

    assert one.id == Article("Two died.", outlet="A").id
    others = [
        Article("Two died.", outlet="B"),
        Article("Two died.", outlet="A", published="2026-03-12"),
        Article("Two died.", outlet="A", url="https://a.example"),
        Article("Three died.", outlet="A"),
        Article("Two died.\ud800", outlet="A"),
    ]
    assert len({one.id, *(other.id for other in others)}) == 6


def test_from_parts_puts_the_headline_first_but_not_twice():
    assert Article.from_parts(" Shaft ", "Two died.").text == "Shaft\n\nTwo died."
    assert Article.from_parts("Shaft", "\nShaft\n\nTwo died.").text == "\nShaft\n\nTwo died."
    assert Article.from_parts(None, "Two died.").text == "Two died."


def test_an_article_is_called_by_its_outlet():
    assert ARTICLE.name == "The Ledger"
    assert Article("x", id="n1").name == "n1"


@pytest.mark.parametrize(
    ("build", "fields"),
    [
        (Quantity, {"amount": (5.0, 2.0)}),
        (Quantity, {"amount": 5.0, "modifier": "about"}),
        (Quantity, {"amount": 5.0, "change": "sideways"}),
        (Quotation, {"form": "loud", "content": "x"}),
        (Timex, {"type": "YEAR", "value": "2026"}),
        (NamedGroup, {"name": "x", "type": "PERSON"}),
        (Problem, {"code": "x", "severity": "error", "message": "x"}),
        (Verdict, {"relation": "maybe"}),
        (EventMatch, {"same": True, "decided": True, "score": 1.5}),
        (Discrepancy, {"kind": "x", "relation": "agree", "left": None, "right": None}),
        (Discrepancy, {"kind": "x", "relation": "conflict", "left": None, "right": None, "importance": 4}),
        (Agreement, {"kind": "x", "relation": "conflict", "left": None, "right": None}),
        (ClaimKind, {"name": "mood", "context": 1.5}),
    ],
)
def test_values_outside_their_vocabulary_are_refused(build, fields):
    with pytest.raises(ValueError):  # noqa: PT011  # attrs words these messages
        build(**fields)


def test_flipping_twice_changes_nothing():
    other = Claim.at(ARTICLE, (4, 10), kind="number")
    finding = Discrepancy("number-conflict", "conflict", CLAIM, other, edits=(Edit("delete", Span(0, 3), None),))

    assert (finding.flipped().left, finding.flipped().right) == (other, CLAIM)
    assert finding.flipped().edits == (Edit("insert", None, Span(0, 3)),)
    assert finding.flipped().flipped() == finding


def test_errors_are_one_tree():
    for name in newsdiff.__all__:
        if name.endswith("Error"):
            assert issubclass(getattr(newsdiff, name), NewsdiffError)


def test_stretches_of_time_overlap_or_lie_apart():
    later = Timex("DATE", "2026-03-14", None, datetime(2026, 3, 14), datetime(2026, 3, 15))
    month = Timex("DATE", "2026-03", None, datetime(2026, 3, 1), datetime(2026, 4, 1))
    unknown = Timex("DATE", "XXXX-WXX-5")

    assert TIMEX.gap(later) == later.gap(TIMEX) == timedelta(days=3)
    assert not TIMEX.overlaps(later)
    assert TIMEX.overlaps(month)
    assert month.overlaps(TIMEX)
    assert TIMEX.gap(unknown) is None
    assert not TIMEX.overlaps(unknown)
