"""What `make compiled` compiles, and that nothing older than its source is run."""

import os
import subprocess
import sys

import compiled

LIST = "import sys, facttrack.claims; print(*(name.partition('.')[2] for name in sys.modules if name[:10] == 'facttrack.'))"


def test_all_is_compiled_that_finds_claims():
    names = subprocess.run([sys.executable, "-c", LIST], cwd=compiled.ROOT, check=True, capture_output=True, text=True)
    assert set(names.stdout.split()) - {"errors"} == set(compiled.MODULES)


def test_a_twin_older_than_its_source_is_stale(tmp_path, monkeypatch):
    monkeypatch.setattr(compiled, "PACKAGE", tmp_path)
    for module in compiled.MODULES:
        (tmp_path / f"{module}.py").touch()
    assert compiled.twins() == compiled.stale() == []
    suffix = compiled.EXTENSION_SUFFIXES[0]
    for module, seconds in (("units", -1), ("scan", 1)):
        twin = tmp_path / f"{module}{suffix}"
        twin.touch()
        made = (tmp_path / f"{module}.py").stat().st_mtime + seconds
        os.utime(twin, (made, made))
    assert compiled.stale() == ["units"]
    assert len(compiled.twins()) == 2
