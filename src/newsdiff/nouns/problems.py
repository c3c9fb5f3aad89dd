"""Problems: what a reader of a result must know about how it came about."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen, validators

Severity = Literal["incomplete", "note"]


@frozen
class Problem:
    """Something a reader of the result must know.

    Severity "incomplete": something was not looked at, so an empty result proves nothing; "note": everything was.
    """

    code: str
    severity: Severity = field(validator=validators.in_(("incomplete", "note")))
    message: str
    plugin: str | None = None
    article_id: str | None = None

    def __str__(self) -> str:
        return self.message
