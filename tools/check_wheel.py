"""Install the built wheel into a fresh environment, away from the sources, and let it do the main job once."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Final

import tiny_portfolio

ROOT: Final = Path(__file__).resolve().parent.parent
BINARIES: Final = "Scripts" if os.name == "nt" else "bin"


def main() -> int:
    """Build, install, run; the first step that fails ends it with its own words."""
    with tempfile.TemporaryDirectory(prefix="plimsoll-wheel-") as name:
        place = Path(name)
        run(place, sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place), cwd=ROOT)
        (wheel,) = place.glob("*.whl")
        venv.create(place / "env", with_pip=True)
        binaries = place / "env" / BINARIES
        constraint = ("--constraint", str(ROOT / "constraints.txt"))
        run(place, binaries / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *constraint, str(wheel))
        exercise(place, binaries / "plimsoll")
        print(f"{wheel.name} installs and runs by itself.")
    return 0


def exercise(place: Path, plimsoll: Path) -> None:
    """Ask for help, solve the tiny portfolio and recheck the plan."""
    tiny_portfolio.write(place / "tiny")
    run(place, plimsoll, "--help")
    run(place, plimsoll, "solve", "tiny", "plan.xlsx", "--time-limit", "5")
    run(place, plimsoll, "check", "tiny", "plan.xlsx")


def run(place: Path, *command: str | Path, cwd: Path | None = None) -> None:
    # The loops stay uncompiled: compiling takes longer than all the rest, and the tests run them compiled.
    environment = os.environ | {"NUMBA_DISABLE_JIT": "1"}
    finished = subprocess.run(command, cwd=cwd or place, env=environment, check=False, capture_output=True, text=True)
    if finished.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {finished.returncode}:\n{finished.stdout}{finished.stderr}")


if __name__ == "__main__":
    sys.exit(main())
