"""A kit for plugin authors: check an extractor against the contract in one line, and state what a diff must report.

>>> from newsdiff.testing import assert_mirrors
>>> assert_mirrors("Two people died in Port Lisse.", "Three people died in Port Lisse.")

``newsdiff.testing.strategies`` (Hypothesis) and the pytest fixture ``newsdiff_plugins`` come with the extra
``newsdiff[testing]``; the functions below need neither.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsdiff.testing.assertions import assert_mirrors, assert_reports
    from newsdiff.testing.contract import AWKWARD, RULES, ContractViolation, check_extractor
    from newsdiff.testing.growth import Growth, assert_linear

# Lazy, because pytest imports this package at every start for the fixture's sake.
_HOME = {
    "AWKWARD": "contract",
    "RULES": "contract",
    "ContractViolation": "contract",
    "Growth": "growth",
    "assert_linear": "growth",
    "assert_mirrors": "assertions",
    "assert_reports": "assertions",
    "check_extractor": "contract",
}
__all__ = [
    "AWKWARD",
    "RULES",
    "ContractViolation",
    "Growth",
    "assert_linear",
    "assert_mirrors",
    "assert_reports",
    "check_extractor",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'newsdiff.testing' has no attribute {name!r}")
    value = getattr(import_module(f"newsdiff.testing.{_HOME[name]}"), name)
    globals()[name] = value
    return value
