"""The code is read from top to bottom: imports point one way, and every library has one owner."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import facttrack

PACKAGE = Path(facttrack.__file__).parent

LAYERS = """
models errors dates repeats documents sentences lexicon units quantities groups chunks candidates reasons unhappened ordinary general uncounted nobody unreal
fates turned amid estimates tolls linked carried weighed weighed_silences mentions columns believed
memory acronyms namesakes phrases voices bands clues appositives actors subjects unlisted asides scene cues accounts labels governing attribution tellers pointers attacks places classes owners strangers named_sides mustered parties losers own_dead context victims unsaid topics denials silence bereaved scan periods looks issuers drafts going_on
weighed_sources names weighed_sides silence_sides sureness claims considered pages jobs evaluate table figures wars answers compare report stores warcs tasks dataset theatres archive cli
""".split()

OWNERS = {
    "charset_normalizer": ["documents"],
    "dask": ["archive"],
    "distributed": ["archive"],
    "fastwarc": ["warcs"],
    "fsspec": ["stores"],
    "pandas": ["table", "figures", "wars", "compare", "report", "dataset", "theatres", "cli"],
    "pyarrow": ["stores", "tasks", "dataset"],
    "rich": ["cli"],
    "tabulate": ["report"],
    "trafilatura": ["pages", "warcs"],
    "typer": ["cli"],
    "wcwidth": ["report"],
}
"""Modules that may import a library. Only pandas is the language of several, from the table on; and pyarrow of an archive."""

MODULES = sorted(path.stem for path in PACKAGE.glob("*.py") if path.stem not in ("__init__", "__main__"))


def imports(module):
    """Every import of a module, wherever it stands, but for those that only the type checker sees."""
    for node in walk(ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            if node.module == "facttrack":
                yield from (f"facttrack.{alias.name}" for alias in node.names)
            else:
                yield node.module


def walk(node):
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield child
            yield from walk(child)


def test_every_module_has_its_layer():
    assert [module for module in MODULES if module not in LAYERS] == []


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_one_way(module):
    below = LAYERS[: LAYERS.index(module)]
    inside = [name.split(".")[1] for name in imports(module) if name.startswith("facttrack.")]
    assert [name for name in inside if name not in [*below, "__version__"]] == []


@pytest.mark.parametrize("module", MODULES)
def test_every_library_has_its_owner(module):
    libraries = {name.split(".")[0] for name in imports(module)} - set(sys.stdlib_module_names) - {"facttrack"}
    assert {library for library in libraries if module not in OWNERS.get(library, [])} == set()


def test_the_libraries_of_an_archive_wait_until_there_is_one():
    code = """
import sys
from typer.testing import CliRunner
from facttrack.cli import app
CliRunner().invoke(app, ["report", "no.txt"])
assert not {"dask", "distributed", "fsspec"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_pandas_waits_until_a_table_is_asked_for():
    code = """
import sys, facttrack
facttrack.find_claims(facttrack.Document("a", "Kyiv said 137 soldiers had been killed."))
assert "pandas" not in sys.modules
facttrack.claims_table([])
assert "pandas" in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
