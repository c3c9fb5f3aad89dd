"""What every rendering shows of a finding: names, topic, place, and the words with what differs marked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.problems import Problem
from newsdiff.nouns.reports import EventMatch, EventReport, Fact, Finding, HeldBack, Report

SILENCE = "–"

# Characters that change how the text around them is shown, or show nothing: a report prints their names.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_BREAK = re.compile(r"[\n\r\u2028\u2029\x85\t ]+")


def visible(text: str) -> str:
    """Return *text* with direction and control characters spelled out.

    >>> visible("left\\u202eright")
    'left⟨U+202E⟩right'
    """
    return _HIDDEN.sub(lambda match: f"⟨U+{ord(match.group()):04X}⟩", text)


def line(text: str) -> str:
    """Return *text* on one line, safe to print."""
    return text if text.isprintable() else visible(_BREAK.sub(" ", text))


def safe_link(url: str | None) -> str | None:
    """Return *url* when a browser may follow it: http or https with a host, nothing else.

    >>> safe_link("https://example.org/a"), safe_link("java\\nscript:alert(1)")
    ('https://example.org/a', None)
    """
    if not url or any(char.isspace() or not char.isprintable() for char in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in {"http", "https"} and parts.netloc else None


def short(text: str, width: int = 60) -> str:
    """Return *text* on one line, cut to *width* characters.

    >>> short("at least nine people", 10)
    'at least…'
    """
    words = line(text)
    return words if len(words) <= width else words[: width - 1].rstrip() + "…"


def day(published: date | None) -> str:
    """Return a date as reports write it ("12 March 2026")."""
    return f"{published.day} {published:%B %Y}" if published else "no date"


def names(articles: Sequence[Article]) -> tuple[str, ...]:
    """Return what to call each article: its outlet, told apart by date or number where two are of one outlet."""
    plain = [line(article.name) for article in articles]
    dated = [f"{name} ({day(article.published)})" for name, article in zip(plain, articles)]
    counts, dates = Counter(plain), Counter(dated)
    seen: Counter[str] = Counter()
    found = []
    for name, with_date in zip(plain, dated):
        seen[name] += 1
        unique = name if counts[name] == 1 else with_date if dates[with_date] == 1 else f"{name} ({seen[name]})"
        found.append(unique)
    return tuple(found)


def heading(article: Article) -> str:
    """Return the title, or else the first line of the text that is more than a scrap of the page around it."""
    if article.title:
        return line(article.title)
    rows = [row.strip() for row in _BREAKS.split(article.text[:2000]) if row.strip()]
    return short(next((row for row in rows if len(row.split()) > 2), rows[0] if rows else ""), 120)


# Kinds of which the words themselves are what the article says; of others they carry a value.
_VERBATIM = ("quote", "statement")


def is_verbatim(claim: Claim) -> bool:
    """Whether a claim's words are a quotation or a sentence, which need no context."""
    return claim.kind in _VERBATIM


def topic(claims: Iterable[Claim | None]) -> str:
    """Return what the claims are about, in a few words; both speakers where two are named."""
    found = [claim for claim in claims if claim is not None and claim.topic]
    if not all(is_verbatim(claim) for claim in found):
        found = found[:1]
    return line(" / ".join(dict.fromkeys(claim.topic or "" for claim in found)))


def about(report: EventReport, fact: Fact) -> str:
    """Return the topic of a fact of several articles; where it has none, a sentence's own words or those in front."""
    found = topic(fact.claims)
    if found:
        return found
    article, claim = next((pair for pair in zip(report.articles, fact.claims) if pair[1]), (None, None))
    if article is None or claim is None:
        return line(fact.key)
    if is_verbatim(claim):
        return line(" ".join(claim.surface.split()[:_STATED]) + " …")
    before = _LAST_STOP.split(article.text[max(0, claim.span.start - _BEFORE) : claim.span.start])[-1].split()
    return line(" ".join(before[-_WORDS:]) + " …") if before else line(fact.key)


_LAST_STOP = re.compile(r"[\n\r\u2028\u2029]|[.!?](?=\s)")
_BEFORE, _WORDS = 80, 5
_STATED = 7


def place(article: Article, claim: Claim) -> str:
    """Return where in the article the claim stands ("headline", "lead", "paragraph 4")."""
    number = bisect_right(_row_starts(article.text), claim.span.start) - 1
    titled = bool(article.title) and article.text.lstrip().startswith((article.title or "").strip())
    if titled:
        return ("headline", "lead")[max(number, 0)] if number < 2 else f"paragraph {number}"
    return "first paragraph" if number < 1 else f"paragraph {number + 1}"


@lru_cache(maxsize=64)
def _row_starts(text: str) -> list[int]:
    """Where the lines that hold words start: counted once a text, not once a claim."""
    return [match.start() for match in _ROW.finditer(text) if not match.group().isspace()]


_BREAKS = re.compile(r"[\n\r\u2028\u2029]+")
_ROW = re.compile(r"[^\n\r\u2028\u2029]+")


def source(claim: Claim) -> str:
    """Return who vouches for the claim inside its article."""
    voice = getattr(claim.value, "voice", None)  # of a value that says whose word it is, such as a group's label
    if voice is not None:
        return "in a quotation" if voice == "quoted" else "outlet's own words"
    return line(claim.attribution) if claim.attribution else ""


def clause(finding: Finding, left: Article, right: Article) -> str:
    """Return the reason without the words of both sides, which stand right above it.

    A reason is a sentence for itself: 'A has “12”, B “15”: 12 against 15.' Below the wordings "12 against 15." will do,
    in the order in which the wordings stand.
    """
    reason = finding.reason
    sides = ((left, finding.left), (right, finding.right))
    for (here, said), (there, other) in (sides, sides[::-1]):
        for opening in (f"{here.name} has “", f"Only {here.name} has “"):
            if said is None or not reason.startswith(opening):
                continue
            rest = _after_words(reason[len(opening) :], said.surface)
            if rest and other is not None and rest.startswith(between := f", {there.name} “"):
                rest = _after_words(rest[len(between) :], other.surface)
            if rest == ".":
                return ""
            if rest and rest.startswith((": ", "; ")):
                rest = rest[2:]
                named = rest.startswith((left.name, right.name))
                return line(rest) if named else _sentence(rest, turned=here is right)
    return line(reason)


def only(finding: Finding, names: Sequence[str]) -> str:
    """Return the name of the one article that says it, for a finding with one side."""
    if finding.left is None or finding.right is None:
        return names[finding.left is None]
    return ""


def _sentence(words: str, turned: bool) -> str:
    first, against, second = words.rstrip(".").partition(" against ")
    if turned and against and " against " not in second and ";" not in second:
        words = f"{second} against {first}."
    return line(words[:1].upper() + words[1:])


def _after_words(reason: str, surface: str) -> str | None:
    """What follows the words of *surface*, maybe cut with dots, and their closing mark."""
    words = " ".join(surface.split())
    same = next((n for n, (a, b) in enumerate(zip(reason, words)) if a != b), min(len(reason), len(words)))
    rest = reason[same:].removeprefix("…") if same < len(words) else reason[same:]
    return rest[1:] if same and rest.startswith("”") else None


def verdict(event: EventMatch, forced: bool = False) -> str:
    """Return the one line that says whether the articles report one event."""
    score = f"{event.score:.2f}".removeprefix("0")
    if not event.decided:
        said = f"UNDECIDED whether these articles report one event ({score})"
    elif event.same:
        return f"Same event: yes ({score})" + ("; compared because the caller said so" if forced else "")
    else:
        said = f"NOT THE SAME EVENT ({score})"
    return f"{said}: " + ("compared only because the caller said so" if forced else "nothing was compared")


def count(number: int, noun: str) -> str:
    """Return "1 claim", "2 claims", "3 discrepancies"."""
    if number != 1:
        noun = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun}"


def _sort_of(finding: Finding) -> str:
    if finding.kind.endswith("-precision"):
        return "difference in precision"
    if finding.kind.endswith("-omission") or finding.relation == "unmatched":
        return "omission"
    return finding.relation


FOUND_ONE_IN = 8
"""Of the real differences of importance 2 and 3 that people found in 118 pairs of articles that nothing was fitted on
(142 conflicts and updates, 42 quotations), newsdiff reported 22: measured with the project's benchmark of real pairs.
"""


def caution(report: Report) -> str:
    """Return what a report that shows nothing proves, in measured terms; "" for any other report."""
    if report.discrepancies or not report.compared:
        return ""
    return (
        f"An empty list is no proof that two articles agree: of the real differences between outlets, newsdiff finds"
        f" about one in {FOUND_ONE_IN} (docs/explanation/accuracy.md)."
    )


def held_differences(report: Report) -> list[HeldBack]:
    """Return the differences that are less likely real than what is shown."""
    return [item for item in report.held_back if item.differs]


def incomparable(report: Report) -> list[HeldBack]:
    """Return the pairs that look alike and cannot be compared, or of which only the most generous readings meet."""
    return [item for item in report.held_back if not item.differs and item.relation != "unmatched"]


def lone(report: Report) -> list[HeldBack]:
    """Return what one article alone tells, and what is too little central to be listed as a discrepancy."""
    return [item for item in report.held_back if item.relation == "unmatched"]


def told_by_one(report: Report) -> str:
    """Return how many more things only one article tells ("6 more told by one only"), or ""."""
    number = len(lone(report))
    more = "more " if any(item.relation == "unmatched" for item in report.discrepancies) else ""
    return f"{number} {more}told by one only" if number else ""


def audit(report: Report) -> str:
    """Return how much was looked at and is not listed as a discrepancy, by sort."""
    told = told_by_one(report)
    return f"Held back {_held(report)}{told and f'; {told}'}"


def _held(report: Report) -> str:
    """Return how much is held back: "7 differences and 2 incomparable pairs"."""
    pairs = count(len(incomparable(report)), "incomparable pair")
    return f"{count(len(held_differences(report)), 'difference')} and {pairs}"


def label(finding: Finding) -> str:
    """Return what a list of what was held back says in front of an entry."""
    if finding.relation == "unmatched":
        return "told by one only"
    sure = f" ({finding.confidence:.0%})" if finding.relation in ("conflict", "update", "variation") else ""
    return f"held back{sure}"


def rests_on(reports: Sequence[Report]) -> str:
    """Return which weights the probabilities rest on, and a threshold that the caller set; "" where that is unknown."""
    weights = next((report.weights for report in reports if report.weights), None)
    least = next((report.threshold for report in reports if report.threshold is not None), None)
    if weights is None:
        return ""
    name, hash_ = map(line, weights)
    said = f"; differences are shown from {least:.0%} on" if least is not None else ""
    return f"Probabilities by {name} ({hash_}){said}."


def summary(report: Report) -> str:
    """Return the last line of a report: how many discrepancies, of which sort, or what an empty result rests on."""
    if not report.compared:
        return (
            "Nothing was compared: not the same event." if report.event.decided else "Nothing was compared: undecided."
        )
    found = Counter(map(_sort_of, report.discrepancies))
    unsure = f" INCOMPLETE: {count(len(report.incomplete), 'problem')}, see above." if report.incomplete else ""
    more = told_by_one(report)
    if not found:
        return f"{_nothing(report)}{more and f', {more}'}.{unsure}"
    plural = {"difference in precision": "differences in precision"}
    sorts = ", ".join(
        f"{n} {plural[name]}" if n > 1 and name in plural else count(n, name) for name, n in found.most_common()
    )
    return f"{count(len(report.discrepancies), 'discrepancy')}: {sorts}{more and f'; {more}'}.{unsure}"


def _nothing(report: Report) -> str:
    """Return what an empty list rests on."""
    agree = f"{count(len(report.agreements), 'claim')} agree" if len(report.agreements) != 1 else "1 claim agrees"
    pairs = len(incomparable(report))
    if differences := held_differences(report):
        held = f"{count(len(differences), 'difference')} held back (newsdiff … --held-back)"
        return f"Nothing shown; {held}; {agree}, {count(pairs, 'incomparable pair')}"
    rest = f": {agree}," if report.agreements else ", and no claim in common:"
    return f"No discrepancies{rest} {pairs} held back"


def agreed(report: Report) -> str:
    """Return how many claims agree, by kind."""
    kinds = Counter(item.kind.split("-")[0] for item in report.agreements)
    each = ", ".join(count(number, kind) for kind, number in kinds.most_common())
    return f"Agree on {count(len(report.agreements), 'claim')}" + (f" ({each})" if each else "") + "."


def unpaired(report: Report, names: Sequence[str]) -> str:
    """Return how many claims found no partner, for only what was compared can differ."""
    left, right = (sum(counts[side] for counts in report.unpaired.values()) for side in (0, 1))
    return f"Without a partner: {count(left, 'claim')} of {names[0]}, {right} of {names[1]}." if left or right else ""


def related(report: EventReport) -> list[int]:
    """Return the indexes of the articles that were compared: only their silence means something."""
    return [index for index in range(len(report.articles)) if index not in report.unrelated]


def marker(report: EventReport, fact: Fact, index: int) -> str:
    """Return "outlier", "copy", "silent" or "" for one cell of the matrix."""
    if fact.claims[index] is None:
        return "silent"
    if index in fact.outliers:
        return "outlier"
    return "copy" if index in report.copies else ""


def problems(found: Iterable[Problem]) -> tuple[list[str], list[str]]:
    """Return the messages of "incomplete" problems and of notes, without repeats."""
    rows: dict[str, list[str]] = {"incomplete": [], "note": []}
    for problem in found:
        rows[problem.severity].append(line(problem.message))
    return list(dict.fromkeys(rows["incomplete"])), list(dict.fromkeys(rows["note"]))


def event_summary(report: EventReport) -> str:
    """Return the last line of a report on many articles."""
    disputed = sum(fact.disputed for fact in report.facts)
    found = sum(len(pair.discrepancies) for pair in report.reports)
    parts = [
        f"{count(len(report.facts), 'fact')}, {disputed} disputed",
        f"{count(found, 'discrepancy')} between {count(len(report.reports), 'compared pair')}",
    ]
    if report.unrelated:
        parts.append(f"{count(len(report.unrelated), 'article')} about another event")
    unsure = f" INCOMPLETE: {count(len(report.incomplete), 'problem')}, see above." if report.incomplete else ""
    return "; ".join(parts) + "." + unsure


def said(result: Report | EventReport | Extraction) -> str:
    """Return the one line that sums up any result."""
    if isinstance(result, Report):
        return summary(result)
    if isinstance(result, EventReport):
        return event_summary(result)
    return f"{count(len(result.claims), 'claim')} of the kinds {', '.join(sorted(result.kinds)) or '(none)'}."
