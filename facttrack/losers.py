"""Who lost those that are counted: the subject of losing, suffering or holding, rebels, the enemy of who speaks."""

from __future__ import annotations

from facttrack.attacks import before_joined, is_deed, subject_side
from facttrack.candidates import Mention
from facttrack.classes import (
    LOSING,
    MEMBERS,
    MEN,
    OF_NOUN,
    OF_TOLL,
    SUFFERING,
    beside_casualty,
    losses_before,
    lost_before,
    noun_of_them,
    noun_of_whole,
    of_phrase,
)
from facttrack.linked import COSTS, MAX_COST
from facttrack.memory import ALOOF, ARMED_GROUPS
from facttrack.owners import FIGHTERS, OWN_ARMY, are_of_band, are_rebel, is_of_rebels
from facttrack.parties import Known, land_of
from facttrack.strangers import lose_together
from facttrack.units import Unit

__all__ = [
    "BANDS_OF",
    "ENEMY",
    "find_loser",
    "flank_of",
    "holder_before",
    "is_enemy",
    "of_insurgents",
    "stance_of",
    "suffering_before",
    "words_near",
]

AFTER = frozenset("after following since days weeks hours".split())
"""Words with which a sentence opens that only dates itself by an attack."""
BURYING = frozenset({"buried", "buries"})
"""Those that an army does to its enemy's dead too."""
REMAINS = frozenset("bodies corpses dead".split())
"""What an army leaves on the field of its own."""
BEHIND = frozenset("ground battlefield field".split())
"""Words by which who left bodies lost them: "left 43 on the field"; murderers leave them behind."""
RULING = frozenset("junta regime government army military".split())
"""Nouns by which an armed group means the state that it fights."""
ENEMY = frozenset({"enemy", "adversary", "invaders", "occupiers", "opponent", "foe"})
"""Whom a party calls by no name, since it fights them."""
BANDS_OF = frozenset("movement group organisation organization faction rebels guerrillas militia insurgents".split())
"""Nouns for an armed group, of which "members of the movement" are."""
FLANKING = frozenset(["on", "from among", "in"])
FLANKS = frozenset("side part ranks".split())
"""Nouns of a party to a fight: "on the enemy's side", "on the part of the rebels"."""
MAX_FLANK = 14
"""Units from the beginning of a clause, where such words stand, to the number."""
MAX_STRIKE = 14
"""Units before "buried" in which an attack stands that buried them."""
OWN_TROOPS = OWN_ARMY | MEN | {"forces", "army", "side", "units", "fighters"}
"""Who suffers where one tells of "his forces"."""


def words_near(units: list[Unit], mention: Mention) -> list[Unit]:
    """The units in which a word can say whose the victims are, from the source's point of view."""
    group, (first, last) = mention.group, mention.cue
    if is_deed(units, mention):
        return units[group.quantity.last : group.last]  # "the army's | slaughter of 200" is its deed
    if group.letter == "K" or mention.rule in OF_NOUN or mention.rule == "nominal":
        return units[max(0, min(group.first, first) - 2) : max(group.last, last)]
    if mention.rule in OF_TOLL:
        return units[max(0, first - 4) : last]
    headed = losses_before(units, group.first) if mention.rule == "postposed" and group.letter == "0" else None
    if headed is not None and any(u.cls == "s" or is_enemy(u) for u in units[headed[0] : headed[1]]):
        return units[headed[0] : headed[1]]  # "put | enemy losses at 25 killed", "gave | his army's losses as 64 dead"
    end = group.last
    if end < len(units) and units[end].cls == "F" and any(u.low in ENEMY for u in units[end + 1 : end + 3]):
        end += 3  # "12 soldiers | of the enemy"
    return units[group.quantity.last : end]


def flank_of(units: list[Unit], mention: Mention) -> list[Unit]:
    """The words by which those counted were on a side: "| On the part of the enemy, ten died", "| on the rebel side".

    Must not: "On the side of the road ten died", whose words name no party.
    """
    start = first = mention.group.first
    while start > 0 and units[start - 1].cls not in ';.:"' and first - start < MAX_FLANK:
        start -= 1
    for at, stop in ((start, first), (mention.group.last, max(mention.group.last, mention.cue[1]) + 2)):
        for i in range(at, min(stop, len(units))):
            if units[i].low not in FLANKING or (at == start and i > start):
                continue
            end = next((k for k in range(i + 1, min(i + 6, len(units))) if units[k].low in FLANKS), None)
            if end is None or any(u.cls in ",;.:cpijbf0" for u in units[i:end]):
                continue
            if at == start and any(u.cls in "pij0u" for u in units[end + 1 : first]):
                continue  # "in the ranks of the enemy panic spread after | 12 were killed"
            return units[i : end + 1 + min(3, len(of_phrase(units, end + 1)) + 1)]
    return []


def find_loser(units: list[Unit], mention: Mention, cue_words: set[str], known: Known) -> tuple[str | None, str]:
    """The subject of losing: "Russia lost 498 men", "the army suffered losses"; of "the enemy lost", the other side."""
    group, first = mention.group, mention.cue[0]
    cost = _cost_whom(units, group.first)
    if cost is not None:
        return cost, "loser"
    if known.source_side and mention.rule == "cost" and any(is_enemy(u) for u in units[first : group.first]):
        return known.memory.enemy_of(known.source_side), "enemy_noun"
    lost = lost_before(units, mention)
    if lost is not None:
        loser = subject_side(units, lost) or _unnamed_loser(units, lost, known)
        if loser:
            return loser, "loser"
    buried = bool(cue_words & BURYING)
    strikes = [i for i in range(max(0, first - MAX_STRIKE), first) if "neutral_attack" in units[i].senses]
    after = buried and strikes and (strikes[0] == 0 or units[0].low in AFTER)  # "After a strike X | buried four"
    if buried and strikes and not after and not any(u.cls in ",;" for u in units[strikes[-1] + 1 : first]):
        return None, ""  # "an Israeli strike on a house | buried 21 people"
    passive = buried and mention.rule == "predicate"  # "2,000 | have been buried", by whomever
    if cue_words & LOSING and not passive and not (buried and _are_the_others(units, mention)):
        if known.source_side and any(u.low in ENEMY for u in units[max(0, first - 4) : first]):
            return known.memory.enemy_of(known.source_side), "enemy_noun"
        loser = subject_side(units, first)
        if loser is not None and lose_together(units, first):
            return None, "two_sides"
        if loser is None:
            first = before_joined(units, first)  # "the army killed 12 rebels and | lost two men"
            subject = units[max(0, first - 4) : first] if units[first - 1].cls != "d" else []
            stance = next((u.entry.stance for u in subject if u.cls in "vV" and u.entry), None)
            if stance == "insurgent":
                return of_insurgents(stance, None, known)
        loser = loser or _unnamed_loser(units, first, known)
        if loser is None and units[first - 1].cls in "df" and _is_rebel(known):
            return None, "insurgents"  # "The jihadists said they had | lost four men"
        others = group.head is None or units[group.head].low not in OWN_ARMY
        mourned = others and group.head is not None and any(word.startswith("mourn") for word in cue_words)
        if loser and not (
            mourned and known.country not in (None, loser)
        ):  # "France mourned the 30 people | killed in Kabul"
            return loser, "loser"
    leaves = any(u.low == "left" for u in units[max(0, group.first - 5) : group.first])
    if leaves:
        loser = _left_behind(units, mention, known)
        if loser:
            return loser, "loser"
    if leaves and known.source_side and any(is_enemy(u) for u in units[max(0, group.first - 9) : group.first]):
        return known.memory.enemy_of(known.source_side), "enemy_noun"
    verb = suffering_before(units, mention)
    if verb is not None:
        entry = units[verb - 1].entry if verb and units[verb - 1].cls in "vV" else None
        if entry is not None and entry.stance == "insurgent" and subject_side(units, verb) is None:
            return of_insurgents(entry.stance, None, known)  # "the militants | had 868 killed"
        goes_on = mention.group.quantity.kind == "zero" or (verb > 0 and units[verb - 1].cls in "&d")
        goes_on = (goes_on or _is_own_army_before(units, verb)) and known.source_side not in ALOOF
        loser = subject_side(units, verb) or (_unnamed_loser(units, verb, known) if goes_on else None)
        if loser and not (loser in ALOOF and units[verb].low == "had"):
            return loser, "loser"
    return None, ""


def _left_behind(units: list[Unit], mention: Mention, known: Known) -> str | None:
    """Who left bodies on the field, if its enemy's army says so: "al-Shabaab left | 43 bodies on the battlefield".

    Must not: "the gunmen left | 43 bodies on the road", which murderers do.
    """
    group, source = mention.group, known.source
    if source is None or source.kind not in ("military", "official"):
        return None
    if not any(u.low in REMAINS or u.low == "dead" for u in units[group.first : group.last + 4]):
        return None
    if not any(u.low in BEHIND for u in units[group.last : group.last + 5]):
        return None
    at = next(i for i in range(group.first - 1, -1, -1) if units[i].low == "left")
    loser = subject_side(units, at)
    if loser is None and any(u.low in BANDS_OF for u in units[max(0, at - 3) : at]):
        loser = known.memory.armed_group(known.source_side, ARMED_GROUPS)
    return loser if loser != known.source_side else None


def suffering_before(units: list[Unit], mention: Mention) -> int | None:
    """The first word of the verb of suffering whose object a number is: "killed 60 and | suffered three wounded".

    Must not: "took 12 prisoners".
    """
    first = mention.group.first
    verb = next((i for i in range(first - 1, max(-1, first - 4), -1) if units[i].low in SUFFERING), None)
    if verb is None and mention.rule == "postposed" and mention.cue[0] == mention.group.last:
        at = first - 1
        while at > 0 and units[at].cls in "h~":
            at -= 1
        verb = at if at > 0 and units[at].low == "had" else None  # "the Russians | had 868 killed"
    if verb is None or mention.outcome == "captured" or any(u.cls in ",;0" for u in units[verb:first]):
        return None
    while verb > 0 and units[verb - 1].cls in "fw~":
        verb -= 1
    return verb if verb == 0 or units[verb - 1].cls != "b" else None


def _are_the_others(units: list[Unit], mention: Mention) -> bool:
    """Whether somebody buried those whom he had fought: "63 | of the rebels", "Indian troops buried 249 | of them".

    Must not: "the village buried 40 | of its men".
    """
    group = mention.group
    if stance_of(units, mention) in ("insurgent", "enemy"):
        return True
    return any(u.low == "of them" for u in units[group.quantity.last : group.last + 1])


def _is_own_army_before(units: list[Unit], verb: int) -> bool:
    """Whether who speaks tells of his own men, who suffer: "| his forces suffered 410 dead", "| our brave men had"."""
    entry = units[verb - 1].entry if verb > 1 else None
    own = entry is not None and (units[verb - 1].low in OWN_TROOPS or entry.stance == "own")
    at = verb - 2 - (units[verb - 2].cls in "xJ")
    return own and units[at].cls == "s"


def _is_rebel(known: Known) -> bool:
    """Whether a source is the rebels of no group that the text names."""
    if known.source is None or known.source_side is not None:
        return False
    entry = known.words.common_word(known.source.text.rpartition(" ")[2])
    return entry is not None and entry.stance == "insurgent"


def holder_before(units: list[Unit], verb: int) -> str | None:
    """The side that stands right before a verb of holding: "Ethiopia | is still holding 400 prisoners of war"."""
    while verb > 0 and units[verb - 1].cls in "fbw~":
        verb -= 1
    entry = units[verb - 1].entry if verb and units[verb - 1].cls == "S" else None
    return entry.side if entry is not None else None


def _unnamed_loser(units: list[Unit], verb: int, known: Known) -> str | None:
    """Who lost men, where the subject has no name: the source, its enemy, or whom "the army" means.

    Covers: "it | lost 12 men", "the other side | lost 100 men", "the junta | lost 200 men" by those whom it fights.
    """
    side, words = known.source_side, known.words
    near = [u.low for u in units[max(0, verb - 4) : verb]]
    if ("other side" in " ".join(near) or "opposite side" in " ".join(near)) and side:
        return known.memory.enemy_of(side)
    if side in words.groups and (any(low in RULING for low in near) or near[-1:] in (["police"], ["troops"])):
        land = land_of(side, words)
        return land if land != side else None
    return side


def _cost_whom(units: list[Unit], number: int) -> str | None:
    """Whom a war cost what is counted: "has cost South Sudan | 383,000 lives", "cost the Iraqis | 12 men"."""
    for i in range(number - 1, max(-1, number - MAX_COST), -1):
        if units[i].low in COSTS:
            sides = [u.entry.side for u in units[i + 1 : number] if u.cls in "RS" and u.entry is not None]
            return sides[0] if len(sides) == 1 else None
        if units[i].cls not in "RStxJEv~ha]'":
            return None
    return None


def is_enemy(unit: Unit) -> bool:
    """Whether a word is of an enemy: "the enemy", "the occupiers"."""
    return unit.low in ENEMY or (unit.entry is not None and unit.entry.stance == "enemy")


def stance_of(units: list[Unit], mention: Mention) -> str | None:
    """What the victims' noun says of their stance: "rebels", "terrorists", "heroes", "enemy dead"."""
    if any(map(is_enemy, words_near(units, mention))):
        return "enemy"
    head = mention.group.head if mention.group.head is not None else noun_of_whole(units, mention.group)
    if head is not None and units[head].cls == "o":  # "three bodies | of suspected militants"
        whose = units[head + 1 : head + 4]
        modifier = units[head - 1].entry if units[head - 1].cls == "V" else None
        if modifier is not None:
            return modifier.stance  # "four | rebel bodies"
        head = next((head + 1 + i for i, u in enumerate(whose) if u.cls in "vV" and whose[0].cls == "F"), head)
    if head is not None:
        entry = units[head].entry
        stance = entry.stance if entry is not None else None
        if units[head].low in MEMBERS and are_of_band(units, head):
            return "insurgent"
        led = units[head - 1].entry if head > mention.group.first and units[head - 1].cls == "V" else None
        if led is not None and led.stance == "insurgent":
            return "insurgent"  # "25 rebel | sailors"
        return stance or ("insurgent" if units[head].low in FIGHTERS and are_rebel(units, mention, head) else None)
    them = noun_of_them(units, mention)
    if them is not None and mention.voice == "active":
        entry = units[them].entry  # "ambushed jihadists near Gao and killed | 40 of them"
        return entry.stance if entry is not None else None
    flank = flank_of(units, mention) if mention.group.letter == "0" else []
    if any(u.cls in "vV" and u.entry is not None and u.entry.stance == "insurgent" for u in flank):
        return "insurgent"
    first, last = mention.group.first, mention.group.last
    if any(u.cls == "s" and u.low.endswith(" own") for u in units[first : last + 3]) and is_of_rebels(units, first):
        return "insurgent"  # "the attackers left | 15 of their own dead"
    return next(
        (u.entry.stance for u in beside_casualty(units, mention) if u.entry is not None and u.entry.stance), None
    )


def of_insurgents(stance: str, attacker: str | None, known: Known) -> tuple[str | None, str]:
    """The side of "rebels": the armed group of the text, else the other country, else whom the source fights."""
    source_side, country = known.source_side, known.country
    if stance == "enemy" and source_side is None:
        return None, "insurgents"
    group_side = known.memory.armed_group(source_side)
    if group_side is not None:
        return group_side, "group_in_text"
    if stance == "enemy" and country is not None and country not in (source_side, attacker):
        return country, "place"
    enemy = known.memory.enemy_of(source_side) if stance == "enemy" else None
    return (enemy, "enemy") if enemy else (None, "insurgents")
