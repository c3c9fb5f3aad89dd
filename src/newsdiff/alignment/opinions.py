"""Second opinions of plugins on how alike two texts are: a model may find more, never less."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from newsdiff.nouns.problems import Problem
from newsdiff.plugins import Plugin, Plugins

log = logging.getLogger(__name__)
Texts = tuple[str, ...]
Table = Sequence[Sequence[float]]


class Opinions:
    """What the plugins with a ``newsdiff_likeness`` hook say of one pair of articles; a failure becomes a problem."""

    def __init__(self, plugins: Plugins, problems: list[Problem]) -> None:
        self._plugins = [plugin for plugin in plugins if plugin.likeness]
        self._problems = problems

    def __bool__(self) -> bool:
        """Whether anybody has opinions."""
        return bool(self._plugins)

    def table(self, left: Texts, right: Texts) -> Table | None:
        """Return the highest opinion for each pair of texts, by rows of *left*; None where nobody has one."""
        if not (self._plugins and left and right):
            return None
        tables = [table for plugin in self._plugins if (table := self._ask(plugin, left, right)) is not None]
        if len(tables) < 2:
            return tables[0] if tables else None
        return [[max(cells) for cells in zip(*rows)] for rows in zip(*tables)]

    def _ask(self, plugin: Plugin, left: Texts, right: Texts) -> Table | None:
        assert plugin.likeness is not None
        try:
            table = plugin.likeness(left, right)
            return None if table is None else _checked(table, left, right)
        except Exception as error:  # an opinion is an extra: without it the report is what it is without the plugin
            log.warning("plugin %r failed to compare texts", plugin.name, exc_info=error)
            message = f"plugin {plugin.name!r} gave no opinion on likeness: {type(error).__name__}: {error}"
            problem = Problem("likeness-failed", "note", message, plugin.name)
            if problem not in self._problems:
                self._problems.append(problem)
            return None


def _checked(table: Table, left: Texts, right: Texts) -> Table:
    rows = [[float(cell) for cell in row] for row in table]
    if len(rows) != len(left) or any(len(row) != len(right) for row in rows):
        raise ValueError(f"the table must have {len(left)} rows of {len(right)}")
    if not all(0 <= cell <= 1 for row in rows for cell in row):
        raise ValueError("likeness must be between 0 and 1")
    return rows
