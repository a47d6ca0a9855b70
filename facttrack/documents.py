"""Files, folders, streams and JSON Lines in; `Document`s out, each with its text as the user can see it.

Text is kept exactly as it was decoded: line ends are not touched, so that offsets hold in any editor. Only two things
are taken away: a byte order mark, which nobody sees, and the header block that a text file may begin with. Offsets
count from the first character after its blank line:

    title: Kyiv counts its dead
    outlet: The Dispatch
    published: 2022-02-25

    Ukraine said on Friday that 137 people had been killed.

One bad item never stops the rest. It goes to `on_error` as an `InputError`, or is raised where no `on_error` is given.

Input is cut into `Block`s first, whole lines of JSON Lines or one text, so that other processes can make the documents
of each (`documents_of`), and no file has to fit into memory.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO, NamedTuple

from facttrack.dates import date_without_year, find_dates, parse_date
from facttrack.errors import InputError
from facttrack.models import Document
from facttrack.repeats import Repeats

__all__ = [
    "Block",
    "documents_of",
    "files_in",
    "find_published",
    "line_blocks",
    "make_document",
    "read_blocks",
    "read_documents",
]

MAX_BYTES = 64 * 1024 * 1024
"""Of one text file, and of one line of JSON Lines. A JSON Lines file as a whole is streamed, and has no bound."""

BLOCK_BYTES = 128 * 1024
"""Of JSON Lines that are read, and handed to another process, in one piece; a longer line is a block of its own."""

TEXT_SUFFIXES = (".txt",)
JSONL_SUFFIXES = (".jsonl", ".ndjson")
WARC_SUFFIXES = (".warc", ".warc.gz", ".wet", ".wet.gz")
PACKED_SUFFIXES = (".gz", ".bz2", ".xz", ".zst", ".zip", ".7z", ".tar")
TABLE_SUFFIXES = (".csv", ".tsv", ".xls", ".xlsx", ".parquet")

STDIN = "stdin"
"""What standard input is called in messages and tables."""
HEADER_FIELDS = ("title", "outlet", "published", "url")

SPARSE_SHARE = 0.1
"""Up to this share of bytes outside ASCII, a text that is no UTF-8 is western: English with curly quotes and accents.
So few bytes tell a detector nothing: on one curly quote it answers Chinese."""

DATELINE_LINES = 8
"""A dateline opens the article; a headline and a byline may stand before it."""

MAX_DATELINE_WORDS = 8

CHARS_BEFORE_YEAR, CHARS_AFTER_YEAR = 30, 8
"""What a date can need around its year: "25th of September, 2022", and "2022-02-25"."""

HALF_A_YEAR_DAYS = 182
"""A dateline without a year is the day of that name next to the latest date in the text, before or after it."""

ErrorHandler = Callable[[InputError], object]
Path = str | os.PathLike[str]


class Block(NamedTuple):
    """Bytes that can be read by themselves: lines of JSON Lines from number `line` on; or a text, with `line` 0."""

    name: str
    line: int
    data: bytes


def read_documents(paths: Path | Iterable[Path], *, on_error: ErrorHandler | None = None) -> Iterator[Document]:
    r"""Read text files, folders (`*.txt` and `*.jsonl` at any depth), JSON Lines, and `-` for standard input, in order.

    A text that came before is left out; `on_error` hears of it as a `RepeatedTextError`, without one nobody does.
    A date that is none is an error, but the article is read all the same.

    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> size = (folder / "day2.txt").write_text("published: 25 February 2022\n\nKyiv said 137 had died.\n")
    >>> for document in read_documents(folder):
    ...     print(document.published, document.published_from, document.text)
    2022-02-25 metadata Kyiv said 137 had died.
    """
    report = on_error or _raise
    repeats = Repeats()
    for block in read_blocks(paths):
        if isinstance(block, InputError):
            report(block)
            continue
        for document in documents_of(block, report):
            repeated = repeats.find(document.document_id, document.name)
            if repeated is None:
                yield document
            elif on_error:
                on_error(repeated)


def read_blocks(paths: Path | Iterable[Path]) -> Iterator[Block | InputError]:
    """The same input in blocks, in order, with what cannot be opened or read where it stands."""
    problems: list[InputError] = []
    read: set[str] = set()
    for file in _files(paths, problems.append):
        yield from problems
        problems.clear()
        # A file that is named twice, itself and by its folder, is no surprise and needs no word.
        place = os.path.realpath(file)
        if place in read:
            continue
        read.add(place)
        try:
            yield from _read_file(file)
        except InputError as error:
            yield error
    yield from problems


def documents_of(block: Block, report: ErrorHandler) -> Iterator[Document]:
    """The documents of a block; what is wrong with one goes to `report`."""
    if block.line:
        yield from _read_json_lines(block, report)
        return
    try:
        yield _text_document(block.name, block.data, report)
    except InputError as error:
        report(error)


def _raise(error: InputError) -> None:
    raise error from None


# --- which files ---------------------------------------------------------------------------------------


def _files(paths: Path | Iterable[Path], report: ErrorHandler) -> Iterator[str]:
    for path in [paths] if isinstance(paths, str | os.PathLike) else paths:
        if not os.path.isdir(path):
            yield os.fspath(path)
            continue
        empty = True
        for file in files_in(os.fspath(path), TEXT_SUFFIXES + JSONL_SUFFIXES, report):
            empty = False
            yield file
        if empty:
            suffixes = " or ".join(f"*{suffix}" for suffix in (*TEXT_SUFFIXES, *JSONL_SUFFIXES))
            report(InputError(_shown(path), "no articles in this folder", hint=f"put {suffixes} files into it"))


def files_in(folder: str, suffixes: tuple[str, ...], report: ErrorHandler) -> Iterator[str]:
    """The files of these kinds at any depth of a folder, sorted; hidden files and linked folders are left alone."""

    def unreadable(error: OSError) -> None:
        report(_input_error(error.filename or folder, error))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(suffixes):
                yield os.path.join(parent, name)


def _shown(path: Path) -> str:
    """A path as text that can be printed and written as UTF-8, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def _input_error(path: Path, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(_shown(path), "no such file or folder", hint="check the path")
    if isinstance(error, PermissionError):
        return InputError(_shown(path), "may not be read", hint="check its permissions")
    return InputError(_shown(path), (error.strerror or "cannot be read").lower(), hint="check the path")


# --- one file ------------------------------------------------------------------------------------------


def _read_file(path: str) -> Iterator[Block]:
    name = STDIN if path == "-" else _shown(path)
    if path.lower().endswith(TABLE_SUFFIXES):
        raise InputError(name, "a table, not an article", hint="give a claims table as a FILE.csv of its own")
    if path.lower().endswith(WARC_SUFFIXES):
        raise InputError(name, "a web archive, not an article", hint="facttrack archive reads it")
    if path.lower().endswith(PACKED_SUFFIXES):
        raise InputError(name, "packed", hint="unpack it; of JSON Lines, facttrack archive reads it as it is")
    try:
        if path == "-":
            yield from _read_stream(name, path, sys.stdin.buffer)
        else:
            with open(path, "rb") as stream:
                yield from _read_stream(name, path, stream)
    except OSError as error:
        raise _input_error(path, error) from None


def _read_stream(name: str, path: str, stream: BinaryIO) -> Iterator[Block]:
    """The blocks of an open file: its name says whether it holds text or JSON Lines, else its first line does."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix in JSONL_SUFFIXES:
        yield from line_blocks(name, stream)
        return
    head = b"" if suffix in TEXT_SUFFIXES else _first_line(stream)
    opening = head.removeprefix(b"\xef\xbb\xbf").strip()
    if opening.startswith(b'{"') and opening.endswith(b"}"):
        yield from line_blocks(name, stream, head)
    elif opening in (b"{", b"[", b"[{") or opening.startswith((b'[{"', b'{"')):
        raise InputError(name, "JSON, but not one object on each line", hint="turn it into JSON Lines")
    else:
        yield Block(name, 0, head + stream.read(MAX_BYTES + 1 - len(head)))


def _first_line(stream: BinaryIO) -> bytes:
    """Everything up to the end of the first line that is not blank."""
    head = b""
    while not head.strip() and len(head) < MAX_BYTES:
        line = stream.readline(MAX_BYTES)
        head += line
        if not line:
            break
    return head


def _text_document(name: str, data: bytes, report: ErrorHandler) -> Document:
    if len(data) > MAX_BYTES:
        hint = "split it into articles, or write it as JSON Lines"
        raise InputError(name, f"larger than {MAX_BYTES // 1024**2} MB", hint=hint)
    fields, text = _split_header(_decode(name, data, report))
    if not text.strip():
        raise _empty(name)
    values = {field: value for field, (value, _) in fields.items()}
    line = fields["published"][1] if "published" in fields else None
    return _document(name, text, values, report, where=name, line=line)


def _empty(name: str) -> InputError:
    if name == STDIN:
        return InputError(name, "empty", hint="pipe an article into it, or name a file")
    return InputError(name, "empty", hint="delete it, or write the article into it")


def _split_header(text: str) -> tuple[dict[str, tuple[str, int]], str]:
    """The header block's values, each with its line, and the text after it; no block, and the text is left as it is."""
    fields: dict[str, tuple[str, int]] = {}
    lines = position = 0
    while match := _HEADER_LINE.match(text, position):
        lines += 1
        position = match.end()
        fields.setdefault(match[1].lower(), (match[2].strip(), lines))
    gap = _BLANK_LINES.match(text, position)
    if not fields or not (gap or position == len(text)):
        return {}, text
    return fields, text[gap.end() if gap else position :]


_HEADER_LINE = re.compile(rf"[ \t]*({'|'.join(HEADER_FIELDS)})[ \t]*:([^\r\n]*)(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))+")


# --- JSON Lines ----------------------------------------------------------------------------------------


def line_blocks(name: str, stream: BinaryIO, head: bytes = b"", line: int = 1) -> Iterator[Block]:
    r"""JSON Lines in blocks of whole lines, those of `head` first; of a line that is too long no more than shows it.

    >>> import io
    >>> list(line_blocks("a.jsonl", io.BytesIO(b'{"text": "1"}\n{"text": "2"}')))
    [Block(name='a.jsonl', line=1, data=b'{"text": "1"}\n'), Block(name='a.jsonl', line=2, data=b'{"text": "2"}')]
    """
    read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)  # what is there, without waiting for more
    pieces: list[bytes] = []
    size, empty, piece = 0, True, head or read(BLOCK_BYTES)
    while piece:
        cut = piece.rfind(b"\n") + 1
        if cut:
            data = b"".join([*pieces, piece[:cut]])
            empty = empty and not data.strip()
            yield Block(name, line, data)
            line += data.count(b"\n")
            pieces, size = [], 0
        if cut < len(piece) and size <= MAX_BYTES:
            pieces.append(piece[cut:])
            size += len(piece) - cut
        piece = read(BLOCK_BYTES)
    if rest := b"".join(pieces):
        empty = empty and not rest.strip()
        yield Block(name, line, rest)
    if empty:
        raise _empty(name)


def _read_json_lines(block: Block, report: ErrorHandler) -> Iterator[Document]:
    name = block.name
    for number, line in enumerate(block.data.split(b"\n"), block.line):
        if not line.strip():
            continue
        try:
            if len(line) > MAX_BYTES:
                raise InputError(name, f"larger than {MAX_BYTES // 1024**2} MB", line=number, hint="shorten the text")
            yield _json_document(name, number, line, report)
        except InputError as error:
            report(error)


def _json_document(name: str, number: int, line: bytes, report: ErrorHandler) -> Document:
    try:
        record = json.loads(_decode(name, line, report, number))
    # A plain ValueError is a number of thousands of digits; a RecursionError, thousands of brackets.
    except (ValueError, RecursionError) as error:
        what = f"not valid JSON ({error.msg})" if isinstance(error, json.JSONDecodeError) else "not valid JSON"
        raise InputError(name, what, line=number, hint="mend or delete the line") from None
    if not isinstance(record, dict):
        raise InputError(name, "not a JSON object", line=number, hint='write {"id": …, "text": …}')
    return make_document(record, f"{name}:{number}", report, where=name, line=number)


def make_document(
    record: Mapping[str, object], name: str, report: ErrorHandler, *, where: str, line: int | None = None
) -> Document:
    """The article of a record with the keys of a JSON line; `name` is that of one without an `id`.

    >>> make_document({"text": "137 died.", "published": "2022-02-25"}, "a.jsonl:1", print, where="a.jsonl").published
    datetime.date(2022, 2, 25)
    """
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError(where, "no text", line=line, hint='give the article as the string "text"')
    values = {field: _string(record.get(field)) for field in HEADER_FIELDS}
    return _document(_string(record.get("id")) or name, _writable(text), values, report, where=where, line=line)


_UNPRINTABLE = re.compile("[\0\ud800-\udfff]")


def _writable(text: str) -> str:
    """A text without what cannot be written: a NUL has no place in a CSV, and half of a surrogate pair none in UTF-8.

    Each makes way for one character.
    """
    if "\0" not in text:
        try:
            text.encode()  # which finds half a pair much sooner than a pattern does
        except UnicodeEncodeError:
            pass
        else:
            return text
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _string(value: object) -> str:
    """A value as text: "" for null and for what is no text, such as an object; a date of Parquet as ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return _writable(str(value)).strip()


# --- bytes to text -------------------------------------------------------------------------------------


def _decode(name: str, data: bytes, report: ErrorHandler, line: int | None = None) -> str:
    """The text of some bytes: UTF-8 or what their mark says, else an older encoding, else an error."""
    encoding = next((encoding for mark, encoding in _MARKS.items() if data.startswith(mark)), "utf-8")
    if encoding == "utf-8" and (b"\0" in data or data.startswith(b"%PDF-")):
        raise InputError(name, "not text but binary", line=line, hint="save the article as plain text in UTF-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding.startswith("utf-8"):
            return _decode_legacy(name, data, error.start, report, line)
        raise InputError(name, f"damaged {encoding.upper()}", line=line, hint="save it as UTF-8") from None


# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\0\0": "utf-32",
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}


def _decode_legacy(name: str, data: bytes, bad: int, report: ErrorHandler, line: int | None) -> str:
    """Text that is not valid UTF-8: broken UTF-8 if most of it is valid, else an older encoding."""
    text = data.decode("utf-8-sig", "replace")
    foreign = len(text) - sum(map(str.isascii, text))
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    if foreign > 2 * broken:
        what = f"damaged UTF-8 at byte {bad}, read with � there"
        report(InputError(name, what, line=line, hint="save it as UTF-8", is_read=True))
        return text
    if sum(byte > 127 for byte in data) <= SPARSE_SHARE * len(data):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    match = from_bytes(data).best()
    if match is None:
        raise InputError(name, "in an unknown encoding", line=line, hint="save it as UTF-8")
    return str(match)


# --- when it was published -----------------------------------------------------------------------------


def _document(
    name: str, text: str, values: dict[str, str], report: ErrorHandler, *, where: str, line: int | None
) -> Document:
    """The article with its date from metadata, else from its own words."""
    written = values.get("published", "")
    published, origin = parse_date(written), "metadata"
    if written and not published:
        what = f"published is no date: {written[:40]!r}"
        report(InputError(where, what, line=line, hint="write it as 2022-02-25", is_read=True))
    if not published:
        published, origin = find_published(text) or (None, "")
    return Document(
        name=name,
        text=text,
        published=published,
        published_from=origin or None,
        outlet=values.get("outlet") or None,
        title=values.get("title") or None,
        url=values.get("url") or None,
    )


def find_published(text: str) -> tuple[dt.date, str] | None:
    """The date of an article without metadata, and where it stands: in a `dateline`, else elsewhere in the `text`.

    A dateline without a year takes it from the latest full date of the text, and is no date where there is none. Among
    the dates of the text, one on a line of its own ("Updated 25 February 2022") goes first, then the latest: articles
    look back more often than ahead.

    >>> find_published("SAN SALVADOR, 3 JAN 90 -- [TEXT] Five people were killed.")
    (datetime.date(1990, 1, 3), 'dateline')
    >>> find_published("Talks are possible. — AFP News Agency (@AFP) February 25, 2022")
    (datetime.date(2022, 2, 25), 'text')
    """
    latest = max(_full_dates(text), default=None)
    opening = [line for line in text[: DATELINE_LINES * 1000].splitlines() if line.strip()][:DATELINE_LINES]
    for line in opening:
        if date := _dateline(line, latest):
            return date, "dateline"
    for line in opening:
        if date := parse_date(_STAMP_WORDS.sub("", line, count=1)):
            return date, "text"
    return (latest, "text") if latest else None


def _full_dates(text: str) -> Iterator[dt.date]:
    """The dates that have a year, which is what to look for first: a long text holds few years."""
    for year in _YEAR.finditer(text):
        around = text[max(0, year.start() - CHARS_BEFORE_YEAR) : year.end() + CHARS_AFTER_YEAR]
        yield from (found.date for found in find_dates(around))


_YEAR = re.compile(r"(?:19|20)\d\d")
_STAMP_WORDS = re.compile(
    r"^\s*(?:(?:last|first|published|updated|posted|modified|date|on|at)\b[\s:]*)*", re.IGNORECASE
)
# What may stand between a dateline's date and the dash: "(Agency)", "[REPORT]", "/Agency/".
_AFTER_DATE = re.compile(r"[\s.,]*(?:[(\[/][^)\]/]{0,60}[)\]/]\s*){0,2}(?:--|[-–—:]\s|[–—]|\[)|[\s.,]*\([^)]{2,60}\)\s")
_SMALL_WORDS = frozenset(("al", "and", "da", "de", "del", "di", "el", "en", "la", "las", "le", "los", "of", "the"))


def _dateline(line: str, latest: dt.date | None) -> dt.date | None:
    """The date of "KYIV, March 25 (Agency) –": names, a date, a dash; its year, if it has none, from a known day."""
    line = line[:300]
    for found in find_dates(line, near=latest)[:1]:
        words = re.findall(r"[^\W\d_][\w.'’-]*", line[: found.start])
        names = all(word[0].isupper() or word.lower() in _SMALL_WORDS for word in words)
        if len(words) <= MAX_DATELINE_WORDS and names and _AFTER_DATE.match(line, found.end):
            if found.has_year:
                return found.date
            return date_without_year(found.date.month, found.date.day, latest, max_ahead_days=HALF_A_YEAR_DAYS)
    return None
