"""How long a comparison may take; the bounds leave room for a busy machine."""

from itertools import cycle
from time import process_time

from newsdiff import Article, diff, extract

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


def long_article(more):
    """Return an article of 200 claims that could all be about each other."""
    pieces = zip(range(22), cycle(PLACES), cycle(HAPPENED), cycle(WHO), cycle(DAYS), strict=False)
    paragraphs = [
        f"In {place}, {3 * n + 7 + more} people were {happened} on {day}, {who} said, and {n + 2} houses burned down "
        f"within {n + 3} hours. “We counted {n + 40} tents beside the river and nobody knew what to do about number "
        f"{n + 1 + more},” {who} said."
        for n, place, happened, who, day in pieces
    ]
    return Article("\n\n".join(paragraphs), outlet=f"Outlet {more}", published="2026-03-12")


def test_two_hundred_claims_against_two_hundred_take_less_than_100_ms():
    left, right = extract(long_article(0)), extract(long_article(1))
    assert min(len(left.claims), len(right.claims)) >= 200

    times = []
    for _ in range(4):
        started = process_time()
        diff(left, right, same_event=True)
        times.append(process_time() - started)

    assert min(times) < 0.100


def test_tables_are_compared_in_time_and_the_report_says_that_not_all_was():
    def table(more):
        rows = (
            f"{place} {trade} rose {n % 97 + 1}.{more} percent to {n + 40} euros."
            for n, place, trade in zip(range(500), cycle(PLACES), cycle(("Bank", "Steel", "Oil")), strict=False)
        )
        return Article(" ".join(rows), outlet=f"Outlet {more}", published="2026-05-14")

    left, right = extract(table(1)), extract(table(2))
    started = process_time()
    report = diff(left, right, same_event=True)

    assert process_time() - started < 6
    told = [problem.severity for problem in report.problems if problem.code == "too-many-claims"]
    assert ["incomplete", "incomplete", "note", "note"] == sorted(told)


def test_a_denial_that_was_not_held_against_every_sentence_with_its_words_is_told():
    left = extract(Article("The crane did not fall on the harbour."))

    def told(sentences):
        right = extract(Article("".join(f"Crew {n} painted the harbour. " for n in range(sentences))))
        problems = diff(left, right, same_event=True).problems
        return "so many statements" in " ".join(it.message for it in problems if it.severity == "incomplete")

    assert told(120)
    assert not told(80)


def test_repeated_denials_take_linear_time_and_the_report_says_that_not_all_was_compared():
    row = "The harbour was not closed on Friday. The crane never fell near the {} bridge, and the ferry did not sail. "

    def seconds(size):
        left, right = (extract(Article("".join(row.format(n) for n in range(more, size)))) for more in (0, 1))
        started = process_time()
        report = diff(left, right, same_event=True)
        taken = process_time() - started
        assert "incomplete" in [it.severity for it in report.problems if it.code == "too-many-claims"]
        return taken

    small, large = min(seconds(110) for _ in range(2)), seconds(330)
    assert large < 6 * small
