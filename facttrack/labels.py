"""Sources that stand apart from the clause: before a colon, in brackets, behind a dash at its end."""

from __future__ import annotations

from dataclasses import replace

from facttrack.cues import ANSWERABLE, MAX_OPENING, VICTIM_HEADS
from facttrack.memory import Actor
from facttrack.scene import Attribution, Scene
from facttrack.subjects import SPEAKERS
from facttrack.units import Unit

__all__ = ["from_label", "from_signature", "in_brackets"]

BEHIND_LABEL, OFFICE, MAX_BEHIND = "d)(xX~/^,QJUtEAS", "DYRP", 4
"""Classes of what may stand between a label and its colon, those of an office, and how many units."""
LABELLING = frozenset("residents villagers witnesses eyewitnesses survivors relatives locals activists".split())
"""Witnesses who head a line that they tell: "Residents: 30 dead"; not "Civilians: 63"."""
HEADING = frozenset("rebels militants fighters".split())
"""Fighters who head a line that they tell, if it counts those whom they fight."""
THEIR_FOES = frozenset("soldiers policemen troops servicemen civilians police villagers".split())
MAX_COUNTING = 6
"""Units behind a colon in which the counted people are named: "at least 40 government soldiers"."""
NEWS = frozenset("word news update correction statement announcement latest".split())
EVENT_SENSES = frozenset({"neutral_attack", "life_claimer", "of_war"})
"""Senses of the last word of a headline's label that names no source but what happened."""


def from_label(scene: Scene, at: int) -> Attribution | None:
    """A source before a colon at the start of its clause: "Police sources: at least 18 dead", "STATE TV: …".

    Must not: "Libya: air strike kills dozens", which names a place.
    """
    units = scene.units
    for actor in scene.actors:
        if actor.last > at or actor.pronoun:
            continue
        if actor.kind in (None, "witness") and not actor.surname and actor.head not in LABELLING:
            continue
        if actor.document and actor.side is None and not actor.named:
            continue  # "Initial assessment: …"
        if actor.text.lower() in ("source", "sources", "quote"):
            continue  # "Source: the mayor of Nikopol", who is named there
        behind = units[actor.last : at]
        if actor.kind is None and behind and behind[0].cls in "xX~/" and not actor.head:
            continue  # "Brave Yanks: …"
        event = units[actor.first].cls == "A" or not units[at - 1].senses.isdisjoint(EVENT_SENSES)
        if actor.kind is None and event and not actor.head:
            continue  # "Pulwama Encounter: …", "Kashmir Clash: …"
        if any(u.cls == "x" and u.low.endswith("ed") and u.text.islower() for u in behind):
            continue  # "Hospital bombed: …"
        office = bool(behind) and behind[0].cls in ",("  # "ALI HASSAN, presidential spokesman: …"
        allowed = BEHIND_LABEL + OFFICE if office else BEHIND_LABEL
        if len(behind) > MAX_BEHIND or any(u.cls not in allowed for u in behind):
            continue
        if actor.kind is None and not actor.head and office and behind[0].cls == "," and behind[-1].cls in "XA":
            continue  # "BAMBANG, Nueva Vizcaya: …"
        start = actor.first
        while start > 0 and units[start - 1].cls in "NM-x)(U0A" and start > actor.first - 5:
            start -= 1
        if start > 0 and units[start].cls == "-" and units[start - 1].cls == "S":
            start -= 1  # "PAKISTAN – Army: …"
        opens = start == 0 or units[start - 1].cls in ".;" or _is_opening(units[:start])
        opens = opens or _signs_heading(units, actor, at)
        if not opens and not _is_word_from(units, start):
            continue
        words = units[actor.first : actor.last]
        if words[-1].cls in "xUEJN" and any(u.cls == "'" for u in words):
            continue  # "Baghdad's worst day: 202 dead"
        bare = len(words) == 1 and words[0].cls == "S" and _is_country(words[0])
        if bare and not (scene.reading.capitals and "0" in scene.reading.classes):
            continue  # "Libya: air strike kills dozens", "AFGHANISTAN: CIVILIAN CASUALTIES" over a bulletin
        if any("capture_noun" in u.senses for u in words):
            continue  # "Prisoners of war: 496"
        if (
            any(u.cls in "cpjk" for u in units[actor.first : at])
            or (actor.head in VICTIM_HEADS and not _counts_others(units, actor, at))
            or words[0].cls in "0zqh"
        ):
            continue
        if actor.kind in (None, "witness", "unnamed") and behind and behind[0].cls == ",":
            role = next((a for a in scene.actors if a.first == actor.last + 1 and a.kind is not None), None)
            if role is not None:  # "MARIA LOPEZ, presidential spokeswoman: …"
                actor = replace(actor, kind=role.kind, side=actor.side or role.side, local=role.local)
        return Attribution(actor, actor.first, at + 1, forward=True, backward=False, rule="label")
    return None


def _signs_heading(units: list[Unit], actor: Actor, colon: int) -> bool:
    """Whether a body ends the heading over a list of losses: "Losses of the enemy, 12 March, | the general staff:"."""
    before = units[actor.first - 1] if actor.first else None
    ends = colon + 1 == len(units) and actor.last == colon and actor.kind in SPEAKERS
    return ends and before is not None and before.cls in ",-" and any(u.cls in "kL" for u in units[: actor.first])


def _counts_others(units: list[Unit], actor: Actor, colon: int) -> bool:
    """Whether those who head a line count others behind its colon: "Rebels | : at least 40 soldiers killed".

    Must not: "Rebels: 40 killed", "Rebels: 12 fighters killed, three civilians hurt", which tell what they lost.
    """
    if actor.head not in HEADING:
        return False
    for unit in units[colon + 1 : colon + 1 + MAX_COUNTING]:
        if unit.cls in ",;.":
            return False
        if unit.low in THEIR_FOES:
            return True
    return False


def _is_word_from(units: list[Unit], start: int) -> bool:
    """Whether a line opens with news from somebody: "First word from | Azerbaijan's prosecutors: 14 dead"."""
    if units[start - 1].low not in ("from", "by") or start > MAX_OPENING:
        return False
    begin = start - 1
    while begin > 0 and units[begin - 1].cls not in ".;":
        begin -= 1
    opening = units[begin : start - 1]
    return any(u.low in NEWS or "figure" in u.senses for u in opening) and not any(
        u.cls in "bfwpijgy,:" for u in opening
    )


def _is_opening(units: list[Unit]) -> bool:
    """Whether a line begins with a phrase of time or place: "From Rawalpindi a day later, | the army's wing: 40"."""
    return units[0].cls in "/]NU" and units[-1].cls == "," and not any(u.cls in "bcfpijkwgl;:" for u in units)


def _is_country(unit: Unit) -> bool:
    """Whether a name is of a state, in which things happen: "Libya: air strike kills dozens"; not "UN: 3,709 died"."""
    return unit.entry is not None and unit.entry.place_country is not None


CLAIMED_IN_BRACKETS = frozenset("claim claims estimate estimates figure figures count tally data".split())
"""What a bracket behind a figure may call it: "12 dead (rebel claim)"."""
MAX_BRACKET_DATE = 6
"""Units of "as of 12 March 2022" with which a bracket opens."""


def in_brackets(scene: Scene, at: int) -> Attribution | None:
    """A source in brackets behind what it claims: "12 dead (police) and 30 wounded (WHO)".

    Also "19,000 killed (Eritrean claim), 67,000 killed (Ethiopian claim)" and "(estimate of the general staff)". Must
    not: "12 dead (Kyiv)", which names a place, "the ministry (MoD)".
    """
    units, actor = scene.units, scene.starts.get(at + 1)
    owned = _whose_account(scene, at + 1)
    if owned is not None:
        return Attribution(owned, at, owned.last + 1, forward=False, backward=True, rule="signed")
    if actor is None:
        actor = scene.starts.get(_behind_date(units, at + 1))  # "(as of 12 March, the general staff)"
    if actor is None or actor.last >= len(units):
        return None
    named = units[actor.last].low in CLAIMED_IN_BRACKETS and actor.last + 1 < len(units)
    close = actor.last + named
    if units[close].cls == "," and close + 2 < len(units) and units[close + 1].cls in "SA":  # "(Health Ministry, Baku)"
        close += 2
        seat = units[close - 1].entry
        if actor.side is None and seat is not None:
            actor = replace(actor, side=seat.side or seat.place_country, local=False)
    dated = close + 1
    while units[close].cls == "," and dated < min(close + 5, len(units) - 1) and units[dated].cls in "N0M":
        dated += 1
    close = dated if dated > close + 1 else close  # "(health ministry, 24 January)"
    if units[close].cls != ")":
        return None
    words = units[actor.first : actor.last]
    if (words[-1].low in CLAIMED_IN_BRACKETS or named) and (actor.side or actor.kind):
        return Attribution(actor, at, close + 1, forward=False, backward=True, rule="signed")  # "(Eritrean claim)"
    if words[0].low == "same" and scene.memory.speaker is not None:  # "236 wounded (same source)"
        same = replace(scene.memory.speaker, first=actor.first, last=actor.last, text=actor.text)
        return Attribution(same, at, close + 1, forward=False, backward=True, rule="signed")
    office = any(u.cls in "BY" or not u.senses.isdisjoint(("body_role", "person_role")) for u in words)
    office = office or (actor.kind == "international" and words[0].cls == "S")  # "(UNMISS)"
    ends = close + 1 == len(units) or (close + 2 == len(units) and units[close + 1].cls == ".")
    answers = actor.kind in ANSWERABLE or (ends and actor.kind in ("monitor", "media"))  # "12 killed in Homs (SOHR)"
    if not office or not answers or actor.counted or units[at - 1].cls in "YBDPX":
        return None
    return Attribution(actor, at, close + 1, forward=False, backward=True, rule="signed")


def _behind_date(units: list[Unit], at: int) -> int:
    """The unit behind a date and a comma with which a bracket opens; -1 without."""
    end = at
    while end < min(at + MAX_BRACKET_DATE, len(units)) and units[end].cls in "uFNM0/":
        end += 1
    dated = any(unit.cls == "N" for unit in units[at:end])
    return end + 1 if dated and end < len(units) and units[end].cls == "," else -1


def _whose_account(scene: Scene, at: int) -> Actor | None:
    """Who made an account that a bracket names first: "(| estimate of the Eritrean general staff)"."""
    units = scene.units
    at += at < len(units) and units[at].cls in "ta"
    if at + 1 >= len(units) or units[at].low not in CLAIMED_IN_BRACKETS or units[at + 1].cls not in "F^":
        return None
    actor = scene.starts.get(at + 2)
    closes = actor is not None and actor.last < len(units) and units[actor.last].cls in "),"
    return actor if actor is not None and closes and (actor.side or actor.kind) else None


def from_signature(scene: Scene, at: int) -> Attribution | None:
    """A source behind a dash or a colon at the end of its sentence: "12 killed in blast – police", "12 killed: ISPR".

    Must not: "12 killed – police arrested two", "the dead: police and soldiers", "133 of the army and 13 – the police".
    """
    units = scene.units
    actor = scene.starts.get(at + 1)
    if at > 1 and units[at - 1].cls == "0" and units[at - 2].cls == "&":
        return None
    if units[at].cls == ":" and actor is not None:
        closes = actor.last == len(units) or (actor.last == len(units) - 1 and units[-1].cls == ".")
        body = actor.plural is False and units[actor.first].cls in "YBSRt" and units[at - 1].cls == "p"
        counts = any(unit.cls in "0qz" for unit in units[:at]) and (units[at - 1].cls not in "pjk" or body)
        if not (closes and counts and actor.kind in SPEAKERS):
            return None
    if actor is None or (actor.kind in (None, "witness") and not actor.side) or units[at + 1].cls in "0zqha":
        return None
    rest = units[actor.last : actor.last + 8]
    if (rest and rest[0].cls not in '.;,/"') or any(u.cls in "cpjkbf0" for u in rest):
        return None
    return Attribution(actor, at, actor.last, forward=False, backward=True, rule="signed")
