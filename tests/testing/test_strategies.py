"""The strategies make what they say: well-formed nouns, and claims that stand where they were planted."""

import pickle

from hypothesis import given, settings

from newsdiff import Article, Report, extract
from newsdiff.testing import strategies as news


@given(news.planted_articles())
def test_planted_claims_stand_in_the_text(planted):
    for claim in planted.claims:
        assert claim.surface == claim.span.of(planted.article.text)


@settings(max_examples=50)
@given(news.planted_articles())
def test_the_built_in_extractors_find_most_planted_numbers(planted):
    wanted = {claim.span for claim in planted.claims if claim.kind == "number"}
    found = {claim.span for claim in extract(planted.article, kinds={"number"}).claims}

    assert wanted <= found


@settings(max_examples=50)
@given(news.reports())
def test_reports_are_picklable_and_flip_back(report):
    assert isinstance(report, Report)
    assert report == pickle.loads(pickle.dumps(report))
    assert report == report.flipped().flipped()


@given(news.articles(news.texts()))
def test_articles_take_any_text(article):
    assert isinstance(article, Article)
