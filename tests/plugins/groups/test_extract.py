"""Which groups a sentence names, with type and exact words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdiff_groups
from newsdiff import Article, extract, plugins
from newsdiff.testing import assert_linear

GROUPS = plugins.from_modules({"groups": newsdiff_groups})


def groups(text):
    return extract(Article(text, language="en"), plugins=GROUPS).claims


def spans(text, *types):
    return [claim.surface for claim in groups(text) if claim.value.type in types]


ORGANISATIONS = [
    ("The Karsa Liberation Front left.", ["Karsa Liberation Front"]),
    ("The Ministry of Fisheries and Sport said so.", ["Ministry of Fisheries and Sport"]),
    ("The Food and Harbour Agency closed it.", ["Food and Harbour Agency"]),
    ("The Rally for the Return of the Fishermen met.", ["Rally for the Return of the Fishermen"]),
    ("German Foreign Ministry officials met.", ["Foreign Ministry"]),
    ("The KLF and the TPA met.", ["KLF", "TPA"]),
    ("A U.N. convoy left.", ["U.N."]),
    ("Varn Chemicals Inc. shares fell. Varn rose.", ["Varn Chemicals Inc.", "Varn"]),
    ("She works for Orlo Foods & Sons Ltd.", ["Orlo Foods & Sons Ltd"]),
    ("Members of Tarana were held.", ["Tarana"]),
    ("He joined Tarana. A Tarana spokesman denied it.", ["Tarana", "Tarana"]),
    ("Shares in Qelm fell.", ["Qelm"]),
    ("Hamas and Hezbollah met.", ["Hamas", "Hezbollah"]),
    ("al-Qaeda denied it.", ["al-Qaeda"]),
    ("The Lord's Resistance Army left.", ["Lord's Resistance Army"]),
    ("The People’s Army of Tessin left.", ["People’s Army of Tessin"]),
    ("Islamic State of Iraq and the Levant left.", ["Islamic State of Iraq and the Levant"]),
    (
        "The Tessin Observatory for Human Rights said so. The Observatory counted.",
        ["Tessin Observatory for Human Rights", "Observatory"],
    ),
    ("State Department Spokesman Ivo Lenz left.", ["State Department"]),
    ("The Karsa Council on Monday met.", ["Karsa Council"]),
    ("Tessin's Labour Party won.", ["Labour Party"]),
    ("Radio Tessin said so.", []),  # first in its sentence: an opener or a name?
    ("He told Radio Tessin so.", ["Radio Tessin"]),
]


@pytest.mark.parametrize(("text", "expected"), ORGANISATIONS)
def test_organisations_are_found_by_form_role_and_repeat(text, expected):
    assert expected == spans(text, "ORG")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz and Ivo Lenz met.",
        "President Ruiz told Lenz so.",
        "They met in Port Lisse, near the West Bank.",
        "The Soviet Union fell.",
        "A TV crew filmed the DNA test on CCTV.",
        "OIL PRICES FALL AS MARKETS WAIT",
        "On Monday, May and June were cold.",
        "The USS Orlo sailed at 5 PM GMT.",
        "KLF-held areas were shelled.",
        "nothing here has a capital",
    ],
)
def test_people_places_times_and_shouting_are_no_organisations(text):
    assert [] == spans(text, "ORG")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Syrian and Iraqi troops left.", ["Syrian", "Iraqi"]),
        ("Iraqi Kurds met Latin American bishops.", ["Iraqi Kurds", "Latin American"]),
        ("S. African miners met.", ["S. African"]),
        ("An Arab-Israeli league.", ["Arab-Israeli"]),
        ("French-speaking pupils.", []),
        ("The Syrian Football Union met.", []),
        ("Danes, Swedes and Poles met the Dutch.", ["Danes", "Swedes", "Poles", "Dutch"]),
    ],
)
def test_nationalities_and_peoples(text, expected):
    assert expected == spans(text, "NORP")


@pytest.mark.parametrize(
    ("text", "type_", "surface", "label"),
    [
        ("The rebels left.", "LABEL", "rebels", "rebel"),
        ("The foreign-backed rebels left.", "LABEL", "foreign-backed rebels", "rebel"),
        ("Several hundred residents left.", "LABEL", "residents", None),
        ("A Syrian rebel group left.", "DESC", "Syrian rebel group", "rebel"),
        ("The Syrian regime fell.", "DESC", "Syrian regime", "regime"),
        ("The Diaz regime fell.", "DESC", "Diaz regime", "regime"),
        ("Diaz’s brutal regime fell.", "DESC", "Diaz’s brutal regime", "regime"),
        ("The regime of Diaz fell.", "DESC", "regime of Diaz", "regime"),
        ("The US-led coalition left.", "DESC", "US-led coalition", "coalition"),
        ("The pro-Diaz forces left.", "DESC", "pro-Diaz forces", "forces"),
        ("The anti-Diaz forces left.", "LABEL", "anti-Diaz forces", "opposition"),
        ("The anti Diaz forces left.", "LABEL", "anti Diaz forces", "opposition"),
        ("Anti-Diaz forces left.", "LABEL", "Anti-Diaz forces", "opposition"),
        ("The anti government forces left.", "LABEL", "anti government forces", "opposition"),
        ("The anti-Diaz rebels left.", "LABEL", "anti-Diaz rebels", "rebel"),
        ("The anti-terror forces left.", "LABEL", "anti-terror forces", "forces"),
        ("Hamas militants left.", "DESC", "Hamas militants", "militant"),
        ("They held rebel-held Orlo.", "LABEL", "rebel-held", "rebel"),
        ("Terrorists left.", "LABEL", "Terrorists", "terrorist"),
        ("A rebel offensive began.", "LABEL", "rebel", "rebel"),
        ("Rebel positions were shelled.", "LABEL", "Rebel", "rebel"),
        ("A foreign-backed militant attack failed.", "LABEL", "foreign-backed militant", "militant"),
        ("The Jihadi controlled eastern districts starve.", "LABEL", "Jihadi", "jihadist"),
        ("The Jihadi forces left.", "LABEL", "Jihadi forces", "jihadist"),
        ("The Syrian military forces left.", "DESC", "Syrian military forces", "forces"),
    ],
)
def test_labels_are_found_bare_and_with_their_name(text, type_, surface, label):
    found = [claim for claim in groups(text) if claim.value.type == type_]

    assert [(surface, label)] == [(claim.surface, claim.value.label) for claim in found]


@pytest.mark.parametrize(
    "text",
    [
        "A rebel held a gun.",
        "A militant controlled his temper.",
        "The terrorist attack of May failed.",
        "A rebel left.",
    ],
)
def test_one_person_and_the_name_of_a_deed_label_no_group(text):
    assert [] == [claim.surface for claim in groups(text) if claim.value.label]


def test_a_label_inside_a_name_is_no_label():
    assert [] == spans("The United States and the Karsa Rebels Cup.", "LABEL", "DESC")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Moscow denied it.", "Russia"),
        ("Britain has warned them.", "United Kingdom"),
        ("Iran later accused them.", "Iran"),
    ],
)
def test_countries_that_act_are_groups(text, country):
    assert [country] == [claim.value.name for claim in groups(text) if claim.value.type == "GPE"]


def test_countries_that_do_not_act_are_no_groups():
    assert [] == spans("They met in Moscow. Snow fell over Iran. The Iran of old.", "GPE")


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("The Karsa Liberation Front (KLF) met. The KLF left.", "Karsa Liberation Front", ("KLF",)),
        ("The KLF (Karsa Liberation Front) met.", "Karsa Liberation Front", ("KLF",)),
        ("The Karsa Front, formerly the Orlo Union, met.", "Karsa Front", ("Orlo Union",)),
        ("The Karsa Front, also known as the Orlo Union, met.", "Karsa Front", ("Orlo Union",)),
        ("The Union of Tessin Sailors (OTS) met.", "Union of Tessin Sailors", ()),
        ("The Karsa Front, also the Orlo Union, met.", "Karsa Front", ()),
        ("The Karsa Front or the Orlo Union met.", "Karsa Front", ()),
    ],
)
def test_other_names_are_those_the_article_states(text, name, aliases):
    first = next(claim for claim in groups(text) if claim.value.type == "ORG" and claim.value.name == name)

    assert aliases == first.value.aliases


def test_a_name_goes_on_after_the_line_end_of_hard_wrapped_text():
    wrapped = (
        "Lorries block the harbour of Orlo\n\n"
        "The harbour of Orlo was closed for most of Friday after the Karsa Liberation\n"
        "Front had blocked its only gate with eleven lorries, people in the town said.\n"
        "Nobody was hurt, a harbour guard said, but two ships had to wait outside until\n"
        "the morning of the next day."
    )
    lines = "It was a Karsa Liberation\nFront page news followed."

    assert ["Karsa Liberation\nFront"] == spans(wrapped, "ORG")
    assert ["Karsa Liberation Front"] == [claim.value.name for claim in groups(wrapped) if claim.value.type == "ORG"]
    assert [] == spans(lines, "ORG")


def test_voice_tells_quoted_words_from_the_outlets_own():
    voices = {
        claim.surface: claim.value.voice for claim in groups('The rebels left. "The terrorists won\'t stop," he said.')
    }

    assert {"rebels": "outlet", "terrorists": "quoted"} == voices


PIECES = st.sampled_from(
    "The Karsa Liberation Front|KLF|(KLF)|rebels|Syrian|U.N.|'s|’s|-|of|and|the|“|”|\"|.|,|\n|\r\n|\u00a0|al-|Inc.|Ltd|"
    "\ud800|🏴|\u202e|ÉLAN|Ministry|regime|so-called|-held|formerly|1996|5th|İ|ǅ|Ａ|'".split("|")
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["", " "]))
def test_any_text_gives_claims_that_stand_where_they_say(pieces, gap):
    text = gap.join(pieces)
    found = newsdiff_groups.newsdiff_extract(newsdiff_groups.Document(Article(text, language="en")))

    for claim in found:
        assert text[claim.span.start : claim.span.end] == claim.surface
        assert claim.value.name.strip()


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=30))
def test_names_never_overlap_one_another(pieces):
    taken = [claim.span for claim in groups(" ".join(pieces)) if claim.value.type in ("ORG", "LABEL", "DESC")]

    assert not any(a.overlaps(b) for i, a in enumerate(taken) for b in taken[i + 1 :])


@pytest.mark.parametrize(
    "unit",
    [
        "A" * 50,
        "Aa ",
        "A.",
        "A-",
        "A of ",
        "al-",
        "rebel ",
        "the ",
        "“",
        "The Ministry of ",
        "A’s ",
        "(",
        "US-led ",
        "Syrian ",
    ],
)
def test_long_hostile_text_takes_linear_time(unit):
    def document(size):
        made = newsdiff_groups.Document(Article(unit * (size // len(unit)), language="en"))
        _ = made.sentences, made.quoted  # shared, and measured elsewhere
        return made

    assert_linear(lambda made: list(newsdiff_groups.newsdiff_extract(made)), prepare=document, size=4_000)
