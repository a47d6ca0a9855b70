"""The command line: options, messages, exit statuses, and how it behaves in a pipe. What the reports look like is
tested with report.py; what is extracted, with claims.py: here a stub finds one claim in every line of a simple form."""

import csv
import dataclasses
import inspect
import io
import json
import os
import re
import signal
import subprocess
import sys
from typing import get_args

import pytest
from typer.testing import CliRunner

from facttrack import __version__, cli
from facttrack.compare import COMPARISON_COLUMNS, STATUSES
from facttrack.documents import read_documents
from facttrack.models import OUTCOMES, Claim
from facttrack.table import COLUMNS, claims_table, read_claims, write_claims

COMPARED = [name for name, _, _ in COMPARISON_COLUMNS]
LINE = re.compile(r"(?P<source>\w+) said (?P<number>\d+) (?P<side>\w+) soldiers were (?P<outcome>\w+)\.")


def find_claims(document):
    """One claim a line of the form `Russia said 5 Ukraine soldiers were killed.`"""
    found = []
    for number, match in enumerate(LINE.finditer(document.text)):
        fields = dict.fromkeys(field.name for field in dataclasses.fields(Claim))
        count = int(match["number"])
        fields |= {"kind": "count", "number_text": match["number"], "best": count, "low": count, "high": count}
        fields |= {
            "qualifier": "exact",
            "outcome": match["outcome"],
            "victims": "soldiers",
            "victim_class": "combatant",
        }
        fields |= {"victim_side": match["side"], "source": match["source"], "source_text": match["source"]}
        fields |= {"source_side": match["source"], "source_kind": "military", "scope": "cumulative"}
        fields |= {
            "published": document.published,
            "published_from": document.published_from,
            "as_of": document.published,
        }
        fields |= {"document": document.name, "document_id": document.document_id, "sentence": match[0]}
        fields |= {"start": match.start("number"), "end": match.end("number"), "rules": ("stub",), "spans": ()}
        found.append(Claim(**fields | {"claim_id": f"{document.document_id}{number}"}))
    return found


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "find_claims", find_claims)
    monkeypatch.delenv("COLUMNS", raising=False)
    write("day7.txt", "published: 2022-03-02", "", "Russia said 498 Russia soldiers were killed.")
    write(
        "day9.txt",
        "published: 2022-03-04",
        "",
        "Ukraine said 9000 Russia soldiers were killed.",
        "Russia said 2870 Ukraine soldiers were killed.",
    )
    return tmp_path


def write(name, *lines):
    with open(name, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    return name


def run(*arguments, stdin=None):
    """Exit status, standard output, and the lines on standard error."""
    result = CliRunner().invoke(cli.app, [str(argument) for argument in arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr.splitlines()


def found(*arguments):
    """The numbers of the claims that a command shows."""
    status, output, _ = run("claims", "day7.txt", "day9.txt", "--format", "csv", *arguments)
    assert status == 0
    return [int(row["best"]) for row in csv.DictReader(io.StringIO(output))]


# --- results -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["claims", "report"])
def test_a_table_for_people(command):
    status, output, errors = run(command, "day7.txt", "day9.txt")
    assert (status, errors) == (0, [])
    assert "2,870" in output
    assert "\x1b" not in output


@pytest.mark.parametrize("command", ["claims", "report"])
def test_every_format(command):
    outputs = {output: run(command, ".", "--format", output) for output in get_args(cli.Format)}
    assert {status for status, _, _ in outputs.values()} == {0}
    assert len(list(csv.DictReader(io.StringIO(outputs["csv"][1])))) == 3
    assert json.loads(outputs["json"][1])
    assert all(json.loads(line) for line in outputs["jsonl"][1].splitlines())


@pytest.mark.parametrize("command", ["claims", "report", "explain"])
def test_csv_beside_the_report_and_instead_of_it(command):
    paths = [find_claims_id()[:8], "day7.txt"] if command == "explain" else ["day7.txt"]
    status, output, errors = run(command, *paths, "--csv", "c.csv")
    assert (status, errors) == (0, [])
    assert "498" in output
    with open("c.csv", encoding="utf-8", newline="") as file:
        content = file.read()
    assert content.startswith(",".join(column.name for column in COLUMNS))
    assert run(command, *paths, "--csv", "-")[:2] == (0, content)


def find_claims_id():
    return run("claims", "day7.txt", "--format", "csv")[1].splitlines()[1].partition(",")[0]


@pytest.mark.parametrize("command", ["claims", "report"])
def test_a_claims_table_in_place_of_articles(command):
    run(command, ".", "--csv", "c.csv")
    assert run(command, "c.csv", "--format", "csv") == run(command, ".", "--format", "csv")
    assert run(command, "c.csv", ".", "--format", "csv")[1].count("\n") == 4


def test_a_report_of_a_report_is_the_same():
    run("report", ".", "--csv", "r.csv")
    assert run("report", "r.csv")[1] == run("report", ".")[1]
    assert run("report", "r.csv", ".")[1] == run("report", ".")[1], "the same articles are counted once"


# --- options -------------------------------------------------------------------------------------------------------


def test_options_are_the_same_on_every_command():
    names = [list(inspect.signature(command).parameters) for command in (cli.claims, cli.report, cli.explain)]
    assert names[0] == names[1]
    # One claim is named, or a text given, so there is nothing to choose from; it is printed like everything else.
    shared = [name for name in names[0] if name in ("paths", "csv", "output", "width")]
    assert [name for name in names[2] if name not in ("claim_id", "text")] == shared


def test_choices_are_those_of_the_table():
    assert cli.OUTCOMES == OUTCOMES
    assert cli.STATUSES == STATUSES


def test_filters_ignore_case():
    assert found("--outcome", "KILLED", "--side", "russia") == found("--outcome", "killed", "--side", "Russia") != []
    assert found("--status", "Contested", "--source-side", "UKRAINE") == [9000]
    assert run("claims", "day7.txt", "--format", "CSV")[1].startswith("claim_id,")


def test_filters():
    assert found() == [498, 9000, 2870]
    assert found("--side", "ukraine") == [2870]
    assert found("--side", "Ukraine", "--side", "RUSSIA") == [498, 9000, 2870]
    assert found("--source-side", "Russia") == [498, 2870]
    assert found("--outcome", "killed", "--since", "2022-03-03") == [9000, 2870]
    assert found("--until", "2 March 2022") == [498]
    assert found("--status", "contested") == [498, 9000]
    assert found("--status", "unanswered", "--source-side", "Ukraine") == []


def test_a_report_compares_before_it_filters():
    status, output, _ = run("report", ".", "--until", "2022-03-02", "--format", "csv")
    [row] = csv.DictReader(io.StringIO(output))
    assert (status, row["best"], row["status"], row["counter_number"]) == (0, "498", "contested", "9,000")


def add_silence(document, words="would not say how many soldiers had died"):
    """A stub that also finds the silence of Kyiv in a text that speaks of it."""
    claims = find_claims(document)
    if "Kyiv" in document.text:
        silent = {"kind": "no_count", "number_text": words, "outcome": None, "victim_class": None, "scope": None}
        silent |= {"victim_side": "Ukraine", "source_side": "Ukraine", "source_kind": "official", "source": "Kyiv"}
        silent |= dict.fromkeys(("best", "low", "high", "qualifier", "victims"))
        claims.append(dataclasses.replace(claims[0], **silent, claim_id=f"{document.document_id}s", start=90, end=95))
    return claims


@pytest.mark.parametrize("option", [["--outcome", "killed"], ["--status", "withheld"], ["--source-side", "Russia"]])
def test_a_filtered_report_keeps_the_silences_that_its_claims_cite(monkeypatch, option):
    monkeypatch.setattr(cli, "find_claims", add_silence)
    write("silent.txt", "published: 2022-03-02", "", "Russia said 2870 Ukraine soldiers were killed. Kyiv was silent.")
    status, output, _ = run("report", "silent.txt", "day7.txt", *option, "--format", "csv")
    kinds = [(row["kind"], row["status"]) for row in csv.DictReader(io.StringIO(output)) if row["best"] != "498"]
    assert (status, kinds) == (0, [("count", "withheld"), ("no_count", "")])
    assert "no count (2022-03-02)" in run("report", "silent.txt", *option)[1]
    assert "1 silence, 0 denials" in " ".join(run("report", "silent.txt", *option)[1].split())
    # What no shown claim cites is left out.
    assert "no_count" not in run("report", "silent.txt", "day7.txt", "--side", "Russia", "--format", "csv")[1]


def test_the_totals_count_every_document_that_was_read():
    write("dull.txt", "Nothing happened.")
    assert run("report", ".", "--side", "Ukraine")[1].startswith("3 documents, 1 claim: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--since", "soon"], "facttrack: --since soon: no date; write it as 2022-02-25"),
        (
            ["--since", "2022-03-02", "--until", "2022-03-01"],
            "facttrack: --since 2022-03-02 is after --until 2022-03-01",
        ),
        (["--csv", "-", "--format", "json"], "facttrack: --csv - and --format json both write to standard output"),
        (
            ["--outcome", "dead"],
            "facttrack: --outcome dead: not known; choose killed, wounded, missing, captured or casualties",
        ),
        (
            ["--status", "open"],
            "facttrack: --status open: not known; choose corroborated, contested, denied, withheld or unanswered",
        ),
        (["--width", "3"], "--width"),
        (["--fromat", "csv"], "No such option"),
    ],
)
def test_options_that_make_no_sense(arguments, message):
    status, output, errors = run("report", "day7.txt", *arguments)
    assert (status, output) == (2, "")
    assert message in errors[-1]


@pytest.mark.parametrize("arguments", [[], ["claims"], ["explain", "x"]])
def test_without_arguments_the_usage_is_shown(arguments):
    status, output, errors = run(*arguments)
    assert status == 2
    assert "Usage: " in output + "".join(errors)


# --- explain -------------------------------------------------------------------------------------------------------


def test_explain():
    name = find_claims_id()
    for start in (name, name[:6]):
        status, output, errors = run("explain", start, ".")
        assert (status, errors) == (0, [])
        assert "498" in output
    assert json.loads(run("explain", name, "day7.txt", "--format", "json")[1])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Twelve soldiers were killed, Kyiv said.", ["killed, Ukraine (combatant); source: Kyiv (Ukraine)"]),
        ("Kyiv has not said how many soldiers died.", ["no count, Ukraine; source: Kyiv (Ukraine)"]),
        ("He fears that 20 men may die.", ["no claim: “may die” is not said to have happened: a modal"]),
        ("None of the 303 execution warrants was signed.", ["only tells what kind of thing is counted"]),
        ("The army lost 30 trucks in 2014.", ["30 trucks  no claim: counts no people", "2014       no claim: a date"]),
        ("Six deaths a day are normal there.", ["no claim: a rate, an average or a share"]),
        ("Forty men sang in the hall.", ["no claim: hangs on no word of casualties"]),
        (
            "Twelve died, down from 14 reported before.",
            ["Twelve", "14", "an earlier figure, which the sentence replaces"],
        ),
        ("It rained.", ["no number, no words of silence or denial"]),
    ],
)
def test_explain_a_text(text, wanted):
    status, output, errors = run("explain", "--text", text, "--width", "200")
    assert (status, errors) == (0, [])
    assert [words for words in wanted if words not in output] == []


def test_explain_needs_a_claim_or_a_text():
    for arguments in ([], ["x"]):
        status, output, errors = run("explain", *arguments)
        assert (status, output) == (2, "")
        assert errors[-1].endswith("give a CLAIM_ID and a PATH, or --text TEXT")
    [error] = run("explain", "--text", "Six died.", "--format", "json")[2]
    assert error.startswith("facttrack: --text is explained in words;")


def test_explain_what_is_not_there():
    assert run("explain", "zzz", ".") == (
        1,
        "",
        ["facttrack: no claim zzz in 2 documents; facttrack claims PATH lists them"],
    )
    status, _, [error] = run("explain", "", ".")
    assert status == 1
    assert error.startswith("facttrack: 3 claims begin with ; write more of it: ")
    status, _, [error] = run("explain", "x", "c.csv")
    assert (status, error) == (2, "facttrack: c.csv is a table; explain needs the articles, to show the words")
    os.mkdir("claims")
    write("claims/archive.json", "{}")
    status, _, [error] = run("explain", "x", "claims")
    words = "facttrack: claims is an archive of claims; explain needs the articles, to show the words"
    assert (status, error) == (2, words)


# --- bad input -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["claims", "report"])
def test_the_rest_of_a_batch_goes_on(command):
    write("bad.jsonl", '{"text": "x"}', "5", '{"text": "Kyiv", "published": "soon"}')
    status, output, errors = run(command, "no.txt", "day7.txt", "bad.jsonl", "no.csv", "--csv", "c.csv")
    assert status == 1
    assert "498" in output
    assert len(read_claims("c.csv", leave_out=COMPARED)) == 1
    assert errors == [
        "facttrack: no.txt: no such file or folder; check the path",
        'facttrack: bad.jsonl, line 2: not a JSON object; write {"id": …, "text": …}',
        "facttrack: bad.jsonl, line 3: published is no date: 'soon'; write it as 2022-02-25",
        "facttrack: no.csv: no such file or directory; check the path",
        "facttrack: 3 of 6 documents could not be read",
    ]


@pytest.mark.parametrize("command", ["claims", "report", "explain"])
def test_a_fault_of_ours_costs_one_article_only(monkeypatch, command):
    def fail(document):
        if "498" in document.text:
            raise KeyError("a rule\nthat fails")
        return find_claims(document)

    monkeypatch.setattr(cli, "find_claims", fail)
    name = run("claims", "day9.txt", "--format", "csv")[1].splitlines()[1].partition(",")[0]
    status, output, errors = run(*([command, name] if command == "explain" else [command]), "day7.txt", "day9.txt")
    assert status == 1
    assert "9" in output
    what = "facttrack failed on it (KeyError: 'a rule\\nthat fails'); leave it out, and report it with the text"
    assert errors == [f"facttrack: day7.txt: {what}", "facttrack: 1 of 2 documents could not be read"]


def test_nothing_that_could_be_read_shows_nothing():
    status, output, errors = run("report", "no.txt", "--csv", "c.csv")
    assert (status, output, errors) == (1, "", ["facttrack: no.txt: no such file or folder; check the path"])
    assert not os.path.exists("c.csv")


@pytest.mark.parametrize("command", ["claims", "report"])
def test_nothing_found_is_no_error(command):
    write("dull.txt", "Nothing happened.")
    status, _, errors = run(command, "dull.txt", "--csv", "c.csv")
    assert (status, errors) == (0, ["facttrack: no casualty claims found in 1 document"])
    assert len(read_claims("c.csv", leave_out=COMPARED)) == 0
    assert run(command, "dull.txt", "--format", "jsonl")[0] == 0
    status, _, errors = run(command, ".", "--side", "Ukrane")
    assert (status, errors) == (
        0,
        ["facttrack: no claim fits these options in 3 documents; sides here: Russia, Ukraine"],
    )


def test_a_repeated_text_is_said_and_is_no_error():
    with open("day7.txt") as file:
        write("copy.txt", file.read())
    status, _, errors = run("claims", ".")
    assert (status, errors) == (0, ["facttrack: ./day7.txt: skipped, the same text as ./copy.txt"])


def test_a_place_that_cannot_be_written():
    status, _, errors = run("claims", "day7.txt", "--csv", "no/c.csv")
    assert (status, errors) == (1, ["facttrack: no/c.csv: not written (no such file or directory)"])


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
@pytest.mark.parametrize("options", [[], ["--format", "csv"]])
def test_a_full_disk_behind_standard_output_is_one_line(options):
    command = [sys.executable, "-m", "facttrack", "claims", "day7.txt", *options]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    words = "facttrack: standard output: not written (no space left on device)\n"
    assert (done.returncode, done.stderr) == (1, words)


def test_a_packed_file_is_not_read_as_an_article():
    write("news.jsonl.gz", "x")
    status, _, [error] = run("claims", "news.jsonl.gz")
    assert status == 1
    assert error.startswith("facttrack: news.jsonl.gz: packed; unpack it")


def test_a_bad_table():
    write("c.csv", "a,b", "1,2")
    status, output, errors = run("report", "c.csv")
    assert (status, output) == (1, "")
    assert errors == ["facttrack: c.csv: not a claims table; write one with facttrack claims PATH --csv FILE"]


def test_a_message_is_one_plain_line():
    status, _, errors = run("claims", "a\x1b[31m\nb.txt")
    assert (status, errors) == (1, ["facttrack: a�[31m�b.txt: no such file or folder; check the path"])


def test_standard_input():
    assert run("claims", "-", stdin="")[::2] == (
        1,
        ["facttrack: stdin: empty; pipe an article into it, or name a file"],
    )
    status, output, errors = run("claims", "-", "--format", "csv", stdin="Russia said 5 Ukraine soldiers were wounded.")
    assert (status, errors) == (0, [])
    assert ",stdin," in output


# --- as a program --------------------------------------------------------------------------------------------------

PROGRAM = [sys.executable, "-m", "facttrack"]


def program(*arguments, **options):
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, timeout=60, **options)


def big_table(rows=20_000):
    [claim] = find_claims(next(read_documents("day7.txt")))
    write_claims(claims_table(dataclasses.replace(claim, claim_id=f"c{i}") for i in range(rows)), "big.csv")


def test_version_and_module():
    result = program("--version")
    assert (result.returncode, result.stdout.decode()) == (0, f"facttrack {__version__}\n")


def test_a_broken_pipe_is_quiet():
    big_table()
    for arguments in ("claims big.csv --csv -", "claims big.csv --format jsonl"):
        command = f"{' '.join(PROGRAM)} {arguments} | head -n 1"
        result = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, timeout=60)
        assert (result.returncode, result.stderr) == (0, b"")
        assert result.stdout.count(b"\n") == 1


def test_ctrl_c_is_clean():
    process = subprocess.Popen(
        [*PROGRAM, "claims", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdin.write(b'{"bad"}\n')
    process.stdin.flush()
    assert b"stdin, line 1" in process.stderr.readline()  # now it waits for more
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output, errors) == (130, b"", b"")


def test_a_claims_table_on_standard_input():
    big_table(rows=2)
    with open("big.csv", "rb") as file:
        content = file.read()
    result = program("claims", "-", "--csv", "-", input=content)
    assert (result.returncode, result.stdout, result.stderr) == (0, content, b"")


def test_a_terminal_that_cannot_show_a_script():
    [claim] = find_claims(next(read_documents("day7.txt")))
    write_claims(claims_table([dataclasses.replace(claim, source="Київ", sentence="Київ: 498")]), "c.csv")
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    assert program("report", "c.csv", env=environment).returncode == 0
    assert "Київ" in program("claims", "c.csv", "--csv", "-", env=environment).stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_progress_bar_only_at_a_terminal():
    code = "import sys, facttrack.cli as cli; cli.PROGRESS_AFTER_SECONDS = 0; sys.argv[0] = 'facttrack'; cli.main()"
    write("long.jsonl", *(json.dumps({"text": f"Text {i}."}) for i in range(300)))
    command = [sys.executable, "-c", code, "claims", "long.jsonl"]
    assert b"\x1b" not in subprocess.run(command, capture_output=True, check=True).stderr
    outer, inner = os.openpty()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=inner, env=os.environ | {"TERM": "xterm"})
    os.close(inner)
    shown = b""
    while True:
        try:
            piece = os.read(outer, 4096)
        except OSError:  # how a pseudo-terminal says that nobody writes any more
            break
        shown += piece
    assert process.wait(timeout=60) == 0
    assert b"documents" in shown
    assert shown.decode().rstrip().endswith("facttrack: no casualty claims found in 300 documents")
