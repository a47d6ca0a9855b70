"""Documents to their claims on several processes: the same results in the same order as on one.

Input is read here, in blocks, and each block goes to a process that makes its documents and finds their claims; no more
blocks are under way than processes can use, so memory does not grow with the input. What comes back is put into the
order of the input, so that nobody can tell how many processes there were.

A process that dies (out of memory, a fault of the interpreter) is replaced, and its block is read once more document by
document, to name the one that it dies of.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from facttrack.claims import find_claims
from facttrack.documents import BLOCK_BYTES, Block, ErrorHandler, Path, documents_of, read_blocks
from facttrack.errors import FacttrackError, InputError
from facttrack.models import Claim, Document
from facttrack.pages import Page, document_of
from facttrack.repeats import Repeats

__all__ = ["Found", "deaf_to_ctrl_c", "find_all", "find_in", "processors", "read_all", "read_apart"]

BLOCKS_AHEAD = 3
"""For each process, blocks whose results may wait for that of a slower block before them."""

ALONE_SECONDS = 0.5
"""Work that is done sooner is done by this process: starting others takes about as long."""
FAILED_STARTS = 3
"""Processes that may die one after the other before one is ready."""

Finder = Callable[[Document], list[Claim]]


@dataclass(frozen=True, slots=True)
class Found:
    """A document that was read, and its claims; `failure` says that finding them failed by a fault of ours."""

    name: str
    document_id: str
    claims: list[Claim]
    failure: InputError | None = None
    document: Document | None = None


Item = Found | InputError


def processors() -> int:
    """How many processes can run at once here; fewer than the machine has where a scheduler or container says so."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def find_all(
    paths: Path | Iterable[Path], *, jobs: int = 1, find: Finder = find_claims, with_documents: bool = False
) -> Generator[Item, None, None]:
    """Every document of the input with its claims, and every error, in the order in which they stand there.

    A text that came before is left out, which is an error of its own kind (`RepeatedTextError`). For `ALONE_SECONDS`
    this process reads by itself, so that small input does not wait for others to start. Where `jobs` is above 1, `find`
    has to be the function of a module, which other processes can import.

    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> size = (folder / "a.txt").write_text("Kyiv said on Friday that 137 people had been killed.")
    >>> [[claim.best for claim in found.claims] for found in find_all(folder, jobs=2)]
    [[137]]
    """
    repeats = Repeats()
    for item in _items(_tasks(paths), jobs, find, with_documents):
        if isinstance(item, InputError):
            yield item
        else:
            yield repeats.find(item.document_id, item.name) or item.failure or item


def read_apart(blocks: Iterable[Block | Page | InputError], find: Finder = find_claims) -> Iterator[Item]:
    """The same in a process of its own, for blocks of which one has died: the documents that it dies of are named."""
    with _team(1, find, with_documents=False) as team:
        yield from team.read(block if isinstance(block, InputError) else [block] for block in blocks)


def read_all(
    blocks: Iterable[Block | Page | InputError], find: Finder = find_claims, with_documents: bool = False
) -> Iterator[Item]:
    """The documents of some blocks and pages with their claims, and the errors, in order."""
    errors: list[InputError] = []
    for block in blocks:
        if isinstance(block, InputError):
            yield block
            continue
        for document in _documents(block, errors.append):
            yield from errors
            errors.clear()
            yield find_in(document, find, with_documents)
        yield from errors
        errors.clear()


def _documents(block: Block | Page, report: ErrorHandler) -> Iterator[Document]:
    if isinstance(block, Block):
        yield from documents_of(block, report)
        return
    try:
        yield document_of(block, report)
    except InputError as error:
        report(error)


def find_in(document: Document, find: Finder = find_claims, with_documents: bool = False) -> Found:
    """One document with its claims; a fault of ours in it must not cost the others."""
    claims: list[Claim] = []
    failure = None
    try:
        claims = find(document)
    except Exception as error:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        failure = InputError(document.name, f"facttrack failed on it ({what})", hint=REPORT_IT)
    kept = document if with_documents else None
    return Found(document.name, document.document_id, claims, failure, kept)


REPORT_IT = "leave it out, and report it with the text"

# --- blocks to processes -------------------------------------------------------------------------------------------

Task = list[Block | Page] | InputError


def _tasks(paths: Path | Iterable[Path]) -> Iterator[Task]:
    """Blocks in parcels that are worth sending: JSON Lines as they are cut, small texts together."""
    texts: list[Block | Page] = []
    size = 0
    for block in read_blocks(paths):
        small = isinstance(block, Block) and not block.line and len(block.data) < BLOCK_BYTES
        if texts and (not small or size > BLOCK_BYTES):
            yield texts
            texts, size = [], 0
        if isinstance(block, InputError):
            yield block
        elif small:
            texts.append(block)
            size += len(block.data)
        else:
            yield [block]
    if texts:
        yield texts


def _items(tasks: Iterator[Task], jobs: int, find: Finder, with_documents: bool) -> Iterator[Item]:
    started = time.monotonic()
    for task in tasks:
        if isinstance(task, InputError):
            yield task
            continue
        yield from read_all(task, find, with_documents)
        if jobs > 1 and time.monotonic() - started >= ALONE_SECONDS:
            break
    with _team(jobs, find, with_documents) as team:
        yield from team.read(tasks)


@dataclass(slots=True, eq=False)
class _Parcel:
    """A task under way: what is left of it to be read, and what came back."""

    left: deque[list[Block | Page]]
    items: list[Item] = field(default_factory=list)
    """Of a block whose process died, the documents are read one by one."""


class _Team:
    """Processes that read parcels, started when there is work for them."""

    def __init__(self, size: int, find: Finder, with_documents: bool) -> None:
        self._size, self._find, self._with_documents = size, find, with_documents
        self._processes: dict[Connection, BaseProcess] = {}
        self._busy: dict[Connection, _Parcel] = {}
        self._idle: list[Connection] = []
        self._failed_starts = 0

    def read(self, tasks: Iterator[Task]) -> Iterator[Item]:
        waiting: deque[_Parcel] = deque()  # nobody works on them
        under_way: deque[_Parcel] = deque()  # all, in the order of the input
        more = True
        while True:
            while more and len(under_way) < BLOCKS_AHEAD * self._size and len(waiting) < self._size - len(self._busy):
                task = next(tasks, None)
                if task is None:
                    more = False
                elif isinstance(task, InputError):
                    under_way.append(_Parcel(deque(), [task]))
                else:
                    under_way.append(_Parcel(deque([task])))
                    waiting.append(under_way[-1])
            while len(self._processes) < min(self._size, len(self._busy) + len(waiting)):
                self._start()
            while waiting and self._idle:
                if self._send(self._idle.pop(), waiting[0]):
                    waiting.popleft()
            while under_way and not under_way[0].left:
                yield from under_way.popleft().items
            if under_way:
                waiting.extendleft(self._hear())
            elif not more:
                return

    def _send(self, connection: Connection, parcel: _Parcel) -> bool:
        """Give a process something to do; False if it has died in the meantime."""
        try:
            connection.send(parcel.left[0])
        except OSError:
            self._remove(connection)
            return False
        self._busy[connection] = parcel
        return True

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")  # a copy of this process could inherit locks that nobody opens
        here, there = context.Pipe()
        process = context.Process(target=_work, args=(there, self._find, self._with_documents), daemon=True)
        with deaf_to_ctrl_c():
            process.start()
        there.close()  # else the end of the process would not close it
        self._processes[here] = process

    def _hear(self) -> Iterator[_Parcel]:
        """Take what has come back, and yield the parcels that go on."""
        for connection in wait(list(self._processes)):
            assert isinstance(connection, Connection)
            parcel = self._busy.pop(connection, None)
            try:
                items = connection.recv()
            except (EOFError, OSError):
                self._bury(connection, parcel)
            else:
                self._idle.append(connection)
                self._failed_starts = 0
                if parcel is not None:
                    parcel.left.popleft()
                    parcel.items += map(_whole, items)
            if parcel is not None and parcel.left:
                yield parcel

    def _remove(self, connection: Connection) -> BaseProcess:
        process = self._processes.pop(connection)
        connection.close()
        process.join()
        return process

    def _bury(self, connection: Connection, parcel: _Parcel | None) -> None:
        """A process has died: name the document, or look for it."""
        process = self._remove(connection)
        if connection in self._idle:
            self._idle.remove(connection)
            return
        if parcel is None:
            self._failed_starts += 1
            if self._failed_starts > FAILED_STARTS:
                raise FacttrackError(f"processes die while they start ({_death(process)}); try --jobs 1")
            return
        documents = list(_single(parcel.left.popleft()))
        if len(documents) == 1:
            block = documents[0][0]
            what = f"the process that read it died ({_death(process)})"
            parcel.items.append(InputError(block.name, what, line=block.line or None, hint=REPORT_IT))
        else:
            parcel.left.extendleft(reversed(documents))

    def close(self) -> None:
        for connection, process in self._processes.items():
            connection.close()
            process.terminate()
        for process in self._processes.values():
            process.join()
        self._processes.clear()


@contextmanager
def _team(size: int, find: Finder, with_documents: bool) -> Iterator[_Team]:
    team = _Team(size, find, with_documents)
    try:
        yield team
    finally:
        team.close()


@contextmanager
def deaf_to_ctrl_c() -> Iterator[None]:
    """Processes that are started meanwhile do not hear Ctrl-C, which a terminal sends to all: this one stops them.

    This one hears it when they are started: half a start would leave a process that complains.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    resource_tracker.ensure_running()  # its start would unblock the signal
    heard: list[int] = []
    # What is blocked is passed on to a process; but a library's own thread may still take the signal for all of this.
    handler = signal.signal(signal.SIGINT, lambda number, frame: heard.append(number))
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        signal.signal(signal.SIGINT, handler or signal.default_int_handler)
    if heard:
        raise KeyboardInterrupt


def _single(blocks: Sequence[Block | Page]) -> Iterator[list[Block | Page]]:
    for block in blocks:
        if not block.line:
            yield [block]
            continue
        for number, line in enumerate(block.data.split(b"\n"), block.line):
            if line.strip():
                yield [Block(block.name, number, line)]


def _death(process: BaseProcess) -> str:
    code = process.exitcode or 0
    return signal.strsignal(-code) or f"signal {-code}" if code < 0 else f"exit status {code}"


def _work(connection: Connection, find: Finder, with_documents: bool) -> None:
    """The life of a process: blocks come, documents with their claims go, until nobody sends any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection.send(None)  # ready
    with suppress(EOFError, BrokenPipeError):
        while True:
            blocks = connection.recv()
            connection.send([_light(item) for item in read_all(blocks, find, with_documents)])


def _light(item: Item) -> Item | tuple[str, str]:
    """What is sent: most documents have no claims, and two words are packed much faster than an object."""
    if isinstance(item, Found) and not item.claims and item.failure is None and item.document is None:
        return item.name, item.document_id
    return item


def _whole(item: Item | tuple[str, str]) -> Item:
    return Found(*item, []) if isinstance(item, tuple) else item
