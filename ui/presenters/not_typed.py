"""What is said of a cell that cannot be typed into: why, and where what it says is changed."""

from __future__ import annotations

from ui.presenters.columns import Column, Row
from ui.presenters.saying import translate

WHERE = {
    "asked": translate("NotTyped", "type hours a week, total hours or FTE of the demand, or the figures of its weeks"),
    "coverage": translate("NotTyped", "solve again, or book people on the page Plan"),
    "cause": translate("NotTyped", "click it to read all of it on the page Insight"),
    "placing": translate("NotTyped", "solve again; status, must do and allowed delay of the project decide it"),
    "planned_start": translate("NotTyped", "type Start and Max delay weeks, or drag the bar in the Gantt below"),
    "planned_finish": translate("NotTyped", "type Finish and Max delay weeks, or drag the bar in the Gantt below"),
    "hours": translate("NotTyped", "solve again, or book hours on the page Plan"),
    "utilisation": translate("NotTyped", "solve again, or book hours on the page Plan"),
    "resources": translate("NotTyped", "type the calendar beside each resource"),
    "holidays": translate("NotTyped", "type them on the tab Holidays"),
}
"""By the keys of columns."""


def why_not(column: Column[Row]) -> str:
    """Why a text typed into this column is not taken."""
    where = WHERE.get(column.key, "")
    worked_out = translate("NotTyped", "{heading} is worked out, not typed").format(heading=column.heading)
    return translate("NotTyped", "{why}. To change it: {where}.").format(why=worked_out, where=where) if where else f"{worked_out}."
