"""The report: its data, whole terminal tables line by line, and text that must not reach a terminal."""

import csv
import dataclasses
import datetime as dt
import io
import json
import textwrap
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from facttrack.claims import find_claims
from facttrack.compare import COMPARISON_COLUMNS, compare
from facttrack.documents import read_documents
from facttrack.errors import UsageError
from facttrack.models import Claim, Document, Span
from facttrack.report import REPEAT_AFTER_LINES, _explained_rules, build_report, clean, explain, render, render_claims
from facttrack.table import claims_table, read_claims

SEEDS = Path(__file__).parents[1] / "seeds"
EMPTY = dict.fromkeys(field.name for field in dataclasses.fields(Claim)) | {"rules": (), "spans": ()}
HOSTILE = "\x1b[31mred\x1b[0m \x1b]0;title\x07\u202eevil\x00\r\nnew\tline\x9b2J\ud800"


def claim(claim_id, number, victim_side, source_side, **more):
    values = EMPTY | {
        "claim_id": claim_id,
        "kind": "count",
        "number_text": f"{number:,}",
        "best": number,
        "low": number,
        "high": number,
        "qualifier": "exact",
        "outcome": "killed",
        "victims": "soldiers",
        "victim_class": "combatant",
        "victim_side": victim_side,
        "source": source_side,
        "source_side": source_side,
        "source_kind": "military",
        "as_of": dt.date(2022, 3, 2),
        "scope": "cumulative",
        "document": "day7.txt",
        "sentence": "So many were killed.",
        "start": 10,
        "end": 13,
    }
    values |= more
    return Claim(**values | {"document_id": values["document"]})


def silence(claim_id, words, source_side, **more):
    no_number = {"best": None, "low": None, "high": None, "qualifier": None, "outcome": None, "victims": None}
    values = (
        no_number | {"victim_class": None, "scope": None, "kind": "no_count", "number_text": words, "start": 90} | more
    )
    return claim(claim_id, 0, values.pop("victim_side", None), source_side, **values)


def first_day():
    shared = {"as_of": dt.date(2022, 2, 25), "document": "day2.txt"}
    zelenskyy = shared | {"source": "Volodymyr Zelenskyy", "source_kind": "official"}
    about = {
        "qualifier": "approximate",
        "low": None,
        "high": None,
        "number_text": "about 400",
        "victims": "Russian forces",
    }
    return [
        claim("a10000000000", 137, "Ukraine", "Ukraine", **zelenskyy, victims="heroes", victim_class="unspecified"),
        claim(
            "a20000000000", 10, "Ukraine", "Ukraine", **zelenskyy, victims="military officers", part_of="a10000000000"
        ),
        claim("a30000000000", 400, "Russia", "Ukraine", **shared, **about, source="adviser to Volodymyr Zelenskyy"),
        silence("a40000000000", "has given no casualty count so far", "Russia", **shared, source="Moscow"),
    ]


def seventh_day():
    return [
        claim("b10000000000", 498, "Russia", "Russia", source="Igor Konashenkov", outlet="Northgate", via="TASS"),
        claim("b20000000000", 5840, "Russia", "Ukraine", source="General Staff", as_of=dt.date(2022, 3, 3)),
        claim("b30000000000", 2870, "Ukraine", "Russia", source="Igor Konashenkov"),
        silence("b40000000000", "has published nothing on its losses", "Ukraine", victim_side="Ukraine", source="Kyiv"),
    ]


def report_of(claims, **options):
    frame = claims_table(claims)
    return build_report(frame, compare(frame), **options)


def shown(claims, width=80, output="table"):
    return render(report_of(claims), output, width)


def lines(text):
    return textwrap.dedent(text).strip("\n").split("\n")


# Whole tables ------------------------------------------------------------------------------------------------------


def test_the_first_day_at_80_columns():
    assert shown(first_day(), 80).rstrip("\n").split("\n") == lines("""
        1 document, 3 claims: 0 contested, 0 corroborated, 0 denied, 3 withheld, 0
        unanswered; 1 silence, 0 denials


        Russia – Ukraine
        ================

        Losses                     Russia says            Ukraine says
        -------------------------  ---------------------  ----------------------
        Russian combatants killed  no count (2022-02-25)  about 400 (2022-02-25)
        Ukrainian people killed    no count (2022-02-25)  137 (2022-02-25)

        When, id      Claim           Source, article    Status, beside it
        ------------  --------------  -----------------  ----------------------

        Russian combatants killed

        2022-02-25    about 400       adviser to         withheld
        a30000000000  Russian forces  Volodymyr          Russia: “has given no
                      in all          Zelenskyy          casualty count so far”
                                      (Ukraine)
                                      enemy losses
                                      day2

        Ukrainian people killed

        2022-02-25    137 heroes      Volodymyr          withheld
        a10000000000  in all          Zelenskyy          Russia: “has given no
                                      (Ukraine)          casualty count so far”
                                      own losses
                                      day2

        2022-02-25    of these: 10    Volodymyr          withheld
        a20000000000  military        Zelenskyy          Russia: “has given no
                      officers        (Ukraine)          casualty count so far”
                      in all          own losses
                                      day2

        No count given, or denied

        2022-02-25    “has given no   Moscow (Russia)    no count
        a40000000000  casualty count  day2
                      so far”
    """)


def test_the_seventh_day_at_120_columns():
    assert shown(seventh_day(), 120).rstrip("\n").split("\n") == lines("""
        1 document, 3 claims: 2 contested, 0 corroborated, 0 denied, 1 withheld, 0 unanswered; 1 silence, 0 denials


        Russia – Ukraine
        ================

        Losses                       Russia says         Ukraine says
        ---------------------------  ------------------  ---------------------
        Russian combatants killed    498 (2022-03-02)    5,840 (2022-03-03)
        Ukrainian combatants killed  2,870 (2022-03-02)  no count (2022-03-02)

        When, id      Claim                Source, article          Speaks of     Status     Beside it
        ------------  -------------------  -----------------------  ------------  ---------  ------------------------------

        Russian combatants killed

        2022-03-02    498 soldiers         Igor Konashenkov         own losses    contested  Ukraine: 5,840, 2022-03-03, 1
        b10000000000  in all               (Russia), via TASS                                day later, ×11.7
                                           day7                                              by General Staff

        2022-03-03    5,840 soldiers       General Staff (Ukraine)  enemy losses  contested  Russia: 498, 2022-03-02, 1 day
        b20000000000  in all               day7                                              earlier, ×11.7
                                                                                             by Igor Konashenkov

        Ukrainian combatants killed

        2022-03-02    2,870 soldiers       Igor Konashenkov         enemy losses  withheld   Ukraine: “has published
        b30000000000  in all               (Russia)                                          nothing on its losses”
                                           day7

        No count given, or denied

        2022-03-02    “has published       Kyiv (Ukraine)                         no count
        b40000000000  nothing on its       day7
                      losses”
                      on Ukraine's losses
    """)


def test_the_claims_of_the_first_day():
    assert render_claims(claims_table(first_day()), "table", 120).rstrip("\n").split("\n") == lines("""
        When, id      Claim                   Losses                Scope       Source                Article
        ------------  ----------------------  --------------------  ----------  --------------------  ---------

        2022-02-25    137 heroes              Ukrainian people      cumulative  Volodymyr Zelenskyy   day2
        a10000000000                          killed                            (Ukraine)

        2022-02-25    10 military officers    Ukrainian combatants  cumulative  Volodymyr Zelenskyy   day2
        a20000000000                          killed                            (Ukraine)

        2022-02-25    about 400 Russian       Russian combatants    cumulative  adviser to Volodymyr  day2
        a30000000000  forces                  killed                            Zelenskyy (Ukraine)

        2022-02-25    “has given no casualty  no count                          Moscow (Russia)       day2
        a40000000000  count so far”

        4 claims
    """)


def test_160_columns_hold_one_column_for_each_thing():
    nato = claim("b50000000000", 1500, "Russia", "NATO", source_kind="international", as_of=dt.date(2022, 3, 1))
    text = shown([*seventh_day(), nato], 160)
    head = next(line for line in text.split("\n") if line.startswith("When"))
    titles = ["When, id", "Claim", "Source", "Speaks of", "Status", "Beside it", "What others say", "Article"]
    assert [title.strip() for title in head.split("  ") if title.strip()] == titles
    assert "NATO 1,500" in text


# The data ----------------------------------------------------------------------------------------------------------


def test_the_report_is_data_first():
    report = report_of([*first_day(), *seventh_day()])
    assert dataclasses.asdict(report.summary) == {
        "documents": 2,
        "claims": 6,
        "corroborated": 0,
        "contested": 2,
        "denied": 0,
        "withheld": 4,
        "unanswered": 0,
        "silences": 2,
        "denials": 0,
    }
    (war,) = report.wars
    assert (war.name, war.matrix.speakers) == ("Russia – Ukraine", ("Russia", "Ukraine"))
    assert dict(zip(war.matrix.losses, war.matrix.cells, strict=True)) == {
        "Russian combatants killed": ("498 (2022-03-02)", "5,840 (2022-03-03)"),
        "Ukrainian combatants killed": ("2,870 (2022-03-02)", "no count (2022-03-02)"),
        "Ukrainian people killed": ("no count (2022-02-25)", "137 (2022-02-25)"),
    }
    assert [subject.name for subject in war.subjects] == [*war.matrix.losses, "No count given, or denied"]
    dates = [[line.date for line in subject.lines] for subject in war.subjects]
    assert dates == [sorted(days) for days in dates]


def test_a_part_stands_below_its_whole():
    (war,) = report_of(first_day()).wars
    people = next(subject for subject in war.subjects if subject.name == "Ukrainian people killed")
    assert [(line.number, line.part) for line in people.lines] == [("137", False), ("10", True)]


def test_the_matrix_prefers_totals_to_incidents_and_names_who_is_no_party():
    place = {"scope": "incident", "place": "Hostomel", "as_of": dt.date(2022, 3, 9)}
    claims = [
        *seventh_day(),
        claim("c1", 20, "Russia", "Ukraine", **place),
        claim("c2", 40, "Russia", "Ukraine", outcome="wounded", **place),
        claim("c3", 1500, "Russia", "NATO", source_kind="international"),
        claim(
            "c4",
            7,
            "Russia",
            None,
            source_kind="narrator",
            source=None,
            outlet="The Harbour Courier",
            outcome="missing",
        ),
    ]
    matrix = report_of(claims).wars[0].matrix
    cells = dict(zip(matrix.losses, matrix.cells, strict=True))
    assert matrix.speakers == ("Russia", "Ukraine", "others")
    assert cells["Russian combatants killed"] == ("498 (2022-03-02)", "5,840 (2022-03-03)", "1,500 (NATO, 2022-03-02)")
    assert cells["Russian combatants wounded"] == ("", "40 (2022-03-09, incident, in Hostomel)", "")
    assert cells["Russian combatants missing"] == ("", "", "7 (The Harbour Courier, 2022-03-02)")


def latest(*claims):
    """What Russia says of its killed soldiers, in the matrix."""
    (war,) = report_of([seventh_day()[1], *claims]).wars
    row = dict(zip(war.matrix.losses, war.matrix.cells, strict=True))["Russian combatants killed"]
    return row[war.matrix.speakers.index("Russia")]


def test_the_matrix_shows_the_latest_total_whether_or_not_it_says_that_it_is_one():
    old = claim("c1", 498, "Russia", "Russia")
    new = claim("c2", 1351, "Russia", "Russia", as_of=dt.date(2022, 3, 25), scope="unknown")
    assert latest(old, new) == "1,351 (2022-03-25)"
    same_day = dataclasses.replace(new, as_of=old.as_of)
    assert latest(old, same_day) == "498 (2022-03-02)"
    assert latest(dataclasses.replace(same_day, best=498, low=498, high=498, scope="unknown")) == "498 (2022-03-02)"


def test_what_is_no_total_heads_the_matrix_only_for_want_of_one_and_is_marked():
    old = claim("c1", 498, "Russia", "Russia")
    april = {"as_of": dt.date(2022, 4, 22), "document": "moskva.txt"}
    sailor = claim("c2", 1, "Russia", "Russia", **april, scope="unknown", victims="sailor")
    strike = claim("c3", 7, "Russia", "Russia", **april, scope="incident", place="Belgorod")
    officers = claim("c4", 9, "Russia", "Russia", **april, victims="officers")
    assert latest(old, sailor, strike, officers) == "498 (2022-03-02)"
    assert latest(strike, officers) == "7 (2022-04-22, incident, in Belgorod)"
    assert latest(dataclasses.replace(strike, place=None), officers) == "7 (2022-04-22, incident)"
    town = claim("c5", 30, "Russia", "Russia", place="Bucha", as_of=dt.date(2022, 4, 1))
    assert latest(town, strike) == "30 (2022-04-01, in Bucha)"


def test_no_count_stands_only_where_a_silence_answers():
    words = silence(
        "c9", "has not said how many of its own soldiers have died", "Ukraine", victim_side="Ukraine", source="Kyiv"
    )
    claims = [seventh_day()[2], claim("c1", 3700, "Ukraine", "Russia", outcome="wounded"), words]
    (war,) = report_of(claims).wars
    cells = dict(zip(war.matrix.losses, war.matrix.cells, strict=True))
    assert cells["Ukrainian combatants killed"] == ("2,870 (2022-03-02)", "no count (2022-03-02)")
    assert cells["Ukrainian combatants wounded"] == ("3,700 (2022-03-02)", "")


def test_a_side_that_denies_and_gives_no_figure_is_said_to_deny_in_the_matrix():
    denial = silence("c9", "called the figure a lie", "Ukraine", victim_side="Ukraine", kind="denial", source="Kyiv")
    (war,) = report_of([seventh_day()[2], denial]).wars
    cells = dict(zip(war.matrix.losses, war.matrix.cells, strict=True))
    assert cells["Ukrainian combatants killed"] == ("2,870 (2022-03-02)", "denies (2022-03-02)")


def test_a_silence_of_nobody_is_not_the_outlets():
    words = silence("c9", "no word on losses", None, source=None, source_kind="unnamed", outlet="The Harbour Courier")
    assert "nobody named" in shown([*first_day(), words], 80)
    assert "nobody named" in render_claims(claims_table([words]))
    assert "Harbour" not in render_claims(claims_table([words]))


def test_totals_stand_at_the_top_and_at_the_end_of_what_scrolls_by():
    few = shown(first_day(), 80)
    many = shown([claim(f"c{n:011}", n, "Russia", "Russia") for n in range(1, 40)], 80)
    for text, times in ((few, 1), (many, 2)):
        totals = text.split("\n\n")[0]
        assert " unanswered" in totals.replace("\n", " ")
        assert text.count(totals) == times
        assert (len(text.split("\n")) > REPEAT_AFTER_LINES) == (times == 2)
    assert many.endswith(f"{many.split(chr(10) * 2)[0]}\n")


@pytest.mark.parametrize("width", [76, 80, 100, 107, 108, 110, 120, 147, 148, 160])
def test_ids_are_never_cut(width):
    claims = [*first_day(), *seventh_day(), claim("an-id-of-another-program", 5, "Ukraine", "Russia")]
    for text in (shown(claims, width), render_claims(claims_table(claims), "table", width)):
        assert [one.claim_id for one in claims if one.claim_id not in text.split()] == []
        assert max(map(len, text.split("\n"))) <= width


def test_articles_are_named_as_shortly_as_tells_them_apart():
    paths = ["news/2022/day7.txt", "a/same.txt", "b/same.txt", "wire.jsonl", "https://example.org/a/b.html", "no. 7.5"]
    claims = [claim(f"c{n}", n + 1, "Russia", "Ukraine", document=path) for n, path in enumerate(paths)]
    names = ["day7", "a/same.txt", "b/same.txt", "wire", "https://example.org/a/b.html", "no. 7.5"]
    for text in (shown(claims, 300), render_claims(claims_table(claims), "table", 300)):
        assert all(f"  {name}\n" in text for name in names)
        assert "news/2022" not in text
    assert all(path in shown(claims, output="csv") and path in shown(claims, output="json") for path in paths)


def test_one_sailor_and_27_sailors():
    claims = [
        claim("c1", 1, "Russia", "Russia", victims="sailor"),
        claim("c2", 27, "Russia", "Russia", victims="sailor", outcome="missing"),
        claim("c3", 2, "Russia", "Russia", victims="woman from the town", outcome="wounded"),
        claim("c4", 3, "Russia", "Russia", victims="zorbl", outcome="captured"),
    ]
    for text in (shown(claims, 200), render_claims(claims_table(claims), "table", 200)):
        assert all(words in text for words in ("1 sailor ", "27 sailors ", "2 women from the town ", "3 zorbl "))
    assert "sailors" not in shown(claims, output="csv")


def test_a_place_is_no_victim():
    text = shown(
        [claim("c1", 5, "Russia", "Ukraine", place="Lviv"), claim("c2", 6, "Russia", "Ukraine", place="near Kyiv")]
    )
    assert "in Lviv" in text
    assert "near Kyiv" in text
    assert "in near" not in text


def test_wars_stand_apart_and_the_nameless_come_last():
    quake = {"victims": "people", "victim_class": "unspecified", "source_kind": "official"}
    claims = [
        claim("t", 4500, "Turkey", "Turkey", document="x", **quake),
        claim("n", 9, None, "France", document="y"),
        *first_day(),
    ]
    report = report_of(claims)
    assert [war.name for war in report.wars] == ["Russia – Ukraine", "Turkey", "No side named"]
    assert [subject.name for subject in report.wars[2].subjects] == ["Combatants killed, side not named"]


def test_filtered_rows_keep_the_statuses_and_wars_of_the_whole():
    frame = claims_table([*first_day(), *seventh_day()])
    comparisons = compare(frame)
    fewer = frame[frame["claim_id"].isin(["a30000000000", "a40000000000"])]
    report = build_report(fewer, comparisons[comparisons.index.isin(fewer.index)], documents=18)
    (war,) = report.wars
    assert (report.summary.documents, report.summary.withheld, war.name) == (18, 1, "Russia – Ukraine")
    assert [line.claim_id for subject in war.subjects for line in subject.lines] == ["a30000000000", "a40000000000"]


@pytest.mark.parametrize("claims", [[], first_day()[:1], first_day()[3:]], ids=["none", "one", "silence"])
@pytest.mark.parametrize("output", ["table", "csv", "json", "jsonl", "markdown"])
def test_small_tables(claims, output):
    text = shown(claims, 80, output)
    assert all(one.claim_id in text for one in claims)
    assert all(one.claim_id in render_claims(claims_table(claims), output) for one in claims)
    if output == "table" and claims:
        silences = "1 silence" if claims[0].kind == "no_count" else "0 silences"
        assert text.split("\n\n")[0].replace("\n", " ").endswith(f"{silences}, 0 denials")


def test_nothing_found():
    assert render(report_of([], documents=3)) == "No casualty claims in 3 documents.\n"
    assert render_claims(claims_table([])) == "No casualty claims.\n"


# Beside a claim ----------------------------------------------------------------------------------------------------


def test_equally_near_counterclaims_are_said():
    rival = claim("b50000000000", 6000, "Russia", "Ukraine", source="Kyiv", document="b.txt", as_of=dt.date(2022, 3, 3))
    staff = dataclasses.replace(seventh_day()[1], document="a.txt", document_id="a.txt")
    text = " ".join(shown([seventh_day()[0], staff, rival], 300).split())
    assert "2 counterclaims by Ukraine, 2022-03-03, 1 day later: 5,840 or 6,000" in text


def test_equally_near_counterclaims_of_two_sides_are_told_apart():
    outlet = {"source_kind": "narrator", "source": None, "outlet": "The Harbour Courier"}
    rival = dataclasses.replace(seventh_day()[1], as_of=dt.date(2022, 3, 2))
    text = " ".join(shown([seventh_day()[0], rival, claim("c1", 2000, "Russia", None, **outlet)], 300).split())
    assert "2 counterclaims, same day: Russia 498 or Ukraine 5,840" in text


def test_a_bound_that_is_broken_and_a_doubt_are_said():
    losses = claim("c1", 300, "Russia", "Russia", outcome="casualties", victims="men", victim_class="unspecified")
    text = " ".join(shown([*seventh_day(), losses], 300).split())
    assert "exceeds all casualties: Russia 300 (2022-03-02)" in text


# Formats -----------------------------------------------------------------------------------------------------------


def test_csv_is_a_claims_table_with_the_comparison_after_it():
    text = shown([*first_day(), *seventh_day()], output="csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["claim_id"] for row in rows] == [one.claim_id for one in [*first_day(), *seventh_day()]]
    assert (rows[4]["counter_date"], rows[4]["ratio"], rows[4]["part_of"]) == ("2022-03-03", "11.73", "")
    again = read_claims(io.StringIO(text), leave_out=[name for name, _, _ in COMPARISON_COLUMNS])
    assert again.equals(claims_table([*first_day(), *seventh_day()]))


def test_json_holds_the_report_and_json_lines_its_rows():
    data = json.loads(shown(first_day(), output="json"))
    assert data["summary"]["withheld"] == 3
    assert data["wars"][0]["subjects"][0]["lines"][0]["number"] == "about 400"
    rows = [json.loads(line) for line in shown(seventh_day(), output="jsonl").splitlines()]
    assert [row["status"] for row in rows] == ["contested", "contested", "withheld", None]
    assert (rows[0]["as_of"], rows[0]["days_apart"], rows[0]["counter_date"]) == ("2022-03-02", 1, "2022-03-03")
    assert [row["best"] for row in json.loads(render_claims(claims_table(first_day()), "json"))] == [137, 10, 400, None]


def test_markdown_shows_text_as_it_is():
    text = shown([claim("c1", 5, "Ukraine", "Russia", victims="<b>men</b> | *bold* [x](y)")], output="markdown")
    assert "&lt;b&gt;men&lt;/b&gt; \\| \\*bold\\* \\[x\\](y)" in text
    assert text.count("## ") >= 2


def test_no_such_format():
    with pytest.raises(UsageError, match="yaml is no format"):
        shown(first_day(), output="yaml")
    with pytest.raises(UsageError, match="yaml is no format"):
        render_claims(claims_table(first_day()), "yaml")


# Untrusted text ----------------------------------------------------------------------------------------------------


def plain(text):
    return all(
        char in "\n\u200c\u200d" or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in text
    )


def test_hostile_text_reaches_no_terminal():
    assert clean(HOSTILE) == "red evil new line\ufffd"
    words = dict.fromkeys(
        ["victims", "source", "via", "place", "outlet", "title", "sentence", "document", "number_text"], HOSTILE
    )
    claims = [
        claim("c1", 5, HOSTILE, "Russia", **words),
        silence("c2", HOSTILE, HOSTILE, document=HOSTILE, source=HOSTILE),
    ]
    for width in (80, 120, 160):
        assert plain(shown(claims, width))
        assert plain(render_claims(claims_table(claims), "table", width))
    assert plain(shown(claims, output="markdown"))
    text = f"A {HOSTILE} B 137 men"
    spans = (Span("number", text.index("137"), text.index("137") + 3), Span("cue", 2, 2 + len(HOSTILE)))
    one = dataclasses.replace(
        claims[0], sentence=text, start=spans[0].start, end=spans[0].end, spans=spans, rules=(HOSTILE,)
    )
    assert plain(explain(one, Document(HOSTILE, text)))


def test_wide_scripts_are_aligned():
    claims = [
        claim("c1", 5, "Ukraine", "Russia", source="朝日新聞の記者とその他の関係者", document="東京新聞.txt"),
        claim("c2", 6, "Ukraine", "Russia", source="Осведомлённый источник"),
    ]
    text = shown(claims, 120)
    rows = [line for line in text.split("\n") if "enemy losses" in line]
    assert "朝日新聞" in text
    assert len({wcswidth(row[: row.index("enemy losses")]) for row in rows}) == 1
    assert max(map(wcswidth, text.split("\n"))) <= 120


WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@settings(max_examples=60, deadline=None)
@given(st.integers(40, 200), WORDS, WORDS, st.text("a/_-.x漢", max_size=90))
def test_no_line_is_wider_than_the_terminal_and_nothing_is_cut(width, victims, source, document):
    claims = [
        *first_day(),
        claim("c1", 5, "Ukraine", "Russia", victims=victims, source=source or None, document=document or "x"),
    ]
    for text in (shown(claims, width), render_claims(claims_table(claims), "table", width)):
        assert plain(text)
        assert max(map(wcswidth, text.split("\n"))) <= width
    squeezed = "".join(shown(claims, width).split())
    assert all(char in squeezed for char in clean(victims + source) if not char.isspace())


# One claim ---------------------------------------------------------------------------------------------------------

ARTICLE = Document(
    "day2.txt",
    "Zelenskyy spoke at night.\nHe said about 400 Russian forces had died.\n",
    dt.date(2022, 2, 25),
    "metadata",
)


def explained(width=80, **more):
    text = ARTICLE.text
    words = {
        "source": "Zelenskyy",
        "cue": "said",
        "number": "about 400",
        "victims": "Russian forces",
        "outcome": "died",
    }
    spans = tuple(Span(role, text.index(one), text.index(one) + len(one)) for role, one in words.items())
    sentence = text.split("\n")[1]
    values = {
        "sentence": sentence,
        "start": spans[2].start,
        "end": spans[2].end,
        "spans": spans,
        "rules": ("number+victims", "said"),
    }
    return explain(dataclasses.replace(first_day()[2], **values | more), ARTICLE, width)


def test_explain_marks_the_words_and_lists_every_field():
    text = explained()
    assert text.split("\n")[:6] == [
        "Claim a30000000000, day2.txt",
        "",
        "  He [cue: said] [number: about 400] [victims: Russian forces] had [outcome:",
        "  died].",
        "",
        "Elsewhere in the text",
    ]
    assert "  source  Zelenskyy (0-9)" in text
    fields = text[text.index("Fields") : text.index("Rules")]
    names = [field.name for field in dataclasses.fields(Claim) if field.name not in ("rules", "spans", "sentence")]
    assert [line.split()[0] for line in fields.split("\n")[1:] if line.startswith("  ") and line[2] != " "] == names
    assert text.endswith("Rules\n  number+victims\n  said            a speaker with a verb of saying\n")
    assert text.isascii()


def test_explain_says_what_the_rules_cover():
    text = explained(120, rules=("number", "label", "side:named", "carried:label", "new_rule"))
    rules = text[text.index("Rules\n") :].split("\n")[1:]
    assert rules[0].startswith("  number         a number as it stands")
    assert rules[2].startswith("  side:named     ")
    assert rules[1][17:] != rules[3][17:] != ""  # a heading, and whose it is
    assert rules[4] == "  new_rule"


def test_every_rule_of_the_seeds_is_explained():
    found = [one for document in read_documents([SEEDS]) for one in find_claims(document)]
    lines = [text for one in found for text in _explained_rules(one)]
    assert sorted({rule for rule, meaning in lines if not meaning}) == []


def test_explain_marks_a_silence_as_one_and_no_comma_as_a_word():
    text = "Moscow , said on Friday, has given no count."
    spans = (Span("number", 25, 43), Span("cue", 7, 13), Span("source", 0, 7))
    for kind, role in (("no_count", "silence"), ("denial", "denial")):
        one = dataclasses.replace(
            first_day()[3], kind=kind, sentence=text, start=25, end=43, spans=spans, number_text=text[25:43]
        )
        marked = f"  [source: Moscow] , [cue: said] on Friday, [{role}: has given no count]."
        assert explain(one, Document("x", text)).split("\n")[2] == marked


def test_explain_without_spans_or_rules_and_with_a_sentence_written_otherwise():
    text = explained(spans=(), rules=(), sentence="He said  about 400 …")
    assert "  He said [number: about 400] Russian forces had died." in text
    assert text.endswith("Rules\n  -\n")


def test_explain_marks_the_more_important_of_two_overlapping_words():
    spans = (Span("number", 34, 43), Span("phrase", 31, 58), Span("source", 900, 950))
    assert "[number: about 400]" in explained(spans=spans)
    assert "[phrase:" not in explained(spans=spans)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_explain_fits_the_width(width):
    assert max(map(len, explained(width).split("\n"))) <= width


def test_a_side_that_ends_in_s_owns_its_losses_without_another():
    text = "COLOMBO - The army killed 29 Tamil Tigers. The Tigers gave no figure for their losses."
    told = " ".join(shown(find_claims(Document("jaffna", text)), width=160).split())
    assert "Tamil Tigers' losses" in told
    assert "Tigers's" not in told
