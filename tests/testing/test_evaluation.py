"""newsdiff evaluate: figures that can be checked by hand, gains and losses, and gold files that cannot be used."""

import json
import re

import pytest

from newsdiff import Claim, ClaimKind, SchemaError, UnknownKindError, hookimpl
from newsdiff.cli import run as command
from newsdiff.testing.evaluation import Evaluation, as_text, changes, evaluate

TEXT = "Police said 43 people died and 12 were hurt on day 3."


class Figures:
    """Finds what *pattern* matches; the value is the number plus *off*."""

    def __init__(self, pattern=r"[0-9]+", off=0):
        self.pattern, self.off = pattern, off

    @hookimpl
    def newsdiff_claim_kinds(self):
        return (ClaimKind("figure", int, languages=()),)

    @hookimpl
    def newsdiff_extract(self, document):
        return [
            Claim.at(document, found.span(), kind="figure", value=int(re.sub(r"\D", "", found.group())) + self.off)
            for found in re.finditer(self.pattern, document.text)
        ]


def gold(*claims, text=TEXT, **fields):
    rows = [{"kind": "figure", "start": start, "end": end, "value": value} for start, end, value in claims]
    return json.dumps({"id": "a1", "text": text, "claims": rows, **fields})


def run(newsdiff_plugins, *lines, pattern=r"[0-9]+", off=0):
    return evaluate(lines, plugins=newsdiff_plugins(Figures(pattern, off)))


def test_figures_are_what_one_counts_by_hand(newsdiff_plugins):
    (score,) = run(newsdiff_plugins, gold((12, 14, 43), (31, 33, 13))).scores

    assert (2, 3, 2, 2) == (score.gold, score.found, score.exact, score.overlapping)
    assert pytest.approx((2 / 3, 1.0, 0.8)) == (score.precision, score.recall, score.f1)
    assert 0.5 == score.value_accuracy


def test_an_overlap_is_counted_apart_and_once(newsdiff_plugins):
    (score,) = run(newsdiff_plugins, gold((12, 21, 43)), pattern=r"[0-9]").scores

    assert (0, 1) == (score.exact, score.overlapping)


def test_no_value_means_that_the_place_decides(newsdiff_plugins):
    evaluation = run(newsdiff_plugins, gold((12, 14, None)), off=5)

    assert evaluation.scores[0].value_accuracy is None
    assert [True, False, False] == [hit.right for hit in evaluation.hits]


def test_an_article_without_claims_counts_against_precision(newsdiff_plugins):
    (score,) = run(newsdiff_plugins, gold((12, 14, 43), text=TEXT[:20]), gold(text="Room 7 was empty.", id="a2")).scores

    assert (1, 2) == (score.gold, score.found)


def test_gains_and_losses_between_two_runs(newsdiff_plugins):
    line = gold((12, 14, 43), (31, 33, 12))
    before = run(newsdiff_plugins, line, pattern="43")
    after = run(newsdiff_plugins, line, pattern="12")

    assert [("-", "43", "lost"), ("+", "12", "gained")] == [
        (one.sign, one.hit.surface, one.what) for one in changes(before, after)
    ]
    assert '  - a1  "43"  (lost)' in as_text(after, before)


def test_a_value_that_turns_wrong_is_a_loss(newsdiff_plugins):
    line = gold((12, 14, 43))
    found = changes(run(newsdiff_plugins, line, pattern="43"), run(newsdiff_plugins, line, pattern="43", off=1))

    assert [("-", "value now wrong")] == [(one.sign, one.what) for one in found]


def test_a_run_survives_being_saved(newsdiff_plugins):
    evaluation = run(newsdiff_plugins, gold((12, 14, 43)))

    assert evaluation == Evaluation.from_json(evaluation.to_json())


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["{"], "line 1: is not valid JSON"),
        (['{"claims": []}'], 'object with a "text"'),
        (['{"text": "x"}'], '"claims" is a list'),
        (['{"text": "x", "claims": [{"kind": "figure"}]}'], "line 1: KeyError: 'start'"),
        (['{"text": "x", "claims": [{"kind": "figure", "start": 0, "end": 9}]}'], "does not lie inside the text"),
        (
            ['{"text": "x", "kinds": ["date"], "claims": [{"kind": "figure", "start": 0, "end": 1}]}'],
            "does not name it",
        ),
        (['{"text": "x", "claims": []}'], "nothing to compare"),
        (['{"text": "x", "published": "soon", "claims": [{"kind": "figure", "start": 0, "end": 1}]}'], "ISO date"),
    ],
)
def test_a_gold_file_that_cannot_be_used_says_where(lines, message, newsdiff_plugins):
    with pytest.raises(SchemaError, match=re.escape(message)):
        run(newsdiff_plugins, *lines)


def test_an_annotated_kind_that_no_plugin_declares_is_an_error(newsdiff_plugins):
    with pytest.raises(UnknownKindError, match="votes"):
        run(newsdiff_plugins, '{"text": "x", "claims": [{"kind": "votes", "start": 0, "end": 1}]}')


def test_the_command_saves_a_run_and_compares_with_it(tmp_path, capsys):
    path, saved = tmp_path / "gold.jsonl", tmp_path / "run.json"
    row = {"kind": "number", "start": 12, "end": 14, "value": {"amount": 43}}
    path.write_text(json.dumps({"text": TEXT, "claims": [row]}))

    assert 0 == command(["evaluate", str(path), "--save", str(saved)])
    assert 0 == command(["evaluate", str(path), "--baseline", str(saved)])
    assert "was" in capsys.readouterr().out
    assert 2 == command(["evaluate", str(path), "--baseline", str(path)])
    assert 2 == command(["evaluate", str(tmp_path / "none.jsonl")])


def test_what_could_not_be_searched_is_told_and_ends_in_2(tmp_path, capsys):
    path = tmp_path / "gold.jsonl"
    path.write_text(
        json.dumps({"text": "Es starben 4.", "language": "de", "claims": [{"kind": "number", "start": 11, "end": 12}]})
    )

    assert 2 == command(["evaluate", str(path)])
    assert "incomplete" in capsys.readouterr().out
