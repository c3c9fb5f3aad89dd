"""``python -m newsdiff`` and the ``newsdiff`` command."""

import sys


def main() -> None:
    """Run the command line; a mistake of the user's ends in one line on standard error and exit code 2."""
    from newsdiff.cli import run  # click is imported by those who type a command

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
