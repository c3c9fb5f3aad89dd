"""What must hold for any text whatever: exact spans, one answer, no crash, time in proportion."""

import itertools
import pickle
import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsdiff import Article, Document, extract
from newsdiff.plugins import default_plugins, from_modules
from newsdiff.testing import assert_linear
from newsdiff.testing import strategies as news
from newsdiff.testing.contract import AWKWARD

ANY = settings(max_examples=100)

# Characters that extractors and views give a meaning to, mixed at random.
MARKS = "“”‘’\"'«»„`´.,;:!?…-–—()[]{}$£€%°#@&*/\\|0123456789\n\r\t \u00a0\u2028\ufeff\u202e\u0301\ud800\x00"
SCRAPS = (
    "said Friday 3 May 2026 killed 40 people the U.S. Mr. Maro (LPA) “ ” ' No. 5 $4m between 2,000 per cent".split()
)
SOUP = st.lists(st.one_of(st.sampled_from(MARKS), st.sampled_from(SCRAPS), st.just(" ")), max_size=120).map("".join)


@pytest.fixture(scope="module")
def plugins():
    return default_plugins()


@ANY
@given(st.one_of(news.texts(), SOUP), news.published())
@example("\ud800\udfff", None)
@example("\x00", None)
@example("\u202e“12\u202c”", None)
def test_claims_stand_exactly_in_any_text(text, published):
    found = extract(Article(text, language="en", published=published))

    assert not [problem for problem in found.problems if problem.code == "plugin-failed"]
    for claim in found.claims:
        assert 0 <= claim.span.start < claim.span.end <= len(text)
        assert claim.surface == text[claim.span.start : claim.span.end]
        assert claim.kind in found.kinds
    places = [(claim.span.start, claim.span.end, claim.kind, claim.plugin) for claim in found.claims]
    assert places == sorted(places)


@ANY
@given(st.one_of(news.texts(), SOUP, news.planted_articles().map(lambda planted: planted.article.text)))
def test_every_view_of_any_text_is_exact_ordered_and_the_same_twice(text):
    document, again = Document(Article(text)), Document(Article(text))

    for name in ("body", "sentences"):
        spans = getattr(document, name)
        assert spans == getattr(again, name)
        assert all(before.end <= after.start for before, after in itertools.pairwise(spans))
        assert all(span.end <= len(text) and span.of(text).strip() for span in spans)
    for region in document.quoted:
        assert region.outer.contains(region.inner)
        assert region.outer.end <= len(text)
    for at in range(0, len(text), 7):
        assert document.in_body(at) == any(row.start <= at < row.end for row in document.body)


@ANY
@given(st.one_of(SOUP, news.planted_articles().map(lambda planted: planted.article.text)), st.randoms())
def test_extraction_is_deterministic_and_blind_to_plugin_order(text, shuffled):
    article = Article(text, language="en", published="2026-03-12")
    names = list(default_plugins())
    shuffled.shuffle(names)
    turned = from_modules({plugin.name: plugin.module for plugin in names}, {p.name: p.version for p in names})
    # The order of the run is what could show: turn that too.
    turned._plugins = {plugin.name: turned._plugins[plugin.name] for plugin in names}

    first, second = extract(article), extract(article, plugins=turned)

    assert first == second
    assert first.plugins == second.plugins


@settings(max_examples=40)
@given(news.planted_articles().map(lambda planted: planted.article))
def test_kinds_alone_find_what_they_find_together(article):
    together = extract(article)

    for kind in sorted(together.kinds):
        alone = extract(article, kinds={kind})
        assert [(c.span, c.value) for c in alone.claims] == [(c.span, c.value) for c in together.of(kind)]


@settings(max_examples=30)
@given(st.one_of(SOUP, news.planted_articles().map(lambda planted: planted.article.text)))
def test_extractions_travel(text):
    found = extract(Article(text, language="en"))

    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_texts(name):
    found = extract(Article(AWKWARD[name], language="en"))

    assert not [problem for problem in found.problems if problem.code == "plugin-failed"]


def prose(size):
    """Running text on invented events; no two sentences alike."""
    dice = random.Random(7)
    places, people = ("Port Lisse", "Oban", "Upper Skarn", "Grenmark"), ("Ida Lunde", "Denis Maro", "Vera Tolan")
    rows, length = [], 0
    while length < size:
        rows.append(
            f"At least {dice.randrange(2, 900)} miners were hurt near {dice.choice(places)} on Tuesday, 3 May,"
            f" the Halden Copper Company said. “We lost {dice.randrange(2, 90)} of them,” {dice.choice(people)}"
            f" told reporters. The rebels of the Northern Front denied it {dice.randrange(2, 30)} days later."
        )
        length += len(rows[-1]) + 2
    return "\n\n".join(rows)[:size]


HOSTILE = {
    "prose": prose,
    "digits": lambda size: "7" * size,
    "digits and commas": lambda size: "1," * (size // 2),
    "numbers": lambda size: "12 " * (size // 3),
    "opening marks": lambda size: "“" * size,
    "straight marks": lambda size: '" ' * (size // 2),
    "apostrophes": lambda size: "' " * (size // 2),
    "full stops": lambda size: ". " * (size // 2),
    "capitals": lambda size: "Aa " * (size // 3),
    "letters": lambda size: "a" * size,
    "blanks": lambda size: "x" + " " * size + "x",
    "brackets": lambda size: "(A" * (size // 2),
    "months": lambda size: "May " * (size // 4),
    "said": lambda size: "he said " * (size // 8),
    "lines": lambda size: "Oban\n" * (size // 5),
    "hyphens": lambda size: "a-" * (size // 2),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_only(name):
    assert_linear(
        extract,
        prepare=lambda size: Article(HOSTILE[name](size), language="en", published="2026-03-12"),
        size=33_000 if name == "prose" else 1_700,
    )
