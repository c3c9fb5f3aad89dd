"""The table of conversions says what Pint says, for every unit that we convert."""

import pint
import pytest

from newsdiff.language.lexicon import header, table
from newsdiff_numbers import _convert, _units

ALL = sorted({row[2] for row in table(_units.DATA / "units.tsv")} - {"-"})
# What Pint calls a decade is a factor of ten, and no time.
UNITS = [unit for unit in ALL if unit != "decade"]


@pytest.fixture(scope="module")
def registry():
    return pint.UnitRegistry()


def test_the_table_has_every_unit_that_is_converted():
    assert sorted(_convert._measures()) == ALL


def test_the_table_says_where_it_is_from():
    assert header(_units.DATA / "conversions.tsv").startswith("# source: Pint")


def test_a_value_in_base_units_is_the_one_of_pint(registry):
    for unit in UNITS:
        measure = _convert._measures()[unit]

        for value in (0.0, 1.0, 1000.0):
            base = registry.Quantity(value, unit).to_base_units().magnitude
            assert value * measure.factor + measure.offset == pytest.approx(base, rel=1e-12, abs=1e-12), unit


def test_units_are_converted_into_each_other_where_pint_does_so(registry):
    for source in UNITS:
        known = {unit for unit in UNITS if registry.is_compatible_with(source, unit)}

        assert {unit for unit in UNITS if _convert.converted(1.0, source, unit) is not None} == known


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (7.0, "mile", "kilometer", 11.265408),
        (100.0, "degC", "degF", 212.0),
        (1.0, "decade", "year", 10.0),
        (3.0, "mile", "acre", None),
        (float("inf"), "foot", "meter", float("inf")),
    ],
)
def test_values_are_converted(value, source, target, expected):
    found = _convert.converted(value, source, target)

    assert found == (None if expected is None else pytest.approx(expected))
