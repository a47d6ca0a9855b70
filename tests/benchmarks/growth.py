"""How time and memory grow: with the input, with processes, with what the text is about; and what a large archive costs.

    python tests/benchmarks/growth.py [--largest 100] [--jobs 1 2] [--runs 3] [--chart growth.svg] [--folder DIR]

Prints tables in Markdown and an estimate, and draws a chart. Every line of a table is a program of its own over a file of
corpora.py, which is all of facttrack but the table that a person reads: `claims` is the reading behind facttrack claims,
`archive` is facttrack archive with all that it writes. Memory is looked at four times a second, of the first process and of
each that it starts; core seconds are what all of them spent, user and system together, which what else the machine does
disturbs much less than it does the clock. Runs that are compared take turns. Needs pip install -e '.[archive,bench]'.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import corpora

MEASURE = """
import json, resource, sys, time
if __name__ == "__main__":
    what, path, jobs, out = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
    if what == "claims":
        from facttrack.jobs import Found, find_all
    else:
        from facttrack.archive import extract_archive
    started = time.perf_counter()
    articles = claims = 0
    if what == "claims":
        for item in find_all(path, jobs=jobs):
            articles += isinstance(item, Found)
            claims += len(item.claims) if isinstance(item, Found) else 0
    else:
        outcome = extract_archive([path], out, jobs=jobs, on_error=print, task_bytes=int(sys.argv[5]))
        articles, claims = outcome.documents, outcome.rows
    took = time.perf_counter() - started
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    own, others = (one.ru_utime + one.ru_stime for one in used)
    print(json.dumps({"seconds": took, "articles": articles, "claims": claims, "own": own, "others": others}))
"""
CUT = """
import sys, time
from facttrack.tasks import plan
started = time.perf_counter()
plan(sys.argv[1], sys.argv[1])
print(time.perf_counter() - started)
"""
SHARES = (
    (corpora.QUIET, "none (quiet)"),
    (corpora.NEWS, "1 in 20 (news)"),
    (0.2, "1 in 5"),
    (corpora.DENSE, "1 in 2 (dense)"),
)
NEWS = "1 in 20 (news)"
SAMPLES_A_SECOND = 4
MIN_TASKS = 8
"""A small archive is cut into smaller tasks than others are, so that there is work for all processes."""
MIN_TASK_BYTES, MAX_TASK_BYTES = 2**20, 2**24
CLAIMS_MEGABYTES = 1_000
"""The largest input of claims, which is read in one go; what is larger is work for archive."""

ARTICLES = 100_000_000
CORES = 64
EFFICIENCY = 0.9
"""Of many processes, beside as many cores with one each: memory and caches that they share."""


# --- one run -------------------------------------------------------------------------------------------------------


def run(what, path, jobs, out):
    """What a program of its own takes; `workers` is the peak of each process that it starts, in MB."""
    import psutil

    size = path.stat().st_size
    task_bytes = max(MIN_TASK_BYTES, min(MAX_TASK_BYTES, size // MIN_TASKS))
    command = [sys.executable, "-c", MEASURE, what, str(path), str(jobs), str(out), str(task_bytes)]
    first, workers = 0, {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        seen = psutil.Process(process.pid)
        while process.poll() is None:
            try:
                first = max(first, seen.memory_info().rss)
                for child in seen.children(recursive=True):
                    if "spawn_main" in " ".join(child.cmdline()):  # others look after what processes share
                        workers[child.pid] = max(workers.get(child.pid, 0), child.memory_info().rss)
            except psutil.Error:
                pass  # one that has just ended
            time.sleep(1 / SAMPLES_A_SECOND)
        numbers = json.loads(process.stdout.read().splitlines()[-1])
    if process.returncode:
        raise SystemExit(f"{what} over {path} failed")
    return numbers | {
        "what": what,
        "jobs": jobs,
        "megabytes": size / 1e6,
        "speed": size / 1e6 / numbers["seconds"],
        "core_seconds": numbers["own"] + numbers["others"],
        "first": first / 1e6,
        "workers": sorted((peak / 1e6 for peak in workers.values()), reverse=True),
    }


class Bench:
    """A folder in which one corpus at a time is read."""

    def __init__(self, folder):
        self.folder, self.path, self._runs = Path(folder), Path(folder) / "articles.jsonl", 0

    def make(self, megabytes, share=corpora.NEWS):
        corpora.write(self.path, megabytes * 1e6, share)

    def run(self, what, jobs):
        self._runs += 1
        return run(what, self.path, jobs, self.folder / f"out{self._runs}")


# --- what is measured ----------------------------------------------------------------------------------------------


def sizes_up_to(largest):
    """10, 100, 1,000 … and the largest."""
    sizes = [10.0**power for power in range(1, 9) if 10.0**power < largest]
    return [*sizes, largest]


def by_size(bench, largest, jobs):
    print("| what | MB | processes | s | MB/s | core s/GB | articles | claims | MB, first | MB, each other |")
    print("| :-- |" + " --: |" * 9, flush=True)
    found = []
    for size in sizes_up_to(largest):
        bench.make(size)
        for what in ("claims", "archive"):
            if what == "claims" and size > CLAIMS_MEGABYTES:
                continue
            one = bench.run(what, jobs)
            found.append(one)
            workers = ", ".join(f"{peak:,.0f}" for peak in one["workers"])
            print(
                f"| {what} | {one['megabytes']:,.0f} | {jobs} | {one['seconds']:,.1f} | {one['speed']:.2f} |"
                f" {per_gigabyte(one):,.0f} | {one['articles']:,} | {one['claims']:,} | {one['first']:,.0f} | {workers} |",
                flush=True,
            )
    return found


def per_gigabyte(one):
    return 1000 * one["core_seconds"] / one["megabytes"]


def by_processes(bench, megabytes, jobs, runs):
    """The same input by different numbers of processes, in turns."""
    bench.make(megabytes)
    print(f"\n| what | MB | processes | s, of {runs} runs | times as fast as {jobs[0]} | core s/GB |")
    print("| :-- |" + " --: |" * 5, flush=True)
    for what in ("claims", "archive"):
        turns = [{number: bench.run(what, number) for number in jobs} for _ in range(runs)]
        for number in jobs:
            took = [turn[number]["seconds"] for turn in turns]
            times = [turn[jobs[0]]["seconds"] / turn[number]["seconds"] for turn in turns]
            cost = [per_gigabyte(turn[number]) for turn in turns]
            size = turns[0][number]["megabytes"]
            print(
                f"| {what} | {size:,.0f} | {number} | {spread(took)} |"
                f" {spread(times) if number != jobs[0] else ''} | {spread(cost)} |",
                flush=True,
            )


def by_share(bench, megabytes, runs):
    print(f"\n| articles about a war | MB | claims | MB/s with one process, of {runs} runs | core s/GB |")
    print("| :-- |" + " --: |" * 4, flush=True)
    found = []
    for share, name in SHARES:
        bench.make(megabytes, share)
        turns = [bench.run("claims", 1) for _ in range(runs)]
        speeds = [turn["speed"] for turn in turns]
        cost = [per_gigabyte(turn) for turn in turns]
        size, claims = turns[0]["megabytes"], turns[0]["claims"]
        print(f"| {name} | {size:,.0f} | {claims:,} | {spread(speeds)} | {spread(cost)} |", flush=True)
        found.append({"share": name, "speed": statistics.median(speeds)})
    return found


def spread(values):
    """The least, the median and the most; one number of a single run."""
    shown = [min(values), statistics.median(values), max(values)] if len(values) > 1 else values
    return " / ".join(f"{value:,.0f}" if value >= 100 else f"{value:.3g}" for value in shown)


def estimate(one, cut_speed):
    """What an archive of news costs, by the core seconds of the largest one that was measured."""
    article_bytes = one["megabytes"] * 1e6 / one["articles"]
    gigabytes = ARTICLES * article_bytes / 1e9
    core_hours = gigabytes * per_gigabyte(one) / 3600
    minutes = 60 * core_hours / (CORES * EFFICIENCY)
    cut = 1000 * gigabytes / cut_speed / 60
    rows = ARTICLES * one["claims"] / one["articles"]
    memory = CORES * max(one["workers"]) / 1000 + one["first"] / 1000
    return f"""
On paper: {ARTICLES:,} articles of {article_bytes:,.0f} bytes are {gigabytes:,.0f} GB. At {per_gigabyte(one):,.0f} core seconds a GB, as in the
largest archive above, they take {core_hours:,.1f} core hours: {minutes:,.0f} minutes on {CORES} cores, and before them {cut:,.1f}
minutes in which the first process looks for the ends of lines ({cut_speed:,.0f} MB/s here), for {rows / 1e6:,.0f} million
rows and {memory:,.0f} GB of memory in all. Assumptions: one article in twenty is about a war; each core is as fast as one of
these; {EFFICIENCY:.0%} of that is left when all work; input comes at {1000 * gigabytes / minutes / 60:,.0f} MB/s, as plain JSON Lines in order of time. An
article that is longer costs more, and so does unpacking; neither is in it."""


# --- the chart -----------------------------------------------------------------------------------------------------


def draw(sizes, shares, file):
    """Time and memory by size, speed by share, as SVG or PNG: what altair makes of `file`'s name."""
    import altair as alt

    times = [{"what": one["what"], "MB": one["megabytes"], "s": one["seconds"]} for one in sizes]
    memory = [
        {"process": f"{one['what']}, {name}", "MB": one["megabytes"], "peak": peak}
        for one in sizes
        for name, peak in (("first", one["first"]), ("largest other", max(one["workers"], default=None)))
        if peak
    ]
    megabytes = alt.X("MB:Q", scale=alt.Scale(type="log"), title="MB of news", axis=alt.Axis(format="~s"))
    time_chart = (
        alt.Chart(alt.Data(values=times), title=f"Time, {sizes[0]['jobs']} processes")
        .mark_line(point=True)
        .encode(megabytes, alt.Y("s:Q", scale=alt.Scale(type="log"), title="seconds"), alt.Color("what:N", title=None))
    )
    memory_chart = (
        alt.Chart(alt.Data(values=memory), title="Peak memory of a process")
        .mark_line(point=True)
        .encode(megabytes, alt.Y("peak:Q", title="MB"), alt.Color("process:N", title=None))
    )
    share_chart = (
        alt.Chart(alt.Data(values=shares), title="Speed, one process")
        .mark_bar()
        .encode(
            alt.X("share:N", sort=[one["share"] for one in shares], title="articles about a war"),
            alt.Y("speed:Q", title="MB/s"),
        )
    )
    charts = (chart.properties(width=220, height=200) for chart in (time_chart, memory_chart, share_chart))
    alt.hconcat(*charts).resolve_scale(color="independent").save(file)


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument(
        "--largest", type=float, default=100, metavar="MB", help="of the inputs: 10, 100, 1,000 … this"
    )
    options.add_argument("--megabytes", type=float, default=100, help="of the input that is read by 1, 2 … processes")
    options.add_argument("--share-megabytes", type=float, default=10, help="of the inputs of each share")
    options.add_argument("--jobs", type=int, nargs="+", default=[1, 2], help="processes; the sizes take the last")
    options.add_argument("--runs", type=int, default=3, help="of each line, where lines are compared")
    options.add_argument("--chart", metavar="FILE", help="draw it, as .svg or .png")
    options.add_argument("--folder", help="where corpora and results lie meanwhile; the largest has to fit in twice")
    given = options.parse_args()
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {time.strftime('%Y-%m-%d')}\n")
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        bench = Bench(folder)
        shares = by_share(bench, given.share_megabytes, given.runs)
        by_processes(bench, given.megabytes, given.jobs, given.runs)
        print()
        sizes = by_size(bench, given.largest, given.jobs[-1])
        cut = subprocess.run([sys.executable, "-c", CUT, bench.path], capture_output=True, text=True, check=True)
        largest = sizes[-1]
        print(estimate(largest, largest["megabytes"] / float(cut.stdout)))
    if given.chart:
        draw(sizes, shares, given.chart)


if __name__ == "__main__":
    main()
