"""The counts of a claims table as figures that can be laid beside each other.

A `Row` is a row of the table in plain values, a `Figure` a count with what its words reach and with what it may be
compared: whose loss it is, of which victims, whether it is a running total, a period's, an incident's or some of a
larger figure, and where. `Index` finds the figures that stand around a claim, nearest in time first.

Nothing here decides who is right or who disagrees: that is compare.py. Every tuned number is a constant with its reason.
"""

from __future__ import annotations

import bisect
import functools
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from facttrack.errors import TableError
from facttrack.lexicon import adjective_of, lexicon
from facttrack.sentences import find_tokens

__all__ = [
    "COMPARED_AS",
    "Figure",
    "Index",
    "Row",
    "figures_of",
    "losses_named",
    "plural_of",
    "readable_number",
    "rows_of",
    "subject_of",
    "words_of",
]

COMPARED_AS = ("total", "local", "period", "incident", "part")
"""What a figure may be: a running total, one for a single place, a period's, an incident's, or some of a larger one."""

APPROXIMATE_TOLERANCE = 0.10
"""Share of the number by which "about N" may miss it, either way. "About 400" is 360 to 440."""
OPEN_FACTOR = 2
"""How far an open bound reaches, as a factor. "More than 1,000" is no claim of 6,000, nor "up to 180" one of 35:
without a cap every "at least" would corroborate every larger figure. The text's own bounds stay in the table."""
VAGUE_FACTOR = 10
"""How far a vague word reaches above its floor: at ten times "hundreds" the text would have said "thousands"."""
MAX_CUMULATIVE_DAYS = 14
"""Running totals further apart, in days, are not laid side by side. The totals of March 2022 doubled in about ten days
(5,840 on the 2nd, 12,000 on the 12th), so beyond a fortnight a ratio tells of time passed and not of disagreement."""
MAX_INCIDENT_DAYS = 3
"""Days between two figures for one place that still are one incident: a text often dates a toll by its own day of
print, and the other side's figure takes a day or two. Longer, and two strikes on one town would become one."""
MAX_PERIOD_DAYS = 1
"""Days by which the start and the end of two periods may differ ("the past 24 hours", told around midnight)."""
MAX_FALL = 0.5
"""A running total does not fall. Corrections take off a part (Israel's 1,400 of October 2023 became 1,200), never half:
a figure of unknown scope below this share of what its own side gave before, for the same losses, is no running total."""
MIN_TOTAL_SHARE = 0.02
"""The same against the running totals of all sides around its day. The widest dispute between totals in the seeds and
the gold is 1 to 32 (498 and 15,800); "one sailor" beside 20,100 soldiers is no dispute, but an incident."""
INCIDENT_TEXT_SHARE = 0.5
"""Share of a text's other figures on the same side's losses that are incidents, from which one of unknown scope is too."""
MAX_FIGURES_A_DAY = 12
"""Different figures of one speaker on one day and subject that are looked at; more would be noise, and slow."""
POPULATION_NOUNS = frozenset({"people", "persons", "person", "individuals", "inhabitants", "human", "humans"})
"""Unspecified victims who, in a running total, are the whole population and therefore not laid beside soldiers."""
SUBGROUP_NOUNS = frozenset(
    {"baby", "babies", "infant", "infants", "toddler", "toddlers", "child", "children", "boy", "boys", "girl", "girls"}
    | {"woman", "women", "pensioner", "pensioners", "medic", "medics", "doctor", "doctors", "nurse", "nurses"}
    | {"paramedic", "paramedics", "rescuer", "rescuers", "firefighter", "firefighters", "journalist", "journalists"}
    | {
        "reporter",
        "reporters",
        "teacher",
        "teachers",
        "student",
        "students",
        "worker",
        "workers",
        "officer",
        "officers",
    }
    | {"commander", "commanders", "general", "generals", "colonel", "colonels", "pilot", "pilots", "conscripts"}
)
"""Victims who are some of all victims even where no text says so: "five children" is laid beside children only."""
GENERIC_SENSE = "figure"
"""Words for a number ("toll", "count") by which a silence is about every outcome, whatever else they may mean."""
REGION_NOUNS = frozenset({"region", "oblast", "province", "district", "governorate", "county", "state", "republic"})
"""Words that make a place larger than its namesake: Kharkiv region is not Kharkiv."""
PLACE_NOISE = frozenset({"the", "of", "in", "at", "near", "a", "an", "around", "outside", "city", "town", "village"})

_COMPATIBLE_IN_TOTALS: Mapping[str, frozenset[str]] = {
    "combatant": frozenset({"combatant", "unspecified"}),
    "civilian": frozenset({"civilian"}),
    "unspecified": frozenset({"combatant", "unspecified", "population"}),
    "population": frozenset({"unspecified", "population"}),
}
"""In totals and periods "137 heroes" may stand beside soldiers; civilians only beside civilians."""
_COMPATIBLE_IN_INCIDENTS: Mapping[str, frozenset[str]] = {
    "combatant": frozenset({"combatant", "unspecified", "population"}),
    "civilian": frozenset({"civilian", "unspecified", "population"}),
    "unspecified": frozenset({"combatant", "civilian", "unspecified", "population"}),
    "population": frozenset({"combatant", "civilian", "unspecified", "population"}),
}
"""One place and day pins the victims down: "35 dead" may stand beside "up to 180 mercenaries" or "5 civilians";
soldiers and civilians never stand beside each other."""

# 1. Reading the table ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the claims table in plain values: None for unknown, days as ordinals."""

    index: int
    claim_id: str
    kind: str
    number_text: str
    best: int | None
    low: int | None
    high: int | None
    qualifier: str | None
    outcome: str | None
    victims: str | None
    victim_class: str | None
    victim_side: str | None
    part_of: str | None
    source: str | None
    source_side: str | None
    source_kind: str | None
    day: int | None
    since: int | None
    scope: str | None
    place: str | None
    outlet: str | None
    document: str
    sentence: str
    start: int


_DATES = ("published", "as_of", "since")
_NEEDED = (*(name for name in Row.__slots__ if name not in ("index", "day", "since")), *_DATES, "document_id")


def rows_of(frame: pd.DataFrame) -> list[Row]:
    missing = [name for name in _NEEDED if name not in frame.columns]
    if missing:
        raise TableError(f"no claims table: it lacks the column{'s' if len(missing) > 1 else ''} {', '.join(missing)}")
    values = {name: _plain(frame[name]) for name in _NEEDED if name not in _DATES}
    published, as_of, since = (_ordinals(frame[name]) for name in _DATES)
    rows = []
    for i in range(len(frame)):
        cell = {name: column[i] for name, column in values.items()}
        document = cell.pop("document_id") or cell["document"] or ""
        numbers = {name: None if cell[name] is None else int(cell[name]) for name in ("best", "low", "high")}
        text = {name: cell[name] or "" for name in ("claim_id", "kind", "number_text", "sentence")}
        day = published[i] if as_of[i] is None else as_of[i]
        cell.update(numbers | text | {"document": document, "start": int(cell["start"] or 0)})
        rows.append(Row(index=i, day=day, since=since[i], **cell))
    return rows


def _plain(column: pd.Series[Any]) -> list[Any]:
    as_objects = column.astype(object)
    return [None if unknown or value == "" else value for value, unknown in zip(as_objects, column.isna(), strict=True)]


def _ordinals(column: pd.Series[Any]) -> list[int | None]:
    try:
        days = pd.to_datetime(column)
    except (ValueError, TypeError) as error:
        raise TableError(
            f"the column {column.name} holds a cell that is no date ({error}); write it as 2022-02-25"
        ) from error
    return [None if unknown else day.toordinal() for day, unknown in zip(days, days.isna(), strict=True)]

# 3. Numbers and subjects in words ------------------------------------------------------------------------------------


def readable_number(
    best: int | None, low: int | None, high: int | None, qualifier: str | None, number_text: str = ""
) -> str:
    """A number as a reader of a table wants it: separators for thousands, the hedge as a word or a sign.

    >>> readable_number(400, None, None, "approximate"), readable_number(1000, 1000, None, "at_least")
    ('about 400', '≥ 1,000')
    >>> readable_number(None, 7000, 15000, "range"), readable_number(None, 100, None, "vague", "hundreds of")
    ('7,000–15,000', 'hundreds of')
    """
    if qualifier == "range" and low is not None and high is not None:
        return f"{low:,}–{high:,}"
    if best is None:
        return number_text or (f"≥ {low:,}" if low is not None else "unknown")
    hedge = {"approximate": "about ", "at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "fewer_than": "< "}
    return f"{hedge.get(qualifier or '', '')}{best:,}"


def subject_of(victim_side: str | None, victim_class: str | None, outcome: str | None) -> str:
    """Whose loss it is, in words. The side's adjective comes from the lexicon; without one the side's name stands in.

    >>> subject_of(None, "civilian", "wounded"), subject_of(None, None, "casualties")
    ('Civilians wounded, side not named', 'Casualties, side not named')
    """
    if outcome == "casualties":
        noun = {"combatant": "combatant casualties", "civilian": "civilian casualties"}.get(
            victim_class or "", "casualties"
        )
    else:
        people = {"combatant": "combatants", "civilian": "civilians"}.get(victim_class or "", "people")
        noun = f"{people} {outcome or 'lost'}"
    if victim_side:
        return f"{adjective_of(victim_side)} {noun}"
    return f"{noun[0].upper()}{noun[1:]}, side not named"


def _reach(row: Row) -> tuple[int, int] | None:
    """The closed interval that a number is taken to claim; None where the words give no number at all ("many")."""
    if row.qualifier == "range" and row.low is not None and row.high is not None:
        return (row.low, row.high)
    number = row.low if row.best is None else row.best
    if number is None:
        return None
    slack = math.ceil(number * APPROXIMATE_TOLERANCE)
    return {
        "approximate": (number - slack, number + slack),
        "at_least": (number, number * OPEN_FACTOR),
        "more_than": (number + 1, max(number + 1, number * OPEN_FACTOR)),
        "at_most": (number // OPEN_FACTOR, number),
        "fewer_than": (number // OPEN_FACTOR, max(number - 1, 0)),
        "vague": (number, number * VAGUE_FACTOR),
    }.get(row.qualifier or "exact", (number, number))


def limits_of(row: Row) -> tuple[float, float]:
    """The interval that the words allow at all: what `_reach` caps is infinite here."""
    reach = _reach(row)
    if reach is None:
        return (0, math.inf)
    low, high = reach
    if row.qualifier in ("at_least", "more_than", "vague"):
        return (low, math.inf)
    return (0, high) if row.qualifier in ("at_most", "fewer_than") else (low, high)


# 4. Figures and their index ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A count as the comparison sees it. `noun` is empty for a full figure, and the head noun for a fragment of one."""

    row: Row
    family: str
    side: str
    victims: str
    speaker: str
    voice: str
    place: frozenset[str]
    noun: str
    root: str
    reach: tuple[int, int] | None

    @property
    def text(self) -> str:
        row = self.row
        return readable_number(row.best, row.low, row.high, row.qualifier, row.number_text)

    @property
    def point(self) -> int | None:
        """The number used for ratio and gap: as stated; the middle of a range; the floor of a vague word."""
        if self.row.best is not None or self.reach is None:
            return self.row.best
        return (self.reach[0] + self.reach[1]) // 2 if self.row.qualifier == "range" else self.reach[0]


def figures_of(rows: Sequence[Row]) -> list[Figure]:
    counts = [row for row in rows if row.kind == "count"]
    by_id = {row.claim_id: row for row in counts}
    side_names = {side.casefold() for row in rows for side in (row.victim_side, row.source_side) if side}
    figures = []
    for row in counts:
        whole_country = row.place is None or row.place.casefold() in side_names
        figures.append(
            Figure(
                row=row,
                family=row.scope if row.scope in ("incident", "period") else "cumulative",
                side=row.victim_side or "",
                victims=_victims_key(row),
                speaker=row.source_side or "",
                voice=_voice(row),
                place=frozenset() if whole_country else words_of(row.place or "") - PLACE_NOISE,
                noun=_fragment_noun(row, by_id),
                root=_root(row, by_id),
                reach=_reach(row),
            )
        )
    return figures


def _victims_key(row: Row) -> str:
    if row.victim_class in ("combatant", "civilian"):
        return row.victim_class
    return "population" if POPULATION_NOUNS & words_of(row.victims or "") else "unspecified"


def _voice(row: Row) -> str:
    if row.source_side:
        return row.source_side
    if row.source_kind == "narrator" or not row.source:
        return row.outlet or "the outlet"
    return row.source


def words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _fragment_noun(row: Row, by_id: Mapping[str, Row]) -> str:
    """Empty for a full figure; for a fragment the noun that another fragment must share."""
    words = re.findall(r"\w+", (row.victims or "").casefold())
    subgroups = [word for word in words if word in SUBGROUP_NOUNS]
    if subgroups or not _is_part(row, by_id):
        return " ".join(sorted(set(subgroups)))
    return words[-1] if words else "?"


def _ancestors(row: Row, by_id: Mapping[str, Row]) -> Iterator[Row]:
    seen = {row.claim_id}
    while row.part_of and row.part_of not in seen and row.part_of in by_id:
        row = by_id[row.part_of]
        seen.add(row.claim_id)
        yield row


def _root(row: Row, by_id: Mapping[str, Row]) -> str:
    top = [row, *_ancestors(row, by_id)][-1]
    return top.part_of or top.claim_id


def _is_part(row: Row, by_id: Mapping[str, Row]) -> bool:
    """Whether a claim counts some of the victims of a larger figure (12 who died in hospital, of 50).

    The killed among "casualties", or one state's share of a toll over two, are full figures for their own subject.
    A part whose whole is not in the table counts as a part.
    """
    if row.part_of is None:
        return False
    wholes = list(_ancestors(row, by_id))
    if not wholes:
        return True
    return any(whole.outcome == row.outcome and whole.victim_side == row.victim_side for whole in wholes)


class _Pool:
    """The figures of one speaker about one subject, by day."""

    def __init__(self, sample: Figure) -> None:
        self.sample = sample
        self._by_day: dict[int, dict[tuple[object, ...], Figure]] = defaultdict(dict)
        self._by_document: dict[tuple[int, str], dict[tuple[object, ...], Figure]] = defaultdict(dict)
        self._undated: list[Figure] = []
        self._days: list[int] = []
        self._figures: dict[int, list[Figure]] = {}
        self._own: dict[tuple[int, str], list[Figure]] = {}

    def add(self, figure: Figure) -> None:
        day = figure.row.day
        if day is None:
            self._undated.append(figure)
            return
        same = (figure.reach, figure.row.scope, figure.row.qualifier, figure.voice if not figure.speaker else "")
        for figures in (self._by_day[day], self._by_document[day, figure.row.document]):
            if same not in figures or figure.row.claim_id < figures[same].row.claim_id:
                figures[same] = figure

    def close(self) -> None:
        self._days = sorted(self._by_day)
        self._figures = {day: _first(figures) for day, figures in self._by_day.items()}
        self._own = {key: _first(figures) for key, figures in self._by_document.items()}

    def nearest(self, claim: Row, max_days: int) -> list[Figure]:
        """The different figures on the nearest day (two days, if equally near), the claim's own document first."""
        if claim.day is None or not self._days:
            return [figure for figure in self._undated if figure.row.document == claim.document]
        at = bisect.bisect_left(self._days, claim.day)
        around = self._days[max(at - 1, 0) : at + 1]
        distance = min(abs(day - claim.day) for day in around)
        if distance > max_days:
            return []
        found: list[Figure] = []
        for day in around:
            if abs(day - claim.day) == distance:
                found += self._own.get((day, claim.document)) or self._figures[day]
        return found


def _first(figures: Mapping[tuple[object, ...], Figure]) -> list[Figure]:
    return sorted(figures.values(), key=lambda figure: figure.row.claim_id)[:MAX_FIGURES_A_DAY]


_Key = tuple[str, str, str, str, object]


class Index:
    """Figures by subject and locality: the theatre, a word of a place's name, a document, the start of a period."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._pools: dict[_Key, dict[tuple[object, ...], _Pool]] = defaultdict(dict)
        self._places_in: dict[str, list[frozenset[str]]] = defaultdict(list)
        for figure in figures:
            places = self._places_in[figure.row.document]
            if figure.place and not any(_same_place(figure.place, place) for place in places):
                places.append(figure.place)
        for figure in figures:
            for locality in self._localities(figure):
                pools = self._pools[_key(figure, figure.family, figure.row.outcome or "", locality)]
                label = (
                    figure.speaker,
                    figure.victims,
                    figure.place,
                    figure.row.place is None,
                    figure.row.since,
                    figure.row.scope,
                )
                pools.setdefault(label, _Pool(figure)).add(figure)
        for pools in self._pools.values():
            for pool in pools.values():
                pool.close()

    def _localities(self, figure: Figure) -> Iterator[object]:
        yield ("document", figure.row.document)
        if figure.row.day is None:
            return
        if figure.family == "period":
            if figure.row.since is not None:
                yield ("since", figure.row.since)
        elif figure.place:
            yield from (("place", word) for word in sorted(figure.place))
        elif figure.family == "cumulative" and figure.side:
            yield "theatre"

    def around(self, claim: Figure, outcome: str) -> list[Figure]:
        """Figures for the claim's subject but with this `outcome`: those of each speaker nearest in time, unordered."""
        if not outcome:
            return []
        found = self._search(claim, claim.family, outcome, list(self._lookups(claim)))
        if any(figure.speaker and figure.speaker != claim.speaker for figure in found):
            return found
        here: list[object] = [("document", claim.row.document)]
        if claim.family != "cumulative":
            unknown = self._search(claim, "cumulative", outcome, here)
            return found + [figure for figure in unknown if figure.row.scope != "cumulative"]
        if claim.row.scope != "cumulative":
            for family in ("incident", "period"):
                found += self._search(claim, family, outcome, here)
        return found

    def _lookups(self, claim: Figure) -> Iterator[object]:
        for locality in self._localities(claim):
            if isinstance(locality, tuple) and locality[0] == "since":
                yield from (("since", locality[1] + days) for days in range(-MAX_PERIOD_DAYS, MAX_PERIOD_DAYS + 1))
            else:
                yield locality

    def _search(self, claim: Figure, family: str, outcome: str, localities: list[object]) -> list[Figure]:
        window = {"incident": MAX_INCIDENT_DAYS, "period": MAX_PERIOD_DAYS}.get(family, MAX_CUMULATIVE_DAYS)
        classes = (_COMPATIBLE_IN_INCIDENTS if "incident" in (family, claim.family) else _COMPATIBLE_IN_TOTALS)[
            claim.victims
        ]
        found: dict[int, Figure] = {}
        for locality in localities:
            for pool in self._pools.get(_key(claim, family, outcome, locality), {}).values():
                if pool.sample.victims in classes and self._agree(claim, pool.sample, family, locality):
                    found.update((figure.row.index, figure) for figure in pool.nearest(claim.row, window))
        return [figure for figure in found.values() if _is_comparable(claim, figure)]

    def _agree(self, claim: Figure, other: Figure, family: str, locality: object) -> bool:
        """Whether place and start are the same, as far as one can tell. `other` stands for its pool."""
        in_document = isinstance(locality, tuple) and locality[0] == "document"
        if family == "period" == claim.family:
            starts = (claim.row.since, other.row.since)
            if not in_document and None in starts:
                return False
            if starts[0] is not None and starts[1] is not None and abs(starts[0] - starts[1]) > MAX_PERIOD_DAYS:
                return False
        if claim.place and other.place:
            return _same_place(claim.place, other.place)
        places = len(self._places_in[claim.row.document])
        nowhere = [figure for figure in (claim, other) if figure.row.place is None]
        if claim.family != family:
            return in_document and places == 0 and len(nowhere) == 2
        if not claim.place and not other.place:
            # A toll "in Ukraine" is not the strike on a house, although neither names a town.
            return family != "incident" or len(nowhere) != 1
        return in_document and places <= 1 and family == "incident" and len(nowhere) == 1


def _key(figure: Figure, family: str, outcome: str, locality: object) -> _Key:
    return (family, figure.side, outcome, figure.noun, locality)


def _is_comparable(claim: Figure, other: Figure) -> bool:
    """No part of the same whole; of unknown scope and in another document only with the same stated class."""
    if claim.root == other.root and claim.row.outcome == other.row.outcome:
        return False
    vague_scope = claim.family == "cumulative" and {claim.row.scope, other.row.scope} != {"cumulative"}
    same_class = claim.victims == other.victims and claim.victims in ("combatant", "civilian")
    return not vague_scope or same_class or claim.row.document == other.row.document


def _same_place(one: frozenset[str], other: frozenset[str]) -> bool:
    return (one <= other or other <= one) and not (one ^ other) & REGION_NOUNS

