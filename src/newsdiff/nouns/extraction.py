"""The extraction: every claim found in one article, and what was looked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.converters import as_frozenset, as_tuple
from newsdiff.nouns.display import Rendered
from newsdiff.nouns.problems import Problem

T = TypeVar("T")


@frozen
class Extraction(Rendered):
    """Every claim found in one article, and what was looked for."""

    article: Article
    claims: tuple[Claim, ...] = field(converter=as_tuple)
    kinds: frozenset[str] = field(converter=as_frozenset)
    """Kinds that were looked for and could be; an absent kind was not, so silence about it means nothing."""
    plugins: Mapping[str, str] = field(factory=dict, hash=False)
    """Entry-point name to version of every plugin that ran."""
    problems: tuple[Problem, ...] = field(default=(), converter=as_tuple)
    _derived: dict[Callable[[Extraction], Any], Any] = field(factory=dict, init=False, eq=False, repr=False)
    """What was made of this extraction, by its maker; no part of its value, never pickled."""

    def __getstate__(self) -> tuple[Any, ...]:
        return (self.article, self.claims, self.kinds, dict(self.plugins), self.problems)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        for name, value in zip(
            ("article", "claims", "kinds", "plugins", "problems", "_derived"), (*state, {}), strict=True
        ):
            object.__setattr__(self, name, value)

    def of(self, kind: str) -> tuple[Claim, ...]:
        """Return the claims of one kind, sorted by place."""
        return self.derived(_by_kind).get(kind, ())

    def derived(self, make: Callable[[Extraction], T]) -> T:
        """Return what *make* makes of this extraction: made on first use, and kept with it for the next comparison.

        *make* is a function of a module: each has its own place, so none can take another's result for its own.
        """
        if make not in self._derived:
            self._derived[make] = make(self)
        made: T = self._derived[make]
        return made

    def keep(self, make: Callable[[Extraction], T], made: T) -> None:
        """Keep what *make* would make of this extraction, where it is known already."""
        self._derived[make] = made

    def with_problems(self, *problems: Problem) -> Extraction:
        """Return the same extraction with more problems."""
        return evolve(self, problems=(*self.problems, *problems))


def _by_kind(extraction: Extraction) -> dict[str, tuple[Claim, ...]]:
    kinds: dict[str, list[Claim]] = {}
    for claim in extraction.claims:
        kinds.setdefault(claim.kind, []).append(claim)
    return {kind: tuple(claims) for kind, claims in kinds.items()}
