"""What `facttrack evaluate` measures: matching, figures, the gold format and the command."""

import csv
import dataclasses
import importlib.util
import io
import json
import random
from collections import defaultdict
from pathlib import Path

import pytest
from typer.testing import CliRunner

from facttrack import cli
from facttrack.claims import find_claims
from facttrack.errors import InputError, UsageError
from facttrack.evaluate import CORE, FIELDS, TABLE_COLUMNS, calibration, evaluate, read_gold, render, table_rows
from facttrack.models import Claim
from facttrack.table import claims_table, write_claims

ROOT = Path(__file__).parents[1]
GOLD = sorted((ROOT / "data" / "gold").glob("*.jsonl"))
SCORER = ROOT.parent / "shared" / "score.py"

TEXT = "Kyiv said 137 soldiers had died and 316 were hurt. Dr. Lee counted 40. Moscow gave no figure."


def claim(anchor, text=TEXT, **fields):
    """A found claim whose number stands at `anchor`."""
    start = text.index(anchor)
    values = dict.fromkeys(field.name for field in dataclasses.fields(Claim))
    values |= {"claim_id": f"c{start}", "kind": "count", "number_text": anchor, "sentence": text, "document": "a1"}
    values |= {"start": start, "end": start + len(anchor), "rules": (), "spans": (), "confidence": 0.95}
    if anchor.isdigit():
        values |= dict.fromkeys(("best", "low", "high"), int(anchor)) | {"qualifier": "exact"}
    return Claim(**values | fields)


def gold(anchor, **fields):
    values = {"kind": "count", "anchor": anchor, "qualifier": "exact", "outcome": "killed"}
    values |= {"victim_class": "combatant", "victim_side": "Ukraine", "source_text": "Kyiv", "source_side": "Ukraine"}
    if anchor.isdigit():
        values |= dict.fromkeys(("best", "low", "high"), int(anchor))
    return values | fields


RIGHT = {
    "outcome": "killed",
    "victim_class": "combatant",
    "victim_side": "Ukraine",
    "source_text": "Kyiv",
    "source_side": "Ukraine",
}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write_passages(*claims, text=TEXT, name="gold.jsonl", **fields):
    Path(name).write_text(json.dumps({"id": "a1", "text": text, "claims": claims} | fields) + "\n", encoding="utf-8")
    return name


def passages(*claims, **fields):
    return read_gold(write_passages(*claims, **fields))


def measure(golden, found, **options):
    return evaluate(passages(*golden, **options), find=lambda document: found)


def mistakes(golden, found, **options):
    return [(one.what, one.anchor) for one in measure(golden, found, **options).mistakes]


# --- the same figures as the codebook's scorer -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def scorer():
    if not SCORER.exists():
        pytest.skip("the scorer is not here")
    spec = importlib.util.spec_from_file_location("score", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(scorer, path, find):
    """Figures and errors of the scorer, by way of a CSV as `facttrack claims --csv` writes it."""
    file = io.StringIO()
    write_claims(claims_table(claim for passage in read_gold(path) for claim in find(passage.document)), file)
    table = defaultdict(list)
    for row in csv.DictReader(io.StringIO(file.getvalue())):
        table[row["document"]].append(row)
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return scorer.score([json.loads(line) for line in lines if line.strip()], table)


def damaged(document):
    """The claims with faults of every sort, always the same ones."""
    chance = random.Random(document.document_id)
    for claim in find_claims(document):
        fault = chance.randrange(12)
        if fault == 0:
            continue
        if fault == 1:
            yield dataclasses.replace(claim, claim_id=f"{claim.claim_id}x")
        if fault == 2:
            claim = dataclasses.replace(claim, start=claim.start + 9, end=claim.end + 9)
        if fault == 3:
            claim = dataclasses.replace(claim, best=None, part_of=claim.claim_id, source_text=None)
        if fault == 4:
            claim = dataclasses.replace(claim, victim_side=None, source_side="RUSSIA ", scope="unknown")
        if fault == 5:
            claim = dataclasses.replace(claim, kind=chance.choice(["count", "no_count", "denial"]), outcome="missing")
        yield claim


@pytest.mark.parametrize("find", [find_claims, damaged])
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_figures_are_those_of_the_scorer(scorer, path, find):
    figures, errors = scored(scorer, path, find)
    own = evaluate(read_gold(path), find=find)
    # No words of a passage are compared, and so none are shown: one of the files is only measured.
    assert own.figures == figures
    assert [(one.passage, one.what) for one in own.mistakes] == [error[:2] for error in errors]


def test_the_scorer_knows_the_same_fields(scorer):
    assert (scorer.FIELDS, scorer.CORE) == (FIELDS, CORE)


# --- matching ------------------------------------------------------------------------------------------------------


def test_all_right():
    found = measure([gold("137")], [claim("137", **RIGHT)])
    assert (found.total.found, found.total.whole, found.mistakes) == (1, 1, ())
    assert (found.total.f1, found.total.record) == (1.0, 1.0)


def test_missed_and_extra():
    found = measure([gold("137")], [claim("316")])
    assert [(one.what, one.anchor) for one in found.mistakes] == [("missed", "137"), ("extra", "316")]
    assert found.mistakes[0].sentence == "Kyiv said 137 soldiers had died and 316 were hurt."
    assert found.figures["by_kind"] == {"count": {"missed": 1, "extra": 1}}
    assert (found.total.f1, found.total.record) == (0.0, 0.0)


def test_nothing_to_find_and_nothing_found():
    found = measure([], [])
    assert (found.total.precision, found.total.recall, found.figures["by_kind"]) == (0.0, 0.0, {})


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("best", 138, "number"),
        ("low", None, "number"),
        ("qualifier", "approximate", "qualifier"),
        ("outcome", "wounded", "outcome"),
        ("victim_class", None, "victim_class"),
        ("victim_side", "Russia", "victim_side"),
        ("source_text", None, "source"),
        ("source_side", "Russia", "source_side"),
        ("part_of", "c0", "part_of"),
    ],
)
def test_one_field_wrong(field, value, wrong):
    found = measure([gold("137")], [claim("137", **RIGHT | {field: value})])
    assert [one.what for one in found.mistakes] == [wrong]
    assert found.total.whole == (wrong not in CORE)


def test_a_list_accepts_any_member():
    assert mistakes([gold("137", outcome=["killed", "casualties"], low=[None, 137])], [claim("137", **RIGHT)]) == []


def test_what_the_gold_does_not_say_is_not_judged():
    found = measure([gold("137")], [claim("137", **RIGHT, scope="period", source_kind="media")])
    assert found.total.judged["scope"] == found.total.judged["source_kind"] == 0


def test_a_source_is_the_same_if_half_of_the_words_are():
    right = [claim("137", **RIGHT | {"source_text": "the Kyiv army"})]
    assert mistakes([gold("137")], right) == []
    assert mistakes([gold("137")], [claim("137", **RIGHT | {"source_text": "the Kyiv army staff"})]) == [
        ("source", "137")
    ]
    assert mistakes([gold("137", source_text=None)], [claim("137", **RIGHT | {"source_text": None})]) == []


def test_an_optional_claim_counts_neither_way():
    optional = [gold("137", optional=True)]
    assert measure(optional, []).total.gold == measure(optional, [claim("137")]).total.gold == 0
    assert mistakes(optional, [claim("137")]) == []
    assert measure(optional, [claim("137")]).bands == ()


def test_the_best_of_two_overlapping_claims_is_taken():
    wrong = claim("137", **RIGHT | {"outcome": "wounded"}, claim_id="wrong")
    found = measure([gold("137")], [wrong, claim("137", **RIGHT)])
    assert [(one.what, one.given) for one in found.mistakes] == [("extra", None)]
    assert found.total.whole == 1


def test_a_silence_matches_in_the_same_sentence():
    silence = {"kind": "no_count", "anchor": "no figure", "source_text": "Moscow", "source_side": "Russia"}
    right = {"kind": "no_count", "source_text": "Moscow", "source_side": "Russia"}
    assert mistakes([silence], [claim("Moscow", **right)]) == []
    assert mistakes([silence], [claim("counted", **right)]) == [("missed", "no figure"), ("extra", "counted")]
    assert mistakes([silence], [claim("Moscow", **right | {"kind": "denial"})]) == [
        ("missed", "no figure"),
        ("extra", "Moscow"),
    ]


def test_a_part_needs_its_own_whole():
    golden = [gold("137"), gold("316", part_of=0)]
    whole = claim("137", **RIGHT)
    assert mistakes(golden, [whole, claim("316", **RIGHT, part_of=whole.claim_id)]) == []
    assert mistakes(golden, [whole, claim("316", **RIGHT)]) == [("part_of", "316")]
    assert mistakes(golden, [claim("316", **RIGHT, part_of="c0")]) == [("missed", "137"), ("part_of", "316")]


def test_the_second_place_of_the_same_words():
    text = "Five died. Then five more: 5 and 5."
    assert (
        mistakes([gold("5", nth=2)], [claim("5.", text, **RIGHT, best=5, low=5, high=5, qualifier="exact")], text=text)
        == []
    )
    assert mistakes([gold("5", nth=2)], [claim("5", text, **RIGHT)], text=text) == [("missed", "5"), ("extra", "5")]


def test_the_date_is_given_as_metadata():
    seen = []
    evaluate(passages(published="2022-02-25", outlet="The Dispatch"), find=lambda document: seen.append(document) or [])
    assert (str(seen[0].published), seen[0].published_from) == ("2022-02-25", "metadata")
    assert (seen[0].name, seen[0].outlet) == ("a1", "The Dispatch")


def test_an_article_read_by_itself_has_the_same_name():
    from facttrack.documents import read_documents

    own = passages(published="2022-02-25", outlet="The Dispatch", url="http://a.example")[0].document
    assert next(read_documents("gold.jsonl")) == own


# --- groups and bands ------------------------------------------------------------------------------------------------


def test_groups():
    both = passages(gold("137"), name="a.jsonl", style="wire") + passages(gold("316"), name="b.jsonl")
    found = evaluate(both, find=lambda document: [claim("137", **RIGHT)])
    assert {style: (one.passages, one.found, one.missed, one.extra) for style, one in found.by_style.items()} == {
        "": (1, 0, 1, 1),
        "wire": (1, 1, 0, 0),
    }
    assert list(found.by_file) == ["a.jsonl", "b.jsonl"]
    assert found.by_kind["count"].gold == found.total.gold == 2


def test_bands_of_confidence():
    golden = [gold("137"), gold("316", optional=True)]
    found = [
        claim("137", **RIGHT, confidence=0.9),
        claim("316", confidence=0.9),
        claim("40", confidence=0.8999),
        claim("figure", confidence=None),
        claim("Moscow", kind="denial"),
    ]
    bands = calibration(passages(*golden), find=lambda document: found)
    assert [(band.name, band.rows, band.right, band.share) for band in bands] == [
        ("0.9 or more", 1, 1, 1.0),
        ("0.8 to 0.9", 1, 0, 0.0),
        ("none", 1, 0, 0.0),
    ]


# --- gold files ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_gold_file_is_sound(path):
    assert len(read_gold(path)) > 0


def test_every_gold_file_and_table_is_described():
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    for path in GOLD:
        golden = read_gold(path)
        claims = sum(len(passage.claims) for passage in golden)
        assert f"| `{path.name}` | {len(golden)} | {claims} |" in text
    tables = (ROOT / "data" / "lexicon").glob("*.csv")
    assert [path.name for path in tables if f"| `{path.name}` |" not in text] == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not valid JSON; mend or delete the line"),
        ("5", "not a JSON object; write"),
        ('{"text": "x", "claims": []}', "no id; write"),
        ('{"id": "a1", "text": " ", "claims": []}', "no text; write"),
        ('{"id": "a1", "text": "x"}', "a1: claims is no list of objects; write [] where"),
        (
            '{"id": "a1", "text": "x", "claims": [], "published": "soon"}',
            "a1: published is no date: 'soon'; write it as",
        ),
        ([gold("999")], "a1, claim 0: the anchor '999' is not in the text; mend the claim"),
        ([gold("137", nth=2)], "a1, claim 0: the anchor '137' is not in the text 2 times; mend the claim"),
        ([gold("137", nth=0)], "a1, claim 0: nth 0; write a whole number from 1 up"),
        ([{"kind": "denial"}], "a1, claim 0: no anchor; write the number phrase as printed"),
        ([gold("137", kind="toll")], "a1, claim 0: kind 'toll'; write one of count, no_count, denial"),
        ([gold("137", qualifier="some")], "a1, claim 0: qualifier 'some'; write one of exact, approximate"),
        ([gold("137", outcome=["killed", "hurt"])], "a1, claim 0: outcome ['killed', 'hurt']; write one of killed"),
        ([gold("137", victim_class=None)], "a1, claim 0: victim_class None; write one of combatant"),
        ([gold("Kyiv")], "a1, claim 0: a count without a number; write best, low or high"),
        ([gold("137", best="many")], "a1, claim 0: a number that is none; write best, low and high as whole numbers"),
        ([gold("137"), gold("316", part_of=2)], "a1, claim 1: part_of 2; write the place of the whole"),
    ],
)
def test_faults_name_file_line_and_passage(line, message):
    line = line if isinstance(line, str) else json.dumps({"id": "a1", "text": TEXT, "claims": line})
    Path("gold.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_gold("gold.jsonl")
    assert str(caught.value).startswith(f"gold.jsonl, line 2: {message}")
    heard = []
    assert read_gold("gold.jsonl", on_error=heard.append) == []
    assert str(heard[0]) == str(caught.value)


def test_a_repeated_id_is_a_fault():
    passages(gold("137"))
    Path("two.jsonl").write_text(Path("gold.jsonl").read_text() * 2)
    with pytest.raises(InputError, match=r"two.jsonl, line 2: a1 stands on line 1 already; give each"):
        read_gold("two.jsonl")


def test_files_that_cannot_be_read():
    with pytest.raises(InputError, match=r"no.jsonl: no such file or directory; check the path"):
        read_gold("no.jsonl")
    Path("bad.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match=r"bad.jsonl: not UTF-8; save it"):
        read_gold("bad.jsonl")


def test_a_vague_count_needs_no_number():
    assert len(passages(gold("soldiers", qualifier="vague"))) == 1


# --- the command -----------------------------------------------------------------------------------------------------


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setattr(cli, "find_claims", lambda document: [claim("137", **RIGHT), claim("40")])
    passages(gold("137"), gold("316"), style="wire")

    def run(*arguments, stdin=None):
        result = CliRunner().invoke(cli.app, ["evaluate", *arguments], input=stdin)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.stdout, result.stderr.splitlines()

    return run


def test_tables_for_people(run):
    status, output, errors = run("gold.jsonl")
    assert (status, errors) == (0, [])
    assert output.startswith(
        "     passages  gold  found  missed  extra  precision  recall      F1   claim  record\n"
        "---  --------  ----  -----  ------  -----  ---------  ------  ------  ------  ------\n"
        "all         1     2      1       1      1     0.5000  0.5000  0.5000  0.5000  0.5000\n"
        "\n"
        "field                judged  right  accuracy\n"
        "-------------------  ------  -----  --------\n"
        "number (core)             1      1    1.0000\n"
    )
    assert "\nkind   gold" in output
    assert "\nstyle  passages" in output
    assert "confidence" not in output
    assert "missed  '" not in output


def test_errors_and_calibration(run):
    _, output, _ = run("gold.jsonl", "--errors", "9", "--calibration")
    assert "\n0.9 or more       2      1    0.5000\n" in output
    assert (
        "\na1  missed  '316'  in 'Kyiv said 137 soldiers had died and 316 were hurt.'\na1  extra  '40'  in " in output
    )
    assert "extra  '" not in run("gold.jsonl", "--errors", "1")[1]


def test_json(run):
    data = json.loads(run("gold.jsonl", "--format", "json", "--errors", "9")[1])
    figures = {key: value for key, value in data.items() if key not in ("table", "errors")}
    assert figures == measure([gold("137"), gold("316")], [claim("137", **RIGHT), claim("40")]).figures
    assert [error["what"] for error in data["errors"]] == ["missed", "extra"]
    assert {row["by"] for row in data["table"]} == {"all", "kind", "style", "file", "field"}


def test_csv(run):
    status, output, _ = run("gold.jsonl", "--format", "csv", "--csv", "e.csv", "--calibration")
    rows = list(csv.DictReader(io.StringIO(output)))
    assert (status, tuple(rows[0])) == (0, TABLE_COLUMNS)
    assert (rows[0]["by"], rows[0]["f1"], rows[0]["accuracy"]) == ("all", "0.5", "")
    assert rows[-1]["name"] == "0.9 or more"
    assert Path("e.csv").read_text() == output == run("gold.jsonl", "--csv", "-", "--calibration")[1]


def test_markdown(run):
    output = run("gold.jsonl", "--format", "markdown", "--errors", "1")[1]
    assert (
        "| field | judged | right | accuracy |\n| :-- | --: | --: | --: |\n| number (core) | 1 | 1 | 1.0000 |" in output
    )
    assert output.endswith("\n\n- a1  missed  '316'  in 'Kyiv said 137 soldiers had died and 316 were hurt.'\n")


def test_several_files_are_shown_one_by_one(run):
    passages(gold("137"), name="b.jsonl")
    output = run("gold.jsonl", "b.jsonl")[1]
    assert [line.split()[0] for line in output.splitlines()[2:5]] == ["gold.jsonl", "b.jsonl", "all"]


def test_standard_input(run):
    assert run("-", stdin=Path("gold.jsonl").read_text())[1] == run("gold.jsonl")[1]


def test_a_fault_in_the_gold_gives_no_figures(run):
    write_passages(gold("999"), gold("137", kind="toll"), name="bad.jsonl")
    status, output, errors = run("gold.jsonl", "bad.jsonl", "no.jsonl")
    assert (status, output) == (1, "")
    assert errors == [
        "facttrack: bad.jsonl, line 1: a1, claim 0: the anchor '999' is not in the text; mend the claim",
        "facttrack: bad.jsonl, line 1: a1, claim 1: kind 'toll'; write one of count, no_count, denial",
        "facttrack: no.jsonl: no such file or directory; check the path",
    ]


def test_errors_do_not_fit_into_a_csv(run):
    for arguments in (["--format", "csv"], ["--csv", "-"]):
        status, output, errors = run("gold.jsonl", "--errors", "1", *arguments)
        assert (status, output) == (2, "")
        assert errors[0].startswith("facttrack: --errors does not go with CSV")


def test_a_style_cannot_send_codes_to_a_terminal_or_a_spreadsheet():
    found = measure([gold("137")], [claim("137", **RIGHT)], style="\x1b[31m|=1")
    assert "\x1b" not in render(found) + render(found, "markdown")
    assert "\\|=1" in render(found, "markdown")
    assert ["style", "\x1b[31m|=1"] in [row[:2] for row in table_rows(found)]
    with pytest.raises(UsageError, match="yaml is no format for an evaluation"):
        render(found, "yaml")
