"""An archive: the same claims and comparisons as one process gives, whatever stops, dies or is damaged on the way."""

import bz2
import dataclasses
import datetime as dt
import gzip
import json
import lzma
import os
import random
import re
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from facttrack import archive, cli, tasks
from facttrack.compare import compare
from facttrack.errors import FacttrackError
from facttrack.evaluate import read_gold
from facttrack.jobs import Found, find_all
from facttrack.models import KINDS, OUTCOMES, QUALIFIERS, SCOPES, Claim
from facttrack.table import COLUMNS, claims_table

pa = pytest.importorskip("pyarrow")
pads = pytest.importorskip("pyarrow.dataset")
pq = pytest.importorskip("pyarrow.parquet")

from facttrack.dataset import SCHEMA, Dataset, start, write_lists, write_task  # noqa: E402
from facttrack.stores import Store, find_inputs  # noqa: E402
from facttrack.theatres import compare_dataset  # noqa: E402

GOLD = Path(__file__).parents[1] / "data" / "gold"
PROGRAM = [sys.executable, "-m", "facttrack"]
needs_proc = pytest.mark.skipif(not os.path.exists("/proc/self/task"), reason="looks into /proc")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def articles():
    """Passages about many wars, some of them without a date, as records of JSON Lines."""
    passages = [one.document for name in ("wild", "seeds", "synthetic") for one in read_gold(GOLD / f"{name}.jsonl")]
    for number, document in enumerate(passages):
        published = document.published.isoformat() if document.published and number % 9 else None
        yield {"id": document.name, "text": document.text, "published": published, "outlet": document.outlet}


def write_lines(name, records):
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records))
    return name


def extract(inputs, out="out", task_bytes=tasks.TASK_BYTES):
    """What a run does, in this process."""
    store = Store(out)
    start(store)
    errors = []
    files = find_inputs(inputs, errors.append)
    records = [archive.do_task(task, out, False) for task in archive._plan(store, files, task_bytes)]
    write_lists(store)
    return records, [str(error) for error in errors]


def alone(paths):
    """The claims table of one process."""
    return claims_table(claim for item in find_all(paths) if isinstance(item, Found) for claim in item.claims)


def joined(dataset):
    return pd.concat(dataset.rows()).drop_duplicates("claim_id", ignore_index=True)


def run(*arguments):
    result = CliRunner().invoke(cli.app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr.splitlines()


def program(*arguments, **options):
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, timeout=300, text=True, **options)


def state(folder):
    """Every file with its time of writing."""
    return {path: path.stat().st_mtime_ns for path in Path(folder).rglob("*") if path.is_file()}


# --- the same answer -----------------------------------------------------------------------------------------------


def test_an_archive_gives_the_answer_of_one_process():
    records = list(articles())
    records.insert(70, records[3])  # in another task than the first
    records.append({"text": records[5]["text"], "published": records[5]["published"]})  # its own name, another outlet
    write_lines("in/a.jsonl", records[:80])
    write_lines("in/b/c.jsonl", records[80:])
    done, errors = extract(["in"], task_bytes=10_000)
    assert len(done) == 8
    assert errors == []
    dataset = Dataset("out")
    frame = alone("in")
    pd.testing.assert_frame_equal(joined(dataset), frame)
    documents = sum(isinstance(item, Found) for item in find_all("in"))
    assert (dataset.documents(), sum(record.documents for record in done)) == (documents, documents + 1)
    for rows_at_once in (40, 10**6):
        shown, compared = compare_dataset(dataset, lambda frame, comparisons: frame, rows_at_once=rows_at_once)
        pd.testing.assert_frame_equal(shown, frame)
        pd.testing.assert_frame_equal(compared, compare(frame))
    for command, options in (
        ("claims", []),
        ("claims", ["--status", "withheld", "--since", "2022-03-05"]),
        ("report", ["--side", "ukraine", "--format", "table"]),
        ("report", ["--status", "withheld", "--outcome", "killed"]),
        ("report", ["--side", "x"]),
    ):
        options = options if "table" in options else [*options, "--format", "csv"]
        wanted, found = run(command, "in", *options), run(command, "out", *options)
        assert found[:2] == wanted[:2]
        assert found[2] == [line for line in wanted[2] if "skipped" not in line]


def random_claims(seed):
    """Documents with claims that nobody would write, so that every rule of the comparison meets the others."""
    chance = random.Random(seed)
    sides = ["Russia", "Ukraine", "Israel", "Hamas", "Turkey", None]
    for number in range(40):
        published = chance.choice([None, dt.date(2022, 1, 20) + dt.timedelta(chance.randrange(60))])
        claims = []
        for place in range(chance.randrange(1, 6)):
            fields = dict.fromkeys(field.name for field in dataclasses.fields(Claim))
            best = chance.choice([0, 5, 40, 137, 498, 1300, 5840, 20100])
            kind = chance.choice([*KINDS, "count", "count", "count"])
            words = chance.choice(
                ["has given no casualty count", "gives no count of its military losses", "dismissed it"]
            )
            fields |= {
                "claim_id": f"{number:06x}{place:06x}",
                "kind": kind,
                "number_text": str(best) if kind == "count" else words,
                "best": best if kind == "count" else None,
                "qualifier": chance.choice(QUALIFIERS[:6]) if kind == "count" else None,
                "outcome": chance.choice([*OUTCOMES, "killed", "killed"]) if kind == "count" else None,
                "victims": chance.choice(["soldiers", "officers", "people", None]),
                "victim_class": chance.choice(["combatant", "combatant", "civilian", "unspecified"]),
                "victim_side": chance.choice(sides),
                "part_of": claims[-1].claim_id if claims and chance.random() < 0.1 else None,
                "source": chance.choice(["a ministry", "an officer"]),
                "source_side": chance.choice(sides),
                "source_kind": chance.choice(["official", "military", "monitor", "narrator"]),
                "published": published,
                "as_of": published and published - dt.timedelta(chance.choice([0, 0, 0, 1, 9, 40])),
                "scope": chance.choice([*SCOPES, "cumulative"]),
                "rules": ("stub",),
                "place": chance.choice([None, None, "Kharkiv", "the Yavoriv range", "Yavoriv", "Ukraine"]),
                "document": f"d{number}",
                "document_id": f"{number:012x}",
                "sentence": chance.choice(["The army said so.", "It is estimated."]),
                "start": place * 10,
                "end": place * 10 + 3,
            }
            claims.append(Claim(**fields))
        yield Found(f"d{number}", f"{number:012x}", claims)


@pytest.mark.parametrize("seed", range(12))
def test_parts_compare_as_the_whole_does(seed):
    found = list(random_claims(seed))
    store = Store("out")
    start(store)
    pieces = [tasks.Task("a.jsonl", "a.jsonl", 9, "1", at, at + 3, 1) for at in range(0, 9, 3)]
    from facttrack.dataset import write_plan

    write_plan(store, 1, pieces)
    for at, piece in enumerate(pieces):
        write_task(store, piece, found[at * 15 : (at + 1) * 15 + 2])  # some twice
    frame = claims_table(claim for one in found for claim in one.claims)
    dataset = Dataset("out")
    pd.testing.assert_frame_equal(joined(dataset), frame)
    for rows_at_once in (1, 60):
        shown, compared = compare_dataset(dataset, lambda frame, comparisons: frame, rows_at_once=rows_at_once)
        pd.testing.assert_frame_equal(shown, frame)
        pd.testing.assert_frame_equal(compared, compare(frame))


# --- what is read --------------------------------------------------------------------------------------------------


def zst(data):
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as stream:
        stream.write(data)
    return bytes(sink.getvalue())


@pytest.mark.parametrize(
    ("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress), (".zst", zst)]
)
def test_compressed_json_lines(suffix, pack):
    write_lines("a.jsonl", list(articles())[:20])
    Path(f"b.jsonl{suffix}").write_bytes(pack(Path("a.jsonl").read_bytes()))
    [record], _ = extract([f"b.jsonl{suffix}"])
    assert record.status == "done"
    pd.testing.assert_frame_equal(joined(Dataset("out")), alone("a.jsonl"))


@pytest.mark.parametrize("as_dates", [False, True])
def test_parquet(as_dates):
    records = [record for record in articles() if record["published"]][:40]
    write_lines("a.jsonl", records)
    columns = {name: [record[name] for record in records] for name in records[0]}
    if as_dates:
        columns["published"] = [dt.date.fromisoformat(day) for day in columns["published"]]
    pq.write_table(pa.table(columns | {"more": [[1]] * 40}), "a.parquet", row_group_size=7)
    done, _ = extract(["a.parquet"], task_bytes=10_000)
    assert [record.start for record in done] == sorted(record.start for record in done)
    assert 1 < len(done) < 7
    pd.testing.assert_frame_equal(joined(Dataset("out")), alone("a.jsonl"))


def test_a_store_elsewhere():
    """fsspec's memory stands for s3:// and the like."""
    import fsspec

    write_lines("a.jsonl", list(articles())[:20])
    memory = fsspec.filesystem("memory")
    memory.pipe_file("/in/b/a.jsonl", Path("a.jsonl").read_bytes())
    memory.pipe_file("/in/a.jsonl.gz", gzip.compress(b'{"text": "Kyiv said 12 people had been killed."}\n'))
    done, errors = extract(["memory://in", "memory://no.jsonl", "memory://in/b/*.jsonl"], "memory://out", 5_000)
    assert errors == ["memory://no.jsonl: no such file or folder; check the address"]
    assert {record.status for record in done} == {"done"}
    frame = joined(Dataset("memory://out"))
    assert len(frame) == len(alone("a.jsonl")) + 1
    assert run("claims", "memory://out", "--format", "csv")[0] == 0
    memory.rm("/in", recursive=True)
    memory.rm("/out", recursive=True)


@pytest.mark.parametrize("task_bytes", [1, 7, 20, 33, 1000])
def test_tasks_are_whole_lines_and_lose_nothing(task_bytes):
    data = b'{"a": 1}\n\n{"b": "long long long long"}\r\n{"c": 2}\n\n\n{"d": 3}'
    Path("a.jsonl").write_bytes(data)
    cut = tasks.plan("a.jsonl", os.path.abspath("a.jsonl"), task_bytes)
    assert (cut[0].start, cut[-1].end) == (0, len(data))
    for task, after in pairwise(cut):
        assert task.end == after.start
        assert data[: task.end].endswith(b"\n")
    assert [task.line for task in cut] == [data[: task.start].count(b"\n") + 1 for task in cut]


def test_the_dataset_is_read_by_other_programs():
    write_lines("a.jsonl", list(articles())[60:80])
    extract(["a.jsonl"])
    table = pads.dataset("out/claims", partitioning="hive").to_table()
    assert table.num_rows == len(alone("a.jsonl"))
    assert set(table.column_names) == {*SCHEMA.names, "month"}
    assert SCHEMA.names == [*(column.name for column in COLUMNS), "task", "row"]
    assert "undated" in table["month"].to_pylist()
    assert "2022-03" in table["month"].to_pylist()


# --- bad input -----------------------------------------------------------------------------------------------------


def test_bad_lines_and_files_are_set_aside_and_the_rest_goes_on(cluster):
    good = list(articles())[:10]
    Path("in").mkdir()
    lines = [json.dumps(record) for record in good]
    lines[3:3] = ['{"text": ', '{"text": "x", "published": "soon"}']
    Path("in/a.jsonl").write_text("\n".join(lines))
    Path("in/b.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode())[:-900])
    Path("in/c.parquet").write_bytes(b"PAR1 not so")
    pq.write_table(pa.table({"body": ["x"]}), "in/d.parquet")
    Path("in/e.jsonl").write_bytes(b"")
    Path("in/f.txt").write_text("12 died.")
    status, output, errors = run("archive", "in", "no.jsonl", "f.txt", "--out", "out", "--scheduler", cluster)
    assert status == 1
    assert re.fullmatch(r"5 tasks, 11 documents, \d+ rows; set aside: 2 lines, 4 tasks, listed in out/.*\n", output)
    expected = [
        "facttrack: f.txt: no JSON Lines, Parquet or web archive by its name; name it",
        "facttrack: in/a.jsonl, line 4: not valid JSON (Expecting value); mend or delete the line",
        "facttrack: in/a.jsonl, line 5: published is no date: 'soon'; write it as 2022-02-25",
        "facttrack: in/b.jsonl.gz: cannot be read to its end (",
        "facttrack: in/c.parquet: cannot be read to its end (",
        'facttrack: in/d.parquet: no column text; give the articles as strings in a column "text"',
        "facttrack: in/e.jsonl: empty; leave it out",
        "facttrack: no.jsonl: no such file or folder; check the path",
    ]
    assert all(line.startswith(start) for line, start in zip(sorted(errors), expected, strict=True))
    listed = Path("out/set-aside.csv").read_text()
    assert listed.count("\n") == 7
    assert '"in/a.jsonl, line 4",' in listed or "in/a.jsonl, line 4" in listed
    assert Path("out/manifest.csv").read_text().count(",failed,") == 4
    status, _, errors = run("claims", "out")
    assert (status, errors) == (1, ["facttrack: out: 4 tasks set aside; set-aside.csv in it says why"])
    # What is mended is read in the next run, and only that.
    before = state("out/claims")
    Path("in/b.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": "Kyiv said 12 soldiers had died."}).encode()))
    for name in ("in/c.parquet", "in/d.parquet", "in/e.jsonl"):
        os.unlink(name)
    status, output, errors = run("archive", "in", "--out", "out", "--scheduler", cluster)
    assert before.items() <= state("out/claims").items()
    assert "2 tasks (1 of them before), 12 documents" in output
    assert (Dataset("out").left, Dataset("out").failed) == (0, 0)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["archive", "no.jsonl", "--out", "out"], "no.jsonl: no such file or folder; check the path"),
        (
            ["archive", "empty", "--out", "out"],
            "empty: no JSON Lines, no Parquet and no web archives here; facttrack claims reads text files",
        ),
        (["archive", "a.jsonl", "--out", "texts"], "neither empty nor an archive; give --out a new folder"),
        (["archive", "a.jsonl", "--out", "nothing://x"], "nothing://x: Protocol not known: nothing"),
        (["claims", "nothing://x"], "nothing://x: Protocol not known: nothing"),
        (["archive", "a.jsonl", "--out", "a.jsonl/x"], "not written (not a directory)"),
    ],
)
def test_what_makes_no_archive(arguments, message):
    Path("empty").mkdir()
    Path("texts").mkdir()
    Path("texts/a.txt").write_text("12 died.")
    write_lines("a.jsonl", [{"text": "12 died."}])
    status, output, [error] = run(*arguments)
    assert (status, output) == (1, "")
    assert message in error


def test_an_archive_is_read_by_itself():
    write_lines("a.jsonl", list(articles())[:10])
    extract(["a.jsonl"])
    assert run("report", "out", "a.jsonl")[0] == 2


def test_an_unfinished_archive_says_so():
    write_lines("in/a.jsonl", list(articles())[:30])
    extract(["in"], task_bytes=6_000)
    next(Path("out/tasks").glob("*.json")).unlink()
    status, output, [error] = run("report", "out", "--format", "csv")
    assert (status, error) == (1, "facttrack: out: 1 task not done; start facttrack archive again")
    assert output.count("\n") > 10


def test_without_the_libraries_the_extra_is_named():
    write_lines("a.jsonl", articles())
    code = (
        "import sys; sys.modules['pyarrow'] = None; sys.argv[0] = 'facttrack'; from facttrack.cli import main; main()"
    )
    result = subprocess.run([sys.executable, "-c", code, "archive", "a.jsonl", "--out", "out"], capture_output=True)
    assert result.returncode == 1
    assert result.stderr == b"facttrack: this needs pyarrow; pip install 'facttrack[archive]'\n"


# --- again and again -----------------------------------------------------------------------------------------------


def test_a_second_run_does_what_is_left(cluster):
    write_lines("in/a.jsonl", list(articles())[:40])
    first, _ = extract(["in"], task_bytes=4_000)
    before = state("out/claims")
    [lost, *_] = Path("out/tasks").glob("*.json")
    lost.unlink()
    write_lines("in/b.jsonl", [{"text": "Kyiv said 12 soldiers had been killed."}])
    status, output, errors = run("archive", "in", "--out", "out", "--scheduler", cluster)
    assert (status, errors) == (0, [])
    assert f"{len(first) + 1} tasks ({len(first) - 1} of them before)" in output
    after = state("out/claims")
    assert {path.name.partition("-")[0] for path, when in before.items() if after[path] != when} == {lost.stem}
    pd.testing.assert_frame_equal(joined(Dataset("out")), alone("in"))


def test_a_file_that_has_changed_is_read_again_and_its_old_rows_are_gone():
    write_lines("in/a.jsonl", list(articles())[:40])
    extract(["in"], task_bytes=8_000)
    write_lines("in/a.jsonl", list(articles())[5:40])
    extract(["in"], task_bytes=8_000)
    pd.testing.assert_frame_equal(joined(Dataset("out")), alone("in"))
    assert Dataset("out").left == 0


def test_a_new_version_reads_everything_again(monkeypatch):
    write_lines("in/a.jsonl", list(articles())[:40])
    first, _ = extract(["in"], task_bytes=8_000)
    monkeypatch.setattr(archive, "__version__", "9.9.9")
    second, _ = extract(["in"], task_bytes=8_000)
    assert {record.task for record in first}.isdisjoint(record.task for record in second)
    assert {record.version for record in second} == {"9.9.9"}
    pd.testing.assert_frame_equal(joined(Dataset("out")), alone("in"))


def test_half_a_task_is_none(monkeypatch):
    write_lines("a.jsonl", list(articles())[60:80])
    extract(["a.jsonl"])
    whole = joined(Dataset("out"))
    before = state("out/claims")
    Path("out/claims/month=2022-03/.0123.tmp").write_bytes(b"PAR1")
    Path("out/claims/month=2022-03/0123-1.parquet").write_bytes(b"PAR1")
    pd.testing.assert_frame_equal(joined(Dataset("out")), whole)
    extract(["a.jsonl"])
    assert state("out/claims").keys() == before.keys()


def test_two_runs_at_once_are_refused():
    write_lines("a.jsonl", articles())
    with Store("out").locked(), pytest.raises(FacttrackError, match="another run is writing into it"):
        archive.extract_archive(["a.jsonl"], "out", on_error=print)


def test_rows_are_written_before_they_fill_the_memory(monkeypatch):
    monkeypatch.setattr("facttrack.dataset.ROWS_PER_FILE", 10)
    write_lines("a.jsonl", list(articles())[:40])
    [record], _ = extract(["a.jsonl"])
    assert max(int(re.search(r"-(\d+)\.parquet", file)[1]) for file in record.files) > 10
    pd.testing.assert_frame_equal(joined(Dataset("out")), alone("a.jsonl"))


# --- processes -----------------------------------------------------------------------------------------------------


def many_files(number=10, each=10):
    records = list(articles())
    for at in range(number):
        changed = (record | {"text": f"{record['text']}\n{at}.{n}"} for n, record in enumerate(records * 2))
        write_lines(f"in/{at}.jsonl", list(changed)[:each])


def wait_for(pattern, process, number=1):
    while len(list(Path().glob(pattern))) < number:
        assert process.poll() is None, process.communicate()
        time.sleep(0.02)


def patched(line):
    """An environment in which every process, before it finds the claims of a document, does what a line says."""
    Path("patch").mkdir()
    Path("patch/sitecustomize.py").write_text(
        "import os, signal, time, facttrack.claims as claims\n"
        "find = claims.find_claims\n"
        "def find_claims(document):\n"
        f"    {line}\n"
        "    return find(document)\n"
        "find_claims.__module__ = 'facttrack.claims'\n"
        "claims.find_claims = find_claims\n"
    )
    paths = [str(Path("patch").absolute()), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}


def begin():
    """A run that takes its time: a second for each file, however fast the rules are."""
    command = [*PROGRAM, "archive", "in", "--out", "out", "--jobs", "2"]
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "start_new_session": True}
    return subprocess.Popen(command, env=patched("time.sleep(0.1)"), **options)


def children(pid):
    """The processes that a process has started, in any of its threads, and theirs."""
    try:
        threads = Path(f"/proc/{pid}/task").glob("*/children")
        found = [int(one) for thread in threads for one in thread.read_text().split()]
    except OSError:
        return []
    return found + [grandchild for child in found for grandchild in children(child)]


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@needs_proc
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_stopped_goes_on_where_it_was(how):
    many_files()
    process = begin()
    wait_for("out/tasks/*.json", process, 2)
    started = children(process.pid)
    os.killpg(process.pid, how)
    output, errors = process.communicate(timeout=60)
    if how == signal.SIGINT:
        assert (process.returncode, output, errors) == (130, b"", b"")
    for _ in range(100):
        if not [pid for pid in started if alive(pid)]:
            break
        time.sleep(0.1)
    assert [pid for pid in started if alive(pid)] == []
    records = {path.stem for path in Path("out/tasks").glob("*.json") if not path.name.startswith(".")}
    assert 2 <= len(records) < 10
    before = {path: when for path, when in state("out/claims").items() if path.name.partition("-")[0] in records}
    result = program("archive", "in", "--out", "out", "--jobs", "2")
    assert (result.returncode, result.stderr) == (0, "")
    assert f"10 tasks ({len(records)} of them before)" in result.stdout
    assert before.items() <= state("out/claims").items()
    assert not list(Path("out").rglob("*.tmp"))
    pd.testing.assert_frame_equal(joined(Dataset("out")), alone("in"))


@needs_proc
def test_a_process_that_is_killed_is_replaced():
    many_files()
    process = begin()
    wait_for("out/tasks/*.json", process)
    workers = [pid for pid in children(process.pid) if "spawn_main" in Path(f"/proc/{pid}/cmdline").read_text()]
    os.kill(workers[-1], signal.SIGKILL)
    output, errors = process.communicate(timeout=240)
    assert (process.returncode, errors) == (0, b"")
    assert output.startswith(b"10 tasks, ")
    pd.testing.assert_frame_equal(joined(Dataset("out")), alone("in"))


@needs_proc
def test_a_document_that_kills_is_named_and_the_rest_goes_on():
    records = list(articles())[:30]
    write_lines("good.jsonl", records)
    write_lines("in/a.jsonl", [*records[:20], {"text": "A deadly text."}, *records[20:]])
    write_lines("in/b.jsonl", [{"text": "It rained."}])
    environment = patched("'deadly' in document.text and os.kill(os.getpid(), signal.SIGKILL)")
    result = program("archive", "in", "--out", "out", "--jobs", "1", env=environment)
    died = "in/a.jsonl, line 21: the process that read it died (Killed); leave it out, and report it with the text"
    assert (result.returncode, result.stderr) == (1, f"facttrack: {died}\n")
    assert result.stdout.startswith("2 tasks, 31 documents, ")
    pd.testing.assert_frame_equal(joined(Dataset("out")), alone("good.jsonl"))


def test_a_cluster(cluster):
    many_files(number=3, each=20)
    result = program("archive", "in", "--out", "out", "--scheduler", cluster)
    assert (result.returncode, result.stderr) == (0, "")
    pd.testing.assert_frame_equal(joined(Dataset("out")), alone("in"))


def test_a_cluster_that_does_not_answer(monkeypatch):
    write_lines("a.jsonl", articles())
    monkeypatch.setattr(archive, "CONNECT_SECONDS", 1)
    status, output, [error] = run("archive", "a.jsonl", "--out", "out", "--scheduler", "tcp://127.0.0.1:9")
    assert (status, output) == (1, "")
    assert error.startswith("facttrack: tcp://127.0.0.1:9: no Dask scheduler answers (")
