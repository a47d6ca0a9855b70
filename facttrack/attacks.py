"""Attacks: who made one and whom it hit, where the words name them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from facttrack.candidates import Mention
from facttrack.memory import has_rebels
from facttrack.tellers import WARS
from facttrack.tolls import FORMATIONS
from facttrack.units import Unit

__all__ = [
    "ATTACKING",
    "Attack",
    "attack_of",
    "before_account",
    "before_joined",
    "fights_rebels",
    "find_attacks",
    "is_deed",
    "repelled_side",
    "struck_by_own",
    "subject_side",
]

ATTACKING = frozenset({"neutral_attack", "attack_verb"})
"""Senses of words for an attack."""
AIMLESS = frozenset("launched fired carried unleashed killed massacred detonated".split())
"""Verbs of attack whose object is the weapon or the victims, not the side that was hit."""
OPENING = 4
"""Units behind a semicolon, among which stands who speaks behind it."""
FORMED = FORMATIONS | {"formations", "formation", "side", "contingent", "units"}
"""Nouns of those who fight for a state whose adjective stands before them."""
UNMADE = frozenset("explosion explosions blast blasts".split())
"""What happens in a land, and need not be made by it: "a Turkish mine | explosion"."""
AFTER_FACTOR = 1.5
"""How much farther than one before it an attack after a casualty word counts as being."""
ONE_ATTACK = 5
"""Units between two words for one attack: "launched | an attack"."""
CONTRASTING = frozenset({"while", "whereas", "whilst"})
"""Words behind which the other side's dead are told."""
REPELLING = frozenset("repelled repulsed foiled thwarted repel repelling repulsing repels repulse foiling".split())
"""Verbs of throwing an attack back."""
OWN = frozenset("it its they their we our".split())
"""Words of those who speak."""
MAX_DATE = 8
"""Units back from an attack to the "since" that makes it a date."""
QUANTITIES = frozenset("members more some several many number group groups scores".split())
"""Words that stand with the side of those who act: "more than a thousand | Hamas fighters"."""
MAX_GERUND = 16
"""Units back from ", killing" to the verb of its clause."""
MAX_OWNER = 6
"""Units back from a noun for a deed to whoever did it."""
MAX_ASIDE = 12
"""Units of an aside between commas, from the verb behind it."""
MAX_SUBJECT = 13
"""Units back from a verb to its subject."""


@dataclass(frozen=True, slots=True)
class Attack:
    """An attack named at a unit, with the side that made it and the side that it hit, where they are named."""

    at: int
    attacker: str | None
    target: str | None


def find_attacks(units: list[Unit]) -> list[Attack]:
    """The attacks of a sentence that name a side.

    Covers: "an Israeli strike", "Hamas launched an attack on Israel", "killed by Hamas gunmen".
    Must not: "a strike in Gaza" as an attack by Gaza.
    """
    found = []
    for i, unit in enumerate(units):
        if unit.senses.isdisjoint(ATTACKING) and not (unit.cls == "^" and _by_killer(units, i)):
            continue
        attack = Attack(i, _maker(units, i), _aim(units, i))
        if attack.attacker is not None or attack.target is not None:
            found.append(attack)
    return found


def attack_of(units: list[Unit], mention: Mention) -> tuple[str | None, str | None]:
    """The side that caused the casualties of a mention and the side that was hit, where the words name them."""
    if mention.attack is None:
        mention.attack = _read_attack(units, mention)
    return mention.attack


def _read_attack(units: list[Unit], mention: Mention) -> tuple[str | None, str | None]:
    first, last = mention.cue
    doer, begin = None, 0
    if mention.voice == "active":
        gerund = any(u.cls == "g" for u in units[first:last])
        doer = subject_side(units, _main_verb(units, first) if gerund else first)
        if doer is not None and _is_of_a_war(units, first):
            doer = None
        if gerund and doer is None:
            doer, begin = _doer_of_clause(units, first)
    elif is_deed(units, mention):
        doer = _doer_before(units, first)
    attacks = [
        a
        for a in find_attacks(units)
        if not (
            a.at < begin
            or first <= a.at < last
            or _only_dates(units, a.at, first)
            or _tells_who(units, a.at, last)
            or _is_contrasted(units, a.at, first)
            or _is_of_another(units, a.at, min(first, mention.group.first))
        )
    ]
    if doer is not None:  # what others did elsewhere in the sentence is not this deed
        attacks = [a for a in attacks if a.attacker in (None, doer) and not _is_apart(units, a.at, first)]
    if not attacks:
        return doer, None
    best = min(attacks, key=lambda a: (first - a.at if a.at <= first else AFTER_FACTOR * (a.at - first), a.at))
    attacker, target = doer or best.attacker, best.target
    for other in attacks:  # "Hamas launched | an attack on Israel" names the two sides by two words
        begin, end = min(other.at, best.at), max(other.at, best.at)
        if end - begin <= ONE_ATTACK and not any(u.cls in ",;" for u in units[begin:end]):
            attacker, target = attacker or other.attacker, target or other.target
    return attacker, target


def _is_of_a_war(units: list[Unit], verb: int) -> bool:
    """Whether it is a war that killed, and nobody's attack: "Syria's war | has killed 370,000 people"."""
    at = verb - 1
    while at > 0 and units[at].cls in "fb~":
        at -= 1
    return at > 1 and units[at].low in WARS and (units[at - 1].cls in "'J" or units[at - 1].low == "civil")


def fights_rebels(units: list[Unit], mention: Mention, groups: Container[str]) -> bool:
    """Whether those counted are fighters of a group, whom somebody killed: "Turkish troops killed | 5 PKK men".

    Must not: "Russian shells killed | 12 residents", "Turkish jets killed | two Syrian soldiers".
    """
    if mention.voice != "active":
        return False
    counted = [unit.entry for unit in units[mention.group.quantity.last : mention.group.last] if unit.entry is not None]
    if any(entry.side is not None and entry.side not in groups for entry in counted):
        return False
    return any(entry.stance == "insurgent" or (entry.side is not None and entry.group_kind) for entry in counted)


def is_deed(units: list[Unit], mention: Mention) -> bool:
    """Whether the casualty word is a noun for what somebody did: the side before "| massacre of 400" did it.

    Must not: "the Palestinian | deaths", "Russia's | losses", whose the victims are.
    """
    first, last = mention.cue
    return mention.rule == "nominal" and any("deed" in unit.senses for unit in units[first:last])


def _doer_before(units: list[Unit], deed: int) -> str | None:
    """The side before the noun for what it did: "the Russian | massacre", "Hezbollah's | capture"."""
    for i in range(deed - 1, max(-1, deed - MAX_OWNER), -1):
        side = _side(units[i])
        if side is not None:
            return side
        if units[i].cls not in "'YvVXJx":
            return None
    return None


def _tells_who(units: list[Unit], at: int, cue: int) -> bool:
    """Whether an attack only tells who the victims are: "killed | a commander who joined the Hezbollah attack"."""
    return at > cue and any(u.low in ("who", "whom") for u in units[cue:at])


def repelled_side(units: list[Unit], mention: Mention) -> str | None:
    """Who made an attack that was thrown back with losses: "repelled an attack by the | RSF, killing 150 militiamen".

    Must not: "repelled an attack by the RSF, losing 12 men", "an attack by the RSF killed 150".
    """
    first = mention.cue[0]
    if mention.voice != "active" or any(u.cls == "l" for u in units[first : mention.cue[1]]):
        return None
    verb = next((i for i in range(first - 1, -1, -1) if units[i].low in REPELLING), None)
    if verb is None or any(u.cls in ";u" for u in units[verb:first]):
        return None
    made = [a.attacker for a in find_attacks(units[verb:first]) if a.attacker is not None]
    return made[0] if made else None


def struck_by_own(units: list[Unit], number: int) -> bool:
    """Whether those who speak hit something before a number: "its missiles | had hit a barracks, and 60 soldiers died".

    Must not: "Israel | hit its base, and 12 soldiers died", "its base was | hit".
    """
    for i in range(number - 1, 0, -1):
        if units[i].cls in ";u.":
            return False
        if "attack_verb" not in units[i].senses or units[i].cls == "g" or _is_passive(units, i):
            continue
        if units[i].low.split()[0] in AIMLESS:
            return False
        for k in range(i - 1, max(-1, i - 6), -1):
            if units[k].cls in "sd":
                return units[k].low.split()[0] in OWN and units[k].low not in ("his", "her")
            if units[k].cls not in "fw~xvVEYJk":
                return False
        return False
    return False


def _main_verb(units: list[Unit], gerund: int) -> int:
    """The verb whose subject a gerund shares: "Hamas fighters | crossed the border, killing 12"; 0 for none."""
    for i in range(gerund - 1, max(-1, gerund - MAX_GERUND), -1):
        if units[i].cls in ";.:c":
            return 0
        if units[i].cls in "xp" and (units[i].low.endswith("ed") or "attack_verb" in units[i].senses):
            return i
    return 0


def _doer_of_clause(units: list[Unit], gerund: int) -> tuple[str | None, int]:
    """The side of those with whom the clause of a gerund begins, and where that clause begins.

    Covers: "after | Hezbollah fighters crossed the border, killing 12", "| Boko Haram broke into homes, killing 12",
    "accused | Boko Haram of murdering 12". What was told before the clause is another deed.
    """
    begin = next((i + 1 for i in range(gerund - 1, -1, -1) if units[i].cls in ';.:cur-"('), 0)
    at = begin
    while at < gerund and (units[at].cls in "tamqh0~F%" or units[at].low in QUANTITIES):
        at += 1
    if at == gerund:
        return None, 0
    joined = units[gerund - 1].cls in ",&" or units[gerund - 1].cls == "F"
    if not joined:
        return None, 0
    unit = units[at]
    side = _side(unit)
    if side is None or (unit.cls == "R" and not _is_of_army(units, at, gerund)):
        return None, begin if unit.cls in "vV" and begin else 0
    if unit.cls == "S" and units[at + 1].cls == "'" and not _owns_arms(units, at + 2):
        return None, 0
    return side, begin


def _is_apart(units: list[Unit], at: int, verb: int) -> bool:
    """Whether an attack stands in another clause than a verb."""
    begin, end = min(at, verb), max(at, verb)
    return any(u.cls in "ur;" for u in units[begin:end])


def _is_of_another(units: list[Unit], attack: int, at: int) -> bool:
    """Whether a semicolon parts an attack from what another side tells: "killed by Indian fire; India reported | 21".

    Must not: "an Israeli strike hit a school; | 12 were killed", where nobody else begins to speak.
    """
    semicolon = next((i for i in range(at - 1, attack, -1) if units[i].cls == ";"), 0)
    opening = units[semicolon + 1 : min(semicolon + OPENING, at)] if semicolon else []
    return any(unit.cls in "SRP" and unit.entry is not None and unit.entry.side for unit in opening)


def _is_contrasted(units: list[Unit], at: int, verb: int) -> bool:
    """Whether other casualties are set against those of an attack: "Troops killed 27 rebels | while six died"."""
    return at < verb and any(u.low in CONTRASTING for u in units[at:verb])


def _only_dates(units: list[Unit], at: int, cue: int) -> bool:
    """Whether an attack only tells since when, or in return for what, others died.

    Covers: "12 have died since the Hamas | attack", "in retaliation for a Hamas | attack that day".
    Must not: "since the Hamas | attack that killed 12", of which the casualties are; "since Thursday in Turkish |
    strikes".
    """
    for i in range(at - 1, max(-1, at - 1 - MAX_DATE), -1):
        if i and units[i].cls == "/" and units[i - 1].cls in "NU":
            return False
        if units[i].cls in ",;.:cr":
            return False
        if "dating" in units[i].senses:
            return not (at < cue and any(u.cls in "rg" for u in units[at : cue + 1]))
    return False


MAX_INSERTED, MAX_RELATIVE = 8, 18
"""Units of an insertion between commas before a verb, and of one that is a relative clause."""


def _before_aside(units: list[Unit], at: int) -> int:
    """Where an aside between commas begins that parts a subject from its verb; the same unit where there is none.

    Must not: "The raid, Israel said, | cost 12 lives", ", and the rebels, in Kivu, | lost 12".
    """
    if at < 3 or units[at - 1].cls != ",":
        return at
    opening = next((i for i in range(at - 2, max(0, at - MAX_ASIDE), -1) if units[i].cls in ",;.:c"), 0)
    aside = units[opening + 1 : at - 1]
    if not opening or units[opening].cls != "," or any(u.cls in "SR&" for u in aside):
        return at
    return opening


def subject_side(units: list[Unit], verb: int) -> str | None:
    """The side named by the subject of a verb: the last one before it in its clause, if it heads the clause.

    Covers: "Hamas, which | killed 12", "Israel's shelling of Gaza | killed 12", "Israel hit a base and | killed 12".
    Must not: "which Hamas said | killed 12": the speaker is not the doer.
    """
    if verb > 1 and verb + 1 < len(units) and units[verb - 1].cls == units[verb + 1].cls == '"':
        verb -= 1  # "Turkish forces “| neutralised” 12 men"
    start = _before_relative(units, before_joined(units, verb))
    start = before_account(units, start)
    owned: str | None = None
    if start > 0 and units[start - 1].cls == "r":
        return None  # "an assault that | killed 12"
    apposed = _apposed_side(units, start)
    if apposed is not None:
        return apposed
    if units[verb].cls == "l":
        start = _before_aside(units, start)  # "The Russian army, then 14,000 strong, | lost three men"
    if start > 1 and units[start - 1].cls == "d" and units[start - 1].low in OWN and units[start - 2].cls == "&":
        return None  # "the rebels lost 40 men and it | lost six": who speaks
    for i in range(start - 1, max(-1, start - 1 - MAX_SUBJECT), -1):
        unit = units[i]
        if unit.cls in ';.:"cur,-' and not (unit.cls in "cr" and _in_restrictive(units, i + 1)):
            return owned
        side = _side(unit)
        if side is None or _in_restrictive(units, i):
            continue
        before = units[_lead_of(units, i)].cls if i > 0 else ""
        if before == "/" or (before == "t" and i > 1 and units[i - 2].cls == "/"):
            continue
        if before == "]" and units[i + 1].cls == "'":
            continue  # "a strike across the road from | Lebanon's largest hospital"
        if _is_aim(units, i):
            return _side(units[i - 2])
        if unit.cls == "R" and not unit.low.endswith("s") and not _is_of_army(units, i, start):
            continue
        if _are_rebels_at_home(units, i, side):
            return None
        if unit.cls == "S" and units[i + 1].cls == "'" and not _owns_arms(units, i + 2):
            continue
        of = i - 1 if before == "F" else i - 2 if before == "t" and i > 1 and units[i - 2].cls == "F" else 0
        if of:  # "the army of | Israel"; "the shelling of | Gaza" is somebody else's
            counts = units[of - 1].cls == "q" and (of < 2 or units[of - 2].cls not in "/ta")  # "Hundreds of | Taliban"
            owned = owned or (side if counts or units[of - 1].cls in "vVYD" else None)
            continue
        return side
    return owned


def _is_aim(units: list[Unit], at: int) -> bool:
    """Whether a side is named between another one and its attack, which hit it: "Israel's | Gaza offensive".

    Must not: "Israel's | Hamas prisoners", "Lebanon's | Hezbollah attacked".
    """
    if at < 2 or at + 1 >= len(units) or units[at].cls != "S" or units[at - 1].cls != "'":
        return False
    entry, attack = units[at].entry, units[at + 1]
    owner = _side(units[at - 2])
    placed = entry is not None and entry.place_country is not None and owner not in (None, entry.side)
    return placed and attack.cls in "xEk" and not attack.senses.isdisjoint(ATTACKING) and not attack.low.endswith("ed")


def _apposed_side(units: list[Unit], verb: int) -> str | None:
    """The side whose name stands between commas right before a verb: "its largest guerrilla group, | the ELN (X), has".

    Must not: "In Goma, | M23, which", "the army, | police and rebels, killed".
    """
    at = verb - 1
    if at < 3 or units[at].cls != ",":
        return None
    begin = at - 1
    while begin > 0 and units[begin].cls in "tS()X":
        begin -= 1
    if units[begin].cls != "," or begin == 0 or units[begin - 1].cls not in "YxVv":
        return None
    return next((_side(unit) for unit in units[begin + 1 : at] if unit.cls == "S"), None)


def _in_restrictive(units: list[Unit], at: int) -> bool:
    """Whether a unit stands in a relative clause that says which: "Strikes that Israel says hit | Hamas killed"."""
    for i in range(at - 1, max(-1, at - MAX_SUBJECT), -1):
        if units[i].cls in ';.:,"u':
            return False
        if units[i].cls == "r" and units[i].low in ("that", "which"):
            return i > 0 and units[i - 1].cls in "xEkvV"
    return False


def before_account(units: list[Unit], verb: int) -> int:
    """Where an insertion begins that tells by whose account: "Ukrainian forces| , by his account, had lost".

    Covers too: "The Peruvians| , Ecuador's command insists, have lost", "Hamas| , which is banned in the UK, attacked".
    Must not: "Hamas, which Israel said had lost".
    """
    at = verb
    while at > 0 and units[at - 1].cls in "fb~":
        at -= 1
    if at > 2 and units[at - 1].cls in ",-":
        start = next((i for i in range(at - 2, max(-1, at - MAX_INSERTED), -1) if units[i].cls == ","), None)
        if start is not None and (
            units[start + 1].cls in ">^" or units[start + 1].low == "on" or _only_credits(units[start + 1 : at - 1])
        ):
            return start
        for i in range(at - 2, max(0, at - MAX_RELATIVE), -1):
            if units[i].cls in ";.:":
                break
            if units[i].cls == "r" and units[i - 1].cls in ",-" and units[i].low in ("which", "who"):
                return i - 1
    return verb


def _only_credits(insertion: list[Unit]) -> bool:
    """Whether an insertion is no more than who says so: "| he says", "| Ecuador's joint command insists"."""
    return len(insertion) > 1 and insertion[-1].cls == "c" and not any(u.cls in "rc0" for u in insertion[:-1])


def _owns_arms(units: list[Unit], at: int) -> bool:
    """Whether a side owns what can kill: "Israel's | bombardment", "Russia's | army"; not "Guatemala's | volcano"."""
    near = units[at : at + 4]
    return any(u.cls in "vVYD" or "equipment" in u.senses or not u.senses.isdisjoint(ATTACKING) for u in near)


def _before_relative(units: list[Unit], verb: int) -> int:
    """Where the words begin that a relative clause is about: "Hamas| , which has killed"; else the verb itself."""
    at = verb
    while at > 0 and units[at - 1].cls in "fb~":
        at -= 1
    if at == 0 or units[at - 1].low not in ("which", "who"):
        return verb
    at -= 1
    return at - 1 if at > 0 and units[at - 1].cls == "," else at


def before_joined(units: list[Unit], verb: int) -> int:
    """The verb with which one shares its subject: "Israel | hit a Hamas base and killed 12"; else the verb itself."""
    if verb == 0 or units[verb - 1].cls != "&":
        return verb
    for i in range(verb - 2, max(-1, verb - 2 - MAX_SUBJECT), -1):
        if units[i].cls in ";.:,cur":
            return verb
        if units[i].cls in "pyl" or "attack_verb" in units[i].senses or units[i].low.endswith("ed"):
            return i
    return verb


PARTS = frozenset("south north east west southeast southwest northeast northwest central southern northern".split())
"""Words for a part of a country before its name."""


def _side(unit: Unit) -> str | None:
    """The side that a name or an adjective of a side gives."""
    return (unit.entry.side or None) if unit.cls in "RS" and unit.entry is not None else None


def _are_rebels_at_home(units: list[Unit], at: int, side: str) -> bool:
    """Whether an adjective stands before those who rise against that state: "Ugandan | rebels killed two soldiers".

    Must not: "Palestinian | gunmen", whose country has no rebels of its own in the table of wars.
    """
    noun = next((u for u in units[at + 1 : at + 3] if u.cls in "vVY"), None)
    if units[at].cls != "R" or noun is None or noun.entry is None or noun.entry.stance != "insurgent":
        return False
    return has_rebels(side)


def _is_of_army(units: list[Unit], at: int, verb: int) -> bool:
    """Whether an adjective stands before soldiers, a body, arms or an attack: "Russian | troops", "Russian | side".

    Covers: "the Russian | 14th Army".
    """
    while at + 2 < len(units) and units[at + 1].cls == "N":
        at += 1
    if at + 1 >= len(units) or any(u.low in UNMADE for u in units[at + 1 : verb]):
        return False
    serving = [u.low for u in units[at + 1 : verb] if u.low != "armed"][:1]
    if serving and serving[0] in FORMED:
        return True
    return units[at + 1].cls in "vVYDE" or not units[at + 1].senses.isdisjoint(ATTACKING)


def _side_at(units: list[Unit], at: int, reach: int) -> str | None:
    """The side named at a unit, articles and adjectives passed over."""
    for i, unit in enumerate(units[at : at + reach], at):
        side = _side(unit)
        if side is not None:
            return None if _are_rebels_at_home(units, i, side) else side
        if unit.cls not in "tasxXJm":
            return None
    return None


def _maker(units: list[Unit], at: int) -> str | None:
    """Who made the attack: "an Israeli | strike", "Hamas | attacked", "attack | by Hamas gunmen"."""
    if units[at].cls == "^":
        return _side_at(units, at + 1, 4)
    blamed = _blamed(units, at)
    if blamed is not None:
        return blamed
    verb = "attack_verb" in units[at].senses
    if _is_aim(units, at - 1):
        return _side(units[at - 3])
    for i in range(at - 1, max(-1, at - 5), -1):
        unit = units[i]
        side = _side(unit)
        if side is not None and _are_rebels_at_home(units, i, side):
            return None
        if side is not None:
            adjective = unit.cls == "R" and not unit.low.endswith("s")  # "died in | Turkish shelling"
            if adjective and any(u.low in UNMADE for u in units[i + 1 : at + 2]):
                return None
            owns = units[i + 1].cls == "'"  # "killed in | Israel's bombing"
            lead = _lead_of(units, i)
            if i and not (adjective or owns) and units[lead].low in ("on", "against", "in", "of", "into"):
                return None
            if i > 1 and units[i - 1].cls == "t" and units[i - 2].cls == "F":
                return None
            is_place = unit.cls == "S" and unit.entry is not None and unit.entry.place_country
            if is_place and not verb and units[i + 1].cls != "'":
                return None  # "Myanmar village strike" names the place
            return None if verb and (_is_passive(units, at) or _are_victims(units, at)) else side
        if unit.cls not in "xXJN'EvVfb~j":
            break
    for i in range(at + 1, min(at + 5, len(units))):
        if units[i].cls == "^":
            return _agent(units, i + 1)
        if units[i].cls in ",;.c":
            break
    return subject_side(units, at) if verb and not (_is_passive(units, at) or _are_victims(units, at)) else None


def _lead_of(units: list[Unit], at: int) -> int:
    """The unit before a name and what tells its part: "strikes | on eastern Ukraine", "on | east and south Lebanon"."""
    lead = at - 1
    while lead > 0 and (units[lead].cls == "J" or units[lead].low in PARTS):
        lead -= 1 + (units[lead - 1].cls == "&" and lead > 1 and units[lead - 2].low in PARTS)
    return max(0, lead)


def _is_passive(units: list[Unit], at: int) -> bool:
    """Whether a verb of attack is said of those whom it hit: "a convoy was | hit"; not "Turkey was | shelling"."""
    if units[at].low.split()[0].endswith("ing"):
        return False
    at -= 1
    while at >= 0 and units[at].cls in "~n":
        at -= 1
    return at >= 0 and units[at].cls == "b"


def _are_victims(units: list[Unit], at: int) -> bool:
    """Whether those before a participle are counted, and so its victims: "63 Kenyans | killed"."""
    return (
        units[at].cls == "p"
        and units[at - 1].cls in "vR"
        and any(u.cls in "0q" for u in units[max(0, at - 4) : at - 1])
    )


def _blamed(units: list[Unit], at: int) -> str | None:
    """Who is blamed for an attack: "blamed the | strike on Israel", "blamed Israel for the | strike"."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if units[i].cls in ",;.:u":
            return None
        if "blame" in units[i].senses:
            follow = at + 1
            named = _side_at(units, i + 1, 3)
            return named or (
                _side_at(units, follow + 1, 4) if follow < len(units) and units[follow].low == "on" else None
            )
    return None


def _agent(units: list[Unit], at: int) -> str | None:
    """The side in the words after "by"."""
    for i, unit in enumerate(units[at : at + 5], at):
        side = _side(unit)
        if side is not None:
            return None if _are_rebels_at_home(units, i, side) else side
        if unit.cls in "/,;c":
            return None
    return None


def _aim(units: list[Unit], at: int) -> str | None:
    """Whom the attack hit: "attacked Israel", "an assault on southern Israeli towns", "two Israelis were | stabbed"."""
    follow = at + 1
    if _blamed(units, at) is not None:
        return None
    if _is_aim(units, at - 1):
        return _side(units[at - 1])
    if follow < len(units) and units[follow].cls == "/" and units[follow].low in ("on", "against", "into"):
        return _side_at(units, follow + 1, 4)
    if follow < len(units) and units[follow].cls == "F" and "aimed" in units[at].senses:
        return _side_at(units, follow + 1, 4)  # "the shelling of | Gaza"
    if "attack_verb" not in units[at].senses or units[at - 1].cls in "at":
        return None  # "a | targeted Israeli strike"
    if _are_victims(units, at):
        return next((side for unit in units[at - 1 : max(0, at - 4) : -1] if (side := _side(unit)) is not None), None)
    if _is_passive(units, at):
        return subject_side(units, at)
    return _side_at(units, follow, 4) if units[at].low.split()[0] not in AIMLESS else None


def _by_killer(units: list[Unit], at: int) -> bool:
    """Whether a casualty verb or an attack stands shortly before "by": "were killed | by Hamas militants"."""
    return any(u.cls in "pijk" or "neutral_attack" in u.senses for u in units[max(0, at - 5) : at])
