"""What two outlets choose to call one group, told over whole articles; half of the cases must stay silent."""

import pytest

from newsdiff import Article, diff, extract

EVENT = "Fighting went on around Orlo in Andorra on Friday, and the bridge over the Tessin was closed. "


def labelled(left, right):
    """The label discrepancies of two articles, as (left words, right words, importance)."""
    one = Article(EVENT + left, outlet="Harbour Times", published="2026-03-12", language="en")
    two = Article(EVENT + right, outlet="Coast Herald", published="2026-03-12", language="en")
    report = diff(one, two, same_event=True)
    return [
        (found.left.surface, found.right.surface, found.importance)
        for found in report.discrepancies
        if found.kind == "group-label"
    ]


REGIME = "The Andorran government denied it. Regime forces shelled the hospital. Later the regime closed the schools."
GOVERNMENT = "The Andorran government denied everything. A bakery burned down, the government said."
TOLD = [
    # A loaded label for a state, beside the plain one that both have.
    (REGIME, GOVERNMENT, ("Regime forces", "Andorran government", 2)),
    (REGIME, GOVERNMENT + " “The regime will fall,” a student said.", ("Regime forces", "Andorran government", 2)),
    (
        "The Andorran government denied it. Andorran occupying forces shelled Orlo. The mayor left.",
        "The Andorran government met. Andorran troops shelled Orlo.",
        ("Andorran occupying forces", "Andorran troops", 3),
    ),
    # Two labels that each article mostly has, and the other never.
    (
        "Rebels took the mill of Orlo. The rebels burned the archive. A rebel offensive began at dawn.",
        "Jihadists took the mill of Orlo. The town fears the jihadists. Jihadist positions were shelled.",
        ("Rebels", "Jihadists", 2),
    ),
    (
        "Protesters filled the market of Orlo. The protesters sang. Most protesters left at noon.",
        "Rioters filled the market of Orlo. The rioters broke windows. Police chased the rioters.",
        ("Protesters", "Rioters", 2),
    ),
    # One counts a group among others.
    (
        "The envoy wants to separate the opposition from other terrorists in Orlo.",
        "The envoy wants to separate the opposition from terrorists in Orlo.",
        ("opposition from other terrorists", "opposition", 3),
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), TOLD)
def test_a_label_that_only_one_article_has_is_told(left, right, expected):
    assert expected in labelled(left, right)
    assert [(b, a, grave) for a, b, grave in labelled(left, right)] == labelled(right, left)


SILENT = {
    "occupiers are seldom of the country that the article names": (
        "The Andorran government fled. Andorran troops fell back. The invaders took the mill of Orlo.",
        "The Andorran government fled. Andorran troops fell back.",
    ),
    "a regime that is said to be of another country": (
        "The Andorran government met. Andorran jets flew. The regime in Reykjavik fired. The regime hid.",
        "The Andorran government met. Andorran jets flew to Orlo.",
    ),
    "a regime that has the name of somebody": (
        "The Andorran government met. Voss's regime fired rockets. The regime hid its rockets.",
        "The Andorran government met. Andorran jets flew to Orlo.",
    ),
    "a set of rules": (
        "The Andorran government raised the levy. The tax regime is new. The regime costs jobs.",
        "The Andorran government raised the levy on Friday.",
    ),
    "rulers of the past": (
        "The Andorran government sent troops. The former regime fell in May. The old regime had killed many.",
        "The Andorran government sent troops to Orlo.",
    ),
    "a way of ruling": (
        "The Andorran government banned the march. Students shouted that dictatorship would not win.",
        "The Andorran government banned the march.",
    ),
    "a junta beside a government": (
        "The Andorran government fell. The junta closed the airport. The junta named a general.",
        "The Andorran government fell. Generals closed the airport.",
    ),
    "somebody else's word": (
        "The Andorran government freed prisoners. Ana Ruiz said the regime held more. The regime lied, Ana Ruiz said.",
        "The Andorran government freed prisoners.",
    ),
    "whoever comes from other groups": (
        "Fighters from other terrorist groups joined the assault on Orlo on Friday.",
        "Fighters joined the assault on Orlo on Friday.",
    ),
    "a wider and plainer word": (
        "Terrorists and other armed men fired at the mill of Orlo.",
        "Terrorists fired at the mill of Orlo.",
    ),
    "counted in by somebody who is quoted": (
        "“We fight the rebels and other terrorists in Orlo,” Ana Ruiz said.",
        "The army fights rebels in Orlo, Ana Ruiz said.",
    ),
    "said once, a label that takes a side is no choice": (
        "The Andorran government denied it. The regime shelled the hospital.",
        GOVERNMENT,
    ),
    "both have it": (REGIME, GOVERNMENT + " Regime troops left the town. The regime paid them."),
    "a regime of another country": (
        "The Andorran government denied it. The Icelandic regime shelled Orlo. The Icelandic regime met.",
        GOVERNMENT,
    ),
    "each mostly has its own label, but one has the other's too": (
        "Rebels took the mill. The rebels burned the archive. A rebel offensive began at dawn.",
        "Jihadists hold the airport. The town fears the jihadists. Rebels sold the mill. Jihadists prayed.",
    ),
    "two plain labels": (
        "Protesters filled the market of Orlo. The protesters sang. Most protesters left.",
        "Activists filled the market of Orlo. The activists sang. Most activists left.",
    ),
    "no more than half": (
        "Rebels took the mill of Orlo. Gunmen held the mill of Orlo. The rebels left. The gunmen stayed.",
        "Buses stood still. The town fears the jihadists, and the jihadists fear nobody.",
    ),
    "counted among those of its own name": (
        "The envoy wants to separate the rebels from other rebels in Orlo.",
        "The envoy wants to separate the rebels from their leaders in Orlo.",
    ),
    "both count it in": (
        "The envoy wants to separate the opposition from other terrorists in Orlo.",
        "The envoy will separate the opposition from other terrorists in Orlo, he said.",
    ),
}


@pytest.mark.parametrize(("left", "right"), SILENT.values(), ids=SILENT)
def test_what_both_articles_can_say_of_one_group_is_not_told(left, right):
    assert [] == labelled(left, right)
    assert [] == labelled(right, left)


def test_one_choice_of_words_is_told_once():
    left = REGIME + " Regime troops left Orlo. The regime buried its dead near the Tessin."
    right = GOVERNMENT + " Government troops left Orlo. The government buried its dead near the Tessin."

    assert [("Regime forces", "Government troops", 2)] == labelled(left, right)


def test_counting_in_says_who_does():
    left = Article(EVENT + TOLD[-1][0], outlet="Harbour Times", language="en")
    right = Article(EVENT + TOLD[-1][1], outlet="Coast Herald", language="en")

    for report in (diff(left, right, same_event=True), diff(right, left, same_event=True).flipped()):
        (found,) = (it for it in report.discrepancies if it.kind == "group-label")
        assert found.reason.endswith(
            "Harbour Times counts the “opposition” among the “terrorists”, Coast Herald does not."
        )


def test_an_organisation_counted_among_others_is_theirs():
    text = "The Karsa Liberation Front (KLF) left. The KLF and other terrorist groups met in Orlo."
    found = extract(Article(text, language="en"), kinds={"group"}).claims

    (claim,) = (it for it in found if it.surface == "KLF and other terrorist groups")
    assert ("terrorist", "Karsa Liberation Front") == (claim.value.label, claim.scope.holder)


def test_labels_of_one_owner_say_whose_they_are():
    left = Article("Rebels shelled Orlo. Rebels of the Karsa Front (KF) left the town.", outlet="Harbour Times")
    right = Article(
        "Terrorists shelled Orlo. The Karsa Front, a terrorist group, left the town.", outlet="Coast Herald"
    )

    (found,) = (it for it in diff(left, right, same_event=True).discrepancies if it.kind == "group-label")
    assert "two labels for one side (Karsa Front): " in found.reason
