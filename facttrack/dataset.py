"""An archive's claims on disk, or wherever fsspec reaches: partitioned Parquet, and what is known of every task.

    DIR/archive.json                       the format, by which the folder is known to be an archive
    DIR/inputs/NAME.json                   how an input was cut into tasks, so that a second run need not look again
    DIR/tasks/TASK.json                    what came of a task: written last, and only then is the task done
    DIR/claims/month=2022-03/TASK-1.parquet    the claims of a task, by the month in which their articles were published
    DIR/documents/TASK.parquet             the ids of all documents that it read, by which they are counted once
    DIR/manifest.csv  DIR/set-aside.csv    the same for people: made anew at the end of a run

The columns are those of the claims table, and `task` and `row`, which tell where a claim stood in the input. Only files
that a task names are read, so that half of a task is none.
"""

from __future__ import annotations

import io
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as pads
import pyarrow.parquet as pq

from facttrack.errors import FacttrackError, InputError, RepeatedTextError
from facttrack.jobs import Found
from facttrack.models import Claim
from facttrack.repeats import Repeats
from facttrack.stores import Store
from facttrack.table import COLUMNS, table_of, write_rows
from facttrack.tasks import Task

__all__ = [
    "Dataset",
    "Record",
    "clean_up",
    "forget_plan",
    "is_dataset",
    "read_plans",
    "read_records",
    "start",
    "write_lists",
    "write_plan",
    "write_record",
    "write_task",
]

FORMAT = 1
"""Of the folder; a program that knows only an older one refuses it."""
ROWS_PER_FILE = 20_000
"""Claims that a task keeps in memory before it writes them, some 50 MB."""
MAX_SET_ASIDE = 1_000
"""Bad lines that a task lists; of the others it says only how many there are."""
UNDATED = "undated"
"""The month of articles without a date."""

_TYPES = {
    "string": pa.string(),
    "category": pa.dictionary(pa.int8(), pa.string()),
    "Int64": pa.int64(),
    "Float64": pa.float64(),
    "datetime64[s]": pa.date32(),
}
_PLACE = (("task", pa.dictionary(pa.int32(), pa.string())), ("row", pa.int32()))
SCHEMA = pa.schema([(column.name, _TYPES[column.dtype]) for column in COLUMNS] + list(_PLACE))
_IDS = pa.schema([("document", pa.uint64())])


@dataclass(frozen=True, slots=True)
class Record:
    """What came of a task. `set_aside` holds lines, each with its reason; `failed` is why the task as a whole is."""

    task: str
    input: str
    size: int
    start: int
    end: int
    documents: int
    rows: int
    version: str
    files: tuple[str, ...] = ()
    set_aside: tuple[tuple[str, str], ...] = ()
    more_set_aside: int = 0
    failed: str = ""

    @property
    def status(self) -> str:
        return "failed" if self.failed else "done"


# --- writing -------------------------------------------------------------------------------------------------------


def write_task(store: Store, task: Task, items: Iterable[Found | InputError]) -> Record:
    """Write what a task has found, and last its record. Raises `InputError`, and writes no record, where that fails."""
    name = task.task_id
    repeats, documents, rows = Repeats(), 0, 0
    waiting: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
    files: list[str] = []
    ids: list[int] = []
    aside: list[tuple[str, str]] = []
    more = kept = 0

    def flush() -> None:
        for month in sorted(waiting):
            file = f"claims/month={month}/{name}-{len(files) + 1}.parquet"
            store.write(file, _packed(_claims_table(name, waiting[month])))
            files.append(file)
        waiting.clear()

    for item in items:
        error = item if isinstance(item, InputError) else repeats.find(item.document_id, item.name) or item.failure
        if error is not None:
            if isinstance(error, RepeatedTextError):
                continue
            if len(aside) < MAX_SET_ASIDE:
                aside.append((_place(error), str(error)))
            else:
                more += 1
            continue
        assert isinstance(item, Found)
        documents += 1
        ids.append(int(item.document_id, 16))
        for claim in item.claims:
            month = f"{claim.published:%Y-%m}" if claim.published else UNDATED
            waiting[month].append((rows, claim))
            rows += 1
        kept += len(item.claims)
        if kept > ROWS_PER_FILE:
            flush()
            kept = 0
    flush()
    store.write(f"documents/{name}.parquet", _packed(pa.table({"document": ids}, schema=_IDS)))
    about = (name, task.name, task.size, task.start, task.end, documents, rows, task.version)
    record = Record(*about, files=tuple(files), set_aside=tuple(aside), more_set_aside=more)
    write_record(store, record)
    return record


def write_record(store: Store, record: Record) -> None:
    store.write(f"tasks/{record.task}.json", json.dumps(asdict(record), ensure_ascii=False).encode())


def _place(error: InputError) -> str:
    return error.where if error.line is None else f"{error.where}, line {error.line}"


def _claims_table(task: str, found: Sequence[tuple[int, Claim]]) -> pa.Table:
    columns: dict[str, list[Any]] = {}
    for column in COLUMNS:
        values = [getattr(claim, column.name) or None for _, claim in found]
        if column.dtype in ("Int64", "Float64"):
            values = [getattr(claim, column.name) for _, claim in found]
        if column.name == "rules":
            values = [" ".join(rules) if rules else None for rules in values]
        columns[column.name] = values
    columns |= {"task": [task] * len(found), "row": [row for row, _ in found]}
    return pa.table(columns, schema=SCHEMA)


def _packed(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


# --- what a run leaves for the next --------------------------------------------------------------------------------


def start(store: Store) -> None:
    """Make a folder an archive, or see that it is one."""
    about = store.read("archive.json")
    if about is None:
        if [name for name in store.names("") if not name.startswith(".")]:
            what = "neither empty nor an archive"
            raise FacttrackError(
                f"{store.url}: {what}; give --out a new folder, or one that facttrack archive has made"
            )
        store.write("archive.json", json.dumps({"format": FORMAT}).encode())
    else:
        _check_format(store.url, about)


def _check_format(url: str, about: bytes) -> None:
    try:
        version = json.loads(about)["format"]
    except (ValueError, KeyError, TypeError):
        raise FacttrackError(f"{url}/archive.json: damaged; make the archive anew") from None
    if version != FORMAT:
        raise FacttrackError(f"{url}: of format {version}, and this facttrack knows {FORMAT}; make the archive anew")


def read_records(store: Store) -> dict[str, Record]:
    """What came of the tasks so far, by their names."""
    records = {}
    for name in store.names("tasks"):
        if not name.endswith(".json"):
            continue
        values = json.loads(store.read(name) or b"{}")
        values["set_aside"] = tuple((place, reason) for place, reason in values["set_aside"])
        record = Record(**values | {"files": tuple(values["files"])})
        records[record.task] = record
    return records


def read_plans(store: Store) -> dict[str, tuple[int, list[Task]]]:
    """By the place of each input, its number in the order in which inputs were given, and its tasks."""
    plans = {}
    for name in store.names("inputs"):
        if name.endswith(".json"):
            about = json.loads(store.read(name) or b"{}")
            plans[about["place"]] = (about["number"], [Task(**task) for task in about["tasks"]])
    return plans


def write_plan(store: Store, number: int, tasks: Sequence[Task]) -> None:
    place = tasks[0].place
    about = {"place": place, "number": number, "tasks": [asdict(task) for task in tasks]}
    store.write(_plan_file(number), json.dumps(about, ensure_ascii=False).encode())


def forget_plan(store: Store, number: int) -> None:
    store.remove(_plan_file(number))


def _plan_file(number: int) -> str:
    return f"inputs/{number:08}.json"


def clean_up(store: Store, wanted: Collection[str]) -> None:
    """Take away what belongs to no wanted task, records first, and what was being written when a run was killed."""
    for name in store.names("tasks"):
        if name.removeprefix("tasks/").removesuffix(".json") not in wanted:
            store.remove(name)
    records = read_records(store)
    files = {file for record in records.values() for file in (*record.files, f"documents/{record.task}.parquet")}
    for name in (*store.names("claims"), *store.names("documents"), *store.names("inputs")):
        if name.endswith(".tmp") or (not name.startswith("inputs/") and name not in files):
            store.remove(name)


def write_lists(store: Store) -> None:
    """The manifest and the list of what was set aside, as CSV."""
    order = _order(store)
    records = sorted(read_records(store).values(), key=lambda record: order.get(record.task, (0, 0)))
    titles = ["input", "size", "start", "end", "documents", "rows", "version", "status", "task"]
    rows = [[str(getattr(record, title)) for title in titles] for record in records]
    aside = [
        *([record.input, record.failed] for record in records if record.failed),
        *([place, reason] for record in records for place, reason in record.set_aside),
        *([record.input, f"{record.more_set_aside:,} more lines"] for record in records if record.more_set_aside),
    ]
    for name, header, lines in (("manifest.csv", titles, rows), ("set-aside.csv", ["where", "reason"], aside)):
        text = io.StringIO()
        write_rows([header, *lines], text)
        store.write(name, text.getvalue().encode())


def _order(store: Store) -> dict[str, tuple[int, int]]:
    """Where each task stands in the input."""
    plans = read_plans(store).values()
    return {task.task_id: (number, at) for number, tasks in plans for at, task in enumerate(tasks)}


# --- reading -------------------------------------------------------------------------------------------------------


def is_dataset(path: str) -> bool:
    try:
        return Store(path).read("archive.json") is not None
    except OSError:
        return False


class Dataset:
    """The claims of an archive, to be read in parts. Rows are indexed by where they stood in the input."""

    def __init__(self, url: str) -> None:
        store = Store(url)
        about = store.read("archive.json")
        if about is None:
            raise FacttrackError(f"{url}: no archive; make one with facttrack archive INPUT --out {url}")
        _check_format(url, about)
        order = _order(store)
        records = read_records(store)
        done = {name for name, record in records.items() if not record.failed}
        self.left = len(order.keys() - records.keys())
        self.failed = len(order.keys() & records.keys() - done)
        self._rank = {name: rank for rank, name in enumerate(sorted(done & order.keys(), key=order.__getitem__))}
        self._store = store
        self._files = [file for name in self._rank for file in records[name].files]
        self._rows = self._dataset(self._files, SCHEMA)

    def _dataset(self, files: Sequence[str], schema: pa.Schema) -> pads.Dataset:
        if not files:
            return pads.dataset(schema.empty_table())
        paths = [self._store.path(file) for file in files]
        return pads.dataset(paths, schema=schema, format="parquet", filesystem=self._store.files)

    def documents(self) -> int:
        """How many documents were read, each counted once. Their ids are looked at some at a time."""
        ids = self._dataset([f"documents/{name}.parquet" for name in self._rank], _IDS)
        total = ids.count_rows()
        parts = max(1, total // MAX_IDS)
        bounds = [(1 << 48) * part // parts for part in range(parts + 1)]
        field = pc.field("document")
        return sum(
            pc.count_distinct(ids.to_table(filter=(field >= low) & (field < high))["document"]).as_py()
            for low, high in pairwise(bounds)
        )

    def months(self) -> Iterator[pd.DataFrame]:
        """All rows, a month of publication at a time: so no document is in two of them."""
        by_month: dict[str, list[str]] = defaultdict(list)
        for file in self._files:
            by_month[file.split("/")[1]].append(file)
        for month in sorted(by_month):
            yield self._frame(self._dataset(by_month[month], SCHEMA).to_table())

    def sides(self) -> dict[str | None, int]:
        """How many rows are about the losses of each side."""
        counted = pa.TableGroupBy(self._rows.to_table(columns=["victim_side"]), "victim_side").aggregate(
            [([], "count_all")]
        )
        return dict(zip(counted["victim_side"].to_pylist(), counted["count_all"].to_pylist(), strict=True))

    def values(self, column: str) -> set[str]:
        """The different values of a column of text."""
        found = self._rows.to_table(columns=[column])[column].unique().to_pylist()
        return {value for value in found if value}

    def about(self, sides: Collection[str | None]) -> pd.DataFrame:
        """The documents that have a row about the losses of these sides, with all their rows."""
        named = pc.field("victim_side").isin(pa.array([side for side in sides if side], pa.string()))
        wanted = named | pc.field("victim_side").is_null() if None in sides else named
        ids = self._rows.to_table(columns=["document_id"], filter=wanted)["document_id"].unique()
        return self._frame(self._rows.to_table(filter=pc.field("document_id").isin(ids)))

    def rows(self) -> Iterator[pd.DataFrame]:
        """All rows in the order of the input, a task at a time. What a task repeats of one before comes again."""
        by_task: dict[str, list[str]] = defaultdict(list)
        for file in self._files:
            by_task[file.rpartition("/")[2].partition("-")[0]].append(file)
        for files in by_task.values():
            yield self._frame(self._dataset(files, SCHEMA).to_table())

    def _frame(self, table: pa.Table) -> pd.DataFrame:
        """A claims table, in the order of the input; of a document that was read twice only the first."""
        columns = {name: table[name].to_pylist() for name in table.column_names}
        ranks, rows = columns.pop("task"), columns.pop("row")
        frame = table_of(columns)
        frame.index = pd.Index([self._rank[task] << ROW_BITS | row for task, row in zip(ranks, rows, strict=True)])
        return frame.sort_index().drop_duplicates("claim_id")


ROW_BITS = 32
"""Of an index, those that number the rows of a task."""
MAX_IDS = 8_000_000
"""Ids of documents that are looked at together: 64 MB."""
