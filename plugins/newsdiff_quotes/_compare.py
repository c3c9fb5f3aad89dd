"""Compare two renderings of one utterance: what was cut, altered, or given to somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdiff import Claim, Edit, Verdict
from newsdiff.language import english
from newsdiff_quotes import _occasion as occasion
from newsdiff_quotes import _order as order
from newsdiff_quotes import _paraphrase as paraphrase
from newsdiff_quotes._alike import copied, nearly, same_speaker, surely_read
from newsdiff_quotes._changes import Change, changes, core, edge, edit, justified, trivial, written_apart
from newsdiff_quotes._cuts import cut, spliced
from newsdiff_quotes._joins import over_sentences, promoted
from newsdiff_quotes._style import same_form
from newsdiff_quotes._wording import DEGREES, MODALS, NEGATIONS, Wording, wording

_COPULAS = english.lexicon.words("be", "predicative-verb")
# Words, and weight of rare words, from which a quotation is a statement that a reader could miss (guess).
_STATEMENT, _CENTRAL = 8, 2.5
_NO_FORMULA = (
    12  # words from which nearly the same ones of two people are one statement, one of the two read wrong (guess)
)
_BEGINNING = 120  # characters behind the first of an utterance that still are its beginning (guess)
_PERSONS = english.lexicon.words("subject-pronoun") - {"it", "there"}
_LETTERS = re.compile(r"[\W_]+")
_OCCASION = 5  # words of a quotation that surely is the same one (guess)


def merge(claims: Sequence[Claim]) -> Claim:
    """Return the fullest direct rendering of one utterance inside an article."""
    rank = {"direct": 2, "mixed": 1, "indirect": 0}
    return max(
        claims, key=lambda c: (rank.get(c.value.form, 0), c.value.speaker is not None, len(c.surface), -c.span.start)
    )


def topic(claim: Claim) -> str | None:
    """Return whose words they are."""
    speaker: str | None = claim.value.speaker
    return speaker


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
    found = changes(left, right)
    if "mixed" in (a.value.form, b.value.form):
        found = [justified(left, right, change) for change in found]
    real = [change for change in found if not trivial(left, right, change)]
    if "mixed" in (a.value.form, b.value.form):
        real = [change for change in real if not edge(left, right, change)]
    edits = tuple(edit(a, b, left, right, change) for change in real)
    speakers = same_speaker(a.value.speaker, b.value.speaker)
    sure = surely_read(a) and surely_read(b)
    altered = core(real, left, right)
    if "indirect" in (a.value.form, b.value.form):
        verdict = paraphrase.compare(a, b, left, right, real, same=bool(speakers))
        return (verdict.relation == "compatible" and _occasions(a, b, left, right, real, edits)) or verdict
    if speakers is False and (not altered or copied(a, b)):
        if a.value.form != "direct" or b.value.form != "direct":
            # A fragment in somebody's sentence may be an echo of another's words.
            return Verdict("compatible", "quote-attribution", "one may repeat the words of the other", edits=edits)
        if sure:
            return Verdict(
                "conflict", "quote-attribution", "the same words are ascribed to two people", importance=3, edits=edits
            )
        if not real:
            unsure = [name for name, it in (("{left}", a), ("{right}", b)) if not surely_read(it)]
            reason = f"the words are the same, and it is unsure who says them in {' and '.join(unsure)}"
            return Verdict("incomparable", "quote-attribution", reason, edits=edits)
    if speakers is False and sure and not (nearly(left, right) and len(left.words) >= _NO_FORMULA):
        return Verdict(
            "incomparable", "quote-wording", "two people say much the same, each in words of their own", edits=edits
        )
    if shifted := _occasions(a, b, left, right, altered, edits):
        return shifted
    if not real:
        return _same(a, b)
    return _different(a, b, left, right, real, altered, edits)


def _different(
    a: Claim,
    b: Claim,
    left: Wording,
    right: Wording,
    real: Sequence[Change],
    altered: Sequence[Change],
    edits: tuple[Edit, ...],
) -> Verdict:
    if (weight := order.moved(left, right, real)) is not None:
        return Verdict("variation", "quote-wording", "the same words stand in another order", weight, edits=edits)
    if promoted(a, b, left, right):
        reason = "one marks only a part as the speaker's words; in the other the words around it stand in the marks too"
        return Verdict("variation", "quote-wording", reason, 2, edits=edits)
    if not altered:
        return cut(a, b, left, right, real, edits)
    verdict = _altered(left, right, real, edits)
    rest = [change for change in real if change not in altered]
    if rest and (verdict.importance or 0) <= 1:  # what is left out matters more than the small words that differ
        short = cut(a, b, left, right, rest, edits)
        if short.relation == "variation" and (short.importance or 0) >= (verdict.importance or 0):
            return short
    if verdict.importance and (joined := over_sentences(a, b, left, right)):
        return spliced(joined, edits)
    return verdict


def _same(a: Claim, b: Claim) -> Verdict:
    """The same words: in another order of sentences, with another stance, or simply the same."""
    if order.sentences_moved(a, b):
        reason = "the sentences of the quotation stand in another order"
        return Verdict("variation", "quote-wording", reason, 1, edits=(Edit("replace", a.span, b.span),))
    if {a.value.stance, b.value.stance} == {"claiming", "conceding"}:
        reason = "one says that the speaker claimed this, the other that the speaker admitted it"
        return Verdict("variation", "quote-attribution", reason, 1)
    if (inflected := _inflected(a, b)) is not None:
        return inflected
    plain = [_LETTERS.sub("", it.value.content).casefold() for it in (a, b)]
    return Verdict("agree", "quote-wording", "the same words" if plain[0] == plain[1] else "house style")


def _inflected(a: Claim, b: Claim) -> Verdict | None:
    """Return the verdict on words of which some stand in another form: another tense, number or degree."""
    left, right = wording(a.value.content), wording(b.value.content)
    found = [
        Change((at, at + 1), (at, at + 1))
        for at, (x, y) in enumerate(zip(left.forms, right.forms, strict=False))
        if not same_form(x, y) and not written_apart(left, right, Change((at, at + 1), (at, at + 1)))
    ]
    if not found or left.norms != right.norms:
        return None
    shown = "; ".join(_shown(left, right, change) for change in found[:3])
    edits = tuple(edit(a, b, left, right, change) for change in found)
    return Verdict("variation", "quote-wording", f"the same words in another form: {shown}", 1, edits=edits)


def _occasions(
    a: Claim, b: Claim, left: Wording, right: Wording, altered: Sequence[Change], edits: tuple[Edit, ...]
) -> Verdict | None:
    """Old words presented as new: one side dates them back, the other does not, or to another time."""
    one, other = a.value.occasion, b.value.occasion
    if (one is None and other is None) or not same_speaker(a.value.speaker, b.value.speaker):
        return None
    if min(len(left.words), len(right.words)) < _OCCASION or (altered and not nearly(left, right)):
        return None
    if one is not None and other is not None:
        if not occasion.apart(one, other):
            return None
        dates = " and ".join(sorted((one.value, other.value)))
        return Verdict("variation", "quote-attribution", f"the words are dated differently: {dates}", 2, edits=edits)
    known = one or other
    if known is None or known.value == "PAST_REF":
        return None
    grave = 2 if "indirect" in (a.value.form, b.value.form) else 3
    reason = f"one dates the words back ({known.value}), the other presents them without an earlier date"
    return Verdict("variation", "quote-attribution", reason, grave, edits=edits)


def _altered(left: Wording, right: Wording, found: Sequence[Change], edits: tuple[Edit, ...]) -> Verdict:
    """Words differ: a translation of the same statement, a clean-up, or an alteration."""
    importance = max(_weight(left, right, change) for change in core(found, left, right) or found)
    if importance == 0:
        return Verdict("agree", "quote-wording", "the same words but for small ones", edits=edits)
    shown = [_shown(left, right, change) for change in found if change.a[0] < change.a[1] and change.b[0] < change.b[1]]
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
    """1: small words; 2: content, or who or how surely; 3: the words that carry the point."""
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
        turned = any(x & kind and y & kind and x & kind != y & kind for kind in (MODALS, _PERSONS))
        return 2 if turned else 1
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
