"""Every example in the table of the documentation is found, with the value it is printed with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsdiff import Article, Document
from newsdiff_dates import _extract

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "dates.md"
_EXAMPLE = re.compile(r"([^`·|]+) `([^`]+)`(?: ([A-Z_]{3,}))?")


def _examples() -> list[tuple[str, str, str | None]]:
    table = PAGE.read_text(encoding="utf-8").split("## What is found")[1].split("```")[0]
    return [(m[1].strip(" |"), m[2], m[3]) for m in _EXAMPLE.finditer(re.sub(r"\([^)]*\)", "", table))]


@pytest.mark.parametrize(("words", "value", "mod"), _examples(), ids=lambda part: str(part))
def test_an_example_of_the_page_is_found(words: str, value: str, mod: str | None) -> None:
    text = f"It is said that the mill stood idle in {words}."
    found = [(c.value.value, c.value.mod) for c in _extract.claims(Document(Article(text, published="2026-03-12")))]

    assert [(value, mod)] == found


def test_the_table_has_an_example_of_every_category() -> None:
    assert len(_examples()) > 50
