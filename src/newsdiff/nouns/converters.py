"""Converters for the fields of nouns: any iterable in, an immutable collection kept."""

from collections.abc import Iterable
from typing import Any


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return *values* as a tuple; the bare ``tuple`` has no signature that a type checker can follow."""
    return tuple(values)


def as_frozenset(values: Iterable[Any]) -> frozenset[Any]:
    """Return *values* as a frozenset."""
    return frozenset(values)
