"""An invented event, built by hand: what renderings are tried on, whatever the extractors find today."""

from __future__ import annotations

from typing import Any

from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.kinds import Edit
from newsdiff.nouns.problems import Problem
from newsdiff.nouns.reports import Agreement, Discrepancy, EventMatch, EventReport, Fact, HeldBack, Report
from newsdiff.nouns.spans import Span
from newsdiff.nouns.values import NamedGroup, Quantity, Quotation, Timex

HARBOUR = Article.from_parts(
    "Nine die in ferry fire off Port Lisse",
    "At least 9 people died when the ferry Selene caught fire, police said.\n\n"
    "“The crew opened the doors once the alarm had failed twice,” Inspector Mara Dell said.\n\n"
    "The alarm was raised shortly before midnight on Tuesday. The striking crew had walked out in May.\n\n"
    "The owner had been fined twice for blocked exits. The ferry carried 214 passengers.",
    outlet="Harbour Times",
    published="2026-03-12",
    url="https://harbour.example/selene?a=1&b=2",
    id="harbour",
)
COAST = Article.from_parts(
    "Seven dead in ferry fire, police say",
    "Seven dead, police said, after the Selene burned near Port Lisse on Tuesday.\n\n"
    "Inspector Mara Dell said: “The crew opened the doors.” All 214 passengers had life vests.\n\n"
    "The mutineers had walked out two months before.",
    outlet="Coast Herald",
    published="2026-03-13T08:30:00+01:00",
    url="javascript:alert(1)",
    id="coast",
)
RADIO = Article(
    "Ferry fire: nine dead.\r\n\r\n"
    "Nine people died on Monday on the Selene, the harbour master said. About 200 were on board.",
    outlet="Radio Lisse",
    published="2026-03-12",
    id="radio",
)
LEDGER = Article(HARBOUR.text, title=HARBOUR.title, outlet="The Ledger", published="2026-03-12", id="ledger")


def claim(article: Article, words: str, kind: str, value: Any = None, **fields: Any) -> Claim:
    """Return a claim on the first place of *words*."""
    start = article.text.index(words)
    return Claim.at(article, (start, start + len(words)), kind=kind, value=value, **fields)


def span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def killed(low: float, modifier: Any = "=") -> Quantity:
    high = None if modifier == ">=" else low
    return Quantity(low, modifier, unit="person", concept="killed", interval=(low, high), outer=(low, high))


SAME = EventMatch(True, True, 0.93, ("Both name the ferry Selene and Port Lisse.", "Both date the fire to 10 March."))
LONG_QUOTE = claim(
    HARBOUR,
    "The crew opened the doors once the alarm had failed twice,",
    "quote",
    Quotation("direct", "The crew opened the doors once the alarm had failed twice,", "Mara Dell", cue="said"),
    attribution="Mara Dell",
    topic="Mara Dell",
)
SHORT_QUOTE = claim(
    COAST,
    "The crew opened the doors.",
    "quote",
    Quotation("direct", "The crew opened the doors.", "Mara Dell", cue="said"),
    attribution="Mara Dell",
    topic="Mara Dell",
)
NINE = claim(HARBOUR, "At least 9 people", "number", killed(9, ">="), attribution="police", topic="people killed")
SEVEN = claim(COAST, "Seven dead", "number", killed(7), attribution="police", topic="people killed")
MIDNIGHT = claim(HARBOUR, "shortly before midnight on Tuesday", "date", Timex("TIME", "2026-03-10T23:50", "APPROX"))
TUESDAY = claim(COAST, "Tuesday", "date", Timex("DATE", "2026-03-10"))
STRIKERS = claim(HARBOUR, "striking crew", "group", NamedGroup("crew", "LABEL", label="striker"), topic="crew")
MUTINEERS = claim(
    COAST, "mutineers", "group", NamedGroup("crew", "LABEL", label="mutineer", voice="quoted"), topic="crew"
)
FINED = claim(HARBOUR, "The owner had been fined twice for blocked exits.", "statement")
ABOARD = claim(
    HARBOUR, "214 passengers", "number", Quantity(214.0, unit="passenger", interval=(214.0, 214.0)), topic="passengers"
)
ABOARD_TOO = claim(
    COAST, "214 passengers", "number", Quantity(214.0, unit="passenger", interval=(214.0, 214.0)), topic="passengers"
)
TWICE = claim(HARBOUR, "twice for", "number", Quantity(2.0, unit="time"))
TWO_MONTHS = claim(COAST, "two months before", "date", Timex("DATE", "2026-01"))
CUT = Edit("delete", span(HARBOUR, "once the alarm had failed twice"), None)

REPORT = Report(
    HARBOUR,
    COAST,
    SAME,
    (
        Discrepancy(
            "number-conflict",
            "conflict",
            NINE,
            SEVEN,
            3,
            reason="Harbour Times has nine or more, Coast Herald exactly seven.",
        ),
        Discrepancy(
            "quote-truncation",
            "variation",
            LONG_QUOTE,
            SHORT_QUOTE,
            3,
            reason="Coast Herald ends the sentence before its condition.",
            edits=(CUT,),
        ),
        Discrepancy("group-label", "variation", STRIKERS, MUTINEERS, 2, reason="Two labels for one group."),
        Discrepancy("date-precision", "variation", MIDNIGHT, TUESDAY, 1, reason="Compatible; one is more precise."),
        Discrepancy("statement-omission", "unmatched", FINED, None, 2, reason="Coast Herald does not mention it."),
    ),
    (Agreement("number", "agree", ABOARD, ABOARD_TOO, reason="Both have 214 passengers."),),
    (HeldBack("number", "incomparable", TWICE, TWO_MONTHS, reason="No evidence that both count one thing."),),
    (Problem("title-not-in-text", "note", "A note about a title."),),
)
OTHER_EVENT = Report(HARBOUR, COAST, EventMatch(False, True, 0.12, ("They share no name.",)))
UNDECIDED = Report(HARBOUR, COAST, EventMatch(False, False, 0.4, ("One text has 4 words.",)))
FORCED = Report(HARBOUR, COAST, EventMatch(False, True, 0.12), REPORT.discrepancies[:1], forced=True)
PARTIAL = Report(
    HARBOUR, COAST, SAME, problems=(Problem("plugin-failed", "incomplete", "plugin 'dates' failed on Coast Herald"),)
)

NINE_AGAIN = claim(RADIO, "Nine people", "number", killed(9), topic="people killed")
ABOUT_200 = claim(RADIO, "About 200", "number", Quantity(200.0, "~", unit="passenger"), topic="passengers")
MONDAY = claim(RADIO, "Monday", "date", Timex("DATE", "2026-03-09"))
NINE_COPY = claim(LEDGER, "At least 9 people", "number", killed(9, ">="), topic="people killed")
EVENT = EventReport(
    (HARBOUR, COAST, RADIO, LEDGER),
    (
        Fact("people killed", "number", (NINE, SEVEN, NINE_AGAIN, NINE_COPY), ((0, 2, 3), (1,)), True, 3, (1,)),
        Fact("passengers", "number", (ABOARD, ABOARD_TOO, ABOUT_200, None), ((0, 1, 2),), False, 3),
        Fact("date of the fire", "date", (MIDNIGHT, TUESDAY, MONDAY, None), ((0, 1), (2,)), True, 3, (2,)),
    ),
    (
        REPORT,
        Report(
            HARBOUR,
            RADIO,
            SAME,
            (Discrepancy("date-conflict", "conflict", MIDNIGHT, MONDAY, 2, reason="Tuesday against Monday."),),
        ),
        Report(COAST, RADIO, SAME, (Discrepancy("number-conflict", "update", SEVEN, NINE_AGAIN, 2),)),
        Report(HARBOUR, LEDGER, SAME, (), (Agreement("number", "agree", NINE, NINE_COPY),)),
    ),
    copies={3: 0},
)
EXTRACTION = Extraction(
    HARBOUR,
    sorted((NINE, LONG_QUOTE, MIDNIGHT, STRIKERS, FINED, ABOARD, TWICE), key=lambda found: found.span),
    {"number", "quote", "date", "group", "statement"},
    {"numbers": "0.1.0"},
)

# What an attacker who writes articles would try.
HOSTILE = Article.from_parts(
    "<script>document.title='owned'</script> </title><img src=x onerror=alert(1)>",
    "He said “</p><script>document.title='owned'</script>” and \u202egnp.exe\u202c 12 people.\n\n"
    "{{ 7 * 7 }} <b>bold</b> \x00",
    outlet="\"><svg onload=document.title='owned'> & Sons",
    url="JaVaScRiPt:document.title='owned'",
    id="</style><script>",
)
HOSTILE_REPORT = Report(
    HOSTILE,
    COAST,
    EventMatch(True, True, 1.0, ("<script>document.title='owned'</script>",)),
    (
        Discrepancy(
            "quote-wording",
            "variation",
            claim(HOSTILE, "</p><script>document.title='owned'</script>", "quote", attribution="<i>x</i>"),
            SHORT_QUOTE,
            2,
            reason="<img src=https://evil.example/p.png>",
        ),
        Discrepancy(
            "number-conflict",
            "conflict",
            claim(HOSTILE, "12 people", "number", killed(12), topic="people killed"),
            SEVEN,
            3,
        ),
    ),
    problems=(Problem("x", "incomplete", "<script>document.title='owned'</script>"),),
)


def ferries(size: int) -> EventReport:
    """Three articles with *size* facts each, a third of them conflicts, a third agreements, a third held back."""
    articles, made = [], []
    for index in range(3):
        rows = [f"On day {n} ferry {n} carried {1000 + n} passengers of {index}, people said." for n in range(size)]
        article = Article.from_parts(f"Outlet {index} on the ferries", "\n\n".join(rows), outlet=f"Outlet {index}")
        articles.append(article)
        made.append([claim(article, f"{1000 + n} passengers of {index}", "number") for n in range(size)])
    first, second = size // 3, size * 2 // 3
    reports = [
        Report(
            articles[a],
            articles[b],
            SAME,
            [
                Discrepancy("number-conflict", "conflict", made[a][n], made[b][n], 2, reason="A reason.")
                for n in range(first)
            ],
            [Agreement("number", "agree", made[a][n], made[b][n]) for n in range(first, second)],
            [HeldBack("number", "incomparable", made[a][n], made[b][n], reason="Why.") for n in range(second, size)],
        )
        for a, b in ((0, 1), (0, 2), (1, 2))
    ]
    halves = ((0, 1), (2,))
    facts = [
        Fact(f"fact {n}", "number", [row[n] for row in made], halves, n < first, 3, halves[1]) for n in range(size)
    ]
    return EventReport(articles, facts, reports)
