"""Tables of why a number counts no victims: each row a rule, what the number is instead, and where to ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from facttrack.groups import Group
from facttrack.units import Reading, Unit

__all__ = ["Reason", "Reasons"]

Holds = Callable[[list[Unit], Group], bool]


@dataclass(frozen=True, slots=True)
class Reason:
    """One row: what a number is if a rule holds.

    `kinds` are the kinds of quantities that it is about; of `senses` the sentence must have one. Both are empty if it
    is always worth asking.
    """

    why: str
    holds: Holds
    kinds: frozenset[str] = frozenset()
    senses: frozenset[str] = frozenset()


class Reasons:
    """Rows in the order in which they are asked.

    >>> from facttrack.groups import find_groups
    >>> from facttrack.lexicon import lexicon
    >>> from facttrack.sentences import find_sentences
    >>> from facttrack.units import read_sentence
    >>> reading = read_sentence(find_sentences("The 2008 deaths.")[0], lexicon())
    >>> early = Reasons(Reason("early", lambda units, group: group.first < 3, kinds=frozenset({"number"})))
    >>> [early.of(reading, group) for group in find_groups(reading)]
    ['early']
    """

    def __init__(self, *rows: Reason) -> None:
        self._rows = rows
        self._of_kind = cache(self._select)

    def _select(self, kind: str) -> list[tuple[Holds, str, frozenset[str]]]:
        return [(row.holds, row.why, row.senses) for row in self._rows if not row.kinds or kind in row.kinds]

    def of(self, reading: Reading, group: Group) -> str | None:
        """What a number is instead, by the first row that holds; None if it may count victims."""
        units, here = reading.units, reading.senses
        for holds, why, senses in self._of_kind(group.quantity.kind):
            if (not senses or not senses.isdisjoint(here)) and holds(units, group):
                return why
        return None
