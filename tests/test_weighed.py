"""What is weighed, and what a text makes believable."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest

from facttrack.claims import find_claims
from facttrack.considered import consider
from facttrack.lexicon import lexicon, lexicon_folder
from facttrack.models import OUTCOMES, Document
from facttrack.sureness import RIGHT, SURE
from facttrack.weighed import DOUBTED, NUMBER, weight_of
from facttrack.weighed_sides import SIDE, SPEAKER, UNSAID
from facttrack.weighed_silences import NOTHING
from facttrack.weighed_sources import SOURCE

ROOT = Path(__file__).parent.parent


def counts(text):
    return [claim for claim in find_claims(Document("text", text)) if claim.kind == "count"]


@pytest.mark.parametrize(
    ("text", "number", "outcome"),
    [
        (
            "The raid killed 14 soldiers, Bamako said. The group claims 50 soldiers dead and ten mercenaries.",
            "ten",
            "killed",
        ),
        (
            "The blast killed 40 people, Kabul said. The observatory counted 31 civilians killed and more than 17 troops.",
            "more than 17",
            "killed",
        ),
        (
            "The governor had it at 121 dead. Ninety-four bodies have been found, 46 of them identified.",
            "46",
            "killed",
        ),
        (
            "Thirty people died in Gao on Friday, the mayor said. Ten women and six children are on his list.",
            "Ten",
            "killed",
        ),
    ],
)
def test_signs_find_a_number_that_no_rule_makes_a_claim(text, number, outcome):
    claim = next(claim for claim in counts(text) if claim.number_text == number)
    assert (claim.outcome, claim.rules[1]) == (outcome, "weighed")


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 12 people in Homs. The road to the border is 30 kilometres long, and 700 lorries use it a day.",
        "Gunmen killed the mayor and 12 others on Sunday. Three suspects were charged on Tuesday in court number 40.",
        "BOGOTA, 14 OCT 89 (EFE) -- A JUDGE AND TWO GUARDS WERE KILLED TODAY. THE 7TH BRIGADE HAS SENT 300 MEN.",
        "A crash killed 62 people. The passenger list included four doctors and two lawyers.",
    ],
)
def test_signs_leave_other_numbers_alone(text):
    assert [claim.number_text for claim in counts(text) if claim.rules[1] == "weighed"] == []


def test_signs_credit_a_figure_that_no_rule_credits():
    text = "Shelling killed 40 people in Goma. In his opinion fewer than 20 died, and the governor keeps to that."
    claim = counts("The raid on Ndu killed 30 people, a priest said. Governor Paul Atanga holds by 11 dead.")[-1]
    assert (claim.number_text, claim.source_text, claim.source_kind) == ("11", "Governor Paul Atanga", "official")
    assert counts(text)[0].source_kind == "narrator"


def test_nobody_is_weighed_as_a_source_who_denies_or_mourns():
    texts = (
        "Kyiv denied responsibility for the attack that killed 12 people.",
        "The governor attended the burial of 43 people killed in Kebbi.",
    )
    assert [claim.source_kind for text in texts for claim in counts(text)] == ["narrator", "narrator"]


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("The Force has received no confirmed reports of civilian casualties.", ["The Force"]),
        ("Neither Moscow nor Pyongyang has acknowledged that any of them died.", ["Moscow", "Pyongyang"]),
        ("The White House had no fresh number.", ["The White House"]),
        ("Amnesty International has not arrived at a number.", ["Amnesty International"]),
    ],
)
def test_signs_find_silence_that_no_rule_finds(words, parties):
    found = find_claims(Document("text", f"The raid killed 12 people, Baghdad said. {words}"))
    assert [(claim.kind, claim.source_text) for claim in found[1:]] == [("no_count", party) for party in parties]
    assert found[-1].rules == ("weighed",)


@pytest.mark.parametrize(
    "words",
    [
        "The army has no plans to call up more men.",
        "Schools did not open on Monday, and nobody was allowed on the bridge.",
        "He denied responsibility for the attack.",
        "The figures could not be independently verified.",
    ],
)
def test_signs_leave_other_negations_alone(words):
    assert len(find_claims(Document("text", f"The raid killed 12 people, Baghdad said. {words}"))) == 1


def test_without_weights_there_are_only_rules(monkeypatch):
    text = "The raid killed 14 soldiers, Bamako said. The group claims 50 soldiers dead and ten mercenaries."
    assert any(claim.rules[1] == "weighed" for claim in counts(text))
    monkeypatch.setattr(lexicon(), "weights", {})
    assert [(claim.number_text, claim.rules[1]) for claim in counts(text)] == [
        ("14", "past_object"),
        ("50", "postposed"),
    ]
    assert weight_of(NUMBER, []) is None


def test_the_order_of_signs_changes_nothing():
    signs = sorted(lexicon().weights[NUMBER])[:200]
    assert weight_of(NUMBER, signs) == weight_of(NUMBER, signs[::-1])


def test_the_table_of_weights():
    with (lexicon_folder() / "weights.csv").open(encoding="utf-8", newline="") as handle:
        rows = [(row["decision"], row["sign"], row["weight"]) for row in csv.DictReader(handle)]
    assert rows == sorted(rows)
    assert len({row[:2] for row in rows}) == len(rows)
    assert {decision for decision, _, _ in rows} == {
        NUMBER,
        SOURCE,
        NOTHING,
        SIDE,
        SPEAKER,
        UNSAID,
        RIGHT,
        SURE,
        *OUTCOMES,
    }
    assert [row for row in rows if float(row[2]) == 0] == []
    assert {f"by {rule}" for rule in DOUBTED} & {sign for decision, sign, _ in rows if decision == NUMBER}


def test_confidence_rises_with_what_is_told():
    told = counts("Russia's defence ministry said on Friday that 498 Russian soldiers had been killed in Ukraine.")[0]
    bare = counts("Shelling killed 12 people in Homs. In the next town it was nearer 30.")[-1]
    assert told.confidence is not None
    assert bare.confidence is not None
    assert 0.99 >= told.confidence > bare.confidence >= 0


def test_weights_follow_from_cases(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tests"))
    sys.modules.pop("fit", None)
    import fit

    cases = [fit.Case(["told", "dead"], True, 1.0), fit.Case(["told", "ships"], False, 1.0)] * 20
    weights = fit.fit(cases, strength=1.0)
    assert weights["dead"] > 0 > weights.get("ships", -1.0)
    assert "told" not in weights or abs(weights["told"]) < abs(weights["dead"])


def test_weights_follow_from_choices(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tests"))
    sys.modules.pop("fit", None)
    import fit

    choice = [(["named", "speaks"], True), (["named", "hit"], False), (["hit"], False)]
    nothing_to_choose = [(["named", "hit"], True)]
    weights = fit.choose([choice, nothing_to_choose] * 20, penalty=1.0)
    assert weights["speaks"] > 0
    assert weights["speaks"] > weights.get("named", 0.0)
    assert weights.get("hit", 0.0) <= 0
    assert fit.ALWAYS not in weights


@pytest.mark.parametrize(
    "text",
    [
        "The airline lost 90 captains to its rivals last year. It has 12 new ones.",
        "Webb shot 17 of 26 on Saturday. They trailed by 33 at half-time, and their bench was outscored 54-21.",
        "The party captured six of the 12 seats. Turnout was 61 percent, and 40 polling stations opened late.",
        "The ranger counted every burrow. Of six beavers let go there, one was found dead within a week.",
        "Almost 11,000 names are missing from the new roll. The council fed the wrong file to its machines.",
    ],
)
def test_words_of_games_and_markets_are_not_believed(text):
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Rebels shot 17 of 26 hostages on Saturday. The others walked home.", ["17"]),
        ("The army lost 90 men at the front last year. Shelling went on at night.", ["90"]),
        ("They lost 12 men.", ["12"]),
        ("Of six men taken to the beavers' pond, one was found dead. His dogs barked.", ["one"]),
    ],
)
def test_they_are_where_a_text_speaks_of_war(text, numbers):
    assert [claim.number_text for claim in counts(text)] == numbers


def test_what_is_not_believed_says_why():
    found = consider(Document("text", "Webb shot 17 of 26 on Saturday. They trailed at half-time."))
    assert next(one.reason for one in found if one.words.startswith("17")).startswith(
        "nowhere does the text say plainly"
    )
