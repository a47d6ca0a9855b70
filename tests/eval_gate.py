"""The gate of accuracy: no figure over data/gold may fall below its floor, and no gold file may change unnoticed.

    python tests/eval_gate.py              figures, floors, and the change since the last run; exits with 1 if one is below
    python tests/eval_gate.py --raise      lift the floors to just below today's figures; none is ever lowered
    python tests/eval_gate.py --lower      let floors fall to just below today's figures, where they must
    python tests/eval_gate.py --accept     pin the gold files as they are now, new and changed ones

Floors and the SHA-256 of every gold file stand in eval_floors.json, and nowhere else. The last run is kept in .eval/,
which is not part of the repository. Only figures are printed, never a passage: one gold file is only measured.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from pathlib import Path

from facttrack.errors import FacttrackError
from facttrack.evaluate import evaluate, read_gold

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "data" / "gold"
FLOORS = ROOT / "tests" / "eval_floors.json"
LAST = ROOT / ".eval" / "last.json"

MARGIN = 0.005
"""How far below today's figure a floor is set: about one claim in 200, so that a neutral change passes."""
SURE = 0.7
"""Confidence from which a row counts as sure; above it there are too few rows for a share that stands still."""
PLACES = 3
"""Decimal places of a floor."""

FEW_CLAIMS = 20
"""Of fewer gold claims than these, shares jump; there the rows that are wrong and those that are missed are counted."""
CEILINGS = ("extra", "missed")
"""Figures of which less is better. They have no margin."""


def measure(path):
    """The figures that have floors. `sure` is the share of rows at a confidence of 0.7 or more that are right, 1 if no row is so sure."""
    found = evaluate(read_gold(path))
    total = found.total
    if total.gold < FEW_CLAIMS:
        return {"extra": total.extra, "missed": total.missed}
    bands = [band for band in found.bands if band.low is not None and band.low >= SURE]
    rows = sum(band.rows for band in bands)
    sure = sum(band.right for band in bands) / rows if rows else 1.0
    return {"f1": total.f1, "record": total.record, "precision": total.precision, "sure": sure}


def is_below(name, value, floor):
    return value > floor if name in CEILINGS else value < floor


def floor_of(name, value):
    """The floor for a figure of today."""
    if name in CEILINGS:
        return value
    return max(0.0, math.floor((value - MARGIN) * 10**PLACES) / 10**PLACES)


def moved(floors, figures, *, up, down):
    """The floors after `--raise` or `--lower`; a figure without one gets one by `--raise`."""
    new = {name: floor for name, floor in floors.items() if name in figures or not down}
    for name, value in figures.items():
        wanted = floor_of(name, value)
        has_floor = name in floors
        lifts = up and (not has_floor or is_below(name, floors[name], wanted))
        sinks = down and has_floor and is_below(name, value, floors[name])
        if lifts or sinks:
            new[name] = wanted
    return new


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def write_json(path, data):
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(data, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def shown(value, sign=""):
    if value is None:
        return "-"
    return f"{value:{sign}d}" if isinstance(value, int) else f"{value:{sign}.4f}"


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="up", action="store_true", help="lift the floors to today's figures")
    parser.add_argument("--lower", dest="down", action="store_true", help="let floors fall to today's figures")
    parser.add_argument("--accept", action="store_true", help="pin new and changed gold files")
    options = parser.parse_args(arguments)

    pinned, last = read_json(FLOORS), read_json(LAST)
    now, new, problems = {}, {}, []
    print(f"{'gold':12} {'figure':10} {'now':>8} {'floor':>8} {'change':>8}")
    for path in sorted(GOLD.glob("*.jsonl")):
        name, digest = path.stem, hashlib.sha256(path.read_bytes()).hexdigest()
        pin = pinned.get(name, {"sha256": "", "floors": {}})
        if digest != pin["sha256"] and not options.accept:
            what = "has changed" if pin["sha256"] else "is new"
            problems.append(f"{path.name} {what}: look at why, then run tests/eval_gate.py --accept")
        figures = now[name] = measure(path)
        floors = moved(pin["floors"], figures, up=options.up, down=options.down)
        new[name] = {"sha256": digest if options.accept else pin["sha256"], "floors": floors}
        if figures.keys() - floors.keys():
            problems.append(f"{path.name} has figures without a floor: run tests/eval_gate.py --raise")
        for figure in sorted({*figures, *floors}):
            value, floor = figures.get(figure), floors.get(figure)
            before = last.get(name, {}).get(figure)
            change = None if before is None or value is None else value - before
            bad = floor is not None and (value is None or is_below(figure, value, floor))
            print(
                f"{name:12} {figure:10} {shown(value):>8} {shown(floor):>8} {shown(change, '+'):>8}{'  <<' if bad else ''}"
            )
            if bad:
                limit = "ceiling" if figure in CEILINGS else "floor"
                problems.append(f"{name} {figure} is {shown(value)}, its {limit} {shown(floor)}")
    for name in pinned.keys() - now.keys():
        if not options.accept:
            problems.append(f"{name}.jsonl is gone: bring it back, or run tests/eval_gate.py --accept")
            new[name] = pinned[name]
    write_json(LAST, now)
    if new != pinned and (options.up or options.down or options.accept):
        write_json(FLOORS, new)
    for problem in problems:
        print(f"eval_gate: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except FacttrackError as error:
        sys.exit(f"eval_gate: {error}")
