import re

import pytest
import render_samples as samples
from html_parsing import parsed_page

from newsdiff.render import to_html
from newsdiff.render._view import safe_link

ALL = [
    samples.REPORT,
    samples.EVENT,
    samples.EXTRACTION,
    samples.OTHER_EVENT,
    samples.UNDECIDED,
    samples.FORCED,
    samples.PARTIAL,
    samples.HOSTILE_REPORT,
]


@pytest.mark.parametrize("result", ALL)
def test_pages_are_well_formed_and_every_link_inside_has_its_place(result):
    parsed = parsed_page(to_html(result))
    ids = [attrs["id"] for _, attrs in parsed.tags if "id" in attrs]
    inside = [attrs["href"][1:] for _, attrs in parsed.tags if (attrs.get("href") or "").startswith("#")]

    assert parsed.bad == []
    assert parsed.stack == []
    assert len(ids) == len(set(ids))
    assert set(inside) <= set(ids)


@pytest.mark.parametrize("result", ALL)
def test_pages_load_nothing_and_style_nothing_inline(result):
    page = to_html(result)
    parsed = parsed_page(page)

    assert not [tag for tag, attrs in parsed.tags if {"src", "srcset", "data", "style", "action"} & set(attrs)]
    assert not [tag for tag, _ in parsed.tags if tag in {"link", "img", "iframe", "object", "embed", "base"}]
    assert [tag for tag, _ in parsed.tags].count("script") == 1
    assert "default-src &#39;none&#39;" in page
    assert "unsafe" not in re.search("Content-Security-Policy[^>]*", page).group()


def test_hostile_markup_is_text():
    page = to_html(samples.HOSTILE_REPORT)
    links = [attrs["href"] for tag, attrs in parsed_page(page).tags if tag == "a"]

    assert "&lt;script&gt;document.title=&#39;owned&#39;&lt;/script&gt;" in page
    assert "49" not in page.split("{{ 7 * 7 }}")[1][:20]
    assert "\u202e" not in page
    assert "\x00" not in page
    assert "⟨U+202E⟩" in page
    assert all(link.startswith("#") for link in links)


def test_the_event_is_judged_before_the_first_card():
    page = to_html(samples.FORCED)

    assert page.index("NOT THE SAME EVENT") < page.index('class="card')
    assert 'class="card' not in to_html(samples.OTHER_EVENT)
    assert "nothing was compared" in to_html(samples.OTHER_EVENT)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//no.scheme/x",
        "http:",
        "https://[",
        "file:///etc/passwd",
        "https://example.org/\u202e",
        "",
        None,
    ],
)
def test_only_web_addresses_become_links(url):
    assert safe_link(url) is None


def test_marks_join_to_the_words_of_the_claim():
    page = to_html(samples.REPORT)
    for finding in samples.REPORT.discrepancies:
        for claim in filter(None, (finding.left, finding.right)):
            place = f"{claim.span.start}-{claim.span.end}"
            index = 0 if claim.span.of(samples.HARBOUR.text) == claim.surface else 1
            text = page.split(f'id="t{index}"')[1].split("</article>")[0]
            pieces = re.findall(rf'data-c="(?:[^"]* )?{place}(?: [^"]*)?">([^<]*)<', text)

            assert "".join(pieces) == claim.surface


def test_a_lone_surrogate_does_not_break_the_page():
    from newsdiff.nouns.article import Article
    from newsdiff.nouns.extraction import Extraction

    to_html(Extraction(Article("a \ud800 b", outlet="\udfff"), (), {"number"})).encode()


def test_the_words_that_differ_are_marked_inside_the_quotation_in_its_text():
    text = to_html(samples.REPORT).split('id="t0"')[1].split("</article>")[0]

    assert re.findall(r'<a class="m k-quote differs edit"[^<>]*>([^<]*)</a>', text) == [
        "once the alarm had failed twice"
    ]


def test_a_text_says_its_language_when_it_is_one():
    from attrs import evolve

    for language, shown in (("en-GB", ' lang="en-GB"'), ('x" onload="y', ""), (None, "")):
        page = to_html(evolve(samples.REPORT, left=evolve(samples.HARBOUR, language=language)))
        assert f'aria-label="Harbour Times"{shown}>' in page
