import pytest
import render_samples as samples
from attrs import evolve

from newsdiff import diff
from newsdiff.nouns.article import Article
from newsdiff.nouns.reports import EventMatch, Report
from newsdiff.render import select, to_text
from newsdiff.render._view import clause, names, place, visible


def test_the_report_names_outlets_and_shows_the_words_of_both_sides():
    page = to_text(samples.REPORT)

    assert page.startswith("Harbour Times (12 March 2026)  ×  Coast Herald (13 March 2026)\nSame event: yes (.93)")
    assert "“[At least 9 people] died when the ferry Selene caught fire, …”  lead, police" in page
    assert "“The crew opened the doors [once the alarm had failed twice],”" in page
    assert page.rstrip().endswith("5 discrepancies: 2 variations, 1 conflict, 1 difference in precision, 1 omission.")


def test_the_gravest_come_in_the_order_of_the_report():
    page = to_text(samples.REPORT)

    at = [page.index(finding.kind) for finding in samples.REPORT.discrepancies]
    assert at == sorted(at)


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (samples.OTHER_EVENT, "NOT THE SAME EVENT (.12): nothing was compared"),
        (samples.UNDECIDED, "UNDECIDED whether these articles report one event (.40): nothing was compared"),
        (samples.FORCED, "NOT THE SAME EVENT (.12): compared only because the caller said so"),
    ],
)
def test_not_the_same_event_is_said_before_anything_else(report, said):
    assert to_text(report).split("\n")[1].startswith(said)


def test_an_incomplete_comparison_is_never_a_plain_zero():
    page = to_text(samples.PARTIAL)

    assert "INCOMPLETE: plugin 'dates' failed" in page.split("\n")[2]
    assert "INCOMPLETE" in page.rstrip().rsplit("\n", 1)[-1]


def test_what_was_held_back_is_counted_and_can_be_asked_for():
    assert "Held back 0 differences and 1 incomparable pair (shown with --held-back)" in " ".join(
        to_text(samples.REPORT).split()
    )
    assert "No evidence that both count one thing." not in to_text(samples.REPORT)
    assert "No evidence that both count one thing." in to_text(samples.REPORT, held_back=True)


def test_the_matrix_marks_the_outlier_silence_and_the_copy():
    page = to_text(samples.EVENT, width=140)
    row = next(line for line in page.split("\n") if line.startswith("number: "))

    assert "Seven dead (!)" in row
    assert "= Harbour Times" in row
    assert "–" in next(line for line in page.split("\n") if line.startswith("date: "))


@pytest.mark.parametrize("width", [40, 72, 100, 200])
def test_no_line_is_wider_than_the_terminal(width):
    for result in (samples.REPORT, samples.EVENT, samples.EXTRACTION):
        assert max(map(len, to_text(result, width=width, held_back=True).split("\n"))) <= width


def test_without_colour_there_is_no_escape_and_with_colour_the_words_are_the_same():
    plain, coloured = to_text(samples.REPORT), to_text(samples.REPORT, colour=True)

    assert "\x1b" not in plain
    assert "\x1b[" in coloured


def test_markup_and_controls_of_an_article_are_inert():
    hostile = samples.HOSTILE_REPORT
    page = to_text(evolve(hostile, left=Article(hostile.left.text, outlet="[bold]x[/bold] \x1b[31m:smile:", id="x")))

    assert "[bold]x[/bold] ⟨U+001B⟩[31m:smile:" in page
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert visible("a\u202eb\x00") == "a⟨U+202E⟩b⟨U+0000⟩"


def test_two_articles_of_one_outlet_are_told_apart():
    first, second = (Article("x", outlet="The Post", published=day) for day in ("2026-03-12", "2026-03-13"))

    assert names([first, second]) == ("The Post (12 March 2026)", "The Post (13 March 2026)")
    assert names([first, first]) == ("The Post (1)", "The Post (2)")


def test_places_are_told_as_a_reader_counts_them():
    assert [place(samples.HARBOUR, found) for found in (samples.NINE, samples.LONG_QUOTE, samples.FINED)] == [
        "lead",
        "paragraph 2",
        "paragraph 4",
    ]
    assert place(samples.COAST, samples.SEVEN) == "headline"
    assert place(samples.RADIO, samples.MONDAY) == "paragraph 2"


def test_selecting_by_kind_and_importance_keeps_problems():
    shown = select(samples.REPORT, kinds=["number", "date-precision"], min_importance=2)

    assert [finding.kind for finding in shown.discrepancies] == ["number-conflict"]
    assert shown.problems == samples.REPORT.problems
    assert [fact.kind for fact in select(samples.EVENT, kinds=["date-conflict"]).facts] == ["date"]


def test_a_report_on_two_empty_articles_renders():
    empty = Article("")

    assert "No discrepancies, and no claim in common" in to_text(Report(empty, empty, EventMatch(True, True, 1.0)))


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        (
            "Harbour Times has “At least 9 people”, Coast Herald “Seven dead”: 9 or more against 7.",
            "9 or more against 7.",
        ),
        ("Coast Herald has “Seven dead”, Harbour Times “At least 9 people”: 7 against 9.", "9 against 7."),
        ("Coast Herald has “Seven dead”, Harbour Times “At least…”: seven is lower.", "Seven is lower."),
        ("Coast Herald has “Seven dead”, Harbour Times “At least 9 people”.", ""),
        ("Coast Herald has “Eight dead”, Harbour Times “At least 9 people”: x.", None),
        ("Two tolls.", None),
        ("", None),
    ],
)
def test_the_reason_does_not_repeat_the_words_above_it(reason, shown):
    finding = evolve(samples.REPORT.discrepancies[0], reason=reason)

    assert clause(finding, samples.HARBOUR, samples.COAST) == (reason if shown is None else shown)


def test_the_reason_of_an_omission_says_who_is_silent():
    reason = "Only Harbour Times has “The owner had been fined…”; Coast Herald does not mention it."
    finding = evolve(samples.REPORT.discrepancies[4], reason=reason)

    assert clause(finding, samples.HARBOUR, samples.COAST) == "Coast Herald does not mention it."
    assert clause(finding.flipped(), samples.COAST, samples.HARBOUR) == "Coast Herald does not mention it."


def test_a_narrow_terminal_sets_the_words_under_the_outlet():
    assert "    Harbour Times\n      “[At least 9 people] died when the" in to_text(samples.REPORT, width=40)


def test_colour_changes_no_word():
    import re

    marked = to_text(samples.REPORT).replace("[", "").replace("]", "")
    coloured = re.sub("\x1b\\[[0-9;]*m", "", to_text(samples.REPORT, colour=True))

    assert coloured.split() == marked.split()


def test_what_one_article_alone_says_stands_under_its_name() -> None:
    left = Article("The mill burned on Monday. Nine people were killed, police in Lisse said.", outlet="dpa")
    right = Article("The mill burned on Monday. The roof of the old mill fell into the river.", outlet="Herald")
    shown = diff(left, right, same_event=True).to_text()

    assert "statement-omission  **  in dpa only" in shown
    assert "does not say" not in shown
    assert "Dpa" not in shown


def test_an_empty_report_says_what_it_does_not_rest_on() -> None:
    left = Article("The fire in the mill killed 9 people on Monday.", outlet="Herald")
    right = Article("Tickets for the boat cost 7 crowns. It carries 40 cars.", outlet="Harbour")
    shown = diff(left, right, same_event=True, plugins=["numbers"]).to_text()

    assert "Without a partner: 1 claim of Herald, 2 of Harbour." in shown


def test_differences_that_are_held_back_are_counted_apart_with_their_confidence():
    left = Article("Police said 43 people were killed in Port Lisse when a ferry sank.", outlet="Harbour Times")
    right = Article("Police said 35 people were killed in Port Lisse when a ferry sank.", outlet="Coast Herald")
    report = diff(left, right, same_event=True, min_confidence=1.0)
    held = next(item for item in report.held_back if item.kind == "number-conflict")

    page = " ".join(to_text(report, held_back=True).split())

    assert "Nothing shown; 1 difference held back (newsdiff … --held-back); " in page
    assert f"held back ({held.confidence:.0%}): number-conflict" in page
    assert "Held back 1 difference and " in page


def test_a_report_names_its_weights_and_a_threshold_that_was_set():
    report = evolve(samples.REPORT, weights=("mine.json", "0123456789abcdef"), threshold=0.8)

    said = "Probabilities by mine.json (0123456789abcdef); differences are shown from 80% on."
    assert said in " ".join(to_text(report).split())
    assert said in report.to_html()
    assert "0123456789abcdef" in report.to_markdown()
