"""How groups are keyed, aligned and merged; comparing is in ``_compare``."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence

from attrs import evolve

from newsdiff import Claim, ClaimKind, NamedGroup
from newsdiff.language import places
from newsdiff_groups._alias import evidence
from newsdiff_groups._compare import compare, label_of, names_of, proper_names
from newsdiff_groups._framing import counts_in, overall
from newsdiff_groups._states import country
from newsdiff_groups._words import media, names, peoples, role

# A label alone says little of its referent: these let only contexts that are alike carry a pair over the engine's cut
# (guess).
# What a repeat adds to confidence, and from where on a group is central to its article (guess).
_SAME_LABEL, _SAME_NAME, _MAYBE, _ONE_NAMED = 0.8, 0.85, 0.55, 0.45
_REPEAT = 0.05
_CENTRAL = 0.95
# "some 3,000 fighters" are the fighters here.
_COUNT = re.compile(r"^(?:[Ss]ome |[Aa]bout |[Aa]round |[Nn]early |[Mm]ore than |[Aa]t least )?[0-9][0-9.,]* (?=[a-z])")
# Bodies that articles name because they speak, not because they act.
_SOURCES = role("source")


def kind() -> ClaimKind:
    """Return the kind "group"."""
    return ClaimKind(
        "group",
        NamedGroup,
        key=key,
        similarity=similarity,
        merge=merge,
        compare=compare,
        topic=topic,
        context=0.4,
        scoped=False,
        omission=omission,
        overall=overall,
    )


def topic(claim: Claim) -> str:
    """Return the group's name, without how many they are: that is a number of its own."""
    name: str = claim.value.name
    return _COUNT.sub("", name) or name


def key(claim: Claim) -> Hashable | None:
    """Names are compared with names, labels with labels that can name one referent; nationalities never."""
    value: NamedGroup = claim.value
    if counts_in(claim):
        return None
    if value.type in ("ORG", "GPE"):
        return value.type
    label = label_of(value)
    return label.family if label is not None else None


def similarity(a: Claim, b: Claim) -> float:
    """Return how sure the names alone make it that two claims are of one group; 0 is a veto."""
    x, y = a.value, b.value
    if x.type in ("ORG", "GPE"):
        return 1.0 if x.name == y.name or linked(x, y) else 0.0
    return _labels(a, b)


def linked(a: NamedGroup, b: NamedGroup) -> bool:
    """Whether a name or a stated alias of one is a name of the other."""
    return any(evidence(x, y) for x in names_of(a) for y in names_of(b))


def _labels(a: Claim, b: Claim) -> float:
    left, right = proper_names(a.value.name), proper_names(b.value.name)
    same_label = a.value.label == b.value.label
    if left and right:
        return _SAME_NAME if _same_names(left, right) else 0.0
    one, two = a.scope.holder, b.scope.holder
    if one and two:  # "the regime", in an article on one state, and "the Karsan government"
        return _SAME_LABEL if one == two or evidence(one, two) else 0.0
    if left or right:
        return _MAYBE if same_label else _ONE_NAMED
    return _SAME_LABEL if same_label else _MAYBE


def _same_names(left: Sequence[str], right: Sequence[str]) -> bool:
    return any(x == y or evidence(x, y) or ((land := country(x)) and land == country(y)) for x in left for y in right)


def merge(claims: Sequence[Claim]) -> Claim:
    """Return the mention that stands for repeats: the outlet's own words before quoted ones, the fullest name first.

    Its confidence grows: what an article names again and again is a group, and a central one. Whose a label is, any
    mention may say.
    """
    best = min(claims, key=_rank)
    holders = {claim.scope.holder for claim in claims if claim.scope.holder}
    scope = evolve(best.scope, holder=holders.pop()) if len(holders) == 1 else best.scope
    return evolve(best, scope=scope, confidence=min(1.0, best.confidence + _REPEAT * (len(claims) - 1)))


def _rank(claim: Claim) -> tuple[bool, bool, bool, int, int]:
    """Own words first; among bare labels those that say most ("foreign-backed militants", not "militant-held")."""
    value: NamedGroup = claim.value
    if value.type == "LABEL":
        telling = -claim.surface.count(" ")
        return (
            value.voice == "quoted",
            value.stance is not None,
            "-" in claim.surface.split()[-1],
            telling,
            claim.span.start,
        )
    return value.voice == "quoted", value.stance is not None, claim.surface != value.name, 0, claim.span.start


def omission(claim: Claim) -> bool:
    """Whether silence about the group is worth a line: a repeated organisation that acts, not one that is a source."""
    value: NamedGroup = claim.value
    if value.type != "ORG" or value.voice == "quoted" or claim.confidence < _CENTRAL:
        return False
    if not value.aliases and " " not in value.name and value.name not in names():
        return False  # a bare acronym that the article never spells out may be anything
    if any(word in _SOURCES for word in value.name.split()):
        return False
    return not any(name in media() or name in places.known() or name in peoples() for name in names_of(value))
