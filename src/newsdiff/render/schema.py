"""The JSON form of results, ``newsdiff/1``: what is written and read back equals the result.

Values of claims are decoded by the claim's kind; where its class is not known (the plugin is not installed) the value
stays plain data. docs/reference/newsdiff-1.schema.json describes the form.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from attrs import evolve

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.errors import SchemaError
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.kinds import Edit
from newsdiff.nouns.problems import Problem
from newsdiff.nouns.reports import Agreement, Discrepancy, EventMatch, EventReport, Fact, Finding, HeldBack, Report
from newsdiff.nouns.values import NamedGroup, Quantity, Quotation, Statement, Timex

SCHEMA = "newsdiff/1"
MAJOR = SCHEMA.partition("/")[2]
TYPES: Mapping[str, type] = {
    "quote": Quotation,
    "number": Quantity,
    "date": Timex,
    "group": NamedGroup,
    "statement": Statement,
}
T = TypeVar("T")
F = TypeVar("F", bound=Finding)
Result = Report | EventReport | Extraction | Article


def dumps(result: Result, *, indent: int | None = None) -> str:
    """Return *result* as JSON text; lone surrogates are escaped, so nothing is lost.

    >>> dumps(Article("Seven died.", id="a1"))[:65]
    '{"schema":"newsdiff/1","type":"article","id":"a1","title":null,"o'
    """
    import msgspec  # 33 ms that only saving and loading need

    plain = to_plain(result)
    try:
        data = msgspec.json.encode(plain, enc_hook=str)
    except UnicodeEncodeError:  # a lone surrogate, which UTF-8 has no form for
        return json.dumps(plain, indent=indent, default=str)
    return (data if indent is None else msgspec.json.format(data, indent=indent)).decode()


def loads(text: str | bytes, *, types: Mapping[str, type] | None = None) -> Result:
    """Return the result that *text* holds; *types* adds the value classes of plugins' kinds.

    Raises SchemaError for anything but a result of major version 1.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SchemaError(None, f"not a newsdiff result: {error}") from error
    return from_plain(data, types=types)


def to_plain(result: Result) -> dict[str, Any]:
    """Return *result* as dicts, lists and strings, ready for JSON."""
    match result:
        case Article():
            name, body = "article", article_to_plain(result)
        case Extraction():
            name, body = "extraction", _extraction_to_plain(result)
        case Report():
            name, body = "report", _report_to_plain(result, ())
        case EventReport():
            name, body = "event-report", _event_to_plain(result)
        case _:
            raise SchemaError(type(result).__name__, f"{SCHEMA} has no form for {type(result).__name__}")
    return {"schema": SCHEMA, "type": name, **body}


def from_plain(data: Any, *, types: Mapping[str, type] | None = None) -> Result:
    """Return the result that decoded JSON holds; the inverse of ``to_plain``. Raises SchemaError."""
    import msgspec  # as in dumps

    check_version(data)
    reader = _Reader({**TYPES, **(types or {})})
    known: dict[str, Callable[[dict[str, Any]], Result]] = {
        "article": reader.article,
        "extraction": reader.extraction,
        "report": reader.report,
        "event-report": reader.event,
    }
    read = known.get(str(data.get("type")))
    if read is None:
        raise SchemaError(data.get("type"), f"{SCHEMA} has no type {data.get('type')!r}")
    try:
        return read(data)
    except (KeyError, TypeError, IndexError, AttributeError, ValueError, msgspec.ValidationError) as error:
        if isinstance(error, SchemaError):
            raise
        what = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise SchemaError(data.get("type"), f"damaged {SCHEMA} {data.get('type')}: {what}") from error


def check_version(data: Any) -> None:
    """Raise SchemaError unless *data* says that it is of this major version; minor versions may differ."""
    found = data.get("schema") if isinstance(data, dict) else None
    if not isinstance(found, str) or not found.startswith("newsdiff/"):
        raise SchemaError(found, f'not a newsdiff result: "schema" is {found!r}, not {SCHEMA!r}')
    if found.partition("/")[2].split(".")[0] != MAJOR:
        raise SchemaError(found, f"{found} is not a version that this newsdiff reads ({SCHEMA}); update newsdiff")


def article_to_plain(article: Article) -> dict[str, Any]:
    """Return an article as plain data, without the schema's name."""
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "authors": list(article.authors),
        "text": article.text,
    }


def claim_to_plain(claim: Claim | None) -> dict[str, Any] | None:
    """Return a claim as plain data."""
    if claim is None:
        return None
    return {
        "kind": claim.kind,
        "span": _plain(claim.span),
        "surface": claim.surface,
        "value": _plain(claim.value),
        # msgspec leaves out what is not yet found
        "scope": {
            **_plain(claim.scope),
            "event": list(claim.scope.event),
            "happening": _plain(claim.scope.happening),
        },
        "attribution": claim.attribution,
        "confidence": claim.confidence,
        "plugin": claim.plugin,
        "topic": claim.topic,
    }


def finding_to_plain(finding: Finding) -> dict[str, Any]:
    """Return a discrepancy, an agreement or what was held back as plain data."""
    return {
        "kind": finding.kind,
        "relation": finding.relation,
        "importance": finding.importance,
        "confidence": finding.confidence,
        "reason": finding.reason,
        "left": claim_to_plain(finding.left),
        "right": claim_to_plain(finding.right),
        "edits": _plain(finding.edits),
        "alignment": finding.alignment,
        "extraction": finding.extraction,
    }


def _plain(value: Any) -> Any:
    import msgspec  # as in dumps

    return msgspec.to_builtins(value, enc_hook=str)


def value_text(value: Any) -> str | None:
    """Return a claim's value for one cell of a table: itself when it is text, else JSON without empty fields."""
    if value is None or isinstance(value, str):
        return value
    plain = _plain(value)
    if isinstance(plain, dict):
        plain = {name: item for name, item in plain.items() if item not in (None, [], ())}
    return json.dumps(plain, ensure_ascii=True, sort_keys=True)


def _extraction_to_plain(extraction: Extraction) -> dict[str, Any]:
    return {
        "article": article_to_plain(extraction.article),
        "claims": [claim_to_plain(claim) for claim in extraction.claims],
        "kinds": sorted(extraction.kinds),
        "plugins": dict(extraction.plugins),
        "problems": _plain(extraction.problems),
    }


def _report_to_plain(report: Report, known: Sequence[Article]) -> dict[str, Any]:
    """A report inside an event report names its articles by their index, so a text is written once."""
    return {
        "left": _reference(report.left, known),
        "right": _reference(report.right, known),
        "event": _plain(report.event),
        "forced": report.forced,
        "discrepancies": [finding_to_plain(item) for item in report.discrepancies],
        "agreements": [finding_to_plain(item) for item in report.agreements],
        "held_back": [finding_to_plain(item) for item in report.held_back],
        "weights": list(report.weights) if report.weights else None,
        "threshold": report.threshold,
        "problems": _plain(report.problems),
        "unpaired": {kind: list(counts) for kind, counts in report.unpaired.items()},
    }


def _reference(article: Article, known: Sequence[Article]) -> int | dict[str, Any]:
    return known.index(article) if article in known else article_to_plain(article)


def _event_to_plain(report: EventReport) -> dict[str, Any]:
    return {
        "articles": [article_to_plain(article) for article in report.articles],
        "facts": [
            {
                "key": fact.key,
                "kind": fact.kind,
                "claims": [claim_to_plain(claim) for claim in fact.claims],
                "groups": [list(group) for group in fact.groups],
                "disputed": fact.disputed,
                "independent": fact.independent,
                "outliers": list(fact.outliers),
            }
            for fact in report.facts
        ],
        "reports": [_report_to_plain(item, report.articles) for item in report.reports],
        "problems": _plain(report.problems),
        "copies": {str(copy): original for copy, original in report.copies.items()},
        "unrelated": list(report.unrelated),
    }


class _Reader:
    """Builds nouns from plain data; unknown keys are left out, so a later minor version can be read."""

    def __init__(self, types: Mapping[str, type]) -> None:
        self.types = types

    def article(self, data: dict[str, Any]) -> Article:
        fields: dict[str, Any] = {name: data.get(name) for name in ("title", "outlet", "url", "published", "language")}
        known = {"id": data["id"]} if data.get("id") is not None else {}
        return Article(data["text"], **fields, authors=data.get("authors") or (), **known)

    def claim(self, data: dict[str, Any] | None) -> Claim | None:
        if data is None:
            return None
        claim = _convert(data, Claim)
        type_ = self.types.get(claim.kind, object)
        if claim.value is None or type_ is object:
            return claim
        return evolve(claim, value=_convert(claim.value, type_))

    def finding(self, data: dict[str, Any], type_: type[F]) -> F:
        return type_(
            data["kind"],
            data["relation"],
            self.claim(data["left"]),
            self.claim(data["right"]),
            importance=data.get("importance", 1),
            confidence=data.get("confidence", 1.0),
            reason=data.get("reason", ""),
            alignment=data.get("alignment", 1.0),
            extraction=data.get("extraction", 1.0),
            edits=_convert(data.get("edits", []), tuple[Edit, ...]),
        )

    def extraction(self, data: dict[str, Any]) -> Extraction:
        claims = [claim for item in data["claims"] if (claim := self.claim(item)) is not None]
        problems = _convert(data.get("problems", []), tuple[Problem, ...])
        return Extraction(self.article(data["article"]), claims, data["kinds"], dict(data.get("plugins", {})), problems)

    def report(self, data: dict[str, Any], known: Sequence[Article] = ()) -> Report:
        left, right = (
            known[data[side]] if isinstance(data[side], int) else self.article(data[side]) for side in ("left", "right")
        )
        return Report(
            left,
            right,
            _convert(data["event"], EventMatch),
            [self.finding(item, Discrepancy) for item in data["discrepancies"]],
            [self.finding(item, Agreement) for item in data.get("agreements", [])],
            [self.finding(item, HeldBack) for item in data.get("held_back", [])],
            _convert(data.get("problems", []), tuple[Problem, ...]),
            data.get("forced", False),
            _convert(data["weights"], tuple[str, str]) if data.get("weights") else None,
            data.get("threshold"),
            {kind: (left, right) for kind, (left, right) in data.get("unpaired", {}).items()},
        )

    def event(self, data: dict[str, Any]) -> EventReport:
        articles = [self.article(item) for item in data["articles"]]
        facts = [
            Fact(
                item["key"],
                item["kind"],
                [self.claim(claim) for claim in item["claims"]],
                tuple(tuple(group) for group in item.get("groups", [])),
                item.get("disputed", False),
                item.get("independent", 0),
                item.get("outliers", ()),
            )
            for item in data["facts"]
        ]
        return EventReport(
            articles,
            facts,
            [self.report(item, articles) for item in data["reports"]],
            _convert(data.get("problems", []), tuple[Problem, ...]),
            {int(copy): original for copy, original in data.get("copies", {}).items()},
            data.get("unrelated", ()),
        )


def _convert(data: Any, type_: type[T]) -> T:
    import msgspec  # as in dumps

    return msgspec.convert(data, type_)
