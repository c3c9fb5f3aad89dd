"""From an article to an extraction: every chosen plugin, isolated, checked, in a stable order."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator

from newsdiff.extraction.scope import scoped
from newsdiff.language.detection import detect
from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim, signed
from newsdiff.nouns.errors import ArticleError, NoExtractorsError, PluginContractError
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.problems import Problem
from newsdiff.nouns.values import Timex
from newsdiff.page.document import Document, document_of
from newsdiff.plugins import Plugin, Plugins, resolve

log = logging.getLogger(__name__)
_SPARE = 1000  # claims beyond one a character; more means a plugin that never ends


def extract(
    article: Article, *, kinds: Collection[str] | None = None, plugins: Plugins | Iterable[str] | None = None
) -> Extraction:
    """Return every claim that *article* makes, of all kinds or only of *kinds*.

    *plugins* chooses plugins by name, blocks those written with a leading "-", or is a set of plugins of its own. A
    plugin that fails, or that does not read the article's language, costs its own kinds and is an "incomplete" problem.
    Raises UnknownKindError, NoExtractorsError, ArticleError, PluginError.

    >>> [claim.surface for claim in extract(Article("Police said 12 people died."), kinds={"number"}).claims]
    ['12']
    """
    if not isinstance(article, Article):
        raise ArticleError(None, f"extract() takes an Article, not {type(article).__name__}; try newsdiff.read(path)")
    chosen = resolve(plugins)
    wanted = _wanted(chosen, kinds)
    run = _Run(Document(article), chosen, wanted)
    unscoped = {kind.name for kind in chosen.kinds.values() if not kind.scoped}
    claims = sorted(scoped(run.document, run.claims(), unscoped), key=_place)
    ran = {plugin.name: plugin.version for plugin in chosen if plugin.name in run.ran}
    extraction = Extraction(article, claims, run.covered, ran, (*run.problems, *_undated(article, claims)))
    extraction.keep(document_of, run.document.lean())
    return extraction


def _place(claim: Claim) -> tuple[int, int, str, str]:
    return claim.span.start, claim.span.end, claim.kind, claim.plugin


def _wanted(plugins: Plugins, kinds: Collection[str] | None) -> frozenset[str]:
    if not plugins.kinds:
        raise NoExtractorsError
    if kinds is None:
        return frozenset(plugins.kinds)
    if isinstance(kinds, str):
        kinds = {kinds}
    if not kinds:
        raise NoExtractorsError("kinds is empty, so nobody would look; leave it out for all kinds")
    return frozenset(plugins.kind(kind).name for kind in kinds)


class _Run:
    """One pass of all plugins over one document."""

    def __init__(self, document: Document, plugins: Plugins, wanted: frozenset[str]) -> None:
        self.document, self.plugins = document, plugins
        self.problems: list[Problem] = list(_text_problems(document.article))
        self.covered = wanted - self._unreadable(wanted)
        self.ran: set[str] = set()

    def claims(self) -> list[Claim]:
        found: list[Claim] = []
        for plugin in self.plugins:
            if plugin.extract is None or not (not plugin.kinds or {kind.name for kind in plugin.kinds} & self.covered):
                continue
            try:
                checked = list(self._checked(plugin))
            except (Exception, SystemExit) as error:  # whatever a plugin does, the others keep their results
                self._failed(plugin, error)
            else:
                self.ran.add(plugin.name)
                found += (claim for claim in checked if claim.kind in self.covered)
        return [claim for claim in found if claim.kind in self.covered]

    def _checked(self, plugin: Plugin) -> Iterator[Claim]:
        assert plugin.extract is not None
        text, kinds = self.document.text, self.plugins.kinds
        most = len(text) + _SPARE
        for count, claim in enumerate(plugin.extract(self.document) or ()):
            if count > most:
                raise PluginContractError(
                    plugin.name, f"returned more than {most} claims on {most - _SPARE} characters"
                )
            if not isinstance(claim, Claim):
                raise PluginContractError(plugin.name, f"newsdiff_extract returned {claim!r}; return Claim objects")
            kind, span = kinds.get(claim.kind), claim.span
            if kind is None:
                raise PluginContractError(
                    plugin.name, f"made a claim of the kind {claim.kind!r}, which no plugin declares"
                )
            if span.end > len(text) or text[span.start : span.end] != claim.surface:
                raise PluginContractError(plugin.name, f"claim {claim.surface!r} does not stand at {span}")
            if not isinstance(claim.value, kind.type):
                raise PluginContractError(
                    plugin.name, f"value of {claim.surface!r} is {type(claim.value).__name__}, not {kind.type.__name__}"
                )
            topic = kind.topic(claim) if kind.topic else None
            if not (topic is None or isinstance(topic, str)):
                raise PluginContractError(plugin.name, f"topic of {claim.surface!r} is {topic!r}, not a str or None")
            yield signed(claim, plugin.name, topic or None)

    def _failed(self, plugin: Plugin, error: BaseException) -> None:
        article = self.document.article
        log.warning("plugin %r failed on article %r", plugin.name, article.id, exc_info=error)
        lost = {kind.name for kind in plugin.kinds}
        self.covered -= lost
        what = f"its claims ({', '.join(sorted(lost))})" if lost else "its claims"
        self.problems.append(
            Problem(
                "plugin-failed",
                "incomplete",
                f"plugin {plugin.name!r} failed on {article.name}, so {what} are missing: "
                f"{type(error).__name__}: {error}",
                plugin.name,
                article.id,
            )
        )

    def _unreadable(self, wanted: frozenset[str]) -> frozenset[str]:
        """Kinds whose extractors do not read the article's language."""
        article = self.document.article
        language = article.language or detect(article.text)
        if language is None:
            return frozenset()
        tag = language.split("-")[0].split("_")[0].lower()
        blind = frozenset(name for name in wanted if (read := self.plugins.kinds[name].languages) and tag not in read)
        if blind:
            shown = (
                "its language, which is not one that the extractors read" if tag == "und" else f"language {language!r}"
            )
            self.problems.append(
                Problem(
                    "language",
                    "incomplete",
                    f"{article.name} was not searched for {', '.join(sorted(blind))}: no extractor reads {shown}",
                    None,
                    article.id,
                )
            )
        return blind


def _text_problems(article: Article) -> Iterator[Problem]:
    if not any(char.isalnum() for char in article.text):
        yield Problem("empty-article", "incomplete", f"{article.name} has no text to search", None, article.id)
    if article.title and " ".join(article.title.split()) not in " ".join(article.text[:20_000].split()):
        yield Problem(
            "title-not-in-text",
            "note",
            f"the title of {article.name} is not in its text and was not read; use Article.from_parts",
            None,
            article.id,
        )


def _undated(article: Article, claims: Iterable[Claim]) -> Iterator[Problem]:
    """A note where dates stayed open because nobody said when the article was published."""
    if article.published is not None:
        return
    # The year of a date or time is open ("XXXX-WXX-5"); a duration such as PXY is vague whatever the date is.
    still = [
        claim.surface
        for claim in claims
        if isinstance(claim.value, Timex)
        and claim.value.type in ("DATE", "TIME")
        and claim.value.value.startswith("XX")
    ]
    if still:
        more = f" and {len(still) - 1} more" if len(still) > 1 else ""
        yield Problem(
            "no-publication-date",
            "note",
            f"{article.name} has no publication date, so {still[0]!r}{more} could not be placed in time",
            None,
            article.id,
        )
