"""The claims table: its columns, its CSV, and that whatever is written is read back unharmed."""

import csv
import dataclasses
import datetime as dt
import errno
import io
import os
import stat

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from facttrack.errors import TableError
from facttrack.models import CLASSES, DATE_ORIGINS, KINDS, OUTCOMES, QUALIFIERS, SCOPES, SOURCE_KINDS, Claim, Span
from facttrack.table import COLUMNS, claims_table, read_claims, write_claims

CLAIM = Claim(
    claim_id="c1",
    kind="count",
    number_text="about 400",
    best=400,
    low=None,
    high=None,
    qualifier="approximate",
    outcome="killed",
    victims="Russian forces",
    victim_class="combatant",
    victim_side="Russia",
    part_of=None,
    source="adviser to Volodymyr Zelenskyy",
    source_text="one of his advisers",
    source_side="Ukraine",
    source_kind="official",
    via=None,
    published=dt.date(2022, 2, 25),
    published_from="text",
    as_of=dt.date(2022, 2, 25),
    since=None,
    scope="cumulative",
    place=None,
    outlet=None,
    title=None,
    url=None,
    document="seeds/day2.txt",
    document_id="d4018b724f79",
    sentence="One of his advisers said about 400 Russian forces had died.",
    start=25,
    end=34,
    confidence=0.9,
    rules=("died", "said"),
    spans=(Span("number", 25, 34),),
)

# What a cell may hold: text that a spreadsheet would run, quotes, line ends, any script; never nothing, which is unknown.
words = st.text(st.characters(codec="utf-8"), min_size=1) | st.builds(
    str.__add__,
    st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", "'", "''", "'=", '"', ",", ";", " "]),
    st.text(st.characters(codec="utf-8")),
)
maybe = st.none() | words
numbers = st.none() | st.integers(0, 10**15)
days = st.none() | st.dates()
names = st.text("abcdefghijklmnop-_.0123456789", min_size=1)


def claims(**fixed):
    fields = {
        "kind": st.sampled_from(KINDS),
        "best": numbers,
        "low": numbers,
        "high": numbers,
        "qualifier": st.none() | st.sampled_from(QUALIFIERS),
        "outcome": st.none() | st.sampled_from(OUTCOMES),
        "victim_class": st.none() | st.sampled_from(CLASSES),
        "source_kind": st.none() | st.sampled_from(SOURCE_KINDS),
        "published": days,
        "published_from": st.none() | st.sampled_from(DATE_ORIGINS),
        "as_of": days,
        "since": days,
        "scope": st.none() | st.sampled_from(SCOPES),
        "start": st.integers(0, 10**9),
        "end": st.integers(0, 10**9),
        "confidence": st.none() | st.floats(0, 1),
        "rules": st.lists(names).map(tuple),
        "spans": st.just(()),
    }
    required = dict.fromkeys(("claim_id", "document", "number_text", "document_id", "sentence"), words)
    others = {field.name: maybe for field in dataclasses.fields(Claim) if field.name not in fields | required}
    return st.builds(Claim, **(fields | required | others | fixed))


def written(frame):
    file = io.StringIO(newline="")
    write_claims(frame, file)
    return file.getvalue()


def reread(text, **options):
    return read_claims(io.StringIO(text, newline=""), **options)


def test_columns_are_the_fields_of_a_claim_in_order():
    assert [column.name for column in COLUMNS] == [
        field.name for field in dataclasses.fields(Claim) if field.name != "spans"
    ]


def test_dtypes():
    frame = claims_table(
        [CLAIM, dataclasses.replace(CLAIM, claim_id="c2", best=None, published=None, outcome=None, confidence=None)]
    )
    for column in COLUMNS:
        assert str(frame[column.name].dtype) == column.dtype
        if column.values:
            assert list(frame[column.name].cat.categories) == list(column.values)
    assert frame.loc[1, ["best", "published", "outcome", "confidence"]].isna().all()
    assert frame.loc[0, "published"] == pd.Timestamp("2022-02-25")
    assert frame.loc[0, "rules"] == "died said"
    assert_frame_equal(claims_table([]), frame.head(0))


@pytest.mark.parametrize(
    ("field", "value", "message"), [("kind", "rumour", "kind is none of count"), ("best", 10**30, "too large")]
)
def test_a_claim_that_fits_no_table(field, value, message):
    with pytest.raises(TableError, match=message):
        claims_table([dataclasses.replace(CLAIM, **{field: value})])


# --- CSV -----------------------------------------------------------------------------------------------------------


@given(st.lists(claims(), max_size=4))
def test_whatever_is_written_is_read_back_unharmed(claims):
    frame = claims_table(claims)
    assert_frame_equal(reread(written(frame)), frame)


@given(st.lists(claims(), min_size=1, max_size=3))
def test_no_cell_of_text_is_a_formula(claims):
    text = [column.name for column in COLUMNS if column.dtype == "string"]
    for row in csv.DictReader(io.StringIO(written(claims_table(claims)), newline="")):
        assert not [row[name] for name in text if row[name].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


def test_the_csv_as_it_lies_in_the_file(tmp_path):
    path = tmp_path / "claims.csv"
    write_claims(
        claims_table(
            [dataclasses.replace(CLAIM, victims="=1+1", sentence='He said "400",\nhe said.', confidence=None)]
        ),
        path,
    )
    header, row = path.read_bytes().decode().split("\n", 1)
    assert header == ",".join(column.name for column in COLUMNS)
    assert row == (
        "c1,count,about 400,400,,,approximate,killed,'=1+1,combatant,Russia,,adviser to Volodymyr Zelenskyy,"
        "one of his advisers,Ukraine,official,,2022-02-25,text,2022-02-25,,cumulative,,,,,seeds/day2.txt,d4018b724f79,"
        '"He said ""400"",\nhe said.",25,34,,died said\n'
    )


def test_columns_of_a_comparison_are_written_last_and_left_out_when_asked():
    frame = claims_table([CLAIM])
    more = frame.assign(
        status="contested", gap=-3, ratio=1.5, day=pd.Series([pd.Timestamp("2022-03-01")], dtype="datetime64[s]")
    )
    text = written(more[["status", "gap", *frame.columns, "ratio", "day"]])
    assert text.splitlines()[0].endswith(",rules,status,gap,ratio,day")
    assert text.splitlines()[1].endswith(",died said,contested,-3,1.5,2022-03-01")
    assert_frame_equal(reread(text, leave_out=["status", "gap", "ratio", "day"]), frame)
    with pytest.raises(TableError, match=r"table: unknown columns 'status', 'gap'; delete or rename"):
        reread(text, leave_out=["ratio", "day"])


def test_what_a_spreadsheet_makes_of_it_is_read():
    text = (
        written(claims_table([CLAIM])).replace(",", ";").replace(";400;", ";400.0;").replace("2022-02-25", "25.02.2022")
    )
    assert_frame_equal(reread("\ufeff" + text), claims_table([CLAIM]))


def change(name, cell):
    rows = list(csv.reader(io.StringIO(written(claims_table([CLAIM, CLAIM])))))
    rows[2][rows[0].index(name)] = cell
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (change("best", "many"), "table, row 3: best is 'many'; write a whole number"),
        (change("best", "-5"), "table, row 3: best is '-5'; write a whole number"),
        (change("published", "soon"), "table, row 3: published is 'soon'; write a date as 2022-02-25"),
        (change("confidence", "nan"), "table, row 3: confidence is 'nan'; write a number from 0 to 1"),
        (
            change("outcome", "dead"),
            "table, row 3: outcome is 'dead'; write one of killed, wounded, missing, captured, casualties",
        ),
        (change("start", ""), "table, row 3: start is empty; write a whole number"),
        (change("claim_id", ""), "table, row 3: claim_id is empty; write it there"),
        (written(claims_table([CLAIM])) + "a,b\n", "table, row 3: 2 cells for 33 columns; mend or delete the row"),
        (
            written(claims_table([CLAIM])).replace("best", "beast", 1),
            "table: lacks the column best; write the table anew",
        ),
        ("a,b\n1,2\n", "table: not a claims table; write one with facttrack claims PATH --csv FILE"),
        ("", "table: not a claims table; write one with facttrack claims PATH --csv FILE"),
        (written(claims_table([])).replace("\n", ",x,y\n"), "table: unknown columns 'x', 'y'; delete or rename it"),
        (written(claims_table([])).replace("\n", ",best\n"), "table: column best stands there twice; delete one"),
        (written(claims_table([CLAIM])) + '"a', "table: not a CSV (unexpected end of data); write it anew"),
    ],
)
def test_a_bad_table(text, message):
    with pytest.raises(TableError) as caught:
        reread(text)
    assert str(caught.value) == message


def test_a_table_that_cannot_be_read(tmp_path):
    with pytest.raises(TableError, match=r"no\.csv: no such file or directory; check the path"):
        read_claims(tmp_path / "no.csv")
    (tmp_path / "a.csv").write_bytes("claim_id,Б".encode("cp1251"))
    with pytest.raises(TableError, match=r"a\.csv: not UTF-8; save it as CSV in UTF-8"):
        read_claims(tmp_path / "a.csv")


# --- files ---------------------------------------------------------------------------------------------------------


def test_a_file_is_replaced_in_one_step_or_not_at_all(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_text("old")
    with pytest.raises(TableError, match="lacks the columns claim_id"):
        write_claims(pd.DataFrame({"best": [1]}), path)
    bad = claims_table([CLAIM]).astype({"best": object}).assign(best="many")
    with pytest.raises(TableError, match="column best holds values that are no Int64"):
        write_claims(bad, path)
    assert path.read_text() == "old"
    write_claims(claims_table([CLAIM]), path)
    assert_frame_equal(read_claims(path), claims_table([CLAIM]))
    assert os.listdir(tmp_path) == ["claims.csv"]
    assert not stat.S_IMODE(path.stat().st_mode) & stat.S_IXUSR


def test_nothing_half_written_is_left_behind(tmp_path, monkeypatch):
    def fail(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(KeyboardInterrupt):
        write_claims(claims_table([CLAIM]), tmp_path / "claims.csv")
    assert os.listdir(tmp_path) == []


def test_a_place_that_cannot_be_written(tmp_path):
    with pytest.raises(TableError, match=r"no/claims\.csv: not written \(no such file or directory\)"):
        write_claims(claims_table([]), tmp_path / "no/claims.csv")
    with pytest.raises(TableError, match="not written"):
        write_claims(claims_table([]), tmp_path)


def test_a_folder_on_a_disk_that_is_read_only(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(os, "unlink", refuse)
    with pytest.raises(TableError, match="not written \\(read-only file system"):
        write_claims(claims_table([CLAIM]), tmp_path / "claims.csv")


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "link.csv").symlink_to(tmp_path / "claims.csv")
    write_claims(claims_table([CLAIM]), tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert len(read_claims(tmp_path / "claims.csv")) == 1
