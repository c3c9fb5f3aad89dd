"""``newsdiff new-plugin``: a plugin project that installs, passes its tests and takes part in a diff at once."""

from __future__ import annotations

import keyword
import re
from importlib.resources import files
from pathlib import Path

from newsdiff.nouns.errors import PluginError

_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")

# template -> path in the new project
_FILES = {
    "pyproject.toml.j2": "pyproject.toml",
    "README.md.j2": "README.md",
    "plugin.py.j2": "src/{module}/__init__.py",
    "test_plugin.py.j2": "tests/test_{module}.py",
    "gitignore.j2": ".gitignore",
}


def new_plugin(name: str, folder: str | Path) -> tuple[Path, ...]:
    """Write a plugin project called newsdiff-*name* into *folder* and return the paths written.

    Raises PluginError for a name that is no plugin name, a name that newsdiff uses itself, or a folder with files.
    """
    from jinja2 import Environment, StrictUndefined  # costs 60 ms; only this command needs it

    module, target = _checked(name), Path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise PluginError(name, f"cannot be written: {target} exists and is not an empty folder; choose another one")
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True)  # plain text, nothing to escape
    values = {"kind": module.removeprefix("newsdiff_").replace("_", "-"), "module": module}
    written = []
    for template, place in _FILES.items():
        source = files("newsdiff.plugins.scaffold").joinpath("templates", template).read_text(encoding="utf-8")
        path = target / place.format(**values)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(environment.from_string(source).render(values), encoding="utf-8", newline="\n")
        written.append(path)
    (target / "src" / module / "py.typed").touch()
    return tuple(written)


def _checked(name: str) -> str:
    """The module name for a plugin *name*."""
    if not _NAME.fullmatch(name):
        raise PluginError(name, "is no plugin name; use lower-case letters, digits and hyphens: vote-counts")
    plain = name.removeprefix("newsdiff-").replace("-", "_")
    if plain in ("dates", "groups", "numbers", "quotes", "statement") or keyword.iskeyword(plain):
        raise PluginError(name, "is a name that newsdiff or Python itself uses; choose another one")
    return f"newsdiff_{plain}"
