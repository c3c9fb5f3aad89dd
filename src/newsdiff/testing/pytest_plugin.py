"""The pytest plugin: the fixture ``newsdiff_plugins``, found by pytest itself (entry-point group ``pytest11``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def newsdiff_plugins() -> Callable[..., Any]:
    """Return a function that makes a set of plugins: names of installed ones, modules, or objects with hooks.

    ``newsdiff.diff(left, right, plugins=newsdiff_plugins("numbers", my_module))``
    """
    from newsdiff.plugins import default_plugins, from_modules  # only when the fixture is used

    def chosen(*wanted: Any) -> Any:
        modules: dict[str, Any] = {}
        for one in wanted:
            if isinstance(one, str):
                modules[one] = next(iter(default_plugins().choose([one]))).module
            else:
                modules[getattr(one, "__name__", type(one).__name__)] = one
        return from_modules(modules)

    return chosen
