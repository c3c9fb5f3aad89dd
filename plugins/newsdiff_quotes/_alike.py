"""Are two quotations renderings of one utterance? Speakers, shared words, and their order."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii
from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import ratio

from newsdiff import Claim
from newsdiff.language.names import person
from newsdiff_quotes import _paraphrase as paraphrase
from newsdiff_quotes._style import sound
from newsdiff_quotes._wording import Wording, wording

# Below the engine's bound for repeats inside one article: a fragment does not stand for the whole.
_FRAGMENT = 0.79
# All guesses, with the tests and the task "real" of the benchmark as their check: a rendering of less than the whole;
# what a speaker in common adds, and from how far above a fragment it may lift a pair to certainty; the same words of
# two speakers; what a paraphrase is behind a quotation.
_PIECE = 0.9
_SAME_SPEAKER, _SURELY = 0.14, 0.1
_COPIED = 0.75
_IN_OTHER_WORDS = 0.1
# Two speakers with nearly the same words, of so many: still one statement, less surely (guess).
_ONE_WORDING, _FEWEST, _TWO_SPEAKERS = 0.85, 6, 0.1
_UNLIKE = 0.3  # below this two renderings are of two statements (guess)
# Shares of likeness: content words of the shorter in the longer, its words in order, content words of both (guess).
_CONTAINED, _ORDERED, _BOTH = 0.45, 0.3, 0.25
# Likeness by inserted clauses counts less (guess).
_INSERTED = 0.8
# What each content word beyond four adds, where the words are in order, and the most that all of them do (guess).
_CHANCE, _EACH, _ALL, _IN_ROW = 4, 0.03, 0.15, 1.5
# Two shared words in another order: the least order, the share that is left, and the most that it comes to (guess).
_SCATTERED, _LEFT, _LITTLE = 0.8, 0.6, 0.34
# From these shares on, contained and in order, it is a fragment or the whole; other words are never as sure (guess).
_WHOLE, _NOT_EQUAL = 0.9, 0.98
# Words without a rare one: the share of the longer that the shorter must have, from how many words on, the least
# weight of a statement that can be told by its content, and a single word inside a longer quotation (guess).
_SIZE, _FEW, _WEIGHTY, _SINGLE = 0.75, 4, 1.0, 0.45
# Of identical quotations in two articles one speaker in fifty differs, so both must be read this surely before two
# different ones are told; a name beside the verb is (data/readings.tsv), a pronoun is not. Less sure than the second,
# a speaker does not keep two renderings apart either (guess).
SURE, _DOUBTFUL = 0.92, 0.8
# Two statements on one topic against two translations of one: the least that must be in order, or else shared. Chosen
# on 51 pairs of differing wordings from the open events and half of the pool, read one by one: of 24 out of order it
# keeps six of the seven that are one statement, and two of the 17 that are not.
_IN_ORDER, _LOOKS_ALIKE = 0.7, 0.29
_MANY_SHARED, _HALF, _LONG_RUN, _RUN, _SOME_SHARED, _MOST = 5, 0.5, 7, 4, 3, 0.65
# Of two short sentences, of so many words each, this share of the shorter one in order (guess).
_FEWEST_BRIEF, _MOST_BRIEF, _TWO, _BRIEFLY, _SHORT_ALIKE = 4, 8, 2, 0.6, 0.55
# Words of a statement that is no formula, and the share of them that two renderings must have in common.
_LONG, _NEARLY = 7, 0.85


def key(claim: Claim) -> str | None:
    """One key for all quotations; words in scare quotes are nobody's and never compared."""
    return None if claim.value.form == "scare" else "quote"


def similarity(a: Claim, b: Claim) -> float:
    """Return how surely *a* and *b* render one utterance."""
    forms = {a.value.form, b.value.form}
    found = 0.0 if "scare" in forms else likeness(a.value.content, b.value.content)
    if not found and forms != {"indirect", "mixed"}:
        return 0.0
    speakers = speakers_of(a, b, _DOUBTFUL)
    if (
        speakers is not False
        and "indirect" not in forms
        and found < _SHORT_ALIKE
        and _briefly(a.value.content, b.value.content)
    ):
        found = _SHORT_ALIKE
    if speakers is False:
        long = min(len(wording(a.value.content).words), len(wording(b.value.content).words)) >= _FEWEST
        if found >= _ONE_WORDING and long:
            return found - _TWO_SPEAKERS
        return _COPIED if copied(a, b) else 0.0
    if speakers and (around := max(_around(a, b), _around(b, a))) > found:
        return around
    if found < _UNLIKE:
        return 0.0
    if speakers and (found >= _FRAGMENT or _tied(wording(a.value.content), wording(b.value.content))):
        found = (
            min(1.0, found + _SAME_SPEAKER) if found >= _FRAGMENT + _SURELY else min(_FRAGMENT, found + _SAME_SPEAKER)
        )
    sizes = sorted(len(wording(it.value.content).words) for it in (a, b))
    if sizes[0] < _HALF * sizes[1]:
        found = min(found, _PIECE)  # another rendering of the whole is the better partner
    if "indirect" in forms:
        found -= _IN_OTHER_WORDS  # a quotation of the same words is the better partner
    return max(0.0, round(found, 4))


def _around(told: Claim, fragment: Claim) -> float:
    """Return how alike a paraphrase is to a fragment with the outlet's own words around it, where that says something.

    "The pause should be used for civilians to leave" and "the pause should go on “for the wounded to leave”".
    """
    if told.value.form != "indirect" or fragment.value.form != "mixed" or not fragment.value.context:
        return 0.0
    left, right = wording(told.value.content), wording(fragment.value.context)
    share = paraphrase.shared(left, right) if _tied(left, right) else 0.0
    return min(_FRAGMENT, share) if share >= paraphrase.SHARED else 0.0


def copied(a: Claim, b: Claim) -> bool:
    """Tell whether two spokespeople say one thing but for a word or two: one statement, given to two of them."""
    titles = (a.value.speaker_title or "", b.value.speaker_title or "")
    return all("spokes" in title.lower() for title in titles) and nearly(
        wording(a.value.content), wording(b.value.content)
    )


def nearly(a: Wording, b: Wording) -> bool:
    """Tell whether two wordings of some length are the same but for a word or two."""
    longest = max(len(a.norms), len(b.norms))
    return longest >= _LONG and LCSseq.similarity(a.norms, b.norms) >= _NEARLY * longest


@lru_cache(maxsize=8192)
def _briefly(left: str, right: str) -> bool:
    """Tell whether two short sentences say one thing: "The gate must be shut", "The gate should be shut up"."""
    a, b = wording(left), wording(right)
    least, most = sorted((len(a.words), len(b.words)))
    if not _FEWEST_BRIEF <= least <= most <= _MOST_BRIEF or len(a.contents.keys() & b.contents.keys()) < _TWO:
        return False
    return bool(LCSseq.similarity(a.norms, b.norms) >= _BRIEFLY * least and least >= _HALF * most)


@lru_cache(maxsize=8192)
def likeness(left: str, right: str) -> float:
    """Return how alike two wordings are, 0 to 1; a faithful fragment is nearly as alike as the whole."""
    a, b = wording(left), wording(right)
    if not a.words or not b.words:
        return 0.0
    if a.norms == b.norms:
        return 1.0
    if len(a.words) > len(b.words):
        a, b = b, a
    common = a.contents.keys() & b.contents.keys()
    least, most = min(a.mass, b.mass), _SIZE * len(b.words)
    if not common and a.contents and len(a.words) < most:
        return 0.0
    if len(common) < 2 or least < _WEIGHTY:
        if _FEW <= len(a.words) >= most and LCSseq.similarity(a.norms, b.norms) >= most:
            return _FRAGMENT
        return _FRAGMENT if _inside(a, b) and len(a.contents) > 1 else _SINGLE if _inside(a, b) and a.contents else 0.0
    shared = math.fsum(min(a.contents[word], b.contents[word]) for word in common)
    order: int = LCSseq.similarity(a.norms, b.norms)
    ordered = order / len(a.words)
    contained = shared / least
    both = max(_overlap(a, b, common), shared / (a.mass + b.mass - shared))
    found = _CONTAINED * contained + _ORDERED * ordered + _BOTH * both
    # Two statements on one topic share three or four words; eight in order are no chance.
    found += min(_ALL, _EACH * max(0, len(common) - _CHANCE)) * ordered * _IN_ROW
    if len(common) < 3 and ordered < _SCATTERED and not _inside(a, b):
        found = min(_LITTLE, found * _LEFT)  # two shared words in another order say little
    if contained > _WHOLE and ordered > _WHOLE:  # a fragment, or the whole with little changes
        return max(min(found, _NOT_EQUAL), _FRAGMENT)
    if ordered < _IN_ORDER and not _one_statement(a, b, common, contained):
        found = min(found, _LOOKS_ALIKE)
    return float(min(found, _NOT_EQUAL))


def _one_statement(a: Wording, b: Wording, common: set[str], contained: float) -> bool:
    """Tell whether two wordings in another order share enough to be more than two statements on one topic.

    Names are the topic: "Iran must never have the bomb" and "Iran's leaders deny wanting the bomb".
    """
    names = {word.norm for side in (a, b) for word in side.words if word.capital}
    plain = len(common - names)
    if plain >= _MANY_SHARED and contained >= _HALF:
        return True
    longest = max((block.size for block in LCSseq.editops(a.norms, b.norms).as_matching_blocks()), default=0)
    return bool(plain >= _SOME_SHARED and (longest >= _LONG_RUN or (longest >= _RUN and contained >= _MOST)))


def _tied(a: Wording, b: Wording) -> bool:
    """Tell whether more is shared than two stray words: three of them, or two side by side."""
    if len(a.contents.keys() & b.contents.keys()) > 2:
        return True
    return bool(_pairs(a) & _pairs(b))


def _pairs(words: Wording) -> set[tuple[str, str]]:
    contents = [(i, word.norm) for i, word in enumerate(words.words) if word.content]
    return {(x, y) for (i, x), (j, y) in pairwise(contents) if j - i == 1}


def _overlap(a: Wording, b: Wording, common: set[str]) -> float:
    """Return the share of common content words between the first and the last of them on both sides.

    One outlet may print a clause that the other leaves out; it says nothing about the rest.
    """
    x = [i for i, word in enumerate(a.words) if word.norm in common]
    y = [i for i, word in enumerate(b.words) if word.norm in common]
    inner = {w.norm: w.weight for w in a.words[x[0] : x[-1] + 1] if w.content}
    other = {w.norm: w.weight for w in b.words[y[0] : y[-1] + 1] if w.content}
    shared = sum(min(weight, other[norm]) for norm, weight in inner.items() if norm in other)
    return _INSERTED * shared / (sum(inner.values()) + sum(other.values()) - shared)


def _inside(a: Wording, b: Wording) -> bool:
    """Tell whether the words of *a* stand in *b* in one piece."""
    return a.line in b.line


def speakers_of(a: Claim, b: Claim, least: float) -> bool | None:
    """Tell whether two quotations have one speaker; None too where one of two different ones is read less surely."""
    same = same_speaker(a.value.speaker, b.value.speaker)
    sure = min(1.0 if it.value.speaker_certainty is None else it.value.speaker_certainty for it in (a, b))
    return None if same is False and sure < least else same


def surely_read(claim: Claim) -> bool:
    """Tell whether a speaker is named beside the words, in a way that is right often enough to accuse an outlet."""
    value = claim.value
    if value.speaker_certainty is None:  # not read from a text
        return True
    return bool(value.speaker_certainty >= SURE and (value.speaker_reading or "").endswith("person"))


@lru_cache(maxsize=4096)
def same_speaker(left: str | None, right: str | None) -> bool | None:
    """Tell whether two names name one speaker; None where they may: a spokesman and his ministry, or nobody named.

    >>> same_speaker("Dmitry Orlov", "Orlov"), same_speaker("Ana Ruiz", "Jon Bell"), same_speaker("Ana Ruiz", "police")
    (True, False, None)
    """
    if not left or not right:
        return None
    if _plain(left).replace(" ", "") == _plain(right).replace(" ", ""):
        return True
    a, b = person(left), person(right)
    if a is None or b is None or left.islower() or right.islower():
        return None
    if " " not in left and " " not in right and not (a.title or b.title):
        return ratio(_plain(left), _plain(right)) >= 88 or None
    first, second = _plain(a.surname), _plain(b.surname)
    if first == second or (first[:1] == second[:1] and ratio(first, second) >= 80) or sound(first) == sound(second):
        return _given(a.name, b.name)
    # "Kim Jong Un", "Ban Ki-moon": the family name may come first.
    if (
        _plain(a.name).split()[0] == _plain(b.name).split()[-1]
        or _plain(b.name).split()[0] == _plain(a.name).split()[-1]
    ):
        return None
    return False if " " in a.name and " " in b.name else None


def _given(left: str, right: str) -> bool | None:
    """Compare given names: an initial, a short form or none at all may be the same."""
    a, b = _plain(left).split()[:-1], _plain(right).split()[:-1]
    if not a or not b:
        return True
    x, y = a[0].rstrip("."), b[0].rstrip(".")
    if x[:1] != y[:1]:
        return None
    return True if x.startswith(y) or y.startswith(x) or ratio(x, y) >= 60 else None


def _plain(name: str) -> str:
    return anyascii(name).lower().replace("-", " ").replace("'", "").replace(".", "").strip()
