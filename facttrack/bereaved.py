"""Whose losses a silence or denial is about, where its own words say so.

What no word tells here, `silence_sides.py` takes from the figures around, and signs decide.
"""

from __future__ import annotations

from dataclasses import dataclass

from facttrack.lexicon import lexicon
from facttrack.memory import ARMED_GROUPS, Memory
from facttrack.units import Unit
from facttrack.unsaid import Silence

__all__ = ["Bereaved", "bereaved_by"]

KILLING = frozenset(
    "kill kills killed killing murdered massacred slaughtered shot shoot executed hurt wounded injured struck".split()
)
"""Verbs whose object are the victims, where they are not passive."""
ANYBODY = frozenset("anyone anybody people".split())
OWN = frozenset("its his her their our it they he she we".split())
ARMY = frozenset("soldiers troops forces police officers pilots army".split())
MAX_WORDS = 14
"""Units behind the first word of silence in which the victims stand."""


@dataclass(frozen=True, slots=True)
class Bereaved:
    """The side whose losses the words name, or None where they name people of whom the text tells no side."""

    side: str | None
    rule: str


def bereaved_by(units: list[Unit], silence: Silence, side: str | None, memory: Memory) -> Bereaved | None:
    """Whose losses a silence or denial is about, if its words say so; None if they do not.

    Covers: "denied that its troops had killed | any villager", "did not say how many | rebels had been killed",
    "gave no number for | militants killed".
    Must not: "gave no figure for | its fighters killed", "denied reports of losses".
    """
    end = min(max(silence.last, silence.first + MAX_WORDS), len(units))
    end = next((i for i in range(silence.first + 1, end) if units[i].cls in ",.;:u" and i >= silence.last - 1), end)
    verb = _killing(units, silence.first, end)
    noun = _noun(units, silence, verb, end)
    if noun is None:
        return None
    before = _phrase(units, noun, silence.first)
    entry = units[noun].entry
    if any(u.cls in "RS" or u.low == "enemy" for u in (*before, units[noun])):
        return None  # "how many | Yugoslav soldiers", "the enemy's dead": `silence_sides.py` reads names
    if any(u.cls == "s" for u in before):
        return Bereaved(side, "own") if side and _fell(units, silence, noun, end) else None
    fell = (verb is not None and noun < verb) or _fell(units, silence, noun, end)
    if entry is not None and entry.stance == "insurgent" and fell:
        groups = lexicon().groups
        if side in groups and groups[side][0] in ARMED_GROUPS:
            return None
        return Bereaved(memory.armed_group(side, ARMED_GROUPS | {"authority"}), "insurgent")
    if verb is not None and _is_by_source(units, silence.first, verb) and _may_be_anybody(units[noun]):
        return _people(units, silence.first, side, memory)
    if silence.kind == "denial" and verb is None and fell and _may_be_anybody(units[noun]):
        there = _place_behind(units, silence.last)
        return Bereaved(there, "people") if there is not None and there != side else None
    return None


def _place_behind(units: list[Unit], at: int) -> str | None:
    """Where people died who are said to: "denied that civilians were killed | by air strikes in northern Syria"."""
    for i in range(at, min(at + MAX_WORDS, len(units))):
        if units[i].cls in ",.;:c":
            return None
        entry = units[i].entry
        before = units[i - 2] if units[i - 1].cls in "xJ" else units[i - 1]
        if (
            units[i].cls in "AS"
            and entry is not None
            and entry.place_country
            and before.low in ("in", "at", "near", "on")
        ):
            return entry.place_country
    return None


def _people(units: list[Unit], first: int, side: str | None, memory: Memory) -> Bereaved | None:
    """The people of the place at which somebody is said to have killed."""
    here = [u.entry.place_country for u in units[first:] if u.cls in "AS" and u.entry and u.entry.place_country]
    where = here[0] if here else memory.scene() or memory.home()
    if not here and side in memory.places:
        return None  # an army that killed its own people, or others
    return Bereaved(where, "people") if where else None


def _killing(units: list[Unit], first: int, end: int) -> int | None:
    """The verb of killing that is not passive: "that its troops | killed any villager"."""
    for i in range(first + 1, end):
        if units[i].low in KILLING:
            at = i - 1
            while at > first and units[at].cls in "~n":
                at -= 1
            if units[at].cls != "b":
                return i
    return None


def _is_by_source(units: list[Unit], first: int, verb: int) -> bool:
    """Whether it is the speaker or his men of whom a verb of killing is said: "denied that | his men had killed"."""
    if units[verb].low.endswith("ing"):
        return True
    return any((u.cls in "sd" and u.low.split()[0] in OWN) or u.low in ARMY for u in units[first:verb])


def _may_be_anybody(unit: Unit) -> bool:
    """Whether a word is of people who bear no arms, or of whomever: "denied killing | anyone"."""
    return unit.low in ANYBODY or (
        unit.cls in "vV" and unit.entry is not None and unit.entry.victim_class == "civilian"
    )


def _noun(units: list[Unit], silence: Silence, verb: int | None, end: int) -> int | None:
    """The victims of whom the words speak."""
    many = next((i for i in range(silence.first, end) if units[i].low in ("many", "how many")), None)
    start = silence.first + 1
    if many is not None:
        start = many + 1
    elif verb is not None:
        start = verb + 1
    for i in range(start, end):
        if units[i].cls in "vV" or _may_be_anybody(units[i]):
            return i
        if many is not None and units[i].cls in "pijbfw":
            return None
    return None


def _fell(units: list[Unit], silence: Silence, noun: int, end: int) -> bool:
    """Whether it is those of a noun who died: "how many | rebels were shot", "no losses for the | assailants".

    Must not: "rejected as a | guerrilla fabrication", "the | guerrillas' figure", "no nationality for the | gunmen".
    """
    follow = units[noun + 1] if noun + 1 < len(units) else None
    if (
        follow is not None
        and follow.cls in "fw"
        and not any(u.cls == "b" or u.cls in "ij" for u in units[noun + 2 : noun + 4])
    ):
        return False  # "denied that his | men had fired"
    if follow is not None and (
        follow.cls in "pijkbfw" or (follow.cls == "'" and any(u.cls in "kLojs" for u in units[noun + 2 : noun + 3]))
    ):
        return True
    at = noun - len(_phrase(units, noun, silence.first)) - 1
    if at < silence.first or units[at].low not in ("among", "of", "for", "to", "on"):
        return False
    return any(units[i].cls in "kLj" or "figure" in units[i].senses for i in range(max(silence.first, at - 2), at))


def _phrase(units: list[Unit], noun: int, first: int) -> list[Unit]:
    """The words of a noun phrase before its noun."""
    at = noun
    while at > first + 1 and units[at - 1].cls in "tasRSJxXmvF0qeh'nzZ":
        at -= 1
    return units[at:noun]
