"""Idioms: patterns of the language that have a name, and examples and counter-examples that the tests run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from attrs import field, frozen


@frozen(eq=False)
class Idiom:
    """One way of saying something, as a pattern.

    >>> owned = Idiom("an owner", r"\\w+[’']s ", examples=("the town’s roads",), others=("the towns",))
    >>> owned.search("the town’s roads").group()
    'town’s '
    """

    name: str
    """What it says, in a few words."""
    source: str = field(repr=False)
    """The pattern; words of it that are a list come from the lexicon."""
    examples: tuple[str, ...] = field(repr=False)
    """Texts in which it is found."""
    others: tuple[str, ...] = field(repr=False)
    """Texts that are much like these, in which it is not."""
    flags: int = field(default=0, repr=False)
    pattern: re.Pattern[str] = field(init=False, repr=False)
    match: Callable[..., re.Match[str] | None] = field(init=False, repr=False)
    """The same as ``pattern.match``."""
    search: Callable[..., re.Match[str] | None] = field(init=False, repr=False)
    """The same as ``pattern.search``."""

    @pattern.default
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)

    @match.default
    def _match(self) -> Callable[..., re.Match[str] | None]:
        return self.pattern.match

    @search.default
    def _search(self) -> Callable[..., re.Match[str] | None]:
        return self.pattern.search


def idioms(package: ModuleType) -> Iterator[Idiom]:
    """Yield the idioms that stand in the modules of *package*, alone or in a tuple: a test runs their examples."""
    done: set[int] = set()
    for module in iter_modules(package.__path__):
        for value in vars(import_module(f"{package.__name__}.{module.name}")).values():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Idiom) and id(one) not in done:
                    done.add(id(one))
                    yield one
