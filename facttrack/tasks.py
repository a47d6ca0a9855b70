"""An archive cut into tasks, each of which can be read by itself, on any machine and again.

A file of JSON Lines is cut at the ends of lines, Parquet between row groups, a web archive between records. Any other
compressed file can only be read from its beginning, so it is one task however large it is; it is read as a stream.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

import pyarrow.parquet as pq

from facttrack import __version__
from facttrack.claims import find_claims
from facttrack.documents import Block, line_blocks, make_document
from facttrack.errors import InputError
from facttrack.jobs import Found, find_in, read_all, read_apart
from facttrack.stores import COMPRESSED, DAMAGED, PARQUET, WARC, open_bytes, state_of
from facttrack.warcs import check_libraries, find_pieces, read_pages

__all__ = ["TASK_BYTES", "Task", "damaged", "plan", "read"]

TASK_BYTES = 16 * 1024 * 1024
"""Of input, in one task: seconds of work, so that little is lost with a process, and starting one costs nothing."""
READ_BYTES = 4 * 1024 * 1024
"""Read at once where only line ends are looked for."""
ROWS_AT_ONCE = 256
"""Rows of Parquet that are made into articles at once."""
FIELDS = ("id", "text", "published", "outlet", "title", "url")


@dataclass(frozen=True, slots=True)
class Task:
    """Some of a file: bytes from `start` to `end`, the first line of which is number `line`; of Parquet, row groups.

    A web archive has no lines; of one that was cut `line` is 1, as 0 says that it could not be.

    `name` is what the file is called in tables and messages, `place` where it is found from everywhere.
    """

    name: str
    place: str
    size: int
    modified: str
    start: int
    end: int
    line: int
    version: str = __version__

    @property
    def task_id(self) -> str:
        """Made from the file, its state, the piece of it, and the version of facttrack: if one changes, so does it."""
        parts = [str(value) for name, value in dataclasses.asdict(self).items() if name != "name"]
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def plan(name: str, place: str, task_bytes: int = TASK_BYTES) -> list[Task]:
    """The tasks of one file, in order. Raises `InputError` if it cannot be read, or holds nothing."""
    try:
        size, modified = state_of(place)
        if place.lower().endswith(PARQUET):
            pieces = list(_row_groups(name, place, task_bytes))
        elif place.lower().endswith(WARC):
            check_libraries()
            pieces = [(start, end, 1) for start, end in find_pieces(place, size, task_bytes)]
        elif place.lower().endswith(COMPRESSED):
            pieces = [(0, size, 1)]
        else:
            pieces = list(_lines(place, size, task_bytes))
    except DAMAGED as error:
        raise damaged(name, error) from None
    if not size or not pieces:
        raise InputError(name, "empty", hint="leave it out")
    return [Task(name, place, size, modified, start, end, line) for start, end, line in pieces]


def damaged(name: str, error: BaseException) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(name, "no such file or folder", hint="check the path")
    what = " ".join((getattr(error, "strerror", None) or str(error) or type(error).__name__).split())
    return InputError(name, f"cannot be read to its end ({what[:200]})", hint="mend it, and start again")


def _lines(place: str, size: int, task_bytes: int) -> Iterator[tuple[int, int, int]]:
    """Where a task begins, where it ends, and the number of its first line: each but the last ends with a line."""
    start, line = 0, 1
    with open_bytes(place) as file:
        position, counted = 0, 1
        while piece := file.read(min(READ_BYTES, task_bytes)):
            at = piece.find(b"\n", max(0, start + task_bytes - position - 1))
            if position + len(piece) - start >= task_bytes and at >= 0:
                end, lines = position + at + 1, counted + piece.count(b"\n", 0, at + 1)
                yield start, end, line
                start, line = end, lines
            position += len(piece)
            counted += piece.count(b"\n")
    if start < size:
        yield start, size, line


def _row_groups(name: str, place: str, task_bytes: int) -> Iterator[tuple[int, int, int]]:
    with open_bytes(place, unpacked=False) as file:
        about = pq.ParquetFile(file)
        if "text" not in about.schema_arrow.names:
            raise InputError(name, "no column text", hint='give the articles as strings in a column "text"')
        start, rows, size, row = 0, 0, 0, 1
        for number in range(about.num_row_groups):
            group = about.metadata.row_group(number)
            if rows and size + group.total_byte_size > task_bytes:
                yield start, number, row
                start, row, rows, size = number, row + rows, 0, 0
            rows += group.num_rows
            size += group.total_byte_size
        if rows:
            yield start, about.num_row_groups, row


# --- reading -------------------------------------------------------------------------------------------------------


def read(task: Task, *, apart: bool = False) -> Iterator[Found | InputError]:
    """The documents of a task with their claims, and the errors, in order.

    `apart` has a process of its own read them, for a task that has killed those that read it. Raises `InputError` where
    the file is damaged.
    """
    try:
        if task.place.lower().endswith(PARQUET):
            yield from read_apart(_as_json(task)) if apart else _read_rows(task)
        elif task.place.lower().endswith(WARC):
            yield from (read_apart if apart else read_all)(read_pages(task.name, task.place, task.start, task.end))
        else:
            yield from (read_apart if apart else read_all)(_blocks(task))
    except DAMAGED as error:
        raise damaged(task.name, error) from None


def _blocks(task: Task) -> Iterator[Block]:
    packed = task.place.lower().endswith(COMPRESSED)
    with open_bytes(task.place, task.start) as file:
        stream = file if packed else cast(BinaryIO, _Piece(file, task.end - task.start))
        try:
            yield from line_blocks(task.name, stream, line=task.line)
        except InputError:  # nothing but blank lines, which is worth a word only of a whole file
            if task.end - task.start == task.size:
                raise


class _Piece:
    """The next so many bytes of a file, as if there were no more."""

    def __init__(self, file: Any, size: int) -> None:
        self._file, self._left = file, size

    def read(self, most: int) -> bytes:
        data: bytes = self._file.read(min(most, self._left))
        self._left -= len(data)
        return data


def _records(task: Task) -> Iterator[tuple[int, dict[str, Any]]]:
    with open_bytes(task.place, unpacked=False) as file:
        table = pq.ParquetFile(file)
        columns = [name for name in FIELDS if name in table.schema_arrow.names]
        groups = list(range(task.start, task.end))
        number = task.line
        for batch in table.iter_batches(ROWS_AT_ONCE, row_groups=groups, columns=columns):
            for record in batch.to_pylist():
                yield number, record
                number += 1


def _read_rows(task: Task) -> Iterator[Found | InputError]:
    errors: list[InputError] = []
    for number, record in _records(task):
        where = f"{task.name}, row {number}"
        try:
            document = make_document(record, f"{task.name}:{number}", errors.append, where=where)
        except InputError as error:
            yield error
            continue
        yield from errors
        errors.clear()
        yield find_in(document, find_claims)


def _as_json(task: Task) -> Iterator[Block]:
    for number, record in _records(task):
        line = json.dumps({"id": f"{task.name}:{number}"} | record, default=str)
        yield Block(task.name, number, line.encode())
