import csv
import io
import json
import re

import pytest
import render_samples as samples
from attrs import evolve

from newsdiff.nouns.article import Article
from newsdiff.nouns.extraction import Extraction
from newsdiff.render import RENDERERS, to_annotations, to_claims, to_csv, to_jsonl, to_markdown, to_notebook
from newsdiff.testing import assert_linear

RESULTS = [
    samples.REPORT,
    samples.EVENT,
    samples.EXTRACTION,
    samples.OTHER_EVENT,
    samples.UNDECIDED,
    samples.FORCED,
    samples.PARTIAL,
    samples.HOSTILE_REPORT,
]


@pytest.mark.parametrize("renderer", RENDERERS, ids=lambda renderer: renderer.name)
@pytest.mark.parametrize("result", RESULTS)
def test_every_format_renders_every_result_the_same_way_twice(renderer, result):
    assert renderer.render(result) == renderer.render(result)


@pytest.mark.parametrize("renderer", RENDERERS, ids=lambda renderer: renderer.name)
def test_every_format_says_what_was_not_compared(renderer):
    page = renderer.render(samples.OTHER_EVENT)

    assert "NOT THE SAME EVENT" in page or '"same_event": false' in page or '"same": false' in page


@pytest.mark.parametrize(
    "renderer", [r for r in RENDERERS if r.name not in {"annotation", "claims"}], ids=lambda r: r.name
)
def test_every_format_of_a_report_tells_what_was_not_looked_at(renderer):
    assert "failed on Coast Herald" in renderer.render(samples.PARTIAL)


def test_markdown_keeps_the_words_and_marks_what_differs():
    page = to_markdown(samples.REPORT)

    assert "“The crew opened the doors **once the alarm had failed twice**,”" in page
    assert "**5 discrepancies: 2 variations" in page
    assert "| **Seven dead (!)** |" in to_markdown(samples.EVENT)


def test_markdown_of_a_hostile_article_is_inert():
    hostile = evolve(samples.HOSTILE, outlet="![x](https://evil.example) | @all #1 www.evil.example `a`")
    page = to_markdown(evolve(samples.HOSTILE_REPORT, left=hostile))

    assert not re.search(r"(?<!\\)[<`@]|(?<!\\)!\[|https://|(?<!\\)\|", page.replace("> **", ""))


def test_csv_has_a_row_a_finding_and_runs_no_formula():
    evil = Article("=1+1 died", outlet="=HYPERLINK(1)", id="evil")
    report = evolve(
        samples.REPORT,
        left=evil,
        discrepancies=[evolve(samples.REPORT.discrepancies[0], left=samples.claim(evil, "=1+1", "number"))],
    )
    rows = list(csv.DictReader(io.StringIO(to_csv(report))))

    assert [row["list"] for row in rows] == ["discrepancies", "agreements", "held_back"]
    assert rows[0]["left_surface"] == "'=1+1"
    assert rows[0]["left_outlet"] == "'=HYPERLINK(1)"
    assert rows[0]["right_start"] == "0"


def test_an_empty_table_is_never_silence():
    other, partial = (list(csv.DictReader(io.StringIO(to_csv(r)))) for r in (samples.OTHER_EVENT, samples.PARTIAL))

    assert [(row["list"], row["compared"]) for row in other] == [("event", "False")]
    assert [row["list"] for row in partial] == ["problem"]


def test_lines_stand_alone_and_the_head_comes_first():
    lines = [json.loads(line) for line in to_jsonl(samples.REPORT).splitlines()]

    assert lines[0]["type"] == "report-head"
    assert lines[0]["schema"] == "newsdiff/1"
    assert [line["kind"] for line in lines[1:]] == [finding.kind for finding in samples.REPORT.discrepancies]


def test_annotations_find_the_words_by_quote_and_by_code_point():
    text = "\U0001f600 " + samples.HARBOUR.text
    article = Article(text, url="https://harbour.example/1", id="h")
    claim = samples.claim(article, "At least 9 people", "number")
    (item,) = json.loads(to_annotations(Extraction(article, [claim], {"number"})))["first"]["items"]
    quote, position = item["target"]["selector"]

    assert text[position["start"] : position["end"]] == quote["exact"] == "At least 9 people"
    assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1
    assert item["target"]["source"] == "https://harbour.example/1"


def test_both_sides_of_a_discrepancy_are_annotated_and_linked():
    items = json.loads(to_annotations(samples.REPORT))["first"]["items"]

    assert len(items) == 9
    assert len({item["id"] + item["body"][0]["value"] for item in items}) == 9
    assert sum(body.get("purpose") == "linking" for item in items for body in item["body"]) == 8
    assert "javascript:" not in to_annotations(samples.REPORT)


def test_claims_have_appearances_and_no_verdict():
    text = to_claims(samples.EVENT)
    graph = json.loads(text)["@graph"]

    assert {item["@type"] for item in graph} == {"Claim"}
    assert [len(item["appearance"]) for item in graph] == [3, 1, 3, 2, 1]
    assert "Review" not in text
    assert "rating" not in text.lower()


@pytest.mark.parametrize("result", [*RESULTS, samples.HOSTILE, samples.HARBOUR])
def test_notebooks_show_a_fragment_without_script(result):
    shown = result._repr_html_()

    assert shown == to_notebook(result)
    assert shown.startswith('<div class="newsdiff">')
    assert "<script" not in shown
    assert "<style" not in shown


def test_frames_and_tables_have_their_columns_even_when_empty():
    pytest.importorskip("pandas", reason="needs newsdiff[pandas]")
    pytest.importorskip("pyarrow", reason="needs newsdiff[arrow]")

    frame, table = samples.REPORT.to_pandas(), samples.REPORT.to_arrow()
    assert list(frame["kind"]) == list(table.column("kind").to_pylist())
    assert len(frame) == 7
    empty = Extraction(samples.HARBOUR, (), {"number"})
    assert list(empty.to_pandas().columns) == empty.to_arrow().column_names
    assert empty.to_arrow().num_rows == 0


def test_a_page_on_very_many_articles_says_what_it_leaves_out(monkeypatch):
    from newsdiff.render import _page, to_html

    monkeypatch.setattr(_page, "MOST_CARDS", 3)
    monkeypatch.setattr(_page, "MOST_FACTS", 2)

    page = to_html(samples.EVENT)
    assert "3 more pairs, which the JSON has." in page
    assert "1 more fact, which the JSON has." in page


def test_places_take_no_longer_with_more_claims_than_with_more_text():
    from newsdiff.render import to_html

    def extraction(size):
        text = "\n".join(f"On day {n} there were {n} boats." for n in range(size))
        article = Article(text, outlet="A")
        claims = [samples.claim(article, f"{n} boats", "number") for n in range(0, size, 4)]
        return Extraction(article, claims, {"number"})

    assert_linear(to_html, prepare=extraction, size=470)


def test_a_page_takes_no_longer_with_more_findings_than_their_number():
    from newsdiff.render import to_html

    assert_linear(to_html, prepare=samples.ferries, size=60)


def test_an_unrelated_article_is_no_column_because_its_silence_means_nothing():
    report = evolve(samples.EVENT, unrelated=(2,))
    page = report.to_html()

    assert "4 articles, 3 of them on one event" in page
    assert "NOT THE SAME EVENT as the others: Radio Lisse" in page
    assert '<th scope="col"><bdi>Radio Lisse</bdi></th>' not in page
    assert "| fact | Harbour Times | Coast Herald | The Ledger |" in report.to_markdown()
    assert "Monday" not in next(line for line in report.to_text().split("\n") if line.startswith("date: "))
