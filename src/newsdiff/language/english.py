"""English: its one lexicon and its one tokenizer.

    from newsdiff.language import english

    english.lexicon.has("were", "auxiliary")
    english.tokens("At least 12 people were hurt.")

The lexicon reads its file on first use; the tokens of an article are kept as ``document.tokens``.
"""

from newsdiff.language.lexicon import ENGLISH, Lexicon
from newsdiff.language.tokens import Tokens, tokens

__all__ = ["Tokens", "lexicon", "tokens"]

lexicon = Lexicon(ENGLISH)
