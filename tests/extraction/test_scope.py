"""Scope: what the words around a claim say it is about, and when two scopes cannot be about one thing."""

import copy
import pickle
from datetime import datetime

import pytest
from attrs import asdict, astuple, evolve, exceptions

from newsdiff import Article, Claim, Document, Quotation, Scope, Timex
from newsdiff.extraction.scope import clash, elsewhere, scoped
from newsdiff.language.places import countries
from newsdiff.render.schema import claim_to_plain


def scope_of(text: str, words: str, published: str | None = "2026-03-12", *others: Claim) -> Claim:
    """Scope the claim on *words* in *text*."""
    article = Article(text, published=published)
    start = text.index(words)
    claim = Claim.at(article, (start, start + len(words)), kind="number", value=1)
    return next(found for found in scoped(Document(article), [claim, *others]) if found.span == claim.span)


OLD = "The town was calm.\n\nShops were open.\n\nPolice stood about.\n\n{}"


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("In 2019 a flood hit the valley. It killed 9 people.", True),
        ("In 2019 a flood hit the valley.\n\nIt killed 9 people.", True),
        ("A flood in 2019 laid waste to the valley. It killed 9 people.", True),
        ("A flood in 2019 laid waste to the valley.\n\nThe fire killed 9 people.", False),
        ("He was arrested in 2019. About 9 people met outside.", False),
        ("In 2019 a flood hit the valley.\n\nThe state has sent 9 people there.", False),
    ],
)
def test_history_goes_on_behind_a_sentence_that_sets_an_old_scene(text: str, background: bool) -> None:
    text = OLD.format(text)
    at = text.index("2019")
    year = Claim.at(Article(text), (at, at + 4), kind="date", value=timex(1, 1, 2019))

    assert background == scope_of(text, "9 people", "2026-03-12", year).scope.background


@pytest.mark.parametrize(
    ("text", "words", "old"),
    [
        ("Three people were killed in the derailment of 2019.", "Three", True),
        ("Three people were killed in the 2019 derailment.", "Three", True),
        ("Three people were killed in a valley hit by the flood of 2019.", "Three", False),
        ("The strike, which was called in 2019, has drained 9 firms.", "9 firms", False),
        ("The bridge, which was built in 2019, is 9 metres wide.", "9 metres", False),
        ("The bridge, which cost 9 crowns in 2019, is closed.", "9 crowns", True),
    ],
)
def test_a_time_inside_a_noun_or_an_aside_dates_no_claim_beside_it(text: str, words: str, old: bool) -> None:
    at = text.index("2019")
    year = Claim.at(Article(text), (at, at + 4), kind="date", value=timex(1, 1, 2019))

    assert old == scope_of(text, words, "2026-03-12", year).scope.background


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The jet from Brussels hit a hangar in Karsholm and hurt 9 people.", "Karsholm"),
        ("The bus to Paris overturned near Karsholm and 9 people died.", "Karsholm"),
        ("The bus from Paris overturned and 9 people died.", None),
    ],
)
def test_where_somebody_comes_from_or_goes_to_is_not_where_it_happened(text: str, place: str | None) -> None:
    assert place == scope_of(text, "9 people").scope.place


def timex(day: int, month: int = 3, year: int = 2026) -> Timex:
    start = datetime(year, month, day)
    return Timex("DATE", start.date().isoformat(), earliest=start, latest=start.replace(hour=23))


@pytest.mark.parametrize(
    ("text", "words", "background"),
    [
        ("The blast killed 9 people on Tuesday.", "9", False),
        ("A fire at the same works killed 14 people in 2004.", "14", True),
        ("Two years ago a blast killed 14 people there.", "14", True),
        ("It was the worst fire in decades, with 30 hurt.", "30", False),
        ("The fire destroyed 20 homes, a council member said.", "20", False),
        ("In 2026 the town counted 3 fires.", "3", False),
        ("A similar leak killed 6 people.", "6", True),
        ("The mine produced 38,000 tonnes compared with 31,000 before.", "31,000", True),
        ("Turnout was 61 per cent, the highest since 1998.", "61 per cent", False),
        ("Sales rose to 38,000 tonnes from 31,000 in 2019.", "38,000", False),
        ("Sales rose to 38,000 tonnes from 31,000 in 2019.", "31,000", True),
        ("Sales were 8 per cent higher than in 2019.", "8 per cent", False),
        ("More than 300 people drowned in 2019.", "More than 300", True),
    ],
)
def test_history_beside_the_news_is_background(text: str, words: str, background: bool) -> None:
    assert background == scope_of(text, words).scope.background


@pytest.mark.parametrize(
    ("words", "published", "day", "background"),
    [
        ("9", "2026-03-12", timex(8), False),
        ("9", None, Timex("DATE", "XXXX-WXX-7"), False),
        ("140", "2026-03-12", timex(8), True),
        ("9", "2026-03-12", timex(8, 1, 2019), True),
    ],
)
def test_a_day_of_the_news_stands_nearer_than_the_history_behind_it(
    words: str, published: str | None, day: Timex, background: bool
) -> None:
    text = "A flood killed 9 people on Sunday in a valley still poor from a storm that in 2004 killed 140."
    sunday = Claim.at(Article(text), (27, 33), kind="date", value=day)

    assert background == scope_of(text, words, published, sunday).scope.background


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("The flood killed 9 people.", "9", "asserted"),
        ("The flood could displace 900 people.", "900", "hypothetical"),
        ("The ministry denied that 40 people were held.", "40", "denied"),
        ("If the dam fails, 5,000 homes are lost.", "5,000", "hypothetical"),
        ("The flood killed 9 people; 900 more may have to leave.", "9", "asserted"),
        ("The flood killed 9 people; 900 more may have to leave.", "900", "hypothetical"),
        ("The flood killed 9 people and raised fears of 900 more deaths.", "9", "asserted"),
        ("The flood killed 9 people and raised fears of 900 more deaths.", "900", "hypothetical"),
        ("The flood killed 9 people and 900 are feared lost.", "900", "hypothetical"),
        ("The minister said the state would send 12 inspectors.", "12", "asserted"),
        ("The minister said the state would send 12 inspectors if asked.", "12", "hypothetical"),
        ("The ministry estimated that a flood would kill 12 people.", "12", "hypothetical"),
        ("It rained at 10:30, a flood killed 9 and threatened 40 homes.", "9", "asserted"),
        ("The envoy met 9 villagers, adding that many might flee.", "9", "asserted"),
        ('The flood could have been "no surprise" to 9 people.', "9", "hypothetical"),
        ("A second quake would kill 12 people.", "12", "hypothetical"),
        ("The flood may have killed 9 people and raised fears of more.", "9", "hypothetical"),
    ],
)
def test_status_is_that_of_the_clause(text: str, words: str, status: str) -> None:
    assert status == scope_of(text, words).scope.status


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("At least 9 people died, police said.", "police"),
        ("According to the Harbour Office, 9 people died.", "Harbour Office"),
        ("According to the Harbour Office on Monday 9 people died.", "Harbour Office"),
        ("Ana Ruiz said 9 people died.", "Ana Ruiz"),
        ("Ana Ruiz tweeted that 9 people died.", "Ana Ruiz"),
        ("At least 9 people died, local doctors said.", "doctors"),
        ("Ana Ruiz wrote 9 books.", None),
        ("Nobody is safe, police in Port Lisse said, and 9 people died.", "police in Port Lisse"),
        ("There were 9 dead.", None),
    ],
)
def test_who_vouches_is_read_from_the_sentence(text: str, attribution: str | None) -> None:
    assert attribution == scope_of(text, "9").attribution


def test_a_claim_inside_a_quotation_is_vouched_for_by_its_speaker() -> None:
    text = "“We counted 9 dead,” Mara Dell told reporters."
    quotation = Claim.at(Article(text), (1, 18), kind="quote", value=Quotation("direct", text[1:18], "Mara Dell"))

    assert scope_of(text, "9", None, quotation).attribution == "Mara Dell"


def test_the_holder_of_an_age_is_the_name_beside_it() -> None:
    assert scope_of("Police named the dead man as Ivo Hartmann, 41, of Lisse.", "41").scope.holder == "Ivo Hartmann"
    assert scope_of("The 41-year-old Ivo Hartmann was found.", "41-year-old").scope.holder == "Ivo Hartmann"


def test_the_nearest_time_and_place_of_the_sentence_are_the_claims() -> None:
    text = "On Monday 9 people died in France, and on Tuesday 4 died in Spain."
    article = Article(text)
    times = [
        Claim.at(article, (text.index(day), text.index(day) + len(day)), kind="date", value=value)
        for day, value in (("Monday", timex(9)), ("Tuesday", timex(10)))
    ]

    first, second = scope_of(text, "9", None, *times).scope, scope_of(text, "4", None, *times).scope

    assert (first.time, first.place) == (timex(9), "France")
    assert (second.time, second.place) == (timex(10), "Spain")


@pytest.mark.parametrize(
    ("a", "b", "clashes"),
    [
        (Scope(), Scope(), False),
        (Scope(background=True), Scope(), True),
        (Scope(status="hypothetical"), Scope(), True),
        (Scope(status="reported"), Scope(), False),
        (Scope(holder="Ana Ruiz"), Scope(holder="Ruiz"), False),
        (Scope(holder="Ana Ruiz"), Scope(holder="Ivo Hartmann"), True),
        (Scope(part="part"), Scope(part="total"), True),
        (Scope(part="part"), Scope(), False),
        (Scope(time=timex(9)), Scope(time=timex(10)), False),
        (Scope(time=timex(9)), Scope(time=timex(9, 1)), True),
        (Scope(time=timex(9)), Scope(), False),
    ],
)
def test_scopes_clash_in_both_directions_or_not_at_all(a: Scope, b: Scope, clashes: bool) -> None:
    assert clashes == (clash(a, b) is not None) == (clash(b, a) is not None)


def test_a_country_and_a_town_may_be_one_place_but_two_towns_are_not() -> None:
    country = min(countries())

    assert elsewhere(Scope(place="Lisse"), Scope(place="Karsa"))
    assert not elsewhere(Scope(place="Lisse"), Scope(place=country))
    assert not elsewhere(Scope(place="Lisse"), Scope(place="Port Lisse"))
    assert not elsewhere(Scope(place="Lisse"), Scope())


def test_what_a_plugin_set_is_kept() -> None:
    article = Article("The flood could displace 900 people.")
    claim = Claim.at(article, (25, 28), kind="number", value=900.0, scope=Scope(part="total", holder="town"))

    found = scoped(Document(article), [claim])[0].scope

    assert (found.part, found.holder, found.status) == ("total", "town", "hypothetical")


@pytest.mark.parametrize(
    "seen",
    [
        lambda scope: scope.event,
        lambda scope: eval(repr(scope)).event,  # the form a failing test shows
        lambda scope: pickle.loads(pickle.dumps(scope)).event,
        lambda scope: copy.deepcopy(scope).event,
        lambda scope: evolve(scope, background=True).event,
        lambda scope: asdict(scope)["event"],
        lambda scope: astuple(scope)[2],
    ],
)
def test_the_event_is_there_however_it_is_first_asked_for(seen) -> None:
    assert seen(scope_of("The flood killed 9 people.", "9").scope) == ("flood", "kill", "person")


def test_a_found_scope_equals_a_written_one() -> None:
    found = scope_of("The flood killed 9 people.", "9").scope
    written = Scope(event=("flood", "kill", "person"))
    assert found == written
    assert hash(scope_of("The flood killed 9 people.", "9").scope) == hash(written)
    with pytest.raises(exceptions.FrozenInstanceError):
        found.event = ()
    with pytest.raises(AttributeError, match="'Scope' object has no attribute 'weather'"):
        _ = found.weather


def test_the_event_is_saved_before_anybody_asked_for_it() -> None:
    plain = claim_to_plain(scope_of("The flood killed 9 people.", "9"))
    assert plain is not None
    assert plain["scope"]["event"] == ["flood", "kill", "person"]
