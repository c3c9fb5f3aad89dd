"""Groups that an article counts among others: "the opposition and other terrorists" calls the opposition terrorists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsdiff.language import english
from newsdiff.language.idioms import Idiom
from newsdiff_groups._labels import Generic
from newsdiff_groups._organisations import Mention
from newsdiff_groups._words import Label, labels

_OTHER = Idiom(
    "others of the sort",
    rf"(?:(?:{english.lexicon.pattern('vague-count')}|dozens of) )?other ",
    examples=("several other gangs", "dozens of other gangs", "other gangs"),
    others=("otherwise gangs", "several others"),
)
_LINK = re.compile(r"[\"”’]?,?\s(and|or|from|as well as)\s$")
# Only who is parted "from other terrorists" is one; whoever comes from another group is not.
_PARTING = Idiom(
    "one is parted from others",
    r"\b(?:separat|distinguish|tell|split|divid|differ)\w*\b[^.;]*$",
    examples=("Nobody can distinguish the front", "what separates the league"),
    others=("The league came", "It split. The league came"),
)
# Code points before a label that its link may take, and before that for a verb of parting (guess).
_REACH, _FAR = 14, 80
_LOADED = 2


def members(text: str, found: Sequence[Generic], mentions: Sequence[Mention]) -> Iterator[tuple[int, Generic, str]]:
    """Yield what is counted among others by a label that is more loaded, as Hearst (1992) reads "A and other B".

    Each with the place where it starts, the label, and whose it is: an organisation's name, or the class of another
    label. Source: M. A. Hearst, Automatic acquisition of hyponyms from large text corpora, COLING 1992.
    """
    organisations = {mention.end: mention for mention in mentions}
    ends = {generic.end: generic for generic in found}
    for generic in found:
        label = labels()[generic.head]
        if not _OTHER.match(text, generic.start) or label.load < _LOADED:
            continue
        link = _LINK.search(text, max(generic.start - _REACH, 0), generic.start)
        if link is None:
            continue
        at = link.start()
        if link[1] == "from" and not _PARTING.search(text, max(at - _FAR, 0), at):
            continue
        if at in organisations:
            yield organisations[at].start, generic, organisations[at].name
        elif at in ends and (whose := _class(labels()[ends[at].head], label)):
            yield ends[at].start, generic, whose


def _class(member: Label, label: Label) -> str | None:
    """Return the class of a member where the label says more of it."""
    if member.of_state or member.family == "captive":  # "the army and other militias" names two sorts
        return None
    return member.kind if member.load < label.load else None
