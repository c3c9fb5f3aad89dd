"""Every error newsdiff raises on purpose; each carries its evidence as attributes.

NewsdiffError
├── ArticleError            an article, or a file that should hold one, cannot be used
│   └── ReadError           a path that no reader can turn into an article
├── ClaimError              a claim or span that does not fit its text
├── UnknownKindError        a kind of claim that no loaded plugin declares
├── NoExtractorsError       nobody would look: no plugin, or none left after choosing
├── SchemaError             a document in a format or version this newsdiff does not know
├── WeightsError            a file of fitted weights cannot be used, or too few examples were given to fit one
└── PluginError             a plugin misbehaved; ``plugin`` is its entry-point name
    ├── PluginLoadError     it cannot be imported
    ├── PluginConflictError two plugins claim one name or one kind
    ├── PluginHookError     it has no hook, an unknown hook, or a hook with wrong arguments
    └── PluginContractError it returned something that the hook's contract forbids
"""

from collections.abc import Iterable


class NewsdiffError(Exception):
    """Base of every error that newsdiff raises on purpose."""


class ArticleError(NewsdiffError, ValueError):
    """An article cannot be used as given; ``article`` is its id or path."""

    def __init__(self, article: str | None, message: str) -> None:
        super().__init__(f"article {article!r}: {message}" if article else f"article: {message}")
        self.article = article


class ReadError(ArticleError):
    """A file cannot be read as an article; ``path`` names it."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(path, message)
        self.path = path


class ClaimError(NewsdiffError, ValueError):
    """A claim or span does not fit the text it points into; ``span`` is (start, end)."""

    def __init__(self, message: str, span: tuple[int, int] | None = None) -> None:
        super().__init__(message)
        self.span = span


class UnknownKindError(NewsdiffError, ValueError):
    """A kind of claim was asked for that no loaded plugin declares."""

    def __init__(self, kind: str, known: Iterable[str]) -> None:
        self.kind, self.known = kind, tuple(sorted(known))
        super().__init__(f"no loaded plugin declares the kind {kind!r}; known kinds: {', '.join(self.known) or 'none'}")


class NoExtractorsError(NewsdiffError):
    """There is no extractor, so nobody would look and an empty result would mean nothing."""

    def __init__(self, message: str = "no extractor plugin is installed; try: pip install newsdiff") -> None:
        super().__init__(message)


class SchemaError(NewsdiffError, ValueError):
    """A document names a schema or version that this newsdiff cannot read; ``found`` is what it says."""

    def __init__(self, found: object, message: str) -> None:
        super().__init__(message)
        self.found = found


class WeightsError(NewsdiffError, ValueError):
    """A file of fitted weights cannot be used, or cannot be fitted; ``path`` names it."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"weights {path!r}: {message}")
        self.path = path


class PluginError(NewsdiffError):
    """A plugin misbehaved; ``plugin`` is its entry-point name."""

    def __init__(self, plugin: str, message: str) -> None:
        super().__init__(f"plugin {plugin!r}: {message}")
        self.plugin = plugin


class PluginLoadError(PluginError):
    """A plugin cannot be imported; the cause is chained."""


class PluginConflictError(PluginError):
    """Two plugins claim the same name or declare the same kind."""


class PluginHookError(PluginError):
    """A plugin has no newsdiff hook, an unknown one, or one with wrong arguments."""


class PluginContractError(PluginError):
    """A plugin returned something that the contract of its hook forbids."""
