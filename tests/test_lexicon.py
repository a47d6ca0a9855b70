"""The vocabulary: every table is sound, and every row means in its example what it says.

A row is checked both ways: its form occurs in its example, and reading the example finds that form with the sense,
side and kind of the row. Where the text offers a longer form at the same place, or one that begins earlier, that one
is read instead, and a name beats a common word of its length. Such rows are exceptions by these rules, and their share
in a table is bounded.
"""

import re
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import facttrack
from facttrack.errors import LexiconError
from facttrack.lexicon import CUE_KINDS, PROPER, TABLES, lexicon, read_table
from facttrack.models import CLASSES as VICTIM_CLASSES
from facttrack.models import OUTCOMES, QUALIFIERS, SOURCE_KINDS
from facttrack.names import states_of
from facttrack.sentences import Sentence, find_tokens
from facttrack.units import read_sentence

PACKAGE = Path(facttrack.__file__).parent
SPEAKING = set(SOURCE_KINDS) - {"narrator", "witness", "unnamed"}

FORMS = [table for table in TABLES if "form" in TABLES[table]]
"""Tables of words; `wars` is one of pairs, and has tests of its own."""

NAMES = ("bodies", "groups", "people", "places", "sides")
"""Tables of names, which are read with their capitals."""

KEYS = {
    "bodies": ("form",),
    "casualties": ("form", "kind"),
    "context": ("form", "kind"),
    "cues": ("form", "kind"),
    "groups": ("form",),
    "hedges": ("form",),
    "numbers": ("form",),
    "people": ("form", "name", "office"),
    "places": ("form",),
    "roles": ("form",),
    "sides": ("form",),
    "victims": ("form",),
}
"""What a table may hold only once. A form may have several grammatical roles, a person several offices."""

VALUES = {
    ("bodies", "source_kind"): SPEAKING,
    ("casualties", "outcome"): set(OUTCOMES),
    ("groups", "role"): {"name", "acronym", "adjective"},
    ("groups", "kind"): {"insurgent", "separatist", "militia", "authority", "alliance"},
    ("hedges", "qualifier"): set(QUALIFIERS) - {"range", "vague"},
    ("hedges", "position"): {"before", "after"},
    ("numbers", "kind"): set("unit tens scale dozen about all another vague zero zero_pronoun".split()),
    ("people", "source_kind"): SPEAKING,
    ("places", "kind"): {"city", "village", "region", "site", "camp", "sea"},
    ("roles", "type"): {"person", "body", "document"},
    ("roles", "source_kind"): (set(SOURCE_KINDS) - {"narrator"}) | {"inherit"},
    ("sides", "role"): {"name", "adjective", "demonym", "capital", "seat"},
    ("victims", "number"): {"singular", "plural", "both"},
    ("victims", "victim_class"): set(VICTIM_CLASSES),
    ("victims", "stance"): {"", "own", "enemy", "insurgent"},
}
"""The values of each coded column."""

MAX_COVERED = {"cues": 0.04, "context": 0.04, "casualties": 0.02, "numbers": 0.03, "victims": 0.02}
"""Share of rows that another form may cover in their example; 0.01 for the other tables."""

MINIMUM = {"groups": 80, "people": 150, "victims": 120, "casualties": 100, "cues": 120, "places": 4000}

# The members of the United Nations, under the names that the tables use.
STATES = tuple(
    " ".join(state.split())
    for state in """
    Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; Australia; Austria;
    Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize; Benin; Bhutan; Bolivia;
    Bosnia and Herzegovina; Botswana; Brazil; Brunei; Bulgaria; Burkina Faso; Burundi; Cambodia; Cameroon; Canada;
    Cape Verde; Central African Republic; Chad; Chile; China; Colombia; Comoros; Costa Rica; Croatia; Cuba; Cyprus;
    Czech Republic; DR Congo; Denmark; Djibouti; Dominica; Dominican Republic; East Timor; Ecuador; Egypt; El Salvador;
    Equatorial Guinea; Eritrea; Estonia; Eswatini; Ethiopia; Fiji; Finland; France; Gabon; Gambia; Georgia; Germany;
    Ghana; Greece; Grenada; Guatemala; Guinea; Guinea-Bissau; Guyana; Haiti; Honduras; Hungary; Iceland; India;
    Indonesia; Iran; Iraq; Ireland; Israel; Italy; Ivory Coast; Jamaica; Japan; Jordan; Kazakhstan; Kenya; Kiribati;
    Kuwait; Kyrgyzstan; Laos; Latvia; Lebanon; Lesotho; Liberia; Libya; Liechtenstein; Lithuania; Luxembourg;
    Madagascar; Malawi; Malaysia; Maldives; Mali; Malta; Marshall Islands; Mauritania; Mauritius; Mexico; Micronesia;
    Moldova; Monaco; Mongolia; Montenegro; Morocco; Mozambique; Myanmar; Namibia; Nauru; Nepal; Netherlands;
    New Zealand; Nicaragua; Niger; Nigeria; North Korea; North Macedonia; Norway; Oman; Pakistan; Palau; Panama;
    Papua New Guinea; Paraguay; Peru; Philippines; Poland; Portugal; Qatar; Republic of the Congo; Romania; Russia;
    Rwanda; Saint Kitts and Nevis; Saint Lucia; Saint Vincent and the Grenadines; Samoa; San Marino;
    Sao Tome and Principe; Saudi Arabia; Senegal; Serbia; Seychelles; Sierra Leone; Singapore; Slovakia; Slovenia;
    Solomon Islands; Somalia; South Africa; South Korea; South Sudan; Spain; Sri Lanka; Sudan; Suriname; Sweden;
    Switzerland; Syria; Tajikistan; Tanzania; Thailand; Togo; Tonga; Trinidad and Tobago; Tunisia; Turkey;
    Turkmenistan; Tuvalu; Uganda; Ukraine; United Arab Emirates; United Kingdom; United States; Uruguay; Uzbekistan;
    Vanuatu; Venezuela; Vietnam; Yemen; Zambia; Zimbabwe
    """.split(";")
)  # fmt: skip

NAME_IS_CAPITAL = {"Djibouti", "Luxembourg", "Monaco", "San Marino", "Singapore"}
NAME_IS_ADJECTIVE = {"Liechtenstein", "New Zealand", "Solomon Islands"}
SHARED_ADJECTIVE = {"Dominica": "Dominican", "Republic of the Congo": "Congolese"}
"""States whose adjective the news use for a namesake; the tables give it to that one alone."""


@cache
def rows(table):
    return list(read_table(table))


def key_of(form):
    return tuple(word for word, _, _ in find_tokens(form))


def test_a_row_with_a_cell_too_few_is_named(tmp_path, monkeypatch):
    (tmp_path / "hedges.csv").write_text("form,qualifier,position,example\n\nabout,approximate,before\n")
    monkeypatch.setattr("facttrack.lexicon.lexicon_folder", lambda: tmp_path)
    with pytest.raises(LexiconError, match=r"hedges\.csv, line 3: 3 cells, not 4"):
        list(read_table("hedges"))


# --- form ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", FORMS)
def test_rows_are_complete_and_trimmed(table):
    for row in rows(table):
        assert tuple(row) == TABLES[table], row
        assert all(isinstance(value, str) and value == value.strip() for value in row.values()), row
        assert row["form"], row
        assert row["example"], row


@pytest.mark.parametrize("table", FORMS)
def test_rows_are_sorted(table):
    forms = [row["form"].casefold() for row in rows(table)]
    assert [pair for pair in pairwise(forms) if pair[0] > pair[1]] == []


@pytest.mark.parametrize("table", FORMS)
def test_no_row_stands_twice(table):
    found = Counter(tuple(row[part] for part in KEYS[table]) for row in rows(table))
    assert [key for key, count in found.items() if count > 1] == []


@pytest.mark.parametrize("table", [table for table in FORMS if table not in NAMES])
def test_capitals_change_no_meaning(table):
    """Common words are read without regard to capitals, so "POWs" and "pows" must mean the same."""
    found = defaultdict(set)
    for row in rows(table):
        key = tuple(row[part].lower() for part in KEYS[table])
        found[key].add(tuple(row[part] for part in TABLES[table] if part not in ("form", "example")))
    assert {key: coded for key, coded in found.items() if len(coded) > 1} == {}


@pytest.mark.parametrize(("table", "column"), VALUES)
def test_coded_columns_hold_known_values(table, column):
    assert {row[column] for row in rows(table)} - VALUES[table, column] == set()


@pytest.mark.parametrize("table", ["casualties", "context", "cues"])
def test_every_kind_is_used_by_the_grammar(table):
    """A kind that no module names would be a dead row."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.glob("*.py")))
    assert [kind for kind in {row["kind"] for row in rows(table)} if not re.search(rf"\b{kind}\b", source)] == []


def test_a_casualty_word_has_one_outcome():
    outcomes = defaultdict(set)
    for row in rows("casualties"):
        outcomes[row["form"].lower()].add(row["outcome"])
    assert {form: found for form, found in outcomes.items() if len(found) > 1} == {}


def test_numbers_have_values():
    for row in rows("numbers"):
        if row["kind"] in ("unit", "tens", "scale", "dozen", "about", "zero", "zero_pronoun"):
            assert float(row["value"]) >= 0, row
        elif row["value"]:
            assert row["kind"] in ("vague", "another", "all"), row


DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@pytest.mark.parametrize("table", ["people", "wars"])
def test_dates_are_dates_and_in_order(table):
    for row in rows(table):
        since, until = row["since"], row["until"]
        assert all(DATE.fullmatch(day) for day in (since, until) if day), row
        if since and until:
            shared = min(len(since), len(until))
            assert since[:shared] <= until[:shared], row


# --- the row occurs in its example ---------------------------------------------------------------------------------


@pytest.mark.parametrize("table", FORMS)
def test_form_occurs_in_example(table):
    names = table in NAMES
    assert [
        row["form"]
        for row in rows(table)
        if (row["form"] if names else row["form"].lower()) not in (row["example"] if names else row["example"].lower())
    ] == []


# --- the example means what the row says ---------------------------------------------------------------------------


def senses_of(table, row):
    """The senses under which the grammar must find a row's form."""
    match table:
        case "bodies":
            return {"body_name"}
        case "casualties" | "context":
            return {row["kind"]}
        case "cues":
            return {CUE_KINDS.get(row["kind"], row["kind"])}
        case "groups":
            return {"side_adjective" if row["role"] == "adjective" else "side_name"}
        case "hedges":
            return {row["position"]}
        case "numbers":
            kind = row["kind"]
            return {kind if kind in ("vague", "zero", "zero_pronoun", "all", "another") else "number"}
        case "people":
            return {"person"}
        case "places":
            return {"place"}
        case "roles":
            return {f"{row['type']}_role"}
        case "sides":
            return {"side_adjective" if row["role"] in ("adjective", "demonym") else "side_name"}
        case "victims":
            return {"victim" if row["number"] == "singular" else "victims"}


def differences(table, row, entry):
    """What a reading of the row's form has otherwise than the row says."""
    wanted = {}
    match table:
        case "bodies":
            wanted = {"source_kind": row["source_kind"], "name": row["name"]}
            if row["side"]:
                wanted["side"] = row["side"]
        case "casualties":
            wanted = {"outcome": row["outcome"]}
        case "groups":
            wanted = {"side": row["side"], "group_kind": row["kind"]}
        case "hedges":
            wanted = {"qualifier": row["qualifier"]}
        case "numbers":
            wanted = {"value": float(row["value"]) if row["value"] else None}
        case "places":
            wanted = {"place_country": row["country"] or None}
        case "roles":
            wanted = {"source_kind": row["source_kind"]}
        case "sides":
            wanted = {"side": row["side"]}
        case "victims":
            wanted = {"victim_class": row["victim_class"], "stance": row["stance"] or None}
    found = {name: (value, getattr(entry, name)) for name, value in wanted.items() if getattr(entry, name) != value}
    if table == "people" and not any(
        (who.name, who.side or "", who.source_kind, who.office)
        == (row["name"], row["side"], row["source_kind"], row["office"])
        for who in entry.people
    ):
        found["people"] = (row["name"], [who.name for who in entry.people])
    missing = senses_of(table, row) - entry.senses
    if missing:
        found["senses"] = (missing, entry.senses)
    return found


@cache
def reading(example):
    return read_sentence(Sentence(example, 0, len(example), 0), lexicon())


def look_up(table, row):
    """The units that read a row's form in its example, and whether another form covers it everywhere."""
    low = " ".join(word.lower() for word in key_of(row["form"]))
    units = reading(row["example"]).units
    exact = [unit for unit in units if unit.low == low and unit.entry is not None]
    if table not in NAMES:  # a name beats a common word of its length
        common = [unit for unit in exact if not unit.senses <= PROPER - {"calendar"}]
        if exact and not common:
            return [], True
        exact = common
    if exact:
        return exact, False
    places = [match.span() for match in re.finditer(re.escape(row["form"].lower()), row["example"].lower())]
    covered = any(
        unit.entry is not None and unit.start < end and start < unit.end and (unit.start < start or unit.end > end)
        for start, end in places
        for unit in units
    )
    return [], covered


@pytest.mark.parametrize("table", FORMS)
def test_reading_the_example_gives_what_the_row_says(table):
    wrong, unread, covered = [], [], []
    for row in rows(table):
        exact, hidden = look_up(table, row)
        if not exact:
            (covered if hidden else unread).append(row["form"])
            continue
        found = [differences(table, row, unit.entry) for unit in exact]
        if all(found):
            wrong.append((row["form"], found[0]))
    assert wrong == []
    assert unread == []
    assert len(covered) <= MAX_COVERED.get(table, 0.01) * len(rows(table)), covered


def test_a_name_means_one_side():
    """A form in two tables of names stands for one side: the same words never speak for two parties."""
    owners = defaultdict(set)
    for table in ("sides", "groups", "bodies"):
        for row in rows(table):
            if row["side"]:
                owners[key_of(row["form"])].add(row["side"])
    assert {key: sides for key, sides in owners.items() if len(sides) > 1} == {}


def test_every_side_is_defined():
    """Whom a person or body speaks for is a state, a group or a body that the tables know by that name."""
    known = (
        {row["side"] for row in rows("sides")}
        | {row["side"] for row in rows("groups")}
        | {row["name"] for row in rows("bodies")}
    )
    used = {(table, row["side"]) for table in ("bodies", "people") for row in rows(table) if row["side"]}
    assert sorted(side for _, side in used if side not in known) == []


def test_namesakes_are_names_of_the_tables_with_another_side():
    sides = {row["form"]: row["side"] for table in ("sides", "groups", "bodies") for row in rows(table)}
    known = set(sides.values())
    found = rows("namesakes")
    assert [row["name"].casefold() for row in found] == sorted(row["name"].casefold() for row in found)
    for row in found:
        assert sides[row["name"]] != row["side"], row
        assert row["side"] in known, row
        assert row["country"] in known, row


def test_every_country_is_a_side():
    states = {row["side"] for row in rows("sides")}
    of_groups = {part for row in rows("groups") for part in row["country"].split("|") if part}
    assert sorted(({row["country"] for row in rows("places") if row["kind"] != "sea"} | of_groups) - states) == []
    assert {row["country"] for row in rows("places") if row["kind"] == "sea"} == {""}


# --- wars ----------------------------------------------------------------------------------------------------------


def test_wars_are_sorted_and_stand_once():
    found = [(row["side"], row["opponent"]) for row in rows("wars")]
    keys = [(side.casefold(), opponent.casefold()) for side, opponent in found]
    assert [pair for pair in pairwise(keys) if pair[0] > pair[1]] == []
    stated = Counter((row["side"], row["opponent"], row["since"], row["until"]) for row in rows("wars"))
    assert [row for row, count in stated.items() if count > 1] == []


def test_parties_of_wars_stand_in_the_example():
    for row in rows("wars"):
        assert row["side"] != row["opponent"], row
        assert row["side"] in row["example"], row
        assert row["opponent"] in row["example"], row


def test_parties_of_wars_are_sides():
    known = {row["side"] for row in (*rows("sides"), *rows("groups"))}
    assert {row["side"] for row in rows("wars")} - known == set()


def test_the_theatre_of_a_war_is_a_country_and_the_same_from_both_sides():
    states = {row["side"] for row in rows("sides")}
    theatres = defaultdict(set)
    for row in rows("wars"):
        theatres[frozenset((row["side"], row["opponent"]))].add(row["theatre"])
    assert {where for found in theatres.values() for where in found} - states == {""}
    assert [war for war, found in theatres.items() if len(found) > 1] == []


# --- names of persons ----------------------------------------------------------------------------------------------


def test_names_are_of_known_peoples_and_stand_once():
    peoples = {row["people"] for row in rows("peoples")}
    kinds = Counter(row["kind"] for row in rows("names"))
    assert set(kinds) == {"given", "family", "ending"}
    assert min(kinds.values()) >= 300
    stated = Counter((row["name"], row["kind"]) for row in rows("names"))
    assert [name for name, count in stated.items() if count > 1] == []
    for row in rows("names"):
        assert set(row["people"].split("|")) <= peoples, row
        assert row["name"].startswith("-") == (row["kind"] == "ending"), row
    keys = [row["name"].casefold() for row in rows("names")]
    assert [pair for pair in pairwise(keys) if pair[0] > pair[1]] == []


def test_peoples_are_of_known_states():
    known = {row["side"] for row in rows("sides")}
    for row in rows("peoples"):
        assert row["people"] == row["people"].lower(), row
        assert set(row["sides"].split("|")) <= known, row


@pytest.mark.parametrize(
    ("name", "states", "others"),
    [
        ("General Alexei Lizichev", {"Russia", "Soviet Union"}, {"Afghanistan"}),
        ("Lt. Col. Brennan Byrne", {"United States"}, {"Iraq"}),
        ("Rahmi Doğan", {"Turkey"}, {"Syria"}),
        ("Nino Burjanadze", {"Georgia"}, {"Russia"}),
        ("Nguyen Van Hieu", {"Vietnam"}, {"Cambodia", "China"}),
        ("the spokesman of the ministry", set(), {"United States"}),
    ],
)
def test_names_tell_whose_they_are(name, states, others):
    found = states_of(name)
    assert states <= found
    assert found.isdisjoint(others)


# --- enough of it --------------------------------------------------------------------------------------------------


@cache
def states():
    found = defaultdict(lambda: defaultdict(set))
    for row in rows("sides"):
        found[row["side"]][row["role"]].add(row["form"])
    return found


def test_the_list_of_states_is_complete():
    assert len(STATES) == len(set(STATES)) == 193


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_its_words(state):
    roles = states()[state]
    assert state in roles["name"]
    assert roles["capital"] or state in NAME_IS_CAPITAL
    if state in SHARED_ADJECTIVE:
        assert any(SHARED_ADJECTIVE[state] in other["adjective"] for name, other in states().items() if name != state)
    else:
        assert roles["adjective"] or state in NAME_IS_ADJECTIVE


def test_states_have_seats_of_power():
    assert sum(1 for state in STATES if states()[state]["seat"]) >= 60


@pytest.mark.parametrize("table", MINIMUM)
def test_there_are_enough_words(table):
    assert len({row["form"] for row in rows(table)}) >= MINIMUM[table]


def test_there_are_enough_groups_and_offices():
    assert len({row["side"] for row in rows("groups")}) >= 80
    assert len({(row["name"], row["office"]) for row in rows("people")}) >= 150
    assert sum(1 for row in rows("roles") if row["type"] in ("person", "body")) >= 150
