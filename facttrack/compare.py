"""Claim and counterclaim, or the lack of one.

`compare` lays each count of a claims table beside the figure that another side gives for the same victims, outcome,
scope and time, or beside the words in which the other side refuses one. It reads the table and adds to it; it never
changes what a text said. In order:

1. who fights whom, as far as the table shows it, and which wars that makes (`find_opponents`, `wars_of`);
2. every count as a `_Figure`: its day, its place, and the interval that its words reach (`_reach`);
3. an index of figures by subject, so that nobody is compared with everybody (`_Index`);
4. for each claim: the nearest figure of each other side, the silences and denials, and the status (`_judge`).

The rules and every tuned number are constants below, each with its unit and its reason.
"""

from __future__ import annotations

import bisect
import datetime as dt
import functools
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from facttrack.errors import TableError
from facttrack.lexicon import adjective_of, lexicon, read_table

__all__ = [
    "COMPARISON_COLUMNS",
    "SPEAKS_OF",
    "STATUSES",
    "compare",
    "find_opponents",
    "readable_number",
    "subject_of",
    "wars_of",
]

STATUSES = ("corroborated", "contested", "denied", "withheld", "unanswered")
SPEAKS_OF = ("own", "enemy", "third party", "other side", "outlet")

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
MAX_SILENCE_DAYS = 7
"""Days over which "gives no count of its military losses" in one document answers a running total in another."""
SAME_NEWS_DAYS = 1
"""A figure this near, in days, answers a claim although the claim's own document calls the other side silent. A figure
from farther off does not: on the day of the claim there was none, and the status says so."""
MERGE_SHARE = 0.5
"""Two fronts that share a side are one war if this share of the rarer front's documents speaks of both, """
MERGE_SHARE_OF_LARGER = 0.2
"""and this share of the larger front's documents: one article on a third army does not rename a war.
Where a side has two wars and neither source nor document tells which is meant, one this much rarer is left aside."""
MAX_FIGURES_A_DAY = 12
"""Different figures of one speaker on one day and subject that are looked at; more would be noise, and slow."""
MAX_THIRD_PARTIES = 3
"""Figures of third parties shown beside one claim, the nearest first."""

WAR_JOINER = " – "
ACCUSING_KINDS = frozenset({"official", "military", "media"})
"""Source kinds that speak for a side that may be fighting (media only where they have a side: state media)."""
SILENT_KINDS = frozenset({"official", "military", "emergency", "media", "unnamed", "witness"})
"""Source kinds whose silence is a side's silence. The Red Cross without an estimate withholds nothing."""
BODIES = frozenset({"United Nations", "European Union", "African Union", "NATO", "OSCE", "Red Cross", "Arab League"})
"""Bodies that comment on wars: belligerents only where they accuse a side that accuses them of losses too."""
ASSESSING = re.compile(r"\b(?:estimat|assess|believ|intelligence|analys)", re.IGNORECASE)
"""Words of a bystander. A lone claim made in them does not show its speaker to be the enemy."""
REBEL_KINDS = frozenset({"insurgent", "separatist"})
"""Kinds of groups, in the lexicon, that fight the state whose country is given with them."""
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
POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "own", "my"})
"""Words by which a silence is about the silent party's own losses only. "Has given no casualty count" is about all."""
MILITARY_WORDS = frozenset(
    {"military", "losses", "soldiers", "troops", "servicemen", "army", "fighters", "battlefield"}
)
"""Words by which a silence is not about civilians."""
RESPONDING = re.compile(r"\b(?:respon|react|comment|address).*\b(?:number|figure|claim|estimate|tally|report)")
"""Words by which a silence is about one speaker's figures ("has not commented on those numbers") and not about all."""
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

COMPARISON_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("subject", "string", "whose loss it is, in words: 'Russian combatants killed'"),
    (
        "war",
        "string",
        "the sides that the table shows fighting each other, sorted: 'Russia – Ukraine'; else the victims' side",
    ),
    (
        "speaks_of",
        "category",
        "whose losses the source speaks of: own, enemy, third party, other side (not known which), outlet",
    ),
    ("status", "category", "corroborated, contested, denied, withheld, unanswered"),
    ("counter_id", "string", "claim_id of the nearest counterclaim; empty where several are equally near"),
    (
        "counter_source",
        "string",
        "who makes it; several equally near are joined by 'or'; a corroborated claim shows one that overlaps",
    ),
    ("counter_side", "string", "the side that this source speaks for"),
    ("counter_number", "string", "its number, readable: '5,840', 'about 400', '7,000–15,000'"),
    ("counter_date", "datetime64[s]", "the day for which it is claimed"),
    ("days_apart", "Int64", "days from the claim to the counterclaim; negative: the counterclaim is earlier"),
    ("ratio", "Float64", "the larger of the two numbers divided by the smaller, 1 or more; empty where one is 0"),
    ("gap", "Int64", "persons: the claim's number minus the counterclaim's; negative: the claim is lower"),
    ("partners", "Int64", "how many different figures were equally near; above 1 none of them is chosen"),
    ("third_parties", "string", "what further voices say, the nearest first: 'NATO 7,000–15,000 (2022-03-23)'"),
    ("silence", "string", "the words by which the other side denies or gives no count, with its name"),
    ("silence_id", "string", "claim_id of those words' row"),
    ("exceeds_bound", "string", "a casualties figure that is smaller than this number of killed, which cannot be"),
    ("caveat", "string", "what the comparison had to assume: 'classes differ: unspecified, combatant'"),
)

# 1. Reading the table ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
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
_NEEDED = (*(name for name in _Row.__slots__ if name not in ("index", "day", "since")), *_DATES, "document_id")


def _rows_of(frame: pd.DataFrame) -> list[_Row]:
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
        rows.append(_Row(index=i, day=day, since=since[i], **cell))
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


# 2. Who fights whom --------------------------------------------------------------------------------------------------


def find_opponents(frame: pd.DataFrame, *, opposed: Iterable[tuple[str, str]] = ()) -> set[frozenset[str]]:
    """The pairs of sides that the table shows fighting each other.

    A side *accuses* another when its officials, military or state media claim losses (above 0) among the other's
    non-civilians (an armed group, of its own country's combatants only); it does so *outright* in words other than a
    bystander's (`ASSESSING`). Two sides are opposed

    1. if `opposed` names them;
    2. if each accuses the other, or one accuses the other and one document speaks of losses of both (bodies that
       comment on wars, `BODIES`, by the first way only);
    3. if a side outright accuses another and is an armed group, or accuses a rebel group of its own country;
    4. failing that, if the victims' side has no opponent yet and exactly one side accuses it outright. Of several,
       those opposed to somebody by the rules above go first; with two or more left, nobody is guessed.

    Returns a set of frozensets of two names. Raises `TableError` if `frame` is no claims table.
    """
    return _opponents(_rows_of(frame), opposed)


def _opponents(rows: Sequence[_Row], opposed: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    pairs = {frozenset(pair) for pair in opposed if len(set(pair)) == 2}
    accusations: set[tuple[str, str]] = set()
    outright: set[tuple[str, str]] = set()
    loss_documents: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.victim_side and row.victim_class != "civilian":
            loss_documents[row.victim_side].add(row.document)
        if row.source_side and row.victim_side and _accuses(row):
            accusations.add((row.source_side, row.victim_side))
            if row.source_side not in BODIES and not ASSESSING.search(row.sentence):
                outright.add((row.source_side, row.victim_side))
    for speaker, victims in accusations:
        both_ways = (victims, speaker) in accusations
        together = speaker not in BODIES and not loss_documents[speaker].isdisjoint(loss_documents[victims])
        if both_ways or together or ((speaker, victims) in outright and _is_armed_conflict(speaker, victims)):
            pairs.add(frozenset((speaker, victims)))
    belligerents = frozenset[str]().union(*pairs)
    candidates: dict[str, set[str]] = defaultdict(set)
    for speaker, victims in outright:
        if victims not in belligerents:
            candidates[victims].add(speaker)
    for victims, speakers in candidates.items():
        likely = speakers & belligerents or speakers
        if len(likely) == 1:
            pairs.add(frozenset((victims, *likely)))
    return pairs


def _is_armed_conflict(speaker: str, victims: str) -> bool:
    rebels, _ = _group(victims)
    return _group(speaker)[0] not in ("", "alliance") or (rebels in REBEL_KINDS and speaker in _group(victims)[1])


def _group(side: str | None) -> tuple[str, tuple[str, ...]]:
    """The kind and the countries of an armed group; empty for states, although units of theirs are listed as groups."""
    return ("", ()) if side is None or side in _states() else lexicon().groups.get(side, ("", ()))


@functools.cache
def _states() -> frozenset[str]:
    return frozenset(row["side"] for row in read_table("sides"))


def _accuses(row: _Row) -> bool:
    return (
        row.kind == "count"
        and row.source_side != row.victim_side
        and (row.victim_class == "combatant" or row.victim_side not in _group(row.source_side)[1])
        and row.source_kind in ACCUSING_KINDS
        and row.victim_class != "civilian"
        and (row.best, row.high) != (0, 0)
    )


def wars_of(frame: pd.DataFrame, *, opposed: Iterable[tuple[str, str]] = ()) -> pd.Series[str]:
    """The war that each row belongs to: a `string` Series on the frame's index, for counts, silences and denials alike.

    Each pair of `find_opponents` is a front. Fronts that share a side are one war if at least half (`MERGE_SHARE`) of
    the documents of the rarer one, and a fifth (`MERGE_SHARE_OF_LARGER`) of the other's, speak of both. So
    "Hamas – Israel" and "Israel – Palestine" become one war, and America's wars elsewhere stay their own. A war's
    name is its sides, sorted. A row goes

    1. with the one war of its victims' side; of several, with the one that the source's side points to, else the
       document, else the one that fills five times the documents of each other;
    2. without a victims' side, with the one war of its document; a silence or denial also with its source's side's;
    3. else under the name of the victims' side alone ("Turkey"), or, where no side is named, nowhere (`<NA>`).

    Raises `TableError` if `frame` is no claims table.
    """
    rows = _rows_of(frame)
    return pd.Series(_Wars(rows, _opponents(rows, opposed)).names, index=frame.index, dtype="string", name="war")


class _Wars:
    """The wars of a table: `names[i]` for row i, and `opponents[side]`."""

    def __init__(self, rows: Sequence[_Row], pairs: set[frozenset[str]]) -> None:
        self.opponents: dict[str, set[str]] = defaultdict(set)
        for pair in pairs:
            for side in pair:
                self.opponents[side] |= pair - {side}
        self._mentioned: dict[str, set[str]] = defaultdict(set)
        documents: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            for side in filter(None, (row.source_side, row.victim_side)):
                self._mentioned[row.document].add(side)
                documents[side].add(row.document)
        self._wars_with: dict[str, list[frozenset[str]]] = defaultdict(list)
        self._weights: dict[frozenset[str], int] = {}
        for war in _merge_fronts(pairs, documents):
            fought_in = [documents[one] & documents[other] for one in war for other in war & self.opponents[one]]
            self._weights[war] = len(set[str]().union(*fought_in))
            for side in sorted(war):
                self._wars_with[side].append(war)
        self.names = [self._name(row) for row in rows]

    def _name(self, row: _Row) -> str | None:
        here = self._mentioned[row.document]
        if not row.victim_side:
            around = {war for side in here for war in self._wars_with.get(side, []) if len(war & here) > 1}
            if len(around) != 1 and row.kind != "count":
                around = set(self._wars_with.get(row.source_side or "", []))
            return _war_name(next(iter(around))) if len(around) == 1 else None
        wars = self._wars_with.get(row.victim_side, [])
        if len(wars) > 1:
            by_source = [war for war in wars if row.source_side != row.victim_side and row.source_side in war]
            by_document = [war for war in wars if (war - {row.victim_side}) & here]
            by_weight = [war for war in wars if self._outweighs(war, wars)]
            wars = next((some for some in (by_source, by_document, by_weight) if len(some) == 1), [])
        return _war_name(wars[0]) if wars else row.victim_side

    def _outweighs(self, war: frozenset[str], wars: Sequence[frozenset[str]]) -> bool:
        weight = self._weights[war] * MERGE_SHARE_OF_LARGER
        return all(weight >= self._weights[other] for other in wars if other != war)


def _merge_fronts(pairs: set[frozenset[str]], documents: Mapping[str, set[str]]) -> list[frozenset[str]]:
    fronts = sorted(pairs, key=sorted)
    on = {front: set.intersection(*(documents.get(side, set()) for side in front)) for front in fronts}
    leader = {front: front for front in fronts}

    def find(front: frozenset[str]) -> frozenset[str]:
        while leader[front] != front:
            front = leader[front]
        return front

    by_side: dict[str, list[frozenset[str]]] = defaultdict(list)
    for front in fronts:
        for side in front:
            by_side[side].append(front)
    for neighbours in by_side.values():
        for i, front in enumerate(neighbours):
            for other in neighbours[:i]:
                shared = len(on[front] & on[other])
                rarer, larger = sorted((len(on[front]), len(on[other])))
                if shared and shared >= MERGE_SHARE * rarer and shared >= MERGE_SHARE_OF_LARGER * larger:
                    leader[find(front)] = find(other)
    wars: dict[frozenset[str], set[str]] = defaultdict(set)
    for front in fronts:
        wars[find(front)] |= front
    return sorted((frozenset(war) for war in wars.values()), key=sorted)


def _war_name(war: frozenset[str]) -> str:
    return WAR_JOINER.join(sorted(war, key=lambda side: (side.casefold(), side)))


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


def _reach(row: _Row) -> tuple[int, int] | None:
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


def _limits(row: _Row) -> tuple[float, float]:
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
class _Figure:
    """A count as the comparison sees it. `noun` is empty for a full figure, and the head noun for a fragment of one."""

    row: _Row
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


def _figures_of(rows: Sequence[_Row]) -> list[_Figure]:
    counts = [row for row in rows if row.kind == "count"]
    by_id = {row.claim_id: row for row in counts}
    side_names = {side.casefold() for row in rows for side in (row.victim_side, row.source_side) if side}
    figures = []
    for row in counts:
        whole_country = row.place is None or row.place.casefold() in side_names
        figures.append(
            _Figure(
                row=row,
                family=row.scope if row.scope in ("incident", "period") else "cumulative",
                side=row.victim_side or "",
                victims=_victims_key(row),
                speaker=row.source_side or "",
                voice=_voice(row),
                place=frozenset() if whole_country else _words(row.place or "") - PLACE_NOISE,
                noun=_fragment_noun(row, by_id),
                root=_root(row, by_id),
                reach=_reach(row),
            )
        )
    return figures


def _victims_key(row: _Row) -> str:
    if row.victim_class in ("combatant", "civilian"):
        return row.victim_class
    return "population" if POPULATION_NOUNS & _words(row.victims or "") else "unspecified"


def _voice(row: _Row) -> str:
    if row.source_side:
        return row.source_side
    if row.source_kind == "narrator" or not row.source:
        return row.outlet or "the outlet"
    return row.source


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _fragment_noun(row: _Row, by_id: Mapping[str, _Row]) -> str:
    """Empty for a full figure; for a fragment the noun that another fragment must share."""
    words = re.findall(r"\w+", (row.victims or "").casefold())
    subgroups = [word for word in words if word in SUBGROUP_NOUNS]
    if subgroups or not _is_part(row, by_id):
        return " ".join(sorted(set(subgroups)))
    return words[-1] if words else "?"


def _ancestors(row: _Row, by_id: Mapping[str, _Row]) -> Iterator[_Row]:
    seen = {row.claim_id}
    while row.part_of and row.part_of not in seen and row.part_of in by_id:
        row = by_id[row.part_of]
        seen.add(row.claim_id)
        yield row


def _root(row: _Row, by_id: Mapping[str, _Row]) -> str:
    top = [row, *_ancestors(row, by_id)][-1]
    return top.part_of or top.claim_id


def _is_part(row: _Row, by_id: Mapping[str, _Row]) -> bool:
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

    def __init__(self, sample: _Figure) -> None:
        self.sample = sample
        self._by_day: dict[int, dict[tuple[object, ...], _Figure]] = defaultdict(dict)
        self._by_document: dict[tuple[int, str], dict[tuple[object, ...], _Figure]] = defaultdict(dict)
        self._undated: list[_Figure] = []
        self._days: list[int] = []
        self._figures: dict[int, list[_Figure]] = {}
        self._own: dict[tuple[int, str], list[_Figure]] = {}

    def add(self, figure: _Figure) -> None:
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

    def nearest(self, claim: _Row, max_days: int) -> list[_Figure]:
        """The different figures on the nearest day (two days, if equally near), the claim's own document first."""
        if claim.day is None or not self._days:
            return [figure for figure in self._undated if figure.row.document == claim.document]
        at = bisect.bisect_left(self._days, claim.day)
        around = self._days[max(at - 1, 0) : at + 1]
        distance = min(abs(day - claim.day) for day in around)
        if distance > max_days:
            return []
        found: list[_Figure] = []
        for day in around:
            if abs(day - claim.day) == distance:
                found += self._own.get((day, claim.document)) or self._figures[day]
        return found


def _first(figures: Mapping[tuple[object, ...], _Figure]) -> list[_Figure]:
    return sorted(figures.values(), key=lambda figure: figure.row.claim_id)[:MAX_FIGURES_A_DAY]


_Key = tuple[str, str, str, str, object]


class _Index:
    """Figures by subject and locality: the theatre, a word of a place's name, a document, the start of a period."""

    def __init__(self, figures: Sequence[_Figure]) -> None:
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

    def _localities(self, figure: _Figure) -> Iterator[object]:
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

    def around(self, claim: _Figure, outcome: str) -> list[_Figure]:
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

    def _lookups(self, claim: _Figure) -> Iterator[object]:
        for locality in self._localities(claim):
            if isinstance(locality, tuple) and locality[0] == "since":
                yield from (("since", locality[1] + days) for days in range(-MAX_PERIOD_DAYS, MAX_PERIOD_DAYS + 1))
            else:
                yield locality

    def _search(self, claim: _Figure, family: str, outcome: str, localities: list[object]) -> list[_Figure]:
        window = {"incident": MAX_INCIDENT_DAYS, "period": MAX_PERIOD_DAYS}.get(family, MAX_CUMULATIVE_DAYS)
        classes = (_COMPATIBLE_IN_INCIDENTS if "incident" in (family, claim.family) else _COMPATIBLE_IN_TOTALS)[
            claim.victims
        ]
        found: dict[int, _Figure] = {}
        for locality in localities:
            for pool in self._pools.get(_key(claim, family, outcome, locality), {}).values():
                if pool.sample.victims in classes and self._agree(claim, pool.sample, family, locality):
                    found.update((figure.row.index, figure) for figure in pool.nearest(claim.row, window))
        return [figure for figure in found.values() if _is_comparable(claim, figure)]

    def _agree(self, claim: _Figure, other: _Figure, family: str, locality: object) -> bool:
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


def _key(figure: _Figure, family: str, outcome: str, locality: object) -> _Key:
    return (family, figure.side, outcome, figure.noun, locality)


def _is_comparable(claim: _Figure, other: _Figure) -> bool:
    """No part of the same whole; of unknown scope and in another document only with the same stated class."""
    if claim.root == other.root and claim.row.outcome == other.row.outcome:
        return False
    vague_scope = claim.family == "cumulative" and {claim.row.scope, other.row.scope} != {"cumulative"}
    same_class = claim.victims == other.victims and claim.victims in ("combatant", "civilian")
    return not vague_scope or same_class or claim.row.document == other.row.document


def _same_place(one: frozenset[str], other: frozenset[str]) -> bool:
    return (one <= other or other <= one) and not (one ^ other) & REGION_NOUNS


# 5. Silence and denial -----------------------------------------------------------------------------------------------


_SilenceKind = tuple[object, ...]


class _Silences:
    """Rows by which a side gives no count or rejects one: by document, and silences also by whose losses."""

    def __init__(self, rows: Sequence[_Row], opponents: Mapping[str, set[str]]) -> None:
        self._opponents = opponents
        self._in_document: dict[str, dict[_SilenceKind, _Row]] = defaultdict(dict)
        self._targets: dict[int, str | None] = {}
        self._about: dict[str, dict[_SilenceKind, dict[int, _Row]]] = defaultdict(lambda: defaultdict(dict))
        self._days: dict[tuple[str, _SilenceKind], list[int]] = {}
        counts: dict[str, list[_Row]] = defaultdict(list)
        for row in rows:
            if row.kind == "count":
                counts[row.document].append(row)
        for row in rows:
            if row.kind not in ("no_count", "denial") or not row.source_side or row.source_kind not in SILENT_KINDS:
                continue
            aimed = row.kind == "denial" or RESPONDING.search(row.number_text)
            target = _speaker_meant(row, counts[row.document]) if aimed else None
            kind: _SilenceKind = (
                row.kind,
                row.source_side,
                row.victim_side,
                row.outcome,
                row.victim_class,
                _is_general(row),
                target,
            )
            self._targets[row.index] = target
            self._in_document[row.document].setdefault(kind, row)
            whole_army = not aimed and row.place is None and MILITARY_WORDS & _words(row.number_text)
            if whole_army and row.victim_side and row.day is not None:
                same_day = self._about[row.victim_side][kind]
                same_day[row.day] = min(row, same_day.get(row.day, row), key=lambda one: one.claim_id)
        for side, kinds in self._about.items():
            self._days |= {(side, kind): sorted(by_day) for kind, by_day in kinds.items()}

    def of(self, claim: _Figure) -> tuple[_Row | None, _Row | None, _Row | None]:
        """The denial, the silence in the claim's document, and the nearest silence in another document."""
        denial = silence = None
        for row in self._in_document.get(claim.row.document, {}).values():
            target = self._targets[row.index]
            if (
                row.source_side == claim.speaker
                or target not in (None, claim.speaker)
                or not _same_loss(row, claim.row)
            ):
                continue
            if row.kind == "denial":
                if denial is None and target is not None and row.victim_side in (None, claim.row.victim_side):
                    denial = row
            elif silence is None and self._is_silent_on(row, claim):
                silence = row
        elsewhere = None if claim.family != "cumulative" or claim.place else self._elsewhere(claim)
        return denial, silence, elsewhere

    def _is_silent_on(self, row: _Row, claim: _Figure) -> bool:
        own = row.source_side if POSSESSIVES & _words(row.number_text) else None
        if (row.victim_side or own) == claim.side != "":
            return True
        if not _is_general(row):
            return False
        opponents = self._opponents.get(claim.side)
        by_opponent = opponents is None or row.source_side in opponents
        return row.source_side == claim.side or (claim.speaker == claim.side and by_opponent)

    def _elsewhere(self, claim: _Figure) -> _Row | None:
        day = claim.row.day
        if day is None or not claim.side:
            return None
        parties = {claim.side} | self._opponents.get(claim.side, set())
        found: list[tuple[int, str, _Row]] = []
        for kind, by_day in self._about.get(claim.side, {}).items():
            days = self._days[claim.side, kind]
            at = bisect.bisect_left(days, day)
            for near in days[max(at - 1, 0) : at + 1]:
                row = by_day[near]
                fits = row.source_side != claim.speaker and row.source_side in parties and _same_loss(row, claim.row)
                if fits and abs(near - day) <= MAX_SILENCE_DAYS:
                    found.append((abs(near - day), row.claim_id, row))
        return min(found)[2] if found else None


def _is_general(row: _Row) -> bool:
    """Silence about all losses: nobody's by name, or the silent party's without "its" or "own" in the words."""
    return row.victim_side in (None, row.source_side) and not POSSESSIVES & _words(row.number_text)


def _same_loss(silence: _Row, claim: _Row) -> bool:
    """Whether outcome and class, as far as the silence names any, are the claim's; "casualties" holds all outcomes."""
    outcomes = {silence.outcome, claim.outcome}
    classes = {silence.victim_class, claim.victim_class}
    same_outcome = len(outcomes) == 1 or silence.outcome is None or "casualties" in outcomes
    if silence.victim_class is None and silence.kind == "no_count" and MILITARY_WORDS & _words(silence.number_text):
        classes.add("combatant")
    return same_outcome and not classes >= {"combatant", "civilian"}


def _speaker_meant(denial: _Row, counts: Sequence[_Row]) -> str | None:
    """Whose figures the words are about: those of the nearest fitting claim by another side before, else after."""
    fitting = [
        row
        for row in counts
        if row.source_side != denial.source_side
        and _same_loss(denial, row)
        and denial.victim_side in (None, row.victim_side)
    ]
    if not fitting:
        return None
    nearest = min(fitting, key=lambda row: (row.start > denial.start, abs(row.start - denial.start)))
    return nearest.source_side or ""


# 6. The verdict on one claim -----------------------------------------------------------------------------------------


def compare(frame: pd.DataFrame, *, opposed: Iterable[tuple[str, str]] = ()) -> pd.DataFrame:
    """Lay every count of a claims table beside its counterclaim, or beside the lack of one.

    `frame` is a claims table (one row a claim; `published`, `as_of`, `since` dates). `opposed` may name pairs of sides
    known to fight each other, where the table alone does not show it (see `find_opponents`).

    Returns a new frame: the rows of kind `count` in the table's order and with its index, all columns of the table,
    then those of `COMPARISON_COLUMNS` (name, dtype, meaning). Numbers are persons, `days_apart` is in days. The order
    of the documents does not change a result. The rules:

    - A counterclaim is a figure by another `source_side` on the same victims' side, outcome and kind of scope, with a
      fitting class. Each other side speaks through its figure nearest in time. Voices without a side (outlets,
      monitors, unnamed sources) are third parties, never counterclaims; two figures of one side are revisions.
    - The parties to the war (the victims' side and its opponents) decide the status. Only where none of them
      gives a figure do third sides, such as the United Nations, stand as counterclaims.
    - Running totals are matched within `MAX_CUMULATIVE_DAYS`, incidents by place within `MAX_INCIDENT_DAYS`, periods by
      start and end within `MAX_PERIOD_DAYS`.
    - A figure of unknown scope goes with running totals; in another document only if both state the same class, since
      a bare "10 died" may be an incident. With an incident or a period it goes only inside its document, for want of
      anything else, and if both name the same place or nobody there names any.
    - Undated figures meet only inside one document.
    - Places are the same if the words of one name hold the other's ("Yavoriv", "the Yavoriv range"). An
      incident without a place meets others of its document if that names one place at most.
    - A fragment (10 officers of 137; children, by `SUBGROUP_NOUNS`) meets only fragments with the same noun, and
      never its own whole.
    - `corroborated` if an interval overlaps, after `APPROXIMATE_TOLERANCE`, `OPEN_FACTOR` and `VAGUE_FACTOR`; else
      `contested`.
    - A denial or a silence in the claim's own document outranks figures more than `SAME_NEWS_DAYS` away: on that day
      the other side gave none. The later figure is still shown beside it, and a silence beside any figure.
    - Killed and casualties never meet, but `exceeds_bound` says where the killed outnumber a total of casualties.

    Raises `TableError` if a column is missing or a date cannot be read.

    >>> import datetime as dt
    >>> from facttrack.models import Claim
    >>> shared = dict.fromkeys(Claim.__dataclass_fields__) | dict(
    ...     kind="count", qualifier="exact", outcome="killed", victim_class="combatant", victim_side="Russia",
    ...     scope="cumulative", as_of=dt.date(2022, 3, 2), document="a.txt")
    >>> table = pd.DataFrame([
    ...     shared | dict(claim_id="a", best=498, source_side="Russia", source_kind="military"),
    ...     shared | dict(claim_id="b", best=5840, source_side="Ukraine", source_kind="military")])
    >>> compare(table)[["status", "counter_number", "ratio", "gap", "days_apart"]].to_dict("records")[0]
    {'status': 'contested', 'counter_number': '5,840', 'ratio': 11.73, 'gap': -5342, 'days_apart': 0}
    """
    rows = _rows_of(frame)
    wars = _Wars(rows, _opponents(rows, opposed))
    figures = _figures_of(rows)
    index, silences = _Index(figures), _Silences(rows, wars.opponents)
    verdicts = []
    for figure in figures:
        row = figure.row
        verdict = _judge(figure, index, silences, wars.opponents)
        verdict["subject"] = subject_of(row.victim_side, row.victim_class, row.outcome)
        verdict["war"] = wars.names[row.index]
        verdicts.append(verdict)
    counts = frame.iloc[[figure.row.index for figure in figures]]
    added = pd.DataFrame(
        {name: _column([v.get(name) for v in verdicts], name, dtype) for name, dtype, _ in COMPARISON_COLUMNS}
    )
    added.index = counts.index
    kept = counts.drop(columns=[name for name in added.columns if name in counts.columns])
    return pd.concat([kept, added], axis=1)


def _column(values: list[Any], name: str, dtype: str) -> pd.Series[Any]:
    if dtype == "category":
        return pd.Series(pd.Categorical(values, categories=STATUSES if name == "status" else SPEAKS_OF))
    if dtype.startswith("datetime"):
        return pd.to_datetime(pd.Series(values, dtype=object)).astype("datetime64[s]")
    return pd.Series(values, dtype=dtype)


def _judge(claim: _Figure, index: _Index, silences: _Silences, opponents: Mapping[str, set[str]]) -> dict[str, Any]:
    parties = {claim.side} | opponents.get(claim.side, set()) if claim.side else set()
    around = [figure for figure in index.around(claim, claim.row.outcome or "") if figure.row.index != claim.row.index]
    others = _nearest_of_each(
        [f for f in around if f.speaker and f.speaker != claim.speaker and _measurable(claim, f)], claim
    )
    partners = [figure for figure in others if figure.speaker in parties] or others
    denial, silence, elsewhere = silences.of(claim)
    overlapping = [figure for figure in partners if _overlap(claim, figure)]
    verdict: dict[str, Any] = {
        "speaks_of": _speaks_of(claim, opponents),
        "status": _status(claim, partners, denial, silence, elsewhere),
    }
    nearest = _nearest(overlapping if verdict["status"] == "corroborated" else partners, claim)
    verdict["partners"] = len(nearest)
    said = [row for row in (denial, silence or elsewhere) if row is not None]
    if said:
        verdict["silence"] = "; ".join(f"{row.source_side}: “{row.number_text}”" for row in said)
        verdict["silence_id"] = said[0].claim_id
    verdict |= _beside(claim, nearest)
    verdict["third_parties"] = _third_parties(claim, around, {figure.voice for figure in nearest})
    if claim.row.outcome == "killed":
        verdict["exceeds_bound"] = _exceeded(claim, index.around(claim, "casualties"))
    return verdict


def _measurable(claim: _Figure, other: _Figure) -> bool:
    """Two numbers; or a word without one ("many") against none at all."""
    if claim.reach is None or other.reach is None:
        return (0, 0) in (claim.reach, other.reach)
    return True


def _overlap(one: _Figure, other: _Figure) -> bool:
    if one.reach is None or other.reach is None:
        return False
    return one.reach[0] <= other.reach[1] and other.reach[0] <= one.reach[1]


def _days_apart(claim: _Figure, other: _Figure) -> int | None:
    return None if claim.row.day is None or other.row.day is None else other.row.day - claim.row.day


def _rank(claim: _Figure, other: _Figure) -> tuple[int, bool, bool, bool]:
    """How near a figure stands: in time, then by document, by class, by scope."""
    apart = abs(_days_apart(claim, other) or 0)
    return (
        apart,
        claim.row.document != other.row.document,
        claim.victims != other.victims,
        claim.row.scope != other.row.scope,
    )


def _nearest(figures: Sequence[_Figure], claim: _Figure) -> list[_Figure]:
    """All figures of the best rank, one for each speaker and number, in an order of their own, whatever the input's."""
    if not figures:
        return []
    best = min(_rank(claim, figure) for figure in figures)
    different: dict[tuple[object, ...], _Figure] = {}
    for figure in sorted(figures, key=lambda f: (f.speaker.casefold(), f.reach or (0, 0), f.row.claim_id)):
        if _rank(claim, figure) == best:
            different.setdefault((figure.speaker, figure.text, figure.row.day), figure)
    return list(different.values())


def _nearest_of_each(figures: Sequence[_Figure], claim: _Figure) -> list[_Figure]:
    by_speaker: dict[str, list[_Figure]] = defaultdict(list)
    for figure in figures:
        by_speaker[figure.speaker].append(figure)
    return [figure for speaker in sorted(by_speaker) for figure in _nearest(by_speaker[speaker], claim)]


def _speaks_of(claim: _Figure, opponents: Mapping[str, set[str]]) -> str | None:
    row, enemies = claim.row, opponents.get(claim.side, set())
    if not claim.speaker:
        return "outlet" if row.source_kind == "narrator" or not row.source else "third party"
    if not claim.side:
        return None
    if claim.speaker == claim.side:
        return "own"
    if claim.speaker in enemies:
        return "enemy"
    bystander = (
        enemies or claim.speaker in BODIES or row.source_kind not in ACCUSING_KINDS or row.victim_class == "civilian"
    )
    return "third party" if bystander else "other side"


def _status(
    claim: _Figure, partners: Sequence[_Figure], denial: _Row | None, silence: _Row | None, elsewhere: _Row | None
) -> str:
    if denial or silence:
        said_by = {row.source_side for row in (denial, silence) if row}
        partners = [
            figure
            for figure in partners
            if figure.speaker not in said_by
            or figure.row.document == claim.row.document
            or abs(_days_apart(claim, figure) or 0) <= SAME_NEWS_DAYS
        ]
    if partners:
        return "corroborated" if any(_overlap(claim, figure) for figure in partners) else "contested"
    if denial:
        return "denied"
    return "withheld" if silence or elsewhere else "unanswered"


def _beside(claim: _Figure, nearest: Sequence[_Figure]) -> dict[str, Any]:
    """The counterclaim's columns. Of several equally near, text is joined by "or" and nothing is computed."""
    if not nearest:
        return {}
    days = {_days_apart(claim, figure) for figure in nearest}
    dates = {figure.row.day for figure in nearest}
    beside: dict[str, Any] = {
        "counter_source": _either(figure.row.source or figure.voice for figure in nearest),
        "counter_side": _either(figure.speaker for figure in nearest),
        "counter_number": _either(figure.text for figure in nearest),
        "counter_date": _date(dates.pop()) if len(dates) == 1 else None,
        "days_apart": days.pop() if len(days) == 1 else None,
        "caveat": _caveat(claim, nearest),
    }
    if len(nearest) == 1:
        one, other = claim.point, nearest[0].point
        beside["counter_id"] = nearest[0].row.claim_id
        if one is not None and other is not None:
            beside["gap"] = one - other
            beside["ratio"] = round(max(one, other) / min(one, other), 2) if min(one, other) > 0 else None
    return beside


def _either(texts: Iterable[str]) -> str:
    return " or ".join(dict.fromkeys(texts))


def _date(day: int | None) -> dt.date | None:
    return None if day is None else dt.date.fromordinal(day)


def _caveat(claim: _Figure, nearest: Sequence[_Figure]) -> str | None:
    notes: list[str] = []
    classes = sorted(
        {figure.row.victim_class or "unspecified" for figure in nearest} | {claim.row.victim_class or "unspecified"}
    )
    scopes = sorted({figure.row.scope or "unknown" for figure in nearest} | {claim.row.scope or "unknown"})
    if len(classes) > 1:
        notes.append(f"classes differ: {', '.join(classes)}")
    if len(scopes) > 1:
        notes.append(f"scopes differ: {', '.join(scopes)}")
    if any(bool(claim.place) != bool(figure.place) for figure in nearest):
        notes.append("only one of them names the place")
    elif claim.family == "incident" and not claim.place:
        notes.append("the place is not named")
    return "; ".join(notes) or None


def _third_parties(claim: _Figure, around: Sequence[_Figure], shown: set[str]) -> str | None:
    """The figures of all voices but the claim's own and those shown as its counterclaim, the nearest of each."""
    voices: dict[str, _Figure] = {}
    outsiders = [figure for figure in around if figure.voice not in shown | {claim.voice}]
    for figure in sorted(outsiders, key=lambda f: (_rank(claim, f), f.voice.casefold(), f.row.claim_id)):
        voices.setdefault(figure.voice, figure)
    return "; ".join(_cited(figure) for figure in list(voices.values())[:MAX_THIRD_PARTIES]) or None


def _cited(figure: _Figure) -> str:
    day = _date(figure.row.day)
    return f"{figure.voice} {figure.text}" + (f" ({day.isoformat()})" if day else "")


def _exceeded(claim: _Figure, totals: Sequence[_Figure]) -> str | None:
    """The lowest total of casualties, on the claim's day or later, that the number of killed cannot fit into."""
    least, broken = _limits(claim.row)[0], []
    for total in totals:
        later = (_days_apart(claim, total) or 0) >= 0 or claim.family == "incident"
        if later and _limits(total.row)[1] < least:
            broken.append(total)
    if not broken:
        return None
    lowest = min(broken, key=lambda figure: (_limits(figure.row)[1], figure.voice, figure.row.claim_id))
    return f"exceeds all casualties: {_cited(lowest)}"
