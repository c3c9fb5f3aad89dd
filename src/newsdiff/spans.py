"""The span: the only way to point at words in an article."""

from typing import Protocol

from attrs import field, frozen, validators


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

    start: int = field(validator=validators.ge(0))
    end: int = field()

    @end.validator
    def _after_start(self, _: object, end: int) -> None:
        if end <= self.start:
            raise ValueError(f"span must end after its start: {self.start}:{end}")

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
