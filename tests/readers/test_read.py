import contextlib
import io
import json
import socket
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdiff
from newsdiff.nouns.errors import NewsdiffError, ReadError, SchemaError
from newsdiff.readers import MAX_BYTES, _fields, _source, read, read_all, readers
from newsdiff.readers._markup import to_text
from newsdiff.readers._text import plain, split_front_matter
from newsdiff.testing import assert_linear

BODY = "Seven people died in the ferry fire off Port Lisse, the harbour master said on Tuesday evening."
MORE = "The crew had raised the alarm twice before the doors were opened, two passengers told the newspaper."


@pytest.fixture(autouse=True)
def offline(monkeypatch):
    def refused(*_, **__):
        raise AssertionError("a reader opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


def saved(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def codes(result):
    return {problem.code for problem in result.problems}


# plain text and Markdown


def test_plain_text_is_kept_as_it_is(tmp_path):
    text = "One.\r\n\r\n  Two\u00a0three.\r\n"
    article = read(saved(tmp_path, "a.txt", text))

    assert article.text == text
    assert (article.title, article.outlet, article.published) == (None, None, None)


def test_front_matter_gives_the_fields_and_the_headline(tmp_path):
    article = read(
        saved(
            tmp_path,
            "a.md",
            "---\ntitle: 'Fire: seven dead'\noutlet: Coast Herald\npublished: 2026-03-13\nurl: https://c.example/1\n"
            "language: en-GB\nauthors: [Ana Ruiz, Ben Okri]\n---\n\nSeven died.\n",
        )
    )

    assert article.text == "Fire: seven dead\n\nSeven died.\n"
    assert article.title == "Fire: seven dead"
    assert article.outlet == "Coast Herald"
    assert article.published == date(2026, 3, 13)
    assert article.language == "en-GB"
    assert article.authors == ("Ana Ruiz", "Ben Okri")


@pytest.mark.parametrize(
    "text",
    [
        "---\nNo colon here\n---\nText",
        "---\nouter: open\nText goes on",
        "-- -\na: b\n---\nText",
        "---\n---\nText",
        "--- a: b ---",
    ],
)
def test_rules_in_running_text_are_no_front_matter(text):
    assert split_front_matter(text) == ({}, text)


def test_an_unknown_key_and_a_bad_date_are_notes():
    (result,) = read_all(io.StringIO("---\ncolour: red\npublished: last Tuesday\noutlet: X\n---\nSeven died."))

    assert codes(result) == {"front-matter", "bad-published", "no-published"}


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# Fire off *Port Lisse* #", "Fire off Port Lisse"),
        ("The **nine** dead", "The nine dead"),
        ("said [the ministry](https://m.example/x_y_z)", "said the ministry"),
        ("![A ferry](ferry.jpg)\nText", "Text"),
        ("> He said so", "He said so"),
        ("5 * 7 * 9 and snake_case_name", "5 * 7 * 9 and snake_case_name"),
        ("It was “the _Selene_”.", "It was “the Selene”."),
    ],
)
def test_markdown_becomes_words(markdown, text):
    assert plain(markdown) == text


def test_what_is_missing_is_said_and_what_the_caller_gives_is_not_missing():
    (result,) = read_all(io.StringIO("Seven died."))
    assert codes(result) == {"no-published", "no-outlet"}
    assert all(problem.severity == "note" for problem in result.problems)

    article = read(io.StringIO("---\noutlet: A\n---\nSeven died."), outlet="B", published="2026-03-13")
    assert (article.outlet, article.published) == ("B", date(2026, 3, 13))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-12", date(2026, 3, 12)),
        ("20260312", date(2026, 3, 12)),
        ("2026-03-12 08:30", datetime(2026, 3, 12, 8, 30)),
        ("12 March 2026", date(2026, 3, 12)),
        ("Mar 12, 2026", date(2026, 3, 12)),
        ("Sept. 1, 2026", date(2026, 9, 1)),
        ("Thu, 12 Mar 2026 08:30:00 +0000", datetime(2026, 3, 12, 8, 30, tzinfo=UTC)),
        ("03/04/2026", None),
        ("31 February 2026", None),
        ("12 Marble 2026", None),
        ("last Tuesday", None),
        ("1" * 5000, None),
        (None, None),
    ],
)
def test_dates_that_can_be_read_in_one_way_only(text, day):
    assert _fields.day(text) == day


# bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings_are_told_by_their_mark(tmp_path, encoding):
    assert read(saved(tmp_path, "a.txt", "Café “sept”".encode(encoding))).text == "Café “sept”"


def test_an_old_encoding_is_read_and_noted(tmp_path):
    (result,) = read_all(saved(tmp_path, "a.txt", "Café “sept” — 7".encode("cp1252")))

    assert result.article.text == "Café “sept” — 7"
    assert "encoding" in codes(result)


def test_lone_surrogates_are_replaced_one_for_one():
    assert read(io.StringIO('{"text": "a \\ud800 b \\ud83d\\ude00"}')).text == "a \ufffd b \U0001f600"


# what cannot be read


@pytest.mark.parametrize("url", ["https://news.example/a", "HTTP://x", "ftp://x/y"])
def test_a_url_is_refused_with_the_way_to_save_the_page(url):
    with pytest.raises(ReadError, match=r"never opens a network connection.*curl -L -o page\.html"):
        read(url)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"GIF89a\x00\x01\x00", "binary"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"{\\rtf1 Seven died.}", "not valid JSON|is RTF"),
        (b'<?xml version="1.0"?><newsMessage/>', "XML of a kind"),
        (b"From: <Saved by Blink>\nSubject: Fire", "web archive"),
        (b'{"text": 7}', 'no "text"'),
        (b'{"text": "a"', "not valid JSON"),
        (b'{"a":' * 100_000, "nested too deeply|not valid JSON"),
        (b'[{"text": "One."}, {"text": "Two."}]', "holds 2 articles"),
        (b'{"discrepancies": []}', "read_report"),
        (b'{"@type": "Person", "name": "Ana"}', "no schema.org article"),
        (b'{"uri": "x", "type": "picture", "versioncreated": "2026-03-12"}', "no body"),
    ],
)
def test_what_is_no_article_is_an_error_that_says_why(tmp_path, content, message):
    with pytest.raises(ReadError, match=message) as caught:
        read(saved(tmp_path, "x", content))

    assert caught.value.path == str(tmp_path / "x")


def test_paths_that_cannot_be_opened(tmp_path):
    for path, message in (
        (tmp_path / "no.txt", "does not exist"),
        (tmp_path, "is a directory"),
        ("a\0b", "cannot be read"),
    ):
        with pytest.raises(ReadError, match=message):
            read(path)


def test_a_file_larger_than_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(_source, "MAX_BYTES", 10)

    with pytest.raises(ReadError, match="larger than"):
        read(io.BytesIO(b"x" * 11))
    assert MAX_BYTES > 10_000_000


def test_a_later_schema_is_refused():
    with pytest.raises(SchemaError):
        read(io.StringIO('{"schema": "newsdiff/2", "text": "x"}'))


def test_a_format_can_be_forced_and_must_be_known():
    assert read(io.StringIO('{"text": "x"}'), format="text").text == '{"text": "x"}'
    with pytest.raises(ReadError, match="known: jsonl, json, feed, html, text"):
        read(io.StringIO("x"), format="word")


# JSON


def test_newsdiffs_own_json_keeps_its_text_exactly():
    article = newsdiff.Article(" Two\r\n lines ", title="T", outlet="O", published="2026-03-12", id="x")
    from newsdiff.render import schema

    assert read(io.StringIO(schema.dumps(article))) == article


def test_a_bad_line_costs_only_itself():
    lines = '{"text": "One."}\nnonsense\n\n{"outlet": "no text"}\n{"text": "Two.", "outlet": "B"}\n'
    results = read_all(io.StringIO(lines), format="jsonl")

    assert [result.article.text if result.article else None for result in results] == ["One.", None, None, "Two."]
    assert [problem.severity for problem in results[1].problems] == ["incomplete"]
    assert "line 2" in str(results[1].problems[0])


def test_lines_are_told_from_one_document():
    assert len(read_all(io.StringIO('{"text": "One."}\n{"text": "Two."}'))) == 2
    assert len(read_all(io.StringIO('{\n"text": "One."}\n'))) == 1
    assert len(read_all(io.StringIO('{"articles": [{"text": "One."}, {"text": "Two."}]}'))) == 2


def test_json_ld_is_read_wherever_the_graph_puts_the_article():
    node = {
        "@type": ["NewsArticle"],
        "headline": "Fire on a ferry",
        "articleBody": BODY,
        "datePublished": "2026-03-13T08:30:00Z",
        "publisher": {"@type": "Organization", "name": "Coast Herald"},
        "author": [{"@type": "Person", "name": "Ana Ruiz"}, "Ben Okri"],
        "inLanguage": {"@type": "Language", "name": "en"},
        "mainEntityOfPage": {"@id": "https://coast.example/1"},
    }
    article = read(io.StringIO(json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, node]})))

    assert article.text == f"Fire on a ferry\n\n{BODY}"
    assert article.published == datetime(2026, 3, 13, 8, 30, tzinfo=UTC)
    assert (article.outlet, article.url, article.language) == ("Coast Herald", "https://coast.example/1", "en")
    assert article.authors == ("Ana Ruiz", "Ben Okri")


def test_ninjs_1():
    article = read(
        io.StringIO(
            json.dumps(
                {
                    "uri": "https://agency.example/2026/1",
                    "type": "text",
                    "headline": "Fire on a ferry",
                    "body_html": f"<p>{BODY}</p><p>{MORE}</p>",
                    "versioncreated": "2026-03-12T21:00:00+00:00",
                    "language": "en",
                    "byline": "Ana Ruiz",
                    "source": "Lisse Agency",
                }
            )
        )
    )

    assert article.text == f"Fire on a ferry\n\n{BODY}\n\n{MORE}"
    assert (article.outlet, article.url, article.authors) == (
        "Lisse Agency",
        "https://agency.example/2026/1",
        ("Ana Ruiz",),
    )


def test_ninjs_2():
    article = read(
        io.StringIO(
            json.dumps(
                {
                    "standard": {"name": "ninjs", "version": "2.1"},
                    "uri": "urn:x:1",
                    "headlines": [{"role": "short", "value": "Fire"}, {"role": "main", "value": "Fire on a ferry"}],
                    "bodies": [
                        {"role": "main", "contenttype": "text/html", "value": f"<p>{BODY}</p>"},
                        {"role": "main", "contenttype": "text/plain", "value": BODY},
                    ],
                    "contentcreated": "2026-03-12T21:00:00+00:00",
                    "provider": {"name": "Lisse Agency"},
                    "by": "Ana Ruiz",
                }
            )
        )
    )

    assert article.text == f"Fire on a ferry\n\n{BODY}"
    assert (article.title, article.outlet, article.url) == ("Fire on a ferry", "Lisse Agency", None)


# feeds

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Coast Herald</title>
<language>en</language><link>https://coast.example/</link>
<item><title>Fire &amp; alarm</title><link>https://coast.example/1</link>
<pubDate>Fri, 13 Mar 2026 08:30:00 GMT</pubDate>
<description>In short.</description>
<content:encoded><![CDATA[<p>{BODY}</p><script>x()</script><p>{MORE}</p>]]></content:encoded></item>
<item><title>Only a summary</title><description>Two ferries met.</description></item>
<item><title>Nothing</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Radio Lisse</title><entry><title>Fire</title>
<link href="https://radio.example/1"/><updated>2026-03-12T21:00:00Z</updated><author><name>Ana Ruiz</name></author>
<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"""


def test_rss_with_full_content():
    pytest.importorskip("feedparser", reason="needs newsdiff[feeds]")
    full, summary, nothing = read_all(io.StringIO(RSS))

    assert full.article.text == f"Fire & alarm\n\n{BODY}\n\n{MORE}"
    assert full.article.published == datetime(2026, 3, 13, 8, 30, tzinfo=UTC)
    assert (full.article.outlet, full.article.url) == ("Coast Herald", "https://coast.example/1")
    assert codes(full) == set()
    assert "summary-only" in codes(summary)
    assert nothing.article is None


def test_atom():
    pytest.importorskip("feedparser", reason="needs newsdiff[feeds]")
    article = read(io.BytesIO(ATOM.encode()))

    assert article.text == f"Fire\n\n{BODY}"
    assert (article.outlet, article.authors) == ("Radio Lisse", ("Ana Ruiz",))


def test_entities_that_would_explode_are_refused():
    pytest.importorskip("feedparser", reason="needs newsdiff[feeds]")
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel></channel></rss>'

    with pytest.raises(ReadError, match="entities"):
        read_all(io.StringIO(bomb), format="feed")


# web pages

PAGE = f"""<!doctype html>
<!-- saved from url=(0025)https://saved.example/page -->
<html lang="en-GB"><head><meta charset="utf-8"><title>Fire on a ferry | Coast Herald</title>
<meta property="og:title" content="Fire on a ferry | Coast Herald"><meta property="og:site_name" content="Coast Herald">
<meta property="article:published_time" content="2026-03-13T08:30:00Z"><meta name="author" content="Ana Ruiz">
<link rel="canonical" href="https://coast.example/1"><script>document.write("no")</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Fire on a ferry</h1><p>{BODY}</p><p>{MORE}</p></article>
<aside><h4>Related</h4><a href="/2">Another ferry sank in May</a></aside>
<footer><p>Copyright Coast Herald</p></footer></body></html>"""


@pytest.fixture
def pages():
    pytest.importorskip("trafilatura", reason="needs newsdiff[html]")


@pytest.mark.usefixtures("pages")
def test_a_web_page_gives_its_text_and_what_its_head_says():
    (result,) = read_all(io.StringIO(PAGE))
    article = result.article

    assert article.text == f"Fire on a ferry\n\n{BODY}\n\n{MORE}"
    assert article.title == "Fire on a ferry"
    assert (article.outlet, article.language) == ("Coast Herald", "en-GB")
    assert article.url == "https://coast.example/1"
    assert article.published == datetime(2026, 3, 13, 8, 30, tzinfo=UTC)
    assert codes(result) == set()


@pytest.mark.usefixtures("pages")
def test_json_ld_in_the_page_is_believed_first():
    node = {
        "@type": "NewsArticle",
        "headline": "Ferry fire",
        "datePublished": "2026-03-14",
        "publisher": {"name": "The Herald"},
    }
    article = read(
        io.StringIO(PAGE.replace("</head>", f'<script type="application/ld+json">{json.dumps(node)}</script></head>'))
    )

    assert article.published == date(2026, 3, 14)
    assert article.outlet == "The Herald"


@pytest.mark.usefixtures("pages")
def test_json_ld_of_related_articles_is_not_believed():
    nodes = [
        {"@type": "NewsArticle", "headline": "Another ferry sank in May", "datePublished": "2025-05-01"},
        {"@type": "NewsArticle", "headline": "Fire on a ferry", "datePublished": "2026-03-14"},
        {"@type": "NewsArticle", "headline": "Library opens", "datePublished": "2024-01-01"},
    ]
    script = f'<script type="application/ld+json">{json.dumps(nodes)}</script></head>'
    assert read(io.StringIO(PAGE.replace("</head>", script))).published == date(2026, 3, 14)

    others = script.replace("Fire on a ferry", "Fire in a barn")
    assert read(io.StringIO(PAGE.replace("</head>", others))).published == datetime(2026, 3, 13, 8, 30, tzinfo=UTC)


@pytest.mark.usefixtures("pages")
def test_a_page_that_only_states_its_text_in_json_ld_is_read():
    node = {"@type": "NewsArticle", "headline": "Fire &amp; alarm", "articleBody": f"{BODY}\n\n{MORE}"}
    page = (
        f'<html><body><script type="application/ld+json">{json.dumps(node)}</script><div id="app"></div></body></html>'
    )

    assert read(io.StringIO(page)).text == f"Fire & alarm\n\n{BODY}\n\n{MORE}"


@pytest.mark.usefixtures("pages")
def test_a_page_is_told_by_its_content_and_its_declared_encoding_is_used(tmp_path):
    page = (
        PAGE.replace("utf-8", "iso-8859-15").replace("Seven", "Sept cafés —").encode("iso-8859-15", "xmlcharrefreplace")
    )

    assert "Sept cafés —" in read(saved(tmp_path, "page.txt", page)).text


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<html><body><script>app()</script><div id=root></div></body></html>", "no article text"),
        ("<html>" + "<div>" * 5000 + "deep", "deep"),
        ("<html></html>", "no article text|no HTML"),
    ],
)
def test_pages_without_text_say_so(page, message):
    with pytest.raises(ReadError, match=message):
        read(io.StringIO(page))


@pytest.mark.usefixtures("pages")
def test_addresses_that_are_none_are_left_out():
    page = PAGE.replace("https://coast.example/1", "javascript:alert(1)")

    assert read(io.StringIO(page)).url is None


def test_markup_in_feeds_becomes_paragraphs():
    assert to_text("a<br/>b<p>c &lt;d&gt;</p><style>x</style>e") == "a\n\nb\n\nc <d>\n\ne"


@settings(max_examples=60)
@given(st.text(max_size=80) | st.binary(max_size=80))
def test_any_content_is_read_or_refused_by_an_error_of_ours(content):
    stream = io.BytesIO(content) if isinstance(content, bytes) else io.StringIO(content)
    try:
        for result in read_all(stream):
            assert result.article is not None or result.problems
    except NewsdiffError:
        pass


@settings(max_examples=40)
@given(
    st.sampled_from(("---\n", "<html>", "<rss>", "<feed>", "{", '{"@type":', "[{", '{"uri":"x","bodies":')),
    st.text(max_size=60),
)
def test_beginnings_of_every_format_are_read_or_refused(head, rest):
    with contextlib.suppress(NewsdiffError):
        read_all(io.StringIO(head + rest))


class Shouted:
    """A plugin that brings a format."""

    @newsdiff.hookimpl
    def newsdiff_claim_kinds(self):
        return ()

    @newsdiff.hookimpl
    def newsdiff_readers(self):
        def read_it(source):
            return [newsdiff.ReadResult(newsdiff.Article(source.text[1:].lower(), outlet="S"))]

        return [newsdiff.Reader("shouted", lambda source: source.text.startswith("!"), read_it)]


def test_a_plugin_brings_a_format_and_is_asked_first():
    from newsdiff.plugins import from_modules

    plugins = from_modules({"shouted": Shouted()})

    (result,) = read_all(io.StringIO("!SEVEN DIED"), plugins=plugins)
    assert result.article.text == "seven died"
    assert codes(result) == {"no-published"}
    assert next(iter(readers(plugins))) == "shouted"
    assert read(io.StringIO("!SEVEN DIED")).text == "!SEVEN DIED"


@pytest.mark.parametrize("declared", [[3], None])
def test_a_plugin_whose_readers_are_none_is_named(declared):
    from newsdiff.plugins import from_modules

    class Broken(Shouted):
        @newsdiff.hookimpl
        def newsdiff_readers(self):
            return declared

    with pytest.raises(newsdiff.PluginError, match="broken"):
        from_modules({"broken": Broken()})


@pytest.mark.usefixtures("pages")
def test_time_grows_with_the_page_only():
    said = "passengers, the harbour master said, and more than"

    def page(size):
        rows = "".join(f"<p>On day {n} the ferry <b>{n}</b> took {200 + n} {said} {n} crew.</p>" for n in range(size))
        links = "".join(f'<li class="item"><a href="/r/{n}">Story {n} about other things</a></li>' for n in range(size))
        return io.StringIO(
            PAGE.replace("<aside>", f"<aside><ul>{links}</ul>").replace("</article>", f"{rows}</article>")
        )

    assert_linear(read, prepare=page, size=150)


TAGS = ("<p>", "</p>", "<div>", "</div>", "<article>", "<h1>", "<!--", "-->", "<script>", "</script>", "<table><td>")
PIECES = (
    *TAGS,
    "&#0;",
    "&amp;",
    "\x00",
    "\x0b",
    "\ud800",
    "Seven people died.",
    "<a href='x'>",
    "<![CDATA[",
    "<meta name=date content=",
)


@pytest.mark.usefixtures("pages")
@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_broken_pages_are_read_or_refused(rest):
    with contextlib.suppress(ReadError):
        read(io.StringIO(f"<html><body>{rest}"))


def test_readers_are_asked_in_a_fixed_order():
    assert [*readers()][-5:] == ["jsonl", "json", "feed", "html", "text"]
