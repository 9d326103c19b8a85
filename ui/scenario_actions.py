"""What is done with scenarios, in words; every action is in the menu, on the page and on a key."""

from __future__ import annotations

from enum import StrEnum

from ui.presenters.saying import translate
from ui.wording import Wording


class ScenarioAct(StrEnum):
    """The actions of scenarios, by the names they have among all actions."""

    NEW = "new scenario"
    COPY = "copy scenario"
    ENTER = "enter scenario"
    LEAVE = "leave scenario"
    PROMOTE = "promote scenario"
    SEND = "send scenario"
    TAKE = "take scenario"
    COMPARE = "compare"
    COMPARE_BEFORE = "compare before"
    EXPORT_COMPARISON = "export comparison"
    EFFECTS = "work out effects"
    PROPOSE = "propose scenario"
    APPROVE = "approve scenario"
    REJECT = "reject scenario"
    FREEZE = "freeze plan"
    MEASURE = "measure against baseline"
    MEASURE_BEFORE = "measure against plan before"


PLAN_MENU = (ScenarioAct.FREEZE, ScenarioAct.COMPARE_BEFORE, ScenarioAct.MEASURE, ScenarioAct.MEASURE_BEFORE)
"""What is done with plans whatever scenario they are of stands in the menu of plans."""
SCENARIO_MENU = tuple(act for act in ScenarioAct if act not in PLAN_MENU)


def scenario_wordings() -> tuple[Wording, ...]:
    return (
        Wording(
            ScenarioAct.NEW,
            translate("ScenarioActions", "&New scenario"),
            translate("ScenarioActions", "Try something on top of the plan of record, which stays as it is"),
            ("Ctrl+Alt+N",),
            "add",
        ),
        Wording(
            ScenarioAct.COPY,
            translate("ScenarioActions", "&Copy scenario"),
            translate("ScenarioActions", "Begin another scenario with all that the chosen one changes"),
            ("Ctrl+Alt+B",),
            "copy",
        ),
        Wording(
            ScenarioAct.ENTER,
            translate("ScenarioActions", "&Work in it"),
            translate("ScenarioActions", "See and change the portfolio as the chosen scenario has it"),
            ("Ctrl+Alt+W",),
            "scenarios",
        ),
        Wording(
            ScenarioAct.LEAVE,
            translate("ScenarioActions", "Back to the plan of &record"),
            translate("ScenarioActions", "Leave the scenario; all that it changes is kept"),
            ("Ctrl+Alt+R",),
            "undo",
        ),
        Wording(
            ScenarioAct.PROMOTE,
            translate("ScenarioActions", "Pro&mote…"),
            translate("ScenarioActions", "Make the scenario the plan of record; you see what that changes first"),
            ("Ctrl+Alt+M",),
            "done",
        ),
        Wording(
            ScenarioAct.SEND,
            translate("ScenarioActions", "&Send…"),
            translate("ScenarioActions", "Write the scenario as one small file, for whoever has this portfolio or another copy of it"),
            ("Ctrl+Alt+O",),
            "export",
        ),
        Wording(
            ScenarioAct.TAKE,
            translate("ScenarioActions", "&Take in…"),
            translate("ScenarioActions", "Take in a scenario that was sent as a file; you see what fits first"),
            ("Ctrl+Alt+I",),
            "import",
        ),
        Wording(
            ScenarioAct.COMPARE,
            translate("ScenarioActions", "C&ompare"),
            translate("ScenarioActions", "Set the chosen scenarios beside the plan of record: figures, and what differs"),
            ("Ctrl+Alt+K",),
            "chart",
        ),
        Wording(
            ScenarioAct.COMPARE_BEFORE,
            translate("ScenarioActions", "Compare with the plan &before"),
            translate("ScenarioActions", "What the last plan changes, hour by hour, of the plan that it is measured against"),
            ("Ctrl+Alt+V",),
            "chart",
        ),
        Wording(
            ScenarioAct.EXPORT_COMPARISON,
            translate("ScenarioActions", "E&xport comparison…"),
            translate("ScenarioActions", "Write what is compared as a workbook (.xlsx) or a report (.pdf)"),
            ("Ctrl+Alt+X",),
            "export",
        ),
        Wording(
            ScenarioAct.EFFECTS,
            translate("ScenarioActions", "Work out its &effects"),
            translate(
                "ScenarioActions",
                "What the scenario does to value, cost, dates and every other project; solves it where it has no plan of today",
            ),
            ("Ctrl+Alt+J",),
            "insight",
        ),
        Wording(
            ScenarioAct.PROPOSE,
            translate("ScenarioActions", "Propose &it"),
            translate("ScenarioActions", "Have the scenario wait for approval, with its effects worked out"),
            ("Ctrl+Alt+Q",),
        ),
        Wording(
            ScenarioAct.APPROVE,
            translate("ScenarioActions", "&Approve…"),
            translate("ScenarioActions", "Decide for the scenario; it is put in force by promoting it"),
            ("Ctrl+Alt+Shift+A",),
        ),
        Wording(
            ScenarioAct.REJECT,
            translate("ScenarioActions", "Re&ject…"),
            translate("ScenarioActions", "Decide against the scenario, with a reason that stands in the log"),
            ("Ctrl+Alt+Shift+R",),
        ),
        Wording(
            ScenarioAct.FREEZE,
            translate("ScenarioActions", "&Freeze as baseline"),
            translate("ScenarioActions", "Keep the plan shown under a name, to compare with and to measure against"),
            ("Ctrl+Alt+A",),
            "lock",
        ),
        Wording(
            ScenarioAct.MEASURE,
            translate("ScenarioActions", "&Measure against the baseline"),
            translate("ScenarioActions", "The Overview tells every plan against the chosen baseline from now on"),
            ("Ctrl+Alt+Y",),
        ),
        Wording(
            ScenarioAct.MEASURE_BEFORE,
            translate("ScenarioActions", "Measure against the &plan before"),
            translate("ScenarioActions", "The Overview tells every plan against the plan of record again, or the plan before"),
            ("Ctrl+Alt+Shift+Y",),
        ),
    )
