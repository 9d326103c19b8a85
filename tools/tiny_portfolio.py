"""The smallest portfolio worth solving, as a folder of .csv."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SHEETS: Final = {
    "Settings": "Setting,Value\nName,Tiny\nStart,2027-01-04\nWeeks,4\n",
    "Resources": "Resource,Role\nAnn,Tester\nBen,Tester\n",
    "Projects": "Project,Priority\nLift,1\nRamp,3\n",
    "Demands": "Project,Role,Start,Finish,Hours per week\nLift,Tester,2027-01-04,2027-01-31,40\nRamp,Tester,2027-01-04,2027-01-31,60\n",
}
"""Two people, two projects, and more work than they can do."""


def write(folder: Path) -> None:
    """Write the sheets into a new folder."""
    folder.mkdir()
    for sheet, rows in SHEETS.items():
        (folder / f"{sheet}.csv").write_text(rows, encoding="utf-8")
