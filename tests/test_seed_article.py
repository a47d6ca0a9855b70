"""The article that the project began with: four claims, and nothing from all the rest of it."""

import datetime as dt
from pathlib import Path

import pytest

from facttrack import find_claims, read_documents

ARTICLE = Path(__file__).parents[2] / "shared" / "seeds" / "000_72defaebeeea7482.txt"

pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="the article lies beside the checkout, not in it")

NUMBER = ("kind", "number_text", "best", "low", "high", "qualifier", "outcome")
VICTIMS = ("victims", "victim_class", "victim_side")
SOURCE = ("source", "source_text", "source_side", "source_kind")

ROWS = [
    {
        **dict(zip(NUMBER, ("count", "137", 137, 137, 137, "exact", "killed"), strict=True)),
        **dict(zip(VICTIMS, ("heroes", "unspecified", "Ukraine"), strict=True)),
        **dict(zip(SOURCE, ("Volodymyr Zelenskyy", "Zelenskyy", "Ukraine", "official"), strict=True)),
    },
    {
        **dict(zip(NUMBER, ("count", "10", 10, 10, 10, "exact", "killed"), strict=True)),
        **dict(zip(VICTIMS, ("military officers", "combatant", "Ukraine"), strict=True)),
        **dict(zip(SOURCE, ("Volodymyr Zelenskyy", "Zelenskyy", "Ukraine", "official"), strict=True)),
    },
    {
        **dict(zip(NUMBER, ("count", "about 400", 400, None, None, "approximate", "killed"), strict=True)),
        **dict(zip(VICTIMS, ("Russian forces", "combatant", "Russia"), strict=True)),
        **dict(
            zip(SOURCE, ("adviser to Volodymyr Zelenskyy", "one of his advisers", "Ukraine", "official"), strict=True)
        ),
    },
    {
        "kind": "no_count",
        **dict.fromkeys(NUMBER[2:]),
        **dict(zip(SOURCE, ("Moscow", "Moscow", "Russia", "official"), strict=True)),
    },
]


@pytest.fixture(scope="module")
def document():
    (found,) = read_documents([ARTICLE])
    return found


@pytest.fixture(scope="module")
def claims(document):
    return find_claims(document)


def test_it_yields_exactly_four_rows(claims):
    assert [{name: getattr(claim, name) for name in row} for claim, row in zip(claims, ROWS, strict=True)] == ROWS


def test_the_officers_are_part_of_the_heroes(claims):
    heroes, officers, forces, silence = claims
    assert officers.part_of == heroes.claim_id
    assert [claim.part_of for claim in (heroes, forces, silence)] == [None, None, None]


def test_no_word_says_that_these_figures_are_of_one_incident(claims):
    assert {claim.scope for claim in claims if claim.kind == "count"} == {"unknown"}


def test_the_date_is_that_of_the_tweet(claims):
    assert {(claim.published, claim.published_from) for claim in claims} == {(dt.date(2022, 2, 25), "text")}


def test_every_row_stands_in_the_last_paragraph(document, claims):
    last = document.text.rstrip().rindex("\n")
    assert all(last < claim.start < claim.end for claim in claims)
    assert all(document.text[claim.start : claim.end] == claim.number_text for claim in claims)
    assert all(claim.sentence in document.text for claim in claims)
