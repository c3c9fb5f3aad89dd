"""Sphinx: Markdown through MyST, furo, every unresolved reference a warning (and CI makes warnings errors)."""

from importlib.metadata import version as _version
from typing import Any

project = "newsdiff"
author = "The newsdiff developers"
copyright = f"2026, {author}"  # noqa: A001
version = release = _version("newsdiff")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "newsdiff"
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

nitpicky = True
# An annotation "type" is the builtin, not one of the fields of that name.
suppress_warnings = ["ref.python"]
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
autodoc_default_options = {"members": True, "undoc-members": False, "exclude-members": "RELATIONS"}
python_use_unqualified_type_names = True
# The build is offline: names of other projects are not looked up.
nitpick_ignore_regex = [
    (r"py:.*", r"(collections|datetime|pathlib|typing|types|os|pluggy|hypothesis|st|re|numpy)\b.*"),
    (r"py:.*", r"newsdiff\.(alignment\.weights\.Weights|nouns\.values\.Happening|nouns\.extraction\.T)"),
    (r"py:.*", r"newsdiff\.(language|page|nouns\.(spans|converters))\..*"),
    (r"py:.*", r"(str|int|float|bool|bytes|object|tuple|frozenset|dict|list|type|None|Any|Self|Callable|Iterable)"),
    (r"py:.*", r"(Mapping|Sequence|Hashable|Collection|Iterator|Literal|date|datetime|Path|ModuleType|attrs\..*)"),
    (r"py:.*", r"(HasText|NewsdiffError|ValueError|AssertionError|Exception|PurePath|SearchStrategy.*)"),
    (r"py:.*", r"newsdiff\.nouns\.(values|claims|kinds|problems|converters)\.[a-z_]+"),
]


def _resolve(app: Any, env: Any, node: Any, contnode: Any) -> Any:
    """Find newsdiff.nouns.claims.Claim, or plain Claim, under its public name newsdiff.Claim."""
    import newsdiff

    target = node.get("reftarget", "")
    name = target.rsplit(".", 1)[-1]
    if node.get("refdomain") != "py":
        return None
    aliases = {
        "Bounds": "newsdiff.Quantity",
        "Severity": "newsdiff.Problem",
        "Status": "newsdiff.Scope",
        "Part": "newsdiff.Scope",
        "VerdictRelation": "newsdiff.Verdict",
    }
    public = aliases.get(name) or (f"newsdiff.{name}" if name in newsdiff.__all__ else f"newsdiff.nouns.formats.{name}")
    if public == target:
        return None
    domain = env.get_domain("py")
    for kind in ("class", "exc", "func", "obj"):
        found = domain.resolve_xref(env, node["refdoc"], app.builder, kind, public, node, contnode)
        if found is not None:
            return found
    return None


def setup(app: Any) -> None:
    """Register the resolver."""
    app.connect("missing-reference", _resolve)
