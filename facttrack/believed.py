"""What the whole text says for a figure that one sentence alone leaves in doubt.

"Lost 90 captains", "shot 17 of 26", "captured six seats", "33 points": words of casualties are words of sport and of
business too, and a bare number goes on with anything. Such a figure is believed in a text that elsewhere says
plainly that people were killed, hurt or taken, or that speaks of war.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Protocol

from facttrack.candidates import Mention
from facttrack.lexicon import lexicon
from facttrack.sentences import Sentence
from facttrack.uncounted import ERAS
from facttrack.units import Reading, Unit

__all__ = ["disbelieve", "speaks_of_harm"]

PLAIN = "plain_harm"
"""The sense of words that are said of people who are killed, hurt or taken."""
DOUBTFUL = "doubtful_harm"
"""The sense of words that are said of games, markets and things too."""
ALONE = "doubtful_alone"
"""The sense of those of which there is no doubt where people are counted: "300 men are | missing"."""
TOLLS = frozenset("toll number_of own_tally losses amount exceeded brought_to".split())
"""Rules of mentions whose figure hangs on a noun, whatever the verb: "the toll | hit 300"."""
LISTS = frozenset(["list_line", "added"])
"""Rules of mentions that stand in a list: "personnel – | 5,840 (| +130)"."""
CASUALTIES = frozenset("casualty casualties toll tolls fatality fatalities wounded dead".split())
"""Words by which a text is about people who died or were hurt."""
HARM = frozenset(
    "hurt injured injuries shot stabbed killed died deaths death losses surrendered trapped missing captured".split()
)
"""Words for what befalls people, who need not be counted."""
LOST_ONES, MAX_SHORT = frozenset("losses missing fell fallen".split()), 2
"""Words by which a text of so many sentences at most is about them: whoever gives no more wants it read."""
LOST = frozenset(["losses", "casualties"])
"""Words of a heading over such a list that say enough, in a text of war."""
WAR = "of_war"
"""The sense of words of attacks, of those who make them and of disasters."""
WORD = re.compile(r"[^\W\d_]+")
ANIMAL = "animal"
"""The sense of words for animals and plants."""
DIGGING, BONES, RECENT = "digging", "old_bones", "recent"
"""Senses of words of archaeology, of what it finds of people, and of a time of which it does not tell."""
STORIES, MIN_STORIES = frozenset(["fiction", "story"]), 2
"""Senses of words of works that tell of what is made up, and in how many sentences a text about one has them."""
STORYTELLING, MAX_TELLING = "storytelling", 6
"""The sense of verbs by which plots are told, and of how many sentences one has such a verb in a text that is one."""
ILLNESS, CAUSE, ATTACK = "illness", "wound_cause", "neutral_attack"
"""Senses of words of illness and of births, of what wounds, and of attacks."""
HURTS = frozenset("injured injuries injury wounded wounds wound hurt shot stabbed burns burned hit struck fell".split())
"""Words by which somebody is hurt, and not ill."""
REAL = frozenset({WAR, CAUSE, ATTACK})
"""Senses of words of war, of attacks and of what wounds, which tell that a text is no plot."""
HERO, MAX_HERO = frozenset("he she his her him".split()), 3
"""Words for one person, and of how many sentences more than one has any in a text that is about one."""
MIN_REAL = 100
"""From which on those who die are seldom those of a plot."""
MIN_OLD, MAX_OLD = 99, 1900
"""Between which a number in a text about old graves is a year of theirs."""
HERDS = frozenset("sheep cattle herd flock livestock poultry".split())
"""Words for several of them without an "s"."""
TRADES = frozenset("market markets fair bazaar trade farm farms ranch breeders herders traders rustlers".split())
"""Words behind those for animals that are of places and people."""
YOUNG = frozenset("adults adult infants infant young males females male female juveniles babies mothers".split())
"""Nouns that are said of animals as well as of people."""


class Told(Protocol):
    """A sentence with its mentions."""

    sentence: Sentence
    mentions: list[Mention]

    @property
    def reading(self) -> Reading: ...


def disbelieve(sentences: Sequence[Told]) -> None:
    """Takes doubtful mentions from the sentences of a text that nowhere speaks plainly of harm to people, or of war.

    And those of animals from the sentences of any: "of six beavers, | one was found dead".
    """
    for one in sentences:
        if one.mentions and ANIMAL in one.reading.senses and _tells_of_animals(one.reading.units):
            one.mentions = [
                mention
                for mention in one.mentions
                if mention.rule == "names" or _is_of_people(one.reading.units, mention)
            ]  # "the stone | bears 8,372 names"
    if not any(one.mentions for one in sentences):
        return
    words = _words_of(sentences)
    _leave_herds(sentences)
    _leave_plots(sentences)
    _leave_stories(sentences)
    _leave_ill(sentences, words)
    if _is_of_antiquity(words):
        for one in sentences:
            if not _is_of_today(one.reading):
                one.mentions = []
        return
    doubtful = {
        id(mention) for one in sentences for mention in one.mentions if not _is_plain(one.reading.units, mention)
    }
    if not doubtful or any(id(mention) not in doubtful for one in sentences for mention in one.mentions):
        return
    war, harm = not words.isdisjoint(_forms(WAR)), not words.isdisjoint(_forms(PLAIN))
    war = war or len(sentences) == 1  # there is nothing else to say: whoever gives one sentence wants it read
    groups = lexicon().groups  # who names an armed group speaks of its war
    war = war or any(
        WAR in unit.senses or (unit.entry is not None and unit.entry.side in groups)
        for one in sentences
        for unit in one.reading.units
    )
    listed = not words.isdisjoint(LOST)
    for one in sentences:
        one.mentions = [
            mention
            for mention in one.mentions
            if war and (harm or not mention.inherited or (listed and mention.rule in LISTS))
        ]


def _words_of(sentences: Sequence[Told]) -> frozenset[str]:
    """The words of a text, in small letters."""
    return frozenset(word for one in sentences for word in WORD.findall(one.sentence.text.lower()))


def speaks_of_harm(sentences: Sequence[Told]) -> bool:
    """Whether a text that counts nobody speaks of war or of harm to people, so that somebody may keep a number back.

    Covers: "Kyiv has not said how many of its troops were killed". Must not: "The poet rarely makes any effort to
    capture a mood", "She has a big secret. Her life is hers".
    """
    words = _words_of(sentences)
    if not (words.isdisjoint(_forms(WAR)) and words.isdisjoint(_forms(PLAIN)) and words.isdisjoint(CASUALTIES | HARM)):
        return True
    if len(sentences) > MAX_SHORT:
        return False
    units = (unit for one in sentences for unit in one.reading.units)
    return not words.isdisjoint(LOST_ONES) or any(unit.cls in "SR" for unit in units)


def _tells_of_animals(units: list[Unit]) -> bool:
    """Whether animals stand in a sentence that do not only tell what a place or a person is: "of | six beavers".

    Must not: "shelled the | livestock market", "killed nine | cattle traders".
    """
    pairs = zip(units, [*units[1:], None], strict=True)
    return any(ANIMAL in unit.senses and not (after is not None and _is_of_trade(after)) for unit, after in pairs)


def _is_of_trade(unit: Unit) -> bool:
    """Whether a word is of where animals are sold or kept, or of who does: "livestock | market", "cattle | herders"."""
    return unit.low in TRADES or unit.cls in "vV"


def _leave_plots(sentences: Sequence[Told]) -> None:
    """Takes single people without a date from a text that is about a film or a book, sentence after sentence.

    Covers: "The film has wit. … In one scene | an American deserter is shot". Must not: "| a man was shot on Monday
    outside a screening of the film", "the film-maker was stabbed. … | 12 people died".
    """
    if not any(one.group.quantity.kind == "article" for told in sentences for one in told.mentions):
        return
    stories = sum(not STORIES.isdisjoint(told.reading.senses) for told in sentences)
    if stories < MIN_STORIES or stories * 3 < len(sentences):
        return
    if any(one.group.quantity.kind not in ("article", "zero") for told in sentences for one in told.mentions):
        return
    for told in sentences:
        if told.mentions and not any(unit.text[:1].isdigit() or unit.cls in "UN" for unit in told.reading.units):
            told.mentions = []


def _leave_stories(sentences: Sequence[Told]) -> None:
    """Takes small numbers from a text that only tells a story: in the present, on no day, and nobody says anything.

    Covers: "A widow hires a detective. He falls for her, and learns that | two of her husbands were murdered".
    Must not: "The column sets out at dawn. | Forty men are killed, the army says", "The war begins on Monday. | Forty
    men are killed. The town falls", "The market falls silent. The shelling has killed | 300".
    """
    sizes = [one.group.quantity.best or one.group.quantity.low or 0 for told in sentences for one in told.mentions]
    if max(sizes, default=MIN_REAL) >= MIN_REAL:
        return
    single = all(one.group.quantity.kind == "article" for told in sentences for one in told.mentions)
    telling = of_one = 0
    for told in sentences:
        units, senses = told.reading.units, told.reading.senses
        if not single and any(unit.cls in "SA" for unit in units):
            return  # "Russian missiles hit Kharkiv. | Twelve people are dead"; one man may be shot in Paris in a plot
        if not senses.isdisjoint(REAL) or any(_is_of_life(units, i) for i in range(len(units))):
            return
        telling += STORYTELLING in senses or not STORIES.isdisjoint(senses)
        telling += MIN_STORIES if len(sentences) > 1 and _names_actors(units) else 0
        of_one += any(unit.low in HERO for unit in units)
    if telling == 1 and of_one * MAX_HERO > len(sentences) > 1:
        telling = MIN_STORIES  # "| She encounters a charming stranger", in a text about her
    if telling < MIN_STORIES or telling * MAX_TELLING < len(sentences):
        return
    for told in sentences:
        told.mentions = []


def _leave_ill(sentences: Sequence[Told], words: frozenset[str]) -> None:
    """Takes those who are only treated from a text about illness or births that tells of no wound and of no attack.

    Covers: "Two ministers with Covid are in hospital", "The twins were born at noon. | Both are in stable condition".
    Must not: "The blast was near the virus laboratory. | Two people are in hospital".
    """
    outcomes = {m.outcome for told in sentences for m in told.mentions}
    if "wounded" not in outcomes or "killed" in outcomes:
        return
    if words.isdisjoint(_forms(ILLNESS)) or not words.isdisjoint(_forms(WAR) | _forms(CAUSE) | _forms(ATTACK) | HURTS):
        return
    for told in sentences:
        told.mentions = [m for m in told.mentions if m.outcome != "wounded" or m.group.quantity.kind == "zero"]


def _is_of_life(units: list[Unit], at: int) -> bool:
    """Whether a unit is such as plots seldom have: a day, and a verb by which somebody is quoted."""
    unit = units[at]
    return unit.cls == "N" or ("say" in unit.senses and not _tells_tale(units, at))


def _names_actors(units: list[Unit]) -> bool:
    """Whether a name in brackets tells who plays somebody: "a detective | (Pacino)", "Bill (David Carradine)".

    Must not: "the army (FARDC)", "the village of Tall (Hama)".
    """
    for i in range(1, len(units) - 2):
        if units[i].cls == "(" and units[i - 1].cls in "VXP" and units[i + 1].cls == "X":
            whole = units[i + 2].cls in "XP"
            end = i + 2 + whole
            if end < len(units) and units[end].cls == ")" and (whole or units[i - 1].cls == "V"):
                return units[i + 1].text[1:].islower()
    return False


def _tells_tale(units: list[Unit], at: int) -> bool:
    """Whether a verb of telling is of a book or a film: "it is | told in chapters", "the book | tells of a man"."""
    if units[at].low not in ("told", "tells"):
        return False
    return (at > 0 and units[at - 1].cls == "b") or any(unit.low == "of" for unit in units[at + 1 : at + 2])


def _leave_herds(sentences: Sequence[Told]) -> None:
    """Takes bare numbers right behind a sentence about animals from a text that counts no people anywhere.

    Covers: "The whales lay on the sand. By noon | 39 in all had died", "A cub was stillborn. | Another died when it".
    Must not: "Dogs found the first bodies. By noon
    | 39 had been counted", "Cattle lay in the road. Of the farmers | 12 had died", "The
    floods drowned the cattle. | 12 have died".
    """
    if any(
        one.group.head is not None or one.group.quantity.kind == "zero" for told in sentences for one in told.mentions
    ):
        return
    for before, one in pairwise(sentences):
        if not one.mentions or any(unit.cls in "vV" for unit in one.reading.units):
            continue
        units = one.reading.units
        more = any(unit.low == "it" for unit in units) and all(m.group.quantity.kind == "more" for m in one.mentions)
        herds = any(ANIMAL in unit.senses and (more or _is_several(unit)) for unit in before.reading.units)
        if herds and not any(unit.cls == "o" or WAR in unit.senses for unit in before.reading.units):
            one.mentions = []  # not behind "the floods drowned hundreds of cattle"


def _is_several(unit: Unit) -> bool:
    """Whether a word for animals speaks of several."""
    return unit.low.endswith("s") or unit.low in HERDS


def _is_of_antiquity(words: frozenset[str]) -> bool:
    """Whether a text with these words is about old graves: of digging and of bones, and nowhere of war or an attack.

    Covers: "Archaeologists found the skeletons of | two men; one had been killed by an axe".
    Must not: "Archaeologists dug up the remains of | 15 soldiers who fell in 1914".
    """
    digging = not words.isdisjoint(_forms(DIGGING))
    return digging and not words.isdisjoint(_forms(BONES)) and words.isdisjoint(_forms(WAR) | _forms(RECENT))


def _is_of_today(reading: Reading) -> bool:
    """Whether a sentence amid old graves is of these days: "The site is closed: on Monday | 40 people were killed".

    Must not: "On Monday the archaeologists found the skeletons of | two men".
    """
    if not reading.senses.isdisjoint((DIGGING, BONES)):
        return False
    if any(unit.low in ERAS or (unit.text.isdigit() and MIN_OLD < int(unit.text) < MAX_OLD) for unit in reading.units):
        return False  # "On 9 September 9 AD | they killed 15,000", "In May 1204 | 2,000 died"
    return any(unit.cls == "N" or unit.low == "today" for unit in reading.units)


def _is_of_people(units: list[Unit], mention: Mention) -> bool:
    """Whether a noun of people is counted, or stands elsewhere in a sentence that speaks of animals too."""
    head = mention.group.head
    if head is not None and units[head].cls in "vVRD":
        return units[head].low not in YOUNG
    behind = max(mention.group.quantity.last, mention.cue[1])
    if head is None and any(ANIMAL in unit.senses for unit in units[mention.group.quantity.last : behind + 1]):
        return False  # "two | dead mice"
    for i in range(mention.group.first - 1, -1, -1):
        if ANIMAL in units[i].senses and (mention.voice == "active" or (i and units[i - 1].cls in "0q")):
            return False  # "the hunters killed 12 wolves and wounded | four", "tagged 40 sharks; | 12 were killed"
        if units[i].cls in "vVR":
            break
    return any(unit.cls in "vVR" and unit.low not in YOUNG for unit in units)


def _is_plain(units: list[Unit], mention: Mention) -> bool:
    """Whether a mention needs no help: no bare number that goes on with others, no word that is said of games too.

    Soldiers and fighters are lost and captured in wars alone.
    """
    group, (first, last) = mention.group, mention.cue
    if group.quantity.kind == "zero" or mention.rule in TOLLS:
        return True
    if mention.inherited or group.unknown:
        return False
    words = {word for unit in units[first:last] for word in unit.low.split()}
    people = group.head is not None and units[group.head].cls in "vVRD"
    if words.isdisjoint(_forms(DOUBTFUL)) and (people or words.isdisjoint(_forms(ALONE))):
        return True
    words |= {unit.low for unit in units[min(first, group.first) : max(last, group.last)]}
    return not words.isdisjoint(_forms(PLAIN) | _forms(WAR))


@cache
def _forms(sense: str) -> frozenset[str]:
    """The words of a sense by themselves, as they stand in longer forms too: "killed or seriously | injured"."""
    return frozenset(key[0] for key, entry in lexicon().entries.items() if len(key) == 1 and sense in entry.senses)
