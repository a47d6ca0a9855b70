"""Web archives: the pages of WARC files, and the texts of WET files, read from anywhere in the middle.

Crawlers pack every record by itself, so that a file can be cut between records, and read on behind one that is damaged.
Where records begin is looked for, not known: a packed one begins with the mark of gzip and, unpacked, with that of
WARC. A file that is packed as a whole can only be read from its start.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from facttrack.errors import InputError, extra
from facttrack.pages import MAX_PAGE_BYTES, Page
from facttrack.stores import open_bytes

__all__ = ["check_libraries", "find_pieces", "read_pages"]

LOOK_BYTES = 1024 * 1024
"""Read at once where the next record is looked for."""
HEAD_BYTES = 16 * 1024
"""Of a record that are enough to know that it is one."""
MARK = b"WARC/1."
HTML = ("text/html", "application/xhtml+xml")
OK = 200

_UNPACKING = (EOFError, gzip.BadGzipFile, zlib.error)
_PACKED = re.compile(rb"\x1f\x8b\x08")
_PLAIN = re.compile(rb"\r\n\r\nWARC/1\.")
_GZIP = 16 + zlib.MAX_WBITS
_LENGTH = re.compile(rb"\r\nContent-Length:[ \t]*(\d{1,15})\r\n(?:[^\r\n]+\r\n)*\r\n", re.IGNORECASE)
_RECORD = re.compile(rb"WARC/1\.\d\r\n(?=(?:[^\r\n]+\r\n)*?WARC-Type:)(?:[^\r\n]+\r\n)*?Content-Length:", re.IGNORECASE)


def check_libraries() -> None:
    """Raises `MissingExtraError` before any work is begun, not in its midst."""
    with extra("warc"):
        import fastwarc  # noqa: F401
        import trafilatura  # noqa: F401


def find_pieces(place: str, size: int, task_bytes: int) -> Iterator[tuple[int, int]]:
    """Where tasks begin and end. A record is of the task in which it begins, and read to its end."""
    with open_bytes(place, unpacked=False) as file:
        start = 0
        while start < size:
            end = _next_record(file, start + task_bytes, _is_packed(place)) if start + task_bytes < size else None
            yield start, size if end is None else end
            start = size if end is None else end


def _is_packed(place: str) -> bool:
    return place.lower().endswith(".gz")


def _next_record(file: BinaryIO, at: int, packed: bool) -> int | None:
    """Where the first record begins that begins there or later; None if there is none."""
    pattern, skip = (_PACKED, 0) if packed else (_PLAIN, 4)
    at = max(0, at - skip)
    while True:
        file.seek(at)
        piece = file.read(LOOK_BYTES)
        for found in pattern.finditer(piece):
            start = at + found.start() + skip
            file.seek(start)
            if _is_record(file.read(HEAD_BYTES), packed):
                return start
        if len(piece) <= len(MARK) + skip:
            return None
        at += len(piece) - len(MARK) - skip  # a mark may stand across the end


def _is_record(head: bytes, packed: bool) -> bool:
    if not packed:
        return _RECORD.match(head) is not None
    try:  # no more than its first bytes, so that one that is damaged behind them is seen
        return zlib.decompressobj(_GZIP).decompress(head, 16).startswith(MARK)
    except zlib.error:
        return False


def _end_of(file: BinaryIO, at: int, packed: bool) -> int:
    """Where a record ends that has been read; its start, if that cannot be told."""
    file.seek(at)
    if not packed:
        head = file.read(HEAD_BYTES)
        found = _LENGTH.search(head)
        return at + found.end() + int(found[1]) + 4 if found else at
    unpack = zlib.decompressobj(_GZIP)
    while not unpack.eof:
        piece = unpack.unconsumed_tail or file.read(LOOK_BYTES)
        if not piece:
            return at
        unpack.decompress(piece, LOOK_BYTES)
    return file.tell() - len(unpack.unused_data)


# --- reading -------------------------------------------------------------------------------------------------------


def read_pages(name: str, place: str, start: int, end: int) -> Iterator[Page | InputError]:
    """The pages that begin between two bytes of a file, and what is damaged there."""
    with open_bytes(place, unpacked=False) as file:
        is_whole = start == 0 and end == file.seek(0, io.SEEK_END)
        if is_whole and _is_packed(place) and _next_record(file, 1, packed=True) is None:
            file.seek(0)
            unpacked = cast(BinaryIO, gzip.GzipFile(fileobj=file))
            yield from _read(name, unpacked, 0, None, packed=False)
        else:
            yield from _read(name, file, start, end, packed=_is_packed(place))


def _read(name: str, file: BinaryIO, start: int, end: int | None, *, packed: bool) -> Iterator[Page | InputError]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    position: int | None = start
    while position is not None and (end is None or position < end):
        file.seek(position)
        at, is_read = position, False
        try:
            stream = cast(Any, _Stream(file))
            records = ArchiveIterator(stream, record_types=WarcRecordType.any_type, parse_http=False, fsspec_args=False)
            for record in records:
                at, is_read = position + record.stream_pos, False
                if end is not None and at >= end:
                    return
                page = _page(name, at, record)
                is_read = True
                if page is not None:
                    yield page
            if is_read and (end is None or _end_of(file, at, packed) >= file.seek(0, io.SEEK_END)):
                return
            raise _DamageError("ends too early" if is_read else "no record of a web archive")
        except _UNPACKING as error:  # a file that is packed as a whole has nothing more behind it
            yield _damaged(name, at, error)
            return
        except (OSError, _DamageError) as error:
            if not isinstance(error, _DamageError) and (type(error) is not OSError or error.errno is not None):
                raise  # the disk or the network, not the record
            try:
                if is_read:  # it was the next one
                    at = _end_of(file, at, packed)
                    if end is not None and at >= end:
                        return
                position = _next_record(file, at + 1, packed)
            except _UNPACKING:
                position = None
            yield _damaged(name, at, error)


class _DamageError(Exception):
    """A record that is not what it says."""


class _Stream:
    """What fastwarc asks of a stream, and no more: it must not close ours."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._start = file, file.tell()

    def read(self, most: int) -> bytes:
        return self._file.read(most)

    def tell(self) -> int:
        return self._file.tell() - self._start

    def close(self) -> None:
        pass


def _damaged(name: str, at: int, error: Exception) -> InputError:
    what = " ".join(str(error).split()) or type(error).__name__
    return InputError(f"{name}, byte {at}", f"damaged record ({what})", hint="mend it, or leave it out")


def _page(name: str, at: int, record: Any) -> Page | InputError | None:
    """The page or text of a record; None of one that holds neither, such as a picture, or an answer that is no page."""
    from fastwarc.warc import WarcRecordType

    is_text = record.record_type == WarcRecordType.conversion
    if not is_text and not (record.record_type == WarcRecordType.response and record.is_http):
        record.reader.consume()
        return None
    length = record.content_length
    data = record.reader.read(MAX_PAGE_BYTES + 1)
    record.reader.consume()
    if len(data) < min(length, MAX_PAGE_BYTES + 1):
        raise _DamageError(f"ends after {len(data):,} of {length:,} bytes")
    if any(_RECORD.match(data, found.start() + 4) for found in _PLAIN.finditer(data)):
        raise _DamageError("another record begins inside it")
    url, label = record.headers.get("WARC-Target-URI") or "", f"{name}:{at}"
    charset = None
    if is_text:
        if not (record.headers.get("Content-Type") or "").startswith("text/plain"):
            return None
    else:
        record.set_bytes_content(data)
        record.parse_http(auto_decode="all")
        if record.http_headers.status_code != OK or record.http_content_type not in HTML:
            return None
        charset = record.http_charset
        data = record.reader.read(MAX_PAGE_BYTES + 1)
    if length > MAX_PAGE_BYTES or len(data) > MAX_PAGE_BYTES:
        what = f"larger than {MAX_PAGE_BYTES // 1024**2} MB"
        return InputError(f"{name}, byte {at}", what, hint="leave it out, or give its text as JSON Lines")
    if not data.strip():
        return None
    return Page(label, 0, data, url.strip("<>"), charset, not is_text)
