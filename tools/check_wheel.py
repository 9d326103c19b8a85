"""Install the built wheel into a fresh environment, away from the sources, and let it do the main job once."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
BINARIES: Final = "Scripts" if os.name == "nt" else "bin"

TINY: Final = {
    "Settings": "Setting,Value\nName,Tiny\nStart,2027-01-04\nWeeks,4\n",
    "Resources": "Resource,Role\nAnn,Tester\nBen,Tester\n",
    "Projects": "Project,Priority\nLift,1\nRamp,3\n",
    "Demands": "Project,Role,Start,Finish,Hours per week\nLift,Tester,2027-01-04,2027-01-31,40\nRamp,Tester,2027-01-04,2027-01-31,60\n",
}
"""A portfolio as a folder of .csv: two people, two projects, and more work than they can do."""


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
    portfolio = place / "tiny"
    portfolio.mkdir()
    for sheet, rows in TINY.items():
        (portfolio / f"{sheet}.csv").write_text(rows, encoding="utf-8")
    run(place, plimsoll, "--help")
    run(place, plimsoll, "solve", "tiny", "plan.xlsx", "--time-limit", "5")
    run(place, plimsoll, "check", "tiny", "plan.xlsx")


def run(place: Path, *command: str | Path, cwd: Path | None = None) -> None:
    finished = subprocess.run(command, cwd=cwd or place, check=False, capture_output=True, text=True)
    if finished.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {finished.returncode}:\n{finished.stdout}{finished.stderr}")


if __name__ == "__main__":
    sys.exit(main())
