"""Who may import whom (DESIGN, section 3), read from the syntax trees: function bodies and TYPE_CHECKING included."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE, PLUGINS = ROOT / "src" / "newsdiff", ROOT / "plugins"

# From the ground up; a module may import those of its own layer and of the layers above it in this table.
LAYERS = [
    {"errors", "converters", "display", "spans", "values", "models", "reports", "formats"},
    {"text"},
    {"document"},
    {"hookspecs"},
    {"plugins"},
    {"scope"},
    {"extraction"},
    {"rarity", "likeness", "opinions", "profile", "event"},
    {"telling", "opposition", "statements", "central", "event_fit"},
    {"sums", "maindate", "pairs"},
    {"alignment"},
    {"comparison"},
    {"engine"},
    {"corpus"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
NOUNS = LAYERS[0]
# Modules of the package that stand beside the layers, with what they may see of newsdiff.
BESIDE = {
    "schema": {*NOUNS, "text"},
    "render": {*NOUNS, "text", "schema", "render"},
    "readers": {*NOUNS, "text", "schema", "readers", "plugins"},  # read() itself sits above the plugins
    "evaluation": None,
    "benchmark": None,
    "scaffold": None,
    "testing": None,
    "cli": None,
    "__main__": None,
    "__init__": None,
}
# Nouns show themselves in terminals and notebooks; the renderers are imported when that happens.
UPWARDS = {"display": {"render"}}
BUILT_IN = sorted(path.name for path in PLUGINS.glob("newsdiff_*") if path.is_dir())


def imported(path, package):
    """Every module that a file imports, by its full name, wherever the import stands."""
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
            if not (base == "newsdiff" and all(known(alias.name) for alias in node.names)):
                found.add(base)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "import_module":
            found |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
    return found


def files(folder, package):
    for path in sorted(folder.rglob("*.py")):
        inner = ".".join([package, *path.relative_to(folder).parts[:-1]])
        yield pytest.param(path, inner, id=str(path.relative_to(ROOT)))


def home(name):
    """The module or package of newsdiff that a full name belongs to, or None for other software."""
    parts = name.split(".")
    return None if parts[0] != "newsdiff" else parts[1] if len(parts) > 1 else "__init__"


def unit(path):
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def known(name):
    return (SOURCE / name).is_dir() or (SOURCE / f"{name}.py").is_file()


@pytest.mark.parametrize(("path", "package"), list(files(SOURCE, "newsdiff")))
def test_the_core_imports_downwards_only(path, package):
    here = unit(path)
    seen = {home(name) for name in imported(path, package)} - {None, here}
    seen = {name for name in seen if known(name) or name == "__init__"}
    assert here in LEVEL or here in BESIDE, f"{here} has no place in the layers; give it one in this file and DESIGN"
    if here in BESIDE:
        allowed = BESIDE[here]
    else:
        allowed = {name for name, level in LEVEL.items() if level <= LEVEL[here]} | UPWARDS.get(here, set())
    wrong = set() if allowed is None else seen - allowed - ({"__init__"} if here in BESIDE else set())

    assert not wrong


@pytest.mark.parametrize(("path", "package"), list(files(SOURCE, "newsdiff")))
def test_the_core_never_imports_a_plugin(path, package):
    if unit(path) in ("testing", "cli", "evaluation", "benchmark", "scaffold", "__main__"):
        pytest.skip("may see all")
    assert not {name for name in imported(path, package) if name.startswith("newsdiff_")}


@pytest.mark.parametrize(("path", "package"), [case for name in BUILT_IN for case in files(PLUGINS / name, name)])
def test_a_plugin_sees_public_names_the_text_package_and_itself(path, package):
    own = package.split(".")[0]
    public = set(public_names())
    for name in imported(path, package):
        if name.startswith("newsdiff_"):
            assert name.split(".")[0] == own, f"{own} imports its sibling {name}"
        elif name.startswith("newsdiff.") and not name.startswith("newsdiff.text"):
            assert name.split(".")[1] in public, f"{name} is not public"


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
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from newsdiff.engine import diff\n"
        "def f():\n    import newsdiff.corpus\n    from . import sibling\n    from .deep import thing\n"
        "    import_module('newsdiff.cli')\n"
    )

    assert imported(path, "newsdiff.text") >= {
        "newsdiff.engine",
        "newsdiff.corpus",
        "newsdiff.text.sibling",
        "newsdiff.text.deep",
        "newsdiff.cli",
    }


# What happens at import


def python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stdout


def test_import_loads_pluggy_and_hardly_anything_of_newsdiff():
    """What an import costs, counted in modules; every name is fetched on first use."""
    loaded = python("import sys; before = {*sys.modules}; import newsdiff; print(*{*sys.modules} - before)").split()
    ours = {name for name in loaded if name.startswith("newsdiff")}
    packages = {name.split(".")[0] for name in loaded} - sys.stdlib_module_names

    assert {"newsdiff", "newsdiff.hookspecs"} == ours
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
