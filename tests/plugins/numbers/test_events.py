"""What a count is of: one canonical event whatever the words, and whether it is a part or the total."""

import pytest

from newsdiff import Article, extract

EVENTS = [
    (
        "The coast was hit by 5.6 and 5.2 magnitude quakes.",
        ["5.6 = magnitude | magnitude", "5.2 = magnitude | magnitude"],
    ),
    (
        "Two quakes, measuring 5.6 and 5.1, struck at noon.",
        ["2 = quake | -", "5.6 = magnitude | magnitude", "5.1 = magnitude | magnitude"],
    ),
    ("The treaty binds the two countries.", ["2 = country | - | part"]),
    ("Two countries signed the treaty.", ["2 = country | -"]),
    ("The 25-member union met.", ["25 = member | - | total"]),
    ("It was rejected by 12 members of the union.", ["12 = member | - | part"]),
    ("Police found a cache of arms, including seven rifles.", ["7 = rifle | -"]),
    ("Police found 30 weapons, including seven rifles.", ["30 = weapon | Police", "7 = rifle | - | part"]),
    ("The crash killed four and seriously injured nine.", ["4 = - | killed", "9 = - | seriously injured"]),
    ("Nine people were critically wounded.", ["9 = people | seriously injured"]),
    ("The storm left hundreds more injured.", ["200..999 = - | injured"]),
    ("Nine of the dead were children.", ["9 = - | killed | part"]),
    ("A mother of 7 was among them.", ["7 = child | -"]),
    ("The planes dropped four bombs on the village.", ["4 = bomb | dropped"]),
    (
        "At least 43 civilians were killed and 76 wounded in the shelling.",
        ["43 >= civilian | killed", "76 = civilian | injured"],
    ),
    ("The blast struck a market, killing nine and wounding 76 others.", ["9 = - | killed", "76 = - | injured"]),
    ("The death toll rose to 12 on Tuesday, officials said.", ["12 = - | killed | total"]),
    (
        "The death toll from the Brenholt flood has risen to 1,204, with 300 still missing.",
        ["1204 = - | killed | total", "300 = - | missing"],
    ),
    ("Among the dead were 35 people, six of them children.", ["35 = people | killed", "6 = child | killed | part"]),
    ("Six of the dead were children.", ["6 = - | killed | part"]),
    ("35 dead in ferry fire", ["35 = - | killed"]),
    ("A 7.6-magnitude quake hit the coast.", ["7.6 = magnitude | magnitude"]),
    (
        "A magnitude 6.1 earthquake struck at a depth of 10 km.",
        ["6.1 = magnitude | magnitude", "10 = kilometre | depth, magnitude earthquake"],
    ),
    (
        "8 people, including 3 police officers, were arrested on Friday.",
        ["8 = people | arrested", "3 = police officer | arrested | part"],
    ),
    ("Gunman kills 4, wounds 2", ["4 = - | killed", "2 = - | injured"]),
    ("Gunman Kills 4 In Port Lisse Mall", ["4 = - | killed"]),
    ("Police detained 20 people and charged seven of them.", ["20 = people | arrested", "7 = - | charged | part"]),
    ("Some 300,000 people have been displaced by the fighting.", ["300000 ~ people | displaced"]),
    ("More than 5,000 residents were evacuated from the valley.", ["5000 > resident | evacuated"]),
    ("Two dozen people are missing.", ["24 = people | missing"]),
    ("Dozens injured as bus overturns", ["24..99 = - | injured"]),
    ("The attack claimed 40 lives.", ["40 = life | killed"]),
    ("The storm claimed the lives of 14 people.", ["14 = people | killed"]),
    ("Twelve people lost their lives.", ["12 = people | killed"]),
    ("About 20,000 people marched through the capital.", ["20000 ~ people | protested"]),
    ("Up to 3,000 protesters gathered outside parliament, organisers said.", ["3000 <= protester | protested"]),
    ("A crowd of 50,000 filled the square.", ["50000 = - | protested"]),
    (
        "Rebels used 20 tanks, 15 armoured personnel carriers and lost six tanks.",
        ["20 = tank | Rebels", "15 = armoured personnel carrier | Rebels", "6 = tank | -"],
    ),
    ("The gunmen killed two soldiers and three civilians.", ["2 = soldier | killed", "3 = civilian | killed"]),
    ("Another 10 people were hurt.", ["10 = people | injured | part"]),
    ("A total of 17 miners died, and 23 were rescued.", ["17 = miner | killed | total", "23 = miner | rescued"]),
    ("No one was hurt, but 30 houses were destroyed.", ["0 = - | injured", "30 = house | destroyed"]),
    ("The 45-year-old driver was arrested.", ["45 = year of age | -"]),
    (
        "The ministry said 1,200 people had been infected and 40 had died.",
        ["1200 = people | infected", "40 = - | killed"],
    ),
    ("Eleven of the 43 killed were women.", ["11 = - | killed | part", "43 = - | killed"]),
    ("Four people, two of them police officers, died.", ["4 = people | killed", "2 = police officer | killed | part"]),
    ("5 dead, 17 injured in Kesh bus crash", ["5 = - | killed", "17 = - | injured"]),
    ("The bombing left 20 people dead and more than 70 injured.", ["20 = people | killed", "70 > people | injured"]),
    ("The fire left 300 families homeless.", ["300 = family | displaced"]),
    ("He was sentenced to 12 years in prison.", ["12 = year | -"]),
    ("Officials put the number of dead at 87.", ["87 = - | killed"]),
    ("There were no survivors.", ["0 = survivor | survived"]),
    ("One person was killed and three were injured.", ["1 = person | killed", "3 = person | injured"]),
    ("The quake killed 170,000 people in 2004.", ["170000 = people | killed"]),
    ("Three children were among the 12 dead.", ["3 = child | killed | part", "12 = - | killed"]),
    ("12 people in the market were killed.", ["12 = people | killed"]),
    ("Nearly 2 million people fled their homes.", ["2e+06 near people | displaced"]),
    (
        "In the past 24 hours 62 attacks killed 43 people, including 6 children.",
        ["24 = hour | -", "62 = attack | -", "43 = people | killed", "6 = child | killed | part"],
    ),
    ("4 killed, 3 hurt", ["4 = - | killed", "3 = - | injured"]),
    ("The two men were arrested.", ["2 = man | arrested"]),
    ("Thirty-five people, among them 12 children, have died.", ["35 = people | killed", "12 = child | killed | part"]),
    ("Only one of the 12 passengers aboard survived.", ["1 = passenger | survived | part", "12 = passenger | aboard"]),
    ("The plane was carrying 180 people.", ["180 = people | aboard"]),
    ("It injured 13.", ["13 = - | injured"]),
    ("Seven of those killed were police.", ["7 = - | killed | part"]),
    ("Half a million people fled.", ["500000 = people | displaced"]),
    ("Between 20 and 30 people were hurt.", ["20..30 = people | injured"]),
    ("Between 2010 and 2015, 40 people died.", ["40 = people | killed"]),
    ("10-15 people were hurt.", ["10..15 = people | injured"]),
    ("Maria Duval, 42, was killed.", ["42 = year of age | -"]),
    ("No fewer than 40 people died.", ["40 >= people | killed"]),
    ("Not more than 12 were hurt.", ["12 <= - | injured"]),
    ("Upwards of 500 people marched.", ["500 > people | protested"]),
    ("Up to 60 people are feared dead.", ["60 <= people | killed"]),
    ("As many as 120 may be missing.", ["120 <= - | -"]),
    ("20-plus people were hurt.", ["20 >= people | injured"]),
    ("20+ people were hurt.", ["20 >= people | injured"]),
    ("Tens of thousands of people marched.", ["20000..99999 = people | protested"]),
    ("Scores were arrested.", ["40..199 = - | arrested"]),
    ("The blast injured scores, a monitor said.", ["40..199 = - | injured"]),
    ("Scores were also hurt.", ["40..199 = - | injured"]),
    ("Some 3.1m were left without power.", ["3.1e+06 ~ - | without power"]),
    ("The bill passed by a vote of 61-16.", ["61 = vote | voted", "16 = vote | voted against"]),
    ("The senate voted 52 to 48 to confirm her.", ["52 = vote | voted", "48 = vote | voted against"]),
    ("Lissa beat Orlo 61-16 on Sunday.", []),
    ("A magnitude-4.8 earthquake was felt.", ["4.8 = magnitude | magnitude"]),
    ("Today's quake measures 3.4.", ["3.4 = magnitude | magnitude"]),
    ("Several hundred people were detained.", ["200..999 = people | arrested"]),
    ("Thousands more were evacuated.", ["2000..9999 = - | evacuated"]),
    ("Hundreds of thousands fled.", ["200000..999999 = - | displaced"]),
    ("One of the men escaped.", ["1 = man | - | part"]),
    ("No one was hurt.", ["0 = - | injured"]),
    ("Nobody died.", ["0 = - | killed"]),
    ("Covid-19 killed 5,000 people.", ["5000 = people | killed"]),
    ("The 9/11 attacks killed nearly 3,000 people.", ["3000 near people | killed"]),
    ("On 9 May 300 people marched.", ["300 = people | protested"]),
    ("On May 9, 300 people marched.", ["300 = people | protested"]),
    ("The toll rose from 12 to 15.", ["12..15 = - | killed | total"]),
    ("15 to 20 men died.", ["15..20 = man | killed"]),
    ("Six to eight people are missing.", ["6..8 = people | missing"]),
    ("Two or three people were hurt.", ["2..3 = people | injured"]),
    (
        "Eleven civilians, among them four children and two women, were killed.",
        ["11 = civilian | killed", "4 = child | killed | part", "2 = woman | killed | part"],
    ),
    (
        "The blast killed at least 13 people, including the bomber, and wounded 40.",
        ["13 >= people | killed", "40 = - | injured"],
    ),
    ("At least one person died.", ["1 >= person | killed"]),
    ("One man was shot dead and two women were wounded.", ["1 = man | killed", "2 = woman | injured"]),
    ("Thirteen were wounded, five of them critically.", ["13 = - | injured", "5 = - | injured | part"]),
    ("The gunman, 32, shot four people, killing two.", ["32 = year of age | -", "4 = people | shot", "2 = - | killed"]),
    (
        "19 people died and 2 remain missing after a ferry with 140 aboard sank.",
        ["19 = people | killed", "2 = people | missing", "140 = - | aboard"],
    ),
    ("There were 40 arrests.", ["40 = arrest | arrested"]),
    ("The confirmed toll stands at 87 dead and 210 injured.", ["87 = - | killed | total", "210 = - | injured"]),
    ("Officials revised the toll to 19 from 23.", ["19 = - | killed | total", "23 = - | killed | total"]),
    ("The death toll of 23 was lowered to 19.", ["23 = - | killed | total", "19 = - | killed | total"]),
    ("23 confirmed dead.", ["23 = - | killed"]),
    ("Death toll: 23", ["23 = - | killed | total"]),
    ("Quake of magnitude 6.4 kills 12", ["6.4 = magnitude | magnitude", "12 = - | killed"]),
    ("The 6.4 quake killed 12.", ["6.4 = magnitude | magnitude", "12 = - | killed"]),
    ("Crowd of 50,000 fills square", ["50000 = - | protested"]),
    ("A man, 54, and a woman aged 31 were hurt.", ["54 = year of age | -", "31 = year of age | woman"]),
    ("About ₹2 crore is missing.", ["2e+07 ~ indian rupee | -"]),
    ("The war of 1914-18 killed millions.", ["2e+06..1e+07 = - | killed"]),
    ("Both brothers died.", []),
    ("A second man was hurt.", []),
    (
        "Floods left 31 dead and 9,000 forced from their homes.",
        ["31 = - | killed", "9000 = - | displaced"],
    ),
    ("The sea forced 9,000 changes of plan.", ["9000 = change | -"]),
    ("Divers are still searching for 17 people.", ["17 = people | missing"]),
    ("Police are searching for two gunmen.", ["2 = gunman | Police"]),
    ("Eight passengers were critical last night.", ["8 = passenger | seriously injured"]),
    (
        "Forty people were hurt, eight of them in critical condition.",
        ["40 = people | injured", "8 = - | seriously injured | part"],
    ),
    ("Eight ministers were critical of the plan.", ["8 = minister | -"]),
    ("The rebels let 21 passengers go.", ["21 = passenger | released"]),
    ("The ruling lets 21 banks lend more.", ["21 = bank | -"]),
    ("Four people were still being held.", ["4 = people | held"]),
    ("Six people are still inside the bus.", ["6 = people | aboard"]),
    ("Four people inside the house were hurt.", ["4 = people | injured"]),
    ("Tear gas was fired at a march of more than 80,000 people.", ["80000 > people | protested"]),
    ("80,000 march in Port Lisse", ["80000 = - | protested"]),
    ("On 12 March the bill was passed by 151 votes to 140.", ["151 = vote | voted", "140 = vote | voted"]),
    ("The bill was passed with a majority of 11 votes.", ["11 = vote | margin"]),
    ("The bill was passed with 151 votes.", ["151 = vote | bill"]),
    ("Two members of the fire brigade suffered burns.", ["2 = member | injured | part"]),
    ("He was shot by a man of 52.", ["52 = year of age | -"]),
    ("A group of 52 was held.", ["52 = - | -"]),
    ("A ferry with some 420 passengers and crew aboard sank.", ["420 ~ passenger and crew | aboard"]),
    ("Thirty men and women died.", ["30 = man and woman | killed"]),
    ("Twelve soldiers and police officers were hurt.", ["12 = soldier and police officer | injured"]),
    ("The raid killed 12 soldiers and civilians fled.", ["12 = soldier | killed"]),
    ("The raid killed 12 people and wounded 40.", ["12 = people | killed", "40 = - | injured"]),
    ("The raid left 12 people dead and wounded.", ["12 = people | casualty"]),
    ("The raid killed 12 soldiers and wrecked a bridge.", ["12 = soldier | killed"]),
    (
        "Police said 35,000 people marched; the organisers spoke of 120,000.",
        ["35000 = people | protested", "120000 = people | protested"],
    ),
    (
        "The number of demonstrators was 35,000. The organisers put it at 120,000.",
        ["35000 = - | protested", "120000 = - | protested"],
    ),
    ("About 35,000 people marched. The fine was put at 120,000.", ["35000 ~ people | protested", "120000 = - | fine"]),
    ("About 35,000 people marched. The song sold 120,000.", ["35000 ~ people | protested", "120000 = - | song"]),
    (
        "About 35,000 people marched. They sang. The union spoke of 120,000.",
        ["35000 ~ people | protested", "120000 = - | -"],
    ),
    ("The number of dead is expected to exceed 300.", ["300 > - | killed"]),
]


def shown(text: str) -> list[str]:
    found = []
    for claim in extract(Article(text), kinds={"number"}, plugins=["numbers"]).claims:
        value = claim.value
        amount = (
            "..".join(f"{part:g}" for part in value.amount) if isinstance(value.amount, tuple) else f"{value.amount:g}"
        )
        words = " ".join(filter(None, (amount, value.modifier, value.change, value.unit or "-")))
        found.append(" | ".join(filter(None, (words, value.concept or "-", claim.scope.part))))
    return found


@pytest.mark.parametrize(("text", "expected"), EVENTS, ids=[row[0][:40] for row in EVENTS])
def test_a_count_knows_its_event(text, expected):
    assert expected == shown(text)


CONCEPTS = [
    # a dateline is no part of the sentence behind it
    (
        "SANTORO, Oct 19 (Agency) - Belvarra's Civic Alliance won 41.2% of seats.",
        ["41.2% | seats, Belvarra Civic Alliance"],
    ),
    ("SANTORO (Agency) – Police lost 12 cars.", ["12 | Police"]),
    ("On Oct 19 the Santoro agency won 41.2% of seats.", ["41.2% | seats, Oct 19 Santoro agency"]),
    # a possessive is the name without its ending
    ("Halvorsen's fell 3%, Orlo's shares rose 5%.", ["3% | Halvorsen", "5% | Orlo shares"]),
    ("It hopes for $250 million in annual savings.", ["$250 million | annual savings"]),
    ("It spent $250 million in the spring.", ["$250 million | None"]),
    ("It spent $250 million in Lisse.", ["$250 million | None"]),
    ("Texas lost 3% of its voters.", ["3% | voters, Texas"]),
]


@pytest.mark.parametrize(("text", "expected"), CONCEPTS, ids=[row[0][:40] for row in CONCEPTS])
def test_the_measured_thing_is_in_the_words_of_the_sentence(text, expected):
    claims = extract(Article(text), kinds={"number"}, plugins=["numbers"]).claims

    assert expected == [f"{claim.surface} | {claim.value.concept}" for claim in claims]
