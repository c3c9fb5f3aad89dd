import io
import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim, Scope
from newsdiff.nouns.errors import ReadError, SchemaError
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.kinds import Edit
from newsdiff.nouns.problems import Problem
from newsdiff.nouns.reports import Agreement, Discrepancy, EventMatch, EventReport, Fact, HeldBack, Report
from newsdiff.nouns.spans import Span
from newsdiff.nouns.values import NamedGroup, Quantity, Quotation, Statement, Timex
from newsdiff.readers import read, read_report
from newsdiff.render import schema
from newsdiff.testing.strategies import reports

SCHEMA_FILE = Path(__file__).parents[2] / "docs/reference/newsdiff-1.schema.json"
words = st.text(st.characters(), min_size=1, max_size=12)  # lone surrogates too
maybe = st.none() | words
floats = st.floats(-1e12, 1e12)
bounds = st.tuples(st.none() | floats, st.none() | floats)
days = st.none() | st.dates() | st.datetimes(timezones=st.none() | st.just(UTC))
spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 99), st.integers(1, 99))
timexes = st.builds(
    Timex,
    st.sampled_from(("DATE", "TIME", "DURATION", "SET")),
    words,
    maybe,
    st.none() | st.datetimes(),
    st.none() | st.datetimes(),
    st.none() | st.integers(-840, 840),
)
values = {
    "number": st.builds(
        Quantity,
        floats | st.tuples(floats, floats).map(lambda pair: (min(pair), max(pair))),
        st.sampled_from(("=", "~", ">=")),
        st.sampled_from((None, "up", "down")),
        maybe,
        maybe,
        bounds,
        bounds,
    ),
    "date": timexes,
    "quote": st.builds(
        Quotation,
        st.sampled_from(("direct", "scare")),
        words,
        maybe,
        st.none() | spans,
        maybe,
        maybe,
        st.none() | st.integers(0),
        occasion=st.none() | timexes,
        context=maybe,
    ),
    "group": st.builds(NamedGroup, words, st.sampled_from(("ORG", "LABEL")), st.lists(words, max_size=2), maybe),
    "statement": st.builds(Statement, words, st.booleans(), maybe, st.lists(words, max_size=2), st.none() | timexes),
    "byline": words,
}
scopes = st.builds(
    Scope, maybe, st.none() | timexes, st.lists(words, max_size=2), maybe, st.sampled_from((None, "part"))
)
claims = st.sampled_from(sorted(values)).flatmap(
    lambda kind: st.builds(Claim, st.just(kind), spans, words, values[kind], scopes, maybe, st.floats(0, 1), words)
)
articles = st.builds(
    Article,
    words,
    title=maybe,
    outlet=maybe,
    url=maybe,
    published=days,
    language=maybe,
    authors=st.lists(words, max_size=2),
)
problems = st.lists(st.builds(Problem, words, st.sampled_from(("incomplete", "note")), words, maybe, maybe), max_size=2)
edits = st.lists(
    st.builds(Edit, st.sampled_from(("replace", "delete")), st.none() | spans, st.none() | spans), max_size=2
)


def findings(type_):
    return st.lists(
        st.builds(
            type_,
            words,
            st.sampled_from(type_.RELATIONS),
            st.none() | claims,
            st.none() | claims,
            importance=st.integers(1, 3),
            confidence=st.floats(0, 1),
            reason=words,
            edits=edits,
        ),
        max_size=2,
    )


matches = st.builds(EventMatch, st.booleans(), st.booleans(), st.floats(0, 1), st.lists(words, max_size=2))


def full_reports(sides=articles):
    return st.builds(
        Report,
        sides,
        sides,
        matches,
        findings(Discrepancy),
        findings(Agreement),
        findings(HeldBack),
        problems,
        st.booleans(),
    )


extractions = st.builds(
    Extraction,
    articles,
    st.lists(claims, max_size=3),
    st.frozensets(words, max_size=2),
    st.dictionaries(words, words, max_size=2),
    problems,
)


@st.composite
def event_reports(draw):
    known = draw(st.lists(articles, min_size=1, max_size=3))
    facts = st.builds(
        Fact,
        words,
        words,
        st.lists(st.none() | claims, max_size=3),
        st.lists(st.lists(st.integers(0, 3), max_size=2).map(tuple), max_size=2),
        st.booleans(),
        st.integers(0, 3),
        st.lists(st.integers(0, 3), max_size=2),
    )
    return EventReport(
        known,
        draw(st.lists(facts, max_size=2)),
        draw(st.lists(full_reports(st.sampled_from(known)), max_size=2)),
        draw(problems),
        draw(st.dictionaries(st.integers(0, 9), st.integers(0, 9), max_size=2)),
        draw(st.lists(st.integers(0, 3), max_size=2)),
    )


def back(result):
    return schema.loads(schema.dumps(result))


@settings(max_examples=40)
@given(full_reports() | event_reports() | extractions | articles)
def test_every_result_comes_back_equal(result):
    assert back(result) == result
    assert schema.loads(schema.dumps(result, indent=2)) == result


@settings(max_examples=25)
@given(reports())
def test_a_saved_report_is_read_as_it_was(report):
    assert read_report(io.StringIO(report.to_json())) == report


@settings(max_examples=25)
@given(full_reports() | event_reports() | extractions | articles)
def test_what_is_written_is_what_the_schema_file_says(result):
    validator = pytest.importorskip("jsonschema").Draft202012Validator(json.loads(SCHEMA_FILE.read_text()))

    assert [error.message for error in validator.iter_errors(json.loads(schema.dumps(result)))] == []


def test_values_are_decoded_by_the_kind_of_the_claim():
    article = Article("Seven died.", id="a")
    made = [
        Claim.at(article, (0, 5), kind="number", value=Quantity(7.0)),
        Claim.at(article, (0, 5), kind="byline", value={"name": "Ana"}),
    ]
    number, byline = back(Extraction(article, made, {"number"})).claims

    assert type(number.value) is Quantity
    assert byline.value == {"name": "Ana"}


def test_a_plugins_kind_is_decoded_by_its_class():
    article = Article("Seven died.", id="a")
    text = schema.dumps(Extraction(article, [Claim.at(article, (0, 5), kind="toll", value=Quantity(7.0))], {"toll"}))

    assert schema.loads(text, types={"toll": Quantity}).claims[0].value == Quantity(7.0)


def test_an_article_inside_an_event_report_is_written_once():
    left, right = Article("Seven died here.", outlet="A"), Article("Nine died there.", outlet="B")
    pair = Report(left, right, EventMatch(True, True, 1.0))

    assert schema.dumps(EventReport((left, right), reports=(pair,))).count("Seven died here.") == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"schema": "newsdiff/2", "type": "report"}', "newsdiff/2"),
        ('{"schema": "other/1"}', "other/1"),
        ('{"type": "report"}', None),
        ("[]", None),
        ("{", None),
        ('{"schema": "newsdiff/1", "type": "poem"}', "poem"),
        ('{"schema": "newsdiff/1", "type": "report"}', "report"),
        ('{"schema": "newsdiff/1", "type": "article", "text": 7}', "article"),
        ('{"schema": "newsdiff/1", "type": "extraction", "article": {"text": "x"}, "kinds": []}', "extraction"),
        ("[" * 100_000, None),
    ],
)
def test_what_is_no_result_of_this_version_is_an_error_that_says_so(text, found):
    with pytest.raises(SchemaError) as caught:
        schema.loads(text)

    assert caught.value.found == found


def test_a_later_minor_version_is_read():
    text = schema.dumps(Article("Seven died.", id="a")).replace("newsdiff/1", "newsdiff/1.3", 1)

    assert schema.loads(text[:-1] + ',"colour":"red"}') == Article("Seven died.", id="a")


def test_dates_and_times_of_publication_stay_what_they_are():
    for published in (date(2026, 3, 12), datetime(2026, 3, 12, 8, 30, tzinfo=UTC)):
        assert back(Article("x", published=published)).published == published


def test_a_saved_report_is_no_article_and_an_article_no_report():
    report = Report(Article("Seven died."), Article("Nine died."), EventMatch(True, True, 1.0))
    with pytest.raises(ReadError, match="read_report"):
        read(io.StringIO(report.to_json()))
    with pytest.raises(ReadError, match=r"newsdiff\.read"):
        read_report(io.StringIO(schema.dumps(Article("Seven died."))))


def test_saving_and_loading_need_msgspec_only_when_used():
    assert "msgspec" not in vars(sys.modules["newsdiff.render.schema"])
