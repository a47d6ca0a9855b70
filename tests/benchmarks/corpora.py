"""Text to measure on: news articles made from templates, the same on every run and machine.

Articles are as long as short news are, 20 sentences. Those about a war have four sentences on casualties among them, as
reports of a day have; the others have none. *News*: one article in twenty is about a war, so one sentence in a hundred
matters. *Dense*: every second, so one in ten. *Quiet*: none.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

SENTENCES = 20
TELLING = 4
"""Sentences on casualties in an article about a war."""
SEED = 20220224
FRESH_BYTES = 64_000_000
"""Of text that is made sentence by sentence, which is slow; larger corpora repeat it under new numbers."""

QUIET, NEWS, DENSE = 0, 1 / 20, 1 / 2
"""The share of articles about a war."""

PLAIN = """
The council will vote on the new budget in the {nth} week of {month}.
Shares in the company fell {small}.2 percent on {day} after it cut its forecast for the year.
“We are not there yet,” the head coach told reporters after the match on {day}.
Heavy rain is expected in the north until {day}, with {small}0 to {small}5 millimetres in places.
The museum said more than {big},000 visitors had seen the exhibition since it opened in {month} 2021.
Prices for flour and oil have risen by a third within a month, traders at the market said.
A spokeswoman for the ministry declined to say when the talks would resume.
The bridge, built in 1932 and {big} metres long, will be closed to lorries for {small} weeks.
“Nobody asked us,” said {name}, who has run the bakery on the corner for {small} years.
{name} joined the orchestra in 2014 and has since played on all five continents.
The minister is due to travel to {city} on {day} for talks with her counterpart.
Train services between {city} and {city} were suspended for {small} hours because of a fallen tree.
The court is to hand down its judgment in {month}; both parties can appeal.
In the second half the visitors pressed harder, but the goalkeeper saved twice from close range.
The firm, which employs {big} people in {city}, wants to move its headquarters abroad.
Turnout stood at {big}.{small} percent at noon, the electoral commission announced.
It was the {nth} time this year that the central bank left its rate unchanged.
Researchers at the university compared the teeth of {big} cattle from three regions.
The festival opens on {day} with a film about a lighthouse keeper and his daughter.
Farmers in the valley hope that the new canal will bring water by {month}.
The school has room for {big} pupils, yet only half of the desks are taken.
Ticket prices will go up from {small} to {small}0 in the spring, the operator said.
{name} left the party in {month} and now sits as an independent.
The road through the mountains was cleared on {day} after {small} days of snow.
""".strip().splitlines()

CASUALTIES = """
{nation} defence ministry said on {day} that {count} {other} soldiers had been killed since the start of the war.
At least {few} people were killed and {count} wounded when a missile hit a market in {city}, the governor said.
The general staff in {capital} put the enemy's losses at about {count} killed over the past 24 hours.
{capital} has not said how many of its own soldiers have died.
“We have lost {few} of our men here,” a commander near {city} told reporters.
Rescue workers pulled {few} bodies from the rubble of an apartment block in {city}, the emergency service said.
The ministry rejected the figures from {capital} as false.
More than {count} civilians, among them {few} children, have been killed since {month}, according to the United Nations.
{few} civilians were wounded in shelling overnight, the regional administration said.
Two officers and {few} soldiers were taken prisoner near {city}, the army said.
There were no immediate reports of casualties.
The death toll from {day}'s strike rose to {few}, the mayor of {city} said.
Between {few} and {count} fighters died in the battle for the airport, a Western official estimated.
""".strip().splitlines()

WORDS = {
    "nth": "first second third fourth fifth".split(),
    "month": "January February March April May June July August September October November December".split(),
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "name": ["Anna Berg", "Tom Ellis", "Maria Costa", "Ivan Petrenko", "Leila Haddad", "Jan Novak", "Rose Okafor"],
    "city": "Kharkiv Mariupol Kyiv Bucha Irpin Sumy Chernihiv Izium Odesa Lviv Kherson".split(),
    "nation": ["Russia's", "Ukraine's", "The Russian", "The Ukrainian"],
    "other": ["Ukrainian", "Russian"],
    "capital": ["Moscow", "Kyiv"],
    "few": "two three four five six seven eight nine ten 11 12 17 23".split(),
    "count": ["about 400", "137", "498", "1,351", "5,840", "dozens of", "hundreds of", "up to 180", "2,870"],
}


def articles(size, share, seed=SEED):
    """Records of JSON Lines, of so many bytes of text; `share` of them are about a war."""
    chance = random.Random(seed)
    written = number = 0
    due = 0.0
    while written < size:
        due += share
        telling = due >= 1
        due -= telling
        templates = chance.sample(PLAIN, SENTENCES)  # none twice: a repeated sentence is not read again
        if telling:
            first = chance.randrange(SENTENCES - TELLING)
            templates[first : first + TELLING] = chance.sample(CASUALTIES, TELLING)
        sentences = [filled(template, chance) for template in templates]
        text = "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, SENTENCES, 4))
        published = f"2022-{chance.randrange(3, 7):02}-{chance.randrange(1, 29):02}"
        yield {"id": f"a{number}", "published": published, "outlet": "The Dispatch", "text": f"{text}\nNo. {number}"}
        written += len(text.encode())
        number += 1


def filled(template, chance):
    """A template with words of its own in each place."""
    while "{" in template:
        before, _, rest = template.partition("{")
        slot, _, after = rest.partition("}")
        word = (
            str(chance.randrange(2, 10))
            if slot == "small"
            else str(chance.randrange(100, 999))
            if slot == "big"
            else ""
        )
        template = f"{before}{word or chance.choice(WORDS[slot])}{after}"
    return template[0].upper() + template[1:]


def lines(size, share):
    """The same as JSON Lines. After `FRESH_BYTES` the articles come again under new numbers, so that no text repeats."""
    made = []
    written = number = 0
    for record in articles(min(size, FRESH_BYTES), share):
        line = json.dumps(record, ensure_ascii=False) + "\n"
        yield line
        before, after = f'{{"id": "a{number}"', f'No. {number}"}}\n'
        made.append((line[len(before) : len(line) - len(after)], len(record["text"].encode())))
        written += made[-1][1]
        number += 1
    while written < size:
        middle, length = made[number % len(made)]
        yield f'{{"id": "a{number}"{middle}No. {number}"}}\n'
        written += length
        number += 1


def write(path, size, share):
    """A file of JSON Lines with so many bytes of text; the size of the file in bytes."""
    with Path(path).open("w", encoding="utf-8") as file:
        file.writelines(lines(size, share))
    return Path(path).stat().st_size
