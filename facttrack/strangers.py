"""Victims whom the land where they died does not claim, and those whom it does though no place is named.

Foreigners are of no single side, and the dead of two lands neither. Who came from somewhere, wore a uniform or sailed
under a flag is of that land wherever he died. Of a crowd that a state's own forces shot, nobody need say whose it was.
`victims.py` asks here before it asks for the place.
"""

from __future__ import annotations

from facttrack.attacks import ATTACKING
from facttrack.candidates import Mention
from facttrack.lexicon import Lexicon
from facttrack.memory import Actor, Memory
from facttrack.units import Unit

__all__ = [
    "are_foreign",
    "are_not_its_own",
    "are_of_an_alliance",
    "are_own_people",
    "are_seamen",
    "fights_at_home",
    "flag_of",
    "foes_of",
    "is_of_two_lands",
    "lose_together",
    "origin_of",
    "owns_a_tally",
    "uniform_of",
]

FOREIGNERS = frozenset("foreigner foreigners expatriate expatriates expat expats".split())
"""Nouns of people from elsewhere, no matter where."""
JOINED = frozenset("coalition foreign multinational allied".split())
"""Words for soldiers whom several states sent."""
UNIFORMS = frozenset({"uniform", "uniforms"})
MAX_WORN = 7
"""Units behind a number in which a uniform tells whose the dead are."""
INHABITANTS = frozenset(
    "inhabitants inhabitant residents resident townspeople townsfolk villagers islanders people".split()
)
"""Nouns of those who are a place's, whoever speaks of "its inhabitants"."""
MAX_HOME = 8
"""Units behind a number in which "are from Mali" tells whose they are."""
MAX_ORIGIN = 4
"""Units behind "from" in which the land stands."""
WITHIN = frozenset("in across throughout within".split())
"""Prepositions of the lands in which people died."""
WARS = frozenset("war wars conflict clash clashes fighting hostilities".split())
CLASHING = frozenset("exchanged clashed fought traded battled".split())
"""Verbs of two armies that shoot at each other."""
MAX_LANDS = 12
"""Units behind a number or its verb in which two lands are named."""
MAX_BEFORE = 14
"""Units before a number in which they are named: "the bombings in Kenya and Tanzania killed | 224"."""
CRAFT = frozenset(
    "airliner airliners plane aeroplane airplane jet aircraft helicopter ferry ship boat vessel tanker trawler "
    "freighter cruiser battleship submarine warship frigate destroyer corvette cutter bus coach train".split()
)
"""Words for what carries people of a nation abroad."""
NAVAL = frozenset({"USS", "HMS", "HMAS", "HMCS"})
"""What stands before the name of a navy's ship."""
WRECKED = frozenset(
    "crashed crash crashes sank sinks sunk sinking capsized exploded disappeared vanished downed downing hijacked "
    "overturned plunged".split()
) | {"shot down", "brought down", "down"}
"""Words of what befell it."""
ABOARD = frozenset({"aboard", "on board", "passengers", "passenger", "crew", "board"})
SEAFARERS = frozenset("sailors sailor crew crewmen crewman members seafarers seafarer".split()) | {"crew members"}
"""Nouns of those who serve on ships."""
MERCHANTMEN = frozenset("tanker tankers freighter bulker carrier trawler merchantman".split())
"""Words for a ship that is no navy's."""
SHIPS = frozenset("ship ships vessel vessels boat boats".split())
TRADING = frozenset("cargo container merchant commercial fishing".split())
"""Words before a ship that make it one of those."""
HOLDERS = frozenset("captor captors kidnapper kidnappers abductor abductors".split())
"""Nouns of those who are no people of whom they hold."""
ESTIMATES = frozenset("estimate estimates reckoning".split())
"""Words for a count of others' dead."""
CROWDS = frozenset(
    "protester protesters protestor protestors demonstrator demonstrators marcher marchers striker strikers rioter "
    "rioters procession dissidents rally demonstration demonstrations protest protests sit-in "
    "crowd crowds march".split()
)
"""Words for those who gather against their own rulers."""
KEEPERS = frozenset({"police", "policemen", "gendarmes", "security forces", "riot police", "police officers"})
"""Who shoots at home, and not abroad."""
EXECUTED = frozenset({"executed", "hanged", "beheaded", "put to death", "executing", "hanging", "executes", "hangs"})
"""Words for what a state does to those whom its courts have judged."""


def are_foreign(units: list[Unit], mention: Mention) -> bool:
    """Whether the victims are people from elsewhere, of no single land.

    Covers: "40 | foreigners", "36 | foreign nationals", "11 foreign | workers", "12 expatriates". Must not: "50 foreign
    | fighters", who serve somebody.
    """
    group = mention.group
    if group.head is None or group.letter == "K":
        return False
    head = units[group.head]
    if head.low in FOREIGNERS:
        return True
    entry = head.entry
    if entry is not None and (entry.victim_class == "combatant" or entry.stance is not None):
        return False
    return any(u.low.startswith("foreign") for u in units[group.quantity.last : group.head + 1])


def are_of_an_alliance(units: list[Unit], mention: Mention) -> bool:
    """Whether the dead are soldiers of several states that fight abroad, whom the land where they fell does not claim.

    Covers: "406 coalition | service members", "two foreign soldiers", "the number of coalition troops | killed".
    Must not: "50 foreign fighters", "12 soldiers in an attack on foreign troops".
    """
    group, cue = mention.group, mention.cue[0]
    words = units[max(0, cue - 2) : cue] if mention.rule == "number_of" else []
    if group.head is not None:
        entry = units[group.head].entry
        if "peacekeep" in units[group.head].low or (entry is not None and entry.stance == "insurgent"):
            return False
        words = units[group.quantity.last : group.head + 1]
    return any(not JOINED.isdisjoint(unit.low.split()) for unit in words)


def origin_of(units: list[Unit], mention: Mention) -> tuple[str | None, str]:
    """The land from which the victims came, or none where they came from several.

    Covers: "three tourists | from Spain", "14 people from Moldova", "5,000 | of Halabja's inhabitants"; "17 tourists
    from Japan, Italy and Spain". Must not: "12 people from | Israel's bombing", "12 rebels from Syria",
    "200 people | from a town".
    """
    group = mention.group
    at = group.last
    if group.letter == "0" and (land := _home_behind(units, at)) is not None:
        return land, "named"
    if mention.rule == "predicate_part":  # "three were | boys from Buncrana"
        at = next((i + 1 for i in range(at, min(at + 4, len(units))) if units[i].cls in "vV"), at)
    if group.letter == "K" or at + 2 >= len(units):
        return None, ""
    if units[at].cls == "F" and group.head is None:
        land, owner = _land_at(units, at + 1), units[at + 2]
        local = at + 3 < len(units) and units[at + 3].low in INHABITANTS
        return (land, "named") if land and owner.cls == "'" and local else (None, "")
    entry = units[group.head].entry if group.head is not None else None
    if units[at].low != "from" or (entry is not None and entry.stance is not None):
        return None, ""
    if len(_lands_behind(units, at + 1, acting=mention.cue[0] > at)) > 1:
        return None, "two_sides"
    for i in range(at + 1, min(at + MAX_ORIGIN, len(units))):
        land = _land_at(units, i)
        if land is not None:
            follow = units[i + 1] if i + 1 < len(units) else None
            acts = follow is not None and (follow.cls in "'E" or not follow.senses.isdisjoint(ATTACKING))
            return (None, "") if acts else (land, "named")
        if units[i].cls not in "tJxe":
            break
    return None, ""


def _home_behind(units: list[Unit], at: int) -> str | None:
    """The land from which some are who are no others: "fourteen | of the 20 slain peacekeepers are from Mali"."""
    for i in range(at, min(at + MAX_HOME, len(units) - 2)):
        if units[i].cls in ",;.:c&":
            return None
        if units[i].low in ("are", "were", "was", "is") and units[i + 1].low == "from":
            return _land_at(units, i + 2)
    return None


def _land_at(units: list[Unit], at: int) -> str | None:
    """The state or side that a unit names, or in which the place lies that it names."""
    unit = units[at]
    return (unit.entry.place_country or unit.entry.side) if unit.cls in "SA" and unit.entry is not None else None


def uniform_of(units: list[Unit], mention: Mention) -> str | None:
    """Whose uniform the dead wore: "300 bodies | in Ethiopian uniform"."""
    last = mention.group.last
    for i in range(last + 1, min(last + MAX_WORN, len(units))):
        if units[i].cls in ",;.0c":
            return None
        worn = units[i - 1]
        if units[i].low in UNIFORMS and worn.cls == "R" and worn.entry is not None:
            return worn.entry.side
    return None


def is_of_two_lands(units: list[Unit], mention: Mention) -> bool:
    """Whether people died in several states, of which none need be theirs.

    Covers: "killed 50,000 people | in Turkey and Syria", "died across Malawi, Mozambique and | Madagascar", "bombings
    in Kenya and Tanzania killed | 224". Must not: "in Gaza and the West Bank", "20,000 in Turkey and 3,500 in Syria",
    "killed in Iraq and Turkey | said".
    """
    first, last = mention.group.first, mention.group.last
    for i in range(last, min(max(last, mention.cue[1]) + MAX_LANDS, len(units))):
        if units[i].cls in ";.c" or (units[i].cls in "0q" and i > last):
            break
        if units[i].low in WITHIN and len(_lands_behind(units, i + 1)) > 1:
            return True
    for i in range(first - 1, max(-1, first - MAX_BEFORE), -1):
        if units[i].cls in ";.c":
            break
        told = i > 0 and units[i - 1].cls in "pij0qvV"  # "12 died in Gaza and Israel killed | 15"
        if units[i].low in WITHIN and not told and len(_lands_behind(units[:first], i + 1, acting=True)) > 1:
            return True
    return False


def foes_of(units: list[Unit], mention: Mention, attacker: str | None, words: Lexicon) -> frozenset[str]:
    """The states between which there was the fighting in which people died, on whichever side.

    Covers: "killed in clashes | between India and Pakistan", "the war between Iran and Iraq cost | a million lives",
    "the Iran-Iraq war", "died when Kyrgyz and Tajik guards | exchanged fire". Must not: "fighting between Israel
    and Iran has killed | 28 people in Israel", "clashes between the army and the rebels".
    """
    begin = end = mention.group.first
    while begin > 0 and units[begin - 1].cls not in ";.c":
        begin -= 1
    while end < len(units) and units[end].cls not in ";.c":
        end += 1
    for i in range(begin, end - 1):
        foes: frozenset[str] = frozenset()
        if units[i].low == "between" and attacker is None:
            foes = _lands_behind(units, i + 1, of_people=True, acting=True)
        elif units[i].low in CLASHING and units[i - 1].cls in "vV" and units[max(0, i - 3)].cls == "&":
            foes = _lands_behind(units, max(0, i - 4), of_people=True, acting=True)
        elif units[i].cls == "X" and "-" in units[i].text and units[i + 1].low in WARS and attacker is None:
            foes = frozenset(side for part in units[i].text.split("-") if (side := _side_named(part, words)))
        if len(foes) == 2:
            return foes
    return frozenset()


def lose_together(units: list[Unit], verb: int) -> bool:
    """Whether two states are the subject of losing: "Egypt and Israel | lost 1,000 men"."""
    at = verb - 1
    while at > 0 and units[at].cls in "f~":
        at -= 1
    joined = at - 1 if at > 1 and units[at - 1].cls == "&" else at - 2  # "and the | United States"
    if joined < 1 or units[joined].cls != "&" or units[at].cls != "S" or units[joined - 1].cls != "S":
        return False
    if joined > 1 and units[joined - 2].cls in "T/":
        return False  # "the men it sent to Vietnam and New Zealand | lost 38"
    one, other = units[joined - 1].entry, units[at].entry
    return one is not None and other is not None and bool(one.side and other.side) and one.side != other.side


def _side_named(name: str, words: Lexicon) -> str | None:
    """The side that one word names by itself."""
    found = words.match([name], [name.lower()], 0, capitals=False)
    return found[0].side if found is not None else None


def _lands_behind(units: list[Unit], at: int, of_people: bool = False, acting: bool = False) -> frozenset[str]:
    """The states that a list names that begins at a unit; none where it is no list.

    `of_people` lets their peoples stand for them, `acting` a verb follow, whose subject is what happened there.
    """
    lands: set[str] = set()
    joined = False
    for i in range(at, min(at + MAX_LANDS, len(units))):
        unit = units[i]
        if unit.cls in "SA" or (of_people and unit.cls == "R"):
            entry = unit.entry
            land = (entry.place_country or (entry.side if unit.cls == "R" else None)) if entry is not None else None
            if land is None or (entry is not None and entry.group_kind):
                return frozenset()
            if joined and not acting and _acts(units, i + 1):
                break
            lands.add(land)
        elif unit.cls == "&":
            joined = True
        elif unit.cls not in "t,eJxvE":
            break
    return frozenset(lands) if joined else frozenset()


def _acts(units: list[Unit], at: int) -> bool:
    """Whether a verb follows, so that a land is a subject: "killed in Iraq and Turkey | said"."""
    return at < len(units) and units[at].cls in "cfbwpil'"


def are_seamen(units: list[Unit], mention: Mention) -> bool:
    """Whether the crew of a merchant ship is counted: "three sailors aboard a bulk | carrier", "a cargo | ship".

    Must not: "three sailors of the ship", which may be a navy's.
    """
    head = mention.group.head
    if head is None or units[head].low not in SEAFARERS:
        return False
    if units[head].low.startswith("seafarer"):
        return True
    for i, unit in enumerate(units):
        last = unit.low.split()[-1]
        if last in MERCHANTMEN and unit.low != "aircraft carrier":
            return True
        if last in SHIPS and (unit.low.split()[0] in TRADING or (i > 0 and units[i - 1].low in TRADING)):
            return True
    return False


def flag_of(units: list[Unit], mention: Mention, attacker: str | None) -> str | None:
    """Under whose flag people died who were on board: "a | Russian airliner exploded, killing all 224 on board".

    Must not: "an | Israeli helicopter killed 12 people", "a Greek-owned tanker", whose crew may be anybody's.
    """
    first, last = mention.group.first, max(mention.group.last, mention.cue[1])
    flag = None
    for i, unit in enumerate(units[:-1]):
        if unit.cls != "R" or unit.entry is None or not unit.entry.side or units[i + 1].low in ("flag", "side"):
            continue
        if unit.text in NAVAL:  # "struck | the USS Cole, killing 17"; not "the USS Cole fired"
            near = units[max(0, i - 3) : i]
            hit = any(not u.senses.isdisjoint(ATTACKING) for u in near) and all(u.low != "near" for u in near)
            flag = unit.entry.side if hit else flag
            continue
        craft = next((j for j in (i + 1, i + 2) if j < len(units) and units[j].low in CRAFT), None)
        if craft is None or (craft == i + 2 and units[i + 1].cls in "X,&"):
            continue
        lows = {u.low for u in units[min(i, first) : max(last, craft) + 4]}
        if unit.entry.side == attacker and not lows & WRECKED:
            continue
        way = units[min(craft, first) : max(craft, first)]
        if any(u.low in ("into", "onto") or u.cls == "u" for u in way):
            continue  # "a Russian jet crashed | into a school, killing 12"
        if lows & ABOARD or (lows & WRECKED and craft < first):
            return unit.entry.side
    return flag


def owns_a_tally(units: list[Unit], owner: Unit, source: Actor | None) -> bool:
    """Whether a pronoun owns a count of others' dead: "the UN relief chief raised | his estimate of the dead".

    Covers too: "lowered | its count of those killed". Must not: "Israel lowered | its toll", "its losses".
    """
    at = next(i for i, unit in enumerate(units) if unit is owner)
    aloof = source is None or source.kind in ("monitor", "media", "international")
    for i in range(at + 1, min(at + 3, len(units) - 1)):
        counts = units[i].low in ("count", "counts", "figure", "figures", "tally")
        if units[i].low in ESTIMATES or (counts and units[i + 1].low.startswith(("of", "those"))):
            return True
        if "tally_noun" in units[i].senses or units[i].cls == "L":
            return aloof
    return False


def are_not_its_own(units: list[Unit], mention: Mention) -> bool:
    """Whether those owned are no people of who speaks: "its inhabitants", a place's; "two of his captors"."""
    head = mention.group.head
    return head is not None and (units[head].low in INHABITANTS - {"people"} or units[head].low in HOLDERS)


def are_own_people(
    units: list[Unit], mention: Mention, attacker: str, country: str | None, memory: Memory, words: Lexicon
) -> bool:
    """Whether a state's forces killed some of its own people, at home: no war is about, and a crowd or police are.

    Covers: "Guinean troops opened fire on a rally, | killing 157 people", "Kenyan police shot dead | 23 protesters",
    "Iran executed 12 | prisoners". Must not: "French troops fired into a crowd in Abidjan, killing | 20".
    """
    if attacker in words.groups or country not in (None, attacker):
        return False
    doer = units[mention.cue[0] - 1] if mention.cue[0] else None
    if doer is not None and doer.cls == "S" and _executes(units, mention):
        return True  # the state itself, not its troops abroad
    before = {u.low for u in units[: mention.cue[0]]}
    lows = before | {u.low for u in units[mention.group.first : mention.group.last]}
    return bool(lows & CROWDS or before & KEEPERS) and _is_at_home(attacker, country, memory, words)


def fights_at_home(side: str, country: str | None, memory: Memory, words: Lexicon) -> bool:
    """Whether all whom a state fights are armed groups in its own land: "Myanmar's army killed | 700 civilians"."""
    foes = {foe for foe, _, _ in words.wars.get(side, ()) if _are_at_war(side, foe, memory, words)}
    at_home = all(foe in words.groups and side in words.groups[foe][1] for foe in foes)  # or whom it fights: nobody
    return at_home and _is_at_home(side, country, memory, words)


def _is_at_home(side: str, country: str | None, memory: Memory, words: Lexicon) -> bool:
    """Whether a text names no place and no enemy abroad that a state's forces could have struck."""
    if side in words.groups or country not in (None, side) or memory.home() not in (None, side):
        return False
    for other in (*memory.sides, *memory.places):
        at_home = other in words.groups and side in words.groups[other][1]
        if other != side and not at_home and _are_at_war(side, other, memory, words):
            return False
    return not any(count and land != side for land, count in memory.places.items())


def _are_at_war(side: str, other: str, memory: Memory, words: Lexicon) -> bool:
    """Whether two sides fight on the day of publication; where it is unknown, whether their war has no end."""
    day = memory.published.isoformat() if memory.published else ""
    return any(
        foe == other and (not until if not day else since <= day and (not until or day[: len(until)] <= until))
        for foe, since, until in words.wars.get(side, ())
    )


def _executes(units: list[Unit], mention: Mention) -> bool:
    """Whether those counted were put to death: "Iran hanged | 12 men"."""
    return not {u.low for u in units[slice(*mention.cue)]}.isdisjoint(EXECUTED)
