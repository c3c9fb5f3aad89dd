"""Where the words of a quotation come from: several sentences of the other, or its outlet's own words."""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz.distance import LCSseq

from newsdiff import Claim
from newsdiff.language import english
from newsdiff.language.idioms import Idiom
from newsdiff.language.names import gender, person
from newsdiff_quotes._alike import same_speaker
from newsdiff_quotes._wording import Wording, wording

# Words that the longer and the shorter of two joined parts have at least, and content words among them (guess).
_STRETCH, _SUBJECT, _CONTENT = 3, 2, 1
_OWN_WORDS = 4  # words around a fragment that are enough to tell whose they are (guess)
_SHIFTED = english.lexicon.words("shifted-auxiliary") - {"had"}
_PAST = english.lexicon.words("shifted-auxiliary")
_MALE, _FEMALE = english.lexicon.words("male-pronoun"), english.lexicon.words("female-pronoun")
_CONDITION = english.lexicon.words("condition-opener")
# What a verb of speech and its clause begin with: "said he", "said that her council".
_OWN = Idiom(
    "a reported clause about its speaker",
    r"\w+ (?:that )?(he|she|his|her)\b",
    examples=("said that her council", "said he would"),
    others=("said that the council", "said, heartily"),
)


def over_sentences(a: Claim, b: Claim, left: Wording, right: Wording) -> int | None:
    """Return how gravely one quotation joins parts of several sentences of the other, or None where it does not."""
    return _spliced(left, b) or _spliced(right, a)


def _spliced(joined: Wording, whole: Claim) -> int | None:
    if whole.value.form != "direct" or whole.value.context is None or len(joined.words) < _SUBJECT + _STRETCH:
        return None
    other = wording(whole.value.context)
    blocks = [
        (block.a, block.b, block.size)
        for block in LCSseq.editops(other.norms, joined.norms).as_matching_blocks()
        if block.size
    ]
    covered = sum(size for _, _, size in blocks)
    if covered < len(joined.words) or len(blocks) < 2:
        return None
    for (at, _, size), (then, joint, length) in pairwise(blocks):
        between = [end for end in other.ends if at + size - 1 <= end < then]
        stretches = (
            min(size, length) >= _SUBJECT
            and max(size, length) >= _STRETCH
            and _content(other, at, size)
            and _content(other, then, length)
        )
        if not between or not stretches or joint - 1 in joined.ends or joint - 1 in joined.gaps:
            continue
        if at + size - 1 in other.ends and then - 1 in other.ends:
            continue  # whole sentences, with others left out between them
        return 3
    return None


def _content(words: Wording, at: int, size: int) -> bool:
    return sum(word.content for word in words.words[at : at + size]) >= _CONTENT


def promoted(a: Claim, b: Claim, left: Wording, right: Wording) -> bool:
    """Tell whether a fragment here and the outlet's own words around it make the whole quotation there.

    A fuller quotation is nothing to report. It is where the words around the fragment keep the form of reported speech
    inside the marks: “he had no regrets”, “the town would never forgive” for "I have" and "will".
    """
    if {a.value.form, b.value.form} != {"mixed", "direct"} or not same_speaker(a.value.speaker, b.value.speaker):
        return False
    fragment, full = (a, right) if a.value.form == "mixed" else (b, left)
    if fragment.value.context is None:
        return False
    inside, around = wording(fragment.value.content), wording(fragment.value.context)
    places = [i for i in range(len(full.norms)) if full.norms[i : i + len(inside.norms)] == inside.norms]
    if len(places) != 1 or not inside.norms:
        return False
    own = [i for i in range(len(full.words)) if not places[0] <= i < places[0] + len(inside.norms)]
    if len(own) < _OWN_WORDS or not any(full.words[i].content for i in own):
        return False
    if LCSseq.similarity(full.norms, around.norms) < len(full.norms):
        return False
    words = {full.raw(i) for i in own}
    if not _CONDITION.isdisjoint(words):
        return False
    return bool(words & _SHIFTED) or _self_in_third_person(fragment, words)


def _self_in_third_person(fragment: Claim, words: set[str]) -> bool:
    """Tell whether the words speak of their speaker as an outlet does: "said he had …", "said her council was …"."""
    cue, context = fragment.value.cue, fragment.value.context or ""
    at = context.find(cue) if cue else -1
    found = _OWN.match(context, at) if at >= 0 else None
    if found is None or found[1] not in words:
        return False
    speaker = person(fragment.value.speaker or "")
    known = gender(speaker) if speaker else None
    if known and found[1] in (_FEMALE if known == "m" else _MALE):
        return False
    return found[1] in ("his", "her") or bool(words & _PAST)
