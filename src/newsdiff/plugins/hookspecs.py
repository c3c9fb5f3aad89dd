"""What a plugin may implement. A hook's docstring is its contract."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from newsdiff.nouns.claims import Claim
    from newsdiff.nouns.formats import Reader, Renderer
    from newsdiff.nouns.kinds import ClaimKind
    from newsdiff.page.document import Document

hookspec = pluggy.HookspecMarker("newsdiff")
hookimpl = pluggy.HookimplMarker("newsdiff")


@hookspec
def newsdiff_claim_kinds() -> Iterable[ClaimKind]:  # type: ignore[empty-body]
    """Return the kinds of claim that your plugin brings; required.

    Called once, when plugins are loaded. Two plugins may not declare one kind; a plugin that finds more claims of
    another plugin's kind declares none and returns ``()``.
    """


@hookspec
def newsdiff_extract(document: Document) -> Iterable[Claim]:  # type: ignore[empty-body]
    """Return every claim of your kinds that *document* makes.

    Called once per article, in no promised order among plugins, never concurrently on one document. Spans point into
    ``document.text``. Return an empty list when there is nothing; raise only on a bug: an exception costs your claims
    on this article and is shown to the reader as "incomplete". Do not change the document, and do not keep it.
    """


@hookspec
def newsdiff_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """Return the file formats that your plugin reads; optional.

    Called once, when plugins are loaded. Readers of plugins are asked before newsdiff's own, so ``detects`` says yes
    only to what is surely of its format. A reader opens no file and no connection but the source it is given.
    """


@hookspec
def newsdiff_renderers() -> Iterable[Renderer]:  # type: ignore[empty-body]
    """Return the output formats that your plugin writes; optional.

    Called once, when plugins are loaded. A renderer of a plugin wins over newsdiff's own of the same name. It says
    first when the articles do not report one event, and never who is right.
    """


@hookspec
def newsdiff_likeness(left: tuple[str, ...], right: tuple[str, ...]) -> Sequence[Sequence[float]] | None:
    """Return how alike each text of *left* and each of *right* are, 0 to 1, by rows of *left*; None for no opinion.

    Optional; for plugins with a language model. Called for each pair of articles with the sentences of both, and with
    the wordings of claims that are aligned by wording (quotations). The larger of newsdiff's own figure and yours
    counts, so an opinion can only find more. Pure and symmetric: swapping the arguments transposes the table. An
    exception costs your opinion and is a note in the report.
    """
