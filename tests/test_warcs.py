"""Web archives: every record is read once, however they are cut, and a damaged one costs no other."""

import gzip
import itertools
import json
import os
import random
import re
import signal
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("fastwarc")
pytest.importorskip("pyarrow")
pytest.importorskip("trafilatura")

from test_archive import articles, extract, joined, needs_proc, patched, program, run, state
from test_archive import folder as folder

from facttrack import warcs
from facttrack.dataset import Dataset
from facttrack.errors import InputError
from facttrack.warcs import find_pieces, read_pages

PACKINGS = ["members", "plain", "single"]
NAMES = {"members": "a.warc.gz", "plain": "a.warc", "single": "a.warc.gz"}


def html(text):
    paragraphs = "".join(f"<p>{part}</p>" for part in text.splitlines() if part.strip())
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(9))
    return f"<html><head><title>News</title></head><body><ul>{menu}</ul><article>{paragraphs}</article></body></html>"


def record(number, body, *, kind="response", content="text/html; charset=utf-8", status="200 OK", more=""):
    """One record of a web archive."""
    body = body if isinstance(body, bytes) else body.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2022-05-01T00:00:00Z\r\n"
    )
    head += f"WARC-Target-URI: https://example.org/{number}\r\n"
    if kind == "response":
        body = f"HTTP/1.1 {status}\r\nContent-Type: {content}\r\n{more}\r\n".encode() + body
        content = "application/http; msgtype=response"
    return f"{head}Content-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def pack(records, packing):
    if packing == "members":
        return b"".join(gzip.compress(one, mtime=0) for one in records)
    return b"".join(records) if packing == "plain" else gzip.compress(b"".join(records))


def write(records, packing="members"):
    name = NAMES[packing]
    Path(name).write_bytes(pack(records, packing))
    return name


def starts(records):
    return [0, *itertools.accumulate(len(gzip.compress(one, mtime=0)) for one in records)]


def texts():
    return [one["text"] for one in articles()][:24]


def a_crawl():
    """Pages among what else a crawl keeps."""
    yield record(0, "software: x", kind="warcinfo", content="application/warc-fields")
    for number, text in enumerate(texts(), 1):
        yield record(number, "GET / HTTP/1.1\r\n\r\n", kind="request", content="application/http; msgtype=request")
        yield record(number, html(text))
    yield record(90, b"\x89PNG" + bytes(9), content="image/png")
    yield record(91, html("Nobody was here. 12 soldiers were killed."), status="404 Not Found")
    yield record(92, "a killed one", content="text/plain")
    yield record(93, b"")


def pages_of(name, task_bytes=10**9):
    found = []
    place = os.path.abspath(name)
    for start, end in find_pieces(place, os.path.getsize(place), task_bytes):
        found += read_pages(name, place, start, end)
    return found


@pytest.mark.parametrize("packing", PACKINGS)
def test_pages_and_nothing_else(packing):
    found = pages_of(write(a_crawl(), packing))
    assert [page.url for page in found] == [f"https://example.org/{number}" for number in range(1, 25)]
    assert [page.data.decode() for page in found] == [html(text) for text in texts()]
    assert len({page.name for page in found}) == 24
    assert found[0].charset == "utf-8"


@pytest.mark.parametrize("packing", ["members", "plain"])
@pytest.mark.parametrize("task_bytes", [1, 700, 5_000])
def test_pieces_begin_with_records_and_lose_nothing(packing, task_bytes, monkeypatch):
    monkeypatch.setattr(warcs, "LOOK_BYTES", 300)  # so that marks stand across the ends of what is looked through
    name = write(a_crawl(), packing)
    pieces = list(find_pieces(name, os.path.getsize(name), task_bytes))
    assert (pieces[0][0], pieces[-1][1]) == (0, os.path.getsize(name))
    assert all(before[1] == after[0] for before, after in itertools.pairwise(pieces))
    assert len(pieces) > 2
    if task_bytes == 1:
        assert len(pieces) == len(list(a_crawl()))
    assert pages_of(name, task_bytes) == pages_of(name)


def test_where_a_page_stands_is_its_name():
    name = write(a_crawl())
    data = Path(name).read_bytes()
    for page in pages_of(name):
        assert page.data in gzip.decompress(data[int(page.name.rpartition(":")[2]) :])


def test_a_file_that_is_packed_as_a_whole_is_one_task():
    name = write(a_crawl(), "single")
    assert len(list(find_pieces(name, os.path.getsize(name), 100))) == 1


def test_what_servers_do_to_a_page():
    packed = gzip.compress(html("x").encode())
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (b"<p>one", b" two</p>", b""))
    write(
        [
            record(1, packed, more="Content-Encoding: gzip\r\n"),
            record(2, chunks, more="Transfer-Encoding: chunked\r\n"),
            record(3, "<p>é</p>".encode("latin-1"), content="text/html; charset=latin-1"),
        ]
    )
    one, two, three = pages_of("a.warc.gz")
    assert (one.data, two.data) == (html("x").encode(), b"<p>one two</p>")
    assert three.charset == "latin-1"


def test_texts_of_a_wet_file():
    Path("a.warc.wet.gz").write_bytes(
        pack([record(n, text, kind="conversion", content="text/plain") for n, text in enumerate(texts())], "members")
    )
    Path("a.jsonl").write_text(
        "".join(json.dumps({"text": t, "url": f"https://example.org/{n}"}) + "\n" for n, t in enumerate(texts()))
    )
    done, _ = extract(["a.warc.wet.gz"], task_bytes=4_000)
    extract(["a.jsonl"], out="lines")
    assert len(done) > 3
    columns = ["claim_id", "best", "source", "sentence", "published", "url"]
    pd.testing.assert_frame_equal(joined(Dataset("out"))[columns], joined(Dataset("lines"))[columns])


# --- damage --------------------------------------------------------------------------------------------------------


def told(found):
    return [str(one) if isinstance(one, InputError) else one.url.rpartition("/")[2] for one in found]


def small(number):
    return record(number, f"<p>Page {number}</p>")


def test_a_damaged_record_is_named_and_costs_no_other():
    records = [small(number) for number in range(6)]
    at = starts(records)
    data = bytearray(pack(records, "members"))
    data[at[2] + 60 : at[2] + 70] = bytes(10)  # in its midst
    data[at[4]] ^= 0xFF  # at its head
    Path("a.warc.gz").write_bytes(data)
    for task_bytes in (1, 10**9):
        urls = told(pages_of("a.warc.gz", task_bytes))
        assert [one for one in urls if len(one) == 1] == ["0", "1", "3", "5"]
        one, two = (one for one in urls if len(one) > 1)
        assert one.startswith(f"a.warc.gz, byte {at[2]}: damaged record (")
        assert two.startswith(f"a.warc.gz, byte {at[4]}: damaged record (")


@pytest.mark.parametrize("packing", ["members", "plain"])
def test_a_record_that_lies_about_its_length(packing):
    records = [small(number) for number in range(5)]
    records[1] = records[1].replace(b"\r\nContent-Length: ", b"\r\nContent-Length: 9", 1)
    found = told(pages_of(write(records, packing)))
    assert [one for one in found if len(one) == 1] == ["0", "2", "3", "4"]
    assert "damaged record (" in found[1]


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_file_that_ends_too_early(packing):
    records = [small(number) for number in range(3)]
    data = pack(records, packing)
    Path(NAMES[packing]).write_bytes(data[:-70])
    found = told(pages_of(NAMES[packing]))
    assert found[:-1] in (["0", "1"], ["0"], [])
    assert "damaged" in found[-1]


@pytest.mark.parametrize("data", [b"hello", b"\x1f\x8b\x08 no", gzip.compress(b"hello"), bytes(100), b"WARC/1.0\r\n"])
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_what_is_no_web_archive(name, data):
    Path(name).write_bytes(data)
    found = told(pages_of(name))
    assert len(found) == 1
    assert found[0].startswith(f"{name}, byte 0: damaged record (")


def test_a_page_that_is_too_large(monkeypatch):
    monkeypatch.setattr(warcs, "MAX_PAGE_BYTES", 1024**2)
    bomb = gzip.compress(bytes(2 * 1024**2))
    records = [record(1, bomb, more="Content-Encoding: gzip\r\n"), record(2, b"x" * 2**20), record(3, b"x" * 2**20)]
    records += [record(4, b"x" * 2**20, content="video/mp4"), small(5)]
    found = told(pages_of(write(records)))
    assert [one.partition(": ")[2] or one for one in found] == [
        *["larger than 1 MB; leave it out, or give its text as JSON Lines"] * 3,
        "5",
    ]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.sampled_from(PACKINGS), st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=4))
def test_any_damage_is_told_of_and_no_page_comes_twice(tmp_path_factory, packing, changes):
    records = [small(number) for number in range(8)]
    data = bytearray(pack(records, packing))
    names = {found.start(1) for found in re.finditer(rb"/(\d)\r\n", data)}  # under another name it is another page
    for at, byte in changes:
        if at % len(data) not in names:
            data[at % len(data)] = byte
    path = tmp_path_factory.mktemp("any") / NAMES[packing]
    path.write_bytes(data)
    found = told(pages_of(str(path)))
    numbers = [one for one in found if len(one) == 1]
    assert numbers == sorted(set(numbers))


# --- as an archive ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("packing", PACKINGS)
def test_claims_of_pages_are_those_of_their_articles(packing):
    name = write(a_crawl(), packing)
    done, errors = extract([name], task_bytes=4_000)
    assert errors == []
    assert (len(done) > 3) == (packing != "single")
    assert sum(record.documents for record in done) == 24
    frame = joined(Dataset("out"))
    assert frame["published"].isna().sum() > 5  # when a page was fetched is not when it was published
    wanted = set()
    for number, text in enumerate(texts(), 1):
        from facttrack import Document, find_claims

        wanted |= {(f"https://example.org/{number}", claim.best) for claim in find_claims(Document("a", text))}
    found = set(zip(frame["url"], frame["best"].astype(object).where(frame["best"].notna(), None), strict=True))
    assert len(wanted & found) > 0.9 * len(wanted)  # paragraphs are joined otherwise than in the text


def test_bad_records_are_set_aside_and_the_command_goes_on():
    records = list(a_crawl())
    data = bytearray(pack(records, "members"))
    at = starts(records)[4]
    data[at + 60 : at + 70] = bytes(10)
    Path("in").mkdir()
    Path("in/a.warc.gz").write_bytes(data)
    Path("in/b.wet").write_bytes(b"nothing")
    status, output, errors = run("archive", "in", "--out", "out", "--jobs", "1")
    assert status == 1
    assert "2 tasks, 23 documents" in output
    assert sorted(line.partition(" (")[0] for line in errors) == [
        f"facttrack: in/a.warc.gz, byte {at}: damaged record",
        "facttrack: in/b.wet, byte 0: damaged record",
    ]
    assert f"in/a.warc.gz, byte {at}" in Path("out/set-aside.csv").read_text()
    before = state("out/claims")
    assert "2 tasks (2 of them before)" in run("archive", "in", "--out", "out", "--jobs", "1")[1]
    assert state("out/claims") == before


@needs_proc
def test_stopping_and_workers_change_nothing():
    """Tasks of a web archive, some of them before the plug is pulled, some by two processes after it."""
    random.seed(1)
    padding = "".join(random.choices("abcdefgh ", k=40_000))
    pages = [record(n, html(f"{text}\n{n}") + f"<!-- {padding} -->") for n, text in enumerate(texts() * 3)]
    write(pages)
    code = (
        "import sys; from facttrack.archive import extract_archive\n"
        "if __name__ == '__main__':\n"
        "    extract_archive(['a.warc.gz'], sys.argv[1], jobs=int(sys.argv[2]), on_error=print, task_bytes=100_000)\n"
    )
    Path("go.py").write_text(code)
    slow = patched("time.sleep(0.02)")
    process = subprocess.Popen([sys.executable, "go.py", "out", "2"], env=slow, start_new_session=True)
    while len(list(Path().glob("out/tasks/*.json"))) < 2:
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    done = len(list(Path().glob("out/tasks/[!.]*.json")))
    for out, jobs in (("out", "2"), ("one", "1")):
        subprocess.run([sys.executable, "go.py", out, jobs], check=True, timeout=300)
    tasks = len(list(Path().glob("out/tasks/*.json")))
    assert 2 <= done < tasks
    pd.testing.assert_frame_equal(joined(Dataset("out")), joined(Dataset("one")))


@needs_proc
def test_a_page_that_kills_is_named():
    pages = [record(n, html(text)) for n, text in enumerate(texts()[:6])]
    pages[3] = record(3, html("A deadly text. Kyiv said that 12 soldiers had been killed. " * 9))
    name = write(pages)
    environment = patched("'deadly' in document.text and os.kill(os.getpid(), signal.SIGKILL)")
    result = program("archive", name, "--out", "out", "--jobs", "1", env=environment)
    died = f"a.warc.gz:{starts(pages)[3]}: the process that read it died (Killed); leave it out, and report it with the text"
    assert (result.returncode, result.stderr) == (1, f"facttrack: {died}\n")
    assert result.stdout.startswith("1 task, 5 documents, ")


@pytest.mark.parametrize("library", ["fastwarc", "trafilatura"])
def test_without_the_libraries_the_extra_is_named(library):
    write([small(1)])
    code = (
        f"import sys; sys.modules['{library}'] = None; sys.argv[0] = 'facttrack'\n"
        "from facttrack.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "archive", "a.warc.gz", "--out", "out"]
    result = subprocess.run(command, capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (
        1,
        f"facttrack: this needs {library}; pip install 'facttrack[warc]'\n",
    )


def test_other_commands_say_which_one_reads_it():
    write([small(1)])
    _, _, errors = run("claims", "a.warc.gz")
    assert errors == ["facttrack: a.warc.gz: a web archive, not an article; facttrack archive reads it"]
