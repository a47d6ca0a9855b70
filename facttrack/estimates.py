"""The rule by which a number is a value of estimates whose casualties were named before."""

from __future__ import annotations

from facttrack.candidates import Candidate, Mention, Verdict
from facttrack.chunks import Chunk

__all__ = ["are_of_violence", "estimated"]

MAX_BACK = 24
"""Units before a word for estimates in which a word of casualties may stand."""
ATTRIBUTE = "attribute"
"""The sense of adjectives that tell of no other thing than a figure: "previous estimates"."""
VIOLENCE = frozenset({"plain_harm", "of_war", "neutral_attack"})
"""Senses of words by which a text tells of people who were killed or hurt."""
VARYING = "varying"
"""The sense of verbs whose subject has several values: "range", "vary"."""


def estimated(number: Candidate) -> Verdict:
    """The values of estimates whose casualties stand before, in the sentence or in the text.

    Covers: "estimates vary | between 200,000 and 300,000", "no toll is agreed, with estimates ranging | from 500 to
    900", "estimates have been | as high as 300,000".
    Must not: "price estimates range | from 30 to 50", "estimates of the refugees vary | from 300 to 500".
    """
    qualifier = number.group.quantity.qualifier
    if number.letter not in "0#" or qualifier not in ("range", "at_most") or number.group.unknown:
        return None
    units, at = number.units, number.group.first
    varies = False
    while at and (units[at - 1].cls in "bf,~" or VARYING in units[at - 1].senses or units[at - 1].low.endswith("ly")):
        at -= 1
        varies = varies or VARYING in units[at].senses
    if at < 1 or "tally_noun" not in units[at - 1].senses:
        return None
    if not varies and not (qualifier == "at_most" and at < number.group.first):
        return None
    kind = units[at - 2] if at > 1 else None
    if kind is not None and kind.cls not in "ts/&,;:JRm" and ATTRIBUTE not in kind.senses:
        return None
    return _of_word(number, at - 1)


def _of_word(number: Candidate, at: int) -> Mention | None:
    """The number under the outcome of the casualty word before a unit, else under that of the text before."""
    units = number.units
    for i in range(at - 1, max(-1, at - MAX_BACK), -1):
        entry = units[i].entry
        if units[i].cls in "kLjpi" and entry is not None and entry.outcome:
            return Mention(number.group, entry.outcome, (i, i + 1), "estimated", part=number.part)
    outcome = number.outcome_told() if not number.counts_others() else None
    return Mention(number.group, outcome, (at, at + 1), "estimated", part=number.part) if outcome else None


def are_of_violence(number: Candidate, word: Chunk) -> bool:
    """Whether a toll is of people hurt or killed: victims alone may be those of a fraud, where nothing tells of more.

    Covers: "the number of victims of the shooting", "the death toll". Must not: "the number of victims of the fraud".
    """
    units = number.units
    if number.told is not None or units[word.last - 1].low.split()[-1] != "victims":
        return True
    return any(not word.first <= i < word.last and not unit.senses.isdisjoint(VIOLENCE) for i, unit in enumerate(units))
