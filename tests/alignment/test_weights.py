"""Files of fitted weights: what is read, what is refused, and what a report says of them."""

import json

import pytest
from attrs import evolve

from newsdiff import Article, Claim, ClaimKind, diff, extract, hookimpl
from newsdiff.alignment.weights import ANY_KIND, SHIPPED, VARIABLE, Model, chance, decoded, encoded, load
from newsdiff.corpus import compare
from newsdiff.nouns.errors import WeightsError
from newsdiff.plugins import default_plugins, from_modules

LEFT = Article("Police said 43 people were killed in Port Lisse.", outlet="Harbour Times")
RIGHT = Article("Police said 35 people were killed in Port Lisse.", outlet="Coast Herald")


def changed(change) -> bytes:
    data = json.loads(SHIPPED.read_bytes())
    change(data)
    return json.dumps(data).encode()


def test_the_shipped_weights_name_the_command_that_made_them():
    weights = load()

    assert weights.name == "weights.json"
    assert len(weights.hash) == 16
    assert weights.made.startswith("newsdiff calibrate")
    assert weights.knows("number")
    assert weights.knows("date")


def test_the_shipped_weights_fit_the_installed_features():
    from newsdiff.alignment.candidates import names_of

    weights = load()
    for kind in default_plugins().kinds.values():
        assert weights.lacking(kind.name, names_of(kind)) == []
    assert weights.lacking(ANY_KIND, names_of()) == []


def test_what_is_written_is_read_again_with_a_hash_of_its_own(tmp_path):
    weights = load()
    path = tmp_path / "own.json"
    path.write_bytes(encoded(evolve(weights, made="newsdiff calibrate mine.jsonl")))

    read = load(path)

    assert (read.name, read.made) == ("own.json", "newsdiff calibrate mine.jsonl")
    assert read.hash != weights.hash
    assert read.sameness == weights.sameness
    assert read.findings == weights.findings
    assert read.thresholds == weights.thresholds
    assert encoded(read) == path.read_bytes()


def test_a_file_that_changed_is_read_anew(tmp_path):
    path = tmp_path / "own.json"
    path.write_bytes(encoded(load()))
    first = load(path).hash
    path.write_bytes(encoded(evolve(load(), made="again")))

    assert load(path).hash != first


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "no weights file", id="empty"),
        pytest.param(b"\xff\xfe", "no weights file", id="no text"),
        pytest.param(b"[1, 2]", "no weights file", id="a list"),
        pytest.param(b'{"format": "newsdiff-weights/2"}', "newsdiff-weights/2", id="another version"),
        pytest.param(changed(lambda data: data.pop("made")), "made", id="no command"),
        pytest.param(changed(lambda data: data["sameness"].pop("*")), "any|does not name", id="none for any kind"),
        pytest.param(changed(lambda data: data["thresholds"].pop("*")), "does not name", id="no threshold for any"),
        pytest.param(changed(lambda data: data["thresholds"].update({"*": 2})), "between 0 and 1", id="threshold of 2"),
        pytest.param(
            changed(lambda data: data["findings"]["*"].update(intercept="high")), "finite number", id="a word"
        ),
        pytest.param(
            changed(lambda data: data["findings"]["*"].update(intercept=float("nan"))), "finite number", id="no number"
        ),
    ],
)  # fmt: skip
def test_a_broken_file_is_an_error_that_names_it(tmp_path, data, said):
    path = tmp_path / "broken.json"
    path.write_bytes(data)

    with pytest.raises(WeightsError, match=said) as caught:
        diff(LEFT, RIGHT, weights=path)

    assert caught.value.path == str(path)


def test_a_missing_file_is_an_error_even_before_anything_is_read(tmp_path):
    with pytest.raises(WeightsError, match="cannot be read"):
        diff(LEFT, RIGHT, weights=tmp_path / "nowhere.json")
    with pytest.raises(WeightsError, match="cannot be read"):
        compare([LEFT, RIGHT], weights=tmp_path / "nowhere.json")


def test_the_environment_chooses_and_an_argument_wins(tmp_path, monkeypatch):
    path = tmp_path / "archive.json"
    path.write_bytes(encoded(evolve(load(), made="mine")))
    monkeypatch.setenv(VARIABLE, str(path))

    assert diff(LEFT, RIGHT, same_event=True).weights == ("archive.json", load(path).hash)
    assert diff(LEFT, RIGHT, same_event=True, weights=SHIPPED).weights == ("weights.json", load(SHIPPED).hash)

    monkeypatch.setenv(VARIABLE, str(tmp_path / "gone.json"))
    with pytest.raises(WeightsError, match=r"gone\.json"):
        diff(LEFT, RIGHT)


def notes(report):
    return [problem for problem in report.problems if problem.code == "weights-of-any-kind"]


def test_a_kind_without_weights_is_a_note_and_gets_those_of_any_kind():
    weights = load()
    bare = evolve(weights, sameness={ANY_KIND: weights.sameness[ANY_KIND]})

    report = diff(LEFT, RIGHT, same_event=True, weights=bare)

    (note,) = notes(report)
    assert note.severity == "note"
    assert "number" in note.message
    assert weights.hash in note.message
    assert report.discrepancies or report.held_back
    assert not notes(diff(LEFT, RIGHT, same_event=True))


def test_a_kind_that_was_fitted_with_other_features_is_a_note():
    weights = load()
    own = weights.sameness["number"]
    other = Model(own.intercept, {**own.weights, "shoe-size": 1.0}, own.means)
    stale = evolve(weights, sameness={**weights.sameness, "number": other})

    (note,) = notes(diff(LEFT, RIGHT, same_event=True, weights=stale))

    assert "shoe-size" in note.message
    assert not [
        problem
        for problem in diff(LEFT, RIGHT, same_event=True, weights=stale).problems
        if problem.severity == "incomplete"
    ]


def test_weights_for_any_kind_with_other_features_are_an_error():
    weights = load()
    own = weights.sameness[ANY_KIND]
    other = Model(own.intercept, {**own.weights, "shoe-size": 1.0}, own.means)
    stale = evolve(weights, sameness={**weights.sameness, ANY_KIND: other})

    with pytest.raises(WeightsError, match="shoe-size"):
        diff(LEFT, RIGHT, same_event=True, weights=stale)


def test_a_plugin_s_kind_is_weighed_by_weights_for_any_kind_and_a_note_says_so():
    class Shoes:
        @hookimpl
        def newsdiff_claim_kinds(self):
            return (ClaimKind("shoe", str),)

        @hookimpl
        def newsdiff_extract(self, document):
            at = document.text.find("size ") + 5
            return [Claim.at(document, (at, at + 2), kind="shoe", value=document.text[at : at + 2])]

    plugins = from_modules({"shoes": Shoes()})
    left, right = (
        extract(Article(f"The thief of Port Lisse wore shoes of size {size}, police said."), plugins=plugins)
        for size in (42, 44)
    )

    report = diff(left, right, same_event=True, plugins=plugins)

    (note,) = notes(report)
    assert "shoe" in note.message


def test_the_strongest_features_are_those_that_move_the_odds_against_their_mean():
    model = Model(1.0, {"a": 2.0, "b": -1.0, "c": 0.0}, {"a": 0.5, "b": 0.0, "c": 0.0})

    assert model.logit({"a": 1.0, "b": 3.0, "c": 9.0}) == pytest.approx(0.0)
    assert chance(model.logit({"a": 1.0, "b": 3.0, "c": 9.0})) == pytest.approx(0.5)
    assert model.strongest({"a": 1.0, "b": 3.0, "c": 9.0}) == [("b", -3.0), ("a", 1.0)]


def test_bytes_are_what_is_hashed():
    data = encoded(load())

    assert decoded("a", data).hash == decoded("b", data).hash
    assert decoded("a", data + b"\n").hash != decoded("a", data).hash
