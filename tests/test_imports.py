"""Who may import whom, read from the syntax trees: function bodies and TYPE_CHECKING included.

The stages and what each may see stand in docs/explanation/stages.tsv, which the architecture page shows.
"""

import ast
import subprocess
import sys
import tomllib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE, PLUGINS = ROOT / "src" / "newsdiff", ROOT / "plugins"
ROWS = [
    line.split("\t")
    for line in (ROOT / "docs/explanation/stages.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
STAGES = [row[0] for row in ROWS]
# Imports against the stages, each for a reason that its module states: module to what it may reach.
DOORS = {
    "newsdiff.nouns.display": "newsdiff.render",  # report.to_html() and what notebooks show, by name when called
    "newsdiff.readers": "newsdiff.render.schema",  # results that newsdiff wrote as JSON are read back
    "newsdiff.readers._json": "newsdiff.render.schema",
}
BUILT_IN = sorted(path.name for path in PLUGINS.glob("newsdiff_*") if path.is_dir())
# What plugins may import beside newsdiff's public names and their own package.
SHARED = ("newsdiff.language", "newsdiff.page")
# Value classes of the built-in kinds; Statement is the core's own.
VALUES = {"NamedGroup", "Quantity", "Quotation", "Timex"}
# The core knows no kind: only these may name a value class. Nobody may join the second set; whoever leaves it goes.
MAY_NAME = ("nouns", "language", "testing", "render.schema")
STILL_NAMES = {
    "comparison.diff": {"Quantity", "Timex"},
    "extraction.extract": {"Timex"},
    "extraction.scope": {"Quotation", "Timex"},
    "statements.doubts": {"Timex"},
    "statements.telling": {"Quotation", "Timex"},
}


def allowed(stage):
    """The stages that a stage may import, itself among them."""
    sees = ROWS[STAGES.index(stage)][1]
    named = {"none": [], "above": STAGES[: STAGES.index(stage)], "all": STAGES}.get(sees, sees.split())
    return {*named, stage}


def name_of(path):
    """The dotted name of a file of src or plugins."""
    root = SOURCE.parent if path.is_relative_to(SOURCE) else PLUGINS
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted(SOURCE.rglob("*.py"))}
PLUGIN_MODULES = {name_of(path): path for name in BUILT_IN for path in sorted((PLUGINS / name).rglob("*.py"))}


def imported(path, package):
    """Every module, or name of a module, that a file imports, wherever the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = package.split(".")
                base = ".".join([*parents[: len(parents) - node.level + 1], *([base] if base else [])])
            found |= {f"{base}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "import_module":
            found |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
    return found


def seen(name):
    """The modules of newsdiff that a module imports."""
    path = MODULES[name]
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    return {home(full) for full in imported(path, package) if full.split(".")[0] == "newsdiff"} - {name}


def home(full):
    """The module that a full name is or stands in."""
    while full not in MODULES:
        full = full.rpartition(".")[0]
    return full


def is_door(name, other):
    """Whether an import goes through a declared door."""
    door = DOORS.get(name)
    return door is not None and (other == door or other.startswith(f"{door}."))


def test_the_source_holds_the_stages_and_nothing_else():
    found = {path.name for path in SOURCE.iterdir() if path.is_file() or any(path.rglob("*.py"))}

    assert found == {*STAGES, "__init__.py", "__main__.py", "py.typed"}


def test_no_stage_sees_one_below_it_in_the_table():
    for stage, sees, _, _ in ROWS:
        if sees != "all":
            assert allowed(stage) <= set(STAGES[: STAGES.index(stage) + 1])


@pytest.mark.parametrize("name", [name for name in MODULES if name.count(".")])
def test_a_module_sees_its_own_stage_and_those_that_the_table_allows(name):
    stage = name.split(".")[1]
    if stage == "__main__":
        assert seen(name) == {"newsdiff.cli"}
        return
    others = {other for other in seen(name) if not is_door(name, other)}
    if stage in ("cli", "testing"):
        others.discard("newsdiff")  # its version and public names

    assert {other.split(".")[1] if "." in other else other for other in others} <= allowed(stage)


def test_the_formats_of_readers_know_nouns_only():
    for name in MODULES:
        if name.startswith("newsdiff.readers._"):
            others = {other for other in seen(name) if not is_door(name, other)}
            assert {other.split(".")[1] for other in others} <= {"nouns", "readers"}


def test_every_door_is_used():
    assert all(any(is_door(name, other) for other in seen(name)) for name in DOORS)


def test_there_is_no_circle():
    graph = {
        name: {other for other in seen(name) if not is_door(name, other)} for name in MODULES if name != "newsdiff"
    }
    try:
        TopologicalSorter({name: others - {"newsdiff"} for name, others in graph.items()}).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize("name", MODULES)
def test_the_core_never_imports_a_plugin(name):
    assert not {full for full in imported(MODULES[name], name) if full.startswith("newsdiff_")}


@pytest.mark.parametrize("name", MODULES)
def test_the_core_knows_no_kind(name):
    text = MODULES[name].read_text(encoding="utf-8")
    imports = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)]
    named = {alias.name for node in imports for alias in node.names} & VALUES
    short = name.removeprefix("newsdiff.")
    if short == "newsdiff" or short.split(".")[0] in MAY_NAME or short in MAY_NAME:
        return

    assert named == STILL_NAMES.get(short, set())


@pytest.mark.parametrize("name", PLUGIN_MODULES)
def test_a_plugin_sees_public_names_what_is_shared_and_itself(name):
    own = name.split(".")[0]
    public = set(public_names())
    path = PLUGIN_MODULES[name]
    for full in imported(path, name if path.name == "__init__.py" else name.rpartition(".")[0]):
        if full.startswith("newsdiff_"):
            assert full.split(".")[0] == own, f"{own} imports its sibling {full}"
        elif full.startswith("newsdiff.") and not full.startswith(SHARED):
            assert full.removeprefix("newsdiff.") in public, f"{full} is not public"


def public_names():
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            return ast.literal_eval(node.value)
    raise AssertionError("newsdiff has no __all__")


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_plugin_module_holds_hooks_only(name):
    text = (PLUGINS / name / "__init__.py").read_text(encoding="utf-8")
    functions = [node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]

    assert {"newsdiff_claim_kinds", "newsdiff_extract"} <= set(functions)
    assert all(function.startswith("newsdiff_") for function in functions)
    assert len(text.splitlines()) <= 30


def test_every_plugin_of_the_repository_is_an_entry_point():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert sorted(settings["project"]["entry-points"]["newsdiff"].values()) == BUILT_IN


def test_the_walk_sees_every_sort_of_import(tmp_path):
    path = tmp_path / "sample.py"
    path.write_text(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from newsdiff.comparison.diff import diff\n"
        "def f():\n    import newsdiff.corpus\n    from . import sibling\n    from .deep import thing\n"
        "    import_module('newsdiff.cli')\n"
    )

    assert imported(path, "newsdiff.language") >= {
        "newsdiff.comparison.diff.diff",
        "newsdiff.corpus",
        "newsdiff.language.sibling",
        "newsdiff.language.deep.thing",
        "newsdiff.cli",
    }
    assert home("newsdiff.comparison.diff.diff") == "newsdiff.comparison.diff"


def test_the_tests_mirror_the_source():
    """Every folder of tests is a stage or stands beside them; only a package's own tests see its private modules."""
    beside = {"docs", "examples", "packaging"}
    tests = ROOT / "tests"
    folders = {path.name for path in tests.iterdir() if path.is_dir() and any(path.rglob("*.py"))}

    assert folders <= {*STAGES, *beside}
    for path in sorted(tests.glob("*/**/test_*.py")):
        parts = path.relative_to(tests).parts[:-1]
        own = f"newsdiff_{parts[1]}" if parts[0] == "plugins" and len(parts) > 1 else f"newsdiff.{parts[0]}"
        for full in imported(path, ""):
            if full.startswith("newsdiff") and any(part[0] == "_" for part in full.split(".") if part[:2] != "__"):
                assert full.startswith(own), f"{path.relative_to(ROOT)} imports {full}"


# What happens at import


def python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stdout


def test_import_loads_pluggy_and_hardly_anything_of_newsdiff():
    """What an import costs, counted in modules; every name is fetched on first use."""
    loaded = python("import sys; before = {*sys.modules}; import newsdiff; print(*{*sys.modules} - before)").split()
    ours = {name for name in loaded if name.startswith("newsdiff")}
    packages = {name.split(".")[0] for name in loaded} - sys.stdlib_module_names

    assert {"newsdiff", "newsdiff.plugins", "newsdiff.plugins.hookspecs"} == ours
    assert {"newsdiff", "pluggy"} == packages


def test_import_loads_nothing_heavy_of_the_standard_library():
    heavy = (
        "asyncio csv datetime decimal email fractions http importlib.metadata importlib.resources json pathlib socket"
    )
    heavy += " statistics subprocess unicodedata unittest urllib zipfile"

    assert python(f"import sys, newsdiff; print([name for name in sys.modules if name in {heavy.split()}])") == "[]\n"


def test_a_plugin_may_be_imported_before_newsdiff():
    code = "import newsdiff_numbers, newsdiff.plugins; print(newsdiff.plugins.load(['numbers']).names)"

    assert python(code).strip() == "('numbers',)"
