"""The promises to newcomers about accuracy. The floors of all gold files stand in eval_floors.json, which eval_gate.py guards."""

from pathlib import Path

import pytest

from facttrack.evaluate import FIELDS, evaluate, read_gold

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "gold"
GOLD = ROOT / "data" / "gold"

PROMISED = {"dev": {"f1": 0.80, "record": 0.60}}
"""Least figures on the passages that the project was developed with, whatever the floors of the day are."""

FOUND_SILENCES = {"dev": 0.75, "seeds": 0.75, "wild": 0.40}
"""Least share of the silences and denials that must be found: too few for floors of their own, too dear to lose."""


def read(path):
    if not path.exists():
        pytest.skip(f"{path.name} lies beside the checkout, not in it")
    return read_gold(path)


def test_the_first_article_is_read_without_a_fault():
    found = evaluate(read(SHARED / "seed.jsonl"))
    assert found.mistakes == ()
    assert (found.total.f1, found.total.record, found.total.extra) == (1.0, 1.0, 0)
    assert all(found.total.judged[name] == found.total.right[name] > 0 for name in FIELDS)


@pytest.mark.parametrize("name", PROMISED)
def test_promised_figures(name):
    total = evaluate(read(GOLD / f"{name}.jsonl")).total
    assert {figure: getattr(total, figure) >= least for figure, least in PROMISED[name].items()} == dict.fromkeys(
        PROMISED[name], True
    )


@pytest.mark.parametrize("name", FOUND_SILENCES)
@pytest.mark.parametrize("kind", ["no_count", "denial"])
def test_silence_and_denial_are_found(name, kind):
    assert evaluate(read(GOLD / f"{name}.jsonl")).by_kind[kind].recall >= FOUND_SILENCES[name]
