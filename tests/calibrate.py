"""Writes how often each rule was right into data/lexicon/rules.csv: `python tests/calibrate.py`.

The confidence of a silence or denial is the share of its one rule. That of a count is weighed (`facttrack.sureness`);
without weights it would be the product of three shares: of the rule that found the number, of the one that gave the
victims' side and of the one that gave the source; and of a factor for how the source's side is known, which is how many of
such rows are right in all these fields, beside how many the three shares would have. The shares are counted over all gold
passages; those that are only measured count double, since no rule was written on them, and the factors are theirs alone.
A rule seen seldom is drawn towards the mean of its stage.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from math import prod
from pathlib import Path

from facttrack.claims import find_claims
from facttrack.drafts import STAGES, VOICE
from facttrack.evaluate import CORE, is_right, match_claims, read_gold
from facttrack.lexicon import RULE_COLUMNS, SILENCE, lexicon_folder, read_rules
from facttrack.models import Claim

GOLD = Path(__file__).parent.parent / "data" / "gold"
MEASURED = "measured"
"""How the names of the gold files begin that nobody writes rules on."""
MEASURED_WEIGHT = 2
"""For how many rows each of theirs counts."""
FIELDS = {
    "mention": ("number", "outcome", "victim_class"),
    "side": ("victim_side",),
    "source": ("source_side",),
    SILENCE: ("kind", "source_side"),
    VOICE: CORE,
}
PSEUDO_COUNT = 6
"""Rows of the stage's mean that every rule starts with: a rule seen twice says little."""


def count() -> tuple[dict[tuple[str, str], tuple[int, int]], list[list[tuple[str, str]]]]:
    """For each rule of each stage: how many rows it made, and how many of them were right in the fields it decides.

    And the rules of each count that was found in a part that is only measured: the factors are of these alone.
    """
    seen: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    found: list[list[tuple[str, str]]] = []
    for path in sorted(GOLD.glob("*.jsonl")):
        weight = MEASURED_WEIGHT if path.stem.startswith(MEASURED) else 1
        for passage in read_gold(path):
            claims = find_claims(passage.document)
            pairs, left = match_claims(passage, claims)
            if weight > 1:
                found += [stages_of(claim) for claim in claims if claim.kind == "count"]
            for index, claim in pairs.items():
                gold = passage.claims[index]
                for stage, rule in stages_of(claim):
                    if stage == VOICE and weight == 1:
                        continue
                    right = all(is_right(name, gold, claim, pairs) is not False for name in FIELDS[stage])
                    seen[stage, rule][0] += weight
                    seen[stage, rule][1] += weight * right
            for claim in left:
                for stage, rule in stages_of(claim):
                    seen[stage, rule][0] += weight if stage != VOICE or weight > 1 else 0
    return {key: (rows, right) for key, (rows, right) in seen.items()}, found


def stages_of(claim: Claim) -> list[tuple[str, str]]:
    """The rules of a claim whose shares make its confidence, each with its stage."""
    if claim.kind != "count":
        return [(SILENCE, claim.rules[0])]
    return list(zip(STAGES, claim.rules[1:], strict=False))


def main() -> None:
    counted, found = count()
    means = {}
    for stage in (*STAGES, SILENCE):
        rows = sum(n for (s, _), (n, _) in counted.items() if s == stage)
        means[stage] = sum(right for (s, _), (_, right) in counted.items() if s == stage) / rows
    table = {(row["stage"], row["rule"]): row for row in read_rules()}
    for stage, rule in counted:
        table.setdefault((stage, rule), {"rule": rule, "stage": stage, "meaning": ""})
    shares = {}
    for key in table:
        rows, right = counted.get(key, (0, 0))
        shares[key] = (right + PSEUDO_COUNT * means[key[0]]) / (rows + PSEUDO_COUNT)
    expected: dict[tuple[str, str], float] = defaultdict(float)
    for rules in found:
        expected[rules[-1]] += MEASURED_WEIGHT * prod(shares[rule] for rule in rules[:-1])
    for key, likely in expected.items():
        shares[key] = counted[key][1] / likely
    with (lexicon_folder() / "rules.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, RULE_COLUMNS, lineterminator="\n")
        writer.writeheader()
        for (stage, rule), row in sorted(table.items()):
            rows, _ = counted.get((stage, rule), (0, 0))
            writer.writerow({**row, "seen": rows, "right": f"{shares[stage, rule]:.3f}"})


if __name__ == "__main__":
    main()
