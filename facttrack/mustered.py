"""Whose the dead are by the line or the sentence above: a heading over a list, those of whom some are told of."""

from __future__ import annotations

from collections.abc import Sequence

from facttrack.candidates import Mention
from facttrack.memory import Memory
from facttrack.units import Unit

__all__ = ["by_heading", "some_of_those_before"]

FOES = frozenset("enemy adversary occupier occupiers aggressor".split())
"""Words of a heading over the losses of the other side."""
ENDS = frozenset(".?!")
"""Classes with which a sentence ends, and no heading."""
MAX_LOSER = 2
"""Units of "of the Eritrean" behind "losses"."""
MAX_NOUN = 4
"""Units from the number of a force to its noun: "4,500 French and Malian | troops"."""


def by_heading(heading: Sequence[Unit], source_side: str | None, memory: Memory) -> tuple[str | None, str]:
    """The side whose losses a line lists and the rule that says so, by the line over it; an empty rule if it does not.

    Covers: "Enemy losses in three days of battle:", "Losses of the enemy (army count)", "Our casualties:", "SUNSET –
    ENEMY LOSSES, 23 FEBRUARY", "Casualties of the Eritrean side (Ethiopian estimate)". Must not: "Losses of the day:",
    "The enemy attacked at dawn.", "Losses at Badme (Eritrean estimate):".
    """
    if not heading or heading[-1].cls in ENDS:
        return None, ""
    noun = next((i for i, unit in enumerate(heading) if unit.cls in "kL"), None)
    if noun is None:
        return None, ""
    if any(unit.low in FOES or (unit.entry is not None and unit.entry.stance == "enemy") for unit in heading):
        return memory.enemy_of(source_side) if source_side else None, "enemy_noun"
    if source_side and any(unit.cls == "s" and unit.low.startswith("our") for unit in heading):
        return source_side, "own_noun"
    beside = heading[noun - 1 : noun] if noun else []
    if noun + 1 < len(heading) and heading[noun + 1].cls == "F":  # "casualties of | the Eritrean side"
        beside = [*beside, *heading[noun + 2 : noun + 2 + MAX_LOSER]]
    named = next((unit for unit in beside if unit.cls in "RS"), None)
    if named is None or named.entry is None or named.entry.side is None:
        return None, ""
    return named.entry.side, "named"


def some_of_those_before(before: Sequence[Unit], mention: Mention) -> tuple[str | None, str | None]:
    """The side and the class of "12 of them", of whom the sentence before tells how many there are.

    Covers: "4,500 French troops stay in the Sahel. | Thirteen of them died in November".
    Must not: "French troops fired at the crowd. | Thirteen of them died", "40 French troops and 30 rebels met",
    "Hezbollah killed 12 soldiers. | Two of them died in hospital".
    """
    size = mention.group.quantity.best
    if mention.group.first or not mention.group.part or mention.group.head is not None or not size:
        return None, None
    found = 0
    told: tuple[str | None, str | None] = None, None
    for i, unit in enumerate(before):
        if unit.cls != "v" or unit.entry is None:
            continue
        at = next((k for k in range(i - 1, max(-1, i - 1 - MAX_NOUN), -1) if before[k].cls == "0"), None)
        if at is None or (before[at].value or 0) <= size:
            return None, None
        named = before[at + 1 : i]
        side = next((u.entry.side for u in reversed(named) if u.cls in "RS" and u.entry is not None), None)
        if side is None:
            return None, None
        found += 1
        told = side, unit.entry.victim_class
    return told if found == 1 else (None, None)
