"""One rule of reading a number, as data: what it is called and for, and sentences in which it decides or does not."""

from __future__ import annotations

from typing import Generic, TypeVar

from attrs import field, frozen

Function = TypeVar("Function")


@frozen
class Rule(Generic[Function]):
    """One way in which a number is read; the number that it reads stands in square brackets in the sentences.

    Without the rule, what is read of that number is different in every one of ``examples`` and the same in ``others``.
    """

    name: str
    purpose: str
    fits: Function = field(repr=False)
    examples: tuple[str, ...]
    others: tuple[str, ...]
