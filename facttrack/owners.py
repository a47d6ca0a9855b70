"""Whose the dead are by "their own" and "its": of who speaks, or of whom he speaks."""

from __future__ import annotations

from facttrack.attacks import subject_side
from facttrack.candidates import Mention
from facttrack.memory import Actor
from facttrack.units import Unit

__all__ = ["OWNED", "has_lost", "is_of_rebels", "owns_figure", "theirs"]

FIGURES = frozenset("estimate estimates count counts figure figures tally".split())
"""Nouns of what a source owns that counts others: "its estimate of militants killed"."""
OWNED = ',.;:)vVkjpF-"&'
"""Classes of what may follow "their own" that says whose the dead are; not "by their own | explosives"."""


def is_of_rebels(units: list[Unit], number: int) -> bool:
    """Whether the subject of the verb before a number is who rises against a state: "the attackers left | 15"."""
    for i in range(number - 1, max(-1, number - 6), -1):
        if units[i].cls in ",;.:c0&":
            return False
        entry = units[i].entry
        if units[i].cls in "vV" and entry is not None:
            return entry.stance == "insurgent" and (i == 0 or units[i - 1].cls not in "F/^s")
    return False


def theirs(units: list[Unit], owner: Unit, number: int, source: Actor | None) -> str | None:
    """Whose "their" soldiers are whom one person counts: "the Russians, he said, had lost 300 of | their men".

    Must not: "the Russians killed 12 of | their men, they said", where they who speak mean their own.
    """
    if not owner.low.startswith("their") or source is None or source.plural:
        return None
    if not (source.person or source.pronoun == "he"):
        return None
    for i in range(number - 1, 0, -1):
        entry = units[i].entry
        if units[i].cls in ";." or units[i].low in ("killing", "killed"):
            return None
        if units[i].cls in "RS" and entry is not None and entry.side and units[i - 1].cls == "t":
            plural = units[i].cls == "R" and units[i].low.endswith(("s", "ese", "ch", "sh"))
            return entry.side if plural and units[i + 1].cls not in "vVYxkE" else None
    return None


def owns_figure(units: list[Unit], owner: Unit) -> bool:
    """Whether what somebody owns is a figure, and not who died: "raised | its own estimate of slain militants"."""
    at = next((i for i, unit in enumerate(units) if unit is owner), len(units))
    return at + 2 < len(units) and units[at + 1].low in FIGURES and units[at + 2].cls == "F"


def has_lost(units: list[Unit], mention: Mention) -> bool:
    """Whether somebody else than before is named who lost them: "5,900 Russians died and Ukraine had lost | 61,207"."""
    at = mention.group.first - 1
    return at > 0 and units[at].cls == "l" and subject_side(units, at) is not None
