"""What is found in sentences written for the project, by category."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsdiff import Article, Document
from newsdiff_dates import _extract

_EXPRESSION = re.compile(r"\{([^{}=]+)=([^{}= ]+)(?: ([A-Z_]+))?\}")
_FILE = Path(__file__).with_name("sentences.txt")

Expected = list[tuple[str, str, str | None]]


def _cases() -> list[tuple[str, str, str | None, str | None, Expected]]:
    """Read the table: category, sentence, publication date, language, expressions."""
    cases, category, published, language = [], "", "2026-03-12", None
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            category = line[3:]
        elif line.startswith("@ "):
            day, _, tag = line[2:].partition(" ")
            published, language = (None if day == "none" else day), tag or None
        elif line and not line.startswith("#"):
            expected: Expected = [(m[1], m[2], m[3]) for m in _EXPRESSION.finditer(line)]
            cases.append((category, _EXPRESSION.sub(r"\1", line), published, language, expected))
    return cases


CASES = _cases()


@pytest.mark.parametrize(
    ("sentence", "published", "language", "expected"),
    [case[1:] for case in CASES],
    ids=[f"{case[0]}: {case[1]}" for case in CASES],
)
def test_the_expressions_of_a_sentence_and_nothing_else_are_claims(
    sentence: str, published: str | None, language: str | None, expected: Expected
) -> None:
    article = Article(sentence, published=published, language=language)
    found = [(c.surface, c.value.value, c.value.mod) for c in _extract.claims(Document(article))]

    assert expected == found


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(CASES) >= 300
    assert len({case[0] for case in CASES}) >= 20
