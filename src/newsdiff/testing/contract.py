"""``check_extractor``: one plugin, alone, on its samples and on awkward text, against every rule of the contract.

A broken rule is a ContractViolation (an AssertionError) whose message starts with the rule's name in brackets.
"""

from __future__ import annotations

import math
import pickle
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from functools import cache
from itertools import combinations, product
from typing import Any

from newsdiff.alignment.evidence import Context, Pair
from newsdiff.alignment.profile import Profile
from newsdiff.alignment.views import Views
from newsdiff.nouns.article import Article
from newsdiff.nouns.claims import Claim
from newsdiff.nouns.errors import PluginError
from newsdiff.nouns.extraction import Extraction
from newsdiff.nouns.kinds import ClaimKind, Verdict
from newsdiff.page.document import Document
from newsdiff.plugins import Plugin, default_plugins, from_modules
from newsdiff.testing.growth import assert_linear

RULES = {
    "loads": "the plugin registers, implements newsdiff_claim_kinds and no unknown hook",
    "no-crash": "no text makes newsdiff_extract raise",
    "claims-only": "newsdiff_extract returns Claim objects and nothing else",
    "kind-declared": "every claim's kind is declared by the plugin (or by a companion)",
    "value-type": "every claim's value is of its kind's type",
    "spans-exact": "every claim's span lies inside the text and its surface is the text at that span",
    "deterministic": "two runs on one text give the same claims",
    "order-free": "claims do not depend on what other plugins looked at before",
    "no-mutation": "the plugin leaves the document as it found it",
    "picklable": "claims survive pickling, so that they can travel between processes",
    "linear-time": "time grows with the length of the text, not faster",
    "pure-logic": "a kind's callables, features and doubts never raise; swapping two claims mirrors what they say",
}

AWKWARD: dict[str, str] = {
    "empty": "",
    "white space": " \t\r\n\u00a0\u2028\n ",
    "one character": "x",
    "CRLF": "Two died.\r\n\r\n“Nobody came,” said Ana Ruiz.\r\nThree were hurt on Monday.\r\n",
    "old Mac line ends": "Two died.\rThree were hurt.\r",
    "no-break spaces": "About\u00a0300\u202f000\u00a0people left Lima on 3\u00a0May.",
    "byte order mark": "\ufeffTwo people died in Lima on Monday.",
    "emoji": "😀 5 people 👩‍👩‍👧‍👦 and 🇵🇪 flags, 3️⃣ days on.",
    "bidi": "The \u202eliar\u202c said \u2067שלום\u2069 to 40 people and ١٢ others.",
    "combining marks": "Cafe\u0301 owners lost 5\u0301 days; Z\u0351\u036b\u0343a\u0308lgo said so.",
    "lone surrogates": "Two \ud800 people \udfff died on Monday.",
    "control characters": "Two\x00 people\x07 died\x1b[31m on\x85 Monday\x0b.",
    "digits": "7" * 5000 + " people, " + "1," * 2000 + " and " + "9.9" * 500,
    "all marks": "".join(map(chr, range(33, 48))) * 40 + "“”‘’«»„‟‹›‚‛''``´–—…·•" * 40,
    "unclosed quotes": "“He said 'this and \"that and «those " * 50,
    "one long word": "a" * 20_000,
    "one long line": "the 12 people of Lima said on Monday that " * 2000,
    "other script": "警方表示，周二有43人死亡。政府称这是“悲剧”。" * 20,
}


class ContractViolation(AssertionError):  # noqa: N818  # an assertion that failed, like pytest's own
    """A plugin breaks a rule of the contract; ``rule`` is its name."""

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(f"[{rule}] {message} (rule: {RULES[rule]})")
        self.rule = rule


def check_extractor(
    plugin: Any,
    samples: str | Article | Iterable[str | Article],
    *,
    companions: Iterable[str] = (),
    awkward: bool = True,
    timing: bool = True,
) -> list[Claim]:
    """Check *plugin* against the contract and return the claims it finds in *samples*.

    *plugin* is a module, an object with hooks, or the name of an installed plugin; *samples* one or more texts or
    articles in which it finds something. *companions* names installed plugins whose kinds it adds claims to.
    Raises ContractViolation, which names the rule.
    """
    rows = [samples] if isinstance(samples, str | Article) else list(samples)
    articles = [row if isinstance(row, Article) else Article(row, outlet="Sample") for row in rows]
    subject, kinds = _loaded(plugin, companions)
    if subject.extract is None:
        raise ContractViolation("loads", f"plugin {subject.name!r} does not implement newsdiff_extract")
    found = [(article, _checked(subject, kinds, article, "sample")) for article in articles]
    claims = [claim for _, own in found for claim in own]
    if awkward:
        for name, text in AWKWARD.items():
            _checked(subject, kinds, Article(text, language="en"), name)
    _check_logic(kinds, claims)
    for article, own in found:
        _check_evidence(kinds, Extraction(article, own, kinds))
    if timing:
        _check_time(subject, "\n\n".join(article.text for article in articles) or "Two died on Monday.")
    return claims


def _loaded(plugin: Any, companions: Iterable[str]) -> tuple[Plugin, dict[str, ClaimKind]]:
    """The plugin, described, and the kinds it may make claims of."""
    friends: dict[str, Any] = {}
    if wanted := tuple(companions):
        friends = {friend.name: friend.module for friend in default_plugins().choose(wanted)}
    name = plugin if isinstance(plugin, str) else getattr(plugin, "__name__", type(plugin).__name__)
    try:
        if isinstance(plugin, str):
            plugin = next(iter(default_plugins().choose([plugin]))).module
        loaded = from_modules({**friends, name: plugin})
    except PluginError as error:
        raise ContractViolation("loads", str(error)) from error
    return next(one for one in loaded if one.name == name), loaded.kinds


def _run(plugin: Plugin, document: Document, label: str) -> list[Claim]:
    assert plugin.extract is not None
    try:
        found = plugin.extract(document)
        return _sorted(plugin, found, document, label)
    except ContractViolation:
        raise
    except Exception as error:
        raise ContractViolation(
            "no-crash", f"plugin {plugin.name!r} raised {type(error).__name__}: {error} on {_shown(document, label)}"
        ) from error


def _sorted(plugin: Plugin, found: Any, document: Document, label: str) -> list[Claim]:
    claims = list(found or ())
    for claim in claims:
        if not isinstance(claim, Claim):
            raise ContractViolation("claims-only", f"plugin {plugin.name!r} returned {claim!r} for {label}")
        if claim.surface != document.text[claim.span.start : claim.span.end]:
            raise ContractViolation(
                "spans-exact",
                f"claim says {claim.surface!r}, the text at {claim.span} is "
                f"{document.text[claim.span.start : claim.span.end]!r} in {_shown(document, label)}",
            )
    return sorted(claims, key=lambda claim: (claim.span, claim.kind, repr(claim.value)))


def _checked(plugin: Plugin, kinds: dict[str, ClaimKind], article: Article, label: str) -> list[Claim]:
    document = Document(article)
    claims = _run(plugin, document, label)
    for claim in claims:
        kind = kinds.get(claim.kind)
        if kind is None:
            raise ContractViolation(
                "kind-declared",
                f"{claim.surface!r} is of the kind {claim.kind!r}; declared: {', '.join(sorted(kinds))}",
            )
        if not isinstance(claim.value, kind.type):
            raise ContractViolation(
                "value-type", f"value of {claim.surface!r} is {claim.value!r}, not a {kind.type.__name__}"
            )
    if _run(plugin, Document(article), label) != claims:
        raise ContractViolation("deterministic", f"a second run gave other claims on {_shown(document, label)}")
    looked_at = Document(article)
    _views(looked_at)
    if _run(plugin, looked_at, label) != claims:
        raise ContractViolation("order-free", f"claims changed after another plugin read {_shown(document, label)}")
    _check_untouched(document, article, label)
    if pickle.loads(pickle.dumps(claims)) != claims:
        raise ContractViolation("picklable", f"claims on {label} come back changed")
    return claims


def _views(document: Document) -> dict[str, Any]:
    """Every public view of *document*, computed."""
    names = [name for name in dir(type(document)) if not name.startswith("_")]
    return {name: value for name in names if not callable(value := getattr(document, name))}


def _check_untouched(document: Document, article: Article, label: str) -> None:
    fresh = Document(article)
    known = set(dir(type(fresh))) | set(vars(fresh))
    if added := sorted(set(vars(document)) - known):
        raise ContractViolation("no-mutation", f"the plugin wrote {', '.join(added)} on {_shown(document, label)}")
    expected = _views(fresh)
    for name, value in _views(document).items():
        if value != expected[name] and _comparable(value) != _comparable(expected[name]):
            raise ContractViolation("no-mutation", f"document.{name} was changed on {_shown(document, label)}")


def _comparable(value: Any) -> str | None:
    """A printed form, for views without equality; None where it would only show an address."""
    shown = repr(value)
    return None if " at 0x" in shown else shown


def _check_time(plugin: Plugin, sample: str) -> None:
    """Measure how the plugin's time grows from 14 kB to 112 kB of the samples, repeated."""
    unit = sample + "\n\n"

    @cache
    def viewed(size: int) -> Document:
        document = Document(Article(unit * (size // len(unit) + 1), language="en"))
        _views(document)  # the core's own views are not the plugin's time
        return document

    try:
        assert_linear(
            lambda document: _run(plugin, document, "repeated samples"),
            prepare=lambda size: copy(viewed(size)),  # what a plugin writes on it is gone in the next run
            size=14_000,
        )
    except ContractViolation:
        raise
    except AssertionError as error:
        raise ContractViolation("linear-time", f"plugin {plugin.name!r}: {error}") from error


def _check_logic(kinds: dict[str, ClaimKind], claims: Sequence[Claim]) -> None:
    """Try the kind's callables on every pair of the first claims found."""
    for kind in kinds.values():
        own = [claim for claim in claims if claim.kind == kind.name][:20]
        try:
            for claim in own:
                hash(kind.key(claim) if kind.key else None)
                hash(kind.unusual(claim) if kind.unusual else None)
                if kind.omission is not None:
                    bool(kind.omission(claim))
            if kind.merge is not None and own and not isinstance(kind.merge(own), Claim):
                raise ContractViolation("pure-logic", f"merge of the kind {kind.name!r} did not return a Claim")
            for left, right in combinations(own, 2):
                _check_pair(kind, left, right)
            _check_overall(kind, own)
        except ContractViolation:
            raise
        except Exception as error:
            raise ContractViolation(
                "pure-logic", f"the logic of the kind {kind.name!r} raised {type(error).__name__}: {error}"
            ) from error


def _check_overall(kind: ClaimKind, claims: Sequence[Claim]) -> None:
    """Hold the first half of the claims against the second, as if these were two articles."""
    if kind.overall is None:
        return
    left, right = claims[: len(claims) // 2], claims[len(claims) // 2 :]
    for a, b, verdict, sure in kind.overall(left, right, lambda a, b: 1.0):
        known = any(a is it for it in left) and any(b is it for it in right)
        if not (known and isinstance(verdict, Verdict) and 0 <= sure <= 1):
            message = f"overall of {kind.name!r} must return a claim of each side, a Verdict, and 0 to 1"
            raise ContractViolation("pure-logic", message)


def _check_evidence(kinds: dict[str, ClaimKind], extraction: Extraction) -> None:
    """Try features and doubts on pairs of claims of one article, as if it were two."""
    profile = Profile.of(extraction)
    context, views = Context(profile, profile), Views.of(profile)
    for kind in kinds.values():
        own = [views.view(kind, claim) for claim in extraction.of(kind.name)[:8]]
        rules: list[tuple[str, Callable[[Any], Any]]] = [(it.name, it.measure) for it in kind.features]
        rules += [(it.name, it.says) for it in kind.doubts]
        for (name, rule), (one, two) in product(rules, combinations(own, 2)):
            words = f"{name!r} of {one.claim.surface!r} and {two.claim.surface!r}"
            try:
                there, back = rule(Pair(context, one, two)), rule(Pair(context, two, one))
            except Exception as error:
                message = f"{words} raised {type(error).__name__}: {error}"
                raise ContractViolation("pure-logic", message) from error
            _check_said(words, there, back)


def _check_said(words: str, there: Any, back: Any) -> None:
    """What a feature or a doubt says of a pair: a finite number, or words or None, and the same when swapped."""
    number = isinstance(there, int | float) and isinstance(back, int | float)
    if not number and not all(said is None or isinstance(said, str) for said in (there, back)):
        raise ContractViolation("pure-logic", f"{words} is {there!r}: no number, and no words")
    if number and not (math.isfinite(there) and math.isfinite(back)):
        raise ContractViolation("pure-logic", f"{words} is {there!r}, which is not finite")
    if abs(there - back) > _ROUNDING if number else (there is None) != (back is None):
        raise ContractViolation("pure-logic", f"{words} is {there!r}, swapped {back!r}; it must be symmetric")


_ROUNDING = 1e-9  # what the order of a sum can change


def _check_pair(kind: ClaimKind, left: Claim, right: Claim) -> None:
    """Only what the engine may ask: claims with different keys, or with a veto, are never compared."""
    pair = f"{left.surface!r} and {right.surface!r}"
    if kind.key is not None and (kind.key(left) is None or kind.key(left) != kind.key(right)):
        return
    if kind.similarity is not None:
        there, back = kind.similarity(left, right), kind.similarity(right, left)
        if not 0 <= there <= 1 or abs(there - back) > 1e-9:
            raise ContractViolation(
                "pure-logic", f"similarity of {pair} is {there}, swapped {back}; it must be symmetric, 0 to 1"
            )
        if there == 0:
            return
    if kind.compare is not None:
        one, other = kind.compare(left, right), kind.compare(right, left)
        if not isinstance(one, Verdict) or not isinstance(other, Verdict):
            raise ContractViolation("pure-logic", f"compare of {pair} did not return a Verdict")
        if (one.relation, one.kind, one.moves, one.apart) != (other.relation, other.kind, other.moves, other.apart):
            raise ContractViolation("pure-logic", f"compare of {pair} says {one}, swapped {other}; it must mirror")


def _shown(document: Document, label: str) -> str:
    start = " ".join(document.text[:60].split())
    return f"{label} ({start!r}…)" if len(document.text) > 60 else f"{label} ({start!r})"
