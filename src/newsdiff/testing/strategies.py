"""Hypothesis strategies for newsdiff's nouns: news-like articles with planted claims, claims, values, reports.

Needs the extra ``newsdiff[testing]``.

>>> from hypothesis import given
>>> from newsdiff.testing import strategies as news
>>> @given(news.planted_articles())
... def test_spans(planted):
...     for claim in planted.claims:
...         assert claim.span.of(planted.article.text) == claim.surface
>>> test_spans()
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim, Scope
from newsdiff.nouns.problems import Problem
from newsdiff.nouns.reports import Agreement, Discrepancy, EventMatch, HeldBack, Report
from newsdiff.nouns.spans import Span
from newsdiff.nouns.values import NamedGroup, Quantity, Quotation, Timex
from newsdiff.testing.contract import AWKWARD

_PLACES = ("Port Lisse", "Upper Skarn", "Oban", "Karsa Bridge", "Grenmark")
_PEOPLE = ("Ida Lunde", "Marit Aas", "Denis Maro", "Vera Tolan")
_GROUPS = ("the Red Cross", "the Northern Karsa Front", "Halden Copper", "the Mineworkers' Union of Velmark")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COUNTED = ("people", "soldiers", "residents", "miners")
_SAYINGS = ("We saw the water rise", "Nobody warned us", "The bridge is closed", "It was over in a minute")
_OUTLETS = ("Harbour Times", "Coast Herald", "Radio Lisse", "The Ledger")


@frozen
class Planted:
    """An article and the claims that were written into it (with kind, span and surface; values are left to you)."""

    article: Article
    claims: tuple[Claim, ...]


def texts(max_size: int = 400) -> st.SearchStrategy[str]:
    """Text of every sort: any Unicode with lone surrogates, news-like scraps, and the kit's awkward cases."""
    scraps = st.lists(
        st.sampled_from(
            ["12", "3.5%", "$4m", "Monday", "May 3", "“", "”", '"', "''", "said", "the Red Cross", "\r\n", "\n\n", "."]
        ),
        max_size=40,
    ).map(" ".join)
    return st.one_of(
        st.text(st.characters(codec=None), max_size=max_size),
        scraps,
        st.sampled_from(sorted(AWKWARD.values(), key=len)[:8]),
    )


def published() -> st.SearchStrategy[date | datetime | None]:
    """A plausible publication date, or none."""
    first, last = date(1990, 1, 1), date(2035, 12, 31)
    return st.one_of(st.none(), st.dates(first, last), st.datetimes(datetime(1990, 1, 1), datetime(2035, 12, 31)))


def articles(text: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Article]:
    """Articles: news-like ones, or with the text you give."""
    if text is None:
        return planted_articles().map(lambda planted: planted.article)
    return st.builds(Article, text, outlet=st.sampled_from(_OUTLETS), published=published(), language=st.just("en"))


@st.composite
def planted_articles(draw: Any) -> Planted:
    """A news-like article and what was planted in it."""
    text = ""
    planted: list[tuple[str, int, int]] = []
    for _ in range(draw(st.integers(1, 5))):
        pieces = draw(_sentences())
        if "".join(words for _, words in pieces) in text:
            continue  # a repeated paragraph may be read as the headline shown twice
        text += "" if not text else draw(st.sampled_from((" ", "\n\n")))
        for kind, words in pieces:
            if kind:
                planted.append((kind, len(text), len(text) + len(words)))
            text += words
    article = Article(text, outlet=draw(st.sampled_from(_OUTLETS)), published=draw(published()), language="en")
    return Planted(article, tuple(Claim.at(article, Span(start, end), kind=kind) for kind, start, end in planted))


@st.composite
def _sentences(draw: Any) -> list[tuple[str, str]]:
    """One sentence as (kind or "", words)."""
    place, person = draw(st.sampled_from(_PLACES)), draw(st.sampled_from(_PEOPLE))
    number = str(draw(st.integers(2, 999)))
    counted, day = draw(st.sampled_from(_COUNTED)), draw(st.sampled_from(_DAYS))
    patterns: list[list[tuple[str, str]]] = [
        [("number", number), ("", f" {counted} were killed in {place} on "), ("date", day), ("", ".")],
        [("", "“"), ("quote", draw(st.sampled_from(_SAYINGS))), ("", f",” said {person}.")],
        [
            ("", f"{person} of "),
            ("group", draw(st.sampled_from(_GROUPS))),
            ("", f" was in {place} on "),
            ("date", day),
            ("", "."),
        ],
        [("", f"The mayor of {place} asked for help.")],
    ]
    return draw(st.sampled_from(patterns))  # type: ignore[no-any-return]


def quantities() -> st.SearchStrategy[Quantity]:
    """Exact and bounded counts with their intervals."""
    return st.builds(
        lambda low, width, unit: Quantity(
            float(low) if not width else (float(low), float(low + width)),
            "=" if not width else "~",
            None,
            unit,
            "killed",
            (float(low), float(low + width)),
            (float(low), float(low + width)),
        ),
        st.integers(0, 10_000),
        st.sampled_from((0, 0, 5, 100)),
        st.sampled_from(("person", "house", "kilometre")),
    )


def timexes() -> st.SearchStrategy[Timex]:
    """Days with their bounds."""
    return st.dates(date(1990, 1, 1), date(2035, 12, 31)).map(
        lambda day: Timex(
            "DATE",
            day.isoformat(),
            None,
            datetime(day.year, day.month, day.day),
            datetime(day.year, day.month, day.day) + timedelta(days=1),
        )
    )


def quotations() -> st.SearchStrategy[Quotation]:
    """Direct quotations of a named speaker."""
    return st.builds(
        Quotation, st.just("direct"), st.sampled_from(_SAYINGS), st.sampled_from(_PEOPLE), st.none(), st.just("said")
    )


def groups() -> st.SearchStrategy[NamedGroup]:
    """Organisations and labels."""
    named = st.builds(NamedGroup, st.sampled_from(_GROUPS), st.just("ORG"))
    return st.one_of(named, st.builds(NamedGroup, st.just("rebels"), st.just("LABEL"), label=st.just("rebel")))


VALUES = {"number": quantities, "date": timexes, "quote": quotations, "group": groups}


@st.composite
def claims(draw: Any, article: Article | None = None, kinds: tuple[str, ...] = tuple(VALUES)) -> Claim:
    """A claim of a built-in kind somewhere in *article* (or in a news-like one)."""
    source = article or draw(articles())
    start = draw(st.integers(0, len(source.text) - 1))
    end = draw(st.integers(start + 1, min(len(source.text), start + 60)))
    kind = draw(st.sampled_from(kinds))
    return Claim.at(
        source,
        Span(start, end),
        kind=kind,
        value=draw(VALUES[kind]()),
        scope=draw(st.builds(Scope, place=st.sampled_from((None, *_PLACES)), background=st.booleans())),
        attribution=draw(st.sampled_from((None, *_PEOPLE))),
        plugin=f"{kind}s",
    )


@st.composite
def reports(draw: Any) -> Report:
    """A well-formed report, for code that renders, stores or counts them."""
    left, right = draw(articles()), draw(articles())
    one = st.tuples(st.just(left), st.just(right)).flatmap(lambda pair: st.tuples(claims(pair[0]), claims(pair[1])))

    def findings(build: Any, kind: str, relations: tuple[str, ...]) -> st.SearchStrategy[Any]:
        return st.lists(
            st.builds(
                lambda pair, relation, importance: build(kind, relation, pair[0], pair[1], importance, 0.9, "a reason"),
                one,
                st.sampled_from(relations),
                st.integers(1, 3),
            ),
            max_size=4,
        )

    notes = st.builds(Problem, st.just("no-publication-date"), st.just("note"), st.just("no publication date"))
    return Report(
        left,
        right,
        EventMatch(True, True, draw(st.floats(0, 1)), ("both name Port Lisse",)),
        draw(findings(Discrepancy, "number-conflict", Discrepancy.RELATIONS[:3])),
        draw(findings(Agreement, "number", Agreement.RELATIONS)),
        draw(findings(HeldBack, "number", HeldBack.RELATIONS)),
        draw(st.lists(notes, max_size=2)),
    )


__all__ = [
    "Planted",
    "articles",
    "claims",
    "groups",
    "planted_articles",
    "published",
    "quantities",
    "quotations",
    "reports",
    "texts",
    "timexes",
]
