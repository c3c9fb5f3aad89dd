"""Sentence boundaries: abbreviations, initials, closing quotes, "No. 5", "U.S.", ellipses."""

from __future__ import annotations

import regex

from newsdiff.spans import Span

# The end of a sentence: marks, closing quotes and brackets, white space, then something that can open a sentence.
_END = regex.compile(r"""[.!?…]+["”’'»)\]]{0,4}(?=(\s+)["“‘'«(\[]{0,3}([\p{Lu}\p{Lt}\p{Lo}\p{Nd}]|[$£€]))""")
_WORD_BEFORE = regex.compile(r"[\p{L}\p{Nd}.&'’-]*$")

# Never end a sentence: titles and ranks stand before a name, "No." before a number.
_TITLES = frozenset(
    "mr mrs ms mx messrs dr prof rev fr sr st gen lt col maj capt cmdr cpl sgt adm brig sen rep gov pres amb hon supt"
    " insp det const sec treas dir pvt vs no nos art fig ft mt pp vol ch sgt".split()
)
# End a sentence only before a capital that is not part of the same name.
_OTHER = frozenset(
    "jr sr inc ltd co corp plc bros llc jan feb mar apr jun jul aug sep sept oct nov dec etc est al approx".split()
)


def split(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences of ``text[start:end]``, one paragraph.

    >>> [s.of("Gen. Diaz left. He was 5.") for s in split("Gen. Diaz left. He was 5.", 0, 25)]
    ['Gen. Diaz left.', 'He was 5.']
    """
    found, begin = [], start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if (
            match.group()[0] == "."
            and len(match.group()) == 1
            and not _ends(text, begin, match.start(), match.group(2))
        ):
            continue
        found.append(Span(begin, stop))
        begin = match.end(1)
    if begin < end:
        found.append(Span(begin, end))
    return found


def _ends(text: str, begin: int, dot: int, following: str) -> bool:
    word = _WORD_BEFORE.search(text, max(begin, dot - 24), dot)
    before = word.group() if word else ""
    plain = before.lower().rstrip(".")
    if plain in _TITLES:
        return plain == "no" and not following.isdigit()
    if plain in _OTHER:
        return not following.isdigit()
    # Initials ("J. Smith") and dotted acronyms ("U.S. Army"): no boundary, unless a lone "I." or the like.
    return not (len(before) == 1 and before.isupper() and before != "I") and not (
        "." in before and all(len(part) == 1 for part in before.split(".") if part)
    )
