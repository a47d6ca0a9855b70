"""How time and memory grow, as tables in Markdown, and what a large archive would cost on paper.

    python tests/benchmarks/growth.py [--megabytes 1 4 16] [--jobs 1 2]

Every row is a program of its own over a file of corpora.py: all of facttrack but the table that a person reads. Memory
is the most that one of its processes took. The archive is cut into tasks of 1 MB, since it is a small one. The estimate
at the end is arithmetic over the rows above it, with its assumptions beside it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

import corpora

READ = """
import resource, sys, time
from facttrack.jobs import Found, find_all
started = time.perf_counter()
articles = claims = 0
for item in find_all(sys.argv[1], jobs=int(sys.argv[2])):
    articles += isinstance(item, Found)
    claims += len(item.claims) if isinstance(item, Found) else 0
took = time.perf_counter() - started
scale = 1024**2 if sys.platform == "darwin" else 1024
most = [resource.getrusage(who).ru_maxrss / scale for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(took, articles, claims, *most)
"""
ARCHIVE = """
import resource, sys, time
from facttrack.archive import extract_archive
if __name__ == "__main__":
    started = time.perf_counter()
    outcome = extract_archive([sys.argv[1]], sys.argv[3], jobs=int(sys.argv[2]), on_error=print, task_bytes=2**20)
    took = time.perf_counter() - started
    scale = 1024**2 if sys.platform == "darwin" else 1024
    most = [resource.getrusage(who).ru_maxrss / scale for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(took, outcome.documents, outcome.rows, *most)
"""
SHARES = ((corpora.QUIET, "none"), (corpora.NEWS, "1 in 20 (news)"), (0.2, "1 in 5"), (corpora.DENSE, "1 in 2 (dense)"))
TITLES = (
    "what",
    "articles about a war",
    "MB",
    "processes",
    "s",
    "MB/s",
    "articles",
    "claims",
    "MB, first",
    "MB, others",
)

ARTICLES = 100_000_000
CORES = 64
EFFICIENCY = 0.9
"""Of many processes on one input, beside one: what two processes lose here, and some for larger machines."""


def run(code, *arguments):
    result = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=True
    )
    return [float(value) for value in result.stdout.split()]


def row(what, share, path, jobs, numbers):
    took, articles, claims, first, others = numbers
    size = path.stat().st_size / 1e6
    others = f"{others:.0f}" if jobs > 1 or what == "archive" else ""
    cells = (what, dict(SHARES)[share], f"{size:.0f}", str(jobs), f"{took:.1f}", f"{size / took:.2f}")
    print(f"| {' | '.join((*cells, f'{articles:,.0f}', f'{claims:,.0f}', f'{first:.0f}', others))} |", flush=True)
    return size / took


def estimate(speed, article_bytes):
    """What an archive of news costs, by the speed of one process."""
    megabytes = ARTICLES * article_bytes / 1e6
    hours = megabytes / (speed * CORES * EFFICIENCY) / 3600
    print(f"""
On paper: {ARTICLES:,} articles of {article_bytes:,.0f} bytes, {megabytes / 1e6:.2f} TB, of which one in twenty is about a
war, take {hours:.1f} hours on {CORES} cores. Assumptions: each core as fast as this one ({speed:.2f} MB/s with one process);
{EFFICIENCY:.0%} of that when all work; the input is read at {megabytes / hours / 3600:.0f} MB/s in all; plain JSON Lines or Parquet, in
order of time. Unpacking, where it is needed, is not counted.""")


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--megabytes", type=float, nargs="+", default=[1, 4, 16])
    options.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    given = options.parse_args()
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {time.strftime('%Y-%m-%d')}\n")
    print(f"| {' | '.join(TITLES)} |\n| :-- | :-- |{' --: |' * (len(TITLES) - 2)}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        for size in given.megabytes:
            corpora.write(path, size * 1e6, corpora.NEWS)
            for jobs in given.jobs:
                numbers = run(READ, path, jobs)
                speed = row("claims", corpora.NEWS, path, jobs, numbers)
                if jobs == 1:
                    one, article_bytes = speed, path.stat().st_size / numbers[1]
        if find_spec("dask") and find_spec("pyarrow"):
            for jobs in given.jobs:
                row("archive", corpora.NEWS, path, jobs, run(ARCHIVE, path, jobs, Path(folder) / f"out{jobs}"))
        for share, _ in SHARES:
            corpora.write(path, given.megabytes[0] * 1e6, share)
            row("claims", share, path, 1, run(READ, path, 1))
    if 1 in given.jobs:
        estimate(one, article_bytes)


if __name__ == "__main__":
    main()
