"""How fast your machine extracts and compares, on the example articles repeated to a size.

Usage: python examples/speed.py [--megabytes 1.0]
"""

import argparse
from pathlib import Path
from time import process_time

import newsdiff

ARTICLES = Path(__file__).parent / "articles"


def main(megabytes: float) -> None:
    articles = [newsdiff.read(path) for path in sorted(ARTICLES.glob("*/*.*"))]
    newsdiff.extract(articles[0])  # loads the plugins
    size = sum(len(article.text) for article in articles)
    rounds = max(1, round(megabytes * 1e6 / size))
    begin = process_time()
    for _ in range(rounds):
        extractions = [newsdiff.extract(article) for article in articles]
    seconds = process_time() - begin
    print(f"extract: {rounds * size / 1e6 / seconds:.2f} MB/s")
    begin = process_time()
    pairs = [(one, other) for one in extractions for other in extractions if one is not other]
    for one, other in pairs:
        newsdiff.diff(one, other, same_event=True)
    print(f"diff: {(process_time() - begin) / len(pairs) * 1e3:.2f} ms a pair of extractions")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=1.0)
    main(parser.parse_args().megabytes)
