"""From an article to an extraction: isolation, checks, languages, empty texts, notes."""

import logging
import pickle
from datetime import date
from types import SimpleNamespace

import pytest

import newsdiff
from newsdiff import Article, Claim, ClaimKind, Span, Timex
from newsdiff.nouns.errors import ArticleError, NoExtractorsError, PluginLoadError, UnknownKindError
from newsdiff.plugins import from_modules

TEXT = "Two miners died near Port Lisse on Tuesday, and the mayor said that nobody else was missing."


def plugin(kind, extract, **fields):
    return SimpleNamespace(
        newsdiff_claim_kinds=newsdiff.hookimpl(specname="newsdiff_claim_kinds")(
            lambda: [ClaimKind(kind, **{"type": str, **fields})] if kind else []
        ),
        newsdiff_extract=newsdiff.hookimpl(specname="newsdiff_extract")(extract),
    )


def words(kind, *wanted):
    """A plugin that claims every given word."""

    def extract(document):
        for word in wanted:
            at = document.text.find(word)
            if at >= 0:
                yield Claim.at(document, (at, at + len(word)), kind=kind, value=word)

    return extract


def run(article=None, /, kinds=None, choose=None, **modules):
    loaded = from_modules(modules)
    article = article or Article(TEXT, outlet="The Ledger", published="2026-03-12")
    return newsdiff.extract(article, kinds=kinds, plugins=loaded.choose(choose) if choose else loaded)


GOOD = plugin("place", words("place", "Port Lisse"))


def test_claims_are_sorted_by_place_and_carry_the_plugin_name():
    found = run(b=plugin("day", words("day", "Tuesday")), a=GOOD, c=plugin("who", words("who", "mayor", "miners")))

    assert [(claim.surface, claim.plugin) for claim in found.claims] == [
        ("miners", "c"),
        ("Port Lisse", "a"),
        ("Tuesday", "b"),
        ("mayor", "c"),
    ]
    assert found.kinds == {"place", "day", "who"}
    assert found.plugins == {"a": "0", "b": "0", "c": "0"}
    assert found.problems == ()
    assert [claim.surface for claim in found.of("day")] == ["Tuesday"]


def test_a_plugin_cannot_sign_with_another_name():
    def extract(document):
        return [Claim.at(document, (0, 3), kind="place", value="x", plugin="somebody else")]

    assert [claim.plugin for claim in run(a=plugin("place", extract)).claims] == ["a"]


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_plugin_order_never_shows(order):
    plugins = {"a": plugin("one", words("one", "Tuesday")), "b": plugin("two", words("two", "Tuesday", "Two"))}

    found = run(**{name: plugins[name] for name in order})

    assert [(claim.surface, claim.kind) for claim in found.claims] == [
        ("Two", "two"),
        ("Tuesday", "one"),
        ("Tuesday", "two"),
    ]


# A plugin that fails


def raising(document):
    yield Claim.at(document, (0, 3), kind="bad", value="x")
    raise RuntimeError("no such table")


def leaving(document):
    raise SystemExit(3)


def endless(document):
    while True:
        yield Claim.at(document, (0, 3), kind="bad", value="x")


JUNK = {
    "raises": (raising, "RuntimeError: no such table"),
    "leaves": (leaving, "SystemExit"),
    "never ends": (endless, "returned more than 1"),
    "text": (lambda document: "Two", "returned 'T'; return Claim objects"),
    "number": (lambda document: 5, "TypeError"),
    "spans": (lambda document: [Span(0, 3)], "return Claim objects"),
    "nothings": (lambda document: [None], "returned None"),
    "another text": (lambda document: [Claim("bad", Span(0, 3), "One", "x")], "does not stand at 0:3"),
    "beyond the end": (lambda document: [Claim("bad", Span(0, 999), document.text, "x")], "does not stand"),
    "another kind": (lambda document: [Claim("mood", Span(0, 3), "Two", "x")], "which no plugin declares"),
    "another value": (lambda document: [Claim("bad", Span(0, 3), "Two", 5)], "is int, not str"),
    "a span too long": (lambda document: [Claim.at(document, (0, 9999), kind="bad")], "ends after the text"),
}


@pytest.mark.parametrize("name", JUNK)
def test_a_plugin_that_fails_costs_its_claims_and_nothing_else(name, caplog):
    extract, why = JUNK[name]
    with caplog.at_level(logging.WARNING, "newsdiff"):
        found = run(bad=plugin("bad", extract), good=GOOD)

    assert [claim.surface for claim in found.claims] == ["Port Lisse"]
    assert found.kinds == {"place"}
    assert found.plugins == {"good": "0"}
    (problem,) = found.problems
    assert (problem.code, problem.severity, problem.plugin) == ("plugin-failed", "incomplete", "bad")
    assert problem.article_id == found.article.id
    assert "The Ledger" in problem.message
    assert why in problem.message
    assert "'bad' failed" in caplog.text


def test_a_failure_costs_one_article_only():
    def picky(document):
        if "Port Lisse" in document.text:
            raise ValueError("not this one")
        return words("bad", "Oban")(document)

    loaded = from_modules({"bad": plugin("bad", picky)})
    first, second = (newsdiff.extract(Article(text), plugins=loaded) for text in (TEXT, "Nobody was hurt in Oban."))

    assert (first.claims, first.kinds) == ((), frozenset())
    assert ([claim.surface for claim in second.claims], second.problems) == (["Oban"], ())


def test_a_plugin_without_kinds_adds_to_the_kind_of_another():
    more = plugin(None, words("place", "mayor"))

    found = run(good=GOOD, more=more)

    assert [(claim.surface, claim.plugin) for claim in found.claims] == [("Port Lisse", "good"), ("mayor", "more")]


def test_a_plugin_without_kinds_that_fails_is_told_too():
    found = run(good=GOOD, more=plugin(None, raising))

    assert [problem.plugin for problem in found.problems if problem.severity == "incomplete"] == ["more"]


def test_nothing_found_is_fine():
    found = run(a=plugin("mood", lambda document: None), b=plugin("weather", lambda document: []))

    assert (found.claims, found.problems, found.kinds) == ((), (), {"mood", "weather"})


# Choosing kinds


def test_only_the_kinds_asked_for():
    asked = []

    def other(document):
        asked.append(document)
        return []

    found = run(None, {"place"}, good=GOOD, other=plugin("mood", other))

    assert (found.kinds, found.plugins, asked) == ({"place"}, {"good": "0"}, [])


def test_claims_of_kinds_not_asked_for_are_left_out():
    both = SimpleNamespace(
        newsdiff_claim_kinds=newsdiff.hookimpl(specname="newsdiff_claim_kinds")(
            lambda: [ClaimKind("place", str), ClaimKind("day", str)]
        ),
        newsdiff_extract=newsdiff.hookimpl(specname="newsdiff_extract")(
            lambda document: [*words("place", "Port Lisse")(document), *words("day", "Tuesday")(document)]
        ),
    )

    assert [claim.kind for claim in run(None, ["day"], both=both).claims] == ["day"]


def test_one_kind_as_a_string_is_one_kind():
    assert run(None, "place", good=GOOD).kinds == {"place"}


def test_an_unknown_kind_is_an_error():
    with pytest.raises(UnknownKindError, match=r"'places'; known kinds: place"):
        run(None, {"places"}, good=GOOD)


def test_no_kinds_means_nobody_looks():
    with pytest.raises(NoExtractorsError, match="kinds is empty"):
        run(None, [], good=GOOD)


def test_no_extractor_means_nobody_looks():
    with pytest.raises(NoExtractorsError):
        run()
    with pytest.raises(NoExtractorsError):
        run(none=plugin(None, lambda document: []))


def test_plugins_by_name():
    found = newsdiff.extract(Article(TEXT, published="2026-03-12"), plugins=["numbers"])

    assert found.kinds == {"number"}
    with pytest.raises(PluginLoadError, match="'number'"):
        newsdiff.extract(Article(TEXT), plugins=["number"])


@pytest.mark.parametrize("thing", ["Two died.", None, 5, b"Two died."])
def test_only_articles_are_read(thing):
    with pytest.raises(ArticleError, match=r"takes an Article, not .*newsdiff\.read"):
        newsdiff.extract(thing)


# Texts nobody can read


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff", "—", "… ! ?", "“”"])
def test_an_empty_article_is_incomplete(text):
    found = run(Article(text, outlet="The Ledger"), good=GOOD)

    assert [(problem.code, problem.severity) for problem in found.problems] == [("empty-article", "incomplete")]
    assert "The Ledger has no text" in found.problems[0].message


GERMAN = "Die Rettung sagte, dass zwei Bergleute am Dienstag ums Leben gekommen sind und niemand mehr fehlt."


@pytest.mark.parametrize(
    ("text", "language"),
    [(GERMAN, None), ("Мэр сообщила, что в шахте погибли два человека.", None), (TEXT, "de"), (TEXT, "de-AT")],
)
def test_a_language_that_nobody_reads_is_incomplete(text, language):
    called = []

    def listen(document):
        called.append(document)

    found = run(Article(text, language=language), a=plugin("place", listen), b=plugin("mood", listen))

    assert called == []
    assert (found.kinds, found.plugins) == (frozenset(), {})
    (problem,) = found.problems
    assert (problem.code, problem.severity) == ("language", "incomplete")
    assert "mood, place" in problem.message


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "en_US", None])
def test_english_is_read(language):
    assert run(Article(TEXT, language=language), a=GOOD).problems == ()


def test_kinds_that_read_the_language_are_searched():
    german = plugin("tag", words("tag", "Dienstag"), languages={"de"})
    any_language = plugin("sign", words("sign", "zwei"), languages=())

    found = run(Article(GERMAN, language="de"), a=GOOD, b=german, c=any_language)

    assert [claim.kind for claim in found.claims] == ["sign", "tag"]
    assert found.kinds == {"tag", "sign"}
    assert [problem.code for problem in found.problems] == ["language"]
    assert "not searched for place" in found.problems[0].message


# Notes


def dated(value, type_="DATE"):
    def extract(document):
        return [Claim.at(document, (35, 42), kind="day", value=Timex(type_, value))]

    return plugin("day", extract, type=Timex)


def codes(extraction):
    return [(problem.code, problem.severity) for problem in extraction.problems]


@pytest.mark.parametrize(
    ("value", "type_", "noted"),
    [
        ("XXXX-WXX-2", "DATE", True),
        ("XXXX-05-03T10:00", "TIME", True),
        ("2026-03-10", "DATE", False),
        ("2026-XX", "DATE", False),
        ("PXY", "DURATION", False),
        ("XXXX-WXX-2", "SET", False),
    ],
)
def test_open_dates_without_a_publication_date_are_a_note(value, type_, noted):
    found = run(Article(TEXT, outlet="The Ledger"), a=dated(value, type_))

    assert codes(found) == ([("no-publication-date", "note")] if noted else [])
    assert all("The Ledger" in problem.message for problem in found.problems)


def test_open_dates_with_a_publication_date_are_no_note():
    assert codes(run(Article(TEXT, published="2026-03-12"), a=dated("XXXX-WXX-2"))) == []


def test_a_title_that_is_not_in_the_text_is_a_note():
    noted = [("title-not-in-text", "note")]

    assert codes(run(Article(TEXT, title="Shaft collapses"), good=GOOD)) == noted
    assert codes(run(Article(f"Shaft\u00a0collapses\n\n{TEXT}", title="Shaft  collapses"), good=GOOD)) == []
    assert codes(run(Article.from_parts("Shaft collapses", TEXT), good=GOOD)) == []


# The result


def len_of_text(extraction):
    return len(extraction.article.text)


def test_an_extraction_survives_pickling_without_its_memory():
    found = newsdiff.extract(Article(TEXT, outlet="The Ledger", published=date(2026, 3, 12)))
    found.derived(len_of_text)
    back = pickle.loads(pickle.dumps(found))

    assert back == found
    assert back._derived == {}
    assert back.derived(len_of_text) == found.derived(len_of_text)
    assert (back.plugins, back.kinds) == (dict(found.plugins), found.kinds)


def test_the_library_logs_nothing_unless_asked(capfd):
    run(bad=plugin("bad", raising), good=GOOD)

    handlers = logging.getLogger("newsdiff").handlers
    assert any(isinstance(handler, logging.NullHandler) for handler in handlers)
    assert capfd.readouterr().err == ""


# Topics


def test_a_claim_says_what_it_is_about_as_its_kind_does():
    text = "Police said 12 people were killed in Lisse on Friday. “We saw it coming,” said Ana Ruiz, a farmer."
    topics = {claim.surface: claim.topic for claim in newsdiff.extract(newsdiff.Article(text)).claims}

    assert topics["12"] == "people killed"
    assert topics["We saw it coming,"] == "Ana Ruiz"
    assert topics["Friday"] is None


def test_no_words_of_the_clause_stand_in_for_a_topic_that_nobody_gave():
    left, right = (newsdiff.Article(f"The parliament of Velmark passed bill {at}.", outlet=at) for at in ("17", "21"))
    report = newsdiff.diff(left, right, same_event=True)

    assert "parliament velmark pass" not in report.to_text(), report.to_text()
