"""Numbers of people to whom nothing happened in this age, or not what is counted.

In stories; deaths averted, attempted, put off or only sentenced; old bones; survivors; the raped of whom nobody says
that they died; soldiers who are only somewhere; massacres, which are no people.
"""

from __future__ import annotations

from facttrack.groups import Group
from facttrack.reasons import Reason
from facttrack.units import Unit

__all__ = ["UNHAPPENED"]

FICTION, STORY, AVERTING, STAY = "fiction", "story", "averting", "stay"
"""Senses of words of what is made up, of works that may tell of what happened too, of what keeps from dying, and of
what is done to a deed that is not done yet: "postponed"."""
PART = "part_played"
"""The sense of what actors do."""
SHOWN = frozenset("film movie".split())
"""Works that tell of a story behind "in the"."""
PRESENT = frozenset(["is", "are"])
WHERE = frozenset("at near outside inside beside opposite from during".split())
"""Words before a work that tell where or when something happened: "outside the | opera"."""
NEARBY, MAX_NEARBY = frozenset("vicinity front corner".split()), 5
"""Nouns for what is near a place that bears the name of a work: "in the vicinity of the Astor | movie"."""
VENUES = frozenset(
    "studio studios set crew festival premiere theatre theater house star actor actress director producer school "
    "company singer audience fans fan screening shoot makers industry".split()
)
"""Nouns behind a work that make it a place or people: "a film | studio"."""
OLD_BONES = 1000
"""Years ago from which on the dead are no news."""
ERAS = frozenset("bc bce b.c. b.c.e.".split())
BUILT = ("built", "founded", "erected", "carved", "constructed", "dating")
"""Ends of what was done to a place, whose age follows."""
PAST = ("ed", "took")
"""Endings of verbs of what happened all the same."""
ANCIENT, OLD_BONES_FOUND = "ancient", "old_bones"
"""Senses of words for peoples and times of long ago, and of what is found of people."""
GRAVES = frozenset("grave graves burial burials cemetery necropolis".split())
"""Where such people lie."""
CHURCH = ("catholic", "catholics")
"""Begins of what is Roman still."""
OPENING = frozenset("opens begins starts ends closes climaxes".split())
"""Verbs by which a story is told."""
MAX_AVERTED = 14
"""Units between a verb of averting and the deaths that it averts, the first in a list of harms."""
EXECUTIONS = frozenset("execution executions hanging hangings beheading beheadings sentence sentences".split())
"""What a court orders, which happens later or never."""
SENTENCES = ("sentence", "sentences")
CARRIED_OUT = ("carried", "carrying", "carries", "executed")
"""Begins of verbs by which a sentence is no longer only passed."""
MAX_STAY = 5
"""Units between such a noun and the word that tells that it has not happened."""
TRIED = frozenset("attempted failed foiled botched thwarted".split())
"""Adjectives of what did not succeed."""
OFF = frozenset("called calling put".split())
"""Verbs of putting off, before their "off"."""
FAILING = frozenset("failed fail fails not without".split())
"""Words by which it happened all the same."""
LIVING = ("survived", "survive", "survives")
MAX_LIVING, MAX_HURT = 8, 9
"""Units behind a number up to the word that those counted live, and behind that up to a word that they are hurt."""
OTHER_HARM = "other_harm"
"""The sense of what is done to people who need not be killed or hurt by it, as the codebook counts them."""
MAX_HARM = 6
"""Units behind a number in which it may stand."""
STAYING = frozenset("still now also currently".split())
SITES = frozenset("city town village building country area region compound camp base capital school hotel".split())
"""Where those are who only are there."""
MAX_OPENING = 8
"""Units of a phrase with which a sentence opens."""


def _is_made_up(units: list[Unit], _: Group) -> bool:
    """Whether a sentence tells the story of a film or a book.

    Covers: "in the film, …", "in her new novel, in which a flood kills | nine", "the opera, in which | four are dead".
    Must not: "in a movie theater", "the film tells how | 72 people died", "a bomb killed | 12 at a film festival",
    "Bomb kills | 12 outside the opera", "Fire at film studio kills | 33", "kills | 12 in cinema during film".
    """
    told = False
    for i, unit in enumerate(units):
        if FICTION in unit.senses or _is_part_played(units, i):
            return True
        if STORY in unit.senses and i > 2 and units[i - 2].cls == "F" and units[i - 3].low == "making":
            return True  # "no horses were hurt in the making of this film"
        if not (STORY in unit.senses or unit.low in SHOWN) or _is_venue(units, i):
            continue
        if i + 2 < len(units) and units[i + 1].low in OPENING and units[i + 2].low == "with":
            return True  # "the novel | opens with the deaths of two sisters"
        told = told or STORY in unit.senses
        if unit.low in SHOWN and any(u.low == "in" for u in units[max(0, i - 3) : i]):
            return True
    if not told:
        return False
    present = False
    for before, unit in zip([None, *units], units, strict=False):
        outcome = unit.entry.outcome if unit.entry is not None else None
        if outcome is None or unit.cls not in "yipj":
            continue
        now = unit.low.split()[0] in PRESENT or (before is not None and before.low in PRESENT)
        if unit.cls in "pj" and not now:
            return False
        if unit.cls in "yi" and unit.low.endswith("ed") and not now:
            return False
        present = True
    return present


def _is_part_played(units: list[Unit], at: int) -> bool:
    """Whether somebody is an actor: "plays | a detective who hunts a man who killed five".

    Must not: "plays a part in the war that killed 12", "plays the victim", "played | a commander's speech".
    """
    if (
        PART not in units[at].senses
        or at + 2 >= len(units)
        or units[at + 1].cls != "a"
        or units[at + 2].cls not in "vV"
    ):
        return False
    return at + 3 >= len(units) or units[at + 3].cls != "'"


def _is_venue(units: list[Unit], at: int) -> bool:
    """Whether a work only tells where something happened, or to whom: "outside the | opera", "a | film studio"."""
    before = units[max(0, at - MAX_NEARBY) : at]
    if any(unit.low in WHERE for unit in before[-3:]) or any(
        not NEARBY.isdisjoint(unit.low.split()) for unit in before
    ):
        return True
    return at + 1 < len(units) and units[at + 1].low in VENUES


def _is_averted(units: list[Unit], group: Group) -> bool:
    """Whether deaths are counted that did not happen: "prevented two million cases of malaria and | 9,000 deaths".

    Must not: "failed to prevent the deaths of | 12", "a helmet saved him, but | 12 died", "to prevent an advance, the
    army inflicted | 300 casualties", "a curfew to prevent clashes after | 12 deaths".
    """
    noun = units[group.head] if group.head is not None else None
    if noun is None or noun.cls not in "kLO":
        return _are_saved(units, group.first - 1)
    for i in range(group.first - 1, max(-1, group.first - MAX_AVERTED), -1):
        if AVERTING in units[i].senses:
            return not any(u.low in ("failed", "fail", "fails", "not") for u in units[max(0, i - 3) : i])
        if units[i].cls in ";.:cpiur(" or (units[i].cls == "x" and units[i].low.endswith(PAST)):
            return False
        if units[i].cls == "," and units[i + 1].cls not in "0qh&":
            return False  # no list of harms
    return False


def _are_saved(units: list[Unit], of: int) -> bool:
    """Whether those counted are kept from dying: "saved the lives of | thousands", "to save the lives of | 12 men".

    Must not: "failed to save the lives of | 12 men".
    """
    if of < 2 or units[of].cls != "F" or units[of - 1].cls != "O":
        return False
    at = of - 2 - (units[of - 2].cls == "t")
    return at >= 0 and AVERTING in units[at].senses and not any(u.low in FAILING for u in units[max(0, at - 3) : at])


def _ordered(units: list[Unit], group: Group) -> int | None:
    """The place of the execution that a number counts, or whose victims it counts; None if it counts others."""
    if group.head is not None and units[group.head].low in EXECUTIONS:
        return group.head
    for i in range(group.first - 1, max(-1, group.first - 4), -1):
        if units[i].low in EXECUTIONS:
            return i
        if units[i].cls not in "Ftu/f":
            return None
    return None


def _is_attempted(units: list[Unit], group: Group) -> bool:
    """Whether a killing was only tried: "the attempted murder of | three officers".

    Must not: "the attempted coup killed | 12", "charged with attempted murder after | two women were stabbed".
    """
    at = group.first - 1
    while at > 0 and units[at].cls in "Ft":
        at -= 1
    noun = units[at] if 0 < at < group.first - 1 else None
    return noun is not None and noun.cls in "kygo" and units[at - 1].low in TRIED


def _is_sentence(units: list[Unit], group: Group) -> bool:
    """Whether those are counted whom a court sentenced to die: "commuted the death sentences of | 12 men".

    Must not: "carried out the death sentences of | 12 men".
    """
    at = _ordered(units, group)
    if at is None or at < 1 or units[at].low not in SENTENCES or units[at - 1].low != "death":
        return False
    return not any(unit.low.startswith(CARRIED_OUT) for unit in units[max(0, at - 4) : at - 1])


def _is_stayed(units: list[Unit], group: Group) -> bool:
    """Whether an execution is counted that is still to come: "stayed the execution of | two men", "plans | eight".

    Also "the execution of | five men was postponed". Must not: "failed to halt the execution of | two men", "the
    execution of | two men delayed the talks", "postponed the talks after the execution of | two men".
    """
    at = _ordered(units, group)
    if at is None:
        return False
    for i in range(at - 1, max(-1, at - 1 - MAX_STAY), -1):
        if _is_stay(units, i):
            return all(u.low not in FAILING for u in units[max(0, i - 3) : i])
        if units[i].cls in ";.:,cpru(&" or units[i].low in ("after", "before", "over"):
            break
    start = max(at + 1, group.last)
    for i in range(start, min(len(units), start + MAX_STAY)):
        if units[i].cls in ";.:," or (units[i].cls == "t" and units[i - 1].cls != "/"):
            return False  # "after the execution of | five men the talks were suspended"
        if units[i].cls == "b" and i + 1 < len(units):
            if units[i + 1].low == "planned" and any(u.cls == "U" for u in units[i + 2 : i + 5]):
                return False  # "the beheadings of | 21 men were planned for months"
            return _is_stay(units, i + 1) or (i + 2 < len(units) and _is_stay(units, i + 2))
    return False


def _is_stay(units: list[Unit], at: int) -> bool:
    """Whether a word tells that something is put off: "postponed", "called | off"."""
    off = units[at].low in OFF and at + 1 < len(units) and units[at + 1].low == "off"
    return off or STAY in units[at].senses


def _is_of_old(units: list[Unit], group: Group) -> bool:
    """Whether a clause tells of old bones: "killed | 400,000 years ago", "buried in about | 3,500 BC".

    Must not: "a bomb killed | 34 in a mosque built 1,200 years ago", "The mosque, built 1,200 years ago, lost | 34".
    """
    for i, unit in enumerate(units):
        if unit.low != "years" and unit.low not in ERAS:
            continue
        era = unit.low != "years" and i > 0 and units[i - 1].cls in "0NM"
        ago = unit.low == "years" and i > 0 and i + 1 < len(units) and (units[i - 1].value or 0) >= OLD_BONES
        if era or (ago and units[i + 1].low in ("ago", "old")):
            return not _is_of_building(units, i, group)
    return False


def _is_ancient(units: list[Unit], group: Group) -> bool:
    """Whether people of long ago are counted: "held | 12 Roman soldiers", "a Roman mass grave held | 40 men".

    Must not: "| 12 Roman Catholics were killed", "shot | 25 soldiers in the Roman theatre".
    """
    for i, unit in enumerate(units):
        if ANCIENT not in unit.senses:
            continue
        behind = units[i + 1 : i + 3]
        if group.first <= i < group.last:
            return not (behind and behind[0].low.startswith(CHURCH))
        if any(u.low.split()[-1] in GRAVES or OLD_BONES_FOUND in u.senses for u in behind):
            return True
    return False


def _is_of_building(units: list[Unit], years: int, group: Group) -> bool:
    """Whether an age is that of what was built: "a mosque | built some 1,200 years ago", not "killed … years ago"."""
    verb = next((i for i in range(years - 2, max(-1, years - 8), -1) if units[i].low.endswith(BUILT)), None)
    if verb is None or units[verb].cls in "pij":
        return False
    lo, hi = sorted((verb, group.first))
    return verb > group.first or any(unit.cls in ",;r&" for unit in units[lo:hi])


def _live(units: list[Unit], group: Group) -> bool:
    """Whether those counted came through: "only | three of the fighters were believed to have survived the battle".

    Also "left 12 dead and | two survivors".

    Must not: "| three survived with wounds", "| 12 died and three survived", "| three wounded men survived",
    "killed | seven men who had survived the siege".
    """
    if group.attributive is not None:
        return False
    if group.head is not None and units[group.head].low == "survivors" and group.first:
        ends = group.last >= len(units) or units[group.last].cls in ".,;"
        return ends and units[group.first - 1].cls in "&,"
    for i in range(group.last, min(group.last + MAX_LIVING, len(units))):
        if units[i].low.split()[-1] in LIVING:
            return not any(u.entry is not None and u.entry.outcome for u in units[i : i + MAX_HURT])
        if units[i].cls in ",;.:&pijkn0r" or "not" in units[i].low:
            return False
    return False


def _is_harmed_otherwise(units: list[Unit], group: Group) -> bool:
    """Whether those counted were raped, and nobody says that they died.

    Covers: "| 58 women and girls were raped", "raped | 30 women".
    Must not: "| 12 women were raped and murdered", "raped and killed | 12 women", "| 12 were killed and 30 raped".
    """
    if group.first and OTHER_HARM in units[group.first - 1].senses:
        return True
    for i in range(group.last, min(group.last + MAX_HARM, len(units))):
        if OTHER_HARM in units[i].senses:
            if units[i - 1].cls == "&":
                return False  # "killed | 40 civilians and raped several women"
            dead = units[i + 1 : i + 3]
            return not (len(dead) == 2 and dead[0].cls in "&," and dead[1].cls in "pijA")
        if units[i].cls in ";:.,crpijgk0q":
            return False
    return False


def _are_there(units: list[Unit], group: Group) -> bool:
    """Whether fighters or soldiers are counted by where they are.

    Covers: "between | 10 and 15 attackers are inside", "| 444 troops of the force were still in the city".
    Must not: "| 12 soldiers are in hospital", "| 12 gunmen were inside the house when it was destroyed",
    "| 12 soldiers were inside the tank and were killed".
    """
    entry = units[group.head].entry if group.head is not None else None
    if entry is None or entry.victim_class != "combatant" or group.quantity.kind == "zero":
        return False
    at = group.last
    if at + 1 < len(units) and units[at].cls == "F":  # "troops | of the force"
        at += 2 + (units[at + 1].cls in "ts")
    if at >= len(units) or units[at].cls != "b":
        return False
    at += 1
    while at < len(units) and units[at].low in STAYING:
        at += 1
    after = [unit.low for unit in units[at : at + 3]]
    there = after[:1] == ["inside"] or (
        len(after) == 3 and after[:1] in (["in"], ["at"]) and after[1] == "the" and after[2] in SITES
    )
    return there and not any(unit.low in ("when", "as") or unit.cls in "pijy" for unit in units[at:])


def _are_things(units: list[Unit], group: Group) -> bool:
    """Whether a bare number is of things that opened the sentence: "Of 34 bills introduced, | 21 died in committee".

    Must not: "Of 34 hostages, | 21 died", "Of those on board | 21 died".
    """
    if group.head is not None or units[0].low != "of" or not 3 < group.first < MAX_OPENING or units[1].cls != "0":
        return False
    opening = units[2 : group.first]
    return opening[0].cls == "x" and opening[0].low.endswith("s") and not any(u.cls in "vVRSX" for u in opening)


def _are_massacres(units: list[Unit], group: Group) -> bool:
    """Whether massacres are counted: "| twelve massacres"."""
    return group.head is None and group.last < len(units) and units[group.last].low == "massacres"


UNHAPPENED = (
    Reason("made up", _is_made_up, senses=frozenset({FICTION, STORY, PART})),
    Reason("averted", _is_averted, senses=frozenset({AVERTING})),
    Reason("attempted", _is_attempted),
    Reason("put off", _is_sentence),
    Reason("put off", _is_stayed),
    Reason("of another age", _is_of_old),
    Reason("of another age", _is_ancient, senses=frozenset({ANCIENT})),
    Reason("alive", _live),
    Reason("those to whom something else was done", _is_harmed_otherwise, senses=frozenset({OTHER_HARM})),
    Reason("massacres, and not people", _are_massacres),
    Reason("those who are somewhere", _are_there),
    Reason("things, not people", _are_things),
)
"""What numbers are of whom nobody was killed, hurt or taken in this age."""
