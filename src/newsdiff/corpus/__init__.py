"""Many articles: which of them report one event, and what each says of every fact.

:func:`compare` makes the matrix of facts and outlets for articles on one event; :func:`candidate_pairs` finds, in a
large mixed collection, the pairs that are worth a look.
"""

from newsdiff.corpus.candidates import candidate_pairs
from newsdiff.corpus.comparing import compare

__all__ = ["candidate_pairs", "compare"]
