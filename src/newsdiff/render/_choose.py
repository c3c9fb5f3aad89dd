"""Showing a part of a result: some kinds, a least importance."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar, cast

from attrs import evolve

from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.reports import EventReport, Finding, Report

T = TypeVar("T", bound=Report | EventReport | Extraction)
F = TypeVar("F", bound=Finding)


def of_kind(name: str, kinds: Collection[str]) -> bool:
    """Tell whether a claim's or a finding's kind is one of *kinds*: "number" also means number-conflict."""
    return not kinds or name in kinds or any(name.startswith(f"{kind}-") for kind in kinds)


def select(result: T, *, kinds: Collection[str] = (), min_importance: int = 1) -> T:
    """Return *result* with only the discrepancies, agreements, facts or claims asked for; problems always stay."""
    shown: Report | EventReport | Extraction
    match result:
        case Report():
            shown = _report(result, kinds, min_importance)
        case EventReport():
            plain = {kind.split("-")[0] for kind in kinds}
            facts = [fact for fact in result.facts if of_kind(fact.kind, plain)]
            shown = evolve(
                result, facts=facts, reports=[_report(item, kinds, min_importance) for item in result.reports]
            )
        case _:
            shown = evolve(result, claims=[claim for claim in result.claims if of_kind(claim.kind, kinds)])
    return cast(T, shown)


def _report(report: Report, kinds: Collection[str], min_importance: int) -> Report:
    return evolve(
        report,
        discrepancies=[item for item in _of(report.discrepancies, kinds) if item.importance >= min_importance],
        agreements=_of(report.agreements, kinds),
        held_back=_of(report.held_back, kinds),
    )


def _of(findings: Collection[F], kinds: Collection[str]) -> list[F]:
    return [finding for finding in findings if of_kind(finding.kind, kinds)]
