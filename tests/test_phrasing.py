"""The plain sentences of the daily news, in every combination of their parts: they must all be read.

A gold passage shows one wording; a grid shows that a rule does not hang on the words beside it. The parts are those of
which agency copy is made: who was killed, where, who says it, and the verb between a toll and its figure.
"""

import datetime as dt
from itertools import product

import pytest

from facttrack import Document, find_claims

PUBLISHED = dt.date(2024, 5, 5)


def count_in(text):
    """The first count of a sentence, which begins with a capital."""
    text = text[0].upper() + text[1:]
    claims = find_claims(Document("grid", text, PUBLISHED, "metadata"))
    return next((claim for claim in claims if claim.kind == "count"), None)


# --- who says it ---------------------------------------------------------------------------------------------------

SOURCES = {
    "the Ukrainian defence ministry": "Ukraine",
    "regional governor Serhii Lysak": "Ukraine",
    "Governor Oleh Kiper": "Ukraine",
    "the governor, Oleh Kiper": "Ukraine",
    "the city's mayor, Vitali Klitschko": "Ukraine",
    "the Israeli army": "Israel",
    "Gaza's health ministry": "Palestine",
    "the Health Ministry in Gaza": "Palestine",
    "a spokesman for Iraq's interior ministry": "Iraq",
    "police in Karachi": "Pakistan",
    "the UN human rights office": "United Nations",
    "Hamas": "Hamas",
    "al-Shabaab": "al-Shabaab",
    "the Syrian Observatory for Human Rights": None,
    "Human Rights Watch": None,
    "Defence Minister Rajnath Singh": "India",
    "Nigeria's army chief, Lieutenant General Taoreed Lagbaja": "Nigeria",
    "Moscow": "Russia",
    "President Felix Tshisekedi": "DR Congo",
    "two officials at the Pentagon": "United States",
}
VICTIMS = ("12 soldiers", "at least 40 people", "two women", "more than 100 fighters", "six members of one family")
WHERE = ("in Nikopol", "in the north of Gaza", "in Goma", "near Kirkuk", "when a shell hit a bus", "on Monday")
SAYING = (
    "{victims} were killed {where}, {source} said.",
    "{victims} were killed {where}, said {source}.",
    "{source} said {victims} had been killed {where}.",
    "{source} said on Tuesday that {victims} were killed {where}.",
    "according to {source}, {victims} were killed {where}.",
    "{victims} were killed {where}, according to {source}.",
    "{source} reported {victims} killed {where}.",
    "shelling killed {victims} {where}, {source} said on Tuesday.",
    "a blast killed {victims} {where}, {source} told reporters.",
    "{victims} died {where} and 20 others were wounded, {source} said.",
    "{source} confirmed the deaths of {victims} {where}.",
)


@pytest.mark.parametrize("saying", SAYING)
def test_the_source_is_found_wherever_it_stands(saying):
    wrong = []
    for source, victims, where in product(SOURCES, VICTIMS, WHERE):
        text = saying.format(source=source, victims=victims, where=where)
        claim = count_in(text)
        if claim is None or claim.source_text is None or claim.source_side != SOURCES[source]:
            wrong.append((text, claim and (claim.source_text, claim.source_side)))
    assert wrong == []


# --- whose dead ----------------------------------------------------------------------------------------------------

WARS = (  # who attacks, with adjective; a place; whose it is, with adjective
    ("Russia", "Russian", "Kharkiv", "Ukraine", "Ukrainian"),
    ("Israel", "Israeli", "Tyre", "Lebanon", "Lebanese"),
    ("Pakistan", "Pakistani", "Poonch", "India", "Indian"),
    ("Azerbaijan", "Azerbaijani", "Goris", "Armenia", "Armenian"),
    ("Turkey", "Turkish", "Qamishli", "Syria", "Syrian"),
    ("Thailand", "Thai", "Oddar Meanchey", "Cambodia", "Cambodian"),
)
NUMBERS = ("three", "12", "at least 40", "about 25")
KILLED_THERE = (
    "{attacks} shelling killed {number} {people} in {place}.",
    "{number} {people} were killed in {place} by {attacks} fire, officials said.",
    "{attacks} air strikes on {place} killed {number} {people}.",
    "{number} {people} died when {attacks} forces shelled {place}.",
    "{attacker} said its forces had killed {number} {defends} soldiers near {place}.",
    "{defender}'s health ministry said {number} {people} had been killed in {place}.",
    "{defender}'s military said {number} of its troops had died.",
    "{defender} put its losses at 300.",
)
KILLED_ATTACKING = (
    "{attacker} said {number} of its soldiers had been killed near {place}.",
    "{attacker}'s army admitted losing {number} soldiers.",
    "{defends} forces killed {number} {attacks} soldiers near {place}, the army said.",
    "{number} {attacks} soldiers were killed near {place}, {defends} officials said.",
    "{attacks} losses stood at 1,200, {defender} said.",
    "{attacker} has lost 3,000 men, {defender}'s defence ministry said.",
)


@pytest.mark.parametrize(
    ("telling", "of_attacker"), [(text, False) for text in KILLED_THERE] + [(text, True) for text in KILLED_ATTACKING]
)
def test_whose_the_dead_are(telling, of_attacker):
    wrong = []
    for war, number, people in product(WARS, NUMBERS, ("people", "civilians", "villagers")):
        attacker, attacks, place, defender, defends = war
        text = telling.format(
            attacker=attacker,
            attacks=attacks,
            place=place,
            defender=defender,
            defends=defends,
            number=number,
            people=people,
        )
        claim = count_in(text)
        if claim is None or claim.victim_side != (attacker if of_attacker else defender):
            wrong.append((text, claim and claim.victim_side))
    assert wrong == []


# --- the figure of a toll ------------------------------------------------------------------------------------------

TOLLS = (
    "the death toll",
    "the toll",
    "Russian losses",
    "Russian casualties",
    "civilian deaths",
    "the number of dead",
    "the number of people killed",
    "the number of wounded",
    "military fatalities",
    "injuries",
    "the confirmed death toll",
    "the body count",
    "its losses since May",
    "the toll among civilians",
    "losses on the Ukrainian side",
    "the army's losses",
)
REACHING = (
    "stood at|stands at|now stands at|has risen to|rose to|climbed to|reached|has reached|hit|passed|has passed|topped|"
    "exceeded|surpassed|came to|amounted to|totalled|is put at|was put at|was revised to|has been revised down to|"
    "jumped to|grew to|remained at|is at least|is estimated at|has doubled to|went up to|crept up to|approached|neared|"
    "was close to|edged past|had increased to"
).split("|")


@pytest.mark.parametrize("reaching", REACHING)
def test_a_toll_has_its_figure_whatever_the_verb(reaching):
    wrong = []
    for toll in TOLLS:
        text = f"{toll} {reaching} 1,204 by Friday, officials in Kyiv said."
        claim = count_in(text)
        if claim is None or claim.best != 1204 or claim.source_side != "Ukraine":
            wrong.append((text, claim and (claim.best, claim.source_side)))
    assert wrong == []
