"""Closed classes of English words, and what a single word of a clause is: negation, auxiliary, adverb."""

from __future__ import annotations

from newsdiff.language.clauses import Word
from newsdiff.language.english import lexicon

NEGATIONS = frozenset("not n't never cannot neither nor without nobody none no".split())
FUTURE = frozenset("will would shall 'll ll won't wouldn't won’t wouldn’t".split())
ABLE = frozenset("can cannot can't can’t".split())
MODALS = frozenset("would could may might should must if unless whether can will shall 'll to".split())
AUXILIARIES = lexicon.words("be", "have", "do", "get", "clitic-verb")
BE = lexicon.words("be")
COPULAS = frozenset("is are was were be been being remain remained remains stay stayed seem seemed found plead".split())
COPULAS |= frozenset("pleaded declared became become kept still".split())
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your of in on at by for from with into over under no"
    " some any each every another both all several many few more less most first second last next new recent".split()
)
PRONOUNS = frozenset("he she it they we i you who which that there".split())
# Whose past is their base form: "the bank cut its rate".
INVARIANT = frozenset("cut hit hurt shut quit split set put beat cost".split())
_IN_LY = frozenset("family july italy assembly ally rally supply reply bully monopoly anomaly elderly jelly".split())
PREPOSITIONS = frozenset("on in at for against with over about between from near inside outside after".split())
# "failed to", "refused to", "denied having"
FAILING = frozenset("fail refuse decline unable yet deny reject".split())
# "plans to close", "is to close", "agreed to close": what will be done, as far as anybody can say.
INTENDS = frozenset(
    "plan intend prepare promise pledge vow agree decide set due schedule go ready about resolve undertake".split()
)


def is_negation(lower: str) -> bool:
    """Tell whether a form negates: "not", "nobody", "don't"."""
    return lower in NEGATIONS or lower[-2:] in ("'t", "’t")


def is_auxiliary(word: Word) -> bool:
    """Tell whether a word is an auxiliary, a modal or a negation: what shows that a clause has its verb here."""
    return word.lower in AUXILIARIES or (word.lower in MODALS and word.lower != "to") or is_negation(word.lower)


def is_adverb(lower: str) -> bool:
    """Tell whether a form reads as an adverb in -ly."""
    return lower.endswith("ly") and lower not in _IN_LY
