"""newsdiff new-plugin: the project is complete, its plugin keeps the contract, and bad names are refused."""

import importlib.util
import tomllib

import pytest

from newsdiff import PluginError
from newsdiff.cli import run as command
from newsdiff.plugins.scaffold import new_plugin
from newsdiff.testing import assert_reports, check_extractor


def module_of(folder, name):
    spec = importlib.util.spec_from_file_location(name, folder / "src" / name / "__init__.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_project_names_its_plugin_and_holds_what_it_names(tmp_path):
    new_plugin("vote-counts", tmp_path / "p")
    project = tomllib.loads((tmp_path / "p" / "pyproject.toml").read_text())

    assert {"vote-counts": "newsdiff_vote_counts"} == project["project"]["entry-points"]["newsdiff"]
    for package in project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]:
        assert (tmp_path / "p" / package / "py.typed").is_file()
    assert (tmp_path / "p" / project["project"]["readme"]).is_file()
    assert "{{" not in "".join(path.read_text() for path in (tmp_path / "p").rglob("*.*") if path.is_file())


def test_the_plugin_keeps_the_contract_and_is_compared(tmp_path, newsdiff_plugins):
    new_plugin("newsdiff-ages", tmp_path)
    plugin = module_of(tmp_path, "newsdiff_ages")

    claims = check_extractor(plugin, "A 43-year-old man died; 2.5-year-old data said so.")

    assert [43] == [claim.value for claim in claims]
    assert_reports(
        "A 43-year-old man died in Port Lisse.",
        "A 34-year-old man died in Port Lisse.",
        ["ages-conflict: '43' vs '34'"],
        plugins=newsdiff_plugins(plugin),
        kinds={"ages-conflict"},
    )


@pytest.mark.parametrize("name", ["Ages", "2ages", "a b", "", "../x", "numbers", "class", "ages-"])
def test_a_bad_name_is_refused_and_nothing_written(name, tmp_path):
    with pytest.raises(PluginError):
        new_plugin(name, tmp_path / "p")

    assert not (tmp_path / "p").exists()


def test_files_are_never_overwritten(tmp_path, capsys):
    (tmp_path / "README.md").write_text("mine")

    assert 2 == command(["new-plugin", "ages", str(tmp_path)])
    assert "mine" == (tmp_path / "README.md").read_text()
    assert "not an empty folder" in capsys.readouterr().err


def test_the_command_lists_what_it_wrote(tmp_path, capsys):
    assert 0 == command(["new-plugin", "ages", str(tmp_path / "p")])
    assert "pyproject.toml" in capsys.readouterr().out
