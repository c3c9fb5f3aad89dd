"""With a pipeline built here: no download, no network."""

import newsdiff_spacy_groups
import pytest

import newsdiff
from newsdiff.plugins import default_plugins
from newsdiff.testing import check_extractor

spacy = pytest.importorskip("spacy", reason="needs the package spacy")

TEXT = "Members of Blue Lantern blocked the road to the mine on Monday. Skarnish miners joined them."


@pytest.fixture(scope="module", autouse=True)
def small_pipeline(tmp_path_factory):
    """A pipeline on disk that knows two names, chosen as a user would choose one."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "Blue Lantern"}, {"label": "NORP", "pattern": "Skarnish"}])
    folder = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(newsdiff_spacy_groups.VARIABLE, str(folder))
        yield


def test_keeps_the_contract_and_finds_what_the_pipeline_finds():
    claims = check_extractor(newsdiff_spacy_groups, TEXT, companions=["groups"])

    assert [(c.value.name, c.value.type) for c in claims] == [("Blue Lantern", "ORG"), ("Skarnish", "NORP")]


def test_its_groups_stand_beside_the_built_in_ones(newsdiff_plugins):
    article = newsdiff.Article(f"{TEXT} The Red Cross sent doctors.", language="en")

    both = newsdiff.extract(article, plugins=newsdiff_plugins("groups", newsdiff_spacy_groups))
    alone = newsdiff.extract(article, plugins=newsdiff_plugins("groups"))

    assert {claim.span for claim in alone.claims} <= {claim.span for claim in both.claims}
    assert "Blue Lantern" in {claim.surface for claim in both.claims}


def test_without_a_pipeline_the_report_says_that_something_was_not_looked_at(newsdiff_plugins, monkeypatch):
    monkeypatch.setenv(newsdiff_spacy_groups.VARIABLE, "no_such_pipeline")

    found = newsdiff.extract(newsdiff.Article(TEXT), plugins=newsdiff_plugins("groups", newsdiff_spacy_groups))

    assert [problem.severity for problem in found.problems if problem.code == "plugin-failed"] == ["incomplete"]


def test_the_installed_plugin_registers_itself():
    assert "spacy-groups" in default_plugins().names
