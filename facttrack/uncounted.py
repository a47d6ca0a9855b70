"""Numbers that count no victims, whatever stands beside them: years, ages, rates, what is rejected or planned."""

from __future__ import annotations

import re
from itertools import takewhile

from facttrack.candidates import Mention
from facttrack.chunks import Chunk
from facttrack.general import in_general
from facttrack.groups import Group
from facttrack.ordinary import ordinary
from facttrack.quantities import Quantity
from facttrack.unhappened import unhappened
from facttrack.units import Reading, Unit

__all__ = [
    "EVIDENCE",
    "GRAVELY",
    "IMPACT",
    "PERIODICALS",
    "is_compound",
    "is_said_of_people",
    "is_shared_out",
    "is_unreal",
    "set_aside",
]

MAX_COUNT = 100_000_000
"""People: a larger number cannot count the victims of one event or war."""
THAN_BEFORE = tuple(
    f"than {word}"
    for word in ("in the", "last", "the year", "a year", "the previous", "previously", "usual", "earlier", "initially")
)
"""What stands behind a number that is a difference."""
DAMAGE = frozenset("losses damage damages property".split())
"""What money is lost in."""
FALLING = frozenset("fell fall falls fallen falling dropped drop drops declined decreased sank shrank down".split())
"""Verbs by which a toll grows smaller: "the number of deaths fell by 100 to 1,200"."""
LOWERING = frozenset("cut cuts lowered lowers reduced reduces".split())
"""What is done to a toll that was too high."""
CURRENCIES = frozenset("Rs USD EUR GBP INR PKR NGN KES UGX Ksh Tk Sh R$ US$".split())
"""What stands before a sum of money."""
TWO_FATES = frozenset({"dead and wounded", "killed and wounded", "dead and injured", "killed and injured"})
"""Nouns of two outcomes, whom "both" joins: "casualties, | both dead and wounded"."""
MAX_ASIDE = 10
"""Units of a phrase between commas that tells who somebody was."""
ROOM = frozenset(
    "built designed meant made room rooms space spaces beds cells places berths seats capacity licensed equipped bunks "
    "shelter tents graves coffins food planned certified".split()
)
"""Words before "for" and those who find room in something."""
BATCHES = frozenset("rows groups pairs batches teams lots gangs columns packs waves bands clusters lines crews".split())
"""Nouns of more than one, each of so many."""
COMPANIES = frozenset(
    "garrison crew army force crowd population community team staff squad company battalion unit party delegation "
    "class convoy fleet gang band detachment workforce contingent congregation".split()
)
"""Nouns of one, of so many in all."""
MAX_PUT = 12
"""Units before a number in which words say whom it counts."""
NUMBERS = frozenset("number numbers numbered".split())
ESTIMATING = frozenset("put puts placed estimate estimates estimated".split())
EVIDENCE = frozenset("evidence proof".split())
LACKING = frozenset("no little scant".split())
"""Words before "evidence" by which there is hardly any."""
MAX_EVIDENCE = 8
"""Units of "no evidence for the claim that"."""
MULTIPLES = frozenset("twice thrice half times".split())
"""Words before "that many"."""
PEOPLED = frozenset(
    "city town village hamlet country nation island province region state territory district camp settlement "
    "neighbourhood neighborhood suburb enclave community population metropolis capital continent archipelago".split()
)
"""Where people live: "a city of | two million"."""
RELATIVES = frozenset("mother father wife husband widow widower son daughter brother sister parents".split())
"""Nouns of those who are counted by whose they are."""
MAX_KILLER = 5
"""Units of "claims that the PKK shot", in which only a name says who killed."""
HURT = frozenset("wounded injured hurt injuries wounds survivors".split())
"""Last words of "of the injured"."""
HARMED = frozenset(
    "victims victim victims' casualties martyrs figure figures toll tolls total count it this that these those".split()
)
"""Nouns that count casualties where a text speaks of them."""
OFFERING = frozenset("offering offered offer providing provided provide having have had giving gives".split())
"""Verbs whose object "one" is a figure."""
MAX_FRONTED = 14
"""Units between "of the 650" and the comma behind which some of them are counted."""
MAX_OUT_OF = 10
"""Of how many at most a share is told as "nine out of ten"."""
STANDING = frozenset(["stood at", "stands at", "at", "was", "of"])
"""What stands between a population and its number."""
STRICKEN = frozenset("affected infected displaced homeless evacuated vaccinated".split())
"""What happened to those who need not be hurt by it."""
INFANTS = frozenset("baby infant toddler".split())
"""What those were who died long ago."""
FRACTIONS = frozenset("quarter quarters third thirds half tenth fifth".split())
SHARES = FRACTIONS | frozenset("most some majority percent cent few".split())
"""Words before "of the 40" that leave open how many of them were killed."""
ONE_OF = frozenset("eldest oldest youngest leader commander chief head wife widow mother father son daughter".split())
"""Words before "of the three" for one person: "the leader of the three gunmen was killed"."""
ACQUAINTED = frozenset("knew know knows met meets remembered remembers interviewed represents represented".split())
"""Verbs by which somebody only knows "several of the victims"."""
CROWDS = frozenset("crowd crowds attendance turnout strength audience population".split())
"""Nouns for many people, of whom nothing happened to most."""
PERIODICALS = frozenset("daily weekly monthly fortnightly".split())
"""Words of time that are names for newspapers."""
PANELS = frozenset("commission panel committee council jury delegation cabinet".split())
"""Those of whom a bare number tells how many they are: "a commission of | 13"."""
FIRST = frozenset("first initially originally earlier previously previous initial original".split())
"""Words for what was said before it was put right."""
OUTLETS = frozenset("article story report dispatch item headline post bulletin text".split())
"""What a newspaper calls its own texts."""
PER_ONE = frozenset(["for every", "each"])
"""Words of one of whom several others are told."""
MAX_VERSION = 8
"""Units within which "version" stands in a correction."""
MAX_APPOSED = 8
"""Units of what tells more of one of several: "one of them, | a man of 35,"."""
RATE_REACH = 4
"""Units after a noun group in which "a day" makes it a rate."""
HUMAN = frozenset(
    "murdered assassinated executed massacred wounded injured kidnapped abducted beheaded martyred murder murders "
    "assassination massacre execution wounding injuring murdering executing kidnapping abducting wound wounds injure "
    "injures lynched hospitalised hospitalized assassinating".split()
)
"""Casualty words that are hardly said of animals or things."""
GRAVELY = frozenset("critically seriously gravely badly severely moderately lightly slightly".split())
"""How badly somebody is hurt."""
DECIMAL = re.compile(r"\d+\.\d{1,2}")
SCALES = frozenset("thousand million billion trillion".split())
MAX_LABEL = 5
"""Units of a label before a question, its colon included."""
ASKING = frozenset("did do does was were is are has have had".split())
"""Words that open a question to which the answer is yes or no."""
ERAS = frozenset("bc ad bce ce b.c. a.d.".split())
BEFORE_YEAR = frozenset("in since during until before after early late mid from between".split())
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
IDENTIFYING = frozenset("name say tell report confirm".split())
"""Verbs by which somebody who "can" does."""
IMPACT = frozenset("shot hit struck".split())
"""Casualty words that right after a bare "one" are as likely nouns: "one more shot"."""
LASTING = frozenset("in within over from after during for".split())
"""Prepositions that make "a day" a stretch of time: "112 injured from | a day of shelling"."""


REGIMENTS = frozenset("rifles regiment battalion brigade para fusiliers lancers commando squadron".split())
"""Last words of the names of regiments that have a number before them."""
MAX_REGIMENT = 3
"""Words from the number of a regiment to the last of its name."""


def set_aside(reading: Reading, chunk: Chunk, group: Group) -> str | None:
    """Why a number counts no victims, if it is replaced, rejected, too large, a rate; else None."""
    units = reading.units
    quantity = group.quantity
    if quantity.old or _is_of_earlier_version(units, group.first):
        return "an earlier figure, which the sentence replaces"
    at = quantity.first - 1
    if at > 0 and units[at].low == "by" and any(u.low in FALLING for u in units[max(0, at - 4) : at]):
        return "by how many a figure fell"
    if at > 0 and units[at].low == "by" and _is_cut(units, at):
        return "by how many a figure was lowered"
    if at > 0 and units[at].low in ("that", "as") and units[at - 1].low in MULTIPLES:
        return "a multiple"  # "twice that | many were hurt"
    if at > 0 and quantity.kind == "article" and units[at].cls == "F" and units[at - 1].low in RELATIVES:
        return "whose relative it was"  # "the mother of | a girl who survived"
    dead = any(unit.cls in "pi" for unit in units[group.last : group.last + 3])  # "a community of | 40 was massacred"
    if at > 0 and group.head is None and units[at].cls == "F" and units[at - 1].low in PEOPLED and not dead:
        return "how many live there"  # "fighting around this city of | two million"
    if (
        at > 1
        and units[at].cls == "F"
        and units[at - 1].low in PANELS
        and units[at - 2].cls == "a"
        and not (group.last + 1 < len(units) and units[group.last].cls == "b" and units[group.last + 1].cls in "pj")
    ):
        return "how many somebody has"  # "set up a commission of | 13"
    if _is_labelled_thing(units, group):
        return "things, by their label"
    if _is_of_regiment(units, group):
        return "the number of a regiment"
    if _is_item(units, group):
        return "the number of the next item of a list"
    if group.part and group.head is None and quantity.best == 1 and _did_something(units, group.last):
        return "somebody who did something himself"
    if _is_rejected(units, chunk, group):
        return "named only to be rejected, or one of each"
    if max(quantity.best or 0, quantity.high or 0) > MAX_COUNT:
        return f"above {MAX_COUNT:,}"
    if _is_decimal(units, group):
        return "a decimal"
    if at >= 0 and units[at].text in CURRENCIES:
        return "money"  # "a bounty of Rs | 1.5 crore"
    head = units[group.head] if group.head is not None else None
    if (
        head is not None
        and head.cls == "k"
        and any(u.low == "kills" and units[i - 1].cls == "0" for i, u in enumerate(units))
    ):
        return "the score of a game"  # "has 21 kills and | 4 deaths"
    if quantity.best == 1 and head is not None and head.cls == "k" and _are_too_many(units, group.last):
        return "a figure of speech"  # "one | death is one too many"
    if head is not None and head.low == "deaths" and group.first and units[group.first - 1].low in ("die", "died"):
        return "a figure of speech"  # "died | a thousand deaths"
    both = units[quantity.first].low == "both"
    if (quantity.kind in ("article", "both") and group.head is None) or (
        both and group.first + 1 < len(units) and units[group.first + 1].cls == "t"
    ):
        return "a word for one or both that counts nobody by itself"
    if quantity.kind == "article" and at > 0 and units[at].cls == "r" and units[at - 1].cls == "L":
        return "who tells a toll"  # "the death toll that | a villager gave"
    behind = "".join(u.cls for u in units[group.last : group.last + 2])
    if quantity.kind == "article" and (behind in ("JE", "RE") or _is_kind_of_place(units, group)):
        return "a people that only describes a place"  # "hit | a Druze Arab town", "hit | a migrant detention centre"
    after = [u.low for u in units[group.last : group.last + 3]]
    if _is_difference(after):
        return "by how many it is more than before"
    if after[:1] == ["in"] and DAMAGE.intersection(after[1:]):
        return "money"  # "injured six people and left millions | in losses"
    if (why := unhappened(reading, group) or ordinary(reading, group) or in_general(reading, group)) is not None:
        return why
    if _is_asked(units):
        return "asked, and not said"
    if _died_by_nature(units, group):
        return "dead of natural causes"
    if quantity.kind == "article" and head is not None and _are_several(units, group, head):
        return "an article that belongs to another noun"  # "and | a standoff involving hostages"
    if _is_whole(units, group) or _is_fronted_whole(units, group):
        return "of whom some are counted"
    if _is_both_and(units, group) or (both and head is not None and head.low in TWO_FATES):
        return "two sorts of people, not two people"
    if _is_year(units, group):
        return "a year"
    if _is_age_limit(units, group):
        return "an age"
    if _is_owner(units, group):
        return "the owner of something"
    if quantity.kind == "number" and units[quantity.first].low in SCALES:
        return "a scale without a number"
    if _is_superlative(units, group):
        return "one by a superlative"
    if _is_named(units, group):
        return "one person, whom the text names"
    if _is_of_one(units, group):
        return "of whom one is spoken of"
    if _is_described(units, group):
        return "one who is counted just before"
    if group.part and group.first and units[group.first - 1].low in ACQUAINTED:
        return "whom somebody knows"  # "she knew | several of the victims"
    if _is_one_of(units, group):
        return "one of a number that is counted itself"
    if _is_pronoun(units, group):
        return "a pronoun"
    if _is_fraction(units, group):
        return "a share of a number, or no number at all"
    if _is_rate(units, chunk):
        return "a rate, an average or a share"
    if _is_room(units, group):
        return "for how many there is room"
    if _is_batch(units, group) or _is_strength(units, group):
        return "how many there are in a row, a crew, a crowd"
    if _is_of_others(units, group):
        return "how many others there are"
    return "those who speak" if _is_speaker(units, chunk, group) else None


def _is_of_earlier_version(units: list[Unit], number: int) -> bool:
    """Whether a newspaper corrects itself: "An earlier version of this article said | 50 people had died"."""
    words = [unit.low for unit in units[: min(number, MAX_VERSION)]]
    if "version" not in words or any(unit.cls == ";" for unit in units[:number]):
        return False  # "An earlier version said 50; the number is | 15"
    at = words.index("version")
    return at > 0 and words[at - 1] in FIRST and not OUTLETS.isdisjoint(words[at : at + 4])


def _are_too_many(units: list[Unit], at: int) -> bool:
    """Whether "too many" follows in the clause."""
    words = [u.low for u in takewhile(lambda u: u.cls not in ",;.:", units[at : at + 7])]
    return any(words[i : i + 2] == ["too", "many"] for i in range(len(words)))


def _is_kind_of_place(units: list[Unit], group: Group) -> bool:
    """Whether one person only tells what kind of thing follows: "a migrant | camp". Must not: "a child | in a camp"."""
    return group.head is not None and group.last < len(units) and "compound" in units[group.last].senses


def _is_cut(units: list[Unit], by: int) -> bool:
    """Whether a toll is lowered by a number: "has cut the toll of the bombings by | more than 100"."""
    before = units[max(0, by - MAX_PUT) : by]
    cut = next((i for i, u in enumerate(before) if u.low in LOWERING), None)
    return cut is not None and any(u.cls == "L" or u.low in ("toll", "count", "tally") for u in before[cut:])


def _is_difference(after: list[str]) -> bool:
    """Whether a number only tells how much more it was than before: "a thousand | more than in the year before"."""
    behind = " ".join(after).removeprefix("more ").removeprefix("fewer ").removeprefix("less ")
    return behind.startswith(THAN_BEFORE)


def _is_asked(units: list[Unit]) -> bool:
    """Whether a sentence only asks for the truth of what it says: "Did 3,000 soldiers die at Soledar?".

    Must not: "How did 12 people die?", "Did the missiles kill 510, as the website claims?".
    """
    if not units or units[-1].text != "?" or any(u.cls == "c" for u in units):
        return False
    start = next((i + 1 for i, u in enumerate(units[:MAX_LABEL]) if u.cls == ":"), 0)  # "FACT CHECK: | Did …?"
    return next((u.low in ASKING for u in units[start:] if u.cls not in '"~;-,'), False)


def _died_by_nature(units: list[Unit], group: Group) -> bool:
    """Whether those counted died a natural death: "358,000 people | died of natural causes", "| two died in infancy".

    Must not: "| two infants died", "| two died young men".
    """
    after = [u.low for u in units[group.last : group.last + 8]]
    died = next((i for i, low in enumerate(after) if low.split()[-1] == "died"), None)
    if died is not None and (
        after[died + 1 : died + 3] == ["in", "infancy"] or after[died + 1 : died + 3] == ["young", "."]
    ):
        return True
    if died is not None and after[died + 1 : died + 2] == ["when"] and any(low in INFANTS for low in after[died + 2 :]):
        return True  # "| one died when she was a baby"
    return "natural" in after[:-1] and after[after.index("natural") + 1] in ("causes", "death", "deaths")


def _is_room(units: list[Unit], group: Group) -> bool:
    """Whether a number tells for how many something was made: "built for | 150", "cells for | 50 men", "room for | 30".

    Must not: "looked for | 30 men", "built for the army | 30 were killed in".
    """
    at = group.quantity.first - 1
    return at > 0 and units[at].low == "for" and units[at - 1].low.split()[-1] in ROOM


def _is_batch(units: list[Unit], group: Group) -> bool:
    """Whether a number tells how many go together: "rows of | ten", "| four at a time", "| one by | one".

    Must not: "two groups of | 12 men".
    """
    at, last = group.quantity.first - 1, group.last
    if [unit.low for unit in units[last : last + 3]] in (["at", "a", "time"], ["at", "the", "time"]):
        return units[last + 1].low == "a"
    if any(0 < by < len(units) - 1 and _is_row(units, by) for by in (last, at)):
        return True
    return (
        at > 1
        and units[at].cls == "F"
        and units[at - 1].low in BATCHES
        and units[at - 2].cls not in "0q"
        and group.head is None
    )


def _is_row(units: list[Unit], by: int) -> bool:
    """Whether "by" joins a number to itself: "one | by one"."""
    return units[by].low == "by" and units[by - 1].low == units[by + 1].low


def _is_strength(units: list[Unit], group: Group) -> bool:
    """Whether a number tells how many there were in all: "16 died, out of a garrison of | 120", "of its crew of | 13".

    Covers: "the EPL, with a combat force of | 500,", too.

    Must not: "| a crew of 13 died", "the deaths of a family of | five".
    """
    at = group.quantity.first - 1
    if at < 3 or units[at].cls != "F" or units[at - 1].low not in COMPANIES:
        return False
    lead = at - 2
    while lead > 0 and units[lead].cls in "RSxJY":
        lead -= 1
    if units[lead].cls not in "ats" or lead == 0:
        return False
    before = units[lead - 1]
    if before.low in ("out of", "against", "from", "with"):
        return True
    return before.cls == "F" and lead > 1 and units[lead - 2].cls in "vV0"


def _is_of_others(units: list[Unit], group: Group) -> bool:
    """Whether the words before a bare number say whom it counts, who are no victims.

    Covers: "put the assailants at | 300", "the attackers, whose number investigators put at | 200", "its men, whom
    experts put at | 4,000", "the terrorists numbered | 32", "the number of bombers downed at | 31".
    Must not: "put the dead at | 300", "the victims numbered | 32", "put the number of soldiers killed at | 31".
    """
    if group.head is not None:
        return False
    first = clause = group.quantity.first
    while clause > 0 and units[clause - 1].cls not in ";.:()" and first - clause < MAX_PUT:
        clause -= 1
    before = units[clause:first]
    if len(before) < 2:
        return False
    if before[-1].low in NUMBERS:
        return _are_others(before[:-1])
    toll = any(unit.cls in "Lkpj" for unit in before)  # "the toll among the population stands at | 90"
    if before[-1].low in STANDING and any(unit.low == "population" for unit in before) and not toll:
        return True  # "the population of the valley, which stood at | 90,000"
    if before[-1].low not in ("at", "put at"):
        return False
    put = next((i for i in range(len(before) - 1, -1, -1) if before[i].low.split()[0] in ESTIMATING), None)
    if put is None:
        return False
    if put + 1 < len(before) and before[put + 1].cls == "^":  # "losses are put by officials at | 400"
        return _are_others([unit for unit in before[max(0, put - 4) : put] if unit.cls not in "bf"])
    if put < len(before) - 2:
        return _are_others(before[put + 1 : -1])
    whose = next((i for i in range(put) if before[i].low in ("whose", "whom") and i), None)
    return whose is not None and _are_others(before[max(0, whose - 4) : whose])


def _are_others(words: list[Unit]) -> bool:
    """Whether words end in a noun of people, and none of them tells of harm."""
    if any(unit.cls in "pijgkLoOz" or unit.low in HARMED for unit in words):
        return False
    words = [unit for unit in words if unit.cls not in ",~"]
    if words and words[-1].low in STRICKEN:
        return True  # "puts the number affected at | 600,000"
    return bool(words) and ((words[-1].cls in "vV") or words[-1].low in CROWDS)


def _are_several(units: list[Unit], group: Group, noun: Unit) -> bool:
    """Whether an article stands before what involves several people: "a standoff involving hostages".

    Must not: "a mother expecting twins", where she is counted; "a policing staff".
    """
    entry = noun.entry
    between = units[group.quantity.last : group.head]
    several = noun.cls == "v" and entry is not None and not entry.singular and noun.low.endswith("s")
    return several and any(u.low == "involving" for u in between)


def _is_whole(units: list[Unit], group: Group) -> bool:
    """Whether a number is of whom some are counted right before it: "three of | 10 attackers were killed".

    Must not: "a toll of | 10", "one of | 12 people killed", "three of | 12 killed were women".
    """
    first = group.quantity.first
    if units[group.last : group.last + 1] and units[group.last].cls in "pj":
        return False
    if first < 2 or units[first - 1].low != "of" or units[first - 2].cls != "0" or units[first].cls != "0":
        return False
    return 0 < (units[first - 2].value or 0) < (group.quantity.best or 0)


def _is_fronted_whole(units: list[Unit], group: Group) -> bool:
    """Whether a clause opens with those of whom some are counted: "Of the | 650 troops who attacked, 43 were killed".

    Must not: "Of the | 12 people killed, two", "Of the | 12 villagers who died, two", "Of the | 12 victims, two".
    """
    of = group.first - 1
    while of > 0 and units[of].cls in "tsd":
        of -= 1
    if of < 0 or units[of].low not in ("of", "of the", "out of") or group.head is None or group.letter != "#":
        return False
    opens = of == 0 or units[of - 1].cls in ',;.:"-&~'
    if not opens or units[group.head].low in HARMED or group.attributive is not None:
        return False
    comma = next((i for i in range(group.last, min(group.last + MAX_FRONTED, len(units))) if units[i].cls in ",;.:"), 0)
    if not comma or units[comma].cls != "," or any(u.cls in "pPijgkLW" for u in units[group.last : comma]):
        return False
    some = next((u for u in units[comma + 1 : comma + 4] if u.cls not in "h~"), None)
    return some is not None and some.cls in "0q" and group.quantity.kind == "number"


def _is_both_and(units: list[Unit], group: Group) -> bool:
    """Whether "both" joins two nouns: "| both fighters and civilians", "| both killed and wounded men".

    Must not: "| both pilots and a guard".
    """
    at = group.quantity.last
    if units[group.quantity.first].low != "both" or at + 1 >= len(units):
        return False
    if (units[at + 1].cls == "&" and units[at].cls in "pj") or " and " in units[at].low:
        return True
    at = group.last
    if at + 1 >= len(units) or units[at].cls != "&":
        return False
    return units[at + 1].cls in "vV" or (units[at + 1].cls == "x" and units[at + 1].low.endswith("s"))


def _is_of_regiment(units: list[Unit], group: Group) -> bool:
    """Whether a number is that of a regiment: "a soldier of | 4 Sikh Rifles was killed"; not "loss of | 12 rifles"."""
    at = group.quantity.last
    if not group.first or units[group.first - 1].low not in ("of", "from") or units[at - 1].low.isalpha():
        return False
    for i in range(at, min(at + MAX_REGIMENT, len(units))):
        if not units[i].text[0].isupper():
            return False
        if units[i].low.split()[-1] in REGIMENTS:
            return group.head is None and not (
                i + 1 < len(units) and units[i + 1].cls in "vV"
            )  # "12 Gurkha Rifles men"
    return False


def _is_item(units: list[Unit], group: Group) -> bool:
    """Whether a number is that of an item: glued between full stops, or of a thread of posts.

    Covers: "one was missing.| 12.", "| 2/ Among the dead is a girl", "| 2/5 Let the world see".
    """
    first, last = group.quantity.first, group.quantity.last
    slash = next((i for i, unit in enumerate(units[:3]) if unit.text == "/"), None)
    if slash is not None and units[0].cls == "0" and first <= slash + 1 and last <= slash + 2:
        return units[slash].start == units[slash - 1].end and group.head is None
    if first == 0 or last >= len(units) or units[first - 1].text != "." or units[last].text != ".":
        return False
    return units[first - 1].end == units[first].start


def _is_labelled_thing(units: list[Unit], group: Group) -> bool:
    """Whether a label says what is counted, and that is no people: "tanks destroyed: | 57", "Guns captured: | 4".

    Covers: "tanks captured intact: | 10", "Trucks captured or destroyed: | 118", "vehicles hit: | 88". Must not: "Tank
    crews killed: | 57", "Killed: | 57".
    """
    at = group.first - 1
    if at < 2 or units[at].cls != ":" or group.head is not None:
        return False
    start = next((i + 1 for i in range(at - 1, -1, -1) if units[i].cls in ";.:,"), 0)
    label = units[start:at]
    thing = next((i for i, unit in enumerate(label) if unit.cls == "E"), None)
    return thing is not None and all(u.cls in "pW&x" for u in label[thing + 1 :]) and len(label) > thing + 1


def _is_rejected(units: list[Unit], chunk: Chunk, group: Group) -> bool:
    """Whether a number is named only to be rejected: "not the 300,000 that …", "one or more", "one of every"."""
    first, last, count = chunk.first, chunk.last, len(units)
    at = first - 1
    while at >= 0 and units[at].cls in "ts":
        at -= 1
    if at >= 0:
        low = units[at].low
        if low in ("every", "each", "in every"):
            return True
        if (low == "nor" or low.endswith("not")) and units[first].cls not in "zZ":
            return True
    if last + 1 < count:
        each = units[last] if units[last - 1].cls == "F" else units[last + 1] if units[last].cls == "F" else None
        if each is not None and each.low in ("every", "each"):
            return True
    if first >= 2 and units[first - 2].low == "all" and units[first - 1].low == "but":
        return True
    if first >= 1 and units[first - 1].low == "as" and units[first].low == "many":
        return True
    return group.quantity.best == 1 and group.quantity.rule == "hedge_after" and group.quantity.qualifier == "at_least"


def _is_year(units: list[Unit], group: Group) -> bool:
    """Whether a number is a year: "a | 1996 siege", "in | 1812", "the | 2008 deaths", "| 1000 BC".

    Must not: "the | 1500 soldiers", "all | 2000 men", which are round and have a noun; "of the | 1917 killed".
    """
    first = group.quantity.first
    if group.last > group.first and units[group.last - 1].low in ERAS:
        return True
    if group.quantity.qualifier == "range" and group.head is None and _are_years(units, group.quantity):
        return True
    if group.last < len(units) and units[group.last].low in ERAS:
        return True
    if first == 0 or group.quantity.kind != "number" or not YEAR.fullmatch(units[first].text):
        return False
    before = units[first - 1]
    after = units[group.last] if group.last < len(units) else None
    if before.cls == "t" and after is not None and after.cls in "pj" and after.low not in IMPACT:
        return False
    if before.cls == "," and first > 2 and units[first - 2].cls in "0N" and units[first - 3].cls in "N0":
        return True
    if (
        before.cls == "s"
        and group.head is not None
        and units[group.head].cls == "k"
        and units[group.head].low[-1] != "s"
    ):
        return True  # "his | 1793 execution"
    if before.cls == "'" and group.head is None and after is not None and after.low in IMPACT:
        return True  # "the singer's | 1963 hit"
    if before.cls == "b" and first > 1 and units[first - 2].low.endswith("year"):
        return True  # "the deadliest year was | 2000, with 1,397 killed"
    if group.head is not None and units[group.head].low == "loss" and group.head == group.last - 1:
        return True  # "the | 1986 loss"; not "suffered | 2000 losses"
    if before.low == "for" and group.head is None and units[group.last : group.last + 1] != [] and after is not None:
        return after.cls in ",;"  # "who, for | 1960, filed"
    if before.low not in BEFORE_YEAR and before.cls not in "atN" and before.low != "year":
        return False
    return group.head is None or int(units[first].text) % 100 > 0


def _is_age_limit(units: list[Unit], group: Group) -> bool:
    """Whether a number is an age: "a third of them | under twelve", "men and boys aged | from 16 to 77"."""
    at = group.quantity.first
    if group.head is not None or at < 2:
        return False
    return (units[at].low == "under" and units[at - 1].cls == "I") or units[at - 1].low in ("aged", "ages")


def _are_years(units: list[Unit], quantity: Quantity) -> bool:
    """Whether a range is of years: "| 1914–1918", "from | 1776 to 1780"."""
    return (
        YEAR.fullmatch(units[quantity.word].text) is not None
        and YEAR.fullmatch(units[quantity.last - 1].text) is not None
    )


def _is_owner(units: list[Unit], group: Group) -> bool:
    """Whether those counted only own what is spoken of: "the death of | an elder's son", "| one man's dying fall"."""
    if group.last > group.quantity.last and units[group.quantity.last].low in ("'s", "’s"):
        return True  # "the | couple's twins died"
    return (
        group.head is not None
        and units[group.head].cls in "vV"
        and group.last < len(units)
        and units[group.last].low in ("'s", "’s")
    )


def _is_decimal(units: list[Unit], group: Group) -> bool:
    """Whether a number is no count for its decimals: "| 8.8 deaths per 100,000". Must not: "1.5 million people"."""
    quantity = group.quantity
    own = units[quantity.first : quantity.last]
    return any("." in unit.text and DECIMAL.fullmatch(unit.text) for unit in own) and (
        max(quantity.best or 0, quantity.high or 0) < 1000
    )


def _is_pronoun(units: list[Unit], group: Group) -> bool:
    """Whether "one" stands for a figure or for each: "refused to give | one", "killed | one another's men".

    Covers: "disputed the toll without offering | one", "said it does not have | one", "| one of its own"; and what was
    named before: "four regions, with casualties in the latter | three".
    """
    first, last = group.quantity.first, group.quantity.last
    if first and units[first - 1].low == "latter" and group.head is None:
        return units[last : last + 1] == [] or units[last].cls not in "bfpi"
    if units[first].low == "another" and first and units[first - 1].low == "one":
        return True
    if units[first].low != "one":
        return False
    if last < len(units) and units[last].low == "another":
        return True
    return (
        group.head is None
        and first > 0
        and (not units[first - 1].senses.isdisjoint(("disclose", "deny")) or units[first - 1].low in OFFERING)
        and (group.last >= len(units) or units[group.last].cls in ",.;:")
    )


def _is_fraction(units: list[Unit], group: Group) -> bool:
    """Whether a number is what a share is of, "a quarter of | a million", or counts figures, "| a score of its own".

    Must not: "| a number of soldiers".
    """
    quantity = group.quantity
    at = quantity.first - 1
    if at > 0 and units[at].cls == "F" and units[at - 1].low in FRACTIONS and units[quantity.first].cls == "a":
        return True
    after = [unit.low for unit in units[quantity.last : quantity.last + 3]]
    if not after or (quantity.kind != "vague" and units[quantity.last - 1].low != "score"):
        return False
    return " ".join(after).removeprefix("of ").startswith(("its own", "their own", "his own", "her own", "our own"))


def is_shared_out(units: list[Unit], group: Group) -> bool:
    """Whether only an unknown share of a number is spoken of: "half of the | 80 hostages died", "some of his | 12".

    Must not: "two of the | 80", "half of the | 80 dead were women", which the caller does not ask.
    """
    at = group.first - 1
    while at > 0 and units[at].cls in "tsd":
        at -= 1
    if at < 1:
        return False
    joined = units[at].low.split()
    if joined[-1] != "of":
        return units[at].low in ("half", "half the") and at == group.first - 1
    return (joined[-2] if len(joined) > 1 else units[at - 1].low.split("-")[-1]) in SHARES


def _is_of_one(units: list[Unit], group: Group) -> bool:
    """Whether a number only tells whose leader or kin somebody is: "the eldest of her | three sons died".

    Must not: "the mothers of | three soldiers", "the leader of | three killed rebels", "the father of | three children
    killed in the strike".
    """
    at = group.first - 1
    while at > 0 and units[at].cls in "tsd":
        at -= 1
    if at < 1 or group.head is None or group.attributive is not None or (group.quantity.best or 0) < 2:
        return False
    if any(u.cls in "pjr" for u in units[group.last : group.last + 1]):
        return False
    return units[at].low.split()[-1] == "of" and units[at - 1].low in ONE_OF


def _is_named(units: list[Unit], group: Group) -> bool:
    """Whether a name beside "a driver" or "one" says who it is: "| a photographer, Roberto Navas, was shot".

    Covers: "Oleksandr Ishchenko, 55, | a driver, died", "| Another, Khalid al-Dulaimi, was shot dead".
    Must not: "In Kharkiv, | a driver was killed", "| a man, Kyiv said, was killed".
    """
    if group.quantity.best != 1 or group.quantity.kind not in ("article", "more", "number") or group.part:
        return False
    return _name_follows(units, group.last) or (group.quantity.kind != "number" and _name_leads(units, group))


def _name_follows(units: list[Unit], last: int) -> bool:
    """Whether a name of two words or more stands between commas: "a photographer, | Roberto Navas, was shot"."""
    if last + 2 >= len(units) or units[last].cls != "," or units[last + 1].cls not in "XP":
        return False
    end = next((i for i in range(last + 1, len(units)) if units[i].cls not in "XPDVAS-"), len(units))
    return end < len(units) and units[end].cls == "," and end > last + 2


def _name_leads(units: list[Unit], group: Group) -> bool:
    """Whether the noun is in apposition to a name before it: "Oleksandr Ishchenko, 55, | a driver, died"."""
    back = group.first - 1
    if back > 0 and units[back].cls == "," and units[back - 1].cls == "M":
        back -= 2  # ", 55, | a driver"
    if back < 2 or units[back].cls != "," or group.last >= len(units) or units[group.last].cls not in ",r/F":
        return False
    return units[back - 1].cls in "XP" and units[back - 2].cls in "XPDV"


def _is_described(units: list[Unit], group: Group) -> bool:
    """Whether a phrase tells who one just counted was: "One of the victims, | a nurse, had come from Daegu".

    Covers: "An American passenger, | a man in a wheelchair, was shot", "two brothers, | both soldiers, died".
    Must not: "A nurse, | a driver and a cook died".
    """
    at = group.first - 3
    if units[group.quantity.first].low == "both" and at >= 0 and units[at + 2].cls == ",":
        return units[at + 1].cls in "vRD" and group.last < len(units) and units[group.last].cls == ","
    if group.quantity.kind != "article" or at < 0 or units[at + 2].cls != ",":
        return False
    if units[at].low == "one" and units[at + 1].cls == "I":
        return True
    if units[at + 1].cls not in "Vj" or (units[at].cls not in "aRJ" and units[at].low not in ("one", "another")):
        return False
    end = next((i for i in range(group.last, min(group.last + MAX_ASIDE, len(units))) if units[i].cls in ",&0;"), None)
    return end is not None and end + 1 < len(units) and units[end].cls == "," and units[end + 1].cls in "bfpi"


def _is_one_of(units: list[Unit], group: Group) -> bool:
    """Whether somebody is one of a number, which is counted itself: "she was | one of 12 people killed"."""
    last = group.quantity.last
    if group.quantity.best != 1 or group.first == 0 or units[group.first - 1].cls != "b":
        return False
    if last + 1 >= len(units):
        return False
    who = units[max(0, group.first - 3) : group.first - 1]  # "whose uncle is | one of the victims", "Abebe was | one"
    named = bool(who) and (who[-1].cls in "XPV" or who[0].cls == "s" or who[0].low == "whose")
    if named and units[last].low.startswith("of the"):
        return True
    return units[last].low == "of them" or (units[last].low == "of" and (named or units[last + 1].cls in "0h"))


def _is_superlative(units: list[Unit], group: Group) -> bool:
    """Whether "one of the most …" or "one of the world's …" only ranks somebody: "X, | one of the most famous men,".

    Must not: "| One of the most senior commanders was killed".
    """
    if group.quantity.best != 1 or group.first == 0 or units[group.first - 1].cls not in ",bx-":
        return False
    after = [unit.low for unit in units[group.quantity.last : group.quantity.last + 5]]
    return (
        bool(after)
        and after[0] in ("of", "of the")
        and any(low in ("most", "world's", "least", "few") for low in after)
    )


def is_compound(units: list[Unit], mention: Mention) -> bool:
    """Whether the casualty word only tells what kind of thing is counted: "303 execution | warrants".

    Must not: "12 deaths in | custody".
    """
    end = max(mention.group.last, mention.cue[1])
    if end >= len(units) or mention.cue[0] < mention.group.first or units[end].cls in "pPj":
        return False
    return "compound" in units[end].senses


def _is_speaker(units: list[Unit], chunk: Chunk, group: Group) -> bool:
    """Whether people tell, and are no victims: "citing two security sources", "two witnesses said"."""
    if _one_speaks(units, chunk, group):
        return True
    if group.head is None and chunk.first and units[chunk.first - 1].cls == "t" and chunk.last < len(units):
        return "say" in units[chunk.last].senses and units[chunk.last].cls == "c"  # "on both sides, the | two said"
    if group.head is None or units[group.head].senses.isdisjoint(("person_role", "body_role")):
        return False
    before = units[chunk.first - 1] if chunk.first else None
    if before is not None and (before.cls == ">" or "via" in before.senses):
        return True
    at = chunk.last
    if at < len(units) and units[at].cls in "/]":  # "an officer | in Nepalgunj said", "an officer | from Kirkuk police"
        while at < len(units) and at < chunk.last + 5 and (units[at].cls in "/]tAXSRxY" or _is_body(units[at])):
            at += 1
    elif at + 2 < len(units) and units[at].cls == "&" and units[at + 1].cls == "a" and _is_person(units[at + 2]):
        at += 3  # "an officer | and a doctor said"
    if at >= len(units) or units[at].cls != "c":
        return False
    closes = at + 1 < len(units) and units[at + 1].cls in ",.;r"  # "a nurse at the ward | confirmed;"
    return "say" in units[at].senses or (closes and "disclose" in units[at].senses)


def _is_body(unit: Unit) -> bool:
    """Whether a word names a body that people are from: "police"."""
    return "body_role" in unit.senses


def _is_person(unit: Unit) -> bool:
    """Whether a word names somebody who may tell: "doctor"."""
    return "person_role" in unit.senses


def _one_speaks(units: list[Unit], chunk: Chunk, group: Group) -> bool:
    """Whether one person speaks behind what is said of him: "One of the victims, a technician from Daegu, | said that".

    Also behind what he asks for: "one of them, who did not want to be named, | said".

    Must not: "One of the victims, the police said, was a child".
    """
    at = chunk.last
    if group.quantity.best != 1 or at >= len(units) or units[at].cls not in ",F":
        return False
    if units[at].cls == "," and at + 1 < len(units) and units[at + 1].cls == "r":
        ends = [i for i in range(at + 2, min(at + 2 * MAX_ASIDE, len(units) - 1)) if units[i].cls == ","]
        return any(units[i + 1].cls == "c" and "say" in units[i + 1].senses for i in ends)
    commas = [i for i in range(at, min(at + 2 * MAX_ASIDE, len(units) - 1)) if units[i].cls in ",c"][:2]
    if len(commas) < 2 or units[commas[0]].cls == "c" or units[commas[1]].cls == "c":
        return False
    verb = units[commas[1] + 1]
    return verb.cls == "c" and "say" in verb.senses


DATING = [["earlier"], ["later"], ["before"], ["after"], ["ago"], ["apart"]]
"""Words behind "a day" that date something."""


def _did_something(units: list[Unit], at: int) -> bool:
    """Whether one of several, told apart between commas, is the subject of a verb that hurts nobody.

    Covers: "one of them, | a man of 35, hid in a ditch". Must not: "one of them, | a man of 35, was a teacher", "one of
    them, | a child, doctors said", "one of them, | a girl, in the street".
    """
    if at >= len(units) or units[at].cls != ",":
        return False
    close = next((i for i in range(at + 1, min(at + MAX_APPOSED, len(units) - 1)) if units[i].cls == ","), None)
    if close is None or units[close + 1].cls != "x" or units[close + 1].low.endswith("s"):
        return False
    end = next((i for i in range(close + 1, len(units)) if units[i].cls in ";.,"), len(units))
    return not any(unit.cls in "cpijbf0" for unit in units[close + 1 : end])


def _is_rate(units: list[Unit], chunk: Chunk) -> bool:
    """Whether a number is an average, a percentage or a multiple: "six deaths a day", "an average of 12"."""
    if _is_share_of_ten(units, chunk.first, chunk.last):
        return True
    if chunk.first and units[chunk.first - 1].low == "per":
        return True  # "one latrine per | 350"
    near = range(max(0, chunk.first - 2 * MAX_ASIDE), chunk.first)
    if any(units[i].low in PER_ONE and _is_per_one(units, i) for i in near):
        return True  # "for every man shot the two armies lost | four to the cold"
    after = units[chunk.last : chunk.last + RATE_REACH]
    if any(u.low == "every" and after[i + 1 : i + 2] and after[i + 1].cls in "0U" for i, u in enumerate(after)):
        return True  # "one child is killed | every 10 minutes"
    signs = [unit.cls for unit in after]
    if "%" in signs and not _is_paper(units, chunk.last + signs.index("%")):
        at = signs.index("%")
        if [u.low for u in units[chunk.last + at + 1 : chunk.last + at + 2]] in DATING:
            return False  # "three men being killed | a day earlier"
        named = chunk.group is not None and (chunk.group.head is not None or "p" in signs[:at])
        if named and at > 0 and units[chunk.last + at - 1].low in LASTING:
            return False  # "12 men died in | a day", "400 wounded in | a day"; but "ninety die in | a week"
        return not any(cls in ",;.&ru(" for cls in signs[:at])  # nor "205 of them (45%)"
    near = range(chunk.first - 1, max(-1, chunk.first - 4), -1)
    mark = next((i for i in near if "rate" in units[i].senses or units[i].cls in ",;ur"), None)  # "a week after | 14"
    if mark is None or "rate" not in units[mark].senses or _is_paper(units, mark):
        return False
    if [units[mark + 1].low] in DATING:
        return False  # "an attack a week ago | killed 228"
    return not (mark > 0 and units[mark - 1].low in LASTING)


def _is_per_one(units: list[Unit], at: int) -> bool:
    """Whether a clause opens with one beside whom others are told: "that | for every man", "| for each one five fell".

    Must not: "wants a name | for each body".
    """
    if units[at].low == "each":
        at -= 1
        if at < 0 or units[at].low != "for":
            return False
    return at == 0 or units[at - 1].cls in ",;:.&ruc"


def _is_paper(units: list[Unit], at: int) -> bool:
    """Whether a word of time is that of a newspaper: "the independent | daily Trust", "the | weekly Jeune Afrique"."""
    if units[at].low not in PERIODICALS or at + 1 >= len(units) or (at and units[at - 1].cls not in "txXJR-"):
        return False
    return units[at + 1].text[:1].isupper() or "newspaper" in units[at + 1].low


def _is_share_of_ten(units: list[Unit], first: int, last: int) -> bool:
    """Whether a number is one of "nine in ten", "one in six"."""
    of = units[last : last + 2]
    for at in (last, first - 1):  # "15 out of | 22 miners were killed"
        if 0 < at < len(units) - 1 and units[at].low == "out of" and (units[at + 1].value or 0) > MAX_OUT_OF:
            return False
    if len(of) == 2 and of[0].low in ("in", "out of") and units[last - 1].cls == of[1].cls == "0":
        return (units[last - 1].value or 0) < (units[last + 1].value or 0)
    return (
        first > 1
        and units[first - 1].low in ("in", "out of")
        and units[first - 2].cls == "0"
        and (units[first - 2].value or 0) < (units[first].value or 0)
    )


def is_said_of_people(reading: Reading, mention: Mention) -> bool:
    """Whether the casualty word is one that is hardly said of animals or things, or those counted bear a name.

    Covers: "40 deminers were wounded", "4,000 Persians were killed", "12 Hamas elements were killed".
    Must not: "40 geese were killed", "Poachers Kill 14 Rhinos", "captured 12 Bradleys".
    """
    units = reading.units
    cue = units[mention.cue[0] : mention.cue[1]]
    if any(word in HUMAN for unit in cue for word in unit.low.split()):
        return True
    if mention.group.head is None or mention.outcome not in ("killed", "wounded"):
        return False
    head = units[mention.group.head]
    named = head.cls == "X" and head.text.isalpha() and head.text[1:].islower()
    for unit in units[mention.group.quantity.last : mention.group.head]:
        named = named or (unit.cls == "S" and unit.entry is not None and unit.entry.group_kind is not None)
    return named and bool(cue) and cue[-1].cls in "pij" and cue[-1].text.islower()


TOLLS = frozenset(["toll", "losses", "own_tally", "number_of", "tally", "exceeded"])
"""Rules by which a figure hangs on a noun, so that a modal may stand between: "the toll could reach 400"."""


FACTUAL_MODALS = frozenset(["predicate", "relative", "active_object"])
"""Rules whose verb group has settled the modal already."""


def is_unreal(units: list[Unit], mention: Mention) -> bool:
    """Whether a modal or an "if" stands in the clause that holds the number or its casualty word."""
    first, last = mention.group.first, mention.group.last
    if mention.rule == "coordinate" and mention.shared is not None:  # as real as the figure that it goes on with
        return any(u.cls == "w" or "conditional" in u.senses for u in units[mention.shared.group.last : first])
    if _is_unproven(units, min(first, mention.cue[0])):
        return True
    if mention.group.quantity.kind == "zero" and mention.outcome == "wounded" and _of_the_hurt(units, mention):
        return True
    inverted = mention.rule == "predicate" and first and (first == 1 or units[first - 2].cls in ",;:")
    if inverted and units[first - 1].low == "had" and first < mention.cue[0]:
        return True  # "Had | 30 soldiers died, the ministry would have said so"
    if mention.rule in TOLLS and any(
        (units[i].cls == "w" and not _has_perfect(units, i)) or units[i].low in ("won't", "will not")
        for i in range(mention.cue[1], first)
    ):
        return True
    lead = units[max(0, first - 2) : first]
    if mention.outcome == "captured" and any("release" in u.senses and u.cls not in "kEc" for u in lead):
        tells = lead[-1].cls == "c" and first > 2 and units[first - 3].cls == "t"
        return not tells  # "set free | 23 of the mayors kidnapped since April"; not "the freed say | 23 hostages"
    if mention.rule == "predicate" and lead and lead[-1].cls == "T" and units[last].cls == ",":
        return True  # "Hawking, who explained black holes to | millions of readers, died at his home"
    end = max(last, mention.cue[1])
    after = units[end : end + 3]
    if mention.rule != "nominal" and any(u.low in ("if", "unless") and "conditional" in u.senses for u in after):
        return True
    return _is_unreal_clause(units, mention, min(first, mention.cue[0]))


def _is_closed_off(units: list[Unit], at: int, number: int) -> bool:
    """Whether a condition stands apart before a number, between dashes or in brackets: "the navies – | if so –"."""
    opens = at > 0 and units[at - 1].cls in "-("
    return opens and any(unit.cls in "-)" for unit in units[at + 1 : number])


def _is_unproven(units: list[Unit], first: int) -> bool:
    """Whether a text says that nothing speaks for a figure: "there is no evidence that | 10,000 died there".

    Must not: "there is no evidence of a plot, and | 12 died", "no evidence that the 12 were killed by it".
    """
    that = first - 1
    if that < 2 or units[that].low != "that":
        return False
    for i in range(that - 1, max(0, that - MAX_EVIDENCE), -1):
        if units[i].cls in ",;.:":
            return False
        if units[i].low in EVIDENCE:
            return units[i - 1].cls == "z" or not LACKING.isdisjoint(units[i - 1].low.split())
    return False


def _of_the_hurt(units: list[Unit], mention: Mention) -> bool:
    """Whether none is counted of those who were hurt, which denies nothing but how badly: "none of the | injured had".

    Covers: "six were hurt, none of them | critically". Must not: "none of the | passengers was hurt".
    """
    first = mention.group.quantity.last
    if any(u.low in GRAVELY for u in units[mention.group.last : mention.group.last + 1]):
        return True
    words = units[first : first + 3]
    words = words[: next((i for i, u in enumerate(words) if u.cls in "bfw"), len(words))]
    return bool(words) and words[0].cls in "FI" and any(u.low.split()[-1] in HURT for u in words)


def _is_unreal_clause(units: list[Unit], mention: Mention, start: int) -> bool:
    """Whether the clause is unreal by what stands in it before unit `start`.

    Covers: "if 100 die", "could leave 100 dead". Must not: "could not verify that 100 died", "may have killed 12".
    """
    for i in range(start - 1, -1, -1):
        unit = units[i]
        cls, senses = unit.cls, unit.senses
        if cls == "c" and "deny" in senses and "say" not in senses and _is_nobodys(units, i, start):
            return True
        if cls in ";.:cG>" or (cls == "r" and i and units[i - 1].cls not in "cxN" and mention.cue[0] == start):
            # "denied that he had killed a single civilian"; not "will inquire into the attack that killed 10"
            denied = cls == "r" and any("deny" in u.senses for u in units[max(0, i - 4) : i])
            return denied and _is_sole(units, mention)
        if cls == ",":
            if _is_if_clause(units, i):
                return True
            if i < start - 1:
                return False
        if not senses:
            continue
        if "deny" in senses and mention.group.quantity.kind != "zero":
            return True
        if "conditional" in senses and _is_closed_off(units, i, start):
            continue
        if "conditional" in senses and (unit.low != "whether" or _is_in_question(units, i, mention)):
            return True
        if cls == "w":
            if mention.rule == "nominal" and mention.cue[0] and units[mention.cue[0] - 1].cls == "t":
                continue  # "will look into the murder of six"
            if any("verify" in after.senses for after in units[i + 1 : i + 3]):
                continue
            if unit.low == "can" and i + 1 < len(units) and units[i + 1].low in IDENTIFYING:
                continue  # "can name some | 220 dead civilians"
            if "doubt" not in senses and mention.rule not in FACTUAL_MODALS:
                return not _has_perfect(units, i)
        if "counterfactual" in senses and unit.low != "must have":
            return True
        if cls in "ur" and "conditional" not in senses and i < start - 1:
            if unit.low == "that" and i and "conditional" in units[i - 1].senses:
                return True  # "let us suppose | that there are 700 dead"
            deny = next((k for k in range(i - 1, max(-1, i - 6), -1) if "deny" in units[k].senses), None)
            if deny is not None and _is_nobodys(units, deny, start):
                return True
            return _is_sole(units, mention) and any("deny" in u.senses for u in units[max(0, i - 4) : i])
    return False


def _is_in_question(units: list[Unit], whether: int, mention: Mention) -> bool:
    """Whether somebody asks or seeks to learn if people were killed: "is trying to find out whether | three died".

    Must not: "it is unclear whether the | 12 killed were armed", "whether soldiers were among the | 12 dead".
    """
    first = mention.group.first
    return mention.rule == "predicate" and first == whether + 1 and units[first].cls not in "tsad"


def _is_nobodys(units: list[Unit], deny: int, start: int) -> bool:
    """Whether only who denies a deed names its number: "denied | killing 12", "rejects | claims that the PKK shot 60".

    Must not: "rejects the UN's claim that | 60 had died", where the UN counts them.
    """
    between = [unit for i, unit in enumerate(units[deny + 1 : start], deny + 1) if not _is_when(units, i)]
    if not between:
        return units[start].cls == "g"
    that = next((i for i, u in enumerate(between) if u.low == "that"), len(between))
    named = between[:that] if that == 1 and len(between) <= MAX_KILLER else between
    if any(u.cls in "'^]SRPBDYX" for u in named):
        return False
    return "figure" in between[0].senses and that == 1


def _is_when(units: list[Unit], at: int) -> bool:
    """Whether a word only tells when something is denied: "disputed reports | on Monday that"."""
    return units[at].cls == "N" or (units[at].low == "on" and units[at + 1 : at + 2] != [] and units[at + 1].cls == "N")


def _is_sole(units: list[Unit], mention: Mention) -> bool:
    """Whether the number is "a single civilian", which stands for any."""
    group = mention.group
    return group.quantity.kind == "article" and any(
        u.low in ("single", "a single") for u in units[group.first : group.last]
    )


def _has_perfect(units: list[Unit], at: int) -> bool:
    """Whether a modal speaks of what has happened: "may | have died"; "could | have died" does not."""
    return at + 1 < len(units) and units[at + 1].cls == "f" and units[at].low in ("may", "might", "must")


def _is_if_clause(units: list[Unit], comma: int) -> bool:
    """Whether the clause before a comma is an if-clause: "if 100 die, 50 more"."""
    for i in range(comma - 1, -1, -1):
        if units[i].cls in ";.,":
            return False
        if "conditional" in units[i].senses:
            return units[i].low != "whether"
    return False
