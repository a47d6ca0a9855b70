"""The gate of accuracy: floors hold, rise with one flag, and fall only with another."""

import json

import eval_gate
import pytest

from facttrack.evaluate import evaluate, read_gold

TEXT = "Kyiv said 137 soldiers had been killed."


def passage(number, **fields):
    claim = {"kind": "count", "anchor": "137", "best": 137, "low": 137, "high": 137, "qualifier": "exact"}
    claim |= {"outcome": "killed", "victim_class": "combatant"} | fields
    return json.dumps({"id": f"a{number}", "text": TEXT, "claims": [claim]})


@pytest.fixture(autouse=True)
def gold(tmp_path, monkeypatch):
    monkeypatch.setattr(eval_gate, "GOLD", tmp_path)
    monkeypatch.setattr(eval_gate, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(eval_gate, "LAST", tmp_path / ".eval" / "last.json")
    file = tmp_path / "wild.jsonl"
    file.write_text("\n".join(passage(number) for number in range(30)))
    monkeypatch.setattr(eval_gate, "evaluate", lambda passages: evaluate(passages, find=eval_gate_find))
    return file


def eval_gate_find(document):
    from facttrack.claims import find_claims

    return [] if document.name in MISSED else find_claims(document)


MISSED = set()


@pytest.fixture(autouse=True)
def missed():
    MISSED.clear()
    return MISSED


def gate(capsys, *arguments):
    status = eval_gate.main(list(arguments))
    shown = capsys.readouterr()
    return status, shown.out, shown.err


def test_a_new_file_must_be_accepted_and_get_floors(capsys):
    status, _, errors = gate(capsys)
    assert status == 1
    assert "wild.jsonl is new: look at why, then run tests/eval_gate.py --accept" in errors
    assert "wild.jsonl has figures without a floor: run tests/eval_gate.py --raise" in errors
    assert gate(capsys, "--accept", "--raise")[0] == 0
    assert gate(capsys)[0] == 0


def test_a_fall_is_shown_and_fails(capsys, missed):
    gate(capsys, "--accept", "--raise")
    missed |= {"a1", "a2", "a3"}
    status, output, errors = gate(capsys)
    assert status == 1
    assert "wild         f1           0.9474   0.9950  -0.0526  <<" in output
    assert "eval_gate: wild f1 is 0.9474, its floor 0.9950" in errors


def test_no_floor_falls_without_the_flag(capsys, missed):
    gate(capsys, "--accept", "--raise")
    missed.add("a1")
    before = eval_gate.FLOORS.read_text()
    assert gate(capsys, "--raise", "--accept")[0] == 1
    assert eval_gate.FLOORS.read_text() == before
    assert gate(capsys, "--lower")[0] == 0
    missed.clear()
    assert gate(capsys, "--lower")[0] == 0
    assert eval_gate.FLOORS.read_text() != before
    assert gate(capsys, "--raise")[0] == 0
    assert eval_gate.FLOORS.read_text() == before


def test_a_changed_file_must_be_accepted(capsys, gold):
    gate(capsys, "--accept", "--raise")
    gold.write_text("\n".join(passage(number) for number in range(31)))
    status, _, errors = gate(capsys, "--raise")
    assert (status, errors.count("\n")) == (1, 1)
    assert "wild.jsonl has changed" in errors
    assert gate(capsys, "--accept")[0] == gate(capsys)[0] == 0


def test_a_file_may_not_vanish(capsys, gold):
    gate(capsys, "--accept", "--raise")
    gold.unlink()
    assert "wild.jsonl is gone" in gate(capsys, "--raise")[2]
    assert gate(capsys, "--accept")[0] == gate(capsys)[0] == 0


def test_few_claims_are_counted(capsys, gold, missed):
    gold.write_text("\n".join(passage(number) for number in range(3)))
    gate(capsys, "--accept", "--raise")
    missed.add("a1")
    assert "eval_gate: wild missed is 1, its ceiling 0" in gate(capsys)[2]
    assert gate(capsys, "--lower")[0] == 0


def test_words_of_passages_are_never_shown(capsys, gold):
    gold.write_text("\n".join(passage(number, best=5) for number in range(30)))
    _, output, errors = gate(capsys)
    assert not [word for word in TEXT.split() if word in output + errors]


def test_the_gold_of_the_fixture_is_sound(gold):
    assert len(read_gold(gold)) == 30
