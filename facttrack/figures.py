"""The counts of a claims table as figures that can be laid beside each other.

A `Row` is a row of the table in plain values, a `Figure` a count with what its words reach and with what it may be
compared: whose loss it is, of which victims, whether it is a running total, a period's, an incident's or some of a
larger figure, and where. `Index` finds the figures that stand around a claim, nearest in time first.

Nothing here says who disagrees: that is compare.py. Every tuned number is a constant with its reason.
"""

from __future__ import annotations

import bisect
import functools
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from facttrack.errors import TableError
from facttrack.lexicon import Entry, adjective_of, lexicon
from facttrack.sentences import find_tokens

__all__ = [
    "COMPARED_AS",
    "MILITARY_WORDS",
    "PLACE_NOISE",
    "Figure",
    "Index",
    "Row",
    "covers",
    "figures_of",
    "limits_of",
    "losses_named",
    "may_answer",
    "plural_of",
    "readable_number",
    "rows_of",
    "same_place",
    "subject_of",
    "words_of",
]

COMPARED_AS = ("total", "local", "period", "incident", "part", "addition")
"""What a figure may be: a running total, one for a single place, a period's, an incident's, some of a larger one, or
what came on top of one ("two more died on Friday")."""

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
MAX_INCIDENT_RATIO = 10
"""Times that one toll of an incident may be the other, where not both name the place, and only one says what they were
or speaks for a side: "one body", of a reporter, is no rival of an office's 410. Where a side's soldiers are concerned,
armies differ by more, and are still laid side by side (over 100 and 3; 200 and 10)."""
MAX_FALL = 0.5
"""A running total does not fall. Corrections take off a part (Israel's 1,400 of October 2023 became 1,200), not half.
A figure of unknown scope below this share of what its own side gave before, for the same losses, is no such total."""
MIN_TOTAL_SHARE = 0.02
"""The same against the running totals of all sides around its day. The widest dispute between totals in the seeds and
the gold is 1 to 32 (498 and 15,800); "one sailor" beside 20,100 soldiers is no dispute, but an incident."""
INCIDENT_TEXT_SHARE = 0.5
"""A figure of unknown scope is an incident's too, if this share of its text's others on that side's losses are,"""
LARGE_INCIDENT = 1_000
"""and if it counts no more persons than this: few attacks, and few battles of a day, have cost more."""
MAX_FIGURES_A_DAY = 12
"""Different figures of one speaker on one day and subject that are looked at; more would be noise, and slow."""
ADDING_WORDS = frozenset({"another", "further", "additional", "extra", "more", "other", "others"})
"""Words of, or right behind, a number that comes on top of one told before: "another 3", "2 more", "3 others"."""
ADDED = "+"
"""Stands for the noun of an addition, which therefore meets additions only."""
POPULATION_NOUNS = frozenset({"people", "persons", "person", "individuals", "inhabitants", "human", "humans"})
"""Unspecified victims who, in a running total, are the whole population and therefore not laid beside soldiers."""
SUBGROUP_NOUNS = frozenset(
    """
    babies infants toddlers children boys girls women pensioners medics doctors nurses paramedics rescuers firefighters
    journalists reporters teachers students workers officers commanders generals colonels pilots conscripts
    """.split()
)
"""Victims who are some of all victims even where no text says so: "five children" is laid beside children only."""
MILITARY_WORDS = frozenset(
    {"military", "losses", "soldiers", "troops", "servicemen", "army", "fighters", "battlefield"}
)
"""Words by which a silence is not about civilians."""
DYING = re.compile(
    r"\W+(?:(?:have|has|had|ever)\s+)*(?:(?:was|were|been|is|are|being)\s+(?:\w+ly\s+)?(?:killed|harmed|hit|hurt|shot"
    r"|wounded|injured|executed|massacred|targeted|attacked|lost|captured|among\s+the)|died|dead|deaths?|fell|fallen"
    r"|perished|casualt\w+|losses|victims)\b"
)
"""What stands behind the noun of those who died, and not of those who killed."""
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


# 2. Numbers and subjects in words ------------------------------------------------------------------------------------


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


def plural_of(victims: str) -> str:
    """A phrase for victims with its noun in the plural, where the lexicon knows that noun in both numbers.

    >>> plural_of("sailor"), plural_of("Russian serviceman of the fleet"), plural_of("soldiers")
    ('sailors', 'Russian servicemen of the fleet', 'soldiers')
    """
    words = victims.split(" ")
    last = (
        next((at for at, word in enumerate(words) if at and word in ("of", "from", "in", "at", "on")), len(words)) - 1
    )
    known = lexicon().common_word
    noun = known(words[last])
    if noun is not None and noun.singular:
        for plural in _plurals(words[last]):
            entry = known(plural)
            if entry is not None and "victims" in entry.senses:
                return " ".join([*words[:last], plural, *words[last + 1 :]])
    return victims


def _plurals(noun: str) -> Iterator[str]:
    """How the plural of a noun may be spelled; a plural is among its own."""
    yield noun
    yield noun + "s"
    for end, plural in (("man", "men"), ("child", "children"), ("y", "ies"), ("person", "people"), ("", "es")):
        if noun.endswith(end):
            yield noun.removesuffix(end) + plural


@functools.cache
def losses_named(words: str) -> tuple[frozenset[str], frozenset[str]]:
    """The outcomes and the classes of victims of which the words of a silence or denial speak, by the lexicon.

    Words for a number ("toll", "count") name no outcome, and neither do casualties and losses, which are all of them.

    >>> outcomes, classes = losses_named("has not said how many of its own soldiers have died")
    >>> (*outcomes, *classes)
    ('killed', 'combatant')
    >>> losses_named("has given no casualty count so far")
    (frozenset(), frozenset())
    """
    outcomes: set[str] = set()
    classes: set[str] = set()
    for entry, _, _ in _entries(words):
        if "figure" in entry.senses:
            continue
        outcomes |= {"captured"} if "capture_noun" in entry.senses else {entry.outcome} if entry.outcome else set()
        classes |= {entry.victim_class} if entry.victim_class else set()
    if "casualties" in outcomes:
        outcomes.clear()
    if not classes and MILITARY_WORDS & words_of(words):
        classes.add("combatant")
    return frozenset(outcomes), frozenset(classes & {"combatant", "civilian"})


def _entries(words: str) -> Iterator[tuple[Entry, str, str]]:
    """The words and phrases that the lexicon knows, each with the text before and behind it, in small letters."""
    tokens = list(find_tokens(words))
    lows = [word.lower() for word, _, _ in tokens]
    at = 0
    while at < len(tokens):
        entry, length = lexicon().match([word for word, _, _ in tokens], lows, at, False) or (None, 1)
        if entry is not None:
            yield entry, words[: tokens[at][1]].casefold(), words[tokens[at + length - 1][2] :].casefold()
        at += length


@functools.cache
def _classes_denied(words: str) -> frozenset[str]:
    """The classes of those whose death the words of a denial deny: not "that soldiers had killed", nor "the army's".

    >>> [*_classes_denied("denied that any militants had died"), *_classes_denied("rejected talk of civilian dead")]
    ['combatant', 'civilian']
    >>> _classes_denied("denied that its soldiers had killed")
    frozenset()
    """
    found = {entry.victim_class for entry, _, behind in _entries(words) if entry.victim_class and DYING.match(behind)}
    return frozenset(one for one in found if one in ("combatant", "civilian"))


def covers(words: str, kind: str, named: tuple[str | None, str | None], lost: tuple[str | None, str | None]) -> bool:
    """Whether a silence or denial can be about a loss: `named` are its own outcome and class, `lost` those of the loss.

    Where its row states none, its words do (`losses_named`). A denial's words often name who is said to have killed;
    their class counts only where they say that these died (`_classes_denied`). "Casualties" go with every outcome,
    unspecified victims with every class.
    """
    outcomes, classes = losses_named(words)
    outcomes = frozenset({named[0]}) if named[0] else outcomes
    classes = frozenset({named[1]}) if named[1] else classes if kind == "no_count" else _classes_denied(words)
    same_outcome = not outcomes or lost[0] in outcomes or "casualties" in (*outcomes, lost[0])
    return same_outcome and (
        not classes - {"unspecified"} or lost[1] not in ("combatant", "civilian") or lost[1] in classes
    )


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


# 3. Figures and what each is -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A count as the comparison sees it. `noun` is empty for a full figure, the head noun for a fragment of one, and
    `ADDED` for an addition to one.

    `loose` are figures of unknown scope that are taken for no running total (`_find_loose`).
    """

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
    loose: bool = False

    @property
    def compared_as(self) -> str:
        """One of `COMPARED_AS`."""
        if self.noun:
            return "addition" if self.noun == ADDED else "part"
        if self.family != "cumulative" or self.loose:
            return "incident" if self.loose else self.family
        return "local" if self.place else "total"

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


def figures_of(rows: Sequence[Row], sides: Iterable[str]) -> list[Figure]:
    """The counts; `sides` are all that the table names. A figure for a place that is a side is one for a country."""
    counts = [row for row in rows if row.kind == "count"]
    by_id = {row.claim_id: row for row in counts}
    added = _find_added(counts)
    side_names = {side.casefold() for side in sides}
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
                noun=_fragment_noun(row, by_id) or (ADDED if row.claim_id in added else ""),
                root=_root(row, by_id),
                reach=_reach(row),
            )
        )
    loose = _find_loose(figures)
    return [replace(figure, loose=True) if figure.row.index in loose else figure for figure in figures]


def _find_loose(figures: Sequence[Figure]) -> set[int]:
    """The rows of unknown scope that are no running totals, although they name no place.

    1. In a text whose other figures on that side's losses are incidents: one of them, unless it is large.
    2. Below what the same side gave before: running totals do not fall.
    3. Far below the running totals that anybody gives in these days.
    """
    candidates = [one for one in figures if one.row.scope not in ("incident", "period", "cumulative") and not one.place]
    loose = _among_incidents(figures, candidates)
    totals: dict[tuple[str, ...], dict[int, int]] = defaultdict(dict)
    for one in figures:
        is_total = one.family == "cumulative" and not one.place and one.row.index not in loose
        if is_total and one.side and one.reach and one.row.day is not None:
            for key in (_losses(one), (*_losses(one), one.speaker)):
                totals[key][one.row.day] = max(totals[key].get(one.row.day, 0), one.reach[0])
    before = {key: (sorted(by_day), list(_running_maximum(by_day))) for key, by_day in totals.items()}
    for one in candidates:
        if not one.side or one.reach is None or one.row.day is None:
            continue
        days, highest_so_far = before.get((*_losses(one), one.speaker), ([], []))
        at = bisect.bisect_right(days, one.row.day)
        has_fallen = one.speaker and at and one.reach[1] < MAX_FALL * highest_so_far[at - 1]
        by_day = totals[_losses(one)]
        window = range(one.row.day - MAX_CUMULATIVE_DAYS, one.row.day + MAX_CUMULATIVE_DAYS + 1)
        if has_fallen or one.reach[1] < MIN_TOTAL_SHARE * max(by_day.get(day, 0) for day in window):
            loose.add(one.row.index)
    return loose


def _among_incidents(figures: Sequence[Figure], candidates: Sequence[Figure]) -> set[int]:
    scopes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in figures:
        scopes[one.row.document, one.side].append(one.family if one.row.scope else "")
    found = set()
    for one in candidates:
        here = scopes[one.row.document, one.side]
        is_large = one.reach is not None and one.reach[1] > LARGE_INCIDENT
        if len(here) > 1 and here.count("incident") >= INCIDENT_TEXT_SHARE * (len(here) - 1) and not is_large:
            found.add(one.row.index)
    return found


def _find_added(counts: Sequence[Row]) -> set[str]:
    """The claims that come on top of a figure told before, so that they are no rivals of the whole.

    "Two more died on Friday" behind "23 were killed" is one. "Killing three and wounding another 14" is none: nobody
    was wounded before; nor is "another 5 in Herat" behind 12 in Kabul.
    """
    before: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in counts:
        before[row.document, row.victim_side or "", row.outcome or ""].append(row)
    added = set()
    for row in counts:
        if _tells_more(row) and any(
            one.start < row.start
            and _victims_key(one) in _COMPATIBLE_IN_INCIDENTS[_victims_key(row)]
            and not (one.place and row.place and not same_place(words_of(one.place), words_of(row.place)))
            for one in before[row.document, row.victim_side or "", row.outcome or ""]
        ):
            added.add(row.claim_id)
    return added


def _tells_more(row: Row) -> bool:
    """Whether words of addition are in the number phrase or right behind it, unlike in "more than 12", "12 or more".

    Of a number that its sentence has twice, both times: the table does not say which of them is meant.
    """
    number = row.number_text.casefold()
    words = re.findall(r"\w+", number.removesuffix("or more"))
    if not number:
        return False
    behind = re.findall(rf"(?<!\w){re.escape(number)}(?!\w|[.,]\d)(?:\W+(\w+))?", row.sentence.casefold())
    phrases = [{*words, word} for word in behind]
    return bool(phrases) and all(phrase & ADDING_WORDS and "than" not in phrase for phrase in phrases)


def _losses(figure: Figure) -> tuple[str, ...]:
    return (figure.side, figure.row.outcome or "", figure.victims, figure.noun)


def _running_maximum(by_day: Mapping[int, int]) -> Iterator[int]:
    highest = 0
    for day in sorted(by_day):
        highest = max(highest, by_day[day])
        yield highest


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
    subgroups = [plural for word in words for plural in _plurals(word) if plural in SUBGROUP_NOUNS]
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


# 4. Figures by subject -----------------------------------------------------------------------------------------------


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

    def nearest(self, claim: Figure, max_days: int) -> list[Figure]:
        """The different figures on the nearest day that has one to compare (two days, if equally near).

        Those of the claim's own document go before others of their day.
        """
        day, document = claim.row.day, claim.row.document
        if day is None or not self._days:
            return [one for one in self._undated if one.row.document == document and _is_comparable(claim, one)]
        after = bisect.bisect_left(self._days, day)
        before = after - 1
        while True:
            near = [self._days[at] for at in (before, after) if 0 <= at < len(self._days)]
            distance = min((abs(one - day) for one in near), default=max_days + 1)
            if distance > max_days:
                return []
            near = [one for one in near if abs(one - day) == distance]
            found = [
                one
                for here in near
                for one in self._own.get((here, document)) or self._figures[here]
                if _is_comparable(claim, one)
            ]
            if found:
                return found
            before -= any(one < day for one in near)
            after += any(one >= day for one in near)


def _first(figures: Mapping[tuple[object, ...], Figure]) -> list[Figure]:
    return sorted(figures.values(), key=lambda figure: figure.row.claim_id)[:MAX_FIGURES_A_DAY]


_Key = tuple[str, str, str, str, object]


class Index:
    """Figures by subject and locality: the theatre, a word of a place's name, a document, the start of a period."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._pools: dict[_Key, dict[tuple[object, ...], _Pool]] = defaultdict(dict)
        self._places_in: dict[str, list[frozenset[str]]] = defaultdict(list)
        self.of_row = {figure.row.index: figure for figure in figures}
        for figure in figures:
            places = self._places_in[figure.row.document]
            if figure.place and not any(same_place(figure.place, place) for place in places):
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
                    figure.loose,
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
                    found.update((figure.row.index, figure) for figure in pool.nearest(claim, window))
        return list(found.values())

    def _agree(self, claim: Figure, other: Figure, family: str, locality: object) -> bool:
        """Whether place and start are the same, as far as one can tell. `other` stands for its pool."""
        in_document = isinstance(locality, tuple) and locality[0] == "document"
        if family == "period" == claim.family:
            starts = (claim.row.since, other.row.since)
            if None in starts and (not in_document or starts[0] != starts[1]):
                return False
            if starts[0] is not None and starts[1] is not None and abs(starts[0] - starts[1]) > MAX_PERIOD_DAYS:
                return False
        if claim.place and other.place:
            return same_place(claim.place, other.place)
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
    """No part of the same whole; a figure of unknown scope only with its like.

    One that is no running total stays in its document, and there with its like, but for a bare "none" which answers
    every figure. One that may be a total meets those of other documents only with the same stated class.
    """
    if (claim.root == other.root and claim.row.outcome == other.row.outcome) or _is_another_attack(claim, other):
        return False
    same_document = claim.row.document == other.row.document
    if claim.loose or other.loose:
        none = (0, 0) in (claim.reach, other.reach)
        return same_document and (none or "total" not in (_basis(claim), _basis(other)))
    vague_scope = claim.family == "cumulative" and {claim.row.scope, other.row.scope} != {"cumulative"}
    same_class = claim.victims == other.victims and claim.victims in ("combatant", "civilian")
    return not vague_scope or same_class or same_document


def _is_another_attack(claim: Figure, other: Figure) -> bool:
    """Whether two tolls, of which one has a place at most, are too far apart to be one (`MAX_INCIDENT_RATIO`)."""
    if "incident" not in (claim.compared_as, other.compared_as) or claim.reach is None or other.reach is None:
        return False
    low, high = sorted((claim.reach, other.reach))
    if (claim.place and other.place) or high[0] <= MAX_INCIDENT_RATIO * low[1] or low[1] == 0:
        return False
    if claim.speaker and other.speaker:
        return False
    return claim.row.victim_class != other.row.victim_class or claim.victims != "combatant"


def may_answer(claim: Figure, other: Figure) -> bool:
    """Whether one figure may be what somebody said in place of the other: class, noun and place do not differ, and it
    is not one place's beside a running total.
    """
    placeless = [one for one in (claim, other) if not one.place]
    if len(placeless) == 1 and placeless[0].row.scope == "cumulative":
        return False
    return (
        other.victims in _COMPATIBLE_IN_TOTALS[claim.victims]
        and (claim.noun, claim.row.outcome) == (other.noun, other.row.outcome)
        and claim.root != other.root
        and (not claim.place or not other.place or same_place(claim.place, other.place))
    )


def _basis(figure: Figure) -> str:
    return "total" if figure.family == "cumulative" and not figure.loose else "other"


def same_place(one: frozenset[str], other: frozenset[str]) -> bool:
    return (one <= other or other <= one) and not (one ^ other) & REGION_NOUNS
