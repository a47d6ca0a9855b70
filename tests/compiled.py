"""Compiles the extraction where it lies, with mypyc: `make compiled`. `make pure` takes it back.

Nobody needs this: every module below is Python, and runs as such wherever its compiled twin is missing. Python prefers
the twin, even to a newer source, so an edit means compiling again or going back; the tests refuse to run on twins that
are older than their sources. Twins fit the Python that made them, and no other takes notice of them. A wheel never
holds any.
"""

from __future__ import annotations

import ast
import os
import shutil
import sys
import tempfile
import time
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

ROOT = Path(__file__).parents[1]
FUTURE = "from __future__ import annotations"
PACKAGE = ROOT / "facttrack"
MODULES = (
    "models dates sentences lexicon units quantities groups chunks mentions memory phrases actors subjects attribution "
    "tellers attacks places victims unsaid silence scan periods looks drafts claims"
).split()
"""What `find_claims` runs through. The rest waits for files, pandas or other processes, and gains nothing."""
LIBRARY = "facttrack__mypyc"
"""Where the code of all twins is, so that they call each other as C does; beside the package, as mypyc has it."""


def twins() -> list[Path]:
    """The compiled files, whatever Python they are for."""
    return sorted(
        path
        for ending in ("so", "pyd")
        for path in (*PACKAGE.glob(f"*.{ending}"), *PACKAGE.parent.glob(f"{LIBRARY}.*{ending}"))
    )


def stale() -> list[str]:
    """The modules whose twin, for this Python, is older than its source."""
    found = []
    for module in MODULES:
        source = PACKAGE / f"{module}.py"
        for suffix in EXTENSION_SUFFIXES:
            twin = PACKAGE / f"{module}{suffix}"
            if twin.exists() and twin.stat().st_mtime < source.stat().st_mtime:
                found.append(module)
    return found


def with_finals(text: str) -> str:
    r"""A source whose constants are declared as such: compiled code then reads them without looking up their names.

    >>> print(with_finals("from __future__ import annotations\nMARKS = 'ab'\nmarks = MARKS"))
    from __future__ import annotations
    from typing import Final
    MARKS: Final = 'ab'
    marks = MARKS
    """
    lines = text.split("\n")
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id.isupper():
            lines[node.lineno - 1] = lines[node.lineno - 1].replace(" = ", ": Final = ", 1)
    return "\n".join(lines).replace(FUTURE, f"{FUTURE}\nfrom typing import Final", 1)


def build() -> None:
    """Compiles copies in a folder of its own; the twins are put beside their sources when all are there."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    began = time.time()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(PACKAGE, folder / "facttrack", ignore=shutil.ignore_patterns("__pycache__", "*.so", "*.pyd"))
        os.chdir(folder)  # mypyc names modules by where it stands, and reads no pyproject.toml here
        paths = [f"facttrack/{module}.py" for module in MODULES]
        for path in map(Path, paths):
            path.write_text(with_finals(path.read_text(encoding="utf-8")), encoding="utf-8")
        extensions = mypycify(paths, opt_level="2", debug_level="0", group_name=LIBRARY.removesuffix("__mypyc"))
        made = Distribution({"name": "facttrack", "ext_modules": extensions})
        command = made.get_command_obj("build_ext")
        command.build_lib, command.build_temp = str(folder / "made"), str(folder / "objects")
        made.run_command("build_ext")
        os.chdir(ROOT)
        for path in twins():
            path.unlink()
        for path in (folder / "made").rglob("*.*"):
            target = ROOT / path.relative_to(folder / "made")
            shutil.copyfile(path, target)
            os.utime(target, (began, began))  # what was edited since is newer


if __name__ == "__main__":
    build()
    print(f"compiled {len(MODULES)} modules for Python {sys.version.split()[0]}; make pure takes it back")
