"""The side that the words for the victims name themselves: "400 Russian soldiers", "losses of Ukraine"."""

from __future__ import annotations

from facttrack.attacks import is_deed
from facttrack.candidates import Mention
from facttrack.classes import OF_NOUN, OF_TOLL, joined_noun, losses_before, of_phrase, toll_end, toll_start
from facttrack.lexicon import lexicon
from facttrack.memory import ALOOF, ARMED_GROUPS
from facttrack.owners import FIGHTERS, OWN_ARMY, SENT
from facttrack.strangers import uniform_of
from facttrack.units import Unit

__all__ = ["OPPOSING", "SENDING", "named_side"]

TWO_SIDES = (
    "both sides",
    "all sides",
    "each side",
    "two sides",
    "either side",
    "both armies",
    "two armies",
    "both countries",
    "two countries",
)
"""Words of a toll over two sides."""
SENDING = ("United Nations", "African Union", "OSCE")
"""Bodies that send peacekeepers."""
OPPOSING = frozenset("against versus while whereas".split())
"""Words behind which the other side's losses stand."""
SERVED = ("military", "emergency", "official")
"""Kinds of bodies whose people are their state's: "35 PLA soldiers", "seven CIA officers"."""
MAX_OWNER = 3
"""Units before ", 12 of whose men" in which the side stands whose men they are."""
SHARES = frozenset("share portion proportion".split())
"""Nouns of the part of a toll over two sides that is of one of them."""
MAX_SHARE = 10
"""Units from such a noun to its number: "Russia's | share, they said on Friday, approached"."""
MAX_ON_SIDE = 6
"""Units of "in all on the Armenian side"."""
MAX_FLANK = 12
"""Units behind a number in which "on the Afghan side" tells whose it is."""


def named_side(units: list[Unit], mention: Mention, span: tuple[int, int] | None) -> tuple[str | None, str]:
    """The side that the victims' phrase names, or that stands beside the casualty noun.

    Covers: "400 Russian soldiers", "Russian losses", "losses of Ukraine", "12 on the Ukrainian side".
    Must not: "ethnic Russians", "soldiers from both sides".
    """
    if _lists_peoples(units, mention.group.last):
        return None, "two_sides"
    if mention.rule == "answered_for":
        return None, ""  # "were behind | 205 of them, the FARC behind 96"
    for start, end in _naming(units, mention, span):
        sides = _sides_in(units, start, min(end, len(units)), end)
        if len(sides) == 1:
            return sides[0], "named"
        if sides:
            return None, "two_sides"
    worn = uniform_of(units, mention)
    if worn is not None:
        return worn, "named"
    group = mention.group
    after = units[group.last : group.last + MAX_FLANK]
    after = after[: next((i for i, u in enumerate(after) if u.cls in ";." or u.low in OPPOSING), len(after))]
    low = " ".join(u.low for u in after)
    if any(words in low for words in TWO_SIDES):
        return None, "two_sides"
    if mention.rule in OF_TOLL or mention.rule in OF_NOUN:
        between = " ".join(u.low for u in units[mention.cue[0] : group.first])
        if any(words in between for words in TWO_SIDES):
            return None, "two_sides"  # "put the toll on both sides at | 500,000"
    if group.head is not None and units[group.head].low in SENT and len(after) > 1 and after[0].low == "from":
        state = after[1].entry if after[1].cls == "S" else None
        if state is not None and state.side and not any(u.cls == "S" for u in after[2:4]):
            return state.side, "named"  # "four soldiers | from Chad", not "from Malawi and Tanzania"
    for i, unit in enumerate(after[:-1]):
        if unit.cls == "R" and after[i + 1].low in ("side", "ranks", "lines") and unit.entry is not None:
            if _is_shot_from(after[:i]):
                break  # "19 were hurt by shelling from the | Russian side"
            return unit.entry.side, "named"
    flanked = _on_a_side(units, mention)
    if flanked is not None:
        return flanked, "named"
    fought_for = _group_behind(units, mention) or _of_those_before(units, mention)
    return (fought_for, "named") if fought_for is not None else (None, "")


def _on_a_side(units: list[Unit], mention: Mention) -> str | None:
    """The side on which people fell, told right behind the casualty word or between it and the number.

    Covers: "two civilians were killed | on the Armenian side", "put the dead on the Croatian side at | 560".
    """
    last, first = mention.cue[1], mention.group.first
    for i in range(last, min(last + MAX_ON_SIDE, len(units) - 1)):
        if i >= first > last or units[i].cls in ",;.:&":
            return None
        if units[i].low == "rebel":
            return None  # "the rebel Serb side", which is no state's
        entry = units[i].entry
        named = units[i].cls == "R" and units[i + 1].low == "side" and any(u.low == "on" for u in units[last:i])
        if named and entry is not None:
            other = first > last and units[i + 2].cls == "&"  # "30 dead on their side and | 12"
            return None if other else entry.side
    return None


def _is_shot_from(before: list[Unit]) -> bool:
    """Whether an attack came from a side: "shelling from the | Russian side"; not "12 from the | Russian side"."""
    at = len(before) - 1
    while at > 0 and before[at].cls in "tJ":
        at -= 1
    shot = before[at - 1] if at > 0 and before[at].low == "from" else None
    return shot is not None and ("neutral_attack" in shot.senses or shot.low in ("fire", "gunfire", "shots"))


def _lists_peoples(units: list[Unit], at: int) -> bool:
    """Whether a number counts people of several states: "5,200 South Koreans |, Australians and Thai soldiers".

    Must not: "12 Russians, | Ukrainians say", "five Belgians, two Germans", "two Russians, | Ukrainian and Russian
    media reported".
    """
    if not 0 < at < len(units) - 2 or units[at - 1].cls != "R" or units[at].cls != ",":
        return False
    end = next((i for i in range(at, len(units)) if units[i].cls not in "R,&"), len(units))
    noun = end + 1 if end < len(units) and units[end].cls in "vVDYBQ" else end
    speak = units[noun : noun + 1] and (units[noun].cls == "c" or (noun > end and units[end].cls in "DYBQ"))
    return units[at + 1].cls == "R" and units[at + 2].cls in ",&" and not speak


def _group_behind(units: list[Unit], mention: Mention) -> str | None:
    """The armed group from which fighters are: "one fighter | from the militant group Hezbollah"."""
    group = mention.group
    head = units[group.head].entry if group.head is not None else None
    if head is None or not (head.stance == "insurgent" or units[group.head or 0].low in FIGHTERS):
        return None
    if group.last >= len(units) or units[group.last].low not in ("from", "with"):
        return None
    for unit in units[group.last + 1 : group.last + 7]:
        if unit.cls == "S" and unit.entry is not None and unit.entry.group_kind in ARMED_GROUPS:
            return unit.entry.side
        if unit.cls not in "tJRYVvx":
            return None
    return None


def _of_those_before(units: list[Unit], mention: Mention) -> str | None:
    """The side of those whose men are counted behind their name: "the Taliban, 28 of whose | men died"."""
    group = mention.group
    owned = any(unit.low == "whose" for unit in units[group.quantity.last : group.last])
    if not owned or group.first < 2 or units[group.first - 1].cls != ",":
        return None
    before = units[max(0, group.first - 1 - MAX_OWNER) : group.first - 1]
    named = next((u.entry for u in reversed(before) if u.cls in "RSB" and u.entry is not None and u.entry.side), None)
    return named.side if named is not None and named.side not in ALOOF else None


def _naming(units: list[Unit], mention: Mention, span: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The stretches of units in which the victims' side can be named, the most telling first."""
    stretches = [span] if span is not None else []
    group, (first, last) = mention.group, mention.cue
    if group.letter == "0" and (owner := _whose_share(units, group.first)) is not None:
        stretches.append((owner, owner + 1))
    if group.letter == "0" and (several := _of_several(units, group.last)) is not None:
        stretches.append((group.last, several))  # "the body of one | of three missing U.S. soldiers"
    if mention.rule in OF_TOLL:
        stretches.append((toll_start(units, mention), toll_end(units, mention)))
    elif mention.rule in OF_NOUN or mention.rule == "nominal" or group.letter == "K":
        begin = first
        while begin > 0 and units[begin - 1].cls in "RSJx'tY" and first - begin < 4:
            begin -= 1
        stretches += [] if is_deed(units, mention) else [(begin, last)]
        stretches.append((last, last + len(of_phrase(units, last)) + 1))
        if mention.rule == "nominal":
            stretches.append((last, group.first))
    elif mention.rule == "of_the_dead" and last + 1 < len(units) and units[last].cls in "RS":
        stretches.append((last, last + 2))  # "20 of the dead | Abu Sayyaf fighters"
    elif mention.rule == "of_number":
        stretches.append((group.last, first))  # "six | of the eight Maoists killed"
    elif mention.rule == "predicate_part":
        stretches.append((group.last, min(group.last + 4, len(units))))
    elif (noun := joined_noun(units, group)) is not None:
        stretches.append((group.last, noun + 1))  # "killed 12 | and wounded 30 Malian soldiers"
    elif mention.rule == "postposed" and (group.letter == "0" or units[group.first - 1].cls == ":"):
        headed = losses_before(units, group.first)
        stretches += [headed] if headed is not None else []
    elif mention.rule in ("gapped", "rival") and not _ends_a_side(units, group.first - 1):
        stretches.append((max(0, group.first - 3), group.first))
    return stretches


def _whose_share(units: list[Unit], first: int) -> int | None:
    """The side whose share of a toll is told: "| Russia's share, they said, approached 300,000"; not "of the share"."""
    for i in range(first - 1, max(1, first - MAX_SHARE), -1):
        if units[i].cls in ";.:0":
            return None
        if units[i].low in SHARES:
            owner = i - 1 - (units[i - 1].cls == "'")
            return owner if owner >= 0 and units[owner].cls in "RS" else None
    return None


def _of_several(units: list[Unit], at: int) -> int | None:
    """Where the noun ends of those of whom one is counted: "one | of three missing U.S. soldiers"; not "of the day"."""
    if at + 2 >= len(units) or units[at].cls != "F" or units[at + 1].cls not in "0tq":
        return None
    for i in range(at + 1, min(at + 8, len(units))):
        if units[i].cls in ",;.:cbf/F":
            return None
        if units[i].cls in "vV":
            return i + 1
    return None


def _ends_a_side(units: list[Unit], at: int) -> bool:
    """Whether "and" ends what was told of one side: "30 on the Eritrean side | and 12 on ours"."""
    return at > 1 and units[at].cls == "&" and units[at - 1].low == "side"


def _sides_in(units: list[Unit], start: int, stop: int, end: int) -> list[str]:
    """The sides that some units name, each once; of "NATO soldiers" only where nothing else is named."""
    found: list[str] = []
    sent_by: list[str] = []
    for i in range(start, stop):
        unit = units[i]
        if unit.cls == "A" and unit.text in lexicon().lands and i + 1 < stop and _is_armed(units[i + 1]):
            found.append(unit.text)  # "two | Abkhazia soldiers"
        if unit.cls not in "RS" or unit.entry is None or not unit.entry.side or unit.entry.side in found:
            continue
        if i and (units[i - 1].low == "ethnic" or (units[i - 1].text in "/(" and found)):
            continue  # of "PKK/YPG", two names for one, the first
        hit_with = units[i + 1 : i + 3] if unit.cls == "R" else []
        if hit_with and "neutral_attack" in hit_with[0].senses and not (hit_with[1:] and hit_with[1].cls in "vVDYx"):
            continue  # "put the toll of | Iranian missiles at 28 dead"; not "Iranian missile crews"
        if unit.entry.group_kind == "alliance":
            sends = unit.entry.side in SENDING and i + 1 < stop and units[i + 1].cls in "vVxXEY"  # "UN observers"
            follow = units[i + 1] if i + 1 < min(end, len(units)) else None
            if end - start <= 1 or follow is None or sends or _is_armed(follow):
                sent_by.append(unit.entry.side)
            continue
        found.append(unit.entry.side)
    if not (found or sent_by):  # "35 PLA soldiers", "two Frontier Corps men"
        bodies = [unit.entry for unit in units[start:stop] if unit.cls == "B" and unit.entry is not None]
        sides = [body.side for body in bodies if body.side and body.source_kind in SERVED]
        found = list(dict.fromkeys(sides))
    return found or sent_by[:1]  # "nine South African soldiers of SAMIDRC"


def _is_armed(unit: Unit) -> bool:
    """Whether a noun is of an army or of those who serve in one: "NATO | forces", "UN | peacekeepers"."""
    return unit.low in OWN_ARMY or (unit.entry is not None and unit.entry.victim_class == "combatant")
