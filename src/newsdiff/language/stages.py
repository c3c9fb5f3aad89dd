"""Words by which two clauses show that they are of two periods, stages or ranges: seasons, rounds, town and country.

No date and no place name says so: "scored 11 goals last season", "won the run-off", "20,000 marched in the capital".
"""

from __future__ import annotations

import re

from newsdiff.language.english import lexicon

_PERIOD = re.compile(rf"\b({lexicon.pattern('period-adjective')}) ({lexicon.pattern('period-noun')})\b")
_STAGE = re.compile(
    rf"\b(?:{lexicon.pattern('stage-adjective')}[ -]{lexicon.pattern('stage-noun')}"
    r"|run-?off|semi-?final|quarter-?final|at the (?:close|open|start|end))\b",
    re.IGNORECASE,
)
_WHOLE = lexicon.pattern("whole-noun")
_EVERYWHERE = re.compile(
    rf"\b(?:{lexicon.pattern('everywhere-adverb')}|(?:across|throughout) the {_WHOLE}"
    r"|in all (?:regions|provinces|states|cities))\b",
    re.IGNORECASE,
)
_SOMEWHERE = re.compile(
    rf"\bin the (?:{lexicon.pattern('town-noun')}|{lexicon.pattern('direction')} [a-z]+)\b", re.IGNORECASE
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
