"""The built-in extractors keep the contract that we ask of others, on every example article."""

from pathlib import Path

import pytest

import newsdiff
from newsdiff.testing import check_extractor

ARTICLES = sorted((Path(__file__).parents[2] / "examples" / "articles").glob("*/*.*"))


@pytest.mark.parametrize("name", ["dates", "groups", "numbers", "quotes"])
def test_a_built_in_extractor_keeps_the_contract(name):
    assert check_extractor(name, [newsdiff.read(path) for path in ARTICLES])
