"""Draw the stages of src/newsdiff, from the table explanation/stages.tsv that the import test reads too.

Usage: python docs/stages.py   (prints the drawing; docs/shown.py writes it into the architecture page)
"""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).parent / "explanation" / "stages.tsv"
# Columns of the page: where names end and descriptions wrap.
NAME, WIDTH = 12, 74


class Stage(NamedTuple):
    """A row of the table."""

    name: str
    sees: str
    gives: str
    does: str


def stages() -> list[Stage]:
    """Return the rows of the table, in the order of the data's way."""
    rows = TABLE.read_text(encoding="utf-8").splitlines()
    return [Stage(*row.split("\t")) for row in rows if not row.startswith("#")]


def box(stage: Stage) -> str:
    """Return a frame with the stage's name, what it does, and what it may import."""
    names = {"above": "all above", "none": "nothing", "all": "everything"}
    sees = names.get(stage.sees, " and ".join(stage.sees.split()))
    words = textwrap.wrap(f"{stage.does} (imports {sees})", WIDTH)
    lines = [f"│ {stage.name if not at else '':{NAME}}{line:{WIDTH}} │" for at, line in enumerate(words)]
    edge = "─" * (NAME + WIDTH + 2)
    return "\n".join((f"┌{edge}┐", *lines, f"└{edge}┘"))


def drawing() -> str:
    """Return the drawing: what serves all stages, then the way of the data with what each stage hands to the next."""
    rows = stages()
    way = [stage for stage in rows if stage.gives != "-"]
    start = rows.index(way[0])
    parts = ["What every stage rests on:", *(box(stage) for stage in rows[:start])]
    parts += ["", "The way of the data:", "", "       file, web page, feed", "              ▼"]
    for stage in way:
        parts += [box(stage), f"              │  {stage.gives}", "              ▼"]
    parts[-1] = "           a reader"
    parts += ["", "Around it:", *(box(stage) for stage in rows[start:] if stage.gives == "-")]
    return "\n".join(parts)


if __name__ == "__main__":
    print(drawing())
