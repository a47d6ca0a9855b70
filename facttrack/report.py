"""The report: data first, format last.

`build_report` turns a claims table and its comparisons into a `Report` of frozen dataclasses: a summary, and for each
war a matrix and the subjects with their lines, newest last. `render` writes a report, `render_claims` a bare claims
table, and `explain` one claim with the words that made it.

Text comes from articles and is not trusted: `clean` takes every control code out of what goes to a terminal.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import io
import itertools
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd
from tabulate import tabulate
from wcwidth import wcswidth, wcwidth

from facttrack.compare import COMPARISON_COLUMNS, STATUSES
from facttrack.considered import Considered
from facttrack.errors import UsageError
from facttrack.figures import plural_of, readable_number, subject_of
from facttrack.lexicon import SILENCE, read_rules
from facttrack.models import CLASSES, OUTCOMES, Claim, Document, Span
from facttrack.table import write_claims
from facttrack.wars import WAR_JOINER, wars_of

__all__ = [
    "Line",
    "Matrix",
    "Report",
    "Subject",
    "Summary",
    "War",
    "build_report",
    "clean",
    "explain",
    "render",
    "render_claims",
]

Format = Literal["table", "csv", "json", "jsonl", "markdown"]

DEFAULT_WIDTH = 120
"""Columns of a terminal, where nobody says how many there are."""
MIN_WIDTH = 40
"""Columns below which no table can be laid out; a narrower terminal gets lines of this width."""
GAP = 2
"""Columns between two columns of a table."""
SILENT_SUBJECT = "No count given, or denied"
"""The heading under which silences and denials stand at the end of their war."""
NO_WAR = "No side named"
"""The heading of claims that belong to no side."""
REPEAT_AFTER_LINES = 60
"""Lines of a report from which its totals stand at the end once more: what scrolls by is read from there."""
OTHERS = "others"
"""The matrix column of everybody who is no party to the war."""
UNKNOWN = "-"
"""What stands in a table for an empty cell that a reader would look for."""


# The report as data -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Summary:
    """How many documents and claims, and how the claims stand. `silences` and `denials` are rows of their own."""

    documents: int
    claims: int
    corroborated: int
    contested: int
    denied: int
    withheld: int
    unanswered: int
    silences: int
    denials: int


@dataclass(frozen=True, slots=True)
class Line:
    """One claim, silence or denial, with what stands beside it. None is unknown, as in the table.

    `number` is readable ("about 400"), or the words of a silence; `part` says that it is some of the line above;
    `status` is `no_count` or `denial` for those kinds. `days_apart` is negative if the counterclaim is earlier.
    """

    claim_id: str
    kind: str
    date: dt.date | None
    number: str
    victims: str | None
    victim_side: str | None
    part: bool
    scope: str | None
    since: dt.date | None
    place: str | None
    source: str | None
    source_side: str | None
    source_kind: str | None
    via: str | None
    speaks_of: str | None
    compared_as: str | None
    status: str
    counter_number: str | None
    counter_source: str | None
    counter_side: str | None
    counter_date: dt.date | None
    days_apart: int | None
    ratio: float | None
    gap: int | None
    partners: int
    third_parties: str | None
    silence: str | None
    exceeds_bound: str | None
    caveat: str | None
    document: str
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Subject:
    """The lines about one subject ("Russian combatants killed"), newest last, parts below their whole."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """What each speaker says of whose losses: `cells[i][k]` is the latest of `speakers[k]` on `losses[i]`, dated.

    The latest running total, that is; without one, a figure of another kind, which the cell then names; without any,
    that the speaker gives no count, if a claim about that loss is answered so.
    """

    speakers: tuple[str, ...]
    losses: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class War:
    """A war, or the side that a claim is about where no war shows."""

    name: str
    matrix: Matrix
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report says. `table` is the same, row by row, with every column of claims and comparisons."""

    summary: Summary
    wars: tuple[War, ...]
    table: pd.DataFrame = field(compare=False, repr=False)


def build_report(frame: pd.DataFrame, comparisons: pd.DataFrame, *, documents: int | None = None) -> Report:
    """The report over a claims table.

    `frame` holds the rows to show, of all kinds; `comparisons` is what `compare` made of the whole table, or as many
    rows of it as are to be shown, with the index that they have in `frame`. Rows of kind `count` without a comparison
    are left out. `documents` is the number of documents read; without it, those that hold a row are counted.
    """
    names = [name for name, _, _ in COMPARISON_COLUMNS]
    shown = (frame["kind"] != "count") | frame.index.isin(comparisons.index)
    table = frame.loc[shown.astype(bool), [name for name in frame.columns if name not in names]].join(
        comparisons[names]
    )
    rows = [_plain_row(row) for row in table.to_dict("records")]
    _place_silences(rows, wars_of(table))
    by_war: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_war[row["war"] or NO_WAR].append(row)
    order = sorted(by_war, key=lambda name: (name == NO_WAR, -len(by_war[name]), name))
    count = documents if documents is not None else len({row["document_id"] or row["document"] for row in rows})
    return Report(_summary(rows, count), tuple(_war(name, by_war[name]) for name in order), table)


def _plain_row(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Python's own values: None, int, float, date."""
    plain: dict[str, Any] = {}
    for name, value in row.items():
        if pd.api.types.is_scalar(value) and pd.isna(value):
            plain[name] = None
        elif isinstance(value, dt.datetime):
            plain[name] = value.date()
        else:
            plain[name] = value.item() if hasattr(value, "item") else value
    return plain


def _place_silences(rows: Sequence[dict[str, Any]], wars: pd.Series[str]) -> None:
    """Give each silence the war of the claims that cite it, else of those around it.

    Filtered rows may not show by themselves who fights whom.
    """
    around: dict[str, set[str]] = defaultdict(set)
    citing: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["kind"] == "count" and row["war"]:
            around[row["document_id"] or row["document"]].add(row["war"])
            for cited in _cited(row):
                citing[cited].add(row["war"])
    for row, own in zip(rows, wars.astype(object).where(wars.notna(), None), strict=True):
        if row["kind"] == "count":
            continue
        sides = {row["victim_side"], row["source_side"]}
        near = [war for war in around[row["document_id"] or row["document"]] if sides & set(war.split(WAR_JOINER))]
        fitting = [*citing[row["claim_id"]]] or near
        row["war"] = fitting[0] if len(fitting) == 1 else own
        row["subject"] = SILENT_SUBJECT


def _cited(row: Mapping[str, Any]) -> list[str]:
    """The claim_ids of the silences and denials that answer a claim."""
    return (row["silence_id"] or "").split()


def _summary(rows: Sequence[Mapping[str, Any]], documents: int) -> Summary:
    kinds = [row["kind"] for row in rows]
    statuses = [row["status"] for row in rows]
    return Summary(
        documents=documents,
        claims=kinds.count("count"),
        silences=kinds.count("no_count"),
        denials=kinds.count("denial"),
        **{status: statuses.count(status) for status in STATUSES},
    )


def _war(name: str, rows: Sequence[dict[str, Any]]) -> War:
    by_id = {row["claim_id"]: row for row in rows if row["kind"] == "count"}
    homes = {row["claim_id"]: _home(row, by_id) for row in rows}
    by_subject: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_subject[homes[row["claim_id"]]["subject"]].append(row)
    subjects = []
    for subject in sorted(by_subject, key=lambda one: _subject_order(homes[by_subject[one][0]["claim_id"]])):
        lines = sorted(by_subject[subject], key=lambda row: (*_moment(homes[row["claim_id"]]), *_moment(row)))
        subjects.append(Subject(subject, tuple(_line(row, homes[row["claim_id"]] is not row) for row in lines)))
    return War(name, _matrix(name, rows), tuple(subjects))


def _owner(side: str) -> str:
    """A side as an owner: "Russia's", "the Houthis'"."""
    return f"{side}'" if side.endswith("s") else f"{side}'s"


def _home(row: dict[str, Any], by_id: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """The whole under which a part is shown: its own outcome's, and itself if there is none."""
    seen = {row["claim_id"]}
    home = row
    while (
        home["part_of"] in by_id and home["part_of"] not in seen and by_id[home["part_of"]]["outcome"] == row["outcome"]
    ):
        home = by_id[home["part_of"]]
        seen.add(home["claim_id"])
    return home if home["victim_side"] == row["victim_side"] else row


def _subject_order(row: Mapping[str, Any]) -> tuple[object, ...]:
    outcome = OUTCOMES.index(row["outcome"]) if row["outcome"] else len(OUTCOMES)
    victims = CLASSES.index(row["victim_class"]) if row["victim_class"] else len(CLASSES)
    if row["kind"] != "count":
        return (1, "", 0, 0, "")
    return (0, (row["victim_side"] or "\uffff").casefold(), victims, outcome, row["subject"])


def _day(row: Mapping[str, Any]) -> dt.date | None:
    day: dt.date | None = row["as_of"] or row["published"]
    return day


def _moment(row: Mapping[str, Any]) -> tuple[dt.date, str, int, str]:
    return (_day(row) or dt.date.min, row["document"] or "", row["start"] or 0, row["claim_id"])


def _line(row: Mapping[str, Any], part: bool) -> Line:
    names = {one.name for one in dataclasses.fields(Line)}
    given = {name: value for name, value in row.items() if name in names}
    number = row["number_text"] or ""
    if row["kind"] == "count":
        number = readable_number(row["best"], row["low"], row["high"], row["qualifier"], number)
    more = {"part": part, "date": _day(row), "number": number, "partners": row["partners"] or 0}
    return Line(**given | more | {"status": row["status"] or row["kind"], "document": row["document"] or ""})


def _matrix(war: str, rows: Sequence[Mapping[str, Any]]) -> Matrix:
    sides = [] if war == NO_WAR else war.split(WAR_JOINER)
    named: dict[str, Mapping[str, Any]] = {}
    latest: dict[tuple[str, str], Mapping[str, Any]] = {}
    cited: dict[str, set[str]] = defaultdict(set)
    for row in sorted((row for row in rows if row["kind"] == "count" and row["compared_as"] in _RANKS), key=_weight):
        speaker = row["source_side"] if row["source_side"] in sides else OTHERS
        named.setdefault(row["subject"], row)
        latest[row["subject"], speaker] = row
        cited[row["subject"]].update(_cited(row))
    losses = sorted(named, key=lambda name: _subject_order(named[name]))
    silent = {
        (row["source_side"], name): row
        for row in sorted(rows, key=_moment)
        if row["kind"] != "count" and row["source_side"] in sides
        for name in losses
        if row["claim_id"] in cited[name]
    }
    speakers = [
        one for one in (*sides, OTHERS) if any((one, name) in silent or (name, one) in latest for name in losses)
    ]
    cells = []
    for name in losses:
        found = [(one, latest.get((name, one)), silent.get((one, name))) for one in speakers]
        cells.append(tuple(_cell(row, one == OTHERS) if row else _silent_cell(silence) for one, row, silence in found))
    return Matrix(tuple(speakers), tuple(losses), tuple(cells))


_RANKS = {"incident": 0, "period": 1, "local": 1, "total": 2}
"""What may head a cell: never a part, nor what came on top of a figure."""


def _weight(row: Mapping[str, Any]) -> tuple[object, ...]:
    """What comes last heads a cell: the latest total, of one day one that says it is one; else the latest other."""
    return (_RANKS[row["compared_as"]], _day(row) or dt.date.min, row["scope"] == "cumulative", *_moment(row))


def _cell(row: Mapping[str, Any], named: bool) -> str:
    number = readable_number(row["best"], row["low"], row["high"], row["qualifier"], row["number_text"] or "")
    notes = [row["source_side"] or row["source"] or row["outlet"] or "the outlet"] if named else []
    notes += [day.isoformat()] if (day := _day(row)) else []
    if row["compared_as"] == "period":
        notes.append(f"since {row['since']}" if row["since"] else "period")
    if row["compared_as"] == "incident":
        notes.append("incident")
    if row["compared_as"] in ("incident", "local") and row["place"]:
        notes.append(_located(row["place"]))
    return f"{number} ({', '.join(notes)})" if notes else number


def _silent_cell(row: Mapping[str, Any] | None) -> str:
    if row is None:
        return ""
    said = "denies" if row["kind"] == "denial" else "no count"
    day = _day(row)
    return f"{said} ({day.isoformat()})" if day else said


# Writing a report ---------------------------------------------------------------------------------------------------


def render(report: Report, format: Format = "table", width: int = DEFAULT_WIDTH) -> str:  # noqa: A002
    """A report as text: `table` for a terminal of `width` columns, `markdown`, or for programs `csv`, `json`, `jsonl`.

    CSV and JSON Lines hold the rows of `report.table`, JSON the report as it is built. Nothing is cut to fit the width,
    only wrapped. Raises `UsageError` if there is no such format.
    """
    if format == "table":
        return _as_terminal(report, max(width, MIN_WIDTH))
    if format == "markdown":
        return _as_markdown(report)
    if format == "json":
        data = {"summary": dataclasses.asdict(report.summary), "wars": [dataclasses.asdict(war) for war in report.wars]}
        return json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n"
    return _as_rows(report.table, format)


def render_claims(frame: pd.DataFrame, format: Format = "table", width: int = DEFAULT_WIDTH) -> str:  # noqa: A002
    """A claims table as text, in the order of its rows; JSON is a list of objects with the table's columns.

    Raises `UsageError` if there is no such format, `TableError` if `frame` lacks columns and CSV is asked for.
    """
    if format not in ("table", "markdown"):
        return _as_rows(frame, format)
    rows = [_plain_row(row) for row in frame.to_dict("records")]
    if format == "markdown":
        layout = _CLAIMS[max(_CLAIMS)]
        return _markdown_table([column.title for column in layout], [[c.cell(row) for c in layout] for row in rows])
    if not rows:
        return "No casualty claims.\n"
    width = max(width, MIN_WIDTH)
    short = _short_names({row["document"] or "" for row in rows})
    rows = [row | {"document": short[row["document"] or ""]} for row in rows]
    blocks = _blocks(_layout(_CLAIMS, width), rows, width)
    return "\n".join(_joined(blocks)) + "\n\n" + _counted(len(rows), "claim") + "\n"


def _as_rows(table: pd.DataFrame, format: str) -> str:  # noqa: A002
    if format == "csv":
        text = io.StringIO()
        write_claims(table, text)
        return text.getvalue()
    rows = [_plain_row(row) for row in table.to_dict("records")]
    if format == "json":
        return json.dumps(rows, ensure_ascii=False, indent=2, default=str) + "\n"
    if format == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows)
    raise UsageError(f"{format} is no format; choose table, csv, json, jsonl or markdown")


def _summary_text(summary: Summary) -> str:
    statuses = (f"{getattr(summary, status):,} {status}" for status in ("contested", *STATUSES[:1], *STATUSES[2:]))
    counts = f"{_counted(summary.documents, 'document')}, {_counted(summary.claims, 'claim')}: {', '.join(statuses)}"
    return f"{counts}; {_counted(summary.silences, 'silence')}, {_counted(summary.denials, 'denial')}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _as_terminal(report: Report, width: int) -> str:
    if not report.wars:
        return f"No casualty claims in {_counted(report.summary.documents, 'document')}.\n"
    totals = _wrapped(_summary_text(report.summary), width)
    short = _short_names({line.document for war in report.wars for subject in war.subjects for line in subject.lines})
    out = [*totals, ""]
    for war in report.wars:
        name = clean(war.name)
        out += ["", *_wrapped(name, width), "=" * min(_columns(name), width), ""]
        if war.matrix.losses:
            out += [*_matrix_table(war.matrix, width), ""]
        lines = [line for subject in war.subjects for line in subject.lines]
        lines = [dataclasses.replace(line, document=short[line.document]) for line in lines]
        blocks = _blocks(_layout(_LINES, width), lines, width)
        out += [*blocks[0], ""]
        rest = iter(blocks[1:])
        for subject in war.subjects:
            out += [*_wrapped(clean(subject.name), width), ""]
            out += [*_joined([next(rest) for _ in subject.lines]), ""]
    if len(out) > REPEAT_AFTER_LINES:
        out += ["", *totals]
    return "\n".join(out).rstrip("\n") + "\n"


_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,5}$")


def _short_names(documents: Iterable[str]) -> dict[str, str]:
    """For a narrow column the names of files without their folders and suffixes, where these tell nothing apart."""
    stems = {name: name if "://" in name else _SUFFIX.sub("", name.rpartition("/")[2]) or name for name in documents}
    shared = [stem for stem, times in Counter(stems.values()).items() if times > 1]
    return {name: name if stem in shared else stem for name, stem in stems.items()}


def _matrix_table(matrix: Matrix, width: int) -> list[str]:
    titles = ["Losses", *(f"{one} say" if one == OTHERS else f"{one} says" for one in matrix.speakers)]
    room = (width - GAP * len(matrix.speakers)) // len(titles)
    rows = [["\n".join(_wrapped(clean(cell) or UNKNOWN, room)) for cell in row] for row in _matrix_rows(matrix)]
    heads = ["\n".join(_wrapped(clean(title), room - GAP)) for title in titles]
    return _tabulated(rows, heads)


def _matrix_rows(matrix: Matrix) -> list[tuple[str, ...]]:
    return [(name, *cells) for name, cells in zip(matrix.losses, matrix.cells, strict=True)]


def _tabulated(rows: Sequence[Sequence[str]], titles: Sequence[str]) -> list[str]:
    """A table whose columns are as wide as their widest cell; tabulate makes them two wider than their titles, too."""
    text = tabulate(rows, headers=titles, tablefmt="simple", disable_numparse=True)
    return [line.rstrip() for line in text.split("\n")]


# Columns and their cells --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a terminal table: its least width, its share of what width is left, and the text of its cells.

    A column without a share is never narrower than its widest line: names that are copied, such as ids, do not wrap.
    """

    title: str
    least: int
    share: int
    cell: Callable[[Any], str]


def _layout(layouts: Mapping[int, tuple[_Column, ...]], width: int) -> tuple[_Column, ...]:
    return layouts[max((least for least in layouts if least <= width), default=min(layouts))]


def _blocks(layout: Sequence[_Column], rows: Sequence[Any], width: int) -> list[list[str]]:
    """The table cut into blocks of lines: its head, then one block for each row, all with the same column widths."""
    texts = [[clean(column.cell(row), keep_lines=True) for column in layout] for row in rows]
    rooms = _rooms(layout, texts, width)
    cells = [["\n".join(_wrapped(text, room)) for text, room in zip(line, rooms, strict=True)] for line in texts]
    titles = ["\n".join(_wrapped(column.title, room - GAP)) for column, room in zip(layout, rooms, strict=True)]
    lines = _tabulated(cells, titles)
    heights = [
        max(title.count("\n") for title in titles) + 2,
        *(max(cell.count("\n") for cell in row) + 1 for row in cells),
    ]
    blocks, at = [], 0
    for height in heights:
        blocks.append(lines[at : at + height])
        at += height
    return blocks


def _rooms(layout: Sequence[_Column], texts: Sequence[Sequence[str]], width: int) -> list[int]:
    """The widths of the columns: those without a share as they are, the others by their shares of what is left."""
    rooms = [column.least for column in layout]
    for at, column in enumerate(layout):
        if not column.share:
            widest = max((_columns(line) for text in texts for line in text[at].split("\n")), default=0)
            rooms[at] = max(column.least, min(widest, width // 2))
    free = width - GAP * (len(layout) - 1) - sum(rooms)
    weights = [column.share if free >= 0 else column.least * bool(column.share) for column in layout]
    total = sum(weights) or 1
    return [max(room + free * weight // total, 4) for room, weight in zip(rooms, weights, strict=True)]


def _joined(blocks: Sequence[Sequence[str]]) -> list[str]:
    """Blocks one below the other; with a blank line between them as soon as one has several lines."""
    apart = any(len(block) > 1 for block in blocks[1:]) or (len(blocks) > 1 and len(blocks[0]) > 1)
    lines: list[str] = []
    for block in blocks:
        lines += ["", *block] if apart and lines else block
    return lines


def _when(line: Line) -> str:
    return "\n".join([line.date.isoformat() if line.date else "undated", line.claim_id])


def _what(line: Line) -> str:
    if line.kind != "count":
        return f"“{line.number}”" + (f"\non {_owner(line.victim_side)} losses" if line.victim_side else "")
    lead = "of these: " if line.part else "in addition: " if line.compared_as == "addition" else ""
    number = lead + _with_victims(line.number, line.victims)
    return "\n".join(filter(None, [number, _where(line)]))


def _with_victims(number: str, victims: str | None) -> str:
    """The noun in the plural, although the article may say "one sailor was killed, and 27 are missing"."""
    if not victims or victims.casefold() in number.casefold():
        return number
    return f"{number} {victims if number == '1' else plural_of(victims)}"


def _where(line: Line) -> str:
    since = f"since {line.since}" if line.since else ""
    spans = {"cumulative": since or "in all", "incident": "", "period": since or "in a period"}
    place = _located(line.place) if line.place else ""
    return ", ".join(filter(None, [place, spans.get(line.scope or "", "")]))


_LOCATED = re.compile(
    r"(?:in|at|near|on|off|outside|around|over|between|across|north|south|east|west)\b", re.IGNORECASE
)


def _located(place: str) -> str:
    return place if _LOCATED.match(place) else f"in {place}"


def _speaker(kind: str, source: str | None, outlet: str | None) -> str:
    """Who claims it; a text that names no silent party does not make its outlet one ("there was no word on losses")."""
    return source or (outlet or "the outlet" if kind == "count" else "nobody named")


def _who(line: Line) -> str:
    who = _speaker(line.kind, line.source, line.outlet)
    if line.source_side and line.source_side not in who:
        who += f" ({line.source_side})"
    return f"{who}, via {line.via}" if line.via else who


def _speaks_of(line: Line) -> str:
    spoken = {"own": "own losses", "enemy": "enemy losses"}
    return spoken.get(line.speaks_of or "", line.speaks_of or "")


def _status(line: Line) -> str:
    return {"no_count": "no count", "denial": "denies"}.get(line.status, line.status)


def _beside(line: Line) -> str:
    """The counterclaim, the silence and the doubts, one a line; for a claim with none of them, nothing."""
    said = [line.silence.replace("”; ", "”\n")] if line.silence else []
    counter = [_counterclaim(line)] if line.counter_number else []
    doubts = [line.exceeds_bound, f"({line.caveat})" if line.caveat else None]
    first = counter + said if line.status in ("contested", "corroborated") else said + counter
    return "\n".join(text for text in [*first, *doubts] if text)


def _counterclaim(line: Line) -> str:
    apart = [_apart(line)] if line.counter_date or line.days_apart is not None else []
    if line.partners > 1:
        by = "" if " or " in (line.counter_side or "") else f" by {line.counter_side}"
        return f"{', '.join([f'{line.partners} counterclaims{by}', *apart])}: {line.counter_number}"
    ratio = [f"×{line.ratio:,.1f}"] if line.ratio is not None else []
    text = f"{line.counter_side}: {', '.join([line.counter_number or '', *apart, *ratio])}"
    return text if line.counter_source in (None, line.counter_side) else f"{text}\nby {line.counter_source}"


def _apart(line: Line) -> str:
    days = line.days_apart
    if days == 0:
        return "same day"
    date = f"{line.counter_date}, " if line.counter_date else ""
    return date + ("" if days is None else f"{_counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'}")


def _thirds(line: Line) -> str:
    return (line.third_parties or "").replace("; ", "\n")


def _lines(*cells: Callable[[Line], str]) -> Callable[[Line], str]:
    return lambda line: "\n".join(filter(None, (cell(line) for cell in cells)))


def _others(line: Line) -> str:
    return f"others: {line.third_parties}" if line.third_parties else ""


def _document(line: Line) -> str:
    return line.document


_WHEN = _Column("When, id", 12, 0, _when)
_LINES: Mapping[int, tuple[_Column, ...]] = {
    0: (
        _WHEN,
        _Column("Claim", 15, 1, _what),
        _Column("Source, article", 17, 1, _lines(_who, _speaks_of, _document)),
        _Column("Status, beside it", 26, 2, _lines(_status, _beside, _others)),
    ),
    108: (
        _WHEN,
        _Column("Claim", 18, 2, _what),
        _Column("Source, article", 20, 3, _lines(_who, _document)),
        _Column("Speaks of", 12, 0, _speaks_of),
        _Column("Status", 12, 0, _status),
        _Column("Beside it", 24, 5, _lines(_beside, _others)),
    ),
    148: (
        _WHEN,
        _Column("Claim", 18, 3, _what),
        _Column("Source", 20, 3, _who),
        _Column("Speaks of", 12, 0, _speaks_of),
        _Column("Status", 12, 0, _status),
        _Column("Beside it", 24, 5, _beside),
        _Column("What others say", 18, 2, _thirds),
        _Column("Article", 18, 1, _document),
    ),
}
"""The columns of a report, by the width from which they are used."""


def _claim_number(row: Mapping[str, Any]) -> str:
    if row["kind"] != "count":
        return f"“{row['number_text'] or ''}”"
    number = readable_number(row["best"], row["low"], row["high"], row["qualifier"], row["number_text"] or "")
    return _with_victims(number, row["victims"])


def _claim_losses(row: Mapping[str, Any]) -> str:
    if row["kind"] != "count":
        kind = "no count" if row["kind"] == "no_count" else "denial"
        return f"{kind}, {_owner(row['victim_side'])} losses" if row["victim_side"] else kind
    return subject_of(row["victim_side"], row["victim_class"], row["outcome"])


def _claim_source(row: Mapping[str, Any]) -> str:
    who = _speaker(row["kind"], row["source"], row["outlet"])
    side = row["source_side"]
    return (f"{who} ({side})" if side and side not in who else who) + (f", via {row['via']}" if row["via"] else "")


def _claim_when(row: Mapping[str, Any]) -> str:
    day = _day(row)
    return "\n".join([day.isoformat() if day else "undated", row["claim_id"]])


def _claim_where(row: Mapping[str, Any]) -> str:
    since = f"since {row['since']}" if row["since"] else ""
    place = _located(row["place"]) if row["place"] else ""
    return "\n".join(filter(None, [place, row["scope"] if row["scope"] != "unknown" else "", since]))


_CLAIMS: Mapping[int, tuple[_Column, ...]] = {
    0: (
        _Column("When, id", 12, 0, _claim_when),
        _Column("Claim", 18, 2, _claim_number),
        _Column("Losses", 16, 1, _claim_losses),
        _Column("Source, article", 22, 2, lambda row: f"{_claim_source(row)}\n{row['document']}"),
    ),
    104: (
        _Column("When, id", 12, 0, _claim_when),
        _Column("Claim", 18, 2, _claim_number),
        _Column("Losses", 18, 1, _claim_losses),
        _Column("Scope", 12, 0, _claim_where),
        _Column("Source", 20, 2, _claim_source),
        _Column("Article", 14, 1, lambda row: row["document"]),
    ),
    140: (
        _Column("When, id", 12, 0, _claim_when),
        _Column("Claim", 18, 2, _claim_number),
        _Column("Losses", 18, 1, _claim_losses),
        _Column("Scope", 12, 0, _claim_where),
        _Column("Source", 20, 2, _claim_source),
        _Column("Sentence", 24, 5, lambda row: row["sentence"] or ""),
        _Column("Article", 18, 1, lambda row: row["document"]),
    ),
}
"""The columns of a claims table, by the width from which they are used."""


# Markdown -----------------------------------------------------------------------------------------------------------


def _as_markdown(report: Report) -> str:
    out = [_escaped(_summary_text(report.summary)), ""]
    layout = _LINES[max(_LINES)]
    for war in report.wars:
        out += [f"## {_escaped(war.name)}", ""]
        if war.matrix.losses:
            titles = ["Losses", *(f"{one} say" if one == OTHERS else f"{one} says" for one in war.matrix.speakers)]
            out += [_markdown_table(titles, _matrix_rows(war.matrix))]
        for subject in war.subjects:
            rows = [[column.cell(line) for column in layout] for line in subject.lines]
            out += [f"### {_escaped(subject.name)}", "", _markdown_table([column.title for column in layout], rows)]
    return "\n".join(out).rstrip("\n") + "\n"


def _markdown_table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    cells = [[_escaped(cell) for cell in row] for row in rows]
    return (
        tabulate(cells, headers=[_escaped(title) for title in titles], tablefmt="github", disable_numparse=True) + "\n"
    )


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no HTML, one line."""
    text = clean(text.replace("\n", "; ")).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|#~])", r"\\\1", text)


# One claim, explained -----------------------------------------------------------------------------------------------

ROLE_ORDER = ("number", "silence", "denial", "victims", "outcome", "cue", "source")
"""Roles whose words are marked first where two overlap."""


def explain(claim: Claim, document: Document, width: int = DEFAULT_WIDTH) -> str:
    """How one claim was read: its sentence with the words marked by their roles, every field, and the rules.

    Plain text of at most `width` columns; a word is marked as `[number: about 400]`. Words of other sentences, such as
    the name behind a "he", are listed below with their offsets.

    >>> article = Document("day2.txt", "Kyiv said 137 people had died.")
    >>> spans = (Span("number", 10, 13), Span("source", 0, 4))
    >>> values = dict.fromkeys(Claim.__dataclass_fields__) | dict(
    ...     claim_id="d4018b724f79", number_text="137", best=137, sentence=article.text, start=10, end=13,
    ...     document="day2.txt", rules=("number", "died"), spans=spans)
    >>> explain(Claim(**values), article).splitlines()[2].strip()
    '[source: Kyiv] said [number: 137] people had died.'
    """
    width = max(width, MIN_WIDTH)
    spans = _in_reading_order(claim, document)
    begin, end = _sentence_bounds(claim, document)
    inside = [span for span in spans if begin <= span.start and span.end <= end]
    out = [clean(f"Claim {claim.claim_id}, {claim.document}"), ""]
    out += [f"  {line}" for line in _wrapped(clean(_marked(document.text, begin, end, inside)), width - 2)]
    outside = [span for span in spans if span not in inside]
    if outside:
        out += ["", "Elsewhere in the text"]
        words = [(span.role, f"{document.text[span.start : span.end]} ({span.start}-{span.end})") for span in outside]
        out += _listed(words, width)
    named = [(one.name, getattr(claim, one.name)) for one in dataclasses.fields(claim)]
    out += ["", "Fields"]
    out += _listed(
        [(n, UNKNOWN if v is None else str(v)) for n, v in named if n not in ("rules", "spans", "sentence")], width
    )
    out += ["", "Rules"]
    out += _listed(_explained_rules(claim) or [(UNKNOWN, "")], width)
    return "\n".join(line.rstrip() for line in out) + "\n"


def explain_text(found: Sequence[Considered], width: int = DEFAULT_WIDTH) -> str:
    """What a text has of numbers, silences and denials: the claim that each made with its rules, or why it made none.

    >>> from facttrack.considered import consider
    >>> print(explain_text(consider(Document("a", "In 2014 Kyiv said 12 soldiers had died."))), end="")
    In 2014 Kyiv said 12 soldiers had died.
    <BLANKLINE>
      2014  no claim: a date, a time, an age, a label or a part of a name
      12    killed, Ukraine (combatant); source: Kyiv (Ukraine)
            number predicate side:own_army said voice:told
    <BLANKLINE>
    """
    width = max(width, MIN_WIDTH)
    out: list[str] = []
    for sentence, group in itertools.groupby(found, key=lambda one: one.sentence):
        pairs: list[tuple[str, str]] = []
        for one in group:
            name = clean(" ".join(one.words.split()))
            name = name if len(name) <= MAX_NAME else name[: MAX_NAME - 1] + "…"
            if one.claim is None:
                pairs.append((name, f"no claim: {one.reason}"))
            else:
                pairs += [(name, _in_one_line(one.claim)), ("", " ".join(one.claim.rules))]
        out += [*_wrapped(clean(" ".join(sentence.split())), width), "", *_listed(pairs, width), ""]
    return "\n".join(line.rstrip() for line in out) + "\n" if out else ""


MAX_NAME = 32
"""Columns for the words of a number or silence."""


def _in_one_line(claim: Claim) -> str:
    """A claim's outcome, victims and source."""
    victims = claim.victim_side or "side unknown"
    victims += f" ({claim.victim_class})" if claim.victim_class else ""
    side = f" ({claim.source_side})" if claim.source_side else ""
    said = "no count" if claim.kind == "no_count" else claim.outcome or claim.kind
    return f"{said}, {victims}; source: {claim.source or claim.source_text or 'the article itself'}{side}"


def _in_reading_order(claim: Claim, document: Document) -> list[Span]:
    """The spans that stand in the text, without marks at their ends; what a silence says is no number."""
    role = {"no_count": "silence", "denial": "denial"}.get(claim.kind, "number")
    spans = [dataclasses.replace(span, role=role) if span.role == "number" else span for span in claim.spans]
    spans += [] if any(span.role == role for span in spans) else [Span(role, claim.start, claim.end)]
    valid = {_trimmed(span, document.text) for span in spans if 0 <= span.start < span.end <= len(document.text)}
    return sorted(valid, key=lambda span: (span.start, span.end, span.role))


def _trimmed(span: Span, text: str) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(_MARKS))
    end = span.end - len(words) + len(words.rstrip(_MARKS))
    return Span(span.role, start, end) if start < end else span


_MARKS = " \t\r\n,;:–—"


def _sentence_bounds(claim: Claim, document: Document) -> tuple[int, int]:
    """Where the sentence stands in the text; where it was written otherwise there, the line of the number."""
    at = document.text.find(claim.sentence, max(claim.end - len(claim.sentence), 0))
    if claim.sentence and 0 <= at <= claim.start:
        return at, at + len(claim.sentence)
    begin = document.text.rfind("\n", 0, claim.start) + 1
    end = document.text.find("\n", claim.end)
    return begin, len(document.text) if end < 0 else end


def _marked(text: str, begin: int, end: int, spans: Sequence[Span]) -> str:
    """The stretch with its spans in brackets; of two that overlap, the one with the role that comes first."""

    def rank(span: Span) -> tuple[int, int]:
        return (ROLE_ORDER.index(span.role) if span.role in ROLE_ORDER else len(ROLE_ORDER), span.start)

    chosen: list[Span] = []
    for span in sorted(spans, key=rank):
        if all(span.end <= one.start or one.end <= span.start for one in chosen):
            chosen.append(span)
    parts, at = [], begin
    for span in sorted(chosen, key=lambda one: one.start):
        parts += [text[at : span.start], f"[{span.role}: {text[span.start : span.end]}]"]
        at = span.end
    return "".join([*parts, text[at:end]])


READ_NUMBERS: Mapping[str, str] = {
    "number": "a number as it stands: “137”, “five”",
    "hedge_before": "a number with a hedge before it: “about 400”",
    "hedge_after": "a number with a hedge after it: “400 or so”",
    "range": "two ends: “between 7,000 and 15,000”",
    "vague": "a word for a number: “dozens”",
    "zero": "none: “no soldier”, “not a single”",
    "article": "one, by its article: “a soldier”",
    "another": "one more: “another soldier”",
    "both": "two: “both pilots”",
    "all_of": "everybody: “all 224 on board”",
}
"""The rules that data/lexicon/rules.csv does not list, since no share hangs on them: how a number was read."""


def _explained_rules(claim: Claim) -> list[tuple[str, str]]:
    """Each rule with what it covers, by data/lexicon/rules.csv; a rule that nobody explains stands alone.

    A name may be that of a rule for the number's place in the sentence and of one for the source; `Claim.rules` has
    what gave the victims' side between them.
    """
    meanings, stage, explained = _meanings(), "mention", []
    for rule in claim.rules:
        named = next((one for one in ("side", "voice") if rule.startswith(f"{one}:")), None)
        stage = named or ("source" if stage in ("side", "source") else stage)
        own = rule.removeprefix("carried:")
        known = (meanings.get((one, name)) for one in (stage, "mention", "source", SILENCE) for name in (rule, own))
        meaning = next(filter(None, known), READ_NUMBERS.get(own, ""))
        explained.append((clean(rule), meaning))
    return explained


@functools.cache
def _meanings() -> Mapping[tuple[str, str], str]:
    return {(row["stage"], row["rule"]): row["meaning"] for row in read_rules()}


def _listed(pairs: Sequence[tuple[str, str]], width: int) -> list[str]:
    """Names and values in two columns, the values wrapped under themselves."""
    room = max(len(name) for name, _ in pairs) + GAP
    lines = []
    for name, value in pairs:
        first, *more = _wrapped(clean(value), max(width - room - 2, 10)) or [""]
        lines += [f"  {name:<{room}}{first}", *(f"  {'':<{room}}{line}" for line in more)]
    return lines


# Text for a terminal ------------------------------------------------------------------------------------------------

_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours, cursor moves
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # window titles, links, device strings
    r"|\x1b[ -/]*[0-~]"
    r"|\x9b[0-?]*[ -/]*[@-~]"
)
STROKES = "/\\_-."
"""Where a word too wide for its column is broken: paths and addresses have these."""
_JOINERS = frozenset("\u200c\u200d")
"""Format characters that scripts and emoji need; all others (overrides of direction, marks) are dropped."""


def clean(text: str, *, keep_lines: bool = False) -> str:
    r"""Text that is safe and plain on a terminal: no escape sequences, no control or direction codes, one line.

    `keep_lines` leaves line feeds. Surrogates, which cannot be written, become U+FFFD.

    >>> clean("\x1b[31m137\x1b[0m\n killed\u202e")
    '137 killed'
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _ESCAPES.sub("", text)
    lines = ("".join(map(_safe, line)) for line in (text.split("\n") if keep_lines else [text]))
    return "\n".join(" ".join(line.split()) for line in lines)


def _safe(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    if category == "Cf":
        return char if char in _JOINERS else ""
    return "\ufffd" if category == "Cs" else char


def _columns(text: str) -> int:
    """The columns that a text takes on a terminal; wide scripts take two a character."""
    return max(wcswidth(text), 0) if text else 0


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns, broken at spaces, and inside a word only where it is wider than a line."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if _columns(longer) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = _cut(word, width)
            lines += full
        lines.append(line)
    return lines


def _cut(word: str, width: int) -> list[str]:
    """A word in pieces that fit: behind a near stroke of a path, and never between a mark and its letter."""
    pieces, piece = [], ""
    for char in word:
        if piece and wcwidth(char) > 0 and _columns(piece + char) > width:
            at = max(map(piece.rfind, STROKES)) + 1
            at = at if _columns(piece[:at]) > width // 2 else len(piece)
            pieces.append(piece[:at])
            piece = piece[at:]
        piece += char
    return [*pieces, piece]
