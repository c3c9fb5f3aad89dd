"""The core's features: what stands around two claims, whatever their kind is.

Each measures more the more it speaks for one thing. Names, times and scopes are compared only where both sides have
them. Examples mark the claims with square brackets; a test measures them all. A list of features is as long as it is:
hence more than 400 lines.
"""

from __future__ import annotations

from newsdiff.alignment.evidence import Pair
from newsdiff.alignment.views import ONE_SORT
from newsdiff.extraction.scope import clash, elsewhere
from newsdiff.nouns.evidence import feature

_TOLL = ("At least [17] people were killed when the dam burst.", "The dam burst killed [21] people, police said.")
_OTHERS = ("At least [17] people were killed when the dam burst.", "The mine has [40] lorries and two shafts.")
_SPOKEN = ("Ana Ruiz said [17] people died in Karsa.", "In Karsa [21] people died, according to Ana Ruiz.")
_ELSEWHERE = ("Ana Ruiz said [17] people died in Karsa.", "In Oslo [21] people died, according to Jon Bell.")


def _flag(value: object) -> float:
    return 1.0 if value else 0.0


def _surname(name: str | None) -> str:
    words = name.split() if name else ()
    return words[-1].casefold() if words else ""


@feature(
    "near-words",
    high="the same words stand beside both",
    low="other words stand beside them",
    higher=[_TOLL],
    lower=[_OTHERS],
)
def near_words(pair: Pair) -> float:
    """Measure the rare words that stand right beside both claims."""
    return pair.context.decayed("narrow", pair.left, pair.right)


@feature(
    "wider-words",
    high="the words around them are alike",
    low="the words around them differ",
    higher=[_TOLL],
    lower=[_OTHERS],
)
def wider_words(pair: Pair) -> float:
    """Measure the rare words that stand within a dozen words of both claims."""
    return pair.context.decayed("wide", pair.left, pair.right)


@feature(
    "words-met",
    high="the nearest words of each stand in the other sentence",
    low="the nearest words of each are not in the other sentence",
    higher=[_TOLL],
    lower=[_OTHERS],
)
def words_met(pair: Pair) -> float:
    """Measure the share of the nearest words that the other sentence has anywhere."""
    return pair.context.met(pair.left, pair.right)


@feature(
    "sentence",
    high="the sentences are alike",
    low="the sentences have little in common",
    higher=[_TOLL],
    lower=[_OTHERS],
)
def sentence(pair: Pair) -> float:
    """Measure the rare words that the two sentences share."""
    return pair.likeness


@feature(
    "passage",
    high="the passages are alike",
    higher=[_TOLL],
    lower=[_OTHERS],
)
def passage(pair: Pair) -> float:
    """Measure the rare words that the sentences and their neighbours share."""
    return pair.context.overlap("context", pair.left, pair.right)


@feature(
    "clause",
    high="the clauses tell the same",
    low="the clauses tell different things",
    higher=[_TOLL],
    lower=[_OTHERS],
)
def clause(pair: Pair) -> float:
    """Measure the rare words that the two clauses share."""
    return pair.context.overlap("event", pair.left, pair.right)


@feature(
    "shared-names",
    high="the same names stand by",
    higher=[_SPOKEN],
    lower=[_ELSEWHERE],
)
def shared_names(pair: Pair) -> float:
    """Measure the names that the two sentences share."""
    return pair.context.overlap("names", pair.left, pair.right)


@feature(
    "other-names",
    low="other names stand by",
    higher=[_SPOKEN],
    lower=[_ELSEWHERE],
)
def other_names(pair: Pair) -> float:
    """Tell whether both sentences have names, and none in common."""
    one, two = pair.left.names, pair.right.names
    return -_flag(one and two and one.isdisjoint(two))


@feature(
    "place-in-article",
    low="they stand in different parts of the articles",
)
def place_in_article(pair: Pair) -> float:
    """Measure how far apart they stand, in parts of an article."""
    return -abs(pair.left.place - pair.right.place)


@feature("both-lead", high="both stand in the lead")
def both_lead(pair: Pair) -> float:
    """Tell whether both stand in the lead."""
    return _flag(pair.left.leads and pair.right.leads)


@feature("one-leads", low="only one stands in the lead")
def one_leads(pair: Pair) -> float:
    """Tell whether only one stands in the lead."""
    return -_flag(pair.left.leads != pair.right.leads)


@feature(
    "status",
    low="one is said to be so, the other is not",
    higher=[_TOLL],
    lower=[("[17] people died in the flood.", "[21] people could die in the flood.")],
)
def status(pair: Pair) -> float:
    """Tell whether one is asserted and the other expected, reported or denied."""
    return -_flag(pair.left.claim.scope.status != pair.right.claim.scope.status)


@feature("background", low="one is news, the other history")
def background(pair: Pair) -> float:
    """Tell whether one is news and the other history."""
    return -_flag(pair.left.claim.scope.background != pair.right.claim.scope.background)


@feature("both-background", high="both are history")
def both_background(pair: Pair) -> float:
    """Tell whether both are history."""
    return _flag(pair.left.claim.scope.background and pair.right.claim.scope.background)


@feature(
    "part",
    low="one is a part or a total, the other not",
    higher=[_TOLL],
    lower=[("[12] of them were children.", "The flood killed [21] people.")],
)
def part(pair: Pair) -> float:
    """Tell whether only one is a part or a total."""
    return -_flag(pair.left.claim.scope.part != pair.right.claim.scope.part)


@feature(
    "same-holder",
    high="both are of one person",
    higher=[("Ana Ruiz, [43], was found dead.", "Police named Ana Ruiz, [34].")],
    lower=[("Ana Ruiz, [43], was found dead.", "Police named Jon Bell, [34].")],
)
def same_holder(pair: Pair) -> float:
    """Tell whether both are of one person or body."""
    one, two = _surname(pair.left.claim.scope.holder), _surname(pair.right.claim.scope.holder)
    return _flag(one and one == two)


@feature(
    "other-holder",
    low="they are of two people",
    higher=[("Ana Ruiz, [43], was found dead.", "Police named Ana Ruiz, [34].")],
    lower=[("Ana Ruiz, [43], was found dead.", "Police named Jon Bell, [34].")],
)
def other_holder(pair: Pair) -> float:
    """Tell whether they are of two people or bodies."""
    one, two = _surname(pair.left.claim.scope.holder), _surname(pair.right.claim.scope.holder)
    return -_flag(one and two and one != two)


@feature("scopes", low="they are about different times, people or parts")
def scopes(pair: Pair) -> float:
    """Tell whether the scopes rule each other out."""
    return -_flag(clash(pair.left.claim.scope, pair.right.claim.scope))


@feature(
    "same-place",
    high="both are of one place",
    higher=[("[17] people died in Oslo.", "In Oslo [21] people died.")],
    lower=[("[17] people died in Oslo.", "In Paris [21] people died.")],
)
def same_place(pair: Pair) -> float:
    """Tell whether one place is named for both."""
    place = pair.left.claim.scope.place
    return _flag(place and place == pair.right.claim.scope.place)


@feature(
    "other-place",
    low="they are of two places",
    higher=[("[17] people died in Oslo.", "In Oslo [21] people died.")],
    lower=[("[17] people died in Oslo.", "In Paris [21] people died.")],
)
def other_place(pair: Pair) -> float:
    """Tell whether two places are named for them."""
    return -_flag(elsewhere(pair.left.claim.scope, pair.right.claim.scope))


@feature(
    "same-time",
    high="both are of one time",
    higher=[("In May 2024 [17] people died.", "[21] people died in May 2024.")],
    lower=[("In May 2024 [17] people died.", "[21] people died in June 2024.")],
)
def same_time(pair: Pair) -> float:
    """Tell whether the times around them meet."""
    return _flag(_times(pair) > 0)


@feature(
    "other-time",
    low="they are of two times",
    higher=[("In May 2024 [17] people died.", "[21] people died in May 2024.")],
    lower=[("In May 2024 [17] people died.", "[21] people died in June 2024.")],
)
def other_time(pair: Pair) -> float:
    """Tell whether the times around them lie apart."""
    return -_flag(_times(pair) < 0)


@feature(
    "same-voice",
    high="one source vouches for both",
    higher=[_SPOKEN],
    lower=[_ELSEWHERE],
)
def same_voice(pair: Pair) -> float:
    """Tell whether one source vouches for both."""
    one, two = _surname(pair.left.claim.attribution), _surname(pair.right.claim.attribution)
    return _flag(one and one == two)


@feature(
    "other-voice",
    low="two sources vouch for them",
    higher=[_SPOKEN],
    lower=[_ELSEWHERE],
)
def other_voice(pair: Pair) -> float:
    """Tell whether two sources vouch for them."""
    one, two = _surname(pair.left.claim.attribution), _surname(pair.right.claim.attribution)
    return -_flag(one and two and one != two)


@feature(
    "neighbours-agree",
    high="both sentences share another value",
    higher=[("[17] people died and 43 were hurt.", "[21] people died and 43 were hurt.")],
    lower=[("[17] people died and 43 were hurt.", "[21] people died and 50 were hurt.")],
)
def neighbours_agree(pair: Pair) -> float:
    """Count how many other values the two sentences share, two at most."""
    return float(min(2, len(pair.left.beside & pair.right.beside)))


@feature(
    "neighbours-differ",
    low="the other values of the two sentences differ",
    higher=[("[17] people died and 43 were hurt.", "[21] people died and 43 were hurt.")],
    lower=[("[17] people died and 43 were hurt.", "[21] people died and 50 were hurt.")],
)
def neighbours_differ(pair: Pair) -> float:
    """Tell whether both sentences have other values, and none in common."""
    one, two = pair.left.beside, pair.right.beside
    return -_flag(one and two and one.isdisjoint(two))


@feature(
    "qualifiers",
    low="only one is qualified",
    higher=[("[17] people died.", "[21] people died.")],
    lower=[("[17] people died in total.", "At first [21] people died.")],
)
def qualifiers(pair: Pair) -> float:
    """Count the qualifiers that only one has: in total, so far, at first, since, each."""
    return -float(len(pair.left.qualifiers ^ pair.right.qualifiers))


@feature(
    "words-before",
    high="the words before them are alike",
    higher=[("The flood killed [17].", "Rain and a flood killed [21].")],
    lower=[("The flood killed [17].", "The mine owns [21].")],
)
def words_before(pair: Pair) -> float:
    """Measure the rare words among the five before each."""
    return pair.context.overlap("left", pair.left, pair.right)


@feature(
    "words-after",
    high="the words behind them are alike",
    higher=[("[17] miners died.", "[21] miners were dead.")],
    lower=[("[17] miners died.", "[21] lorries burnt.")],
)
def words_after(pair: Pair) -> float:
    """Measure the rare words among the five behind each."""
    return pair.context.overlap("right", pair.left, pair.right)


@feature(
    "same-word-before",
    high="the same word stands right before both",
    higher=[("It killed [17].", "Floods killed [21].")],
    lower=[("It killed [17].", "All of [21] died.")],
)
def same_word_before(pair: Pair) -> float:
    """Tell whether the very same word, small ones included, stands right before both."""
    return _flag(pair.left.word_before and pair.left.word_before == pair.right.word_before)


@feature(
    "same-word-after",
    high="the same word stands right behind both",
    higher=[("[17] of them died.", "[21] of them were dead.")],
    lower=[("[17] of them died.", "[21] in all were dead.")],
)
def same_word_after(pair: Pair) -> float:
    """Tell whether the very same word, small ones included, stands right behind both."""
    return _flag(pair.left.word_after and pair.left.word_after == pair.right.word_after)


@feature(
    "both-first",
    high="both are the first of their sort",
    higher=[_TOLL],
    lower=[(_TOLL[0], "A storm killed 9 people in May. The dam burst killed [21] people.")],
)
def both_first(pair: Pair) -> float:
    """Tell whether both are of one sort and the first of it in their articles, as main figures are."""
    return _flag(pair.left.first and pair.right.first and similarity.measure(pair) >= ONE_SORT)


@feature(
    "both-main",
    high="both are main figures of one sort",
    higher=[_TOLL],
    lower=[_OTHERS],
)
def both_main(pair: Pair) -> float:
    """Tell whether both stand in the lead and are of one sort."""
    return _flag(pair.left.leads and pair.right.leads and similarity.measure(pair) >= ONE_SORT)


@feature(
    "similarity",
    high="they are of one sort",
    low="they are of two sorts",
    higher=[_TOLL],
    lower=[_OTHERS],
)
def similarity(pair: Pair) -> float:
    """Ask the kind how alike the two are, their values apart."""
    kind = pair.left.kind
    if kind.similarity is None or kind.context >= 1:  # then it is about the values, which must stay hidden
        return _UNKNOWN
    return kind.similarity(pair.left.claim, pair.right.claim)


_UNKNOWN = 0.5


def _times(pair: Pair) -> int:
    """1 where the times around two claims meet, -1 where they lie apart, 0 where one is not known."""
    a, b = pair.left.claim.scope.time, pair.right.claim.scope.time
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return 0
    return 1 if a.earliest < b.latest and b.earliest < a.latest else -1


SAMENESS = (
    near_words, wider_words, words_met, sentence, passage, clause, shared_names, other_names, place_in_article,
    both_lead, one_leads, status, background, both_background, part, same_holder, other_holder, scopes, same_place,
    other_place,
    same_time, other_time, same_voice, other_voice, neighbours_agree, neighbours_differ, qualifiers, words_before,
    words_after, same_word_before, same_word_after, both_first, both_main, similarity,
)  # fmt: skip
"""The features of every kind, in the order in which they are measured."""
RIVALLED = (near_words, wider_words, words_met, sentence, clause, similarity)
"""Of these it is evidence, too, by how much a pair beats the best other pair of each of its claims."""
