"""How groups of two articles are aligned and compared: forty pairs of sentences, half of which must stay silent."""

import pytest

import newsdiff
import newsdiff_groups
from newsdiff import Article, extract, plugins
from newsdiff_groups._kind import kind

GROUPS = plugins.from_modules({"groups": newsdiff_groups})
KIND = kind()


def found(text):
    return extract(Article(text, outlet="Harbour Times", language="en"), plugins=GROUPS).of("group")


def named(text, surface):
    """The claim on *surface* in *text*."""
    return next(claim for claim in found(text) if claim.surface == surface)


def verdict(left, a, right, b):
    x, y = named(left, a), named(right, b)
    if KIND.key(x) is None or KIND.key(x) != KIND.key(y) or KIND.similarity(x, y) == 0:
        return None
    return KIND.compare(x, y)


def told(left, a, right, b):
    """Kind and importance of what a reader is told of two mentions, or None for silence."""
    said = verdict(left, a, right, b)
    return (said.kind, said.importance) if said and said.relation == "variation" else None


LABELS = [  # label and sentence on each side, importance
    ("rebels", "The rebels shelled Orlo.", "terrorists", "The terrorists shelled Orlo.", 3),
    ("fighters", "The fighters left Orlo.", "terrorists", "The terrorists left Orlo.", 3),
    ("rebels", "The rebels left Orlo.", "militants", "The militants left Orlo.", 2),
    ("rebels", "The rebels left Orlo.", "freedom fighters", "The freedom fighters left Orlo.", 3),
    ("gunmen", "The gunmen left Orlo.", "mercenaries", "The mercenaries left Orlo.", 2),
    ("gunmen", "The gunmen left Orlo.", "rebels", "The rebels left Orlo.", 1),
    ("government", "The government closed the port.", "regime", "The regime closed the port.", 2),
    ("government", "The government closed the port.", "dictatorship", "The dictatorship closed the port.", 3),
    ("Tessin government", "The Tessin government closed it.", "Tessin regime", "The Tessin regime closed it.", 2),
    ("protesters", "The protesters blocked the road.", "rioters", "The rioters blocked the road.", 2),
    ("protesters", "The protesters blocked the road.", "mob", "The mob blocked the road.", 3),
    ("demonstrators", "The demonstrators sang.", "hooligans", "The hooligans sang.", 3),
    ("migrants", "The migrants were freed.", "illegals", "The illegals were freed.", 3),
    ("migrants", "The migrants were freed.", "illegal immigrants", "The illegal immigrants were freed.", 2),
    ("settlers", "The settlers left.", "colonists", "The colonists left.", 2),
    ("prisoners", "The prisoners were freed.", "hostages", "The hostages were freed.", 1),
    ("troops", "The troops entered Orlo.", "occupation forces", "The occupation forces entered Orlo.", 3),
    ("Iraqi army", "The Iraqi army left.", "Iraqi occupiers", "The Iraqi occupiers left.", 3),
    ("separatists", "The separatists met.", "extremists", "The extremists met.", 2),
    ("activists", "The activists met.", "agitators", "The agitators met.", 2),
    ("insurgents", "The insurgents met.", "bandits", "The bandits met.", 3),
]
NAMES = [
    ("Nusra Front", "The Nusra Front left Orlo.", "Jabhat Fateh al-Sham", "Jabhat Fateh al-Sham left Orlo.", 2),
    ("Daesh", "Daesh left Orlo.", "Islamic State", "Islamic State left Orlo.", 2),
    ("Hezbollah", "Hezbollah left Orlo.", "Hizbullah", "Hizbullah left Orlo.", 1),
    ("Jaysh al-Nahr", "Residents feared Jaysh al-Nahr.", "Jaish al-Nahr", "Residents feared Jaish al-Nahr.", 1),
    (
        "Karsa Front",
        "The Karsa Front, formerly known as the Orlo Union, met.",
        "Orlo Union",
        "The Orlo Union met.",
        2,
    ),
]


@pytest.mark.parametrize(("a", "left", "b", "right", "importance"), LABELS)
def test_another_framing_label_is_told_with_its_weight(a, left, b, right, importance):
    assert ("group-label", importance) == told(left, a, right, b)
    assert ("group-label", importance) == told(right, b, left, a)


@pytest.mark.parametrize(("a", "left", "b", "right", "importance"), NAMES)
def test_another_name_is_told_with_its_weight(a, left, b, right, importance):
    assert ("group-name", importance) == told(left, a, right, b)
    assert ("group-name", importance) == told(right, b, left, a)


SILENT = [  # surface and sentence on each side
    ("rebels", "The rebels left.", "rebels", "The rebels stayed."),
    ("rebels", "The rebels left.", "rebel fighters", "The rebel fighters stayed."),
    ("settlers", "The settlers left.", "migrants", "The migrants left."),
    ("rebels", "The rebels left.", "soldiers", "The soldiers left."),
    ("rebels", "The rebels left.", "protesters", "The protesters left."),
    ("residents", "The residents left.", "terrorists", "The terrorists left."),
    ("residents", "The residents left.", "victims", "The victims left."),
    ("police", "The police left.", "rioters", "The rioters left."),
    ("gunmen", "The gunmen left.", "attackers", "The attackers left."),
    ("Syrian rebels", "Syrian rebels left.", "Malian terrorists", "Malian terrorists left."),
    ("Syrian army", "The Syrian army left.", "Turkish occupation forces", "The Turkish occupation forces left."),
    ("Karsa regime", "The Karsa regime fell.", "Tessin government", "The Tessin government fell."),
    ("Hamas fighters", "Hamas fighters left.", "Fatah terrorists", "Fatah terrorists left."),
    ("Hamas", "Hamas met.", "Fatah", "Fatah met."),
    ("Karsa Liberation Front", "The Karsa Liberation Front met.", "KLF", "The KLF met."),
    ("United Nations", "The United Nations met.", "U.N.", "The U.N. met."),
    (
        "Tessin Rescue Organisation",
        "The Tessin Rescue Organisation met.",
        "Tessin Rescue Organization",
        "The Tessin Rescue Organization met.",
    ),
    ("Varn Chemicals Inc", "Varn Chemicals Inc closed.", "Varn Chemicals", "Varn Chemicals closed."),
    (
        "Karsa Liberation Front",
        "The Karsa Liberation Front met.",
        "Tessin Liberation Front",
        "The Tessin Liberation Front met.",
    ),
    ("Karsa Army", "The Karsa Army left.", "Karsa Air Force", "The Karsa Air Force left."),
    ("Finance Ministry", "The Finance Ministry met.", "Ministry of Finance", "The Ministry of Finance met."),
    ("Syrian", "A Syrian ship sank.", "Iraqi", "An Iraqi ship sank."),
    ("Moscow", "Moscow denied it.", "Russia", "Russia denied it."),
    ("Moscow", "Moscow denied it.", "Ankara", "Ankara denied it."),
]


@pytest.mark.parametrize(("a", "left", "b", "right"), SILENT)
def test_what_is_no_difference_stays_silent(a, left, b, right):
    assert told(left, a, right, b) is None
    assert told(right, b, left, a) is None


def test_a_loaded_label_in_a_quotation_weighs_less_than_in_the_outlets_own_words():
    plain = "The rebels shelled Orlo."
    quoted = 'The minister said: "We will not talk to terrorists now."'

    assert ("group-label", 2) == told(plain, "rebels", quoted, "terrorists")
    assert ("group-label", 3) == told(plain, "rebels", "The terrorists shelled Orlo.", "terrorists")


def test_distance_is_a_stance_and_weighs_less():
    scare = named("The “rebels” left Orlo.", "rebels")
    so_called = named("The so-called rebels left Orlo.", "rebels")

    assert (scare.value.stance, scare.value.voice) == ("scare", "outlet")
    assert so_called.value.stance == "so-called"
    assert "with distance" in KIND.compare(scare, named("The terrorists left.", "terrorists")).reason


def test_the_reason_names_both_labels_and_the_loaded_one_but_no_outlet():
    said = verdict("The rebels left.", "rebels", "The terrorists left.", "terrorists")

    assert "{left} says “rebel” in its own words" in said.reason
    assert "{right} says “terrorist” in its own words" in said.reason
    assert said.reason.endswith("“terrorist” is the more loaded")


def test_repeats_are_merged_into_the_outlets_own_words_and_the_fullest_name():
    text = 'The KLF met. "The KLF is tired," she said. The Karsa Liberation Front (KLF) left.'
    claims = [claim for claim in found(text) if claim.value.type == "ORG"]

    assert {"Karsa Liberation Front"} == {claim.value.name for claim in claims}
    assert "Karsa Liberation Front" == KIND.merge(claims).surface
    assert KIND.merge(claims).confidence > claims[0].confidence


def test_only_repeated_actors_may_be_missed():
    once, source = named("The Karsa Front met.", "Karsa Front"), named("The Defence Ministry met.", "Defence Ministry")
    twice = KIND.merge([once, once])

    assert not KIND.omission(once)
    assert KIND.omission(twice)
    assert not KIND.omission(KIND.merge([source, source]))


def test_a_bare_label_belongs_to_the_only_state_the_article_names():
    text = "The Syrian army shelled Orlo. The regime denied it."
    two = "The Syrian army and the Turkish army shelled Orlo. The regime denied it."

    assert named(text, "regime").scope.holder == "Syria"
    assert named(two, "regime").scope.holder is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rebels of the Karsa Liberation Front left Orlo.", "Rebels"),
        ("The rebel movement, the Karsa Liberation Front, left Orlo.", "rebel movement"),
        ("The Karsa Liberation Front, a rebel group, left Orlo.", "rebel group"),
        ("The Karsa Liberation Front is a terrorist organisation.", "terrorist organisation"),
    ],
)
def test_a_label_beside_a_name_is_of_that_group(text, label):
    assert "Karsa Liberation Front" == named(text, label).scope.holder


def test_labels_of_one_owner_are_alike_and_labels_of_two_are_not():
    ours = named("Rebels of the Karsa Liberation Front left.", "Rebels")
    same = named("Terrorists of the KLF left.", "Terrorists")
    other = named("Terrorists of the Tessin League left.", "Terrorists")

    assert KIND.similarity(ours, same) >= 0.8
    assert 0 == KIND.similarity(ours, other)


def test_similarity_and_compare_are_symmetric_on_all_pairs():
    claims = [claim for _, text, _, other, _ in LABELS + NAMES for side in (text, other) for claim in found(side)]
    flip = {"agree": "agree"}
    for a in claims:
        for b in claims:
            if KIND.key(a) is None or KIND.key(a) != KIND.key(b):
                continue
            assert KIND.similarity(a, b) == KIND.similarity(b, a)
            x, y = KIND.compare(a, b), KIND.compare(b, a)
            assert (flip.get(x.relation, x.relation), x.kind, x.importance) == (y.relation, y.kind, y.importance)


def test_two_articles_with_two_labels_for_one_group_give_one_discrepancy():
    left = Article("Rebels shelled the market of Orlo on Friday, killing nine people.", outlet="Harbour Times")
    right = Article("Terrorists shelled the market of Orlo on Friday, killing nine people.", outlet="Coast Herald")
    report = newsdiff.diff(left, right, same_event=True, plugins=GROUPS)

    assert ["group-label"] == [item.kind for item in report.discrepancies]
    assert 3 == report.discrepancies[0].importance


def test_an_article_never_differs_from_itself():
    text = " ".join(text for _, text, _, other, _ in LABELS + NAMES for text in (text, other))
    article = Article(text, outlet="Harbour Times")

    assert () == tuple(newsdiff.diff(article, article, same_event=True, plugins=GROUPS).discrepancies)


def test_a_group_that_the_other_article_names_inside_a_description_is_not_missing():
    left = Article("The Karsa Front met in Orlo. The Karsa Front wants peace.", outlet="Harbour Times", language="en")
    right = Article(
        "Karsa Front-held areas near Orlo want peace, people in Orlo said.", outlet="Coast Herald", language="en"
    )
    silent = Article(
        "The areas near Orlo want peace, people in Orlo said on Friday.", outlet="Coast Herald", language="en"
    )

    def missing(other):
        report = newsdiff.diff(left, other, same_event=True, plugins=GROUPS)
        return [item.left.surface for item in report.discrepancies if item.kind == "group-omission"]

    assert [] == missing(right)
    assert ["Karsa Front"] == missing(silent)


def test_a_label_of_a_doubtful_event_is_still_the_label_of_that_group():
    left = Article("The rebels shelled the market of Orlo on Friday.", outlet="Harbour Times", language="en")
    right = Article(
        "The terrorists may have shelled the market of Orlo on Friday.", outlet="Coast Herald", language="en"
    )
    report = newsdiff.diff(left, right, same_event=True, plugins=GROUPS)

    assert ["group-label"] == [item.kind for item in report.discrepancies]
    assert newsdiff.Scope() == report.discrepancies[0].left.scope
