"""Who said what: sentences written for the project in British, wire and translated style, about invented events."""

import pytest

from newsdiff import Article, Document
from newsdiff_quotes._extract import extract

# text, then what is expected of each quotation in marks: its words, its speaker (None: nobody), form where it matters
CASES = [
    # British single marks, apostrophes inside and outside them
    ("'We won't close the ferry,' said Harbour Master Joan Tully.", [("We won't close the ferry", "Joan Tully")]),
    ("‘It’s over,’ Mr Pell said. ‘We’re going home.’", [("It’s over", "Pell"), ("We’re going home", "Pell")]),
    (
        "Sir Alan Marsh, the inquiry's chairman, said: ‘The driver's log wasn’t kept.’ He added: ‘Nobody checked it.’",
        [("The driver's log wasn’t kept", "Alan Marsh"), ("Nobody checked it", "Alan Marsh")],
    ),
    ("Residents' groups called the plan 'a disgrace'.", [("a disgrace", "Residents' groups")]),
    ("'I'd rather swim,' joked Councillor Ben Hale.", [("I'd rather swim", "Ben Hale")]),
    (
        "The minister said the wall was 'perfectly safe' and 'well built'.",
        [("perfectly safe", None), ("well built", None)],
    ),
    ("Dr Mira Quill told the Harrow Gazette: 'The drug doesn't work.'", [("The drug doesn't work", "Mira Quill")]),
    (
        "'The word \"never\" isn't in my book,' said Ella Strand.",
        [('The word "never" isn\'t in my book', "Ella Strand")],
    ),
    (
        "'The workers' pay must rise,' union leader Sam Oake said, 'and the firm's owners know it.'",
        [("The workers' pay must rise", "Sam Oake"), ("and the firm's owners know it", "Sam Oake")],
    ),
    ("Asked about the '90s scandal, Lord Finch said: ‘I wasn’t there.’", [("I wasn’t there", "Finch")]),
    ("A spokesman for the Pell Estate said: ‘We regret the noise.’", [("We regret the noise", "Pell Estate")]),
    ("‘I heard a bang,’ said Ruth Amis, 43, who lives nearby.", [("I heard a bang", "Ruth Amis")]),
    ("‘Where is the money?’ asked Kit Rowe.", [("Where is the money?", "Kit Rowe")]),
    ("‘Stop!’ shouted Constable Ian Reeve.", [("Stop!", "Ian Reeve")]),
    # Wire style
    (
        "“We will rebuild the bridge,” Prime Minister Olav Brenn said on Monday.",
        [("We will rebuild the bridge", "Olav Brenn")],
    ),
    ('"The toll may rise," rescue chief Ana Ruiz told Reuters.', [("The toll may rise", "Ana Ruiz")]),
    (
        "“The line is open,” said Tomas Vell, a spokesman for the rail operator. “Trains will run tonight.”",
        [("The line is open", "Tomas Vell"), ("Trains will run tonight", "Tomas Vell")],
    ),
    ("Governor Lena Ost (Labour) called the vote “a farce”.", [("a farce", "Lena Ost")]),
    ("“It is a disaster,” according to the mayor of Belport, Jo Amin.", [("It is a disaster", "Jo Amin")]),
    ("''We are ready,'' General Ivo Marek said.", [("We are ready", "Ivo Marek")]),
    ('"We saw smoke," she said.', [("We saw smoke", None)]),
    ('Ana Ruiz was there. "We saw smoke," she said.', [("We saw smoke", "Ana Ruiz")]),
    ("Jon Bell spoke to Ana Ruiz by phone. “I told her to leave,” he said.", [("I told her to leave", "Jon Bell")]),
    (
        "“We have no water,” said Ana Ruiz.\n\nShe added: “The wells are dry.”",
        [("We have no water", "Ana Ruiz"), ("The wells are dry", "Ana Ruiz")],
    ),
    (
        "“The dam held,” engineer Piet Loos said.\n\n“It will hold again.”",
        [("The dam held", "Piet Loos"), ("It will hold again", "Piet Loos")],
    ),
    (
        "Mayor Rosa Lind issued a statement:\n\n“The city mourns its dead.”",
        [("The city mourns its dead", "Rosa Lind")],
    ),
    (
        "“The roof fell,” witness Karl Abt, 51, told AFP, “and then it was quiet.”",
        [("The roof fell", "Karl Abt"), ("and then it was quiet", "Karl Abt")],
    ),
    ("The Defence Ministry said the raid had “destroyed two depots”.", [("destroyed two depots", "Defence Ministry")]),
    ("Police described him as “armed and dangerous”.", [("armed and dangerous", "Police")]),
    ("Opposition leader Kemal Aydin accused the court of “political revenge”.", [("political revenge", "Kemal Aydin")]),
    ("Judge Mary Holt, sentencing him, said he had shown “no remorse”.", [("no remorse", "Mary Holt")]),
    ("The bank, which lost $3m, denied it had been “reckless”.", [("reckless", "bank")]),
    ("Vell, who has led the union since 2009, vowed to “fight every cut”.", [("fight every cut", "Vell")]),
    ("In a letter to staff, chief executive Dora Keane admitted “grave mistakes”.", [("grave mistakes", "Dora Keane")]),
    (
        "On Friday, Ruiz said the talks were “dead”, adding that the rebels had “lied for weeks”.",
        [("dead", "Ruiz"), ("lied for weeks", "Ruiz")],
    ),
    ("Calling the deal “shameful”, Senator Paul Eck walked out.", [("shameful", "Paul Eck")]),
    ("“We lost everything”, Marta Klein, whose shop burned down, said.", [("We lost everything", "Marta Klein")]),
    ("“Peace is near,” Foreign Minister Li Tao was quoted as saying by Xinhua.", [("Peace is near", "Li Tao")]),
    (
        "Interfax quoted Foreign Minister Oleg Sorin as saying: “There is no deal.”",
        [("There is no deal", "Oleg Sorin")],
    ),
    ("“There is no deal,” Oleg Sorin said, according to TASS.", [("There is no deal", "Oleg Sorin")]),
    ("“There is no deal,” said the Kremlin’s envoy, Oleg Sorin.", [("There is no deal", "Oleg Sorin")]),
    ("President Sorin’s spokeswoman Vera Malin said that “the talks go on”.", [("the talks go on", "Vera Malin")]),
    (
        "Sorin believes it is “too early to sail”, his spokeswoman Vera Malin said.",
        [("too early to sail", "Vera Malin")],
    ),
    (
        "“He is a liar”, “a cheat” and “a coward”, Ruiz said of her rival.",
        [("He is a liar", "Ruiz"), ("a cheat", "Ruiz"), ("a coward", "Ruiz")],
    ),
    # Translated style, guillemets and low marks
    ("„We stay“, Chancellor Ute Brand said.", [("We stay", "Ute Brand")]),
    ("«The front holds», stressed Colonel Yuri Danko.", [("The front holds", "Yuri Danko")]),
    (
        "“The enemy has been stopped”, noted the head of the press centre, Yuri Danko.",
        [("The enemy has been stopped", "Yuri Danko")],
    ),
    ("As Ruiz underlined, “the border is closed”.", [("the border is closed", "Ruiz")]),
    (
        "“The negotiations,” the diplomat Sergei Palin emphasised, “were useful.”",
        [("The negotiations", "Sergei Palin"), ("were useful", "Sergei Palin")],
    ),
    (
        "Speaking in Geneva, Staffan de Roos expressed hope for “a lasting pause”.",
        [("a lasting pause", "Staffan de Roos")],
    ),
    (
        "“We have agreed on nothing,” Sheikh Khalid al-Dosari told Al Jazeera.",
        [("We have agreed on nothing", "Khalid al-Dosari")],
    ),
    ("Syrian presenter Abdel Karim al-Hadi said: “They fled.”", [("They fled", "Abdel Karim al-Hadi")]),
    ("U.N. chief Park Min-su urged “maximum restraint”.", [("maximum restraint", "Park Min-su")]),
    # Punctuation cues, transcripts, signatures
    ("Ruiz: “We are late.”", [("We are late", "Ruiz")]),
    ("“We must act.”\n\n— Ana Ruiz, mayor", [("We must act", "Ana Ruiz")]),
    ("“RUIZ: We were never told about the leak.”", [("RUIZ: We were never told about the leak", "RUIZ")]),
    # Two speakers near each other
    (
        "“It was loud,” said Ana Ruiz. Jon Bell disagreed. “It was nothing,” he said.",
        [("It was loud", "Ana Ruiz"), ("It was nothing", "Jon Bell")],
    ),
    (
        "Ruiz called Bell “a clown”, and Bell called Ruiz “a fraud”.",
        [("a clown", "Ruiz"), ("a fraud", "Bell")],
    ),
    ("Lind said Bell had called her “impossible”.", [("impossible", "Lind")]),
    ("While Ruiz praised the plan, Jon Bell said it was “a trap”.", [("a trap", "Jon Bell")]),
    ("Ana Ruiz met Jon Bell, who told her: “Go home.”", [("Go home", "Jon Bell")]),
    (
        "“We will see,” Ruiz said before Bell called the meeting “useless”.",
        [("We will see", "Ruiz"), ("useless", "Bell")],
    ),
    # Full names for surnames and roles
    ("Ana Ruiz arrived. “I am glad,” Ruiz said.", [("I am glad", "Ana Ruiz")]),
    ("Ana Ruiz arrived. “I am glad,” Ms. Ruiz said.", [("I am glad", "Ana Ruiz")]),
    ("Spokesman Tomas Vell came out. “No news,” the spokesman said.", [("No news", "Tomas Vell")]),
    ("“No news,” the Navy said.", [("No news", "Navy")]),
    ("“No news,” officials said.", [("No news", "officials")]),
    ("“No news,” they said.", [("No news", None)]),
    # Split over paragraphs, with marks opened again
    (
        "“The first night was the worst,” said Nadia Orme.\n\n“We had no light.\n\n“We had no bread.”",
        [
            ("The first night was the worst", "Nadia Orme"),
            ("We had no light.", "Nadia Orme"),
            ("We had no bread", "Nadia Orme"),
        ],
    ),
    # Verbs of the long tail
    ("“Never again,” thundered Bishop Olu Ade.", [("Never again", "Olu Ade")]),
    ("“Maybe,” he shrugged. Jon Bell had nothing more.", [("Maybe", None)]),
    ("Striker Leo Fava blasted the referee as “blind”.", [("blind", "Leo Fava")]),
    ("Coach Ivan Pell hailed “a perfect night”.", [("a perfect night", "Ivan Pell")]),
    ("“Good grief,” sighed Captain Ed Moore.", [("Good grief", "Ed Moore")]),
    ("Ruiz tweeted: “Proud of you all.”", [("Proud of you all", "Ruiz")]),
    ("Analyst Kaya Holm warned of “a lost decade”.", [("a lost decade", "Kaya Holm")]),
    ("Economist Kaya Holm, of the Norrland Institute, predicts “a hard winter”.", [("a hard winter", "Kaya Holm")]),
    ("Ruiz’s statement said: “The vote stands.”", [("The vote stands", "Ruiz")]),
    ("“The vote stands,” read a statement from the commission.", [("The vote stands", "commission")]),
    # More of the wire and of translated prose
    ("‘Nobody slept,’ said Greta Pohl, a nurse at the hospital.", [("Nobody slept", "Greta Pohl")]),
    (
        "‘The lights went out first,’ recalled Tom Avery, who runs the kiosk.",
        [("The lights went out first", "Tom Avery")],
    ),
    ("Port director Elin Sand said: ‘We reopen on Monday.’", [("We reopen on Monday", "Elin Sand")]),
    (
        '"The pumps are running again," spokesman Karl Winter told reporters.',
        [("The pumps are running again", "Karl Winter")],
    ),
    ('"We have nothing to hide," insisted company chairman Rolf Stein.', [("We have nothing to hide", "Rolf Stein")]),
    (
        '"This line will not move," the agency quoted General Anton Brod as saying.',
        [("This line will not move", "Anton Brod")],
    ),
    (
        '"Our patience is not endless," Foreign Minister Lena Markov was quoted as saying.',
        [("Our patience is not endless", "Lena Markov")],
    ),
    (
        '"The bridge belongs to everybody," said Mayor Pia Lund on Tuesday.',
        [("The bridge belongs to everybody", "Pia Lund")],
    ),
    ('Marek Dunn, the pilots\' leader, called the offer "an insult".', [("an insult", "Marek Dunn")]),
    ('"I saw the mast fall," fisherman Nils Berg told the newspaper.', [("I saw the mast fall", "Nils Berg")]),
    (
        'In a letter to members, union secretary Ida Frost wrote: "We stay out until Friday."',
        [("We stay out until Friday", "Ida Frost")],
    ),
    ('"The fault is ours," admitted engineer Paul Reyes.', [("The fault is ours", "Paul Reyes")]),
    ('"Nothing has been decided," Deputy Premier Janos Feld stressed.', [("Nothing has been decided", "Janos Feld")]),
    ('"They came at dawn," one of the villagers, Amina Sow, said.', [("They came at dawn", "Amina Sow")]),
    ('"Go home," Captain Rhys Dale ordered.', [("Go home", "Rhys Dale")]),
    ("«The dam held,» said engineer Sofia Lind.", [("The dam held", "Sofia Lind")]),
    ("„The dam held“, said engineer Sofia Lind.", [("The dam held", "Sofia Lind")]),
    ("''The siren stayed silent,'' said Ola Berg, a teacher.", [("The siren stayed silent", "Ola Berg")]),
    ('"The price is fixed," the director, Hana Weiss, told Lisse Radio.', [("The price is fixed", "Hana Weiss")]),
    ('"We were warned," Harbour Master Joan Tully conceded.', [("We were warned", "Joan Tully")]),
    ('The envoy, Peter Hale, described the talks as "long but fair".', [("long but fair", "Peter Hale")]),
    ('"The water rose in minutes," said shopkeeper Lucy Ward, 54.', [("The water rose in minutes", "Lucy Ward")]),
]

SCARE = [
    "The so-called “peace zone” was shelled again.",
    "She starred in “The Long Winter” and in “Harbour Lights”.",
    "The ship sailed under the name “Albatross”.",
    "Marcia “Cia” Holm won the seat.",
    "He hosts the podcast “Late Tide” on Sundays.",
]


def spoken(text):
    return [claim for claim in extract(Document(Article(text))) if claim.value.form in ("direct", "mixed")]


def plain(words):
    return words.rstrip(".,!?")


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_and_speaker(text, expected):
    found = [(plain(claim.surface), claim.value.speaker) for claim in spoken(text)]

    assert [(plain(words), speaker) for words, speaker in expected] == found


@pytest.mark.parametrize("text", SCARE)
def test_titles_terms_and_nicknames_are_nobodys_words(text):
    assert [] == spoken(text)


def test_the_tables_hold_more_than_a_hundred_and_twenty_items_of_other_styles_than_american_politics():
    assert sum(len(expected) for _, expected in CASES) + len(SCARE) >= 120
