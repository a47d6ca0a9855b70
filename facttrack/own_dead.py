"""Whose the victims are that no word gives to a side: the source's own, those of who was attacked, those at home."""

from __future__ import annotations

from facttrack.candidates import Mention
from facttrack.classes import MEMBERS
from facttrack.memory import ARMED_GROUPS
from facttrack.owners import FIGHTERS, OWN_ARMY
from facttrack.parties import Known, at_war, country_of, fights, land_of
from facttrack.strangers import are_seamen
from facttrack.units import Unit

__all__ = [
    "MARTYRED",
    "are_martyrs",
    "are_of_the_state",
    "counts_own_dead",
    "counts_own_side",
    "is_own_army",
    "of_attacked",
    "reports_its_dead",
    "tells_of_its_own",
    "those_at_home",
]

TELLING = frozenset("predicate postposed listed coordinated together_with counted_noun counted_people".split())
"""Rules of mentions by which somebody tells who died, and not who killed them."""
MARTYRED = frozenset("martyred martyrdom martyr martyrs".split())
"""Words for the death of one's own."""
FEW_WARS = 3
"""Opponents that the table of wars gives a state of which nobody need say whom it hit."""


def of_attacked(attacker: str, combatant: bool, known: Known) -> tuple[str | None, str, bool]:
    """The side that an attacker hit, and whether that settles it: where the place is another country, it does not."""
    country, groups = known.country, known.words.groups
    if attacker == country and attacker not in groups and not combatant:
        if known.source_side and fights(known.source_side, attacker, known.words):
            land = land_of(known.source_side, known.words)
            return land, "not_the_attacker", True  # "the Indian army says Pakistani shelling killed 15"
        return country, "place", True  # a state that kills its own people
    if country not in (None, attacker, country_of(attacker, known.words)):
        return None, "", False
    rises = country is not None and attacker in groups and fights(attacker, country, known.words)
    if rises and not (combatant or known.carried_place):
        return country, "place", True  # "a Houthi missile fired at Marib in Yemen", in a text sent from Riyadh
    if country is None and not combatant and groups.get(attacker, ("alliance",))[0] == "alliance":
        home = known.memory.home()
        if home not in (None, attacker):
            return home, "home", True
    enemy = known.memory.enemy_of(attacker)
    many = len({other for other, _, _ in known.words.wars.get(attacker, ())}) > FEW_WARS
    if enemy and many and attacker not in groups and enemy not in known.memory.sides:
        return None, "", False  # a state has fought more than one: whom it hit, the text has to say
    hit = enemy if combatant or enemy is None else land_of(enemy, known.words)
    if hit is None and groups.get(attacker, ("", ()))[0] in ARMED_GROUPS:
        land = land_of(attacker, known.words)
        hit = land if land != attacker and known.memory.home() in (None, land) else None
    return (hit, "not_the_attacker", True) if hit else (None, "", True)  # people of a group's country, not its own


def counts_own_dead(attacker: str | None, victim_class: str, known: Known) -> bool:
    """Whether a health ministry, police or rescuers count the dead of their own country.

    Not where the place is another country's, or where their own side attacked.
    """
    source, country = known.source, known.country
    if source is None or source.kind != "emergency" or victim_class == "combatant":
        return False
    own = country_of(source.side, known.words)
    return own is not None and country in (None, own) and own != country_of(attacker, known.words)


def reports_its_dead(units: list[Unit], mention: Mention, known: Known) -> bool:
    """Whether a state at peace reports a bare number of dead, who are its own: "Malawi reports | 56 deaths".

    Must not: "Israel reports | 56 dead in Gaza", "Qatar said that 12 people had died".
    """
    source, at = known.source, mention.group.first - 1
    while at > 0 and units[at].cls in "h~":
        at -= 1
    return (
        source is not None
        and source.side is not None
        and source.kind == "official"
        and source.last - source.first == 1
        and at > 0
        and units[at].cls == "c"
        and source.last <= at
        and units[source.first].cls == "S"
        and country_of(source.side, known.words) == source.side
        and (known.carried_place or known.country is None)
        and not at_war(source.side, known)
    )


def counts_own_side(attacker: str | None, combatant: bool, known: Known) -> bool:
    """Whether an official counts his own people, though the place of the claim before was the enemy's."""
    source, side, country = known.source, known.source_side, known.country
    return (
        known.carried_place
        and not combatant
        and attacker is None
        and source is not None
        and source.kind in ("official", "military", "emergency")
        and side is not None
        and country is not None
        and side != country
        and country_of(side, known.words) == side
        and fights(side, country, known.words)
    )


def is_own_army(units: list[Unit], mention: Mention, known: Known) -> bool:
    """Whether an official speaks of soldiers of his own army, abroad: "12 soldiers were killed, the ministry said".

    Must not: "three sailors aboard a bulk carrier", who are nobody's soldiers.
    """
    side, source, head = known.source_side, known.source, mention.group.head
    if are_seamen(units, mention):
        return False
    return (
        source is not None
        and bool(side)
        and source.kind in ("military", "official")
        and side != known.country
        and country_of(side, known.words) == side
        and head is not None
        and units[head].low in OWN_ARMY | MEMBERS
    )


def are_martyrs(units: list[Unit], mention: Mention, victim_class: str, known: Known) -> bool:
    """Whether an army or armed group tells of martyrs, who are its own: "a Hezbollah official spoke of | 250 martyrs".

    Must not: "50 civilians were martyred, the army said", "the health ministry counted 46,000 | martyrs".
    """
    first, last = mention.cue
    near = {u.low for u in units[first:last]} | {u.low for u in units[mention.group.first : mention.group.last]}
    return (
        bool(near & MARTYRED)
        and victim_class != "civilian"
        and known.source is not None
        and known.source.kind in ("military", "official")
        and known.words.groups.get(known.source_side or "", ("insurgent", ()))[0] in ARMED_GROUPS
    )


def are_of_the_state(units: list[Unit], mention: Mention, known: Known) -> bool:
    """Whether an armed group speaks of soldiers, and means those it fights: "it found the bodies of | 80 soldiers".

    Must not: "three of its | soldiers", "80 | fighters were killed, the rebels said".
    """
    head, groups = mention.group.head, known.words.groups
    if head is None or units[head].low not in OWN_ARMY or known.source_side not in groups:
        return False
    if mention.group.quantity.kind == "zero" or groups[known.source_side][0] not in ARMED_GROUPS:
        return False
    enemy = known.memory.enemy_of(known.source_side)
    return enemy is not None and known.memory.sides[enemy] + known.memory.places[enemy] > 0


def tells_of_its_own(units: list[Unit], mention: Mention, victim_class: str, known: Known) -> bool:
    """Whether a state's office tells of soldiers who died, and of civilians where it is its army: they are its own.

    Covers: "ten members of the armed forces were killed along with 40 civilians, Pakistan's military said", in a text
    about India. Must not: "the army said it had killed 12 soldiers", "12 gunmen had died, the army said".
    """
    source, side, head = known.source, known.source_side, mention.group.head
    if (
        source is None
        or side is None
        or mention.voice == "active"
        or are_seamen(units, mention)
        or country_of(side, known.words) != side
    ):
        return False
    if head is None or units[head].low in FIGHTERS or source.kind not in ("military", "official", "emergency"):
        return False
    if mention.outcome == "captured":
        return False
    if victim_class == "combatant":
        return True
    near = known.country is None and victim_class == "civilian" and source.kind == "military"
    return near and known.memory.scene() in (None, side) and fights(side, known.home() or "", known.words)


def those_at_home(mention: Mention, attacker: str | None, victim_class: str, known: Known) -> tuple[str | None, str]:
    """The people of the official who speaks, if the text is about his country or none; else those it is about."""
    source, words, combatant = known.source, known.words, victim_class == "combatant"
    home = known.home()
    own = country_of(known.source_side, words)
    if own is None and home is not None and not combatant and at_war(home, known):
        home = known.memory.scene() or home  # both sides of a war are named: people die where it is fought
    tells = source is not None and source.kind == "military" and mention.rule in TELLING and not mention.part
    tells = tells and not combatant and mention.group.quantity.kind != "zero" and attacker is None
    tells = tells and (victim_class == "unspecified" or known.near_home() != home)
    if tells and own is not None and home is not None and fights(own, home, words):
        others = known.before is not None and known.before.side not in (None, own)
        abroad = words.theatres.get(frozenset((own, home))) not in (None, own)
        doubted = others or (abroad and victim_class == "civilian")  # whom its own bombs may have killed
        return own, "source_home" if doubted else "own_count"  # "57 people are wounded, Pakistan's army says"
    if own is None or source is None or attacker is not None or source.kind not in ("official", "emergency"):
        return (home, "home") if home is not None and home != attacker else (None, "")
    if not combatant and (
        own == home
        or known.admits
        or home is None
        or ((known.memory.places[own] > 0 or source.local) and not at_war(home, known))
        or fights(own, home, words)
        or (known.counts and not at_war(home, known) and source.last - source.first == 1)
    ):
        return own, "source_home"
    return (own, "source_home") if home is None else (home, "home")
