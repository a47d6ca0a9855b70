"""Where: the place of a clause, and of a number that has a place of its own."""

from __future__ import annotations

from facttrack.actors import lies_beyond
from facttrack.attacks import ATTACKING
from facttrack.candidates import Mention
from facttrack.lexicon import lexicon
from facttrack.memory import Memory
from facttrack.units import Unit

__all__ = ["RULED", "Place", "fronted", "place_after", "place_of", "place_there"]

Place = tuple[str, str | None]
"""A place as written, and its country where the tables know it."""

IN_PLACE = frozenset(
    "in at near on around outside inside from across over of to south-east north for against throughout".split()
)
"""Words before a place where something can have happened."""
BEFORE_UNKNOWN = frozenset("in at near outside".split())
"""Words before a name that no table knows which make it a place."""
AT_WHOM = frozenset("on against for to".split())
"""Words before a state that make it somebody, not a place: "the attacks on Israel"."""
BEFORE_FACTOR = 2
"""How much farther than one after it a place before the number counts as being."""
OTHER_CLAUSE, NO_COUNTRY, RELATIVE_CLAUSE = 20, 6, 12
"""Units by which a place counts as farther: beyond a stop, of unknown country, in a relative clause of its own."""
QUARTERS = frozenset("district neighbourhood neighborhood quarter suburb".split())
"""Words behind the name of a part of a town, which may be that of a town elsewhere."""
FEW_MENTIONS = 2
"""Mentions of a country up to which a place of two countries is taken for one of the rest of the text."""


FRONTING = frozenset("in at near across outside inside".split())
"""Words before a place with which a sentence begins."""
RULED = ("-held", "-controlled", "-ruled", "-occupied", "-run")
"""Ends of words that say who rules a place: "in government-held | Syria"."""
MEETING = frozenset("met meet talks summit negotiations".split())
"""Words before a place where people only meet, who may come from anywhere."""


def place_of(units: list[Unit], at: int, end: int, spoken: tuple[int, int], memory: Memory) -> Place | None:
    """The place of a clause as written, with its country: the nearest after the number, else the nearest before.

    `spoken` are units that tell where the source speaks.

    Covers: "12 died | in Kharkiv", "in the city of Mariupol", "north of Aleppo", "in Hostomel", which no table knows.
    Must not: "In Geneva the UN said", "the UN office said in Geneva", "Hamas, which is banned in the UK,".
    """
    found: list[tuple[int, str, str | None, bool]] = []
    for i, unit in enumerate(units):
        capital = unit.cls == "R" and i + 1 < len(units) and units[i + 1].low == "capital"  # "in the Yemeni capital"
        if (unit.cls not in "ASX" and not capital) or i == 0 or spoken[0] <= i < spoken[1] or not _is_place(units, i):
            continue
        country = unit.entry.place_country if unit.entry is not None else None
        if capital and unit.entry is not None:
            country = _land_of(unit.entry.side)
        if "seat" in unit.senses and country != memory.home():
            continue  # where bodies and courts sit that speak of other countries: "told the council in Geneva"
        if i > 1 and units[i - 1].low == "in" and units[i - 2].low in MEETING and country != memory.home():
            continue  # "38 have died, officials said as the two leaders met in | Malaysia"
        if country is not None and _is_quarter(units, i) and _is_strange(country, memory):
            country = memory.home()  # "in the Jadida | district", in a text about Mosul and not Morocco
        distance = i - end if i >= end else (at - i) * BEFORE_FACTOR
        if any(u.cls in ";." for u in units[min(i, end) : max(i, at)]):
            distance += OTHER_CLAUSE
        if country is None:
            distance += NO_COUNTRY
        if _in_relative(units, i, at):
            distance += RELATIVE_CLAUSE
        found.append((distance, _name_at(units, i), country, unit.cls == "S"))
    if not found:
        return None
    found.sort(key=lambda item: item[0])
    text = found[0][1]
    country = found[0][2] or next((c for _, _, c, _ in found if c), None)
    if country is not None and not found[0][3] and memory.places[country] <= FEW_MENTIONS:
        # A name that stands in two countries ("the Yarmouk district of Khartoum") is where the rest of the text is.
        home = memory.home()
        if any(c == home for _, _, c, _ in found):
            country = home
    return text, country


def _is_quarter(units: list[Unit], at: int) -> bool:
    """Whether a name is that of a part of a town: "the Jadida | district"."""
    return at + 1 < len(units) and units[at + 1].low in QUARTERS


def _is_strange(country: str, memory: Memory) -> bool:
    """Whether a text names a country nowhere but by a place or two, and is about another."""
    named = memory.sides[country] or memory.places[country] > FEW_MENTIONS
    return memory.home() not in (None, country) and not named


def _land_of(side: str | None) -> str | None:
    """The country of a capital that a side has or holds: "the Yemeni | capital", "the Houthi-held | capital"."""
    countries = lexicon().groups[side][1] if side in lexicon().groups else (side,)
    return countries[0] if len(countries) == 1 else None


def _is_place(units: list[Unit], at: int) -> bool:
    """Whether a name stands where something can have happened."""
    unit = units[at]
    if lies_beyond(units, at):
        return False  # "near the | Chad border"
    back = at - 1
    while back > 0 and (units[back].cls in "tAXJRm" or units[back].low.endswith(RULED)) and at - back < 4:
        back -= 1
    if not _leads_to_place(units, back):
        return False
    if back > 0 and units[back - 1].cls == "c" and units[back].cls == "/":
        return False
    if unit.cls == "S":
        if unit.entry is None or unit.entry.place_country is None or units[back].low in AT_WHOM:
            return False
        if at + 2 >= len(units) or units[at + 1].cls != "'" or units[at + 2].cls in "AX":
            return True
        own = units[at + 2].entry  # "in Libya's | Tripoli", not "in Israel's | Gaza offensive"
        return own is not None and own.place_country == unit.entry.place_country
    if unit.cls == "X":
        if units[back].low not in BEFORE_UNKNOWN:
            return False
        return not (at + 1 < len(units) and units[at + 1].cls in "vVDYcE")
    return True


def _leads_to_place(units: list[Unit], at: int) -> bool:
    """Whether a unit is a preposition of place: "in", "north of", "in the outskirts | of"."""
    unit = units[at]
    if unit.cls in "/h" and unit.low in IN_PLACE:
        return True
    if unit.cls == "/":
        return unit.low.endswith(" of")
    return (
        unit.cls == "F"
        and at > 1
        and units[at - 1].cls in "xEX"
        and any(u.cls == "/" for u in units[max(0, at - 4) : at - 1])
    )


def place_there(units: list[Unit], cue: int, before: list[Unit]) -> Place | None:
    """The place that the sentence before ends with, of those who died "there": "… in Rwanda. 500,000 were killed |".

    `cue` is the unit behind the casualty verb. Must not: "there were | 12 dead", "12 were killed, there being no".
    """
    if cue >= len(units) or units[cue].low != "there" or not (cue + 1 == len(units) or units[cue + 1].cls in ".,;/N"):
        return None
    for unit in reversed(before):
        if unit.cls == "S" and unit.entry is not None and unit.entry.place_country:
            return unit.text, unit.entry.place_country
    return None


def fronted(units: list[Unit]) -> int:
    """The unit of the place with which a sentence begins, "In | Quetta, gunmen killed 40"; 0 if it begins otherwise."""
    if units[0].low not in FRONTING:
        return 0
    return next((i for i, u in enumerate(units[1:5], 1) if u.cls in "AS" and u.entry and u.entry.place_country), 0)


def place_after(units: list[Unit], mention: Mention, far: bool = False) -> str | None:
    """The country of a place right after the number: "20,000 in Turkey and over 3,500 | in Syria".

    With `far`, also right after a casualty verb behind it: "9,000 people have been killed | in Gaza".
    """
    at = mention.group.last
    if far and mention.rule == "predicate" and mention.cue[0] >= at:
        at = mention.cue[1]
    if at < len(units) and units[at].cls in "pj":
        at += 1
    if at + 1 < len(units) and units[at].cls == "/" and units[at].low in ("in", "at", "near"):
        for i, unit in enumerate(units[at + 1 : at + 4], at + 1):
            if unit.cls in "AS" and unit.entry is not None and unit.entry.place_country:
                follow = units[i + 1] if i + 1 < len(units) else None
                deed = unit.cls == "S" and follow is not None and not follow.senses.isdisjoint(ATTACKING)
                acts = deed or (follow is not None and follow.cls == "'")
                return None if acts else unit.entry.place_country  # "killed in | Israel's bombing", "in | US strikes"
            if unit.cls not in "tJxXm":
                return None
    return None


def _in_relative(units: list[Unit], place: int, number: int) -> bool:
    """Whether a place stands in a relative clause without the number: "Hamas, which is banned in the UK,"."""
    start = place
    while start > 0 and units[start].cls not in ",;.":
        start -= 1
    if start + 1 >= len(units) or units[start].cls != "," or units[start + 1].low not in ("which", "who", "where"):
        return False
    end = place
    while end < len(units) and units[end].cls not in ",;.":
        end += 1
    return not start < number < end


def _name_at(units: list[Unit], at: int) -> str:
    """The whole name of which a unit is the first or a later word: "the Black | Sea"."""
    if units[at].cls != "X":
        return units[at].text
    first, last = at, at + 1
    while first > 0 and units[first - 1].cls == "X":
        first -= 1
    while last < len(units) and units[last].cls == "X":
        last += 1
    return " ".join(unit.text for unit in units[first:last])
