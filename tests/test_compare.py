"""Claim and counterclaim: statuses, partners, wars, silences. The figures are those of the wars that they name."""

import dataclasses
import datetime as dt
import math
import random
import time

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facttrack.compare import COMPARISON_COLUMNS, STATUSES, compare
from facttrack.errors import TableError
from facttrack.figures import (
    LARGE_INCIDENT,
    MAX_CUMULATIVE_DAYS,
    MAX_FALL,
    MAX_INCIDENT_DAYS,
    MIN_TOTAL_SHARE,
    losses_named,
    readable_number,
    subject_of,
)
from facttrack.models import OUTCOMES, QUALIFIERS, Claim
from facttrack.table import claims_table
from facttrack.wars import find_opponents, wars_of

EMPTY = dict.fromkeys(field.name for field in dataclasses.fields(Claim)) | {"rules": (), "spans": ()}
BOUNDS = {
    "exact": lambda n: (n, n, n),
    "approximate": lambda n: (n, None, None),
    "at_least": lambda n: (n, n, None),
    "more_than": lambda n: (n, n, None),
    "at_most": lambda n: (n, None, n),
    "fewer_than": lambda n: (n, None, n),
    "vague": lambda n: (None, n, None),
}


def day(text):
    return dt.date.fromisoformat(text)


def claim(claim_id, number, victim_side, source_side, *, qualifier="exact", date="2022-03-02", **more):
    """A count: by default of soldiers killed so far, by a side's military, in a document of its own."""
    best, low, high = BOUNDS[qualifier](number) if qualifier in BOUNDS else (None, *number)
    values = EMPTY | {
        "claim_id": claim_id,
        "kind": "count",
        "number_text": str(number),
        "best": best,
        "low": low,
        "high": high,
        "qualifier": qualifier,
        "outcome": "killed",
        "victims": "soldiers",
        "victim_class": "combatant",
        "victim_side": victim_side,
        "source": source_side,
        "source_side": source_side,
        "source_kind": "military" if source_side else "unnamed",
        "as_of": date and day(date),
        "scope": "cumulative",
        "document": f"{claim_id}.txt",
        "sentence": "So many were killed.",
        "start": 10,
        "end": 13,
    }
    values |= more
    return Claim(**values | {"document_id": values["document"]})


def silence(claim_id, words, source_side, victim_side=None, *, kind="no_count", **more):
    more = {"outcome": None, "victim_class": None, "victims": None, "scope": None, "start": 90, "end": 95} | more
    one = claim(claim_id, 0, victim_side, source_side, **more)
    return dataclasses.replace(one, kind=kind, number_text=words, qualifier=None, best=None, low=None, high=None)


def compared(*claims, **options):
    """Comparisons by claim_id, unknown as None."""
    frame = compare(claims_table(claims), **options).astype(object)
    return frame.where(frame.notna(), None).set_index("claim_id").to_dict("index")


def incident(claim_id, number, victim_side, source_side, place=None, **more):
    return claim(claim_id, number, victim_side, source_side, **{"scope": "incident", "place": place, **more})


# The first days of March 2022 --------------------------------------------------------------------------------------


def first_day():
    shared = {"document": "seed.txt", "date": "2022-02-25", "source_kind": "official"}
    people = {"victims": "heroes", "victim_class": "unspecified"}
    return [
        claim("aa", 137, "Ukraine", "Ukraine", **shared, **people),
        claim("ab", 10, "Ukraine", "Ukraine", **shared, victims="military officers", part_of="aa", start=20),
        claim("ac", 400, "Russia", "Ukraine", qualifier="approximate", **shared, start=30),
        silence("ad", "has given no casualty count so far", "Russia", **shared),
    ]


def test_the_first_day_is_withheld_because_moscow_gives_no_count():
    result = compared(*first_day())
    assert {row["status"] for row in result.values()} == {"withheld"}
    assert {row["silence"] for row in result.values()} == {"Russia: “has given no casualty count so far”"}
    assert {row["silence_id"] for row in result.values()} == {"ad"}
    assert {row["war"] for row in result.values()} == {"Russia – Ukraine"}
    assert [row["speaks_of"] for row in result.values()] == ["own", "own", "enemy"]
    assert [row["subject"] for row in result.values()] == [
        "Ukrainian people killed",
        "Ukrainian combatants killed",
        "Russian combatants killed",
    ]


def test_a_silence_with_the_silent_sides_own_victims_still_covers_both_claims_unless_it_says_its_own():
    *claims, words = first_day()
    general = dataclasses.replace(words, victim_side="Russia")
    own = dataclasses.replace(general, number_text="has given no count of its own losses")
    assert {row["status"] for row in compared(*claims, general).values()} == {"withheld"}
    assert [row["status"] for row in compared(*claims, own).values()] == ["unanswered", "unanswered", "withheld"]


def test_a_count_of_another_day_does_not_undo_the_silence_but_is_shown_beside_it():
    later = claim("zz", 498, "Russia", "Russia", date="2022-03-02")
    row = compared(*first_day(), later)["ac"]
    assert (row["status"], row["counter_number"], row["days_apart"]) == ("withheld", "498", 5)
    assert row["silence_id"] == "ad"


def test_moscow_and_kyiv_contest_the_russian_dead():
    result = compared(claim("ru", 498, "Russia", "Russia"), claim("ua", 5840, "Russia", "Ukraine", date="2022-03-03"))
    assert result["ru"] | {"status": "contested", "counter_number": "5,840", "counter_id": "ua"} == result["ru"]
    assert (result["ru"]["ratio"], result["ru"]["gap"], result["ru"]["days_apart"]) == (11.73, -5342, 1)
    assert (result["ua"]["ratio"], result["ua"]["gap"], result["ua"]["days_apart"]) == (11.73, 5342, -1)
    assert (result["ua"]["counter_source"], result["ua"]["counter_side"], result["ua"]["partners"]) == (
        "Russia",
        "Russia",
        1,
    )
    assert pd.Timestamp(result["ua"]["counter_date"]) == pd.Timestamp("2022-03-02")


def test_a_third_party_stands_beside_and_does_not_decide():
    nato = {"qualifier": "range", "date": "2022-03-23", "source_kind": "international"}
    result = compared(
        claim("ru", 1351, "Russia", "Russia", date="2022-03-25"),
        claim("ua", 16100, "Russia", "Ukraine", qualifier="approximate", date="2022-03-25"),
        claim("us", 200, "Ukraine", "Russia", date="2022-03-25", document="ua.txt"),
        claim("na", (7000, 15000), "Russia", "NATO", **nato),
    )
    assert [result[one]["status"] for one in ("ru", "ua", "na")] == ["contested", "contested", "corroborated"]
    assert result["ru"]["third_parties"] == "NATO 7,000–15,000 (2022-03-23)"
    assert (result["na"]["speaks_of"], result["na"]["counter_side"]) == ("third party", "Ukraine")
    assert result["na"]["third_parties"] == "Russia 1,351 (2022-03-25)"


def test_where_no_party_gives_a_figure_a_third_side_does():
    civilians = {"victim_class": "civilian", "victims": "civilians"}
    result = compared(
        claim("ua", 2000, "Ukraine", "Ukraine", qualifier="more_than", source_kind="emergency", **civilians),
        claim("un", 227, "Ukraine", "United Nations", source_kind="international", **civilians),
    )
    assert {row["status"] for row in result.values()} == {"contested"}
    assert result["un"]["speaks_of"] == "third party"


def test_voices_without_a_side_are_no_counterclaim():
    press = {"source_kind": "narrator", "source": None, "outlet": "The Harbour Courier"}
    monitor = {"source_kind": "monitor", "source": "A monitor"}
    result = compared(
        claim("ua", 400, "Russia", "Ukraine"),
        claim("ou", 400, "Russia", None, **press),
        claim("mo", 9, "Russia", None, **monitor),
    )
    assert (result["ua"]["status"], result["ua"]["counter_number"]) == ("unanswered", None)
    assert result["ua"]["third_parties"] == "A monitor 9 (2022-03-02); The Harbour Courier 400 (2022-03-02)"
    assert (result["ou"]["status"], result["ou"]["speaks_of"]) == ("corroborated", "outlet")
    assert result["mo"]["speaks_of"] == "third party"


def test_two_figures_of_one_side_are_revisions():
    result = compared(claim("a", 498, "Russia", "Russia"), claim("b", 1351, "Russia", "Russia", date="2022-03-05"))
    assert {row["status"] for row in result.values()} == {"unanswered"}


def test_each_other_side_speaks_through_its_figure_nearest_in_time():
    result = compared(
        claim("ru", 1000, "Russia", "Russia", date="2022-03-10"),
        claim("u1", 1000, "Russia", "Ukraine", date="2022-03-04"),
        claim("u2", 9000, "Russia", "Ukraine", date="2022-03-11"),
    )
    assert (result["ru"]["status"], result["ru"]["counter_number"]) == ("contested", "9,000")


def test_totals_too_far_apart_are_not_compared():
    far = (day("2022-03-02") + dt.timedelta(days=MAX_CUMULATIVE_DAYS + 1)).isoformat()
    result = compared(claim("a", 498, "Russia", "Russia"), claim("b", 5840, "Russia", "Ukraine", date=far))
    assert {row["status"] for row in result.values()} == {"unanswered"}


def test_two_figures_equally_near_are_said_not_guessed():
    result = compared(
        claim("ru", 498, "Russia", "Russia"),
        claim("ua", 5840, "Russia", "Ukraine", document="x.txt"),
        claim("ub", 6000, "Russia", "Ukraine", qualifier="approximate", document="x.txt"),
    )["ru"]
    assert (result["partners"], result["counter_number"], result["counter_id"]) == (2, "about 6,000 or 5,840", None)
    assert (result["ratio"], result["gap"], result["days_apart"], result["status"]) == (None, None, 0, "contested")


# Subjects ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"outcome": "wounded"},
        {"outcome": "casualties"},
        {"victim_class": "civilian", "victims": "civilians"},
        {"scope": "incident", "place": "Hostomel"},
        {"scope": "period", "since": day("2022-03-01")},
        {"victim_side": "Ukraine"},
        {"place": "Mariupol"},
        {"victims": "people", "victim_class": "unspecified"},
        {"victims": "officers"},
        {"date": None},
    ],
    ids=str,
)
def test_another_subject_is_never_a_partner(change):
    other = claim(
        "b", 5840, change.pop("victim_side", "Russia"), "Ukraine", date=change.pop("date", "2022-03-02"), **change
    )
    assert compared(claim("a", 498, "Russia", "Russia"), other)["a"]["counter_number"] is None


def test_unspecified_victims_may_stand_beside_soldiers_and_it_is_said():
    heroes = claim("a", 137, "Ukraine", "Ukraine", victims="heroes", victim_class="unspecified")
    result = compared(heroes, claim("b", 2870, "Ukraine", "Russia"))
    assert (result["a"]["status"], result["a"]["caveat"]) == ("contested", "only one of them says combatants")


def test_an_unknown_scope_goes_with_totals():
    row = compared(claim("a", 498, "Russia", "Russia", scope="unknown"), claim("b", 5840, "Russia", "Ukraine"))["a"]
    assert (row["status"], row["caveat"]) == ("contested", None)


def test_one_sailor_is_no_running_total():
    moskva = {"date": "2022-04-22", "scope": "unknown", "document": "x.txt"}
    one = claim("a", 1, "Russia", "Russia", **moskva, victims="sailor")
    many = claim("b", 20100, "Russia", "Ukraine", qualifier="approximate", scope="unknown", date="2022-04-16")
    result = compared(one, many)
    assert [result[name]["counter_number"] for name in "ab"] == [None, None]
    assert [result[name]["compared_as"] for name in "ab"] == ["incident", "total"]
    here = dataclasses.replace(many, document="x.txt", document_id="x.txt")
    assert compared(one, here)["a"]["counter_number"] is None


def test_the_widest_dispute_stays_one_and_the_limit_is_where_the_constant_says():
    total = claim("b", 15800, "Russia", "Ukraine")
    limit = int(15800 * MIN_TOTAL_SHARE)
    for number, kind in ((498, "total"), (limit, "total"), (limit - 1, "incident")):
        row = compared(claim("a", number, "Russia", "Russia", scope="unknown"), total)["a"]
        assert (row["compared_as"], row["counter_number"]) == (kind, "15,800" if kind == "total" else None)
    # Who says that it is a total is taken at the word.
    assert compared(claim("a", 1, "Russia", "Russia"), total)["a"]["counter_number"] == "15,800"


def test_running_totals_do_not_fall():
    before = claim("a", 1351, "Russia", "Russia", date="2022-03-25", scope="unknown")
    limit = math.ceil(1351 * MAX_FALL)
    later = {"date": "2022-04-23", "scope": "unknown"}
    for number, kind in ((limit, "total"), (limit - 1, "incident")):
        result = compared(before, claim("b", number, "Russia", "Russia", **later))
        assert (result["a"]["compared_as"], result["b"]["compared_as"]) == ("total", kind)
    assert compared(before, claim("b", 37, "Russia", None, **later))["b"]["compared_as"] == "total"
    assert compared(before, claim("b", 37, "Russia", "Russia", date="2022-03-02", scope="unknown"))["b"][
        "compared_as"
    ] == ("total")


def test_a_bare_figure_among_incidents_is_one_of_them():
    strikes = [incident(name, 12, "Ukraine", "Ukraine", place, document="x.txt") for name, place in ("iK", "jL")]
    for number, kind in ((300, "incident"), (LARGE_INCIDENT + 1, "total")):
        bare = claim("a", number, "Ukraine", "Ukraine", scope="unknown", document="x.txt")
        total = claim("b", 2870, "Ukraine", "Russia")
        result = compared(bare, total, *strikes)
        assert (result["a"]["compared_as"], result["a"]["counter_number"]) == (
            kind,
            "2,870" if kind == "total" else None,
        )
    elsewhere = [dataclasses.replace(one, victim_side="Russia") for one in strikes]
    assert compared(claim("a", 300, "Ukraine", "Ukraine", scope="unknown", document="x.txt"), *elsewhere)["a"][
        "compared_as"
    ] == ("total")


def test_a_figure_that_is_no_total_does_not_hide_one():
    result = compared(
        claim("ua", 23200, "Russia", "Ukraine", date="2022-04-30"),
        claim("r1", 1, "Russia", "Russia", date="2022-04-28", scope="unknown"),
        claim("r2", 1351, "Russia", "Russia", date="2022-04-20", scope="unknown"),
    )
    assert (result["ua"]["counter_number"], result["ua"]["days_apart"]) == ("1,351", -10)


def test_none_at_all_answers_every_figure_of_its_text():
    none = claim("a", 0, "Russia", "Russia", scope="unknown", document="x.txt")
    total = claim("b", 5840, "Russia", "Ukraine", document="x.txt")
    assert compared(none, total)["b"]["counter_number"] == "0"
    assert compared(none, dataclasses.replace(total, document="y", document_id="y"))["b"]["counter_number"] is None


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({}, "total"),
        ({"place": "Mariupol"}, "local"),
        ({"place": "Ukraine"}, "total"),
        ({"scope": "incident"}, "incident"),
        ({"scope": "period"}, "period"),
        ({"victims": "officers"}, "part"),
        ({"victims": "officer"}, "part"),
        ({"part_of": "zz"}, "part"),
    ],
    ids=str,
)
def test_what_a_figure_is_taken_for(more, kind):
    assert compared(claim("a", 498, "Russia", "Ukraine", **more))["a"]["compared_as"] == kind


MORE_DIED = {"document": "x.txt", "sentence": "Two more people died on Friday.", "number_text": "Two", "start": 90}


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({}, "addition"),
        ({"sentence": "Another two died.", "number_text": "Another two"}, "addition"),
        ({"sentence": "Two others died.", "victims": "others"}, "addition"),
        ({"outcome": "wounded"}, "incident"),
        ({"victim_side": "Israel"}, "incident"),
        ({"victim_class": "civilian"}, "incident"),
        ({"place": "Herat"}, "incident"),
        ({"sentence": "Two people died."}, "incident"),
        ({"sentence": "No more than two died.", "number_text": "No more than two"}, "incident"),
        ({"sentence": "Two or more died.", "number_text": "Two or more"}, "incident"),
        ({"sentence": "On the 22nd two more died.", "number_text": "two"}, "addition"),
        ({"sentence": "12 more people died and 2 soldiers were shot.", "number_text": "2"}, "incident"),
        ({"sentence": "13 were hurt and 3 more died.", "number_text": "3"}, "addition"),
        ({"sentence": "Two died in March and two more in May."}, "incident"),
        ({"start": 5}, "incident"),
        ({"document": "y.txt"}, "incident"),
    ],
    ids=str,
)
def test_what_comes_on_top_of_a_figure_is_no_rival_of_it(more, kind):
    whole = incident("a", 23, "Russia", "Ukraine", "Kabul", document="x.txt", start=10)
    addition = incident(
        **({"claim_id": "b", "number": 2, "victim_side": "Russia", "source_side": "Russia"} | MORE_DIED | more)
    )
    result = compared(whole, addition)
    assert result["b"]["compared_as"] == kind
    if kind == "addition":
        assert (result["a"]["status"], result["b"]["partners"]) == ("unanswered", 0)


def test_only_scopes_that_are_stated_differ():
    shared = {"document": "x.txt", "victims": "soldiers"}
    unknown = claim("a", 20, "Russia", "Russia", scope="unknown", **shared)
    assert compared(unknown, incident("b", 90, "Russia", "Ukraine", **shared))["a"]["caveat"] is None


def test_of_two_sides_equally_near_each_is_named():
    row = compared(
        claim("us", 7000, "Russia", "United States", source_kind="official", sentence="US officials estimate"),
        claim("ru", 498, "Russia", "Russia"),
        claim("ua", 15800, "Russia", "Ukraine", qualifier="approximate"),
        claim("uu", 1300, "Ukraine", "Ukraine"),
    )["us"]
    assert (row["counter_number"], row["partners"]) == ("Russia 498 or Ukraine about 15,800", 2)


def test_periods_with_and_without_a_beginning_do_not_meet():
    period = {"scope": "period", "document": "x.txt"}
    mine = claim("a", 209, "Ukraine", "Russia", **period)
    assert compared(mine, claim("b", 2500, "Ukraine", "Ukraine", **period))["a"]["counter_number"] == "2,500"
    since = claim("b", 2500, "Ukraine", "Ukraine", **period, since=day("2022-02-26"))
    assert compared(mine, since)["a"]["counter_number"] is None


def test_an_unknown_scope_meets_an_incident_only_in_its_document_and_for_want_of_a_total():
    unknown = claim("a", 20, "Russia", "Russia", scope="unknown", document="x.txt")
    here = incident("b", 90, "Russia", "Ukraine", document="x.txt")
    there = incident("b", 90, "Russia", "Ukraine")
    total = claim("c", 5840, "Russia", "Ukraine")
    in_town = dataclasses.replace(here, place="Lviv")
    assert compared(unknown, here)["a"]["counter_number"] == "90"
    assert compared(unknown, there)["a"]["counter_number"] is None
    assert compared(unknown, in_town)["a"]["counter_number"] is None
    assert compared(dataclasses.replace(unknown, place="Lviv"), in_town)["a"]["counter_number"] == "90"
    assert compared(unknown, here, total)["a"]["counter_number"] == "90"


def test_an_unknown_scope_meets_totals_of_other_documents_only_in_its_own_stated_class():
    bare = {"victims": None, "victim_class": "unspecified", "scope": "unknown"}
    total = claim("b", 14000, "Ukraine", "Russia")
    assert compared(claim("a", 10, "Ukraine", "Ukraine", **bare), total)["a"]["counter_number"] is None
    assert compared(claim("a", 10, "Ukraine", "Ukraine", **bare, document="b.txt"), total)["a"]["status"] == "contested"
    assert compared(claim("a", 1300, "Ukraine", "Ukraine", scope="unknown"), total)["a"]["status"] == "contested"


def test_periods_meet_when_they_begin_and_end_together():
    last_day = {"scope": "period", "since": day("2022-03-01")}
    mine = claim("a", 50, "Russia", "Russia", **last_day)
    assert compared(mine, claim("b", 300, "Russia", "Ukraine", **last_day))["a"]["counter_number"] == "300"
    week = last_day | {"since": day("2022-02-23")}
    assert compared(mine, claim("b", 300, "Russia", "Ukraine", **week))["a"]["counter_number"] is None


def test_a_place_that_is_a_side_is_the_whole_theatre():
    result = compared(claim("a", 498, "Russia", "Russia", place="Ukraine"), claim("b", 5840, "Russia", "Ukraine"))
    assert result["a"]["status"] == "contested"


# Incidents ---------------------------------------------------------------------------------------------------------


def test_yavoriv():
    people = {"victims": None, "victim_class": "unspecified", "date": "2022-03-13"}
    result = compared(
        incident("ua", 35, "Ukraine", "Ukraine", "Yavoriv", **people),
        incident("ru", 180, "Ukraine", "Russia", "the Yavoriv range", qualifier="at_most", date="2022-03-14"),
        incident("no", 20, "Ukraine", "Russia", "Mykolaiv", date="2022-03-13"),
    )
    assert (result["ua"]["status"], result["ua"]["counter_number"], result["ua"]["ratio"]) == (
        "contested",
        "≤ 180",
        5.14,
    )
    assert result["ua"]["days_apart"] == 1
    assert result["no"]["status"] == "unanswered"


def test_kramatorsk():
    station = {"victims": "people", "victim_class": "unspecified", "date": "2022-04-08"}
    result = compared(
        incident("ua", 50, "Ukraine", "Ukraine", "Kramatorsk", **station),
        incident("ru", 57, "Ukraine", "Russia", "Kramatorsk station", **station | {"date": "2022-04-10"}),
        incident("ch", 5, "Ukraine", "Ukraine", "Kramatorsk", **station | {"victims": "children"}, part_of="ua"),
    )
    assert (result["ua"]["status"], result["ua"]["counter_number"]) == ("contested", "57")
    assert result["ch"]["counter_number"] is None


def test_a_region_is_not_its_town_and_another_week_is_another_strike():
    town = incident("a", 50, "Ukraine", "Ukraine", "Kharkiv")
    region = incident("b", 9, "Ukraine", "Russia", "Kharkiv region")
    later = (day("2022-03-02") + dt.timedelta(days=MAX_INCIDENT_DAYS + 1)).isoformat()
    assert compared(town, region)["a"]["counter_number"] is None
    assert compared(town, incident("b", 9, "Ukraine", "Russia", "Kharkiv", date=later))["a"]["counter_number"] is None


def test_incidents_without_a_place_meet_in_one_document_unless_it_names_two():
    mine = incident("a", 35, "Ukraine", "Ukraine", document="x.txt")
    theirs = incident("b", 180, "Ukraine", "Russia", "Yavoriv", document="x.txt")
    other = incident("c", 7, "Ukraine", "Ukraine", "Lviv", document="x.txt")
    assert compared(mine, theirs)["a"]["caveat"] == "only one of them names the place"
    assert compared(mine, theirs, other)["a"]["counter_number"] is None
    assert (
        compared(mine, dataclasses.replace(theirs, document="y.txt", document_id="y.txt"))["a"]["counter_number"]
        is None
    )


def test_a_toll_in_a_whole_country_is_no_strike():
    country = incident("un", 957, "Ukraine", "United Nations", "Ukraine", document="x.txt", source_kind="international")
    for place in ("Mariupol", None):
        strike = incident("ua", 17, "Ukraine", "Ukraine", place, document="x.txt")
        assert compared(country, strike)["ua"]["counter_number"] is None


def test_nobody_against_a_very_large_number():
    militants = {"place": "Balakot", "victims": "militants", "date": "2019-02-26"}
    many = incident("in", None, "Jaish-e-Mohammed", "India", **militants, qualifier="vague")
    none = incident("pk", 0, "Jaish-e-Mohammed", "Pakistan", **militants)
    result = compared(many, none)
    assert {row["status"] for row in result.values()} == {"contested"}
    assert {row["ratio"] for row in result.values()} == {None}


# Parts and bounds --------------------------------------------------------------------------------------------------


def test_a_fragment_meets_the_same_fragment_only():
    shared = {"victims": "civilians", "victim_class": "civilian"}
    children = {"victims": "children", "victim_class": "civilian"}
    result = compared(
        claim("a", 2000, "Ukraine", "Ukraine", **shared),
        claim("ac", 97, "Ukraine", "Ukraine", **children, part_of="a"),
        claim("b", 596, "Ukraine", "United Nations", source_kind="international", **shared),
        claim("bc", 43, "Ukraine", "United Nations", source_kind="international", **children, part_of="b"),
    )
    assert [result[one]["counter_id"] for one in ("a", "ac", "b", "bc")] == ["b", "bc", "a", "ac"]


def test_the_killed_among_casualties_are_a_full_figure():
    shared = {"document": "x.txt", "date": "2022-03-25"}
    result = compared(
        claim("all", 30000, "Ukraine", "Russia", outcome="casualties", **shared),
        claim("dead", 14000, "Ukraine", "Russia", part_of="all", qualifier="more_than", **shared),
        claim("own", 1300, "Ukraine", "Ukraine", qualifier="approximate", date="2022-03-12"),
    )
    assert (result["dead"]["status"], result["dead"]["counter_number"], result["dead"]["ratio"]) == (
        "contested",
        "about 1,300",
        10.77,
    )


def test_killed_are_bounded_by_casualties_and_never_their_partner():
    killed = claim("a", 16100, "Russia", "Ukraine", qualifier="approximate")
    losses = claim("b", 5000, "Russia", "Russia", outcome="casualties")
    row = compared(killed, losses)["a"]
    assert (row["status"], row["exceeds_bound"]) == (
        "unanswered",
        "exceeds all casualties: Russia 5,000 (2022-03-02)",
    )
    assert (
        compared(killed, dataclasses.replace(losses, best=20000, low=20000, high=20000))["a"]["exceeds_bound"] is None
    )
    earlier = dataclasses.replace(losses, as_of=day("2022-02-26"))
    assert compared(killed, earlier)["a"]["exceeds_bound"] is None


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        (("exact", 100), ("exact", 100), "corroborated"),
        (("exact", 100), ("exact", 101), "contested"),
        (("approximate", 400), ("exact", 440), "corroborated"),
        (("approximate", 400), ("exact", 441), "contested"),
        (("at_least", 137), ("approximate", 400), "contested"),
        (("more_than", 1000), ("exact", 1000), "contested"),
        (("more_than", 1000), ("exact", 2000), "corroborated"),
        (("more_than", 1000), ("exact", 6000), "contested"),
        (("at_most", 180), ("exact", 35), "contested"),
        (("at_most", 180), ("exact", 120), "corroborated"),
        (("fewer_than", 100), ("exact", 100), "contested"),
        (("range", (7000, 15000)), ("exact", 15000), "corroborated"),
        (("vague", 100), ("exact", 800), "corroborated"),
        (("vague", 100), ("exact", 5000), "contested"),
        (("exact", 0), ("exact", 0), "corroborated"),
    ],
    ids=str,
)
def test_intervals(one, other, status):
    a = claim("a", one[1], "Russia", "Russia", qualifier=one[0])
    b = claim("b", other[1], "Russia", "Ukraine", qualifier=other[0])
    assert [row["status"] for row in compared(a, b).values()] == [status, status]


# Silence and denial ------------------------------------------------------------------------------------------------


def test_2870_stands_against_silence():
    result = compared(
        claim("ru", 2870, "Ukraine", "Russia", document="x.txt"),
        silence("no", "has published nothing on its military losses", "Ukraine", "Ukraine", document="x.txt"),
        claim("ua", 1300, "Ukraine", "Ukraine", date="2022-03-12"),
    )
    assert (result["ru"]["status"], result["ru"]["counter_number"], result["ru"]["days_apart"]) == (
        "withheld",
        "1,300",
        10,
    )


def test_silence_on_military_losses_carries_over_to_other_documents_for_a_week():
    words = silence("no", "has published nothing on its military losses", "Ukraine", "Ukraine")
    assert compared(claim("ru", 2870, "Ukraine", "Russia", date="2022-03-08"), words)["ru"]["status"] == "withheld"
    assert compared(claim("ru", 2870, "Ukraine", "Russia", date="2022-03-12"), words)["ru"]["status"] == "unanswered"
    civil = claim("un", 227, "Ukraine", "United Nations", victim_class="civilian", victims="civilians")
    assert compared(civil, words)["un"]["status"] == "unanswered"
    bare = claim("un", 102, "Ukraine", "United Nations", victim_class="unspecified", victims=None)
    assert compared(bare, words)["un"]["status"] == "unanswered"


@pytest.mark.parametrize(
    ("words", "outcomes", "classes"),
    [
        ("has not said how many of its own soldiers have died", {"killed"}, {"combatant"}),
        ("published no estimate of civilian deaths", {"killed"}, {"civilian"}),
        ("would not say how many were wounded or missing", {"wounded", "missing"}, set()),
        ("gave no number of prisoners", {"captured"}, set()),
        ("has given no casualty count so far", set(), set()),
        ("has not given a toll", set(), set()),
        ("has published nothing on its military losses", set(), {"combatant"}),
        ("gave no numbers", set(), set()),
    ],
)
def test_what_the_words_of_a_silence_are_about(words, outcomes, classes):
    assert losses_named(words) == (outcomes, classes)


def test_a_silence_on_the_dead_withholds_no_wounded():
    words = silence("no", "has not said how many of its own soldiers have died", "Ukraine", "Ukraine", document="x.txt")
    shared = {"victim_side": "Ukraine", "source_side": "Russia", "document": "x.txt"}
    result = compared(claim("k", 2870, **shared), claim("w", 3700, **shared, outcome="wounded"), words)
    assert [result[name]["status"] for name in "kw"] == ["withheld", "unanswered"]
    civil = claim("c", 50, **shared, victims="civilians", victim_class="civilian")
    assert compared(civil, words)["c"]["status"] == "unanswered"


def test_a_denial_is_not_outdone_by_a_bystander_of_another_day():
    denial = silence("de", "called the figure a lie", "Russia", "Russia", kind="denial", document="x.txt")
    claims = [
        claim("ua", 20100, "Russia", "Ukraine", document="x.txt"),
        claim("no", (7000, 15000), "Russia", "NATO", qualifier="range", date="2022-03-12", source_kind="international"),
    ]
    row = compared(*claims, denial)["ua"]
    assert (row["status"], row["counter_side"]) == ("denied", "NATO")


def test_a_denial_rejects_the_figure_before_it_and_no_other():
    civil = {"victim_class": "civilian", "victims": "civilians", "source_kind": "international"}
    result = compared(
        claim("un", 227, "Ukraine", "United Nations", document="x.txt", start=5, **civil),
        claim("ru", 180, "Ukraine", "Russia", document="x.txt", start=40),
        silence("de", "called that pure propaganda", "Ukraine", "Ukraine", kind="denial", document="x.txt"),
    )
    assert (result["ru"]["status"], result["ru"]["silence"]) == ("denied", "Ukraine: “called that pure propaganda”")
    assert result["un"]["status"] == "unanswered"


def test_a_figure_outranks_a_denial_and_a_denial_a_silence_and_all_are_shown():
    shared = {"document": "x.txt", "victim_side": "Kenya", "source_side": "Kenya"}
    claims = [
        incident("sh", 100, "Kenya", "al-Shabaab", "El-Adde", qualifier="approximate", document="x.txt"),
        silence("de", "was not true", kind="denial", **shared),
        silence("no", "declined to provide one", **shared),
    ]
    words = "Kenya: “was not true”; Kenya: “declined to provide one”"
    row = compared(*claims)["sh"]
    assert (row["status"], row["silence"], row["silence_id"]) == ("denied", words, "de no")
    row = compared(*claims, incident("ke", 30, "Kenya", "Kenya", "El-Adde", document="x.txt"))["sh"]
    assert (row["status"], row["silence"], row["counter_number"]) == ("contested", words, "30")


def two_towns():
    """An army of its enemy's dead and of its own in one town, a doctor of civilians in another; both speak for Peru."""
    shared = {"document": "x.txt", "scope": "incident"}
    civil = {"victim_class": "civilian", "victims": "villagers", "source": "the doctor"}
    return [
        claim("en", 300, "Shining Path", "Peru", start=10, place="Tarma", sentence="1", **shared),
        claim("ow", 12, "Peru", "Peru", start=30, sentence="2", **shared),
        claim("ci", 58, "Peru", "Peru", start=50, place="Ayacucho", sentence="3", **civil, **shared),
    ]


@pytest.mark.parametrize(
    ("words", "kind", "start", "answered"),
    [
        ("called the figure a fabrication", "denial", 60, ["ci"]),
        ("called the figure a fabrication", "denial", 40, ["ow"]),
        ("rejected that", "denial", 60, ["ci"]),
        ("called the figures a fabrication", "denial", 60, ["ow", "ci"]),
        ("denied that any civilians had been killed", "denial", 60, ["ci"]),
        ("denied that any soldier had died", "denial", 60, ["ow"]),
        ("did not say how many people had died", "no_count", 60, ["ci"]),
        ("did not say how many people had died", "no_count", 40, ["ow"]),
        ("has given no figures", "no_count", 60, ["ow", "ci"]),
        ("has not commented on the claim", "no_count", 60, ["ci"]),
        ("has not commented on the claims", "no_count", 60, ["ow", "ci"]),
    ],
)
def test_words_about_one_thing_answer_that_alone(words, kind, start, answered):
    shared = {"document": "x.txt", "kind": kind, "start": start}
    result = compared(*two_towns(), silence("no", words, "Shining Path", "Peru", **shared))
    assert [name for name, row in result.items() if row["silence_id"]] == answered


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("Moscow did not say how many died in Makiivka.", ["withheld", "unanswered"]),
        ("Moscow did not say how many died in Tokmak.", ["unanswered", "withheld"]),
        ("Moscow did not say how many died.", ["withheld", "withheld"]),
    ],
)
def test_a_silence_is_on_the_attack_whose_place_its_sentence_names(sentence, statuses):
    told = "Ukraine said 400 Russian soldiers were killed in Makiivka and 60 in Tokmak."
    shared = {"document": "x.txt", "scope": "incident", "sentence": told}
    claims = [
        claim("ma", 400, "Russia", "Ukraine", place="Makiivka", start=13, **shared),
        claim("to", 60, "Russia", "Ukraine", place="Tokmak", start=62, **shared),
    ]
    words = silence(
        "no", "did not say how many died", "Russia", "Russia", document="x.txt", start=90, sentence=sentence
    )
    result = compared(*claims, words)
    assert [result[name]["status"] for name in ("ma", "to")] == statuses


def test_a_silence_about_ones_own_dead_does_not_withhold_those_of_others():
    claims = [claim("li", 492, "Lebanon", "Lebanon", document="x.txt", scope="incident")]
    words = {"document": "x.txt", "sentence": "It has stopped announcing the deaths of its fighters."}
    own = silence("no", "stopped announcing the deaths", "Hezbollah", "Hezbollah", **words)
    general = silence("no", "gives no figures", "Hezbollah", "Hezbollah", **words)
    assert [compared(*claims, one)["li"]["status"] for one in (own, general)] == ["unanswered", "withheld"]
    elsewhere = claim("is", 20, "Hezbollah", "Israel", document="y.txt")
    assert compared(*claims, general, elsewhere)["li"]["status"] == "unanswered", "Hezbollah fights Israel here"


def test_a_figure_given_in_a_denial_stands_beside_what_it_denies_whatever_the_scope():
    told = {"document": "x.txt", "sentence": "The rebels denied this, saying that nine had died."}
    claims = [
        claim("ar", 300, "Shining Path", "Peru", document="x.txt", start=10),
        silence("de", "denied this", "Shining Path", "Shining Path", kind="denial", **told),
        claim("re", 9, "Shining Path", "Shining Path", scope="incident", **told | {"start": 110}),
    ]
    result = compared(*claims)
    assert [(row["status"], row["counter_number"]) for row in result.values()] == [
        ("contested", "9"),
        ("contested", "300"),
    ]
    assert result["ar"]["silence"] == "Shining Path: “denied this”"
    assert result["ar"]["caveat"] == "scopes differ: cumulative, incident"
    far = dataclasses.replace(claims[2], sentence="Nine had died.", start=900)
    assert compared(*claims[:2], far)["ar"]["status"] == "denied"
    town = dataclasses.replace(claims[2], place="Tarma")
    assert compared(*claims[:2], town)["ar"]["status"] == "denied", "a town's dead are no rival of a running total"


@pytest.mark.parametrize(
    ("number", "more", "status"),
    [
        (410, {"victim_class": "civilian", "victims": "civilians"}, "unanswered"),
        (38, {"victim_class": "civilian", "victims": "civilians"}, "contested"),
        (410, {"victim_class": "civilian", "victims": "civilians", "place": "Bucha"}, "contested"),
        (410, {"victim_class": "unspecified", "victims": "people"}, "unanswered"),
        (38, {"victim_class": "unspecified", "victims": "people"}, "contested"),
    ],
)
def test_a_body_that_a_reporter_saw_is_no_rival_of_a_toll_more_than_ten_times_as_high(number, more, status):
    shared = {"document": "x.txt", "place": more.get("place")}
    seen = {"victim_class": "unspecified", "victims": "bodies"}
    result = compared(
        incident("re", 4, "Ukraine", None, **shared, **seen),
        incident("ua", number, "Ukraine", "Ukraine", **shared | more),
    )
    assert result["re"]["status"] == status


def test_a_rebel_groups_health_ministry_does_not_speak_of_its_enemys_losses():
    civil = {"victim_class": "civilian", "victims": "mourners", "source_kind": "emergency"}
    claims = [
        incident("m", 82, "Yemen", "Houthis", document="x.txt", **civil),
        incident("s", 30, "Yemen", "Houthis", document="x.txt"),
        incident("h", 40, "Houthis", "Yemen", document="x.txt"),
    ]
    assert [row["speaks_of"] for row in compared(*claims).values()] == ["third party", "enemy", "enemy"]


def test_armies_may_differ_by_more():
    claims = [
        incident("a", 200, "Kenya", "al-Shabaab", document="x.txt"),
        incident("k", 10, "Kenya", "Kenya", document="x.txt"),
    ]
    assert compared(*claims)["a"]["ratio"] == 20


@pytest.mark.parametrize(
    "words",
    [
        silence("no", "has given no casualty count", "Ukraine", document="x.txt"),
        silence(
            "no", "has not issued an estimate", "Red Cross", "Ukraine", document="x.txt", source_kind="international"
        ),
        silence("no", "there were no reports of casualties", None, document="x.txt", source_kind="narrator"),
        silence("no", "would not say how many were wounded", "Russia", document="x.txt", outcome="wounded"),
    ],
    ids=["its own side", "a bystander", "nobody", "another outcome"],
)
def test_these_silences_withhold_nothing(words):
    assert compared(claim("a", 137, "Ukraine", "Ukraine", document="x.txt"), words)["a"]["status"] == "unanswered"


def test_no_comment_on_somebodys_figures_is_about_those_figures():
    shared = {"document": "x.txt", "victim_class": "unspecified", "victims": None}
    result = compared(
        claim("un", 900, "Ukraine", "United Nations", source_kind="international", start=5, **shared),
        claim("ru", 14000, "Ukraine", "Russia", start=40, **shared),
        silence("no", "has not responded to those numbers", "Ukraine", "Ukraine", document="x.txt"),
    )
    assert result["ru"]["silence_id"] == "no"
    assert result["un"]["silence_id"] is None


# Wars --------------------------------------------------------------------------------------------------------------


def opponents(*claims, **options):
    return {tuple(sorted(pair)) for pair in find_opponents(claims_table(claims), **options)}


def test_opponents_accuse_each_other_or_lose_in_one_document():
    assert opponents(*first_day()) == {("Russia", "Ukraine")}
    both_ways = [claim("a", 5840, "Russia", "Ukraine"), claim("b", 2870, "Ukraine", "Russia")]
    assert opponents(*both_ways) == {("Russia", "Ukraine")}


def test_bystanders_are_no_opponents():
    washington = claim("us", 1500, "Russia", "United States", sentence="Officials estimate that 1,500 Russians died.")
    assert opponents(washington) == set()
    assert opponents(claim("un", 25, "Ukraine", "United Nations", source_kind="international")) == set()
    assert opponents(claim("a", 5, "Turkey", "Turkey"), claim("b", 9, "Syria", "Syria", document="a.txt")) == set()
    assert opponents(*first_day(), claim("us", 1500, "Russia", "United States")) == {("Russia", "Ukraine")}
    assert opponents(claim("no", 0, "United States", "NATO")) == set()


def test_a_lone_accuser_is_the_enemy_and_two_are_not_guessed():
    kyiv, seoul = claim("a", 3800, "North Korea", "Ukraine"), claim("b", 300, "North Korea", "South Korea")
    assert opponents(kyiv) == {("North Korea", "Ukraine")}
    assert opponents(kyiv, seoul) == set()
    assert compared(kyiv, seoul)["a"]["speaks_of"] == "other side"
    assert opponents(kyiv, seoul, opposed=[("North Korea", "Ukraine")]) == {("North Korea", "Ukraine")}
    assert opponents(kyiv, seoul, *first_day()) == {("North Korea", "Ukraine"), ("Russia", "Ukraine")}


def test_wars_that_the_lexicon_knows():
    """Nobody accuses anybody here: a monitor counts, a government is silent."""
    monitor = {"source_kind": "monitor", "source": "a monitor"}
    soldiers = claim("a", 70, "Armenia", None, **monitor, document="x.txt", date="2020-10-01")
    words = silence("no", "has given no count", "Azerbaijan", document="x.txt", date="2020-10-01")
    assert opponents(soldiers, words) == {("Armenia", "Azerbaijan")}
    assert opponents(soldiers, dataclasses.replace(words, document="y", document_id="y")) == set()
    assert opponents(dataclasses.replace(soldiers, as_of=day("1970-01-01")), words) == set()
    # One direction in the table of wars is enough.
    korea = claim("a", 300, "North Korea", "South Korea", document="x", date="2025-01-13", source_kind="official")
    assert opponents(korea, claim("b", 9, "Ukraine", "Ukraine", document="x", date="2025-01-13")) == {
        ("North Korea", "Ukraine")
    }


def test_an_earthquake_in_two_countries_is_no_war():
    people = {"victims": "people", "victim_class": "unspecified", "source_kind": "emergency", "document": "x"}
    assert (
        opponents(claim("a", 80, "Pakistan", "Pakistan", **people), claim("b", 9, "India", "India", **people)) == set()
    )


def test_a_known_war_leaves_no_room_for_guesses():
    """American officials count Russian dead in a text that knows American dead, too."""
    told = [
        claim("us", 7000, "Russia", "United States", document="x"),
        claim("am", 2, "United States", None, document="x"),
    ]
    assert opponents(*told) == {("Russia", "United States")}
    assert opponents(*told, *first_day()) == {("Russia", "Ukraine")}


def test_a_rare_front_goes_with_its_war_and_does_not_rename_it():
    big = [
        claim(f"{n}{side}", 10 * n, side, enemy, document=f"{n}")
        for n in range(1, 9)
        for side, enemy in (("Russia", "Ukraine"), ("Ukraine", "Russia"))
    ]
    donetsk = claim("d", 209, "Donetsk People's Republic", "Donetsk People's Republic", document="8")
    wars = wars_of(claims_table([*big, donetsk]))
    assert set(wars) == {"Russia – Ukraine"}


def test_an_armed_group_is_an_enemy_and_a_government_of_its_own_people_is_not():
    assert opponents(claim("a", 107, "Burkina Faso", "JNIM"), claim("b", 9, "Mali", "JNIM")) == {
        ("Burkina Faso", "JNIM"),
        ("JNIM", "Mali"),
    }
    assert opponents(claim("a", 471, "Palestine", "Hamas", victim_class="unspecified", victims="people")) == set()


def test_wars_of_every_row():
    claims = [
        *first_day(),
        claim("un", 25, "Ukraine", "United Nations", source_kind="international"),
        claim("tr", 4500, "Turkey", "Turkey"),
        claim("xx", 4000, None, "Armenia"),
        silence("mo", "has given no figures", "Russia"),
    ]
    assert list(wars_of(claims_table(claims)).astype(object).where(lambda war: war.notna(), None)) == [
        *["Russia – Ukraine"] * 5,
        "Turkey",
        None,
        "Russia – Ukraine",
    ]


def test_fronts_reported_together_are_one_war_and_others_are_not():
    gaza = [
        claim("a", 10, "Israel", "Hamas", document="1"),
        claim("b", 90, "Hamas", "Israel", document="1"),
        claim("c", 70, "Palestine", "Israel", document="1"),
        claim("d", 12, "Israel", "Palestine", document="1"),
        claim("e", 5, "Israel", "Hezbollah", document="2"),
        claim("f", 8, "Hezbollah", "Israel", document="2"),
        claim("g", 3, "Israel", "Israel", document="2"),
        claim("h", 3, "Israel", "Israel", document="3"),
    ]
    wars = list(wars_of(claims_table(gaza)))
    assert wars == ["Hamas – Israel – Palestine"] * 4 + ["Hezbollah – Israel"] * 3 + ["Israel"]


def test_karabakh():
    result = compared(
        claim("az", 2783, "Azerbaijan", "Azerbaijan", date="2020-12-03"),
        claim("am", 7630, "Azerbaijan", "Armenia", date="2020-11-30"),
        claim("an", 2425, "Armenia", "Armenia", date="2020-11-27"),
        claim(
            "ru",
            4000,
            None,
            "Russia",
            victims="people",
            victim_class="unspecified",
            date="2020-11-13",
            qualifier="more_than",
        ),
    )
    assert (result["az"]["war"], result["az"]["status"], result["az"]["days_apart"]) == (
        "Armenia – Azerbaijan",
        "contested",
        -3,
    )
    assert (result["an"]["war"], result["an"]["status"]) == ("Armenia – Azerbaijan", "unanswered")
    assert (result["ru"]["subject"], result["ru"]["war"], result["ru"]["speaks_of"]) == (
        "People killed, side not named",
        None,
        None,
    )


def test_a_toll_without_a_side_meets_another_one_only_in_its_document():
    shared = {"victims": "people", "victim_class": "unspecified"}
    moscow = claim("ru", 4000, None, "Russia", document="x.txt", **shared)
    paris = claim("fr", 5000, None, "France", document="x.txt", **shared)
    assert compared(moscow, paris)["ru"]["counter_number"] == "5,000"
    assert compared(moscow, dataclasses.replace(paris, document="y", document_id="y"))["ru"]["counter_number"] is None


# The frame ---------------------------------------------------------------------------------------------------------


def test_the_table_keeps_its_order_index_and_columns():
    frame = claims_table(first_day()).iloc[[2, 0, 3, 1]].set_index(pd.Index([7, 3, 9, 1]))
    result = compare(frame)
    assert list(result.index) == [7, 3, 1]
    assert list(result.columns) == [*frame.columns, *(name for name, _, _ in COMPARISON_COLUMNS)]
    assert list(result["claim_id"]) == ["ac", "aa", "ab"]


@pytest.mark.parametrize(
    "claims", [[], first_day()[3:], first_day()[:1], first_day()], ids=["none", "silence", "one", "day"]
)
def test_dtypes(claims):
    result = compare(claims_table(claims))
    assert {name: str(result[name].dtype) for name, _, _ in COMPARISON_COLUMNS} == {
        n: dtype for n, dtype, _ in COMPARISON_COLUMNS
    }
    assert list(result["status"].cat.categories) == list(STATUSES)


def test_compare_leaves_its_input_alone_and_may_be_repeated():
    frame = claims_table(first_day())
    before = frame.copy()
    once = compare(frame)
    pd.testing.assert_frame_equal(frame, before)
    pd.testing.assert_frame_equal(compare(once), once.assign(**compare(once)[[n for n, _, _ in COMPARISON_COLUMNS]]))


def test_a_table_without_its_columns():
    with pytest.raises(TableError, match="lacks the columns best, scope"):
        compare(claims_table(first_day()).drop(columns=["best", "scope"]))


def test_words():
    assert readable_number(1000, 1000, None, "more_than") == "> 1,000"
    assert readable_number(180, None, 180, "at_most") == "≤ 180"
    assert readable_number(100, None, 100, "fewer_than") == "< 100"
    assert readable_number(None, None, None, "vague", "a very large number") == "a very large number"
    assert subject_of("Russia", "combatant", "casualties") == "Russian combatant casualties"
    assert subject_of("Hamas", "unspecified", "captured") == "Hamas people captured"


# Properties --------------------------------------------------------------------------------------------------------

DAYS = st.dates(day("2022-02-24"), day("2022-03-20")).map(dt.date.isoformat)
SIDES = st.sampled_from(["Russia", "Ukraine", "NATO", "United Nations", None])


@st.composite
def tables(draw, size=8):
    """A few claims and silences of one war, parts among them, in few documents."""
    made = []
    for i in range(draw(st.integers(1, size))):
        document = draw(st.sampled_from(["one", "two", "three"]))
        victims, speaker = draw(st.sampled_from(["Russia", "Ukraine", None])), draw(SIDES)
        if draw(st.integers(0, 4)) == 0:
            kind = draw(st.sampled_from(["no_count", "denial"]))
            made.append(
                silence(
                    f"c{i}",
                    "has given no count",
                    speaker,
                    victims,
                    kind=kind,
                    document=document,
                    date=draw(DAYS),
                    start=i,
                )
            )
            continue
        counts = [one.claim_id for one in made if one.kind == "count" and one.document == document]
        qualifier = draw(st.sampled_from(QUALIFIERS))
        number = draw(st.integers(0, 3000))
        made.append(
            claim(
                f"c{i}",
                (number, number + 50) if qualifier == "range" else number,
                victims,
                speaker,
                qualifier=qualifier,
                date=draw(DAYS | st.none()),
                document=document,
                start=i,
                outcome=draw(st.sampled_from(OUTCOMES)),
                victim_class=draw(st.sampled_from(["combatant", "civilian", "unspecified", None])),
                victims=draw(st.sampled_from(["soldiers", "children", "people", None])),
                scope=draw(st.sampled_from(["incident", "period", "cumulative", "unknown"])),
                place=draw(st.sampled_from([None, "Kharkiv", "Lviv"])),
                since=draw(st.none() | DAYS.map(day)),
                part_of=draw(st.sampled_from(counts)) if counts and draw(st.booleans()) else None,
            )
        )
    return made


@settings(max_examples=150, deadline=None)
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(claims, shuffler):
    shuffled = shuffler.sample(claims, len(claims))
    # Within a document the words come in the order of the text, and a part after its whole, as the extraction gives them.
    shuffled.sort(key=lambda one: one.start)
    by_document = sorted(claims, key=lambda one: (one.document, one.start))
    assert compared(*by_document) == compared(*shuffled)


@settings(max_examples=150, deadline=None)
@given(tables())
def test_partners_are_other_sides_and_never_wholes_or_other_outcomes(claims):
    by_id = {one.claim_id: one for one in claims}
    for claim_id, row in compared(*claims).items():
        mine, other = by_id[claim_id], by_id.get(row["counter_id"])
        assert (row["status"] in ("contested", "corroborated")) <= (row["partners"] > 0)
        if other is None:
            continue
        assert other.source_side not in (None, mine.source_side)
        assert (other.outcome, other.victim_side) == (mine.outcome, mine.victim_side)
        assert other.claim_id != mine.part_of
        assert mine.claim_id != other.part_of
        if {mine.scope, other.scope} in ({"incident", "cumulative"}, {"period", "cumulative"}, {"incident", "period"}):
            # Only a figure that was given in denial of another, and the row says that they differ.
            assert any(one.kind == "denial" and one.document == mine.document == other.document for one in claims)
            assert "scopes differ" in row["caveat"]
        assert {mine.victim_class, other.victim_class} != {"combatant", "civilian"}
        assert row["ratio"] is None or row["ratio"] >= 1


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, 5000), st.integers(0, 5000), st.sampled_from(sorted(BOUNDS)), st.sampled_from(sorted(BOUNDS)), DAYS
)
def test_two_claims_stand_the_same_way_to_each_other(one, other, how, how_other, date):
    a = claim("a", one, "Russia", "Russia", qualifier=how)
    b = claim("b", other, "Russia", "Ukraine", qualifier=how_other, date=date)
    left, right = compared(a, b).values()
    assert (left["status"], left["ratio"]) == (right["status"], right["ratio"])
    assert left["gap"] is None or left["gap"] == -right["gap"]
    assert left["days_apart"] is None or left["days_apart"] == -right["days_apart"]


def test_twenty_thousand_claims_in_seconds():
    draw = random.Random(1)
    sides = ["Russia", "Ukraine", "United States", "NATO", None]
    claims = [
        claim(
            f"{i:06}",
            draw.randrange(50_000),
            draw.choice(sides[:2]),
            draw.choice(sides),
            document=f"{i // 5}",
            date=(day("2022-02-24") + dt.timedelta(days=draw.randrange(700))).isoformat(),
            scope=draw.choice(["cumulative", "incident"]),
            place=draw.choice([None, *(f"Town {n}" for n in range(400))]),
        )
        for i in range(20_000)
    ]
    frame = claims_table(claims)
    started = time.perf_counter()
    compare(frame)
    assert time.perf_counter() - started < 30  # 3 s where this was written
