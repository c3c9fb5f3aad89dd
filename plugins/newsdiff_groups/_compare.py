"""What two aligned mentions of a group say about each other: one name, another name, another label."""

from __future__ import annotations

from functools import lru_cache

import regex

from newsdiff import Claim, NamedGroup, Verdict
from newsdiff_groups._alias import evidence, plain, respelled
from newsdiff_groups._words import Label, labels

_PROPER = regex.compile(
    r"(?:[Aa]l|[Ee]l)-\p{Lu}[\p{L}\p{M}'’-]*|\p{Lu}[\p{L}\p{M}\p{N}.'’]*(?:[ -](?=\p{Lu})\p{Lu}[\p{L}\p{M}\p{N}.'’]*)*"
)
_HYPHENATED = regex.compile(r"[-‐‑](?:led|backed|allied|aligned|linked|affiliated|based|dominated|controlled|held)\b")
_BRITISH = (
    ("isation", "ization"),
    ("ise ", "ize "),
    ("defence", "defense"),
    ("labour", "labor"),
    ("centre", "center"),
    ("programme", "program"),
)
_SPELT = frozenset({"spelling", "words"})


def names_of(value: NamedGroup) -> tuple[str, ...]:
    """Return the canonical name and the aliases that the article states."""
    return (value.name, *value.aliases)


@lru_cache(maxsize=4096)
def proper_names(name: str) -> tuple[str, ...]:
    """Return the names inside a description: "Assad" of "Assad's regime"."""
    words = _HYPHENATED.sub(" ", name)
    found = (match.group().removesuffix("'s").removesuffix("’s").rstrip("'’") for match in _PROPER.finditer(words))
    return tuple(word for word in found if word.lower() not in labels() and word not in labels())


@lru_cache(maxsize=4096)
def _label(name: str, kind: str) -> Label | None:
    words = name.split()
    for size in range(min(3, len(words)), 0, -1):  # the longest noun first: "regime forces" before "forces"
        for begin in range(len(words) - size, -1, -1):
            found = labels().get(" ".join(words[begin : begin + size])) or labels().get(
                " ".join(words[begin : begin + size]).lower()
            )
            if found is not None and found.kind == kind:
                return found
    return None


def label_of(value: NamedGroup) -> Label | None:
    """Return the framing label of a value, or None."""
    return _label(value.name, value.label) if value.label and value.type in ("LABEL", "DESC") else None


def compare(a: Claim, b: Claim) -> Verdict:
    """Return the verdict on two aligned groups."""
    if a.value.type in ("ORG", "GPE"):
        return _names(a, b)
    return _framing(a, b)


def _names(a: Claim, b: Claim) -> Verdict:
    if a.value.type == "GPE" or sorted(_bare(a.surface).split()) == sorted(_bare(b.surface).split()):
        return Verdict("agree", reason="both name the same group")
    why = evidence(a.surface, b.surface)
    if why in ("initials", "legal form", "generic words", "parts"):
        return Verdict("compatible", reason="one is a short form of the other")
    if _defined(a, b.surface) or _defined(b, a.surface):
        return Verdict("compatible", reason="an article itself gives both names")
    if why in _SPELT or (why is not None and respelled(a.surface, b.surface)):
        return Verdict("variation", "group-name", "one group, spelled or translated in two ways", importance=1)
    if why == "table" and _short_of(a.surface, b.surface):
        return Verdict("compatible", reason="one is the usual short form of the other")
    other = evidence(a.value.name, b.value.name)
    if why is None and other not in (None, "table"):
        return Verdict("compatible", reason="both are names of one group in the articles")
    importance = 2 if "table" in (why, other) or _tells(a, b.surface) or _tells(b, a.surface) else 1
    return Verdict("variation", "group-name", "two names of one group", importance=importance)


def _tells(claim: Claim, name: str) -> bool:
    """Whether the claim's article gives *name* too."""
    return any(_bare(name) == _bare(other) for other in names_of(claim.value))


def _defined(claim: Claim, name: str) -> bool:
    """Whether the claim's article prints *name* too, as an acronym or a short form."""
    return _tells(claim, name) and _short_of(claim.surface, name)


def _short_of(a: str, b: str) -> bool:
    """Whether one is an acronym and the other is not, or one is contained in the other."""
    x, y = _bare(a), _bare(b)
    return (a.isupper() != b.isupper()) or x in y or y in x


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    text = f"{plain(name)} "
    for old, new in _BRITISH:
        text = text.replace(old, new)
    return " ".join(word for word in text.split() if word not in ("of", "for", "the"))


def _framing(a: Claim, b: Claim) -> Verdict:
    x, y = label_of(a.value), label_of(b.value)
    if x is None or y is None:
        return Verdict("incomparable", reason="no framing label")
    if x.kind == y.kind:
        return Verdict("agree", reason="both use the same kind of label")
    if not x.load and not y.load:
        return Verdict("compatible", reason="both labels are plain")
    left, right = _weight(a, x), _weight(b, y)
    importance = _importance(left, right)
    return Verdict("variation", "group-label", _words(a, x, b, y), importance=importance, topic=topic(a, x, b, y))


def topic(a: Claim, x: Label, b: Claim, y: Label) -> str:
    """Return the choice of words that two labels show: the classes, and of states the country."""
    holder = a.scope.holder or b.scope.holder if x.of_state and y.of_state else None
    return f"{x.kind} | {y.kind}" + (f" of {holder}" if holder else "")


def _weight(claim: Claim, label: Label) -> int:
    """How loaded the label is in the outlet's own mouth; a paraphrase of somebody is half its own."""
    value: NamedGroup = claim.value
    if value.voice == "quoted" or value.stance is not None:
        return min(label.load, 1)
    return label.load if claim.attribution is None or label.load < 2 else label.load - 1


def _mouth(claim: Claim) -> str:
    value: NamedGroup = claim.value
    if value.voice == "quoted":
        return "in a quotation"
    if value.stance is not None:
        return "with distance"
    return "in its own words" if claim.attribution is None else "in reported speech"


def _importance(left: int, right: int) -> int:
    if max(left, right) >= 3 and abs(left - right) >= 2:
        return 3
    return 2 if max(left, right) >= 2 or left == right == 1 else 1


def _words(a: Claim, x: Label, b: Claim, y: Label) -> str:
    parts = []
    for side, claim, label in (("{left}", a, x), ("{right}", b, y)):
        how = _mouth(claim)
        parts.append(f"{side} says “{label.kind}” {how}")
    graver = f"; “{x.kind if x.load > y.load else y.kind}” is the more loaded" if x.load != y.load else ""
    # Whose they are, both articles say, or it is only likely.
    holders = sorted({claim.scope.holder for claim in (a, b) if claim.scope.holder}, key=lambda it: (-len(it), it))
    whom = f"one side ({holders[0]})" if a.scope.holder and b.scope.holder else "what may be one group"
    return f"two labels for {whom}: {', '.join(parts)}{graver}"
