"""Compare two renderings of one utterance: what was cut, altered, or given to somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import frozen
from rapidfuzz.distance import LCSseq

from newsdiff import Claim, Edit, Span, Verdict
from newsdiff_quotes._alike import same_speaker
from newsdiff_quotes._wording import CONDITIONS, DEGREES, MODALS, NEGATIONS, TURNS, Word, Wording, wording

_COPULAS = frozenset("be is are was were been seem appear become consider deem call find think feel remain".split())
# Words, and weight of rare words, from which a quotation is a statement that a reader could miss.
_STATEMENT, _CENTRAL = 8, 2.5
_BEGINNING = 120  # characters
_TIMED = frozenset("once when after before while pending subject".split())
# What opens a clause of its own: a negation before it belongs elsewhere.
_CLAUSES = CONDITIONS | TURNS | frozenset("because when while who which that and or so since where whatever".split())
# How far from the edge of a cut a negation or a condition still belongs to what is left.
_REACH = 4


@frozen
class Change:
    """Words ``a`` of the left wording stand against words ``b`` of the right one; one of the two may be empty."""

    a: tuple[int, int]
    b: tuple[int, int]


def merge(claims: Sequence[Claim]) -> Claim:
    """Return the fullest direct rendering of one utterance inside an article."""
    rank = {"direct": 2, "mixed": 1, "indirect": 0}
    return max(
        claims, key=lambda c: (rank.get(c.value.form, 0), c.value.speaker is not None, len(c.surface), -c.span.start)
    )


def omission(claim: Claim) -> bool:
    """Tell whether a quotation that one article lacks is worth a word: direct, named, of some length."""
    value = claim.value
    if value.form != "direct" or not value.speaker or value.speaker.islower():
        return False
    # What an utterance begins with stands for it; the rest of a long quotation is left out by everybody.
    if value.utterance is not None and claim.span.start - value.utterance > _BEGINNING:
        return False
    words = wording(value.content)
    return len(words.words) >= _STATEMENT and len(words.contents) >= _STATEMENT // 2 and words.mass >= _CENTRAL


def compare(a: Claim, b: Claim) -> Verdict:
    """Return the verdict on two renderings of one utterance."""
    left, right = wording(a.value.content), wording(b.value.content)
    changes = [_justified(left, right, change) for change in _changes(left, right)]
    real = [change for change in changes if not _trivial(left, right, change)]
    speakers = same_speaker(a.value.speaker, b.value.speaker)
    if "indirect" in (a.value.form, b.value.form):
        return _reported(a, b, left, right, real)
    if speakers is False and not _core(real, left, right):
        if a.value.form != "direct" or b.value.form != "direct":
            # A fragment in somebody's sentence may be an echo of another's words.
            return Verdict("compatible", "quote-attribution", "one may repeat the words of the other")
        return Verdict("conflict", "quote-attribution", "the same words are ascribed to two people", importance=3)
    if not real:
        return Verdict("agree", "quote-wording", "the same words")
    edits = tuple(_edit(a, b, left, right, change) for change in real)
    if not _core(real, left, right):
        return _cut(a, b, left, right, real, edits)
    return _altered(left, right, real, edits)


def _changes(left: Wording, right: Wording) -> list[Change]:
    """Return the stretches that differ; those with nothing but small words between them are one."""
    if left.norms > right.norms:  # of several longest common sequences always the same one, whoever stands left
        return [Change(change.b, change.a) for change in _changes(right, left)]
    raw = [
        Change((op.src_start, op.src_end), (op.dest_start, op.dest_end))
        for op in LCSseq.opcodes(left.norms, right.norms)
        if op.tag != "equal"
    ]
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


def _justified(left: Wording, right: Wording, change: Change) -> Change:
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


def _trivial(left: Wording, right: Wording, change: Change) -> bool:
    """Tell whether a difference is no more than an editor's bracket."""
    a, b = range(*change.a), range(*change.b)
    if any(i in left.glosses for i in a) or any(i in right.glosses for i in b):
        # "[the minister]" for "he": the bracket says itself that the words are not the speaker's.
        plain_a = [left.words[i] for i in a if i not in left.glosses]
        plain_b = [right.words[i] for i in b if i not in right.glosses]
        return len(plain_a) <= 2 and len(plain_b) <= 2 and not any(w.norm in NEGATIONS for w in (*plain_a, *plain_b))
    return False


def _core(changes: Sequence[Change], left: Wording, right: Wording) -> list[Change]:
    """Return the changes that alter words, where others only leave words out."""
    found = []
    sides = set()
    for change in changes:
        a, b = change.a[1] - change.a[0], change.b[1] - change.b[0]
        outer = (change.a[0] == 0 and change.b[0] == 0) or (
            change.a[1] == len(left.words) and change.b[1] == len(right.words)
        )
        if (a and b) or (not outer and a + b <= 2 and _turns(left, right, change)):
            found.append(change)
        elif not outer:
            sides.add(bool(a))
    if len(sides) == 2 and not found:  # each leaves out words of the middle: nobody cut, both rewrote
        return [c for c in changes if not (c.a[0] == 0 and c.b[0] == 0)]
    return found


def _turns(left: Wording, right: Wording, change: Change) -> bool:
    """Tell whether the one or two words that one side has more are a negation or a degree: another sense."""
    words = [*left.words[slice(*change.a)], *right.words[slice(*change.b)]]
    return any(word.norm in NEGATIONS or word.norm in DEGREES for word in words)


def _edit(a: Claim, b: Claim, left: Wording, right: Wording, change: Change) -> Edit:
    x, y = _span(a, left, change.a), _span(b, right, change.b)
    op: Literal["replace", "delete", "insert"] = "replace" if x and y else "delete" if x else "insert"
    return Edit(op, x, y)


def _span(claim: Claim, words: Wording, part: tuple[int, int]) -> Span | None:
    if part[0] >= part[1]:
        return None
    start = claim.span.start
    return Span(start + words.words[part[0]].start, start + words.words[part[1] - 1].end)


def _cut(
    a: Claim, b: Claim, left: Wording, right: Wording, changes: Sequence[Change], edits: tuple[Edit, ...]
) -> Verdict:
    """One rendering leaves words out and alters none."""
    grave: list[str] = []
    sizes: list[int] = []
    wheres: set[str] = set()
    for change in changes:
        on_left = change.a[0] < change.a[1]
        longer, part, other = (left, change.a, b) if on_left else (right, change.b, a)
        head, tail = part[0] == 0, part[1] == len(longer.words)
        wheres.add("beginning" if head else "end" if tail else "middle")
        if word := _condition(longer, part, head, tail):
            grave.append(word)
        whole = _whole(longer, part, head, tail)
        fragment = (head or tail) and (other.value.form == "mixed" or other.value.utterance is not None)
        if not whole and not fragment:
            sizes.append(sum(word.content for word in longer.words[part[0] : part[1]]))
    where = " and ".join(sorted(wheres))
    if grave:
        reason = f"one rendering leaves out the {where} of the statement, with “{grave[0]}”"
        return Verdict("variation", "quote-truncation", reason, 3, edits=edits)
    if not sizes:
        return Verdict(
            "compatible", "quote-truncation", "one gives a part of the words that the other gives", edits=edits
        )
    if max(sizes) == 0:
        return Verdict("agree", "quote-wording", "the same words but for small ones", edits=edits)
    reason = f"one rendering leaves out the {where} of the statement"
    return Verdict("variation", "quote-truncation", reason, 2 if max(sizes) > 2 else 1, edits=edits)


def _whole(longer: Wording, part: tuple[int, int], head: bool, tail: bool) -> bool:
    """Tell whether the cut runs along the ends of sentences."""
    starts = head or part[0] - 1 in longer.ends
    stops = tail or part[1] - 1 in longer.ends
    return starts and stops


def _condition(longer: Wording, part: tuple[int, int], head: bool, tail: bool) -> str | None:
    """Return the negation or condition that a cut takes away from what is left."""
    words = longer.words[part[0] : part[1]]
    if _whole(longer, part, head, tail):
        first = words[0].norm
        return first if not head and first in TURNS else None
    if head and longer.words[part[1]].norm not in _CLAUSES:
        last_end = max((i for i in longer.ends if part[0] <= i < part[1]), default=part[0] - 1)
        near = longer.words[max(last_end + 1, part[1] - _REACH) : part[1]]
        clause = longer.words[last_end + 1 : part[1]]
        found = _any_of(near, NEGATIONS) or (clause[0].norm if clause and clause[0].norm in CONDITIONS else None)
        return found or _any_of(near[-2:], CONDITIONS)
    if not head and tail:
        end = min((i for i in longer.ends if part[0] <= i < part[1]), default=part[1] - 1)
        # "We will close it once the report is out" is a promise with a condition; "we left when it got dark" is none.
        promised = any(word.norm in MODALS for word in longer.words[: part[0]])
        wanted = CONDITIONS | {"but"} | (_TIMED if promised else frozenset())
        return _any_of(longer.words[part[0] : min(end + 1, part[0] + _REACH)], wanted)
    return None if head else _any_of(words, NEGATIONS | CONDITIONS)


def _any_of(words: Sequence[Word], wanted: frozenset[str]) -> str | None:
    return next((word.norm for word in words if word.norm in wanted), None)


def _altered(left: Wording, right: Wording, changes: Sequence[Change], edits: tuple[Edit, ...]) -> Verdict:
    """Words differ: a translation of the same statement, a clean-up, or an alteration."""
    importance = max(_weight(left, right, change) for change in _core(changes, left, right) or changes)
    if importance == 0:
        return Verdict("agree", "quote-wording", "the same words but for small ones", edits=edits)
    shown = [
        _shown(left, right, change) for change in changes if change.a[0] < change.a[1] and change.b[0] < change.b[1]
    ]
    reason = "the same statement is worded differently"
    if shown:
        reason += ": " + "; ".join(shown[:3])
    return Verdict("variation", "quote-wording", reason, importance, edits=edits)


def _shown(left: Wording, right: Wording, change: Change) -> str:
    def words(side: Wording, part: tuple[int, int]) -> str:
        found = side.text[side.words[part[0]].start : side.words[part[1] - 1].end]
        return found if len(found) <= 60 else found[:28] + " … " + found[-28:]

    pair = sorted((words(left, change.a), words(right, change.b)))
    return f"“{pair[0]}” and “{pair[1]}”"


def _weight(left: Wording, right: Wording, change: Change) -> int:
    """0: only small words differ; 1: form; 2: content; 3: the words that carry the point."""
    a, b = left.words[slice(*change.a)], right.words[slice(*change.b)]
    x, y = {w.norm for w in a}, {w.norm for w in b}
    if (x & NEGATIONS != y & NEGATIONS) and len(x & NEGATIONS) != len(y & NEGATIONS):
        return 3
    if {n for n in x if n[0].isdigit()} != {n for n in y if n[0].isdigit()}:
        return 3
    if (x ^ y) & DEGREES:
        return 3
    content_a, content_b = [w for w in a if w.content], [w for w in b if w.content]
    if not content_a and not content_b:
        return 2 if x & MODALS and y & MODALS and x & MODALS != y & MODALS else int(len(x) > 1 and len(y) > 1)
    names_a, names_b = {w.norm for w in a if w.capital}, {w.norm for w in b if w.capital}
    if names_a and names_b and not names_a & names_b:
        return 3
    if content_a and content_b and (_predicate(left, change.a[0]) or _predicate(right, change.b[0])):
        return 3
    return 2 if content_a and content_b else 1


def _predicate(words: Wording, at: int) -> bool:
    """Tell whether the altered words are what is said of something: "consider it inappropriate", "“unwise to sail”"."""
    if at == 0:
        return words.text[:1].islower()
    before = {word.norm for word in words.words[max(0, at - 2) : at]}
    return bool(before & _COPULAS)


def _reported(a: Claim, b: Claim, left: Wording, right: Wording, changes: Sequence[Change]) -> Verdict:
    """A paraphrase stands against a quotation or another paraphrase: only what turns the sense counts."""
    common = left.contents.keys() & right.contents.keys()
    both = a.value.form == b.value.form
    negated = (len(set(left.norms) & NEGATIONS) > 0) != (len(set(right.norms) & NEGATIONS) > 0)
    small = min(len(left.contents), len(right.contents))
    if not both and negated and small and len(common) / small >= 0.6:
        edits = tuple(_edit(a, b, left, right, change) for change in changes)
        return Verdict(
            "variation", "quote-wording", "the paraphrase and the quotation differ in a negation", 2, edits=edits
        )
    return Verdict("compatible", "quote-wording", "one reports in its own words what the other quotes")
