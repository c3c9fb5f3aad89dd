"""Are two quantities about one thing? Dimension as a key, then events, counted nouns and measured things."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from newsdiff import Claim, Quantity
from newsdiff.language.lexicon import table
from newsdiff_numbers import _events, _units
from newsdiff_numbers._nouns import singular

_UNKNOWN = 0.5  # neither like nor unlike, by definition
_BARE = 0.4  # guess
# Events that one outlet may call by the other's name.
_KIN = frozenset(
    {
        frozenset({"captured", "arrested"}),
        frozenset({"displaced", "evacuated"}),
        frozenset({"held", "abducted"}),
        frozenset({"held", "arrested"}),
        frozenset({"rescued", "survived"}),
    }
)
_NEAR = 0.9  # guess
ANYBODY = ("person", "any")


class Sort(NamedTuple):
    """What a quantity says of itself besides its amount: few articles have more than a dozen of these."""

    unit: str | None
    concept: str | None


def key(claim: Claim) -> str | None:
    """Return the dimension of a quantity: of a bare whole number, that of counts; None for "x = 3.5"."""
    quantity: Quantity = claim.value
    if quantity.concept in _events.events():
        return "magnitude" if quantity.unit == "magnitude" else "count"
    if quantity.unit is None:
        whole = all(float(amount).is_integer() for amount in _amounts(quantity))
        return "count" if whole else "bare" if quantity.concept else None
    kind = dimension(quantity.unit)
    if kind.startswith("money:"):  # two currencies are not compared, but they are seen side by side
        return f"money per {kind.partition(' per ')[2]}".removesuffix(_A_YEAR).removesuffix(" per ")
    return kind if kind.startswith("count") else kind.removesuffix(_A_YEAR)


_A_YEAR = " per year"
_ANNUAL = frozenset(("annual", "annually", "yearly"))


def yearly(quantity: Quantity | Sort) -> str:
    """Return the unit of a measure, by the year where the words say so: "annual savings of $5m" are $5m a year."""
    unit = quantity.unit or ""
    return unit + _A_YEAR if " per " not in unit and not _ANNUAL.isdisjoint(_words(quantity.concept)) else unit


@cache
def dimension(unit: str) -> str:
    """Return the dimension of a unit's name.

    >>> dimension("kilometre"), dimension("dollar per barrel"), dimension("police officer")
    ('length', 'money:dollar per barrel', 'count')
    """
    if unit.startswith("%"):
        return "share"
    if unit.endswith(" of age"):
        return "age"
    known = _units.measure(unit)
    if known is not None:
        return known.dimension
    head, per, tail = unit.partition(" per ")
    return f"{dimension(head)} per {tail}" if per else "count"


def similarity(a: Claim, b: Claim) -> float:
    """Return how likely two quantities of one dimension are about one thing, by what they say of themselves."""
    x, y = a.value, b.value
    if (x.change is None) != (y.change is None):
        return 0.3
    if x.unit and y.unit and x.unit.endswith(" of age") and y.unit.endswith(" of age"):
        return _holders(a.scope.holder, b.scope.holder)
    share, amounts = _related(x.unit, x.concept, y.unit, y.concept)
    return share if amounts is None or not share else share * amounts(_first(x), _first(y))


@lru_cache(maxsize=8192)
def _related(
    unit: str | None, concept: str | None, other_unit: str | None, other_concept: str | None
) -> tuple[float, Callable[[float, float], float] | None]:
    """Return how alike two sorts of quantity are, and how their amounts weigh in."""
    x, y = Sort(unit, concept), Sort(other_unit, other_concept)
    one, two = (sort.concept if sort.concept in _events.events() else None for sort in (x, y))
    if one and two:
        if one != two and frozenset((one, two)) not in _KIN:
            return 0.0, None
        if x.unit == "magnitude":
            return 1.0, _magnitudes
        people = _anybody(x, y) and (one in _OF_PEOPLE or (one in _BEFALLS and is_person(x.unit) and is_person(y.unit)))
        nouns = max(_counted(x.unit, y.unit), _UNKNOWN_PEOPLE if people else 0.0)
        if one == two and _is_itself(one, x.unit) != _is_itself(two, y.unit):
            nouns = max(nouns, _ITSELF)  # "46 arrests" and "20 protesters were arrested"
        return nouns * (1.0 if one == two else _NEAR), _plausible
    if one or two:
        if not x.unit or not y.unit:
            return 0.3, _plausible
        # "four bombs" and "four bombs were dropped" are one thing; people are counted for more than one reason.
        classes = class_of(x.unit), class_of(y.unit)
        people = any(found and found[1] != "thing" for found in classes)
        share = 0.4 if people and (x.unit != y.unit or classes[0] == ANYBODY) else 0.7
        return share * _counted(x.unit, y.unit), _plausible
    kind = max(dimension(unit) if unit else "bare" for unit in (x.unit, y.unit))
    if kind == "count" or kind.startswith("count "):
        nouns = _counted(x.unit, y.unit)
        # People are counted for many reasons; where neither says for which, their number alone says little.
        least = 0.4 if class_of(x.unit) == class_of(y.unit) == ANYBODY else 0.7
        if (x.unit is None and x.concept is None) or (y.unit is None and y.concept is None):
            nouns = min(nouns, _BARE)  # "at least 88": of what, the words around it must say
        return min(1.0, nouns * (least + (1 - least) * _topic(x.concept, y.concept))), None
    return _measured(x, y)


# What happens to people only: whoever is arrested is one of the people arrested.
_OF_PEOPLE = frozenset(("arrested", "charged", "convicted", "sentenced", "protested", "laid off", "held"))
_UNKNOWN_PEOPLE = 0.6  # guess
_ITSELF = 0.85  # guess


def _is_itself(event: str, unit: str | None) -> bool:
    """Tell whether a counted noun is the event itself: "arrest"."""
    return unit is not None and _events.roles()["n"].get(unit) == event and not _events.is_actor(unit)


# What befalls animals too: there the noun must look like one for people, as "climber", "tourist" or "festivalgoer" do.
_BEFALLS = frozenset(
    ("killed", "injured", "seriously injured", "casualty", "missing", "rescued", "trapped", "survived")
)
_PERSON = ("er", "ist", "goer", "man", "woman", "ian", "eer", "ant", "nun")


def is_person(unit: str | None) -> bool:
    """Tell whether a counted noun names people: it is known to, or has the form of a noun that does."""
    known = class_of(unit)
    return unit is not None and (known[1] != "thing" if known else unit.endswith(_PERSON))


def _anybody(x: Sort, y: Sort) -> bool:
    """Tell whether one counts people and the other a noun that is not known ("people", "pickpocket")."""
    return {class_of(x.unit), class_of(y.unit)} == {None, ANYBODY}


def _holders(a: str | None, b: str | None) -> float:
    """Compare whose ages two ages are; somebody unnamed may be anybody."""
    if a is None or b is None:
        return 0.3
    return 1.0 if a.split()[-1:] == b.split()[-1:] else 0.0


def _amounts(x: Quantity) -> tuple[float, ...]:
    return x.amount if isinstance(x.amount, tuple) else (x.amount,)


def _first(x: Quantity) -> float:
    return _amounts(x)[0]


def _magnitudes(x: float, y: float) -> float:
    """Estimates of one quake differ by some tenths; more is another quake."""
    apart = abs(x - y)
    return 1.0 if apart < 0.15 else 0.9 if apart < 0.35 else 0.7 if apart < 0.65 else 0.3


def _plausible(x: float, y: float) -> float:
    """Tolls of one event differ, but not by orders of magnitude."""
    low, high = sorted((abs(x), abs(y)))
    ratio = (high + 5) / (low + 5)
    return 1.0 if ratio < 12 else 0.6 if ratio < 100 else 0.3


def _role(x: Sort) -> str:
    return (x.concept or "").partition(" ")[0] if x.unit and dimension(x.unit) == "length" else ""


_LENGTHS = frozenset({"distance", "depth", "length", "width", "height"})


def _measured(x: Sort, y: Sort) -> tuple[float, Callable[[float, float], float] | None]:
    roles = {_role(x), _role(y)}
    if len(roles & _LENGTHS) == 2:
        return 0.0, None
    if roles == {"distance"}:  # from where? Two distances without a common landmark are two facts
        one, two = (_words((sort.concept or "").partition(" ")[2]) for sort in (x, y))
        return (0.3 if not one or not two else 0.9 if one & two else 0.0), None
    if x.unit != y.unit and _in_other_terms(x, y):
        return 0.4 * (0.25 + 0.75 * _topic(x.concept, y.concept)), None
    least = _floor(x, y)
    if x.concept is None and y.concept is None:
        return max(_UNKNOWN, least), None
    if x.concept is None or y.concept is None:
        return max(0.4, least), None
    money = "money" in dimension(x.unit or "") + dimension(y.unit or "")
    return least + (1 - least) * _topic(x.concept, y.concept), _one_sum if money else None


def _one_sum(x: float, y: float) -> float:
    """Two reports of one sum seldom differ many times over, unless the sentences say that it is one."""
    low, high = sorted((abs(x), abs(y)))
    return 0.4 if high > 4 * low else 1.0


def _in_other_terms(x: Sort, y: Sort) -> bool:
    """Tell whether two measures are in two currencies, or one by the year and the other not."""
    one, two = yearly(x), yearly(y)
    if one.endswith(_A_YEAR) != two.endswith(_A_YEAR):
        return True
    return one != two and "money" in dimension(one) + dimension(two)


def _floor(x: Sort, y: Sort) -> float:
    """Return how alike two measures are whose concepts have no word in common.

    A price per share or per barrel is itself what is measured, and an event has one speed or one area, whoever is said
    to have it.
    """
    kind, per, what = min(dimension(x.unit or ""), dimension(y.unit or "")).partition(" per ")
    if not per or what in _TIMES:
        return 0.5 if kind in _ONE_EACH else 0.25
    if what != "share":
        return 0.5
    one, two = ((quantity.concept or "").partition(", ") for quantity in (x, y))
    # earnings of $2 a share, a dividend of $1 a share
    return 0.25 if one[1] and two[1] and not _words(one[0]) & _words(two[0]) else 0.7


_ONE_EACH = frozenset(("speed", "percentage point", "basis point", "area"))
_TIMES = frozenset("second minute hour day night week month quarter year season time game".split())


@lru_cache(maxsize=8192)
def _topic(a: str | None, b: str | None) -> float:
    """Share of the shorter concept's words that the other has."""
    one, two = _words(a), _words(b)
    if not one or not two:
        return _UNKNOWN if not one and not two else 0.3
    return len(one & two) / min(len(one), len(two))


@cache
def _words(concept: str | None) -> frozenset[str]:
    words = (singular(word.lower()) for word in (concept or "").replace(",", " ").split())
    return frozenset(_measured_words().get(word, word) for word in words)


def is_money(concept: str | None) -> bool:
    """Tell whether a concept is of what is measured in money: "operating profit"; sales may be of cars."""
    words = {singular(word.lower()) for word in (concept or "").replace(",", " ").split()}
    return not (words - {"sale"}).isdisjoint(_measured_words())


@cache
def _measured_words() -> dict[str, str]:
    """Return the word that stands for all words for one measured thing: "revenue" is "sale"."""
    rows = table(_units.DATA / "measured.tsv")
    return {word: name for name, words in rows for word in words.split("|")}


@cache
def _classes() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for name, relation, words in table(_units.DATA / "counted.tsv"):
        for word in words.split("|"):
            found.setdefault(word, (name, relation))
    return found


@lru_cache(maxsize=8192)
def class_of(unit: str | None) -> tuple[str, str] | None:
    """Return (class, relation) of a counted noun phrase by its longest known ending; a missing noun is anybody."""
    if unit is None:
        return ANYBODY
    words = unit.lower().split()
    for start in range(len(words)):
        found = _classes().get(" ".join(words[start:]))
        if found is not None:
            return found
    return None


@lru_cache(maxsize=8192)
def _counted(a: str | None, b: str | None) -> float:
    """Compare two counted nouns: the same, a kind of the other, a part of the other, or something else."""
    if a == b:
        return 1.0
    if " and " in f"{a} {b}":
        return _conjoined(a, b)
    one, two = class_of(a), class_of(b)
    if one is None or two is None:
        return _by_words(a or "", b or "", one, two)
    if one[1] == "thing" or two[1] == "thing":
        if one == two:
            return 0.8 * _modifiers(a, b)
        return 0.5 if a is None or b is None else 0.0
    if one[0] == two[0]:
        return _modifiers(a, b)
    relations = {one[1], two[1]}
    if relations == {"any"}:
        return 1.0
    if "part" in relations:
        return 0.2 if "any" in relations else 0.05
    return 0.85 if "any" in relations else 0.3


def _conjoined(a: str | None, b: str | None) -> float:
    """Compare nouns of which one at least is two: "passenger and crew" is everybody, passengers are a part of them."""
    one, two = (frozenset(class_of(noun) for noun in unit.split(" and ")) if unit else None for unit in (a, b))
    if one is None or two is None or one == two:
        return 1.0
    if ("person", "any") in one | two:
        return 1.0 if all(found is not None and found[1] != "thing" for found in one | two) else 0.0
    return 0.0 if one < two or two < one else 0.3 if one & two else 0.05


def _by_words(a: str, b: str, one: tuple[str, str] | None, two: tuple[str, str] | None) -> float:
    heads = a.lower().rpartition(" ")[2], b.lower().rpartition(" ")[2]
    if heads[0] == heads[1]:
        return _modifiers(a, b)
    if _models(a) & _models(b):
        return 0.85
    if not a or not b:
        return 0.6
    known = one or two
    # A noun we do not know beside "people": an occupation or nationality ("12 Lissans") may well be all of them.
    unknown = b if one else a
    people = unknown[:1].isupper() and not _models(unknown)
    return 0.6 if known is not None and known[1] == "any" and people else 0.0


def _models(unit: str) -> frozenset[str]:
    """Figures in a name: "AK-47" and "AK 47" are one model."""
    figures = ("".join(filter(str.isdigit, word)) for word in unit.split())
    return frozenset(figure for figure in figures if figure)


def _modifiers(a: str | None, b: str | None) -> float:
    """Compare what stands in front of one head: "school child" and "child" may be one group, red and blue cars not."""
    one = frozenset((a or "").lower().split()[:-1])
    two = frozenset((b or "").lower().split()[:-1])
    if one == two:
        return 1.0
    if _proper(a) != _proper(b) and (_proper(a) or _proper(b)):
        return 0.1  # "Somali pirates" are a part of the pirates
    if (_models(a or "") or _models(b or "")) and not _models(a or "") & _models(b or ""):
        return 0.4  # AK-47 rifles among the rifles
    return 0.85 if not one or not two or one & two else 0.4


def _proper(unit: str | None) -> frozenset[str]:
    return frozenset(
        word.lower()
        for word in (unit or "").split()[:-1]
        if word[:1].isupper() and not any(char.isdigit() for char in word)
    )
