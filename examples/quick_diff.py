"""The smallest useful program: two articles in, every disagreement with both wordings out.

Usage: python examples/quick_diff.py LEFT RIGHT
"""

import sys

import newsdiff


def main(left_path: str, right_path: str) -> None:
    left, right = newsdiff.read(left_path), newsdiff.read(right_path)
    report = newsdiff.diff(left, right)
    if not report.event.same:
        print("Not one event:", "; ".join(report.event.reasons))
    for found in report.discrepancies:
        print(f"{found.kind} ({found.relation}, importance {found.importance})")
        for article, claim in ((left, found.left), (right, found.right)):
            print(f"  {article.name}: {claim.surface if claim else '-'}")
    for problem in report.incomplete:
        print("NOT LOOKED AT:", problem)


if __name__ == "__main__":
    main(*sys.argv[1:3])
