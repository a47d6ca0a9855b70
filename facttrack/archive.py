"""The extraction over an archive, on the processes of this machine or of a Dask cluster.

Each task is done by one process from reading to writing, and its record is written last. So a run can be stopped at any
moment: the next one does the tasks that have no record. A process that dies is replaced by Dask, and its task given to
another; a task that has killed several is read once more with a process for itself, which names the documents it dies
of. Results come back as counts only, so the memory of this process does not grow with the archive.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import dask
from distributed import Client, LocalCluster, as_completed
from distributed.scheduler import KilledWorker

from facttrack import __version__
from facttrack.dataset import (
    Record,
    clean_up,
    forget_plan,
    read_plans,
    read_records,
    start,
    write_lists,
    write_plan,
    write_record,
    write_task,
)
from facttrack.documents import ErrorHandler
from facttrack.errors import FacttrackError, InputError
from facttrack.jobs import deaf_to_ctrl_c, processors
from facttrack.stores import Store, find_inputs, state_of
from facttrack.tasks import TASK_BYTES, Task, plan, read

__all__ = ["Outcome", "extract_archive"]

TASKS_AHEAD = 3
"""For each process, tasks that are given to Dask at once: enough that none waits, few to take back when it stops."""
DEATHS = 2
"""Processes that may die of a task before it is taken for its fault, and read apart."""
CONNECT_SECONDS = 20


@dataclass(slots=True)
class Outcome:
    """What came of a run: its tasks, those that an earlier run had done, and what these tasks hold together."""

    tasks: int = 0
    before: int = 0
    documents: int = 0
    rows: int = 0
    set_aside: int = 0
    failed: int = 0

    def add(self, record: Record) -> None:
        self.tasks += 1
        self.documents += record.documents
        self.rows += record.rows
        self.set_aside += len(record.set_aside) + record.more_set_aside
        self.failed += bool(record.failed)


def extract_archive(
    inputs: list[str],
    out: str,
    *,
    scheduler: str | None = None,
    jobs: int | None = None,
    on_error: ErrorHandler,
    on_progress: Callable[[Outcome], object] = lambda outcome: None,
    task_bytes: int = TASK_BYTES,
) -> Outcome:
    """Read JSON Lines, Parquet and web archives, and write their claims into the folder `out`: what is left of it.

    `scheduler` is the address of a Dask scheduler, whose workers have to reach inputs and `out`; without one, `jobs`
    processes are started here. What cannot be read goes to `on_error`, and into DIR/set-aside.csv.
    """
    store = Store(out)
    with store.locked():
        start(store)
        files = find_inputs(inputs, on_error)
        outcome = Outcome()
        if not files:
            return outcome
        todo = _plan(store, files, task_bytes)
        records = read_records(store)
        left: deque[Task] = deque()
        for task in todo:
            record = records.get(task.task_id)
            if record is None or record.failed:
                left.append(task)
            else:
                outcome.before += 1
                outcome.add(record)
        if left:
            with _client(scheduler, min(jobs or processors(), len(left))) as client:
                for record in _records(client, store, left):
                    if record.failed:
                        on_error(InputError(record.input, record.failed))
                    for place, reason in record.set_aside:
                        on_error(InputError(place, reason.removeprefix(f"{place}: ")))
                    outcome.add(record)
                    on_progress(outcome)
        write_lists(store)
        return outcome


def _plan(store: Store, files: list[tuple[str, str]], task_bytes: int) -> Iterator[Task]:
    """The tasks of these files; a file that has not changed since an earlier run is not looked at again."""
    plans = read_plans(store)
    number = max((number for number, _ in plans.values()), default=0)
    for name, place in files:
        known, tasks = plans.get(place, (0, []))
        if not known:
            number += 1
            known = number
        if not tasks or not _is_unchanged(tasks[0]):
            tasks = _tasks_of(name, place, task_bytes)
            write_plan(store, known, tasks)
        elif tasks[0].version != __version__:
            tasks = [replace(task, version=__version__) for task in tasks]
            write_plan(store, known, tasks)
        plans[place] = (known, tasks)
    given = {place for _, place in files}
    for place, (known, tasks) in list(plans.items()):
        if place not in given and not tasks[0].line and not _is_there(place):  # never read, and now it never will be
            forget_plan(store, known)
            del plans[place]
    clean_up(store, {task.task_id for _, tasks in plans.values() for task in tasks})
    return (task for _, place in files for task in plans[place][1])


def _is_unchanged(task: Task) -> bool:
    try:
        return (task.size, task.modified) == state_of(task.place)
    except OSError:
        return False


def _is_there(place: str) -> bool:
    try:
        state_of(place)
    except FileNotFoundError:
        return False
    return True


def _tasks_of(name: str, place: str, task_bytes: int) -> list[Task]:
    try:
        return plan(name, place, task_bytes)
    except InputError:
        # A task that will fail when it is done, and is looked at again in the next run.
        return [Task(name, place, 0, "", 0, 0, 0)]


def do_task(task: Task, out: str, apart: bool) -> Record:
    """One task from reading to writing, in a process of Dask. What is wrong with the file is in the record."""
    store = Store(out)
    try:
        if not task.line:
            plan(task.name, task.place)
            raise InputError(task.name, "has changed meanwhile", hint="start again")
        if not _is_unchanged(task):
            raise InputError(task.name, "has changed meanwhile", hint="start again")
        return write_task(store, task, read(task, apart=apart))
    except InputError as error:
        return _failed(store, task, str(error).removeprefix(f"{task.name}: "))


def _failed(store: Store, task: Task, reason: str) -> Record:
    about = (task.task_id, task.name, task.size, task.start, task.end, 0, 0, task.version)
    record = Record(*about, failed=reason)
    write_record(store, record)
    return record


def _records(client: Any, store: Store, left: deque[Task]) -> Iterator[Record]:
    """The records of tasks as they are done, in any order."""
    ahead = TASKS_AHEAD * max(
        1, sum(one["nthreads"] for one in client.scheduler_info(n_workers=-1)["workers"].values())
    )
    under_way: dict[Any, tuple[Task, bool]] = {}
    done = as_completed(loop=client.loop)

    def give(task: Task, apart: bool) -> None:
        future = client.submit(do_task, task, store.url, apart, key=f"{task.task_id}-{apart}", pure=False)
        under_way[future] = (task, apart)
        done.add(future)

    while left or under_way:
        while left and len(under_way) < ahead:
            give(left.popleft(), False)
        future = next(done)
        task, apart = under_way.pop(future)
        error = future.exception()
        if error is None:
            yield future.result()
        elif isinstance(error, KilledWorker) and not apart:
            give(task, True)
        elif isinstance(error, KilledWorker):
            yield _failed(store, task, "the processes that read it died; leave it out, and report it with the file")
        elif isinstance(error, FacttrackError):
            raise error
        else:
            what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
            yield _failed(store, task, f"facttrack failed on it ({what}); start again, or report it with the file")


@contextmanager
def _client(scheduler: str | None, jobs: int) -> Iterator[Any]:
    """Processes of this machine, or those of a cluster."""
    for name in ("distributed", "asyncio", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    if scheduler is not None:
        try:
            client = Client(scheduler, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            what = " ".join((str(error) or type(error).__name__).split())
            raise FacttrackError(f"{scheduler}: no Dask scheduler answers ({what}); check the address") from None
        with client:
            yield client
        return
    settings = {
        "distributed.scheduler.allowed-failures": DEATHS - 1,
        "distributed.worker.daemon": False,  # it may start a process of its own, to read a task apart
        "distributed.comm.timeouts.connect": f"{CONNECT_SECONDS}s",
        # It keeps a profile of every second for an hour: a tenth of its memory after 0.3 GB, a twentieth of the time.
        "distributed.worker.profile.enabled": False,
    }
    with dask.config.set(settings):
        with deaf_to_ctrl_c():
            cluster = LocalCluster(
                n_workers=jobs, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=logging.CRITICAL
            )
        with cluster, Client(cluster, set_as_default=False) as client:
            yield client
