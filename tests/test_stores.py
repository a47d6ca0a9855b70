"""An archive at s3://, spoken to over the protocol: a server in this process stands for the real one."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from urllib.request import Request, urlopen

import pandas as pd
import pytest

pytest.importorskip("s3fs")
pytest.importorskip("flask_cors")
server = pytest.importorskip("moto.server")

from test_archive import alone, articles, extract, joined, patched, program, run, write_lines  # noqa: E402
from test_archive import folder as folder  # noqa: E402

from facttrack.dataset import Dataset  # noqa: E402
from facttrack.stores import Store  # noqa: E402

# Libraries of the server and of s3fs, not ours.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def address():
    """Where the server listens, to start which takes longer than most tests; each of them finds it empty."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture
def bucket(monkeypatch, address):
    """A bucket, and an environment in which s3:// leads there."""
    import fsspec

    for name, value in (
        ("AWS_ACCESS_KEY_ID", "nobody"),
        ("AWS_SECRET_ACCESS_KEY", "nothing"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
        ("AWS_ENDPOINT_URL", address),
    ):
        monkeypatch.setenv(name, value)
    fsspec.get_filesystem_class("s3").clear_instance_cache()
    urlopen(Request(f"{address}/moto-api/reset", method="POST")).close()  # of the test before this one
    files = fsspec.filesystem("s3")
    files.mkdir("news")
    yield files
    fsspec.get_filesystem_class("s3").clear_instance_cache()


def test_from_s3_to_s3_stopped_and_started_again(bucket):
    records = list(articles())
    for at in range(4):
        write_lines(f"in/{at}.jsonl", records[at * 4 : at * 4 + 4])
        bucket.pipe_file(f"news/in/deep/{at}.jsonl", Path(f"in/{at}.jsonl").read_bytes())
    command = [sys.executable, "-m", "facttrack", "archive", "s3://news/in", "--out", "s3://news/out", "--jobs", "1"]
    process = subprocess.Popen(command, env=patched("time.sleep(0.2)"), start_new_session=True)
    while len(done := Store("s3://news/out").names("tasks")) < 1:
        assert process.poll() is None
    os.killpg(process.pid, 9)
    process.wait()
    assert 1 <= len(done) < 4
    result = program("archive", "s3://news/in/*/*.jsonl", "--out", "s3://news/out", "--jobs", "1")
    assert (result.returncode, result.stderr) == (0, "")
    before = len(Store("s3://news/out").names("tasks"))
    assert before == 4
    assert result.stdout.startswith("4 tasks (")
    pd.testing.assert_frame_equal(joined(Dataset("s3://news/out")), alone("in"))
    assert run("report", "s3://news/out", "--format", "csv") == run("report", "in", "--format", "csv")
    # A file that has changed there is read again.
    bucket.pipe_file("news/in/deep/3.jsonl", json.dumps({"text": "Kyiv said 12 soldiers had died."}).encode())
    _, output, _ = run("archive", "s3://news/in", "--out", "s3://news/out", "--jobs", "1")
    assert output.startswith("4 tasks (3 of them before), 13 documents")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["archive", "s3://news/no.jsonl", "--out", "s3://news/out"], "s3://news/no.jsonl: no such file or folder;"),
        (["archive", "s3://nowhere/in/", "--out", "s3://news/out"], "s3://nowhere/in/: no"),
        (["archive", "a.jsonl", "--out", "s3://nowhere/out"], "s3://nowhere/out/archive.json: not written ("),
    ],
)
def test_what_is_not_there(bucket, arguments, message):
    write_lines("a.jsonl", [{"text": "12 died."}])
    status, output, [error] = run(*arguments)
    assert (status, output) == (1, "")
    assert error.startswith(f"facttrack: {message}")


def test_a_web_archive_at_s3(bucket):
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    from test_warcs import html, pack, record

    pages = [record(n, html(one["text"])) for n, one in zip(range(12), articles(), strict=False)]
    bucket.pipe_file("news/a.warc.gz", pack(pages, "members"))
    Path("a.warc.gz").write_bytes(pack(pages, "members"))
    done, errors = extract(["s3://news/a.warc.gz"], "s3://news/out", task_bytes=2_000)
    assert len(done) > 2
    assert errors == []
    extract(["a.warc.gz"], "here")
    columns = ["claim_id", "best", "sentence", "url"]
    pd.testing.assert_frame_equal(joined(Dataset("s3://news/out"))[columns], joined(Dataset("here"))[columns])
