"""Articles as JSON (one, a list, or {"articles": [...]}) and as JSON lines: newsdiff's own, JSON-LD and ninjs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from newsdiff.nouns.errors import ArticleError, ReadError, SchemaError
from newsdiff.nouns.formats import Reader, ReadResult, Source
from newsdiff.readers import _fields, _records
from newsdiff.render import schema

# Keys that a result of newsdiff has and an article has not.
_RESULT = {"discrepancies": "report", "facts": "report", "claims": "extraction"}


def load(source: Source) -> Any:
    """Return what the JSON text of *source* holds; raises ReadError."""
    try:
        return json.loads(source.text)
    except RecursionError:
        raise ReadError(source.name, "is nested too deeply to be an article") from None
    except ValueError as error:
        raise ReadError(source.name, f"is not valid JSON: {error}") from error


def looks_like_json(source: Source) -> bool:
    """Tell whether *source* starts like a JSON object or list."""
    head = source.text[:200].lstrip()
    return head.startswith(("{", "[{")) or (head.startswith("[") and head[1:].lstrip().startswith("{"))


def is_lines(source: Source) -> bool:
    """Tell whether the first line is a JSON object by itself, and there is more."""
    if source.suffix in {".jsonl", ".ndjson"}:
        return True
    first, _, rest = source.text.lstrip().partition("\n")
    if not (first.startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{")):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def from_record(record: Any, name: str) -> Iterator[ReadResult]:
    """Return the articles of one record (newsdiff's, JSON-LD or ninjs), or a result that says why it is none."""
    if not isinstance(record, dict):
        yield _fields.unusable(f"{name}: an article is a JSON object, not {type(record).__name__}")
    elif "schema" in record or not (_records.is_linked(record) or _records.is_ninjs(record)):
        yield _own(record, name)
    elif _records.is_ninjs(record):
        yield _records.from_ninjs(record, name)
    else:
        yield from _records.from_linked(record, name)


def _own(record: dict[str, Any], name: str) -> ReadResult:
    if "schema" in record:
        schema.check_version(record)
    for key, what in _RESULT.items():
        if key in record:
            return _fields.unusable(f"{name} holds a newsdiff {what}, not an article; use newsdiff.readers.read_report")
    if not isinstance(record.get("text"), str):
        keys = ", ".join(sorted(record)[:8])
        return _fields.unusable(f'{name}: no "text" with the words of the article (found: {keys or "nothing"})')
    fields = {key: value for key, value in record.items() if key != "text"}
    try:
        return _fields.result(record["text"], fields, headline=False)
    except ArticleError as error:
        return _fields.unusable(f"{name}: {error}")


def _read(source: Source) -> Iterable[ReadResult]:
    data = load(source)
    records = data.get("articles", data) if isinstance(data, dict) and "facts" not in data else data
    if isinstance(records, list):
        named = ((record, f"{source.name}, article {n}") for n, record in enumerate(records, 1))
        return [result for record, name in named for result in from_record(record, name)]
    return from_record(records, source.name)


def _read_lines(source: Source) -> Iterator[ReadResult]:
    for n, line in enumerate(source.text.split("\n"), 1):
        if not line.strip():
            continue
        name = f"{source.name}, line {n}"
        try:
            yield from from_record(json.loads(line), name)
        except (ValueError, RecursionError) as error:
            if isinstance(error, SchemaError):
                raise
            yield _fields.unusable(f"{name}: is not valid JSON: {error}")


JSON = Reader("json", looks_like_json, _read)
JSONL = Reader("jsonl", is_lines, _read_lines)
