"""The agency or outlet that words came through: "told Reuters", "according to TASS", "Interfax quoted him"."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from newsdiff.language import english
from newsdiff.language.lexicon import table, trie


@cache
def _names() -> dict[str, str]:
    return dict(table(Path(__file__).parent / "data" / "channels.tsv"))  # type: ignore[arg-type]


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{trie(_names())})(?![\w])")


# What turns an outlet that is merely named into the way the words took.
_BEFORE = re.compile(
    r"(?:\b(?:told|by|with|via|through|to|on|from|cited|quoted|in)\s+)(?:(?:the|an?|state|news|agency|agencies|official|Russian"
    r"|Syrian|Iranian|Turkish|Chinese|French|German|Italian|Spanish|Arabic|television|TV|channel|broadcaster|daily|newspaper"
    r"|state-run|state-owned|radio|website|magazine)\s+){0,6}$"
)
_AFTER = re.compile(
    r"(?:['’]s?)?(?:\s+(?:news|state|agency|television|TV|channel|newspaper)){0,3}\s+"
    r"(?:quot|report|cit|said|says|is report|has report|carri|publish)"
)


_PAPERS = english.lexicon.pattern("carrier-noun")
# What has an author too, but is named as a source of its own.
_WORKS = english.lexicon.pattern("authored-noun")
_HEAD = r"(?:(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|[Oo]ne) )?(?:[\w-]+ ){0,2}"
DOCUMENT = re.compile(rf"{_HEAD}(?:{_PAPERS})s?")
"""What words stand in, with nobody named whose it is."""
OWNED = re.compile(
    rf"(?:(.{{2,60}}?)['’]s? (?:[\w-]+ ){{0,2}}|{_HEAD})(?:{_PAPERS}|{_WORKS})s?(?: (?:by|from|of) (.{{2,60}}))?$"
)
"""The same with whoever gave it out: "Ruiz’s statement", "a statement from the commission"."""


def channel(text: str, start: int, end: int, holes: list[tuple[int, int]]) -> str | None:
    """Return the channel named in ``text[start:end]`` outside the *holes*, which are quotations."""
    for match in _pattern().finditer(text, start, end):
        at = match.start()
        if (at and (text[at - 1].isalnum() or text[at - 1] in "-@#")) or any(a <= at < z for a, z in holes):
            continue
        if _BEFORE.search(text, max(start, at - 60), at) or _AFTER.match(text, match.end()):
            return _names()[match.group()]
    return None


def is_channel(name: str) -> str | None:
    """Return the canonical name if *name* is an agency or outlet."""
    bare = name.removeprefix("the ").removesuffix("'s").removesuffix("’s").removesuffix(" news agency")
    return _names().get(name) or _names().get(bare) or (_names().get(bare.split()[-1]) if " agency " in bare else None)


def passes_on(mention: str) -> bool:
    """Tell whether a mention is of something that only passes words on: an agency, a statement, a document.

    >>> passes_on("the statement"), passes_on("Reuters"), passes_on("Ruiz's letter"), passes_on("the minister")
    (True, True, False, False)
    """
    return DOCUMENT.fullmatch(mention) is not None or is_channel(mention) is not None
