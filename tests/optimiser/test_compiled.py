"""Machine code on disk is that of the sources as they stand."""

import os
import subprocess
import sys
from pathlib import Path

import solver

LOOP = """
from solver.compiled import compiled
from columns import HOURS
from others import twice

@compiled
def found(x):
    return twice(x) + HOURS

print(found(1), len(found.stats.cache_hits))
"""


def told(folder):
    places = os.pathsep.join([str(folder), str(Path(solver.__file__).parents[1])])
    run = subprocess.run(
        [sys.executable, folder / "loop.py"], capture_output=True, text=True, check=True, env=os.environ | {"PYTHONPATH": places}
    )
    return tuple(int(figure) for figure in run.stdout.split())


def test_a_constant_or_callee_that_changes_beside_a_loop_renews_it(tmp_path):
    (tmp_path / "loop.py").write_text(LOOP)
    (tmp_path / "columns.py").write_text("HOURS = 10\n")
    (tmp_path / "others.py").write_text("from solver.compiled import compiled\n\n@compiled\ndef twice(x):\n    return 2 * x\n")
    assert told(tmp_path) == (12, 0)
    assert told(tmp_path) == (12, 1)
    (tmp_path / "columns.py").write_text("HOURS = 20\n")
    assert told(tmp_path) == (22, 0)
    (tmp_path / "others.py").write_text("from solver.compiled import compiled\n\n@compiled\ndef twice(x):\n    return 3 * x\n")
    assert told(tmp_path) == (23, 0)
