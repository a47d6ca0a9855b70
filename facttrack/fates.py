"""What became of people, told by where they are: sought, treated, in somebody's hands, led away, lying dead.

None of these rules has a word of casualties. All but two kinds of capture therefore need a text that has told of some.
"""

from __future__ import annotations

from collections.abc import Callable

from facttrack.candidates import CLOSED, Candidate, Mention, Verdict, clause_before
from facttrack.units import HURTS, Unit

__all__ = ["FATES", "WOUND_CAUSE", "is_hostile"]

MAX_SEEKING = 5
"""Units of "searching on Monday for"."""
ANYBODY = frozenset("men man people persons person individuals youths women woman others".split())
"""Nouns for whoever is looked for: "police are looking for two | men"."""
HEALERS = ("hospital", "clinic", "doctor", "medic", "surgeon", "nurse", "paramedic", "ambulance", "infirmar", "médecin")
"""Beginnings of words for those who treat people."""
MAX_UNKNOWN = 7
"""Units before or behind a number in which words say that nobody knows of those it counts."""
UNKNOWN = frozenset("unknown unclear uncertain".split())
LYING = frozenset("are is remain remains remained lie lies lay stay stayed".split())
WOUND_CAUSE = "wound_cause"
"""The sense of what the wounded are treated for, and of words before it: "gunshot wounds", "smoke inhalation"."""
MAX_HELD = 6
"""Units behind a number up to "are in our hands"."""
MAX_TREATED = 50
"""How many times the largest figure told before those treated may be."""
MAX_WARD = 6
"""Units of "in the two burns units"."""
OFF = frozenset("away off".split())
MAX_TAKEN = 9
"""Units behind "taken away" in which such a word, or who took them, may stand."""
ARMED = frozenset("soldiers troops gunmen militiamen fighters".split())
"""Who takes people away, whose side is not told by the word."""


HARMS = HURTS | {"injury", "concussion", "concussions"}
"""What somebody is "diagnosed with" whom an attack hurt."""
CARRIED = frozenset("transported rushed taken flown airlifted brought transferred sent driven ferried".split())
"""What is done with those who come to a hospital: "were | transported to three hospitals"."""


def _sought(number: Candidate) -> Verdict:
    """Those for whom somebody searches, where the text has told of casualties.

    Covers: "Cyprus is searching for | two of its citizens", "families are looking for | 30 relatives".
    Must not: "police are looking for | two suspects", "police are searching for | three men".
    """
    units, group = number.units, number.group
    at = group.first - 2
    if at < 0 or units[at + 1].low != "for":
        return None
    at = next((i for i in range(at, max(-1, at - MAX_SEEKING), -1) if "seeking" in units[i].senses), -1)
    if at < 0 or any(u.cls in ",;:.c&0" for u in units[at + 1 : group.first]):
        return None
    told = number.told
    if told is None or told == "captured" or group.quantity.kind not in ("number", "vague"):
        return None
    before = clause_before(number)
    if any(u.cls in "nw" for u in before):
        return None
    if group.head is None:
        own = number.letter == "5" or number.units[group.last - 1].low.endswith(" own")
        if not (own or (number.letter == "0" and told == "missing")) or number.follow not in CLOSED:
            return None
    elif number.letter != "#" or group.unknown:
        return None
    else:
        head = units[group.head]
        low = head.low.split()[-1]
        if head.cls not in "vVRD" or "sought_alive" in head.senses or is_hostile(head):
            return None
        keen = group.part or told == "missing" or units[at].low.startswith("search")
        if not (keen or any("searcher" in u.senses for u in before)):
            return None  # "the company is looking for 40 engineers"
        hunts = any("seeker" in u.senses for u in before)
        accused = group.last < len(units) and units[group.last].cls == "r"
        if hunts and low in ANYBODY and (told != "missing" or accused):
            return None  # "police are looking for | two men who took a car"
    return Mention(group, "missing", (at, group.first), "sought", part=number.part)


def _out_of_sight(number: Candidate) -> Verdict:
    """Those of whom nobody knows, where the text has told of casualties.

    Covers: "could not account for | 60 men", "had no word of | three others", "does not know what became of | 30",
    "a list of | 48 people who cannot be traced", "the fate of | five of its workers is unknown".
    Must not: "accounted for | 60 men", "the fate of | five bills is unknown", "spoke of the fate of | two men".
    """
    units, group = number.units, number.group
    if number.letter not in "#0" or group.unknown or group.quantity.kind not in ("number", "vague") or group.first < 2:
        return None
    if number.told in (None, "captured") or (group.head is not None and units[group.head].cls not in "vVRDSx"):
        return None
    before = [unit.low for unit in units[max(0, group.first - MAX_UNKNOWN) : group.first]]
    said = " ".join(before)
    dark = units[max(0, group.first - MAX_UNKNOWN) : group.first]
    lost = said.endswith("account for") and any(u.cls == "n" for u in dark)
    lost = lost or (said.endswith(("word of", "word from", "trace of", "news of")) and any(u.cls == "n" for u in dark))
    lost = lost or said.endswith(("no word of", "no word from", "no trace of", "no news of"))
    lost = lost or (said.endswith("what became of") and any(u.cls in "nz" for u in dark))
    behind = units[group.last : group.last + MAX_UNKNOWN]
    if said.endswith(("fate of", "fate of the", "whereabouts of")):
        lost = any(u.low in UNKNOWN for u in behind)
    elif number.letter == "#" and len(behind) > 3 and (behind[0].cls in "rnw"):
        at = behind[0].cls == "r"
        lost = behind[at].low in ("cannot", "can not", "could not") and behind[at + 1].low == "be"
        lost = lost and behind[at + 2].low in ("traced", "found", "located", "reached")
    if not lost or (number.letter == "0" and number.follow not in CLOSED and number.follow not in "Fv/u"):
        return None
    return Mention(group, "missing", (group.first - 1, group.first), "out_of_sight", part=number.part)


def _in_care(number: Candidate) -> Verdict:
    """Those who are treated, where the text has told of casualties.

    Covers: "the hospital has treated | 35 people", "the clinic admitted | 12", "| fourteen were treated at the scene",
    "| 57 passengers remain in the two hospitals of the town".
    Must not: "the hospital is treating | 97 children for cholera", "treated | 4,000 patients last year", "could treat |
    300", "| 12 were treated as heroes".
    """
    units, group = number.units, number.group
    if number.told is None or number.letter not in "#05" or group.quantity.kind not in ("number", "vague"):
        return None
    if number.letter != "#" and (number.letter == "0" and number.follow not in CLOSED and number.follow != "v"):
        return None
    if group.unknown or (
        group.head is not None and (units[group.head].cls not in "vVRD" or is_hostile(units[group.head]))
    ):
        return None
    cue = _treating(number) or _treated(units, group.last)
    if cue is None or any(u.cls in "nw" for u in clause_before(number)):
        return None
    end = max(group.last, cue[1])
    after = units[end : end + MAX_WARD]
    if after and after[0].low in ("for", "with") and not any(_is_wound(u) for u in after[1:4]):
        return None
    if any("year" in unit.low for unit in after):
        return None
    sizes = [size for _, size in number.figures if size]
    if sizes and (group.quantity.best or group.quantity.low or 0) > MAX_TREATED * max(sizes):
        return None
    return Mention(group, "wounded", cue, "in_care", part=number.part)


def _critical(number: Candidate) -> Verdict:
    """Those whose state is told as headlines do: "| 2 students critical, 15 injured", "one dead, | two critical".

    Must not: "| two officials critical of the ban", "| two critical reports", "| three critical in the race".
    """
    units, group = number.units, number.group
    at = group.last
    if number.letter not in "#05" or group.unknown or at >= len(units) or units[at].low != "critical":
        return None
    if group.quantity.kind not in ("number", "vague") or (group.head is not None and units[group.head].cls not in "vV"):
        return None
    behind = [unit.low for unit in units[at + 1 : at + 3]]
    if behind and units[at + 1].cls not in ".,;" and (behind[0] not in ("after", "in", "as") or behind[1:] == ["the"]):
        return None
    if not any(u.entry is not None and u.entry.outcome in ("killed", "wounded") for u in units) or group.part:
        return None
    return Mention(group, "wounded", (at, at + 1), "in_care", part=number.part)


def _diagnosed(number: Candidate) -> Verdict:
    """Those in whom doctors find an injury: soldiers, or where the text has told of casualties.

    Covers: "| 34 service members have been diagnosed with traumatic brain injury".
    Must not: "| 34 players were diagnosed with concussion", "| 34 troops were diagnosed with malaria".
    """
    units, group = number.units, number.group
    if number.letter not in "#5" or group.head is None or group.unknown:
        return None
    entry = units[group.head].entry
    if number.told is None and (entry is None or entry.victim_class != "combatant"):
        return None
    at = group.last
    while at < len(units) and at < group.last + 3 and (units[at].cls in "bf~" or units[at].low.endswith(" been")):
        at += 1
    if at == group.last or at + 2 >= len(units) or units[at].low != "diagnosed" or units[at + 1].low != "with":
        return None
    end = next((i for i in range(at + 2, min(at + MAX_WARD, len(units))) if units[i].low in HARMS), None)
    return Mention(group, "wounded", (at, end + 1), "diagnosed", part=number.part) if end is not None else None


def _is_wound(unit: Unit) -> bool:
    return unit.low in HURTS or WOUND_CAUSE in unit.senses


def _treating(number: Candidate) -> tuple[int, int] | None:
    """The units of a verb of treating right before a number."""
    units, at = number.units, number.group.first - 1
    if at > 0 and units[at].low in ("on", "in", "to"):
        at -= 1
    if at < 1 or units[at].cls == "j":
        return None
    if "treating" in units[at].senses:
        return at, number.group.first
    heals = "admitting" in units[at].senses and any(
        u.low.startswith(HEALERS) or " hospital" in u.low for u in clause_before(number)
    )
    return (at, number.group.first) if heals else None


def _treated(units: list[Unit], at: int) -> tuple[int, int] | None:
    """The units of "were treated at", "remain in the two hospitals", "were transported for treatment" right behind."""
    first, count = at, len(units)
    while at < count and at < first + 2 and (units[at].cls in "m~" or units[at].low in ("others", "still")):
        at += 1
    if at + 1 >= count:
        return None
    if units[at].low in CARRIED and units[at + 1].cls == "T":  # "had four children | transferred to the hospital"
        ward = next((i for i in range(at + 2, min(at + MAX_WARD, count)) if _is_ward(units[i])), None)
        return (at, ward + 1) if ward is not None else None
    verb = at
    if units[at].cls == "f" and units[at + 1].cls == "b":
        at += 1  # "| had been treated"
    lying = units[at].low in LYING
    if not (lying or units[at].cls == "b" or units[at].low.endswith("been")):
        return None
    at += 1
    while at < count and (units[at].cls == "~" or units[at].low in ("still", "being", "been")):
        at += 1
    if at >= count:
        return None
    if units[at].low in ("treated", "admitted"):
        closes = at + 1 >= count or units[at + 1].cls in ",.;&" or units[at + 1].low in ("at", "in", "on", "for", "by")
        return (verb, at + 1) if closes else None
    carried = not lying and units[at].low in CARRIED
    if not carried and (not lying or units[at].low != "in"):
        return None
    for i in range(at + 1, min(at + MAX_WARD, count)):
        if _is_ward(units[i]):
            return verb, i + 1
        if carried and units[i].low == "treatment":
            return verb, i + 1
        if units[i].cls in ",;:.&crbpijgu":
            return None
    return None


def _is_ward(unit: Unit) -> bool:
    return "ward" in unit.senses or unit.low.endswith((" hospital", " hospitals"))


def _in_hands(number: Candidate) -> Verdict:
    """Those who are in somebody's hands.

    Covers: "| 50 soldiers are in our hands", "| three soldiers were in the hands of the rebels".
    Must not: "| three towns are in our hands", "| two boys with flags in their hands", "their fate is in our hands".
    """
    units, group = number.units, number.group
    people = number.letter == "#" and group.head is not None and units[group.head].cls in "vVRDS" and not group.unknown
    told = number.letter in "05" and number.told is not None and number.follow == "v"
    if not (people or told) or group.quantity.kind not in ("number", "vague") or number.left[-1:] == "F":
        return None
    end = min(group.last + MAX_HELD, len(units) - 2)
    at = next(
        (
            i
            for i in range(group.last, end)
            if units[i].cls in ",;:.cr&(" or units[i].low in LYING or units[i].cls == "b"
        ),
        end,
    )
    if at >= end or not (units[at].cls == "b" or units[at].low in LYING) or (told and at != group.last):
        return None
    at += 1
    while at < len(units) and (units[at].cls == "~" or units[at].low == "still"):
        at += 1
    after = [unit.low for unit in units[at : at + 4]]
    if after[:1] != ["in"] or len(after) < 3:
        return None
    if units[at + 1].cls == "s" and after[2] == "hands" and not after[1].endswith("own"):
        return Mention(group, "captured", (at, at + 3), "in_hands", part=number.part)
    if after[1:] == ["the", "hands", "of"] and any(map(is_hostile, units[at + 4 : at + 8])):
        return Mention(group, "captured", (at, at + 4), "in_hands", part=number.part)
    return None


def _lie_dead(number: Candidate) -> Verdict:
    """The dead by where they lie; where that is no grave in haste, in a text that has told of casualties.

    Covers: "another | 900 lie in the morgues", "| thousands lie under the rubble", "| fifteen men lay in a shallow
    grave", "| twenty-eight lay together at the bottom of a ravine".
    Must not: "| 12 are in the morgue's service", "| two villages lie in ruins", "| two cars lay in a ditch".
    """
    units, group = number.units, number.group
    if number.letter not in "#05" or group.unknown or group.quantity.kind not in ("number", "vague"):
        return None
    at = group.last
    if at + 2 >= len(units):
        return None
    lies = units[at].low in ("lie", "lay")
    if not (lies or units[at].low in LYING):
        return None
    at += 1
    while at < len(units) and (units[at].cls == "~" or units[at].low in ("still", "dead", "buried", "together")):
        at += 1
    if at >= len(units) or units[at].low not in ("in", "under", "beneath", "at", "at the"):
        return None
    together = any(unit.low in ("together", "dead", "bottom") for unit in units[group.last : at + 4])
    places = {"hasty_grave"} if lies and number.letter == "#" else set()
    if number.told is not None:
        places |= {"morgue", "hasty_grave"}
        places |= {"ditch"} if lies and together and (number.letter, number.told) == ("0", "killed") else set()
        places |= {"rubble"} if lies and units[at].low in ("under", "beneath") else set()
    for i in range(at + 1, min(at + MAX_WARD, len(units))):
        if not places.isdisjoint(units[i].senses):
            owns = i + 1 < len(units) and units[i + 1].cls == "'"
            return None if owns else Mention(group, "killed", (group.last, i + 1), "lie_dead", part=number.part)
        if units[i].cls in ",;:.&crbpijgu":
            return None
    return None


def _taken_away(number: Candidate) -> Verdict:
    """Those whom somebody hostile leads away.

    Covers: "gunmen seized | 287 children"; where the text has told of casualties, "| 37 others have been taken away",
    "| seven Chinese were marched off into the desert", "the bandits took away | 19 women".
    Must not: "| two people were taken away by ambulance", "police led away | three men".
    """
    units, group = number.units, number.group
    if number.letter not in "#05" or group.quantity.kind not in ("number", "vague") or group.unknown:
        return None
    first, last, context = group.first, group.last, number.told is not None
    if number.letter == "#" and (group.head is None or units[group.head].cls not in "vVRDS"):
        return None
    at = first - 1
    if at > 0 and units[at].low in OFF:
        at -= 1
    if at > 0 and "leading_away" in units[at].senses and number.letter != "0":
        apart = context and at < first - 1
        alone = units[at].low == "seized" or (context and units[at].low in ("snatched", "took", "taken"))
        if not (apart or alone) or not _is_by_hostile(units, at) or _is_bettered(units, last):
            return None
        return Mention(group, "captured", (at, first), "taken_away", part=number.part, voice="active")
    at = last
    while at < min(last + 5, len(units)) and units[at].cls not in ",;.:&cr0" and "leading_away" not in units[at].senses:
        if units[at].cls in "nw":
            return None
        at += 1
    if at >= len(units) or at == last or "leading_away" not in units[at].senses or not _is_passive(units, at):
        return None
    end = at + 1
    if end < len(units) and (units[end].low == "away" or (units[end].low == "off" and units[at].low != "taken")):
        end += 1
    after = units[end : end + MAX_TAKEN]
    by = next((i for i, u in enumerate(after) if u.cls == "^"), None)
    hostile = by is not None and any(is_hostile(u) or u.low in ARMED for u in after[by + 1 : by + 5])
    if _is_bettered(units, end) or (by is not None and not hostile) or not (hostile or (context and end > at + 1)):
        return None
    return Mention(group, "captured", (at, end), "taken_away", part=number.part)


def _is_passive(units: list[Unit], at: int) -> bool:
    """Whether a participle follows "were", "have been"."""
    before = units[at - 1]
    return before.cls == "b" or before.low.endswith("been")


def is_hostile(unit: Unit) -> bool:
    """Whether a word names those who take people: "gunmen", "the bandits", an armed group."""
    entry = unit.entry
    if entry is None:
        return False
    return entry.stance in ("insurgent", "enemy") or (unit.cls == "S" and entry.group_kind is not None)


def _is_by_hostile(units: list[Unit], at: int) -> bool:
    """Whether the subject of the verb at a unit is hostile: "gunmen who stormed the school | seized"."""
    first = at
    while first > 0 and units[first - 1].cls not in ".;:c":
        first -= 1
    for unit in units[first:at]:
        if unit.cls in "vVDYPBRS":
            return is_hostile(unit)
    return False


def _is_bettered(units: list[Unit], at: int) -> bool:
    """Whether those taken away come to a hospital, or are arrested."""
    return any("bettering" in u.senses for u in units[at : at + MAX_TAKEN])


FATES: tuple[Callable[[Candidate], Verdict], ...] = (
    _sought,
    _out_of_sight,
    _in_care,
    _critical,
    _diagnosed,
    _in_hands,
    _lie_dead,
    _taken_away,
)
"""These rules, in the order in which they are asked."""
