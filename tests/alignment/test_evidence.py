"""Every feature and every doubt, the core's and the plugins', is held to its own examples."""

import math
import re
from datetime import date, timedelta
from functools import cache
from itertools import product

import pytest

from newsdiff import Article, extract
from newsdiff.alignment.evidence import Context, Pair
from newsdiff.alignment.features import RIVALLED, SAMENESS
from newsdiff.alignment.profile import Profile
from newsdiff.alignment.views import Views
from newsdiff.comparison.posterior import WORDS
from newsdiff.plugins import default_plugins

PLUGINS = default_plugins()
KINDS = [kind for _, kind in sorted(PLUGINS.kinds.items())]
FEATURES = [(None, it) for it in SAMENESS] + [(kind, it) for kind in KINDS for it in kind.features]
DOUBTS = [(kind, it) for kind in KINDS for it in kind.doubts]
# What an example of a core feature marks.
MARKED = ("number", "date")


def published(text: str) -> date:
    """The day after the last one that an example names, as its article would be; some day where it names none."""
    own = extract(Article(text, published="2024-06-30")).of("date")
    days = [claim.value.latest.date() for claim in own if claim.value.type == "DATE" and "2024" in claim.surface]
    return max(days, default=date(2024, 6, 29)) + timedelta(days=1)


@cache
def source(marked: str):
    """An example as an extraction, and the claims inside its brackets."""
    before, inside, after = re.fullmatch(r"(.*?)\[(.+?)\](.*)", marked, re.DOTALL).groups()
    text = before + inside + after
    extraction = extract(Article(text, published=published(text)), plugins=PLUGINS)
    spans = len(before), len(before) + len(inside)
    claims = [it for it in extraction.claims if it.span.start < spans[1] and spans[0] < it.span.end]
    return extraction, {claim.kind: claim for claim in reversed(claims)}


def pair_of(kind, example) -> Pair:
    (left, in_left), (right, in_right) = map(source, example)
    names = [kind.name] if kind else [name for name in MARKED if name in in_left and name in in_right]
    assert names, f"nothing is found in the brackets of {example}"
    assert names[0] in in_left, f"no {names[0]} in the brackets of {example[0]!r}"
    assert names[0] in in_right, f"no {names[0]} in the brackets of {example[1]!r}"
    profiles = Profile.of(left), Profile.of(right)
    views = (
        Views.of(side).view(PLUGINS.kinds[names[0]], found[names[0]])
        for side, found in zip(profiles, (in_left, in_right))
    )
    return Pair(Context(*profiles), *views)


def swapped(pair: Pair) -> Pair:
    return Pair(Context(pair.context.right, pair.context.left), pair.right, pair.left)


def named(row) -> str:
    return f"{row[0].name if row[0] else 'core'}:{row[1].name}"


@pytest.mark.parametrize("row", FEATURES, ids=named)
def test_every_higher_example_measures_more_than_every_lower_one(row):
    kind, feature = row
    higher, lower = (
        [(example, feature.measure(pair_of(kind, example))) for example in examples]
        for examples in (feature.higher, feature.lower)
    )

    for (more, much), (less, little) in product(higher, lower):
        assert much > little, f"{feature.name} measures {much:.3f} of {more} and {little:.3f} of {less}"


@pytest.mark.parametrize("row", DOUBTS, ids=named)
def test_a_doubt_holds_where_its_examples_say_so_and_nowhere_else(row):
    kind, doubt = row

    assert [example for example in doubt.holds if not doubt.says(pair_of(kind, example))] == []
    assert [(it, said) for it in doubt.not_on if (said := doubt.says(pair_of(kind, it)))] == []
    assert doubt.holds
    assert doubt.not_on


@pytest.mark.parametrize("row", [*FEATURES, *DOUBTS], ids=named)
def test_both_articles_are_looked_at_alike(row):
    kind, rule = row
    examples = [*getattr(rule, "higher", ()), *getattr(rule, "lower", ()), *getattr(rule, "holds", ())]

    for pair in (pair_of(kind, example) for example in examples):
        if hasattr(rule, "says"):
            assert rule.says(pair) == rule.says(swapped(pair))
        else:
            assert rule.measure(pair) == pytest.approx(rule.measure(swapped(pair)))
            assert math.isfinite(rule.measure(pair))


def test_names_are_told_once_and_everything_says_what_it_is_for():
    for kind in KINDS:
        names = [it.name for it in (*SAMENESS, *kind.features)]
        names += [f"{it.name}-{which}" for it in RIVALLED for which in ("best", "better")]
        names += [name for name in WORDS if name != "both-lead"]  # that one is measured in both stages
        assert len(names) == len(set(names))
    assert not [it.name for _, it in (*FEATURES, *DOUBTS) if not it.purpose.endswith((".", ":"))]
