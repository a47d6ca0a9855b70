"""Writes how often each rule was right into data/lexicon/rules.csv: `python tests/calibrate.py`.

A claim's confidence is the product of three shares: of the rule that found the number, of the one that gave the victims'
side and of the one that gave the source. They are counted over all gold passages; those that are only measured count
double, since no rule was written on them. A silence or denial has the share of
its one rule. A rule seen seldom is drawn towards the mean of its stage.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from facttrack.claims import find_claims
from facttrack.drafts import STAGES
from facttrack.evaluate import is_right, match_claims, read_gold
from facttrack.lexicon import RULE_COLUMNS, SILENCE, lexicon_folder, read_rules
from facttrack.models import Claim

GOLD = Path(__file__).parent.parent / "data" / "gold"
MEASURED = "measured"
"""How the names of the gold files begin that nobody writes rules on."""
FIELDS = {
    "mention": ("number", "outcome", "victim_class"),
    "side": ("victim_side",),
    "source": ("source_side",),
    SILENCE: ("kind", "source_side"),
}
PSEUDO_COUNT = 6
"""Rows of the stage's mean that every rule starts with: a rule seen twice says little."""


def count() -> dict[tuple[str, str], tuple[int, int]]:
    """For each rule of each stage: how many rows it made, and how many of them were right in the fields it decides."""
    seen: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for path in sorted(GOLD.glob("*.jsonl")):
        weight = 2 if path.stem.startswith(MEASURED) else 1
        for passage in read_gold(path):
            claims = find_claims(passage.document)
            pairs, left = match_claims(passage, claims)
            for index, claim in pairs.items():
                gold = passage.claims[index]
                for stage, rule in stages_of(claim):
                    right = all(is_right(name, gold, claim, pairs) is not False for name in FIELDS[stage])
                    seen[stage, rule][0] += weight
                    seen[stage, rule][1] += weight * right
            for claim in left:
                for stage, rule in stages_of(claim):
                    seen[stage, rule][0] += weight
    return {key: (rows, right) for key, (rows, right) in seen.items()}


def stages_of(claim: Claim) -> list[tuple[str, str]]:
    """The rules of a claim whose shares make its confidence, each with its stage."""
    if claim.kind != "count":
        return [(SILENCE, claim.rules[0])]
    return list(zip(STAGES, claim.rules[1:], strict=False))


def main() -> None:
    counted = count()
    means = {}
    for stage in (*STAGES, SILENCE):
        rows = sum(n for (s, _), (n, _) in counted.items() if s == stage)
        means[stage] = sum(right for (s, _), (_, right) in counted.items() if s == stage) / rows
    table = {(row["stage"], row["rule"]): row for row in read_rules()}
    for stage, rule in counted:
        table.setdefault((stage, rule), {"rule": rule, "stage": stage, "meaning": ""})
    with (lexicon_folder() / "rules.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, RULE_COLUMNS, lineterminator="\n")
        writer.writeheader()
        for (stage, rule), row in sorted(table.items()):
            rows, right = counted.get((stage, rule), (0, 0))
            share = (right + PSEUDO_COUNT * means[stage]) / (rows + PSEUDO_COUNT)
            writer.writerow({**row, "seen": rows, "right": f"{share:.3f}"})


if __name__ == "__main__":
    main()
