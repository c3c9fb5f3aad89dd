"""Plugins: what they may implement (``hookspecs``), how they are loaded (``manager``), and a new one (``scaffold``).

>>> from newsdiff.plugins import load
>>> load(["dates", "numbers"]).names
('dates', 'numbers')
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsdiff.plugins.manager import Plugin, Plugins, default_plugins, from_modules, load, resolve

__all__ = ["Plugin", "Plugins", "default_plugins", "from_modules", "load", "resolve"]


# Lazy, because every plugin imports ``hookimpl`` from this package, before any is loaded.
def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'newsdiff.plugins' has no attribute {name!r}")
    value = getattr(import_module("newsdiff.plugins.manager"), name)
    globals()[name] = value
    return value
