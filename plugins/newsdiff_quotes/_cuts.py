"""One rendering leaves words out and alters none: a faithful piece, a cut, or parts that are joined without a mark."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff import Claim, Edit, Verdict
from newsdiff.language import english
from newsdiff_quotes._changes import Change
from newsdiff_quotes._tokens import finite_forms
from newsdiff_quotes._wording import CLAUSES, CONDITIONS, DEGREES, MODALS, NEGATIONS, TURNS, Word, Wording, wording

_TIMED = english.lexicon.words("promise-condition")
# How far from the edge of a cut a negation or a condition still belongs to what is left, in words (guess).
_REACH = 4
# What links a clause of the same rank; all others hang on the clause before them.
_LINKS = english.lexicon.words("linking-coordinator")
_ASIDES = english.lexicon.words("aside-opener")
_CONCESSIONS = english.lexicon.words("concession")
_SPEAKER = english.lexicon.words("first-person-pronoun")
_QUANTIFIERS = english.lexicon.words("partial-quantifier")
_BRIEF = 3  # words of a beginning that may be a mere amount (guess)
_CLAUSE = 4  # words of a fragment that may be a statement (guess)
_SCALED = 2  # words of a number: "1.7 billion"
_ELSEWHERE = 0.8  # share of the missing content words that another piece must have (guess)
# Words that every joined part must have at least (guess).
_STRETCH = 3


def cut(
    a: Claim, b: Claim, left: Wording, right: Wording, changes: Sequence[Change], edits: tuple[Edit, ...]
) -> Verdict:
    """Return the verdict on two renderings of which one leaves words out and none alters any."""
    grave: list[str] = []
    sizes: list[int] = []
    wheres: set[str] = set()
    splices: list[int] = []
    amounts: list[str] = []
    for change in changes:
        on_left = change.a[0] < change.a[1]
        longer, part, other = (left, change.a, b) if on_left else (right, change.b, a)
        shorter, joint = (right, change.b[0]) if on_left else (left, change.a[0])
        head, tail = part[0] == 0, part[1] == len(longer.words)
        wheres.add("beginning" if head else "end" if tail else "middle")
        if _elsewhere(longer, part, other):
            continue
        if (word := _condition(longer, part, head, tail, other.value.form)) and not _told(word, shorter, other):
            grave.append(word)
        if not head and not tail and joint - 1 not in shorter.gaps and (weight := _joins(longer, part)):
            splices.append(weight)
        if word := _amount(longer, part, other):
            amounts.append(word)
        whole = _whole(longer, part, head, tail)
        fragment = (head or tail) and other.value.form == "mixed"
        if not whole and not fragment:
            sizes.append(sum(word.content for word in longer.words[part[0] : part[1]]))
    where = " and ".join(sorted(wheres))
    if splices:
        return spliced(3 if grave else max(splices), edits)
    if grave:
        reason = f"one rendering leaves out the {where} of the statement, with “{grave[0]}”"
        return Verdict("variation", "quote-truncation", reason, 3, edits=edits)
    if amounts:
        reason = f"the marked words leave out how much or how many: “{amounts[0]}”"
        return Verdict("variation", "quote-truncation", reason, 2, edits=edits)
    if not sizes:
        return Verdict(
            "compatible", "quote-truncation", "one gives a part of the words that the other gives", edits=edits
        )
    if max(sizes) == 0:
        return Verdict("agree", "quote-wording", "the same words but for small ones", edits=edits)
    reason = f"one rendering leaves out the {where} of the statement"
    return Verdict("variation", "quote-truncation", reason, 2 if max(sizes) > 2 else 1, edits=edits)


def spliced(importance: int, edits: tuple[Edit, ...]) -> Verdict:
    """Return the verdict on parts that are joined without a mark."""
    reason = (
        "one rendering joins parts of the statement that stand apart in the other, and does not mark what is left out"
    )
    return Verdict("variation", "quote-truncation", reason, importance, edits=edits)


def _elsewhere(longer: Wording, part: tuple[int, int], other: Claim) -> bool:
    """Tell whether the shorter rendering has the missing words in another piece or sentence of its own."""
    if other.value.context is None or other.value.form == "mixed":
        return False
    missing = {word.norm for word in longer.words[part[0] : part[1]] if word.content}
    around = wording(other.value.context)
    if not missing:
        return set(longer.norms[part[0] : part[1]]) <= set(around.norms)
    return len(missing & around.contents.keys()) >= _ELSEWHERE * len(missing)


def _joins(longer: Wording, part: tuple[int, int]) -> int:
    """Return how gravely a cut in the middle joins two clauses into one: 0 not at all, 2, or 3 with another sense.

    A clause or an aside that goes as a whole leaves the others as they were: it begins and ends where clauses do. A cut
    that takes the end of one clause and the beginning of the next gives the one the predicate of the other.
    """
    start, end = part
    if longer.opens(start) and longer.opens(end):
        return 0
    inner = [i for i in range(start + 1, end) if longer.opens(i) and _main(longer, i, end)]
    if not inner:
        return 0
    return 2 if longer.opens(end) else 3


def _main(longer: Wording, at: int, end: int) -> bool:
    """Tell whether a main clause begins at the word *at* of a cut that ends at *end*."""
    if at - 1 in longer.ends:
        return True
    norm = longer.words[at].norm
    if norm in CLAUSES and norm not in _LINKS and not (norm in CONDITIONS or norm in TURNS):
        return norm == "while"
    return any(_finite(longer, i) for i in range(at, min(end + 1, len(longer.words))))


def _finite(words: Wording, at: int) -> bool:
    raw = words.raw(at)
    return raw in finite_forms() or raw in MODALS or _regular_past(raw)


def _regular_past(word: str) -> bool:
    """Tell whether a word is a past form in -ed, which has another lemma: no "need" and no "hundred".

    >>> _regular_past("walked"), _regular_past("freed"), _regular_past("need"), _regular_past("hundred")
    (True, True, False, False)
    """
    return word.endswith("ed") and english.lexicon.lemma(word) != word


def _whole(longer: Wording, part: tuple[int, int], head: bool, tail: bool) -> bool:
    """Tell whether the cut runs along the ends of sentences."""
    starts = head or part[0] - 1 in longer.ends
    stops = tail or part[1] - 1 in longer.ends
    return starts and stops


def _condition(longer: Wording, part: tuple[int, int], head: bool, tail: bool, form: str) -> str | None:
    """Return the negation, condition or concession that a cut takes away from what is left."""
    words = longer.words[part[0] : part[1]]
    if _whole(longer, part, head, tail):
        first = words[0].norm
        return first if not head and first in TURNS else None
    if head and form == "direct" and len(words) <= _BRIEF and (amount := _any_of(words, DEGREES)):
        return amount  # "Most of the boats"
    if head and form == "direct" and words[-1].norm in _CONCESSIONS and _any_of(words, _SPEAKER):
        return words[-1].norm  # "I carry the responsibility, but": what the speaker admits
    if head and longer.words[part[1]].norm not in CLAUSES:
        last_end = max((i for i in longer.ends if part[0] <= i < part[1]), default=part[0] - 1)
        near = longer.words[max(last_end + 1, part[1] - _REACH) : part[1]]
        clause = longer.words[last_end + 1 : part[1]]
        spoken = [
            word for at, word in enumerate(near, part[1] - len(near)) if word.norm != "no" or not longer.opens(at + 1)
        ]
        found = _any_of(spoken, NEGATIONS) or (clause[0].norm if clause and clause[0].norm in CONDITIONS else None)
        return found or _any_of(near[-2:], CONDITIONS)
    if not head and tail:
        end = min((i for i in longer.ends if part[0] <= i < part[1]), default=part[1] - 1)
        # "We will close it once the report is out" is a promise with a condition; "we left when it got dark" is none.
        promised = any(word.norm in MODALS for word in longer.words[: part[0]])
        wanted = CONDITIONS | {"but"} | (_TIMED if promised else frozenset())
        return _any_of(longer.words[part[0] : min(end + 1, part[0] + _REACH)], wanted)
    if head or (words[0].norm in _ASIDES and longer.opens(part[0]) and longer.opens(part[1])):
        return None  # ", which nobody had checked,": what is left is as it was
    return _any_of(words, NEGATIONS | CONDITIONS)


def _told(word: str, fragment: Wording, other: Claim) -> bool:
    """Tell whether marked words need no condition: a mere phrase, or one whose outlet has it in its own words."""
    if other.value.form != "mixed":
        return False
    around = set(wording(other.value.context).norms) if other.value.context else set()
    return (len(fragment.words) < _CLAUSE and word in CONDITIONS) or word in around


def _amount(longer: Wording, part: tuple[int, int], other: Claim) -> str | None:
    """Return the number or quantifier right before a fragment, where its outlet does not give it in its own words."""
    if part[0] != 0 or part[1] >= len(longer.words) or other.value.form != "mixed" or other.value.context is None:
        return None
    last = longer.words[part[1] - 1]
    first = max((at for at in range(part[1]) if longer.opens(at)), default=0)
    number = next((at for at in range(part[1] - 1, first - 1, -1) if longer.norms[at][0].isdigit()), None)
    if last.norm in _QUANTIFIERS:
        told = {last.norm}
    elif number is not None and part[1] - number <= _SCALED:
        told = {longer.norms[number]}
    else:
        return None
    return (
        None
        if told & set(wording(other.value.context).norms)
        else longer.text[longer.words[number or part[1] - 1].start : last.end]
    )


def _any_of(words: Sequence[Word], wanted: frozenset[str]) -> str | None:
    return next((word.norm for word in words if word.norm in wanted), None)
