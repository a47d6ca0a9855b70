"""Figures that a sentence mentions in passing: beside who speaks, or when, and not as what is said."""

from __future__ import annotations

from collections.abc import Sequence

from facttrack.candidates import Mention
from facttrack.units import Unit

__all__ = ["end_of_aside", "is_beside", "is_dated", "kin_of", "passes_on"]

BEFALLING = frozenset("pigyj")
"""Classes of words by which people die, are hurt or taken."""
BREAKING = frozenset(',;:cG"(')
"""Classes of what ends a clause, or is told in it."""
PASSING = frozenset("who whose which where when".split())
"""Words with which a clause begins that says something in passing."""
KIN = frozenset(
    "widows friends relatives families parents mothers fathers wives children lawyers memory funeral funerals graves "
    "killers murderers".split()
)
"""Who and what stands for the dead before "of the 12 miners"."""
MAX_DATING = 4
"""Units of "a day" in "he spoke | a day after a bombing killed 30"."""
ADDING = frozenset("after since following amid when".split())
"""Words behind which a sentence says more than somebody has said."""
BARRING = 'bfwpiyjlLOokKvVcG&:;("'
"""Classes of words between which and a verb of saying nothing else is told."""
TOLD_OF = frozenset(["neutral_attack", "attack_verb", "of_war", "plain_harm", "casualty_topic", "tally_noun", "figure"])
"""Senses of what a casualty figure may belong to."""
SAYING = frozenset("said says say".split())
"""Verbs behind which no thing stands, but what somebody says."""
DATING = frozenset(["after", "before"])
WARS = ("war", "conflict")
DIRECTING = ADDING.union(DATING, WARS)
"""Words without one of which a sentence adds nothing to what is said."""


def end_of_aside(units: Sequence[Unit], mention: Mention) -> int:
    """Where a sentence goes on with what is told, behind a clause that says in passing what befell somebody; else 0.

    Nobody in the sentence tells that, and nothing behind it says where it was.

    Covers: "Kerry, whose visit follows a bombing that killed | 30 people, said …", "… of 7 October, when gunmen
    killed | 1,200 people, and told ministers …", "Biden, speaking days after an attack killed | three soldiers,
    said …", "Biden spoke a day after an attack killed | three".
    Must not: "the mission, which collected | 90 bodies, said …", "an officer, who gave no name, thought that | 150
    had died".
    """
    befell = mention.rule == "nominal" or any(unit.cls in BEFALLING for unit in units[mention.cue[0] : mention.cue[1]])
    if not befell:
        return 0
    first, last = mention.group.first, max(mention.group.last, mention.cue[1])
    if not DIRECTING.isdisjoint([unit.low for unit in units]) and _is_added(units, first, min(first, mention.cue[0])):
        return len(units)
    begin = next((i + 1 for i in range(first - 1, 0, -1) if units[i].cls in BREAKING or units[i].cls == "N"), 0)
    if not begin or units[begin - 1].cls not in ",N":
        return 0
    if not any(unit.low in PASSING for unit in units[begin : begin + 3]) and not units[begin].low.endswith("ing"):
        return 0
    end = next((i + 1 for i in range(last, len(units)) if units[i].cls in ",;"), len(units))
    goes_on = end + 1 if end < len(units) and units[end].cls == "&" else end
    if goes_on < len(units) and (units[goes_on].cls in "cbfw" or units[goes_on].low.endswith("ed")):
        return end
    return 0


def _is_added(units: Sequence[Unit], first: int, start: int) -> bool:
    """Whether what befell somebody dates or goes with what is said, which is something else."""
    cues = (i + 1 for i in range(start) if units[i].cls == "c")
    if any(is_dated(units, i) or is_beside(units, i, first) for i in cues):
        return True
    adds = next((i for i in range(start - 1, -1, -1) if _adds(units, i) or units[i].cls in BREAKING), 0)
    return _adds(units, adds) and adds + 1 < start and not units[adds + 1].low.endswith("ing")


def is_dated(units: Sequence[Unit], end: int) -> bool:
    """Whether no more than when somebody spoke follows a cue: "he spoke | a day after a bombing killed 30".

    Must not: "said | after talks that 30 were killed", "said 12 died | days after the battle".
    """
    at = end
    while at < len(units) and at - end < MAX_DATING and units[at].cls in "U0a%q~hx" and units[at].low not in DATING:
        at += 1
    if at >= len(units) or units[at].low not in DATING or not any(unit.cls in "U%" for unit in units[end:at]):
        return False
    return not any(unit.low in ("that", "how") or unit.cls in ':"' for unit in units[at:])


def passes_on(units: Sequence[Unit], at: int) -> bool:
    """Whether a sentence ends with what the outlet says in passing of where or when somebody spoke.

    Covers: "“…,” he said during a visit to Homs|, where a shell killed 12". Must not: "“…,” he said on Monday|, “and 12
    died”", "“…,” he said|, adding that 12 had died".
    """
    if at + 1 >= len(units) or units[at].cls != "," or units[at + 1].low not in ("where", "when", "which", "who"):
        return False
    return not any(unit.cls in '"cG' for unit in units[at + 1 :])


def kin_of(units: Sequence[Unit], number: int) -> int | None:
    """Whose kin, lawyers or friends a number counts, which tells who they are: "| families of the 346 people killed".

    Must not: "witnesses spoke of 12", "relatives, of whom 12 were killed".
    """
    at = number - 1
    while at > 0 and units[at].cls in "tahm~x" and units[at].low != "than":
        at -= 1
    if at < 1 or (units[at].cls != "F" and units[at].low != "for"):
        return None
    return at - 1 if units[at - 1].low in KIN else None


def _adds(units: Sequence[Unit], at: int) -> bool:
    """Whether a sentence says more there than somebody has said: "after", "in a war"."""
    if units[at].low == "in":
        return at + 2 < len(units) and units[at + 1].cls in "at" and units[at + 2].low in WARS
    return units[at].low in ADDING


def is_beside(units: Sequence[Unit], end: int, number: int) -> bool:
    """Whether what follows a verb of saying is something else, to which the outlet adds what befell somebody.

    Covers: "announced | a day of mourning after a gunman killed 11", "gave Ukraine | $60bn in a war that killed
    12,000", "reported | the widest deficit since the flood, which killed 20".
    Must not: "reported | an attack in which 12 died", "announced | that", "ended its search | after finding 30 bodies",
    "said | he ran outside when a shell killed two", where a clause is said and no thing.
    """
    if units[end - 1].low in SAYING:
        return False
    at = end
    while at < number and not _adds(units, at):
        comma = units[at].cls == "," and (at == end or units[at + 1].cls != "t")
        if (
            comma
            or units[at].cls in BARRING
            or units[at].low in ("that", "how")
            or not units[at].senses.isdisjoint(TOLD_OF)
        ):
            return False
        at += 1
    if not end < at < number - 1 or units[at - 1].cls == "t" or units[at + 1].low.endswith("ing"):
        return False
    return not any(
        unit.cls in '&;:("cG' or (unit.cls == "," and units[i + 1].cls not in "r/") or unit.low == "how"
        for i, unit in enumerate(units[at + 1 : number], at + 1)
    )
