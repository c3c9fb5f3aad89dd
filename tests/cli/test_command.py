"""The command as people type it: in a process of its own where that matters, else called in this one."""

import io
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsdiff.cli import run

LEFT = """---
title: Nine die in ferry fire off Port Lisse
outlet: Harbour Times
published: 2026-03-12
---
Nine people were killed when the ferry Selene caught fire off Port Lisse on Tuesday, the Lisse police said.

“The crew opened the doors at once,” Inspector Mara Dell said. The Selene carried 214 passengers to Sandholm.
"""
RIGHT = """Seven dead in ferry fire off Port Lisse

A fire on the ferry Selene killed seven people near Port Lisse on Tuesday, according to the Lisse police.

“The crew opened the doors at once,” said Inspector Mara Dell. There were 214 passengers on the way to Sandholm.
"""
OTHER = """Library reopens in Tarnwick

The public library of Tarnwick reopened on Friday after two years of repairs, Mayor Olga Brandt said.

“We have 30,000 new books,” Brandt said. Children from Elm Street School sang for the architect Pieter Vos.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name, text in (("left.md", LEFT), ("right.txt", RIGHT), ("other.txt", OTHER), ("empty.txt", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEWSDIFF_PLUGINS", raising=False)
    return tmp_path


@pytest.fixture
def newsdiff(folder, capfd):
    def call(*args):
        code = run(args)
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return call


def process(folder, *args, stdin=None, **environment):
    return subprocess.run(
        [sys.executable, "-m", "newsdiff", *args],
        cwd=folder,
        input=stdin,
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
        timeout=60,
    )


def test_two_articles_that_differ_end_with_1(newsdiff):
    code, out, err = newsdiff(
        "left.md",
        "right.txt",
        "--outlet",
        "",
        "--outlet",
        "Coast Herald",
        "--published",
        "",
        "--published",
        "2026-03-13",
    )

    assert code == 1
    assert out.startswith("Harbour Times (12 March 2026)  ×  Coast Herald (13 March 2026)\nSame event: yes")
    assert "number-conflict" in out
    assert re.search(r"Harbour Times +“\[Nine", out)
    assert re.search(r"Coast Herald +“.*\[?Seven", out)
    assert err == ""


def test_an_article_agrees_with_itself_and_ends_with_0(newsdiff):
    code, out, _ = newsdiff("left.md", "left.md")

    assert code == 0
    assert out.rstrip().splitlines()[-1].startswith("No discrepancies: ")


def test_another_event_ends_with_2_and_says_so_first(newsdiff):
    code, out, _ = newsdiff("left.md", "other.txt")

    assert code == 2
    assert out.splitlines()[1].startswith(("NOT THE SAME EVENT", "UNDECIDED"))


def test_force_compares_all_the_same(newsdiff):
    code, out, _ = newsdiff("left.md", "other.txt", "--force")

    assert code in (0, 1)
    assert "because the caller said so" in out


def test_three_articles_give_a_matrix_and_2_when_one_is_unrelated(newsdiff):
    code, out, _ = newsdiff("left.md", "right.txt", "other.txt")

    assert code == 2
    assert re.search(r"other .*NOT THE SAME EVENT as the others", out)
    assert re.search(r"fact +Harbour Times +right", out)


def test_what_is_not_shown_does_not_count(newsdiff):
    assert newsdiff("left.md", "right.txt", "--kind", "quote", "--kind", "group")[0] == 0
    assert newsdiff("left.md", "right.txt", "--kind", "number-conflict")[0] == 1


def test_an_unknown_kind_is_an_error(newsdiff):
    code, _, err = newsdiff("left.md", "right.txt", "--kind", "numbr")

    assert code == 2
    assert "no loaded plugin declares the kind 'numbr'; known kinds: date" in err


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "Usage: newsdiff"),
        (["left.md"], "give at least 2 articles"),
        (["left.md", "missing.txt"], "does not exist"),
        (["left.md", "empty.txt"], "is empty"),
        (["left.md", "."], "is a directory"),
        (["left.md", "https://news.example/a"], "never opens a network connection"),
        (["left.md", "right.txt", "--published", "12 March"], "not an ISO date"),
        (["left.md", "right.txt", "--outlet", "a", "--outlet", "b", "--outlet", "c"], "3 times for 2 articles"),
        (["left.md", "right.txt", "--format", "word"], "is not one of text, html"),
        (["left.md", "right.txt", "--plugin", "nope"], "is not installed"),
        (["left.md", "right.txt", "--min-importance", "4"], "not in the range"),
        (["left.md", "right.txt", "-o", "no/such/folder.html"], "cannot write"),
        (["left.md", "right.txt", "--frobnicate"], "No such option"),
        (["-", "-"], "can be given once"),
        (["extract"], "give an article"),
        (["extract", "missing.txt"], "does not exist"),
        (["show", "left.md"], "not a newsdiff result"),
        (
            [
                "diff",
                "left.md",
                "right.txt",
                "--no-plugin",
                "numbers",
                "--no-plugin",
                "dates",
                "--no-plugin",
                "quotes",
                "--no-plugin",
                "groups",
            ],
            "blocked",
        ),
    ],
)
def test_a_mistake_is_one_plain_message_and_2(newsdiff, args, message):
    code, out, err = newsdiff(*args)

    assert code == 2 or not args
    assert message in err + out


def test_a_bad_file_among_many_costs_only_itself_and_is_not_hidden(newsdiff):
    code, out, _ = newsdiff("left.md", "missing.txt", "right.txt")

    assert code == 2
    assert "INCOMPLETE: missing.txt was left out" in out
    assert "number-conflict" in out


def test_json_is_a_report_that_can_be_shown_again(newsdiff, folder):
    code, out, _ = newsdiff("left.md", "right.txt", "--json")
    data = json.loads(out)
    assert (code, data["schema"], data["type"]) == (1, "newsdiff/1", "report")

    (folder / "saved.json").write_text(out, encoding="utf-8")
    again = newsdiff("show", "saved.json")
    assert again[:2] == newsdiff("left.md", "right.txt")[:2]


def test_json_lines(newsdiff):
    _, out, _ = newsdiff("left.md", "right.txt", "--jsonl")

    assert [json.loads(line)["type"] for line in out.splitlines()][:2] == ["report-head", "discrepancy"]


@pytest.mark.parametrize(
    ("name", "start"),
    [("r.html", "<!doctype html>"), ("r.md", "# "), ("r.csv", "list,"), ("r.json", "{"), ("r.txt", "Harbour")],
)
def test_the_name_of_the_output_file_chooses_the_format(newsdiff, folder, name, start):
    code, out, err = newsdiff("left.md", "right.txt", "-o", name)

    assert (code, out) == (1, "")
    assert f"wrote {name}. " in err
    assert "discrepanc" in err
    assert (folder / name).read_text(encoding="utf-8").startswith(start)


def test_extract_lists_claims_with_their_places(newsdiff):
    code, out, _ = newsdiff("extract", "left.md", "--kind", "number", "--json")
    claims = json.loads(out)["claims"]

    assert code == 0
    assert {claim["kind"] for claim in claims} == {"number"}
    assert "Nine" in {claim["surface"].split()[0] for claim in claims}


def test_extract_of_several_articles_is_still_one_json_document(newsdiff):
    _, out, _ = newsdiff("extract", "left.md", "right.txt", "--json")
    assert [item["type"] for item in json.loads(out)] == ["extraction", "extraction"]

    _, table, _ = newsdiff("extract", "left.md", "right.txt", "--format", "csv")
    assert table.count("attribution") == 1


def test_plugins_lists_the_four_with_their_kinds(newsdiff):
    code, out, _ = newsdiff("plugins")

    assert code == 0
    assert [line.split()[0] for line in out.splitlines()][:4] == ["dates", "groups", "numbers", "quotes"]
    assert "kind number (en)" in out
    assert newsdiff("plugins", "--plugin", "dates")[1].startswith("dates ")


def test_help_and_version(newsdiff):
    for args in (
        ["--help"],
        ["-h"],
        ["diff", "--help"],
        ["extract", "--help"],
        ["plugins", "--help"],
        ["show", "--help"],
    ):
        code, out, _ = newsdiff(*args)
        assert code == 0
        assert out.startswith("Usage: newsdiff")
    assert newsdiff("--version")[1].startswith("newsdiff, version ")
    assert "--held-back" in newsdiff("--help")[1]


def test_standard_input_bad_bytes_and_a_foreign_encoding(folder):
    done = process(folder, "left.md", "-", stdin=b"\xff\xfe\x00garbage \xe9", PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr

    done = process(folder, "left.md", "-", stdin=RIGHT.encode(), PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert done.stdout.decode("ascii").startswith("Harbour Times")


def test_a_reader_that_goes_away_is_no_error(folder):
    done = subprocess.run(
        f"{sys.executable} -m newsdiff left.md right.txt --json | head -c 10",
        shell=True,
        cwd=folder,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert done.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False)],
)
def test_colour_is_for_terminals_only(folder, environment, coloured):
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "newsdiff", "left.md", "right.txt"],
        cwd=folder,
        stdout=slave,
        stderr=slave,
        env={**os.environ, **environment},
    ) as child:
        os.close(slave)
        shown = io.BytesIO()
        while True:
            try:
                part = os.read(master, 65536)
            except OSError:
                break
            if not part:
                break
            shown.write(part)
        child.wait(60)
    os.close(master)

    assert (b"\x1b[" in shown.getvalue()) is coloured
    assert b"\x1b" not in process(folder, "left.md", "right.txt").stdout


def test_progress_is_shown_to_those_who_watch_many(newsdiff, monkeypatch):
    four = ["left.md", "right.txt", "left.md", "right.txt"]
    assert newsdiff(*four)[2] == ""

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    err = newsdiff(*four)[2]
    assert "Reading" in err
    assert "Comparing pair" in err
    assert newsdiff(*four[:2])[2] == ""


def test_a_plugin_project_can_be_written(newsdiff, folder):
    code, out, _ = newsdiff("new-plugin", "weather", "newsdiff-weather")

    assert code == 0
    assert Path(out.splitlines()[0]).is_relative_to("newsdiff-weather")
    assert (folder / "newsdiff-weather" / "pyproject.toml").exists()


def test_importing_newsdiff_imports_no_click_and_no_rich():
    heavy = {"click", "rich", "jinja2", "msgspec", "lxml", "trafilatura", "feedparser", "pandas"}
    code = f"import sys, newsdiff; newsdiff.Article; newsdiff.diff; newsdiff.read; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
