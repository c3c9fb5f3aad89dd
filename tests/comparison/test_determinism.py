"""One result for one input: whatever the hash seed, every set is summed and sorted the same."""

import os
import subprocess
import sys
from pathlib import Path

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"
SCRIPT = """
import sys, newsdiff
print(newsdiff.compare([newsdiff.read(path) for path in sys.argv[1:]], same_event=True).to_json())
"""


def test_a_report_does_not_depend_on_the_hash_seed() -> None:
    paths = sorted(map(str, ARTICLES.glob("*/*.*")))
    reports = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, *paths],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=120,
        ).stdout
        for seed in ("0", "1", "2")
    }

    assert 1 == len(reports)
    assert len(reports.pop()) > 10_000
