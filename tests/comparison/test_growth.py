"""How the work of a comparison grows with the articles."""

import re
from collections import Counter
from itertools import cycle

from newsdiff import Article, Claim, ClaimKind, Verdict, diff, extract, hookimpl
from newsdiff.plugins import from_modules
from newsdiff.testing import assert_linear

PLACES = "Port Lisse|Karsa|Veldmoor|Osterby|Tarn Hill|Brennick|Old Quay|Sannport|Lower Dace|Mirefield".split("|")
HAPPENED = "injured|evacuated|rescued|arrested|killed|displaced|detained".split("|")
WHO = (
    "Mayor Ana Ruiz",
    "the Karsa Liberation Front",
    "fire chief Jon Bell",
    "the Harbour Workers Union",
    "Osterby Council",
)
DAYS = "Monday|Tuesday|Friday".split("|")


def long_article(more, size):
    """Return an article of many claims that could all be about each other."""
    pieces = zip(range(size), cycle(PLACES), cycle(HAPPENED), cycle(WHO), cycle(DAYS), strict=False)
    paragraphs = [
        f"In {place}, {3 * n + 7 + more} people were {happened} on {day}, {who} said, and {n + 2} houses burned down "
        f"within {n + 3} hours. “We counted {n + 40} tents beside the river and nobody knew what to do about number "
        f"{n + 1 + more},” {who} said."
        for n, place, happened, who, day in pieces
    ]
    return Article("\n\n".join(paragraphs), outlet=f"Outlet {more}", published="2026-03-12")


def test_a_kind_is_asked_once_about_a_pair():
    """Two hundred claims against two hundred: what a comparison costs is the number of pairs, and no pair twice."""
    asked = Counter()

    def compare(left, right):
        asked[id(left), id(right)] += 1  # a claim of one article may equal one of the other
        return Verdict("agree" if left.value == right.value else "conflict")

    class Figures:
        @hookimpl
        def newsdiff_claim_kinds(self):
            return (ClaimKind("figure", int, compare=compare),)

        @hookimpl
        def newsdiff_extract(self, document):
            for match in re.finditer(r"[0-9]{1,9}", document.text):
                yield Claim.at(document, match.span(), kind="figure", value=int(match.group()))

    plugins = from_modules({"figures": Figures()})
    left, right = (extract(long_article(more, 50), plugins=plugins) for more in (0, 1))
    diff(left, right, same_event=True, plugins=plugins)

    assert min(len(left.claims), len(right.claims)) >= 200
    assert {1} == set(asked.values())


def table(more, size):
    rows = (
        f"{place} {trade} rose {n % 97 + 1}.{more} percent to {n + 40} euros."
        for n, place, trade in zip(range(size), cycle(PLACES), cycle(("Bank", "Steel", "Oil")), strict=False)
    )
    return extract(Article(" ".join(rows), outlet=f"Outlet {more}", published="2026-05-14"))


def test_a_report_on_tables_says_that_not_all_was_compared():
    report = diff(table(1, 500), table(2, 500), same_event=True)

    told = [problem.severity for problem in report.problems if problem.code == "too-many-claims"]
    assert ["incomplete", "incomplete", "note", "note"] == sorted(told)


def test_time_grows_with_the_length_of_tables_only():
    """Past some 250 claims; below, each claim is held against each."""
    assert_linear(
        lambda tables: diff(*tables, same_event=True),
        prepare=lambda size: (table(1, size), table(2, size)),
        size=90,
    )


def test_a_denial_that_was_not_held_against_every_sentence_with_its_words_is_told():
    left = extract(Article("The crane did not fall on the harbour."))

    def told(sentences):
        right = extract(Article("".join(f"Crew {n} painted the harbour. " for n in range(sentences))))
        problems = diff(left, right, same_event=True).problems
        return "so many statements" in " ".join(it.message for it in problems if it.severity == "incomplete")

    assert told(120)
    assert not told(80)


ROW = "The crane {} never fell on the harbour. "


def denials(size):
    return [extract(Article("".join(ROW.format(n) for n in range(more, size)))) for more in (0, 1)]


def test_a_report_on_repeated_denials_says_that_not_all_was_compared():
    report = diff(*denials(110), same_event=True)

    assert "incomplete" in [it.severity for it in report.problems if it.code == "too-many-claims"]


def test_time_grows_with_the_number_of_denials_only():
    assert_linear(lambda both: diff(*both, same_event=True), prepare=denials, size=110)
