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


SCENARIO_MENU = (ScenarioAct.NEW, ScenarioAct.COPY, ScenarioAct.ENTER, ScenarioAct.LEAVE, ScenarioAct.PROMOTE)


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
    )
