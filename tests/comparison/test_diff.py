"""The engine with a toy kind of claim: gate, kinds, verdicts, audit, omissions, isolation."""

import re
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import pytest

import newsdiff
from newsdiff import Article, Claim, ClaimKind, Document, Report, Verdict, diff, extract
from newsdiff.alignment.weights import load
from newsdiff.nouns.errors import ArticleError
from newsdiff.plugins import Plugins, from_modules


def compare(a: Claim, b: Claim) -> Verdict:
    if a.value == b.value:
        return Verdict("agree")
    return Verdict("conflict", reason="two counts", moves=True, apart=0.2)


def toy(**fields: Any) -> Plugins:
    """Plugins with one kind "count": digits, keyed by the word behind them."""
    kind = ClaimKind("count", int, key=lambda claim: "all", compare=compare, **fields)

    def extract_counts(document: Document) -> Iterable[Claim]:
        for match in re.finditer(r"[0-9]{1,6}", document.text):
            yield Claim.at(document, match.span(), kind="count", value=int(match.group()))

    hooks = SimpleNamespace(
        newsdiff_claim_kinds=newsdiff.hookimpl(specname="newsdiff_claim_kinds")(lambda: [kind]),
        newsdiff_extract=newsdiff.hookimpl(specname="newsdiff_extract")(extract_counts),
    )
    return from_modules({"toy": hooks})


def report(left: str, right: str, plugins: Plugins | None = None, **dates: str) -> Report:
    articles = [
        Article(text, outlet=outlet, published=dates.get(outlet))
        for text, outlet in ((left, "Harbour"), (right, "Herald"))
    ]
    return diff(*articles, same_event=True, plugins=plugins or toy())


FIRE = "The fire in the ferry hall killed {} people, police said."


def test_a_different_value_of_one_thing_is_one_discrepancy_with_both_outlets_and_wordings() -> None:
    found = report(FIRE.format(9), FIRE.format(7)).discrepancies

    assert [("count-conflict", "9", "7")] == [
        (d.kind, d.left.surface, d.right.surface) for d in found if d.left and d.right
    ]
    assert found[0].reason == "Harbour has “9”, Herald “7”: two counts."


def test_equal_values_are_an_agreement() -> None:
    found = report(FIRE.format(9), FIRE.format(9))

    assert ((), 1) == (found.discrepancies, len(found.agreements))


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("2026-03-11", "2026-03-12", "update"),
        ("2026-03-12", "2026-03-11", "update"),
        ("2026-03-11", "2026-03-11", "conflict"),
        ("2026-03-11T10:00", "2026-03-11T18:00", "update"),
        ("2026-03-11T10:00+02:00", "2026-03-11T08:00+00:00", "conflict"),
    ],
)
def test_another_count_in_a_later_article_is_an_update_also_downward(first: str, second: str, relation: str) -> None:
    found = report(FIRE.format(7), FIRE.format(9), Harbour=first, Herald=second).discrepancies

    assert [relation] == [d.relation for d in found]


def test_values_in_unlike_sentences_are_not_compared_where_the_context_must_decide() -> None:
    found = report("The fire killed 9 people.", "Tickets cost 7 crowns this season.", toy(context=1.0))

    assert [] == [item for item in (*found.discrepancies, *found.agreements) if item.kind.startswith("count")]


def test_a_scope_that_clashes_is_held_back_with_its_reason() -> None:
    found = report(
        FIRE.format(9),
        "Two years ago a fire in the ferry hall killed 30 people, police said.",
        Harbour="2026-03-11",
        Herald="2026-03-11",
    )

    assert ((), ["one is news, the other background (scope)"]) == (
        found.discrepancies,
        [item.reason.split(": ")[-1].rstrip(".") for item in found.held_back],
    )


def test_one_fact_gets_one_verdict_and_any_agreement_settles_it() -> None:
    twice = FIRE.format(9) + " " + FIRE.format(11)

    found = report(twice, FIRE.format(11))

    assert ((), 1) == (found.discrepancies, len(found.agreements))
    assert "self-contradiction" in {problem.code for problem in found.problems}


def test_articles_on_two_events_are_not_compared() -> None:
    left = Article("Police in Lisse said the fire on the ferry killed 9 people.", outlet="A", published="2026-03-11")
    right = Article("The bank raised its rate by 7 points after a vote in Karsa.", outlet="B", published="2025-01-02")

    found = diff(left, right, plugins=toy())

    assert (False, False, ()) == (found.event.same, found.compared, found.discrepancies)


def test_a_kind_that_one_side_was_not_searched_for_is_a_problem_not_silence() -> None:
    plugins = toy()
    left, right = Article(FIRE.format(9)), Article(FIRE.format(7))
    searched = extract(left, plugins=plugins)
    unsearched = newsdiff.Extraction(right, (), frozenset())

    found = diff(searched, unsearched, same_event=True, plugins=plugins)

    assert ["kind-not-compared"] == [problem.code for problem in found.incomplete]


def test_a_kind_whose_logic_fails_costs_its_findings_only() -> None:
    def broken(a: Claim, b: Claim) -> float:
        raise ZeroDivisionError("no such thing")

    found = report(FIRE.format(9), FIRE.format(7), toy(similarity=broken))

    assert () == found.discrepancies
    assert "comparison-failed" in {problem.code for problem in found.incomplete}


def test_an_omission_is_reported_only_where_the_kind_asks_for_it() -> None:
    silent = FIRE.replace("{} ", "")

    assert () == report(FIRE.format(9), silent).discrepancies
    found = report(FIRE.format(9), silent, toy(omission=lambda claim: True)).discrepancies
    assert [("count-omission", "unmatched", None)] == [(d.kind, d.relation, d.right) for d in found]


def test_an_article_much_shorter_is_not_blamed_for_what_it_leaves_out() -> None:
    long = (
        FIRE.format(9) + " The harbour master closed the pier, the owner apologised and the mayor ordered an inquiry."
    )

    assert () == report(long, "A fire hit a ferry.", toy(omission=lambda claim: True)).discrepancies


def test_swapping_the_articles_flips_the_report() -> None:
    plugins = toy()
    left = Article(FIRE.format(9) + " Some 40 were hurt.", outlet="A")
    right = Article("Fire kills 7. " + FIRE.format(12), outlet="B")

    assert diff(right, left, same_event=True, plugins=plugins).flipped() == diff(
        left, right, same_event=True, plugins=plugins
    )


def test_extractions_and_articles_give_one_report() -> None:
    plugins = toy()
    left, right = Article(FIRE.format(9), outlet="A"), Article(FIRE.format(7), outlet="B")

    assert diff(left, right, same_event=True, plugins=plugins) == diff(
        extract(left, plugins=plugins), extract(right, plugins=plugins), same_event=True, plugins=plugins
    )


def test_a_text_is_not_an_article() -> None:
    with pytest.raises(ArticleError, match="takes Articles or Extractions, not str"):
        diff("text", Article("text"))  # type: ignore[arg-type]


def test_values_that_differ_in_sentences_with_nothing_in_common_are_held_back_and_say_so() -> None:
    found = report(
        "The town was calm. It is old. It is far. It is small. Shops were open until 9 on Monday, the council said.",
        "The town was calm. It is old. It is far. It is small. Buses to the lake ran late by 7 minutes.",
        toy(similarity=lambda a, b: 0.9, context=0.3),
    )

    assert [] == [item for item in found.discrepancies if item.kind == "count-conflict"]
    assert ["9"] == [item.left.surface for item in found.held_back if "not sure enough to be shown" in item.reason]


def test_days_in_leads_that_share_no_word_are_held_back_with_how_likely_they_differ() -> None:
    articles = [
        Article("The Selene burned out at her berth on Saturday.", outlet="Harbour", published="2026-03-15"),
        Article("Nine people perished in flames aboard a ferry on Friday.", outlet="Herald", published="2026-03-15"),
    ]
    found = diff(*articles, same_event=True)

    assert [] == [item for item in found.discrepancies if item.kind.startswith("date")]
    (held,) = (item for item in found.held_back if item.kind == "date-conflict")
    assert (held.relation, held.left.surface, held.right.surface) == ("conflict", "Saturday", "Friday")
    assert 0 < held.confidence < found_threshold("date-conflict")
    assert "not sure enough" in held.reason


def found_threshold(kind: str) -> float:
    return load().threshold(kind)


def test_an_article_that_gives_both_values_side_by_side_contradicts_neither() -> None:
    left = Article("Police said 35,000 people marched through Lisse on Sunday.", outlet="Harbour")
    right = Article(
        "The union said 90,000 people marched through Lisse on Sunday. Police said 35,000 people marched.",
        outlet="Herald",
    )
    found = diff(left, right, same_event=True)

    assert [] == [item for item in found.discrepancies if item.kind.startswith("number")]
    assert ["35,000"] == [item.left.surface for item in found.agreements if item.kind.startswith("number")]


def test_a_length_of_time_that_differs_is_reported_once() -> None:
    found = diff(
        Article("A court in Lisse jailed the former minister Ivo Hart for nine years on Monday.", outlet="Harbour"),
        Article("The former minister Ivo Hart was jailed for seven years by a court in Lisse.", outlet="Herald"),
        same_event=True,
    )

    assert ["number-conflict"] == [item.kind for item in found.discrepancies if item.relation == "conflict"]


def test_a_length_of_time_is_no_date_and_number_at_once_only_where_the_number_has_a_verdict() -> None:
    left = diff(
        Article("The war in Karsa lasted three decades and ruined the town of Karsa.", outlet="Harbour"),
        Article("The war in Karsa lasted three centuries and ruined the town of Karsa.", outlet="Herald"),
        same_event=True,
    )

    assert 1 == sum(item.relation == "conflict" for item in left.discrepancies)


@pytest.mark.parametrize(
    ("other", "omitted"),
    [
        ("Halvorsen will close its dairy in Karsholm, the food group said. Halvorsen has 900 workers there.", False),
        ("The food group will close its dairy in Karsholm. The company has some 900 workers there.", True),
    ],
)
def test_a_group_that_is_named_by_its_rarest_word_is_not_omitted(other: str, omitted: bool) -> None:
    here = "Halvorsen Foods will close its dairy in Karsholm. Halvorsen Foods has 900 workers in Karsholm."
    found = diff(Article(here, outlet="Harbour"), Article(other, outlet="Herald"), same_event=True)

    assert omitted == any(item.kind == "group-omission" for item in found.discrepancies)


def test_a_report_says_how_many_facts_found_no_partner() -> None:
    found = report("The fire killed 9 people in the old hall.", "Tickets for the boat cost 7 crowns. It carries 40.")

    assert {"count": (1, 2)} == dict(found.unpaired)
    assert {"count": (2, 1)} == dict(found.flipped().unpaired)
    assert {"count": (0, 0)} == dict(report(FIRE.format(9), FIRE.format(9)).unpaired)
