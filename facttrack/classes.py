"""Combatants or civilians, where a figure's noun does not say: by who lost, what somebody belongs to, who "they" are.

`victims.py` asks here only where the victims' own noun leaves it open.
"""

from __future__ import annotations

from facttrack.attacks import before_account, before_joined
from facttrack.candidates import Mention
from facttrack.lexicon import Entry
from facttrack.memory import ARMED_GROUPS
from facttrack.units import Unit

__all__ = [
    "LOSING",
    "MEMBERS",
    "SUFFERING",
    "class_of_band",
    "class_of_loser",
    "class_of_members",
    "class_of_predicate",
    "class_of_them",
]

LOSING = frozenset("lost losing loses lose buried buries mourned mourns mourn".split())
"""Casualty words whose subject is the side of the dead."""
SUFFERING = frozenset("suffered suffers suffer suffering sustained sustains incurred taken took".split())
"""Verbs whose subject has the casualties."""
TAKING_LOSSES = SUFFERING | {"had", "have", "has", "lost", "losing", "loses", "lose"}
"""The same, and those behind which a number with a casualty word stands: "the army | had 243 dead"."""
MEMBERS = frozenset("members member personnel staff".split())
"""Nouns whose class is that of the body to which they belong."""
UNARMED = frozenset("monitor media international".split())
"""Kinds of bodies whose members and staff bear no arms."""
OPEN, SETTLED = "unspecified", ("combatant", "civilian")
MAX_SUBJECT = 9
"""Units from a verb back to the noun that is its subject."""
MAX_WHOSE = 7
"""Units behind "members" in which the body stands."""
MAX_THEM = 30
"""Units from "of them" back to those who are meant."""
MAX_RELATIVE = 9
"""Units from "of whom" back to those who are meant."""
MAX_PREDICATE = 8
"""Units from a number to the verb that says what those were whom it counts."""


def class_of_band(entry: Entry | None) -> str:
    """What somebody is who belongs to what a word names: to an army, an armed group, an agency, a medium."""
    if entry is None:
        return OPEN
    if entry.victim_class in SETTLED:
        return entry.victim_class or OPEN
    if entry.group_kind in ARMED_GROUPS or (entry.group_kind == "authority" and "side_name" in entry.senses):
        return "combatant"
    if entry.source_kind == "military" and not entry.senses.isdisjoint(("body_role", "body_name")):
        return "combatant"
    return OPEN


def class_of_members(units: list[Unit], head: int) -> str:
    """The class of members and staff by the body to which they belong.

    Covers: "members of the | armed forces", "34 members of the | Kurdistan Workers' Party", "staff of the | World Food
    Programme". Must not: "members of the same | family", "members of | parliament", "members, the army said".
    """
    if head + 1 >= len(units) or units[head + 1].cls != "F":
        return OPEN
    for unit in units[head + 2 : head + 2 + MAX_WHOSE]:
        if unit.cls in ",;.:cpijbfw0ur^/":
            return OPEN
        if unit.low.startswith("security "):
            return "combatant"  # "members of the National | Security Service"
        found = class_of_band(unit.entry)
        if found != OPEN:
            return found
        if unit.cls in "YB" and unit.entry is not None and unit.entry.source_kind in UNARMED:
            return "civilian"
    return OPEN


def class_of_loser(units: list[Unit], mention: Mention) -> str:
    """The class of casualties without a noun by who has them: the subject of losing and suffering.

    Covers: "the army | suffered 23 casualties", "the brigade | lost 120 dead and wounded", "Ukrainian forces, by his
    account, | had lost 2,870 killed", "the garrison | had 40 wounded". Must not: "the raid on the army | had 40 dead",
    "Russia | lost 40", "the army said that Russia | had lost 40".
    """
    first = mention.group.first
    if first and (units[first - 1].low in TAKING_LOSSES or units[first - 1].cls == "l"):
        verb = first - 1
    elif mention.cue[1] <= first and any(u.low in LOSING for u in units[mention.cue[0] : mention.cue[1]]):
        verb = mention.cue[0]
    else:
        return OPEN
    verb = before_joined(units, verb)
    while verb > 0 and units[verb - 1].cls in "fb~l":
        verb -= 1
    verb = before_account(units, verb)
    for i in range(verb - 1, max(-1, verb - 1 - MAX_SUBJECT), -1):
        unit = units[i]
        if unit.cls in ",;.:curpijyk0D'":
            return OPEN
        if unit.cls not in "vYBS" or _is_governed(units, i):
            continue
        if unit.entry is not None and unit.entry.group_kind == "authority":
            return OPEN  # it rules a country, whose people these may be
        return OPEN if class_of_band(unit.entry) == "civilian" else class_of_band(unit.entry)
    return OPEN


def _is_governed(units: list[Unit], at: int) -> bool:
    """Whether a noun hangs on a preposition: "the men of the | army", "the attack on the | base"."""
    while at > 0 and units[at - 1].cls in "tasRSJxXvV'":
        at -= 1
    return at > 0 and units[at - 1].cls in "F/^T"


def class_of_them(units: list[Unit], mention: Mention) -> str:
    """The class of "them" and "whom", who were named before in the sentence.

    Covers: "militants attacked a base, and 12 | of them were killed", "32 gunmen came, of whom | 29 were killed",
    "clashed with smugglers, killing | five of them". Must not: "protesters clashed with police, and 12 | of them were
    hurt", where it may be either.
    """
    first = mention.group.first
    relative = first > 0 and units[first - 1].low in ("of whom", "among whom")
    whom = relative or units[mention.group.last - 1].low in ("of whom", "among whom")
    found = OPEN
    for i in range(first - 1, max(-1, first - 1 - (MAX_RELATIVE if whom else MAX_THEM)), -1):
        unit = units[i]
        if (whom and unit.cls in ".ok") or (unit.cls == "0" and units[i + 1].cls in "pj,.bf"):
            return OPEN  # "53 wounded were there, seven | of them in a coma"
        entry = unit.entry
        if unit.cls not in "vVY" or entry is None or entry.singular or (unit.cls == "Y" and whom):
            continue
        if units[i + 1].cls == "c" or (i and units[i - 1].cls == "c"):
            continue  # "the police said", "told reporters": who speaks is not who died
        this = class_of_band(entry) if unit.cls == "Y" else entry.victim_class or OPEN
        if whom or mention.voice == "active":
            return this
        if found not in (OPEN, this) or this == OPEN:
            return OPEN
        found = this
    return found


def class_of_predicate(units: list[Unit], mention: Mention) -> tuple[str, str | None]:
    """The class and the noun of those of whom the sentence says what they were; a noun may leave the class open.

    Covers: "of whom at least 33 | were civilians", "it classifies 263 | as civilians", "thirteen of the dead | were
    children", "women accounted for | 40 of them", "ten of them | from the police", "78 of them | in uniform". Must not:
    "five of them | were shot by soldiers", "ten of them | from India".
    """
    first, last = mention.group.first, mention.group.last
    if first > 2 and units[first - 1].low == "for" and units[first - 2].low in ("accounted", "accounting", "account"):
        entry = units[first - 3].entry
        if units[first - 3].cls == "v" and entry is not None and entry.victim_class == "civilian":
            return "civilian", units[first - 3].text  # forces may have killed those for whom they account
    if mention.part and last + 1 < len(units) and units[last].low in ("from", "in"):
        if units[last].low == "in":
            return ("combatant", "") if units[last + 1].low == "uniform" else (OPEN, None)
        whose = (class_of_band(u.entry) for u in units[last + 1 : last + 5] if u.cls in "vYSB")
        return ("combatant", "") if next(whose, OPEN) == "combatant" else (OPEN, None)
    at = last
    if not (at < len(units) and (units[at].cls == "b" or units[at].low == "as")):
        if mention.rule not in ("of_the_dead", "postposed", "predicate_part") or not mention.part:
            return OPEN, None
        at = next((i for i in range(last, min(last + MAX_PREDICATE, len(units))) if units[i].cls == "b"), len(units))
        if at == len(units) or any(u.cls in ",;.:cu0&" for u in units[last:at]):
            return OPEN, None
    classed = units[at].low == "as"
    for i in range(at + 1, min(at + 6, len(units))):
        unit = units[i]
        follow = units[i + 1].cls if i + 1 < len(units) else "."
        if unit.cls in "vV" and follow not in "vVDkoEY'" and (not classed or follow in ",.;&-)"):
            return (unit.entry.victim_class or OPEN) if unit.entry is not None else OPEN, unit.text
        if unit.cls not in "tasRSJxXvVm~hb":
            break
    return OPEN, None
