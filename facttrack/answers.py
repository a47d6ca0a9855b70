"""Answers: a bare number that a question for casualties asks for: "How many died? | Eleven, and 20 were wounded."."""

from __future__ import annotations

from facttrack.candidates import Mention
from facttrack.chunks import Chunk
from facttrack.uncounted import set_aside
from facttrack.units import Reading

__all__ = ["add_answer", "asked_outcome"]

ASKING = frozenset(["how many", "what number of"])
MAX_LABEL = 6
"""Units of the label before an answer: "GENERAL JOHN SMITH: | Eleven."."""
CLOSING = ",.;-&]N/"
"""Classes behind a number that is all of an answer: "Eleven | .", "More than 120 | since Monday"."""
RULES = frozenset(["coordinated", "weighed", "listed"])
"""Rules by which a number takes the casualty word behind it that counts others: "Eleven, and | 20 were wounded"."""


def asked_outcome(reading: Reading) -> str | None:
    """The outcome for whose number a sentence asks: "How many soldiers were killed?"; None if it does not ask so."""
    units = reading.units
    if units[-1].text != "?":
        return None
    at = next((i for i, unit in enumerate(units) if unit.low in ASKING), None)
    if at is None:
        return None
    told = (u.entry.outcome for u in units[at:] if u.cls in "jkLpio" and u.entry is not None and u.entry.outcome)
    return next(told, "casualties" if any(u.cls == "l" for u in units[at:]) else None)


def add_answer(reading: Reading, chunks: list[Chunk], mentions: list[Mention], outcome: str) -> None:
    """Adds the number with which a sentence opens to its mentions, as what was asked for.

    Covers: "A: | Eleven, and twenty wounded", "MINISTER: | More than 120 since Monday", "| None."
    Must not: "| Two buses came", "A: | In 2015 we lost count", "| Ten? Twenty? Nobody knows".
    """
    units = reading.units
    if units[-1].text == "?":
        return
    colon = next((i for i, unit in enumerate(units[:MAX_LABEL]) if unit.cls == ":"), -1)
    chunk = next((each for each in chunks if each.first == colon + 1), None)
    group = chunk.group if chunk is not None else None
    if chunk is None or group is None or chunk.letter not in "0z#" or group.attributive is not None:
        return
    behind = units[group.last] if group.last < len(units) else units[-1]
    if behind.cls not in CLOSING and behind.low != "since":
        return
    if chunk.letter == "#" and (group.head is None or units[group.head].cls not in "vV"):
        return
    if set_aside(units, chunk, group) is not None:
        return
    made = next((mention for mention in mentions if mention.group is group), None)
    if made is None:
        mentions.insert(0, Mention(group, outcome, (group.first, group.last), "answer"))
    elif made.rule in RULES and group.head is None:
        made.outcome, made.cue, made.rule, made.shared = outcome, (group.first, group.last), "answer", None
