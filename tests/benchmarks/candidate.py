"""What a candidate sentence costs, one core: `make bench`, or this file alone.

A *candidate* is a sentence that holds a form of data/lexicon/casualties.csv: the ones that a scan of an archive has to
read in full. The texts are those of data/gold, but for the part that is only measured. *In its passage*: the time for
the whole passages, divided by their candidates, so that the other sentences and what is remembered between sentences
are paid too. *Alone*: every candidate as a document of its own.
"""

from __future__ import annotations

import gc
import statistics
import time
from pathlib import Path

from facttrack import Document, find_claims
from facttrack.evaluate import read_gold
from facttrack.lexicon import lexicon, read_table
from facttrack.sentences import find_sentences
from facttrack.units import read_sentence

GOLD = Path(__file__).parents[2] / "data" / "gold"
UNSEEN = "measured"
"""How the names of the gold files begin that nobody looks at, and so nobody makes fast either."""

RUNS = 15
GOAL_MICROSECONDS = 150


def is_candidate(sentence, kinds, words):
    return any(kinds & unit.senses for unit in read_sentence(sentence, words).units)


def microseconds(documents, candidates):
    """The cost of a candidate in each run, the first one to warm up left out."""
    costs = []
    for _ in range(RUNS + 1):
        gc.collect()
        started = time.perf_counter()
        for document in documents:
            find_claims(document)
        costs.append((time.perf_counter() - started) / candidates * 1e6)
    return costs[1:]


def measure():
    """What was measured, and its costs."""
    words, kinds = lexicon(), frozenset(row["kind"] for row in read_table("casualties"))
    files = sorted(path for path in GOLD.glob("*.jsonl") if not path.stem.startswith(UNSEEN))
    passages = [passage.document for path in files for passage in read_gold(path)]
    sentences = [(passage, sentence) for passage in passages for sentence in find_sentences(passage.text)]
    candidates = [(passage, one) for passage, one in sentences if is_candidate(one, kinds, words)]
    # Alone, a sentence may repeat: each is given a document, and no memory goes from one to the next.
    alone = [Document(f"{n}", one.text, passage.published) for n, (passage, one) in enumerate(candidates)]
    print(f"{len(passages)} passages, {len(sentences):,} sentences, {len(candidates):,} of them candidates")
    yield "candidate in its passage", microseconds(passages, len(candidates))
    yield "candidate alone", microseconds(alone, len(candidates))


def main():
    for what, costs in measure():
        low, middle, high = min(costs), statistics.median(costs), max(costs)
        goal = "" if middle < GOAL_MICROSECONDS else f"  over the goal of {GOAL_MICROSECONDS}"
        print(f"{what:32} {low:5.0f} / {middle:5.0f} / {high:5.0f} µs, min / median / max of {RUNS} runs{goal}")


if __name__ == "__main__":
    main()
