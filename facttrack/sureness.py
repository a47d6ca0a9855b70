"""How likely a row is right: by the rules that made it, who speaks of whom, and how many sides its text has.

What each sign is worth stands in data/lexicon/weights.csv, counted out on the gold on which rules are written. How
likely a sum makes a row right in all core fields is set by the gold that is only measured.
"""

from __future__ import annotations

from math import exp, floor

from facttrack.drafts import STAGES, Draft
from facttrack.lexicon import lexicon
from facttrack.memory import Memory
from facttrack.weighed import ALWAYS, weight_of

__all__ = ["RIGHT", "SURE", "confidence_of_count", "row_signs"]

RIGHT, SURE = "right", "sure"
"""The decision whether a row is right; and the line by which its sum becomes a confidence."""
SLOPE, TOP = "slope", "top"
HIGH = 0.9
"""The confidence from which on 95 of 100 measured rows were right: those that the line makes `TOP` have it."""
SUREST = 0.99
"""No row is surer."""
MOST = 6
"""States, sides and claims from which on they are many."""
LONG = 12
"""Units by which the length of a sentence is told."""


def confidence_of_count(draft: Draft, memory: Memory, before: int) -> float | None:
    """How likely a count is right in number, outcome, class, side and source; None where the table has no weights.

    `before` is how many claims its text had made.
    """
    weight = weight_of(RIGHT, row_signs(draft, memory, before))
    line = lexicon().weights.get(SURE)
    if weight is None or not line:
        return None
    likely = 1 / (1 + exp(-(line[SLOPE] * weight + line[ALWAYS])))
    top = line[TOP]
    if likely < top:
        return floor(likely * HIGH / top * 100) / 100
    return min(SUREST, round(HIGH + (likely - top) / (1 - top) * (SUREST - HIGH), 2))


def row_signs(draft: Draft, memory: Memory, before: int) -> list[str]:
    """The signs of a row for being right in all core fields."""
    rules = dict(zip(STAGES, draft.rules[1:], strict=False))
    mention, side, source, voice = (rules[stage] for stage in STAGES)
    kind = (draft.actor.kind or "unknown") if draft.actor is not None else "outlet"
    same = "own" if draft.side == draft.victims.side else "other"
    sort = draft.victims.victim_class
    outcome = draft.mention.outcome if draft.mention is not None else ""
    units = draft.look.reading.units
    return [
        f"mention {mention}",
        f"side {side}",
        f"source {source}",
        f"voice {voice}",
        f"{side}, {source}",
        f"{mention}, {side}",
        f"{side}, {voice}",
        f"states {min(MOST, memory.count_states())}",
        f"sides {min(MOST, len(memory.sides))}",
        f"claims before {min(MOST, before)}",
        f"kind {kind}",
        f"kind {kind}, {same}",
        f"kind {kind}, {same}, {sort}",
        f"victims' side {draft.victims.side is not None}",
        f"source's side {draft.side is not None}",
        f"at home {draft.victims.side == memory.home()}",
        f"class {sort}",
        f"outcome {outcome}",
        f"part {draft.mention is not None and draft.mention.part}",
        f"quoted {draft.look.quoted}",
        f"length {min(MOST, len(units) // LONG)}",
        f"attributions {min(3, len(draft.look.attributions))}",
    ]
