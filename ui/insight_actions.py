"""What can be taken out of the page Insight, in words; every action is in the menus, on the page and on a key."""

from __future__ import annotations

from enum import StrEnum

from ui.presenters.saying import translate
from ui.wording import Wording


class InsightAct(StrEnum):
    """The actions of the page, by the names they have among all actions."""

    COPY = "insight copy"
    COPY_CHART = "insight chart"
    SAVE_CHART = "insight save chart"


def insight_wordings() -> tuple[Wording, ...]:
    return (
        Wording(
            InsightAct.COPY,
            translate("InsightActions", "Copy table of Insi&ght"),
            translate("InsightActions", "Copy the table in sight under its headings"),
            ("Ctrl+Alt+T",),
            "copy",
        ),
        Wording(
            InsightAct.COPY_CHART,
            translate("InsightActions", "Copy chart of ca&uses"),
            translate("InsightActions", "Put the chart of causes on the clipboard"),
            ("Ctrl+Alt+U",),
            "chart",
        ),
        Wording(
            InsightAct.SAVE_CHART,
            translate("InsightActions", "Save chart of ca&uses…"),
            translate("InsightActions", "Write the chart of causes to a PNG, SVG or PDF file"),
            ("Ctrl+Alt+Shift+U",),
            "export",
        ),
    )
