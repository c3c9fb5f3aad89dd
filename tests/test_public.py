"""The public face: every name importable and documented, every data file with its source, licence and no doubles."""

import ast
import doctest
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest

import newsdiff
from newsdiff.language.lexicon import header

ROOT = Path(__file__).parent.parent
DATA = sorted(path for folder in ("src", "plugins") for path in (ROOT / folder).rglob("*.tsv"))
MODULES = ["newsdiff", *(module.name for module in pkgutil.walk_packages(newsdiff.__path__, "newsdiff."))]


@pytest.mark.parametrize("name", newsdiff.__all__)
def test_public_names_are_importable_and_documented(name):
    thing = getattr(newsdiff, name)

    assert inspect.getdoc(thing)
    assert name in dir(newsdiff)
    if inspect.isclass(thing) and thing.__module__.startswith("newsdiff"):
        for attribute, value in vars(thing).items():
            if not attribute.startswith("_") and callable(value):
                assert inspect.getdoc(value), f"{name}.{attribute} has no docstring"


def test_the_list_of_public_names_is_sorted_unique_and_complete():
    assert list(newsdiff.__all__) == sorted(set(newsdiff.__all__))
    assert set(newsdiff.__all__) == {*newsdiff._HOME, "hookimpl"}


def test_type_checkers_see_every_lazy_name():
    tree = ast.parse(Path(newsdiff.__file__).read_text(encoding="utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {alias.name for node in guarded.body if isinstance(node, ast.ImportFrom) for alias in node.names}

    assert seen == set(newsdiff._HOME)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'newsdiff' has no attribute 'dif'"):
        newsdiff.dif  # noqa: B018


def test_no_star_import_surprises():
    space = {}
    exec("from newsdiff import *", space)

    assert set(newsdiff.__all__) <= set(space)


@pytest.mark.parametrize("name", MODULES)
def test_modules_say_what_they_are_for_and_their_examples_run(name):
    if name.endswith("__main__"):
        pytest.skip("runs the command")
    module = importlib.import_module(name)

    assert module.__doc__
    failed, _ = doctest.testmod(module)
    assert failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_lists_of_names_hold(name):
    if name.endswith("__main__"):
        pytest.skip("runs the command")
    module = importlib.import_module(name)
    for public in getattr(module, "__all__", ()):
        getattr(module, public)


@pytest.mark.parametrize("path", DATA, ids=lambda path: str(path.relative_to(ROOT)))
def test_data_files_name_source_and_licence_and_repeat_nothing(path):
    assert re.match(r"# source: [^;]{3,}; licence: [A-Z][\w .+-]{2,}", header(path)), header(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.strip() and not line.startswith("#")]
    assert rows
    doubles = sorted({row for row in rows if rows.count(row) > 1})
    assert not doubles
    assert not [row for row in rows if row != row.strip("\n ") or any(cell != cell.strip() for cell in row.split("\t"))]


def test_furniture_phrases_stand_once_and_in_lower_case():
    rows = [line.split("\t") for line in (ROOT / "src/newsdiff/language/en/furniture.tsv").read_text().splitlines()[1:]]
    keys = [(phrase, place == "start") for phrase, place in rows]

    assert len(set(keys)) == len(keys)
    assert {place for _, place in rows} == {"whole", "start", "section", "comments"}
    assert all(phrase == phrase.lower() for phrase, _ in rows)


def test_the_version_is_the_distribution_s():
    assert importlib.import_module("importlib.metadata").version("newsdiff") == newsdiff.__version__


def test_every_package_is_typed():
    for folder in (ROOT / "src/newsdiff", *(ROOT / "plugins").glob("newsdiff_*")):
        assert (folder / "py.typed").is_file()
