"""Many articles: who reports the event, who copies whom, and what each says of every fact."""

from datetime import timedelta
from itertools import permutations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import Article, ArticleError, Claim, ClaimKind, Verdict, compare, extract, hookimpl
from newsdiff.corpus import candidate_pairs
from newsdiff.corpus.facts import Facts
from newsdiff.plugins import from_modules

_COUNT = regex.compile(r"(about |at least )?(\d+) (passengers|bodies|boats)")


class _Counts:
    """Counts with their noun: "at least" and "about" are compatible with more than one value."""

    @hookimpl
    def newsdiff_claim_kinds(self):
        return [
            ClaimKind(
                "count",
                tuple,
                key=lambda claim: claim.value[2],
                compare=_compare,
                context=0.0,
            )
        ]

    @hookimpl
    def newsdiff_extract(self, document):
        for match in _COUNT.finditer(document.text):
            yield Claim.at(document, match.span(), kind="count", value=(match[1] or "", int(match[2]), match[3]))


def _compare(a, b):
    (vague, low, _), (other, high, _) = a.value, b.value
    if low == high:
        return Verdict("agree")
    fits = (vague == "at least " and high > low) or (other == "at least " and low > high)
    return Verdict("compatible" if fits else "conflict")


PLUGINS = from_modules({"counts": _Counts()})


_WORDINGS = {
    "Larnvik Post": "The ferry Solveig Dahl sank off Larnvik on Tuesday at 7:42 p.m. with {passengers} aboard. Divers"
    " counted {bodies} in the wreck. Captain Anders Brekkestad, 58, was among the dead, relatives said.",
    "Coast Radio": "It was 7:42 p.m. on Tuesday when the Solveig Dahl went down near Larnvik, {passengers} on its"
    " list. Navy divers have since brought {bodies} up from the wreck. Its skipper, Anders Brekkestad, was 58.",
    "North Daily": "Larnvik mourns: a ferry, the Solveig Dahl, turned over on Tuesday (7:42 p.m.) and took"
    " {passengers} down. In the wreck lay {bodies}, divers say. Anders Brekkestad, who commanded it, was 58.",
    "Harbour Mail": "Divers who reached the wreck at dawn saw {bodies}. The last call of Anders Brekkestad, 58, had"
    " come on Tuesday at 7:42 p.m., when the Solveig Dahl, its {passengers} asleep, was off Larnvik.",
    "Quiet Times": "Nobody knows why the Solveig Dahl, under Anders Brekkestad, 58, listed at 7:42 p.m. on Tuesday."
    " In Larnvik the owner said that {passengers} had bought tickets. Divers saw {bodies} of oil at the wreck.",
}


def _report(outlet, bodies, published="2026-02-11", passengers="63 passengers"):
    text = _WORDINGS[outlet].format(bodies=bodies, passengers=passengers)
    return Article(text, outlet=outlet, published=published, id=outlet)


LARNVIK, COAST, NORTH, HARBOUR = (
    _report("Larnvik Post", "9 bodies"),
    _report("Coast Radio", "9 bodies"),
    _report("North Daily", "14 bodies"),
    _report("Harbour Mail", "at least 8 bodies"),
)
STRANGER = Article(
    "Shares of Okonvale Mining fell by a fifth after its chief executive, Petra Lindqvist, said that the"
    " Harrow pit would"
    " stay closed until summer. Analysts at Brandt Meyer had expected 9 boats of ore by June.",
    outlet="Markets Today",
    published="2026-02-11",
    id="Markets Today",
)


def _compared(*articles, **options):
    return compare(articles, plugins=PLUGINS, **options)


def _fact(report, noun):
    return next(fact for fact in report.facts if any(claim and claim.value[2] == noun for claim in fact.claims))


def test_a_fact_is_a_row_of_what_each_article_says():
    report = _compared(LARNVIK, NORTH, COAST)
    fact = _fact(report, "bodies")

    assert [claim.surface for claim in fact.claims] == ["9 bodies", "14 bodies", "9 bodies"]
    assert fact.groups == ((0, 2), (1,))
    assert fact.outliers == (1,)
    assert not fact.disputed  # two of three agree
    assert fact.independent == 3


def test_what_no_majority_says_is_disputed_and_comes_first():
    report = _compared(LARNVIK, NORTH)

    assert _fact(report, "bodies").disputed
    assert report.facts[0] is _fact(report, "bodies")
    assert _fact(report, "bodies").outliers == ()  # one against one has no outlier
    assert not _fact(report, "passengers").disputed


def test_a_vague_value_joins_one_group_only():
    report = _compared(LARNVIK, NORTH, COAST, HARBOUR)

    assert _fact(report, "bodies").groups == ((0, 2, 3), (1,))


def test_a_pair_that_was_not_aligned_is_judged_by_its_kind():
    clusters = Facts([extract(article, plugins=PLUGINS) for article in (LARNVIK, NORTH)], PLUGINS, [0, 1])
    one, two = ((at, "count", 0) for at in (0, 1))
    for at, node in enumerate((one, two)):
        clusters.claims[node] = clusters.extractions[at].of("count")[-1 if at == 0 else 1]

    assert clusters.verdict(one, two)[0] == "conflict"
    assert clusters.verdict(one, one)[0] == "agree"


def test_silence_is_none():
    quiet = _report("Quiet Times", "traces")
    fact = _fact(_compared(LARNVIK, quiet, COAST), "bodies")

    assert fact.claims[1] is None
    assert fact.independent == 2


def test_articles_on_another_event_are_named_and_left_out():
    report = _compared(LARNVIK, STRANGER, COAST)

    assert report.unrelated == (1,)
    assert [(item.left.outlet, item.right.outlet) for item in report.reports] == [("Larnvik Post", "Coast Radio")]
    assert "Markets Today does not surely report" in " ".join(problem.message for problem in report.problems)


def test_too_little_text_is_said():
    report = _compared(LARNVIK, Article("9 bodies.", outlet="Ticker", id="Ticker"), COAST)

    assert report.unrelated == (1,)
    assert "Ticker has too little text to tell" in " ".join(problem.message for problem in report.problems)


@given(st.lists(st.text(alphabet="ab A9.,“”\n bodies Larnvik\ud800", max_size=80), min_size=2, max_size=4))
def test_any_texts_give_a_report_and_forced_ones_leave_nobody_out(texts):
    articles = [Article(text, id=str(at)) for at, text in enumerate(texts)]
    report = _compared(*articles)

    assert len(report.articles) == len(texts)
    assert {at for fact in report.facts for group in fact.groups for at in group}.isdisjoint(report.unrelated)
    assert _compared(*articles, same_event=True).unrelated == ()


def test_the_gate_can_be_skipped():
    report = _compared(LARNVIK, STRANGER, same_event=True)

    assert report.unrelated == ()
    assert len(report.reports) == 1
    assert report.reports[0].forced


def test_two_strangers_are_both_unrelated():
    assert _compared(LARNVIK, STRANGER).unrelated == (0, 1)


def test_reprints_count_as_one_source():
    reprint = Article(f"{LARNVIK.text} (agency)", outlet="Valley Echo", published="2026-02-12", id="Valley Echo")
    report = _compared(reprint, NORTH, LARNVIK)
    fact = _fact(report, "bodies")

    assert report.copies == {0: 2}  # the later one reprints
    assert fact.groups == ((0, 2), (1,))
    assert fact.independent == 2
    assert fact.disputed  # one source against one
    assert "Valley Echo reprints Larnvik Post" in " ".join(problem.message for problem in report.problems)


def test_a_sentence_shared_word_for_word_is_one_source_of_its_fact():
    shared = "The rescue service in Larnvik said late in the evening that divers had counted 9 bodies in the wreck."
    names = "Solveig Dahl, Anders Brekkestad, Larnvik, Tuesday, 7:42 p.m."
    articles = [
        Article(f"{names} {opening} {shared}", outlet=outlet, id=outlet, published="2026-02-11")
        for outlet, opening in (
            ("One", "Bells rang along the quay while families waited in the rain for news of those they had seen off."),
            (
                "Two",
                "A crane stood ready at first light, and the harbour master had the channel closed to all traffic.",
            ),
        )
    ]
    fact = _fact(_compared(*articles, same_event=True), "bodies")

    assert fact.groups == ((0, 1),)
    assert fact.independent == 1


def test_the_order_of_the_articles_changes_nothing_but_indexes():
    articles = (LARNVIK, NORTH, HARBOUR, STRANGER)
    expected = _named(_compared(*articles))

    for shuffled in permutations(articles):
        assert _named(_compared(*shuffled)) == expected


def _named(report):
    names = [article.outlet for article in report.articles]
    facts = sorted(
        (fact.key, fact.disputed, fact.independent, sorted(sorted(names[at] for at in group) for group in fact.groups))
        for fact in report.facts
    )
    return facts, sorted(names[at] for at in report.unrelated), sorted(str(problem) for problem in report.problems)


def test_extractions_are_taken_as_they_are():
    extractions = [extract(article, plugins=PLUGINS) for article in (LARNVIK, NORTH)]

    assert compare(extractions, plugins=PLUGINS) == _compared(LARNVIK, NORTH)


def test_progress_is_told():
    told = []
    _compared(LARNVIK, NORTH, COAST, progress=lambda *step: told.append(step))

    assert told[0] == ("extract", 1, 3)
    assert told[-1] == ("compare", 3, 3)


@pytest.mark.parametrize("articles", [(), (LARNVIK,)])
def test_fewer_than_two_articles_are_an_error(articles):
    with pytest.raises(ArticleError, match="two or more"):
        compare(articles, plugins=PLUGINS)


def _crowd(size):
    """Sixty articles on thirty events: two outlets each, with names of their own."""
    stems = [
        f"{a}{b}"
        for a in ("Bra", "Tor", "Kel", "Mun", "Sar", "Vil")
        for b in ("ndholt", "vikane", "dersby", "mostra", "lingar")
    ]
    for stem in stems[:size]:
        for outlet in ("Herald", "Courier"):
            text = (
                f"A dyke broke near {stem} on Monday, the {outlet} reports. Mayor Ulla {stem[::-1].title()}"
                f" said water stood"
                f" in every street of {stem}, and that the pumps of {stem} had failed before dawn."
            )
            yield Article(text, outlet=outlet, id=f"{stem} {outlet}")


def test_many_articles_are_paired_by_an_index():
    articles = list(_crowd(30))
    pairs = candidate_pairs(articles, limit=5)

    assert {(at, at + 1) for at in range(0, 60, 2)} <= set(pairs)  # the two outlets of every event
    assert len(pairs) <= 5 * len(articles)


def test_a_window_leaves_out_what_was_published_apart():
    early, late = LARNVIK, _report("Coast Radio", "9 bodies", published="2026-04-11")

    assert candidate_pairs([early, late], window=timedelta(days=3)) == []
    assert candidate_pairs([early, late]) == [(0, 1)]
