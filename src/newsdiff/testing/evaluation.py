"""``newsdiff evaluate``: the installed extractors against anybody's annotated articles, and against an earlier run.

The gold file is JSON lines, one article a line::

    {"id": "a1", "text": "At least 42 died.",
     "claims": [{"kind": "number", "start": 9, "end": 11, "value": {"amount": 42}}]}

(on one line). ``kinds`` (optional) names the kinds that were annotated there; left out, it is every kind that occurs in
the file, so that an article without claims counts too. ``value`` (optional) is compared field by field: only the
fields it gives. Offsets are code points, end exclusive. A claim is right when its span is exact and the given fields of
its value agree.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from attrs import asdict, field, frozen

from newsdiff.extraction.extract import extract
from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.converters import as_tuple
from newsdiff.nouns.errors import NewsdiffError, SchemaError
from newsdiff.nouns.problems import Problem
from newsdiff.plugins import Plugins

SCHEMA = "newsdiff-evaluation/1"
_FIELDS = ("title", "outlet", "url", "published", "language", "id")


@frozen
class GoldClaim:
    """One annotated claim."""

    kind: str
    start: int
    end: int
    value: Any = None
    """Fields that must agree, or None: only the span counts."""

    def overlap(self, claim: Claim) -> int:
        """Return how many characters the two share."""
        return min(self.end, claim.span.end) - max(self.start, claim.span.start)

    def exact(self, claim: Claim) -> bool:
        """Tell whether the two stand at the same place."""
        return (self.start, self.end) == (claim.span.start, claim.span.end)

    def agrees(self, value: Any) -> bool:
        """Tell whether *value* has what the annotation gives."""
        if not isinstance(self.value, dict):
            return self.value is None or _plain(value) == self.value
        return all(_plain(getattr(value, name, None)) == wanted for name, wanted in self.value.items())


@frozen
class GoldArticle:
    """One annotated article."""

    article: Article
    kinds: frozenset[str]
    claims: tuple[GoldClaim, ...] = field(converter=as_tuple)


@frozen
class Score:
    """Counts and figures for one kind."""

    kind: str
    gold: int
    found: int
    exact: int
    """Found at exactly the annotated place."""
    overlapping: int
    """Found at the place or overlapping it, one to one."""
    valued: int
    """Overlapping pairs whose annotation gives a value."""
    value_right: int

    @property
    def precision(self) -> float:
        """Share of what was found that stands at an annotated place."""
        return self.exact / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what was annotated that was found at its place."""
        return self.exact / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.exact / (self.gold + self.found) if self.gold + self.found else 0.0

    @property
    def overlap_f1(self) -> float:
        """F1 when any overlap counts."""
        return 2 * self.overlapping / (self.gold + self.found) if self.gold + self.found else 0.0

    @property
    def value_accuracy(self) -> float | None:
        """Share of right values among the overlapping pairs that have one to compare."""
        return self.value_right / self.valued if self.valued else None


@frozen(order=True)
class Hit:
    """One claim that was found, and whether it was right; what a later run is compared with."""

    article: str
    kind: str
    start: int
    end: int
    surface: str
    right: bool


@frozen
class Evaluation:
    """One run over a gold file."""

    scores: tuple[Score, ...] = field(converter=as_tuple)
    """One per kind, sorted by name."""
    hits: tuple[Hit, ...] = field(converter=as_tuple)
    plugins: Mapping[str, str] = field(factory=dict, hash=False)
    problems: tuple[Problem, ...] = field(default=(), converter=as_tuple)

    def to_json(self) -> str:
        """Return the run as JSON, for ``--baseline`` of a later one."""
        rows = [asdict(score) for score in self.scores]
        hits = [[hit.article, hit.kind, hit.start, hit.end, hit.surface, hit.right] for hit in self.hits]
        record = {"schema": SCHEMA, "plugins": dict(self.plugins), "scores": rows, "hits": hits}
        return json.dumps(record, ensure_ascii=True, indent=1)

    @classmethod
    def from_json(cls, text: str) -> Evaluation:
        """Return a run that ``to_json`` wrote; raises SchemaError."""
        try:
            record = json.loads(text)
            if record.get("schema") != SCHEMA:
                raise SchemaError(record.get("schema"), f"not a run of newsdiff evaluate ({SCHEMA})")
            scores = [Score(**row) for row in record["scores"]]
            return cls(scores, [Hit(*row) for row in record["hits"]], record["plugins"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            if isinstance(error, SchemaError):
                raise
            raise SchemaError(None, f"not a run of newsdiff evaluate ({SCHEMA}): {error}") from error


@frozen
class Change:
    """What one claim did between two runs."""

    sign: str
    """"+" for the better, "-" for the worse."""
    hit: Hit
    what: str


def load_gold(lines: Iterable[str], name: str = "gold") -> list[GoldArticle]:
    """Return the annotated articles of JSON *lines*; raises SchemaError with the line's number."""
    records = list(_records(lines, name))
    everywhere = frozenset(str(claim["kind"]) for _, record in records for claim in record["claims"])
    if not everywhere and not any(record.get("kinds") for _, record in records):
        raise SchemaError(None, f"{name}: no claim is annotated, so there is nothing to compare with")
    return [_gold(record, everywhere, f"{name}, line {number}") for number, record in records]


def _records(lines: Iterable[str], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{name}, line {number}"
        try:
            record = json.loads(line)
        except ValueError as error:
            raise SchemaError(None, f"{place}: is not valid JSON: {error}") from error
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            raise SchemaError(None, f'{place}: an annotated article is an object with a "text"')
        claims = record.get("claims")
        if not isinstance(claims, list) or not all(isinstance(row, dict) and "kind" in row for row in claims):
            raise SchemaError(None, f'{place}: "claims" is a list of objects with kind, start and end')
        yield number, record


def _gold(record: dict[str, Any], everywhere: frozenset[str], place: str) -> GoldArticle:
    try:
        article = Article(record["text"], **{key: record[key] for key in _FIELDS if record.get(key) is not None})
        claims = [GoldClaim(row["kind"], row["start"], row["end"], row.get("value")) for row in record["claims"]]
        fits = [0 <= claim.start < claim.end <= len(article.text) for claim in claims]
    except (KeyError, TypeError, NewsdiffError) as error:
        raise SchemaError(None, f"{place}: {type(error).__name__}: {error}") from error
    if not all(fits):
        raise SchemaError(None, f"{place}: {claims[fits.index(False)]} does not lie inside the text")
    kinds = frozenset(record.get("kinds") or everywhere)
    if stray := sorted({claim.kind for claim in claims} - kinds):
        raise SchemaError(None, f'{place}: claims of {", ".join(stray)} are annotated, but "kinds" does not name it')
    return GoldArticle(article, kinds, claims)


def evaluate(gold: str | Path | Iterable[str], *, plugins: Plugins | Iterable[str] | None = None) -> Evaluation:
    """Run the extractors over annotated articles (a path, or JSON lines) and count.

    Raises SchemaError for a gold file that cannot be used, UnknownKindError for a kind that no plugin declares.

    >>> lines = ['{"text": "Police said 12 people died.", "claims": [{"kind": "number", "start": 12, "end": 14}]}']
    >>> evaluate(lines).scores[0].f1
    1.0
    """
    if isinstance(gold, str | Path):
        articles = load_gold(_lines(Path(gold)), str(gold))
    else:
        articles = load_gold(gold)
    counts: dict[str, list[int]] = {kind: [0] * 6 for row in articles for kind in row.kinds}
    hits: list[Hit] = []
    ran: dict[str, str] = {}
    problems: list[Problem] = []
    for row in articles:
        extraction = extract(row.article, kinds=row.kinds, plugins=plugins)
        ran.update(extraction.plugins)
        problems += (problem for problem in extraction.problems if problem.severity == "incomplete")
        for kind in row.kinds:
            wanted = [claim for claim in row.claims if claim.kind == kind]
            hits += _count(counts[kind], wanted, extraction.of(kind), row.article.id)
    scores = [Score(kind, *counts[kind]) for kind in sorted(counts)]
    return Evaluation(scores, sorted(hits), ran, problems)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SchemaError(None, f"{path}: cannot be read as JSON lines: {error}") from error


def _count(counts: list[int], gold: list[GoldClaim], found: tuple[Claim, ...], article: str) -> Iterator[Hit]:
    """Add one article and kind to *counts*, in the order of the fields of Score; yield what was found."""
    pairs = _paired(gold, found)
    counts[0] += len(gold)
    counts[1] += len(found)
    for at, claim in enumerate(found):
        match = pairs.get(at)
        exact = match is not None and match.exact(claim)
        agrees = match is not None and match.agrees(claim.value)
        counts[2] += exact
        counts[3] += match is not None
        counts[4] += match is not None and match.value is not None
        counts[5] += match is not None and match.value is not None and agrees
        yield Hit(article, claim.kind, claim.span.start, claim.span.end, claim.surface, exact and agrees)


def _paired(gold: list[GoldClaim], found: tuple[Claim, ...]) -> dict[int, GoldClaim]:
    """Index of a found claim to its annotation, one to one: exact places first, then the widest overlap."""
    scored = [
        (not row.exact(claim), -row.overlap(claim), n, m)
        for n, row in enumerate(gold)
        for m, claim in enumerate(found)
        if row.overlap(claim) > 0
    ]
    pairs: dict[int, GoldClaim] = {}
    used: set[int] = set()
    for _, _, n, m in sorted(scored):
        if n not in used and m not in pairs:
            used.add(n)
            pairs[m] = gold[n]
    return pairs


def changes(before: Evaluation, after: Evaluation) -> tuple[Change, ...]:
    """Return what was gained and what was lost between two runs, sorted by kind and place."""
    old, new = ({_place(hit): hit for hit in run.hits} for run in (before, after))
    found: list[Change] = []
    for place in sorted({*old, *new}, key=lambda place: (place[1], place[0], place[2:])):
        was, now = old.get(place), new.get(place)
        if was and now and was.right != now.right:
            found.append(Change("+", now, "value now right") if now.right else Change("-", now, "value now wrong"))
        elif now and not was:
            found.append(Change("+", now, "gained") if now.right else Change("-", now, "now found, wrong"))
        elif was and not now:
            found.append(Change("-", was, "lost") if was.right else Change("+", was, "no longer found, was wrong"))
    return tuple(found)


def _place(hit: Hit) -> tuple[str, str, int, int]:
    return hit.article, hit.kind, hit.start, hit.end


def as_text(run: Evaluation, baseline: Evaluation | None = None, limit: int = 40) -> str:
    """Return the run as a table, with gains and losses against *baseline* (at most *limit* a kind)."""
    width = max([len(score.kind) for score in run.scores] + [4])
    rows = [f"{'kind':<{width}}   gold  found  precision  recall     F1  overlap F1  value"]
    before = {score.kind: score for score in baseline.scores} if baseline else {}
    news = changes(baseline, run) if baseline else ()
    for score in run.scores:
        rows.append(_row(score, width))
        if earlier := before.get(score.kind):
            rows.append(_row(earlier, width).replace(score.kind, "was".ljust(len(score.kind)), 1))
        own = [change for change in news if change.hit.kind == score.kind]
        rows += [f'  {one.sign} {one.hit.article}  "{_line(one.hit.surface)}"  ({one.what})' for one in own[:limit]]
        if len(own) > limit:
            rows.append(f"  … and {len(own) - limit} more")
    rows += [f"incomplete: {problem}" for problem in run.problems]
    return "\n".join(rows)


def _row(score: Score, width: int) -> str:
    value = "      -" if score.value_accuracy is None else f"{score.value_accuracy:7.3f}"
    return (
        f"{score.kind:<{width}}  {score.gold:5d}  {score.found:5d}  {score.precision:9.3f}  {score.recall:6.3f}"
        f"  {score.f1:5.3f}  {score.overlap_f1:10.3f}{value}"
    )


def _line(surface: str) -> str:
    return " ".join(surface.split())[:60]


def _plain(value: Any) -> Any:
    """The value as JSON would hold it."""
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
