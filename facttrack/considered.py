"""What was considered in a text and became no claim, and why: for whoever misses a row, or writes rules."""

from __future__ import annotations

from dataclasses import dataclass

from facttrack.claims import find_claims
from facttrack.groups import Group, find_groups
from facttrack.lexicon import lexicon
from facttrack.looks import Look, anybody, read_document
from facttrack.memory import Memory
from facttrack.mentions import Dropped, find_mentions
from facttrack.models import Claim, Document
from facttrack.sentences import Sentence, find_sentences
from facttrack.silence import find_silences
from facttrack.units import Reading, Unit, read_sentence

__all__ = ["Considered", "consider"]

REPEATED = "repeats a sentence before word for word"
OF_THINGS = "counts no people"
DISBELIEVED = "nowhere does the text say plainly that people were killed, hurt or taken, or speak of war"
SETTLED = "a date, a time, an age, a label or a part of a name"
NO_WORD = "hangs on no word of casualties"
NOT_KEPT = "told by the claim beside it, or only by the words of a silence or denial"
NO_SILENCE = "words of silence or denial, but about no losses, or by nobody who could have counted them"


@dataclass(frozen=True, slots=True)
class Considered:
    """Words of a text that could have made a claim: `start` up to, not including, `end`, in characters.

    `claim` is the claim that they made; else `reason` says why there is none.
    """

    sentence: str
    start: int
    end: int
    words: str
    claim: Claim | None = None
    reason: str = ""


def consider(document: Document) -> list[Considered]:
    """All numbers, silences and denials of a document, in text order, each with its claim or with why there is none.

    >>> text = "In 2014 Kyiv said 12 soldiers had died. The army lost 30 trucks and fears that 20 men may die."
    >>> for one in consider(Document("a", text)):
    ...     print(one.words, "|", one.claim.outcome if one.claim else one.reason)
    2014 | a date, a time, an age, a label or a part of a name
    12 | killed
    30 trucks | counts no people
    20 men | “may die” is not said to have happened: a modal, a condition, a forecast or a plan
    """
    words = lexicon()
    claims = find_claims(document)
    looks = {look.sentence.start: look for look in read_document(document, words, Memory(document.published))}
    found: list[Considered] = []
    for sentence in find_sentences(document.text):
        look = looks.get(sentence.start)
        own = [claim for claim in claims if sentence.start <= claim.start < sentence.end]
        reading = look.reading if look is not None else read_sentence(sentence, words)
        found += _of_sentence(document.text, sentence, reading, look, own, bool(looks) and look is None)
    return found


def _of_sentence(
    text: str, sentence: Sentence, reading: Reading, look: Look | None, claims: list[Claim], repeated: bool
) -> list[Considered]:
    """What one sentence has; `repeated` if it stood in the text before."""
    units = reading.units
    made = [Considered(sentence.text, claim.start, claim.end, text[claim.start : claim.end], claim) for claim in claims]
    dropped: list[Dropped] = []
    context, figures, recent = look.told if look is not None and look.told is not None else (None, [], 0)
    mentions, _ = find_mentions(reading, context, figures, recent, dropped)
    believed = {mention.group.first for mention in look.mentions} if look is not None else set()
    doubted = {mention.group.first for mention in mentions} - believed
    reasons = {group.first: reason for group, reason in dropped}
    groups = find_groups(reading)
    for group in groups:
        start, end = units[group.first].start, units[group.last - 1].end
        if any(claim.start < end and start < claim.end for claim in claims) or not _is_number(units, group):
            continue
        reason = OF_THINGS if group.letter == "$" else reasons.get(group.first)
        if repeated:
            reason = REPEATED
        elif reason is None and group.first in doubted:
            reason = DISBELIEVED
        elif reason is None:
            reason = NOT_KEPT if look is not None and look.mentions else NO_WORD
        made.append(Considered(sentence.text, start, end, text[start:end], None, reason))
    covered = [(one.start, one.end) for one in made]
    for unit in units:
        if unit.text[:1].isdigit() and not any(start <= unit.start < end for start, end in covered):
            made.append(Considered(sentence.text, unit.start, unit.end, text[unit.start : unit.end], None, SETTLED))
    if look is not None and look.silent and not any(claim.kind != "count" for claim in claims):
        made += _silences(text, sentence, reading)
    return sorted(made, key=lambda one: (one.start, one.end))


def _is_number(units: list[Unit], group: Group) -> bool:
    """Whether a group has a number that somebody would look for: not every "a man" and "the two"."""
    return group.quantity.kind not in ("article", "both", "all", "another")


def _silences(text: str, sentence: Sentence, reading: Reading) -> list[Considered]:
    """The words of silence or denial of a sentence that made no claim."""
    return [
        Considered(sentence.text, start, end, text[start:end], None, NO_SILENCE)
        for start, end in (
            (reading.units[one.first].start, reading.units[one.last - 1].end)
            for one in find_silences(reading, anybody, anybody, True)
        )
    ]
