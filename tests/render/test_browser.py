"""The HTML report in a real browser."""

import os
from itertools import pairwise
from pathlib import Path

import pytest
import render_samples as samples
from attrs import evolve
from chromium import BINARY, WHY_SKIPPED, Browser

from newsdiff.render import to_html

pytestmark = [pytest.mark.browser, pytest.mark.skipif(BINARY is None, reason=WHY_SKIPPED)]
AXE = Path(os.environ.get("NEWSDIFF_AXE", Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"))
PAGES = {
    "report": samples.REPORT,
    "event": samples.EVENT,
    "extraction": samples.EXTRACTION,
    "other": samples.OTHER_EVENT,
}


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, result in {**PAGES, "hostile": samples.HOSTILE_REPORT}.items():
        (folder / f"{name}.html").write_text(to_html(result), encoding="utf-8")
    return folder


def _visible(browser):
    return browser.run(
        "[...document.querySelectorAll('#discrepancies ~ .findings > .card:not([hidden])')].map(c => c.id)"
    )


def test_highlights_are_the_words_of_the_claims(browser, pages):
    browser.open(pages / "report.html")
    for finding in (*samples.REPORT.discrepancies, *samples.REPORT.agreements, *samples.REPORT.held_back):
        for index, claim in enumerate((finding.left, finding.right)):
            if claim is not None:
                place = f"{claim.span.start}-{claim.span.end}"
                pieces = f"document.querySelectorAll('#t{index} [data-c~=\"{place}\"]')"
                words = browser.run(f"[...{pieces}].map(m => m.textContent).join('')")

                assert words == claim.surface


@pytest.mark.parametrize("name", [*PAGES, "hostile"])
def test_nothing_but_the_page_is_requested_and_nothing_is_blocked(browser, pages, name):
    browser.open(pages / f"{name}.html")

    assert browser.requests == [(pages / f"{name}.html").as_uri()]
    assert browser.errors == []


def test_kinds_importance_and_outlets_can_be_filtered(browser, pages):
    browser.open(pages / "report.html")
    assert _visible(browser) == ["d1", "d2", "d3", "d4", "d5"]

    browser.run("document.querySelector('input[value=quote]').click()")
    assert _visible(browser) == ["d1", "d3", "d4", "d5"]
    assert browser.run("document.querySelector('output').textContent") == "4 of 5 shown"

    browser.run(
        "f = document.querySelector('.filters'); f.importance.value = '2'; f.dispatchEvent(new Event('change'))"
    )
    assert _visible(browser) == ["d1", "d3", "d5"]

    browser.run("f.outlet.value = '1'; f.dispatchEvent(new Event('change'))")
    assert _visible(browser) == ["d1", "d3"]


def test_filters_reach_the_matrix_and_the_pairs(browser, pages):
    browser.open(pages / "event.html")
    shown = "[...document.querySelectorAll('details.pair:not([hidden])')].length"
    assert browser.run(shown) == 4

    browser.run("document.querySelector('input[value=number]').click()")
    assert browser.run(shown) == 3
    assert browser.run("document.querySelectorAll('tbody tr[data-kind=number]:not([hidden])').length") == 0


def test_links_lead_from_a_card_to_the_words_and_back(browser, pages):
    browser.open(pages / "report.html")
    browser.run("document.querySelector('#d3 dd a').click()")
    assert browser.run("document.querySelector(':target').textContent") == "striking crew"

    browser.run("document.querySelector(':target').click()")
    assert browser.run("document.querySelector(':target').id") == "d3"


def test_the_keyboard_goes_through_the_discrepancies(browser, pages):
    browser.open(pages / "report.html")
    active = "document.activeElement.id"
    seen = []
    for key in "jjk":
        browser.press(key)
        seen.append(browser.run(active))

    assert seen == ["d1", "d2", "d1"]


def test_articles_cannot_run_scripts(browser, pages):
    browser.open(pages / "hostile.html")

    assert "owned" not in browser.run("document.title").replace("document.title='owned'", "")
    assert browser.run("[...document.querySelectorAll('a')].every(a => a.protocol === 'file:')")
    assert browser.run("document.querySelectorAll('script, img, article svg, iframe').length") == 1


def test_without_a_script_everything_is_there(browser, pages, tmp_path):
    page = (pages / "report.html").read_text(encoding="utf-8")
    (tmp_path / "still.html").write_text(page[: page.index("<script>")], encoding="utf-8")
    browser.open(tmp_path / "still.html")

    assert browser.run("getComputedStyle(document.querySelector('.filters')).display") == "none"
    assert len(_visible(browser)) == 5


@pytest.mark.parametrize("width", [320, 1400])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways(browser, pages, name, width):
    browser.open(pages / f"{name}.html", width=width)

    assert browser.run("document.documentElement.scrollWidth") <= width


# Relative luminance and contrast as WCAG 2 defines them, over every visible piece of text.
_CONTRAST = """
(() => {
  const rgb = (c) => { const m = c.match(/[\\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
  const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = (e) => {
    for (; e; e = e.parentElement) {
      const c = rgb(getComputedStyle(e).backgroundColor);
      if (c[3] > 0) return c;
    }
    return [255, 255, 255, 1];
  };
  const bad = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const e = n.parentElement;
    if (!n.textContent.trim() || e.closest('script, [hidden], option') || !e.checkVisibility()) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) bad.push([ratio.toFixed(2), e.className, n.textContent.trim().slice(0, 30)].join(' '));
  }
  return bad;
})()
"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_every_text_has_contrast(browser, pages, name, dark):
    browser.open(pages / f"{name}.html", dark=dark)
    browser.run("document.querySelectorAll('details').forEach((box) => { box.open = true; })")

    assert browser.run(_CONTRAST) == []


@pytest.mark.parametrize("name", PAGES)
def test_landmarks_headings_and_names(browser, pages, name):
    browser.open(pages / f"{name}.html")

    assert browser.run("['header', 'main', 'footer', 'h1'].map((tag) => document.querySelectorAll(tag).length)") == [
        1,
        1,
        1,
        1,
    ]
    levels = browser.run("[...document.querySelectorAll('h1, h2, h3, h4')].map((head) => Number(head.tagName[1]))")
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert (
        browser.run("[...document.querySelectorAll('input, select')].filter((field) => !field.labels.length).length")
        == 0
    )
    assert browser.run("[...document.querySelectorAll('th')].filter((cell) => !cell.scope).length") == 0


@pytest.mark.skipif(
    not AXE.exists(), reason="needs axe-core: npm install axe-core (or NEWSDIFF_AXE=path/to/axe.min.js)"
)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", [*PAGES, "hostile"])
def test_axe_finds_no_violation(browser, pages, name, dark):
    browser.open(pages / f"{name}.html", dark=dark)
    browser.run("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    browser.run(AXE.read_text(encoding="utf-8") + "; 0")
    found = browser.run(
        "axe.run().then((all) => all.violations.map((v) => [v.impact, v.id, v.nodes[0].html.slice(0, 120)].join(' ')))"
    )

    assert found == []


def test_printing_shows_what_is_folded(browser, pages):
    browser.open(pages / "report.html")
    browser.run("window.dispatchEvent(new Event('beforeprint'))")
    assert browser.run("document.querySelectorAll('details:not([open])').length") == 0

    browser.run("window.dispatchEvent(new Event('afterprint'))")
    assert browser.run("document.querySelectorAll('details[open]').length") == 0


def test_an_article_of_right_to_left_script_keeps_its_direction(browser, tmp_path):
    report = evolve(
        samples.REPORT,
        right=evolve(samples.COAST, text="قال المتحدث 12 شخصا."),
        discrepancies=(),
        agreements=(),
        held_back=(),
    )
    (tmp_path / "rtl.html").write_text(to_html(report), encoding="utf-8")
    browser.open(tmp_path / "rtl.html")

    assert browser.run("getComputedStyle(document.querySelector('#t1 p')).direction") == "rtl"
