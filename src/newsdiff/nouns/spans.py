"""The span: the only way to point at words in an article."""

from typing import Protocol

from attrs import frozen

_set = object.__setattr__


class HasText(Protocol):
    """Anything with a ``text``: an Article or a Document."""

    @property
    def text(self) -> str:
        """The text that spans point into."""


@frozen(order=True)
class Span:
    """Half-open character range ``text[start:end]`` in code points, never empty.

    >>> Span(7, 12).of("Police counted")
    'count'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:  # by hand, without a validator: spans are made by the thousand
        if not 0 <= start < end:
            raise ValueError(f"span must start at 0 or later and end after its start: {start}:{end}")
        _set(self, "start", start)
        _set(self, "end", end)

    def __str__(self) -> str:
        return f"{self.start}:{self.end}"

    def of(self, text: str) -> str:
        """Return the words the span points at."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether *other* lies inside this span."""
        return self.start <= other.start and other.end <= self.end
