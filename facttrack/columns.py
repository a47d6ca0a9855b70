"""Tables in running text: a heading of several columns, some of them of casualties, and the figures below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from facttrack.candidates import Mention
from facttrack.groups import find_groups
from facttrack.units import Reading

__all__ = ["SEPARATOR", "find_columns", "read_row"]

SEPARATOR = "|"
"""What stands between the cells of a row."""
MAX_HEADING = 5
"""Units of the heading of a column."""
OUTCOMES = frozenset("kpjLi")
"""Classes of casualty words that head a column."""


def _cells(reading: Reading) -> list[tuple[int, int]]:
    """The cells of a row, each as its first unit and the one behind its last; none at the edges that is empty."""
    units = reading.units
    marks = [-1, *(i for i, unit in enumerate(units) if unit.text == SEPARATOR), len(units)]
    cells = [(before + 1, after) for before, after in pairwise(marks)]
    if cells and cells[0][0] == cells[0][1]:
        cells.pop(0)
    if cells and cells[-1][0] == cells[-1][1]:
        cells.pop()
    return cells


def find_columns(reading: Reading) -> list[str | None]:
    """The outcome that each column of a heading counts, None for the others; empty if a line is no such heading.

    Covers: "Governorate | Deaths | Injuries". Must not: "12 killed | 40 wounded", "Live | Four killed in Gao".
    """
    units = reading.units
    if "0" in reading.classes:
        return []
    columns: list[str | None] = []
    for first, last in _cells(reading):
        if last - first > MAX_HEADING:
            return []
        words = [unit.entry for unit in units[first:last] if unit.entry is not None and unit.cls in OUTCOMES]
        columns.append(next((entry.outcome for entry in words if entry.outcome), None))
    return columns if len(columns) > 1 and any(columns) else []


def read_row(reading: Reading, columns: Sequence[str | None]) -> list[Mention]:
    """The figures of a row under the columns of its heading.

    Covers: "Taiz | 14 | 33". Must not: "Taiz | 14" under three columns, "Taiz | 14 tanks | 33".
    """
    cells = _cells(reading)
    if len(cells) != len(columns):
        return []
    groups = {group.first: group for group in find_groups(reading)}
    found: list[Mention] = []
    for (first, last), outcome in zip(cells, columns, strict=True):
        group = groups.get(first)
        if outcome is not None and group is not None and group.last == last and group.letter in "0#":
            found.append(Mention(group, outcome, (first, first), "column", inherited=True))
    return found
