"""What is built holds what the checkout has, and pyproject.toml names what there is."""

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import newsdiff

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PACKAGES = [ROOT / name for name in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A wheel and an sdist of this checkout, made without a network."""
    hatchling = pytest.importorskip("hatchling.build")
    out = tmp_path_factory.mktemp("dist")
    here = Path.cwd()
    os.chdir(ROOT)  # a build backend works in the current folder
    try:
        return out / hatchling.build_wheel(str(out)), out / hatchling.build_sdist(str(out))
    finally:
        os.chdir(here)


def files_of(package):
    return {
        f"{package.name}/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_every_file_of_every_package_and_nothing_else(built):
    with zipfile.ZipFile(built[0]) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}

    assert set().union(*map(files_of, PACKAGES)) == names


def test_the_sdist_can_be_tested_and_documented(built):
    with tarfile.open(built[1]) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}

    assert {
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        ".ci/run",
        "docs/conf.py",
        "tests/packaging/test_packaging.py",
    } <= names
    assert any(name.startswith("examples/articles/") for name in names)


def test_every_plugin_folder_is_packaged_typed_and_registered():
    plugins = {path.name for path in (ROOT / "plugins").iterdir() if (path / "__init__.py").exists()}

    assert plugins == {package.name for package in PACKAGES if package.parent.name == "plugins"}
    assert plugins == set(PROJECT["project"]["entry-points"]["newsdiff"].values())
    assert all((package / "py.typed").is_file() for package in PACKAGES)


def test_the_four_extractors_are_installed():
    assert {"dates", "groups", "numbers", "quotes"} <= {entry.name for entry in entry_points(group="newsdiff")}


def test_one_version_everywhere():
    assert PROJECT["project"]["version"] == newsdiff.__version__
    assert f"version: {newsdiff.__version__}" in (ROOT / "CITATION.cff").read_text()
    assert f"## {newsdiff.__version__}" in (ROOT / "CHANGELOG.md").read_text()


def run_python(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_newsdiff_opens_no_connection():
    code = (
        "import socket\n"
        "def refuse(*_): raise AssertionError('network')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "import newsdiff\n"
        "a = newsdiff.Article('Police said 43 people died in Oban on Friday.')\n"
        "print(len(newsdiff.diff(a, a).discrepancies))"
    )

    assert "0" == run_python(code)


def test_every_dependency_is_imported_somewhere():
    code = "\n".join(path.read_text() for package in PACKAGES for path in package.rglob("*.py"))
    for requirement in PROJECT["project"]["dependencies"]:
        name = requirement.split(">")[0].split("[")[0]
        module = {"attrs": "attrs"}.get(name, name)

        assert f"import {module}" in code or f"from {module}" in code, f"nothing imports {name}"
