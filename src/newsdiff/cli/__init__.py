"""The command line: ``newsdiff A B [C ...]`` and its verbs, with exit codes as diff(1) has them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from newsdiff import __version__
from newsdiff.cli._authors import evaluate, new_plugin
from newsdiff.cli._calibrate import calibrate
from newsdiff.cli._diff import diff
from newsdiff.cli._verbs import extract, plugins, show
from newsdiff.nouns.errors import NewsdiffError

NO_DISCREPANCY, DISCREPANCIES, TROUBLE = 0, 1, 2


class _DiffByDefault(click.Group):
    """A group in which anything that is not a verb belongs to ``diff``: ``newsdiff A B``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in {"--help", "-h", "--version"}:
            args = ["diff", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[OPTIONS] ARTICLE ARTICLE [ARTICLE ...]")
        formatter.write_usage(ctx.command_path, "VERB [OPTIONS] ...", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        diff.format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@click.group(cls=_DiffByDefault, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="newsdiff")
def app() -> None:
    """Report how articles of different outlets on one event disagree, with the exact words on both sides.

    ARTICLE is a file (text, Markdown, HTML, JSON, a feed ...) or "-" for standard input. Nothing is fetched from the
    network. Exit code: 0 no discrepancy shown, 1 discrepancies, 2 trouble (not the same event, unreadable input,
    something was not looked at).
    """


for _command in (diff, extract, plugins, show, evaluate, calibrate, new_plugin):
    app.add_command(_command)


def run(args: Sequence[str]) -> int:
    """Run the command *args* and return its exit code; errors of newsdiff and of the user become one line."""
    try:
        code = app.main(args=list(args), prog_name="newsdiff", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return TROUBLE
    except NewsdiffError as error:
        click.echo(f"newsdiff: {error}", err=True)
        return TROUBLE
    except (click.Abort, KeyboardInterrupt):
        click.echo("newsdiff: interrupted", err=True)
        return 130
    except BrokenPipeError:  # the reader of our output has seen enough (newsdiff ... | head)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return TROUBLE
    return code if isinstance(code, int) else NO_DISCREPANCY
