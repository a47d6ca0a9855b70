"""How fast facttrack is on this machine, one core: `make bench`.

The corpora are made from the articles of seeds/, so that every run measures the same text. *dense*: one sentence in ten
speaks of casualties; *news*: one in a hundred. The others are the plain sentences below, which are not about war. What one sentence costs is measured by
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
RUNS = 3

PLAIN = """
The council will vote on the new budget in the second week of May.
Shares in the company fell 4.2 percent on Tuesday after it cut its forecast for the year.
“We are not there yet,” the head coach told reporters after the match on Sunday.
Heavy rain is expected in the north until Thursday, with 30 to 40 millimetres in places.
The museum said more than 120,000 visitors had seen the exhibition since it opened in March 2021.
Prices for flour and oil have risen by a third within a month, traders at the market said.
A spokeswoman for the ministry declined to say when the talks would resume.
The bridge, built in 1932 and 410 metres long, will be closed to lorries for three weeks.
""".strip().splitlines()


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


def corpus(articles, one_in):
    """Articles of which one sentence in so many is from the seeds."""
    sentences = cycle(line for text in articles for line in text.splitlines() if line.strip())
    plain, texts, size = cycle(PLAIN), [], 0
    while size < CORPUS_BYTES:
        texts.append("\n".join([next(sentences), *islice(plain, one_in - 1)]))
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

    for name, one_in in (("news", 100), ("dense", 10)):
        documents, size = corpus(articles, one_in)
        took = seconds(lambda documents=documents: [facttrack.find_claims(document) for document in documents])
        print(f"{name:5} (1 sentence in {one_in:3})         {size / took / 1e6:8.2f} MB/s")

    candidate.main()


if __name__ == "__main__":
    main()
