"""How fast facttrack is on this machine, one core: `make bench`.

The corpora are made from the articles of seeds/, so that every run measures the same text. *dense*: one sentence in ten
is theirs; *news*: one in a hundred; *quiet*: none. The others are made from the plain sentences below, which are not
about war, with a name and a number each, so that none comes twice in an article. What one sentence costs is measured by
candidate.py.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

import candidate

import facttrack

ROOT = Path(__file__).parents[2]
CORPUS_BYTES = 2_000_000
PLAIN_SENTENCES = 25
"""Sentences of a quiet article."""
RUNS = 3

PLAIN = """
The council of {name} will vote on its budget of {number} million in the second week of May.
Shares in {name} Holdings fell {number} points on Tuesday after it cut its forecast for the year.
“We are not there yet,” coach {name} told reporters after match {number} on Sunday.
Heavy rain is expected in {name} until Thursday, with {number} millimetres in places.
The {name} museum said more than {number},000 visitors had seen the exhibition since it opened in March 2021.
Prices for flour and oil have risen by {number} percent within a month, traders at {name} market said.
A spokeswoman for the ministry, {name}, declined to say when round {number} of the talks would begin.
The {name} bridge, built in 1932 and {number} metres long, will be closed to lorries for three weeks.
""".strip().splitlines()
NAMES = "Halden Mirova Castell Odrin Pellworm Tarvis Quimby Sorano Vestby Lindahl Okonjo".split()


def seconds(action):
    """The fastest of several runs: the others measure what else the machine did."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return min(times)


def program(code):
    return seconds(lambda: subprocess.run([sys.executable, "-c", code], check=True))


def plain_sentences():
    """Sentences that are not about war; a name comes again with the same number and words after some 60,000."""
    for number, (sentence, name) in enumerate(zip(cycle(PLAIN), cycle(NAMES))):
        yield sentence.format(name=name, number=number % 700 + 20)


def corpus(articles, one_in):
    """Articles of which one sentence in so many is from the seeds; of none, `one_in` is None."""
    sentences = cycle(line for text in articles for line in text.splitlines() if line.strip())
    plain, texts, size = plain_sentences(), [], 0
    while size < CORPUS_BYTES:
        told = [] if one_in is None else [next(sentences)]
        texts.append("\n".join([*told, *islice(plain, (one_in or PLAIN_SENTENCES) - len(told))]))
        size += len(texts[-1].encode())
    return [facttrack.Document(f"{number}", text) for number, text in enumerate(texts)], size


def main():
    articles = [document.text for document in facttrack.read_documents(ROOT / "seeds")]
    started = program("pass")
    print(f"import facttrack                 {program('import facttrack') - started:8.3f} s")
    first = "import facttrack as f; f.find_claims(f.Document('a', 'Kyiv said 137 soldiers had been killed.'))"
    print(f"first claim, import included     {program(first) - started:8.3f} s")

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        lines = (json.dumps({"id": i, "text": f"{text}\n{i}"}) for i, text in enumerate(islice(cycle(articles), 1000)))
        path.write_text("\n".join(lines))

        def table():
            return facttrack.claims_table(
                claim for document in facttrack.read_documents(path) for claim in facttrack.find_claims(document)
            )

        print(f"1,000 articles of seeds/ to table{seconds(table):8.3f} s")

    for name, one_in in (("quiet", None), ("news", 100), ("dense", 10)):
        documents, size = corpus(articles, one_in)
        took = seconds(lambda documents=documents: [facttrack.find_claims(document) for document in documents])
        print(f"{name:5} (1 sentence in {one_in or 'none':>4})        {size / took / 1e6:8.2f} MB/s")

    candidate.main()


if __name__ == "__main__":
    main()
