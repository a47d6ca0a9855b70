"""Combatants or civilians: by the noun of the victims, by who lost, what somebody belongs to, who "they" are.

By the noun first (`class_of`); where it leaves that open, by the words around it.
"""

from __future__ import annotations

from facttrack.attacks import before_account, before_joined
from facttrack.candidates import Mention
from facttrack.groups import Group
from facttrack.lexicon import Entry, lexicon
from facttrack.memory import ARMED_GROUPS
from facttrack.units import Unit

__all__ = [
    "CIVILIANS",
    "HOSTAGES",
    "LOSING",
    "MEMBERS",
    "MEN",
    "OF_NOUN",
    "OF_TOLL",
    "PEACEKEEPERS",
    "SUFFERING",
    "beside_casualty",
    "class_of",
    "class_of_band",
    "class_of_loser",
    "class_of_members",
    "class_of_noun",
    "class_of_predicate",
    "class_of_them",
    "joined_noun",
    "losses_before",
    "lost_before",
    "noun_of_them",
    "noun_of_whole",
    "of_phrase",
    "toll_end",
    "toll_start",
]

OF_TOLL = frozenset({"number_of", "put_at", "brought_to"})
"""Rules of mentions whose victims stand behind a number noun: "the number of troops killed"."""
OF_NOUN = frozenset({"losses", "toll", "exceeded", "own_tally", "label", "amount"})
"""Rules of mentions whose victims stand beside a casualty noun: "Russian losses", "the toll among civilians"."""
MEN = frozenset(
    "men man boys lads comrades comrade leader leaders member members personnel volunteer volunteers".split()
)
"""Nouns of those who are soldiers where they are "its" of an army or an armed group, or bear its name."""
TRADES = ("ers", "ists", "ians", "eers", "tors", "sors")
"""Endings of those who are named by what they do, and whom no table has as fighters: "panners", "sunbathers"."""
CIVILIANS = frozenset({"civilian", "civilians"})
ARMED = frozenset("military army security armed paramilitary police rebel".split())
"""Words before a noun that make its people combatants."""
BATTLE = frozenset("military battle battlefield combat army".split())
"""Words beside a casualty noun that make the dead combatants."""
CLASS_OF_ROLE = {"military": "combatant", "emergency": "civilian", "official": "civilian", "media": "civilian"}
"""What a victim is who is named by a role: by the kind of source that the role is."""
HOSTAGES = frozenset("hostage hostages captive captives".split())
"""Nouns of those who are no people of the armed group in the text, which holds them."""
PEACEKEEPERS = frozenset("peacekeeper peacekeepers helmets peacekeeping".split())
"""Nouns of those who serve the United Nations, and no country in the war."""

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


def noun_of_them(units: list[Unit], mention: Mention) -> int | None:
    """The noun of those whom "of them" means behind a verb: "ambushed | jihadists and killed 40 of them"."""
    first, last = mention.group.first, mention.group.last
    if mention.group.head is not None or units[last - 1].low not in ("of them", "of whom"):
        return None
    for i in range(first - 1, max(-1, first - 1 - MAX_THEM), -1):
        unit = units[i]
        speaks = units[i + 1].cls == "c" or (i and units[i - 1].cls == "c")
        if unit.cls == "v" and unit.entry is not None and not (unit.entry.singular or speaks):
            return i
    return None


def class_of_predicate(units: list[Unit], mention: Mention) -> tuple[str, str | None]:
    """The class and the noun of those of whom the sentence says what they were; a noun may leave the class open.

    Covers: "of whom at least 33 | were civilians", "it classifies 263 | as civilians and 80 | as members of the
    forces", "thirteen of the dead | were children", "women accounted for | 40 of them", "ten of them | of the police",
    "78 of them | in uniform". Must not: "five of them | were shot by soldiers", "ten of them | from India".
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
    at = _behind_whole(units, last) if mention.rule in ("predicate_part", "of_number") else last
    last = at if mention.rule == "of_number" else last
    if mention.rule == "of_the_dead" and [u.cls for u in units[at : at + 3]] == ["&", "0", "I"]:
        at = last = at + 3  # "21 of the dead | and 69 of the injured were civilians"
    if not (at < len(units) and (units[at].cls == "b" or units[at].low == "as")):
        if mention.rule not in ("of_the_dead", "of_number", "postposed", "predicate_part") or not mention.part:
            return OPEN, None
        at = next((i for i in range(last, min(last + MAX_PREDICATE, len(units))) if units[i].cls == "b"), len(units))
        if at == len(units) or any(u.cls in ",;.:cu0&" for u in units[last:at]):
            return OPEN, None
    classed = units[at].low == "as"
    for i in range(at + 1, min(at + 6, len(units))):
        unit = units[i]
        follow = units[i + 1].cls if i + 1 < len(units) else "."
        member = unit.low in MEMBERS
        if unit.cls in "vV" and follow not in "vVDkoEY'" and (not classed or member or follow in ",.;&-)"):
            if member:
                return class_of_members(units, i), unit.text  # "two of them were | members of the police"
            return (unit.entry.victim_class or OPEN) if unit.entry is not None else OPEN, unit.text
        if unit.cls not in "tasRSJxXvVm~hb":
            break
    return OPEN, None


def _behind_whole(units: list[Unit], at: int) -> int:
    """The unit behind the figure of which some are told apart: "two | of the 25 | were children"."""
    end = at + 3 if at + 3 < len(units) and units[at].cls == "F" and units[at + 1].cls in "ts" else at
    if end == at or units[end - 1].cls != "0":
        return at
    return end + 1 if units[end].cls == "v" and end + 1 < len(units) else end


def class_of(units: list[Unit], mention: Mention, span: tuple[int, int] | None) -> str:
    """The class of the victims, from their noun; where there is none, from a word beside the casualty noun."""
    group = mention.group
    if group.head is not None and group.letter in "#5":
        found = class_of_noun(units, group.noun, group.head, span)
        noun = joined_noun(units, group) if found == OPEN and units[group.head].cls == "R" else None
        if noun is not None:
            return class_of_noun(units, noun, noun, None)
        return OPEN if _are_of_both(units, group.head, found) else found
    of = noun_of_whole(units, group)
    if of is not None:
        return class_of_noun(units, of, of, None)
    if group.head is not None and group.letter == "K" and " " in units[group.head].low:
        if not BATTLE.isdisjoint(units[group.head].low.split()):
            return "combatant"  # "five American | battle deaths"
        people = lexicon().common_word(units[group.head].low.rpartition(" ")[2])
        if people is not None and people.victim_class in SETTLED:
            return people.victim_class  # "three | missing soldiers"
    if group.quantity.kind == "zero" and units[group.last : group.last + 1] and units[group.last].low in HOSTAGES:
        return "civilian"  # "no | hostage died"
    if mention.rule in OF_NOUN and any(u.low.startswith("civilian ") for u in units[mention.cue[0] : mention.cue[1]]):
        return "civilian"  # "raised the | civilian death toll to 73"
    lost = lost_before(units, mention)
    for unit in beside_casualty(units, mention) if lost is None else units[max(0, lost - 2) : lost]:
        noun = unit.cls in "vV" and unit.low != "official"
        victim_class = unit.entry.victim_class if unit.entry is not None and noun else None
        words = unit.low.split()  # "civilian death toll" may be one form
        if not CIVILIANS.isdisjoint(words) or victim_class == "civilian":
            return "civilian"
        band = unit.cls == "S" and unit.entry is not None and unit.entry.group_kind in ARMED_GROUPS
        plural = band and unit.text.endswith("s") and mention.rule in OF_TOLL  # "the number of | Maoists killed"
        if not BATTLE.isdisjoint(words) or victim_class == "combatant" or plural:
            return "combatant"
    return "unspecified"


def _are_of_both(units: list[Unit], head: int, victim_class: str) -> bool:
    """Whether one number counts soldiers and civilians: "400 civilians | and soldiers", "12 soldiers, police | and aid
    workers".

    Must not: "400 soldiers | and police", "400 civilians | and 12 soldiers", "400 civilians | and the soldiers".
    """
    at, joined = head + 1, False
    if victim_class not in SETTLED:
        return False
    while at + 1 < len(units) and units[at].low in (",", "and") and not joined:
        joined = units[at].cls == "&"
        noun = at + 2 if units[at + 1].cls in "JRx" and at + 2 < len(units) else at + 1
        entry = units[noun].entry
        if units[noun].cls != "v" or entry is None or entry.singular:
            return False
        if entry.victim_class in SETTLED and entry.victim_class != victim_class:
            victim_class = OPEN
        at = noun + 1
    return joined and victim_class == OPEN and (at >= len(units) or units[at].cls in ",.;/ubf")


def noun_of_whole(units: list[Unit], group: Group) -> int | None:
    """The noun of a number of which some are counted: "29 | of the 32 rebels were killed", "6 | of the 8 Maoists"."""
    at, count = group.last, len(units)
    if group.letter != "0" or at + 2 >= count or units[at].cls != "F":
        return joined_noun(units, group)
    at += 2 if units[at + 1].cls in "ts" else 1
    if at + 2 < count and units[at + 1].cls == "'":
        at += 2  # "39 of the ship's | 104 crew members"
    if at >= count or units[at].cls != "0":
        return None
    nouns = range(at + 1, min(at + 4, count))
    return next((i for i in nouns if units[i].cls in "vV" or class_of_band(units[i].entry) == "combatant"), None)


def joined_noun(units: list[Unit], group: Group) -> int | None:
    """The noun that a number shares with the one behind it: "killed 12 | and wounded 30 soldiers".

    Also "nine French | and three Dutch soldiers". Must not: "killed 12 | and 30 soldiers fled", "killed 12 | and
    destroyed 30 tanks", "nine Iraqis | and three Dutch soldiers".
    """
    at, count = group.last, len(units)
    if at + 2 >= count or units[at].cls != "&":
        return None
    adjective = units[at - 1].cls == "R" and not units[at - 1].low.endswith("s")
    if group.letter == "0" and (units[at + 1].cls in "pgyW" or "other_deed" in units[at + 1].senses):
        at += 1
    elif not adjective:
        return None
    number = next((i for i in range(at + 1, min(at + 4, count)) if units[i].cls not in "h~m"), count)
    if number == count or units[number].cls != "0":
        return None
    noun = next((i for i in range(number + 1, min(number + 5, count)) if units[i].cls not in "mJRSYx"), count)
    return noun if noun < count and units[noun].cls in "vV" else None


def class_of_noun(units: list[Unit], noun: int, at: int, span: tuple[int, int] | None) -> str:
    """The class of a noun with what stands before it: "civilian men", "army officers", "members of the police"."""
    head, before = units[at], units[noun:at]
    if any(u.low in CIVILIANS for u in before):
        return "civilian"
    if span is not None and (
        head.low in MEMBERS or (head.low in MEN and units[at + 1 : at + 2] and units[at + 1].cls == "F")
    ):
        for unit in units[at + 1 : span[1]] + of_phrase(units, at + 1):
            if unit.entry is not None and unit.entry.victim_class in ("combatant", "civilian"):
                return unit.entry.victim_class
        whose = class_of_members(units, at)
        if whose != "unspecified":
            return whose
    if head.low in MEN and any(class_of_band(u.entry) == "combatant" for u in before if u.cls in "SBYv"):
        return "combatant"  # "34 al-Qaeda men", "four Frontier Corps men"
    entry = head.entry
    if entry is None:
        if any(class_of_band(u.entry) == "combatant" or u.low in ARMED for u in before):
            return "combatant"
        return "civilian" if head.cls == "x" and head.low.endswith(TRADES) else "unspecified"
    if entry.victim_class:
        if entry.victim_class == "unspecified" and any(
            u.entry is not None and u.entry.victim_class == "combatant" for u in before
        ):
            return "combatant"
        if entry.victim_class != "civilian" and any(u.low in ARMED for u in before):
            return "combatant"
        if entry.stance is None and "person_role" in head.senses and entry.source_kind == "military":
            return "combatant"
        return entry.victim_class
    if "body_role" in head.senses:
        return class_of_band(entry)  # "three Ukrainian | military were killed"
    if "person_role" in head.senses:
        return CLASS_OF_ROLE.get(entry.source_kind or "", "unspecified")
    armed = entry.group_kind in ARMED_GROUPS or entry.group_kind == "authority"
    armed = armed or not PEACEKEEPERS.isdisjoint(head.low.split())  # "two | blue helmets"
    return "combatant" if head.cls == "S" and armed else "unspecified"


def beside_casualty(units: list[Unit], mention: Mention) -> list[Unit]:
    """The units that say who died where the number has no noun of its own.

    Covers: "civilian deaths", "deaths among soldiers", "the number of troops killed", "12 killed, most of them women".
    """
    group, (first, last) = mention.group, mention.cue
    if mention.rule in OF_TOLL:
        return units[toll_start(units, mention) : toll_end(units, mention)]
    if mention.rule == "predicate_part":
        return units[group.last : group.last + 5]
    headed = losses_before(units, group.first) if mention.rule == "postposed" and group.letter == "0" else None
    if headed is not None:
        return units[headed[0] : headed[1]]  # "put | army losses at 25 killed"
    if group.letter == "K" and group.head is not None:
        return units[group.noun : group.head] + of_phrase(units, group.head + 1)
    if mention.rule in OF_NOUN:
        start = first
        while start > 0 and (units[start - 1].cls in "RSJxVv'" or units[start - 1].low in BATTLE) and first - start < 3:
            start -= 1
        end = toll_end(units, mention) if units[last - 1].cls == "L" else last
        return units[start:end] + of_phrase(units, last)  # "the number of wounded | civilians rose to 14"
    if group.part:
        those = group.last < len(units) and units[group.last].low == "those"  # "126 of them | those of children"
        return of_phrase(units, group.last + those)
    return of_phrase(units, last) if group.letter == "0" and last > group.last else []  # "67 dead | of its own forces"


def losses_before(units: list[Unit], at: int) -> tuple[int, int] | None:
    """The words before the noun of losses whose figure a bare number is: "put | Ethiopian losses in May at 25,000"."""
    end = at - 1 if at and units[at - 1].cls == ":" else at
    for i in range(end - 1, max(-1, end - 10), -1):
        if units[i].cls in ",;.:":
            return None
        if units[i].cls in "kL":
            begin = i
            while (
                begin > 0 and i - begin < 4 and (units[begin - 1].cls in "RSJx'tYVvs" or units[begin - 1].low == "own")
            ):
                begin -= 1
            of = len(of_phrase(units, i + 1))  # "casualties of the Russian forces stand at | 67 killed"
            return begin, i + of + 2 if of else i
    return None


def lost_before(units: list[Unit], mention: Mention) -> int | None:
    """The unit at which "had lost" begins before a number that has a casualty word behind it: "lost | 774 killed"."""
    at = mention.group.first - 1
    if mention.rule not in ("postposed", "predicate") or at < 1 or units[at].cls != "l":
        return None
    while at > 0 and units[at - 1].cls in "fb~":
        at -= 1
    return at


def toll_start(units: list[Unit], mention: Mention) -> int:
    """Where the number noun before a casualty word stands: "the | number of Russian soldiers killed"."""
    start = mention.cue[0]
    while start > 0 and "tally_noun" not in units[start].senses and units[start].cls not in ",;.c":
        start -= 1
    return start


def toll_end(units: list[Unit], mention: Mention) -> int:
    """The end of the noun behind a casualty word: "the number of killed | Russian soldiers", else of the word."""
    last = mention.cue[1]
    noun = last
    while noun < len(units) and units[noun].cls in "RSJA":
        noun += 1
    return noun + 1 if noun < len(units) and units[noun].cls in "vV" and noun < mention.group.first else last


def of_phrase(units: list[Unit], at: int) -> list[Unit]:
    """The units of a phrase with "of" or "among" that begins at a unit, without that word."""
    if at < len(units) and (units[at].cls == "F" or units[at].low in ("among", "amongst")):
        end = at + 1
        while end < len(units) and end < at + 5 and (units[end].cls in "tasRSJxXvVYm'" or _joins_sides(units, end)):
            end += 1
        return units[at + 1 : end]
    return []


def _joins_sides(units: list[Unit], at: int) -> bool:
    """Whether "and" stands between two nationalities: "among Israelis | and Palestinians"."""
    return units[at].cls == "&" and units[at - 1].cls == "R" and at + 1 < len(units) and units[at + 1].cls == "R"
