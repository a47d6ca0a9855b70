"""Which attribution governs a figure, and who is the subject of a verb, such as one of not telling.

The innermost credited speaker is the source; the outlet through which it came is `via`. What no attribution governs is
the outlet's own voice.
"""

from __future__ import annotations

from facttrack.asides import is_beside, kin_of
from facttrack.memory import Actor, Memory
from facttrack.scene import Attribution
from facttrack.subjects import OPENS, subject_before
from facttrack.units import Reading, Unit
from facttrack.unlisted import find_unknown

__all__ = ["AUXILIARIES", "FINDING", "find_subject", "govern", "quoted_behind_colon"]

FINDING = frozenset("found find discovered recovered retrieved collected".split())
"""Verbs by which those whom a speaker sends count the dead for him."""
OWN_ACCOUNTS = frozenset(["by_account", "account_by", "according_to"])
"""Rules whose words stand beside the very figure that they tell of."""
FIRST_DATA = ("preliminary ", "initial ", "the preliminary ", "the latest data", "latest data")
"""Beginnings of what is cited without an owner."""
AUXILIARIES = frozenset("has have had did does do would will".split())
"""Verbs before the subject in "nor | has Kigali"."""
MAX_BESIDE = 6
"""Units between a figure and "according to" behind it."""


def find_subject(
    reading: Reading, verb: int, actors: list[Actor], attributions: list[Attribution], memory: Memory
) -> Actor | None:
    """The actor that is the subject of the verb group at a unit.

    Covers: "the ministry | has not said", "officials who | declined", "X confirmed the raid, but | gave no figure".
    Must not: "nobody | said".
    """
    units, at = reading.units, verb
    if units[at].low in ("nor", "neither") and at + 1 < len(units) and units[at + 1].low in AUXILIARIES:
        behind = next((a for a in actors if a.first in (at + 2, at + 3)), None)
        if behind is not None:
            return memory.resolve(behind)
    if at > 1 and units[at - 1].low == "to" and units[at - 2].low.startswith("continu"):
        at -= 2  # "the ministry | continues to conceal"
    while at > 0 and units[at - 1].cls in "bfwn~":
        at -= 1
    found = next((a for a in actors if a.last == at and a.pronoun in ("he", "it", "they")), None)
    if found is not None:
        said = next((a for a in attributions if a.last == found.first and a.forward and not a.actor.pronoun), None)
        if said is not None and found.pronoun != "they":
            return said.actor  # "the Kremlin said it | had no details"
    found = found or subject_before(units, reading.classes, at, actors)
    if found is None and at > 0 and units[at - 1].low in ("who", "which"):
        found = next((a for a in reversed(actors) if a.last in (at - 1, at - 2)), None)
    if found is None and at > 0 and units[at - 1].cls in ",&u":
        governing = [a for a in attributions if a.first <= at and not (a.backward and not a.forward)]
        governing = [a for a in governing if a.rule != "tally_of"]  # "it looks into the report and | has no details"
        if governing:
            return governing[-1].actor
        for actor in reversed(actors):
            lead = actor.first - 1
            if (
                actor.last < at
                and (lead < 0 or units[lead].cls in OPENS)
                and (actor.kind not in (None, "witness") or actor.side)
            ):
                found = actor
                break
    if found is None:
        found = find_unknown(reading, at, alone=False)
    return memory.resolve(found) if found is not None else None


def quoted_behind_colon(attributions: list[Attribution], units: list[Unit], at: int) -> Attribution | None:
    """Who speaks in a quotation behind a colon, whatever verb leads to it: "X denied it: “| Not one man has died.”"."""
    opens = next((i for i in range(at - 1, 0, -1) if units[i].cls == '"'), 0)
    if not opens or units[opens - 1].cls != ":":
        return None
    before = [said for said in attributions if said.last < opens and said.actor.last <= said.last < opens]
    return before[-1] if before else None


def govern(
    attributions: list[Attribution], reading: Reading, at: int, end: int, active: bool = False
) -> Attribution | None:
    """The attribution that governs the units from `at` to `end`, or None for the outlet's own voice.

    `active` says that the clause tells of its own doer ("; floods killed 56"): such a clause after a semicolon does not
    go on with the speaker before it.
    """
    if not attributions:
        return None
    units = reading.units
    left = max((i for i in range(at) if units[i].cls == ";"), default=-1)
    right = next((i for i in range(end, len(units)) if units[i].cls == ";"), len(units))
    inside = [
        a
        for a in attributions
        if left < a.first < right
        or (a.rule == "signed" and a.last >= len(units) - 1)
        or (a.rule == "pointed" and a.first == right + 1)
    ]
    if len(inside) > 1 and any(map(_is_first_data, inside)):
        spoken = govern([a for a in attributions if not _is_first_data(a)], reading, at, end, active)
        if spoken is not None:
            return spoken  # "The governor said that, according to preliminary data, 12 died"
    kin = kin_of(units, at)
    before = [a for a in inside if a.forward and a.last <= end and a.first <= at]
    if active or any(u.cls in "pij" for u in units[at : end + 3]):
        before = [a for a in before if not is_beside(units, a.last, at)]
    if kin is not None:  # "hailed by the | widows of the 34 miners shot dead"
        before = [a for a in before if not a.actor.first <= kin < a.actor.last]
    after = [a for a in inside if a.backward and a.first >= end - 1]
    nearest = max(before, key=lambda a: a.last, default=None)
    if nearest is not None and _is_left(units, nearest.last, at):
        nearest = None
    follow = min(after, key=lambda a: a.first, default=None)
    if nearest is not None and follow is not None:
        between = units[nearest.last : at]
        joined = nearest.rule in OWN_ACCOUNTS and all(u.cls in "&,~h" for u in between)
        against = nearest.rule == "counted" and any(u.low in ("against", "compared with", "to") for u in between)
        if (joined or against) and follow.first == end and follow.rule in OWN_ACCOUNTS:
            return follow  # "13 by its own account and 42 | by Israel's"
        beside = follow.rule == "according_to" and not follow.actor.media and follow.first - end < MAX_BESIDE
        if beside and nearest.rule == "said" and not any(u.cls in ',;:&cr("' for u in units[end : follow.first]):
            return follow  # "says the offensive, which has killed 23,000 people | according to the ministry, is …"
        if nearest.rule == "label" and follow.rule in ("said", "according_to", "counted"):
            return follow  # "HATHRAS: 121 died, the commissioner | said"
        counted = nearest.rule == "counted" or _are_finders(units, nearest)
        passes = follow.rule == "according_to" and nearest.actor.side is None and nearest.actor.kind == "emergency"
        told = counted and (follow.rule == "said" or passes) and not follow.actor.media
        if nearest.rule in OWN_ACCOUNTS and follow.actor.media and not nearest.actor.media:
            return nearest  # "According to the mayor, 12 died, and 30 were hurt, | the agency reports"
        return follow if told or _is_new_clause(units[nearest.last : at]) else nearest
    if nearest is not None or follow is not None:
        return nearest or follow
    if left >= 0 and not active:
        return max((a for a in attributions if a.first <= left), key=lambda a: a.last, default=None)
    return None


def _is_first_data(made: Attribution) -> bool:
    """Whether nobody's data are cited, for which whoever speaks answers: "according to | preliminary data"."""
    return (
        made.rule == "according_to"
        and made.actor.side is None
        and made.actor.kind in ("unnamed", None)
        and made.actor.text.lower().startswith(FIRST_DATA)
    )


def _are_finders(units: list[Unit], said: Attribution) -> bool:
    """Whether who is named finds the dead, and tells nothing: "Search teams | found 23 bodies"; not "found that"."""
    verb = said.last - 1
    finds = said.rule == "said" and units[verb].low in FINDING and verb >= said.actor.last
    return finds and all(unit.low != "that" for unit in units[verb + 1 : verb + 2])


COMPARED = frozenset("compared against opposed".split())
"""Words behind "as" by which a figure is held against another one."""


def _is_left(units: list[Unit], start: int, at: int) -> bool:
    """Whether the outlet speaks again: "Russia says missiles hit officers | as death toll rises to 34"."""
    ends = any(
        u.low == "as"
        and u.cls == "u"
        and units[start + i + 1].cls not in "pj0hqGF"
        and units[start + i + 1].low not in COMPARED
        for i, u in enumerate(units[start : at - 1])
    )
    return ends and not any(u.cls == "r" for u in units[start:at])


def _is_new_clause(between: list[Unit]) -> bool:
    """Whether a new clause begins between a speaker and a number: "…, and 12 died, B said"."""
    return any(u.cls == "u" or (u.cls == "&" and i and between[i - 1].cls == ",") for i, u in enumerate(between))
