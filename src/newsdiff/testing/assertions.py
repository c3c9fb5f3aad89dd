"""What a diff must say, as assertions whose failure shows what it said instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from attrs import evolve

from newsdiff.comparison.diff import diff
from newsdiff.nouns.article import Article
from newsdiff.nouns.reports import Finding, Report
from newsdiff.plugins import Plugins


def _articles(left: str | Article, right: str | Article) -> tuple[Article, Article]:
    return (
        left if isinstance(left, Article) else Article(left, outlet="Left", language="en"),
        right if isinstance(right, Article) else Article(right, outlet="Right", language="en"),
    )


def assert_reports(
    left: str | Article,
    right: str | Article,
    expected: Collection[str],
    *,
    kinds: Collection[str] | None = None,
    same_event: bool | None = True,
    plugins: Plugins | Iterable[str] | None = None,
) -> Report:
    """Assert that the two report exactly *expected*, each written as ``str(discrepancy)``; return the report.

    *kinds* looks only at discrepancies of these kinds ("number-conflict"). Order does not matter.

    >>> left, right = "Police said 43 people were killed.", "Police said 35 people were killed."
    >>> report = assert_reports(left, right, ["number-conflict: '43' vs '35'"], kinds={"number-conflict"})
    """
    report = diff(*_articles(left, right), same_event=same_event, plugins=plugins)
    found = sorted(str(item) for item in report.discrepancies if kinds is None or item.kind in kinds)
    wanted = sorted(expected)
    if found != wanted:
        missing = [row for row in wanted if row not in found]
        extra = [row for row in found if row not in wanted]
        raise AssertionError(
            "\n  ".join(["the report differs", *_told(missing, "missing"), *_told(extra, "unexpected"), *_rest(report)])
        )
    return report


def _told(rows: Iterable[str], what: str) -> list[str]:
    return [f"{what}: {row}" for row in rows]


def _rest(report: Report) -> list[str]:
    """Where a missing discrepancy may have gone."""
    held = [f"held back: {_pair(item)} ({item.reason})" for item in report.held_back]
    agreed = [f"agrees: {_pair(item)}" for item in report.agreements]
    return [*held, *agreed, *(f"problem: {problem}" for problem in report.problems)]


def _pair(item: Finding) -> str:
    return " vs ".join(repr(claim.surface) if claim else "—" for claim in (item.left, item.right))


def _bare(items: Iterable[Finding]) -> list[Finding]:
    return [evolve(item, reason="") for item in items]


def assert_mirrors(
    left: str | Article,
    right: str | Article,
    *,
    same_event: bool | None = True,
    plugins: Plugins | Iterable[str] | None = None,
) -> None:
    """Assert that swapping the articles flips the report and changes nothing else.

    >>> assert_mirrors("Two people died in Lima.", "Three people died in Lima.")
    """
    one, other = _articles(left, right)
    there = diff(one, other, same_event=same_event, plugins=plugins)
    back = diff(other, one, same_event=same_event, plugins=plugins).flipped()
    for part in ("discrepancies", "agreements", "held_back"):
        expected, found = _bare(getattr(there, part)), _bare(getattr(back, part))
        if expected != found:
            odd = [item for item in expected if item not in found] + [item for item in found if item not in expected]
            shown = "\n  ".join(map(repr, odd)) or "the same items in another order"
            raise AssertionError(f"swapping the articles changes the {part}:\n  {shown}")
    if (there.event.same, there.event.decided, there.event.score) != (
        back.event.same,
        back.event.decided,
        back.event.score,
    ):
        raise AssertionError(f"swapping the articles changes the event: {there.event} and {back.event}")
