"""Calibration on a small invented archive: what it learns, what it refuses, and what it says."""

import json
import sys

import pytest
from click.testing import CliRunner

from newsdiff.alignment.calibration import LEAST_EXAMPLES, folds, read_clusters
from newsdiff.alignment.weights import ANY_KIND, decoded, encoded, load
from newsdiff.cli import app, run
from newsdiff.comparison import calibration
from newsdiff.comparison.calibration import calibrate, calibrated, starting
from newsdiff.comparison.judgements import Judgement, finds, judged, read_gold
from newsdiff.nouns.errors import WeightsError

pytest.importorskip("sklearn")

TOWNS = "Karsa Tolvik Skarn Brodno Lisse Orlo Vadstad Merin Pelos Quill Ranta Sorvik".split()
# What each outlet says of one thing; {n} stands for the value.
FACTS = (
    ("The flood in {town} destroyed {n} houses.", "In {town} {n} houses were destroyed by the flood."),
    ("Some {n} residents of {town} were evacuated by boat.", "Boats evacuated {n} residents of {town}."),
    ("The river carried away {n} cars.", "About {n} cars were carried away by the river."),
    ("Helpers filled {n} bags of sand at the school.", "At the school helpers filled {n} bags of sand."),
    ("The power station serves {n} homes in the valley.", "In the valley the power station serves {n} homes."),
)


def value(event: int, fact: int) -> int:
    return 211 + 37 * event + 7 * fact + 101 * (fact % 3)


def cluster(event: int, differs: bool = False) -> dict:
    """Two articles that share all values; with *differs*, the second has another number of houses."""
    town = TOWNS[event % len(TOWNS)] + ("" if event < len(TOWNS) else "berg")
    sides = []
    for side, outlet in enumerate(("Northern Ledger", "Valley Courier")):
        lines = [
            fact[side].format(town=town, n=value(event, at) + 50 * (differs and at == 0 and side == 1))
            for at, fact in enumerate(FACTS)
        ]
        text = " ".join(lines if side == 0 else lines[::-1])
        sides.append({"text": text, "outlet": outlet, "published": "2024-05-03", "title": None})
    return {"id": f"event-{event:02}", "articles": sides}


def written(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    return written(folder / "clusters.jsonl", [cluster(at, differs=at % 3 == 0) for at in range(12)])


def gold_rows():
    """The houses of every third event, as a reader would write them down."""
    for event in range(0, 12, 3):
        sides = cluster(event, differs=True)["articles"]
        spans = []
        for side, n in zip(sides, (value(event, 0), value(event, 0) + 50)):
            at = side["text"].index(str(n))
            spans.append([at, at + len(str(n))])
        yield {
            "event": f"event-{event:02}", "a": "Northern Ledger", "b": "Valley Courier", "kind": "number",
            "relation": "conflict", "a_span": spans[0], "b_span": spans[1], "importance": 3,
        }  # fmt: skip


@pytest.fixture(scope="module")
def found(archive, tmp_path_factory):
    gold = written(tmp_path_factory.mktemp("gold") / "gold.jsonl", gold_rows())
    return calibrate(read_clusters([archive]), gold=[gold], made="newsdiff calibrate clusters.jsonl")


def test_what_is_one_thing_is_learned_without_annotation(found):
    assert found.learned["number"].examples >= LEAST_EXAMPLES
    assert found.learned["number"].hits > 0.8
    assert found.learned["number"].auc > 0.9


def test_the_base_rate_is_that_of_the_archive(found):
    # One of five facts differs in every third event.
    assert 0.02 <= found.rates["number"] <= 0.15


def test_a_kind_with_too_few_examples_is_told_and_gets_no_weights(found):
    assert found.lacking == {"date": 0}
    assert not found.weights.knows("date")
    assert set(found.learned) == {"number", ANY_KIND}


def test_the_weights_can_be_written_read_and_used(found, tmp_path):
    path = tmp_path / "own.json"
    path.write_bytes(encoded(found.weights))

    assert load(path).made == "newsdiff calibrate clusters.jsonl"
    left, right = read_clusters([written(tmp_path / "one.jsonl", [cluster(30, differs=True)])])[0].articles
    from newsdiff import diff

    report = diff(left, right, same_event=True, weights=path, min_confidence=0.0)
    assert "number-conflict: '1321' vs '1371'" in [str(it) for it in report.discrepancies]


def test_gold_gives_curves_in_folds(found):
    (curve,) = [it for it in found.curves if it.kind == "number-conflict"]

    assert curve.found >= curve.right == 4
    assert 0 <= curve.brier <= 1
    assert sum(count for _, _, count in curve.bins) == curve.found


def test_folds_keep_an_event_together_and_hold_for_every_order():
    events = [f"event-{at}" for at in range(20)]

    assert folds(events) == folds(reversed(events))
    assert set(folds(events).values()) == set(range(8))


def test_a_second_run_gives_the_same_weights(archive, found):
    again = calibrate(read_clusters([archive]), made="newsdiff calibrate clusters.jsonl")

    assert again.weights.sameness == found.weights.sameness


def test_too_few_examples_are_told_with_the_number_that_is_needed(tmp_path):
    few = read_clusters([written(tmp_path / "few.jsonl", [cluster(1), cluster(2)])])

    with pytest.raises(WeightsError, match=f"too few examples in 2 clusters: .* at least {LEAST_EXAMPLES} are needed"):
        calibrate(few)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("{", "line 1 is no cluster", id="broken"),
        pytest.param('{"id": 1}', "line 1 is no cluster", id="no articles"),
        pytest.param('{"id": 1, "articles": [{"title": "a"}]}', "line 1 is no cluster", id="no text"),
    ],
)
def test_what_is_no_archive_is_named_with_its_line(tmp_path, line, said):
    path = tmp_path / "clusters.jsonl"
    path.write_text(line, encoding="utf-8")

    with pytest.raises(WeightsError, match=said):
        read_clusters([path])


def test_gold_of_other_events_is_an_error(tmp_path, archive):
    row = next(gold_rows()) | {"event": "elsewhere"}

    with pytest.raises(WeightsError, match="elsewhere"):
        calibrate(read_clusters([archive]), gold=[written(tmp_path / "gold.jsonl", [row])])


def test_a_broken_line_of_gold_is_named(tmp_path):
    path = written(tmp_path / "gold.jsonl", [*gold_rows(), {"kind": "number", "a_span": [1, 2], "b_span": [1, 2]}])

    with pytest.raises(WeightsError, match="line 5 is no judged difference"):
        read_gold(path)


def test_lists_of_pairs_in_the_gold_are_passed_over(tmp_path):
    path = written(tmp_path / "gold.jsonl", [{"event": "event-00", "a": "x", "b": "y"}, *gold_rows()])

    assert len(read_gold(path)) == 4


def test_a_finding_is_right_where_both_sides_touch_and_the_sorts_fit(tmp_path, archive):
    from newsdiff import extract
    from newsdiff.plugins import default_plugins

    clusters = read_clusters([archive])[:1]
    sources = {clusters[0].id: [extract(article) for article in clusters[0].articles]}
    (row,) = read_gold(written(tmp_path / "gold.jsonl", [next(gold_rows())]))

    judgements = judged(clusters, sources, [row], default_plugins(), lambda _: load())

    (hit,) = [it for it in judgements if it.right]
    assert finds(hit.finding, row)
    assert not finds(hit.finding.flipped(), row)


def test_a_kind_of_finding_that_nobody_judged_keeps_the_base_rate_formula():
    weights = starting(load().sameness, {"number": 0.1}, "a test")
    new, curves = calibrated(weights, list[Judgement]())

    assert new == weights
    assert curves == []


def test_without_scikit_learn_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setattr(calibration, "find_spec", lambda _: None)

    with pytest.raises(WeightsError, match=r"newsdiff\[calibrate\]"):
        calibrate([])


def test_the_command_prints_figures_and_writes_a_file_that_names_it(archive, tmp_path):
    gold = written(tmp_path / "gold.jsonl", gold_rows())
    output = tmp_path / "own.json"

    done = CliRunner().invoke(app, ["calibrate", str(archive), "--gold", str(gold), "-o", str(output)])

    assert done.exit_code == 0, done.output
    row = next(line for line in done.output.splitlines() if line.startswith("number "))
    assert float(row.split()[2]) > 0.8
    assert "too few (40 are needed)" in done.output
    assert "number-conflict:" in done.output
    assert decoded("own", output.read_bytes()).made == "newsdiff calibrate clusters.jsonl --gold gold.jsonl -o own.json"


def test_the_command_ends_with_2_and_one_line_where_it_cannot_learn(tmp_path, capsys):
    few = written(tmp_path / "few.jsonl", [cluster(1)])

    assert run(["calibrate", str(few)]) == 2
    said = capsys.readouterr().err
    assert "at least 40 are needed" in said
    assert "Traceback" not in said


def test_calibration_is_not_imported_by_a_comparison():
    import subprocess

    code = (
        "import sys, newsdiff; newsdiff.diff; import newsdiff.cli;"
        "assert 'sklearn' not in sys.modules; assert 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
