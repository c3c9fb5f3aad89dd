"""The extraction: every claim found in one article, and what was looked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.converters import as_frozenset, as_tuple
from newsdiff.nouns.display import Rendered
from newsdiff.nouns.problems import Problem


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
    memo: dict[str, Any] = field(factory=dict, init=False, eq=False, repr=False)
    """Derived views that the engine keeps with an extraction; no part of its value, never pickled."""

    def __getstate__(self) -> tuple[Any, ...]:
        return (self.article, self.claims, self.kinds, dict(self.plugins), self.problems)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        for name, value in zip(
            ("article", "claims", "kinds", "plugins", "problems", "memo"), (*state, {}), strict=True
        ):
            object.__setattr__(self, name, value)

    def of(self, kind: str) -> tuple[Claim, ...]:
        """Return the claims of one kind, sorted by place."""
        kinds: dict[str, tuple[Claim, ...]] = self.memo.setdefault("claims", {})
        if kind not in kinds:
            kinds[kind] = tuple(claim for claim in self.claims if claim.kind == kind)
        return kinds[kind]

    def with_problems(self, *problems: Problem) -> Extraction:
        """Return the same extraction with more problems."""
        return evolve(self, problems=(*self.problems, *problems))
