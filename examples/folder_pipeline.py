"""A folder of articles: extract once per article on all cores, then diff every pair that reports one event.

Usage: python examples/folder_pipeline.py FOLDER [WORKERS]
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations
from pathlib import Path

import newsdiff


def extracted(path: Path) -> newsdiff.Extraction:
    return newsdiff.extract(newsdiff.read(path))


def reports(folder: Path, workers: int) -> Iterator[newsdiff.Report]:
    paths = sorted(path for path in folder.glob("*/*") if path.suffix in {".txt", ".md"})
    with ProcessPoolExecutor(workers) as pool:
        extractions = list(pool.map(extracted, paths, chunksize=8))
    for left, right in combinations(extractions, 2):
        report = newsdiff.diff(left, right)
        if report.event.same:
            yield report


def main(folder: str, workers: str = "2") -> None:
    for report in reports(Path(folder), int(workers)):
        kinds = sorted({found.kind for found in report.discrepancies})
        print(f"{report.left.name} x {report.right.name}: {len(report.discrepancies)} ({', '.join(kinds)})")
        for problem in report.incomplete:
            print("  NOT LOOKED AT:", problem)


if __name__ == "__main__":
    main(*sys.argv[1:3])
