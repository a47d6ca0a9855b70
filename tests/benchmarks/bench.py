"""How fast facttrack is on this machine, beside others that read the same text: `make bench`.

    python tests/benchmarks/bench.py [--megabytes 2] [--runs 5] [--before COMMIT]

Every run measures all of them once, one after the other, so that what else the machine did hits all alike; the table has
minimum / median / maximum over the runs. A ratio is facttrack's speed divided by the other's, in the same run: above 1,
facttrack is faster. The text is that of corpora.py. Peers that are not installed are said to be absent:
`pip install -e '.[bench]'` brings them. `--before` measures an older commit or tag, too. What one candidate sentence
costs is measured by candidate.py, how time and memory grow by growth.py.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
import warnings
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import candidate
import corpora

import facttrack
from facttrack.jobs import Found, find_all
from facttrack.lexicon import read_table
from facttrack.sentences import find_sentences

ROOT = Path(__file__).parents[2]
COMPILED = tempfile.TemporaryDirectory(prefix="facttrack-bench-")
"""Where what the programs import is compiled to: some systems forbid it beside the modules."""
SLOW_BYTES = 20_000
"""Of text for a peer that reads some kilobytes a second."""

OURS = "facttrack, text to claims"
FIRST = "import facttrack as f; f.find_claims(f.Document('a', 'Kyiv said 137 soldiers had been killed.'))"
MEASURE = """
import json, sys, time
import facttrack
documents = [facttrack.Document(str(n), json.loads(line)["text"]) for n, line in enumerate(open(sys.argv[1], encoding="utf-8"))]
facttrack.find_claims(documents[0])
size = sum(len(document.text.encode()) for document in documents)
started = time.perf_counter()
for document in documents:
    facttrack.find_claims(document)
print(size / (time.perf_counter() - started) / 1e6)
"""
PEAK = """
import re, resource, sys
from pathlib import Path
from facttrack.jobs import find_all
for item in find_all(sys.argv[1]):
    pass
status = Path("/proc/self/status")
if status.exists():  # what getrusage says begins with the memory of whoever started this program
    print(int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) / 1024)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024))
"""


def seconds(action):
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def program(code, *arguments, path=ROOT):
    """The last line that another Python prints; it finds its modules compiled, as installed ones are."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    environment = os.environ | {
        "PYTHONPATH": str(path),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": COMPILED.name,
    }
    # The folder in which a program starts is looked in first, and must not be that of another version.
    result = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=path)
    return (result.stdout.split() or [""])[-1]


class Corpus:
    """One of the two texts, as a file and in memory."""

    def __init__(self, name, path, share, size):
        self.name, self.path = name, path
        corpora.write(path, size, share)
        with open(path, encoding="utf-8") as file:
            self.texts = [json.loads(line)["text"] for line in file]
        self.documents = [facttrack.Document(str(number), text) for number, text in enumerate(self.texts)]
        self.bytes = sum(len(text.encode()) for text in self.texts)
        self.data = "\n".join(self.texts).encode()
        self.plain = path.with_suffix(".txt")
        self.plain.write_bytes(self.data)
        self.sentences = sum(len(find_sentences(text)) for text in self.texts)
        self.claims = sum(len(facttrack.find_claims(document)) for document in self.documents)


# --- what is measured: each gives megabytes a second over a corpus ---------------------------------------------------


def ours(corpus):
    return corpus.bytes / seconds(lambda: [facttrack.find_claims(document) for document in corpus.documents]) / 1e6


def from_file(jobs, corpus):
    return corpus.bytes / seconds(lambda: list(find_all(corpus.path, jobs=jobs))) / 1e6


def documents(corpus):
    def read():
        for document in facttrack.read_documents(corpus.path):
            _ = document.document_id

    return corpus.bytes / seconds(read) / 1e6


def before(folder, corpus):
    return float(program(MEASURE, corpus.path, path=folder))


def decoding(corpus):
    return len(corpus.data) / seconds(lambda: corpus.data.decode("utf-8")) / 1e6


def grep(corpus):
    words = sorted({row["form"].split()[-1] for row in read_table("casualties")})
    command = ["grep", "-ciE", "|".join(words), str(corpus.plain)]
    return len(corpus.data) / seconds(lambda: subprocess.run(command, capture_output=True, check=False)) / 1e6


def tokenizer(corpus):
    nlp = _spacy()
    return corpus.bytes / seconds(lambda: [nlp.tokenizer(text) for text in corpus.texts]) / 1e6


def matcher(corpus):
    from spacy.matcher import Matcher

    nlp = _spacy()
    found = Matcher(nlp.vocab)
    words = sorted({row["form"] for row in read_table("casualties") if " " not in row["form"]})
    found.add("casualties", [[{"LIKE_NUM": True}, {"OP": "*", "IS_PUNCT": False}, {"LOWER": {"IN": words}}]])
    return corpus.bytes / seconds(lambda: [found(nlp.tokenizer(text)) for text in corpus.texts]) / 1e6


def _spacy():
    import spacy

    return spacy.blank("en")


def quantities(corpus):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that its classifier is not there, which is not measured
        from quantulum3 import parser

    text = corpus.data[:SLOW_BYTES].decode("utf-8", "ignore")
    return len(text.encode()) / seconds(lambda: parser.parse(text)) / 1e6


PEERS = (
    ("UTF-8 decoding", None, decoding),
    ("grep -ciE", "grep", grep),
    ("spaCy, blank tokenizer", "spacy", tokenizer),
    ("spaCy, Matcher", "spacy", matcher),
    ("quantulum3", "quantulum3", quantities),
)


def is_there(needed):
    return needed is None or bool(shutil.which(needed) if needed == "grep" else find_spec(needed))


# --- the table -------------------------------------------------------------------------------------------------------


def spread(values):
    low, middle, high = min(values), statistics.median(values), max(values)
    return " / ".join(f"{value:.3g}" if value < 100 else f"{value:,.0f}" for value in (low, middle, high))


def measure(corpus, measured, runs):
    """Megabytes a second of everything, by name, a list over the runs."""
    speeds = {name: [] for name, _ in measured}
    for _ in range(runs):
        for name, action in measured:
            speeds[name].append(action(corpus))
    return speeds


def table(corpora_, measured, absent, runs):
    print(f"| MB/s, minimum / median / maximum of {runs} runs | {' | '.join(f'{c.name} | ratio' for c in corpora_)} |")
    print(f"| :-- | {' | '.join('--: | --:' for _ in corpora_)} |")
    all_speeds = [measure(corpus, measured, runs) for corpus in corpora_]
    for name, _ in measured:
        cells = []
        for speeds in all_speeds:
            ratios = [ours / other for ours, other in zip(speeds[OURS], speeds[name], strict=True)]
            cells += [spread(speeds[name]), "" if name == OURS else spread(ratios)]
        print(f"| {name} | {' | '.join(cells)} |")
    for name in absent:
        print(f"| {name} | {' | '.join('absent | ' for _ in corpora_)} |")
    print()
    for corpus, speeds in zip(corpora_, all_speeds, strict=True):
        per_second = [speed * 1e6 / corpus.bytes for speed in speeds[OURS]]
        sentences = [rate * corpus.sentences for rate in per_second]
        claims = [rate * corpus.claims for rate in per_second]
        both = [two / one for one, two in zip(speeds[ONE], speeds[TWO], strict=True)]
        about = f"{len(corpus.texts):,} articles, {corpus.sentences:,} sentences, {corpus.claims:,} claims"
        print(f"{corpus.name}: {about}; {spread(sentences)} sentences/s, {spread(claims)} claims/s;")
        print(f"    two processes are {spread(both)} times as fast as one")


ONE, TWO = "facttrack, JSON Lines to claims, 1 process", "facttrack, JSON Lines to claims, 2 processes"


def start_up(runs):
    for what, code in (("import facttrack", "import facttrack"), ("first claim, import included", FIRST)):
        program(code)  # compiles what it imports
        bare = [seconds(partial(program, "pass")) for _ in range(runs)]
        full = [seconds(partial(program, code)) for _ in range(runs)]
        took = [max(0, one - min(bare)) for one in full]
        print(f"{what}: {spread(took)} s")


def older(commit, folder):
    """A commit's own files, to be measured beside today's; None where git does not know it."""
    git = subprocess.run(["git", "archive", commit, "facttrack", "data"], cwd=ROOT, capture_output=True, check=False)
    if git.returncode:
        return None
    with tarfile.open(fileobj=io.BytesIO(git.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--megabytes", type=float, default=2, help="of each text")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--before", metavar="COMMIT", help="an older commit or tag to measure, too")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = [
            Corpus("quiet", folder / "quiet.jsonl", corpora.QUIET, given.megabytes * 1e6),
            Corpus("news", folder / "news.jsonl", corpora.NEWS, given.megabytes * 1e6),
            Corpus("dense", folder / "dense.jsonl", corpora.DENSE, given.megabytes * 1e6),
        ]
        measured = [(OURS, ours), (ONE, partial(from_file, 1)), (TWO, partial(from_file, 2))]
        measured.append(("facttrack, JSON Lines to documents only", documents))
        absent = [name for name, needed, _ in PEERS if not is_there(needed)]
        if given.before:
            before_folder = older(given.before, folder / "before")
            measured += [(f"facttrack at {given.before}", partial(before, before_folder))] if before_folder else []
            absent += [] if before_folder else [f"facttrack at {given.before}"]
        measured += [(name, action) for name, needed, action in PEERS if is_there(needed)]
        peers = "".join(f", {name} {version(name)}" for name in ("spacy", "quantulum3") if find_spec(name))
        print(f"facttrack {facttrack.__version__}, Python {sys.version.split()[0]}, {os.cpu_count()} cores{peers}\n")
        table(made, measured, absent, given.runs)
        print()
        start_up(given.runs)
        for corpus in made:
            items = sum(isinstance(item, Found) for item in find_all(corpus.path))
            print(
                f"peak memory over {corpus.bytes / 1e6:.0f} MB of {corpus.name}: "
                f"{float(program(PEAK, corpus.path)):.0f} MB ({items:,} articles)"
            )
    candidate.main()


if __name__ == "__main__":
    main()
