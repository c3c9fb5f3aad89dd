"""Write what newsdiff really says between the "shown" marks of README and docs; ``--check`` only compares.

Usage: python docs/shown.py [--check]
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
ARTICLES = "examples/articles"
_MARK = re.compile(r"(<!-- shown: (\w+) -->\n).*?(<!-- /shown -->)", re.DOTALL)
# README shows the head of the report, its first findings, and its last line.
FINDINGS = 4


def report() -> str:
    """The report of README's first command, shortened at blank lines."""
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / ARTICLES / "skarn-dam").glob("*.txt"))
    command = [sys.executable, "-m", "newsdiff", *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode != 1:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    blocks = done.stdout.rstrip().split("\n\n")
    shown = blocks[: FINDINGS + 1]
    if len(blocks) > FINDINGS + 2:
        shown.append("    ...")
    summary = blocks[-1].split("\n")
    shown.append("\n".join(dict.fromkeys((summary[0], summary[-1]))))
    return "```text\n" + "\n\n".join(shown) + "\n```\n"


def examples() -> str:
    """How many rows of the expectations on the example articles are met."""
    sys.path.insert(0, str(ROOT / "tests" / "examples"))
    import test_articles as expectations

    parts = ("must", "should", "must_not", "agree")
    lines = [f"| event | {' | '.join(parts)} |", f"|---|{'---|' * len(parts)}"]
    for event, table in expectations.EXPECTED.items():
        missed = [row.split()[0] for row in expectations.wrong(event)]
        cells = (f"{len(table[part]) - missed.count(part)} of {len(table[part])}" for part in parts)
        lines.append(f"| {event} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def stages() -> str:
    """The drawing of the stages of the source."""
    sys.path.insert(0, str(ROOT / "docs"))
    import stages as table

    return "```text\n" + table.drawing() + "\n```\n"


SHOWN = {"report": report, "examples": examples, "stages": stages}


def main(check: bool) -> int:
    """Rewrite every marked place, or name those that are stale."""
    stale = []
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        text = path.read_text(encoding="utf-8")
        fresh = _MARK.sub(lambda mark: mark[1] + SHOWN[mark[2]]() + mark[3], text)
        if fresh != text:
            stale.append(str(path.relative_to(ROOT)))
            if not check:
                path.write_text(fresh, encoding="utf-8")
    for name in stale:
        print(f"{name}: {'shows what newsdiff no longer says; run python docs/shown.py' if check else 'rewritten'}")
    return int(check and bool(stale))


if __name__ == "__main__":
    raise SystemExit(main("--check" in sys.argv[1:]))
