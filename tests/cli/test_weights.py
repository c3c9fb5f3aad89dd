"""--weights, NEWSDIFF_WEIGHTS and --min-confidence."""

import json

import pytest

from newsdiff.alignment.weights import SHIPPED, VARIABLE
from newsdiff.cli import run

LEFT = "Police said 43 people were killed in Port Lisse when a ferry sank."
RIGHT = "Police said 35 people were killed in Port Lisse when a ferry sank."


@pytest.fixture
def files(tmp_path):
    for name, text in (("a.txt", LEFT), ("b.txt", RIGHT), ("c.txt", RIGHT.replace("35", "38"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_least_confidence_decides_what_is_shown(files, capsys):
    pair = [str(files / "a.txt"), str(files / "b.txt"), "--force", "--kind", "number"]

    assert run([*pair, "--min-confidence", "0"]) == 1
    assert "number-conflict" in capsys.readouterr().out
    assert run([*pair, "--min-confidence", "1"]) == 0
    assert "Nothing shown; 1 difference held back" in capsys.readouterr().out


def test_the_least_confidence_is_a_probability(files):
    assert run([str(files / "a.txt"), str(files / "b.txt"), "--min-confidence", "7"]) == 2


@pytest.mark.parametrize("count", [2, 3])
def test_a_report_names_the_weights_that_were_given(files, capsys, count):
    own = files / "own.json"
    own.write_bytes(SHIPPED.read_bytes() + b"\n")
    articles = [str(files / name) for name in ("a.txt", "b.txt", "c.txt")][:count]

    run([*articles, "--force", "--json", "--weights", str(own), "--min-confidence", "0.3"])

    data = json.loads(capsys.readouterr().out)
    for report in data.get("reports", [data]):
        assert report["weights"][0] == "own.json"
        assert report["threshold"] == 0.3


def test_weights_that_cannot_be_used_are_named_and_end_with_2(files, capsys, monkeypatch):
    pair = [str(files / "a.txt"), str(files / "b.txt")]
    (files / "broken.json").write_text("{}", encoding="utf-8")

    assert run([*pair, "--weights", str(files / "nowhere.json")]) == 2
    assert "nowhere.json" in capsys.readouterr().err
    monkeypatch.setenv(VARIABLE, str(files / "broken.json"))
    assert run(pair) == 2
    assert "broken.json" in capsys.readouterr().err
