"""What a number is of, in words for a reader."""

from __future__ import annotations

from newsdiff import Claim, Quantity

# What becomes of people and things, beside participles in -ed; anything else is what is measured.
_FATES = ("missing", "shot", "aboard")
_PLURALS = {"person": "people", "child": "children", "foot": "feet", "inch": "inches", "percentage": "per cent"}


def topic(claim: Claim) -> str | None:
    """Return what a number is of; None where the text does not tell."""
    return counted(claim.value)


def counted(value: Quantity) -> str | None:
    """Return what a quantity is of: "people killed", "mud (cubic metres)", "age"."""
    unit, concept = value.unit, value.concept
    if unit is None or unit == concept:
        return concept
    if unit.endswith(" of age"):
        return "age"
    units = plural(unit)
    if concept is None:
        return units
    fate = concept.rpartition(" ")[2]
    return f"{units} {concept}" if fate in _FATES or fate.endswith("ed") else f"{concept} ({units})"


def plural(noun: str) -> str:
    """Return the plural of a counted noun or unit.

    >>> [plural(noun) for noun in ("police officer", "school child", "policeman", "city", "dollar per barrel")]
    ['police officers', 'school children', 'policemen', 'cities', 'dollars per barrel']
    """
    rest, _, last = noun.rpartition(" ")
    if " per " in noun:
        head, _, tail = noun.partition(" per ")
        return f"{plural(head)} per {tail}"
    if not last.isalpha() or last.endswith(("people", "s")):
        return noun
    many = _PLURALS.get(last.lower())
    if many is None:
        if last.endswith(("man", "MAN")):
            many = f"{last[:-2]}en"
        elif last.endswith("y") and last[-2:-1] not in tuple("aeiou"):
            many = f"{last[:-1]}ies"
        else:
            many = f"{last}es" if last.endswith(("x", "ch", "sh")) else f"{last}s"
    return f"{rest} {many}" if rest else many
