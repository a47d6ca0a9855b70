"""Voices of no side: who speaks for nobody, though the words beside them name a country or a group."""

from __future__ import annotations

from facttrack.memory import Actor
from facttrack.units import Unit

__all__ = ["FORMER", "MEDICS", "STATE_KINDS", "is_close_to", "is_mere_source", "speaks_for_nobody"]

FORMER = frozenset("former ex retired onetime ousted deposed".split())
"""Words before an office that somebody no longer holds."""
OPPOSITION = "opposition"
AGAINST = frozenset("critics critic opponents opponent foes detractors".split())
"""Those who speak against the body that stands behind them: "critics of the government"."""
PRIVATE = frozenset("airline airlines airways shipowner shipowners insurer insurers".split())
"""Firms that bear the name of a country more often than they speak for it."""
HOSPITALS = frozenset({"hospital", "hospitals"})
"""Houses whose people count the dead for no government, "hospital officials" apart."""
MEDICS = frozenset(
    "doctor doctors medic medics nurse nurses surgeon surgeons paramedic paramedics rescuer rescuers "
    "volunteer volunteers".split()
)
"""Those who treat the wounded: of their people, and not for its state, unless a body of it is named."""
HELPERS = frozenset(
    ["rescue worker", "rescue workers", "gravedigger", "gravediggers", "ambulance driver", "ambulance drivers"]
)
"""Those who carry the dead and wounded, and speak of what they saw."""

RED_CROSS = frozenset(["red cross", "red crescent", "icrc", "international committee of the red cross"])
"""Names of a body that takes no side, wherever its people are."""
STATE_KINDS, PRIVATE_KINDS = frozenset({"official", "military", "emergency"}), frozenset({"monitor", "unnamed"})
"""Kinds of the bodies that speak for a state, and of those that do not: "the president of the bar association"."""
CLOSENESS = frozenset(
    [
        *("close to", "linked to", "linked with", "tied to", "affiliated with", "affiliated to", "associated with"),
        *("aligned with", "allied with", "allied to", "sympathetic to", "supportive of", "loyal to", "familiar with"),
    ]
)
"""Words by which a source is near somebody, and so does not speak for them."""


def is_close_to(units: list[Unit], first: Actor, second: Actor) -> bool:
    """Whether a medium or a source is only near the body behind it, for which it does not speak.

    Covers: "a website close to | the militia", "two sources linked to | the army". Must not: "rebels linked to | X",
    "a spokesman close to | X".
    """
    if first.kind not in ("media", "unnamed") or first.pronoun or second.pronoun or first.document:
        return False
    gap = units[first.last : second.first]
    return 1 <= len(gap) <= 2 and " ".join([unit.low for unit in gap]) in CLOSENESS


MERE_SOURCES = frozenset(["sources", "a source", "some sources", "several sources", "reports", "some reports"])
"""Who or what tells without a word of whose."""


def is_mere_source(actor: Actor) -> bool:
    """Whether somebody is "sources", "a source" or "reports" and nothing else; not "the source", named before."""
    return actor.kind in (None, "unnamed") and actor.text.lower() in MERE_SOURCES


def speaks_for_nobody(units: list[Unit], head_end: int, in_group: bool) -> bool:
    """Whether somebody speaks for no state, though they have or had an office in one, or bear its name.

    Covers: "former prime minister X", "a retired Serb general", "an opposition lawmaker", "the opposition party X",
    "critics of the government",
    "Malaysia Airlines", "hospital sources in Brazzaville", "a rescue worker", "the Red Cross delegate", "the
    Committee for Peace and Justice". Must not:
    "FARC's former commanders" (`in_group`), "his former commander", "the opposition's military spokesman", "the
    industry minister and a former governor", "hospital officials".
    """
    if in_group or units[0].cls == "s":
        return False
    kinds = {u.entry.source_kind for u in units if u.cls in "YB" and u.entry is not None}
    if kinds.isdisjoint(STATE_KINDS) and (
        (kinds & PRIVATE_KINDS and head_end < len(units) and not any(u.cls in "RSP" for u in units))
        or (not kinds and any(u.low in MEDICS for u in units[:head_end]))
    ):
        return True
    if head_end < len(units) and units[head_end].cls == "F" and units[head_end - 1].low in AGAINST:
        return True
    if (
        head_end < len(units)
        and units[head_end].cls == "F"
        and any(u.low in RED_CROSS and u.cls in "BY" for u in units[head_end : head_end + 3])
    ):
        return True  # "the head | of the Red Cross in Goma"
    for i, unit in enumerate(units[:head_end]):
        if unit.cls == "&":
            return False
        first, _, rest = unit.low.partition(" ")
        if first.startswith("ex-") or first in FORMER:
            return any(u.cls in "DPXvV" or "person_role" in u.senses for u in units[i:])
        if first.endswith("in-exile"):
            return True  # "the Tibetan government-in-exile"
        if first == OPPOSITION and (rest or (i + 1 < len(units) and units[i + 1].cls != "'")):
            return not any(u.entry is not None and u.entry.source_kind == "military" for u in units)
        if unit.low in RED_CROSS and unit.cls in "BY":
            return True
        if unit.low == "committee" and unit.text == "Committee" and i + 1 == head_end < len(units):
            # not "the Committee of State Security of Belarus"
            return units[head_end].low == "for" or not any(u.cls in "RSP" for u in units)
        last = unit.low.rpartition(" ")[2]
        if last in PRIVATE or unit.low in HELPERS:
            return True
        if first in HOSPITALS and not last.startswith("official") and not any("ministry" in u.low for u in units):
            return True  # not "the health ministry's hospitals director"
    return False
