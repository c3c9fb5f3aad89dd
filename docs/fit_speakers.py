"""Measures how surely speakers are read, and fits the weights by which pronouns are looked up.

Usage: python docs/fit_speakers.py QUOTES.jsonl [CLUSTERS.jsonl ...]

QUOTES holds annotated news, an article a row: {"text", "gold": [{"start", "end", "speaker", "speaker_name",
"speaker_start", "speaker_end"}]}.
CLUSTERS holds articles on one event each: {"articles": [{"text", "outlet"}]}; where two of
them print the same words, their speakers should be one person. Writes ``data/antecedents.tsv`` and
``data/readings.tsv`` of the plugin for quotations. Both files must be there before.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from newsdiff import Article, Claim, Document, extract
from newsdiff_quotes._alike import same_speaker
from newsdiff_quotes._antecedents import NOBODY, WEIGHTS, features, weighed
from newsdiff_quotes._certainty import PRIOR, READINGS
from newsdiff_quotes._reader import Reader
from newsdiff_quotes._speakers import Speakers
from newsdiff_quotes._wording import wording

_PRONOUNS = {"he": "m", "she": "f"}
# Ridge penalty and steps of the fit: flat around these values (five folds by article: 88% of pronouns right).
_RIDGE, _STEPS, _RATE, _MOMENTUM = 2.0, 400, 0.5, 0.9
_LEAST_WORDS = 6  # a shorter quotation may be two people's
_ROUNDS = 10

Row = Mapping[str, Any]
Weights = dict[str, float]


class Choice(NamedTuple):
    """A pronoun beside a quotation: the people who can be meant, and who is."""

    people: Mapping[str, Mapping[str, float]]
    meant: frozenset[str]


def rows(path: str) -> Iterator[Row]:
    """Yield the rows of a file of JSON lines."""
    with Path(path).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def named_alike(name: str | None, gold: str) -> bool:
    """Tell whether a name that was read is the annotated one: its last word is in it, or half of its words are."""
    if not name:
        return False
    read, wanted = (
        name.casefold().split(),
        gold.casefold().replace("’", " ").replace("'", " ").replace(",", " ").split(),
    )
    return read[-1].strip(".") in wanted or 2 * len({*read} & {*wanted}) >= len({*wanted})


def choices(articles: Iterable[Row]) -> Iterator[Choice]:
    """Yield every annotated pronoun once."""
    for row in articles:
        document = Document(Article(row["text"], language="en"))
        speakers, seen = Speakers(document), set()
        for quoted in Reader(document).read():
            mention = quoted.mention
            if mention is None:
                continue
            speakers.resolve(mention)
            pronoun = mention.of(document.text).lower()
            gold = next((it for it in row["gold"] if it["speaker_start"] == mention.start and it["speaker_name"]), None)
            if pronoun not in _PRONOUNS or gold is None or mention in seen:
                continue
            seen.add(mention)
            mentions = speakers.people_before(mention.start, _PRONOUNS[pronoun])  # type: ignore[arg-type]
            people = features(mentions, *speakers.place(mention.start), speakers.gendered())
            meant = frozenset(name for name in people if named_alike(name, gold["speaker_name"]))
            yield Choice(people, meant or frozenset((NOBODY,)))


def fit(known: list[Choice]) -> Weights:
    """Return the weights under which the people who are meant are likeliest, by gradient ascent."""
    names = [*sorted({name for choice in known for found in choice.people.values() for name in found}), NOBODY]
    weights, speed = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0)
    for _ in range(_STEPS):
        slope = {name: -_RIDGE * weights[name] for name in names}
        for people, meant in known:
            shares = weighed(people, weights)
            total = math.fsum(shares[name] for name in meant)
            for name, share in shares.items():
                pull = (share / total if name in meant else 0.0) - share
                for feature, value in people[name].items() if name != NOBODY else ((NOBODY, 1.0),):
                    slope[feature] += pull * value
        for name in names:
            speed[name] = _MOMENTUM * speed[name] + _RATE * slope[name] / len(known)
            weights[name] += speed[name]
    return weights


def judged(articles: Iterable[Row]) -> Iterator[tuple[str, bool]]:
    """Yield how the speaker of every annotated quotation was read, and whether rightly."""
    for row in articles:
        gold = {item["start"]: item for item in row["gold"]}
        gold |= {item["start"] + 1: item for item in row["gold"]}  # with the mark, or without
        for claim in quotations(row["text"], None):
            item, value = gold.get(claim.span.start), claim.value
            if item is None or not item["speaker"] or value.speaker_reading is None:
                continue
            names = [it for it in (item.get("speaker_name"), item["speaker"]) if it]
            mention = value.speaker_span
            beside = mention is not None and mention.start < item["speaker_end"] and mention.end > item["speaker_start"]
            if not item.get("speaker_name") and item.get("speaker_type") == "pronoun":
                continue
            yield value.speaker_reading, any(named_alike(value.speaker, it) for it in names[: 1 + beside])


def quotations(text: str, outlet: str | None) -> list[Claim]:
    """Return the quotations in marks of a text."""
    found = extract(Article(text, outlet=outlet, language="en"), kinds=["quote"])
    return [claim for claim in found.claims if claim.value.form in ("direct", "mixed")]


def agreements(clusters: Iterable[Row]) -> Iterator[tuple[str, str, bool]]:
    """Yield the ways in which one quotation's speaker was read in two articles, and whether they agree."""
    for cluster in clusters:
        printed: list[dict[tuple[str, ...], Claim]] = []
        for article in cluster["articles"]:
            known = {}
            for claim in quotations(article["text"], article["outlet"]):
                norms = tuple(wording(claim.value.content).norms)
                if len(norms) >= _LEAST_WORDS and claim.value.speaker_reading:
                    known[norms] = claim
            printed.append(known)
        for left, right in combinations(printed, 2):
            for norms in left.keys() & right.keys():
                one, other = left[norms].value, right[norms].value
                same = same_speaker(one.speaker, other.speaker)
                if same is not None:
                    yield one.speaker_reading, other.speaker_reading, same


def shares(seen: list[tuple[str, bool]], pairs: list[tuple[str, str, bool]]) -> dict[str, tuple[float, Counter[str]]]:
    """Return how often each way of reading is right, with its counts; of two that disagree the weaker one is blamed."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for way, right in seen:
        for name in (way, way.partition(", ")[0], "any"):
            counts[name].update(of=1, right=int(right))
    for one, other, same in pairs:
        for name in (one, other):
            counts[name]["agree" if same else "disagree"] += 1
    found = dict.fromkeys(counts, 0.5)
    for _ in range(_ROUNDS):
        wrong = {name: float(count["of"] - count["right"]) for name, count in counts.items()}
        of = {name: float(count["of"]) for name, count in counts.items()}
        for one, other, same in pairs:
            doubt = {name: 1.0 - found[name] for name in (one, other)}
            for name in (one, other):
                of[name] += 1
                wrong[name] += 0.0 if same else doubt[name] / (1.0 - found[one] + 1.0 - found[other])
        for name in sorted(counts, key=lambda it: (it.count(","), it != "any")):
            place = name.partition(", ")[0] if "," in name else "any"
            before = found.get(place, found["any"]) if name != "any" else 0.8
            found[name] = (of[name] - wrong[name] + PRIOR * before) / (of[name] + PRIOR)
    return {name: (found[name], counts[name]) for name in sorted(counts)}


def main(quotes: str, *clusters: str) -> None:
    """Fit and measure, and write both files."""
    annotated = list(rows(quotes))
    known = list(choices(annotated))
    lines = [f"{name}\t{weight:.2f}" for name, weight in sorted(fit(known).items())]
    head = "# source: {} on annotated news (PolNeAR) by docs/fit_speakers.py; licence: MIT"
    WEIGHTS.write_text("\n".join([head.format("fitted"), *lines, ""]), encoding="utf-8")
    pairs = list(agreements(row for path in clusters for row in rows(path)))
    found = shares(list(judged(annotated)), pairs)
    lines = [
        "\t".join((name, f"{share:.3f}", *(str(count[it]) for it in ("right", "of", "agree", "disagree"))))
        for name, (share, count) in found.items()
    ]
    columns = "# way of reading, share that is right, right, of, same speaker in another article, another speaker there"
    READINGS.write_text("\n".join([head.format("measured"), columns, *lines, ""]), encoding="utf-8")
    agreed = sum(same for _, _, same in pairs)
    print(f"{len(known)} pronouns; {len(pairs)} quotations in two articles, {agreed} with one speaker")


if __name__ == "__main__":
    main(*sys.argv[1:])
