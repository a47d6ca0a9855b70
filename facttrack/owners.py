"""Whose the dead are by "their own" and "its", and whose army or band soldiers and members are."""

from __future__ import annotations

from collections.abc import Sequence

from facttrack.attacks import subject_side
from facttrack.candidates import Mention
from facttrack.classes import SUFFERING, beside_casualty, class_of_members
from facttrack.lexicon import lexicon
from facttrack.memory import ARMED_GROUPS, Actor, Memory
from facttrack.units import Unit

__all__ = [
    "FIGHTERS",
    "OWNED",
    "OWN_ARMY",
    "SENT",
    "STATE",
    "are_its_rebels",
    "are_of_band",
    "are_rebel",
    "counts_its_own",
    "fell_attacking",
    "has_lost",
    "is_of_rebels",
    "killed_by_troops",
    "of_the_state",
    "theirs",
    "we_have",
]

OWNED = ',.;:)vVkjpF-"&'
"""Classes of what may follow "their own" that says whose the dead are; not "by their own | explosives"."""
OWN_ARMY = frozenset(
    "servicemen soldiers troops officers soldier serviceman officer pilots sailors paratroopers airmen marines "
    "conscripts reservists personnel crew crewmen sailor pilot paratrooper airman conscript reservist crewman "
    "submariners".split()
) | {"border guards", "service members", "service member", "servicemember", "servicemembers", "crew members"}
"""Nouns by which an official means the soldiers of his own army, if no word says whose."""
SENT = OWN_ARMY | frozenset("peacekeeper peacekeepers fighters mercenaries volunteers jihadists militants".split())
"""Nouns of those who serve the state from which they are."""
FIGHTERS = frozenset("fighters fighter militants militant gunmen rebels guerrillas jihadists insurgents".split())
"""Nouns for soldiers that no state or alliance has."""
GANGS = frozenset("group groups gang gangs cartel militia".split())
"""Nouns of those whose members bear arms against a state."""
WATCHING = ("vigilan", "self-defence", "self-defense", "pro-government", "loyalist", "civilian joint")
"""Beginnings of words for groups that fight beside the state."""
STATE = frozenset("government regime junta army military state federal enemy".split())
"""Words before soldiers by which an armed group means those of the state that it fights."""
OWN_TOLLS = frozenset("toll losses casualties dead fatalities deaths".split())
OWN_WORDS = frozenset(["its own", "their own", "our own", "his own", "her own", "own"])
MOURNING = frozenset("mourns mourned mourn".split())
OWN_REACH = 4
"""Units between such a toll and its number: "its own toll | to about 77"."""


def counts_its_own(units: list[Unit], number: int, source: Actor | None) -> bool:
    """Whether an army or office tells its own toll: "raised its own toll to | 77 dead", "put its own losses at | 30".

    Must not: "by its own count | 300 died", which are of whomever it counts.
    """
    if source is None or source.kind not in ("military", "official"):
        return False
    at = number - 1
    while at > 1 and units[at].cls in "/T]h+~" and number - at < OWN_REACH:
        at -= 1
    if at < 2 or units[at].low not in OWN_TOLLS or units[at - 2].cls == "'":
        return False  # "put the army's | own dead at 30"
    return units[at - 1].low in OWN_WORDS


def is_of_rebels(units: list[Unit], number: int) -> bool:
    """Whether the subject of the verb before a number is who rises against a state: "the attackers left | 15"."""
    for i in range(number - 1, max(-1, number - 6), -1):
        if units[i].cls in ",;.:c0&":
            return False
        entry = units[i].entry
        if units[i].cls in "vV" and entry is not None:
            return entry.stance == "insurgent" and (i == 0 or units[i - 1].cls not in "F/^s")
    return False


def theirs(units: list[Unit], owner: Unit, number: int, source: Actor | None) -> str | None:
    """Whose "their" soldiers are whom one person counts: "the Russians, he said, had lost 300 of | their men".

    Must not: "the Russians killed 12 of | their men, they said", where they who speak mean their own.
    """
    if not owner.low.startswith("their") or source is None or source.plural:
        return None
    if not (source.person or source.pronoun == "he"):
        return None
    for i in range(number - 1, 0, -1):
        entry = units[i].entry
        if units[i].cls in ";." or units[i].low in ("killing", "killed"):
            return None
        if units[i].cls in "RS" and entry is not None and entry.side and units[i - 1].cls == "t":
            plural = units[i].cls == "R" and units[i].low.endswith(("s", "ese", "ch", "sh"))
            return entry.side if plural and units[i + 1].cls not in "vVYxkE" else None
    return None


def killed_by_troops(units: list[Unit], mention: Mention, before: Sequence[Unit]) -> bool:
    """Whether soldiers killed some of the fighters with whom the sentence before began: "Troops shot | five of them".

    Must not: "police fired on protesters, killing | five of them", "gunmen killed | five of them"; nor "| five of them"
    behind "Villagers fled as the rebels came".
    """
    group = mention.group
    first = next((i for i, unit in enumerate(before) if unit.cls in "vV" or _opens(before, i)), None)
    if first is None or not _are_fighters(before, first):
        return False
    if mention.voice != "active" or group.head is not None or units[group.last - 1].low != "of them":
        return False
    doers = [u.entry for u in units[: group.first] if u.cls in "vVYSRPD" and u.entry is not None]
    return len(doers) == 1 and doers[0].stance is None and doers[0].victim_class == "combatant"


def _opens(units: Sequence[Unit], at: int) -> bool:
    """Whether an armed group is the first to be named, and speaks not: "| M23 rebels came", "| Boko Haram attacked"."""
    entry = units[at].entry
    opens = at == 0 or (at == 1 and units[0].cls == "t")
    named = units[at].cls == "S" and entry is not None and entry.group_kind in ARMED_GROUPS
    return opens and named and at + 1 < len(units) and units[at + 1].cls not in "c'vVDY"


def _are_fighters(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun is of those who bear arms for a group: "rebels", "Boko Haram | fighters"."""
    if units[at].cls == "S":
        return True
    entry, owner = units[at].entry, units[at - 1].entry if at else None
    if entry is None or entry.stance == "insurgent":
        return entry is not None
    return owner is not None and owner.group_kind is not None and entry.victim_class == "combatant"


def has_lost(units: list[Unit], mention: Mention) -> bool:
    """Whether somebody else than before is named who lost them.

    Covers: "5,900 Russians died and Ukraine had lost | 61,207", "14 South Africans died, while Malawi mourns | three".
    """
    at = mention.group.first - 1
    loses = at > 0 and (units[at].cls == "l" or units[at].low in MOURNING)
    return loses and subject_side(units, at) is not None


def fell_attacking(
    units: list[Unit], mention: Mention, attacker: str, where: tuple[str | None, ...], memory: Memory
) -> bool:
    """Whether soldiers died whose state attacked an armed group: "in a raid by marines on a rebel camp | one died".

    Attackers died at home, where no place is named, or by their own account: `where` has those.

    Must not: "the marines | killed three soldiers", "Turkish strikes in Syria killed | four soldiers".
    """
    head, groups = mention.group.head, lexicon().groups
    if mention.voice == "active" or head is None or attacker in groups or attacker not in where:
        return False
    if units[head].low not in OWN_ARMY and not units[head].low.startswith("police"):
        return False
    enemy = memory.enemy_of(attacker)
    return enemy is not None and groups.get(enemy, ("", ()))[0] in ARMED_GROUPS


def are_of_band(units: list[Unit], head: int) -> bool:
    """Whether members are those of a group that goes unnamed: "14 | members of the armed group", "of the gang"."""
    if head + 2 >= len(units) or units[head + 1].cls != "F":
        return False
    for unit in units[head + 2 : head + 6]:
        if unit.cls in "RSB" and unit.entry is not None and unit.entry.side:
            return False
        if unit.low.startswith(WATCHING):
            return False  # "members of a | vigilante group", who stand by the state
        if unit.low.split()[-1] in GANGS:
            return class_of_members(units, head) == "combatant" or unit.cls in "xY"
        if unit.cls not in "taxJV":
            return False
    return False


def are_rebel(units: list[Unit], mention: Mention, head: int) -> bool:
    """Whether a word before "fighters" says that they rose against a state: "37 | rebel fighters"."""
    before = units[mention.group.quantity.last : head]
    return any(u.low == "resistance" or (u.entry is not None and u.entry.stance == "insurgent") for u in before)


def are_its_rebels(units: list[Unit], mention: Mention, side: str | None, memory: Memory) -> bool:
    """Whether an armed group, the only one of a text, tells of rebels who fell: "12 | resistance members died".

    Must not: "80 | Rohingya militants", "12 | rebels were captured".
    """
    head, at = mention.group.head, mention.group.quantity.last
    if head is None or mention.outcome == "captured" or memory.only_band() != side:
        return False
    entry = units[head].entry
    return entry is not None and entry.stance == "insurgent" and not any(u.cls in "RS" for u in units[at:head])


def we_have(units: list[Unit], mention: Mention, source: Actor | None) -> bool:
    """Whether an army or armed group tells what it has: "we have | six wounded", says the colonel; not "it has 12"."""
    group = mention.group
    at = group.first - 1
    return (
        source is not None
        and source.kind == "military"
        and group.head is None
        and at > 0
        and (units[at].cls in "fl" or units[at].low in SUFFERING)
        and any(u.low == "we" for u in units[max(0, at - 2) : at])
    )


def of_the_state(units: list[Unit], mention: Mention, side: str | None, memory: Memory) -> str | None:
    """The state of which an armed group counts soldiers: "60 | government soldiers", "put army losses at | 25 dead"."""
    group, groups = mention.group, lexicon().groups
    if side is None or side not in groups:
        return None
    head = group.head
    if head is not None and units[head].low not in OWN_ARMY:
        return None
    near = units[group.quantity.last : head] if head is not None else beside_casualty(units, mention)
    if not any(u.low in STATE for u in near):
        return None
    countries, enemy = groups[side][1], memory.enemy_of(side)
    if len(countries) == 1 and any(foe == countries[0] for foe, _, _ in lexicon().wars.get(side, ())):
        return countries[0]  # UNITA, of Angola's army, where Portugal is named too
    if enemy is not None and enemy not in groups:
        return enemy  # Hamas, of the army
    return countries[0] if len(countries) == 1 else enemy
