"""The side of victims whom no word names, from what stands around them: the first step that knows it says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from facttrack.attacks import ATTACKING, attack_of, before_joined, repelled_side, struck_by_own
from facttrack.candidates import Mention
from facttrack.classes import (
    HOSTAGES,
    PEACEKEEPERS,
)
from facttrack.losers import (
    find_loser,
    holder_before,
    of_insurgents,
    stance_of,
)
from facttrack.memory import ALOOF, ARMED_GROUPS
from facttrack.named_sides import SENDING
from facttrack.own_dead import (
    MARTYRED,
    are_martyrs,
    are_of_the_state,
    counts_own_dead,
    counts_own_side,
    is_own_army,
    of_attacked,
    reports_its_dead,
    tells_of_its_own,
    those_at_home,
)
from facttrack.owners import (
    FIGHTERS,
    OWN_ARMY,
    are_its_rebels,
    fell_attacking,
    killed_by_troops,
)
from facttrack.parties import Known, country_of, fights, land_of
from facttrack.places import RULED, fronted, place_after
from facttrack.strangers import (
    are_of_an_alliance,
    are_own_people,
    are_seamen,
    fights_at_home,
    flag_of,
    foes_of,
    is_of_two_lands,
)
from facttrack.units import Unit

__all__ = ["side_from_context"]

FALLING = frozenset({"fallen", "fell"})
"""Words for the deaths of one's own soldiers."""
KILLING_WORDS = frozenset(
    "eliminated liquidated neutralised neutralized destroyed eliminating liquidating neutralising annihilated".split()
)
"""Words for killing that are said of an enemy."""
GUERRILLAS = frozenset("guerrilla guerrillas fighter fighters rebel rebels cadre cadres comrade comrades".split())
"""Nouns by which an armed group means its own."""
OWN_ARMS = frozenset(
    "forces troops soldiers army men fighters units jets aircraft planes drones gunners artillery commandos navy "
    "warships marines paratroopers pilots guns missiles".split()
)
"""What acts for whoever tells of "its" own: "its forces had killed"."""
MISHAPS = frozenset("accident accidents accidental mistake mistaken error mutiny mutineers friendly".split())
"""Words by which those whom an army killed may be its own."""
REGIMES = frozenset({"regime", "junta"})
"""What nobody calls the state for which he speaks."""
OFFICERS = frozenset({"officer", "officers", "personnel"})
"""Those who serve a government, and in no army."""
GOVERNMENTS = REGIMES | {"government"}
"""Words before troops by which another state's official does not mean its own; by the first two nobody does."""
MAX_APART = 6
"""Units behind rebels in which fighters of a named group are counted beside them."""

Side: TypeAlias = tuple[str | None, str]
"""A side, or none, and the rule that says so."""


@dataclass(slots=True)
class Case:
    """Victims whose side is asked for, with what every step needs of them."""

    units: list[Unit]
    mention: Mention
    victim_class: str
    known: Known
    cue_words: set[str]
    attacker: str | None
    target: str | None
    its_own: bool = False
    """Whether the source says that its own side killed them."""

    @property
    def head(self) -> str:
        """Their noun; empty without one."""
        return self.units[self.mention.group.head].low if self.mention.group.head is not None else ""

    @property
    def combatant(self) -> bool:
        return self.victim_class == "combatant"


def side_from_context(units: list[Unit], mention: Mention, victim_class: str, known: Known) -> Side:
    """The side of victims whom no word names.

    In this order: the loser, the enemy of whom it is said, the source's own soldiers, the other side of an attack, the
    country of the place, the source's own people, the country that the text is about.
    """
    cue_words = {u.low for u in units[mention.cue[0] : mention.cue[1]]}
    case = Case(units, mention, victim_class, known, cue_words, None, None)
    lost = _who_lost(case)
    if lost is not None:
        return lost
    case.attacker, case.target = attack_of(units, mention)
    for step in (_repelled, _of_no_party, _of_a_band, _admitted_or_killed, _hit, _of_who_tells):
        found = step(case)
        if found is not None:
            return found
    return those_at_home(mention, case.attacker, victim_class, known)


def _who_lost(case: Case) -> Side | None:
    """Who is held, lost them, or admits it; or with whom the sentence begins."""
    units, mention, known = case.units, case.mention, case.known
    source_side = known.source_side
    if mention.rule == "held" and mention.cue[1] <= mention.group.first:
        holder = holder_before(units, mention.cue[0])
        if holder is not None:
            foe = source_side if source_side and fights(holder, source_side, known.words) else None
            return foe or known.memory.enemy_of(holder), "enemy"  # "Ethiopia | holds 400 prisoners of war"
    side, rule = find_loser(units, mention, case.cue_words, known)
    if rule:
        return side, rule
    if source_side and known.admits and case.cue_words & {"loss", "losses"}:
        return source_side, "loser"  # "Hamas acknowledges the loss of 48"
    side, rule = _fronted_side(units, mention, known)
    return (side, rule) if rule else None


def _repelled(case: Case) -> Side | None:
    """Whose attack was thrown back: "repelled an attack by the rebels, killing | 12"."""
    thrown_back = repelled_side(case.units, case.mention)
    if thrown_back in (None, case.known.source_side) or case.victim_class == "civilian":
        return None
    return thrown_back, "target"


def _of_no_party(case: Case) -> Side | None:
    """Peacekeepers, soldiers of an alliance, hostages, and the dead of two lands."""
    units, mention, known, memory = case.units, case.mention, case.known, case.known.memory
    if not PEACEKEEPERS.isdisjoint(case.head.split()):
        sent = [side for side in ALOOF if memory.sides[side] and side in SENDING]
        return max(sent, key=lambda side: memory.sides[side], default=None), "peacekeepers"
    if case.combatant and are_of_an_alliance(units, mention):
        return memory.alliance(), "foreign"
    if case.head in HOSTAGES:
        enemy = memory.enemy_of(memory.armed_group(kinds=ARMED_GROUPS | {"authority"}))
        if enemy:
            return enemy, "hostages"
    if not case.combatant and is_of_two_lands(units, mention):
        return None, "two_lands"
    foes = foes_of(units, mention, case.attacker, known.words)
    if foes and known.source_side not in foes and place_after(units, mention, far=True) not in foes:
        return None, "two_lands"
    return None


def _of_a_band(case: Case) -> Side | None:
    """Rebels and fighters: of the group that tells of them, else of the group of the text, if they are its own."""
    units, mention, known, memory = case.units, case.mention, case.known, case.known.memory
    source_side, groups, attacker = known.source_side, known.words.groups, case.attacker
    stance = stance_of(units, mention)
    if stance is None and memory.armed_group(source_side) and killed_by_troops(units, mention, known.sentence_before):
        stance = "insurgent"  # "the soldiers killed ten | of them", in a text that names a band
    fighters = case.head in FIGHTERS
    if (stance == "insurgent" or fighters) and source_side in groups and case.cue_words & MARTYRED:
        return source_side, "own_noun"  # "no guerrilla was | martyred", says their own press office
    if source_side and mention.voice != "active" and are_martyrs(units, mention, case.victim_class, known):
        return source_side, "own_noun"  # "23 of our sons embraced | martyrdom", says the army
    armed_source = groups.get(source_side or "", ("", ()))[0] in ARMED_GROUPS
    guerrillas = case.head in GUERRILLAS
    if guerrillas and stance is None and groups.get(source_side or "", ("", ()))[0] == "authority":
        armed_source = True  # "nine fighters of the emirate", said by the Taliban
    guerrillas = guerrillas or are_its_rebels(units, mention, source_side, memory)
    if armed_source and guerrillas and mention.voice != "active" and attacker is None:
        return source_side, "own_noun"  # "it admitted five | guerrillas dead"
    ours = case.head in ("fighter", "fighters") or guerrillas
    if ours and armed_source and attacker is not None and attacker != source_side:
        return source_side, "own_noun"  # "Hezbollah said an Israeli strike killed two | fighters"
    if stance in ("insurgent", "enemy") or (fighters and source_side and memory.only_band() not in (None, source_side)):
        found, rule = of_insurgents(stance or "insurgent", attacker, known)
        return (None, "rebels_apart") if found and _is_counted_apart(units, mention, found) else (found, rule)
    return None


def _admitted_or_killed(case: Case) -> Side | None:
    """What a source tells of its own deeds and losses: captives, who was killed by it, whom it admits to have lost.

    Notes who attacked, and whether that is the source itself.
    """
    units, mention, known, memory = case.units, case.mention, case.known, case.known.memory
    source_side, groups = known.source_side, known.words.groups
    if mention.outcome == "captured" and not case.combatant and source_side and mention.voice != "active":
        held = memory.armed_group(kinds=ARMED_GROUPS | {"authority"})
        if source_side not in groups and held and fights(source_side, held, known.words):
            return source_side, "hostages"  # "some 240 people were abducted, by Israeli reckoning"
    armed = known.source is not None and known.source.kind in ("military", "official")
    kills = case.combatant and known.admits and _admits_deed(units, mention)
    case.its_own = kills or _is_its_own_deed(units, mention) or struck_by_own(units, mention.group.first)
    fought = case.victim_class != "civilian" and stance_of(units, mention) != "insurgent"
    told = known.source is not None and (known.source.kind == "military" or _own_arms_did(units, mention))
    mishap = any(unit.low in MISHAPS for unit in units)  # "killed three soldiers in an accident"
    ours = case.its_own and not kills and fought and told and not mishap  # whom its own forces killed are not its own
    ours = ours and bool(source_side) and source_side not in groups  # a group's enemy is the state of the place
    if ours and not memory.enemy_of(source_side) and known.country in (None, source_side):
        return None, "enemy_noun"  # "the army said it had killed | 203 men", of whom nobody says whose they were
    if case.attacker is None and armed and (ours or (case.its_own and memory.enemy_of(source_side))):
        case.attacker = source_side
        if ours:
            mention.attack = source_side, case.target  # who tells of a deed of its own made the attack
    attacker = case.attacker
    land = land_of(source_side, known.words) if kills and attacker is None and source_side is not None else source_side
    if land != source_side:
        return known.country or land, "enemy"
    army = known.source is not None and known.source.kind == "military" and case.victim_class != "civilian"
    if (
        source_side
        and attacker is None
        and not kills
        and (
            (known.admits and (case.combatant or (army and not mention.part)))
            or (case.combatant and case.cue_words & FALLING)
        )
        and not (case.head in FIGHTERS and source_side not in groups)
    ):
        return source_side, "admitted"
    if counts_own_dead(attacker, case.victim_class, known):
        return country_of(source_side, known.words), "own_emergency"
    police = case.head.startswith("police")  # whom states have, and rebels kill
    if source_side and case.cue_words & KILLING_WORDS and not (police and source_side not in groups):
        enemy = memory.enemy_of(source_side)
        if enemy:
            return enemy, "eliminated"
    return None


def _hit(case: Case) -> Side | None:
    """Whom an attack hit: by where they died, by its aim, by the flag of a ship, by who attacked."""
    units, mention, known, country = case.units, case.mention, case.known, case.known.country
    attacker, target, combatant, groups = case.attacker, case.target, case.combatant, case.known.words.groups
    there = place_after(units, mention, far=True) if not combatant else None
    if there is not None and there != country_of(attacker, known.words):
        return there, "here"  # "retaliation that has killed 2,800 people | in Gaza"
    holds = target is not None and any(
        u.low.endswith(RULED) and u.entry is not None and u.entry.side == target for u in units
    )
    if holds and target is not None and not combatant and target in groups:
        return country or land_of(target, known.words), "here"  # "strikes on the Houthi-held | capital killed 35"
    if target is not None and target != attacker and not combatant and (attacker is not None or country is None):
        return target, "target"
    flag = flag_of(units, mention, attacker)
    if flag is not None:
        return flag, "flag"
    attacked = mention.outcome == "captured" or any(not u.senses.isdisjoint(ATTACKING) for u in units)
    if attacked and are_seamen(units, mention):
        return None, "at_sea"  # "a missile hit a tanker, killing | three sailors"
    if attacker is None:
        return None
    if not combatant and are_own_people(units, mention, attacker, country, known.memory, known.words):
        return attacker, "own_people"
    at_home = case.victim_class == "civilian" or known.source_side != attacker  # "we killed 40", of an army's enemies
    if not combatant and at_home and fights_at_home(attacker, country, known.memory, known.words):
        return attacker, "own_people"
    if fell_attacking(units, mention, attacker, (country or attacker, known.source_side), known.memory):
        return attacker, "own_army"
    side, rule, settled = of_attacked(attacker, combatant, known)
    outright = rule == "not_the_attacker" and mention.voice == "active" and attacker in groups
    return (side, "enemy" if outright else rule) if settled else None


def _of_who_tells(case: Case) -> Side | None:
    """The soldiers or the people of who tells of them, those sent from elsewhere, and those of the place."""
    units, mention, known, memory = case.units, case.mention, case.known, case.known.memory
    attacker, combatant, source_side, country = case.attacker, case.combatant, known.source_side, known.country
    by_others = attacker is None or (attacker == source_side and mention.voice != "active" and not case.its_own)
    theirs = _of_their_regime(case) if combatant and by_others else None
    if theirs is not None:
        return theirs
    if combatant and by_others and is_own_army(units, mention, known):
        return (known.struck, "target") if known.struck is not None else (source_side, "own_army")
    if attacker is None and combatant and not known.admits and are_of_the_state(units, mention, known):
        return memory.enemy_of(source_side), "enemy"
    if country is not None and counts_own_side(attacker, combatant, known):
        return source_side, "source_home"
    if attacker is None and not combatant and reports_its_dead(units, mention, known):
        return source_side, "own_count"
    if attacker is None and tells_of_its_own(units, mention, case.victim_class, known):
        return source_side, "own_army"
    abroad = None
    if combatant and attacker in (None, source_side):
        holder = memory.holder_of(country or known.home())  # "Israeli troops raided Jenin. Two | soldiers were hurt"
        abroad = memory.expedition(country) or (holder if holder in memory.armies and known.source is None else None)
    if abroad is not None and case.head in OWN_ARMY and mention.voice != "active":
        return abroad, "expedition"
    if country is None:
        return None
    told = any(u.low == "there" for u in units[mention.cue[1] : mention.cue[1] + 1]) or _is_fronted(units, country)
    return country, "here" if told and not known.carried_place else "place"


def _of_their_regime(case: Case) -> Side | None:
    """The state whose troops another state's official counts as those of a regime, or of the government in a place.

    Covers: "Turkey said 56 | regime soldiers were killed". Must not: "Chad's army said 12 | government soldiers died".
    """
    known, head, own = case.known, case.mention.group.head, case.known.source_side
    if head is None or own is None or own in known.words.groups:
        return None
    before = {unit.low for unit in case.units[case.mention.group.quantity.last : head]}
    if before.isdisjoint(GOVERNMENTS) or "former" in before or case.units[head].low not in OWN_ARMY - OFFICERS:
        return None
    if known.country == own or not (known.country or before & REGIMES):
        return None
    others = (known.country, known.home())
    return next((one for one in others if one not in (None, own)), None), "enemy"


def _is_fronted(units: list[Unit], country: str) -> bool:
    """Whether a sentence begins with the place of what it tells: "In Quetta, | gunmen killed 40"."""
    at = fronted(units)
    entry = units[at].entry
    return at > 0 and entry is not None and entry.place_country == country


def _fronted_side(units: list[Unit], mention: Mention, known: Known) -> tuple[str | None, str]:
    """The side of which a sentence begins to speak.

    Covers: "On the Japanese side, | about 1,200 were killed", "On our side, | 20", "On the enemy side | 57 fell",
    "On the rebel side | 12 died".
    """
    headed = _heads_item(units, mention.group.first) if mention.rule in ("postposed", "label") else None
    if headed is not None:
        return headed, "fronted"
    end = next((i for i, u in enumerate(units[:6]) if u.low == "side"), 0) if units[0].low == "on" else 0
    if end == 2 and units[1].cls == "s" and units[1].low.startswith("our") and known.source_side:
        return known.source_side, "fronted"
    for unit in units[:end]:
        if unit.cls in "RS" and unit.entry is not None and unit.entry.side:
            return unit.entry.side, "fronted"
    if not 2 <= end <= 4 or mention.voice == "active":
        return None, ""
    opposed = {unit.low for unit in units[1:end]}
    if known.source_side and "enemy" in opposed:
        return known.memory.enemy_of(known.source_side), "enemy_noun"
    return of_insurgents("insurgent", None, known) if "rebel" in opposed else (None, "")


def _heads_item(units: list[Unit], at: int) -> str | None:
    """The state that heads the item of a list in which a figure stands: "…; South Korea - | 137,899 dead"."""
    start = next((i + 1 for i in range(at - 1, -1, -1) if units[i].cls == ";"), 0)
    if not 0 < start < at - 1 or units[start].cls != "S" or units[start + 1].cls != "-":
        return None
    entry = units[start].entry
    return entry.side if entry is not None and entry.group_kind is None else None


def _is_its_own_deed(units: list[Unit], mention: Mention) -> bool:
    """Whether the source says that it killed: "Hamas's armed wing claimed that it | had killed 14 soldiers"."""
    at = before_joined(units, mention.cue[0]) - 1
    while at > 0 and (units[at].cls in "fb~" or units[at].low.endswith("ly")):
        at -= 1
    if mention.voice != "active" or at < 1:
        return False
    return (units[at].low in ("it", "they", "we") and units[at].cls == "d") or _own_arms_did(units, mention)


def _own_arms_did(units: list[Unit], mention: Mention) -> bool:
    """Whether the source's own soldiers or arms did it: "said its forces | had killed 40 soldiers"."""
    at = mention.cue[0] - 1
    while at > 0 and units[at].cls in "f~":
        at -= 1
    if mention.voice != "active" or at < 1 or units[at].low not in OWN_ARMS:
        return False
    at -= 1 + (units[at - 1].cls in "JxEY")
    return at >= 0 and units[at].cls == "s" and not units[at].low.startswith("whose")


def _admits_deed(units: list[Unit], mention: Mention) -> bool:
    """Whether a source that admits losses tells of its kills beside them: "admitted losing 33 men and | killing 300".

    Must not: "admitted killing three of its own soldiers", "admitted that a shell went astray, | killing three".
    """
    at = mention.cue[0]
    return (
        mention.voice == "active"
        and at > 1
        and units[at].low.endswith("ing")
        and units[at].cls != "l"
        and units[at - 1].cls == "&"
        and any(u.cls == "l" for u in units[:at])
    )


def _is_counted_apart(units: list[Unit], mention: Mention, side: str) -> bool:
    """Whether fighters of a group are counted beside rebels, who are others then: "| 240 rebels and 157 ISIS men".

    Must not: "| 12 rebels died, said Taliban officials", "the Taliban lost | 12 rebels".
    """
    group = mention.group
    for i in range(group.last, min(group.last + MAX_APART, len(units))):
        if units[i].cls in ".;:c":
            return False
        entry = units[i].entry
        if units[i].cls in "SR" and entry is not None and entry.side == side:
            return units[i - 1].cls in "0q" and units[i - 2].cls in "&,h"
    return False
