"""Counts out what the signs of `weighed`, `weighed_…` and `sureness` are worth: `python tests/fit.py`.

Writes data/lexicon/weights.csv. The weights are those of logistic models of the gold on which rules are written; the parts
that are only measured settle one thing, how likely a row is right whose signs have a certain sum. What a rule has settled
tells less of what none has, and counts less. Sources and their sides are chosen among several: there the model is one of
the choice, in which only the differences between those that are offered count. (For the victims' side it was no better
on the gold, and a point worse on sentences of others.) An L1 penalty leaves few signs with a weight,
so that the table can be read. Run it before `tests/calibrate.py`.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from facttrack import claims
from facttrack.candidates import Candidate, Mention
from facttrack.claims import find_claims, find_drafts
from facttrack.drafts import Draft
from facttrack.evaluate import CORE, Gold, Passage, gold_span, is_right, is_same_source, match_claims, read_gold
from facttrack.lexicon import TABLES, lexicon, lexicon_folder
from facttrack.looks import MAX_ANSWERED, Look
from facttrack.memory import Actor, Memory
from facttrack.mentions import Asked, find_mentions
from facttrack.models import Claim
from facttrack.parties import Victims
from facttrack.silence import Silence
from facttrack.sureness import RIGHT, SURE, row_signs
from facttrack.weighed import ALWAYS, DOUBTED, NUMBER, OUTCOMES, number_signs, outcome_signs, weight_of
from facttrack.weighed_sides import SIDE, SPEAKER, UNSAID, Signed, side_signs, speaker_signs, unsaid_signs
from facttrack.weighed_silences import NOTHING, silence_signs, starts
from facttrack.weighed_sources import SOURCE, told_by

GOLD = Path(__file__).parent.parent / "data" / "gold"
MEASURED = "measured"
"""How the names of the gold files begin that nobody writes rules on."""
SETTLED_NUMBER = 0.2
"""What a number that a rule has settled counts beside one that none has."""
STRENGTH = {NUMBER: 0.5, NOTHING: 0.6, RIGHT: 0.4}
"""The inverse of the penalty of a decision, where it is not 1."""
PENALTY = {SPEAKER: 3.0, UNSAID: 2.0, SOURCE: 2.0}
"""The penalty of a choice: of those tried, the one with which most were right on passages left out."""
LEAST_SEEN = 4
"""How often a sign is seen that is weighed."""
LEAST_WEIGHT = 0.005
SURE_SHARE, LEAST_SURE = 0.95, 50
"""How many of the surest measured rows are to be right, and how many there are at least."""


class Case(NamedTuple):
    """Something to be decided: its signs, whether it is so, and what it counts beside others."""

    signs: list[str]
    right: bool
    counts: float


Choice = list[tuple[list[str], bool]]
"""What is to be chosen among: the signs of each that is offered, and whether it is right."""


def main() -> None:
    weights = lexicon().weights
    weights.clear()  # what is weighed must not depend on what was weighed before
    for decision, cases in numbers().items():
        weights[decision] = fit(cases, STRENGTH.get(decision, 1.0))
    weights[NOTHING] = fit(silences(), STRENGTH[NOTHING])
    weights[SPEAKER] = choose(speakers(), PENALTY[SPEAKER])
    weights[UNSAID] = choose(unsaid(), PENALTY[UNSAID])
    sided = [Case(signs, right, 1.0) for choice in sides() for signs, right in choice]
    weights[SIDE] = fit(sided, STRENGTH.get(SIDE, 1.0))
    weights[SOURCE] = choose(sources(), PENALTY[SOURCE])
    weights[RIGHT] = fit(rows(), STRENGTH.get(RIGHT, 1.0))
    line = sureness()
    weights[SURE] = line
    with (lexicon_folder() / "weights.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(TABLES["weights"])
        for decision in sorted(weights):
            for sign, weight in sorted(weights[decision].items()):
                writer.writerow((decision, sign, f"{weight:.4f}" if decision == SURE else f"{weight:.2f}"))
            print(f"{decision}: {len(weights[decision])} signs")


def developed() -> Iterator[Passage]:
    """The passages of all gold on which rules are written."""
    for path in sorted(GOLD.glob("*.jsonl")):
        if not path.stem.startswith(MEASURED):
            yield from read_gold(path)


def numbers() -> dict[str, list[Case]]:
    """The numbers for which rules were asked, as cases of being a claim; those that are, as cases of each outcome."""
    cases: dict[str, list[Case]] = {NUMBER: [], **{outcome: [] for outcome in OUTCOMES}}
    for passage in developed():
        gold = _counts(passage)
        for number, mention, refused in _asked(passage):
            start, end = _span(number)
            claim = next((one for one in gold if one[0] < end and start < one[1]), None)
            if claim is not None and claim[3]:
                continue  # optional: neither right nor wrong
            counts = 1.0 if mention is None or mention.rule in DOUBTED else SETTLED_NUMBER
            cases[NUMBER].append(Case(number_signs(number, mention, refused), claim is not None, counts))
            if claim is not None:
                signs = outcome_signs(number)
                for outcome in OUTCOMES:
                    cases[outcome].append(Case(signs, claim[2] == outcome, counts))
    return cases


def _counts(passage: Passage) -> list[tuple[int, int, str, bool]]:
    """Where the counts of a passage stand, the first outcome that each accepts, and whether it is optional."""
    found = []
    for claim in passage.claims:
        span = gold_span(passage.document.text, claim)
        if claim["kind"] == "count" and span is not None:
            outcome = claim["outcome"]
            found.append((*span, outcome[0] if isinstance(outcome, list) else outcome, bool(claim.get("optional"))))
    return found


def _asked(passage: Passage) -> list[Asked]:
    """The numbers of a passage for which rules were asked."""
    asked: list[Asked] = []
    _, looks, _ = find_drafts(passage.document)
    for look in looks:
        if look.told is not None or look.mentions:
            find_mentions(look.reading, *(look.told or (None, [], 0)), None, asked)
    return asked


def _span(number: Candidate) -> tuple[int, int]:
    """Where a number stands, in characters."""
    quantity = number.group.quantity
    return number.units[quantity.first].start, number.units[max(quantity.last, quantity.first + 1) - 1].end


def silences() -> list[Case]:
    """The words near figures at which a silence can begin, as cases of being one.

    Of a sentence for which gold or rules have a silence or denial, only the words that belong to it are cases.
    """
    cases = []
    for passage in developed():
        text = passage.document.text
        gold = [(gold_span(text, claim), claim) for claim in passage.claims if claim["kind"] != "count"]
        drafts, looks, _ = find_drafts(passage.document)
        counted = [draft.look.number for draft in drafts if draft.kind == "count"]
        for look in looks:
            if not any(0 <= look.number - number <= MAX_ANSWERED for number in counted):
                continue
            units, sentence = look.reading.units, look.sentence
            told = [one for one in gold if one[0] is not None and sentence.start <= one[0][0] < sentence.end]
            made = [draft for draft in drafts if draft.look is look and draft.kind != "count"]
            if any(claim.get("optional") for _, claim in told):
                continue
            for at in filter(partial(starts, units), range(len(units))):
                true = next((c for span, c in told if span is not None and span[0] <= units[at].start < span[1]), None)
                settled = any(draft.first <= at < draft.last for draft in made)
                if (told and true is None) or (made and not settled):
                    continue
                cases.append(Case(silence_signs(units, at), true is not None and true["kind"] == NOTHING, 1.0))
    return cases


def sources() -> list[Choice]:
    """Whoever may tell a figure that was found, and the outlet."""
    choices = []
    for passage in developed():
        pairs, _ = match_claims(passage, find_claims(passage.document))
        accepted = {claim.start: passage.claims[index].get("source_text") for index, claim in pairs.items()}
        drafts, looks, memory = find_drafts(passage.document)
        for i, draft in enumerate(drafts):
            if draft.mention is None or draft.start not in accepted:
                continue
            wanted = _options(accepted[draft.start])
            choice = []
            for told, signs in told_by(looks, draft.look, draft.mention, drafts[:i], memory, draft.attribution):
                names = (told.actor.text, told.actor.source) if told is not None else (None,)
                choice.append((signs, any(is_same_source(one, name) for one in wanted for name in names)))
            choices.append(choice)
    return choices


def _options(value: str | list[str | None] | None) -> list[str | None]:
    return value if isinstance(value, list) else [value]


Sides = Callable[[dict[int, list[Signed]]], Callable[..., str | None]]
"""What stands in for a `weigh_…` of sides: it notes, by where a claim begins, the sides with their signs, and leaves
what the rules say."""


def sides() -> list[Choice]:
    """The sides whose the victims of a figure may be that no word gives to one."""

    def watch(asked: dict[int, list[Signed]]) -> Callable[..., str | None]:
        def weigh_side(looks: list[Look], look: Look, mention: Mention, victims: Victims, *rest: Any) -> str | None:
            start = look.reading.units[mention.group.quantity.first].start
            asked[start] = list(side_signs(looks, look, mention, victims, *rest))
            return victims.side

        return weigh_side

    return _side_choices("weigh_side", watch, "victim_side", lambda gold, claim, _: claim.kind == "count")


def speakers() -> list[Choice]:
    """The sides for which a source may speak whose words do not tell it, be it of a figure or silent."""

    def watch(asked: dict[int, list[Signed]]) -> Callable[..., str | None]:
        def weigh_speaker(looks: list[Look], look: Look, source: Actor, at: int, *rest: Any) -> str | None:
            number = next((m.group.quantity for m in look.mentions if m.group.first == at), None)
            start = look.reading.units[number.first if number is not None else at].start
            asked[start] = list(speaker_signs(looks, look, source, at, *rest))
            return source.side

        return weigh_speaker

    return _side_choices(
        "weigh_speaker",
        watch,
        "source_side",
        lambda gold, claim, pairs: bool(is_right("source", gold, claim, pairs)),
    )


def unsaid() -> list[Choice]:
    """The sides about whose losses a silence or denial may be."""

    def watch(asked: dict[int, list[Signed]]) -> Callable[..., str | None]:
        def weigh_unsaid(
            looks: list[Look], look: Look, silence: Silence, source: str | None, rule: str | None, told: Any
        ) -> str | None:
            start = look.reading.units[silence.first].start
            asked[start] = list(unsaid_signs(looks, look, silence, source, rule, told))
            return rule

        return weigh_unsaid

    return _side_choices("weigh_unsaid", watch, "victim_side", lambda gold, claim, _: claim.kind != "count")


def _side_choices(
    weighing: str, watch: Sides, field: str, concerns: Callable[[Gold, Claim, dict[int, Claim]], bool]
) -> list[Choice]:
    """The sides that are asked of by `weighing` for the claims that it concerns, right if a field of gold has them."""
    asked: dict[int, list[Signed]] = {}
    choices = []
    with patch.object(claims, weighing, watch(asked)):
        for passage in developed():
            asked.clear()
            pairs, _ = match_claims(passage, find_claims(passage.document))
            for index, claim in pairs.items():
                gold = passage.claims[index]
                if field in gold and claim.start in asked and concerns(gold, claim, pairs):
                    right = {value and value.casefold() for value in _options(gold[field])}
                    choices.append([(signs, (side and side.casefold()) in right) for side, signs in asked[claim.start]])
    return choices


def rows() -> list[Case]:
    """The counts that are found in the developed gold, with the weights so far, as cases of being right."""
    return [Case(signs, right, 1.0) for passage in developed() for signs, right in _judged(passage)]


def _judged(passage: Passage) -> Iterator[tuple[list[str], bool]]:
    """The counts of a passage with the signs for being right, and whether all their core fields are."""
    asked: dict[int, list[str]] = {}

    def watch(draft: Draft, memory: Memory, before: int) -> None:
        asked[draft.start] = row_signs(draft, memory, before)

    with patch.object(claims, "confidence_of_count", watch):
        found = find_claims(passage.document)
    pairs, _ = match_claims(passage, found)
    gold = {claim.start: (index, claim) for index, claim in pairs.items() if claim.kind == "count"}
    for claim in found:
        if claim.kind == "count" and claim.start in asked:
            index, _ = gold.get(claim.start, (None, None))
            if index is not None and passage.claims[index].get("optional"):
                continue
            right = index is not None and all(
                is_right(name, passage.claims[index], claim, pairs) is not False for name in CORE
            )
            yield asked[claim.start], right


def sureness() -> dict[str, float]:
    """The line by which the sum of a row's signs becomes a confidence, of the rows of the parts that are only measured.

    `top` is what the line makes of the row down to which 95 of 100 are right.
    """
    judged = []
    for path in sorted(GOLD.glob(f"{MEASURED}*.jsonl")):
        for passage in read_gold(path):
            judged += [(weight_of(RIGHT, signs) or 0.0, right) for signs, right in _judged(passage)]
    judged.sort(reverse=True)
    model = LogisticRegression(C=1e6, max_iter=5000)
    model.fit(np.array([[weight] for weight, _ in judged]), np.array([right for _, right in judged]))
    slope, always = round(float(model.coef_[0][0]), 4), round(float(model.intercept_[0]), 4)
    right, least = 0, judged[0][0]
    for number, (weight, is_one) in enumerate(judged, 1):
        right += is_one
        ends = number == len(judged) or judged[number][0] < weight  # of those that weigh the same all are sure or none
        if ends and right / number >= SURE_SHARE and number >= LEAST_SURE:
            least = weight
    top = 1 / (1 + np.exp(-(slope * least + always)))
    return {"slope": slope, ALWAYS: always, "top": np.floor(float(top) * 1e4) / 1e4}  # the last row has it, too


def fit(cases: Sequence[Case], strength: float) -> dict[str, float]:
    """What the signs of one decision are worth."""
    seen = Counter(sign for case in cases for sign in set(case.signs))
    vectors = DictVectorizer(sparse=False)
    table = vectors.fit_transform([{sign: 1.0 for sign in case.signs if seen[sign] >= LEAST_SEEN} for case in cases])
    model = LogisticRegression(C=strength, l1_ratio=1, solver="liblinear", max_iter=5000, random_state=0)
    model.fit(table, np.array([case.right for case in cases]), sample_weight=np.array([case.counts for case in cases]))
    weights = {ALWAYS: float(model.intercept_[0])}
    weights |= dict(zip(vectors.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return {sign: round(weight, 2) for sign, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}


def choose(choices: Sequence[Choice], penalty: float) -> dict[str, float]:
    """What the signs of a choice are worth: those by which what is right weighs more than what is offered beside it.

    A choice that offers nothing right, or nothing else, tells nothing.
    """
    choices = [choice for choice in choices if {right for _, right in choice} == {True, False}]
    seen = Counter(sign for choice in choices for signs, _ in choice for sign in set(signs))
    columns = {sign: i for i, sign in enumerate(sorted(sign for sign in seen if seen[sign] >= LEAST_SEEN))}
    offered = [(number, signs, right) for number, choice in enumerate(choices) for signs, right in choice]
    places = [(row, columns[sign]) for row, (_, signs, _) in enumerate(offered) for sign in set(signs) & columns.keys()]
    at, to = np.array(places).T
    table = csr_matrix((np.ones(len(at)), (at, to)), (len(offered), len(columns)))
    of = np.array([number for number, _, _ in offered])
    right = np.array([right for _, _, right in offered], dtype=float)

    def loss(parts: np.ndarray) -> tuple[float, np.ndarray]:
        """How unlikely the right ones are with some weights, above 0 and below apart, and how that changes with each."""
        sums = table @ (parts[: len(columns)] - parts[len(columns) :])
        most = np.full(len(choices), -np.inf)
        np.maximum.at(most, of, sums)
        likely = np.exp(sums - most[of])
        all_of, right_of = np.bincount(of, likely), np.bincount(of, likely * right)
        change = table.T @ (likely / all_of[of] - likely * right / right_of[of])
        value = np.log(all_of / right_of).sum() + penalty * parts.sum()
        return float(value), np.concatenate([change + penalty, penalty - change])

    start = np.zeros(2 * len(columns))
    found = minimize(
        loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(start), options={"maxiter": 1000}
    )
    weights = found.x[: len(columns)] - found.x[len(columns) :]
    return {
        sign: round(weight, 2)
        for sign, weight in zip(columns, map(float, weights), strict=True)
        if abs(weight) >= LEAST_WEIGHT
    }


if __name__ == "__main__":
    main()
