"""Three or more outlets on one event: which facts are disputed, and who stands alone.

Usage: python examples/many_outlets.py ARTICLE ARTICLE [ARTICLE ...]
"""

import sys

import newsdiff


def main(paths: list[str]) -> None:
    event = newsdiff.compare([newsdiff.read(path) for path in paths])
    names = [article.name for article in event.articles]
    for index in event.unrelated:
        print(f"{names[index]} reports another event")
    for fact in event.facts:
        if not fact.disputed:
            continue
        print(f"{fact.kind}: {fact.key}")
        for name, claim in zip(names, fact.claims, strict=True):
            print(f"  {name}: {claim.surface if claim else '-'}")
        for index in fact.outliers:
            print(f"  alone: {names[index]}")


if __name__ == "__main__":
    main(sys.argv[1:])
