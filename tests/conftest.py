"""What holds for all tests."""

import signal
import subprocess
import sys

import pytest

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Behind nohup or in the background of a script Ctrl-C is ignored, by all programs that are started here as well; the
    # tests of stopping start some. One that is heard here is heard there.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    """The address of a Dask cluster of one process, which all tests share that are not about processes.

    To start one takes seconds. It is nobody's child but this program's, in a folder of its own: no test counts its
    processes among those that it started, and no path leads anywhere because a worker happens to stand in its folder.
    """
    code = (
        "import sys; from distributed import LocalCluster\n"
        "with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:\n"
        "    print(cluster.scheduler_address, flush=True)\n"
        "    sys.stdin.read()\n"
    )
    folder = tmp_path_factory.mktemp("cluster")
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    process = subprocess.Popen([sys.executable, "-c", code], cwd=folder, start_new_session=True, **pipes)
    try:
        address = process.stdout.readline().strip()
        assert address, "the cluster did not start"
        yield address
    finally:
        process.communicate(timeout=60)
