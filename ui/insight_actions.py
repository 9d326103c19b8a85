"""What can be taken out of the page Insight, in words; every action is in the menus, on the page and on a key."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from ui.wording import Wording


class InsightAct(StrEnum):
    """The actions of the page, by the names they have among all actions."""

    COPY = "insight copy"
    COPY_CHART = "insight chart"
    SAVE_CHART = "insight save chart"


def insight_wordings() -> tuple[Wording, ...]:
    return (
        Wording(InsightAct.COPY, _tr("Copy table of Insi&ght"), _tr("Copy the table in sight under its headings"), ("Ctrl+Alt+T",), "copy"),
        Wording(
            InsightAct.COPY_CHART, _tr("Copy chart of ca&uses"), _tr("Put the chart of causes on the clipboard"), ("Ctrl+Alt+U",), "chart"
        ),
        Wording(
            InsightAct.SAVE_CHART,
            _tr("Save chart of ca&uses…"),
            _tr("Write the chart of causes to a PNG, SVG or PDF file"),
            ("Ctrl+Alt+Shift+U",),
            "export",
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("InsightActions", text)
