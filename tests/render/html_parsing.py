"""Whether a page is well-formed, and what is in it."""

import re
from html.parser import HTMLParser

_VOID = {"meta", "input", "br", "img", "link", "hr"}


class Checker(HTMLParser):
    """Collects tags, ids and links, and sees that every element is closed where it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.bad: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop() != tag:
            self.bad.append(tag)

    handle_startendtag = HTMLParser.handle_startendtag


def parsed_page(page: str) -> Checker:
    checker = Checker()
    checker.feed(re.sub(r"<(rect|path|line|circle)\b([^<>]*)/>", r"<\1\2></\1>", page))
    checker.close()
    return checker
