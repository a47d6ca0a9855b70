"""The claims table: one row a claim, the same columns in memory, in every CSV and in the documentation.

A CSV is UTF-8 with line feeds, ISO dates, and an empty cell for what is unknown. A cell of text that a spreadsheet
would run as a formula is written with a single quote before it, and so is one that begins with such a quote by
nature; `read_claims` takes exactly these quotes off again.
"""

from __future__ import annotations

import csv
import datetime as dt
import errno
import os
import re
import secrets
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from typing import Any, NamedTuple, TextIO

import pandas as pd

from facttrack.dates import parse_date
from facttrack.errors import TableError
from facttrack.models import (
    CLASSES,
    DATE_ORIGINS,
    KINDS,
    OUTCOMES,
    QUALIFIERS,
    SCOPES,
    SOURCE_KINDS,
    Claim,
)

__all__ = ["COLUMNS", "Column", "claims_table", "read_claims", "table_of", "write_claims", "write_rows"]

Path = str | os.PathLike[str]


class Column(NamedTuple):
    """A column of the claims table; `values` are all that a category may hold."""

    name: str
    dtype: str
    meaning: str
    values: tuple[str, ...] = ()


COLUMNS = (
    Column("claim_id", "string", "the claim's name, the same on every run and machine"),
    Column("kind", "category", "a number, silence about one, or the rejection of one", KINDS),
    Column("number_text", "string", "the number phrase as printed"),
    Column("best", "Int64", "the number as stated"),
    Column("low", "Int64", "the lower bound, if the words state one"),
    Column("high", "Int64", "the upper bound, if the words state one"),
    Column("qualifier", "category", "how the words hedge the number", QUALIFIERS),
    Column("outcome", "category", "what happened to the victims", OUTCOMES),
    Column("victims", "string", "the victims as written, without the number"),
    Column("victim_class", "category", "what the victims are", CLASSES),
    Column("victim_side", "string", "the state or armed group that the victims belong to"),
    Column("part_of", "string", "the claim_id of the claim of which this is a stated part"),
    Column("source", "string", "who makes the claim, pronouns and possessives resolved"),
    Column("source_text", "string", "the words that name the source, as written"),
    Column("source_side", "string", "the state, group or body that the source speaks for"),
    Column("source_kind", "category", "the institution that the source is, or belongs to", SOURCE_KINDS),
    Column("via", "string", "the outlet or body through which the claim came"),
    Column("published", "datetime64[s]", "the article's date"),
    Column("published_from", "category", "where that date stands", DATE_ORIGINS),
    Column("as_of", "datetime64[s]", "the day for which the figure is claimed"),
    Column("since", "datetime64[s]", "the day on which the counted period begins"),
    Column("scope", "category", "what time the figure covers", SCOPES),
    Column("place", "string", "where, as written"),
    Column("outlet", "string", "whose article it is"),
    Column("title", "string", "the article's title"),
    Column("url", "string", "the article's address"),
    Column("document", "string", "the article: a file's path, or the id of a JSON line"),
    Column("document_id", "string", "the article's name, made from its text"),
    Column("sentence", "string", "the whole sentence"),
    Column("start", "Int64", "where the number phrase begins in the article's text, in characters"),
    Column("end", "Int64", "where it ends"),
    Column("confidence", "Float64", "how sure the rules are, from 0 to 1"),
    Column("rules", "string", "the rules that made the claim, separated by spaces"),
)
"""The columns of the claims table, in order: the fields of `Claim` but for its spans."""

REQUIRED = ("claim_id", "kind", "document", "start", "end")
"""A row in which one of these is empty is no claim."""


def claims_table(claims: Iterable[Claim]) -> pd.DataFrame:
    """The claims as a table: nullable integers, categories with all their values, dates, and `<NA>` for the unknown.

    >>> table = claims_table([])
    >>> table["best"].dtype, list(table["outcome"].cat.categories)
    (Int64Dtype(), ['killed', 'wounded', 'missing', 'captured', 'casualties'])
    """
    claims = list(claims)
    columns: dict[str, list[Any]] = {}
    for column in COLUMNS:
        values = [getattr(claim, column.name) for claim in claims]
        if column.name == "rules":
            values = [" ".join(rules) for rules in values]
        # Unknown is empty, and empty is unknown: a CSV could not tell an empty text from none.
        columns[column.name] = [None if value == "" else value for value in values]
    return table_of(columns)


def read_claims(source: Path | TextIO, *, leave_out: Collection[str] = ()) -> pd.DataFrame:
    """Read a claims table that `write_claims` wrote, or that a spreadsheet saved since: the same table again.

    A missing column is an error, and so are a cell that does not fit and a column that is neither the table's nor named
    in `leave_out`, such as those that a comparison adds.

    >>> import io
    >>> file = io.StringIO()
    >>> write_claims(claims_table([]), file)
    >>> read_claims(io.StringIO(file.getvalue())).equals(claims_table([]))
    True
    """
    name = _name(source)
    with _opened(source, name) as file:
        header, rows = _read_rows(file, name)
    _check_header(header, name, leave_out)
    cells = dict(zip(header, zip(*rows, strict=True) if rows else [()] * len(header), strict=True))
    return table_of({column.name: _parsed(column, cells[column.name], name) for column in COLUMNS})


def write_claims(frame: pd.DataFrame, target: Path | TextIO) -> None:
    """Write a claims table as CSV; columns that it has beyond the claims' own come after them.

    A file is replaced in one step, when all is written: whoever reads it meanwhile, or after a crash, sees the old one.
    """
    missing = [column.name for column in COLUMNS if column.name not in frame]
    if missing:
        raise TableError(f"no claims table: it lacks the column{_s(missing)} {', '.join(missing)}")
    own = {column.name: column.dtype for column in COLUMNS}
    others = {str(name): str(frame[name].dtype) for name in frame if name not in own}
    cells = [_written(frame[name], dtype) for name, dtype in (own | others).items()]
    _write([[*own, *others], *zip(*cells, strict=True)], target)


def write_rows(rows: Iterable[Sequence[str]], target: Path | TextIO) -> None:
    """Write any table of texts as CSV, the header first, with the same care as a claims table.

    >>> write_rows([["style", "F1"], ["wire, long", "0.97"], ["=1+1", "0.9"]], sys.stdout)
    style,F1
    "wire, long",0.97
    '=1+1,0.9
    """
    _write(([_defused(cell) for cell in row] for row in rows), target)


def _write(rows: Iterable[Sequence[str]], target: Path | TextIO) -> None:
    with _replaced(target) if isinstance(target, str | os.PathLike) else nullcontext(target) as file:
        for row in rows:
            file.write(",".join(map(_quoted, row)) + "\n")


# --- columns -------------------------------------------------------------------------------------------


_PLAIN = {"string": "string[python]"}
"""Text is kept as Python's own, also where pyarrow is installed: a table must not depend on an extra."""


def table_of(columns: dict[str, list[Any]]) -> pd.DataFrame:
    """A table of values that are Python's own, None for the unknown; every column gets its dtype."""
    series = {}
    for column in COLUMNS:
        values = columns[column.name]
        dtype = pd.CategoricalDtype(list(column.values)) if column.values else _PLAIN.get(column.dtype, column.dtype)
        strange = set(values) - {None, *column.values} if column.values else ()
        if strange:
            raise TableError(f"{column.name} is none of {', '.join(column.values)}: {', '.join(map(repr, strange))}")
        try:
            series[column.name] = pd.Series(values, dtype=dtype)
        except OverflowError:
            raise TableError(f"{column.name} holds a number that is too large for a table") from None
    return pd.DataFrame(series)


def _parsed(column: Column, cells: Sequence[str], name: str) -> list[Any]:
    parse = _PARSERS[column.dtype]
    values = []
    for row, cell in enumerate(cells, 2):  # as a spreadsheet counts: the header is row 1
        try:
            value = parse(cell)
            if value is None and (cell.strip() or column.name in REQUIRED):
                raise ValueError
            if value is not None and column.values and value not in column.values:
                raise ValueError
        except ValueError:
            wanted = f"one of {', '.join(column.values)}" if column.values else _WANTED[column.dtype]
            what = f"{column.name} is {cell[:40]!r}" if cell.strip() else f"{column.name} is empty"
            raise TableError(f"{name}, row {row}: {what}; write {wanted}") from None
        values.append(value)
    return values


def _integer(cell: str) -> int | None:
    """A whole number from 0 up; spreadsheets and other programs write 137.0 for 137."""
    cell = cell.strip()
    if not cell:
        return None
    if not re.fullmatch(r"\d{1,18}(?:\.0{1,9})?", cell):
        raise ValueError
    return int(cell.partition(".")[0])


def _fraction(cell: str) -> float | None:
    if not cell.strip():
        return None
    value = float(cell)
    if not 0 <= value <= 1:
        raise ValueError
    return value


def _text(cell: str) -> str | None:
    return (cell[1:] if _DEFUSED.match(cell) else cell) or None


_PARSERS: dict[str, Callable[[str], Any]] = {
    "string": _text,
    "category": lambda cell: cell.strip() or None,
    "Int64": _integer,
    "Float64": _fraction,
    "datetime64[s]": parse_date,
}
_WANTED = {
    "string": "it there",
    "Int64": "a whole number",
    "Float64": "a number from 0 to 1",
    "datetime64[s]": "a date as 2022-02-25",
}


# --- CSV in --------------------------------------------------------------------------------------------


def _name(source: Path | TextIO) -> str:
    return os.fspath(source) if isinstance(source, str | os.PathLike) else str(getattr(source, "name", "table"))


@contextmanager
def _opened(source: Path | TextIO, name: str) -> Iterator[TextIO]:
    if not isinstance(source, str | os.PathLike):
        yield source
        return
    try:
        with open(source, encoding="utf-8-sig", newline="") as file:
            yield file
    except OSError as error:
        raise TableError(f"{name}: {(error.strerror or 'cannot be read').lower()}; check the path") from None


def _read_rows(file: TextIO, name: str) -> tuple[list[str], list[list[str]]]:
    """Header and rows, all of one length."""
    limit = csv.field_size_limit(sys.maxsize)  # a sentence may be long; the limit is the csv module's, so put it back
    try:
        first = file.readline().removeprefix("\ufeff")
        delimiter = ";" if first.count(";") > first.count(",") else ","  # some spreadsheets save that
        header = next(csv.reader([first], delimiter=delimiter), [])
        rows = [row for row in csv.reader(file, delimiter=delimiter, strict=True) if row]
    except UnicodeDecodeError:
        raise TableError(f"{name}: not UTF-8; save it as CSV in UTF-8") from None
    except csv.Error as error:
        raise TableError(f"{name}: not a CSV ({error}); write it anew") from None
    finally:
        csv.field_size_limit(limit)
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            raise TableError(
                f"{name}, row {number}: {len(row)} cells for {len(header)} columns; mend or delete the row"
            )
    return [title.strip() for title in header], rows


def _check_header(header: list[str], name: str, leave_out: Collection[str]) -> None:
    own = [column.name for column in COLUMNS]
    if missing := [title for title in own if title not in header]:
        if len(missing) == len(own):
            raise TableError(f"{name}: not a claims table; write one with facttrack claims PATH --csv FILE")
        raise TableError(f"{name}: lacks the column{_s(missing)} {', '.join(missing)}; write the table anew")
    if unknown := [title for title in header if title not in own and title not in leave_out]:
        raise TableError(f"{name}: unknown column{_s(unknown)} {', '.join(map(repr, unknown))}; delete or rename it")
    if repeated := sorted({title for title in header if header.count(title) > 1}):
        raise TableError(f"{name}: column{_s(repeated)} {', '.join(repeated)} stands there twice; delete one")


def _s(words: list[str]) -> str:
    return "s" if len(words) > 1 else ""


# --- CSV out -------------------------------------------------------------------------------------------

_FORMULA = re.compile(r"[=+\-@\t\r\n']")
_DEFUSED = re.compile(r"'[=+\-@\t\r\n']")


def _written(column: pd.Series[Any], dtype: str) -> list[str]:
    """A column as the cells of a CSV."""
    write = _WRITERS.get(dtype, _WRITERS["string"])
    values = column.astype(object).where(column.notna(), None)
    try:
        return ["" if value is None else write(value) for value in values]
    except (TypeError, ValueError, AttributeError):
        raise TableError(f"column {column.name} holds values that are no {dtype}") from None


def _whole(value: Any) -> str:
    if int(value) != value:
        raise ValueError
    return str(int(value))


def _day(value: dt.date) -> str:
    return f"{value.year:04}-{value.month:02}-{value.day:02}"


def _defused(value: object) -> str:
    """A text that no spreadsheet takes for a formula."""
    text = str(value)
    return f"'{text}" if _FORMULA.match(text) else text


_WRITERS: dict[str, Callable[[Any], str]] = {
    "string": _defused,
    "Int64": _whole,
    "int64": _whole,
    "Float64": lambda value: repr(float(value)),
    "float64": lambda value: repr(float(value)),
    "datetime64[s]": _day,
}


def _quoted(cell: str) -> str:
    # By hand, because the csv module leaves a carriage return without quotes, and then cannot read it back.
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell


_SPECIAL = re.compile('[",;\r\n]')


@contextmanager
def _replaced(target: Path) -> Iterator[TextIO]:
    """A file to write, which takes the target's place when all went well and leaves nothing behind when not."""
    path = os.path.realpath(target)
    # A pipe or a device cannot be replaced, and has no half-written state.
    special = os.path.exists(path) and not os.path.isfile(path)
    temporary = path if special else os.path.join(os.path.dirname(path), f".{secrets.token_hex(8)}.tmp")
    try:
        if os.path.isfile(path) and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with open(temporary, "w" if special else "x", encoding="utf-8", errors="replace", newline="") as file:
            yield file
        if not special:
            os.replace(temporary, path)
    except OSError as error:
        raise TableError(f"{os.fspath(target)}: not written ({(error.strerror or 'failed').lower()})") from None
    finally:
        if not special:
            with suppress(OSError):  # it was moved, or never made
                os.unlink(temporary)
