"""An archive compared in parts that fit into memory, with the same result as all of it at once.

A figure is only ever compared with figures about the losses of the same side, and with the words of its own document.
So a part is some sides with all the documents that speak of their losses. What a part cannot know by itself, who fights
whom, is gathered before, month by month.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

import pandas as pd

from facttrack.compare import compare
from facttrack.dataset import Dataset
from facttrack.figures import rows_of
from facttrack.table import claims_table
from facttrack.wars import Evidence

__all__ = ["compare_dataset"]

ROWS_AT_ONCE = 200_000
"""Rows about some sides' losses that are compared together, some 2 GB; a side with more has a part of its own."""

Choice = Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]


def compare_dataset(
    dataset: Dataset, choose: Choice, sides: Collection[str] | None = None, *, rows_at_once: int = ROWS_AT_ONCE
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of an archive that are to be shown, and their comparisons, as from `compare` over all of it.

    `choose` is given each part with its comparisons, and returns the rows to show, the silences among them that these
    cite. `sides` are those about whose losses rows are wanted, in any case of letters; all, if None.
    """
    counted = dataset.sides()
    wanted = None if sides is None else {side.casefold() for side in sides}
    whole = Evidence()
    for month in dataset.months():
        whole.read(rows_of(month))
    shown, compared = [], []
    for part in _parts(counted, wanted, rows_at_once):
        frame = dataset.about(part)
        own = frame["victim_side"].isin([side for side in part if side]) | (
            frame["victim_side"].isna() & (None in part)
        )
        comparisons = compare(frame, whole=whole)
        comparisons = comparisons.loc[own.astype(bool).reindex(comparisons.index)]
        chosen = choose(frame, comparisons)
        cited = {name for words in comparisons["silence_id"].dropna() for name in words.split()}
        kept = own.reindex(chosen.index).astype(bool) | chosen["claim_id"].isin(cited).astype(bool)
        shown.append(chosen.loc[kept])
        compared.append(comparisons.loc[comparisons.index.isin(shown[-1].index)])
    if not shown:
        empty = claims_table([])
        return empty, compare(empty)
    frame = pd.concat(shown)
    frame = frame.loc[~frame.index.duplicated()].sort_index()
    comparisons = pd.concat(compared).sort_index()
    places = pd.Series(range(len(frame)), index=frame.index)
    comparisons.index = pd.Index(places.reindex(comparisons.index).to_numpy())
    return frame.reset_index(drop=True), comparisons


def _parts(
    counted: dict[str | None, int], wanted: Collection[str] | None, rows_at_once: int
) -> Iterator[list[str | None]]:
    part: list[str | None] = []
    size = 0
    for side in sorted(counted, key=lambda one: one or ""):
        if wanted is not None and (side or "").casefold() not in wanted:
            continue
        if part and size + counted[side] > rows_at_once:
            yield part
            part, size = [], 0
        part.append(side)
        size += counted[side]
    if part:
        yield part
