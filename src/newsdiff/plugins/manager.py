"""The plugin manager: loaded on first use under a lock, strict, and it names the culprit.

pluggy's own entry-point loading lets a second distribution silently replace a plugin of the same name and turns one
failed import into a bare ModuleNotFoundError, so the loop over entry points is ours.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import pluggy
from attrs import field, frozen

from newsdiff.nouns.errors import (
    NoExtractorsError,
    PluginConflictError,
    PluginContractError,
    PluginError,
    PluginHookError,
    PluginLoadError,
    UnknownKindError,
)
from newsdiff.nouns.formats import Reader, Renderer
from newsdiff.nouns.kinds import ClaimKind
from newsdiff.plugins import hookspecs

GROUP = "newsdiff"
VARIABLE = "NEWSDIFF_PLUGINS"
RESERVED = frozenset({"statement", "event"})  # kinds that newsdiff makes itself
log = logging.getLogger(__name__)
T = TypeVar("T")


@frozen
class Plugin:
    """One loaded plugin."""

    name: str
    """Entry-point name."""
    version: str
    module: Any = field(repr=False)
    kinds: tuple[ClaimKind, ...] = ()
    extract: Callable[..., Any] | None = field(default=None, repr=False)
    readers: tuple[Reader, ...] = field(default=(), repr=False)
    renderers: tuple[Renderer, ...] = field(default=(), repr=False)
    likeness: Callable[..., Any] | None = field(default=None, repr=False)


class Plugins:
    """A set of plugins that were loaded and checked; build one with ``load`` or ``from_modules``."""

    def __init__(self, manager: pluggy.PluginManager, versions: Mapping[str, str]) -> None:
        self.manager = manager
        self._plugins = {name: _described(manager, name, versions[name]) for name in sorted(versions)}
        self.kinds: dict[str, ClaimKind] = {}
        owners: dict[str, str] = {}
        for plugin in self._plugins.values():
            for kind in plugin.kinds:
                if kind.name in RESERVED:
                    raise PluginConflictError(plugin.name, f"declares the kind {kind.name!r}, which newsdiff makes")
                if kind.name in owners:
                    owner = owners[kind.name]
                    also = "a second time" if owner == plugin.name else f"which plugin {owner!r} declares too"
                    raise PluginConflictError(plugin.name, f"declares the kind {kind.name!r}, {also}")
                owners[kind.name], self.kinds[kind.name] = plugin.name, kind

    def __iter__(self) -> Any:
        return iter(self._plugins.values())

    def __len__(self) -> int:
        return len(self._plugins)

    def __repr__(self) -> str:
        return f"Plugins({', '.join(f'{plugin.name} {plugin.version}' for plugin in self)})"

    @property
    def names(self) -> tuple[str, ...]:
        """Entry-point names, sorted."""
        return tuple(self._plugins)

    @property
    def readers(self) -> tuple[Reader, ...]:
        """Readers that plugins bring, in the order of plugin names."""
        return tuple(reader for plugin in self._plugins.values() for reader in plugin.readers)

    @property
    def renderers(self) -> tuple[Renderer, ...]:
        """Renderers that plugins bring, in the order of plugin names."""
        return tuple(renderer for plugin in self._plugins.values() for renderer in plugin.renderers)

    def kind(self, name: str) -> ClaimKind:
        """Return the kind *name*; raises UnknownKindError."""
        try:
            return self.kinds[name]
        except KeyError:
            raise UnknownKindError(name, self.kinds) from None

    def choose(self, names: Iterable[str]) -> Plugins:
        """Return only the plugins in *names*, or all but those written with a leading "-".

        Raises PluginError for a name that is not loaded and NoExtractorsError when none is left.
        """
        kept = _chosen(set(self._plugins), names)
        return from_modules(
            {name: plugin.module for name, plugin in self._plugins.items() if name in kept},
            {name: plugin.version for name, plugin in self._plugins.items()},
        )


def _chosen(known: set[str], names: Iterable[str]) -> set[str]:
    wanted = [name.strip() for name in names if name.strip()]
    for name in wanted:
        if name.removeprefix("-") not in known:
            raise PluginLoadError(
                name.removeprefix("-"),
                f"is not installed, or blocked by {VARIABLE}; there are: {', '.join(sorted(known)) or 'none'}",
            )
    only = {name for name in wanted if not name.startswith("-")} or known
    kept = only - {name[1:] for name in wanted if name.startswith("-")}
    if known and not kept:
        raise NoExtractorsError("every plugin is blocked, so nobody would look; choose at least one")
    return kept


def _described(manager: pluggy.PluginManager, name: str, version: str) -> Plugin:
    module: Any = manager.get_plugin(name)
    callers = {caller.name: caller for caller in manager.get_hookcallers(module) or ()}
    if not callers:
        raise PluginHookError(name, "has no newsdiff hook; mark functions with @newsdiff.hookimpl")
    if "newsdiff_claim_kinds" not in callers:
        raise PluginHookError(name, "does not implement newsdiff_claim_kinds, which is required; return () for none")
    functions = {
        hook: _function(name, hook, [impl for impl in caller.get_hookimpls() if impl.plugin is module])
        for hook, caller in callers.items()
    }
    kinds = _declared(name, functions, "newsdiff_claim_kinds", ClaimKind)
    readers = _declared(name, functions, "newsdiff_readers", Reader)
    renderers = _declared(name, functions, "newsdiff_renderers", Renderer)
    extract, likeness = functions.get("newsdiff_extract"), functions.get("newsdiff_likeness")
    return Plugin(name, version, module, kinds, extract, readers, renderers, likeness)


def _function(name: str, hook: str, impls: list[Any]) -> Callable[..., Any]:
    """What to call for a hook; pluggy lets an implementation leave out arguments that it does not need."""
    if len(impls) > 1:
        raise PluginHookError(name, f"implements {hook} {len(impls)} times")
    (impl,) = impls
    if impl.hookwrapper or impl.wrapper:
        raise PluginHookError(name, f"implements {hook} as a wrapper; newsdiff calls every plugin alone")
    function: Callable[..., Any] = impl.function
    return function if impl.argnames or hook != "newsdiff_extract" else lambda document: function()


def _declared(name: str, functions: Mapping[str, Callable[..., Any]], hook: str, type_: type[T]) -> tuple[T, ...]:
    """What a hook that declares things returns, checked; nothing when the plugin does not implement it."""
    if hook not in functions:
        return ()
    try:
        returned = functions[hook]()
        declared = tuple(returned) if isinstance(returned, Iterable) else None
    except (Exception, SystemExit) as error:
        raise PluginLoadError(name, f"{hook} raised {type(error).__name__}: {error}") from error
    if declared is None:
        raise PluginContractError(name, f"{hook} returned {returned!r}; return an iterable of {type_.__name__} objects")
    for item in declared:
        if not isinstance(item, type_):
            raise PluginContractError(name, f"{hook} returned {item!r}; return {type_.__name__} objects")
    return declared


def from_modules(modules: Mapping[str, Any], versions: Mapping[str, str] | None = None) -> Plugins:
    """Build a set of plugins from modules or objects with hooks, as tests and notebooks do."""
    manager = pluggy.PluginManager("newsdiff")
    manager.add_hookspecs(hookspecs)
    for name in sorted(modules):
        try:
            manager.register(modules[name], name=name)
        except pluggy.PluginValidationError as error:
            raise PluginHookError(name, str(error)) from error
        except ValueError as error:  # the same module under two names
            raise PluginConflictError(name, str(error)) from error
        _check_names(manager, name)
    return Plugins(manager, {name: (versions or {}).get(name, _version_of(modules[name])) for name in modules})


def _check_names(manager: pluggy.PluginManager, name: str) -> None:
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise PluginHookError(name, f"implements a hook that newsdiff does not have: {error}") from error


def _version_of(module: Any) -> str:
    return str(getattr(module, "__version__", "0"))


def load(names: Iterable[str] = (), *, within: Iterable[str] = ()) -> Plugins:
    """Load the installed plugins anew: all, only *names*, or all but those written with a leading "-".

    *within* chooses or blocks before *names* does.

    A plugin that is not chosen is not imported, so a broken one can be blocked. Raises PluginError subclasses that name
    the culprit.
    """
    from importlib.metadata import entry_points  # costs 15 ms, so only when plugins are needed

    modules: dict[str, Any] = {}
    versions: dict[str, str] = {}
    sources: dict[str, tuple[str, str]] = {}
    entries = sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value))
    chosen = _chosen(_chosen({entry.name for entry in entries}, within), names)
    for entry in entries:
        source = (_normal(entry.dist.name) if entry.dist else "?", entry.value)
        if entry.name not in chosen or sources.get(entry.name) == source:
            continue  # blocked, or one distribution seen twice on sys.path
        if entry.name in modules:
            raise PluginConflictError(
                entry.name, f"is claimed by {sources[entry.name][0]} and by {source[0]}; uninstall one of them"
            )
        try:
            modules[entry.name] = entry.load()
        except (Exception, SystemExit) as error:
            raise PluginLoadError(
                entry.name,
                f"cannot be imported from {entry.value!r} (distribution {source[0]}): {type(error).__name__}: {error}",
            ) from error
        versions[entry.name] = entry.dist.version if entry.dist else "0"
        sources[entry.name] = source
    log.debug("loaded plugins: %s", ", ".join(modules))
    return from_modules(modules, versions)


def _normal(distribution: str) -> str:
    """The name of a distribution as package indexes compare it."""
    return distribution.lower().replace("_", "-").replace(".", "-")


# Reentrant: a plugin that asks for the plugins while it is being imported gets an error and not a deadlock.
_lock = threading.RLock()
_loaded: dict[tuple[str, ...], Plugins] = {}


def default_plugins() -> Plugins:
    """Return the installed plugins, loaded once; ``NEWSDIFF_PLUGINS=dates`` chooses, ``=-groups`` blocks."""
    return _installed(())


def _installed(names: tuple[str, ...]) -> Plugins:
    within = os.environ.get(VARIABLE, "")
    with _lock:
        if (within, *names) not in _loaded:
            _loaded[within, *names] = load(names, within=within.split(","))
        return _loaded[within, *names]


def resolve(plugins: Plugins | Iterable[str] | None) -> Plugins:
    """Return the plugins a caller means: a set of its own, names to choose or block, or the default.

    Names are chosen before anything is imported, so that a broken plugin can be blocked; an empty list of names chooses
    nothing and is an error.
    """
    if isinstance(plugins, Plugins):
        return plugins
    if isinstance(plugins, str):
        raise PluginError(plugins, f"pass a list of names, not a string: plugins=[{plugins!r}]")
    if plugins is None:
        return _installed(())
    names = tuple(plugins)
    if not all(isinstance(name, str) for name in names):
        raise PluginError(repr(names), "pass names of plugins, or newsdiff.plugins.from_modules(...) for modules")
    if not names:
        raise NoExtractorsError("plugins is empty, so nobody would look; leave it out for all plugins")
    return _installed(names)
