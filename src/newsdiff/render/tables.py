"""Tables: CSV, pandas and Arrow, one row a finding or claim, one column a plain value."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsdiff.nouns.claims import Claim
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.reports import EventReport, Report
from newsdiff.render import _view as view
from newsdiff.render import schema

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Row = dict[str, str | int | float | None]
_CLAIM = ("kind", "surface", "start", "end", "value", "attribution", "confidence")
FINDING_COLUMNS = (
    *("list", "kind", "relation", "importance", "confidence", "reason"),
    *(
        f"{side}_{name}"
        for side in ("left", "right")
        for name in ("article", "outlet", "surface", "start", "end", "value")
    ),
    *("same_event", "compared"),
)
CLAIM_COLUMNS = ("article", "outlet", *_CLAIM, "plugin")


def rows(result: Report | EventReport | Extraction) -> Iterator[Row]:
    """Return one row a finding (``list`` tells discrepancies, agreements and held back apart) or a claim.

    What was not compared, and what was not looked at, are rows too: an empty table is never silence.
    """
    if isinstance(result, Extraction):
        article = result.article
        for claim in result.claims:
            yield {"article": article.id, "outlet": article.outlet, **_claim(claim), "plugin": claim.plugin}
        return
    if isinstance(result, EventReport):
        yield from (_said("event", f"{result.articles[index].name}: not the same event") for index in result.unrelated)
    for report in result.reports if isinstance(result, EventReport) else (result,):
        if not report.compared:
            yield _said("event", view.verdict(report.event), report)
        yield from _findings(report)
    yield from (_said("problem", problem.message) for problem in result.incomplete)


def _said(kind: str, message: str, report: Report | None = None) -> Row:
    """A row for what must not be read as silence: another event, something that was not looked at."""
    row: Row = {**dict.fromkeys(FINDING_COLUMNS), "list": kind, "kind": kind, "reason": message}
    if report is not None:
        row |= {"left_article": report.left.id, "left_outlet": report.left.outlet}
        row |= {"right_article": report.right.id, "right_outlet": report.right.outlet}
        row |= {"same_event": report.event.same, "compared": report.compared}
    return row


def columns(result: Report | EventReport | Extraction) -> tuple[str, ...]:
    """Return the names of the columns, which are there for an empty result too."""
    return CLAIM_COLUMNS if isinstance(result, Extraction) else FINDING_COLUMNS


def to_csv(result: Report | EventReport | Extraction) -> str:
    """Return *result* as CSV (RFC 4180); a text that a spreadsheet would run as a formula gets a leading quote."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns(result), lineterminator="\r\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows(result))
    return out.getvalue()


def to_pandas(result: Report | EventReport | Extraction) -> pd.DataFrame:
    """Return *result* as a pandas data frame; needs the extra ``newsdiff[pandas]``."""
    import pandas as pd  # an extra, and 340 ms

    return pd.DataFrame(list(rows(result)), columns=list(columns(result)))


def to_arrow(result: Report | EventReport | Extraction) -> pa.Table:
    """Return *result* as an Arrow table with fixed types; needs the extra ``newsdiff[arrow]``."""
    import pyarrow as pa  # an extra, and 130 ms

    types = {"importance": pa.int8(), "confidence": pa.float64(), "same_event": pa.bool_(), "compared": pa.bool_()}
    fields = [
        pa.field(name, types.get(name, pa.int64() if name.endswith(("start", "end")) else pa.string()))
        for name in columns(result)
    ]
    return pa.Table.from_pylist(list(rows(result)), schema=pa.schema(fields))


def _findings(report: Report) -> Iterator[Row]:
    for name in ("discrepancies", "agreements", "held_back"):
        for finding in getattr(report, name):
            row: Row = {
                "list": name,
                "kind": finding.kind,
                "relation": finding.relation,
                "importance": finding.importance,
                "confidence": finding.confidence,
                "reason": finding.reason,
            }
            for side, article in (("left", report.left), ("right", report.right)):
                claim = _claim(getattr(finding, side))
                row |= {f"{side}_article": article.id, f"{side}_outlet": article.outlet}
                row |= {f"{side}_{key}": claim[key] for key in ("surface", "start", "end", "value")}
            yield row | {"same_event": report.event.same, "compared": report.compared}


def _claim(claim: Claim | None) -> Row:
    if claim is None:
        return dict.fromkeys(_CLAIM)
    return {
        "kind": claim.kind,
        "surface": claim.surface,
        "start": claim.span.start,
        "end": claim.span.end,
        "value": schema.value_text(claim.value),
        "attribution": claim.attribution,
        "confidence": claim.confidence,
    }


def _cell(value: Any) -> Any:
    # Spreadsheets run what starts like this, and the words come from strangers.
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
