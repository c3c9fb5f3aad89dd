"""How sure a speaker is, by the way in which it was read: measured, not guessed.

A way is where the mention stands and what it is: "behind, person" for “…,” Ruiz said. ``docs/fit_speakers.py`` counts
on annotated news how often each way names the right speaker, and on articles that print one quotation how often two
ways disagree.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from newsdiff.language.lexicon import table
from newsdiff_quotes._speakers import Speaker

READINGS = Path(__file__).parent / "data" / "readings.tsv"
# Where the mention stands, by the name that the reader of attributions gives to it.
_PLACES = {
    "Q S V": "behind", "Q V S": "behind", "cue": "before", "later": "later", "according": "according to",
    "shared": "shared verb", "weak": "no verb of speech", "label": "label", "transcript": "label",
    "lead": "sentence before", "continued": "continued", "inherited": "continued from the paragraph before",
    "paragraph before": "paragraph before", "header": "header", "signature": "signature", "carry": "carried on",
}  # fmt: skip
# A pronoun is read more surely than another where one person is this likely (measured: right in 92% above, 77% below).
_SURE = 0.8
# Of a way that was hardly seen, nothing better is known than of all ways of that place.
PRIOR = 4.0  # readings that this counts as (guess)


def reading(how: str, who: Speaker) -> str | None:
    """Return the way in which a speaker was read, or None where nobody was.

    >>> reading("Q S V", Speaker("Ana Ruiz", person=True))
    'behind, person'
    """
    if who.name is None:
        return None
    if who.share is not None:
        what = "pronoun" if who.share >= _SURE else "pronoun of several"
    elif who.person:
        what = "person" if " " in who.name or who.title else "single name"
    else:
        what = "body" if who.name[0].isupper() else "description"
    return f"{_PLACES[how]}, {what}"


@cache
def _shares() -> dict[str, float]:
    return {name: float(share) for name, share, *_ in table(READINGS)}


def certainty(way: str | None) -> float | None:
    """Return the measured probability that a speaker read in this *way* is right.

    >>> certainty("behind, person") > certainty("sentence before, pronoun of several")
    True
    """
    if way is None:
        return None
    shares = _shares()
    return shares[way] if way in shares else shares.get(way.partition(", ")[0], shares["any"])
