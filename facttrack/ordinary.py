"""Numbers of which ordinary articles are full and that count nobody: ages, scores, fame, crowds."""

from __future__ import annotations

from itertools import takewhile

from facttrack.groups import Group
from facttrack.reasons import Reason
from facttrack.units import Unit

__all__ = ["ORDINARY"]

MIN_AGE, MAX_AGE = 5, 119
"""Years of those whose age stands behind a noun; of younger ones the words tell it."""
SINGULAR = ("ss", "us", "is")
"""Ends of nouns in "s" that are singular: "actress"."""
PLURAL_VERBS = frozenset("were have are".split())
"""Verbs of several: "the crew, | 12, were killed"."""
NAMELESS = "xJRSAXPYDEUB&-'vV"
"""Classes of the words of a noun phrase that tells who somebody is."""
OPENERS = "ats"
"""Classes of the word that opens one."""
PLACING = frozenset("in at near on from around outside across".split())
"""Prepositions before a place, behind which a number between commas may count: "in the north, | 12, in the south"."""
MAX_PHRASE = 9
"""Units of such a phrase."""
TALLIES = frozenset("number figure total sum count tally score toll figures totals remainder rest other others".split())
"""Nouns that a figure between commas repeats."""
NOW = frozenset("now then just only still".split())
"""Words before an age between commas: "the singer, now | 37, died"."""
PARENTS = frozenset("mother father mum dad mom parents grandmother grandfather".split())
"""Who is told apart by how many children he has."""
BORN = frozenset("eldest oldest youngest elder younger middle".split())
"""Which child of several somebody is."""
OFFSPRING = frozenset("children brothers sisters siblings sons daughters boys girls".split())
"""Nouns for those."""
CONTEST, FAME, RESORT, BURIAL = "contest", "fame", "resort", "burial"
"""Senses of words of matches and votes, of being known, of where crowds go, of what is done with a body."""
MATCH, SHOOTING = "match", ("shot", "shoot")
"""The sense of words of golf and basketball, and the begins of what is done there."""
LEADING = frozenset("lead win finish tie share take move make earn".split())
"""What a player does by his score."""
SLIGHT, UPHEAVAL = "slight", "upheaval"
"""Senses of what hurts without wounds, and of what people lose an office or a title in."""
HURT, MAX_SLIGHT = ("hurt", "wounded", "hit", "struck"), 8
"""Ends of verbs of hurting, and units behind a number in which they stand."""
FALLEN = frozenset("casualties casualty victims victim".split())
"""Nouns for those who lost."""
POSTURE, BESIDE = "posture", frozenset("over beside above behind near".split())
"""The sense of how somebody stands, and the prepositions before whom he stands by."""
COVERED = frozenset("under beneath by alive".split())
"""What follows "buried" of those over whom something fell."""
BOXES = frozenset("casket caskets coffin coffins".split())
"""What holds a body that was buried long ago, or is about to be."""
UNITS_OF_ARMIES = frozenset(
    "army unit battalion brigade regiment platoon patrol militia troops soldiers rebels".split()
)
"""Those who lose men, and no match."""
NEAR = 3
"""Units beside a score in which a word tells that it is one."""
KNOWING = frozenset("to by among with".split())
"""Prepositions behind words of fame."""
MAX_CROWD = 4
"""Units of "hit the city's streets"."""
HABITUAL = frozenset("commonly typically usually normally generally often".split())
"""Adverbs of what happens again and again."""
FOREBEARS = frozenset("parents grandparents".split())
"""Of whom there are two, and who die before one does."""
DYING = frozenset(["died", "die", "have died", "had died"])
"""Verbs of a death of which nothing is told."""
VIOLENT = frozenset({"of_war", "neutral_attack", "attack_verb", "life_taking"})
"""Senses of words for what takes lives."""
MIN_STROKES, MAX_STROKES = 54, 99
"""With how many strokes a round of golf is played."""
HITTING = frozenset("hit hits hitting".split())
JEST = "jest"
"""The sense of what kills nobody, though it may be said to."""
ATHLETE, FIXTURE = "athlete", "fixture"
"""Senses of those who play, and of words of who may play."""
LOSING = ("lose", "loses", "losing", "lost")
"""Ends of verbs of losing."""
AT_BAT = frozenset("men players batters openers".split())
"""Whom a side loses when they are out."""
TIMES, INTERVALS = frozenset("before at after by until".split()), frozenset("lunch tea stumps".split())
"""Prepositions, and the hours of a day of cricket."""
SURVIVED, LEAVING = "survived", frozenset("leaves leave".split())
"""Words of those whom the dead leave behind."""
BEQUEST = "0qhavVRDx,&stPSJE("
"""Classes of a list of them."""
HOUSE = "house"
"""The sense of places that hold people: "the camp held | 3,000 cadets"."""
HOLDS = frozenset("held holds hold holding".split())
MAX_HOUSE = 8
"""Units of what such a place also is: "The camp, | a former air base, held"."""
REBELS = frozenset("fighters militants rebels insurgents guerrillas gunmen jihadists".split())
"""Whom no place only houses."""
LAID = frozenset("buried laid planted sown unexploded uncleared left".split())
"""What is told of mines and shells: "of which six million are | buried"."""
CAPTIVES = frozenset({"capture_noun", "holding", "leading_away", "release", "body_finding"})
"""Senses of words for those whom somebody holds, and does not only house."""
REMOVING = frozenset("took taken removed struck crossed deleted dropped erased".split())
MAX_REMOVED = 4
"""Units before "106 names" in which such a verb stands."""
AIMS = frozenset("policy goal aim aims aimed strategy promise pledge vision doctrine".split())
"""Words before what is only meant to be: "a | policy of zero casualties"."""
MAX_KIN = 18
"""Units of such a list."""
SPOUSES = frozenset("wife husband widow widower partner fiancee fiancé fiancée spouse".split())
"""Who is named first among those whom somebody leaves."""


def _is_slighted(units: list[Unit], group: Group) -> bool:
    """Whether words or prices hurt people: "| Many were hurt by the comments", "the joke killed | both of them".

    Must not: "| many were hurt by shells", "| 12 were hurt by police, who rejected the criticism", "the sanctions
    killed | thousands".
    """
    at = group.first - 1
    if at > 0 and units[at].cls in "yip" and (JEST in units[at - 1].senses or SLIGHT in units[at - 1].senses):
        return JEST in units[at - 1].senses or units[at].low.endswith(HURT)
    for i in range(group.last, min(len(units), group.last + MAX_SLIGHT)):
        if units[i].cls in ";.:,":
            return False
        if units[i].low == "by" and i > 0 and units[i - 1].low.endswith(HURT):
            by_what = list(takewhile(lambda unit: unit.cls not in "vVru,", units[i + 1 : i + 5]))
            return any(SLIGHT in unit.senses for unit in by_what)  # not "by | police who shouted insults"
    return False


def _is_unfit(units: list[Unit], group: Group) -> bool:
    """Whether players are only not fit: "have | six players injured", "| three injured players on the bench".

    Must not: "| two players were injured when a bomb hit the bus before the season", "| two players were injured".
    """
    at = group.head if group.head is not None else group.last
    near = units[max(group.first, at - 1) : at + 2]
    if not any(ATHLETE in unit.senses for unit in near):
        return False
    if not any(FIXTURE in unit.senses for unit in units) and (group.first == 0 or units[group.first - 1].cls != "f"):
        return False
    dead = any(unit.entry is not None and unit.entry.outcome == "killed" for unit in units)
    return not dead and not any(not unit.senses.isdisjoint(VIOLENT) for unit in units)


def _is_out(units: list[Unit], group: Group) -> bool:
    """Whether a side at bat lost players: "lost | three men before lunch", "lost | five for 26", "lost | 4 at tea".

    Must not: "the battalion lost | three men before dawn", "lost | 12 soldiers after lunch".
    """
    at, last = group.first - 1, group.last
    if at < 1 or last + 1 >= len(units) or not units[at].low.endswith(LOSING):
        return False
    if group.head is not None and units[group.head].low not in AT_BAT:
        return False
    if units[last].low == "for" and units[last + 1].text.isdigit():
        return group.head is None
    return (units[last].low in TIMES and units[last + 1].low in INTERVALS) or any(MATCH in u.senses for u in units)


def _is_left_behind(units: list[Unit], group: Group) -> bool:
    """Whether a number is of the kin of one who died: "survived by | four sons", "leaves a wife and | two sons".

    Must not: "survived by his wife and three sons, | two of whom were killed", "the blast leaves | two dead".
    """
    head = units[group.head] if group.head is not None else None
    if head is None or head.cls not in "vV" or group.attributive is not None:
        return False
    married = False
    for i in range(group.first - 1, max(-1, group.first - MAX_KIN), -1):
        if units[i].low == "by":
            return i > 0 and units[i - 1].low.endswith(SURVIVED) and not units[i + 1].low.endswith("ing")
        if units[i].low.endswith("survived by") or units[i].low == "leaves behind":
            return True
        if units[i].low in LEAVING:
            return married
        married = married or units[i].low in SPOUSES
        if units[i].cls not in BEQUEST:
            return False
    return False


def _is_fallen(units: list[Unit], group: Group) -> bool:
    """Whether casualties are of no war: "the | two biggest casualties of the reshuffle"."""
    at = group.head
    if at is None or units[at].low not in FALLEN or at + 1 >= len(units) or units[at + 1].cls != "F":
        return False
    behind = units[at + 2 : at + 8]
    upset = any(UPHEAVAL in unit.senses for unit in behind[:4])
    return upset and not any(not unit.senses.isdisjoint(VIOLENT) for unit in behind)


def _is_apposed(units: list[Unit], group: Group) -> bool:
    """Whether one is told beside a person that the text knows: "The actress, | a mother of two, died".

    Must not: "a driver, | a father of three, was killed", "in the north, | a soldier, his wife and two others died".
    """
    first = group.first
    if group.quantity.kind != "article" or first < 2 or units[first - 1].cls != ",":
        return False
    if units[first - 2].low == "one" and any(unit.cls == "," for unit in units[group.last : group.last + 3]):
        return True  # "two are dead and one, | a man of 21, is hurt"
    if first < 3:
        return False
    end = group.last
    while end < len(units) and end - group.last < 4 and units[end].cls in "F0MxE/":
        end += 1
    at = first - 2
    if end >= len(units) or units[end].cls != "," or units[at].cls not in "xvVDP":
        return False
    while at > 0 and first - at < MAX_PHRASE and units[at].cls in NAMELESS + "x":
        at -= 1
    at -= units[at].cls in "vVxD" and at > 0
    alone = at == 0 or (at == 1 and units[0].low in ("but", "and"))
    singular = not units[first - 2].low.endswith("s") or units[first - 2].low.endswith(SINGULAR)
    return units[at].cls == "t" and alone and singular and units[end + 1].low.split()[0] not in PLURAL_VERBS


def _is_stood_over(units: list[Unit], group: Group) -> bool:
    """Whether one is where somebody stands: "stood over | one of the bodies", "knelt beside | one of the wounded".

    Must not: "over | 100 were killed", "standing over | two bodies".
    """
    at = group.first if units[group.first].low in BESIDE else group.first - 1
    return group.quantity.best == 1 and at > 0 and units[at].low in BESIDE and POSTURE in units[at - 1].senses


def _is_age_beside(units: list[Unit], group: Group) -> bool:
    """Whether a number between commas or in brackets is the age of one person named by a noun alone.

    Covers: "The striker, | 24, was hurt", "her co-star, now | 44, died", "the accused (| 34) was injured".
    Must not: "the crew, | 12, were killed", "the number of dead, | 24, rose", "in the north, | 24, in the south".
    """
    quantity = group.quantity
    first, last = quantity.first, quantity.last
    if group.head is not None or quantity.kind != "number" or not MIN_AGE <= (quantity.best or 0) <= MAX_AGE:
        return False
    while first > 1 and units[first - 1].low in NOW:
        first -= 1
    opened = units[first].text[:1] == "(" and units[last - 1].text[-1:] == ")"
    if not opened:
        marks = units[first - 1].cls + units[last].cls if first and last < len(units) else ""
        opened = marks in (",,", "()")
        first -= 1
        last += 1
    if not opened or first < 2 or (last < len(units) and units[last].low.split()[0] in PLURAL_VERBS):
        return False
    noun = units[first - 1]
    if noun.low == "one" and first > 2 and units[first - 2].low == "number":
        return True  # "the former world number one, | 33, was hurt"
    if noun.cls not in "xX" or not noun.text[-1:].isalpha() or noun.low in TALLIES or "collective" in noun.senses:
        return False
    if (noun.low.endswith("s") and not noun.low.endswith(SINGULAR)) or noun.low.endswith(("ed", "ing", "ly")):
        return False
    at = first - 1
    while at > 0 and first - at < MAX_PHRASE and units[at - 1].cls in NAMELESS:
        at -= 1
    if at > 0 and units[at - 1].cls in OPENERS:
        return at < 2 or units[at - 2].low not in PLACING
    return at == 0 and noun.cls == "x"  # "Former champion, 71, dies"


def _is_of_ages(units: list[Unit], group: Group) -> bool:
    """Whether a number is one of several ages between commas: "two guards, | 31 and | 40, were killed".

    Must not: "killing 12 soldiers, | 31 civilians and 40 rebels", "in Gao and Mopti, | 31 and 40 were killed".
    """
    quantity = group.quantity
    if group.head is not None or quantity.kind != "number" or not 0 < (quantity.best or 0) <= MAX_AGE:
        return False
    start, end = quantity.first, quantity.last
    while start > 1 and units[start - 1].cls in ",&" and units[start - 2].cls in "0M":
        start -= 2 if units[start - 1].cls == "," or units[start - 2].cls != "," else 3
    while end + 1 < len(units) and units[end].cls in ",&" and units[end + 1].cls in "0M":
        end += 2
    ages = [unit for unit in units[start:end] if unit.cls in "0M"]
    if len(ages) < 2 or any(not 0 < (unit.value or 0) <= MAX_AGE for unit in ages):
        return False
    before, after = units[start - 1] if start else None, units[end] if end < len(units) else None
    if before is None or after is None or before.cls + after.cls not in (",,", "()", ",."):
        return False
    placed = any(unit.cls == "/" for unit in units[max(0, start - 4) : start])
    return start > 1 and units[start - 2].cls in "vVD" and not placed


def _is_offspring(units: list[Unit], group: Group) -> bool:
    """Whether a number only tells how many children there are: "a father of | four killed himself".

    Also "the eldest of | four children, one of whom died".

    Must not: "the mother of | four children killed in the fire", "the first of | four children killed in the fire".
    """
    at = group.first - 1
    if at < 1 or units[at].cls != "F":
        return False
    if group.head is not None:
        born = units[at - 1].cls == "m" or units[at - 1].low in BORN
        slain = group.last < len(units) and units[group.last].cls in "pj"
        return born and not slain and units[group.head].low in OFFSPRING
    return units[at - 1].low in PARENTS and (group.quantity.best or 0) > 1


def _is_bereft(units: list[Unit], group: Group) -> bool:
    """Whether a relative clause tells of those whom the counted have: "a couple | whose daughter died", "six, | whose".

    Must not: "12 men | whose bus hit a mine were killed", "killed | two brothers whose father had died".
    """
    last = group.last + (group.last < len(units) and units[group.last].cls == ",")
    if last + 2 < len(units) and units[last].cls == "/" and units[last + 1].cls in "SA":
        last += 2  # "orphans in Chad | whose parents died"
    if last + 2 >= len(units) or units[last].low != "whose":
        return False
    if any(unit.cls in "yipg" for unit in units[max(0, group.first - 2) : group.first]):
        return False
    verb = next((i for i in range(last + 1, min(last + MAX_PHRASE, len(units))) if units[i].cls in "bfpi,"), None)
    if verb is None or units[verb].cls == "," or units[verb - 1].cls not in "vVDX":
        return False
    end = next((i for i in range(verb, len(units)) if units[i].cls in ",;.:ur"), len(units))
    return sum(unit.cls in "pij" for unit in units[verb:end]) == 1


def _is_score(units: list[Unit], group: Group) -> bool:
    """Whether a number is one of two that a hyphen joins to a score: "the | 1-0 win", "lost | 3-1 to Milan".

    Must not: "| 12-15 people were killed", "killing | 2-3".
    """
    first, last = group.quantity.first, group.quantity.last
    if group.head is not None and group.last > last and units[group.head].cls in "vVRk":
        return units[group.head].low == "loss" and first > 1 and _is_joined(units, first - 2)  # "a | 38-7 loss"
    for left, dash, right in ((first - 2, first - 1, first), (first, first + 1, first + 2)):
        if left < 0 or right >= len(units) or units[dash].cls != "-":
            continue
        if not (units[left].text.isdigit() and units[right].text.isdigit()):
            continue
        if not _is_joined(units, left):
            continue
        if int(units[left].text) >= int(units[right].text) or units[left].text == "0":
            return True
        if any(unit.low in UNITS_OF_ARMIES for unit in units[:left]):
            return False  # "the unit lost | 2-3 and withdrew"
        beside = units[max(0, left - NEAR) : left] + units[right + 1 : right + 1 + NEAR]
        harmed = any(unit.cls in "yipj" and CONTEST not in unit.senses for unit in beside)
        return not harmed and any(CONTEST in unit.senses for unit in beside)  # not "killed | 10-12 and lost two"
    return False


def _is_joined(units: list[Unit], left: int) -> bool:
    """Whether a number is joined to the next but one by a hyphen without a space: "3-1"."""
    one, dash, other = units[left : left + 3]
    joined = one.end == dash.start and dash.end == other.start
    return joined and dash.cls == "-" and one.text.isdigit() and other.text.isdigit()


def _is_round(units: list[Unit], group: Group) -> bool:
    """Whether a number counts strokes or baskets: "shot | 66 to lead", "shot a | 66", "shoots | 3 for 10".

    Must not: "police shot | 3", "a gunman shot | 12 to death", "shot | 12 in a school", "shot | 66 prisoners",
    "then shot | 14 at a golf resort".
    """
    at, last = group.first - 1, group.last
    if group.head is not None or group.quantity.kind not in ("number", "range", "article") or at < 1:
        return False
    scored = units[at].low == "a" and units[group.first].text.isdigit()
    at -= scored
    if not units[at].low.startswith(SHOOTING) or (at > 0 and units[at - 1].cls in "vV"):
        return False  # "a gunman shot | 12 at the golf club"
    follow = [unit.low for unit in units[last : last + 2]] + ["", ""]
    strokes = group.quantity.best is not None and MIN_STROKES <= group.quantity.best <= MAX_STROKES
    matches = [i for i, unit in enumerate(units) if MATCH in unit.senses]
    scored = scored or any(strokes or (units[i + 1 : i + 2] and units[i + 1].cls not in "xE") for i in matches)
    scored = scored or (strokes and follow[0] == "to" and follow[1] in LEADING) or follow[0] == "under"
    return scored or (follow[0] == "for" and last + 1 < len(units) and units[last + 1].text.isdigit())


def _is_fame(units: list[Unit], group: Group) -> bool:
    """Whether a number is of those who know somebody: "known to | millions", "loved by | thousands of viewers".

    Must not: "known to have killed | 12", "a town known to tourists, | 12 of whom died".
    """
    at = group.first - 1
    return at > 0 and units[at].low in KNOWING and FAME in units[at - 1].senses


def _is_crowd(units: list[Unit], group: Group) -> bool:
    """Whether many only went somewhere: "| Thousands Hit Beirut Streets".

    Must not: "| Thousands hit by floods in the streets", "a bomb hit | 12 in the streets".
    """
    at = group.last
    if at >= len(units) or units[at].low not in HITTING:
        return False
    return any(RESORT in unit.senses for unit in units[at + 1 : at + 1 + MAX_CROWD])


def _is_laid_to_rest(units: list[Unit], group: Group) -> bool:
    """Whether only one is spoken of who is buried: "the body of | a woman was cremated".

    Must not: "the bodies of | 12 women were cremated", "| a woman was killed at a funeral", "found the body of | a
    child buried under the rubble".
    """
    first = group.first
    if group.quantity.kind != "article" or first < 2 or units[first - 1].cls != "F" or units[first - 2].cls != "o":
        return False
    for i, unit in enumerate(units[group.last :], group.last):
        if BURIAL in unit.senses:
            where = units[i + 1].low if i + 1 < len(units) else ""
            return where not in COVERED and not any(u.cls == "h" or "body_finding" in u.senses for u in units[:first])
    return any(unit.low in BOXES for unit in units)


def _is_they_both(units: list[Unit], group: Group) -> bool:
    """Whether two who were named before died, and nothing tells how: "until they | both died in 2011".

    Also "| both of her parents died when she was ten".

    Must not: "they were | both killed", "they | both died in the fire".
    """
    if units[group.first].low != "both":
        return False
    verb = units[group.last] if group.last < len(units) else None
    parents = group.head is not None and units[group.head].low in FOREBEARS
    if (group.head is not None and not parents) or verb is None or verb.low not in DYING:
        return False
    return not any(not unit.senses.isdisjoint(VIOLENT) for unit in units)


def _is_habit(units: list[Unit], group: Group) -> bool:
    """Whether a number tells what is usual: "crashes commonly involve | seven casualties".

    Must not: "the war is commonly said to have cost | 80,000 lives".
    """
    first = group.first
    return first > 1 and units[first - 2].low in HABITUAL and units[first - 1].cls in "xyi"


def _is_kind(units: list[Unit], group: Group) -> bool:
    """Whether an article belongs to what a number describes: "hit | a three-run shot".

    Must not: "| a two-year-old shot dead".
    """
    words = units[group.quantity.last : group.last]
    return group.quantity.kind == "article" and len(words) == 1 and words[0].low.endswith("-run")


def _is_housed(units: list[Unit], group: Group) -> bool:
    """How many a place holds, who are no captives: "a hangar complex that held | 600 migrants".

    Must not: "the prison held | 193 captured soldiers", "rebels at the base held | 12 men".
    """
    at = group.first - 1
    if at < 1 or units[at].low not in HOLDS or group.head is None:
        return False
    told = units[group.quantity.last : group.last + 2]
    if any(u.cls in "pjko" or u.low in ("who", "bodies", "corpses") or not u.senses.isdisjoint(CAPTIVES) for u in told):
        return False
    head = units[group.head]
    if head.low in REBELS or (head.entry is not None and head.entry.stance is not None):
        return False  # "the jail held | 80 rebel fighters"
    at -= 1
    if units[at].low in ("that", "which"):
        return HOUSE in units[at - 1 - (units[at - 1].cls == ",")].senses
    if units[at].cls == ",":  # "The camp, a former air base, held"
        opening = next((i for i in range(at - 1, max(0, at - MAX_HOUSE), -1) if units[i].cls == ","), 0)
        return opening > 0 and _heads_clause(units, opening - 1)
    return _heads_clause(units, at)


def _heads_clause(units: list[Unit], at: int) -> bool:
    """Whether a place that holds people is the subject with which a clause opens: "The | camp held"."""
    if HOUSE not in units[at].senses:
        return False
    lead = at - 1
    while lead >= 0 and units[lead].cls in "tasXJRAE'x" and not units[lead].low.endswith("ed"):
        lead -= 1
    return lead < 0 or units[lead].cls in ',;:."u&r'


def _is_policy(units: list[Unit], group: Group) -> bool:
    """None whom somebody means to harm: "the policy of | zero civilian casualties", "aims at | zero deaths"."""
    at = group.first - 1
    while at > 0 and (units[at].cls in 'Fts"' or units[at].low in ("for", "at", "to")):
        at -= 1
    return at >= 0 and at < group.first - 1 and units[at].low in AIMS


def _is_of_arms(units: list[Unit], group: Group) -> bool:
    """How many of what kills there are: "mines, of which | six million are buried", "Rockets, | 3,970 of them, hit"."""
    at = group.first - 1
    if at > 1 and units[at].low == "of which" and units[at - 1].cls == ",":
        laid = any(unit.low in LAID for unit in units[group.last : group.last + 3])
        return laid and "equipment" in units[at - 2].senses
    of_them = group.head is None and units[group.last - 1].low == "of them"
    return of_them and at == 1 and units[at].cls == "," and "equipment" in units[0].senses


def _are_names_removed(units: list[Unit], group: Group) -> bool:
    """Names that stood on a list of the dead by mistake: "took | 106 names off its list"."""
    named = group.last < len(units) and units[group.last].low == "names"
    return named and any(unit.low in REMOVING for unit in units[max(0, group.first - MAX_REMOVED) : group.first])


ORDINARY = (
    Reason("the age of one person", _is_age_beside),
    Reason("one of several ages", _is_of_ages),
    Reason("whose kin it was", _is_bereft),
    Reason("how many children somebody has", _is_offspring),
    Reason("the score of a match, or of a vote", _is_score),
    Reason("strokes or baskets", _is_round),
    Reason("how many know somebody", _is_fame, senses=frozenset({FAME})),
    Reason("how many went somewhere", _is_crowd, senses=frozenset({RESORT})),
    Reason("one who is laid to rest", _is_laid_to_rest),
    Reason("two whom the text names, and who died", _is_they_both, frozenset({"all"})),
    Reason("how many there usually are", _is_habit),
    Reason("who somebody is", _is_apposed),
    Reason("one over whom somebody stands", _is_stood_over),
    Reason("those who were offended", _is_slighted, senses=frozenset({SLIGHT, JEST})),
    Reason("players who are not fit", _is_unfit, senses=frozenset({ATHLETE})),
    Reason("players who are out", _is_out),
    Reason("whom somebody leaves behind", _is_left_behind),
    Reason("those who lost a contest or an office", _is_fallen, senses=frozenset({UPHEAVAL})),
    Reason("what kind of thing it is", _is_kind),
    Reason("names that leave a list", _are_names_removed),
    Reason("how many a place holds", _is_housed, senses=frozenset({HOUSE})),
    Reason("what somebody means to bring about", _is_policy, frozenset({"zero"})),
    Reason("how many arms there are", _is_of_arms, senses=frozenset({"equipment"})),
)
"""What numbers are that count nobody whom an ordinary article says to be killed or hurt."""
