"""One process or several: the same claims and messages in the same order, whatever becomes of a process."""

import io
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facttrack import claims, documents, jobs
from facttrack.documents import Block, line_blocks
from facttrack.errors import InputError, RepeatedTextError
from facttrack.jobs import Found, find_all
from facttrack.repeats import Repeats


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder of JSON Lines in many small blocks, and of texts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(documents, "BLOCK_BYTES", 1_000)
    monkeypatch.setattr(jobs, "BLOCK_BYTES", 1_000)
    monkeypatch.setattr(jobs, "ALONE_SECONDS", 0)
    (tmp_path / "in").mkdir()
    lines = [json.dumps({"id": f"n{n}", "text": article(n), "published": "2022-03-02"}) for n in range(60)]
    lines[11] = '{"text": '
    lines[23] = json.dumps({"id": "again", "text": article(5), "published": "2022-03-02"})
    lines[35] = json.dumps({"text": article(35), "published": "soon"})
    (tmp_path / "in/a.jsonl").write_text("\n".join(lines))
    (tmp_path / "in/b.txt").write_bytes(b"\x89PNG\0")
    for n in range(8):
        (tmp_path / f"in/c{n}.txt").write_text(f"published: 2022-03-03\n\n{article(100 + n)}")
    return tmp_path


def article(n):
    return f"Report {n}. Ukraine's army said that {n + 100} Russian soldiers had been killed. It rained.{' x' * n}"


def find_deadly(document):
    """The claims, where the process lives to find them."""
    if "deadly" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return claims.find_claims(document)


def find_faulty(document):
    if "Report 7." in document.text:
        raise KeyError("a rule\nthat fails")
    return claims.find_claims(document)


def find_nothing(document):
    return []


def told(items):
    """What came, in a form that can be compared."""
    return [str(item) if isinstance(item, InputError) else (item.name, item.claims) for item in items]


# --- results -------------------------------------------------------------------------------------------------------


def test_the_number_of_processes_changes_nothing():
    alone = told(find_all("in", jobs=1))
    assert sum(len(item[1]) for item in alone if not isinstance(item, str)) == 66
    assert [item for item in alone if isinstance(item, str)] == [
        "in/a.jsonl, line 12: not valid JSON (Expecting value); mend or delete the line",
        "again: skipped, the same text as n5",
        "in/a.jsonl, line 36: published is no date: 'soon'; write it as 2022-02-25",
        "in/b.txt: not text but binary; save the article as plain text in UTF-8",
    ]
    for number in (2, 3):
        assert told(find_all("in", jobs=number)) == alone


def test_the_command_prints_the_same_bytes():
    def run(command, number):
        code = "import sys, facttrack.jobs as jobs, facttrack.cli as cli; jobs.ALONE_SECONDS = 0; cli.main()"
        arguments = [command, "in", "no.txt", "--format", "csv", "--jobs", number]
        result = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, timeout=120)
        return result.returncode, result.stdout, result.stderr

    with open("in/a.jsonl", "a") as file:  # more than one block of the usual size
        file.write(
            "\n"
            + "\n".join(json.dumps({"id": f"m{n}", "text": f"It rained {'.' * 5000} {article(n)}"}) for n in range(99))
        )
    for command in ("claims", "report"):
        alone = run(command, "1")
        assert alone[0] == 1
        assert b"no.txt: no such file or folder" in alone[2]
        assert run(command, "2") == run(command, "3") == alone


def test_a_fault_of_ours_costs_one_article_only():
    for number in (1, 2):
        found = list(find_all("in", jobs=number, find=find_faulty))
        [fault] = [item for item in found if "failed on it" in str(item)]
        assert str(fault).startswith("n7: facttrack failed on it (KeyError: 'a rule\\nthat fails'); leave it out")
        assert len([item for item in found if isinstance(item, Found)]) == 65


def test_a_repeated_text_is_an_error_of_its_kind_from_every_process():
    for number in (1, 2):
        assert [str(item) for item in find_all("in", jobs=number) if isinstance(item, RepeatedTextError)] == [
            "again: skipped, the same text as n5"
        ]


# --- processes that die --------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_process_that_dies_costs_one_document():
    with open("in/a.jsonl") as file:
        lines = file.read().splitlines()
    lines[40] = json.dumps({"text": "A deadly text.", "id": "x"})
    with open("in/a.jsonl", "w") as file:
        file.write("\n".join(lines))
    with open("in/c3.txt", "w") as file:
        file.write("Another deadly text.")
    alone = [item for item in told(find_all("in", jobs=1, find=claims.find_claims)) if "deadly" not in str(item)]
    found = told(find_all("in", jobs=2, find=find_deadly))
    died = "the process that read it died (Killed); leave it out, and report it with the text"
    assert [item for item in found if "died (" in item] == [f"in/a.jsonl, line 41: {died}", f"in/c3.txt: {died}"]
    rest = [item for item in found if "died (" not in item]
    assert rest == [item for item in alone if item[0] not in ("x", "in/c3.txt")]


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_process_that_somebody_kills_costs_nothing():
    alone = told(find_all("in", jobs=1))
    found = []
    for number, item in enumerate(find_all("in", jobs=2)):
        found.append(item)
        if number in (5, 45):  # far apart: a document of which two die is taken for the cause
            for process in multiprocessing.active_children()[:1]:
                process.kill()
    assert told(found) == alone


# --- stopping ------------------------------------------------------------------------------------------------------


def proc(*names):
    try:
        return Path("/proc", *map(str, names)).read_text()
    except OSError:
        return ""


def living(pids):
    return [pid for pid in pids if proc(pid, "stat").rpartition(")")[2].split()[:1] not in ([], ["Z"])]


def children(pid):
    return [int(one) for one in proc(pid, "task", pid, "children").split()]


@pytest.mark.skipif(not os.path.exists("/proc/self/task"), reason="looks into /proc")
def test_ctrl_c_stops_all_processes_without_a_word():
    with open("big.jsonl", "w") as file:
        file.writelines(json.dumps({"text": f"{article(1)} {n}"}) + "\n" for n in range(100_000))
    command = [sys.executable, "-m", "facttrack", "claims", "big.jsonl", "--jobs", "2"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    started = []
    while len(started) < 3 and process.poll() is None:  # two that read, and one that looks after what they share
        time.sleep(0.05)
        started = children(process.pid)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output, errors) == (130, b"", b"")
    for _ in range(100):  # the one that looks after the others goes last, by itself
        if not living(started):
            break
        time.sleep(0.1)
    assert living(started) == []


def test_who_takes_no_more_stops_the_processes():
    items = find_all("in", jobs=2)
    while not isinstance(next(items), RepeatedTextError):
        pass
    items.close()
    assert multiprocessing.active_children() == []


# --- memory --------------------------------------------------------------------------------------------------------


def test_only_so_many_blocks_are_under_way(monkeypatch):
    taken = 0

    def endless(paths):
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield Block("a.jsonl", number + 1, json.dumps({"text": f"It rained {number}."}).encode())

    monkeypatch.setattr(jobs, "read_blocks", endless)
    items = find_all("-", jobs=2, find=find_nothing)
    for number in range(200):
        next(items)
        assert taken <= number + 2 + jobs.BLOCKS_AHEAD * 2
    items.close()


def test_repeats_are_found_with_and_without_names(monkeypatch):
    monkeypatch.setattr("facttrack.repeats.MAX_NAMES", 10)
    repeats = Repeats()
    ids = [f"{n * 7919:012x}" for n in range(5_000)]
    assert [one for one in ids if repeats.find(one, "first")] == []
    said = [str(repeats.find(one, "later")) for one in ids]
    assert said[:10] == ["later: skipped, the same text as first"] * 10
    assert set(said[10:]) == {"later: skipped, the same text as one before"}


# --- blocks --------------------------------------------------------------------------------------------------------


@given(st.lists(st.binary(max_size=40)), st.integers(1, 30))
def test_blocks_are_whole_lines_and_lose_nothing(pieces, size):
    data = b"x\n" + b"\n".join(pieces)

    class Stream(io.BytesIO):
        def read1(self, most=-1):
            return super().read1(size)

    blocks = list(line_blocks("a", Stream(data)))
    assert b"".join(block.data for block in blocks) == data
    assert all(block.data.endswith(b"\n") for block in blocks[:-1])
    line = 1
    for block in blocks:
        assert block.line == line
        line += block.data.count(b"\n")


def test_an_error_goes_from_process_to_process_whole():
    import pickle

    error = pickle.loads(pickle.dumps(RepeatedTextError("a", "b", line=3, hint="c", is_read=True)))
    assert (type(error), str(error), error.line, error.is_read) == (RepeatedTextError, "a, line 3: b; c", 3, True)
