"""Whose losses a silence or denial is about, as far as its words and the claims before it tell."""

from __future__ import annotations

from facttrack.attacks import find_attacks
from facttrack.classes import CIVILIANS
from facttrack.drafts import Draft
from facttrack.lexicon import lexicon
from facttrack.looks import Look
from facttrack.losers import ENEMY
from facttrack.memory import ALOOF, Memory
from facttrack.topics import opening_of
from facttrack.units import Unit
from facttrack.unsaid import COSTING, Silence, is_toll, tells_of_dead

__all__ = ["whose_losses"]

RANKS = frozenset("ranks side".split())
"""What "its" makes the speaker's own: "any casualties in its ranks"."""
OWN_LOSSES = frozenset("casualty casualties losses dead wounded fallen fatalities deaths".split())
"""What is lost behind "its own"."""
AMONG = frozenset(["for", "among", "of", "on", "amongst"])
"""What joins those of whom nothing is said: "no losses | among the attackers"."""
MAX_AMONG = 4
"""Units behind the words in which they stand."""
MAX_ADMITTED = 14
"""Units before a silence in which its party admits losses: "admitted losses but gave no number"."""


def whose_losses(
    silence: Silence, look: Look, source_side: str | None, near: list[Draft], memory: Memory
) -> tuple[str | None, bool]:
    """Whose losses it is about, and whether words name them.

    They are those of the side named with them, of "its" own, else of the claim before. `near` are the counts before.
    """
    if silence.rule == "nor":
        return source_side, True
    if silence.rule == "which_not" and near and near[-1].victims.side:
        return near[-1].victims.side, True  # "killed 250 rebels, a figure that the army will not confirm"
    units = look.reading.units
    if silence.kind == "no_count" and _is_of_the_enemy(units, silence):
        return memory.enemy_of(source_side), True
    named = _figure_for(units, silence) or _named(units, silence, source_side, memory)
    if named is None and source_side and source_side not in ALOOF and _are_its_own(units, silence):
        named = source_side
    if named is not None:
        return named, True
    answered = _goes_on(units, silence, [draft for draft in near if draft.look is look])
    if answered is not None:
        return answered, True
    if silence.kind == "no_count" and _on_other_side(units[: silence.first]):
        enemy = memory.enemy_of(source_side)
        if enemy is not None:
            return enemy, True
    struck = _of_the_struck(units, silence, source_side)
    if struck is not None:
        return struck, True
    inside = range(silence.first, silence.last)  # "has not given | a number of dead" counts nobody
    near = [draft for draft in near if draft.look is not look or draft.first not in inside]
    return _with_the_words(units, silence, source_side, near) or _by_the_text(
        units, silence, source_side, near, memory
    ), False


def _of_the_struck(units: list[Unit], silence: Silence, source_side: str | None) -> str | None:
    """The side that a party says it attacked, whose dead it then does not count.

    Covers: "bombed al-Shabaab camps and | did not say how many had been killed", "had hit a Russian barracks, | without
    giving a toll". Must not: "shelled Hezbollah posts and | gave no count of the civilians hurt".
    """
    if silence.kind != "no_count" or not source_side:
        return None
    if any(u.low in CIVILIANS or u.cls == "s" for u in units[silence.first : silence.last + 1]):
        return None
    start = next((i for i in range(silence.first - 1, -1, -1) if units[i].cls == "."), -1) + 1
    hit = [a for a in find_attacks(units) if start <= a.at < silence.first and a.attacker in (None, source_side)]
    return hit[-1].target if hit and hit[-1].target != source_side else None


def _are_its_own(units: list[Unit], silence: Silence) -> bool:
    """Whether a party is silent on losses of its own: "has yet to release | its own casualty figures".

    Must not: "gave no count of | its own", "has yet to give its own toll of the dead rebels".
    """
    for i in range(silence.first + 1, min(silence.last + 1, len(units))):
        if units[i].cls == "l" and _has_lost(units, i):
            return True  # "has not said how many fighters | it lost"
    for i in range(silence.first, min(silence.last + 1, len(units) - 2)):
        if units[i].cls == "s" and units[i].low.endswith(" own"):
            of = units[i + 2] if units[i + 1].cls in "JEY" else units[i + 1]
            behind = units[silence.last + 1 : silence.last + 2]
            return of.low.split()[0] in OWN_LOSSES and not (behind and behind[0].cls == "F")
    return False


def _on_other_side(units: list[Unit]) -> bool:
    """Whether losses of the enemy were spoken of: "heavy casualties on the other side, but that he"."""
    side = next((i for i, u in enumerate(units) if u.low == "side" and i > 2 and units[i - 1].low == "other"), None)
    return side is not None and units[side - 3].low == "on" and is_toll(units[side - 4])


def _goes_on(units: list[Unit], silence: Silence, here: list[Draft]) -> str | None:
    """Whose losses somebody has just put vaguely who gives no number: "killed “hundreds” of soldiers, | but could give
    no exact number".

    Must not: "killed 40 soldiers, | but gave no figure for its own losses".
    """
    before = [draft for draft in here if draft.last <= silence.first and draft.mention is not None]
    if (
        silence.kind != "no_count"
        or not before
        or not silence.first
        or units[silence.first - 1].low not in ("but", "could")
    ):
        return None
    last = before[-1]
    if last.mention is None or last.mention.group.quantity.kind != "vague":
        return None
    words = units[silence.first : silence.last + 2]
    return None if any(is_toll(u) or u.cls in "sRSvV" for u in words) else last.victims.side


def _has_lost(units: list[Unit], verb: int) -> bool:
    """Whether "it" or "they" are who lost somebody: "how many fighters | it had lost"."""
    at = verb - 1
    while at > 0 and units[at].cls in "f~":
        at -= 1
    return units[at].low in ("it", "they")


def _figure_for(units: list[Unit], silence: Silence) -> str | None:
    """The side whose figure words of silence or denial name: "called Zelenskyy's figure | for Ukraine a lie"."""
    for i in range(silence.first, min(silence.last, len(units) - 2)):
        if "figure" in units[i].senses and units[i + 1].low == "for" and units[i + 2].cls == "S":
            entry = units[i + 2].entry
            return entry.side if entry is not None else None
    return None


def _is_of_the_enemy(units: list[Unit], silence: Silence) -> bool:
    """Whether a silence is about the enemy, be it known or not: "no figure for | enemy dead", "the | foe's losses"."""
    end = min(silence.last + MAX_AMONG, len(units) - 1)
    for i in range(silence.first, end):
        if units[i].cls in ".,;:":
            return False
        if units[i].low in ENEMY:
            behind = units[i + 2] if units[i + 1].cls == "'" and i + 2 < len(units) else units[i + 1]
            before = units[i - 2] if units[i - 1].cls == "t" and i > 1 else units[i - 1]
            return before.low in AMONG or is_toll(behind) or tells_of_dead(behind)
    return False


def _named(units: list[Unit], silence: Silence, source_side: str | None, memory: Memory) -> str | None:
    """The side that words name with the losses.

    Covers: "how many | rebels had been shot", "no figure | for the Serbs", "the | enemy's losses", "| Taliban dead".
    Must not: "the | rebels' figure", "denied that | Russian soldiers had killed civilians", "rejected it | as Russian
    propaganda", "the losses | claimed by the rebels".
    """
    end = min(silence.last, len(units) - 1)
    if units[end].low in AMONG:
        end = next(
            (i for i in range(end, min(end + MAX_AMONG, len(units))) if units[i].cls in ".,;:"),
            min(end + MAX_AMONG, len(units)),
        )
    subject = silence.subject
    begin = silence.first - (
        silence.first > 0 and is_toll(units[silence.first]) and units[silence.first - 1].cls in "RV"
    )
    for i in range(begin, end):  # "the number of | rebel casualties was not known"
        if subject is not None and subject.first <= i < subject.last:
            continue
        unit = units[i]
        if unit.cls in ".;":
            return None
        entry = unit.entry
        behind = units[i + 1] if i + 1 < len(units) else unit
        owner = behind.cls == "'"
        if owner and i + 2 < len(units):
            behind = units[i + 2]
        joined = i > 0 and (
            units[i - 1].low in AMONG or (i > 1 and units[i - 1].cls == "t" and units[i - 2].low in AMONG)
        )
        claimed = any("figure" in u.senses for u in units[i + 1 : i + 2])  # "ridiculed the | rebel claim"
        insurgent = unit.cls in "vV" and entry is not None and entry.stance == "insurgent" and not claimed
        if insurgent and not owner and units[i - 1].low != "by" and not _kills(units, i):
            groups = lexicon().groups
            return memory.armed_group(source_side if source_side not in groups else None)
        if entry is None or not entry.side:
            continue
        if unit.cls == "R" and not owner and (tells_of_dead(behind) or behind.cls in "vV"):
            figure = any("figure" in u.senses for u in units[i + 1 : i + 3])
            return None if figure or _kills(units, i + 1) else entry.side
        losses = (
            is_toll(behind) and behind.cls != "L" and "figure" not in behind.senses
        )  # not "waved the | UN toll away"
        if unit.cls == "S" and ((losses and (owner or not _kills(units, i))) or (joined and units[i - 1].low == "for")):
            return entry.side
    return None


def _kills(units: list[Unit], at: int) -> bool:
    """Whether a noun does what is denied: "denied that | its soldiers had killed any villager"."""
    for i in range(at + 1, min(at + 5, len(units) - 1)):
        if units[i].cls in "py":
            return units[i - 1].cls != "b" and units[i + 1].cls in "vVteazqRS0hd"
        if units[i].cls not in "fbw~":
            return False
    return False


def _with_the_words(units: list[Unit], silence: Silence, source_side: str | None, near: list[Draft]) -> str | None:
    """The side that stands somewhere in the words, or whose figure they name: "called Moscow's number a lie"."""
    subject = silence.subject
    for i in range(opening_of(units, silence.first), min(silence.last + 3, len(units))):
        unit, entry = units[i], units[i].entry
        if unit.cls in ".;":
            return None
        if subject is not None and subject.first <= i < subject.last:
            continue
        if unit.cls == "R" and entry is not None and not (i + 1 < len(units) and "figure" in units[i + 1].senses):
            return entry.side  # "denied the Israeli claim that …" is not about Israelis
        if source_side and _is_own(units, i):
            return source_side
        owner = i + 2 < len(units) and units[i + 1].cls == "'"
        if unit.cls == "S" and entry is not None and entry.side:
            if owner and any("casualty_topic" in u.senses or u.low == "own" for u in units[i + 2 : i + 4]):
                return entry.side
            if i and units[i - 1].low in ("for", "of", "in"):
                return entry.side
        if owner and unit.cls in "SPX":
            said = _said_by(unit, near)
            if said is not None:
                return said.victims.side
    return None


def _by_the_text(
    units: list[Unit], silence: Silence, source_side: str | None, near: list[Draft], memory: Memory
) -> str | None:
    """The side of the claim before, the party's own, or that of the country that the text is about."""
    words = units[silence.first : silence.last]
    civilian = any(u.low in CIVILIANS for u in words)
    before = units[max(0, silence.first - MAX_ADMITTED) : silence.last]
    admits = any("admit" in u.senses for u in before) or _have_suffered(before)
    if source_side and admits and not civilian and silence.kind == "no_count":
        return source_side  # "admitted losses but gave no number"
    if silence.rule == "unknown_yet" and near and near[-1].victims.side is not None:
        return near[-1].victims.side
    losses = any(u.low == "losses" for u in units[silence.first : silence.last + 1])
    told = silence.kind == "no_count" or not near  # "dismissed talk of heavy losses", where no claim stands before
    if losses and source_side and source_side not in ALOOF and told and not civilian:
        return source_side  # "keeps silent on losses"
    home = memory.home()
    if civilian:
        groups = lexicon().groups
        hit = (draft.victims.side for draft in reversed(near) if draft.victims.victim_class == "civilian")
        found = next((side for side in hit if side is not None and side not in groups), home)
        if found is not None or not near:
            return found
    if near and (near[-1].victims.side is not None or silence.subject is None):
        return near[-1].victims.side
    if source_side and source_side not in ALOOF and home in (None, source_side):
        return source_side
    return home if silence.rule in ("impersonal", "unknown_yet") else None


def _have_suffered(before: list[Unit]) -> bool:
    """Whether a party says first that its own had losses: "its military also suffered casualties, | but gave none"."""
    at = next((i for i, unit in enumerate(before) if unit.low in ("suffered", "sustained", "incurred")), 0)
    return at > 0 and any(unit.cls == "s" or unit.low in ("it", "we") for unit in before[:at])


def _is_own(units: list[Unit], at: int) -> bool:
    """Whether the words are about the speaker's own losses: "it | lost", "its | casualties"."""
    unit = units[at]
    if unit.cls == "l":
        return at > 0 and units[at - 1].low in ("it", "they", "he", "has", "have", "had")
    if unit.cls != "s" or at + 1 >= len(units):
        return False
    if at and units[at - 1].low in COSTING:
        return True  # "what the bombing has cost | its army"
    if unit.low == "its" and units[at + 1].cls == "L" and any("neutral_attack" in u.senses for u in units[:at]):
        return False  # "has not claimed the attack, nor said anything about its toll"
    if units[at + 1].cls in "vV" and _kills(units, at + 1):
        return False  # "denied that | its troops had killed any resident"
    return any("casualty_topic" in u.senses or u.cls in "kvVj" or u.low in RANKS for u in units[at : at + 4])


def _said_by(owner: Unit, near: list[Draft]) -> Draft | None:
    """The last count of a speaker: "Rudskoi's numbers", "Moscow's figure"."""
    name = owner.text.split()[-1]
    side = owner.entry.side if owner.entry is not None else None
    for draft in reversed(near):
        if (draft.actor is not None and draft.actor.surname == name) or (side and draft.side == side):
            return draft
    return None
