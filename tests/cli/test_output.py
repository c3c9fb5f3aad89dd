"""Which format an output is written in."""

from newsdiff import Renderer, hookimpl
from newsdiff.cli._output import format_for, renderers
from newsdiff.plugins import from_modules


def test_a_plugin_brings_a_format_and_wins_over_ours():
    class Quiet:
        @hookimpl
        def newsdiff_claim_kinds(self):
            return ()

        @hookimpl
        def newsdiff_renderers(self):
            return [Renderer("line", lambda result: "one line", (".line",)), Renderer("csv", lambda result: "mine")]

    plugins = from_modules({"quiet": Quiet()})
    assert renderers(plugins)["csv"].render(None) == "mine"
    assert format_for(None, "out.line", plugins) == "line"
