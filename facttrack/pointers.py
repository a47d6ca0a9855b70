"""Sentences that say whose figure was told right before them: "That is the figure | given by the governor"."""

from __future__ import annotations

from collections.abc import Sequence

from facttrack.attribution import ACCOUNTS, AMOUNTS, COMING, POINTING, Attribution
from facttrack.memory import Actor
from facttrack.subjects import SPEAKERS
from facttrack.units import Reading, Unit

__all__ = ["find_pointer", "may_point"]

OPENINGS = ("That ", "This ", "Those ", "These ", "It ", "The ")
WORDS = ("figure", "toll", "count", "number", "estimate", "tally", "total", "what", "according", "list", "version")
"""Words of which a sentence that points back has one."""

NOUNS = ACCOUNTS | {"tally_noun", "toll"}
"""Senses of nouns for a figure."""
LEADING = frozenset("^>F]")
"""Classes of words before whose figure it is: "by", "according to", "of", "from"."""
BY_TIME = frozenset("at around about before after".split())
MAX_CLAUSE = 16
"""Units of a clause that points back."""


def may_point(text: str) -> bool:
    """Whether a sentence can point back, by its words alone."""
    return text.startswith(OPENINGS) and any(word in text for word in WORDS)


def find_pointer(reading: Reading, actors: Sequence[Actor]) -> Attribution | None:
    """Whose the figures of the sentence before are, where a sentence opens with words that point back at them.

    Covers: "That is the figure | given at nine by the director", "The toll | came from the ministry", "This is |
    according to the police", "Those figures are | the hospital's", "That is what | the army says".
    Must not: "That is not the figure of the army", "The figure given by the army is 40", "That is the work of rebels".
    """
    units = reading.units
    end = next((i for i, unit in enumerate(units) if unit.cls in ".,;:"), len(units))
    if not 3 < end <= MAX_CLAUSE or not _points(units):
        return None
    if any(u.cls in "nqz" or (u.cls == "0" and units[i - 1].low not in BY_TIME) for i, u in enumerate(units[:end])):
        return None
    verb = next((i for i in range(1, 4) if units[i].cls == "b" or units[i].low in COMING), None)
    if verb is None:
        return None
    if verb + 1 < end and units[verb].cls == "b" and units[verb + 1].low == "what":
        said = next((a for a in actors if a.first == verb + 2 and not a.pronoun), None)
        told = said is not None and said.last < end and units[said.last].cls == "c" and _speaks(said)
        return _made(said) if said is not None and told else None
    noun = next((i for i in range(end) if _is_noun(units[i])), None)
    for actor in actors:
        if actor.first <= verb or actor.first >= end or actor.counted or actor.pronoun or not _speaks(actor):
            continue
        lead = units[actor.first - 1]
        owns = actor.last < len(units) and units[actor.last].cls == "'"
        if lead.low.startswith("according"):
            return _made(actor)
        if noun is None:
            continue
        if actor.document and actor.first <= noun < actor.last - 1:
            return _made(actor)  # "That is | the figure of the governor."
        if lead.cls in LEADING or lead.low == "from" or lead.low.endswith(" by"):
            return _made(actor)
        if noun < verb and owns and actor.last + 1 >= end:
            return _made(actor)  # "Those figures are | the hospital's."
        if actor.last in (noun, noun + 1) and noun + 1 >= end:
            return _made(actor)  # "That is | the police figure."
        if lead.low == "that" and noun == actor.first - 2 and any(u.cls == "c" for u in units[actor.last : end]):
            return _made(actor)  # "That was the figure that | the police gave at noon."
    return None


def _points(units: list[Unit]) -> bool:
    """Whether a sentence opens with "that", "this", "it", or with "the figure"."""
    if units[0].low in POINTING or units[0].low == "it":
        return True
    return units[0].cls == "t" and _is_noun(units[1])


def _is_noun(unit: Unit) -> bool:
    return unit.cls == "L" or unit.low in AMOUNTS or not unit.senses.isdisjoint(NOUNS)


def _speaks(actor: Actor) -> bool:
    return actor.kind in SPEAKERS or bool(actor.side)


def _made(actor: Actor) -> Attribution:
    return Attribution(actor, actor.first, actor.last, forward=False, backward=True, rule="pointed")
