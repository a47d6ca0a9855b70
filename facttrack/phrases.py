"""Noun phrases that may name a source: where one begins, which word is its core, and what hangs on it."""

from __future__ import annotations

import re

from facttrack.units import Unit

__all__ = ["PHRASE", "VIEWING", "find_phrase", "has_role"]

OF_DEAD = frozenset(f"of the {who}" for who in ("dead", "victims", "missing", "deceased", "wounded", "injured"))
MAX_CORE = 14
"""Units in which the core of a phrase must end."""
NAMING = frozenset({"named", "called"})
"""Words between somebody and a name."""
MAX_PHRASE = 24
"""Units after which nothing more is attached."""
MAX_LOOSE = 3
"""Words that no table knows before a core: "the little-known northern command"."""
CORE = frozenset("DYBPSQXVvR")
"""Classes that can be the core: roles, bodies, people, sides, documents, names, victims."""
INSIDE = frozenset("RSXPBADYQVvJmUEKo'HWjpkc")
STARTS = INSIDE | frozenset("tasx0zqe~hd")
INNER = frozenset("JmUEHWKo'A")
"""Classes that a phrase runs over on the way to its core."""
PHRASE = re.compile(
    r"d|(?:t0(?=[xJ]{0,2}[DY])|[tas0zqh])?(?:F[ts])?"
    r"(?:[JmUEHWKo'AN]|x(?='?[xJXm'RAUE]{0,2}[DYBPSQvVc]))*[DYBPSQXVvRc]"  # up to the core
)
"""Where a phrase can begin at all, over class letters: `find_phrase` finds one at some of these places, at no other."""
VIEWING = frozenset(["seen by", "obtained by", "reviewed by", "examined by", "viewed by", "acquired by"])
"""What outlets do with documents and lists of others, which come through them: "a memo | seen by the agency"."""
ATTACHING = frozenset("for at in with from on near inside".split())
NOT_IN_PHRASE = frozenset(
    "took went came left began ran held met sent hit struck won fought told said made got kept saw knew became fled "
    "there here so what how why whose will".split()
)


def find_phrase(units: list[Unit], at: int) -> tuple[int, int] | None:
    """The units of a noun phrase that begins at a unit, and of the of-phrases and for-phrases that belong to it.

    Covers: "he", "Russia's Defence Ministry", "two of its officers", "the ministry's own count", "a spokesman for the
    General Staff in Kyiv", "the prime minister's crisis centre".
    Must not: "wounded", "in the east".
    """
    if at >= len(units):
        return None
    first = units[at]
    if first.cls not in STARTS:
        return None
    if first.cls == "d":
        return (at, at + 1) if "pronoun" in first.senses else None
    if not _can_begin(units, at):
        return None
    core = _core(units, at)
    if core < 0:
        return None
    end = _with_owned(units, core + 1)
    end = _with_attached(units, at, end, core)
    end = _with_second(units, end, core)
    if end < len(units) and units[end].low == "there" and units[core].cls in "DYv":
        end += 1
    if end + 1 < len(units) and units[end].low in OF_DEAD and units[core].cls in "vV" and units[end + 1].cls in "cfw":
        end += 1  # "relatives | of the dead say"
    return at, end


MISSIONS = frozenset("mission delegation representation".split())
"""Bodies that are sent to somebody: "the republic's mission | to the Joint Centre"."""
PLATFORMS = frozenset("telegram facebook twitter instagram youtube vkontakte".split())
"""Where somebody says something, and of which nobody is."""
TITLES = frozenset("Dr. Dr Mr. Mr Mrs. Mrs Ms. Ms Prof. Professor Sir".split())
OUTLETS = frozenset("agency channel website newspaper radio television statement office".split())
"""Last words of a phrase behind which the name of a side is that of somebody else."""


def has_role(unit: Unit) -> bool:
    """Whether a word names a role that can speak, victims such as "police" among them."""
    return unit.cls in "YDQ" or (unit.cls in "vV" and not unit.senses.isdisjoint(("person_role", "body_role")))


def _can_begin(units: list[Unit], at: int) -> bool:
    """Not with "missile |" before a name, which begins a phrase of its own, nor with "his |" before a verb."""
    cls = units[at].cls
    following = units[at + 1].cls if at + 1 < len(units) else None
    if cls == "Q" and units[at].low.endswith("ing") and at and has_role(units[at - 1]):
        return False  # "officials | briefing Indian media"
    if cls in "UEKH":
        ranked = at + 2 < len(units) and following is not None and following in "VD" and units[at + 2].cls in "PX"
        thing = cls == "E" and following == "S" and units[at].low.endswith("s") and units[at].text.islower()
        return following is None or not (following in "PX" or ranked or thing)  # "whose figures | Israel disputes"
    if cls in "ta" and following is not None and following in "UEKH" and at + 3 < len(units):
        return not (units[at + 2].cls in "VD" and units[at + 3].cls in "PX")  # "into the assault | Colonel Saranga"
    if (cls == "0" and following == "U") or (cls == "U" and following is not None and following in "vD"):
        return False  # "For two days | officials had insisted"
    if cls == "s":
        return following is not None and (following in INSIDE or following == "x")
    return not _is_on_a_side(units, at)


def _is_on_a_side(units: list[Unit], at: int) -> bool:
    """Whether a phrase only says that somebody else follows: "On | the other side Tajikistan's ministry says"."""
    side = next((i for i in range(at, min(at + 3, len(units))) if units[i].low == "side"), None)
    if side is None or side + 1 >= len(units) or any(u.cls not in "tmx" for u in units[at:side]):
        return False
    return units[side + 1].cls in "SP" and any(u.low == "on" for u in units[max(0, side - 3) : side])


def _core(units: list[Unit], at: int) -> int:
    """The last word of the core of a phrase that begins at a unit, or -1 where it has none."""
    count = len(units)
    first = units[at]
    determined = first.cls in "tas"
    start = at
    if determined or first.cls in "0zqh":
        start += 1
        if first.cls in "0qz" and start + 1 < count and units[start].cls == "F" and units[start + 1].cls in "ts":
            start += 2  # two of | the
            determined = True
    if first.cls == "t" and start + 1 < count and units[start].cls == "0" and _is_role_next(units, start + 1):
        start += 1  # "the two | airlines"
    core, loose = -1, 0
    for i in range(start, min(count, at + MAX_CORE)):
        cls = units[i].cls
        if cls == "U" and core < 0 and _is_person_next(units, i + 1):
            break  # "Last week | Zelenskyy said"
        if cls in CORE:
            if _is_another(units, at, i, core):
                break
            if not _is_adjective(units, i):
                core = i
        elif cls in "cjpk":
            if not _is_document(units, at, i, core, determined):
                break
            core = i
        elif cls == "x":
            owned = i > 0 and (units[i - 1].cls == "'" or (core >= 0 and units[core + 1].cls == "'"))
            if loose >= MAX_LOOSE or not (determined or core < 0 or owned):
                break
            named = units[i].text[0].isupper() and i > at and i + 1 < count and units[i + 1].cls == "X"
            if not (named or _core_follows(units, i + 1) or _document_follows(units, i, first)):
                break  # but "the | Popular Front"
            if _looks_verb(units[i]) and not (i == at + 1 and first.cls in "ta") and units[i - 1].low != "only":
                break
            loose += 1
        elif cls == "N":
            if not (determined and core < 0) and not (i + 1 < count and units[i + 1].cls in "DYQ"):
                break
        elif (
            core < 0
            and units[i].low in ("same", "only")
            and i
            and units[i - 1].cls in "ts'"
            and _core_follows(units, i + 1)
        ):
            continue  # "the | same headquarters", "the town's | only hospital"
        elif cls in INNER:
            if cls == "'" and core < 0 and units[i - 1].cls not in "xUENA":
                break
        elif not (cls == "&" and (_joins_roles(units, i) if core == i - 1 else _joins_adjectives(units, i, core))):
            break
    return core


def _is_person_next(units: list[Unit], at: int) -> bool:
    """Whether a person stands at a unit, with or without an office: "| Zelenskyy", "| Governor Ahmed Ali"."""
    names = units[at : at + 2]
    if not names or names[0].cls == "P":
        return bool(names)
    return names[0].cls in "DV" and len(names) > 1 and names[1].cls in "PX" and names[1].text[0].isupper()


def _is_role_next(units: list[Unit], at: int) -> bool:
    """Whether a role stands behind at most two adjectives: "two | senior officials"; not "12 | soldiers"."""
    found = next((unit for unit in units[at : at + 3] if unit.cls not in "xJ"), None)
    return found is not None and found.cls in "DY"


def _is_another(units: list[Unit], at: int, i: int, core: int) -> bool:
    """Whether a core word begins another phrase: "the ministry | Russian", "the statement | Putin"."""
    if core < 0:
        return False
    unit, before = units[i], units[core]
    if unit.cls == "P":
        return core == i - 1 and before.cls == "Q"
    if unit.cls == "S" and core == i - 1 and units[at].cls == "a" and before.cls in "Qc":
        return True  # "a claim | Phnom Penh rejected"
    if unit.cls == "S" and core == i - 1 and before.cls == "Q" and before.low.endswith("s") and i + 1 < len(units):
        return units[i + 1].cls in "fwbli"  # "British intelligence estimates | Russia has lost"
    if unit.text in TITLES:
        return before.cls in "YB" and units[i - 1].cls != "'"  # "At Dohuk's hospital | Dr. Kifah Mohammed"
    if unit.cls == "Q" and unit.low.endswith("ing") and core == i - 1 and before.cls in "vVD" and has_role(before):
        return True  # "Officials | briefing Indian media spoke of"
    if unit.cls == "S" and core == i - 1 and before.low in OUTLETS:
        return True  # "Through its Amaq agency | Islamic State"
    return (
        unit.cls in "RS"
        and before.cls in "DYVv"
        and i > at + 1
        and units[i - 1].cls != "'"
        and not (unit.cls == "S" and unit.entry is not None and bool(unit.entry.group_kind))
    )


def _is_adjective(units: list[Unit], i: int) -> bool:
    """Whether "official" stands before what is counted: "the | official toll"; and "| local and state officials"."""
    if units[i].low == "local" and i + 1 < len(units) and units[i + 1].cls == "&":
        return i == 0 or units[i - 1].cls not in "at"
    if units[i].low != "official" or i + 1 >= len(units):
        return False
    after = units[i + 1]
    if after.cls in "RYx" and _core_follows(units, i + 1):
        return True  # "the | official Ethiopian news agency"
    return after.cls in "LkK" or not after.senses.isdisjoint(("figure", "account", "tally_noun"))


def _is_document(units: list[Unit], at: int, i: int, core: int, determined: bool) -> bool:
    """Whether "report", "claims", "count" is the noun: "the ministry's count", not "the ministry claims"."""
    if units[i].cls != "c" or "document_role" not in units[i].senses or not (determined or core == i - 1):
        return False
    if i + 1 < len(units) and units[i + 1].cls in "DYBPVv" and determined and core < 0:
        return False
    if i and units[i - 1].cls in "SYB":  # "a UN | report says"; not "the rebels | report 12 dead"
        that = units[at].cls == "a" and i + 2 < len(units) and units[i + 1].cls == "r" and units[i + 2].cls in "0hqta"
        follows = that or (i + 1 < len(units) and units[i + 1].cls in "cbf/>")
        # "Court records | show", "army records | seen by the agency"
        return follows and (not units[i].low.endswith("s") or units[i + 1].cls == "c" or units[i + 1].low in VIEWING)
    if _document_follows(units, i - 1, units[at]):
        return True
    if i and units[i - 1].cls == "R" and units[i - 1].low.endswith("s") and units[i].low in ("claim", "report"):
        return False  # "the Russians | claim that"
    return i == 0 or units[i - 1].cls in "tas'JR" or units[i - 1].low == "own"


def _document_follows(units: list[Unit], at: int, first: Unit) -> bool:
    """Whether a word that no table knows stands between an article and a document: "a | previous document from".

    Must not: "the shopkeepers | report 12 dead", "the group | claims".
    """
    if units[at].cls != "x" or first is not units[at - 1] or first.cls not in "tas" or at + 2 >= len(units):
        return False
    noun, low = units[at + 1], units[at].low
    document = noun.cls == "c" and "document_role" in noun.senses and not noun.low.endswith("s")
    return document and units[at + 2].cls in "cbf/]>" and (low.endswith("ous") or not low.endswith(("s", "ed", "ing")))


def _joins_roles(units: list[Unit], at: int) -> bool:
    """Whether "and" stands between two roles: "prime minister and defence minister"."""
    return at + 1 < len(units) and units[at].low in ("and", "&") and has_role(units[at + 1]) and has_role(units[at - 1])


def _joins_adjectives(units: list[Unit], at: int, core: int) -> bool:
    """Whether "and" stands between two words before one core: "medical | and military sources"."""
    before = units[at - 1] if at > 0 else None
    joins = before is not None and (before.cls in "xJR" or before.low == "local")
    return joins and core < 0 and _core_follows(units, at + 1)


def _core_follows(units: list[Unit], at: int) -> bool:
    """Whether one of the next words is a core, of what is owned one of three: "the state | 's top police chief"."""
    owned = at < len(units) and units[at].cls == "'"
    for unit in units[at : at + 3 + owned]:
        if unit.cls in "DYBPSQ" or has_role(unit):
            return True
        if unit.cls not in "xJXm'RAUE" and not (unit.cls == "V" and unit.text[0].isupper()):
            return False  # "the pro-Moscow | Chechen premier"
    return False


def _looks_verb(unit: Unit) -> bool:
    if unit.low == "acting":
        return False  # "said | acting army chief Gen. Sanchez"
    return (unit.low.endswith(("ed", "ing")) and "-" not in unit.low) or unit.low in NOT_IN_PHRASE


def _with_owned(units: list[Unit], end: int) -> int:
    """The end with what the core owns: "the prime minister | 's crisis centre"."""
    count = len(units)
    if end >= count or units[end].cls != "'":
        return end
    stop = end + 1
    while stop < count and stop < end + 4 and units[stop].cls in "xEJ" and not _looks_verb(units[stop]):
        stop += 1
    if stop == end + 1 or (stop < count and units[stop].cls in "vVk"):
        return end
    return stop


def _with_attached(units: list[Unit], at: int, end: int, core: int) -> int:
    """The end with what hangs on the core: "| of the General Staff", "| at the AAPP", "| for the junta"."""
    count = len(units)
    end = _with_name(units, end)
    if end + 3 < count and units[end].cls == "(" and units[end + 2].cls == ")" and units[end + 3].cls == "F":
        short = units[end + 1].text  # "the Ministry of Health | (MoH) of Sudan"
        end += 3 if sum(map(str.isupper, short)) > 1 and units[core].cls in "YBV" else 0
    while end < count and end < at + MAX_PHRASE and _attaches(units, end, core):
        near, within = units[end].cls in "/]", units[end].cls == "F"
        if near and end + 1 < count and units[end + 1].low in PLATFORMS:
            break  # "the press service | on Facebook" said it there
        if end + 1 < count and units[end + 1].cls == "A":
            end += 2
            named = end + 1 < count and units[end].cls in "XJR" and units[end + 1].cls == "Y"
            if named or (end < count and (units[end].cls == "Y" or units[end].low == "police")):
                # "a doctor at Dambulla | hospital", "Colonel Hassan of Basra | police"
                end += 1 + named  # "at Sweida | National Hospital"
            elif end < count and units[end].cls == "'":
                end = _with_its_body(units, end)
            continue
        inner = find_phrase(units, end + 1)
        if inner is None or units[end + 1].cls in "d0":
            stop = end if near else _loose_end(units, end)
            if stop == end:
                break
            end = stop
            continue
        if near and units[inner[1] - 1].cls == "N":
            break
        end = _with_compound(units, inner[1])
        while end < count and units[end].cls == "A" and units[end - 1].cls == "X":
            end += 1  # "mayor of Puerto | Libertad"
        if (
            near
            and end + 1 < count
            and units[end].low == "and"
            and units[end + 1].cls in "ASX"
            and units[end - 1].cls in "ASX"
        ):
            end += 2
            end += end < count and units[end].cls == "Y"  # "doctors at the Treichville and Cocody | hospitals"
        elif (
            near
            and units[core].cls in "DYV"
            and end + 1 < count
            and units[end].cls == "'"
            and units[end + 1].cls in "AX"
        ):
            end += 2  # "in Papua New Guinea | 's Enga province"
            end += end < count and units[end].cls == "x" and not _looks_verb(units[end])
        elif within and end + 1 < count and units[end].low == "and" and units[end + 1].cls == units[end - 1].cls == "X":
            stop = end + 1  # "the School of Economics | and Political Science"
            while stop < count and units[stop].cls == "X":
                stop += 1
            end = stop if stop < count and units[stop].cls in "cf" else end
    tail = units[end : end + 4]  # "the press centre of the Joint Forces Operation | (JFO) headquarters"
    if [unit.cls for unit in tail[:1] + tail[2:]] == ["(", ")", "Y"] and tail[1].text.isupper():
        end += 4
    return end


def _with_its_body(units: list[Unit], end: int) -> int:
    """The end with what a place has: "the Sultan of Dar Masalit | 's office", "a medic at Nyala | 's main hospital"."""
    body = end + 1
    while body < len(units) and body < end + 4 and units[body].cls in "xXRJAh":
        body += 1
    return body + 1 if body < len(units) and units[body].cls in "YBD" else end


def _with_name(units: list[Unit], end: int) -> int:
    """The end with the name of somebody whom no table knows: "a mason | named Nasreddine", "a nurse called Amina".

    Must not: "a spokesman | called Clark's estimate preposterous".
    """
    if end + 1 >= len(units) or units[end].low not in NAMING:
        return end
    stop = end + 1
    while stop < len(units) and units[stop].cls in "XPA" and stop < end + 4:
        stop += 1
    is_owner = stop < len(units) and units[stop].cls == "'"
    return stop if stop > end + 1 and not is_owner else end


def _with_compound(units: list[Unit], end: int) -> int:
    """The end with nouns that no table knows behind a name: "of the UN | mine centre in Tyre"."""
    stop = end
    while stop < len(units) and stop < end + 3 and units[stop].cls in "xE" and not _looks_verb(units[stop]):
        stop += 1
    named = units[end - 1].cls in "SBR" and stop > end
    return stop if named and stop < len(units) and units[stop].cls in "/c,F" else end


def _attaches(units: list[Unit], end: int, core: int) -> bool:
    """Whether a preposition after a phrase belongs to it: "of" always, others by the core."""
    cls = units[end].cls
    if cls == "F":
        return True
    if cls == "T":
        sent = units[core].cls in "DV" or units[core].low in MISSIONS
        return sent and end + 1 < len(units) and units[end + 1].cls in "tsRSBP"
    return cls in "/]" and units[core].cls in "DYQVvx" and units[end].low in ATTACHING


def _loose_end(units: list[Unit], end: int) -> int:
    """The end of an of-phrase without a core ("of bereaved families"); the same end where there is none."""
    count = len(units)
    if end + 2 >= count or units[end + 1].cls not in "tasxJ":
        return end
    stop = end + 1
    while stop < count and stop < end + 6 and units[stop].cls in "tasxJEUm'A":
        stop += 1
    return stop


def _with_second(units: list[Unit], end: int, core: int) -> int:
    """The end with a second role joined by "and": "the governor of Kandahar province | and military officials"."""
    if end + 1 < len(units) and units[end].low == "and" and units[end - 1].cls in "xAEX" and units[core].cls in "DYVv":
        more = find_phrase(units, end + 1)
        if more is not None and any(has_role(unit) for unit in units[end + 1 : more[1]]):
            return more[1]
    return end
