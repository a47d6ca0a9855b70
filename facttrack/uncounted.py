"""Numbers that count no victims, whatever stands beside them: years, ages, rates, what is rejected or planned."""

from __future__ import annotations

import re
from itertools import takewhile

from facttrack.general import GENERAL
from facttrack.groups import Group
from facttrack.ordinary import ORDINARY
from facttrack.quantities import Quantity
from facttrack.reasons import Reason, Reasons
from facttrack.unhappened import UNHAPPENED
from facttrack.units import Reading, Unit

__all__ = [
    "IMPACT",
    "PERIODICALS",
    "is_shared_out",
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
MULTIPLES = frozenset("twice thrice half times".split())
"""Words before "that many"."""
PEOPLED = frozenset(
    "city town village hamlet country nation island province region state territory district camp settlement "
    "neighbourhood neighborhood suburb enclave community population metropolis capital continent archipelago".split()
)
"""Where people live: "a city of | two million"."""
RELATIVES = frozenset("mother father wife husband widow widower son daughter brother sister parents".split())
"""Nouns of those who are counted by whose they are."""
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
DECIMAL = re.compile(r"\d+\.\d{1,2}")
SCALES = frozenset("thousand million billion trillion".split())
MAX_LABEL = 5
"""Units of a label before a question, its colon included."""
ASKING = frozenset("did do does was were is are has have had".split())
"""Words that open a question to which the answer is yes or no."""
ERAS = frozenset("bc ad bce ce b.c. a.d.".split())
BEFORE_YEAR = frozenset("in since during until before after early late mid from between".split())
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
IMPACT = frozenset("shot hit struck".split())
"""Casualty words that right after a bare "one" are as likely nouns: "one more shot"."""
LASTING = frozenset("in within over from after during for".split())
"""Prepositions that make "a day" a stretch of time: "112 injured from | a day of shelling"."""
LIMITS = frozenset("over under above below".split())
THEY = frozenset(["who", "they", "them", "of them", "of whom", "all", "both", "most", "many", "others", "none", "some"])
"""Of whom an age is told: "four | were over 60", "children who | were under 12"; not "casualties | were over 60"."""
REGIMENTS = frozenset("rifles regiment battalion brigade para fusiliers lancers commando squadron".split())
"""Last words of the names of regiments that have a number before them."""
MAX_REGIMENT = 3
"""Words from the number of a regiment to the last of its name."""
DATING = [["earlier"], ["later"], ["before"], ["after"], ["ago"], ["apart"]]
"""Words behind "a day" that date something."""


def set_aside(reading: Reading, group: Group) -> str | None:
    """What a number is, if it counts no victims whatever stands beside it: replaced, rejected, a rate; else None."""
    return _REASONS.of(reading, group)


def _is_replaced(units: list[Unit], group: Group) -> bool:
    """Whether it is a figure of before: "raised its count from | 40 to 45", "an earlier version said | 50"."""
    return group.quantity.old or _is_of_earlier_version(units, group.first)


def _is_of_earlier_version(units: list[Unit], number: int) -> bool:
    """Whether a newspaper corrects itself: "An earlier version of this article said | 50 people had died"."""
    words = [unit.low for unit in units[: min(number, MAX_VERSION)]]
    if "version" not in words or any(unit.cls == ";" for unit in units[:number]):
        return False  # "An earlier version said 50; the number is | 15"
    at = words.index("version")
    return at > 0 and words[at - 1] in FIRST and not OUTLETS.isdisjoint(words[at : at + 4])


def _is_fall(units: list[Unit], group: Group) -> bool:
    """Whether a number is by how many a figure fell: "the number of deaths fell by | 100 to 1,200"."""
    at = group.quantity.first - 1
    return at > 0 and units[at].low == "by" and any(u.low in FALLING for u in units[max(0, at - 4) : at])


def _is_multiple(units: list[Unit], group: Group) -> bool:
    """Whether "many" tells how many times more: "twice that | many were hurt"."""
    at = group.quantity.first - 1
    return at > 0 and units[at].low in ("that", "as") and units[at - 1].low in MULTIPLES


def _is_of_relative(units: list[Unit], group: Group) -> bool:
    """Whether somebody only tells whose relative another is: "the mother of | a girl who survived"."""
    at = group.quantity.first - 1
    return at > 0 and units[at].cls == "F" and units[at - 1].low in RELATIVES


def _is_population(units: list[Unit], group: Group) -> bool:
    """Whether a number is how many live somewhere: "fighting around this city of | two million".

    Must not: "a community of | 40 was massacred".
    """
    at = group.quantity.first - 1
    if at < 1 or group.head is not None or units[at].cls != "F" or units[at - 1].low not in PEOPLED:
        return False
    return not any(unit.cls in "pi" for unit in units[group.last : group.last + 3])


def _is_of_panel(units: list[Unit], group: Group) -> bool:
    """Whether a number is how many sit in a body: "set up a commission of | 13".

    Must not: "a council of | 13 was killed".
    """
    at = group.quantity.first - 1
    if at < 2 or units[at].cls != "F" or units[at - 1].low not in PANELS or units[at - 2].cls != "a":
        return False
    behind = units[group.last : group.last + 2]
    return not (len(behind) == 2 and behind[0].cls == "b" and behind[1].cls in "pj")


def _is_too_large(units: list[Unit], group: Group) -> bool:
    """Whether it is above `MAX_COUNT`."""
    return max(group.quantity.best or 0, group.quantity.high or 0) > MAX_COUNT


def _is_sum(units: list[Unit], group: Group) -> bool:
    """Whether money is counted: "a bounty of Rs | 1.5 crore", "injured six and left | millions in losses"."""
    at = group.quantity.first - 1
    if at >= 0 and units[at].text in CURRENCIES:
        return True
    after = [u.low for u in units[group.last : group.last + 3]]
    return after[:1] == ["in"] and not DAMAGE.isdisjoint(after[1:])


def _is_of_game(units: list[Unit], group: Group) -> bool:
    """Whether deaths are the score of a game: "has 21 kills and | 4 deaths"."""
    if group.head is None or units[group.head].cls != "k":
        return False
    return any(u.low == "kills" and units[i - 1].cls == "0" for i, u in enumerate(units))


def _is_figure_of_speech(units: list[Unit], group: Group) -> bool:
    """Whether deaths are none: "| one death is one too many", "died | a thousand deaths"."""
    if group.head is None or units[group.head].cls != "k":
        return False
    if group.quantity.best == 1 and _are_too_many(units, group.last):
        return True
    return units[group.head].low == "deaths" and group.first > 0 and units[group.first - 1].low in ("die", "died")


def _is_article(units: list[Unit], group: Group) -> bool:
    """Whether an article or "both" has no noun that it counts: "| both the army and the rebels"."""
    if group.quantity.kind == "article":
        return group.head is None
    after = units[group.first + 1 : group.first + 2]
    return units[group.quantity.first].low == "both" and bool(after) and after[0].cls == "t"


def _tells_toll(units: list[Unit], group: Group) -> bool:
    """Whether somebody tells a toll: "the death toll that | a villager gave"."""
    at = group.quantity.first - 1
    return at > 0 and units[at].cls == "r" and units[at - 1].cls == "L"


def _has_done_something(units: list[Unit], group: Group) -> bool:
    """Whether one of several did something himself: "one of them, | a man of 35, hid in a ditch"."""
    bare = group.part and group.head is None and group.quantity.best == 1
    return bare and _did_something(units, group.last)


def _is_acquaintance(units: list[Unit], group: Group) -> bool:
    """Whether victims are only those whom somebody knows: "she knew | several of the victims"."""
    return group.part and group.first > 0 and units[group.first - 1].low in ACQUAINTED


def _is_bare_scale(units: list[Unit], group: Group) -> bool:
    """Whether a scale stands without a number: "| million", of which the beginning is lost."""
    return units[group.quantity.first].low in SCALES


def _are_too_many(units: list[Unit], at: int) -> bool:
    """Whether "too many" follows in the clause."""
    words = [u.low for u in takewhile(lambda u: u.cls not in ",;.:", units[at : at + 7])]
    return any(words[i : i + 2] == ["too", "many"] for i in range(len(words)))


def _is_kind_of_place(units: list[Unit], group: Group) -> bool:
    """Whether one only tells what kind of place follows: "| a migrant detention centre", "| a Druze Arab town".

    Must not: "| a child in a camp".
    """
    if "".join(u.cls for u in units[group.last : group.last + 2]) in ("JE", "RE"):
        return True
    return group.head is not None and group.last < len(units) and "compound" in units[group.last].senses


def _is_cut(units: list[Unit], group: Group) -> bool:
    """Whether a toll is lowered by a number: "has cut the toll of the bombings by | more than 100"."""
    by = group.quantity.first - 1
    if by < 1 or units[by].low != "by":
        return False
    before = units[max(0, by - MAX_PUT) : by]
    cut = next((i for i, u in enumerate(before) if u.low in LOWERING), None)
    return cut is not None and any(u.cls == "L" or u.low in ("toll", "count", "tally") for u in before[cut:])


def _is_difference(units: list[Unit], group: Group) -> bool:
    """Whether a number only tells how much more it was than before: "a thousand | more than in the year before"."""
    behind = (
        " ".join([u.low for u in units[group.last : group.last + 3]])
        .removeprefix("more ")
        .removeprefix("fewer ")
        .removeprefix("less ")
    )
    return behind.startswith(THAN_BEFORE)


def _is_asked(units: list[Unit], _: Group) -> bool:
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


def _are_several(units: list[Unit], group: Group) -> bool:
    """Whether an article stands before what involves several people: "a standoff involving hostages".

    Must not: "a mother expecting twins", where she is counted; "a policing staff".
    """
    if group.head is None:
        return False
    noun = units[group.head]
    entry, between = noun.entry, units[group.quantity.last : group.head]
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

    Also "casualties, | both dead and wounded". Must not: "| both pilots and a guard".
    """
    at = group.quantity.last
    if units[group.quantity.first].low != "both":
        return False
    if group.head is not None and units[group.head].low in TWO_FATES:
        return True
    if at + 1 >= len(units):
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


def _is_rejected(units: list[Unit], group: Group) -> bool:
    """Whether a number is named only to be rejected: "not the 300,000 that …", "one or more", "one of every"."""
    first, last, count = group.first, group.last, len(units)
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
    """Whether a number is an age: "a third of them | under twelve", "aged | from 16 to 77", "four were | over 60"."""
    at = group.quantity.first
    if group.head is not None or at < 2:
        return False
    if units[at].low in LIMITS and units[at - 1].cls == "b":
        dead = group.last < len(units) and units[group.last].cls in "pjik"  # "they were | over 300 dead"
        return not dead and (units[at - 2].cls in "0q" or units[at - 2].low in THEY)
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


def _is_speaker(units: list[Unit], group: Group) -> bool:
    """Whether people tell, and are no victims: "citing two security sources", "two witnesses said"."""
    if _one_speaks(units, group):
        return True
    if group.head is None and group.first and units[group.first - 1].cls == "t" and group.last < len(units):
        return "say" in units[group.last].senses and units[group.last].cls == "c"  # "on both sides, the | two said"
    if group.head is None or units[group.head].senses.isdisjoint(("person_role", "body_role")):
        return False
    before = units[group.first - 1] if group.first else None
    if before is not None and (before.cls == ">" or "via" in before.senses):
        return True
    at = group.last
    if at < len(units) and units[at].cls in "/]":  # "an officer | in Nepalgunj said", "an officer | from Kirkuk police"
        while at < len(units) and at < group.last + 5 and (units[at].cls in "/]tAXSRxY" or _is_body(units[at])):
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


def _one_speaks(units: list[Unit], group: Group) -> bool:
    """Whether one person speaks behind what is said of him: "One of the victims, a technician from Daegu, | said that".

    Also behind what he asks for: "one of them, who did not want to be named, | said".

    Must not: "One of the victims, the police said, was a child".
    """
    at = group.last
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


def _is_rate(units: list[Unit], group: Group) -> bool:
    """Whether a number is an average, a percentage or a multiple: "six deaths a day", "an average of 12"."""
    if _is_share_of_ten(units, group.first, group.last):
        return True
    if group.first and units[group.first - 1].low == "per":
        return True  # "one latrine per | 350"
    near = range(max(0, group.first - 2 * MAX_ASIDE), group.first)
    if any(units[i].low in PER_ONE and _is_per_one(units, i) for i in near):
        return True  # "for every man shot the two armies lost | four to the cold"
    after = units[group.last : group.last + RATE_REACH]
    if any(u.low == "every" and after[i + 1 : i + 2] and after[i + 1].cls in "0U" for i, u in enumerate(after)):
        return True  # "one child is killed | every 10 minutes"
    signs = [unit.cls for unit in after]
    if "%" in signs and not _is_paper(units, group.last + signs.index("%")):
        at = signs.index("%")
        if [u.low for u in units[group.last + at + 1 : group.last + at + 2]] in DATING:
            return False  # "three men being killed | a day earlier"
        named = group.head is not None or "p" in signs[:at]
        if named and at > 0 and units[group.last + at - 1].low in LASTING:
            return False  # "12 men died in | a day", "400 wounded in | a day"; but "ninety die in | a week"
        return not any(cls in ",;.&ru(" for cls in signs[:at])  # nor "205 of them (45%)"
    near = range(group.first - 1, max(-1, group.first - 4), -1)
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


ARTICLE, ALL, NUMBER = frozenset({"article"}), frozenset({"all"}), frozenset({"number"})
_REASONS = Reasons(
    Reason("an earlier figure, which the sentence replaces", _is_replaced),
    Reason("by how many a figure fell", _is_fall),
    Reason("by how many a figure was lowered", _is_cut),
    Reason("a multiple", _is_multiple),
    Reason("whose relative it was", _is_of_relative, ARTICLE),
    Reason("how many live there", _is_population),
    Reason("how many somebody has", _is_of_panel),
    Reason("things, by their label", _is_labelled_thing),
    Reason("the number of a regiment", _is_of_regiment),
    Reason("the number of the next item of a list", _is_item),
    Reason("somebody who did something himself", _has_done_something),
    Reason("named only to be rejected, or one of each", _is_rejected),
    Reason(f"above {MAX_COUNT:,}", _is_too_large),
    Reason("a decimal", _is_decimal),
    Reason("the score of a game", _is_of_game),
    Reason("a figure of speech", _is_figure_of_speech),
    Reason("a word for one or both that counts nobody by itself", _is_article, ARTICLE | ALL),
    Reason("who tells a toll", _tells_toll, ARTICLE),
    Reason("a people that only describes a place", _is_kind_of_place, ARTICLE),
    Reason("by how many it is more than before", _is_difference),
    Reason("money", _is_sum),
    *UNHAPPENED,
    *ORDINARY,
    *GENERAL,
    Reason("asked, and not said", _is_asked),
    Reason("dead of natural causes", _died_by_nature),
    Reason("an article that belongs to another noun", _are_several, ARTICLE),
    Reason("of whom some are counted", _is_whole),
    Reason("of whom some are counted", _is_fronted_whole, NUMBER),
    Reason("two sorts of people, not two people", _is_both_and, ALL),
    Reason("a year", _is_year),
    Reason("an age", _is_age_limit),
    Reason("the owner of something", _is_owner),
    Reason("a scale without a number", _is_bare_scale, NUMBER),
    Reason("one by a superlative", _is_superlative),
    Reason("one person, whom the text names", _is_named),
    Reason("of whom one is spoken of", _is_of_one),
    Reason("one who is counted just before", _is_described),
    Reason("whom somebody knows", _is_acquaintance),
    Reason("one of a number that is counted itself", _is_one_of),
    Reason("a pronoun", _is_pronoun),
    Reason("a share of a number, or no number at all", _is_fraction),
    Reason("a rate, an average or a share", _is_rate),
    Reason("for how many there is room", _is_room),
    Reason("how many there are in a row, a crew, a crowd", _is_batch),
    Reason("how many there are in a row, a crew, a crowd", _is_strength),
    Reason("how many others there are", _is_of_others),
    Reason("those who speak", _is_speaker),
)
"""What numbers are that count no victims, in the order in which it is asked."""
