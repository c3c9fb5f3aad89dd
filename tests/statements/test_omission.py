"""Which of what one article alone tells a report shows, and what it counts."""

import pytest

import newsdiff
from newsdiff import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.reports import Discrepancy
from newsdiff.nouns.spans import Span
from newsdiff.nouns.values import Statement
from newsdiff.statements.omission import LEAST, SHOWN, Missed, split

HERE = (
    "Ferry sinks off Port Lisse\n\nThe ferry Anna Roth sank off Port Lisse on Monday night, the coast guard said. "
    "Nine passengers drowned and 14 are missing, the coast guard said. {} The mayor of Port Lisse closed the harbour."
)
THERE = (
    "Ferry sinks off Port Lisse\n\nThe ferry Anna Roth sank off Port Lisse on Monday night. Nine passengers drowned and"
    " 14 are missing. The coast guard sent boats to the place where the ferry sank. The mayor closed the harbour."
)


def _worth(sentence: str, published: str | None = "2026-03-12") -> float:
    text = HERE.format(sentence)
    sides = [newsdiff.extract(Article(it, language="en", published=published)) for it in (text, THERE)]
    value = Statement("be", True, None, ())
    start = text.index(sentence)
    claim = Claim(kind="statement", span=Span(start, start + len(sentence)), surface=sentence, value=value)
    return Missed(*sides).worth(claim)


@pytest.mark.parametrize(
    "sentence",
    [
        "The owner of the ferry denied that the Anna Roth was overloaded.",
        "Two crew members of the ferry were killed by falling cargo before it sank with 3 lorries, divers found.",
        "Prosecutors in Port Lisse charged the captain of the ferry with manslaughter.",
    ],
)
def test_what_hits_people_or_follows_from_the_event_is_worth_telling(sentence):
    assert _worth(sentence) >= LEAST


@pytest.mark.parametrize(
    "sentence",
    [
        "Another ferry sank near Port Lisse in 1994, with 21 dead.",
        "More than 300 ferries have sunk worldwide since 2001.",
        "Sign up for the morning newsletter of Port Lisse.",
        "READ ALSO: Port Lisse Harbour Ferry Pictures",
    ],
)
def test_history_and_what_pages_add_are_not_worth_telling(sentence):
    assert _worth(sentence) < LEAST


def test_a_sentence_of_a_day_long_before_its_article_is_history():
    told = "The ferry was repaired in the yard of Port Lisse on 2 February 2026."

    assert _worth(told, published="2026-03-12") < _worth(told, published="2026-02-03")


def _omission(start: int, worth: float, attribution: str | None = None) -> Discrepancy:
    claim = Claim(
        kind="statement",
        span=Span(start, start + 9),
        surface="x" * 9,
        value=Statement("be", True, None, ()),
        attribution=attribution,
    )
    return Discrepancy("statement-omission", "unmatched", claim, None, confidence=worth)


def test_a_report_shows_the_likeliest_and_keeps_the_rest():
    found = [_omission(10 * n, 0.6 + n / 100) for n in range(6)]
    shown, rest = split(found)

    assert found[:-4:-1] == shown
    assert SHOWN == len(shown)
    assert found[:3] == [Discrepancy(it.kind, it.relation, it.left, it.right, confidence=it.confidence) for it in rest]


def test_what_few_would_miss_is_not_shown():
    assert ([], 1) == (split([_omission(0, LEAST - 0.01)])[0], len(split([_omission(0, LEAST - 0.01)])[1]))


@pytest.mark.parametrize(("second", "speaker", "count"), [(5, None, 1), (50, "Ana Weil", 1), (50, "Marek Oll", 2)])
def test_one_stretch_and_one_speaker_are_shown_once(second, speaker, count):
    shown, _ = split([_omission(0, 0.9, "Ana Weil"), _omission(second, 0.8, speaker)])

    assert count == len(shown)


def test_what_one_article_alone_tells_is_counted_apart_in_every_rendering():
    left = Article(
        HERE.format("Some 21 people were killed when the old ferry hall of Dorn burned down in 1994."), outlet="A"
    )
    report = newsdiff.diff(left, Article(THERE, outlet="B"), same_event=True)
    lone = [item for item in report.held_back if item.relation == "unmatched"]
    pairs = len(report.held_back) - len(lone)

    assert lone
    for rendering in (report.to_text(), report.to_markdown(), report.to_html()):
        assert f"{len(lone)} told by one only" in rendering or f"{len(lone)} more told by one only" in rendering
        told = f"Held back 0 differences and {pairs} incomparable pairs" in rendering
        assert told or f"Looked at and not comparable: {pairs}" in rendering


def test_a_report_that_shows_nothing_says_how_much_newsdiff_finds():
    article = Article(THERE, outlet="A")
    report = newsdiff.diff(article, article, same_event=True)

    assert () == report.discrepancies
    for rendering in (report.to_text(), report.to_markdown(), report.to_html(), report._repr_html_()):
        assert "newsdiff finds" in " ".join(rendering.split())
