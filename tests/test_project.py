"""What holds for the project as a whole: its door, its files, and what must not be in any of them."""

import ast
import importlib
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import facttrack

ROOT = Path(__file__).parents[1]
TARGETS = ("report", "test", "lint", "format", "bench", "figures")


def tracked():
    """The project's own files: those of git, or, in an unpacked archive, all that are not hidden."""
    git = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    if git.returncode == 0:
        names = [Path(name) for name in git.stdout.splitlines()]
    else:
        names = [path.relative_to(ROOT) for path in ROOT.rglob("*")]
        names = [name for name in names if not any(part.startswith(".") for part in name.parts)]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


# --- the door ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", facttrack.__all__)
def test_every_public_name_is_there_and_documented(name):
    thing = getattr(facttrack, name)
    assert name in dir(facttrack)
    assert isinstance(thing, str) or thing.__doc__


def test_no_other_name_is_there():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        facttrack.nothing  # noqa: B018


@pytest.mark.parametrize("path", sorted((ROOT / "facttrack").glob("[!_]*.py")), ids=lambda path: path.stem)
def test_all_is_honest(path):
    module = importlib.import_module(f"facttrack.{path.stem}")
    assert module.__doc__
    assert [name for name in module.__all__ if not hasattr(module, name)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "facttrack").glob("**/*.py")), ids=lambda path: path.stem)
def test_no_module_binds_a_name_twice(path):
    """The second binding would replace the first without a word, and everything that reads the first."""
    bound = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            bound.append(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            bound += [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]
    assert [name for name in set(bound) if bound.count(name) > 1] == []


def test_the_version_is_in_one_place():
    assert "version" not in tomllib.loads(read("pyproject.toml"))["project"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", facttrack.__version__)


# --- files ---------------------------------------------------------------------------------------------------------

# Written in pieces, so that this file is not one of those it looks for.
FORBIDDEN = {
    "a package registry's host": r"(?:index-url|find-links|resolved|registry)[^#]{0,12}https?:/" + "/",
    "a package registry's address": r"https?://[^ \"]*/(?:simple|packages)" + "/",
    "a path of one machine": r"(?:^|[^A-Za-z0-9_.~-])/(?:work|farm|root|home)" + "/[A-Za-z.]",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what):
    pattern = re.compile(FORBIDDEN[what], re.MULTILINE)
    texts = ((path, path.read_bytes().decode("utf-8", "replace")) for path in tracked())
    assert [f"{path.relative_to(ROOT)}: {match[0]}" for path, text in texts for match in pattern.finditer(text)] == []


def test_constraints_are_exact_and_have_no_addresses():
    lines = [line for line in read("constraints.txt").splitlines() if not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9_.]+", line)] == []


def test_every_dependency_is_pinned():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    wanted = [
        *project["dependencies"],
        *(name for names in project["optional-dependencies"].values() for name in names),
    ]
    wanted = [name for name in wanted if not name.startswith("facttrack[")]
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in read("constraints.txt").splitlines()}
    named = {re.split(r"[\[<>=]", name)[0].lower().replace("_", "-") for name in wanted}
    assert named - pinned == set()


@pytest.mark.parametrize("target", TARGETS)
def test_makefile_targets_set_themselves_up(target):
    assert re.search(rf"^{target}: \$\(READY\)$", read("Makefile"), re.MULTILINE)


def test_ci_calls_what_a_developer_calls():
    assert (ROOT / ".ci/run").stat().st_mode & 0o111
    assert "make lint test" in read(".ci/run")
