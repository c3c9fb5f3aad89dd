"""What all claims of two articles show together: once a topic, and what is held back there is held back everywhere."""

import re
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import newsdiff
from newsdiff import Article, Claim, ClaimKind, Document, Report, Verdict, diff
from newsdiff.plugins import Plugins, from_modules

LEFT = "The hall burned. Nine red boats left the port. Two red ferries sank off the cape."
RIGHT = "The hall burned. Nine blue boats left the port. Two blue ferries sank off the cape."


def colour(a: Claim, b: Claim) -> Verdict:
    same = a.value == b.value
    return (
        Verdict("agree") if same else Verdict("variation", "hue-choice", "two hues", 1, topic=f"{a.value} | {b.value}")
    )


def hues(overall: Any) -> Plugins:
    """Plugins with one kind "hue", which compares colours pair by pair and over the whole articles."""
    kind = ClaimKind("hue", str, compare=colour, overall=overall)

    def find(document: Document) -> Iterable[Claim]:
        for match in re.finditer(r"red|blue", document.text):
            yield Claim.at(document, match.span(), kind="hue", value=match.group())

    hooks = SimpleNamespace(
        newsdiff_claim_kinds=newsdiff.hookimpl(specname="newsdiff_claim_kinds")(lambda: [kind]),
        newsdiff_extract=newsdiff.hookimpl(specname="newsdiff_extract")(find),
    )
    return from_modules({"hues": hooks})


def report(overall: Any) -> Report:
    articles = Article(LEFT, outlet="Harbour", language="en"), Article(RIGHT, outlet="Herald", language="en")
    found = diff(*articles, same_event=True, plugins=hues(overall), min_confidence=0)
    assert (
        diff(*articles[::-1], same_event=True, plugins=hues(overall), min_confidence=0).flipped().discrepancies
        == found.discrepancies
    )
    return found


def told(found: Report) -> list[tuple[str, int]]:
    return [(it.reason.rpartition(": ")[2], it.importance) for it in found.discrepancies if it.kind == "hue-choice"]


def test_pairs_with_one_topic_are_told_once() -> None:
    assert [("two hues.", 1)] == told(report(None))


def test_the_gravest_of_a_topic_is_told() -> None:
    grave = Verdict("variation", "hue-choice", "always red", 3, topic="red | blue")

    assert [("always red.", 3)] == told(report(lambda left, right, like: [(left[0], right[0], grave, 0.5)]))


def test_what_has_no_topic_is_told_besides() -> None:
    plain = Verdict("variation", "hue-choice", "a choice", 2)

    found = report(lambda left, right, like: [(a, b, plain, 0.5) for a, b in zip(left, right, strict=True)])
    assert [("a choice.", 2), ("a choice.", 2), ("two hues.", 1)] == told(found)


def test_a_topic_that_is_held_back_is_told_by_no_pair() -> None:
    both = Verdict("incomparable", reason="both have both", topic="red | blue")

    found = report(lambda left, right, like: [(left[0], right[0], both, 1.0)])
    assert [] == told(found)
    assert 2 == sum("both have both" in it.reason for it in found.held_back)


def test_what_fails_costs_its_own_kind_and_is_said() -> None:
    found = report(lambda left, right, like: 1 / 0)

    assert ["comparison-failed"] == [it.code for it in found.problems if it.severity == "incomplete"]
