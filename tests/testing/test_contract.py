"""check_extractor: every rule of the contract is broken once, and the message names it."""

import re
import time
from types import SimpleNamespace

import pytest

from newsdiff import Article, Claim, ClaimKind, Span, Verdict, doubt, feature, hookimpl
from newsdiff.testing import RULES, ContractViolation, check_extractor

SAMPLE = "Police said 43 people died. Later they said 35."


def _of_43(pair):
    return "so" if pair.left.claim.value == 43 else None


class Numbers:
    """A plugin that keeps the contract; the broken ones below change one thing."""

    kind = ClaimKind("figure", int)

    @hookimpl
    def newsdiff_claim_kinds(self):
        return (self.kind,)

    @hookimpl
    def newsdiff_extract(self, document):
        return list(self.claims(document))

    def claims(self, document):
        for match in re.finditer(r"[0-9]{1,9}", document.text):
            yield Claim.at(document, match.span(), kind="figure", value=int(match.group()))


class Silent:
    @hookimpl
    def newsdiff_claim_kinds(self):
        return (ClaimKind("figure", int),)


class Unhooked:
    def newsdiff_extract(self, document):
        return ()


class Misspelled(Numbers):
    @hookimpl
    def newsdiff_extrakt(self, document):
        return ()


class Crashes(Numbers):
    def claims(self, document):
        document.text.encode("utf-8")
        return super().claims(document)


class Words(Numbers):
    def claims(self, document):
        return re.findall("[0-9]+", document.text)


class Undeclared(Numbers):
    def claims(self, document):
        return [Claim.at(document, Span(0, 1), kind="date", value=1)] if document.text else ()


class Texts(Numbers):
    def claims(self, document):
        return [Claim.at(document, Span(0, 1), kind="figure", value="one")] if document.text else ()


class Shifted(Numbers):
    def claims(self, document):
        return [Claim("figure", Span(1, 3), "43", 43)]


class Moody(Numbers):
    runs = 0

    def claims(self, document):
        type(self).runs += 1
        return [Claim.at(document, (0, 1), kind="figure", value=self.runs)] if document.text else ()


class Curious(Numbers):
    def claims(self, document):
        return [] if "sentences" in vars(document) else super().claims(document)


class Scribbler(Numbers):
    def claims(self, document):
        document.notes = ["mine"]
        return super().claims(document)


class Cutter(Numbers):
    def claims(self, document):
        vars(document)["body"] = document.body[:0]
        return super().claims(document)


class Unpicklable(Numbers):
    kind = ClaimKind("figure", object)

    def claims(self, document):
        for claim in super().claims(document):
            yield Claim.at(document, claim.span, kind="figure", value=Forgetful(claim.value))


class Forgetful:
    """Equal by its number, which pickling loses."""

    def __init__(self, number=0):
        self.number = number

    def __eq__(self, other):
        return isinstance(other, Forgetful) and self.number == other.number

    def __hash__(self):
        return hash(self.number)

    def __reduce__(self):
        return (Forgetful, ())


class Quadratic(Numbers):
    def claims(self, document):
        for _ in range(0, len(document.text), 100):
            document.text.count("\x02")
        return [claim for claim in super().claims(document) if claim.span.end < 100]


def _kind(**logic):
    return type("Logical", (Numbers,), {"kind": ClaimKind("figure", int, **logic)})


BROKEN = [
    ("loads", Silent),
    ("loads", Unhooked),
    ("loads", Misspelled),
    ("no-crash", Crashes),
    ("claims-only", Words),
    ("kind-declared", Undeclared),
    ("value-type", Texts),
    ("spans-exact", Shifted),
    ("deterministic", Moody),
    ("order-free", Curious),
    ("no-mutation", Scribbler),
    ("no-mutation", Cutter),
    ("picklable", Unpicklable),
    ("linear-time", Quadratic),
    ("pure-logic", _kind(compare=lambda left, right: left.value == right.value)),
    ("pure-logic", _kind(unusual=lambda claim: [claim.value])),
    ("pure-logic", _kind(features=[feature("raises")(lambda pair: pair.left.claim.value.missing)])),
    ("pure-logic", _kind(features=[feature("infinite")(lambda pair: float("inf"))])),
    ("pure-logic", _kind(features=[feature("words")(lambda pair: [1])])),
    ("pure-logic", _kind(features=[feature("one-sided")(lambda pair: pair.left.claim.value)])),
    ("pure-logic", _kind(doubts=[doubt("raises", holds=(), not_on=())(lambda pair: pair.left.missing)])),
    (
        "pure-logic",
        _kind(
            doubts=[doubt("one-sided", holds=(), not_on=())(lambda pair: "so" if pair.left.claim.value == 43 else None)]
        ),
    ),
    ("pure-logic", _kind(compare=lambda left, right: Verdict("agree" if left.value < right.value else "conflict"))),
    ("pure-logic", _kind(compare=lambda left, right: Verdict("conflict", apart=float(left.value < right.value)))),
    ("pure-logic", _kind(similarity=lambda left, right: float(left.value < right.value))),
    ("pure-logic", _kind(similarity=lambda left, right: 2.0)),
    ("pure-logic", _kind(key=lambda claim: [claim.value])),
    ("pure-logic", _kind(merge=lambda claims: None)),
    ("pure-logic", _kind(omission=lambda claim: claim.value.missing)),
    ("pure-logic", _kind(overall=lambda left, right, like: [(right[0], left[0], Verdict("conflict"), 1.0)])),
    ("pure-logic", _kind(overall=lambda left, right, like: [(left[0], right[0], Verdict("conflict"), 2.0)])),
]


@pytest.mark.parametrize(("rule", "plugin"), BROKEN, ids=[f"{rule}-{plugin.__name__}" for rule, plugin in BROKEN])
def test_a_broken_rule_is_named(rule, plugin):
    with pytest.raises(ContractViolation, match=rf"^\[{rule}\]") as caught:
        check_extractor(plugin(), SAMPLE)

    assert rule == caught.value.rule
    assert RULES[rule] in str(caught.value)


def test_every_rule_is_broken_here():
    assert set(RULES) == {rule for rule, _ in BROKEN}


def test_a_plugin_that_keeps_the_contract_gives_its_claims():
    claims = check_extractor(Numbers(), [SAMPLE, Article("Then 7 came.", outlet="A")])

    assert [43, 35, 7] == [claim.value for claim in claims]


def test_an_installed_plugin_is_checked_by_name():
    claims = check_extractor("numbers", "Police said 43 people died.", awkward=False, timing=False)

    assert ["43"] == [claim.surface for claim in claims]


def test_a_plugin_may_add_claims_of_a_companions_kind():
    class Extra(Numbers):
        @hookimpl
        def newsdiff_claim_kinds(self):
            return ()

        def claims(self, document):
            numbers = check_extractor("numbers", SAMPLE, awkward=False, timing=False)
            return [Claim.at(document, (0, 1), kind="number", value=numbers[0].value)] if document.text else ()

    claims = check_extractor(Extra(), SAMPLE, companions=["numbers"], awkward=False, timing=False)

    assert ["number"] == [claim.kind for claim in claims]


def test_a_module_is_a_plugin():
    module = SimpleNamespace(__name__="figures")
    with pytest.raises(ContractViolation, match="figures"):
        check_extractor(module, SAMPLE)


def test_a_busy_machine_is_no_quadratic_plugin():
    class Sleepy(Numbers):
        def claims(self, document):
            time.sleep(0.001 if len(document.text) > 100_000 else 0)
            return super().claims(document)

    assert check_extractor(Sleepy(), SAMPLE, awkward=False)
