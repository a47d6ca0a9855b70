"""Whose the victims are of whom a text goes on to tell: what else befell them, and how one of them died."""

from __future__ import annotations

from itertools import takewhile

from facttrack.candidates import Mention
from facttrack.clues import KIN
from facttrack.drafts import Draft
from facttrack.lexicon import lexicon
from facttrack.looks import Look
from facttrack.memory import Actor
from facttrack.owners import OWN_ARMY
from facttrack.parties import Victims
from facttrack.places import Place
from facttrack.scene import Attribution

__all__ = ["are_joined", "gone_on_with", "of_same_army", "of_those_told_of", "the_same"]

NEXT_OUTCOMES = {
    "killed": ("wounded", "missing", "captured"),
    "casualties": ("wounded", "missing", "captured"),
    "wounded": ("missing",),
    "missing": ("captured",),
}
"""What else is told of those of whom some met the first: "Four soldiers were killed. | Three more were wounded"."""
LABELS = frozenset({"label", "list_line"})
"""Rules of figures that stand behind a colon, each for itself."""
PERSONS = frozenset("men troops soldiers".split())
"""Nouns for those of whom a text tells again."""
MAX_AGAIN = 4
"""Figures, and sentences, back to the one of whose people a text tells again."""
BY_SPEAKER = frozenset({"enemy", "own_army", "admitted"})
"""Rules by which soldiers have their side from who speaks of them."""


def gone_on_with(
    look: Look, mention: Mention, attribution: Attribution | None, place: Place | None, earlier: list[Draft]
) -> Victims | None:
    """The victims of the figure before, if a number without a noun tells what else befell them.

    Covers: "a list of 192 soldiers killed, and said that | 511 had been wounded", "21 of its soldiers dead; | three are
    missing", "Four soldiers were killed. | Three more were wounded". Must not: "Four soldiers were killed. In Kharkiv |
    14 were hurt", "A child was killed. | Seven were hurt", "the army lost 12 men, and a hospital said 30 were hurt".
    """
    last = earlier[-1] if earlier else None
    if last is not None and last.look is look and last.mention is not None and last.mention.part:
        last = earlier[-2] if len(earlier) > 1 and earlier[-2].look is look else None
        # "402 men, 187 of them dead; | two captured"
    if last is None or last.mention is None or last.whole is not None or last.mention.part or last.victims.of_some:
        return None
    if mention.part or mention.inherited or mention.rule in LABELS or last.mention.group.quantity.best == 1:
        return None
    units = look.reading.units[mention.group.first : mention.group.last + 1]
    lead = look.reading.units[mention.group.first - 1].cls if mention.group.first else "."
    others = lead != "&" and units[mention.group.last - mention.group.first - 1].low == "others"
    more = others or any(u.low in ("more", "another", "a further") for u in units)
    if place is not None and not more and (last.place is None or last.place[0] != place[0]):
        return None
    follows = mention.outcome in NEXT_OUTCOMES.get(last.mention.outcome, ())
    if not (follows or (more and mention.outcome == last.mention.outcome)) or look.number - last.look.number > 1:
        return None
    before = last.attribution.actor.source if last.attribution is not None else None
    now = attribution.actor.source if attribution is not None else None
    beside = takewhile(lambda draft: draft.look is last.look, reversed(earlier))
    same = before == now or more  # "Four officers died, the army said. | Twelve more were hurt, police added"
    return last.victims if same and len({draft.victims.victim_class for draft in beside}) == 1 else None


def of_same_army(
    look: Look, mention: Mention, victims: Victims, earlier: list[Draft], speaker: str | None
) -> str | None:
    """Whose soldier it is of whom more is told than that some of a named army fell, in the sentence before.

    `speaker` is the side of who tells it, whose own soldier it more likely is.

    Covers: "Two U.S. soldiers died. | One soldier was killed near Baghdad", "| One of them died when a bomb exploded",
    "| A fourth soldier was hurt". Must not: "Two U.S. soldiers died. | 40 soldiers were killed", "One rebel fell",
    "Two Israeli soldiers died. | The Lebanese army said one soldier was killed".
    """
    last = earlier[-1] if earlier else None
    if last is None or last.mention is None or look.number - last.look.number != 1:
        return None
    whose, group, units = last.victims, mention.group, look.reading.units
    if group.head is None and group.part and units[group.quantity.last].low == "of them":
        opens = group.first <= 1  # "| Three of them were shot by the army"; "killed | about 40 of them"
        return whose.side if opens or (mention.voice == "active" and whose.victim_class == "combatant") else None
    if whose.rule not in ("named", "coordinated") or whose.victim_class != "combatant":
        return None
    if whose.stance == "insurgent" or whose.side in lexicon().groups or speaker not in (None, whose.side):
        return None
    if group.head is None:
        return None
    few = mention.outcome == last.mention.outcome and 0 < (group.quantity.best or 0) <= (
        last.mention.group.quantity.best or 0
    )  # "three U.S. soldiers died. | Two soldiers were killed by a bomb"
    alike = units[group.head].low in OWN_ARMY and (few or group.quantity.best == 1 or group.quantity.rule == "another")
    return whose.side if alike and victims.stance != "insurgent" else None


def the_same(look: Look, mention: Mention, earlier: list[Draft]) -> Victims | None:
    """The victims of an earlier figure of whom a definite one tells again: "two soldiers … | The two men vanished".

    Must not: "two U.S. soldiers … | Two men vanished", "| The two rebels died", whose noun is another.
    """
    group, units = mention.group, look.reading.units
    number = group.quantity.best
    if not group.first or units[group.first - 1].low not in ("the", "all") or not number or group.part:
        return None
    for draft in reversed(earlier[-MAX_AGAIN:]):
        told = draft.mention
        if told is None or look.number - draft.look.number > MAX_AGAIN or told.group.quantity.best != number:
            continue
        head = told.group.head
        alike = group.head is None or units[group.head].low in PERSONS
        alike = alike or (head is not None and units[group.head or 0].low == draft.look.reading.units[head].low)
        return draft.victims if alike else None
    return None


def of_those_told_of(look: Look, mention: Mention, source: Actor | None, earlier: list[Draft]) -> str | None:
    """The side of those told of last, if these are counted among them, or by the kin of soldiers, as theirs were.

    Covers: "The agency spoke of 300 North Korean dead. Seoul counted | 1,100 casualties among them", "A sailor died,
    the ministry said. Relatives of conscripts said | 40 were killed".
    Must not: "counted | 12 casualties, two doctors among them", "Relatives of the dead said | 40 were killed".
    """
    last = next((draft for draft in reversed(earlier) if draft.kind == "count" and draft.victims.side), None)
    if last is None or look.number - last.look.number > MAX_AGAIN:
        return None
    units, end = look.reading.units, max(mention.group.last, mention.cue[1])
    among = [unit.low for unit in units[end : end + 1]] == ["among them"]
    if among and not any(
        unit.cls in "RSvV" for unit in (*units[: mention.group.first], *units[mention.cue[1] - 1 : end])
    ):
        return last.victims.side
    if source is None or source.pronoun or last.victims.victim_class != "combatant":
        return None
    if any(unit.cls in "RS" for unit in units[source.first : source.last]):
        return None  # "the wife of a Ukrainian officer"
    words = [unit.low for unit in units[source.first : source.last]]
    kin = source.kind == "witness" and not KIN.isdisjoint(words)
    return last.victims.side if kin and not OWN_ARMY.isdisjoint(words) else None


def are_joined(before: Draft, mention: Mention, victims: Victims) -> bool:
    """Whether one verb tells of two sorts of soldiers of a speaker or its enemy: "25 soldiers and | 11 policemen died".

    Must not: "three French soldiers and | two policemen were killed", "nine soldiers and | four rebels".
    """
    told = before.mention is not None and before.mention.cue == mention.cue and before.victims.rule in BY_SPEAKER
    alike = before.victims.victim_class == victims.victim_class == "combatant"
    return told and alike and before.victims.stance == victims.stance
