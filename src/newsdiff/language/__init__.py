"""English, for the core and for plugins: words, clauses, predicates, names, places, numerals, and the word lists.

Nothing here knows of articles or kinds of claims: every module takes text, words or clauses. Word lists stand in
``en/`` as tab-separated files, each with its source and licence in the first line; ``lexicon`` reads them.
"""
