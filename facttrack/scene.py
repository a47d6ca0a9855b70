"""What an attribution is, and the sentence in which the rules of attribution look for one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from facttrack.memory import Actor, Memory
from facttrack.subjects import OPENS, SELVES, SPEAKERS
from facttrack.units import Reading, Unit

__all__ = [
    "IMPARTIAL",
    "Attribution",
    "Scene",
    "actor_from",
    "can_count",
    "can_own",
    "ends_speech",
    "fits_pronoun",
    "note_way",
    "owner_between",
    "person_of",
]

IMPARTIAL = frozenset("monitor emergency international media".split())
"""Kinds of source that are no party. "Its" can mean them, though people are named ("Human Rights Activists"), and they
tell the line of a list that they head, where an army may head that of its own dead."""


@dataclass(slots=True)
class Attribution:
    """A source with its cue. It governs what follows (`forward`), what precedes (`backward`), or both."""

    actor: Actor
    first: int
    last: int
    forward: bool
    backward: bool
    rule: str
    via: Actor | None = None
    admits: bool = False
    counts: bool = False


@dataclass(slots=True)
class Scene:
    """A sentence while its attributions are found: who stands where, who has spoken, what was known before."""

    reading: Reading
    units: list[Unit]
    actors: list[Actor]
    starts: dict[int, Actor]
    """The actors by their first unit."""
    memory: Memory
    found: list[Attribution] = field(default_factory=list)
    quoted: dict[int, Actor] = field(default_factory=dict)
    """Who quotes an actor, by its first unit, that becomes the source only later in the sentence."""


def actor_from(scene: Scene, at: int) -> Actor | None:
    """The actor that begins at a unit, or just after an article, a quotation mark or a number."""
    for i in range(at, min(at + 3, len(scene.units))):
        if i in scene.starts:
            return scene.starts[i]
        if scene.units[i].cls not in 'tasxJm"~FN':
            return None
    return None


def note_way(scene: Scene, at: int, outlet: Actor) -> None:
    """Note the outlet of "X said, quoted by the Times" on what X said; of "X, quoted by the Times, said" for later."""
    units = scene.units
    for attribution in reversed(scene.found):
        if attribution.actor.last <= at:
            attribution.via = outlet
            return
    end = at - 1 if units[at - 1].cls == "b" else at  # "A commander was | quoted by the agency as saying"
    earlier = next((a for a in scene.starts.values() if a.last == end and not a.pronoun), None)
    if earlier is not None:
        scene.quoted[earlier.first] = outlet


def owner_between(scene: Scene, first: int, last: int) -> Actor | None:
    """Who owns an account at unit `last`: an actor named before it, else the person of "his", "its", "their"."""
    units = scene.units
    if first == last or units[first].cls != "s":
        for k in range(first, last + 1):
            actor = scene.starts.get(k)
            if actor is not None and (actor.side or actor.kind or actor.named):
                return actor
    possessive = next((u for u in units[first:last] if u.cls == "s"), None)
    if possessive is None:
        return None
    pronoun = person_of(possessive)
    for actor in reversed(scene.actors):  # "Hezbollah lost 13 men by | its own account"
        opens = actor.last < first and (actor.first == 0 or units[actor.first - 1].cls in OPENS)
        fits = fits_pronoun(pronoun, actor)
        if (
            opens
            and fits
            and units[actor.first].cls not in "xh"  # "north of Mogadishu"
            and (actor.side or (actor.kind in SPEAKERS and actor.kind != "witness"))
        ):
            return replace(actor, first=first, last=last)
    order = (scene.memory.sentence, first)
    return Actor(first, last, possessive.text.split()[0], possessive.text, pronoun=pronoun, order=order)


def person_of(possessive: Unit) -> str:
    """The pronoun that belongs to "his", "its own", "their"."""
    word = possessive.low.split()[0]
    return "he" if word in ("his", "her") else "it" if word == "its" else "they"


def fits_pronoun(pronoun: str, actor: Actor) -> bool:
    """Whether a pronoun can mean an actor, by number and kind."""
    if actor.pronoun:
        return False
    if pronoun == "he":
        return actor.person and not actor.plural
    return not actor.person or actor.kind in IMPARTIAL or (pronoun == "they" and actor.plural)


def can_own(units: list[Unit], actor: Actor) -> bool:
    """Whether an actor opens its clause and can own "its estimate"."""
    opens = actor.first == 0 or units[actor.first - 1].cls in OPENS
    return opens and not actor.pronoun and actor.kind in SPEAKERS and actor.kind != "witness" and not actor.counted


def ends_speech(units: list[Unit], at: int) -> bool:
    """Whether "claims" is the verb that closes a sentence: "…, the army | claims.", "…, police | report".

    Covers: "…, the company | said.", "…, generals | admitted, and …".
    Must not: "by its own | estimates.", "a police | report.".
    """
    past = units[at].low.endswith("ed") and not units[at].senses.isdisjoint(("say", "admit"))
    if past or units[at].low in ("said", "says"):
        return at + 1 >= len(units) or units[at + 1].cls in ".,;N/"
    if not units[at].low.endswith("s"):
        at -= units[at - 1].low in SELVES  # "the police themselves | report"
        plural = units[at - 1].low.endswith(("s", "police", "media", "people"))
        start = at - 1
        while start > 0 and at - start < 5 and units[start - 1].cls in "tRSJ":
            start -= 1
        body = units[at - 1].cls in "YDB" or "body_role" in units[at - 1].senses
        return plural and body and start > 0 and units[start - 1].cls == ","
    if units[at - 1].cls not in "YDPSBXx":
        return False
    for i in range(at - 1, max(-1, at - 8), -1):
        if units[i].cls in "^>Fs/":
            return False
        if units[i].cls == ",":
            return True
    return False


def can_count(actor: Actor) -> bool:
    """Whether an actor can count the dead: "a resident counted 12", "villagers spoke of dozens"; not "12 residents"."""
    if actor.kind == "witness":
        first = actor.text.split()[0].lower()
        if actor.plural or actor.head.endswith("people") or first in ("a", "an", "the", "one"):
            return not actor.counted or (first == "one" and not actor.plural)
    elif actor.kind is not None:
        return True
    office = actor.definite and bool(actor.head) and not actor.person
    return bool(actor.pronoun or actor.side or actor.document or actor.named or office)
