"""The words of the portfolio's choices, of plans and of what keeps hours from being met, as the window says them.

Files, workbooks and the command line hold the words themselves.
"""

from __future__ import annotations

from collections.abc import Iterable

from ui.presenters.saying import translate

SAID = {
    "Person": translate("Terms", "Person"),
    "Team": translate("Terms", "Team"),
    "Equipment": translate("Terms", "Equipment"),
    "Placeholder": translate("Terms", "Placeholder"),
    "Proposed": translate("Terms", "Proposed"),
    "Approved": translate("Terms", "Approved"),
    "Active": translate("Terms", "Active"),
    "On hold": translate("Terms", "On hold"),
    "Completed": translate("Terms", "Completed"),
    "Cancelled": translate("Terms", "Cancelled"),
    "Draft": translate("Terms", "Draft"),
    "Rejected": translate("Terms", "Rejected"),
    "Flat": translate("Terms", "Flat"),
    "Front": translate("Terms", "Front"),
    "Back": translate("Terms", "Back"),
    "Bell": translate("Terms", "Bell"),
    "Hard": translate("Terms", "Hard"),
    "Soft": translate("Terms", "Soft"),
    "Optimal": translate("Terms", "Optimal"),
    "Feasible": translate("Terms", "Feasible"),
    "Stopped": translate("Terms", "Stopped"),
    "Infeasible": translate("Terms", "Infeasible"),
    "error": translate("Terms", "error"),
    "warning": translate("Terms", "warning"),
    "note": translate("Terms", "note"),
    "Project left out": translate("Terms", "Project left out"),
    "Delayed past the end": translate("Terms", "Delayed past the end"),
    "Nobody suitable": translate("Terms", "Nobody suitable"),
    "Away": translate("Terms", "Away"),
    "Taken by other work": translate("Terms", "Taken by other work"),
    "Firm bookings": translate("Terms", "Firm bookings"),
    "Team size": translate("Terms", "Team size"),
    "Focus": translate("Terms", "Focus"),
    "Minimum block": translate("Terms", "Minimum block"),
    "Not worth an assignment": translate("Terms", "Not worth an assignment"),
    "In the past": translate("Terms", "In the past"),
    "Room left": translate("Terms", "Room left"),
    "Strict priorities": translate("Terms", "Strict priorities"),
    "Overtime": translate("Terms", "Overtime"),
    "Cost": translate("Terms", "Cost"),
    "Fit": translate("Terms", "Fit"),
    "Continuity": translate("Terms", "Continuity"),
    "Stability": translate("Terms", "Stability"),
    "Starting": translate("Terms", "Starting"),
    "Reading the problem": translate("Terms", "Reading the problem"),
    "Pricing capacity": translate("Terms", "Pricing capacity"),
    "Bounding": translate("Terms", "Bounding"),
    "Tightening the bound": translate("Terms", "Tightening the bound"),
    "Improving": translate("Terms", "Improving"),
    "Proving": translate("Terms", "Proving"),
    "First plan": translate("Terms", "First plan"),
    "Done": translate("Terms", "Done"),
    "Overview": translate("Terms", "Overview"),
    "Demands": translate("Terms", "Demands"),
    "Plan": translate("Terms", "Plan"),
    "Scenarios": translate("Terms", "Scenarios"),
    "Insight": translate("Terms", "Insight"),
    "Log": translate("Terms", "Log"),
    "Resources": translate("Terms", "Resources"),
    "Roles": translate("Terms", "Roles"),
    "Teams": translate("Terms", "Teams"),
    "Projects": translate("Terms", "Projects"),
}
"""Each word in the language of the window."""


def said(word: str) -> str:
    """A choice as the window says it; a word that is not known here stays as it is."""
    return SAID.get(word, word)


def all_said(words: Iterable[str]) -> list[str]:
    return [said(word) for word in words]
