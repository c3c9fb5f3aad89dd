"""A plugin's kind with features and doubts of its own gets all that the built-in kinds get."""

import re

import pytest

from newsdiff import Article, Claim, ClaimKind, diff, doubt, extract, feature, hookimpl
from newsdiff.alignment.calibration import Cluster
from newsdiff.alignment.weights import load
from newsdiff.comparison.calibration import calibrate
from newsdiff.plugins import from_modules
from newsdiff.testing import check_extractor

BALLOTS = ("The council voted [61 to 39] on the harbour.", "On the harbour the council voted [61 to 38].")


@feature("same-matter", high="both are on one matter", higher=[BALLOTS])
def same_matter(pair):
    """Tell whether both sentences name one matter."""
    one, two = (set(re.findall(r"on the (\w+)", side.sentence.lower())) for side in (pair.left, pair.right))
    return float(bool(one & two))


@doubt("two-rounds", holds=(), not_on=())
def two_rounds(pair):
    """Find a vote of a round beside a vote that may be of another."""
    named = ["round" in side.sentence for side in (pair.left, pair.right)]
    return "they may be of two rounds" if named[0] != named[1] else None


class Ballots:
    kind = ClaimKind(
        "ballot", str, features=[same_matter], doubts=[two_rounds], unusual=lambda claim: claim.value, context=0.5
    )

    @hookimpl
    def newsdiff_claim_kinds(self):
        return (self.kind,)

    @hookimpl
    def newsdiff_extract(self, document):
        for match in re.finditer(r"[0-9]{1,4} to [0-9]{1,4}", document.text):
            yield Claim.at(document, match.span(), kind="ballot", value=match.group())


PLUGINS = from_modules({"ballots": Ballots()})


def found(left, right, **options):
    sides = (extract(Article(text, outlet=name), plugins=PLUGINS) for text, name in ((left, "A"), (right, "B")))
    return diff(*sides, same_event=True, plugins=PLUGINS, min_confidence=0.0, **options)


def test_the_plugin_keeps_the_contract():
    assert check_extractor(
        Ballots(), "The council voted 61 to 39 on the harbour, and 50 to 50 on the park.", timing=False
    )


def test_a_doubt_holds_a_difference_back_and_is_named():
    plain = found("The council voted 61 to 39 on the harbour.", "The council voted 61 to 38 on the harbour.")
    doubted = found(
        "The council voted 61 to 39 on the harbour.", "In the first round the council voted 61 to 38 on the harbour."
    )

    assert ["ballot-conflict"] == [it.kind for it in plain.discrepancies]
    (held,) = [it for it in doubted.held_back if it.kind == "ballot-conflict"]
    assert held.relation == "incomparable"
    assert "(two-rounds)" in held.reason


def test_a_feature_that_raises_costs_its_kind_and_the_report_says_so():
    @feature("broken")
    def broken(pair):
        """Fail."""
        raise RuntimeError("no such thing")

    class Broken(Ballots):
        kind = ClaimKind("ballot", str, features=[broken])

    plugins = from_modules({"ballots": Broken()})
    sides = (extract(Article(f"The council voted 61 to {n} on the harbour."), plugins=plugins) for n in (38, 39))

    report = diff(*sides, same_event=True, plugins=plugins)

    assert any("no such thing" in problem.message for problem in report.incomplete)


def clusters():
    matters = "harbour park school bridge market station".split()
    for event in range(12):
        votes = [(f"{211 + 13 * event + 3 * at} to {101 + at}", matter) for at, matter in enumerate(matters)]
        texts = (
            " ".join(f"The council of Lisse voted {vote} on the {matter}." for vote, matter in votes),
            " ".join(f"On the {matter} members voted {vote}, the mayor said." for vote, matter in reversed(votes)),
        )
        yield Cluster(f"event-{event:02}", tuple(Article(text, outlet=name) for text, name in zip(texts, "AB")))


def test_calibration_fits_a_plugin_s_kind_with_its_own_features():
    pytest.importorskip("sklearn")

    fitted = calibrate(list(clusters()), plugins=PLUGINS)

    assert fitted.weights.model("ballot", fitted.weights.sameness["ballot"].weights).weights["same-matter"] > 0
    assert fitted.learned["ballot"].hits > 0.9
    report = found(
        "The council voted 61 to 39 on the harbour.",
        "The council voted 61 to 38 on the harbour.",
        weights=fitted.weights,
    )
    assert not [it for it in report.problems if it.code == "weights-of-any-kind"]
    shipped = found("The council voted 61 to 39 on the harbour.", "It voted 61 to 38 on the harbour.", weights=load())
    assert [it for it in shipped.problems if it.code == "weights-of-any-kind"]
