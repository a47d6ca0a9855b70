"""Folders and files that may lie elsewhere: on this disk, or at s3:// and the like through fsspec.

A file that is written appears whole: on a disk it is written aside and renamed, elsewhere it appears when it is closed.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import secrets
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, cast

import fsspec
import pyarrow as pa

from facttrack.documents import WARC_SUFFIXES, ErrorHandler, files_in
from facttrack.errors import FacttrackError, InputError

if sys.platform != "win32":
    import fcntl

__all__ = ["COMPRESSED", "DAMAGED", "PARQUET", "WARC", "Store", "find_inputs", "is_remote", "open_bytes", "state_of"]

COMPRESSED = (".gz", ".bz2", ".xz", ".zst")
JSONL = (".jsonl", ".ndjson")
PARQUET = (".parquet",)
WARC = WARC_SUFFIXES
SUFFIXES = (*JSONL, *PARQUET, *WARC, *(kind + packed for kind in JSONL for packed in COMPRESSED))
"""What an archive is read from. Parquet is compressed inside, and of a web archive each record."""

DAMAGED = (EOFError, OSError, lzma.LZMAError, zlib.error, pa.ArrowInvalid, pa.ArrowNotImplementedError, ValueError)
"""What the libraries raise for a file that is not what its name says, or ends too early."""


def is_remote(url: str) -> bool:
    return "://" in url


class Store:
    """A folder to write into, and to read from; names are relative to it, with forward slashes."""

    def __init__(self, url: str) -> None:
        self.url = url if is_remote(url) else os.path.abspath(url)
        try:
            self.files, self._root = fsspec.core.url_to_fs(self.url)
        except (ImportError, ValueError) as error:
            raise FacttrackError(f"{url}: {' '.join(str(error).split())}") from None
        self._is_local = "file" in _protocols(self.files)

    def path(self, name: str) -> str:
        return f"{self._root}/{name}"

    def write(self, name: str, data: bytes) -> None:
        path = self.path(name)
        try:
            if not self._is_local:
                self.files.pipe_file(path, data)
                return
            os.makedirs(os.path.dirname(path), exist_ok=True)
            aside = os.path.join(os.path.dirname(path), f".{secrets.token_hex(8)}.tmp")
            try:
                with open(aside, "xb") as file:
                    file.write(data)
                os.replace(aside, path)
            finally:
                with suppress(FileNotFoundError):
                    os.unlink(aside)
        except OSError as error:
            raise FacttrackError(f"{self.url}/{name}: not written ({_reason(error)})") from None

    def read(self, name: str) -> bytes | None:
        """The content of a file; None where there is none."""
        try:
            return cast(bytes, self.files.cat_file(self.path(name)))
        except FileNotFoundError:
            return None

    def names(self, folder: str) -> list[str]:
        """All files below a folder, sorted; those that were being written when somebody pulled the plug, too."""
        with suppress(FileNotFoundError):
            self.files.invalidate_cache()
            found = self.files.find(self.path(folder) if folder else self._root)
            return sorted(path[len(self._root) + 1 :] for path in found)
        return []

    def remove(self, name: str) -> None:
        with suppress(FileNotFoundError):
            self.files.rm_file(self.path(name))

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else may write here meanwhile. Only a disk can say so, and it forgets who has died."""
        if not self._is_local:
            yield
            return
        try:
            os.makedirs(self._root, exist_ok=True)
            file = open(self.path(".lock"), "w")  # noqa: SIM115
        except OSError as error:
            raise FacttrackError(f"{self.url}: not written ({_reason(error)})") from None
        with file:
            try:
                if sys.platform != "win32":
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                what = "another run is writing into it; wait for its end, or give another folder"
                raise FacttrackError(f"{self.url}: {what}") from None
            yield


def _protocols(files: Any) -> tuple[str, ...]:
    return (files.protocol,) if isinstance(files.protocol, str) else tuple(files.protocol)


def _reason(error: BaseException) -> str:
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(text.split()).lower()


# --- input ---------------------------------------------------------------------------------------------------------


def find_inputs(inputs: list[str], report: ErrorHandler) -> list[tuple[str, str]]:
    """The files of the inputs in order, each as (name, place): files, folders at any depth, and patterns (`*`)."""
    found: dict[str, str] = {}  # by place: a file that is named twice is one
    for one in inputs:
        before = len(found)
        try:
            names = _remote_files(one) if is_remote(one) else _local_files(one, report)
            for name in names:
                found.setdefault(name if is_remote(name) else os.path.realpath(name), name)
        except InputError as error:
            report(error)
            continue
        if len(found) == before and not names:
            what = "no JSON Lines, no Parquet and no web archives here"
            report(InputError(one, what, hint="facttrack claims reads text files"))
    return [(name, place) for place, name in found.items()]


def _local_files(path: str, report: ErrorHandler) -> list[str]:
    if os.path.isdir(path):
        return list(files_in(path, SUFFIXES, report))
    if any(char in path for char in "*?[") and not os.path.exists(path):
        return sorted(Store(".").files.glob(os.path.abspath(path)))
    _check_kind(path)
    if not os.path.exists(path):
        raise InputError(path, "no such file or folder", hint="check the path")
    return [path]


def _remote_files(url: str) -> list[str]:
    try:
        files, path = fsspec.core.url_to_fs(url)
        if any(char in path for char in "*?["):
            return sorted(files.unstrip_protocol(one) for one in files.glob(path) if one.lower().endswith(SUFFIXES))
        if files.isdir(path):
            return sorted(files.unstrip_protocol(one) for one in files.find(path) if one.lower().endswith(SUFFIXES))
        _check_kind(url)
        if not files.exists(path):
            raise InputError(url, "no such file or folder", hint="check the address")
    except (ImportError, OSError, ValueError) as error:
        raise InputError(url, _reason(error), hint="check the address, and what fsspec needs for it") from None
    return [url]


def _check_kind(name: str) -> None:
    if not name.lower().endswith(SUFFIXES):
        hint = f"name it *{', *'.join((*JSONL, *PARQUET, *WARC))} (JSON Lines also with {', '.join(COMPRESSED)})"
        raise InputError(name, "no JSON Lines, Parquet or web archive by its name", hint=hint)


def state_of(place: str) -> tuple[int, str]:
    """The size of a file, and what else tells one state of it from the next."""
    if not is_remote(place):
        found = os.stat(place)
        return found.st_size, str(found.st_mtime_ns)
    files, path = fsspec.core.url_to_fs(place)
    about = files.info(path)
    names = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "updated", "created")
    return about["size"] or 0, next((str(about[one]) for one in names if about.get(one)), "")


@contextmanager
def open_bytes(place: str, start: int = 0, *, unpacked: bool = True) -> Iterator[BinaryIO]:
    """An input to read, from a byte on; what is compressed comes unpacked."""
    with fsspec.open(place, "rb") if is_remote(place) else open(place, "rb") as file:
        file.seek(start)
        yield _unpacked(place, file) if unpacked else file


def _unpacked(name: str, file: BinaryIO) -> BinaryIO:
    match os.path.splitext(name)[1].lower():
        case ".gz":
            return cast(BinaryIO, gzip.GzipFile(fileobj=file))
        case ".bz2":
            return cast(BinaryIO, bz2.BZ2File(file))
        case ".xz":
            return cast(BinaryIO, lzma.LZMAFile(file))
        case ".zst":
            return cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, pa.CompressedInputStream(file, "zstd"))))
        case _:
            return file
