"""What holds for all tests."""

import os
import signal
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

import compiled

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Behind nohup or in the background of a script Ctrl-C is ignored, by all programs that are started here as well; the
    # tests of stopping start some. One that is heard here is heard there.
    signal.signal(signal.SIGINT, signal.default_int_handler)

if compiled.stale():
    pytest.exit(
        f"older than its source: what was compiled of {', '.join(compiled.stale())}; make compiled, or make pure"
    )
if compiled.twins():
    # pytest reads the doctests of a module by its source, and would not have it that another file is imported.
    os.environ["PY_IGNORE_IMPORTMISMATCH"] = "1"
