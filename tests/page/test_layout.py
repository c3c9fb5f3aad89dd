"""Paragraphs and their parts; every page here is invented."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings

from newsdiff import Article, Document
from newsdiff.page import layout
from newsdiff.page.furniture import roles
from newsdiff.testing import assert_linear
from newsdiff.testing import strategies as news

LEAD = "Two miners died on Tuesday when a shaft collapsed near Port Lisse, the rescue service said in a statement."
NEXT = (
    "Rescuers reached the others before dawn. All eleven were taken to the hospital in Oban, where one was in surgery."
)
MORE = (
    "The owner, Halden Copper, said it had stopped work in the whole field and would wait for the inspectors to arrive."
)


def parts(text):
    return [(paragraph.span.of(text), paragraph.role) for paragraph in layout.paragraphs(text)]


def role_of(line, *, above=(LEAD, NEXT), below=(MORE,)):
    """The role of a line in the middle of an article."""
    rows = ["Shaft collapses near Port Lisse", *above, line, *below]
    return dict(parts("\n\n".join(rows)))[" ".join(line.split()) if line not in rows else line]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r", "\r\r", "\u2028", "\u2029", "\n \t\n", "\n\u00a0\n"])
def test_every_line_end_ends_a_paragraph(gap):
    assert [text for text, _ in parts(f"\ufeffShaft collapses{gap}{LEAD}{gap}{NEXT}{gap}")] == [
        "Shaft collapses",
        LEAD,
        NEXT,
    ]


@pytest.mark.parametrize("mark", ["\v", "\f", "\x1c", "\x85"])
def test_other_controls_do_not_end_a_line(mark):
    assert len(parts(f"Two miners died{mark}on Tuesday.")) == 1


def test_white_space_around_is_left_out():
    assert parts("\u00a0\u200b  Two died. \u202f\t\r\n") == [("Two died.", "body")]


WRAPPED = (
    "Two miners died on Tuesday when a shaft collapsed near\nPort Lisse, the regional rescue service said. Eleven\n"
    "others were brought up before dawn and taken to Oban,\nwhere one of them was in surgery.\n"
)


def test_wrapped_lines_are_one_paragraph():
    text = f"{WRAPPED}\n{WRAPPED}"

    assert [part.count("\n") for part, _ in parts(text)] == [3, 3]


def test_wrapped_lines_with_indents_start_paragraphs():
    lines = WRAPPED.splitlines()
    text = "\n".join(["   " + lines[0], *lines[1:3], "   " + lines[0], *lines[1:]])

    assert len(parts(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"Shaft collapses near Port Lisse, two miners dead\n{LEAD}\n{NEXT}",
        "Two died.\nThree were hurt.\nNobody came.\nThe road is shut.",
        "Oban 3 Lisse 1\nSkarn 0 Velmark 2\nKarsa 4 Halden 4\nGrenmark 1 Aas 0",
        "two died in port lisse\nthe mayor spoke\nrescuers left\nall went home",
        "\n".join([LEAD] * 5),
    ],
    ids=["headline", "short sentences", "scores", "transcript", "long lines"],
)
def test_lines_of_their_own_are_not_joined(text):
    assert len(parts(text)) == text.count("\n") + 1


@pytest.mark.parametrize(
    "head",
    [
        "Shaft collapses near Port Lisse",
        "Two dead, eleven saved as shaft collapses",
        "Who closed the gates?",
        "Shaft collapses near Port Lisse.",
        "SHAFT COLLAPSES, TWO DEAD",
        "shaft collapses near port lisse",
        "‘Nobody warned us’: miners speak after collapse",
        "UPDATE 2-Shaft collapses near Port Lisse",
    ],
)
def test_headlines(head):
    assert parts(f"{head}\n\n{LEAD}\n\n{NEXT}")[0] == (head, "headline")


@pytest.mark.parametrize(
    "first",
    [
        LEAD,
        "“Nobody warned us,” said Ida Lunde.",
        "PORT LISSE, 3 May (Lisse Press) - Two died.",
        "He left. She stayed.",
    ],
)
def test_running_text_is_not_a_headline(first):
    assert parts(f"{first}\n\n{NEXT}\n\n{MORE}")[0] == (first, "body")


@pytest.mark.parametrize("text", [LEAD, "Shaft collapses", "shaft collapses", "Share", "©", "By Ana Ruiz", "5"])
def test_a_single_paragraph_is_always_read(text):
    assert parts(text) == [(text, "body")]


def test_nothing_is_furniture_when_nothing_would_be_left():
    assert {role for _, role in parts("Share\n\nRead more\n\nAdvertisement")} == {"body"}


FURNITURE = """
Advertisement
ADVERTISEMENT
Share this article
Share
Read more »
READ MORE: Inspectors shut the second shaft
Related: Halden Copper fined again
Subscribe to our morning letter for the news of the coast
Sign up for The Ledger's daily mail
Follow us on Telegram
Follow The Ledger on Facebook and Twitter
Join our WhatsApp channel
Become a member of The Ledger today
Support our journalism from as little as one crown a month.
The views expressed in this column are those of the author and not of The Ledger.
The statements, views and opinions expressed here are solely those of the author.
This site uses cookies to improve your visit. You can refuse them at any time.
This article was originally published by Radio Lisse.
© 2026 The Ledger
Copyright 2026 Coast Herald. All rights reserved.
All rights reserved.
www.ledger.example
https://ledger.example/copper/shaft?from=share
#PortLisse #Copper
@ledger_news
12 Comments
3 min read
News / Coast / Port Lisse
Home > News > Coast
Home » Coast
* * *
___
newsdesk@ledger.example
Ana Ruiz covers mines for The Ledger. Write to her at ana@ledger.example
Click here to see the pictures
Tags: copper, mines, Port Lisse
""".strip().split("\n")


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line):
    assert role_of(line) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Ruiz",
        "By Ana Ruiz and Denis Maro in Port Lisse",
        "BY ANA RUIZ",
        "By Our Staff",
        "(Reporting by Ana Ruiz; Editing by Vera Tolan)",
        "Reporting by Ana Ruiz in Oban and Denis Maro; editing by Vera Tolan",
        "Additional reporting by Vera Tolan",
        "-- Lisse newsroom 40 22 31",
        "Source: Lisse Press",
    ],
)
def test_bylines(line):
    assert role_of(line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "PORT LISSE 2026-05-03",
        "Port Lisse, 3 May 2026",
        "3 May 2026",
        "May 3, 2026 | 10:30 am",
        "Published: 3 May 2026 10:30 GMT",
        "Sun 3 May 2026 15.05 BST",
    ],
)
def test_datelines_alone(line):
    assert role_of(line, above=()) == "dateline"


@pytest.mark.parametrize(
    "line",
    [
        "The shaft near Port Lisse after the collapse. (Photo by Vera Tolan)",
        "FILE PHOTO: The shaft near Port Lisse in March",
        "Photo: Vera Tolan/Lisse Press",
        "Rescuers at the shaft near Port Lisse on Tuesday [Photograph: Vera Tolan]",
    ],
)
def test_captions(line):
    assert role_of(line) == "caption"


def test_a_name_that_the_next_paragraph_repeats_is_a_caption():
    said = "Mayor Ida Lunde said that the town was in mourning for its dead."
    text = f"Shaft collapses\n\nMayor Ida Lunde\n\n{said}\n\n{NEXT}"

    assert parts(text)[1] == ("Mayor Ida Lunde", "caption")


BODY = """
Nobody was hurt.
"No."
“No,” she said.
Two dead.
Rescuers work through the night
'We are still looking'
By Friday the toll had risen to five.
By then the gates were shut
Share prices of Halden Copper fell by a third.
Support for the mayor has grown since the collapse.
Comments by the mayor angered the families.
Read the report in full, she told the inspectors, and then speak.
Related families were told first, the service said.
The Ledger and/or Radio Lisse reported it first.
Photos of the shaft were sent to the inspectors on Monday.
The image of the mine has suffered, said Ida Lunde.
Follow the money, the inspector said on the radio.
By continuing to dig, the company broke the law.
By using this road, the rescuers saved an hour.
By clicking through the plans, the inspectors found a second shaft.
By signing up two hundred men, the union won the vote.
The author's views on mines are well known in Oban.
Top officials of the ministry left Oban on Monday.
Copyright law does not cover plans of mines, the court said.
More than 40 people were brought up.
More: 40 people were brought up.
5 people
43
Q: Who shut the gates?
A: Nobody knows.
MARO: Nobody knows.
- Two miners died
• Eleven were hurt
On 3 May 2026 the shaft collapsed
Written by hand, the letter named three officials.
Reporting by the ministry was late, the inspectors said.
Edited by Ida Lunde, the report ran to forty pages and was never read.
Source: Two officials and a miner said there had been a blast before the roof of the shaft fell in on Monday.
Sources: two officials and a miner spoke of a blast.
the mayor said so
Miners should write to help@oban.example at once, the rescue service said.
""".strip().split("\n")
# Lines that a page could also use for something else; kept here to show where the rules stand.
FURNITURE_AFTER_ALL = {"More: 40 people were brought up."}


@pytest.mark.parametrize("line", [line for line in BODY if line not in FURNITURE_AFTER_ALL])
def test_body_is_kept(line):
    assert role_of(line) == "body"


@pytest.mark.parametrize("line", BODY)
def test_body_is_kept_at_the_end_of_the_article(line):
    if line not in FURNITURE_AFTER_ALL:
        assert role_of(line, below=()) == "body"


def test_what_stands_under_related_posts_is_not_the_article():
    text = "\n\n".join(
        ["Shaft collapses", LEAD, NEXT, "Related Posts", "Copper price falls", "Why the coast is angry", "Latest News"]
    )

    assert [role for _, role in parts(text)] == ["headline", "body", "body"] + ["furniture"] * 4


def test_the_article_goes_on_after_a_related_box():
    text = "\n\n".join(["Shaft collapses", LEAD, "Related articles", "Copper price falls", NEXT, MORE])

    assert [role for _, role in parts(text)] == ["headline", "body", "furniture", "furniture", "body", "body"]


def test_comments_end_the_article_but_only_near_its_end():
    said = "I was there and it was much worse than they say, there were forty of us."
    late = "\n\n".join(["Shaft collapses", LEAD, NEXT, MORE, "Leave a comment", said])
    early = "\n\n".join(["Shaft collapses", "Comments", LEAD, NEXT, MORE])

    assert parts(late)[-1] == (said, "furniture")
    assert [role for _, role in parts(early)] == ["headline", "furniture", "body", "body", "body"]


def test_a_question_to_the_reader_does_not_end_the_article():
    text = "\n\n".join(["Shaft collapses", LEAD, NEXT, MORE, "What do you think?", NEXT])

    assert parts(text)[-1] == (NEXT, "body")


def test_buttons_at_the_end_take_the_short_lines_around_them():
    text = "\n\n".join(["Shaft collapses", LEAD, NEXT, "Support The Ledger", "Join Our Newsletter", "The Ledger App"])

    assert [role for _, role in parts(text)][3:] == ["furniture"] * 3


def test_a_page_title_above_the_headline():
    text = "\n\n".join(
        ["Shaft collapses near Port Lisse • The Ledger", "The Ledger", "Shaft collapses near Port Lisse", LEAD]
    )

    assert [role for _, role in parts(text)] == ["furniture", "furniture", "headline", "body"]


def test_a_table_of_results_is_body():
    rows = ["Results of the coast league", "Oban 83-4 (P. Aas 34)", "Skarn 120-3", "Lisse v Velmark, rain"]

    assert "furniture" not in {role for _, role in parts("\n".join(rows))}


@settings(max_examples=300)
@given(news.texts())
@example("\r")
@example("Share\n\nx\n\nShare")
def test_paragraphs_are_exact_trimmed_and_in_order(text):
    found = layout.paragraphs(text)

    for paragraph in found:
        words = paragraph.span.of(text)
        assert words
        assert words == words.strip()
    for before, after in pairwise(found):
        assert before.span.end < after.span.start
        assert not text[before.span.end : after.span.start].strip("\ufeff\u200b\u200c\u200d\u200e\u200f\u2060 ").strip()
    assert not found or any(paragraph.role in ("body", "headline") for paragraph in found)


@given(news.texts())
def test_lines_hold_every_visible_character(text):
    kept = "".join(line.of(text) for line in layout.lines(text))

    assert [char for char in text if char.isalnum()] == [char for char in kept if char.isalnum()]


def test_roles_of_nothing():
    assert roles("", []) == []


@pytest.mark.parametrize(
    "unit",
    [
        "x\n",
        "Share\n\n",
        "Related posts\n\n",
        "\n",
        " \n",
        "a@",
        "By Ana\n\n",
        "PORT LISSE (",
        "© ",
        "A / ",
        "Comments\n\nx.\n\n",
        "#x ",
        "journalism ",
        "\u00a0",
        "word word\n",
        "3 May ",
        "— ",
        "\ufeff",
    ],
)
def test_time_grows_with_the_text_only(unit):
    assert_linear(
        lambda document: (document.dateline, document.body),
        prepare=lambda size: Document(Article(unit * (size // len(unit)), language="en")),
        size=6_000,
    )
