import render_samples as samples
from attrs import evolve
from html_parsing import parsed_page
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.extraction import Extraction
from newsdiff.render import RENDERERS, _wording, to_html, to_markdown, to_text
from newsdiff.render import _view as view
from newsdiff.testing.strategies import reports, texts


@settings(max_examples=30)
@given(reports())
def test_every_format_takes_every_report(report):
    for renderer in RENDERERS:
        renderer.render(report)
    parsed = parsed_page(to_html(report))
    assert parsed.bad == []


@settings(max_examples=60)
@given(texts(), st.data())
def test_highlights_hold_exactly_the_words_of_overlapping_claims(text, data):
    article = Article(text or "x", id="a")
    ends = st.integers(0, len(article.text) - 1)
    spans = data.draw(st.lists(st.tuples(ends, st.integers(1, 30)), max_size=6))
    claims = [Claim.at(article, (start, min(start + size, len(article.text))), kind="number") for start, size in spans]
    page = to_html(Extraction(article, claims, {"number"}))

    assert parsed_page(page).bad == []
    assert "\u202e" not in page


@settings(max_examples=60)
@given(texts(), st.integers(0, 400), st.integers(1, 80))
def test_wordings_contain_the_claim_on_one_safe_line(text, start, size):
    article = Article(text or "x", id="a")
    start = min(start, len(article.text) - 1)
    claim = Claim.at(article, (start, min(start + size, len(article.text))), kind="number")
    shown = "".join(piece.text for piece in _wording.wording(article, claim))

    assert "\n" not in shown
    assert view.line(claim.surface).strip() in shown or shown.endswith("…")


@settings(max_examples=30)
@given(st.text(st.characters(), max_size=40))
def test_names_of_outlets_break_no_format(name):
    report = evolve(samples.REPORT, left=evolve(samples.HARBOUR, outlet=name or None))

    assert parsed_page(to_html(report)).bad == []
    assert "\x1b" not in to_text(report)
    assert "\n|" not in to_markdown(report)
