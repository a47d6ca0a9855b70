"""Cases as data: short texts and the claims that the codebook finds in them, in four piles.

    wild.jsonl            sentences as the news write them, with several claims and sources
    synthetic.jsonl       one rule of the codebook each
    negative.jsonl        what is no claim
    known_failures.jsonl  what the program gets wrong today, with the reason if it is known

A line holds `id`, `text`, `expect`, and `published` where the day matters (else `PUBLISHED`). `expect` lists the claims in
text order, each with the fields that the case is about; `part` is whether the claim is a part of another. The number of
claims must be exact. The values come from the codebook, never from what the program prints.

The error that the project refuses to make is a claim that nobody made: a negative case among the known failures is the
first to mend. A known failure that passes fails the suite: move its line to the pile where it belongs.
"""

import datetime as dt
import json
from pathlib import Path

import pytest

from facttrack import Document, find_claims
from facttrack.models import CLASSES as VICTIM_CLASSES
from facttrack.models import KINDS, OUTCOMES, QUALIFIERS, SCOPES, SOURCE_KINDS, Claim

FOLDER = Path(__file__).parent / "cases"
PILES = {"wild": 40, "synthetic": 60, "negative": 40, "known_failures": 0}
"""The piles, with the least number of cases in each."""
PUBLISHED = "2022-03-10"
FIELDS = {*Claim.__dataclass_fields__, "part"}
CODED = {
    "kind": KINDS,
    "qualifier": QUALIFIERS,
    "outcome": OUTCOMES,
    "victim_class": VICTIM_CLASSES,
    "source_kind": SOURCE_KINDS,
    "scope": SCOPES,
}


def read(pile):
    lines = (FOLDER / f"{pile}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


CASES = {pile: read(pile) for pile in PILES}


def params(*piles):
    return [pytest.param(case, id=case["id"]) for pile in piles for case in CASES[pile]]


def document(case):
    day = dt.date.fromisoformat(case.get("published", PUBLISHED))
    return Document(case["id"], case["text"], published=day, published_from="metadata")


def value(claim, name):
    if name == "part":
        return claim.part_of is not None
    found = getattr(claim, name)
    return found.isoformat() if isinstance(found, dt.date) else found


def check(case):
    claims, wanted = find_claims(document(case)), case["expect"]
    rows = [(claim.kind, claim.number_text, claim.outcome) for claim in claims]
    assert len(rows) == len(wanted), f"{len(wanted)} claims wanted, found {rows}"
    for claim, fields in zip(claims, wanted, strict=True):
        assert {name: value(claim, name) for name in fields} == fields


@pytest.mark.parametrize("case", params("wild", "synthetic", "negative"))
def test_case(case):
    check(case)


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="a known failure; if it passes, move it to its pile")
@pytest.mark.parametrize("case", params("known_failures"))
def test_known_failure(case):
    check(case)


# --- the piles themselves ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pile", PILES)
def test_piles_are_large_enough(pile):
    assert len(CASES[pile]) >= PILES[pile]


def test_ids_are_unique():
    ids = [case["id"] for cases in CASES.values() for case in cases]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("case", params(*PILES))
def test_cases_name_known_fields_and_values(case):
    assert set(case) <= {"id", "text", "published", "expect", "why"}
    for fields in case["expect"]:
        assert set(fields) <= FIELDS
        for name, allowed in CODED.items():
            assert fields.get(name) in (*allowed, None)
        if fields.get("number_text"):
            assert fields["number_text"] in case["text"]
        low, best, high = (fields.get(name) for name in ("low", "best", "high"))
        known = [number for number in (low, best, high) if number is not None]
        assert known == sorted(known)


def test_negative_cases_expect_nothing():
    assert [case["id"] for case in CASES["negative"] if case["expect"]] == []


@pytest.mark.parametrize("name", ["kind", "qualifier", "outcome", "victim_class", "source_kind", "scope"])
def test_every_coded_value_has_a_case(name):
    found = {fields.get(name) for cases in CASES.values() for case in cases for fields in case["expect"]}
    unseen = set(CODED[name]) - found
    assert unseen - ({"count"} if name == "kind" else {"unknown"}) == set()
