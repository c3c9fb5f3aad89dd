"""Where two wordings differ, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from attrs import frozen
from rapidfuzz.distance import LCSseq

from newsdiff import Claim, Edit, Span
from newsdiff_quotes._style import sound
from newsdiff_quotes._wording import DEGREES, MODALS, NEGATIONS, Word, Wording

_FILLERS = re.compile(r"\b(?:you know|i mean|you see|look|well|listen|sort of|kind of) ")
_SLIDE = 12  # words
_SOUND = 3  # consonants of a name from which an equal sound is no chance (guess)


@frozen
class Change:
    """Words ``a`` of the left wording stand against words ``b`` of the right one; one of the two may be empty."""

    a: tuple[int, int]
    b: tuple[int, int]

    @property
    def replaces(self) -> bool:
        """Whether both sides have words here."""
        return self.a[0] < self.a[1] and self.b[0] < self.b[1]


def changes(left: Wording, right: Wording) -> list[Change]:
    """Return the stretches that differ; those with nothing but small words between them are one."""
    if left.norms > right.norms:  # of several longest common sequences always the same one, whoever stands left
        return [Change(change.b, change.a) for change in changes(right, left)]
    raw = [
        Change((op.src_start, op.src_end), (op.dest_start, op.dest_end))
        for op in LCSseq.opcodes(left.norms, right.norms)
        if op.tag != "equal"
    ]
    raw = [_settled(left, right, change) for change in raw]
    joined: list[Change] = []
    for change in raw:
        if joined:
            last = joined[-1]
            between = left.words[last.a[1] : change.a[0]]
            touching = last.a[1] == change.a[0] and last.b[1] == change.b[0]
            if touching or (len(between) == 1 and not between[0].content and _both(last, change)):
                joined[-1] = Change((last.a[0], change.a[1]), (last.b[0], change.b[1]))
                continue
        joined.append(change)
    return joined


def slides(longer: Wording, part: tuple[int, int]) -> list[tuple[int, int]]:
    """Return every stretch that can be left out to the same effect: of "we, we will" the first "we" or the second."""
    start, end = part
    norms = longer.norms
    while start > 0 and norms[start - 1] == norms[end - 1] and part[0] - start < _SLIDE:
        start, end = start - 1, end - 1
    found = [(start, end)]
    while end < len(norms) and norms[start] == norms[end] and len(found) < 2 * _SLIDE:
        start, end = start + 1, end + 1
        found.append((start, end))
    return found


def _settled(left: Wording, right: Wording, change: Change) -> Change:
    """Let a stretch that only one side has begin or end with the quotation, or with a clause, where it can."""
    on_left = change.a[0] < change.a[1]
    if on_left == (change.b[0] < change.b[1]):
        return change
    longer, part = (left, change.a) if on_left else (right, change.b)
    best = min(slides(longer, part), key=lambda it: (_rank(longer, it), abs(it[0] - part[0])))
    moved = best[0] - part[0]
    other = change.b if on_left else change.a
    other = (other[0] + moved, other[1] + moved)
    return Change(best, other) if on_left else Change(other, best)


def _rank(longer: Wording, part: tuple[int, int]) -> int:
    outer = part[0] == 0 or part[1] == len(longer.words)
    return 0 if outer else 3 - longer.opens(part[0]) - longer.opens(part[1])


def justified(left: Wording, right: Wording, change: Change) -> Change:
    """Set the words of a fragment against the nearest words of the other side at its beginning or end.

    “inadvisable to sail” in “he considers it unwise to sail” alters one word; the rest was not quoted.
    """
    a, b = change.a[1] - change.a[0], change.b[1] - change.b[0]
    if not a or not b or abs(a - b) < 2:
        return change
    size = min(a, b)
    if change.a[0] == 0 and change.b[0] == 0:
        return Change((change.a[1] - size, change.a[1]), (change.b[1] - size, change.b[1]))
    if change.a[1] == len(left.words) and change.b[1] == len(right.words):
        return Change((change.a[0], change.a[0] + size), (change.b[0], change.b[0] + size))
    return change


def _both(first: Change, second: Change) -> bool:
    return (first.a[0] < first.a[1] or second.a[0] < second.a[1]) and (
        first.b[0] < first.b[1] or second.b[0] < second.b[1]
    )


def trivial(left: Wording, right: Wording, change: Change) -> bool:
    """Tell whether a difference is no more than an editor's bracket, a filler or a false start."""
    if written_apart(left, right, change):
        return True
    a, b = range(*change.a), range(*change.b)
    if (not b and _spoken(left, change.a)) or (not a and _spoken(right, change.b)):
        return True
    if any(i in left.glosses for i in a) or any(i in right.glosses for i in b):
        # "[the minister]" for "he": the bracket says itself that the words are not the speaker's.
        plain_a = [left.words[i] for i in a if i not in left.glosses]
        plain_b = [right.words[i] for i in b if i not in right.glosses]
        return len(plain_a) <= 2 and len(plain_b) <= 2 and not any(w.norm in NEGATIONS for w in (*plain_a, *plain_b))
    return False


def edge(left: Wording, right: Wording, change: Change) -> bool:
    """Tell whether only small words differ where a fragment begins or ends: "a safe port", "the safe port"."""
    outer = 0 in (change.a[0], change.b[0]) or change.a[1] == len(left.words) or change.b[1] == len(right.words)
    words = [*left.words[slice(*change.a)], *right.words[slice(*change.b)]]
    return outer and not any(word.content or word.norm in NEGATIONS | DEGREES | MODALS for word in words)


def written_apart(left: Wording, right: Wording, change: Change) -> bool:
    """Tell whether both sides have the same letters ("air strikes", "airstrikes") or one name from another alphabet."""
    if not change.replaces:
        return False
    one, other = left.words[slice(*change.a)], right.words[slice(*change.b)]
    if _letters(one) == _letters(other):
        return True
    return len(one) == len(other) and all(
        x.form == y.form
        or (
            left.text[x.start].isupper()
            and right.text[y.start].isupper()
            and len(sound(x.form)) >= _SOUND
            and sound(x.form) == sound(y.form)
        )
        for x, y in zip(one, other, strict=True)
    )


def _letters(words: Sequence[Word]) -> str:
    return "".join(letter for word in words for letter in word.form if letter.isalnum())


def _spoken(words: Wording, part: tuple[int, int]) -> bool:
    """Tell whether a stretch is what people say while they think: "I mean, look, we, we"."""
    raw = [words.raw(i) for i in range(*part)]
    text = _FILLERS.sub("", " ".join([*raw, ""])).split()
    following = [words.raw(i) for i in range(part[1], min(part[1] + len(text), len(words.words)))]
    return bool(raw) and text == following


def core(found: Sequence[Change], left: Wording, right: Wording) -> list[Change]:
    """Return the changes that alter words, where others only leave words out."""
    altered = []
    sides = set()
    for change in found:
        a, b = change.a[1] - change.a[0], change.b[1] - change.b[0]
        outer = (change.a[0] == 0 and change.b[0] == 0) or (
            change.a[1] == len(left.words) and change.b[1] == len(right.words)
        )
        if (a and b) or (not outer and a + b <= 2 and _turns(left, right, change)):
            altered.append(change)
        elif not outer:
            sides.add(bool(a))
    if len(sides) == 2 and not altered:  # each leaves out words of the middle: nobody cut, both rewrote
        return [c for c in found if not (c.a[0] == 0 and c.b[0] == 0)]
    return altered


def _turns(left: Wording, right: Wording, change: Change) -> bool:
    """Tell whether the one or two words that one side has more are a negation or a degree: another sense."""
    words = [*left.words[slice(*change.a)], *right.words[slice(*change.b)]]
    return any(word.norm in NEGATIONS or word.norm in DEGREES for word in words)


def edit(a: Claim, b: Claim, left: Wording, right: Wording, change: Change) -> Edit:
    """Return a change with its places in the two articles."""
    x, y = _span(a, left, change.a), _span(b, right, change.b)
    op: Literal["replace", "delete", "insert"] = "replace" if x and y else "delete" if x else "insert"
    return Edit(op, x, y)


def _span(claim: Claim, words: Wording, part: tuple[int, int]) -> Span | None:
    if part[0] >= part[1]:
        return None
    start = claim.span.start
    return Span(start + words.words[part[0]].start, start + words.words[part[1] - 1].end)
