"""Closed classes of English words, and what a single word of a clause is: negation, auxiliary, adverb."""

from __future__ import annotations

from newsdiff.language.clauses import Word
from newsdiff.language.english import lexicon

NEGATIONS = lexicon.words("negation")
FUTURE = lexicon.words("future-auxiliary")
ABLE = lexicon.words("ability-modal")
MODALS = lexicon.words("modal", "conditional", "future-auxiliary")
AUXILIARIES = lexicon.words("be", "have", "do", "get", "clitic-verb")
BE = lexicon.words("be")
COPULAS = lexicon.words("be", "copula")
PREPOSITIONS = lexicon.words("preposition") - {"of", "to"}
"""Prepositions of adverbials; "of" links a noun to its complement, "to" may open an infinitive."""
DETERMINERS = lexicon.words(
    "article", "demonstrative", "possessive", "quantifier", "sequence-adjective", "common-preposition"
)
"""What a noun follows: behind these, a bare form is no verb."""
PRONOUNS = lexicon.words("subject-pronoun", "relative-pronoun")
BARE = lexicon.words("bare-opener")
INVARIANT = lexicon.words("invariant-verb")
FAILING = lexicon.words("failing-verb")
INTENDS = lexicon.words("intention-word")
_IN_LY = lexicon.words("ly-noun")


def is_negation(lower: str) -> bool:
    """Tell whether a form negates: "not", "nobody", "don't"."""
    return lower in NEGATIONS or lower.endswith("'t")


def is_auxiliary(word: Word) -> bool:
    """Tell whether a word is an auxiliary, a modal or a negation: what shows that a clause has its verb here."""
    return word.lower in AUXILIARIES or word.lower in MODALS or is_negation(word.lower)


def is_adverb(lower: str) -> bool:
    """Tell whether a form reads as an adverb in -ly."""
    return lower.endswith("ly") and lower not in _IN_LY
