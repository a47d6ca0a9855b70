"""The text that speed is measured on: always the same, and as much of it about a war as its name says."""

import sys
from itertools import islice
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent / "benchmarks"


@pytest.fixture
def corpora(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import corpora

    yield corpora
    del sys.modules["corpora"]


def test_the_text_is_always_the_same(corpora):
    assert list(corpora.articles(50_000, corpora.DENSE)) == list(corpora.articles(50_000, corpora.DENSE))


@pytest.mark.parametrize(("name", "one_in"), [("NEWS", 100), ("DENSE", 10)])
def test_one_sentence_in_so_many_matters(corpora, monkeypatch, name, one_in):
    monkeypatch.setattr(corpora, "CASUALTIES", ["TELLING"] * corpora.TELLING)
    records = list(corpora.articles(400_000, getattr(corpora, name)))
    sentences = len(records) * corpora.SENTENCES
    telling = sum(record["text"].count("TELLING") for record in records)
    assert sentences / telling == pytest.approx(one_in, rel=0.05)


def test_templates_are_filled(corpora):
    text = "".join(record["text"] for record in islice(corpora.articles(10**9, 1), 300))
    assert "{" not in text
    assert "}" not in text


@pytest.mark.parametrize("name", ["bench", "growth"])
def test_benchmarks_tell_how_they_are_used(name):
    import subprocess

    result = subprocess.run([sys.executable, BENCHMARKS / f"{name}.py", "--help"], capture_output=True, text=True)
    assert result.returncode == 0
    assert "--megabytes" in result.stdout
