"""The documentation agrees with the code: hooks, public names, the command line, links, and every code block."""

import ast
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import newsdiff
from newsdiff.cli import run as command
from newsdiff.plugins import hookspecs
from newsdiff.testing import RULES

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [path for path in sorted(DOCS.rglob("*.md")) if "_build" not in path.parts]
TEXTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")] + PAGES
HOOKS = [name for name in vars(hookspecs) if name.startswith("newsdiff_")]
LANGUAGES = {"python", "console", "toml", "json", "text", "bash"}
# Commands that set an environment up; .ci/run runs them for real, in fresh environments.
SETS_UP = ("pip ", "python3 -m venv", "uv ")


def load(name):
    spec = importlib.util.spec_from_file_location(f"docs_{name}", DOCS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BLOCKS = load("blocks")
TUTORIAL = DOCS / "tutorial" / "first-plugin.md"  # followed to the letter by .ci/run, where the plugin can be installed


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A place to run a page: with the examples, and the commands of this environment."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: str(page.relative_to(ROOT)))
def test_every_code_block_runs(page, folder, capfd):
    names = {"__name__": "__docs__"}
    for block in BLOCKS.blocks(page):
        place = f"{page.relative_to(ROOT)}:{block.line}"
        assert block.language in LANGUAGES, f"{place}: say what the block is"
        if block.file:
            BLOCKS.write(block, folder)
        if block.language == "python":
            run_python(block, place, names)
        elif block.language == "toml":
            tomllib.loads(block.text)
        elif block.language == "json":
            json.loads(block.text)
        elif block.language == "console" and page != TUTORIAL:
            run_commands(block, place, folder)


def run_python(block, place, names):
    if block.text.startswith(">>>"):
        import doctest

        test = doctest.DocTestParser().get_doctest(block.text, names, place, place, block.line)
        assert 0 == doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, clear_globs=False).failed, place
        names.update(test.globs)
    elif not block.file:
        exec(compile("\n" * block.line + block.text, place.split(":")[0], "exec"), names)


def run_commands(block, place, folder):
    assert block.commands, f"{place}: a console block holds lines that start with '$ '"
    for line in block.commands:
        if line.startswith(SETS_UP):
            continue
        done = subprocess.run(
            ["bash", "-c", line], cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60
        )
        compares = re.match(r"newsdiff (?!evaluate|calibrate|new-plugin|plugins|extract)", line) is not None
        assert done.returncode in ((0, 1) if compares else (0,)), f"{place}: {line}\n{done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr, done.stderr


def test_functions_that_docs_define_as_tests_are_tests(folder, newsdiff_plugins):
    names = {"__name__": "__docs__"}
    for block in BLOCKS.blocks(DOCS / "reference" / "testing.md"):
        if block.language == "python":
            run_python(block, "testing.md", names)

    names["test_alone_and_with_numbers"](newsdiff_plugins)


def test_the_first_plugin_is_short_and_keeps_the_contract(tmp_path):
    files = {block.file: block for block in BLOCKS.blocks(TUTORIAL) if block.file}
    source = next(block for name, block in files.items() if name.endswith("__init__.py"))
    assert 30 > len([line for line in source.content.split("\n") if line.strip()])

    path = tmp_path / "newsdiff_votes.py"
    path.write_text(source.content)
    spec = importlib.util.spec_from_file_location("newsdiff_votes", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.modules["newsdiff_votes"] = module
    test = next(block for name, block in files.items() if "test_" in name)
    names = {}
    exec(test.content, names)
    names["test_votes"]()


def prose(page):
    """The page without its code blocks."""
    return re.sub(r"^```.*\n(?:.*\n)*?```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)


def headings(page):
    return re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_is_documented_with_its_real_signature(hook):
    code = getattr(hookspecs, hook).__code__
    arguments = ", ".join(code.co_varnames[: code.co_argcount])

    assert f"{hook}({arguments})" in headings(DOCS / "reference" / "hooks.md")


def test_no_hook_is_documented_that_does_not_exist():
    documented = {
        title.split("(")[0] for title in headings(DOCS / "reference" / "hooks.md") if title.startswith("newsdiff_")
    }

    assert set(HOOKS) == documented


def test_every_public_name_is_in_the_reference():
    text = "\n".join(page.read_text() for page in sorted((DOCS / "reference").glob("*.md")))
    documented = set(re.findall(r"^\.\. (?:auto)?\w+:: newsdiff\.(\w+)$", text, re.MULTILINE))

    assert set(newsdiff.__all__) == documented


@pytest.mark.parametrize("name", newsdiff.__all__)
def test_every_public_name_has_a_docstring(name):
    assert (getattr(newsdiff, name).__doc__ or "").strip()


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: str(page.relative_to(ROOT)))
def test_names_that_the_text_calls_newsdiffs_exist(page):
    for name in set(re.findall(r"`newsdiff\.([a-z_]\w*(?:\.\w+)*)", page.read_text(encoding="utf-8"), re.IGNORECASE)):
        if name in {"diff", "txt", "json"}:
            continue
        value = newsdiff
        for part in name.split("."):
            if not hasattr(value, part):
                assert importlib.util.find_spec(f"{value.__name__}.{part}"), f"newsdiff.{name}"
                value = importlib.import_module(f"{value.__name__}.{part}")
            else:
                value = getattr(value, part)


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_to_files_and_headings_resolve(page):
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        path, _, anchor = target.partition("#")
        place = (page.parent / path) if path else page
        assert place.exists(), f"{page.name}: {target}"
        if anchor:
            slugs = {re.sub(r"[^\w -]", "", title.lower()).strip().replace(" ", "-") for title in headings(place)}
            assert anchor in slugs, f"{page.name}: {target}"


def test_options_that_docs_name_exist(capsys):
    known = {"--check"}  # of docs/shown.py
    for verb in ("diff", "extract", "show", "plugins", "evaluate", "calibrate", "new-plugin"):
        assert 0 == command([verb, "--help"])
        known |= set(re.findall(r"--[a-z][a-z-]+", capsys.readouterr().out))
    for page in (ROOT / "README.md", *PAGES):
        named = re.findall(r"`(newsdiff [^`\n]*|--[^`\n]*)`|^\$ (newsdiff .*)$", page.read_text(), re.MULTILINE)
        for option in re.findall(r"(?<!\S)--[a-z][a-z-]+", " ".join(map(" ".join, named))):
            assert option in known, (page.name, option)


def test_the_rules_of_the_kit_are_the_documented_ones():
    page = (DOCS / "reference" / "testing.md").read_text()

    assert RULES == dict(re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", page, re.MULTILINE))


def test_readme_is_short_and_shows_a_report():
    text = (ROOT / "README.md").read_text()

    assert 150 > text.count("\n")
    assert "Same event: yes" in text


def test_what_is_shown_is_marked_and_made_by_a_known_maker():
    shown = load("shown")
    marks = [name for page in TEXTS for name in re.findall(r"<!-- shown: (\w+) -->", page.read_text())]

    assert set(shown.SHOWN) == set(marks)


ARCHITECTURE = DOCS / "explanation" / "data-flow.md"


def test_the_architecture_page_draws_the_folders_of_the_source():
    table = load("stages")
    page = ARCHITECTURE.read_text(encoding="utf-8")

    assert f"<!-- shown: stages -->\n```text\n{table.drawing()}\n```\n<!-- /shown -->" in page
    drawn = re.findall(r"^│ (\w+)", page, re.MULTILINE)
    assert {path.parent.name for path in (ROOT / "src" / "newsdiff").glob("*/__init__.py")} == set(drawn)
    for stage in table.stages():
        assert " " in stage.gives or stage.gives in {"-", *newsdiff.__all__}, stage


def defined(path):
    """The functions and classes of a module, and the methods of its classes."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{inner.name}" for inner in node.body if isinstance(inner, ast.FunctionDef)}
    return found


def test_the_functions_that_the_architecture_page_links_stand_where_it_says():
    page = prose(ARCHITECTURE)
    links = re.findall(r"\[`([\w.]+)`\]\((\S+\.py)\)", page)

    assert len(links) > 25
    for name, target in links:
        assert name in defined(ARCHITECTURE.parent / target), f"{name} is not in {target}"


def test_the_pages_are_all_reachable():
    reached = set()
    for page in PAGES:
        for tree in re.findall(r"```\{toctree\}\n((?:.*\n)*?)```", page.read_text()):
            for row in tree.split("\n"):
                if row and not row.startswith(":"):
                    reached |= {path.resolve() for path in page.parent.glob(f"{row}.md")}

    assert {page.resolve() for page in PAGES} - {(DOCS / "index.md").resolve()} == reached


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_ci_script_is_valid_bash():
    assert 0 == subprocess.run(["bash", "-n", str(ROOT / ".ci" / "run")], check=False).returncode
