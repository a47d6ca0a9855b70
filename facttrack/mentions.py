"""Quantities to casualty mentions: which numbers count people killed, wounded, missing or captured.

A sentence comes as its noun groups (`groups`) and as a string of chunk letters (`chunks`). `RULES` are the ways in
which a number hangs on a casualty word, in the order in which they are tried: most are a pattern over the letters
before the number, or after it. The name of the rule that made a mention stays with it, down to the claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from facttrack.candidates import Candidate, Figure, Mention, Verdict
from facttrack.carried import STRENGTH, carried, list_line, shared
from facttrack.chunks import Chunk, find_chunks
from facttrack.groups import Group, find_groups
from facttrack.linked import AROUND, BESIDE, HOLDING, may_share_noun, shares_noun
from facttrack.nobody import is_of_nobody
from facttrack.tolls import are_back
from facttrack.uncounted import set_aside
from facttrack.units import HURTS, Reading, Unit
from facttrack.unreal import is_compound, is_said_of_people, is_unreal
from facttrack.weighed import weigh

__all__ = ["BEGINNING", "Asked", "Dropped", "figure_of", "find_mentions"]

Dropped = tuple[Group, str]
"""A number that counts nobody, and why."""
Asked = tuple[Candidate, Mention | None, str]
"""A number that the rules were asked for, what they made of it, and which of them refused it, if one did."""
UNREAL = "a modal, a condition, a forecast or a plan"
BEGINNING = frozenset({"capture_noun", "hasty_grave"})
"""Senses of words that are none of casualties and with which a rule can begin."""
TELLING = frozenset("pijgyWlLOokI")
"""Classes of casualty words, and of "of the dead"."""


COME_OF = re.compile(r"(?:(?:x|[/F^]x){0,4}&?|(?:x|[/F]x){1,4}&v(?:x|[T/F]x){1,4})(?P<verb>P)")
"""What stands between a casualty verb and another one with the same subject."""
BESIDE_VERB = frozenset({"predicate", "relative", "postposed", "postposed_far"})
"""Rules of numbers that are the subject of their casualty verb."""


def find_mentions(
    reading: Reading,
    context: str | None = None,
    figures: Sequence[Figure] = (),
    recent: int = 0,
    dropped: list[Dropped] | None = None,
    asked: list[Asked] | None = None,
) -> tuple[list[Mention], list[Chunk]]:
    """The casualty mentions of a sentence in text order, and its chunks.

    `context` is the outcome that the text before spoke of last, `figures` are those of the sentences before, the last
    `recent` of them of the last sentence that had any. To `dropped` go the numbers that count nobody, each with why;
    to `asked` those that the rules were asked for.

    Covers: "137 soldiers were killed", "killing three and wounding another 14", "27 dead, 40 hurt", "the deaths of 12",
    "the toll rose from 40 to 45", "losses of about 300", "12 people, seven of them children", "no one was hurt".
    Must not: "could kill 50,000", "six deaths a day", "12 police stations", "half of them", "killed the bill".
    """
    units = reading.units
    if context is None and not _may_tell(reading):
        return [], []
    groups = find_groups(reading)
    if all(group.letter == "$" for group in groups):
        return [], []
    chunks = find_chunks(reading, groups)
    line = "".join([chunk.letter for chunk in chunks])
    mentions: list[Mention] = []
    last_at = -1
    for at, chunk in enumerate(chunks):
        group = chunk.group
        if group is None or (chunk.letter == "$" and not may_share_noun(units, group)):
            continue
        reason = set_aside(reading, group)
        if reason is not None:
            if dropped is not None:
                dropped.append((group, reason))
            continue
        last = mentions[-1] if mentions else None
        known = [*figures, *map(figure_of, mentions)]
        here = recent + len(mentions)
        number = Candidate(reading, chunks, line, at, group, last, last_at, context, known, here)
        made: Mention | None = None
        if chunk.letter == "$":
            mention = shares_noun(number) or None
        else:
            made, refused = _link(number)
            mention = _come_of(number, weigh(number, made, refused))
            if asked is not None:
                asked.append((number, made, refused))
        if (
            mention
            and not (group.unknown and not is_said_of_people(reading, mention))
            and not is_unreal(units, mention)
            and not is_compound(units, mention)
            and not is_of_nobody(units, mention)
        ):
            if group.quantity.kind != "zero" and _is_among(units, mention):
                mention.part = True
            before = units[group.first - 1].cls if group.first else ""
            if last is not None and mention.cue == last.cue and (before == "I" or (group.part and before == ",")):
                mention.shared = mention.shared or last  # "ten rebels, | three of them women, were killed"
            mentions.append(mention)
            last_at = at
        elif dropped is not None:
            dropped.append((group, _why_dropped(number, mention, made)))
    return _most_precise(units, mentions), chunks


def _come_of(number: Candidate, mention: Mention | None) -> Mention | None:
    """A mention with what came of those who were hurt, taken or missed, where its clause tells it; None if set free.

    Covers: "17 soldiers who were injured | had died", "six wounded in the blast | died", "four of those shot by police
    | died", "a boy was hit by a bullet and | died", "guards who were taken hostage | were released".
    Must not: "12 were injured, | and two died".
    """
    if mention is None or mention.outcome == "killed" or mention.rule not in BESIDE_VERB:
        return mention
    cue, units = mention.cue, number.units
    at = next((i for i in range(number.rest, len(number.chunks)) if number.chunks[i].first == cue[0]), None)
    if at is None:
        return mention
    after = units[cue[1] : cue[1] + 3]
    if mention.outcome == "captured" and after and after[0].cls == "b" and any("release" in u.senses for u in after):
        return None
    if mention.outcome == "missing" and are_back(units, cue[1]):
        return None  # "policemen who had been missing | have since returned"
    hit = COME_OF.match(number.line, at + 1)
    verb = number.chunks[hit.start("verb")] if hit is not None else None
    if verb is not None and verb.outcome == "killed" and not (verb.negated or verb.hypothetical):
        mention.outcome, mention.cue = "killed", (verb.first, verb.last)
    return mention


def _is_among(units: list[Unit], mention: Mention) -> bool:
    """Whether those counted are some of others by the words around the figure.

    Covers: "| five medics are among the martyrs", "1,015 casualties (| 536 dead)". Must not: "40 wounded (| 12 dead)".
    """
    first = mention.group.first
    if "among the " in units[mention.cue[1] - 1].low:
        return True
    if mention.outcome == "casualties" or first < 2 or units[first - 1].cls != "(":
        return False
    before = units[first - 2]
    return before.cls == "k" and before.entry is not None and before.entry.outcome == "casualties"


def figure_of(mention: Mention) -> Figure:
    """What a mention lends to a bare number that goes on with it; a part lends no size."""
    quantity = mention.group.quantity
    return mention.outcome, None if mention.part else quantity.best or quantity.high or quantity.low or None


def _may_tell(reading: Reading) -> bool:
    """Whether a sentence has a word with which any of the rules can begin; most have none, and are done."""
    return (
        not TELLING.isdisjoint(reading.classes)
        or not BEGINNING.isdisjoint(reading.senses)
        or any(unit.low in HOLDING or unit.low in STRENGTH or unit.low in HURTS for unit in reading.units)
    )


def _most_precise(units: list[Unit], mentions: list[Mention]) -> list[Mention]:
    """Makes "Dozens dead – at least 38" one claim, the more precise."""
    kept: list[Mention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.group.quantity.kind == "vague"
            and mention.group.letter == "0"
            and mention.group.quantity.kind == "number"
            and mention.outcome == before.outcome
            and not mention.part
            and (mention.group.quantity.best or 0) >= (before.group.quantity.low or 0)
            and {u.cls for u in units[max(before.group.last, before.cue[1]) : mention.group.first]} <= set("-,(:")
        ):
            mention.shared, mention.cue = None, before.cue
            if before.group.head is not None:  # whose noun both have: "dozens of its soldiers died, at least 38"
                mention.group = replace(before.group, quantity=mention.group.quantity)
                mention.inherited = before.inherited
            kept.pop()
        kept.append(mention)
    return kept


def _why_dropped(number: Candidate, mention: Mention | None, made: Mention | None) -> str:
    """Why a number became no mention, although nothing had set it aside; `made` is what the rules made of it."""
    if mention is None and made is not None:
        return "too little speaks for it, all its signs together"
    if mention is None:
        for rule in RULES:
            verdict = rule(number)
            if verdict is not None:
                verb = next((c for c in number.verbs_beside() if c.negated or c.hypothetical), None)
                if verb is not None:
                    told = " ".join(unit.text for unit in number.units[verb.first : verb.last])
                    return f"“{told}” is not said to have happened: {'a negation' if verb.negated else UNREAL}"
                return f"refused by the rule {rule.__name__.strip('_')}: {(rule.__doc__ or '').partition(chr(10))[0]}"
        return "hangs on no word of casualties"
    words = " ".join(unit.text for unit in number.units[slice(*mention.cue)])
    cue = f"“{words}”" if words else "what it goes on with"
    if is_unreal(number.units, mention):
        return f"{cue} is not said to have happened: {UNREAL}"
    if is_compound(number.units, mention):
        return f"{cue} only tells what kind of thing is counted"
    if is_of_nobody(number.units, mention):
        return f"{cue} is said of nobody who is counted"
    return f"{cue} may be said of what are no people"


def _link(number: Candidate) -> tuple[Mention | None, str]:
    """How one quantity hangs on a casualty word: the first rule that has a verdict decides; if it refuses, its name."""
    for rule in RULES:
        verdict = rule(number)
        if verdict is not None:
            return verdict or None, "" if verdict else rule.__name__.strip("_")
    return None, ""


RULES: tuple[Callable[[Candidate], Verdict], ...] = (*BESIDE, shared, *AROUND, list_line, carried)
"""All rules in the order in which they are asked: those with a casualty word beside the number first."""
