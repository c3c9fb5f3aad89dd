"""What is understood of one number in its sentence."""

from __future__ import annotations

from newsdiff_numbers._context import Noun


class Reading:
    """Modifier, counted noun, unit and concept of one number; token indices of where its words begin and end."""

    __slots__ = (
        "beside",
        "change",
        "concept",
        "event",
        "first",
        "index",
        "last",
        "modifier",
        "noun",
        "part",
        "stop",
        "unit",
    )

    def __init__(self, index: int) -> None:
        self.index = index
        self.first = self.last = index
        self.stop = index + 1
        self.modifier = "="
        self.change: str | None = None
        self.noun: Noun | None = None
        self.unit: str | None = None
        self.concept: str | None = None
        self.event: str | None = None
        self.part: str | None = None
        self.beside = False  # "76 others", "three more": a part only where the count before is of the same event
