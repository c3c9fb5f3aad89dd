"""Fitting the weights of the gate: clusters are read, what tells events apart is learned, too few are refused."""

import json

import pytest

from newsdiff.event.fit import NAMES, Example, examples, fit, in_folds, main, read
from newsdiff.event.same_event import BIAS, WEIGHTS

CLUSTERS = [
    (
        "ferry",
        ["Ferry sinks off Larnvik", "Ferry goes down near Larnvik"],
        "Nine died off Larnvik, Anders Brekkestad said.",
    ),
    (
        "mine",
        ["Okonvale mine shut", "Mine of Okonvale to close"],
        "Okonvale shut the Harrow pit, Petra Lindqvist said.",
    ),
    ("vote", ["Tamarosa elects mayor", "New mayor for Tamarosa"], "Joana Meireles won the vote in Tamarosa by far."),
]


@pytest.fixture
def files(tmp_path):
    clusters, judged = tmp_path / "clusters.jsonl", tmp_path / "judged.jsonl"
    rows = [
        {"id": name, "articles": [{"title": title, "text": text, "published": "2026-03-02"} for title in titles]}
        for name, titles, text in CLUSTERS
    ]
    clusters.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    pair = {"group": "g", "a": {"text": "A storm hit Quarrendon."}, "b": {"text": "A storm hit Ulvang."}, "same": False}
    judged.write_text(json.dumps(pair), encoding="utf-8")
    return [str(clusters), str(judged)]


def test_pairs_of_clusters_and_judged_pairs_become_examples(files, tmp_path):
    rows = examples(*read(map(tmp_path.joinpath, files)))

    assert [row.same for row in rows] == [True] * 3 + [False] * 12 + [False]
    assert [row.judged for row in rows] == [False] * 15 + [True]
    assert {len(row.features) for row in rows} == {len(NAMES)}
    assert {len(row.clusters) for row in rows} == {1, 2}


def test_weights_move_to_what_tells_events_apart_and_keep_their_signs():
    place = NAMES.index("headline")
    told = [tuple(float(index == place) for index in range(len(NAMES))), (0.0,) * len(NAMES)]
    rows = [Example(features, bool(features[place]), 1.0, frozenset({str(n)})) for n in range(20) for features in told]

    weights = fit(rows)

    assert weights["headline"] > 1
    assert weights["bias"] < BIAS + WEIGHTS["near"] + 3
    assert weights["other counts"] <= 0 <= weights["ages"]


def test_every_pair_is_judged_by_weights_that_have_not_seen_its_clusters(files, tmp_path):
    rows = examples(*read(map(tmp_path.joinpath, files)))

    assert {id(row) for row, _, _ in in_folds(rows)} == {id(row) for row in rows}


def test_the_command_prints_a_data_file_and_what_it_is_worth(files, capsys):
    main(files)

    out, err = capsys.readouterr()
    assert out.startswith("# source: fitted by python -m newsdiff.event.fit")
    assert {line.split("\t")[0] for line in out.splitlines()[1:]} == {*NAMES, "bias"}
    assert "of 3 pairs of one event passed" in err


def test_too_few_clusters_are_refused(files, tmp_path):
    with pytest.raises(SystemExit, match="more clusters with publication dates"):
        main([])
