"""Short forms of an article's words for sentences and tables."""


def excerpt(words: str, width: int = 90) -> str:
    """Return *words* on one line, cut between words.

    >>> excerpt("At least  nine people\\ndied", 12)
    'At least…'
    """
    line = " ".join(words[: 4 * width].split())
    if len(line) <= width and len(words) <= 4 * width:
        return line
    cut = line[: width - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"
