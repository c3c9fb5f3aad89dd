"""Loading plugins: strict, once, and the culprit is named."""

import importlib
import importlib.metadata
import sys
import threading
from types import SimpleNamespace

import pytest

import newsdiff
from newsdiff import ClaimKind
from newsdiff.nouns.errors import (
    NewsdiffError,
    NoExtractorsError,
    PluginConflictError,
    PluginContractError,
    PluginError,
    PluginHookError,
    PluginLoadError,
    UnknownKindError,
)
from newsdiff.plugins import from_modules
from newsdiff.plugins import manager as plugins


def module(*kinds, extract=None, **hooks):
    """An object with hooks, as a plugin module has them."""
    functions = {"newsdiff_claim_kinds": lambda: kinds, **hooks}
    if extract is not None:
        functions["newsdiff_extract"] = extract
    return SimpleNamespace(**{name: newsdiff.hookimpl(specname=name)(hook) for name, hook in functions.items()})


class Installed:
    """Stands in for the entry points of the environment."""

    def __init__(self, monkeypatch, folder):
        self.entries, self.folder = [], folder
        self.monkeypatch = monkeypatch
        monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: [*self.entries])
        monkeypatch.setattr(plugins, "_loaded", {})
        monkeypatch.delenv(plugins.VARIABLE, raising=False)
        monkeypatch.syspath_prepend(str(folder))

    def add(self, name, code="", *, dist="somebody", version="1.0", target=None):
        target = target or f"planted_{name}_{len(self.entries)}"
        (self.folder / f"{target}.py").write_text(code)
        self.monkeypatch.delitem(sys.modules, target, raising=False)
        importlib.invalidate_caches()
        self.entries.append(Entry(name, target, dist, version))
        return target


class Entry:
    def __init__(self, name, value, dist, version):
        self.name, self.value = name, value
        self.dist = SimpleNamespace(name=dist, version=version) if dist else None

    def load(self):
        return importlib.import_module(self.value)


GOOD = """
import newsdiff
@newsdiff.hookimpl
def newsdiff_claim_kinds():
    return [newsdiff.ClaimKind("{kind}", str)]
@newsdiff.hookimpl
def newsdiff_extract(document):
    return [newsdiff.Claim.at(document, (0, 1), kind="{kind}", value="x")]
"""


@pytest.fixture
def installed(monkeypatch, tmp_path):
    return Installed(monkeypatch, tmp_path)


# Building a set


def test_kinds_and_names_are_sorted_whatever_the_order_given():
    one, two = module(ClaimKind("mood")), module(ClaimKind("byline"))

    for modules in ({"b": one, "a": two}, {"a": two, "b": one}):
        loaded = from_modules(modules)
        assert loaded.names == ("a", "b")
        assert list(loaded.kinds) == ["byline", "mood"]
        assert repr(loaded) == "Plugins(a 0, b 0)"
        assert len(loaded) == 2


def test_a_kind_is_looked_up_by_name():
    loaded = from_modules({"a": module(ClaimKind("mood"))})

    assert loaded.kind("mood").name == "mood"
    with pytest.raises(UnknownKindError, match=r"'weather'; known kinds: mood") as caught:
        loaded.kind("weather")
    assert (caught.value.kind, caught.value.known) == ("weather", ("mood",))


def test_a_module_without_hooks():
    with pytest.raises(PluginHookError, match=r"plugin 'a': has no newsdiff hook") as caught:
        from_modules({"a": SimpleNamespace()})
    assert caught.value.plugin == "a"


def test_the_required_hook_is_missing():
    bare = SimpleNamespace(newsdiff_extract=newsdiff.hookimpl(specname="newsdiff_extract")(lambda document: []))

    with pytest.raises(PluginHookError, match=r"plugin 'a': does not implement newsdiff_claim_kinds"):
        from_modules({"a": bare})


def test_an_unknown_hook():
    with pytest.raises(
        PluginHookError, match=r"plugin 'a': implements a hook that newsdiff does not have.*newsdiff_extrakt"
    ):
        from_modules({"a": module(newsdiff_extrakt=lambda document: [])})


def test_an_unknown_argument():
    with pytest.raises(PluginHookError, match=r"plugin 'a': (?s:.*)'article'"):
        from_modules({"a": module(extract=lambda article: [])})


def test_a_hook_may_leave_arguments_out():
    def extract():
        return ["no document needed"]

    (plugin,) = from_modules({"a": module(extract=extract)})

    assert plugin.extract("a document") == ["no document needed"]


def test_a_wrapper_is_refused():
    def wrapped(document):
        yield

    wrapper = module(ClaimKind("mood"))
    wrapper.newsdiff_extract = newsdiff.hookimpl(specname="newsdiff_extract", wrapper=True)(wrapped)

    with pytest.raises(PluginHookError, match="as a wrapper"):
        from_modules({"a": wrapper})


def test_one_hook_twice_in_one_plugin():
    twice = module(ClaimKind("mood"))
    twice.again = newsdiff.hookimpl(specname="newsdiff_claim_kinds")(lambda: ())

    with pytest.raises(PluginHookError, match="implements newsdiff_claim_kinds 2 times"):
        from_modules({"a": twice})


def test_one_module_under_two_names():
    one = module(ClaimKind("mood"))

    with pytest.raises(PluginConflictError):
        from_modules({"a": one, "b": one})


@pytest.mark.parametrize("returned", [None, 5, ClaimKind("mood"), [None], ["mood"], "mood", [ClaimKind]])
def test_kinds_that_are_none(returned):
    with pytest.raises(PluginContractError, match=r"plugin 'a': newsdiff_claim_kinds returned .* ClaimKind objects"):
        from_modules({"a": module(newsdiff_claim_kinds=lambda: returned)})


def test_kinds_from_a_generator():
    def kinds():
        yield ClaimKind("mood")
        yield ClaimKind("weather")

    assert list(from_modules({"a": module(newsdiff_claim_kinds=kinds)}).kinds) == ["mood", "weather"]


def test_a_kinds_hook_that_raises():
    def kinds():
        raise RuntimeError("no word list")

    with pytest.raises(PluginLoadError, match=r"plugin 'a': newsdiff_claim_kinds raised RuntimeError: no word list"):
        from_modules({"a": module(newsdiff_claim_kinds=kinds)})


def test_one_kind_declared_by_two_plugins():
    with pytest.raises(
        PluginConflictError, match=r"plugin 'b': declares the kind 'mood', which plugin 'a' declares too"
    ):
        from_modules({"a": module(ClaimKind("mood")), "b": module(ClaimKind("mood"))})


def test_one_kind_declared_twice_by_one_plugin():
    with pytest.raises(PluginConflictError, match=r"plugin 'a': declares the kind 'mood', a second time"):
        from_modules({"a": module(ClaimKind("mood"), ClaimKind("mood", int))})


@pytest.mark.parametrize("kind", ["statement", "event"])
def test_kinds_that_newsdiff_makes_itself(kind):
    with pytest.raises(PluginConflictError, match=f"declares the kind '{kind}', which newsdiff makes"):
        from_modules({"a": module(ClaimKind(kind))})


@pytest.mark.parametrize("name", ["", "Mood", "my mood", "1mood", "mood!"])
def test_kind_names_are_plain(name):
    with pytest.raises(ValueError, match="name"):
        ClaimKind(name)


# Choosing


def three():
    return from_modules({name: module(ClaimKind(name)) for name in ("dates", "moods", "weather")})


@pytest.mark.parametrize(
    ("names", "left"),
    [
        ([], "dates moods weather"),
        (["moods"], "moods"),
        (["moods", "dates"], "dates moods"),
        (["-moods"], "dates weather"),
        (["-moods", "-dates"], "weather"),
        (["moods", "dates", "-dates"], "moods"),
        ([" moods ", ""], "moods"),
    ],
)
def test_choosing_and_blocking(names, left):
    assert three().choose(names).names == tuple(left.split())


def test_versions_survive_choosing():
    loaded = from_modules({"a": module(ClaimKind("mood"))}, {"a": "3.1"})

    assert [plugin.version for plugin in loaded.choose(["a"])] == ["3.1"]


@pytest.mark.parametrize("names", [["-dates", "-moods", "-weather"], ["dates", "-dates"]])
def test_blocking_everything_is_an_error(names):
    with pytest.raises(NoExtractorsError, match="every plugin is blocked"):
        three().choose(names)


@pytest.mark.parametrize("name", ["mood", "-mood", "--moods", "-"])
def test_an_unknown_name_is_an_error_and_no_silent_nothing(name):
    with pytest.raises(PluginLoadError, match=r"is not installed.*dates, moods, weather"):
        three().choose([name])


# Installed plugins


def test_entry_points_are_loaded_with_their_versions(installed):
    installed.add("moods", GOOD.format(kind="mood"), version="2.1")

    loaded = newsdiff.plugins.load()

    assert [(plugin.name, plugin.version) for plugin in loaded] == [("moods", "2.1")]
    assert newsdiff.extract(newsdiff.Article("Ana"), plugins=loaded).plugins == {"moods": "2.1"}


def test_two_distributions_claim_one_name(installed):
    installed.add("moods", GOOD.format(kind="mood"), dist="first")
    installed.add("moods", GOOD.format(kind="mood"), dist="second")

    with pytest.raises(PluginConflictError, match=r"plugin 'moods': is claimed by first and by second; uninstall one"):
        plugins.load()


def test_two_distributions_claim_one_name_for_one_module(installed):
    target = installed.add("moods", GOOD.format(kind="mood"), dist="first")
    installed.add("moods", GOOD.format(kind="mood"), dist="second", target=target)

    with pytest.raises(PluginConflictError):
        plugins.load()


def test_one_distribution_seen_twice_is_one(installed):
    target = installed.add("moods", GOOD.format(kind="mood"), dist="My_Moods")
    installed.add("moods", GOOD.format(kind="mood"), dist="my-moods", target=target)

    assert plugins.load().names == ("moods",)


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import nothing_of_this_name", "ModuleNotFoundError"),
        ("def broken(:", "SyntaxError"),
        ("raise RuntimeError('no model')", "RuntimeError: no model"),
        ("import sys; sys.exit('bye')", "SystemExit: bye"),
    ],
)
def test_a_failed_import_names_plugin_and_distribution(installed, code, why):
    installed.add("moods", code, dist="newsdiff-moods")

    with pytest.raises(PluginLoadError, match=rf"plugin 'moods': cannot be imported .*newsdiff-moods.*{why}") as caught:
        plugins.load()
    assert caught.value.__cause__ is not None


def test_a_broken_plugin_can_be_blocked_because_it_is_not_imported(installed, monkeypatch):
    installed.add("broken", "raise RuntimeError('imported')")
    installed.add("moods", GOOD.format(kind="mood"))

    assert plugins.load(["-broken"]).names == ("moods",)
    assert plugins.load(["moods"]).names == ("moods",)
    assert plugins.resolve(["-broken"]).names == ("moods",)
    monkeypatch.setenv(plugins.VARIABLE, "-broken")
    assert plugins.default_plugins().names == ("moods",)


def test_the_variable_chooses_and_arguments_choose_among_those(installed, monkeypatch):
    for name in ("dates", "moods", "weather"):
        installed.add(name, GOOD.format(kind=name))
    monkeypatch.setenv(plugins.VARIABLE, "dates, moods")

    assert plugins.default_plugins().names == ("dates", "moods")
    assert plugins.resolve(["-dates"]).names == ("moods",)
    with pytest.raises(PluginLoadError, match="'weather': is not installed, or blocked by NEWSDIFF_PLUGINS"):
        plugins.resolve(["weather"])


def test_the_variable_with_an_unknown_name_is_an_error(installed, monkeypatch):
    installed.add("moods", GOOD.format(kind="mood"))
    monkeypatch.setenv(plugins.VARIABLE, "modes")

    with pytest.raises(PluginLoadError, match="'modes'"):
        plugins.default_plugins()


def test_nothing_installed_means_nobody_looks(installed):
    assert plugins.load().names == ()
    with pytest.raises(NoExtractorsError, match="no extractor plugin is installed"):
        newsdiff.extract(newsdiff.Article("Two died."))


@pytest.mark.parametrize("given", ["dates", ""])
def test_a_string_is_not_a_list_of_names(given):
    with pytest.raises(PluginError, match="pass a list of names"):
        plugins.resolve(given)


def test_other_things_that_are_no_names(installed):
    with pytest.raises(PluginError, match="pass names of plugins"):
        plugins.resolve([SimpleNamespace()])
    with pytest.raises(NoExtractorsError, match="plugins is empty"):
        plugins.resolve([])


def test_a_set_of_plugins_is_taken_as_it_is():
    loaded = three()

    assert plugins.resolve(loaded) is loaded


def test_plugins_are_loaded_once_even_by_many_threads(installed):
    counted = installed.folder / "imports.txt"
    installed.add(
        "moods",
        f"import time\nopen({str(counted)!r}, 'a').write('x')\ntime.sleep(0.05)\n" + GOOD.format(kind="mood"),
    )
    barrier, found = threading.Barrier(8), []

    def run():
        barrier.wait()
        found.append(newsdiff.extract(newsdiff.Article("Ana")).claims)

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)

    assert len(found) == 8
    assert all(claims == found[0] for claims in found)
    assert counted.read_text() == "x"
    assert plugins.default_plugins() is plugins.default_plugins()


def test_a_plugin_that_asks_for_plugins_while_it_is_imported_is_an_error_and_no_deadlock(installed):
    installed.add("moods", "import newsdiff.plugins\nnewsdiff.plugins.default_plugins()\n" + GOOD.format(kind="mood"))
    caught = []

    def run():
        try:
            plugins.default_plugins()
        except NewsdiffError as error:
            caught.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(10)

    assert [type(error) for error in caught] == [PluginLoadError]
    assert caught[0].plugin == "moods"


def test_a_failed_load_is_tried_again(installed):
    target = installed.add("moods", "raise RuntimeError('first time')")
    with pytest.raises(PluginLoadError):
        plugins.default_plugins()
    (installed.folder / f"{target}.py").write_text(GOOD.format(kind="mood") + "# now of another size\n")
    importlib.invalidate_caches()

    assert plugins.default_plugins().names == ("moods",)


def test_the_four_built_ins_come_in_through_the_front_door(monkeypatch):
    monkeypatch.delenv(plugins.VARIABLE, raising=False)
    loaded = plugins.load(["dates", "groups", "numbers", "quotes"])

    assert sorted(loaded.kinds) == ["date", "group", "number", "quote"]
    assert {plugin.version for plugin in loaded} == {newsdiff.__version__}
