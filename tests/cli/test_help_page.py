"""docs/reference/command-line.md shows what --help says; ``python tests/cli/test_help_page.py`` rewrites it."""

import re
from pathlib import Path

import click

from newsdiff.cli import app

PAGE = Path(__file__).parents[2] / "docs/reference/command-line.md"
VERBS = ("extract", "show", "calibrate", "plugins")


def shown() -> str:
    """The help of the command and of its verbs, 80 columns wide."""
    context = click.Context(app, info_name="newsdiff", terminal_width=80, **app.context_settings)
    texts = [app.get_help(context)]
    for verb in VERBS:
        command = app.commands[verb]
        texts.append(command.get_help(click.Context(command, info_name=verb, parent=context, terminal_width=80)))
    return "<!-- help -->\n```text\n" + "\n\n".join(texts) + "\n```\n"


def with_help(page: str) -> str:
    return re.sub(r"<!-- help -->\n```text\n.*?```\n", lambda _: shown(), page, flags=re.DOTALL)


def test_the_page_shows_what_help_says():
    page = PAGE.read_text(encoding="utf-8")

    assert page == with_help(page)
    assert "--held-back" in page


def test_every_option_says_what_it_does():
    for command in (app.commands["diff"], *(app.commands[verb] for verb in VERBS)):
        assert command.help
        assert [option.name for option in command.params if isinstance(option, click.Option) and not option.help] == []


if __name__ == "__main__":
    PAGE.write_text(with_help(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
