"""Armed groups that go unnamed: who speaks for the group or the rebels of a text, and who serves in no army."""

from __future__ import annotations

import re
from itertools import pairwise

from facttrack.units import Unit
from facttrack.voices import FORMER

__all__ = [
    "BAND_OWNERS",
    "BAND_WORDS",
    "are_rebels",
    "is_no_soldier",
    "is_of_some_band",
    "serves_breakaway",
    "serves_rebels",
    "speaks_for_band",
]

BAND_WORDS = frozenset("group movement organisation organization outfit faction party front militia".split())
"""Words that go on with the armed group or the monitor that was named last."""
BAND_OWNERS = BAND_WORDS | {"gang", "militia", "rebels", "insurgents", "guerrillas", "separatists", "jihadists"}
"""The same as the owner of a body or an office: "the group's military wing", "the gang's leader"."""
UNNAMED_BANDS = frozenset(
    ["armed group", "armed groups", "resistance", "local resistance", "resistance forces", "resistance group"]
) | {"resistance groups", "resistance fighters"}
"""Bodies that are the armed group of the text."""
OF_REBELS = frozenset(
    "rebel rebels guerrilla guerrillas insurgent insurgents separatist separatists militant breakaway secessionist "
    "secessionists".split()
)
"""Words before a role or a body of the armed group of the text: "a guerrilla commander", "the rebel-run ministry"."""
REBELLIOUS = re.compile("|".join(sorted(OF_REBELS | {"armed", "resistance"})))
"""What stands in any phrase that names an armed group by no name of its own."""
STATELETS = frozenset(["enclave", "statelet"])
TERRITORIES = frozenset("region republic territory enclave statelet state province".split())
BROKEN_AWAY = frozenset(
    "breakaway separatist secessionist self-proclaimed self-declared unrecognised unrecognized rebel".split()
)
"""Words before a land by which it is one that broke away from a state."""
CREEDS = frozenset("islamist jihadist jihadi extremist terrorist salafist militant armed".split())
LINKED = ("-linked", "-affiliated", "-aligned", "-inspired")
"""Endings of words that tell whom a group follows: "al-Qaida-linked"."""
FOLLOWING = frozenset("group groups movement faction factions outfit cell".split())
"""What is an armed group behind such a word."""


def speaks_for_band(units: list[Unit]) -> bool:
    """Whether somebody speaks for the group of a text: "a group | spokesman", "a spokesman for the | group".

    Must not: "a spokesman for a | group of miners", "the group's spokesman", whom `_continue` knows.
    """
    if len(units) < 2 or not any(u.cls == "D" or (u.cls == "V" and "person_role" in u.senses) for u in units):
        return False
    if units[-1].cls == "D":
        return units[-2].low in BAND_WORDS and units[-1].text.islower()
    return units[-1].low in BAND_WORDS and units[-2].cls == "t" and len(units) > 3 and units[-3].cls in "F/"


def serves_rebels(units: list[Unit]) -> bool:
    """Whether somebody is, or speaks for, the armed group of a text, and for no state.

    Covers: "a guerrilla | commander", "an al-Qaida-linked | group", "Islamist | groups in Mali".
    Must not: "former rebel | leaders", "a UN-linked | agency".
    """
    for before, unit in pairwise(units):
        if unit.low in FOLLOWING and (before.low in CREEDS or before.low.endswith(LINKED)):
            return True
    text = " ".join([unit.low for unit in units])
    if REBELLIOUS.search(text) is None:
        return False
    words = [word.partition("-")[0] for word in text.split()]
    if "armed" in words and "opposition" in words:
        return True
    if any(u.cls in "YD" and u.low in UNNAMED_BANDS for u in units):
        return True
    return not OF_REBELS.isdisjoint(words[:-1]) and FORMER.isdisjoint(words)


def serves_breakaway(units: list[Unit]) -> bool:
    """Whether somebody speaks for a land that broke away, which the text names elsewhere.

    Covers: "the enclave's | ombudsman", "the army of the breakaway | region", "officials of the self-proclaimed |
    republic". Must not: "the region's | governor", "a doctor from the enclave".
    """
    for i, unit in enumerate(units):
        if unit.low in STATELETS or (unit.low in TERRITORIES and i and units[i - 1].low in BROKEN_AWAY):
            owns = i + 1 < len(units) and units[i + 1].cls in "'YD"
            if owns or any(one.cls == "F" for one in units[max(0, i - 3) : i]):
                return True
    return False


def is_of_some_band(units: list[Unit]) -> bool:
    """Whether an armed group is one that the text does not name: "a rescuer from a rival | armed group"."""
    at = next((i for i, u in enumerate(units) if u.cls in "YD" and u.low in UNNAMED_BANDS), 0)
    while at > 0 and units[at - 1].cls in "xJRE":
        at -= 1
    return at > 0 and units[at - 1].cls == "a"


def are_rebels(units: list[Unit]) -> bool:
    """Whether those who speak are rebels of a nation: "Ugandan | rebels", "South Sudanese | rebels"."""
    entry = units[-1].entry
    return units[-1].cls in "vV" and entry is not None and entry.stance == "insurgent"


def is_no_soldier(unit: Unit) -> bool:
    """Whether a noun is of somebody who serves in no army: "a national", "a woman"."""
    return unit.entry is not None and unit.entry.victim_class in ("civilian", "unspecified")
