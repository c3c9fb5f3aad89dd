"""Words by which two clauses show that they are of two periods, stages or ranges: seasons, rounds, town and country.

No date and no place name says so: "scored 11 goals last season", "won the run-off", "20,000 marched in the capital".
"""

from __future__ import annotations

import re

_PERIOD = re.compile(
    r"\b(this|last|next|previous|current|past|coming|first|second|third|fourth|final) "
    r"(season|term|half|round|leg|lap|set|innings|semester|school year|fiscal year|financial year)\b"
)
_STAGE = re.compile(
    r"\b(?:(?:first|second|third|fourth|opening|final|last|early|late|preliminary)[ -]"
    r"(?:round|half|leg|set|game|stage|phase|reading|quarter|heat|ballot|trading|session|match|race)"
    r"|run-?off|semi-?final|quarter-?final|at the (?:close|open|start|end))\b",
    re.IGNORECASE,
)
_EVERYWHERE = re.compile(
    r"\b(?:nationwide|countrywide|worldwide|across the (?:country|nation|region|world|continent)"
    r"|throughout the (?:country|nation|region)|in all (?:regions|provinces|states|cities))\b",
    re.IGNORECASE,
)
_SOMEWHERE = re.compile(
    r"\bin the (?:capital|city|town|north|south|east|west|north-?east|north-?west|south-?east|south-?west|suburbs)\b"
    r"|\bin the (?:northern|southern|eastern|western|central) [a-z]+\b",
    re.IGNORECASE,
)


def two_stages(one: str, two: str) -> str | None:
    """Say in words why two clauses are of two periods or stages, or of a place and of all the country, or None.

    >>> two_stages("has scored six goals this season", "scored 11 goals last season")
    'one is of last season, the other of this season'
    >>> two_stages("some 20,000 marched in the capital", "100,000 people marched across the country")
    'one is of a place, the other of all the country'
    >>> two_stages("was ahead in the first round", "lost the run-off")
    'one is of the “first round”, the other of the “run-off”'
    """
    mine, yours = _periods(one), _periods(two)
    for noun in sorted(mine.keys() & yours.keys()):
        if mine[noun].isdisjoint(yours[noun]):
            first, second = sorted((min(mine[noun]), min(yours[noun])))
            return f"one is of {first} {noun}, the other of {second} {noun}"
    rounds, others = ({stage.lower() for stage in _STAGE.findall(text)} for text in (one, two))
    if rounds and others and rounds.isdisjoint(others):
        first, second = sorted((min(rounds), min(others)))
        return f"one is of the “{first}”, the other of the “{second}”"
    sides = [(bool(_EVERYWHERE.search(text)), bool(_SOMEWHERE.search(text))) for text in (one, two)]
    if sorted(sides) == [(False, True), (True, False)]:
        return "one is of a place, the other of all the country"
    return None


def _periods(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for which, noun in _PERIOD.findall(text):
        found.setdefault(noun, set()).add(which)
    return found
