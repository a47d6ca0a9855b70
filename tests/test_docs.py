"""The documentation says what the program does, today.

    python tests/test_docs.py --write      put today's output, tables and figures into README.md and CONTRIBUTING.md
    python tests/test_docs.py --figures    print how accurate the extraction is, as Markdown: `make figures`

Three things in the root's Markdown files are made by the program: what follows a command in a ```console block (a last
line of … stands for the rest of the output), and whatever stands between <!-- made: NAME --> and <!-- end -->.
The examples of the Python door are doctests, which pytest runs by itself.
"""

import ast
import datetime as dt
import os
import re
import shlex
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
import typer
from eval_gate import FEW_CLAIMS
from test_layers import LAYERS, MODULES

import facttrack
from facttrack import cli, compare, models, wars
from facttrack import figures as figures_module
from facttrack.compare import COMPARISON_COLUMNS, SPEAKS_OF, STATUSES
from facttrack.evaluate import FIELDS, evaluate, read_gold
from facttrack.figures import COMPARED_AS
from facttrack.lexicon import CLASSES, TABLES
from facttrack.table import COLUMNS

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "data" / "gold"
REFRESH = "run python tests/test_docs.py --write, and read what has changed"

PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
CONSOLE = re.compile(
    r"(?<=```console\n)\$ (?P<command>facttrack [^\n]+)\n(?P<output>.*?)(?=^```$)", re.MULTILINE | re.DOTALL
)
MADE = re.compile(r"(?<=<!-- made: )(?P<name>\w+)(?P<open> -->\n)(?P<body>.*?)(?=<!-- end -->)", re.DOTALL)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
MORE = "…\n"

MEASURED = "measured"
"""How the names of the gold files begin that nobody writes rules on."""
MAX_DRIFT = 0.02
"""By how much a printed share may differ from today's before the tables have to be made anew."""


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


# --- what the program prints ---------------------------------------------------------------------------------------


@cache
def output(command):
    """What a command prints in the project's folder, to no terminal."""
    arguments = [sys.executable, "-m", "facttrack", *shlex.split(command)[1:]]
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"} | {"PYTHONUTF8": "1"}
    run = subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
    assert run.returncode == 0, f"{command}: {run.stderr.strip().splitlines()[-1]}"
    return run.stdout


def shown(command, before):
    """Today's output of a command, cut where the page has cut it."""
    if not before.endswith(MORE):
        return output(command)
    return "".join(output(command).splitlines(keepends=True)[: before.count("\n") - 1]) + MORE


# --- tables from the code ------------------------------------------------------------------------------------------

TYPES = {
    "string": "text",
    "category": "word",
    "Int64": "whole number",
    "Float64": "number",
    "datetime64[s]": "date",
}


def markdown(titles, rows, *, right=0):
    """A table in Markdown; the last `right` columns hold numbers."""
    left = len(titles) - right
    rule = [":--"] * left + ["--:"] * right
    lines = [titles, rule, *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def columns():
    def meaning(column):
        values = ", ".join(f"`{value}`" for value in column.values)
        return f"{column.meaning}: {values}" if values else column.meaning

    rows = [[f"`{column.name}`", TYPES[column.dtype], meaning(column)] for column in COLUMNS]
    return markdown(["column", "type", "meaning"], rows)


def comparison_columns():
    rows = [[f"`{name}`", TYPES[dtype], meaning] for name, dtype, meaning in COMPARISON_COLUMNS]
    return markdown(["column", "type", "meaning"], rows)


def classes():
    senses = {}
    for letter, sense in CLASSES:
        senses.setdefault(letter, []).append(sense)
    items = [f"`{letter}` {', '.join(names)}" for letter, names in senses.items()]
    return "".join(" · ".join(items[at : at + 9]) + "\n" for at in range(0, len(items), 9))


# --- figures of accuracy -------------------------------------------------------------------------------------------


@cache
def measured():
    """The evaluations of the developed and of the measured part of the gold."""
    paths = sorted(GOLD.glob("*.jsonl"))
    parts = [[path for path in paths if path.stem.startswith(MEASURED) is wanted] for wanted in (False, True)]
    return [evaluate([passage for path in part for passage in read_gold(path)]) for part in parts]


def share(value):
    return f"{value:.2f}"


@cache
def figures():
    """How accurate the extraction is: by part of the gold, by field, and by confidence."""
    developed, unseen = measured()
    names = ("precision", "recall", "f1", "record")
    rows = []
    for one in (developed, unseen):
        for file, tally in one.by_file.items():
            counts = [f"{tally.passages:,}", f"{tally.gold:,}", f"{tally.missed:,}", f"{tally.extra:,}"]
            shares = [share(getattr(tally, name)) if tally.gold >= FEW_CLAIMS else "" for name in names]
            rows.append([f"`{Path(file).stem}`", *counts, *shares])
    titles = ["part", "passages", "claims", "missed", "wrong rows", "precision", "recall", "F1", "record"]
    by_part = markdown(titles, rows, right=8)

    def accuracy(one, name):
        return share(one.total.right[name] / max(one.total.judged[name], 1))

    fields = [[f"`{name}`", accuracy(developed, name), accuracy(unseen, name)] for name in FIELDS]
    by_field = markdown(["field of a row that was found", "developed", "only measured"], fields, right=2)
    bands = [[band.name, f"{band.rows:,}", share(band.share)] for band in unseen.bands]
    by_band = markdown(["`confidence`, only measured", "rows", "right"], bands, right=2)
    return "\n".join((by_part, by_field, by_band))


BLOCKS = {
    "columns": columns,
    "comparison_columns": comparison_columns,
    "classes": classes,
    "figures": figures,
}
STAMP = re.compile(r"^Measured on \d{4}-\d{2}-\d{2}\.\n\n")


def refreshed(name, before):
    """Today's body of a made block. The figures carry the day on which they were last found to have changed."""
    body = BLOCKS[name]()
    if name != "figures":
        return body
    stamp = STAMP.match(before)
    if stamp and before == stamp[0] + body:
        return before
    return f"Measured on {dt.date.today().isoformat()}.\n\n{body}"


def write():
    for page in PAGES:
        before = read(page)
        after = CONSOLE.sub(lambda m: f"$ {m['command']}\n{shown(m['command'], m['output'])}", before)
        after = MADE.sub(lambda m: f"{m['name']}{m['open']}{refreshed(m['name'], m['body'])}", after)
        if after != before:
            (ROOT / page).write_text(after, encoding="utf-8")
            print(f"{page} is new")


# --- tests: what is made -------------------------------------------------------------------------------------------


def found(pattern):
    return [pytest.param(hit, id=f"{page}-{hit[1]}") for page in PAGES for hit in pattern.finditer(read(page))]


@pytest.mark.parametrize("block", found(CONSOLE))
def test_output_is_that_of_today(block):
    assert block["output"] == shown(block["command"], block["output"]), REFRESH


def test_the_report_of_a_seed_stands_on_the_first_screen():
    first = CONSOLE.search(read("README.md"))
    assert first["command"].startswith("facttrack report seeds/")
    assert not first["output"].endswith(MORE)
    assert read("README.md")[: first.start()].count("\n") < 20


@pytest.mark.parametrize("block", [param for param in found(MADE) if param.values[0]["name"] != "figures"])
def test_tables_are_those_of_the_code(block):
    assert block["body"] == BLOCKS[block["name"]](), REFRESH


def test_every_table_is_there():
    assert sorted(param.values[0]["name"] for param in found(MADE)) == sorted(BLOCKS)


def test_figures_are_those_of_today():
    """Shares may drift a little, so that not every rule needs a new page; they may not flatter."""
    [block] = [hit for hit in MADE.finditer(read("README.md")) if hit["name"] == "figures"]
    assert STAMP.match(block["body"]), REFRESH
    printed, today = (re.findall(r"[^|\s]+", text) for text in (STAMP.sub("", block["body"]), figures()))
    words = [[cell for cell in cells if not re.fullmatch(r"[\d.,]+", cell)] for cells in (printed, today)]
    assert words[0] == words[1], REFRESH
    shares = [[float(cell) for cell in cells if re.fullmatch(r"\d\.\d\d", cell)] for cells in (printed, today)]
    assert shares[0] == pytest.approx(shares[1], abs=MAX_DRIFT), REFRESH


# --- tests: what is written by hand --------------------------------------------------------------------------------


def rows(page):
    """The first cells of all tables of a page, without their code marks' arguments: "--csv", "facttrack claims"."""
    return re.findall(r"^\| `([^`]+)`", FENCED.sub("", read(page)), re.MULTILINE)


def command_line():
    app = typer.main.get_command(cli.app)
    options = {name for command in (app, *app.commands.values()) for one in command.params for name in one.opts}
    return set(app.commands), {name for name in options if name.startswith("--")}


def test_every_command_and_no_other_is_documented():
    told = {row.split()[1] for row in rows("README.md") if row.startswith("facttrack ")}
    assert told == command_line()[0]


def test_every_option_and_no_other_is_documented():
    told = {row.split()[0] for row in rows("README.md") if row.startswith("--")}
    assert told - {"--help"} == command_line()[1]


@pytest.mark.parametrize(
    "values",
    [
        STATUSES,
        SPEAKS_OF,
        COMPARED_AS,
        models.KINDS,
        models.QUALIFIERS,
        models.OUTCOMES,
        models.CLASSES,
        models.SOURCE_KINDS,
        models.SCOPES,
        models.DATE_ORIGINS,
    ],
    ids=lambda values: values[0],
)
def test_every_value_has_its_meaning(values):
    """As the first cell of a row, in the page for users or in the codebook."""
    told = {*rows("README.md"), *rows("CONTRIBUTING.md")}
    assert [value for value in values if value not in told] == []


@pytest.mark.parametrize("name", [name for name in facttrack.__all__ if not name.startswith("_")])
def test_every_public_name_is_documented(name):
    assert any(row.partition("(")[0] == name for row in rows("README.md"))


def test_examples_run():
    """pytest collects the doctests of the root's pages; without an example it would pass all the same."""
    settings = tomllib.loads(read("pyproject.toml"))["tool"]["pytest"]["ini_options"]
    assert "--doctest-glob=*.md" in settings["addopts"]
    assert "*.md" in settings["testpaths"]
    assert ">>> " in read("README.md")


def test_the_changelog_begins_with_this_version():
    assert re.findall(r"^## (\S+)", read("CHANGELOG.md"), re.MULTILINE)[0] == facttrack.__version__


def test_the_map_names_every_module_in_their_order():
    told = re.findall(r"^\| `(\w+)\.py` \|", read("CONTRIBUTING.md"), re.MULTILINE)
    assert told == [module for module in LAYERS if module in MODULES]


def test_every_table_of_words_is_named():
    assert [table for table in TABLES if f"`{table}.csv`" not in read("CONTRIBUTING.md")] == []


def test_every_target_is_named():
    targets = re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE)
    assert [target for target in targets if f"`make {target}`" not in read("CONTRIBUTING.md")] == []


def tuned_numbers():
    for module in (figures_module, wars, compare):
        for node in ast.parse(read(f"facttrack/{module.__name__.rpartition('.')[2]}.py")).body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                [name] = (target.id for target in node.targets)
                if name.isupper() and isinstance(node.value.value, int | float):
                    yield name, getattr(module, name)


@pytest.mark.parametrize(("name", "value"), list(tuned_numbers()))
def test_every_tuned_number_of_the_comparison_is_documented(name, value):
    assert f"`{name}` ({value:g})" in read("CONTRIBUTING.md")


@pytest.mark.parametrize("page", [*PAGES, "data/README.md"])
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", FENCED.sub("", read(page)))
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--write"]:
            write()
        case ["--figures"]:
            print(figures(), end="")
        case _:
            sys.exit(__doc__)
