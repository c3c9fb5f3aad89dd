"""When two dates agree, differ in precision, or conflict."""

from __future__ import annotations

import pytest

import newsdiff
from newsdiff import Article, Claim, Document
from newsdiff_dates import _compare, _extract


def dated(words: str, published: str | None = "2026-03-12") -> Claim:
    """Return the one date in a sentence about an invented fire."""
    (claim,) = _extract.claims(
        Document(Article(f"The fire at the mill: {words}, the chief said.", published=published))
    )
    return claim


@pytest.mark.parametrize(
    ("a", "b", "relation", "kind"),
    [
        ("on Tuesday", "on 10 March", "agree", None),
        ("on 10 March 2026", "on March 10", "agree", None),
        ("in 2019", "in 2019", "agree", None),
        ("for a decade", "for ten years", "agree", None),
        ("for two weeks", "for 14 days", "agree", None),
        ("on Tuesday", "in March", "variation", "date-precision"),
        ("on Tuesday", "on Tuesday night", "variation", "date-precision"),
        ("at 9:40 p.m. on Tuesday", "on Tuesday night", "variation", "date-precision"),
        ("in 2019", "in May 2019", "variation", "date-precision"),
        ("this week", "on Tuesday", "variation", "date-precision"),
        ("for two years", "for 23 months", "variation", "date-precision"),
        ("on Tuesday night", "on Wednesday", "compatible", None),
        ("for about two years", "for 22 months", "compatible", None),
        ("for more than a week", "for ten days", "compatible", None),
        ("for years", "for six years", "compatible", None),
        ("on Tuesday", "on Wednesday", "conflict", "date-conflict"),
        ("on Tuesday", "on 3 March", "conflict", "date-conflict"),
        ("in 2019", "in 2020", "conflict", "date-conflict"),
        ("in early March", "on 30 March", "conflict", "date-conflict"),
        ("for three days", "for two days", "conflict", "date-conflict"),
        ("for more than a week", "for six days", "conflict", "date-conflict"),
        ("at 9:40 p.m. on Tuesday", "at 9:55 p.m. on Tuesday", "conflict", "date-conflict"),
        ("at 9:40 p.m. GMT on Tuesday", "at 9:40 p.m. EST on Tuesday", "conflict", "date-conflict"),
        ("at 9:40 p.m. on Tuesday", "at 11:40 p.m. on Tuesday", "conflict", "date-conflict"),
        ("at 9:40 p.m. GMT on Tuesday", "at 11:40 p.m. on Tuesday", "tension", "date-conflict"),
        ("at 9:40 p.m. GMT on Tuesday", "at 11:47 p.m. on Tuesday", "conflict", "date-conflict"),
        ("at 9:40 p.m. GMT on Tuesday", "on Wednesday morning", "tension", "date-conflict"),
        ("at 11 p.m. on Tuesday", "on Wednesday", "tension", "date-conflict"),
        ("on Monday morning", "on Tuesday", "conflict", "date-conflict"),
        ("on Monday night", "on Tuesday night", "conflict", "date-conflict"),
        ("on Monday evening", "on Tuesday morning", "conflict", "date-conflict"),
        ("on Monday night", "early on Tuesday", "compatible", None),
        ("at about 2.20 p.m. on Tuesday", "shortly before 2.30 p.m. on Tuesday", "compatible", None),
        ("at 2.20 p.m. on Tuesday", "shortly before 2.30 p.m. on Tuesday", "compatible", None),
        ("at about 2.20 p.m. on Tuesday", "shortly before 3.30 p.m. on Tuesday", "conflict", "date-conflict"),
        ("at 2.20 p.m. on Tuesday", "before 2.30 p.m. on Tuesday", "conflict", "date-conflict"),
        ("at 5.40 a.m.", "at 4.55 a.m.", "conflict", "date-conflict"),
        ("at 9:40 p.m. GMT on Tuesday", "at 4:40 p.m. EST on Tuesday", "agree", None),
    ],
)
def test_a_verdict_and_its_mirror(a: str, b: str, relation: str, kind: str | None) -> None:
    there, back = _compare.compare(dated(a), dated(b)), _compare.compare(dated(b), dated(a))

    assert (relation, kind) == (there.relation, there.kind) == (back.relation, back.kind)


@pytest.mark.parametrize(
    ("a", "b", "importance"),
    [
        ("on Monday night", "on Tuesday night", 0),
        ("at 9:40 p.m. on Tuesday", "at 9:55 p.m. on Tuesday", 0),
        ("at 9:40 p.m. on Tuesday", "at 11:40 p.m. on Tuesday", 1),
        ("on Monday evening", "on Tuesday morning", 1),
    ],
)
def test_what_two_clocks_could_explain_is_a_small_conflict(a: str, b: str, importance: int) -> None:
    assert importance == (_compare.compare(dated(a), dated(b)).importance or 0)


def test_clock_times_of_no_stated_day_are_compared_as_clock_times() -> None:
    early, later = dated("at 5.40 a.m.", "2026-03-12"), dated("at 5.40 a.m.", "2026-03-13")

    assert "agree" == _compare.compare(early, later).relation
    assert "conflict" == _compare.compare(dated("at 4.15 a.m.", "2026-03-13"), early).relation


def test_one_weekday_of_two_weeks_is_held_back_and_another_weekday_is_not() -> None:
    past, ahead = dated("it broke out on Friday"), dated("it will be out by Friday")

    assert "tension" == _compare.compare(past, ahead).relation == _compare.compare(ahead, past).relation
    assert "conflict" == _compare.compare(past, dated("it will be out by Saturday")).relation
    assert "conflict" == _compare.compare(past, dated("it broke out on 27 February")).relation


def test_tonight_in_two_papers_of_two_days_is_held_back_and_yesterday_is_not() -> None:
    days = "2026-03-12", "2026-03-13"
    tonight = [dated("we have won tonight", day) for day in days]
    yesterday = [dated("it broke out yesterday", day) for day in days]

    assert "tension" == _compare.compare(*tonight).relation
    assert "conflict" == _compare.compare(*yesterday).relation
    assert "conflict" == _compare.compare(tonight[0], dated("we have won tonight", "2026-03-19")).relation


def test_a_sentence_reprinted_the_next_day_does_not_contradict_itself() -> None:
    text = "The bridge at Lissk was closed yesterday, the harbour police said."
    first, again, other = (
        newsdiff.Article(words, published=day, outlet=day)
        for words, day in (
            (text, "2026-03-12"),
            (text, "2026-03-13"),
            ("The bridge at Lissk was shut to lorries yesterday, the police said.", "2026-03-13"),
        )
    )

    assert () == newsdiff.diff(first, again, same_event=True).discrepancies
    assert ["date-conflict"] == [d.kind for d in newsdiff.diff(first, other, same_event=True).discrepancies]


def test_the_more_precise_side_is_named_on_its_side() -> None:
    assert "{right}" in _compare.compare(dated("in March"), dated("on Tuesday")).reason
    assert "{left}" in _compare.compare(dated("on Tuesday"), dated("in March")).reason


def test_an_unknown_day_is_never_a_conflict() -> None:
    verdict = _compare.compare(dated("on Tuesday", None), dated("on 3 March"))

    assert "incomparable" == verdict.relation
    assert "not known" in verdict.reason


@pytest.mark.parametrize("other", ["in 2019", "on 2 March at 9 p.m.", "on Tuesday"])
def test_a_time_that_does_not_say_of_which_day_is_never_a_conflict(other: str) -> None:
    assert "incomparable" == _compare.compare(dated("at 9:40 p.m."), dated(other)).relation
    assert "incomparable" == _compare.compare(dated("through the night"), dated(other)).relation


def test_lengths_and_times_have_different_keys_and_repeats_have_none() -> None:
    assert _compare.key(dated("on Tuesday")) == _compare.key(dated("at 9 a.m.")) != _compare.key(dated("for two days"))
    assert _compare.key(dated("every Tuesday")) is None
    assert _compare.key(dated("now")) is None


def test_the_day_of_filing_is_never_compared() -> None:
    text = "PORT LISSE, 11 March (Agency) - A fire broke out on Tuesday, the harbour master said on Wednesday."
    claims = list(_extract.claims(Document(Article(text, published="2026-03-12"))))

    assert [None, "time", "time"] == [_compare.key(claim) for claim in claims]


@pytest.mark.parametrize(
    ("a", "b"), [("on Tuesday", "in August 2019"), ("in 1962", "in 2019"), ("on 2 March 2019", "on 2 March")]
)
def test_dates_far_apart_are_about_different_things(a: str, b: str) -> None:
    assert 0 == _compare.similarity(dated(a), dated(b)) == _compare.similarity(dated(b), dated(a))


_MANY = """
On 2 March 2019 at 9 p.m. EST, on Tuesday night, in early March, in 2019, last week, over the weekend, last winter,
in the third quarter, at 10:35 a.m. GMT, in the 1980s, in the 19th century, for three days, for about two years,
for years, for more than a week, for 23 months, the night was cold, on 5/6/2019, in '98, today, on New Year's Eve.
"""


def test_every_verdict_mirrors_and_every_similarity_is_a_share() -> None:
    claims = [
        claim
        for published in (None, "2026-03-12", "2019-03-03")
        for claim in _extract.claims(Document(Article(_MANY, published=published)))
        if _compare.key(claim)
    ]
    assert len(claims) > 50
    for a in claims:
        assert "agree" == _compare.compare(a, a).relation
        assert 1 == _compare.similarity(a, a) or "X" in a.value.value
        for b in claims:
            if _compare.key(a) != _compare.key(b):
                continue
            there, back = _compare.compare(a, b), _compare.compare(b, a)
            assert (there.relation, there.kind, there.importance) == (back.relation, back.kind, back.importance)
            assert 0 <= _compare.similarity(a, b) == _compare.similarity(b, a) <= 1


def test_similarity_falls_with_distance() -> None:
    near = [
        _compare.similarity(dated("on Tuesday"), dated(other)) for other in ("on 10 March", "this week", "on 8 March")
    ]

    assert near == sorted(near, reverse=True)
    assert 1 == near[0]


def test_the_most_precise_mention_stands_for_a_fact() -> None:
    claims = [dated("in March"), dated("on Tuesday night"), dated("this week")]

    assert "Tuesday night" == _compare.merge(claims).surface
