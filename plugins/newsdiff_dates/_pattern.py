"""The notation of the rules, parsed into an expression of ``re`` over class characters.

    word        a class of data/words.tsv, or a macro        [one two]   any of some classes
    <n:word>    a group the builder reads as hit["n"]        (a|b)?      as in re, also {0,3} and (?!...) (?=...)
    space       white space that may stand there

Parsing also finds out which classes a rule can start with and which it can contain: the few rules that could match at
a place are then known without trying the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import frozen

from newsdiff_dates._lexicon import SPACE, classes

_TOKEN = re.compile(r"\(\?[!=]|<[a-z0-9_]+:|[a-z_]+|\{[0-9,]+\}|[()>|? ]|\[[a-z_ ]+\]")
_NOTHING: frozenset[str] = frozenset()


@frozen
class Node:
    """A parsed piece: its expression, the classes it can start with, contain and must contain, may it be empty."""

    source: str
    first: frozenset[str] = _NOTHING
    members: frozenset[str] = _NOTHING
    needs: frozenset[str] = _NOTHING
    empty: bool = False


def parse(pattern: str, macro: Callable[[str], Node | None]) -> Node:
    """Return the parsed *pattern*; *macro* gives the node of a macro, or None for a name that is a class.

    >>> parse("[the a]? unit", lambda name: None).empty
    False
    """
    tokens = _TOKEN.findall(pattern)
    if "".join(tokens) != pattern:
        raise ValueError(f"not in the notation of the rules: {pattern!r}")
    node, rest = _choice(tokens, 0, macro)
    if rest != len(tokens):
        raise ValueError(f"unbalanced: {pattern!r}")
    return node


def _choice(tokens: list[str], at: int, macro: Callable[[str], Node | None]) -> tuple[Node, int]:
    node, at = _sequence(tokens, at, macro)
    options = [node]
    while at < len(tokens) and tokens[at] == "|":
        node, at = _sequence(tokens, at + 1, macro)
        options.append(node)
    if len(options) == 1:
        return node, at
    return Node(
        "|".join(option.source for option in options),
        frozenset().union(*(option.first for option in options)),
        frozenset().union(*(option.members for option in options)),
        frozenset.intersection(*(option.needs for option in options)),
        any(option.empty for option in options),
    ), at


def _sequence(tokens: list[str], at: int, macro: Callable[[str], Node | None]) -> tuple[Node, int]:
    source, first, members, needs, empty = "", _NOTHING, _NOTHING, _NOTHING, True
    while at < len(tokens) and tokens[at] not in ("|", ")", ">"):
        node, at = _atom(tokens, at, macro)
        if at < len(tokens) and (tokens[at] == "?" or tokens[at][0] == "{"):
            node = Node(f"(?:{node.source}){tokens[at]}", node.first, node.members, empty=tokens[at][:2] in ("?", "{0"))
            at += 1
        source += node.source
        members |= node.members
        needs |= node.needs
        first = first | node.first if empty else first
        empty = empty and node.empty
    return Node(source, first, members, needs, empty), at


def _atom(tokens: list[str], at: int, macro: Callable[[str], Node | None]) -> tuple[Node, int]:
    token = tokens[at]
    if token == SPACE:
        return Node(" {0,2}", empty=True), at + 1
    if token[0] in "(<":
        inner, stop = _choice(tokens, at + 1, macro)
        if stop >= len(tokens) or tokens[stop] != (">" if token[0] == "<" else ")"):
            raise ValueError(f"unbalanced: {''.join(tokens)!r}")
        if token in ("(?!", "(?="):
            return Node(f"{token}{inner.source})", empty=True), stop + 1
        opening = f"(?P<{token[1:-1]}>" if token[0] == "<" else "(?:"
        return Node(f"{opening}{inner.source})", inner.first, inner.members, inner.needs, inner.empty), stop + 1
    if token[0] == "[":
        chars = frozenset(classes()[name] for name in token[1:-1].split())
        return Node(f"[{''.join(sorted(chars))}]", chars, chars), at + 1
    known = macro(token)
    if known is not None:
        return Node(f"(?:{known.source})", known.first, known.members, known.needs, known.empty), at + 1
    if token not in classes():
        raise ValueError(f"no class or macro {token!r} in {''.join(tokens)!r}")
    char = classes()[token]
    return Node(char, frozenset(char), frozenset(char), frozenset(char)), at + 1
