"""The code blocks of a page, and how to follow a page to the letter.

Usage: python docs/blocks.py PAGE FOLDER   (writes its files and runs its commands in FOLDER; stops when one fails)

A block whose first line is ``# file: PATH`` is that file; a ``console`` block is ``$ command`` lines, run by bash.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_FENCE = re.compile(r"^```(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
_FILE = re.compile(r"# file: (\S+)\n")


class Block(NamedTuple):
    """One fenced block of a page."""

    language: str
    text: str
    line: int

    @property
    def file(self) -> str | None:
        """The file that the block is, if it is one."""
        found = _FILE.match(self.text)
        return found[1] if found else None

    @property
    def content(self) -> str:
        """The text without the line that names the file."""
        return _FILE.sub("", self.text, count=1)

    @property
    def commands(self) -> list[str]:
        """The commands of a console block."""
        return [line[2:] for line in self.text.split("\n") if line.startswith("$ ")]


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of *page*, without Sphinx's own directives."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(found[1].strip(), found[2], text.count("\n", 0, found.start()) + 1)
        for found in _FENCE.finditer(text)
        if not found[1].startswith("{")
    ]


def write(block: Block, folder: Path) -> None:
    """Write the file that *block* is."""
    assert block.file
    path = folder / block.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.content, encoding="utf-8")


def follow(page: Path, folder: Path) -> int:
    """Do what *page* says, in *folder*; return 1 at the first command that fails, naming it."""
    for block in blocks(page):
        if block.file:
            write(block, folder)
        if block.language != "console":
            continue
        for command in block.commands:
            print(f"$ {command}", flush=True)
            done = subprocess.run(["bash", "-c", command], cwd=folder, stdin=subprocess.DEVNULL, check=False)
            if done.returncode:
                print(f"{page}:{block.line}: ended with {done.returncode}: {command}", file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(follow(Path(sys.argv[1]), Path(sys.argv[2])))
