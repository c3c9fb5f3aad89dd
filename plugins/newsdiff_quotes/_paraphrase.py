"""A paraphrase against a quotation of the same statement: a number, a name, who it is about, "may", "if", "not".

A paraphrase has its own words by right. Only what no honest paraphrase changes is reported, and only where the rest of
the words is clearly the same statement by the same speaker.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Container, Sequence
from functools import cache
from pathlib import Path

from newsdiff import Claim, Edit, Quotation, Verdict
from newsdiff.language import english
from newsdiff.language.lexicon import table
from newsdiff.language.names import titles
from newsdiff.language.places import countries
from newsdiff_quotes._changes import Change, edit
from newsdiff_quotes._wording import NEGATIONS, Wording, wording

# Shares of the weight of a wording from which two are one statement, and are told by a mere negation (guess).
SHARED, _NEARLY_ALL = 0.6, 0.8
_FIRM, _POSSIBLE = english.lexicon.words("firm-modal"), english.lexicon.words("possibility-modal")
_ABOUT = english.lexicon.words("approximator")
_CONDITIONS = english.lexicon.words("condition-opener")
# What a paraphrase may say a condition with.
_CONDITIONAL = english.lexicon.words("condition-opener", "condition-word")
# "if you ask me", "as if", "even if": no condition of what is said.
_NO_CONDITION = english.lexicon.words("condition-canceller")
_NEAR, _BACK = 3, 12  # words (guess)
_FEW = 2  # words that one shared word may stand for (guess)
# "the militants who wish to leave": what they do is leave.
_WISHING = english.lexicon.words("volition-word")
# What tells of further people and further times.
_MORE = english.lexicon.words("addition-word")
_OTHERS = "the paraphrase and the quotation speak of different people"
_COMPATIBLE = Verdict("compatible", "quote-wording", "one reports in its own words what the other quotes")


def compare(a: Claim, b: Claim, left: Wording, right: Wording, changes: Sequence[Change], *, same: bool) -> Verdict:
    """Return the verdict on two claims of which one at least is a paraphrase; *same* says that one speaker is named."""
    share = shared(left, right)
    if not same or share < SHARED:
        return _with_context(a, b) if same else _COMPATIBLE
    edits = tuple(edit(a, b, left, right, change) for change in changes)
    both = a.value.form == b.value.form
    if _negated(a, left, right) != _negated(b, right, left) and (not both or share >= _NEARLY_ALL):
        what = "the two paraphrases" if both else "the paraphrase and the quotation"
        return _differ(f"{what} differ in a negation", 3 if both else 2, edits or _all(a, b, left, right))
    if both:
        return _COMPATIBLE
    if _numbers(left, right, changes):
        return _differ("the paraphrase and the quotation give different numbers", 3, edits)
    if _names(left, right, changes):
        return _differ("the paraphrase and the quotation name different people", 3, edits)
    if _actors(left, right):
        return _differ(_OTHERS, 3, edits)
    if _modals(left, right):
        return _differ("what may be in the one will be in the other", 2, edits)
    quoted, told = (left, right) if b.value.form == "indirect" else (right, left)
    if word := _condition(quoted, told):
        return Verdict(
            "variation", "quote-truncation", f"the paraphrase leaves out the condition with “{word}”", 2, edits=edits
        )
    return _COMPATIBLE


def _with_context(a: Claim, b: Claim) -> Verdict:
    """Return the verdict on a fragment that is a statement only with the outlet's words before it.

    "The pause should go on “for the wounded to leave”." Of words that nobody quoted only the people are compared.
    """
    left, right = (wording(statement(claim)) for claim in (a, b))
    if shared(left, right) >= SHARED and _actors(left, right):
        whole = wording(a.value.content), wording(b.value.content)
        return _differ(_OTHERS, 3, _all(a, b, *whole))
    return _COMPATIBLE


def statement(claim: Claim) -> str:
    """Return what a claim says: the sentence of a fragment, the words of anything else."""
    value: Quotation = claim.value
    return value.context or value.content if value.form == "mixed" else value.content


def _differ(reason: str, importance: int, edits: tuple[Edit, ...]) -> Verdict:
    return Verdict("variation", "quote-wording", reason, importance, edits=edits)


def _all(a: Claim, b: Claim, left: Wording, right: Wording) -> tuple[Edit, ...]:
    """Set the whole of one against the whole of the other: "denied" stands outside the words."""
    return (edit(a, b, left, right, Change((0, len(left.words)), (0, len(right.words)))),)


def shared(left: Wording, right: Wording) -> float:
    """Return how much of the weight of the shorter wording both have, people and numbers aside."""
    both = _people(left).keys() & _people(right).keys()
    one, other = _topic(left, both), _topic(right, both)
    common = one.keys() & other.keys()
    least = min(sum(one.values()), sum(other.values()))
    if not common or (len(common) == 1 and max(len(one), len(other)) > _FEW):
        return 0.0
    return math.fsum(one[norm] for norm in common) / least


def _topic(words: Wording, people: Container[str]) -> dict[str, float]:
    found = {}
    for at, word in enumerate(words.words):
        kind = actor(words.raw(at))
        if word.content and not word.capital and not word.norm[0].isdigit() and (kind is None or kind in people):
            found[word.norm] = word.weight
    return found


def _negated(claim: Claim, words: Wording, other: Wording) -> bool:
    """Tell whether what both say is denied: by a negation among the shared words, or by the verb of speech."""
    denied = claim.value.form == "indirect" and claim.value.stance == "denying"
    common = [at for at, word in enumerate(words.words) if word.content and word.norm in other.contents]
    if not common:
        return bool(denied)
    begin = next((at for at in range(common[0], max(0, common[0] - _BACK), -1) if words.opens(at)), 0)
    among = words.norms[max(0, min(begin, common[0] - _NEAR)) : common[-1] + 1]
    return bool((not NEGATIONS.isdisjoint(among)) != denied)


def _numbers(left: Wording, right: Wording, changes: Sequence[Change]) -> bool:
    one, other = _counts(left), _counts(right)
    return bool(one and other) and one.keys() == other.keys() and any(one[unit] != other[unit] for unit in one)


def _counts(words: Wording) -> dict[str, str]:
    """Return the exact numbers of a wording, by the word that they count."""
    found = {}
    for at, word in enumerate(words.words):
        if not word.norm[0].isdigit():
            continue
        if not _ABOUT.isdisjoint(words.norms[max(0, at - _NEAR) : at]):
            return {}
        after = next((it.norm for it in words.words[at + 1 : at + 1 + _NEAR] if it.content), "")
        found[after] = word.norm
    return found if "" not in found else {}


def _names(left: Wording, right: Wording, changes: Sequence[Change]) -> bool:
    """Tell whether one name stands in the place of another: the words on both sides of them are the same."""
    for change in changes:
        if not change.replaces or change.a[0] == 0 or change.b[0] == 0:
            continue
        one, other = left.words[slice(*change.a)], right.words[slice(*change.b)]
        if not all(word.capital for word in (*one, *other)) or len(one) != len(other):
            continue
        norms = {word.norm for word in (*one, *other)}
        if norms & titles() or _place(left, change.a) or _place(right, change.b):
            continue  # "Mr Hale" and "Peter Hale"; "Moscow" may stand for Russia
        return {word.norm for word in one}.isdisjoint(word.norm for word in other)
    return False


def _place(words: Wording, part: tuple[int, int]) -> bool:
    name = words.text[words.words[part[0]].start : words.words[part[1] - 1].end]
    return name in countries()


def _actors(left: Wording, right: Wording) -> bool:
    """Tell whether the two speak of other people where they say the same of them.

    Of people whom nobody can be one with: the wounded may be residents, and "also" tells of further people.
    """
    one, other = _people(left), _people(right)
    if not one.keys().isdisjoint(other.keys()) or not _MORE.isdisjoint({*left.norms, *right.norms}):
        return False
    pairs = ((x, y) for x in one for y in other if frozenset((x, y)) in _exclusive())
    return any(not one[x].isdisjoint(other[y]) for x, y in pairs)


def _people(words: Wording) -> dict[str, set[str]]:
    """Return the classes of people in a wording, each with the content words beside: "open for civilians to leave"."""
    found: dict[str, set[str]] = {}
    kinds = [None if _modifies(words, at) else actor(words.raw(at)) for at in range(len(words.words))]
    plain = [
        at for at, word in enumerate(words.words) if word.content and kinds[at] is None and word.norm not in _WISHING
    ]
    for at, kind in enumerate(kinds):
        if kind is not None:
            place = bisect_left(plain, at)
            found.setdefault(kind, set()).update(words.norms[it] for it in plain[max(0, place - 1) : place + 1])
    return found


def _modifies(words: Wording, at: int) -> bool:
    """Tell whether a noun stands in the singular before a plural: "student loans" are no students."""
    after = words.raw(at + 1) if at + 1 < len(words.words) else ""
    return after.endswith("s") and len(after) > 2 and words.words[at + 1].content and not words.raw(at).endswith("s")


@cache
def _exclusive() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(row) for row in table(Path(__file__).parent / "data" / "exclusive.tsv"))


@cache
def _actors_by_name() -> dict[str, str]:
    return dict(table(Path(__file__).parent / "data" / "actors.tsv"))  # type: ignore[arg-type]


@cache
def actor(word: str) -> str | None:
    """Return the class of people that a noun names, in the singular or the plural.

    >>> actor("fighters"), actor("women"), actor("harbour")
    ('fighter', 'civilian', None)
    """
    known = _actors_by_name()
    forms = (
        word,
        word.removesuffix("s"),
        word[:-3] + "y" if word.endswith("ies") else word,
        word.replace("men", "man"),
    )
    return next((known[form] for form in (*forms, "child" if word == "children" else word) if form in known), None)


def _modals(left: Wording, right: Wording) -> bool:
    one, other = _modal(left), _modal(right)
    return one is not None and other is not None and one[0] != other[0] and one[1] == other[1]


def _modal(words: Wording) -> tuple[bool, str] | None:
    """Return whether the one modal verb of a wording is a firm one, and the verb that it goes with."""
    found = [at for at, word in enumerate(words.words) if word.norm in _FIRM | _POSSIBLE]
    if len(found) != 1:
        return None
    rest = (word.norm for word in words.words[found[0] + 1 : found[0] + 1 + _NEAR] if word.content)
    return words.words[found[0]].norm in _FIRM, next(rest, "")


def _condition(quoted: Wording, told: Wording) -> str | None:
    """Return the word that opens a condition in the quotation of which the paraphrase knows nothing."""
    if not _CONDITIONAL.isdisjoint(told.norms) or not _CONDITIONAL.isdisjoint(map(told.raw, range(len(told.words)))):
        return None
    for at, word in enumerate(quoted.words):
        if word.norm not in _CONDITIONS:
            continue
        beside = {it.norm for it in (*quoted.words[max(0, at - 1) : at], *quoted.words[at + 1 : at + 2])}
        end = next((i for i in range(at + 1, len(quoted.words)) if at == 0 and quoted.opens(i)), len(quoted.words))
        clause = {it.norm for it in quoted.words[at:end] if it.content}
        if not beside & _NO_CONDITION and clause and clause.isdisjoint(told.contents):
            return word.norm
    return None
