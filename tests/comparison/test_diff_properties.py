"""What must hold for a diff of any two articles: nothing against itself, the mirror image when swapped, no crash."""

from attrs import evolve
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from newsdiff import Article, Problem, diff, extract, same_event
from newsdiff.nouns.claims import replaced
from newsdiff.testing import strategies as news

SLOW = settings(max_examples=25)
PROSE = news.planted_articles().map(lambda planted: planted.article)
ANY = st.one_of(PROSE, news.articles(news.texts(200)))


@st.composite
def retold(draw):
    """Two articles on one event: the second repeats the first with other numbers, days and omissions."""
    left = draw(PROSE)
    sentences = left.text.split("\n\n")
    kept = [row for row in sentences if draw(st.booleans())] or sentences
    text = "\n\n".join(kept)
    for old, new in draw(
        st.lists(st.sampled_from((("Monday", "Tuesday"), ("1", "2"), ("killed", "hurt"), ("We saw", "We have seen"))))
    ):
        text = text.replace(old, new)
    return left, Article(text, outlet="Another", published=draw(news.published()), language="en")


def finding(item):
    """What a finding says, its reason aside: that names the outlets in the order given."""
    return (item.kind, item.relation, item.left, item.right, item.importance, item.confidence, item.edits)


def listed(report):
    return [
        sorted(map(repr, map(finding, items))) for items in (report.discrepancies, report.agreements, report.held_back)
    ]


@SLOW
@given(ANY)
@example(Article("0:0\U00018cd60:B:C", outlet="Harbour Times", language="en"))
def test_an_article_agrees_with_itself(article):
    report = diff(article, article, same_event=True)

    assert report.discrepancies == ()


@SLOW
@given(PROSE)
def test_a_reprint_agrees_with_the_original(article):
    report = diff(article, evolve(article, outlet="Reprint Press", id="reprint"), same_event=True)

    assert report.discrepancies == ()


@SLOW
@given(st.one_of(retold(), st.tuples(ANY, ANY)), st.sampled_from((None, True)))
def test_swapping_the_articles_mirrors_the_report(pair, forced):
    left, right = pair
    there, back = diff(left, right, same_event=forced), diff(right, left, same_event=forced)

    assert (there.left, there.right) == (left, right)
    assert listed(there) == listed(back.flipped())
    assert (there.event.same, there.event.decided) == (back.event.same, back.event.decided)
    assert sorted(map(repr, there.problems)) == sorted(map(repr, back.problems))


@SLOW
@given(retold())
def test_findings_point_into_their_own_article(pair):
    report = diff(*pair, same_event=True)

    for item in (*report.discrepancies, *report.agreements, *report.held_back):
        for side, claim in zip(pair, (item.left, item.right), strict=True):
            assert claim is None or side.text[claim.span.start : claim.span.end] == claim.surface
        for edit in item.edits:
            assert edit.left is None or edit.left.end <= len(pair[0].text)
            assert edit.right is None or edit.right.end <= len(pair[1].text)


@SLOW
@given(retold())
def test_every_discrepancy_is_explained_and_ranked(pair):
    report = diff(*pair, same_event=True)

    importance = [item.importance for item in report.discrepancies]
    assert importance == sorted(importance, reverse=True)
    for item in report.discrepancies:
        assert item.left or item.right
        assert item.reason.strip()
        assert 0 <= item.confidence <= 1
        assert "{" not in item.reason.replace(item.left.surface if item.left else "", "")


@SLOW
@given(retold())
def test_extracting_first_changes_nothing(pair):
    left, right = map(extract, pair)

    assert diff(left, right, same_event=True) == diff(*pair, same_event=True)
    assert diff(left, right, same_event=True) == diff(left, right, same_event=True)


@SLOW
@given(retold())
def test_a_kind_that_one_side_was_not_searched_for_is_never_silence(pair):
    left, right = extract(pair[0], kinds={"number", "date"}), extract(pair[1], kinds={"number"})
    report = diff(left, right, same_event=True)

    assert any(problem.severity == "incomplete" and "date" in problem.message for problem in report.problems)
    assert not [item for item in report.discrepancies if item.kind.startswith("date")]


@SLOW
@given(retold())
def test_an_incomplete_extraction_is_never_a_clean_report(pair):
    found = extract(pair[0])
    broken = found.with_problems(Problem("plugin-failed", "incomplete", "the plugin failed", "dates", found.article.id))
    report = diff(broken, pair[1], same_event=True)

    assert report.incomplete


@SLOW
@given(PROSE, PROSE)
def test_articles_on_two_events_have_no_discrepancies(left, right):
    report = diff(left, right)

    assume(not report.event.same)
    assert report.discrepancies == ()
    assert not report.compared


@SLOW
@given(ANY, ANY)
def test_the_gate_is_symmetric_and_gives_reasons(left, right):
    there, back = same_event(left, right), same_event(right, left)

    assert (there.same, there.decided, there.score) == (back.same, back.decided, back.score)
    assert there.reasons
    assert there.decided or not there.same


@SLOW
@given(PROSE)
def test_an_article_is_on_its_own_event_or_too_short_to_tell(article):
    found = same_event(article, article)

    assert found.same or not found.decided


@given(PROSE)
def test_a_copied_claim_equals_its_model(article):
    for claim in extract(article, kinds={"number"}).claims:
        assert replaced(claim) == claim
